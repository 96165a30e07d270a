"""A writer that dies, or meets an error, at the k-th system call that changes a disk, for every k.

    python -m eval.points [--every 1] [--faults KILL ENOSPC EIO]

Needs strace. Afterwards the collection must hold what it held before the change or what it holds
after it, whole, and pass ``ontherecord check``.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from eval import crash, filler
from index.checking import check
from index.collection import Collection

_CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir"
_CLEAR = re.compile(r"index\.\w+\.\w+: |OSError|^lost sys\.std")
_CHANGE = "import sys; from pathlib import Path; from eval import points; points.change(Path(sys.argv[1]))"


def change(folder: Path) -> None:
    """Replace, add and remove documents, so much that a dense index is published."""
    crash.small_generations()
    collection = Collection(folder, filler.WordVectors())
    crash.apply(collection, {"add": list(range(50, 75))}, folder.parent / "docs", salt=1)
    collection.remove(["report-000001.txt"])
    collection.close()


def run(fault: str, every: int = 1) -> crash.Tally:
    """fault: KILL for a kill, or the name of the error that the call returns."""
    work = Path(tempfile.mkdtemp(prefix="ontherecord-points-"))
    base = crash.prepared(work)
    states = [crash.held(base)]
    states.append({**states[0], **{f"report-{n:06d}.txt": crash.text(n, 1) for n in range(50, 75)}})
    states.append({id_: text for id_, text in states[1].items() if id_ != "report-000001.txt"})
    tally = crash.Tally()
    injected = f"signal={fault}" if fault == "KILL" else f"error={fault}"
    point = 1
    while True:
        folder = shutil.copytree(base, work / "tried")
        command = ["strace", "-f", "-qq", "-o", str(work / "trace"), "-e", f"trace={_CALLS}"]
        command += ["-e", f"inject={_CALLS}:{injected}:when={point}"]
        done = subprocess.run(  # noqa: S603
            [*command, sys.executable, "-c", _CHANGE, folder], capture_output=True, text=True, check=False
        )
        reached = "INJECTED" in (work / "trace").read_text() or "killed" in (work / "trace").read_text()
        found = crash.held(folder)
        problems = [p for part in check(folder, filler.WordVectors()) for p in part.problems]
        shutil.rmtree(folder)
        if not reached:
            break
        tally.trials += 1
        tally.outcomes[f"left state {states.index(found) if found in states else 'TORN'}"] += 1
        if found not in states or problems:
            tally.failures.append(f"{fault} at call {point}: {problems[:2] or 'torn'}")
        if "Traceback" in done.stderr and not _is_clear(done.stderr):
            tally.failures.append(f"{fault} at call {point}: {done.stderr.strip().splitlines()[-1]}")
        point += every
    shutil.rmtree(work)
    return tally


def _is_clear(complaint: str) -> bool:
    """The last line of a traceback is what a command would print; the fault may have hit the printing of it,
    and have swallowed the end of the line before."""
    lines = complaint.strip().splitlines()
    return "lost sys.stderr" in lines or _CLEAR.search(lines[-1]) is not None


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1, help="only every n-th call")
    parser.add_argument("--faults", nargs="+", default=["KILL", "ENOSPC", "EIO"])
    options = parser.parse_args()
    failed = False
    for fault in options.faults:
        tally = run(fault, options.every)
        print(tally.lines(f"{fault} at every system call"), flush=True)  # noqa: T201
        failed = failed or bool(tally.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
