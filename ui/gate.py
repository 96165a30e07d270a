"""What may pass: which routes answer, how much may be sent, from where, and the headers that go back."""

from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from collections.abc import MutableMapping
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import JSONResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KIBIBYTE = 1024
BODY = 64 * KIBIBYTE  # bytes of any request, but for
QUESTION_BODY = 512 * KIBIBYTE  # one typed into the page: even 100,000 characters get a real sentence back

PAGE = re.compile(
    r"/|/assets/.+|/static/.+|/ui/.+|/theme\.css|/favicon\.ico"
    r"|/gradio_api/(queue/data|heartbeat/\w+|startup-events)"
)
OURS = re.compile(r"/healthz|/documents(/.+)?|/api/(openapi\.json|documents(/.+)?)")
POSTED = re.compile(r"/api/ask|/gradio_api/(queue/join|cancel|reset)")

# The scripts in the page's own source are allowed by their hashes, so that neither a script nor an
# event handler that a text might bring into the page could run; 'unsafe-eval' is left out likewise.
# Gradio sets style attributes, and its icons carry style elements: hence 'unsafe-inline' for those.
PAGE_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
# A document's page and the API need nothing but our style sheet: whatever a text holds, nothing runs.
BARE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def problem(status: int, title: str, detail: str, **headers: str) -> JSONResponse:
    """An error as RFC 9457 has it: ``detail`` is one sentence that says what to do."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(body, status, headers, media_type="application/problem+json")


class Gate:
    """ASGI middleware: only listed routes answer, bodies are small, and every answer has its headers.

    Once ``closing`` is set, whoever listens for the end of a request hears it: an open page holds
    streams that would otherwise keep the server from ending.
    """

    def __init__(self, app: ASGIApp, closing: asyncio.Event) -> None:
        self._app = app
        self._closing = closing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no websocket is ever opened here: the server closes it
        send = _Headers(scope, send)
        refused = _refuse(scope)
        if refused is None and scope["method"] == "POST":
            body = await _read(scope, receive)
            if body is None:
                refused = problem(413, "Too large", f"Send at most {_limit(scope):,} bytes.")
            else:
                receive = _replay(body, receive)
        elif scope["path"].startswith("/gradio_api/"):
            receive = self._until_closing(receive)
        await (refused or self._app)(scope, receive, send)

    def _until_closing(self, receive: Receive) -> Receive:
        async def receive_or_end() -> Message:
            heard = asyncio.ensure_future(receive())
            closed = asyncio.ensure_future(self._closing.wait())
            try:
                await asyncio.wait({heard, closed}, return_when=asyncio.FIRST_COMPLETED)
                return heard.result() if heard.done() else {"type": "http.disconnect"}
            finally:
                heard.cancel()
                closed.cancel()

        return receive_or_end


def _refuse(scope: Scope) -> JSONResponse | None:
    path, method = scope["path"], scope["method"]
    read, asked = bool(PAGE.fullmatch(path) or OURS.fullmatch(path)), bool(POSTED.fullmatch(path))
    if not (read or asked):
        return problem(404, "Not found", "There is nothing at this address.")
    allowed = ("GET, HEAD" if read else "POST") + ", OPTIONS"
    if method not in allowed.split(", "):
        return problem(405, "Not allowed", f"This address answers {allowed}, not {method}.", Allow=allowed)
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if method == "POST" and origin and urlsplit(origin).netloc != headers.get("host"):
        return problem(403, "Forbidden", "Questions are taken from this site's own pages only.")
    return None


def _limit(scope: Scope) -> int:
    return QUESTION_BODY if scope["path"].startswith("/gradio_api/") else BODY


async def _read(scope: Scope, receive: Receive) -> bytes | None:
    """The whole body; None as soon as it is larger than the limit, whatever length was announced."""
    limit = _limit(scope)
    announced = Headers(scope=scope).get("content-length", "0")
    if not announced.isdecimal() or int(announced) > limit:
        return None
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return body


def _replay(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the body that was read, then what really comes after it."""
    waiting: list[MutableMapping[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


class _Headers:
    """A ``send`` that adds the headers; it holds the page back until its scripts have been hashed."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._send = send
        self._path = scope["path"]
        self._start: Message | None = None
        self._body = b""
        if self._path == "/":
            # A compressed page could not be read here.
            scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]

    async def __call__(self, message: Message) -> None:
        if self._path != "/":
            if message["type"] == "http.response.start":
                policy = PAGE_POLICY.format(scripts="") if PAGE.fullmatch(self._path) else BARE_POLICY
                self._add(message, policy)
            await self._send(message)
        elif message["type"] == "http.response.start":
            self._start = message
        elif self._start is not None:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                self._add(self._start, PAGE_POLICY.format(scripts=_hashes(self._body)))
                await self._send(self._start)
                await self._send({"type": "http.response.body", "body": self._body})

    def _add(self, message: Message, policy: str) -> None:
        headers = MutableHeaders(scope=message)
        headers["Content-Security-Policy"] = policy
        for name, value in HEADERS.items():
            headers[name] = value
        if self._path == "/" or OURS.fullmatch(self._path):
            headers["Cache-Control"] = "no-store"


def _hashes(page: bytes) -> str:
    scripts = re.findall(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = (b64encode(sha256(script).digest()).decode() for script in scripts)
    return "".join(f" 'sha256-{digest}'" for digest in digests)
