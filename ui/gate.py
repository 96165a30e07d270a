"""What may pass: which addresses answer, to whom, and how much may be sent."""

from __future__ import annotations

import asyncio
import hmac
import re
from base64 import b64decode
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_address
from typing import Any

from fastapi.responses import Response
from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.headers import PAGE, WithHeaders
from ui.limits import Buckets, Limits, client_of
from ui.metrics import Metrics
from ui.problems import broken, for_openai, problem

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

# Gradio's, beside PAGE: of its many routes these alone answer. Our own the application itself knows.
# Of the page's events one has a name that clients may call: /ask. The others have none.
CLIENTS = re.compile(r"/config|/gradio_api/(info|call/ask/\w+)")
POSTED = re.compile(r"/gradio_api/(queue/join|call/ask|cancel|reset)")
STREAMS = re.compile(r"/gradio_api/(queue/data|heartbeat/\w+|call/ask/\w+)")
# What makes the machine work, and is counted against a client's rate.
COSTLY = re.compile(
    r"/api/(v1/)?(ask(/stream)?|timeline|search)|/v1/chat/completions|/widget/ask"
    r"|/gradio_api/(queue/join|call/ask)"
)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
OPEN = re.compile(r"/healthz|/widget/.+")  # answers without the token; the widget has tokens of its own


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may pass.

    own: the application's own routes, Gradio's left out; read whenever a request comes.
    names: host names it may be reached by; "*.example.org" is every name below, "*" any.
    token: what a client has to show for anything but OPEN; None asks for nothing.
    """

    own: Iterable[BaseRoute]
    names: Sequence[str] = LOOPBACK
    token: str | None = None
    limits: Limits = field(default_factory=Limits)


class Gate:
    """ASGI middleware: refuses what may not pass, and gives every reply its headers.

    Once ``closing`` is set, whoever listens for the end of a request hears it: an open page holds
    streams that would otherwise keep the server from ending.
    """

    def __init__(self, app: ASGIApp, rules: Rules, metrics: Metrics, closing: asyncio.Event) -> None:
        self._app = app
        self._rules = rules
        self._metrics = metrics
        self._closing = closing
        self._buckets = Buckets(rules.limits.rate, rules.limits.burst)
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no websocket is ever opened here: the server closes it
        scope = dict(scope)
        path = scope["path"].removeprefix(scope.get("root_path", "")) or "/"
        counted = not STREAMS.fullmatch(path)
        given = WithHeaders(path, scope, send, self._metrics)
        send = for_openai(given) if path.startswith("/v1/") else given
        self._open += counted
        try:
            await self._pass(path, scope, receive, send)
        except Exception:
            if not given.started:
                await broken()(scope, receive, send)
            raise  # for the log; who has been sent a part of the reply sees it break off
        finally:
            self._open -= counted

    async def _pass(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._refuse(path, scope)
        if refused is None and scope["method"] == "POST":
            body = await self._read(path, scope, receive)
            if isinstance(body, bytes):
                receive = _replay(body, receive)
            else:
                refused = body
        elif STREAMS.fullmatch(path):
            receive = self._until_closing(receive)
        if scope["method"] == "HEAD":
            scope["method"] = "GET"  # the server leaves the body out
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

    def _refuse(self, path: str, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not _is_named(headers.get("host", ""), self._rules.names):
            return problem(400, "Wrong name", "This server is not reached by that host name; see --name.")
        if self._open > self._rules.limits.open:
            return problem(
                503, "Busy", "Too many requests at once; ask again in a moment.", **{"Retry-After": "1"}
            )
        refused = self._refuse_stranger(path, scope, headers) or self._refuse_address(path, scope)
        if refused or not COSTLY.fullmatch(path):
            return refused
        seconds = self._buckets.take(client_of(_address(scope)))
        if seconds:
            said = f"Too many questions from one client; ask again in {seconds} s."
            return problem(429, "Too many requests", said, **{"Retry-After": str(seconds)})
        return None

    def _refuse_stranger(self, path: str, scope: Scope, headers: Headers) -> Response | None:
        """Other sites' pages, and, where there is a token, whoever does not show it."""
        token = self._rules.token
        shown = token is not None and _shows(headers.get("authorization", ""), token)
        # What a proxy on this machine passes on does not come from this machine.
        forwarded = "forwarded" in headers or "x-forwarded-for" in headers
        scope["trusted"] = shown or (token is None and _is_loopback(_address(scope)) and not forwarded)
        if token is not None and not shown and not OPEN.fullmatch(path):
            said = "Send the token of this server: Authorization: Bearer TOKEN, or as password in a browser."
            asks = 'Basic realm="On the Record", charset="UTF-8"'
            reply = problem(401, "Token needed", said, **{"WWW-Authenticate": asks})
            reply.headers.append("WWW-Authenticate", "Bearer")  # in one header Chromium would not find Basic
            return reply
        origin = headers.get("origin", "")
        elsewhere = bool(origin) and origin.partition("://")[2] != headers.get("host")
        if elsewhere and scope["method"] not in ("GET", "HEAD"):
            return problem(403, "Forbidden", "Questions are taken from this site's own pages only.")
        return None

    def _refuse_address(self, path: str, scope: Scope) -> Response | None:
        allowed = self._methods(path, scope)
        if not allowed:
            return problem(404, "Not found", "There is nothing at this address.")
        if scope["method"] in allowed:
            return None
        listed = ", ".join([*allowed, "OPTIONS"])
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers={"Allow": listed})
        said = f"This address answers {listed}, not {scope['method']}."
        return problem(405, "Not allowed", said, Allow=listed)

    def _methods(self, path: str, scope: Scope) -> list[str]:
        """What may be done at an address; our own routes are asked, as of Gradio's few are let through."""
        if PAGE.fullmatch(path) or CLIENTS.fullmatch(path):
            return ["GET", "HEAD"]
        if POSTED.fullmatch(path):
            return ["POST"]
        found = []
        for method in METHODS:
            asked = {**scope, "method": "GET" if method == "HEAD" else method}
            if any(route.matches(asked)[0] == Match.FULL for route in self._rules.own):
                found.append(method)
        return found

    async def _read(self, path: str, scope: Scope, receive: Receive) -> bytes | Response:
        """The whole body, or the problem with it, whatever length was announced."""
        limits = self._rules.limits
        limit = limits.page_body if path.startswith("/gradio_api/") else limits.body
        announced = Headers(scope=scope).get("content-length", "0")
        try:
            body = None
            if announced.isdecimal() and int(announced) <= limit:
                body = await asyncio.wait_for(_body(receive, limit), limits.sending)
        except TimeoutError:
            return problem(408, "Too slow", f"Send the whole request within {limits.sending:g} seconds.")
        return problem(413, "Too large", f"Send at most {limit:,} bytes.") if body is None else body


def _is_named(host: str, names: Sequence[str]) -> bool:
    """Whether a Host header names one of ``names``, at whatever port."""
    name = re.sub(r":\d*\Z", "", host).lower()
    return any(
        known == "*" or name == known.lower() or (known[:2] == "*." and name.endswith(known[1:].lower()))
        for known in names
    )


def _shows(authorization: str, token: str) -> bool:
    """Whether it is ``Bearer TOKEN``, or HTTP Basic with the token as the password, as browsers send it."""
    scheme, _, shown = authorization.partition(" ")
    given = shown.strip().encode()
    if scheme.lower() == "basic":
        try:
            given = b64decode(given, validate=True).partition(b":")[2]
        except ValueError:
            return False
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(sha256(given).digest(), sha256(token.encode()).digest())


def _address(scope: Scope) -> str:
    return str(scope["client"][0]) if scope.get("client") else ""


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


async def _body(receive: Receive, limit: int) -> bytes | None:
    """The whole body; None as soon as it is larger than the limit."""
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
