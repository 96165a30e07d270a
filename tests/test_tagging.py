"""What reads a question where no frame does: a trained model, kept as JSON."""

from __future__ import annotations

import json
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from eval.tagging import QUESTIONS
from index.embedding import Embedder
from index.words import stems
from rag.tagging import LABELS, LAYER, MODEL_FILE, PARTS, best_path, open_model, spans_of, tagged, tokens_of

_SCORES = st.floats(-4, 4, width=32)


@settings(deadline=None, max_examples=25)
@given(
    arrays(np.float64, (3, len(LABELS)), elements=_SCORES),
    arrays(np.float64, (len(LABELS),) * 2, elements=_SCORES),
)
def test_the_best_path_is_the_best_of_all_paths(scores: np.ndarray, transitions: np.ndarray) -> None:
    def total(path: tuple[int, ...]) -> float:
        steps = sum(transitions[one, other] for one, other in pairwise(path))
        return float(sum(scores[at, label] for at, label in enumerate(path)) + steps)

    found = tuple(LABELS.index(label) for label in best_path(scores, transitions))
    best = max(total(path) for path in product(range(len(LABELS)), repeat=3))
    assert total(found) == pytest.approx(best)


def test_a_part_is_its_longest_stretch() -> None:
    tokens = tokens_of("the pier and the old stone pier")
    labels = ["-", "^topic", "-", "-", "^topic", "topic", "topic"]
    span = spans_of(tokens, labels)["topic"]
    assert "the pier and the old stone pier"[span.start : span.end] == "old stone pier"


def test_two_parts_of_a_kind_side_by_side_are_two() -> None:
    tokens = tokens_of("pier bridge road")
    span = spans_of(tokens, ["^topic", "^topic", "topic"])["topic"]
    assert (span.start, span.end) == (5, 16)


@pytest.mark.parametrize("question", ["?!…", "'", "\U0001f914"])
def test_a_question_without_a_word_is_not_read(question: str) -> None:
    assert tagged(question) is None


def test_states_of_words_are_those_that_the_whole_model_computes(embedder: Embedder) -> None:
    spans, states = embedder.states("What did they say about ferries?", 6)
    inside = [span.end > span.start for span in spans]
    assert inside == [False, *[True] * (len(spans) - 2), False]
    mean = states.mean(axis=0)
    assert mean / np.linalg.norm(mean) == pytest.approx(
        embedder.encode(["What did they say about ferries?"])[0], abs=1e-5
    )


def test_the_model_is_of_this_code_and_states_its_figures() -> None:
    kept = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    assert (kept["layer"], tuple(kept["tags"]["bias"])) == (LAYER, LABELS)
    assert open_model().tags.states.shape == (384, len(LABELS))
    for share, low, high in kept["measured"].values():
        assert low <= share <= high


def test_questions_nobody_taught_it_are_read_as_well_as_was_measured() -> None:
    measured = json.loads(MODEL_FILE.read_text(encoding="utf-8"))["measured"]
    lines = map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines())
    unseen = [line for line in lines if line.get("unseen")]
    right = dict.fromkeys(PARTS, 0)
    for line in unseen:
        found = tagged(line["question"])
        for part in PARTS:
            span = getattr(found, part)
            words = line["question"][span.start : span.end] if span else ""
            right[part] += set(stems(words)) == set(stems(line.get(part, "")))
    assert {part: right[part] / len(unseen) for part in PARTS} == {
        part: pytest.approx(measured[part][0], abs=0.02) for part in PARTS
    }
