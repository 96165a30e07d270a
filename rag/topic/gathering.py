"""What a sentence need not say of a topic, as others say it: the paragraph, the turn, the title, the whole
document; and whether it takes up the head of the topic alone ("the reservoir")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from rag.topic.nearness import Values
from rag.topic.outlines import Outline
from rag.topic.topics import Topic

_RECENT = 3  # sentences before
_DEFINITE = r"\b(?:the|this|that|these|those|our|its|their|such|his|her)\s+(?:[\w’'-]+\s+)?"
_SHORT = 2  # letters of a word that tells nothing


class Gathered(NamedTuple):
    """Of a sentence and a topic.

    in_paragraph: the share of the topic, by weight, that the paragraph holds up to and with it. in_turn: the
    same of the last sentences of the turn. is_definite: the head of the topic stands in it with an article or
    the like. in_document, in_title: the share that these hold.
    """

    in_paragraph: float
    in_turn: float
    is_definite: float
    in_document: float
    in_title: float


def gathered(topic: Topic, outline: Outline) -> Values:
    """(sentences, fields of ``Gathered``)."""
    sought, heads = topic.sought, _heads(topic)
    held = [own & sought for own in outline.stems]
    of_document, of_title = topic.share_in(outline.all_stems), topic.share_in(outline.title)
    rows = []
    paragraph: frozenset[str] = frozenset()
    for at, own in enumerate(held):
        paragraph = own if outline.begins[at] else paragraph | own
        first = max(0, at - _RECENT)
        recent = (
            held[before] for before in range(first, at + 1) if outline.turns[before] == outline.turns[at]
        )
        definite = not heads.isdisjoint(own) and _definite(topic).search(outline.texts[at]) is not None
        rows.append(
            Gathered(
                topic.share_in(paragraph),
                topic.share_in(frozenset[str]().union(*recent)),
                float(definite),
                of_document,
                of_title,
            )
        )
    return np.array(rows, np.float64).reshape(-1, len(Gathered._fields))


def _heads(topic: Topic) -> frozenset[str]:
    return frozenset[str]().union(*(term.stems for term in topic.terms if term.is_head))


def _definite(topic: Topic) -> re.Pattern[str]:
    words = (word.lower() for term in topic.terms if term.is_head for word in term.words.split())
    return _pattern(tuple(word for word in words if len(word) > _SHORT))


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    heads = "|".join(map(re.escape, words))
    return re.compile(f"{_DEFINITE}(?:{heads})", re.IGNORECASE) if words else re.compile(r"(?!)")
