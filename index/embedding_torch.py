"""BERT in torch, for many texts: in bfloat16 where the processor computes in it; the only import of torch.

The same model as in numpy (``embedding_light``), and as there texts are laid end to end, so that
nothing is spent on padding, and every processor works on texts of its own. In bfloat16 the matrix
products are oneDNN's, with weights in the order that its kernels read them, and with what follows a
product (GELU, the sum with what went in) done while its result is still in registers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate, groupby

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from index.embedding_light import Array, Cut, LightEncoder, cores, pool

_PIECES_AT_ONCE = 2048  # fewer cost calls, more do not fit into a processor's cache
_ROWS = 64  # the products are of a multiple of so many rows: oneDNN compiles a kernel for each size
_KEYS = 32  # attention over what is no multiple of it takes half as long again
# What follows a product, as oneDNN names it.
_Operation = tuple[str, list[float], str]
_NOTHING: _Operation = ("none", [], "")
_GELU: _Operation = ("gelu", [], "none")


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
        exact = {name: torch.from_numpy(array) for name, array in light.weights.items()}
        places = exact["embeddings.position_embeddings.weight"]
        exact["places"] = places + exact["embeddings.token_type_embeddings.weight"][0]
        self._weights = {name: tensor.to(kind) for name, tensor in exact.items()}
        self._linear = _fused if kind == torch.bfloat16 else _plain
        if self._linear is _fused:
            for name in self._weights:
                if name.startswith("encoder.") and name.endswith(("dense.weight", "attention.weight")):
                    self._weights[name] = torch.ops.mkldnn._reorder_linear_weight(
                        self._weights[name], _PIECES_AT_ONCE
                    )
        # One thread each, a setting of the thread that sets it; and kept, for each compiles its own kernels.
        self._pool = ThreadPoolExecutor(cores(), initializer=torch.set_num_threads, initargs=(1,))
        # Keys after the end of a text; any stretch of it, so many before the middle as the text has.
        self._mask = torch.zeros(light.longest + _KEYS, dtype=kind)
        self._mask[light.longest :] = -torch.inf

    def encode(self, texts: Sequence[str], progress: Callable[[int], object] | None = None) -> Array:
        """Embed texts: (len(texts), dimension) float32, of the length that the model gives them."""
        if not texts:
            return np.empty((0, self._light.dimension), np.float32)
        return np.concatenate(self.pooled([(pieces, []) for pieces in self._light.pieces(texts)], progress))

    def pooled(self, texts: Sequence[Cut], progress: Callable[[int], object] | None = None) -> list[Array]:
        """Of each text (1 + parts, dimension): its vector, then those of its parts in it (see ``pool``)."""
        sizes = [len(pieces) for pieces, _ in texts]
        groups = _groups(sorted(range(len(texts)), key=sizes.__getitem__), sizes)
        done = self._pool.map(lambda group: self._forward([texts[i] for i in group]), groups)
        pooled: dict[int, Array] = {}
        for group, found in zip(groups, done, strict=True):
            pooled.update(zip(group, found, strict=True))
            if progress:
                progress(len(group))
        return [pooled[number] for number in range(len(texts))]

    @torch.inference_mode()
    def _forward(self, texts: Sequence[Cut]) -> list[Array]:
        """What ``pooled`` gives of some texts; quick where those of a length are together."""
        pieces = [ids for ids, _ in texts]
        sizes = [len(ids) for ids in pieces]
        states = self._embedded(pieces, sizes)
        for layer in range(self._light.layers):
            name = f"encoder.layer.{layer}"
            attended = self._attended(self._product(states, f"{name}.attention"), sizes)
            states = self._product(attended, f"{name}.attention.output.dense", added=states)
            states = self._normalised(states, f"{name}.attention.output.LayerNorm")
            inner = self._product(states, f"{name}.intermediate.dense", gelu=True)
            states = self._product(inner, f"{name}.output.dense", added=states)
            states = self._normalised(states, f"{name}.output.LayerNorm")
        own = np.split(states[: sum(sizes)].float().numpy(), list(accumulate(sizes))[:-1])
        return [pool(found, parts, self._light.pooling) for found, (_, parts) in zip(own, texts, strict=True)]

    def _embedded(self, pieces: Sequence[Sequence[int]], sizes: Sequence[int]) -> Tensor:
        """(rows, dimension): the texts end to end, and as many rows as attention may look at after them."""
        rows = -(-(sum(sizes) + _KEYS) // _ROWS) * _ROWS
        words, places = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
        words[: sum(sizes)] = np.concatenate([np.asarray(ids) for ids in pieces])
        places[: sum(sizes)] = np.concatenate([np.arange(size) for size in sizes])
        states = self._weights["embeddings.word_embeddings.weight"][torch.from_numpy(words)]
        states += self._weights["places"][torch.from_numpy(places)]
        return self._normalised(states, "embeddings.LayerNorm")

    def _product(
        self, states: Tensor, name: str, *, gelu: bool = False, added: Tensor | None = None
    ) -> Tensor:
        return self._linear(
            states, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"], gelu, added
        )

    def _normalised(self, states: Tensor, name: str) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return functional.layer_norm(states, bias.shape, weight, bias, self._light.epsilon)

    def _attended(self, projected: Tensor, sizes: Sequence[int]) -> Tensor:
        """Softmax attention within each text; projected: (rows, 3 x dimension), query, key, value.

        A text is taken together with the first of the next one, up to a size that is quick; a mask
        hides their keys, and what becomes of their queries is left out.
        """
        width, heads = self._light.dimension, self._light.heads
        attended = torch.zeros(len(projected), width, dtype=projected.dtype)
        for start, size, count in _alike(sizes):
            end, keys = start + size * count, -(-size // _KEYS) * _KEYS
            windows = projected[start : end - size + keys].unfold(0, keys, size)
            query, key, value = windows.view(count, 3, heads, -1, keys).permute(1, 0, 2, 4, 3)
            mask = self._mask[self._light.longest - size :][:keys].expand(count, 1, 1, keys)
            found = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
            attended[start:end] = found[:, :, :size].transpose(1, 2).reshape(size * count, width)
        return attended


def _fused(states: Tensor, weight: Tensor, bias: Tensor, gelu: bool, added: Tensor | None) -> Tensor:
    """A product by oneDNN; its weight has been reordered."""
    linear = torch.ops.mkldnn._linear_pointwise
    found: Tensor = (
        linear(states, weight, bias, *(_GELU if gelu else _NOTHING))
        if added is None
        else linear.binary(states, added, weight, bias, "add")
    )
    return found


def _plain(states: Tensor, weight: Tensor, bias: Tensor, gelu: bool, added: Tensor | None) -> Tensor:
    found = functional.linear(states, weight, bias)
    if added is not None:
        found += added
    return functional.gelu(found) if gelu else found


def _alike(sizes: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Neighbouring texts of the same length: where the first starts, the length, how many there are."""
    start = 0
    for size, group in groupby(sizes):
        count = len(list(group))
        yield start, size, count
        start += size * count


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
