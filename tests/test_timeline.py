"""The order of dates, the first to speak, and wording that recurs: which words came in, which fell out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.collection import Collection
from index.documents import Card, Document
from rag.alignments import WORDS
from rag.answers import Answer
from rag.chatbot import Chatbot
from rag.formulas import QUOTES, Formula, formulas_in
from rag.quotes import Quote
from rag.timeline import timeline_of
from rag.verdicts import Finding, Verdict
from ui.by_date import QUIET
from ui.terminal_timeline import render_timeline

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def quote(number: int, text: str, date: str | None = None, *, before: str = "", score: float = 0.9) -> Quote:
    """A quote that is a document's second half, so that offsets into text and document differ."""
    id_ = f"{number}.txt"
    document = Document(id_, f"/{id_}", f"Note {number}", date, None, before + text)
    return Quote(number, document, len(before), len(before) + len(text), "Ada Lane", "direct", score)


def same_document(number: int, text: str, other: Quote) -> Quote:
    document = other.document
    whole = Document(document.id, document.source, document.title, document.date, None, document.text + text)
    return Quote(number, whole, len(document.text), len(whole.text), None, "direct", 0.9)


def answer(
    *quotes: Quote,
    others: tuple[tuple[str | None, Finding], ...] = (),
    silent: int | None = None,
    searched: str = "What did they say about the harbour?",
) -> Answer:
    cards = {quote.document.id: quote.document.card for quote in quotes}
    verdicts = [Verdict(card, "said") for card in cards.values()]
    verdicts += [
        Verdict(Card(f"other{place}.txt", f"Other {place}", date), finding)
        for place, (date, finding) in enumerate(others)
    ]
    return Answer(searched, searched, "…", quotes, tuple(verdicts), not quotes, silent=silent)


def told(formulas: tuple[Formula, ...]) -> list[list[tuple[str, tuple[str, ...], tuple[str, ...]]]]:
    return [[(use.text, use.added_texts, use.dropped) for use in formula.uses] for formula in formulas]


def test_entries_stand_in_the_order_of_dates_and_the_undated_last() -> None:
    found = timeline_of(
        answer(
            quote(1, "The harbour is open.", "2015-03-02"),
            quote(2, "The harbour was never closed."),
            others=(
                ("2014", "silent"),
                (None, "mentioned"),
                ("2015-03-02", "mentioned"),
                ("2015-04", "silent"),
            ),
            silent=7,
        )
    )
    assert found.to_json() == {
        "entries": [
            {
                "date": "2014",
                "documents": [
                    {"document": "other0.txt", "title": "Other 0", "verdict": "silent", "quotes": []}
                ],
            },
            {
                "date": "2015-03-02",
                "documents": [
                    {"document": "1.txt", "title": "Note 1", "verdict": "said", "quotes": [1]},
                    {"document": "other2.txt", "title": "Other 2", "verdict": "mentioned", "quotes": []},
                ],
            },
            {
                "date": "2015-04",
                "documents": [
                    {"document": "other3.txt", "title": "Other 3", "verdict": "silent", "quotes": []}
                ],
            },
            {
                "date": None,
                "documents": [
                    {"document": "2.txt", "title": "Note 2", "verdict": "said", "quotes": [2]},
                    {"document": "other1.txt", "title": "Other 1", "verdict": "mentioned", "quotes": []},
                ],
            },
        ],
        "first": {"date": "2015-03-02", "document": "1.txt", "quote": 1},
        "formulas": [],
        "silent": 7,
    }


@pytest.mark.parametrize(
    ("quotes", "others", "first"),
    [
        ((quote(1, "A.", "2015"), quote(2, "B.", "2013-05")), (), ("2013-05", "2.txt", 2)),
        ((quote(1, "A."),), (), None),
        ((quote(1, "A."),), (("2012", "mentioned"), ("2011", "silent")), None),
        ((quote(1, "A.", "2015"),), (("2012", "mentioned"),), ("2015", "1.txt", 1)),
        ((quote(1, "A.", "2015"),), (("2012", "said"),), ("2012", "other0.txt", None)),
        ((quote(1, "A.", "2015"),), (("2015", "said"),), ("2015", "1.txt", 1)),
        ((), (("2012", "mentioned"),), None),
    ],
)
def test_the_first_is_the_earliest_dated_document_that_speaks_of_it(
    quotes: tuple[Quote, ...],
    others: tuple[tuple[str | None, Finding], ...],
    first: tuple[str, str, int | None] | None,
) -> None:
    found = timeline_of(answer(*quotes, others=others)).to_json()
    assert found["first"] == (first and dict(zip(("date", "document", "quote"), first, strict=True)))
    assert "silent" not in found


@pytest.mark.parametrize(
    ("texts", "uses"),
    [
        pytest.param(
            ("They want calm and order across the Old Harbour.", "It is about calm and order in the Old Harbour now."),
            [("calm and order across the Old Harbour", (), ()), ("calm and order in the Old Harbour", ("in",), ("across",))],
            id="one word for another",
        ),
        pytest.param(
            ("All ships shall leave the harbour quickly.", "All ships shall not leave the harbour quickly."),
            [("ships shall leave the harbour quickly", (), ()), ("ships shall not leave the harbour quickly", ("not",), ())],
            id="a negation",
        ),
        pytest.param(
            ("withdrawal from the occupied northern piers", "withdrawal from occupied northern piers"),
            [("withdrawal from the occupied northern piers", (), ()), ("withdrawal from occupied northern piers", (), ("the",))],
            id="an article",
        ),
        pytest.param(
            ("a peaceful, orderly closing of the Northern Harbour", "a complete closing of the Northern Harbour"),
            [
                ("peaceful, orderly closing of the Northern Harbour", (), ()),
                ("complete closing of the Northern Harbour", ("complete",), ("peaceful, orderly",)),
            ],
            id="what qualifies its beginning",
        ),
        pytest.param(
            (
                "the full and orderly closing of the Northern Harbour",
                "the complete closing of the Northern Harbour",
                "an orderly closing of the Sands",
            ),
            [
                ("full and orderly closing of the Northern Harbour", (), ()),
                ("complete closing of the Northern Harbour", ("complete",), ("full and orderly",)),
                ("orderly closing of the Sands", ("orderly", "Sands"), ("complete", "Northern Harbour")),
            ],
            id="a third that ends differently",
        ),
        pytest.param(
            ("It is calm and order in the Old Harbour.", "We want calm and order in the Old Harbour and beyond.", "See calm and order in the Old Harbour now."),
            [
                ("calm and order in the Old Harbour", (), ()),
                ("calm and order in the Old Harbour and beyond", ("and beyond",), ()),
                ("calm and order in the Old Harbour", (), ("and beyond",)),
            ],
            id="what is added to its end",
        ),
        pytest.param(
            ("Calm and order in the Old Harbour as the ground of all trade in the north.", "Calm and order in the Old Harbour and we ask all to return to the talks."),
            [
                ("Calm and order in the Old Harbour as the ground of all trade in the north", (), ()),
                ("Calm and order in the Old Harbour", (), ("as the ground of all trade in the north",)),
            ],
            id="a long end, and another clause",
        ),
        pytest.param(
            ("a complete and orderly closing of the pier", "a complete, orderly and lasting closing of the pier"),
            [
                ("complete and orderly closing of the pier", (), ()),
                ("complete, orderly and lasting closing of the pier", ("and lasting",), ()),
            ],
            id="an and that has another place",
        ),
        pytest.param(
            ("nets for every dock hand", "nets for every dock hand and every free hand"),
            [("nets for every dock hand", (), ()), ("nets for every dock hand and every free hand", ("and every free hand",), ())],
            id="one word of two that are the same",
        ),
        pytest.param(
            ("The council said that the old pier is safe for carts.", "The council said that the old pier is safe for feet."),
            [("old pier is safe for carts", (), ()), ("old pier is safe for feet", ("feet",), ("carts",))],
            id="who says it is no wording",
        ),
        pytest.param(
            ("“The old pier is safe for carts,” Mayor Ana Frey said.", "“The old pier is safe for carts,” Mayor Ana Frey said."),
            [("old pier is safe for carts", (), ())] * 2,
            id="nor behind a quotation",
        ),
        pytest.param(
            ("Calm winds and strong tides prevail.",) * 3,
            [("Calm winds and strong tides prevail", (), ())] * 3,
            id="the same sentence is no change",
        ),
        pytest.param(
            ("40 grey ships left port today", "41 grey ships left port today"),
            [("grey ships left port today", (), ())] * 2,
            id="beside a number",
        ),
        pytest.param(
            ("grey ships and 40 boats left port", "grey ships and 41 boats left port"),
            [("grey ships and 40 boats left port", (), ()), ("grey ships and 41 boats left port", ("41",), ("40",))],
            id="one digit",
        ),
        pytest.param(
            ("台湾海峡の平和と安定が重要だ。", "台湾海峡の平和及び安定は不可欠だ。"),
            [("台湾海峡の平和と安定", (), ()), ("台湾海峡の平和及び安定", ("及び",), ("と",))],
            id="Japanese",
        ),
    ],
)  # fmt: skip
def test_recurring_wording_stands_side_by_side(
    texts: tuple[str, ...], uses: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    quotes = [quote(place, text, f"20{place:02}", before="Before. ") for place, text in enumerate(texts, 1)]
    assert told(formulas_in(quotes)) == [uses]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour is open.", "The market is closed."),
        ("calm and order", "calm and order"),  # two content words
        ("It is what it was and they have had it.", "It is what it was and they have had it."),
        ("With Kofi Annan Junior in Rome.", "For Kofi Annan Junior in Paris."),  # a name only
        ("They said, stressed and repeated it.", "They said, stressed and repeated it."),  # verbs of saying
        ("calm one two three four order one two three four ships", "calm a b c d order e f g h ships"),
        ("", "Calm winds and strong tides."),
    ],
)
def test_what_is_no_formula(one: str, other: str) -> None:
    assert formulas_in([quote(1, one, "2011"), quote(2, other, "2012")]) == ()


def test_one_document_repeating_itself_is_no_formula() -> None:
    text = "Calm winds and strong tides."
    first = quote(1, text, "2011")
    again = same_document(2, text, first)
    assert formulas_in([first, again]) == ()
    found = formulas_in([first, again, quote(3, text, "2012")])
    assert [[use.quote.document.id for use in formula.uses] for formula in found] == [["1.txt", "3.txt"]]


def test_a_name_that_was_asked_for_is_bound_to_recur() -> None:
    quotes = [quote(1, "a response to East Anglia", "2011"), quote(2, "a response to East Anglia", "2012")]
    assert told(formulas_in(quotes)) == [[("response to East Anglia", (), ())] * 2]
    assert formulas_in(quotes, "What did they say about East Anglia?") == ()


def test_what_was_asked_for_is_no_formula_by_itself() -> None:
    quotes = [
        quote(n, f"We {does} a two-state solution.", f"201{n}") for n, does in ((1, "want"), (2, "seek"))
    ]
    assert told(formulas_in(quotes)) == [[("two-state solution", (), ())] * 2]
    assert formulas_in(quotes, "What did they say about the two-state solution?") == ()


def test_one_more_use_of_half_a_formula_is_no_formula_of_its_own() -> None:
    quotes = [
        quote(n, "We seek lasting calm and order across the Old Harbour.", f"201{n}") for n in (1, 2, 3)
    ]
    quotes.append(quote(4, "Lasting calm and order is what counts.", "2014"))
    [formula] = formulas_in(quotes)
    assert [use.quote.number for use in formula.uses] == [1, 2, 3]


def test_a_formula_that_can_be_read_in_a_larger_one_stands_once() -> None:
    texts = (
        "The three towns underscored the importance of calm and order across the Old Harbour.",
        "The three towns underscored the importance of keeping calm and order across the Old Harbour.",
        "We care about calm and order across the Old Harbour.",
        "The three towns reiterated the importance of calm and order across the Old Harbour.",
        "The three towns reiterated that peace, calm and order across the Old Harbour are at risk.",
    )
    quotes = [quote(n, text, f"201{n}") for n, text in enumerate(texts)]
    [formula] = formulas_in(quotes, "What did they say about the Old Harbour?")
    assert len(formula.uses) == 5


def test_uses_stand_in_the_order_of_dates_whatever_their_numbers() -> None:
    texts = {"2014": "calm and order near Old Harbour", None: "calm and order at Old Harbour", "2012": "calm and order in Old Harbour"}  # fmt: skip
    quotes = [quote(number, text, date) for number, (date, text) in enumerate(texts.items(), 1)]
    [formula] = timeline_of(answer(*quotes)).formulas
    assert [(use.quote.document.date, use.added_texts, use.dropped) for use in formula.uses] == [
        ("2012", (), ()),
        ("2014", ("near",), ("in",)),
        (None, ("at",), ("near",)),
    ]


def test_line_breaks_do_not_matter_and_are_kept() -> None:
    one, other = "calm and\norder across the Old\nHarbour", "calm and order\nin the\nOld Harbour"
    [formula] = formulas_in([quote(1, one, "2011"), quote(2, other, "2012")])
    assert [use.text for use in formula.uses] == [one, other]
    shown = render(answer(quote(1, one, "2011"), quote(2, other, "2012")))
    assert "calm and order +in+ the Old Harbour" in shown


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from("calm and order in the Old Harbour, 平和と安定 é’s U.S. said\n not “grey”".split(" ")), max_size=25),
            st.sampled_from([None, "2011", "2011-02", "2012-03-04"]),
            st.text(max_size=5),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_offsets_are_exact_and_parts_belong_to_their_use(
    drawn: list[tuple[list[str], str | None, str]],
) -> None:
    quotes = [
        quote(n, " ".join(parts), date, before=before) for n, (parts, date, before) in enumerate(drawn, 1)
    ]
    found = answer(*quotes)
    timeline = timeline_of(found)
    texts = {quote.document.id: quote.document.text for quote in quotes}
    for told_formula, formula in zip(timeline.to_json()["formulas"], timeline.formulas, strict=True):
        documents = [use["document"] for use in told_formula["uses"]]
        assert len(set(documents)) == len(documents) >= 2
        for place, (use, made) in enumerate(zip(told_formula["uses"], formula.uses, strict=True)):
            assert use["text"] == texts[use["document"]][use["start"] : use["end"]]
            assert made.quote.start <= made.start < made.end <= made.quote.end
            ends = [made.start, *(end for span in made.added for end in (span.start, span.end)), made.end]
            assert ends == sorted(ends)
            before = formula.uses[place - 1].text if place else ""
            assert all(word and word in before for word in use["dropped"])
    assert not CONTROLS.search(render(found))


def test_the_work_is_bounded_whatever_is_quoted() -> None:
    text = "alpha beta gamma delta " * 400
    found = formulas_in([quote(number, text, f"20{number:02}") for number in range(1, 60)])
    assert found
    assert max(len(formula.uses) for formula in found) <= QUOTES
    assert all(len(use.text.split()) <= WORDS for formula in found for use in formula.uses)


def render(found: Answer, width: int = 80) -> str:
    return render_timeline(found, timeline_of(found), width=width, colour=False)


def test_a_timeline_in_a_terminal() -> None:
    one = quote(1, "We want calm and order across the Old Harbour.", "2011-05-06")
    found = answer(
        one,
        same_document(2, " Nothing else.", one),
        quote(3, "It is about calm and order in the Old Harbour.", None),
        others=(("2010", "silent"), ("2011-05-06", "mentioned")),
    )
    assert render(found).split("\n") == [
        "2010        ·",
        "2011-05-06  ●○  [1] Ada Lane",
        "                │ We want calm and order across the Old Harbour.",
        "                [2] Speaker not stated",
        "                │ Nothing else.",
        "undated     ●   [3] Ada Lane",
        "                │ It is about calm and order in the Old Harbour.",
        "",
        "● 2 said something   ○ 1 only named it   · 1 silent",
        "",
        "First said: 6 May 2011, Ada Lane [1]",
        "1 more document speaks of it, with no date stated.",
        "",
        "Wording that recurs · each compared with the one above it",
        "",
        "2011-05-06  [1] │ calm and order across the Old Harbour",
        "undated     [3] │ calm and order +in+ the Old Harbour",
        "                  without: across",
    ]


def test_the_same_words_are_shown_once() -> None:
    dates = ("2011", "2012", None)
    quotes = [quote(n, "Calm and order count.", date) for n, date in enumerate(dates, 1)]
    quotes.append(quote(4, "Calm or order count.", None))
    shown = render(answer(*quotes)).split("\n")
    assert shown[-4:] == [
        "2011        [1] │ Calm and order count",
        "                  the same words: 2012 [2], undated [3]",
        "undated     [4] │ Calm +or+ order count",
        "                  without: and",
    ]


def test_a_first_that_is_not_quoted_is_named_by_its_title() -> None:
    shown = render(answer(quote(1, "A.", "2015"), others=(("2012", "said"),)))
    assert "First said: 2012, in “Other 0” (not among the quoted)" in shown


def test_many_quiet_dates_share_a_line_and_many_documents_are_counted() -> None:
    quiet = tuple((f"20{year:02}", "silent") for year in range(QUIET + 8))
    many = (("2050", "mentioned"),) * 30 + (("2050", "said"),)
    found = answer(quote(1, "The harbour.", "2040"), others=(*quiet, *many), silent=9000)
    lines = render(found).split("\n")
    assert lines[0] == "2000        ·11     to 2010, 11 dates"
    assert lines[1] == "2040        ●       [1] Ada Lane"
    assert lines[3] == "2050        ●1 ○30  speaks of it, not among the quoted"
    assert lines[5] == "● 2 said something   ○ 30 only named it   · 9,000 silent"


def test_a_date_that_states_less_is_not_called_the_earliest_without_a_word() -> None:
    shown = render(answer(quote(1, "A.", "2012"), quote(2, "B.", "2012-03-04"), quote(3, "C.", "2013")))
    assert "It states no more than 2012; 2012-03-04 may be earlier." in shown


@pytest.mark.parametrize(
    ("before", "beginning"),
    [("", "… ramble on"), ("The harbour is near. ", "The harbour is near. So we")],
)
def test_a_long_quote_is_cut_around_what_was_asked_for(before: str, beginning: str) -> None:
    text = f"{before}So we {'ramble on ' * 30}until the harbour at last. {'And on ' * 30}"
    shown = " ".join(render(answer(quote(1, text))).split("\n")[1:5]).replace("│", "")
    shown = " ".join(shown.split())
    assert shown.startswith(beginning)
    assert "harbour" in shown
    assert shown.split(" ● ")[0].endswith("…")


def test_nothing_at_all() -> None:
    found = answer(others=(("2011", "silent"),))
    assert render(found) == "2011        ·\n\n· 1 silent"
    assert timeline_of(found).to_json()["formulas"] == []


@given(st.text(), st.integers(16, 120), st.booleans())
def test_no_text_reaches_the_terminal_with_a_control_in_it(text: str, width: int, colour: bool) -> None:
    body = f"{text} calm and {text} order grey ships {text}"
    document = Document(text, text, text, text, text, body)
    hostile = Quote(1, document, 0, len(body), text, "direct", 0.9)
    found = answer(hostile, quote(2, body, "2012"), searched=f"q {text}")
    shown = render_timeline(found, timeline_of(found), width=width, colour=colour)
    assert not CONTROLS.search(re.sub(r"\x1b\[[0-9;]*m", "", shown) if colour else shown)


def test_real_answers_have_real_timelines(sample: Collection) -> None:
    found = Chatbot(sample).ask("What did they say about denuclearisation?")
    timeline = timeline_of(found)
    shown = {card.id for card in Chatbot(sample).documents()}
    assert {made.document.id for entry in timeline.entries for made in entry.documents} == shown
    assert sorted(n for entry in timeline.entries for made in entry.documents for n in made.quotes) == [
        quote.number for quote in found.quotes
    ]
    assert timeline.first is not None
    assert any(formula.changed for formula in timeline.formulas)
