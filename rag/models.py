"""The language-model seam: messages in, text out as it is written. None is needed to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from rag.settings import Settings


class ModelFailed(RuntimeError):
    """A model that is down, slow or talks nonsense; the message is one sentence without any secret."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user"]
    text: str


class Model(Protocol):
    """Called from worker threads, several at once."""

    @property
    def name(self) -> str:
        """What the reader is told wrote the prose."""
        ...

    def write(self, messages: Sequence[Message]) -> Iterator[str]:
        """The answer to a chat in pieces of text, as they come, within a limit of length and time.

        Raises ModelFailed, at any point, for whatever goes wrong; closing the iterator stops it.
        """
        ...

    def count(self, text: str) -> int:
        """Tokens of a text, at least nearly so."""
        ...

    @property
    def room(self) -> int:
        """Tokens that a chat may have before the answer."""
        ...


def open_model(settings: Settings) -> Model | None:
    """The model that the settings name, or None; raises ValueError for one that cannot be had."""
    if settings.model_url:
        from rag.model.endpoint import Endpoint  # noqa: PLC0415 (only where one is asked for)

        return Endpoint(settings.model_url, settings.model)
    if settings.model:
        from rag.model.local import LocalModel  # noqa: PLC0415 (imports torch when it is first used)

        return LocalModel(settings.model)
    return None
