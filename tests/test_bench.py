"""The benchmark: it measures what it says, in processes of their own, and shows it."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from eval import bench, bench_report
from rag.__main__ import main

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> bench.Found:
    work = tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bench, "_STARTS", 1)
        return bench.run(work, ROOT / "eval" / "sample", lambda _step: None, rounds=1)


def test_everything_is_measured(found: bench.Found) -> None:
    ours, bare = found["fill"]
    assert ours["passages"] == bare["passages"] == found["ask"]["passages"]
    assert ours["characters"] == bare["characters"] > 10_000
    assert 0 < ours["seconds"] < ours["process_s"]
    assert ours["processor_s"] > 0 and bare["processor_s"] > 0
    assert found["ask"]["search_p50_ms"] <= found["ask"]["search_p95_ms"]
    assert all(seconds > 0 for seconds in found["start"].values())
    assert json.loads(json.dumps(found)) == found


def test_the_table_names_the_machine_and_every_system(found: bench.Found) -> None:
    thrice = {kind: 3 * found["fill"][0][kind] for kind in ("seconds", "processor_s")}
    peer = found["fill"][1] | {"system": "Another 1.0"} | thrice
    shown = bench_report.table(found | {"fill": [*found["fill"], peer]})
    assert found["machine"]["processor"] in shown
    assert "3.0 times as fast as Another 1.0" in shown
    assert "Another 1.0, the most sparing other, took 3.0 times our processor time" in shown
    assert "serve, the page answers" in shown


def test_the_picture_is_svg_and_escapes(found: bench.Found) -> None:
    hostile = [found["fill"][0], found["fill"][1] | {"system": "<script>&"}]
    root = ET.fromstring(bench_report.plot(found | {"fill": hostile}))  # noqa: S314 (our own)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "<script>&" in [element.text for element in root.iter()]


def test_documents_are_made_alike_every_time(tmp_path: Path) -> None:
    one, other = bench.made(tmp_path / "one"), bench.made(tmp_path / "other")
    texts = [file.read_text(encoding="utf-8") for file in sorted(one.iterdir())]
    assert texts == [file.read_text(encoding="utf-8") for file in sorted(other.iterdir())]
    assert len(texts) == len(set(texts)) >= 100


def test_a_step_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(bench.BenchmarkFailed, match="there is no file or folder"):
        bench._step(["fill", tmp_path / "none", tmp_path / "collection", tmp_path / "passages"])


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--documents", "/no/such"], "there is no folder /no/such"),
        (["--peers", "/no/python"], "make bench-peers"),
        (["--rounds", "0"], "must be at least 1"),
        (["--json", "/no/such/file.json"], "there is no folder /no/such to write"),
    ],
)
def test_bad_requests_are_refused(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", *arguments]) == 2
    assert complaint in capsys.readouterr().err
