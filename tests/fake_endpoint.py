"""A scripted OpenAI-compatible endpoint for the tests: it answers as told, well or badly. Not a test itself."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Wire"], None]


@dataclass
class Wire:
    """One request as the endpoint sees it, and how to answer it."""

    handler: BaseHTTPRequestHandler
    body: dict[str, Any]
    stopped: threading.Event

    def head(self, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()

    def send(self, data: bytes) -> None:
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def event(self, text: str) -> None:
        self.send(b"data: " + json.dumps({"choices": [{"delta": {"content": text}}]}).encode() + b"\n\n")


@dataclass
class Scripted:
    """url, and what was asked: one entry a request."""

    url: str
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


@contextmanager
def endpoint(*replies: Reply) -> Iterator[Scripted]:
    """Serves until left; the last reply is given to all further requests."""
    stopped = threading.Event()
    scripted = Scripted("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)))
            reply = replies[min(len(scripted.bodies), len(replies) - 1)]
            scripted.bodies.append(body)
            scripted.keys.append(self.headers.get("Authorization"))
            with suppress(OSError):  # the client has gone, as it should from some of these
                reply(Wire(self, body, stopped))

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    scripted.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield scripted
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()


def says(text: str, *, piece: int = 7) -> Reply:
    """A well-behaved stream of this text."""

    def reply(wire: Wire) -> None:
        wire.head()
        for at in range(0, len(text), piece):
            wire.event(text[at : at + piece])
        wire.send(b"data: [DONE]\n\n")

    return reply


def at_once(text: str) -> Reply:
    """A server that does not stream."""

    def reply(wire: Wire) -> None:
        wire.head(kind="application/json")
        wire.send(json.dumps({"choices": [{"message": {"content": text}}]}).encode())

    return reply


def status(code: int, **headers: str) -> Reply:
    """An error; its body repeats the key it was sent, as some servers do."""

    def reply(wire: Wire) -> None:
        wire.head(code, "application/json", **headers)
        wire.send(json.dumps({"error": {"message": str(wire.handler.headers.get("Authorization"))}}).encode())

    return reply


def raw(data: bytes, kind: str = "text/event-stream") -> Reply:
    def reply(wire: Wire) -> None:
        wire.head(kind=kind)
        wire.send(data)

    return reply


def hangs(*before: str) -> Reply:
    """Says something, or nothing, and then nothing more; only comments, as a proxy sends them."""

    def reply(wire: Wire) -> None:
        wire.head()
        for text in before:
            wire.event(text)
        while not wire.stopped.wait(0.05):
            wire.send(b": still there\n\n")

    return reply


def endless(text: str) -> Reply:
    def reply(wire: Wire) -> None:
        wire.head()
        while not wire.stopped.is_set():
            wire.event(text)

    return reply


def breaks_off(*before: str) -> Reply:
    """Promises more than it sends."""

    def reply(wire: Wire) -> None:
        wire.head(Content_Length="100000")
        for text in before:
            wire.event(text)
        time.sleep(0.02)

    return reply
