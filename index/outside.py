"""The words of documents that stand in no sentence: labels of speakers, captions, lists, furniture.

A search ranks passages, which are made of sentences. That somebody is named anywhere in a document, if
only as the label of a turn, is another question; without these postings it takes reading every text.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.catalog import Catalog
from index.postings import Postings
from index.words import stems


def outside(catalog: Catalog, after: int = 0) -> Postings:
    """The words outside the sentences of the documents numbered above ``after``; a row is a document."""
    return Postings.of((number, "", " ".join(words)) for number, words in _outside(catalog, after))


def _outside(catalog: Catalog, after: int) -> Iterator[tuple[int, list[str]]]:
    for number, text, sentences in catalog.texts(after):
        gaps, reached = [], 0
        for start, end in [*sentences, [len(text), len(text)]]:
            gaps.append(text[reached:start])
            reached = max(reached, end)
        yield number, stems("\n".join(gap for gap in gaps if not gap.isspace()))
