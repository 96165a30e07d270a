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
    model: a language model for the prose; None, as answers are composed from quotes without one.
        With ``model_url`` its name there, else a local one: a GGUF file, a folder, or a name.
    model_url: an OpenAI-compatible endpoint, up to and including ``/v1``. Its key is in the
        environment only (ONTHERECORD_MODEL_KEY) and never here, so that no print or dump shows it.
    """

    collection: Path = Path(".ontherecord")
    embedding: str | None = None
    token: str | None = None
    model: str | None = None
    model_url: str | None = None

    @classmethod
    def from_environment(cls) -> Settings:
        """ONTHERECORD_COLLECTION, _EMBEDDING, _TOKEN, _MODEL and _MODEL_URL, where set and not empty."""
        return cls(
            collection=Path(os.environ.get("ONTHERECORD_COLLECTION") or ".ontherecord"),
            embedding=os.environ.get("ONTHERECORD_EMBEDDING") or None,
            token=os.environ.get("ONTHERECORD_TOKEN") or None,
            model=os.environ.get("ONTHERECORD_MODEL") or None,
            model_url=os.environ.get("ONTHERECORD_MODEL_URL") or None,
        )
