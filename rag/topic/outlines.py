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
from rag.speakers import attribute, statements
from rag.topic.headings import headings_of

Flags = npt.NDArray[np.bool_]
_KEPT = 20_000  # sentences
_TAKES_UP = re.compile(
    r"^\W*(?:it|they|this|these|those|that|he|she|we|its|their|his|her|such|both|also|in addition|moreover"
    r"|furthermore|but|and|as a result)\b",
    re.IGNORECASE,
)
ASKS = re.compile(r"[?？][\s\"”’'»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Outline:
    """Of each sentence: its text, stems and number of words; whether it begins a paragraph, is a heading,
    takes up what was said before it ("It …") or asks; the stems of the heading above it; its speaker, whether
    these are his own words, and the number of the turn that it stands in, which is the paragraph where nobody
    speaks. Of all the stems, and those of the title."""

    texts: Sequence[str]
    stems: Sequence[frozenset[str]]
    lengths: npt.NDArray[np.int64]
    begins: Flags
    is_heading: Flags
    takes_up: Flags
    asks: Flags
    above: Sequence[frozenset[str]]
    speakers: Sequence[str | None]
    quoted: Flags
    turns: npt.NDArray[np.int64]
    all_stems: frozenset[str]
    title: frozenset[str]


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
    said = statements(document)
    spoken = [attribute(said, span) for span in sentences]
    quoted = np.array([voice == "direct" for _, voice in spoken], bool)
    own = [frozenset(stems(one)) for one in texts]
    between = [text[one.end : two.start] for one, two in pairwise(sentences)]
    begins = np.array([True, *("\n\n" in one for one in between)][: len(texts)], bool)
    speakers = [speaker for speaker, _ in spoken]
    return Outline(
        texts=texts,
        stems=own,
        lengths=np.array([len(one.split()) for one in texts], np.int64),
        begins=begins,
        is_heading=np.array([headings.hold(span) for span in sentences], bool),
        takes_up=np.array([_TAKES_UP.match(one) is not None for one in texts], bool),
        asks=np.array([ASKS.search(one) is not None for one in texts], bool),
        above=[headings.above(span.start) for span in sentences],
        speakers=speakers,
        quoted=quoted,
        turns=_turns(begins, quoted, speakers),
        all_stems=frozenset[str]().union(*own),
        title=frozenset(stems(document.title)),
    )


def _turns(begins: Flags, quoted: Flags, speakers: Sequence[str | None]) -> npt.NDArray[np.int64]:
    """The number of the turn or, where nobody is quoted, of the paragraph that each sentence stands in."""
    paragraphs = np.cumsum(begins)
    same = [
        bool(quoted[at] and quoted[at - 1] and speakers[at] == speakers[at - 1])
        or bool(not quoted[at] and not quoted[at - 1] and paragraphs[at] == paragraphs[at - 1])
        for at in range(1, len(speakers))
    ]
    return np.cumsum(np.array([True, *(not one for one in same)][: len(speakers)], np.int64))
