"""The HTTP side: the API, its errors, and what the gate lets through."""

import json
import os
import re
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from page_fake import CALM, WILD, Fake
from starlette.middleware.cors import CORSMiddleware
from starlette.testclient import TestClient

from rag.answers import Answer
from rag.progress import Told
from ui.asking import Busy, Turnstile
from ui.limits import Limits
from ui.render import link
from ui.server import create_app, serve

HOST = "http://127.0.0.1:7860"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = create_app(Fake((*CALM, *WILD)))
    with TestClient(app, base_url=HOST, raise_server_exceptions=False) as found:
        yield found


def test_an_answer_is_the_one_json_form(client: TestClient) -> None:
    reply = client.post("/api/ask", json={"question": "What was said?", "history": ["Before?"]})
    assert reply.status_code == 200
    found = reply.json()
    expected = Fake((*CALM, *WILD)).ask("What was said?", ["Before?"]).to_json()
    assert found == json.loads(json.dumps(expected))
    assert found["quotes"][0]["text"] == "The harbour will stay open to every ship that comes in peace."


def test_history_reaches_the_chatbot(client: TestClient) -> None:
    reply = client.post("/api/ask", json={"question": "and the bridge?", "history": ["What of the harbour?"]})
    assert reply.json()["searched"] == "What of the harbour? and the bridge?"


def test_documents_and_one_document(client: TestClient) -> None:
    listed = client.get("/api/documents").json()["documents"]
    assert listed[0] == {
        "document": "2019/harbour.txt",
        "title": "The council on the harbour",
        "date": "2019-05-04",
        "url": None,
    }
    for document in WILD:
        found = client.get(f"/api/{link(document.id)}")
        assert found.json()["text"] == document.text
    found = client.get("/api/documents/2019/harbour.txt").json()
    aside = found["furniture"][0]
    assert aside["kind"] == "advert"
    assert found["text"][aside["start"] : aside["end"]] == "Buy one, get one"


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "documents": len(CALM) + len(WILD)}


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "said"),
    [
        ("POST", "/api/ask", {"json": {"question": "  "}}, 422, "The question is empty"),
        ("POST", "/api/ask", {"json": {"question": "x" * 3000}}, 422, "3,000 characters"),
        ("POST", "/api/ask", {"json": {"question": "x" * 100_000}}, 413, "65,536 bytes"),
        ("POST", "/api/ask", {"content": iter([b"x" * 1000] * 100)}, 413, "65,536 bytes"),
        ("POST", "/api/ask", {"json": {}}, 422, "question: Field required."),
        ("POST", "/api/ask", {"json": {"question": 7}}, 422, "question: Input should be a valid string."),
        ("POST", "/api/ask", {"json": {"question": "q", "k": 1}}, 422, "k: Extra inputs are not permitted."),
        ("POST", "/api/ask", {"json": {"question": "q", "history": "h"}}, 422, "history:"),
        ("POST", "/api/ask", {"content": b"{not json"}, 422, "Send a JSON object"),
        (
            "POST",
            "/api/ask",
            {"content": b"{no", "headers": {"content-type": "application/json"}},
            422,
            "Send a JSON",
        ),
        ("POST", "/api/ask", {"json": {"question": "break"}}, 500, "its log says what"),
        ("GET", "/api/ask", {}, 405, "answers POST, OPTIONS, not GET."),
        ("PUT", "/api/ask", {"json": {"question": "q"}}, 405, "not PUT."),
        ("DELETE", "/api/documents/bridge.md", {}, 405, "answers GET, HEAD, OPTIONS, not DELETE."),
        ("GET", "/api/documents/none.txt", {}, 404, "No document"),
        ("GET", "/api/nothing", {}, 404, "nothing at this address"),
        ("GET", "/nothing", {}, 404, "nothing at this address"),
    ],
)
def test_an_error_is_a_problem_with_one_sentence(
    client: TestClient, method: str, path: str, sent: dict[str, object], status: int, said: str
) -> None:
    reply = client.request(method, path, **sent)  # type: ignore[arg-type]  # a table of keyword arguments
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    problem = reply.json()
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == status
    assert said in problem["detail"]
    assert "Traceback" not in reply.text


def test_a_document_to_read(client: TestClient) -> None:
    page = client.get("/documents/2019/harbour.txt?at=0-4")
    assert page.status_code == 200
    assert '<mark id="quote">Menu</mark>' in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert "script" not in page.headers["content-security-policy"]
    for outside in ("0-99999", "99998-99999", "4-2", "0-0"):
        page = client.get(f"/documents/2019/harbour.txt?at={outside}")
        assert page.status_code == 200
        assert "This document has no characters" in page.text
        assert "<mark" not in page.text
    missing = client.get("/documents/<script>alert(1)</script>")
    assert missing.status_code == 404
    assert "<script" not in missing.text
    assert client.get("/documents").text.count("<li>") == len(CALM) + len(WILD)
    assert client.get("/documents?start=x").status_code == 422


@pytest.mark.parametrize(
    "path", ["/", "/documents", "/documents/bridge.md", "/api/documents", "/healthz", "/none"]
)
def test_every_answer_carries_its_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]


def test_the_page_allows_its_own_scripts_by_hash_only(client: TestClient) -> None:
    page = client.get("/", headers={"accept-encoding": "br, gzip"})
    inline = re.findall(r"<script(?![^>]*\bsrc=)", page.text)
    allowed = re.findall(r"'sha256-[\w+/=]+'", page.headers["content-security-policy"])
    assert len(inline) == len(allowed) > 2


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:7860", 200),
        ("localhost:7860", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("192.168.1.5:7860", 400),
    ],
)
def test_only_its_own_names_reach_it(client: TestClient, host: str, status: int) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://127.0.0.1:9999",
        "http://localhost.evil.example",
        "http://[",
        "x",
    ],
)
@pytest.mark.parametrize("path", ["/api/ask", "/gradio_api/queue/join"])
def test_other_sites_can_neither_ask_nor_read(client: TestClient, origin: str, path: str) -> None:
    asked = client.post(path, json={"question": "q"}, headers={"origin": origin})
    assert asked.status_code == 403
    for method in ("PUT", "DELETE", "PATCH"):
        assert client.request(method, path, headers={"origin": origin}).status_code == 403
    before = {"origin": origin, "access-control-request-method": "POST"}
    preflight = client.options(path, headers=before)
    read = client.get("/api/documents", headers={"origin": origin})
    for reply in (asked, preflight, read):
        assert "access-control-allow-origin" not in reply.headers
        assert "access-control-allow-credentials" not in reply.headers


def test_its_own_page_may_ask(client: TestClient) -> None:
    asked = client.post("/api/ask", json={"question": "q"}, headers={"origin": HOST})
    assert asked.status_code == 200


def test_a_form_of_another_site_cannot_ask_without_a_preflight(client: TestClient) -> None:
    sent = {"content": json.dumps({"question": "q"}), "headers": {"content-type": "text/plain"}}
    assert client.post("/api/ask", **sent).status_code == 422  # type: ignore[arg-type]  # keyword arguments


def test_cors_is_starlettes_own_class() -> None:
    # Gradio looks for exactly this class, and lets any origin in where it does not find it.
    app = create_app(Fake(CALM))
    assert [middleware.cls for middleware in app.user_middleware].count(CORSMiddleware) == 1


def test_only_listed_gradio_routes_answer(client: TestClient) -> None:
    """Every route that Gradio has, with its parameters filled in, with every method."""
    mounted = next(route.app for route in client.app.routes if getattr(route, "path", None) == "")  # type: ignore[attr-defined]
    answered = set()
    tried = 0
    for path, methods in _routes(mounted.routes):
        filled = re.sub(r"\{[^}]*\}", "x", path)
        for method in methods & {"GET", "POST"}:
            if filled in ("/gradio_api/heartbeat/x", "/gradio_api/queue/data"):
                continue  # these stream
            tried += 1
            reply = client.request(method, filled, json={} if method == "POST" else None)
            if reply.status_code not in (404, 405):
                answered.add((method, filled))
    assert tried > 60
    assert answered <= {
        ("GET", "/"),
        ("GET", "/theme.css"),
        ("GET", "/favicon.ico"),
        ("GET", "/gradio_api/startup-events"),
        ("GET", "/config"),
        ("GET", "/gradio_api/info"),
        ("POST", "/gradio_api/queue/join"),
        ("POST", "/gradio_api/cancel"),
        ("POST", "/gradio_api/reset"),
    }


def _routes(routes: Sequence[object], before: str = "") -> Iterator[tuple[str, set[str]]]:
    for route in routes:
        path = before + str(getattr(route, "path", ""))
        if getattr(route, "methods", None):
            yield path, set(route.methods)  # type: ignore[attr-defined]
        inner = getattr(route, "routes", None) or getattr(
            getattr(route, "original_router", None), "routes", None
        )
        if inner:
            yield from _routes(inner, path)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/gradio_api/upload"),
        ("POST", "/gradio_api/run/ask"),
        ("POST", "/gradio_api/api/ask"),
        ("POST", "/gradio_api/call/open"),
        ("GET", "/gradio_api/openapi.json"),
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/file=pyproject.toml"),
        ("GET", "/gradio_api/proxy=https://evil.example/"),
        ("GET", "/gradio_api/runs"),
        ("GET", "/monitoring"),
        ("GET", "/docs"),
        ("GET", "/redoc"),
        ("GET", "/openapi.json"),
        ("GET", "/manifest.json"),
        ("GET", "/ui/../server.py"),
        ("GET", "/ui/%2e%2e/server.py"),
        ("GET", "/static/%2e%2e/%2e%2e/%2e%2e/routes.py"),
        ("GET", "/assets/..%2f..%2f..%2froutes.py"),
    ],
)
def test_nothing_else_does(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code in (403, 404, 405)


def test_gradio_keeps_no_files(client: TestClient) -> None:
    folder = Path(os.environ["GRADIO_TEMP_DIR"])
    assert "ontherecord-page-" in folder.name
    client.post("/gradio_api/upload", files={"files": ("a.txt", b"x")})
    assert not folder.exists()


def test_a_large_body_to_the_page_is_refused(client: TestClient) -> None:
    reply = client.post("/gradio_api/queue/join", content=b"x" * 600_000)
    assert reply.status_code == 413


def test_the_api_is_described_without_anything_from_elsewhere(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/ask",
        "/api/ask/stream",
        "/api/timeline",
        "/api/search",
        "/api/documents",
        "/api/documents/{id}",
        "/healthz",
        "/metrics",
        "/v1/chat/completions",
        "/v1/models",
        "/v1/models/{model}",
    }


class Slow(Fake):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__(CALM)
        self.release = threading.Event()
        self.asked = threading.Semaphore(0)

    def ask(self, question: str, history: Sequence[str] = (), told: Told | None = None) -> Answer:
        self.asked.release()
        assert self.release.wait(30)
        return super().ask(question, history, told)


def test_an_overrun_server_says_so_at_once() -> None:
    slow = Slow()
    app = create_app(slow, limits=Limits(at_once=1, waiting=1))
    with TestClient(app, base_url=HOST) as client:
        replies: list[int] = []

        def ask() -> None:
            replies.append(client.post("/api/ask", json={"question": "q"}).status_code)

        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()
        assert slow.asked.acquire(timeout=30)
        refused = _until_refused(client)
        assert refused["detail"].startswith("Too many questions are waiting")
        slow.release.set()
        for thread in threads:
            thread.join()
        assert replies == [200, 200]
        assert client.post("/api/ask", json={"question": "q"}).status_code == 200


def _until_refused(client: TestClient) -> dict[str, str]:
    """The second asker may not have arrived yet; the third is refused once it has."""
    for _ in range(200):
        if client.app.state.turnstile.full:  # type: ignore[attr-defined]
            reply = client.post("/api/ask", json={"question": "q"})
            assert reply.status_code == 503
            assert reply.headers["retry-after"] == "1"
            found: dict[str, str] = reply.json()
            return found
        time.sleep(0.05)
    raise AssertionError("the turnstile never filled")


def test_a_turnstile_lets_in_again_after_an_error() -> None:
    turnstile = Turnstile(Fake(CALM), at_once=1, waiting=0)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            turnstile.ask("break")
    assert turnstile.ask("q").quotes
    assert not turnstile.full
    assert issubclass(Busy, RuntimeError)


def test_serving_to_everyone_needs_names() -> None:
    with pytest.raises(ValueError, match="needs the names"):
        serve(Fake(CALM), host="0.0.0.0")  # noqa: S104


def test_a_taken_port_is_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ValueError, match=f"cannot listen on 127.0.0.1:{port} .*--port"):
            serve(Fake(CALM), port=port)
