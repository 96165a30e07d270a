"""Where one speech ends and the next begins within what looks like one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.examined import MARKS
from rag.labels import STYLES

_NEXT_LINE = re.compile(r"\S[^\S\n]*\n[^\S\n]*(?=\S)")
_ENDS = '.?!…"”’»)]:—–-'


def parted(flat: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The paragraphs, cut before every line that opens with a label after a line that ends a sentence.

    Where speeches are lines without a blank one between them, a short line is not always told from a
    wrapped one.
    """
    made = []
    for paragraph in paragraphs:
        start = paragraph.start
        for found in _NEXT_LINE.finditer(flat, paragraph.start, paragraph.end):
            opens = any(one.match(flat, found.end(), paragraph.end) for one in (*STYLES, *MARKS))
            ends = flat[found.start()] in _ENDS or any(
                one.match(flat, start, found.start() + 1) for one in MARKS
            )
            if opens and ends:
                made.append(Span(start, found.start() + 1))
                start = found.end()
        made.append(Span(start, paragraph.end))
    return made
