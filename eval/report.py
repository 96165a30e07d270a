"""A report of outcomes: every measure with its interval, over all questions and by their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from eval.measures import MEASURES, statistic
from eval.outcomes import Outcome, Report, Result
from eval.statistics import Statistic, Values, estimates, ratio


def report_of(outcomes: Sequence[Outcome], *, about: Mapping[str, str | int], seed: int = 0) -> Report:
    """Put outcomes together; the measures known here first, then others the outcomes have pairs of."""
    kinds = dict.fromkeys(outcome.gold.kind for outcome in outcomes)
    return Report(
        outcomes=tuple(outcomes),
        results=results_of(outcomes, seed=seed),
        kinds={
            kind: results_of([outcome for outcome in outcomes if outcome.gold.kind == kind], seed=seed)
            for kind in kinds
        },
        about={**about, "questions": len(outcomes), "seed": seed},
    )


def results_of(outcomes: Sequence[Outcome], *, seed: int) -> tuple[Result, ...]:
    """Every measure over these questions."""
    names = dict.fromkeys(measure.name for measure in MEASURES)
    names.update(dict.fromkeys(name for outcome in outcomes for name in outcome.pairs))
    columns = [column(outcomes, name) for name in names]
    found = estimates(columns, seed=seed)
    return tuple(
        Result(
            name,
            estimate.value,
            estimate.low,
            estimate.high,
            int((pairs[:, 1] != 0).sum()) if how is ratio else len(pairs),
        )
        for name, (pairs, how), estimate in zip(names, columns, found, strict=True)
    )


def column(outcomes: Sequence[Outcome], name: str) -> tuple[Values, Statistic]:
    """The pairs ``(n, 2)`` of the questions that count in a measure, and its statistic."""
    pairs = [outcome.pairs[name] for outcome in outcomes if name in outcome.pairs]
    return np.array(pairs, dtype=np.float64).reshape(-1, 2), statistic(name)
