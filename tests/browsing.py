"""What the tests in a real browser share: servers as processes of their own, Chromium, axe. Not a test itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
HERE = Path(__file__).parent
ROOT = str(HERE.parent)


class Site:
    """A running server, the names it looked up, and what browsers asked for while it ran."""

    def __init__(self, address: str, lookups: Path) -> None:
        self.address = address
        self.lookups = lookups
        self.requests: list[str] = []
        self.complaints: list[str] = []


@contextmanager
def served(kind: str, folder: Path, *origins: str) -> Iterator[Site]:
    """A server over a fake chatbot, its widget shown by ``origins``; it writes down every name it looks up."""
    lookups = folder / "lookups"
    lookups.touch()
    command = [sys.executable, str(HERE / "page_server.py"), kind, str(lookups), *origins]
    with running(command, folder) as address:
        yield Site(address, lookups)


@contextmanager
def running(command: list[str], folder: Path) -> Iterator[str]:
    """The address of a server process, which says where it is, ends in order and leaves nothing behind."""
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    with (folder / "log").open("w+") as log:
        environment = {**os.environ, "PYTHONPATH": ROOT, "TMPDIR": str(scratch)}
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, env=environment)
        try:
            yield _address(process, folder / "log")
        finally:
            process.terminate()
            process.wait(20)
        assert "CancelledError" not in (folder / "log").read_text(), "it ends in order, with pages open"
        assert not list(scratch.glob("ontherecord-*"))  # "gradio" is that of an application with its own


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    while process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+(?=\s)", log.read_text()):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"the server ended before it said where it is:\n{log.read_text()}")


class Elsewhere:
    """Another site: it answers at ``localhost`` with the pages that a test puts there, path to (headers, body)."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[Mapping[str, str], str]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.origin = f"http://localhost:{self._server.server_port}"
        self.stranger = f"http://127.0.0.1:{self._server.server_port}"  # the same pages, as another origin
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        pages = self.pages

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers, body = pages.get(self.path, ({}, ""))
                self.send_response(200 if self.path in pages else 404)
                for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: Any) -> None: ...

        return Handler


def axe_source(folder: Path) -> str:
    """axe-core's script, from the registry; it is used here and kept nowhere."""
    try:
        subprocess.run(["npm", "pack", "--silent", "axe-core@4"], cwd=folder, check=True, timeout=120)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"axe-core cannot be had from npm: {error}")
    (archive,) = folder.glob("axe-core-*.tgz")
    subprocess.run(["tar", "xzf", archive.name, "package/axe.min.js"], cwd=folder, check=True)
    return (folder / "package" / "axe.min.js").read_text()


def violations(page: Any, source: str) -> list[str]:
    """What axe objects to in a page or a frame of one."""
    page.evaluate(source)
    found: list[str] = page.evaluate(
        """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
            .map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | '))"""
    )
    return found
