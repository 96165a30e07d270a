"""Votes and motions, as minutes and journals of parliaments record them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.chatbot import Chatbot

MINUTES = """SKERRY BAY HARBOR COMMISSION
MINUTES
Tuesday, May 7, 2019

PUBLIC COMMENT
Lena Voss said that the gulls had become a nuisance.

ITEM 3. SOUTH PIER REPAIR
Commissioner Adair moved to award the South Pier contract to Kelda
Works. Commissioner Bly seconded.
Ayes: Adair, Bly, Crane. Noes: Dunn.
The motion carried 3-1.

ITEM 4. MOORING FEES
Commissioner Dunn moved to freeze mooring fees for two years.
Commissioner Crane seconded.
Ayes: Crane, Dunn. Noes: Adair, Bly.
The motion failed 2-2.

Commissioner Bly moved to raise mooring fees by four percent.
Commissioner Adair seconded. The motion carried unanimously.
"""
JOURNAL = """House of Assembly
Wednesday 8 May 2019

Lighthouses Bill
Third Reading

The Minister for Ports (Ms Orla Quennell): I beg to move, That the Bill be now read the Third time.

Mr Desmond Farrow (Outer Skerry) (Ind): I shall not oppose it. When will the lamps be lit?

Orla Quennell: In October.

Mr Desmond Farrow: I thank her.

Question put, That the Bill be now read the Third time.

The House divided: Ayes 31, Noes 12.

Question accordingly agreed to.
"""


@pytest.fixture(scope="module")
def chatbot(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatbot]:
    folder = tmp_path_factory.mktemp("motions")
    (folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "journal.txt").write_text(JOURNAL, encoding="utf-8")
    collection = Collection.create(tmp_path_factory.mktemp("collection"), embedder)
    collection.add([folder])
    yield Chatbot(collection)
    collection.close()


@pytest.mark.parametrize(
    ("question", "quoted", "not_quoted"),
    [
        (
            "What was the vote on the South Pier contract?",
            "The motion carried 3-1.",
            "The motion failed 2-2.",
        ),
        ("Who voted against the South Pier contract?", "Noes: Dunn.", "Noes: Adair, Bly."),
        (
            "Who seconded the motion to freeze mooring fees?",
            "Commissioner Crane seconded.",
            "Commissioner Bly seconded.",
        ),
        ("Did the motion to freeze mooring fees pass?", "The motion failed 2-2.", "The motion carried 3-1."),
        ("Who moved to raise mooring fees?", "Commissioner Bly moved to raise", "Commissioner Dunn moved"),
        ("How many members voted for the Lighthouses Bill?", "Ayes 31, Noes 12", "The motion carried"),
    ],
)
def test_votes_belong_to_their_motion(chatbot: Chatbot, question: str, quoted: str, not_quoted: str) -> None:
    texts = " ".join(" ".join(quote.text.split()) for quote in chatbot.ask(question).quotes)
    assert quoted in texts
    assert not_quoted not in texts


def test_the_motion_stands_beside_its_vote(chatbot: Chatbot) -> None:
    answer = chatbot.ask("What was the vote on the South Pier contract?")
    assert "moved to award the South Pier contract" in answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    [
        "What was the vote on the gulls?",
        "Who seconded the motion to close the lighthouse?",
        "How many members voted for the Tidal Power Bill?",
    ],
)
def test_what_was_not_voted_on_has_no_vote(chatbot: Chatbot, question: str) -> None:
    assert chatbot.ask(question).abstained
