"""How many commits a collection has been told to keep, noted beside the catalog.

After a crash the last commits stand in SQLite's log alone, and SQLite drops a damaged end of that log
without a word, as it must after a power failure. This note tells the two apart: a catalog that has
fewer commits than were acknowledged has lost some.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from pathlib import Path

from index.database import Damaged


def beside(catalog: Path) -> Path:
    """Where the note of a catalog is kept."""
    return catalog.with_name(catalog.name + "-acknowledged")


def note(catalog: Path, commits: int) -> None:
    """Write the number down; without room for it the commit is no less safe."""
    with suppress(OSError):
        descriptor = os.open(beside(catalog), os.O_WRONLY | os.O_CREAT, 0o644)
        try:
            os.pwrite(descriptor, _line(commits), 0)
            os.fdatasync(descriptor)
        finally:
            os.close(descriptor)


def noted(catalog: Path) -> int:
    """The number, or 0 where it was never written or cannot be trusted."""
    try:
        data = beside(catalog).read_bytes()
        commits = int(data[:20])
    except (OSError, ValueError):
        return 0
    return commits if data == _line(commits) else 0


def check(file: Path, found: int, promised: int) -> None:
    """Raises Damaged where a catalog has fewer commits than were acknowledged."""
    if found < promised:
        raise Damaged(
            f"the catalog {file} has {found} of {promised} commits: the end of its log is damaged; "
            "go on without them: ontherecord check --repair, and add the documents again"
        )


def _line(commits: int) -> bytes:
    number = f"{commits:020d}"
    return f"{number} {zlib.crc32(number.encode()):08x}\n".encode()
