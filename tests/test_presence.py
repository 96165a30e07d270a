"""Whether a fact is there, which sentences are the answer, and how the weights for both are fitted."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import exp

import numpy as np
import pytest

from eval import calibrate, gold
from eval.train import auroc
from index.collection import Collection
from index.documents import Document, Passage, Span
from rag.asked.scope import scope_of
from rag.fact.presence import FILE, PRESENT, SIGNS, Weights, open_weights
from rag.fact.reader import UNREAD
from rag.fact.readings import Reading, read
from rag.questions import Question, understand

TEXT = "The harbour opened in May. It holds 300 ships. Ferries use it. The mayor spoke. It rained."
DOCUMENT = Document("a.txt", "a.txt", "A harbour", None, None, TEXT)


def logistic(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


def sentences(*odds: float) -> list[Reading]:
    """A reading for each, of sentences that differ in their log-odds only."""
    passage = Passage(DOCUMENT, 0, len(TEXT))
    return [
        Reading(passage, Span(at, at + 10), one, 0.0, one, 0.5, 0.5, False, False)
        for at, one in enumerate(odds)
    ]


def asked(text: str, collection: Collection) -> tuple[Question, list[Reading]]:
    question = understand(text)
    return question, read(question, scope_of(question, collection), collection)


def test_every_sign_has_a_weight() -> None:
    fitted = json.loads(FILE.read_text(encoding="utf-8"))["weights"]
    assert {name: {"bias", *signs} for name, signs in SIGNS.items()} == {n: set(w) for n, w in fitted.items()}


@pytest.mark.parametrize(
    "odds", [(2.0,), (2.0, 1.5, -1.0), (-3.0, 0.1, 0.0, -0.2), (1.0, 1.0, 1.0, 1.0, 1.0)]
)
def test_no_other_choice_has_a_greater_expected_f1(odds: Sequence[float]) -> None:
    question, readings, weights = understand("When did it open?"), sentences(*odds), open_weights()
    of = weights.fitted["choice"]
    rows = weights.choices(question, readings)
    likely = [
        logistic(of["bias"] + sum(of[sign] * x for sign, x in zip(SIGNS["choice"], row, strict=True)))
        for row in rows
    ]

    def expected(chosen: Sequence[int]) -> float:
        return 2 * sum(likely[at] for at in chosen) / (len(chosen) + sum(likely))

    given = [readings.index(reading) for reading in weights.chosen(question, readings)]
    every = [list(some) for k in range(1, len(odds) + 1) for some in combinations(range(len(odds)), k)]
    assert expected(given) == pytest.approx(max(map(expected, every)))
    assert given == sorted(given)


def test_what_is_lacking_speaks_against_a_sentence_but_does_not_shut_it_out() -> None:
    whole, weights = sentences(0.0)[0], open_weights()
    # Nothing is read in a document that lacks a name.
    lacking = replace(whole, lacks_names=True, told=UNREAD)
    assert 0 < weights.score(lacking) < weights.score(whole)
    question = understand("How many ships does the harbour hold?")
    unkind = replace(whole, lacks_kind=True)
    assert weights.presence(question, [unkind]) < weights.presence(question, [whole])


def test_a_sentence_that_states_the_measure_asked_for_is_the_likelier_answer() -> None:
    plain, weights = sentences(0.0)[0], open_weights()
    assert weights.score(replace(plain, measured=True)) > weights.score(plain)


def test_the_point_from_which_a_question_is_answered_favours_neither_side(sample: Collection) -> None:
    asked_ = [one for one in gold.read(calibrate.SAMPLE / "gold.jsonl") if one.kind in ("fact", "absent")]
    exercises = list(calibrate.exercises("news", asked_, sample))
    weights = Weights(
        {**open_weights().fitted, "question": {**open_weights().fitted["question"], "bias": 2.0}}
    )
    shifted = Weights({**weights.fitted, "question": calibrate._shifted(weights, exercises)})
    said = np.array([shifted.presence(one.question, one.readings) for one in exercises])
    there = np.array([one.answerable for one in exercises])
    assert said[there].mean() - 0.5 == pytest.approx(0.5 - said[~there].mean(), abs=0.01)


def test_nothing_read_is_no_answer() -> None:
    question, weights = understand("When did it open?"), open_weights()
    assert weights.presence(question, []) == 0
    assert weights.chosen(question, []) == []


def test_a_fact_that_is_there_and_one_that_is_not(sample: Collection) -> None:
    weights = open_weights()
    there = asked("Which city hosts the youth summit?", sample)
    missing = asked("How many hostages were released in Oslo?", sample)
    assert weights.presence(*there) > PRESENT > weights.presence(*missing)
    best = max(weights.chosen(*there), key=weights.score)
    assert "Busan" in best.passage.document.text[best.span.start : best.span.end]


def test_weights_fitted_on_the_sample_tell_its_questions_apart(sample: Collection) -> None:
    facts = [
        one for one in gold.read(calibrate.SAMPLE / "gold.jsonl") if one.kind in ("fact", "who", "absent")
    ]
    exercises = list(calibrate.exercises("sample", facts, sample))
    weights: Weights = calibrate.fit(exercises)
    scores = np.array([weights.presence(one.question, one.readings) for one in exercises])
    assert auroc(scores, np.array([one.answerable for one in exercises])) > 0.9


def test_beside_a_name_a_sentence_without_one_is_no_second_answer() -> None:
    question = understand("When did it open?")
    weights = open_weights()
    of = weights.fitted["sentence"]
    first, second = sentences(2.0, 2.0)
    as_likely = replace(second, lacks_kind=True, odds=2.0 - of["lacks_kind"] / of["odds"])
    assert weights.score(as_likely) == pytest.approx(weights.score(first))
    assert weights.chosen(question, [first, as_likely]) == [first]
    assert weights.chosen(question, [as_likely]) == [as_likely]
