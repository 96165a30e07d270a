"""Sentence bounds, on literal texts and as properties."""

import itertools
from collections.abc import Mapping
from typing import Any

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from index.documents import Furniture
from index.sentences import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Rat hat am 3. Mai 2 Mio. Euro bewilligt. Das galt im 19. Jahrhundert als viel.",
            ["Der Rat hat am 3. Mai 2 Mio. Euro bewilligt.", "Das galt im 19. Jahrhundert als viel."],
        ),
        ("La Sra. Gómez citó la pág. 7. Nada más.", ["La Sra. Gómez citó la pág. 7.", "Nada más."]),
        ("It was May 23. April was cold.", ["It was May 23.", "April was cold."]),
        ("He met U.S. Secretary Lee. It ended.", ["He met U.S. Secretary Lee.", "It ended."]),
        ("He lives in the U.S. The law passed.", ["He lives in the U.S.", "The law passed."]),
        (
            "The first Korea-U.S.-Japan meeting. It ended.",
            ["The first Korea-U.S.-Japan meeting.", "It ended."],
        ),
        ("“We came. We saw.” He left.", ["“We came.", "We saw.”", "He left."]),
        ('"We came. We saw." He left.', ['"We came.', 'We saw."', "He left."]),
        ("“Why?” he asked. “It is so.”", ["“Why?” he asked.", "“It is so.”"]),
        ("We will discuss . . . what to do.", ["We will discuss . . . what to do."]),
        (
            "They met at 5 p.m. Monday in Oslo. It rained.",
            ["They met at 5 p.m. Monday in Oslo.", "It rained."],
        ),
        ("(It is so.) Then we go.", ["(It is so.)", "Then we go."]),
        ("Prices rose 3.5 percent. See No. 5.", ["Prices rose 3.5 percent.", "See No. 5."]),
        ("A headline without a stop\n\nThe text.", ["A headline without a stop", "The text."]),
        ("# Heading\n\n- one item\n- two items", ["Heading", "one item", "two items"]),
        ("PRESIDENT MOE:  Well, I go.\n\nQ    Sir, why?", ["Well, I go.", "Sir, why?"]),
        (
            "**Governor Moe:** Well, I go.\n\n**Q (Bo Ek, Tarn News):** Sir, why?",
            ["Well, I go.", "Sir, why?"],
        ),
        ("**Water shortage:** We act.", ["Water shortage:** We act."]),
        ("Dr Moe and Ms. Ek left. Ms. Ek wept.", ["Dr Moe and Ms. Ek left.", "Ms. Ek wept."]),
        ("これは文です。「次の文です！」と言った。", ["これは文です。", "「次の文です！」と言った。"]),
        ("그는 말했다. “우리는 간다.”", ["그는 말했다.", "“우리는 간다.”"]),
        ("他说：“是。”我们走了。", ["他说：“是。”", "我们走了。"]),
        ("  \n \t ", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_lines_wrapped_by_hand_are_joined() -> None:
    text = (
        "The ministers of the seven countries met for the first time in a year\n"
        "and agreed to meet again before the winter. They did not say where the\n"
        "next meeting would be held.\n\nA spokesman declined to comment on the date of it.\n"
    )
    assert len(split(text)) == 3


def test_addresses_do_not_hide_that_lines_are_wrapped() -> None:
    address = "https://example.org/" + "a" * 150
    text = (
        "The ministers of the seven countries met for the first time in a year\n"
        f"and said that [a plan]({address}) was\n"
        "ready for the parliaments of all of the countries to look at in winter.\n"
        "\n"
        f"[The text of the plan]({address})\n"
    )
    assert len(split(text)) == 2


def test_lines_of_a_list_are_not_joined() -> None:
    assert len(split("Oslo\nBergen\nTrondheim\nThe ministers met there.")) == 4


@pytest.mark.parametrize("mark", [".", ". ", "...", "A.B.", "*", "“ "])
def test_a_long_run_of_marks_ends(mark: str) -> None:
    """What takes a time that grows with the square of its length would never be done with these."""
    found = split("It began. " + mark * (500_000 // len(mark)) + "\n\nIt ended.")
    assert found[0].startswith("It began.")
    assert found[-1] == "It ended."


@pytest.mark.parametrize("mark", ["‘", "`", "![", "「", "a"])
def test_sentencex_is_given_a_window_at_a_time(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    really, given = sentencex.get_sentence_boundaries, []

    def noting(language: str, text: str) -> list[Mapping[str, Any]]:
        given.append(len(text))
        return really(language, text)

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", noting)
    assert split("It began. " + mark * 40_000)[0] == "It began."
    assert max(given) <= 10_000


def test_a_quotation_that_never_ends_takes_no_more_than_a_window_with_it() -> None:
    text = "It began. ‘ " + "A word of it was said. " * 2000
    assert len(split(text)) > 1500
    long = "The ministers met in Oslo and spoke of the harbour. It rained. " * 1000
    assert split(long) == ["The ministers met in Oslo and spoke of the harbour.", "It rained."] * 1000


def test_no_sentence_touches_furniture() -> None:
    text = "Menu\nThe ministers met. They left.\nShare this"
    aside = [Furniture(0, 4, "menu"), Furniture(text.index("Share"), len(text), "share links")]
    assert [text[span.start : span.end] for span in sentences(text, aside)] == [
        "The ministers met.",
        "They left.",
    ]


@given(st.text(alphabet=st.sampled_from("ab A.?!\n\t“”\"'()-*#1。」「 "), max_size=200))
def test_sentences_are_in_order_within_the_text_and_lose_no_letter(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)
    if "#" not in text and "-" not in text and "1" not in text and "A" not in text:
        inside = "".join(text[span.start : span.end] for span in spans)
        assert [c for c in inside if c in "ab"] == [c for c in text if c in "ab"]


@given(st.text(max_size=300))
def test_any_text_can_be_split(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
