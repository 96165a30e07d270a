"""How far an answer has come: told while it is made, to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rag.answers import Answer


@dataclass(frozen=True, slots=True)
class Searched:
    """The question is understood; ``searched`` is what is looked for (a follow-up made whole)."""

    searched: str


@dataclass(frozen=True, slots=True)
class Found:
    """Every document of the collection has its verdict: how many have which."""

    said: int
    mentioned: int
    silent: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The answer so far, while a language model adds to it: all but the prose is final."""

    answer: Answer


Stage = Searched | Found | Draft
Told = Callable[[Stage], object]
