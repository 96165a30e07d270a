"""Every sentence that holds one of some words, read from the catalog as far as it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from index.catalog import Catalog
from index.documents import Span

_READ_WHOLE = 4000  # passages; where more hold the words, of each document one is read at first
_AHEAD, _MOST_AHEAD = 16, 512  # passages of the documents that come next, at first and at last
_AGAIN = 4  # times as many of the same document with every further look at it

_Sentences = tuple[list[list[int]], list[str]]  # of a passage: where they stand, and the words of each


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that holds one of the words looked for; ``stems`` are all of its words."""

    document: int
    passage: int
    span: Span
    stems: frozenset[str]


class Mentions:
    """The documents whose passages hold one of the words, each with those passages; one may come twice.

    Whoever asks goes through the documents one after the other and often needs one sentence of each:
    a statement of SQL for every document would take longer than what it reads.
    """

    def __init__(
        self, catalog: Catalog, words: frozenset[str], passages: Sequence[tuple[int, Sequence[int]]]
    ) -> None:
        self._catalog = catalog
        self._words = words
        self._passages = passages
        total = sum(len(own) for _, own in passages)
        self._at_once = _READ_WHOLE if total <= _READ_WHOLE else 1
        self._ahead = _AHEAD
        self._first: dict[int, list[_Sentences]] = {}

    def by_document(self) -> list[tuple[int, Iterator[Match]]]:
        """For every document its number and its matches, none of which has been read yet."""
        return [(number, self._matches(at)) for at, (number, _) in enumerate(self._passages)]

    def _matches(self, at: int) -> Iterator[Match]:
        number, passages = self._passages[at]
        if at not in self._first:
            self._read_ahead(at)
        read: Iterable[_Sentences] = self._first.pop(at)
        at_once, done = self._at_once, 0
        while done < len(passages):
            yield from self._holding(number, zip(passages[done : done + at_once], read, strict=True))
            done += at_once
            at_once *= _AGAIN
            read = self._catalog.sentences(passages[done : done + at_once])

    def _read_ahead(self, at: int) -> None:
        """Read the first passages of this document and of some that come after it."""
        blocks: list[Sequence[int]] = []
        filled = 0
        for _, passages in islice(self._passages, at, None):
            if blocks and filled >= self._ahead:
                break
            blocks.append(passages[: self._at_once])
            filled += len(blocks[-1])
        numbers = sorted(one for block in blocks for one in block)
        read = dict(zip(numbers, self._catalog.sentences(numbers), strict=True))
        self._first = {at + step: [read[one] for one in block] for step, block in enumerate(blocks)}
        self._ahead = min(_MOST_AHEAD, _AGAIN * self._ahead)

    def _holding(self, number: int, passages: Iterable[tuple[int, _Sentences]]) -> Iterator[Match]:
        for passage, (spans, parts) in passages:
            for span, part in zip(spans, parts, strict=True):
                # Looking for the letters spares most sentences the cutting into words.
                if any(word in part for word in self._words):
                    stems = part.split()
                    if not self._words.isdisjoint(stems):
                        yield Match(number, passage, Span(*span), frozenset(stems))
