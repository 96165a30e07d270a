"""Other expressions for one and the same thing, from a table: "layoffs" for "cut 200 positions".

The table is ``synonyms.txt``. It holds common words only: a name has aliases (rag/topic/aliases), and no
synonyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.documents import Span
from index.words import words

FILE = Path(__file__).parent / "synonyms.txt"
_GAP = "~"
_ARTICLES = frozenset({"a", "an", "the"})
_EXACT = re.compile(r'"(\w+)"')
_WIDEST_GAP = 4  # words
_LONGEST = 5  # words of a listed expression that is looked for within a topic
_MARK = re.compile(r"[,;:.!?](?!\d)")  # what stands on both sides of one is not one expression


@dataclass(frozen=True, slots=True)
class Expression:
    """Words as a text is to hold them: stems in order, and between which of them others may stand.

    gaps: the places before which up to four words may stand. telling: the stems of no small words.
    exact: words that have to be written so ("ties", not "tied"), in small letters.
    """

    stems: tuple[str, ...]
    gaps: frozenset[int]
    telling: frozenset[str]
    exact: frozenset[str] = frozenset()

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
        exact = frozenset(word.lower() for word in _EXACT.findall(written))
        return cls(tuple(stems), frozenset(gaps), frozenset(telling), exact)

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
                found = text[held[start].start : held[at - 1].end]
                if self.exact.issubset(found.lower().split()):
                    return found
        return None


def other_expressions(topic: str) -> tuple[Expression, ...]:
    """What else the things are called that this topic is an expression for; nothing for any other topic."""
    return _called(topic, _stems(topic)) or _called(topic, _key(topic))


def expressions_in(
    topic: str, names: Sequence[Span] = ()
) -> list[tuple[frozenset[str], tuple[Expression, ...]]]:
    """The longest parts of a topic that are listed, no name among them: their stems, and what else each
    is called."""
    found = []
    held = words(topic)
    at = 0
    while at < len(held):
        for end in range(min(len(held), at + _LONGEST), at, -1):
            part = held[at:end]
            whole = Span(part[0].start, part[-1].end)
            key = tuple(word.stem for word in part)
            broken = _MARK.search(topic, whole.start, whole.end) or any(map(whole.overlaps, names))
            others = () if broken else _called(topic[whole.start : whole.end], key)
            if others:
                found.append((frozenset(word.stem for word in part if not word.stop), others))
                at = end - 1
                break
        at += 1
    return found


def names_of(name: str) -> tuple[str, ...]:
    """Other names of a body that no text introduces: "Federal Reserve" for "Fed"."""
    return next((group for group in _names() if name in group), ())


def _called(written: str, stems: tuple[str, ...]) -> tuple[Expression, ...]:
    """What else the things are called that are written so: what is to be written exactly, is."""
    held = frozenset(written.lower().split())
    listed = (others for exact, others in _table().get(stems, {}).items() if exact <= held)
    return tuple(dict.fromkeys(one for others in listed for one in others))


def _stems(written: str) -> tuple[str, ...]:
    """The stems of an expression, no article before it: "the poor"."""
    held = words(written)
    article = len(held) > 1 and written[held[0].start : held[0].end].lower() in _ARTICLES
    return tuple(word.stem for word in held[article:])


def _key(topic: str) -> tuple[str, ...]:
    """The stems of a topic without small words around it: "the layoffs"."""
    found = words(topic)
    while found and found[0].stop:
        found = found[1:]
    while found and found[-1].stop:
        found = found[:-1]
    return tuple(word.stem for word in found)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, ...], dict[frozenset[str], tuple[Expression, ...]]]:
    """The stems of an expression that can be asked for → its words that have to be written so → the
    others, which are evidence for it."""
    table: dict[tuple[str, ...], dict[frozenset[str], tuple[Expression, ...]]] = {}
    for line in _lines():
        same, _, kinds = line.partition(" < ")
        named = _members(same)
        evidence = [Expression.of(one) for one in [*named, *_members(kinds)] if one[0] != "?"]
        for one in named:
            asked = Expression.of(one.lstrip("?"))
            others = tuple(other for other in evidence if other.stems != asked.stems)
            listed = table.setdefault(_stems(one), {})
            listed[asked.exact] = tuple(dict.fromkeys((*listed.get(asked.exact, ()), *others)))
    return table


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_members(line[1:])) for line in _lines(names=True))


def _members(written: str) -> Sequence[str]:
    return [member.strip() for member in re.split(r"\s\|\s", written) if member.strip()]


def _lines(*, names: bool = False) -> Iterator[str]:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#" and (line[0] == "=") == names:
            yield line
