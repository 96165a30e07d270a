"""A question asked again where nobody says what was asked, and it may have been read wrongly: with its limit
to a speaker as part of the topic, or with the place at its end as a limit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.collection import Collection
from index.words import stems
from rag import findings
from rag.asked.agents import by_deed, tells_deed
from rag.asked.frames_together import met
from rag.asked.groups import is_camp
from rag.asked.limits import is_body
from rag.asked.occasions import in_other_words, occasions_in
from rag.asked.periods import Period
from rag.asked.rephrasing import composed
from rag.asked.scope import Scope, head, scope_of
from rag.asked.shapes import both
from rag.asked.wording import BODY_LIKE, PERSON_LIKE, WRITING, folded
from rag.asked.writings import owned
from rag.findings import Findings
from rag.questions import Question
from rag.topic.reactions import MADE, taken_up
from rag.topic.selection import Evidence, attributed, strongest, words_of
from rag.topic.topics import topic_of

# The press is told everywhere, and at no meeting of its own.
_TOLD = re.compile(
    r"\b(?:tell|told|assure|warn) (?P<whom>the (?!"
    r"press\b|media\b|public\b|world\b|people\b|truth\b|\w*\s?(?:reporters|journalists)\b)"
    r"[\w'’ -]{3,60}?) (?:about|on|of) "
)
_PLANNED = re.compile(r"\b(?:plan|intend|promise|hope|expect|want|aim|propose|will|going)\b.* do\b")
_COMPLETED = re.compile(rf"(?P<head>the (?:[a-z-]+ )?{MADE}) (?:of|for|from|by|between) \S.*")
# "the plant's staff", where somebody who speaks of the plant says "the staff"; not "Malta's staff"
_BELONGING = re.compile(
    r"(?:the|its|his|her|their) [a-z-]+(?: [a-z-]+)?['’]s (?P<head>[\w’'-]+(?: [\w’'-]+)?)"
)
_CLAIM = re.compile(
    r"(?P<subject>(?:the |an? |his |her |its |their )?[\w’'-]+(?: [\w’'-]+){0,4}?)"
    r" (?:is|are|was|were|(?:has|have|had|will|would|could|may|might) (?:be|been|have)?"
    r"|(?!need|seed|speed|feed|red)[a-z]{2,}ed|cause[sd]?|kill[s]|hurts?|led|leads|made|makes|broke|sank|cost)"
    r"(?: (?:to|by|for|in|the cause of|because of|due to|responsible for|to blame for))?"
    r"(?: (?:(?P<object>(?:the|an?|his|her|its|their) [\w’'-]+(?: [\w’'-]+){0,3})|\S.*))?"
)
_MEETS = re.compile(
    r"(?i:(?:[\w’'&-]+ ){0,4}?(?:council|committee|board|assembly|parliament|senate|panel))(?: .+)?"
)
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_IN_PLACE = re.compile(
    r"(?P<topic>.+?),? (?P<in>in|at) (?P<place>(?:the )?[A-Z][\w.’'-]*"
    r"(?: (?:(?:of|and|de|la|el|upon|on) )?[A-Z][\w.’'-]*)*)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked of which documents, and what they hold."""

    question: Question
    scope: Scope
    findings: Findings


def find_again(question: Question, collection: Collection) -> Found:
    """What the documents hold that answers a question; where nothing does, as it may be meant otherwise."""
    met_there = _where_they_met(question, collection)
    if met_there:
        return met_there
    first = _found(question, collection)
    told = _as_told(question, collection) if first.scope.missing else None
    if told or first.findings.evidence:
        return told or first
    of_fact = (_of_told_time, _in_other_words, _by_deed, _as_sourced)
    of_topic = (
        _of_told_time,
        _in_place,
        _at_what_comes,
        _on_less,
        _as_taken_up,
        _before_body,
        _as_topic,
        _of_thing,
    )
    others = of_topic if question.kind == "topic" else of_fact
    return next(filter(None, (other(question, collection) for other in others)), first)


def _found(question: Question, collection: Collection) -> Found:
    scope = scope_of(question, collection)
    return Found(question, scope, findings.find(question, scope, collection))


def _where_they_met(question: Question, collection: Collection) -> Found | None:
    """ "What did Bell and Dahl discuss?": what is told of their meeting, in whosever words; "What did Bell
    tell the harbour masters about eels?": what he said in documents that are of a meeting with these."""
    if question.kind != "topic" or question.event:
        return None
    meeting = met(question.searched, question.speaker)
    told = _TOLD.search(question.searched) if question.speaker and not meeting else None
    if told:
        there = replace(question, event=f"the meeting with {told['whom']}")
    else:
        there = replace(question, event=meeting, speaker=None)
    return _limited(there, collection) if meeting or told else None


def _limited(question: Question, collection: Collection) -> Found | None:
    """What answers a question within its limit to an occasion; None where no document is of that."""
    scope = scope_of(question, collection)
    found = None if scope.missing else findings.find(question, scope, collection)
    return Found(question, scope, found) if found and found.evidence else None


def _as_told(question: Question, collection: Collection) -> Found | None:
    """ "What did the Ministry's release say about eels?": where it is no document, what is quoted of it."""
    theirs = owned(question.event or "")
    if theirs is None or question.kind != "topic" or question.speaker or not WRITING.fullmatch(theirs[1]):
        return None
    found = _found(replace(question, event=None, speaker=theirs[0]), collection)
    return found if found.findings.evidence else None


def _of_told_time(question: Question, collection: Collection) -> Found | None:
    """ "What was said of the flood in 1953?", where no document is of 1953: of the flood of that year."""
    period = question.period
    years = _YEAR.findall(period.words) if period else []
    if period is None or not years or not question.topic:
        return None
    # "Who said that the pier was unsafe in 1953?": documents of that year may be, and say something else.
    is_told = question.kind == "who" and re.search(rf" that .*{re.escape(period.words)}", question.searched)
    if not is_told and any(period.holds(card.date) for card in collection.cards.values()):
        return None
    if not collection.with_words(years):
        return None
    told = replace(question, period=None, topic=f"{question.topic} {period.phrase}")
    found = _found(told, collection)
    evidence = [one for one in found.findings.evidence if not {*years}.isdisjoint(_stems(one, collection))]
    if not evidence and _is_to_come(period, collection):
        there = collection.with_words(years)
        found = _found(replace(question, period=None), collection)
        evidence = [one for one in found.findings.evidence if one.document in there]
    said = frozenset(one.document for one in evidence)
    kept = replace(found.findings, evidence=tuple(evidence), said=said)
    return replace(found, findings=kept) if evidence else None


def _is_to_come(period: Period, collection: Collection) -> bool:
    """ "Keeping the ferry running after 2027": of a time before which every document was written."""
    newest = max((card.date for card in collection.cards.values() if card.date), default="")
    until = re.match(r"(?:after|beyond|past|until|till|by)\b", period.phrase)
    return until is not None and newest < (period.first or period.last or "")


def _stems(one: Evidence, collection: Collection) -> frozenset[str]:
    return frozenset(stems(words_of(one, collection)))


def _in_place(question: Question, collection: Collection) -> Found | None:
    """ "What did he say about Malta in Oslo?": what was said of Malta in documents that come from Oslo."""
    place = _IN_PLACE.fullmatch(question.topic) if question.event is None else None
    if place is None or is_body(place["place"]):
        return None
    there = place["place"] if place["in"] == "in" else f"at {place['place']}"
    return _limited(replace(question, topic=place["topic"], event=there), collection)


def _at_what_comes(question: Question, collection: Collection) -> Found | None:
    """ "What do they plan to do at the Oslo summit?": no document can be of what is still to come."""
    if question.topic or question.speaker or not question.event or not _PLANNED.search(question.searched):
        return None
    found = _found(replace(question, topic=question.event, event=None), collection)
    return found if found.findings.evidence else None


def _as_topic(question: Question, collection: Collection) -> Found | None:
    """ "What will the army do about the flood?": what anybody says of the army and the flood."""
    who = question.speaker or ""
    camp = both(who, question.topic) if who and is_camp(who, question.searched) else ""
    about = question.whole or camp
    if not who or not about:
        return None
    whole = replace(question, topic=about, speaker=None, whole="")
    again = _found(replace(whole, searched=composed(whole)), collection)
    told = _naming((who, question.topic), again.findings, collection)
    return replace(again, findings=replace(told, unquoted=who)) if told.evidence else None


def _of_thing(question: Question, collection: Collection) -> Found | None:
    """ "Does the pipeline do anything for eels?", where a thing is read as who speaks: what is said of eels
    in the documents that name it."""
    thing = question.speaker or ""
    speaks = PERSON_LIKE.fullmatch(folded(thing)) or BODY_LIKE.fullmatch(folded(thing))
    if question.sure or not thing or thing != thing.lower() or speaks or not question.topic:
        return None
    again = _found(replace(question, speaker=None, whole=""), collection)
    naming = collection.with_words(stems(thing)) if stems(thing) else frozenset(collection.cards)
    found = _within(again, naming)
    return replace(found, findings=replace(found.findings, anyone=True)) if found else None


def _on_less(question: Question, collection: Collection) -> Found | None:
    """ "How did Bell judge the pledge of the two ministries?", in a text where she judges "the pledge"; "Does
    she think that oil killed the eels?": what she says of oil, or of the eels, where both are named."""
    if not question.speaker:
        return None
    parts, named = _parts_of(question.topic)
    naming = collection.with_words(stems(named)) if parts else frozenset()
    for topic in dict.fromkeys([" and ".join(parts), *parts]) if naming else ():
        found = _within(_found(replace(question, topic=topic), collection), naming)
        if found:
            return replace(found, findings=replace(found.findings, topic=topic))
    return None


def _parts_of(topic: str) -> tuple[list[str], str]:
    """What of a topic may be asked for alone, and the words that a document has to hold."""
    claim = _CLAIM.fullmatch(topic)
    if claim:
        parts = [part for part in (claim["subject"], claim["object"]) if part and stems(part)]
        return parts, " ".join(parts)
    whole = _COMPLETED.fullmatch(topic) or _BELONGING.fullmatch(topic)
    head = f"the {whole['head'].removeprefix('the ')}" if whole else ""
    return ([head] if stems(head) else []), topic


def _within(found: Found, numbers: frozenset[int]) -> Found | None:
    """What is found in some documents; None where nothing is."""
    evidence = tuple(one for one in found.findings.evidence if one.document in numbers)
    kept = replace(found.findings, evidence=evidence, said=found.findings.said & numbers)
    return replace(found, findings=kept) if evidence else None


def _before_body(question: Question, collection: Collection) -> Found | None:
    """ "What did the council say about the levy?", where its minutes tell what its members said."""
    body = (question.speaker or "").removeprefix("the ")
    if not _MEETS.fullmatch(body) or question.event or not question.topic:
        return None
    there = replace(question, speaker=None, whole="", event=f"the minutes of the {body}")
    found = _limited(there, collection)
    theirs = re.compile(rf"(?<![\w-]){re.escape(body)}(?![\w-])", re.IGNORECASE)
    own = [n for n in found.findings.said if _is_headed(theirs, n, collection)] if found else []
    return _within(found, frozenset(own)) if found else None


def _is_headed(body: re.Pattern[str], number: int, collection: Collection) -> bool:
    """Whether a document is headed as minutes, and by the body whose they are."""
    heading = head(number, collection)
    return "minutes" in heading.lower() and body.search(heading) is not None


def _as_taken_up(question: Question, collection: Collection) -> Found | None:
    """ "What did the minister say of the fund?", in a text where he "defended the figure" of it."""
    if not question.speaker or not question.topic:
        return None
    again = _found(replace(question, speaker=None, whole=""), collection)
    theirs = taken_up(question.speaker, again.findings.evidence, collection)
    shown = tuple(strongest(attributed(theirs, collection, question.topic)))
    said = frozenset(one.document for one in shown)
    kept = replace(again.findings, evidence=shown, said=said, mentioned=again.findings.said - said)
    return Found(question, again.scope, kept) if shown else None


def _naming(names: tuple[str, ...], found: Findings, collection: Collection) -> Findings:
    """What is said in the documents that speak in these very sentences of all these things."""
    terms = [topic_of(name, collection).terms for name in names if name]
    held: dict[int, frozenset[str]] = {}
    for one in found.evidence:
        own = stems(words_of(one, collection))
        held[one.document] = held.get(one.document, frozenset()).union(own)
    named = {
        number
        for number, own in held.items()
        if all(any(term.may_stand_in(own) for term in each) for each in terms)
    }
    evidence = tuple(one for one in found.evidence if one.document in named)
    return replace(found, evidence=evidence, said=found.said & named)


def _in_other_words(question: Question, collection: Collection) -> Found | None:
    """ "On the sidelines of which summit …?" as "On the occasion of which summit …?"."""
    words = in_other_words(question.searched)
    if not words or words == question.searched:
        return None
    found = _found(replace(question, searched=words, topic=words.rstrip("?")), collection)
    quoted = (words_of(one, collection) for one in found.findings.evidence)
    return found if any(map(occasions_in, quoted)) else None


def _as_sourced(question: Question, collection: Collection) -> Found | None:
    """ "How many eels are left, according to the Bulletin?", where the very words of the answer name it, "The
    Bulletin counts 40.", or the head of the document does."""
    source = stems(question.speaker or "")
    if not source:
        return None
    found = _found(replace(question, speaker=None), collection)
    held = found.findings.evidence
    evidence = tuple(
        one
        for one in held
        if _stems(one, collection).issuperset(source)
        or frozenset(stems(head(one.document, collection))).issuperset(source)
    )
    said = frozenset(one.document for one in evidence)
    return replace(found, findings=replace(found.findings, evidence=evidence, said=said)) if said else None


def _by_deed(question: Question, collection: Collection) -> Found | None:
    """ "Who is the chairman of the board?" as "Who chairs the board?"."""
    words = by_deed(question.searched)
    if not words:
        return None
    found = _found(replace(question, searched=words, topic=words[4:-1]), collection)
    told = (words_of(one, collection) for one in found.findings.evidence)
    return found if any(tells_deed(question.searched, text) for text in told) else None
