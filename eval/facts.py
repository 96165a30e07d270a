"""Questions for facts that the articles of ``eval/news`` state, and near misses that none of them states.

    python -m eval.facts FOLDER
    ontherecord eval FOLDER/test.jsonl --documents FOLDER/documents

``facts.jsonl`` is gold: six questions an article, of four facts, two of them in other words than the
article's, and of two things that it leaves out. Those of one half of the articles, "train", are what
``rag/fact/presence.json`` learns from; those of the other, "test", were never learned from.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.datasets_base import HALVES, half_of
from eval.gold import GoldQuestion, read
from eval.quoted import ARTICLES, unmarked

QUESTIONS = Path(__file__).parent / "facts.jsonl"


def questions(half: str) -> tuple[GoldQuestion, ...]:
    """The questions about the articles of a half."""
    return tuple(question for question in read(QUESTIONS) if _half(question.id) == half)


def write_articles(folder: Path) -> None:
    """Write the articles, without the marks of who is quoted, into a folder that need not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in ARTICLES.glob("*.txt"):
        text, _ = unmarked(article.read_text("utf-8"))
        (folder / article.name).write_text(text, encoding="utf-8", newline="")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the articles and the gold of either half."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.facts", description="Write the questions for facts."
    )
    parser.add_argument("folder", type=Path, help="becomes documents/, train.jsonl and test.jsonl")
    folder: Path = parser.parse_args(arguments).folder
    write_articles(folder / "documents")
    lines = QUESTIONS.read_text("utf-8").splitlines(keepends=True)
    for half in HALVES:
        ids = {question.id for question in questions(half)}
        mine = [line for question, line in zip(read(QUESTIONS), lines, strict=True) if question.id in ids]
        (folder / f"{half}.jsonl").write_text("".join(mine), encoding="utf-8", newline="")
    sys.stdout.write(f"{folder}: {len(lines)} questions\n")


def _half(id_: str) -> str:
    """The half of a question, by its article: "a1" of "a1-3"."""
    return half_of(id_.partition("-")[0])


if __name__ == "__main__":
    main()
