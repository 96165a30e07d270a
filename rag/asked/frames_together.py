"""What several discussed or agreed on: "Which steps did Bell and Dahl consider?", and at which meeting."""

from __future__ import annotations

import re

from rag.asked.limits import Line, subject
from rag.asked.shapes import Reading, bare
from rag.asked.wording import AUXILIARY, one_of

_DISCUSS = one_of(
    """discuss, discussed, consider, considered, explore, explored, weigh, weighed, debate, debated, examine,
    examined, negotiate, negotiated, talk about, talked about, agree on, agreed on, agree to, agreed to,
    agree, agreed, decide on, decided on, deal with, dealt with"""
)
_WHAT = re.compile(
    rf"(?:what|which) (?P<noun>(?!{AUXILIARY} |of )[^,]+?) (?:did|have|had|do) (?P<who>.+?)"
    rf" (?:also )?{_DISCUSS}"
    r"(?P<on> (?:on|about|for|against|regarding|in|to|towards?) .+)?"
)
_DISCUSSED = re.compile(rf"\b(?:did|have|had|do|has) (?P<who>.+?) (?:also )?{_DISCUSS}\b", re.IGNORECASE)
_OWN = re.compile(r" of (?:their|its|his|her) own$")
# "Which issues did they discuss?" names no topic.
_ANY = re.compile(
    r"(?:(?:other|further|sort of|kind of|kinds of|important|main|the) )*"
    r"(?:things?|topics?|issues?|subjects?|matters?"
    r"|points?|questions?|problems?|areas?|else)"
)
_NAMES = re.compile(
    r"(?P<first>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?:, [A-Z][^,]{1,40}){0,4},? and [A-Z][^,]{1,40}"
)


def what_they_discussed(line: Line) -> Reading | None:
    """ "What measures did Bell and Dahl consider against poaching?": measures against poaching."""
    match = _WHAT.fullmatch(line.folded)
    if match is None:
        return None
    noun = line.part(*match.span("noun"))
    own = _OWN.search(noun.folded)
    noun = noun.part(0, own.start()) if own else noun
    on = line.shown[slice(*match.span("on"))] if match["on"] else ""
    speaker, event = subject(line.part(*match.span("who")))
    topic = bare(Line.of(on)).shown if _ANY.fullmatch(noun.folded) else f"{noun.shown}{on}"
    return Reading("topic", topic, speaker, event)


def met(searched: str, speaker: str | None) -> str:
    """The meeting at which those named discussed what is asked for, as a limit; "" where they are not said to
    have discussed it, or are one."""
    discussed = _DISCUSSED.search(searched)
    if (
        discussed is None
        or speaker is None
        or speaker not in discussed["who"]
        or not _NAMES.fullmatch(speaker)
    ):
        return ""
    return f"the meeting of {speaker}"
