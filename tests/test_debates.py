"""Who has the floor in debates and interviews that are printed in other ways than ``NAME:`` in capitals."""

from __future__ import annotations

import pytest

from index.documents import Document
from rag.asked.asked_for import is_by
from rag.speakers import statements

DEBATE = """House of Assembly

Thursday 4 April 2019

Harbour Dues Bill

10.04 am

The Minister for Ports and Coasts (Ms Orla Quennell): I move that the Bill be now read a second time. The dues
have not been touched since 1998.

They pay for the lights and the dredging, and they no longer cover either.

Mr Desmond Farrow (Outer Skerry) (Ind): Will the Minister give way?

Orla Quennell: Gladly.

Mr Desmond Farrow: How much will a trawler of 15 metres pay?

Orla Quennell: Nine pounds a week, and nothing in the winter.

10.31 am

Judith Amberley (East Quay) (Lab): The lights went out twice in March. I shall vote for the Bill because of it.

[Interruption.]

Question put, That the Bill be now read a second time.

The House divided: Ayes 21, Noes 9.

Bill read a second time.
"""
COUNCIL_OF_STATES = """The President: I give the floor to the representative of Norland.

Mr. Aaltonen (Norland) (spoke in Norse): The blockade has to end. My delegation has said so four times.

Ms. Okri (Zambara): We heard the representative of Norland with surprise.

The President (spoke in French): I thank Ms. Okri for her statement.

Mr. Aaltonen (Norland): May I reply?

The President: You may.

A recorded vote was taken.

The meeting was adjourned at 6.20 p.m.
"""
INTERVIEW = """« Le port ne fermera pas »

Entretien : Maud Servier

Jeanne Kerbrat dirige le port de pêche depuis 2016. Elle répond aux inquiétudes des mareyeurs.

Le Phare de l'Ouest : La criée a perdu un tiers de ses volumes. Va-t-elle fermer ?

Kerbrat : Non. La criée a perdu des bateaux, pas des clients.

Les mareyeurs disent pourtant le contraire.

Kerbrat : Ils parlent de 2023. Depuis, trois navires sont revenus.

Je les ai reçus la semaine dernière, et ils le savent.

Et le quai nord, quand sera-t-il réparé ?

Kerbrat : En septembre, si la région paie sa part.

Jeanne Kerbrat a été élue pour six ans. Son mandat s'achève en 2028.
"""
LIST = """# What the villages offer

Farrow: a mill, two ponds and a chapel of 1720.

Is there a bus to it?

Quarley: a market on Tuesdays. Old Quarley burned down in 1832.

Is there parking?

Upton: a school and a forge.
"""


def spoken(text: str, words: str) -> tuple[str | None, str] | None:
    """Speaker and voice of the statement that holds these words."""
    place = text.index(words)
    document = Document("a.txt", "/a.txt", "", None, None, text, ())
    found = [one for one in statements(document) if one.start <= place < one.end]
    return (found[0].speaker, found[0].voice) if found else None


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The dues", "Orla Quennell, Minister for Ports and Coasts"),
        ("They pay for the lights", "Orla Quennell, Minister for Ports and Coasts"),
        ("Nine pounds a week", "Orla Quennell, Minister for Ports and Coasts"),
        ("How much will a trawler", "Desmond Farrow"),
        ("The lights went out twice", "Judith Amberley"),
    ],
)
def test_members_speak_under_office_seat_and_party(words: str, speaker: str) -> None:
    assert spoken(DEBATE, words) == (speaker, "direct")


@pytest.mark.parametrize(
    "words", ["10.31 am", "[Interruption.]", "Question put", "The House divided", "Bill read a second"]
)
def test_what_the_record_tells_between_speeches_is_nobodys(words: str) -> None:
    assert spoken(DEBATE, words) is None


@pytest.mark.parametrize(
    ("words", "surname"),
    [
        ("The blockade has to end", "Aaltonen"),
        ("We heard the representative", "Okri"),
        ("I thank Ms. Okri", "The President"),
        ("May I reply", "Aaltonen"),
    ],
)
def test_delegates_speak_under_their_states(words: str, surname: str) -> None:
    found = spoken(COUNCIL_OF_STATES, words)
    assert found is not None
    assert surname in str(found[0])


@pytest.mark.parametrize("words", ["A recorded vote", "The meeting was adjourned"])
def test_the_vote_and_the_end_are_nobodys_words(words: str) -> None:
    assert spoken(COUNCIL_OF_STATES, words) is None


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("La criée a perdu un tiers", "Le Phare de l'Ouest"),
        ("Non. La criée", "Jeanne Kerbrat"),
        ("Les mareyeurs disent", "Le Phare de l'Ouest"),
        ("Depuis, trois navires", "Jeanne Kerbrat"),
        ("Je les ai reçus", "Jeanne Kerbrat"),
        ("Et le quai nord", "Le Phare de l'Ouest"),
        ("En septembre", "Jeanne Kerbrat"),
    ],
)
def test_an_interview_labels_its_answers_only(words: str, speaker: str) -> None:
    assert spoken(INTERVIEW, words) == (speaker, "direct")


def test_nobody_says_what_stands_below_an_interview() -> None:
    assert spoken(INTERVIEW, "Jeanne Kerbrat a été élue") is None


def test_a_list_with_colons_is_no_interview() -> None:
    assert spoken(LIST, "a mill, two ponds") is None


DANWA = """港湾の安全に関する国土交通大臣談話

令和元年5月7日

政府は、北浜港の事故を重く受け止めています。

山田太郎国土交通大臣は、昨日現地を視察しました。

大臣は、「再発の防止に全力を挙げる」と述べました。

鈴木知事は、協力を惜しまないと応じました。
"""


def words_of(text: str, words: str, title: str) -> tuple[str | None, str] | None:
    place = text.index(words)
    found = statements(Document("a.txt", "/a.txt", title, None, None, text, ()))
    return next(((one.speaker, one.voice) for one in found if one.start <= place < one.end), None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("政府は、北浜港", ("山田太郎, 国土交通大臣", "direct")),
        ("再発の防止", ("山田太郎, 国土交通大臣", "direct")),
        ("鈴木知事は", ("鈴木, 知事", "reported")),
        ("昨日現地を視察", None),
    ],
)
def test_a_ministers_statement_is_his(words: str, expected: tuple[str, str] | None) -> None:
    assert words_of(DANWA, words, DANWA.splitlines()[0]) == expected


def test_a_report_about_a_ministers_statement_is_not_his() -> None:
    assert words_of(DANWA, "政府は、北浜港", "国土交通大臣談話に反発") is None


@pytest.mark.parametrize(
    ("asked", "speaker", "meant"),
    [
        ("山田大臣", "山田太郎, 国土交通大臣", True),
        ("国土交通大臣", "山田太郎, 国土交通大臣", True),
        ("山田太郎氏", "山田太郎, 国土交通大臣", True),
        ("鈴木大臣", "山田太郎, 国土交通大臣", False),
        ("山田知事", "山田太郎, 国土交通大臣", False),
        ("김 장관", "김영수, 외교부 장관", True),
        ("이 장관", "김영수, 외교부 장관", False),
        ("王明外长", "王明, 外交部长", True),
    ],
)
def test_titles_of_the_east_belong_to_their_holders(asked: str, speaker: str, meant: bool) -> None:
    assert is_by(asked, speaker) is meant
