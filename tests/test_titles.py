"""The title a document is listed by."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import furniture, titles

BODY = "The ministers met in Lima on Tuesday and discussed the security of the region with their guests.\n"
LONG = "The ministers discussed security in the region at length"


def title(text: str, metadata: dict[str, str] | None = None) -> str:
    return titles.find(text, furniture.find(text), metadata or {}, "file-name")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers Meet in Lima\n\n" + BODY, "Ministers Meet in Lima"),
        ("# Ministers Meet in Lima\n\n" + BODY, "Ministers Meet in Lima"),
        ("## *Ministers* Meet in [Lima](https://example.org/)\n\n" + BODY, "Ministers Meet in Lima"),
        (BODY + "\n# Ministers Meet in Lima\n", "Ministers Meet in Lima"),
        (
            BODY + "\n## Background\n\n" + BODY,
            "The ministers met in Lima on Tuesday and discussed the security of the region…",
        ),
        ("Skip to content\n\nBreaking News\n\nMinisters Meet in Lima\n\n" + BODY, "Ministers Meet in Lima"),
        ("By Jane Roe\n\nMarch 3, 2021\n\nMinisters Meet in Lima\n\n" + BODY, "Ministers Meet in Lima"),
        ("FOR IMMEDIATE RELEASE\n\nMinisters Meet in Lima\n\n" + BODY, "Ministers Meet in Lima"),
        ("Pressemitteilung\n\nMinister treffen sich in Lima\n\n" + BODY, "Minister treffen sich in Lima"),
        ("PRESS RELEASE\n\nMinisters Meet in Lima\n\n" + BODY, "Ministers Meet in Lima"),
        (
            "MEETINGS COVERAGE\nSECURITY COUNCIL\n14 JUNE 2023\n\nDrought Drives Families Away, Council Hears\n\n"
            + BODY,
            "Drought Drives Families Away, Council Hears",
        ),
        ("MINISTERS MEET IN LIMA\n\n" + BODY, "MINISTERS MEET IN LIMA"),
        (
            "CITY OF LIMA\nCITY COUNCIL – REGULAR MEETING\nMINUTES\nMay 3, 2024\n\nPresent: Mayor Ann Roe, Tom Lane\n",
            "CITY COUNCIL – REGULAR MEETING",
        ),
        ("CITY OF LIMA\n\nSeptember 3, 2021\n\n" + BODY, "CITY OF LIMA"),
        ("Will the Ministers Meet in Lima?\n\n" + BODY, "Will the Ministers Meet in Lima?"),
        ("Ministers\u00a0Meet\tin\u200b  Lima\n\n" + BODY, "Ministers Meet in Lima"),
        ("Ministers \x1b[31mMeet\x07 in \u202eLima\n\n" + BODY, "Ministers [31mMeet in Lima"),
        (
            "한미일 외교장관 회의\n\n세 나라 장관은 지역 정세를 논의하고 협력을 강화하기로 했다.\n",
            "한미일 외교장관 회의",
        ),
        (
            "日米韓外相会合\n\n三か国の外相は地域情勢について議論し、協力を強化することで一致した。\n",
            "日米韓外相会合",
        ),
        (LONG + ".\n", LONG + "."),
        (LONG + ", and they agreed on many further steps to be taken.\n", LONG + ", and they agreed on…"),
        (
            "East Room\n\n4:49 P.M. EST\n\nTHE PRESIDENT:  Good afternoon, everybody. Sit down, please.\n",
            "file-name",
        ),
        ("THE PRESIDENT:  Good afternoon, everybody. Sit down, please.\n", "file-name"),
        ("Dear Mr. Speaker:\n\n" + BODY, "file-name"),
        ("", "file-name"),
        ("- Advertisement -\n", "file-name"),
        ("word " * 35 + "\n\n" + BODY, "word " * 34 + "word"),
        ("longer-words-" * 20 + "\n\n" + BODY, ("longer-words-" * 20)[:199] + "…"),
    ],
)
def test_title_of_a_text(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"title": "Readout of\u00a0the  Call"}, "Readout of the Call"),
        ({"headline": "Readout of the Call"}, "Readout of the Call"),
        ({"title": " "}, "Ministers Meet in Lima"),
        ({"title": "x" * 300}, "x" * 199 + "…"),
    ],
)
def test_front_matter_goes_first(metadata: dict[str, str], expected: str) -> None:
    assert title("Ministers Meet in Lima\n\n" + BODY, metadata) == expected


@given(st.text(max_size=400), st.text(max_size=300))
def test_any_title_is_one_short_plain_line(text: str, given_title: str) -> None:
    found = titles.find(text, furniture.find(text), {"title": given_title}, "file-name")
    assert found
    assert len(found) <= titles.LONGEST
    assert found == " ".join(found.split())
    assert not any(unicodedata.category(character).startswith("C") for character in found)


def test_the_title_of_a_shared_document_is_how_it_begins(shared: Path) -> None:
    for file in sorted((shared / "seeds").iterdir()):
        text = file.read_bytes().decode()
        assert " ".join(text.split()).find(title(text).removesuffix("…")) in range(2000)
