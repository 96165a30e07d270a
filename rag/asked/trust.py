"""When the trained reader of questions is believed, and when the grammar is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from index.documents import Span
from index.words import stems
from rag.asked import periods, torn
from rag.asked.limits import Line, subject
from rag.asked.periods import Period
from rag.asked.sense import Question
from rag.asked.shapes import ASKS_FOR, bare, both, thing_called
from rag.asked.shorthand import refers_back
from rag.asked.tagging import PARTS, Grammar, Tagged, tagged
from rag.asked.wording import ASKING, AUXILIARY, QUOTED, SURELY_ABOUT, VOICING, folded
from rag.dates import MONTH

# "which city", "when was it launched": what follows a topic may be no question without it.
_ARTICLE = re.compile(r"(?<![\w'’])(?:the|an?) $", re.IGNORECASE)
_OF_VOTES = re.compile(r"(?:what|how) .*\b(?:votes?|motions?|ballots?) (?:on|for|against|to)\b")
_FEW_WORDS = 4
_SHORT, _SHORT_TOPIC = 8, 3  # words of a question and of its topic
_CERTAIN = 0.85  # probability of a kind from which the trained model is believed against the grammar
_LIKELY = 0.6  # the same of who said something, against a fact about a person
_ALL_BUT_CERTAIN = 0.95  # the same of who said what, against a topic
_BEYOND_DOUBT = 0.99  # the same against a frame that is sure
_CERTAIN_OF_PARTS = 0.8  # of all parts together, from which it is believed where a frame is sure, too
_CERTAIN_OF_LIMITS = 0.9  # the same where its parts limit what is asked, or are of another kind
_HALF_SURE, _FAR_AHEAD = 0.5, 7.5  # of all parts, where they are 1,800 times likelier than the frame's
_BEYOND_REACH = 12.0  # the same of parts that only leave out words of a topic
_LIKELY_PARTS, _TORN = 0.6, 0.1  # of all parts: they may do without a topic; they are none
# "Are dearer loans squeezing tenants?": what a thing does is asked of whoever speaks of it; but "Is she
# worried about the funding gap?" tells of nothing that is done.
_DOES = re.compile(
    r"(?:is|are|was|were) [^,]+?(?<!\bthe)(?<!\ban)(?<!\ba)(?<!\babout)(?<!\bof)(?<!\bon)(?<!\bover)(?<!\bby)"
    r"(?<!\bwith)(?<!\bfor)(?<!\bto)(?<!\bat)(?<!\bin)"
    rf" (?!(?:{VOICING}|planning|considering|trying|hoping|going|aiming|preparing"
    r"|seeking|pushing|doing|taking|getting|offering|making|giving|willing|during|being)(?![\w-]))"
    r"[a-z]{2,}ing .+"
    r"|(?:is|are|was|were) [^,]+? (?:blamed|accused|praised|thanked|credited|criticised|criticized)"
    r" (?:for|of|with) .+"
)
_TELLS = re.compile(r"(?:so|i|we|apparently|supposedly|they say|people say)(?![\w-])")
# "agreed with | about lithium", "| was warned about it": whom others spoke with, or told.
_NOT_SPEAKING = re.compile(
    r"(?:agreed|discussed|settled|signed|negotiated|arranged|shared|raised|talks|talking|deal|deals) with \|"
    r"|\| (?:(?:has|have|had|ever|also) )*(?:was|were|been|being|is|are) (?:\w+ly )?(?:told|warned|informed"
    r"|briefed|alerted|notified|reminded|advised) (?:about|of|on|that)"
)
# "anything promised to | tenants about lifts"
_TO_WHOM = re.compile(r"(?<![\w-])(?:to|with|before|tell|tells|told|telling|warn|warned)(?: the)? $")
_WHAT_OF = re.compile(rf"[^,]+? {SURELY_ABOUT} ")
_WHOM = re.compile(rf"(?:and |so |but )?(?:who(?:'d| (?:do|does|did))|whom(?: (?:{AUXILIARY})))(?![\w']) ")
# What somebody is told to do he need not say himself.
_TOLD_TO = re.compile(r"(?<![\w-])(?:told|asked|urged|advised|ordered|instructed|required) to(?![\w-])")


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


def by_tags(framed: Question, newest: str | None) -> Question:
    """A question as the trained model reads it, where that is to be believed against the frames."""
    found = tagged(framed.searched, grammar_of(framed)) if " " in framed.searched else None
    if found is not None and _is_topic_after_all(framed, found):
        return replace(framed, kind="topic", sought=None)
    if found is None or _is_unsure(framed, found) or _is_plain(framed, found) or _owns_all(framed, found):
        return framed
    return _believed(framed, found, newest)


def _believed(framed: Question, found: Tagged, newest: str | None) -> Question:
    when = _words(framed, found.period) if found.period else ""
    if framed.sure and when and when in framed.topic and _joins(framed, found):
        return framed  # of what is joined each is looked for where it is told of "after the strike"
    found = torn.whole_event(framed.searched, found)
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


def is_short(framed: Question) -> bool:
    """ "What did they say about Taiwan?": there is nothing to be read in it but what a sure frame has found,
    and the model takes a third of the time that such a question is answered in."""
    plain = framed.sure and framed.kind == "topic" and framed.topic and "," not in framed.searched
    if not plain or len(framed.searched.split()) > _SHORT or len(framed.topic.split()) > _SHORT_TOPIC:
        return False
    return framed.searched.rstrip(" ?.!").endswith(framed.topic)


def _is_topic_after_all(framed: Question, found: Tagged) -> bool:
    """Is no fact asked for, whatever the parts are? "The Council on Sports, Fitness, and Nutrition"."""
    phrase = folded(framed.topic).startswith("the ") and framed.topic == framed.searched.rstrip(" .?!")
    unsure = not framed.sure and framed.sought == "thing" and found.parted < _HALF_SURE
    return phrase and unsure and found.kind == "topic" and found.certainty >= _ALL_BUT_CERTAIN


def _owns_all(framed: Question, found: Tagged) -> bool:
    """Is whom the model takes for a speaker only whose the topic is? "Norland's coal exports"."""
    if framed.kind != "topic" or found.kind != "topic" or not (found.speaker and found.topic):
        return False
    text = framed.searched.rstrip(" .?!")
    between = text[found.speaker.end : found.topic.start]
    all_of_it = framed.topic == text and not text[: found.speaker.start] and found.topic.end == len(text)
    return all_of_it and between.strip() in ("'s", "’s", "'", "’")


def _is_unsure(framed: Question, found: Tagged) -> bool:
    """Is the model too unsure of what it reads to be believed against the grammar?"""
    if found.parted < _TORN:
        return True
    if found.kind != framed.kind:
        who_says_what = framed.kind == "topic" and found.kind == "who"
        certain = _BEYOND_DOUBT if framed.sure else _ALL_BUT_CERTAIN if who_says_what else _CERTAIN
        if framed.sought == found.sought == "person" and not framed.sure:
            certain = _LIKELY  # "Who opposed it?": whoever did so said so
        if framed.sought == "thing" and not framed.sure and _TELLS.match(folded(framed.searched)):
            certain = _LIKELY  # what is told wants no fact
        if found.certainty < certain or (framed.sure and who_says_what):
            return True
    if not framed.sure:
        return False
    # Whose words are asked for limits the answer.
    limits = found.kind != framed.kind or (found.speaker and not framed.speaker)
    if found.parted >= (_CERTAIN_OF_LIMITS if limits else _CERTAIN_OF_PARTS):
        return False
    # "Bell's pledge to cut fares" may be nobody's words.
    who = _words(framed, found.speaker) if found.speaker else ""
    splits = bool(who) and ((not framed.speaker and who in framed.topic) or who == framed.event)
    ahead = found.parted >= _HALF_SURE and found.ahead >= _FAR_AHEAD
    return found.kind != framed.kind or splits or not ahead or _is_quoted(framed.searched, found)


def _is_quoted(text: str, found: Tagged) -> bool:
    """Does a limit stand in quotation marks, where there is none?"""
    limits = [span for span in (found.speaker, found.period, found.event) if span]
    return any(span.overlaps(Span(*quoted.span())) for quoted in QUOTED.finditer(text) for span in limits)


def _of_parts(framed: Question, found: Tagged, spans: Mapping[str, Span], newest: str | None) -> Question:
    parts = {
        name: Line.of(framed.searched[_article_before(framed.searched, span.start) : span.end])
        for name, span in spans.items()
    }
    speaker, event = _speaker_and_event(framed, parts, spans)
    topic = _topic(framed, found, parts, spans)
    when = _dated_only(event, newest)
    if event and event == framed.event and topic in event:
        topic = ""  # "In the hearing on lead pipes, what did the engineer say?"
    if framed.sought == "yes or no" and _DOES.match(folded(framed.searched)):
        topic, speaker = framed.topic, None
    if framed.event and not framed.topic and topic == framed.event:
        return framed  # "What did they talk about in Oslo?"
    lost = framed.topic and (framed.sure or found.parted < _LIKELY_PARTS or refers_back(framed.topic))
    if not any(map(str.isalnum, topic)) and (lost or not (speaker or event)):
        return framed
    return replace(
        framed,
        kind=found.kind,
        topic=topic,
        speaker=speaker if found.kind == "topic" else framed.speaker,
        among=(speaker if found.kind == "who" else None) or framed.among,
        vague=_vague(parts.get("period"), newest) or framed.vague,
        period=_longer(framed.period, _period(parts.get("period"), newest))
        or when
        or _outside(framed.period, topic),
        event=(None if when else event) or _unread(framed.event, speaker, topic),
        sought=framed.sought if found.kind == framed.kind == "topic" else found.sought,
        whole=framed.whole or (both(speaker, topic) if speaker and topic and not framed.speaker else ""),
    )


def _speaker_and_event(
    framed: Question, parts: Mapping[str, Line], spans: Mapping[str, Span]
) -> tuple[str | None, str | None]:
    speaker, event = subject(parts["speaker"]) if "speaker" in parts else (None, None)
    if "event" in parts and stems(parts["event"].shown):
        event = parts["event"].shown
        # Of two meetings frames know both.
        event = framed.event if framed.event and event in framed.event else event
    if (
        speaker
        and not framed.speaker
        and _NOT_SPEAKING.search(_around(framed.searched, spans.get("speaker")))
    ):
        speaker = None
    if framed.event and speaker and re.match(rf"{re.escape(speaker)}['’]s? ", framed.event):
        speaker = None  # "the author's afterword"
    return speaker, event


def _topic(framed: Question, found: Tagged, parts: Mapping[str, Line], spans: Mapping[str, Span]) -> str:
    if "topic" not in parts:
        return ""
    about, before = bare(parts["topic"]), folded(framed.searched[: spans["topic"].start])
    told = _WHAT_OF.match(about.folded) if _TO_WHOM.search(before) else None
    about = about.part(told.end()) if told else about
    return (thing_called(about, before) if found.kind == "topic" else about).shown


def _around(text: str, speaker: Span | None) -> str:
    """The words around whom the model takes for a speaker, who stands between them as "|"."""
    return folded(f"{text[: speaker.start]}|{text[speaker.end :]}") if speaker else ""


def _unread(event: str | None, *parts: str | None) -> str | None:
    """An occasion that frames have found, unless another part of the question stands in it."""
    return None if event is None or any(part and part in event for part in parts) else event


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
    topic, kept = folded(framed.topic), folded(_words(framed, found.topic))
    if kept not in topic:
        return False
    before, _, after = topic.partition(kept)
    if re.search(r" (?:and|or) ", after) or re.search(r" or ", before):
        return True  # "trams, the lighthouse or tickets", "open to talks or trade with Norland"
    if kept == topic.split(",")[0] or found.ahead >= _BEYOND_REACH:
        return False  # "inspections, preferably direct quotes"
    others = [_words(framed, span) for part in PARTS if part != "topic" and (span := getattr(found, part))]
    elsewhere = {*topic.split()} - {*kept.split()} <= {*folded(" ".join(others)).split()}
    return not elsewhere and not any(one in framed.topic for one in others)


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
    asks = len(framed.searched.split()) > _FEW_WORDS or ASKS_FOR.match(framed.searched)
    nobody = found.speaker is None or framed.searched[found.speaker.start].islower()
    return nobody and not (found.kind == "topic" and asks)


def _article_before(text: str, start: int) -> int:
    """Where a part begins with the article that stands directly before it."""
    article = _ARTICLE.search(text[:start])
    return article.start() if article else start


def _period(words: Line | None, newest: str | None) -> Period | None:
    dated = [one for one in periods.mentions(words.folded, newest) if one.period] if words else []
    return replace(dated[0].period, words=words.shown) if words and dated and dated[0].period else None


def _dated_only(event: str | None, newest: str | None) -> Period | None:
    """The period that stands where an occasion should: "the January 2022 | nominees"."""
    date = re.fullmatch(rf"(?:the )?(?P<date>(?:(?i:{MONTH}) )?(?:1[89]|20)\d\d)", event or "")
    return _period(Line.of(f"in {date['date']}"), newest) if date else None


def _vague(words: Line | None, newest: str | None) -> str:
    """The words of a time that no date tells."""
    undated = words is not None and _period(words, newest) is None
    return words.shown if words and undated and not periods.limits_nothing(words.folded) else ""


def _longer(framed: Period | None, found: Period | None) -> Period | None:
    """ "2019 to date" is more than the "2019" that is found in it."""
    return framed if framed and found and found.words in framed.words else found


def _outside(period: Period | None, topic: str) -> Period | None:
    """A limit that frames have found, unless it is part of the topic."""
    return None if period is None or period.words in topic else period
