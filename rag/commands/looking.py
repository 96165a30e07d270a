"""Looking things up: search, documents, show."""

from __future__ import annotations

import argparse
import re

from rag.commands.common import AddCommand, Refused, colour, open_collection, print_json, width


def describe(command: AddCommand) -> None:
    """Add ``search``, ``documents`` and ``show``."""
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


def _search(options: argparse.Namespace) -> None:
    if options.k < 1:
        raise Refused(f"-k must be at least 1, not {options.k}")
    if not options.query.strip():
        raise Refused("the query is empty")
    hits = open_collection(options).search(options.query, options.k)
    if not options.json:
        from ui import terminal

        print(terminal.render_hits(hits, width=width(), colour=colour()))
        return
    from rag.description import describe_hits

    print_json(describe_hits(options.query, hits), indent=2)


def _documents(options: argparse.Namespace) -> None:
    cards = list(open_collection(options).cards.values())
    if options.json:
        from rag.description import describe_cards

        print_json({"documents": describe_cards(cards)}, indent=2)
        return
    from ui import terminal

    print(terminal.render_documents(cards, width=width(), colour=colour()))


def _show(options: argparse.Namespace) -> None:
    from index.documents import Span

    try:
        document = open_collection(options).document(options.id)
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

        print_json(describe(document), indent=2)
        return
    from ui import terminal

    print(terminal.render_document(document, at, width=width(), colour=colour()))
