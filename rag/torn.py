"""Whether what the trained model takes for a speaker is torn out of a phrase: "Roe v. Wade", "Republican efforts
to …", "Malta and the hostages"."""

from __future__ import annotations

import re

from index.documents import Span
from rag.limits import Line
from rag.tagging import Tagged
from rag.tails import only_asks, words_of
from rag.wording import ASKING, AUXILIARY

_PARTIES = re.compile(r"(?<!\w)[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*)* (?:v|vs|versus)\.? (?:the )?[A-Z]\w*")
_JOINED = re.compile(r"\s*(?:and|or|&)\s*(?:the\s+|an?\s+)?", re.IGNORECASE)
_LOOSE_AND = re.compile(r"^(?:and|or|&)\s|\s(?:and|or|&)$", re.IGNORECASE)
_ATTACKS = re.compile(r"attacks? (?:on|against) ")  # which may be words as well
_OWNER = re.compile(r"['’]s?(?!\w)")
_HAS_VERB = re.compile(rf"(?<![\w'])(?:{ASKING}|{AUXILIARY}|that)", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|from|of|to|say|said|saying)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


def torn_phrase(question: str, found: Tagged) -> Span | None:
    """The phrase that a part of is taken for a speaker, so that all of it is the topic; None where it is none.

    A party of a case is none; who is joined to the topic by "and" is part of it, or its other part is lost;
    and who stands before a noun that belongs to no part only says whose efforts or attacks are meant.
    """
    if found.speaker is None:
        return None
    parts = [part for part in (found.speaker, found.topic) if part]
    cases = [Span(*found.span()) for found in _PARTIES.finditer(question)]
    cut = [case for case in cases if any(case.overlaps(part) and not part.contains(case) for part in parts)]
    if not (cut or _is_joined(question, parts) or _is_before_a_noun(question, found)):
        return None
    return Span(min(part.start for part in [*parts, *cut]), max(part.end for part in [*parts, *cut]))


def _is_joined(question: str, parts: list[Span]) -> bool:
    first, last = min(parts), max(parts)
    if first != last and _JOINED.fullmatch(question[first.end : last.start]):
        return True
    return any(_LOOSE_AND.search(question[part.start : part.end]) for part in parts)


def _is_before_a_noun(question: str, found: Tagged) -> bool:
    speaker, topic = found.speaker, found.topic
    if speaker is None or topic is None or topic.start < speaker.end:
        return False
    between = Span(speaker.end, topic.start)
    if any(part and part.overlaps(between) for part in (found.period, found.event)):
        return False
    if _HAS_VERB.search(question[: speaker.start]) or _BY.search(question[: speaker.start]):
        return False
    owner = _OWNER.match(question, speaker.end)
    line = Line.of(question[owner.end() if owner else speaker.end : topic.start].lstrip())
    first = "".join(words_of(line)[:1])
    if not first or not line.folded.startswith(first):
        return False
    return not only_asks(first) or bool(_ATTACKS.match(line.folded))
