"""What is said to have been said: claims and quotations in who-questions, a year that is told, what is taken up
by a plain word, and a thing that is no speaker."""

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.answers import Answer
from rag.chatbot import Chatbot
from rag.fact.deeds import is_told_of

TEXTS = {
    "herald.txt": """A ferry that nobody wants

TARNBY, 6 May 2021

The council announced on Monday that the ferry fund would rise from 3 to 4 million crowns.

The harbour minister, Una Bell, defended the figure on the radio. "No island has ever had more," she told
Radio Tarn. "There is nothing left in the drawer," she said.

The mayor of Tarnby, Per Dahl, called the package "a bag of old nails".

The charity Open Moorings said it was sorry. Its chief executive, Dr Mia Lund, told the Herald: "The quay is lost."

Norsea Research: 64% of islanders favour a night ferry.

Jon Birk, who keeps the lighthouse, said that the tug was painted green. "Pears ripen late up here," he said.
""",
    "minutes.txt": """TOWN OF LUNDBY

Minutes of the meeting of the council, 2 March 2021

Present: Mayor Ivo Ek, Captain Tom Reed (Harbour Master).

The package of the council was noted. Mayor Ivo Ek said that monks had planted the first orchard here in 1612.

Captain Tom Reed said that cold winters were to blame, and that the eels would be back.
""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    folder = tmp_path_factory.mktemp("claims")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    return Chatbot(collection)


def _quoted(answer: Answer) -> str:
    return " ".join(" ".join(quote.text.split()) for quote in answer.quotes)


@pytest.mark.parametrize(
    ("question", "speaker", "words"),
    [
        ('Who said "Pears ripen late up here"?', "Jon Birk", "Pears ripen late"),
        ("Who said the tug was painted green?", "Jon Birk", "painted green"),
        # a year of which no document is belongs to what was said
        ("Who mentioned that monks planted the first orchard in 1612?", "Ivo Ek", "1612"),
        ("What was said about the orchard in 1612?", "Ivo Ek", "1612"),
        # offices, told by a place at the head of the text, in brackets, before the name
        ("What did the mayor of Lundby say about the orchard?", "Ivo Ek", "orchard"),
        ("What did the harbour master say about the eels?", "Tom Reed", "eels"),
        # what is asked for in more words than the text has
        ("How did the mayor of Tarnby judge the package of the council?", "", "old nails"),
        ("Does the harbour master think that cold winters killed the eels?", "Tom Reed", "cold winters"),
        # taken up by a plain word
        (
            "What did the harbour minister say about the ferry fund?",
            "Una Bell",
            "No island has ever had more",
        ),
        # a month without a year, where it limits
        ("At the meeting in March, what was said about the orchard?", "Ivo Ek", "orchard"),
    ],
)
def test_who_said_it_is_found(bot: Chatbot, question: str, speaker: str, words: str) -> None:
    answer = bot.ask(question)
    assert words in _quoted(answer), answer.text
    assert any(speaker in (quote.speaker or "") for quote in answer.quotes), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What was said about the orchard in 1712?",
        "Who said in 1612 that the tug was painted green?",
        "What did the harbour minister say about the lighthouse?",
        "What did the mayor of Lundby say about the drawer?",
    ],
)
def test_what_nobody_said_is_not(bot: Chatbot, question: str) -> None:
    assert bot.ask(question).abstained


def test_a_month_limits_as_it_says(bot: Chatbot) -> None:
    text = bot.ask("In March, what was said about the eels?").text
    assert "in March" in text
    assert "limits nothing" not in text


def test_who_leads_is_told_by_an_office(bot: Chatbot) -> None:
    answer = bot.ask("Who runs the charity Open Moorings?")
    assert "Mia Lund" in answer.text
    assert len(answer.quotes) == 1


def test_a_figure_is_of_the_source_that_its_sentence_names(bot: Chatbot) -> None:
    answer = bot.ask("What percentage of islanders favour a night ferry, according to Norsea?")
    assert any("64%" in quote.text for quote in answer.quotes)


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("Who chairs the board?", "The board is chaired by the Tide Warden.", True),
        ("Who is in charge of the yard?", "The yard's director, Ann Bell, spoke.", True),
        ("Who is in charge of the yard?", "President Ann Bell spoke of the yard.", False),
        ("Who ran for the board?", "The board's director, Ann Bell, spoke.", False),
    ],
)
def test_whether_a_sentence_tells_who_leads(question: str, sentence: str, told: bool) -> None:
    assert is_told_of(question, sentence) is told
