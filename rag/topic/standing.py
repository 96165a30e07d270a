"""How a sentence stands to those that speak of a topic for certain: in one paragraph with them, in one turn,
in one mouth, or in answer to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from rag.topic.continuations import Tie
from rag.topic.nearness import Values
from rag.topic.outlines import Flags, Outline

Numbers = npt.NDArray[np.int64]
_TIES: tuple[Tie, ...] = ("answers", "takes up", "goes on", "next")


class Standing(NamedTuple):
    """Of the sentences of a document, (sentences,) each.

    answers, takes_up, goes_on, next: how it follows one that names the topic (rag/topic/continuations).
    after_in_paragraph, …, before_in_turn: it stands after, or before, a certain one in the same paragraph or
    turn. as_the_last: by the speaker of the last certain one before it.
    by_certain: by the speaker of any. replies: in the turn after one that asks, and holds a certain one.
    """

    answers: Flags
    takes_up: Flags
    goes_on: Flags
    next: Flags
    asks: Flags
    is_quoted: Flags
    has_speaker: Flags
    after_in_paragraph: Flags
    before_in_paragraph: Flags
    after_in_turn: Flags
    before_in_turn: Flags
    as_the_last: Flags
    by_certain: Flags
    replies: Flags


def standing(outline: Outline, certain: Collection[int], ties: Mapping[int, Tie]) -> Values:
    """(sentences, fields of ``Standing``); certain: the numbers of the sentences that are."""
    many = len(outline.texts)
    numbers = np.array(sorted(certain), np.int64)
    paragraphs, turns = np.cumsum(outline.begins, dtype=np.int64), outline.turns
    speakers = [outline.speakers[at] for at in numbers]
    last = np.searchsorted(numbers, np.arange(many)) - 1
    asking = np.intersect1d(turns[numbers], turns[outline.asks])
    answers, takes_up, goes_on, follows = (
        np.array([ties.get(at) == tie for at in range(many)], bool) for tie in _TIES
    )
    found = Standing(
        answers,
        takes_up,
        goes_on,
        follows,
        outline.asks,
        outline.quoted,
        np.array([speaker is not None for speaker in outline.speakers], bool),
        _beside(paragraphs, numbers, after=True),
        _beside(paragraphs, numbers, after=False),
        _beside(turns, numbers, after=True),
        _beside(turns, numbers, after=False),
        np.array(
            [
                at >= 0 and speaker is not None and speaker == speakers[at]
                for at, speaker in zip(last.tolist(), outline.speakers, strict=True)
            ],
            bool,
        ),
        np.array([one is not None and one in speakers for one in outline.speakers], bool),
        np.isin(turns - 1, asking) & outline.quoted,
    )
    return np.stack([np.asarray(column, np.float64) for column in found], axis=1).reshape(many, -1)


def _beside(parts: Numbers, certain: Numbers, *, after: bool) -> Flags:
    """Which sentences have a certain one before them, or after them, in the same part of the document."""
    order = np.arange(len(parts))
    same = parts[:, None] == parts[certain][None, :]
    there = order[:, None] > certain[None, :] if after else order[:, None] < certain[None, :]
    found: Flags = (same & there).any(axis=1)
    return found
