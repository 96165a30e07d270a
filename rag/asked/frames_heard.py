"""Questions for what a body was told: "What did the committee hear about eels?"; it is where it was said."""

from __future__ import annotations

import re

from rag.asked.limits import Line, is_body, subject
from rag.asked.shapes import NOWHERE, Reading, is_negated, topic_after
from rag.asked.wording import ADVERBS, AUXILIARY, MEETING, ROLE, SURELY_ABOUT, one_of

_WHAT = (
    r"(?:what|whatever|anything|everything)(?: else| exactly| more)?"
    r"(?: evidence| testimony| information| details| arguments| concerns| complaints| views)?"
)
_HAVE = r"(?:has|have|had)"
_HEARD = one_of("hear, hears, heard, hearing, learn, learns, learned, learnt, find out, finds out, found out")
_TOLD = one_of("told, informed, briefed, advised, warned, notified, updated, shown, given evidence")
_ANYTHING = r"(?:,? (?:anything|something|much|more|any evidence|evidence|testimony|so far|at all))*"
_FROM = rf"(?: (?:from|by) (?P<from>[^,]+?)(?=$| (?:{SURELY_ABOUT}|on|of)\s))?"
_REST = rf"{_ANYTHING}{_FROM}(?P<rest>(?:(?: in| at| during| after| before)? .*)?)"
_WHO = rf"(?P<who>[^,]+?) {ADVERBS}"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_WHAT} (?:did|does|do|{_HAVE}) {_WHO}{_HEARD}{_REST}",
        rf"{_WHAT} (?:was|were|is|are|{_HAVE}) {_WHO}(?:been )?{ADVERBS}{_TOLD}{_REST}",
        rf"{_WHAT}(?: that)? (?!{AUXILIARY}){_WHO}(?:{_HAVE} {ADVERBS})?{_HEARD}{_REST}",
        rf"{_WHAT}(?: that)? (?!{AUXILIARY}){_WHO}(?:was|were|{_HAVE} been) {ADVERBS}{_TOLD}{_REST}",
    )
)
# Whether it heard: of something.
_WHETHER = tuple(
    re.compile(form)
    for form in (
        rf"(?:did|does|do|{_HAVE}) {_WHO}{_HEARD}{_REST}",
        rf"(?:was|were|is|are|{_HAVE}) {_WHO}(?:been )?{ADVERBS}{_TOLD}{_REST}",
    )
)
_ABOUT_WHAT = re.compile(r"about|on|of")  # "what were they told about?"
_OPENS = re.compile(rf"(?:(?:{SURELY_ABOUT}|on|of)(?: |$)|(?:in|at|during|from|after|before) .*|$)")
_MEMBERS = re.compile(r"(?:the )?members of (?P<of>.+)|(?P<before>.+?) members")
_SEVERAL = re.compile(rf"(?:(?:the|these|those|all|most|some|other|local) )*(?:[\w-]+ )?(?:{ROLE})(?<=s)")


def what_they_heard(line: Line) -> Reading | None:
    """What was said about a topic before those who heard it, by whom they heard it from."""
    for form in (*_FORMS, *_WHETHER):
        match = form.fullmatch(line.folded)
        rest = line.part(match.start("rest")) if match else None
        if match is None or rest is None or not _OPENS.match(rest.folded):
            continue
        rest = NOWHERE if _ABOUT_WHAT.fullmatch(rest.folded) else rest
        if form in _WHETHER and not re.match(rf"(?:{SURELY_ABOUT}|on|of) ", rest.folded):
            continue
        heard, before = _audience(line.part(*match.span("who")))
        if not heard:
            continue
        speaker, event = subject(line.part(*match.span("from"))) if match["from"] else (None, None)
        about = re.sub(r"^of ", "on ", rest.folded)
        topic, place = topic_after(Line(rest.shown, about), "hear")
        frame = line.folded[: match.start("rest")]
        return Reading("topic", topic.shown, speaker, before or event or place, None, is_negated(frame))
    return None


def _audience(who: Line) -> tuple[bool, str | None]:
    """Whether those who heard are a body, a meeting or several of a kind; and before which body it was."""
    members = _MEMBERS.fullmatch(who.folded)
    body = who
    if members:
        body = who.part(*members.span("of" if members["of"] else "before"))
    if is_body(body.folded) or MEETING.fullmatch(body.folded):
        return True, body.shown
    return members is not None or _SEVERAL.fullmatch(who.folded) is not None, None
