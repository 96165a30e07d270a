"""What has been found once is kept, within bounds, so that the next question need not find it again."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Values by key, forgotten all at once when they would weigh more than ``limit``.

    weigh: what a value counts; 1 unless told. May be used by several threads: a value may then be
    found twice, but never one that belongs to what has been forgotten since.
    """

    def __init__(self, limit: int, weigh: Callable[[V], int] = lambda _: 1) -> None:
        self._limit = limit
        self._weigh = weigh
        self._lock = Lock()
        self._kept: dict[K, V] = {}
        self._weight = 0

    def get(self, key: K, find: Callable[[], V]) -> V:
        """The value kept under a key, or else what ``find`` gives, which is kept from then on."""
        with self._lock:
            kept = self._kept
            if key in kept:
                return kept[key]
        value = find()
        weight = self._weigh(value)
        with self._lock:
            if kept is self._kept and key not in kept:
                if self._weight + weight > self._limit:
                    kept.clear()
                    self._weight = 0
                kept[key] = value
                self._weight += weight
        return value

    def forget(self, but: Container[K] = ()) -> None:
        """Forget everything, or everything but what is kept under these keys."""
        with self._lock:
            self._kept = {key: value for key, value in self._kept.items() if key in but}
            self._weight = sum(map(self._weigh, self._kept.values()))
