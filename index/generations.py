"""The indexes on the disk: each generation is a new file beside the old, described in the catalog.

It holds the dense index as faiss writes it, the passages' numbers and documents, and the postings of
their words and of those outside all sentences, each array where the last bytes of the file say.

A file is written, brought to the disk, given its name, and only then entered in the catalog's
manifest with its size and SHA-256, in one transaction. Whatever a crash leaves is either not in the
manifest, and swept away by the next writer, or whole. A file that is not what the manifest says is
never read. Everything here can be deleted: it is made again from the vectors in the catalog.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from index.catalog import Catalog, Damaged, Generation
from index.dense import Numbers, Partitions, sample_size
from index.outside import outside
from index.postings import Postings

Array = npt.NDArray[Any]
FOLDER = "dense"
_UNFINISHED = "unfinished"
# Up to here the vectors and the word index themselves are searched; FTS5 then takes 5 ms a query.
EXACT_UP_TO = 2_000
# What was added and removed since is searched and left out one by one until it is this much.
PENDING = 1_000
_PENDING_SHARE = 0.02
_LIVE = 0.8  # of the rows of the postings; with fewer they are made anew
_WORDS_AT_ONCE = 250_000  # passages, some 2 kB of memory each
_OUTSIDE = "outside/"  # before the names of the arrays of such words
_ALIGNED, _CONTENTS = 64, 4096  # bytes
_RETRAIN_AT = 3  # times the size at which the partitions were chosen


def is_due(catalog: Catalog, folder: Path, exact_up_to: int) -> bool:
    """Whether a new generation pays: by size, by what has changed since, or because a file is gone.

    That a file is there at its length is all that is looked at; reading it would take longer than
    storing a document.
    """
    current, size = catalog.generation(), catalog.size()
    if current.file is None:
        return size > exact_up_to or len(catalog.removed()) > max(PENDING, size)
    if size <= exact_up_to // 2 or not _is_there(folder, current):
        return True
    removed = len(catalog.removed())
    pending = size - (current.passages - removed) + removed
    return pending > max(PENDING, _PENDING_SHARE * size)


def publish(catalog: Catalog, folder: Path, weights: str, exact_up_to: int) -> Generation:
    """Make the dense index anew from the catalog, which must be a writer's."""
    size = catalog.size()
    sweep(catalog, folder)
    made = Generation(0, None, 0, "", 0, 0, 0, 0, weights)
    if size > exact_up_to:
        index, postings, others, trained = _extended(catalog, folder, size) or _built(catalog, size)
        outside_arrays = {_OUTSIDE + name: values for name, values in others.arrays.items()}
        arrays = {**_owned(catalog), **postings.arrays, **outside_arrays}
        try:
            made = _written(index, arrays, folder, replace(made, trained=trained))
        except OSError:
            (folder / FOLDER / _UNFINISHED).unlink(missing_ok=True)  # it may hold the last room there is
            raise
    with catalog.transaction():
        catalog.publish(made)
    sweep(catalog, folder)
    return catalog.generation()


def sweep(catalog: Catalog, folder: Path) -> None:
    """Delete what no generation of the manifest needs; one that is mapped somewhere stays readable there."""
    kept = catalog.files()
    for file in (folder / FOLDER).glob("*"):
        if file.name not in kept:
            file.unlink()


def _is_there(folder: Path, generation: Generation) -> bool:
    file = folder / FOLDER / str(generation.file)
    return file.is_file() and file.stat().st_size == generation.size


def verify(folder: Path, generation: Generation) -> Path:
    """The file of a generation; raises Damaged when it is not what the manifest says."""
    file = folder / FOLDER / str(generation.file)
    try:
        if file.stat().st_size != generation.size:
            raise Damaged(f"{file} has {file.stat().st_size} bytes, not {generation.size}")
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise Damaged(f"{file} cannot be read: {error.strerror}") from error
    if found != generation.sha256:
        raise Damaged(f"{file} has SHA-256 {found[:12]}…, not {generation.sha256[:12]}…")
    return file


@dataclass(frozen=True, slots=True)
class Opened:
    """A generation mapped into memory; numbers and documents (n,) of its passages, ascending.

    outside: the words of documents that stand in no sentence; None in a generation that an earlier
    version has published.
    """

    partitions: Partitions
    numbers: Numbers
    documents: Numbers
    postings: Postings
    outside: Postings | None


def opened(folder: Path, generation: Generation) -> Opened:
    """Raises Damaged when the file of a generation is not what the manifest says."""
    file = verify(folder, generation)
    try:
        arrays = _mapped(file)
        others = {
            name.removeprefix(_OUTSIDE): arrays.pop(name) for name in [*arrays] if name.startswith(_OUTSIDE)
        }
        found = Opened(
            Partitions.mapped(file),
            arrays.pop("passages"),
            arrays.pop("documents"),
            Postings(arrays),
            Postings(others) if others else None,
        )
    except (ValueError, KeyError) as error:
        raise Damaged(f"{file} was written by another version: {error}") from error
    if len(found.partitions) != generation.passages:
        raise Damaged(f"{file} holds {len(found.partitions)} passages, not {generation.passages}")
    return found


# Vectors, words, words outside the sentences, and how many passages the partitions were chosen for.
Indexes = tuple[Partitions, Postings, Postings, int]


def _built(catalog: Catalog, size: int) -> Indexes:
    step = max(1, size // sample_size(size))
    sample = np.concatenate([vectors[::step] for _, _, vectors in catalog.vectors()])
    index = Partitions.trained(sample, size)
    for numbers, _, vectors in catalog.vectors():
        index.add(numbers, vectors)
    return index, _postings(catalog), outside(catalog), size


def _postings(catalog: Catalog, after: int = 0) -> Postings:
    passages = catalog.words(after)
    found = Postings.of(islice(passages, _WORDS_AT_ONCE))
    while len(more := Postings.of(islice(passages, _WORDS_AT_ONCE))):
        found = found.with_more(more)
    return found


def _extended(catalog: Catalog, folder: Path, size: int) -> Indexes | None:
    """The newest generation with what has changed since, where that is sound and less work."""
    current = catalog.generation()
    if current.file is None or size > _RETRAIN_AT * current.trained:
        return None
    try:
        known = opened(folder, current)
        postings = known.postings.without(catalog.removed())
    except Damaged:
        return None
    if postings.live.mean() < _LIVE:
        return None
    index = Partitions.copied(folder / FOLDER / current.file)
    index.remove(catalog.removed())
    for numbers, _, vectors in catalog.vectors(after=current.newest):
        index.add(numbers, vectors)
    postings = postings.with_more(_postings(catalog, current.newest))
    others = known.outside
    newer = outside(catalog, int(others.numbers[-1]) if others and len(others) else 0)
    others = others.with_more(newer) if others else newer
    return (index, postings, others, current.trained) if len(index) == size else None


def _owned(catalog: Catalog) -> dict[str, Array]:
    """The passages' numbers, ascending, and the numbers of their documents."""
    owners = np.array(catalog.owners(), np.int64).reshape(-1, 2)
    return {"passages": owners[:, 0], "documents": owners[:, 1]}


def _written(
    index: Partitions, arrays: Mapping[str, Array], folder: Path, generation: Generation
) -> Generation:
    (folder / FOLDER).mkdir(exist_ok=True)
    unfinished = folder / FOLDER / _UNFINISHED
    index.write(unfinished)
    with unfinished.open("r+b") as file:
        _append(file, arrays)
        file.flush()
        # An error here ends the attempt: what a failed fsync left in memory cannot be trusted.
        os.fsync(file.fileno())
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    name = f"{sha256[:16]}.faiss"
    unfinished.replace(folder / FOLDER / name)
    for changed in (folder / FOLDER, folder):
        _sync(changed)
    return replace(
        generation,
        file=name,
        size=(folder / FOLDER / name).stat().st_size,
        sha256=sha256,
        passages=len(arrays["passages"]),
        newest=int(arrays["passages"].max(initial=0)),
        dimension=index.dimension,
    )


def _append(file: BinaryIO, arrays: Mapping[str, Array]) -> None:
    file.seek(0, os.SEEK_END)
    contents = []
    for name, values in arrays.items():
        file.write(bytes(-file.tell() % _ALIGNED))
        contents.append([name, values.dtype.str, len(values), file.tell()])
        file.write(np.ascontiguousarray(values).data)
    file.write(json.dumps(contents).encode().rjust(_CONTENTS))


def _mapped(file: Path) -> dict[str, Array]:
    data = np.memmap(file, np.uint8, "r").view(np.ndarray)  # whose slices are made ten times as fast
    contents = json.loads(data[-_CONTENTS:].tobytes())
    return {
        name: data[start : start + count * np.dtype(kind).itemsize].view(kind)
        for name, kind, count, start in contents
    }


def _sync(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
