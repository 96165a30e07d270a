"""Train and measure what reads a question and sentences together.

    python -m eval.reader --data ../shared/data

Learns from ``eval/reader.jsonl``: some 19,000 questions on 2,400 passages, written by language models that
read them, five answered to three near misses: White House briefings, of which only places are kept here,
minutes of ``eval/made_up``, and passages of every kind made up for this; some also with the nearest passage
of another document, which does not answer. From half of those articles of SQuAD 2 and questions of CLAP-NQ
that ``rag/evidence.json`` learned from; ``rag/fact/presence.json`` fits the others. And from the topics of
``eval/relevance.jsonl``, asked as questions. Writes ``rag/fact/reader.safetensors``, with what it measured on
passages held back, one in twelve of the first 1,600, and on the unseen halves; takes an hour and a half.
With ``--again`` it goes on from the weights that are there, with all questions, most of them twice, and
without the topics: as long again, on one core.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from eval.adapted import keep, light_encoder
from eval.reader_items import clapnq_items, own_items, squad_items, topic_items, with_elsewhere
from eval.reader_net import SENTENCE, Item, trained
from eval.relevance import prepare, read_groups
from eval.train import auroc
from index.embedding_light import Array, cores
from rag.adapters import arrays_in, embedder
from rag.fact.reader import MODEL_FILE, UNREAD, Reader, odds, reader_of, room_for

_MEASURED = 600  # questions of a source, at most


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.reader", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with briefings, squad2 and clapnq")
    parser.add_argument("--again", action="store_true", help="go on from rag/fact/reader.safetensors")
    options = parser.parse_args(argv)
    light = light_encoder()
    items = list(_questions(options.data))
    taught = with_elsewhere([item for item in items if item.source in ("own", "read")], light)
    if options.again:
        taught += [item for item in taught if item.source == "own"]
    else:
        with ProcessPoolExecutor(cores()) as pool:
            groups = list(pool.map(prepare, read_groups(options.data), chunksize=4))
        taught += topic_items(groups, light)
    arrays = trained(taught, light, arrays_in(MODEL_FILE) if options.again else None)
    measured = _measured(items, arrays)
    command = "python -m eval.reader" + " --again" * options.again
    about = {"made_by": command, "trained_on": len(taught), "measured": measured}
    keep(arrays, about, MODEL_FILE)
    sys.stdout.write(json.dumps(measured, indent=1) + "\n")
    return 0


def _questions(data: Path) -> Iterator[Item]:
    yield from own_items(data)
    yield from squad_items(data)
    yield from clapnq_items(data)


def _measured(items: Sequence[Item], arrays: Mapping[str, Array]) -> dict[str, dict[str, float]]:
    reader = reader_of(arrays)
    return {
        source: measure([item for item in items if item.source == source][:_MEASURED], reader)
        for source in ("held back", "squad2", "clapnq")
    }


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
