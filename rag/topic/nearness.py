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
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.documents import Span
from index.embedding import Vectors, unit
from index.embedding_light import Adapter, Array
from index.memory import Memory
from rag.adapters import adapter_of, arrays_in

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

    def scores(self, sentences: Vectors) -> Values:
        """(sentences, dimension), as the model sees them → (sentences,): how near each comes."""
        return (sentences @ self.direction + self.bias).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Model:
    """topic, sentence: linear layers (dimension, dimension) with their biases. of_topic, of_sentence: what
    counts of either by itself, (dimension,). background: (n, dimension), as sentences are seen.
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
        return unit(sentences @ self.sentence.T + self.sentence_bias)

    def asked(self, state: Vectors) -> Asked:
        """A topic, of the state (dimension,) that the adapted embedding model gives of it."""
        direction = unit(state @ self.topic.T + self.topic_bias) * self.scale + self.of_sentence
        bias = self.bias + float(unit(state) @ self.of_topic)
        near = (self.background @ direction + bias).astype(np.float64)
        return Asked(direction, bias, float(near.mean()), float(near.std()), float(np.quantile(near, _HIGH)))


@lru_cache(maxsize=1)
def open_model() -> Model:
    """Read the model."""
    return model_of(arrays_in(MODEL_FILE))


def model_of(found: Mapping[str, Array]) -> Model:
    """The model that these arrays are of."""
    read = {name: value.astype(np.float32) for name, value in found.items()}
    return Model(
        adapter_of(read),
        read["topic.weight"],
        read["topic.bias"],
        read["sentence.weight"],
        read["sentence.bias"],
        read["of_topic"],
        read["of_sentence"],
        float(read["scale"][0]),
        float(read["bias"][0]),
        unit(read["background"]),
    )


def ask(topic: str, collection: Collection) -> Asked:
    """The topic as the model sees it, remembered."""
    return collection.remembered(
        ("asked for", topic),
        lambda: open_model().asked(collection.adapted_vector(topic, open_model().adapter)),
    )


def seen(numbers: Sequence[int], collection: Collection) -> dict[int, Vectors]:
    """Of documents their sentences (sentences, dimension) as the model sees them, where they are kept."""
    known: Memory[int, Vectors] = collection.remembered("sentences seen", lambda: Memory(_PROJECTED, len))
    found = {number: known.get(number, partial(_seen, number, collection)) for number in numbers}
    return {number: sentences for number, sentences in found.items() if len(sentences)}


def follows(sentences: Vectors) -> Values:
    """(sentences, dimension), as the model sees them → (sentences,): how like the one before each is; the
    first is like none."""
    found: Values = np.r_[0.0, (sentences[1:] * sentences[:-1]).sum(axis=1)]
    return found


def _seen(number: int, collection: Collection) -> Vectors:
    """The sentences of a document as the model sees them; none of one that is kept without."""
    vectors = in_context([number], collection).get(number)
    return open_model().seen(vectors) if vectors is not None else np.empty((0, 0), np.float32)


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
