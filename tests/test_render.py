"""Markup: nothing but our own, quotes intact, references that meet, surroundings without furniture."""

import html
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_fake import CALM, HOSTILE, WILD, Fake, note

from index.documents import Card, Document, Furniture, Span
from rag.answers import Answer
from rag.quotes import Quote
from rag.verdicts import Verdict
from ui import reader, render
from ui.surroundings import surroundings
from ui.wording import tally, when

# Python's html.unescape drops the controls that a browser keeps; those are for the browser's test.
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="").filter(
        lambda char: unicodedata.category(char) != "Cn" and ord(char) & 0xFFFE != 0xFFFE
    )
    | st.sampled_from("\n\t ")
)


class Tree(HTMLParser):
    """What a browser would make of our markup: texts by class or tag, and every tag that opens."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("br", "meta", "link"):
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "our markup is well formed"

    def handle_data(self, data: str) -> None:
        names = [name for tag, attrs in self.open for name in (tag, *(attrs.get("class") or "").split())]
        self.texts.append((tuple(names), data))

    def text(self, name: str = "") -> str:
        return "".join(text for names, text in self.texts if not name or name in names)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [
            attrs for tag, attrs in self.tags if tag == name or name in (attrs.get("class") or "").split()
        ]


def answer(*documents: Document, question: str = "What was said?", searched: str = "") -> Answer:
    found = Fake(documents or CALM).ask(question)
    return replace(found, searched=searched or question)


@given(TEXTS)
def test_escaped_text_is_only_characters_and_comes_back(text: str) -> None:
    escaped = render.escape(text)
    assert re.fullmatch(r"(?:[^\W_]| |&#\d+;)*", escaped)
    assert html.unescape(escaped) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a b1é대", "a b1é대"),
        ("<b>_*", "&#60;b&#62;&#95;&#42;"),
        ("\r\n\t\f", "&#13;&#10;&#9;&#12;"),
        ("\x85\x9b\x7f", "\x85\x9b\x7f"),  # as references a browser would read them as … and ›
        ("\0\ud800", "\ufffd\ufffd"),  # neither can be in HTML at all
        ("👩‍👧", "&#128105;&#8205;&#128103;"),
    ],
)
def test_characters(text: str, escaped: str) -> None:
    assert render.escape(text) == escaped


@given(TEXTS)
def test_verbatim_text_is_the_text(text: str) -> None:
    assert Tree(render.verbatim(text)).text() == text


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_brings_no_tag_and_stays_one_line(payload: str) -> None:
    calm = answer(note("a.txt", "Before. ❮x❯ After.", title="t"), question="x", searched="y")
    wild = answer(
        note(f"{payload}.txt", f"Before {payload}. ❮{payload}❯ After.", title=payload, date=payload),
        question=payload,
        searched=payload + " ",
    )
    wild = replace(wild, quotes=tuple(replace(quote, speaker=payload) for quote in wild.quotes))
    calm = replace(calm, quotes=tuple(replace(quote, speaker="s") for quote in calm.quotes))
    for made in (render.sources, render.answered):
        ours, theirs = Tree(made(calm, 1)), Tree(made(wild, 1))
        names = [tag for tag, _ in theirs.tags if tag not in ("p", "br") and tag != "span"]
        assert names == [tag for tag, _ in ours.tags if tag not in ("p", "br") and tag != "span"]
        assert "\n" not in made(wild, 1)
    assert Tree(render.asked(payload)).text() == payload
    assert Tree(render.sources(wild, 1)).text("mark") == wild.quotes[0].text == payload


def test_references_and_sources_point_at_each_other() -> None:
    found = answer()
    reply, panel = Tree(render.answered(found, 7)), Tree(render.sources(found, 7))
    led = [attrs["href"] for attrs in reply.all("cite")]
    assert led == ["#source-7-1", "#source-7-2"]
    assert [f"#{attrs['id']}" for attrs in panel.all("source")] == led
    back = [attrs["href"] for attrs in panel.all("number")]
    assert back == [f"#{attrs['id']}" for attrs in reply.all("cite")]
    assert reply.text("cite") == "[1][2]"
    assert reply.all("reply")[0]["id"] == "answer-7"
    assert "2 quotes from 2 documents" in reply.text("open-sources")


def test_a_number_that_is_no_quote_stays_text_and_a_second_mention_has_no_id() -> None:
    found = replace(answer(), text="See [1], [1], [3] and [99999].")
    reply = Tree(render.answered(found, 1))
    assert [attrs.get("id") for attrs in reply.all("cite")] == ["cite-1-1", None]
    assert "[1], [1], [3] and [99999]" in reply.text("p")
    # A source that the text does not refer to leads back to the answer as a whole.
    assert [attrs["href"] for attrs in Tree(render.sources(found, 1)).all("number")] == [
        "#cite-1-1",
        "#answer-1",
    ]


def test_a_source_shows_who_when_where_and_its_quote_in_its_surroundings() -> None:
    panel = Tree(render.sources(answer(), 1))
    assert "The council on the harbour" in panel.text("cite")
    assert "4 May 2019" in panel.text("date")
    assert "no date stated" in panel.text("undated")
    assert "2019/harbour.txt" in panel.text("file")
    assert "The harbour will stay open to every ship that comes in peace." in panel.text("mark")
    assert "The mayor spoke for an hour." in panel.text("around")
    assert "Nobody asked about the bridge." in panel.text("around")
    assert "Buy one" not in panel.text("blockquote")
    assert "…" in panel.text("gap")


@pytest.mark.parametrize(
    ("voice", "speaker", "shown"),
    [
        ("direct", "Ada Lane", "Ada Lanein their own words"),
        ("reported", "Ada Lane", "Ada Lanereported"),
        ("joint", "The two councils", "The two councilsjoint statement"),
        ("narration", "The Gazette", "The Gazettethe writer’s words"),
        ("direct", None, "Speaker not statedin their own words"),
        ("reported", None, "Speaker not statedreported"),
        ("joint", None, "Joint statementwho issued it is not stated"),
        ("narration", None, "The writer’s words"),
    ],
)
def test_voices_in_plain_words(voice: str, speaker: str | None, shown: str) -> None:
    found = answer()
    quote = replace(found.quotes[1], voice=voice, speaker=speaker)  # type: ignore[arg-type]  # a table of them
    panel = Tree(render.sources(replace(found, quotes=(quote,)), 1))
    assert panel.text("who").replace("no date stated", "") == shown


def test_the_verdict_line_opens_into_the_lists() -> None:
    panel = Tree(render.sources(answer(), 1))
    assert panel.text("line") == "2 of 3 documents speak of it."
    assert "Silent 1A quiet day February 2020" in panel.text("verdict")
    assert panel.text("rest") == "2 speak of it1 silentWhich ones"


def test_a_large_collection_counts_its_silent_documents() -> None:
    found = answer()
    listed = tuple(verdict for verdict in found.verdicts if verdict.verdict == "said")
    panel = Tree(render.sources(replace(found, verdicts=listed, silent=14_394), 1))
    assert "14,394 silent" in panel.text("rest")
    assert not panel.all("strip")
    many = tuple(Verdict(Card(f"{n}.txt", f"T{n}", None), "mentioned") for n in range(500))
    panel = Tree(render.sources(replace(found, verdicts=many), 1))
    assert "and 300 more" in panel.text("verdict")


def test_an_answer_that_begins_with_a_quote_gets_a_count_for_its_headline() -> None:
    found = replace(answer(), text="On 4 May 2019 [1]")
    assert Tree(render.sources(found, 1)).text("line") == "2 of 3 documents quoted"


def test_abstaining_shows_no_source_and_says_what_to_do() -> None:
    found = answer(question="nothing")
    reply, panel = Tree(render.answered(found, 1)), Tree(render.sources(found, 1))
    assert found.abstained
    assert not panel.all("source")
    assert not panel.all("mark")
    assert "Not on the record" in panel.text("nothing")
    assert "another word" in panel.text("nothing")
    assert not reply.all("cite")


def test_an_empty_collection_says_how_to_fill_it() -> None:
    assert "ontherecord add PATH" in Tree(render.unasked(0)).text()
    assert "ontherecord add PATH" not in Tree(render.unasked(1)).text()
    empty = Answer("q", "q", "Nothing.", (), (), True)
    assert "ontherecord add PATH" in Tree(render.sources(empty, 1)).text()


def test_the_searched_question_is_shown_where_it_differs() -> None:
    assert "Searched for: What of the bridge?" in Tree(
        render.answered(answer(question="and the bridge?", searched="What of the bridge?"), 1)
    ).text("searched")
    assert not Tree(render.answered(answer(), 1)).all("searched")


def test_a_problem_is_a_sentence() -> None:
    assert Tree(render.problem("the question is <empty>")).text() == "The question is <empty>."


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ([], "no documents yet"),
        ([None], "1 document"),
        (["2012-09-28"], "1 document, 2012"),
        (["2012", "2024-05", None], "3 documents, 2012–2024"),
    ],
)
def test_the_masthead_says_what_the_collection_holds(dates: list[str | None], shown: str) -> None:
    cards = [Card(str(number), "t", date) for number, date in enumerate(dates)]
    assert Tree(render.masthead(cards)).text("held") == shown


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (None, "no date stated"),
        ("2012", "2012"),
        ("2012-09", "September 2012"),
        ("2012-09-08", "8 September 2012"),
        ("2012-13-08", "2012-13-08"),
        ("soon-ish", "soon-ish"),
        ("2012-09-08-01", "2012-09-08-01"),
    ],
)
def test_dates_in_words(date: str | None, shown: str) -> None:
    assert when(date) == shown


@pytest.mark.parametrize(
    ("id_", "address"),
    [
        ("a/b c.txt", "documents/a/b%20c.txt"),
        ('"><x>?#&.txt', "documents/%22%3E%3Cx%3E%3F%23%26.txt"),
        ("대만.md", "documents/%EB%8C%80%EB%A7%8C.md"),
    ],
)
def test_addresses(id_: str, address: str) -> None:
    assert render.link(id_) == address
    assert render.link(id_, Span(3, 14)) == f"{address}?at=3-14#quote"


def test_surroundings_complete_a_cut_sentence_and_stop_at_furniture() -> None:
    text = "One. Two is long.\nADVERT\nThree says “yes, we will”, she said. Four.\n\nFive."
    document = note("a.txt", text, aside="ADVERT")
    start = text.index("yes")
    pieces = surroundings(document, Span(start, start + len("yes, we will")))
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("gap", ""),
        ("context", "Two is long."),
        ("gap", ""),
        ("context", "Three says “"),
        ("quote", "yes, we will"),
        ("context", "”, she said."),
        ("context", " "),
        ("context", "Four."),
        ("gap", ""),
    ]


@st.composite
def places(draw: st.DrawFn) -> tuple[Document, Span]:
    """A text of marked stretches, some sentences, some furniture, some neither, and a span of it."""
    kinds = draw(st.lists(st.sampled_from("sfn"), min_size=1, max_size=12))
    text, sentences, furniture = "", [], []
    for number, kind in enumerate(kinds):
        piece = {"s": f"Sentence {number} goes on.", "f": f"FURNITURE{number}", "n": f"loose{number}"}[kind]
        if kind == "s":
            sentences.append(Span(len(text), len(text) + len(piece)))
        if kind == "f":
            furniture.append(Furniture(len(text), len(text) + len(piece), "menu"))
        text += piece + draw(st.sampled_from([" ", "\n", "\n\n", ""]))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Document("d", "d", "d", None, None, text, tuple(furniture), tuple(sentences)), Span(start, end)


@given(places(), st.integers(0, 3), st.integers(1, 60))
def test_surroundings_hold_the_quote_and_no_furniture(
    place: tuple[Document, Span], n: int, window: int
) -> None:
    document, at = place
    pieces = surroundings(document, at, sentences=n, window=window)
    assert (
        "".join(piece.text for piece in pieces if piece.kind == "quote") == document.text[at.start : at.end]
    )
    around = [piece for piece in pieces if piece.kind == "context"]
    assert not any("FURNITURE" in piece.text for piece in around)
    middle = next(number for number, piece in enumerate(pieces) if piece.kind == "quote")
    # What stands beside the quote without a gap is what stands beside it in the document.
    before = "".join(piece.text for piece in _until_gap(pieces[:middle][::-1])[::-1])
    after = "".join(piece.text for piece in _until_gap(pieces[middle + 1 :]))
    assert document.text[: at.start].endswith(before)
    assert document.text[at.end :].startswith(after)


def _until_gap(pieces: list) -> list:  # type: ignore[type-arg]
    for number, piece in enumerate(pieces):
        if piece.kind == "gap":
            return pieces[:number]
    return pieces


@given(places())
def test_a_document_page_shows_the_text_and_nothing_else(place: tuple[Document, Span]) -> None:
    document, at = place
    page = Tree(reader.page(document, at))
    assert page.text("article") == document.text
    assert page.text("mark") == document.text[at.start : at.end]
    assert next(attrs["id"] for attrs in page.all("mark")) == "quote"
    asides = "".join(document.text[piece.start : piece.end] for piece in document.furniture)
    if not any(at.overlaps(piece) for piece in document.furniture):
        assert page.text("furniture") == asides
    assert {attrs["data-kind"] for attrs in page.all("furniture")} <= {"set aside: menu"}


@pytest.mark.parametrize("document", WILD, ids=lambda document: document.id[:2])
def test_a_hostile_document_page_brings_no_tag(document: Document) -> None:
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "link",
        "body",
        "header",
        "main",
        "h1",
        "p",
        "a",
        "span",
        "article",
        "mark",
    }
    page = Tree(reader.page(document, document.sentences[0] if document.sentences else None))
    assert {tag for tag, _ in page.tags} <= allowed
    assert page.text("article") == document.text
    assert page.text("h1") == document.title


def test_a_stretch_that_is_not_there_is_said() -> None:
    page = Tree(reader.page(CALM[1], Span(10, 5000)))
    assert "no characters 10 to 5,000" in page.text("note")
    assert page.text("article") == CALM[1].text


def test_the_list_of_documents_goes_on() -> None:
    cards = [Card(f"{number}.txt", f"Title {number}", None) for number in range(1200)]
    page = Tree(reader.contents(cards, 500))
    assert len(page.all("li")) == 500
    assert [attrs["href"] for attrs in page.all("a")][-2:] == ["documents?start=0", "documents?start=1000"]
    assert "ontherecord add PATH" in Tree(reader.contents([])).text()


def test_tally_counts_every_document_once() -> None:
    found = tally(answer())
    assert (len(found.said), len(found.mentioned), found.silent, found.total) == (2, 0, 1, 3)


def test_a_quote_of_paragraphs_keeps_its_breaks() -> None:
    document = note("a.txt", "x\n\ny\nz")
    quote = Quote(1, document, 0, 6, None, "joint", 1.0)
    found = Answer("q", "q", "t", (quote,), (Verdict(document.card, "said"),), False)
    panel = Tree(render.sources(found, 1))
    assert panel.text("mark") == "x\n\ny\nz"
    assert panel.text("break") == "\n\n"


@pytest.mark.parametrize("blanks", [" " * 1_000_000, "\t" * 1_000_000, " \n " * 300_000])
def test_blanks_without_end_are_shown(blanks: str) -> None:
    assert len(render.verbatim(f"a{blanks}b")) > len(blanks)
