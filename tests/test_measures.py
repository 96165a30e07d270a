"""What each measure makes of an answer, on cases counted by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from eval.cases import Case
from eval.gold import GoldDate, GoldQuestion, GoldQuote, GoldSpeaker
from eval.measures import MEASURES, NAMED, judged
from eval.measures_answers import normalised, short_answer
from eval.outcomes import Given, Outcome, Pair, Quoted, Ruled
from index.documents import Document, Furniture
from index.sentences import sentences

TEXT = "Menu. Ada Blunt said that tea is late. Coffee came early. Nobody spoke of milk."
DOCUMENTS = {
    name: Document(name, name, name, date, None, TEXT, (Furniture(0, 5, "menu"),), tuple(sentences(TEXT))[1:])
    for name, date in (("a", "2012-09"), ("b", None), ("c", "2013"))
}
TEA, COFFEE = "Ada Blunt said that tea is late.", "Coffee came early."


def quoted(words: str, document: str = "a", **changes: Any) -> Quoted:
    start = TEXT.find(words)
    found = Quoted(document, start, start + len(words), words, "Ada Blunt, minister", "reported", 0.9)
    return replace(found, **changes)


def given(*quotes: Quoted, said: str = "a", text: str = "", answerable: float | None = 0.8) -> Given:
    verdicts = tuple(
        Ruled(name, "said" if name in said else "silent", document.date)
        for name, document in DOCUMENTS.items()
    )
    return Given("", text, quotes, verdicts, abstained=not quotes, answerable=answerable)


def gold(kind: Any = "topic", **changes: Any) -> GoldQuestion:
    bare = GoldQuestion("q", "?", (), kind, (), (), (), ())
    return replace(bare, **changes)


def pair(name: str, asked: GoldQuestion, answer: Given, seconds: float = 0.1) -> Pair | None:
    outcome = Outcome(asked, answer, seconds)
    return judged(outcome, Case.of(outcome, DOCUMENTS)).pairs.get(name)


WANTED = gold(said=("a",), quotes=(GoldQuote("a", TEA),))


@pytest.mark.parametrize(
    ("name", "asked", "answer", "expected"),
    [
        ("quote_exactness", WANTED, given(quoted(TEA)), (1, 1)),
        ("quote_exactness", WANTED, given(quoted(TEA, text=TEA.replace("late", "late "))), (0, 1)),
        ("quote_exactness", WANTED, given(quoted(TEA, start=1)), (0, 1)),
        ("quote_exactness", WANTED, given(quoted(TEA, document="zzz")), (0, 1)),
        ("quote_exactness", WANTED, given(quoted("Menu. Ada")), (0, 1)),
        ("quote_exactness", WANTED, given(), None),
        ("quote_recall", WANTED, given(quoted(TEA)), (1, 1)),
        ("quote_recall", WANTED, given(quoted(TEA[:16])), (1, 1)),
        ("quote_recall", WANTED, given(quoted(TEA[:15])), (0, 1)),
        ("quote_recall", WANTED, given(quoted(TEA, document="b")), (0, 1)),
        ("quote_recall", WANTED, given(), (0, 1)),
        ("quote_recall", gold(), given(quoted(TEA)), None),
        ("quote_precision", WANTED, given(quoted(TEA), quoted(COFFEE)), (1, 2)),
        ("quote_precision", WANTED, given(), None),
        ("sentence_recall", WANTED, given(quoted("said that tea is late. Coffee came early.")), (1, 1)),
        ("sentence_precision", WANTED, given(quoted("said that tea is late. Coffee came early.")), (1, 2)),
        ("verdict_sets", WANTED, given(quoted(TEA)), (1, 1)),
        ("verdict_sets", WANTED, given(quoted(TEA), said="ab"), (0, 1)),
        ("verdict_accuracy", WANTED, given(quoted(TEA), said="bc"), (0, 3)),
        ("verdict_accuracy", WANTED, given(quoted(TEA), said="ab"), (2, 3)),
        ("silent_precision", WANTED, given(quoted(TEA), said="b"), (1, 2)),
        ("silent_precision", WANTED, given(quoted(TEA), said="abc"), None),
        ("silent_precision", WANTED, replace(given(), verdicts=(), silent=10), (9, 10)),
        ("verdict_accuracy", WANTED, replace(given(), verdicts=(), silent=10), (9, 10)),
        ("verdict_sets", gold("fact"), given(quoted(TEA)), None),
        ("dates", gold(dates=(GoldDate("a", "2012-09"),)), given(), (1, 1)),
        ("dates", gold(dates=(GoldDate("a", "2012"), GoldDate("b", None))), given(), (1, 2)),
        ("answered", WANTED, given(quoted(TEA)), (1, 1)),
        ("answered", WANTED, given(), (0, 1)),
        ("answered", gold("absent"), given(), None),
        ("abstention_recall", gold("absent"), given(), (1, 1)),
        ("abstention_recall", gold("absent"), given(quoted(TEA)), (0, 1)),
        ("abstention_recall", gold("absent"), replace(given(quoted(TEA)), abstained=True), (0, 1)),
        ("abstention_precision", WANTED, given(), (0, 1)),
        ("abstention_precision", gold("absent"), given(), (1, 1)),
        ("abstention_precision", WANTED, given(quoted(TEA)), None),
        ("answerable_auroc", gold("absent"), given(), (0.8, 0)),
        ("answerable_auroc", WANTED, given(answerable=None), None),
        ("risk_area", WANTED, given(quoted(TEA)), (0.8, 1)),
        ("risk_area", WANTED, given(), (0.8, 0)),
        ("latency_p50", WANTED, given(), (0.1, 1)),
        ("correct", WANTED, given(quoted(TEA)), (1, 1)),
        ("correct", gold("absent"), given(), (1, 1)),
        ("correct", gold("fact", accept=("late",)), given(quoted(TEA), text="It is late [1]"), (1, 1)),
        ("correct", gold("fact", accept=("late",)), given(text="It is late"), (0, 1)),
        ("correct", gold("fact", quotes=(GoldQuote("b", TEA),)), given(quoted(TEA)), (0, 1)),
    ],
)
def test_a_measure(
    name: str, asked: GoldQuestion, answer: Given, expected: tuple[float, float] | None
) -> None:
    assert pair(name, asked, answer) == expected


ADA = GoldSpeaker("tea is late", "Blunt", "reported")


@pytest.mark.parametrize(
    ("quote", "attribution", "speakers", "voices"),
    [
        (quoted(TEA), 1, 1, 1),
        (quoted(TEA, speaker="Bea Sharp"), 0, 0, 1),
        (quoted(TEA, speaker=None), 0, 0, 1),
        (quoted(TEA, voice="direct"), 0, 1, 0),
        (quoted(COFFEE), 0, None, None),
        (quoted(TEA, document="b"), 0, None, None),
    ],
)
def test_who_is_on_record(quote: Quoted, attribution: int, speakers: int | None, voices: int | None) -> None:
    asked = gold(said=("a",), speakers=(ADA,))
    for name, right in (("attribution", attribution), ("speakers", speakers), ("voices", voices)):
        assert pair(name, asked, given(quote)) == (None if right is None else (right, 1)), name


# What evaluate-v2.0.py of SQuAD gives, worked out by its rules.
@pytest.mark.parametrize(
    ("said", "accept", "exact", "f1"),
    [
        ("the Eiffel Tower", ["Eiffel Tower"], 1, 1),
        ("An  apple, a day!", ["apple day"], 1, 1),
        ("EIFFEL tower", ["Eiffel Tower"], 1, 1),
        ("theory", ["ory"], 0, 0),
        ("40,000 people", ["40000"], 0, 2 / 3),
        ("U.S.", ["US"], 1, 1),
        ("in Paris in June", ["Paris", "June in Paris"], 0, 6 / 7),
        ("late", ["early"], 0, 0),
        ("the", ["late"], 0, 0),
        ("late", ["the", "late"], 1, 1),
        ("tea “is late”", ["tea is late"], 0, 1 / 3),  # only ASCII punctuation is taken away
        ("", ["late"], 0, 0),
    ],
)
def test_exact_match_and_f1_are_those_of_squad(said: str, accept: list[str], exact: int, f1: float) -> None:
    answer = given(quoted(TEA), text=f"{said} [1]\n\nmore") if said else given()
    asked = gold("fact", accept=tuple(accept))
    assert pair("exact_match", asked, answer) == (exact, 1)
    assert pair("token_f1", asked, answer) == (pytest.approx(f1), 1)


@pytest.mark.parametrize(("answer", "right"), [(given(), 1), (given(quoted(TEA)), 0)])
def test_no_answer_matches_no_answer_only(answer: Given, right: int) -> None:
    for name in ("exact_match", "token_f1"):
        assert pair(name, gold("absent"), answer) == (right, 1)


def test_an_article_within_a_word_stays() -> None:
    assert normalised("The another, thea a-an") == "another thea aan"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("40,000 students [1]\n\n2012: “40,000 students …” [1]", "40,000 students"),
        ("Ada [1] [2]; Bea [3]\n\nmore", "Ada; Bea"),
        ("On the record, in 1 document:\n\nmore [1]", TEA),
    ],
)
def test_the_short_answer(text: str, short: str) -> None:
    answer = given(quoted(COFFEE, score=0.2), quoted(TEA), text=text)
    assert short_answer(Case(gold("fact"), answer, 0.0, {})) == short


@pytest.mark.parametrize(
    ("text", "accept", "right"),
    [
        ("It was Abe’s idea", "abe", 1),
        ("in 1922", "22", 0),
        ("40,000 students", "40,000", 1),
        ("the vice-minister came", "Vice minister", 1),
        ("大臣は月曜日に述べた", "月曜日", 1),
        ("nothing", "thing", 0),
    ],
)
def test_an_accepted_answer_stands_in_whole_words(text: str, accept: str, right: int) -> None:
    assert pair("accepted", gold("fact", accept=(accept,)), given(quoted(TEA), text=text)) == (right, 1)


FULL = gold(
    said=("a",),
    quotes=(GoldQuote("a", TEA), GoldQuote("a", COFFEE)),
    accept=("late",),
    speakers=(ADA,),
    dates=(GoldDate("a", "2012-09"),),
)


@pytest.mark.parametrize("measure", [measure.name for measure in MEASURES])
@pytest.mark.parametrize("asked", [FULL, replace(FULL, kind="fact"), gold("absent")])
def test_a_question_that_fails_is_as_bad_as_can_be(measure: str, asked: GoldQuestion) -> None:
    outcome = Outcome(asked, None, 0.1, error="RuntimeError: out of ink")
    found = judged(outcome, Case.of(outcome, DOCUMENTS)).pairs.get(measure)
    assert (found is not None) == NAMED[measure].applies(asked)
    if found is None:
        return
    answers = (given(), given(quoted(TEA)), given(quoted(TEA), quoted(COFFEE), said="abc", text="late [1]"))
    for other in (pair(measure, asked, answer) for answer in answers):
        if other is None:
            continue
        if measure in ("answerable_auroc", "calibration_error"):
            assert found == ((1, 0) if asked.kind == "absent" else (0, 1))
        elif NAMED[measure].less_is_better:
            assert found[0] >= other[0]
        else:
            assert found[0] / found[1] <= other[0] / other[1]


def test_what_is_wrong_is_said() -> None:
    outcome = Outcome(WANTED, given(quoted(COFFEE), said="b"), 0.1)
    assert judged(outcome, Case.of(outcome, DOCUMENTS)).wrong == (
        f"quote_recall: {TEA}",
        f"quote_precision: {COFFEE}",
        "verdict_sets: missing a; too many b",
    )
