"""What On the Record costs: filling, asking, starting, memory, size; and beside it what others cost.

Everything is measured in processes of their own, in turn, round after round, so that whatever else
the machine does falls on all alike: compare within one run.
"""

from __future__ import annotations

import json
import os
import platform
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from eval import scale
from index.embedding import Embedder

PEERS = ("LangChain", "LlamaIndex", "Haystack", "txtai")
_ROOT = Path(__file__).parent.parent
_MADE, _SENTENCES = 100, 40  # documents, and sentences in each
_FLAGS = ("avx2", "avx512f", "avx512_bf16", "avx512_vnni", "amx_bf16", "asimd", "bf16")
_PATIENCE = 60  # seconds for the server to answer
_STARTS = 3

Found = dict[str, Any]
Tell = Callable[[str], object]


class BenchmarkFailed(ValueError):
    """A step of the benchmark ended with an error."""


def run(
    work: Path,
    documents: Path | None,
    tell: Tell,
    *,
    rounds: int = 2,
    peers: Path | None = None,
    sizes: Sequence[int] = (),
) -> Found:
    """Measure; everything that is written goes to ``work``. peers: the Python that has them installed."""
    found: Found = {"machine": machine(), "documents": str(documents or "made of the sample's sentences")}
    folder = documents or made(work / "documents")
    collection = work / "collection"
    found["fill"] = _fills(work, folder, tell, rounds=rounds, peers=peers)
    tell("asking")
    found["ask"] = _step(["ask", collection])
    tell("starting")
    found["start"] = _starts(collection)
    found["scale"] = []
    for size in sizes:
        tell(f"{size:,} passages")
        found["scale"].append(scale.measure(collection, work / str(size), size))
    return found


def machine() -> Found:
    """What the figures depend on."""
    described = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").is_file() else ""
    lines = dict(line.split(":", 1) for line in described.splitlines() if ":" in line)
    fields = {name.strip(): value.strip() for name, value in lines.items()}
    flags = (fields.get("flags") or fields.get("Features") or "").split()
    return {
        "processor": fields.get("model name") or platform.processor() or platform.machine(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "instructions": [flag for flag in _FLAGS if flag in flags],
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_before": os.getloadavg()[0],
        "commit": _commit(),
    }


def made(folder: Path) -> Path:
    """Documents to measure with where none are given: sentences of the sample in another order."""
    drawn = random.Random(0)  # noqa: S311 (nothing secret)
    texts = [file.read_text(encoding="utf-8") for file in sorted((_ROOT / "eval" / "sample").glob("*.md"))]
    lines = [line for text in texts for line in text.splitlines() if len(line) > 60]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(_MADE):
        body = "\n\n".join(drawn.choice(lines) for _ in range(_SENTENCES))
        (folder / f"{number:03}.md").write_text(f"# Document {number}\n\n{body}\n", encoding="utf-8")
    return folder


def _fills(work: Path, folder: Path, tell: Tell, *, rounds: int, peers: Path | None) -> list[Found]:
    """Median of the rounds for each system; ``process_s`` counts imports and loading as well."""
    passages, collection = work / "passages.json", work / "collection"
    taken: dict[str, list[Found]] = {}
    for turn in range(1, rounds + 1):
        shutil.rmtree(collection, ignore_errors=True)
        steps: list[tuple[str, Callable[[], Found]]] = [
            ("On the Record", lambda: _step(["fill", folder, collection, passages])),
            ("the bare model", lambda: _step(["bare", passages])),
        ]
        if peers:
            steps += [(name, partial(_peer, peers, name, folder)) for name in PEERS]
        for name, step in steps:
            tell(f"filling, round {turn} of {rounds}: {name}")
            started = time.perf_counter()
            found = step()
            taken.setdefault(name, []).append(found | {"process_s": time.perf_counter() - started})
    return [_median(found) for found in taken.values()]


def _median(found: Sequence[Found]) -> Found:
    kinds = ("seconds", "processor_s", "process_s", "peak_MB")
    middle = {kind: statistics.median(one[kind] for one in found) for kind in kinds if kind in found[0]}
    return found[0] | middle | {"rounds": [one["seconds"] for one in found]}


def _peer(python: Path, name: str, folder: Path) -> Found:
    # -P: in the folder of the program are modules named like some of the standard library.
    program = [python, "-P", _ROOT / "eval" / "peers.py", name, folder, Embedder().folder]
    return _json([str(part) for part in program])


def _step(arguments: Sequence[object]) -> Found:
    return _json([sys.executable, "-m", "eval.bench_steps", *map(str, arguments)])


def _json(program: list[str]) -> Found:
    """The JSON in the last line that a program prints."""
    done = subprocess.run(program, capture_output=True, text=True, cwd=_ROOT, check=False)  # noqa: S603
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise BenchmarkFailed(f"{' '.join(program[1:5])} ended with code {done.returncode}: {last[0]}")
    found: Found = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _starts(collection: Path) -> Found:
    """Seconds from the command to its answer, the middle of several."""
    commands = {
        "help_s": ["--help"],
        "ask_topic_s": ["ask", "What did they say about trade?"],
        "ask_fact_s": ["ask", "When did the foreign ministers meet, and which agreement was signed?"],
    }
    found = {}
    for name, arguments in commands.items():
        where = [] if arguments == ["--help"] else ["--collection", str(collection)]
        command = [sys.executable, "-m", "rag", *arguments, *where]
        found[name] = statistics.median(_seconds(command) for _ in range(_STARTS))
    return found | {"serve_ready_s": statistics.median(_served(collection) for _ in range(_STARTS))}


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd=_ROOT)  # noqa: S603
    return time.perf_counter() - started


def _served(collection: Path) -> float:
    """Seconds until the page answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rag", "serve", "--collection", str(collection), "--port", str(port)]
    started = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=_ROOT)  # noqa: S603
    try:
        while time.perf_counter() - started < _PATIENCE and server.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=_PATIENCE):
                    return time.perf_counter() - started
            except OSError:
                time.sleep(0.02)
    finally:
        server.terminate()
        server.wait()
    raise BenchmarkFailed(f"the server did not answer within {_PATIENCE} s")


def _commit() -> str | None:
    git = shutil.which("git")
    if not git:
        return None
    command = [git, "-C", str(_ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or None
