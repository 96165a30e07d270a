"""What a topic joins: which things are asked about, and what speaks of either."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.collection import Collection
from index.embedding import Embedder
from rag.asked.binomials import adjacent_in, is_one
from rag.asked.coordination import alone, alternatives, conjuncts, either_of, without_time
from rag.chatbot import Chatbot
from rag.topic.name_forms import names_in

DOCUMENTS = {
    "council.txt": """Skerry Bay council

4 March 2019

Mayor Agnes Thorburn said that the herring levy would stay at nine pounds. The trams will run until midnight.

Deputy Ole Brand told the council that ferry tickets were too dear. The lighthouse needs paint.

The price of coal fell, he said. He added that the supply of coal was safe until spring.
""",
    "armies.txt": """Two armies

6 May 2019

The envoy said that military cooperation between Norland and Sudland had deepened after the flood.

Cooperation pays, the Vestland minister said. The three countries value cooperation.
""",
    "straits.txt": """On the straits

8 May 2019

The envoy called for calm and patience in the straits. Calm and patience are good for trade, she said.

She said that the Green and Blue Corridor Programme paid for two buses. The Red Corridor is a street in Tarn.
""",
    "docks.txt": """After the strike

9 May 2019

The dockers' strike of April is over. Wages will rise by four per cent, the company said.

The pensions stay as they are, it said.
""",
    "mills.txt": """Wages in the north

9 June 2019

Wages in the mills fell, the union said.
""",
}

WORDS = "the and or , & between in of with its both after war Norland Chile's ferries price civil “x” ( 2012 . to".split()


@pytest.fixture(scope="module")
def bot(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatbot]:
    folder = tmp_path_factory.mktemp("coordination")
    (folder / "texts").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    yield Chatbot(collection)
    collection.close()


def nowhere(before: str, after: str, *, apart: bool = False) -> bool:
    """Texts that write no two words side by side."""
    return False


@pytest.mark.parametrize(
    ("topic", "parts"),
    [
        ("the harbour levy and the herring quota", ["the harbour levy", "the herring quota"]),
        ("herring quotas and the £9 levy", ["herring quotas", "the £9 levy"]),
        ("both trams and ferries", ["trams", "ferries"]),
        ("tolls, fares and parking", ["tolls", "fares", "parking"]),
        ("trams as well as ferries", ["trams", "ferries"]),
        ("divorce and Moss v. Tarn", ["divorce", "Moss v. Tarn"]),
        ("Norland and the war in Sudland", ["Norland", "the war in Sudland"]),
        ("the war in Sudland and the price of bread", ["the war in Sudland", "the price of bread"]),
        (
            "guards asleep on their feet and the lack of beds",
            ["guards asleep on their feet", "the lack of beds"],
        ),
        (
            "the pier and the ties between Norland and Sudland",
            ["the pier", "the ties between Norland and Sudland"],
        ),
        ("ties between Norland and Sudland and the levy", ["ties between Norland and Sudland", "the levy"]),
        ("the strike and its causes", ["the strike", "causes of the strike"]),
        ("ferries and trams of Norland", ["ferries of Norland", "trams of Norland"]),
        ("the rise and fall of Norland", ["the rise of Norland", "fall of Norland"]),
        ("price and supply of coal", ["price of coal", "supply of coal"]),
        ("night trains and freedom of speech", ["night trains", "freedom of speech"]),
        ("Norland's ferries and trams", ["Norland's ferries", "Norland's trams"]),
        ("Chilean seafood and copper", ["Chilean seafood", "Chilean copper"]),
        ("civil and military drills", ["civil drills", "military drills"]),
        ("trams and night buses", ["trams", "night buses"]),
        ("fishing quotas and tolls", ["fishing quotas", "tolls"]),
        # One thing, or nothing that stands alone.
        ("talks with Norland and Sudland", []),
        ("talks with Norland and with Sudland", []),
        ("the defence of Norland and Sudland", []),
        ("military cooperation between Norland and Sudland", []),
        ("the Green and Blue Corridor Programme", []),
        ("the Ministry of Health and Welfare", []),
        ("selling tanks and lorries", []),
        ("how ferries and trams are run", []),
        ("plans to build a pier and a yard", []),
        ("the pier and the impact", []),
        ("the people of Chile and the quota", []),
        ("Lima, Peru", []),
        ("Chile and the Security Council", []),
    ],
)
def test_the_things_that_a_topic_joins(topic: str, parts: list[str]) -> None:
    found = conjuncts(topic, names_in(topic))
    assert list(alone(found, nowhere) if found else ()) == parts


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
def test_any_words_are_joined_or_one(said: list[str]) -> None:
    topic = " ".join(said)
    found = conjuncts(topic, names_in(topic))
    assert all(one in topic for one in found)
    assert len(found) != 1
    assert all(alone(found, nowhere)) if found else True


def test_what_the_texts_write_tells_what_belongs_to_both(bot: Chatbot) -> None:
    adjacent = adjacent_in(bot._collection)
    assert alone(("ferry", "tram tickets"), adjacent) == ("ferry tickets", "tram tickets")
    assert alone(("herring", "tram tickets"), adjacent) == ("herring", "tram tickets")
    assert alone(("the price", "the supply of coal"), adjacent) == ("the price of coal", "the supply of coal")
    assert alone(("ferry quays", "tickets"), adjacent) == ("ferry quays", "ferry tickets")
    # "Ferry tickets" are no ferry of tickets.
    assert alone(("the ferry", "the price of tickets"), adjacent) == ("the ferry", "the price of tickets")


def test_a_phrase_that_recurs_is_one_thing(bot: Chatbot) -> None:
    assert is_one(("calm", "patience"), bot._collection)
    assert is_one(("peace", "stability"), bot._collection)
    assert is_one(("the pros", "cons of tolls"), bot._collection)
    assert not is_one(("trams", "ferries"), bot._collection)
    assert not is_one(("trams", "ferries", "tolls"), bot._collection)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("the Grain and Water Initiative", ["Grain and Water Initiative"]),
        ("the Food and Drug Administration", ["Food and Drug Administration"]),
        ("divorce and Moss v. Tarn", ["Moss v. Tarn"]),
        ("the Chile and Peru Forum", ["Chile", "Peru Forum"]),
        ("Moss and the Water Initiative", ["Moss", "Water Initiative"]),
        ("Moss and Tarn", ["Moss", "Tarn"]),
    ],
)
def test_a_name_may_have_an_and_in_it(asked: str, found: list[str]) -> None:
    assert [asked[name.start : name.end] for name in names_in(asked)] == found


def test_a_time_is_of_all_that_is_joined() -> None:
    assert without_time("trams and tolls after the strike") == ("trams and tolls", "the strike")
    assert without_time("trams after the strike and the fire") == ("trams after the strike and the fire", "")
    assert without_time("trams after the strike") == ("trams after the strike", "")


@pytest.mark.parametrize(
    ("question", "quoted", "not_quoted"),
    [
        ("What did they say about the herring levy and the trams?", "nine pounds|until midnight", "tickets"),
        ("herring levy and ferry tickets", "nine pounds|too dear", "lighthouse"),
        ("What was said about trams, the lighthouse or ferry tickets?", "midnight|paint|too dear", "levy"),
        ("What did Brand say about the levy and ferry tickets?", "too dear", "nine pounds"),
        ("What was said about the price and the supply of coal?", "coal fell|until spring", "levy"),
        (
            "What was said about military cooperation between Norland and Sudland?",
            "had deepened",
            "Cooperation pays|three countries",
        ),
        ("What did they say about the Green and Blue Corridor Programme?", "two buses", "street"),
        ("What was said about wages and pensions after the strike?", "four per cent|as they are", "mills"),
    ],
)
def test_what_speaks_of_either(bot: Chatbot, question: str, quoted: str, not_quoted: str) -> None:
    texts = " ".join(quote.text for quote in bot.ask(question).quotes)
    assert [words for words in quoted.split("|") if words not in texts] == []
    assert [words for words in not_quoted.split("|") if words in texts] == []


def test_a_document_that_speaks_of_either_says_something(bot: Chatbot) -> None:
    answer = bot.ask("What did they say about the pensions and the herring levy?")
    assert {one.document.id for one in answer.verdicts if one.verdict == "said"} == {
        "council.txt",
        "docks.txt",
    }
    assert answer.text.startswith("2 of 5 documents speak of the pensions or the herring levy.")
    assert bot.ask("What did they say about submarines and glaciers?").abstained


def test_what_is_joined_shares_what_stands_before_or_behind() -> None:
    assert either_of("price and supply of coal in Norland") == [
        "price of coal in Norland",
        "supply of coal in Norland",
    ]
    assert either_of("Norland and the war in Sudland") == ["Norland", "the war in Sudland"]
    assert either_of("talks with Norland and Sudland") == ["talks with Norland", "talks with Sudland"]
    assert either_of("trams and ferries") == ["trams", "ferries"]
    assert alternatives("trams or ferries") == ["trams", "ferries"]
    assert not alternatives("chemical or biological weapons")
    assert alternatives("disarmament, of the isles or of Norland") == [
        "disarmament of the isles",
        "disarmament of Norland",
    ]
    assert either_of("talks with Norland and with Sudland") == ["talks with Norland", "talks with Sudland"]
    assert alternatives("trams and ferries") == ["trams and ferries"]
