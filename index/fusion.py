"""Two rankings of passages made one. Scores in, scores out; passages are known by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import numpy as np
import numpy.typing as npt

Fusion = Literal["weighted", "rrf", "dense", "lexical"]
Scores = Mapping[int, float]

_NOISE = 1e-5  # scores that differ by less are equal: words that stand in most passages tell nothing
_RRF = 60  # the constant of reciprocal-rank fusion, Cormack et al., SIGIR 2009


def weighted(dense: Scores, lexical: Scores) -> dict[int, float]:
    """The mean of the two standard scores (mean 0, deviation 1) of each passage.

    Both hold every passage that either ranking came up with; only without a lexical score a passage
    has none of the words, and counts as 0. On SciFact's training claims nDCG@10 is 0.738 this way,
    0.731 when what a ranking had left out counted as its last; on SQuAD's paragraphs 0.921 and 0.919
    (see docs/datasets.md).
    """
    numbers = list(dense)
    both = _standard(dense.values()) + _standard(lexical.get(number, 0.0) for number in numbers)
    return dict(zip(numbers, (both / 2).tolist(), strict=True))


def reciprocal(dense: Scores, lexical: Scores) -> dict[int, float]:
    """The sum of the reciprocal ranks; each ranking is best first."""
    fused: dict[int, float] = {}
    for ranking in (dense, lexical):
        for rank, number in enumerate(ranking, start=1):
            fused[number] = fused.get(number, 0.0) + 1 / (_RRF + rank)
    return fused


def _standard(scores: Iterable[float]) -> npt.NDArray[np.float64]:
    values = np.fromiter(scores, np.float64)
    deviation = values.std()
    standard: npt.NDArray[np.float64] = (values - values.mean()) / (deviation if deviation > _NOISE else 1.0)
    return standard
