"""Dates as stretches of time on an axis: a date is as long as it is vague."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ui.wording import MONTHS

BINS = 60  # at most, so that one stays wide enough to be seen on a phone
TICKS = 6  # at most
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)  # years between two ticks


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The first and the last day that a date may mean, as proleptic ordinals, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A label at a share of the axis, 0 to 1."""

    share: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole months or years from the first period to the last.

    bins: the first day of each stretch that documents are counted in, ascending.
    """

    first: int
    last: int
    bins: tuple[int, ...]
    ticks: tuple[Tick, ...]

    def share(self, day: int) -> float:
        return (day - self.first) / max(1, self.last - self.first)

    def bin(self, period: Period) -> int:
        return max(0, bisect_right(self.bins, period.first) - 1)


@lru_cache(maxsize=65536)
def period_of(stated: str | None) -> Period | None:
    """A date as precise as it is stated; None where there is none, or none of the calendar."""
    parts = (stated or "").split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts) or len(parts) > 3:
        return None
    try:
        year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
        first = date(year, month or 1, day or 1).toordinal()
        if day:
            return Period(first, first)
        return Period(first, _next(year, month).toordinal() - 1)
    except (ValueError, OverflowError):
        return None


def axis_of(periods: Sequence[Period]) -> Axis:
    """The axis that these periods need; months where they span two years at most, else years."""
    if not periods:
        return Axis(0, 1, (0,), ())
    first = date.fromordinal(min(period.first for period in periods))
    last = date.fromordinal(max(period.last for period in periods))
    vague = any(period.last - period.first > 31 for period in periods)
    months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    months = months[first.month - 1 : len(months) - 12 + last.month]
    if len(months) <= 24:
        start, end = date(*months[0], 1), _next(*months[-1])
    else:
        start, end = date(first.year, 1, 1), _next(last.year, 0)
    bins = months if len(months) <= BINS and not vague else _years(first.year, last.year)
    axis = Axis(
        start.toordinal(),
        end.toordinal() - 1,
        tuple(date(year, month, 1).toordinal() for year, month in bins),
        (),
    )
    ticks = _month_ticks(axis, months) if len(months) <= 24 else _year_ticks(axis, first.year, last.year)
    return Axis(axis.first, axis.last, axis.bins, ticks)


def _next(year: int, month: int) -> date:
    """The first day after a month, or after a year where ``month`` is 0."""
    if year == date.max.year and month in (0, 12):
        return date.max
    return date(year, month + 1, 1) if 0 < month < 12 else date(year + 1, 1, 1)


def _years(first: int, last: int) -> list[tuple[int, int]]:
    step = next(step for step in _STEPS if (last - first) // step < BINS)
    return [(max(1, year), 1) for year in range(first - first % step, last + 1, step)]


def _month_ticks(axis: Axis, months: Sequence[tuple[int, int]]) -> tuple[Tick, ...]:
    shown = months[:: 1 + (len(months) - 1) // 4]
    return tuple(
        Tick(axis.share(date(year, month, 1).toordinal()), f"{MONTHS[month - 1][:3]} {year}")
        for year, month in shown
    )


def _year_ticks(axis: Axis, first: int, last: int) -> tuple[Tick, ...]:
    step = next(step for step in _STEPS if (last - first) // step < TICKS)
    years = [year for year in range(first, last + 1) if year % step == 0]
    return tuple(Tick(axis.share(date(year, 1, 1).toordinal()), str(year)) for year in years)
