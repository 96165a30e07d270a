"""Topics asked in one language and spoken of in another, and those that nobody speaks of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.collection import Collection
from index.documents import Span
from index.embedding import Embedder
from rag.abroad.concepts import LANGUAGES, concepts, expressions, lexicon
from rag.abroad.expressions import Sentence
from rag.abroad.han import simplified, variants
from rag.abroad.inflections import COMPOUNDING, forms, is_compound, split
from rag.abroad.named_things import language_of, things_in
from rag.abroad.tongues import is_foreign, languages_of, tongue_of
from rag.chatbot import Chatbot

DOCUMENTS = {
    "de.txt": """Stadtwerke Lindau, 4. Mai 2021

Die Geschäftsführerin erklärte, die Strompreise würden im Herbst erneut steigen.
Der Ausbau der Windkraft am Hang ist vorerst gestoppt worden, weil Anwohner geklagt haben.
Das Ei des Kolumbus hat die Runde nicht gefunden, und der Rat vertagte sich ein zweites Mal.
""",
    "fr.txt": """Préfecture du Rhin, 7 juin 2022

La ministre Anne Rollin a annoncé que l'eau potable serait rationnée dans les écoles.
Les pompiers ont évacué le village, et la retraite de la rivière a pris des semaines.
""",
    "es.txt": """Alcaldía de Monte Alto, 2 de julio de 2022

El alcalde dijo que las inundaciones han destruido el puente nuevo.
Los jubilados de la comarca piden una subida de las pensiones mínimas para todos.
""",
    "nl.txt": """Gemeente Duinzicht, 8 augustus 2022

De wethouder zei dat het parkeertarief in de binnenstad wordt verhoogd.
""",
    "ja.txt": """海辺町議会
2022年9月1日

町長は、SMRを含む原子力の利用には反対だと述べた。
インドネシアからの石炭輸入は来年で終わる見通しだ。
""",
    "ko.txt": """강변시 보도자료
2022년 10월 3일

시장은 지하철 요금을 동결하겠다고 밝혔다.
인도적 지원 물자를 실은 배가 항구를 떠났다.
""",
    "zh.txt": """臨海市政府公報
2022年11月5日

市長表示，政府反對對電動汽車加徵關稅。
中國會議中心的建設將於明年完成，工程進展順利。
""",
    "en.txt": """Harbour board, 5 December 2022

The chair said that the ceasefire must hold and that all hostages must be released.
Dockers will not accept lower wages, the union warned.
""",
}


@pytest.fixture(scope="module")
def collection(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder = tmp_path_factory.mktemp("translations")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = Collection.create(folder / "collection", embedder)
    found.add([folder / name for name in DOCUMENTS])
    yield found
    found.close()


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("What did they say about electricity prices?", "de.txt", "Strompreise"),
        ("What did they say about wind power?", "de.txt", "Windkraft"),
        ("What was said about drinking water?", "fr.txt", "eau potable"),
        ("fire brigade?", "fr.txt", "pompiers"),
        ("What did they say about floods?", "es.txt", "inundaciones"),
        ("What did they say about parking fees?", "nl.txt", "parkeertarief"),
        ("What did they say about nuclear power?", "ja.txt", "原子力"),
        ("What was said about coal imports?", "ja.txt", "石炭輸入"),
        ("What did they say about coal from Indonesia?", "ja.txt", "インドネシアからの石炭"),
        ("What did they say about subway fares?", "ko.txt", "지하철 요금"),
        ("What did they say about humanitarian aid?", "ko.txt", "인도적 지원"),
        ("What did they say about tariffs on electric vehicles?", "zh.txt", "電動汽車加徵關稅"),
        ("关于人质，他们说了什么？", "en.txt", "hostages"),
        ("Cosa hanno detto sul cessate il fuoco?", "en.txt", "ceasefire"),
        ("Was wurde über Löhne gesagt?", "en.txt", "wages"),
        ("O que disseram sobre as inundações?", "es.txt", "inundaciones"),
        ("Qu'ont-ils dit sur le prix de l'électricité ?", "de.txt", "Strompreise"),
        ("인질에 대해 뭐라고 했나요?", "en.txt", "hostages"),
    ],
)
def test_finds_a_topic_of_another_language(
    collection: Collection, question: str, document: str, words: str
) -> None:
    answer = Chatbot(collection).ask(question)
    assert [one.document.id for one in answer.verdicts if one.verdict == "said"] == [document]
    assert f"In other words: “{words}” [1]." in answer.text
    assert answer.quotes[0].text in DOCUMENTS[document]


@pytest.mark.parametrize(
    "topic",
    "egg prices;gas prices;solar power;India;humanitarian corridors;electric buses;bread;"
    "the national parliament of China;water pollution;mercury in fish;airport fees;coal from India".split(
        ";"
    ),
)
def test_is_silent_about_a_near_miss(collection: Collection, topic: str) -> None:
    answer = Chatbot(collection).ask(f"What did they say about {topic}?")
    assert answer.abstained, answer.text


def test_an_office_is_the_same_in_another_language(collection: Collection) -> None:
    answer = Chatbot(collection).ask("What did the mayor say about floods?")
    assert [quote.document.id for quote in answer.quotes] == ["es.txt"]


def test_knows_the_languages(collection: Collection) -> None:
    assert languages_of(collection) >= {"de", "fr", "es", "ja", "ko", "zh"}


def test_an_english_collection_has_no_other(embedder: Embedder, tmp_path: Path) -> None:
    text = "The van der Berg brothers sailed from Los Angeles. A per diem was paid, and the die was cast.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([tmp_path / "one.txt"])
    assert not languages_of(collection)
    collection.close()


@pytest.mark.parametrize(
    ("word", "language", "others"),
    [
        ("preis", "de", "preise preisen preises"),
        ("frage", "de", "fragen"),
        ("haus", "de", "hauser"),
        ("journal", "fr", "journaux"),
        ("social", "fr", "sociaux sociale sociales"),
        ("eleccion", "es", "elecciones"),
        ("japones", "es", "japonesa japoneses"),
        ("sindacato", "it", "sindacati"),
        ("banca", "it", "banche"),
        ("eleicao", "pt", "eleicoes"),
        ("fiscal", "pt", "fiscais"),
        ("school", "nl", "scholen"),
        ("brug", "nl", "bruggen"),
        ("bedrijf", "nl", "bedrijven"),
    ],
)
def test_makes_the_forms_of_a_word(word: str, language: str, others: str) -> None:
    assert forms(word, language).issuperset(others.split())


def test_a_noun_has_no_feminine() -> None:
    assert "retraite" not in forms("retrait", "fr")
    assert forms("ei", "de") == {"ei"}


@pytest.mark.parametrize(
    ("token", "word", "found"),
    [
        ("gewerbesteuer", "steuer", True),
        ("steuersenkung", "steuer", True),
        ("steuerung", "steuer", False),
        ("gaspreis", "gas", True),
        ("gasthof", "gas", False),
        ("steuer", "steuer", False),
        ("kernkraftwerke", "kraftwerk", True),
    ],
)
def test_a_compound_holds_its_parts(token: str, word: str, *, found: bool) -> None:
    assert is_compound(token, word, "de", lexicon("de").parts) is found


def test_a_compound_comes_apart() -> None:
    assert split("energiepreise", lexicon("de").parts) == ["energie", "preise"]
    assert split("qqqpreise", lexicon("de").parts) is None


@pytest.mark.parametrize(
    ("topic", "asked_in", "language"),
    [
        ("electricity prices", "en", "en"),
        ("Strompreise", "en", "de"),
        ("sciopero", "en", "it"),
        ("原子力の利用", "ja", "ja"),
        ("지하철", "en", "ko"),
        ("Zzyzx", "en", "en"),
    ],
)
def test_tells_the_language_of_a_topic(topic: str, asked_in: str, language: str) -> None:
    assert language_of(topic, asked_in, LANGUAGES) == language


def test_every_word_that_tells_is_a_thing() -> None:
    assert [thing.asked for thing in things_in("the issue of water pipes in Japan", "en")] == [
        "water pipes",
        "Japan",
    ]
    assert [thing.asked for thing in things_in("critical residents", "en")] == ["critical", "residents"]
    assert not things_in("critical", "en")[0].concepts


@pytest.mark.parametrize(
    ("text", "topic", "found"),
    [
        ("代表在中国会议上发言。", "parliament", None),
        ("中国政府在会上表示反对。", "China", "中国"),
        ("인도네시아 정부는 반대했다.", "India", None),
        ("인도 정부는 반대했다.", "India", "인도"),
    ],
)
def test_part_of_another_word_is_no_word(text: str, topic: str, found: str | None) -> None:
    language = tongue_of(text)
    (thing,) = things_in(topic, "en")
    span: Span | None = Sentence(text, language).find(thing)
    assert (text[span.start : span.end] if span else None) == found


def test_traditional_characters_are_the_same_words() -> None:
    assert simplified("電動汽車關稅") == "电动汽车关税"
    assert set(variants("关税")) >= {"关税", "關稅"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The board said that nothing had been decided.", "en"),
        ("Der Rat hat nicht beschlossen, was nach der Wahl wird.", "de"),
        ("Le conseil n'a pas dit ce que les élus vont faire avec cette somme.", "fr"),
        ("東京で会議が開かれた。", "ja"),
    ],
)
def test_tells_the_language_of_a_sentence(text: str, language: str) -> None:
    assert tongue_of(text) == language
    assert is_foreign(text) is (language != "en")


def test_every_thing_has_words_in_every_language() -> None:
    lacking = [concept.cells["en"][0] for concept in concepts() if not all(concept.cells["zh"])]
    assert not lacking
    for number, concept in enumerate(concepts()):
        if not concept.is_name:
            assert all(concept.cells.values()), concept.cells["en"]
        for language in COMPOUNDING:
            assert all(words.parts for words in expressions(number, language)), concept.cells["en"]
