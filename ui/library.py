"""Adding documents to a served collection and taking them out: names and sizes are not to be trusted."""

from __future__ import annotations

import asyncio
import os
import threading
import unicodedata
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from index.catalog import CatalogError
from index.documents import Document
from index.intake import Report
from index.readers import LARGEST_FILE, SUFFIXES
from ui.addresses import DOCUMENT

FOLDER = "added"  # in the collection's folder; what is added here is kept there
MOST = 5_000  # files in it
TOTAL = 1024**3  # bytes in it
LONGEST_NAME = 120  # bytes
AT_ONCE = 2  # files that are taken in at a time: each is held in memory
SENDING = 300.0  # seconds within which a file must have arrived


class Collection(Protocol):
    """What the library needs of a collection."""

    def add(
        self, paths: Sequence[Path], progress: None = None, note: Callable[[Document], str] | None = None
    ) -> Report: ...

    def remove(self, ids: Sequence[str]) -> None: ...

    def document(self, id_: str) -> Document: ...

    def refresh(self) -> None: ...


class Library:
    """One change at a time. ``note`` is what ``Collection.add`` asks for."""

    def __init__(self, collection: Collection, folder: Path, note: Callable[[Document], str]) -> None:
        self._collection = collection
        self._folder = (folder / FOLDER).resolve()
        self._note = note
        self._lock = threading.Lock()

    def add(self, name: str, data: bytes) -> Report:
        """Keep a file and add it; a file of the same name is replaced.

        Raises ValueError, with one clear sentence, for a file that cannot be added; nothing is kept then.
        """
        file = self._folder / safe_name(name)
        with self._lock:
            self._make_room(file, len(data))
            before = file.read_bytes() if file.exists() else None
            _write(file, data)
            report = Report()
            try:
                report = self._collection.add([file], None, self._note)
            finally:
                if not (report.added or report.changed or report.unchanged):
                    file.unlink() if before is None else _write(file, before)
        if report.skipped:
            raise ValueError(f"{file.name} cannot be added: {report.skipped[0].reason}")
        return report

    def remove(self, id_: str) -> None:
        """Take a document out, and its file if it was added here. Raises KeyError for an unknown id."""
        with self._lock:
            self._collection.refresh()
            source = Path(self._collection.document(id_).source)
            self._collection.remove([id_])
            if source.parent == self._folder:
                source.unlink(missing_ok=True)

    def _make_room(self, file: Path, size: int) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        kept = [entry.stat().st_size for entry in os.scandir(self._folder)]
        if not file.exists() and len(kept) >= MOST:
            raise ValueError(f"{MOST:,} files have been added here, and no more may be; remove some")
        if sum(kept) + size > TOTAL:
            raise ValueError(f"what is added here may take {TOTAL // 2**20:,} MB in all; remove some")


def safe_name(name: str) -> str:
    """A file's name as somebody sent it, as one that is nothing but a name.

    Raises ValueError for one whose format cannot be read, or of which nothing is left.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    name = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in name)
    stem, dot, suffix = " ".join(name.split()).lstrip(". ").rpartition(".")
    if f".{suffix.lower()}" not in SUFFIXES:
        raise ValueError(f"only {', '.join(sorted(SUFFIXES))} files can be added")
    stem = stem.encode()[: LONGEST_NAME - len(suffix) - 1].decode(errors="ignore").strip()
    if not stem.strip(". "):
        raise ValueError("the file needs a name")
    return stem + dot + suffix


def _write(file: Path, data: bytes) -> None:
    """All of it or nothing."""
    partial = file.with_name(".partial")
    try:
        partial.write_bytes(data)
        partial.replace(file)
    finally:
        with suppress(FileNotFoundError):
            partial.unlink()


def add_library(app: FastAPI, library: Library) -> None:
    """``PUT`` and ``DELETE /library/NAME``. Other sites' pages cannot send either without being asked."""
    room = asyncio.Semaphore(AT_ONCE)

    @app.put("/library/{name:path}", include_in_schema=False)
    async def put(name: str, request: Request) -> JSONResponse:
        try:
            async with room:
                data = await asyncio.wait_for(_received(request.stream()), SENDING)
                report = await run_in_threadpool(library.add, name, data)
        except TimeoutError:
            raise HTTPException(408, f"Send the whole file within {SENDING:g} seconds.") from None
        except (CatalogError, OSError) as error:
            raise HTTPException(503, _said(error)) from error
        except ValueError as error:
            raise HTTPException(422, _said(error)) from error
        return JSONResponse({"added": report.added, "changed": report.changed, "unchanged": report.unchanged})

    @app.delete(f"/library/{DOCUMENT}", include_in_schema=False)
    def delete(id: str) -> Response:
        try:
            library.remove(id)
        except KeyError:
            raise HTTPException(404, "No document of the collection has this id.") from None
        except (CatalogError, OSError) as error:
            raise HTTPException(503, _said(error)) from error
        return Response(status_code=204)


async def _received(stream: AsyncIterator[bytes]) -> bytes:
    data = bytearray()
    async for part in stream:
        data += part
        if len(data) > LARGEST_FILE:
            raise HTTPException(413, f"The file is larger than {LARGEST_FILE // 2**20} MB.")
    return bytes(data)


def _said(error: Any) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
