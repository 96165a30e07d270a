"""An earlier run to compare with: what each question added to each measure, as a file for version control."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from eval.gold import GoldQuestion
from eval.outcomes import Outcome, Pair, Report

VERSION = 1
# Time is another on every machine, so an earlier one is no baseline.
_OF_THE_MACHINE = ("latency_p50", "latency_p95")


class BaselineError(ValueError):
    """A baseline file that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A question of the earlier run; ``gold`` is the gold's fingerprint, to tell when that has changed."""

    gold: str
    pairs: Mapping[str, Pair]


@dataclass(frozen=True, slots=True)
class Baseline:
    """name: where it was read from. questions: by id."""

    name: str
    questions: Mapping[str, Remembered]


def fingerprint(gold: GoldQuestion) -> str:
    """Eight hexadecimal digits of a gold question's content."""
    return hashlib.sha256(json.dumps(asdict(gold), sort_keys=True).encode()).hexdigest()[:8]


def baseline_of(report: Report, name: str = "this run") -> Baseline:
    """What is remembered of a report."""
    return Baseline(name, {outcome.gold.id: _remembered(outcome) for outcome in report.outcomes})


def write_baseline(report: Report, path: Path) -> None:
    """Write a baseline, one line a question, so that a change of it can be read."""
    questions = baseline_of(report).questions
    lines = [
        f"  {json.dumps(id_, ensure_ascii=False)}: "
        + json.dumps({"gold": known.gold, **{name: list(pair) for name, pair in known.pairs.items()}})
        for id_, known in questions.items()
    ]
    about = json.dumps(dict(report.about), ensure_ascii=False, sort_keys=True)
    text = f'{{"version": {VERSION},\n "about": {about},\n "questions": {{\n' + ",\n".join(lines) + "\n}}\n"
    path.write_text(text, encoding="utf-8")


def read_baseline(path: Path) -> Baseline:
    """Raises BaselineError for a file that cannot be read or is not a baseline."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BaselineError(
            f"{path}: cannot be read ({error.strerror}). Make it with --write-baseline."
        ) from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path}: is not JSON. Make it again with --write-baseline.") from error
    try:
        if found["version"] != VERSION:
            raise BaselineError(
                f"{path}: is of version {found['version']!r}, not {VERSION}. "
                "Make it again with --write-baseline."
            )
        questions = {str(id_): _parsed(value) for id_, value in found["questions"].items()}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, BaselineError):
            raise
        raise BaselineError(f"{path}: is not a baseline. Make it again with --write-baseline.") from error
    return Baseline(str(path), questions)


def _remembered(outcome: Outcome) -> Remembered:
    pairs = {
        name: Pair(*(round(number, 4) for number in pair))
        for name, pair in outcome.pairs.items()
        if name not in _OF_THE_MACHINE
    }
    return Remembered(fingerprint(outcome.gold), pairs)


def _parsed(value: Mapping[str, Any]) -> Remembered:
    pairs = {name: Pair(*map(float, pair)) for name, pair in value.items() if name != "gold"}
    if not all(isfinite(number) for pair in pairs.values() for number in pair):
        raise ValueError("not finite")
    return Remembered(str(value["gold"]), pairs)
