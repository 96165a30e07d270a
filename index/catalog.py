"""The catalog: everything a collection holds, in one SQLite file. All else is rebuilt from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np

from index import acknowledged
from index.database import CatalogError, Damaged, Database, Mode
from index.dense import Numbers
from index.documents import Card, Document, Span
from index.embedding import Vectors
from index.records import (
    Entry,
    Generation,
    Row,
    checksum_of,
    checksum_of_text,
    document_of,
    halves,
    packed,
    packed_parts,
    stacked,
    unpacked,
    unpacked_parts,
    values_of,
)
from index.schema import FORMAT, TABLES, UPGRADABLE

__all__ = ["Catalog", "CatalogError", "Damaged", "Generation", "Outdated", "Row"]

# Separates the sentences of a passage in the word index; no stem is spelled like it.
SENTENCE_MARK = "¶"
_AT_ONCE = 20_000  # rows of vectors
_TEXTS_AT_ONCE = 200


class Outdated(CatalogError):
    """A catalog of an earlier format, which can be taken over (index/upgrade.py)."""


class Catalog:
    """One connection to the catalog file. Writers come one at a time (see index/collection.py)."""

    def __init__(self, file: Path, *, write: bool = False) -> None:
        promised = acknowledged.noted(file)  # before what is there, which may grow meanwhile
        self._database = _opened(file, "write" if write else "read")
        try:
            acknowledged.check(file, self.version, promised)
        except Damaged:
            self._database.close()
            raise
        self._database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'row')")

    @staticmethod
    def create(file: Path, settings: Mapping[str, str]) -> None:
        """Make an empty catalog; ``settings`` is what shaped it, checked whenever it is opened."""
        database = Database(file, "create")
        try:
            with database.transaction():
                database.execute(TABLES)
                database.executemany(
                    "INSERT INTO settings VALUES (?, ?)",
                    [("format", FORMAT), ("commits", "0"), *settings.items()],
                )
        finally:
            database.close()

    @property
    def database(self) -> Database:
        """For what looks at the tables themselves: the check, the upgrade, what is made anew."""
        return self._database

    def close(self) -> None:
        self._database.close()

    @property
    def version(self) -> int:
        """Grows with every commit."""
        return int(self.settings()["commits"])

    def settings(self) -> dict[str, str]:
        return dict(self._database.execute("SELECT name, value FROM settings"))

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read within comes from one and the same commit."""
        return self._database.snapshot()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing of it is in the catalog, whatever happens in between."""
        with self._database.transaction():
            yield
            self._database.execute("UPDATE settings SET value = value + 1 WHERE name = 'commits'")
            version = self.version
        acknowledged.note(self._database.file, version)

    def put(self, entry: Entry) -> None:
        """Store a document, in place of the one that was read from the same source."""
        self.drop([entry.document.source])
        values = values_of(entry)
        self._database.execute(
            f"INSERT INTO documents ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )
        number = self._database.last_row
        passages = zip(entry.passages, entry.vectors, entry.parts, entry.passage_words, strict=True)
        for spans, vector, parts, body in passages:
            self._database.execute(
                'INSERT INTO passages (document, "start", "end", sentences, vector, parts)'
                " VALUES (?, ?, ?, ?, ?, ?)",
                (number, spans[0].start, spans[-1].end, packed(spans), halves(vector), packed_parts(parts)),
            )
            self._database.execute(
                "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)",
                (self._database.last_row, entry.title_words, body),
            )
        self.seal(number)

    def noted(self, length: int) -> list[tuple[int, str]]:
        """Every document with the first characters of what was noted of it."""
        return self._database.execute("SELECT number, substr(notes, 1, ?) FROM documents", (length,))

    def renote(self, number: int, notes: str) -> None:
        """Replace what was noted of a document."""
        self._database.execute("UPDATE documents SET notes = ? WHERE number = ?", (notes, number))
        self.seal(number)

    def seal(self, number: int) -> None:
        """Note the checksum of a document as it is stored now."""
        self._database.execute(
            "UPDATE documents SET checksum = ? WHERE number = ?",
            (checksum_of(self._database, number), number),
        )

    def is_sealed(self, number: int) -> bool:
        """Whether a document is stored as its checksum says."""
        row = self._database.row("SELECT checksum FROM documents WHERE number = ?", (number,))
        return row is not None and row[0] == checksum_of(self._database, number)

    def drop(self, sources: Iterable[str]) -> None:
        """Remove the documents read from these sources."""
        for source in sources:
            of_source = (
                "SELECT passages.number FROM passages"
                " JOIN documents ON documents.number = passages.document WHERE source = ?"
            )
            self._database.execute(f"INSERT INTO removed {of_source}", (source,))
            self._database.execute(f"DELETE FROM words WHERE rowid IN ({of_source})", (source,))
            self._database.execute("DELETE FROM documents WHERE source = ?", (source,))

    def hashes(self) -> dict[str, tuple[str, str]]:
        """Source → (id, SHA-256 of the file) of every document."""
        rows = self._database.execute("SELECT source, id, sha256 FROM documents")
        return {source: (id_, sha256) for source, id_, sha256 in rows}

    def cards(self) -> dict[int, Card]:
        """Number → card of every document, in the order of dates, the undated last."""
        rows = self._database.execute("SELECT number, id, title, date, url FROM documents ORDER BY date, id")
        dated = [row for row in rows if row[3] is not None]
        undated = [row for row in rows if row[3] is None]
        return {number: Card(*card) for number, *card in (*dated, *undated)}

    def size(self) -> int:
        """The number of passages."""
        (count,) = self._database.execute("SELECT ifnull(sum(passages), 0) FROM documents")[0]
        return int(count)

    def document(self, number: int) -> Document:
        """Raises KeyError for a number that is not (any more) in the catalog, Damaged for a damaged text."""
        row = self._database.row(
            "SELECT id, source, title, date, url, text, text_checksum, furniture, sentences, notes"
            " FROM documents WHERE number = ?",
            (number,),
        )
        if row is None:
            raise KeyError(number)
        names = "id source title date url text text_checksum furniture sentences notes".split()
        found = dict(zip(names, row, strict=True))
        self._intact(found["text"], found["text_checksum"], found["id"])
        return document_of(found)

    def text(self, number: int) -> str:
        """The text of a document alone; raises as ``document`` does."""
        row = self._database.row("SELECT text, text_checksum, id FROM documents WHERE number = ?", (number,))
        if row is None:
            raise KeyError(number)
        return self._intact(*row)

    def _intact(self, text: str, checksum: bytes, id_: str) -> str:
        if checksum_of_text(text) != checksum:
            raise Damaged(f"the text of {id_} in {self._database.file} is damaged; add that document again")
        return text

    def rows(self, numbers: Iterable[int]) -> dict[int, Row]:
        """Passage number → where it stands."""
        found = {}
        for number in numbers:
            row = self._database.row(
                'SELECT document, "start", "end" FROM passages WHERE number = ?', (number,)
            )
            if row:
                found[number] = Row(*row)
        return found

    def vectors(self, after: int = 0) -> Iterator[tuple[Numbers, Numbers, Vectors]]:
        """The passages numbered above ``after`` in order, some thousands at a time.

        Their numbers (n,), the numbers of their documents (n,), vectors (n, dimension) float32.
        """
        while rows := self._database.execute(
            "SELECT number, document, vector FROM passages WHERE number > ? ORDER BY number LIMIT ?",
            (after, _AT_ONCE),
        ):
            after = rows[-1][0]
            yield (
                np.array([row[0] for row in rows], np.int64),
                np.array([row[1] for row in rows], np.int64),
                stacked([row[2] for row in rows]),
            )

    def vectors_of(self, numbers: Iterable[int]) -> tuple[Numbers, Vectors]:
        """Of these passages, as far as they are (still) there: numbers (n,) and vectors (n, dimension)."""
        rows = self._database.execute(
            "SELECT number, vector FROM passages WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return np.array([row[0] for row in rows], np.int64), stacked([row[1] for row in rows])

    def vectors_at(self, places: Iterable[tuple[int, int]]) -> Vectors:
        """The vectors (n, dimension) of the passages that begin at these places: document and start."""
        found = []
        for place in places:
            row = self._database.row('SELECT vector FROM passages WHERE document = ? AND "start" = ?', place)
            if row is None:
                raise KeyError(place)
            found.append(row[0])
        return stacked(found)

    def parts(self, number: int) -> tuple[list[Span], Vectors]:
        """The sentences of a document as they stand in its passages, and their vectors there.

        (sentences, dimension) float32, rows of unit length or of zeros. Raises KeyError where there are none.
        """
        rows = self._database.execute(
            "SELECT sentences, parts FROM passages WHERE document = ? ORDER BY number", (number,)
        )
        if not rows or not all(parts for _, parts in rows):
            raise KeyError(number)
        sentences = unpacked(b"".join(spans for spans, _ in rows))
        return sentences, unpacked_parts(b"".join(parts for _, parts in rows), len(sentences))

    def owners(self) -> list[tuple[int, int]]:
        """The number of every passage, ascending, and of its document."""
        return self._database.execute("SELECT number, document FROM passages ORDER BY number")

    def words(self, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """Of the passages numbered above ``after`` in order: number, words of the title, of the text."""
        while rows := self._database.execute(
            "SELECT rowid, title, body FROM words WHERE rowid > ? ORDER BY rowid LIMIT ?", (after, _AT_ONCE)
        ):
            after = rows[-1][0]
            yield from rows

    def removed(self) -> Numbers:
        """The passages removed since the newest generation was made."""
        return np.array([number for (number,) in self._database.execute("SELECT passage FROM removed")], int)

    def generation(self) -> Generation:
        """The newest dense index."""
        return Generation(*self._database.execute("SELECT * FROM generations ORDER BY number DESC")[0])

    def publish(self, generation: Generation) -> None:
        """Make a dense index the newest; it holds everything that is in the catalog. Keeps the one before."""
        self._database.execute(
            "INSERT INTO generations (file, size, sha256, passages, newest, trained, dimension, weights)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                generation.file,
                generation.size,
                generation.sha256,
                generation.passages,
                generation.newest,
                generation.trained,
                generation.dimension,
                generation.weights,
            ),
        )
        self._database.execute("DELETE FROM generations WHERE number < ? - 1", (self._database.last_row,))
        self._database.execute("DELETE FROM removed")

    def files(self) -> set[str]:
        """The files of the generations that are kept."""
        return {file for (file,) in self._database.execute("SELECT file FROM generations") if file}

    def rank(self, expression: str, k: int) -> dict[int, float]:
        """The ``k`` best passages for an FTS5 expression by BM25: number → score, best first."""
        rows = self._database.execute(
            "SELECT rowid, -bm25(words, 0.5, 1.0) AS score FROM words WHERE words MATCH ?"
            " ORDER BY bm25(words, 0.5, 1.0), rowid LIMIT ?",
            (expression, k),
        )
        return dict(rows)

    def scores(self, expression: str, numbers: Iterable[int]) -> dict[int, float]:
        """The scores that ``rank`` gives to these passages; one that does not match has none."""
        rows = self._database.execute(
            "SELECT rowid, -bm25(words, 0.5, 1.0) FROM words WHERE words MATCH ?"
            # The plus keeps SQLite from searching anew for each row: one pass is ten times as fast.
            " AND +rowid IN (SELECT value FROM json_each(?))",
            (expression, json.dumps(list(numbers))),
        )
        return dict(rows)

    def holding_passages(self, expression: str) -> list[int]:
        """Every passage that an FTS5 expression matches, ascending."""
        rows = self._database.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (expression,)
        )
        return [number for (number,) in rows]

    def sentences(self, passages: Iterable[int]) -> Iterator[tuple[list[list[int]], list[str]]]:
        """Of passages in order: where their sentences stand (n, 2), and the words of each of these."""
        rows = self._database.execute(
            "SELECT sentences, body FROM passages JOIN words ON words.rowid = passages.number"
            " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
            (json.dumps(list(passages)),),
        )
        for sentences, body in rows:
            yield np.frombuffer(sentences, np.int32).reshape(-1, 2).tolist(), body.split(SENTENCE_MARK)

    def holding(self, word: str, after: int = 0) -> list[int]:
        """The numbers above ``after`` of the documents whose text or title has these characters; of a-z in
        either case."""
        pattern = "%" + re.sub(r"([\\%_])", r"\\\1", word) + "%"
        rows = self._database.execute(
            "SELECT number FROM documents"
            " WHERE number > ?2 AND (text LIKE ?1 ESCAPE '\\' OR title LIKE ?1 ESCAPE '\\')",
            (pattern, after),
        )
        return [number for (number,) in rows]

    def texts(self, after: int = 0) -> Iterator[tuple[int, str, list[list[int]]]]:
        """Of the documents numbered above ``after``, in order: number, text, places of sentences (n, 2)."""
        while rows := self._database.execute(
            "SELECT number, text, sentences FROM documents WHERE number > ? ORDER BY number LIMIT ?",
            (after, _TEXTS_AT_ONCE),
        ):
            after = rows[-1][0]
            for number, text, sentences in rows:
                yield number, text, np.frombuffer(sentences, np.int32).reshape(-1, 2).tolist()

    def vocabulary(self, prefix: str) -> list[str]:
        """Every word of the collection that begins with ``prefix``."""
        rows = self._database.execute(
            "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ?", (prefix, prefix + "\U0010ffff")
        )
        return [term for (term,) in rows]

    def frequency(self, expression: str) -> int:
        """The number of passages that an FTS5 expression matches."""
        row = self._database.execute("SELECT count(*) FROM words WHERE words MATCH ?", (expression,))
        return int(row[0][0])


def _opened(file: Path, mode: Mode) -> Database:
    """The catalog's database, if it is one that this version reads."""
    database = Database(file, mode)
    try:
        tables = database.row("SELECT 1 FROM sqlite_schema WHERE name = 'settings'")
        found = database.row("SELECT value FROM settings WHERE name = 'format'") if tables else None
        if found is None:
            raise CatalogError(f"{file} is not a catalog of On the Record")
        if found[0] == UPGRADABLE:
            raise Outdated(f"{file} has format {UPGRADABLE}; take it over with: ontherecord check --repair")
        if found[0] != FORMAT:
            raise CatalogError(
                f"{file} has format {found[0]}, this version reads {FORMAT}: use the version that made it, "
                "or add the documents to a new collection"
            )
        if not database.is_checked:
            raise Damaged(f"the header of the catalog {file} is damaged; add the documents again")
    except BaseException:
        database.close()
        raise
    return database
