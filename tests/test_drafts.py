"""Drafts of gold: what an answer of today would be found right by, and what readers' votes become."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from eval.drafts import draft, drafts_of, name_of, read_votes, written
from eval.gold import GoldError, read
from eval.run import run
from index.collection import Collection
from rag.__main__ import main
from rag.chatbot import Chatbot

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "eval" / "sample"
ASKED: list[tuple[str, list[str]]] = [
    ("What did they say about Taiwan?", []),
    ("How many students will the quantum program train?", []),
    ("Who applauded the early steps of the Abe government?", []),
    ("and about Gaza?", ["What did they say about Taiwan?"]),
    ("What did they say about Okinawa?", []),
]


def test_an_answer_is_right_by_its_own_draft(sample: Collection, tmp_path: Path) -> None:
    bot = Chatbot(sample)
    drafts = [draft(bot.ask(question, history).to_json(), history) for question, history in ASKED]
    assert [found.kind for found in drafts] == ["topic", "fact", "who", "topic", "absent"]
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(written, drafts)), encoding="utf-8")
    assert read(file) == tuple(drafts)
    for outcome in run(sample, read(file)):
        assert outcome.wrong == ()
        assert outcome.pairs["correct"] == (1, 1)


def vote(question: str, right: bool, answer: dict[str, Any], history: list[str] | None = None) -> str:
    return json.dumps({"question": question, "history": history or [], "right": right, "answer": answer})


def test_votes_become_drafts(sample: Collection, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bot = Chatbot(sample)
    answers = [(question, history, bot.ask(question, history).to_json()) for question, history in ASKED]
    lines = [vote(question, True, answer, history) for question, history, answer in answers[:3]]
    lines += [vote(answers[0][0], False, answers[0][2]), "", vote(answers[4][0], False, answers[4][2])]
    file = tmp_path / "feedback.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert main(["eval", "feedback", str(file)]) == 0
    out, error = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [line["kind"] for line in found] == ["?", "fact", "who", "?"]  # the last vote on Taiwan counts
    assert "2 were voted wrong" in error
    gold = tmp_path / "gold.jsonl"
    gold.write_text(out, encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold.jsonl, line 1: kind is '\?'"):
        read(gold)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 1: "),
        ("[]", "Make it a JSON object"),
        ('{"question": 1}', "question is 1. Make it a str"),
        (vote("a", True, {}, [])[:-1] + ', "right": 1}', "right is 1. Make it a bool"),
        ('{"question": "a", "history": [1], "right": true, "answer": {}}', "history is a list"),
        ("[" * 100_000, "line 1: "),
    ],
)
def test_what_is_no_vote_is_refused(line: str, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "votes.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(GoldError) as refused:
        read_votes(file)
    assert complaint in str(refused.value)
    assert str(refused.value).startswith(f"{file}, line 1: ")


def test_a_vote_on_no_answer_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "votes.jsonl"
    file.write_text(vote("What of tea?", True, {"question": "What of tea?"}), encoding="utf-8")
    with pytest.raises(GoldError, match="not an answer as ask --json gives it"):
        list(drafts_of(read_votes(file)))


def test_what_readers_typed_cannot_play_tricks_on_a_terminal(
    capsys: pytest.CaptureFixture[str], sample: Collection, tmp_path: Path
) -> None:
    question = "What did they say\x9b2J about Taiwan\u202e?"
    answer = Chatbot(sample).ask(question).to_json()
    file = tmp_path / "feedback.jsonl"
    file.write_text(vote(question, True, answer), encoding="utf-8")
    assert main(["eval", "feedback", str(file)]) == 0
    line = capsys.readouterr().out
    assert not re.search("[\x7f-\x9f\u202e]", line)
    assert json.loads(line)["question"] == question


def test_each_question_has_an_id_of_its_own() -> None:
    assert name_of("What did they say about the Senkaku Islands?") == "what-did-they-say-about-the"
    assert name_of("?") == "question"


def test_new_prints_a_line_for_the_sample(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    question = "What did they say about Burma?"
    assert main(["eval", "new", question, "--documents", str(SAMPLE)]) == 0
    line = capsys.readouterr().out
    assert json.loads(line)["said"] == ["new-york-2012.md"]
