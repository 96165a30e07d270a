"""Facts told in other words than asked for, and questions that a text comes near to, and does not answer."""

import pytest
from test_occasions import chatbot

from index.embedding import Embedder
from rag.asked.agents import by_deed, tells_deed
from rag.chatbot import Chatbot
from rag.fact.abbreviations import asks_abbreviation, other_forms
from rag.fact.persons import asks_name, is_somebody_in
from rag.fact.signals import says_the_opposite
from rag.topic.topics import topic_of

TEXTS = {
    "roads.txt": """Roads for the valley

Tarnby, 4 May 2021

The council set up the Rural Roads Fund (RRF) Commission to mend what the flood had broken. The RRF Commission
will be chaired by Treasurer Ann Bell and made up of nine farmers. It meets in the old mill on Mondays.

The Tarn Valley Bus will run again, said the deputy mayor, whom nobody had asked. The TVB is loved by all.
The mayor, Eva Holm, said that the council had imposed the toughest weight limits ever placed upon the
bridges of the Norland Road.""",
    "envoys.txt": """Envoys meet

Today the envoys of Japan and Norland met in Rio de Janeiro on the 22nd to discuss the price of nets.""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    return chatbot(tmp_path_factory.mktemp("near"), TEXTS, embedder)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("What does RRF stand for?", "Rural Roads Fund [1]"),
        ("what is rrf short for?", "Rural Roads Fund [1]"),
        ("What is the acronym for the Rural Roads Fund?", "RRF [1]"),
        # Where it is introduced nowhere: a name with these initials in the same text.
        ("What does TVB stand for?", "Tarn Valley Bus [1]"),
        ("Who is chairman of the Rural Roads Fund Commission?", "Ann Bell [1]"),
    ],
)
def test_it_is_told_in_other_words(bot: Chatbot, question: str, opening: str) -> None:
    assert bot.ask(question).text.partition("\n")[0] == opening


@pytest.mark.parametrize(
    "question",
    [
        "What does QXZ stand for?",
        "What is the name of the deputy mayor?",
        "Who said that the weight limits on the bridges should be lifted?",
        "When did the envoys of Japan and Norland meet in Tokyo?",
    ],
)
def test_a_near_miss_is_not_answered(bot: Chatbot, question: str) -> None:
    assert bot.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What does ABC stand for?", True),
        ("What do the letters ABC mean?", True),
        ("ABC stands for what?", True),
        ("How is the Tarn Bridge Board abbreviated?", True),
        ("What does the board stand for?", False),
        ("What do you mean?", False),
        ("What is the full name of the mayor?", False),
    ],
)
def test_whether_it_is_asked_what_letters_stand_for(question: str, asks: bool) -> None:
    assert asks_abbreviation(question) is asks


def test_letters_stand_for_what_stands_beside_them() -> None:
    text = "The Tarn Bridge Board (TBB) met the Tidal Basin Bakers."
    assert other_forms("What does TBB stand for?", text) == ["Tarn Bridge Board"]
    assert other_forms("What does TBB stand for?", "The Tidal Basin Bakers met.") == ["Tidal Basin Bakers"]


def test_a_name_of_many_words_is_read_in_no_time() -> None:
    assert other_forms(f"What does {'A' * 40} stand for?", f"{'Aa ' * 60}Bb met.") == []


@pytest.mark.parametrize(
    ("question", "again"),
    [
        ("Who is the chairman of the board?", "Who chairs the board?"),
        ("Who was the author of The Tarn?", "Who wrote The Tarn?"),
        ("Who is the mayor of Tarn?", ""),
    ],
)
def test_who_is_asked_for_by_what_he_does(question: str, again: str) -> None:
    assert by_deed(question) == again


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("It will be chaired by Ann Bell.", True),
        ("Ann Bell chairs it.", True),
        ("She took a chair by the door.", False),
    ],
)
def test_a_text_tells_who_does_it(text: str, tells: bool) -> None:
    assert tells_deed("Who is the chairman of the board?", text) is tells


def test_a_name_is_asked_for_and_nothing_else_answers() -> None:
    asked = "What is the name of the keeper of the Spirit House?"
    assert asks_name(asked) and not asks_name("Who keeps the Spirit House?")
    assert is_somebody_in("Its keeper, Ann Bell, slept.", asked)
    assert not is_somebody_in(
        "The Deputy Secretary of State of Norland came in the Spirit of Norland.", asked
    )


@pytest.mark.parametrize(
    ("text", "opposite"),
    [
        ("The levy was imposed in May.", True),
        ("The levy was lifted, and another imposed.", False),
        ("No levy was imposed.", False),
    ],
)
def test_a_word_says_the_opposite(text: str, opposite: bool) -> None:
    assert says_the_opposite("the levy should be lifted", text) is opposite


def test_a_city_where_something_was_is_no_government(bot: Chatbot) -> None:
    collection = bot._collection
    forms = {term.words: term.forms for asked in ("a meeting in Tokyo", "an answer from Seoul")
             for term in topic_of(asked, collection).terms}  # fmt: skip
    assert "Japan" not in forms["Tokyo"]
    assert "South Korea" in forms["Seoul"]
