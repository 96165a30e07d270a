"""What a text says beside a person's name: in brackets, in apposition, as what the person leads or is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_READ = 20  # places where a name stands that are read
_REACH = 120  # characters beside it
_LEADS = (
    r"(?:chairs|leads|heads|runs|represents|presides over|speaks for|directs|commands|chaired|led|headed)"
)
_NO_APPOSITION = re.compile(
    r"(?:who|whom|whose|which|when|where|in|on|at|to|with|after|before|as|and|or|but|by|a friend|\w+ing)\b",
    re.IGNORECASE,
)
_IS = (
    r"(?:is|has been|became|has become|serves as|(?:was|has been) (?:named|appointed|elected)(?: as)?"
    r"|(?:took|takes) over as)"
)
_AFTER = {
    "brackets": re.compile(r"\s*\((?P<words>[^()\n]{2,100})\)"),
    "apposition": re.compile(r",\s(?P<words>[^.;:!?\n,]{2,100})(?=[,.;:!?\n])"),
    "leads": re.compile(rf",?\s(?:who\s)?{_LEADS}\s(?P<words>[^.;:!?\n,]{{2,100}})"),
    "of": re.compile(r",?\s(?:of|from|for|representing)\s(?P<words>[^.;:!?\n]{2,100})"),
    "is": re.compile(rf"\s{_IS}\s(?:the |its |an? )?(?P<words>[^.;:!?\n,]{{2,100}})"),
}
_BEFORE = re.compile(r"[^.;:!?,\n]{2,}$")
# "The harbour's master in Dell, | Ann Bell |, said": a phrase of its own, which her name explains.
_APPOSED = re.compile(
    r"(?:^|[.;:!?\n”\"]\s*|,\s)(?P<words>(?:[Tt]he|[Aa]n?|[Ii]ts|[A-Z])[^.;:!?,\n]{2,100}),\s$"
)
_WHOSE = re.compile(r"(?P<house>[^.;:!?,\n]{2,60}),\swhose\s(?P<office>[^.;:!?,\n]{2,60}),?\s$")


class Beside(NamedTuple):
    """What stands beside a name: words, and how they do."""

    words: str
    how: str  # "brackets", "apposition", "leads", "of", "is", "before", "apposed" or "whose"


def beside(name: str, text: str) -> Iterator[Beside]:
    """What a text says directly beside a name, whatever its capitals: "Ms. Ann BELL (Pilots' Union)"."""
    words = name.split()
    if len(words) < len("ab"):
        return
    written = r"\s+".join(map(re.escape, words))
    for found in islice(re.finditer(rf"(?<!\w){written}(?!\w)", text, re.IGNORECASE), _READ):
        after = text[found.end() : found.end() + _REACH]
        for how, pattern in _AFTER.items():
            match = pattern.match(after)
            if match and not (how == "apposition" and _NO_APPOSITION.match(match["words"])):
                yield Beside(match["words"], how)
        yield from _before(text[max(0, found.start() - _REACH) : found.start()])


def _before(text: str) -> Iterator[Beside]:
    """What stands before a name, which begins where this text ends."""
    if before := _BEFORE.search(text):
        yield Beside(before.group(), "before")
    if whose := _WHOSE.search(text):
        yield Beside(f"{whose['office']} of {whose['house'].split(maxsplit=1)[-1]}", "whose")
    elif apposed := _APPOSED.search(text):
        yield Beside(apposed["words"], "apposed")
