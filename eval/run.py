"""Asking gold questions: each gives an outcome, also where asking fails, in the order of the gold."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from eval.cases import Case
from eval.gold import GoldQuestion, verify
from eval.measures import judged
from eval.outcomes import Given, Outcome
from index.collection import Collection
from index.documents import Document
from rag.answers import Answer
from rag.chatbot import Chatbot

Ask = Callable[[str, Sequence[str]], Answer]
Progress = Callable[[int], object]
# Below this a second process costs more time, to start and load the model, than it saves.
WORTH_A_PROCESS = 300  # questions
_AT_ONCE = 8  # questions a process is handed: few enough for a bar that moves


class Library(Mapping[str, Document]):
    """The documents of a collection by id, read when they are looked at."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._ids = {card.id: number for number, card in collection.cards.items()}

    def __getitem__(self, id_: str) -> Document:
        return self._collection.load(self._ids[id_])

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Texts(Mapping[str, str]):
    """The text of each document by its id."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def __getitem__(self, id_: str) -> str:
        return self._documents[id_].text

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


def run(
    collection: Collection,
    questions: Sequence[GoldQuestion],
    *,
    ask: Ask | None = None,
    jobs: int = 1,
    progress: Progress = lambda _: None,
) -> tuple[Outcome, ...]:
    """Ask every question and judge the answers; ``progress`` is told how many are done, as they are.

    ask: what answers, by default the chatbot over the collection (and then ``jobs`` processes may).
    Raises GoldError for gold that does not fit the collection.
    """
    documents = Library(collection)
    verify(tuple(questions), Texts(documents))
    if jobs > 1 and ask is None:
        return _together(collection, questions, jobs, progress)
    ask = ask or Chatbot(collection).ask
    outcomes = []
    for question in questions:
        outcomes.append(answered(question, ask, documents))
        progress(1)
    return tuple(outcomes)


def answered(gold: GoldQuestion, ask: Ask, documents: Mapping[str, Document]) -> Outcome:
    """Ask one question and judge its answer; a failure is an outcome too."""
    started = time.perf_counter()
    try:
        outcome = Outcome(gold, Given.of(ask(gold.question, gold.history)), time.perf_counter() - started)
    except Exception as error:  # noqa: BLE001 (the one place: a question that fails must not end the run)
        outcome = failed(gold, error, time.perf_counter() - started)
    return judge(outcome, documents)


def judge(outcome: Outcome, documents: Mapping[str, Document]) -> Outcome:
    """The outcome with what every measure makes of it. Raises GoldError for gold that is not verbatim."""
    verify((outcome.gold,), Texts(documents))
    return judged(outcome, Case.of(outcome, documents))


def failed(gold: GoldQuestion, error: BaseException, seconds: float) -> Outcome:
    """The outcome of a question that could not be answered."""
    said = " ".join(str(error).split())
    return Outcome(
        gold, None, seconds, error=f"{type(error).__name__}: {said}" if said else type(error).__name__
    )


def _together(
    collection: Collection, questions: Sequence[GoldQuestion], jobs: int, progress: Progress
) -> tuple[Outcome, ...]:
    """Ask in several processes, each with one thread: answering is half Python, which threads share."""
    documents = Library(collection)
    parts = [questions[at : at + _AT_ONCE] for at in range(0, len(questions), _AT_ONCE)]
    found: list[Outcome] = []
    with (
        _one_thread_each(),
        ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=partial(_open, collection.folder),
        ) as pool,
    ):
        handed = [_hand(pool, part) for part in parts]
        for part, future in zip(parts, handed, strict=True):
            try:
                found += future.result()
            except BrokenProcessPool as error:
                found += [judge(failed(question, error, 0.0), documents) for question in part]
            progress(len(part))
    return tuple(found)


def _hand(pool: ProcessPoolExecutor, part: Sequence[GoldQuestion]) -> Future[list[Outcome]]:
    try:
        return pool.submit(_ask_all, part)
    except BrokenProcessPool as error:
        broken: Future[list[Outcome]] = Future()
        broken.set_exception(error)
        return broken


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Processes that are started meanwhile compute in one thread: read once, when numpy is imported."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before


_opened: list[tuple[Ask, Mapping[str, Document]]] = []  # of this process


def _open(folder: Path) -> None:
    collection = Collection(folder)
    _opened.append((Chatbot(collection).ask, Library(collection)))


def _ask_all(questions: Sequence[GoldQuestion]) -> list[Outcome]:
    ask, documents = _opened[0]
    return [answered(question, ask, documents) for question in questions]
