"""Names that a text shortens, lands said by their states, and what is marked as a heading."""

from pathlib import Path

import pytest

from index.collection import Collection
from index.documents import Span
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.topic.aliases import abbreviations
from rag.topic.echoes import echo_of, is_taken_up, last_named
from rag.topic.remarks import Place
from rag.topic.states import on_same_land
from rag.topic.topics import topic_of

TEXTS = {
    "fund.txt": """Research, 4 May 2021

HAB-ER will pay for the boldest work on harbours, Minister Ann Lane said.""",
    "harbours.txt": """More research, 6 May 2021

Minister Ann Lane said that the Harbour Advanced Budget for Early Research had opened its doors.""",
    "panel.txt": """A panel for the roads, 7 June 2021

The order founds the Standing Commission on Rural Roads to look at every bridge in the north.

The Commission will be led by Mayor Tom Reed and will sit in the spring.""",
    "peninsula.txt": """A promise, 8 July 2021

Envoy Joan Grey said that the full denuclearization of the DPRK was still what they wanted.""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    folder: Path = tmp_path_factory.mktemp("short names")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    return Chatbot(collection)


def test_initials_with_a_hyphen_are_spelled_out(bot: Chatbot) -> None:
    (term,) = topic_of("HAB-ER", bot._collection).terms
    assert "Harbour Advanced Budget for Early Research" in term.forms


def test_a_body_is_taken_up_by_its_noun(bot: Chatbot) -> None:
    quotes = bot.ask("What was said about the Standing Commission on Rural Roads?").quotes
    assert any("will be led by" in quote.text for quote in quotes)


def test_the_noun_stands_before_what_the_body_is_for() -> None:
    assert echo_of("Standing Commission on Rural Roads") == "Commission"
    assert echo_of("Marrow Islands") == "Islands"
    text = "The Northern Working Group on Ferry Fares met. The Working Group meets again."
    assert is_taken_up("Group", "The Working Group meets again.")
    assert "Northern Working Group on Ferry Fares" in last_named("Group", text, len(text))


def test_a_part_of_a_name_in_brackets_is_a_short_name() -> None:
    text = "The order is about Halden Marsh Partners LLP (Halden), and Big Tarn Holdings (the Company)."
    assert "Halden" in abbreviations("Halden Marsh", [text])
    assert abbreviations("Big Tarn Holdings", [text]) == ()


def test_a_land_is_said_by_the_name_of_its_state(bot: Chatbot) -> None:
    assert "DPRK" in on_same_land("the Korean Peninsula")
    assert "Korean Peninsula" in on_same_land("North Korea")
    assert "Crimea" in on_same_land("Ukraine")
    assert not on_same_land("Crimea")
    assert not on_same_land("Norland")
    assert not bot.ask("What was said about the denuclearization of the Korean Peninsula?").abstained
    assert len(topic_of("the Korean Peninsula", bot._collection).terms[0].forms) == 1


@pytest.mark.parametrize(
    ("before", "sentence", "is_heading"),
    [
        ("", "<u>Harbour Dues</u>.", True),
        ("", "*Harbour Dues*.", True),
        ("Sec. 2.  ", "Harbour Dues.", True),
        ("<u>Sec</u>. <u>2</u>. ", "<u>Harbour Dues</u>.", True),
        ("Text. ", "Harbour Dues Rise.", False),
        ("Sec. 2.  ", "The dues are to be paid in May.", False),
    ],
)
def test_the_name_of_a_section_says_nothing(before: str, sentence: str, is_heading: bool) -> None:
    text = f"{before}{sentence} (a) The dues are to be paid in May."
    place = Place(text, "A title", None, asking=False)
    assert place.is_no_statement(Span(len(before), len(before) + len(sentence))) is is_heading


def test_what_ends_an_order_says_nothing() -> None:
    text = "(c) This order is not intended to, and does not, create any right or benefit."
    assert Place(text, "A title", None, asking=False).is_no_statement(Span(0, len(text)))
