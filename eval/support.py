"""Train and measure the support measure: ``python -m eval.support --data ../shared/data``.

Claims of SciFact with the sentence of an abstract that bears on them: the nearest in meaning about the
place that its annotators give. Supported: a claim with its rationale, and a rationale sentence cut down
to one of its clauses. Not supported: a claim with a rationale that contradicts it; with another sentence
of the same abstract; and a supported sentence in which one content word is another sentence's. Trained
on one half (by a hash of the abstract's id), measured on the other. The threshold is the lowest at which,
on the training half, no more than one in a hundred of each unsupported kind pass the measure alone.
Writes ``rag/model/support.json``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from eval.train import auroc, readable, written
from index.documents import Document
from index.embedding import Embedder, Vectors
from index.sentences import sentences
from rag.citing import claim_of, unsupported
from rag.evidence import Regression, probability
from rag.model.support import INPUTS, MODEL_FILE, SPEAKS_FOR, Support, signals
from rag.model.words import tokens
from rag.quotes import Quote

Values = npt.NDArray[np.float64]
_WRONG = 0.01  # share of the unsupported that may pass the measure alone; the rules come before it
# The data count sentences by a splitter of their own, which runs up to this many apart from ours.
_OFF = 2
_STRENGTH = 1.0  # inverse strength of the L2 penalty
_SUPPORTED = ("claim", "clause")
_KINDS = (*_SUPPORTED, "contradicted", "elsewhere", "one word changed")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and what it is held against; kind: one of ``_KINDS``."""

    sentence: str
    quote: Quote
    kind: str
    half: int

    @property
    def supported(self) -> bool:
        return self.kind in _SUPPORTED


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.support", description="Train the support measure.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--output", type=Path, default=MODEL_FILE)
    options = parser.parse_args(arguments)
    embedder = Embedder()
    found = list(pairs(options.data / "scifact", embedder))
    embed = _vectors(found, embedder)
    rows = np.array([_row(pair, embedder, embed) for pair in found])
    marks = np.array([pair.supported for pair in found])
    taught = np.array([pair.half == 0 for pair in found])
    kinds = [pair.kind for pair in found]
    weights = np.array([1 / sum(k == kind for k in kinds) for kind in kinds])
    model = _fit(rows[taught], marks[taught], weights[taught] / weights[taught].mean())
    scores = probability(model.log_odds(rows))
    threshold = _threshold([pair.kind for pair in found if pair.half == 0], scores[taught])
    made: dict[str, Any] = {
        "made_by": "python -m eval.support",
        "threshold": round(threshold, 4),
        "measured_on": {kind: sum(p.kind == kind and p.half == 1 for p in found) for kind in _KINDS},
        "measured": _measured(found, scores, threshold)
        | {"rules_and_measure_pass": _passing(found, Support(model, threshold, embedder.unusualness, embed))},
    }
    sys.stdout.write(readable(made) + "\n")
    made |= {"columns": ["mean", "deviation", "weight"], "support": written(model)}
    options.output.write_text(readable(made) + "\n", encoding="utf-8")
    return 0


def pairs(folder: Path, embedder: Embedder) -> Iterator[Pair]:
    """Every pair, in the order of the claims; the same ones each time."""
    texts = _abstracts(folder)
    chance = random.Random(7)  # noqa: S311 (a choice of words, no secret)
    others = [sentence for listed in list(texts.values())[:500] for sentence in listed]
    for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        for evidence in claim["metadata"]["evidence"]:
            listed = texts.get(str(evidence["doc_id"]), [])
            near = [
                at for at in range(len(listed)) if any(abs(at - n) <= _OFF for n in evidence["sentences"])
            ]
            rest = [sentence for at, sentence in enumerate(listed) if at not in near]
            if near:
                rationale = [_nearest(claim["text"], [listed[at] for at in near], embedder)]
                half = zlib.crc32(str(evidence["doc_id"]).encode()) % 2
                for sentence, text, kind in _posed(
                    claim["text"], evidence["label"], rationale, rest, chance, others
                ):
                    yield Pair(sentence, _quote(text), kind, half)


def _nearest(claim: str, texts: list[str], embedder: Embedder) -> str:
    vectors = embedder.encode([claim, *texts])
    return texts[int(np.argmax(vectors[1:] @ vectors[0]))]


def _posed(
    claim: str, label: str, rationale: list[str], rest: list[str], chance: random.Random, others: list[str]
) -> Iterator[tuple[str, str, str]]:
    whole = " ".join(rationale)
    if label != "SUPPORT":
        yield claim, whole, "contradicted"
        return
    yield claim, whole, "claim"
    if rest:
        yield claim, chance.choice(rest), "elsewhere"
    for sentence in rationale:
        clause = sentence.split(",")[0].split(";")[0].rstrip(".")
        if len(tokens(clause)) >= 6:
            yield clause, sentence, "clause"
            changed = _changed(clause, chance.choice(others), chance)
            if changed:
                yield changed, sentence, "one word changed"


def _changed(sentence: str, other: str, chance: random.Random) -> str | None:
    """The sentence with one of its content words replaced by one of another sentence."""
    mine = [token for token in tokens(sentence) if token.content and not token.opens]
    theirs = [
        other[t.start : t.end] for t in tokens(other) if t.content and t.written.isalpha() and not t.opens
    ]
    if not mine or not theirs:
        return None
    out, word = chance.choice(mine), chance.choice(theirs)
    return sentence[: out.start] + word + sentence[out.end :]


def _abstracts(folder: Path) -> dict[str, list[str]]:
    with lzma.open(folder / "corpus.jsonl.xz", "rt", encoding="utf-8") as opened:
        read = [json.loads(line) for line in opened]
    return {
        one["_id"]: [" ".join(one["text"][s.start : s.end].split()) for s in sentences(one["text"])]
        for one in read
    }


def _quote(text: str) -> Quote:
    document = Document(id="abstract", source="", title="", date=None, url=None, text=text)
    return Quote(1, document, 0, len(text), None, "narration", 1.0)


def _vectors(found: Sequence[Pair], embedder: Embedder) -> Callable[[Sequence[str]], Vectors]:
    texts = sorted({text for pair in found for text in (pair.sentence, pair.quote.text)})
    known = dict(zip(texts, embedder.encode(texts), strict=True))
    return lambda asked: np.stack([known[text] for text in asked])


def _row(pair: Pair, embedder: Embedder, embed: Callable[[Sequence[str]], Vectors]) -> Values:
    one, other = embed([pair.sentence, pair.quote.text])
    return signals(claim_of(pair.sentence, pair.quote), embedder.unusualness, float(one @ other))


def _fit(rows: Values, labels: npt.NDArray[np.bool_], weights: Values) -> Regression:
    """A logistic regression in which no weight may have the wrong sign: a word that the quote does not
    hold never makes a sentence likelier, whatever the paraphrases among the claims suggest."""
    from scipy.optimize import minimize  # noqa: PLC0415 (comes with scikit-learn; only needed here)

    mean, deviation = rows.mean(axis=0), rows.std(axis=0)
    inputs = (rows - mean) / deviation
    signs = np.where(labels, 1.0, -1.0)

    def loss(values: Values) -> tuple[float, Values]:
        margin = signs * (inputs @ values[:-1] + values[-1])
        slope = -weights * signs * probability(-margin)
        penalty = values[:-1] @ values[:-1] / (2 * _STRENGTH)
        gradient = np.append(inputs.T @ slope + values[:-1] / _STRENGTH, slope.sum())
        return float(weights @ np.logaddexp(0, -margin) + penalty), gradient

    bounds = [(0, None) if name in SPEAKS_FOR else (None, 0) for name in INPUTS] + [(None, None)]
    found = minimize(loss, np.zeros(len(INPUTS) + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    return Regression(INPUTS, mean, deviation, found[:-1], float(found[-1]))


def _threshold(kinds: Sequence[str], scores: Values) -> float:
    """The lowest at which of no kind of unsupported sentence more than ``_WRONG`` pass."""
    wrong = {kind for kind in kinds if kind not in _SUPPORTED}
    return max(float(np.quantile(scores[[k == kind for k in kinds]], 1 - _WRONG)) for kind in wrong)


def _measured(found: Sequence[Pair], scores: Values, threshold: float) -> dict[str, Any]:
    unseen = {kind: np.array([p.half == 1 and p.kind == kind for p in found]) for kind in _KINDS}
    supported = unseen["claim"] | unseen["clause"]

    def against(one: npt.NDArray[np.bool_], other: str) -> float:
        chosen = one | unseen[other]
        return round(auroc(scores[chosen], one[chosen]), 4)

    return {
        "auroc_claims_supported_against": {
            other: against(unseen["claim"], other) for other in ("contradicted", "elsewhere")
        },
        "auroc_clauses_against": {"one word changed": against(unseen["clause"], "one word changed")},
        "auroc_all": round(
            auroc(
                scores[np.any(list(unseen.values()), axis=0)],
                supported[np.any(list(unseen.values()), axis=0)],
            ),
            4,
        ),
        "measure_passes": {
            kind: round(float((scores[chosen] >= threshold).mean()), 4) for kind, chosen in unseen.items()
        },
    }


def _passing(found: Sequence[Pair], measure: Support) -> dict[str, str]:
    """For each kind of the unseen half: how many pass the rules and the measure together, of how many."""
    unseen = [pair for pair in found if pair.half == 1]
    passed = [pair.kind for pair in unseen if unsupported(pair.sentence, pair.quote, measure) is None]
    return {kind: f"{passed.count(kind)}/{sum(p.kind == kind for p in unseen)}" for kind in _KINDS}


if __name__ == "__main__":
    sys.exit(main())
