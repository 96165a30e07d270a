"""A quotation: who is on record with which stretch of which document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.documents import Document, Span

Voice = Literal["joint", "direct", "reported", "narration"]


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """A stretch of a text that somebody is on record with.

    voice: "joint" (a text that several bodies speak together), "direct" (somebody's own quoted
    words), "reported" (indirect speech), "narration" (the writer's own words).
    speaker: the full name as the document gives it, with the role where it is given; None where
    the text leaves it unclear.
    """

    speaker: str | None
    voice: Voice


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document shown as evidence; its words are derived, so they cannot be wrong.

    number: counts from 1 within an answer; ``[number]`` in the answer's text refers to it.
    score: calibrated probability in [0, 1] that the stretch answers the question.
    reworded: the stretch speaks of the topic in other words than those asked, which are these, or ""
        where the whole of it means the topic; None where it holds the words.
    """

    number: int
    document: Document
    start: int
    end: int
    speaker: str | None
    voice: Voice
    score: float
    reworded: str | None = None

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]
