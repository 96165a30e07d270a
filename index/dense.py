"""Vectors in, nearest passages out: the only import of faiss."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import numpy.typing as npt

from index.embedding import Vectors

Numbers = npt.NDArray[np.int64]

# Partitions looked into for a query: on 1,000,000 vectors in 4,096 of them, 5 ms of one core; for
# the recall see docs/collection.md.
_PROBED = 192
WHOLE_UP_TO = 20_000  # passages: 2 ms of one core
_TRAINED_ON = 40  # vectors for each partition; more of them change the recall by less than 0.1 %
_ROUNDS = 8  # of k-means, likewise


class Exact:
    """Exact inner-product search over passages, each known by its number; 2 bytes a dimension."""

    def __init__(self, dimension: int) -> None:
        # The catalog stores half precision, so this keeps the vectors as they are.
        kind = faiss.ScalarQuantizer.QT_fp16
        flat = faiss.IndexScalarQuantizer(dimension, kind, faiss.METRIC_INNER_PRODUCT)
        self._index = faiss.IndexIDMap(flat)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, numbers: Numbers, vectors: Vectors) -> None:
        """Add ``vectors`` (n, dimension) under ``numbers`` (n,)."""
        self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), numbers)

    def search(
        self, vector: Vectors, k: int, *, within: Numbers | None = None, without: Numbers | None = None
    ) -> dict[int, float]:
        """The ``k`` nearest passages to one vector (dimension,): number → cosine, best first."""
        chosen = _selector(within, without)
        parameters = faiss.SearchParameters(sel=chosen) if chosen else None  # type: ignore[call-arg]  # SWIG
        return _found(self._index, vector, k, parameters)


class Partitions:
    """Passages by their nearest of some thousand centres, a byte a dimension; a query looks into a few.

    Scores are near enough to say which passages to look at; who needs cosines computes them.
    """

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def trained(cls, sample: Vectors, passages: int) -> Partitions:
        """Empty, its centres chosen on a sample of the vectors of that many passages."""
        index: Any = faiss.index_factory(
            sample.shape[1], f"IVF{partitions_for(passages)},SQ8", faiss.METRIC_INNER_PRODUCT
        )
        index.cp.niter = _ROUNDS
        index.cp.max_points_per_centroid = _TRAINED_ON
        index.cp.min_points_per_centroid = 1
        index.train(np.ascontiguousarray(sample, np.float32))
        return cls(index)

    @classmethod
    def mapped(cls, file: Path) -> Partitions:
        """Read from a file whose checksum was compared: faiss itself reads many damaged files silently.

        The vectors stay on the disk and come into memory as they are looked at.
        """
        index: Any = faiss.read_index(str(file), faiss.IO_FLAG_MMAP)
        lists: Any = faiss.downcast_InvertedLists(index.invlists)
        lists.prefetch_nthread = 0  # threads that start for every query cost more than they fetch
        return cls(index)

    @classmethod
    def copied(cls, file: Path) -> Partitions:
        """Read into memory, so that more can be added; of a file whose checksum was compared."""
        return cls(faiss.read_index(str(file)))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, numbers: Numbers, vectors: Vectors) -> None:
        """Add ``vectors`` (n, dimension) under ``numbers`` (n,)."""
        self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), numbers)

    def remove(self, numbers: Numbers) -> None:
        """Take out the passages of these numbers."""
        if len(numbers):
            self._index.remove_ids(faiss.IDSelectorBatch(numbers))

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def write(self, file: Path) -> None:
        """Raises OSError when there is no room for it."""
        try:
            faiss.write_index(self._index, str(file))
        except RuntimeError as error:  # what faiss raises, whatever the cause
            raise OSError(f"{file} could not be written: {error}") from error

    def search(
        self, vector: Vectors, k: int, *, within: Numbers | None = None, without: Numbers | None = None
    ) -> dict[int, float]:
        """About the ``k`` nearest passages to one vector (dimension,): number → about its cosine."""
        partitions = self._index.nlist
        share = 1.0 if within is None else len(within) / max(1, len(self))
        probed = min(partitions, int(_PROBED / max(share, _PROBED / partitions)))
        parameters = faiss.SearchParametersIVF(  # type: ignore[call-arg]  # SWIG
            nprobe=probed, sel=_selector(within, without)
        )
        return _found(self._index, vector, k, parameters)


def partitions_for(passages: int) -> int:
    """How many partitions suit a size: about four times its square root, a power of two; 1 where all
    can be looked at.
    """
    if passages <= WHOLE_UP_TO:
        return 1
    return 1 << max(0, round(log2(min(4 * passages**0.5, passages / 4))))


def sample_size(passages: int) -> int:
    """How many vectors to train on."""
    return min(passages, _TRAINED_ON * partitions_for(passages))


def merged(rankings: Iterable[dict[int, float]], k: int) -> dict[int, float]:
    """The ``k`` best of several rankings, best first."""
    scores = {number: score for ranking in rankings for number, score in ranking.items()}
    best = sorted(scores, key=lambda number: (-scores[number], number))[:k]
    return {number: scores[number] for number in best}


def _selector(within: Numbers | None, without: Numbers | None) -> Any:
    removed = without if without is not None and len(without) else None
    if within is not None:
        return _bitmap(within if removed is None else np.setdiff1d(within, removed))
    return faiss.IDSelectorNot(_bitmap(removed)) if removed is not None else None


def _bitmap(numbers: Numbers) -> Any:
    mask = np.zeros(int(numbers.max(initial=0)) + 1, bool)
    mask[numbers] = True
    return faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))  # type: ignore[call-arg,arg-type]  # SWIG


def _found(index: Any, vector: Vectors, k: int, parameters: Any) -> dict[int, float]:
    k = min(k, int(index.ntotal))
    if not k:
        return {}
    scores, numbers = index.search(vector.reshape(1, -1), k, params=parameters)
    return {int(n): float(s) for n, s in zip(numbers[0], scores[0], strict=True) if n >= 0}
