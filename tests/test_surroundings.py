"""What stands around a sentence tells whether it still speaks of a topic: turns, paragraphs, shared words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.speakers import note
from rag.topic.feedback import Feedback, feedback, rarity
from rag.topic.gathering import Gathered, gathered
from rag.topic.outlines import Outline, outline
from rag.topic.standing import Standing, standing
from rag.topic.topics import topic_of

TALK = """Hearing on the harbour, 4 May 2021

MS. OAKES: Will the Lowholm reservoir last the summer?

MR. PELL: It stood at 63 per cent this morning. The reservoir feeds two towns.

We have spare pumps in the yard.

MS. OAKES: I thank the witness for coming.
"""
REPORT = """Water report

Engineers measured the Lowholm reservoir in May.

Two towns drew on spare pumps when it stood at 63 per cent. The choir sang on Sunday.
"""


@pytest.fixture(scope="module")
def collection(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder: Path = tmp_path_factory.mktemp("surroundings")
    for name, text in (("talk.txt", TALK), ("report.txt", REPORT)):
        (folder / name).write_text(text, encoding="utf-8")
    found = Collection.create(folder / "collection", embedder)
    found.add([folder / "talk.txt", folder / "report.txt"], note=note)
    yield found
    found.close()


@pytest.fixture(scope="module")
def talk(collection: Collection) -> Outline:
    return outline(collection.number("talk.txt"), collection)


def at(laid_out: Outline, words: str) -> int:
    return next(number for number, text in enumerate(laid_out.texts) if words in text)


def told(rows: Sequence[float], fields: Sequence[str]) -> set[str]:
    return {field for field, value in zip(fields, rows, strict=True) if value}


def test_a_turn_goes_on_over_paragraphs_and_ends_with_its_speaker(talk: Outline) -> None:
    feeds, pumps, thanks = at(talk, "feeds"), at(talk, "spare"), at(talk, "thank")
    assert talk.turns[feeds] == talk.turns[pumps] != talk.turns[thanks]
    assert talk.speakers[pumps] == "Mr. Pell"
    assert talk.asks[at(talk, "last the summer")]
    assert not talk.asks[feeds]


def test_how_sentences_stand_to_what_is_certain(talk: Outline) -> None:
    asks, stood, feeds = at(talk, "last the summer"), at(talk, "63"), at(talk, "feeds")
    rows = standing(talk, [asks, feeds], {stood: "answers"})
    assert rows.shape == (len(talk.texts), len(Standing._fields))
    fields = Standing._fields
    assert {"answers", "before_in_paragraph", "before_in_turn", "by_certain", "replies"} <= told(
        rows[stood], fields
    )
    pumps = told(rows[at(talk, "spare")], fields)
    assert {"after_in_turn", "as_the_last"} <= pumps
    assert not {"after_in_paragraph", "before_in_turn", "answers"} & pumps
    assert "as_the_last" not in told(rows[at(talk, "thank")], fields)
    assert not standing(talk, [], {})[:, 7:].any()


def test_what_others_say_of_the_topic(talk: Outline, collection: Collection) -> None:
    rows = gathered(topic_of("the summer reservoir", collection), talk)
    whole, feeds, thanks = (at(talk, words) for words in ("last the summer", "feeds", "thank"))
    column = {field: rows[:, number] for number, field in enumerate(Gathered._fields)}
    assert column["in_paragraph"][whole] == 1.0
    assert 0 < column["in_paragraph"][feeds] < 1
    assert column["in_turn"][at(talk, "spare")] == column["in_turn"][feeds] > 0
    assert column["is_definite"][feeds] == 1
    assert column["is_definite"][thanks] == column["in_turn"][thanks] == 0
    assert set(column["in_document"]) == {1.0}


def test_rare_words_are_shared_with_what_is_certain(talk: Outline, collection: Collection) -> None:
    report = outline(collection.number("report.txt"), collection)
    rare = rarity([talk, report])
    topic = topic_of("the Lowholm reservoir", collection)
    stood, feeds, drew = at(talk, "63"), at(talk, "feeds"), at(report, "drew")
    own, other = feedback(topic, [talk, report], [[stood, feeds], []], rare)
    found = Feedback(*other[drew].tolist())
    assert found.like_elsewhere > 0 and found.shared_elsewhere > 0 and found.figures == 1
    assert found.like_here == found.shared_here == 0
    assert not other[at(report, "choir")].any()
    assert own[stood, 0] < 1  # a sentence is not like itself
    assert not np.concatenate(feedback(topic, [talk, report], [[], []], rare)).any()
