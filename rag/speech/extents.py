"""Where the text of a statement begins below its head, and where it ends above its appendix."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech.proceedings import is_matter
from rag.speech.signatures import signed_from

_END = re.compile(r"\W*(?:End (?:of )?text|End(?: text)?|Ends|#\s*#\s*#|-\s*30\s*-)\W*$", re.IGNORECASE)
# What press offices put below a statement, which is none of it (PRSA and CIPR guides to press releases).
_APPENDIX = re.compile(
    r"""\W*(?:Notes?[ ](?:to|for)[ ](?:the[ ])?editors?\b
    |(?:(?:Media|Press|Investor)[ -])?(?:enquir|inquir|contact|office)\w*\s*(?::|$))""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNED = re.compile(
    r"(?:For|On behalf of) the (?:[\w'’-]+ ){0,6}[\w'’-]+(?:$|:| [A-Z][\w.'’-]* [A-Z][\w'’-]*,)"
)
_HEADING = 6  # words of a heading
# Where the title of a statement goes on after the name: "Remarks by … Commemorating …".


def first_of(flat: str, paragraphs: Sequence[Span], title: str) -> int:
    return next((n for n, p in enumerate(paragraphs) if not is_head_line(flat, p, title)), len(paragraphs))


def last_of(flat: str, paragraphs: Sequence[Span]) -> int:
    """The number of the paragraph that marks the end of the text, or of all paragraphs."""
    below = signed_from(flat, paragraphs)
    for number, paragraph in enumerate(paragraphs[:below]):
        if paragraph.end - paragraph.start < 40 and _END.match(flat[paragraph.start : paragraph.end]):
            return number
        if number and _APPENDIX.match(flat, paragraph.start, paragraph.end):
            return number
    return below


def is_head_line(flat: str, paragraph: Span, title: str) -> bool:
    """Is this paragraph the title, a place or a time rather than text?"""
    text = " ".join(flat[paragraph.start : paragraph.end].split())
    if is_matter(text) or text.lower() == title.lower():
        return True
    return len(text) < 80 and text[-1:] not in '.!?:,”"’' and not text.endswith(")")


def is_mark(flat: str, paragraph: Span) -> bool:
    """Is this a heading within a statement, or the signature below it: no sentence of whose it is?"""
    text = " ".join(flat[paragraph.start : paragraph.end].split())
    if _SIGNED.match(text):
        return True
    short = len(text.split()) <= _HEADING and text[:1].isupper()
    return short and text[-1:].isalnum() and "," not in text and " we " not in f" {text.lower()} "
