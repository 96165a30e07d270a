"""What the page and the API need of a chatbot, and the turnstile that keeps it from being overrun."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from index.documents import Card, Document
from rag.answers import Answer


class Chatbot(Protocol):
    """Called from worker threads, several at once."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Raises ValueError, with one clear sentence, for a question that cannot be asked."""
        ...

    def documents(self) -> Sequence[Card]: ...

    def document(self, id_: str, /) -> Document:
        """Raises KeyError for an unknown id."""
        ...

    def examples(self) -> Sequence[str]: ...


class Busy(RuntimeError):
    """More questions are waiting than will be let in; ask again shortly."""


class Turnstile:
    """Lets ``at_once`` questions be answered at a time and ``waiting`` more wait; raises Busy beyond."""

    def __init__(self, chatbot: Chatbot, *, at_once: int, waiting: int) -> None:
        self._chatbot = chatbot
        self._room = at_once + waiting
        self._inside = 0
        self._door = threading.Lock()
        self._answering = threading.BoundedSemaphore(at_once)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        with self._place(), self._answering:
            return self._chatbot.ask(question, history)

    def documents(self) -> Sequence[Card]:
        return self._chatbot.documents()

    def document(self, id_: str, /) -> Document:
        return self._chatbot.document(id_)

    def examples(self) -> Sequence[str]:
        return self._chatbot.examples()

    @property
    def full(self) -> bool:
        """Whether the next to ask would be turned away."""
        return self._inside >= self._room

    @contextmanager
    def _place(self) -> Iterator[None]:
        with self._door:
            if self.full:
                raise Busy("Too many questions are waiting; ask again in a moment.")
            self._inside += 1
        try:
            yield
        finally:
            with self._door:
                self._inside -= 1
