"""Making a catalog, empty or from one of an earlier format; it has its name only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from index import acknowledged
from index.catalog import Catalog
from index.database import Database
from index.records import checksum_of
from index.schema import UPGRADABLE

CATALOG_FILE = "catalog.sqlite3"
UNFINISHED = "catalog.unfinished"


def make(folder: Path, settings: Mapping[str, str]) -> None:
    """An empty catalog in a folder that has none; ``settings`` is what shapes it."""
    if not (folder / CATALOG_FILE).is_file():
        clear(folder)
        Catalog.create(folder / UNFINISHED, settings)
        name(folder)


def upgrade(folder: Path) -> None:
    """Take over the catalog of format 3: everything in it stays as it is, vectors and dense index included.

    The parts of its passages are made when something is added (index/parting.py). The caller holds the
    write lock. Raises CatalogError while another program has the catalog open, Damaged where commits of
    it are missing.
    """
    promised = acknowledged.noted(folder / CATALOG_FILE)
    old = Database(folder / CATALOG_FILE, "write")
    try:
        found = old.row("SELECT value FROM settings WHERE name = 'format'")
        if found is None or found[0] != UPGRADABLE:
            return  # another process has been quicker
        settings = dict(old.execute("SELECT name, value FROM settings WHERE name <> 'format'"))
        acknowledged.check(old.file, int(settings.pop("commits")), promised)
        # From here on the old file is alone: no reader of it is left, nothing is beside it.
        old.execute("PRAGMA journal_mode = DELETE")
    finally:
        old.close()
    clear(folder)
    Catalog.create(folder / UNFINISHED, settings)
    catalog = Catalog(folder / UNFINISHED, write=True)
    try:
        catalog.database.execute("ATTACH ? AS old", (str(folder / CATALOG_FILE),))
        with catalog.transaction():
            _copy(catalog)
        catalog.database.execute("DETACH old")
    finally:
        catalog.close()
    name(folder)


def _copy(catalog: Catalog) -> None:
    database = catalog.database
    database.execute("DELETE FROM generations")
    for table in ("documents", "removed", "generations"):
        database.execute(f"INSERT INTO {table} SELECT * FROM old.{table}")
    database.execute("INSERT INTO passages SELECT *, x'' FROM old.passages")
    database.execute("INSERT INTO words (rowid, title, body) SELECT rowid, title, body FROM old.words")
    # Numbers are never given twice, also not those of documents that are gone.
    database.execute(
        "UPDATE sqlite_sequence SET seq = (SELECT seq FROM old.sqlite_sequence AS old"
        " WHERE old.name = sqlite_sequence.name) WHERE name IN ('documents', 'passages', 'generations')"
    )
    for number, checksum in database.execute("SELECT number, checksum FROM documents"):
        # One that is damaged keeps the checksum that tells of it.
        if checksum == checksum_of(database, number, parts=False):
            catalog.seal(number)


def clear(folder: Path) -> None:
    """Remove what an attempt that did not succeed left behind."""
    for left in folder.glob(UNFINISHED + "*"):
        left.unlink()


def name(folder: Path) -> None:
    """Put the finished catalog in the place of the one there is."""
    # The new one counts its own commits.
    acknowledged.beside(folder / CATALOG_FILE).unlink(missing_ok=True)
    (folder / UNFINISHED).replace(folder / CATALOG_FILE)
    if acknowledged.beside(folder / UNFINISHED).is_file():
        acknowledged.beside(folder / UNFINISHED).replace(acknowledged.beside(folder / CATALOG_FILE))
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
