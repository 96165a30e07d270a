"""A report as a table for the terminal: measure, value, interval, n, and the value by kind of question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from eval.gate import Changed, Judgement
from eval.measures import group, label, unit
from eval.outcomes import Outcome, Report, Result

# What moves a terminal's cursor, turns the direction of its text, or cannot be printed.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_MANY = 30  # failing questions written out before the rest is counted


def render_table(report: Report, judgement: Judgement, *, failures: bool = False) -> str:
    """What was measured, then the comparison and what the gate misses."""
    parts = [_headline(report), "", *_table(report)]
    errors = [outcome for outcome in report.outcomes if outcome.error is not None]
    if failures:
        wrong = [outcome for outcome in report.outcomes if outcome.wrong]
        for outcome in wrong:
            parts += ["", *_failure(outcome)]
    elif errors:
        for outcome in errors[:_MANY]:
            parts += ["", *_failure(outcome)]
        parts += ["", f"{len(errors)} questions failed."]
    return "\n".join(_CONTROL.sub("\ufffd", line) for line in [*parts, *_gate(judgement)])


def number(value: float | None, name: str = "") -> str:
    """A value as it is shown: three decimals, milliseconds for a time, a dash for what is undefined."""
    if value is None:
        return "–"
    return f"{1000 * value:.0f} ms" if unit(name) == "s" else f"{value:.3f}"


def interval(result: Result) -> str:
    """The 95 % interval as it is shown."""
    if result.low is None or result.high is None:
        return ""
    if unit(result.name) == "s":
        return f"{1000 * result.low:.0f}–{1000 * result.high:.0f}"
    return f"{result.low:.3f}–{result.high:.3f}"


def p_value(p: float) -> str:
    """A p value as it is shown; 10,000 rounds tell nothing of smaller ones."""
    return f"{p:.3f}" if p >= 0.0005 else "<0.001"


def moved(change: Changed) -> bool:
    """Whether a measure differs from the baseline's by anything that would be seen."""
    return abs(change.between.value) >= 0.0005 or bool(change.worse or change.better)


def _headline(report: Report) -> str:
    about = report.about
    right = sum(outcome.pairs["correct"].right for outcome in report.outcomes if "correct" in outcome.pairs)
    parts = [f"{right:.0f} of {len(report.outcomes)} questions answered rightly"]
    parts += [f"{about[key]} {key}" for key in ("documents",) if key in about]
    parts += [str(about[key]) for key in ("gold", "model") if key in about]
    return " · ".join(parts)


def _table(report: Report) -> Iterator[str]:
    kinds = list(report.kinds) if len(report.kinds) > 1 else []
    by_kind = {(kind, result.name): result for kind, results in report.kinds.items() for result in results}
    yield f"{'':<24}{'value':>8}  {'95 % interval':<14}{'n':>5}" + "".join(f"{kind:>9}" for kind in kinds)
    shown = [result for result in report.results if result.n]
    for heading, results in groupby(shown, key=lambda result: group(result.name)):
        yield heading
        for result in results:
            cells = "".join(f"{number(by_kind[kind, result.name].value, result.name):>9}" for kind in kinds)
            yield (
                f"  {label(result.name):<22}{number(result.value, result.name):>8}  "
                f"{interval(result):<14}{result.n:>5}{cells}"
            )
    without = [label(result.name) for result in report.results if not result.n]
    if without:
        yield f"Not measured, for no gold says anything of it: {', '.join(without)}"


def _failure(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.gold.id} ({outcome.gold.kind}): {outcome.gold.question}"
    for line in outcome.wrong:
        yield f"    {line}"


def _gate(judgement: Judgement) -> Iterator[str]:
    if judgement.baseline:
        yield ""
        yield from _compared(judgement)
    if judgement.missed:
        yield ""
        yield f"The gate is missed, {len(judgement.missed)} time{'s' * (len(judgement.missed) > 1)}:"
        yield from (f"  {line}" for line in judgement.missed)
    elif judgement.minimums or judgement.baseline:
        yield ""
        yield "The gate is passed."


def _compared(judgement: Judgement) -> Iterator[str]:
    changes = [change for change in judgement.changes if moved(change)]
    if not changes:
        yield f"As in {judgement.baseline}: nothing has changed."
    else:
        yield f"{'Against ' + judgement.baseline:<34}{'before':>8}{'now':>8}{'p':>8}  detectable"
        for change in changes:
            yield from _change(change)
    if judgement.new:
        yield f"Not compared, for the baseline has no such question: {', '.join(judgement.new[:_MANY])}"


def _change(change: Changed) -> Iterator[str]:
    between = change.between
    yield (
        f"  {label(change.name):<32}{between.first:>8.3f}{between.second:>8.3f}{p_value(between.p):>8}"
        f"  {between.detectable:.3f}"
    )
    for word, ids in (("worse", change.worse), ("better", change.better)):
        if ids:
            more = f" and {len(ids) - _MANY} more" if len(ids) > _MANY else ""
            yield f"      {word}: {', '.join(ids[:_MANY])}{more}"
