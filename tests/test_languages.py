"""Ordinary questions in nine languages: what they ask, about what, and whose words."""

import pytest

from rag.abroad.languages import read
from rag.questions import understand


@pytest.mark.parametrize(
    ("language", "question", "kind", "topic", "speaker"),
    [
        ("de", "Was wurde über Strompreise gesagt?", "topic", "Strompreise", None),
        ("de", "Was hat die Ministerin zu den Strompreisen gesagt?", "topic", "Strompreisen", "Ministerin"),
        ("de", "Was sagte Minister Verhagen zur Ukraine?", "topic", "Ukraine", "Minister Verhagen"),
        ("de", "Was haben sie zum Thema Migration gesagt?", "topic", "Migration", None),
        ("de", "Gibt es Aussagen zu Atomwaffen?", "topic", "Atomwaffen", None),
        ("de", "Wurde etwas über die Renten gesagt?", "topic", "Renten", None),
        ("de", "Was steht in den Dokumenten über den Mindestlohn?", "topic", "Mindestlohn", None),
        ("de", "Hat jemand den Streik erwähnt?", "topic", "Streik", None),
        ("de", "Wer hat sich zum Klimawandel geäußert?", "who", "Klimawandel", None),
        ("de", "Wie steht die Regierung zum Tempolimit?", "topic", "Tempolimit", "Regierung"),
        ("de", "Was sagen die Dokumente zu Entlassungen?", "topic", "Entlassungen", None),
        ("de", "Was meint der Bürgermeister zum Neubau?", "topic", "Neubau", "Bürgermeister"),
        ("de", "Was ist über die Fähre bekannt?", "topic", "Fähre", None),
        ("de", "Welche Aussagen gibt es zur Inflation?", "topic", "Inflation", None),
        ("fr", "Qu'ont-ils dit sur le terrorisme ?", "topic", "terrorisme", None),
        ("fr", "Qu'a dit la ministre sur la pêche ?", "topic", "pêche", "ministre"),
        ("fr", "Qu'est-ce qui a été dit sur la retraite ?", "topic", "retraite", None),
        ("fr", "Que disent les documents de l'inflation ?", "topic", "inflation", None),
        ("fr", "Qu'a-t-on dit à propos des grèves ?", "topic", "grèves", None),
        ("fr", "A-t-on parlé du nucléaire ?", "topic", "nucléaire", None),
        ("fr", "Que pense le maire du projet de stade ?", "topic", "projet de stade", "maire"),
        ("fr", "Quelle est la position du gouvernement sur Taïwan ?", "topic", "Taïwan", "gouvernement"),
        ("fr", "Y a-t-il quelque chose sur les vaccins ?", "topic", "vaccins", None),
        ("fr", "Est-ce que quelqu'un a mentionné la grippe ?", "topic", "grippe", None),
        ("fr", "Que sait-on de la cyberattaque ?", "topic", "cyberattaque", None),
        ("fr", "Qui a parlé des impôts ?", "who", "impôts", None),
        ("fr", "Qui s'est exprimé sur le climat ?", "who", "climat", None),
        ("es", "¿Qué dijeron sobre el vertido de petróleo?", "topic", "vertido de petróleo", None),
        ("es", "¿Qué se dijo de la inflación?", "topic", "inflación", None),
        ("es", "¿Qué dijo el presidente sobre las elecciones?", "topic", "elecciones", "presidente"),
        ("es", "que dijo la ministra sobre el aborto", "topic", "aborto", "ministra"),
        ("es", "¿Qué ha dicho el alcalde acerca del estadio?", "topic", "estadio", "alcalde"),
        ("es", "¿Se mencionó el salario mínimo?", "topic", "salario mínimo", None),
        ("es", "¿Hay algo sobre las vacunas?", "topic", "vacunas", None),
        ("es", "¿Cuál es la postura del gobierno sobre Taiwán?", "topic", "Taiwán", "gobierno"),
        ("es", "¿Qué dicen los documentos sobre la sequía?", "topic", "sequía", None),
        ("es", "¿Alguien habló de la huelga?", "topic", "huelga", None),
        ("es", "¿Quién habló de impuestos?", "who", "impuestos", None),
        ("es", "¿Qué se sabe del accidente?", "topic", "accidente", None),
        ("it", "Cosa hanno detto sugli ostaggi?", "topic", "ostaggi", None),
        ("it", "Che cosa è stato detto sull'inflazione?", "topic", "inflazione", None),
        ("it", "Cosa ha detto il ministro sulle pensioni?", "topic", "pensioni", "ministro"),
        ("it", "Cosa si dice del terremoto?", "topic", "terremoto", None),
        ("it", "Cosa ne pensa il sindaco del nuovo stadio?", "topic", "nuovo stadio", "sindaco"),
        ("it", "Che dicono i documenti dello sciopero?", "topic", "sciopero", None),
        ("it", "Si è parlato di tasse?", "topic", "tasse", None),
        ("it", "Hanno parlato dei migranti?", "topic", "migranti", None),
        ("it", "Qual è la posizione del governo su Taiwan?", "topic", "Taiwan", "governo"),
        ("it", "C'è qualcosa sui vaccini?", "topic", "vaccini", None),
        ("it", "Qualcuno ha menzionato l'energia nucleare?", "topic", "energia nucleare", None),
        ("it", "Chi ha parlato di immigrazione?", "who", "immigrazione", None),
        ("it", "Cosa ha detto Derossi?", "topic", "", "Derossi"),
        ("pt", "O que disseram sobre o cessar-fogo?", "topic", "cessar-fogo", None),
        ("pt", "O que foi dito sobre a inflação?", "topic", "inflação", None),
        ("pt", "O que disse o ministro sobre as pensões?", "topic", "pensões", "ministro"),
        ("pt", "O que o presidente disse sobre a greve?", "topic", "greve", "presidente"),
        ("pt", "Que disseram da seca?", "topic", "seca", None),
        ("pt", "O que se disse acerca do aborto?", "topic", "aborto", None),
        ("pt", "Falaram de impostos?", "topic", "impostos", None),
        ("pt", "Alguém mencionou os incêndios?", "topic", "incêndios", None),
        ("pt", "Há alguma coisa sobre vacinas?", "topic", "vacinas", None),
        ("pt", "Qual é a posição do governo sobre Taiwan?", "topic", "Taiwan", "governo"),
        ("pt", "O que dizem os documentos sobre a energia nuclear?", "topic", "energia nuclear", None),
        ("pt", "Quem falou de imigração?", "who", "imigração", None),
        (
            "nl",
            "Wat is er gezegd over de stijging van de zeespiegel?",
            "topic",
            "stijging van de zeespiegel",
            None,
        ),
        ("nl", "Wat zeiden ze over de inflatie?", "topic", "inflatie", None),
        ("nl", "Wat zei de minister over Oekraïne?", "topic", "Oekraïne", "minister"),
        ("nl", "Wat heeft de burgemeester over het stadion gezegd?", "topic", "stadion", "burgemeester"),
        ("nl", "Wat vindt de gemeente van het parkeerbeleid?", "topic", "parkeerbeleid", "gemeente"),
        ("nl", "Wat staat er in de documenten over stikstof?", "topic", "stikstof", None),
        ("nl", "Is er iets gezegd over vaccins?", "topic", "vaccins", None),
        ("nl", "Heeft iemand de staking genoemd?", "topic", "staking", None),
        ("nl", "Wat is het standpunt van de regering over Taiwan?", "topic", "Taiwan", "regering"),
        ("nl", "Wie sprak over belastingen?", "who", "belastingen", None),
        ("nl", "Wie heeft iets gezegd over migratie?", "who", "migratie", None),
        ("ja", "コンテナについて何と言いましたか", "topic", "コンテナ", None),
        ("ja", "原子力について何が述べられましたか？", "topic", "原子力", None),
        ("ja", "大谷社長は半導体について何と述べましたか？", "topic", "半導体", "大谷社長"),
        ("ja", "津波に関してどんな発言がありましたか", "topic", "津波", None),
        ("ja", "賃上げに言及していますか？", "topic", "賃上げ", None),
        ("ja", "ウクライナについての発言は？", "topic", "ウクライナ", None),
        ("ja", "政府は台湾についてどのような立場ですか？", "topic", "台湾", "政府"),
        ("ja", "誰がワクチンについて話しましたか？", "who", "ワクチン", None),
        ("ko", "인질에 대해 뭐라고 했나요?", "topic", "인질", None),
        ("ko", "시장은 지하철 요금에 대해 뭐라고 말했습니까?", "topic", "지하철 요금", "시장"),
        ("ko", "미세먼지에 관해 어떤 말이 나왔나요?", "topic", "미세먼지", None),
        ("ko", "백신을 언급했나요?", "topic", "백신", None),
        ("ko", "파업에 대한 언급이 있나요?", "topic", "파업", None),
        ("ko", "정부의 대만에 대한 입장은 무엇인가요?", "topic", "대만", "정부"),
        ("ko", "누가 세금에 대해 말했나요?", "who", "세금", None),
        ("zh", "关于能源安全，他们说了什么？", "topic", "能源安全", None),
        ("zh", "他们对台湾说了什么？", "topic", "台湾", None),
        ("zh", "发言人对关税怎么说？", "topic", "关税", "发言人"),
        ("zh", "周文华谈到食品安全时说了什么？", "topic", "食品安全", "周文华"),
        ("zh", "有没有提到罢工？", "topic", "罢工", None),
        ("zh", "文件里怎么说核武器的？", "topic", "核武器", None),
        ("zh", "政府在移民问题上的立场是什么？", "topic", "移民", "政府"),
        ("zh", "谁谈到了税收？", "who", "税收", None),
        ("zh", "關於罷工，他們說了什麼？", "topic", "罷工", None),
    ],
)
def test_reads_what_is_asked(
    language: str, question: str, kind: str, topic: str, speaker: str | None
) -> None:
    found = understand(question)
    assert (found.kind, found.topic, found.speaker) == (kind, topic, speaker)
    foreign = read(question)
    assert foreign is not None
    assert foreign.language == language


@pytest.mark.parametrize(
    ("question", "topic", "event"),
    [
        ("Was wurde auf der Tagung in Bonn zur Maut gesagt?", "Maut", "Tagung in Bonn"),
        ("Qu'a-t-on dit lors du sommet de Lille sur les quotas ?", "quotas", "sommet de Lille"),
        ("¿Qué se dijo en la cumbre de Quito sobre la deuda?", "deuda", "cumbre de Quito"),
        ("Cosa hanno detto al vertice di Bari sulla pesca?", "pesca", "vertice di Bari"),
        ("O que foi dito na reunião de Évora sobre a seca?", "seca", "reunião de Évora"),
        ("Wat is er tijdens de top in Delft over huren gezegd?", "huren", "top in Delft"),
        ("札幌会議では、漁業について何が述べられましたか？", "漁業", "札幌会議"),
        ("부산 회담에서 어업에 대해 뭐라고 했나요?", "어업", "부산 회담"),
        ("大连峰会上，就渔业说了什么？", "渔业", "大连峰会"),
    ],
)
def test_reads_the_occasion(question: str, topic: str, event: str) -> None:
    found = understand(question)
    assert (found.kind, found.topic, found.event) == ("topic", topic, event)


@pytest.mark.parametrize(
    ("language", "question", "sought"),
    [
        ("de", "Wann wird die Brücke eröffnet?", "date"),
        ("de", "Wie viele Arbeitsplätze fallen weg?", "number"),
        ("de", "Wo findet der Gipfel statt?", "place"),
        ("de", "Wer ist der neue Direktor?", "person"),
        ("fr", "Quand le pont ouvrira-t-il ?", "date"),
        ("fr", "Combien de lits ont été fermés ?", "number"),
        ("es", "¿Cuándo abrirá el puente?", "date"),
        ("es", "¿Cuántas familias fueron desplazadas?", "number"),
        ("it", "Quando aprirà il ponte?", "date"),
        ("it", "Quanti operai sono morti?", "number"),
        ("pt", "Quando abre a ponte?", "date"),
        ("pt", "Quantos balcões vão fechar?", "number"),
        ("nl", "Wanneer gaat de brug open?", "date"),
        ("nl", "Hoeveel banen verdwijnen er?", "number"),
        ("nl", "Waar wordt de top gehouden?", "place"),
        ("ja", "工場はいつ完成しますか？", "date"),
        ("ja", "医師は何人不足していますか？", "number"),
        ("ko", "회담은 언제 열리나요?", "date"),
        ("ko", "주민 몇 명이 집을 잃었나요?", "number"),
        ("zh", "地铁什么时候通车？", "date"),
        ("zh", "损失了多少钱？", "number"),
    ],
)
def test_reads_what_fact_is_sought(language: str, question: str, sought: str) -> None:
    found = understand(question)
    assert (found.kind, found.sought) == ("fact", sought)
    foreign = read(question)
    assert foreign is not None
    assert foreign.language == language


@pytest.mark.parametrize(
    "question",
    [
        "Come to think of it, what did they say about tariffs?",
        "Che Guevara?",
        "Was the bridge closed?",
        "Who said that the die is cast?",
        "What did Van der Berg say about rents?",
        "Where was Los Angeles mentioned?",
    ],
)
def test_english_stays_english(question: str) -> None:
    assert read(question) is None
