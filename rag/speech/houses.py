"""Whether a name without a word for its kind is a company's or the like, by what a text says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from rag.speech.given_names import is_given
from rag.speech.lexicon import BODIES, HONORIFICS
from rag.speech.reporting import THINGS, WRITINGS
from rag.topic import states

_KINDS = (THINGS - WRITINGS - {"police", "article", "story", "source", "sources", "report"}) | frozenset(
    """startup start-up corporation business maker builder bank giant conglomerate platform developer miner
    producer brand insurer publisher brewer supplier shipper shipyard yard refiner exporter importer charity
    union""".split()
)
_KIND = "|".join(sorted(_KINDS))
_FORM = (
    r"(?:ASA?|A/S|AB|AG|SE|S\.?A\.?|N\.?V\.?|BV|plc|PLC|Inc\.?|Ltd\.?|Limited|Corp\.?|LLC|LLP|GmbH|Oyj|SpA"
    r"|Group|Holdings?|Company|Industries)"
)
# What places do not do.
_DOES = (
    "makes|made|owns|owned|runs|ran|operates|operated|sells|sold|employs|builds|built|produces|publishes|says"
)
_FORM_AFTER = re.compile(rf"(?: [A-Z][\w&’'-]*){{0,3}} {_FORM}(?![\w-])")
_KIND_BEFORE = re.compile(rf"\b(?:{_KIND}) $")
_TOLD_AFTER = re.compile(
    rf",? which (?:{_DOES})\b|(?:,| is| was) (?:an?|the|one of the)(?: [\w-]+){{0,5}}? (?:{_KIND})\b"
)
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-Z][\w.'’-]*) $")
_READ = 60  # places where a name stands that are read
_REACH = 80  # characters beside it


def is_person(name: str, text: str) -> bool:
    """Whether a text puts a given name or a courtesy title before the name, or begins it with one."""
    own = name.removeprefix("the ")
    if " " in own and _is_given(own.split()[0]):
        return True
    found = (_WORD_BEFORE.search(before) for before, _ in _around(own, text))
    return any(word is not None and _is_given(word[1]) for word in found)


def is_house(name: str, text: str) -> bool:
    """Whether a text says so: "Acme Ltd", "the wire maker Acme", "Acme, which owns it", "Acme is a firm"."""
    own = name.removeprefix("the ")
    if not own[:1].isupper() or own.lower() in BODIES or states.forms_of(own) or is_person(own, text):
        return False
    return any(
        _FORM_AFTER.match(after) or _KIND_BEFORE.search(before) or _TOLD_AFTER.match(after)
        for before, after in _around(own, text)
    )


def _around(name: str, text: str) -> Iterator[tuple[str, str]]:
    """What stands before and after a name, wherever it does."""
    for start in islice(_places(name, text), _READ):
        yield text[max(0, start - _REACH) : start], text[start + len(name) : start + len(name) + _REACH]


def _places(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        beside = text[max(0, at - 1) : at] + text[at + len(name) : at + len(name) + 1]
        if not any(sign.isalnum() or sign in "_-" for sign in beside):
            yield at
        at = text.find(name, at + len(name))


def _is_given(word: str) -> bool:
    low = word.lower()
    return is_given(low) or low.strip(".") in HONORIFICS
