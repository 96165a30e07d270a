"""The gate: is a run good enough, and is it no worse than an earlier one over the same questions?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

import numpy as np

from eval.baseline import Baseline, baseline_of
from eval.measures import less_is_better, statistic, unit
from eval.outcomes import Pair, Report
from eval.statistics import Difference, difference, holm, ratio

# A fall that chance alone would bring more often than this is noise.
NOISE = 0.05


class GateError(ValueError):
    """A threshold that cannot be checked as written."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A measure in this run and in the baseline, over the questions of both.

    adjusted: the p value, for that many measures are compared. worse, better: the questions that flipped.
    """

    name: str
    between: Difference
    adjusted: float
    worse: tuple[str, ...]
    better: tuple[str, ...]
    is_regression: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate found. passed: nothing in ``missed``, which says in a sentence each what is wrong.

    new: questions that the baseline does not have, or has with other gold; they are not compared.
    """

    missed: tuple[str, ...] = ()
    changes: tuple[Changed, ...] = ()
    new: tuple[str, ...] = ()
    baseline: str = ""
    minimums: Mapping[str, float] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        return not self.missed


def minimums(written: Iterable[str]) -> dict[str, float]:
    """``NAME=VALUE`` thresholds. Raises GateError for what is none, or names no measure."""
    found = {}
    for one in written:
        name, _, value = one.partition("=")
        try:
            number = float(value)
        except ValueError:
            number = float("nan")
        if not isfinite(number):
            raise GateError(f"--min {one!r} is not NAME=VALUE, such as quote_recall=0.95")
        found[name.strip()] = number
    return found


def judge(
    report: Report,
    *,
    least: Mapping[str, float],
    baseline: Baseline | None = None,
    partial: bool = False,
    seed: int = 0,
) -> Judgement:
    """Hold a report against thresholds and a baseline.

    least: measure → what it must reach (stay below, for one where less is better). A measure that is
    undefined reaches nothing. partial: not all questions were asked, so that none counts as lost.
    Raises GateError for a threshold on what is not measured.
    """
    missed = _below(report, least)
    if baseline is None:
        return Judgement(tuple(missed), minimums=dict(least))
    now = baseline_of(report).questions
    known = baseline.questions
    lost = [] if partial else [id_ for id_ in known if id_ not in now]
    if lost:
        missed.append(f"{_count(lost)} of the baseline not in this run: {_listed(lost)}")
    same = [id_ for id_, one in now.items() if id_ in known and known[id_].gold == one.gold]
    changes = compare(
        {id_: known[id_].pairs for id_ in same}, {id_: now[id_].pairs for id_ in same}, seed=seed
    )
    missed += [_regressed(change) for change in changes if change.is_regression]
    new = tuple(id_ for id_ in now if id_ not in set(same))
    return Judgement(tuple(missed), changes, new, baseline.name, dict(least))


def compare(
    first: Mapping[str, Mapping[str, Pair]], second: Mapping[str, Mapping[str, Pair]], *, seed: int = 0
) -> tuple[Changed, ...]:
    """Compare two runs (question → measure → pair) over the questions of both, measure by measure."""
    ids = [id_ for id_ in first if id_ in second]
    names = dict.fromkeys(name for id_ in ids for run in (first, second) for name in run[id_])
    found: list[tuple[str, Difference, tuple[str, ...], tuple[str, ...]]] = []
    for name in names:
        how = statistic(name)
        rows = [(id_, first[id_].get(name), second[id_].get(name)) for id_ in ids]
        if how is not ratio:
            rows = [row for row in rows if row[1] is not None and row[2] is not None]
        before, after = (np.array([row[at] or (0.0, 0.0) for row in rows]).reshape(-1, 2) for at in (1, 2))
        between = difference(before, after, how, seed=seed)
        if between is not None:
            found.append((name, between, *_flipped(name, rows)))
    adjusted = holm([between.p for _, between, _, _ in found])
    return tuple(
        Changed(name, between, p, worse, better, _is_regression(name, between))
        for (name, between, worse, better), p in zip(found, adjusted, strict=True)
    )


def _is_regression(name: str, between: Difference) -> bool:
    """Whether a measure became worse, and by more than chance makes plausible."""
    change = -between.value if less_is_better(name) else between.value
    p = between.p_rise if less_is_better(name) else between.p_fall
    return change < 0 and p < NOISE


def _flipped(
    name: str, rows: Sequence[tuple[str, Pair | None, Pair | None]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The questions whose own share fell, and those whose rose; where there is no such share, none."""
    if statistic(name) is not ratio:
        return (), ()
    worse: list[str] = []
    better: list[str] = []
    for id_, before, after in rows:
        if before is None or after is None or not before[1] or not after[1]:
            continue
        change = after[0] / after[1] - before[0] / before[1]
        if abs(change) > 1e-9:
            (worse if (change < 0) != less_is_better(name) else better).append(id_)
    return tuple(worse), tuple(better)


def _below(report: Report, least: Mapping[str, float]) -> list[str]:
    values = {result.name: result.value for result in report.results}
    missed = []
    for name, number in least.items():
        if name not in values:
            raise GateError(f"there is no measure {name!r}; there are: {', '.join(values)}")
        value = values[name]
        word, bound = ("most", -number) if less_is_better(name) else ("least", number)
        if value is None:
            missed.append(f"{name} is undefined, and should be at {word} {number:g}")
        elif (-value if less_is_better(name) else value) < bound - 1e-9:
            missed.append(
                f"{name} is {value:.3f}{f' {unit(name)}'.rstrip()}, and should be at {word} {number:g}"
            )
    return missed


def _regressed(change: Changed) -> str:
    before, after = change.between.first, change.between.second
    flipped = f": {_listed(change.worse)}" if change.worse else ""
    return (
        f"{change.name} became worse than the baseline, from {before:.3f} to {after:.3f}, "
        f"by more than noise{flipped}"
    )


def _count(ids: Sequence[str]) -> str:
    return f"{len(ids)} question{'' if len(ids) == 1 else 's'}"


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(ids[:12])
    return shown + (f" and {len(ids) - 12} more" if len(ids) > 12 else "")
