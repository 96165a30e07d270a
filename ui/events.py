"""An answer as server-sent events: what is searched, what was found, drafts while a language
model writes, each quote, then the whole answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import asdict
from typing import Any

from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event
from starlette.concurrency import run_in_threadpool

from rag.answers import Answer
from rag.progress import Draft, Searched, Stage
from ui import problems
from ui.asking import Busy, Chatbot

Reached = Stage | Answer | None
Told = Callable[[Stage | Answer], bytes]
Failed = Callable[[str], bytes]
_SILENCE = 10.0  # seconds after which a comment keeps the connection from being taken for dead


def described(*names: str) -> dict[str, Any]:
    """The form of each event of a stream in the API's description; ``data`` is JSON."""
    event = {"event": {"type": "string", "enum": list(names)}} if names else {}
    data = {"type": "string", "contentMediaType": "application/json"}
    return {"type": "object", "properties": {**event, "data": data}, "required": [*event, "data"]}


async def stages(chatbot: Chatbot, question: str, history: Sequence[str]) -> AsyncIterator[Reached]:
    """Each stage as it is reached, the answer last; None where nothing has happened for a while.

    Raises what ``chatbot.ask`` raises. Answering goes on in its own thread whoever stops listening.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[Stage | None] = asyncio.Queue()

    def tell(stage: Stage) -> None:
        loop.call_soon_threadsafe(queue.put_nowait, stage)

    asking = asyncio.create_task(run_in_threadpool(chatbot.ask, question, history, tell))
    asking.add_done_callback(lambda _: queue.put_nowait(None))
    while True:
        try:
            stage = await asyncio.wait_for(queue.get(), _SILENCE)
        except TimeoutError:
            yield None
            continue
        if stage is None:
            break
        yield stage
    yield asking.result()


async def stream(
    chatbot: Chatbot, question: str, history: Sequence[str], *, told: Told, failed: Failed
) -> StreamingResponse:
    """The stream's response; raises ValueError or Busy where there is nothing to stream.

    told: what is sent for a stage, or for the answer; failed: what is sent for a problem on the way.
    """
    reached = stages(chatbot, question, history)
    # Before anything is sent: a question that is refused has a status of its own.
    first = await anext(reached)
    return EventSourceResponse(_sent(first, reached, told, failed), headers={"X-Accel-Buffering": "no"})


async def _sent(
    first: Reached, reached: AsyncIterator[Reached], told: Told, failed: Failed
) -> AsyncIterator[bytes]:
    try:
        yield KEEPALIVE_COMMENT if first is None else told(first)
        async for stage in reached:
            yield KEEPALIVE_COMMENT if stage is None else told(stage)
    except Exception as error:
        problem = problems.broken()
        if isinstance(error, Busy):
            problem = problems.busy(error)
        elif isinstance(error, ValueError):
            problem = problems.unaskable(error)
        yield failed(bytes(problem.body).decode())
        if not isinstance(error, ValueError | Busy):
            raise


def told(stage: Stage | Answer) -> bytes:
    """The events of the API's own stream."""
    if isinstance(stage, Answer):
        answer = stage.to_json()
        return b"".join([*(_event("quote", quote) for quote in answer["quotes"]), _event("answer", answer)])
    if isinstance(stage, Draft):
        return _event("draft", stage.answer.to_json())
    return _event("searched" if isinstance(stage, Searched) else "found", asdict(stage))


def failed(problem: str) -> bytes:
    """The event in place of an answer; ``problem`` is JSON."""
    return format_sse_event(event="error", data_str=problem)


def _event(name: str, value: dict[str, Any]) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(value, ensure_ascii=False))
