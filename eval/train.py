"""Train and measure the evidence model: ``python -m eval.train --data ../shared/data``.

Reads SQuAD 2 and CLAP-NQ, trains on one half (SQuAD by a hash of the article's title, CLAP-NQ by a hash
of the question's id) and writes ``rag/evidence.json`` with what it measured on the other half. Each
question is posed twice: to the passage it was written for ("passage"), and to all passages of its half
of the collection, of which the eight nearest are read, as the chatbot does ("collection").
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from eval.lessons import Lesson, lessons
from rag.evidence import (
    MODEL_FILE,
    QUESTION_INPUTS,
    SENTENCE_INPUTS,
    Regression,
    probability,
    question_inputs,
)

Values = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
_STRENGTH = 0.02  # inverse strength of the L2 penalty, found by cross-validation within the training half
_ANSWERED = 0.97  # this share of the answerable questions is to be answered
_CURVE = (0.999, 0.99, 0.98, 0.97, 0.95, 0.9, 0.8, 0.7, 0.5)
_BINS = 10


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.train", description="Train the evidence model.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--half", type=int, choices=(0, 1), default=0, help="the half to train on")
    parser.add_argument("--output", type=Path, default=MODEL_FILE)
    options = parser.parse_args(argv)
    found = lessons(options.data)
    taught = [lesson for lesson in found if lesson.exercise.half == options.half]
    unseen = [lesson for lesson in found if lesson.exercise.half != options.half]
    sentence, question = _train(taught)
    made: dict[str, Any] = {
        "made_by": f"python -m eval.train --half {options.half}",
        **_thresholds(taught, sentence, question),
        "trained_on": _counts(taught),
        "measured_on": _counts(unseen),
        "measured": _measured(unseen, sentence, question),
    }
    sys.stdout.write(readable(made) + "\n")
    made |= {
        "columns": ["mean", "deviation", "weight"],
        "sentence": written(sentence),
        "question": written(question),
    }
    options.output.write_text(readable(made) + "\n", encoding="utf-8")
    return 0


def _train(taught: Sequence[Lesson]) -> tuple[Regression, Regression]:
    # A question whose answer was not among the passages read teaches nothing about sentences.
    usable = [one for one in taught if one.gold.any() or not one.exercise.answerable]
    sentence = _fit(
        SENTENCE_INPUTS,
        np.concatenate([one.rows for one in usable]),
        np.concatenate([one.gold for one in usable]),
        np.concatenate([np.full(len(one.rows), one.weight) for one in usable]),
    )
    question = _fit(
        QUESTION_INPUTS,
        np.array([question_inputs(one.rows, sentence.log_odds(one.rows)) for one in usable]),
        np.array([one.exercise.answerable for one in usable]),
        np.array([one.weight for one in usable]),
    )
    return sentence, question


def _fit(inputs: tuple[str, ...], rows: Values, labels: Marks, weights: Values) -> Regression:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (only needed here)

    mean = rows.mean(axis=0)
    deviation = rows.std(axis=0)
    deviation[deviation == 0] = 1.0
    model = LogisticRegression(C=_STRENGTH, max_iter=2000)
    model.fit((rows - mean) / deviation, labels, sample_weight=weights)
    return Regression(inputs, mean, deviation, model.coef_[0], float(model.intercept_[0]))


def _answered(found: Sequence[Lesson], sentence: Regression, question: Regression) -> Values:
    """The probability that each question is answered."""
    rows = [question_inputs(lesson.rows, sentence.log_odds(lesson.rows)) for lesson in found]
    return probability(question.log_odds(np.array(rows)))


def _thresholds(taught: Sequence[Lesson], sentence: Regression, question: Regression) -> dict[str, float]:
    """threshold: as many of the answerable questions of each data set reach it as are to be answered.
    sentence_threshold: the probability that gives the best F1 of selected sentences on CLAP-NQ.
    """
    alone = [lesson for lesson in taught if lesson.alone and lesson.exercise.answerable]
    scores = _answered(alone, sentence, question)
    clapnq = np.array([lesson.exercise.source == "clapnq" for lesson in alone])
    found = min(float(np.quantile(scores[mask], 1 - _ANSWERED)) for mask in (clapnq, ~clapnq))
    several = [lesson for lesson in alone if lesson.exercise.source == "clapnq"]
    steps = [step / 100 for step in range(5, 80)]
    best = max(steps, key=lambda step: _selection(several, sentence, step)["f1"])
    return {"threshold": round(found, 4), "sentence_threshold": best}


def _measured(
    unseen: Sequence[Lesson], sentence: Regression, question: Regression
) -> dict[str, dict[str, Any]]:
    groups = {
        f"{source}, {'passage' if alone else 'collection'}": [
            lesson for lesson in unseen if (lesson.exercise.source, lesson.alone) == (source, alone)
        ]
        for source in ("squad2", "clapnq")
        for alone in (True, False)
    }
    return {name: _measure(group, sentence, question) for name, group in groups.items()}


def _measure(group: Sequence[Lesson], sentence: Regression, question: Regression) -> dict[str, Any]:
    scores = _answered(group, sentence, question)
    answerable = np.array([lesson.exercise.answerable for lesson in group])
    present = [lesson for lesson in group if lesson.exercise.answerable]
    best = [bool(lesson.gold[int(np.argmax(sentence.log_odds(lesson.rows)))]) for lesson in present]
    return {
        "auroc": round(auroc(scores, answerable), 4),
        "best_sentence_right": round(float(np.mean(best)), 4),
        "selected": {str(step): _selection(present, sentence, step) for step in (0.2, 0.3, 0.4, 0.5)},
        "curve_answered_abstained_threshold": curve(scores, answerable),
        "calibration_said_true_count": _calibration(scores, answerable),
    }


def auroc(scores: Values, positive: Marks) -> float:
    """The chance that a positive scores higher than a negative, ties counting half (Mann-Whitney U)."""
    above, below = scores[positive][:, None], scores[~positive][None, :]
    return float(np.mean((above > below) + 0.5 * (above == below)))


def _selection(present: Sequence[Lesson], sentence: Regression, step: float) -> dict[str, float]:
    """Micro-averaged over sentences; the best sentence of a question is always selected."""
    right = chosen = gold = 0
    for lesson in present:
        scores = probability(sentence.log_odds(lesson.rows))
        taken = (scores >= step) | (scores == scores.max())
        right += int((taken & lesson.gold).sum())
        chosen += int(taken.sum())
        gold += int(lesson.gold.sum())
    precision, recall = right / max(chosen, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def curve(scores: Values, answerable: Marks) -> list[list[float]]:
    """Share of answerable questions answered, share of the others abstained from, threshold."""
    steps = [float(np.quantile(scores[answerable], 1 - share)) for share in _CURVE]
    return [
        [
            round(float((scores[answerable] >= step).mean()), 4),
            round(float((scores[~answerable] < step).mean()), 4),
            round(step, 4),
        ]
        for step in steps
    ]


def _calibration(scores: Values, answerable: Marks) -> list[list[float]]:
    """For each tenth of [0, 1]: mean probability said, share that was answerable, questions."""
    bins = np.minimum((scores * _BINS).astype(int), _BINS - 1)
    return [
        [
            round(float(scores[bins == b].mean()), 3),
            round(float(answerable[bins == b].mean()), 3),
            int((bins == b).sum()),
        ]
        for b in range(_BINS)
        if (bins == b).any()
    ]


def readable(made: dict[str, Any]) -> str:
    """JSON with each list of numbers on one line."""
    return re.sub(
        r"\[[^\[\]{}]*\]", lambda match: re.sub(r"\s+", " ", match.group()), json.dumps(made, indent=1)
    )


def _counts(found: Sequence[Lesson]) -> dict[str, int]:
    alone = [lesson.exercise for lesson in found if lesson.alone]
    counted = Counter((one.source, "answerable" if one.answerable else "unanswerable") for one in alone)
    return {f"{source}, {kind}": number for (source, kind), number in sorted(counted.items())}


def written(model: Regression) -> dict[str, Any]:
    table = np.stack([model.mean, model.deviation, model.weight], axis=1)
    rows = {
        name: [round(float(value), 5) for value in row] for name, row in zip(model.inputs, table, strict=True)
    }
    return {"bias": round(model.bias, 5), "inputs": rows}


if __name__ == "__main__":
    sys.exit(main())
