"""Train and measure what reads a question: ``python -m eval.tagging --data ../shared/data``.

Learns from ``eval/questions.jsonl``: questions of every kind, made up for this and labelled by hand, which
speak of nothing in particular; and, of the kind alone, from questions of the halves of SQuAD 2 and CLAP-NQ
that the other models learn from, all of which ask for facts. Writes ``rag/asked/tagging.safetensors`` with
what it measured on the lines marked "unseen", which other hands wrote, and on the other halves. Takes about
a quarter of an hour on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.adapted import keep, light_encoder
from eval.datasets import READERS
from eval.statistics import wilson
from eval.tagging_net import Row, trained
from index.documents import Span
from index.embedding_light import LightEncoder
from index.words import stems
from rag.adapters import arrays_in
from rag.asked.reading import by_grammar
from rag.asked.tagging import (
    KINDS,
    LABELS,
    MODEL_FILE,
    OUTSIDE,
    PARTS,
    kind_signs,
    open_model,
    shares,
    tagged,
    tokens_of,
    word_signs,
)
from rag.asked.trust import grammar_of
from rag.questions import understand

Read = tuple[str, Mapping[str, str]]  # the kind of a question, and its parts
_NEWEST = "2024-12-31"  # what "last year" is relative to
# By other hands: constructions that are seldom, questions as they come, which have been looked at since, and
# others as they come, which have not.
UNSEEN = ("unusual", "natural", "fresh")
QUESTIONS = Path(__file__).parent / "questions.jsonl"
_PUBLIC = {"squad2": (Path("squad2", "dev-v2.0.json"), 900), "clapnq": (Path("clapnq"), 300)}


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled question; parts: its words by the name of the part. kind: one of KINDS, or just "fact"
    where no more is known of it than that. unseen: the name of the examination that it belongs to, and is not
    learned from; "" for one that is.
    """

    question: str
    kind: str
    parts: Mapping[str, str]
    unseen: str = ""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.tagging", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with squad2 and clapnq")
    options = parser.parse_args(argv)
    examples = read_examples()
    taught = [*(one for one in examples if not one.unseen), *_facts(options.data, "train")]
    light = light_encoder()
    arrays = trained([row_of(one, light) for one in taught], light)
    keep(arrays, {}, MODEL_FILE)
    arrays_in.cache_clear()
    open_model.cache_clear()
    unseen = {name: [one for one in examples if one.unseen == name] for name in UNSEEN}
    measured = {
        **{name: measured_on(unseen[name]) for name in UNSEEN},
        **{f"{name}, by the chatbot": measured_on(unseen[name], by_chatbot) for name in UNSEEN},
        "facts": measured_on(list(_facts(options.data, "test"))),
    }
    about = {"made_by": "python -m eval.tagging", "trained_on": len(taught), "measured": measured}
    keep(arrays, about, MODEL_FILE)
    sys.stdout.write(json.dumps(measured, indent=1) + "\n")
    return 0


def read_examples() -> list[Example]:
    """The labelled questions that are the project's own."""
    found = []
    for line in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()):
        kind = f"fact {line['sought']}" if line["kind"] == "fact" else line["kind"]
        parts = {part: line[part] for part in PARTS if line.get(part)}
        found.append(Example(line["question"], kind, parts, line.get("unseen", "")))
    return found


def _facts(data: Path, half: str) -> Iterator[Example]:
    for name, (file, count) in _PUBLIC.items():
        gold = READERS[name](data / file, half).gold
        for one in random.Random(0).sample(gold, min(count, len(gold))):  # noqa: S311 (nothing secret)
            yield Example(one.question, "fact", {})


def row_of(example: Example, light: LightEncoder) -> Row:
    """The question as the net reads it."""
    tokens = tokens_of(example.question)
    pieces, places = light.cut.placed(example.question, light.longest)
    grammar = grammar_of(by_grammar(example.question))
    labels = None if example.kind == "fact" else _labels(example.question, tokens, example.parts)
    return Row(
        pieces,
        shares(tokens, [Span(*place) for place in places]),
        word_signs(example.question, tokens, grammar),
        kind_signs(grammar),
        [LABELS.index(label) for label in labels] if labels else None,
        KINDS.index(example.kind) if labels else None,
    )


def _labels(question: str, tokens: Sequence[Span], parts: Mapping[str, str]) -> list[str]:
    labels = [OUTSIDE] * len(tokens)
    for part, words in parts.items():
        start = question.find(words)
        span = Span(start, start + len(words))
        inside = [at for at, token in enumerate(tokens) if start >= 0 and span.contains(token)]
        for at in inside:
            labels[at] = part if at > inside[0] else f"^{part}"
    return labels


def by_model(question: str) -> Read:
    """A question as the trained model alone reads it."""
    found = tagged(question, grammar_of(by_grammar(question)))
    if found is None:
        return "", {}
    spans = {part: getattr(found, part) for part in PARTS}
    return found.kind, {part: question[span.start : span.end] for part, span in spans.items() if span}


def by_chatbot(question: str) -> Read:
    """A question as it is read with the grammar and all else; its newest document is of the end of 2024."""
    found = understand(question, newest=_NEWEST)
    period = found.period.words if found.period else found.vague
    speaker = found.speaker or found.among
    parts = {"topic": found.topic, "speaker": speaker, "period": period, "event": found.event}
    return found.kind, {part: words for part, words in parts.items() if words}


def measured_on(examples: Sequence[Example], read: Callable[[str], Read] = by_model) -> dict[str, Any]:
    """How often each is right, with its 95 % interval: kind, and, where somebody's words are asked for, each
    part and all of them together."""
    right: dict[str, list[bool]] = {}
    for example in examples:
        kind, parts = read(example.question)
        right.setdefault("kind", []).append(kind == example.kind.split()[0])
        if example.kind.startswith("fact"):
            continue
        same = [set(stems(parts.get(part, ""))) == set(stems(example.parts.get(part, ""))) for part in PARTS]
        for name, mark in zip((*PARTS, "every part"), (*same, all(same)), strict=True):
            right.setdefault(name, []).append(mark)
    return {"questions": len(examples)} | {
        name: [round(value, 3) for value in (share, *wilson(share, len(marks)))]
        for name, marks in right.items()
        if (share := sum(marks) / len(marks)) is not None
    }


if __name__ == "__main__":
    sys.exit(main())
