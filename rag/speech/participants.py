"""Lists of those who take part in a call or a conference: with which office, and on whose side.

"Company participants", then "Ann Bell – Chief Executive Officer", then "Analysts" and who these are: so the
transcripts of earnings calls and general meetings open, or end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rag.speech import lexicon

_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|von|van|bin|al)){{1,4}}"
# What heads the list of those of the house, and of those who came to ask.
_OWN = re.compile(
    r"(?:(?:from )?(?:the )?(?:company|corporate|management|bank|group|board|issuer)"
    r"(?:[ -](?:participants|representatives|speakers|presenters|executives|members|team|management))?"
    r"|(?:executives|presenters|management team|board of directors|directors|officers)(?: present)?)",
    re.IGNORECASE,
)
_GUESTS = re.compile(
    r"(?:(?:conference call|call|other|external|investor|analyst|audience|q ?& ?a) participants"
    r"|(?:sell[- ]side )?analysts|investors|shareholders|media|press|journalists|guests|questioners"
    r"|questions from)",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"(?:participants|call participants|attendees|speakers|panell?ists|on the call)", re.IGNORECASE
)
_BULLET = re.compile(r"^[\s*•·#_-]*")
_LINE = re.compile(
    rf"(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?P<name>{_NAME})"
    r"(?:(?:, | *[–—|] *| +- +| *-- *|: | \()(?P<office>[^\n]+?)\)?)?"
)
_INLINE = re.compile(
    rf"(?P<name>{_NAME}) ?(?:\((?P<office>[^()\n]+)\)|, (?P<role>[^;\n(]+))(?=;|,|\.|$| and)"
)
_PARTED = re.compile(r",| - | *-- *| *[–—|] *")
_INITIALS = frozenset("ceo cfo coo cto cio evp svp vp".split())
_LONGEST = 160  # characters of a line


class Participant(NamedTuple):
    """office: as listed, with the house behind it, or "". own: of the house, False of those who ask, None
    where the list does not tell."""

    name: str
    office: str
    own: bool | None


@lru_cache(maxsize=64)
def participants(text: str) -> dict[str, Participant]:
    """Everybody whom the lists of a text name, by name."""
    found: dict[str, Participant] = {}
    for one in _listed(text):
        found.setdefault(one.name, one)
    return found


def _listed(text: str) -> Iterator[Participant]:
    listing, own = False, None
    for written in text.splitlines():
        line = _BULLET.sub("", written).strip().strip("*_ ")
        if not line or len(line) > _LONGEST:
            listing = listing and not line
            continue
        head, _, after = line.partition(":")
        side = _side(head)
        if side is not None:
            listing, own = True, {"own": True, "guests": False}.get(side)
            for one in _INLINE.finditer(after):
                yield Participant(one["name"], (one["office"] or one["role"]).strip(), own)
            continue
        entry = _LINE.fullmatch(line) if listing and line[-1:] not in ".?!" else None
        listing = entry is not None
        if entry is not None and entry["office"]:
            yield Participant(entry["name"], entry["office"].strip(), own)


def heads_list(line: str) -> bool:
    """Does a line head a list of those who take part?"""
    return _side(line.partition(":")[0]) is not None


def _side(head: str) -> str | None:
    """Which list a line heads: "own", "guests" or "mixed"; None for any other line."""
    plain = head.strip("#*_ \n")
    for side, pattern in (("own", _OWN), ("guests", _GUESTS), ("mixed", _MIXED)):
        if pattern.fullmatch(plain):
            return side
    return None


def parts_of(office: str) -> list[str]:
    """The offices and the houses that a list gives after a name: "Chief Executive, Acme", "Acme - CEO"."""
    return [part.strip() for part in _PARTED.split(office) if part.strip()]


def is_office(words: str) -> bool:
    """Is this an office, and no house: "Chief Financial Officer"?"""
    return any(lexicon.is_role(word) or word in _INITIALS for word in re.split(r"[\s-]+", words.lower()))
