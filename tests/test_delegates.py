"""Who speaks for a body or in an office: summary records, communiqués, statements of a house, replies."""

from __future__ import annotations

import pytest

from index.collection import Collection
from index.documents import Document, Span
from index.embedding import Embedder
from rag.chatbot import Chatbot
from rag.speakers import attribute, statements

SITTING = """PARLIAMENT OF OSTERLAND
STANDING COMMITTEE ON TRANSPORT
Summary record of the 12th sitting, 14 March 2023

1. The sitting was opened at 10 a.m. by the Chair, Ms. Wilma Thorsby.

2. The CHAIR recalled that written comments had closed on 1 March. She noted that forty-one had been received.

3. Mr. Anton VELDKAMP (Minister of Transport) said that the Bill would keep one night crossing all year round. He gave an assurance that fares would not rise before 2026. The subsidy would be paid out of the road fund.

4. Ms. Irena DROSTE (Islanders' League) called the Bill a sticking plaster. Her members wanted a second boat.

5. Mr. Pell HARGREAVE (Managing Director, Skerry Lines) replied that a second boat would cost 9 million crowns. He doubted that the night crossing would ever carry a dozen passengers.

6. Mr. VELDKAMP took the chair at noon.

7. Dr. Olu ADEBAYO-FINCH (Institute of Marine Safety) drew attention to the age of the vessels. The Committee adopted the first clause by 9 votes to 4.

8. Ms. DROSTE tabled an amendment on winter fares. Mr. HARGREAVE opposed it.
"""
MINUTES = """TOWN OF TARN
Minutes of the ordinary meeting of the Town Council
held on Tuesday, 4 March 2025

Present: Mayor Ann Berg (chair); Councillors Dahl and Fors.
In attendance: Mr R. Holt, Town Engineer.

2.1 The Town Engineer reported that the wells were full. The pumps yielded 52 litres. A second well would be needed.
2.2 Councillor Dahl asked who would pay. The motion was carried. It would be paid by the county.

3. HARBOUR
The Mayor said that the mole had cracked. Councillor Fors left the room. The divers would come in May. The mole stands.
"""
COMMUNIQUE = """DECLARATION OF THE FISHERIES MINISTERS OF BELGIUM, GHANA, PERU AND VIETNAM

Accra, 3 May 2022

The Ministers responsible for fisheries of Belgium, Ghana, Peru and Vietnam met in Accra on 2 and 3 May 2022.

Tuna

The Ministers expressed concern at the fall in landings. Ghana presented its closed season for tuna. Belgium took the view that buyers should pay for observers. Ghana and Peru voiced doubts about new labels. Belgium, Ghana, Peru and Vietnam agreed to meet again.

Shrimp

Vietnam, for its part, drew attention to the salt in its delta. Peru took the chair in 2021. The Ministers of Ghana and Vietnam reported progress on a hatchery.
"""
BOARD = """SOUTHPORT HARBOUR AUTHORITY
Harbour dues decision
Decision of the Management Board, published 12.02.2024

The Management Board has decided to raise harbour dues by 3 per cent from 1 April.

Outlook

Traffic fell by a tenth last year, and we do not expect it to recover before 2026. Our berths stand idle two days a week.

For the Management Board
Dorian Pask, Chief Executive
"""
MARCH = """SOUTHPORT, 20 February 2024 — Not one container was lifted in Southport on Monday.

“We have had four rosters in four weeks,” said Gwen Radley, who leads the Dock Workers' Union. “My people want to see their children,” she added.

Dorian Pask, chief executive of the harbour authority, answered that the rosters had been agreed in December.
"""


def speaker_of(text: str, title: str, words: str) -> tuple[str | None, str]:
    document = Document("a.txt", "/a.txt", title, None, None, text)
    said = statements(document)
    start = text.index(words)
    at = next((one for one in said if one.start <= start < one.end), None)
    return attribute(said, at) if at else (None, "narration")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("recalled that written", "Wilma Thorsby, Chair"),
        ("She noted that", "Wilma Thorsby, Chair"),
        ("said that the Bill", "Anton VELDKAMP, Minister of Transport"),
        ("He gave an assurance", "Anton VELDKAMP, Minister of Transport"),
        ("The subsidy would", "Anton VELDKAMP, Minister of Transport"),
        ("called the Bill a sticking", "Irena DROSTE"),
        ("Her members wanted", "Irena DROSTE"),
        ("He doubted that", "Pell HARGREAVE, Managing Director"),
        ("took the chair at noon", None),
        ("drew attention to", "Olu ADEBAYO-FINCH"),
        ("The Committee adopted", None),
        ("tabled an amendment", "Irena DROSTE"),
        ("opposed it", "Pell HARGREAVE, Managing Director"),
    ],
)
def test_a_summary_record_tells_what_its_speakers_said(words: str, speaker: str | None) -> None:
    assert speaker_of(SITTING, "Summary record of the 12th sitting", words)[0] == speaker


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The Ministers expressed", "Fisheries Ministers of Belgium, Ghana, Peru and Vietnam"),
        ("Ghana presented", "Ghana"),
        ("Belgium took the view", "Belgium"),
        ("Ghana and Peru voiced", "Ghana and Peru"),
        (
            "Belgium, Ghana, Peru and Vietnam agreed",
            "Fisheries Ministers of Belgium, Ghana, Peru and Vietnam",
        ),
        ("Vietnam, for its part", "Vietnam"),
        ("Peru took the chair", "Fisheries Ministers of Belgium, Ghana, Peru and Vietnam"),
        ("The Ministers of Ghana and Vietnam", "Ghana and Vietnam"),
        ("Shrimp", None),
    ],
)
def test_a_member_of_a_joint_text_is_on_record_alone(words: str, speaker: str | None) -> None:
    title = COMMUNIQUE.splitlines()[0]
    found, voice = speaker_of(COMMUNIQUE, title, words)
    assert found == speaker
    assert voice == (
        "joint" if found and found.startswith("Fisheries") else "reported" if found else "narration"
    )


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The Management Board has decided", "Southport Harbour Authority"),
        ("Our berths stand", "Southport Harbour Authority"),
        ("Outlook", None),
        ("For the Management Board", None),
    ],
)
def test_a_house_decides_in_its_own_words(words: str, speaker: str | None) -> None:
    assert speaker_of(BOARD, "Harbour dues decision", words)[0] == speaker


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    folder = tmp_path_factory.mktemp("delegates")
    texts = folder / "texts"
    texts.mkdir()
    for name, text in (("sitting", SITTING), ("tuna", COMMUNIQUE), ("board", BOARD), ("march", MARCH)):
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([texts])
    return Chatbot(collection)


# question, questions before it, words of every quote
ASKED: list[tuple[str, list[str], list[str]]] = [
    ("What did Skerry Lines say?", [], ["replied that", "He doubted", "opposed it"]),
    ("What did the Transport Ministry say?", [], ["said that the Bill", "gave an assurance", "The subsidy"]),
    (
        "How did the managing director of Skerry Lines answer her?",
        ["What did Ms. Droste say?"],
        ["replied that", "He doubted", "opposed it"],
    ),
    ("How did Pask respond to the Dock Workers' Union?", [], ["answered that"]),
    ("What points did Ghana make?", [], ["presented", "voiced doubts", "reported progress"]),
    ("Peru: what was its position?", [], ["voiced doubts"]),
    ("What did the dockers' union say?", [], ["four rosters", "My people"]),
]


@pytest.mark.parametrize(("question", "before", "words"), ASKED, ids=[row[0] for row in ASKED])
def test_the_words_of_a_body_or_an_office(
    bot: Chatbot, question: str, before: list[str], words: list[str]
) -> None:
    quotes = [quote.text for quote in bot.ask(question, before).quotes]
    assert len(quotes) == len(words)
    assert all(part in quote for part, quote in zip(words, quotes, strict=True))


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("the wells were full", "R. Holt, Town Engineer"),
        ("The pumps yielded", "R. Holt, Town Engineer"),
        ("A second well", "R. Holt, Town Engineer"),
        ("who would pay", "Councillor Dahl"),
        ("The motion", None),
        ("It would be paid", None),
        ("had cracked", "Ann Berg, Mayor"),
        ("The divers", None),
        ("The mole stands", None),
    ],
)
def test_an_item_of_minutes_goes_on_to_tell_what_was_said(words: str, speaker: str | None) -> None:
    document = Document("minutes.txt", "minutes.txt", "Minutes", None, None, MINUTES)
    start = MINUTES.index(words)
    assert attribute(statements(document), Span(start, start + len(words)))[0] == speaker


TAKEN = """Minutes of the Parish Council of Tarn

Present: Cllr Ann Bell, Cllr Tom Birk, Ms Olga Field (Clerk)

"""


@pytest.mark.parametrize(
    ("item", "words", "speaker"),
    [
        (
            "Cllr Bell left the room and Cllr Birk said that it leaked. The pumps had failed.",
            "it leaked",
            "Tom Birk",
        ),
        (
            "Cllr Bell left the room and Ms Field said that it leaked. She had been there.",
            "She had",
            "Olga Field",
        ),
        ("Cllr Bell and Cllr Birk reported that it leaked.", "it leaked", "Ann Bell and Tom Birk"),
        ("Ms Field reported that it leaked. Tom Birk left the room.", "left the room", None),
        ("Ms Field reported that it leaked. Tom Birk left. Ann Bell joined by telephone.", "joined by", None),
        ("Ms Field reported that it leaked. The pumps had failed.", "The pumps", "Olga Field"),
    ],
)
def test_what_one_does_in_a_meeting_is_nobodys_words(item: str, words: str, speaker: str | None) -> None:
    text = f"{TAKEN}1. {item}"
    start = text.index(words)
    found = attribute(
        statements(Document("m.txt", "m.txt", "Minutes", None, None, text)), Span(start, start + 9)
    )
    assert found[0] == speaker


@pytest.mark.parametrize(
    ("below", "speaker"),
    [
        ("For More Information: www.tarn.example\n\nFor Media Enquiries: Tom Birk, 555 1234", None),
        (
            "For the Tarn Harbour Board: Ann Bell\n\nFor the Media Workers' Union: Tom Birk",
            "Tarn Harbour Board and Media Workers' Union",
        ),
    ],
)
def test_whom_to_ask_signs_nothing(below: str, speaker: str | None) -> None:
    text = f"Dues\n\nWe will share the pier, and our boats will keep to the left of it.\n\n{below}"
    found = statements(Document("d.txt", "d.txt", "Dues", None, None, text))
    assert next((one.speaker for one in found), None) == speaker


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("More than 200 skippers told the board that the pier was unsafe.", True),
        ("More than half of the skippers said that the lights were out.", True),
        ("The harvest was better than the mayor had promised the skippers.", False),
    ],
)
def test_more_than_so_many_say_it(words: str, told: bool) -> None:
    text = f"Pier\n\nThe pier is old and its lights are out.\n\n{words}\n"
    assert bool(statements(Document("p.txt", "p.txt", "Pier", None, None, text))) is told
