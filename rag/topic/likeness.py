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
import numpy.typing as npt

from index.embedding import Vectors, unit
from rag.topic.nearness import Values

_NEAREST = 5  # sentences
_MOST = 64  # sentences that speak of the topic for certain


class Like(NamedTuple):
    """How like sentences are, as a cosine, to others: the nearest to the topic, in the mean; of those that
    speak of it for certain the likest in the same document, and in other documents; and what these have in
    common.
    """

    nearest: Values
    here: Values
    elsewhere: Values
    common: Values


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
    to_near, to_sure = _cosines(every, near), _cosines(every, sure)
    same = document[:, None] == document[sure][None, :]
    common = every[sure].sum(axis=0) if sure else np.zeros(every.shape[1], every.dtype)
    like = Like(
        nearest=np.nansum(to_near, axis=1) / np.maximum((~np.isnan(to_near)).sum(axis=1), 1),
        here=_likest(to_sure, same),
        elsewhere=_likest(to_sure, ~same),
        common=(every @ unit(common)).astype(np.float64),
    )
    return np.split(np.stack(like, axis=1), starts[1:-1])


def _likest(cosines: Values, those: npt.NDArray[np.bool_]) -> Values:
    """(sentences,): the highest of these cosines; 0 where there are none."""
    known = np.where(those & ~np.isnan(cosines), cosines, -np.inf)
    highest: Values = known.max(axis=1, initial=-np.inf)
    return np.where(np.isinf(highest), 0.0, highest)


def _cosines(every: Vectors, chosen: Sequence[int]) -> Values:
    """(sentences, chosen): how like each is to each chosen one; nothing to itself."""
    found = (every @ every[chosen].T).astype(np.float64)
    found[chosen, np.arange(len(chosen))] = np.nan
    return found
