"""Phrases that the trained model tears apart, taking a part for a speaker: "Bell v. Harbour Trust",
"Norland's attacks on …", "eels and the hostages"."""

from __future__ import annotations

import re
from dataclasses import replace

from index.documents import Span
from rag.asked.tagging import Tagged
from rag.asked.wording import one_of

_PARTIES = re.compile(r"(?<!\w)[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*)* v\.? (?:the )?[A-Z]\w*")
_JOINED = re.compile(r"\s*(?:and|or|&)\s*", re.IGNORECASE)
_LOOSE_AND = re.compile(r"^(?:and|or|&)\s|\s(?:and|or|&)$", re.IGNORECASE)
# What somebody does, and no words of his: "Norland's attacks on …", but not its "reservations about …".
_DOING = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z]+ )??"
    + one_of(
        """effort, attempt, move, decision, bid, attack, strike, raid, assault, invasion, crackdown, cut, ban,
        tariff, sanction, subsid(?:y|ie), export, import, sale, purchase, withdrawal, use, spending,
        investment, control, seizure, takeover, occupation, closure, treatment, handling, violation, abuse,
        killing"""
    )
    + r"s? (?:on|against|in|to|of|from|over|for|by) "
)
_AND_REST = re.compile(r"(?: (?:and|or|&) [^,;:?.!]+)?")


def mended(question: str, found: Tagged) -> Tagged:
    """The parts of a question with a phrase as its topic that a part of is taken for a speaker.

    A party of a case is none; what has no name and is joined to the topic by "and" is part of it; where "and"
    is loose the rest is lost; and who stands before a deed only says whose efforts or attacks are meant.
    """
    if found.speaker is None:
        return found
    parts = [part for part in (found.speaker, found.topic) if part]
    cases = [Span(*found.span()) for found in _PARTIES.finditer(question)]
    cut = [case for case in cases if any(case.overlaps(part) and not part.contains(case) for part in parts)]
    if not (cut or _is_joined(question, parts) or _DOING.match(question, found.speaker.end)):
        return found
    end = max(part.end for part in [*parts, *cut])
    rest = _AND_REST.match(question, end) if cut else None
    whole = Span(min(part.start for part in [*parts, *cut]), rest.end() if rest else end)
    period, event = (_beside(part, whole) for part in (found.period, found.event))
    return replace(found, speaker=None, topic=whole, period=period, event=event)


def _beside(part: Span | None, whole: Span) -> Span | None:
    return None if part is None or part.overlaps(whole) else part


def _is_joined(question: str, parts: list[Span]) -> bool:
    first, last = min(parts), max(parts)
    named = any(map(str.isupper, question[parts[0].start : parts[0].end]))
    if not named and first != last and _JOINED.fullmatch(question[first.end : last.start]):
        return True
    return any(_LOOSE_AND.search(question[part.start : part.end]) for part in parts)
