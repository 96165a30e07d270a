"""Answers to questions: what is said next where a turn that asks about the topic ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from index.collection import Collection
from index.documents import Document, Span
from rag.quotes import Statement
from rag.speakers import attribute, statements

_ASKING = ("?", "？")
# A name as a question hands the floor over, and asks nothing: "Ann?"
_HANDS_OVER = re.compile(r"(?<=[.!?…])\s+(?:[A-Z][\w’'-]+\s?){1,2}\?$")
_REACH = 500  # characters of a turn that asks somewhere in it; a longer one has to end by asking
_SENTENCES = 2  # of an answer that are told to answer
_WORDS = 5  # of a sentence that says something; "It does." does not
_LETTERS = 12  # the same of a language without spaces
_CLOSING = " \n”\"’'»)]"


def replies(questions: Iterable[tuple[int, Span]], collection: Collection) -> Iterator[tuple[int, Span]]:
    """The sentences that answer: of each turn that ends in a question, the next speaker's first ones; of
    somebody who asks and goes on, the next ones.

    questions: document numbers and sentences that stand in turns which may ask something.
    """
    seen: set[tuple[int, int]] = set()
    for number, span in questions:
        text = collection.text(number)
        if not any(mark in text[max(0, span.start - _REACH) : span.end + _REACH] for mark in _ASKING):
            continue
        document = collection.load(number)
        yield from ((number, sentence) for sentence in _own_answer(document, span))
        reply = _reply(document.text, statements(document), span)
        if reply is not None and (number, reply.start) not in seen:
            seen.add((number, reply.start))
            yield from ((number, sentence) for sentence in _first_sentences(document, reply))


def _reply(text: str, said: Sequence[Statement], span: Span) -> Statement | None:
    """What another says directly after the turn that the sentence stands in, if that turn asks."""
    # A sentence begins before what is said where the label of its turn is part of it.
    at = next((at for at, one in enumerate(said) if one.overlaps(span)), None)
    if at is None:
        return None
    asker = said[at]
    while at + 1 < len(said) and said[at + 1].speaker == asker.speaker and asker.speaker is not None:
        at += 1
    turn = _HANDS_OVER.sub("", text[asker.start : said[at].end].rstrip(_CLOSING))
    short = len(turn) <= _REACH and (any(mark in turn for mark in _ASKING) or _interviews(text, said, asker))
    if (
        not (short or turn.endswith(_ASKING))
        or at + 1 >= len(said)
        or {said[at].voice, said[at + 1].voice} != {"direct"}
    ):
        return None
    return said[at + 1] if said[at + 1].speaker not in (None, asker.speaker) else None


def _interviews(text: str, said: Sequence[Statement], asker: Statement) -> bool:
    """Whether a speaker mostly asks, so that even "So it is real." is meant to be answered."""
    turns = [text[one.start : one.end].rstrip(_CLOSING) for one in said if one.speaker == asker.speaker]
    return len(turns) > 1 and sum(turn.endswith(_ASKING) for turn in turns) * 2 > len(turns)


def _own_answer(document: Document, question: Span) -> Iterator[Span]:
    """What follows a question in its paragraph, in the words of whom it is by: "And the dykes? They hold"."""
    text = document.text
    if not text[question.start : question.end].rstrip(_CLOSING).endswith(_ASKING):
        return
    said = statements(document)
    at = bisect_left(document.sentences, question) + 1
    for sentence in document.sentences[at : at + _SENTENCES]:
        same = attribute(said, sentence) == attribute(said, question)
        if "\n\n" in text[question.end : sentence.start] or not same:
            return
        if _tells(text[sentence.start : sentence.end]):
            yield sentence


def _first_sentences(document: Document, reply: Statement) -> list[Span]:
    within = [span for span in document.sentences if reply.start <= span.start and span.end <= reply.end]
    first = [span for span in document.sentences if span.start < reply.start < span.end <= reply.end]
    telling = [span for span in [*first, *within] if _tells(document.text[span.start : span.end])]
    return telling[:_SENTENCES]


def _tells(sentence: str) -> bool:
    if sentence.rstrip(_CLOSING).endswith(_ASKING):
        return False
    long = len(sentence) >= _LETTERS and not sentence.isascii() and " " not in sentence
    return len(sentence.split()) >= _WORDS or long
