"""Fits the few weights of rag/presence.json on gold questions: python -m eval.calibrate [DOCUMENTS GOLD]...

What the trained model of rag/evidence says and how much of a question is there at all are joined, for
each sentence by a logistic regression, for the question by one weight and a threshold. By default they
are fitted on the sample that ships.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from eval.gold import GoldQuestion, read
from index.collection import Collection
from rag import presence
from rag.presence import Reading
from rag.questions import understand
from rag.scope import scope_of

SAMPLE = Path(__file__).parent / "sample"
FITTED = Path(presence.__file__).parent / "presence.json"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, say what was found, and write rag/presence.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="documents and gold, in pairs")
    paths = parser.parse_args(arguments).paths or [SAMPLE, SAMPLE / "gold.jsonl"]
    sentences: list[tuple[float, float, bool]] = []
    questions: list[tuple[float, float, bool]] = []
    for documents, gold in zip(paths[::2], paths[1::2], strict=True):
        for question, readings in _readings(documents, read(gold)):
            able = [reading for reading in readings if reading.score > 0]
            if not able:
                continue
            best = max(reading.score for reading in able)
            share = max(r.share for r in able if r.score >= presence.CLOSE_TO_BEST * best)
            questions.append((able[0].answered, share, question.kind != "absent"))
            if question.quotes:
                sentences += [(r.odds, 0.5 * (r.own + r.share), _is_gold(question, r)) for r in able]
    fitted = {"sentence": _fit_sentences(sentences), "question": _fit_questions(questions)}
    FITTED.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    print(f"{len(questions)} questions, {len(sentences)} sentences: {json.dumps(fitted)}")  # noqa: T201


def _readings(documents: Path, gold: Sequence[GoldQuestion]) -> Iterator[tuple[GoldQuestion, list[Reading]]]:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection.create(Path(folder))
        collection.add([documents])
        newest = max((card.date for card in collection.cards.values() if card.date), default=None)
        for question in gold:
            asked = understand(question.question, question.history, newest=newest)
            if asked.kind != "topic":
                yield question, presence.read(asked, scope_of(asked, collection), collection)
        collection.close()


def _is_gold(question: GoldQuestion, reading: Reading) -> bool:
    document = reading.passage.document
    for quote in question.quotes:
        start = document.text.find(quote.text) if document.id == quote.document else -1
        overlap = min(start + len(quote.text), reading.span.end) - max(start, reading.span.start)
        if start >= 0 and overlap >= 0.5 * len(quote.text):
            return True
    return False


def _fit_sentences(rows: Sequence[tuple[float, float, bool]]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (only for fitting)

    inputs, labels = np.array([row[:2] for row in rows]), np.array([row[2] for row in rows])
    model = LogisticRegression(C=10).fit(inputs, labels)
    odds, share = model.coef_[0].tolist()
    return {"bias": round(float(model.intercept_[0]), 3), "odds": round(odds, 3), "share": round(share, 3)}


def _fit_questions(rows: Sequence[tuple[float, float, bool]]) -> dict[str, float]:
    """The share's weight that tells answerable from absent best, and the threshold that does.

    There are few absent questions, so one weight is sought on a coarse grid and no more; the
    threshold is that of Youden's index (answered + abstained - 1), in the middle of its best stretch.
    """
    from sklearn.metrics import roc_auc_score, roc_curve  # noqa: PLC0415

    odds, share, labels = (np.array(column) for column in zip(*rows, strict=True))
    # Of equally good weights the middle one: it is the farthest from where either input is ignored.
    grid = [round(0.5 * step, 1) for step in range(21)]
    areas = [float(roc_auc_score(labels, odds + weight * share)) for weight in grid]
    best = [weight for weight, area in zip(grid, areas, strict=True) if area >= max(areas) - 1e-9]
    weight = best[len(best) // 2]
    wrong, right, thresholds = roc_curve(labels, odds + weight * share)
    at = int(np.argmax(right - wrong))
    following = thresholds[at + 1] if at + 1 < len(thresholds) else thresholds[at]
    threshold = float(0.5 * (thresholds[at] + following))
    return {"bias": round(-threshold, 3), "odds": 1.0, "share": weight}


if __name__ == "__main__":
    main()
