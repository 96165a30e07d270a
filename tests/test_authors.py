"""Whose words the narration is: a house's own text, a writer's under a byline, and nobody's where it is not said."""

from __future__ import annotations

import pytest

from index.documents import Document, Span
from rag.findings import Findings
from rag.phrasing import who_answer
from rag.questions import understand
from rag.quotes import Quote
from rag.speakers import author, note, statements, told_by

NEWS = """Harbour bridge to close for two years

By Dana Whitlock, Transport Reporter

The old harbour bridge in Vikby will be closed from September, the city council decided on Monday.

“We have no choice,” said Mayor Olav Brandt.

Inspectors found cracks in two of its four piers.
"""
FAQ = """Skerry Dike Board
Contact | Search

Questions and answers about the new dike

Who pays for the dike?
The dike is paid for by a levy. Our engineers found that the old one leaks.

When will it be ready?
We expect to finish in May. Kelda Lines has announced that its ferry will sail again in June.
"""
RELEASE = """FOR IMMEDIATE RELEASE

National Beekeepers Association Urges Ban on Spraying in Bloom

HARL, May 2, 2025 — The National Beekeepers Association (NBA) today urged the assembly to ban spraying.

"Without bees there are no almonds," said association president Rosa Lindt.

The association represents 4,000 beekeepers.
"""
REPORT = """CLEAN RIVERS FOUNDATION
Policy Paper 3

Rivers in the Red

We tested 312 stretches of river. This paper asks what a levy on nitrogen would bring.

The Minister told us that it would bring nothing. We are not persuaded.
"""
MINUTES = """TOWN OF SKERRY
Minutes of the meeting of the Town Council held on 6 May 2025

Present: Mayor Ida Brook (chair); Councillors Lind and Moss; Director of Parks (Ms R. Keel).

1.1 RESOLVED that the pier be painted.
"""


def document(text: str) -> Document:
    return Document(text[:20], "", text.splitlines()[0], None, None, text, ())


def whose(text: str, words: str) -> tuple[str | None, str]:
    start = text.index(words)
    return told_by(document(text), Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (NEWS, "Dana Whitlock"),
        (NEWS.replace("By Dana Whitlock, Transport Reporter", "By our correspondent"), None),
        (FAQ, "Skerry Dike Board"),
        (RELEASE, "National Beekeepers Association"),
        (REPORT, "Clean Rivers Foundation"),
        (MINUTES, "Town of Skerry"),
        # A newspaper's name heads what others do.
        ("The Skerry Post\n\nA bridge falls\n\nThe bridge at Harl fell on Monday. Nobody was hurt.\n", None),
        # A headline is the name of nobody.
        ("City Council Backs New Pier\n\nWe saw it and our friends saw it. It was long, we found.\n", None),
        ("Conclusions of the Council of Ports\n\nThe Council asks its members to share data on ice.\n", "Council of Ports"),
    ],
)  # fmt: skip
def test_whose_the_narration_is(text: str, by: str | None) -> None:
    assert author(document(text)) == by


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (NEWS, "Inspectors found cracks in two of its four piers.", ("Dana Whitlock", "narration")),
        (NEWS, "We have no choice", ("Olav Brandt, Mayor", "direct")),
        (FAQ, "We expect to finish in May.", ("Skerry Dike Board", "narration")),
        # Its people are no speakers apart from the house; others are.
        (FAQ, "Our engineers found that the old one leaks.", ("Skerry Dike Board", "narration")),
        (FAQ, "Kelda Lines has announced that its ferry will sail again in June.", ("Kelda Lines", "reported")),
        (RELEASE, "today urged the assembly to ban spraying.", ("National Beekeepers Association", "narration")),
        (RELEASE, "Without bees there are no almonds,", ("Rosa Lindt, president", "direct")),
        (REPORT, "This paper asks what a levy on nitrogen would bring.", ("Clean Rivers Foundation", "narration")),
        (REPORT, "We are not persuaded.", ("Clean Rivers Foundation", "narration")),
        (MINUTES, "RESOLVED that the pier be painted.", ("Town of Skerry", "narration")),
    ],
)  # fmt: skip
def test_the_narration_is_its_authors(text: str, words: str, found: tuple[str | None, str]) -> None:
    assert whose(text, words) == found


def test_what_is_noted_holds_the_author() -> None:
    plain = document(FAQ)
    noted = Document("noted", "", plain.title, None, None, FAQ, (), (), note(plain))
    assert author(noted) == "Skerry Dike Board"
    assert statements(noted) == statements(plain)


def test_who_said_it_is_not_who_tells_it() -> None:
    page = document(NEWS)
    told = Quote(1, page, 0, 10, "Dana Whitlock", "narration", 1.0)
    said = Quote(2, page, 20, 30, "Olav Brandt", "direct", 1.0)
    asked, found = understand("Who said that there is no choice?"), Findings((), frozenset())
    assert who_answer(asked, [told, said], found).startswith("Olav Brandt [2]\n")
    assert who_answer(asked, [told], found).startswith(
        "The text leaves unclear who; it is told by Dana Whitlock [1]:"
    )


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Skerry\n\nBy Electronic Mail", "The pier is closed."),
        (
            "Pier falls\n\nOSLO (AP)",
            "The pier fell, and we saw it fall. Our lights were out, so we went home.",
        ),
        ("-" * 20_000, "The pier is closed for the winter, and all boats are gone."),
    ],
    ids=["no writer", "no house", "no heading"],
)
def test_what_is_no_author(head: str, words: str) -> None:
    document = Document("pier.txt", "pier.txt", head.splitlines()[0], None, None, f"{head}\n\n{words}")
    assert author(document) is None


def test_a_line_tells_whose_report_a_text_is() -> None:
    text = (
        "# The dark quay\n\n**A Lanternwatch report, May 2018**\n\nWe counted the lamps of Kelda. Nine burn.\n\n"
        "Our own lamp was not counted."
    )
    assert author(Document("a.md", "", "The dark quay", None, None, text, ())) == "Lanternwatch"
