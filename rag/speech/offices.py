"""Offices: how they are abbreviated, which stand below another, and for which state one is held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from index.documents import Span
from rag.speech.lexicon import COMPLEMENTS, HONORIFICS, ROLE_MODIFIERS, ROLES
from rag.speech.names import Mention, mentions
from rag.speech.prose import tokens
from rag.topic import states

OFFICES = ROLES | frozenset(title.strip(".") for title in HONORIFICS)
TITLES = OFFICES | ROLE_MODIFIERS
# Abbreviations of the AP Stylebook and of the Oxford Style Guide for offices; "officer" is left out,
# as the same person is called "Chief Executive" and "Chief Executive Officer".
_ABBREVIATED = {
    "ceo": "chief executive",
    "cfo": "chief financial",
    "coo": "chief operating",
    "cto": "chief technology",
    "cio": "chief information",
    "fm": "foreign minister",
    "pm": "prime minister",
    "vp": "vice president",
    "1st": "first",
    "secgen": "secretary-general",
}
# What headlines call the holders of offices.
_CALLED = {
    r"(?:top|chief) diplomat": ("foreign minister", "secretary of state", "foreign secretary"),
    r"(?:top|chief) (?:prosecutor|law officer|lawyer)": ("attorney general", "prosecutor general"),
    r"top (?:general|soldier|military officer)": ("chief of staff", "chief of defence"),
    r"(?:defen[cs]e|military) (?:chief|boss)": (
        "defense minister",
        "defence secretary",
        "secretary of defense",
    ),
    r"finance (?:chief|boss)": ("finance minister", "chief financial", "treasurer"),
    r"police (?:chief|boss)": ("chief of police", "police commissioner"),
    r"trade (?:chief|czar|boss)": ("trade minister", "trade representative", "trade commissioner"),
    r"central bank(?:'s|’s)? (?:chief|boss|head)": ("governor", "president of the central bank"),
    r"head of government": ("prime minister", "chancellor", "premier"),
    r"(?<!vice )(?<!vice-)premier": ("prime minister",),
    r"(?:boss|top executive)": ("chief executive", "managing director"),
}
_SEAT = re.compile(
    r"(?:the )?(?P<before>[A-Z][\w.-]*(?: [A-Z][\w.-]*)?)['’]s? (?P<rest>.+)"
    r"|(?:the )?(?P<what>.+?) (?:of|in) (?P<after>[A-Z][\w.-]*(?: [A-Z][\w.-]*)?)"
)
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(_ABBREVIATED)})\b", re.IGNORECASE)
_OFFICER = re.compile(r"\b(chief [a-z]+) officer\b", re.IGNORECASE)
_LOWER = frozenset("deputy vice assistant associate under sub".split())
_WITHIN = COMPLEMENTS | {"of", "for", "the"}
_READ = 20  # places where a name stands that are read
_REACH = 600  # characters of a paragraph around it
_JOIN = re.compile(r",? and (?:the )?|, (?:the )?")


def written_out(text: str) -> str:
    """The text with the abbreviations of offices in full: "FM" is "foreign minister"."""
    full = _ABBREVIATION.sub(lambda found: _ABBREVIATED[found[0].lower()], text)
    return _OFFICER.sub(r"\1", full)


def asked_as(asked: str) -> tuple[str, ...]:
    """Whom a question can mean, its own words first: "Oslo's top diplomat" is Norway's foreign minister."""
    found = dict.fromkeys([written_out(asked), *states.governed_from(asked)[:1]])
    for one in list(found):
        found.update(dict.fromkeys(_of_its_state(one)))
    found.update(dict.fromkeys(filter(None, map(_minister_of, list(found)))))
    for one in list(found):
        for called, offices in _CALLED.items():
            place = re.search(
                rf"(?<![\w-]){called}$|(?<![\w-]){called}(?= (?:of|for|at) )", one, re.IGNORECASE
            )
            if place:
                found.update(
                    dict.fromkeys(one[: place.start()] + office + one[place.end() :] for office in offices)
                )
    return tuple(found)


def _minister_of(asked: str) -> str:
    """Who speaks for a ministry: "the Trade Ministry" has a trade minister; "" for other bodies."""
    found = re.fullmatch(r"(?P<field>.+) [Mm]inistry|(?:[Tt]he )?[Mm]inistry (?P<of>(?:of|for) .+)", asked)
    if found is None:
        return ""
    return f"{found['field']} minister" if found["field"] else f"minister {found['of']}"


def _of_its_state(asked: str) -> Iterator[str]:
    """An office or a government that is named by the seat of its state: "Oslo's foreign minister"."""
    match = _SEAT.fullmatch(asked)
    if match is None:
        return
    seat, what = (match["before"], match["rest"]) if match["before"] else (match["after"], match["what"])
    words = re.split(r"[\s-]+", what.lower())
    state = states.governed_from(seat)[:1]
    # "The mayor of Oslo" is Oslo's.
    if state and not TITLES.isdisjoint(words) and "mayor" not in words:
        yield f"{state[0]}'s {what}"


def own_office(text: str, asked: str) -> str:
    """The text without the offices below another, of deputies and the like, unless those are asked for."""
    wanted = frozenset(re.split(r"[\s-]+", asked.lower()))
    kept: list[str] = []
    below = False
    for word in text.split():
        plain = word.strip(",.;()").lower()
        first = plain.split("-", maxsplit=1)[0]
        if first in _LOWER and first not in wanted:
            below = True
        elif not (below and (plain in TITLES or plain.rstrip("s") in TITLES or plain in _WITHIN)):
            below = False
            kept.append(word)
        below = below and not word.endswith(",")
    return " ".join(kept)


def is_of(state: str, text: str) -> bool:
    """Whether the text names the state: "South Korea" is meant by "ROK", and by "Korea" alone.

    A name that several states bear stands for the first of them, which is the one that goes by it.
    """
    meant = _first_bearers(state)
    return any(
        not meant.isdisjoint(_first_bearers(text[span.start : span.end])) for span in states.found_in(text)
    )


def _first_bearers(name: str) -> frozenset[str]:
    """The usual name of a state, or of the first that bears a shared name."""
    state = states.state_of(name)
    if state is not None:
        return frozenset(state.names[:1])
    forms = states.forms_of(name)
    return frozenset(states.shared_names()[form][0] for form in forms if form in states.shared_names())


def state_in_context(name: str, text: str) -> str:
    """The state for which a person holds an office that the document gives without it, or "".

    "Minister A, U.S. Secretary B and Japanese Minister C met for talks between Norland, the United
    States and Japan": as many states as officials, of which one is nobody else's.
    """
    for found in islice(re.finditer(re.escape(name), text), _READ):
        start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - _REACH)
        end = text.find("\n", found.end())
        paragraph = text[start : min(end if end >= 0 else len(text), found.end() + _REACH)]
        officials = [m for m in mentions(tokens(paragraph, Span(0, len(paragraph)))) if _is_official(m)]
        bare = [one for one in officials if not states.found_in(one.role)]
        if len(bare) != 1 or " ".join(bare[0].name) != name:
            continue
        for listed in _lists(paragraph):
            left = [one for one in listed if not any(is_of(one, other.role) for other in officials)]
            if len(listed) == len(officials) and len(left) == 1:
                return left[0]
    return ""


def _is_official(mention: Mention) -> bool:
    return mention.kind == "person" and any(word in ROLES for word in mention.role.lower().split())


def _lists(text: str) -> Iterator[Sequence[str]]:
    """The states that are listed together: "Norland, the United States, and Japan"."""
    listed: list[Span] = []
    for span in states.found_in(text):
        if listed and _JOIN.fullmatch(text[listed[-1].end : span.start]) is None:
            yield [text[one.start : one.end] for one in listed]
            listed = []
        listed.append(span)
    yield [text[one.start : one.end] for one in listed]
