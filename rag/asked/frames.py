"""The shapes of an English question: what was said about something, who said it, or a plain fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.asked import (
    changes,
    frames_dealt,
    frames_fact,
    frames_heard,
    frames_intended,
    frames_said,
    frames_settled,
    frames_wanted,
    frames_which,
    frames_who,
)
from rag.asked.limits import Line, is_body, subject
from rag.asked.shapes import Reading, bare
from rag.asked.shorthand import refers_back
from rag.asked.wording import ASKING, AUXILIARY, SURELY_ABOUT

# In this order: each frame leaves what it does not know to the next.
_FRAMES: tuple[Callable[[Line], Reading | None], ...] = (
    frames_fact.fact_inside,
    frames_settled.settled,
    changes.has_changed,
    frames_intended.what_they_will_do,
    frames_intended.what_is_wanted_of,
    frames_intended.what_they_are_told_to_do,
    frames_heard.what_they_heard,
    frames_said.what_was_said,
    frames_said.what_did_they_say,
    frames_said.what_they_said,
    frames_dealt.how_dealt_with,
    frames_said.stance,
    frames_which.words_uttered,
    frames_which.which_documents,
    frames_who.who_said,
    frames_wanted.who_feels,
    frames_which.did_they_mention,
    frames_dealt.stance_alone,
    frames_intended.are_they_willing,
    frames_wanted.what_is_wanted,
    frames_said.how_did_they_react,
    frames_which.phrase,
    frames_fact.fact,
)

# These take whatever asks.
_UNSURE = (frames_fact.fact_inside, frames_fact.fact)

# "As a doctor, what did she say about it?"; a fact question keeps what stands before the comma.
_ASIDE = re.compile(rf"(?!{ASKING}|{AUXILIARY})(?P<aside>[^,]+), (?P<rest>(?:{ASKING}|{AUXILIARY}) .+)")
# "On the subject of eels, what did she promise?", "On the last call, what did they say?"
_ON_TOPIC = re.compile(
    rf"(?:{SURELY_ABOUT}|on(?! (?:average|balance|paper|the whole|the other hand|arrival|reflection"
    rf"|top of)(?![\w-]))|as for"
    r"|in terms of|turning to|as far as) (?P<topic>.+?)"
    r"(?: (?:goes|go|is concerned|are concerned))?"
)
_AT = re.compile(r"(?:at|in|on|over|during|throughout|from|as of) ")
# "Before the election, what did they say?"
_TIME = re.compile(
    r"(?:(?:long|just|shortly|right|soon|immediately|years|months|weeks|days|ever) )?"
    r"(?:before|after|since|during|until|once|following|throughout|ahead of|prior to|in the"
    r" (?:\w+ )?(?:run-?up to|wake of|aftermath of|lead-?up to|weeks?|months?|days?|years?))(?![\w-])"
)
_LONGEST_TOPIC = 7  # words; what is longer is answered better as a fact, in the training half of CLAP-NQ
# "The town was sold to", "the function of the canal is": what is missing at the end is asked for.
_TO_COMPLETE = re.compile(
    r"(?:(?!that |which |who |what )[\w'’.,-]+ )+?"
    r"(?:(?:is|was|are|were|has|have|had|[a-z]+ed) (?:[\w'’.,-]+ )*"
    r"(?:to|of|as|by|in|at|from|with|for|on|into|the|an?)|is|was|are|were|known as)"
)
_BY = re.compile(r"(?P<topic>.+?) (?:by|from) (?P<who>[^,]+)")


def _by_whom(reading: Reading) -> Reading:
    """The speaker at the end of a topic: "quantum computing by the Deputy Secretary"."""
    topic = Line.of(reading.topic)
    match = _BY.fullmatch(topic.folded)
    if (
        reading.kind != "topic"
        or reading.speaker
        or match is None
        or not frames_said.is_speaker(match["who"])
    ):
        return reading
    if match["topic"].endswith("ed"):
        return reading
    return replace(
        reading,
        topic=bare(topic.part(*match.span("topic"))).shown,
        speaker=topic.part(*match.span("who")).shown,
        whole=topic.shown,
    )


def _after(aside: Line, inner: Reading) -> Reading | None:
    """A reading with what stands before it: its topic, where it has none, or a meeting, or a document."""
    about = _ON_TOPIC.fullmatch(aside.folded)
    topic = bare(aside.part(*about.span("topic"))).shown if about else ""
    if inner.kind == "fact":
        # "Concerning eels, has anybody pledged money?": what is said of eels, or a fact of them.
        of_it = (
            Reading("topic", topic)
            if inner.sought == "yes or no"
            else replace(inner, topic=f"{topic} {inner.topic}")
        )
        return replace(of_it, sure=False) if topic else None
    if topic and refers_back(inner.topic):
        return replace(inner, topic=topic)
    at = _AT.match(aside.folded)
    body, event = subject(aside.part(at.end() if at else 0))
    if inner.kind == "who" and at and body and is_body(body):
        return replace(inner, among=body)
    vague = aside.shown if _TIME.match(aside.folded) and event is None else ""
    return replace(inner, event=inner.event or event, vague=inner.vague or vague)


def read(line: Line) -> Reading:
    """Read a question without its opening courtesies and its limits."""
    aside = _ASIDE.fullmatch(line.folded)
    if aside:
        inner = read(line.part(aside.start("rest")))
        after = _after(line.part(*aside.span("aside")), inner)
        if after:
            return after
    for frame in _FRAMES:
        reading = frame(line)
        if reading is not None:
            return replace(_by_whom(reading), sure=frame not in _UNSURE)
    phrase = bare(line).shown
    # So many words are no topic but a statement to complete, or a question that has lost its question word.
    is_topic = len(phrase.split()) <= _LONGEST_TOPIC and not _TO_COMPLETE.fullmatch(phrase.casefold())
    shape = Reading("topic", phrase) if is_topic else Reading("fact", phrase, sought="thing")
    return replace(shape, sure=False)
