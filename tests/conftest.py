"""What several tests share: where the developers' shared data is, and one real collection."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.collection import Collection
from index.embedding import Embedder

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("ONTHERECORD_SHARED") or ROOT.parent / "shared")


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real model, loaded once."""
    return Embedder()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The developers' shared data: seeds, gold questions, public data sets."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip(f"the seeds are not at {SHARED} (set ONTHERECORD_SHARED)")
    return SHARED


@pytest.fixture(scope="session")
def sample(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """The sample collection that ships."""
    collection = Collection.create(tmp_path_factory.mktemp("sample"), embedder)
    collection.add([ROOT / "eval" / "sample"])
    yield collection
    collection.close()


@pytest.fixture(scope="session")
def seeds(embedder: Embedder, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """The five documents the product was made for; nothing of them is in the project."""
    collection = Collection.create(tmp_path_factory.mktemp("seeds"), embedder)
    collection.add([shared / "seeds"])
    yield collection
    collection.close()
