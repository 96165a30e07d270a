"""What a question asks: its kind, its topic, whose words, when and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from rag.asked.periods import Period
from rag.asked.shapes import Kind, Sought


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks.

    asked: as it was asked.
    searched: the question made whole; equal to ``asked``, cleaned of white space and control
        characters, when nothing had to be resolved.
    topic: the words of the topic, without limits; "" when there are none.
    speaker: as asked ("Japan's minister"); None for "they", "anyone", "the documents".
    vague: the words of a time that no date tells ("since she resigned"), which limit nothing.
    among: of a who question, those of whom it is one ("the trustees").
    event: the words that limit to a meeting or document ("the Rio meeting").
    sought: what a fact or who question wants to know; for a topic question only "date" or "place",
        when it asks when or where something was said, or "change", whether a stance on it is another.
    negated: the question, not its topic, holds a negation.
    sure: its words leave no doubt of its shape.
    whole: what it is about with whom it takes for a speaker, where it may be none, or others may tell what
        he does; otherwise "".
    """

    asked: str
    searched: str
    kind: Kind
    topic: str
    speaker: str | None = None
    period: Period | None = None
    vague: str = ""
    among: str | None = None
    event: str | None = None
    sought: Sought | None = None
    negated: bool = False
    sure: bool = field(default=True, compare=False)
    whole: str = field(default="", compare=False)
