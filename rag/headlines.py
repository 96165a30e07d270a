"""Words quoted in a headline, a heading or a pull quote: whose they are, by where else they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.streams import FEW_WORDS, Quoted

_COPIED = 50  # of such quotations looked up at most
_LONGEST = 30  # words of a heading
_MARKS = re.compile(r"[^\w']+")
_STOPS = ".?!…:;,"


def copy_sources(flat: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> None:
    """Gives words that are quoted twice, once in a headline or without a speaker, their one source."""
    heads = {n for n, span in enumerate(paragraphs) if _is_heading(flat[span.start : span.end], n)}
    lost = [one for one in quoted if _open(one, one.span.paragraph in heads)][:_COPIED]
    if not lost:
        return
    known = [
        (_plain(one.text), one.source)
        for one in quoted
        if one.source is not None and one.span.paragraph not in heads and not one.work
    ][: _COPIED * 4]
    for one in lost:
        text = _plain(one.text)
        source = next((source for other, source in known if text in other), None)
        if source is not None:
            one.source, one.tagged = source, True


def _is_heading(text: str, number: int) -> bool:
    """Is this paragraph a headline: short, and without a full stop at its end?"""
    ends = text.rstrip("'\"’”»")[-1:]
    return (ends not in _STOPS or number == 0) and text.count(" ") < _LONGEST


def _open(one: Quoted, heading: bool) -> bool:
    """Is it left to be found whose words these are?"""
    if one.work:
        return False
    if heading:
        return one.source is None or one.source.person is None
    return one.source is None and one.size > FEW_WORDS


def _plain(text: str) -> str:
    return " " + _MARKS.sub(" ", text.lower().replace("’", "'")).strip() + " "
