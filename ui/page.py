"""The chat page: the conversation on the left, its quoted sources on the right. The one gradio import."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Gradio reads this when it is imported. Nothing is uploaded or written there, and nobody can guess it.
_SCRATCH = Path(tempfile.gettempdir(), f"ontherecord-page-{secrets.token_hex(16)}")
os.environ["GRADIO_TEMP_DIR"] = str(_SCRATCH)

import gradio as gr  # noqa: E402
from fastapi import FastAPI  # noqa: E402
from gradio.events import api  # noqa: E402
from starlette.types import ASGIApp, Receive, Scope, Send  # noqa: E402

from index.documents import Card  # noqa: E402
from rag.answers import Answer  # noqa: E402
from rag.progress import Stage, Told  # noqa: E402
from ui import render  # noqa: E402
from ui.asking import Busy, Chatbot  # noqa: E402
from ui.drawing import marks_of  # noqa: E402
from ui.shelf import Shelf  # noqa: E402
from ui.wording import sentence  # noqa: E402

KEPT = 30  # turns of a conversation that stay on the page, each with its sources
RESTORED = 10  # questions of an address that are asked again when it is opened
EXAMPLES = 4
TOLD = 1.0  # seconds after which, again and again, one who waits is told how long it has been

HEAD = (
    '<link rel="icon" href="ui/icon.svg"><link rel="stylesheet" href="ui/page.css">'
    '<script src="ui/page.js" defer></script>'
)
# Whatever passes through Gradio's Markdown is escaped by ui.render already; these are the second lock.
PLAIN: dict[str, Any] = {"sanitize_html": True, "latex_delimiters": []}
PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what the page shows for it; ``sources`` is empty where asking failed."""

    number: int
    question: str
    said: str
    sources: str = ""


class _Stopped(Exception):
    """The reader wants no answer any more."""


Turns = tuple[Turn, ...]
Shown = tuple[Any, ...]  # a value for each output: question, conversation, turns, panel


class Page:
    """What happens on the page. Holds no conversation: each browser session's turns come and go with it."""

    def __init__(self, chatbot: Chatbot, shelf: Shelf, *, judging: bool) -> None:
        self._chatbot = chatbot
        self._shelf = shelf
        self._judging = judging
        self._answering: dict[str, Future[Answer]] = {}  # by session
        self._examples: tuple[Sequence[Card], Sequence[str]] = ((), ())
        self._choosing = threading.Lock()

    def open(self) -> Iterator[list[Any]]:
        """The masthead and the panel at once, then the example questions: choosing them takes a while."""
        cards = self._chatbot.documents()
        shown = [render.masthead(cards), render.unasked(len(cards))]
        yield [*shown, *[gr.skip()] * EXAMPLES]
        examples = self._examples_for(cards)
        buttons = [gr.Button(value=example, visible=True) for example in examples]
        yield [gr.skip(), gr.skip(), *buttons, *[gr.Button(visible=False)] * (EXAMPLES - len(buttons))]

    def _examples_for(self, cards: Sequence[Card]) -> Sequence[str]:
        """Chosen once for a collection as it is, not for every visitor."""
        with self._choosing:
            if cards and self._examples[0] != cards:
                self._examples = (cards, tuple(self._chatbot.examples())[:EXAMPLES])
            return self._examples[1] if cards else ()

    def restore(self, turns: Turns, request: gr.Request) -> Iterator[Shown]:
        """Asks what the address says, ``/?q=…&q=…``: a link to an answer, or a conversation reloaded."""
        address = request.request
        asked = address.query_params.getlist("q")[-RESTORED:] if address and not turns else []
        if not asked:
            yield (gr.skip(),) * 5
        for question in asked:
            for shown in self.ask(question, turns, request):
                yield shown
                turns = shown[2]

    def ask(self, question: str, turns: Turns, request: gr.Request) -> Iterator[Shown]:
        """Shows the question at once, then the answer with its sources."""
        number = turns[-1].number + 1 if turns else 1
        history = [turn.question for turn in turns if turn.sources]
        yield "", _messages(turns, question), turns, gr.skip(), question
        try:
            for found in self._answers(question, history, request.session_hash or ""):
                if isinstance(found, Answer):
                    turn = self._turn(number, found, history)
                else:
                    yield gr.skip(), _messages(turns, question, found), turns, gr.skip(), question
        except (ValueError, Busy) as error:
            turn = Turn(number, question, render.problem(str(error)))
        except _Stopped:
            turn = Turn(number, question, render.stopped())
        turns = (*turns, turn)[-KEPT:]
        yield "" if turn.sources else question, _messages(turns), turns, _panel(turns), ""

    def _answers(self, question: str, history: Sequence[str], session: str) -> Iterator[str | Answer]:
        """How far it is, again and again, then the answer. Raises _Stopped when it is."""
        stages: list[Stage] = []
        started = time.monotonic()
        answering: Future[Answer] = Future()
        self._answering[session] = answering
        # An answer that is stopped is made to its end, but nobody, the end of the server included,
        # waits for it: a pool of threads would.
        threading.Thread(
            target=self._answer, args=(answering, question, history, stages.append), daemon=True
        ).start()
        try:
            while True:
                try:
                    yield answering.result(TOLD)
                    return
                except TimeoutError:
                    if answering.done():
                        raise
                    yield render.pending(stages, round(time.monotonic() - started))
        finally:
            self._answering.pop(session, None)

    def _answer(self, answering: Future[Answer], question: str, history: Sequence[str], told: Told) -> None:
        with suppress(InvalidStateError):  # it was stopped
            try:
                answering.set_result(self._chatbot.ask(question, history, told))
            except Exception as error:  # noqa: BLE001 - raised again where the answer is waited for
                answering.set_exception(error)

    def stop(self, request: gr.Request) -> None:
        """What is being answered in this session is answered no more."""
        answering = self._answering.get(request.session_hash or "")
        if answering:
            with suppress(InvalidStateError):  # it is answered already
                answering.set_exception(_Stopped())

    def retry(self, turns: Turns, request: gr.Request) -> Iterator[Shown]:
        """Asks once more what could not be answered or was stopped."""
        if turns and not turns[-1].sources:
            yield from self.ask(turns[-1].question, turns[:-1], request)
        else:
            yield (gr.skip(),) * 5

    def _turn(self, number: int, answer: Answer, history: Sequence[str]) -> Turn:
        name = self._shelf.put(answer, history)
        marks = marks_of(answer, self._chatbot.documents())
        said = render.answered(answer, number, name if self._judging else "")
        return Turn(number, answer.question, said, render.sources(answer, number, name, marks))

    def fail(self, turns: Turns, pending: str) -> Shown:
        """What an error of ours looks like: said as one, never dressed as an answer."""
        number = turns[-1].number + 1 if turns else 1
        said = render.problem(
            "Something went wrong on the server while answering",
            "Ask again; if it happens again, the server’s log says what went wrong.",
        )
        turns = (*turns, Turn(number, pending, said))[-KEPT:]
        return pending, _messages(turns), turns, _panel(turns), ""

    def clear(self) -> Shown:
        return "", [], (), render.unasked(len(self._chatbot.documents())), ""


def build(chatbot: Chatbot, shelf: Shelf, *, at_once: int, waiting: int, judging: bool = False) -> gr.Blocks:
    """The page as Gradio Blocks. Every event goes through the queue, and is private but for ``/ask``."""
    page = Page(chatbot, shelf, judging=judging)
    blocks = gr.Blocks(title="On the Record", analytics_enabled=False, fill_width=True)
    with blocks:
        # The first, so that no event of the page takes its name: by name even private ones can be called.
        api(_endpoint(chatbot), api_name="ask")
        turns, pending = gr.State(()), gr.State("")
        masthead = gr.Markdown(elem_id="masthead", **PLAIN)
        with gr.Row(elem_id="desk", equal_height=False):
            with gr.Column(elem_id="talk", min_width=0):
                conversation = _conversation()
                with gr.Row(elem_id="examples"):
                    examples = [gr.Button(visible=False, size="sm", min_width=0) for _ in range(EXAMPLES)]
                retry = gr.Button("Try again", elem_id="retry", size="sm", scale=0, min_width=0)
                with gr.Row(elem_id="ask"):
                    question = _question()
                    send = gr.Button("Ask", elem_id="send", variant="primary", scale=0, min_width=0)
                    stop = gr.Button("Stop", elem_id="stop", scale=0, min_width=0)
                    again = gr.Button("New", elem_id="again", scale=0, min_width=0)
            with gr.Column(elem_id="evidence", min_width=0):
                sources = gr.Markdown(elem_id="sources", **PLAIN)
        shown = [question, conversation, turns, sources, pending]
        blocks.load(page.open, None, [masthead, sources, *examples], **PRIVATE)
        asked = [gr.on([question.submit, send.click], page.ask, [question, turns], shown, **PRIVATE)]
        asked += [example.click(page.ask, [example, turns], shown, **PRIVATE) for example in examples]
        asked.append(retry.click(page.retry, [turns], shown, **PRIVATE))
        asked.append(blocks.load(page.restore, [turns], shown, **PRIVATE))
        stop.click(page.stop, None, None, **PRIVATE)
        for event in asked:
            event.failure(page.fail, [turns, pending], shown, **PRIVATE)
        again.click(page.clear, None, shown, **PRIVATE)
    blocks.queue(api_open=False, max_size=at_once + waiting, default_concurrency_limit=at_once)
    return blocks


def _endpoint(chatbot: Chatbot) -> Callable[..., dict[str, Any]]:
    """What Gradio's clients call as ``/ask``."""

    def ask(question: str, history: list[str] | None = None) -> dict[str, Any]:
        """Answer a question, given the earlier ones: the Answer as POST /api/ask gives it."""
        try:
            return chatbot.ask(question, history or []).to_json()
        except (ValueError, Busy) as error:
            raise gr.Error(sentence(str(error)), print_exception=False) from error

    return ask


def _conversation() -> gr.Chatbot:
    return gr.Chatbot(
        elem_id="conversation",
        show_label=False,
        container=False,
        height=None,
        allow_tags=False,
        buttons=[],
        feedback_options=None,
        layout="panel",
        placeholder=render.welcome(),
        autoscroll=False,  # page.js brings the question to the top, not the answer's end into view
        group_consecutive_messages=False,
        **PLAIN,
    )


def _question() -> gr.Textbox:
    return gr.Textbox(
        elem_id="question",
        label="Your question",
        show_label=False,
        container=False,
        lines=1,
        max_lines=5,
        placeholder="Ask a question",
        autofocus=True,
        min_width=0,
        scale=1,
    )


def mount(app: FastAPI, blocks: gr.Blocks) -> None:
    """Mount the page at ``/``. ``app`` brings its own CORSMiddleware, so Gradio adds none."""
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        show_error=False,
        max_file_size=0,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=gr.themes.Base(font=["sans-serif"], font_mono=["monospace"]),
        head=HEAD,
    )
    shutil.rmtree(_SCRATCH, ignore_errors=True)  # made for a feature that is off; a kill would leave it
    page = app.routes[-1].app  # type: ignore[attr-defined]  # it is a Mount
    page.add_middleware(_Started, blocks=blocks)


class _Started:
    """Starts the page's queue with its first request where nothing else has.

    Nobody tells an application that it begins which is mounted in somebody else's, and Gradio's queue
    would take questions and never answer them.
    """

    def __init__(self, app: ASGIApp, blocks: gr.Blocks) -> None:
        self._app = app
        self._blocks = blocks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._blocks.is_running:
            self._blocks.run_startup_events()  # type: ignore[no-untyped-call]  # Gradio names no types
        await self._app(scope, receive, send)


def _messages(turns: Turns, pending: str | None = None, progress: str = "") -> list[dict[str, str]]:
    messages = []
    for turn in turns:
        if turn.question.strip():
            messages.append({"role": "user", "content": render.asked(turn.question)})
        messages.append({"role": "assistant", "content": turn.said})
    if pending is not None and pending.strip():
        messages.append({"role": "user", "content": render.asked(pending)})
    if pending is not None:
        messages.append({"role": "assistant", "content": progress or render.pending()})
    return messages


def _panel(turns: Turns) -> str:
    """Every turn's sources; the newest are shown, the others when their answer is chosen."""
    shown = [turn.sources for turn in turns if turn.sources]
    return render.panel(shown) if shown else gr.skip()
