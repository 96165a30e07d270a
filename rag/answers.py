"""The answer to a question, and its one JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rag.quotes import Quote
from rag.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything the reader is shown.

    searched: the question that was actually searched (a follow-up made whole).
    text: plain text; ``[n]`` refers to the quote with that number.
    verdicts: for every document of the collection, or, in a very large one, for those that say or
    mention something, with ``silent`` counting the others.
    abstained: the collection does not say; ``quotes`` is empty.
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
    model: str | None = None
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
            "model": self.model,
            "seconds": round(self.seconds, 4),
        }
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
