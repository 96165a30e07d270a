"""What reads a question where no frame is sure: a trained model."""

from __future__ import annotations

import json
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from safetensors import safe_open

from eval.adapted import light_encoder
from eval.tagging import UNSEEN, by_chatbot, by_model, measured_on, read_examples, row_of
from eval.tagging_net import trained
from index.embedding import Embedder
from rag.adapters import DOWN
from rag.asked.tagging import (
    KINDS,
    LABELS,
    MODEL_FILE,
    Grammar,
    best_path,
    open_model,
    spans_of,
    tagged,
    tokens_of,
)
from rag.questions import understand

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
    assert tagged(question, Grammar("fact", "thing", (), False)) is None


def test_states_of_words_are_those_that_the_whole_model_computes(embedder: Embedder) -> None:
    spans, states = embedder.states("What did they say about ferries?", {})
    inside = [span.end > span.start for span in spans]
    assert inside == [False, *[True] * (len(spans) - 2), False]
    mean = states.mean(axis=0)
    assert mean / np.linalg.norm(mean) == pytest.approx(
        embedder.encode(["What did they say about ferries?"], fast=False)[0], abs=1e-5
    )


def test_an_adapter_adds_its_product_to_its_layer_alone(embedder: Embedder) -> None:
    light = light_encoder()
    name = "encoder.layer.5.output.dense"
    down, up = np.zeros((1, 1536), np.float32), np.zeros((384, 1), np.float32)
    plain = light.states("ferries", {name: (down, up)})[1]
    assert plain == pytest.approx(light.states("ferries", {})[1])
    down[0, 3], up[7, 0] = 0.5, 2.0
    adapted, merged = light.states("ferries", {name: (down, up)})[1], light_encoder()
    merged.weights[f"{name}.weight"] = merged.weights[f"{name}.weight"] + up @ down
    assert adapted == pytest.approx(merged.states("ferries", {})[1], abs=1e-5)
    assert np.abs(adapted - plain).max() > 0.01


def test_training_twice_gives_the_same_model() -> None:
    light = light_encoder()
    examples = [one for one in read_examples() if one.unseen][:24]
    made = trained([row_of(one, light) for one in examples], light, rounds=1)
    assert all(np.isfinite(array).all() for array in made.values())
    assert {name for name in made if name.endswith(DOWN)} == {
        f"{name}{DOWN}" for name in open_model().adapter
    }
    again = trained([row_of(one, light) for one in examples], light, rounds=1)
    assert all((made[name] == again[name]).all() for name in made)


def about() -> dict[str, dict[str, list[float]]]:
    """What was measured when the model was made."""
    with safe_open(MODEL_FILE, framework="np") as kept:
        found: dict[str, dict[str, list[float]]] = json.loads(kept.metadata()["measured"])
    return found


def test_the_model_is_of_this_code_and_states_its_figures() -> None:
    model = open_model()
    assert model.tags.states.shape == (len(LABELS), 384) and model.transitions.shape == (len(LABELS),) * 2
    assert model.kinds.states.shape == (len(KINDS), 384)
    for measured in about().values():
        for name, figures in measured.items():
            assert name == "questions" or figures[1] <= figures[0] <= figures[2]


@pytest.mark.parametrize("name", UNSEEN)
def test_questions_nobody_taught_it_are_read_as_well_as_was_measured(name: str) -> None:
    unseen = [one for one in read_examples() if one.unseen == name]
    for read, measured in ((by_model, name), (by_chatbot, f"{name}, by the chatbot")):
        assert measured_on(unseen, read) == {
            part: pytest.approx(figures, abs=0.03) for part, figures in about()[measured].items()
        }


def test_how_far_a_reading_is_ahead_of_the_grammars_is_told() -> None:
    asked = "Tell me about the discussions on eel passes."
    whole = tagged(asked, Grammar("topic", None, (("topic", "the discussions on eel passes"),), True))
    elsewhere = tagged(asked, Grammar("topic", None, (("topic", "passes of eels"),), True))
    right = tagged(asked, Grammar("topic", None, (("topic", "eel passes"),), True))
    assert whole and elsewhere and right
    assert whole.ahead > 3
    assert right.ahead == pytest.approx(0, abs=1e-6)
    assert elsewhere.ahead == 0  # what is not in the question has no labels


@pytest.mark.parametrize(
    "phrase", ["Norland's coal exports", "the Mayor's Council on Rowing, Skating, and Chess"]
)
def test_a_bare_phrase_is_a_topic_whole(phrase: str) -> None:
    read = understand(phrase)
    assert (read.kind, read.topic, read.speaker) == ("topic", phrase, None)
