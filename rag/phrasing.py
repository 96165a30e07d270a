"""An answer in words: the count or the fact first, then one line a quote, in the order of dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.asked.scope import Scope, is_unknown
from rag.findings import Findings
from rag.questions import Question
from rag.quotes import Quote

_CLOSING_MARKS = "\"”»」』’'"
_OPENING_MARKS = "\"“„«「『‘'"
_PAIRS = (("“", "”"), ('"', '"'), ("«", "»"), ("「", "」"), ("『", "』"))


def topic_answer(question: Question, quotes: Sequence[Quote], found: Findings, scope: Scope) -> str:
    """ "2 of 5 documents speak of Taiwan.", which quotes do so in other words, and the quotes."""
    said = len(found.said)
    one = said == 1
    count = f"{'At least ' if found.partial else ''}{said} of {_documents(len(scope.numbers))}{scope.words}"
    if len(scope.numbers) == 1:
        count = f"The one document{scope.words}"
    about = found.topic or question.topic
    if question.speaker and not found.anyone:
        about = f" on {about}" if about else ""
        opening = f"{count} {'quotes' if one else 'quote'} {found.speaker or question.speaker}{about}."
    elif about:
        whose = f"; none quotes “{question.speaker}” by that name" if found.anyone else ""
        whose = f"; none quotes {found.unquoted} on it" if found.unquoted else whose
        opening = f"{count} {'speaks' if one else 'speak'} of {about}{whose}."
    else:
        heard = dict.fromkeys(_name(quote.speaker) for quote in quotes if quote.speaker)
        opening = f"{count} {'quotes' if one else 'quote'} {_listed(list(heard))}."
    opening += _undated(scope) + _vague(question, scope)
    shown = len({quote.document.id for quote in quotes})
    if shown < said:
        opening += f" Quoted are {shown} of them."
    opening += _reworded(quotes)
    return "\n".join([opening, "", *map(line, quotes)])


def _reworded(quotes: Sequence[Quote]) -> str:
    """Which quotes speak of the topic in other words than those asked, and in which where it is known."""
    parts = [
        f"“{' '.join(quote.reworded.split())}” [{quote.number}]" if quote.reworded else f"[{quote.number}]"
        for quote in quotes
        if quote.reworded is not None
    ]
    return f" In other words: {', '.join(parts)}." if parts else ""


def fact_answer(facts: Mapping[str, int], quotes: Sequence[Quote]) -> str:
    """The fact with the number of the quote that states it, or all that are stated, or just the quotes."""
    stated = "; ".join(f"{fact} [{number}]" for fact, number in facts.items())
    first = stated or f"On the record, {_sources(quotes)}:"
    return "\n".join([first, "", *map(line, quotes)])


def who_answer(question: Question, quotes: Sequence[Quote], found: Findings) -> str:
    """The speakers' names, then what they said; who only tells of it is named as that."""
    told = [quote for quote in quotes if quote.voice == "narration"]
    who = _numbered([quote for quote in quotes if quote not in told])
    by = _numbered(told)
    unclear = f"The text leaves unclear who; it is told by {by}:" if by else ""
    opening = who or unclear or f"The text leaves unclear who; on the record, {_sources(quotes)}:"
    if who and found.anyone:
        opening += f"; none is quoted as one of “{question.among}”"
    return "\n".join([opening, "", *map(line, quotes)])


def _numbered(quotes: Sequence[Quote]) -> str:
    """ "Ann Bell [1] [3]; Tom Birk [2]": the speakers, each with the numbers of what is theirs."""
    named: dict[str, list[int]] = {}
    for quote in quotes:
        if quote.speaker:
            named.setdefault(quote.speaker, []).append(quote.number)
    return "; ".join(f"{name} {' '.join(f'[{n}]' for n in numbers)}" for name, numbers in named.items())


def silence(question: Question, scope: Scope, *, mentioned: int) -> str:
    """What was searched, and how many documents were read, in vain."""
    unknown = is_unknown(question, scope)
    return _silence(question, len(scope.numbers), mentioned, scope.words, unknown) + _undated(scope)


def _undated(scope: Scope) -> str:
    """The documents that a period leaves out because nobody knows whether they belong to it."""
    if not scope.undated:
        return ""
    one = scope.undated == 1
    return f" {scope.undated} document{'' if one else 's'} state{'s' if one else ''} no date."


def _vague(question: Question, scope: Scope) -> str:
    """The words of a time that no date tells, and that limit nothing."""
    if not question.vague or question.vague in question.topic or question.vague == scope.told:
        return ""
    return f" “{question.vague[0].upper()}{question.vague[1:]}” tells no date, and limits nothing."


def _silence(question: Question, documents: int, mentioned: int, limit: str, unknown: bool) -> str:
    if not documents:
        return f"Not on the record: no document of the collection is dated{limit}."
    none = "The one document" if documents == 1 else f"None of the {documents} documents"
    does = "does not" if documents == 1 else ""
    if question.speaker:
        about = f" on {question.topic}" if question.topic else ""
        verb = f"{does} quote" if does else "quotes"
        text = f"{none}{limit} {verb} {question.speaker}{about}."
    elif question.event and question.event not in limit and (not question.topic or unknown):
        named = question.event.removeprefix("at ")
        verb = "reports from" if named.istitle() else "is about"
        if does:
            verb = "does not report from" if named.istitle() else "is not about"
        text = f"{none} {verb} {named}."
    elif limit and question.kind == "topic" and not question.topic:
        text = f"{none}{limit} {f'{does} quote' if does else 'quotes'} anybody."
    elif question.topic and question.kind == "topic":
        verb = f"{does} speak" if does else "speaks"
        text = f"{none}{limit} {verb} of {_subject(question)}."
    else:
        verb = f"{does} answer" if does else "answers"
        text = f"{none}{limit} {verb} this: “{question.searched}”"
    if mentioned and question.speaker:
        verb = "mentions" if mentioned == 1 else "mention"
        what = f"{verb} it, but not in words of {question.speaker}"
        if not question.topic:
            what = f"name{'s' if mentioned == 1 else ''} {question.speaker} without quoting"
        text += f" {_documents(mentioned)} {what}."
    elif mentioned:
        text += f" {mentioned} mention{'s' if mentioned == 1 else ''} it without saying anything about it."
    return text


def line(quote: Quote) -> str:
    """One quote: when, who, what, and its number."""
    when = quote.document.date or "undated"
    who = quote.speaker or f"in “{quote.document.title}”"
    return f"{when}, {who}: {_in_marks(' '.join(quote.text.split()))} [{quote.number}]"


def _in_marks(words: str) -> str:
    """The words in quotation marks: their own, of which a sentence may hold only one, or ours."""
    if words[:1] not in _OPENING_MARKS and words[-1:] not in _CLOSING_MARKS:
        return f"“{words}”"
    for opening, closing in _PAIRS:
        alone = words.count(opening) == 1 if opening == closing else (opening in words) != (closing in words)
        if alone and words[0] == opening:
            return words + closing
        if alone and words[-1] == closing:
            return opening + words
    return words


def _subject(question: Question) -> str:
    return question.topic or question.searched


def _name(speaker: str) -> str:
    """A speaker's label without the office; one that lists several stays whole."""
    return speaker if " and " in speaker else speaker.split(",", maxsplit=1)[0]


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _sources(quotes: Sequence[Quote]) -> str:
    return f"in {_documents(len({quote.document.id for quote in quotes}))}"


def _documents(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"
