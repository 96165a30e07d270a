"""What single sentences are about in their context: the vectors that the catalog keeps of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable
from contextlib import suppress

from index.catalog import Catalog
from index.documents import Span
from index.embedding import Vectors
from index.memory import Memory

Parts = tuple[list[Span], Vectors]  # sentences in order; unit rows (sentences, dimension), or of zeros
_BYTES_KEPT = 200_000_000  # 130,000 sentences of 384 numbers


class SentenceParts:
    """The sentences of documents with their vectors, read from a catalog and remembered."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._kept: Memory[int, Parts] = Memory(_BYTES_KEPT, lambda parts: parts[1].nbytes)

    def of(self, documents: Iterable[int]) -> dict[int, Parts]:
        """All sentences of these documents; one that has no parts, or is not there, is left out."""
        found = {}
        for number in documents:
            with suppress(KeyError):  # not remembered: it may get some
                found[number] = self._of(number)
        return found

    def within(self, document: int, stretch: Span) -> Parts:
        """Those of a stretch of a document; none of one that has no parts."""
        sentences, vectors = self._of(document)
        first = bisect_left(sentences, stretch.start, key=lambda sentence: sentence.start)
        last = bisect_left(sentences, stretch.end, key=lambda sentence: sentence.start)
        return sentences[first:last], vectors[first:last]

    def forget(self, but: Container[int]) -> None:
        """Forget all but what is kept of these documents."""
        self._kept.forget(but)

    def _of(self, document: int) -> Parts:
        return self._kept.get(document, lambda: self._catalog.parts(document))
