"""The chatbot: a question in, an answer out that is a statement about the whole collection."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Self

from index.collection import Collection
from index.documents import Card, Document, Hit
from index.embedding import Embedder
from index.words import STOP_WORDS, stem_of, stems
from rag import phrasing
from rag.answers import Answer
from rag.asked.scope import Scope
from rag.examples import names_worth_asking
from rag.fact.facts import fact_in
from rag.findings import Findings
from rag.model.support import open_support
from rag.model.writing import write
from rag.models import Model, open_model
from rag.progress import Draft, Found, Searched, Told
from rag.questions import Question, understand
from rag.quotes import Quote
from rag.rereading import find_again
from rag.settings import Settings
from rag.speakers import author, statements
from rag.topic.selection import Evidence
from rag.topic.spoken import by_words
from rag.topic.topics import topic_of
from rag.verdicts import Finding, Verdict

_WHO_DID = re.compile(r"\W*who\s+(?:(?:has|have|had|also|first)\s+)*([a-z]+)", re.I)
_AS_GOOD = 0.9  # of the best quote's score: what else may state the fact
_EXAMPLES = 4
_EXAMPLES_SOUGHT_IN = 100  # documents
_SPEAKERS_SOUGHT_IN = 100  # documents
_LISTED_SILENT = 200  # a larger collection counts its silent documents instead of listing them


def _facts(question: Question, quotes: Sequence[Quote]) -> dict[str, int]:
    """What the best quotes state, with the number of the first that does: several where they differ."""
    best = max(quote.score for quote in quotes)
    found: dict[str, int] = {}
    for quote in sorted(quotes, key=lambda quote: (-quote.score, quote.number)):
        fact = fact_in(question, quote.text) if quote.score >= _AS_GOOD * best else None
        if fact is not None:
            found.setdefault(fact, quote.number)
    return found


def _asks_who_did(question: Question, quotes: Sequence[Quote]) -> bool:
    """ "Who thanked the people?": whether the quotes are words of those who did it, and say so."""
    did = _WHO_DID.match(question.searched)
    if question.sought != "person" or did is None or did[1].casefold() in STOP_WORDS:
        return False
    return stem_of(did[1]) in {stem for quote in quotes for stem in stems(quote.text)}


class EmptyCollection(ValueError):
    """There is nothing to ask."""


class Chatbot:
    """Answers questions from a collection; a language model, where there is one, only adds to an answer."""

    def __init__(self, collection: Collection, model: Model | None = None) -> None:
        self._collection = collection
        self._model = model
        self._known_speakers: tuple[tuple[int, ...], tuple[str, ...]] | None = None

    @classmethod
    def open(cls, collection: Path | str, settings: Settings | None = None) -> Self:
        """A chatbot over the collection in a folder, with the models of ``settings``; none by default.

        Raises ValueError where there is no collection, where another embedding made it, or where a
        model cannot be had.
        """
        settings = settings or Settings()
        embedder = Embedder(settings.embedding) if settings.embedding else None
        return cls(Collection(Path(collection), embedder), open_model(settings))

    def close(self) -> None:
        """Let go of the collection's files; nothing can be asked any more."""
        self._collection.close()

    def ask(self, question: str, history: Sequence[str] = (), told: Told | None = None) -> Answer:
        """Answer a question; ``history`` is what was asked before in the conversation.

        told: called with each stage that is reached. May be called from several threads at once.
        Raises ValueError, with one clear sentence, for a question that cannot be asked.
        """
        started = time.perf_counter()
        answer = self._quoted(question, history, told)
        answer = replace(answer, seconds=time.perf_counter() - started)
        if self._model is None or answer.abstained:
            return answer
        if told:
            told(Draft(answer))
        measure = open_support(self._collection.unusualness, self._collection.sentence_vectors)
        for prose in write(self._model, answer, measure):
            answer = replace(answer, model=prose, seconds=time.perf_counter() - started)
            if told:
                told(Draft(answer))
        return answer

    def _quoted(self, question: str, history: Sequence[str], told: Told | None = None) -> Answer:
        """The answer composed from quotes, all of it from one commit."""
        with self._collection.reading():
            return self._answer(question, history, told)

    def _answer(self, question: str, history: Sequence[str], told: Told | None) -> Answer:
        cards = self._collection.cards
        if not cards:
            raise EmptyCollection("the collection is empty; add documents with: ontherecord add PATH")
        newest = max((card.date for card in cards.values() if card.date), default=None)
        asked = understand(question, history, newest=newest, speakers=self._speakers())
        if told:
            told(Searched(asked.searched))
        answered = find_again(asked, self._collection)
        found = answered.findings
        if told and answered.question.searched != asked.searched:
            told(Searched(answered.question.searched))
        if told:
            said, mentioned = len(found.said), len(found.mentioned)
            told(Found(said, mentioned, len(cards) - said - mentioned))
        return self._compose(answered.question, answered.scope, found)

    def search(self, query: str, k: int = 10) -> list[Hit]:
        """The ``k`` passages that fit a query best."""
        return self._collection.search(query, k)

    def documents(self) -> tuple[Card, ...]:
        """Every document, in the order of dates, the undated last."""
        self._collection.refresh()
        return tuple(self._collection.cards.values())

    def document(self, id_: str) -> Document:
        """Raises KeyError for an id that is not in the collection."""
        self._collection.refresh()
        return self._collection.document(id_)

    def examples(self) -> tuple[str, ...]:
        """A few questions that this collection answers."""
        with self._collection.reading():
            names = names_worth_asking(self._collection, 3 * _EXAMPLES)
            questions = (f"What did they say about {name}?" for name in names)
            return tuple(islice(filter(self._is_answered, questions), _EXAMPLES))

    def _is_answered(self, question: str) -> bool:
        """Whether the first documents speak of what is asked; all of them would take seconds to hear."""
        first = frozenset(islice(self._collection.cards, _EXAMPLES_SOUGHT_IN))
        topic = topic_of(understand(question).topic, self._collection)
        return bool(by_words(topic, self._collection, first, asking=False).certain)

    def _speakers(self) -> tuple[str, ...]:
        """Who is on record in a collection small enough to look: "and Kerry?" then means his words."""
        cards = self._collection.cards
        if self._known_speakers is None or self._known_speakers[0] != tuple(cards):
            found: dict[str, None] = {}
            for number in cards if len(cards) <= _SPEAKERS_SOUGHT_IN else ():
                document = self._collection.load(number)
                heard = [*(said.speaker for said in statements(document)), author(document)]
                found.update(dict.fromkeys(filter(None, heard)))
            names = tuple(speaker.split(",")[0] for speaker in found)
            self._known_speakers = (tuple(cards), names)
        return self._known_speakers[1]

    def _compose(self, question: Question, scope: Scope, found: Findings) -> Answer:
        quotes = self._quotes(found.evidence)
        if not quotes:
            text = phrasing.silence(question, scope, mentioned=len(found.mentioned))
        elif question.kind == "topic" and (question.topic or question.speaker or scope.is_limited):
            text = phrasing.topic_answer(question, quotes, found, scope)
        else:
            facts = _facts(question, quotes)
            asks_who = question.kind == "who" or (not facts and _asks_who_did(question, quotes))
            text = (
                phrasing.who_answer(question, quotes, found)
                if asks_who
                else phrasing.fact_answer(facts, quotes)
            )
        verdicts, silent = self._verdicts(found)
        return Answer(
            question=question.asked,
            searched=question.searched,
            text=text,
            quotes=quotes,
            verdicts=verdicts,
            abstained=not quotes,
            silent=silent,
            answerable=found.answerable,
        )

    def _quotes(self, evidence: Sequence[Evidence]) -> tuple[Quote, ...]:
        order = {number: place for place, number in enumerate(self._collection.cards)}
        ordered = sorted(evidence, key=lambda found: (order[found.document], found.span))
        return tuple(
            Quote(
                number=number,
                document=self._collection.load(found.document),
                start=found.span.start,
                end=found.span.end,
                speaker=found.speaker,
                voice=found.voice,
                score=min(1.0, found.score),
                reworded=found.reworded,
            )
            for number, found in enumerate(ordered, start=1)
        )

    def _verdicts(self, found: Findings) -> tuple[tuple[Verdict, ...], int | None]:
        verdicts = []
        cards = self._collection.cards
        many = len(cards) > _LISTED_SILENT
        said = found.said
        for number, card in cards.items():
            finding: Finding = (
                "said" if number in said else "mentioned" if number in found.mentioned else "silent"
            )
            if finding != "silent" or not many:
                verdicts.append(Verdict(card, finding))
        return tuple(verdicts), len(cards) - len(verdicts) if many else None
