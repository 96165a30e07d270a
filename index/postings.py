"""Which passages hold a word, as arrays that can lie on the disk; ranked as FTS5's bm25 ranks them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from index.catalog import SENTENCE_MARK
from index.dense import Numbers

Arrays = Mapping[str, npt.NDArray[Any]]

# How often a word stands in a title and in a text, in one byte: two bits and six.
_OFTEN_IN_TITLE, _OFTEN_IN_TEXT, IN_TEXT = 3, 63, 4
_TITLE_WEIGHT = 0.5
_ONE_OVER_OFTEN = np.array(
    [1 / ((code // IN_TEXT + _TITLE_WEIGHT * (code % IN_TEXT)) or 1) for code in range(256)], np.float32
)
_K1, _B = 1.2, 0.75  # of BM25, as in SQLite


class Postings:
    """The words of some passages; each has a row, in the order of their numbers.

    numbers, live, lengths (n,): of each row the passage, whether it is still there, how many words it
    has; offsets, terms: the words in order, as bytes one after the other; starts: where in rows and
    codes those of each word begin.
    """

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.numbers, self.live = arrays["numbers"], arrays["live"]
        self.lengths = arrays["lengths"]
        self._offsets, self._terms = arrays["offsets"], arrays["terms"]
        self._starts, self._rows, self._codes = arrays["starts"], arrays["rows"], arrays["often"]
        self.count = int(np.count_nonzero(self.live))
        self.words = int(self.lengths[self.live].sum())  # in all rows that are there, however often
        self._damped: tuple[float, npt.NDArray[np.float32]] | None = None

    @classmethod
    def of(cls, passages: Iterable[tuple[int, str, str]]) -> Postings:
        """Of passages in the order of their numbers: number, words of the title, words of the text."""
        known: defaultdict[str, int] = defaultdict(lambda: len(known))
        numbers, lengths = array("q"), array("I")
        terms, rows, codes = array("I"), array("I"), bytearray()
        for row, (number, title, body) in enumerate(passages):
            in_title, in_body = title.split(), body.split()
            numbers.append(number)
            lengths.append(len(in_title) + len(in_body))
            found = {word: min(often, _OFTEN_IN_TITLE) for word, often in Counter(in_title).items()}
            for word, often in Counter(in_body).items():
                found[word] = found.get(word, 0) + IN_TEXT * min(often, _OFTEN_IN_TEXT)
            found.pop(SENTENCE_MARK, None)
            terms.extend(known[word] for word in found)
            rows.extend([row] * len(found))
            codes.extend(found.values())
        words = [word.encode("utf-8", "surrogatepass") for word in known]
        place = np.empty(len(words), np.int64)
        place[sorted(range(len(words)), key=words.__getitem__)] = np.arange(len(words))
        term = place[np.frombuffer(terms, np.uint32)] if terms else np.empty(0, np.int64)
        order = np.argsort(term, kind="stable")
        return cls(
            {
                "numbers": np.array(numbers, np.int64),
                "live": np.ones(len(numbers), bool),
                "lengths": np.array(lengths, np.uint32),
                **_vocabulary(sorted(words)),
                "starts": _starts(np.bincount(term, minlength=len(words))),
                "rows": np.array(rows, np.uint32)[order],
                "often": np.frombuffer(bytes(codes), np.uint8)[order],
            }
        )

    def __len__(self) -> int:
        return len(self.numbers)

    def rows_of(self, numbers: Numbers) -> Numbers:
        """The rows of these passages, as far as they are here."""
        rows = np.unique(np.searchsorted(self.numbers, numbers))
        rows = rows[rows < len(self)]
        return rows[np.isin(self.numbers[rows], numbers)]

    def holding(self, word: str) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8]]:
        """The rows that hold a word, ascending; how often each, in the title + ``IN_TEXT`` × in the text."""
        at = self._place(word.encode("utf-8", "surrogatepass"))
        if at is None:
            return np.empty(0, np.uint32), np.empty(0, np.uint8)
        start, end = self._starts[at], self._starts[at + 1]
        return self._rows[start:end], self._codes[start:end]

    def rows_with(self, words: Iterable[str], least: int) -> Numbers:
        """The rows that are there, ascending, with any of these words; least: of the code of each."""
        marked = np.zeros(len(self), bool)
        for word in words:
            rows, codes = self.holding(word)
            marked[rows[codes >= least]] = True
        marked &= self.live
        return np.flatnonzero(marked)

    def vocabulary(self, prefix: str) -> list[str]:
        """Every word that begins with ``prefix`` of the rows that are there, in order."""
        first = prefix.encode("utf-8", "surrogatepass")
        at, found = self._after(first), []
        while at < len(self._offsets) - 1 and (word := self._word(at)).startswith(first):
            found.append(word.decode("utf-8", "surrogatepass"))
            at += 1
        return found if self.count == len(self) else [word for word in found if self.frequency(word)]

    def frequency(self, word: str) -> int:
        """How many of the rows that are there hold a word."""
        rows, _ = self.holding(word)
        return len(rows) if self.count == len(self) else int(np.count_nonzero(self.live[rows]))

    def scores(self, weights: Mapping[str, float], average: float) -> npt.NDArray[np.float32]:
        """BM25 of every row, 0 for one that holds none; of each word its weight, and the mean length."""
        scores = np.zeros(len(self), np.float32)
        damping = self._damping(average)
        for word, weight in weights.items():
            found, codes = self.holding(word)
            rows = found.astype(np.intp)
            # weight * (k1 + 1) * often / (often + damping), with nothing made that is not needed
            part = damping.take(rows)
            part *= _ONE_OVER_OFTEN.take(codes)
            part += 1
            np.divide(np.float32(weight * (_K1 + 1)), part, out=part)
            part += scores.take(rows)
            scores[rows] = part
        scores[~self.live] = 0
        return scores

    def _damping(self, average: float) -> npt.NDArray[np.float32]:
        """What the length of each row takes from its scores; remembered while the mean length is the same."""
        if self._damped is None or self._damped[0] != average:
            lengths = self.lengths.astype(np.float32)
            self._damped = average, np.float32(_K1) * (1 - _B + np.float32(_B / average) * lengths)
        return self._damped[1]

    def without(self, removed: Numbers) -> Postings:
        """The same, these passages marked as gone."""
        return Postings({**self.arrays, "live": self.live & ~np.isin(self.numbers, removed)})

    def with_more(self, more: Postings) -> Postings:
        """Together with those of passages of higher numbers."""
        ours, theirs = self._words(), more._words()
        words = sorted({*ours, *theirs})
        place = {word: at for at, word in enumerate(words)}
        counts = np.zeros(len(words), np.int64)
        parts = []
        for postings, own in ((self, ours), (more, theirs)):
            where = np.array([place[word] for word in own], np.int64)
            parts.append((postings, where, np.diff(postings._starts)))
            counts[where] += parts[-1][2]
        starts = _starts(counts)
        rows, codes = np.empty(starts[-1], np.uint32), np.empty(starts[-1], np.uint8)
        filled, first = starts[:-1].copy(), 0
        for postings, where, own_counts in parts:
            shift = np.repeat(filled[where] - postings._starts[:-1], own_counts)
            target = shift + np.arange(len(shift))
            rows[target] = postings._rows + np.uint32(first)
            codes[target] = postings._codes
            filled[where] += own_counts
            first += len(postings)
        joined = {
            name: np.concatenate([self.arrays[name], more.arrays[name]])
            for name in ("numbers", "live", "lengths")
        }
        return Postings({**joined, **_vocabulary(words), "starts": starts, "rows": rows, "often": codes})

    def _place(self, word: bytes) -> int | None:
        at = self._after(word)
        return at if at < len(self._offsets) - 1 and self._word(at) == word else None

    def _after(self, word: bytes) -> int:
        """The place of the first word that is not before this one."""
        return bisect_left(range(len(self._offsets) - 1), word, key=self._word)

    def _word(self, at: int) -> bytes:
        return bytes(self._terms[self._offsets[at] : self._offsets[at + 1]])

    def _words(self) -> list[bytes]:
        data, offsets = self._terms.tobytes(), self._offsets.tolist()
        return [data[start:end] for start, end in pairwise(offsets)]


def _vocabulary(words: list[bytes]) -> dict[str, npt.NDArray[Any]]:
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    return {"offsets": _starts(lengths), "terms": np.frombuffer(b"".join(words), np.uint8)}


def _starts(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
