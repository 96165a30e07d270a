"""One document in its one JSON form: text, what was set aside, and who is on record with what."""

from __future__ import annotations

from typing import Any

from index.documents import Document
from rag.speakers import statements


def describe(document: Document) -> dict[str, Any]:
    """The schema of ``show --json`` and of ``GET /api/documents/{id}``."""
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
