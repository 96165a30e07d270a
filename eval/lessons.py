"""Questions with candidate sentences and the known answer, made of SQuAD 2 and CLAP-NQ, to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from eval.datasets_base import HALVES, half_of, records_of
from eval.datasets_clapnq import passage_of, selected
from eval.datasets_squad import paragraphs
from index.documents import Span
from index.embedding import Embedder
from index.sentences import sentences
from rag.evidence import sentence_inputs
from rag.fact.signals import Candidate

Values = npt.NDArray[np.float64]
Source = Literal["squad2", "clapnq"]
_PASSAGES = 8  # passages read for a question that is posed to the whole collection
_CLAPNQ_WEIGHT = 4.0  # a CLAP-NQ question counts as four: SQuAD 2 has ten times as many


@dataclass(frozen=True, slots=True)
class _Passage:
    source: Source
    half: int
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    @property
    def spans(self) -> list[Span]:
        """Where in the text the sentences stand."""
        ends = list(accumulate((len(one) + 1 for one in self.sentences), initial=0))
        return [Span(start, end - 1) for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Exercise:
    """passage: its number. gold: the sentences of it that answer; none for an unanswerable question."""

    source: Source
    half: int
    text: str
    passage: int
    gold: frozenset[int]
    answerable: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """An exercise with its candidates: ``rows`` are inputs of the sentence model, ``gold`` marks answers."""

    exercise: Exercise
    rows: Values
    gold: npt.NDArray[np.bool_]
    alone: bool  # posed to its own passage only

    @property
    def weight(self) -> float:
        return _CLAPNQ_WEIGHT if self.exercise.source == "clapnq" else 1.0


def lessons(data: Path) -> list[Lesson]:
    """Every question of the data sets in ``data``, posed twice: to its passage, and to its half of all."""
    return _posed(*_read(data))


def _read(data: Path) -> tuple[list[_Passage], list[Exercise]]:
    passages: list[_Passage] = []
    questions: list[Exercise] = []
    for passage, asked in (*_squad(data / "squad2"), *_clapnq(data / "clapnq")):
        number = len(passages)
        passages.append(passage)
        questions += [
            Exercise(passage.source, passage.half, text, number, gold, answerable)
            for text, gold, answerable in asked
        ]
    return passages, questions


_Asked = list[tuple[str, frozenset[int], bool]]


def _squad(folder: Path) -> Iterator[tuple[_Passage, _Asked]]:
    for paragraph in paragraphs(folder / "dev-v2.0.json"):
        text = paragraph.context
        spans = sentences(text)
        half = HALVES.index(half_of(paragraph.title))
        passage = _Passage("squad2", half, tuple(text[s.start : s.end] for s in spans))
        asked: _Asked = []
        for one in paragraph.questions:
            starts = [] if one["is_impossible"] else [answer["answer_start"] for answer in one["answers"]]
            gold = frozenset(
                at for at, span in enumerate(spans) if any(span.start <= s < span.end for s in starts)
            )
            asked.append((one["question"].strip(), gold, not one["is_impossible"]))
        yield passage, asked


def _clapnq(folder: Path) -> Iterator[tuple[_Passage, _Asked]]:
    for kind in ("answerable", "unanswerable"):
        for where, record in records_of(folder / f"clapnq_dev_{kind}.jsonl"):
            _, found = passage_of(record, where)
            gold = frozenset(selected(record, found, where))
            half = HALVES.index(half_of(record["id"]))
            yield _Passage("clapnq", half, found), [(record["input"], gold, kind == "answerable")]


def _posed(passages: Sequence[_Passage], questions: Sequence[Exercise]) -> list[Lesson]:
    embedder = Embedder()
    rarity = lru_cache(maxsize=None)(embedder.unusualness)
    texts = [passage.text for passage in passages]
    whole, within = embedder.embed(texts, [passage.spans for passage in passages])
    asked = embedder.encode([question.text for question in questions])
    members = {
        key: np.array([n for n, passage in enumerate(passages) if (passage.source, passage.half) == key])
        for key in {(passage.source, passage.half) for passage in passages}
    }
    found: list[Lesson] = []
    for question, vector in zip(questions, asked, strict=True):
        pool = members[question.source, question.half]
        nearest = pool[np.argsort(-(whole[pool] @ vector), kind="stable")[:_PASSAGES]].tolist()
        for numbers in ([question.passage], nearest):
            candidates = [
                Candidate(text, texts[n], float(within[n][at] @ vector), float(whole[n] @ vector))
                for n in numbers
                for at, text in enumerate(passages[n].sentences)
            ]
            gold = np.array(
                [
                    n == question.passage and at in question.gold
                    for n in numbers
                    for at in range(len(passages[n].sentences))
                ]
            )
            rows = sentence_inputs(question.text, candidates, rarity=rarity)
            found.append(Lesson(question, rows, gold, alone=len(numbers) == 1))
    return found
