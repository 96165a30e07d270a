"""Whether the collection answers a question for a fact, and which of the sentences read are the answer.

Five things are weighed: what two trained models make of a sentence, one by signals (rag/evidence), one that
reads it beside the question (rag/fact/reader); how much of what is asked is there at all, under whatever
name; whether its document lacks a name that is asked for; and whether it holds the kind of thing that is
asked for, most of all a measure (rag/fact/measures). The weights, in ``presence.json``, are those of three
logistic regressions: for a sentence, for the choice among several, and for the question. ``python -m
eval.calibrate`` fits them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import tanh
from pathlib import Path

from rag.fact.reader import UNREAD
from rag.fact.readings import Reading
from rag.fact.signals import is_informal
from rag.questions import Question

# What the regressions read, in the order of their rows.
SIGNS = {
    "sentence": ("odds", "told", "share", "complete", "lacks_names", "lacks_kind", "measured", "does"),
    "choice": ("odds", "behind", "beside", "informal", "behind_informal", "beside_informal"),
    "question": ("answered", "told", "unread", "share", "lacks_kind"),
}
_PRECISION = 0.5**2  # β² of F0.5, for which precision counts twice as much as recall
_TOLD_SO = 1.0  # log-odds of the reader below which no sentence without any number tells how many
_SURELY = 3.5  # log-odds from which a sentence of another document, too, answers as what was read beside it
_AS_LIKELY = 0.1  # log-odds that a sentence may be behind the best, and is chosen with it
PRESENT = 0.5  # from this probability a question counts as answered
FILE = Path(__file__).parent / "presence.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Of each regression its bias and the weight of each of its signs."""

    fitted: Mapping[str, Mapping[str, float]]

    def score(self, reading: Reading) -> float:
        """The probability that a sentence answers, where anything does."""
        return _probability(self._odds(reading))

    def presence(self, question: Question, readings: Sequence[Reading]) -> float:
        """The probability that one of these sentences answers the question."""
        return _probability(self._weighed("question", self.signs_of(question, readings))) if readings else 0.0

    def signs_of(self, question: Question, readings: Sequence[Reading]) -> tuple[float, ...]:
        """What tells whether one of these sentences, of which there must be one, answers the question.

        A question is unread where no document holds all that is named in it.
        """
        best = max(readings, key=self._odds)
        share = max(reading.share for reading in self.chosen(question, readings))
        told = max(reading.told for reading in readings)
        return best.answered, told, float(told <= UNREAD), share, float(best.lacks_kind)

    def tells_none(self, question: Question, readings: Sequence[Reading]) -> bool:
        """Whether the likeliest sentence holds no number or date, where one is asked for, nor tells it in
        another way."""
        best = self.best(readings)
        return question.sought in ("number", "date") and best.lacks_kind and best.told < _TOLD_SO

    def best(self, readings: Sequence[Reading]) -> Reading:
        """The likeliest of these sentences to answer."""
        return max(readings, key=self._odds)

    def chosen(self, question: Question, readings: Sequence[Reading]) -> list[Reading]:
        """The sentences that answer, where anything does: those whose expected F0.5 is the greatest.

        And those as likely as the best, for nothing tells which of two documents is right. Of k sentences
        with the probabilities p it is about 1.25 Σ p / (k + 0.25 Σ p of all sentences): Lipton
        et al., "Optimal Thresholding of Classifiers to Maximize F1 Measure", ECML 2014. Of F0.5,
        as a wrong quote is worse than one too few.
        """
        rows = self.choices(question, readings)
        likely = [_probability(self._weighed("choice", row)) for row in rows]
        ordered = sorted(range(len(likely)), key=lambda at: -likely[at])
        right = accumulate(likely[at] for at in ordered)
        expected = [
            (1 + _PRECISION) * sum_ / (count + _PRECISION * sum(likely))
            for count, sum_ in enumerate(right, start=1)
        ]
        kept = set(ordered[: expected.index(max(expected)) + 1] if expected else [])
        kept |= {at for at, (_, behind, *_) in enumerate(rows) if behind <= _AS_LIKELY}
        elsewhere = {at for at, (own, _, beside, *_) in enumerate(rows) if own > 0 and not beside}
        kept |= {at for at in elsewhere if kept and readings[at].told >= _SURELY}
        found = [readings[at] for at in sorted(kept)]
        # Beside a sentence with a number, a date or a name one without it is no second answer.
        return [one for one in found if not one.lacks_kind] or found

    def choices(self, question: Question, readings: Sequence[Reading]) -> list[tuple[float, ...]]:
        """What tells of each sentence whether to choose it: its log-odds, how far it is behind the best,
        whether it stands in the same document as the best. All of this may tell something else of a
        question typed like a search query, which asks for longer answers.
        """
        odds = [self._odds(reading) for reading in readings]
        best = odds.index(max(odds)) if odds else 0
        informal = float(is_informal(question.searched))
        found: list[tuple[float, ...]] = []
        for reading, own in zip(readings, odds, strict=True):
            beside = float(reading.passage.document.id == readings[best].passage.document.id)
            behind = odds[best] - own
            found.append((own, behind, beside, informal, behind * informal, beside * informal))
        return found

    def _odds(self, reading: Reading) -> float:
        return self._weighed("sentence", reading.signs)

    def _weighed(self, name: str, signs: Sequence[float]) -> float:
        """The log-odds that one of the regressions gives."""
        of = self.fitted[name]
        return of["bias"] + sum(of[sign] * value for sign, value in zip(SIGNS[name], signs, strict=True))


@lru_cache(maxsize=1)
def open_weights() -> Weights:
    """The weights that ship."""
    return Weights(json.loads(FILE.read_text(encoding="utf-8"))["weights"])


def _probability(log_odds: float) -> float:
    return 0.5 * (1 + tanh(0.5 * log_odds))
