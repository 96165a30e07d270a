"""The measures: what each makes of one question, and how it is put together over all of them.

A measure gives checks of an answer: how much is right, of how much, and what to tell a reader where it
is not. No check at all means that the measure does not apply, and the question is left out of it; it
never counts as 0 or as 1. A question whose answer failed stays in, at the measure's worst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf

from eval import measures_answers as answers
from eval import measures_quotes as quotes
from eval.cases import Case, Check
from eval.gold import GoldQuestion
from eval.outcomes import Outcome, Pair
from eval.statistics import Statistic, auroc, calibration_error, quantile, ratio, risk_area

Applies = Callable[[GoldQuestion], bool]
# What has no entry here is measured of rankings, by ir-measures.
RETRIEVAL = "Retrieval"


@dataclass(frozen=True, slots=True)
class Measure:
    """How one thing is measured.

    checks: of an answer that was given. applies: whether a question counts in it at all.
    over: the statistic over all questions. worst: a failed question's pair; None, where the sum of right
    things is measured, for none right of as many as gold has, of one at least.
    """

    name: str
    checks: Callable[[Case], Iterable[Check]]
    applies: Applies
    over: Statistic = ratio
    worst: Callable[[GoldQuestion], Pair] | None = None
    group: str = RETRIEVAL
    unit: str = ""
    less_is_better: bool = False


def _every(_: GoldQuestion) -> bool:
    return True


def _has_quotes(gold: GoldQuestion) -> bool:
    return bool(gold.quotes)


def _is_topic(gold: GoldQuestion) -> bool:
    return gold.kind == "topic"


def _is_absent(gold: GoldQuestion) -> bool:
    return gold.kind == "absent"


def _is_present(gold: GoldQuestion) -> bool:
    return gold.kind != "absent"


def _has_short_answer(gold: GoldQuestion) -> bool:
    return bool(gold.accept) or gold.kind == "absent"


def _sure_and_mistaken(gold: GoldQuestion) -> Pair:
    return Pair(float(gold.kind == "absent"), float(gold.kind != "absent"))


def _sure_and_wrong(_: GoldQuestion) -> Pair:
    return Pair(1.0, 0.0)


def _for_ever(_: GoldQuestion) -> Pair:
    return Pair(inf, 1.0)


def _has_speakers(gold: GoldQuestion) -> bool:
    return bool(gold.speakers)


_ANSWERS, _QUOTES, _VERDICTS = "Answers", "Quotes", "Verdicts"
_ATTRIBUTION, _SILENCE, _TIME = "Attribution", "Silence", "Time"

MEASURES: tuple[Measure, ...] = (
    Measure("correct", answers.correct, _every, group=_ANSWERS),
    Measure("accepted", answers.accepted, lambda gold: bool(gold.accept), group=_ANSWERS),
    Measure("exact_match", answers.exact_match, _has_short_answer, group=_ANSWERS),
    Measure("token_f1", answers.token_f1, _has_short_answer, group=_ANSWERS),
    Measure("quote_exactness", quotes.exactness, _every, group=_QUOTES),
    Measure("quote_recall", quotes.recall, _has_quotes, group=_QUOTES),
    Measure("quote_precision", quotes.precision, _has_quotes, group=_QUOTES),
    Measure("sentence_recall", quotes.sentence_recall, _has_quotes, group=_QUOTES),
    Measure("sentence_precision", quotes.sentence_precision, _has_quotes, group=_QUOTES),
    Measure("verdict_sets", answers.verdict_sets, _is_topic, group=_VERDICTS),
    Measure("verdict_accuracy", answers.verdict_accuracy, _is_topic, group=_VERDICTS),
    Measure("silent_precision", answers.silent_precision, _is_topic, group=_VERDICTS),
    Measure("attribution", quotes.attribution, _has_speakers, group=_ATTRIBUTION),
    Measure("speakers", quotes.speakers, _has_speakers, group=_ATTRIBUTION),
    Measure("voices", quotes.voices, _has_speakers, group=_ATTRIBUTION),
    Measure("dates", answers.dates, lambda gold: bool(gold.dates), group=_ATTRIBUTION),
    Measure("answered", answers.answered, _is_present, group=_SILENCE),
    Measure("abstention_recall", answers.abstained, _is_absent, group=_SILENCE),
    Measure("abstention_precision", answers.abstained_rightly, _every, group=_SILENCE),
    Measure("answerable_auroc", answers.confidence, _every, auroc, _sure_and_mistaken, _SILENCE),
    Measure("risk_area", answers.risk, _every, risk_area, _sure_and_wrong, _SILENCE, less_is_better=True),
    Measure(
        name="calibration_error",
        checks=answers.confidence,
        applies=_every,
        over=calibration_error,
        worst=_sure_and_mistaken,
        group=_SILENCE,
        less_is_better=True,
    ),
    Measure(
        "latency_p50", answers.seconds, _every, quantile(0.5), _for_ever, _TIME, "s", less_is_better=True
    ),
    Measure(
        "latency_p95", answers.seconds, _every, quantile(0.95), _for_ever, _TIME, "s", less_is_better=True
    ),
)
NAMED: Mapping[str, Measure] = {measure.name: measure for measure in MEASURES}


def statistic(name: str) -> Statistic:
    """How the pairs of a measure are put together; of one that is not known here, by adding up."""
    return NAMED[name].over if name in NAMED else ratio


def less_is_better(name: str) -> bool:
    """Whether a measure gets better as it falls."""
    return name in NAMED and NAMED[name].less_is_better


def label(name: str) -> str:
    """A measure's name as a reader is shown it."""
    return name.replace("_", " ").replace("auroc", "AUROC").replace("f1", "F1")


def group(name: str) -> str:
    """What a measure is about, the heading it stands under."""
    return NAMED[name].group if name in NAMED else RETRIEVAL


def unit(name: str) -> str:
    """The unit of a measure, empty for a share."""
    return NAMED[name].unit if name in NAMED else ""


def judged(outcome: Outcome, case: Case) -> Outcome:
    """The outcome with the pairs of all measures, in the stead of those it had of the same names."""
    pairs = dict(outcome.pairs)
    wrong: dict[str, None] = {}
    for measure in MEASURES:
        pairs.pop(measure.name, None)
        if not measure.applies(outcome.gold):
            continue
        checks = list(measure.checks(case))
        if outcome.error is not None:
            total = max(1.0, sum(check.total for check in checks))
            pairs[measure.name] = measure.worst(outcome.gold) if measure.worst else Pair(0.0, total)
        elif checks:
            pairs[measure.name] = Pair(
                sum(check.right for check in checks), sum(check.total for check in checks)
            )
            wrong.update(dict.fromkeys(f"{measure.name}: {check.wrong}" for check in checks if check.wrong))
    lines = (f"error: {outcome.error}",) if outcome.error is not None else tuple(wrong)
    return replace(outcome, pairs=pairs, wrong=lines)
