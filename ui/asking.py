"""What the page and the API need of a chatbot, and the turnstile that keeps it from being overrun."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from index.documents import Card, Document, Hit
from rag.answers import Answer
from rag.progress import Told
from ui.metrics import Metrics


class Chatbot(Protocol):
    """Called from worker threads, several at once."""

    def ask(self, question: str, history: Sequence[str] = (), told: Told | None = None) -> Answer:
        """``told`` is called with each stage that is reached.

        Raises ValueError, with one clear sentence, for a question that cannot be asked.
        """
        ...

    def search(self, query: str, k: int = 10) -> Sequence[Hit]: ...

    def documents(self) -> Sequence[Card]: ...

    def document(self, id_: str, /) -> Document:
        """Raises KeyError for an unknown id."""
        ...

    def examples(self) -> Sequence[str]: ...


class Busy(RuntimeError):
    """More questions are waiting than will be let in; ask again in ``seconds``."""

    seconds = 1


def whole(text: str) -> str:
    """The text with a replacement mark for half a character, which JSON can spell and no encoding has."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Turnstile:
    """Lets ``at_once`` questions be answered at a time and ``waiting`` more wait; raises Busy beyond.

    patience: seconds that a question waits at most before it raises Busy too.
    """

    def __init__(
        self,
        chatbot: Chatbot,
        *,
        at_once: int,
        waiting: int,
        patience: float = 30.0,
        metrics: Metrics | None = None,
    ) -> None:
        self._chatbot = chatbot
        self._room = at_once + waiting
        self._inside = 0
        self._door = threading.Lock()
        self._answering = threading.BoundedSemaphore(at_once)
        self._patience = patience
        self._metrics = metrics or Metrics()

    def ask(self, question: str, history: Sequence[str] = (), told: Told | None = None) -> Answer:
        question, history = whole(question), [whole(earlier) for earlier in history]
        with self._metrics.question() as asked:
            try:
                with self._turn():
                    answer = self._chatbot.ask(question, history, told)
            except (ValueError, Busy) as error:
                asked.outcome = "busy" if isinstance(error, Busy) else "refused"
                raise
            asked.outcome = "abstained" if answer.abstained else "answered"
            return answer

    def search(self, query: str, k: int = 10) -> Sequence[Hit]:
        with self._turn():
            return self._chatbot.search(query, k)

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
    def _turn(self) -> Iterator[None]:
        with self._place():
            if not self._answering.acquire(timeout=self._patience):
                raise Busy("The questions before this one take too long; ask again in a moment.")
            try:
                yield
            finally:
                self._answering.release()

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
