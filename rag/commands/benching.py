"""Benchmarks: bench."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from rag.commands.common import AddCommand, Refused


def describe(command: AddCommand) -> None:
    """Add ``bench``."""
    bench = command("bench", _bench, "how fast it is on this machine: fill, ask, start, memory, size")
    bench.add_argument("--documents", type=Path, metavar="FOLDER", help="measure with these (default: made)")
    bench.add_argument("--json", type=Path, metavar="FILE", help="write everything that was measured")
    bench.add_argument("--plot", type=Path, metavar="FILE", help="write a picture of the filling (SVG)")
    bench.add_argument(
        "--rounds", type=int, default=2, metavar="N", help="of filling; the middle counts (default: 2)"
    )
    bench.add_argument(
        "--peers",
        type=Path,
        metavar="PYTHON",
        help="fill other systems too, installed for this Python (make bench-peers)",
    )
    bench.add_argument(
        "--sizes", type=int, nargs="+", default=[], metavar="N", help="collections of so many passages too"
    )


def _bench(options: argparse.Namespace) -> None:
    if options.documents and not options.documents.is_dir():
        raise Refused(f"there is no folder {options.documents}")
    if options.peers and not options.peers.is_file():
        raise Refused(f"there is no Python at {options.peers}; make it with: make bench-peers")
    if options.rounds < 1 or any(size < 1 for size in options.sizes):
        raise Refused("--rounds and --sizes must be at least 1")
    for file in (options.json, options.plot):
        if file and not file.absolute().parent.is_dir():
            raise Refused(f"there is no folder {file.parent} to write {file.name} to")
    from eval import bench, bench_report

    with tempfile.TemporaryDirectory(prefix="ontherecord-bench-") as work:
        found = bench.run(
            Path(work),
            options.documents.resolve() if options.documents else None,
            lambda step: print(f"… {step}", file=sys.stderr, flush=True),
            rounds=options.rounds,
            # Not resolved: a virtual environment's Python is a link, and finds its libraries by it.
            peers=options.peers.absolute() if options.peers else None,
            sizes=options.sizes,
        )
    print(bench_report.table(found))
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(bench_report.plot(found), encoding="utf-8")
