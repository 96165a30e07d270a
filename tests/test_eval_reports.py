"""The reports: well-formed, complete, and inert whatever a document, a question or gold holds."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from page_fake import HOSTILE

from eval import gate
from eval.baseline import baseline_of
from eval.gold import GoldQuestion, GoldQuote, GoldSpeaker
from eval.outcomes import Given, Outcome, Quoted, Report, Ruled
from eval.report import report_of
from eval.report_cases import escape
from eval.report_html import render_html
from eval.report_json import render_json
from eval.report_junit import render_junit
from eval.report_markdown import render_markdown
from eval.report_table import render_table
from eval.run import judge
from index.documents import Document
from index.sentences import sentences

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PAYLOADS = (
    "<script>window.pwned=1</script>",
    '<img src="http://127.0.0.1:9/x" onerror="window.pwned=1">',
    '"><svg onload="window.pwned=1">',
    "</style><script>window.pwned=1</script>",
    "</textarea></title><iframe srcdoc='<script>parent.pwned=1</script>'>",
    "javascript:window.pwned=1 ${window.pwned=1} {{window.pwned=1}}",
    "<a href='javascript:window.pwned=1' autofocus onfocus='window.pwned=1'>x</a>",
    "<!--\u202e--><style>*{display:none}</style>",
    "]]></failure><x>&bogus;",
    "nul \x00 escape \x1b[31m lone \ud800 noncharacter \ufffe",
    "| a | b |\n|---|---|\n[x](javascript:alert(1)) ![x](http://127.0.0.1:9/y) `code` **bold** # head",
)


def outcomes() -> tuple[list[Outcome], dict[str, Document]]:
    """A question a payload, in every place that text can come from."""
    found, documents = [], {}
    for at, payload in enumerate((*PAYLOADS, str(HOSTILE)[:200])):
        text = f"The mayor said {payload} on Monday. {payload} came later."
        id_ = f"{at} {payload}.txt"
        documents[id_] = Document(
            id_, id_, payload, None, None, text, (), tuple(sentences(text.replace("\ud800", "x")))
        )
        gold = GoldQuestion(
            id=f"{at} {payload}",
            question=f"What of {payload}?",
            history=(payload,),
            kind=("topic", "fact", "absent")[at % 3],  # type: ignore[arg-type]
            said=(id_,),
            quotes=(GoldQuote(id_, text[:-1]),),
            accept=(payload,),
            speakers=(GoldSpeaker(text[:9], payload, "direct"),),
        )
        quote = Quoted(id_, 4, 4 + len(payload), text[4 : 4 + len(payload)], payload, "reported", 0.7)
        given = Given(
            payload,
            f"{payload} [1]",
            (quote,),
            (Ruled(id_, "said", payload),),
            abstained=False,
            answerable=0.4,
        )
        asked = Outcome(gold, None, 0.2, error=payload) if at % 5 == 4 else Outcome(gold, given, 0.1 + at)
        found.append(judge(asked, documents))
    return found, documents


@pytest.fixture(scope="module")
def hostile() -> tuple[Report, gate.Judgement, dict[str, Document]]:
    found, documents = outcomes()
    report = report_of(found, about={"gold": PAYLOADS[0]})
    better = [replace(o, pairs={**o.pairs, "correct": o.pairs["correct"]._replace(right=1.0)}) for o in found]
    before = baseline_of(report_of(better, about={}), name=PAYLOADS[1])
    return report, gate.judge(report, least={"quote_recall": 1}, baseline=before), documents


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_has_no_element_but_its_own(
    hostile: tuple[Report, gate.Judgement, dict[str, Document]],
) -> None:
    parser = Elements()
    page = render_html(*hostile)
    parser.feed(page)
    tags = {tag for tag, _ in parser.found}
    assert tags.isdisjoint({"script", "img", "iframe", "object", "link", "base", "form", "input", "textarea"})
    assert sum(tag == "style" for tag, _ in parser.found) == 1
    for tag, attributes in parser.found:
        assert not any(name.startswith("on") or name in ("src", "srcdoc") for name in attributes), tag
        if "href" in attributes:
            assert (attributes["href"] or "").startswith("#q-")
    assert "default-src 'none'" in page.split("<style>")[0]


def test_what_xml_holds_is_what_was_said(hostile: tuple[Report, gate.Judgement, dict[str, Document]]) -> None:
    report, judgement, _ = hostile
    suites = ElementTree.fromstring(render_junit(report, judgement))  # noqa: S314 (our own)
    questions, held = suites.findall("testsuite")
    assert questions.get("tests") == str(len(report.outcomes)) == str(len(questions.findall("testcase")))
    assert questions.get("errors") == str(len(questions.findall("testcase/error"))) == "2"
    assert questions.get("failures") == str(len(questions.findall("testcase/failure")))
    assert len(held.findall("testcase/failure")) == len(judgement.missed) > 0
    assert PAYLOADS[0] in (questions.findall("testcase")[0].get("name") or "")


def test_markdown_holds_no_markup_of_others(
    hostile: tuple[Report, gate.Judgement, dict[str, Document]],
) -> None:
    report, judgement, _ = hostile
    text = render_markdown(report, judgement)
    assert set(re.findall(r"<[^>]*>", text)) == {"<details>", "</details>", "<summary>", "</summary>"}
    assert "](" not in text
    assert "`" not in text


def test_json_is_json_and_holds_everything(
    hostile: tuple[Report, gate.Judgement, dict[str, Document]],
) -> None:
    report, judgement, _ = hostile
    found = json.loads(render_json(report, judgement), parse_constant=pytest.fail)
    assert [question["id"] for question in found["questions"]] == [o.gold.id for o in report.outcomes]
    assert found["questions"][0]["answer"]["quotes"][0]["start"] == 4
    assert found["baseline"]["changes"][0]["between"]["first"] == 1.0
    assert found["passed"] is False


def test_the_table_moves_no_cursor(hostile: tuple[Report, gate.Judgement, dict[str, Document]]) -> None:
    report, judgement, _ = hostile
    for failures in (False, True):
        table = render_table(report, judgement, failures=failures)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", table)
        assert "2 questions failed" in table or failures


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_outcomes_make_a_report(count: int) -> None:
    found, documents = outcomes()
    report = report_of(found[:count], about={})
    page = render_html(report, gate.Judgement(), documents)
    assert "What was measured" in page
    assert "nan" not in page.split("</style>")[1]


def test_escaping_leaves_letters_alone() -> None:
    assert escape("Ünïcode 漢字 ‘curly’ a\tb\nc") == "Ünïcode 漢字 ‘curly’ a\tb\nc"
    assert (
        escape("<a b='c' d=\"e\">&\x00\ud800") == "&lt;a b=&#x27;c&#x27; d=&quot;e&quot;&gt;&amp;\ufffd\ufffd"
    )


@pytest.fixture(scope="module")
def page(
    hostile: tuple[Report, gate.Judgement, dict[str, Document]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(render_html(*hostile), encoding="utf-8", errors="replace")
    yield file


@pytest.mark.browser
@pytest.mark.parametrize("width", [1200, 320])
def test_nothing_in_it_runs_or_loads(
    width: int, page: Path, hostile: tuple[Report, gate.Judgement, dict[str, Document]]
) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        window = browser.new_page(viewport={"width": width, "height": 900})
        asked: list[str] = []
        said: list[str] = []
        window.on("request", lambda request: asked.append(request.url))
        window.on("console", lambda message: said.append(message.text))
        window.on("dialog", lambda dialog: said.append(dialog.message))
        window.goto(page.as_uri())
        window.locator("summary").last.click()
        assert window.evaluate("typeof window.pwned") == "undefined"
        assert asked == [page.as_uri()]
        assert said == []
        assert window.locator("main").is_visible()  # no style of a document hides it
        assert window.evaluate("document.scripts.length + document.images.length + frames.length") == 0
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        marks: Sequence[str] = window.locator("mark").evaluate_all("all => all.map(e => e.textContent)")
        given = [o.given.quotes[0].text for o in hostile[0].outcomes if o.given is not None]
        assert {text for text in given if text.isprintable()} <= set(marks)
        browser.close()
