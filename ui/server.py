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
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from index.documents import Span
from rag.description import describe
from ui import reader
from ui.asking import Busy, Chatbot, Turnstile
from ui.gate import Gate, problem
from ui.wording import sentence

LOOPBACK = ("127.0.0.1", "localhost")
STATIC = Path(__file__).parent / "static"

_AT = re.compile(r"(\d{1,12})-(\d{1,12})")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the server takes on.

    at_once: questions answered at a time; two, as answering keeps a core busy.
    waiting: questions that may wait; a 21st is told so (503) rather than left hanging.
    """

    at_once: int = 2
    waiting: int = 20


class Question(BaseModel):
    """What ``POST /api/ask`` takes: a question, and the earlier questions of the conversation."""

    model_config = ConfigDict(extra="forbid", strict=True)
    question: str
    history: list[str] = []


def create_app(chatbot: Chatbot, *, names: Sequence[str] = LOOPBACK, limits: Limits | None = None) -> FastAPI:
    """The whole application: ``/`` page, ``/api`` API, ``/documents`` texts.

    names: the host names it may be reached by; a request for another is refused, so that no page on
    the web can reach it by pointing its own name here.
    """
    # Here, not above: gradio takes a second to import, and the API's own tests need none of it.
    from ui import page  # noqa: PLC0415

    limits = limits or Limits()
    app = FastAPI(
        title="On the Record",
        description="Ask what they said: exact quotes, who said them, when, or “not on the record”.",
        docs_url=None,  # its scripts come from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    # Exactly Starlette's class: Gradio looks for it, and brings its own permissive one otherwise.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(names), www_redirect=False)
    app.state.closing = asyncio.Event()
    app.add_middleware(Gate, closing=app.state.closing)
    turnstile = Turnstile(chatbot, at_once=limits.at_once, waiting=limits.waiting)
    app.state.turnstile = turnstile
    _add_errors(app)
    _add_api(app, turnstile)
    _add_reader(app, turnstile)
    app.mount("/ui", StaticFiles(directory=STATIC))
    app.add_api_route("/favicon.ico", lambda: FileResponse(STATIC / "icon.svg"), include_in_schema=False)
    page.mount(app, turnstile, at_once=limits.at_once, waiting=limits.waiting)
    return app


def serve(
    chatbot: Chatbot,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    names: Sequence[str] = (),
    ready: Callable[[str], object] = lambda address: sys.stderr.write(f"On the Record: {address}\n"),
) -> None:
    """Serve until interrupted. ``ready`` is called with the address once it can be opened.

    Raises ValueError where it cannot listen, or where ``host`` opens the server to others and no
    ``names`` are given to reach it by.
    """
    if host in ("", "0.0.0.0", "::") and not names:  # noqa: S104
        raise ValueError(f"serving on {host or 'every address'} needs the names it may be reached by.")
    app = create_app(chatbot, names=(*LOOPBACK, host, *names))
    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # an access log would keep people's questions
        server_header=False,
        proxy_headers=False,
        limit_concurrency=200,
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


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        reason = error.strerror or error
        raise ValueError(
            f"cannot listen on {host}:{port} ({reason}); choose another port with --port."
        ) from error


def _add_api(app: FastAPI, chatbot: Chatbot) -> None:
    @app.post("/api/ask")
    def ask(question: Question) -> JSONResponse:
        """Answer a question: the Answer as ``ontherecord ask --json`` gives it."""
        try:
            answer = chatbot.ask(question.question, question.history)
        except ValueError as error:
            return problem(422, "Cannot be asked", sentence(str(error)))
        except Busy as error:
            return problem(503, "Busy", str(error), **{"Retry-After": "1"})
        return JSONResponse(answer.to_json())

    @app.get("/api/documents")
    def documents() -> JSONResponse:
        """Every document of the collection: id, title, date, address."""
        cards = [
            {"document": card.id, "title": card.title, "date": card.date, "url": card.url}
            for card in chatbot.documents()
        ]
        return JSONResponse({"documents": cards})

    @app.get("/api/documents/{id:path}")
    def document(id: str) -> JSONResponse:
        """One document: its text, its furniture, and who says what; offsets count code points."""
        try:
            return JSONResponse(describe(chatbot.document(id)))
        except KeyError:
            return problem(404, "Not found", "No document of the collection has this id.")

    @app.get("/healthz")
    def healthz() -> JSONResponse:
        """Whether the collection can be read."""
        return JSONResponse({"status": "ok", "documents": len(chatbot.documents())})


def _add_reader(app: FastAPI, chatbot: Chatbot) -> None:
    @app.get("/documents", include_in_schema=False)
    def contents(start: int = 0) -> HTMLResponse:
        return HTMLResponse(reader.contents(chatbot.documents(), max(0, start)))

    @app.get("/documents/{id:path}", include_in_schema=False)
    def document(id: str, at: str = "") -> HTMLResponse:
        match = _AT.fullmatch(at)
        try:
            found = chatbot.document(id)
        except KeyError:
            return HTMLResponse(reader.missing(id), 404)
        return HTMLResponse(reader.page(found, Span(int(match[1]), int(match[2])) if match else None))


def _add_errors(app: FastAPI) -> None:
    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        said = f"{where}: {first['msg']}."
        if first["loc"] == ("body",) or first["type"] == "json_invalid":
            said = 'Send a JSON object such as {"question": "…"}, with Content-Type: application/json.'
        return problem(422, "Not understood", said)

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, "Refused", str(error.detail), **(error.headers or {}))

    @app.exception_handler(500)
    async def broken(_: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
        return problem(500, "Broken", "Something went wrong on the server; its log says what.")
