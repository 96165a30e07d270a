"""An answer as server-sent events: what is searched, what was found, drafts while a language
model writes, each quote, then the whole answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict
from typing import Any

from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event
from starlette.concurrency import run_in_threadpool

from rag.answers import Answer
from rag.progress import Draft, Searched, Stage
from ui import problems
from ui.asking import Busy, Chatbot

_SILENCE = 10.0  # seconds after which a comment keeps the connection from being taken for dead


async def stages(
    chatbot: Chatbot, question: str, history: Sequence[str]
) -> AsyncIterator[Stage | Answer | None]:
    """Each stage as it is reached, the answer last; None where nothing has happened for a while.

    Raises what ``chatbot.ask`` raises. Answering goes on in its own thread whoever stops listening.
    """
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[Stage | None] = asyncio.Queue()

    def tell(stage: Stage) -> None:
        loop.call_soon_threadsafe(told.put_nowait, stage)

    asking = asyncio.create_task(run_in_threadpool(chatbot.ask, question, history, tell))
    asking.add_done_callback(lambda _: told.put_nowait(None))
    while True:
        try:
            stage = await asyncio.wait_for(told.get(), _SILENCE)
        except TimeoutError:
            yield None
            continue
        if stage is None:
            break
        yield stage
    yield asking.result()


async def stream(chatbot: Chatbot, question: str, history: Sequence[str]) -> StreamingResponse:
    """The stream's response; raises ValueError or Busy where there is nothing to stream."""
    reached = stages(chatbot, question, history)
    # Before anything is sent: a question that is refused has a status of its own.
    first = await anext(reached)
    return EventSourceResponse(_events(first, reached), headers={"X-Accel-Buffering": "no"})


async def _events(
    first: Stage | Answer | None, reached: AsyncIterator[Stage | Answer | None]
) -> AsyncIterator[bytes]:
    try:
        for event in _told(first):
            yield event
        async for stage in reached:
            for event in _told(stage):
                yield event
    except Exception as error:
        problem = problems.broken()
        if isinstance(error, Busy):
            problem = problems.busy(error)
        elif isinstance(error, ValueError):
            problem = problems.unaskable(error)
        yield format_sse_event(event="error", data_str=bytes(problem.body).decode())
        if not isinstance(error, ValueError | Busy):
            raise


def _told(stage: Stage | Answer | None) -> list[bytes]:
    if stage is None:
        return [KEEPALIVE_COMMENT]
    if isinstance(stage, Answer):
        answer = stage.to_json()
        return [*(_event("quote", quote) for quote in answer["quotes"]), _event("answer", answer)]
    if isinstance(stage, Draft):
        return [_event("draft", stage.answer.to_json())]
    return [_event("searched" if isinstance(stage, Searched) else "found", asdict(stage))]


def _event(name: str, value: dict[str, Any]) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(value, ensure_ascii=False))
