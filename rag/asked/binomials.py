"""Two words that "and" makes one thing: "law and order", or whatever a collection mostly writes as one.

The listed pairs are frozen coordinations of nouns in English, as in Y. Malkiel, "Studies in Irreversible
Binomials" (Lingua 8, 1959), and D. Biber et al., "Longman Grammar of Spoken and Written English" (1999).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.words import stem_of, words
from rag.asked.coordination import Adjacent

_LISTED = frozenset(
    tuple(stem_of(word) for word in pair.split())
    for pair in """law order; research development; command control; supply demand; terms conditions;
    health safety; peace stability; peace security; peace prosperity; security stability; safety security;
    rules regulations; pros cons; trial error; arts crafts; profit loss; search rescue; checks balances;
    wear tear; mergers acquisitions; science technology; crime punishment; hopes fears; goods services;
    weights measures; flora fauna; bed breakfast; nuts bolts; life death; hearts minds; men women;
    women children; women girls; boys girls; diversity inclusion; equity inclusion; freedom democracy;
    rights freedoms; aims objectives; strengths weaknesses; questions answers; ups downs; ins outs;
    blood treasure; hit run; stop search; stop frisk; cap trade; track trace; test trace; room board;
    bricks mortar; carrot stick; carrots sticks; cause effect; truth reconciliation; waste fraud;
    fraud abuse; death destruction; shock awe; fire fury""".split(";")
)
_LOOKED_AT = 200  # passages
_SMALL = frozenset("the a an of in on for to at from its their".split())
_TWICE = 2
_PAIR = 2
_LONGEST = 2  # words on either side


def is_one(found: Sequence[str], collection: Collection) -> bool:
    """Whether two noun phrases are a phrase of their own: listed, or more often written so than apart."""
    if len(found) != _PAIR:
        return False
    telling = [[word.stem for word in words(one) if not word.stop] for one in found]
    before, after = telling[0][-1], telling[1][0]
    if (before, after) in _LISTED and len(telling[0]) == 1:
        return True
    if any(len(one.split()) > _LONGEST for one in found):
        return False
    apart = max(len(collection.passages_with([stem])) for stem in (before, after))
    if 2 * len(_both(before, after, collection)) < apart:
        return False
    held = list(_sentences(before, after, collection))
    joined = sum((before, "and", after) in zip(one, one[1:], one[2:], strict=False) for one in held)
    return joined >= _TWICE and all(
        2 * joined >= sum(stem in one for one in held) for stem in (before, after)
    )


def adjacent_in(collection: Collection) -> Adjacent:
    """Whether a collection writes one word directly before another, in whatever forms; apart: with small
    words between them, "price of the coal"."""

    def adjacent(before: str, after: str, *, apart: bool = False) -> bool:
        pair = (stem_of(before), stem_of(after))
        for held in _sentences(*pair, collection):
            telling = [stem for stem in held if stem not in _SMALL] if apart else held
            if pair in pairwise(telling) and not (apart and pair in pairwise(held)):
                return True
        return False

    return adjacent


def _both(one: str, other: str, collection: Collection) -> npt.NDArray[np.int64]:
    """The passages with two words."""
    return np.intersect1d(collection.passages_with([one]), collection.passages_with([other]))


def _sentences(one: str, other: str, collection: Collection) -> Iterator[list[str]]:
    """The words, by their stems, of sentences with either of two words in the first passages with both."""
    passages = _both(one, other, collection)[:_LOOKED_AT]
    for _, group in collection.matches([one, other], collection.by_document(passages)):
        for match in group:
            sentence = collection.text(match.document)[match.span.start : match.span.end]
            yield [word.stem for word in words(sentence)]
