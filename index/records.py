"""Documents as rows of the catalog, and their checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from index.database import Database
from index.documents import Document, Furniture, Span
from index.embedding import Vectors


@dataclass(frozen=True, slots=True)
class Entry:
    """A document made ready to be stored: its passages, their vectors and their words."""

    document: Document
    sha256: str
    passages: Sequence[Sequence[Span]]  # the sentences of each
    vectors: Vectors
    title_words: str
    passage_words: Sequence[str]


def halves(vector: Vectors) -> bytes:
    """A vector as it is stored."""
    return vector.astype(np.float16).tobytes()


def values_of(entry: Entry) -> dict[str, Any]:
    """The columns of a document; its checksum comes when its passages are stored."""
    document = entry.document
    return {
        "id": document.id,
        "source": document.source,
        "sha256": entry.sha256,
        "title": document.title,
        "date": document.date,
        "url": document.url,
        "passages": len(entry.passages),
        "text_checksum": checksum_of_text(document.text),
        "checksum": b"",
        "text": document.text,
        "furniture": json.dumps([(span.start, span.end, span.kind) for span in document.furniture]),
        "sentences": packed(document.sentences),
        "notes": document.notes,
    }


def document_of(row: Mapping[str, Any]) -> Document:
    """The document that a row of the table describes."""
    return Document(
        row["id"],
        row["source"],
        row["title"],
        row["date"],
        row["url"],
        row["text"],
        furniture=tuple(Furniture(*span) for span in json.loads(row["furniture"])),
        sentences=tuple(unpacked(row["sentences"])),
        notes=row["notes"],
    )


def checksum_of(database: Database, number: int) -> bytes:
    """Of everything about a document but its text, which has one of its own."""
    document = database.execute(
        "SELECT id, source, sha256, title, date, url, passages, furniture, sentences, notes"
        " FROM documents WHERE number = ?",
        (number,),
    )
    passages = database.execute(
        'SELECT "start", "end", sentences, vector FROM passages WHERE document = ? ORDER BY number',
        (number,),
    )
    digest = hashlib.blake2b(digest_size=16)
    for row in (*document, *passages):
        for value in row:
            data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "little") + data)
    return digest.digest()


def checksum_of_text(text: str) -> bytes:
    """16 bytes."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def packed(spans: Iterable[Span]) -> bytes:
    """Spans as int32 pairs."""
    return np.array([(span.start, span.end) for span in spans], np.int32).tobytes()


def unpacked(blob: bytes) -> list[Span]:
    """What ``packed`` made of them."""
    return [Span(start, end) for start, end in np.frombuffer(blob, np.int32).reshape(-1, 2).tolist()]


def stacked(blobs: Sequence[bytes]) -> Vectors:
    """Vectors (n, dimension) of what ``halves`` made of each."""
    return np.frombuffer(b"".join(blobs), np.float16).astype(np.float32).reshape(len(blobs), -1)
