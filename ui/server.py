"""The HTTP side: the API, the documents to read, and the page, behind one gate."""

from __future__ import annotations

import asyncio
import re
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import BaseRoute
from starlette.staticfiles import StaticFiles

from index.documents import Span
from ui import api, reader
from ui.addresses import DOCUMENT
from ui.asking import Chatbot, Turnstile
from ui.completions import completing
from ui.feedback import Feedback
from ui.gate import LOOPBACK, Gate, Rules
from ui.headers import CHANGING_POLICY
from ui.keeping import add_answers, add_feedback
from ui.library import Library, add_library
from ui.limits import Limits
from ui.metrics import Metrics
from ui.problems import add_handlers
from ui.shelf import Shelf
from ui.widget import Widget
from ui.widget import router as widget_routes

STATIC = Path(__file__).parent / "static"

# What RFC 6750 lets a bearer token be made of.
_TOKEN = re.compile(r"[\w\-.~+/=]{16,}", re.ASCII)
_PREFIX = re.compile(r"(/[\w\-.~]+)+", re.ASCII)
_AT = re.compile(r"(\d{1,12})-(\d{1,12})")


@dataclass(frozen=True, slots=True)
class Access:
    """By what names, and how, others reach the server.

    names: host names beside the loopback's.
    token: what clients have to show; None asks for nothing.
    root_path: the prefix that a proxy takes off the addresses it passes on, such as ``/record``.
    proxy: the proxy's own address; what it says of its clients' addresses is then believed.
    widget: which sites may show the widget.

    Raises ValueError for a token or a prefix that cannot be used.
    """

    names: Sequence[str] = ()
    token: str | None = None
    root_path: str = ""
    proxy: str | None = None
    widget: Widget | None = None

    def __post_init__(self) -> None:
        if self.token is not None and not _TOKEN.fullmatch(self.token):
            raise ValueError(
                "ONTHERECORD_TOKEN needs at least 16 letters, digits or any of - . _ ~ + / =; "
                'make one with: python -c "import secrets; print(secrets.token_urlsafe())"'
            )
        if self.root_path and not _PREFIX.fullmatch(self.root_path):
            raise ValueError(f"a prefix is written like /record or /a/b, not like {self.root_path!r}.")


@dataclass(frozen=True, slots=True)
class Writing:
    """What those who open the page may leave behind.

    feedback: the file that their judgements of answers are appended to; None asks for none.
    library: lets them add and remove documents; None lets nobody.
    """

    feedback: Path | None = None
    library: Library | None = None


def create_app(  # noqa: PLR0913  # each is a decision of whoever mounts it
    chatbot: Chatbot,
    *,
    names: Sequence[str] = LOOPBACK,
    token: str | None = None,
    limits: Limits | None = None,
    widget: Widget | None = None,
    page: bool = True,
    writing: Writing | None = None,
) -> FastAPI:
    """The whole application: ``/`` page, ``/api`` and ``/v1`` API, ``/documents`` texts, ``/widget``.

    names: the host names it may be reached by; a request for another is refused, so that no page on
    the web can reach it by pointing its own name here.
    token: what everything but ``/healthz`` asks for, where it is given.
    widget: which sites may show the widget; by default none.
    page: False leaves the page out, and with it Gradio.
    writing: what its users may leave behind; nothing by default.
    """
    limits = limits or Limits()
    app = api.application()
    # Exactly Starlette's class: Gradio looks for it, and brings its own permissive one otherwise.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    app.state.closing = asyncio.Event()
    own: list[BaseRoute] = []
    counts = Metrics()
    app.add_middleware(
        Gate, rules=Rules(own, names, token, limits), metrics=counts, closing=app.state.closing
    )
    turnstile = Turnstile(
        chatbot, at_once=limits.at_once, waiting=limits.waiting, patience=limits.patience, metrics=counts
    )
    app.state.turnstile = turnstile
    add_handlers(app)
    _add_api(app, turnstile, counts, widget or Widget())
    shelf = app.state.shelf = _add_texts(app, turnstile, writing or Writing())
    own += app.routes  # all but the page's, which is mounted last and answers everything else
    if page:
        _add_page(app, turnstile, shelf, limits, judging=bool(writing and writing.feedback))
    return app


def _add_page(app: FastAPI, chatbot: Chatbot, shelf: Shelf, limits: Limits, *, judging: bool) -> None:
    # Here, not above: gradio takes a second to import, and the API does without.
    from ui import page  # noqa: PLC0415

    blocks = page.build(chatbot, shelf, at_once=limits.at_once, waiting=limits.waiting, judging=judging)
    page.mount(app, blocks)


def serve(
    chatbot: Chatbot,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    access: Access | None = None,
    writing: Writing | None = None,
    ready: Callable[[str], object] = lambda address: sys.stderr.write(f"On the Record: {address}\n"),
) -> None:
    """Serve until interrupted. ``ready`` is called with the address once it can be opened.

    Raises ValueError where it cannot listen, or where ``host`` opens the server to others and there
    are no ``access.names`` to reach it by.
    """
    access = access or Access()
    if host in ("", "0.0.0.0", "::") and not access.names:  # noqa: S104
        raise ValueError(f"serving on {host or 'every address'} needs the names it may be reached by.")
    app = create_app(
        chatbot,
        names=(*LOOPBACK, host, *access.names),
        token=access.token,
        widget=access.widget,
        writing=writing,
    )
    listener = listen(host, port)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # an access log would keep people's questions
        server_header=False,
        root_path=access.root_path,
        proxy_headers=access.proxy is not None,
        forwarded_allow_ips=access.proxy or "",
        limit_concurrency=1000,  # the last resort, without a sentence; see Limits.open
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    shown = "127.0.0.1" if host in ("", "0.0.0.0") else host  # noqa: S104
    ready(f"http://{shown}:{listener.getsockname()[1]}")
    server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """Ends the streams of open pages when it is told to end, rather than waiting for them."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.config.app.state.closing.set()  # type: ignore[union-attr]  # always the application itself
        super().handle_exit(sig, frame)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; raises ValueError, which says why, where there can be none."""
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        reason = error.strerror or error
        raise ValueError(
            f"cannot listen on {host}:{port} ({reason}); choose another port with --port."
        ) from error


def _add_api(app: FastAPI, chatbot: Chatbot, counts: Metrics, widget: Widget) -> None:
    for router in (api.asking(chatbot), api.searching(chatbot), api.reading(chatbot)):
        app.include_router(router, prefix="/api")
        # The same under an address that stays what it is when a second version comes.
        app.include_router(router, prefix="/api/v1", include_in_schema=False)
    app.include_router(completing(chatbot), prefix="/v1")
    app.include_router(api.watching(chatbot, counts))
    app.include_router(widget_routes(chatbot, widget))


def _add_texts(app: FastAPI, chatbot: Chatbot, writing: Writing) -> Shelf:
    """What is read beside the page: documents, answers, style sheets. Gives where answers are kept."""
    _add_reader(app, chatbot, changing=writing.library is not None)
    if writing.library is not None:
        add_library(app, writing.library)
    shelf = Shelf()
    add_answers(app, shelf, chatbot.documents)
    if writing.feedback is not None:
        add_feedback(app, shelf, Feedback(writing.feedback))
    app.mount("/ui", StaticFiles(directory=STATIC))
    app.add_api_route("/favicon.ico", lambda: FileResponse(STATIC / "icon.svg"), include_in_schema=False)
    return shelf


def _add_reader(app: FastAPI, chatbot: Chatbot, *, changing: bool) -> None:
    headers = {"Content-Security-Policy": CHANGING_POLICY} if changing else None

    @app.get("/documents", include_in_schema=False)
    def contents(start: int = 0) -> HTMLResponse:
        listed = reader.contents(chatbot.documents(), max(0, start), changing=changing)
        return HTMLResponse(listed, headers=headers)

    @app.get(f"/documents/{DOCUMENT}", include_in_schema=False)
    def document(id: str, at: str = "") -> HTMLResponse:
        match = _AT.fullmatch(at)
        try:
            found = chatbot.document(id)
        except KeyError:
            return HTMLResponse(reader.missing(id), 404)
        return HTMLResponse(reader.page(found, Span(int(match[1]), int(match[2])) if match else None))
