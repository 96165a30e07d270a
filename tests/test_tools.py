"""The tools for assistants, with a real MCP client and a real server process on its other end."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from index.collection import Collection
from rag.chatbot import Chatbot
from rag.description import describe

mcp = pytest.importorskip("mcp", reason="mcp is not installed (pip install 'ontherecord[mcp]')")

ROOT = Path(__file__).parent.parent
QUESTION = "What did they say about Taiwan?"


@pytest.fixture(scope="module")
def heard(sample: Collection) -> dict[str, Any]:
    """What a client hears in one session; a session cannot be kept open from one test to the next."""
    server = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-m", "rag", "mcp", "--collection", str(sample.folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    async def session() -> dict[str, Any]:
        async with mcp.Client(server) as client:
            call: Callable[..., Coroutine[Any, Any, Any]] = client.call_tool
            return {
                "instructions": client.instructions,
                "tools": (await client.list_tools()).tools,
                "ask": await call("ask", {"question": QUESTION}),
                "follow-up": await call("ask", {"question": "and about Syria?", "history": [QUESTION]}),
                "abstained": await call("ask", {"question": "What did they say about fishing rights?"}),
                "search": await call("search", {"query": "Taiwan Strait", "k": 2}),
                "document": await call("get_document", {"document": "rio-de-janeiro.md"}),
                "wrong": [
                    await call("ask", {"question": " "}),
                    await call("search", {"query": "x", "k": 0}),
                    await call("get_document", {"document": "../../etc/passwd"}),
                    await call("remove", {}),
                ],
            }

    return asyncio.run(asyncio.wait_for(session(), 120))


@pytest.fixture(scope="module")
def chatbot(sample: Collection) -> Chatbot:
    return Chatbot(sample)


def untimed(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "seconds"}


def test_the_tools_only_read_and_say_what_they_give(heard: dict[str, Any]) -> None:
    assert {tool.name for tool in heard["tools"]} == {"ask", "search", "get_document"}
    for tool in heard["tools"]:
        assert tool.annotations.read_only_hint
        assert tool.description
        assert "properties" in tool.output_schema
    assert "the collection does not say" in heard["instructions"]


def test_the_answer_is_the_one_json_form_and_its_text_cites(heard: dict[str, Any], chatbot: Chatbot) -> None:
    expected = chatbot.ask(QUESTION)
    assert untimed(heard["ask"].structured_content) == untimed(expected.to_json())
    text = heard["ask"].content[0].text
    for quote in expected.quotes:
        assert quote.text in text
        assert f"{quote.document.id} {quote.start}:{quote.end}" in text
    assert "Syria" in heard["follow-up"].structured_content["searched"]
    assert heard["abstained"].structured_content["quotes"] == []


def test_passages_and_documents(heard: dict[str, Any], chatbot: Chatbot) -> None:
    hits = heard["search"].structured_content["hits"]
    assert [hit["text"] for hit in hits] == [hit.passage.text for hit in chatbot.search("Taiwan Strait", 2)]
    assert heard["document"].structured_content == describe(chatbot.document("rio-de-janeiro.md"))


def test_errors_are_sentences_and_lose_nothing(heard: dict[str, Any]) -> None:
    said = [result.content[0].text for result in heard["wrong"]]
    assert all(result.is_error for result in heard["wrong"])
    assert said[0].endswith("The question is empty; type what you want to know.")
    assert "There is no document '../../etc/passwd'." in said[2]
    assert not any("Traceback" in text for text in said)


def test_without_the_extra_there_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mcp.py").write_text("raise ModuleNotFoundError(\"No module named 'mcp'\", name='mcp')")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "rag", "mcp", "--collection", str(tmp_path)]
    found = subprocess.run(
        command, check=False, env=environment, capture_output=True, text=True, cwd=tmp_path
    )
    assert found.returncode == 2
    assert "pip install 'ontherecord[mcp]'" in found.stderr
