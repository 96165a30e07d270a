"""What the reader learns from: questions on sentences that follow each other, and topics."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from eval.briefings import briefings
from eval.datasets_base import HALVES, half_of, is_read_of, records_of
from eval.datasets_clapnq import passage_of, selected
from eval.datasets_squad import paragraphs
from eval.reader_net import Item
from eval.relevance import Case, Page, Prepared
from eval.relevance_net import Labels
from index.embedding import Vectors, unit
from index.embedding_light import LightEncoder
from index.sentences import sentences

HERE = Path(__file__).parent
PASSAGES = HERE / "reader.jsonl"
_BESIDE = 4  # sentences either way of the one that comes nearest to a topic
_SPEAKING = 2  # documents that speak of a topic, of which it learns


def own_items(data: Path) -> Iterator[Item]:
    """The questions of ``eval/reader.jsonl``, some of them to measure by."""
    lines = [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]
    texts = briefings({line["document"] for line in lines if "document" in line}, data)
    for line in lines:
        found = line["sentences"]
        if "document" in line:
            text = texts.get(line["document"]) or (HERE / line["document"]).read_text(encoding="utf-8")
            found = [" ".join(text[start:end].split()) for start, end in found]
        source = "held back" if line.get("held_back") else "own"
        for one in line["questions"]:
            answer = tuple(one["answer"]) if one["answer"] else None
            yield Item(source, one["question"], found, frozenset(one["right"]), answer)


def squad_items(data: Path) -> Iterator[Item]:
    """The questions of SQuAD 2 that this learns from, and those of its unseen half to measure by."""
    for paragraph in paragraphs(data / "squad2" / "dev-v2.0.json"):
        source = _source("squad2", paragraph.title)
        spans = sentences(paragraph.context)
        texts = [paragraph.context[span.start : span.end] for span in spans]
        for one in paragraph.questions if source else ():
            starts = [] if one["is_impossible"] else [answer["answer_start"] for answer in one["answers"]]
            right = [at for s in starts for at, span in enumerate(spans) if span.start <= s < span.end]
            answer = None
            if right:
                start = starts[0] - spans[right[0]].start
                answer = right[0], start, start + len(one["answers"][0]["text"])
            asked = one["question"].strip()
            yield Item(source, asked, texts, frozenset(right), answer)


def clapnq_items(data: Path) -> Iterator[Item]:
    """The same of CLAP-NQ."""
    for kind in ("answerable", "unanswerable"):
        for where, record in records_of(data / "clapnq" / f"clapnq_dev_{kind}.jsonl"):
            _, found = passage_of(record, where)
            if source := _source("clapnq", record["id"]):
                right = frozenset(selected(record, found, where))
                yield Item(source, record["input"], found, right)


def _source(name: str, key: str) -> str:
    """Nothing for what other models are fitted to."""
    if half_of(key) == HALVES[1]:
        return name
    return "read" if is_read_of(key) else ""


def topic_items(groups: Sequence[Prepared], light: LightEncoder) -> Iterator[Item]:
    """Topics, with documents that speak of them, and with the one that comes nearest of those that do not."""
    for group in groups:
        bounds = np.cumsum([len(page.outline.texts) for page in group.pages])[:-1]
        for case in group.cases:
            asked = light.vector(case.topic.words, {})
            each = zip(group.pages, np.split(case.labels, bounds), strict=True)
            found = sorted(
                (_about(case, page, labels, asked) for page, labels in each), key=lambda one: -one[0]
            )
            yield from [item for _, item in found if item.right][:_SPEAKING]
            yield from [item for _, item in found if not item.right][:1]


def _about(case: Case, page: Page, labels: Labels, asked: Vectors) -> tuple[float, Item]:
    """How near a document comes to a topic, and both: of one that does not speak of it the nearest part."""
    near = page.vectors @ asked
    texts = [" ".join(text.split()) for text in page.outline.texts]
    first, last = 0, len(texts)
    if not (labels == 1).any():
        best = int(near.argmax())
        first, last = max(0, best - _BESIDE), best + _BESIDE + 1
    right = frozenset(np.flatnonzero(labels[first:last] == 1).tolist())
    unsure = frozenset(np.flatnonzero(labels[first:last] == -1).tolist())
    item = Item("topic", f"What is said about {case.topic.words}?", texts[first:last], right, unsure=unsure)
    return float(near.max()), item


def with_elsewhere(items: Sequence[Item], light: LightEncoder) -> list[Item]:
    """Questions with the other passage that comes nearest to each, for those that are sure not to be answered
    there: it does not hold the words of the answer."""
    passages = list(dict.fromkeys(tuple(item.sentences) for item in items))
    numbers = {passage: number for number, passage in enumerate(passages)}
    vectors = unit(light.encode([" ".join(sentences) for sentences in passages]))
    near = unit(light.encode([item.question for item in items])) @ vectors.T
    found = []
    for item, row in zip(items, near, strict=True):
        row[numbers[tuple(item.sentences)]] = -1
        other = passages[int(row.argmax())]
        answered = item.answer and item.sentences[item.answer[0]][item.answer[1] : item.answer[2]]
        sure = answered and answered.lower() not in " ".join(other).lower()
        found.append(replace(item, elsewhere=other) if sure else item)
    return found
