"""Sentences that bear on a question, and which of them are shown."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.collection import Collection
from index.documents import Span
from index.words import words
from rag.quotes import Voice
from rag.speakers import statements, told_by, touching
from rag.speech.reporting import REPORTING

DOCUMENTS_HEARD = 1000  # whose speakers are looked at when one is asked for
QUOTES_A_DOCUMENT = 12
_QUOTES = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that bears on the question; ``document`` is its number in the catalog.

    reworded: as of a quote.
    """

    document: int
    span: Span
    score: float
    speaker: str | None = None
    voice: Voice = "narration"
    reworded: str | None = None


def words_of(one: Evidence, collection: Collection) -> str:
    """The sentence as its document has it."""
    return collection.text(one.document)[one.span.start : one.span.end]


def first_documents(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence of the documents with the most of it: speakers are looked at one document at a time."""
    weight: dict[int, float] = {}
    for found in evidence:
        weight[found.document] = weight.get(found.document, 0.0) + found.score
    kept = frozenset(sorted(weight, key=lambda number: (-weight[number], number))[:DOCUMENTS_HEARD])
    return [found for found in evidence if found.document in kept]


def attributed(
    evidence: Sequence[Evidence], collection: Collection, asked: str, *, voiced: bool = False
) -> list[Evidence]:
    """With speaker and voice: of a sentence in which several speak, those of the words that were asked for.

    voiced: also of one in which one speaks in several voices: it is asked who said these very words.
    """
    wanted = frozenset(word.stem for word in words(asked) if not word.stop and not _reports(asked, word))
    spoken = []
    for number, group in groupby(evidence, key=lambda found: found.document):
        document = collection.load(number)
        said = statements(document)
        for found in group:
            heard = {(one.speaker, one.voice if voiced else "") for one in touching(said, found.span)}
            places = _standing(wanted, document.text, found.span) if len(heard) > 1 else []
            speaker, voice = told_by(document, found.span, places)
            spoken.append(replace(found, speaker=speaker, voice=voice))
    return spoken


def _reports(asked: str, word: Span) -> bool:
    """Is this word of a question the verb that it asks who said something with?"""
    return asked[word.start : word.end].lower() in REPORTING


def _standing(wanted: Container[str], text: str, span: Span) -> list[Span]:
    """Where in a stretch words of these stems stand."""
    return [
        Span(span.start + word.start, span.start + word.end)
        for word in words(text[span.start : span.end])
        if word.stem in wanted
    ]


def spread(evidence: Sequence[Evidence], collection: Collection) -> list[Evidence]:
    """Where more documents speak than can be quoted, one sentence of each of the newest."""
    speaking = {found.document for found in evidence}
    if len(speaking) * 2 <= _QUOTES:
        return list(evidence)
    newest = [number for number in reversed(collection.dated) if number in speaking][:_QUOTES]
    newest += [number for number in speaking if number not in newest][: _QUOTES - len(newest)]
    best: dict[int, Evidence] = {}
    for found in evidence:
        if found.document in newest:
            known = best.get(found.document)
            if known is None or (found.score, -known.span.start) > (known.score, -known.span.start):
                best[found.document] = found
    return list(best.values())


def strongest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The strongest of each document and of all, in the order of documents and text."""
    kept: list[Evidence] = []
    ordered = sorted(evidence, key=lambda found: found.document)
    for _, group in groupby(ordered, key=lambda found: found.document):
        kept += sorted(group, key=lambda found: (-found.score, found.span))[:QUOTES_A_DOCUMENT]
    kept = sorted(kept, key=lambda found: (-found.score, found.document, found.span))[:_QUOTES]
    return sorted(kept, key=lambda found: (found.document, found.span))
