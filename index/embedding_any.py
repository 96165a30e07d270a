"""Any sentence-transformers model, on whatever the machine has; the only import of that library."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from index.embedding_light import Array
from index.embedding_torch import computes_bfloat16

_BATCH = 32
_BATCH_ON_ACCELERATOR = 256


class AnyEncoder:
    """A sentence-transformers model from its folder; raises OSError or ValueError where there is none."""

    def __init__(self, folder: Path) -> None:
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self._exact = SentenceTransformer(str(folder), local_files_only=True, trust_remote_code=False)
        self._exact.eval()
        self._batch = _BATCH if self._exact.device.type == "cpu" else _BATCH_ON_ACCELERATOR

    @cached_property
    def _fast(self) -> SentenceTransformer:
        """A copy in bfloat16 where it is faster (on a processor 3-4 times, cosine > 0.997)."""
        if self._exact.device.type == "cpu" and not computes_bfloat16():
            return self._exact
        return copy.deepcopy(self._exact).bfloat16()

    @property
    def longest(self) -> int:
        """Word pieces that a text may have before the model cuts it off, special tokens included."""
        return int(self._exact.max_seq_length or 512)

    @property
    def dimension(self) -> int:
        return int(self._exact.get_embedding_dimension() or 0)

    def encode(
        self, texts: Sequence[str], *, fast: bool, progress: Callable[[int], object] | None = None
    ) -> Array:
        """Embed texts: (len(texts), dimension) float32, of the length that the model gives them."""
        model = self._fast if fast else self._exact
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for at in range(0, len(order), self._batch):
            batch = order[at : at + self._batch]
            vectors[batch] = model.encode(
                [texts[i] for i in batch],
                batch_size=self._batch,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
            if progress:
                progress(len(batch))
        return vectors
