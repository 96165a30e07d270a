"""The types that flow out of the collection: a document, a stretch of it, a ranked hit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of a text, counted in Unicode code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Furniture(Span):
    """A stretch of page furniture: never retrieved, never quoted, always shown as set aside.

    ``kind`` is one lower-case noun phrase a reader understands, such as "menu" or "advert".
    """

    kind: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a list of documents needs to know of one: everything but its text."""

    id: str
    title: str
    date: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the collection, with what was found in it when it was added.

    id: path relative to the folder that was added, with forward slashes; unique in a collection.
    source: where it was read from (absolute path).
    date: ISO 8601, as precise as the text states it ("2012-09-28", "2012-09", "2012"), or None.
    text: for plain text and Markdown the decoded file, unchanged; all offsets count into it.
    furniture: sorted, non-overlapping.
    sentences: sorted, non-overlapping, never touching furniture, without surrounding white space.
    notes: what a caller of ``Collection.add`` noted of the document for later, in a form of its own.
    """

    id: str
    source: str
    title: str
    date: str | None
    url: str | None
    text: str
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[Span, ...] = ()
    notes: str = ""

    @property
    def card(self) -> Card:
        return Card(self.id, self.title, self.date, self.url)


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrievable stretch of a document: whole sentences, at most one embedding window long."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by a search. ``rank`` counts from 1; a higher ``score`` is better."""

    passage: Passage
    score: float
    rank: int
