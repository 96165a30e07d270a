"""The few things a user can choose, each with the reason for its default."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """collection: the folder that holds the collection; beside the documents' project by default.
    embedding: a sentence-transformers model by name or folder; None takes the collection's own.
    token: what the server asks its clients for; None lets everybody in who can reach it. Kept out of
    the command line, where every user of the machine could read it.
    """

    collection: Path = Path(".ontherecord")
    embedding: str | None = None
    token: str | None = None

    @classmethod
    def from_environment(cls) -> Settings:
        """ONTHERECORD_COLLECTION, ONTHERECORD_EMBEDDING, ONTHERECORD_TOKEN, where set and not empty."""
        return cls(
            collection=Path(os.environ.get("ONTHERECORD_COLLECTION") or ".ontherecord"),
            embedding=os.environ.get("ONTHERECORD_EMBEDDING") or None,
            token=os.environ.get("ONTHERECORD_TOKEN") or None,
        )
