"""The scorer of marked articles, and what the made-up articles that ship score."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from eval.quoted import ARTICLES, PRESS, judged, main


def outcomes(marked: str) -> list[str]:
    return [one.outcome for one in judged("a.txt", marked)]


def test_each_outcome_is_told_from_the_others() -> None:
    said = "“It is a circus,” {}Mayor Bob Reed said."
    assert outcomes(said.format("{{Bob Reed}}")) == ["right"]
    assert outcomes(said.format("{{Ana Torres}}")) == ["wrong"]
    assert outcomes(said.format("{{null}}")) == ["named"]
    assert outcomes("“It is a circus,” {{null}}a senior official said.") == ["described"]
    assert outcomes("Bob Reed spoke on “Meet the Town.”{{null}}") == ["silent"]
    assert outcomes("The sign read that way. “It is a circus, all of it.”{{Bob Reed}}") == ["missed"]


def test_single_marks_and_middle_names_are_judged_as_well() -> None:
    assert (
        outcomes("Bob Reed said: 'It is a circus.'{{Bob Reed}} 'All of it,'{{Bob Reed}} he said.")
        == ["right"] * 2
    )
    assert outcomes("“It is a circus,”{{Bob Reed}} Bob Lee Reed said.") == ["right"]
    assert outcomes("“It is a circus,”{{Bob Lee Reed}} Bob Reed said.") == ["wrong"]


def test_a_quotation_that_is_left_open_is_judged_by_its_paragraph() -> None:
    text = "“It is a circus,” {{Bob Reed}}Bob Reed said. “All of it.{{Bob Reed}}\n\n“And it stays one.”{{Bob Reed}}"
    assert outcomes(text) == ["right", "right", "right"]


@pytest.mark.parametrize(
    ("folder", "many", "right", "named"), [(ARTICLES, 1100, 0.97, 4), (PRESS, 1400, 0.96, 9)]
)
def test_the_articles_that_ship_score_what_the_documentation_says(
    folder: Path, many: int, right: float, named: int
) -> None:
    found = [one for file in folder.glob("*.txt") for one in judged(file.name, file.read_text("utf-8"))]
    count = Counter(one.outcome for one in found)
    judged_as = count["right"] + count["wrong"] + count["missed"]
    assert judged_as > many
    assert count["right"] / judged_as >= right
    assert count["named"] <= named


def test_a_folder_without_articles_is_one_clear_sentence(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["eval.quoted", str(tmp_path)])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert "there are no marked articles" in capsys.readouterr().err
