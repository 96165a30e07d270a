"""Which sentences answer, and whether any does: signals, the trained model, and what it must tell apart."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.train import auroc
from index.embedding import Embedder
from rag.evidence import (
    MODEL_FILE,
    QUESTION_INPUTS,
    SENTENCE_INPUTS,
    Judge,
    Judgement,
    ModelMismatch,
    open_judge,
)
from rag.fact.signals import NAMES, Candidate, is_informal, kind_of, signals

HARBOUR = (
    "The ministers met in Oslo on 4 March 2015.",
    "They agreed to build a second harbour at Bergen for 300 ships.",
    "Minister Ingrid Dahl did not attend because of illness.",
    "The harbour will open after the northern road is finished.",
)
PASSAGE = " ".join(HARBOUR)


def common(_word: str) -> float:
    return 1.0


def row(question: str, sentence: str, passage: str = PASSAGE) -> dict[str, float]:
    found = signals(question, [Candidate(sentence, passage, 0.5, 0.4)], rarity=common)
    return dict(zip(NAMES, found[0].tolist(), strict=True))


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


def judged(question: str, sentences: tuple[str, ...], embedder: Embedder) -> Judgement:
    passage = " ".join(sentences)
    vectors = embedder.encode([question, passage, *sentences])
    candidates = [
        Candidate(text, passage, float(vector @ vectors[0]), float(vectors[1] @ vectors[0]))
        for text, vector in zip(sentences, vectors[2:], strict=True)
    ]
    return open_judge().judge(question, candidates, rarity=embedder.unusualness)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who attended?", "who"),
        ("To whom was it given?", "who"),
        ("When did they meet?", "when"),
        ("In what year did they meet?", "when"),
        ("How many ships fit?", "amount"),
        ("How did they agree?", "how"),
        ("Which city hosted it?", "where"),
        ("What was agreed?", "what"),
        ("Why was she absent?", "why"),
        ("ships in bergen", "other"),
        ("", "other"),
        ("대만에 대해 무엇을 말했습니까?", "other"),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "sentence", "signal", "value"),
    [
        ("When did the ministers meet in Oslo?", HARBOUR[0], "missing", 0),
        ("Who was an attendee?", HARBOUR[2], "missing", 0),
        ("What is the GDP of Bergen?", HARBOUR[1], "missing", 1),
        ("What is the population of Bergen?", HARBOUR[1], "only_names", 1),
        ("What is the harbour of Bergen?", HARBOUR[1], "only_names", 0),
        ("When did the ministers meet in Paris?", HARBOUR[0], "names_missing", 1),
        ("When did the ministers meet in Paris?", HARBOUR[0], "names_missing_passage", 1),
        ("Where did they meet in 2016?", HARBOUR[0], "numbers_missing", 1),
        ("When did they meet in Oslo?", HARBOUR[0], "kind_found", 1),
        ("When was the harbour agreed?", HARBOUR[1], "kind_absent", 1),
        ("How many ships fit at Bergen?", HARBOUR[1], "kind_found", 1),
        ("Where is the third harbour?", HARBOUR[1], "ranks_missing", 1),
        ("Where is the third harbour?", HARBOUR[1], "opposites", 1),
        ("What opens after the southern road?", HARBOUR[3], "opposites", 1),
        ("What opens after the northern road?", HARBOUR[3], "opposites", 0),
        ("Who did not attend?", HARBOUR[0], "negation", 1),
        ("Who did not attend?", HARBOUR[2], "negation", 0),
        ("Who didn’t attend?", HARBOUR[2], "negation", 0),
        ("Who missed it, and why?", HARBOUR[2], "reason", 1),
        ("Is there a second harbour?", HARBOUR[1], "pairs", 1),
        ("Is there a harbour second?", HARBOUR[1], "turned_pairs", 1),
    ],
)
def test_signals(question: str, sentence: str, signal: str, value: float) -> None:
    assert row(question, sentence)[signal] == value


def test_rare_words_weigh_more() -> None:
    weights = {"harbour": 3.0, "ships": 0.0}
    found = signals(
        "harbour ships",
        [Candidate(text, text, 0.0, 0.0) for text in ("A harbour.", "Some ships.")],
        rarity=lambda word: weights.get(word, 1.0),
    )
    covered = found[:, NAMES.index("covered")]
    assert covered[0] > 0.9
    assert covered[1] < 0.1


@pytest.mark.parametrize(
    ("question", "informal"),
    [("who met in oslo", True), ("Who met in Oslo?", False), ("", False), ("谁?", False)],
)
def test_informal_means_letters_without_capitals(question: str, informal: bool) -> None:
    assert is_informal(question) is informal


@given(st.text(max_size=60), st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_any_text_gives_probabilities(question: str, sentences: list[str]) -> None:
    candidates = [Candidate(text, " ".join(sentences), 0.1, 0.2) for text in sentences]
    found = open_judge().judge(question, candidates, rarity=common)
    assert len(found.sentences) == len(sentences)
    assert all(0.0 <= value <= 1.0 for value in (found.answered, *found.sentences))


def test_nothing_to_read_answers_nothing() -> None:
    assert open_judge().judge("Who?", [], rarity=common) == Judgement(0.0, ())


@given(st.permutations(HARBOUR))
def test_the_order_of_candidates_does_not_matter(order: list[str]) -> None:
    question = "How many ships fit in the harbour at Bergen?"
    one = open_judge().judge(question, [Candidate(t, PASSAGE, 0.3, 0.3) for t in HARBOUR], rarity=common)
    other = open_judge().judge(question, [Candidate(t, PASSAGE, 0.3, 0.3) for t in order], rarity=common)
    assert one.answered == pytest.approx(other.answered)
    assert dict(zip(HARBOUR, one.sentences, strict=True)) == pytest.approx(
        dict(zip(order, other.sentences, strict=True))
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many ships will the harbour at Bergen take?", 1),
        ("When did the ministers meet?", 0),
        ("Why was Ingrid Dahl absent?", 2),
        ("When will the harbour open?", 3),
    ],
)
def test_the_sentence_that_answers_is_found(question: str, answer: int, embedder: Embedder) -> None:
    assert int(np.argmax(judged(question, HARBOUR, embedder).sentences)) == answer


@pytest.mark.parametrize(
    ("present", "absent"),
    [
        ("When did the ministers meet in Oslo?", "When did the ministers meet in Madrid?"),
        ("How many ships will the harbour take?", "How many aircraft will the airport take?"),
        ("Where will the second harbour be built?", "Where will the third harbour be built?"),
        ("When will the harbour open?", "What is Norway's GDP?"),
    ],
)
def test_what_is_there_is_likelier_than_a_near_miss(present: str, absent: str, embedder: Embedder) -> None:
    assert judged(present, HARBOUR, embedder).answered > judged(absent, HARBOUR, embedder).answered


def test_a_model_for_other_signals_is_refused(tmp_path: Path) -> None:
    read = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    del read["sentence"]["inputs"]["cosine"]
    file = tmp_path / "evidence.json"
    file.write_text(json.dumps(read), encoding="utf-8")
    with pytest.raises(ModelMismatch, match="cosine"):
        open_judge(file)


def test_the_model_reaches_what_its_file_says() -> None:
    read = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    judge = open_judge()
    assert isinstance(judge, Judge)
    assert judge.threshold == read["threshold"]
    assert len(judge.sentence.weight) == len(SENTENCE_INPUTS)
    assert len(judge.question.weight) == len(QUESTION_INPUTS)
    assert read["measured"]["squad2, passage"]["auroc"] >= 0.75


@pytest.mark.parametrize(
    ("scores", "positive", "expected"),
    [
        ([0.9, 0.8, 0.2], [True, True, False], 1.0),
        ([0.1, 0.8, 0.2], [True, True, False], 0.5),
        ([0.5, 0.5], [True, False], 0.5),
    ],
)
def test_auroc(scores: list[float], positive: list[bool], expected: float) -> None:
    assert auroc(np.array(scores), np.array(positive)) == expected
