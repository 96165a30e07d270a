"""Train and measure the finding of topics in other words: ``python -m eval.rewording``.

Reads ``eval/rewordings.txt``, trains ``rag/meaning.json`` on every other domain, writes these as the
background that nearness is set against (``rag/background.txt`` and its vectors), and measures on the
domains between them: how many topics are found that their domain speaks of in other words, and about
how many it is silent that nothing there speaks of. Each sentence is read alone and joined to another
one of its domain, as long sentences of statements say several things at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from eval.statistics import wilson
from eval.train import auroc, readable, written
from index.embedding import Embedder, Vectors
from index.words import words
from rag import meaning
from rag.evidence import Regression, Values, probability
from rag.meaning import (
    BACKGROUND_FILE,
    INPUTS,
    MODEL_FILE,
    VECTORS_FILE,
    Background,
    crowds,
    inputs,
    reads,
)
from rag.synonyms import other_expressions

PAIRS_FILE = Path(__file__).parent / "rewordings.txt"
_SILENT = 0.96  # of the topics that nothing speaks of are to be silent in training
_STRENGTH = 1.0  # inverse strength of the L2 penalty; with so few inputs it matters little
_ELSEWHERE = 0.1  # weight of a sentence of another domain
_COSINE = 0.62  # from which a sentence counted as speaking of a topic before there was a model


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic with the numbers of the sentences that speak of it, and of those that may be said to."""

    topic: str
    said: frozenset[int]
    arguable: frozenset[int]


@dataclass(frozen=True, slots=True)
class Domain:
    """A small collection: sentences, of which ``parts`` gives the numbers that the topics go by."""

    name: str
    sentences: tuple[str, ...]
    parts: tuple[frozenset[int], ...]
    asked: tuple[Asked, ...]

    def joined(self) -> Domain:
        """The same with each sentence joined to the next."""
        one = (sentence.rstrip(".") for sentence in self.sentences)
        other = [*self.sentences[1:], self.sentences[0]]
        pairs = zip(self.parts, [*self.parts[1:], self.parts[0]], strict=True)
        return Domain(
            self.name,
            tuple(f"{a}, and {b[0].lower()}{b[1:]}" for a, b in zip(one, other, strict=True)),
            tuple(a | b for a, b in pairs),
            self.asked,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A topic and a sentence: inputs of the model; label None where it is arguable."""

    topic: tuple[str, str]
    sentence: str
    values: list[float]
    label: bool | None
    at_home: bool  # of the topic's own domain
    present: bool  # whether anything in that domain speaks of the topic
    joined: bool  # two sentences made one


def domains(file: Path = PAIRS_FILE) -> list[Domain]:
    """The domains of a file of topics in other words, each with its sentences one by one."""
    found = []
    for block in file.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.strip().splitlines()
        sentences = dict(line.split(" ", 1) for line in lines if line[0].isdigit())
        asked = tuple(_asked(line) for line in lines if line[0] in "+-")
        numbers = tuple(frozenset({int(number)}) for number in sentences)
        found.append(Domain(name, tuple(sentences.values()), numbers, asked))
    return found


def _asked(line: str) -> Asked:
    topic, _, marks = line[2:].partition(":") if line[0] == "+" else line[2:].partition(" ?")
    marks = marks if line[0] == "+" or not marks else f"?{marks}"
    said = frozenset(int(mark) for mark in marks.split() if mark[0] != "?")
    return Asked(topic.strip(), said, frozenset(int(mark[1:]) for mark in marks.split() if mark[0] == "?"))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.rewording", description="Topics in other words.")
    parser.add_argument("--half", type=int, choices=(0, 1), default=0, help="the half to train on")
    parser.add_argument("--dry-run", action="store_true", help="measure, and write nothing")
    options = parser.parse_args(argv)
    every = domains()
    taught, unseen = every[options.half :: 2], every[1 - options.half :: 2]
    embedder = Embedder()
    learned = list(_rows(taught, taught, embedder))
    model = _fit(learned)
    threshold = _threshold(learned, model)
    made: dict[str, Any] = {
        "made_by": f"python -m eval.rewording --half {options.half}",
        "threshold": threshold,
        "measured": _measured(list(_rows(unseen, taught, embedder)), model, threshold),
    }
    sys.stdout.write(readable(made) + "\n")
    if options.dry_run:
        return 0
    made |= {"columns": ["mean", "deviation", "weight"], **written(model)}
    MODEL_FILE.write_text(readable(made) + "\n", encoding="utf-8")
    _write_background(taught, embedder)
    return 0


def _rows(read: Sequence[Domain], taught: Sequence[Domain], embedder: Embedder) -> Iterator[Row]:
    """Every topic with every sentence of these domains; the background is all of ``taught`` but its own."""
    topics = {d.name: _embedded(embedder, [one.topic for one in d.asked]) for d in [*read, *taught]}
    sentences = {d.name: _embedded(embedder, d.sentences) for d in taught}
    for joined in (False, True):
        for home in [domain.joined() if joined else domain for domain in read]:
            for there in [domain.joined() if joined else domain for domain in read]:
                others = [d.name for d in taught if d.name not in (home.name, there.name)]
                around = Background(
                    np.concatenate([topics[name] for name in others]),
                    np.concatenate([sentences[name] for name in others]),
                )
                yield from _compared(home, there, topics[home.name], around, embedder)


_CACHE: dict[str, Vectors] = {}


def _embedded(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    new = [text for text in dict.fromkeys(texts) if text not in _CACHE]
    if new:
        _CACHE.update(zip(new, embedder.encode(new, fast=False), strict=True))
    return np.stack([_CACHE[text] for text in texts])


def _compared(
    home: Domain, there: Domain, topics: Vectors, around: Background, embedder: Embedder
) -> Iterator[Row]:
    read = reads(there.sentences, partial(_embedded, embedder), around)
    near = crowds(topics, around.sentences).tolist()
    for asked, vector, crowd in zip(home.asked, topics, near, strict=True):
        found = [word for word in words(asked.topic) if not word.stop]
        parts = _embedded(embedder, [asked.topic[word.start : word.end] for word in found])
        topic = meaning.Asked(vector, parts, tuple(frozenset({word.stem}) for word in found), crowd)
        for at, sentence in enumerate(there.sentences):
            at_home = home.name == there.name
            said = at_home and not asked.said.isdisjoint(there.parts[at])
            arguable = not said and at_home and not asked.arguable.isdisjoint(there.parts[at])
            yield Row(
                (home.name, asked.topic),
                sentence,
                inputs(topic, read[at]),
                None if arguable else said,
                at_home,
                bool(asked.said),
                len(there.parts[at]) > 1,
            )


def _fit(rows: Sequence[Row]) -> Regression:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (only needed here)

    usable = [row for row in rows if row.label is not None]
    values = np.array([row.values for row in usable])
    labels = np.array([row.label for row in usable])
    weights = np.array([1.0 if row.at_home else _ELSEWHERE for row in usable])
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    model = LogisticRegression(C=_STRENGTH, max_iter=2000)
    model.fit((values - mean) / deviation, labels, sample_weight=weights)
    return Regression(INPUTS, mean, deviation, model.coef_[0], float(model.intercept_[0]))


def _scores(rows: Sequence[Row], model: Regression) -> Values:
    return probability(model.log_odds(np.array([row.values for row in rows])))


def _best(rows: Sequence[Row], scores: Values) -> tuple[Values, Values]:
    """For each topic the score of its best sentence at home: of topics spoken of, and of the others.

    Of a topic spoken of the best sentence that does.
    """
    spoken: dict[tuple[str, str], float] = {}
    silent: dict[tuple[str, str], float] = {}
    for row, score in zip(rows, scores.tolist(), strict=True):
        if row.at_home and row.label is row.present:
            best = spoken if row.present else silent
            best[row.topic] = max(best.get(row.topic, 0.0), score)
    return np.array(list(spoken.values())), np.array(list(silent.values()))


def _threshold(rows: Sequence[Row], model: Regression) -> float:
    return round(float(np.quantile(_best(rows, _scores(rows, model))[1], _SILENT)), 3)


def _measured(rows: Sequence[Row], model: Regression, threshold: float) -> dict[str, Any]:
    """Of the unseen domains; "before" is the bare cosine, at the threshold that there was."""
    found = {}
    for name, long in (("sentences alone", False), ("sentences joined", True)):
        chosen = [row for row in rows if row.joined == long]
        cosines = np.array([row.values[0] for row in chosen])
        listed = np.array([float(_is_listed(row)) for row in chosen])
        found[name] = {
            "before": _figures(chosen, cosines, _COSINE),
            "cosine, its best threshold": _figures(chosen, cosines, _quantile(chosen, cosines)),
            "by meaning": _figures(chosen, _scores(chosen, model), threshold),
            "by listed synonyms": _figures(chosen, listed, 1.0),
            "by both": _figures(chosen, np.maximum(listed, _scores(chosen, model)), threshold),
        }
    return found


def _is_listed(row: Row) -> bool:
    """Whether the sentence holds a synonym that the product lists for the topic."""
    return any(one.found_in(row.sentence) for one in other_expressions(row.topic[1]))


def _quantile(rows: Sequence[Row], scores: Values) -> float:
    return float(np.quantile(_best(rows, scores)[1], _SILENT))


def _figures(rows: Sequence[Row], scores: Values, threshold: float) -> dict[str, Any]:
    """found: share of the topics spoken of, with its 95 % interval; silent: share of the others.

    precision: of the sentences of the topic's own domain that are taken. elsewhere: the share of the
    sentences of other domains that are, a few of which do speak of the topic.
    """
    spoken, silent = _best(rows, scores)
    labels = np.array([row.label is True for row in rows])
    clear: npt.NDArray[np.bool_] = np.array([row.label is not None for row in rows])
    at_home = np.array([row.at_home for row in rows])
    taken = scores >= threshold
    share = float((spoken >= threshold).mean())
    right = int((taken & labels).sum())
    return {
        "found": [round(float(value), 3) for value in (share, *wilson(share, len(spoken)))],
        "silent": round(float((silent < threshold).mean()), 3),
        "precision": round(right / max(int((taken & at_home & clear).sum()), 1), 3),
        "elsewhere": round(float(taken[~at_home].mean()), 5),
        "auroc": round(auroc(scores[at_home & clear], labels[at_home & clear]), 3),
    }


def _write_background(taught: Sequence[Domain], embedder: Embedder) -> None:
    topics = [asked.topic for domain in taught for asked in domain.asked]
    sentences = [sentence for domain in taught for sentence in domain.sentences]
    head = "# Topics, then sentences that end in a stop: see rag/meaning.py. Written by eval/rewording.py."
    BACKGROUND_FILE.write_text("\n".join([head, *topics, *sentences]) + "\n", encoding="utf-8")
    np.savez_compressed(
        VECTORS_FILE,
        topics=_embedded(embedder, topics).astype(np.float16),
        sentences=_embedded(embedder, sentences).astype(np.float16),
    )


if __name__ == "__main__":
    sys.exit(main())
