"""The widget's own routes: the script for other people's pages, and the panel it shows there."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha384
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from fastapi import APIRouter, Header, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles

from ui.asking import Chatbot
from ui.problems import problem, unaskable
from ui.schema import Question
from ui.tokens import Refused, Tokens

FOLDER = Path(__file__).parent / "widget"
SCRIPT = FOLDER / "v1.js"

# Nothing but our own files, and no text ever read as markup or code; shown on one listed site alone.
PANEL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors {origin}"
)
# A page that isolates itself (Cross-Origin-Embedder-Policy) may show the panel too.
SHOWN_ELSEWHERE = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}

_HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Widget:
    """Who may show the widget: ``origins`` as ``origin_of`` writes them; nobody by default.

    secret: signs the panels' tokens. Several server processes behind one address need the same one.
    """

    origins: frozenset[str] = frozenset()
    secret: bytes | None = field(default=None, repr=False)

    @classmethod
    def on(cls, origins: Sequence[str], secret: bytes | None = None) -> Widget:
        """A widget for sites as people write them. Raises ValueError for one that is no origin."""
        return cls(frozenset(map(origin_of, origins)), secret)


def origin_of(written: str) -> str:
    """``https://Example.org:443/`` as browsers write it: ``https://example.org``.

    Raises ValueError where it is anything else than a scheme, a host name and perhaps a port.
    """
    try:
        parts = urlsplit(written.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    except ValueError:  # UnicodeError, too
        parts, port, host = urlsplit(""), None, ""
    if (
        parts.scheme not in _PORTS
        or not _HOST.fullmatch(host)
        or parts.path not in ("", "/")
        or parts.query
        or parts.fragment
        or "@" in parts.netloc
    ):
        raise ValueError(f"a widget's origin is written like https://example.org, not {written!r}.")
    return f"{parts.scheme}://{host}" + (f":{port}" if port and port != _PORTS[parts.scheme] else "")


def integrity() -> str:
    """The script's hash, as the ``integrity`` of a script element wants it."""
    return "sha384-" + b64encode(sha384(SCRIPT.read_bytes()).digest()).decode()


def snippet(address: str, **settings: str | None) -> str:
    """The element for a host page. ``settings`` become data attributes, such as ``theme="dark"``."""
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in settings.items() if value)
    source = escape(f"{address.rstrip('/')}/widget/v1.js")
    return f'<script src="{source}" integrity="{integrity()}" crossorigin="anonymous" defer{data}></script>'


def router(chatbot: Chatbot, widget: Widget) -> APIRouter:
    """``/widget``: the script and the panel's files for anyone, the panel and its answers for ``widget``'s
    origins only."""
    routes = APIRouter(prefix="/widget", include_in_schema=False)
    _add_files(routes)
    _add_panel(routes, chatbot, widget)
    return routes


def _add_files(routes: APIRouter) -> None:
    files = StaticFiles(directory=FOLDER)

    @routes.get("/v1.js")
    @routes.get("/panel.css")
    @routes.get("/panel.js")
    @routes.get("/words.js")
    async def file(request: Request) -> Response:
        reply = await files.get_response(request.url.path.rsplit("/", 1)[1], request.scope)
        # Asked for anew every time, but sent only when it changed: a page that pins the script's hash
        # must never meet an older one. Anyone may read it, as that check demands; it holds no secret.
        reply.headers.update(
            {**SHOWN_ELSEWHERE, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
        )
        return reply


def _add_panel(routes: APIRouter, chatbot: Chatbot, widget: Widget) -> None:
    tokens = Tokens(widget.secret)
    panel = Template((FOLDER / "panel.html").read_text(encoding="utf-8"))

    @routes.get("/frame")
    def frame(origin: str = "") -> Response:
        if origin not in widget.origins:
            return problem(
                403, "Not listed", f"Start the server with --widget-origin to show it on {origin}."
            )
        page = panel.substitute(origin=escape(origin), token=tokens.issue(origin))
        policy = PANEL_POLICY.format(origin=origin)
        headers = {**SHOWN_ELSEWHERE, "Content-Security-Policy": policy}
        return HTMLResponse(page, headers=headers)

    @routes.post("/ask")
    def ask(question: Question, x_widget_token: str = Header("")) -> JSONResponse:
        try:
            _admit(tokens.check(x_widget_token), widget)
            answer = chatbot.ask(question.question, question.history)
        except Refused as error:
            return problem(401, "Token refused", str(error))
        except ValueError as error:
            return unaskable(error)
        return JSONResponse(answer.to_json())


def _admit(origin: str, widget: Widget) -> None:
    """A token outlives the list it was issued under where processes share a secret."""
    if origin not in widget.origins:
        raise Refused(f"{origin} is no longer listed.")
