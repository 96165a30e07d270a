"""Other expressions for one and the same thing, from a table: "layoffs" for "cut 200 positions".

The table is ``synonyms.txt``. It holds common words only: a name has aliases (rag/aliases), and no
synonyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.words import words

FILE = Path(__file__).parent / "synonyms.txt"
_GAP = "~"
_WIDEST_GAP = 4  # words
_MARK = re.compile(r"[,;:.!?](?!\d)")  # what stands on both sides of one is not one expression


@dataclass(frozen=True, slots=True)
class Expression:
    """Words as a text is to hold them: stems in order, and between which of them others may stand.

    gaps: the places before which up to four words may stand. telling: the stems of no small words.
    """

    stems: tuple[str, ...]
    gaps: frozenset[int]
    telling: frozenset[str]

    @classmethod
    def of(cls, written: str) -> Expression:
        stems: list[str] = []
        telling, gaps = set(), set()
        for part in written.split():
            if part == _GAP:
                gaps.add(len(stems))
            else:
                stems += [word.stem for word in words(part)]
                telling |= {word.stem for word in words(part) if not word.stop}
        return cls(tuple(stems), frozenset(gaps), frozenset(telling))

    def found_in(self, text: str) -> str | None:
        """The words of the text that are this expression; None where it does not stand there."""
        held = words(text)
        for start in range(len(held)):
            at = start
            for place, stem in enumerate(self.stems):
                reach = _WIDEST_GAP if place in self.gaps else 0
                window = [word.stem for word in held[at : at + reach + 1]]
                if stem not in window:
                    break
                skipped = held[at : at + window.index(stem) + 1]
                if place and _MARK.search(text, held[at - 1].end, skipped[-1].start):
                    break
                at += len(skipped)
            else:
                return text[held[start].start : held[at - 1].end]
        return None


def other_expressions(topic: str) -> tuple[Expression, ...]:
    """What else the things are called that this topic is an expression for; nothing for any other topic."""
    return _table().get(_key(topic), ())


def names_of(name: str) -> tuple[str, ...]:
    """Other names of a body that no text introduces: "Federal Reserve" for "Fed"."""
    return next((group for group in _names() if name in group), ())


def _key(topic: str) -> tuple[str, ...]:
    """The stems of a topic without small words around it: "the layoffs"."""
    found = words(topic)
    while found and found[0].stop:
        found = found[1:]
    while found and found[-1].stop:
        found = found[:-1]
    return tuple(word.stem for word in found)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, ...], tuple[Expression, ...]]:
    """The stems of an expression that can be asked for → the others, which are evidence for it."""
    table: dict[tuple[str, ...], dict[Expression, None]] = {}
    for line in _lines():
        same, _, kinds = line.partition(" < ")
        named = _members(same)
        evidence = [Expression.of(one) for one in [*named, *_members(kinds)] if one[0] != "?"]
        for one in named:
            asked = Expression.of(one.lstrip("?"))
            others = {other: None for other in evidence if other.stems != asked.stems}
            table.setdefault(_key(one), {}).update(others)
    return {asked: tuple(others) for asked, others in table.items()}


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_members(line[1:])) for line in _lines(names=True))


def _members(written: str) -> Sequence[str]:
    return [member.strip() for member in re.split(r"\s\|\s", written) if member.strip()]


def _lines(*, names: bool = False) -> Iterator[str]:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#" and (line[0] == "=") == names:
            yield line
