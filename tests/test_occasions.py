"""What was said at a meeting or in a year, by whom of several, and how that is worded."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from index.collection import Collection
from index.documents import Document
from index.embedding import Embedder
from rag.asked.asked_for import is_by, is_named
from rag.chatbot import Chatbot
from rag.phrasing import line
from rag.quotes import Quote
from rag.topic.selection import QUOTES_A_DOCUMENT

TEXTS = {
    "harbour.txt": """The G88 harbour talks

OSTBERG, 4 May 2021

Mayor Ann Marsh said that the old pier would be closed. “It is not safe,” she said.
“We shall miss it,” she added. “It stood here for ninety years,” she said. “It was ours,” she said.
“Nobody will pay for a new one,” she said. “The town has no money,” she said.
“The anglers will be angry,” she said. “They came every day,” she said. “They may go to the mole,” she said.
“It has a lamp at the end,” she said. “The lamp works again,” she said. “I saw it last night,” she said.
“I shall go there in May,” she said.
Trade minister Tom Reed said that ferries would go on running from the new quay.""",
    "council.txt": """Norland and Sudland meet

Today the Minister of Fisheries of Norland, Eva Holm, and the envoy of Sudland, Jon Birk, met.
They did so in the spirit of Cold Rock. Eva Holm and Jon Birk discussed the price of nets.

The envoy said nothing. Eva Holm said that cod quotas would rise. She said that nets would be counted.""",
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    return chatbot(tmp_path_factory.mktemp("occasions"), TEXTS, embedder)


def chatbot(folder: Path, texts: Mapping[str, str], embedder: Embedder) -> Chatbot:
    (folder / "texts").mkdir()
    for name, text in texts.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([folder / "texts"])
    return Chatbot(collection)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("What was said at the G88?", "The one document at the G88 quotes Ann Marsh and Tom Reed."),
        ("What did they say at the G88 about ferries?", "The one document at the G88 speaks of ferries."),
        (
            "What did they say about ferries at the May 2021 quayside forum?",
            "The one document at the May 2021 quayside forum speaks of ferries.",
        ),
        (
            "What did they say in 2021?",
            "The one document in 2021 quotes Ann Marsh and Tom Reed. 1 document states no date.",
        ),
        (
            "What was said about the pier in 2021?",
            "The one document in 2021 speaks of the pier. 1 document states no date.",
        ),
        (
            "What was said in Ostberg?",
            "The one document in Ostberg quotes Ann Marsh and Tom Reed.",
        ),
        ("What was said at Cold Rock?", "None of the 2 documents reports from Cold Rock."),
        ("What was said at the Wexley meeting?", "None of the 2 documents is about the Wexley meeting."),
        (
            "What did Marsh and Holm say about cod quotas?",
            "1 of 2 documents quotes Marsh or Holm on cod quotas.",
        ),
        ("what did marsh, reed and holm say?", "2 of 2 documents quote marsh, reed or holm."),
        (
            "What did Marsh or Reed say about cod quotas?",
            "None of the 2 documents quotes Marsh or Reed on cod quotas."
            " 1 document mentions it, but not in words of Marsh or Reed.",
        ),
    ],
)
def test_the_first_line_of_an_answer(bot: Chatbot, question: str, opening: str) -> None:
    assert bot.ask(question).text.split("\n")[0] == opening


def test_everybody_is_heard_before_anybody_is_heard_at_length(bot: Chatbot) -> None:
    quotes = bot.ask("What was said at the G88?").quotes
    assert len(quotes) == QUOTES_A_DOCUMENT
    assert any("ferries" in quote.text for quote in quotes)


def test_a_group_read_into_a_question_is_nobody_when_it_says_nothing(bot: Chatbot) -> None:
    assert bot.ask("anything in there on ferries and the hostages").text.startswith(
        "1 of 2 documents speaks of"
    )
    assert bot.ask("lundby on ferries, got a quote?").abstained
    assert bot.ask("What did the hostages say about ferries?").abstained


WRITINGS = {
    "message.txt": """Mayoral Message on the Anniversary of the Weir

The Weir of Cold Rock is a hundred years old. Anna Grell built it with forty men. The eels came back.""",
    "sheet.txt": """Fact Sheet: The Mayor Protects the Eels

The Order tells the wardens to count the eels each spring. The wardens will publish the numbers.
Nets are banned above the weir.""",
    "minutes.txt": """River Board

MINUTES OF THE RIVER BOARD
4 May 2021

The clerk read a letter on the escape of forty trout. Ms. Olga Marsh said that the trout had been sick.
Fishermen said that the price of bait had doubled. The committee decided that nets would be counted.""",
    "letters.txt": """Letters on the footbridge

The footbridge at Cold Rock opened in March. Tom Reed said that the footbridge shakes.""",
}


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    return chatbot(tmp_path_factory.mktemp("river"), WRITINGS, embedder)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        # a kind of document that there is
        (
            "What did the mayoral message say about Anna Grell?",
            "The one document in the mayoral message speaks of Anna Grell.",
        ),
        (
            "What does the fact sheet say about eels?",
            "The one document in the fact sheet speaks of eels.",
        ),
        (
            "What does the fact sheet say about Anna Grell?",
            "The one document in the fact sheet does not speak of Anna Grell.",
        ),
        # one that there is not
        ("What does the order say about wardens?", "1 of 4 documents speaks of wardens."),
        # what a body heard
        ("What did the board hear about the trout?", "The one document of the board speaks of the trout."),
        ("What was the tribunal told about the trout?", "1 of 4 documents speaks of the trout."),
        (
            "What did the board hear from Marsh about the trout?",
            "The one document of the board quotes Marsh on the trout.",
        ),
        (
            "What did the Ports Committee hear about the trout?",
            "None of the 4 documents is about the Ports Committee.",
        ),
        (
            "What did the Ports Committee hear from Marsh about the trout?",
            "1 of 4 documents quotes Marsh on the trout.",
        ),
        # people who are nobody here
        (
            "What do shopkeepers think of the footbridge?",
            "1 of 4 documents speaks of the footbridge; none quotes “shopkeepers” by that name.",
        ),
        (
            "What did farmers and lorry drivers say about the footbridge?",
            "1 of 4 documents speaks of the footbridge; none quotes “farmers and lorry drivers” by that name.",
        ),
        (
            "How do the islanders feel about the footbridge?",
            "1 of 4 documents speaks of the footbridge; none quotes “the islanders” by that name.",
        ),
        (
            "What do residents of Cold Rock say about the footbridge?",
            "1 of 4 documents speaks of the footbridge; none quotes “residents of Cold Rock” by that name.",
        ),
    ],
)
def test_a_speaker_that_is_none(river: Chatbot, question: str, opening: str) -> None:
    assert river.ask(question).text.split("\n")[0] == opening


@pytest.mark.parametrize(
    "speaker",
    [
        "Olga Marsh",
        "Birk",
        "NATO",
        "the minister",
        "senators",
        "unions",
        "water companies",
        "sanders",
        "bernie sanders",
        "harris",
        "republicans",
        "dutch farmers",
        "Lutherans",
        "the pilots",
        "her neighbours",
        "fishermen",  # they are on record with something else
    ],
)
def test_who_did_not_say_it_is_silent(river: Chatbot, speaker: str) -> None:
    assert river.ask(f"What did {speaker} say about the footbridge?").abstained


def test_a_follow_up_of_a_writing_or_a_body_stays_with_it(river: Chatbot) -> None:
    answer = river.ask("and about Anna Grell?", ["What did the mayoral message say about the eels?"])
    assert answer.text.startswith("The one document in the mayoral message speaks of Anna Grell.")
    answer = river.ask("and about nets?", ["What did the board hear about the trout?"])
    assert answer.searched == "What did the board hear about nets?"


def test_what_two_discussed_neither_of_them_said(bot: Chatbot) -> None:
    assert bot.ask("What did Jon Birk say?").abstained
    assert "price of nets" in bot.ask("What was said about the price of nets?").quotes[0].text


def test_an_office_may_stand_with_a_comma_before_its_holder() -> None:
    text = TEXTS["council.txt"].replace("Norland", "Norway").replace("Sudland", "Spain")
    assert is_by("Norway", "Eva Holm", text)
    assert is_by("Norway's fisheries minister", "Eva Holm", text)
    assert not is_by("Spain", "Eva Holm", text)
    listed = "The foreign ministers Ann Bell of Norway, Jon Birk of Spain and others met."
    assert not is_by("Norway", "Jon Birk", listed)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("It is shut.", "“It is shut.”"),
        ("“It is shut.", "“It is shut.”"),
        ('"It is shut.', '"It is shut."'),
        ("It is shut.”", "“It is shut.”"),
        ("He said, “It is shut.”", "He said, “It is shut.”"),
        ("“It is shut,” he said.", "“It is shut,” he said."),
        ('"It is shut," he said.', '"It is shut," he said.'),
    ],
)
def test_an_answer_closes_the_marks_it_opens(words: str, shown: str) -> None:
    document = Document("a.txt", "a.txt", "A report", None, None, words)
    quote = Quote(1, document, 0, len(words), "Ann Marsh", "direct", 1.0)
    assert line(quote) == f"undated, Ann Marsh: {shown} [1]"


@pytest.mark.parametrize(
    ("asked", "text", "named"),
    [
        ("Kim Jong Un", "The UN council met in the city.", False),
        ("Kim Jong Un", "Kim Jong Un was absent.", True),
        ("Eva Holm", "Ms. HOLM spoke.", True),
        ("holm", "Eva Holm met him.", True),
        ("the foreign minister", "The foreign minister came.", False),
    ],
)
def test_a_name_is_found_as_it_is_written(asked: str, text: str, named: bool) -> None:
    assert is_named(asked, text) is named


def test_a_seat_of_government_speaks_for_its_state() -> None:
    assert is_by("Oslo", "Eva Holm, Norwegian Trade Minister")
    assert not is_by("Oslo", "Eva Holm, Danish Trade Minister")
    assert is_by("Oslo", "Peter Oslo")


def test_a_name_that_two_states_bear_stands_for_the_one_that_goes_by_it() -> None:
    assert is_by("Seoul", "Kim Min-su, Korean Trade Minister")
    assert not is_by("Pyongyang", "Kim Min-su, Korean Trade Minister")
    assert not is_by("North Korea", "Kim Min-su, Korean Trade Minister")
    assert is_by("North Korea", "Kim Min-su, North Korean Trade Minister")


@pytest.mark.parametrize(
    ("asked", "speaks"),
    [
        ("the vice ministers", True),
        ("vice trade ministers", True),
        ("the first vice minister", True),
        ("Norway's vice minister", True),
        ("the Danish vice minister", False),
        ("the Danish deputy secretary", True),
        ("the prime minister", False),
    ],
)
def test_who_signs_a_joint_text_speaks_in_it(asked: str, speaks: bool) -> None:
    text = (
        "The following text was released by the Governments of Denmark, Norway and Spain.\n\n"
        '"We, the Deputy Secretary of Trade of Denmark, the Vice Minister for Trade of Norway, '
        'and the 1st Vice Minister of Trade of Spain, met in Bergen."\n\nThe mayor said it rained.'
    )
    assert is_by(asked, "Governments of Denmark, Norway and Spain", text) is speaks
    assert not is_by(asked, "Ann Bell, Mayor", text)
