"""Gold files are read strictly, and every complaint says where it is and what to do."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.gold import GoldDate, GoldError, GoldQuestion, GoldQuote, GoldSpeaker, read, verify

GOOD: dict[str, Any] = {
    "id": "tea",
    "question": "and about tea?",
    "history": ["What did they say about coffee?"],
    "kind": "topic",
    "said": ["a.txt"],
    "quotes": [{"document": "a.txt", "text": "Tea is late."}],
    "accept": [],
    "speakers": [{"quote": "Tea is", "speaker": "Ada", "voice": "reported"}],
}
TEA = GoldQuestion(
    id="tea",
    question="and about tea?",
    history=("What did they say about coffee?",),
    kind="topic",
    said=("a.txt",),
    quotes=(GoldQuote("a.txt", "Tea is late."),),
    accept=(),
    speakers=(GoldSpeaker("Tea is", "Ada", "reported"),),
)


def written(folder: Path, text: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_bytes(text.encode())
    return path


def changed(**changes: Any) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


def test_a_question_is_read(tmp_path: Path) -> None:
    assert read(written(tmp_path, json.dumps(GOOD))) == (TEA,)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + changed(id="1") + "\n" + changed(id="2") + "\n",
        changed(id="1") + "\r\n" + changed(id="2") + "\r\n",
        "\n\n" + changed(id="1") + "\n   \n" + changed(id="2"),
    ],
    ids=["byte order mark", "Windows line ends", "blank lines"],
)
def test_what_editors_leave_in_a_file_is_passed_over(tmp_path: Path, text: str) -> None:
    assert [question.id for question in read(written(tmp_path, text))] == ["1", "2"]


def test_a_line_separator_inside_a_quote_does_not_end_the_line(tmp_path: Path) -> None:
    line = changed(quotes=[{"document": "a.txt", "text": "Tea\u2028is\x85late."}])
    assert read(written(tmp_path, line))[0].quotes == (GoldQuote("a.txt", "Tea\u2028is\x85late."),)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("tea", "is not JSON"),
        ('{"id": "tea"', "is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5_000, "is not JSON"),
        ("[1]", "the question is [1]. Make it a JSON object"),
        (changed(answer="yes"), "the question has the unknown key 'answer'. The keys are: id, question,"),
        (json.dumps({key: GOOD[key] for key in GOOD if key != "said"}), "lacks the key 'said'"),
        (changed(id=7), "id is 7. Make it a text that is not blank"),
        (changed(id=" "), "id is ' '. Make it a text that is not blank"),
        (changed(question=None), "question is None. Make it a text"),
        (changed(history="coffee?"), "history is 'coffee?'. Make it a JSON list"),
        (changed(history=["coffee?", 3]), "history[1] is 3. Make it a text"),
        (changed(kind="opinion"), "kind is 'opinion'. Make it one of: topic, fact, who, absent"),
        (changed(kind=["topic"]), "kind is ['topic']. Make it one of"),
        (changed(said={}), "said is {}. Make it a JSON list"),
        (changed(accept=[1.5]), "accept[0] is 1.5. Make it a text"),
        (changed(quotes=["Tea is late."]), "quotes[0] is 'Tea is late.'. Make it a JSON object"),
        (changed(quotes=[{"document": "a.txt"}]), "quotes[0] lacks the key 'text'"),
        (changed(quotes=[{"document": "a.txt", "text": ""}]), "quotes[0].text is ''. Make it a text"),
        (changed(quotes=[{"document": "a.txt", "text": "Tea", "start": 0}]), "the unknown key 'start'"),
        (changed(speakers=[{"quote": "Tea", "speaker": "Ada"}]), "speakers[0] lacks the key 'voice'"),
        (
            changed(speakers=[{"quote": "Tea", "speaker": "Ada", "voice": "loud"}]),
            "speakers[0].voice is 'loud'. Make it one of: joint, direct, reported, narration",
        ),
        (changed(id="first"), "id 'first' is that of line 1 too. Give each its own"),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_number(tmp_path: Path, line: str, complaint: str) -> None:
    path = written(tmp_path, changed(id="first") + "\n\n" + line + "\n" + changed(id="last"))
    with pytest.raises(GoldError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}, line 3: ")
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "holds no gold question"),
        (b"\n \n", "holds no gold question"),
        (b'{"id": "\xff"}', "byte 8 is not UTF-8"),
    ],
)
def test_a_file_without_questions_is_an_error(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(GoldError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read(tmp_path / name)


said_something = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
lists = st.lists(said_something, max_size=3).map(tuple)
gold_questions = st.builds(
    GoldQuestion,
    id=said_something,
    question=said_something,
    history=lists,
    kind=st.sampled_from(["topic", "fact", "who", "absent"]),
    said=lists,
    quotes=st.lists(st.builds(GoldQuote, said_something, said_something), max_size=3).map(tuple),
    accept=lists,
    speakers=st.lists(
        st.builds(
            GoldSpeaker,
            said_something,
            said_something,
            st.sampled_from(["joint", "direct", "reported", "narration"]),
        ),
        max_size=3,
    ).map(tuple),
    dates=st.lists(st.builds(GoldDate, said_something, st.none() | said_something), max_size=3).map(tuple),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is no failure
@given(questions=st.lists(gold_questions, min_size=1, max_size=4, unique_by=lambda question: question.id))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, questions: list[GoldQuestion]
) -> None:
    lines = [json.dumps(dataclasses.asdict(question), ensure_ascii=False) for question in questions]
    path = written(tmp_path_factory.mktemp("gold"), "\n".join(lines))
    assert read(path) == tuple(questions)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"said": ("b.txt",)}, "'tea': document 'b.txt' is not among the 2 given"),
        ({"quotes": (GoldQuote("b.txt", "Tea is late."),)}, "document 'b.txt' is not among the 2 given"),
        (
            {"quotes": (GoldQuote("a.txt", "Tea is Late."),)},
            "'Tea is Late.' does not stand word for word in 'a.txt'",
        ),
        ({"quotes": (GoldQuote("a.txt", "Tea  is late."),)}, "does not stand word for word in 'a.txt'"),
        (
            {"quotes": (GoldQuote("a.txt", "Coffee is early."),)},
            "'Coffee is early.' does not stand word for word",
        ),
        (
            {"speakers": (GoldSpeaker("Coffee is", "Ada", "reported"),)},
            "'Coffee is' does not stand word for word in any document of the question",
        ),
    ],
)
def test_gold_that_does_not_fit_its_documents_is_an_error(changes: dict[str, Any], complaint: str) -> None:
    texts = {"a.txt": "Ada says: Tea is late.", "c.txt": "Coffee is early."}
    verify((TEA,), texts)
    with pytest.raises(GoldError) as caught:
        verify((TEA, dataclasses.replace(TEA, **changes)), texts)
    assert complaint in str(caught.value)


def test_a_speakers_quote_may_stand_anywhere_when_the_question_names_no_document() -> None:
    unnamed = dataclasses.replace(TEA, said=(), quotes=())
    verify((unnamed,), {"z.txt": "", "a.txt": "Tea is late."})
    with pytest.raises(GoldError, match="'Tea is' does not stand word for word"):
        verify((unnamed,), {"z.txt": "Coffee."})


def test_the_shared_gold_fits_the_shared_documents(shared: Path) -> None:
    texts = {path.name: path.read_bytes().decode() for path in (shared / "seeds").iterdir()}
    questions = read(shared / "gold" / "seeds.jsonl")
    assert {question.kind for question in questions} == {"topic", "fact", "who", "absent"}
    verify(questions, texts)
