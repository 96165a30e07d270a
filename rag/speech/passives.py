"""Whose words a passive quotes: "was hailed by Smith as “…”", "was accused by Smith of “…”"."""

from __future__ import annotations

from rag.speech import reporting as words
from rag.speech.clauses import Sentence
from rag.speech.portraying import FRAMED
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.subjects import HARD, phrase_after

_BEFORE = 6  # tokens before the quotation in which its verb stands
_AFTER = 8  # tokens after it in which "by" stands
_NEAR = 14  # tokens between "by" and the quotation
_LATE = 30  # the same, of what somebody is accused of


def passively(s: Sentence, index: int, memory: Memory) -> Source | None:
    """The source of a quotation at a token that stands behind "by", before the quotation or after it."""
    for spot in range(index + 1, min(index + _AFTER, len(s.words) - 1)):
        if s.words[spot].quote >= 0 or s.low[spot] in HARD:
            break
        said = [word for word in s.low[max(0, index - _BEFORE) : index] if word not in words.SAYING]
        if s.low[spot] == "by" and any(map(_quotes, said)):
            return memory.resolve(s, *phrase_after(s, spot + 1))
    for spot in range(index - 1, max(0, index - _NEAR), -1):
        if s.low[spot] == "by" and _quotes(s.low[spot - 1]) and "as" in s.low[spot:index]:
            return memory.resolve(s, spot + 1, s.low.index("as", spot))
    return _accuser(s, index, memory)


def _accuser(s: Sentence, index: int, memory: Memory) -> Source | None:
    """ "Was accused on Monday by | the mayor of Lune | of running “…”"."""
    for spot in range(index - 1, max(0, index - _LATE), -1):
        if s.words[spot].quote >= 0 or s.low[spot] in HARD:
            return None
        if s.low[spot] != "by" or "accused" not in s.low[max(0, spot - _BEFORE) : spot]:
            continue
        ends = (at for at in range(spot + 1, index) if s.low[at] == "of" and s.low[at + 1].endswith("ing"))
        end = next(ends, 0)
        return memory.resolve(s, spot + 1, end) if end else None
    return None


def _quotes(word: str) -> bool:
    return word in words.LABELLING or word in words.REPORTING or word in FRAMED
