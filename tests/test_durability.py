"""What is stored stays: generations of the dense index, damage, formats, readers beside a writer."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from eval import filler
from index import acknowledged, dense, generations
from index.catalog import Catalog, CatalogError, Damaged
from index.checking import check
from index.collection import Collection
from index.database import Database
from index.dense import Exact
from index.records import checksum_of
from index.repairing import repair

CATALOG = "catalog.sqlite3"


@pytest.fixture
def small_generations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Generations on the disk pay from 100 passages on."""
    monkeypatch.setattr(generations, "EXACT_UP_TO", 100)
    monkeypatch.setattr(generations, "PENDING", 20)
    monkeypatch.setattr(dense, "WHOLE_UP_TO", 100)


@pytest.fixture
def filled(tmp_path: Path, small_generations: None) -> Collection:
    """A collection of 150 documents with a dense index on the disk."""
    collection = Collection.create(tmp_path / "collection", filler.WordVectors())
    collection.add(filler.write(tmp_path / "docs", range(150)))
    return collection


def reopened(collection: Collection) -> Collection:
    return Collection(collection.folder, filler.WordVectors())


def exact(collection: Collection, query: str, k: int) -> dict[int, float]:
    """The answer of an index that is made of all the vectors, as they are in the catalog."""
    catalog = Catalog(collection.folder / CATALOG)
    index = Exact(384)
    for numbers, _, vectors in catalog.vectors():
        index.add(numbers, vectors)
    catalog.close()
    return index.search(collection.query_vector(query), k)


def assert_search_is_exact(collection: Collection, *queries: str) -> None:
    for query in queries:
        hits = collection.search(query, 10, fusion="dense")
        expected = sorted(exact(collection, query, 10).values(), reverse=True)
        assert np.allclose([hit.score for hit in hits], expected, atol=1e-3)


def dense_files(collection: Collection) -> list[Path]:
    return sorted((collection.folder / generations.FOLDER).glob("*"))


def test_a_generation_finds_what_exact_search_finds(filled: Collection) -> None:
    assert len(dense_files(filled)) == 1
    assert_search_is_exact(filled, "herring in Oslo", "code000077", "the next meeting")


def test_what_came_and_went_since_a_generation(filled: Collection, tmp_path: Path) -> None:
    before = dense_files(filled)
    filled.add(filler.write(tmp_path / "docs", range(150, 155)))
    filled.remove(["report-000007.txt", "report-000152.txt"])
    assert dense_files(filled) == before
    for collection in (filled, reopened(filled)):
        assert collection.search("code000153", 1)[0].passage.document.id == "report-000153.txt"
        found = {hit.passage.document.id for hit in collection.search("code000007 code000152", 200)}
        assert len(found) == 153
        assert not found & {"report-000007.txt", "report-000152.txt"}
        assert_search_is_exact(collection, "code000007", "trams in Lima", "code000151")


def test_a_search_within_documents_finds_all_of_them(filled: Collection, tmp_path: Path) -> None:
    filled.add(filler.write(tmp_path / "docs", [150]))
    chosen = {filled.number(f"report-{n:06d}.txt") for n in (3, 99, 150)}
    hits = filled.search("envoys", 50, within=chosen, fusion="dense")
    assert {filled.number(hit.passage.document.id) for hit in hits} == chosen


WORDS = ["herring", "tram", "oslo", "envoy", "meet", "code000077", "report", "nowhere"]


def assert_words_rank_as_in_the_catalog(collection: Collection, *queries: list[str]) -> None:
    words = collection._index().words
    assert words._segments
    catalog = Catalog(collection.folder / CATALOG)
    for query in queries:
        expected = catalog.rank(" OR ".join(f'"{stem}"' for stem in query), 1000)
        assert words.rank(query, 1000) == pytest.approx(expected, rel=1e-4)
        some = list(expected)[::3]
        assert words.scores(query, [*some, 10**6]) == pytest.approx({n: expected[n] for n in some}, rel=1e-4)
    for stem in WORDS:
        assert words.frequency(stem) == catalog.frequency(f'body : "{stem}"')
    catalog.close()


def test_postings_rank_as_the_word_index_does(filled: Collection, tmp_path: Path) -> None:
    queries = [WORDS, ["oslo"], ["herring", "lima"], ["nowhere"]]
    assert_words_rank_as_in_the_catalog(filled, *queries)
    for number in range(150, 162):  # more often than segments are kept apart
        filled.add(filler.write(tmp_path / "docs", [number]))
        assert_words_rank_as_in_the_catalog(filled, *queries)
    filled.add(filler.write(tmp_path / "docs", range(162, 200)))
    assert len(filled._index().words._segments) == 1
    assert_words_rank_as_in_the_catalog(filled, *queries)
    assert_words_rank_as_in_the_catalog(reopened(filled), *queries)


def test_postings_leave_out_what_was_removed(filled: Collection, tmp_path: Path) -> None:
    filled.remove(["report-000077.txt"])
    for collection in (filled, reopened(filled)):
        assert collection.search("code000077", fusion="lexical") == []
        hits = collection.search("Oslo", 200, fusion="lexical")
        assert {hit.passage.document.id for hit in hits} == {f"report-{n:06d}.txt" for n in range(0, 150, 16)}
    chosen = {filled.number(f"report-{n:06d}.txt") for n in (0, 1, 16)}
    assert len(filled.search("Oslo", 200, fusion="lexical", within=chosen)) == 2
    filled.add(filler.write(tmp_path / "docs", range(150, 200)))
    assert filled.search("code000077", fusion="lexical") == []
    assert filled.search("code000199", fusion="lexical")[0].passage.document.id == "report-000199.txt"


def test_compaction_comes_on_its_own_and_keeps_two_generations(filled: Collection, tmp_path: Path) -> None:
    for first in range(150, 350, 50):
        filled.add(filler.write(tmp_path / "docs", range(first, first + 50)))
    assert len(dense_files(filled)) == 2
    catalog = Catalog(filled.folder / CATALOG)
    assert catalog.generation().passages == catalog.size() == filled.size
    catalog.close()
    assert_search_is_exact(filled, "code000345", "code000001", "grain in Cairo")
    filled.remove([f"report-{n:06d}.txt" for n in range(320)])
    filled.remove(["report-000320.txt"])
    assert_search_is_exact(filled, "code000345", "code000001")


@pytest.mark.parametrize("damage", ["gone", "cut", "flipped", "unreadable"])
def test_a_damaged_generation_is_not_used_and_made_anew(
    filled: Collection, tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    (file,) = dense_files(filled)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 4
    file.unlink()
    if damage == "cut":
        file.write_bytes(data[:-100])
    elif damage == "flipped":
        file.write_bytes(data)
    elif damage == "unreadable":
        file.mkdir()
    other = reopened(filled)
    assert_search_is_exact(other, "code000077", "the next meeting")
    assert "ontherecord check --repair" in caplog.text
    if damage == "unreadable":
        file.rmdir()
    embedded = filler.WordVectors.encode
    other.add(filler.write(tmp_path / "docs", [150]))
    assert filler.WordVectors.encode is embedded
    caplog.clear()
    assert_search_is_exact(reopened(filled), "code000077", "code000150")
    assert not caplog.records


def test_what_a_crash_left_behind_is_swept_away(filled: Collection, tmp_path: Path) -> None:
    (filled.folder / generations.FOLDER / "unfinished").write_bytes(b"half an index")
    (filled.folder / generations.FOLDER / "0123.faiss").write_bytes(b"named, but never entered")
    filled.add(filler.write(tmp_path / "docs", range(150, 200)))
    assert all(file.name in Catalog(filled.folder / CATALOG).files() for file in dense_files(filled))


def test_no_room_for_the_index_loses_no_document(
    filled: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    report = filled.add(filler.write(tmp_path / "docs", range(150, 200)))
    assert len(report.added) == 50
    assert "No space left" in caplog.text
    assert_search_is_exact(reopened(filled), "code000199")
    assert not (filled.folder / generations.FOLDER / "unfinished").exists()


def test_every_flipped_byte_of_a_page_is_noticed(filled: Collection) -> None:
    filled.close()
    file = filled.folder / CATALOG
    data = file.read_bytes()
    generator = random.Random(0)  # noqa: S311
    for at in [20, *generator.sample(range(len(data)), 60)]:
        damaged = bytearray(data)
        damaged[at] ^= 1 << generator.randrange(8)
        file.write_bytes(damaged)
        with pytest.raises(Damaged, match=r"ontherecord check|add the documents again"):
            collection = reopened(filled)
            for number in collection.cards:
                collection.load(number)
            database = Database(file)
            for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'"):
                database.execute(f'SELECT * FROM "{table}"')
            database.execute("PRAGMA integrity_check")
    file.write_bytes(data)
    assert len(reopened(filled).cards) == 150


def test_another_text_than_the_stored_one_is_never_quoted(filled: Collection) -> None:
    filled.close()
    database = Database(filled.folder / CATALOG, "write")
    database.execute("UPDATE documents SET text = replace(text, 'herring', 'haddock') WHERE number = 1")
    database.close()
    collection = reopened(filled)
    with pytest.raises(Damaged, match=r"text of report-000000.txt in .* is damaged; add that document again"):
        collection.search("herring in Oslo", 200)
    with pytest.raises(Damaged, match="is damaged"):
        collection.text(1)


def format_3(folder: Path, taken: Path, **changed: str) -> None:
    """What is in a collection as the version before this one stored it; changed: settings."""
    shutil.copytree(taken / "dense", folder / "dense")
    database = Database(folder / CATALOG, "create")
    schema = (Path(__file__).parent / "format-3.sql").read_text(encoding="utf-8")
    database.execute(schema + f"ATTACH '{taken / CATALOG}' AS new; DELETE FROM generations")
    database.execute("INSERT INTO settings SELECT * FROM new.settings")
    for table in ("documents", "removed", "generations"):
        database.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    columns = 'number, document, "start", "end", sentences, vector'
    database.execute(f"INSERT INTO passages SELECT {columns} FROM new.passages")
    database.execute("INSERT INTO words (rowid, title, body) SELECT rowid, title, body FROM new.words")
    database.execute(
        "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM new.sqlite_sequence AS new"
        " WHERE new.name = sqlite_sequence.name)"
    )
    for (number,) in database.execute("SELECT number FROM documents"):
        checksum = checksum_of(database, number, parts=False)
        database.execute("UPDATE documents SET checksum = ? WHERE number = ?", (checksum, number))
    for name, value in {"format": "3", **changed}.items():
        database.execute("UPDATE settings SET value = ? WHERE name = ?", (value, name))
    database.close()


def test_a_catalog_of_format_3_is_taken_over(tmp_path: Path, filled: Collection) -> None:
    filled.remove(["report-000149.txt"])
    expected = [hit.passage for hit in filled.search("trams in Lima", 10)]
    filled.close()
    format_3(tmp_path / "old", filled.folder)
    collection = Collection(tmp_path / "old", filler.WordVectors())
    assert collection._catalog.generation().file is not None
    assert [hit.passage for hit in collection.search("trams in Lima", 10)] == expected
    assert collection.sentence_parts(collection.cards) == {}
    assert not [p for part in check(collection.folder, filler.WordVectors()) for p in part.problems]
    assert len(collection.add(filler.write(tmp_path / "docs", range(150))).unchanged) == 149
    assert collection.number("report-000149.txt") > 150
    assert set(collection.sentence_parts(collection.cards)) == set(collection.cards)


def test_what_is_damaged_in_format_3_is_so_in_this(tmp_path: Path, filled: Collection) -> None:
    filled.close()
    old = tmp_path / "old"
    format_3(old, filled.folder)
    database = Database(old / CATALOG, "write")
    database.execute("UPDATE documents SET title = 'Another' WHERE number = 5")
    database.execute("UPDATE documents SET text = 'Another' WHERE number = 9")
    database.close()
    Collection(old, filler.WordVectors()).add(filler.write(tmp_path / "docs", [160]))
    found = {name for part in check(old, filler.WordVectors()) for name in part.documents}
    assert found == {"report-000004.txt", "report-000008.txt"}


def test_format_3_with_commits_missing_is_taken_over_by_a_repair(tmp_path: Path, filled: Collection) -> None:
    filled.close()
    old = tmp_path / "old"
    format_3(old, filled.folder)
    acknowledged.note(old / CATALOG, 99)
    with pytest.raises(Damaged, match=r"has \d+ of 99 commits"):
        Collection(old, filler.WordVectors())
    found = check(old, filler.WordVectors())
    assert [part.part for part in found] == ["format"]
    assert repair(old, found, filler.WordVectors()).kept == 150
    assert len(Collection(old, filler.WordVectors()).cards) == 150


def test_a_damaged_page_of_format_3_is_found_by_a_repair(tmp_path: Path, filled: Collection) -> None:
    filled.close()
    old = tmp_path / "old"
    format_3(old, filled.folder)
    data = bytearray((old / CATALOG).read_bytes())
    at = data.index(b"code000007") // 4096 * 4096 + 4000
    data[at] ^= 1
    (old / CATALOG).write_bytes(data)
    with pytest.raises(Damaged, match="a page fails its checksum"):
        Collection(old, filler.WordVectors())
    repaired = repair(old, check(old, filler.WordVectors()), filler.WordVectors())
    assert repaired.kept + len(repaired.derived) + len(repaired.lost) == 150
    assert repaired.kept > 140
    assert not [p for part in check(old, filler.WordVectors()) for p in part.problems]


@pytest.mark.parametrize("format_", ["2", "99"])
def test_an_older_or_newer_format_is_refused(filled: Collection, format_: str) -> None:
    filled.close()
    database = Database(filled.folder / CATALOG, "write")
    database.execute("UPDATE settings SET value = ? WHERE name = 'format'", (format_,))
    database.close()
    with pytest.raises(
        CatalogError, match=f"has format {format_}, this version reads 4: use the version that made it"
    ):
        reopened(filled)


def test_a_reader_in_another_process_takes_up_what_is_added(filled: Collection, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from eval import filler; from index.collection import Collection\n"
        "c = Collection(Path(sys.argv[1]), filler.WordVectors())\n"
        "for line in sys.stdin: print(c.search(line, 1)[0].passage.document.id, len(c.cards), flush=True)\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", program, filled.folder],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdin is not None
    assert reader.stdout is not None

    def asked(query: str) -> str:
        print(query, file=reader.stdin, flush=True)
        return reader.stdout.readline().strip()

    assert asked("code000149") == "report-000149.txt 150"
    for number in (150, 151, 152):
        filled.add(filler.write(tmp_path / "docs", [number]))
        assert asked(f"code{number:06d}") == f"report-{number:06d}.txt {number + 1}"
    filled.add(filler.write(tmp_path / "docs", range(200, 260)))
    assert asked("code000259") == "report-000259.txt 213"
    filled.remove(["report-000259.txt"])
    assert asked("code000259").split()[1] == "212"
    reader.communicate()
    assert reader.returncode == 0


def test_a_collection_on_a_medium_that_cannot_be_written_to(filled: Collection, tmp_path: Path) -> None:
    filled.close()
    moved = tmp_path / "medium"
    shutil.move(filled.folder, moved)
    program = (
        "import os, sys; from pathlib import Path; from eval import filler; from index.collection import Collection\n"
        "c = Collection(Path(sys.argv[1]), filler.WordVectors())\n"
        "print(c.search('code000149', 1)[0].passage.document.id)\n"
        "try: c.remove(['report-000149.txt'])\n"
        "except ValueError as error: print(error)\n"
    )
    for place in (moved, *moved.rglob("*")):
        place.chmod(0o555 if place.is_dir() else 0o444)
    mounted = _read_only(moved)
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, moved],
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        if mounted:
            subprocess.run(["umount", moved], check=True)
    assert done.stderr == ""
    found, complaint = done.stdout.splitlines()
    assert found == "report-000149.txt"
    assert "cannot be written to" in complaint


def _read_only(folder: Path) -> bool:
    """Root may write wherever it likes, except on what is mounted read-only."""
    if os.geteuid():
        return False
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False).returncode:
        pytest.skip("root may write everywhere here, and may not mount")
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    return True


def test_a_lost_end_of_the_log_is_noticed(filled: Collection, tmp_path: Path) -> None:
    with filled.reading():  # as long as somebody reads, the commits stay in the log
        reopened(filled).add(filler.write(tmp_path / "docs", [150]))
        killed = shutil.copytree(filled.folder, tmp_path / "killed")
    assert len(Collection(killed, filler.WordVectors()).cards) == 151
    shutil.copytree(killed, tmp_path / "cut")
    (tmp_path / "cut" / f"{CATALOG}-wal").unlink()
    with pytest.raises(Damaged, match="commits: the end of its log is damaged; go on without them"):
        Collection(tmp_path / "cut", filler.WordVectors())
