"""What goes on about a topic after it was named, and what does not; which words of a topic are indispensable."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.topic.head_words import heads_of
from rag.topic.headings import headings_of
from rag.topic.name_forms import names_in
from rag.topic.topics import topic_of, with_synonyms

DOCUMENTS = {
    "call.txt": """Kelda Ferries Q2 2019 call

Operator
Welcome to the call of Kelda Ferries.

Iris Holm -- Chief Executive Officer
Thanks. Bookings from Sudland fell by half in May. We do not plan as if they came back soon. It rained.

On the winter boats, we will decide in June.

Operator
Our first question comes from Wanda Price.

Wanda Price -- Lantern Bank -- Analyst
What about the trade unions?

Iris Holm -- Chief Executive Officer
Our people want more rest between two crossings. So do I. Wanda?

Wanda Price -- Lantern Bank -- Analyst
Will you order a second ship?

Iris Holm -- Chief Executive Officer
Not before the spring of next year. We have a yard in mind.
""",
    "minutes.txt": """TOWN OF SKERRY BAY

MINUTES OF THE COUNCIL

Monday, 4 March 2019

5.1 Harbour dredging (Order 12)
Director Birk reported that the north channel has silted up. Ms. Amundsen asked who would pay for the barge.
Carried 5-1.

5.2 Library roof
Mr. Tarn said that buckets stand between the shelves.
""",
    "article.txt": """Skerry Bay and the levy

5 April 2019

Agnes Thorburn said that the herring levy would stay. “Nobody sells a boat over nine pounds a week,” she said.
“I heard it,” she said. The anglers want the lighthouse painted.

Deputy Ole Brand announced a new breakwater. This project will take two summers. This year it will be measured.

“We want peace on the herring grounds of the Skerries,” Ola Vinter said. “We will look at what can be done toward that end.”

“We want a tax on bottled beer,” Ola Vinter said. “We will look at the budget of the school.”

Soldiers of Norland and Sudland train together every autumn. They stay a week. The two countries trade in fish.
""",
    "seats.txt": """The envoy's week

7 June 2019

The envoy met reporters in Pyongyang.

The assembly tightened its sanctions on North Korea.
""",
    "debate.txt": """HOUSE OF NORLAND
OFFICIAL REPORT
8 May 2019

The Minister for Fairs (Ms Ida Moss) (Tarn South): I shall make a statement.

Mr Osric Lund (Tarn East) (Lab.): Will the carousel be mended before the summer?

Ms Moss: My officials have found two carpenters. They begin their work on Monday.

Sir Bo Ek (Upper Vale) (Con.): How many goats has the Department?

Ms Moss: We keep nineteen of them at present.
""",
    "visit.txt": """Two ministers

6 May 2019

The ministers of Norland and Sudland praised the joint work of the two countries at the fair.
Norland and Sudland signed a pact on herring. Norland sent a choir to Sudland.
""",
}


@pytest.fixture(scope="module")
def bot(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatbot]:
    folder = tmp_path_factory.mktemp("continuations")
    (folder / "texts").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    yield Chatbot(collection)
    collection.close()


@pytest.mark.parametrize(
    ("topic", "quoted", "not_quoted"),
    [
        ("Sudland bookings", "We do not plan as if they came back", "It rained"),
        ("Sudland bookings", "We do not plan as if they came back", "On the winter boats"),
        ("trade unions", "Our people want more rest", "Not before the spring"),
        ("harbour dredging", "Ms. Amundsen asked who would pay", "Carried"),
        ("harbour dredging", "Ms. Amundsen asked who would pay", "buckets"),
        ("the library roof", "buckets stand between the shelves", "barge"),
        ("the herring levy", "Nobody sells a boat", "I heard it"),
        ("the herring levy", "Nobody sells a boat", "The anglers"),
        ("peace on the herring grounds", "can be done toward that end", "budget of the school"),
        ("the new breakwater", "This project will take two summers", "This year"),
        ("joint drills of Norland and Sudland", "train together every autumn", "joint work"),
        pytest.param(
            "Norland's treaty with Sudland",
            "signed a pact",
            "sent a choir",
            marks=pytest.mark.xfail(reason="both names directly after the pact: taken to go on", strict=True),
        ),
        ("the carousel", "two carpenters", "nineteen of them"),
        ("the carousel", "They begin their work on Monday", "I shall make"),
        ("sanctions against Pyongyang", "tightened its sanctions", "met reporters"),
    ],
)
def test_what_goes_on_about_a_topic(bot: Chatbot, topic: str, quoted: str, not_quoted: str) -> None:
    texts = " ".join(quote.text for quote in bot.ask(f"What was said about {topic}?").quotes)
    assert quoted in texts
    assert not_quoted not in texts


@pytest.mark.parametrize(
    ("topic", "heads"),
    [
        ("joint military drills among the three countries", "drill"),
        ("America's alliance with Japan", "allianc"),
        ("wells and boreholes that stop working", "borehol well"),
        ("soldiers fighting in Norland", "fight soldier"),
        ("the price of electricity", "price"),
        ("the use of drones", "drone"),
        ("people who were forced to leave", "forc"),
        ("Norland", ""),
        ("Norland's ferries", "ferri"),
        ("Sudlanders who left", ""),
    ],
)
def test_the_head_of_a_topic(topic: str, heads: str) -> None:
    assert heads_of(topic, names_in(topic)) == frozenset(heads.split())


def test_a_seat_stands_for_its_government_but_not_where_something_happens(bot: Chatbot) -> None:
    collection = bot._collection

    def forms(topic: str) -> set[str]:
        return {
            form
            for term in with_synonyms(topic_of(topic, collection), collection).terms
            for form in term.forms
        }

    assert "North Korea" in forms("sanctions against Pyongyang")
    assert "South Korea" in forms("anger at the Blue House")
    assert "France" in forms("the Élysée")
    assert "North Korea" not in forms("Pyongyang")
    assert "North Korea" not in forms("floods in Pyongyang")


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("5.1 Harbour dredging (Order 12)", True),
        ("B. Lakes and rivers", True),
        ("5. The ministers met in Skerry Bay and agreed.", False),
        ("12 May 2019", False),
    ],
)
def test_numbered_headings(line: str, is_heading: bool) -> None:
    text = (
        f"Minutes\n\n{line}\nDirector Birk reported that the north channel has silted up again this winter.\n"
    )
    assert bool(headings_of(text).spans) == is_heading
