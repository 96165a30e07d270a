"""Vectors in, nearest passages out: the only import of faiss."""

from __future__ import annotations

import faiss
import numpy as np
import numpy.typing as npt

from index.embedding import Vectors

Numbers = npt.NDArray[np.int64]


class Dense:
    """Exact inner-product search over passages, each known by its number in the catalog."""

    def __init__(self, dimension: int) -> None:
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, numbers: Numbers, vectors: Vectors) -> None:
        """Add ``vectors`` (n, dimension) under ``numbers`` (n,)."""
        self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), numbers)

    def search(self, vector: Vectors, k: int, within: Numbers | None = None) -> dict[int, float]:
        """The ``k`` nearest passages to one vector (dimension,): number → cosine, best first."""
        parameters = None
        if within is not None:
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(within))  # type: ignore[call-arg]  # SWIG
        k = min(k, len(self))
        if not k:
            return {}
        scores, numbers = self._index.search(vector.reshape(1, -1), k, params=parameters)
        return {int(n): float(s) for n, s in zip(numbers[0], scores[0], strict=True) if n >= 0}
