"""What came of gold questions: the answer as its reader was given it, and what each measure makes of it.

Everything here is data that can be written as JSON. Nothing refers to a document's text, so that an
answer is judged from outside: its quotes are words and a place, and the two may disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from eval.gold import GoldQuestion
from rag.answers import Answer
from rag.quotes import Voice
from rag.verdicts import Finding


class Pair(NamedTuple):
    """What one question adds to a measure. Of a share: how much is right, of how much.

    A plain value, such as nDCG@10 or F1, is right of a total of 1. What a measure's statistic makes of
    the pairs of all questions is up to it (``eval/statistics.py``); most add both up and divide.
    """

    right: float
    total: float


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote as it was given; offsets are code points into the document's text."""

    document: str
    start: int
    end: int
    text: str
    speaker: str | None
    voice: Voice
    score: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """The verdict on a document, with the date it was given."""

    document: str
    verdict: Finding
    date: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as its reader was given it.

    silent: documents without a verdict of their own, all of them silent.
    answerable: the probability that the collection answers, which abstention is decided by; None where
    the answering system gives none.
    """

    searched: str
    text: str
    quotes: tuple[Quoted, ...]
    verdicts: tuple[Ruled, ...]
    abstained: bool
    silent: int = 0
    answerable: float | None = None

    @classmethod
    def of(cls, answer: Answer) -> Given:
        """What a reader of ``answer`` is given."""
        quotes = (
            Quoted(q.document.id, q.start, q.end, q.text, q.speaker, q.voice, q.score) for q in answer.quotes
        )
        verdicts = (Ruled(v.document.id, v.verdict, v.document.date) for v in answer.verdicts)
        return cls(
            searched=answer.searched,
            text=answer.text,
            quotes=tuple(quotes),
            verdicts=tuple(verdicts),
            abstained=answer.abstained,
            silent=answer.silent or 0,
            answerable=answer.answerable,
        )

    @property
    def said(self) -> frozenset[str]:
        """The documents whose verdict is "said"."""
        return frozenset(ruled.document for ruled in self.verdicts if ruled.verdict == "said")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one gold question.

    given: the answer, or None where asking failed; ``error`` then says how.
    seconds: wall-clock time, of a failure too.
    pairs: measure → what this question adds to it; a measure that does not apply to it is left out.
    wrong: for a reader, what is wrong with the answer, one line each.
    """

    gold: GoldQuestion
    given: Given | None
    seconds: float
    error: str | None = None
    pairs: Mapping[str, Pair] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A measure over questions: ``value`` and its 95 % interval are None where nothing was counted.

    n: questions that count in it.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run: its outcomes in the order of the gold, and what was measured.

    results: every measure over all questions, then kinds: the same by kind of question.
    about: what was run, for whoever reads it later: collection, model, versions, seed.
    """

    outcomes: tuple[Outcome, ...]
    results: tuple[Result, ...]
    kinds: Mapping[str, tuple[Result, ...]]
    about: Mapping[str, str | int]

    def value(self, name: str) -> float | None:
        """The value of a measure; None too where it was not measured."""
        return next((result.value for result in self.results if result.name == name), None)
