"""Whose words are asked for."""

import pytest

from rag.asked.asked_for import is_by


@pytest.mark.parametrize(
    ("asked", "speaker", "found"),
    [
        ("Clinton", "Hillary Clinton, U.S. Secretary of State", True),
        ("Secretary Clinton", "Hillary Clinton", True),
        ("Hillary Clinton", "Secretary Clinton", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Joe Biden", "Joseph R. Biden Jr.", True),
        ("Joe Biden", "President Biden", True),
        ("Joe Biden", "Jill Biden", False),
        ("Antony Blinken", "Tony Blinken, U.S. Secretary of State", True),
        ("Jake Sullivan", "Mr. Sullivan", True),
        ("Japan's minister", "Akiko Mori, Japanese Foreign Minister", True),
        ("Japan's minister", "Park Min-jun, Foreign Minister", False),
        ("the United States", "John Kerry, U.S. Secretary of State", True),
        ("South Korea", "Governments of Japan and the Republic of Korea", True),
        ("the State Department", "U.S. State Department", True),
        ("Ada Lane", "Ann Bell, spokeswoman for Ada Lane", False),
        ("Ann Bell", "Ann Bell, spokeswoman for Ada Lane", True),
        ("Clinton", None, False),
        # an office is not its deputy's
        ("the secretary of state", "Ann Bell, Deputy Secretary of State", False),
        ("the deputy secretary of state", "Ann Bell, Deputy Secretary of State", True),
        ("the foreign minister", "Ann Bell, Vice Foreign Minister", False),
        ("the president", "Ann Bell, Vice-President", False),
        ("the general", "Ann Bell, under-secretary general", False),
        ("Secretary Bell", "Ann Bell, Deputy Secretary of State", True),
        # abbreviated
        ("the CEO", "Ann Bell, Chief Executive of Acme", True),
        ("the chief executive officer", "Ann Bell, CEO", True),
        ("the CFO", "Ann Bell, Chief Financial Officer", True),
        ("the CFO", "Ann Bell, Chief Executive", False),
        ("the Japanese FM", "Akiko Mori, Japanese Foreign Minister", True),
        ("the French PM", "Ann Bell, Prime Minister of France", True),
        # together
        ("Bell", "Joan Lane, Ann Bell and Kim Min-su", True),
        ("Kim", "Joan Lane, Ann Bell and Kim Min-su", True),
        ("Grey", "Joan Lane, Ann Bell and Kim Min-su", False),
        ("Bell", "Joan Lane, friend of Ann Bell", False),
        # of one state and no other
        ("the Korean foreign minister", "Akiko Mori, Japanese Foreign Minister", False),
        ("the Korean foreign minister", "Kim Min-su, South Korean Foreign Minister", True),
        ("the South Korean foreign minister", "Kim Min-su, North Korean Foreign Minister", False),
    ],
)
def test_a_speaker_is_the_one_asked_for(asked: str, speaker: str | None, found: bool) -> None:
    assert is_by(asked, speaker) is found


def test_the_document_may_give_the_country_elsewhere() -> None:
    text = "The foreign ministers Antony Blinken of the United States and Akiko Mori of Japan met."
    assert is_by("Japan's minister", "Akiko Mori", text)
    assert not is_by("Japan's minister", "Antony Blinken", text)
    assert not is_by("Japanese diplomats", "Antony Blinken", text)


MEETING = (
    "Foreign Minister Kim Min-su, U.S. Secretary of State Ann Bell, and French Foreign Minister Luc Noir"
    " held talks between Korea, the United States, and France on Monday."
)


@pytest.mark.parametrize(
    ("asked", "speaker", "found"),
    [
        ("the Korean foreign minister", "Kim Min-su, Foreign Minister", True),
        ("South Korea's foreign minister", "Kim Min-su, Foreign Minister", True),
        ("the Republic of Korea's FM", "Kim Min-su, Foreign Minister", True),
        ("the French foreign minister", "Kim Min-su, Foreign Minister", False),
        ("the Korean foreign minister", "Luc Noir, French Foreign Minister", False),
        ("the Korean foreign minister", "Luc Noir", False),
        ("the Korean foreign minister", "Ann Bell, U.S. Secretary of State", False),
    ],
)
def test_a_country_left_over_is_that_of_the_one_without(asked: str, speaker: str, found: bool) -> None:
    assert is_by(asked, speaker, MEETING) is found


def test_an_office_near_a_list_of_governments_is_not_theirs() -> None:
    text = "U.S. Deputy Secretary of State Ann Bell met two vice ministers. " + MEETING
    speaker = "Governments of the United States and France"
    assert not is_by("the US secretary of state", speaker, text)
    assert is_by("France", speaker, text)


PORT = (
    "RESERVE BANK OF NORLAND\nPress conference\n\n**Governor Ida Moss:** Rates stay.\n\n"
    "Pier master Ann Bell closed the pier at Tarn. Kim Lund, the town crier, wept. Mayor Eva Holm stayed."
)


@pytest.mark.parametrize(
    ("asked", "speaker", "found"),
    [
        ("the pier master", "Ann Bell", True),
        ("the pier master", "Kim Lund", False),
        ("the town crier", "Kim Lund", True),
        ("the mayor of Tarn", "Eva Holm, Mayor", True),
        ("the mayor of Oxford", "Eva Holm, Mayor", False),
        ("the central bank", "Ida Moss, Governor", True),
        ("the central bank", "Eva Holm, Mayor", False),
        ("the Reserve Bank", "Ida Moss, Governor", True),
        ("the dockworkers' union", "Dock and Warehouse Union (DWU)", True),
        ("the teachers' union", "Dock and Warehouse Union (DWU)", False),
        ("the union", "Dock and Warehouse Union (DWU)", True),
    ],
)
def test_who_a_text_says_somebody_is(asked: str, speaker: str, found: bool) -> None:
    assert is_by(asked, speaker, PORT) is found


HEARING = (
    "COUNCIL OF TARN\nRecord of the sitting\n\n1. Ms. Ada MARR (Minister of Fisheries) said that the quota would"
    " stay. Mr. Tom BIRK (Netmakers' League) disagreed. 2. Eva Holm, who chairs the Pilots' Union, said no. Ann"
    " Bell of the Harbour Board agreed. Jon Lund, husband of the Minister of Fisheries, wept. Pilots' Union"
    " leader Max Stone left. Ida Moss, former head of the Harbour Board, came."
)


@pytest.mark.parametrize(
    ("asked", "speaker", "found"),
    [
        ("the Minister of Fisheries", "Ada MARR", True),
        ("the fisheries minister", "Ada MARR", True),
        ("the Minister of Fisheries", "Tom BIRK", False),
        ("the Minister of Fisheries", "Jon Lund", False),
        ("the Netmakers' League", "Tom BIRK", True),
        ("the netmakers’ league", "Tom BIRK", True),
        ("the Netmakers' League", "Ada MARR", False),
        ("the Pilots' Union", "Eva Holm", True),
        ("the Pilots' Union", "Max Stone", True),
        ("the Pilots' Union", "Ann Bell", False),
        ("the Harbour Board", "Ann Bell", True),
        ("the Harbour Board", "Ida Moss", False),
        ("Eva Holm of the Pilots' Union", "Eva Holm", True),
        ("Eva Holm of the Pilots' Union", "Ann Bell", False),
        ("the ministry", "Kim Lund, ministry spokeswoman", True),
        ("the ministry", "Kim Lund, ministry visitor", False),
        ("Acme", "Kim Lund, Acme chief executive", True),
        ("Acme", "Kim Lund, Acme customer", False),
        ("the government", "Kim Lund, Minister of Labour", True),
        ("the French government", "Kim Lund, Minister of Labour", False),
        ("the French government", "Luc Noir, French Interior Minister", True),
        ("the government", "Kim Lund, shadow minister", False),
    ],
)
def test_who_speaks_for_a_body_or_holds_an_office(asked: str, speaker: str, found: bool) -> None:
    assert is_by(asked, speaker, HEARING) is found


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("Acme's finance director, Rita Holm, said no.", "Acme", True),
        ("Rita Holm (CFO, Acme) said no.", "Acme", True),
        ("Rita Holm took over as chief executive of Acme in May.", "Acme", True),
        ("The ships belong to the wire maker Acme, whose chief executive, Rita Holm, said no.", "Acme", True),
        ("A spokeswoman for Acme, Rita Holm, said no. Acme is a small wire firm.", "Acme", True),
        ("The wire maker Acme is in Tarn. Rita Holm of Acme said no.", "Acme", True),
        ("The wire maker Acme is in Tarn. Rita Holm of Tarn said no.", "Acme", False),
        ("Tom Ray and Rita Holm of Tarn said no.", "Tarn", False),  # a place has no voice
        ("Rita Holm is a customer of Acme.", "Acme", False),
        ("Acme critic Rita Holm said no.", "Acme", False),
        ("Ada Bell won. Bell's budget director, Rita Holm, said no.", "Bell", False),
        ("A spokeswoman for Ada Bell, Rita Holm, said no.", "Bell", False),
    ],
)
def test_who_speaks_for_a_house(text: str, asked: str, found: bool) -> None:
    assert is_by(asked, "Rita Holm", text) is found


@pytest.mark.parametrize(
    ("asked", "speaker", "found"),
    [
        ("Oslo's top diplomat", "Eva Holm, Norwegian Foreign Minister", True),
        ("Washington's top diplomat", "Ann Bell, U.S. Secretary of State", True),
        ("Oslo's top diplomat", "Ann Bell, U.S. Secretary of State", False),
        ("the foreign minister in Paris", "Luc Noir, French Foreign Minister", True),
        ("the mayor of Oslo", "Eva Holm, Norwegian Prime Minister", False),
        ("the finance chief", "Kim Lund, Chief Financial Officer", True),
        ("the police chief", "Kim Lund, Police Commissioner", True),
        ("the company's CFO", "Kim Lund, Chief Financial Officer", True),
        ("the boss of Acme", "Kim Lund, Chief Executive of Acme", True),
        ("the boss of Acme", "Kim Lund, Chief Executive of Apex", False),
        ("the Trade Ministry", "Kim Lund, Minister of Trade", True),
        ("the Trade Ministry", "Kim Lund, Minister of Health", False),
        ("France's head of government", "Luc Noir, Prime Minister of France", True),
    ],
)
def test_an_office_is_asked_for_by_what_headlines_call_it(asked: str, speaker: str, found: bool) -> None:
    assert is_by(asked, speaker) is found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("the Executive Board of the Bank of Norland", True),
        ("the Bank of Norland's Executive Board", True),
        ("the executive board", True),
        ("the supervisory board", False),
        ("the Executive Board of the Bank of Ruritania", False),
    ],
)
def test_a_body_speaks_as_the_organ_that_its_text_names(asked: str, found: bool) -> None:
    text = "BANK OF NORLAND\nDecision of the Executive Board\n\nWe leave the rate where it is. We will watch."
    assert is_by(asked, "Bank of Norland", text) is found


def test_an_office_is_asked_for_with_its_state() -> None:
    assert is_by("中国外交部发言人", "王五, 外交部发言人")
    assert not is_by("中国外交部发言人", "王五, 外交部部长")


TALKS = (
    "U.S. Secretary of State Ann Bell, Japanese Foreign Minister Akio Mori and Foreign Minister Kim Min-su of the"
    " Republic of Korea met in Poland. Tom Ray, the Polish president, spoke. Luc Noir, head of American Pipe, came."
    " Eva Holm of Norway, an economist, wept. Jan Kowal, an adviser in Warsaw, left. Pia Lund, U.S. ambassador to"
    " Japan, smiled. The former U.S. envoy Bob Ash sang."
)


@pytest.mark.parametrize(
    ("asked", "speaker", "found"),
    [
        ("U.S. officials", "Ann Bell", True),
        ("American diplomats", "Ann Bell, Secretary of State", True),
        ("American officials", "Akio Mori", False),
        ("Japanese officials", "Akio Mori, Foreign Minister", True),
        ("the Japanese side", "Akio Mori", True),
        ("officials from Japan", "Akio Mori", True),
        ("Japanese diplomats", "Pia Lund", False),
        ("U.S. diplomats", "Pia Lund", True),
        ("South Korean ministers", "Kim Min-su", True),
        ("diplomats of the Republic of Korea", "Kim Min-su, Foreign Minister", True),
        ("Polish leaders", "Tom Ray", True),
        ("the Polish side", "Tom Ray", True),
        ("officials in Warsaw", "Tom Ray", True),
        ("Polish diplomats", "Tom Ray", False),
        ("Polish officials", "Jan Kowal", False),
        ("Norwegian officials", "Eva Holm", False),
        ("U.S. officials", "Luc Noir", False),
        ("American leaders", "Luc Noir, American Pipe president", False),
        ("U.S. officials", "Luc Noir, American Airlines chief executive", False),
        ("U.S. officials", "Bob Ash", False),
        ("U.S. officials", "Deputy Secretary of State of the United States", True),
        ("American diplomats", "Deputy Secretary of State of the United States", True),
        ("Japanese officials", "Deputy Secretary of State of the United States", False),
        ("Japanese ministers", "Vice Minister for Foreign Affairs of Japan", True),
        ("U.S. officials", "U.S. State Department", True),
        ("U.S. diplomats", "U.S. State Department", True),
        ("U.S. officials", "United States", True),
        ("U.S. officials", "Ann Bell and Akio Mori", True),
        ("Korean officials", "Ann Bell and Akio Mori", False),
        ("French officials", "a spokesman for the French Foreign Ministry", True),
        ("U.S. lawmakers", "Ada Marr, U.S. Senator", True),
        ("U.S. lawmakers", "Ann Bell, U.S. Secretary of State", False),
        ("U.S. officials", "Bank of America", False),
        ("U.S. officials", "American farmers", False),
        ("Polish officials", "A Polish journalist", False),
        ("American Pipe executives", "Luc Noir", True),
        ("the management of American Pipe", "Luc Noir", True),
        ("American Pipe executives", "Ann Bell", False),
    ],
)
def test_officials_of_a_country_or_people_of_a_house(asked: str, speaker: str, found: bool) -> None:
    assert is_by(asked, speaker, TALKS) is found


@pytest.mark.parametrize(
    ("asked", "speaker", "found"),
    [
        ("the councillors", "Councillor Bright", True),
        ("the Halden councillors", "Councillor Bright", True),
        ("councillors of Halden", "Ann Bell, Councillor", True),
        ("the Torvik councillors", "Councillor Bright", False),
        ("the Halden councillors", "Mayor Bright", False),
    ],
)
def test_those_who_have_a_title_in_a_place(asked: str, speaker: str, found: bool) -> None:
    assert is_by(asked, speaker, "HALDEN TOWN COUNCIL\n\nMinutes of 4 May 2024") is found


@pytest.mark.parametrize(
    ("asked", "speaker", "text", "found"),
    [
        ("the mayor of Tarnby", "Per Dahl, Mayor", "TOWN OF TARNBY\nPresent: Mayor Per Dahl", True),
        ("the mayor of Lundby", "Per Dahl, Mayor", "TOWN OF TARNBY\nPresent: Mayor Per Dahl", False),
        ("the harbour master", "Tom Reed, Captain", "Captain Tom Reed (Harbour Master)", True),
        ("the harbour master", "Tom Reed, Captain", "the harbour master, Captain Tom Reed, told", True),
        (
            "the prime minister of Sweden",
            "Eva Lind, Prime Minister",
            "the Swedish Prime Minister, Eva\nLind.",
            True,
        ),
        (
            "the Finnish president",
            "President Salo",
            "By President Birk, President Salo of Finland, and",
            True,
        ),
        (
            "the Finnish president",
            "President Birk",
            "By President Birk, President Salo of Finland, and",
            False,
        ),
    ],
)
def test_an_office_is_told_beside_the_name(asked: str, speaker: str, text: str, found: bool) -> None:
    assert is_by(asked, speaker, text) is found
