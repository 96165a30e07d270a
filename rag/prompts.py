"""Interviews of which only the answers stand in quotation marks, below questions that have none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.documents import Span
from rag.streams import Quoted

_FEWEST = 3  # prompts that make an interview
_LONGEST = 30  # words of a prompt
_CLOSING = "\"'”’)»* "
_SHARE = 0.4  # of the prompts that end in a question mark, at the least


def prompts(flat: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> frozenset[int]:
    """The paragraphs that ask, each of them short and above one that opens with quoted words; or none."""
    opened = {one.span.paragraph for one in quoted if _opens(one, paragraphs)}
    marked = {one.span.paragraph for one in quoted if not one.fragment}
    found = []
    for number, following in pairwise(range(len(paragraphs))):
        text = flat[paragraphs[number].start : paragraphs[number].end]
        plain = number not in marked and len(text.split()) <= _LONGEST and text[:1].isalpha()
        if plain and following in opened:
            found.append((number, text.rstrip(_CLOSING)))
    asking = [number for number, text in found if text.endswith("?")]
    if len(asking) < _FEWEST or len(asking) < _SHARE * len(found):
        return frozenset()
    return frozenset(number for number, _ in found if number >= asking[0])


def _opens(one: Quoted, paragraphs: Sequence[Span]) -> bool:
    return one.span.outer.start == paragraphs[one.span.paragraph].start
