"""Who is on record with what: the constructions of news writing, one literal example each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import Document, Furniture, Span
from rag.quotes import Statement
from rag.speakers import attribute, statements


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
    ("Residents say the bridge shakes at night.", "the bridge", "Residents"),
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
    "The workers' bridge and the drivers' road reopened in the '90s.",
    "Ana Torres (left) and Paul Grey at the bridge in Rome on Friday, Sept. 28, 2012.",
]


@pytest.mark.parametrize("text", NARRATION)
def test_narration_is_nobodys_statement(text: str) -> None:
    assert statements(document(text)) == ()
