"""Judgements of answers: appended, bounded, one an answer; the shelf they are about."""

import json
import stat
from pathlib import Path

import pytest
from page_fake import CALM, Fake

from ui.feedback import Feedback, Full
from ui.shelf import Shelf, Shown

ANSWER = Fake(CALM).ask("What did they say?", ["Who came?"])


def test_a_judgement_is_a_line_that_only_the_owner_reads(tmp_path: Path) -> None:
    file = tmp_path / "feedback.jsonl"
    feedback = Feedback(file)
    for right in (True, False):
        feedback.note(Shown(ANSWER, ("Who came?",)), right=right)
    found = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["right"] for line in found] == [True, False]
    assert found[0]["answer"] == ANSWER.to_json()
    assert found[0]["history"] == ["Who came?"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_file_has_an_end_and_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "feedback.jsonl"
    feedback = Feedback(file, largest=5000)
    with pytest.raises(Full, match="move it away"):
        for _ in range(100):
            feedback.note(Shown(ANSWER, ()), right=True)
    assert file.stat().st_size <= 5000
    assert all(json.loads(line)["right"] for line in file.read_text().splitlines())


def test_the_shelf_forgets_the_oldest_and_names_cannot_be_guessed() -> None:
    shelf = Shelf(kept=2)
    names = [shelf.put(ANSWER) for _ in range(3)]
    with pytest.raises(KeyError):
        shelf.get(names[0])
    assert shelf.get(names[1]).answer is ANSWER
    assert len(set(names)) == 3
    assert all(len(name) >= 22 for name in names)
    assert [shelf.judge(names[2]), shelf.judge(names[2])] == [True, False]
