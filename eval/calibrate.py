"""Fits the few weights of rag/fact/presence.json: ``python -m eval.calibrate --data ../shared/data``.

Questions are put to whole collections, as the chatbot puts them: those of the sample that ships, those of
one half of the news articles (eval/facts), and those of the halves of SQuAD 2 and CLAP-NQ that
rag/evidence.json was trained on, but for those that rag/fact/reader was. All of them count alike however many
questions each has, and the news not for how many sentences are quoted; how much the sample counts for whether
a question is answered is chosen by held-out folds of what is fitted to. But the point from which a question
counts as answered is that of sample and news. What is measured is written beside the weights: in those
folds, on the other halves, which nothing was fitted to, and on the sample, which was.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval import facts
from eval.datasets import READERS, fill
from eval.datasets_base import FITTING, HALVES
from eval.gold import GoldQuestion
from eval.gold import read as read_gold
from eval.train import Values, auroc, curve, readable
from index.collection import Collection
from rag.asked.scope import scope_of
from rag.evidence import probability
from rag.fact.presence import FILE, PRESENT, SIGNS, Weights
from rag.fact.readings import Reading, read
from rag.questions import Question, understand

SAMPLE = Path(__file__).parent / "sample"
_PUBLIC = {"squad2": Path("squad2", "dev-v2.0.json"), "clapnq": Path("clapnq")}
_QUESTIONS = 500  # of each half of a data set: enough for so few weights
_STATEMENTS = ("sample", "news")
_SAMPLE_COUNTS = 2.0  # in which sentences are quoted as much as both data sets, which count 1 each
_TRIED = (2.0, 1.0, 0.5, 0.25)  # for what the sample counts in whether a question is answered
_AS_GOOD = 0.002  # of a mean AUROC; of counts that are as good the one that heeds statements most
_FOLDS = 5
_FARTHEST = 5.0  # log-odds that the point from which a question is answered can be moved by
_FREEDOM = 10.0  # C of the regressions; with so few inputs they need little restraint


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question that asks for a fact, what was read for it, and which of the sentences are the answer."""

    source: str
    gold: GoldQuestion
    question: Question
    readings: tuple[Reading, ...]
    right: tuple[bool, ...]

    @property
    def answerable(self) -> bool:
        return self.gold.kind != "absent"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, say what was found, and write rag/fact/presence.json."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.calibrate", description="Fit rag/fact/presence.json."
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--questions", type=int, default=_QUESTIONS, help="at most, of each half")
    parser.add_argument("--keep", type=Path, help="folder in which the data sets' collections stay")
    parser.add_argument("--output", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    sample, news = list(_sample()), _news()
    taught, unseen = [sample, news["train"]], [sample, news["test"]]
    for name, path in _PUBLIC.items():
        with tempfile.TemporaryDirectory() as folder:
            kept = (options.keep or Path(folder)) / name
            halves = _public(name, options.data / path, options.questions, kept)
        taught.append(halves["train"])
        unseen.append(halves["test"])
    weights = fit([exercise for group in taught for exercise in group])
    made: dict[str, Any] = {
        "made_by": f"python -m eval.calibrate --questions {options.questions}",
        "fitted_on": {group[0].source: len(group) for group in taught},
        "auroc_in_held_out_folds_by_what_the_sample_counts": held_out(
            weights, [exercise for group in taught for exercise in group]
        ),
        "measured_on": {group[0].source: _measured(group, weights) for group in unseen},
        "weights": weights.fitted,
    }
    options.output.write_text(readable(made) + "\n", encoding="utf-8")
    sys.stdout.write(readable(made) + "\n")


def fit(taught: Sequence[Exercise]) -> Weights:
    """The three regressions, one after the other: each reads what those before it make of a sentence."""
    usable = [exercise for exercise in taught if exercise.readings]
    fitted: dict[str, dict[str, float]] = {}
    weights = Weights(fitted)
    shown = [exercise for exercise in usable if exercise.gold.quotes]
    signs = [reading.signs for exercise in shown for reading in exercise.readings]
    fitted["sentence"] = _regression("sentence", signs, *_marks(shown))
    shown = [exercise for exercise in shown if exercise.source != "news"]
    rows = [row for each in shown for row in weights.choices(each.question, each.readings)]
    fitted["choice"] = _regression("choice", rows, *_marks(shown), _SAMPLE_COUNTS)
    means = {counts: float(np.mean(list(of.values()))) for counts, of in held_out(weights, usable).items()}
    chosen = max(counts for counts, mean in means.items() if mean >= max(means.values()) - _AS_GOOD)
    fitted["question"] = _question(weights, usable, chosen)
    fitted["question"] = _sharpened(weights, [one for one in usable if one.source == "sample"])
    fitted["question"] = _shifted(weights, [one for one in usable if one.source in _STATEMENTS])
    return weights


def _marks(shown: Sequence[Exercise]) -> tuple[list[bool], list[str]]:
    """Of each sentence read whether it is the answer, and the source of its question."""
    right = [right for exercise in shown for right in exercise.right]
    return right, [exercise.source for exercise in shown for _ in exercise.readings]


def held_out(weights: Weights, taught: Sequence[Exercise]) -> dict[float, dict[str, float]]:
    """For whatever the sample may count the AUROC of each source, in folds that were not fitted to."""
    usable = [exercise for exercise in taught if exercise.readings]
    return {counts: _in_folds(weights, usable, counts) for counts in _TRIED}


def _question(weights: Weights, taught: Sequence[Exercise], counts: float) -> dict[str, float]:
    """The regression for whether a question is answered."""
    rows = [weights.signs_of(exercise.question, exercise.readings) for exercise in taught]
    answerable = [exercise.answerable for exercise in taught]
    return _regression("question", rows, answerable, [each.source for each in taught], counts)


def _in_folds(weights: Weights, taught: Sequence[Exercise], counts: float) -> dict[str, float]:
    """The AUROC of each source, each question judged by a regression that was not fitted to its fold.

    Questions for which the same passage comes first, such as a question of SQuAD and the trap that was
    made of it, are in one fold.
    """
    folds = [_fold(exercise) for exercise in taught]
    presences = np.zeros(len(taught))
    for fold in range(_FOLDS):
        others = [exercise for exercise, own in zip(taught, folds, strict=True) if own != fold]
        judge = Weights({**weights.fitted, "question": _question(weights, others, counts)})
        for at, exercise in enumerate(taught):
            if folds[at] == fold:
                presences[at] = judge.presence(exercise.question, exercise.readings)
    found = {}
    for source in sorted({exercise.source for exercise in taught}):
        own = [at for at, exercise in enumerate(taught) if exercise.source == source]
        labels = np.array([taught[at].answerable for at in own])
        found[source] = round(auroc(presences[own], labels), 4)
    return found


def _fold(exercise: Exercise) -> int:
    first = exercise.readings[0].passage.document.id
    return int(hashlib.sha256(first.encode()).hexdigest(), 16) % _FOLDS


def _sharpened(weights: Weights, sample: Sequence[Exercise]) -> dict[str, float]:
    """The weights of the question, scaled and shifted to a probability for collections of statements.

    The order does not change. SQuAD's unanswerable questions are written to deceive, and make a probability
    more timid than it has to be where nobody sets traps. Platt, "Probabilistic Outputs for Support Vector
    Machines", 1999.
    """
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (only for fitting)

    labels = [exercise.answerable for exercise in sample]
    model = LogisticRegression(C=1.0).fit(_odds(weights, sample)[:, None], labels)
    factor = float(model.coef_[0, 0])
    found = {sign: weight * factor for sign, weight in weights.fitted["question"].items()}
    found["bias"] += float(model.intercept_[0])
    return {sign: round(weight, 3) for sign, weight in found.items()}


def _shifted(weights: Weights, statements: Sequence[Exercise]) -> dict[str, float]:
    """The weights of the question, shifted so that those with an answer and those without are believed
    alike: their mean probabilities are as far from one half. Neither the order nor the scale changes.
    """
    odds = _odds(weights, statements)
    answerable = np.array([exercise.answerable for exercise in statements])

    def leaning(shift: float) -> float:
        said = probability(odds + shift)
        return float(said[answerable].mean() + said[~answerable].mean() - 1.0)

    low, high = -_FARTHEST, _FARTHEST
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (low, middle) if leaning(middle) > 0 else (middle, high)
    found = dict(weights.fitted["question"])
    return {**found, "bias": round(found["bias"] + (low + high) / 2, 3)}


def _odds(weights: Weights, exercises: Sequence[Exercise]) -> Values:
    """The log-odds that each question is answered."""
    presences = np.array([weights.presence(each.question, each.readings) for each in exercises])
    found: Values = np.log(presences / (1 - presences))
    return found


def _regression(
    name: str,
    rows: Sequence[tuple[float, ...]],
    labels: Sequence[bool],
    sources: Sequence[str],
    sample_counts: float = 1.0,
) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (only for fitting)

    inputs = np.array(rows)
    scale = np.maximum(inputs.std(axis=0), 1e-9)
    numbers = Counter(sources)
    counts = {source: sample_counts if source == "sample" else 1.0 for source in numbers}
    whole = sum(counts.values())
    shares = np.array([len(sources) * counts[source] / whole / numbers[source] for source in sources])
    model = LogisticRegression(C=_FREEDOM, max_iter=1000).fit(inputs / scale, labels, sample_weight=shares)
    found = dict(zip(SIGNS[name], model.coef_[0] / scale, strict=True))
    return {sign: round(float(weight), 3) for sign, weight in {"bias": model.intercept_[0], **found}.items()}


def _sample() -> Iterator[Exercise]:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection.create(Path(folder))
        collection.add([SAMPLE])
        yield from exercises("sample", read_gold(SAMPLE / "gold.jsonl"), collection)
        collection.close()


def _news() -> dict[str, list[Exercise]]:
    """The exercises of each half of the news articles, all of which make one collection."""
    with tempfile.TemporaryDirectory() as folder:
        facts.write_articles(Path(folder, "documents"))
        collection = Collection.create(Path(folder, "collection"))
        collection.add([Path(folder, "documents")])
        found = {half: list(exercises("news", facts.questions(half), collection)) for half in HALVES}
        collection.close()
        return found


def _public(name: str, path: Path, questions: int, folder: Path) -> dict[str, list[Exercise]]:
    """The exercises of each half of a data set, all of whose texts make one collection in ``folder``."""
    collection, _ = fill(READERS[name](path, None), folder)
    found = {
        half: list(exercises(name, READERS[name](path, split).limited(questions).gold, collection))
        for half, split in zip(HALVES, (FITTING, HALVES[1]), strict=True)
    }
    collection.close()
    return found


def exercises(source: str, gold: Sequence[GoldQuestion], collection: Collection) -> Iterator[Exercise]:
    newest = max((card.date for card in collection.cards.values() if card.date), default=None)
    for asked in gold:
        question = understand(asked.question, asked.history, newest=newest)
        if question.kind != "topic":
            with collection.reading():
                readings = tuple(read(question, scope_of(question, collection), collection))
            right = tuple(_is_gold(asked, reading) for reading in readings)
            yield Exercise(source, asked, question, readings, right)


def _is_gold(question: GoldQuestion, reading: Reading) -> bool:
    document, span = reading.passage.document, reading.span
    for quote in question.quotes:
        start = document.text.find(quote.text) if document.id == quote.document else -1
        overlap = min(start + len(quote.text), span.end) - max(start, span.start)
        if start >= 0 and overlap >= 0.5 * min(len(quote.text), span.end - span.start):
            return True
    return False


def _measured(exercises: Sequence[Exercise], weights: Weights) -> dict[str, Any]:
    """answered and abstained: of those with and without an answer. Sentences: of those answered rightly."""
    scores = np.array([weights.presence(each.question, each.readings) for each in exercises])
    answerable = np.array([exercise.answerable for exercise in exercises])
    right = chosen = gold = 0
    for exercise, score in zip(exercises, scores, strict=True):
        if score >= PRESENT and exercise.gold.quotes:
            taken = weights.chosen(exercise.question, exercise.readings)
            marks = dict(zip(map(id, exercise.readings), exercise.right, strict=True))
            right += sum(marks[id(reading)] for reading in taken)
            chosen += len(taken)
            gold += max(sum(exercise.right), 1)
    return {
        "answerable": int(answerable.sum()),
        "unanswerable": int((~answerable).sum()),
        "auroc": round(auroc(scores, answerable), 4),
        "answered": round(float((scores[answerable] >= PRESENT).mean()), 4),
        "abstained": round(float((scores[~answerable] < PRESENT).mean()), 4),
        "sentence_precision": round(right / max(chosen, 1), 4),
        "sentence_recall": round(right / max(gold, 1), 4),
        "curve_answered_abstained_threshold": curve(scores, answerable),
    }


if __name__ == "__main__":
    main()
