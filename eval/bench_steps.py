"""The parts of a benchmark that run in processes of their own: ``python -m eval.bench_steps STEP PATH…``."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.collection import Collection
from index.documents import Span
from index.embedding import Embedder, Vectors
from rag.chatbot import Chatbot, EmptyCollection
from rag.examples import names_worth_asking
from rag.speakers import note

_QUERIES, _WORDS, _NAMES = 200, 8, 30
_LOADS_THE_MODEL = ["This makes the model load."] * 2000


class Listening(Embedder):
    """An embedder that remembers what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def encode(
        self, texts: Sequence[str], *, fast: bool = True, progress: Callable[[int], object] | None = None
    ) -> Vectors:
        self.texts += texts
        return super().encode(texts, fast=fast, progress=progress)

    def embed(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[Span]],
        progress: Callable[[int], object] | None = None,
    ) -> tuple[Vectors, list[Vectors]]:
        self.texts += texts
        return super().embed(texts, parts, progress)


def fill(folder: Path, collection: Path, passages: Path) -> dict[str, Any]:
    """Add a folder; what was embedded is written to ``passages`` for ``bare``. Loading is not counted."""
    embedder = Listening()
    embedder.encode(_LOADS_THE_MODEL)
    embedder.texts.clear()
    made = Collection.create(collection, embedder)
    spent = time.process_time()
    report = made.add([folder], note=note)
    spent = time.process_time() - spent
    passages.write_text(json.dumps(embedder.texts), encoding="utf-8")
    return _filled("On the Record", embedder.texts, report.seconds, spent)


def bare(passages: Path) -> dict[str, Any]:
    """Nothing but the model: sentence-transformers on passages that are ready, in bfloat16 where it pays."""
    from index.embedding_any import AnyEncoder  # noqa: PLC0415 (it imports torch)

    texts = json.loads(passages.read_text(encoding="utf-8"))
    encoder = AnyEncoder(Embedder().folder)
    encoder.encode(texts[:32], fast=True)
    started, spent = time.perf_counter(), time.process_time()
    encoder.encode(texts, fast=True)
    return _filled("bare model", texts, time.perf_counter() - started, time.process_time() - spent)


def ask(folder: Path) -> dict[str, Any]:
    """Milliseconds of searches and whole answers, each asked once, in one process that has warmed up."""
    started = time.perf_counter()
    collection = Collection(folder)
    chatbot = Chatbot(collection)
    opened = time.perf_counter() - started
    names = names_worth_asking(collection, _NAMES)
    if not names:
        raise EmptyCollection("the documents name nobody and nothing that could be asked about")
    collection.search("warm", 10)
    found: dict[str, Any] = {"open_s": opened}
    found |= _timed("search", lambda query: collection.search(query, 10), _stretches(collection))
    topics = [f"What did they say about {name}?" for name in names]
    facts = [f"When did they speak of {name}, and which agreement was meant?" for name in names]
    found |= _timed("topic", chatbot.ask, topics) | _timed("fact", chatbot.ask, facts)
    return found | {"documents": len(collection.cards), "passages": collection.size, "peak_MB": _peak()}


def _stretches(collection: Collection) -> list[str]:
    """Queries that have something to find: a few words out of the documents, drawn with a fixed seed."""
    drawn = random.Random(0)  # noqa: S311 (nothing secret)
    numbers = list(collection.cards)
    found = []
    for _ in range(_QUERIES):
        words = collection.text(drawn.choice(numbers)).split()
        at = drawn.randrange(max(1, len(words) - _WORDS))
        found.append(" ".join(words[at : at + _WORDS]))
    return found


def _timed(name: str, run: Callable[[str], object], questions: Sequence[str]) -> dict[str, float]:
    taken = []
    for question in questions:
        started = time.perf_counter()
        run(question)
        taken.append(1000 * (time.perf_counter() - started))
    return {f"{name}_p50_ms": float(np.median(taken)), f"{name}_p95_ms": float(np.quantile(taken, 0.95))}


def _filled(system: str, texts: Sequence[str], seconds: float, processor: float) -> dict[str, Any]:
    characters = sum(map(len, texts))
    return {
        "system": system,
        "passages": len(texts),
        "characters": characters,
        "seconds": seconds,
        "processor_s": processor,
        "peak_MB": _peak(),
    }


def _peak() -> float:
    """Megabytes that this process has held at most; Linux counts in kB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


_STEPS: dict[str, Callable[..., dict[str, Any]]] = {"fill": fill, "bare": bare, "ask": ask}


def main() -> None:
    step, *paths = sys.argv[1:]
    print(json.dumps(_STEPS[step](*map(Path, paths))))  # noqa: T201


if __name__ == "__main__":
    main()
