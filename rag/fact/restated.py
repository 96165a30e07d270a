"""The same fact told again, in another document or further on: "80,000 crowns", "30 September 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.collection import Collection
from index.documents import Document, Span
from index.words import stem_of, stems
from rag.asked.scope import Scope
from rag.fact.facts import facts_in
from rag.fact.readings import ASKS, SENTENCES_BEFORE, on_one_line, with_sentences_before
from rag.model.numbers import Date, dates
from rag.model.words import NUMBER_WORDS, SCALES
from rag.questions import Question
from rag.topic.coverage import cover
from rag.topic.selection import Evidence
from rag.topic.topics import Topic, topic_of

_DOCUMENTS = 200  # of more only those that answer already are read again
_SOUGHT = ("number", "date")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile(r"[\s\-–—]+")
_NEXT_YEAR = re.compile(r"\s(?:of )?(?P<which>next|this|last) year\b")
_SHIFT = {"next": 1, "this": 0, "last": -1}
# How much of what is asked stands in a sentence that holds the fact, and with those before it: of a figure
# that hardly stands twice by chance, and of "two days".
_RARE, _DATED, _PLAIN, _AROUND = 0.1, 0.3, 0.4, 0.6
_SMALL = 2  # digits of a number that anything may have
_UNITS = 3  # words


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact as it may be told again: its words without what qualifies it, or its date."""

    words: tuple[str, ...]
    date: tuple[int | None, int | None, int | None] | None

    def may_stand_in(self, text: str) -> bool:
        """Whether a text holds its figures or first word; cheap, and often wrongly so."""
        if self.date:
            return str(self.date[2] or self.date[0] or "") in text
        return _MARKS.split(self.words[0])[0] in text.lower()

    @property
    def is_rare(self) -> bool:
        if self.date:
            return None not in self.date
        first = self.words[0]
        if not first[:1].isdigit():
            return "-" in first or all(word in NUMBER_WORDS or word in SCALES for word in self.words[:2])
        return "." in first or len(first) > _SMALL


def told_again(
    question: Question, chosen: Sequence[Evidence], scope: Scope, collection: Collection
) -> list[Evidence]:
    """Where else the fact that answers a question is told, as surely as where it was found."""
    best = max(chosen, key=lambda one: one.score, default=None)
    if best is None or question.kind != "fact" or question.sought not in _SOUGHT or question.speaker:
        return []
    document = collection.load(best.document)
    stated = facts_in(question, document.text[best.span.start : best.span.end])
    facts = list(filter(None, (_fact(question, one, document) for one in stated)))
    if len(facts) > 1:  # which of them was asked for is not plain
        facts = [one for one in facts if one.is_rare]
    numbers = scope.numbers if len(scope.numbers) <= _DOCUMENTS else {one.document for one in chosen}
    known = {(one.document, one.span) for one in chosen}
    topic = topic_of(question.topic, collection, loose=True)
    return [
        Evidence(number, span, best.score)
        for number in sorted(numbers)
        for span in _telling(facts, topic, collection.load(number))
        if (number, span) not in known
    ]


def _fact(question: Question, stated: str, document: Document) -> _Fact | None:
    """A fact with its unit, or with its day or month; None of a number or a year alone."""
    if question.sought == "date":
        day = next(iter(dates(stated)), None)
        return _Fact((), _resolved(day, stated, document)) if day and day.month else None
    figures = _FIGURES.search(stated)
    words = stated[figures.start() if figures else 0 :].lower().split()
    words = [word for word in words if word not in _QUALIFYING][: _UNITS + 1]
    return _Fact(tuple(words), None) if len(words) > 1 or "%" in stated else None


_QUALIFYING = frozenset(
    "about around nearly almost some over under at least most more fewer less than only".split()
)


def _resolved(day: Date, text: str, document: Document) -> tuple[int | None, int | None, int | None]:
    """A date with the year of "30 September next year", where the document tells when it is of."""
    year = day.year
    relative = _NEXT_YEAR.match(text, day.end)
    if year is None and relative and document.date:
        year = int(document.date[:4]) + _SHIFT[relative["which"]]
    return year, day.month, day.day


def _telling(facts: Sequence[_Fact], topic: Topic, document: Document) -> Iterator[Span]:
    facts = [fact for fact in facts if fact.may_stand_in(document.text)]
    if not facts:
        return
    named = frozenset(stems(f"{document.title} {document.text}"))
    if not all(named >= term.stems or not term.is_name for term in topic.terms):
        return
    for span in document.sentences:
        text = on_one_line(document.text[span.start : span.end])
        stated = next((fact for fact in facts if _states(fact, text, document)), None)
        if stated is None or ASKS.search(text):
            continue
        around = on_one_line(with_sentences_before(document, span, SENTENCES_BEFORE))
        own, share = (cover(topic, one, frozenset(stems(one))).share for one in (text, around))
        if _is_of_it(stated, own, share):
            yield span


def _is_of_it(fact: _Fact, own: float, share: float) -> bool:
    """Whether a sentence that holds a fact tells it of what is asked for."""
    if fact.date and fact.is_rare:
        return share >= _DATED
    return (own > 0 and share >= _RARE) if fact.is_rare else (own >= _PLAIN and share >= _AROUND)


def _states(fact: _Fact, text: str, document: Document) -> bool:
    """Whether a sentence holds the fact: its date, or its number with the unit."""
    if not fact.may_stand_in(text):
        return False
    if fact.date:
        return any(_resolved(one, text, document) == fact.date for one in dates(text))
    asked = [stem_of(word.strip(".,;:")) for word in _MARKS.split(" ".join(fact.words)) if word]
    held = [stem_of(word.strip(".,;:“”\"'()")) for word in _MARKS.split(text.lower()) if word]
    return any(held[at : at + len(asked)] == asked for at in range(len(held) - len(asked) + 1))
