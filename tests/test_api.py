"""The API: its answers as described, its stream, who may ask, how much, and how often."""

import asyncio
import json
import threading
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from page_fake import CALM, WILD, Fake, note
from starlette.testclient import TestClient

from rag.answers import Answer, LeftOut, Prose, Sentence
from rag.progress import Told
from ui import schema
from ui.asking import Busy, Turnstile
from ui.completions import cited
from ui.gate import Gate
from ui.limits import Buckets, Limits, client_of
from ui.server import Access, create_app

HOST = "http://127.0.0.1:7860"
TOKEN = "a-token-of-some-length"  # noqa: S105
ODD = note("odd\nname\r\u2028 and \\ % ? # & + ü.txt\n", "One line. ❮Another line.❯", title="Odd")


def opened(chatbot: Any, **options: Any) -> TestClient:
    """A client on this machine."""
    app = create_app(chatbot, page=False, **options)
    return TestClient(app, base_url=HOST, raise_server_exceptions=False, client=("127.0.0.1", 50000))


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with opened(Fake((*CALM, ODD, *WILD))) as found:
        yield found


def events(text: str) -> list[tuple[str, Any]]:
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    return [
        (block[0].removeprefix("event: "), json.loads(block[1].removeprefix("data: "))) for block in blocks
    ]


def test_a_stream_tells_each_stage_and_ends_with_the_answer(client: TestClient) -> None:
    asked = {"question": "and the bridge?", "history": ["What of the harbour?"]}
    reply = client.post("/api/ask/stream", json=asked)
    assert reply.headers["content-type"].startswith("text/event-stream")
    told = events(reply.text)
    answer = client.post("/api/ask", json=asked).json()
    assert told[0] == ("searched", {"searched": "What of the harbour? and the bridge?"})
    assert told[1][0] == "found"
    assert sum(told[1][1].values()) == len(CALM) + 1 + len(WILD)
    assert told[2:-1] == [("quote", quote) for quote in answer["quotes"]]
    assert told[-1] == ("answer", answer)


@pytest.mark.parametrize(("question", "status"), [("", 422), ("x" * 2001, 422), ("break", 500)])
def test_a_question_that_fails_at_once_fails_with_its_status(
    client: TestClient, question: str, status: int
) -> None:
    reply = client.post("/api/ask/stream", json={"question": question})
    assert reply.status_code == status
    assert reply.json()["status"] == status


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream", "/api/v1/ask"])
def test_half_a_character_is_replaced(client: TestClient, path: str) -> None:
    sent = '{"question": "and \\ud800?", "history": ["What of \\udfff and \\ud83d\\ude00?"]}'
    reply = client.post(path, content=sent, headers={"content-type": "application/json"})
    assert reply.status_code == 200
    assert "What of \ufffd and 😀? and \ufffd?" in reply.text


def test_an_error_of_ours_has_the_headers_too_and_openai_s_form_under_v1(client: TestClient) -> None:
    reply = client.post("/api/ask", json={"question": "break"})
    assert reply.headers["x-content-type-options"] == "nosniff"
    asked = {"model": "ontherecord", "messages": [{"role": "user", "content": "break"}]}
    problem = client.post("/v1/chat/completions", json=asked).json()
    assert problem["status"] == 500
    assert problem["error"]["message"] == problem["detail"]
    assert client.get("/v1/none").json()["error"]["type"] == "Not found"


class Failing(Fake):
    """Fails when it has told what it searches."""

    def ask(self, question: str, history: Sequence[str] = (), told: Told | None = None) -> Answer:
        super().ask(question, history, told)
        raise {"refuse": ValueError, "busy": Busy}.get(question, RuntimeError)("that went wrong")


@pytest.mark.parametrize(
    ("question", "status", "said"),
    [("refuse", 422, "That went wrong."), ("busy", 503, "that went"), ("q", 500, "Something went wrong")],
)
def test_a_failure_in_the_middle_is_an_event(question: str, status: int, said: str) -> None:
    with opened(Failing(CALM)) as client:
        name, problem = events(client.post("/api/ask/stream", json={"question": question}).text)[-1]
    assert name == "error"
    assert problem["status"] == status
    assert said in problem["detail"]


def test_everything_is_given_as_described(client: TestClient) -> None:
    schema.Answer.model_validate(client.post("/api/ask", json={"question": "What?"}).json())
    schema.DatedAnswer.model_validate(client.get("/api/timeline", params={"q": "What?"}).json())
    schema.Hits.model_validate(client.get("/api/search", params={"q": "What?"}).json())
    schema.Cards.model_validate(client.get("/api/documents").json())
    schema.Document.model_validate(client.get("/api/documents/2019/harbour.txt").json())
    schema.Health.model_validate(client.get("/healthz").json())


def test_what_a_language_model_adds_is_described_and_cited() -> None:
    answer = Fake(CALM).ask("What?")
    prose = Prose(
        "m", (Sentence("It stays open.", (1,)),), (LeftOut("It was blue.", "it cites no quote"),), "A note."
    )
    written = replace(answer, model=prose)
    schema.Answer.model_validate(written.to_json())
    assert cited(written) == f"It stays open. [1]\n\n{cited(answer)}"


def test_a_timeline_is_the_answer_in_the_order_of_dates(client: TestClient) -> None:
    found = client.get("/api/timeline", params={"q": "What?"}).json()
    dates = [entry["date"] for entry in found["timeline"]["entries"]]
    assert dates[-1] is None
    assert dates[:-1] == sorted(dates[:-1])
    assert found["quotes"] == client.post("/api/ask", json={"question": "What?"}).json()["quotes"]


def test_a_search_gives_passages(client: TestClient) -> None:
    found = client.get("/api/search", params={"q": "harbour", "k": 2}).json()
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]
    for sent in ({"q": " "}, {"q": "x", "k": 0}, {"q": "x", "k": 101}, {}, {"q": "x" * 2001}):
        assert client.get("/api/search", params=sent).status_code == 422


def test_documents_come_in_parts(client: TestClient) -> None:
    all_of_them = client.get("/api/documents").json()
    part = client.get("/api/documents", params={"start": 1, "limit": 2}).json()
    assert part["total"] == all_of_them["total"] == len(CALM) + 1 + len(WILD)
    assert part["documents"] == all_of_them["documents"][1:3]


def test_any_name_a_file_can_have_is_an_address(client: TestClient) -> None:
    listed = client.get("/api/documents").json()["documents"]
    assert ODD.id in [card["document"] for card in listed]
    for card in listed:
        name = "".join(f"%{byte:02X}" for byte in card["document"].encode())
        assert client.get(f"/api/documents/{name}").json()["document"] == card["document"]
        assert client.get(f"/documents/{name}").status_code == 200


def test_the_same_stands_under_the_address_of_its_version(client: TestClient) -> None:
    asked = {"question": "What?"}
    assert client.post("/api/v1/ask", json=asked).json() == client.post("/api/ask", json=asked).json()
    assert client.get("/api/v1/documents/bridge.md").json() == client.get("/api/documents/bridge.md").json()


def test_options_and_head(client: TestClient) -> None:
    reply = client.options("/api/ask")
    assert (reply.status_code, reply.headers["allow"]) == (204, "POST, OPTIONS")
    assert client.options("/api/documents").headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.options("/api/none").json()["status"] == 404
    for path in ("/api/documents", "/documents/bridge.md", "/healthz", "/api/openapi.json"):
        assert client.head(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/api/documents", "/documents/bridge.md", "/metrics", "/none", "/ui/page.css"]
)
def test_a_token_closes_everything_but_the_health_check(path: str) -> None:
    basic = b64encode(f"anyone:{TOKEN}".encode()).decode()
    with opened(Fake(CALM), token=TOKEN) as client:
        assert client.get("/healthz").status_code == 200
        refused = client.get(path)
        assert refused.status_code == 401
        assert refused.json()["detail"].startswith("Send the token")
        assert refused.headers["www-authenticate"].startswith("Basic")
        for wrong in ("Bearer", f"Bearer {TOKEN}x", "Basic !", f"Digest {TOKEN}", "Basic YTpi", "Bearer ü"):
            sent = {"authorization": wrong.encode()}
            assert client.get(path, headers=sent).status_code == 401  # type: ignore[arg-type]  # bytes are sent as they are
        for right in (f"Bearer {TOKEN}", f"bearer  {TOKEN}", f"Basic {basic}"):
            assert client.get(path, headers={"authorization": right}).status_code in (200, 404)
        assert client.post("/api/ask", json={"question": "q"}).status_code == 401


@pytest.mark.parametrize("token", ["short", "sixteen letters and blanks", "ü" * 20])
def test_a_token_that_cannot_be_sent_is_refused(token: str) -> None:
    with pytest.raises(ValueError, match="at least 16"):
        Access(token=token)


def test_a_prefix_is_written_in_one_way() -> None:
    with pytest.raises(ValueError, match="written like /record"):
        Access(root_path="record/")


def test_metrics_count_and_are_for_this_machine_only() -> None:
    with opened(Fake(CALM)) as client:
        for question in ("What?", "nothing", "", "break"):
            client.post("/api/ask", json={"question": question})
        client.get("/none")
        text = client.get("/metrics").text
        for outcome in ("answered", "abstained", "refused", "failed"):
            assert f'ontherecord_questions_total{{outcome="{outcome}"}} 1.0' in text
        assert 'ontherecord_requests_total{kind="assets",status="404"} 1.0' in text
        assert "ontherecord_question_seconds_count 2.0" in text
        assert "What?" not in text
        passed_on = client.get("/metrics", headers={"x-forwarded-for": "203.0.113.7"})
        assert passed_on.status_code == 403
    app = create_app(Fake(CALM), page=False, names=["*"])
    with TestClient(app, base_url=HOST, client=("203.0.113.7", 50000)) as stranger:
        assert stranger.get("/metrics").status_code == 403


def test_a_client_that_asks_too_often_is_told_when_to_come_back() -> None:
    with opened(Fake(CALM), limits=Limits(rate=0.1, burst=2)) as client:
        for _ in range(2):
            assert client.post("/api/ask", json={"question": "q"}).status_code == 200
        refused = client.post("/api/ask", json={"question": "q"})
        assert refused.status_code == 429
        assert refused.headers["retry-after"] == "10"
        assert client.get("/api/timeline", params={"q": "q"}).status_code == 429
        assert client.get("/api/documents").status_code == 200


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    buckets = Buckets(2.0, 2, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 1]
    assert buckets.take("b") == 0
    now[0] = 0.6
    assert [buckets.take("a") for _ in range(2)] == [0, 1]
    now[0] = 100.0
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 1]
    assert Buckets(1.0, 0).take("a") == 0


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("", ""),
        ("testclient", "testclient"),
    ],
)
def test_who_an_address_belongs_to(address: str, client: str) -> None:
    assert client_of(address) == client


def test_too_many_requests_at_once_are_refused() -> None:
    with opened(Fake(CALM), limits=Limits(open=0)) as client:
        refused = client.get("/healthz")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        assert refused.json()["title"] == "Busy"


def test_a_body_that_does_not_arrive_is_not_waited_for() -> None:
    app = create_app(Fake(CALM), page=False, limits=Limits(sending=0.01))
    said: list[Any] = []

    async def never() -> Any:
        await asyncio.Event().wait()

    async def hear(message: Any) -> None:
        said.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/ask",
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1:7860"), (b"content-length", b"10")],
        "client": ("127.0.0.1", 1),
    }
    asyncio.run(app(scope, never, hear))
    assert said[0]["status"] == 408
    assert any(middleware.cls is Gate for middleware in app.user_middleware)


def test_a_question_waits_only_so_long() -> None:
    release, inside = threading.Event(), threading.Event()

    class Slow(Fake):
        def ask(self, question: str, history: Sequence[str] = (), told: Told | None = None) -> Answer:
            inside.set()
            assert release.wait(30)
            return super().ask(question, history, told)

    turnstile = Turnstile(Slow(CALM), at_once=1, waiting=1, patience=0.01)
    first = threading.Thread(target=turnstile.ask, args=("q",))
    first.start()
    assert inside.wait(30)
    with pytest.raises(Busy, match="take too long"):
        turnstile.ask("q")
    release.set()
    first.join()
    assert not turnstile.full
