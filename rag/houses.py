"""Whether a name without a word for its kind is a company's or the like, by what a text says of it."""

from __future__ import annotations

import re

from rag import states
from rag.given_names import is_given
from rag.lexicon import BODIES, HONORIFICS
from rag.reporting import THINGS, WRITINGS

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


def is_person(name: str, text: str) -> bool:
    """Whether a text puts a given name or a courtesy title before the name, or begins it with one."""
    own = name.removeprefix("the ")
    before = re.findall(rf"(?<![\w-])([A-Z][\w.'’-]*) {re.escape(own)}(?![\w-])", text)
    return any(map(_is_given, [own.split()[0] if " " in own else "", *before]))


def _is_given(word: str) -> bool:
    low = word.lower()
    return bool(low) and (is_given(low) or low.strip(".") in HONORIFICS)


def is_house(name: str, text: str) -> bool:
    """Whether a text says so: "Acme Ltd", "the wire maker Acme", "Acme, whose wire …", "Acme is a firm"."""
    own = name.removeprefix("the ")
    if not own[:1].isupper() or states.forms_of(own) or own.lower() in BODIES or is_person(own, text):
        return False
    word = rf"(?<![\w-]){re.escape(own)}(?![\w-])"
    told = (
        rf"{word}(?: [A-Z][\w&’'-]*){{0,3}} {_FORM}(?![\w-])",
        rf"\b(?:{_KIND}) {word}",
        rf"{word},? (?:which|whose)\b",
        rf"{word}(?:,| is| was) (?:an?|the|one of the)(?: [\w-]+){{0,5}}? (?:{_KIND})\b",
    )
    return any(re.search(pattern, text) for pattern in told)
