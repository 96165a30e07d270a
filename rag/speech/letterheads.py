"""Statements of a house in its own words: who it is stands at the head, "we" are its members in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech.given_names import is_given
from rag.speech.lexicon import BODIES
from rag.speech.proceedings import is_matter

_HEAD = 8  # paragraphs in which a letterhead and the heading of a statement stand
_LONGEST = 110  # characters of a line of a letterhead
_OFTEN = 2  # times that "we" makes the text the house's own
_LEGAL = (
    r"(?:ASA?|A/S|AB|AG|SE|S\.?A\.?|N\.?V\.?|BV|plc|PLC|Inc\.?|Ltd\.?|Limited|Corp\.?|LLC|LLP|GmbH|Oyj|SpA)"
)
_SMALL = r"(?:of|the|and|for|in|on|de|des|du|la|le|les|del|y|et|für|der|und|&)"
_HOUSE = re.compile(
    rf"(?P<name>(?:The )?[A-ZÀ-Þ][\w&.'’-]*(?: (?:[A-ZÀ-Þ&][\w&.'’-]*|{_SMALL})){{0,9}}(?:,? {_LEGAL})?)"
    r"(?P<short> ?\([A-ZÀ-Þ][\w&-]{1,12}\))?(?= *(?:$|[|·•,—–]|- |\n))"
)
_STATEMENT = re.compile(
    r"\W*(?:(?:Our|Media|Press|Public|Official|Company|Solidarity|Open|Emergency|Organi[sz]ational) )?"
    r"(?:Statement|Declaration|Resolution|Communiqué|Open letter|Response|Condolences?|Apology|Appeal)\b"
    r"(?! of account)",
    re.IGNORECASE,
)
# "Monetary policy statement", "Decision of the Executive Board, published …".
_DECISION = re.compile(
    r"\W*(?:(?:[\w-]+ ){1,4}(?:statement|decision|assessment|announcement)$|Decision of (?:the|its) )",
    re.IGNORECASE,
)
RELEASE = re.compile(
    r"\W*(?:For immediate (?:release|use)"
    r"|(?:Press|Media|News) (?:release|notice|bulletin|statement|information))\b",
    re.IGNORECASE,
)
_NOT_HOUSES = re.compile(
    r"(?:to|from|about|for|re|dear|why|how|what)\b|.*(?:statement|minutes|transcript|meeting|release|hearing"
    r"|agenda|report\b|debate|conclusions|letter\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")
WE = re.compile(r"\b(?:[Ww]e|WE|[Oo]ur|[Uu]s)\b")
_I = re.compile(r"\b(?:I|my|me)\b")
_NAMED = frozenset("brotherhood town township borough municipality village".split())
# What a name in BODIES can end in that publishes nothing: texts, occasions, places and crowds.
_THINGS = frozenset(
    """act law treaty agreement accord convention protocol declaration constitution amendment charter
    conference forum festival statement talks summit resolution meeting dialogue building tower stadium
    championship championships cup games series tour open award awards prize street road avenue boulevard lane
    square park bridge river lake sea ocean mountain mountains valley island islands beach bay coast
    peninsula strait desert forest us who eu un fed gas oil electric steel staff news times post review
    journal press project team unit movement front energy growers workers teachers dwellers""".split()
)


def letterhead(title: str, flat: str, paragraphs: Sequence[Span]) -> tuple[str, int] | None:
    """The house whose own statement this is, and the number of the paragraph in which its text begins."""
    head = [" ".join(flat[p.start : p.end].split()) for p in paragraphs[:_HEAD]]
    first = next((n for n, text in enumerate(head) if is_prose(text)), None)
    heading = [title, *head[: first or 0]]
    if first is None or not any(_STATEMENT.match(text) or _DECISION.match(text) for text in heading):
        return None
    lines = [
        line.strip(" *_#")
        for paragraph in paragraphs[:first]
        for line in flat[paragraph.start : paragraph.end].splitlines()
    ]
    name = next((found for line in lines if (found := house_in(line))), None)
    own = _QUOTED.sub(" ", flat[paragraphs[first].start :])
    if name is None or not is_of_several(own):
        return None
    return cased(name, flat[paragraphs[first].start :]), first


def is_of_several(own: str) -> bool:
    """Does a text speak as "we", and never as "I"? own: without what it quotes."""
    return len(WE.findall(own)) >= _OFTEN and _I.search(own) is None


def is_prose(text: str) -> bool:
    """Is this the text, and no line of its head?"""
    return text[-1:] in '.!?”"' and len(text.split()) > len("a few words".split()) and not is_matter(text)


def house_in(line: str) -> str | None:
    """The house that a line of the head names: "BROTHERHOOD OF PILOTS (BP)", "Acme plc"."""
    found = _HOUSE.match(line) if len(line) <= _LONGEST else None
    if found is None or _NOT_HOUSES.match(found["name"]) or _STATEMENT.match(found["name"]):
        return None
    words = [word.strip(".,").lower() for word in found["name"].split()]
    # Of "OSLO (AP)" the letters are no short form.
    letters = (found["short"] or "").lower().strip(" ()")
    short = bool(letters) and len(words) > 1 and any(word[:1] == letters[0] for word in words)
    if not (_is_body(words) or short or re.search(rf" {_LEGAL}$", found["name"])):
        return None
    return found["name"] + (found["short"] or "")


def _is_body(words: Sequence[str]) -> bool:
    """Is this the name of a body: "Bank of Skerry", "Harbour Police", not "Council Backs New Pier"?"""
    bodies = [
        at for at, word in enumerate(words) if (word in BODIES and word not in _THINGS) or word in _NAMED
    ]
    if not bodies or len(words) == 1 or is_given(words[0]):
        return False
    behind = words[bodies[-1] + 1 :]
    if not behind or re.fullmatch(_SMALL, behind[0]):
        return True
    return len(behind) == 1 and not behind[0].endswith(("s", "ing"))


def cased(name: str, text: str) -> str:
    """A name in capitals as the text spells it, or else with a capital for each word."""
    plain, _, short = name.partition(" (")
    if plain.isupper() and len(plain.split()) > 1:
        spelled = (found[0] for found in re.finditer(re.escape(plain), text, re.IGNORECASE))
        plain = next((found for found in spelled if not found.isupper()), capitalised(plain))
    return f"{plain} ({short}" if short else plain


def capitalised(name: str) -> str:
    """A name in capitals with a capital for each word that is not small."""
    small = re.compile(_SMALL, re.IGNORECASE)
    return " ".join(word.lower() if small.fullmatch(word) else word.capitalize() for word in name.split())
