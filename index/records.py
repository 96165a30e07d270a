"""Documents as rows of the catalog, and their checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from index.database import Database
from index.documents import Document, Furniture, Span
from index.embedding import Vectors, unit

SPAN_BYTES = 8  # that ``packed`` makes of each
_LARGEST = 127  # of the numbers of a byte


@dataclass(frozen=True, slots=True)
class Entry:
    """A document made ready to be stored: its passages, their vectors and their words."""

    document: Document
    sha256: str
    passages: Sequence[Sequence[Span]]  # the sentences of each
    vectors: Vectors
    parts: Sequence[Vectors]  # of each passage the vectors of its sentences in it, or none
    title_words: str
    passage_words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as it is stored: ``document`` is the number of its document."""

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Generation:
    """A line of the manifest: a dense index as it was published. ``file`` is None where none is kept.

    passages: how many it holds; newest: the highest passage number among them; trained: how many
    passages there were when its partitions were chosen.
    """

    number: int
    file: str | None
    size: int
    sha256: str
    passages: int
    newest: int
    trained: int
    dimension: int
    weights: str


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


def checksum_of(database: Database, number: int, *, parts: bool = True) -> bytes:
    """Of everything about a document but its text, which has one of its own.

    parts: whether those of its passages are in it, as they are but in format 3.
    """
    document = database.execute(
        "SELECT id, source, sha256, title, date, url, passages, furniture, sentences, notes"
        " FROM documents WHERE number = ?",
        (number,),
    )
    passages = database.execute(
        f'SELECT "start", "end", sentences, vector{", parts" if parts else ""} FROM passages'
        " WHERE document = ? ORDER BY number",
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


def packed_parts(parts: Vectors) -> bytes:
    """The directions of sentences (n, dimension) in a byte a number; a row of zeros stays one."""
    largest = np.abs(parts).max(axis=1, keepdims=True, initial=np.finfo(np.float32).tiny)
    whole: npt.NDArray[np.int8] = np.round(parts / largest * _LARGEST).astype(np.int8)
    return whole.tobytes()


def unpacked_parts(blob: bytes, sentences: int) -> Vectors:
    """What ``packed_parts`` made of so many sentences: (n, dimension), rows of unit length or of zeros."""
    return unit(np.frombuffer(blob, np.int8).astype(np.float32).reshape(sentences, -1))


def stacked(blobs: Sequence[bytes]) -> Vectors:
    """Vectors (n, dimension) of what ``halves`` made of each."""
    return np.frombuffer(b"".join(blobs), np.float16).astype(np.float32).reshape(len(blobs), -1)
