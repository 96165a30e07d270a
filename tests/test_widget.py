"""The widget's server side: who gets a panel, what a token is good for, and the line for a host page."""

import gzip
import json
import re
import subprocess
from base64 import b64encode
from dataclasses import replace
from hashlib import sha384
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from page_fake import CALM, Fake
from starlette.testclient import TestClient

from rag.__main__ import main
from ui.server import create_app
from ui.tokens import GOOD_FOR, Refused, Tokens
from ui.widget import FOLDER, SCRIPT, Widget, origin_of, snippet
from ui.wording import VOICES, when, who

HOST = "http://127.0.0.1:7860"
SITE = "https://example.org"


@pytest.fixture(scope="module")
def client() -> TestClient:
    app = create_app(Fake(CALM), widget=Widget.on([SITE, "http://localhost:7861"]), page=False)
    return TestClient(app, base_url=HOST, raise_server_exceptions=False)


def token_of(client: TestClient, origin: str = SITE) -> str:
    found = re.search(r'data-token="([^"]+)"', client.get("/widget/frame", params={"origin": origin}).text)
    assert found
    return found[1]


def ask(client: TestClient, token: str, **more: str) -> Any:
    return client.post(
        "/widget/ask", json={"question": "What was said?"}, headers={"X-Widget-Token": token, **more}
    )


def test_a_listed_site_gets_a_panel_that_only_it_can_show(client: TestClient) -> None:
    reply = client.get("/widget/frame", params={"origin": SITE})
    assert reply.status_code == 200
    policy = dict(part.split(" ", 1) for part in reply.headers["content-security-policy"].split("; "))
    assert policy["frame-ancestors"] == SITE
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in reply.headers["content-security-policy"]
    assert "x-frame-options" not in reply.headers, "it would forbid what frame-ancestors allows"
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=|<style", reply.text), "nothing inline"


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "*",
        "null",
        "https://example.com",
        "http://example.org",
        "https://example.org:8443",
        "https://example.org.evil.example",
        "https://evil.example/https://example.org",
        "https://EXAMPLE.org",
        "https://sub.example.org",
        "https://example.org/",
        "https://example.org; script-src *",
        HOST,
    ],
)
def test_an_unlisted_site_gets_neither_panel_nor_token(client: TestClient, origin: str) -> None:
    reply = client.get("/widget/frame", params={"origin": origin})
    assert reply.status_code == 403
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert reply.headers["x-frame-options"] == "DENY"
    assert "token=" not in reply.text
    assert "--widget-origin" in reply.json()["detail"]


def test_nobody_is_listed_by_default() -> None:
    client = TestClient(create_app(Fake(CALM), page=False), base_url=HOST)
    assert client.get("/widget/frame", params={"origin": SITE}).status_code == 403
    assert client.get("/widget/frame", params={"origin": HOST}).status_code == 403


def test_a_panel_s_answer_is_the_one_json_form(client: TestClient) -> None:
    reply = ask(client, token_of(client))
    assert reply.status_code == 200
    assert reply.json() == json.loads(json.dumps(Fake(CALM).ask("What was said?").to_json()))


def test_questions_without_a_good_token_are_refused(client: TestClient) -> None:
    good = token_of(client)
    body, signature = good.split(".")
    elsewhere = Tokens(bytes(32)).issue(SITE)
    changed = b64encode(b"1 1 https://evil.example").decode().rstrip("=")
    for bad in (
        "",
        "x",
        ".",
        "..",
        good[:-1],
        good + "A",
        f"{changed}.{signature}",
        f"{body}.",
        elsewhere,
        "é",
    ):
        headers = [(b"x-widget-token", bad.encode())]
        reply = client.post("/widget/ask", json={"question": "q"}, headers=headers)
        assert reply.status_code == 401, bad
        assert reply.headers["content-type"] == "application/problem+json"
    # Saying where one comes from is no authentication.
    assert ask(client, "", Origin=HOST, Referer=SITE).status_code == 401


def test_another_site_s_page_cannot_ask_even_with_a_token(client: TestClient) -> None:
    assert ask(client, token_of(client), Origin=SITE).status_code == 403
    assert ask(client, token_of(client), Origin=HOST).status_code == 200
    preflight = client.options(
        "/widget/ask", headers={"Origin": SITE, "Access-Control-Request-Method": "POST"}
    )
    assert "access-control-allow-origin" not in preflight.headers


def test_bad_questions_are_problems(client: TestClient) -> None:
    headers = {"X-Widget-Token": token_of(client)}
    for sent, status in (({"question": " "}, 422), ({}, 422), ({"question": "q", "k": 1}, 422)):
        reply = client.post("/widget/ask", json=sent, headers=headers)
        assert reply.status_code == status
        assert reply.json()["detail"]


def test_a_token_lasts_as_long_as_it_should() -> None:
    now = [1000.0]
    tokens = Tokens(clock=lambda: now[0])
    first = tokens.issue(SITE)
    assert tokens.check(first) == SITE
    now[0] += GOOD_FOR - 1
    assert tokens.check(first) == SITE
    now[0] += 1
    with pytest.raises(Refused, match="run out"):
        tokens.check(first)
    now[0] = 0
    with pytest.raises(Refused):
        tokens.check(first)


def test_servers_share_tokens_only_with_a_secret() -> None:
    with pytest.raises(Refused):
        Tokens().check(Tokens().issue(SITE))
    assert Tokens(b"s" * 32).check(Tokens(b"s" * 32).issue(SITE)) == SITE
    with pytest.raises(ValueError, match="at least 32"):
        Tokens(b"short")
    assert "sss" not in repr(Widget.on([SITE], b"s" * 32))


def test_a_token_of_a_site_no_longer_listed_is_refused() -> None:
    secret = b"s" * 32
    token = Tokens(secret).issue(SITE)
    client = TestClient(create_app(Fake(CALM), widget=Widget.on([], secret), page=False), base_url=HOST)
    assert ask(client, token).status_code == 401


def test_the_widget_needs_no_token_of_the_server() -> None:
    app = create_app(Fake(CALM), token="t" * 20, widget=Widget.on([SITE]), page=False)
    client = TestClient(app, base_url=HOST)
    assert client.get("/widget/v1.js").status_code == 200
    assert ask(client, token_of(client)).status_code == 200
    assert ask(client, "").status_code == 401
    assert client.post("/api/ask", json={"question": "q"}).status_code == 401
    assert client.get("/documents").status_code == 401


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        ("https://example.org", "https://example.org"),
        (" https://Example.org:443/ ", "https://example.org"),
        ("http://localhost:7861", "http://localhost:7861"),
        ("http://example.org:80", "http://example.org"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_origins_are_read_as_browsers_write_them(written: str, origin: str) -> None:
    assert origin_of(written) == origin


@pytest.mark.parametrize(
    "written",
    [
        "",
        "*",
        "null",
        "example.org",
        "https://",
        "https://*.example.org",
        "https://example.org/path",
        "https://example.org?x",
        "https://user@example.org",
        "ftp://example.org",
        "https://example.org:port",
        "https://a b.example",
        "https://example.org;x",
        "https://[::1]",
        "https://" + "x" * 70 + ".example",
    ],
)
def test_what_is_no_origin_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"written like https://example\.org"):
        origin_of(written)


def test_serve_refuses_what_is_no_origin(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--widget-origin", "example.org"]) == 2
    assert "written like https://example.org, not 'example.org'" in capsys.readouterr().err


class _Scripts(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "script"
        self.found.append(dict(attrs))


def test_the_line_for_a_host_page(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["widget", "--address", "https://quotes.example.org/record/", "--label", 'A "b" <c>']) == 0
    (script,) = _Scripts(capsys.readouterr().out).found
    assert script["src"] == "https://quotes.example.org/record/widget/v1.js"
    assert script["data-label"] == 'A "b" <c>'
    assert "defer" in script and script["crossorigin"] == "anonymous"
    served = client.get("/widget/v1.js")
    assert script["integrity"] == "sha384-" + b64encode(sha384(served.content).digest()).decode()
    assert served.headers["access-control-allow-origin"] == "*", "a hash is only checked where it may be read"
    assert served.headers["cross-origin-resource-policy"] == "cross-origin"
    again = client.get("/widget/v1.js", headers={"If-None-Match": served.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "address", ["quotes.example.org", "ftp://x", "https://", 'https://x" onload="y', "https://x?y"]
)
def test_the_line_needs_an_address(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["widget", "--address", address]) == 2
    assert capsys.readouterr().out == ""


def test_the_script_is_small_and_plain() -> None:
    source = SCRIPT.read_bytes()
    assert len(gzip.compress(source, 9)) <= 10_000
    for unsafe in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "cookie",
    ):
        for file in FOLDER.glob("*.js"):
            assert unsafe not in file.read_text(encoding="utf-8").replace("no cookies", ""), (file, unsafe)


def test_only_its_own_files_are_served(client: TestClient) -> None:
    for name in ("v1.js", "panel.css", "panel.js", "words.js"):
        assert client.get(f"/widget/{name}").status_code == 200
    for name in ("", "panel.html", "demo.html", "demo.js", "../widget.py", "%2e%2e/widget.py", "v2.js"):
        assert client.get(f"/widget/{name}").status_code == 404


def test_the_panel_s_words_are_those_of_the_page_in_every_language() -> None:
    """English as in ui/wording, and the same keys in each language."""
    program = f"import('{FOLDER / 'words.js'}').then(({{WORDS}}) => console.log(JSON.stringify(WORDS)))"
    try:
        made = subprocess.run(["node", "-e", program], check=True, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("node is not installed")
    words = json.loads(made.stdout)

    def shape(value: object) -> object:
        return {key: shape(held) for key, held in value.items()} if isinstance(value, dict) else bool(value)

    assert {"en", "de", "fr", "ja"} <= set(words)
    assert all(shape(found) == shape(words["en"]) for found in words.values())
    assert words["en"]["voices"] == VOICES
    assert words["en"]["undated"] == when(None)
    launcher = SCRIPT.read_text(encoding="utf-8")
    assert set(re.findall(r"^    (\w\w): \[", launcher, re.MULTILINE)) == set(words)
    (quote, *_) = Fake(CALM).ask("q").quotes
    for voice, unnamed in (("joint", "joint"), ("narration", "narration"), ("direct", "other")):
        assert words["en"]["unnamed"][unnamed] == who(replace(quote, voice=voice, speaker=None))


def test_a_snippet_names_the_settings_that_are_set() -> None:
    assert snippet("https://x", theme="dark", accent=None, label="").endswith(
        'defer data-theme="dark"></script>'
    )


def test_it_works_under_a_prefix() -> None:
    outer = FastAPI()
    outer.mount("/record", create_app(Fake(CALM), widget=Widget.on([SITE]), page=False))
    client = TestClient(outer, base_url=HOST)
    reply = client.get("/record/widget/frame", params={"origin": SITE})
    assert reply.status_code == 200
    assert f"frame-ancestors {SITE}" in reply.headers["content-security-policy"]
    token = re.search(r'data-token="([^"]+)"', reply.text)[1]
    asked = client.post("/record/widget/ask", json={"question": "q"}, headers={"X-Widget-Token": token})
    assert asked.status_code == 200
    assert client.get("/record/widget/v1.js").content == SCRIPT.read_bytes()
    assert not re.search(r'(src|href)="/', reply.text), "addresses are relative"


def test_the_folder_holds_what_the_wheel_ships() -> None:
    assert {file.name for file in Path(FOLDER).iterdir()} == {
        *("v1.js", "panel.html", "panel.css", "panel.js", "words.js", "demo.html", "demo.css", "demo.js")
    }
