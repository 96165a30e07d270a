"""Train and measure what reads a question: ``python -m eval.tagging``.

Learns from ``eval/questions.jsonl``: questions of every kind, made up for this and labelled by hand, which
speak of nothing in particular. Writes ``rag/tagging.json`` with what it measured on the lines marked
"unseen", which another hand wrote in other constructions. Takes some three minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from eval.statistics import wilson
from index.documents import Span
from index.words import stems
from rag.tagging import (
    LABELS,
    LAYER,
    MODEL_FILE,
    OUTSIDE,
    PARTS,
    Token,
    kind_features,
    open_model,
    states_of,
    tagged,
    token_features,
    tokens_of,
)

QUESTIONS = Path(__file__).parent / "questions.jsonl"
_DIMENSIONS, _SCALE = 64, 0.5  # of the states, whose largest directions are enough; against the features' 1
_L1, _L2 = 0.3, 0.3
_ROUNDS = 150
_FOLDS = 3
_LEAST = 0.02  # a smaller weight changes nothing
_DIGITS = 4

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled question; parts: its words by the name of the part. states: (tokens, dimension)."""

    question: str
    kind: str
    parts: Mapping[str, str]
    unseen: bool
    tokens: tuple[Token, ...]
    labels: tuple[str, ...]
    states: Values


@dataclass(frozen=True, slots=True)
class Directions:
    """The largest directions of the states: (states - mean) @ axes, (dimension, _DIMENSIONS)."""

    mean: Values
    axes: Values

    def of(self, states: Values) -> Values:
        return np.asarray((states - self.mean) @ self.axes)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.tagging", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--output", type=Path, default=MODEL_FILE)
    options = parser.parse_args(argv)
    examples = [_example(json.loads(line)) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    taught = [one for one in examples if not one.unseen]
    directions = _directions([one.states for one in taught])
    made: dict[str, Any] = {
        "made_by": "python -m eval.tagging",
        "trained_on": len(taught),
        "layer": LAYER,
        **_exported(_trained(taught, directions), directions),
        "kinds": _kinds(taught, directions),
    }
    options.output.write_text(json.dumps(made, ensure_ascii=False, indent=None) + "\n", encoding="utf-8")
    open_model.cache_clear()
    measured = _measured([one for one in examples if one.unseen])
    made = {
        "made_by": made.pop("made_by"),
        "measured_on": measured.pop("questions"),
        "measured": measured,
        **made,
    }
    options.output.write_text(_readable(made) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(measured, indent=1) + "\n")
    return 0


def _example(line: Mapping[str, Any]) -> Example:
    question = line["question"]
    tokens = tokens_of(question)
    parts = {part: line[part] for part in PARTS if line.get(part)}
    kind = f"{line['kind']} {line['sought']}" if line["sought"] else line["kind"]
    return Example(
        question,
        kind,
        parts,
        bool(line.get("unseen")),
        tuple(tokens),
        tuple(_labels(question, tokens, parts)),
        states_of(question, tokens),
    )


def _labels(question: str, tokens: Sequence[Token], parts: Mapping[str, str]) -> list[str]:
    labels = [OUTSIDE] * len(tokens)
    for part, words in parts.items():
        start = question.find(words)
        span = Span(start, start + len(words))
        inside = [at for at, token in enumerate(tokens) if start >= 0 and span.contains(token)]
        for at in inside:
            labels[at] = part if at > inside[0] else f"^{part}"
    return labels


def _directions(states: Sequence[Values]) -> Directions:
    every = np.concatenate(states)
    mean = every.mean(axis=0)
    centred = every - mean
    axes = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :_DIMENSIONS]
    return Directions(mean, axes / (centred @ axes).std(axis=0) * _SCALE)


def _rows(example: Example, directions: Directions) -> list[dict[str, float]]:
    found = []
    features = token_features(example.question, example.tokens)
    for names, values in zip(features, directions.of(example.states), strict=True):
        found.append(dict.fromkeys(names, 1.0) | {f"~{at}": float(value) for at, value in enumerate(values)})
    return found


def _trained(examples: Sequence[Example], directions: Directions) -> Any:
    """The field as python-crfsuite has it."""
    import pycrfsuite  # noqa: PLC0415 (nothing else needs it)

    trainer = pycrfsuite.Trainer(verbose=False)
    for example in examples:
        trainer.append(pycrfsuite.ItemSequence(_rows(example, directions)), example.labels)
    trainer.set_params(
        {"c1": _L1, "c2": _L2, "max_iterations": _ROUNDS, "feature.possible_transitions": True}
    )
    file = MODEL_FILE.with_suffix(".crfsuite")
    trainer.train(str(file))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    file.unlink()
    return tagger


def _exported(tagger: Any, directions: Directions) -> dict[str, Any]:
    info = tagger.info()
    features: dict[str, dict[str, float]] = {}
    along = np.zeros((_DIMENSIONS, len(LABELS)))
    for (name, label), weight in info.state_features.items():
        if name[0] == "~":
            along[int(name[1:]), LABELS.index(label)] = weight
        elif abs(weight) >= _LEAST:
            features.setdefault(name, {})[label] = round(weight, _DIGITS)
    transitions = {
        one: {other: round(info.transitions.get((one, other), 0.0), _DIGITS) for other in LABELS}
        for one in LABELS
    }
    return {
        "transitions": transitions,
        "tags": _linear(LABELS, features, along, np.zeros(len(LABELS)), directions),
    }


def _linear(
    classes: Sequence[str],
    features: Mapping[str, Mapping[str, float]],
    along: Values,
    bias: Values,
    directions: Directions,
) -> dict[str, Any]:
    """Weights as they are kept: those of the directions become weights of the states themselves."""
    states = directions.axes @ along
    bias = bias - directions.mean @ states
    return {
        "bias": {one: round(float(value), _DIGITS) for one, value in zip(classes, bias, strict=True)},
        "features": dict(sorted(features.items())),
        "states": {one: [round(float(v), _DIGITS) for v in states[:, at]] for at, one in enumerate(classes)},
    }


def _kinds(examples: Sequence[Example], directions: Directions) -> dict[str, Any]:
    """The regression for the kind, taught on labels as they are given to questions nobody has seen."""
    import pycrfsuite  # noqa: PLC0415
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    rows, kinds = [], []
    mixed = list(examples)
    random.Random(0).shuffle(mixed)  # noqa: S311 (nothing secret)
    for fold in range(_FOLDS):
        tagger = _trained([one for at, one in enumerate(mixed) if at % _FOLDS != fold], directions)
        for example in mixed[fold::_FOLDS]:
            labels = tagger.tag(pycrfsuite.ItemSequence(_rows(example, directions)))
            mean = directions.of(example.states.mean(axis=0))
            features = dict.fromkeys(kind_features(example.tokens, labels), 1.0)
            rows.append(features | {f"~{at}": float(value) for at, value in enumerate(mean)})
            kinds.append(example.kind)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    fitted = LogisticRegression(l1_ratio=0.5, solver="saga", C=1.0, max_iter=100, random_state=0)
    fitted.fit(matrix, kinds)
    along = np.zeros((_DIMENSIONS, len(fitted.classes_)))
    features_: dict[str, dict[str, float]] = {}
    for at, name in enumerate(vectorizer.feature_names_):
        if name[0] == "~":
            along[int(name[1:])] = fitted.coef_[:, at]
            continue
        weights = {
            one: round(float(weight), _DIGITS)
            for one, weight in zip(fitted.classes_, fitted.coef_[:, at], strict=True)
            if abs(weight) >= _LEAST
        }
        if weights:
            features_[name] = weights
    return _linear(list(fitted.classes_), features_, along, fitted.intercept_, directions)


def _measured(examples: Sequence[Example]) -> dict[str, Any]:
    """How often each is right, with its 95 % interval: kind, each part, and all parts together."""
    right: dict[str, list[bool]] = {}
    for example in examples:
        found = tagged(example.question)
        if found is None:
            continue
        kind = f"{found.kind} {found.sought}" if found.sought else found.kind
        marks = {
            "kind": kind.split()[0] == example.kind.split()[0],
            "kind and what is sought": kind == example.kind,
        }
        for part in PARTS:
            span: Span | None = getattr(found, part)
            words = example.question[span.start : span.end] if span else ""
            wanted = example.parts.get(part, "")
            marks[part] = set(stems(words)) == set(stems(wanted))
        marks["every part"] = all(marks[part] for part in PARTS)
        for name, mark in marks.items():
            right.setdefault(name, []).append(mark)
    return {"questions": len(examples)} | {
        name: [round(value, 3) for value in (share, *wilson(share, len(marks)))]
        for name, marks in right.items()
        if (share := sum(marks) / len(marks)) is not None
    }


def _readable(made: Mapping[str, Any]) -> str:
    """JSON with a line for each feature."""
    lines = []
    for key, value in made.items():
        if key in ("tags", "kinds"):
            inner = ",\n".join(_inner(name, part) for name, part in value.items())
            lines.append(f' "{key}": {{\n{inner}\n }}')
        else:
            lines.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}"


def _inner(name: str, part: Mapping[str, Any]) -> str:
    rows = ",\n".join(
        f"   {json.dumps(key, ensure_ascii=False)}: {json.dumps(value)}" for key, value in part.items()
    )
    return f'  "{name}": {{\n{rows}\n  }}'


if __name__ == "__main__":
    sys.exit(main())
