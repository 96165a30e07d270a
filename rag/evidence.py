"""Which sentences answer a question, and whether any does: probabilities learned from data.

Two logistic regressions over the signals of ``rag.fact.signals``, trained by ``eval/train.py`` and kept in
``evidence.json``: one row a signal, with the mean and deviation it was standardised with and its weight.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.fact.signals import NAMES, Candidate, Rarity, is_informal, signals

Values = npt.NDArray[np.float64]
MODEL_FILE = Path(__file__).parent / "evidence.json"
# A question typed like a search query (no capitals) was not written beside the text, so likeness of
# meaning tells more there and shared words tell less: these signals have a second weight for it.
_VARYING = (
    "cosine",
    "passage_cosine",
    "covered",
    "covered_passage",
    "rarest_missing",
    "missing",
    "missing_passage",
    "words",
)
_BEST = (
    "best",
    "second",
    "expected",
    "nearest",
    "nearest_three",
    "nearest_passage",
    "nearest_around",
)
SENTENCE_INPUTS = (*NAMES, "informal", *(f"{name}_informal" for name in _VARYING))
QUESTION_INPUTS = (*SENTENCE_INPUTS, *_BEST, *(f"{name}_informal" for name in _BEST))
_VARYING_AT = [NAMES.index(name) for name in _VARYING]
_COSINE, _PASSAGE_COSINE = NAMES.index("cosine"), NAMES.index("passage_cosine")
_LEAST, _UNLIKELY = 1e-6, 1e-4
_NO_SECOND = -6.0  # log-odds in the stead of a second sentence's where there is one sentence only


class ModelMismatch(ValueError):
    """A trained model was made for other signals than this code computes."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """sentences: for each candidate the probability that it is (part of) the answer.
    answered: the probability that the candidates answer the question at all; 0 without candidates.
    """

    answered: float
    sentences: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression on standardised inputs; the arrays run over ``inputs``."""

    inputs: tuple[str, ...]
    mean: Values
    deviation: Values
    weight: Values
    bias: float

    def log_odds(self, rows: Values) -> Values:
        """(n, len(inputs)) → (n,)"""
        found: Values = (rows - self.mean) / self.deviation @ self.weight + self.bias
        return found


@dataclass(frozen=True, slots=True)
class Judge:
    """The trained model. ``threshold``: the probability that 97 % of answerable questions reach;
    what counts as answered in an answer is decided in rag/fact/presence, which knows more."""

    sentence: Regression
    question: Regression
    threshold: float

    def judge(self, question: str, candidates: Sequence[Candidate], *, rarity: Rarity) -> Judgement:
        """Probabilities for each candidate and for the question as a whole."""
        if not candidates:
            return Judgement(0.0, ())
        rows = sentence_inputs(question, candidates, rarity=rarity)
        odds = self.sentence.log_odds(rows)
        whole = self.question.log_odds(question_inputs(rows, odds)[None])
        return Judgement(float(probability(whole)[0]), tuple(probability(odds).tolist()))


@lru_cache(maxsize=4)
def open_judge(file: Path = MODEL_FILE) -> Judge:
    """Read the model. Raises ModelMismatch when it was made for other signals."""
    read = json.loads(file.read_text(encoding="utf-8"))
    return Judge(
        regression(read["sentence"], SENTENCE_INPUTS),
        regression(read["question"], QUESTION_INPUTS),
        float(read["threshold"]),
    )


def sentence_inputs(question: str, candidates: Sequence[Candidate], *, rarity: Rarity) -> Values:
    """What the sentence model reads: (len(candidates), len(SENTENCE_INPUTS))."""
    rows = signals(question, candidates, rarity=rarity)
    informal = np.full((len(rows), 1), float(is_informal(question)))
    return np.concatenate([rows, informal, rows[:, _VARYING_AT] * informal], axis=1)


def question_inputs(rows: Values, odds: Values) -> Values:
    """What the question model reads, from the rows of all candidates and their log-odds.

    The row of the best sentence, the log-odds of the best two, the logarithm of how many sentences
    are expected to answer, and cosines: the greatest, the mean of the greatest three, the greatest
    of a passage, the mean around the best sentence.
    """
    order = np.argsort(-odds, kind="stable")
    row = rows[order[0]]
    cosines, passages = rows[:, _COSINE], rows[:, _PASSAGE_COSINE]
    best = np.array(
        [
            odds[order[0]],
            odds[order[1]] if len(order) > 1 else _NO_SECOND,
            np.log(np.maximum(probability(odds).sum(), _LEAST)),
            cosines.max(),
            np.sort(cosines)[-3:].mean(),
            passages.max(),
            # Sentences of one passage share its cosine.
            cosines[passages == row[_PASSAGE_COSINE]].mean(),
        ]
    )
    found: Values = np.concatenate([row, best, best * row[len(NAMES)]])
    return found


def probability(odds: Values) -> Values:
    """The logistic function, without overflow."""
    found: Values = 0.5 * (1.0 + np.tanh(0.5 * odds))
    return found


def log_odds(likely: Values) -> Values:
    """The inverse of ``probability``; of what is all but sure as of 0.0001 and 0.9999."""
    bounded = np.clip(likely, _UNLIKELY, 1 - _UNLIKELY)
    found: Values = np.log(bounded / (1 - bounded))
    return found


def regression(
    read: Mapping[str, Any],
    inputs: tuple[str, ...],
    *,
    file: str = "evidence.json",
    made_by: str = "eval.train",
) -> Regression:
    """A regression as its file holds it. Raises ModelMismatch when it was made for other inputs."""
    rows = read["inputs"]
    if tuple(rows) != inputs:
        differing = sorted(set(rows).symmetric_difference(inputs)) or ["their order"]
        raise ModelMismatch(
            f"{file} and the code differ in {', '.join(differing)}; make it again with: python -m {made_by}"
        )
    table = np.array([rows[name] for name in inputs], dtype=np.float64)
    return Regression(inputs, table[:, 0], table[:, 1], table[:, 2], float(read["bias"]))
