"""Sentences that say nothing of what they name: pointers, asides, questions, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.documents import Span
from rag.headings import Headings
from rag.readings import ASKS, is_headline

# "For Taiwan, see the notes on …" says nothing of it.
_POINTER = re.compile(
    r"(?:\W*For\b[^.;:]{1,150},\s)?\W*see\b\s(?:also|the|our|notes?|pages?|above|below|section)", re.I
)
_OPENING = 400  # characters
_IS_REMARK = re.compile(rf"\A{_POINTER.pattern}|\A\([^()]*\)\Z", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """The document a sentence stands in; asking: whether questions count as statements."""

    text: str
    title: str
    headings: Headings | None
    asking: bool

    @property
    def opening(self) -> str:
        """The first words, which say what all of a document is about."""
        return self.text[:_OPENING]

    def is_no_statement(self, span: Span) -> bool:
        sentence = self.text[span.start : span.end]
        if is_headline(sentence, self.title) or is_remark(sentence, asking=self.asking):
            return True
        return self.headings is not None and self.headings.hold(span)


def is_remark(sentence: str, *, asking: bool) -> bool:
    return bool(_IS_REMARK.search(sentence)) or (not asking and bool(ASKS.search(sentence)))
