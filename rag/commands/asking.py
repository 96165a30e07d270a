"""Asking: ask, one question or a whole batch of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.commands.common import AddCommand, Refused, add_model, colour, open_chatbot, print_json, width

if TYPE_CHECKING:
    from rag.answers import Answer


def describe(command: AddCommand) -> None:
    """Add ``ask``."""
    ask = command("ask", _ask, "answer a question with numbered quotes")
    ask.add_argument("question", nargs="?", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="print the answer as JSON")
    ask.add_argument(
        "--timeline", action="store_true", help="add who said what when, and how the wording changed"
    )
    ask.add_argument(
        "--questions",
        metavar="FILE",
        help="answer a batch: JSON lines with question and history (- reads stdin)",
    )
    add_model(ask)


def _ask(options: argparse.Namespace) -> None:
    if options.questions is not None:
        if options.question is not None:
            raise Refused("give a question or --questions FILE, not both")
        _batch(options)
        return
    if options.question is None:
        raise Refused('no question was given; try: ontherecord ask "What did they say about …?"')
    answer = open_chatbot(options).ask(options.question)
    if options.json:
        print_json(_answer_json(answer, options), indent=2)
        return
    from ui import terminal

    print(terminal.render(answer, width=width(), colour=colour()))
    if options.timeline:
        from rag.timeline import timeline_of
        from ui.terminal_timeline import render_timeline

        print("\n" + render_timeline(answer, timeline_of(answer), width=width(), colour=colour()))


def _answer_json(answer: Answer, options: argparse.Namespace) -> dict[str, Any]:
    if not options.timeline:
        return answer.to_json()
    from rag.timeline import timeline_of

    return answer.to_json() | {"timeline": timeline_of(answer).to_json()}


def _batch(options: argparse.Namespace) -> None:
    chatbot = open_chatbot(options)
    for line in filter(str.strip, _lines(options.questions)):
        question: Any = None
        try:
            question, history = _asked(line)
            found = _answer_json(chatbot.ask(question, history), options)
        except ValueError as error:
            found = {"question": question if question is not None else line.strip(), "error": str(error)}
        print_json(found)


def _lines(name: str) -> Iterator[str]:
    if name == "-":
        yield from sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8-sig", errors="replace") as opened:
            yield from opened
    except OSError as error:
        raise Refused(f"{name} cannot be read: {error.strerror}") from error


def _asked(line: str) -> tuple[str, list[str]]:
    """The question and the earlier questions of one line of a batch."""
    try:
        parsed = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Refused(f"this line is not JSON: {error}") from None
    if not isinstance(parsed, dict) or not isinstance(parsed.get("question"), str):
        raise Refused('a line needs a "question" that is a string')
    history = parsed.get("history") or []
    if not isinstance(history, list) or not all(isinstance(earlier, str) for earlier in history):
        raise Refused('"history" is a list of earlier questions')
    return parsed["question"], history
