"""The sex that a given name tells, where it tells one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rag.speech import lexicon

_LISTED = Path(__file__).parent / "given_names.txt"


def sex_of(given: str) -> str:
    """ "m" or "f", or an empty string for a name that is unknown or borne by both."""
    given = given.lower()
    return lexicon.GIVEN_NAMES.get(given) or _listed().get(given, "")


@cache
def is_given(word: str) -> bool:
    """Is this lower-case word a given name, and hardly anything else?"""
    if word in lexicon.GIVEN_NAMES:
        return True
    others = (lexicon.PLACES, lexicon.BODIES, lexicon.ROLES, lexicon.NOT_NAMES, lexicon.DEMONYMS)
    return word in _listed() and not any(word in listed for listed in others)


@cache
def _listed() -> dict[str, str]:
    """The names of the file: a line "m" or "f", then names until the next such line."""
    found: dict[str, str] = {}
    sex = ""
    for line in _LISTED.read_text(encoding="utf-8").splitlines():
        if line in ("m", "f"):
            sex = line
        elif not line.startswith("#"):
            found.update(dict.fromkeys(line.split(), sex))
    return found
