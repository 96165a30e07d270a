"""Whom a label means: the name in full where the text gives it so, and the office."""

from __future__ import annotations

import re

from rag.speech import lexicon
from rag.speech.cast import Cast
from rag.speech.labels import CHAIRS

_SMALL = frozenset("of the and for de von van der bin al".split())
_ARTICLES = frozenset("the le la el".split())
_KINDS = frozenset("official officials officer aide member participant person adviser advisor".split())
_ACRONYMS = frozenset("nbc abc cia fbi cnn us uk eu un gop ceo epa irs usa usaid osha nasa nato".split())
_VOWELS = frozenset("aeiouyäöüáéíóú")
_TWO = 2
_FULL = 4  # words of a full name
# Courtesies of the floor that say nothing of an office.
_STYLE = re.compile(
    r"(?:(?:The )?(?:Rt\.?|Right) Hon(?:ou?rable)?\.?|(?:El|La) (?:señora?|Sra?\.)|M\.|Mme|Mlle) (?=\S)",
    re.IGNORECASE,
)
_STATE = re.compile(r" of [A-Z][a-z]+(?: [A-Z][a-z]+)?$")
_REACH = 60  # characters before a family name in which its given names stand
_GIVEN = re.compile(r"\b(?:[A-ZÀ-Þ][\w’'-]+ ){1,2}(?:(?:de|der|von|van|zu|du|la|le|bin|al) ){0,2}$")
_INITIALS = re.compile(r"[A-Z]{2,3}")


def parts(label: str) -> tuple[list[str], str, str]:
    """Name, title before it, and what follows a comma: "DR. JOHN SMITH, HOST"."""
    label = _STYLE.sub("", label)
    before, _, after = label.partition(",")
    listed = [_cased(word) for word in before.split()]
    plain = [word.lower() for word in listed]
    titles = 0
    while titles < len(plain) and _is_title(plain[titles]):
        titles += 1
    if len(plain) - titles > 1 and plain[-1] in _KINDS:
        titles = len(plain)  # "Senior Administration Official" is nobody's name
    if titles == 1 and plain[0] in _ARTICLES - {"the"}:
        titles = 0  # "Le Phare" has no office
    return listed[titles:], " ".join(listed[:titles]), " ".join(_cased(word) for word in after.split())


def name_of(label: str) -> str:
    """The name in a label, or the label where it has none."""
    return " ".join(parts(label)[0]) or label


def introduce(label: str, cast: Cast) -> None:
    """Adds a speaker whose label has the full name, so that a shorter label can mean the same."""
    name, title, after = parts(label)
    if _TWO <= len(name) <= _FULL and name[0].lower() not in lexicon.NOT_NAMES and not name[-1][-1].isdigit():
        cast.add(name, after if _is_courtesy(title) else title)


def speaker(label: str, flat: str, cast: Cast) -> str | None:
    """The name behind a label, in full where the cast or the text has it; None for an unnamed questioner."""
    if not label:
        return None
    name, title, after = parts(_stated(label))
    if not name and not after:
        title = title[:1].upper() + title[1:]
        wanted = title.lower().split()
        wanted = wanted[1:] if wanted[0] in _ARTICLES else wanted
        anyone = wanted == title.lower().split() and wanted[-1:] and wanted[-1] in _KINDS
        holders = [] if anyone else cast.holding(" ".join(wanted))
        exact = [p for p in holders if any(known.lower().split() == wanted for known in p.roles)]
        chosen = (exact or holders)[:1]
        return chosen[0].label if chosen else title
    person = cast.find(name, title or after) if name else None
    if person is None and len(name) > 1:
        person = cast.find(name[-1:], title)
    if person is None and _INITIALS.fullmatch(label):
        person = cast.initialled(label)
    if person is not None:
        return person.label
    if len(name) == 1 and not title and (full := full_name(name[0], flat)):
        return " ".join(full)
    said = " ".join([*title.split(), *name]) + (f", {after}" if after else "")
    return said[:1].upper() + said[1:]


def full_name(word: str, flat: str) -> list[str] | None:
    """A family name with the given names that the text puts before it anywhere but in a label."""
    for found in re.finditer(rf"(?<= ){re.escape(word)}\b(?! ?:)", flat):
        given = _GIVEN.search(flat[max(0, found.start() - _REACH) : found.start()])
        if given is not None:
            names = given[0].split()
            return None if names[0].lower() in lexicon.NOT_NAMES else [*names, word]
    return None


def _stated(label: str) -> str:
    """Without the state that tells two members of one name apart: "Mr. SMITH of Oregon"."""
    return _STATE.sub("", label) if label.startswith(("Mr", "Ms", "Mrs", "Dr")) else label


def _is_title(word: str) -> bool:
    word = word.strip(",")
    listed = lexicon.is_role(word) or word in lexicon.HONORIFICS or word in lexicon.ROLE_MODIFIERS
    return listed or word in CHAIRS or word in _ARTICLES


def _is_courtesy(title: str) -> bool:
    """Is this no office, but "Ms" or nothing?"""
    return all(word.lower() in lexicon.HONORIFICS for word in title.split())


def _cased(word: str) -> str:
    """A word of a label in capitals as it is written elsewhere: "O'BRIEN" is O'Brien, "CBS" is CBS."""
    lowered = word.lower().strip(".,")
    if lowered in _SMALL:
        return lowered
    acronym = lowered in _ACRONYMS or not _VOWELS.intersection(lowered)
    if word.startswith("Mc") and word[2:].isupper() and len(word) > len("McA"):
        return "Mc" + word[2:].capitalize()
    if not word.isupper() or "." in word[:-1] or (acronym and lowered not in lexicon.HONORIFICS):
        return word
    made = "-".join(part.capitalize() for part in word.split("-"))
    if made.startswith("Mc"):
        return "Mc" + made[2:].capitalize()
    return made[:2] + made[2:].capitalize() if made[1:2] in ("'", "’") else made
