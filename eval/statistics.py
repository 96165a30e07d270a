"""What pairs of many questions come to, and how sure that is: statistics, intervals, tests.

A statistic is a function of the pairs ``(n, 2)`` and of weights ``(rows, n)``, one value a row; a
question's weight is how often it counts. Resampling and swapping are then only other weights. NaN
stands for "undefined" in here, and becomes None where it leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isnan, sqrt

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Statistic = Callable[[Values, Values], Values]

ROUNDS = 10_000
_CELLS = 4_000_000  # of a block of weights held at once: 32 MB
_SURE = 1.959964  # standard errors on each side of a 95 % interval
# A difference of this many standard errors is found in 4 of 5 comparisons (power 0.8, two-sided 0.05).
_DETECTED = 1.959964 + 0.841621
BINS = 10


def ratio(pairs: Values, weights: Values) -> Values:
    """Σ right / Σ total: a mean where every total is 1, a micro-average otherwise."""
    right, total = weights @ pairs[:, 0], weights @ pairs[:, 1]
    return _divided(right, total)


def auroc(pairs: Values, weights: Values) -> Values:
    """The chance that a positive scores higher than a negative, ties counting half.

    Pairs are (score, 1 positive or 0 negative). Mann-Whitney U / (positives · negatives); Hanley and
    McNeil, Radiology 143, 1982.
    """
    order = np.argsort(pairs[:, 0], kind="stable")
    scores, positive = pairs[order, 0], pairs[order, 1] > 0
    ends = np.flatnonzero(np.append(np.diff(scores) != 0, True))
    above, below = weights[:, order] * positive, weights[:, order] * ~positive
    # Positives and negatives of each distinct score, from the lowest.
    positives = np.diff(np.cumsum(above, axis=1)[:, ends], axis=1, prepend=0.0)
    negatives = np.cumsum(below, axis=1)[:, ends]
    here = np.diff(negatives, axis=1, prepend=0.0)
    won = (positives * (negatives - 0.5 * here)).sum(axis=1)
    return _divided(won, above.sum(axis=1) * below.sum(axis=1))


def risk_area(pairs: Values, weights: Values) -> Values:
    """The area under the coverage-risk curve: the mean risk over all coverages; less is better, and 0 needs
    that everything could be answered.

    Pairs are (confidence, 1 right or 0 wrong). The risk at a coverage is the share of wrong answers
    among that many of the most confident. Geifman and El-Yaniv, NeurIPS 2017 (AURC).
    """
    coverage, risk = risk_curve(pairs, weights)
    steps = np.diff(coverage, axis=1, prepend=0.0)
    return _divided((steps * risk).sum(axis=1), coverage[:, -1])


def risk_curve(pairs: Values, weights: Values) -> tuple[Values, Values]:
    """Coverage and risk at every distinct confidence, from the highest: two arrays ``(rows, levels)``."""
    order = np.argsort(-pairs[:, 0], kind="stable")
    levels = np.flatnonzero(np.append(np.diff(pairs[order, 0]) != 0, True))
    sorted_weights = weights[:, order]
    answered = np.cumsum(sorted_weights, axis=1)[:, levels]
    wrong = np.cumsum(sorted_weights * (1.0 - pairs[order, 1]), axis=1)[:, levels]
    return _divided(answered, answered[:, -1:]), np.nan_to_num(_divided(wrong, answered))


def calibration_error(pairs: Values, weights: Values) -> Values:
    """How far said probabilities are from what came true, mean over questions: 0 at best.

    Pairs are (probability, 1 true or 0 not), in ten equal bins. Naeini et al., AAAI 2015 (ECE).
    """
    bins = np.minimum((pairs[:, 0] * BINS).astype(int), BINS - 1)
    gap = np.zeros(len(weights))
    for number in np.unique(bins):
        inside = weights[:, bins == number]
        gap += np.abs(inside @ (pairs[bins == number, 0] - pairs[bins == number, 1]))
    return _divided(gap, weights.sum(axis=1))


def quantile(share: float) -> Statistic:
    """The smallest value that at least ``share`` of the questions do not exceed; pairs are (value, 1)."""

    def found(pairs: Values, weights: Values) -> Values:
        order = np.argsort(pairs[:, 0], kind="stable")
        reached = np.cumsum(weights[:, order], axis=1)
        at = (reached < share * reached[:, -1:] - 1e-9).sum(axis=1)
        values = pairs[order, 0][np.minimum(at, len(order) - 1)]
        # A question that failed took for ever; a quantile that falls on one is undefined.
        defined: Values = np.where(np.isfinite(values), values, np.nan)
        return defined

    return found


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval, None where it is undefined."""

    value: float | None
    low: float | None
    high: float | None


UNDEFINED = Estimate(None, None, None)


def estimates(measured: Sequence[tuple[Values, Statistic]], *, seed: int) -> list[Estimate]:
    """Values with 95 % intervals of measures over the same questions.

    Pairs of a total of 0 do not count. The interval is Wilson's where each question is simply right or
    wrong, and where all are (resampling then sees no doubt at all); elsewhere it is the percentile
    bootstrap's over questions, 10,000 rounds, all measures in the same rounds.
    """
    counted = [(pairs[pairs[:, 1] != 0] if how is ratio else pairs, how) for pairs, how in measured]
    values = [point(pairs, how) for pairs, how in counted]
    drawn: list[list[Values]] = [[] for _ in counted]
    sampled = [at for at, (pairs, how) in enumerate(counted) if _is_sampled(pairs, how, values[at])]
    for at in sampled:
        pairs, how = counted[at]
        for weights in _resampled(len(pairs), np.random.default_rng(seed)):
            drawn[at].append(how(pairs, weights))
    found = []
    for at, (pairs, _) in enumerate(counted):
        value = values[at]
        if value is None:
            found.append(UNDEFINED)
        elif at in sampled:
            found.append(Estimate(value, *_percentiles(np.concatenate(drawn[at]))))
        else:
            found.append(Estimate(value, *wilson(value, len(pairs))))
    return found


def point(pairs: Values, how: Statistic) -> float | None:
    """The statistic of the questions as they are."""
    if not len(pairs):
        return None
    value = float(how(pairs, np.ones((1, len(pairs))))[0])
    return None if isnan(value) else value


def wilson(share: float, n: int) -> tuple[float, float]:
    """The 95 % score interval of a share of ``n``. Wilson, JASA 22, 1927."""
    square = _SURE**2
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _SURE * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return min(share, middle - half), max(share, middle + half)


@dataclass(frozen=True, slots=True)
class Difference:
    """Between two runs over the same questions: the second's value minus the first's.

    p: of a paired permutation test, two-sided; p_fall, p_rise: of a fall or rise as great or greater.
    detectable: the least true difference that such a comparison would find in 4 of 5 cases.
    """

    first: float
    second: float
    p: float
    p_fall: float
    p_rise: float
    detectable: float

    @property
    def value(self) -> float:
        return self.second - self.first


def difference(first: Values, second: Values, how: Statistic, *, seed: int) -> Difference | None:
    """Compare two runs, row by row the same question; None where either value is undefined.

    Under the null hypothesis the two runs' pairs of a question can be swapped; that is done for each
    with chance 1/2, 10,000 times. Smucker et al., CIKM 2007; p counts the observed order as one of them
    (Phipson and Smyth, 2010).
    """
    values = point(first, how), point(second, how)
    if values[0] is None or values[1] is None:
        return None
    observed = values[1] - values[0]
    both = np.concatenate([first, second])
    rng = np.random.default_rng(seed)
    found = []
    for rows in _blocks(len(both)):
        kept = rng.integers(0, 2, (rows, len(first))).astype(np.float64)
        swapped = np.concatenate([1 - kept, kept], axis=1)
        found.append(how(both, swapped) - how(both, 1 - swapped))
    null = np.concatenate(found)
    # An undefined difference counts against significance.
    extreme = np.where(np.isnan(null), np.inf, np.abs(null)) >= abs(observed) - 1e-12
    fall = np.where(np.isnan(null), -np.inf, null) <= observed + 1e-12
    rise = np.where(np.isnan(null), np.inf, null) >= observed - 1e-12
    return Difference(
        first=values[0],
        second=values[1],
        p=(1 + int(extreme.sum())) / (1 + ROUNDS),
        p_fall=(1 + int(fall.sum())) / (1 + ROUNDS),
        p_rise=(1 + int(rise.sum())) / (1 + ROUNDS),
        detectable=_DETECTED * float(np.nanstd(null)) if not np.isnan(null).all() else float("nan"),
    )


def holm(p: Sequence[float]) -> list[float]:
    """P values adjusted for their number. Holm, Scandinavian Journal of Statistics 6, 1979."""
    adjusted = [0.0] * len(p)
    greatest = 0.0
    for place, at in enumerate(sorted(range(len(p)), key=p.__getitem__)):
        greatest = max(greatest, min(1.0, p[at] * (len(p) - place)))
        adjusted[at] = greatest
    return adjusted


def detectable(low: float, high: float) -> float:
    """The least true difference to another run of as many other questions that is found in 4 of 5 cases."""
    return _DETECTED * sqrt(2) * (high - low) / (2 * _SURE)


def _is_sampled(pairs: Values, how: Statistic, value: float | None) -> bool:
    if value is None or how is not ratio:
        return value is not None
    is_rate = bool(np.isin(pairs[:, 0], (0.0, 1.0)).all() and (pairs[:, 1] == 1.0).all())
    return not is_rate and value not in (0.0, 1.0)


def _resampled(n: int, rng: np.random.Generator) -> Iterator[Values]:
    """Weights of questions drawn with replacement."""
    for rows in _blocks(n):
        drawn = rng.integers(0, n, (rows, n)) + n * np.arange(rows)[:, None]
        yield np.bincount(drawn.ravel(), minlength=rows * n).reshape(rows, n).astype(np.float64)


def _blocks(n: int) -> Iterator[int]:
    """Row counts that add up to the rounds, each block small enough for memory."""
    size = max(1, min(ROUNDS, _CELLS // max(n, 1)))
    for at in range(0, ROUNDS, size):
        yield min(size, ROUNDS - at)


def _percentiles(drawn: Values) -> tuple[float | None, float | None]:
    defined = drawn[~np.isnan(drawn)]
    if not len(defined):
        return None, None
    low, high = np.quantile(defined, (0.025, 0.975))
    return float(low), float(high)


def _divided(above: Values, below: Values) -> Values:
    found: Values = np.divide(above, below, out=np.full(np.shape(above), np.nan), where=below != 0)
    return found
