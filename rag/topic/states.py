"""The names of states: every written form of the state that a name belongs to.

The table is ``states.txt`` beside this file; its head names the sources (United Nations member
states, ISO 3166, The World Factbook, EU Interinstitutional Style Guide) and explains the columns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.documents import Span
from index.words import words

_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
_POSSESSIVE = re.compile(r"(?<=s)'$|'s$", re.IGNORECASE)
# Abbreviations that are ordinary words in lower case, so that only capitals make them a name.
_WORDS_TOO = frozenset("us who car un au".split())


@dataclass(frozen=True, slots=True)
class State:
    """A state, territory, region or body of states, with the forms English texts use.

    kind: the section of the table: "states", "territories", "regions", "former" or "bodies".
    names: nouns, the usual one first, official ones last. abbreviations: with and without full stops.
    adjectives: adjectives and words for the people, singular.
    """

    kind: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    adjectives: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        return self.names + self.abbreviations + self.adjectives


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """All entries of the table, in its order."""
    found = []
    for kind, cells in _rows():
        if kind not in ("shared", "seats", "lands", "parts"):
            names, official, short, people = cells
            found.append(State(kind, names + official, short, people))
    return tuple(found)


@lru_cache(maxsize=1)
def shared_names() -> dict[str, tuple[str, ...]]:
    """Forms that several states bear ("Korea"), each with the usual names of those states."""
    return {form: cells[1] for kind, cells in _rows() if kind == "shared" for form in cells[0]}


def forms_of(name: str) -> tuple[str, ...]:
    """Every written form of the state that ``name`` is a form of, or () when it is none.

    "the U.S.", "Japan’s" and "Koreans" are taken as "U.S.", "Japan" and "Korean". Case does not
    matter, except where an abbreviation is a word as well ("US" is a state, "us" is not). A name that
    several states bear gives only its own forms: "Korea" gives ("Korea", "Korean").
    """
    for form in _readings(name):
        for shared, bearers in shared_names().items():
            if fold(shared) == fold(form):
                return tuple(other for other, same in shared_names().items() if same == bearers)
    state = state_of(name)
    return state.forms if state else ()


def governed_from(name: str) -> tuple[str, ...]:
    """Every form of the state whose government ``name`` can stand for: "Pyongyang", "the Kremlin"."""
    return forms_of(_seats().get(fold(name.removeprefix("the ")), ""))


def on_same_land(name: str) -> tuple[str, ...]:
    """The lands that a state lies on and its parts, and every form of the states on a stretch of land.

    Who speaks of elections in Crimea speaks of elections in Ukraine, but not the other way round.
    """
    state = state_of(name)
    wanted = fold(name.removeprefix("the "))
    found: list[str] = []
    for kind, cells in _rows():
        if kind not in ("lands", "parts"):
            continue
        lands, bearers = cells
        if kind == "lands" and wanted in map(fold, lands):
            found += [form for bearer in bearers for form in forms_of(bearer)]
        elif state and state.names[0] in bearers:
            found += lands
    return tuple(dict.fromkeys(found))


def loose_forms_of(name: str) -> tuple[str, ...]:
    """Forms that stand for the state of ``name`` only where the context says so: South Korea → "Korea"."""
    state = state_of(name)
    if state is None:
        return ()
    return tuple(form for form, bearers in shared_names().items() if state.names[0] in bearers)


@lru_cache(maxsize=1 << 14)
def state_of(name: str) -> State | None:
    """The entry that ``name`` is a form of; None for a name that is no state's, or several states'."""
    by_form = _by_form()
    for form in _readings(name):
        found = by_form.get(fold(form))
        if found and (form == form.upper() or fold(form) not in _WORDS_TOO):
            return found
    return None


@lru_cache(maxsize=1 << 14)
def fold(form: str) -> str:
    """A form as forms are compared: no accents, no case, one kind of apostrophe, single spaces."""
    plain = unicodedata.normalize("NFKD", form.translate(_APOSTROPHES))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def _readings(name: str) -> Iterator[str]:
    """The name as it stands, then without article, possessive and plural."""
    plain = " ".join(name.translate(_APOSTROPHES).split()).strip(' ,;:!?"“”')
    yield plain
    if plain[:4].casefold() == "the ":
        plain = plain[4:]
        yield plain
    bare = _POSSESSIVE.sub("", plain)
    if bare != plain:
        yield bare
    if len(bare) > 3 and bare.endswith("s"):
        yield bare[:-1]


@lru_cache(maxsize=1)
def _by_form() -> dict[str, State]:
    return {fold(form): state for state in states() for form in state.forms}


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    """The seat of a government, folded → the usual name of its state."""
    return {fold(seat): cells[1][0] for kind, cells in _rows() if kind == "seats" for seat in cells[0]}


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """(section, columns) for every line of the table."""
    rows: list[tuple[str, tuple[tuple[str, ...], ...]]] = []
    kind = ""
    for line in (Path(__file__).parent / "states.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            cells = [tuple(filter(None, map(str.strip, cell.split(";")))) for cell in line.split("|")]
            rows.append((kind, tuple(cells)))
    return tuple(rows)


def found_in(text: str) -> list[Span]:
    """Where names of states stand in a few words, however they are written; the longest first come."""
    tokens = words(text)
    found: list[Span] = []
    for length in (4, 3, 2, 1):
        for first in range(len(tokens) - length + 1):
            start, end = tokens[first].start, tokens[first + length - 1].end
            bare = text[start:end].removesuffix("'s").removesuffix("’s")
            span = Span(start, start + len(bare))
            if forms_of(bare) and not any(known.overlaps(span) for known in found):
                found.append(span)
    return sorted(found)
