"""A report as one HTML page: no script, nothing loaded, every text that is not ours escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from eval.gate import Changed, Judgement
from eval.measures import group, label, less_is_better, unit
from eval.outcomes import Report, Result
from eval.report_cases import SHOWN, escape, failing, render_case
from eval.report_plots import calibration, coverage_risk, latency
from eval.report_table import interval, moved, number, p_value
from eval.statistics import detectable
from index.documents import Document

_STYLE = Path(__file__).parent / "report.css"
# Nothing may run and nothing may be loaded, whatever a document's text holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_BARS = ("correct", "quote_recall", "quote_precision", "attribution")
_FLIPS = 12  # ids written out
_WIDE = ' class="wide"'  # what a phone leaves out


def render_html(report: Report, judgement: Judgement, documents: Mapping[str, Document]) -> str:
    """The page; ``documents`` holds those that questions and quotes are of."""
    style = _STYLE.read_text(encoding="utf-8")
    body = "".join(
        [
            _head(report),
            _gate(judgement),
            "<section><h2>What was measured</h2>" + _measures(report.results) + "</section>",
            _by_kind(report),
            _plots(report),
            _comparison(judgement),
            _cases(report, documents),
            _foot(report),
        ]
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
        f"<title>Evaluation · On the Record</title><style>{style}</style></head><body><main>{body}</main>"
        "</body></html>\n"
    )


def _head(report: Report) -> str:
    right = sum(outcome.pairs["correct"].right for outcome in report.outcomes if "correct" in outcome.pairs)
    errors = sum(outcome.error is not None for outcome in report.outcomes)
    failed = f'<p class="failed">{errors} of them could not be answered at all.</p>' if errors else ""
    about = " · ".join(
        f"{escape(name)}: {escape(str(value))}" for name, value in report.about.items() if name != "questions"
    )
    return (
        '<header><p class="kicker">On the Record · evaluation</p>'
        f"<h1><b>{right:.0f}</b> of {len(report.outcomes)} questions answered rightly</h1>{failed}"
        f'<p class="about">{about}</p></header>'
    )


def _gate(judgement: Judgement) -> str:
    if judgement.missed:
        lines = "".join(f"<li>{escape(line)}</li>" for line in judgement.missed)
        return f'<section class="gate missed"><h2>The gate is missed</h2><ul>{lines}</ul></section>'
    held = [
        f"{escape(label(name))} {'≤' if less_is_better(name) else '≥'} {value:g}"
        for name, value in judgement.minimums.items()
    ]
    held += [f"no worse than {escape(judgement.baseline)}"] if judgement.baseline else []
    if not held:
        return ""
    return f'<section class="gate passed"><h2>The gate is passed</h2><p>{" · ".join(held)}</p></section>'


def _measures(results: Sequence[Result]) -> str:
    rows = []
    for heading, found in groupby((r for r in results if r.n), key=lambda result: group(result.name)):
        rows.append(f'<tr class="group"><th colspan="6" scope="rowgroup">{heading}</th></tr>')
        rows += [_measure(result) for result in found]
    return (
        '<div class="scroll"><table class="measures"><thead><tr><th scope="col">measure</th>'
        '<th scope="col">value</th><th scope="col" class="wide"></th>'
        '<th scope="col">95 % interval</th><th scope="col">n</th>'
        '<th scope="col" class="wide" title="The least true difference to a run on other questions that '
        'would be found in 4 of 5 cases">detectable</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _measure(result: Result) -> str:
    is_time = unit(result.name) != ""
    least = ""
    if result.low is not None and result.high is not None and not is_time:
        least = f"±{detectable(result.low, result.high):.2f}"
    strip = "" if is_time else _strip(result)
    note = ' <small title="less is better">↓</small>' if less_is_better(result.name) else ""
    return (
        f'<tr><th scope="row">{escape(label(result.name))}{note}</th>'
        f'<td class="value">{number(result.value, result.name)}</td><td class="wide">{strip}</td>'
        f'<td>{interval(result)}</td><td>{result.n}</td><td class="wide">{least}</td></tr>'
    )


def _strip(result: Result) -> str:
    """A bar from 0 to the value, with the interval as a whisker."""
    if result.value is None:
        return ""
    whisker = ""
    if result.low is not None and result.high is not None:
        low, high = (100 * min(max(end, 0.0), 1.0) for end in (result.low, result.high))
        whisker = f'<i style="left:{low:.1f}%;width:{max(high - low, 0.5):.1f}%"></i>'
    full = 100 * min(max(result.value, 0.0), 1.0)
    return f'<span class="strip"><b style="width:{full:.1f}%"></b>{whisker}</span>'


def _by_kind(report: Report) -> str:
    if len(report.kinds) < 2:
        return ""
    blocks = []
    for name in _BARS:
        rows = [
            f"<li><span>{escape(kind)}</span>{_strip(result)}"
            f'<span class="value">{number(result.value)}</span><span class="n">n {result.n}</span></li>'
            for kind, results in report.kinds.items()
            for result in results
            if result.name == name and result.n
        ]
        if rows:
            blocks.append(f'<div class="kinds"><h3>{escape(label(name))}</h3><ul>{"".join(rows)}</ul></div>')
    return f'<section><h2>By kind of question</h2><div class="grid pairs">{"".join(blocks)}</div></section>'


def _plots(report: Report) -> str:
    figures = [
        (
            "Coverage and risk",
            coverage_risk(report.outcomes),
            "The most certain answers first. The dot is "
            "where answering stops; beyond it everything counts as wrong.",
        ),
        (
            "Calibration",
            calibration(report.outcomes),
            "Of the questions said to be answerable with this probability, so many were. On the diagonal "
            "it is honest; a dot grows with its questions.",
        ),
        (
            "Latency",
            latency(report.outcomes),
            "Each question asked once, on the machine that made this report.",
        ),
    ]
    shown = [
        f"<figure><figcaption><h3>{title}</h3></figcaption>{plot}<p>{told}</p></figure>"
        for title, plot, told in figures
        if plot
    ]
    title = "How sure, how right, how fast"
    return f'<section><h2>{title}</h2><div class="grid plots">{"".join(shown)}</div></section>'


def _comparison(judgement: Judgement) -> str:
    if not judgement.baseline:
        return ""
    changed = [change for change in judgement.changes if moved(change)]
    still = [change for change in judgement.changes if not moved(change)]
    new = (
        f'<p class="note">Not compared, for the baseline does not have them: {_ids(judgement.new)}</p>'
        if judgement.new
        else ""
    )
    told = (
        "Over the questions of both. p is of a paired permutation test; Holm’s takes into account how many "
        "measures are compared. A difference below the detectable one may be missed."
        if changed
        else "Nothing has changed."
    )
    same = (
        f'<details class="unchanged"><summary>{len(still)} measures are as before</summary>'
        f"{_changes(still)}</details>"
        if still
        else ""
    )
    return (
        f'<section><h2>Against {escape(judgement.baseline)}</h2><p class="note">{told}</p>'
        f"{_changes(changed) if changed else ''}{same}{new}</section>"
    )


def _changes(changes: Sequence[Changed]) -> str:
    heads = ("measure", "before", "now", "change", "p", "p (Holm)", "detectable")
    return (
        '<div class="scroll"><table class="changes"><thead><tr>'
        + "".join(f'<th scope="col"{_WIDE * (at > 4)}>{head}</th>' for at, head in enumerate(heads))
        + f"</tr></thead><tbody>{''.join(map(_change, changes))}</tbody></table></div>"
    )


def _change(change: Changed) -> str:
    between = change.between
    shift = f"{between.value:+.3f}".replace("-", "−") if abs(between.value) >= 0.0005 else "0"
    better = (between.value < 0) == less_is_better(change.name)
    state = "regression" if change.is_regression else "same" if shift == "0" else "up" if better else "down"
    flips = [f'<span class="off">worse</span> {_ids(change.worse)}'] if change.worse else []
    flips += [f'<span class="right">better</span> {_ids(change.better)}'] if change.better else []
    below = f'<tr class="flips"><td colspan="7">{"<br>".join(flips)}</td></tr>' if flips else ""
    p, adjusted = escape(p_value(between.p)), escape(p_value(change.adjusted))
    return (
        f'<tr class="{state}"><th scope="row">{escape(label(change.name))}</th><td>{between.first:.3f}</td>'
        f"<td>{between.second:.3f}</td><td>{shift}</td><td>{p}</td><td{_WIDE}>{adjusted}</td>"
        f"<td{_WIDE}>±{between.detectable:.3f}</td></tr>{below}"
    )


def _cases(report: Report, documents: Mapping[str, Document]) -> str:
    wrong = failing(report.outcomes)
    if not wrong:
        return "<section><h2>Nothing is wrong</h2><p>Every question is answered as gold has it.</p></section>"
    more = f" Shown are the first {SHOWN}." if len(wrong) > SHOWN else ""
    return (
        f'<section><h2>What is wrong</h2><p class="note">{len(wrong)} of {len(report.outcomes)} '
        f"questions have a flaw.{more} Gold on one side, the answer on the other, each quote marked in its "
        "document.</p>" + "".join(render_case(outcome, documents) for outcome in wrong[:SHOWN]) + "</section>"
    )


def _foot(report: Report) -> str:
    return "".join(_all_questions(report)) + (
        "<footer><p>Intervals: Wilson’s for rates, else the percentile bootstrap over questions, 10,000 "
        "rounds. A measure that says nothing of a question leaves it out; a question that fails counts as "
        "the worst.</p></footer>"
    )


def _all_questions(report: Report) -> Iterator[str]:
    yield '<section><details><summary>Every question</summary><ol class="all">'
    for outcome in report.outcomes[: 10 * SHOWN]:
        state = "right" if not outcome.wrong else "off"
        link = escape(outcome.gold.question)
        if outcome.wrong:
            link = f'<a href="#{escape("q-" + outcome.gold.id)}">{link}</a>'
        yield f'<li class="{state}" dir="auto">{link}</li>'
    if len(report.outcomes) > 10 * SHOWN:
        yield f"<li>and {len(report.outcomes) - 10 * SHOWN} more</li>"
    yield "</ol></details></section>"


def _ids(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _FLIPS} more" if len(ids) > _FLIPS else ""
    return ", ".join(f"<code>{escape(id_)}</code>" for id_ in ids[:_FLIPS]) + more
