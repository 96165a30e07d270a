"""Whose a document is as a whole, and which of somebody's documents is asked for."""

from __future__ import annotations

import pytest

from index.collection import Collection
from index.documents import Card, Document
from index.embedding import Embedder
from rag.asked.publishers import is_published_by, is_told_by
from rag.asked.scope import scope_of
from rag.asked.writings import dated_kind_of, owned
from rag.chatbot import Chatbot
from rag.questions import understand
from rag.quotes import Statement, Voice

SEAT = "https://www.whitehouse.gov/news/1"


@pytest.mark.parametrize(
    ("asked", "url", "text", "found"),
    [
        ("the White House", SEAT, "", True),
        ("the White House", "https://oldwhitehouse.archives.example/1", "", True),
        ("the White House", "https://tarn.example/whitehouse", "", False),
        ("the White House", None, "THE WHITE HOUSE\n\nEels are counted.", True),
        ("the White House", None, "Eels are counted.\n\nTHE WHITE HOUSE,\nMarch 4, 2013.", True),
        ("the White House", None, "The White House counts eels.", False),
        ("the Tarn Post", "https://tarnpost.example/1", "", True),
        ("the Tarn Post", "https://www.tarn-post.example/1", "", True),
        ("the House", SEAT, "", False),
        ("Times", "https://thetimes.example/1", "", True),
        ("Times", "https://tarntimes.example/1", "", False),
        ("the White House", "http://[whitehouse/1", "", False),
        ("the Danish government", SEAT, "Remarks with the Danish Prime Minister", False),
        ("the US government", SEAT, "RUSSIA AND NORLAND", False),
        ("the Bell administration", SEAT, "President Bell counts eels.", True),
        ("the Lane administration", SEAT, "President Bell counts eels.", False),
        ("the Bell administration", "https://tarnpost.example/1", "President Bell counts eels.", False),
        ("London", "https://london.example/1", "London, 2013\n\nEels are back.", False),
        ("the minister", "https://minister.example/1", "", False),
    ],
)
def test_a_document_is_its_publishers(asked: str, url: str | None, text: str, found: bool) -> None:
    assert is_published_by(asked, Card("a.txt", "Eels", None, url), text) is found


@pytest.mark.parametrize(
    ("speaker", "voice", "said", "found"),
    [
        (None, "narration", (), True),
        (None, "direct", (), False),
        ("Ann Bell", "direct", ("Ann Bell", "Ann Bell", "Tom Birk"), True),
        ("Tom Birk", "direct", ("Ann Bell", "Ann Bell", "Tom Birk"), False),
        ("President Lane", "direct", ("Ann Bell", "President Lane"), True),
        ("President Birk", "direct", ("Ann Bell", "President Birk"), False),
        ("Ida Reed, President", "direct", ("Ann Bell", "Ann Bell", "Ida Reed, President"), False),
    ],
)
def test_a_house_tells_what_it_publishes_and_its_head_says(
    speaker: str | None, voice: Voice, said: tuple[str, ...], found: bool
) -> None:
    text = "President Lane met President Birk of Norway."
    document = Document("a.txt", "/a.txt", "Eels", None, SEAT, text)
    made = [Statement(n, n + 1, one, "direct") for n, one in enumerate(said)]
    assert is_told_by("the White House", document, speaker, voice, made) is found


@pytest.mark.parametrize(
    ("event", "whose"),
    [
        ("Bell's proclamation of March 2013", ("Bell", "the proclamation of March 2013")),
        ("James' report", ("James", "the report")),
        ("the mayor's report", None),
    ],
)
def test_whose_document_is_asked_for(event: str, whose: tuple[str, str] | None) -> None:
    assert owned(event) == whose


@pytest.mark.parametrize(
    ("event", "called", "date", "text", "of_it", "for_it"),
    [
        ("the proclamation of March 2013", "proclamation", "2013-03-04", "", True, False),
        (
            "the March 2013 proclamation",
            "proclamation",
            "2013-02-28",
            "Eel Month is March\n2013.",
            False,
            True,
        ),
        ("the March 2013 proclamation", "proclamation", "2013-02-28", "Eel Month is May.", False, False),
        ("the 2013 order", "order", "2013-02-28", "", True, False),
    ],
)
def test_a_kind_of_document_and_its_date(
    event: str, called: str, date: str, text: str, of_it: bool, for_it: bool
) -> None:
    dated = dated_kind_of(event)
    assert dated is not None
    assert called in dated.kind.called
    card = Card("a.txt", "Eels", date)
    assert dated.is_of(card) is of_it
    assert of_it or dated.is_for(card, text) is for_it


@pytest.mark.parametrize(
    "event", ["the March 2013 flood", "the proclamation", "the Oslo proclamation of 2013"]
)
def test_what_is_no_kind_with_a_date(event: str) -> None:
    assert dated_kind_of(event) is None


TEXTS = {
    "month.txt": f"""---
url: {SEAT}
title: A Proclamation on Eel Month
date: 2013-02-28
---
Eels feed us all, and I thank those who count them.

I proclaim March 2013 as Eel Month.

ANN B. BELL""",
    "speech.txt": """---
title: Remarks by Tom Birk at the Weir
date: 2013-03-20
---
I have never eaten an eel, and I have counted none.""",
    "count.txt": f"""---
url: {SEAT}
title: Weirs are opened
date: 2013-05-02
---
By the authority vested in me as President, it is hereby ordered:

The purpose of this order is that eels pass. Nothing in this order costs money.""",
    "sheet.txt": f"""---
url: {SEAT}
title: "Fact Sheet: President Bell Opens the Weirs"
date: 2013-05-03
---
The lamprey is back in nine rivers.""",
}


@pytest.fixture(scope="module")
def weirs(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("weirs")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path_factory.mktemp("collection"), embedder)
    collection.add([folder])
    return collection


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("What did Bell's proclamation of March 2013 say about eels?", ["month.txt"]),
        ("What did Bell's March 2013 proclamation say about eels?", ["month.txt"]),
        ("What does the May 2013 order say about eels?", ["count.txt"]),
        ("What does the proclamation for March 2013 say about eels?", ["month.txt"]),
    ],
)
def test_which_document_a_question_is_limited_to(weirs: Collection, question: str, held: list[str]) -> None:
    scope = scope_of(understand(question), weirs)
    assert [weirs.cards[number].id for number in scope.numbers] == held


def test_what_a_house_tells_answers_for_it(weirs: Collection) -> None:
    bot = Chatbot(weirs)
    answer = bot.ask("What did the White House say about the lamprey?")
    assert [quote.document.id for quote in answer.quotes] == ["sheet.txt"]
    assert bot.ask("What did Tom Birk say about the lamprey?").abstained


def test_an_order_is_whose_office_gives_it(weirs: Collection) -> None:
    answer = Chatbot(weirs).ask("What did the President say about the order?")
    assert {quote.speaker for quote in answer.quotes} == {"The President"}
