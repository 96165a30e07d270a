"""Whether a sentence answers a question: judged by a model that reads the question and the sentence together.

The embedding model with an adapter to each of its layers reads the question, a bar, and a stretch of a
document; a small network on what it makes of the question and of each sentence gives the odds that this
sentence states what is asked. Trained by ``python -m eval.reader`` on questions many of which are near misses
that nothing answers, and kept in ``reader.safetensors``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.documents import Document, Span
from index.embedding import Vectors
from index.embedding_light import Adapter, Array, gelu
from index.words import STOP_WORDS
from rag.adapters import adapter_of, arrays_in, embedder

MODEL_FILE = Path(__file__).parent / "reader.safetensors"
BAR = "|"
WINDOW = 88  # word pieces that are read at a time: the question, the bar and sentences
QUESTION = 40  # word pieces, of which no more are read
WINDOWS = 2  # read for a question: each costs as much as a passage to embed
UNREAD = -6.0  # log-odds of a sentence in no window
MARKS = 3  # the bar and the pieces that open and close a text
# A sentence of more word pieces is read in parts, so many at most: in the mean of a long one a fact is lost.
_LONG, _PARTS = 60, 4
_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"\[([^\]\n]*)\]\((?:https?://|mailto:|/)[^)\s]*\)")
_FEW, _SMALL_SHARE = 12, 0.1  # of the words of English prose three in ten are small
Place = tuple[str, Span]
_Window = list[tuple[Place, list[int]]]
Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reader:
    """hidden: (2 * dimension, width), on the vectors of a sentence and of the question; out: (width,)."""

    adapter: Adapter
    hidden: Array
    hidden_bias: Array
    out: Array
    out_bias: float

    def odds(self, vectors: Vectors) -> Values:
        """(question, bar and sentences of a window, dimension) → (sentences,): log-odds that each answers."""
        sentences = vectors[2:]
        beside = np.broadcast_to(vectors[0], sentences.shape)
        states = np.concatenate([sentences, beside], axis=1) @ self.hidden + self.hidden_bias
        gelu(states)
        return (states @ self.out).astype(np.float64) + self.out_bias


@lru_cache(maxsize=1)
def open_reader() -> Reader:
    """Read the model."""
    return reader_of(arrays_in(MODEL_FILE))


def reader_of(arrays: Mapping[str, Array]) -> Reader:
    """The reader that these arrays are of."""
    read = {name: value.astype(np.float32) for name, value in arrays.items()}
    return Reader(
        adapter_of(read),
        read["hidden"],
        read["hidden_bias"],
        read["out"],
        out_bias=float(read["out_bias"][0]),
    )


def odds(question: str, windows: Sequence[Sequence[Sequence[int]]], reader: Reader) -> list[Values]:
    """Of each window, given by the pieces of its sentences, the log-odds (sentences,) that each answers."""
    asked, bar = embedder().pieces([question, BAR])
    texts = [[asked[:QUESTION], bar, *window] for window in windows]
    return [reader.odds(vectors) for vectors in embedder().read_together(texts, reader.adapter)]


def room_for(question: str) -> int:
    """How many word pieces of sentences are read beside a question."""
    return WINDOW - MARKS - min(len(embedder().pieces([question])[0]), QUESTION)


def told(question: str, places: Sequence[tuple[Document, Span]]) -> dict[Place, float]:
    """The log-odds that sentences answer a question, of those that stand around the first of these places."""
    room, windows = room_for(question), list[_Window]()
    for document, span in places:
        if not any(place == (document.id, span) for window in windows for place, _ in window):
            windows += _windows(document, document.sentences.index(span), room)
        if len(windows) >= WINDOWS:
            break
    read = odds(question, [[pieces for _, pieces in window] for window in windows], open_reader())
    found: dict[Place, float] = {}
    texts = {document.id: document.text for document, _ in places}
    for window, own in zip(windows, read, strict=True):
        for (place, _), value in zip(window, own.tolist(), strict=True):
            found[place] = max(value, found.get(place, UNREAD))
    return {
        (id_, span): 0.0 if is_telegraphic(texts[id_][span.start : span.end]) else value
        for (id_, span), value in found.items()
    }


def without_links(text: str) -> str:
    """A text without the addresses of its links, which say nothing and are long: "[shut down](https://…)"."""
    return _LINK.sub(r"\1", text)


def is_telegraphic(sentence: str) -> bool:
    """Whether a sentence is written without small words ("Leaders welcomed launch new programme training 400
    students"): what has learned from whole sentences says nothing of it, neither for nor against."""
    words = _WORD.findall(sentence.lower())
    return len(words) >= _FEW and sum(word in STOP_WORDS for word in words) < _SMALL_SHARE * len(words)


def _windows(document: Document, at: int, room: int) -> list[_Window]:
    """A sentence with those around it, so many as there is room for; a longer one in parts."""

    @cache
    def pieces(number: int) -> list[int]:
        span = document.sentences[number]
        return embedder().pieces([without_links(document.text[span.start : span.end])])[0]

    own = pieces(at)
    if len(own) > _LONG:
        parts = [own[first : first + _LONG] for first in range(0, len(own), _LONG)]
        return [[((document.id, document.sentences[at]), part)] for part in parts[:_PARTS]]
    around = stretch(lambda number: len(pieces(number)), len(document.sentences), at, room)
    return [[((document.id, document.sentences[number]), pieces(number)) for number in around]]


def stretch(size: Callable[[int], int], many: int, at: int, room: int) -> range:
    """The numbers of a sentence and those around it, of ``many``, for whose word pieces there is room; what
    comes after goes first."""
    first, last = at, at + 1
    left = room - size(at)
    while first > 0 or last < many:
        forward = first == 0 or (last < many and last - at <= at - first + 1)
        left -= size(last if forward else first - 1)
        if left < 0:
            break
        first, last = (first, last + 1) if forward else (first - 1, last)
    return range(first, last)
