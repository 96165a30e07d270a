"""A page of another site that shows the widget, to try it out: a host page with a strict policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from string import Template
from urllib.parse import urlsplit

import uvicorn
from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse

from ui.server import listen
from ui.widget import FOLDER, snippet

# All that a host page needs to allow for the widget's sake is the server in script-src and frame-src.
POLICY = (
    "default-src 'none'; script-src 'self' {server}; frame-src {server}; style-src 'self'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
# The ways to show it that the page leads to: the attributes of the page, and the settings.
WAYS: Mapping[str, tuple[str, dict[str, str]]] = {
    "": ("", {}),
    "inline": ("", {"target": "#here"}),
    "dark": ("", {"theme": "dark", "accent": "#4aa3df"}),
    "left": ("", {"position": "left", "label": "Who said what?", "accent": "#0a6b4a"}),
    "arabic": ('lang="ar" dir="rtl"', {}),
}


def create_demo(address: str, settings: Mapping[str, str | None]) -> FastAPI:
    """A site whose pages show the widget of the server at ``address``."""
    app = FastAPI(openapi_url=None)
    parts = urlsplit(address)
    headers = {"Content-Security-Policy": POLICY.format(server=f"{parts.scheme}://{parts.netloc}")}
    page = Template((FOLDER / "demo.html").read_text(encoding="utf-8"))

    @app.get("/demo.{kind}")
    def file(kind: str) -> FileResponse:
        return FileResponse(FOLDER / ("demo.css" if kind == "css" else "demo.js"))

    @app.get("/")
    @app.get("/{way}")
    def show(way: str = "") -> HTMLResponse:
        attributes, changed = WAYS.get(way, WAYS[""])
        script = snippet(address, **{**settings, **changed})
        shown = page.substitute(attributes=attributes or 'lang="en"', script=script, snippet=escape(script))
        return HTMLResponse(shown, headers=headers)

    return app


def serve(
    address: str, port: int, settings: Mapping[str, str | None], *, ready: Callable[[str], object]
) -> None:
    """Serve it until interrupted; ``ready`` is called with its origin. Raises ValueError where it cannot."""
    listener = listen("127.0.0.1", port)
    config = uvicorn.Config(create_demo(address, settings), log_level="warning", access_log=False)
    ready(f"http://localhost:{listener.getsockname()[1]}")
    uvicorn.Server(config).run(sockets=[listener])
