"""One question read by itself, without the conversation it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from math import inf

from rag import frames, languages, periods
from rag.courtesies import peeled
from rag.limits import Limited, Line, limited, subject
from rag.periods import Period
from rag.shapes import Kind, Reading, Sought, bare
from rag.shorthand import is_person, is_tag, parted, refers_back, speaker_on, spelled_out
from rag.tagging import PARTS, tagged
from rag.tails import asked_once, with_limit_inside
from rag.wording import ASKING, CLAIMING, DECIDING, DOCUMENTS, NAMING, SAYING, STANCES, VOICING

# "which city", "when was it launched": what follows a topic may be no question without it.
_ARTICLE = re.compile(r"(?<![\w'’])(?:the|an?) $", re.IGNORECASE)
_FEW_WORDS = 4
_CERTAIN = 0.85  # probability of a kind from which the trained model is believed against the grammar
# The same of a question that opens as one for a thing. Of the training half of SQuAD 2, all of which are
# questions for facts, 1 in 8 was a topic to the model at 0.85.
_CERTAIN_OF_NO_FACT = 0.97
_ASKS_AT_ONCE = re.compile(rf"(?:\w+ ){{0,2}}(?:{ASKING})", re.IGNORECASE)
_ASKS = re.compile(rf"\b(?:{ASKING})", re.IGNORECASE)
# "How many …", "When …": what these ask for is never what was said.
_PLAINLY_FACTS = ("date", "number", "place", "person", "reason")
# Without any of these nobody asks what was said; in a question that opens as one for a thing, which may hold
# "offered", "described" or "a line" and ask for no words, without any of those that are speech and no more.
_SPEAKS = re.compile(
    rf"(?<![\w'-])(?:{SAYING}|{DECIDING}|{NAMING}|{VOICING}|{STANCES}|{DOCUMENTS}s?)(?![\w-])"
)
_ONLY_SPEAKS = re.compile(
    rf"(?<![\w'-])(?:{SAYING}|{CLAIMING}|(?:pledg|vow|announc|reaffirm)(?:es?|ed|ing)|{DOCUMENTS}s?)(?![\w-])"
)
_OPEN = re.compile(r"\S+(?: \S+){0,2}|(?:who|when|where|why|how) \S+ (?:it|that|this|they|he|she)(?: .+)?")
# "How many ships did the minister say would come?": what is asked is how many would come.
_SAID_BY = re.compile(
    r"(?P<head>(?:how (?:many|much)|which|what)(?: [\w'’-]+){1,5}?|who|whom|why) (?:did|does|do|has|have) "
    rf"(?P<who>[^,]+?) (?:{CLAIMING})(?: that)? "
    r"(?P<rest>(?:[^,]+? )??(?:is|was|are|were|will|would|can|could|should|must|may|might|has|have|had"
    r"|[a-z]+ed)\s.+)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks.

    asked: as it was asked.
    searched: the question made whole; equal to ``asked``, cleaned of white space and control
        characters, when nothing had to be resolved.
    topic: the words of the topic, without limits; "" when there are none.
    speaker: as asked ("Japan's minister"); None for "they", "anyone", "the documents".
    event: the words that limit to a meeting or document ("the Rio meeting").
    sought: what a fact or who question wants to know; for a topic question only "date" or "place",
        when it asks when or where something was said.
    negated: the question, not its topic, holds a negation.
    sure: its words leave no doubt of its shape.
    """

    asked: str
    searched: str
    kind: Kind
    topic: str
    speaker: str | None = None
    period: Period | None = None
    event: str | None = None
    sought: Sought | None = None
    negated: bool = False
    sure: bool = field(default=True, compare=False)


def question(text: str, newest: str | None = None, speakers: Collection[str] = ()) -> Question:
    """Read one clean question.

    newest: ISO date that "last year" is relative to. speakers: whom the collection knows to speak.
    """
    foreign = languages.read(text)
    if foreign is not None:
        cut = limited(foreign.line, newest)
        reading = foreign.reading(cut.line)
        return _question(text, reading, cut)
    line = asked_once(with_limit_inside(spelled_out(Line.of(text).part(0))))
    framed = _headed(text, line, newest, speakers) or _plain(text, line, newest, speakers)
    return framed if framed.sure else by_tags(framed, newest)


def _plain(text: str, line: Line, newest: str | None, speakers: Collection[str]) -> Question:
    cut = limited(peeled(line), newest)
    plain = peeled(cut.line)
    known = speaker_on(plain, speakers)
    if known:
        return _question(text, Reading("topic", known[1].shown, known[0].shown), cut)
    if is_person(plain, speakers):
        return _question(text, Reading("topic", "", plain.shown), cut)
    claimed = _SAID_BY.fullmatch(plain.folded.rstrip("?")) if cut.speaker is None else None
    if claimed:
        speaker, event = subject(plain.part(*claimed.span("who")))
        cut = replace(cut, speaker=speaker, event=cut.event or event)
        plain = plain.without(claimed.end("head"), claimed.start("rest"))
    return _question(text, frames.read(plain), cut)


def _headed(text: str, line: Line, newest: str | None, speakers: Collection[str]) -> Question | None:
    """ "Cod quotas - what's been said?", "Kerry: anything?": what is asked stands after its topic."""
    for parts in parted(peeled(line), speakers):
        about = limited(parts.head, newest)
        if not about.line.folded:
            continue
        if is_tag(parts.tail):
            asked = Question(text, text, "topic", "")
        else:
            asked = _plain(text, parts.tail, newest, speakers)
        head = about.line.shown
        asked = replace(asked, period=asked.period or about.period, event=asked.event or about.event)
        if asked.kind == "topic" and refers_back(asked.topic):
            if asked.speaker is None and is_person(about.line, speakers):
                return replace(asked, speaker=head)
            return replace(asked, topic=head)
        if asked.kind == "fact" and _OPEN.fullmatch(parts.tail.folded):
            return replace(asked, topic=f"{head} {asked.topic}".strip())
    return None


def _question(text: str, reading: Reading, cut: Limited) -> Question:
    return Question(
        asked=text,
        searched=text,
        kind=reading.kind,
        topic=reading.topic,
        speaker=reading.speaker or cut.speaker,
        period=cut.period,
        event=cut.event or reading.event,
        sought=reading.sought,
        negated=reading.negated,
        sure=reading.sure,
    )


def by_tags(framed: Question, newest: str | None) -> Question:
    """A question whose shape no frame is sure of, as the trained model reads it."""
    found = tagged(framed.searched) if " " in framed.searched else None
    if found is None:
        return framed
    if found.kind == "fact" and framed.kind == "fact":
        better = framed.sought == "thing" and found.sought != "number"
        return replace(framed, sought=found.sought) if better else framed
    said = found.speaker is not None or found.event is not None
    # "What marsh covers six parishes?", "war on drugs"
    of_fact = framed.kind == "fact" and framed.sought != "yes or no" and found.kind == "topic"
    short = framed.kind == "topic" and len(framed.topic.split()) <= _FEW_WORDS
    if not said and (of_fact or short):
        return framed
    if found.certainty < _needed(framed, found.kind):
        return framed
    parts = {
        name: Line.of(framed.searched[_article_before(framed.searched, span.start) : span.end])
        for name in PARTS
        if (span := getattr(found, name)) is not None
    }
    speaker, event = subject(parts["speaker"]) if "speaker" in parts else (None, None)
    if "event" in parts:
        event = parts["event"].shown
    topic = bare(parts["topic"]).shown if "topic" in parts else ""
    if not any(map(str.isalnum, topic)) and (framed.topic or not (speaker or event)):
        return framed
    return replace(
        framed,
        kind=found.kind,
        topic=topic,
        speaker=speaker if found.kind == "topic" else framed.speaker,
        period=_period(parts.get("period"), newest) or _outside(framed.period, topic),
        event=event or framed.event,
        sought=found.sought,
    )


def _needed(framed: Question, kind: Kind) -> float:
    """The probability of a kind from which the trained model is believed against the frames."""
    if framed.kind != "fact" or kind == "fact":
        return _CERTAIN
    at_once = _ASKS_AT_ONCE.match(framed.searched)
    plainly = ("person",) if kind == "who" else _PLAINLY_FACTS if at_once else ()
    for_thing = kind == "topic" and framed.sought == "thing"
    # "My editor wants to know where she comes down on it": what is asked stands further in.
    is_inside = not at_once and _ASKS.search(framed.searched)
    speaks = (_ONLY_SPEAKS if for_thing and not is_inside else _SPEAKS).search(framed.searched)
    if framed.sought in plainly or (kind == "topic" and not speaks):
        return inf
    return _CERTAIN_OF_NO_FACT if for_thing and at_once else _CERTAIN


def _article_before(text: str, start: int) -> int:
    """Where a part begins with the article that stands directly before it."""
    article = _ARTICLE.search(text[:start])
    return article.start() if article else start


def _period(words: Line | None, newest: str | None) -> Period | None:
    dated = [one for one in periods.mentions(words.folded, newest) if one.period] if words else []
    return replace(dated[0].period, words=words.shown) if words and dated and dated[0].period else None


def _outside(period: Period | None, topic: str) -> Period | None:
    """A limit that frames have found, unless it is part of the topic."""
    return None if period is None or period.words in topic else period
