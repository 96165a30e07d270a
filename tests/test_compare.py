"""Rankings side by side: against scipy's own statistics by hand, and the commands that print them."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from eval.compare import compare, judgements_of, render_comparison, runs_of
from eval.gold import read
from eval.retrieval import measure
from eval.trec import read_qrels, read_run, write_qrels, write_run
from index.collection import Collection
from rag.__main__ import _parser, main

SAMPLE = Path(__file__).parent.parent / "eval" / "sample"
QUERIES = [f"q{n}" for n in range(40)]
QRELS = {query: {"right": 1} for query in QUERIES}
GOOD = {query: {"right": 1.0, "wrong": 0.5} for query in QUERIES}
BAD = {query: {"right": 0.1, "wrong": 0.5} for query in QUERIES}


def test_a_worse_ranking_is_told_from_one_that_is_the_same() -> None:
    rows = {
        (row.ranking, row.measure): row
        for row in compare({"good": GOOD, "again": GOOD, "bad": BAD}, QRELS, measures=("RR@10", "R@5"))
    }
    assert rows["good", "RR@10"].p is None
    assert rows["bad", "RR@10"].estimate.value == 0.5
    assert rows["bad", "RR@10"].difference == -0.5
    # One of 10,001 rounds, times the four comparisons.
    assert rows["bad", "RR@10"].p == pytest.approx(4 / 10_001)
    assert rows["again", "RR@10"].p == rows["bad", "R@5"].p == 1.0


def test_a_comparison_is_printed_a_block_a_measure() -> None:
    rows = compare({"good": GOOD, "bad": BAD}, QRELS, measures=("RR@10", "R@5"))
    assert render_comparison(rows, title="set").splitlines() == [
        "set",
        "",
        "RR@10     good  1.000  [0.912, 1.000]",
        "          bad   0.500  [0.500, 0.500]  -0.500  p < 0.001  *",
        "",
        "R@5       good  1.000  [0.912, 1.000]",
        "          bad   1.000  [0.912, 1.000]  +0.000  p = 1.000",
    ]


def test_every_fusion_ranks_the_sample_and_its_run_scores_the_same_when_read_back(
    sample: Collection, tmp_path: Path
) -> None:
    queries, qrels = judgements_of(read(SAMPLE / "gold.jsonl"))
    runs = runs_of(sample, queries, ("weighted", "rrf", "dense", "lexical"))
    write_qrels(qrels, tmp_path / "qrels")
    for fusion, run in runs.items():
        write_run(run, tmp_path / fusion, "ours")
        kept = measure(read_qrels(tmp_path / "qrels"), read_run(tmp_path / fusion))
        assert kept == measure(qrels, run)
        done = subprocess.run(
            [sys.executable, "-m", "ir_measures", "-p", "9", tmp_path / "qrels", tmp_path / fusion, *kept],
            capture_output=True,
            text=True,
            check=True,
        )
        theirs = {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
        ours = {name: sum(values.values()) / len(values) for name, values in kept.items()}
        assert ours == pytest.approx(theirs, abs=1e-6)


@pytest.fixture
def beir(tmp_path: Path) -> Path:
    folder = tmp_path / "tides"
    (folder / "qrels").mkdir(parents=True)
    texts = {
        "sea 1": "The moon raises the tides twice a day.",
        "b": "Rivers run to the sea.",
        "c": "Cheese is made of milk.",
    }
    (folder / "corpus.jsonl").write_text(
        "\n".join(json.dumps({"_id": id_.replace(" ", "/"), "text": text}) for id_, text in texts.items())
    )
    (folder / "queries.jsonl").write_text('{"_id": "q", "text": "what raises the tides"}\n')
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq\tsea/1\t1\n")
    return folder


def test_a_data_set_is_compared_and_exported(
    beir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, qrels = tmp_path / "our.run", tmp_path / "our.qrels"
    command = ["eval", "--dataset", "beir", str(beir), "--compare", "fusion=weighted,dense"]
    assert main([*command, "--trec-run", str(run), "--trec-qrels", str(qrels)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("tides (test), 3 documents: 1 query.")
    assert "nDCG@10   weighted  1.000" in printed
    exported = [tmp_path / "our-weighted.run", tmp_path / "our-dense.run"]
    assert next(iter(read_run(exported[0])["q"])) == "sea/1"
    assert main(["eval", "--dataset", "trec", str(qrels), *map(str, exported)]) == 0
    again = capsys.readouterr().out
    assert "nDCG@10   our-weighted.run  1.000" in again


def test_a_squad_file_is_asked_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    context = "The ferry sank in 1912. Nobody on board was hurt."
    asked = [
        {
            "id": "1",
            "question": "When did the ferry sink?",
            "answers": [{"text": "1912", "answer_start": context.index("1912")}],
        },
        {"id": "2", "question": "Which opera did Verdi write?", "answers": [], "is_impossible": True},
    ]
    (tmp_path / "dev.json").write_text(
        json.dumps({"data": [{"title": "Ferry", "paragraphs": [{"context": context, "qas": asked}]}]})
    )
    report = tmp_path / "report.json"
    assert main(["eval", "--dataset", "squad2", str(tmp_path / "dev.json"), "--json", str(report)]) == 0
    assert {"1", "2"} == {question["id"] for question in json.loads(report.read_text())["questions"]}
    assert "exact match              1.000" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--dataset", "squad2"], "--dataset squad2 needs the data set's PATH"),
        (["--dataset", "beir", "a", "b"], "--dataset beir takes one PATH, not 2"),
        (["--dataset", "trec", "qrels"], "--dataset trec takes judgements and at least one run"),
        (["--dataset", "squad2", "a", "--split", "dev"], "--split is train or test, not 'dev'"),
        (["--split", "test"], "--split is for a --dataset"),
        (["--compare", "k1=1,2"], "--compare takes fusion=A,B"),
        (["--compare", "fusion=best"], "there is no fusion 'best'; there are: weighted, rrf, dense, lexical"),
        (["--trec-run", "/nowhere/run"], "there is no folder /nowhere to write run to"),
        (["--dataset", "squad2", "/nowhere/dev.json"], "/nowhere/dev.json cannot be read: No such file"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", *arguments]) == 2
    assert error in capsys.readouterr().err


def test_the_commands_of_the_documentation_are_understood() -> None:
    text = (Path(__file__).parent.parent / "docs" / "datasets.md").read_text(encoding="utf-8")
    commands = re.findall(r"^ontherecord (eval .*)$", text, re.MULTILINE)
    assert len(commands) == 7
    for command in commands:
        options = _parser().parse_args(shlex.split(command))
        assert options.dataset or options.compare
