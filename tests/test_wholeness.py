"""How whole a sentence holds a topic, and how like it is to others that speak of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.collection import Collection
from index.embedding import unit
from index.words import stems
from rag.topic.likeness import Like, likeness
from rag.topic.topics import topic_of
from rag.topic.wholeness import Whole, whole


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("whole")
    text = "The harbour board met. Norland violated the water treaty. Fishing rights were sold in Norland."
    Path(folder, "minutes.txt").write_text(text, encoding="utf-8")
    found = Collection.create(folder / "collection")
    found.add([folder / "minutes.txt"])
    return found


def of(sentence: str, topic: str, collection: Collection) -> Whole:
    return whole(topic_of(topic, collection), sentence, frozenset(stems(sentence)))


def test_all_words_side_by_side(collection: Collection) -> None:
    found = of("They sold fishing rights to all.", "fishing rights", collection)
    assert found == Whole(held=1, missing=0, as_asked=1, together=1, in_order=1, lacking=0)


def test_words_apart_and_in_another_order(collection: Collection) -> None:
    near = of("They have rights to the fishing.", "fishing rights", collection)
    far = of(
        "Rights of the kind that was granted then to all who live by fishing.", "fishing rights", collection
    )
    assert near.held == far.held == 1
    assert near.in_order == far.in_order == 0
    assert 1 > near.together > far.together > 0


def test_another_form_of_a_word(collection: Collection) -> None:
    found = of("It violated the treaty.", "treaty violations", collection)
    assert (found.held, found.as_asked) == (1, 0.5)


def test_what_is_missing(collection: Collection) -> None:
    found = of("Norland met.", "fishing rights in Norland", collection)
    assert found.held == pytest.approx(1 / 3)
    assert found.lacking == 2
    assert 0 < found.missing < 1
    assert found.together == 0


def test_nothing_held(collection: Collection) -> None:
    assert of("It rained.", "Norland", collection) == Whole(missing=1.0)


def test_likeness_sees_other_documents() -> None:
    near, far, apart = unit(np.array([[1, 0, 0.1], [0.9, 0.4, 0], [0, 0, 1]], np.float32))
    seen = [np.stack([near, apart]), np.stack([far, apart])]
    scores = [np.array([2.0, 0.0]), np.array([1.0, 0.0])]
    here, there = likeness(seen, scores, [[0], []])
    columns = {name: at for at, name in enumerate(Like._fields)}
    assert here[0, columns["here"]] == 0  # there is no other in its document
    assert here[1, columns["here"]] == pytest.approx(float(near @ apart), abs=1e-6)
    assert there[0, columns["elsewhere"]] == pytest.approx(float(near @ far), abs=1e-6)
    assert there[0, columns["common"]] > there[1, columns["common"]]
    assert here[:, columns["elsewhere"]].tolist() == [0, 0]


def test_likeness_where_nothing_is_certain() -> None:
    (found,) = likeness([unit(np.eye(3, dtype=np.float32))], [np.array([1.0, 0.5, 0.0])], [[]])
    assert found.tolist() == [[0, 0, 0, 0]] * 3
