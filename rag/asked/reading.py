"""One question read by itself, without the conversation it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from index.documents import Span
from rag.abroad import languages
from rag.asked import frames, frames_wanted, periods, torn
from rag.asked.courtesies import peeled
from rag.asked.limits import Limited, Line, limited, subject
from rag.asked.periods import Period
from rag.asked.shapes import DONE_TO_IT, Kind, Reading, Sought, bare, both
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
from rag.asked.tagging import PARTS, Grammar, Tagged, tagged
from rag.asked.tails import asked_once, with_limit_inside
from rag.asked.wording import ASKING, AUXILIARY, CLAIMING, VOICING, folded

# "which city", "when was it launched": what follows a topic may be no question without it.
_ARTICLE = re.compile(r"(?<![\w'’])(?:the|an?) $", re.IGNORECASE)
_OWN = re.compile(r"(?:its|their|his|her) own ", re.IGNORECASE)
_OF_VOTES = re.compile(r"(?:what|how) .*\b(?:votes?|motions?|ballots?) (?:on|for|against|to)\b")
_ASKS_FOR = re.compile(
    r"(?:i )?(?:need|want|give|show|get|got|find|pull|looking|wat|wot)(?![\w-])", re.IGNORECASE
)
_FEW_WORDS = 4
_SHORT, _SHORT_TOPIC = 8, 3  # words of a question and of its topic
_CERTAIN = 0.85  # probability of a kind from which the trained model is believed against the grammar
_LIKELY = 0.6  # the same of who said something, against a fact about a person
_ALL_BUT_CERTAIN = 0.95  # the same of who said what, against a topic
_BEYOND_DOUBT = 0.99  # the same against a frame that is sure
_CERTAIN_OF_PARTS = 0.8  # of all parts together, from which it is believed where a frame is sure, too
_CERTAIN_OF_LIMITS = 0.9  # the same where its parts limit what is asked, or are of another kind
_LIKELY_PARTS, _TORN = 0.6, 0.1  # of all parts: they may do without a topic; they are none
# What the sides of a quarrel may say differently; a number, a date or a place is a fact all the same.
_CONTESTED: frozenset[Sought] = frozenset(("person", "reason", "yes or no", "thing"))
_PLAIN_FACTS: frozenset[Sought] = frozenset(("number", "date", "place"))
# "The toll: what does it cost?", but "The part on tolls, where is it?" only asks for the part.
_OF_IT = re.compile(r"(?:\S+ ){2,}?(?:it|its|that|this|they|their|them|those|these|he|his|she|her|him) \S.*")
# "A rower once fell in. Who was it?": a person, in whatever words it is told.
_WHO_WAS_IT = re.compile(r".+[.!;–—-] (?:and )?who was (?:it|that|this|he|she)[\s?.!]*")
_OVER_WHAT = re.compile(r"(?:,| and| but)+ (?:over|about|for|on) what(?: exactly)?[\s?.!]*$")
# "Are dearer loans squeezing tenants?": what a thing does is asked of whoever speaks of it.
_DOES = re.compile(
    rf"(?:is|are|was|were) [^,]+? (?!(?:{VOICING}|planning|considering|trying|hoping|going|aiming|preparing"
    r"|seeking|pushing|doing|taking|getting|offering|making|giving|willing|during|being)(?![\w-]))"
    r"[a-z]{2,}ing .+"
)
_WHOM = re.compile(rf"(?:and |so |but )?(?:who(?:'d| (?:do|does|did))|whom(?: (?:{AUXILIARY})))(?![\w']) ")
# What somebody is told to do he need not say himself.
_TOLD_TO = re.compile(r"(?<![\w-])(?:told|asked|urged|advised|ordered|instructed|required) to(?![\w-])")
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
        when it asks when or where something was said, or "change", whether a stance on it is another.
    negated: the question, not its topic, holds a negation.
    sure: its words leave no doubt of its shape.
    whole: what it is about with whom it takes for a speaker, where it may be none, or others may tell what
        he does; otherwise "".
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
    whole: str = field(default="", compare=False)


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
    return framed if _is_short(framed) else by_tags(framed, newest)


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


def grammar_of(framed: Question) -> Grammar:
    """What the trained model is told of a question that frames have read."""
    words = {
        "topic": framed.topic,
        "speaker": framed.speaker,
        "period": framed.period.words if framed.period else None,
        "event": framed.event,
    }
    parts = tuple((name, part) for name, part in words.items() if part)
    return Grammar(framed.kind, framed.sought if framed.kind == "fact" else None, parts, framed.sure)


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
        asked = replace(asked, period=asked.period or about.period, event=asked.event or about.event)
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


def _question(text: str, reading: Reading, cut: Limited) -> Question:
    event = cut.event or reading.event
    reading = frames_wanted.of_camp(reading)
    # "need whatever got said": what the grammar takes for a speaker is none.
    speaks = reading.speaker is None or not _ASKS_FOR.match(reading.speaker)
    return Question(
        asked=text,
        searched=text,
        kind=reading.kind,
        topic=reading.topic,
        speaker=(reading.speaker if speaks else None) or cut.speaker,
        period=cut.period,
        # "according to its own statement": whose words are asked for says as much.
        event=None if event and _OWN.match(event) else event,
        sought=reading.sought,
        negated=reading.negated,
        sure=reading.sure and speaks,
        whole=reading.whole,
    )


def by_tags(framed: Question, newest: str | None) -> Question:
    """A question as the trained model reads it, where that is to be believed against the frames."""
    found = tagged(framed.searched, grammar_of(framed)) if " " in framed.searched else None
    if found is None or _is_unsure(framed, found) or _is_plain(framed, found):
        return framed
    when = _words(framed, found.period) if found.period else ""
    if framed.sure and when and when in framed.topic and _joins(framed, found):
        return framed  # of what is joined each is looked for where it is told of "after the strike"
    if found.kind == "topic" and framed.speaker is None:
        found = torn.mended(framed.searched, found)
    if found.kind == "fact":
        plain = framed.kind == "fact" and framed.sought != "thing"
        return replace(framed, kind="fact", sought=framed.sought if plain else found.sought)
    unsure = found.event is None and found.parted < _CERTAIN_OF_PARTS
    if framed.kind == "topic" and unsure and _stands(framed, found):
        return framed
    spans = {name: span for name in PARTS if (span := getattr(found, name)) is not None}
    if found.kind == "topic" and torn.tears(framed.searched, spans.values()):
        written = {name: framed.searched[span.start : span.end] for name, span in spans.items()}
        speaker, topic = torn.rejoined(framed.topic, written.get("speaker", ""), written.get("topic", ""))
        return replace(framed, kind="topic", sought=None, speaker=speaker or framed.speaker, topic=topic)
    return _of_parts(framed, found, spans, newest)


def _is_short(framed: Question) -> bool:
    """ "What did they say about Taiwan?": there is nothing to be read in it but what a sure frame has found,
    and the model takes a third of the time that such a question is answered in."""
    plain = framed.sure and framed.kind == "topic" and framed.topic and "," not in framed.searched
    if not plain or len(framed.searched.split()) > _SHORT or len(framed.topic.split()) > _SHORT_TOPIC:
        return False
    return framed.searched.rstrip(" ?.!").endswith(framed.topic)


def _is_unsure(framed: Question, found: Tagged) -> bool:
    """Is the model too unsure of what it reads to be believed against the grammar?"""
    if found.parted < _TORN:
        return True
    if found.kind != framed.kind:
        who_says_what = framed.kind == "topic" and found.kind == "who"
        certain = _BEYOND_DOUBT if framed.sure else _ALL_BUT_CERTAIN if who_says_what else _CERTAIN
        if framed.sought == found.sought == "person" and not framed.sure:
            certain = _LIKELY  # "Who opposed it?": whoever did so said so
        if found.certainty < certain or (framed.sure and who_says_what):
            return True
    # Whose words are asked for limits the answer.
    limits = found.kind != framed.kind or (found.speaker and not framed.speaker)
    return framed.sure and found.parted < (_CERTAIN_OF_LIMITS if limits else _CERTAIN_OF_PARTS)


def _of_parts(framed: Question, found: Tagged, spans: Mapping[str, Span], newest: str | None) -> Question:
    parts = {
        name: Line.of(framed.searched[_article_before(framed.searched, span.start) : span.end])
        for name, span in spans.items()
    }
    speaker, event = subject(parts["speaker"]) if "speaker" in parts else (None, None)
    if "event" in parts and any(map(str.isalpha, parts["event"].shown)):
        event = parts["event"].shown
        # Of two meetings frames know both.
        event = framed.event if framed.event and event in framed.event else event
    topic = bare(parts["topic"]).shown if "topic" in parts else ""
    if framed.sought == "yes or no" and _DOES.match(folded(framed.searched)):
        topic, speaker = framed.topic, None
    lost = framed.topic and (framed.sure or found.parted < _LIKELY_PARTS or refers_back(framed.topic))
    if not any(map(str.isalnum, topic)) and (lost or not (speaker or event)):
        return framed
    return replace(
        framed,
        kind=found.kind,
        topic=topic,
        speaker=speaker if found.kind == "topic" else framed.speaker,
        period=_period(parts.get("period"), newest) or _outside(framed.period, topic),
        event=event or framed.event,
        sought=framed.sought if found.kind == framed.kind == "topic" else found.sought,
        whole=framed.whole or (both(speaker, topic) if speaker and not framed.speaker else ""),
    )


def _is_plain(framed: Question, found: Tagged) -> bool:
    """Is the grammar to be believed whatever the model is sure of?"""
    text = folded(framed.searched)
    if framed.sure and (_TOLD_TO.search(text) or _names_speaker(framed, found) or _only_cuts(framed, found)):
        return True
    if found.kind == "who":  # "Who do they blame for it?" asks for no speaker
        return _WHOM.match(text) is not None
    if found.kind == "fact":  # "songs the miller sang"
        return framed.kind == "topic" and found.sought == "thing"
    if _OF_VOTES.match(text):
        return framed.kind == "fact"
    return framed.sought == "number" and not re.match(ASKING, text)  # "Apex revenue 2023"


def _names_speaker(framed: Question, found: Tagged) -> bool:
    """Does the model take for a document whose words are asked for? "What did the Daily
    Bulletin say?" asks for its words."""
    return bool(framed.speaker and found.event and _words(framed, found.event) in framed.speaker)


def _only_cuts(framed: Question, found: Tagged) -> bool:
    """Does the model only leave out words of the topic, which it takes for no other part? "Norland and Peru
    working together" is not whatever is said of Norland."""
    if found.kind != framed.kind or found.topic is None:
        return False
    if folded(_words(framed, found.topic)) not in folded(framed.topic):
        return False
    others = [getattr(found, part) for part in PARTS if part != "topic"]
    if _words(framed, found.topic) == framed.topic.split(",")[0]:
        return False  # "inspections, preferably direct quotes"
    return not any(span and _words(framed, span) in framed.topic for span in others)


def _joins(framed: Question, found: Tagged) -> bool:
    return found.topic is not None and " and " in _words(framed, found.topic)


def _words(framed: Question, span: Span) -> str:
    return framed.searched[span.start : span.end]


def _stands(framed: Question, found: Tagged) -> bool:
    """Are a few words a topic as they stand? "war on drugs", "Lima, Peru and Chile"; not "Kerry on Chile"."""
    if len(framed.topic.split()) > _FEW_WORDS:
        return False
    if "," in framed.topic:
        return True
    # "I need the lines on Chile" has more words than its topic has.
    asks = len(framed.searched.split()) > _FEW_WORDS or _ASKS_FOR.match(framed.searched)
    nobody = found.speaker is None or framed.searched[found.speaker.start].islower()
    return nobody and not (found.kind == "topic" and asks)


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
