"""A quote in its surroundings: the sentences beside it, never the page furniture beside it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from index.documents import Document, Span

WINDOW = 280  # characters shown on each side at most: about two sentences of news prose


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch to show. The pieces' "quote" texts joined are the quote; a "gap" has no text."""

    kind: Literal["context", "quote", "gap"]
    text: str


def surroundings(document: Document, at: Span, *, sentences: int = 1, window: int = WINDOW) -> list[Piece]:
    """The quote with up to ``sentences`` whole sentences on each side, in reading order.

    A sentence that the quote cuts is completed. Where furniture, or anything else that is not a
    sentence, stands between two sentences, and where the document goes on, there is a gap.
    """
    before = _before(document, at, sentences, window)
    after = _after(document, at, sentences, window)
    pieces = [*before, Piece("quote", document.text[at.start : at.end]), *after]
    return [piece for piece in pieces if piece.text or piece.kind == "gap"]


def _before(document: Document, at: Span, sentences: int, window: int) -> list[Piece]:
    spans = document.sentences
    last = bisect_right(spans, at.start, key=lambda span: span.start) - 1
    cut = last >= 0 and spans[last].start < at.start < spans[last].end
    nearest = last + 1 if cut else _first_ending_after(spans, at.start)
    first = max(0, nearest - sentences - (1 if cut else 0))
    pieces: list[Piece] = []
    edge = at.start
    for span in reversed(spans[first:nearest]):
        end = min(span.end, at.start)
        joined = _join(document, end, edge)
        start = _shorten_left(document.text, span.start, end, window)
        if start >= end:
            return [Piece("gap", ""), *pieces]
        pieces = [Piece("context", document.text[start:end]), joined, *pieces]
        window -= end - start
        edge = span.start
        if start > span.start:
            return [Piece("gap", ""), *pieces]
    return [Piece("gap", ""), *pieces] if _goes_on(document, 0, edge) else pieces


def _after(document: Document, at: Span, sentences: int, window: int) -> list[Piece]:
    spans = document.sentences
    first = _first_ending_after(spans, at.end)
    cut = first < len(spans) and spans[first].start < at.end
    pieces: list[Piece] = []
    edge = at.end
    for span in spans[first : first + sentences + (1 if cut else 0)]:
        start = max(span.start, at.end)
        end = _shorten_right(document.text, start, span.end, window)
        if end <= start:
            return [*pieces, Piece("gap", "")]
        pieces += [_join(document, edge, start), Piece("context", document.text[start:end])]
        window -= end - start
        edge = span.end
        if end < span.end:
            return [*pieces, Piece("gap", "")]
    return [*pieces, Piece("gap", "")] if _goes_on(document, edge, len(document.text)) else pieces


def _first_ending_after(spans: tuple[Span, ...], offset: int) -> int:
    """The number of the first sentence that ends after ``offset`` (sentences do not overlap)."""
    return bisect_right(spans, offset, key=lambda span: span.end)


def _join(document: Document, start: int, end: int) -> Piece:
    """What stands between two shown stretches: white space as it is, anything else as a gap."""
    between = document.text[start:end]
    return Piece("context", between) if not between.strip() else Piece("gap", "")


def _goes_on(document: Document, start: int, end: int) -> bool:
    """Whether the document says more between two offsets, furniture aside."""
    for piece in document.furniture:
        if piece.end <= start or piece.start >= end:
            continue
        if document.text[start : max(start, piece.start)].strip():
            return True
        start = max(start, piece.end)
    return bool(document.text[start:end].strip())


def _shorten_left(text: str, start: int, end: int, window: int) -> int:
    """The start of the longest tail of ``text[start:end]`` in the window that begins with a whole word."""
    if end - start <= window:
        return start
    space = text.find(" ", max(start, end - max(window, 0)), end)
    return end if space < 0 else space + 1


def _shorten_right(text: str, start: int, end: int, window: int) -> int:
    """The end of the longest head of ``text[start:end]`` in the window that ends with a whole word."""
    if end - start <= window:
        return end
    space = text.rfind(" ", start, start + max(window, 0))
    return start if space < 0 else space
