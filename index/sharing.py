"""One writer and many readers: who may write, and which commit is being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Condition, local

from filelock import FileLock, Timeout

from index.catalog import Catalog, CatalogError


class Busy(CatalogError):
    """Another process is writing to the collection."""


class Turns:
    """Threads that read one commit together; whoever comes after a newer one waits until they are done.

    So an answer never mixes two states of the collection, and a reader that is never idle still
    takes up what was committed. take_up: called at the beginning of each snapshot.
    """

    def __init__(self, file: Path, catalog: Catalog, take_up: Callable[[], None]) -> None:
        self._catalog = catalog
        self._newest = Catalog(file)  # sees every commit, while the other one is held at its snapshot
        self._take_up = take_up
        self._turn = Condition()
        self._readers = 0
        self._snapshot = ExitStack()
        self._version = -1
        self._mine = local()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold the snapshot; within itself it changes nothing."""
        if getattr(self._mine, "is_reading", False):
            yield
            return
        self._begin()
        self._mine.is_reading = True
        try:
            yield
        finally:
            self._mine.is_reading = False
            self._end()

    def close(self) -> None:
        self._newest.close()

    def _begin(self) -> None:
        with self._turn:
            while self._readers and self._newest.version != self._version:
                self._turn.wait()
            if not self._readers:
                self._snapshot.enter_context(self._catalog.snapshot())
                try:
                    self._version = self._catalog.version
                    self._take_up()
                except BaseException:
                    self._snapshot.close()
                    raise
            self._readers += 1

    def _end(self) -> None:
        with self._turn:
            self._readers -= 1
            if not self._readers:
                self._snapshot.close()
                self._turn.notify_all()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the collection's write lock; the operating system lets go of it when a process dies.

    Raises Busy at once while another process holds it.
    """
    lock = FileLock(folder / ".lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise Busy(
            f"another process is adding to the collection at {folder}; try again when it is done"
        ) from error
    except OSError as error:
        raise CatalogError(f"the collection at {folder} cannot be written to: {error.strerror}") from error
    try:
        yield
    finally:
        lock.release()
