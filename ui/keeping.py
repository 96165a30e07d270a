"""What belongs to an answer that was shown: its picture, its page over time, downloads, feedback."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import FastAPI, HTTPException
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, ConfigDict

from index.documents import Card
from rag.timeline import timeline_of
from ui import citations, over_time, render
from ui.drawing import draw, marks_of
from ui.feedback import Feedback, Full
from ui.shelf import Shelf, Shown


class Judgement(BaseModel):
    """Whether an answer is right."""

    model_config = ConfigDict(extra="forbid", strict=True)
    right: bool


def add_feedback(app: FastAPI, shelf: Shelf, feedback: Feedback) -> None:
    """``POST /answers/NAME/feedback``, once for each answer that was shown."""

    @app.post("/answers/{name}/feedback", include_in_schema=False)
    def judge(name: str, judgement: Judgement) -> Response:
        try:
            shown = shelf.get(name)
        except KeyError:
            raise HTTPException(404, "This answer is no longer kept; ask the question again.") from None
        if not shelf.judge(name):
            raise HTTPException(409, "This answer was judged before.")
        try:
            feedback.note(shown, right=judgement.right)
        except Full:
            raise HTTPException(507, "There is no room for more feedback.") from None
        return Response(status_code=204)


def add_answers(app: FastAPI, shelf: Shelf, documents: Callable[[], Sequence[Card]]) -> None:
    """``/answers/NAME`` and what lies below it; ``documents`` gives every document of the collection."""

    def get(name: str) -> Shown:
        try:
            return shelf.get(name)
        except KeyError:
            raise HTTPException(404, "This answer is no longer kept; ask the question again.") from None

    @app.get("/answers/{name}", include_in_schema=False)
    def over(name: str) -> HTMLResponse:
        try:
            answer = shelf.get(name).answer
        except KeyError:
            return HTMLResponse(over_time.forgotten(), 404)
        picture = render.figure(name, marks_of(answer, documents()), root=over_time.ROOT)
        return HTMLResponse(over_time.page(answer, timeline_of(answer), picture))

    @app.get("/answers/{name}/over-time.svg", include_in_schema=False)
    def picture(name: str) -> Response:
        return Response(draw(marks_of(get(name).answer, documents())), media_type="image/svg+xml")

    @app.get("/answers/{name}/answer.json", include_in_schema=False)
    def as_json(name: str) -> JSONResponse:
        shown = get(name)
        found = {"history": list(shown.history), **shown.answer.to_json()}
        return JSONResponse(found, headers=_saved_as("json"))

    @app.get("/answers/{name}/answer.md", include_in_schema=False)
    def as_markdown(name: str) -> Response:
        text = citations.answer_markdown(get(name).answer)
        return Response(_encoded(text), media_type="text/markdown", headers=_saved_as("md"))

    @app.get("/answers/{name}/quote-{number}.{form}", include_in_schema=False)
    def citation(name: str, number: int, form: str) -> Response:
        quotes = {quote.number: quote for quote in get(name).answer.quotes}
        if number not in quotes or form not in citations.FORMS:
            raise HTTPException(404, "This answer has no such quote, or not in this form.")
        text = citations.FORMS[form](quotes[number])
        return Response(_encoded(text), media_type="text/plain; charset=utf-8")


def _saved_as(form: str) -> dict[str, str]:
    """Named, so that a browser saves it rather than showing it."""
    return {"Content-Disposition": f'attachment; filename="on-the-record.{form}"'}


def _encoded(text: str) -> bytes:
    """Lone surrogates, which no encoding has, become question marks."""
    return text.encode("utf-8", "replace")
