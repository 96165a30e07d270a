"""Parts of passages made where there are none: what an earlier format, or an accelerator, left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.catalog import Catalog
from index.database import Damaged
from index.documents import Span
from index.embedding import Embedder
from index.intake import Progress, embedded
from index.records import packed_parts, unpacked

_PASSAGES_PER_COMMIT = 256
_WITHOUT = "SELECT document, count(*) FROM passages WHERE length(parts) = 0 GROUP BY document"
_Passages = list[tuple[int, str, list[Span]]]  # number, text of the document, sentences


def renew(catalog: Catalog, embedder: Embedder, progress: Progress | None) -> None:
    """Make the parts of every passage that has none, if the model gives any; the vectors stay as they are.

    progress: called with documents done and in all.
    """
    lacking = catalog.database.execute(_WITHOUT)
    done = 0
    for batch in _batches(lacking):
        passages = {number: _passages(catalog, number) for number in batch}
        every = [(text, sentences) for found in passages.values() for _, text, sentences in found]
        if not embedder.gives_parts([text for text, _ in every]):
            return
        parts = iter(embedded(embedder, every)[1])
        with catalog.transaction():
            for number, found in passages.items():
                for passage, _, _ in found:
                    catalog.database.execute(
                        "UPDATE passages SET parts = ? WHERE number = ?", (packed_parts(next(parts)), passage)
                    )
                if found:
                    catalog.seal(number)
        done += len(batch)
        if progress is not None:
            progress(done, len(lacking))


def _batches(documents: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Documents, each with the number of its passages: as many together as are stored at a time."""
    batch: list[int] = []
    filled = 0
    for number, passages in documents:
        batch.append(number)
        filled += passages
        if filled >= _PASSAGES_PER_COMMIT:
            yield batch
            batch, filled = [], 0
    if batch:
        yield batch


def _passages(catalog: Catalog, number: int) -> _Passages:
    """Those of a document; of a damaged one none, so that its checksum goes on telling of it."""
    if not catalog.is_sealed(number):
        return []
    try:
        text = catalog.text(number)
    except Damaged:
        return []
    rows = catalog.database.execute(
        "SELECT number, sentences FROM passages WHERE document = ? ORDER BY number", (number,)
    )
    return [(passage, text, unpacked(sentences)) for passage, sentences in rows]
