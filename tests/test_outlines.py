"""How a document is laid out."""

from pathlib import Path

from index.collection import Collection
from index.embedding import Embedder
from index.words import stem_of
from rag.topic.outlines import outline

REPORT = """# Report of the harbour board

## Ferries

The night ferry stops in April. It carries few passengers.

The crew moves to the day service.

## Roofs

The roof of the hall leaks again.
"""


def test_an_outline(tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([tmp_path / "report.md"])
    found = outline(collection.number("report.md"), collection)
    assert outline(collection.number("report.md"), collection) is found
    collection.close()
    at = {text: place for place, text in enumerate(found.texts)}
    ferry, few, crew = (
        at[text]
        for text in (
            "The night ferry stops in April.",
            "It carries few passengers.",
            "The crew moves to the day service.",
        )
    )
    assert found.begins[[ferry, few, crew]].tolist() == [True, False, True]
    assert found.takes_up[[ferry, few, crew]].tolist() == [False, True, False]
    assert not found.is_heading[[ferry, few, crew]].any()
    assert stem_of("ferries") in found.above[crew]
    assert found.above[at["The roof of the hall leaks again."]] == {stem_of("roofs")}
    assert all(found.is_heading[place] for text, place in at.items() if text in ("Ferries", "Roofs"))
