"""BERT in numpy: the vectors of a question without the seconds that importing torch takes.

Devlin et al., NAACL 2019, in float32, for the models whose configuration says that they are just
that; tests compare the vectors with those of sentence-transformers. Texts are laid end to end, so
that nothing is spent on padding. A processor works on texts of its own: threads that share one of
attention's small products spend most of their time waiting for each other.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.documents import Span
from index.pieces import Pieces

Array = npt.NDArray[np.float32]
# What is added to linear layers, by their names: (rank, inputs) and (outputs, rank), to be multiplied.
# Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", ICLR 2022.
Adapter = Mapping[str, tuple[Array, Array]]
Cut = tuple[list[int], list[slice]]  # the word pieces of a text, and where among them those of its parts are

_PIECES_AT_ONCE = 1024  # what a layer makes of them still fits into a processor's cache
_ROWS_AT_ONCE = 32
_FEW_PIECES = 48  # a question
# 1 - erf(x) = (a1 t + ... + a5 t^5) exp(-x^2), t = 1 / (1 + p x), within 1.5e-7:
# Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26.
_ERF_P = np.float32(0.3275911)
_ERF_A = tuple(np.float32(a) for a in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592))
_POOLING = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}


class LightEncoder:
    """An encoder of the BERT family, from its folder."""

    def __init__(self, folder: Path, config: dict[str, Any], pooling: str, longest: int) -> None:
        from safetensors.numpy import load_file  # noqa: PLC0415 (it and the next are not always needed)
        from threadpoolctl import ThreadpoolController  # noqa: PLC0415

        self._blas = ThreadpoolController()
        self.cut = Pieces(folder / "tokenizer.json")
        self.weights: dict[str, Array] = load_file(folder / "model.safetensors")
        self.layers = int(config["num_hidden_layers"])
        self.heads = int(config["num_attention_heads"])
        self.epsilon = float(config["layer_norm_eps"])
        self.pooling = pooling
        self.longest = longest  # word pieces of a text, special tokens included; the rest is cut off
        for layer in range(self.layers):
            for kind in ("weight", "bias"):
                parts = [
                    f"encoder.layer.{layer}.attention.self.{n}.{kind}" for n in ("query", "key", "value")
                ]
                joined = np.concatenate([self.weights.pop(part) for part in parts])
                self.weights[f"encoder.layer.{layer}.attention.{kind}"] = joined

    @classmethod
    def open(cls, folder: Path) -> LightEncoder | None:
        """The encoder in ``folder``; None for a model that is anything but a plain BERT in float32."""
        described = _described(folder)
        return cls(folder, *described) if described else None

    @property
    def dimension(self) -> int:
        return int(self.weights["embeddings.word_embeddings.weight"].shape[1])

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """The word pieces of texts, special tokens included, cut off at ``longest``."""
        return self.cut.framed(texts, self.longest)

    def parted(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> list[Cut]:
        """The same of texts with parts (see ``Pieces.parted``)."""
        return [
            self.cut.parted(text, within, self.longest) for text, within in zip(texts, parts, strict=True)
        ]

    def encode(self, texts: Sequence[str]) -> Array:
        """Embed texts: (len(texts), dimension) float32, of the length that the model gives them."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return np.concatenate(self.pooled([(pieces, []) for pieces in self.pieces(texts)]))

    def pooled(self, texts: Sequence[Cut], adapter: Adapter | None = None) -> list[Array]:
        """Of each text (1 + parts, dimension): its vector, then those of its parts in it (see ``pool``)."""
        forward = partial(self._forward, adapter=adapter or {})
        groups = list(_groups(texts))
        with self._blas.limit(limits=1, user_api="blas"):
            if len(groups) == 1:
                return forward(groups[0])
            with ThreadPoolExecutor(cores()) as workers:
                return [found for group in workers.map(forward, groups) for found in group]

    def states(self, text: str, adapter: Adapter) -> tuple[list[tuple[int, int]], Array]:
        """Where the word pieces of a text stand in it, and what the model, adapted, makes of them.

        (pieces, dimension). A special token stands nowhere: its start is its end.
        """
        pieces, places = self.cut.placed(text, self.longest)
        with self._blas.limit(limits=1, user_api="blas"):
            return places, self._layered([pieces], [slice(0, len(pieces))], adapter)

    def vector(self, text: str, adapter: Adapter) -> Array:
        """The vector (dimension,) of one text by the model, adapted."""
        _, states = self.states(text, adapter)
        found: Array = pool(states, [], self.pooling)[0]
        return found

    def _forward(self, texts: Sequence[Cut], adapter: Adapter) -> list[Array]:
        pieces = [ids for ids, _ in texts]
        ends = list(accumulate(map(len, pieces)))
        spans = [slice(end - len(ids), end) for end, ids in zip(ends, pieces, strict=True)]
        states = self._layered(pieces, spans, adapter)
        return [
            pool(states[span], parts, self.pooling) for span, (_, parts) in zip(spans, texts, strict=True)
        ]

    def _layered(self, pieces: Sequence[Sequence[int]], spans: Sequence[slice], adapter: Adapter) -> Array:
        """(pieces of all texts, dimension) after all layers."""
        flat = np.concatenate([np.asarray(ids) for ids in pieces])
        places = np.concatenate([np.arange(len(ids)) for ids in pieces])
        states: Array = self.weights["embeddings.word_embeddings.weight"][flat]
        states += self.weights["embeddings.position_embeddings.weight"][places]
        states += self.weights["embeddings.token_type_embeddings.weight"][0]
        self._normalise(states, "embeddings.LayerNorm")
        for layer in range(self.layers):
            name = f"encoder.layer.{layer}"
            attended = self._attend(self._linear(states, f"{name}.attention", adapter), spans)
            states += self._linear(attended, f"{name}.attention.output.dense", adapter)
            self._normalise(states, f"{name}.attention.output.LayerNorm")
            inner = self._linear(states, f"{name}.intermediate.dense", adapter)
            gelu(inner)
            states += self._linear(inner, f"{name}.output.dense", adapter)
            self._normalise(states, f"{name}.output.LayerNorm")
        return states

    def _linear(self, states: Array, name: str, adapter: Adapter) -> Array:
        weight = self.weights[f"{name}.weight"]
        if len(states) > _FEW_PIECES:
            found: Array = states @ weight.T
        else:  # the same numbers; three quarters of the time, most of which goes into reading the weights
            found = (weight @ states.T).T
        found += self.weights[f"{name}.bias"]
        if name in adapter:
            down, up = adapter[name]
            found += (states @ down.T) @ up.T
        return found

    def _normalise(self, states: Array, name: str) -> None:
        """Layer normalisation, in place."""
        states -= states.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", states, states)[:, None] / np.float32(states.shape[1])
        states /= np.sqrt(variance + np.float32(self.epsilon))
        states *= self.weights[f"{name}.weight"]
        states += self.weights[f"{name}.bias"]

    def _attend(self, projected: Array, spans: Sequence[slice]) -> Array:
        """Softmax attention within each text; projected: (pieces, 3 x dimension), query, key, value."""
        split = projected.reshape(len(projected), 3, self.heads, -1).transpose(1, 2, 0, 3)
        queries, keys, values = split[0] / np.sqrt(np.float32(split.shape[-1])), split[1], split[2]
        attended = np.empty((len(projected), self.heads, split.shape[-1]), np.float32)
        for span in spans:
            weights = queries[:, span] @ keys[:, span].transpose(0, 2, 1)
            weights -= weights.max(axis=-1, keepdims=True)
            np.exp(weights, out=weights)
            weights /= weights.sum(axis=-1, keepdims=True)
            attended[span] = (weights @ values[:, span]).transpose(1, 0, 2)
        return attended.reshape(len(projected), -1)


def pool(states: Array, parts: Sequence[slice], pooling: str) -> Array:
    """(1 + parts, dimension) of the states (pieces, dimension) of a text: its vector and those of its parts.

    A part is the mean of its states, however the whole is pooled; zeros where nothing of it is left.
    """
    pooled = np.zeros((1 + len(parts), states.shape[1]), np.float32)
    pooled[0] = states[0] if pooling == "cls" else states.mean(axis=0)
    for row, part in zip(pooled[1:], parts, strict=True):
        if part.start < part.stop:
            states[part].mean(axis=0, out=row)
    return pooled


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _groups(texts: Sequence[Cut]) -> Iterator[list[Cut]]:
    """Neighbouring texts: something to do for every processor, but no more at a time than is quick."""
    most = min(_PIECES_AT_ONCE, sum(len(ids) for ids, _ in texts) // cores() + 1)
    group: list[Cut] = []
    for text in texts:
        if group and sum(len(ids) for ids, _ in (*group, text)) > most:
            yield group
            group = []
        group.append(text)
    if group:
        yield group


def gelu(states: Array) -> None:
    """x P(X <= x) of the standard normal distribution (Hendrycks and Gimpel, 2016), in place."""
    shape = (_ROWS_AT_ONCE, states.shape[1])
    buffers = [np.empty(shape, np.float32) for _ in range(4)]
    for at in range(0, len(states), _ROWS_AT_ONCE):
        x = states[at : at + _ROWS_AT_ONCE]
        size, t, power, tail = (buffer[: len(x)] for buffer in buffers)
        np.abs(x, out=size)
        np.multiply(size, _ERF_P / np.sqrt(np.float32(2)), out=t)
        t += np.float32(1)
        np.reciprocal(t, out=t)
        np.multiply(t, _ERF_A[0], out=tail)
        for coefficient in _ERF_A[1:]:
            tail += coefficient
            tail *= t
        np.multiply(x, x, out=power)
        power *= np.float32(-0.5)
        np.exp(power, out=power)
        tail *= power
        tail *= size
        tail *= np.float32(0.5)
        np.maximum(x, np.float32(0), out=x)
        x -= tail


def _described(folder: Path) -> tuple[dict[str, Any], str, int] | None:
    """Configuration, pooling and the most word pieces of a text, special tokens included."""
    modules = _read(folder / "modules.json")
    kinds = [str(module.get("type", "")).split(".")[-1] for module in modules] if modules else []
    config, sizes = _read(folder / "config.json"), _read(folder / "sentence_bert_config.json")
    if kinds not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        return None
    pooling = _pooling(_read(folder / modules[1]["path"] / "config.json") or {})
    prompt = (_read(folder / "config_sentence_transformers.json") or {}).get("default_prompt_name")
    files = [file.name for file in folder.glob("*.safetensors")]
    plain = (
        config is not None
        and sizes is not None
        and pooling is not None
        and prompt is None
        and files == ["model.safetensors"]
        and (folder / "tokenizer.json").is_file()
        and not modules[0]["path"]
        and not sizes.get("do_lower_case")
        and isinstance(sizes.get("max_seq_length"), int)
        and config.get("model_type") == "bert"
        and config.get("hidden_act") == "gelu"
        and config.get("position_embedding_type", "absolute") == "absolute"
        and config.get("dtype", config.get("torch_dtype", "float32")) == "float32"
        and not config.get("is_decoder")
        and _is_plain(folder / "model.safetensors")
    )
    if not plain or config is None or sizes is None or pooling is None:
        return None
    return config, pooling, sizes["max_seq_length"]


def _is_plain(file: Path) -> bool:
    """Whether the weights are named as those of a bare BERT and are all float32."""
    from safetensors import safe_open  # noqa: PLC0415

    with safe_open(file, framework="np") as weights:
        names = set(weights.keys())
        kinds = {weights.get_slice(name).get_dtype() for name in names if name.endswith((".weight", ".bias"))}
    return "embeddings.word_embeddings.weight" in names and kinds == {"F32"}


def _pooling(config: dict[str, Any]) -> str | None:
    chosen = [name for name, value in config.items() if name.startswith("pooling_mode") and value]
    return _POOLING.get(chosen[0]) if len(chosen) == 1 else None


def _read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None
