"""Interviews of which only the answers stand in quotation marks, below or behind questions that have none."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents import Span
from rag.speech.streams import Quoted

_FEWEST = 3  # prompts that make an interview
_LONGEST = 30  # words of a prompt
_CLOSING = "\"'”’)»* "
_ENDS = ("?", ".", "!")
_SHARE = 0.4  # of the prompts that hold a question mark, at the least


def prompts(flat: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> dict[int, Span]:
    """What the interviewer asks, by the paragraph of the answer: a short paragraph above the quoted words,
    or the short text before them in their own; empty for any other text."""
    firsts: dict[int, Quoted] = {}
    for one in quoted:
        if not one.fragment:
            firsts.setdefault(one.span.paragraph, one)
    above = {n: paragraphs[n - 1] for n in firsts if n and n - 1 not in firsts}
    before = {n: Span(paragraphs[n].start, one.span.outer.start) for n, one in firsts.items()}
    return _asked(flat, above, len(firsts)) or _asked(flat, before, len(firsts))


def _asked(flat: str, spans: dict[int, Span], answers: int) -> dict[int, Span]:
    """These spans, from the first question on, if they are an interviewer's."""
    found = {n: span for n, span in spans.items() if _may_ask(_text(flat, span))}
    asking = [n for n, span in found.items() if "?" in _text(flat, span)]
    few = len(asking) < _FEWEST or len(asking) < _SHARE * len(found) or len(found) * 2 < answers
    return {} if few else {n: span for n, span in found.items() if n >= asking[0]}


def _text(flat: str, span: Span) -> str:
    return flat[span.start : span.end].rstrip(_CLOSING)


def _may_ask(text: str) -> bool:
    return text[:1].isalpha() and len(text.split()) <= _LONGEST and text.endswith(_ENDS)
