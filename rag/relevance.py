"""How likely a sentence speaks of a topic, in whatever words, judged in its place in the text.

Weighed are how near it comes to the topic (rag/nearness), and its neighbours, and its document; which of the
topic's words it holds (rag/coverage); and where the sentences stand that speak of it for certain. A small
network, trained by ``python -m eval.relevance`` and kept with the model of nearness, gives the probability.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rag.coverage import Coverage
from rag.evidence import ModelMismatch
from rag.nearness import MODEL_FILE, Asked, Values, arrays
from rag.topics import Topic

# Of a topic and a sentence, in this order. Before, after, around: of its neighbours (around: of two on either
# side). Above: a score less the high quantile of what has nothing to do with the topic.
INPUTS = (
    *("score", "deviations", "above", "above_before", "above_after", "above_around"),
    *("above_in_document", "above_of_three", "usual", "spread", "high"),
    *("share", "named", "lacks_names", "lacks_head", "reworded", "certain", "likely"),
    *("certain_before", "certain_after", "share_before", "share_after"),
    *("certain_in_document", "near_certain", "beside_certain", "since_certain", "next_to_certain"),
    *("any_certain", "terms", "names", "length", "few_words", "takes_up", "takes_up_certain"),
)
_OUTSIDE = -9.0  # above, where there is no neighbour
_FAR = 6  # sentences
_BESIDE = 2
_MOST_CERTAIN, _MOST_TERMS = 5, 4
_THREE = 3
_FEW_WORDS = 6
_TAKES_UP = re.compile(
    r"^\W*(?:it|they|this|these|those|that|he|she|we|its|their|his|her|such|both|also|in addition|moreover"
    r"|furthermore|but|and|as a result)\b",
    re.IGNORECASE,
)
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heard:
    """A document whose sentences are judged.

    scores: (sentences,), of their nearness. certain, likely: by the number of the sentence, how much it
    speaks of the topic by its words.
    """

    texts: Sequence[str]
    scores: Values
    certain: Mapping[int, float]
    likely: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """A network of one hidden layer on standardised inputs.

    The probability from which a sentence counts as speaking of the topic: beside one that does for certain,
    in the same document; and alone.
    """

    mean: Values
    deviation: Values
    hidden: Values
    hidden_bias: Values
    out: Values
    out_bias: float
    beside: float
    alone: float

    def likely(self, rows: Values) -> Values:
        """(n, inputs) → (n,): the probability that each sentence speaks of the topic."""
        hidden = np.maximum((rows - self.mean) / self.deviation @ self.hidden.T + self.hidden_bias, 0.0)
        odds: Values = hidden @ self.out + self.out_bias
        found: Values = 1 / (1 + np.exp(-odds))
        return found


@lru_cache(maxsize=1)
def open_judge() -> Judge:
    """Read the model; raises ModelMismatch when it was made for other inputs."""
    prefix = "judge."
    return judge_of({name.removeprefix(prefix): value for name, value in arrays().items() if prefix in name})


def judge_of(found: Mapping[str, Floats]) -> Judge:
    """The judge that these arrays are of; raises ModelMismatch when it was made for other inputs."""
    read = {name: value.astype(np.float64) for name, value in found.items()}
    if len(read["mean"]) != len(INPUTS):
        raise ModelMismatch(f"{MODEL_FILE.name} was made for other inputs; run: python -m eval.relevance")
    return Judge(
        read["mean"],
        read["deviation"],
        read["hidden"],
        read["hidden_bias"],
        read["out"],
        out_bias=float(read["out_bias"][0]),
        beside=float(read["beside"][0]),
        alone=float(read["alone"][0]),
    )


def closest(asked: Asked, heard: Heard, many: int) -> list[int]:
    """The sentences worth judging: the nearest, those that hold some of the topic, and their neighbours."""
    near = np.argsort(-heard.scores, kind="stable")[:many].tolist()
    beside = (at + step for at in heard.certain for step in range(-_BESIDE, _BESIDE + 1))
    found = {*near, *heard.likely, *(at for at in beside if 0 <= at < len(heard.texts))}
    return sorted(at for at in found if at in heard.certain or heard.scores[at] > asked.usual)


def inputs(
    topic: Topic,
    asked: Asked,
    heard: Heard,
    chosen: Sequence[int],
    covered: Callable[[int], Coverage],
    *,
    any_certain: bool,
) -> Values:
    """What the judge reads of the chosen sentences of a document: (chosen, INPUTS).

    covered: of a sentence by number, how far it speaks of the topic by its words. any_certain: whether some
    document speaks of it for certain.
    """
    above = heard.scores - asked.high
    best = np.sort(above)[::-1]
    certain = sorted(heard.certain)
    document = (float(best[0]), float(best[:_THREE].mean()), asked.usual, asked.spread, asked.high)
    of_topic = (any_certain, min(len(topic.terms), _MOST_TERMS), any(term.forms for term in topic.terms))
    rows = []
    for at in chosen:
        since, near = _distances(at, certain)
        takes_up = float(_TAKES_UP.match(heard.texts[at]) is not None)
        words = len(heard.texts[at].split())
        score = heard.scores[at]
        rows.append(
            [
                *(score, (score - asked.usual) / asked.spread, *_around(at, above), *document),
                *_by_words(at, heard, covered),
                *(
                    min(len(certain), _MOST_CERTAIN),
                    np.exp(-near),
                    near <= _BESIDE,
                    np.exp(-since),
                    since <= 1,
                ),
                *(*of_topic, np.log(words + 1), words < _FEW_WORDS, takes_up, takes_up * np.exp(-since)),
            ]
        )
    return np.array(rows, np.float64).reshape(len(rows), len(INPUTS))


def _around(at: int, above: Values) -> tuple[float, ...]:
    """A sentence's, the one's before and after it, and the highest of two on either side."""
    last = len(above) - 1
    near = [above[at + step] for step in (-2, -1, 1, 2) if 0 <= at + step <= last]
    before, after = above[at - 1] if at else _OUTSIDE, above[at + 1] if at < last else _OUTSIDE
    return above[at], before, after, max(near, default=_OUTSIDE)


def _by_words(at: int, heard: Heard, covered: Callable[[int], Coverage]) -> tuple[float, ...]:
    """What a sentence, and those beside it, hold of the topic's words."""
    own, last = covered(at), len(heard.texts) - 1
    return (
        *(own.share, own.named, own.lacks_names, own.lacks_head, own.reworded is not None),
        *(heard.certain.get(at, 0.0), heard.likely.get(at, 0.0)),
        *(at - 1 in heard.certain, at + 1 in heard.certain),
        *(covered(at - 1).share if at else 0.0, covered(at + 1).share if at < last else 0.0),
    )


def _distances(at: int, certain: Collection[int]) -> tuple[int, int]:
    """How many sentences ago the last certain one was, and how far the nearest is."""
    since = min((at - one for one in certain if one <= at), default=_FAR)
    near = min((abs(at - one) for one in certain), default=_FAR)
    return min(since, _FAR), min(near, _FAR)
