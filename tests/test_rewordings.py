"""Topics that the documents speak of in other words than those asked, and those they do not speak of."""

from collections.abc import Iterator

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.topic.synonyms import Expression, other_expressions

DOCUMENTS = {
    "results.txt": """Brightwell results, 3 March 2021

We will cut 200 positions at the head office over the next two quarters. Demand in the northern region
remained healthy, and order books are full. The Federal Reserve raised its key rate again. The pandemic
has set our economy back by three years.
""",
    "camps.txt": """Report on the camps, 4 May 2022

In May, the number of displaced persons in the camps reached 1.2 million. Ticket prices for the tram to
the camps will rise by four percent in January. Parents worry that pupils cannot sleep because lorries
pass the school all night. The Hague Abduction Convention was on the table as well.
""",
    "communique.txt": """Communique of the ministers, 5 June 2023

Malicious cyber activities against our ministries have grown more frequent.
We follow the deepening cooperation between Freedonia and Ruritania, and military training plans. The ministers condemned the
recent ballistic missile tests by Freedonia. Climate change is the defining challenge of our generation.
""",
}


@pytest.fixture(scope="module")
def collection(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder = tmp_path_factory.mktemp("rewordings")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = Collection.create(folder / "collection", embedder)
    found.add([folder / name for name in DOCUMENTS])
    yield found
    found.close()


@pytest.mark.parametrize(
    ("topic", "document", "words"),
    [
        ("layoffs", "results.txt", "cut 200 positions"),
        ("job cuts", "results.txt", "cut 200 positions"),
        ("COVID", "results.txt", "pandemic"),
        ("interest rates", "results.txt", "raised its key rate"),
        ("refugees", "camps.txt", "displaced persons"),
        ("fares", "camps.txt", "Ticket prices"),
        ("hacking", "communique.txt", "Malicious cyber activities"),
        ("Freedonia and Ruritania getting closer", "communique.txt", "deepening cooperation"),
        ("joint military exercises", "communique.txt", "military training"),
        ("global warming", "communique.txt", "Climate change"),
        ("missile launches by Freedonia", "communique.txt", "ballistic missile tests"),
    ],
)
def test_says_in_which_other_words(collection: Collection, topic: str, document: str, words: str) -> None:
    answer = Chatbot(collection).ask(f"What did they say about {topic}?")
    assert [one.document.id for one in answer.verdicts if one.verdict == "said"] == [document]
    assert f"In other words: “{words}” [1]." in answer.text
    assert words in answer.quotes[0].text
    assert answer.quotes[0].text in DOCUMENTS[document]
    assert 0.5 < answer.quotes[0].score < 1


# Near in meaning, and one in ten of such near misses gets an answer (docs/other-words.md).
_NEAR = pytest.mark.xfail(reason="the judge takes it for the topic", strict=True)


@pytest.mark.parametrize(
    "topic",
    [
        *"Australia;abortion;chess;missile launches by Sylvania;hacking by Sylvania;kidnapping;inflation".split(
            ";"
        ),
        *"school meals;child labour;earthquakes;nuclear waste;AI;strikes;hiring".split(";"),
        pytest.param("tram drivers' pay", marks=_NEAR),
    ],
)
def test_is_silent_about_what_is_not_there(collection: Collection, topic: str) -> None:
    answer = Chatbot(collection).ask(f"What did they say about {topic}?")
    assert answer.abstained, answer.text


def test_a_body_has_another_name_and_no_other_words(collection: Collection) -> None:
    answer = Chatbot(collection).ask("What did they say about the Fed?")
    assert "Federal Reserve" in answer.quotes[0].text
    assert "In other words" not in answer.text


def test_its_own_words_go_before_others(collection: Collection) -> None:
    answer = Chatbot(collection).ask("What did they say about climate change?")
    assert not answer.abstained
    assert "In other words" not in answer.text


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("cut ~ jobs", "They cut some 300 well-paid jobs in May.", "cut some 300 well-paid jobs"),
        ("cut ~ jobs", "They cut taxes so that in the end there are more jobs.", None),
        ("cut ~ jobs", "They cut taxes, and jobs come back.", None),
        ("displaced persons", "Each displaced person was heard.", "displaced person"),
        ("displaced persons", "A person was displaced.", None),
        ("head office", "The head of the office left.", None),
    ],
)
def test_finds_an_expression(written: str, text: str, found: str | None) -> None:
    assert Expression.of(written).found_in(text) == found


def test_a_kind_is_evidence_and_no_other_way_round() -> None:
    def stems(topic: str) -> set[tuple[str, ...]]:
        return {one.stems for one in other_expressions(topic)}

    assert ("rat",) in stems("vermin")
    assert not stems("rats")
    assert stems("the truce") == stems("truce")
    assert not stems("out")
