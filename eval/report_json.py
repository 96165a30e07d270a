"""A report as JSON, for programs: every measure, every question, the answer that each was given."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from math import isfinite
from typing import Any

from eval.gate import Judgement
from eval.outcomes import Outcome, Report, Result

VERSION = 1


def render_json(report: Report, judgement: Judgement) -> str:
    """One JSON object, the schema of which is described in docs/evaluation.md."""
    found = {
        "version": VERSION,
        "about": dict(report.about),
        "passed": judgement.passed,
        "missed": list(judgement.missed),
        "results": _results(report.results),
        "kinds": {kind: _results(results) for kind, results in report.kinds.items()},
        "baseline": {
            "name": judgement.baseline,
            "not_compared": list(judgement.new),
            "changes": [asdict(change) for change in judgement.changes],
        }
        if judgement.baseline
        else None,
        "questions": [_question(outcome) for outcome in report.outcomes],
    }
    return json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _results(results: Iterable[Result]) -> list[dict[str, Any]]:
    return [asdict(result) for result in results]


def _question(outcome: Outcome) -> dict[str, Any]:
    gold = outcome.gold
    return {
        "id": gold.id,
        "kind": gold.kind,
        "question": gold.question,
        "history": list(gold.history),
        "error": outcome.error,
        "wrong": list(outcome.wrong),
        # JSON has no infinity; a question that failed took no time that could be compared.
        "measures": {
            name: list(pair) if all(map(isfinite, pair)) else None for name, pair in outcome.pairs.items()
        },
        "seconds": round(outcome.seconds, 4),
        "answer": asdict(outcome.given) if outcome.given else None,
    }
