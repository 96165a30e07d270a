"""Drafts of gold for a person to correct: from an answer of today, or from readers' votes on answers."""

from __future__ import annotations

import json
import reprlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.gold import GoldDate, GoldError, GoldQuestion, GoldQuote, GoldSpeaker
from eval.measures_answers import stated
from index.words import words
from rag.questions import understand

# Of a wrong answer nobody has said what is right; the strict reader refuses this until somebody does.
TO_BE_CORRECTED = "?"
_WORDS = 6  # of the question, in an id


@dataclass(frozen=True, slots=True)
class Vote:
    """What a reader said of an answer; ``answer`` has the JSON form of ``ask --json``."""

    question: str
    history: tuple[str, ...]
    right: bool
    answer: Mapping[str, Any]


def draft(answer: Mapping[str, Any], history: Sequence[str] = (), *, id_: str | None = None) -> GoldQuestion:
    """The gold question that would find this answer entirely right; a person corrects what is not.

    answer: the JSON form of ``ask --json``. Raises GoldError for another form, and ValueError for a
    question that cannot be asked.
    """
    try:
        question = str(answer["question"])
        quotes = tuple(GoldQuote(quote["document"], quote["text"]) for quote in answer["quotes"])
        said = [ruled for ruled in answer["verdicts"] if ruled["verdict"] == "said"]
        speakers = tuple(
            GoldSpeaker(quote["text"], quote["speaker"], quote["voice"])
            for quote in answer["quotes"]
            if quote["speaker"]
        )
        fact = stated(answer["text"])
        dates = tuple(GoldDate(ruled["document"], ruled["date"]) for ruled in said)
        abstained = bool(answer["abstained"])
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"this is not an answer as ask --json gives it: {reprlib.repr(answer)}") from error
    kind = "absent" if abstained else understand(question, history).kind
    return GoldQuestion(
        id=id_ or name_of(question),
        question=question,
        history=tuple(history),
        kind=kind,
        said=tuple(str(ruled["document"]) for ruled in said),
        quotes=quotes,
        accept=(fact,) if fact and kind in ("fact", "who") else (),
        speakers=speakers,
        dates=dates,
    )


def drafts_of(votes: Sequence[Vote]) -> Iterator[tuple[str, bool]]:
    """A line of gold for each question voted on, and whether it was called right; the last vote counts.

    The line of a wrong answer has a kind that no gold may have, so that it cannot pass for gold unread.
    """
    last = {(vote.question, vote.history): vote for vote in votes}
    taken: set[str] = set()
    for vote in last.values():
        id_ = _free(name_of(vote.question), taken)
        found = draft(vote.answer, vote.history, id_=id_)
        changes = {} if vote.right else {"kind": TO_BE_CORRECTED}
        yield written(found, **changes), vote.right


def written(gold: GoldQuestion, **changes: str) -> str:
    """A gold question as its line of JSON."""
    return json.dumps({**asdict(gold), **changes}, ensure_ascii=False)


def read_votes(path: Path) -> list[Vote]:
    """Read readers' votes, JSON lines of ``{"question", "history", "right", "answer"}``.

    Raises GoldError, with file and line, for a file that cannot be read and a line that is no vote.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}). Name a file of votes.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: byte {error.start} is not UTF-8.") from error
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(_vote(json.loads(line)))
            except (ValueError, RecursionError) as error:
                raise GoldError(f"{path}, line {number}: {error}") from error
    return found


def name_of(question: str) -> str:
    """An id for a question: its first words."""
    stems = [question[word.start : word.end].casefold() for word in words(question)][:_WORDS]
    return "-".join(stems) or "question"


def _vote(value: object) -> Vote:
    expected = {"question": str, "history": list, "right": bool, "answer": dict}
    if not isinstance(value, dict):
        raise GoldError(f"is {reprlib.repr(value)}. Make it a JSON object.")
    for key, kind in expected.items():
        if not isinstance(value.get(key), kind):
            raise GoldError(f"{key} is {reprlib.repr(value.get(key))}. Make it a {kind.__name__}.")
    if not all(isinstance(question, str) for question in value["history"]):
        raise GoldError("history is a list of earlier questions.")
    return Vote(value["question"], tuple(value["history"]), value["right"], value["answer"])


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found
