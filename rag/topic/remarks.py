"""Sentences that say nothing of what they name: pointers, asides, questions, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.documents import Span
from rag.fact.readings import ASKS, is_headline
from rag.topic.headings import Headings

# "For Taiwan, see the notes on …" says nothing of it.
_POINTER = re.compile(
    r"(?:\W*For\b[^.;:]{1,150},\s)?\W*see\b\s(?:also|the|our|notes?|pages?|above|below|section)", re.I
)
# Who was there, not what was said.
_ATTENDANCE = re.compile(
    r"\W*(?:(?:members |also |those |council(?:l?ors| members)? )?(?:present|absent|excused)|staff"
    r"|in attendance|attendees|attendance|participants|apologies(?: for absence)?|roll[ -]call)"
    r"\b[^:\n]{0,30}:",
    re.I,
)
_TOP = 1000  # characters of a text that its headlines stand in
_SENTENCES = 3  # with a stop, in a text of sentences
_STOP = re.compile(r"[a-z][.!?][”\"’)\]]*\s")
# No item of a list, no label, nobody's quoted words, and no stop at its end.
_HEADLINE = re.compile(r"(?![-*•–]|\(?\w{1,3}[.)]\s)[^\n:“”\"„«]*[A-Za-z]{2}[^\n:“”\"„«]*(?<![.!?…;,])\s*")
_OPENING = 400  # characters
# What ends an order, whatever it orders.
_SAFEGUARD = r"[^.;]{0,40}\bnot intended to,? (?:and does not,? )?create any right"
_IS_REMARK = re.compile(rf"\A{_POINTER.pattern}|\A\([^()]*\)\Z|\A{_SAFEGUARD}", re.I)
# "Sec. 2. Purpose." in an order, "<u>Purpose</u>." or "*Purpose*.": a stop after what is marked.
_TAG = re.compile(r"</?[a-z][^<>]*>")
_SECTION = re.compile(r"(?:\A|\n)\W*(?:Sec(?:tion)?|Art(?:icle)?|Chapter|Part|§)\W{0,3}\d+[\w.]*\W*\Z")
_CAPITALISED = re.compile(r"\W*[A-Z][\w’'-]*(?:[\s,]+(?:[A-Z][\w’'-]*|[a-z]{1,3}|with|from)){0,9}\W*")
_MARKED_WHOLE = re.compile(r"\W*(?:<[a-z][^<>]*>[^<>]*</[a-z]+>|([*_]{1,3})[^*_]{1,80}\1)[.:]?\W*")


@dataclass(frozen=True, slots=True)
class Place:
    """The document a sentence stands in; asking: whether questions count as statements."""

    text: str
    title: str
    headings: Headings | None
    asking: bool

    @property
    def opening(self) -> str:
        """The first words, which say what all of a document is about."""
        return self.text[:_OPENING]

    def is_no_statement(self, span: Span) -> bool:
        sentence = self.text[span.start : span.end]
        if is_headline(sentence, self.title) or is_remark(sentence, asking=self.asking):
            return True
        if _ATTENDANCE.match(sentence) or self._heads_it(span) or self._heads_section(span):
            return True
        return self.headings is not None and self.headings.hold(span)

    def _heads_it(self, span: Span) -> bool:
        """Whether a stretch is a line without a stop at the top of a text of sentences: its headline."""
        line = self.text[self.text.rfind("\n", 0, span.start) + 1 : span.end]
        alone = (
            self.text[span.end : span.end + 1] in ("\n", "")
            and line.strip() == self.text[span.start : span.end]
        )
        if span.end > _TOP or not alone or not _HEADLINE.fullmatch(line):
            return False
        return len(_STOP.findall(self.text)) >= _SENTENCES

    def _heads_section(self, span: Span) -> bool:
        """Whether a stretch is but what a section is called: "Sec. 2. Purpose."."""
        sentence = _TAG.sub("", self.text[span.start : span.end])
        if not _CAPITALISED.fullmatch(sentence):
            return False
        before = self.text[max(0, span.start - _OPENING) : span.start]
        return bool(
            _MARKED_WHOLE.fullmatch(self.text, span.start, span.end) or _SECTION.search(_TAG.sub("", before))
        )


def is_remark(sentence: str, *, asking: bool) -> bool:
    return bool(_IS_REMARK.search(sentence)) or (not asking and bool(ASKS.search(sentence)))
