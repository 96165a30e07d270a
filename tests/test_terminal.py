"""Text for a terminal: readable, within its width, and unable to play tricks on the terminal."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_fake import CALM, HOSTILE, Fake, note

from index.documents import Card, Hit, Passage, Span
from rag.verdicts import Verdict
from ui import terminal

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
ANSWER = Fake(CALM, speaker="Mayor Ada Lane").ask("What did they say?")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text”, 대만 👩‍👧", "plain – “text”, 대만 👩‍👧"),
        ("\x1b[31mred\x1b[0m", "⟨U+001B⟩[31mred⟨U+001B⟩[0m"),
        ("\x1b]0;title\x07", "⟨U+001B⟩]0;title⟨U+0007⟩"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("over\rwritten", "over⟨U+000D⟩written"),
        ("back\b\b\b\bspace\x7f", "back⟨U+0008⟩⟨U+0008⟩⟨U+0008⟩⟨U+0008⟩space⟨U+007F⟩"),
        ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("a\u200bb\ufeff", "a⟨U+200B⟩b⟨U+FEFF⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("line\r\nline", "line\nline"),
        ("tab\tbed", "tab    bed"),
        ("a\u2028b", "a⟨U+2028⟩b"),
    ],
)
def test_what_does_not_show_itself_is_shown(text: str, shown: str) -> None:
    assert terminal.plain(text) == shown


@given(st.text(), st.integers(16, 120))
def test_no_text_reaches_the_terminal_with_a_control_in_it(text: str, width: int) -> None:
    document = note(text or "x", f"❮{text}❯", title=text, date=text)
    found = Fake([document], speaker=text).ask(f"q {text}")
    shown = [
        terminal.render(found, width=width, colour=False),
        terminal.render_document(document, width=width, colour=False),
        terminal.render_document(document, Span(0, 1), width=width, colour=False),
        terminal.render_documents([document.card], width=width, colour=False),
        terminal.render_hits([Hit(Passage(document, 0, 1), 0.5, 1)], width=width, colour=False),
    ]
    for page in shown:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


@pytest.mark.parametrize(
    "text", [" " * 1_000_000, " " * 1_000_000 + "x", "a " * 500_000], ids=["blank", "far", "words"]
)
def test_a_long_line_is_wrapped(text: str) -> None:
    lines = [text[start:end] for start, end in terminal.wrap(text, 80)]
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_each_piece_of_a_line_has_its_style() -> None:
    sheet = terminal.Sheet(20, colour=True)
    sheet.put(("one two", "bold"), ("", "dim"), (" three four five", ""), (" six", "quote"))
    assert sheet.text == "\x1b[1mone two\x1b[0m three four\nfive\x1b[30;43m six\x1b[0m"


@given(st.text(st.sampled_from("ab 대é\u0301\n ")), st.integers(2, 40))
def test_wrapping_loses_nothing_but_blanks_and_keeps_the_width(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in terminal.wrap(text, width)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(terminal.columns(line) <= width for line in lines)


@pytest.mark.parametrize("width", [30, 60, 100])
@pytest.mark.parametrize("colour", [False, True])
def test_lines_keep_the_width(width: int, colour: bool) -> None:
    for page in (
        terminal.render(ANSWER, width=width, colour=colour),
        terminal.render_document(CALM[0], width=width, colour=colour),
    ):
        assert max(terminal.columns(ESCAPES.sub("", line)) for line in page.split("\n")) <= width


def test_an_answer() -> None:
    assert terminal.render(ANSWER, width=72, colour=False) == "\n".join(
        [
            "2 of 3 documents speak of it.",
            "",
            "[1] Mayor Ada Lane · reported, 4 May 2019",
            "    │ The harbour will stay open to every ship that comes in peace.",
            "    The council on the harbour",
            f"    2019/harbour.txt {ANSWER.quotes[0].start}:{ANSWER.quotes[0].end}",
            "",
            "[2] Mayor Ada Lane · joint statement, no date stated",
            "    │ “We built it for those who come after us,” she said.",
            "    A bridge opens",
            f"    bridge.md {ANSWER.quotes[1].start}:{ANSWER.quotes[1].end}",
            "",
            "Silent: 1",
            "  2020-02  A quiet day",
        ]
    )


def test_colour_only_adds_colour() -> None:
    coloured = terminal.render(ANSWER, width=72, colour=True)
    assert len(ESCAPES.findall(coloured)) >= 8
    assert ESCAPES.sub("", coloured) == terminal.render(ANSWER, width=72, colour=False)


def test_a_follow_up_says_what_was_searched() -> None:
    found = replace(ANSWER, question="and then?", searched="What happened then?")
    assert terminal.render(found, width=72, colour=False).startswith("Searched for: What happened then?\n\n")


def test_many_silent_documents_are_counted() -> None:
    listed = tuple(Verdict(Card(f"{n}", f"T{n}", None), "mentioned") for n in range(50))
    shown = terminal.render(replace(ANSWER, verdicts=listed, silent=14_000), width=72, colour=False)
    assert "Mentioned, not quoted: 50" in shown
    assert "and 30 more" in shown
    assert shown.endswith("Silent: 14,000")


def test_a_document_has_its_furniture_marked() -> None:
    shown = terminal.render_document(CALM[0], width=200, colour=False)
    assert shown.startswith("The council on the harbour\n4 May 2019 · 2019/harbour.txt\n\n")
    assert "⟦set aside: advert ¦ Buy one, get one⟧" in shown
    assert "Tea was served." in shown


def test_a_stretch_is_shown_in_its_surroundings() -> None:
    quote = ANSWER.quotes[0]
    shown = terminal.render_document(CALM[0], Span(quote.start, quote.end), width=300, colour=False)
    assert f"⟦quote ¦ {quote.text}⟧" in shown
    assert "Nobody asked about the bridge." in shown
    assert "Buy one" not in shown
    coloured = terminal.render_document(CALM[0], Span(quote.start, quote.end), width=300, colour=True)
    assert f"\x1b[30;43m{quote.text}\x1b[0m" in coloured


def test_hits_and_documents() -> None:
    hits = [Hit(Passage(CALM[1], 0, 20), 0.91234, 1)]
    assert terminal.render_hits(hits, width=72, colour=False) == (
        "1. A bridge opens · no date stated\n   bridge.md 0:20 · score 0.912\n   A bridge was opened."
    )
    assert terminal.render_hits([], width=72, colour=False) == "Nothing was found."
    cards = [document.card for document in CALM]
    assert terminal.render_documents(cards, width=72, colour=False) == (
        "2019-05-04  The council on the harbour\n            2019/harbour.txt\n"
        "undated     A bridge opens\n            bridge.md\n"
        "2020-02     A quiet day\n            silent.txt"
    )
    assert "ontherecord add PATH" in terminal.render_documents([], width=72, colour=False)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_quotes_are_shown_whole(payload: str) -> None:
    found = Fake([note("a.txt", f"❮{payload}❯")]).ask("q")
    shown = terminal.render(found, width=10_000, colour=False)
    assert "".join(terminal.plain(" ".join(payload.split())).split()) in "".join(shown.split())
