"""Which words of an English question are its topic, whose words are asked for, when and where, and what
kind of question it is: read by a model that has seen some four thousand questions.

A conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over what the embedding model has
made of each word after its fourth layer, and over closed classes of words; and a logistic regression
for the kind. Both are trained by ``python -m eval.questions`` and kept in ``tagging.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from index.documents import Span
from index.embedding import Embedder
from index.words import STOP_WORDS
from rag import periods, wording
from rag.shapes import Kind, Sought

MODEL_FILE = Path(__file__).parent / "tagging.json"
LAYER = (
    4  # of the embedding model's six: knows what a word does in its sentence, and not yet only what it means
)
PARTS = ("topic", "speaker", "period", "event")
OUTSIDE = "-"
# A part's first word, and its other words.
LABELS = (OUTSIDE, *(f"{mark}{part}" for part in PARTS for mark in ("^", "")))
Values = npt.NDArray[np.float64]

_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*\w*|(?:[A-Z]\.){2,}|[^\W\d_]+(?:[.&'’-]\w+)*|\w+|[^\w\s]")
_ENGLISH = (
    "SAYING DECIDING NAMING VOICING REACTING CLAIMING ASKING AUXILIARY ROLE BODY STANCES ABOUT ADVERBS"
    " DOCUMENTS MEETINGS"
).split()
_PLURAL = r"(?:s|es)?"
_CLASSES = {
    name.lower(): re.compile(
        rf"(?:{getattr(wording, name)}){_PLURAL if name in ('DOCUMENTS', 'MEETINGS') else ''}"
    )
    for name in _ENGLISH
}
_MARKS = frozenset(",;:-–—.?!(")
_NEAR = (-2, -1, 0, 1, 2)  # words whose features a word has, too
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_WH = frozenset("who whom whose when where why how what which".split())


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word or mark of a question; ``word`` in lower case, with straight apostrophes."""

    word: str
    shape: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the model makes of a question: its parts as they stand in it, its kind, and how sure that is."""

    kind: Kind
    sought: Sought | None
    certainty: float
    topic: Span | None = None
    speaker: Span | None = None
    period: Span | None = None
    event: Span | None = None


@dataclass(frozen=True, slots=True)
class Linear:
    """Scores of classes: weights of features by name, and of the model's states (dimension, classes)."""

    classes: tuple[str, ...]
    features: Mapping[str, Values]
    states: Values
    bias: Values

    def scores(self, features: Sequence[str], states: Values) -> Values:
        """(classes,) of one thing with these features and states (dimension,)."""
        known = [self.features[name] for name in features if name in self.features]
        return states @ self.states + self.bias + sum(known, np.zeros(len(self.classes)))


@dataclass(frozen=True, slots=True)
class Model:
    """tags: of each word; transitions: (labels, labels), from the row to the column; kinds: "fact date"."""

    tags: Linear
    transitions: Values
    kinds: Linear


@lru_cache(maxsize=1024)
def tagged(question: str) -> Tagged | None:
    """Read a question; None where it has no word."""
    model = open_model()
    tokens = tokens_of(question)
    if not any(token.word[0].isalnum() for token in tokens):
        return None
    states = states_of(question, tokens)
    rows = zip(token_features(question, tokens), states, strict=True)
    labels = best_path(np.stack([model.tags.scores(*row) for row in rows]), model.transitions)
    scores = model.kinds.scores(kind_features(tokens, labels), states.mean(axis=0))
    likely = np.exp(scores - scores.max())
    kind, _, sought = model.kinds.classes[int(scores.argmax())].partition(" ")
    of_kind = [likely[at] for at, name in enumerate(model.kinds.classes) if name.split()[0] == kind]
    return Tagged(
        cast(Kind, kind),
        cast(Sought, sought) if sought else None,
        float(sum(of_kind) / likely.sum()),
        **spans_of(tokens, labels),
    )


def tokens_of(question: str) -> list[Token]:
    """The words and marks of a question, in order."""
    return [
        Token(*match.span(), match.group().lower().replace("’", "'"), _shape(match.group()))
        for match in _TOKEN.finditer(question)
    ]


def spans_of(tokens: Sequence[Token], labels: Sequence[str]) -> dict[str, Span]:
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


def token_features(question: str, tokens: Sequence[Token]) -> list[list[str]]:
    """The features of each word: what it and its neighbours are, and what stands before it."""
    dated = _dated(question)
    own = [_features(token, dated=any(one.contains(token) for one in dated)) for token in tokens]
    first = tokens[0].word if tokens[0].word in STOP_WORDS or _classes(tokens[0].word) else "*"
    found = []
    mark = ""
    for at, token in enumerate(tokens):
        near = [
            f"{step} {feature}"
            for step in _NEAR
            for feature in (own[at + step] if 0 <= at + step < len(tokens) else ("edge",))
        ]
        found.append([*near, f"first {first}", f"place {min(at, 3)}", f"after {mark}"])
        mark = token.word if token.word in _MARKS else mark
    return found


def kind_features(tokens: Sequence[Token], labels: Sequence[str]) -> list[str]:
    """The features of a whole question: up to three words in a row, each part of it taken as one word."""
    words = ["^"]
    for token, label in zip(tokens, labels, strict=True):
        part = f"<{label.lstrip('^')}>"
        if label == OUTSIDE:
            words.append(token.word)
        elif words[-1] != part:
            words.append(part)
    words.append("$")
    inside = [token.word for token, label in zip(tokens, labels, strict=True) if label.endswith("topic")]
    plain = [token.word for token in tokens] + ["$", "$"]
    found = {" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1)}
    found |= {f"class {name}" for word in words for name in _classes(word)}
    found |= {
        f"asks {' '.join(plain[at : at + size])}"
        for at, word in enumerate(plain)
        if word in _WH
        for size in (1, 2, 3)
    }
    found |= {f"opens {' '.join(plain[:size])}" for size in (1, 2, 3)}
    found |= {f"topic has {word}" for word in inside if word in STOP_WORDS}
    return [*sorted(found), f"topic opens {' '.join(inside[:1])}", f"topic of {min(len(inside), 9)}"]


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


def states_of(question: str, tokens: Sequence[Token]) -> Values:
    """What the embedding model has made of each word: (len(tokens), dimension), the mean of its pieces."""
    spans, states = _embedder().states(question, LAYER)
    found = np.zeros((len(tokens), states.shape[1]))
    for at, token in enumerate(tokens):
        pieces = [place for place, span in enumerate(spans) if span.overlaps(token)]
        if pieces:  # the end of a very long question is not read
            found[at] = states[pieces].mean(axis=0)
    return found


@lru_cache(maxsize=1)
def open_model() -> Model:
    """Read the model."""
    read = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    tags, kinds = (_linear(read[name]) for name in ("tags", "kinds"))
    transitions = np.array([[read["transitions"][one][other] for other in LABELS] for one in LABELS])
    return Model(tags, transitions, kinds)


def _linear(read: Mapping[str, Mapping[str, Mapping[str, float] | Sequence[float] | float]]) -> Linear:
    classes = tuple(read["bias"])
    features = {
        name: np.array([cast(Mapping[str, float], weights).get(one, 0.0) for one in classes])
        for name, weights in read["features"].items()
    }
    states = np.array([read["states"][one] for one in classes]).T
    return Linear(classes, features, states, np.array(list(read["bias"].values())))


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    return Embedder()


def _features(token: Token, *, dated: bool) -> tuple[str, ...]:
    word = token.word
    classes = _classes(word)
    known = word in STOP_WORDS or classes or not word[0].isalnum()
    return (
        *([word] if known else []),
        f"shape {token.shape}",
        *(f"class {name}" for name in classes),
        *(["dated"] if dated else []),
    )


@lru_cache(maxsize=1 << 14)
def _classes(word: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _CLASSES.items() if pattern.fullmatch(word))


def _dated(question: str) -> list[Span]:
    return [Span(one.start, one.end) for one in periods.mentions(wording.folded(question), None)]


def _shape(written: str) -> str:
    if written[0].isdigit():
        return "year" if _YEAR.fullmatch(written) else "number"
    if not written[0].isalnum():
        return written
    if written[0].isupper():
        return "capitals" if written.isupper() and len(written) > 1 else "capital"
    return "small"
