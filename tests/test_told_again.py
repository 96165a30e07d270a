"""Who said these very words, the same fact in several documents, and what is only still to come."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.fact.deeds import is_still_to_come, is_told_of
from rag.fact.measures import measure_in, stated_in
from rag.fact.reader import without_links

TEXTS = {
    "meeting.txt": """Minutes of the parish meeting, Alderwick, 4 March 2021

The chair, Una Feld, opened the meeting. The treasurer reported that the society had paid a fine of 7,400
crowns for the late audit. The verger asked who would ring the bells at Easter.

Dora Quist said that the weathervane should go to the museum. Tom Birk replied that it belonged on the roof.
He had warned against moving it in the autumn.
""",
    "letter.txt": """An open letter to the members of the Alderwick Society, 9 April 2021

The fine of 7,400 crowns was the price of a drawer that nobody opened. We opened the windmill again on
1 June 2019, and 7,400 people came. It is a house of many hands, and every sail tells a story of
somebody's patience.

The members will vote on the new roof on 3 May 2021.

Ida Marsh
""",
    "news.txt": """Windmill to close, the Alderwick Post, 12 April 2021

The windmill at Alderwick will close on 30 September 2022, the society announced. "We have no miller," said
Una Feld, its chair. The fund of the Alderwick
Heritage Trust holds 52,000 crowns.
""",
    "radio.txt": """Radio Tarn, 15 April 2021

Una Feld told Radio Tarn that the windmill at Alderwick would stand still from 30 September next year.
""",
}


@pytest.fixture(scope="module")
def bot(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatbot]:
    folder: Path = tmp_path_factory.mktemp("told")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path_factory.mktemp("collection"), embedder)
    collection.add([folder])
    yield Chatbot(collection)
    collection.close()


def quoted(bot: Chatbot, question: str) -> str:
    return " ".join(" ".join(quote.text.split()) for quote in bot.ask(question).quotes)


@pytest.mark.parametrize(
    "question",
    [
        "Who said every sail tells a story of somebody's patience?",
        "Who said “every sail tells a story of somebody’s patience”?",
        'Who wrote "tells a story"?',
    ],
)
def test_words_that_stand_there_are_found_across_line_breaks(bot: Chatbot, question: str) -> None:
    assert quoted(bot, question).endswith("every sail tells a story of somebody's patience.")


def test_who_did_so_is_told_by_the_very_verb(bot: Chatbot) -> None:
    assert quoted(bot, "Who had warned against moving the weathervane?").startswith("He had warned against")


@pytest.mark.parametrize(
    "question",
    [
        "Who said that the weathervane was stolen by smugglers?",
        "Who compared the chair to a lighthouse?",
        "How did the members vote on the new roof?",
    ],
)
def test_nothing_near_is_taken_for_the_answer(bot: Chatbot, question: str) -> None:
    assert bot.ask(question).abstained


def test_a_fact_is_quoted_wherever_it_is_told_and_nowhere_else(bot: Chatbot) -> None:
    found = quoted(bot, "What fine did the society pay for the late audit?")
    assert "had paid a fine of 7,400 crowns" in found
    assert "The fine of 7,400 crowns was the price" in found
    assert "people came" not in found


def test_a_date_is_the_same_where_its_year_is_told_by_the_documents_own(bot: Chatbot) -> None:
    found = quoted(bot, "When will the windmill at Alderwick close?")
    assert "30 September 2022" in found
    assert "30 September next year" in found


def test_a_name_broken_at_the_end_of_a_line_is_one(bot: Chatbot) -> None:
    assert "52,000" in quoted(bot, "How much does the fund of the Alderwick Heritage Trust hold?")


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("What did the envoy bring the queen?", "I brought the queen a clock.", True),
        ("Who had advised against the move?", "She advised against it.", True),
        ("What did the envoy bring the queen?", "The envoy thanked the queen.", False),
        ("What did the envoy say?", "The envoy said no.", False),
    ],
)
def test_what_was_done_is_told_by_a_verb(question: str, sentence: str, told: bool) -> None:
    assert is_told_of(question, sentence) is told


@pytest.mark.parametrize(
    ("question", "sentence", "to_come"),
    [
        ("How did the miners vote?", "The miners would vote on Friday.", True),
        ("When was the bridge opened?", "The bridge will be opened in May.", True),
        ("When did the library open?", "The library is to open in May.", True),
        ("When did the library open?", "The library opened in May and will be open on Sundays.", False),
        ("When will the library open?", "The library will open in May.", False),
        ("When did they plan to open the library?", "They planned to open it in May.", False),
    ],
)
def test_what_is_still_to_come_was_not_done(question: str, sentence: str, to_come: bool) -> None:
    assert is_still_to_come(question, sentence) is to_come


@pytest.mark.parametrize(
    ("question", "text", "stated"),
    [
        ("By how much did the rent rise?", "The rent rose by 9 percent.", ["9 percent"]),
        ("What does the firm invest in the mine?", "It puts $2.5 billion into the mine.", ["$2.5 billion"]),
        ("How long is the pipe?", "It took two hours to lay 400 metres.", ["400 metres"]),
    ],
)
def test_measures(question: str, text: str, stated: list[str]) -> None:
    measure = measure_in(question)
    assert measure is not None
    assert list(stated_in(measure, text)) == stated


def test_a_link_is_read_without_its_address() -> None:
    assert without_links("He [shut](https://example.org/a-b) it.") == "He shut it."
