"""Answers to questions: what is said next where a turn asks about the topic."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from index.collection import Collection
from index.documents import Document, Span
from rag.quotes import Statement
from rag.speakers import attribute, statements

_ASKING = ("?", "？")
_BROKEN_OFF = ("—", "–", "--", "…")
_BEGINS_TO_ASK = re.compile(
    r"(?:^|[,.!?—–]\s+)(?:(?:and|but|so)\s+)?(?:who|what|when|where|why|how|which|do|does|did|is|are|was|were"
    r"|has|have|had|will|would|can|could|should)\b",
    re.IGNORECASE,
)
# A name as a question hands the floor over, and asks nothing: "Ann?"
_HANDS_OVER = re.compile(r"(?<=[.!?…])\s+(?:[A-Z][\w’'-]+\s?){1,2}\?$")
# Words that open or close an answer, and a note on the scene: "Thank you.", "(Laughter.)".
_SAYS_NOTHING = re.compile(
    r"\W*(?:(?:okay|all right|well|yes|great|so)\W+)?(?:thank|thanks|good (?:morning|afternoon|evening)|hello"
    r"|hi\b|please|go ahead|next question|our next)\b|\W*\([^()]*\)\W*\Z",
    re.IGNORECASE,
)
_REACH = 500  # characters from what names the topic to the end of a turn that asks
_FIRST = 2  # sentences of an answer that are told to answer
_WORDS = 5  # of a sentence that says something; "It does." does not
_LETTERS = 12  # the same of a language without spaces
_FEW_WORDS = 3  # of one that may answer: "In two weeks."
_INTERRUPTED = 2  # times that whoever asks goes on after "Look, I —"
_CLOSING = " \n”\"’'»)]"


def replies(
    questions: Iterable[tuple[int, Span]], collection: Collection
) -> Iterator[tuple[int, Span, bool]]:
    """The sentences that may answer, and whether each is told to: of each turn that asks, those of the next
    speaker's, of which the first that say something are; of somebody who asks and goes on, the next ones.

    questions: document numbers and sentences that stand in turns which may ask something.
    """
    seen: set[tuple[int, int]] = set()
    for number, span in questions:
        text = collection.text(number)
        if not any(mark in text[max(0, span.start - _REACH) : span.end + _REACH] for mark in _ASKING):
            continue
        document = collection.load(number)
        yield from ((number, sentence, True) for sentence in _own_answer(document, span))
        answer = _answer(document, statements(document), span)
        if answer and (number, answer[0].start) not in seen:
            seen.add((number, answer[0].start))
            first = [span for span in answer if _tells(document.text[span.start : span.end])][:_FIRST]
            yield from ((number, sentence, sentence in first) for sentence in answer)


def _answer(document: Document, said: Sequence[Statement], span: Span) -> list[Span]:
    """The sentences of what another says directly after the turn that a sentence stands in, if it asks.

    Where the other is cut short, and whoever asked goes on, what is said after that.
    """
    # A sentence begins before what is said where the label of its turn is part of it.
    at = next((at for at, one in enumerate(said) if one.overlaps(span)), None)
    if at is None or said[at].voice != "direct":
        return []
    asker = said[at].speaker
    last = _last_of_turn(said, at)
    if not _asks(document.text, said, said[at], Span(span.start, said[last].end)):
        return []
    for _ in range(1 + _INTERRUPTED):
        at = last + 1
        if at >= len(said) or said[at].voice != "direct" or said[at].speaker in (None, asker):
            return []
        last = _last_of_turn(said, at)
        turn = _sentences(document, said[at : last + 1])
        if any(_may_answer(document.text[one.start : one.end]) for one in turn):
            return [one for one in turn if _may_answer(document.text[one.start : one.end])]
        at = last + 1
        if at >= len(said) or said[at].voice != "direct" or said[at].speaker != asker:
            return []
        last = _last_of_turn(said, at)
    return []


def _last_of_turn(said: Sequence[Statement], at: int) -> int:
    """The last statement of the turn, paragraph by paragraph, that a statement stands in."""
    while at + 1 < len(said) and (said[at + 1].speaker, said[at + 1].voice) == (
        said[at].speaker,
        said[at].voice,
    ):
        at += 1
    return at


def _asks(text: str, said: Sequence[Statement], asker: Statement, rest: Span) -> bool:
    """Whether a turn asks from a sentence on, up to its end."""
    turn = _HANDS_OVER.sub("", text[rest.start : rest.end].rstrip(_CLOSING))
    if len(turn) > _REACH:
        return False
    return (
        any(mark in turn for mark in _ASKING)
        or (turn.endswith(_BROKEN_OFF) and _BEGINS_TO_ASK.search(turn) is not None)
        or _interviews(text, said, asker)
    )


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
    for sentence in document.sentences[at : at + _FIRST]:
        same = attribute(said, sentence) == attribute(said, question)
        if "\n\n" in text[question.end : sentence.start] or not same:
            return
        if _tells(text[sentence.start : sentence.end]):
            yield sentence


def _sentences(document: Document, turn: Sequence[Statement]) -> list[Span]:
    """The sentences of a turn; the first of them may begin with its label."""
    start, end = turn[0].start, turn[-1].end
    at = max(0, bisect_left(document.sentences, Span(start, start)) - 1)
    found = []
    for sentence in document.sentences[at:]:
        if sentence.end > end:
            break
        if sentence.end > start and any(one.overlaps(sentence) for one in turn):
            found.append(sentence)
    return found


def _may_answer(sentence: str) -> bool:
    ends = sentence.rstrip(_CLOSING)
    if ends.endswith(_ASKING) or ends.endswith(_BROKEN_OFF) or _SAYS_NOTHING.match(sentence):
        return False
    return len(sentence.split()) >= _FEW_WORDS or _is_long(sentence)


def _tells(sentence: str) -> bool:
    if sentence.rstrip(_CLOSING).endswith(_ASKING):
        return False
    return len(sentence.split()) >= _WORDS or _is_long(sentence)


def _is_long(sentence: str) -> bool:
    return len(sentence) >= _LETTERS and not sentence.isascii() and " " not in sentence
