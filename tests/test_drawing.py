"""The picture of a topic over time: what is drawn where, and what it says to who cannot see it."""

from collections import Counter
from datetime import date
from xml.etree import ElementTree

import pytest
from page_fake import CALM, HOSTILE

from rag.answers import Answer
from rag.verdicts import Finding, Verdict
from ui.drawing import LEVELS, Marks, describe, draw, is_dated, marks_of
from ui.periods import BINS, TICKS, Period, axis_of, period_of

Drawn = dict[str, list[ElementTree.Element]]


def drawn(marks: Marks) -> Drawn:
    """The elements of the picture by class; one that a parser of XML cannot read fails here."""
    found: Drawn = {}
    for element in ElementTree.fromstring(draw(marks)).iter():  # noqa: S314
        found.setdefault(element.get("class") or element.tag.rpartition("}")[2], []).append(element)
    return found


def at(element: ElementTree.Element, name: str) -> float:
    return float((element.get(name) or "").rstrip("%"))


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2024-05-31", date(2024, 5, 31), date(2024, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 30)),
    ],
)
def test_a_date_is_as_long_as_it_is_vague(stated: str, first: date, last: date) -> None:
    assert period_of(stated) == Period(first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    "stated", [None, "", "soon", "2024-13", "2023-02-30", "0", "1-2-3-4", "٢٠٢٤", *HOSTILE]
)
def test_what_is_no_date_counts_as_undated(stated: str | None) -> None:
    assert period_of(stated) is None
    assert not is_dated({(stated, "said"): 1})
    assert len(drawn({(stated, "said"): 1, ("2020", "silent"): 1})["said"]) == 1


def test_each_document_has_a_mark_above_the_axis_or_below_it() -> None:
    marks = {
        ("2012-09-28", "said"): 1,
        ("2019", "mentioned"): 1,
        ("2024-05-31", "silent"): 2,
        (None, "said"): 1,
    }
    found = drawn(marks)  # type: ignore[arg-type]
    (axis, *_) = found["axis"]
    assert [len(found[kind]) for kind in ("said", "mentioned", "silent")] == [2, 1, 2]
    for kind in ("said", "mentioned"):
        assert all(at(mark, "y1") < at(axis, "y1") for mark in found[kind])
    assert all(at(mark, "y1") > at(axis, "y1") for mark in found["silent"])
    (vague,) = found["mentioned"]
    assert at(vague, "x2") - at(vague, "x1") > 5, "a year is drawn as long as it is"
    day, undated = found["said"]
    assert at(day, "x2") - at(day, "x1") < 0.1
    assert at(undated, "x1") > at(found["apart"][0], "x1") > at(axis, "x2")


def test_marks_never_lie_on_one_another() -> None:
    marks: Marks = {(f"2024-05-{day:02}", "said"): 1 for day in range(1, 4)} | {("2021", "said"): 2}
    places = [(at(mark, "y1"), at(mark, "x1"), at(mark, "x2")) for mark in drawn(marks)["said"]]
    assert len(places) == 5
    for level, start, end in places:
        others = [place for place in places if place[0] == level and place != (level, start, end)]
        assert all(end <= other_start or other_end <= start for _, other_start, other_end in others)


@pytest.mark.parametrize("years", [1, 3, 30, 900])
def test_a_large_collection_is_drawn_as_bars(years: int) -> None:
    verdicts: tuple[Finding, ...] = ("said", "mentioned", "silent", "silent")
    marks: Counter[tuple[str | None, Finding]] = Counter()
    for number in range(14_000):
        day = f"{1100 + number % years:04}-{1 + number % 12:02}-{1 + number % 28:02}"
        marks[day if number % 10 else None, verdicts[number % 4]] += 1
    picture = draw(marks)
    found = drawn(marks)
    assert len(picture) < 20_000
    assert "hollow" not in found
    for kind in ("said", "mentioned", "silent"):
        assert 0 < len(found[kind]) <= BINS + 1
        assert all(0 <= at(bar, "x") <= 100 - at(bar, "width") for bar in found[kind])
    assert len(describe(marks)) < 600


def test_the_silent_of_a_large_collection_are_drawn_though_not_listed() -> None:
    cards = [document.card for document in CALM]
    answer = Answer("q", "q", "", (), (Verdict(cards[0], "said"),), False, silent=2)
    assert marks_of(answer, cards) == {
        ("2019-05-04", "said"): 1,
        (None, "silent"): 1,
        ("2020-02", "silent"): 1,
    }


def test_more_than_can_stand_on_one_another_become_a_bar() -> None:
    assert "rect" not in _tags({("2020-01-01", "said"): LEVELS})
    assert "rect" in _tags({("2020-01-01", "said"): LEVELS + 1})


def _tags(marks: Marks) -> set[str]:
    return {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(draw(marks)).iter()}  # noqa: S314


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2024-05-03", "2024-05-28", ["May 2024"]),
        ("2023-11", "2024-06", ["Nov 2023", "Jan 2024", "Mar 2024", "May 2024"]),
        ("2012-09-28", "2024-05-31", ["2015", "2020"]),
        ("1815", "2024", ["1850", "1900", "1950", "2000"]),
    ],
)
def test_an_axis_has_round_labels(first: str, last: str, labels: list[str]) -> None:
    periods = [period for stated in (first, last) if (period := period_of(stated))]
    axis = axis_of(periods)
    assert [tick.label for tick in axis.ticks] == labels
    assert len(axis.ticks) <= TICKS
    assert all(0 <= axis.share(period.first) <= axis.share(period.last) <= 1 for period in periods)


def test_the_picture_in_words() -> None:
    assert describe({("2016-09", "said"): 2, (None, "silent"): 3}) == (
        "The documents in the order of time; speak of it: September 2016 (2); silent: 3 undated."
    )
