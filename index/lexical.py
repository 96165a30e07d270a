"""The passages that hold the words asked for, ranked by BM25; in a large collection from postings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

import numpy as np
import numpy.typing as npt

from index.catalog import Catalog
from index.dense import Numbers
from index.postings import IN_TEXT, Postings

_SEGMENTS = 8  # of what was added since; more of them are joined
_BLOCK = 512  # rows whose best score is looked at first
_LEAST = np.finfo(np.float32).tiny
Scored = list[tuple[Postings, npt.NDArray[np.float32]]]


class Lexical:
    """Ranking by words over everything that is in the catalog.

    Without postings on the disk, which pay only in a large collection, the word index itself ranks.
    It reads every passage that holds any of the words to count them, some 5 microseconds each.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._segments: list[Postings] = []
        self._newest = 0
        self._removed = np.empty(0, np.int64)
        self._last: tuple[tuple[str, ...], Scored] | None = None

    def open(self, postings: Postings | None) -> None:
        """Begin with these postings of a generation, or with none."""
        self._last = None
        self._segments = [postings] if postings is not None else []
        self._newest = int(postings.numbers[-1]) if postings is not None else 0
        self._removed = np.empty(0, np.int64)

    def update(self) -> None:
        """Take up what has been committed since."""
        self._last = None
        if not self._segments:
            return
        removed = self._catalog.removed()
        if len(removed) != len(self._removed):
            self._segments = [segment.without(removed) for segment in self._segments]
            self._removed = removed
        if len(self._segments) > _SEGMENTS:
            self._newest = int(self._segments[0].numbers[-1])
            self._segments = self._segments[:1]
        added = Postings.of(self._catalog.words(after=self._newest))
        if len(added):
            self._segments.append(added)
            self._newest = int(added.numbers[-1])

    def frequency(self, stem: str) -> int:
        """The number of passages whose text holds a stem."""
        if not self._segments:
            return self._catalog.frequency(f'body : "{stem}"')
        return sum(int((segment.holding(stem)[1] >= IN_TEXT).sum()) for segment in self._segments)

    def holding(self, stems: Iterable[str], *, in_text: bool = False) -> Numbers:
        """The passages (n,), ascending, that hold any of these stems; in_text: not in their title alone."""
        if self._segments:
            least = IN_TEXT if in_text else 1
            found = [segment.numbers[segment.rows_with(stems, least)] for segment in self._segments]
            return np.concatenate(found)
        expression = _expression(sorted(stems))
        if not expression:
            return np.empty(0, np.int64)
        return np.array(
            self._catalog.holding_passages(f"body : ({expression})" if in_text else expression), np.int64
        )

    def vocabulary(self, prefix: str) -> list[str]:
        """Every stem that begins with ``prefix``, in order."""
        if not self._segments:
            return self._catalog.vocabulary(prefix)
        return sorted({word for segment in self._segments for word in segment.vocabulary(prefix)})

    def rank(self, stems: Sequence[str], k: int, within: Numbers | None = None) -> dict[int, float]:
        """The ``k`` best passages for these stems by BM25: number → score, best first."""
        if not self._segments:
            return self._ranked_by_catalog(stems, k, within)
        found: dict[int, float] = {}
        for segment, scores in self._scored(stems):
            chosen = None if within is None else segment.rows_of(within)
            rows = _best(scores, k) if chosen is None else chosen[_best(scores[chosen], k)]
            found |= dict(zip(segment.numbers[rows].tolist(), scores[rows].tolist(), strict=True))
        best = sorted(found, key=lambda number: (-found[number], number))[:k]
        return {number: found[number] for number in best}

    def scores(self, stems: Sequence[str], numbers: Iterable[int]) -> dict[int, float]:
        """The scores that ``rank`` gives to these passages; one that does not match has none."""
        if not self._segments:
            return self._catalog.scores(_expression(stems), numbers)
        wanted = np.fromiter(numbers, np.int64)
        found: dict[int, float] = {}
        for segment, scores in self._scored(stems):
            rows = segment.rows_of(wanted)
            rows = rows[scores[rows] > 0]
            found |= dict(zip(segment.numbers[rows].tolist(), scores[rows].tolist(), strict=True))
        return found

    def _scored(self, stems: Sequence[str]) -> Scored:
        """Every segment with the scores of its rows; a query asks twice, so the last one is remembered."""
        last = self._last
        if last is None or last[0] != tuple(stems):
            self._last = last = tuple(stems), self._score(stems)
        return last[1]

    def _score(self, stems: Sequence[str]) -> Scored:
        count = sum(segment.count for segment in self._segments)
        average = sum(segment.words for segment in self._segments) / max(1, count)
        weights = {}
        for stem in dict.fromkeys(stems):
            holding = sum(segment.frequency(stem) for segment in self._segments)
            weights[stem] = max(1e-6, log((count - holding + 0.5) / (holding + 0.5)))
        return [(segment, segment.scores(weights, average)) for segment in self._segments]

    def _ranked_by_catalog(self, stems: Sequence[str], k: int, within: Numbers | None) -> dict[int, float]:
        if within is None:
            return self._catalog.rank(_expression(stems), k)
        allowed = set(within.tolist())
        ranked = self._catalog.rank(_expression(stems), self._catalog.size())
        return dict([(number, score) for number, score in ranked.items() if number in allowed][:k])


def _best(scores: npt.NDArray[np.float32], k: int) -> Numbers:
    """The rows of the ``k`` highest scores above 0; only blocks with one of them are looked into."""
    blocks = np.maximum.reduceat(scores, np.arange(0, len(scores), _BLOCK)) if len(scores) else scores
    least = np.partition(blocks, -k)[-k] if len(blocks) > k else np.float32(0)
    rows = np.flatnonzero(scores >= max(least, _LEAST))
    if len(rows) > k:
        rows = rows[scores[rows] >= np.partition(scores[rows], -k)[-k]]
    return rows[np.lexsort((rows, -scores[rows]))][:k]


def _expression(stems: Sequence[str]) -> str:
    return " OR ".join(f'"{stem}"' for stem in stems)
