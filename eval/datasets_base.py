"""What a data set holds, in whatever format it was written, and how its files are read: strictly."""

from __future__ import annotations

import gzip
import hashlib
import json
import lzma
import random
import reprlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, TypeVar
from urllib.parse import quote, unquote

from eval.gold import GoldQuestion
from eval.trec import Qrels

Type = TypeVar("Type")
HALVES = ("train", "test")
FITTING = "fitting"
_OPENERS: Mapping[str, Callable[..., IO[str]]] = {".xz": lzma.open, ".gz": gzip.open}


class DatasetError(ValueError):
    """A data set that cannot be read; the message names the file and the line or entry."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text to be found; it becomes one document of a collection."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Texts, and what is asked of them.

    queries, qrels: for retrieval, query id → its words, and → the grades of the texts that bear on it;
    a query without a text to find is not among them.
    gold: for answers, questions to be put to the chatbot; a format that knows no answers has none.
    """

    name: str
    texts: tuple[Text, ...]
    queries: Mapping[str, str]
    qrels: Qrels
    gold: tuple[GoldQuestion, ...] = ()

    def limited(self, limit: int | None, seed: int = 0) -> Dataset:
        """At most ``limit`` questions, drawn at random; all the texts stay."""
        ids = sorted({*self.queries, *(question.id for question in self.gold)})
        if limit is None or limit >= len(ids):
            return self
        drawn = frozenset(random.Random(seed).sample(ids, limit))  # noqa: S311 (a sample, no secret)
        return replace(
            self,
            queries={id_: text for id_, text in self.queries.items() if id_ in drawn},
            qrels={id_: grades for id_, grades in self.qrels.items() if id_ in drawn},
            gold=tuple(question for question in self.gold if question.id in drawn),
        )


def file_name(id_: str) -> str:
    """The id of the document that is made of a text; any id gives the name of a file."""
    return quote(id_, safe=" ()',").replace(".", "%2E") + ".md"


def text_id(document: str) -> str:
    """The id of the text that a document was made of."""
    return unquote(document.removesuffix(".md"))


def half_of(key: str) -> str:
    """The half that an article or a question is in: what ``rag/evidence.json`` learned from is "train"."""
    return HALVES[int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2]


def is_in(key: str, split: str | None) -> bool:
    """Whether an article or a question is in a half; "fitting" is the part of "train" that
    ``rag/fact/reader`` has not learned from, to which ``rag/fact/presence.json`` is fitted."""
    if split == FITTING:
        return half_of(key) == HALVES[0] and not is_read_of(key)
    return split is None or half_of(key) == split


def is_read_of(key: str) -> bool:
    """Whether an article or a question of the half "train" is one that ``rag/fact/reader`` learned from."""
    return half_of(f"reader {key}") == HALVES[0]


def lines_of(path: Path) -> Iterator[tuple[str, str]]:
    """Each line that is not blank, and where it stands; ``.xz`` and ``.gz`` are unpacked.

    Raises DatasetError for a file that is missing, damaged or not UTF-8.
    """
    number = 0
    try:
        with _OPENERS.get(path.suffix, open)(path, "rt", encoding="utf-8-sig", newline="\n") as opened:
            for number, line in enumerate(opened, start=1):
                if line.strip():
                    yield f"{path}, line {number}", line.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise DatasetError(f"{path}, near line {number + 1}: is not UTF-8 ({error.reason})") from error
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise DatasetError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def records_of(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line of a file of JSON lines as an object, and where it stands."""
    for where, line in lines_of(path):
        yield where, parsed(line, where)


def parsed(text: str, where: str) -> dict[str, Any]:
    """A JSON object; raises DatasetError for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{where}: is not JSON ({error})") from error
    if not isinstance(found, dict):
        raise DatasetError(f"{where}: is {reprlib.repr(found)}, not a JSON object")
    return found


def value(record: object, key: str, kind: type[Type], where: str, *, blank: bool = False) -> Type:
    """``record[key]``, which must be there and of this type; a text may be ``blank`` only if told so."""
    if not isinstance(record, dict):
        raise DatasetError(f"{where}: is {reprlib.repr(record)}, not a JSON object")
    if key not in record:
        raise DatasetError(f"{where}: lacks the key {key!r}")
    found = record[key]
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise DatasetError(f"{where}: {key!r} is {reprlib.repr(found)}, not {_NAMES[kind]}")
    if kind is str and not blank and not str(found).strip():
        raise DatasetError(f"{where}: {key!r} is blank")
    return found


_NAMES: Mapping[type, str] = {str: "a text", int: "a whole number", list: "a list", dict: "an object"}
