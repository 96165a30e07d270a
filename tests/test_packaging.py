"""The wheel that is built holds the code and every file that the code reads."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_wheel_holds_everything(tmp_path: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            str(tmp_path),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    needed = {
        file.relative_to(ROOT).as_posix()
        for folder in ("index", "rag", "ui", "eval")
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert needed <= held
    assert not any(name.startswith("tests/") for name in held)
    entry = next(name for name in held if name.endswith("entry_points.txt"))
    assert "ontherecord = rag.__main__:main" in zipfile.ZipFile(wheel).read(entry).decode()
