"""BERT in torch, for many texts: in bfloat16 where the processor computes in it; the only import of torch.

The same model as in numpy (``embedding_light``), and as there texts are laid end to end, so that
nothing is spent on padding, and every processor works on texts of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from index.embedding_light import Array, LightEncoder, cores

_PIECES_AT_ONCE = 4096  # fewer cost calls, more do not fit into a processor's cache


def has_accelerator() -> bool:
    """Whether there is something faster than the processor, which sentence-transformers then uses."""
    return torch.cuda.is_available() or torch.backends.mps.is_available()


def computes_bfloat16() -> bool:
    """Whether the processor has instructions for it; without them it is slower than float32."""
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


class TorchEncoder:
    """The model of a LightEncoder, for a processor."""

    def __init__(self, light: LightEncoder) -> None:
        self._light = light
        kind = torch.bfloat16 if computes_bfloat16() else torch.float32
        self._weights = {name: torch.from_numpy(array).to(kind) for name, array in light.weights.items()}

    def encode(self, texts: Sequence[str], progress: Callable[[int], object] | None = None) -> Array:
        """Embed texts: (len(texts), dimension) float32, of the length that the model gives them."""
        pieces = self._light.pieces(texts)
        order = sorted(range(len(pieces)), key=lambda i: len(pieces[i]))
        vectors = np.empty((len(pieces), self._light.dimension), np.float32)
        groups = _groups(order, [len(ids) for ids in pieces])
        # One thread each; the number of threads is a setting of the thread that sets it.
        with ThreadPoolExecutor(cores(), initializer=torch.set_num_threads, initargs=(1,)) as pool:
            for group, found in zip(
                groups, pool.map(lambda group: self._forward([pieces[i] for i in group]), groups), strict=True
            ):
                vectors[group] = found
                if progress:
                    progress(len(group))
        return vectors

    @torch.inference_mode()
    def _forward(self, pieces: Sequence[Sequence[int]]) -> Array:
        """(texts, dimension) of the word pieces of some texts."""
        sizes = [len(ids) for ids in pieces]
        flat = torch.cat([torch.as_tensor(ids) for ids in pieces])
        places = torch.cat([torch.arange(size) for size in sizes])
        states = self._weights["embeddings.word_embeddings.weight"][flat]
        states += self._weights["embeddings.position_embeddings.weight"][places]
        states += self._weights["embeddings.token_type_embeddings.weight"][0]
        states = self._normalised(states, "embeddings.LayerNorm")
        for layer in range(self._light.layers):
            name = f"encoder.layer.{layer}"
            attended = self._attended(self._linear(states, f"{name}.attention"), sizes)
            states = self._linear(attended, f"{name}.attention.output.dense").add_(states)
            states = self._normalised(states, f"{name}.attention.output.LayerNorm")
            inner = functional.gelu(self._linear(states, f"{name}.intermediate.dense"))
            states = self._linear(inner, f"{name}.output.dense").add_(states)
            states = self._normalised(states, f"{name}.output.LayerNorm")
        texts = torch.split(states.float(), sizes)
        if self._light.pooling == "cls":
            return np.stack([text[0].numpy() for text in texts])
        return np.stack([text.mean(dim=0).numpy() for text in texts])

    def _linear(self, states: Tensor, name: str) -> Tensor:
        return functional.linear(states, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _normalised(self, states: Tensor, name: str) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return functional.layer_norm(states, weight.shape, weight, bias, self._light.epsilon)

    def _attended(self, projected: Tensor, sizes: list[int]) -> Tensor:
        """Softmax attention within each text; projected: (pieces, 3 x dimension), query, key, value."""
        found = []
        for text in torch.split(projected, sizes):
            query, key, value = text.view(1, len(text), 3, self._light.heads, -1).permute(2, 0, 3, 1, 4)
            attended = functional.scaled_dot_product_attention(query, key, value)
            found.append(attended[0].transpose(0, 1).reshape(len(text), -1))
        return torch.cat(found)


def _groups(order: Sequence[int], sizes: Sequence[int]) -> list[list[int]]:
    """Texts by number, in the order given: as many together as are quick, one group a processor or more."""
    most = min(_PIECES_AT_ONCE, sum(sizes) // cores() + 1)
    groups: list[list[int]] = []
    filled = most
    for number in order:
        if filled + sizes[number] > most:
            groups.append([])
            filled = 0
        groups[-1].append(number)
        filled += sizes[number]
    return groups
