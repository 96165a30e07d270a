"""Where one speech ends and the next begins within what looks like one paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from index.documents import Span
from rag.speech.examined import MARKS
from rag.speech.labels import STYLES, titled

_LINE = re.compile(r"^[^\S\n]*(?=\S)", re.MULTILINE)
_NEXT_LINE = re.compile(r"\S[^\S\n]*\n[^\S\n]*(?=\S)")
_ENDS = '.?!…"”’»)]:—–-'


def parted(flat: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The paragraphs, cut before every line that opens with a label after a line that ends a sentence.

    Where speeches are lines without a blank one between them, a short line is not always told from a
    wrapped one.
    """
    wrapped = [one for one in paragraphs if "\n" in flat[one.start : one.end]]
    if not wrapped:
        return list(paragraphs)
    times = Counter(_label(flat, found.end(), len(flat))[0].lower() for found in _LINE.finditer(flat))
    made = []
    for paragraph in paragraphs:
        start = paragraph.start
        for found in _NEXT_LINE.finditer(flat, paragraph.start, paragraph.end):
            marked = any(one.match(flat, start, found.start() + 1) for one in MARKS)
            ends = flat[found.start()] in _ENDS or marked
            if ends and _opens(flat, Span(found.end(), paragraph.end), times):
                made.append(Span(start, found.start() + 1))
                start = found.end()
        made.append(Span(start, paragraph.end))
    return made


def _opens(flat: str, span: Span, times: Mapping[str, int]) -> bool:
    """Does a mark of a question open here, or a label that has a title, or that other lines open with?"""
    if any(one.match(flat, span.start, span.end) for one in MARKS):
        return True
    label, noted = _label(flat, span.start, span.end)
    return bool(label) and (titled(label) or noted or times[label.lower()] > 1)


def _label(flat: str, start: int, end: int) -> tuple[str, bool]:
    """The label that a line opens with, or "", and whether there are brackets after it."""
    for style in STYLES:
        found = style.match(flat, start, end)
        if found is not None:
            return found["label"], bool(found["note"])
    return "", False
