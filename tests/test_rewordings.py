"""Topics that the documents speak of in other words than those asked, and those they do not speak of."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from eval.rewording import domains
from index.collection import Collection
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.meaning import BACKGROUND_FILE, VECTORS_FILE, background_lines, clauses, common, meant, open_judge
from rag.synonyms import Expression, other_expressions
from rag.topics import topic_of

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


@pytest.mark.parametrize(
    "topic",
    "Australia;abortion;chess;hiring;missile launches by Sylvania;hacking by Sylvania;kidnapping;inflation;"
    "school meals;tram drivers' pay;child labour;earthquakes;nuclear waste;AI;strikes".split(";"),
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


def test_meaning_finds_what_no_table_lists(collection: Collection) -> None:
    sentences = [
        "Newborns in the valley wards are weighed twice a day.",
        "Parents worry that pupils cannot sleep because lorries pass the school all night.",
        "The choir will sing in the old chapel on Sunday.",
    ]
    assert not other_expressions("church music")
    scores = meant(topic_of("church music", collection), sentences, collection)
    assert max(scores) == scores[2] >= open_judge().threshold
    assert max(scores[:2]) < 0.2


def test_a_name_is_never_meant(collection: Collection) -> None:
    assert meant(topic_of("Sylvania", collection), ["Freedonia tested a missile."], collection) == [0.0]
    assert common(topic_of("hacking by Sylvania in 2019", collection)) == "hacking"


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


def test_clauses_are_parts_of_their_sentence() -> None:
    sentence = "The port was closed, and nobody knows when it will open again; the crews wait."
    assert all(part in sentence for part in clauses(sentence))
    assert len(clauses(sentence)) > 1
    assert clauses("Short, too.") == ["Short, too."]


def test_the_background_is_what_its_vectors_say(embedder: Embedder) -> None:
    topics, sentences = background_lines()
    with np.load(VECTORS_FILE, allow_pickle=False) as kept:
        assert (len(kept["topics"]), len(kept["sentences"])) == (len(topics), len(sentences))
        for lines, vectors in ((topics, kept["topics"]), (sentences, kept["sentences"])):
            cosines = np.sum(embedder.encode(lines[:5], fast=False) * vectors[:5], axis=1)
            assert cosines.min() > 0.999
    assert BACKGROUND_FILE.read_text(encoding="utf-8").startswith("#")


def test_the_labelled_topics_can_be_read() -> None:
    found = domains()
    assert len(found) == 16
    for domain in found:
        numbers = frozenset().union(*domain.parts)
        assert all((one.said | one.arguable) <= numbers for one in domain.asked)
        assert sum(bool(one.said) for one in domain.asked) >= 15
        assert sum(not one.said for one in domain.asked) >= 15
        assert all(len(part) == 2 for part in domain.joined().parts)
    layoffs = next(one for one in found[0].asked if one.topic == "layoffs")
    assert "200 positions" in found[0].sentences[min(layoffs.said) - 1]
    assert Path(__file__).parent.parent.joinpath("eval", "rewordings.txt").is_file()
