"""What size costs: a collection of any number of passages, made from a real one, and how it behaves.

    python -m eval.scale BASE --sizes 10000 100000 1000000 --out FOLDER

BASE is a collection. Its passages come first; the others are made of two of its passages each: the
sentences of both in turn, and a vector between a passage and one of its neighbours with some noise.
So words are as frequent and vectors as crowded as in real text; texts themselves are not stored twice.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from eval import filler
from index import generations
from index.catalog import SENTENCE_MARK, Catalog
from index.collection import Collection, Fusion
from index.dense import Exact
from index.documents import Document, Span
from index.embedding import Vectors
from index.records import SPAN_BYTES, Entry, unpacked_parts
from index.upgrade import CATALOG_FILE, make

T = TypeVar("T")
_A_DOCUMENT = 10  # passages, as in news and briefings
_NEIGHBOURS, _NOISE = 32, 0.35
_QUERIES, _K = 200, 10


def measure(base: Path, folder: Path, size: int) -> dict[str, Any]:
    """Fill ``folder`` with ``size`` passages made from the collection at ``base``, and measure it.

    Seconds, milliseconds and bytes a passage, each named for its unit.
    """
    found: dict[str, Any] = {"passages": size}
    if not (folder / CATALOG_FILE).is_file():
        found["fill_s"], found["publish_s"] = _filled(base, folder, size)
    found["disk_bytes"] = sum(file.stat().st_size for file in folder.rglob("*")) / size
    program = "import json, sys; from pathlib import Path; from eval.scale import ask; "
    program += "print(json.dumps(ask(*map(Path, sys.argv[1:]))))"
    asked = subprocess.run(  # noqa: S603 (in a process of its own, so that memory and opening are its own)
        [sys.executable, "-c", program, base, folder], capture_output=True, text=True, check=True
    )
    answers: dict[str, Any] = json.loads(asked.stdout)
    return found | answers | _changed(folder)


def ask(base: Path, folder: Path) -> dict[str, Any]:
    """Open a collection in this process and search it; queries are stretches of the base's texts."""
    queries = _queries(base)
    before = _memory()
    started = time.perf_counter()
    collection = Collection(folder)
    opened = time.perf_counter() - started
    vectors = {query: collection.query_vector(query) for query in queries[:2]}
    with_model = _memory()
    started = time.perf_counter()
    collection.search(queries[0], _K, fusion="dense")
    found: dict[str, Any] = {"open_s": opened + time.perf_counter() - started}
    vectors |= {query: collection.query_vector(query) for query in queries}
    for fusion in ("dense", "lexical", "weighted"):
        found |= _timed(collection, queries, fusion)
    after = _memory()
    size = collection.size
    found["memory_bytes"] = (after["RssAnon"] - with_model["RssAnon"]) / size
    found["mapped_bytes"] = (after["RssFile"] - with_model["RssFile"]) / size
    found["catalog_bytes"] = (with_model["RssAnon"] - before["RssAnon"]) / size
    found["peak_MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["recall@10"] = _recall(collection, folder, vectors)
    return found


def _timed(collection: Collection, queries: list[str], fusion: Fusion) -> dict[str, float]:
    """Each query once, after one round that brings the pages into memory; ranking alone.

    On the clock, and in the processor's time, which is the same on a busy machine.
    """
    taken, worked = [], []
    for query in queries * 2:
        collection.query_vector(query)
        started, work = time.perf_counter(), time.thread_time()
        collection.search(query, _K, fusion=fusion)
        worked.append(1000 * (time.thread_time() - work))
        taken.append(1000 * (time.perf_counter() - started))
    warm = taken[len(queries) :]
    return {
        f"{fusion}_p50_ms": float(np.median(warm)),
        f"{fusion}_p95_ms": float(np.quantile(warm, 0.95)),
        f"{fusion}_p95_cpu_ms": float(np.quantile(worked[len(queries) :], 0.95)),
    }


def _recall(collection: Collection, folder: Path, vectors: dict[str, Vectors]) -> float:
    exact = Exact(len(next(iter(vectors.values()))))
    catalog = Catalog(folder / CATALOG_FILE)
    for numbers, _, stored in catalog.vectors():
        exact.add(numbers, stored)
    catalog.close()
    nearest = collection._index()
    shares = []
    for vector in vectors.values():
        # The same passage may stand there twice: whichever comes, it is one of the nearest.
        tenth = min(exact.search(vector, _K).values()) - 1e-4
        found = list(nearest.search(vector, 200).values())[:_K]
        shares.append(sum(cosine >= tenth for cosine in found) / _K)
    return float(np.mean(shares))


def _changed(folder: Path) -> dict[str, float]:
    """One document more and one less, each with its commit, beside an open reader that takes it up."""
    settings = Catalog(folder / CATALOG_FILE).settings()
    stand_in = filler.WordVectors()
    stand_in.__class__ = type("Named", (filler.WordVectors,), {"fingerprint": settings["weights"]})
    collection = Collection(folder, stand_in)
    collection.search("warm", _K)
    docs = folder.parent / "one"
    (file,) = filler.write(docs, [1])
    found = {}
    for name, change in {
        "add_one_s": lambda: collection.add([file]),
        "remove_one_s": lambda: collection.remove([file.name]),
    }.items():
        found[name] = _seconds(change)
        found[name.replace("_s", "_then_search_s")] = _seconds(lambda: collection.search("warm", _K))
    shutil.rmtree(docs)
    collection.close()
    return found


def _filled(base: Path, folder: Path, size: int) -> tuple[float, float]:
    source = Catalog(base / CATALOG_FILE)
    folder.mkdir(parents=True, exist_ok=True)
    make(folder, {k: v for k, v in source.settings().items() if k not in {"format", "commits"}})
    catalog = Catalog(folder / CATALOG_FILE, write=True)
    started = time.perf_counter()
    waiting: list[Entry] = []
    for entry in _entries(source, size):
        waiting.append(entry)
        if len(waiting) == 200:
            _commit(catalog, waiting)
            waiting = []
    _commit(catalog, waiting)
    filled = time.perf_counter() - started
    published = _seconds(
        lambda: generations.publish(catalog, folder, catalog.settings()["weights"], generations.EXACT_UP_TO)
    )
    catalog.close()
    source.close()
    return filled, published


def _commit(catalog: Catalog, entries: list[Entry]) -> None:
    with catalog.transaction():
        for entry in entries:
            catalog.put(entry)


def _entries(source: Catalog, size: int) -> Iterator[Entry]:
    bodies = [row[0].split(f" {SENTENCE_MARK} ") for row in source.database.execute("SELECT body FROM words")]
    vectors = np.concatenate([stored for _, _, stored in source.vectors()])
    parts = _parts(source)
    near = _neighbours(vectors)
    generator = np.random.default_rng(0)
    for first in range(0, size, _A_DOCUMENT):
        numbers = np.arange(first, min(first + _A_DOCUMENT, size))
        own = numbers < len(bodies)
        one = np.where(own, numbers % len(bodies), generator.integers(0, len(bodies), len(numbers)))
        other = near[one, generator.integers(0, near.shape[1], len(numbers))]
        made = vectors[one] + generator.random((len(one), 1)) / 2 * (vectors[other] - vectors[one])
        made += generator.standard_normal(made.shape) * (_NOISE / made.shape[1] ** 0.5)
        made[own] = vectors[one[own]]
        of = list(zip(one, generator.integers(0, len(bodies), len(one)), own, strict=True))
        words = [bodies[a] if mine else _in_turn(bodies[a], bodies[b]) for a, b, mine in of]
        within = [parts[a] if mine else np.array(_in_turn(parts[a], parts[b])) for a, b, mine in of]
        yield _entry(first, words, made / np.linalg.norm(made, axis=1, keepdims=True), within)


def _in_turn(one: Sequence[T], other: Sequence[T]) -> list[T]:
    return [each for pair in zip(one, other, strict=False) for each in pair]


def _parts(source: Catalog) -> list[Vectors]:
    """Of every passage those of its sentences, as they are stored."""
    rows = source.database.execute("SELECT parts, length(sentences) FROM passages ORDER BY number")
    return [unpacked_parts(parts, spans // SPAN_BYTES) for parts, spans in rows]


def _entry(number: int, words: list[list[str]], vectors: Vectors, parts: list[Vectors]) -> Entry:
    text = "".join(f"{'. '.join(sentences)}.\n" for sentences in words)
    document = Document(f"{number:08d}", f"/scale/{number:08d}", f"Document {number}", None, None, text)
    spans = [[Span(at, at + 1) for at in range(len(sentences))] for sentences in words]
    bodies = [f" {SENTENCE_MARK} ".join(sentences) for sentences in words]
    return Entry(replace(document, sentences=()), f"{number:064d}", spans, vectors, parts, "document", bodies)


def _neighbours(vectors: Vectors) -> np.ndarray[Any, np.dtype[np.int64]]:
    found = []
    for first in range(0, len(vectors), 1_000):
        cosines = vectors[first : first + 1_000] @ vectors.T
        found.append(np.argpartition(-cosines, _NEIGHBOURS, axis=1)[:, :_NEIGHBOURS])
    return np.concatenate(found)


def _queries(base: Path) -> list[str]:
    """Stretches of nine words out of the texts, spread over the collection."""
    catalog = Catalog(base / CATALOG_FILE)
    numbers = list(catalog.cards())
    chosen = numbers[:: max(1, len(numbers) // _QUERIES)][:_QUERIES]
    words = [catalog.text(number).split() for number in chosen]
    catalog.close()
    return [" ".join(text[len(text) // 2 :][:9]) for text in words]


def _seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def _memory() -> dict[str, int]:
    """Bytes of this process in memory by kind, as Linux counts them."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return {
        line.split(":")[0]: 1024 * int(line.split()[1]) for line in lines if line.startswith(("RssA", "RssF"))
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--out", type=Path, required=True, help="where the collections are made; kept")
    options = parser.parse_args()
    for size in options.sizes:
        print(json.dumps(measure(options.base, options.out / str(size), size)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
