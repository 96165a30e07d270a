"""Chunking: whole sentences packed into passages that fit the embedding model's window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from index.documents import Span

# Takes texts, gives the number of word pieces of each, the model's own special tokens left out.
Count = Callable[[Sequence[str]], list[int]]
_WORD = re.compile(r"\S+\s*")


def pack(text: str, sentences: Sequence[Span], *, count: Count, limit: int) -> list[Span]:
    """Pack neighbouring sentences into passages of at most ``limit`` word pieces.

    A sentence longer than the limit is cut between words, so that no part of it goes unembedded.
    """
    packed: list[Span] = []
    filled = limit
    for piece, size in _pieces(text, sentences, count, limit):
        if packed and filled + size <= limit:
            packed[-1] = Span(packed[-1].start, piece.end)
            filled += size
        else:
            packed.append(piece)
            filled = size
    return packed


def _pieces(text: str, sentences: Sequence[Span], count: Count, limit: int) -> Iterator[tuple[Span, int]]:
    """The sentences, cut where they are too long, each with the number of its word pieces."""
    sizes = count([text[sentence.start : sentence.end] for sentence in sentences])
    for sentence, size in zip(sentences, sizes, strict=True):
        if size <= limit:
            yield sentence, size
            continue
        cut = list(_cut(text, sentence, count, limit))
        yield from zip(cut, count([text[piece.start : piece.end] for piece in cut]), strict=True)


def _cut(text: str, sentence: Span, count: Count, limit: int) -> Iterator[Span]:
    start, filled = sentence.start, 0
    words = [word for match in _WORD.finditer(text, *_ends(sentence)) for word in _short(match.span(), limit)]
    for word, size in zip(words, count([text[a:b] for a, b in words]), strict=True):
        if filled and filled + size > limit:
            yield Span(start, word[0])
            start, filled = word[0], 0
        filled += size
    yield Span(start, sentence.end)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _short(word: tuple[int, int], limit: int) -> Iterator[tuple[int, int]]:
    """A text without spaces (East Asian, or a long token) is cut by characters."""
    start, end = word
    for at in range(start, end, limit):
        yield at, min(at + limit, end)
