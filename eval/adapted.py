"""The embedding model in torch, its weights frozen, with an adapter to each layer that can be trained.

Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", ICLR 2022.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from index.embedding import Embedder
from index.embedding_light import Array, LightEncoder
from rag.adapters import DOWN, UP

RANK = 8
_DROPPED = 0.1
_ADAPTED = ("attention", "attention.output.dense", "intermediate.dense", "output.dense")


def keep(arrays: Mapping[str, Array], about: Mapping[str, Any], file: Path) -> None:
    """Write a trained model, with what is to be known of it."""
    from safetensors.numpy import save_file  # noqa: PLC0415 (only after training)

    save_file(dict(arrays), file, metadata={name: json.dumps(value) for name, value in about.items()})


def light_encoder() -> LightEncoder:
    """The embedding model's weights."""
    found = LightEncoder.open(Embedder().folder)
    if found is None:
        raise TypeError("the embedding model that ships is a plain BERT")
    return found


def dropped(states: Tensor) -> Tensor:
    return functional.dropout(states, _DROPPED, training=True)


class Adapted(nn.Module):
    """The model; its parameters are those of the adapter."""

    def __init__(self, light: LightEncoder, rank: int = RANK) -> None:
        super().__init__()
        self._frozen = {name: torch.from_numpy(np.array(value)) for name, value in light.weights.items()}
        self._light = light
        self._names = [f"encoder.layer.{layer}.{part}" for layer in range(light.layers) for part in _ADAPTED]
        shapes = [self._frozen[f"{name}.weight"].shape for name in self._names]
        self._down = nn.ParameterList([torch.randn(rank, ins) / math.sqrt(ins) for _, ins in shapes])
        self._up = nn.ParameterList([torch.zeros(outs, rank) for outs, _ in shapes])

    def arrays(self) -> dict[str, Tensor]:
        """The adapter as it is kept."""
        found: dict[str, Tensor] = {}
        for name, down, up in zip(self._names, self._down, self._up, strict=True):
            found |= {name + DOWN: down, name + UP: up}
        return found

    def forward(self, pieces: Tensor, read: Tensor) -> Tensor:
        """(rows, pieces) → (rows, pieces, dimension) after all layers; read: 1 for what is no filling."""
        length = pieces.shape[1]
        states = self._frozen["embeddings.word_embeddings.weight"][pieces]
        states = states + self._frozen["embeddings.position_embeddings.weight"][:length]
        states = states + self._frozen["embeddings.token_type_embeddings.weight"][0]
        states = self._normalised(states, "embeddings.LayerNorm")
        filling = (1 - read)[:, None, None] * torch.finfo(torch.float32).min
        for layer in range(self._light.layers):
            states = self._layered(states, filling, layer)
        return states

    def _layered(self, states: Tensor, filling: Tensor, layer: int) -> Tensor:
        rows, length, dimension = states.shape
        first = layer * len(_ADAPTED)
        name = f"encoder.layer.{layer}"
        projected = self._linear(states, first).view(rows, length, 3, self._light.heads, -1)
        query, key, value = projected.permute(2, 0, 3, 1, 4)
        mask = filling.expand(-1, self._light.heads, length, -1)
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(rows, length, dimension)
        states = states + dropped(self._linear(attended, first + 1))
        states = self._normalised(states, f"{name}.attention.output.LayerNorm")
        inner = functional.gelu(self._linear(states, first + 2))
        states = states + dropped(self._linear(inner, first + 3))
        return self._normalised(states, f"{name}.output.LayerNorm")

    def _linear(self, states: Tensor, at: int) -> Tensor:
        name = self._names[at]
        found = functional.linear(states, self._frozen[f"{name}.weight"], self._frozen[f"{name}.bias"])
        return found + functional.linear(functional.linear(dropped(states), self._down[at]), self._up[at])

    def _normalised(self, states: Tensor, name: str) -> Tensor:
        weight, bias = self._frozen[f"{name}.weight"], self._frozen[f"{name}.bias"]
        return functional.layer_norm(states, bias.shape, weight, bias, self._light.epsilon)


def laid(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Pieces side by side, filled up with zeros, and 1 for what is no filling: (rows, pieces) each."""
    pieces = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    read = torch.zeros(pieces.shape)
    for at, row in enumerate(rows):
        pieces[at, : len(row)] = torch.tensor(row)
        read[at, : len(row)] = 1
    return pieces, read


def mean_of(states: Tensor, read: Tensor) -> Tensor:
    """(rows, pieces, dimension) → (rows, dimension): the mean of what is no filling."""
    found: Tensor = (states * read[..., None]).sum(1) / read.sum(1, keepdim=True)
    return found
