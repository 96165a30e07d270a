"""Several processes give what one gives, and lose no question."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from eval.gold import read
from eval.measures import NAMED
from eval.outcomes import Outcome
from eval.run import run
from index.collection import Collection

GOLD = Path(__file__).parent.parent / "eval" / "sample" / "gold.jsonl"


def without_time(outcome: Outcome) -> tuple[object, ...]:
    """What was found; probabilities to six places, as the last bits are those of a batch of sentences."""
    pairs = {
        name: (round(pair.right, 6), round(pair.total, 6))
        for name, pair in outcome.pairs.items()
        if NAMED[name].unit != "s"
    }
    # Probabilities depend in their last digits on what a processor computes together; see below.
    given = outcome.given
    if given is not None:
        quotes = tuple(replace(quote, score=0.0) for quote in given.quotes)
        given = replace(given, answerable=None, quotes=quotes)
    return outcome.gold, given, outcome.error, pairs, outcome.wrong


def probabilities(outcome: Outcome) -> list[float]:
    given = outcome.given
    return [given.answerable or 0.0, *(quote.score for quote in given.quotes)] if given else []


def test_two_processes_find_what_one_finds(sample: Collection) -> None:
    questions = read(GOLD)[:20]
    done: list[int] = []
    together = run(sample, questions, jobs=2, progress=done.append)
    assert sum(done) == len(questions)
    alone = run(sample, questions)
    assert list(map(without_time, together)) == list(map(without_time, alone))
    for one, other in zip(together, alone, strict=True):
        assert probabilities(one) == pytest.approx(probabilities(other), abs=1e-4)


def test_a_process_that_ends_loses_no_question(sample: Collection, tmp_path: Path) -> None:
    shutil.copytree(sample.folder, tmp_path / "copy")
    collection = Collection(tmp_path / "copy")
    for file in (tmp_path / "copy").glob("catalog*"):
        file.unlink()  # still open here, and gone for whoever opens it anew
    questions = read(GOLD)[:20]
    found = run(collection, questions, jobs=2)
    assert [outcome.gold for outcome in found] == list(questions)
    assert all("BrokenProcessPool" in (outcome.error or "") for outcome in found)
    assert all(outcome.pairs["correct"] == (0, 1) for outcome in found)
