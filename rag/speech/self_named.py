"""Questioners without a label who say themselves who they are: "Ann Bell, Radio North. Is it open?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speech import lexicon

_LONGEST = 300  # characters in which somebody says who he is
_CAP = r"[A-ZÀ-Þ](?:\.|[\w'’‑-]+)"
_NAME = rf"{_CAP}(?: (?:{_CAP}|de|von|van|bin|al)){{1,3}}"
# At most three, each by itself, so that a long row of greetings is read at once.
_GREETING = (
    r"(?:(?:Hi|Hello|Hey|Yes|Sorry|Good (?:morning|afternoon|evening|day)|Thank you|Thanks|Many thanks)\b"
    r"(?:,? [\w'’]+){0,6}?[,.!]? +){0,3}"
)
_HOUSE = r"(?:[Tt]he )?[A-Z][\w'’&-]*(?: (?:[A-Z0-9][\w'’&-]*|of|the|and|for|de|la|le|der)){0,5}"
_INTRODUCTION = re.compile(
    rf"{_GREETING}(?:(?:[Mm]y name is|I['’]m|I am|[Tt]his is|[Ii]t['’]s) )?(?P<name>{_NAME})"
    rf"(?:(?:,| from| with| of| at| for|, (?:from|with|of|for|at)) (?P<house>{_HOUSE}?))?(?: here)?"
    r"[.:;–—,](?=\s|$)"
)
_AGAIN = re.compile(rf"{_GREETING}(?P<name>{_NAME}|{_CAP}),? again\b")
# Behind a name alone: of oneself or nothing but a question, so that it is not whom the question is for.
_OF_SELF = re.compile(r"[.:] (?:I|I['’]\w+|[Mm]y|[Ww]e|[Oo]ur)\b")


def self_named(said: str, known: Sequence[str]) -> str | None:
    """The name, and the house after a comma, by which the words of a turn introduce whoever has it.

    known: who introduced themselves before, in this form, so that "Ann Bell again" is told.
    """
    said = " ".join(said[:_LONGEST].split())
    again = _AGAIN.match(said)
    if again is not None:
        return next((one for one in known if again["name"] in one.split(",")[0]), None)
    found = _INTRODUCTION.match(said)
    if found is None or not _is_person(found["name"]):
        return None
    if found["house"]:
        return f"{found['name']}, {found['house']}" if not _is_person_called(found["house"]) else None
    return found["name"] if _OF_SELF.match(said, found.end() - 1) else None


def _is_person(name: str) -> bool:
    words = [word.lower().rstrip(".") for word in name.split()]
    titled = words[0] in lexicon.HONORIFICS or lexicon.is_role(words[0])
    listed = words[0] in lexicon.NOT_NAMES or any(word in lexicon.BODIES for word in words)
    return not (titled or listed or name.lower() in lexicon.PLACES or name.isupper())


def _is_person_called(house: str) -> bool:
    """ "Ann Bell, Mr Reed, …": is this rather somebody else who is called?"""
    first = house.split(maxsplit=1)[0].lower().rstrip(".")
    return first in lexicon.HONORIFICS or lexicon.is_role(first)
