"""Sentences are judged in their place: what goes on about a topic is quoted, what is only near it is not."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from eval.adapted import light_encoder
from eval.quoted import unmarked
from eval.relevance import GROUPS, HERE
from eval.relevance_net import Lesson, Read, trained_judge, trained_nearness
from index.collection import Collection
from index.embedding import Embedder
from index.furniture import find
from index.sentences import sentences
from rag.adapters import arrays_in
from rag.chatbot import Chatbot
from rag.evidence import ModelMismatch
from rag.speakers import note
from rag.topic.coverage import cover
from rag.topic.feedback import rarity
from rag.topic.nearness import MODEL_FILE, ask, model_of, seen
from rag.topic.outlines import outline
from rag.topic.relevance import INPUTS, Heard, inputs, judge_of, open_judge, worded
from rag.topic.spoken import heard_of

MINUTES = """Ferry board, minutes of 7 March 2022

The board met in the harbour office. The night ferry to Lowholm will stop in April, the director said. It
carries fewer than thirty passengers a trip and has lost money since it began. Its crew will move to the day
service. The roof of the ticket hall leaks again. Repairs cost 40,000 crowns and take three weeks.
"""
CHOIR = """Chapel news

The choir will sing in the old chapel on Sunday. Newborns in the valley wards are weighed twice a day. The
baker opens at six.
"""


@pytest.fixture(scope="module")
def collection(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder = tmp_path_factory.mktemp("relevance")
    for name, text in (("minutes.txt", MINUTES), ("choir.txt", CHOIR)):
        (folder / name).write_text(text, encoding="utf-8")
    found = Collection.create(folder / "collection", embedder)
    found.add([folder / "minutes.txt", folder / "choir.txt"], note=note)
    yield found
    found.close()


def quoted(collection: Collection, topic: str) -> list[str]:
    answer = Chatbot(collection).ask(f"What did they say about {topic}?")
    return [" ".join(quote.text.split()) for quote in answer.quotes]


def test_what_goes_on_about_a_topic_is_quoted(collection: Collection) -> None:
    found = quoted(collection, "the night ferry")
    assert found[0].startswith("The night ferry to Lowholm will stop")
    assert any("fewer than thirty passengers" in one for one in found)
    assert not any("roof" in one for one in found)


def test_a_sentence_can_mean_what_no_table_lists(collection: Collection) -> None:
    assert quoted(collection, "infants") == ["Newborns in the valley wards are weighed twice a day."]


@pytest.mark.parametrize("topic", ["school meals", "the bus timetable", "Sylvania", "harbour dredging"])
def test_what_is_near_to_no_sentence_is_silent(collection: Collection, topic: str) -> None:
    assert quoted(collection, topic) == []


def test_a_sentence_is_seen_in_its_context(collection: Collection) -> None:
    topic, words = heard_of("the night ferry", collection)
    number = collection.number("minutes.txt")
    texts = outline(number, collection).texts
    scores = ask(topic.words, collection).scores(seen([number], collection)[number])
    assert {number for number, _, _ in words.certain} == {number}
    goes_on = next(at for at, text in enumerate(texts) if text.startswith("It\ncarries"))
    other = next(at for at, text in enumerate(texts) if text.startswith("The roof"))
    assert scores[goes_on] > scores[other]


def test_without_vectors_in_context_there_are_the_words(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "sentence_parts", lambda _: {})
    collection._findings.forget()
    assert quoted(collection, "the choir") == ["The choir will sing in the old chapel on Sunday."]
    assert quoted(collection, "infants") == []
    collection._findings.forget()


def test_of_another_embedding_model_there_are_the_words(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(collection._settings, "model", "another")
    assert quoted(collection, "infants") == []
    assert quoted(collection, "the choir") == ["The choir will sing in the old chapel on Sunday."]


def test_the_judge_was_made_for_these_inputs() -> None:
    kept = {
        name.removeprefix("judge."): value
        for name, value in arrays_in(MODEL_FILE).items()
        if "judge." in name
    }
    assert len(kept["mean"]) == len(INPUTS)
    with pytest.raises(ModelMismatch, match=r"eval\.relevance"):
        judge_of({**kept, "mean": kept["mean"][1:]})


def test_what_the_judge_reads(collection: Collection) -> None:
    number = collection.number("minutes.txt")
    topic, words = heard_of("the night ferry", collection)
    asked, vectors = ask(topic.words, collection), seen([number], collection)[number]
    spans = collection.load(number).sentences
    certain = {spans.index(span): share for _, span, share in words.certain}
    laid_out = outline(number, collection)
    heard = Heard(laid_out, worded(topic, laid_out), vectors, certain, {})
    (rows,) = inputs(topic, asked, [heard], rarity([laid_out]))
    assert rows.shape == (len(spans), len(INPUTS))
    assert np.flatnonzero(rows[:, INPUTS.index("certain")]).tolist() == sorted(certain)
    assert rows[min(certain) + 1, INPUTS.index("takes_up")] == 1
    shares = [cover(topic, *one).share for one in zip(laid_out.texts, laid_out.stems, strict=True)]
    assert rows[:, INPUTS.index("share")].tolist() == shares
    likely = open_judge().likely(rows)
    assert likely.shape == (len(spans),)
    assert likely[min(certain)] > likely[-1]


def test_a_judge_learns_what_tells() -> None:
    """A sentence goes on about a topic when one before it, not too far, took it up and none has left it since."""
    random = np.random.default_rng(0)
    pages = []
    for _ in range(3_000):
        rows = random.normal(size=(random.integers(1, 30), len(INPUTS)))
        turn = np.where(rows[:, 2] > 1.0, 1, np.where(rows[:, 5] > 1.0, -1, 0))
        labels = np.zeros(len(rows), np.int8)
        for at, own in enumerate(turn):
            labels[at] = own == 1 or (own == 0 and at > 0 and labels[at - 1])
        pages.append(Read(rows, labels))
    learned = trained_judge(pages[200:])
    judge = judge_of({**learned, **{one: np.array([0.5]) for one in ("beside", "alone")}})
    right = [(judge.likely(page.rows) > 0.5) == page.labels for page in pages[:200]]
    # Without the sentences before there is no telling 70 of 100 sentences, half of which go on.
    assert np.concatenate(right).mean() > 0.8


def test_nearness_learns_what_speaks_of_what(embedder: Embedder) -> None:
    texts = ["The ferry stops in April.", "The choir sings on Sunday.", "The baker opens at six."] * 4
    vectors = embedder.encode(texts, fast=False)
    topics = ["boats", "music", "bread"]
    wanted = np.array([[at % 3 == topic for at in range(12)] for topic in range(3)], np.int8)
    lesson = Lesson(vectors, list(zip(topics, wanted, strict=True)))
    light = light_encoder()
    model = model_of(trained_nearness([lesson] * 160, light))
    for topic, labels in lesson.topics:
        asked = model.asked(light.states(topic, model.adapter)[1].mean(axis=0))
        scores = model.seen(vectors) @ asked.direction + asked.bias
        assert scores[labels == 1].min() > scores[labels == 0].max()


def starts_of(text: str) -> set[int]:
    return {span.start for span in sentences(text, find(text))}


def test_the_labelled_topics_can_be_read() -> None:
    lines = [json.loads(line) for line in GROUPS.read_text(encoding="utf-8").splitlines()]
    kinds = [topic["kind"] for line in lines for topic in line["topics"]]
    assert set(kinds) == {"named", "reworded", "broad", "near"}
    for line in lines:
        for topic in line["topics"]:
            assert bool(topic["said"]) == (topic["kind"] != "near")
        for at, name in enumerate(line["documents"]):
            if name.startswith(("news/", "made_up/")):
                assert labelled(line["topics"], at) <= starts_of(text_of(name)), name


def labelled(topics: Sequence[dict[str, list[list[int]]]], document: int) -> set[int]:
    return {start for topic in topics for at, start in (*topic["said"], *topic["unsure"]) if at == document}


def text_of(name: str) -> str:
    text = Path(HERE, name).read_text(encoding="utf-8")
    return unmarked(text)[0] if name.startswith("news/") else text
