"""Documents and passages in their one JSON form, for the command line and everything that serves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from index.documents import Card, Document, Hit
from rag.speakers import statements


def describe(document: Document) -> dict[str, Any]:
    """The schema of ``show --json`` and of ``GET /api/documents/{id}``: its text, what was set aside,
    and who is on record with what."""
    return {
        "document": document.id,
        "title": document.title,
        "date": document.date,
        "url": document.url,
        "text": document.text,
        "furniture": [
            {"start": span.start, "end": span.end, "kind": span.kind} for span in document.furniture
        ],
        "statements": [
            {"start": said.start, "end": said.end, "speaker": said.speaker, "voice": said.voice}
            for said in statements(document)
        ],
    }


def describe_cards(cards: Iterable[Card]) -> list[dict[str, Any]]:
    """The documents of ``documents --json`` and of ``GET /api/documents``."""
    return [{"document": card.id, "title": card.title, "date": card.date, "url": card.url} for card in cards]


def describe_hits(query: str, hits: Sequence[Hit]) -> dict[str, Any]:
    """The schema of ``search --json`` and of ``GET /api/search``."""
    found = [
        {
            "rank": hit.rank,
            "score": round(hit.score, 4),
            "document": hit.passage.document.id,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "text": hit.passage.text,
        }
        for hit in hits
    ]
    return {"query": query, "hits": found}
