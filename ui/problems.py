"""Errors as RFC 9457 has them: a JSON problem whose ``detail`` is one sentence that says what to do."""

from __future__ import annotations

import json

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import Message, Send

from ui.asking import Busy
from ui.wording import sentence

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """An error: ``detail`` is one clear sentence."""

    model_config = ConfigDict(extra="forbid")
    type: str
    title: str
    status: int
    detail: str
    error: dict[str, str | None] | None = Field(None, description="Under /v1: the same as OpenAI has it")


def problem(status: int, title: str, detail: str, **headers: str) -> JSONResponse:
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(body, status, headers, media_type=MEDIA_TYPE)


def busy(error: Busy) -> JSONResponse:
    return problem(503, "Busy", str(error), **{"Retry-After": str(error.seconds)})


def unaskable(error: ValueError) -> JSONResponse:
    return problem(422, "Cannot be asked", sentence(str(error)))


def broken() -> JSONResponse:
    return problem(500, "Broken", "Something went wrong on the server; its log says what.")


def for_openai(send: Send) -> Send:
    """A ``send`` that says a problem's sentence where OpenAI's clients look for it, too."""
    started: Message | None = None

    async def sending(message: Message) -> None:
        nonlocal started
        if message["type"] == "http.response.start":
            if MutableHeaders(scope=message).get("content-type") == MEDIA_TYPE:
                started = message
                return
        elif started is not None:
            found = json.loads(message["body"])
            error = {"message": found["detail"], "type": found["title"], "param": None, "code": None}
            message["body"] = json.dumps({**found, "error": error}, ensure_ascii=False).encode()
            MutableHeaders(scope=started)["content-length"] = str(len(message["body"]))
            await send(started)
            started = None
        await send(message)

    return sending


def documented(*statuses: int) -> dict[int | str, dict[str, object]]:
    """What a route says of its errors in the API's description."""
    meanings = {
        400: "Not readable as HTTP or JSON, or a host name that is not served",
        401: "The token is missing or wrong",
        403: "Asked by a page of another site",
        404: "There is no such thing",
        413: "The body is too large",
        422: "Not understood, or a question that cannot be asked",
        429: "Too many requests from this client; Retry-After says when",
        503: "Too many questions are waiting; Retry-After says when",
    }
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": meanings[status], "content": content} for status in statuses}


def add_handlers(app: FastAPI) -> None:
    """Every error that leaves ``app`` is a problem."""

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        said = f"{where}: {first['msg']}."
        if first["loc"] == ("body",) or first["type"] == "json_invalid":
            said = 'Send a JSON object such as {"question": "…"}, with Content-Type: application/json.'
        return problem(422, "Not understood", said)

    @app.exception_handler(Busy)
    async def overrun(_: Request, error: Busy) -> JSONResponse:
        return busy(error)

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, "Refused", sentence(str(error.detail)), **(error.headers or {}))
