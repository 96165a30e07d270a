"""Which words of an English question are its topic, whose words are asked for, when and where, and what
kind of question it is: read by a model that has seen some six thousand questions.

The embedding model, with a small adapter to each of its layers (Hu et al., ICLR 2022), and what the grammar
of ``rag/asked/frames`` made of the question, give scores to the labels of each word, of which a linear chain
picks the likeliest (Lafferty, McCallum and Pereira, ICML 2001), and to the kinds. All of it is trained by
``python -m eval.tagging`` and kept in ``tagging.safetensors``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from index.documents import Span
from index.embedding_light import Adapter, Array
from rag.adapters import adapter_of, arrays_in, embedder
from rag.asked.shapes import Kind, Sought
from rag.asked.wording import lowered

MODEL_FILE = Path(__file__).parent / "tagging.safetensors"
PARTS = ("topic", "speaker", "period", "event")
OUTSIDE = "-"
# A part's first word, and its other words.
LABELS = (OUTSIDE, *(f"{mark}{part}" for part in PARTS for mark in ("^", "")))
KINDS = (
    "topic",
    "who",
    *(f"fact {sought}" for sought in ("person", "date", "place", "number", "reason", "yes or no", "thing")),
)
Values = npt.NDArray[np.float64]

# "Kerry's" is two: the name is a speaker.
_TOKEN = re.compile(
    r"\d+(?:[.,:/-]\d+)*\w*|(?:[A-Z]\.){2,}|['’]s\b|[^\W\d_]+(?:(?!['’]s\b)[.&'’-]\w+)*|\w+|[^\w\s]"
)
_PLACES = (OUTSIDE, *PARTS)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)  # which is labelled as no part of a topic
_SURE_OF_THING = 0.85  # probability from which a question for a fact is held to seek a date, a place, …


class Grammar(NamedTuple):
    """How the grammar reads a question: its kind, what it seeks, the words of its parts, and whether the
    words leave no doubt of it."""

    kind: Kind
    sought: Sought | None
    parts: tuple[tuple[str, str], ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the model makes of a question: its parts as they stand in it, its kind, and how sure that is.

    certainty: of the kind; parted: of the parts, all together. ahead: how many times likelier they are than
    the grammar's parts, as a natural logarithm; 0 where those do not all stand in the question.
    """

    kind: Kind
    sought: Sought | None
    certainty: float
    parted: float
    ahead: float = 0.0
    topic: Span | None = None
    speaker: Span | None = None
    period: Span | None = None
    event: Span | None = None


class Linear(NamedTuple):
    """Scores of classes: of the model's states (classes, dimension), of the grammar's signs
    (classes, signs), and from the start (classes,)."""

    states: Values
    grammar: Values
    bias: Values

    def scores(self, states: npt.NDArray[Any], grammar: Array) -> Values:
        """(n, dimension) and (n, signs) → (n, classes)"""
        found: Values = states @ self.states.T + grammar @ self.grammar.T + self.bias
        return found


@dataclass(frozen=True, slots=True)
class Model:
    """tags: of each word; transitions: (labels, labels), from the row to the column; kinds: of the whole."""

    adapter: Adapter
    tags: Linear
    transitions: Values
    kinds: Linear


@lru_cache(maxsize=1024)
def tagged(question: str, grammar: Grammar) -> Tagged | None:
    """Read a question; None where it has no word."""
    model = open_model()
    tokens = tokens_of(question)
    if not any(question[token.start].isalnum() for token in tokens):
        return None
    spans, states = embedder().states(question, model.adapter)
    words = shares(tokens, spans) @ states
    of_labels = model.tags.scores(words, word_signs(question, tokens, grammar))
    labels = best_path(of_labels, model.transitions)
    parted = likelihood(labels, of_labels, model.transitions)
    theirs = grammar_labels(question, tokens, grammar)
    scores = model.kinds.scores(states.mean(axis=0)[None], kind_signs(grammar)[None])[0]
    likely = np.exp(scores - scores.max())
    of_kind = dict.fromkeys(("topic", "who", "fact"), 0.0)
    for name, value in zip(KINDS, likely / likely.sum(), strict=True):
        of_kind[name.split()[0]] += float(value)
    kind = max(of_kind, key=lambda one: of_kind[one])
    best = KINDS[int(likely.argmax())].removeprefix("fact ")
    of_best = float(likely.max() / likely.sum())
    sought = best if of_best > _SURE_OF_THING else "thing"
    return Tagged(
        cast(Kind, kind),
        cast(Sought, {"topic": None, "who": "person"}.get(kind, sought)),
        of_kind[kind],
        float(np.exp(parted)),
        parted - likelihood(theirs, of_labels, model.transitions) if theirs else 0.0,
        **spans_of(tokens, labels),
    )


def tokens_of(question: str) -> list[Span]:
    """The words and marks of a question, in order."""
    return [Span(*match.span()) for match in _TOKEN.finditer(question)]


def spans_of(tokens: Sequence[Span], labels: Sequence[str]) -> dict[str, Span]:
    """Of each part the longest stretch that is labelled as it."""
    found: dict[str, Span] = {}
    at = 0
    runs = []
    for part, group in groupby(labels, key=lambda label: label.lstrip("^")):
        size = len(list(group))
        starts = [at, *(place for place in range(at + 1, at + size) if labels[place][0] == "^"), at + size]
        runs += [(part, tokens[one], tokens[other - 1]) for one, other in pairwise(starts)]
        at += size
    for part, first, last in runs:
        if part != OUTSIDE and (
            part not in found or last.end - first.start > found[part].end - found[part].start
        ):
            found[part] = Span(first.start, last.end)
    return found


def grammar_labels(question: str, tokens: Sequence[Span], grammar: Grammar) -> list[str] | None:
    """The labels of the parts that the grammar reads; None where not all of them stand in the question."""
    labels = [OUTSIDE] * len(tokens)
    for name, words in grammar.parts:
        span = _place(question, _ARTICLE.sub("", words) if name == "topic" else words)
        inside = [at for at, token in enumerate(tokens) if span is not None and span.contains(token)]
        if not inside:
            return None
        labels[inside[0] : inside[-1] + 1] = [f"^{name}", *[name] * (len(inside) - 1)]
    return labels


def shares(tokens: Sequence[Span], pieces: Sequence[Span]) -> Array:
    """(tokens, pieces): what makes of the pieces' states the mean of those of each word.

    The end of a very long question is not read: its words have no pieces, and a mean of nothing.
    """
    found = np.zeros((len(tokens), len(pieces)), np.float32)
    for at, token in enumerate(tokens):
        own = [place for place, span in enumerate(pieces) if span.overlaps(token)]
        found[at, own] = 1 / max(len(own), 1)
    return found


def word_signs(question: str, tokens: Sequence[Span], grammar: Grammar) -> Array:
    """(tokens, 2 x 5): as what the grammar reads each word, apart for a reading it is sure of."""
    places = {name: _place(question, words) for name, words in grammar.parts}
    found = np.zeros((len(tokens), 2 * len(_PLACES)), np.float32)
    for at, token in enumerate(tokens):
        inside = [name for name, span in places.items() if span is not None and span.contains(token)]
        found[at, _PLACES.index(inside[-1] if inside else OUTSIDE) + grammar.sure * len(_PLACES)] = 1
    return found


def kind_signs(grammar: Grammar) -> Array:
    """(2 x kinds + 3,): the kind that the grammar reads, and which limits it has found."""
    found = np.zeros(2 * len(KINDS) + 3, np.float32)
    kind = f"fact {grammar.sought or 'thing'}" if grammar.kind == "fact" else grammar.kind
    found[KINDS.index(kind) + grammar.sure * len(KINDS)] = 1
    named = {name for name, _ in grammar.parts}
    found[-3:] = ["speaker" in named, "event" in named, "period" in named]
    return found


def _place(question: str, words: str) -> Span | None:
    """Where words stand in a question; None where the grammar put them in another way."""
    at = lowered(question).find(lowered(words))
    return Span(at, at + len(words)) if at >= 0 else None


def best_path(scores: Values, transitions: Values) -> list[str]:
    """The labels that together score best (Viterbi); scores: (words, labels)."""
    best = scores[0]
    came: list[npt.NDArray[np.intp]] = []
    for row in scores[1:]:
        ways = best[:, None] + transitions
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    at = int(best.argmax())
    path = [at]
    for step in reversed(came):
        at = int(step[at])
        path.append(at)
    return [LABELS[at] for at in reversed(path)]


def likelihood(labels: Sequence[str], scores: Values, transitions: Values) -> float:
    """The logarithm of the probability of these labels among all that the words could have; scores:
    (words, labels)."""
    places = [LABELS.index(label) for label in labels]
    score = float(sum(row[at] for row, at in zip(scores, places, strict=True)))
    score += float(sum(transitions[one, other] for one, other in pairwise(places)))
    reached = scores[0]
    for row in scores[1:]:
        reached = np.logaddexp.reduce(reached[:, None] + transitions, axis=0) + row
    return score - float(np.logaddexp.reduce(reached))


@lru_cache(maxsize=1)
def open_model() -> Model:
    """Read the model."""
    read = arrays_in(MODEL_FILE)
    tags, kinds = (_linear(read, name) for name in ("tags", "kinds"))
    return Model(adapter_of(read), tags, read["transitions"].astype(np.float64), kinds)


def _linear(read: Mapping[str, Array], name: str) -> Linear:
    return Linear(*(read[f"{name}.{part}"].astype(np.float64) for part in Linear._fields))
