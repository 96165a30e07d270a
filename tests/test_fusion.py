"""Two rankings made one: against numpy by hand, and on a real collection against the whole of both scores."""

from pathlib import Path

import numpy as np
import pytest

from index.collection import Collection
from index.embedding import Embedder
from index.fusion import reciprocal, weighted


def test_weighted_is_the_mean_of_the_standard_scores() -> None:
    dense, lexical = {1: 0.9, 2: 0.5, 3: 0.1}, {1: 2.0, 3: 4.0}
    d, w = np.array([0.9, 0.5, 0.1]), np.array([2.0, 0.0, 4.0])
    by_hand = ((d - d.mean()) / d.std() + (w - w.mean()) / w.std()) / 2
    assert weighted(dense, lexical) == pytest.approx(dict(zip([1, 2, 3], by_hand, strict=True)))


def test_equal_scores_say_nothing() -> None:
    found = weighted({1: 0.4, 2: 0.4}, {1: 1.0, 2: 3.0})
    assert found[2] > found[1]
    assert weighted({7: 0.4}, {7: 1.0}) == {7: 0.0}


def test_reciprocal_ranks_add_up() -> None:
    assert reciprocal({5: 0.9, 6: 0.8}, {6: 12.0}) == pytest.approx({5: 1 / 61, 6: 1 / 62 + 1 / 61})


def test_no_score_is_guessed_however_short_the_rankings(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With rankings of three passages each, what only one of them holds still has both of its scores."""
    words = ("harbour", "tariff", "glacier", "orchard", "satellite", "violin", "railway", "vaccine")
    for word in words:
        (tmp_path / f"{word}.md").write_text(
            f"The {word} was discussed at length by the council of the town.\n"
        )
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([tmp_path])
    query = "what did the council of the town say about music and trains"
    dense = {hit.passage.document.id: hit.score for hit in collection.search(query, 8, fusion="dense")}
    lexical = {hit.passage.document.id: hit.score for hit in collection.search(query, 8, fusion="lexical")}
    monkeypatch.setattr("index.collection._DEPTH", 3)
    found = {hit.passage.document.id: hit.score for hit in collection.search(query, 3)}
    ids = sorted({*list(dense)[:3], *list(lexical)[:3]})
    by_number = weighted(
        {at: dense[id_] for at, id_ in enumerate(ids)}, {at: lexical[id_] for at, id_ in enumerate(ids)}
    )
    expected = sorted(by_number.values(), reverse=True)[:3]
    assert sorted(found.values(), reverse=True) == pytest.approx(expected, abs=1e-3)
    collection.close()
