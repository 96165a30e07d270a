"""Whether the collection answers a question for a fact, and which sentences do.

Three things are joined: what the trained model makes of each sentence (rag/evidence), how much of
what is asked is there at all, under whatever name, and whether a sentence holds the kind of thing
that is asked for. How they are joined is fitted by ``python -m eval.calibrate``.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from index.collection import Collection
from index.documents import Passage, Span
from index.words import stems
from rag import aliases, states
from rag.evidence import open_judge
from rag.facts import can_state
from rag.questions import Question
from rag.scope import Scope
from rag.signals import Candidate
from rag.speakers import attribute, statements
from rag.topics import Topic, cover, names_missing, topic_of

# The whole question's odds, how much of it is there, and the odds of the best sentence.
SIGNS = ("odds", "share", "best")
PRESENT = 0.5  # from this probability a question counts as answered
CLOSE_TO_BEST = 0.6  # of the best sentence's score: what else answers
PASSAGES_READ = 8
_SENTENCES_BEFORE = 3  # that a sentence may take up: "they would not act as mediators"
ASKS = re.compile(r"\?[\s\"”’'»)\]]*\Z")  # a question answers nothing
# "Who is the foreign minister of China?" is not answered by the minister of another state.
_OFFICE_OF = re.compile(r"\bwho(?:['’]s|\s+(?:is|was))\s", re.I)
# Words that say what is sought; the answer is of that kind and need not say so.
_NEVER = re.compile(r"(?!)")
_ASKING = {
    "date": re.compile(
        r"\b(?:date|day|year|month|time|take place|taken place|took place|happen(?:ed)?|occur(?:red)?"
        r"|issued|carr(?:y|ied) out|conduct(?:ed)?)\b",
        re.I,
    ),
    "place": re.compile(r"\b(?:place|city|country|town|location|venue|take)\b", re.I),
    "number": re.compile(r"\b(?:number|amount|total|long|often)\b", re.I),
    "person": re.compile(r"\b(?:person|people|name)\b", re.I),
    "thing": re.compile(r"\b(?:name|title)\b", re.I),
}
_OWNER = re.compile(r"\b((?:[A-Z][\w.&-]+ )*[A-Z][\w.&-]+)['’]s? ")
_FITTED = json.loads((Path(__file__).parent / "presence.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence read for a question.

    odds: the trained model's log-odds that it answers. answered: the same for the question as a whole.
    own: how much of what is asked it holds, 0 to 1. share: the same with the sentences before it.
    score: probability that it answers, all things joined; 0 when it cannot state what is asked for.
    """

    passage: Passage
    span: Span
    odds: float
    answered: float
    own: float
    share: float
    score: float


def read(question: Question, scope: Scope, collection: Collection) -> list[Reading]:
    """Read the passages nearest to a question, sentence by sentence."""
    within = scope.numbers if scope.is_limited else None
    hits = collection.search(question.searched, PASSAGES_READ, within=within)
    spans = [(hit.passage, span) for hit in hits for span in sentences_of(hit.passage)]
    if not spans:
        return []
    judgement = open_judge().judge(
        question.searched, _candidates(question.searched, spans, collection), rarity=collection.unusualness
    )
    topic = topic_of(_asked(question), collection, loose=True)
    kept = _kept(question, scope)
    answered = _log_odds(judgement.answered)
    if question.sought == "yes or no":
        # The model has seen no such question: it may speak for an answer, but not against one.
        answered = max(answered, 0.0)
    documents = {passage.document.id: passage.document for passage, _ in spans}
    lacking = {
        id_
        for id_, document in documents.items()
        if names_missing(topic, f"{document.title} {document.text}", kept)
    }
    readings = []
    for (passage, span), probability in zip(spans, judgement.sentences, strict=True):
        told = kept | _owners(question, passage.document.title)
        own, share = (_share(topic, told, passage, span, before) for before in (0, _SENTENCES_BEFORE))
        odds = _log_odds(probability)
        able = passage.document.id not in lacking and _can_answer(question, passage, span)
        # Of two sentences that stand together the one that holds more itself is the answer.
        known = {"odds": odds, "share": 0.5 * (own + share)}
        score = _joined(known, _FITTED["sentence"]) if able else 0.0
        readings.append(Reading(passage, span, odds, answered, own, share, score))
    return readings


def _can_answer(question: Question, passage: Passage, span: Span) -> bool:
    """Whether a sentence holds the kind of thing that is asked for, or is said by whom is asked for."""
    document = passage.document
    text = document.text[span.start : span.end]
    # Somebody may be asked for who asked something; otherwise a question answers nothing.
    if is_headline(text, document.title) or (question.kind != "who" and ASKS.search(text)):
        return False
    if _OFFICE_OF.search(question.searched) and not _names_the_states(question.searched, text):
        return False
    is_said = question.sought == "person" and attribute(statements(document), span)[0] is not None
    return is_said or can_state(question, text)


def presence(readings: Sequence[Reading]) -> float:
    """The probability that one of these sentences answers the question."""
    signs = signs_of(readings)
    return _joined(dict(zip(SIGNS, signs, strict=True)), _FITTED["question"]) if signs else 0.0


def signs_of(readings: Sequence[Reading]) -> tuple[float, float, float] | None:
    """What tells whether a question is answered, in the order of SIGNS; None where nothing can answer."""
    able = [reading for reading in readings if reading.score > 0]
    if not able:
        return None
    best = max(reading.score for reading in able)
    share = max(reading.share for reading in able if reading.score >= CLOSE_TO_BEST * best)
    return able[0].answered, share, _log_odds(best)


def sentences_of(passage: Passage) -> list[Span]:
    """The whole sentences of a passage."""
    bounds = Span(passage.start, passage.end)
    return [span for span in passage.document.sentences if bounds.contains(span)]


def is_headline(sentence: str, title: str) -> bool:
    """Whether a sentence is only the document's title; one with a stop is text that gave the title."""
    return sentence == title and sentence[-1:] not in ".!?…。！？"


def _candidates(
    question: str, spans: Sequence[tuple[Passage, Span]], collection: Collection
) -> list[Candidate]:
    passages = {_place(passage): passage for passage, _ in spans}
    texts = [passage.document.text[span.start : span.end] for passage, span in spans]
    asked = collection.query_vector(question)
    near = dict(zip(passages, collection.passage_vectors(tuple(passages.values())) @ asked, strict=True))
    cosines = collection.sentence_vectors(texts) @ asked
    return [
        Candidate(text, passage.text, float(cosine), float(near[_place(passage)]))
        for (passage, _), text, cosine in zip(spans, texts, cosines, strict=True)
    ]


def _names_the_states(asked: str, text: str) -> bool:
    """Whether a text names every state of a question, in any of its forms: the minister *of China*."""
    return all(
        aliases.occurrences((*states.forms_of(name), *states.loose_forms_of(name)), text)
        for name in (asked[span.start : span.end] for span in states.found_in(asked))
    )


def _place(passage: Passage) -> tuple[str, int]:
    return passage.document.id, passage.start


def _asked(question: Question) -> str:
    """What a text has to hold: the question without the words that only make it a question."""
    period = question.period.words if question.period else ""
    topic = question.topic or question.searched
    if question.searched.startswith(topic[:12]):
        topic = topic[:1].lower() + topic[1:]  # a capital that only opens the sentence makes no name
    topic = _ASKING.get(question.sought or "", _NEVER).sub(" ", topic)
    return f"{topic} {question.event or ''} {period}"


def _kept(question: Question, scope: Scope) -> frozenset[str]:
    """The words of the limits that the choice of documents has kept already."""
    limits = (question.period.words if question.period else "", question.event or "")
    return frozenset(stem for limit in limits if limit and limit in scope.words for stem in stems(limit))


def _owners(question: Question, title: str) -> frozenset[str]:
    """Whose fact is asked for, where a document's title names them: "Apex's revenue" in Apex's call."""
    owners = frozenset(stem for name in _OWNER.findall(question.searched) for stem in stems(name))
    return owners if owners and owners.issubset(stems(title)) else frozenset()


def _share(topic: Topic, kept: frozenset[str], passage: Passage, span: Span, before: int) -> float:
    sentences = passage.document.sentences
    at = bisect_left(sentences, span)
    start = sentences[max(0, at - before)].start
    window = passage.document.text[start : span.end]
    return cover(topic, window, frozenset(stems(window)), kept=kept).share


def _joined(values: dict[str, float], fitted: dict[str, float]) -> float:
    """A logistic regression."""
    return 1 / (1 + exp(-(fitted["bias"] + sum(fitted[name] * value for name, value in values.items()))))


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
