"""Serves the page over a fake chatbot, as a process of its own, and writes down every name it looks up.

Run by the tests: ``python tests/page_server.py calm|wild|empty LOOKUPS [WIDGET-ORIGIN...]``.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

LOOKUPS = Path(sys.argv[2])
_really = socket.getaddrinfo


def _spy(host: Any, *rest: Any, **options: Any) -> Any:
    with LOOKUPS.open("a") as file:
        file.write(f"{host}\n")
    return _really(host, *rest, **options)


socket.getaddrinfo = _spy

import page_fake  # noqa: E402

from ui.feedback import FILE  # noqa: E402
from ui.server import Access, Writing, serve  # noqa: E402
from ui.widget import Widget  # noqa: E402

DOCUMENTS = {"calm": page_fake.CALM, "wild": page_fake.WILD, "empty": ()}

if __name__ == "__main__":
    speaker = "the title" if sys.argv[1] == "wild" else "Mayor Ada Lane"
    fake = page_fake.Fake(DOCUMENTS[sys.argv[1]], speaker=speaker)
    access = Access(widget=Widget.on(sys.argv[3:]))
    serve(fake, port=0, access=access, writing=Writing(LOOKUPS.with_name(FILE)))
