"""Whole questions in plain English, from their parts or from an earlier question with a part replaced."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked.limits import Line, is_body
from rag.asked.matters import matter_of
from rag.asked.periods import Period
from rag.asked.sense import Question
from rag.asked.wording import MEETINGS, ROLE

_CAPITAL = r"[A-Z][\w.&-]*(?:['’](?!s\b)\w+)?"
_NAME = re.compile(rf"(?:the )?{_CAPITAL}(?: (?:of |the |and )?(?=[A-Z]){_CAPITAL})*(?P<owner>['’]s?\b)?")

# "the vice ministers": of one meeting, not of every one.
_PARTICIPANTS = re.compile(rf"(?:the|all|both) (?:\S+ ){{0,3}}(?:{ROLE})(?<=s)", re.IGNORECASE)


def substituted(
    last: Question,
    *,
    topic: str | None = None,
    period: Period | None = None,
    event: str | None = None,
    before: Question | None = None,
) -> str:
    """The last question's own words with one part replaced, or a plain question where it cannot be found."""
    before = before or last
    changed = replace(
        last, topic=topic or last.topic, period=period or last.period, event=event or last.event
    )
    if changed.event != last.event and period is None:
        # Another meeting was at another time, and those who met are others.
        others = _PARTICIPANTS.fullmatch(last.speaker or "")
        elsewhere = replace(changed, period=None, speaker=None if others else last.speaker)
        if elsewhere != changed:
            return composed(elsewhere)
    shown = before.searched.rstrip(" ?.!？。")
    ending = before.searched[len(shown) :] or ("?" if shown.isascii() else "")
    old_period, new_period = before.period, changed.period
    if (topic and shown.count(before.topic) != 1) or (before.event != changed.event and before.event):
        return composed(changed)
    if topic and before.topic:
        shown = shown.replace(before.topic, topic)
    if changed.event and changed.event != before.event:
        shown = f"{shown} {at_event(changed.event)}"
    if new_period and new_period != old_period:
        if old_period and shown.count(old_period.words) == 1:
            shown = shown.replace(old_period.words, new_period.phrase)
        else:
            shown = f"{shown} {new_period.phrase}"
    return shown + ending


def composed(parts: Question, else_: str = "") -> str:
    """A plain English question from its parts: "What did Clinton say about Syria in 2012?"."""
    if parts.kind == "fact":
        return parts.searched
    about = f" about {matter_of(parts)}" if parts.topic else ""
    if parts.kind == "who":
        return asked(f"Who{else_} spoke{about}", parts)
    return asked(f"What did {parts.speaker or 'they'} say{about}", parts)


def asked(start: str, limits: Question) -> str:
    event = f" {at_event(limits.event)}" if limits.event and not is_body(limits.event) else ""
    period = f" {limits.period.phrase}" if limits.period else ""
    return f"{start}{event}{period}?"


def at_event(event: str) -> str:
    name = event.lower()
    if re.match(r"(?:at|in|during) ", name):
        return event
    return f"at {event}" if re.search(rf"(?:{MEETINGS})s?(?: |$)", name) else f"in {event}"


def entity_swapped(fragment: Line, last: Question) -> str | None:
    """The last fact question about another name: "What is Japan's GDP?" + "South Korea's" ."""
    asked = last.searched.rstrip(" ?.!")
    counted = re.match(r"(?i)how (?:many|much) (\w+)", asked)
    if counted and fragment.shown.islower():
        return asked[: counted.start(1)] + fragment.shown + asked[counted.end(1) :] + "?"
    if not fragment.shown[:1].isupper() and not fragment.folded.startswith("the "):
        return None
    new = re.sub(r"['’]s$", "", fragment.shown)
    names = list(_NAME.finditer(asked, asked.find(" ") + 1))
    if new != fragment.shown:
        names = [name for name in names if name["owner"]] or names
    if not names:
        return None
    match = names[0]
    return asked[: match.start()] + new + (match["owner"] or "") + asked[match.end() :] + "?"
