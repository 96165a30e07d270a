"""Data sets in the field's public formats, and the real collections that are made of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from eval.datasets_base import Dataset, DatasetError, Text, file_name
from eval.datasets_beir import read_beir
from eval.datasets_clapnq import read_clapnq
from eval.datasets_squad import read_squad
from index.collection import Collection
from index.embedding import Embedder
from index.intake import Note, Progress, Report

# Format → what reads it; SQuAD 1.1 and 2.0 are one format.
READERS: Mapping[str, Callable[[Path, str | None], Dataset]] = {
    "beir": read_beir,
    "squad": read_squad,
    "squad2": read_squad,
    "clapnq": read_clapnq,
}


def fill(
    dataset: Dataset,
    folder: Path,
    embedder: Embedder | None = None,
    *,
    progress: Progress | None = None,
    note: Note | None = None,
) -> tuple[Collection, Report]:
    """A collection of the data set's texts, kept in ``folder``; one that is there already is used again.

    Each text becomes a Markdown file with its title as front matter, and goes the way of any document.

    Raises DatasetError for a folder that holds other texts, CatalogError for an unusable collection.
    """
    files = {file_name(text.id): _markdown(text) for text in dataset.texts}
    texts = folder / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    strange = sorted(file.name for file in texts.iterdir() if file.name not in files)
    if strange:
        raise DatasetError(f"{texts} holds {strange[0]}, which is not of this data set; name another folder")
    for name, text in files.items():
        if not (texts / name).exists():
            (texts / name).write_text(text, encoding="utf-8", newline="")
    collection = Collection.create(folder / "collection", embedder)
    return collection, collection.add([texts], progress, note)


def _markdown(text: Text) -> str:
    # JSON is YAML, but for surrogate pairs: hence no \u escapes.
    title = f"---\ntitle: {json.dumps(text.title, ensure_ascii=False)}\n---\n\n" if text.title else ""
    return f"{title}{text.text}\n"
