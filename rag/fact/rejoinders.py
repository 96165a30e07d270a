"""What one speaker replied to another: "How did the minister answer Mr Kerr?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.collection import Collection
from index.documents import Document, Span
from rag.asked.asked_for import is_by, is_named
from rag.questions import Question
from rag.quotes import Statement
from rag.speakers import attribute, statements
from rag.topic.selection import Evidence

_REPLIES = re.compile(
    r"\b(?:repl(?:y|ied|ies|ying)|respon(?:d|ds|ded|ding|se)|answer(?:s|ed|ing)?|react(?:s|ed|ing)?"
    r"|reaction|retort(?:s|ed)?|rebut(?:s|ted)?|rebuttal|counter(?:s|ed)?|object(?:s|ed)?"
    r"|hit back|come back)\b",
    re.IGNORECASE,
)
_REACH = 1_200  # characters after somebody's words in which they are replied to
_NAMING = 0.9  # how sure it is that what names whom it answers replies to him
_SENTENCES = 6  # of one reply


def asks_reply(question: Question) -> bool:
    """Whether what a speaker replied to somebody may be asked for."""
    return bool(question.speaker and question.topic and _REPLIES.search(question.searched))


def rejoinders(question: Question, numbers: Sequence[int], collection: Collection) -> list[Evidence]:
    """The sentences of the speaker asked for that reply to whom the question names as its topic.

    numbers: the documents to read. [] where the topic is nobody who spoke in them.
    """
    found: list[Evidence] = []
    for number in numbers:
        document = collection.load(number)
        found += _in(document, number, question.speaker or "", question.topic)
    return found


def _in(document: Document, number: int, asked: str, other: str) -> Iterator[Evidence]:
    said = statements(document)
    labels = {one.speaker for one in said}
    theirs = {label for label in labels if is_by(asked, label, document.text)}
    others = {label for label in labels if is_by(other, label, document.text)} - theirs
    if not theirs or not others:
        return
    after = list(_next_words(said, theirs, others))
    for sentence in document.sentences:
        speaker, voice = attribute(said, sentence)
        if speaker not in theirs:
            continue
        names = is_named(other, document.text[sentence.start : sentence.end])
        replies = any(span.contains(sentence) or sentence.contains(span) for span in after)
        if names or replies:
            yield Evidence(number, sentence, 1.0 if replies else _NAMING, speaker, voice)


def _next_words(
    said: Sequence[Statement], theirs: set[str | None], others: set[str | None]
) -> Iterator[Span]:
    """The stretches in which the speaker asked for speaks directly after the other."""
    for at, one in enumerate(said[:-1]):
        following = said[at + 1]
        if one.speaker not in others or following.speaker not in theirs:
            continue
        if following.start - one.end > _REACH:
            continue
        last = at + 1
        while last + 1 < len(said) and said[last + 1].speaker == following.speaker and last - at < _SENTENCES:
            last += 1
        yield Span(following.start, said[last].end)
