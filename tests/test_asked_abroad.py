"""Facts asked for in other languages than English, of texts in these languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag.abroad.asked import sought
from rag.chatbot import Chatbot

HAFEN = """Interview: „Der Hafen bleibt offen“

Skerry, 3. Mai 2019

Das Hafenbecken ist zu 61 Prozent verlandet. Im Sommer fahren noch neun Fähren nach Norland.

Der Stadtrat hat am 12. April beschlossen, 14 Mio. Euro für einen Bagger auszugeben. Gewählt wird im Herbst.
"""
PORT = """# Port-Lannec : la digue sera relevée

Publié le 4 mai 2019

La tempête de janvier a emporté quarante mètres de la digue. Les travaux sont estimés à 3,2 millions d'euros.

Ils commenceront en septembre, a indiqué la maire, Solène Kermadec. Le phare, lui, date de 1874.
"""
KOWAN = """北浜港の防波堤改修に関する市長談話

令和元年5月7日

市は、防波堤の改修工事を2020年3月に開始します。費用は約12億円を見込んでいます。

漁業者に対しては、最大で80万円の補助金を交付します。停泊できる漁船は45隻です。
"""


@pytest.fixture(scope="module")
def chatbot(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatbot]:
    folder = tmp_path_factory.mktemp("abroad")
    for name, text in (("hafen.txt", HAFEN), ("port.md", PORT), ("kowan.txt", KOWAN)):
        (folder / name).write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path_factory.mktemp("collection"), embedder)
    collection.add([folder])
    yield Chatbot(collection)
    collection.close()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Zu wie viel Prozent ist das Hafenbecken verlandet?", "61 Prozent"),
        ("Wie viele Fähren fahren im Sommer nach Norland?", "neun Fähren"),
        ("Wie viel Euro gibt der Stadtrat für den Bagger aus?", "14 Mio. Euro"),
        ("Combien coûteront les travaux de la digue de Port-Lannec ?", "3,2 millions d'euros"),
        ("Quand commenceront les travaux de la digue ?", "septembre"),
        ("De quelle année date le phare ?", "1874"),
        ("防波堤の改修工事はいつ開始されますか？", "2020年3月"),
        ("漁業者への補助金は最大でいくらですか？", "80万円"),
        ("停泊できる漁船は何隻ですか？", "45隻"),
    ],
)
def test_facts_are_found_in_their_language(chatbot: Chatbot, question: str, answer: str) -> None:
    found = chatbot.ask(question)
    assert answer in found.text
    assert any(answer in quote.text for quote in found.quotes)


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Möwen leben im Hafenbecken?",
        "Wann wurde der Leuchtturm von Norland gebaut?",
        "Combien de bateaux la tempête a-t-elle coulés ?",
        "Quand la criée sera-t-elle fermée ?",
        "防波堤の改修工事には何トンの石が使われますか？",
        "灯台はいつ建てられましたか？",
        "北浜港を最初に設計した著名な建築家は誰ですか？",
        "哪位著名人士的行为被认为是不服从？",
    ],
)
def test_what_the_texts_do_not_say_is_not_answered(chatbot: Chatbot, question: str) -> None:
    assert chatbot.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "language", "pieces"),
    [
        ("Wann wurde der Bagger gekauft?", "de", {"bagger", "gekauft"}),
        ("Combien de digues ?", "fr", {"digu"}),
        ("这座桥是什么时候建成的？", "zh", {"座桥", "建成"}),
        ("灯台はいつ建てられましたか", "ja", {"灯台"}),
        ("등대는 언제 지어졌습니까", "ko", {"등대"}),
    ],
)
def test_grammar_is_nothing_to_be_found(question: str, language: str, pieces: set[str]) -> None:
    assert pieces <= set(sought(question, language, len).pieces)
