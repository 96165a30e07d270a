"""Taking documents in: what stands in files and folders, read, cut, embedded and stored."""

from __future__ import annotations

import hashlib
import os
import time
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from index import dates, furniture, readers, titles
from index.catalog import SENTENCE_MARK, Catalog
from index.documents import Document, Span
from index.embedding import Embedder, Vectors
from index.passages import pack
from index.records import Entry
from index.sentences import sentences
from index.words import stems

Note = Callable[[Document], str]  # what is to be kept with a document
_Embedded = tuple[Vectors, list[Vectors]]  # of passages, and of the sentences of each in it
Progress = Callable[[int, int], object]  # files done, files in all; a file is done when it is stored
# Long enough to fill batches of like length, short enough to lose little when interrupted.
_PASSAGES_PER_COMMIT = 256
_PASSAGES_AT_FIRST = 32  # so that there is soon something to embed
_EMBEDDED_AT_ONCE = 2
# What turns a document into passages and words; another version of it makes other ones.
CHUNKING = "sentences-1"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not taken in, and why. ``named``: it was asked for by its own name."""

    path: str
    reason: str
    named: bool


@dataclass(slots=True)
class Report:
    """What an ``add`` did; documents by id."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    passages: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    id: str
    named: bool

    @property
    def source(self) -> str:
        return _as_id(str(self.path))


@dataclass(frozen=True, slots=True)
class _Prepared:
    document: Document
    sha256: str
    passages: list[list[Span]]  # the sentences of each

    @property
    def texts(self) -> list[tuple[str, list[Span]]]:
        """What ``embedded`` takes."""
        return [(self.document.text, sentences) for sentences in self.passages]


class Intake:
    """One ``add``: a writer's catalog, and what has been done with it so far."""

    def __init__(
        self,
        catalog: Catalog,
        embedder: Embedder,
        progress: Progress | None = None,
        note: Note | None = None,
    ) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._note = note
        self._progress = progress or (lambda _done, _total: None)
        self._known = catalog.hashes()
        self._taken = {id_ for id_, _ in self._known.values()}
        self._closed: list[Path] = []
        self._unstored = 0  # documents that have been read, but are not in the catalog yet
        self.report = Report()

    def run(self, paths: Sequence[Path]) -> Report:
        """Make the catalog hold what these files and folders hold now; commits as it goes."""
        started = time.perf_counter()
        files = list({file.path: file for path in paths for file in self._files(path)}.values())
        self._drop_vanished(paths, {file.source for file in files})
        # While batches are embedded, which leaves Python free, the next is read and the last is stored;
        # two at once, so that no processor waits for another at the end of a batch.
        with ThreadPoolExecutor(_EMBEDDED_AT_ONCE) as embedding:
            waiting: deque[tuple[list[_Prepared], Future[_Embedded]]] = deque()
            for batch in self._batches(files):
                if len(waiting) == _EMBEDDED_AT_ONCE:
                    self._commit(*waiting.popleft())
                texts = [text for prepared in batch for text in prepared.texts]
                waiting.append((batch, embedding.submit(embedded, self._embedder, texts)))
            while waiting:
                self._commit(*waiting.popleft())
        self._progress(len(files), len(files))
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _files(self, path: Path) -> Iterator[_File]:
        path = path.resolve()
        if path.is_file():
            yield _File(path, _as_id(path.name), named=True)
            return
        for folder, folders, names in os.walk(path, onerror=self._unreadable_folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if name.startswith(".") or file.suffix.lower() not in readers.SUFFIXES:
                    continue
                # A link that leads out of the folder would bring in what nobody asked for.
                if file.is_symlink() and not file.resolve().is_relative_to(path):
                    self._skip(file, "it is a link out of the folder", named=False)
                    continue
                yield _File(file, _as_id(file.relative_to(path).as_posix()), named=False)

    def _unreadable_folder(self, error: OSError) -> None:
        """What was added from a folder before is kept while it cannot be looked into."""
        folder = Path(error.filename)
        self._closed.append(folder)
        self._skip(folder, error.strerror or "it cannot be read", named=False)

    def _drop_vanished(self, paths: Sequence[Path], present: set[str]) -> None:
        folders = [path.resolve() for path in paths if path.is_dir()]
        vanished = [
            source
            for source in self._known
            if source not in present
            and any(Path(source).is_relative_to(folder) for folder in folders)
            and not any(Path(source).is_relative_to(folder) for folder in self._closed)
        ]
        if vanished:
            with self._catalog.transaction():
                self._catalog.drop(vanished)
        for source in vanished:
            id_, _ = self._known.pop(source)
            self._taken.discard(id_)
            self.report.removed.append(id_)

    def _prepare(self, file: _File) -> _Prepared | None:
        """Read one file; None when nothing is to be done with it."""
        known_id, known_hash = self._known.get(file.source, (None, None))
        try:
            if file.path.suffix.lower() not in readers.SUFFIXES:
                raise readers.Unreadable(f"only {', '.join(sorted(readers.SUFFIXES))} files can be read")
            data = readers.load(file.path)
            sha256 = hashlib.sha256(data).hexdigest()
            if known_id is not None and sha256 == known_hash:
                self.report.unchanged.append(known_id)
                return None
            source = readers.parse(data)
        except (readers.Unreadable, OSError) as error:
            reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
            kept = "; what it held when it was added before is kept" if known_id is not None else ""
            self._skip(file.path, reason + kept, named=file.named)
            return None
        prepared = self._derive(file, known_id or self._free_id(file), sha256, source)
        if not prepared:
            self._skip(file.path, "it holds no sentence that could be quoted", named=file.named)
            return None
        (self.report.added if known_id is None else self.report.changed).append(prepared.document.id)
        return prepared

    def _derive(self, file: _File, id_: str, sha256: str, source: readers.Source) -> _Prepared | None:
        """What is stored of a text but its vectors; None when nothing in it could be quoted."""
        document = _understand(file, id_, source)
        spans = pack(
            document.text, document.sentences, count=self._embedder.count, limit=self._embedder.window
        )
        if self._note and spans:
            document = replace(document, notes=self._note(document))
        passages = [_sentences_within(document, span) for span in spans]
        return _Prepared(document, sha256, passages) if passages else None

    def derived(self, id_: str, source: str, sha256: str, text: str) -> Entry | None:
        """What is to be stored of a document of which only the text can be trusted."""
        file = _File(Path(source), id_, named=True)
        prepared = self._derive(file, id_, sha256, readers.parse(text.encode("utf-8")))
        if not prepared:
            return None
        return _entry(prepared, embedded(self._embedder, prepared.texts))

    def _batches(self, files: Sequence[_File]) -> Iterator[list[_Prepared]]:
        """What is to be taken in of these files, in order, as much as is stored at a time."""
        batch: list[_Prepared] = []
        enough = _PASSAGES_AT_FIRST
        for read, file in enumerate(files):
            self._progress(read - self._unstored, len(files))
            prepared = self._prepare(file)
            if prepared:
                batch.append(prepared)
                self._unstored += 1
            if sum(len(entry.passages) for entry in batch) >= enough:
                yield batch
                batch = []
                enough = min(2 * enough, _PASSAGES_PER_COMMIT)
        if batch:
            yield batch

    def _commit(self, batch: Sequence[_Prepared], embedding: Future[_Embedded]) -> None:
        """Store what has been embedded; all of it is in the catalog afterwards, or nothing."""
        vectors, parts = embedding.result()
        at = 0
        with self._catalog.transaction():
            for prepared in batch:
                end = at + len(prepared.passages)
                self._catalog.put(_entry(prepared, (vectors[at:end], parts[at:end])))
                at = end
        self._unstored -= len(batch)
        self.report.passages += len(vectors)

    def _free_id(self, file: _File) -> str:
        """The file's id; when another folder brought in the same, with the folder's name before it."""
        id_ = file.id
        count = 1
        root = file.path.parents[file.id.count("/")].name
        while id_ in self._taken:
            id_ = f"{_as_id(root)}{'' if count == 1 else f'~{count}'}/{file.id}"
            count += 1
        self._taken.add(id_)
        return id_

    def _skip(self, path: Path, reason: str, *, named: bool) -> None:
        self.report.skipped.append(Skipped(_as_id(str(path)), reason, named))


def _understand(file: _File, id_: str, source: readers.Source) -> Document:
    """What the text itself tells: furniture, title, date and sentences."""
    aside = furniture.find(source.text)
    metadata = source.metadata
    url = metadata.get("url") or metadata.get("source_url")
    return Document(
        id=id_,
        source=file.source,
        title=titles.find(source.text, aside, metadata, file.path.stem),
        date=dates.find(source.text, metadata, aside),
        url=url if url and url.startswith(("https://", "http://")) else None,
        text=source.text,
        furniture=aside,
        sentences=tuple(sentences(source.text, aside)),
    )


def embedded(embedder: Embedder, passages: Iterable[tuple[str, Sequence[Span]]]) -> _Embedded:
    """The vectors (passages, dimension) of passages, and of each those of its sentences in it.

    passages: of each the text of its document, and its sentences: it begins and ends with them.
    """
    texts, parts = [], []
    for text, spans in passages:
        start = spans[0].start
        texts.append(text[start : spans[-1].end])
        parts.append([Span(span.start - start, span.end - start) for span in spans])
    return embedder.embed(texts, parts)


def _entry(prepared: _Prepared, made: _Embedded) -> Entry:
    return entry_of(prepared.document, prepared.sha256, prepared.passages, *made)


def entry_of(
    document: Document,
    sha256: str,
    passages: Sequence[Sequence[Span]],
    vectors: Vectors,
    parts: Sequence[Vectors],
) -> Entry:
    """A document made ready to be stored: the sentences of its passages, the vectors of both."""
    return Entry(
        document=document,
        sha256=sha256,
        passages=passages,
        vectors=vectors,
        parts=parts,
        title_words=" ".join(stems(document.title)),
        passage_words=[words_of(document.text, passage) for passage in passages],
    )


def words_of(text: str, sentences: Iterable[Span]) -> str:
    """The words of a passage as they are indexed."""
    return f" {SENTENCE_MARK} ".join(" ".join(stems(text[part.start : part.end])) for part in sentences)


def _sentences_within(document: Document, span: Span) -> list[Span]:
    """The sentences of a passage; of one that was cut for its length, the part in the passage."""
    first = bisect_right(document.sentences, span.start, key=lambda sentence: sentence.end)
    found = []
    for sentence in islice(document.sentences, first, None):
        if sentence.start >= span.end:
            break
        found.append(Span(max(sentence.start, span.start), min(sentence.end, span.end)))
    return found


def _as_id(name: str) -> str:
    """A file name as text: bytes that are no character are written out, so that it can be stored."""
    return name.encode("utf-8", "backslashreplace").decode()
