"""Periods of time in questions: what they cover, and which dates they hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import dates
from rag.asked.periods import Period, mentions, named
from rag.questions import understand

NEWEST = "2024-05-31"

# (question, first, last, words): the limit that a question names.
LIMITS = [
    ("What did they say about Taiwan in 2013?", "2013", "2013", "in 2013"),
    ("What did they say about Taiwan during 2012?", "2012", "2012", "during 2012"),
    ("What did they say about Taiwan in the year 2013?", "2013", "2013", "in the year 2013"),
    ("What did they say about Taiwan in January 2013?", "2013-01", "2013-01", "in January 2013"),
    ("What did they say about Taiwan in Sept. 2012?", "2012-09", "2012-09", "in Sept. 2012"),
    ("What did they say about Taiwan on May 31, 2024?", "2024-05-31", "2024-05-31", "on May 31, 2024"),
    ("What did they say about Taiwan on 31 May 2024?", "2024-05-31", "2024-05-31", "on 31 May 2024"),
    (
        "What did they say about Taiwan on the 31st of May 2024?",
        "2024-05-31",
        "2024-05-31",
        "on the 31st of May 2024",
    ),
    ("What did they say about Taiwan on 2024-05-31?", "2024-05-31", "2024-05-31", "on 2024-05-31"),
    ("What did they say about Taiwan on 31.05.2024?", "2024-05-31", "2024-05-31", "on 31.05.2024"),
    ("What did they say about Taiwan on 05/06/2023?", "2023", "2023", "on 05/06/2023"),
    ("What did they say about Taiwan on 05/31/2023?", "2023-05-31", "2023-05-31", "on 05/31/2023"),
    ("What did they say about Taiwan before 2015?", None, "2014", "before 2015"),
    ("What did they say about Taiwan prior to March 2013?", None, "2013-02", "prior to March 2013"),
    ("What did they say about Taiwan before January 1, 2013?", None, "2012-12-31", "before January 1, 2013"),
    ("What did they say about Taiwan after 2013?", "2014", None, "after 2013"),
    (
        "What did they say about Taiwan after February 28, 2016?",
        "2016-02-29",
        None,
        "after February 28, 2016",
    ),
    ("What did they say about Taiwan since 2016?", "2016", None, "since 2016"),
    ("What did they say about Taiwan since January 2013?", "2013-01", None, "since January 2013"),
    ("What did they say about Taiwan until 2015?", None, "2015", "until 2015"),
    ("What had they said about Taiwan by 2015?", None, "2015", "by 2015"),
    ("What did they say about Taiwan up to June 2014?", None, "2014-06", "up to June 2014"),
    ("What did they say about Taiwan from 2012 to 2014?", "2012", "2014", "from 2012 to 2014"),
    ("What did they say about Taiwan between 2012 and 2014?", "2012", "2014", "between 2012 and 2014"),
    (
        "What did they say about Taiwan between March 2012 and June 2013?",
        "2012-03",
        "2013-06",
        "between March 2012 and June 2013",
    ),
    ("What did they say about Taiwan in 2012-2014?", "2012", "2014", "in 2012-2014"),
    ("What did they say about Taiwan in 2012–14?", "2012", "2014", "in 2012–14"),
    ("What did they say about Taiwan in 2012 and 2013?", "2012", "2013", "in 2012 and 2013"),
    ("What did they say about Taiwan from 2016 onwards?", "2016", None, "from 2016 onwards"),
    ("What did they say about Taiwan in the 2010s?", "2010", "2019", "in the 2010s"),
    ("What did they say about Taiwan in the 90s?", "1990", "1999", "in the 90s"),
    ("What did they say about Taiwan in the 19th century?", "1801", "1900", "in the 19th century"),
    ("What did they say about Taiwan in early 2013?", "2013", "2013", "in early 2013"),
    ("What did they say about Taiwan in late January 2013?", "2013-01", "2013-01", "in late January 2013"),
    ("What did they say about Taiwan in the summer of 2013?", "2013", "2013", "in the summer of 2013"),
    ("What did they say about margins in Q3 2023?", "2023-07", "2023-09", "in Q3 2023"),
    (
        "What did they say about margins in the first quarter of 2023?",
        "2023-01",
        "2023-03",
        "in the first quarter of 2023",
    ),
    (
        "What did they say about margins in the first half of 2023?",
        "2023-01",
        "2023-06",
        "in the first half of 2023",
    ),
    ("What did they say about Taiwan last year?", "2023", "2023", "last year"),
    ("What did they say about Taiwan this year?", "2024", "2024", "this year"),
    ("What did they say about Taiwan last month?", "2024-04", "2024-04", "last month"),
    ("What did they say about Taiwan in the last five years?", "2019-05-31", None, "in the last five years"),
    ("What did they say about Taiwan in the past 12 months?", "2023-05-31", None, "in the past 12 months"),
    ("What did they say about Taiwan two years ago?", "2022", "2022", "two years ago"),
    ("What did they say about Taiwan recently?", "2023-05-31", None, "recently"),
    ("What have they said about Taiwan in recent years?", "2019-05-31", None, "in recent years"),
    ("What have they said about Taiwan since last year?", "2023", None, "since last year"),
    ("What did they say about Taiwan before last year?", None, "2022", "before last year"),
    ("Since 2013, what has been said about Taiwan?", "2013", None, "Since 2013"),
    ("Which documents from 2013 mention Taiwan?", "2013", "2013", "from 2013"),
    ("Taiwan (2013)", "2013", "2013", "2013"),
    ("2013年他们关于台湾说了什么？", "2013", "2013", "2013年"),
    ("2013년 1월에 대만에 대해 뭐라고 했나?", "2013-01", "2013-01", "2013년 1월에"),
    ("2016年以降、台湾について何と言いましたか", "2016", None, "2016年以降"),
    ("Qu'ont-ils dit sur Taïwan en 2013 ?", "2013", "2013", "en 2013"),
    ("¿Qué dijeron sobre Taiwán antes de 2015?", None, "2014", "antes de 2015"),
    ("Was wurde seit 2016 über Taiwan gesagt?", "2016", None, "seit 2016"),
]

# Numbers and dates that limit nothing.
NO_LIMIT = [
    "What did they say about the 2050 Strategy?",
    "What did they say about the September 19, 2005 Joint Statement?",
    "What did they say about the 2012 election?",
    "What did they say about Resolution 2270?",
    "What did they say about the events of 2011?",
    "What did they say about the treaty signed in 1990?",
    "What did they say about Taiwan in May?",
    "What did they say about Taiwan earlier that year?",
    "What did they say about 2013?",
    "What did they say about the class of 1984?",
    "What did they say about cutting emissions by 2050?",
    "What did they say about last year's summit?",
    "What did they say about 40,000 students?",
    "What did they say about $2015 in fees?",
    "What did they say about Agenda 2030?",
]


@pytest.mark.parametrize(("asked", "first", "last", "words"), LIMITS, ids=[row[0] for row in LIMITS])
def test_a_question_names_its_period(asked: str, first: str | None, last: str | None, words: str) -> None:
    assert understand(asked, newest=NEWEST).period == Period(first, last, words)


@pytest.mark.parametrize("asked", NO_LIMIT)
def test_a_date_that_is_part_of_a_name_limits_nothing(asked: str) -> None:
    found = understand(asked, newest=NEWEST)
    assert found.period is None


@pytest.mark.parametrize(
    "words", ["last year", "this year", "recently", "in the last five years", "two years ago"]
)
def test_relative_words_limit_nothing_without_a_newest_document(words: str) -> None:
    found = understand(f"What did they say about Taiwan {words}?")
    assert (found.period, found.topic) == (None, "Taiwan")


@pytest.mark.parametrize(
    ("newest", "words", "expected"),
    [
        ("2024-01-15", "last month", ("2023-12", "2023-12")),
        ("2024", "last month", None),
        ("2024", "last year", ("2023", "2023")),
        ("2024-05", "last month", ("2024-04", "2024-04")),
        ("2024-05", "last week", None),
        ("2024-03-01", "last quarter", ("2023-10", "2023-12")),
    ],
)
def test_relative_words_are_only_as_certain_as_the_newest_date(
    newest: str, words: str, expected: tuple[str, str] | None
) -> None:
    period = understand(f"What did they say about Taiwan {words}?", newest=newest).period
    assert (period and (period.first, period.last)) == expected


@pytest.mark.parametrize(
    ("first", "last", "date", "held"),
    [
        ("2013", "2013", "2013-01-18", True),
        ("2013", "2013", "2013", True),
        ("2013", "2013", "2012-12-31", False),
        ("2013", "2013", "2014-01-01", False),
        ("2013-01", "2013-01", "2013-01-18", True),
        ("2013-01", "2013-01", "2013", False),  # it may be later in the year
        ("2013-01", "2013-01", "2013-01", True),
        ("2013-01-18", "2013-01-18", "2013-01", False),
        (None, "2014", "2014-12-31", True),
        (None, "2014", "2015", False),
        ("2014", None, "2013-12-31", False),
        ("2014", None, "2014", True),
        ("2019-05-31", None, "2019", False),
        ("2012", "2014", "2013-06", True),
        ("2013", "2013", None, False),
        ("2013", "2013", "", False),
    ],
)
def test_a_period_holds_a_date_only_when_it_certainly_lies_within(
    first: str | None, last: str | None, date: str | None, held: bool
) -> None:
    assert Period(first, last, "").holds(date) is held


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [("the 2013 news conference", "2013", "2013"), ("the May 2024 statement", "2024-05", "2024-05")],
)
def test_an_occasion_may_name_a_period(words: str, first: str, last: str) -> None:
    period = named(words)
    assert period and (period.first, period.last) == (first, last)


def test_most_occasions_name_none() -> None:
    assert named("the Rio meeting") is None


days = st.dates().filter(lambda day: 1000 <= day.year <= 2199).map(lambda day: day.isoformat())


@given(days)
def test_the_next_day_of_the_day_before_is_the_day_itself(day: str) -> None:
    assert dates.following(dates.preceding(day)) == day


@given(days, days)
def test_a_day_is_held_by_the_span_from_first_to_last(one: str, other: str) -> None:
    first, last = sorted((one, other))
    assert Period(first, last, "").holds(one)
    assert Period(first[:7], last[:4], "").holds(other)


@given(
    st.text(alphabet="in 2013-beforMay,31/stl yag’s.年", max_size=80), st.sampled_from([None, NEWEST, "2024"])
)
def test_mentions_lie_in_the_text_in_order(text: str, newest: str | None) -> None:
    found = mentions(text.lower(), newest)
    assert all(0 <= mention.start < mention.end <= len(text.lower()) for mention in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
