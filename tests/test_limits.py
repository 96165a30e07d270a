"""What limits a question: two meetings, a text by what it is on, spans of years; and which documents those are."""

from pathlib import Path

import pytest

from index.collection import Collection
from index.embedding import Embedder
from index.words import stems
from rag.asked.assertions import names_all_of
from rag.asked.scope import scope_of, told_later
from rag.chatbot import Chatbot
from rag.questions import understand
from rag.topic.topics import topic_of, with_synonyms

TEXTS = {
    "may.txt": """The Oslo summit on eels

Oslo, 4 May 2021

Minister Ann Marsh spoke at the summit in Oslo. “The eels are in danger,” she said.""",
    "june.txt": """The Bergen talks

Bergen, 9 June 2022

Minister Olga Dahl spoke at the talks in Bergen. “The eels have come back,” she said.
“There is no change in our position on eels,” she said. “We eat eels at every feast,” she said.""",
    "tarnby.txt": """Marsh and Dahl meet in Tarnby

Ann Marsh and Olga Dahl met in Tarnby. “I am glad of the ferry,” Ann Marsh said. The soldiers of Norland
had left. The harbour in Tarnby marks its
40th anniversary this year.""",
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Collection:
    folder: Path = tmp_path_factory.mktemp("limits")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    return collection


@pytest.mark.parametrize(
    ("asked", "topic", "event"),
    [
        (
            "What was said about eels between the Oslo summit and the talks of June 2022?",
            "eels",
            "the Oslo summit and the talks of June 2022",
        ),
        (
            "What has changed on eels between the meeting with Marsh and the Bergen talks?",
            "eels",
            "the meeting with Marsh and the Bergen talks",
        ),
        (
            "What has changed on trade with Norland between the meeting with Marsh and June 2022?",
            "trade with Norland",
            "the meeting with Marsh and June 2022",
        ),
        (
            "Between 2021 and the Oslo summit, what was said about eels?",
            "eels",
            "2021 and the Oslo summit",
        ),
        (
            "What was said about eels at the meeting with Marsh, Dahl and Ek?",
            "eels",
            "the meeting with Marsh, Dahl and Ek",
        ),
        (
            "What did they say about the difference between the Oslo summit and the talks of 2021?",
            "the difference between the Oslo summit and the talks of 2021",
            None,
        ),
        (
            "In the piece on Marsh's talks with Dahl, what was said about ferries?",
            "ferries",
            "the piece on Marsh's talks with Dahl",
        ),
        ("In the debate on the Eel Bill, what was said about fines?", "fines", "the debate on the Eel Bill"),
        ("What does it say in the report on eels about poaching?", "poaching", "the report on eels"),
        ("What did Marsh say in the report on eels?", "eels", "the report"),
        ("What did they say over the years about ferries?", "ferries", None),
        ("What was said about ferries over time?", "ferries", None),
        ("What did they say last winter about ferries?", "ferries", None),
        ("What did they say about last winter's ice?", "last winter's ice", None),
    ],
)
def test_a_limit_is_no_part_of_the_topic(asked: str, topic: str, event: str | None) -> None:
    found = understand(asked, newest="2022-06-09")
    assert (found.topic, found.event) == (topic, event)


@pytest.mark.parametrize(
    "asked",
    [
        "Which parliament will look at the Eel Convention?",
        "Who was furious at the hearing?",
        "When will Norland withdraw from the Eel Convention?",
    ],
)
def test_what_a_verb_takes_is_no_limit(asked: str) -> None:
    assert understand(asked).event is None


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        (
            "What has changed on eels between the Oslo summit and the Bergen talks?",
            {"may.txt", "june.txt"},
        ),
        (
            "What has changed on eels between the Oslo summit and June 2022?",
            {"may.txt", "june.txt"},
        ),
        ("In the piece on Marsh's talks with Dahl, what was said about ferries?", {"tarnby.txt"}),
    ],
)
def test_documents_of_an_occasion(asked: str, documents: set[str], collection: Collection) -> None:
    scope = scope_of(understand(asked, newest="2022-06-09"), collection)
    assert {collection.cards[number].id for number in scope.numbers} == documents
    assert scope.is_limited


@pytest.mark.parametrize(("when", "found"), [("this year", {"tarnby.txt"}), ("last year", set())])
def test_this_year_may_be_that_of_a_document_without_a_date(
    when: str, found: set[str], collection: Collection
) -> None:
    question = understand(f"Which anniversary is it {when}?", newest="2022-06-09")
    wider = told_later(question, scope_of(question, collection), collection)
    numbers = {number for scope in wider for number in scope.numbers}
    assert {collection.cards[number].id for number in numbers} == found


def test_a_fact_of_this_year_is_found_in_a_document_without_a_date(collection: Collection) -> None:
    answer = Chatbot(collection).ask("Which anniversary does the harbour in Tarnby mark this year?")
    assert {quote.document.id for quote in answer.quotes} == {"tarnby.txt"}


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        ("foreign troops would come to Tarnby", "The soldiers of Norland will land in Tarnby.", True),
        ("foreign troops would come to Tarnby", "The ferry will land in Tarnby.", False),
        ("the ferry would come to Tarnby", "The ferry will land in Oslo.", False),
        ("the harbour of Tarnby", "The ferry will land in Oslo.", True),
    ],
)
def test_who_says_so_names_what_he_says_it_of(
    claim: str, text: str, found: bool, collection: Collection
) -> None:
    topic = with_synonyms(topic_of(claim, collection), collection)
    assert names_all_of(topic, frozenset(stems(text))) is found


def test_nobody_said_what_no_document_names(collection: Collection) -> None:
    assert Chatbot(collection).ask("Who said that the troops would land in Bergen?").abstained


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Has Dahl changed her position on eels?",
            ["“There is no change in our position on eels,” she said."],
        ),
        ("Has Marsh changed her position on eels?", ["“The eels are in danger,” she said."]),
    ],
)
def test_of_a_stance_what_says_whether_it_has_changed_is_quoted(
    asked: str, said: list[str], collection: Collection
) -> None:
    assert [quote.text.split("\n")[-1] for quote in Chatbot(collection).ask(asked).quotes] == said
