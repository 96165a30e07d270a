"""Who is on record with what: the constructions of news writing, one literal example each."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.checking import check
from index.collection import Collection
from index.documents import Document, Furniture, Span
from index.embedding import Embedder
from rag.quotes import Statement
from rag.speakers import attribute, is_stale, note, statements


def document(text: str, title: str = "", furniture: tuple[Furniture, ...] = ()) -> Document:
    return Document("a.txt", "/a.txt", title, None, None, text, furniture)


def holding(text: str, words: str, title: str = "") -> Statement:
    """The statement in which the words stand."""
    start = text.index(words)
    found = [s for s in statements(document(text, title)) if s.start <= start < s.end]
    assert found, f"nobody is on record with {words!r}"
    return found[0]


# text, words of the quotation, speaker (None: unknown)
DIRECT = [
    (
        "La ministre de la mer, Solène Kermadec, a appelé au calme. Interrogée sur Radio Lune, elle a exclu"
        " toute fermeture : « Le port restera ouvert tout l'hiver. »",
        "Le port restera",
        "Solène Kermadec",
    ),
    (
        "« C'est de la poudre aux yeux », raille le député Yann Le Bihan, qui demande un vote.",
        "C'est de la poudre",
        "Yann Le Bihan, député",
    ),
    (
        "Pour l'économiste Luc Daniel, la digue coûtera cher. « La criée ne suffira pas », calcule-t-il.",
        "La criée ne",
        "Luc Daniel",
    ),
    # after the quotation
    ("“The bridge will reopen in May,” Ana Torres said.", "The bridge", "Ana Torres"),
    ("“The bridge will reopen in May,” said Ana Torres.", "The bridge", "Ana Torres"),
    ("“The bridge will reopen in May,” said Mayor Ana Torres on Friday.", "The bridge", "Ana Torres, Mayor"),
    ("“The bridge will reopen,” said Ana Torres, the city's chief engineer.", "The bridge", "Ana Torres, city's chief engineer"),
    ("“The bridge will reopen,” the city's chief engineer, Ana Torres, told reporters.", "The bridge", "Ana Torres, city's chief engineer"),
    ("“The bridge will reopen,” Ana Torres, 45, of Leeds, told the BBC.", "The bridge", "Ana Torres"),
    ("“The bridge will reopen,” Ana Torres, who designed it, added in an email.", "The bridge", "Ana Torres"),
    ("“Will the bridge reopen?” asked Ana Torres.", "Will the bridge", "Ana Torres"),
    ("“The bridge will reopen!” Ana Torres shouted.", "The bridge", "Ana Torres"),
    ("“The bridge will reopen,” Ana Torres shrugged.", "The bridge", "Ana Torres"),
    ("“The bridge will reopen”, Ana Torres says.", "The bridge", "Ana Torres"),
    ("“The bridge will reopen.” — Ana Torres", "The bridge", "Ana Torres"),
    ("“The bridge will reopen in May,” according to Ana Torres.", "The bridge", "Ana Torres"),
    ("“The bridge will reopen in May,” reads a statement from the ministry.", "The bridge", "the ministry"),
    ("“The bridge is safe,” the ministry said in a statement.", "The bridge", "the ministry"),
    ("“The bridge is safe,” the Transport Ministry said on Monday.", "The bridge", "Transport Ministry"),
    ("“The bridge is safe,” a senior official said.", "The bridge", "a senior official"),
    ("“The bridge is safe,” a spokesman for the Highways Agency said.", "The bridge", "a spokesman for the Highways Agency"),
    ("“The bridge is safe,” said a Leeds police dispatcher.", "The bridge", "a Leeds police dispatcher"),
    ("“The bridge is safe,” State Department spokesman Paul Grey told a briefing.", "The bridge", "Paul Grey, State Department spokesman"),
    ("“The bridge is safe,” tweeted Sen. Ana Torres (D-Ohio).", "The bridge", "Ana Torres, Sen."),
    ("“The bridge is safe,” U.S. Secretary of Transport Ana Torres said recently before a meeting in Rome.", "The bridge", "Ana Torres, U.S. Secretary of Transport"),
    ("“The bridge is safe.” U.S. Secretary of State Ana Torres said recently before a meeting in Rome.", "The bridge", "Ana Torres, U.S. Secretary of State"),
    ("« Le pont est solide », a lancé Yves Le Bras, président du port.", "Le pont", "Yves Le Bras, président du port"),
    ("La préfète, Jeanne Morin, a répondu que le port resterait ouvert. « Le pont est solide », a-t-elle assuré.", "Le pont", "Jeanne Morin, préfète"),
    ("Le maire, Jean Morin, est prudent. « Le pont est solide », explique-t-il.", "Le pont", "Jean Morin, maire"),
    ("Kritik kam vom Verband. Dessen Sprecherin Petra Kranz erklärte: „Die Brücke ist sicher.“", "Die Brücke", "Petra Kranz, Sprecherin"),
    ("„Die Brücke ist sicher“, sagte Oberbürgermeisterin Petra Kranz am Montag.", "Die Brücke", "Petra Kranz, Oberbürgermeisterin"),
    # before the quotation
    ("Ana Torres said: “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres told Paul Grey, “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres told reporters in Rome on Monday that “the bridge is perfectly safe.”", "the bridge", "Ana Torres"),
    ("In Rome, Ana Torres, the engineer, said that “the bridge is safe.”", "the bridge", "Ana Torres, engineer"),
    ("Asked about the delay, Ana Torres replied: “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Speaking after talks with Paul Grey, Ana Torres said: “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres thanked the crew, saying, “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres thanked the crew and said: “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres was more cautious: “The bridge may be safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres: “The bridge is safe for now.”", "The bridge", "Ana Torres"),
    ("In the words of Ana Torres, “the bridge is safe for now.”", "the bridge", "Ana Torres"),
    ("Ana Torres's message was simple: “The bridge is safe for now.”", "The bridge", "Ana Torres"),
    ("According to Ana Torres, “the bridge is safe for now.”", "the bridge", "Ana Torres"),
    ("The agency quoted Ana Torres as saying: “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres was quoted by the agency as saying, “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Ana Torres called the bridge “a disgrace to the city.”", "a disgrace", "Ana Torres"),
    ("The bridge was described as “a disgrace to the city” by Ana Torres.", "a disgrace", "Ana Torres"),
    ("Ana Torres, whose firm built the bridge, has vowed to “fight every single claim”.", "fight every", "Ana Torres"),
    ("The bridge was “a disgrace to the city,” Ana Torres said.", "a disgrace", "Ana Torres"),
    ("Paul Grey met Ana Torres. She said: “The bridge is safe.”", "The bridge", "Ana Torres"),
    ("The bridge was hailed by Paul Grey as “a feat of engineering”. Ana Torres left.", "a feat", "Paul Grey"),
    ("Ana Torres spoke. Asked if she had rung Acme Works, she said: “Not at all.”", "Not at all", "Ana Torres"),
    ("Leeds Mayor, Labour Councillor Ana Torres: “The bridge is safe for now.”", "The bridge", "Ana Torres, Labour Councillor"),
    ("Ana Torres MP, Labour’s roads spokeswoman, responding to Paul Grey’s speech, said:\n\n“The bridge is safe.”", "The bridge", "Ana Torres, Labour's roads spokeswoman"),
    ("The sources quoted Ana Torres as telling Paul Grey that “the bridge is safe.”", "the bridge", "Ana Torres"),
    ("Ana Torres attacked Paul Grey for calling her “a danger to the city”.", "a danger", "Paul Grey"),
    # across sentences and paragraphs
    ("“The bridge is safe,” Ana Torres said. “It will reopen.”", "It will", "Ana Torres"),
    ("“The bridge is safe,” she said. “It will reopen.”", "It will", None),
    ("Ana Torres was there.\n\n“The bridge is safe,” she said. “It will reopen.”", "It will", "Ana Torres"),
    ("“The bridge,” Ana Torres said, “is safe.”", "is safe", "Ana Torres"),
    ("“The bridge is safe,” said Ana Torres, adding that “it will reopen in May.”", "it will", "Ana Torres"),
    ("Ana Torres gave her view:\n\n“The bridge is safe.”", "The bridge", "Ana Torres"),
    ("Then came the verdict of the engineers, said Ana Torres:\n\n“The bridge is safe.”", "The bridge is", "Ana Torres"),
    ("“The bridge is safe,” Ana Torres said.\n\n“It will reopen in May.”", "It will", "Ana Torres"),
    ("Ana Torres said the work was done.\n\n“It will reopen in May.”", "It will", "Ana Torres"),
    ("“The bridge is safe.\n\n“It will reopen in May,” Ana Torres said.", "The bridge", "Ana Torres"),
    ("Ana Torres said: “The bridge is safe.\n\n“It will reopen.\n\n“Come and see.”", "Come and", "Ana Torres"),
    ("Ana Torres spoke first. “The bridge is safe.” Paul Grey disagreed. “Nothing is safe.”", "Nothing", "Paul Grey"),
    ("“Is it safe?” Paul Grey asked.\n\n“It is safe,” Ana Torres said.\n\n“Are you sure?” Paul Grey asked.\n\n“Quite sure of it.”", "Quite sure", "Ana Torres"),
    ("Ana Torres spoke.\n\nThe river rose all night.\n\nIt fell again.\n\n“Nobody slept that night.”", "Nobody", None),
    # pronouns, titles and short forms
    ("The two governments opposed tolls at sea, and said that they would wait.\n\nThe two governments called a quiet Dover Strait vital to trade. “It is safe,” they said.", "It is safe", "The two governments"),
    ("Mayor Ana Torres opened the bridge. “It is safe,” the mayor said.", "It is safe", "Ana Torres, Mayor"),
    ("Ana Torres and Paul Grey met. “It is safe,” Torres said.", "It is safe", "Ana Torres"),
    ("Ana Torres and Paul Grey met. “It is safe,” Mr Grey said.", "It is safe", "Paul Grey"),
    ("Prime Minister Li Wei met President Paul Grey. “It went well,” the president said.", "It went", "Paul Grey, President"),
    ("Prime Minister Li Wei met President Paul Grey. “It went well,” the prime minister said.", "It went", "Li Wei, Prime Minister"),
    ("Kim Sang-ho, the foreign minister, arrived. “It went well,” Kim said.", "It went", "Kim Sang-ho, foreign minister"),
    ("Xi Jinping arrived in Rome. “It went well,” Xi said.", "It went", "Xi Jinping"),
    ("Sarah Grey met Paul Stone. “It went well,” she said.", "It went", "Sarah Grey"),
    ("Sarah Grey met Paul Stone. “It went well,” he said.", "It went", "Paul Stone"),
    ("Paul Grey and John Grey run the firm. “It went well,” Grey said.", "It went", "Grey"),
    ("Singer Nina Holm won twice. “It went well,” the 34-year-old said.", "It went", "Nina Holm, Singer"),
    ("Nina Holm won twice. “It went well,” the singer added.", "It went", "Nina Holm"),
    # marks
    ('"The bridge is safe," Ana Torres said.', "The bridge", "Ana Torres"),
    ('The bridge is safe, "as far as we know", Ana Torres said.', "as far", "Ana Torres"),
    ("‘The bridge is safe,’ Ana Torres said. ‘It won’t fall.’", "It won’t", "Ana Torres"),
    ("'The bridge is safe,' Ana Torres said. 'It won't fall.'", "It won't", "Ana Torres"),
    ("“He told me ‘the bridge is safe’ and left,” Ana Torres said.", "the bridge is", "Ana Torres"),
    ("“The bridge is safe. “It will reopen,” Ana Torres said.", "The bridge", "Ana Torres"),
    ("Ana Torres said, “The bridge is safe.\n\nThe river rose.", "The bridge", "Ana Torres"),
    ("“The [new] bridge . . . is safe,” Ana Torres said.", "The [new]", "Ana Torres"),
    ("«El puente es seguro», dijo Ana Torres.", "El puente", "Ana Torres"),
    ("« Le pont est sûr », a déclaré Anne Morel.", "Le pont", "Anne Morel"),
    ("„Die Brücke ist sicher“, sagte Anna Vogel.", "Die Brücke", "Anna Vogel"),
    ("»Die Brücke ist sicher«, erklärte Anna Vogel.", "Die Brücke", "Anna Vogel"),
    # wire services
    ("SEOUL, Aug. 20 (Yonhap) -- Foreign Minister Kim Sang-ho said Tuesday the two sides will \"keep talking.\"", "keep talking", "Kim Sang-ho, Foreign Minister"),
    ("TOKYO (Kyodo) -- \"We will respond calmly,\" Chief Cabinet Secretary Ichiro Sato told a press conference.", "We will", "Ichiro Sato, Chief Cabinet Secretary"),
    ("BEIJING, May 2 (Xinhua) -- \"China will stay open,\" said Wang Lihua, spokesperson for the commerce ministry.", "China will", "Wang Lihua, spokesperson for the commerce ministry"),
    ("WASHINGTON (AP) — “We are close,” White House press secretary Dana Reed said Thursday.", "We are", "Dana Reed, White House press secretary"),
    ("(Reuters) - \"Prices will fall,\" Acme chief executive Paul Grey said on a call with analysts.", "Prices", "Paul Grey, Acme chief executive"),
    ("A government spokesman said: “We do not comment on leaks.”", "We do not", "A government spokesman"),
    # titles, descriptions and few words that go on
    ("Gov. Ana Torres smiled. “Bring it on,” the governor said.", "Bring it", "Ana Torres, Gov."),
    ("Sen. Ana Torres vowed to vote. “We will vote,” Torres said. Paul Grey, a rival, protested.\n\nTorres laughed when asked. “He has run since school,” the senator said.", "He has run", "Ana Torres, Sen."),
    ("Coach Uli Brandt was asked whether he would celebrate.\n\nThe German grinned and said: “With a cup of tea.”", "With a cup", "Uli Brandt, Coach"),
    ("“Nobody reads your letters,” Ana Torres said. “Nobody.”", "Nobody.", "Ana Torres"),
    ("Ana Torres has called the bill “dead on arrival,” a phrase she repeated on Sunday.", "dead on", "Ana Torres"),
    ("The National Transport and Safety Authority said the bus “had not been inspected since 2021.”", "had not been", "National Transport and Safety Authority"),
    ("The Energy and Water Authority said the bus “had not been inspected since 2021.”", "had not been", "Energy and Water Authority"),
    ("The Welsh government says that it has paid. “Every household has a grant,” a spokesman said.", "Every household", "a spokesman for the Welsh government"),
    ("Lead counsel Ana Torres said so.\n\nThe hospital trust issued a statement. “We note the verdict of the court,” it read.", "We note", "The hospital trust"),
    ("Ana Torres was asked why. She considers this for a long time.\n\n“My father was a miner.\n\n“I promised him that I would stop.”", "I promised", "Ana Torres"),
    ("„Die Brücke ist sicher“, sagte Anna Vogel vor Journalisten.", "Die Brücke", "Anna Vogel"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), DIRECT)
def test_quoted_words_are_attributed(text: str, words: str, speaker: str | None) -> None:
    found = holding(text, words)
    assert (found.speaker, found.voice) == (speaker, "direct")


REPORTED = [
    ("Ana Torres said the bridge was safe.", "the bridge", "Ana Torres"),
    ("Secretary Torres stressed that the bridge was safe. Ana Torres flew home.", "the bridge", "Ana Torres, Secretary"),
    ("The bridge was safe, Ana Torres said on Monday.", "The bridge", "Ana Torres"),
    ("The bridge was safe, said Ana Torres.", "The bridge", "Ana Torres"),
    ("According to the Transport Ministry, the bridge was safe.", "the bridge", "Transport Ministry"),
    ("The bridge was safe, according to a statement from the Transport Ministry.", "The bridge", "Transport Ministry"),
    ("The minister, Ana Torres, met the crew. She also noted that the bridge was safe.", "the bridge", "Ana Torres, minister"),
    ("The Ministers agreed to reopen the bridge in May.", "reopen", "The Ministers"),
    ("Foreign Minister Li Wei and President Paul Grey met. The two leaders agreed to reopen the bridge.", "reopen", "Li Wei and Paul Grey"),
    ("Ana Torres told Paul Grey that the bridge was safe.", "the bridge", "Ana Torres"),
    ("Ana Torres said the bridge, “a disgrace to us all,” would close.", "the bridge", "Ana Torres"),
    ("Residents say the bridge shakes at night.", "the bridge", "residents"),
    ("Ana Torres asked how much the bridge would cost.", "the bridge", "Ana Torres"),
    ("Ana Torres asked for a new bridge near the school.", "the school", "Ana Torres"),
    ("Ms. Torres stated that the pier was rotten. She asked for a new bridge by spring.", "a new bridge", "Torres"),
    ("Mr. Grey reported that the pier was rotten. He asked the committee for a new bridge.", "a new bridge", "Grey"),
    ("Ana Torres told the board that the pier was rotten. She objected to the new bridge.", "new bridge", "Ana Torres"),
    ("Ms. Torres asked about the price of oak.", "the price", "Torres"),
    ("Ms. Torres wanted to know whether the bridge was safe.", "was safe", "Torres"),
    ("Ms. Torres asked who would pay, and Mr. Grey replied that the bridge was paid for.", "who would", "Torres"),
    ("Ms. Torres asked who would pay, and Mr. Grey replied that the bridge was paid for.", "paid for", "Grey"),
    ("Ms. Torres asked about the bridge, but Mr. Grey said that it was closed. He added that oak was dear.", "oak was", "Grey"),
    ("Ana Torres said the bridge was safe while the mayor warned that it was rotten.", "was rotten", "the mayor"),
    ("Ana Torres said that the bridge was safe, and that Paul Grey had agreed.", "Grey had", "Ana Torres"),
    ("Ana Torres said that the bridge was safe, and she added that oak was dear.", "oak was", "Ana Torres"),
    ("Ana Torres called the bridge “a bad old joke” and demanded that it be closed.", "be closed", "Ana Torres"),
    ("Ana Torres said that the bridge was “a bad old joke”, and that Paul Grey had known it.", "known it", "Ana Torres"),
    ("President Grey met Crown Prince Idris bin Salim of Kelda. The Crown Prince announced that the bridge was paid for.", "paid for", "Idris bin Salim, Crown Prince"),
    ("The mayor, Paul Grey, met His Royal Highness Prince Tomas Holm. The Prince said that the bridge was old.", "was old", "Tomas Holm, Prince"),
    ("King Olaf met the mayor, Paul Grey. The King warned that the bridge was rotten.", "was rotten", "King Olaf"),
    ("Ana Torres had argued for a bridge of wood.", "of wood", "Ana Torres"),
    ("Ana Torres spoke against the new bridge.", "new bridge", "Ana Torres"),
    ("Ana Torres spoke in favour of the new bridge.", "new bridge", "Ana Torres"),
    ("Councillor Torres asked staff for a report on the bridge.", "on the bridge", "Councillor Torres"),
    ("Councillors Ana Torres and Paul Grey were there. Councillor Torres said the bridge was safe.", "was safe", "Ana Torres, Councillor"),
    ("Justice Ana Torres read the file. The judge said the bridge was unsafe.", "was unsafe", "Ana Torres, Justice"),
    ("The Dell Institute called the bridge safe. The Kelda Port Authority has closed the bridge, because a beam is loose, it said.", "is loose", "Kelda Port Authority"),
    ("The Port Authority asked for a plan. The company answered that the bridge was safe.", "was safe", "The company"),
    ("Ana Torres opposed the bridge because it would spoil the view.", "the bridge", "Ana Torres"),
    ("Ana Torres dismissed the claim that the bridge was unsafe.", "the bridge", "Ana Torres"),
    ("“The bridge is safe,” Ana Torres said. She believes that the road will follow.", "the road", "Ana Torres"),
    ("The minister, Paul Grey, rejects that. In a letter he told the crew that the bridge was safe.", "the bridge", "Paul Grey, minister"),
    ("The minister, Paul Grey, rejects that.", "rejects", "Paul Grey, minister"),
    ("Ana Torres pointed out that the bridge was safe.", "the bridge", "Ana Torres"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTED)
def test_indirect_speech_is_reported(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert (found.speaker, found.voice) == (speaker, "reported")


NARRATION = [
    "The bridge reopened on Monday after a year of work.",
    "The so-called “bridge of sighs” reopened on Monday.",
    "She read “The Old Man and the Sea” on the train.",
    "Dwayne “The Rock” Stone opened the bridge.",
    "The comments were made on Monday, and the claims were false.",
    "He was told to leave the bridge.",
    "Ana Torres points at the bridge, where the crew is waiting.",
    "Ana Torres asked the crew to leave the bridge.",
    "Ana Torres asked a driver for the way to the bridge.",
    "Paul Grey was asked for the key of the bridge.",
    "Paul Grey, asked about the bridge, shook his head, and left.",
    "Ana Torres wanted to go to the bridge in the morning.",
    "Ana Torres spoke for more than an hour on the bridge.",
    "The two of them argued for a whole week over the bridge.",
    "The storm led to calls for a new bridge.",
    "The council rejected the bridge.",
    "After the Lotte Maren I told the owners that nobody should sail.",
    "She gets 110 euros a tonne for wheat that sells for 240.",
    "A short note written for the council of the town from reports of the bridge; not an official record.",
    "The workers' bridge and the drivers' road reopened in the '90s.",
    "Ana Torres (left) and Paul Grey at the bridge in Rome on Friday, Sept. 28, 2012.",
]


@pytest.mark.parametrize("text", NARRATION)
def test_narration_is_nobodys_statement(text: str) -> None:
    assert statements(document(text)) == ()


MINUTES = """HALDEN TOWN COUNCIL

Present: Councillors Amis, Bright, Cole and Dale.

44. FLOOD DEFENCES
Councillor Dale asked what the port would pay. The Chief Executive replied that it had offered 3 million crowns.
Councillor Amis said that this was not enough. She asked for a study.
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("what the port would pay", "Councillor Dale"),
        ("it had offered", "The Chief Executive"),
        ("not enough", "Councillor Amis"),
        ("for a study", "Councillor Amis"),
    ],
)
def test_minutes_name_members_and_offices(words: str, speaker: str) -> None:
    assert holding(MINUTES, words).speaker == speaker


JOINT = """The following text was released by the Governments of Norland and Sudland on the occasion of the Northern Bridges Dialogue.

"We, the Minister of Works of Norland and the Minister of Roads of Sudland, met on May 2, 2023, to talk of bridges."

"We reaffirm our commitment to safe bridges. The Minister of Works reiterated that Norland will pay for the paint."

End text.

Related documents"""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He also stressed the need for new quays.", "Norland Trade Department"),
        ("He stressed the need for new quays.", None),
        ("Mayor Ann Bell left. She also stressed the need for new quays.", "Ann Bell, Mayor"),
    ],
)
def test_who_also_speaks_where_a_body_has_the_floor(text: str, speaker: str | None) -> None:
    before = "Minister Tom Reed waved.\n\n“The harvest is late,” the Norland Trade Department said. "
    said = [one for one in statements(document(before + text)) if one.voice == "reported"]
    assert [one.speaker for one in said] == ([speaker] if speaker else [])


def test_a_joint_text_is_spoken_by_its_bodies() -> None:
    found = holding(JOINT, "We reaffirm")
    assert (found.speaker, found.voice) == ("Governments of Norland and Sudland", "joint")
    assert (holding(JOINT, "We, the Minister").voice) == "joint"


def test_a_joint_text_reports_single_persons() -> None:
    found = holding(JOINT, "Norland will pay")
    assert found.voice == "reported"
    assert found.speaker is not None
    assert "Minister of Works" in found.speaker


def test_a_joint_text_ends_where_it_says_so() -> None:
    assert all(JOINT[s.start : s.end] != "Related documents" for s in statements(document(JOINT)))


WHOLE = [
    # title, text, words, speaker, voice
    ("Joint Statement of Norland and Sudland", "The bridge is open.\n\nBoth sides welcome it.", "Both sides", "Norland and Sudland", "joint"),
    ("Joint Statement of the Ministers for Foreign Affairs of Norland and Sudland on Ports", "The port is open.", "The port", "Ministers for Foreign Affairs of Norland and Sudland", "joint"),
    ("Joint Statement of Norland and Sudland for the Day of the Sea", "The port is open.", "The port", "Norland and Sudland", "joint"),
    ("TANSY DECLARATION", "TANSY DECLARATION\n\nJoint Statement of the Kingdom of Norland and the Sudland Republic on the occasion of the Third Meeting on Bridges\n\n1. The bridge is open.\n\n2. The Ministers noted that it carries trains.", "The bridge", "Kingdom of Norland and the Sudland Republic", "joint"),
    ("JOINT STATEMENT", "JOINT STATEMENT\nof the Ministers of Fisheries of Norland and Sudland\nTarn, 3 May 2021\n\n1. We met in Tarn. The port is open.", "The port", "Ministers of Fisheries of Norland and Sudland", "joint"),
    ("Norland-Sudland Joint Leaders’ Statement", "The leaders met in Rome.", "The leaders", "Norland-Sudland", "joint"),
    ("Rome talks", "We, the leaders of Norland and Sudland, gathered in Rome today.\n\nWe agree.", "We agree.", "leaders of Norland and Sudland", "joint"),
    ("Rome talks", "We, the Envoy of Norland, the Envoy of Sudland, and the Envoy of Estland, met.\n\nWe agree.", "We agree.", "Envoy of Norland, the Envoy of Sudland, and the Envoy of Estland", "joint"),
    ("Statement by President Ana Torres on Bridges", "Bridges matter to me.\n\nI will build more.", "I will", "Ana Torres, President", "direct"),
    ("Statement from the Bridge Agency", "The bridge is open.", "The bridge", "Bridge Agency", "direct"),
    ("Remarks as Prepared for Delivery by First Lady Ana Torres at the Bridge", "Good evening to you all.", "Good evening", "Ana Torres, First Lady", "direct"),
    ("Remarks by President Ana Torres Aboard the Ferry Gull", "Good evening to you all.", "Good evening", "Ana Torres, President", "direct"),
    ("Remarks by President Torres Cutting the Ribbon of a Bridge", "Good evening to you all.", "Good evening", "President Torres", "direct"),
    ("Day of the Bridge", "Bridges join us.\n\nNOW, THEREFORE, I, ANA M. TORRES, Governor of the State of Norland, by virtue of the authority vested in me, do hereby proclaim May 4 as Day of the Bridge.", "Bridges join", "Ana M. Torres", "direct"),
    ("Day of the Bridge", "Bridges join us.\n\nNow, therefore, I, Ana Torres, Mayor of Tarn, do hereby proclaim May 4 as Day of the Bridge.", "Bridges join", "Ana Torres", "direct"),
    ("A Proclamation on Bridges", "Bridges join us. I call on all to cross them.\n\nANA M. TORRES", "Bridges join", "Ana M. Torres", "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "words", "speaker", "voice"), WHOLE)
def test_a_document_can_speak_with_one_voice(
    title: str, text: str, words: str, speaker: str, voice: str
) -> None:
    found = holding(text, words, title)
    assert (found.speaker, found.voice) == (speaker, voice)


CITED = """Welcome to the bridge. As the great engineer Marek Dorn once wrote, “A bridge is a promise that two shores make.” I keep that promise.

Eva Lund built half of this town, so I will end with her words: “Whoever draws a line must be ready to cross it.”

I told Eva Lund, “You will see it finished before the summer is over.” He said, “Nobody ever finished a bridge on time before.” They call him the “old man of the river”."""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("A bridge is a promise", "Marek Dorn, engineer"),
        ("Whoever draws", "Eva Lund"),
        ("Welcome to", "Ana Torres, President"),
        ("I keep that promise", "Ana Torres, President"),
        ("You will see it", "Ana Torres, President"),
        ("Nobody ever finished", "Ana Torres, President"),
        ("old man", "Ana Torres, President"),
    ],
)
@pytest.mark.parametrize("opening", ["", "Bridge of Tarn\n\n2:05 P.M.\n\nTHE PRESIDENT:  "])
def test_words_quoted_in_a_speech_are_whose_it_says_they_are(opening: str, words: str, speaker: str) -> None:
    assert holding(opening + CITED, words, "Remarks by President Ana Torres at a Bridge").speaker == speaker


ISSUED = """STATEMENT FROM MARLOW STEEL ON THE OUTAGE

Marlow Steel confirms that its furnace is shut. Nobody was hurt.

Ida Holm, Chief Executive of Marlow Steel, said: “We will find out why. The furnace stays shut.”

The company has told its customers. “The crew did what they were trained for,” said Erik Lund, the site manager. Deliveries go on. “I thank them,” he added.

Ends

Notes to editors
Marlow Steel was founded in 1901.
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("its furnace is shut", "Marlow Steel"),
        ("find out why", "Ida Holm, Chief Executive of Marlow Steel"),
        ("has told its customers", "Marlow Steel"),
        ("The crew did", "Erik Lund, site manager"),
        ("Deliveries go on", "Marlow Steel"),
        ("I thank them", "Erik Lund, site manager"),
    ],
)
@pytest.mark.parametrize("issuer", ["MARLOW STEEL", "Marlow Steel"])
def test_a_body_quotes_persons_in_its_own_statement(words: str, speaker: str, issuer: str) -> None:
    found = holding(ISSUED, words, f"Statement from {issuer} on the Outage")
    assert (found.speaker, found.voice) == (speaker, "direct")


@pytest.mark.parametrize("words", ["said:", "Ends", "Notes to", "founded in"])
def test_what_is_around_a_statement_is_nobodys(words: str) -> None:
    start = ISSUED.index(words)
    found = statements(document(ISSUED, "Statement from Marlow Steel on the Outage"))
    assert not any(s.start <= start < s.end for s in found)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Joint statement by Norland and Sudland",
            "“We agree,” the ministers said in a joint statement. The bridge opened.",
        ),
        (
            "Statement by President Torres angers Sudland",
            "President Torres said the bridge was hers. Sudland closed the road.",
        ),
        (
            "Readout of President Ana Torres’s Call with Paul Grey",
            "The two presidents spoke of bridges and of roads.",
        ),
    ],
)
def test_an_article_about_a_statement_is_not_the_statement(title: str, text: str) -> None:
    last = text.rsplit(". ", maxsplit=1)[-1]
    assert all(last not in text[s.start : s.end] for s in statements(document(text, title)))


TRANSCRIPT = """Briefing Room

2:05 P.M. EST

MS. TORRES:  Good afternoon.  The bridge
is open.

It is safe.

Q    Is it really?

MS. TORRES:  Yes.

THE PRESIDENT:  I crossed it.

SENIOR OFFICIAL:  So did I.

2:10 P.M. EST"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Good afternoon", "Ana Torres, Press Secretary"),
        ("It is safe", "Ana Torres, Press Secretary"),
        ("Is it really?", None),
        ("I crossed it", "Paul Grey, President"),
        ("So did I", "Senior Official"),
    ],
)
def test_turns_of_a_transcript(words: str, speaker: str | None) -> None:
    title = "Press Briefing by Press Secretary Ana Torres and President Paul Grey"
    found = holding(TRANSCRIPT, words, title)
    assert (found.speaker, found.voice) == (speaker, "direct")
    covered = [TRANSCRIPT[s.start : s.end] for s in statements(document(TRANSCRIPT, title))]
    assert not any("P.M." in text or text.startswith("MS.") for text in covered)


BROADCAST = """ANA TORRES, HOST: Good morning. Here is what he said.

PAUL GREY (R), PRESIDENTIAL CANDIDATE: The bridge is shut.

(LAUGHTER)

TORRES: And he is here.

WOMAN: Is it him?"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Good morning", "Ana Torres, Host"),
        ("The bridge is shut", "Paul Grey"),
        ("And he is here", "Ana Torres, Host"),
        ("Is it him", "Woman"),
    ],
)
def test_labels_of_a_broadcast(words: str, speaker: str) -> None:
    assert holding(BROADCAST, words).speaker == speaker
    assert all("LAUGHTER" not in BROADCAST[s.start : s.end] for s in statements(document(BROADCAST)))


def test_questions_and_one_name_in_bold_are_a_conversation() -> None:
    text = (
        "**Anna Berg:** We will build the tram.\n\n**Q:** And the cost?\n\n"
        "**Anna Berg:** About nine million.\n\n**Q:** When?\n\n**Anna Berg:** In 2030."
    )
    assert holding(text, "About nine million").speaker == "Anna Berg"
    assert holding(text, "And the cost").speaker is None


def test_headings_with_colons_are_no_turns() -> None:
    text = (
        "FACT: The bridge is open.\n\nMYTH: The bridge is shut.\n\nTexas: One bridge.\n\nOhio: Two bridges."
    )
    assert statements(document(text)) == ()


def test_hard_wrapped_markdown_is_read_as_prose() -> None:
    text = (
        "“The bridge was closed for a year and more, and it has now reopened for\n"
        "everybody,” [said](https://example.org/a) **Ana Torres, the chief engineer of\n"
        "the city of Leeds**. She crossed it.\n"
    )
    assert holding(text, "everybody").speaker == "Ana Torres, chief engineer of the city of Leeds"


def test_furniture_is_never_a_statement() -> None:
    text = "“Share this post,” says the menu.\n\n“The bridge is safe,” Ana Torres said."
    menu = Furniture(0, text.index("\n"), "menu")
    assert [s.speaker for s in statements(document(text, furniture=(menu,)))] == ["Ana Torres"]


EAST_ASIAN = [
    ("홍길동 건설부 장관은 2일 “다리는 안전하다”고 말했다.", "다리는", "홍길동, 건설부 장관"),
    ("홍길동 건설부 장관은 “다리는 안전하다”고 말했다. 홍 장관은 “곧 다시 연다”고 덧붙였다.", "곧 다시", "홍길동, 건설부 장관"),
    ("폴 그레이 미국 대통령은 “다리가 중요하다”고 강조했다.", "다리가", "폴 그레이, 미국 대통령"),
    ("노르란드 건설부는 “다리는 안전하다”고 밝혔다.", "다리는", "건설부"),
    ("山田太郎首相は「橋は安全だ」と述べた。", "橋は", "山田太郎, 首相"),
    ("山田太郎首相は「橋は安全だ」と述べた。山田首相は「すぐ開ける」とも語った。", "すぐ", "山田太郎, 首相"),
    ("外交部发言人王建国2日表示：“这座桥很安全。”", "这座桥", "王建国, 外交部发言人"),
    ("外交部发言人王建国表示：“这座桥很安全。”他还说：“很快就会开放。”", "很快", "王建国, 外交部发言人"),
    ("有人说：“这座桥很安全。”", "这座桥", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), EAST_ASIAN)
def test_korean_japanese_and_chinese(text: str, words: str, speaker: str | None) -> None:
    found = holding(text, words)
    assert (found.speaker, found.voice) == (speaker, "direct")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("港の山田正組合長は、橋についての説明が足りないと指摘した。", "説明が", "山田正, 組合長"),
        ("山田正市長は橋を訪れた。同氏は橋は安全だと述べた。", "橋は安全", "山田正, 市長"),
        ("山田正市長は橋は安全だと強調していた。", "橋は安全", "山田正, 市長"),
    ],
)
def test_japanese_speech_without_marks_is_reported(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert (found.speaker, found.voice) == (speaker, "reported")


@pytest.mark.parametrize(
    "text",
    [
        "山田正市長は橋を訪れた。",
        "他读了《桥的故事》。",
        "いわゆる「核の傘」をめぐる議論が続く。",
        "所谓“一带一路”倡议。",
    ],
)
def test_east_asian_titles_and_terms_are_no_statements(text: str) -> None:
    assert statements(document(text)) == ()


STATEMENTS = (
    Statement(10, 40, "Ana Torres", "direct"),
    Statement(60, 90, "Paul Grey", "reported"),
    Statement(90, 120, "Ana Torres", "direct"),
)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(12, 20), ("Ana Torres", "direct")),  # inside
        (Span(5, 45), ("Ana Torres", "direct")),  # around
        (Span(0, 60), ("Ana Torres", "direct")),  # a sentence with a quotation in it
        (Span(41, 59), (None, "narration")),  # between
        (Span(38, 59), (None, "narration")),  # barely touching
        (Span(61, 95), ("Paul Grey", "reported")),  # the greater part decides
        (Span(200, 210), (None, "narration")),
    ],
)
def test_attribute(span: Span, expected: tuple[str | None, str]) -> None:
    assert attribute(STATEMENTS, span) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([Span(92, 96), Span(98, 101)], ("Ana Torres", "direct")),  # the words asked for are the quoted ones
        ([Span(62, 66), Span(92, 96)], ("Ana Torres", "direct")),  # of as many the quoted ones
        ([Span(62, 66), Span(70, 75), Span(92, 96)], ("Paul Grey", "reported")),
        ([Span(41, 45), Span(50, 55), Span(92, 96)], ("Paul Grey", "reported")),  # most are the writer's
        ([], ("Paul Grey", "reported")),
    ],
)
def test_attribute_of_the_words_asked_for(asked: list[Span], expected: tuple[str | None, str]) -> None:
    assert attribute(STATEMENTS, Span(41, 105), asked) == expected


def test_attribute_of_nothing() -> None:
    assert attribute((), Span(0, 10)) == (None, "narration")


SPECIAL = """
    Ana|Torres|said|“|”|"|'|’|‘|,|.|:|he|the minister|«|»|「|」|that|who|and|told|According to|Mr.|Dr|—|Q  |MS. A:
    |We, the|Joint|(|)|[x](http://a)|President|of|the|Kim|<b>|*|장관은|首相は|表示：|said.|I|John Q. Adams
    """
WORDS = st.sampled_from([*SPECIAL.strip().split("|"), "\n\n", "\n", "\u00a0", "\u2060"])


@settings(max_examples=300, deadline=None)
@given(
    st.lists(WORDS | st.text(max_size=6), max_size=60).map(" ".join),
    st.text(max_size=40) | st.just("Statement by President A"),
)
def test_statements_of_any_text_are_sorted_and_apart(text: str, title: str) -> None:
    found = statements(document(text, title))
    ends = [0, *(s.end for s in found)]
    assert all(s.start >= before for s, before in zip(found, ends, strict=False))
    assert all(s.start < s.end <= len(text) for s in found)
    assert all(s.speaker is None or s.speaker.strip() for s in found)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(max_size=60))
def test_any_unicode_is_survived(text: str, title: str) -> None:
    for s in statements(document(text, title)):
        assert 0 <= s.start < s.end <= len(text)


HOSTILE = [
    '"', "“", "'", "‘a’ ", "a said ", '"a" said ', "Smith said ", "John Smith, ", ", said ", "said: ", "[", "](", "<a ",
    "the minister of ", "President of ", "X and Y said. ", "“a b c d,” he said. ", ' "A. "B', "A: b\n\n", "Q  a\n\n",
    "MS. A:  b\n\n", "“a b c d”\n\n", "We, the ", "according to ", "「a b c d」と", "장관은 “가나다라”고 ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_no_faster_than_the_text(unit: str) -> None:
    """Counts the calls made, which do not depend on the machine."""
    small, large = (calls((unit * 20_000)[:size]) for size in (10_000, 40_000))
    assert large < 6 * small + 1_000


def calls(text: str) -> int:
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        statements(document(text))
    finally:
        sys.setprofile(None)
    return made


def test_statements_are_read_back_from_notes_as_they_were_found() -> None:
    plain = document("“We will build it,” said Mayor Ada Lane. Opponents denied that it was needed.")
    noted = replace(plain, notes=note(plain))
    stale = replace(plain, notes='{"statements": 0, "found": []}')
    assert statements(plain)
    assert statements(noted) == statements(stale) == statements(plain)
    changed = replace(plain, notes=note(plain).replace("Ada Lane", "Ada Lowe"))
    assert statements(changed) != statements(plain)


def test_notes_of_older_rules_are_made_anew_when_anything_is_added(
    tmp_path: Path, embedder: Embedder
) -> None:
    (tmp_path / "a.txt").write_text("“We will build it,” said Mayor Ada Lane.\n", encoding="utf-8")
    collection = Collection.create(tmp_path / "kept", embedder)
    collection.add([tmp_path / "a.txt"], note=lambda _: '{"statements": 0, "found": []}')
    assert is_stale(collection.document("a.txt").notes)
    collection.add([tmp_path / "a.txt"], note=note, is_stale=is_stale)
    renewed = collection.document("a.txt")
    assert renewed.notes == note(replace(renewed, notes=""))
    assert not is_stale(renewed.notes)
    assert not [part for part in check(tmp_path / "kept", embedder) if part.problems]
