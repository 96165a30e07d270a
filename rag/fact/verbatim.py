"""Who said these very words: where what a who-question asks for stands in a text word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.collection import Collection
from index.documents import Span
from index.words import stems
from rag.asked.scope import Scope
from rag.asked.wording import NEGATIONS, forms
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
    pattern = _pattern(words)
    denied = NEGATIONS.search(" ".join(words)) is not None
    for number in sorted(numbers & collection.with_words(stems(" ".join(words)))):
        document = collection.load(number)
        for found in pattern.finditer(document.text):
            spans = [span for span in document.sentences if span.overlaps(Span(*found.span()))]
            before = document.text[spans[0].start : found.start()] if spans else ""
            if _UNLESS.search(before) or (NEGATIONS.search(before) and not denied):
                continue  # "I doubt that the door is open"
            yield from (Evidence(number, span, 1.0) for span in spans)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """These words in this order, with any marks and line breaks between them, and either apostrophe."""
    each = (re.escape(word).replace("’", "'").replace("'", "['’]") for word in words)
    return re.compile(r"(?<!\w)" + _BETWEEN.join(each) + r"(?!\w)", re.IGNORECASE)
