"""Data sets in public formats: what is read, what is refused and where, what becomes of it in a collection."""

import json
import lzma
from pathlib import Path

import pytest

from eval.datasets import READERS, fill
from eval.datasets_base import Dataset, DatasetError, file_name, text_id
from eval.gold import verify
from eval.trec import TrecError
from index.embedding import Embedder
from rag.chatbot import Chatbot

CONTEXT = "The ferry sank in 1912. Nobody on board was hurt. It was raised a year later."


def squad(**changes: object) -> dict[str, object]:
    answer = {"text": "1912", "answer_start": CONTEXT.index("1912")}
    question: dict[str, object] = {"id": "q1", "question": " When did the ferry sink? ", "answers": [answer]}
    absent = {"id": "q2", "question": "Who built it?", "answers": [], "is_impossible": True}
    question.update(changes)
    paragraphs = [{"context": CONTEXT, "qas": [question, absent]}]
    return {"version": "v2.0", "data": [{"title": "The_ferry", "paragraphs": paragraphs}]}


def clapnq(**changes: object) -> dict[str, object]:
    sentences = ["The bridge was opened in 1932 .", "It carries trams ."]
    record: dict[str, object] = {
        "id": "1",
        "input": "when was the bridge opened",
        "passages": [{"title": "Bridge", "text": " ".join(sentences), "sentences": sentences}],
        "output": [{"answer": "1932", "selected_sentences": [sentences[0] + " &"]}],
    }
    return record | changes


def beir(
    folder: Path, corpus: str | None = None, queries: str | None = None, qrels: str | None = None
) -> Path:
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text(
        corpus
        or '{"_id": "a/1", "title": "Tides", "text": "The moon raises the tides.", "metadata": {}}\n'
        '{"_id": "b", "title": "", "text": "Rivers run to the sea."}\n'
    )
    (folder / "queries.jsonl").write_text(queries or '{"_id": "q", "text": "what raises the tides"}\n')
    (folder / "qrels" / "test.tsv").write_text(qrels or "query-id\tcorpus-id\tscore\nq\ta/1\t1\nq\tb\t0\n")
    return folder


def test_a_squad_file_becomes_gold_questions(tmp_path: Path) -> None:
    (tmp_path / "dev.json").write_text(json.dumps(squad()))
    read = READERS["squad2"](tmp_path / "dev.json", None)
    fact, absent = read.gold
    assert (fact.question, fact.kind, fact.accept) == ("When did the ferry sink?", "fact", ("1912",))
    assert [quote.text for quote in fact.quotes] == ["The ferry sank in 1912."]
    assert (absent.kind, absent.quotes, absent.accept) == ("absent", (), ())
    assert read.qrels == {"q1": {"The_ferry-000": 1}}
    assert read.queries == {"q1": "When did the ferry sink?"}


def test_clapnq_becomes_gold_questions_with_the_selected_sentences(tmp_path: Path) -> None:
    none = clapnq(id="2", output=[{"answer": "", "selected_sentences": []}])
    (tmp_path / "dev.jsonl").write_text("\n".join(json.dumps(record) for record in (clapnq(), none)))
    read = READERS["clapnq"](tmp_path, None)
    assert [(question.kind, [quote.text for quote in question.quotes]) for question in read.gold] == [
        ("fact", ["The bridge was opened in 1932 ."]),
        ("absent", []),
    ]
    assert len(read.texts) == 1, "the two questions share a passage"


@pytest.mark.parametrize("ending", ["", ".xz"])
def test_a_beir_folder_becomes_queries_and_judgements(tmp_path: Path, ending: str) -> None:
    folder = beir(tmp_path / "set")
    if ending:
        packed = lzma.compress((folder / "corpus.jsonl").read_bytes())
        (folder / "corpus.jsonl").unlink()
        (folder / "corpus.jsonl.xz").write_bytes(packed)
    read = READERS["beir"](folder, None)
    assert [(text.id, text.text) for text in read.texts] == [
        ("a/1", "# Tides\n\nThe moon raises the tides."),
        ("b", "Rivers run to the sea."),
    ]
    assert read.qrels == {"q": {"a/1": 1, "b": 0}}
    assert read.gold == ()


@pytest.mark.parametrize(
    ("format_", "content", "error"),
    [
        ("squad2", "{", r"set, .*is not JSON|set: is not JSON"),
        ("squad2", "[]", r"set: is \[\], not a JSON object"),
        ("squad2", '{"data": {}}', r"set: 'data' is {}, not a list"),
        ("squad2", json.dumps(squad(id=7)), r"data\[0\]\.paragraphs\[0\]\.qas\[0\]: 'id' is 7, not a text"),
        ("squad2", json.dumps(squad(id="q2")), r"2 questions have the id 'q2'"),
        ("squad2", json.dumps(squad(answers=[])), r"qas\[0\]: has no answer, and is not marked"),
        (
            "squad2",
            json.dumps(squad(answers=[{"text": "1912", "answer_start": 3}])),
            r"qas\[0\]\.answers\[0\]: '1912' does not stand at 3",
        ),
        ("clapnq", "{}\n\nnonsense", r"set, line 1: lacks the key 'id'"),
        ("clapnq", json.dumps(clapnq()) + "\n\nnonsense", r"set, line 3: is not JSON"),
        ("clapnq", (json.dumps(clapnq()) + "\n") * 2, r"set, line 2: '1' is the id of an earlier line"),
        (
            "clapnq",
            json.dumps(clapnq(output=[{"answer": "", "selected_sentences": ["Invented ."]}])),
            r"set, line 1: the selected sentence 'Invented \.' is none of the passage's",
        ),
    ],
)
def test_a_malformed_file_is_refused_where_it_is_malformed(
    tmp_path: Path, format_: str, content: str, error: str
) -> None:
    (tmp_path / "set").write_text(content)
    with pytest.raises(DatasetError, match=error):
        READERS[format_](tmp_path / "set", None)


@pytest.mark.parametrize(
    ("part", "content", "error"),
    [
        (
            "corpus",
            '{"_id": "a", "text": "x"}\n{"_id": "a", "text": "y"}',
            r"corpus\.jsonl, line 2: 'a' is the _id",
        ),
        ("corpus", '{"_id": "a"}', r"corpus\.jsonl, line 1: lacks the key 'text'"),
        ("corpus", '{"_id": "a", "text": " "}', r"line 1: has neither a title nor a text"),
        ("queries", '{"_id": 1, "text": "x"}', r"queries\.jsonl, line 1: '_id' is 1, not a text"),
        ("qrels", "query-id\tcorpus-id\tscore\nq\ta/1\n", r"test\.tsv, line 2: has 2 fields"),
        ("qrels", "query-id\tcorpus-id\tscore\nq\ta/1\tyes\n", r"test\.tsv, line 2: the grade is 'yes'"),
        ("qrels", "query-id\tcorpus-id\tscore\nz\ta/1\t1\n", r"test\.tsv: judges the query 'z'"),
        ("qrels", "query-id\tcorpus-id\tscore\nq\tother\t1\n", r"test\.tsv: judges no text of the corpus"),
    ],
)
def test_a_malformed_beir_folder_is_refused(tmp_path: Path, part: str, content: str, error: str) -> None:
    folder = beir(tmp_path / "set", **{part: content})
    with pytest.raises((DatasetError, TrecError), match=error):
        READERS["beir"](folder, None)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"has no corpus\.jsonl"):
        READERS["beir"](tmp_path, None)
    with pytest.raises(DatasetError, match=r"has no split 'dev'; it has: test"):
        READERS["beir"](beir(tmp_path / "set"), "dev")
    with pytest.raises(DatasetError, match=r"none\.json cannot be read: No such file"):
        READERS["squad2"](tmp_path / "none.json", None)


@pytest.mark.parametrize("id_", ["a/1", ".hidden", "CON", "50%", "ä b", "a.md", "q?*"])
def test_any_id_makes_a_file_name_and_comes_back(id_: str) -> None:
    name = file_name(id_)
    assert "/" not in name
    assert not name.startswith(".")
    assert text_id(name) == id_


def test_a_limit_draws_the_same_questions_for_the_same_seed() -> None:
    ids = [str(number) for number in range(50)]
    whole = Dataset("set", (), dict.fromkeys(ids, "?"), {id_: {"t": 1} for id_ in ids})
    assert whole.limited(5, seed=1) == whole.limited(5, seed=1)
    assert whole.limited(5, seed=1) != whole.limited(5, seed=2)
    assert len(whole.limited(5).queries) == len(whole.limited(5).qrels) == 5
    assert whole.limited(None) is whole.limited(500) is whole


def test_the_halves_are_those_the_evidence_model_was_trained_on(shared: Path) -> None:
    made = json.loads((Path(__file__).parent.parent / "rag" / "evidence.json").read_text(encoding="utf-8"))
    for format_, path in (("squad2", "squad2/dev-v2.0.json"), ("clapnq", "clapnq")):
        for split, counts in (("train", made["trained_on"]), ("test", made["measured_on"])):
            gold = READERS[format_](shared / "data" / path, split).gold
            absent = sum(question.kind == "absent" for question in gold)
            assert counts[f"{format_}, unanswerable"] == absent
            assert counts[f"{format_}, answerable"] == len(gold) - absent


def test_a_data_set_becomes_a_collection_that_answers(tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / "dev.json").write_text(json.dumps(squad()))
    dataset = READERS["squad2"](tmp_path / "dev.json", None)
    collection, report = fill(dataset, tmp_path / "kept", embedder)
    assert len(report.added) == 1
    (card,) = collection.cards.values()
    assert (card.id, card.title) == (file_name("The_ferry-000"), "The ferry")
    verify(dataset.gold, {card.id: collection.document(card.id).text})
    answer = Chatbot(collection).ask(dataset.gold[0].question)
    assert [quote.text for quote in answer.quotes] == ["The ferry sank in 1912."]
    collection.close()

    again, report = fill(dataset, tmp_path / "kept", embedder)
    assert (report.added, len(report.unchanged)) == ([], 1), "a collection that is kept is not filled twice"
    again.close()
    with pytest.raises(DatasetError, match="not of this data set"):
        fill(Dataset("other", (), {}, {}), tmp_path / "kept", embedder)


@pytest.mark.parametrize(
    ("format_", "path", "texts", "queries", "gold"),
    [
        ("squad2", "squad2/dev-v2.0.json", 646, 2910, 6078),
        ("squad", "xquad/xquad.zh.json", 240, 1190, 1190),
        ("clapnq", "clapnq", 596, 300, 600),
        ("beir", "scifact", 5183, 300, 0),
    ],
)
def test_the_public_data_sets_are_read_whole(
    shared: Path, format_: str, path: str, texts: int, queries: int, gold: int
) -> None:
    if not (shared / "data" / path).exists():
        pytest.skip(f"{path} is not in {shared / 'data'}")
    found = READERS[format_](shared / "data" / path, None)
    assert (len(found.texts), len(found.queries), len(found.gold)) == (texts, queries, gold)
    texts_by_name = {file_name(text.id): text.text for text in found.texts}
    verify(found.gold, texts_by_name) if found.gold else None
