"""Statistics, intervals and tests agree with independent implementations and with counting by hand."""

from __future__ import annotations

from math import inf
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap, permutation_test
from sklearn.metrics import roc_auc_score

from eval.statistics import (
    Statistic,
    Values,
    auroc,
    calibration_error,
    detectable,
    difference,
    estimates,
    holm,
    point,
    quantile,
    ratio,
    risk_area,
    wilson,
)


def pairs(*rows: tuple[float, float]) -> Values:
    return np.array(rows, dtype=np.float64).reshape(-1, 2)


@pytest.mark.parametrize(
    ("how", "rows", "expected"),
    [
        (ratio, [(1, 1), (0, 1), (1, 2)], 0.5),
        (ratio, [(0, 0)], None),
        (ratio, [], None),
        (auroc, [(0.9, 1), (0.1, 0)], 1.0),
        (auroc, [(0.1, 1), (0.9, 0)], 0.0),
        (auroc, [(0.5, 1), (0.5, 0)], 0.5),
        (auroc, [(0.5, 1)], None),
        (quantile(0.5), [(3, 1), (1, 1), (2, 1)], 2),
        (quantile(0.5), [(4, 1), (3, 1), (1, 1), (2, 1)], 2),
        (quantile(0.95), [(float(n), 1) for n in range(1, 101)], 95),
        (quantile(0.95), [(1, 1), (inf, 1)], None),
        (quantile(0.5), [(1, 1), (inf, 1)], 1),
        # Sure and right, then unsure and wrong: risks 0 and 1/2, each over half of the coverage.
        (risk_area, [(0.9, 1), (0.2, 0)], 0.25),
        (risk_area, [(0.2, 1), (0.9, 0)], 0.75),
        (risk_area, [(0.5, 1), (0.5, 0)], 0.5),
        (risk_area, [(0.5, 1)], 0.0),
        (calibration_error, [(0.8, 1)], pytest.approx(0.2)),
        (calibration_error, [(0.75, 1), (0.75, 1), (0.75, 1), (0.75, 0)], 0.0),
        (calibration_error, [(1.0, 1), (0.0, 1)], 0.5),
    ],
)
def test_a_statistic(how: Statistic, rows: list[tuple[float, float]], expected: float | None) -> None:
    assert point(pairs(*rows), how) == expected


scored = st.lists(
    st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9]), st.booleans(), st.integers(0, 3)),
    min_size=2,
    max_size=30,
)


@given(scored)
def test_auroc_is_that_of_scikit_learn(rows: list[tuple[float, bool, int]]) -> None:
    counted = [(score, label) for score, label, weight in rows for _ in range(weight)]
    found = auroc(pairs(*((s, float(y)) for s, y, _ in rows)), np.array([[float(w) for _, _, w in rows]]))[0]
    if len({label for _, label in counted}) < 2:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(roc_auc_score([y for _, y in counted], [s for s, _ in counted]))


@given(scored)
@pytest.mark.parametrize("how", [ratio, risk_area, calibration_error, quantile(0.5), quantile(0.95)])
def test_a_weight_is_so_many_of_the_same(how: Statistic, rows: list[tuple[float, bool, int]]) -> None:
    table = pairs(*((score, float(label)) for score, label, _ in rows))
    weights = np.array([weight for _, _, weight in rows], dtype=np.float64)
    repeated = point(np.repeat(table, weights.astype(int), axis=0), how)
    found = how(table, weights[None])[0] if weights.any() else np.nan
    assert (None if np.isnan(found) else found) == (None if repeated is None else pytest.approx(repeated))


def test_the_bootstrap_agrees_with_scipy() -> None:
    values = np.random.default_rng(1).beta(2, 1, 80)
    (found,) = estimates([(np.stack([values, np.ones(80)], axis=1), ratio)], seed=0)
    expected = bootstrap((values,), np.mean, method="percentile", rng=np.random.default_rng(2))
    assert found.value == pytest.approx(values.mean())
    assert found.low == pytest.approx(expected.confidence_interval.low, abs=0.004)
    assert found.high == pytest.approx(expected.confidence_interval.high, abs=0.004)


def test_an_interval_is_the_same_each_time_and_differs_by_seed() -> None:
    table = [(np.random.default_rng(1).random((50, 2)), ratio)]
    assert estimates(table, seed=3) == estimates(table, seed=3) != estimates(table, seed=4)


def test_a_rate_has_the_score_interval() -> None:
    # Newcombe, Statistics in Medicine 17, 1998, table I: 81/263, 15/148, 0/20, 1/29.
    for right, n, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(right / n, n) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
        (found,) = estimates([(pairs(*[(1, 1)] * right, *[(0, 1)] * (n - right)), ratio)], seed=0)
        assert (found.low, found.high) == wilson(right / n, n)


def test_what_is_all_right_is_not_certain() -> None:
    (found,) = estimates([(pairs((3, 3), (2, 2)), ratio)], seed=0)
    assert found.value == 1.0
    assert found.low is not None
    assert found.low < 0.5


def test_what_is_undefined_has_no_interval() -> None:
    (found,) = estimates([(pairs((0, 0)), ratio)], seed=0)
    assert (found.value, found.low, found.high) == (None, None, None)


def test_the_permutation_test_agrees_with_scipy() -> None:
    rng = np.random.default_rng(5)
    first = rng.random(40)
    second = np.clip(first + rng.normal(0.03, 0.1, 40), 0, 1)
    one = np.ones(40)
    found = difference(np.stack([first, one], 1), np.stack([second, one], 1), ratio, seed=0)
    expected = permutation_test(
        (second, first),
        lambda a, b, axis: (a - b).mean(axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=9999,
        rng=np.random.default_rng(6),
    )
    assert found is not None
    assert found.value == pytest.approx(second.mean() - first.mean())
    assert found.p == pytest.approx(expected.pvalue, abs=0.02)
    assert found.p_fall == pytest.approx(1 - expected.pvalue / 2, abs=0.02)


def test_flips_in_one_direction_are_counted_exactly() -> None:
    same = [(1.0, 1.0)] * 50
    for flips in (1, 4, 5, 8):
        before, after = pairs(*same, *[(1, 1)] * flips), pairs(*same, *[(0, 1)] * flips)
        found = difference(before, after, ratio, seed=0)
        assert found is not None
        assert found.p_fall == pytest.approx(0.5**flips, abs=0.01)
        assert found.p == pytest.approx(min(1.0, 2 * 0.5**flips), abs=0.02)


def test_two_equal_runs_do_not_differ() -> None:
    table = np.random.default_rng(1).random((30, 2))
    for how in (ratio, risk_area):
        found = difference(table, table, how, seed=0)
        assert found is not None
        assert (found.value, found.p, found.detectable) == (0.0, 1.0, pytest.approx(0.0))


def test_no_difference_to_what_is_undefined() -> None:
    assert difference(pairs((0, 0)), pairs((1, 1)), ratio, seed=0) is None


def test_the_detectable_difference() -> None:
    # 100 questions at 0.8 in each run: 2.8 standard errors of a difference of two independent shares.
    low, high = (0.8 + side * 1.96 * 0.04 for side in (-1, 1))
    normal = NormalDist()
    expected = (normal.inv_cdf(0.975) + normal.inv_cdf(0.8)) * 0.04 * 2**0.5
    assert detectable(low, high) == pytest.approx(expected, abs=1e-4)


def test_holm() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []
