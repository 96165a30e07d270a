"""Abbreviations introduced in texts, where a name occurs, and names that are part of larger ones.

``larger_names.jsonl`` holds 450 occurrences in White House briefings (works of the United States
government), each read by hand: is the name there only a part of a larger one?
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.topic.aliases import abbreviations, best_long_form, names, occurrences, pairs
from rag.topic.forms import _compiled, compiled, matcher
from rag.topic.states import forms_of


def _inside(name: str, text: str) -> list[tuple[str, str | None]]:
    forms = forms_of(name) or (name,)
    return [(text[o.start : o.end], o.inside) for o in occurrences(forms, text)]


# --- abbreviations ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "others"),
    [
        ("Republic of Korea", "Japan and the Republic of Korea (ROK) agreed.", ("ROK",)),
        ("ROK", "Japan and the Republic of Korea (ROK) agreed.", ("Republic of Korea",)),
        ("North Korea", "They spoke about North Korea's (DPRK) launches.", ("DPRK",)),
        ("DPRK", "They spoke about North Korea’s (DPRK) launches.", ("North Korea",)),
        ("Pacific Islands Forum", "the themes of the Pacific Island Forum’s (PIF) strategy", ("PIF",)),
        ("Trans-Pacific Partnership", "It may join the Trans-Pacific Partnership (TPP).", ("TPP",)),
        ("the Trans-Pacific Partnership", "It may join the Trans-Pacific Partnership (TPP).", ("TPP",)),
        ("TPP", "It may join the TPP (Trans-Pacific Partnership).", ("Trans-Pacific Partnership",)),
        (
            "Rural Roads Fund Commission",
            "They set up the Rural Roads Fund (RRF) Commission.",
            ("Rural Roads Fund (RRF) Commission", "RRF Commission"),
        ),
        (
            "CRFP",
            "the Coastal Research Fellows Program, or CRFP, began",
            ("Coastal Research Fellows Program",),
        ),
        (
            "ASEAN",
            "the Association of Southeast Asian Nations (“ASEAN”)",
            ("Association of Southeast Asian Nations",),
        ),
        ("HUD", "the Department of Housing and Urban Development (HUD)", ("Housing and Urban Development",)),
        (
            "Department of Housing and Urban Development",
            "the Department of Housing and Urban Development (HUD)",
            ("HUD",),
        ),
        (
            "OSTP",
            "the Office of Science and Technology Policy (OSTP)",
            ("Office of Science and Technology Policy",),
        ),
        ("환태평양경제동반자협정", "환태평양경제동반자협정(TPP)에", ("TPP",)),
        ("環太平洋パートナーシップ", "TPP（環太平洋パートナーシップ）は", ("TPP",)),
        ("Jordan", "Jim Jordan (R) of Ohio and Japan (see below)", ()),
        ("Turkey", "the ruling party of Turkey (AKP)", ()),
        ("Trans-Pacific Partnership", "no abbreviation here", ()),
        ("TPP", "", ()),
    ],
)
def test_the_texts_own_abbreviations(name: str, text: str, others: tuple[str, ...]) -> None:
    assert abbreviations(name, [text]) == others


def test_the_more_frequent_form_comes_first() -> None:
    texts = ["the Green Fund (GF)", "the Green Fund (GrF)", "the Green Fund (GrF)"]
    assert abbreviations("Green Fund", texts) == ("GrF", "GF")


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("HSF", "binds to heat shock factor", "heat shock factor"),
        ("TTF-1", "the role of Thyroid transcription factor 1", "Thyroid transcription factor 1"),
        ("UN", "meeting of the United Nations", "United Nations"),
        ("TPP", "the Transatlantic Alliance", None),
        ("ABC", "xyz", None),
    ],
)
def test_schwartz_and_hearst(short: str, before: str, long: str | None) -> None:
    assert best_long_form(short, before) == long


@given(st.text(alphabet="AB abc().,“”\n-", max_size=200))
def test_pairs_stand_in_the_text(text: str) -> None:
    flat = " ".join(text.split())
    for long, short in pairs(text):
        assert long in flat or all(word in flat for word in long.split())
        assert short in flat


# --- occurrences -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "inside"),
    [
        ("China", "Tension in the South China Sea grew.", ["South China Sea"]),
        ("China", "Reporters of the China Daily asked.", ["China Daily"]),
        ("China", "The Republic of China welcomed it.", ["Republic of China"]),
        ("China", "The People’s Republic of China welcomed it.", [None]),
        (
            "abduction",
            "The Diet will consider the Hague Abduction Convention.",
            ["Hague Abduction Convention"],
        ),
        ("abduction", "They spoke about the abductions issue.", [None]),
        ("India", "stability in the Indo-Pacific region", []),
        ("India", "storms in the Indian Ocean", ["Indian Ocean"]),
        ("India", "It will invest in Indian Country.", ["Indian Country"]),
        ("India", "He grew up in Indiana.", []),
        ("Pacific", "a free and open Indo-Pacific", ["Indo-Pacific"]),
        ("Pacific", "It may join the Trans-Pacific Partnership.", ["Trans-Pacific Partnership"]),
        ("Pacific", "the Asia-Pacific region and the Pacific", ["Asia-Pacific", None]),
        ("David", "They met at Camp David last year.", ["Camp David"]),
        ("Camp David", "the spirit of Camp David and the Camp David Accords", [None, "Camp David Accords"]),
        ("Camp David", "since the Camp David Summit of last year", [None]),
        ("Mexico", "He lives in New Mexico now.", ["New Mexico"]),
        ("Mexico", "oil from the Gulf of Mexico", ["Gulf of Mexico"]),
        ("Mexico", "under the U.S.-Mexico-Canada Agreement", [None]),
        ("Guinea", "the people of Papua New Guinea and of Guinea", ["Papua New Guinea", None]),
        ("Guinea", "a president of Equatorial Guinea", ["Equatorial Guinea"]),
        ("Ireland", "peace in Northern Ireland, and in Ireland", ["Northern Ireland", None]),
        ("Samoa", "people of American Samoa", ["American Samoa"]),
        ("Sudan", "in South Sudan, not in Sudan", ["South Sudan", None]),
        ("Japan", "as the Japan Times reported", ["Japan Times"]),
        ("Japan", "The Bank of Japan raised its rate.", ["Bank of Japan"]),
        ("Japan", "the Prime Minister of Japan said", [None]),
        ("Japan", "Japan’s Diet will consider it.", [None]),
        ("Japan", "the U.S.-Japan alliance", [None]),
        ("Japan", "Japanese Foreign Minister Akiko Mori", [None]),
        ("Japan", "the Japan Coast Guard arrived", [None]),
        ("Japan", "the history of Japanese Americans", ["Japanese Americans"]),
        ("Texas", "She studied at the University of Texas at Austin.", ["University of Texas"]),
        ("Texas", "with the Texas Department of Public Safety", [None]),
        ("Washington", "He taught at George Washington University.", ["George Washington University"]),
        ("Washington", "as the Washington Post wrote", ["Washington Post"]),
        ("Washington", "a portrait of George Washington hung there", ["George Washington"]),
        ("Washington", "They met in Washington on Friday.", [None]),
        ("Taiwan", "peace and stability across the Taiwan Strait", [None]),
        (
            "Taiwan",
            "the Taiwan Semiconductor Manufacturing Company said",
            ["Taiwan Semiconductor Manufacturing Company"],
        ),
        ("Korea", "denuclearization of the Korean Peninsula", [None]),
        ("Korea", "South Korea and the Republic of Korea", [None, None]),
        ("South Korea", "North Korea spoke; South\nKorea did not", [None]),
        ("United States", "the United States Government agreed", [None]),
        (
            "United States",
            "in Latin America and at the Bank of America",
            ["Latin America", "Bank of America"],
        ),
        ("Porter", "U.S. Secretary of State Margaret Ann Porter said", [None]),
        ("Clinton", "Secretary Clinton spoke.", [None]),
        ("Clinton", "She worked for the Clinton Foundation.", ["Clinton Foundation"]),
        ("Clinton", "He served in the Clinton Administration.", [None]),
        ("clinton", "Secretary of State Clinton said", [None]),
        ("Jordan", "Rep. Jim Jordan said that the King of Jordan left.", ["Jim Jordan", None]),
        ("Georgia", "He is a native of Columbus, Georgia and a lawyer.", ["Columbus, Georgia"]),
        ("Georgia", "elections in Ukraine, Georgia, and Moldova", [None]),
        ("Lebanon", "a plant in Lebanon, Pennsylvania, opened", ["Lebanon, Pennsylvania"]),
        ("Paris", "to rejoin the Paris Climate Agreement", ["Paris Climate Agreement"]),
        ("Paris", "to rejoin the Paris climate agreement", ["Paris climate agreement"]),
        ("Paris", "They met in Paris.", [None]),
        ("Minsk", "its commitments under the Minsk agreements", ["Minsk agreements"]),
        ("climate", "with Special Envoy for Climate John Kerry", ["Special Envoy for Climate John Kerry"]),
        (
            "climate",
            "the Intergovernmental Panel on Climate Change found",
            ["Intergovernmental Panel on Climate Change"],
        ),
        ("climate", "They discussed climate change.", [None]),
    ],
)
def test_a_name_that_is_only_part_of_a_larger_one(name: str, text: str, inside: list[str | None]) -> None:
    assert [found for _, found in _inside(name, text)] == inside


@pytest.mark.parametrize(
    ("forms", "text", "found"),
    [
        (["US"], "The US told us: US-based firms, USA, the U.S. and bus.", ["US", "US"]),
        (["U.S."], "The U.S. and the U.S.-Japan alliance, U. S. and U.S.S.R.", ["U.S.", "U.S.", "U. S."]),
        (["US"], "PLEASE TELL US MORE", []),
        (["US"], "a US NAVY ship; US$40 million", ["US"]),
        (["WHO"], "Who said that the WHO knew?", ["WHO"]),
        (["NATO"], "NATO, Nato and nato", ["NATO", "Nato"]),
        (["Turkey"], "Turkey sent a turkey.", ["Turkey"]),
        (["Korean"], "two Koreans, a Korean’s house, Koreanic", ["Koreans", "Korean"]),
        (
            ["abduction", "abductee"],
            "Abductions, abductees’ families; the abducted",
            ["Abductions", "abductees"],
        ),
        (
            ["Senkaku islands"],
            "the Senkaku  Islands and the Senkaku\nislands",
            ["Senkaku  Islands", "Senkaku\nislands"],
        ),
        (["São Paulo"], "Sao Paulo, São Paulo and SÃO PAULO", ["Sao Paulo", "São Paulo", "SÃO PAULO"]),
        (["Sao Paulo"], "in São Paulo", ["São Paulo"]),
        (["Côte d'Ivoire"], "Côte d’Ivoire or Cote d'Ivoire", ["Côte d’Ivoire", "Cote d'Ivoire"]),
        (["Asia-Pacific"], "Asia–Pacific and Asia Pacific", ["Asia–Pacific", "Asia Pacific"]),
        (["일본"], "한국과 일본은 일본의", ["일본", "일본"]),
        (["台湾"], "我々は台湾海峡の平和を", ["台湾"]),
        (["China"], "see https://example.org/China and china@example.org, China", ["China"]),
        (["China"], "a picture: summit-China.jpg", []),
        (["France"], "Frances went to France", ["France"]),
        (["Korea", "South Korea", "Republic of Korea"], "the Republic of Korea", ["Republic of Korea"]),
        (["C++ (2023)"], "We use c++ (2023) here", ["c++ (2023)"]),
        (["", " "], "nothing", []),
        ([], "nothing", []),
    ],
)
def test_how_a_form_may_be_written(forms: list[str], text: str, found: list[str]) -> None:
    assert [text[o.start : o.end] for o in occurrences(forms, text)] == found


@pytest.mark.parametrize("name", ["China", "US", "South Korea", "Türkiye", "Guinea", "climate"])
@given(text=st.text(alphabet="Chinaes US.KorTükGu lmtP-’'\n", max_size=80))
def test_the_quick_scan_finds_what_the_pattern_alone_finds(name: str, text: str) -> None:
    forms = tuple(forms_of(name) or (name,))
    found = matcher(forms)
    alone = [match.span() for match in compiled(found.forms, text).finditer(text)]
    assert list(found.spans(text)) == alone
    assert alone == [match.span() for match in _compiled(found.forms, marks=True).finditer(text)]


@given(st.text(max_size=12), st.text(max_size=200))
def test_any_form_in_any_text_gives_ordered_spans(form: str, text: str) -> None:
    reached = 0
    for found in occurrences([form], text + " " + form):
        assert reached <= found.start < found.end <= len(text) + 1 + len(form)
        reached = found.end


def test_labelled_occurrences() -> None:
    lines = (Path(__file__).parent / "larger_names.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    said = [_larger(row["name"], row["text"], row["start"]) for row in rows]
    labels = [row["inside"] for row in rows]
    both = sum(a and b for a, b in zip(said, labels, strict=True))
    assert len(rows) >= 150
    assert sum(a == b for a, b in zip(said, labels, strict=True)) >= 0.95 * len(rows)
    assert both >= 0.98 * sum(said)
    assert both >= 0.88 * sum(labels)


def _larger(name: str, text: str, start: int) -> bool:
    found = [o for o in occurrences(forms_of(name) or (name,), text) if o.start == start]
    assert found, (name, text)
    return found[0].inside is not None


# --- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "However, the Ministry of Foreign Affairs of Japan agreed.",
            ["Ministry of Foreign Affairs of Japan"],
        ),
        ("They met in Rio de Janeiro.", ["Rio de Janeiro"]),
        ("Foreign Minister Akiko Mori spoke.", ["Foreign Minister Akiko Mori"]),
        ("Japan and the United States met.", ["Japan", "United States"]),
        ("the Ministry of Health and Welfare", ["Ministry of Health and Welfare"]),
        ("the U.S. Secretary of State’s visit", ["U.S. Secretary of State"]),
        ("climate change", []),
        ("The meeting. It was long. I agree.", []),
        ("Climate is hot; climate matters.", []),
        ("Trans-Pacific Partnership", ["Trans-Pacific Partnership"]),
        ("", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in names(text)] == found


@given(st.text(max_size=200))
def test_names_are_ordered_stretches_of_the_text(text: str) -> None:
    reached = 0
    for span in names(text):
        assert reached <= span.start < span.end <= len(text)
        assert text[span.start].isupper()
        reached = span.end


@pytest.mark.parametrize("beside", [" " * 1_000_000, "\t" * 1_000_000, " \r" * 500_000])
def test_blanks_without_end_beside_a_name_are_read(beside: str) -> None:
    assert _inside("Fiji", f"They praised Fiji{beside}it rained.") == [("Fiji", None)]
