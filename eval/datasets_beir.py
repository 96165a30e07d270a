"""BEIR's folders: ``corpus.jsonl``, ``queries.jsonl``, ``qrels/SPLIT.tsv`` (Thakur et al., NeurIPS 2021)."""

from __future__ import annotations

from pathlib import Path

from eval.datasets_base import Dataset, DatasetError, Text, records_of, value
from eval.trec import read_qrels

_PACKED = ("", ".xz", ".gz")


def read_beir(folder: Path, split: str | None = None) -> Dataset:
    """The judged queries of one split, "test" by default; ids are the data set's own.

    A text that is judged but not in the corpus stays judged: no search can find it, as in trec_eval.
    """
    texts: dict[str, Text] = {}
    for where, record in records_of(_file(folder, "corpus.jsonl")):
        id_ = value(record, "_id", str, where)
        if id_ in texts:
            raise DatasetError(f"{where}: {id_!r} is the _id of an earlier line")
        title = value(record, "title", str, where).strip() if record.get("title") else ""
        text = value(record, "text", str, where, blank=True)
        if not (title or text.strip()):
            raise DatasetError(f"{where}: has neither a title nor a text")
        # As in BEIR itself, the title is part of what is searched, not only what a text is called.
        texts[id_] = Text(id_, "", f"# {title}\n\n{text}" if title else text)
    queries: dict[str, str] = {}
    for where, record in records_of(_file(folder, "queries.jsonl")):
        id_ = value(record, "_id", str, where)
        if id_ in queries:
            raise DatasetError(f"{where}: {id_!r} is the _id of an earlier line")
        queries[id_] = value(record, "text", str, where)
    file = _qrels_file(folder, split or "test")
    qrels = {query: grades for query, grades in read_qrels(file).items() if max(grades.values()) > 0}
    unknown = sorted(qrels.keys() - queries.keys())
    if unknown:
        raise DatasetError(f"{file}: judges the query {unknown[0]!r}, which queries.jsonl does not hold")
    if not any(grades.keys() & texts.keys() for grades in qrels.values()):
        raise DatasetError(f"{file}: judges no text of the corpus")
    return Dataset(
        name=f"{folder.resolve().name} ({split or 'test'})",
        texts=tuple(texts.values()),
        queries={query: queries[query] for query in qrels},
        qrels=qrels,
    )


def _file(folder: Path, name: str) -> Path:
    for ending in _PACKED:
        if (folder / f"{name}{ending}").is_file():
            return folder / f"{name}{ending}"
    raise DatasetError(f"{folder} is no BEIR folder: it has no {name} (nor {name}.xz, {name}.gz)")


def _qrels_file(folder: Path, split: str) -> Path:
    file = folder / "qrels" / f"{split}.tsv"
    if not file.is_file():
        known = ", ".join(sorted(found.stem for found in (folder / "qrels").glob("*.tsv")))
        raise DatasetError(f"{folder} has no split {split!r}; it has: {known or 'none'}")
    return file
