"""Words quoted in a headline, a lead or a pull quote: whose they are, by what the text tells further on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech.clauses import Sentence
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.streams import FEW_WORDS, Quoted

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
    """Names whom the first paragraphs only describe, where the next one begins with a name.

    "A man told police that he “…”": with that name's age. "“…,” he says": if nobody is named before.
    """
    early = [one for one in quoted[:_EARLY] if one.span.paragraph <= _LEAD]
    if not early:
        return
    openings: dict[int, Sentence] = {}
    for s in sentences:
        if s.paragraph > _LEAD + 1:
            break
        openings.setdefault(s.paragraph, s)
    first = min((s.paragraph for s in openings.values() if _person_in(s)), default=0)
    for one in early:
        named = _opening_name(openings.get(one.span.paragraph + 1), memory)
        if named is None or named.person is None:
            continue
        described = one.source is not None and one.source.label.startswith(("A ", "An "))
        if (described and named.person.age) or (one.awaits and one.span.paragraph < first):
            one.source = named


def _person_in(s: Sentence) -> bool:
    return any(mention.kind == "person" for mention in s.names)


def _opening_name(s: Sentence | None, memory: Memory) -> Source | None:
    """The person whose full name a sentence begins with."""
    mention = s.starts.get(0) if s is not None else None
    if mention is None or mention.kind != "person" or mention.possessive:
        return None
    return memory.named(mention)


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
