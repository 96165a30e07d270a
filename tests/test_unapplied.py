"""What limits a question and cannot be applied, the answer says: a time that no date tells, a group that
nobody is known to be one of."""

from pathlib import Path

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.chatbot import Chatbot

TEXTS = {
    "lundby.txt": """Board of the Lundby ferry meets

Fish Hall, Lundby
4 May 2021

“The night ferry loses money and should stop,” said Ann Marsh, chair of the ferry board.

“The night ferry carries the bakers home and must be kept,” said Tom Reed, a baker.
""",
    "tarnby.txt": """Tarnby talks of trams

Tarnby, 9 June 2021

“The tram wires hum at night,” said Olga Dahl, a teacher.
""",
}
_LIMITS_NOTHING = "tells no date, and limits nothing."


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    folder: Path = tmp_path_factory.mktemp("unapplied")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    return Chatbot(collection)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was said about the night ferry after the flood?", "After the flood"),
        ("Has anybody said anything on tram wires since the wires were hung?", "Since the wires were hung"),
        ("What did they say about the night ferry last summer?", "Last summer"),
        ("Before the strike, what did Marsh say about the night ferry?", "Before the strike"),
        ("How was the night ferry talked about in the first week?", "In the first week"),
    ],
)
def test_a_time_that_no_date_tells_is_said_to_limit_nothing(bot: Chatbot, question: str, words: str) -> None:
    answer = bot.ask(question)
    assert not answer.abstained
    assert answer.text.splitlines()[0].endswith(f" “{words}” {_LIMITS_NOTHING}")


@pytest.mark.parametrize(
    "question",
    [
        "What was said about the night ferry in 2021?",
        "What has been said over the years about the night ferry?",
        "What was said about the night ferry at the Fish Hall meeting?",
        "What did they say about the night ferry?",
    ],
)
def test_what_limits_or_is_no_limit_at_all_needs_no_such_words(bot: Chatbot, question: str) -> None:
    answer = bot.ask(question)
    assert not answer.abstained and _LIMITS_NOTHING not in answer.text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Who on the ferry board spoke about the night ferry?", "Ann Marsh, chair of the ferry board [1]"),
        (
            "Which member of the ferry board wants the night ferry to stop?",
            "Ann Marsh, chair of the ferry board [1]",
        ),
        (
            "Who on the tram committee spoke about tram wires?",
            "Olga Dahl, teacher [1]; none is quoted as one of “the tram committee”",
        ),
    ],
)
def test_of_a_group_those_are_named_who_are_known_to_be_of_it(
    bot: Chatbot, question: str, opening: str
) -> None:
    assert bot.ask(question).text.splitlines()[0] == opening
