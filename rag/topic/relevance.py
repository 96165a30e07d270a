"""How likely each sentence of a document speaks of a topic, in whatever words, judged in its place.

Weighed are how near it comes to the topic (rag/topic/nearness), which of the topic's words it holds
(rag/topic/coverage) and how whole (rag/topic/wholeness), where the sentences stand that speak of it for
certain and how like them it is (rag/topic/likeness), and how the text is laid out (rag/topic/outlines).
A small network reads the sentences in order, so that it hears where a topic is taken up and where it is left:
dilated convolutions (Yu and Koltun, "Multi-Scale Context Aggregation by Dilated Convolutions", ICLR 2016),
trained by ``python -m eval.relevance`` and kept with the model of nearness.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from index.embedding import Vectors
from rag.adapters import arrays_in
from rag.evidence import ModelMismatch
from rag.topic.continuations import Tie
from rag.topic.coverage import cover
from rag.topic.feedback import Feedback, Rarity, feedback
from rag.topic.gathering import Gathered, gathered
from rag.topic.likeness import Like, likeness
from rag.topic.nearness import MODEL_FILE, Asked, Values, follows
from rag.topic.outlines import Outline
from rag.topic.standing import Standing, standing
from rag.topic.topics import Topic
from rag.topic.wholeness import Whole, whole

# Of a topic and a sentence, in this order. Above: a score less the high quantile of what has nothing to do
# with the topic. Follows: how like the sentence before it is.
_WORDED = ("share", "named", "lacks_names", "lacks_head", "reworded", *Whole._fields)
INPUTS = (
    *("score", "deviations", "above", "follows"),
    *("above_in_document", "above_of_three", "usual", "spread", "high"),
    *(*_WORDED, "certain", "likely"),
    *("certain_in_document", "near_certain", "since_certain", "any_certain"),
    *("headed", "begins", "is_heading", "takes_up"),
    *("terms", "names", "length", "few_words"),
    *Like._fields,
    *(*Standing._fields, *Gathered._fields, *Feedback._fields),
)
DILATIONS = (1, 2, 4, 8)  # how far apart the three sentences are that each layer reads
# "One electric car" for "the cost of electricity": what holds the words and is judged so low means something
# else.
REFUTED = 0.2
# From what probability a sentence is quoted that follows what names the topic, where how it does tells more
# than that it stands beside it.
_FROM: Mapping[Tie, float] = {"answers": REFUTED, "takes up": 0.0}
_FAR = 6  # sentences
_MOST_CERTAIN, _MOST_TERMS = 5, 4
_THREE = 3
_FEW_WORDS = 6
_MOST_DEVIATIONS = 6.0
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heard:
    """A document whose sentences are judged.

    worded: what their words tell of the topic (``worded``). seen: (sentences, dimension), as the model of
    nearness sees them. certain, likely: by the number of the sentence, how much it speaks of the topic by its
    words. ties: how it follows one that names the topic, where it does not speak of it by its own words.
    """

    outline: Outline
    worded: Values
    seen: Vectors
    certain: Mapping[int, float]
    likely: Mapping[int, float]
    ties: Mapping[int, Tie] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judge:
    """A layer on standardised inputs, (inputs, width); layers of (3 * width, width) over a sentence and those
    so many before and after it, each added to what it read; and the odds, (width,).

    The probability from which a sentence counts as speaking of the topic: beside one that does for certain,
    in the same document; and alone.
    """

    mean: Values
    deviation: Values
    first: Values
    first_bias: Values
    layers: Sequence[tuple[Values, Values]]
    out: Values
    out_bias: float
    beside: float
    alone: float

    def likely(self, rows: Values) -> Values:
        """(sentences of a document in order, inputs) → (sentences,): how likely each speaks of it."""
        read = standardised(rows, self.mean, self.deviation)
        states = np.maximum(read @ self.first + self.first_bias, 0.0)
        for apart, (weight, bias) in zip(DILATIONS, self.layers, strict=True):
            around = np.pad(states, ((apart, apart), (0, 0)))
            joined = np.concatenate([around[: -2 * apart], states, around[2 * apart :]], axis=1)
            states = states + np.maximum(joined @ weight + bias, 0.0)
        odds: Values = states @ self.out + self.out_bias
        found: Values = 1 / (1 + np.exp(-odds))
        return found


def standardised(rows: Values, mean: Values, deviation: Values) -> Values:
    """(sentences, inputs) in deviations from the mean, so many at most: what is rare drowns nothing else."""
    found: Values = np.clip((rows - mean) / deviation, -_MOST_DEVIATIONS, _MOST_DEVIATIONS)
    return found


@lru_cache(maxsize=1)
def open_judge() -> Judge:
    """Read the model; raises ModelMismatch when it was made for other inputs."""
    prefix = "judge."
    kept = arrays_in(MODEL_FILE)
    return judge_of({name.removeprefix(prefix): value for name, value in kept.items() if prefix in name})


def judge_of(found: Mapping[str, Floats]) -> Judge:
    """The judge that these arrays are of; raises ModelMismatch when it was made for other inputs."""
    read = {name: value.astype(np.float64) for name, value in found.items()}
    if len(read["mean"]) != len(INPUTS):
        raise ModelMismatch(f"{MODEL_FILE.name} was made for other inputs; run: python -m eval.relevance")
    return Judge(
        read["mean"],
        read["deviation"],
        read["first"],
        read["first_bias"],
        [(read[f"layer{at}"], read[f"layer{at}_bias"]) for at in range(len(DILATIONS))],
        read["out"],
        out_bias=float(read["out_bias"][0]),
        beside=float(read["beside"][0]),
        alone=float(read["alone"][0]),
    )


def least(heard: Heard, judge: Judge) -> Values:
    """From what probability each sentence of a document is quoted, (sentences,)."""
    found = np.full(len(heard.seen), judge.beside if heard.certain else judge.alone)
    found[list(heard.certain)] = REFUTED
    for at, tie in heard.ties.items():
        found[at] = _FROM.get(tie, found[at])
    return found


def worded(topic: Topic, outline: Outline) -> Values:
    """What the words of each sentence of a document tell of a topic: (sentences, _WORDED)."""
    sought = topic.sought
    nothing = _worded(topic, "", frozenset())
    found = [
        nothing if sought.isdisjoint(own) else _worded(topic, text, own)
        for text, own in zip(outline.texts, outline.stems, strict=True)
    ]
    return np.array(found, np.float64).reshape(-1, len(_WORDED))


def _worded(topic: Topic, text: str, stems: frozenset[str]) -> tuple[float, ...]:
    own = cover(topic, text, stems)
    reworded = own.reworded is not None
    return own.share, own.named, own.lacks_names, own.lacks_head, reworded, *whole(topic, text, stems)


def inputs(topic: Topic, asked: Asked, documents: Sequence[Heard], rare: Rarity) -> list[Values]:
    """What the judge reads of documents that are heard together, of each (sentences, INPUTS).

    rare: how rare their words are (``rag.topic.feedback.rarity``).
    """
    if not documents:
        return []
    scores = [asked.scores(heard.seen) for heard in documents]
    like = likeness([heard.seen for heard in documents], scores, [heard.certain for heard in documents])
    any_certain = any(heard.certain for heard in documents)
    return [
        np.concatenate([_inputs(topic, asked, heard, own, any_certain=any_certain), alike, around], axis=1)
        for heard, own, alike, around in zip(
            documents, scores, like, surroundings(topic, documents, rare), strict=True
        )
    ]


def surroundings(topic: Topic, documents: Sequence[Heard], rare: Rarity) -> Iterator[Values]:
    """Of each document what stands around its sentences, and what words they share with the certain ones:
    (sentences, fields of Standing, Gathered and Feedback)."""
    shared = feedback(
        topic, [heard.outline for heard in documents], [heard.certain for heard in documents], rare
    )
    for heard, own in zip(documents, shared, strict=True):
        stands = standing(heard.outline, heard.certain, heard.ties)
        yield np.concatenate([stands, gathered(topic, heard.outline), own], axis=1)


def _inputs(topic: Topic, asked: Asked, heard: Heard, scores: Values, *, any_certain: bool) -> Values:
    """All but what tells how like its sentences are to others, and what stands around them."""
    outline, many = heard.outline, len(scores)
    above = scores - asked.high
    best = np.sort(above)[::-1]
    certain, since, near = _certain(heard, many)
    of_document = (float(best[0]), float(best[:_THREE].mean()), asked.usual, asked.spread, asked.high)
    of_topic = (min(len(topic.terms), _MOST_TERMS), any(term.forms for term in topic.terms))
    headed = {own: topic.share_in(own) for own in set(outline.above)}
    columns = (
        *(scores, (scores - asked.usual) / asked.spread, above, follows(heard.seen), *of_document),
        *heard.worded.T,
        *(certain, [heard.likely.get(at, 0.0) for at in range(many)]),
        *(min(len(heard.certain), _MOST_CERTAIN), np.exp(-near), np.exp(-since), any_certain),
        *([headed[own] for own in outline.above], outline.begins, outline.is_heading, outline.takes_up),
        *(*of_topic, np.log(outline.lengths + 1), outline.lengths < _FEW_WORDS),
    )
    return np.stack([np.broadcast_to(np.asarray(column, np.float64), many) for column in columns], axis=1)


def _certain(heard: Heard, many: int) -> tuple[Values, Values, Values]:
    """Of each sentence, (many,): how much it speaks of the topic for certain, how many sentences ago the last
    one did, and how far the nearest is."""
    certain = np.zeros(many)
    since, near = np.full(many, float(_FAR)), np.full(many, float(_FAR))
    for at, share in heard.certain.items():
        certain[at] = share
        reached = np.arange(max(0, at - _FAR), min(many, at + _FAR))
        near[reached] = np.minimum(near[reached], np.abs(reached - at))
        after = reached[reached >= at]
        since[after] = np.minimum(since[after], after - at)
    return certain, since, near
