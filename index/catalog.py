"""The catalog: everything a collection holds, in one SQLite file. All else is rebuilt from it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.dense import Numbers
from index.documents import Card, Document, Furniture, Span
from index.embedding import Vectors

FORMAT = "2"
# Separates the sentences of a passage in the word index; no stem is spelled like it.
SENTENCE_MARK = "¶"
_SCHEMA = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    url TEXT,
    text TEXT NOT NULL,
    furniture TEXT NOT NULL,  -- JSON: [[start, end, kind], ...]
    sentences BLOB NOT NULL,  -- int32 pairs: start, end
    notes TEXT NOT NULL       -- whatever who added it noted of it
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentences BLOB NOT NULL,  -- int32 pairs: start, end
    vector BLOB NOT NULL      -- float16, unit length
);
CREATE INDEX passages_of_document ON passages (document);
-- Stems by index/words.py; the tokenizer only has to split at spaces.
CREATE VIRTUAL TABLE words USING fts5(
    title, body, detail = 'column', tokenize = "unicode61 remove_diacritics 0 tokenchars '.,''’¶'"
);
"""


class CatalogError(ValueError):
    """A collection that cannot be used as it is. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document made ready to be stored: its passages, their vectors and their words."""

    document: Document
    sha256: str
    passages: Sequence[Sequence[Span]]  # the sentences of each
    vectors: Vectors
    title_words: str
    passage_words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as it is stored: ``document`` is the number of its document."""

    document: int
    start: int
    end: int


class Catalog:
    """One connection to the catalog file. Writers come one at a time (see index/collection.py)."""

    def __init__(self, file: Path, *, write: bool = False) -> None:
        self._connection = _connect(file, write)
        try:
            found = self._connection.execute("SELECT value FROM settings WHERE name = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            raise CatalogError(
                f"{file} is not a catalog of On the Record, or it is damaged ({error})"
            ) from error
        if not found or found[0] != FORMAT:
            raise CatalogError(
                f"{file} has format {found and found[0]}, this version reads {FORMAT}; add the documents anew"
            )
        self._connection.execute(
            "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'row')"
        )

    @staticmethod
    def create(file: Path, settings: Mapping[str, str]) -> None:
        """Make an empty catalog; ``settings`` is what shaped it, checked whenever it is opened."""
        connection = _connect(file, write=True)
        with connection:
            connection.executescript("BEGIN;" + _SCHEMA)
            connection.executemany(
                "INSERT INTO settings VALUES (?, ?)", [("format", FORMAT), *settings.items()]
            )
        connection.close()

    def close(self) -> None:
        self._connection.close()

    @property
    def version(self) -> int:
        """Changes whenever another connection has changed the catalog."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def settings(self) -> dict[str, str]:
        return dict(self._connection.execute("SELECT name, value FROM settings"))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing of it is in the catalog, whatever happens in between."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def put(self, entry: Entry) -> None:
        """Store a document, in place of the one that was read from the same source."""
        document = entry.document
        self._connection.execute("SAVEPOINT put")
        self.drop([document.source])
        number = self._connection.execute(
            "INSERT INTO documents (id, source, sha256, title, date, url, text, furniture, sentences, notes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.id,
                document.source,
                entry.sha256,
                document.title,
                document.date,
                document.url,
                document.text,
                json.dumps([(span.start, span.end, span.kind) for span in document.furniture]),
                _packed(document.sentences),
                document.notes,
            ),
        ).lastrowid
        for spans, vector, body in zip(entry.passages, entry.vectors, entry.passage_words, strict=True):
            passage = self._connection.execute(
                'INSERT INTO passages (document, "start", "end", sentences, vector) VALUES (?, ?, ?, ?, ?)',
                (
                    number,
                    spans[0].start,
                    spans[-1].end,
                    _packed(spans),
                    vector.astype(np.float16).tobytes(),
                ),
            ).lastrowid
            self._connection.execute(
                "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (passage, entry.title_words, body)
            )
        self._connection.execute("RELEASE put")

    def drop(self, sources: Iterable[str]) -> None:
        """Remove the documents read from these sources."""
        for source in sources:
            self._connection.execute(
                "DELETE FROM words WHERE rowid IN (SELECT passages.number FROM passages"
                " JOIN documents ON documents.number = passages.document WHERE source = ?)",
                (source,),
            )
            self._connection.execute("DELETE FROM documents WHERE source = ?", (source,))

    def hashes(self) -> dict[str, tuple[str, str]]:
        """Source → (id, SHA-256 of the file) of every document."""
        rows = self._connection.execute("SELECT source, id, sha256 FROM documents")
        return {source: (id_, sha256) for source, id_, sha256 in rows}

    def cards(self) -> dict[int, Card]:
        """Number → card of every document, in the order of dates, the undated last."""
        rows = self._connection.execute(
            "SELECT number, id, title, date, url FROM documents ORDER BY date IS NULL, date, id"
        )
        return {number: Card(*card) for number, *card in rows}

    def document(self, number: int) -> Document:
        """Raises KeyError for a number that is not (or no longer) in the catalog."""
        row = self._connection.execute(
            "SELECT id, source, title, date, url, text, furniture, sentences, notes"
            " FROM documents WHERE number = ?",
            (number,),
        ).fetchone()
        if row is None:
            raise KeyError(number)
        id_, source, title, date, url, text, furniture, sentences, notes = row
        return Document(
            id_,
            source,
            title,
            date,
            url,
            text,
            furniture=tuple(Furniture(*span) for span in json.loads(furniture)),
            sentences=tuple(_unpacked(sentences)),
            notes=notes,
        )

    def text(self, number: int) -> str:
        """The text of a document alone; raises KeyError as ``document`` does."""
        row = self._connection.execute("SELECT text FROM documents WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise KeyError(number)
        return str(row[0])

    def rows(self, numbers: Iterable[int]) -> dict[int, Row]:
        """Passage number → where it stands."""
        found = {}
        for number in numbers:
            row = self._connection.execute(
                'SELECT document, "start", "end" FROM passages WHERE number = ?', (number,)
            ).fetchone()
            if row:
                found[number] = Row(*row)
        return found

    def vectors(self) -> tuple[Numbers, Numbers, Vectors]:
        """Passage numbers (n,), the numbers of their documents (n,) and vectors (n, dimension) float32."""
        rows = self._connection.execute(
            "SELECT number, document, vector FROM passages ORDER BY number"
        ).fetchall()
        numbers = np.array([row[0] for row in rows], np.int64)
        documents = np.array([row[1] for row in rows], np.int64)
        vectors = np.frombuffer(b"".join(row[2] for row in rows), np.float16).astype(np.float32)
        return numbers, documents, vectors.reshape(len(rows), -1) if rows else vectors.reshape(0, 1)

    def rank(self, expression: str, k: int) -> dict[int, float]:
        """The ``k`` best passages for an FTS5 expression by BM25: number → score, best first."""
        rows = self._connection.execute(
            "SELECT rowid, -bm25(words, 0.5, 1.0) AS score FROM words WHERE words MATCH ?"
            " ORDER BY bm25(words, 0.5, 1.0), rowid LIMIT ?",
            (expression, k),
        )
        return dict(rows.fetchall())

    def matches(self, expression: str) -> Iterator[tuple[int, list[Span], list[frozenset[str]]]]:
        """Every passage an FTS5 expression matches: its document's number, its sentences, their words."""
        rows = self._connection.execute(
            "SELECT document, sentences, body FROM words JOIN passages ON passages.number = words.rowid"
            " WHERE words MATCH ? ORDER BY passages.number",
            (expression,),
        ).fetchall()
        for number, sentences, body in rows:
            words = [frozenset(part.split()) for part in body.split(SENTENCE_MARK)]
            yield number, _unpacked(sentences), words

    def holding(self, word: str) -> list[int]:
        """The numbers of the documents whose text or title has these characters; of a-z in either case."""
        pattern = "%" + re.sub(r"([\\%_])", r"\\\1", word) + "%"
        rows = self._connection.execute(
            "SELECT number FROM documents WHERE text LIKE ?1 ESCAPE '\\' OR title LIKE ?1 ESCAPE '\\'",
            (pattern,),
        )
        return [number for (number,) in rows]

    def vocabulary(self, prefix: str) -> list[str]:
        """Every word of the collection that begins with ``prefix``."""
        rows = self._connection.execute(
            "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ?", (prefix, prefix + "\U0010ffff")
        )
        return [term for (term,) in rows]

    def frequency(self, expression: str) -> int:
        """The number of passages that an FTS5 expression matches."""
        row = self._connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (expression,))
        return int(row.fetchone()[0])


def _packed(spans: Iterable[Span]) -> bytes:
    return np.array([(span.start, span.end) for span in spans], np.int32).tobytes()


def _unpacked(blob: bytes) -> list[Span]:
    return [Span(start, end) for start, end in np.frombuffer(blob, np.int32).reshape(-1, 2).tolist()]


def _connect(file: Path, write: bool) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode={'rwc' if write else 'ro'}",
            uri=True,
            isolation_level=None,
            timeout=30,
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            # Only the writer checkpoints: SQLite before 3.51.3 can corrupt a WAL that two connections
            # reset at once (sqlite.org/wal.html#walresetbug), and Debian 12 links 3.40.1.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.OperationalError as error:
        raise CatalogError(f"the collection's catalog {file} cannot be opened: {error}") from error
    return connection
