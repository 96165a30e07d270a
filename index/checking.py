"""Checking a collection: everything that is stored, against its checksums and against one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index import generations
from index.catalog import Catalog, CatalogError, Damaged, Outdated
from index.embedding import DEFAULT_MODEL, Embedder
from index.intake import words_of
from index.nearest import Nearest
from index.records import SPAN_BYTES, checksum_of, checksum_of_text, unpacked
from index.sharing import writing
from index.upgrade import CATALOG_FILE

_AT_MOST = 1_000  # documents and passages that are looked into more closely, spread over all
_UNIT = 0.01  # what half precision may take from or add to the length of a unit vector


@dataclass(frozen=True, slots=True)
class Checked:
    """One part of a collection: what was looked at, and what is wrong with it, a sentence each.

    documents: the ids of those that are known to be concerned.
    """

    part: str
    looked_at: str
    problems: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def own_embedder(folder: Path) -> Embedder:
    """The model a collection was made with; the default one where that cannot be read any more."""
    try:
        catalog = Catalog(folder / CATALOG_FILE)
    except CatalogError:
        return Embedder(DEFAULT_MODEL)
    model = catalog.settings()["model"]
    catalog.close()
    return Embedder(model)


def check(folder: Path, embedder: Embedder) -> list[Checked]:
    """Verify all of a collection; changes nothing.

    Raises CatalogError when there is none, or one that was not made by this version.
    """
    if not (folder / CATALOG_FILE).is_file():
        raise CatalogError(f"there is no collection at {folder}; make one with: ontherecord add PATH")
    try:
        catalog = Catalog(folder / CATALOG_FILE)
    except Damaged as damage:
        return [Checked("pages", "the catalog's first pages", (str(damage),))]
    except Outdated as outdated:
        return [Checked("format", "the catalog's format", (str(outdated),))]
    try:
        with catalog.snapshot():
            return [_checked(part, catalog, folder, embedder) for part in _PARTS]
    finally:
        catalog.close()


Part = Callable[[Catalog, Path, Embedder], Checked]


def _checked(part: Part, catalog: Catalog, folder: Path, embedder: Embedder) -> Checked:
    try:
        return part(catalog, folder, embedder)
    except (Damaged, ValueError) as damage:
        return Checked(part.__name__.strip("_").replace("_", " "), "stopped at the damage", (str(damage),))


def _pages(catalog: Catalog, _folder: Path, _embedder: Embedder) -> Checked:
    database = catalog.database
    (count,) = database.execute("PRAGMA page_count")[0]
    found = [text for (text,) in database.execute("PRAGMA integrity_check") if text != "ok"]
    strays = database.execute("PRAGMA foreign_key_check")
    if strays:
        found.append(f"{len(strays)} passages belong to no document")
    return Checked("pages", f"{count:,} pages and their checksums", tuple(found))


def _documents(catalog: Catalog, _folder: Path, _embedder: Embedder) -> Checked:
    """Each text against its checksum, and everything else about it against another."""
    rows = catalog.database.execute("SELECT number, id, passages, text_checksum, checksum FROM documents")
    problems, ids = [], []
    for number, id_, passages, text_checksum, checksum in rows:
        wrong = []
        ((text,),) = catalog.database.execute("SELECT text FROM documents WHERE number = ?", (number,))
        if checksum_of_text(text) != text_checksum:
            wrong.append("its text is damaged")
        if checksum_of(catalog.database, number) != checksum:
            wrong.append("its passages, vectors or facts are damaged")
        ((count,),) = catalog.database.execute("SELECT count(*) FROM passages WHERE document = ?", (number,))
        if count != passages:
            wrong.append(f"it has {count} passages, not {passages}")
        if wrong:
            problems.append(f"{id_}: {', '.join(wrong)}")
            ids.append(id_)
    return Checked("documents", f"{len(rows):,} texts and their checksums", tuple(problems), tuple(ids))


def _passages(catalog: Catalog, _folder: Path, embedder: Embedder) -> Checked:
    """Places within the text, and vectors of the right dimension and length."""
    lengths = dict(catalog.database.execute("SELECT number, length(text) FROM documents"))
    places = catalog.database.execute('SELECT number, document, "start", "end" FROM passages')
    problems = [
        f"passage {number} stands at {start}:{end} of a text of {lengths.get(document, 0)} characters"
        for number, document, start, end in places
        if not 0 <= start < end <= lengths.get(document, 0)
    ]
    width = embedder.dimension
    problems += [
        f"the vectors of the sentences of passage {number} are damaged"
        for number, parts, sentences in catalog.database.execute(
            "SELECT number, length(parts), length(sentences) FROM passages WHERE length(parts) > 0"
        )
        if parts * SPAN_BYTES != sentences * width
    ]
    for numbers, _, vectors in catalog.vectors():
        if vectors.shape[1] != width:
            problems.append(f"vectors of {vectors.shape[1]} numbers, and the model makes {width}")
            break
        length = np.linalg.norm(vectors, axis=1)
        off = ~(np.abs(length - 1) < _UNIT)
        problems += [f"the vector of passage {number} is damaged" for number in numbers[off].tolist()]
    return Checked("passages", f"{len(places):,} places and vectors", tuple(problems))


def _words(catalog: Catalog, folder: Path, _embedder: Embedder) -> Checked:
    """The word index against the words it indexes, and the words of a sample against the text."""
    problems = []
    database = catalog.database
    missing = database.execute(
        "SELECT count(*) FROM passages WHERE number NOT IN (SELECT id FROM words_content)"
    )[0][0]
    surplus = database.execute(
        "SELECT count(*) FROM words_content WHERE id NOT IN (SELECT number FROM passages)"
    )[0][0]
    if missing or surplus:
        problems.append(f"{missing} passages have no words, {surplus} words no passage")
    for id_, body, text in _sample(catalog):
        if body != text:
            problems.append(f"the words of a passage of {id_} are not those of its text")
    problems += _word_index(folder)
    (count,) = database.execute("SELECT count(*) FROM words_content")[0]
    return Checked("words", f"the word index of {count:,} passages", tuple(problems))


def _word_index(folder: Path) -> list[str]:
    """FTS5 compares its index with its content only through a connection that may write."""
    try:
        with writing(folder):
            writer = Catalog(folder / CATALOG_FILE, write=True)
            try:
                writer.database.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            finally:
                writer.close()
    except Damaged as damage:
        return [f"the word index does not agree with its words ({damage})"]
    except CatalogError:
        pass  # somebody is adding, or the medium is read-only: the rest is checked all the same
    return []


def _sample(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Of passages spread over the collection: the document's id, its words as stored and as read anew."""
    numbers = [number for (number,) in catalog.database.execute("SELECT number FROM passages")]
    for number in numbers[:: max(1, len(numbers) // _AT_MOST)]:
        row = catalog.database.row(
            "SELECT document, passages.sentences, body FROM passages"
            " JOIN words ON words.rowid = passages.number WHERE passages.number = ?",
            (number,),
        )
        if row is None:
            continue
        document, blob, body = row
        text = catalog.document(document)
        yield text.id, body, words_of(text.text, unpacked(blob))


def _dense_index(catalog: Catalog, folder: Path, _embedder: Embedder) -> Checked:
    """The file against the manifest, and its passages against the catalog's."""
    current = catalog.generation()
    if current.file is None:
        return Checked("dense index", "none on the disk: the vectors themselves are searched")
    numbers = generations.opened(folder, current).numbers
    live = {number for number, _ in catalog.owners() if number <= current.newest}
    indexed = set(numbers.tolist()) - set(catalog.removed().tolist())
    problems = [f"it holds {len(indexed)} of the {len(live)} passages it should"] if indexed != live else []
    return Checked("dense index", f"{current.file}, {current.size / 2**20:.0f} MB", tuple(problems))


def _search(catalog: Catalog, folder: Path, embedder: Embedder) -> Checked:
    """The model is the one that made the vectors, and passages spread over all are found by their own."""
    problems = []
    weights = catalog.settings()["weights"]
    if embedder.fingerprint != weights:
        problems.append(f"{embedder.name} is not the model that made the vectors ({weights[:12]}…)")
    nearest = Nearest(catalog, folder)
    nearest.update()
    numbers = [number for number, _ in catalog.owners()]
    chosen = numbers[:: max(1, len(numbers) // (_AT_MOST // 10))]
    for number in chosen:
        vector = catalog.vectors_of([number])[1][0]
        found = nearest.search(vector, 10)
        # Passages with the very same words may crowd it out, at the same score.
        if max(found.values(), default=0.0) < 1 - _UNIT:
            problems.append(f"passage {number} is not found by its own vector")
    return Checked("search", f"{len(chosen):,} passages sought by their own vectors", tuple(problems))


_PARTS: tuple[Part, ...] = (_pages, _documents, _passages, _words, _dense_index, _search)


def as_json(parts: list[Checked]) -> dict[str, Any]:
    """What was found, for other programs."""
    return {
        "ok": not any(part.problems for part in parts),
        "parts": [
            {"part": part.part, "looked_at": part.looked_at, "problems": list(part.problems)}
            for part in parts
        ],
    }
