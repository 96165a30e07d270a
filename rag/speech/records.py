"""Summary records: a paragraph that opens with a speaker's name in capitals tells what that speaker said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents import Span
from index.sentences import sentences
from rag.quotes import Statement
from rag.speech.cast import Cast

# The style of the records of the United Nations and of parliaments: "Ms. MARR (Norland) said that …".
_TITLE = r"(?:Mr|Ms|Mrs|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Cllr|Councillor|Senator|Judge|H\.E)\.?"
_LOUD = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: (?:DE |VAN |VON |AL-)?[A-ZÀ-Þ'’-]{2,})*"
_OPENS = re.compile(
    rf"\s*(?:\(?\d+[a-z]?[.)]\s+)?(?:(?:{_TITLE}\s+)(?:[A-ZÀ-Þ][\w.'’-]*\s+){{0,3}}?(?P<name>{_LOUD})"
    r"|The\s+(?P<office>(?:[A-Z]+\s)?(?:CHAIR|CHAIRMAN|CHAIRWOMAN|CHAIRPERSON|PRESIDENT|SPEAKER|RAPPORTEUR)))"
    r"(?:\s+\([^()\n]{2,80}\))?,?\s+(?P<verb>[a-z]+)\b"
)
_LEAST = 3  # paragraphs that open so in a record
# What is done and not said.
_DEEDS = frozenset(
    "took left joined arrived withdrew voted abstained rose sat entered presided resumed was were has".split()
)
# Who does what the record tells of in between.
_PROCEEDS = re.compile(
    r"\s*(?:\d+\.\s+)?(?:The|This|That|These)\s(?:[\w-]+\s){0,4}?(?:Committee|Commission|Council|Assembly"
    r"|Board|Parliament|Conference|[Mm]otion|[Aa]mendments?|[Mm]eeting|[Ss]itting|[Ss]ession|[Hh]earing"
    r"|[Rr]esolution|[Mm]inutes|[Aa]genda)\b[^.]{0,80}?"
    r"\b(?:adopted|rejected|decided|rose|turned|agreed to|took note|approved|was|were|closed|resumed"
    r"|proceeded|heard|elected|suspended)\b|\s*It was (?:so )?(?:decided|agreed)"
)


def recorded(flat: str, paragraphs: Sequence[Span], made: Sequence[Statement], cast: Cast) -> list[Statement]:
    """What a summary record tells of each speaker's words, besides the statements found already.

    made: those, sorted. Empty for any other kind of text.
    """
    opened = [one for one in paragraphs if _opens(flat[one.start : one.end])]
    if len(opened) < _LEAST:
        return []
    return [found for one in opened for found in _told(flat, one, made, cast)]


def _opens(text: str) -> re.Match[str] | None:
    found = _OPENS.match(text)
    return found if found and found["verb"] not in _DEEDS else None


def _told(flat: str, paragraph: Span, made: Sequence[Statement], cast: Cast) -> Iterator[Statement]:
    """The sentences of a paragraph that nobody is on record with yet, as its speakers'."""
    speaker: str | None = None
    for sentence in sentences(flat[paragraph.start : paragraph.end]):
        span = Span(paragraph.start + sentence.start, paragraph.start + sentence.end)
        text = flat[span.start : span.end]
        opening = _OPENS.match(text)
        said = [one for one in made if one.overlaps(span)]
        if opening:
            speaker = _speaker(opening, said, cast) if opening["verb"] not in _DEEDS else None
        elif _PROCEEDS.match(text):
            speaker = None
        if speaker and not said and any(map(str.isalpha, text)):
            yield Statement(span.start, span.end, speaker, "reported")


def _speaker(opening: re.Match[str], said: Sequence[Statement], cast: Cast) -> str | None:
    if opening["office"]:
        held = cast.holding(opening["office"].lower())
        return next((one.speaker for one in said), None) or (held[0].label if len(held) == 1 else None)
    known = cast.find((opening["name"],)) or cast.find((opening["name"].split()[-1],))
    return known.label if known else next((one.speaker for one in said), None) or opening["name"]
