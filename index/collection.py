"""The collection: documents go in and out, ranked passages and every mention of a word come back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Collection as Container
from contextlib import contextmanager
from functools import wraps
from math import inf, log
from pathlib import Path
from threading import RLock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import numpy as np

from index import generations, noting, parting
from index.catalog import Catalog, CatalogError
from index.dense import Numbers
from index.documents import Card, Document, Hit, Passage, Span
from index.embedding import DEFAULT_MODEL, Embedder, Vectors
from index.embedding_light import Adapter
from index.fusion import Fusion, reciprocal, weighted
from index.intake import CHUNKING, Intake, Note, Progress, Report
from index.memory import Memory
from index.mentions import Match, Mentions
from index.nearest import Nearest
from index.opening import check_model, opened
from index.parts import Parts, SentenceParts
from index.sharing import Busy, Turns, writing
from index.upgrade import CATALOG_FILE, make
from index.words import stems

__all__ = ["Busy", "Collection", "Fusion", "Match"]

_LOG = logging.getLogger(__name__)
_DEPTH = 200  # passages taken from each of the two rankings before they are fused
_LONGEST_QUERY = 24  # words; the rarest of a longer query say what it is about
_SENTENCES_KEPT = 50_000  # vectors of 1.5 kB
_DOCUMENTS_KEPT = 2048  # in memory, so that the next question need not read them again
_TEXT_KEPT = 200_000_000  # characters, likewise
_FINDINGS_KEPT = 64
_QUERIES_KEPT = 256


P = ParamSpec("P")
R = TypeVar("R")


def _of_one_commit(
    method: Callable[Concatenate[Collection, P], R],
) -> Callable[Concatenate[Collection, P], R]:
    """A method that reads everything it reads from one and the same commit."""

    @wraps(method)
    def within(collection: Collection, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with collection.reading():
            return method(collection, *args, **kwargs)

    return within


class Collection:
    """A folder that holds a catalog of documents, and what is needed to find things in them."""

    def __init__(self, folder: Path, embedder: Embedder | None = None) -> None:
        self.folder = folder
        self._catalog = opened(folder)
        self._settings = self._catalog.settings()
        self._embedder = embedder or Embedder(self._settings["model"])
        self._lock = RLock()
        self._turns = Turns(folder / CATALOG_FILE, self._catalog, self._take_up)
        self._nearest = Nearest(self._catalog, folder)
        self._nearest_version = -1
        self._version = -1
        self._documents: Memory[int, Document] = Memory(_DOCUMENTS_KEPT)
        self._texts: Memory[int, str] = Memory(_TEXT_KEPT, len)
        self._parts = SentenceParts(self._catalog)
        self._findings: Memory[Hashable, Any] = Memory(_FINDINGS_KEPT)
        self._query_vectors: Memory[str, Vectors] = Memory(_QUERIES_KEPT)
        self._sentence_vectors: dict[str, Vectors] = {}
        self._model_checked = False
        self.refresh()

    @classmethod
    def create(cls, folder: Path, embedder: Embedder | None = None) -> Collection:
        """Open the collection in ``folder``, made empty first where there is none."""
        if not (folder / CATALOG_FILE).is_file():
            embedder = embedder or Embedder(DEFAULT_MODEL)
            settings = {"model": embedder.name, "weights": embedder.fingerprint, "chunking": CHUNKING}
            try:
                folder.mkdir(parents=True, exist_ok=True)
                with writing(folder):
                    make(folder, settings)
            except OSError as error:
                raise CatalogError(f"no collection can be made at {folder}: {error.strerror}") from error
        return cls(folder, embedder)

    @property
    def model(self) -> str:
        """The name of the embedding model that made the vectors."""
        return self._settings["model"]

    def close(self) -> None:
        self._turns.close()
        self._catalog.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Whatever is asked within is answered from one commit, whatever other processes do meanwhile.

        Takes up what has been committed before; what is committed within is seen the next time.
        """
        with self._turns.reading():
            yield

    def refresh(self) -> None:
        """Take up what has been committed since, by any process; cheap when nothing has."""
        with self.reading():
            pass

    def _take_up(self) -> None:
        version = self._catalog.version
        if version == self._version:
            return
        self._cards = self._catalog.cards()
        self._numbers = {card.id: number for number, card in self._cards.items()}
        # A changed document has a new number, so what is remembered under a number stays right.
        self._documents.forget(but=self._cards)
        self._texts.forget(but=self._cards)
        self._parts.forget(but=self._cards)
        self._findings.forget()
        self._rarities: dict[str, float] = {}
        self._size = self._catalog.size()
        self._version = version

    @property
    def cards(self) -> dict[int, Card]:
        """Number → card of every document in the order of dates, the undated last."""
        return self._cards

    @property
    def dated(self) -> list[int]:
        """The numbers of the documents that have a date, in its order."""
        return [number for number, card in self._cards.items() if card.date]

    def document(self, id_: str) -> Document:
        """Raises KeyError for an id that is not in the collection."""
        return self.load(self._numbers[id_])

    def number(self, id_: str) -> int:
        """The catalog's number of a document; raises KeyError as ``document`` does."""
        return self._numbers[id_]

    def load(self, number: int) -> Document:
        """The document with this number; raises KeyError when there is none (any more)."""
        return self._documents.get(number, lambda: self._catalog.document(number))

    def text(self, number: int) -> str:
        """The text of a document, remembered; cheaper than ``load``. Raises KeyError likewise."""
        return self._texts.get(number, lambda: self._catalog.text(number))

    def remembered(self, key: Hashable, find: Callable[[], R]) -> R:
        """What ``find`` finds in the collection, found once for as long as nothing is added or removed."""
        return cast(R, self._findings.get(key, find))

    @_of_one_commit
    def search(
        self,
        query: str,
        k: int = 10,
        *,
        fusion: Fusion = "weighted",
        within: Container[int] | None = None,
    ) -> list[Hit]:
        """The ``k`` passages that fit a query best; ``within`` keeps to the documents of these numbers."""
        self.refresh()
        depth = max(k, _DEPTH)
        chosen = None if within is None else self._passages_of(within)
        dense = {} if fusion == "lexical" else self._search_dense(query, depth, chosen)
        lexical = {} if fusion == "dense" else self._search_lexical(query, depth, chosen)
        if fusion == "weighted" and dense and lexical:
            scores = weighted(*self._completed(query, dense, lexical))
        else:
            scores = reciprocal(dense, lexical) if fusion == "rrf" else {**dense, **lexical}
        best = sorted(scores, key=lambda number: (-scores[number], number))[:k]
        rows = self._catalog.rows(best)
        return [
            Hit(Passage(self.load(row.document), row.start, row.end), scores[number], rank)
            for rank, (number, row) in enumerate(rows.items(), start=1)
        ]

    def matches(
        self, words: Iterable[str], passages: Sequence[tuple[int, Sequence[int]]] | None = None
    ) -> list[tuple[int, Iterator[Match]]]:
        """The documents with a sentence that holds one of the given stems; for each its sentences.

        The number of the document and its matches in order, read only as far as they are asked for.
        passages: of each document those that are looked at, in the order wanted.
        """
        wanted = frozenset(words)
        if passages is None:
            passages = self.by_document(self.passages_with(wanted))
        return Mentions(self._catalog, wanted, passages).by_document()

    def passages_with(self, stems: Iterable[str], *, titles: bool = False) -> Numbers:
        """The numbers (n,), ascending, of the passages whose text holds any of these stems; titles: or
        whose document's title does."""
        return self._index().words.holding(stems, in_text=not titles)

    def owners(self, passages: Numbers) -> Numbers:
        """The documents (n,) of these passages (n,)."""
        return self._index().owners(passages)

    def by_document(self, passages: Numbers) -> list[tuple[int, list[int]]]:
        """Passages, whose numbers ascend, under the document that each group of them belongs to."""
        return self._index().by_document(passages)

    def with_words(self, stems: Iterable[str]) -> frozenset[int]:
        """The documents that hold all of these stems in their titles and sentences."""
        index = self._index()
        holding = (index.owners(index.words.holding([stem])) for stem in stems)
        return frozenset.intersection(*(frozenset(documents.tolist()) for documents in holding))

    def holding(self, word: str) -> frozenset[int]:
        """The documents in whose text or title a word stands anywhere, be it in furniture or a label.

        Among them can be some with only other forms of the word or, in a small collection, with a longer
        word that holds it.
        """
        return frozenset(self._index().documents_with(word) & self._cards.keys())

    def vocabulary(self, prefix: str) -> list[str]:
        """Every stem of the collection that begins with ``prefix``."""
        return self._index().words.vocabulary(prefix)

    @property
    def size(self) -> int:
        """The number of passages."""
        return self._size

    def rarity(self, stem: str) -> float:
        """Inverse document frequency over passages: near 0 for a word in all of them, inf for an unknown."""
        if stem not in self._rarities:
            count = self._index().words.frequency(stem)
            self._rarities[stem] = log((self._size + 1) / (count + 0.5)) if count else inf
        return self._rarities[stem]

    def unusualness(self, word: str) -> float:
        """How uncommon a word is in the language, whatever this collection holds: 0 to about 3.5."""
        return self._embedder.unusualness(word)

    def sentence_vectors(self, texts: Sequence[str]) -> Vectors:
        """Vectors of sentences (len(texts), dimension), remembered."""
        self._check_model()
        new = [text for text in dict.fromkeys(texts) if text not in self._sentence_vectors]
        if len(self._sentence_vectors) + len(new) > _SENTENCES_KEPT:
            self._sentence_vectors.clear()
            new = list(dict.fromkeys(texts))
        if new:
            self._sentence_vectors.update(zip(new, self._embedder.encode(new, fast=False), strict=True))
        return np.stack([self._sentence_vectors[text] for text in texts])

    def passage_vectors(self, passages: Sequence[Passage]) -> Vectors:
        """Vectors of passages of the collection (len(passages), dimension), as they are stored."""
        return self._catalog.vectors_at((self._numbers[p.document.id], p.start) for p in passages)

    def sentence_parts(self, documents: Iterable[int]) -> dict[int, Parts]:
        """What the sentences of documents are about where they stand: number → its sentences, their vectors.

        The sentences in order, one that was cut for its length as its pieces; float32 (sentences, dimension),
        unit rows, zeros for a sentence beyond the model's window. A document without any is left out.
        """
        return self._parts.of(documents)

    def parts_of(self, passages: Sequence[Passage]) -> list[Parts]:
        """The same of each of these passages; raises KeyError for one of a document without any."""
        return [self._parts.within(self._numbers[p.document.id], Span(p.start, p.end)) for p in passages]

    def adapted_vector(self, text: str, adapter: Adapter) -> Vectors:
        """The vector (dimension,) of a text by the model with an adapter, of the length that it gives it."""
        self._check_model()
        return self._embedder.adapted_vector(text, adapter)

    def query_vector(self, query: str) -> Vectors:
        """The vector of one question (dimension,), remembered."""
        self._check_model()
        return self._query_vectors.get(query, lambda: self._embedder.encode([query], fast=False)[0])

    def add(
        self,
        paths: Sequence[Path],
        progress: Progress | None = None,
        note: Note | None = None,
        *,
        is_stale: Callable[[str], bool] | None = None,
    ) -> Report:
        """Make the collection hold what these files and folders hold now.

        New files are added, changed ones replaced, those that vanished from an added folder removed;
        an unchanged one costs no more than reading it. A document is in the collection, whole, from
        its commit on. note: called with each new document; what it gives is kept as its ``notes``.
        is_stale: told the beginning of the notes of the others; those it calls stale are noted again.
        Sentences whose vectors an earlier version has not kept get them.

        Raises CatalogError for a path that does not exist, before anything is done; Busy while
        another process writes.
        """
        for path in paths:
            if not path.exists():
                raise CatalogError(f"there is no file or folder {path}")
        with self._write() as catalog:
            self._check_model()
            report = Intake(catalog, self._embedder, progress, note).run(paths)
            if note is not None and is_stale is not None and noting.renew(catalog, note, is_stale, progress):
                self._documents.forget()
            parting.renew(catalog, self._embedder, progress)
            self._compact(catalog)
        self.refresh()
        return report

    def remove(self, ids: Sequence[str]) -> None:
        """Take documents out; raises KeyError, before anything is done, for an unknown id."""
        with self._write() as catalog:
            sources = {id_: source for source, (id_, _) in catalog.hashes().items()}
            chosen = [sources[id_] for id_ in ids]
            with catalog.transaction():
                catalog.drop(chosen)
            self._compact(catalog)
        self.refresh()

    @contextmanager
    def _write(self) -> Iterator[Catalog]:
        with writing(self.folder):
            catalog = Catalog(self.folder / CATALOG_FILE, write=True)
            try:
                yield catalog
            finally:
                catalog.close()

    def _compact(self, catalog: Catalog) -> None:
        """Make the dense index anew where that pays. The documents are stored whether it succeeds or not."""
        try:
            due = generations.is_due(catalog, self.folder, generations.EXACT_UP_TO)
            if due or self._nearest.is_damaged:
                generations.publish(catalog, self.folder, self._settings["weights"], generations.EXACT_UP_TO)
        except (OSError, CatalogError) as error:
            _LOG.warning("the dense index could not be written (%s); searches are exact, and slower", error)

    def _index(self) -> Nearest:
        with self._lock:
            if self._nearest_version != self._version:
                self._nearest.update()
                self._nearest_version = self._version
            return self._nearest

    def _search_dense(self, query: str, k: int, chosen: Numbers | None) -> dict[int, float]:
        return self._index().search(self.query_vector(query), k, chosen) if self._size else {}

    def _search_lexical(self, query: str, k: int, chosen: Numbers | None) -> dict[int, float]:
        known = self._known(query)
        return self._index().words.rank(known, k, chosen) if known else {}

    def _known(self, query: str) -> list[str]:
        """The stems of a query that the collection has, the rarest first."""
        terms = sorted(set(stems(query)), key=lambda stem: (-self.rarity(stem), stem))
        return [stem for stem in terms if self.rarity(stem) < inf][:_LONGEST_QUERY]

    def _completed(
        self, query: str, dense: dict[int, float], lexical: dict[int, float]
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Both rankings with the scores of what only the other came up with."""
        if only_lexical := lexical.keys() - dense.keys():
            numbers, vectors = self._catalog.vectors_of(only_lexical)
            cosines = (vectors @ self.query_vector(query)).tolist()
            dense = {**dense, **dict(zip(numbers.tolist(), cosines, strict=True))}
        if only_dense := dense.keys() - lexical.keys():
            lexical = {**lexical, **self._index().words.scores(self._known(query), only_dense)}
        return dense, lexical

    def _passages_of(self, within: Container[int]) -> Numbers:
        return self._index().passages_of(within)

    def _check_model(self) -> None:
        if not self._model_checked:
            check_model(self.folder, self._settings, self._embedder)
            self._model_checked = True
