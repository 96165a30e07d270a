"""Whether a sentence speaks of a topic in other words than those asked: "layoffs" in "200 positions go".

A logistic regression over cosines, trained by ``eval/rewording.py`` and kept in ``meaning.json``. A cosine
alone tells little: some topics are near to every sentence, and some sentences to every topic. So it is
set against how near the topic comes to sentences that do not speak of it, and the sentence to topics that
it does not speak of (the correction for hubs of Conneau et al., "Word Translation Without Parallel
Data", ICLR 2018). Those are the lines of ``background.txt``, whose vectors are kept beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.embedding import Vectors
from index.words import stems
from rag.evidence import Regression, Values, probability, regression
from rag.topics import Term, Topic

MODEL_FILE = Path(__file__).parent / "meaning.json"
BACKGROUND_FILE = Path(__file__).parent / "background.txt"
VECTORS_FILE = Path(__file__).parent / "background.npz"
# The cosine to the whole sentence and to the nearest of its clauses, and how near each comes to what it
# has nothing to do with: the topic to sentences, the sentence and the clause to topics. Of the topic's
# words, the cosine of the least near to a clause (1 for one that stands there), the share of those that
# stand there, and whether some do and some do not: "nuclear waste" is not the "nuclear deterrent".
INPUTS = (
    "whole",
    "clause",
    "topic_crowd",
    "whole_crowd",
    "clause_crowd",
    "weakest",
    "literal",
    "partial",
)
_CROWD = 8  # nearest of the background, whose mean is the crowd's nearness
_READ_CLOSELY = 24  # sentences of which the clauses are looked at
_KEPT = 4000  # sentences read, of about 6 kB
_LEAST_WORDS = 4  # of a clause
_SAME_MODEL = 0.999  # cosine of a background line to its stored vector
_CLAUSES = re.compile(
    r"[,;:–—]\s+|\s+(?:and|but|while|that|which|who|because|as|after|before|when|where|although|since)\s+"
)


@dataclass(frozen=True, slots=True)
class Background:
    """Topics and sentences that have nothing to do with one another: vectors (n, dimension) of each."""

    topics: Vectors
    sentences: Vectors


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic: the vectors of all of it (dimension,) and of each of its words (n, dimension).

    stems: of each word; a sentence with one of them holds the word. crowd: how near it comes to sentences
    that do not speak of it.
    """

    whole: Vectors
    words: Vectors
    stems: tuple[frozenset[str], ...]
    crowd: float


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence: the vectors of all of it (dimension,) and of its clauses (n, dimension).

    crowd, crowds: how near all of it and each clause (n,) come to topics that they do not speak of.
    """

    text: str
    whole: Vectors
    clauses: Vectors
    crowd: float
    crowds: Values


@dataclass(frozen=True, slots=True)
class Judge:
    """The trained model. threshold: the probability from which a sentence counts as speaking of a topic."""

    weights: Regression
    threshold: float


@lru_cache(maxsize=1)
def open_judge() -> Judge:
    """Read the model. Raises ModelMismatch when it was made for other inputs."""
    read = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    weights = regression(read, INPUTS, file=MODEL_FILE.name, made_by="eval.rewording")
    return Judge(weights, float(read["threshold"]))


def common(topic: Topic) -> str:
    """What can be said in other words: a topic without its names and numbers, which cannot."""
    if not any(_is_exact(term) for term in topic.terms):
        return topic.words
    return " ".join(term.words for term in topic.terms if not _is_exact(term))


def _is_exact(term: Term) -> bool:
    return bool(term.forms) or term.words[:1].isdigit()


def meant(topic: Topic, sentences: Sequence[str], collection: Collection) -> list[float]:
    """For each sentence the probability that it speaks of what is no name in a topic; 0 for the remotest."""
    terms = [term for term in topic.terms if not _is_exact(term)]
    if not sentences or not terms:
        return [0.0] * len(sentences)
    background, known = collection.remembered("read for meaning", lambda: _nothing_read(collection))
    whole = collection.query_vector(common(topic))
    parts = np.stack([collection.query_vector(term.words) for term in terms])
    crowd = float(crowds(whole[None], background.sentences)[0])
    asked = Asked(whole, parts, tuple(term.stems for term in terms), crowd)
    vectors = collection.sentence_vectors(sentences)
    close = np.argsort(-(vectors @ asked.whole), kind="stable")[:_READ_CLOSELY].tolist()
    new = [sentences[at] for at in close if sentences[at] not in known]
    if len(known) + len(new) > _KEPT:
        known.clear()
        new = [sentences[at] for at in close]
    known.update(zip(new, reads(new, collection.sentence_vectors, background), strict=True))
    rows = [inputs(asked, known[sentences[at]]) for at in close]
    found = [0.0] * len(sentences)
    for at, likely in zip(close, probability(open_judge().weights.log_odds(np.array(rows))), strict=True):
        found[at] = float(likely)
    return found


def reads(
    sentences: Sequence[str], embed: Callable[[Sequence[str]], Vectors], background: Background
) -> list[Read]:
    """The sentences as the model reads them; embed: texts → rows of unit length."""
    if not sentences:
        return []
    parts = [clauses(sentence) for sentence in sentences]
    vectors = embed([*sentences, *(part for each in parts for part in each)])
    near = crowds(vectors, background.topics)
    ends = (len(sentences) + np.cumsum([len(each) for each in parts])).tolist()
    spans = [slice(end - len(each), end) for each, end in zip(parts, ends, strict=True)]
    return [
        Read(sentence, vectors[at], vectors[span], float(near[at]), near[span])
        for at, (sentence, span) in enumerate(zip(sentences, spans, strict=True))
    ]


def inputs(asked: Asked, sentence: Read) -> list[float]:
    """What the model reads, in the order of INPUTS."""
    cosines = sentence.clauses @ asked.whole
    best = int(np.argmax(cosines - 0.5 * sentence.crowds))
    known = frozenset(stems(sentence.text))
    literal = np.array([not known.isdisjoint(word) for word in asked.stems])
    near = np.where(literal, 1.0, (asked.words @ sentence.clauses.T).max(axis=1))
    return [
        float(sentence.whole @ asked.whole),
        float(cosines[best]),
        asked.crowd,
        sentence.crowd,
        float(sentence.crowds[best]),
        float(near.min()),
        float(literal.mean()),
        float(literal.any() and not literal.all()),
    ]


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence that say something, or the sentence where it has but one."""
    parts = [part.strip() for part in _CLAUSES.split(sentence)]
    return [part for part in parts if len(part.split()) >= _LEAST_WORDS] or [sentence]


def background_lines() -> tuple[list[str], list[str]]:
    """The topics and the sentences of the background."""
    lines = [line for line in BACKGROUND_FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [line for line in lines if line[-1:] != "."], [line for line in lines if line[-1:] == "."]


def crowds(vectors: Vectors, background: Vectors) -> Values:
    """The mean cosine of each vector to the nearest of the background: (len(vectors),)"""
    cosines: npt.NDArray[np.float32] = vectors @ background.T
    nearest = np.partition(cosines, -_CROWD, axis=1)[:, -_CROWD:]
    found: Values = nearest.mean(axis=1, dtype=np.float64)
    return found


def _nothing_read(collection: Collection) -> tuple[Background, dict[str, Read]]:
    return _background(collection), {}


def _background(collection: Collection) -> Background:
    """As it is kept, or embedded anew where the collection's model is another."""
    topics, sentences = background_lines()
    with np.load(VECTORS_FILE, allow_pickle=False) as kept:
        found = Background(kept["topics"].astype(np.float32), kept["sentences"].astype(np.float32))
    sample = collection.query_vector(topics[0])
    is_same = sample.shape == found.topics[0].shape and float(sample @ found.topics[0]) > _SAME_MODEL
    if is_same and (len(topics), len(sentences)) == (len(found.topics), len(found.sentences)):
        return found
    return Background(collection.sentence_vectors(topics), collection.sentence_vectors(sentences))
