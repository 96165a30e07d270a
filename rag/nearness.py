"""How near a sentence, read in its context, comes to a topic.

The topic is read by the embedding model with an adapter (Hu et al., ICLR 2022); a sentence is what the
bare model made of it within its passage, as the collection keeps it, seen through one linear layer. Both
are trained together, by ``python -m eval.relevance``, on which sentences speak of which topics. A score
means little by itself, as some topics are near to everything: it is set against those of the background,
sentences that have nothing to do with the topic.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.documents import Span
from index.embedding import Vectors
from index.embedding_light import Adapter, Array
from rag.tagging import DOWN, UP

MODEL_FILE = Path(__file__).parent / "relevance.safetensors"
_HIGH = 0.99  # of the background comes less near to the topic than this quantile
_PROJECTED = 20_000  # sentences kept as the model sees them, of 1.5 kB
Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic as the model sees it: a sentence's score is ``sentence @ direction + bias``.

    usual, spread, high: mean, deviation and a high quantile of the scores of the background.
    """

    direction: Vectors
    bias: float
    usual: float
    spread: float
    high: float


@dataclass(frozen=True, slots=True)
class Model:
    """topic, sentence: linear layers (dimension, dimension) with their biases; towards: what counts of a
    topic and of a sentence by itself, (dimension,) each. background: (n, dimension), as sentences are seen.
    """

    adapter: Adapter
    topic: Array
    topic_bias: Array
    sentence: Array
    sentence_bias: Array
    of_topic: Array
    of_sentence: Array
    scale: float
    bias: float
    background: Vectors

    def seen(self, sentences: Vectors) -> Vectors:
        """Sentences in their context (n, dimension) as the model sees them, of unit length."""
        return _unit(sentences @ self.sentence.T + self.sentence_bias)

    def asked(self, state: Vectors) -> Asked:
        """A topic, of the state (dimension,) that the adapted embedding model gives of it."""
        direction = _unit((state @ self.topic.T + self.topic_bias)[None])[0] * self.scale + self.of_sentence
        bias = self.bias + float(_unit(state[None])[0] @ self.of_topic)
        near = (self.background @ direction + bias).astype(np.float64)
        return Asked(direction, bias, float(near.mean()), float(near.std()), float(np.quantile(near, _HIGH)))


@lru_cache(maxsize=1)
def arrays() -> Mapping[str, Array]:
    """What ``eval/relevance.py`` has trained, by name."""
    from safetensors.numpy import load_file  # noqa: PLC0415 (not every question needs it)

    return load_file(MODEL_FILE)


@lru_cache(maxsize=1)
def open_model() -> Model:
    """Read the model."""
    return model_of(arrays())


def model_of(found: Mapping[str, Array]) -> Model:
    """The model that these arrays are of."""
    read = {name: value.astype(np.float32) for name, value in found.items()}
    layers = [name.removesuffix(DOWN) for name in read if name.endswith(DOWN)]
    return Model(
        {name: (read[name + DOWN], read[name + UP]) for name in layers},
        read["topic.weight"],
        read["topic.bias"],
        read["sentence.weight"],
        read["sentence.bias"],
        read["of_topic"],
        read["of_sentence"],
        float(read["scale"][0]),
        float(read["bias"][0]),
        _unit(read["background"]),
    )


def ask(topic: str, collection: Collection) -> Asked:
    """The topic as the model sees it, remembered."""
    return collection.remembered(
        ("asked for", topic),
        lambda: open_model().asked(collection.adapted_vector(topic, open_model().adapter)),
    )


def nearness(asked: Asked, numbers: list[int], collection: Collection) -> dict[int, Values]:
    """Of these documents the scores (sentences,) of their sentences; none of one kept without."""
    known: dict[int, Vectors] = collection.remembered("sentences seen", dict)
    new = [number for number in numbers if number not in known]
    if sum(map(len, known.values())) > _PROJECTED:
        known.clear()
        new = numbers
    for number, vectors in in_context(new, collection).items():
        known[number] = open_model().seen(vectors)
    return {
        number: (known[number] @ asked.direction + asked.bias).astype(np.float64)
        for number in numbers
        if number in known
    }


def in_context(numbers: Sequence[int], collection: Collection) -> dict[int, Vectors]:
    """Of documents the vectors (sentences, dimension) of their sentences in context, where they are kept."""
    return {
        number: _of_whole(collection.load(number).sentences, spans, vectors)
        for number, (spans, vectors) in collection.sentence_parts(numbers).items()
    }


def _of_whole(sentences: Sequence[Span], spans: Sequence[Span], vectors: Vectors) -> Vectors:
    """(sentences, dimension): a sentence that was cut for its length is the mean of its pieces."""
    if len(sentences) == len(spans):
        return vectors
    found = np.zeros((len(sentences), vectors.shape[1]), np.float32)
    for span, vector in zip(spans, vectors, strict=True):
        found[bisect_right(sentences, span.start, key=lambda one: one.start) - 1] += vector
    return found


def _unit(vectors: Vectors) -> Vectors:
    found: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return found
