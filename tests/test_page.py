"""The page as a person meets it: a real server process, a real Chromium."""

import json
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from browsing import ROOT, Site, running, served, violations
from page_fake import CALM, HOSTILE, WILD

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

QUOTE = "The harbour will stay open to every ship that comes in peace."


def visit(
    browser: Any, site: Site, path: str = "/", width: int = 1280, height: int = 800, **more: Any
) -> Any:
    """A fresh visitor's page, ready to be typed into."""
    context = browser.new_context(viewport={"width": width, "height": height}, **more)
    context.set_default_timeout(90_000)  # a busy machine is slow, not wrong
    page = context.new_page()
    context.on("request", lambda request: site.requests.append(request.url))
    page.on("dialog", lambda dialog: (site.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: site.complaints.append(str(error)))
    page.goto(site.address + path)
    if path.startswith("/?") or path == "/":
        page.wait_for_selector("#question textarea")
        page.wait_for_selector("#masthead .held")
    return page


def ask(page: Any, question: str) -> None:
    shown = page.locator("#conversation .reply, #conversation .problem")
    before = shown.count()
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    shown.nth(before).wait_for()


def box(page: Any, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(selector).first.bounding_box()
    return found


def test_the_answer_and_its_sources_stand_side_by_side(browser: Any, calm: Site) -> None:
    page = visit(browser, calm)
    assert page.title() == "On the Record"
    assert page.locator("#masthead .held").inner_text() == "3 documents, 2019–2020"
    ask(page, "What did they say about the harbour?")
    assert page.locator("#conversation .asked").inner_text() == "What did they say about the harbour?"
    assert page.locator("#sources .source mark").all_text_contents()[0] == QUOTE
    assert page.locator("#sources .line").inner_text() == "2 of 3 documents speak of it."
    answer, sources = box(page, "#conversation .reply"), box(page, "#sources .source")
    assert answer["x"] + answer["width"] <= sources["x"], "sources are to the right of the answer"
    assert abs(answer["y"] - sources["y"]) < 200, "and beside it"
    shown = page.locator("#sources .source").first.inner_text()
    for part in (
        "Mayor Ada Lane",
        "4 May 2019",
        "The council on the harbour",
        "2019/harbour.txt",
        "reported",
    ):
        assert part in shown
    assert "Buy one" not in shown, "page furniture is never shown as surroundings"
    page.context.close()


def test_a_reference_leads_to_its_source_and_back_by_mouse_and_keyboard(browser: Any, calm: Site) -> None:
    page = visit(browser, calm, height=420)
    ask(page, "What did they say?")
    page.locator("#conversation .cite").nth(1).click()
    focused = page.locator(":focus")
    assert focused.get_attribute("id") == "source-1-2"
    page.wait_for_timeout(800)  # the smooth scroll
    place = box(page, "#source-1-2")
    assert 0 <= place["y"] < 420
    page.locator("#source-1-2 .number").focus()
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "cite-1-2"
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "source-1-2"
    page.context.close()


def test_an_earlier_answer_brings_its_own_sources_back(browser: Any, calm: Site) -> None:
    page = visit(browser, calm)
    ask(page, "What did they say?")
    ask(page, "Is there nothing more?")
    assert page.locator("#sources .sources:visible").get_attribute("id") == "sources-2"
    assert page.locator("#sources .sources:visible .nothing h3").inner_text() == "Not on the record"
    assert page.locator("#sources .source:visible").count() == 0
    page.locator("#answer-1 .cite").first.click()
    assert page.locator("#sources .sources:visible").get_attribute("id") == "sources-1"
    assert page.locator(":focus").get_attribute("id") == "source-1-1"
    page.locator("#answer-2 .open-sources a").click()
    assert page.locator("#sources .sources:visible").get_attribute("id") == "sources-2"
    page.context.close()


@pytest.mark.parametrize("width", [700, 1280])
def test_on_paper_there_is_every_source_and_nothing_to_press(browser: Any, calm: Site, width: int) -> None:
    page = visit(browser, calm, width=width, color_scheme="dark")
    ask(page, "What did they say?")
    ask(page, "Is there nothing more?")
    page.emulate_media(media="print")
    assert page.locator("#sources .sources:visible").count() == 2
    assert page.locator("#sources .source:visible").count() == 2
    assert page.locator(":is(button, input, textarea):visible").count() == 0
    paper, ink = (
        page.locator("#conversation .reply").first.evaluate(
            f"one => getComputedStyle(one).getPropertyValue('{name}')"
        )
        for name in ("--paper", "--ink")
    )
    assert (paper, ink) == ("#fff", "#1e1b16")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_a_follow_up_says_what_was_searched(browser: Any, calm: Site) -> None:
    page = visit(browser, calm)
    ask(page, "What of the harbour?")
    ask(page, "and the bridge?")
    assert page.locator(".searched").inner_text() == "Searched for: What of the harbour? and the bridge?"
    page.locator("#again").click()
    page.locator("#conversation .welcome").wait_for()
    ask(page, "and the bridge?")
    assert page.locator(".searched").count() == 0, "a new conversation has no history"
    page.context.close()


def test_a_link_opens_an_answer_and_a_reload_keeps_the_conversation(browser: Any, calm: Site) -> None:
    page = visit(browser, calm, "/?q=What+of+the+harbour%3F")
    page.locator("#sources .source").first.wait_for()
    ask(page, "break")
    ask(page, "and the bridge?")
    page.wait_for_url("**/?q=What+of+the+harbour%3F&q=and+the+bridge%3F")
    page.reload()
    page.locator("#conversation .reply").nth(1).wait_for()
    asked = page.locator("#conversation .asked").all_inner_texts()
    assert asked == ["What of the harbour?", "and the bridge?"], "what failed is not asked again"
    assert page.locator(".searched").inner_text() == "Searched for: What of the harbour? and the bridge?"
    page.locator("#answer-1 .cite").first.click()
    assert page.locator(":focus").get_attribute("id") == "source-1-1"
    page.locator("#again").click()
    page.wait_for_url(calm.address + "/")
    page.context.close()


def test_a_slow_answer_counts_the_seconds_and_can_be_stopped_and_tried_again(
    browser: Any, calm: Site
) -> None:
    page = visit(browser, calm)
    page.fill("#question textarea", "slow")
    page.keyboard.press("Enter")
    page.get_by_text("Looking through the documents … 1 second", exact=True).wait_for()
    page.get_by_role("button", name="Stop").click()
    stopped = page.locator("#conversation .problem")
    stopped.wait_for()
    assert stopped.inner_text() == "Stopped.\n\nAsk again, or something else."
    assert page.input_value("#question textarea") == "slow"
    assert page.locator("#conversation .pending").count() == 0
    page.get_by_role("button", name="Try again").click()
    page.locator("#sources .source").first.wait_for()
    assert page.locator("#conversation .problem").count() == 0
    assert page.locator("#conversation .asked").all_inner_texts() == ["slow"]
    assert not page.get_by_role("button", name="Try again").is_visible()
    page.context.close()


def test_a_reader_says_whether_an_answer_is_right(browser: Any, calm: Site) -> None:
    page = visit(browser, calm)
    ask(page, "What did they say?")
    ask(page, "nothing of that")
    page.locator("#answer-2").get_by_role("button", name="No").click()
    sync_api.expect(page.locator("#answer-2 .judging")).to_have_text("Kept as wrong. Thank you.")
    page.locator("#answer-1").get_by_role("button", name="Yes").click()
    sync_api.expect(page.locator("#answer-1 .judging")).to_have_text("Kept as right. Thank you.")
    lines = (calm.lookups.with_name("feedback.jsonl")).read_text().splitlines()
    wrong, right = map(json.loads, lines)
    assert list(right) == ["question", "history", "right", "answer"]
    assert (right["right"], wrong["right"]) == (True, False)
    assert (wrong["question"], wrong["history"]) == ("nothing of that", ["What did they say?"])
    assert right["answer"]["quotes"][0]["text"] == QUOTE
    page.context.close()


def test_an_example_is_asked_by_its_button(browser: Any, calm: Site) -> None:
    page = visit(browser, calm)
    page.get_by_role("button", name="What did they say about the harbour?").click()
    page.locator("#sources .source").first.wait_for()
    assert page.locator("#conversation .asked").inner_text() == "What did they say about the harbour?"
    assert not page.locator("#examples").is_visible()
    page.context.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("   ", "The question is empty; type what you want to know."),
        ("x" * 5000, "The question is 5,000 characters long; at most 2,000 are read."),
        ("x" * 100_000, "The question is 100,000 characters long; at most 2,000 are read."),
        ("break", "Something went wrong on the server while answering."),
    ],
    ids=["blank", "long", "longer", "broken"],
)
def test_an_error_says_what_to_do_and_keeps_the_question(
    browser: Any, calm: Site, question: str, said: str
) -> None:
    page = visit(browser, calm)
    ask(page, question)
    assert page.locator("#conversation .problem strong").inner_text() == said
    assert page.locator("#conversation .reply").count() == 0, "an error is never shown as an answer"
    assert page.input_value("#question textarea") == question
    ask(page, "What did they say?")
    assert page.locator("#sources .source").count() == 2
    page.context.close()


def test_an_empty_collection_says_how_to_fill_it(browser: Any, tmp_path: Path) -> None:
    with served("empty", tmp_path) as site:
        page = visit(browser, site)
        assert "ontherecord add PATH" in page.locator("#sources").inner_text()
        assert page.locator("#masthead .held").inner_text() == "no documents yet"
        assert page.locator("#examples button:visible").count() == 0
        page.context.close()


def test_a_source_opens_in_its_document_at_the_quote(browser: Any, calm: Site) -> None:
    page = visit(browser, calm, height=300)
    ask(page, "What did they say?")
    with page.context.expect_page() as opened:
        page.locator("#sources .source").first.get_by_text("Open in the document").click()
    document = opened.value
    document.wait_for_selector("#quote")
    assert document.locator("#quote").text_content() == QUOTE
    place = document.locator("#quote").bounding_box()
    assert 0 <= place["y"] < 300, "scrolled to the quote"
    assert document.locator("article").text_content() == CALM[0].text
    aside = document.locator(".furniture")
    assert aside.text_content() == "Buy one, get one"
    assert "set aside: advert" in aside.evaluate("e => getComputedStyle(e, '::before').content")
    page.context.close()


def test_a_quote_is_copied_with_its_citation(browser: Any, calm: Site) -> None:
    page = visit(browser, calm, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "What did they say?")
    button = page.locator("#sources .copy").first
    button.click()
    sync_api.expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"“{QUOTE}”\n— The council on the harbour, 4 May 2019. 2019/harbour.txt, characters 115–176\n"
        "On record: Mayor Ada Lane (reported)"
    )
    sync_api.expect(button).to_have_text("Copy with citation")
    page.context.close()


def test_the_topic_over_time_is_drawn_told_and_read(browser: Any, calm: Site) -> None:
    page = visit(browser, calm)
    ask(page, "What did they say?")
    picture = page.locator("#sources img.over-time")
    # decode() waits until the picture is there, and fails where there is none.
    assert picture.evaluate("e => e.decode().then(() => e.naturalHeight > 20 && e.clientWidth > 300)")
    assert picture.get_attribute("alt") == (
        "The documents in the order of time; speak of it: 4 May 2019, 1 undated; silent: February 2020."
    )
    page.goto(page.locator("#sources .taken a").first.evaluate("e => e.href"))
    assert page.locator(".when").all_inner_texts() == ["4 May 2019", "February 2020", "no date stated"]
    assert page.locator("blockquote").first.text_content() == QUOTE
    assert page.locator("img.over-time").evaluate("e => e.decode().then(() => e.naturalHeight > 20)")
    page.context.close()


def test_an_answer_is_taken_away_with_its_evidence(browser: Any, calm: Site) -> None:
    page = visit(browser, calm)
    ask(page, "What did they say?")
    taken = {}
    for form in ("Markdown", "JSON"):
        with page.expect_download() as download:
            page.locator("#sources .taken").get_by_text(form, exact=True).click()
        assert download.value.suggested_filename == f"on-the-record.{'md' if form == 'Markdown' else 'json'}"
        taken[form] = Path(download.value.path()).read_text(encoding="utf-8")
    answer = json.loads(taken["JSON"])
    assert (answer["question"], answer["history"]) == ("What did they say?", [])
    assert answer["quotes"][0]["text"] == QUOTE
    assert f"> {QUOTE}" in taken["Markdown"]
    page.context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_the_sources_below_and_never_scrolls_sideways(
    browser: Any, calm: Site, width: int
) -> None:
    page = visit(browser, calm, width=width, height=640)
    assert _overflow(page) == 0
    ask(page, "What did they say?")
    assert _overflow(page) == 0
    answer, sources = box(page, "#conversation .reply"), box(page, "#sources .source")
    assert sources["y"] >= answer["y"] + answer["height"], "sources are below the answer"
    question = box(page, "#question textarea")
    assert question["y"] + question["height"] <= 640, "the question box stays in reach"
    page.locator("#sources summary:visible").click()
    assert _overflow(page) == 0
    over_time = page.locator("#sources .taken a").first.evaluate("e => e.href")
    for address in (
        over_time,
        f"{calm.address}/documents/2019/harbour.txt?at=0-4",
        f"{calm.address}/documents",
    ):
        page.goto(address)
        assert _overflow(page) == 0
    page.context.close()


def test_at_twice_the_size_nothing_scrolls_sideways(browser: Any, calm: Site) -> None:
    """A window of 1280 pixels at 200 %: 640 of them, each twice as large."""
    page = visit(browser, calm, width=640, height=400, device_scale_factor=2)
    ask(page, "What did they say?")
    assert _overflow(page) == 0
    page.locator("#sources summary:visible").click()
    assert _overflow(page) == 0
    page.goto(page.locator("#sources .taken a").first.evaluate("e => e.href"))
    assert _overflow(page) == 0
    page.context.close()


def _overflow(page: Any) -> int:
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_follow_the_reader(browser: Any, calm: Site, scheme: str) -> None:
    page = visit(browser, calm, color_scheme=scheme)
    ask(page, "What did they say?")
    for selector in ("body", "#evidence"):
        colour = page.locator(selector).evaluate("e => getComputedStyle(e).backgroundColor")
        red = int(colour.split("(")[1].split(",")[0])
        assert (red > 200) == (scheme == "light")
    page.context.close()


def test_hostile_documents_run_nothing_call_nobody_and_are_quoted_exactly(browser: Any, wild: Site) -> None:
    request = urllib.request.Request(  # noqa: S310
        f"{wild.address}/api/ask",
        json.dumps({"question": "q"}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as reply:  # noqa: S310
        expected = [quote["text"] for quote in json.load(reply)["quotes"]]
    assert expected == list(HOSTILE)
    page = visit(browser, wild)
    ask(page, "q")
    assert (
        page.locator("#sources .source mark").evaluate_all("all => all.map(e => e.textContent)") == expected
    )
    assert page.locator("#sources mark *:not(.break)").count() == 0
    page.locator("#sources summary").click()
    titles = page.locator("#sources .verdict li a").all_text_contents()
    assert titles == [document.title for document in WILD]
    for anchor in page.locator("#sources a").evaluate_all("all => all.map(e => e.href)"):
        assert anchor.startswith(wild.address + "/")
    _assert_untouched(page, wild)
    page.context.close()


def test_hostile_questions_run_nothing_and_are_shown_as_typed(browser: Any, wild: Site) -> None:
    page = visit(browser, wild)
    for payload in HOSTILE[::9]:
        page.locator("#again").click() if page.locator("#again").is_visible() else None
        page.locator("#conversation .welcome").wait_for()
        page.fill("#question textarea", payload)
        typed = page.input_value("#question textarea")  # a browser makes its own of carriage returns
        ask(page, f"nothing {payload}")
        assert page.locator("#conversation .asked").text_content() == f"nothing {typed}"
        assert page.locator("#conversation .asked *").count() == 0
    _assert_untouched(page, wild)
    page.context.close()


def test_hostile_links_run_nothing_and_are_shown_as_they_are(browser: Any, wild: Site) -> None:
    page = visit(browser, wild)
    for start in range(0, len(HOSTILE), 10):
        asked = [f"nothing {payload}" for payload in HOSTILE[start : start + 10]]
        page.goto(f"{wild.address}/?{urllib.parse.urlencode({'q': asked}, doseq=True)}")
        page.locator("#conversation .reply").nth(len(asked) - 1).wait_for()
        assert page.locator("#conversation .asked").all_text_contents() == asked
        assert page.locator("#conversation .asked *").count() == 0
        _assert_untouched(page, wild)
    page.context.close()


def test_a_hostile_answer_over_time_is_read_safely(browser: Any, wild: Site) -> None:
    page = visit(browser, wild)
    ask(page, f"q {HOSTILE[0]}")
    quotes = page.locator("#sources .source mark").all_text_contents()
    page.goto(page.locator("#sources .taken a").first.evaluate("e => e.href"))
    found = page.locator(".dates blockquote").all_text_contents()
    assert sorted(found) == sorted(quotes) == sorted(HOSTILE)
    assert page.locator("h1").text_content() == f"q {HOSTILE[0]}"
    assert page.locator(".dates li strong").count() == len(HOSTILE)
    _assert_untouched(page, wild)
    page.context.close()


def test_hostile_documents_can_be_read_safely(browser: Any, wild: Site) -> None:
    page = visit(browser, wild)
    ask(page, "q")
    links = page.locator("#sources .links a").evaluate_all("all => all.map(e => e.href)")
    assert len(links) == len(WILD)
    for document, link in zip(WILD, links, strict=True):
        page.goto(link)
        assert page.locator("article").text_content() == document.text
        assert page.locator("#quote").count() == 1
        assert page.locator("h1").text_content() == document.title
        _assert_untouched(page, wild)
    page.context.close()


@pytest.mark.parametrize(
    "path", ["/?q={}", "/?__theme={}", "/#{}", "/documents/{}", "/documents/bridge.md?at={}"]
)
def test_hostile_addresses_run_nothing(browser: Any, wild: Site, path: str) -> None:
    payload = (
        "javascript:window.pwned=1//'\"><script>window.pwned=1</script><img src=x onerror=window.pwned=1>"
    )
    page = visit(browser, wild, path.format(payload))
    _assert_untouched(page, wild)
    page.context.close()


def _assert_untouched(page: Any, site: Site) -> None:
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert site.complaints == []
    assert [url for url in site.requests if not url.startswith((site.address, "data:", "blob:"))] == []


def test_even_a_script_that_got_in_would_not_run(browser: Any, calm: Site) -> None:
    """The second lock: the policy, tried by putting into the page what escaping keeps out."""
    page = visit(browser, Site(calm.address, calm.lookups))
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(1)
        page.evaluate(
            """(elsewhere) => {
                const put = (html) => document.body.append(document.createRange().createContextualFragment(html));
                put('<script>window.pwned = "script"</' + 'script>');
                put('<img src="data:," onerror="window.pwned = `handler`">');
                put('<iframe srcdoc="<script>parent.pwned = `frame`</' + 'script>"></iframe>');
                put('<a id="bad" href="javascript:window.pwned=`link`">x</a>');
                document.getElementById('bad').click();
                setTimeout('window.pwned = "eval"', 0);
                put(`<img src="${elsewhere}"><iframe src="${elsewhere}"></iframe><style>@import "${elsewhere}"</style>`);
                fetch(elsewhere, {mode: 'no-cors'}).catch(() => {});
            }""",
            f"http://127.0.0.1:{elsewhere.getsockname()[1]}/",
        )
        assert _received(elsewhere) == b""
    assert page.evaluate("window.pwned") is None
    page.context.close()


def _received(listener: socket.socket) -> bytes:
    """What was sent to it. Chromium may connect ahead of a frame that it then refuses to load."""
    try:
        connection, _ = listener.accept()
        connection.settimeout(1)
        with connection:
            return connection.recv(1)
    except TimeoutError:
        return b""


def test_another_site_cannot_frame_it(browser: Any, calm: Site) -> None:
    page = browser.new_page()
    frames = f'<iframe src="{calm.address}/"></iframe><iframe src="{calm.address}/documents"></iframe>'
    page.set_content(frames)
    page.wait_for_timeout(1500)
    texts = [frame.evaluate("document.body ? document.body.innerText : ''") for frame in page.frames[1:]]
    assert not any("On the Record" in text for text in texts)
    page.close()


def test_accessible_by_axe(browser: Any, calm: Site, axe: str) -> None:
    for width, scheme in ((1280, "light"), (390, "dark"), (1280, "dark")):
        page = visit(browser, calm, width=width, color_scheme=scheme)
        found = [*violations(page, axe)]
        ask(page, "What did they say?")
        ask(page, "nothing")
        page.locator("#sources summary:visible").click()
        page.locator("#answer-1 .cite").first.click()
        ask(page, " ")
        found += violations(page, axe)
        page.goto(page.locator("#sources .taken a").first.evaluate("e => e.href"))
        found += violations(page, axe)
        page.goto(f"{calm.address}/documents/2019/harbour.txt?at=0-4")
        found += violations(page, axe)
        page.goto(f"{calm.address}/documents")
        found += violations(page, axe)
        assert found == []
        page.context.close()


def test_the_real_chatbot_over_the_sample(browser: Any, tmp_path: Path) -> None:
    """No fake anywhere: documents read, indexed, asked; every quote shown is its file's own text."""
    sample = Path(ROOT) / "eval" / "sample"
    rag = [sys.executable, "-m", "rag"]
    collection = ["--collection", str(tmp_path / "collection")]
    subprocess.run([*rag, "add", *collection, str(sample)], check=True, cwd=ROOT)
    with running([*rag, "serve", *collection, "--port", "0"], tmp_path) as address:
        site = Site(address, tmp_path)
        page = visit(browser, site)
        page.locator("#examples button:visible").first.wait_for()
        ask(page, "What did they say about Taiwan?")
        shown = page.locator("#sources .source").evaluate_all(
            "all => all.map(e => [e.querySelector('mark').textContent, e.querySelector('.links a').href])"
        )
        assert shown
        for quote, link in shown:
            name, start, end = re.fullmatch(r".*/documents/(.+)\?at=(\d+)-(\d+)#quote", link).groups()
            text = (sample / name).read_bytes().decode()
            assert quote == text[int(start) : int(end)]
        ask(page, "What did they say about fishing rights?")
        assert page.locator("#sources .nothing:visible h3").inner_text() == "Not on the record"
        assert page.locator("#sources .source:visible").count() == 0
        _assert_untouched(page, site)
        page.context.close()


def test_documents_are_added_and_taken_out_where_that_is_allowed(
    browser: Any, axe: str, tmp_path: Path
) -> None:
    """A real collection that is not there yet, filled and emptied by dropping, choosing and clicking."""
    files = {
        "minutes.txt": "Minutes\n\nThe council met on 4 May 2019. It voted for a new ferry.",
        "<img src=x onerror=window.pwned=1>.md": "# A ferry\n\nThe mayor said that a ferry would sail soon.",
        "picture.png": "not a document",
        "empty.txt": "",
    }
    collection = tmp_path / "collection"
    rag = [sys.executable, "-m", "rag", "serve", "--collection", str(collection), "--allow-add"]
    with running([*rag, "--port", "0"], tmp_path) as address:
        site = Site(address, tmp_path)
        page = visit(browser, site, "/documents")
        page.evaluate(
            """(files) => {
                const data = new DataTransfer();
                for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
                document.dispatchEvent(new DragEvent("drop", {dataTransfer: data, cancelable: true}));
            }""",
            files,
        )
        page.get_by_text("Show the list").click()
        listed = page.locator(".contents .file").all_inner_texts()
        assert sorted(listed) == ["<img src=x onerror=window.pwned=1>.md", "minutes.txt"]
        chosen = {
            "name": "minutes.txt",
            "mimeType": "text/plain",
            "buffer": b"The ferry was sold on 5 May 2020.",
        }
        page.set_input_files("#files", [chosen, {**chosen, "name": "../../x.exe"}])
        refused = page.locator("#log .bad")
        refused.wait_for()
        assert "Only .markdown, .md, .txt files can be added" in refused.inner_text()
        page.goto(f"{address}/documents/minutes.txt")
        assert page.locator("article").text_content() == "The ferry was sold on 5 May 2020."
        page.goto(f"{address}/documents")
        assert violations(page, axe) == []
        page.evaluate("window.confirm = () => true")
        page.locator(".remove").first.click()
        page.locator("#log li").wait_for()
        assert page.locator(".contents li").count() == 1
        assert page.evaluate("typeof window.pwned") == "undefined"
        assert [url for url in site.requests if not url.startswith(address)] == []
        page.context.close()
    assert len(list((collection / "added").iterdir())) == 1, "what is taken out is not kept"


def test_nobody_adds_or_removes_where_it_is_not_allowed(browser: Any, calm: Site) -> None:
    page = visit(browser, calm, "/documents")
    assert page.locator("input, button").count() == 0
    for method in ("PUT", "DELETE"):
        request = urllib.request.Request(f"{calm.address}/library/bridge.md", b"x", method=method)  # noqa: S310
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)  # noqa: S310
        assert refused.value.code == 404
        refused.value.close()
    page.context.close()


def test_nothing_is_asked_of_another_host(browser: Any, calm: Site, wild: Site) -> None:
    """Over this visit and all before it: no request left the machine, and no name was looked up."""
    for site in (calm, wild):
        page = visit(browser, site)
        ask(page, "What did they say?")
        page.context.close()
        assert len(site.requests) > 50
        hosts = {url.split("/")[2] for url in site.requests if url.startswith("http")}
        assert hosts == {site.address.removeprefix("http://")}
        looked_up = set(site.lookups.read_text().split()) - {"127.0.0.1", "localhost", "None"}
        assert looked_up == set()
