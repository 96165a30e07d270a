"""The answer to a question, and its one JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rag.quotes import Quote
from rag.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that a language model wrote, which each of the quotes it cites supports alone.

    text: without the citations. citations: numbers of quotes.
    """

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a language model wrote and the checks did not pass, and why: "it cites no quote"."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Prose:
    """What a language model added to the quotes, after every sentence of it was checked.

    name: the model. note: one sentence for the reader where it failed, or where nothing is shown.
    """

    name: str
    sentences: tuple[Sentence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    note: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "model": {"name": self.name, "note": self.note},
            "sentences": [
                {"text": sentence.text, "citations": list(sentence.citations), "check": "supported"}
                for sentence in self.sentences
            ],
            "left_out": [{"text": left.text, "reason": left.reason} for left in self.left_out],
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything the reader is shown.

    searched: the question that was actually searched (a follow-up made whole).
    text: plain text; ``[n]`` refers to the quote with that number.
    verdicts: for every document of the collection, or, in a very large one, for those that say or
    mention something, with ``silent`` counting the others.
    abstained: the collection does not say; ``quotes`` is empty.
    model: what a language model wrote beside ``text``, which is the same without one.
    seconds: wall-clock time the answer took.
    answerable: how likely the collection is to answer, 0 to 1: what abstaining is decided by, and what
    the evaluation measures of it. No part of the JSON form.
    """

    question: str
    searched: str
    text: str
    quotes: tuple[Quote, ...]
    verdicts: tuple[Verdict, ...]
    abstained: bool
    model: Prose | None = None
    seconds: float = 0.0
    silent: int | None = None
    answerable: float | None = None

    def to_json(self) -> dict[str, Any]:
        """The schema of ``ask --json``, of ``POST /api/ask`` and of everything else that answers."""
        found: dict[str, Any] = {
            "question": self.question,
            "searched": self.searched,
            "abstained": self.abstained,
            "text": self.text,
            "quotes": [_quote(quote) for quote in self.quotes],
            "verdicts": [
                {
                    "document": verdict.document.id,
                    "title": verdict.document.title,
                    "date": verdict.document.date,
                    "verdict": verdict.verdict,
                }
                for verdict in self.verdicts
            ],
            "model": None,
            "seconds": round(self.seconds, 4),
        }
        if self.model is not None:
            found |= self.model.to_json()
        if self.silent is not None:
            found["silent"] = self.silent
        return found


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "number": quote.number,
        "document": quote.document.id,
        "title": quote.document.title,
        "date": quote.document.date,
        "url": quote.document.url,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": quote.speaker,
        "voice": quote.voice,
        "score": round(quote.score, 4),
    }
