"""What people paste and keep: the forms of a citation, and a whole answer."""

import pytest
from page_fake import CALM, WILD, Fake

from ui import citations

ANSWER = Fake(CALM, speaker="Mayor Ada Lane").ask("What did they say?")
WILD_ANSWER = Fake(WILD).ask("q")


def test_a_quote_as_text() -> None:
    assert citations.plain(ANSWER.quotes[1]) == (
        "““We built it for those who come after us,” she said.”\n"
        "— A bridge opens, no date stated. bridge.md, characters 22–74\n"
        "On record: Mayor Ada Lane (joint statement)"
    )


def test_a_quote_as_markdown() -> None:
    assert citations.markdown(ANSWER.quotes[0]) == (
        "> The harbour will stay open to every ship that comes in peace.\n>\n"
        "> — The council on the harbour, 4 May 2019. 2019/harbour.txt, characters 115–176  \n"
        "> On record: Mayor Ada Lane (reported)"
    )


def test_a_quote_as_bibtex() -> None:
    assert citations.bibtex(ANSWER.quotes[0]) == (
        "@misc{2019-harbour-txt-115,\n"
        "  title = {The council on the harbour},\n"
        "  date = {2019-05-04},\n"
        "  howpublished = {2019/harbour.txt, characters 115–176},\n"
        "  note = {On record: Mayor Ada Lane (reported)},\n"
        "  annotation = {The harbour will stay open to every ship that comes in peace.},\n}\n"
    )


@pytest.mark.parametrize("quote", WILD_ANSWER.quotes, ids=lambda quote: str(quote.number))
def test_hostile_text_stays_text(quote) -> None:  # type: ignore[no-untyped-def]
    markdown = citations.markdown(quote)
    for mark in "<[*`|$":
        assert markdown.count(mark) == markdown.count("\\" + mark), "nothing opens a tag, a link or code"
    assert all(line.startswith(">") for line in markdown.splitlines())
    bibtex = citations.bibtex(quote)
    bare = bibtex.replace("\\textbackslash{}", "").replace("\\textasciitilde{}", "")
    bare = bare.replace("\\textasciicircum{}", "").replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}") == len(bare.splitlines()) - 1, "no field ends early"
    assert quote.text in citations.plain(quote)


def test_a_whole_answer_as_markdown() -> None:
    found = citations.answer_markdown(ANSWER)
    assert found.startswith(
        "# What did they say?\n\n2 of 3 documents speak of it.\n\n## [1]\n\n> The harbour"
    )
    assert found.endswith(
        "## 3 documents\n\n**Speak of it: 2**\n\n- The council on the harbour, 4 May 2019 (2019/harbour.txt)\n"
        "- A bridge opens, no date stated (bridge.md)\n\n"
        "**Silent: 1**\n\n- A quiet day, February 2020 (silent.txt)\n"
    )


def test_an_abstention_as_markdown_has_no_quotes() -> None:
    found = citations.answer_markdown(Fake(CALM).ask("nothing"))
    assert ">" not in found
    assert "**Silent: 3**" in found
