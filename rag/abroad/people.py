"""Who a phrase of news in six languages of Europe names: persons in full, titles, bodies, nobody known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rag.abroad import roles as nouns
from rag.speech.given_names import sex_of

_REMEMBERED = 6  # persons
_NEAR = 2  # paragraphs in which a pronoun finds whom it means


@dataclass(eq=False)
class Person:
    """Somebody the text names. name: in full; role: as first given; heads: every office noun used."""

    name: tuple[str, ...]
    role: str = ""
    heads: set[str] = field(default_factory=set)
    gender: str = ""

    @property
    def label(self) -> str:
        return f"{' '.join(self.name)}, {self.role}" if self.role else " ".join(self.name)


class Voice(NamedTuple):
    """Whoever speaks: a person the text names, or a body or somebody described by ``label``."""

    label: str
    person: Person | None = None

    @property
    def gender(self) -> str:
        return self.person.gender if self.person is not None else ""


class People:
    """Whom the text has named so far, and who spoke last."""

    def __init__(self) -> None:
        self.known: list[Person] = []
        self.focus: Voice | None = None
        self.focus_paragraph = -9
        self.recent: list[tuple[Voice, int]] = []

    def attend(self, voice: Voice | None, paragraph: int) -> None:
        """Makes somebody the one whom "she" or a sentence without a subject most likely means."""
        if voice is None:
            return
        self.focus, self.focus_paragraph = voice, paragraph
        self.recent = [(voice, paragraph), *self.recent[: _REMEMBERED - 1]]

    def enlist(self, name: Sequence[str], role: str = "", head: str = "", gender: str = "") -> Person:
        """The person of a full name, with what else the text says of them."""
        person = next((one for one in self.known if _same(one.name, name)), None)
        if person is None:
            person = Person(tuple(name))
            self.known.append(person)
        elif len(name) > len(person.name):
            person.name = tuple(name)
        person.role = person.role or role
        if head:
            person.heads.add(head)
        person.gender = person.gender or gender or (sex_of(person.name[0]) if not gender else "")
        return person

    def find(self, name: Sequence[str]) -> Person | None:
        """The one person whom a part of a name can mean: the family name, mostly."""
        wanted = _plain(name)
        fitting = [one for one in self.known if wanted and set(wanted) <= set(_plain(one.name))]
        family = [one for one in fitting if _plain(one.name)[0] not in wanted]
        fitting = family or fitting
        return fitting[0] if len(fitting) == 1 else None

    def holding(self, head: str) -> Person | None:
        """Whom a title alone means: the last of those that the text gives the office."""
        spoken = [one.person for one, _ in self.recent if one.person is not None]
        for person in [*spoken, *reversed(self.known)]:
            if any(_same_office(head, known) for known in person.heads):
                return person
        return None

    def again(self, gender: str, paragraph: int) -> Voice | None:
        """Whoever spoke or acted last and can be meant by a pronoun, or by a verb alone."""
        for voice, where in self.recent:
            if gender and voice.person is None and where == paragraph:
                return voice  # "La France regrette … Elle plaide …"
            near = where >= paragraph - (1 if not gender else _NEAR)
            if near and (not gender or not voice.gender or voice.gender == gender):
                if gender and voice.person is not None and not voice.person.gender:
                    voice.person.gender = gender
                if gender and voice.person is None:
                    continue
                return voice
        return None


def _same_office(one: str, other: str) -> bool:
    """The same office noun, whatever its gender: "ministro", "ministra"; "Regierungspräsidentin"."""
    if one == other or one.removesuffix("in") == other or other.removesuffix("in") == one:
        return True
    return _stem(one) == _stem(other) or (len(one) > 6 and other.endswith(one))


def _stem(word: str) -> str:
    for ending in ("esse", "essa", "trice", "teur", "euse", "eur", "ère", "er", "iene", "o", "a", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _plain(name: Sequence[str]) -> list[str]:
    return [word.lower() for word in name if word.lower() not in nouns.PARTICLES]


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = _plain(one), _plain(other)
    short, long = sorted((first, second), key=len)
    return short[0] == long[0] and set(short) <= set(long) and len(short) > 1
