"""The conversation a question stands in."""

from __future__ import annotations

from dataclasses import dataclass

from rag.asked.sense import Question
from rag.asked.shorthand import is_known


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation so far: earlier questions, made whole, oldest first, and known speakers."""

    earlier: tuple[Question, ...]
    speakers: frozenset[str] = frozenset()
    newest: str | None = None

    @property
    def last(self) -> Question:
        return self.earlier[-1]

    @property
    def topical(self) -> Question:
        """The last question with a topic, or the last one."""
        return next((one for one in reversed(self.earlier) if one.topic), self.last)

    def knows(self, name: str) -> bool:
        """Whether a name is one that somebody speaks under in this conversation or collection."""
        return is_known(name, [*(one.speaker for one in self.earlier if one.speaker), *self.speakers])
