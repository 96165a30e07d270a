"""The widget for other people's pages: widget."""

from __future__ import annotations

import argparse
import re
import sys

from rag.commands.common import AddCommand, Refused

SETTINGS = ("accent", "label", "lang", "position", "target", "theme")


def describe(command: AddCommand) -> None:
    """Add ``widget``."""
    widget = command("widget", _widget, "the line that puts the widget on another site's pages")
    widget.add_argument(
        "--address",
        default="http://127.0.0.1:7860",
        metavar="URL",
        help="where your readers' browsers reach the server (default: %(default)s)",
    )
    widget.add_argument("--accent", metavar="COLOUR", help="any CSS colour, such as '#0a5f3c'")
    widget.add_argument("--label", metavar="TEXT", help="what the button says")
    widget.add_argument("--lang", metavar="LANG", help="en, de, fr, es, ja or ar")
    widget.add_argument("--position", choices=("left", "right"), help="left or right")
    widget.add_argument("--target", metavar="SELECTOR", help="show it within the page, here")
    widget.add_argument("--theme", choices=("auto", "light", "dark"), help="light or dark")
    widget.add_argument("--demo", action="store_true", help="serve a page that shows it, to try it out")
    widget.add_argument(
        "--port", type=int, default=7861, help="port of the demonstration (default: %(default)s)"
    )


def _widget(options: argparse.Namespace) -> None:
    from ui.widget import snippet

    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", options.address):
        raise Refused(f"--address is written like https://quotes.example.org, not {options.address!r}")
    chosen = {name: getattr(options, name) for name in SETTINGS}
    if not 0 <= options.port <= 65535:
        raise Refused(f"--port must be within 0 and 65535, not {options.port}")
    if not options.demo:
        print(snippet(options.address, **chosen))
        return
    from ui.widget_demo import serve

    serve(
        options.address,
        options.port,
        chosen,
        ready=lambda origin: sys.stderr.write(
            f"A page with the widget: {origin}\n"
            f"It asks {options.address}, to be started with: ontherecord serve --widget-origin {origin}\n"
        ),
    )
