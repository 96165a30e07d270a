"""Words quoted in a headline, a lead or a pull quote: whose they are, by what the text tells further on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.clauses import Sentence
from rag.sources import Memory
from rag.streams import FEW_WORDS, Quoted

_COPIED = 50  # of such quotations looked up at most
_EARLY = 6  # quotations among which those of the first paragraph are
_LEAD = 2  # paragraphs, of which one or two are headlines, with the first one's number
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


def name_leads(sentences: Sequence[Sentence], quoted: Sequence[Quoted], memory: Memory) -> None:
    """Names whom the first paragraph only describes: "A man told police that he “…”", where the next one
    begins with somebody's name and age."""
    early = [one for one in quoted[:_EARLY] if one.source is not None and one.source.kind == "someone"]
    for one in early:
        if not one.source or not one.source.label.startswith(("A ", "An ")) or one.span.paragraph > _LEAD:
            continue
        opening = next((s for s in sentences if s.paragraph == one.span.paragraph + 1), None)
        mention = opening.starts.get(0) if opening is not None else None
        if mention is None or mention.kind != "person" or mention.possessive:
            continue
        named = memory.named(mention)
        if named is not None and named.person is not None and named.person.age:
            one.source = named


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
