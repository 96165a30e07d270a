"""Filling a collection: add, remove."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rag.commands.common import (
    AddCommand,
    Refused,
    chosen_embedder,
    complain,
    documents_of,
    open_collection,
    progress_bar,
)

if TYPE_CHECKING:
    from index.intake import Report


def describe(command: AddCommand) -> None:
    """Add ``add`` and ``remove``."""
    add = command("add", _add, "take in files and folders: what is new, changed and gone")
    add.add_argument("paths", nargs="+", type=_path, metavar="PATH")

    remove = command("remove", _remove, "take documents out again")
    remove.add_argument("ids", nargs="+", metavar="ID")


def _path(written: str) -> Path:
    """A path as typed; an empty one, of a variable that is not set, is not the current folder."""
    if not written:
        raise argparse.ArgumentTypeError("a path is empty")
    return Path(written)


def _add(options: argparse.Namespace) -> int:
    from index.collection import Collection
    from rag.speakers import is_stale, note

    for path in options.paths:
        if not path.exists():
            raise Refused(f"there is no file or folder {path}")
    collection = Collection.create(options.collection, chosen_embedder(options))
    with progress_bar("Reading", " files") as progress:
        report = collection.add(options.paths, progress, note, is_stale=is_stale)
    return _tell(report, len(collection.cards), options.paths)


def _tell(report: Report, total: int, paths: Sequence[Path]) -> int:
    for skipped in report.skipped:
        complain(f"skipped {skipped.path}: {skipped.reason}")
    parts = [
        f"{len(ids)} {word}"
        for ids, word in (
            (report.added, "added"),
            (report.changed, "changed"),
            (report.removed, "removed"),
            (report.unchanged, "unchanged"),
            (report.skipped, "skipped"),
        )
        if ids
    ]
    if not parts:
        raise Refused(f"there are no .txt or .md files in {', '.join(map(str, paths))}")
    passages = f"{report.passages} passage{'' if report.passages == 1 else 's'}"
    done = f"{passages} embedded" if report.passages else "nothing had to be embedded"
    print(
        f"{', '.join(parts)}; {done} in {report.seconds:.1f} s. The collection holds {documents_of(total)}."
    )
    nothing_read = not (report.added or report.changed or report.unchanged or report.removed)
    return 2 if nothing_read or any(skipped.named for skipped in report.skipped) else 0


def _remove(options: argparse.Namespace) -> None:
    collection = open_collection(options)
    try:
        collection.remove(options.ids)
    except KeyError as error:
        raise Refused(f"there is no document {error.args[0]!r}; see: ontherecord documents") from None
    print(f"Removed {documents_of(len(set(options.ids)))}. The collection holds {len(collection.cards)}.")
