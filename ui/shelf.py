"""The answers that were shown last, so that what is downloaded, copied or judged is what was shown."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answers import Answer

KEPT = 500  # answers; an answer of twenty quotes takes 20 kB, its documents are the collection's


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer, and the earlier questions it was given with."""

    answer: Answer
    history: tuple[str, ...]


class Shelf:
    """Answers by a name that cannot be guessed, the oldest forgotten first. Safe to use from threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._shown: OrderedDict[str, Shown] = OrderedDict()
        self._judged: set[str] = set()
        self._lock = threading.Lock()

    def put(self, answer: Answer, history: Sequence[str] = ()) -> str:
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._shown[name] = Shown(answer, tuple(history))
            while len(self._shown) > self._kept:
                self._judged.discard(self._shown.popitem(last=False)[0])
        return name

    def get(self, name: str) -> Shown:
        """Raises KeyError where it is not, or no longer, here."""
        with self._lock:
            return self._shown[name]

    def judge(self, name: str) -> bool:
        """Whether nobody has judged this answer before; from now on somebody has."""
        with self._lock:
            first = name not in self._judged
            self._judged.add(name)
            return first
