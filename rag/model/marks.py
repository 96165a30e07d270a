"""Quotation marks in what a model wrote: each pair of them, and whether the words between stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.documents import Span

# Opening mark → the marks that close it. Straight and curly ones are mixed by keyboards and by models.
_PAIRS = {
    '"': '"”“',
    "“": '”"',
    "”": '”"',  # Swedish and Finnish open with it
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "《": "》",
    "〈": "〉",
    "＂": "＂",
    "‘": "’'",
    "‚": "‘’'",
    "'": "'’",
    "`": "`'",
    "❝": "❞",
    "❮": "❯",
}
_MARKS = frozenset("".join([*_PAIRS, *_PAIRS.values()]))
_SINGLE = frozenset("'‘’‚‛`")
_ELISION = re.compile(r"['’‘](?:\d0s\b|\d\d\b|em\b|tis\b|twas\b|til\b)", re.IGNORECASE)
_SAME = str.maketrans(dict.fromkeys(_MARKS | set("〟〞＇″′"), "'"))
_SPACE = re.compile(r"\s+")


class Unbalanced(ValueError):
    """A quotation mark without its partner: what is quoted cannot be told."""


def quoted(text: str) -> list[Span]:
    """What stands between each outermost pair of marks, without them; raises Unbalanced.

    An apostrophe is none: it stands within a word or right after one.
    """
    found: list[Span] = []
    marks = list(_candidates(text))
    while marks:
        at = marks.pop(0)
        closing = _closing(text, at, marks)
        if closing == at:
            continue
        found.append(Span(at + 1, closing))
        marks = [mark for mark in marks if mark > closing]
    return found


def holds_marks(text: str) -> bool:
    """Whether a text holds a quotation mark, balanced or not; apostrophes and single marks aside."""
    return not (_MARKS - _SINGLE).isdisjoint(text)


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in a text, one after the other, whole ones, but for white space and the
    shape of quotation marks."""
    wanted, searched = uniform(words), uniform(text)
    if not wanted:
        return False
    at = searched.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (_within(searched, at) or _within(searched, end)):
            return True
        at = searched.find(wanted, at + 1)
    return False


def uniform(text: str) -> str:
    """The text with one space for white space and one shape of quotation mark."""
    return _SPACE.sub(" ", text).strip().translate(_SAME)


def _within(text: str, at: int) -> bool:
    """Whether a place divides a word or a number (East Asian words have no bounds to see)."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return max(before, after) < "\u3040"
    around = text[max(0, at - 2) : at + 2]
    return bool(re.match(r"\d?\d[.,]\d" if before.isdigit() else r"\d[.,]\d", around))


def _candidates(text: str) -> Iterator[int]:
    for at, sign in enumerate(text):
        if sign not in _MARKS:
            continue
        if sign in _SINGLE:
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < len(text) else " "
            if (before.isalnum() and after.isalnum()) or _ELISION.match(text, at):
                continue
        yield at


def _closing(text: str, opening: int, later: list[int]) -> int:
    """The mark that closes the one at ``opening``; itself where it is an apostrophe."""
    sign = text[opening]
    if sign not in _PAIRS or (sign in "'’" and opening and text[opening - 1].isalnum()):
        if sign in "'’":  # of a plural: "the allies’ forces"
            return opening
        raise Unbalanced(f"a quotation mark ({sign}) has no partner")
    nested: list[str] = []
    for at in later:
        mark = text[at]
        if nested and mark in _PAIRS.get(nested[-1], ""):
            nested.pop()
        elif mark in _PAIRS[sign] and not (mark in _SINGLE and _is_plural(text, at, later)):
            return at
        elif mark in _PAIRS and mark not in _SINGLE and mark != '"':
            nested.append(mark)
    raise Unbalanced(f"a quotation mark ({sign}) has no partner")


def _is_plural(text: str, at: int, later: list[int]) -> bool:
    """Whether a single mark after an s is rather an apostrophe: another one follows that can close."""
    follows = any(mark > at and text[mark] in "'’" for mark in later)
    return follows and text[at - 1] in "sS" and text[at + 1 : at + 2].isspace()
