"""What the trained models share: how they are kept, the embedding model that ships, adapters to its layers.

Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", ICLR 2022.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np

from index.embedding import Embedder
from index.embedding_light import Adapter, Array

DOWN, UP = ".down", ".up"  # the two matrices of an adapter, behind the name of its layer


@lru_cache(maxsize=8)
def arrays_in(file: Path) -> Mapping[str, Array]:
    """The arrays of a trained model by name, read once."""
    from safetensors.numpy import load_file  # noqa: PLC0415 (not every question needs it)

    return load_file(file)


def adapter_of(arrays: Mapping[str, Array]) -> Adapter:
    """The adapter among these arrays."""
    layers = [name.removesuffix(DOWN) for name in arrays if name.endswith(DOWN)]
    return {
        name: (arrays[name + DOWN].astype(np.float32), arrays[name + UP].astype(np.float32))
        for name in layers
    }


@lru_cache(maxsize=1)
def embedder() -> Embedder:
    """The embedding model that ships, whichever a collection was made with."""
    return Embedder()
