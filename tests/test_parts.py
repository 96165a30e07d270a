"""What the catalog keeps of single sentences: their vectors in their context, made, stored, read, renewed."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from eval import filler
from index import parting
from index.catalog import Catalog
from index.checking import check
from index.collection import Collection
from index.database import Database
from index.documents import Passage, Span
from index.embedding import Embedder, Vectors
from index.records import packed_parts, unpacked_parts

OSLO = "The ministers met in Oslo on 3 May 2021. They spoke of herring quotas. They also agreed to this."
LONG = "The envoys left. " + "harbour " * 300 + "was the last word."
MODEL = filler.WordVectors()


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "long.txt").write_text(LONG, encoding="utf-8")
    (folder / "oslo.txt").write_text(OSLO, encoding="utf-8")
    return folder


@pytest.fixture
def filled(tmp_path: Path, docs: Path, embedder: Embedder) -> Collection:
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([docs])
    return collection


def emptied(folder: Path, documents: str) -> None:
    """As an earlier format leaves it: without the parts of these documents."""
    database = Database(folder / "catalog.sqlite3", "write")
    database.execute(f"UPDATE passages SET parts = x'' WHERE document IN ({documents})")
    database.close()
    catalog = Catalog(folder / "catalog.sqlite3", write=True)
    with catalog.transaction():
        for number in catalog.cards():
            catalog.seal(number)
    catalog.close()


def stored(folder: Path) -> list[tuple[object, ...]]:
    database = Database(folder / "catalog.sqlite3")
    rows = database.execute("SELECT * FROM passages ORDER BY number")
    database.close()
    return rows


def test_a_direction_is_kept_in_a_byte_a_number() -> None:
    drawn = np.random.default_rng(0).standard_normal((50, 384)).astype(np.float32)
    drawn[7] = 0
    found = unpacked_parts(packed_parts(drawn), 50)
    lengths = np.linalg.norm(drawn, axis=1)
    assert np.array_equal(found[7], drawn[7])
    assert np.all((found * drawn).sum(axis=1) >= 0.9999 * lengths)
    assert np.allclose(np.linalg.norm(found, axis=1), lengths > 0)
    assert packed_parts(found) == packed_parts(drawn)
    assert packed_parts(np.empty((0, 384), np.float32)) == b""


def test_every_sentence_has_its_vector_in_its_passage(filled: Collection, embedder: Embedder) -> None:
    numbers = {card.id: number for number, card in filled.cards.items()}
    found = filled.sentence_parts(filled.cards)
    assert set(found) == set(filled.cards)
    sentences, vectors = found[numbers["oslo.txt"]]
    assert sentences == list(filled.document("oslo.txt").sentences)
    assert (vectors.shape, vectors.dtype) == ((3, embedder.dimension), np.float32)
    (expected,) = embedder.embed([OSLO], [sentences])[1]
    assert np.all((vectors * expected).sum(axis=1) > 0.9999)
    alone = embedder.encode(["They also agreed to this.", "herring quotas"], fast=False)
    assert vectors[2] @ alone[1] > alone[0] @ alone[1] + 0.2


def test_a_sentence_that_was_cut_is_given_as_its_pieces(filled: Collection) -> None:
    number = filled.number("long.txt")
    sentences, vectors = filled.sentence_parts([number])[number]
    text = filled.text(number)
    assert len(sentences) == len(vectors) > len(filled.document("long.txt").sentences) == 2
    assert "".join(text[span.start : span.end] for span in sentences[1:]) == text[sentences[1].start :]
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_the_parts_of_passages_are_those_of_their_document(filled: Collection) -> None:
    hits = filled.search("harbour", 10)
    assert len(hits) == 4
    for hit, (sentences, vectors) in zip(hits, filled.parts_of([hit.passage for hit in hits]), strict=True):
        assert (sentences[0].start, sentences[-1].end) == (hit.passage.start, hit.passage.end)
        number = filled.number(hit.passage.document.id)
        every, all_vectors = filled.sentence_parts([number])[number]
        rows = [every.index(sentence) for sentence in sentences]
        assert np.array_equal(vectors, all_vectors[rows])


def test_what_has_no_parts_is_left_out_until_it_has(filled: Collection, docs: Path, tmp_path: Path) -> None:
    """By an embedder that gives none; with one that does, the next add makes them."""
    before, oslo = stored(filled.folder), filled.number("oslo.txt")
    emptied(filled.folder, str(oslo))
    reader = Collection(filled.folder)
    assert set(reader.sentence_parts([*reader.cards, 99])) == {reader.number("long.txt")}
    with pytest.raises(KeyError):
        reader.parts_of([Passage(reader.document("oslo.txt"), 0, len(OSLO))])

    class Without(Embedder):
        def gives_parts(self, texts: Sequence[str]) -> bool:  # noqa: ARG002
            return False

    without = Collection(filled.folder, Without())
    (tmp_path / "lima.txt").write_text("They met in Lima.", encoding="utf-8")
    without.add([tmp_path / "lima.txt"])
    assert set(reader.sentence_parts(reader.cards)) == {reader.number("long.txt")}
    told: list[tuple[int, int]] = []
    filled.add([docs], lambda done, total: told.append((done, total)))
    assert told[-2:] == [(2, 2), (2, 2)]
    reader.refresh()
    assert set(reader.sentence_parts(reader.cards)) == set(reader.cards)
    assert len(reader.cards) == 3
    assert [row[:-1] for row in stored(filled.folder)[: len(before)]] == [row[:-1] for row in before]
    assert not [problem for part in check(filled.folder, filled._embedder) for problem in part.problems]


def test_parts_are_made_anew_in_batches_and_not_of_what_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parting, "_PASSAGES_PER_COMMIT", 8)
    collection = Collection.create(tmp_path / "collection", MODEL)
    files = filler.write(tmp_path / "docs", range(20))
    collection.add(files)
    before = stored(collection.folder)
    emptied(collection.folder, "SELECT number FROM documents")
    database = Database(collection.folder / "catalog.sqlite3", "write")
    database.execute("UPDATE documents SET title = 'Another' WHERE number = 5")
    database.execute("UPDATE documents SET text = replace(text, 'envoys', 'voyens') WHERE number = 9")
    database.close()
    told: list[tuple[int, int]] = []
    collection.add([], lambda done, total: told.append((done, total)))
    assert told[-3:] == [(8, 20), (16, 20), (20, 20)]
    damaged = {5, 9}
    for row, made in zip(before, stored(collection.folder), strict=True):
        assert made == ((*row[:-1], b"") if row[1] in damaged else row)
    found = {name for part in check(collection.folder, MODEL) for name in part.documents}
    assert found == {"report-000004.txt", "report-000008.txt"}
    told.clear()
    collection.add(files, lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_what_stands_beside_a_passage_changes_no_part(tmp_path: Path, embedder: Embedder) -> None:
    """Alone or among others: the sentences of a text have the same vectors."""
    texts = [f"The boats were {n}. They left the harbour. This was agreed." for n in range(9)]
    parts = [[Span(0, 17), Span(18, 40), Span(41, 57)] for _ in texts]

    def made(chosen: slice) -> Vectors:
        return np.concatenate(embedder.embed(texts[chosen], parts[chosen])[1])

    alone = np.concatenate([made(slice(n, n + 1)) for n in range(9)])
    assert np.all((made(slice(0, 9)) * alone).sum(axis=1) > 0.998)
