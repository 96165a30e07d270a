"""How like sentences are to those that are held to speak of a topic.

Where one text says "covering the mud with sand", another's "the covering of the sediment" comes nearer to
that than to the topic that was asked for (Rocchio, "Relevance Feedback in Information Retrieval", 1971; with
the nearest in the stead of judged ones: Croft and Harper, 1979).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from index.embedding import Vectors, unit
from rag.topic.nearness import Values

_NEAREST = 5  # sentences
_MOST = 64  # sentences that speak of the topic for certain


class Like(NamedTuple):
    """How like a sentence is, as a cosine, to others: the nearest to the topic, in the mean; of those that
    speak of it for certain the likest in the same document, and in other documents; and what these have in
    common.
    """

    nearest: float = 0.0
    here: float = 0.0
    elsewhere: float = 0.0
    common: float = 0.0


def likeness(
    seen: Sequence[Vectors], scores: Sequence[Values], certain: Sequence[Collection[int]]
) -> list[Values]:
    """Of each document (sentences, fields of ``Like``).

    seen: its sentences (sentences, dimension), of unit length. scores: how near they come to the topic.
    certain: the numbers of those that speak of it for certain.
    """
    sizes = [len(one) for one in seen]
    starts = list(accumulate(sizes, initial=0))
    every, document = np.concatenate(seen), np.repeat(np.arange(len(seen)), sizes)
    sure = [starts[at] + number for at, own in enumerate(certain) for number in own][:_MOST]
    near = np.argsort(-np.concatenate(scores), kind="stable")[:_NEAREST].tolist()
    found = np.zeros((len(every), len(Like._fields)))
    to_near = _cosines(every, near)
    others = (~np.isnan(to_near)).sum(axis=1)
    found[:, 0] = np.nansum(to_near, axis=1) / np.maximum(others, 1)
    if sure:
        to_sure = np.nan_to_num(_cosines(every, sure), nan=-1.0)
        same = document[:, None] == document[sure][None, :]
        for column, those in ((1, same), (2, ~same)):
            likest = np.where(those, to_sure, -1.0).max(axis=1)
            found[:, column] = np.where(likest > -1.0, likest, 0.0)
        found[:, 3] = every @ unit(every[sure].mean(axis=0))
    return np.split(found, starts[1:-1])


def _cosines(every: Vectors, chosen: Sequence[int]) -> Values:
    """(sentences, chosen): how like each is to each chosen one; nothing to itself."""
    found = (every @ every[chosen].T).astype(np.float64)
    found[chosen, np.arange(len(chosen))] = np.nan
    return found
