"""Who said these very words: where what a who-question asks for stands in a text word for word, or whole in
one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from index.collection import Collection
from index.documents import Document, Span
from index.words import stems
from rag.asked.scope import Scope
from rag.asked.wording import NEGATIONS, forms, lowered
from rag.questions import Question
from rag.topic.selection import Evidence

_OPENING, _CLOSING = '"“„«「『‘', '"”“»」』’'
_QUOTED = re.compile(
    rf"(?:^|(?<=[\s(:,–—]))[{_OPENING}](?P<words>[^{_OPENING}]+?)[{_CLOSING}](?=[\s?.,;:!)]|$)"
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Who says so in these words; who denies or asks it says something else.
_SAYING = "|".join(
    forms(verb)
    for verb in """say state mention note remark claim argue assert insist declare announce tell warn observe
    explain write add believe think admit concede predict stress emphasize emphasise utter""".split()
)
_SAYS = re.compile(
    r"\W*(?:who|which [\w ]{0,30}?|whose)(?:['’][sd])?(?: (?:else|first|once|also|has|have|had|is|was|all))*"
    rf" (?:{_SAYING}|point(?:s|ed)? out|words)\b",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(?:if|whether|unless|lest|deny|den(?:ies|ied)|doubt(?:s|ed)?)\b", re.IGNORECASE)
_BETWEEN = r"\W{1,12}"
_LEAST_QUOTED, _LEAST, _LEAST_TELLING = 2, 3, 2  # words that tell one text from another
_MOST = 6  # places; words that stand in more are no saying
_LONGER = 4  # words that stand in one sentence by no chance, in whatever order
_READ = 60  # documents


def word_for_word(question: Question, scope: Scope, collection: Collection) -> list[Evidence]:
    """The sentences in which what somebody is asked to have said stands word for word.

    What a question is limited to may be part of the words: then they may stand in any document.
    """
    if question.kind != "who" or question.speaker or question.negated:
        return []
    for words, numbers in (
        (_whole(question), _where(question, scope, collection)),
        (_claim(question), scope.numbers),
    ):
        found = list(_places(words, numbers, collection)) if words else []
        if 0 < len(found) <= _MOST:
            return found
    return []


def claimed_in(question: Question, scope: Scope, collection: Collection) -> list[Evidence]:
    """The sentences that make the claim of a who-question, whatever its verb: they hold its words as they
    stand in it, or all words of a longer one."""
    wanted = frozenset(stems(question.topic))
    if question.kind != "who" or len(wanted) < _LEAST:
        return []
    literal = list(_places(_WORD.findall(question.topic), scope.numbers, collection))
    if literal or len(wanted) < _LONGER:
        return literal
    denied = _denies(question.topic)
    return [
        Evidence(number, span, 1.0)
        for number, document in islice(_holding(wanted, scope.numbers, collection), _READ)
        for span in document.sentences
        if wanted <= frozenset(stems(text := document.text[span.start : span.end]))
        and _denies(text) == denied
    ]


def _where(question: Question, scope: Scope, collection: Collection) -> frozenset[int]:
    """The documents in scope; all, where the limits may be part of the words: "that it was built in 1905"."""
    limits = [question.period.words if question.period else "", question.event or ""]
    said = _rest(question) or question.searched
    return frozenset(collection.cards) if all(limit in said for limit in limits) else scope.numbers


def _rest(question: Question) -> str:
    """All that follows the verb."""
    at = question.searched.find(question.topic)
    return question.searched[at:] if question.topic and at > 0 else ""


def _whole(question: Question) -> list[str]:
    """The words in quotation marks, or all that follow the verb."""
    quoted = _QUOTED.search(question.searched)
    if quoted:
        found = _WORD.findall(quoted["words"])
        return found if len(found) >= _LEAST_QUOTED else []
    return _telling(question, _rest(question))


def _claim(question: Question) -> list[str]:
    return [] if _QUOTED.search(question.searched) else _telling(question, question.topic)


def _telling(question: Question, words: str) -> list[str]:
    found = _WORD.findall(words) if _SAYS.match(question.searched) else []
    return found if len(found) >= _LEAST and len(set(stems(words))) >= _LEAST_TELLING else []


def _places(words: list[str], numbers: frozenset[int], collection: Collection) -> Iterator[Evidence]:
    pattern, written = _pattern(words), " ".join(words)
    denied = _denies(written)
    for number, document in _holding(frozenset(stems(written)), numbers, collection):
        for found in pattern.finditer(document.text):
            spans = [span for span in document.sentences if span.overlaps(Span(*found.span()))]
            before = document.text[spans[0].start : found.start()] if spans else ""
            if _UNLESS.search(before) or (_denies(before) and not denied):
                continue  # "I doubt that the door is open"
            yield from (Evidence(number, span, 1.0) for span in spans)


def _holding(
    wanted: frozenset[str], numbers: frozenset[int], collection: Collection
) -> Iterator[tuple[int, Document]]:
    """The documents that hold all words of these stems."""
    held = sorted(numbers & collection.with_words(wanted)) if wanted else []
    return ((number, collection.load(number)) for number in held)


def _denies(text: str) -> bool:
    return NEGATIONS.search(lowered(text)) is not None


def _pattern(words: list[str]) -> re.Pattern[str]:
    """These words in this order, with any marks and line breaks between them, and either apostrophe."""
    each = (re.escape(word).replace("’", "'").replace("'", "['’]") for word in words)
    return re.compile(r"(?<!\w)" + _BETWEEN.join(each) + r"(?!\w)", re.IGNORECASE)
