"""What in the collection answers a question: sentences with a score, and documents that only name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.collection import Collection, Match
from index.documents import Span
from index.words import stems
from rag.presence import CLOSE_TO_BEST, PRESENT, presence, read, sentences_of
from rag.questions import Question
from rag.quotes import Voice
from rag.scope import Scope, is_by
from rag.speakers import attribute, statements
from rag.topics import Topic, cover, topic_of

# A sentence speaks of a topic when it holds most of what the topic says, or most of it in other words.
_SPEAKS = 0.65
_HALF_SPEAKS = 0.45
_NEAR = 0.5  # cosine
_VERY_NEAR = 0.62
# "For Taiwan, see the notes on …" says nothing of it.
_POINTER = re.compile(
    r"(?:\W*For\b[^.;:]{1,150},\s)?\W*see\b\s(?:also|the|our|notes?|pages?|above|below|section)", re.I
)
_BEFORE = 300  # characters read before a sentence for a name it takes up
_PASSAGES_READ = 8
_QUOTES_A_DOCUMENT = 6
_QUOTES = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that bears on the question; ``document`` is its number in the catalog."""

    document: int
    span: Span
    score: float
    speaker: str | None = None
    voice: Voice = "narration"


@dataclass(frozen=True, slots=True)
class Findings:
    """evidence: in the order of documents. mentioned: the documents that name the topic and no more."""

    evidence: tuple[Evidence, ...]
    mentioned: frozenset[int]

    @property
    def said(self) -> frozenset[int]:
        return frozenset(found.document for found in self.evidence)


def find(question: Question, scope: Scope, collection: Collection) -> Findings:
    """What the documents in scope hold that answers the question."""
    if question.kind == "topic" and question.topic:
        return on_topic(question, scope, collection)
    if question.kind == "topic" and question.speaker:
        return by_speaker(question, scope, collection)
    return on_fact(question, scope, collection)


def by_speaker(question: Question, scope: Scope, collection: Collection) -> Findings:
    """What a speaker is on record with in scope, whatever it is about."""
    named = {match.document for match in collection.matches(stems(question.speaker or ""))}
    evidence = []
    for number in sorted(named & scope.numbers):
        document = collection.load(number)
        said = statements(document)
        for sentence in document.sentences:
            speaker, voice = attribute(said, sentence)
            if voice != "narration" and is_by(question.speaker or "", speaker):
                evidence.append(Evidence(number, sentence, 1.0, speaker, voice))
    found = frozenset(entry.document for entry in evidence)
    return Findings(tuple(_strongest(evidence)), frozenset(named & scope.numbers) - found)


def on_fact(question: Question, scope: Scope, collection: Collection) -> Findings:
    """The sentences that answer a question for a fact or for who said something."""
    readings = read(question, scope, collection)
    if presence(readings) < PRESENT:
        return Findings((), frozenset())
    best = max(reading.score for reading in readings)
    chosen = [
        Evidence(collection.number(reading.passage.document.id), reading.span, reading.score)
        for reading in readings
        if reading.score >= CLOSE_TO_BEST * best
    ]
    return Findings(tuple(_attributed(chosen, collection)), frozenset())


def on_topic(question: Question, scope: Scope, collection: Collection) -> Findings:
    """Every sentence in scope that speaks of the question's topic, by words or by meaning."""
    topic = topic_of(question.topic, collection)
    matches = [
        match for match in collection.matches(topic.stems | topic.echoes) if match.document in scope.numbers
    ]
    evidence: list[Evidence] = []
    named: set[int] = set()
    for number, group in groupby(matches, key=lambda match: match.document):
        found, is_named = _in_document(topic, list(group), collection.text(number), collection)
        evidence += found
        if is_named:
            named.add(number)
    evidence += _by_meaning(question, topic, scope, evidence, collection)
    spoken = _attributed(evidence, collection)
    if question.speaker:
        spoken = [found for found in spoken if is_by(question.speaker, found.speaker)]
    return Findings(tuple(_strongest(spoken)), frozenset(named - {found.document for found in spoken}))


def _in_document(
    topic: Topic, matches: Sequence[Match], text: str, collection: Collection
) -> tuple[list[Evidence], bool]:
    """The sentences of one document that speak of the topic, and whether it names it at all."""
    found: list[Evidence] = []
    named = False
    takes_up = len(topic.terms) > 1 or bool(topic.echoes)
    for match in matches:
        sentence = text[match.span.start : match.span.end]
        before = text[max(0, match.span.start - _BEFORE) : match.span.start] if takes_up else ""
        coverage = cover(topic, sentence, match.stems, before)
        named = named or coverage.named >= _SPEAKS
        if coverage.share < _HALF_SPEAKS or _POINTER.match(sentence):
            continue
        if coverage.share < _SPEAKS:
            vector = collection.query_vector(topic.words)
            if float(collection.sentence_vectors([sentence])[0] @ vector) < _NEAR:
                continue
        found.append(Evidence(match.document, match.span, coverage.share))
    return found, named


def _by_meaning(
    question: Question, topic: Topic, scope: Scope, known: Iterable[Evidence], collection: Collection
) -> list[Evidence]:
    """Sentences that say the same in other words; a name has none, so a topic of names is left out."""
    if all(term.forms for term in topic.terms):
        return []
    taken = {(found.document, found.span) for found in known}
    candidates = [
        (number, span)
        for number, span in sentences_near(question.topic, scope, collection)
        if (number, span) not in taken
    ]
    if not candidates:
        return []
    texts = [collection.text(number)[span.start : span.end] for number, span in candidates]
    scores = collection.sentence_vectors(texts) @ collection.query_vector(topic.words)
    return [
        Evidence(number, span, float(score))
        for (number, span), score in zip(candidates, scores, strict=True)
        if score >= _VERY_NEAR
    ]


def sentences_near(query: str, scope: Scope, collection: Collection) -> list[tuple[int, Span]]:
    """The sentences of the passages that fit a query best, as (number of the document, span)."""
    within = scope.numbers if scope.is_limited else None
    return [
        (collection.number(hit.passage.document.id), span)
        for hit in collection.search(query, _PASSAGES_READ, within=within)
        for span in sentences_of(hit.passage)
    ]


def _attributed(evidence: Sequence[Evidence], collection: Collection) -> list[Evidence]:
    """With speaker and voice; only the strongest are shown, so only they are looked at."""
    spoken = []
    for number, group in groupby(_strongest(evidence), key=lambda found: found.document):
        document = collection.load(number)
        said = statements(document)
        for found in group:
            speaker, voice = attribute(said, found.span)
            # A question says nothing, unless it is somebody's own rhetorical one.
            if (speaker is None or voice != "direct") and document.text[
                found.span.start : found.span.end
            ].rstrip("”\"’' ").endswith("?"):
                continue
            spoken.append(replace(found, speaker=speaker, voice=voice))
    return spoken


def _strongest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The strongest of each document and of all, in the order of documents and text."""
    kept: list[Evidence] = []
    ordered = sorted(evidence, key=lambda found: found.document)
    for _, group in groupby(ordered, key=lambda found: found.document):
        kept += sorted(group, key=lambda found: (-found.score, found.span))[:_QUOTES_A_DOCUMENT]
    kept = sorted(kept, key=lambda found: (-found.score, found.document, found.span))[:_QUOTES]
    return sorted(kept, key=lambda found: (found.document, found.span))
