"""The command line: the one place where index, rag, ui and eval meet."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.settings import Settings

if TYPE_CHECKING:
    from index.collection import Collection
    from index.intake import Report
    from rag.answers import Answer
    from rag.chatbot import Chatbot


class Refused(ValueError):
    """A request that makes no sense as typed: one sentence, exit code 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 2 for bad input, 130 when interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options) or 0)
    except ValueError as error:
        print(f"ontherecord: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("ontherecord: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of a pipe has gone (`| head`); Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"ontherecord: {where}{error.strerror or error}", file=sys.stderr)
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

    def command(name: str, function: Any, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[shared], help=text, description=text)
        added.set_defaults(command=function)
        return added

    _describe(command)
    return parser


def _describe(command: Any) -> None:
    add = command("add", _add, "take in files and folders: what is new, changed and gone")
    add.add_argument("paths", nargs="+", type=_path, metavar="PATH")

    remove = command("remove", _remove, "take documents out again")
    remove.add_argument("ids", nargs="+", metavar="ID")

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

    search = command("search", _search, "ranked passages for a query")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("-k", type=int, default=10, help="how many (default: %(default)s)")
    search.add_argument("--json", action="store_true", help="print the hits as JSON")

    documents = command("documents", _documents, "what is in the collection")
    documents.add_argument("--json", action="store_true", help="print the list as JSON")

    show = command("show", _show, "one document: its text, what was set aside, who says what")
    show.add_argument("id", metavar="ID")
    show.add_argument("--at", metavar="START:END", help="show this stretch in its surroundings")
    show.add_argument("--json", action="store_true", help="print text, furniture and statements as JSON")

    serve = command("serve", _serve, "the chat page and the API, on this machine")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=int, default=7860, help="port to listen on (default: %(default)s)")
    serve.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a host name others may reach it by; needed with --host 0.0.0.0, may be repeated",
    )


def _path(written: str) -> Path:
    """A path as typed; an empty one, of a variable that is not set, is not the current folder."""
    if not written:
        raise argparse.ArgumentTypeError("a path is empty")
    return Path(written)


def _open(options: argparse.Namespace) -> Collection:
    from index.collection import Collection
    from index.embedding import Embedder

    return Collection(options.collection, Embedder(options.embedding) if options.embedding else None)


def _chatbot(options: argparse.Namespace) -> Chatbot:
    from rag.chatbot import Chatbot

    return Chatbot(_open(options))


def _add(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from index.collection import Collection
    from index.embedding import Embedder
    from rag.speakers import note

    for path in options.paths:
        if not path.exists():
            raise Refused(f"there is no file or folder {path}")
    collection = Collection.create(
        options.collection, Embedder(options.embedding) if options.embedding else None
    )
    with tqdm(unit=" files", desc="Reading", file=sys.stderr, disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        report = collection.add(options.paths, progress, note)
    return _tell(report, len(collection.cards), options.paths)


def _tell(report: Report, total: int, paths: Sequence[Path]) -> int:
    from ui.terminal import plain

    for skipped in report.skipped:
        print(f"ontherecord: skipped {plain(skipped.path)}: {skipped.reason}", file=sys.stderr)
    parts = [
        f"{len(ids)} {word}"
        for ids, word in (
            (report.added, "added"),
            (report.changed, "changed"),
            (report.removed, "removed"),
            (report.unchanged, "unchanged"),
            (report.skipped, "skipped"),
        )
        if ids
    ]
    if not parts:
        raise Refused(f"there are no .txt or .md files in {', '.join(map(str, paths))}")
    passages = f"{report.passages} passage{'' if report.passages == 1 else 's'}"
    done = f"{passages} embedded" if report.passages else "nothing had to be embedded"
    print(
        f"{', '.join(parts)}; {done} in {report.seconds:.1f} s. The collection holds {_documents_of(total)}."
    )
    nothing_read = not (report.added or report.changed or report.unchanged or report.removed)
    return 2 if nothing_read or any(skipped.named for skipped in report.skipped) else 0


def _documents_of(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"


def _remove(options: argparse.Namespace) -> None:
    collection = _open(options)
    try:
        collection.remove(options.ids)
    except KeyError as error:
        raise Refused(f"there is no document {error.args[0]!r}; see: ontherecord documents") from None
    print(f"Removed {_documents_of(len(set(options.ids)))}. The collection holds {len(collection.cards)}.")


def _ask(options: argparse.Namespace) -> None:
    if options.questions is not None:
        if options.question is not None:
            raise Refused("give a question or --questions FILE, not both")
        _batch(options)
        return
    if options.question is None:
        raise Refused('no question was given; try: ontherecord ask "What did they say about …?"')
    answer = _chatbot(options).ask(options.question)
    if options.json:
        _print_json(_answer_json(answer, options), indent=2)
        return
    from ui import terminal

    print(terminal.render(answer, width=_width(), colour=_colour()))
    if options.timeline:
        from rag.timeline import timeline_of
        from ui.terminal_timeline import render_timeline

        print("\n" + render_timeline(answer, timeline_of(answer), width=_width(), colour=_colour()))


def _answer_json(answer: Answer, options: argparse.Namespace) -> dict[str, Any]:
    if not options.timeline:
        return answer.to_json()
    from rag.timeline import timeline_of

    return answer.to_json() | {"timeline": timeline_of(answer).to_json()}


def _batch(options: argparse.Namespace) -> None:
    chatbot = _chatbot(options)
    for line in filter(str.strip, _lines(options.questions)):
        question: Any = None
        try:
            question, history = _asked(line)
            found = _answer_json(chatbot.ask(question, history), options)
        except ValueError as error:
            found = {"question": question if question is not None else line.strip(), "error": str(error)}
        _print_json(found)


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


def _search(options: argparse.Namespace) -> None:
    if options.k < 1:
        raise Refused(f"-k must be at least 1, not {options.k}")
    if not options.query.strip():
        raise Refused("the query is empty")
    hits = _open(options).search(options.query, options.k)
    if not options.json:
        from ui import terminal

        print(terminal.render_hits(hits, width=_width(), colour=_colour()))
        return
    found = [
        {
            "rank": hit.rank,
            "score": round(hit.score, 4),
            "document": hit.passage.document.id,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "text": hit.passage.text,
        }
        for hit in hits
    ]
    _print_json({"query": options.query, "hits": found}, indent=2)


def _documents(options: argparse.Namespace) -> None:
    cards = list(_open(options).cards.values())
    if options.json:
        listed = [
            {"document": card.id, "title": card.title, "date": card.date, "url": card.url} for card in cards
        ]
        _print_json({"documents": listed}, indent=2)
        return
    from ui import terminal

    print(terminal.render_documents(cards, width=_width(), colour=_colour()))


def _show(options: argparse.Namespace) -> None:
    from index.documents import Span

    try:
        document = _open(options).document(options.id)
    except KeyError:
        raise Refused(f"there is no document {options.id!r}; see: ontherecord documents") from None
    at = None
    if options.at is not None:
        numbers = re.fullmatch(r"(\d{1,9}):(\d{1,9})", options.at)
        at = Span(int(numbers[1]), int(numbers[2])) if numbers else None
        if at is None or not at.start < at.end <= len(document.text):
            raise Refused(
                f"--at takes START:END within 0:{len(document.text)}, such as 120:240, not {options.at!r}"
            )
    if options.json:
        from rag.description import describe

        _print_json(describe(document), indent=2)
        return
    from ui import terminal

    print(terminal.render_document(document, at, width=_width(), colour=_colour()))


def _serve(options: argparse.Namespace) -> None:
    if not 0 <= options.port <= 65535:
        raise Refused(f"--port must be within 0 and 65535, not {options.port}")
    chatbot = _chatbot(options)
    from ui.server import serve

    serve(chatbot, host=options.host, port=options.port, names=options.name)


def _width() -> int:
    return min(100, shutil.get_terminal_size().columns)


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _print_json(value: Any, indent: int | None = None) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=indent), flush=True)


if __name__ == "__main__":
    sys.exit(main())
