"""Whose words, and what is asked, in nine languages other than English.

    python -m eval.foreign [--held] [--failures]

Scores the made-up articles and releases of ``eval/abroad/news`` and the questions of
``eval/abroad/readings-tuned.jsonl``, with --held those set aside. In an article ``{{Name}}`` stands after
quoted words and ``{{~Name}}`` after a sentence that reports somebody; ``{{null}}`` where nobody is named
and ``{{-}}`` where the writer speaks.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from index.documents import Document
from rag.questions import Question, understand
from rag.speakers import statements

FOLDER = Path(__file__).parent / "abroad"
_MARK = re.compile(r"\{\{([^{}]+)\}\}")
_ARTICLE = re.compile(
    r"(?i)^(?:(?:el|la|los|las|le|les|der|die|das|den|dem|de|het|een|il|lo|i|gli|o|a|os|as|un|una|une"
    r"|ein|eine|einen|einer) |l['’])"
)


def judged(language: str, marked: str) -> Iterator[tuple[str, str, str]]:
    """For every mark of an article its kind ("direct", "reported", "nobody"), the outcome ("right",
    "wrong", "missed", "voice") and a line that tells what was found."""
    text = _MARK.sub("", marked)
    made = statements(Document(language, language, "", None, None, text, ()))
    taken = 0
    for mark in _MARK.finditer(marked):
        end = mark.start() - taken
        taken += len(mark[0])
        at = next(spot for spot in range(end - 1, -1, -1) if text[spot].isalnum())
        said = next((one for one in made if one.start <= at < one.end), None)
        wanted = mark[1].removeprefix("~")
        kind = "reported" if mark[1].startswith("~") else "direct"
        found = (said.speaker, said.voice) if said is not None else (None, "narration")
        if wanted in ("null", "-"):
            kind = "nobody"
            outcome = "right" if found[0] is None or (wanted == "null" and found[0][0].islower()) else "wrong"
        else:
            named = found[0] is not None and wanted.lower() in found[0].lower()
            outcome = (
                ("right" if found[1] == kind else "voice") if named else "missed" if not found[0] else "wrong"
            )
        yield kind, outcome, f"{mark[1]} != {found}: …{text[max(0, end - 70) : end]}"


def read(gold: dict[str, object]) -> tuple[str, Question]:
    """Whether the question was read as meant ("right", or what was not), and how it was read."""
    question = str(gold["question"])
    history = [str(earlier) for earlier in gold["history"]]  # type: ignore[attr-defined]
    found = understand(question, history, newest="2025-09-09")
    parts = [("kind", found.kind), ("topic", found.topic), ("speaker", found.speaker)]
    if found.kind == "fact":
        parts = parts[:1]
    if "event" in gold:
        parts.append(("event", found.event))
    wrong = [name for name, value in parts if _plain(value) != _plain(gold[name])]
    if "period" in gold and (found.period is None or found.period.first != gold["period"]):
        wrong.append("period")
    return ", ".join(wrong) or "right", found


def _plain(value: object) -> str:
    return _ARTICLE.sub("", str(value or "").strip()).lower()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.foreign", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--held", action="store_true", help="what was set aside")
    parser.add_argument("--failures", action="store_true", help="show what was not right")
    options = parser.parse_args()
    news = FOLDER / "news" / ("held" if options.held else "")
    count: Counter[tuple[str, str, str]] = Counter()
    for file in sorted(news.glob("*.txt")):
        for kind, outcome, line in judged(file.name, file.read_text("utf-8")):
            count[file.name[:2], kind, outcome] += 1
            if options.failures and outcome != "right":
                sys.stdout.write(f"{file.name} {kind} {outcome}: {line}\n")
    asked = FOLDER / f"readings-{'held' if options.held else 'tuned'}.jsonl"
    for line in asked.read_text("utf-8").splitlines():
        gold = json.loads(line)
        outcome, found = read(gold)
        count[gold["id"][:2], "questions", "right" if outcome == "right" else "wrong"] += 1
        if options.failures and outcome != "right":
            read_as = f"{found.kind} | {found.topic} | {found.speaker} | {found.event} | {found.period}"
            sys.stdout.write(f"{gold['id']} {outcome}: {gold['question']} -> {read_as}\n")
    sys.stdout.write(summary(count))


def summary(count: Counter[tuple[str, str, str]]) -> str:
    """A line per language and one for all: right of how many, by kind."""
    kinds = ("direct", "reported", "nobody", "questions")
    lines = []
    for language in [*sorted({key[0] for key in count}), ""]:
        cells = []
        for kind in kinds:
            own = {key: n for key, n in count.items() if key[0].startswith(language) and key[1] == kind}
            right = sum(n for key, n in own.items() if key[2] == "right")
            cells.append(f"{kind} {right:3} of {sum(own.values()):3}")
        lines.append(f"{language or 'all':4}{'   '.join(cells)}\n")
    return "".join(lines)


if __name__ == "__main__":
    main()
