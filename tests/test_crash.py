"""A few of the crashes that `make crash` tries by the hundred."""

import shutil

import pytest

from eval import crash, points
from index import generations


@pytest.fixture(autouse=True)
def _sizes_are_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "EXACT_UP_TO", generations.EXACT_UP_TO)
    monkeypatch.setattr(generations, "PENDING", generations.PENDING)


def test_a_killed_writer_loses_nothing_it_acknowledged() -> None:
    tally = crash.kills(8)
    assert tally.failures == []
    assert tally.acknowledged >= 8


def test_a_full_disk_is_a_clear_error_and_changes_nothing() -> None:
    tally = crash.disk_full(6)
    assert tally.failures == []
    assert set(tally.outcomes) == {"refused with a sentence", "stored"}


def test_a_flipped_bit_never_gives_another_answer() -> None:
    tally = crash.flips(3)
    assert tally.failures == []
    assert tally.outcomes["refused with a sentence"]


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("fault", ["KILL", "EIO"])
def test_a_fault_at_a_system_call_leaves_a_whole_state(fault: str) -> None:
    tally = points.run(fault, every=50)
    assert tally.failures == []
    assert tally.trials >= 2
