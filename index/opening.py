"""Opening what is on the disk: the catalog of a folder, and whether its vectors are those of a model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from index.catalog import Catalog, CatalogError, Outdated
from index.embedding import Embedder
from index.intake import CHUNKING
from index.sharing import writing
from index.upgrade import CATALOG_FILE, upgrade


def opened(folder: Path) -> Catalog:
    """The catalog of a folder; one of an earlier format is taken over first."""
    file = folder / CATALOG_FILE
    if not file.is_file():
        raise CatalogError(f"there is no collection at {folder}; make one with: ontherecord add PATH")
    try:
        return Catalog(file)
    except Outdated:
        with writing(folder):
            upgrade(folder)
        return Catalog(file)


def check_model(folder: Path, settings: Mapping[str, str], embedder: Embedder) -> None:
    """Raises CatalogError where a collection was made by another model, or cut by other rules."""
    if embedder.fingerprint != settings["weights"]:
        raise CatalogError(
            f"the collection at {folder} was made with the embedding model "
            f"{settings['model']} (SHA-256 {settings['weights'][:12]}…), not with "
            f"{embedder.name} ({embedder.fingerprint[:12]}…); "
            "use that model, or add the documents to a new collection"
        )
    if settings["chunking"] != CHUNKING:
        raise CatalogError(
            f"the collection at {folder} was cut into passages by {settings['chunking']}, "
            f"this version cuts by {CHUNKING}; add the documents to a new collection"
        )
