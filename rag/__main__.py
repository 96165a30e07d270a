"""The command line, ``ontherecord`` or ``python -m rag``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rag.commands import asking, benching, checking, evaluating, filling, looking, serving, widgets
from rag.commands.common import complain
from rag.settings import Settings

# In the order in which --help lists them.
_MODULES = (filling, asking, looking, serving, widgets, checking, evaluating, benching)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 2 for bad input, 130 when interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options) or 0)
    except ValueError as error:
        complain(str(error))
        return 2
    except KeyboardInterrupt:
        complain("stopped")
        return 130
    except BrokenPipeError:
        # The reader of a pipe has gone (`| head`); Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}")
        return 2


def _parser() -> argparse.ArgumentParser:
    defaults = Settings.from_environment()
    parser = argparse.ArgumentParser(
        prog="ontherecord",
        description="Ask what they said. Get the words they said, who said them and when.",
        epilog="Start with: ontherecord add FOLDER, then: ontherecord ask 'What did they say about …?'",
    )
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--collection",
        type=Path,
        default=defaults.collection,
        metavar="DIR",
        help="where the collection is kept (default: %(default)s, or ONTHERECORD_COLLECTION)",
    )
    shared.add_argument(
        "--embedding",
        default=defaults.embedding,
        metavar="MODEL",
        help="sentence-transformers model, by name or folder (default: the collection's own)",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(
        name: str, function: Callable[[argparse.Namespace], int | None], text: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[shared], help=text, description=text)
        added.set_defaults(command=function)
        return added

    for module in _MODULES:
        module.describe(command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
