"""Fits the few weights of rag/presence.json on gold questions: python -m eval.calibrate [DOCUMENTS GOLD]...

What the trained model of rag/evidence says and how much of a question is there at all are joined by two
logistic regressions, one for a sentence and one for the question. By default they are fitted on the
sample that ships. The best sentence's score is an input of the second, so run it twice after a change.
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
_FREEDOM = 10.0  # C of the regression; with so few inputs it needs little restraint
FITTED = Path(presence.__file__).parent / "presence.json"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, say what was found, and write rag/presence.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="documents and gold, in pairs")
    paths = parser.parse_args(arguments).paths or [SAMPLE, SAMPLE / "gold.jsonl"]
    sentences: list[tuple[tuple[float, ...], bool]] = []
    questions: list[tuple[tuple[float, ...], bool]] = []
    for documents, gold in zip(paths[::2], paths[1::2], strict=True):
        for question, readings in _readings(documents, read(gold)):
            signs = presence.signs_of(readings)
            if signs is None:
                continue
            questions.append((signs, question.kind != "absent"))
            if question.quotes:
                able = (r for r in readings if r.score > 0)
                sentences += [((r.odds, 0.5 * (r.own + r.share)), _is_gold(question, r)) for r in able]
    fitted = {"sentence": _fit(sentences, ("odds", "share")), "question": _fit(questions, presence.SIGNS)}
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


def _fit(rows: Sequence[tuple[tuple[float, ...], bool]], names: Sequence[str]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (only for fitting)

    inputs, labels = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    model = LogisticRegression(C=_FREEDOM).fit(inputs, labels)
    weights = dict(zip(names, model.coef_[0].tolist(), strict=True))
    return {
        name: round(float(weight), 3) for name, weight in {"bias": model.intercept_[0], **weights}.items()
    }


if __name__ == "__main__":
    main()
