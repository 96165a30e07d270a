"""Whom a text in Korean, Japanese or Chinese has named, and one sentence of it with its quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rag.speech.quotations import Quotation

COURTESIES = ("씨", "氏", "さん", "先生", "女士")


class Speaker(NamedTuple):
    """Somebody on record: a name and a role, a body, or an office whose holder is not named."""

    name: str
    role: str = ""

    @property
    def label(self) -> str:
        return f"{self.name}, {self.role}" if self.role and self.role not in COURTESIES else self.name


@dataclass(slots=True)
class Known:
    """Persons in the order of their first mention, and who spoke last and where.

    house: who issues the text, where it is a release.
    """

    people: list[Speaker] = field(default_factory=list)
    focus: Speaker | None = None
    paragraph: int = -9
    house: Speaker | None = None

    def meet(self, speaker: Speaker) -> Speaker:
        """The person under the first form that had a role."""
        known = next((one for one in self.people if one.name == speaker.name), None)
        if known is None:
            self.people.append(speaker)
            return speaker
        if known.role or not speaker.role:
            return known
        self.people[self.people.index(known)] = speaker
        return speaker

    def holding(self, role: str) -> Speaker | None:
        """Who last was given an office that ends in these words."""
        fitting = [one for one in self.people if one.role.endswith(role)]
        if self.focus in fitting:
            return self.focus
        return fitting[-1] if fitting else None


class Line(NamedTuple):
    """A sentence. text: with a square for every character between quotation marks; start: its place."""

    text: str
    start: int
    paragraph: int
    quotes: Sequence[Quotation]

    def before(self, quote: Quotation) -> str:
        return self.text[: quote.outer.start - self.start]

    def after(self, quote: Quotation) -> str:
        return self.text[quote.outer.end - self.start :]


class Found(NamedTuple):
    """What a sentence tells: who has the word in it, and whether it reports what they say.

    spoken: its quotations are speech by what stands around them, whoever speaks.
    """

    voice: Speaker | None
    reports: bool
    spoken: bool = False
