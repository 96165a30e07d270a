"""Judgements and runs as trec_eval writes them, and retrieval measures against hand-made values and its tool."""

import math
import random
import subprocess
import sys
from pathlib import Path

import pytest

from eval.retrieval import MEASURES, measure
from eval.trec import TrecError, read_qrels, read_run, write_qrels, write_run

QRELS = {"q1": {"a": 1, "b": 2, "c": 0}, "q2": {"d": 1}, "q3": {"e": 1}}
RUN = {"q1": {"c": 3.0, "b": 2.5, "z": 2.0, "a": 1.0}, "q2": {"x": 1.0, "d": 0.5}}


def test_qrels_and_runs_come_back_as_they_went(tmp_path: Path) -> None:
    run = {"q1": {"a": 1 / 3, "b": 0.1 + 0.2}, "q2": {"a": -1e-12}}
    write_run(run, tmp_path / "run", "ours")
    write_qrels(QRELS, tmp_path / "qrels")
    assert read_run(tmp_path / "run") == run
    assert read_qrels(tmp_path / "qrels") == QRELS
    assert (tmp_path / "run").read_text().splitlines()[0] == "q1 Q0 a 1 0.3333333333333333 ours"


@pytest.mark.parametrize(
    ("read", "content", "error"),
    [
        (read_qrels, "q 0 a 1\nq 0 b\n", "line 2: has 3 fields"),
        (read_qrels, "q 0 a 1\nq 0 a 2\n", "line 2: a is judged for q a second time"),
        (read_qrels, "q 0 a 1.5\n", "line 1: the grade is '1.5', not a whole number"),
        (read_qrels, "\n", "holds no judgement"),
        (read_run, "q Q0 a 1 0.5\n", "line 1: has 5 fields"),
        (read_run, "q Q0 a 1 0.5 t\n\nq Q0 a 2 0.4 t\n", "line 3: a is ranked for q a second time"),
        (read_run, "q Q0 a 1 high t\n", "line 1: the score is 'high', not a number"),
        (read_run, "q Q0 a 1 nan t\n", "line 1: the score is nan, which ranks nothing"),
        (read_run, "", "holds no ranked text"),
    ],
)
def test_a_malformed_line_is_refused_by_file_and_line(tmp_path: Path, read, content: str, error: str) -> None:
    (tmp_path / "file").write_text(content)
    with pytest.raises(TrecError, match=rf"file(, |: ){error}|file, {error}"):
        read(tmp_path / "file")


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrecError, match="cannot be read: No such file"):
        read_run(tmp_path / "none")
    (tmp_path / "latin").write_bytes(b"q Q0 \xe9 1 1 t\n")
    with pytest.raises(TrecError, match="byte 5 is not UTF-8"):
        read_run(tmp_path / "latin")


def test_an_id_that_the_format_cannot_say_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(TrecError, match="'a b' holds white space"):
        write_run({"q": {"a b": 1.0}}, tmp_path / "run", "ours")
    assert not (tmp_path / "run").exists()


def test_measures_by_hand() -> None:
    found = measure(QRELS, RUN, ("nDCG@10", "RR@10", "AP", "R@1", "R@5"))
    ideal = 2 + 1 / math.log2(3)
    assert found["nDCG@10"]["q1"] == pytest.approx((2 / math.log2(3) + 1 / math.log2(5)) / ideal)
    assert found["RR@10"] == {"q1": 0.5, "q2": 0.5, "q3": 0.0}, "a query the run lacks has found nothing"
    assert found["AP"]["q1"] == pytest.approx((1 / 2 + 2 / 4) / 2)
    assert (found["R@1"]["q1"], found["R@5"]["q1"]) == (0.0, 1.0)


def test_an_exported_run_scores_the_same_in_ir_measures_own_tool(tmp_path: Path) -> None:
    draw = random.Random(7)  # noqa: S311
    texts = [f"d{n}" for n in range(300)]
    qrels = {
        f"q{n}": {d: draw.choice((0, 1, 1, 2)) for d in draw.sample(texts, 20)} | {"d0": 1} for n in range(25)
    }
    run = {query: {d: draw.random() for d in draw.sample(texts, 150)} for query in [*qrels][:-2]}
    write_run(run, tmp_path / "ours.run", "ours")
    write_qrels(qrels, tmp_path / "qrels")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "ir_measures",
            "--places",
            "9",
            tmp_path / "qrels",
            tmp_path / "ours.run",
            *MEASURES,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
    ours = {name: sum(values.values()) / len(qrels) for name, values in measure(qrels, run).items()}
    assert theirs.keys() == ours.keys()
    for name in MEASURES:
        assert ours[name] == pytest.approx(theirs[name], abs=1e-6)
