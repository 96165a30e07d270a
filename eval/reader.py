"""Train and measure what reads a question and sentences together.

    python -m eval.reader --data ../shared/data

Learns from ``eval/reader.jsonl``: some 13,000 questions on 1,600 passages, written by language models that
read them, five answered to three near misses: White House briefings, of which only places are kept here,
minutes of ``eval/made_up``, and passages of every kind made up for this. And from half of those articles of
SQuAD 2 and questions of CLAP-NQ that ``rag/evidence.json`` learned from; ``rag/presence.json`` fits the
others. Writes ``rag/reader.safetensors``, with what it measured on passages held back, one in twelve, and on
the unseen halves; takes half an hour on two cores.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from eval.adapted import keep, light_encoder
from eval.briefings import briefings
from eval.datasets_base import HALVES, half_of, is_read_of, records_of
from eval.datasets_clapnq import passage_of, selected
from eval.datasets_squad import paragraphs
from eval.reader_net import SENTENCE, Item, trained
from eval.train import auroc
from index.sentences import sentences
from rag.adapters import embedder
from rag.reader import MODEL_FILE, UNREAD, Reader, odds, reader_of, room_for

HERE = Path(__file__).parent
PASSAGES = HERE / "reader.jsonl"
_MEASURED = 600  # questions of a source, at most


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.reader", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with briefings, squad2 and clapnq")
    options = parser.parse_args(argv)
    items = [*own_items(options.data), *_squad(options.data), *_clapnq(options.data)]
    taught = [item for item in items if item.source in ("own", "read")]
    arrays = trained(taught, light_encoder())
    reader = reader_of(arrays)
    measured = {
        source: measure([item for item in items if item.source == source][:_MEASURED], reader)
        for source in ("held back", "squad2", "clapnq")
    }
    about = {"made_by": "python -m eval.reader", "trained_on": len(taught), "measured": measured}
    keep(arrays, about, MODEL_FILE)
    sys.stdout.write(json.dumps(measured, indent=1) + "\n")
    return 0


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


def _squad(data: Path) -> Iterator[Item]:
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


def _clapnq(data: Path) -> Iterator[Item]:
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


def measure(items: Sequence[Item], reader: Reader) -> dict[str, float]:
    """How well the strongest sentence tells questions that are answered from others, and how often it is one
    that answers."""
    best, first = [], []
    for item in items:
        found = np.full(len(item.sentences), UNREAD)
        pieces = embedder().pieces(item.sentences)
        numbers = list(windows([len(one) for one in pieces], room_for(item.question)))
        read = odds(item.question, [[pieces[at][:SENTENCE] for at in window] for window in numbers], reader)
        for window, own in zip(numbers, read, strict=True):
            found[list(window)] = own
        best.append(float(found.max()))
        first.append(int(found.argmax()) in item.right)
    answered = np.array([bool(item.right) for item in items])
    return {
        "questions": len(items),
        "auroc": round(auroc(np.array(best), answered), 3),
        "first_right": round(float(np.array(first)[answered].mean()), 3),
    }


def windows(sizes: Sequence[int], room: int) -> Iterator[range]:
    """Sentences of these numbers of word pieces, as many at a time as there is room for, each once."""
    first = used = 0
    for at, size in enumerate(sizes):
        if at > first and used + size > room:
            yield range(first, at)
            first, used = at, 0
        used += min(size, SENTENCE)
    yield range(first, len(sizes))


if __name__ == "__main__":
    sys.exit(main())
