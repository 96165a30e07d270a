"""A question that may have been read wrongly is asked again, and says so; one that was not stays silent."""

from pathlib import Path

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.asked.retold import is_retold
from rag.chatbot import Chatbot
from rag.progress import Searched

TEXTS = {
    "lundby.txt": """Mayor Ann Marsh opens the fair

Fish Hall, Lundby
4 May 2021

Ann Marsh spoke to the guests of the fair. “The bakers have come from every valley,” she said.
“The brass band will play until dark,” she said. “Taste the pears,” she said.

“I grew up beside a mill,” she said. “My father ground the rye of nine farms,” she said.

“I remember the winter when the flood took forty boats in Tarnby,” she said. “They lay in the fields,” she said.

The harbour board will dredge the old basin before winter.
The envoys of Norland and Sudland met on the occasion of the Reef Conference.""",
    "hearing.txt": """Hearing of the Rail Committee

Ms. Olga Dahl: Good morning. I have run the railway for nine years.

Mr. Tom Reed: I hope that you will be able to reopen the Cold Rock line.

Ms. Olga Dahl: It will cost a great deal.

Mr. Jon Birk: The stations are too dark.""",
}

TALKS = {
    "talks.txt": """Talks of the envoys

Oslo, 3 June 2021

The envoys Una Bell, Per Dahl and Ivo Ek met in Oslo. Measures against eel poaching were discussed over lunch.
Bell said that night patrols against eel poaching would be doubled.

The Ministry of Ports said in a press release, “Every eel that is landed will be counted.”""",
    "later.txt": "A long lunch\n\n"
    + "The waiter brought another dish of beans. " * 50
    + "They will meet again at the"
    " Bergen Whale Summit.",
    "bell.txt": """A visit

4 June 2019

Una Bell visited a school. Bell said that eel poaching was a shame.""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    return _bot(TEXTS, tmp_path_factory.mktemp("rereading"), embedder)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    return _bot(TALKS, tmp_path_factory.mktemp("talks"), embedder)


def _bot(texts: dict[str, str], folder: Path, embedder: Embedder) -> Chatbot:
    (folder / "texts").mkdir()
    for name, text in texts.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    return Chatbot(collection)


@pytest.mark.parametrize(
    ("question", "searched", "opening"),
    [
        (
            "What is the harbour board going to do about the old basin?",
            "What did they say about the harbour board on the old basin?",
            "1 of 2 documents speaks of the harbour board on the old basin;"
            " none quotes the harbour board on it.",
        ),
        (
            "How will the harbour board deal with the old basin?",
            "What did they say about the harbour board on the old basin?",
            "1 of 2 documents speaks of the harbour board on the old basin;"
            " none quotes the harbour board on it.",
        ),
        (
            "What did she say about Tarnby in Lundby?",
            "What did she say about Tarnby in Lundby?",
            "The one document in Lundby speaks of Tarnby.",
        ),
        (
            "On the sidelines of which event did the envoys of Norland and Sudland meet?",
            None,
            "Reef Conference [1]",
        ),
        ("Who urged Dahl to reopen the Cold Rock line?", None, "Tom Reed [1]"),
    ],
)
def test_what_may_be_meant_otherwise_is_asked_again(
    bot: Chatbot, question: str, searched: str | None, opening: str
) -> None:
    answer = bot.ask(question)
    assert answer.text.partition("\n")[0] == opening
    assert searched is None or answer.searched == searched


def test_what_is_searched_instead_is_told_as_well(bot: Chatbot) -> None:
    told: list[object] = []
    answer = bot.ask("What will the harbour board do about the old basin?", told=told.append)
    searched = [stage.searched for stage in told if isinstance(stage, Searched)]
    assert searched == [answer.question, answer.searched]


@pytest.mark.parametrize(
    "question",
    [
        "What did the harbour board say about the old basin?",
        "How did the harbour board react to the old basin?",
        "What did Birk say about the Cold Rock line?",
        "What is Reed going to do about the old basin?",
        "What did she say about the boats in Oslo?",
        "What did Birk say about the boats in Lundby?",
    ],
)
def test_what_nobody_says_stays_unsaid(bot: Chatbot, question: str) -> None:
    answer = bot.ask(question)
    assert answer.abstained
    assert answer.searched == question


@pytest.mark.parametrize(
    ("question", "quoted", "documents"),
    [
        ("What measures did Bell and Dahl discuss against eel poaching?", "over lunch", {"talks.txt"}),
        ("What did Bell, Dahl and Ek agree on eel poaching?", "night patrols", {"talks.txt"}),
        ("What did Bell tell the envoys about eel poaching?", "night patrols", {"talks.txt"}),
        ("What did Bell tell the reporters about eel poaching?", "night patrols", {"talks.txt", "bell.txt"}),
        ("What did the Ministry of Ports' press release say about eels?", "counted", {"talks.txt"}),
        ("What do they plan to do together at the Bergen Whale Summit?", "meet again", {"later.txt"}),
    ],
)
def test_where_it_was_said_may_be_told_by_who_was_there(
    talks: Chatbot, question: str, quoted: str, documents: set[str]
) -> None:
    answer = talks.ask(question)
    assert quoted in " ".join(quote.text for quote in answer.quotes)
    assert {quote.document.id for quote in answer.quotes} == documents


POLLS = {
    "outlook.txt": """Eel outlook of the Weir Agency

3 June 2021

Towns lose 12 percent of their eels through weirs. The old ferry will be kept in service beyond 2027.""",
    "poll.txt": """A poll on the toll

4 May 2021

- **Harbour Bulletin**: 62% of anglers back the toll.
- **Lundby Gazette**: 47% of anglers back the toll.

The toll is backed by most Reformists, and by few farmers.

“We shall hire more divers,” said Ann Marsh, the mayor.""",
}


@pytest.fixture(scope="module")
def pollster(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    return _bot(POLLS, tmp_path_factory.mktemp("poll"), embedder)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("What share of anglers back the toll according to the Gazette?", "Lundby Gazette**: 47% of"),
        ("What share of anglers back the toll according to the Bulletin?", "Harbour Bulletin**: 62% of"),
        ("According to the Weir Agency, what share of eels do towns lose?", "lose 12 percent"),
        ("Keeping the old ferry in service after 2027", "kept in service beyond 2027"),
        ("How do Reformists feel about the toll?", "backed by most Reformists"),
        ("How does the council plan to hire divers?", "hire more divers"),
    ],
)
def test_of_whom_nobody_quotes_others_may_tell(pollster: Chatbot, question: str, quoted: str) -> None:
    assert any(quoted in quote.text for quote in pollster.ask(question).quotes)


@pytest.mark.parametrize(
    "question",
    [
        "What share of anglers back the toll according to the Chronicle?",
        "What did Reformists say about the toll?",
        "What did the council say about divers?",
        "How do Liberals feel about the toll?",
    ],
)
def test_what_he_is_asked_to_have_said_nobody_tells_for_him(pollster: Chatbot, question: str) -> None:
    assert pollster.ask(question).abstained


@pytest.mark.parametrize(
    ("asked", "speaker", "told"),
    [
        ("Dahl", "Ministry of Ports", True),
        ("Ivo Ek", "Ministry of Ports", True),
        ("Bell", "Ministry of Ports", True),
        ("Ann Marsh", "Ministry of Ports", False),
        ("Dahl", "Una Bell", False),
        ("the minister", "Ministry of Ports", False),
    ],
)
def test_a_house_may_tell_what_several_said(asked: str, speaker: str, told: bool) -> None:
    text = "“Minister Bell, Envoy Dahl, and Mr Ek stressed that Ann Marsh was right,” said the Ministry."
    assert is_retold(asked, speaker, text) is told
