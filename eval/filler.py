"""Small made-up documents and vectors of their words: to exercise a collection without the model's time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.documents import Span
from index.embedding import Embedder, Vectors

_PLACES = (
    "Oslo Lima Rome Bonn Cairo Quito Delhi Tunis Hanoi Perth Accra Minsk Osaka Turin Leeds Dakar".split()
)
_MATTERS = "herring trams forests rivers harbours grain vaccines railways bridges schools".split()


class WordVectors(Embedder):
    """A vector for each word, drawn from its hash; a text is the sum of its words. Needs no model.

    Texts that share words are near each other, so what is found can be told from what is not.
    """

    def __init__(self, dimension: int = 384) -> None:
        self.name = "words"
        self._width = dimension
        self._known: dict[str, Vectors] = {}

    @property
    def fingerprint(self) -> str:
        return "0" * 64

    @property
    def window(self) -> int:
        return 254

    @property
    def dimension(self) -> int:
        return self._width

    def count(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def unusualness(self, word: str) -> float:  # noqa: ARG002
        return 1.0

    def encode(
        self,
        texts: Sequence[str],
        *,
        fast: bool = True,  # noqa: ARG002
        progress: Callable[[int], object] | None = None,  # noqa: ARG002
    ) -> Vectors:
        summed = [sum(map(self._vector, _words(text)), np.zeros(self._width)) for text in texts]
        vectors = np.array(summed).reshape(len(texts), self._width)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Vectors = (vectors / np.maximum(norms, 1e-6)).astype(np.float32)
        return unit

    def gives_parts(self, texts: Sequence[str]) -> bool:  # noqa: ARG002
        return True

    def embed(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[Span]],
        progress: Callable[[int], object] | None = None,  # noqa: ARG002
    ) -> tuple[Vectors, list[Vectors]]:
        within = [
            self.encode([text[part.start : part.end] for part in own])
            for text, own in zip(texts, parts, strict=True)
        ]
        return self.encode(texts), within

    def _vector(self, word: str) -> Vectors:
        if word not in self._known:
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "little")
            self._known[word] = np.random.default_rng(seed).standard_normal(self._width).astype(np.float32)
        return self._known[word]


def text_of(number: int) -> str:
    """A short document that no other number has: its own word, a place, a matter, a date."""
    place, matter = _PLACES[number % len(_PLACES)], _MATTERS[number % len(_MATTERS)]
    return (
        f"Report {number}\n\nThe envoys met in {place} on {1 + number % 28} May {1990 + number % 30}. "
        f"They spoke of {matter} and agreed on code{number:06d}.\n\nThe next meeting will be about {matter}."
    )


def write(folder: Path, numbers: Sequence[int]) -> list[Path]:
    """These documents as files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"report-{number:06d}.txt" for number in numbers]
    for number, file in zip(numbers, files, strict=True):
        file.write_text(text_of(number), encoding="utf-8")
    return files


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
