"""The README's commands and the answer it shows are what the program does."""

import re
import shlex
from pathlib import Path

import pytest

from rag.__main__ import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def transcript() -> list[tuple[str, str]]:
    """The commands of the console block, each with the output shown."""
    block = re.search(r"```console\n(.*?)```", README, re.DOTALL)
    assert block is not None
    parts = re.split(r"^\$ (.*)\n", block[1], flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def without_time(text: str) -> str:
    return re.sub(r"in \d+\.\d s", "in … s", text).rstrip()


def test_the_answer_shown_is_the_answer_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("ONTHERECORD_COLLECTION", str(tmp_path / "collection"))
    commands = transcript()
    assert len(commands) == 2
    for command, shown in commands:
        program, *arguments = shlex.split(command)
        assert program == "ontherecord"
        assert main(arguments) == 0
        assert without_time(capsys.readouterr().out) == without_time(shown)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z][a-z-]*)", README))))
def test_every_make_target_named_exists(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"no target {target}"


@pytest.mark.parametrize("file", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README))))
def test_every_file_linked_exists(file: str) -> None:
    assert (ROOT / file).is_file()


@pytest.mark.parametrize("module", sorted(set(re.findall(r"python -m ([\w.]+)", README))))
def test_every_module_named_exists(module: str) -> None:
    assert (ROOT / (module.replace(".", "/") + ".py")).is_file()
