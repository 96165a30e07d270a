"""Conferences and releases: answers to questions that name the topic, and officers who speak for their house."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.collection import Collection
from index.documents import Document
from index.embedding import Embedder
from rag.asked.asked_for import is_by
from rag.chatbot import Chatbot
from rag.speakers import statements
from rag.speech.releases import speaks_for
from rag.speech.self_named import self_named

CONFERENCE = """Bank of Skerry
Media conference on the survey of harbours
Friday 3 May 2019, 2.30 pm, Skerry Bay

MODERATOR: The Governor, Agnes Thorburn, and her deputy will take questions. One each, please.

THORBURN: We left the rate where it was. The fleets have grown.

OLE BRANDVIK (Coast Radio): Where do you stand on the herring levy? The skippers sounded angry on Monday.

THORBURN: We have not been asked for a view. If the assembly asks us, it will have one within a week.

RUTH CALDER (The Lamp): Is the new breakwater too dear?

THORBURN: It costs what it costs.

MODERATOR: Thank you all.
"""
RELEASE = """# Kelda Ferries plc: First-quarter figures

*Skerry Bay, 3 May 2019, 07:00 CEST. Regulated information.*

Kelda Ferries today reported 90,000 passengers, after 81,000 a year ago. The route to Norland stays closed.

"We ran out of cabins in March," says Chief Executive Officer Iris Holm. "A second ship is on order."

## Contact

Investor Relations, +00 1234
"""
JOINT = """JOINT COMMUNIQUÉ

Meeting of the Fisheries Ministers of Norland, Zambara and Skerry

1. We, the Fisheries Ministers of Norland, Zambara and Skerry, met in Skerry Bay on 3 May 2019.

2. We will cut the herring quota by a fifth.
"""


@pytest.fixture(scope="module")
def chatbot(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatbot]:
    folder = tmp_path_factory.mktemp("conferences")
    (folder / "conference.txt").write_text(CONFERENCE, encoding="utf-8")
    (folder / "release.md").write_text(RELEASE, encoding="utf-8")
    (folder / "joint.txt").write_text(JOINT, encoding="utf-8")
    collection = Collection.create(tmp_path_factory.mktemp("collection"), embedder)
    collection.add([folder])
    yield Chatbot(collection)
    collection.close()


@pytest.mark.parametrize(
    ("question", "said", "speaker", "voice"),
    [
        # The question names the topic, the answer does not.
        (
            "What did the Governor say about the herring levy?",
            "We have not been asked",
            "Agnes Thorburn",
            "direct",
        ),
        ("What did Thorburn say about the breakwater?", "It costs what it costs", "Agnes Thorburn", "direct"),
        # Whoever leads a house speaks for it.
        (
            "What did the Bank of Skerry say about fleets?",
            "The fleets have grown",
            "Agnes Thorburn",
            "direct",
        ),
        ("What did Kelda Ferries say about Norland?", "stays closed", "Kelda Ferries plc", "narration"),
        ("What did Kelda Ferries say about cabins?", "We ran out of cabins", "Iris Holm", "direct"),
        # A numbered paragraph opens with who "we" are.
        (
            "What did the fisheries ministers say about herring?",
            "a fifth",
            "Fisheries Ministers of Norland",
            "joint",
        ),
    ],
)
def test_answers_and_officers_are_found(
    chatbot: Chatbot, question: str, said: str, speaker: str, voice: str
) -> None:
    quotes = [quote for quote in chatbot.ask(question).quotes if said in quote.text]
    assert [quote.voice for quote in quotes] == [voice]
    assert speaker in str(quotes[0].speaker)


@pytest.mark.parametrize(
    "question",
    [
        "What did the moderator say about the herring levy?",
        "What did Iris Holm say about the breakwater?",
        "What did Thorburn say about cabins?",
    ],
)
def test_nobody_answers_for_another(chatbot: Chatbot, question: str) -> None:
    assert chatbot.ask(question).abstained


@pytest.mark.parametrize(
    ("asked", "speaker", "spoken_for"),
    [
        ("the Bank of Skerry", "Agnes Thorburn, Governor", True),
        ("the Bank of Skerry", "Moderator", False),
        ("the Bank of Skerry", "Ole Brandvik", False),
        ("the Bank of Norland", "Agnes Thorburn, Governor", False),
    ],
)
def test_only_officers_speak_for_a_house(asked: str, speaker: str, spoken_for: bool) -> None:
    assert speaks_for(asked, speaker, CONFERENCE) is spoken_for


def test_an_article_that_names_a_house_is_not_its_release() -> None:
    article = "Bank of Skerry holds its rate\n\nAgnes Thorburn, governor, said the fleets had grown."
    assert not speaks_for("the Bank of Skerry", "Agnes Thorburn, governor", article)


CALL = """Skerry Cable ASA (SKC.OL)
Q3 2024 Earnings Conference Call

Company participants
Rita Holm – Chief Executive Officer
Tom Ray – Chief Financial Officer
Lars Moe – Investor Relations

Analysts
Clara Whit – Lark Securities
Dev Ramp – Managing Director, Osprey Markets

Operator
Good morning, and welcome to the call of Skerry Cable. All lines are muted. I now hand over to Lars Moe.

Lars Moe
Thank you. The slides of today are on our website, and a recording of the call will be there by noon.

Rita Holm
Thank you, and good morning. The price of copper rose by nine percent, and our yards stood still in May.

Clara Whit
Will you pass the price of copper on to those who buy wire from you in Kelda, or will you carry it?

Tom Ray
We will pass it on, as we have done in each of the nine years in which I have kept the books of this house.

Dev Ramp
And the strike?

Rita Holm
It is over. We signed on Tuesday night, and the welders were back in the yard on Wednesday at seven.
"""
MEETING = """Skerry Cable annual general meeting, 4 May 2024

Board of directors: Rita Holm (Chair), Tom Ray (Chief Executive)
Shareholders: Clara Whit, Ina Bell

RITA HOLM: Welcome. The price of copper rose.

CLARA WHIT: Will you pass it on?

TOM RAY: We will pass it on to all.

INA BELL: And the strike?

RITA HOLM: It is over.
"""


@pytest.mark.parametrize(
    ("asked", "text", "names"),
    [
        ("Skerry Cable", CALL, {"Rita Holm", "Tom Ray", "Lars Moe"}),
        ("Skerry", CALL, {"Rita Holm", "Tom Ray", "Lars Moe"}),
        ("the company", CALL, {"Rita Holm", "Tom Ray", "Lars Moe"}),
        ("management", CALL, {"Rita Holm", "Tom Ray", "Lars Moe"}),
        ("the company's CFO", CALL, {"Tom Ray"}),
        ("Lark Securities", CALL, {"Clara Whit"}),
        ("Osprey Markets", CALL, {"Dev Ramp"}),
        ("Kelda", CALL, set()),
        ("Skerry Cable", MEETING, {"Rita Holm", "Tom Ray"}),
        ("Skerry", MEETING, {"Rita Holm", "Tom Ray"}),
        ("Whit", MEETING, {"Clara Whit"}),
    ],
)
def test_those_of_a_house_speak_for_it_in_its_calls(asked: str, text: str, names: set[str]) -> None:
    speakers = {one.speaker for one in statements(Document("a", "/a", "", None, None, text)) if one.speaker}
    assert {one.split(",")[0] for one in speakers if is_by(asked, one, text)} == names


def test_a_list_gives_those_who_take_part_their_offices() -> None:
    found = {one.speaker for one in statements(Document("a", "/a", "", None, None, CALL))}
    assert {"Rita Holm, Chief Executive Officer", "Lars Moe, Investor Relations", "Clara Whit"} <= found


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Ann Bell, Radio North. Mr Lamb, is the quay open?", "Ann Bell, Radio North"),
        ("Thank you, Minister. Ann Bell with the Kelda Post. Is it?", "Ann Bell, the Kelda Post"),
        ("Hi, my name is Ann Bell from Radio North, and I ask about the quay.", "Ann Bell, Radio North"),
        ("Ann Bell. I'm not press, I live there.", "Ann Bell"),
        ("Ann Bell, is the quay open?", None),
        ("Ann Bell. Is she still in office?", None),
        ("Minister, is the quay open?", None),
        ("Kelda, Orrin, Skerry. Which is it?", None),
    ],
)
def test_questioners_without_a_label_name_themselves(said: str, speaker: str | None) -> None:
    assert self_named(said, []) == speaker


def test_a_questioner_comes_again() -> None:
    assert self_named("Ann Bell again. And the tug?", ["Ann Bell, Radio North"]) == "Ann Bell, Radio North"


@pytest.mark.parametrize("row", ["Thank you, ", "Hi ", "Good morning, ", "Ann Bell ", "Hello a. "])
def test_long_rows_of_greetings_are_read_at_once(row: str) -> None:
    # Read in steps that grow with its length, or it never ends.
    assert self_named(row * 400, []) is None


ASKED_AT_THE_END = """Bank of Skerry
Decision on the rate

The board left the rate where it was. The fleets have grown since the spring.

Herring was dearer than a year ago. Timber was cheaper than the board had thought in March.

The board will meet again in June. Until then it will look at what the harbours report.

Opening remarks by Governor Agnes Thorburn

Good afternoon. We saw no reason to act today. The fleets have grown, and so have the prices of ropes.

Question (Ole Brandvik, Coast Radio): Will you cut the rate in June?

Governor Thorburn: I will not tie our hands.

Question (Ruth Calder, The Lamp): Is the breakwater too dear?

Deputy Governor Finn Moe: It costs what it costs.

Question (Ruth Calder, The Lamp): Will you stay?

Governor Thorburn: That is for the assembly to say.
"""


def test_those_who_answer_after_a_statement_are_not_who_asked() -> None:
    document = Document("a", "/a", "", None, None, ASKED_AT_THE_END)
    heard = {ASKED_AT_THE_END[one.start : one.end]: one.speaker for one in statements(document)}
    assert heard["I will not tie our hands."] == "Agnes Thorburn, Governor"
    assert heard["It costs what it costs."] == "Finn Moe, Deputy Governor"
    assert heard["Will you stay?"] == "Ruth Calder"


def test_a_body_is_called_as_the_first_line_calls_it() -> None:
    report = (
        "SKERRY HARBOUR AGENCY\nOutlook\n\nThe Agency recommends that the pier be closed in May. It is old."
    )
    (said,) = statements(Document("a", "/a", "", None, None, report))
    assert said.speaker == "Skerry Harbour Agency"
