"""What the gate must catch: thresholds, a worse run, and each way of tampering with a copy of a run."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval import gate
from eval.baseline import BaselineError, baseline_of, read_baseline, write_baseline
from eval.gold import GoldError, GoldQuestion, GoldQuote, read
from eval.outcomes import Outcome, Report
from eval.report import report_of
from eval.run import Library, judge, run
from index.collection import Collection
from rag.answers import Answer
from rag.chatbot import Chatbot

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def questions() -> Sequence[GoldQuestion]:
    return read(ROOT / "eval" / "sample" / "gold.jsonl")


@pytest.fixture(scope="module")
def outcomes(sample: Collection, questions: Sequence[GoldQuestion]) -> tuple[Outcome, ...]:
    return run(sample, questions)


@pytest.fixture(scope="module")
def report(outcomes: tuple[Outcome, ...]) -> Report:
    return report_of(outcomes, about={})


def least(report: Report, *names: str) -> dict[str, float]:
    """What the untouched run reaches."""
    return {result.name: result.value for result in report.results if result.name in names and result.value}


def changed(
    outcomes: Sequence[Outcome], sample: Collection, change: Callable[[Outcome], Outcome | None]
) -> list[Outcome]:
    """A copy of a run in which the first outcome that can be is changed, and judged again."""
    copy = list(outcomes)
    for at, outcome in enumerate(copy):
        other = change(outcome)
        if other is not None:
            copy[at] = judge(other, Library(sample))
            return copy
    raise AssertionError("nothing to change")


def first_quote(**changes: object) -> Callable[[Outcome], Outcome | None]:
    """Change the first quote of an outcome that has one with a gold speaker, and is judged right."""

    def change(outcome: Outcome) -> Outcome | None:
        given = outcome.given
        if given is None or len(given.quotes) != 1 or not outcome.gold.speakers or outcome.wrong:
            return None
        (quote,) = given.quotes
        words = changes or {"text": quote.text.replace("e", "a", 1)}
        return replace(outcome, given=replace(given, quotes=(replace(quote, **words),)))  # type: ignore[arg-type]

    return change


def test_the_untouched_copy_passes(outcomes: Sequence[Outcome], report: Report, sample: Collection) -> None:
    again = report_of([judge(outcome, Library(sample)) for outcome in outcomes], about={})
    assert [outcome.pairs for outcome in again.outcomes] == [outcome.pairs for outcome in outcomes]
    names = [
        result.name for result in report.results if not result.name.startswith(("latency", "risk", "cal"))
    ]
    found = gate.judge(again, least=least(report, *names), baseline=baseline_of(report))
    assert found.passed
    assert found.new == ()
    assert not any(change.worse or change.better for change in found.changes)


def test_a_wrong_gold_quote_is_caught(outcomes: Sequence[Outcome], sample: Collection) -> None:
    def change(outcome: Outcome) -> Outcome | None:
        if not outcome.gold.quotes:
            return None
        wrong = GoldQuote(outcome.gold.quotes[0].document, outcome.gold.quotes[0].text + " Or not.")
        return replace(outcome, gold=replace(outcome.gold, quotes=(wrong,)))

    with pytest.raises(GoldError, match="does not stand word for word"):
        changed(outcomes, sample, change)


def test_a_gold_quote_of_something_else_is_caught(
    outcomes: Sequence[Outcome], report: Report, sample: Collection
) -> None:
    def change(outcome: Outcome) -> Outcome | None:
        if not outcome.gold.quotes or outcome.wrong:
            return None
        id_ = outcome.gold.quotes[0].document
        other = GoldQuote(id_, sample.document(id_).text.strip()[-30:])
        return replace(outcome, gold=replace(outcome.gold, quotes=(other,)))

    found = gate.judge(
        report_of(changed(outcomes, sample, change), about={}),
        least=least(report, "quote_recall"),
        baseline=baseline_of(report),
    )
    assert [line.split()[0] for line in found.missed] == ["quote_recall"]
    assert len(found.new) == 1  # its gold is no longer the baseline's


def test_an_inexact_quote_is_caught(outcomes: Sequence[Outcome], report: Report, sample: Collection) -> None:
    copy = changed(outcomes, sample, first_quote())
    found = gate.judge(report_of(copy, about={}), least={"quote_exactness": 1}, baseline=baseline_of(report))
    assert [line.split()[0] for line in found.missed] == ["quote_exactness"]
    assert [len(change.worse) for change in found.changes if change.name == "quote_exactness"] == [1]


def test_a_quote_moved_elsewhere_is_caught(
    outcomes: Sequence[Outcome], report: Report, sample: Collection
) -> None:
    copy = changed(outcomes, sample, first_quote(start=0, end=10))
    assert not gate.judge(report_of(copy, about={}), least={"quote_exactness": 1}).passed


def test_a_swapped_speaker_is_caught(outcomes: Sequence[Outcome], report: Report, sample: Collection) -> None:
    copy = changed(outcomes, sample, first_quote(speaker="Zebedee Quill"))
    found = gate.judge(
        report_of(copy, about={}),
        least=least(report, "speakers", "attribution", "voices"),
        baseline=baseline_of(report),
    )
    assert sorted(line.split()[0] for line in found.missed) == ["attribution", "speakers"]
    flipped = {change.name: change.worse for change in found.changes if change.worse}
    assert set(flipped) == {"attribution", "speakers"}


def test_a_lost_question_is_caught(outcomes: Sequence[Outcome], report: Report) -> None:
    lost = outcomes[3].gold.id
    found = gate.judge(
        report_of([*outcomes[:3], *outcomes[4:]], about={}), least={}, baseline=baseline_of(report)
    )
    assert found.missed == (f"1 question of the baseline not in this run: {lost}",)
    part = gate.judge(report_of(outcomes[:3], about={}), least={}, baseline=baseline_of(report), partial=True)
    assert part.passed


class Moody(Chatbot):
    """Answers, but not everything."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        if "Taiwan" in question:
            raise RuntimeError("the ink\nis out")
        return super().ask(question, history)


def test_a_question_that_fails_is_an_outcome_and_counts(
    sample: Collection, questions: Sequence[GoldQuestion], report: Report
) -> None:
    some = questions[:4]
    found = report_of(run(sample, some, ask=Moody(sample).ask), about={})
    failed = [outcome for outcome in found.outcomes if outcome.error]
    assert [outcome.gold.id for outcome in failed] == ["taiwan"]
    assert failed[0].wrong == ("error: RuntimeError: the ink is out",)
    values = {result.name: result for result in found.results}
    assert values["correct"].n == 4
    assert values["correct"].value == 0.75
    assert values["quote_recall"].value == 0.5  # three of the six gold quotes are the failed question's
    judgement = gate.judge(found, least={"answered": 1}, baseline=baseline_of(report), partial=True)
    assert judgement.missed[0] == "answered is 0.750, and should be at least 1"
    assert all("taiwan" in change.worse for change in judgement.changes if change.name == "quote_recall")


def test_a_fall_beyond_noise_fails_and_names_the_questions(
    outcomes: Sequence[Outcome], report: Report
) -> None:
    def fallen(many: int) -> gate.Judgement:
        wrong = [o.gold.id for o in outcomes if o.pairs["correct"].right][:many]
        copy = [
            replace(o, pairs={**o.pairs, "correct": o.pairs["correct"]._replace(right=0.0)})
            if o.gold.id in wrong
            else o
            for o in outcomes
        ]
        return gate.judge(report_of(copy, about={}), least={}, baseline=baseline_of(report))

    assert fallen(2).passed
    assert [len(change.worse) for change in fallen(2).changes if change.worse] == [2]
    missed = fallen(6).missed
    assert len(missed) == 1
    right = sum(outcome.pairs["correct"].right for outcome in outcomes)
    was, now = right / len(outcomes), (right - 6) / len(outcomes)
    assert missed[0].startswith(
        f"correct became worse than the baseline, from {was:.3f} to {now:.3f}, by more than noise: "
    )
    assert missed[0].count(",") == 2 + 5


def test_where_less_is_better_a_rise_is_worse(report: Report) -> None:
    assert gate.judge(report, least={"calibration_error": 0.5}).passed
    found = gate.judge(report, least={"calibration_error": 0.0001})
    assert found.missed[0].endswith("and should be at most 0.0001")


def test_what_is_undefined_reaches_no_threshold(report: Report) -> None:
    found = gate.judge(
        replace(report, results=tuple(replace(r, value=None) for r in report.results)), least={"dates": 0}
    )
    assert found.missed == ("dates is undefined, and should be at least 0",)


def test_a_threshold_needs_a_measure(report: Report) -> None:
    with pytest.raises(gate.GateError, match="no measure 'recall'; there are: correct, "):
        gate.judge(report, least={"recall": 1})


def test_a_baseline_is_read_as_it_was_written(report: Report, tmp_path: Path) -> None:
    write_baseline(report, tmp_path / "base.json")
    found = read_baseline(tmp_path / "base.json")
    assert found.questions == baseline_of(report).questions
    assert not any("latency" in name for known in found.questions.values() for name in known.pairs)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 99, "questions": {}}',
        '{"version": 1, "questions": {"a": {}}}',
        '{"version": 1, "questions": {"a": {"gold": "x", "correct": [1]}}}',
        '{"version": 1, "questions": {"a": {"gold": "x", "correct": [NaN, 1]}}}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_what_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BaselineError, match="--write-baseline"):
        read_baseline(path)


def test_the_baseline_that_ships_is_of_the_gold_that_ships(questions: Sequence[GoldQuestion]) -> None:
    path = ROOT / "eval" / "sample" / "baseline.json"
    known = read_baseline(path).questions
    assert set(known) == {question.id for question in questions}
    assert json.loads(path.read_text(encoding="utf-8"))["about"]["gold"] == "the sample"
