"""A report as Markdown, for a pull request: what has changed first, then every measure, folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.gate import Judgement
from eval.measures import label
from eval.outcomes import Outcome, Report
from eval.report_table import interval, moved, number, p_value

_MANY = 20  # questions written out before the rest is counted
_LONGEST = 200  # characters of a line of what is wrong
_MARKUP = re.compile(r"[^\w\s.,:;?’“”–-]")


def render_markdown(report: Report, judgement: Judgement) -> str:
    """Markdown with tables (GitHub's, GitLab's); every text that is not ours is escaped."""
    return "\n".join(
        [
            *_verdict(judgement),
            "",
            *_changes(judgement),
            *_measures(report),
            *_wrong([outcome for outcome in report.outcomes if outcome.wrong]),
            "",
        ]
    )


def escape(text: str) -> str:
    """A text as characters only, on one line: all that could be markup becomes a numeric reference."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split())).replace("_", "&#95;")


def _verdict(judgement: Judgement) -> Iterator[str]:
    if judgement.missed:
        yield "### Evaluation: the gate is missed"
        yield ""
        yield from (f"- {escape(line)}" for line in judgement.missed)
    elif judgement.minimums or judgement.baseline:
        yield "### Evaluation: the gate is passed"
    else:
        yield "### Evaluation"


def _changes(judgement: Judgement) -> Iterator[str]:
    if not judgement.baseline:
        return
    changes = [change for change in judgement.changes if moved(change)]
    if not changes:
        yield f"Nothing has changed against {escape(judgement.baseline)}."
        yield ""
        return
    yield f"Against {escape(judgement.baseline)}, over the questions of both:"
    yield ""
    yield "| measure | before | now | p | worse | better |"
    yield "|---|--:|--:|--:|---|---|"
    for change in changes:
        between = change.between
        now = f"**{between.second:.3f}**" if change.is_regression else f"{between.second:.3f}"
        yield (
            f"| {label(change.name)} | {between.first:.3f} | {now} | {escape(p_value(between.p))} "
            f"| {_ids(change.worse)} | {_ids(change.better)} |"
        )
    yield ""


def _measures(report: Report) -> Iterator[str]:
    right = sum(outcome.pairs["correct"].right for outcome in report.outcomes if "correct" in outcome.pairs)
    yield "<details>"
    summary = f"{right:.0f} of {len(report.outcomes)} questions answered rightly: every measure"
    yield f"<summary>{summary}</summary>"
    yield ""
    yield "| measure | value | 95 % interval | n | " + " | ".join(report.kinds) + " |"
    yield "|---|--:|:-:|--:|" + "--:|" * len(report.kinds)
    by_kind = {
        (kind, result.name): result.value for kind, results in report.kinds.items() for result in results
    }
    for result in report.results:
        if result.n:
            cells = " | ".join(number(by_kind.get((kind, result.name)), result.name) for kind in report.kinds)
            yield (
                f"| {label(result.name)} | {number(result.value, result.name)} | {interval(result)} "
                f"| {result.n} | {cells} |"
            )
    yield ""
    yield "</details>"
    yield ""


def _wrong(outcomes: list[Outcome]) -> Iterator[str]:
    if not outcomes:
        return
    yield "<details>"
    yield f"<summary>Questions with something wrong: {len(outcomes)}</summary>"
    yield ""
    for outcome in outcomes[:_MANY]:
        yield f"- **{escape(outcome.gold.id)}**: {escape(outcome.gold.question)}"
        yield from (f"  - {escape(line[:_LONGEST])}" for line in outcome.wrong)
    if len(outcomes) > _MANY:
        yield f"- and {len(outcomes) - _MANY} more"
    yield ""
    yield "</details>"


def _ids(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - _MANY} more" if len(ids) > _MANY else ""
    return ", ".join(map(escape, ids[:_MANY])) + more
