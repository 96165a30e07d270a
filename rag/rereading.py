"""A question asked again where nobody says what was asked, and it may have been read wrongly: with its limit
to a speaker as part of the topic, or with the place at its end as a limit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.collection import Collection
from index.words import stems
from rag import findings
from rag.asked.agents import by_deed, tells_deed
from rag.asked.limits import is_body
from rag.asked.occasions import in_other_words, occasions_in
from rag.asked.rephrasing import composed
from rag.asked.scope import Scope, scope_of
from rag.findings import Findings
from rag.questions import Question
from rag.topic.topics import topic_of

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
    first = _found(question, collection)
    if first.findings.evidence:
        return first
    others = (_in_place, _as_topic) if question.kind == "topic" else (_in_other_words, _by_deed)
    return next(filter(None, (other(question, collection) for other in others)), first)


def _found(question: Question, collection: Collection) -> Found:
    scope = scope_of(question, collection)
    return Found(question, scope, findings.find(question, scope, collection))


def _in_place(question: Question, collection: Collection) -> Found | None:
    """ "What did he say about Malta in Oslo?": what was said of Malta in documents that come from Oslo."""
    place = _IN_PLACE.fullmatch(question.topic) if question.event is None else None
    if place is None or is_body(place["place"]):
        return None
    there = place["place"] if place["in"] == "in" else f"at {place['place']}"
    limited = replace(question, topic=place["topic"], event=there)
    scope = scope_of(limited, collection)
    found = None if scope.missing else findings.find(limited, scope, collection)
    return Found(limited, scope, found) if found and found.evidence else None


def _as_topic(question: Question, collection: Collection) -> Found | None:
    """ "What will the army do about the flood?": what anybody says of the army and the flood."""
    if not (question.speaker and question.whole):
        return None
    whole = replace(question, topic=question.whole, speaker=None, whole="")
    again = _found(replace(whole, searched=composed(whole)), collection)
    told = _naming((question.speaker, question.topic), again.findings, collection)
    return replace(again, findings=replace(told, unquoted=question.speaker)) if told.evidence else None


def _naming(names: tuple[str, ...], found: Findings, collection: Collection) -> Findings:
    """What is said in the documents that speak in these very sentences of all these things."""
    terms = [topic_of(name, collection).terms for name in names if name]
    held: dict[int, frozenset[str]] = {}
    for one in found.evidence:
        own = stems(collection.text(one.document)[one.span.start : one.span.end])
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
    quoted = (collection.text(one.document)[one.span.start : one.span.end] for one in found.findings.evidence)
    return found if any(map(occasions_in, quoted)) else None


def _by_deed(question: Question, collection: Collection) -> Found | None:
    """ "Who is the chairman of the board?" as "Who chairs the board?"."""
    words = by_deed(question.searched)
    if not words:
        return None
    found = _found(replace(question, searched=words, topic=words[4:-1]), collection)
    told = (collection.text(one.document)[one.span.start : one.span.end] for one in found.findings.evidence)
    return found if any(tells_deed(question.searched, text) for text in told) else None
