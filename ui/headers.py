"""The headers every reply carries, above all what a page may load and run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope, Send

from ui.metrics import Metrics

# What Gradio gives to a browser that opens the page.
PAGE = re.compile(
    r"/|/assets/.+|/static/.+|/theme\.css|/gradio_api/(queue/data|heartbeat/\w+|startup-events)"
)

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
# The list of documents where it may be changed: one script of ours, and what it asks of us.
CHANGING_POLICY = BARE_POLICY + "; script-src 'self'; connect-src 'self'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class WithHeaders:
    """A ``send`` that adds the headers; it holds the page back until its scripts have been hashed."""

    def __init__(self, path: str, scope: Scope, send: Send, metrics: Metrics) -> None:
        self._send = send
        self._path = path
        self._metrics = metrics
        self.started = False
        self._start: Message | None = None
        self._body = b""
        if path == "/":
            # A compressed page could not be read here.
            scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self._metrics.answered(kind(self._path), message["status"])
        if self._path != "/":
            if message["type"] == "http.response.start":
                page = PAGE.fullmatch(self._path) or self._path.startswith("/ui/")
                self._add(message, PAGE_POLICY.format(scripts="") if page else BARE_POLICY)
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
        # A route that needs another policy, such as one that may be framed, brings its own.
        framed = "Content-Security-Policy" in headers
        headers.setdefault("Content-Security-Policy", policy)
        for name, value in HEADERS.items():
            if not (framed and name == "X-Frame-Options"):
                headers.setdefault(name, value)
        if kind(self._path) != "assets":
            headers.setdefault("Cache-Control", "no-store")


def kind(path: str) -> str:
    """The kind of an address, of which there are few."""
    if path == "/" or path.startswith("/gradio_api/"):
        return "page"
    first = path.split("/")[1]
    if first in ("api", "v1", "documents", "answers", "widget", "healthz", "metrics"):
        return first
    return "assets"


def _hashes(page: bytes) -> str:
    scripts = re.findall(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = (b64encode(sha256(script).digest()).decode() for script in scripts)
    return "".join(f" 'sha256-{digest}'" for digest in digests)
