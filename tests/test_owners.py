"""A document of a body or a place says "the policy rate" and means its own."""

from pathlib import Path

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.speakers import note

RATE = """BANK OF NORLAND
Decision on monetary policy
6 June 2023

The Council decided today to leave the policy rate at 4.25 percent. Two members voted to lower it.
Food prices rose more slowly than in the spring.
"""
MINUTES = """Town of Port Halvar
Minutes of the council, 3 May 2023

It was resolved that sprinklers be forbidden from 1 June, with a fine of 150 crowns.
"""
SUDLAND = """Bank of Sudland
Annual report
2 March 2023

The bank moved into its new house in Ostby. The policy rate is set by the ministry.
"""


@pytest.fixture
def bot(tmp_path: Path, embedder: Embedder) -> Chatbot:
    for name, text in {"rate": RATE, "minutes": MINUTES, "report": SUDLAND}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add(sorted(tmp_path.glob("*.txt")), note=note)
    return Chatbot(collection)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is the policy rate of the Bank of Norland?", "4.25 percent"),
        ("How high is the Bank of Norland's policy rate?", "4.25 percent"),
        ("What is the fine for using a sprinkler in Port Halvar?", "150 crowns"),
    ],
)
def test_a_body_need_not_be_named_in_its_own_document(bot: Chatbot, question: str, answer: str) -> None:
    assert answer in bot.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "What is the policy rate of the Bank of Sudland?",
        "What is the policy rate of the Bank of Westland?",
        "What is the fine for using a sprinkler in Port Lund?",
    ],
)
def test_what_another_says_of_itself_is_no_answer(bot: Chatbot, question: str) -> None:
    assert not bot.ask(question).quotes
