"""How whole a sentence holds a topic: which of its words, in the form asked, and how close to each other.

What violates resolutions holds less of "human rights violations" than its weights tell, and "peace, security,
and economic growth" less of "economic security".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import exp
from typing import NamedTuple

from index.words import Word, words
from rag.topic.topics import Term, Topic, parts

_FAR = 5.0  # words between: how far apart the words of a topic may stand and still be half together
_SIDE_BY_SIDE = 3  # words
_MOST_LACKING = 3


class Whole(NamedTuple):
    """Of a sentence and a topic.

    held: the share of the topic's terms that it holds, in any words. missing: how much the weightiest of the
    others weighs in all. as_asked: the share of the ordinary words that it has in the form asked. together: 1
    for terms side by side, less the farther apart they stand. in_order: the share of neighbours in the topic
    that are neighbours in the sentence. lacking: ordinary words that it lacks.
    """

    held: float = 0.0
    missing: float = 0.0
    as_asked: float = 0.0
    together: float = 0.0
    in_order: float = 0.0
    lacking: float = 0.0


def whole(topic: Topic, text: str, stems: frozenset[str]) -> Whole:
    """How whole the sentence ``text``, whose words are ``stems``, holds a topic."""
    terms = topic.terms
    able = [at for at, term in enumerate(terms) if term.may_stand_in(stems)]
    written = words(text) if able else []
    places = {at: found for at in able if (found := _places(terms[at], written))}
    out = [at for at in range(len(terms)) if at not in able]
    plain = [at for at, term in enumerate(terms) if not term.forms]
    exact = sum(_is_as_asked(terms[at], text, written, places.get(at, ())) for at in plain)
    neighbours = [
        any(
            0 < second - first <= _SIDE_BY_SIDE
            for first in places.get(one, ())
            for second in places.get(two, ())
        )
        for one, two in pairwise(range(len(terms)))
    ]
    alone = float(len(terms) == 1 and bool(places))
    return Whole(
        held=len(able) / max(len(terms), 1),
        missing=max((terms[at].weight for at in out), default=0.0) / topic.weight,
        as_asked=exact / len(plain) if plain else float(bool(places)),
        together=exp((len(places) - _window(places)) / _FAR) if len(places) > 1 else alone,
        in_order=sum(neighbours) / len(neighbours) if neighbours else alone,
        lacking=min(_MOST_LACKING, sum(at in plain for at in out)),
    )


def _places(term: Term, written: Sequence[Word]) -> list[int]:
    """Which words of a sentence are of a term."""
    sought = term.stems.union(*parts(term.forms))
    return [at for at, word in enumerate(written) if word.stem in sought]


def _is_as_asked(term: Term, text: str, written: Sequence[Word], places: Sequence[int]) -> bool:
    asked = term.words.lower().split()
    return any(text[written[at].start : written[at].end].lower() in asked for at in places)


def _window(places: Mapping[int, Sequence[int]]) -> int:
    """How many words the shortest stretch has that holds every term once."""
    last: dict[int, int] = {}
    shortest = 0
    for at, term in sorted((at, term) for term, found in places.items() for at in found):
        last[term] = at
        if len(last) == len(places):
            size = at - min(last.values()) + 1
            shortest = min(shortest or size, size)
    return shortest
