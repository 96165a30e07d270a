"""Words as search compares them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.english_stemmer import EnglishStemmer
from Stemmer import Stemmer

from index.words import stem_of, stems, words

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Japan’s", "Japan"),
        ("abductions", "abduction"),
        ("denuclearisation", "denuclearization"),
        ("colour", "color"),
        ("programme", "program"),
        ("defence", "defense"),
        ("centre", "center"),
        ("Erdoğan", "erdogan"),
        ("US", "U.S."),
        ("ＡＢＣ", "abc"),
    ],
)
def test_written_forms_of_one_word(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("US", "us"), ("India", "Indo"), ("four", "for"), ("40,000", "40")]
)
def test_different_words(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


def test_closed_classes_say_nothing() -> None:
    assert stems("What did they say about the US?") == ["say", "u.s."]


def test_east_asian_text_is_compared_in_pairs_of_characters() -> None:
    assert stems("台湾海峡") == ["台湾", "湾海", "海峡"]
    assert "대만" in stems("대만에 대해")


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(" " not in word.stem and '"' not in word.stem for word in found)


@given(st.text())
def test_stems_are_those_of_the_words(text: str) -> None:
    assert stems(text) == [word.stem for word in words(text) if not word.stop]


def test_stems_from_c_are_those_from_python() -> None:
    """A collection made where PyStemmer is missing must be found in where it is there."""
    written = re.findall(r"[a-z]+", (ROOT / "README.md").read_text(encoding="utf-8").lower())
    assert Stemmer("english").stemWords(written) == EnglishStemmer().stemWords(written)
