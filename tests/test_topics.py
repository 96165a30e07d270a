"""What a topic's words are in a text: grammar, ordinals, the names of organs, offices."""

from pathlib import Path

import pytest

from index.collection import Collection
from index.documents import Span
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.topic.coverage import names_missing
from rag.topic.grammatical import is_grammatical
from rag.topic.ordinals import written_forms
from rag.topic.topics import Term, Topic, topic_of

TEXTS = {
    "order.txt": """Harbour council, 4 May 2021

According to the harbour master, the new rules are based on a survey of 2019.
“Ships related to the ferry trade, including the two old ones, stay where they are,” Mayor Ann Lane said.
The Secretary of State was told in light of the storm.""",
    "years.txt": """A town remembers, 6 June 2022

Mayor Ann Lane said that the town would mark the 40th anniversary of the flood with a concert.
Her deputy, Tom Reed, said that the fifth bridge would be the last.""",
    "council.txt": """The peace plan, 9 July 2022

Envoy Joan Grey said that the United Nations Security Council had been asked to meet.
She told reporters that Security Council Resolution 9911 was still being ignored.
The Norland Council of Churches said that it would pray.""",
    "islands.txt": """A quiet sea, 2 September 2022

Envoy Tom Birk said that the Marrow islands were small.

Fishing has gone on for years.

He said that nobody lived on the islands, which he called a pity.

The Sorrel islands are larger. Fewer boats go there.

Birk added that the islands had a lighthouse.""",
    "bay.txt": """Work in the bay, 3 October 2022

Warden Eva Reed said that Norland's fishing activities in the bay had grown.
She said that Norland's dredging was another matter.""",
    "treaty.txt": """An old promise, 4 November 2022

Envoy Kim Birk said that Norland would keep the promises of the May 4, 1990 Eastern Talks Joint Statement.""",
    "field.txt": """Gas, 2 July 2022

Minister Joan Grey said that the Lorne Bank gas field would open in the spring.
Her deputy, Tom Reed, said that work on Lorne Bank had stopped.""",
    "town.txt": """Tarnby, 3 July 2022

Mayor Eva Birk said that the Tarnby pipeline leaked.
She said that nobody in Tarnby slept well.""",
    "airlines.txt": """Fares, 1 August 2022

Analyst Kim Birk said that U.S. airlines would raise their fares in the autumn.""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    folder: Path = tmp_path_factory.mktemp("topics")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    return Chatbot(collection)


@pytest.mark.parametrize("topic", ["bases", "the accord", "inclusion", "relations", "statehood", "the light"])
def test_words_of_grammar_and_of_offices_are_no_topic(bot: Chatbot, topic: str) -> None:
    assert bot.ask(f"What did they say about {topic}?").abstained


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("the 40th anniversary", "40th"),
        ("the fortieth anniversary", "40th"),
        ("the 5th bridge", "fifth bridge"),
        ("the UN Security Council", "had been asked to meet"),
        ("the U.N. Security Council", "Resolution 9911"),
        ("the ferry trade and the ships related to it", "ferry trade"),
    ],
)
def test_a_topic_is_found_as_the_text_writes_it(bot: Chatbot, topic: str, words: str) -> None:
    quotes = bot.ask(f"What did they say about {topic}?").quotes
    assert len({quote.document.id for quote in quotes}) == 1
    assert words in " ".join(quote.text for quote in quotes)


@pytest.mark.parametrize("topic", ["the Marrow islands", "the Marrows", "the marrow islands"])
def test_a_text_takes_a_name_up_by_its_noun(bot: Chatbot, topic: str) -> None:
    words = " ".join(quote.text for quote in bot.ask(f"What did Birk say about {topic}?").quotes)
    assert "were small" in words
    assert "nobody lived" in words
    assert "lighthouse" not in words


def test_a_name_needs_no_word_for_its_kind_where_it_is_of_that_alone(bot: Chatbot) -> None:
    collection = bot._collection
    assert [term.words for term in topic_of("the Lorne Bank gas field", collection).terms] == ["Lorne Bank"]
    assert [term.words for term in topic_of("the Tarnby pipeline", collection).terms] == [
        "Tarnby",
        "pipeline",
    ]


def test_two_names_joined_by_its_are_either(bot: Chatbot) -> None:
    assert topic_of("the United Nations and its Security Council", bot._collection).any_of
    assert not topic_of("the United Nations and its ferries", bot._collection).any_of


def test_a_general_noun_means_the_kind_that_is_asked_for(bot: Chatbot) -> None:
    assert not bot.ask("What did they say about Norland's fishing activities?").abstained


def test_another_kind_is_not_on_the_record(bot: Chatbot) -> None:
    assert bot.ask("What did they say about Norland's cyber activities?").abstained


@pytest.mark.parametrize(
    "question",
    [
        "When was the Joint Statement of the Eastern Talks issued?",
        "When was the Eastern Talks Joint Statement issued?",
    ],
)
def test_a_name_may_be_turned_round_and_its_date_need_no_verb(bot: Chatbot, question: str) -> None:
    assert bot.ask(question).text.startswith("May 4, 1990 [1]")


@pytest.mark.parametrize("topic", ["the 4th anniversary", "the 30th anniversary", "American Airlines"])
def test_another_ordinal_or_name_is_not_on_the_record(bot: Chatbot, topic: str) -> None:
    assert bot.ask(f"What did they say about {topic}?").abstained


def test_an_ordinal_in_a_name_has_a_capital() -> None:
    topic = Topic("the second dyke", (Term("second", frozenset({"second"}), written_forms("second"), 1.0),))
    assert not names_missing(topic, "The Second Dyke Act was passed.")
    assert names_missing(topic, "The Third Dyke Act was passed.")


def test_a_name_goes_on_on_the_next_line() -> None:
    topic = Topic("the Dyke Act", (Term("Dyke Act", frozenset({"dyke"}), ("Dyke Act",), 1.0),))
    assert not names_missing(topic, "They passed the Dyke\nAct in May.")
    assert names_missing(topic, "They passed the Dyke. An act followed.")


def test_two_of_a_family_share_its_name() -> None:
    topic = Topic("Ann Birk", (Term("Ann Birk", frozenset({"ann"}), ("Ann Birk",), 1.0),))
    assert not names_missing(topic, "Ann and Tom Birk came by ferry.")
    assert names_missing(topic, "Ann and Tom Marsh came by ferry.")


@pytest.mark.parametrize(
    ("text", "word", "grammatical"),
    [
        ("The plan is based on trust.", "based", True),
        ("The fleet is based in Norland.", "based", False),
        ("a rules-based order", "based", True),
        ("In light of the storm they left.", "light", True),
        ("The light of the tower went out.", "light", False),
        ("This is concerning to all.", "concerning", False),
        ("a law concerning ships", "concerning", True),
        ("It was due to rain.", "due", True),
        ("It’s a dam that can't hold.", "It’s", True),
        ("It’s a dam that can't hold.", "can't", True),
        ("The eel's back in Tarn.", "eel's", False),
        ("All praised the WHO's work.", "WHO's", False),
    ],
)
def test_words_of_grammar(text: str, word: str, grammatical: bool) -> None:
    start = text.index(word)
    assert is_grammatical(text, Span(start, start + len(word))) is grammatical


@pytest.mark.parametrize(
    ("asked", "forms"),
    [
        ("30th", ("30th", "thirtieth")),
        ("Thirtieth", ("thirtieth", "30th")),
        ("2nd", ("2nd", "second")),
        ("112th", ("112th",)),
        ("21st", ("21st",)),
        ("eleventh", ("eleventh", "11th")),
    ],
)
def test_ordinals_are_written_in_two_ways(asked: str, forms: tuple[str, ...]) -> None:
    assert written_forms(asked) == forms
