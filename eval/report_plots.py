"""Plots of a report as inline SVG: no script, no font, nothing that has to be loaded."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

import numpy as np

from eval.outcomes import Outcome
from eval.report import column
from eval.statistics import BINS, point, quantile, risk_curve, wilson

_WIDTH, _HEIGHT = 400, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 22, 18, 44
_ACROSS, _UP = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_SHARES = tuple((tick, f"{tick:.0%}") for tick in _TICKS)
_DECADE = 6  # bars of the latency plot for a factor of ten


def coverage_risk(outcomes: Sequence[Outcome]) -> str:
    """Share of wrong answers against share of questions answered, the most certain first."""
    pairs, _ = column(outcomes, "risk_area")
    if not len(pairs):
        return ""
    coverage, risk = (found[0] for found in risk_curve(pairs, np.ones((1, len(pairs)))))
    answered = sum(1 for outcome in outcomes if outcome.given is not None and not outcome.given.abstained)
    at = answered / len(outcomes)
    top = max(0.1, min(1.0, float(np.ceil(10 * risk.max()) / 10)))
    places = [(_x(0.0), _y(float(risk[0]) / top))]
    places += [(_x(float(c)), _y(float(r) / top)) for c, r in zip(coverage, risk, strict=True)]
    known = [place for place in places if place[0] <= _x(at) + 0.01]
    here = known[-1]
    wrong = top * (1 - (here[1] - _TOP) / _UP)
    parts = [
        _frame("questions answered", "of these wrong", up=[tick * top for tick in _TICKS]),
        f'<path class="area" d="{_path([*known, (here[0], _y(0.0)), (_x(0.0), _y(0.0))])}Z"/>',
        f'<path class="line faint" d="{_path([here, *places[len(known) :]])}"/>',
        f'<path class="line" d="{_path(known)}"/>',
        f'<line class="guide" x1="{here[0]:.1f}" x2="{here[0]:.1f}" y1="{_y(0.0):.1f}" y2="{here[1]:.1f}"/>',
        f'<circle class="dot" cx="{here[0]:.1f}" cy="{here[1]:.1f}" r="5"/>',
        _text(
            here[0], max(here[1] - 12, 12), f"answers {at:.0%}, {wrong:.1%} wrong", _anchor(here[0]), "strong"
        ),
    ]
    told = f"Coverage-risk curve: {at:.0%} of the questions are answered, {wrong:.1%} of these wrongly."
    return _svg(told, parts)


def calibration(outcomes: Sequence[Outcome]) -> str:
    """How often the collection answered, against how likely that was said to be, in ten bins."""
    pairs, _ = column(outcomes, "calibration_error")
    if not len(pairs):
        return ""
    bins = np.minimum((pairs[:, 0] * BINS).astype(int), BINS - 1)
    parts = [
        _frame("said to be answerable", "was answerable"),
        f'<line class="guide" x1="{_x(0):.1f}" y1="{_y(0):.1f}" x2="{_x(1):.1f}" y2="{_y(1):.1f}"/>',
    ]
    for number in np.unique(bins):
        inside = pairs[bins == number]
        said, true, n = float(inside[:, 0].mean()), float((inside[:, 1] > 0).mean()), len(inside)
        low, high = wilson(true, n)
        radius = 3.5 + 9 * (n / len(pairs)) ** 0.5
        x = f"{_x(said):.1f}"
        parts += [
            f'<line class="whisker" x1="{x}" x2="{x}" y1="{_y(low):.1f}" y2="{_y(high):.1f}"/>',
            f'<circle class="dot" cx="{x}" cy="{_y(true):.1f}" r="{radius:.1f}">'
            f"<title>said {said:.2f}, true {true:.2f}, {n} questions</title></circle>",
        ]
    return _svg("Calibration: how often questions said to be answerable were.", parts)


def latency(outcomes: Sequence[Outcome]) -> str:
    """How many answers took how long, on a logarithmic axis, with the median and the 95th percentile."""
    seconds = np.array([outcome.seconds for outcome in outcomes if outcome.error is None])
    seconds = np.maximum(seconds, 1e-4)
    if not len(seconds):
        return ""
    first, last = floor(log10(seconds.min())), floor(log10(seconds.max())) + 1
    counts, edges = np.histogram(np.log10(seconds), bins=(last - first) * _DECADE, range=(first, last))
    most = int(counts.max())
    across = [((power - first) / (last - first), _duration(10.0**power)) for power in range(first, last + 1)]
    parts = [_frame("time of an answer", "answers", up=[0, most], across=across)]
    scale = 1.0 / (last - first)
    for count, left in zip(counts, edges[:-1], strict=True):
        x, width = _x((left - first) * scale), _ACROSS * scale / _DECADE
        height = _UP * count / most
        parts.append(
            f'<rect class="bar" x="{x + 0.75:.1f}" y="{_TOP + _UP - height:.1f}" '
            f'width="{width - 1.5:.1f}" height="{height:.1f}" rx="1.5"/>'
        )
    pairs = np.stack([seconds, np.ones(len(seconds))], axis=1)
    for share, name, y in ((0.5, "half", _TOP + 10), (0.95, "95 %", _TOP + 26)):
        value = point(pairs, quantile(share)) or float(seconds[0])
        x = _x((log10(value) - first) * scale)
        parts += [
            f'<line class="guide strong" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_TOP + _UP}"/>',
            _text(
                x + (5 if x < _WIDTH / 2 else -5),
                y,
                f"{name} within {_duration(value)}",
                "start" if x < _WIDTH / 2 else "end",
                "strong",
            ),
        ]
    return _svg("Latency: how many answers took how long.", parts)


def _svg(told: str, parts: Sequence[str]) -> str:
    return (
        f'<svg class="plot" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{told}">'
        + "".join(parts)
        + "</svg>"
    )


def _frame(
    below: str,
    beside: str,
    *,
    up: Sequence[float] = _TICKS,
    across: Sequence[tuple[float, str]] = _SHARES,
) -> str:
    """Axes with their names; ``up`` gives the values of the vertical axis, from bottom to top."""
    highest = up[-1] or 1.0
    parts = []
    for value in up:
        y = _y(value / highest)
        written = f"{value:.0%}" if highest <= 1 else f"{value:.0f}"
        parts.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(_text(_LEFT - 6, y + 4, written, "end"))
    parts += [_text(_x(at), _HEIGHT - _BOTTOM + 17, written, "middle") for at, written in across]
    parts.append(_text(_WIDTH - _RIGHT, _HEIGHT - 8, f"{below} →", "end", "axis"))
    parts.append(_text(_LEFT + 4, _TOP - 4, f"↑ {beside}", "start", "axis"))
    return "".join(parts)


def _text(x: float, y: float, written: str, anchor: str, kind: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{written}</text>'


def _anchor(x: float) -> str:
    return "end" if x > _WIDTH * 0.6 else "start" if x < _WIDTH * 0.3 else "middle"


def _path(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)


def _x(share: float) -> float:
    return _LEFT + _ACROSS * share


def _y(share: float) -> float:
    return _TOP + _UP * (1 - share)


def _duration(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.3g} s"
    return f"{1000 * seconds:.3g} ms" if seconds >= 0.00095 else f"{1_000_000 * seconds:.3g} µs"
