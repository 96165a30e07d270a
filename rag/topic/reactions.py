"""What somebody says of a thing that his text has named before and he takes up by a plain word: "The minister
defended the figure", below what tells of the fund that the figure is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.collection import Collection
from index.documents import Document, Span
from rag.asked.asked_for import is_by_in
from rag.asked.wording import one_of
from rag.speakers import told_by
from rag.topic.selection import Evidence

# What people make, and a text calls by this word alone once it has told which one it is.
MADE = one_of(
    """package, plan, offer, proposal, decision, pledge, promise, deal, agreement, accord, pact, bill,
    law, reform, budget, report, study, findings, letter, statement, ruling, verdict, judge?ment,
    motion, resolution, measures?, scheme, programme, program, cap, ban, cuts?, increase, closure,
    move, idea, demands?, request, announcement, appeal, warning, criticism, accusations?,
    allegations?, claims?, figures?, sum, compromise, draft, vote, project"""
)
_REACTED = re.compile(
    rf"\b(?:defend|welcom|reject|criticis|criticiz|prais|attack|condemn|dismiss|back|support|oppos|question|call"
    r"|describ|hail|denounc|endors|explain|justif|applaud|regret|deni|disput|accept)(?:e|ed|es|s|ied|ies)"
    rf"\s(?:the|this|that|these|those)\s(?:[a-z-]+\s)?{MADE}\b"
)
_REACH = 1_500  # characters behind what names the thing
_SCORE = 0.6


def taken_up(asked: str, on_topic: Sequence[Evidence], collection: Collection) -> list[Evidence]:
    """What is in the words of whom a question asks for, in a paragraph in which he takes up a thing that is
    spoken of not far before."""
    found: dict[tuple[int, Span], Evidence] = {}
    for one in on_topic:
        document = collection.load(one.document)
        for paragraph in _following(document, one.span):
            for span in _reacting(asked, document, paragraph):
                found.setdefault((one.document, span), Evidence(one.document, span, _SCORE))
    return list(found.values())


def _following(document: Document, span: Span) -> Iterator[Span]:
    """The paragraphs behind the one in which a sentence stands, as far as its thing is taken up."""
    start = document.text.find("\n\n", span.end)
    last = span.end + _REACH
    while 0 <= start < last:
        end = document.text.find("\n\n", start + 2)
        yield Span(start + 2, end if end >= 0 else len(document.text))
        start = end


def _reacting(asked: str, document: Document, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph from the one in which somebody takes up a thing, in his words."""
    sentences = [one for one in document.sentences if paragraph.contains(one)]
    first = next((one for one in sentences if _REACTED.search(document.text[one.start : one.end])), None)
    if first is None:
        return []
    theirs = [
        one
        for one in sentences
        if one.start >= first.start and is_by_in(asked, told_by(document, one)[0], document)
    ]
    # He is named where he reacts, or his are the very next words.
    reacts = theirs and (theirs[0] == first or sentences.index(theirs[0]) == sentences.index(first) + 1)
    return theirs if reacts else []
