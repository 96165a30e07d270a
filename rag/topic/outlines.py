"""How a document is laid out: which sentences begin a paragraph, and what headings they stand below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.documents import Document
from index.memory import Memory
from index.words import stems
from rag.topic.headings import headings_of

Flags = npt.NDArray[np.bool_]
_KEPT = 20_000  # sentences
_TAKES_UP = re.compile(
    r"^\W*(?:it|they|this|these|those|that|he|she|we|its|their|his|her|such|both|also|in addition|moreover"
    r"|furthermore|but|and|as a result)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Outline:
    """Of each sentence: its text, stems and number of words; whether it begins a paragraph, is a heading,
    takes up what was said before it ("It …"); the stems of the heading above it."""

    texts: Sequence[str]
    stems: Sequence[frozenset[str]]
    lengths: npt.NDArray[np.int64]
    begins: Flags
    is_heading: Flags
    takes_up: Flags
    above: Sequence[frozenset[str]]


def outline(number: int, collection: Collection) -> Outline:
    """The outline of a document, remembered."""
    known: Memory[int, Outline] = collection.remembered(
        "outlines", lambda: Memory(_KEPT, lambda one: len(one.texts))
    )
    return known.get(number, lambda: _outline(collection.load(number)))


def _outline(document: Document) -> Outline:
    text, sentences = document.text, document.sentences
    headings = headings_of(text)
    texts = [text[span.start : span.end] for span in sentences]
    between = [text[one.end : two.start] for one, two in pairwise(sentences)]
    return Outline(
        texts,
        [frozenset(stems(one)) for one in texts],
        np.array([len(one.split()) for one in texts], np.int64),
        np.array([True, *("\n\n" in one for one in between)][: len(texts)]),
        np.array([headings.hold(span) for span in sentences], bool),
        np.array([_TAKES_UP.match(one) is not None for one in texts], bool),
        [headings.above(span.start) for span in sentences],
    )
