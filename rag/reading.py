"""One question read by itself, without the conversation it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from rag import frames, languages
from rag.courtesies import peeled
from rag.limits import Limited, Line, limited
from rag.periods import Period
from rag.shapes import Kind, Reading, Sought


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks.

    asked: as it was asked.
    searched: the question made whole; equal to ``asked``, cleaned of white space and control
        characters, when nothing had to be resolved.
    topic: the words of the topic, without limits; "" when there are none.
    speaker: as asked ("Japan's minister"); None for "they", "anyone", "the documents".
    event: the words that limit to a meeting or document ("the Rio meeting").
    sought: what a fact or who question wants to know; for a topic question only "date" or "place",
        when it asks when or where something was said.
    negated: the question, not its topic, holds a negation.
    """

    asked: str
    searched: str
    kind: Kind
    topic: str
    speaker: str | None = None
    period: Period | None = None
    event: str | None = None
    sought: Sought | None = None
    negated: bool = False


def question(text: str, newest: str | None = None) -> Question:
    """Read one clean question; ``newest`` is the ISO date that "last year" is relative to."""
    foreign = languages.read(text)
    if foreign is not None:
        cut = limited(foreign.line, newest)
        reading = foreign.reading(cut.line)
        return _question(text, reading, cut)
    cut = limited(peeled(Line.of(text)), newest)
    return _question(text, frames.read(peeled(cut.line)), cut)


def _question(text: str, reading: Reading, cut: Limited) -> Question:
    return Question(
        asked=text,
        searched=text,
        kind=reading.kind,
        topic=reading.topic,
        speaker=reading.speaker or cut.speaker,
        period=cut.period,
        event=cut.event or reading.event,
        sought=reading.sought,
        negated=reading.negated,
    )
