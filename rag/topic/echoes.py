"""The noun by which a text takes a name up again: after "the Marrow islands" it says "the islands"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set
from functools import lru_cache

from index.words import stem_of, stems
from rag.topic.heads import INSTITUTIONS, ORGANS, TOWNS, TREATIES, WATERS

_LANDS = frozenset(
    """island islet archipelago isle reef atoll peninsula cape strait coast plain desert valley mountain
    mount hill forest glacier region province territory corridor border pass port harbour harbor airport
    dam mine quarry pipeline plant reactor station line tunnel tower crossing camp base""".split()
)
_NOUNS = _LANDS | WATERS | TOWNS | TREATIES | ORGANS | INSTITUTIONS
_NOUN = rf"(?:{'|'.join(sorted(_NOUNS, key=len, reverse=True))})(?:s|es)?"
_NAMED = re.compile(rf"(?P<name>[A-Z][\w’-]*(?:[ -][A-Z][\w’-]*){{0,2}}) (?P<noun>(?i:{_NOUN}))\b")
# Before the noun these say no more than that a body is one: "the Working Group", "the Joint Committee".
_KINDS = "working|joint|special|select|standing|steering|interagency|advisory|task|entire|whole"
_POINTS = "the|this|that|these|those|its|both"
_TAKEN_UP = re.compile(rf"(?:(?:{_POINTS}|{_KINDS})(?:\s|$))+", re.IGNORECASE)
# "the Commission on Rural Roads" is "the Commission".
_HEADED = re.compile(
    rf"(?P<name>(?:[A-Z][\w’-]* ){{0,3}}?)(?P<noun>(?i:{_NOUN})) (?:of|on|for) (?:the )?[A-Z]\w*"
    r"(?: (?:(?:and|of|for|the) )?[A-Z][\w’-]*){0,6}"
)
_WORD = re.compile(r"\w+")
_REACH = 3000  # characters


def echo_in(named: Set[str], sentences: Iterable[str], *, exact: bool = False) -> str:
    """The noun that most often follows a name, of which ``named`` are stems, in some sentences, or "".

    exact: the name is that word alone, and nothing that is ever written small.
    """
    found: Counter[str] = Counter()
    for sentence in sentences:
        if exact and any(word.islower() and stem_of(word) in named for word in _WORD.findall(sentence)):
            return ""
        for match in _NAMED.finditer(sentence):
            own = stems(match["name"])
            if named >= frozenset(own) if exact else not named.isdisjoint(own):
                found[match["noun"].lower()] += 1
    return min(found, key=lambda noun: (-found[noun], noun), default="")


def echo_of(name: str) -> str:
    """The noun by which a text goes on about a long name: its last word, or the one before "on" or "for"."""
    headed = _HEADED.match(name)
    if headed and re.fullmatch(_NOUN, headed["noun"], re.IGNORECASE):
        return headed["noun"]
    last = name.rsplit(maxsplit=1)[-1]
    return last if last != name and last.isalpha() else ""


def is_taken_up(echo: str, sentence: str) -> bool:
    """Whether a sentence speaks of "the islands", and does not name them itself."""
    return _again(echo).search(sentence) is not None


def last_named(echo: str, text: str, start: int) -> str:
    """What the text before ``start`` called by this noun last: "Marrow islands", or ""."""
    one = stem_of(echo)
    low = max(0, start - _REACH)
    named = [match for match in _NAMED.finditer(text, low, start) if not _TAKEN_UP.fullmatch(match["name"])]
    found = [
        match for match in (*_HEADED.finditer(text, low, start), *named) if stem_of(match["noun"]) == one
    ]
    return max(found, key=lambda match: match.start("noun")).group() if found else ""


@lru_cache(maxsize=256)
def _again(echo: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_POINTS})\s+(?:(?:{_KINDS})\s+)?{re.escape(echo)}\b(?! of\b)",
        re.IGNORECASE,
    )
