"""SQLite as the collection needs it: every page checked when it is read, errors in plain words.

The only import of apsw. It carries a SQLite without the WAL-reset bug of the one in Debian 12
(sqlite.org/wal.html#walresetbug), and the page checksums of sqlite.org/cksumvfs.html: a byte that
changed on the disk is an error when its page is read, never another answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any, Literal

import apsw
from apsw import sqlite_extra

Mode = Literal["read", "write", "create"]
_FLAGS = {
    "read": apsw.SQLITE_OPEN_READONLY,
    "write": apsw.SQLITE_OPEN_READWRITE,
    "create": apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE,
}
_CHECKSUM_BYTES = 8  # of every page; the extension checks only databases that reserve exactly these
_WAIT_MS = 30_000
_VFS = "cksmvfs"


class CatalogError(ValueError):
    """A collection that cannot be used as it is. The message says what to do."""


class Damaged(CatalogError):
    """What is stored is not what was stored once."""


class Database:
    """One connection to a database file; may be used by several threads, which wait for each other."""

    def __init__(self, file: Path, mode: Mode = "read", *, trusting: bool = False) -> None:
        """trusting: compare no checksums, for a repair that has its own."""
        self.file = file
        self._vfs = "unix" if trusting else _VFS
        self._mode = mode
        self._lock = RLock()
        _register()
        with self._plain_errors():
            self._connection = self._open()
            self._connection.set_busy_timeout(_WAIT_MS)
            if mode == "create":
                self._connection.reserve_bytes(reserve=_CHECKSUM_BYTES)
            self._connection.execute("PRAGMA foreign_keys = ON")
            if mode != "read":
                # Only the one writer checkpoints, and a commit is on the disk when it returns.
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = FULL")

    @property
    def is_checked(self) -> bool:
        """Whether its pages carry checksums."""
        with self._lock, self._plain_errors():
            return self._connection.reserve_bytes() == _CHECKSUM_BYTES

    @property
    def last_row(self) -> int:
        """The number of the row inserted last."""
        return self._connection.last_insert_rowid()

    def execute(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement; all the rows it gives."""
        with self._lock, self._plain_errors():
            return self._connection.execute(sql, values).fetchall()

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for every row of values."""
        with self._lock, self._plain_errors():
            self._connection.executemany(sql, rows)

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row that a statement gives."""
        rows = self.execute(sql, values)
        return rows[0] if rows else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing of it is in the database, whatever happens in between."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read within comes from one and the same commit."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def close(self) -> None:
        """A writer leaves one file behind that holds everything, so that it can be copied."""
        with self._lock:
            # With a reader in the way, or the disk full, the commits stay in the WAL, as safe.
            with suppress(apsw.Error):
                if self._mode != "read":
                    self._connection.set_busy_timeout(1000)
                    self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._connection.close()

    def _open(self) -> apsw.Connection:
        address = f"{self.file.absolute().as_uri()}?vfs={self._vfs}"
        flags = _FLAGS[self._mode] | apsw.SQLITE_OPEN_URI
        connection = apsw.Connection(address, flags=flags)
        try:
            connection.execute("PRAGMA schema_version").fetchall()
        except apsw.CantOpenError:
            # Reading a WAL database needs a file beside it; on a medium that cannot be written to,
            # nobody else writes either, so it can be read as it lies, if nothing is left in a WAL.
            connection.close()
            log = self.file.with_name(self.file.name + "-wal")
            if self._mode != "read" or (log.exists() and log.stat().st_size):
                raise
            connection = apsw.Connection(address + "&immutable=1", flags=flags)
        except apsw.Error:
            connection.close()
            raise
        return connection

    def _roll_back(self) -> None:
        with self._lock:
            if self._connection.in_transaction:  # SQLite itself rolls back after some errors
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except apsw.Error as error:
            raise _explained(error, self.file) from error


def _explained(error: apsw.Error, file: Path) -> Exception:
    """What went wrong as a user reads it; a mistake in this program's own SQL stays what it is."""
    bad_page = getattr(error, "extendedresult", 0) == apsw.SQLITE_IOERR_DATA
    if bad_page or isinstance(error, apsw.CorruptError | apsw.NotADBError):
        what = "a page fails its checksum" if bad_page else str(error)
        return Damaged(f"the catalog {file} is damaged ({what}); see what is left: ontherecord check")
    if isinstance(error, apsw.FullError):
        return CatalogError(
            f"no space is left for {file}; what was stored before is unharmed: make room and run it again"
        )
    if isinstance(error, apsw.ReadOnlyError):
        return CatalogError(f"{file} cannot be written to; add to a collection in a folder of your own")
    if isinstance(error, apsw.BusyError):
        return CatalogError(f"{file} is in use by another program; try again when it is done")
    if isinstance(error, apsw.CantOpenError | apsw.IOError | apsw.PermissionsError | apsw.AuthError):
        return CatalogError(
            f"the collection's catalog {file} cannot be read or written ({error}); "
            "what was stored before is unharmed"
        )
    return error


def _register() -> None:
    """Make the checksums known to SQLite, once a process."""
    if _VFS not in apsw.vfs_names():
        connection = apsw.Connection(":memory:")
        sqlite_extra.load(connection, "cksumvfs")
        connection.close()
