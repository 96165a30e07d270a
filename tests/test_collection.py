"""The collection with its real parts: SQLite, faiss, the embedding model, files on disk."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from index.catalog import CatalogError
from index.collection import Busy, Collection
from index.database import Database
from index.documents import Document, Span
from index.embedding import Embedder, ModelError, Vectors

OSLO = "The ministers met in Oslo on 3 May 2021. They spoke of herring quotas in the North Sea."
LIMA = "The delegates met in Lima on 9 June 2022. They agreed to protect the rain forest."
ROME = "The mayors met in Rome on 1 July 2023. They discussed trams and cycle paths."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "oslo.txt").write_text(OSLO, encoding="utf-8")
    (docs / "lima.txt").write_text(LIMA, encoding="utf-8")
    return docs


@pytest.fixture
def collection(tmp_path: Path, embedder: Embedder) -> Collection:
    return Collection.create(tmp_path / "collection", embedder)


class Counting(Embedder):
    """The real model; counts what it is asked to embed."""

    embedded = 0

    def embed(self, texts, parts, progress=None):  # type: ignore[no-untyped-def]
        self.embedded += len(texts)
        return super().embed(texts, parts, progress)


def ids(collection: Collection) -> list[str]:
    return sorted(card.id for card in collection.cards.values())


def test_a_second_add_of_an_unchanged_folder_embeds_nothing(folder: Path, tmp_path: Path) -> None:
    counting = Counting()
    collection = Collection.create(tmp_path / "collection", counting)
    first = collection.add([folder])
    assert (len(first.added), first.passages) == (2, 2)
    counting.embedded = 0
    second = collection.add([folder])
    assert (second.added, second.changed, len(second.unchanged), second.passages) == ([], [], 2, 0)
    assert counting.embedded == 0


def test_files_are_read_while_others_are_embedded(tmp_path: Path) -> None:
    """The first file is embedded while the second is read: each waits for the other to have begun."""
    embedding, reading = Event(), Event()

    class Waiting(Embedder):
        def embed(
            self,
            texts: Sequence[str],
            parts: Sequence[Sequence[Span]],
            progress: Callable[[int], object] | None = None,
        ) -> tuple[Vectors, list[Vectors]]:
            embedding.set()
            assert reading.wait(60)
            return super().embed(texts, parts, progress)

    def note(document: Document) -> str:
        if document.id == "1.md":
            assert embedding.wait(60)
            reading.set()
        return ""

    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(2):  # each fills the model's window 36 times
        (folder / f"{number}.md").write_text("The harbour of the town was closed again. " * 1000)
    report = Collection.create(tmp_path / "collection", Waiting()).add([folder], note=note)
    assert report.added == [f"{number}.md" for number in range(2)]


def test_changed_files_replace_and_vanished_ones_go(folder: Path, collection: Collection) -> None:
    collection.add([folder])
    (folder / "oslo.txt").write_text(ROME, encoding="utf-8")
    (folder / "lima.txt").unlink()
    (folder / "new.md").write_text("# Bonn\n\nThe envoys met in Bonn.", encoding="utf-8")
    report = collection.add([folder])
    assert (report.added, report.changed, report.removed) == (["new.md"], ["oslo.txt"], ["lima.txt"])
    assert collection.document("oslo.txt").text == ROME
    assert all("herring" not in hit.passage.text for hit in collection.search("herring quotas"))
    assert collection.matches({"her"}) == []
    with pytest.raises(KeyError):
        collection.document("lima.txt")


def test_a_file_added_by_name_stays_when_its_folder_is_not_added(
    folder: Path, collection: Collection
) -> None:
    collection.add([folder / "oslo.txt"])
    collection.add([folder / "lima.txt"])
    assert ids(collection) == ["lima.txt", "oslo.txt"]
    assert collection.add([folder]).unchanged == ["lima.txt", "oslo.txt"]


def test_the_same_name_in_two_folders(folder: Path, tmp_path: Path, collection: Collection) -> None:
    other = tmp_path / "others"
    other.mkdir()
    (other / "oslo.txt").write_text(ROME, encoding="utf-8")
    collection.add([folder, other])
    assert ids(collection) == ["lima.txt", "oslo.txt", "others/oslo.txt"]
    assert collection.document("others/oslo.txt").text == ROME
    assert collection.document("oslo.txt").text == OSLO


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path, collection: Collection) -> None:
    (folder / "nuls.txt").write_bytes(b"\0" * 100)
    (folder / "empty.md").write_bytes(b"")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    report = collection.add([folder])
    assert sorted(Path(skipped.path).name for skipped in report.skipped) == ["empty.md", "nuls.txt"]
    assert ids(collection) == ["lima.txt", "oslo.txt"]


def test_a_file_that_became_unreadable_keeps_what_it_held(folder: Path, collection: Collection) -> None:
    collection.add([folder])
    (folder / "oslo.txt").write_bytes(b"\0\0\0")
    report = collection.add([folder])
    assert "is kept" in report.skipped[0].reason
    assert collection.document("oslo.txt").text == OSLO


def test_a_missing_path_changes_nothing(folder: Path, collection: Collection) -> None:
    with pytest.raises(CatalogError, match="no file or folder"):
        collection.add([folder, folder / "missing"])
    assert ids(collection) == []


def test_links_out_of_the_folder_are_not_followed(
    folder: Path, tmp_path: Path, collection: Collection
) -> None:
    (tmp_path / "secret.txt").write_text("The secret is kept here.", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    report = collection.add([folder])
    assert ids(collection) == ["lima.txt", "oslo.txt"]
    assert [skipped.reason for skipped in report.skipped] == ["it is a link out of the folder"]


def test_search_agrees_with_brute_force(sample: Collection, embedder: Embedder) -> None:
    query = "quantum computing and universities"
    hits = sample.search(query, 5, fusion="dense")
    passages = [hit.passage for hit in sample.search(query, 1000, fusion="dense")]
    vectors = embedder.encode([passage.text for passage in passages], fast=False)
    exact = np.argsort(-(vectors @ embedder.encode([query], fast=False)[0]), kind="stable")
    assert [hit.passage for hit in hits[:3]] == [passages[at] for at in exact[:3]]
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]


def test_fast_vectors_rank_as_exact_ones(embedder: Embedder) -> None:
    texts = [OSLO, LIMA, ROME, "Quotas for herring were set.", "A new tram line opened.", "Trees are felled."]
    for query in ("fishing in the sea", "public transport in cities", "protecting forests"):
        exact = embedder.encode(texts, fast=False) @ embedder.encode([query], fast=False)[0]
        fast = embedder.encode(texts, fast=True) @ embedder.encode([query], fast=False)[0]
        assert np.argmax(exact) == np.argmax(fast)
        assert np.abs(exact - fast).max() < 0.02


def test_batched_as_one_by_one(embedder: Embedder) -> None:
    texts = [OSLO, "Short.", LIMA * 3, "会議は東京で開かれた。"]
    together = embedder.encode(texts, fast=False)
    alone = np.concatenate([embedder.encode([text], fast=False) for text in texts])
    assert np.allclose(together, alone, atol=1e-5)
    assert np.allclose(np.linalg.norm(together, axis=1), 1)


def test_every_match_of_a_word_is_found(sample: Collection) -> None:
    for stem, word in (("taiwan", "taiwan"), ("ukrain", "ukraine"), ("burma", "burma")):
        found = {(match.document, match.span) for _, group in sample.matches({stem}) for match in group}
        expected = {
            (number, span)
            for number in sample.cards
            for span in sample.load(number).sentences
            if word in sample.text(number)[span.start : span.end].lower()
        }
        assert found == expected
        assert found


def test_filtered_search_keeps_to_its_documents(sample: Collection) -> None:
    chosen = {sample.number("rio-de-janeiro.md"), sample.number("chronology.md")}
    hits = sample.search("North Korea", 50, within=chosen)
    assert {sample.number(hit.passage.document.id) for hit in hits} == chosen


def test_one_writer_at_a_time(folder: Path, collection: Collection) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from filelock import FileLock\n"
            "with FileLock(sys.argv[1]): print('held', flush=True); sys.stdin.read()",
            str(collection.folder / ".lock"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy, match="another process is adding"):
            collection.add([folder])
    finally:
        holder.communicate("")
    collection.add([folder])
    assert ids(collection) == ["lima.txt", "oslo.txt"]


def test_a_reader_takes_up_what_another_commits(
    folder: Path, collection: Collection, embedder: Embedder
) -> None:
    collection.add([folder])
    reader = Collection(collection.folder, embedder)
    assert reader.search("trams")[0].passage.document.id in ("oslo.txt", "lima.txt")
    (folder / "rome.txt").write_text(ROME, encoding="utf-8")
    collection.add([folder])
    assert reader.search("trams")[0].passage.document.id == "rome.txt"


def test_a_moved_collection_opens(
    folder: Path, collection: Collection, embedder: Embedder, tmp_path: Path
) -> None:
    collection.add([folder])
    collection.close()
    shutil.move(collection.folder, tmp_path / "elsewhere")
    assert ids(Collection(tmp_path / "elsewhere", embedder)) == ["lima.txt", "oslo.txt"]


def alter(collection: Collection, name: str, value: str) -> None:
    database = Database(collection.folder / "catalog.sqlite3", "write")
    database.execute("UPDATE settings SET value = ? WHERE name = ?", (value, name))
    database.close()


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("weights", "0" * 64, "made with the embedding model"),
        ("chunking", "pages-7", "cut into passages by pages-7"),
    ],
)
def test_vectors_of_another_model_or_chunking_are_never_mixed(
    folder: Path, collection: Collection, embedder: Embedder, name: str, value: str, complaint: str
) -> None:
    collection.add([folder])
    alter(collection, name, value)
    other = Collection(collection.folder, embedder)
    with pytest.raises(CatalogError, match=complaint):
        other.search("herring")
    with pytest.raises(CatalogError, match=complaint):
        other.add([folder])


def test_another_format_is_refused(collection: Collection) -> None:
    alter(collection, "format", "0")
    with pytest.raises(CatalogError, match="has format 0, this version reads"):
        Collection(collection.folder)


def test_a_damaged_catalog_is_refused(collection: Collection) -> None:
    (collection.folder / "catalog.sqlite3").write_bytes(b"this is not a database" * 100)
    with pytest.raises(CatalogError, match="is damaged"):
        Collection(collection.folder)


def test_no_collection_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="there is no collection at"):
        Collection(tmp_path)


@pytest.mark.parametrize("name", ["no-such/model", "/no/such/folder", "../no-such-folder", ""])
def test_a_missing_model_is_a_clear_error(name: str) -> None:
    with pytest.raises(ModelError, match="neither a folder nor downloaded"):
        Embedder(name)


def test_hostile_file_names_are_kept_as_text(folder: Path, collection: Collection) -> None:
    name = "<script>alert(1)</script>;DROP TABLE documents;'\"\n.txt".replace("/", "∕")
    (folder / name).write_text(ROME, encoding="utf-8")
    collection.add([folder])
    assert collection.document(name).text == ROME


def test_removed_documents_are_gone(folder: Path, collection: Collection) -> None:
    collection.add([folder])
    with pytest.raises(KeyError):
        collection.remove(["oslo.txt", "unknown.txt"])
    assert ids(collection) == ["lima.txt", "oslo.txt"]
    collection.remove(["oslo.txt"])
    assert ids(collection) == ["lima.txt"]
    assert all(hit.passage.document.id == "lima.txt" for hit in collection.search("herring quotas"))


def test_a_file_name_that_is_no_text_stops_nothing(folder: Path, collection: Collection) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff.txt")).write_text(ROME, encoding="utf-8")
    assert len(collection.add([folder]).added) == 3
    assert len(collection.add([folder]).unchanged) == 3


def test_what_lies_in_a_folder_that_cannot_be_read_is_kept(
    folder: Path, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection.add([folder])

    def closed(path: Path, onerror: Callable[[OSError], None]) -> Iterator[object]:
        onerror(PermissionError(13, "Permission denied", str(path)))
        return iter(())

    # The tests may run as root, whom no folder is closed to.
    monkeypatch.setattr(os, "walk", closed)
    report = collection.add([folder])
    assert report.removed == []
    assert [skipped.reason for skipped in report.skipped] == ["Permission denied"]
    assert ids(collection) == ["lima.txt", "oslo.txt"]


def test_an_empty_collection_finds_nothing(collection: Collection) -> None:
    assert collection.search("herring") == []
