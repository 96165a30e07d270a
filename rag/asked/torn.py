"""Phrases that the trained model tears apart, taking a part for a speaker or leaving it out: "Bell v. Harbour
Trust", "Norland's attacks on …", "eels and the hostages", "insulin prices and the $35 cap"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from index.documents import Span
from rag.asked.tagging import Tagged
from rag.asked.wording import ASKING, AUXILIARY, DOCUMENTS, LAWS, one_of
from rag.topic.name_forms import names_in

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
_AND = re.compile(r" and ", re.IGNORECASE)
# A noun phrase by itself: what a whole question joins can be two questions, or no things at all.
_NO_THING = rf"{ASKING}|{AUXILIARY}|to|i|we|me|my|and (?:on|at|in|by|about|from|not)|pros?|cons?"
_PLAIN = re.compile(
    rf"(?!.*(?<!\w)(?:{_NO_THING})(?!\w))"
    r"(?:[^,:;?!()–—.]|\.(?=\w)|(?<= v)\.|(?<=\b[A-Z])\.|(?<= vs)\."
    r"|,(?= (?:the |an? )?[a-z]+(?: [a-z]+)?(?:,| and )))+[\s?.!]*",
    re.IGNORECASE,
)
_JOINS = re.compile(r" (?:and|&|v|vs)\.? ", re.IGNORECASE)
# "Dahl | and Berg on herring": up to the preposition stand those whose words are asked for.
_ON = re.compile(r"(?P<more>(?: [\w.'’-]+){0,5}?) (?:on|about|regarding|over) (?P<topic>\S.*?)[\s?.!]*")

_ARTICLE_ALONE = re.compile(r"the|an?|this|that|these|those|its|his|her|their|our", re.IGNORECASE)
_WRITING_NEXT = re.compile(
    rf"(?:the|this|that|its|his|her|their|our) (?:[\w-]+ ){{0,3}}?(?:{DOCUMENTS}|{LAWS})s?(?![\w'’-])",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\s?['’]s?(?!\w)")
_OPEN_END = re.compile(r" (?:from|by|of|with|between|to)$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?<!\w)(?:and|or|&) (?:the |an? )?$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:the|an?) $", re.IGNORECASE)


def whole_event(question: str, found: Tagged) -> Tagged:
    """ "the letter from | the bishops", "the mayor | 's plan": who wrote or owns it is part of its name."""
    event, speaker = found.event, found.speaker
    if speaker is not None and _ARTICLE_ALONE.fullmatch(question[speaker.start : speaker.end]):
        # "Does the | budget do anything for schools?": what has lost all but its article.
        writing = _WRITING_NEXT.match(question, speaker.start)
        event = Span(*writing.span()) if writing and event is None else event
        return replace(found, speaker=None, event=event)
    owned = event and speaker and speaker.end <= event.start and _OWNED.match(question, speaker.end)
    if event and speaker and owned and not question[speaker.end : event.start].strip():
        return replace(found, event=Span(speaker.start, event.end), speaker=None)
    if event is None or speaker is None or not _OPEN_END.search(question[event.start : event.end]):
        return found
    if event.end > speaker.start or question[event.end : speaker.start].strip():
        return found
    return replace(found, event=Span(event.start, speaker.end), speaker=None)


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


def tears(text: str, parts: Iterable[Span]) -> bool:
    """Whether a name, or what an "and" joins, is cut: "insulin prices and the $35 | cap"."""
    found = list(parts)
    names = [name for name in names_in(text) if _JOINS.search(text, name.start, name.end)]
    if any(one.overlaps(name) and not one.contains(name) for one in found for name in names):
        return True
    joints = (Span(*joint.span()) for joint in _AND.finditer(text) if _PLAIN.fullmatch(text))
    return any(not any(one.start < at.start and at.end < one.end for one in found) for at in joints)


def rejoined(topic: str, speaker: str, first: str) -> tuple[str | None, str]:
    """Whose words are asked for, where anybody's are, and on what, of a topic that is torn.

    speaker, first: the words that were found for a speaker, and for a topic.
    """
    at = topic.find(speaker) if speaker else -1
    match = _ON.fullmatch(topic, at + len(speaker)) if at >= 0 else None
    if match:
        return topic[at : match.end("more")], match["topic"]
    # "anything in there on | ferries | and the hostages"
    before = topic[: max(0, topic.find(first))]
    return None, topic if _GOES_ON.search(before) else topic.removeprefix(_ARTICLE.sub("", before))
