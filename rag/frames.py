"""The shapes of an English question: what was said about something, who said it, or a plain fact."""

from __future__ import annotations

from collections.abc import Callable

from rag import frames_fact, frames_said, frames_which, frames_who
from rag.limits import Line
from rag.shapes import Reading, bare

# In this order: each frame leaves what it does not know to the next.
_FRAMES: tuple[Callable[[Line], Reading | None], ...] = (
    frames_said.what_was_said,
    frames_said.what_did_they_say,
    frames_said.what_they_said,
    frames_said.stance,
    frames_which.which_documents,
    frames_who.who_said,
    frames_which.did_they_mention,
    frames_said.how_did_they_react,
    frames_which.phrase,
    frames_fact.fact,
)


def read(line: Line) -> Reading:
    """Read a question without its opening courtesies and its limits."""
    for frame in _FRAMES:
        reading = frame(line)
        if reading is not None:
            return reading
    return Reading("topic", bare(line).shown)
