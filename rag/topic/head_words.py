"""The head of a topic: "drills" in "joint military drills among the three countries".

What stands before a head or is joined to it by a preposition only narrows it: who asks about drills is
not served by what is joint, military, or among three countries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from index.words import Word, stem_of, words

PREPOSITIONS = (
    r"about|across|after|against|among|amongst|around|as|at|before|behind|between|beyond|by|during|for"
    r"|from|in|inside|into|near|of|off|on|onto|outside|over|since|through|throughout|to|toward|towards|under"
    r"|until|upon|versus|vs|with|within|without"
)
# What a noun phrase ends at: what follows belongs to its head, and is no other thing that is asked about.
END = re.compile(
    rf"\s(?:{PREPOSITIONS}|that|which|who|whom|whose|where|when|while|how|whether|if"
    r"|wants|wanted|plans|planned|intends|proposes|proposed|hopes|is|are|was|were|will|would|has|have|had|can|could|should|may|might|must|does|do|did)(?!\S)|[;:(–—]"
)
_LIST = re.compile(r"\s*(?:,|/|&|\s(?:and|or|und|et|y)\s)\s*", re.IGNORECASE)
# Nouns that say less than what follows them: "the use of drones", "people who fled".
LIGHT = frozenset(
    map(
        stem_of,
        """use role case cause effect effects impact issue issues question questions matter matters topic
        subject thing things people person persons someone anyone everyone somebody anybody one ones way
        ways kind kinds type types sort part parts piece number numbers amount level levels degree extent
        lack risk risks threat threats danger problem problems challenge challenges importance need
        possibility prospect prospects chance future state status situation development developments
        progress plan plans idea position view views stance policy policies approach response reaction
        measures steps efforts actions work process detail details news update updates story history
        background reason reasons purpose goal goals country countries side group groups meaning
        significance benefits consequences implications results support relationship words point points
        fact facts information data condition conditions concern concerns worry worries fear fears hope hopes
        assurance assurances burden burdens""".split(),
    )
)
_VERBAL = re.compile(r"\w{3,}(?:ing|ed)", re.IGNORECASE)
_PLURAL = re.compile(r"\w{3,}(?<!s)s", re.IGNORECASE)


def heads_of(asked: str, names: Sequence[Span]) -> frozenset[str]:
    """The stems of the words one of which a sentence about the topic holds, or something for it; none
    where the topic begins with a name, or where the first noun that says something is hard to tell.
    """
    begin = 0
    while begin < len(asked):
        ending = END.search(asked, begin + 1)
        end = ending.start() if ending else len(asked)
        found = [_head_of(asked, part, names) for part in _parts(asked, begin, end)]
        heads = [word for one in found for word in one]
        if any(any(name.overlaps(word) for name in names) for word in heads):
            return frozenset()
        telling = frozenset(word.stem for word in heads if word.stem not in LIGHT)
        if telling:
            return telling
        begin = ending.end() if ending else len(asked)
    return frozenset()


def _parts(asked: str, begin: int, end: int) -> list[Span]:
    """The things that a phrase lists: "wells and boreholes"."""
    marks = [begin, *(at for mark in _LIST.finditer(asked, begin, end) for at in mark.span()), end]
    return [Span(*pair) for pair in zip(marks[::2], marks[1::2], strict=True) if pair[0] < pair[1]]


def _head_of(asked: str, part: Span, names: Sequence[Span]) -> list[Word]:
    """The last word of a phrase; of "soldiers fighting" both."""
    held = [word for word in words(asked[part.start : part.end]) if not word.stop]
    held = [Word(part.start + w.start, part.start + w.end, w.stem, w.stop) for w in held]
    if len(held) > 1 and _VERBAL.fullmatch(asked, held[-1].start, held[-1].end):
        before = held[-2]
        if _PLURAL.fullmatch(asked, before.start, before.end) and not any(map(before.overlaps, names)):
            return held[-2:]
    return held[-1:]
