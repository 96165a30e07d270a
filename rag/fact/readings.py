"""The sentences nearest to a question, and what each of them has that tells whether it answers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from index.collection import Collection
from index.documents import Document, Passage, Span
from index.embedding import unit
from index.words import stems, words
from rag.asked.scope import Scope
from rag.evidence import log_odds, open_judge
from rag.fact.deeds import is_told_of
from rag.fact.facts import can_state, states_measure
from rag.fact.persons import asks_name, is_somebody_in
from rag.fact.reader import UNREAD, Place, told, without_links
from rag.fact.signals import Candidate, says_the_opposite
from rag.questions import Question
from rag.speakers import attribute, author, statements, told_by
from rag.topic import aliases, states
from rag.topic.coverage import cover, names_missing
from rag.topic.nearness import Values, in_context
from rag.topic.topics import Topic, topic_of

PASSAGES_READ = 8
LIKELY = 24  # sentences of which all signs are read
ENTIRE = 0.999  # of what is asked, but for rounding
SENTENCES_BEFORE = 3  # that a sentence may take up: "they would not act as mediators"
ASKS = re.compile(r"\?[\s\"”’'»)\]]*\Z")  # a question answers nothing
# "Who is the foreign minister of China?" is not answered by the minister of another state.
_OFFICE_OF = re.compile(r"\bwho(?:['’]s|\s+(?:is|was))\s(?!\w+ing\b)", re.I)
# "the deputy mayor" is not the mayor.
_UNDER = re.compile(
    r"\b(?:vice|deputy|assistant|acting|interim|former|shadow|associate|co-?)(?=[ -][a-z])", re.I
)
# Words that say what is sought; the answer is of that kind and need not say so.
_NEVER = re.compile(r"(?!)")
_ASKING = {
    "date": re.compile(
        r"\b(?:dates?|days?|years?|months?|times?|take place|taken place|took place|happen(?:ed)?"
        r"|occur(?:red)?|issued|carr(?:y|ied) out|conduct(?:ed)?)\b",
        re.I,
    ),
    "place": re.compile(r"\b(?:places?|cit(?:y|ies)|countr(?:y|ies)|towns?|locations?|venues?|take)\b", re.I),
    "number": re.compile(r"\b(?:numbers?|amounts?|total|long|often)\b", re.I),
    "person": re.compile(r"\b(?:persons?|people|names?)\b", re.I),
    "thing": re.compile(r"\b(?:names?|titles?)\b", re.I),
}
# Whether a sentence holds what is asked for: a measure of it, something of its kind, or nothing such; and how
# much sooner it is read beside the question, in log-odds.
Fit = Literal["measured", "plain", "lacking"]
_FITTING: Mapping[Fit, float] = {"measured": 2.0, "plain": 0.0, "lacking": -1.0}
_DOES, _COMPLETE = 1.0, 1.0  # likewise where it tells of what was done, or holds all that is asked
_NUMBER = re.compile(r"\d+")
_OWNER = re.compile(r"\b((?:[A-Z][\w.&-]+ )*[A-Z][\w.&-]+)['’]s? ")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence read for a question, one that could answer it.

    odds: the log-odds that it answers, by its signals. answered: the same for the question as a whole.
    told: the log-odds that it answers, by what read it beside the question.
    share: how much of what is asked it holds with the sentences before it, 0 to 1; own: alone.
    lacks_names: its document lacks a name asked for. lacks_kind: it holds nothing of the kind asked for.
    measured: a measure is asked for (an age, a price), and it states one.
    does: it tells, in a verb, of what is asked to have been done.
    """

    passage: Passage
    span: Span
    odds: float
    answered: float
    told: float
    own: float
    share: float
    lacks_names: bool
    lacks_kind: bool
    measured: bool = False
    does: bool = False

    @property
    def text(self) -> str:
        return self.passage.document.text[self.span.start : self.span.end]

    @property
    def signs(self) -> tuple[float, ...]:
        """What tells whether it answers, in the order of ``rag.fact.presence.SIGNS["sentence"]``."""
        # Of two sentences that stand together the one that holds more itself is the answer.
        share = 0.5 * (self.own + self.share)
        complete = self.share >= ENTIRE
        marks = self.lacks_names, self.lacks_kind, self.measured, self.does
        return self.odds, self.told, share, float(complete), *map(float, marks)


def read(question: Question, scope: Scope, collection: Collection) -> list[Reading]:
    """Read the passages nearest to a question, sentence by sentence."""
    within = scope.numbers if scope.is_limited else None
    hits = collection.search(question.searched, PASSAGES_READ, within=within)
    asked = _without_period(question, scope)
    everything = [(hit.passage, span) for hit in hits for span in sentences_of(hit.passage)]
    if not everything:
        return []
    near = _nearness(asked, everything, collection)
    likely = _likely(asked, everything, near, collection)
    spans = [everything[at] for at in likely]
    candidates = _candidates(asked, spans, near[likely], collection)
    judgement = open_judge().judge(asked, candidates, rarity=collection.unusualness)
    answered, *sentences = log_odds(np.array([judgement.answered, *judgement.sentences])).tolist()
    if question.sought == "yes or no" or question.kind == "who":
        # The model has seen no such question: it may speak for an answer, but not against one.
        answered = max(answered, 0.0)
    chosen = [(at, odds) for at, odds in zip(spans, sentences, strict=True) if _can_answer(question, *at)]
    return _readings(question, scope, chosen, answered, collection)


def _readings(
    question: Question,
    scope: Scope,
    chosen: Sequence[tuple[tuple[Passage, Span], float]],
    answered: float,
    collection: Collection,
) -> list[Reading]:
    """The sentences that can answer, each with its odds, read beside the question and for what they hold."""
    topic = topic_of(_asked(question), collection, loose=True)
    kept = _kept(question, scope)
    texts = {at[0].document.id: f"{at[0].document.title} {at[0].document.text}" for at, _ in chosen}
    # What a text tells of it was elsewhere.
    elsewhere = {id_ for id_, text in texts.items() if names_missing(topic.places, text, kept)}
    chosen = [(at, odds) for at, odds in chosen if at[0].document.id not in elsewhere]
    documents = {passage.document.id: passage.document for (passage, _), _ in chosen}
    lacking = {
        id_
        for id_, document in documents.items()
        if names_missing(topic, texts[id_], kept | _speakers(document))
    }
    numbers = frozenset(_NUMBER.findall(_without_period(question, scope)))
    fits = [_fit(question, *at) for at, _ in chosen]
    shares = [_shares(question, topic, kept, *at) for at, _ in chosen]
    texts_of = (passage.document.text[span.start : span.end] for (passage, span), _ in chosen)
    does = [is_told_of(question.searched, text) for text in texts_of]
    first = [
        odds + _FITTING[fit] + _DOES * did + _COMPLETE * (own >= ENTIRE)
        for (_, odds), fit, (own, _), did in zip(chosen, fits, shares, does, strict=True)
    ]
    beside = _told(question, [at for at, _ in chosen], first, collection)
    readings = []
    for ((passage, span), odds), fit, (own, share), did in zip(chosen, fits, shares, does, strict=True):
        lacks = passage.document.id in lacking
        read_beside = beside.get((passage.document.id, span), UNREAD)
        if lacks or (numbers and _lacks_number(numbers, passage.document, span)):
            read_beside = UNREAD  # the reader takes one year for another, and one owner
        signs = odds, answered, read_beside, own, share, lacks, fit == "lacking", fit == "measured", did
        readings.append(Reading(passage, span, *signs))
    return readings


def _shares(
    question: Question, topic: Topic, kept: frozenset[str], passage: Passage, span: Span
) -> tuple[float, float]:
    """How much of what is asked a sentence holds alone, and with the sentences before it."""
    known = kept | _owners(question, passage.document.title) | _speaker(passage.document, span)
    own = _share(topic, known, passage, span, 0)
    return own, own if own >= ENTIRE else _share(topic, known, passage, span, SENTENCES_BEFORE)


def _nearness(asked: str, spans: Sequence[tuple[Passage, Span]], collection: Collection) -> Values:
    """(spans,): the cosine of each sentence to what is asked, by what it is about in its context; where a
    collection keeps none, by what it is about alone."""
    question = collection.query_vector(asked)
    documents = {passage.document.id: collection.number(passage.document.id) for passage, _ in spans}
    vectors = in_context(sorted(set(documents.values())), collection)
    if len(vectors) < len(set(documents.values())):
        texts = [passage.document.text[span.start : span.end] for passage, span in spans]
        return (collection.sentence_vectors(texts) @ question).astype(np.float64)
    places = [(passage.document, bisect_left(passage.document.sentences, span)) for passage, span in spans]
    rows = np.stack([vectors[documents[document.id]][at] for document, at in places])
    return (unit(rows) @ question).astype(np.float64)


def _likely(
    asked: str, spans: Sequence[tuple[Passage, Span]], near: Values, collection: Collection
) -> list[int]:
    """Which of the sentences may answer, in order: they come nearest to what is asked, or hold most of its
    words."""
    weights = {word.stem: collection.unusualness(asked[word.start : word.end]) for word in words(asked)}
    texts = (passage.document.text[span.start : span.end] for passage, span in spans)
    held = np.array([sum(weights.get(stem, 0.0) for stem in set(stems(text))) for text in texts])
    order = np.argsort(-(_standard(near) + _standard(held)), kind="stable")
    return sorted(order[:LIKELY].tolist())


def _standard(values: Values) -> Values:
    found: Values = (values - values.mean()) / max(float(values.std()), 1e-6)
    return found


def _told(
    question: Question,
    spans: Sequence[tuple[Passage, Span]],
    likely: Sequence[float],
    collection: Collection,
) -> dict[Place, float]:
    """What the reader makes of the likeliest sentences and those around them, remembered."""
    order = sorted(range(len(spans)), key=lambda at: -likely[at])
    places = tuple((spans[at][0].document.id, spans[at][1]) for at in order)
    documents = {passage.document.id: passage.document for passage, _ in spans}
    return collection.remembered(
        ("told", question.searched, places),
        lambda: told(question.searched, [(documents[id_], span) for id_, span in places]),
    )


def _lacks_number(numbers: frozenset[str], document: Document, span: Span) -> bool:
    """Whether a number that is asked for, a year above all, is neither in a sentence nor in those before it,
    nor in the title or the date of its document."""
    before = with_sentences_before(document, span, SENTENCES_BEFORE)
    return not numbers.issubset(_NUMBER.findall(f"{document.title} {document.date} {before}"))


def _can_answer(question: Question, passage: Passage, span: Span) -> bool:
    """Whether a sentence is no headline, asks nothing, and is not of another state's office."""
    document = passage.document
    text = document.text[span.start : span.end]
    # Somebody may be asked for who asked something; otherwise a question answers nothing.
    if is_headline(text, document.title) or (question.kind != "who" and ASKS.search(text)):
        return False
    if (
        question.sought == "person"
        and asks_name(question.searched)
        and not _names_anybody(question, passage, span)
    ):
        return False
    if question.kind == "who" and says_the_opposite(question.topic, text):
        return False
    if question.sought == "person" and not _is_of_rank(question.searched, document, span):
        return False
    return not _OFFICE_OF.search(question.searched) or _names_the_states(question.searched, text)


def _is_of_rank(asked: str, document: Document, span: Span) -> bool:
    """Whether a sentence, or one before it, tells of a deputy where a deputy is asked for."""
    ranks = {one.lower() for one in _UNDER.findall(asked)}
    around = with_sentences_before(document, span, SENTENCES_BEFORE)
    return ranks.issubset(one.lower() for one in _UNDER.findall(around))


def _fit(question: Question, passage: Passage, span: Span) -> Fit:
    """Whether a sentence holds the kind of thing that is asked for, or is said by whom is asked for."""
    document = passage.document
    text = on_one_line(document.text[span.start : span.end])
    if states_measure(question, text):
        return "measured"
    if can_state(question, text):
        return "plain"
    # "Who is the minister?" is answered by a name that stands there, whoever says the words.
    may_be_speaker = question.sought == "person" and not _OFFICE_OF.search(question.searched)
    return "plain" if may_be_speaker and attribute(statements(document), span)[0] else "lacking"


def _names_anybody(question: Question, passage: Passage, span: Span) -> bool:
    """Whether a sentence names a person, or a person says it."""
    document = passage.document
    speaker = attribute(statements(document), span)[0] or ""
    said = (document.text[span.start : span.end], speaker.split(",")[0])
    return any(is_somebody_in(text, question.searched) for text in said)


def sentences_of(passage: Passage) -> list[Span]:
    """The whole sentences of a passage."""
    bounds = Span(passage.start, passage.end)
    return [span for span in passage.document.sentences if bounds.contains(span)]


def with_sentences_before(document: Document, span: Span, before: int) -> str:
    """The text of a sentence and of up to ``before`` sentences that stand before it."""
    at = bisect_left(document.sentences, span)
    return document.text[document.sentences[max(0, at - before)].start : span.end]


def is_headline(sentence: str, title: str) -> bool:
    """Whether a sentence is only the document's title; one with a stop is text that gave the title."""
    return sentence == title and sentence[-1:] not in ".!?…。！？"


def _candidates(
    asked: str, spans: Sequence[tuple[Passage, Span]], near: Values, collection: Collection
) -> list[Candidate]:
    passages = {_place(passage): passage for passage, _ in spans}
    vectors = collection.passage_vectors(tuple(passages.values()))
    cosines = dict(zip(passages, vectors @ collection.query_vector(asked), strict=True))
    return [
        Candidate(
            without_links(passage.document.text[span.start : span.end]),
            without_links(passage.text),
            float(cosine),
            float(cosines[_place(passage)]),
        )
        for (passage, span), cosine in zip(spans, near, strict=True)
    ]


def on_one_line(text: str) -> str:
    """A text without its line breaks, at which a name of several words is broken as well."""
    return " ".join(text.split())


def _names_the_states(asked: str, text: str) -> bool:
    """Whether a text names every state of a question, in any of its forms: the minister *of China*."""
    text = on_one_line(text)
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


def _without_period(question: Question, scope: Scope) -> str:
    """The question without the period that the choice of documents has kept: no sentence need name it."""
    period = question.period
    if period is None or period.words not in scope.words:
        return question.searched
    for named in (period.phrase, period.words):
        if named in question.searched:
            return " ".join(question.searched.replace(named, " ", 1).split())
    return question.searched


def _kept(question: Question, scope: Scope) -> frozenset[str]:
    """The words of the limits that the choice of documents has kept already."""
    limits = (question.period.words if question.period else "", question.event or "")
    return frozenset(stem for limit in limits if limit and limit in scope.words for stem in stems(limit))


def _owners(question: Question, title: str) -> frozenset[str]:
    """Whose fact is asked for, where a document's title names them: "Apex's revenue" in Apex's call."""
    owners = frozenset(stem for name in _OWNER.findall(question.searched) for stem in stems(name))
    return owners if owners and owners.issubset(stems(title)) else frozenset()


def _speakers(document: Document) -> frozenset[str]:
    """The words of the names of all who are on record in a document: a text need not name who signs it."""
    names = {author(document), *(one.speaker for one in statements(document))}
    return frozenset(stem for name in filter(None, names) for stem in stems(name))


def _speaker(document: Document, span: Span) -> frozenset[str]:
    """The words of the name of whose words a sentence is: he says "I", and is asked for by his name."""
    return frozenset(stems(told_by(document, span)[0] or ""))


def _share(topic: Topic, kept: frozenset[str], passage: Passage, span: Span, before: int) -> float:
    document = passage.document
    at = bisect_left(document.sentences, span)
    held = (document.text[one.start : one.end] for one in document.sentences[max(0, at - before) : at + 1])
    window = on_one_line(with_sentences_before(document, span, before))
    return cover(topic, window, frozenset().union(*map(_stems, held)), kept=kept).share


@lru_cache(maxsize=1 << 10)
def _stems(sentence: str) -> frozenset[str]:
    return frozenset(stems(sentence))
