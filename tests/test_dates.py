"""The date of a document: taken where the document states it, never from what it mentions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import dates
from index.date_forms import mentions, spelled

BODY = (
    "The ministers discussed security in the region at some length and agreed on further steps.\n\n"
    "They also spoke about trade, and about the students who study abroad each year.\n"
)

STATED = [
    (
        "Harbour Board\nQuarterly briefing\nFriday 3 May 2019, 2.30 pm, Skerry Bay\n\nThe dues rose.",
        "2019-05-03",
    ),
    ("# Results\n\n*Skerry, 3 May 2019, 07:00 CEST. Regulated news.*\n\nRevenue rose.", "2019-05-03"),
    ("PARIS, le 3 mai 2019. Le conseil a décidé de fermer le port pour deux ans.", "2019-05-03"),
    (
        "Le pont\n\nSaint-Malo, le 3 octobre 2023\n\nLe pont a rouvert mardi après un an de travaux.\n",
        "2023-10-03",
    ),
    (
        "Die Brücke\n\nBonn, den 3. Mai 2023\n\nDie Brücke ist seit heute wieder offen, sagte der Rat.\n",
        "2023-05-03",
    ),
    # The meeting goes before its report; what is yet to be published, or was approved later, comes last.
    ("Meeting date: 3 June 2015\nPublished: 19 June 2015\n\n" + BODY, "2015-06-03"),
    (
        "Evidence on nets\nTuesday 3 June 2015\nOrdered by the Board to be published on 19 June 2015\n\n"
        + BODY,
        "2015-06-03",
    ),
    ("NET BOARD MINUTES\nJune 3, 2015\nApproved: June 19, 2015\n\n" + BODY, "2015-06-03"),
    ("Rules of the Net Loft\nApproved: June 19, 2015\nReview date: June 19, 2018\n\n" + BODY, "2015-06-19"),
    # Who posted it, where it was adopted.
    ("Nets\n\nPosted on June 3, 2015 by Mara\n\n" + BODY, "2015-06-03"),
    (
        "Nets\n\nPosted by Ben on Wednesday, June 3, 2015\n\n" + BODY + "\nUpdated: July 4, 2016\n",
        "2015-06-03",
    ),
    ("Declaration of the Lofts\n\nAdopted at Skerry on 3 June 2015\n\n" + BODY, "2015-06-03"),
    ("Remarks\n\nAs delivered, Skerry, 3 June 2015\n\n" + BODY, "2015-06-03"),
    ("Sent: Wednesday, June 3, 2015 8:14 AM\nFrom: Lee Park\n\n" + BODY, "2015-06-03"),
    ("SKERRY--(NET WIRE)--June 3, 2015--The loft will close.\n\n" + BODY, "2015-06-03"),
    # A title that says when it was held.
    (
        "Minutes of the meeting of the board held on Tuesday 3 June 2015 at 7.30 pm in the village hall\n\n"
        + BODY,
        "2015-06-03",
    ),
    ("Lecture, 3 June 2015, Skerry\n\n" + BODY, "2015-06-03"),
    ("Board workshop, June 3rd 2015 (draft)\n\n" + BODY, "2015-06-03"),
    ("Farewell address delivered by the founder of the loft on June 3, 2015.\n\n" + BODY, "2015-06-03"),
    ("Letter to members, June 2015\n\n" + BODY, "2015-06"),
    ("Beschluss des Rates vom 3. Juni 2015\n\n" + BODY, "2015-06-03"),
    ("Procès-verbal de la séance du 3 juin 2015\n\n" + BODY, "2015-06-03"),
    ("Acta de la reunión celebrada el 3 de junio de 2015\n\n" + BODY, "2015-06-03"),
    ("Statement by the keeper of nets at the general debate\n3 June 2015\n\n" + BODY, "2015-06-03"),
    # Issues and title pages.
    ("Reeds and Rushes\nNo. 14, June 2015\n\n" + BODY, "2015-06"),
    ("The Nets of Skerry\nA report by the Net Board\n1987\n\n" + BODY, "1987"),
    # A line of its own.
    ("Joint Statement\n\nMay 31, 2024\n\n" + BODY, "2024-05-31"),
    ("Joint Statement\n\nFriday, 31 May 2024\n\n" + BODY, "2024-05-31"),
    (
        "East Room\n\n(March 19, 2024)\n\n4:49 P.M. EDT\n\nTHE PRESIDENT:  Good afternoon, everybody.\n",
        "2024-03-19",
    ),
    ("Remarks\n\nJane Roe\nSecretary of State\nWashington, DC\nSeptember 28, 2012\n\n" + BODY, "2012-09-28"),
    ("Remarks\n\nWashington, DC, September 28, 2012\n\n" + BODY, "2012-09-28"),
    ("Talks in Lima\n\nBy Jane Roe, 3 March 2021\n\n" + BODY, "2021-03-03"),
    # Below a title of many words, with a hall, an address, the hour.
    (
        "STATEMENT\n\nMeeting of the Ministers of Trade of Peru and Chile\nLima, 4 March 2021\n\n" + BODY,
        "2021-03-04",
    ),
    (
        "Report of the Planning Board\nFriday, March 5, 2021, 7:30 p.m., Town Hall, 3 Mill Lane\n\n" + BODY,
        "2021-03-05",
    ),
    (
        "TRANSCRIPT – Briefing on the state of the harbours\nQuay House, Skerry, Friday 5 March 2021, 12:00\n\n"
        + BODY,
        "2021-03-05",
    ),
    (
        "On Bridges\nProf Jane Roe, President of the Society of Northern Bridges\nOld Hall, Skerry, 5 March 2021\n"
        "Check against delivery\n\n" + BODY,
        "2021-03-05",
    ),
    ("A QUARREL ABOUT SHEDS\nThe Skerry Herald, 14 March 2021, page 3\n\n" + BODY, "2021-03-14"),
    # When it was held or sent.
    ("Minutes of the meeting held on 14 March 2021\n\n" + BODY, "2021-03-14"),
    ("Board of the Hospital\nMinutes of the meeting of Tuesday 16 March 2021\n\n" + BODY, "2021-03-16"),
    ("Minutes\nHeld on 14 March 2021 at the Bank, Skerry\n\n" + BODY, "2021-03-14"),
    ("The Evening Hour\nAired 14 March 2021\n\n" + BODY, "2021-03-14"),
    ("Annual General Meeting of Skerry Lines plc, held in Lima on 14 March 2021\n\n" + BODY, "2021-03-14"),
    ("Talks in Lima\n\nBy Jane Roe | March 3, 2021 | 5 min read\n\n" + BODY, "2021-03-03"),
    ("Talks in Lima\n\nMarch 3, 2021 10:15 AM EST\n\n" + BODY, "2021-03-03"),
    ("Office of the Spokesperson\n\nMEDIA NOTE\n\nMAY 31, 2024\n\n" + BODY, "2024-05-31"),
    (
        "日米韓外務次官協議\n\n令和6年5月31日\n\n三か国の次官は、地域の安全保障について意見を交わしました。\n",
        "2024-05-31",
    ),
    ("日米韓外相会合\n\n２０２４年２月２２日\n\n三か国の外相は地域情勢について議論した。\n", "2024-02-22"),
    ("한미일 외교장관 회의\n\n입력 2024.02.23 10:00\n\n세 나라 장관은 지역 정세를 논의했다.\n", "2024-02-23"),
    ("한미일 외교장관 회의\n\n2024년 2월 22일\n\n세 나라 장관은 지역 정세를 논의했다.\n", "2024-02-22"),
    ("三国外长会晤\n\n发布时间：2024年2月22日\n\n三国外长就地区局势交换了意见。\n", "2024-02-22"),
    ("Ministers Meet\n\nMay 2024\n\n" + BODY, "2024-05"),
    ("Annual Report\n\nPublished: 2012\n\n" + BODY, "2012"),
    # A label.
    ("Talks in Lima\n\nPublished: 3 March 2021\n\n" + BODY, "2021-03-03"),
    ("Talks in Lima\n\nUpdated: 5 March 2021\nPublished: 3 March 2021\n\n" + BODY, "2021-03-03"),
    ("Talks in Lima\n\nUpdated 5 March 2021\n\n" + BODY, "2021-03-05"),
    ("Talks in Lima\n\nBy Jane Roe\nPublished 5:00 AM EDT, Fri May 31, 2024\n\n" + BODY, "2024-05-31"),
    ("FOR IMMEDIATE RELEASE\nMay 31, 2024\n\n" + BODY, "2024-05-31"),
    ("Gespräche in Lima\n\nVeröffentlicht am 31. Mai 2024\n\n" + BODY, "2024-05-31"),
    ("Entretiens à Lima\n\nPublié le 31 mai 2024 à 10h15\n\n" + BODY, "2024-05-31"),
    ("Conversaciones en Lima\n\nPublicado el 31 de mayo de 2024\n\n" + BODY, "2024-05-31"),
    ("Conversas em Lima\n\nPublicado em 31/05/2024 às 10h15\n\n" + BODY, "2024-05-31"),
    ("Talks in Lima\n\nDate: 2024-05-31\n\n" + BODY, "2024-05-31"),
    # A dateline.
    (
        "WASHINGTON, Jan. 18, 2013 (Reuters) - The ministers met at the State Department to talk.\n",
        "2013-01-18",
    ),
    (
        "Ministers Meet\n\nWASHINGTON, Jan. 18, 2013 — The ministers met at the State Department.\n",
        "2013-01-18",
    ),
    (
        "NEW YORK – September 28, 2012 – The three ministers met on the margins of the assembly.\n",
        "2012-09-28",
    ),
    (
        "WASHINGTON, May 31, 2024 /PRNewswire/ -- The council released its report on trade today.\n",
        "2024-05-31",
    ),
    (
        "Washington, D.C. (May 31, 2024) – The council released its report on trade in the region.\n",
        "2024-05-31",
    ),
    ("18 January 2013 – The head of the council today called for talks on the harvest.\n", "2013-01-18"),
    ("Talks in Lima\n\nNews | January 18, 2013\n\n" + BODY, "2013-01-18"),
    ("Talks in Lima\n\nLast Updated: January 18, 2013\n\n" + BODY, "2013-01-18"),
    ("Talks in Lima\n\nJan. 18, 2013, 5:04 PM ET\n\n" + BODY, "2013-01-18"),
    (
        "会談の概要\n\n日時：2024年5月31日\n\n三か国の次官は、地域の安全保障について意見を交わしました。\n",
        "2024-05-31",
    ),
    ("Mr. Roe spoke by phone with the Foreign Minister of Peru, Jane Doe, on May 31, 2024.\n", "2024-05-31"),
    # A headline that names the kind of document.
    ("# Press Briefing by Press Secretary Jane Roe, March 3, 2012\n\n" + BODY, "2012-03-03"),
    ("Remarks to the Press (May 31, 2024)\n\n" + BODY, "2024-05-31"),
    # The event that is reported.
    ("The ministers met in Lima on May 31, 2024, to discuss the security of the region.\n", "2024-05-31"),
    (
        "The following text was released by the three governments.\n\n"
        "“We, the ministers, met in the Lima area on May 31, 2024, to carry the work forward.”\n",
        "2024-05-31",
    ),
    ("On Friday, December 3, 2021, the President signed into law two bills on school meals.\n", "2021-12-03"),
    ("On September 27, 2023, the ministers met in Lima and discussed steel and aluminium.\n", "2023-09-27"),
    ("Mr. Roe met on Friday, December 15, 2023 with his counterpart Jane Doe in Abu Dhabi.\n", "2023-12-15"),
    ("The talks took place over the weekend.\n\nThe ministers met in Lima on May 30-31, 2024.\n", None),
    ("2024年5月31日、日米韓外務次官協議がワシントンで開催されました。\n", "2024-05-31"),
    ("2024년 5월 31일 한미일 외교차관이 워싱턴에서 만나 회담했다.\n", "2024-05-31"),
    ("Am 31. Mai 2024 trafen sich die drei Minister in Lima, um über Handel zu sprechen.\n", "2024-05-31"),
    # A picture's caption.
    (
        "Ministers Meet\n\nForeign Minister Jane Roe, left, poses with her guest in Lima, on Friday, Sept. 28, 2012.\n\n"
        + BODY,
        "2012-09-28",
    ),
    (
        "Ministers Meet\n\nJane Roe (R) holds a news conference with John Doe in Lima, January 18, 2013.\n\n"
        + BODY,
        "2013-01-18",
    ),
    (
        "Ministers Meet\n\nJane Roe speaks in Lima, Jan. 18, 2013. (AP Photo/John Doe)\n\n" + BODY,
        "2013-01-18",
    ),
    # The foot.
    (BODY + "\nTHE WHITE HOUSE,\n    September 30, 2024.\n", "2024-09-30"),
    (BODY + "\nDone at Lima, May 31, 2024\n", "2024-05-31"),
    (
        BODY
        + "\nIN WITNESS WHEREOF, I have hereunto set my hand this\ntwenty-ninth day of October, in the year of our "
        "Lord two thousand twenty-one, and of the Independence the two hundred and forty-sixth.\n",
        "2021-10-29",
    ),
]

NOT_STATED = [
    "1987\n\nThe loft burned.\n\n1988\n\nThe loft was built again.\n",
    "Report on catches, June 2015\n\n" + BODY,
    "Notice: the general meeting is to be held on 3 June 2031 in the Old Hall\n\n" + BODY,
    "The letter that he sent on 3 June 1953 was never answered.\n\n" + BODY,
    "A commentary on the Declaration of 3 June 2015\n\n" + BODY,
    "Le port\n\nLe maire a déclaré que le pont fermera le 3 juin 2031.\n\n" + BODY,
    "El puerto\n\nEl presidente dijo que el pozo se cerrará el 3 de junio de 2031.\n\n" + BODY,
    "Remarks on the agreement of 3 March 2018\n\n" + BODY,
    "Ministers pose for a picture before their talks on trade in the town of\nLima, 4 March 2021\n\n" + BODY,
    "The bridge was closed for repairs in the week after the storm,\nFriday, March 5, 2021\n\n" + BODY,
    "Harbour news\n\n3 May 2019, Storm Anna Hits The Quay\n\nThe dues rose by a third last week.",
    "They will honor the commitments in the September 19, 2005 Joint Statement of the talks.\n",
    "The ministers met in Brazil on the 22nd (local time) to discuss the war and the harvest.\n",
    "They spoke of the December 12 launch, which used ballistic missile technology again.\n",
    "The ministers met on Tuesday to discuss the agreement signed on March 3, 2018 in Lima.\n",
    "The law was enacted on May 3, 1999, and has been amended four times by parliament.\n",
    "The Chancellor will visit the White House on July 15, 2021, to talk about the climate.\n",
    "The President looks forward to welcoming the Chancellor on Friday, March 3, 2023.\n",
    "She was born on May 31, 1974, and studied law in Lima before she went into politics.\n",
    "The emergency conditions began on August 28, 2021, and are still continuing in the area.\n",
    "The term expires on January 26, 2028, and nobody has been named to follow him yet.\n",
    "“We met this morning and agreed,” she said of the talks that began on May 3, 2019.\n",
    "Since the attacks of September 11, 2001, the two countries have worked together closely.\n",
    "Today I met the ministers. On January 20, 2021, they told us that nothing would change.\n",
    "On March 24, 2023, the ministers met in Lima. On July 2, 2023, they met again in Rome.\n",
    "FILE - Jane Roe speaks at the State Department in Washington, on Friday, Jan. 18, 2013.\n\n" + BODY,
    "Jane Roe speaks in Lima, January 18, 2013. (File photo)\n\n" + BODY,
    "Statement on the Anniversary of the Attacks of September 11, 2001\n\n" + BODY,
    "Fact Sheet: The March 3, 2018 Agreement\n\n" + BODY,
    "“Nobody is free until all of us are free.”\n– President Jane Roe, March 3, 1968\n\n" + BODY,
    BODY + "\n© 2024 The Daily Page. All rights reserved.\n",
    "Talks in Lima\n\n05/06/2024\n\n" + BODY,
    "Key dates\n\n- May 3, 2019: The agreement is signed\n- June 4, 2020: It enters into force\n\n" + BODY,
    "SEOUL, May 31 (Yonhap) -- The ministers met on Friday to discuss the harvest of the year.\n",
    "Ministers met in Tokyo on Monday to mark the treaty of June 22, 1965, between the two.\n",
    "On the anniversary of the treaty signed on June 22, 1965, the ministers met in Tokyo.\n",
    "Three years after they met in Singapore on June 12, 2018, the two spoke again at length.\n",
    "When they met in Singapore on June 12, 2018, the two agreed on four points altogether.\n",
    "The two leaders, who met in Singapore on June 12, 2018, have not spoken to each other since.\n",
    "Embargoed until May 31, 2024\n\n" + BODY,
    "Next meeting: July 1, 2024\n\n" + BODY,
    "Effective date: July 1, 2024\n\n" + BODY,
    "Date of birth: May 31, 1974\n\n" + BODY,
    "Comments are due by July 1, 2024\n\n" + BODY,
    "Its members meet in Geneva this week to prepare the land to hold elections on December 24, 2021.\n",
    "Data as of May 31, 2024\n\n" + BODY,
    "",
    "Nothing here states a day.\n",
    "The council of 2012 was followed by another one, and many people came to see it happen.\n",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_stated_date(text: str, expected: str | None) -> None:
    assert dates.find(text, {}) == expected


@pytest.mark.parametrize("text", NOT_STATED)
def test_other_dates_are_not_the_documents(text: str) -> None:
    assert dates.find(text, {}) is None


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"date": "2024-03-20"}, "2024-03-20"),
        ({"date": "2024-03-20 15:04:26-04:00"}, "2024-03-20"),
        ({"date": "2024-03-20T15:04:26-04:00"}, "2024-03-20"),
        ({"date": "March 20, 2024"}, "2024-03-20"),
        ({"date": "2024-03"}, "2024-03"),
        ({"date": "2024"}, "2024"),
        ({"date": "20240320"}, "2024-03-20"),
        ({"published_time": "2024-03-20 15:04:26-04:00"}, "2024-03-20"),
        ({"date": "unknown", "published_time": "2024-03-20"}, "2024-03-20"),
        ({"date": "2024-13-45"}, None),
        ({"modified_time": "2024-03-25"}, "2024-03-25"),
        ({"date": "2024-03-20", "modified_time": "2024-03-25"}, "2024-03-20"),
        ({"title": "May 31, 2024"}, None),
        ({}, None),
        ({"meeting_date": "2015-06-03", "date": "2015-06-19"}, "2015-06-03"),
    ],
)
def test_front_matter(metadata: dict[str, str], expected: str | None) -> None:
    assert dates.find(BODY, metadata) == expected


def test_front_matter_goes_before_the_text() -> None:
    text = "---\ndate: 2024-03-20\n---\n(March 19, 2024)\n\n" + BODY
    assert dates.find(text, {"date": "2024-03-20"}) == "2024-03-20"
    assert dates.find(text, None) == "2024-03-19"


def test_a_date_of_a_change_is_the_last_choice() -> None:
    stated = "Talks in Lima\n\nMay 31, 2024\n\n" + BODY
    assert dates.find(stated, {"modified_time": "2024-06-02"}) == "2024-05-31"


def test_dates_in_furniture_date_nothing() -> None:
    text = BODY + "\nRelated Posts\n\nHarvest fails in the north\nMay 3, 2019\n"
    assert dates.find(text, {}) is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Friday, Sept. 28, 2012", "2012-09-28"),
        ("28th of September 2012", "2012-09-28"),
        ("le 1er mai 2024", "2024-05-01"),
        ("31. Mai 2024", "2024-05-31"),
        ("31 de maio de 2024", "2024-05-31"),
        ("31 maggio 2024", "2024-05-31"),
        ("31 мая 2024", "2024-05-31"),
        ("2024. 5. 31.", "2024-05-31"),
        ("31/05/2024", "2024-05-31"),
        ("05/31/2024", "2024-05-31"),
        ("05/05/2024", "2024-05-05"),
        ("平成25年1月18日", "2013-01-18"),
        ("令和元年5月1日", "2019-05-01"),
        ("May 30-31, 2024", "2024-05"),
        ("May 30 – June 2, 2024", "2024"),
        ("September 2012", "2012-09"),
        ("05/06/2024", None),
        ("Feb. 30, 2024", None),
        ("December 12", None),
        ("Section 1.2.2003", None),
        ("fiscal year 2023-24", None),
    ],
)
def test_forms(written: str, iso: str | None) -> None:
    text = f"before {written} after"
    found = mentions(text)
    assert [mention.iso for mention in found] == ([iso] if iso else [])
    assert all(text[mention.start : mention.end].strip() in written for mention in found)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("this third day of May, in the year of our Lord two thousand and nineteen, and", "2019-05-03"),
        ("this 3rd day of May, in the year of our Lord 2019.", "2019-05-03"),
        ("this second day of May, in the year of our Lord nineteen hundred and ninety-four,", "1994-05-02"),
        ("this sunny day of May, in the year of our Lord two thousand and nineteen,", None),
    ],
)
def test_dates_in_words(words: str, iso: str | None) -> None:
    assert spelled(words) == iso


@given(
    st.text(alphabet=st.sampled_from("Published: May31,2024年月日 -/.\n(Friday)on met令和１"), max_size=200)
)
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = dates.find(text, {"date": text})
    assert found is None or len(found) in (4, 7, 10)


@pytest.mark.parametrize(
    "text", ["May " * 50_000, "2024" * 50_000, "1/" * 100_000, "\n" * 100_000, "May 3, 2024 " * 15_000]
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    assert dates.find(text, {}) is None
