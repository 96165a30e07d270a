"""Killing a collection's writer, filling its disk, flipping its bytes: nothing acknowledged may be lost.

    python -m eval.crash                # 200 random kills, 60 sizes of a full disk, flipped bits
    python -m eval.points               # a kill and two errors at every system call (needs strace)

Documents and vectors are made up (eval/filler.py); SQLite, faiss, files and signals are real. Exit
code 1 when a document was lost or torn, or an answer was wrong.
"""

from __future__ import annotations

import argparse
import json
import logging
import multiprocessing
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from eval import filler
from index import generations
from index.catalog import CatalogError
from index.checking import check
from index.collection import Collection

_MODEL = filler.WordVectors()
_PER_COLLECTION = 10  # kills, then a fresh one
_LONGEST_RUN = 0.4  # seconds until a writer is killed


@dataclass(slots=True)
class Tally:
    """What was tried, and what went wrong, a sentence each."""

    trials: int = 0
    acknowledged: int = 0  # changes of one to twelve documents
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def lines(self, name: str) -> str:
        share = "" if self.failures or not self.trials else f" (95 %: below {3 / self.trials:.1%})"
        counted = ", ".join(f"{count} {outcome}" for outcome, count in sorted(self.outcomes.items()))
        kept = f"{self.acknowledged} changes acknowledged, " if self.acknowledged else ""
        summary = (
            f"{name}: {self.trials} trials, {kept}"
            f"{len(self.failures)} failures{share}{'; ' if counted else ''}{counted}"
        )
        return "\n".join([summary, *(f"  {failure}" for failure in self.failures[:20])])


def small_generations() -> None:
    """Let dense indexes be published often, so that crashes hit them too."""
    generations.EXACT_UP_TO, generations.PENDING = 40, 10


def write_until_killed(folder: Path, docs: Path, log: Path, seed: int) -> None:
    """Add, change and remove documents; a line in the log before each change, one after its commit."""
    small_generations()
    generator = random.Random(seed)  # noqa: S311 (reproducible, not secret)
    collection = Collection.create(folder, _MODEL)
    known = sorted(card.id for card in collection.cards.values())
    with log.open("a", encoding="utf-8") as written:
        while True:
            change: dict[str, object]
            if len(known) > 30 and generator.random() < 0.3:
                change = {"remove": generator.sample(known, generator.randint(1, 4))}
            else:
                change = {"add": [generator.randrange(400) for _ in range(generator.randint(1, 12))]}
            print(json.dumps(change), file=written, flush=True)
            apply(collection, change, docs, salt=seed)
            print("done", file=written, flush=True)
            known = sorted(card.id for card in collection.cards.values())


def apply(collection: Collection, change: dict[str, object], docs: Path, *, salt: int) -> None:
    """One change; a document that is there already gets another text."""
    for number in change.get("add", ()):  # type: ignore[attr-defined]
        (file,) = filler.write(docs, [number])
        file.write_text(text(number, salt), encoding="utf-8")
    if "add" in change:
        collection.add([docs / f"report-{number:06d}.txt" for number in change["add"]])  # type: ignore[attr-defined]
    else:
        collection.remove(change["remove"])  # type: ignore[arg-type]


def kills(trials: int, seed: int = 0) -> Tally:
    """Kill a writer at random instants; afterwards exactly what it had acknowledged must be there."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["eval.filler", "index.repairing"])
    generator = random.Random(seed)  # noqa: S311
    tally = Tally()
    work = Path(tempfile.mkdtemp(prefix="ontherecord-crash-"))
    expected: dict[str, str] = {}
    for trial in range(trials):
        folder = work / f"collection-{trial // _PER_COLLECTION}"
        if trial % _PER_COLLECTION == 0:
            expected = {}
        log = work / f"log-{trial}"
        log.touch()
        salt = seed * 1_000_003 + trial
        writer = context.Process(target=write_until_killed, args=(folder, work / "docs", log, salt))
        writer.start()
        _wait_for_a_commit(log, writer)
        time.sleep(generator.random() * _LONGEST_RUN)
        writer.kill()
        writer.join()
        tally.trials += 1
        expected = _compared(folder, expected, log, salt, tally)
    shutil.rmtree(work)
    return tally


def _wait_for_a_commit(log: Path, writer: BaseProcess) -> None:
    while b"done" not in log.read_bytes():
        if not writer.is_alive():
            raise RuntimeError("the writer died before its first commit")
        time.sleep(0.005)


def _compared(folder: Path, before: dict[str, str], log: Path, salt: int, tally: Tally) -> dict[str, str]:
    """What the collection holds now, compared with what was acknowledged and what was under way."""
    lines = log.read_text(encoding="utf-8").splitlines()
    acknowledged, under_way = dict(before), dict(before)
    for line in lines:
        if line == "done":
            acknowledged = dict(under_way)
            continue
        change = json.loads(line)
        under_way = dict(acknowledged)
        for number in change.get("add", ()):
            under_way[f"report-{number:06d}.txt"] = text(number, salt)
        for id_ in change.get("remove", ()):
            del under_way[id_]
    tally.acknowledged += lines.count("done")
    found = held(folder)
    if found not in (acknowledged, under_way):
        lost = {id_ for id_ in acknowledged if found.get(id_) not in (acknowledged[id_], under_way.get(id_))}
        tally.failures.append(f"{log.name}: {len(lost)} lost or torn: {sorted(lost)[:5]}")
    tally.outcomes["with the change under way" if found != acknowledged else "without it"] += 1
    problems = [problem for part in check(folder, _MODEL) for problem in part.problems]
    tally.failures += [f"{log.name}: {problem}" for problem in problems]
    return found


def held(folder: Path) -> dict[str, str]:
    """Every document's text, each also found by a search for its own word."""
    collection = Collection(folder, _MODEL)
    found = {card.id: collection.document(card.id).text for card in collection.cards.values()}
    for id_ in sorted(found)[:3]:
        hits = collection.search(f"code{id_[7:13]}", 1, fusion="lexical")
        if not hits or hits[0].passage.document.id != id_:
            found[id_] = "not found"
    collection.close()
    return found


def text(number: int, salt: int) -> str:
    """A document's text; each salt gives another."""
    return f"{filler.text_of(number)}\n\nThis is version {salt} of the report."


def disk_full(steps: int) -> Tally:
    """Let files grow only so far, step by step: a change succeeds or fails with a clear error, no document
    half there."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["eval.filler", "index.repairing"])
    work = Path(tempfile.mkdtemp(prefix="ontherecord-full-"))
    base = prepared(work)
    before = held(base)
    largest = (base / "catalog.sqlite3").stat().st_size + 400_000
    tally = Tally()
    for step in range(steps):
        folder, log = work / f"full-{step}", work / f"full-{step}.log"
        shutil.copytree(base, folder)
        limit = 64 + largest * step // steps
        writer = context.Process(target=_add_with_limit, args=(folder, work / "docs", log, limit))
        writer.start()
        writer.join()
        outcome = log.read_text(encoding="utf-8") if log.exists() else "died"
        tally.trials += 1
        tally.outcomes["refused with a sentence" if outcome.startswith("refused") else outcome] += 1
        after = {f"report-{number:06d}.txt": text(number, 1) for number in range(100, 160)}
        found = held(folder)
        # What was committed before there was no more room stays; every document is whole or not there.
        whole = found == before | after if outcome == "stored" else _is_between(before, found, before | after)
        if not whole or outcome == "died":
            tally.failures.append(f"limit {limit}: {outcome}, and {len(found)} documents")
        tally.failures += [
            f"limit {limit}: {problem}" for part in check(folder, _MODEL) for problem in part.problems
        ]
        shutil.rmtree(folder)
    shutil.rmtree(work)
    return tally


def _is_between(least: dict[str, str], found: dict[str, str], most: dict[str, str]) -> bool:
    """Whether nothing of ``least`` is missing, and nothing is there that ``most`` does not have."""
    return least.items() <= found.items() <= most.items()


def prepared(work: Path) -> Path:
    """A collection of 60 documents with a dense index on the disk."""
    small_generations()
    base = work / "base"
    collection = Collection.create(base, _MODEL)
    apply(collection, {"add": list(range(60))}, work / "docs", salt=0)
    collection.close()
    return base


def _add_with_limit(folder: Path, docs: Path, log: Path, limit: int) -> None:
    small_generations()
    with log.open("w", encoding="utf-8") as written:
        for number in range(100, 160):
            (file,) = filler.write(docs, [number])
            file.write_text(text(number, 1), encoding="utf-8")
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            Collection(folder, _MODEL).add([docs / f"report-{number:06d}.txt" for number in range(100, 160)])
            outcome = "stored"
        except (CatalogError, OSError) as error:
            outcome = f"refused: {error}"
        written.write(outcome[:limit])


def flips(each: int, seed: int = 0) -> Tally:
    """Flip single bits of every file of a collection: the same answers, or a clear error, nothing else.

    Of one whose writer finished, and of one whose writer was killed with commits in SQLite's log.
    """
    work = Path(tempfile.mkdtemp(prefix="ontherecord-flips-"))
    base = prepared(work)
    collection = Collection(base, _MODEL)  # as long as it reads, the log stays
    with collection.reading():
        apply(Collection(base, _MODEL), {"add": [70, 71]}, work / "docs", salt=0)
        shutil.copytree(base, work / "killed")
    collection.close()
    apply(Collection(base, _MODEL), {"remove": ["report-000070.txt"]}, work / "docs", salt=0)
    tally = Tally()
    generator = random.Random(seed)  # noqa: S311
    for origin in (base, work / "killed"):
        right = _answers(_copied(origin, work))
        for file in sorted(path.relative_to(origin) for path in origin.rglob("*") if path.is_file()):
            size = (origin / file).stat().st_size
            places = [*range(min(each // 3, size)), *(generator.randrange(size) for _ in range(each) if size)]
            for at in places:
                flipped = _copied(origin, work)
                data = bytearray((flipped / file).read_bytes())
                data[at] ^= 1 << generator.randrange(8)
                (flipped / file).write_bytes(data)
                outcome = _outcome(flipped, right)
                tally.trials += 1
                tally.outcomes[outcome] += 1
                if outcome == "WRONG":
                    tally.failures.append(f"{origin.name}/{file} at {at}: another answer")
    shutil.rmtree(work)
    return tally


def _copied(origin: Path, work: Path) -> Path:
    shutil.rmtree(work / "flipped", ignore_errors=True)
    return shutil.copytree(origin, work / "flipped")


def _outcome(folder: Path, right: Answers) -> str:
    try:
        if not _same(_answers(folder), right):
            return "WRONG"
    except CatalogError:
        return "refused with a sentence"
    named = any(part.problems for part in check(folder, _MODEL))
    return "harmless, and named by check" if named else "harmless"


Answers = tuple[list[dict[tuple[str, str], float]], object]


def _same(answers: Answers, right: Answers) -> bool:
    """Without its dense index a collection computes the same scores in another way."""
    close = all(
        found.keys() == expected.keys() and all(abs(found[hit] - expected[hit]) < 0.01 for hit in expected)
        for found, expected in zip(answers[0], right[0], strict=True)
    )
    return close and answers[1] == right[1]


def _answers(folder: Path) -> Answers:
    """Everything a reader could be told."""
    collection = Collection(folder, _MODEL)
    try:
        texts = {card: collection.document(card.id) for card in collection.cards.values()}
        hits = [
            {(hit.passage.document.id, hit.passage.text): hit.score for hit in collection.search(query, 500)}
            for query in ("herring in Oslo", "code000007", "the next meeting")
        ]
        matches = [(number, list(found)) for number, found in collection.matches(["her", "tram", "oslo"])]
        return hits, (texts, matches, collection.vocabulary("code"), collection.holding("envoys"))
    finally:
        collection.close()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--full", type=int, default=60, help="sizes at which the disk is full")
    parser.add_argument("--flips", type=int, default=300, help="flipped bits of each file")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    logging.disable(logging.WARNING)  # a damaged index is what is wanted here
    tallies = {
        "kill -9": kills(options.kills, options.seed),
        "no room": disk_full(options.full),
        "flipped bits": flips(options.flips, options.seed),
    }
    for name, tally in tallies.items():
        print(tally.lines(name), flush=True)  # noqa: T201
    return 1 if any(tally.failures for tally in tallies.values()) else 0


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.exit(main())
