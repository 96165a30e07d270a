"""The passages nearest to a vector, and those that hold words, as of one commit.

A generation, with what was added since and without what went.
"""

from __future__ import annotations

import logging
from collections.abc import Collection as Container
from itertools import pairwise
from pathlib import Path

import numpy as np

from index import generations
from index.catalog import Catalog, Damaged, Generation
from index.dense import Exact, Numbers, Partitions, merged
from index.embedding import Vectors
from index.lexical import Lexical
from index.postings import Postings
from index.words import stems

_LOG = logging.getLogger(__name__)


class Nearest:
    """Dense search over everything that is in the catalog, brought up to date by ``update``.

    words: the same for words.
    """

    def __init__(self, catalog: Catalog, folder: Path) -> None:
        self.words = Lexical(catalog)
        self._catalog = catalog
        self._folder = folder
        self.is_damaged = False  # what is on the disk; it is done without
        self._generation = -1
        self._partitions: Partitions | None = None
        self._added: Exact | None = None
        self._numbers: list[Numbers] = []
        self._documents: list[Numbers] = []
        self._newest = 0
        self._removed = np.empty(0, np.int64)
        self._outside: Postings | None = None

    def update(self) -> None:
        """Take up what has been committed since; costs what has changed, not what there is."""
        current = self._catalog.generation()
        if current.number != self._generation:
            self._open(current)
        for numbers, documents, vectors in self._catalog.vectors(after=self._newest):
            if self._added is None:
                self._added = Exact(vectors.shape[1])
            self._added.add(numbers, vectors)
            self._numbers.append(numbers)
            self._documents.append(documents)
            self._newest = int(numbers[-1])
        self._removed = self._catalog.removed()
        self.words.update()

    def search(self, vector: Vectors, k: int, within: Numbers | None = None) -> dict[int, float]:
        """The ``k`` nearest passages to one vector (dimension,): number → cosine, best first."""
        rankings = []
        if self._partitions is not None:
            near = self._partitions.search(vector, k, within=within, without=self._removed)
            numbers, vectors = self._catalog.vectors_of(near)
            rankings.append(dict(zip(numbers.tolist(), (vectors @ vector).tolist(), strict=True)))
        if self._added is not None:
            rankings.append(self._added.search(vector, k, within=within, without=self._removed))
        return merged(rankings, k)

    def owners(self, passages: Numbers) -> Numbers:
        """The documents (n,) of these passages (n,)."""
        if not len(passages):
            return np.empty(0, np.int64)
        if len(self._numbers) > 1:
            self._numbers = [np.concatenate(self._numbers)]
            self._documents = [np.concatenate(self._documents)]
        found: Numbers = self._documents[0][np.searchsorted(self._numbers[0], passages)]
        return found

    def by_document(self, passages: Numbers) -> list[tuple[int, list[int]]]:
        """Passages, whose numbers ascend, under the document that each group of them belongs to."""
        owners = self.owners(passages)
        starts = np.flatnonzero(np.diff(owners, prepend=-1)).tolist()
        every = passages.tolist()
        return [
            (owner, every[start:end])
            for owner, (start, end) in zip(
                owners[starts].tolist(), pairwise([*starts, len(every)]), strict=True
            )
        ]

    def documents_with(self, word: str) -> set[int]:
        """The documents in whose text or title a word may stand anywhere, gone ones among them."""
        known = stems(word)
        if self._outside is None or not known or not len(self._outside):
            return set(self._catalog.holding(word))
        outside = self._outside
        each = (
            {
                *self.owners(self.words.holding([stem])).tolist(),
                *outside.numbers[outside.rows_with([stem], 1)].tolist(),
            }
            for stem in known
        )
        return set.intersection(*each).union(self._catalog.holding(word, after=int(outside.numbers[-1])))

    def passages_of(self, documents: Container[int]) -> Numbers:
        """The numbers of the passages of these documents."""
        wanted = np.fromiter(documents, np.int64)
        chosen = [
            numbers[np.isin(owners, wanted)]
            for numbers, owners in zip(self._numbers, self._documents, strict=True)
        ]
        return np.concatenate(chosen) if chosen else np.empty(0, np.int64)

    def _open(self, current: Generation) -> None:
        self._partitions = self._added = self._outside = None
        self._numbers, self._documents = [], []
        self._newest = 0
        self.words.open(None)
        self.is_damaged = False
        if current.file is not None:
            try:
                found = generations.opened(self._folder, current)
                self._partitions, self._newest = found.partitions, current.newest
                self._numbers, self._documents = [found.numbers], [found.documents]
                self.words.open(found.postings)
                self._outside = found.outside
            except Damaged as damage:
                self.is_damaged = True
                # The vectors are in the catalog: the answers are the same, and take longer.
                _LOG.warning(
                    "%s; searching without it. Make it anew with: ontherecord check --repair", damage
                )
        self._generation = current.number
