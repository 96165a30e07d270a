"""The command line: what a user types, what is answered, and what bad input gets."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rag.__main__ import main

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "eval" / "sample"


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("commands") / "collection")
    assert main(["add", "--collection", folder, str(SAMPLE)]) == 0
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_adding_says_what_was_done(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, collection: str
) -> None:
    code, out, err = run(capsys, "add", "--collection", collection, str(SAMPLE))
    assert code == 0
    assert "9 unchanged; nothing had to be embedded" in out
    assert "skipped" not in err


def test_an_answer_in_a_terminal(capsys: pytest.CaptureFixture[str], collection: str) -> None:
    code, out, err = run(capsys, "ask", "--collection", collection, "What did they say about Taiwan?")
    assert code == 0
    assert "2 of 9 documents speak of Taiwan." in out
    assert "washington-2024-security.md" in out
    assert "2024-05-31" in out
    assert err == ""


def test_an_answer_as_json(capsys: pytest.CaptureFixture[str], collection: str) -> None:
    code, out, _ = run(capsys, "ask", "--collection", collection, "--json", "What did they say about Taiwan?")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == [
        "question",
        "searched",
        "abstained",
        "text",
        "quotes",
        "verdicts",
        "model",
        "seconds",
    ]
    assert list(answer["quotes"][0]) == [
        "number",
        "document",
        "title",
        "date",
        "url",
        "start",
        "end",
        "text",
        "speaker",
        "voice",
        "score",
    ]
    assert list(answer["verdicts"][0]) == ["document", "title", "date", "verdict"]
    for quote in answer["quotes"]:
        text = (SAMPLE / quote["document"]).read_bytes().decode()
        assert text[quote["start"] : quote["end"]] == quote["text"]
        assert f"[{quote['number']}]" in answer["text"]


def test_a_timeline_is_added_when_asked_for(capsys: pytest.CaptureFixture[str], collection: str) -> None:
    question = "What did they say about denuclearization?"
    code, out, _ = run(capsys, "ask", "--collection", collection, "--json", "--timeline", question)
    timeline = json.loads(out)["timeline"]
    assert code == 0
    assert list(timeline) == ["entries", "first", "formulas"]
    dates = [entry["date"] for entry in timeline["entries"]]
    assert dates == sorted(dates, key=lambda date: (date is None, date))
    assert timeline["first"]["date"] == "2012-09-28"
    code, out, _ = run(capsys, "ask", "--collection", collection, "--timeline", question)
    assert code == 0
    assert "First said: 28 September 2012" in out


def test_a_batch_goes_on_after_a_line_that_fails(
    capsys: pytest.CaptureFixture[str], collection: str, tmp_path: Path
) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = [
        '{"question": "What did they say about Syria?"}',
        '{"question": ""}',
        "not json",
        '{"question": "and about Gaza?", "history": ["What did they say about Taiwan?"]}',
        json.dumps({"question": "why " * 25_000}),
        '{"question": 7}',
        '{"question": "x", "history": "y"}',
        '{"question": "대만에 대해 뭐라고 했나?"}',
        '{"question": "What did they say about Australia?"}',
    ]
    batch.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    code, out, err = run(capsys, "ask", "--collection", collection, "--json", "--questions", str(batch))
    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, err, len(answers)) == (0, "", len(lines))
    assert [at for at, answer in enumerate(answers) if "error" in answer] == [1, 2, 4, 5, 6]
    assert all(set(answer) == {"question", "error"} for answer in answers if "error" in answer)
    assert "Gaza" in answers[3]["searched"]
    assert answers[8]["abstained"] is True
    assert answers[8]["quotes"] == []


def test_search_as_json(capsys: pytest.CaptureFixture[str], collection: str) -> None:
    code, out, _ = run(capsys, "search", "--collection", collection, "--json", "-k", "3", "quantum computing")
    found = json.loads(out)
    assert code == 0
    assert found["query"] == "quantum computing"
    assert [hit["rank"] for hit in found["hits"]] == [1, 2, 3]
    for hit in found["hits"]:
        text = (SAMPLE / hit["document"]).read_bytes().decode()
        assert list(hit) == ["rank", "score", "document", "start", "end", "text"]
        assert text[hit["start"] : hit["end"]] == hit["text"]


def test_a_document_as_json(capsys: pytest.CaptureFixture[str], collection: str) -> None:
    code, out, _ = run(capsys, "show", "--collection", collection, "--json", "rio-de-janeiro.md")
    shown = json.loads(out)
    assert code == 0
    assert list(shown) == ["document", "title", "date", "url", "text", "furniture", "statements"]
    assert shown["text"] == (SAMPLE / "rio-de-janeiro.md").read_bytes().decode()
    aside = [shown["text"][span["start"] : span["end"]] for span in shown["furniture"]]
    assert "- Advertisement -" in aside
    for statement in shown["statements"]:
        assert list(statement) == ["start", "end", "speaker", "voice"]
        assert not any(
            span["start"] < statement["end"] and statement["start"] < span["end"]
            for span in shown["furniture"]
        )


def test_the_list_and_one_document_in_a_terminal(capsys: pytest.CaptureFixture[str], collection: str) -> None:
    code, out, _ = run(capsys, "documents", "--collection", collection)
    assert code == 0
    assert all(file.name in out for file in SAMPLE.glob("*.md"))
    code, out, _ = run(capsys, "show", "--collection", collection, "rio-de-janeiro.md", "--at", "900:1000")
    assert code == 0
    assert "rio-de-janeiro.md" in out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["add", "/no/such/path"], "there is no file or folder /no/such/path"),
        (["ask", ""], "question is empty"),
        (["ask", "   "], "question is empty"),
        (["ask", "why " * 25_000], "the longest that can be asked has 1,000"),
        (["ask", "?!"], "question"),
        (["ask"], "no question was given"),
        (["ask", "--questions", "/no/such/file", "--json"], "/no/such/file cannot be read"),
        (["ask", "x", "--questions", "y"], "not both"),
        (["search", ""], "the query is empty"),
        (["search", "x", "-k", "0"], "-k must be at least 1"),
        (["show", "nothing.txt"], "there is no document 'nothing.txt'"),
        (["show", "rio-de-janeiro.md", "--at", "5"], "--at takes START:END"),
        (["show", "rio-de-janeiro.md", "--at", "7:5"], "--at takes START:END"),
        (["show", "rio-de-janeiro.md", "--at", "0:99999999"], "--at takes START:END"),
        (["remove", "nothing.txt"], "there is no document 'nothing.txt'"),
        (["search", "x", "--embedding", "no-such/model"], "neither a folder nor downloaded"),
    ],
)
def test_bad_input_gets_one_sentence(
    capsys: pytest.CaptureFixture[str], collection: str, arguments: list[str], complaint: str
) -> None:
    code, out, err = run(capsys, arguments[0], "--collection", collection, *arguments[1:])
    assert code == 2
    assert out == ""
    assert err.startswith("ontherecord: ")
    assert complaint in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("empty.txt", b"", "it is empty"),
        ("nuls.txt", b"\0" * 4096, "it is not text"),
        ("broken.txt", "“Ja,” sagte die Ministerin. ".encode() * 9 + b"\xff", "it is damaged UTF-8"),
        ("letter.pdf", b"%PDF-1.7", "only .markdown, .md, .txt files can be read"),
        ("marks.txt", b"---", "it holds no sentence that could be quoted"),
    ],
)
def test_a_file_that_cannot_be_taken_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, data: bytes, complaint: str
) -> None:
    (tmp_path / name).write_bytes(data)
    code, _, err = run(capsys, "add", "--collection", str(tmp_path / "c"), str(tmp_path / name))
    assert code == 2
    assert complaint in err
    assert name in err


def test_a_very_large_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as opened:
        opened.truncate(200 * 1024 * 1024)
    code, _, err = run(capsys, "add", "--collection", str(tmp_path / "c"), str(tmp_path / "large.txt"))
    assert code == 2
    assert "it is 200 MB, and the limit is 32 MB" in err


def test_no_name_and_no_text_reaches_the_terminal_as_a_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bad, good = tmp_path / "\x1b[2Jbad.txt", tmp_path / "\x1b]0;good\x07.txt"
    bad.write_bytes(b"")
    text = "The envoy praised\x1b[31m Fiji\u202e and left.\x9b2J It rained." + " He came back." * 20
    good.write_text(text, encoding="utf-8")
    place = ("--collection", str(tmp_path / "collection"))
    typed = (
        ("add", *place, str(bad), str(good)),
        ("add", *place, str(tmp_path / "\x1b[2Jnone")),
        ("ask", *place, "What did they say\x1b[2J about Fiji?"),
        ("ask", *place, "--json", "What did they say about Fiji?"),
        ("search", *place, "Fiji"),
        ("documents", *place),
        ("documents", *place, "--json"),
        ("show", *place, good.name),
        ("show", *place, "\x1b[2J"),
        ("remove", *place, "\x1b[2J"),
        ("check", *place, "--json"),
        ("serve", *place, "--port", "0", "--root-path", "\x1b[2J"),
    )
    for arguments in typed:
        _, out, err = run(capsys, *arguments)
        assert out + err, arguments
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out + err), arguments
    _, out, _ = run(capsys, "show", *place, "--json", good.name)
    assert "\x9b" not in out
    assert json.loads(out)["text"] == good.read_bytes().decode()


def test_an_empty_folder_and_an_empty_collection(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "ask", "--collection", str(tmp_path / "c"), "What did they say?")
    assert (code, err.count("\n")) == (2, 1)
    assert "there is no collection at" in err
    (tmp_path / "empty").mkdir()
    code, _, err = run(capsys, "add", "--collection", str(tmp_path / "c"), str(tmp_path / "empty"))
    assert code == 2
    assert "there are no .txt or .md files in" in err
    code, _, err = run(capsys, "ask", "--collection", str(tmp_path / "c"), "What did they say?")
    assert (code, err.count("\n")) == (2, 1)


def test_the_program_runs_as_a_module_from_anywhere(tmp_path: Path, collection: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ONTHERECORD_COLLECTION": collection}
    done = subprocess.run(
        [sys.executable, "-m", "rag", "documents", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(json.loads(done.stdout)["documents"]) == 9


def test_help_names_every_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rag", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for command in ("add", "remove", "ask", "search", "documents", "show", "serve"):
        assert f"\n    {command}" in done.stdout
