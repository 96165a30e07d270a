"""Questions as people type them, and speakers asked for in other languages."""

from __future__ import annotations

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.asked.asked_for import is_by
from rag.asked.shorthand import is_known
from rag.chatbot import Chatbot
from rag.questions import understand

NEWEST = "2024-05-31"
SPEAKERS = (
    "Joan Kerrigan",
    "Amelia Dray",
    "Apex Energy",
    "Harbour Department",
    "Taiwan",
)

# (question, kind, topic or None where any will do, speaker)
TABLE: list[tuple[str, str, str | None, str | None]] = [
    ("What did Chad say?", "topic", "", "Chad"),
    ("What did Chad say about refugees?", "topic", "refugees", "Chad"),
    ("What has Chad's delegate said?", "topic", "", "Chad's delegate"),
    ("What did Trinidad say about gas?", "topic", "gas", "Trinidad"),
    (
        "What did the representative of Chad say about clinics?",
        "topic",
        "clinics",
        "the representative of Chad",
    ),
    (
        "Amelia Dray of the Tram Drivers' Union: what are her complaints?",
        "topic",
        "",
        "Amelia Dray of the Tram Drivers' Union",
    ),
    ("Joan Kerrigan, what were her objections?", "topic", "", "Joan Kerrigan"),
    ("what'd they say on drought", "topic", "drought", None),
    ("What'd Kerrigan say about Syria?", "topic", "Syria", "Kerrigan"),
    ("who'd say the bus is empty", "who", "the bus is empty", None),
    ("who'd they blame for the strike", "fact", None, None),
    ("how'd they describe the ceasefire?", "topic", "the ceasefire", None),
    ("What've the ministers said about fisheries?", "topic", "fisheries", None),
    ("what're they saying about rent control", "topic", "rent control", None),
    ("What'll the mayor say about the bridge?", "topic", "the bridge", "the mayor"),
    ("where'd the ferry sink?", "fact", "the ferry sink", None),
    ("when'd the mine close", "fact", "the mine close", None),
    ("Cod quotas - what's been said?", "topic", "Cod quotas", None),
    ("Cod quotas: anything?", "topic", "Cod quotas", None),
    ("cod quotas — any comments?", "topic", "cod quotas", None),
    ("cod quotas, who said what", "topic", "cod quotas", None),
    ("cod quotas; what did they say about it?", "topic", "cod quotas", None),
    ("cod quotas? what did Kerrigan say", "topic", "cod quotas", "Kerrigan"),
    ("cod quotas - what did Kerrigan say?", "topic", "cod quotas", "Kerrigan"),
    ("who said what about cod quotas", "topic", "cod quotas", None),
    ("who said what on cod quotas?", "topic", "cod quotas", None),
    ("anything on cod quotas?", "topic", "cod quotas", None),
    ("cod quotas - quotes please", "topic", "cod quotas", None),
    ("cod quotas quotes", "topic", "cod quotas", None),
    ("anything said re cod quotas", "topic", "cod quotas", None),
    ("re cod quotas: what's on record?", "topic", "cod quotas", None),
    ("what do we have on record re cod quotas", "topic", "cod quotas", None),
    ("what have we got on record about cod quotas?", "topic", "cod quotas", None),
    ("what's on file about cod quotas", "topic", "cod quotas", None),
    ("what do you have re: cod quotas", "topic", "cod quotas", None),
    ("on the record about cod quotas?", "topic", "cod quotas", None),
    ("youth summit - which city?", "fact", None, None),
    ("the ferry - when was it launched?", "fact", None, None),
    ("kerrigan on the islands", "topic", "the islands", "kerrigan"),
    ("Kerrigan on the islands, 2013?", "topic", "the islands", "Kerrigan"),
    ("Joan Kerrigan re sanctions on Iran", "topic", "sanctions on Iran", "Joan Kerrigan"),
    ("the minister on farm aid", "topic", "farm aid", "the minister"),
    ("war on drugs", "topic", "war on drugs", None),
    ("War on drugs", "topic", "War on drugs", None),
    ("sanctions on Iran", "topic", "sanctions on Iran", None),
    ("Sanctions on Iran", "topic", "Sanctions on Iran", None),
    ("Attack on Pearl Harbor", "topic", "Attack on Pearl Harbor", None),
    ("kerrigan?", "topic", "", "kerrigan"),
    ("Kerrigan", "topic", "", "Kerrigan"),
    ("Amelia Dray?", "topic", "", "Amelia Dray"),
    ("the Harbour Department", "topic", "", "the Harbour Department"),
    ("Taiwan?", "topic", "Taiwan", None),
    ("I need everything the annual report says about coastal erosion", "topic", "coastal erosion", None),
    ("everything the minister said about coastal erosion", "topic", "coastal erosion", "the minister"),
    ("Has Kerrigan said the islands are Japanese?", "topic", "the islands are Japanese", "Kerrigan"),
    ("cod quotas, 2013?", "topic", "cod quotas", None),
    ("Kerrigan, 2013?", "topic", "", "Kerrigan"),
    ("Was sagte Eva Lorenz?", "topic", "", "Eva Lorenz"),
    ("Was hat Karl Brandt gesagt?", "topic", "", "Karl Brandt"),
    ("Was meinte die Ministerin?", "topic", "", "Ministerin"),
    ("Was sagte der Stadtrat zu den Mieten?", "topic", "Mieten", "Stadtrat"),
    ("Wie äußerte sich Karl Brandt zu den Kosten?", "topic", "Kosten", "Karl Brandt"),
    ("Was hat Karl Brandt zur Linie 4 gesagt?", "topic", "Linie 4", "Karl Brandt"),
    ("Qu'a dit Marc Le Bihan ?", "topic", "", "Marc Le Bihan"),
    ("Qu'a déclaré la ministre ?", "topic", "", "ministre"),
    ("Qu'a répondu la ministre sur les indemnités ?", "topic", "indemnités", "ministre"),
    ("Qu'a répondu la ministre aux riverains ?", "topic", "", "ministre"),
    ("Qu'est-ce que Marc Le Bihan a dit ?", "topic", "", "Marc Le Bihan"),
    ("Que dit le maire ?", "topic", "", "maire"),
    ("Que dit le maire sur le port ?", "topic", "port", "maire"),
    ("¿Qué dijo Ana Ruiz?", "topic", "", "Ana Ruiz"),
    ("¿Qué ha dicho Ana Ruiz?", "topic", "", "Ana Ruiz"),
    ("¿Qué respondió la alcaldesa sobre el agua?", "topic", "agua", "alcaldesa"),
    ("Ana Ruiz 氏は何と述べましたか", "topic", "", "Ana Ruiz"),
    ("田中市長は何と述べましたか", "topic", "", "田中市長"),
    ("知事は水素について何と述べましたか", "topic", "水素", "知事"),
    ("田中市长说了什么？", "topic", "", "田中市长"),
    ("김 장관은 뭐라고 말했나요?", "topic", "", "김 장관"),
    ("What was Apex's revenue in 2023?", "fact", None, None),
    ("Wer sagte, ein leeres Haus helfe niemandem?", "who", "ein leeres Haus helfe niemandem", None),
    ("Did Dray say the dividend is safe?", "topic", "the dividend", "Dray"),
    ("Did Dray say that the dividend was safe?", "topic", "the dividend", "Dray"),
    ("Did the mayor claim that taxes would rise?", "topic", "taxes would rise", "the mayor"),
    ("Did they say about rent that it is high?", "topic", None, None),
    ("is the dividend safe? what did the company say about it", "topic", "the dividend", "the company"),
    ("Apex's 2023 revenue?", "fact", None, None),
    ("Apex revenue 2023", "fact", None, None),
    ("Apex 2023 revenue", "fact", None, None),
    ("2023 revenue?", "fact", None, None),
    ("revenue in 2023?", "fact", None, None),
    ("protests in 2023?", "topic", "protests", None),
    ("oil prices in 2023?", "topic", "oil prices", None),
    ("whatd they say about rent", "topic", "rent", None),
    ("what's kerrigan say about rent", "topic", "rent", "kerrigan"),
    ("What's the mayor said about rent?", "topic", "rent", "the mayor"),
    ("didnt they mention rent?", "topic", "rent", None),
    ("rent control (any quotes?)", "topic", "rent control", None),
    ("Kerrigan: anything on rent control?", "topic", "rent control", "Kerrigan"),
    ("rent control - Kerrigan?", "topic", "rent control", "Kerrigan"),
    ("on rent control: who said what?", "topic", "rent control", None),
    ("What did Kerrigan say about rent - exact quote?", "topic", "rent", "Kerrigan"),
    ("Washington, D.C. - what was said?", "topic", "Washington, D.C.", None),
    ("Lima, Peru and Chile: what did they say?", "topic", "Lima, Peru and Chile", None),
    ("In 2013, what did they say about rent?", "topic", "rent", None),
    ("Was sagt das Gesetz?", "fact", None, None),
    ("hacking / cyberattacks by the north?", "topic", None, None),
]


@pytest.mark.parametrize(("asked", "kind", "topic", "speaker"), TABLE, ids=[row[0] for row in TABLE])
def test_what_people_type_is_understood(
    asked: str, kind: str, topic: str | None, speaker: str | None
) -> None:
    found = understand(asked, newest=NEWEST, speakers=SPEAKERS)
    assert (found.kind, found.speaker) == (kind, speaker)
    assert topic is None or found.topic == topic


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("kerrigan", True),
        ("Joan Kerrigan", True),
        ("Ms Kerrigan", True),
        ("the Harbour Department", True),
        ("Apex Energy", True),
        ("energy", False),
        ("department", False),
        ("Joan", False),
        ("", False),
    ],
)
def test_a_speaker_is_known_by_a_whole_name_or_a_family_name(name: str, known: bool) -> None:
    assert is_known(name, SPEAKERS) is known


def test_the_same_phrase_is_a_topic_where_nobody_is_known_to_speak_under_it() -> None:
    found = understand("kerrigan on the islands", newest=NEWEST)
    assert (found.topic, found.speaker) == ("kerrigan on the islands", None)


def test_a_bare_year_is_given_its_preposition() -> None:
    found = understand("cod quotas, 2013?", newest=NEWEST).period
    assert found is not None
    assert (found.words, found.phrase) == ("2013", "in 2013")


CALL = """Apex Power plc - Full Year 2021 Results Call Transcript

March 3, 2022

OPERATOR: Good morning and welcome to the call.

JOAN KERRIGAN: Revenue was 3.1 billion pounds, up 4 per cent. The dividend is covered twice.

OPERATOR: That concludes the call.
"""
NEWS = """LIMA, May 4, 2021 - The harbour minister said that the old pier would be closed."""


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Chatbot:
    folder = tmp_path_factory.mktemp("typed")
    texts = folder / "texts"
    texts.mkdir()
    (texts / "call.txt").write_text(CALL, encoding="utf-8")
    (texts / "news.txt").write_text(NEWS, encoding="utf-8")
    collection = Collection.create(folder / "collection", embedder)
    collection.add([texts])
    return Chatbot(collection)


@pytest.mark.parametrize(
    "question", ["What was Apex's revenue in 2021?", "Apex's 2021 revenue?", "What was the revenue in 2021?"]
)
def test_a_figure_of_a_year_may_be_told_after_it(bot: Chatbot, question: str) -> None:
    assert "3.1 billion" in bot.ask(question).text


@pytest.mark.parametrize(
    "question", ["What was Apex's revenue in 2019?", "What was Borel's revenue in 2021?"]
)
def test_a_figure_of_another_year_or_owner_is_not_told(bot: Chatbot, question: str) -> None:
    assert bot.ask(question).abstained


def test_a_speaker_alone_is_asked_for_the_words(bot: Chatbot) -> None:
    answer = bot.ask("kerrigan?")
    assert {quote.speaker and quote.speaker.title() for quote in answer.quotes} == {"Joan Kerrigan"}
    assert "the dividend" in bot.ask("Kerrigan on the dividend?").text.lower()


def test_a_bare_year_limits_with_its_preposition(bot: Chatbot) -> None:
    assert bot.ask("the pier, 2021?").text.startswith("The one document in 2021 speaks")


def test_an_office_stands_for_its_holder_in_any_language() -> None:
    assert is_by("知事", "中村花子, 知事")
    assert is_by("Bürgermeisterin", "Eva Lorenz, Bürgermeisterin")
    assert not is_by("知事", "中村花子, 副知事")
    assert not is_by("총리", "김민수, 부총리")
    assert is_by("장관", "김민수, 외교부장관")
