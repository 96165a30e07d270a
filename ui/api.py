"""The HTTP API: questions, documents, passages, and how the server is doing."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from rag.description import describe, describe_cards, describe_hits
from rag.timeline import timeline_of
from ui import events, metrics, schema
from ui.addresses import DOCUMENT
from ui.asking import Chatbot
from ui.problems import Problem, documented, problem, unaskable

VERSION = "1.0.0"  # of the API: what works with 1.0 works with every 1.x
LISTED = 1000  # documents in one reply
_EVENT = events.described("searched", "found", "draft", "quote", "answer", "error")
_EVENTS = """event: searched
data: {"searched": "What did they say about trade?"}

event: found
data: {"said": 2, "mentioned": 1, "silent": 6}

event: quote
data: {"number": 1, "document": "…", "text": "…", …}

event: answer
data: {"question": "…", "searched": "…", "abstained": false, "text": "…", "quotes": […], …}

"""

Asked = Annotated[
    str,
    Query(
        max_length=2000, description="A question", examples=["trade"], json_schema_extra={"pattern": r"\S"}
    ),
]


class _Described(FastAPI):
    """An application whose description holds what every route refers to."""

    def openapi(self) -> dict[str, Any]:
        description = super().openapi()
        schemas = description["components"]["schemas"]
        schemas["Problem"] = Problem.model_json_schema()
        for unused in ("HTTPValidationError", "ValidationError"):  # FastAPI's own errors are problems here
            schemas.pop(unused, None)
        return description


def application() -> FastAPI:
    """An application without routes that describes itself at ``/api/openapi.json``."""
    return _Described(
        title="On the Record",
        version=VERSION,
        description="Ask what they said: exact quotes, who said them, when, or “not on the record”.",
        docs_url=None,  # its scripts come from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )


def asking(chatbot: Chatbot) -> APIRouter:
    """Questions in, answers out."""
    router = APIRouter(tags=["Questions"])
    errors = documented(400, 401, 403, 413, 422, 429, 503)

    @router.post("/ask", response_model=schema.Answer, responses=errors)
    def ask(question: schema.Question) -> Response:
        """Answer a question: exact quotes with their places, and a verdict on every document."""
        return _answered(chatbot, question.question, question.history)

    @router.post(
        "/ask/stream",
        response_class=StreamingResponse,
        responses={
            **errors,
            200: {
                "description": (
                    "Server-sent events, in this order: `searched` once the question is understood; "
                    "`found` once every document has its verdict; where a language model writes, a "
                    "`draft` of the answer for each sentence that passed the check; a `quote` for each; "
                    "`answer`, the same object as `/ask` gives, and the end. Or `error`, a problem, and "
                    "the end. Lines that begin with a colon keep the connection alive."
                ),
                "content": {"text/event-stream": {"schema": _EVENT, "example": _EVENTS}},
            },
        },
    )
    async def stream(question: schema.Question) -> Response:
        """The same answer while it is made, as server-sent events."""
        try:
            return await events.stream(
                chatbot, question.question, question.history, told=events.told, failed=events.failed
            )
        except ValueError as error:
            return unaskable(error)

    return router


def searching(chatbot: Chatbot) -> APIRouter:
    """The collection on a topic: in the order of dates, and as bare passages."""
    router = APIRouter(tags=["Questions"])
    errors = documented(400, 401, 422, 429, 503)

    @router.get("/timeline", response_model=schema.DatedAnswer, responses=errors)
    def timeline(q: Asked) -> Response:
        """The answer in the order of dates: who spoke, who was silent, how a recurring wording changed."""
        return _answered(chatbot, q, dated=True)

    @router.get("/search", response_model=schema.Hits, responses=errors)
    def search(
        q: Asked, k: Annotated[int, Query(ge=1, le=100, description="How many at most")] = 10
    ) -> Response:
        """The passages that fit a query best, without an answer being made of them."""
        if not q.strip():
            return problem(422, "Cannot be asked", "The query is empty.")
        return JSONResponse(describe_hits(q, chatbot.search(q, k)))

    return router


def reading(chatbot: Chatbot) -> APIRouter:
    """The documents of the collection."""
    router = APIRouter(tags=["Documents"])

    @router.get("/documents", response_model=schema.Cards, responses=documented(400, 401, 422))
    def documents(
        start: Annotated[int, Query(ge=0, description="How many to leave out")] = 0,
        limit: Annotated[int, Query(ge=1, le=LISTED, description="How many to list")] = LISTED,
    ) -> Response:
        """The documents of the collection: id, title, date, address."""
        cards = chatbot.documents()
        shown = describe_cards(cards[start : start + limit])
        return JSONResponse({"total": len(cards), "documents": shown})

    @router.get(
        f"/documents/{DOCUMENT}", response_model=schema.Document, responses=documented(400, 401, 404, 422)
    )
    def document(id: str) -> Response:
        """One document: its text, its furniture, and who says what; offsets count code points."""
        try:
            return JSONResponse(describe(chatbot.document(id)))
        except KeyError:
            return problem(404, "Not found", "No document of the collection has this id.")

    return router


def watching(chatbot: Chatbot, counts: metrics.Metrics) -> APIRouter:
    """For whoever runs the server."""
    router = APIRouter(tags=["Operation"])

    @router.get("/healthz", response_model=schema.Health, responses=documented(400))
    def healthz() -> Response:
        """Whether the collection can be read."""
        return JSONResponse({"status": "ok", "documents": len(chatbot.documents())})

    @router.get(
        "/metrics",
        response_class=Response,
        responses={
            **documented(400, 401, 403),
            200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        },
    )
    def measured(request: Request) -> Response:
        """Counts in Prometheus' format: for this machine itself, or with the token."""
        if not request.scope["trusted"]:
            return problem(
                403, "Forbidden", "Metrics are for this machine itself, or for whoever has a token."
            )
        return Response(counts.text(), media_type=metrics.MEDIA_TYPE)

    return router


def _answered(
    chatbot: Chatbot, question: str, history: list[str] | None = None, *, dated: bool = False
) -> JSONResponse:
    try:
        answer = chatbot.ask(question, history or [])
    except ValueError as error:
        return unaskable(error)
    found: dict[str, Any] = answer.to_json()
    return JSONResponse(found | {"timeline": timeline_of(answer).to_json()} if dated else found)
