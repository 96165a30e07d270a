"""The chatbot as OpenAI's chat completions, for the many programs that speak them: POST /v1/chat/completions.

The text cites its quotes as ``[n]`` and lists them; the whole Answer is in the field ``ontherecord``.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import uuid4

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from rag.answers import Answer
from rag.progress import Stage
from rag.quotes import Quote
from ui import events, schema
from ui.asking import Chatbot
from ui.problems import documented, problem, unaskable
from ui.wording import voice, when, who

MODEL = "ontherecord"
_SINCE = 1795219200  # when there was first such a model; the field has to hold a time
_STREAMED = "With `stream`: server-sent events, each a `chat.completion.chunk`, then `[DONE]`."


class Part(BaseModel):
    """A piece of a message: text; nothing else can be asked."""

    model_config = ConfigDict(extra="ignore")
    type: Literal["text"]
    text: str


class Message(BaseModel):
    """One turn of the conversation. What the user asked before makes a follow-up whole; what others
    said is not read: no instruction changes what is on record."""

    model_config = ConfigDict(extra="ignore")
    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class Options(BaseModel):
    """What the end of a stream is to say."""

    model_config = ConfigDict(extra="ignore")
    include_usage: bool | None = None


class Completion(BaseModel):
    """A request as OpenAI has it. Settings of a language model, such as temperature, are ignored."""

    model_config = ConfigDict(extra="ignore")
    model: str = Field(examples=[MODEL])
    messages: Annotated[list[Message], Field(min_length=1, max_length=400)]
    stream: bool | None = None
    stream_options: Options | None = None
    n: Annotated[int, Field(ge=1, le=1)] | None = None


class Usage(schema.Given):
    """All 0 where no language model took part."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Said(schema.Given):
    """The answer's text, its citations included."""

    role: Literal["assistant"]
    content: str
    refusal: None


class Choice(schema.Given):
    """The one choice there is."""

    index: Literal[0]
    message: Said
    logprobs: None
    finish_reason: Literal["stop"]


class Completed(schema.Given):
    """An answer as OpenAI's clients read it, and as it is in ``ontherecord``."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Choice]
    usage: Usage | None
    ontherecord: schema.Answer


class Model(schema.Given):
    """What can be asked."""

    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class Models(schema.Given):
    """All that can be asked."""

    object: Literal["list"]
    data: list[Model]


def completing(chatbot: Chatbot) -> APIRouter:
    """What an OpenAI client needs."""
    router = APIRouter(tags=["OpenAI-compatible"])
    one = {"id": MODEL, "object": "model", "created": _SINCE, "owned_by": MODEL}

    @router.get("/models", response_model=Models, responses=documented(400, 401))
    def models() -> Response:
        """The one model there is."""
        return JSONResponse({"object": "list", "data": [one]})

    @router.get("/models/{model}", response_model=Model, responses=documented(400, 401, 404, 422))
    def model(model: str) -> Response:
        """The model of this name."""
        return JSONResponse(one) if model == MODEL else _unknown(model)

    @router.post(
        "/chat/completions",
        response_model=Completed,
        responses={
            **documented(400, 401, 403, 404, 413, 422, 429, 503),
            200: {"description": _STREAMED, "content": {"text/event-stream": {"schema": events.described()}}},
        },
    )
    async def complete(asked: Completion) -> Response:
        """Answer the last message; earlier messages of the user are the history of the conversation."""
        if asked.model != MODEL:
            return _unknown(asked.model)
        *before, last = asked.messages
        if last.role != "user":
            return problem(422, "Cannot be asked", "The last message has to be the user's question.")
        history = [message.text for message in before if message.role == "user" and message.text.strip()]
        try:
            if asked.stream:
                usage = bool(asked.stream_options and asked.stream_options.include_usage)
                chunks = _Chunks(usage)
                return await events.stream(
                    chatbot, last.text, history, told=chunks.told, failed=chunks.failed
                )
            return JSONResponse(_completed(await run_in_threadpool(chatbot.ask, last.text, history)))
        except ValueError as error:
            return unaskable(error)

    return router


def _unknown(model: str) -> JSONResponse:
    return problem(404, "Not found", f"There is no model {model[:80]!r}; ask for {MODEL!r}.")


def _completed(answer: Answer) -> dict[str, Any]:
    said = {"role": "assistant", "content": cited(answer), "refusal": None}
    return {
        **_head("chat.completion"),
        "choices": [{"index": 0, "message": said, "logprobs": None, "finish_reason": "stop"}],
        "usage": _usage(answer),
        "ontherecord": answer.to_json(),
    }


def cited(answer: Answer) -> str:
    """What a language model added, the answer's text, and its quotes' sources below, as plain text."""
    written = answer.model.sentences if answer.model else ()
    parts = [" ".join(f"{said.text} {_numbers(said.citations)}" for said in written), answer.text]
    if answer.quotes:
        parts.append("Sources:\n" + "\n".join(_source(quote) for quote in answer.quotes))
    return "\n\n".join(filter(None, parts))


def _numbers(citations: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in citations)


def _source(quote: Quote) -> str:
    document, words = quote.document, voice(quote)
    where = f"{document.title or document.id}, {when(document.date)}; {document.id} {quote.start}:{quote.end}"
    on_record = who(quote) + (f" ({words})" if words else "")
    return " ".join(f"[{quote.number}] {where}; on record: {on_record}".split())


def _head(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def _usage(answer: Answer) -> dict[str, int] | None:
    return None if answer.model else {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}


@dataclass(slots=True)
class _Chunks:
    """One completion in chunks: its role, its text line by line, the whole Answer at the end."""

    usage: bool

    def told(self, stage: Stage | Answer) -> bytes:
        if not isinstance(stage, Answer):
            return KEEPALIVE_COMMENT  # a completion has no word for what is not yet an answer
        head = _head("chat.completion.chunk")
        rest = {"usage": None} if self.usage else {}

        def chunk(delta: dict[str, Any], reason: str | None = None, **more: Any) -> bytes:
            choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
            return _data({**head, "choices": [choice], **rest, **more})

        lines = (chunk({"content": line}) for line in cited(stage).splitlines(keepends=True))
        sent = [chunk({"role": "assistant", "content": ""}), *lines]
        sent.append(chunk({}, "stop", ontherecord=stage.to_json()))
        if self.usage:
            sent.append(_data({**head, "choices": [], "usage": _usage(stage)}))
        return b"".join([*sent, format_sse_event(data_str="[DONE]")])

    @staticmethod
    def failed(problem: str) -> bytes:
        return _data({"error": {"message": json.loads(problem)["detail"], **json.loads(problem)}})


def _data(value: dict[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(value, ensure_ascii=False))
