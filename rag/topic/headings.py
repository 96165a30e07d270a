"""Headings inside a text: lines of their own that name what the sentences below them are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from index.documents import Span
from index.words import stems

# Letters of scripts without capitals: "SMR" makes no heading of a sentence in Japanese.
_NO_CAPITALS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
# "## Ferries" of Markdown; "MAIN STREET BIKE LANES (Ordinance 7)", in capitals and without a stop;
# "5.1 Ferries" and "B. Ferries", numbered and above a line that is none.
_HEADING = re.compile(
    r"^(?:\#{1,6}[ \t][^\n]+"
    rf"|(?=[^\n]*[A-Z]{{2}})[^\na-z{_NO_CAPITALS}]{{4,80}}(?:\([^()\n]{{1,40}}\))?(?<![.!?…])[ \t]*"
    r"|(?!\d{1,2}\s\w+\s\d{4}\s*$)(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|[IVX]{1,4}\.)[ \t]+"
    r"[A-Z][^\n]{2,70}(?<![.!?…;:,])[ \t]*"
    r"(?=\n\s*(?!\d|[A-Z]\.[ \t]|[IVX]{1,4}\.)[^\n]{50,}))$",
    re.MULTILINE,
)
_SHARE = 3  # a text with a heading in every third line or more is written in capitals
_REACH = 4_000  # characters over which a heading governs


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of one text, in order."""

    spans: tuple[Span, ...]
    words: tuple[frozenset[str], ...]

    def above(self, at: int) -> frozenset[str]:
        """The stems of the heading that governs this place; none where there is none near."""
        index = bisect_right(self.spans, at, key=lambda span: span.end) - 1
        near = index >= 0 and at - self.spans[index].end <= _REACH
        return self.words[index] if near else frozenset()

    def sections(self, end: int) -> Iterator[tuple[Span, Span]]:
        """Each heading with the stretch that it governs, in a text that ends at ``end``."""
        ends = [*(span.start for span in self.spans[1:]), end]
        for span, last in zip(self.spans, ends, strict=False):
            yield span, Span(span.end, min(last, span.end + _REACH))

    def hold(self, span: Span) -> bool:
        """Whether a stretch is nothing but a heading or part of one."""
        index = bisect_right(self.spans, span.start, key=lambda one: one.start) - 1
        return index >= 0 and span.end <= self.spans[index].end


def headings_of(text: str) -> Headings:
    """The headings of a text."""
    found = [Span(*match.span()) for match in _HEADING.finditer(text)]
    if len(found) * _SHARE >= text.count("\n") + 1:
        found = []
    return Headings(tuple(found), tuple(frozenset(stems(text[span.start : span.end])) for span in found))
