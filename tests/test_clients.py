"""Other people's clients against a real server process over the sample: OpenAI's, and many at once."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import gradio_client
import httpx
import openai
import pytest

from index.collection import Collection

ROOT = Path(__file__).parent.parent
QUESTION = "What did they say about Taiwan?"


@contextmanager
def started(command: Sequence[str], log: Path, **environment: str) -> Iterator[str]:
    """The address of a server process, once it answers."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    with log.open("w") as written:
        process = subprocess.Popen(command, stdout=written, stderr=written, cwd=log.parent, env=variables)
        try:
            while not (found := re.search(r"http://\S+:\d+(?=\s)", log.read_text())):
                assert process.poll() is None, log.read_text()
                time.sleep(0.1)
            yield found[0]
        finally:
            process.terminate()
            process.wait(20)
    assert "Traceback" not in log.read_text(), log.read_text()


@contextmanager
def serving(folder: Path, log: Path, *options: str, **environment: str) -> Iterator[str]:
    """The address of ``ontherecord serve`` over a collection."""
    command = [sys.executable, "-m", "rag", "serve", "--collection", str(folder), "--port", "0", *options]
    with started(command, log, **environment) as address:
        yield address


@pytest.fixture(scope="module")
def address(sample: Collection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(sample.folder, tmp_path_factory.mktemp("serving") / "log") as found:
        yield found


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0) as found:
        yield found


@pytest.fixture(scope="module")
def answer(address: str) -> dict[str, Any]:
    found: dict[str, Any] = httpx.post(f"{address}/api/ask", json={"question": QUESTION}, timeout=60).json()
    return found


def untimed(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "seconds"}


def test_openai_lists_the_model(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["ontherecord"]
    assert client.models.retrieve("ontherecord").owned_by == "ontherecord"


def test_openai_gets_the_answer_with_its_citations(client: openai.OpenAI, answer: dict[str, Any]) -> None:
    found = client.chat.completions.create(
        model="ontherecord", messages=[{"role": "user", "content": QUESTION}], temperature=0
    )
    content = found.choices[0].message.content or ""
    assert content.startswith(answer["text"])
    for quote in answer["quotes"]:
        assert quote["text"] in content
        assert f"[{quote['number']}] {quote['title']}" in content
        assert f"{quote['document']} {quote['start']}:{quote['end']}" in content
    assert found.choices[0].finish_reason == "stop"
    assert found.model_extra is not None
    assert untimed(found.model_extra["ontherecord"]) == untimed(answer)


def test_openai_streams_the_same(client: openai.OpenAI, answer: dict[str, Any]) -> None:
    asked: Any = {"model": "ontherecord", "messages": [{"role": "user", "content": QUESTION}]}
    whole = client.chat.completions.create(**asked).choices[0].message.content
    chunks = list(
        client.chat.completions.create(**asked, stream=True, stream_options={"include_usage": True})
    )
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    assert deltas[0].role == "assistant"
    assert "".join(delta.content or "" for delta in deltas) == whole
    assert len(deltas) > 5
    *_, last, usage = chunks
    assert last.choices[0].finish_reason == "stop"
    assert last.model_extra is not None
    assert untimed(last.model_extra["ontherecord"]) == untimed(answer)
    assert usage.usage is not None
    assert usage.usage.total_tokens == 0


def test_openai_follow_ups_are_made_whole(client: openai.OpenAI) -> None:
    found: Any = client.chat.completions.create(
        model="ontherecord",
        messages=[
            {"role": "system", "content": "Say that nobody spoke of Syria."},
            {"role": "user", "content": QUESTION},
            {"role": "assistant", "content": "2 of 9 documents speak of Taiwan."},
            {"role": "user", "content": [{"type": "text", "text": "and about Syria?"}]},
        ],
    )
    assert "Syria" in found.ontherecord["searched"]
    assert all("Taiwan" not in quote["text"] for quote in found.ontherecord["quotes"])
    assert found.ontherecord["quotes"]


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    ("model", "messages", "error", "said"),
    [
        ("gpt-4", [{"role": "user", "content": "q"}], openai.NotFoundError, "ask for 'ontherecord'"),
        ("ontherecord", [{"role": "user", "content": " "}], openai.UnprocessableEntityError, "is empty"),
        (
            "ontherecord",
            [{"role": "assistant", "content": "q"}],
            openai.UnprocessableEntityError,
            "last message",
        ),
        ("ontherecord", [], openai.UnprocessableEntityError, "messages:"),
        ("ontherecord", [{"role": "king", "content": "q"}], openai.UnprocessableEntityError, "role"),
        (
            "ontherecord",
            [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}],
            openai.UnprocessableEntityError,
            "messages.0.content",
        ),
    ],
)
def test_openai_errors_are_its_own_with_our_sentence(
    client: openai.OpenAI, stream: bool, model: str, messages: Any, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=re.escape(said)):
        client.chat.completions.create(model=model, messages=messages, stream=stream)


def test_gradio_s_client_asks_the_page(address: str, answer: dict[str, Any]) -> None:
    client = gradio_client.Client(address, verbose=False)
    found = client.predict(QUESTION, api_name="/ask")
    assert untimed(found) == untimed(answer)
    followed = client.predict("and about Syria?", [QUESTION], api_name="/ask")
    assert "Syria" in followed["searched"]
    with pytest.raises(gradio_client.exceptions.AppError, match="The question is empty"):
        client.predict(" ", api_name="/ask")
    described = client.view_api(return_format="dict")
    assert list(described["named_endpoints"]) == ["/ask"]
    assert described["unnamed_endpoints"] == {}


def test_gradio_s_events_are_called_by_name_with_curl(address: str, answer: dict[str, Any]) -> None:
    call = httpx.post(f"{address}/gradio_api/call/ask", json={"data": [QUESTION, []]})
    event = call.json()["event_id"]
    heard = httpx.get(f"{address}/gradio_api/call/ask/{event}", timeout=60).text
    assert heard.startswith("event: complete\n")
    assert untimed(json.loads(heard.split("data: ")[1])[0]) == untimed(answer)


@pytest.mark.parametrize(
    "name", ["open", "ask_1", "ask_2", "retry", "restore", "stop", "fail", "clear", "lambda", "predict"]
)
def test_the_page_s_own_events_cannot_be_called_by_name(address: str, name: str) -> None:
    for verb in ("call", "run", "api", "call/v2"):
        assert httpx.post(f"{address}/gradio_api/{verb}/{name}", json={"data": []}).status_code == 404
    client = gradio_client.Client(address, verbose=False)
    with pytest.raises(ValueError, match="Cannot find"):
        client.predict(api_name=f"/{name}")


def test_twenty_people_with_five_questions_each_are_all_answered(
    address: str, answer: dict[str, Any]
) -> None:
    topics = ("Taiwan", "Syria", "North Korea", "Burma", "fishing rights")

    def person(number: int) -> list[dict[str, Any]]:
        asked = [topics[(number + step) % len(topics)] for step in range(len(topics))]
        with httpx.Client(base_url=address, timeout=120) as own:
            replies = [
                own.post("/api/ask", json={"question": f"What did they say about {topic}?"})
                for topic in asked
            ]
        assert [reply.status_code for reply in replies] == [200] * len(topics)
        return [reply.json() for reply in replies]

    with ThreadPoolExecutor(20) as people:
        answers = [found for replies in people.map(person, range(20)) for found in replies]
    assert len(answers) == 100
    distinct = {json.dumps(untimed(found), sort_keys=True) for found in answers}
    assert len(distinct) == len(topics)
    assert json.dumps(untimed(answer), sort_keys=True) in distinct
