"""An answer in the order of dates: who spoke when, who was silent, which wording recurs and changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index.documents import Card
from rag.answers import Answer
from rag.formulas import Formula, Use, formulas_in
from rag.verdicts import Finding


@dataclass(frozen=True, slots=True)
class Appearance:
    """A document at its date. ``quotes`` are numbers of the answer's quotes, in order."""

    document: Card
    verdict: Finding
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """The documents of one date, as precise as they state it; ``date`` is None for the undated."""

    date: str | None
    documents: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class First:
    """The earliest dated document that speaks of it; ``quote`` is None where it is not among the quoted."""

    date: str
    document: Card
    quote: int | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in the order of dates, the undated last.

    silent: documents that are silent and not listed (a very large collection), else None.
    """

    entries: tuple[Entry, ...]
    first: First | None
    formulas: tuple[Formula, ...]
    silent: int | None = None

    def to_json(self) -> dict[str, Any]:
        """``{"entries", "first", "formulas"}``, and ``"silent"`` where silent documents are not listed."""
        found: dict[str, Any] = {
            "entries": [_entry(entry) for entry in self.entries],
            "first": self.first
            and {
                "date": self.first.date,
                "document": self.first.document.id,
                "quote": self.first.quote,
            },
            "formulas": [{"uses": [_use(use) for use in formula.uses]} for formula in self.formulas],
        }
        if self.silent is not None:
            found["silent"] = self.silent
        return found


def timeline_of(answer: Answer) -> Timeline:
    """The answer's documents, quotes and recurring wording in the order of dates."""
    numbers: dict[str, list[int]] = {}
    for quote in answer.quotes:
        numbers.setdefault(quote.document.id, []).append(quote.number)
    dated: dict[str | None, list[Appearance]] = {}
    for verdict in answer.verdicts:
        card = verdict.document
        appearance = Appearance(card, verdict.verdict, tuple(numbers.get(card.id, ())))
        dated.setdefault(card.date or None, []).append(appearance)
    order = sorted(dated, key=lambda date: (date is None, date or ""))
    entries = tuple(Entry(date, tuple(dated[date])) for date in order)
    return Timeline(entries, _first(entries), formulas_in(answer.quotes, answer.searched), answer.silent)


def _first(entries: tuple[Entry, ...]) -> First | None:
    for entry in entries:
        said = [appearance for appearance in entry.documents if appearance.verdict == "said"]
        if entry.date and said:
            # Of several on one day, one that can be read here.
            found = next((appearance for appearance in said if appearance.quotes), said[0])
            return First(entry.date, found.document, found.quotes[0] if found.quotes else None)
    return None


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "date": entry.date,
        "documents": [
            {
                "document": appearance.document.id,
                "title": appearance.document.title,
                "verdict": appearance.verdict,
                "quotes": list(appearance.quotes),
            }
            for appearance in entry.documents
        ],
    }


def _use(use: Use) -> dict[str, Any]:
    return {
        "quote": use.quote.number,
        "document": use.quote.document.id,
        "date": use.quote.document.date,
        "start": use.start,
        "end": use.end,
        "text": use.text,
        "added": list(use.added_texts),
        "dropped": list(use.dropped),
    }
