"""Question and sentences are read together: what states what is asked is told from what is only near it."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from eval import reader_net
from eval.adapted import light_encoder
from eval.reader import measure, windows
from eval.reader_items import HERE, PASSAGES, with_elsewhere
from eval.reader_net import Item, trained
from index.collection import Collection
from index.embedding import Embedder
from rag.adapters import embedder as shipped
from rag.chatbot import Chatbot
from rag.fact.reader import BAR, MARKS, WINDOW, WINDOWS, is_telegraphic, odds, open_reader, reader_of, told

MINUTES = """Harbour board, minutes of 7 March 2022

The night ferry to Lowholm will stop in April, the director said. It carries fewer than thirty passengers a
trip. The board set aside 40,000 crowns for the roof of the ticket hall. Ms. Vrana asked who would pay the
crew. The treasurer, Mr. Odd Berg, answered that the county had promised 12,000 crowns a year.
"""


@pytest.fixture
def collection(tmp_path: Path, embedder: Embedder) -> Collection:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    found = Collection.create(tmp_path / "collection", embedder)
    found.add([tmp_path / "minutes.txt"])
    return found


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What will it cost to mend the ticket hall?", "40,000 crowns"),
        ("Until when can one cross to Lowholm at night?", "April"),
        ("How much does the county contribute to the crew's wages?", "12,000 crowns"),
    ],
)
def test_reads_a_fact_in_other_words(collection: Collection, question: str, answer: str) -> None:
    document = collection.load(collection.number("minutes.txt"))
    found = told(question, [(document, document.sentences[at]) for at in (1, -1)])
    best = max(found, key=lambda place: found[place])
    assert answer in document.text[best[1].start : best[1].end]


def test_reads_the_first_places_and_what_stands_around(collection: Collection) -> None:
    document = collection.load(collection.number("minutes.txt"))
    found = told("Who is the treasurer?", [(document, document.sentences[-1])] * 5)
    read = {place[1] for place in found}
    assert read == set(document.sentences[-len(read) :])
    assert len(read) > 1
    assert all(np.isfinite(value) for value in found.values())
    assert told("Who is the treasurer?", []) == {}


def test_no_window_is_longer_than_can_be_read(tmp_path: Path, embedder: Embedder) -> None:
    sentence = "The board of the harbour heard what the crews of all the ferries had to say about it. "
    (tmp_path / "long.txt").write_text(sentence * 60, encoding="utf-8")
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([tmp_path / "long.txt"])
    document = collection.load(collection.number("long.txt"))
    question = "What did the crews say?"
    found = told(question, [(document, span) for span in document.sentences])
    sizes = [len(pieces) for pieces in shipped().pieces([question, sentence])]
    assert 0 < len(found) <= WINDOWS * ((WINDOW - MARKS - sizes[0]) // sizes[1])


def test_a_sentence_is_read_alike_beside_other_windows() -> None:
    """What is read together in one pass does not touch."""
    window = ["The night ferry stops in April.", "The roof leaks."]
    other, own = shipped().pieces(["Nothing of it."] * 3), shipped().pieces(window)
    alone = odds("When does the ferry stop?", [own], open_reader())[0]
    among = odds("When does the ferry stop?", [other, own], open_reader())[1]
    assert np.allclose(alone, among, atol=1e-4)


def test_says_nothing_of_telegrams(tmp_path: Path, embedder: Embedder) -> None:
    text = "Leaders welcomed launch new harbour programme training 400 deckhands next decade, noted progress ferries."
    (tmp_path / "telegram.txt").write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([tmp_path / "telegram.txt"])
    document = collection.load(collection.number("telegram.txt"))
    places = [(document, span) for span in document.sentences]
    assert set(told("Who built the ferries?", places).values()) == {0.0}
    assert not is_telegraphic(
        "The night ferry to Lowholm will stop in April, the director of the harbour said."
    )
    assert not is_telegraphic("Harbour closed.")


def test_joined_pieces(embedder: Embedder) -> None:
    cut = light_encoder().cut
    parts = cut.of(["Who asked?", BAR, "Ms. Vrana asked."])
    pieces, slices = cut.joined(parts)
    assert pieces == cut.framed([f"Who asked? {BAR} Ms. Vrana asked."], 50)[0]
    assert [pieces[one] for one in slices] == parts


def test_learns_what_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_net, "_RATE", 5e-3)
    monkeypatch.setattr(reader_net, "_RANK", 8)
    towns = ["Aldby", "Birkholm", "Corran", "Dale", "Elm", "Fenwick", "Gorse", "Holm"]
    items = [
        Item("own", f"When does the ferry to {town} leave?", sentences_of(town, hour), frozenset({1}))
        for town in towns
        for hour in ("six", "nine")
    ]
    items += [
        Item("own", f"Who steers the ferry to {town}?", sentences_of(town, "six"), frozenset())
        for town in towns
    ]
    learned = trained(items * 24, light_encoder())
    assert measure(items, reader_of(learned))["auroc"] > 0.9
    # What was learned is gone on from, and not forgotten; a larger adapter can learn more.
    monkeypatch.setattr(reader_net, "_RANK", 16)
    again = trained(items[:16], light_encoder(), learned)
    assert measure(items, reader_of(again))["auroc"] > 0.9


def sentences_of(town: str, hour: str) -> Sequence[str]:
    return ["The harbour is busy.", f"To {town} there is a ferry at {hour}.", "The baker opens early."]


def test_a_passage_that_comes_near_without_the_answer_is_set_beside() -> None:
    cook = ["The cook of the Lowholm ferry is paid 900 crowns.", "He asked for more."]
    asked = "What is the cook of the Lowholm ferry paid?"
    item = Item("own", asked, cook, frozenset({0}), (0, 38, 48))
    near = ["The cook of the Aldby ferry is paid less."]
    far = Item(
        "own", "Who painted the gate?", ["The gate was painted by Odd Berg."], frozenset({0}), (0, 24, 32)
    )
    others = [far, Item("own", "Who cooks?", near, frozenset())]
    found = with_elsewhere([item, *others], light_encoder())
    assert list(found[0].elsewhere) == near
    # A near miss may be answered there, for all that is known.
    assert not found[2].elsewhere
    same = Item("own", "Who cooks?", ["The cook of the Lowholm ferry has 900 crowns."], frozenset())
    assert not with_elsewhere([item, same], light_encoder())[0].elsewhere


def test_all_of_a_passage_is_measured() -> None:
    found = list(windows([30, 60, 5, 400, 90, 20], 100))
    assert [list(one) for one in found] == [[0, 1, 2], [3], [4], [5]]


def test_all_of_a_long_sentence_is_read(tmp_path: Path, embedder: Embedder) -> None:
    text = f"The board welcomed {'the crew, the cook, ' * 15} and set aside 40,000 crowns for the roof."
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([tmp_path / "long.txt"])
    document = collection.load(collection.number("long.txt"))
    found = told("How much was set aside for the roof?", [(document, span) for span in document.sentences])
    assert max(found.values()) > 0


def test_the_questions_can_be_read() -> None:
    for line in map(json.loads, PASSAGES.read_text(encoding="utf-8").splitlines()):
        if "document" in line:
            assert line["document"].startswith("briefings/") or (HERE / line["document"]).is_file()
        for one in line["questions"]:
            assert bool(one["right"]) == bool(one["answer"])
            assert all(at < len(line["sentences"]) for at in one["right"])
            if one["answer"] and "document" not in line:
                at, start, end = one["answer"]
                assert line["sentences"][at][start:end].strip()


def test_a_near_miss_gets_no_answer(collection: Collection) -> None:
    bot = Chatbot(collection)
    assert bot.ask("How much did the board set aside for the roof?").text.startswith("40,000")
    assert bot.ask("How much does the night ferry earn?").abstained
