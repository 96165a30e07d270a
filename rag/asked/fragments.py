"""Part of a question that replaces its like in the last one: "and about Syria in 2012?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked.courtesies import peeled
from rag.asked.limits import Line, limited, subject
from rag.asked.matters import matter_of
from rag.asked.periods import Period
from rag.asked.pronouns import there_named
from rag.asked.reading import question
from rag.asked.rephrasing import composed, entity_swapped, object_swapped, substituted
from rag.asked.sense import Question
from rag.asked.talk import Talk
from rag.asked.wording import ABOUT, ASKING, AUXILIARY, BODY_LIKE, DOCUMENTS, MEETINGS, PERSON_LIKE

_TRAILING = re.compile(r",? (?:then|too|as well|instead|again|though|also)$")
_OTHERS = re.compile(
    r"(?:the )?(?:others?|other (?:ones?|sides?|parties|speakers?|documents?|meetings?|ministers?|countries"
    r"|people)|rest|everyone else|everybody else|anyone else|anybody else|all of them|everyone|everybody"
    r"|they|them)"
)
_BEFORE_THAT = re.compile(
    r"(?:(?:the )?(?P<unit>year|month|day|decade) (?:before|earlier)|(?P<before>before|earlier|previously"
    r"|prior)(?: (?:that|then|this|to that))?|(?P<after>(?:after|later|afterwards|since)(?: (?:that|then"
    r"|this|on))?|and since)|(?:the )?(?:next|following) (?P<next>year|month|day)|(?:the |a "
    r"|one )?(?P<later>year|month|day) (?:after|later))"
)
_ONLY = re.compile(
    r"(?:(?:now|then|ok|okay|so|this time|next|please)[, ]+)*(?:only|just|specifically|particularly"
    r"|especially|say"
    r"|limit (?:it|that|this) to|restrict (?:it|that|this) to|narrow (?:it|that|this)(?: down)? to) "
)
_ALONE = re.compile(r",? (?:only|alone|exclusively|please)$")
_WORDS_OF = re.compile(
    r"(?:what|the (?:words|quotes|statements|remarks) (?:of|by|from)) (?P<who>.+?)(?: (?:him|her"
    r"|them)sel(?:f|ves))?"
    r"(?: (?:has |have |had )?(?:said|says|say|stated|told \w+)(?: (?:about|on) (?:it|that|this))?)?"
)
_ONE = re.compile(
    r"(?:(?:at|in|from|during) )?(?P<which>(?:the|that) (?:\S+ ){0,4}?)ones?"
    r"(?P<where>(?: (?:in|at|with|of) .+)?)"
)
_THERE = re.compile(rf"(?<=\w) (?:at|in|during|from) (?:that|this|the same) (?:{MEETINGS}|{DOCUMENTS})$")
# "and with Sudland?", of "the pact with Norland"
_TOWARDS = re.compile(
    r"(?P<towards>with|against|between|towards?|to|for)"
    r" (?:the )?[A-Z][\w.’'-]*(?: (?:of |and |the )?[A-Z][\w.’'-]*)*"
)
_NOUN = re.compile(rf"(?:{MEETINGS}|{DOCUMENTS})(?![\w'-])")
_WHERE = re.compile(r" (?:of|in|at|with|between|for|on) ")
_AT_PLACE = re.compile(
    r" (?:in|at|on|near|around|outside|across) (?:(?:the )?(?:[a-z]+ (?:of (?:the )?)?)??[A-Z][\w.’'-]*"
    r"(?: (?:of |the )?[A-Z][\w.’'-]*)*|(?:the |other )(?:[a-z]+ )?(?:north|south|east|west|centre|center"
    r"|capital|city|cities|town|towns|country|countryside|suburbs|provinces?|regions?|villages?|islands?))$"
)
# "The Oslo Convention" is as likely signed as held.
_NAMED_ACT = re.compile(r"\b(?:Convention|Dialogue|Forum|Talks|Inquiry)$")
_A_NAME = re.compile(r"(?:the )?[A-Z][\w’'-]*[a-z](?: (?:of |and )?[A-Z][\w’'-]*[a-z])?")
_NOW = re.compile(
    r"(?:now|today|currently|nowadays|these days|at present|at any time|ever|in general|overall)"
)


def is_only_a_limit(line: Line, talk: Talk) -> bool:
    """Whether a question is nothing but a limit, or but a speaker of this conversation."""
    if re.match(rf"(?:{ASKING}|{AUXILIARY})(?: |$)", line.folded):
        return False
    plain = _unstressed(line)
    if plain.folded != line.folded and (_WORDS_OF.fullmatch(plain.folded) or subject(plain)[1]):
        return True
    cut = limited(plain, talk.newest)
    if not cut.line.folded and (cut.period or cut.event or cut.line.folded != line.folded):
        return True
    return (
        bool(_BEFORE_THAT.fullmatch(line.folded))
        or _OTHERS.fullmatch(line.folded) is not None
        or talk.knows(line.shown)
    )


def _unstressed(line: Line) -> Line:
    only = _ONLY.match(line.folded)
    alone = _ALONE.search(line.folded)
    return line.part(only.end() if only else 0, alone.start() if alone else None)


def fragment(rest: Line, talk: Talk) -> str:
    """The last question with the part replaced that the fragment names."""
    rest = _unstressed(peeled(rest))
    rest = Line.of(there_named(rest, talk) or rest.shown)
    trailing = _TRAILING.search(rest.folded)
    rest = rest.part(0, trailing.start()) if trailing else rest
    there = _THERE.search(rest.folded)
    rest = rest.part(0, there.start()) if there else rest
    last = talk.last if talk.last.topic else talk.topical
    words = _WORDS_OF.fullmatch(rest.folded)
    if words:
        return _with_speaker(rest.part(*words.span("who")).shown, last)
    return (
        _relative(rest, last)
        or _another(rest, last, talk)
        or _towards(rest, last)
        or _limit(rest, last, talk)
        or _replaced(rest, last, talk)
    )


def _relative(rest: Line, last: Question) -> str | None:
    """Fragments that name nothing themselves: "before that", "the others", "now", "the 2022 one"."""
    other_year = re.fullmatch(r"(?:the )?(\d{4}) ones?", rest.folded)
    if other_year and re.search(r"(?<!\d)\d{4}(?!\d)", last.searched):
        return re.sub(r"(?<!\d)\d{4}(?!\d)", other_year.group(1), last.searched, count=1)
    if _NOW.fullmatch(rest.folded):
        return composed(replace(last, period=None))
    if _OTHERS.fullmatch(rest.folded):
        return composed(replace(last, speaker=None, event=None))
    period = _period_after(rest, last)
    return substituted(last, period=period) if period else None


def _another(rest: Line, last: Question, talk: Talk) -> str | None:
    """ "At the 2012 one in New York": another meeting, or another text, than the last."""
    one = _ONE.fullmatch(rest.folded)
    event = next((asked.event for asked in reversed(talk.earlier) if asked.event), None)
    if one is None or event is None:
        return None
    nouns = _NOUN.findall(_WHERE.split(event.lower())[0])
    which = rest.shown[slice(*one.span("which"))]
    return substituted(last, event=f"{which}{nouns[-1]}{rest.shown[one.start('where') :]}") if nouns else None


def _towards(rest: Line, last: Question) -> str | None:
    """ "And with Sudland?": the last topic, of another side."""
    other = _TOWARDS.fullmatch(rest.shown)
    if other is None or last.kind == "fact":
        return None
    before = [one for one in _TOWARDS.finditer(last.topic) if one["towards"] == other["towards"]]
    if not before or before[-1].end() < len(last.topic) or not before[-1].start():
        return None
    return substituted(last, topic=last.topic[: before[-1].start()] + rest.shown, before=last)


def _limit(rest: Line, last: Question, talk: Talk) -> str | None:
    """A fragment that is nothing but a limit: "in 2013", "at the Rio meeting", "according to Kerry"."""
    cut = limited(rest, talk.newest)
    occasion = subject(cut.line)[1] if cut.line.folded.startswith(("the ", "that ", "this ")) else None
    if occasion and not cut.event and not (_NAMED_ACT.search(occasion) and last.event is None):
        return substituted(last, period=cut.period, event=occasion)
    place = re.match(r"(?:in|at|during) (?=(?:the )?\S)", cut.line.folded)
    if cut.line.folded and not place:
        return None
    if cut.speaker:
        return _with_source(cut.speaker, last)
    # "at the G20" stays so: "in the G20" is no English.
    named = cut.line.part(0 if place and place.group() == "at " else place.end()) if place else None
    elsewhere = _elsewhere(last.topic, cut.line) if named else None
    if elsewhere:
        return substituted(last, topic=elsewhere, period=cut.period)
    event = named.shown if named else cut.event
    return substituted(last, period=cut.period, event=event)


def _elsewhere(topic: str, place: Line) -> str | None:
    """The last topic at another place: "measles in Sudland", of "measles in Norland" and "in Sudland"."""
    before = _AT_PLACE.search(topic)
    there = _AT_PLACE.fullmatch(" " + place.shown) if before and before.start() else None
    return f"{topic[: before.start()]} {place.shown}" if before and there else None


def _replaced(rest: Line, last: Question, talk: Talk) -> str:
    """A fragment that names another topic or speaker, perhaps with a limit of its own."""
    cut = limited(rest, talk.newest)
    line = cut.line
    changed = replace(last, period=cut.period or last.period, event=cut.event or last.event)
    swapped = object_swapped(line, changed) if last.kind == "fact" else None
    if swapped:
        return swapped
    by = re.match(r"(?:by|from|according to) ", line.folded)
    about = re.match(rf"{ABOUT} ", line.folded)
    speaker = cut.speaker or (line.part(by.end()).shown if by else None)
    there = _AT_PLACE.search(line.shown) if not about and not speaker else None
    elsewhere = _elsewhere(last.topic, line.part(there.start())) if there else None
    if there and elsewhere and _is_speaker(line.part(0, there.start()), last, talk):
        return _with_speaker(line.part(0, there.start()).shown, replace(changed, topic=elsewhere))
    if not about and not speaker and _is_speaker(line, last, talk):
        speaker = line.shown
    if speaker:
        return _with_speaker(speaker, changed)
    named = None if about or last.kind != "topic" else _A_NAME.fullmatch(line.shown)
    elsewhere = _elsewhere(last.topic, Line.of(f"in {line.shown}")) if named else None
    if elsewhere:
        return substituted(changed, topic=elsewhere, before=last)
    topic = line.part(about.end()) if about else line
    return _with_topic(topic, changed, last, about is not None)


def _with_source(source: str, last: Question) -> str:
    """ "And according to the Bulletin?": the same number, as another tells it."""
    if last.kind != "fact":
        return _with_speaker(source, last)
    asked = last.searched.rstrip(" ?.!")
    before = last.speaker or f"according to {last.event}"
    if asked.count(before) == 1:
        return f"{asked.replace(before, source if last.speaker else f'according to {source}')}?"
    return f"{asked} according to {source}?"


def _with_speaker(speaker: str, changed: Question) -> str:
    if changed.kind == "fact":
        swapped = entity_swapped(Line.of(speaker), changed)
        return swapped or f"What did {speaker} say about {matter_of(changed)}?"
    return composed(replace(changed, kind="topic", speaker=speaker))


def _with_topic(topic: Line, changed: Question, last: Question, about: bool) -> str:
    from_document = question(topic.shown)
    name = from_document.topic if from_document.kind == "topic" and from_document.topic else topic.shown
    if last.kind == "fact" and not about:
        return entity_swapped(topic, changed) or composed(Question(name, name, "topic", name))
    if last.kind == "fact":
        return composed(Question(name, name, "topic", name, period=changed.period, event=changed.event))
    return substituted(changed, topic=name, before=last)


def _is_speaker(line: Line, last: Question, talk: Talk) -> bool:
    if talk.knows(line.shown):
        return True
    if PERSON_LIKE.fullmatch(line.folded) and not re.match(r"(?:a|an|any|no) ", line.folded):
        return last.kind != "fact" or last.speaker is not None
    return bool(last.speaker and BODY_LIKE.fullmatch(line.folded))


def _period_after(rest: Line, last: Question) -> Period | None:
    """ "before that", "the year after": relative to the last question's period."""
    match = _BEFORE_THAT.fullmatch(rest.folded)
    if match is None or last.period is None:
        return None
    first, final = last.period.first, last.period.last
    if (match["unit"] or match["next"] or match["later"]) == "year" and first and first == final:
        year = str(int(first[:4]) + (-1 if match["unit"] else 1))
        return Period(year, year, f"in {year}")
    if (match["before"] or match["unit"]) and first:
        return Period(None, None, f"before {first}")
    return Period(None, None, f"after {final}") if final and not match["before"] else None
