"""Documents asked for by what kind they are: "the order", "the press release"."""

import pytest

from index.documents import Card
from rag.asked.writings import kind_of
from rag.questions import understand


@pytest.mark.parametrize(
    ("event", "id_", "title", "text", "found"),
    [
        ("the order", "a.txt", "Executive Order 14 on Eels", "", True),
        ("the executive order", "a.txt", "Executive Order 14 on Eels", "", True),
        ("the court order", "a.txt", "Executive Order 14 on Eels", "", False),
        ("the order", "a.txt", "Eels are counted", "EXECUTIVE ORDER\n\nBy the power given to me …", True),
        ("the order", "a.txt", "Eels are counted", "The mayor signed an order on eels.\n", False),
        ("the order", "a.txt", "New rules in order to save eels", "", False),
        ("the presidential message", "a.txt", "Eels at 250: Presidential Message on the Weir", "", True),
        ("the message from the president", "a.txt", "Presidential Message on the Weir", "", True),
        ("the message", "a.txt", "Mayor message angers anglers", "", False),
        ("the memo", "a.txt", "Memorandum for the Keeper of Eels", "", True),
        ("the memorandum", "office/2021-memo-eels.txt", "Eels", "", True),
        ("the press release", "a.txt", "Eels are back", "FOR IMMEDIATE RELEASE\n\nMay 4", True),
        ("the press release", "press-releases/2021/eels.txt", "Eels are back", "", True),
        ("the press release", "a.txt", "Eels are back", "The band released a song of eels.", False),
        ("the fact sheet", "eels_factsheet_2021.txt", "Eels are back", "", True),
        ("the minutes", "a.txt", "River Board", "RIVER BOARD\nMinutes of the May meeting\n", True),
        ("the report", "a.txt", "Report of the River Board", "", True),
        ("the annual report", "a.txt", "Report of the River Board", "", False),
        ("the report", "a.txt", "Police report thefts of eels", "", False),
        ("the speech", "a.txt", "Remarks by the Mayor on Eels", "", True),
        ("the speech", "a.txt", "A plan to address the loss of eels", "", False),
        ("the ruling", "a.txt", "Judgment: Lund v. River Board", "", True),
    ],
)
def test_a_document_is_of_the_kind_that_it_calls_itself(
    event: str, id_: str, title: str, text: str, found: bool
) -> None:
    kind = kind_of(event)
    assert kind is not None
    assert kind.is_of(Card(id_, title, None), text) is found


@pytest.mark.parametrize(
    "event", ["the Oslo statement", "the 2013 report", "the joint statement", "the G88", "the treaty"]
)
def test_what_is_named_otherwise_is_no_kind(event: str) -> None:
    assert kind_of(event) is None


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("Dealing with the Harbour Trust", "Nothing in this order … as this order tells", True),
        ("Order on the Harbour Trust", "", True),
        ("Order on the Fish Hall", "", False),
        ("Dealing with the Harbour Trust", "The order of the day is eels.", False),
    ],
)
def test_one_that_is_named_holds_the_name_in_its_heading(title: str, text: str, found: bool) -> None:
    kind = kind_of("the Harbour Trust order", by_name=True)
    assert kind is not None
    assert kind.is_of(Card("a.txt", title, None), text) is found


@pytest.mark.parametrize(
    ("question", "event", "speaker"),
    [
        ("What does the Harbour Trust order say about eels?", "the Harbour Trust order", None),
        ("What does the Harbour Trust say about eels?", None, "the Harbour Trust"),
        ("What did they talk about in Lundby?", "Lundby", None),
        (
            "According to the Harbour Trust, what did they talk about in Lundby?",
            "Lundby",
            "the Harbour Trust",
        ),
        ("What does the Eel and Weir Outlook say about traps?", "the Eel and Weir Outlook", None),
        ("What does the Weir Outlook 2024 say about traps?", "the Weir Outlook 2024", None),
        ("What did they ask about on the Lund Trust call?", "the Lund Trust call", None),
        ("the harbour waiting list", None, None),
    ],
)
def test_a_writing_and_a_place_limit_and_a_body_speaks(
    question: str, event: str | None, speaker: str | None
) -> None:
    found = understand(question)
    assert (found.event, found.speaker) == (event, speaker)
