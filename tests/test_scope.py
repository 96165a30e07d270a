"""Whose words are asked for."""

import pytest

from rag.scope import is_by


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
        ("Japan's minister", "Yoko Kamikawa, Japanese Foreign Minister", True),
        ("Japan's minister", "Cho Tae-yeol, Foreign Minister", False),
        ("the United States", "John Kerry, U.S. Secretary of State", True),
        ("South Korea", "Governments of Japan and the Republic of Korea", True),
        ("the State Department", "U.S. State Department", True),
        ("Ada Lane", "Ann Bell, spokeswoman for Ada Lane", False),
        ("Ann Bell", "Ann Bell, spokeswoman for Ada Lane", True),
        ("Clinton", None, False),
    ],
)
def test_a_speaker_is_the_one_asked_for(asked: str, speaker: str | None, found: bool) -> None:
    assert is_by(asked, speaker) is found


def test_the_document_may_give_the_country_elsewhere() -> None:
    text = "The foreign ministers Antony Blinken of the United States and Yoko Kamikawa of Japan met."
    assert is_by("Japan's minister", "Yoko Kamikawa", text)
    assert not is_by("Japan's minister", "Antony Blinken", text)
