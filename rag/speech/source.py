"""The source of words: a person, a body, a group, or somebody who is only described."""

from __future__ import annotations

from typing import NamedTuple

from rag.speech.cast import Person


class Source(NamedTuple):
    """Whoever words are attributed to. person is set where the document names one."""

    label: str
    kind: str
    person: Person | None = None

    @property
    def gender(self) -> str:
        return self.person.gender if self.person is not None else ""

    @property
    def plain(self) -> str:
        """The name without a role."""
        return " ".join(self.person.name) if self.person is not None else self.label
