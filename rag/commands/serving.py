"""The page and the API, and the tools for assistants: serve, mcp."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rag.commands.common import AddCommand, Refused, add_model, chosen_embedder, open_chatbot

if TYPE_CHECKING:
    from ui.library import Library


def describe(command: AddCommand) -> None:
    """Add ``serve`` and ``mcp``."""
    serve = command(
        "serve", _serve, "the chat page and the API, on this machine; ONTHERECORD_TOKEN closes it to others"
    )
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=int, default=7860, help="port to listen on (default: %(default)s)")
    serve.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a host name others may reach it by; needed with --host 0.0.0.0, may be repeated",
    )
    serve.add_argument(
        "--root-path",
        default="",
        metavar="PREFIX",
        help="the prefix that a proxy in front takes off, such as /record",
    )
    serve.add_argument(
        "--proxy", metavar="ADDRESS", help="believe this proxy what it says of its clients' addresses"
    )
    serve.add_argument(
        "--widget-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="a site that may show the widget, such as https://example.org; may be repeated",
    )
    serve.add_argument(
        "--allow-add",
        action="store_true",
        help="let whoever opens the page add and remove documents; think of who can open it",
    )
    add_model(serve)

    add_model(
        command("mcp", _mcp, "read-only tools for assistants: the Model Context Protocol on stdin and stdout")
    )


def _serve(options: argparse.Namespace) -> None:
    if not 0 <= options.port <= 65535:
        raise Refused(f"--port must be within 0 and 65535, not {options.port}")
    from rag.settings import Settings
    from ui.feedback import FILE
    from ui.server import Access, Writing, serve
    from ui.widget import Widget

    token = Settings.from_environment().token
    widget = Widget.on(options.widget_origin)
    access = Access(tuple(options.name), token, options.root_path, options.proxy, widget)
    library = _library(options) if options.allow_add else None
    serve(
        open_chatbot(options),
        host=options.host,
        port=options.port,
        access=access,
        writing=Writing(options.collection / FILE, library),
    )


def _mcp(options: argparse.Namespace) -> None:
    try:
        from ui.tools import serve_tools
    except ModuleNotFoundError as error:
        if error.name != "mcp":
            raise
        raise Refused("mcp needs an extra: pip install 'ontherecord[mcp]'") from None
    serve_tools(open_chatbot(options))


def _library(options: argparse.Namespace) -> Library:
    """Of a collection that is made where there is none yet."""
    from index.collection import Collection
    from rag.speakers import note
    from ui.library import Library

    collection = Collection.create(options.collection, chosen_embedder(options))
    return Library(collection, options.collection, note)
