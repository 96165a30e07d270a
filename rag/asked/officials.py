"""Officials of a country, asked for in the plural: "U.S. officials", "the Polish side", "Polish diplomats".

Each is a person whose office belongs to that country by the label or by what the text says beside the name,
or a body of its government.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from index.documents import Span
from rag.speech.lexicon import BODIES, COMPLEMENTS, ROLE_MODIFIERS
from rag.speech.names import mentions
from rag.speech.offices import is_of, state_in_context
from rag.speech.prose import tokens
from rag.topic import states

_ANYBODY = re.compile(
    r"\b(?:minister|secretary|president|premier|chancellor|governor|ambassador|envoy|consul|diplomat|senator"
    r"|commissioner|representative|congress\w+|lawmaker|mp|general|admiral|commander|colonel|attorney general"
    r"|spokes\w+|king|queen|prince|princess|emperor|emir|sultan|chief of \w+|negotiator|advis[eo]r|officials?"
    r"|undersecretary|under-secretary|administrator|leader|taoiseach"
    r"|head of (?:state|government|delegation))s?\b",
    re.IGNORECASE,
)
# Whom the plural means, as far as it is not anybody who holds an office.
_KINDS = {
    r"diplomats|envoys|ambassadors": r"foreign|external affairs|secretary of state|state department"
    r"|department of state|ambassador|envoy|diplomat|consul|embassy|representative",
    r"ministers|secretaries": r"minister|secretary|chancellor|ministry",
    r"leaders": r"president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan"
    r"|taoiseach|crown prince|leaders?|head of (?:state|government)",
    r"lawmakers|senators|congress(?:wo)?men|legislators|parliamentarians|mps": r"senat\w+|congress\w*"
    r"|lawmaker|\bmp\b|representative|speaker|parliament\w*",
    r"generals|commanders|military officials": r"general|admiral|commander|colonel|chief of staff"
    r"|defen[cs]e|army|navy|air force|military",
    r"spokes(?:people|men|women|persons)": r"spokes\w+",
}
_SIDE = (
    r"(?:government |administration |embassy |cabinet )?(?:officials|authorities|representatives|delegates"
    r"|delegation|side|team|negotiators|policymakers|government officials)"
)
_PEOPLE = rf"(?:{_SIDE}|{'|'.join(_KINDS)})"
_BEFORE = re.compile(
    rf"(?:the |some |several |senior |top |high-ranking |leading |unnamed )*(?P<whose>.+?)(?:['’]s?)? "
    rf"(?:senior |top |leading )?(?P<who>{_PEOPLE})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:the |some |several |senior |top |leading )*(?P<who>{_PEOPLE}) (?:of|from|for|in) (?:the )?"
    r"(?P<whose>.+)",
    re.IGNORECASE,
)
# The arms of a government, and what may stand beside them.
_ARMS = frozenset(
    """police military department ministry government embassy cabinet army navy force parliament senate
    congress house court council delegation administration office consulate mission side agency
    guard""".split()
)
_SMALL = frozenset("of the for and de to in air coast".split())
_IN_FIRMS = re.compile(r"(?:president|chief|leader|administrator|representative|spokes)", re.IGNORECASE)
_WORDS = r"(?:[^.;:!?\n,]|(?<=\b[A-Z])\.(?=[A-Z ])){2,80}"
_BELONGS = re.compile(rf",? (?P<of>of|from) (?:the )?{_WORDS}|, (?:the |an? )?{_WORDS}(?=[,.])")
_READ = 20  # places where a name stands that are read
_REACH = 120  # characters around it
_FORMERLY = 12  # characters
_FORMER = re.compile(r"\b(?:former|ex|then|late)\b", re.IGNORECASE)


class Officials(NamedTuple):
    """Whose officials are asked for, a country's in one of its forms, and which."""

    country: str
    who: str


@lru_cache(maxsize=256)  # asked of every speaker
def officials_of(asked: str) -> Officials | None:
    """The officials of a country that a question means in the plural; None for anybody else."""
    for pattern in (_BEFORE, _AFTER):
        found = pattern.fullmatch(asked)
        if found is None:
            continue
        country = next(iter(states.governed_from(found["whose"])), "") or found["whose"]
        if states.forms_of(country):
            return Officials(country, found["who"].lower())
    return None


def is_official(wanted: Officials, speaker: str, text: str) -> bool:
    """Whether a speaker is one of these officials, or a body of their government."""
    name, _, office = speaker.partition(",")
    offices = [speaker, *(_offices_beside(name, office.strip(), text) if " " in name else ())]
    if any(_is_of_country(wanted, one) for one in offices):
        return True
    held = any(_is_kind(wanted.who, one) and not states.found_in(one) for one in offices)
    return held and is_of(wanted.country, state_in_context(name, text))


def _is_kind(who: str, words: str) -> bool:
    """Whether an office is one of those that are called so: a foreign minister is among the diplomats."""
    kinds = _kinds(who)
    named = re.search(rf"\b(?:{kinds})", words, re.IGNORECASE) if kinds else _ANYBODY.search(words)
    return named is not None and not _FORMER.search(words)


def _kinds(who: str) -> str:
    return next((held for asked, held in _KINDS.items() if re.fullmatch(asked, who)), "")


def _is_of_country(wanted: Officials, office: str) -> bool:
    """Whether an office, or a body, is the country's: "U.S. Secretary of State", "Minister of Trade of
    Norland", "State Department of the United States"; the country alone is its government."""
    for span in states.found_in(office):
        if not is_of(wanted.country, office[span.start : span.end]):
            continue
        before, after = office[: span.start].removeprefix("the "), office[span.end :]
        if not re.search(r"\w", before + after):
            return not _kinds(wanted.who)
        owned = re.search(r"\b(?:of|for|from)(?: the)? $", before) and not re.match(r" [A-Z]", after)
        if owned and (_is_kind(wanted.who, before) or _governs(wanted.who, before)):
            return True
        if _governs(wanted.who, after) or (_opens_office(after) and _is_kind(wanted.who, after)):
            return True
    return False


def _governs(who: str, words: str) -> bool:
    """Whether the words beside a country name an arm of its government: "State Department"."""
    named = [word.strip("'’,.").lower() for word in words.split(",", maxsplit=1)[0].split()]
    arm = any(word in _ARMS or word.rstrip("s") in _ARMS for word in named)
    kinds = _kinds(who)
    return arm and all(map(_is_state, named)) and (not kinds or _is_kind(who, words))


def _opens_office(words: str) -> bool:
    """Whether an office of state follows a country: not that of the firm in "American Pipe president"."""
    role = _ANYBODY.search(words)
    between = re.findall(r"[\w-]+", words[: role.start()].lower()) if role else []
    if role is None or any(word in BODIES and not _is_state(word) for word in between):
        return False
    return not _IN_FIRMS.match(role[0]) or all(map(_is_state, between))


def _is_state(word: str) -> bool:
    return word in _ARMS or word.rstrip("s") in _ARMS or word in COMPLEMENTS | ROLE_MODIFIERS | _SMALL


def _offices_beside(name: str, office: str, text: str) -> Iterator[str]:
    """What a text calls a person in the same breath: "U.S. Secretary of State Ann Bell", "Minister Bell of
    Norland". office: that of the label."""
    for found in islice(re.finditer(re.escape(name), text), _READ):
        start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - _REACH)
        role = _role_before(text[start : found.end()])
        yield role
        after = _BELONGS.match(text[found.end() : found.end() + _REACH])
        if after:
            belongs = after[0].strip(", ").split(" and ")[0]
            yield f"{role or office} {belongs}" if after["of"] else belongs


def _role_before(text: str) -> str:
    """The office before a name with which a text ends, if it is still held: "U.S. Secretary Ann Bell"."""
    words = tokens(text, Span(0, len(text)))
    mention = next(reversed(mentions(words)), None)
    if mention is None or not mention.name or mention.last < len(words):
        return ""
    return "" if _FORMER.search(text[: words[mention.first].start][-_FORMERLY:]) else mention.role
