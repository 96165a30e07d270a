"""What several tests share: where the developers' shared data is, one real collection, one real browser."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import CHROMIUM, OPTIONS, Elsewhere, Site, axe_source, served
from hypothesis import settings

from index.collection import Collection
from index.embedding import Embedder

ROOT = Path(__file__).parent.parent
# How long an example takes says more of the machine than of the code.
settings.register_profile("ontherecord", deadline=None)
settings.load_profile("ontherecord")
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium. Not for the whole session: while Playwright runs, nothing else can run an event loop."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM} (apt-get install chromium, or set CHROMIUM)")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script that looks for what keeps people out."""
    return axe_source(tmp_path_factory.mktemp("axe"))


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    """A site of somebody else's, listed for the widget by its name and not by its number."""
    site = Elsewhere()
    yield site
    site.close()


@pytest.fixture(scope="session")
def calm(tmp_path_factory: pytest.TempPathFactory, elsewhere: Elsewhere) -> Iterator[Site]:
    """A server over harmless documents."""
    with served("calm", tmp_path_factory.mktemp("calm"), elsewhere.origin) as site:
        yield site


@pytest.fixture(scope="session")
def wild(tmp_path_factory: pytest.TempPathFactory, elsewhere: Elsewhere) -> Iterator[Site]:
    """A server over hostile documents."""
    with served("wild", tmp_path_factory.mktemp("wild"), elsewhere.origin) as site:
        yield site
