"""The command ``eval`` on the sample that ships, and what it says of bad input."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from eval.measures import MEASURES
from rag.__main__ import _parser, main

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "eval" / "sample"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.jsonl", "--documents", str(SAMPLE)], "nowhere.jsonl: cannot be read"),
        (["--documents", "nowhere"], "no file or folder nowhere"),
        (["--min", "quote_recall"], "not NAME=VALUE"),
        (["--min", "quote_recall=high"], "not NAME=VALUE"),
        (["--min", "quote_recall=nan"], "not NAME=VALUE"),
        (["--limit", "0"], "--limit must be at least 1"),
        (["--jobs", "-1"], "--jobs must be at least 1"),
        (["--baseline", "nowhere.json"], "nowhere.json: cannot be read"),
        (["--json", "nowhere/report.json"], "no folder nowhere"),
        (["new"], "give one question"),
        (["new", "?!", "--documents", str(SAMPLE)], "question"),
        (["feedback"], "give one file"),
        (["feedback", "nowhere.jsonl"], "nowhere.jsonl: cannot be read"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["eval", *arguments]) == 2
    out, error = capsys.readouterr()
    assert said in error
    assert error.count("\n") == 1
    assert out == ""


def test_one_run_after_another(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    gold = tmp_path / "gold.jsonl"
    lines = (SAMPLE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold.write_text("\n".join([*lines[:3], *lines[-2:]]), encoding="utf-8")
    common = [str(gold), "--documents", str(SAMPLE)]
    assert main(["eval", *common, "--write-baseline", "base.json", "--json", "report.json"]) == 0
    table = capsys.readouterr().out
    assert table.startswith("5 of 5 questions answered rightly")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["passed"] is True
    values = {result["name"]: result["value"] for result in report["results"]}
    assert values["quote_exactness"] == 1.0
    assert values["accepted"] is None
    assert main(["eval", *common, "--baseline", "base.json", "--min", "quote_recall=1.01"]) == 1
    table = capsys.readouterr().out
    assert "nothing has changed" in table
    assert "quote_recall is 1.000, and should be at least 1.01" in table


DOCS = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")


def test_the_commands_in_the_docs_can_be_typed() -> None:
    block = re.search(r"```sh\n(.*?)```", DOCS, re.DOTALL)
    assert block is not None
    commands = [shlex.split(line, comments=True) for line in block[1].splitlines()]
    commands = [command for command in commands if command[0] == "ontherecord"]
    assert len(commands) >= 6
    for command in commands:
        _parser().parse_args(command[1:])


def test_the_docs_explain_every_measure() -> None:
    assert [measure.name for measure in MEASURES if f"`{measure.name}`" not in DOCS] == []
