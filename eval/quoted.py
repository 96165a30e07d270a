"""Whose words: scores the speakers of direct quotations on marked articles.

    python -m eval.quoted [FOLDER ...] [--failures]

An article is a text in which the right speaker stands after each quotation, in double braces:
``“It is a circus,”{{Bob Reed}} he said.``; ``{{null}}`` where nobody is named (a scare quote, a title,
an unnamed official). The articles of ``eval/news`` and ``eval/press`` are made up: their persons and facts
do not exist. Nobody has looked at what fails in ``eval/press/held``.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.documents import Document
from rag.speakers import statements

ARTICLES = Path(__file__).parent / "news"
PRESS = Path(__file__).parent / "press"
_MARK = re.compile(r"\{\{([^{}]+)\}\}")
_QUOTES = '"”'
_ANY_QUOTES = _QUOTES + "'’»“」』"


@dataclass(frozen=True, slots=True)
class Judged:
    """One marked quotation. found: the name it was given, None for nobody; outcome: right, wrong, missed,
    or, where nobody is named, silent, described (as "a senior official") or named."""

    article: str
    words: str
    wanted: str | None
    found: str | None
    outcome: str


def judged(article: str, marked: str) -> Iterator[Judged]:
    """Every marked quotation of an article, judged."""
    text, marks = unmarked(marked)
    made = statements(Document(article, article, "", None, None, text, ()))
    for end, wanted in marks:
        last = _last_letter(text, end)
        speaker = next((s.speaker for s in made if s.start <= last < s.end and s.voice == "direct"), None)
        words = text[max(0, last - 60) : last + 1]
        yield Judged(article, words, wanted, speaker, _outcome(wanted, speaker))


def unmarked(marked: str) -> tuple[str, list[tuple[int, str | None]]]:
    """The article without its marks, and where each of them stood."""
    pieces: list[str] = []
    marks: list[tuple[int, str | None]] = []
    done = length = 0
    for mark in _MARK.finditer(marked):
        pieces.append(marked[done : mark.start()])
        length += mark.start() - done
        marks.append((length, None if mark[1] == "null" else mark[1]))
        done = mark.end()
    return "".join([*pieces, marked[done:]]), marks


def _last_letter(text: str, end: int) -> int:
    """The last letter of the quotation before a mark; of a paragraph that is left open, its last."""
    at = len(text[:end].rstrip()) - 1
    if text[at] in ".," and text[at - 1] in _ANY_QUOTES:
        at -= 1
    if text[at] not in _ANY_QUOTES:  # the mark stands after the reporting clause
        at = max(text.rfind(sign, 0, end) for sign in _QUOTES)
    opens = text[at + 1 : at + 2].isalnum() and (at == 0 or text[at - 1].isspace())
    at = end - 1 if opens else at
    while not text[at].isalnum():
        at -= 1
    return at


def _outcome(wanted: str | None, speaker: str | None) -> str:
    if wanted is None:
        if speaker is None:
            return "silent"
        return (
            "named"
            if speaker[0].isupper() and not speaker.startswith(("A ", "The ", "One "))
            else "described"
        )
    if speaker is None:
        return "missed"
    return "right" if _names(wanted.lower(), speaker.lower()) else "wrong"


def _names(wanted: str, speaker: str) -> bool:
    """Is the name in the speaker's, which may have a middle name or a role besides?"""
    return wanted in speaker or set(wanted.split()) <= set(speaker.partition(",")[0].split())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.quoted", description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", nargs="*", type=Path, default=(ARTICLES, PRESS), metavar="FOLDER")
    parser.add_argument("--failures", action="store_true", help="show what was not right")
    options = parser.parse_args()
    found = [
        one
        for folder in options.folders
        for file in sorted(folder.glob("*.txt"))
        for one in judged(file.name, file.read_text("utf-8"))
    ]
    if not found:
        parser.error(f"there are no marked articles (*.txt) in {', '.join(map(str, options.folders))}")
    lines = [
        f"{one.outcome}: {one.article}: wanted {one.wanted}, found {one.found}: {one.words!r}\n"
        for one in found
        if options.failures and one.outcome in ("wrong", "missed", "named")
    ]
    sys.stdout.write("".join(lines) + summary(found))


def summary(found: Sequence[Judged]) -> str:
    """Two lines: where somebody is named, and where nobody is."""
    count = Counter(one.outcome for one in found)
    named = count["right"] + count["wrong"] + count["missed"]
    return (
        f"named speakers  {count['right'] / max(1, named):.3f} right of {named};"
        f" {count['wrong']} wrong, {count['missed']} missed\n"
        f"nobody named    {count['silent']} without a speaker, {count['described']} with a description,"
        f" {count['named']} with a name\n"
    )


if __name__ == "__main__":
    main()
