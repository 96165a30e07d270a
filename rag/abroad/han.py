"""Simplified and traditional Chinese characters; the table is ``han.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path

FILE = Path(__file__).parent / "han.txt"


def simplified(text: str) -> str:
    """A text in simplified characters, as long as it was; what the table does not hold stays as it is."""
    return text.translate(_simple())


def variants(characters: str) -> Iterator[str]:
    """Some simplified characters, and whatever traditional ones stand for them."""
    return ("".join(each) for each in product(*(_traditional().get(one, one) for one in characters)))


@lru_cache(maxsize=1)
def _traditional() -> dict[str, str]:
    """A simplified character → itself and its traditional ones."""
    lines = (line for line in FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return {group[0]: group for line in lines for group in line.split()}


@lru_cache(maxsize=1)
def _simple() -> dict[int, str]:
    return {ord(other): simple for simple, group in _traditional().items() for other in group[1:]}
