"""Ways of ranking side by side: each measure with its interval, and how sure a difference to the first is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from eval.gold import GoldQuestion
from eval.retrieval import measure
from eval.statistics import Estimate, Values, difference, estimates, holm, ratio
from eval.trec import Qrels, Run
from index.collection import Collection
from index.fusion import Fusion

MEASURES = ("nDCG@10", "RR@10", "AP", "R@5", "R@100")
FUSIONS: tuple[Fusion, ...] = get_args(Fusion)
# Passages searched for a query: enough for a hundred documents of two passages.
_PASSAGES = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of one ranking. p: against the first ranking, adjusted for all rows; None for the first."""

    measure: str
    ranking: str
    estimate: Estimate
    difference: float | None = None
    p: float | None = None


def runs_of(
    collection: Collection,
    queries: Mapping[str, str],
    fusions: Sequence[Fusion],
    *,
    id_of: Callable[[str], str] = str,
    progress: Callable[[int, int], object] = lambda _done, _total: None,
) -> dict[str, Run]:
    """Fusion → the documents each query finds, each with the score of its best passage.

    id_of: what a run is to call the document of an id.
    """
    runs: dict[str, dict[str, dict[str, float]]] = {fusion: {} for fusion in fusions}
    for done, (id_, query) in enumerate(queries.items(), start=1):
        for fusion in fusions:  # one query after the other: its vector is then made once
            found: dict[str, float] = {}
            for hit in collection.search(query, _PASSAGES, fusion=fusion):
                found.setdefault(id_of(hit.passage.document.id), hit.score)
            runs[fusion][id_] = found
        progress(done, len(queries))
    return dict(runs)


def judgements_of(gold: Sequence[GoldQuestion]) -> tuple[dict[str, str], Qrels]:
    """Queries and judgements for gold questions: what they quote, or must say something, is to be found.

    Left out: a question without such documents, and one that only its history makes whole.
    """
    qrels = {
        question.id: dict.fromkeys((*question.said, *(quote.document for quote in question.quotes)), 1)
        for question in gold
        if not question.history
    }
    qrels = {id_: grades for id_, grades in qrels.items() if grades}
    return {question.id: question.question for question in gold if question.id in qrels}, qrels


def compare(
    runs: Mapping[str, Run], qrels: Qrels, *, measures: Sequence[str] = MEASURES, seed: int = 0
) -> list[Row]:
    """Every measure of every run, in the order given; the runs after the first are compared with it."""
    columns: dict[tuple[str, str], Values] = {}
    for name, run in runs.items():
        for one, values in measure(qrels, run, measures).items():
            columns[one, name] = np.array([(values[query], 1.0) for query in qrels])
    keys = [(one, name) for one in measures for name in runs]
    found = estimates([(columns[key], ratio) for key in keys], seed=seed)
    first = next(iter(runs))
    against = {
        (one, name): difference(columns[one, first], columns[one, name], ratio, seed=seed)
        for one, name in keys
        if name != first
    }
    known = {key: value for key, value in against.items() if value is not None}
    adjusted = dict(zip(known, holm([value.p for value in known.values()]), strict=True))
    return [
        Row(
            *key,
            estimate,
            known[key].value if key in known else None,
            adjusted.get(key),
        )
        for key, estimate in zip(keys, found, strict=True)
    ]


def render_comparison(rows: Sequence[Row], *, title: str) -> str:
    """For a terminal: a block a measure, a line a ranking."""
    return "\n".join([title, *_lines(rows)])


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    wide = max(len(row.ranking) for row in rows)
    before = ""
    for row in rows:
        if row.measure != before:
            yield ""
        name = row.measure if row.measure != before else ""
        before = row.measure
        estimate = row.estimate
        line = f"{name:<9} {row.ranking:<{wide}}  {_figure(estimate.value)}"
        if estimate.low is not None and estimate.high is not None:
            line += f"  [{estimate.low:.3f}, {estimate.high:.3f}]"
        if row.difference is not None and row.p is not None:
            line += f"  {row.difference:+.3f}  {f'p = {row.p:.3f}' if row.p >= 0.001 else 'p < 0.001'}"
            line += "  *" if row.p < 0.05 else ""
        yield line


def _figure(value: float | None) -> str:
    return "    -" if value is None else f"{value:.3f}"
