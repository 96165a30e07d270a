"""Train and measure what tells which sentences speak of a topic.

    python -m eval.relevance --data ../shared/data

Learns from ``eval/relevance.jsonl``: some 8,000 topics, each judged against every sentence of three to ten
documents: White House briefings and paragraphs of SQuAD 2, of which only places are kept here, the articles
of ``eval/news``, and minutes, hearings, speeches and reports made up for this (``eval/made_up``). A topic
is named in the words of the text, in others, or broadly, or is a near miss that nothing speaks of.

Nearness is learned three times without a third of the documents, so that each third is scored by one that has
not seen it; from these scores the judge learns, and is measured, a third held back each time. What ships
learned from all. Writes ``rag/topic/relevance.safetensors``; takes half an hour on two cores.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np

from eval.adapted import keep, light_encoder
from eval.briefings import briefings
from eval.quoted import unmarked
from eval.relevance_net import Labels, Lesson, Read, trained_judge, trained_nearness
from index.collection import Collection
from index.embedding import Vectors
from index.embedding_light import Array, LightEncoder, cores
from rag.speakers import note
from rag.topic.continuations import Tie
from rag.topic.feedback import rarity
from rag.topic.nearness import MODEL_FILE, Model, Values, in_context, model_of
from rag.topic.outlines import Flags, Outline, outline
from rag.topic.relevance import REFUTED, Heard, Judge, inputs, judge_of, worded
from rag.topic.spoken import heard_of
from rag.topic.topics import Topic

HERE = Path(__file__).parent
GROUPS = HERE / "relevance.jsonl"
_FOLDS = 3
# From what probability a sentence counts: beside one that speaks of the topic for certain, where precision is
# to be kept, and alone, where of near misses one in seven gets an answer.
_BESIDE, _ALONE = 0.9, 0.6
Kind = Literal["named", "reworded", "broad", "near"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A topic; said, unsure: the sentences that speak of it, or may, by document and where they start."""

    words: str
    kind: Kind
    said: frozenset[tuple[int, int]]
    unsure: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that stand in one collection, and topics judged against all their sentences."""

    texts: Mapping[str, str]
    topics: Sequence[Labelled]


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the collection holds it, with the vectors (n, dimension) of its sentences in context."""

    outline: Outline
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Case:
    """A topic, what speaks of it by words, by document and sentence, how others follow it, and what all tell
    of it by their words.

    labels: of the sentences of all pages together.
    """

    topic: Topic
    kind: Kind
    certain: Sequence[Mapping[int, float]]
    likely: Sequence[Mapping[int, float]]
    ties: Sequence[Mapping[int, Tie]]
    worded: Sequence[Values]
    labels: Labels


@dataclass(frozen=True, slots=True)
class Prepared:
    """A group, read."""

    pages: Sequence[Page]
    cases: Sequence[Case]

    @property
    def lesson(self) -> Lesson:
        vectors = np.concatenate([page.vectors for page in self.pages])
        return Lesson(vectors, [(case.topic.words, case.labels) for case in self.cases])


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.relevance", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the briefings and squad2")
    options = parser.parse_args(argv)
    with ProcessPoolExecutor(cores()) as pool:
        groups = list(pool.map(prepare, read_groups(options.data), chunksize=4))
    light = light_encoder()
    folds = [groups[first::_FOLDS] for first in range(_FOLDS)]
    tables = [_scored(folds, at, light) for at in range(_FOLDS)]
    measured = measure(tables)
    arrays = trained_nearness([group.lesson for group in groups], light)
    arrays |= {f"judge.{name}": value for name, value in _judge_arrays(tables).items()}
    about = {
        "made_by": "python -m eval.relevance",
        "trained_on": sum(len(group.cases) for group in groups),
        "measured": measured,
    }
    keep(arrays, about, MODEL_FILE)
    sys.stdout.write(json.dumps(measured, indent=1) + "\n")
    return 0


def read_groups(data: Path) -> Iterator[Group]:
    """The labelled groups with their texts, those of ``data`` among them."""
    lines = [json.loads(line) for line in GROUPS.read_text(encoding="utf-8").splitlines()]
    texts = _texts({name for line in lines for name in line["documents"]}, data)
    for line in lines:
        topics = [
            Labelled(
                one["topic"],
                one["kind"],
                *(frozenset((at, start) for at, start in one[name]) for name in ("said", "unsure")),
            )
            for one in line["topics"]
        ]
        yield Group({name: texts[name] for name in line["documents"]}, topics)


def _texts(names: set[str], data: Path) -> dict[str, str]:
    found = briefings(names, data)
    squad = json.loads((data / "squad2" / "dev-v2.0.json").read_text(encoding="utf-8"))
    for article in squad["data"]:
        for at, paragraph in enumerate(article["paragraphs"]):
            found[f"squad2/{article['title']}/{at}"] = paragraph["context"] + "\n"
    for name in names:
        if name.startswith("news/"):
            found[name] = unmarked((HERE / name).read_text(encoding="utf-8"))[0]
        elif name.startswith("made_up/"):
            found[name] = (HERE / name).read_text(encoding="utf-8")
    return found


def prepare(group: Group) -> Prepared:
    """Put the texts of a group into a collection, and look for each topic by its words."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        texts.mkdir()
        names = [f"{at}{Path(name).suffix or '.txt'}" for at, name in enumerate(group.texts)]
        for name, text in zip(names, group.texts.values(), strict=True):
            (texts / name).write_text(text, encoding="utf-8")
        collection = Collection.create(Path(folder, "collection"))
        try:
            collection.add([texts], note=note)
            numbers = [collection.number(name) for name in names]
            vectors = in_context(numbers, collection)
            pages = [Page(outline(number, collection), vectors[number]) for number in numbers]
            return Prepared(pages, [_case(one, numbers, pages, collection) for one in group.topics])
        finally:
            collection.close()


def _case(one: Labelled, numbers: Sequence[int], pages: Sequence[Page], collection: Collection) -> Case:
    topic, words = heard_of(one.words, collection)
    places = [{span: at for at, span in enumerate(collection.load(number).sentences)} for number in numbers]
    certain: list[dict[int, float]] = [{} for _ in numbers]
    likely: list[dict[int, float]] = [{} for _ in numbers]
    for into, each in ((certain, words.certain), (likely, words.likely)):
        for number, span, share in each:
            page = numbers.index(number)
            if span in places[page]:
                into[page][places[page][span]] = share
    ties: list[dict[int, Tie]] = [{} for _ in numbers]
    for (number, span), tie in words.ties.items():
        page = numbers.index(number)
        if span in places[page]:
            ties[page][places[page][span]] = tie
    labels = [
        1 if (page, span.start) in one.said else -1 if (page, span.start) in one.unsure else 0
        for page, spans in enumerate(places)
        for span in spans
    ]
    own = [worded(topic, page.outline) for page in pages]
    return Case(topic, one.kind, certain, likely, ties, own, np.array(labels, np.int8))


@dataclass(frozen=True, slots=True)
class Table:
    """The documents of a fold as the judge reads them, one topic after the other; of each the number of its
    topic, and which of its sentences are certain; the kinds of the topics."""

    read: Sequence[Read]
    topics: Sequence[int]
    certain: Sequence[Flags]
    kinds: Sequence[Kind]


def _scored(folds: Sequence[Sequence[Prepared]], held: int, light: LightEncoder) -> Table:
    """The fold ``held`` as seen by a model of nearness that learned from the others."""
    taught = [group.lesson for at, fold in enumerate(folds) if at != held for group in fold]
    model = model_of(trained_nearness(taught, light))
    read: list[Read] = []
    topics: list[int] = []
    certain: list[Flags] = []
    kinds: list[Kind] = []
    for group in folds[held]:
        for case in group.cases:
            for page, labels, own in _heard(case, group.pages, model, light):
                read.append(Read(page, labels))
                topics.append(len(kinds))
                certain.append(own)
            kinds.append(case.kind)
    return Table(read, topics, certain, kinds)


def _heard(
    case: Case, pages: Sequence[Page], model: Model, light: LightEncoder
) -> Iterator[tuple[Values, Labels, Flags]]:
    """Of each document what the judge reads of it for a topic, what is true, and what is certain by words."""
    asked = model.asked(light.states(case.topic.words, model.adapter)[1].mean(axis=0))
    bounds = np.cumsum([len(page.outline.texts) for page in pages])
    documents = [
        Heard(page.outline, own, model.seen(page.vectors), certain, likely, ties)
        for page, own, certain, likely, ties in zip(
            pages, case.worded, case.certain, case.likely, case.ties, strict=True
        )
    ]
    rows = inputs(case.topic, asked, documents, rarity([page.outline for page in pages]))
    for heard, read, labels in zip(documents, rows, np.split(case.labels, bounds[:-1]), strict=True):
        yield read, labels, np.array([place in heard.certain for place in range(len(labels))], bool)


def _judge_arrays(tables: Sequence[Table]) -> dict[str, Array]:
    learned = trained_judge([read for table in tables for read in table.read])
    for name, threshold in (("beside", _BESIDE), ("alone", _ALONE)):
        learned[name] = np.array([threshold], np.float32)
    return learned


def measure(tables: Sequence[Table]) -> dict[str, Any]:
    """Recall and precision of what is quoted by kind of topic, and how many topics get an answer: by their
    words alone, and with a judge that learned from the other folds."""
    found: dict[str, Any] = {}
    judged = []
    for at, table in enumerate(tables):
        judge = judge_of(_judge_arrays([other for number, other in enumerate(tables) if number != at]))
        judged.append(_quoted(table, judge))
    for name, quoted in (("by words", [table.certain for table in tables]), ("judged", judged)):
        found[name] = {kind: _of_kind(kind, tables, quoted) for kind in get_args(Kind)}
    return found


def _quoted(table: Table, judge: Judge) -> list[Flags]:
    """Of each document which sentences are quoted, (sentences,)."""
    found = []
    for read, certain in zip(table.read, table.certain, strict=True):
        likely = judge.likely(read.rows)
        enough = judge.beside if certain.any() else judge.alone
        found.append(np.where(certain, likely >= REFUTED, likely >= enough))
    return found


def _of_kind(kind: Kind, tables: Sequence[Table], quoted: Sequence[Sequence[Flags]]) -> dict[str, float]:
    right = wrong = missed = answered = topics = 0
    for table, chosen in zip(tables, quoted, strict=True):
        topics += table.kinds.count(kind)
        told = set()
        for read, topic, own in zip(table.read, table.topics, chosen, strict=True):
            if table.kinds[topic] == kind:
                right += int((own & (read.labels == 1)).sum())
                wrong += int((own & (read.labels == 0)).sum())
                missed += int((~own & (read.labels == 1)).sum())
                told |= {topic} if own.any() else set()
        answered += len(told)
    if kind == "near":
        return {"topics": topics, "silent": round(1 - answered / topics, 3)}
    return {
        "topics": topics,
        "recall": round(right / (right + missed), 3),
        "precision": round(right / (right + wrong), 3),
        "answered": round(answered / topics, 3),
    }


if __name__ == "__main__":
    sys.exit(main())
