"""The logical lines of a text: what a page shows as one line, however the file is wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index.documents import Span

# Line ends of plain text, and the form feed that PDF extraction puts between pages. The rarer
# separators of str.splitlines (such as U+001C) also occur inside sentences of scraped text.
_PHYSICAL = re.compile(r"[^\r\n\f\u2028\u2029]+")
_ENDS = frozenset("\n\f\u2028\u2029")
_ITEM = re.compile(r"\s*(?:#{1,6}\s|[-*+•]\s|\d{1,3}[.)]\s|[|<>]|!\[)")
_URL = re.compile(r"https?://|\]\(")
_CLOSERS = "\"'”’»)]}*_」』）】›` \u00a0"
_SENTENCE_ENDS = frozenset(".!?。！？؟।…")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

WIDEST_WRAP = 100  # a text wrapped wider than this cannot be told from one that is not wrapped
NARROWEST_WRAP = 50


@dataclass(frozen=True, slots=True, order=True)
class Line(Span):
    """A logical line: whole physical lines, without surrounding white space.

    text: the words with every run of white space as one space.
    block: counts the blank-line-separated blocks of the text from 0.
    heading, item: it is marked up as a Markdown heading, as a list item.
    """

    text: str
    block: int
    heading: bool
    item: bool

    @property
    def words(self) -> int:
        """Number of words; a Chinese or Japanese character counts as half a word."""
        half = 0 if self.text.isascii() else len(_CJK.findall(self.text)) // 2
        return len(self.text.split()) + half


@lru_cache(maxsize=2)  # furniture, title and date are all looked for in the lines of one text
def split(text: str, start: int = 0) -> tuple[Line, ...]:
    """The non-blank logical lines from ``start`` on: the lines of a hard-wrapped paragraph are one.

    Linear in the length of the text.
    """
    physical = list(_physical(text, start))
    width = _wrap_width(text, physical)
    groups: list[list[_Physical]] = []
    for previous, line in zip([None, *physical], physical, strict=False):
        if previous is not None and width and _continues(text, previous, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_line(text, group) for group in groups)


def ends_sentence(text: str) -> bool:
    """Whether the text closes like a sentence: with a full stop or its like, before closing marks."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _SENTENCE_ENDS


def is_prose(line: Line) -> bool:
    """Whether the line reads as running text: a sentence of some length, or very long."""
    trailing = line.text.rstrip(_CLOSERS)
    if trailing.endswith(("…", "...")):
        return line.words > 40
    if len(line.text) > 300 or line.words > 40:
        return True
    return ends_sentence(line.text) and line.words >= 6


@dataclass(frozen=True, slots=True)
class _Physical:
    start: int
    end: int
    block: int

    def raw(self, text: str) -> str:
        return text[self.start : self.end]


def _physical(text: str, start: int) -> Iterator[_Physical]:
    block, last = -1, -1
    for match in _PHYSICAL.finditer(text, start):
        if match.group().isspace():
            continue
        gap = text[max(last, 0) : match.start()]
        # One line end (two characters where it is CR LF) keeps a block together.
        if last < 0 or sum(gap.count(end) for end in _ENDS) > 1 or "\f" in gap or gap.count("\r") > 1:
            block += 1
        yield _Physical(match.start(), match.end(), block)
        last = match.end()


def _wrap_width(text: str, physical: list[_Physical]) -> int:
    """The column a hard-wrapped text is wrapped at, or 0 where the text is not hard-wrapped."""
    inner = [
        line.end - line.start
        for line, following in pairwise(physical)
        if line.block == following.block and not _unwrapped(line.raw(text))
    ]
    short = sorted(length for length in inner if length <= WIDEST_WRAP)
    if len(short) < 2 or len(inner) - len(short) > 0.2 * len(inner):
        return 0
    width = short[int(len(short) * 0.9)]
    full = sum(length > width - 12 for length in short)
    return width if width >= NARROWEST_WRAP and full >= 0.35 * len(short) else 0


def _continues(text: str, previous: _Physical, line: _Physical, width: int) -> bool:
    """Whether ``line`` goes on where wrapping broke ``previous``: its first word did not fit."""
    before, after = previous.raw(text), line.raw(text)
    if previous.block != line.block or _hard_break(before) or _ITEM.match(after):
        return False
    if before.lstrip().startswith(("#", "<", "![")):
        return False
    if len(before) + 1 + _first_word(after) > width:
        return True
    # Markup that was dropped after wrapping leaves a line short; its sentence still goes on.
    return len(before) >= 0.6 * width and after.lstrip()[:1].islower()


def _unwrapped(raw: str) -> bool:
    """Whether the line's end says nothing of where the text wraps."""
    return _hard_break(raw) or raw.lstrip().startswith(("<", "|")) or _URL.search(raw) is not None


def _hard_break(raw: str) -> bool:
    """Markdown: two spaces at the end ask for a new line."""
    return raw.endswith("  ")


def _first_word(raw: str) -> int:
    """Length in code points up to the first place where the line could have been broken."""
    found = re.match(r"\s*([^ \t]{0,400})", raw)
    return len(found[1]) if found else 0


def _line(text: str, group: list[_Physical]) -> Line:
    start, end = group[0].start, group[-1].end
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    end -= len(raw) - len(raw.rstrip())
    stripped = text[start:end]
    return Line(
        start,
        end,
        text=" ".join(stripped.split()),
        block=group[0].block,
        heading=re.match(r"#{1,6}\s", stripped) is not None,
        item=re.match(r"(?:[-*+•▪►]|\d{1,3}[.)])\s", stripped) is not None,
    )
