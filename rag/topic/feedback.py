"""What rare words sentences share with those that speak of a topic for certain, besides the topic's own.

"A valve stuck, and for thirty hours brine left the pipe" speaks of the leak of which another text tells with
the same valve and the same hours: relevance feedback by words (Rocchio, 1971), beside that by meaning in
rag/topic/likeness.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from rag.topic.nearness import Values
from rag.topic.outlines import Outline
from rag.topic.topics import Topic

_MOST = 64  # sentences that speak of the topic for certain
Rarity = Mapping[str, float]


class Feedback(NamedTuple):
    """Of a sentence: how like it is, as a cosine of weighted words, to the likest certain one of its text and
    of others; how much the words weigh that it shares with one; how many of them are figures."""

    like_here: float = 0.0
    like_elsewhere: float = 0.0
    shared_here: float = 0.0
    shared_elsewhere: float = 0.0
    figures: float = 0.0


def rarity(outlines: Iterable[Outline]) -> Rarity:
    """How rare each stem of these documents is among their sentences: 0 in every one to 1 in one alone."""
    found: Counter[str] = Counter()
    many = 0
    for outline in outlines:
        many += len(outline.stems)
        found.update(stem for own in outline.stems for stem in own)
    most = log(max(many, 2))
    return {stem: log(many / count) / most for stem, count in found.items()}


def feedback(
    topic: Topic, outlines: Sequence[Outline], certain: Sequence[Collection[int]], rare: Rarity
) -> list[Values]:
    """Of each document (sentences, fields of ``Feedback``). certain: the numbers of its certain sentences."""
    topical = topic.sought
    sure = [(page, at) for page, own in enumerate(certain) for at in own][:_MOST]
    number_of = {place: number for number, place in enumerate(sure)}
    own = [outlines[page].stems[at] - topical for page, at in sure]
    lengths = np.array([_length(stems, rare) for stems in own])
    holding: dict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(own):
        for stem in stems:
            holding[stem].append(number)
    found = []
    for page, outline in enumerate(outlines):
        rows = np.zeros((len(outline.stems), len(Feedback._fields)))
        here = np.array([one == page for one, _ in sure], bool)
        for at, stems in enumerate(outline.stems):
            if common := [stem for stem in stems if stem in holding]:
                shared = _shared(common, holding, rare, len(sure))
                if (page, at) in number_of:
                    shared[:, number_of[page, at]] = 0.0  # nothing to itself
                shared[0] /= lengths * _length(stems - topical, rare)
                rows[at] = _likest(shared, here)
        found.append(rows)
    return found


def _shared(common: Iterable[str], holding: Mapping[str, Sequence[int]], rare: Rarity, many: int) -> Values:
    """(3, certain sentences): of the words shared with each the squared weights, the weights, the figures."""
    found = np.zeros((3, many))
    for stem in common:
        weight = rare[stem]
        found[:, holding[stem]] += np.array([[weight * weight], [weight], [float(stem[0].isdigit())]])
    return found


def _likest(shared: Values, here: npt.NDArray[np.bool_]) -> Feedback:
    own, others = shared[:, here].max(axis=1, initial=0.0), shared[:, ~here].max(axis=1, initial=0.0)
    return Feedback(own[0], others[0], own[1], others[1], max(own[2], others[2]))


def _length(stems: Iterable[str], rare: Rarity) -> float:
    return sqrt(sum(rare[stem] ** 2 for stem in stems)) or 1.0
