"""Questions for what somebody will do, and for what is wanted of whom: "What did the league say it would
do?", "What do the crews want from the airline?", "Are they open to talks?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked.limits import Line, subject
from rag.asked.shapes import Reading, bare, both
from rag.asked.wording import ADVERBS, AUXILIARY, CLAIMING, NOBODY, SAYING, SURELY_ABOUT, WRITING, one_of

_LONGEST_SUBJECT = 8  # words
_REST = "[^,;:?!]+"
# "What was Bell accused of planning …?" and "What did the address say …?": neither is who speaks.
_WHO = (
    r"(?P<who>.+?(?<! of)(?<! in)(?<! by)(?<! for)(?<! to)(?<!\bthe)(?<!\bthis)(?<!\bthat)(?<!\ba)(?<!\ban))"
)
_WHAT = rf"what(?: else| exactly| more)?(?:'s| (?:{AUXILIARY})) {_WHO} {ADVERBS}"
_PURPOSE = one_of(
    """promise, pledge, vow, plan, intend, propose, want, agree, decide, offer, threaten, hope, aim, commit,
    swear, undertake, refuse, decline"""
)
_INTENDING = one_of(
    """promised, promising, pledged, pledging, vowed, vowing, planned, planning, intended, intending,
    proposed, proposing, wanted, wanting, agreed, agreeing, decided, deciding, offered, offering, threatened,
    threatening, hoped, hoping, aimed, aiming, committed, committing, sworn, swore, undertook, refused,
    refusing, declined, declining, due, going, ready, prepared, able, willing"""
)
_INTENDS = rf"(?:{_PURPOSE}s?|{_INTENDING})"
_SAYS = rf"(?!states? )(?:{SAYING}|{CLAIMING}|{_INTENDS})(?: that)?"
# Nothing that is spoken of stands in "it would do"; a noun in its place does.
_SUBJECT = (
    rf"(?:it|he|she|they|we|you|i|(?P<other>(?:[^\s,;:?!]+ ){{0,{_LONGEST_SUBJECT - 1}}}?[^\s,;:?!]+?))"
)
_WOULD = rf"(?:'(?:d|ll|s|re|ve|m)| (?:{AUXILIARY})| {_PURPOSE}s?| {_INTENDING})"
_DO = (
    rf"(?: (?:to|be|been|have|had|not|{_INTENDS}))* (?:do|done|doing)"
    r"(?: (?:next|now|instead|then|first|differently|afterwards|after that|in return))?"
)
_TO_WHAT = (
    r"(?: (?:for|about|with|against|on|over|regarding|concerning|in response to|at|in|within"
    r"|to(?= (?:help|stop|prevent|support|end|fight|protect|keep|cut|save|avoid|ease|speed) ))"
    rf" (?P<topic>{_REST}))?"
)
_IN_CASE = rf"(?: (?:if|when|once) (?P<case>{_REST}))?"
_GOING_TO_DO = re.compile(rf"{_WHAT}{_INTENDS} to (?:do|have done){_TO_WHAT}")
_WILL_DO = (
    re.compile(rf"{_WHAT}{_SAYS} {_SUBJECT}{_WOULD}{_DO}{_TO_WHAT}{_IN_CASE}"),
    _GOING_TO_DO,
    re.compile(
        rf"{_WHAT}{_SAYS}(?: (?:{AUXILIARY}))?(?: have)? (?:happen(?:ed)?|becomes?|became|come)"
        rf"(?: (?:to|with|of) (?P<topic>{_REST}))?{_IN_CASE}"
    ),
)
_ASKING_FOR = one_of(
    """want, wants, wanted, wanting, demand, demands, demanded, demanding, ask, asks, asked, asking,
    request, requests, requested, requesting, expect, expects, expected, expecting, seek, seeks, seeking,
    sought, call for, called for, calling for, ask for, asked for, asking for, hope for, hoped for,
    hoping for, like"""
)
_PRESSING = one_of(
    """ask, asked, asking, press, pressed, pressing, beg, begged, begging, petition, petitioned, petitioning,
    lobby, lobbied, lobbying, urge, urged, urging"""
)
_ON = rf"(?: (?:{SURELY_ABOUT}|on|over) (?P<topic>{_REST}))?"
# "What are the crews told to do about eels?": it is no words of theirs that tell.
_TOLD = one_of(
    """told, asked, instructed, directed, ordered, required, obliged, obligated, expected, supposed, meant,
    urged, called on, called upon, advised, mandated, bound, tasked"""
)
# What is "on" something is the order in which it stands, which is cut out as a limit.
_TO_DO = (
    rf"(?:to do|with(?: doing)?)(?: on {_REST}|(?: (?:{SURELY_ABOUT}|with|for|against) (?P<topic>{_REST}?))?"
    rf"(?: (?:in|under|by) (?P<text>{WRITING.pattern}))?)"
)
_OBLIGED = (
    re.compile(
        rf"what(?: else| exactly| more)?(?:'s|'re| (?:is|are|has|have)) (?P<whom>{_REST}?) {ADVERBS}"
        rf"(?:been )?(?:being )?{ADVERBS}{_TOLD} {_TO_DO}"
    ),
    re.compile(
        rf"what(?: else| exactly| more)? (?:do|does|did) (?P<text>{WRITING.pattern}) {ADVERBS}(?:tell|ask"
        r"|instruct|direct|order|require|oblige|expect|urge|call on|call upon|task|mandate|want)"
        rf" (?P<whom>{_REST}?) (?:to do|with(?: doing)?)(?: (?:{SURELY_ABOUT}|on|with) (?P<topic>{_REST}?))?"
    ),
)
# "What is expected of the banks in the accord?"
_IN_TEXT = rf"(?: (?:in|under) (?P<text>{WRITING.pattern}))?"
_WANTED_OF = (
    re.compile(rf"{_WHAT}{_ASKING_FOR} (?:from|of|out of) (?P<whom>{_REST}?){_ON}{_IN_TEXT}"),
    re.compile(rf"{_WHAT}{_PRESSING} (?P<whom>{_REST}) (?:for|to do)(?: to {_REST})?"),
    re.compile(
        rf"what(?: else| exactly| more)?(?:'s| (?:{AUXILIARY}))(?: (?:be|been|being))* {ADVERBS}{_ASKING_FOR}"
        rf" (?:from|of) (?P<whom>{_REST}?){_ON}{_IN_TEXT}"
    ),
)
_MINDED = one_of(
    "open, ready, willing, prepared, keen, eager, inclined, unwilling, reluctant, determined, disposed"
)
_WILLING = re.compile(
    rf"(?:(?:is|are|was|were|isn't|aren't) (?P<who>.+?) {ADVERBS}{_MINDED}"
    rf"|how {_MINDED} (?:is|are|was|were|has|have|would) (?P<whose>.+?)(?: be| been)?) to (?P<topic>{_REST})"
)


def what_they_will_do(line: Line) -> Reading | None:
    """ "What did the league say it would do?" asks for whatever the league says; what it is going to do may
    be told by others."""
    reading = _first(line, _WILL_DO, ("topic", "case", "other"))
    told = reading and reading.speaker and _GOING_TO_DO.fullmatch(line.folded)
    return replace(reading, whole=both(reading.speaker, reading.topic)) if reading and told else reading


def what_they_are_told_to_do(line: Line) -> Reading | None:
    """ "What is the fleet required to do about eels?": what is said of the fleet and the eels."""
    match = next(filter(None, (pattern.fullmatch(line.folded) for pattern in _OBLIGED)), None)
    whom = subject(line.part(*match.span("whom")))[0] if match else None
    if match is None or whom is None:
        return None
    about = bare(line.part(*match.span("topic"))).shown if match["topic"] else ""
    event = line.part(*match.span("text")).shown if match["text"] else None
    return Reading("topic", both(whom, about), None, event)


def what_is_wanted_of(line: Line) -> Reading | None:
    """ "What do the crews want from the airline?": the topic is whom they want it of."""
    return _first(line, _WANTED_OF, ("topic", "whom"))


def are_they_willing(line: Line) -> Reading | None:
    """ "Are they open to talks?", asked of no one in particular: what is said of the talks.

    "How open is Norland to talks?" asks what Norland says, or others of it.
    """
    match = _WILLING.fullmatch(line.folded)
    if match is None or (match["who"] and not NOBODY.fullmatch(match["who"])):
        return None
    topic = bare(line.part(*match.span("topic"))).shown
    who, event = subject(line.part(*match.span("whose"))) if match["whose"] else (None, None)
    return Reading("topic", topic, who, event, whole=both(who, topic) if who else "")


def _first(line: Line, patterns: tuple[re.Pattern[str], ...], names: tuple[str, ...]) -> Reading | None:
    """By the first pattern that fits: the speaker, and as the topic the first of these groups."""
    for pattern in patterns:
        match = pattern.fullmatch(line.folded)
        if match:
            found = match.groupdict()
            about = next((name for name in names if found.get(name)), None)
            speaker, event = subject(line.part(*match.span("who"))) if found.get("who") else (None, None)
            event = event or (line.part(*match.span("text")).shown if found.get("text") else None)
            topic = bare(line.part(*match.span(about))).shown if about else ""
            return Reading("topic", topic, speaker, event)
    return None
