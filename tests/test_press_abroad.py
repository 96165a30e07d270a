"""News and releases in nine languages other than English: whose words, quoted or reported."""

from __future__ import annotations

import json

import pytest

from eval.foreign import FOLDER, judged, read
from index.documents import Document
from rag.speakers import statements

# A language, a text, some words of it, and who is on record with them in which voice; None for the writer's own.
SAID = [
    # Spanish: a role before or behind the name, no subject at all, a title, "a su juicio"
    ("es", "«No hay agua para todos», avisó la alcaldesa de Lobera, Inés Prado, el lunes.", "No hay", "Inés Prado, alcaldesa de Lobera", "direct"),
    ("es", "El ingeniero Luis Mora Paz explicó que la presa resiste. Añadió que se revisará cada año.", "se revisará", "Luis Mora Paz, ingeniero", "reported"),
    ("es", "La ministra de Salud, Rosa Vidal, llegó tarde. «Habrá médicos», prometió la ministra.", "Habrá", "Rosa Vidal, ministra de Salud", "direct"),
    ("es", "Según la directora del museo, Eva Lara, la sala está cerrada.", "la sala", "Eva Lara, directora del museo", "reported"),
    ("es", "Para el economista Juan Sala, la crisis viene de lejos.", "la crisis", "Juan Sala, economista", "reported"),
    ("es", "El sindicato de la planta calificó la oferta de «burla total».", "burla total", "sindicato de la planta", "direct"),
    ("es", "Preguntado por el cierre, el concejal Raúl Gil contestó que no le consta.", "no le consta", "Raúl Gil, concejal", "reported"),
    ("es", "El puente, que criticó la oposición, mide cien metros y las obras siguen.", "mide", None, "narration"),
    ("es", "La empresa Minas del Sur niega los hechos. En una nota, aseguró que cumple la ley.", "cumple", "empresa Minas del Sur", "reported"),
    # French: inversion with a hyphen, apposition, a title, "selon"
    ("fr", "Le préfet Paul Roux est venu. « Rien n'est décidé », a-t-il prévenu.", "Rien", "Paul Roux, préfet", "direct"),
    ("fr", "Anne Le Goff, présidente de la région, a indiqué que les trains rouleraient en mai.", "rouleraient", "Anne Le Goff, présidente de la région", "reported"),
    ("fr", "Selon elle, rien ne presse.", "rien ne presse", None, "narration"),
    ("fr", "La présidente Anne Le Goff parle. Elle plaide pour un moratoire sur la pêche.", "moratoire", "Anne Le Goff, présidente", "reported"),
    # German: subjunctive that goes on, "so", the verb before its subject, a genitive
    ("de", "Landrat Jens Thiele warnte vor Eile. Der Hang sei nicht sicher und die Straße bleibe gesperrt.", "Der Hang", "Jens Thiele, Landrat", "reported"),
    ("de", "„Das reicht nicht“, so Gewerkschaftssekretärin Ute Brand.", "Das reicht", "Ute Brand, Gewerkschaftssekretärin", "direct"),
    ("de", "Der Vorsitzende des Vereins, Kai Lorenz, freute sich. Nach Lorenz' Angaben kamen 300 Gäste und der Verein ist froh.", "freute", None, "narration"),
    ("de", "Die Halle werde im Mai fertig, versprach Bauleiterin Mira Hahn.", "im Mai", "Mira Hahn, Bauleiterin", "reported"),
    ("de", "Ministerin Brockmann kam zu der Feier. Ferner kündigte Brockmann ein Gesetz für die Häfen an.", "ein Gesetz", "Brockmann", "reported"),
    # Italian, Portuguese, Dutch
    ("it", "La sindaca Lia Conti ha ricordato che il ponte è sicuro. Ha poi aggiunto che sarà dipinto.", "sarà dipinto", "Lia Conti, sindaca", "reported"),
    ("it", "Di altro avviso il presidente, Ugo Neri, secondo cui il piano costa troppo.", "costa troppo", "Ugo Neri, presidente", "reported"),
    ("pt", "“Não há verba”, disse o secretário de Obras, Caio Pinto. Segundo ele, a obra para em maio.", "a obra para", "Caio Pinto, secretário de Obras", "reported"),
    ("nl", "Wethouder Bram de Wit kondigde aan dat de markt verhuist.", "verhuist", "Bram de Wit, Wethouder", "reported"),
    ("nl", "Directeur Ilse van der Horst was er niet. ‘Wij wachten af’, aldus Van der Horst.", "Wij wachten", "Ilse van der Horst, Directeur", "direct"),
    # Korean: two quotations of one sentence, an office with its body, no subject, what a release says itself
    ("", "이소라 환경부 과장은 “물이 부족하다”며 “비가 와야 한다”고 말했다.", "비가", "이소라, 환경부 과장", "direct"),
    ("", "박지훈 시장은 다리를 고치겠다고 밝혔다. 이어 “예산은 충분하다”고 덧붙였다.", "예산은", "박지훈, 시장", "direct"),
    ("", "한국등대협회에 따르면 등대는 모두 40곳이다.", "40곳", "한국등대협회", "reported"),
    ("", "이른바 ‘등대 지도’가 나온다.", "등대 지도", None, "narration"),
    # Japanese: from whom, both ministers, a credit, an office alone
    ("", "高木大臣から、支援に謝意を述べました。", "支援に", "高木, 大臣", "reported"),
    ("", "両大臣は、協力を深めることで一致しました。", "協力を", "両大臣", "reported"),
    ("", "市の担当者によると、橋は来年に完成する見通しだ。", "橋は", "市の担当者", "reported"),
    ("", "森田正市長は橋を訪れた。これに対し市長は「すぐ直す」と応じた。", "すぐ直す", "森田正, 市長", "direct"),
    # Chinese: an office and a name without a gap, the name alone, behind the words, traditional characters
    ("", "水务局局长江一帆17日表示，水库没有漏水。", "水库", "江一帆, 水务局局长", "reported"),
    ("", "副市长江一帆到场。江一帆承认，工期太紧。", "工期", "江一帆, 副市长", "reported"),
    ("", "“桥很安全，”市长江一帆说。", "桥很", "江一帆, 市长", "direct"),
    ("", "縣長葉文德昨日到場視察時表示，水位仍在上漲。", "水位", "葉文德, 縣長", "reported"),
    ("", "一名不愿透露姓名的居民抱怨：“没有人告诉我们。”", "没有人", None, "direct"),
]  # fmt: skip


# A sentence alone is too short to tell its language by.
MORE = {
    "es": "\n\nLos vecinos y las autoridades han esperado mucho, pero sin una respuesta para todos.",
    "de": "\n\nDie Leute und der Rat haben auf eine Antwort nicht lange gewartet.",
    "it": "\n\nLa gente della zona ha atteso anche una risposta che non sono state date nel paese.",
}


@pytest.mark.parametrize(("language", "text", "words", "speaker", "voice"), SAID)
def test_whose_words_they_are(language: str, text: str, words: str, speaker: str | None, voice: str) -> None:
    place = text.index(words)
    text += MORE.get(language, "")
    made = statements(Document("a.txt", "/a.txt", "", None, None, text, ()))
    found = next(((one.speaker, one.voice) for one in made if one.start <= place < one.end), None)
    assert found == (None if voice == "narration" else (speaker, voice))


def test_a_release_in_bullets_speaks_for_its_ministry() -> None:
    text = "보도자료\n\n등대관리부 | 2025. 5. 1.\n\n□ 등대를 40곳에서 50곳으로 늘린다.\n\nㅇ 새 등대는 섬에 세운다.\n"
    made = statements(Document("a.txt", "/a.txt", "", None, None, text, ()))
    assert {(one.speaker, one.voice) for one in made} == {("등대관리부", "reported")}


@pytest.mark.parametrize(("folder", "least"), [("", 0.99), ("held", 0.92)])
def test_the_articles_that_ship_score_what_is_documented(folder: str, least: float) -> None:
    found = [
        outcome
        for file in (FOLDER / "news" / folder).glob("*.txt")
        for _, outcome, _ in judged(file.name, file.read_text("utf-8"))
    ]
    assert len(found) > 150
    assert found.count("right") / len(found) >= least


@pytest.mark.parametrize(("half", "least"), [("tuned", 0.99), ("held", 0.93)])
def test_the_questions_that_ship_are_read_as_documented(half: str, least: float) -> None:
    lines = (FOLDER / f"readings-{half}.jsonl").read_text("utf-8").splitlines()
    right = [read(json.loads(line))[0] == "right" for line in lines]
    assert len(right) > 60
    assert sum(right) / len(right) >= least
