"""Adding documents to a served collection: names, limits, and that nothing is left of what is refused."""

import asyncio
from pathlib import Path

import pytest
from fastapi import FastAPI
from page_fake import HOSTILE
from starlette.types import Message

from index.collection import Collection
from index.embedding import Embedder
from ui import library as module
from ui.library import AT_ONCE, FOLDER, LONGEST_NAME, Library, add_library, safe_name

TEXT = "The council met on 4 May 2019. It voted for a new ferry."


@pytest.fixture
def collection(tmp_path: Path, embedder: Embedder) -> Collection:
    return Collection.create(tmp_path / "collection", embedder)


@pytest.fixture
def library(collection: Collection) -> Library:
    return Library(collection, collection.folder, lambda _: "")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("minutes.txt", "minutes.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\minutes.md", "minutes.md"),
        (".hidden.txt", "hidden.txt"),
        ("a\nb\x00c\u202etxt.md", "a b c txt.md"),
        ("회의록.TXT", "회의록.TXT"),
        ("x" * 300 + ".txt", "x" * (LONGEST_NAME - 4) + ".txt"),
    ],
)
def test_a_name_is_nothing_but_a_name(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept


@pytest.mark.parametrize("sent", ["", "x", ".txt", "...md", "a.exe", "a.txt.html", "a/", "\x00.txt"])
def test_a_name_that_is_none_is_refused(sent: str) -> None:
    with pytest.raises(ValueError, match="file"):
        safe_name(sent)


@pytest.mark.parametrize("payload", HOSTILE)
def test_a_hostile_name_stays_in_its_folder(payload: str, library: Library, collection: Collection) -> None:
    (id_,) = library.add(f"{payload}.txt", TEXT.encode()).added
    assert Path(collection.document(id_).source).parent == (collection.folder / FOLDER).resolve()
    assert len(list((collection.folder / FOLDER).iterdir())) == 1


def test_added_replaced_and_taken_out(library: Library, collection: Collection) -> None:
    assert library.add("a.txt", TEXT.encode()).added == ["a.txt"]
    assert library.add("a.txt", TEXT.encode()).unchanged == ["a.txt"]
    assert library.add("a.txt", b"The ferry was sold.").changed == ["a.txt"]
    assert collection.document("a.txt").text == "The ferry was sold."
    library.remove("a.txt")
    with pytest.raises(KeyError):
        library.remove("a.txt")
    assert list((collection.folder / FOLDER).iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"   "])
def test_nothing_is_left_of_what_is_refused(data: bytes, library: Library, collection: Collection) -> None:
    library.add("a.txt", TEXT.encode())
    for name in ("a.txt", "b.txt"):
        with pytest.raises(ValueError, match=f"{name} cannot be added: it is"):
            library.add(name, data)
    assert [file.name for file in (collection.folder / FOLDER).iterdir()] == ["a.txt"]
    assert collection.document("a.txt").text == (collection.folder / FOLDER / "a.txt").read_text() == TEXT


def test_there_is_an_end_to_what_is_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    monkeypatch.setattr(module, "TOTAL", 200)
    library.add("a.txt", TEXT.encode())
    library.add("a.txt", TEXT.encode())
    with pytest.raises(ValueError, match="no more may be; remove some"):
        library.add("b.txt", TEXT.encode())
    with pytest.raises(ValueError, match="in all; remove some"):
        library.add("a.txt", TEXT.encode() * 9)


async def _put(app: FastAPI, name: str, arrived: list[str], rest: asyncio.Event) -> int:
    """The status of a file that is sent in two parts, the second after ``rest``."""
    statuses = []
    parts = [b"The council met on 4 May 2019. ", b"It voted for a new ferry."]

    async def receive() -> Message:
        arrived.append(name)
        if len(parts) == 1:
            await rest.wait()
        part = parts.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    path = f"/library/{name}"
    scope = {
        "type": "http",
        "method": "PUT",
        "path": path,
        "headers": [],
        "query_string": b"",
        "root_path": "",
    }
    await app(scope, receive, send)
    return statuses[0]


def test_few_files_are_held_in_memory_at_a_time(library: Library) -> None:
    app = FastAPI()
    add_library(app, library)

    async def many() -> tuple[int, list[int]]:
        arrived: list[str] = []
        rest = asyncio.Event()
        sending = [asyncio.create_task(_put(app, f"{n}.txt", arrived, rest)) for n in range(5)]
        for _ in range(100):  # every task gets as far as it can
            await asyncio.sleep(0)
        held = len(set(arrived))
        rest.set()
        return held, await asyncio.gather(*sending)

    assert asyncio.run(many()) == (AT_ONCE, [200] * 5)


def test_a_file_that_does_not_arrive_is_not_waited_for(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SENDING", 0.01)
    app = FastAPI()
    add_library(app, library)
    assert asyncio.run(_put(app, "a.txt", [], asyncio.Event())) == 408
