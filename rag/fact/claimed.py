"""Who said what stands whole in one sentence: "Who said that the pier was built by Dahl in 1905?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from index.collection import Collection
from index.documents import Document, Span
from index.words import stems
from rag.asked.scope import Scope
from rag.asked.wording import NEGATIONS, lowered
from rag.questions import Question
from rag.topic.selection import Evidence

_LEAST = 3  # words of a claim that tell it from others
_LONGER = 4  # words that stand in one sentence by no chance, in whatever order
_MOST = 60  # documents that are read
_MARKS = re.compile(r"[^\w']+")


def claimed_in(question: Question, scope: Scope, collection: Collection) -> list[Evidence]:
    """The sentences that make the claim that a who-question is about: they hold its words as they stand
    in it, or all words of a longer one."""
    wanted = frozenset(stems(question.topic))
    if question.kind != "who" or len(wanted) < _LEAST:
        return []
    literal = list(_holding(question.topic, scope, collection))
    if literal or len(wanted) < _LONGER:
        return literal
    denied = bool(NEGATIONS.search(lowered(question.topic)))
    return [
        Evidence(number, span, 1.0)
        for number, document in _documents(wanted, scope, collection)
        for span in document.sentences
        if wanted <= frozenset(stems(document.text[span.start : span.end]))
        and bool(NEGATIONS.search(lowered(document.text[span.start : span.end]))) == denied
    ]


def _holding(words: str, scope: Scope, collection: Collection) -> Iterator[Evidence]:
    """The sentences in which words stand as they are, or in which they begin."""
    plain = _plain(words)
    found = re.compile(r"(?<!\w)" + r"[^\w']+".join(map(re.escape, plain.split())) + r"(?!\w)")
    for number, document in _documents(frozenset(stems(words)), scope, collection) if plain else ():
        for match in found.finditer(lowered(document.text)):
            span = next((one for one in document.sentences if one.overlaps(Span(*match.span()))), None)
            if span is not None:
                yield Evidence(number, span, 1.0)


def _documents(
    wanted: frozenset[str], scope: Scope, collection: Collection
) -> Iterator[tuple[int, Document]]:
    numbers = sorted(scope.numbers & collection.with_words(wanted)) if wanted else []
    return ((number, collection.load(number)) for number in islice(numbers, _MOST))


def _plain(words: str) -> str:
    return " ".join(_MARKS.sub(" ", lowered(words)).split())
