"""A name in its surroundings: the words beside it that might belong to one larger name with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from rag.topic.states import fold

_REACH = 160  # characters looked at on either side; longer names exist, longer contexts do not decide
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&][^\W_]+)*|&")
_BLANK = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_SENTENCE_END = re.compile(r"[.!?:;…][\"“”'’)\]]*\s|[\"“]|\n[^\S\n]*\n|[-–—•*] ")
_ABBREVIATED = frozenset("st ft mt mr mrs ms dr jr sr gen sen rep gov lt col sgt prof rev hon".split())
DASHES = ("-", "‐", "‑")
LINKS = frozenset("of for on the de and &".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the surroundings. ``gap`` is what stands between it and the word before it."""

    start: int
    end: int
    text: str
    gap: str

    @property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def joined(self) -> bool:
        """Whether a hyphen joins it to the word before it."""
        return self.gap in DASHES

    def among(self, words: frozenset[str]) -> bool:
        """Whether the words hold it, or its singular."""
        return self.low in words or singular(self.low) in words


@dataclass(frozen=True, slots=True)
class Scene:
    """A name in its surroundings.

    left: the words before it back to the next punctuation mark, the nearest last. right: the words
    after it up to the next mark, the nearest first. opening: the first word of ``left``, or the name
    itself, opens a sentence. loud: nearly all words have capitals, so that they say nothing.
    """

    text: str
    start: int
    end: int
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    opening: bool
    loud: bool

    @property
    def name(self) -> str:
        return fold(self.text[self.start : self.end])

    def between(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())


def scene_of(text: str, start: int, end: int) -> Scene:
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    if low:  # not in the middle of a word
        low = text.find(" ", low, start) + 1 or start
    words = list(_words(text, low, high))
    before = [word for word in words if word.end <= start]
    after = [word for word in words if word.start >= end]
    left: list[Word] = []
    edge = text[before[-1].end if before else low : start]
    for at in range(len(before) - 1, -1, -1):
        if not _connects(before[at].text, edge):
            break
        left.insert(0, before[at])
        edge = before[at].gap
    right: list[Word] = []
    previous, at_end = text[start:end], end
    for word in after:
        gap = text[at_end : word.start]
        if not _connects(previous, gap):
            break
        right.append(Word(word.start, word.end, word.text, gap))
        previous, at_end = word.text, word.end
    opens = len(left) == len(before) or _SENTENCE_END.search(edge) is not None
    run = {word.start for word in (*_capitals(reversed(left)), *_capitals(right))}
    long = [word for word in words if len(word.text) > 3 and word.start not in run]
    loud = len(long) >= 5 and sum(word.capital for word in long) >= 0.8 * len(long)
    return Scene(text, start, end, tuple(left), tuple(right), opens, loud)


def _capitals(words: Iterable[Word]) -> Iterator[Word]:
    return takewhile(lambda word: word.capital or word.low in LINKS, words)


def _words(text: str, low: int, high: int) -> Iterator[Word]:
    at = low
    for match in _WORD.finditer(text, low, high):
        yield Word(match.start(), match.end(), match.group(), text[at : match.start()])
        at = match.end()


def _connects(before: str, gap: str) -> bool:
    """Whether the words on both sides of a gap may belong to one name."""
    if _BLANK.fullmatch(gap):
        return gap != "" and not before.endswith(("'s", "’s"))
    if gap in DASHES:
        return True
    abbreviated = before.casefold() in _ABBREVIATED or (len(before) == 1 and before.isupper())
    return abbreviated and gap.startswith(".") and _BLANK.fullmatch(gap[1:]) is not None


def singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
