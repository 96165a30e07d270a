"""The widget as a person meets it: on another site's page, in a real Chromium."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from browsing import Elsewhere, Site, violations
from page_fake import CALM, HOSTILE, WILD
from starlette.testclient import TestClient

from ui.widget import snippet
from ui.widget_demo import POLICY, create_demo

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

QUOTE = "The harbour will stay open to every ship that comes in peace."


class Visit:
    """A reader on a host page: what the browser said, and whom it asked."""

    def __init__(self, browser: Any, width: int = 1280, height: int = 800, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.context.set_default_timeout(90_000)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page.on("dialog", lambda box: (self.complaints.append(f"dialog {box.message}"), box.dismiss()))
        self.page.on("console", self._note)

    def _note(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    @property
    def launcher(self) -> Any:
        return self.page.locator("on-the-record .launcher")

    @property
    def panel(self) -> Any:
        return self.page.locator("on-the-record .panel")

    @property
    def frame(self) -> Any:
        return self.page.frame_locator("on-the-record iframe")

    @property
    def inside(self) -> Any:
        """The panel's page, to evaluate in."""
        self.await_panel()
        return next(frame for frame in self.page.frames if "/widget/frame" in frame.url)

    def await_panel(self) -> None:
        self.frame.locator("#question[placeholder]").wait_for()

    def ask(self, question: str) -> None:
        self.await_panel()
        shown = self.frame.locator(".turn > .reply, .turn > .problem")
        before = shown.count()
        self.frame.locator("#question").fill(question)
        self.frame.locator("#question").press("Enter")
        shown.nth(before).wait_for()

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.frame.locator(selector).all_text_contents()
        return found

    def focused(self) -> str:
        found: str = self.inside.evaluate("document.activeElement.id || document.activeElement.className")
        return found


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Any, elsewhere: Elsewhere) -> Any:
    """Opens a page of the other site that shows a server's widget; closes it afterwards."""
    opened: list[Visit] = []

    def open_page(
        site: Site, *, html: str = 'lang="en"', body: str = "", stranger: bool = False, **options: Any
    ) -> Visit:
        settings = {name: options.pop(name) for name in list(options) if name in SETTINGS}
        path = f"/{len(elsewhere.pages)}"
        page = (
            f'<!doctype html><html {html}><head><meta charset="utf-8"><title>A page</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"{snippet(site.address, **settings)}</head>"
            f'<body><main><h1>A page</h1><p>Text <button id="before">Before</button></p>{body}</main></body></html>'
        )
        # As strict as a host page can be: nothing but the widget is allowed, and it is isolated.
        headers = {
            "Content-Security-Policy": POLICY.format(server=site.address),
            "Cross-Origin-Embedder-Policy": "require-corp",
            "Cross-Origin-Opener-Policy": "same-origin",
        }
        elsewhere.pages[path] = (headers, page)
        found = Visit(browser, **options)
        opened.append(found)
        found.page.goto((elsewhere.stranger if stranger else elsewhere.origin) + path)
        return found

    yield open_page
    for found in opened:
        found.context.close()


SETTINGS = ("accent", "label", "lang", "position", "target", "theme")


def test_the_whole_path_on_another_site(visit: Open, calm: Site, elsewhere: Elsewhere) -> None:
    reader = visit(calm)
    assert reader.launcher.inner_text() == "Ask the record"
    assert reader.launcher.get_attribute("aria-expanded") == "false"
    assert not any("/frame" in url for url in reader.requests), "nothing but the script before it is wanted"
    reader.launcher.click()
    reader.ask("What did they say about the harbour?")
    assert reader.launcher.get_attribute("aria-expanded") == "true"
    assert reader.texts(".asked") == ["What did they say about the harbour?"]
    assert reader.texts(".headline") == ["2 of 3 documents speak of it."]
    assert (reader.texts(".cite"), reader.texts(".source mark")[0]) == (["1", "2"], QUOTE)
    shown = reader.frame.locator(".source").first.inner_text()
    for part in (
        "Mayor Ada Lane",
        "reported",
        "4 May 2019",
        "The council on the harbour",
        "Open in the document",
    ):
        assert part in shown
    assert "no date stated" in reader.frame.locator(".source").nth(1).inner_text()
    assert reader.texts("summary > .kind") == ["2 quoted", "1 silent"]
    reader.frame.locator("summary").click()
    assert reader.frame.locator(".verdict li").last.inner_text().startswith("A quiet day")

    with reader.context.expect_page() as opened:
        reader.frame.get_by_text("Open in the document").first.click()
    document = opened.value
    document.wait_for_selector("#quote")
    assert document.locator("#quote").text_content() == QUOTE
    assert document.evaluate("window.opener") is None
    document.close()

    reader.ask("and the bridge?")
    assert reader.texts(".searched") == ["Searched for: What did they say about the harbour? and the bridge?"]
    reader.ask("is there nothing else?")
    last = reader.frame.locator(".turn").last
    assert last.locator(".advice strong").inner_text() == "Not on the record"
    assert last.locator(".source").count() == 0
    reader.frame.get_by_role("button", name="New").click()
    assert reader.frame.locator(".turn").count() == 0
    reader.ask("and the bridge?")
    assert reader.texts(".searched") == [], "a new conversation has no history"
    reader.frame.get_by_role("button", name="Close").click()
    sync_api.expect(reader.panel).to_be_hidden()

    assert reader.complaints == []
    hosts = {url.split("/")[2] for url in reader.requests}
    assert hosts == {calm.address.removeprefix("http://"), elsewhere.origin.removeprefix("http://")}
    assert reader.context.cookies() == []
    assert reader.page.evaluate("document.querySelectorAll('body > *').length") == 2, "one element is added"


def test_an_unlisted_site_cannot_show_it(visit: Open, calm: Site, elsewhere: Elsewhere) -> None:
    """Neither by its own name, nor by giving a listed one, nor by fetching."""
    reader = visit(calm, stranger=True)
    reader.launcher.click()
    reader.panel.get_by_text("cannot be shown on this page").wait_for()
    assert any(f"--widget-origin {elsewhere.stranger}" in said for said in reader.complaints)
    claim = f"{calm.address}/widget/frame?origin={elsewhere.origin}"
    reader.page.evaluate(
        """(claim) => {
            const frame = Object.assign(document.createElement('iframe'), {src: claim, id: 'claim'});
            document.body.append(frame);
            return new Promise((done) => frame.addEventListener('load', done));
        }""",
        claim,
    )
    assert len(reader.page.frames) == 3
    for frame in reader.page.frames[1:]:
        assert "data-token" not in frame.content()
    # A site without a policy of its own may ask, and is not told.
    elsewhere.pages["/plain"] = ({}, "<!doctype html><title>x</title>")
    for address in (elsewhere.origin, elsewhere.stranger):
        reader.page.goto(f"{address}/plain")
        said = reader.page.evaluate("(claim) => fetch(claim).then((r) => r.text(), (e) => e.name)", claim)
        assert said == "TypeError"
        said = reader.page.evaluate(
            "(c) => fetch(c, {mode: 'no-cors'}).then((r) => r.text(), (e) => e.name)", claim
        )
        assert "token" not in said
    reader.panel.page.goto(f"{elsewhere.stranger}/plain")


def test_the_keyboard_is_enough(visit: Open, calm: Site) -> None:
    reader = visit(calm)
    keys = reader.page.keyboard
    reader.page.locator("#before").focus()
    keys.press("Tab")
    keys.press("Enter")
    reader.frame.locator("#question:focus").wait_for()
    keys.type("What did they say?")
    keys.press("Enter")
    reader.frame.locator(".source").first.wait_for()
    assert reader.focused() == "question", "the reader can go on typing"
    reader.frame.locator("#log").focus()
    for _ in range(2):
        keys.press("Tab")
    assert reader.focused() == "cite"
    keys.press("Enter")
    assert reader.focused() == "source-1-2"
    keys.press("Tab")
    keys.press("Enter")
    assert reader.focused() == "cite", "a source leads back to where it is referred to"
    keys.press("Escape")
    sync_api.expect(reader.panel).to_be_hidden()
    assert reader.page.evaluate("document.activeElement.shadowRoot.activeElement.className") == "launcher"
    keys.press("Enter")
    reader.frame.locator("#question:focus").wait_for()
    assert reader.texts(".asked") == ["What did they say?"], "closing keeps the conversation"


def test_the_page_can_call_it(visit: Open, calm: Site) -> None:
    reader = visit(calm)
    reader.page.evaluate(
        """() => {
            window.heard = [];
            for (const event of ["ready", "open", "close", "answer", "error"])
                OnTheRecord.on(event, (detail) => heard.push([event, detail?.quotes?.length]));
            window.off = OnTheRecord.on("answer", () => heard.push("twice"));
        }"""
    )
    reader.page.locator("#before").focus()
    reader.page.evaluate("off(), OnTheRecord.ask('What did they say?')")
    reader.frame.locator(".source").first.wait_for()
    reader.page.evaluate("OnTheRecord.close()")
    assert reader.page.evaluate("document.activeElement.id") == "before", "focus goes back to where it was"
    reader.page.evaluate("OnTheRecord.open()")
    expected = [["open", None], ["ready", None], ["answer", 2], ["close", None], ["open", None]]
    assert reader.page.evaluate("heard") == expected
    for bad in ("''", "7", "null"):
        assert reader.page.evaluate(
            f"(() => {{ try {{ OnTheRecord.ask({bad}) }} catch (e) {{ return e.name }} }})()"
        )
    reader.page.evaluate("OnTheRecord.destroy()")
    assert reader.page.locator("on-the-record").count() == 0
    assert reader.page.evaluate("window.OnTheRecord") is None
    assert reader.complaints == []


def test_messages_count_only_from_the_other_side(visit: Open, calm: Site) -> None:
    """Neither without the nonce, nor from another window, whatever they claim."""
    reader = visit(calm)
    reader.launcher.click()
    reader.ask("What did they say?")
    reader.page.evaluate(
        """() => {
            const frame = document.querySelector("on-the-record").shadowRoot.querySelector("iframe");
            const nonce = new URLSearchParams(frame.src.split("#")[1]).get("nonce");
            for (const forged of [{type: "ask", detail: "forged"}, {type: "ask", detail: "forged", nonce: "0"}, null, "ask"])
                frame.contentWindow.postMessage(forged, "*");
            window.postMessage({type: "close", nonce}, "*");  // right nonce, wrong window
        }"""
    )
    reader.page.wait_for_timeout(300)
    assert reader.texts(".asked") == ["What did they say?"]
    assert reader.panel.is_visible()
    assert reader.inside.evaluate(
        """async () => {
            let heard = 0;
            addEventListener("message", () => heard++);
            window.postMessage({type: "ask", detail: "forged", nonce: location.hash.match(/nonce=(\\w+)/)[1]}, "*");
            await new Promise((done) => setTimeout(done, 200));
            return [heard, document.querySelectorAll(".turn").length];
        }"""
    ) == [1, 1]


def test_trouble_says_what_to_do_and_keeps_the_question(visit: Open, calm: Site) -> None:
    reader = visit(calm)
    reader.launcher.click()
    reader.ask("What did they say?")
    for status, said in (
        (503, "Too many questions are being asked at the moment."),
        (429, "Too many questions are being asked at the moment."),
        (500, "Something went wrong on the server."),
        (0, "The server cannot be reached."),
    ):
        reader.page.route("**/widget/ask", _trouble(status))
        reader.ask("and the bridge?")
        assert reader.frame.locator(".problem strong").inner_text() == said
        assert reader.frame.locator("#question").input_value() == "and the bridge?"
        reader.page.unroute("**/widget/ask")
        before = reader.frame.locator(".turn .reply").count()
        reader.frame.get_by_role("button", name="Ask again").click()
        sync_api.expect(reader.frame.locator(".turn .reply")).to_have_count(before + 1)
        assert reader.frame.locator(".problem").count() == 0


def _trouble(status: int) -> Callable[[Any], None]:
    problem = {"title": "t", "status": status, "detail": "A sentence."}
    return lambda route: route.fulfill(status=status, json=problem) if status else route.abort()


def test_a_question_that_cannot_be_asked_is_told_so(visit: Open, calm: Site) -> None:
    reader = visit(calm)
    reader.launcher.click()
    reader.ask("x" * 5000)
    assert "5,000 characters long" in reader.frame.locator(".problem").inner_text()
    sync_api.expect(reader.frame.locator(".problem")).to_be_in_viewport()
    reader.ask("break")
    assert "Something went wrong on the server." in reader.frame.locator(".problem").last.inner_text()
    reader.frame.locator("#question").fill("   ")
    reader.frame.locator("#question").press("Enter")
    assert reader.frame.locator(".turn").count() == 2, "nothing is asked where nothing is typed"


def test_a_token_that_ran_out_is_renewed_unnoticed(visit: Open, calm: Site) -> None:
    reader = visit(calm)
    reader.launcher.click()
    shown: list[str] = []

    def refuse_first(route: Any) -> None:
        shown.append(route.request.headers["x-widget-token"])
        route.fulfill(status=401, json={}) if len(shown) == 1 else route.fallback()

    reader.await_panel()
    reader.page.route("**/widget/ask", refuse_first)
    reader.page.wait_for_timeout(1100)  # a token is signed with the second it was made in
    reader.ask("What did they say?")
    assert len(set(shown)) == 2
    assert reader.texts(".source mark")[0] == QUOTE


def test_a_site_that_is_no_longer_listed_is_told_so(visit: Open, calm: Site) -> None:
    reader = visit(calm)
    reader.launcher.click()
    reader.await_panel()
    reader.page.route("**/widget/ask", lambda route: route.fulfill(status=401, json={}))
    reader.page.route("**/widget/frame*", lambda route: route.fulfill(status=403, json={}))
    reader.ask("What did they say?")
    assert reader.frame.locator(".problem").inner_text() == "This site is no longer allowed to ask here."


@pytest.mark.parametrize("secure", [True, False])
def test_a_quote_is_copied_with_its_citation(visit: Open, calm: Site, secure: bool) -> None:
    reader = visit(calm, permissions=["clipboard-read", "clipboard-write"])
    reader.launcher.click()
    reader.ask("What did they say?")
    if not secure:  # as over plain HTTP
        reader.inside.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    button = reader.frame.locator(".source button.plain").first
    button.click()
    sync_api.expect(button).to_have_text("Copied")
    reader.page.bring_to_front()
    reader.page.locator("#before").click()
    copied = reader.page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    assert copied == (
        f"“{QUOTE}”\n— The council on the harbour, 4 May 2019. 2019/harbour.txt\n"
        f"On record: Mayor Ada Lane (reported)\n"
        f"{calm.address}/documents/2019/harbour.txt?at={_span()}#quote"
    )


def _span() -> str:
    start = CALM[0].text.index(QUOTE)
    return f"{start}-{start + len(QUOTE)}"


def test_a_slow_answer_can_be_stopped(visit: Open, calm: Site) -> None:
    reader = visit(calm)
    reader.launcher.click()
    reader.await_panel()
    reader.page.route("**/widget/ask", lambda _: None)  # it never comes
    reader.frame.locator("#question").fill("What did they say?")
    reader.frame.locator("#question").press("Enter")
    assert reader.frame.locator(".busy").inner_text() == "Looking through the documents …"
    assert reader.frame.locator("#log").get_attribute("aria-busy") == "true"
    reader.frame.get_by_role("button", name="Stop").click()
    sync_api.expect(reader.frame.locator(".turn")).to_have_count(0)
    assert reader.frame.locator("#question").input_value() == "What did they say?"
    assert reader.frame.locator("#send").inner_text() == "Ask"


def test_a_reload_keeps_the_conversation_with_its_sources(visit: Open, calm: Site) -> None:
    """Where the browser lets a framed page keep anything: always within one site, such as a company's own."""
    reader = visit(Site(calm.address.replace("127.0.0.1", "localhost"), calm.lookups))
    reader.launcher.click()
    reader.ask("What of the harbour?")
    reader.page.reload()
    reader.launcher.click()
    assert reader.frame.locator(".source mark").first.text_content() == QUOTE
    reader.ask("and the bridge?")
    assert reader.texts(".searched") == ["Searched for: What of the harbour? and the bridge?"]


def test_a_long_conversation_leads_each_number_to_its_own_source(visit: Open, calm: Site) -> None:
    reader = visit(Site(calm.address.replace("127.0.0.1", "localhost"), calm.lookups))
    reader.launcher.click()
    reader.ask("What of the harbour?")
    # As many as are kept but one, from an earlier page of the site.
    reader.inside.evaluate(
        """() => {
            const drawer = Object.keys(sessionStorage).find((key) => key.startsWith("ontherecord "));
            const kept = JSON.parse(sessionStorage.getItem(drawer));
            sessionStorage.setItem(drawer, JSON.stringify({ ...kept, turns: Array(29).fill(kept.turns[0]) }));
        }"""
    )
    reader.page.reload()
    reader.launcher.click()
    reader.ask("and the bridge?")
    reader.frame.locator("#question").fill("and the tea?")
    reader.frame.locator("#question").press("Enter")
    reader.frame.locator(".turn", has_text="and the tea?").locator(".reply").wait_for()
    assert (
        reader.inside.evaluate(
            """() => {
            const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
            return ids.filter((id, at) => ids.indexOf(id) < at);
        }"""
        )
        == []
    )
    reader.frame.locator(".turn").last.locator(".cite").first.click()
    assert reader.inside.evaluate(
        "document.querySelector('.turn:last-child').contains(document.activeElement)"
    )


def test_within_the_page(visit: Open, calm: Site) -> None:
    reader = visit(calm, body='<div id="here"></div>', target="#here")
    reader.ask("What did they say?")
    assert reader.page.locator("#here > on-the-record").count() == 1
    assert reader.launcher.count() == 0
    assert reader.frame.locator("#close").is_hidden()
    reader.frame.locator("#question").press("Escape")
    assert reader.panel.is_visible()
    missing = visit(calm, target="#nowhere")
    assert missing.launcher.is_visible()
    assert any("there is no #nowhere" in said for said in missing.complaints)


@pytest.mark.parametrize(
    ("html", "lang", "label", "placeholder"),
    [
        ('lang="en-US"', "", "Ask the record", "Ask a question"),
        ('lang="de"', "fr-CA", "Interroger les sources", "Posez une question"),
        ('lang="ja"', "", "発言を調べる", "質問を入力"),
        ('lang="ar" dir="rtl"', "", "اسأل السجل", "اطرح سؤالاً"),
    ],
)
def test_it_speaks_the_page_s_language(
    visit: Open, calm: Site, html: str, lang: str, label: str, placeholder: str
) -> None:
    reader = visit(calm, html=html, lang=lang)
    assert reader.launcher.inner_text() == label
    reader.launcher.click()
    reader.await_panel()
    assert reader.frame.locator("#question").get_attribute("placeholder") == placeholder
    place = reader.launcher.bounding_box()
    assert (place["x"] < 640) == ("rtl" in html)
    assert reader.inside.evaluate("document.documentElement.dir") == ("rtl" if "rtl" in html else "ltr")
    reader.ask("What did they say?")
    assert reader.texts(".source mark")[0] == QUOTE
    assert reader.complaints == []


@pytest.mark.parametrize(
    ("theme", "scheme", "dark"), [("", "dark", True), ("light", "dark", False), ("dark", "light", True)]
)
def test_light_and_dark(visit: Open, calm: Site, theme: str, scheme: str, dark: bool) -> None:
    reader = visit(calm, theme=theme, color_scheme=scheme)
    reader.launcher.click()
    red = reader.inside.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
    assert (int(red) < 100) == dark


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_it_full_screen(visit: Open, calm: Site, width: int) -> None:
    reader = visit(calm, width=width, height=640)
    reader.launcher.click()
    reader.ask("What did they say?")
    place = reader.panel.bounding_box()
    assert (place["x"], place["y"], place["width"], place["height"]) == (0, 0, width, 640)
    assert reader.panel.get_attribute("aria-modal") == "true"
    sizes = reader.inside.evaluate(
        """() => [document.documentElement.scrollWidth - innerWidth,
            ...[...document.querySelectorAll("button, a, summary")].map((e) => e.getBoundingClientRect())
            .filter((box) => box.width).map((box) => Math.min(box.width, box.height))]"""
    )
    assert sizes[0] == 0, "it never scrolls sideways"
    assert min(sizes[1:]) >= 24, "every target can be hit"
    reader.page.set_viewport_size({"width": 1000, "height": 800})
    sync_api.expect(reader.panel).to_have_attribute("aria-modal", "false")
    assert reader.texts(".asked") == ["What did they say?"], "turning the phone keeps the conversation"
    assert reader.complaints == []


def test_nothing_moves_for_those_who_do_not_want_it(visit: Open, calm: Site) -> None:
    reader = visit(calm, reduced_motion="reduce")
    reader.launcher.click()
    assert reader.page.evaluate("document.getAnimations().length") == 0
    reader.ask("What did they say?")
    assert reader.inside.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize(
    ("scheme", "width", "accent"),
    [("dark", 390, ""), ("light", 390, "gold"), ("dark", 1280, "#123")],
)
def test_accessible_by_axe(visit: Open, calm: Site, axe: str, scheme: str, width: int, accent: str) -> None:
    reader = visit(calm, color_scheme=scheme, width=width, accent=accent, reduced_motion="reduce")
    found = violations(reader.page, axe)
    reader.launcher.click()
    found += violations(reader.page, axe) + violations(reader.inside, axe)
    reader.ask("What did they say?")
    reader.ask("nothing")
    reader.frame.locator("summary").first.click()
    reader.ask("x" * 5000)
    found += violations(reader.page, axe) + violations(reader.inside, axe)
    assert found == []


def test_hostile_documents_run_nothing_call_nobody_and_are_quoted_exactly(visit: Open, wild: Site) -> None:
    reader = visit(wild)
    reader.launcher.click()
    reader.ask("q")
    assert reader.texts(".source mark") == list(HOSTILE)
    assert reader.texts(".source cite") == [document.title for document in WILD]
    assert reader.frame.locator(".source :is(mark, cite, strong) *:not(.break)").count() == 0
    links = reader.frame.locator(".source .links a").evaluate_all("all => all.map((e) => e.href)")
    for document, link in zip(WILD, links, strict=True):
        assert link.startswith(f"{wild.address}/documents/")
        reply = reader.context.request.get(link.split("#")[0])
        assert reply.status == 200 and document.text[:5] in reply.text()[:100_000]
    reader.frame.locator("summary").click()
    _untouched(reader, wild)


def test_hostile_questions_run_nothing_and_are_shown_as_typed(visit: Open, wild: Site) -> None:
    reader = visit(wild)
    reader.launcher.click()
    for number, payload in enumerate(HOSTILE):
        if number % 25 == 24:  # the panel keeps thirty
            reader.frame.get_by_role("button", name="New").click()
        reader.frame.locator("#question").fill(f"{payload} nothing")
        typed = reader.frame.locator("#question").input_value()  # a browser makes its own of carriage returns
        reader.ask(typed)
        assert reader.frame.locator(".asked").last.text_content() == typed
        assert reader.frame.locator(".asked *").count() == 0
    _untouched(reader, wild)


def test_hostile_settings_run_nothing(visit: Open, calm: Site) -> None:
    for payload in HOSTILE[:2]:
        reader = visit(calm, **{name: payload for name in SETTINGS if name != "target"})
        assert reader.launcher.inner_text().strip()
        reader.launcher.click()
        reader.ask("q")
        _untouched(reader, calm)


def _untouched(reader: Visit, site: Site) -> None:
    for frame in reader.page.frames:
        assert frame.evaluate("typeof window.pwned") == "undefined"
    assert reader.complaints == []
    known = {site.address.removeprefix("http://"), reader.page.url.split("/")[2]}
    assert {url.split("/")[2] for url in reader.requests} <= known


def test_even_markup_that_got_in_would_not_run(visit: Open, calm: Site) -> None:
    """The second lock: the panel's policy, tried by putting in what textContent keeps out."""
    reader = visit(calm)
    reader.launcher.click()
    tried = reader.inside.evaluate(
        """() => {
            const outcomes = [];
            const attempts = [
                () => { document.body.innerHTML = "<img src=x onerror='window.pwned=1'>" },
                () => { document.body.append(document.createRange().createContextualFragment("<b>x</b>")) },
                () => { document.body.append(Object.assign(document.createElement("script"), {text: "window.pwned=1"})) },
                () => { setTimeout("window.pwned=1", 0) },
            ];
            for (const attempt of attempts) {
                try { attempt(); outcomes.push("ran"); } catch (error) { outcomes.push(error.name); }
            }
            return outcomes;
        }"""
    )
    assert tried == ["TypeError"] * 4
    assert reader.inside.evaluate("window.pwned") is None


def test_the_demonstration_shows_every_way(browser: Any, calm: Site, elsewhere: Elsewhere) -> None:
    demo = TestClient(create_demo(calm.address, {}))
    for name in ("/", "/inline", "/dark", "/left", "/arabic", "/demo.css", "/demo.js"):
        reply = demo.get(name)
        assert reply.status_code == 200
        kept = {"Content-Type": reply.headers["content-type"]}
        if policy := reply.headers.get("content-security-policy"):
            kept["Content-Security-Policy"] = policy
        elsewhere.pages[name] = (kept, reply.text)
    reader = Visit(browser)
    for name in ("/", "/inline", "/dark", "/left", "/arabic"):
        reader.page.goto(elsewhere.origin + name)
        reader.page.get_by_role("button", name=re.compile("trade")).click()
        reader.frame.locator(".source").first.wait_for()
        sync_api.expect(reader.page.locator("#heard")).to_have_text("answer with 2 quotes")
    assert [said for said in reader.complaints if "favicon" not in said and "404" not in said] == []
    reader.context.close()
