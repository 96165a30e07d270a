"""ontherecord check: it names what is damaged, and --repair makes anew what derives."""

import json
import random
import re
from pathlib import Path

import pytest

from eval import filler
from index import generations
from index.checking import Checked, check
from index.collection import Collection
from index.database import Database
from index.repairing import repair
from rag.__main__ import main

CATALOG = "catalog.sqlite3"
MODEL = filler.WordVectors()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound collection of 120 documents with a dense index on the disk."""
    monkeypatch.setattr(generations, "EXACT_UP_TO", 100)
    collection = Collection.create(tmp_path / "collection", MODEL)
    collection.add(filler.write(tmp_path / "docs", range(120)))
    collection.close()
    return collection.folder


def alter(folder: Path, sql: str) -> None:
    """Change the catalog behind the back of everything but SQLite."""
    database = Database(folder / CATALOG, "write")
    database.execute(sql)
    database.close()


def problems(found: list[Checked]) -> str:
    return "\n".join(problem for part in found for problem in part.problems)


def answers(folder: Path) -> list[tuple[str, str]]:
    collection = Collection(folder, MODEL)
    hits = [hit for query in ("herring in Oslo", "code000077") for hit in collection.search(query, 10)]
    collection.close()
    return [(hit.passage.document.id, hit.passage.text) for hit in hits]


def test_a_sound_collection_has_no_problem(folder: Path) -> None:
    found = check(folder, MODEL)
    assert problems(found) == ""
    assert [part.part for part in found] == [
        "pages",
        "documents",
        "passages",
        "words",
        "dense index",
        "search",
    ]


@pytest.mark.parametrize(
    ("sql", "complaint"),
    [
        (
            "UPDATE documents SET title = 'Another' WHERE number = 5",
            "report-000004.txt: its passages, vectors or",
        ),
        ("DELETE FROM passages WHERE document = 9", "report-000008.txt: .* it has 0 passages, not 1"),
        ('UPDATE passages SET "end" = 9999 WHERE number = 3', "passage 3 stands at 0:9999 of a text of"),
        ("UPDATE passages SET vector = zeroblob(768) WHERE number = 3", "the vector of passage 3 is damaged"),
        (
            "UPDATE passages SET parts = zeroblob(10) WHERE number = 3",
            "vectors of the sentences of passage 3 are",
        ),
        (
            "UPDATE words SET body = 'haddock' WHERE rowid = 7",
            "words of a passage of report-000006.txt are not",
        ),
        ("DELETE FROM words WHERE rowid = 7", "1 passages have no words, 0 words no passage"),
        ("UPDATE words_content SET c1 = 'haddock' WHERE id = 7", "the word index does not agree"),
    ],
)
def test_what_derives_is_named_and_made_anew(folder: Path, sql: str, complaint: str) -> None:
    before = answers(folder)
    alter(folder, sql)
    found = check(folder, MODEL)
    assert re.search(complaint, problems(found)), problems(found)
    repaired = repair(folder, found, MODEL)
    assert (repaired.lost, repaired.kept + len(repaired.derived)) == ([], 120)
    assert problems(check(folder, MODEL)) == ""
    assert answers(folder) == before


def test_a_damaged_text_is_named_and_taken_out(folder: Path, tmp_path: Path) -> None:
    alter(folder, "UPDATE documents SET text = replace(text, 'herring', 'haddock') WHERE number = 1")
    found = check(folder, MODEL)
    assert "report-000000.txt: its text is damaged" in problems(found)
    assert repair(folder, found, MODEL).lost == ["report-000000.txt"]
    assert problems(check(folder, MODEL)) == ""
    collection = Collection(folder, MODEL)
    assert "report-000000.txt" not in {card.id for card in collection.cards.values()}
    assert collection.add([tmp_path / "docs"]).added == ["report-000000.txt"]


def test_flipped_bytes_are_found_and_repaired_or_named(folder: Path) -> None:
    before = answers(folder)
    file = folder / CATALOG
    sound = file.read_bytes()
    index = {path: path.read_bytes() for path in (folder / generations.FOLDER).iterdir()}
    generator = random.Random(1)  # noqa: S311
    for at in generator.sample(range(len(sound)), 5):
        data = bytearray(sound)
        data[at] ^= 1 << generator.randrange(8)
        file.write_bytes(data)
        found = check(folder, MODEL)
        assert problems(found), at
        repaired = repair(folder, found, MODEL)
        assert problems(check(folder, MODEL)) == ""
        assert len(repaired.lost) <= 4
        if not repaired.lost:
            assert answers(folder) == before
        for path in (folder / generations.FOLDER).iterdir():
            path.unlink()
        for path, data_of in index.items():
            path.write_bytes(data_of)


def test_a_damaged_dense_index_is_named_and_made_anew(folder: Path) -> None:
    (file,) = (folder / generations.FOLDER).iterdir()
    data = bytearray(file.read_bytes())
    data[-3] ^= 1
    file.write_bytes(data)
    found = check(folder, MODEL)
    assert [part.part for part in found if part.problems] == ["dense index"]
    repair(folder, found, MODEL)
    assert problems(check(folder, MODEL)) == ""


def test_the_command_names_damage_and_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "oslo.txt").write_text("The ministers met in Oslo on 3 May 2021. They spoke of herring.")
    (docs / "lima.txt").write_text("The delegates met in Lima on 9 June 2022. They spoke of forests.")
    assert main(["add", "docs"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "sound    pages" in capsys.readouterr().out
    alter(tmp_path / ".ontherecord", "UPDATE documents SET date = '2001' WHERE id = 'lima.txt'")
    assert main(["check", "--json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert (found["ok"], found["parts"][1]["part"]) == (False, "documents")
    assert main(["check", "--repair"]) == 0
    printed = capsys.readouterr()
    assert "- lima.txt: its passages, vectors or facts are damaged" in printed.out
    assert "1 document kept as they were, 1 derived anew from their texts, 0 lost" in printed.err
    assert main(["documents"]) == 0
    assert "2022-06-09" in capsys.readouterr().out


def test_damage_is_one_clear_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / CATALOG
    data = bytearray(file.read_bytes())
    for at in range(5000, len(data), 1000):
        data[at] ^= 1
    file.write_bytes(data)
    for command in (["documents"], ["show", "report-000001.txt"], ["remove", "report-000001.txt"]):
        assert main([*command, "--collection", str(folder)]) == 2
        complaint = capsys.readouterr().err
        assert complaint.startswith("ontherecord: the catalog ")
        assert "is damaged (a page fails its checksum); see what is left: ontherecord check" in complaint
        assert complaint.count("\n") == 1


def test_the_documentation_shows_what_check_prints(folder: Path) -> None:
    written = (Path(__file__).parent.parent / "docs" / "collection.md").read_text(encoding="utf-8")
    shown = re.findall(r"^sound    ([a-z ]+):", written, re.MULTILINE)
    assert shown == [part.part for part in check(folder, MODEL)]
