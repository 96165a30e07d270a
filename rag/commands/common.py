"""What the commands share: the collection they open, and how they refuse and print."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rag.settings import Settings

if TYPE_CHECKING:
    from index.collection import Collection
    from index.embedding import Embedder
    from rag.chatbot import Chatbot

# Adds a command: its name, the function that runs it, and one line of help.
AddCommand = Callable[[str, Callable[[argparse.Namespace], int | None], str], argparse.ArgumentParser]


class Refused(ValueError):
    """A request that makes no sense as typed: one sentence, exit code 2."""


def open_collection(options: argparse.Namespace) -> Collection:
    """The collection of ``--collection``; raises ValueError when there is none."""
    from index.collection import Collection

    return Collection(options.collection, chosen_embedder(options))


def chosen_embedder(options: argparse.Namespace) -> Embedder | None:
    """The model of ``--embedding``; None takes the collection's own."""
    from index.embedding import Embedder

    return Embedder(options.embedding) if options.embedding else None


def add_model(command: argparse.ArgumentParser) -> None:
    """Add ``--model`` and ``--model-url``."""
    defaults = Settings.from_environment()
    command.add_argument(
        "--model",
        default=defaults.model,
        metavar="MODEL",
        help="language model that writes prose from the quotes, each sentence checked: a GGUF file, a folder "
        "or a downloaded name, or with --model-url its name there (default: none)",
    )
    command.add_argument(
        "--model-url",
        default=defaults.model_url,
        metavar="URL",
        help="OpenAI-compatible endpoint, such as http://127.0.0.1:8080/v1; a key for it is read from "
        "ONTHERECORD_MODEL_KEY",
    )


def open_chatbot(options: argparse.Namespace) -> Chatbot:
    """A chatbot over the collection of ``--collection``, with the language model of ``--model`` if any."""
    from rag.chatbot import Chatbot

    settings = Settings(embedding=options.embedding, model=options.model, model_url=options.model_url)
    return Chatbot.open(options.collection, settings)


def documents_of(count: int) -> str:
    """``1 document``, ``2 documents``."""
    return f"{count} document{'' if count == 1 else 's'}"


def width() -> int:
    """Columns to print in."""
    return min(100, shutil.get_terminal_size().columns)


def colour() -> bool:
    """Whether standard output shows colours and is not asked to do without (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def complain(said: str) -> None:
    """A line on standard error, in which names of files and documents cannot play tricks on a terminal."""
    from ui.terminal import plain

    print(f"ontherecord: {plain(said)}", file=sys.stderr)


def print_json(value: Any, indent: int | None = None) -> None:
    """One JSON value on standard output, at once, so that a batch can be read as it goes."""
    print_written(json.dumps(value, ensure_ascii=False, indent=indent))


def print_written(line: str) -> None:
    """What is JSON already; characters that a terminal might obey as its escapes, which read the same."""
    from ui.terminal import UNSEEN

    print(UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], line), flush=True)


@contextmanager
def progress_bar(what: str, unit: str, total: int | None = None) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where that is a terminal; it is told what is done, and of how much."""
    from tqdm import tqdm

    with tqdm(unit=unit, desc=what, total=total, file=sys.stderr, disable=None) as bar:

        def progress(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        yield progress
