"""One question read by itself, without the conversation it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from rag.abroad import languages
from rag.asked import frames, frames_wanted, frames_who
from rag.asked.courtesies import peeled
from rag.asked.limits import Limited, Line, is_body, limited, subject
from rag.asked.sense import Question
from rag.asked.shapes import ASKS_FOR, DONE_TO_IT, Reading, Sought, both
from rag.asked.shorthand import (
    asks_whose_words,
    is_known,
    is_person,
    is_tag,
    parted,
    refers_back,
    speaker_on,
    spelled_out,
)
from rag.asked.sides import asked_of_each, asks_of_head
from rag.asked.tails import asked_once, with_limit_inside
from rag.asked.trust import by_tags, is_short
from rag.asked.wording import CLAIMING, QUOTED

_OWN = re.compile(r"(?:its|their|his|her) own ", re.IGNORECASE)
# What the sides of a quarrel may say differently; a number, a date or a place is a fact all the same.
_CONTESTED: frozenset[Sought] = frozenset(("person", "reason", "yes or no", "thing"))
_PLAIN_FACTS: frozenset[Sought] = frozenset(("number", "date", "place"))
# "The toll: what does it cost?", but "The part on tolls, where is it?" only asks for the part.
_OF_IT = re.compile(r"(?:\S+ ){2,}?(?:it|its|that|this|they|their|them|those|these|he|his|she|her|him) \S.*")
# "A rower once fell in. Who was it?": a person, in whatever words it is told.
_WHO_WAS_IT = re.compile(r".+[.!;–—-] (?:and )?who was (?:it|that|this|he|she)[\s?.!]*")
_OVER_WHAT = re.compile(r"(?:,| and| but)+ (?:over|about|for|on) what(?: exactly)?[\s?.!]*$")
_OPEN = re.compile(r"\S+(?: \S+){0,2}|(?:who|when|where|why|how) \S+ (?:it|that|this|they|he|she)(?: .+)?")
# "How many ships did the minister say would come?": what is asked is how many would come.
_CLAIMS = rf"(?:did|does|do|has|have) (?P<who>[^,]+?) (?:{CLAIMING})(?: that)? "
_SAID_BY = (
    re.compile(
        rf"(?P<head>(?:how (?:many|much)|which|what)(?: [\w'’-]+){{1,5}}?|who|whom|why) {_CLAIMS}"
        r"(?P<rest>(?:[^,]+? )??(?:is|was|are|were|will|would|can|could|should|must|may|might|has|have|had"
        r"|[a-z]+ed)\s.+)"
    ),
    # "When did Bell say the pier would reopen?", "Where does he say they have gone?"; but "When did she say
    # that the pier was unsafe?" asks when she said it.
    re.compile(
        rf"(?P<head>where|when) {_CLAIMS}(?P<rest>[^,]+? (?:will|would|(?:is|are|was|were) going to) .+)"
    ),
    re.compile(
        rf"(?P<head>where) {_CLAIMS}(?P<rest>[^,]+? (?:is|was|are|were|has|have|had)"
        r"(?: (?:been |being )?(?:[a-z]+ed|[a-z]+en|gone|built|held|made|found|sent|kept|put|sold|born|come)"
        r"(?: .+)?)?)"
    ),
)


def question(text: str, newest: str | None = None, speakers: Collection[str] = ()) -> Question:
    """Read one clean question.

    newest: ISO date that "last year" is relative to. speakers: whom the collection knows to speak.
    """
    foreign = languages.read(text)
    if foreign is not None:
        cut = limited(foreign.line, newest)
        reading = foreign.reading(cut.line)
        return _question(text, reading, cut)
    framed = by_grammar(text, newest, speakers)
    read = framed if is_short(framed) else by_tags(framed, newest)
    if read.kind != "who":
        return read
    body = read.event if read.event and is_body(read.event) else None
    among = read.among or body or frames_who.group_in(Line.of(text))
    return replace(read, among=among, event=None if body else read.event)


def by_grammar(text: str, newest: str | None = None, speakers: Collection[str] = ()) -> Question:
    """An English question as frames read it, which are sure of some."""
    whole = with_limit_inside(spelled_out(Line.of(text).part(0)))
    line, each = asked_of_each(asked_once(whole))
    asked = _headed(text, line, newest, speakers) or _plain(text, line, newest, speakers)
    if (each and asked.sought in _CONTESTED) or (asked.kind == "who" and _OVER_WHAT.search(whole.folded)):
        # "Who owns the reef, depending on whom you ask?": what each of them says about it is asked.
        return replace(asked, kind="topic", sought=None, sure=True)
    if asked.kind == "topic" and DONE_TO_IT.fullmatch(line.folded):
        return replace(asked, sure=True)
    if asked.kind == "topic" and _WHO_WAS_IT.fullmatch(whole.folded):
        return replace(asked, kind="who", sought="person", speaker=None)
    return asked


def _plain(text: str, line: Line, newest: str | None, speakers: Collection[str]) -> Question:
    cut = limited(peeled(line), newest)
    plain = peeled(cut.line)
    known = speaker_on(plain, speakers)
    if known:
        who, about = (part.shown for part in known)
        # "Malta on fire": a government may be meant, or the place.
        whole = "" if is_known(who, speakers) else plain.shown
        return _question(text, Reading("topic", about, who, whole=whole), cut)
    if is_person(plain, speakers):
        return _question(text, Reading("topic", "", plain.shown), cut)
    matches = (pattern.fullmatch(plain.folded.rstrip("?")) for pattern in _SAID_BY)
    claimed = next(filter(None, matches), None) if cut.speaker is None else None
    if claimed:
        speaker, event = subject(plain.part(*claimed.span("who")))
        cut = replace(cut, speaker=speaker, event=cut.event or event)
        plain = plain.without(claimed.end("head"), claimed.start("rest"))
    reading = frames.read(plain)
    if claimed and reading.kind == "fact" and reading.sought in _PLAIN_FACTS:
        reading = replace(reading, sure=True)
    return _question(text, reading, cut)


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
        asked = replace(
            asked,
            period=asked.period or about.period,
            vague=asked.vague or about.vague,
            event=asked.event or about.event,
        )
        if asked.kind != "fact" and refers_back(asked.topic):
            owned = asks_whose_words(about.line, parts.tail) or is_person(about.line, speakers)
            if asked.kind == "topic" and asked.speaker is None and owned:
                return replace(asked, speaker=head)
            return replace(asked, topic=head, whole=both(asked.speaker, head) if asked.whole else "")
        _, event = subject(about.line)
        if event and asked.kind == "topic" and asked.topic:
            return replace(asked, event=asked.event or event)
        of_head = parts.mark != "," and asks_of_head(parts.tail)
        if of_head and (asked.kind == "topic" or asked.sought in _CONTESTED):
            return replace(asked, kind="topic", sought=None, topic=head, sure=True)
        of_it = asked.sought in _PLAIN_FACTS and _OF_IT.fullmatch(parts.tail.folded) is not None
        if asked.kind == "fact" and (of_it or _OPEN.fullmatch(parts.tail.folded)):
            return replace(asked, topic=f"{head} {asked.topic}".strip(), sure=asked.sure or of_it)
    return None


def _of_words(reading: Reading) -> Reading:
    """ "What does “fair share” refer to?" asks about words: they say nothing."""
    if reading.speaker and QUOTED.fullmatch(reading.speaker):
        return replace(reading, topic=reading.topic or reading.speaker[1:-1], speaker=None)
    return reading


def _question(text: str, reading: Reading, cut: Limited) -> Question:
    event = cut.event or reading.event
    reading = _of_words(frames_wanted.of_camp(reading))
    # "need whatever got said": what the grammar takes for a speaker is none.
    speaks = reading.speaker is None or not ASKS_FOR.match(reading.speaker)
    return Question(
        asked=text,
        searched=text,
        kind=reading.kind,
        topic=reading.topic,
        speaker=(reading.speaker if speaks else None) or cut.speaker,
        period=cut.period,
        vague=cut.vague or reading.vague,
        among=reading.among,
        # "according to its own statement": whose words are asked for says as much.
        event=None if event and _OWN.match(event) else event,
        sought=reading.sought,
        negated=reading.negated,
        sure=reading.sure and speaks,
        whole=reading.whole,
    )
