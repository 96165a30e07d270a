"""Repairing a collection: what derives is made anew, and a damaged document never passes for a sound one.

A damaged catalog is not mended in place. Every document that its checksums vouch for is carried over
into a new one, which takes the old one's name when it is whole. Where a text is sound and what was
derived from it is not, it is derived again; where the text itself is damaged, the document is named.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index import generations
from index.catalog import Catalog, CatalogError, Damaged
from index.checking import Checked
from index.database import Database
from index.embedding import Embedder
from index.intake import CHUNKING, Intake, Note, entry_of
from index.records import Entry, checksum_of, checksum_of_text, document_of, stacked, unpacked, unpacked_parts
from index.sharing import writing
from index.upgrade import CATALOG_FILE, UNFINISHED, clear, name, upgrade

_BATCH = 200  # documents in a transaction


@dataclass(slots=True)
class Repaired:
    """What a repair did; documents by id."""

    kept: int = 0
    derived: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def repair(folder: Path, found: list[Checked], embedder: Embedder, note: Note | None = None) -> Repaired:
    """Mend what ``check`` found; raises Busy while another process writes."""
    damaged = {part.part for part in found if part.problems}
    repaired = Repaired()
    with writing(folder):
        if "format" in damaged:
            try:
                upgrade(folder)
            except Damaged:
                repaired = _carried_over(folder, embedder, note)
        elif damaged - {"dense index", "search"}:
            repaired = _carried_over(folder, embedder, note)
        catalog = Catalog(folder / CATALOG_FILE, write=True)
        try:
            generations.publish(catalog, folder, catalog.settings()["weights"], generations.EXACT_UP_TO)
            repaired.kept = len(catalog.cards()) - len(repaired.derived)
        finally:
            catalog.close()
    return repaired


def _carried_over(folder: Path, embedder: Embedder, note: Note | None) -> Repaired:
    # Without SQLite's own comparison a damaged page still tells what it holds; the documents'
    # checksums say what of it is true.
    old = Database(folder / CATALOG_FILE, trusting=True)
    try:
        known = _known(old)
        clear(folder)
        Catalog.create(folder / UNFINISHED, _settings(old, embedder))
        new = Catalog(folder / UNFINISHED, write=True)
        try:
            repaired = _carry_all(old, known, new, Intake(new, embedder, note=note))
        finally:
            new.close()
    finally:
        old.close()
    for beside in ("-wal", "-shm"):
        (folder / (CATALOG_FILE + beside)).unlink(missing_ok=True)
    name(folder)
    return repaired


def _carry_all(old: Database, known: dict[int, str], new: Catalog, intake: Intake) -> Repaired:
    repaired = Repaired()
    numbers = sorted(known)
    for first in range(0, len(numbers), _BATCH):
        with new.transaction():
            for number in numbers[first : first + _BATCH]:
                row = _row(old, number)
                entry = _sound(old, number, row) if row else None
                if row and not entry:
                    entry = intake.derived(row["id"], row["source"], row["sha256"], row["text"])
                    repaired.derived += [row["id"]] if entry else []
                if entry:
                    new.put(entry)
                else:
                    repaired.lost.append(known[number])
    return repaired


def _known(old: Database) -> dict[int, str]:
    """Number → id of every document that the table or one of its indexes still names."""
    known: dict[int, str] = {}
    for where in ("NOT INDEXED", "INDEXED BY cards"):
        with suppress(Damaged):
            known |= dict(old.execute(f"SELECT number, id FROM documents {where}"))
    if not known:
        raise CatalogError(
            f"nothing in {old.file} can be read any more; add the documents to a new collection"
        )
    return {number: str(id_) for number, id_ in known.items()}


def _settings(old: Database, embedder: Embedder) -> dict[str, str]:
    """What shaped the collection; where that cannot be read any more, what shapes one now."""
    found = {"model": embedder.name, "weights": embedder.fingerprint, "chunking": CHUNKING}
    with suppress(Damaged):
        found |= dict(old.execute("SELECT name, value FROM settings WHERE name IN ('model', 'weights')"))
    if found["weights"] != embedder.fingerprint:
        found |= {"model": embedder.name, "weights": embedder.fingerprint}
    return found


def _row(old: Database, number: int) -> dict[str, Any] | None:
    """A document as it is stored, if its text is sound."""
    names = "id, source, sha256, title, date, url, text, text_checksum, checksum, furniture, sentences, notes"
    try:
        found = old.row(f"SELECT {names} FROM documents WHERE number = ?", (number,))
        row = dict(zip(names.split(", "), found, strict=True)) if found else None
        return row if row and checksum_of_text(row["text"]) == row["text_checksum"] else None
    except (Damaged, ValueError, AttributeError):
        return None


def _sound(old: Database, number: int, row: dict[str, Any]) -> Entry | None:
    """A document with its passages and vectors as they are stored, if all of it is sound."""
    try:
        has_parts = old.row("SELECT 1 FROM pragma_table_info('passages') WHERE name = 'parts'") is not None
        if checksum_of(old, number, parts=has_parts) != row["checksum"]:
            return None
        parts_of = "parts" if has_parts else "x''"  # a catalog of format 3
        found = old.execute(
            f"SELECT sentences, vector, {parts_of} FROM passages WHERE document = ? ORDER BY number",
            (number,),
        )
    except (Damaged, ValueError):
        return None
    spans = [unpacked(sentences) for sentences, _, _ in found]
    vectors = stacked([vector for _, vector, _ in found])
    parts = [unpacked_parts(blob, len(own)) for own, (_, _, blob) in zip(spans, found, strict=True)]
    return entry_of(document_of(row), row["sha256"], spans, vectors, parts)
