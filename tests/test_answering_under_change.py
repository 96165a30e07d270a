"""Answers while the collection changes, and for many at once: real model, real catalog, real threads."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from index.collection import Collection
from index.embedding import Embedder
from rag import findings
from rag.chatbot import Chatbot

TOPICS = ("harbour", "bridge", "ferry", "tunnel")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents, one of each topic."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for topic in TOPICS:
        _write(documents, topic, "open")
    return documents


@pytest.fixture
def collection(embedder: Embedder, folder: Path) -> Iterator[Collection]:
    found = Collection.create(folder.parent / "collection", embedder)
    found.add([folder])
    yield found
    found.close()


def _write(folder: Path, topic: str, state: str) -> None:
    text = f"Harwich, 3 May 2019\n\nThe mayor said that the {topic} would be kept {state} for everybody.\n"
    (folder / f"{topic}.txt").write_text(text)


def test_many_at_once_are_answered_as_one_after_the_other(collection: Collection) -> None:
    asked = [f"What did they say about the {topic}?" for topic in TOPICS] * 20
    expected = {question: _quoted(Chatbot(collection).ask(question)) for question in set(asked)}
    chatbot = Chatbot(collection)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(chatbot.ask, asked))
    assert [_quoted(answer) for answer in answers] == [expected[question] for question in asked]
    assert all(expected.values())


def test_questions_are_answered_while_documents_are_replaced(
    collection: Collection, folder: Path, embedder: Embedder
) -> None:
    chatbot = Chatbot(collection)
    writer = Collection(collection.folder, embedder)
    done = threading.Event()

    def write() -> None:
        try:
            for number in range(12):
                _write(folder, "bridge", f"open until {number} o'clock")
                writer.add([folder])
        finally:
            done.set()

    def ask(topic: str) -> int:
        count = 0
        while not done.is_set():
            answer = chatbot.ask(f"What did they say about the {topic}?")
            assert topic in " ".join(quote.text for quote in answer.quotes)
            count += 1
        return count

    with ThreadPoolExecutor(5) as pool:
        writing = pool.submit(write)
        counts = list(pool.map(ask, TOPICS))
        writing.result()
    writer.close()
    assert all(counts)


def test_an_answer_is_of_one_state_of_the_collection(
    collection: Collection, folder: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, find = Collection(collection.folder, embedder), findings.find

    def replaced_after(*given: Any) -> Any:
        found = find(*given)
        _write(folder, "bridge", "closed")
        writer.add([folder])
        return found

    with monkeypatch.context() as patched:
        patched.setattr(findings, "find", replaced_after)
        answer = Chatbot(collection).ask("What did they say about the bridge?")
    assert "kept open" in answer.quotes[0].text
    answer = Chatbot(collection).ask("What did they say about the bridge?")
    assert "kept closed" in answer.quotes[0].text
    writer.close()


def _quoted(answer: Any) -> list[tuple[str, int, int]]:
    return [(quote.document.id, quote.start, quote.end) for quote in answer.quotes]
