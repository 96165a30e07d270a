"""Things that are spoken of, with their words in ten languages, and which of them a topic names.

The tables are ``concepts.txt`` and, for states, cities and bodies, ``places.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.words import stem_of
from rag.abroad.inflections import COMPOUNDING, LATIN, fold, forms, tokens
from rag.topic import states

FOLDER = Path(__file__).parent
LANGUAGES = ("en", *LATIN, "ja", "ko", "zh")
EAST_ASIAN = frozenset(("ja", "ko", "zh"))


@dataclass(frozen=True, slots=True)
class Words:
    """An expression as a table writes it: its words folded, or its characters as they are.

    is_evidence: a sentence that holds it speaks of the thing. begins: only at the beginning of a compound.
    """

    written: str
    parts: tuple[str, ...]
    is_evidence: bool = True
    begins: bool = False

    @classmethod
    def of(cls, written: str, language: str) -> Words:
        bare = written.strip().lstrip("?").rstrip("- ").strip()
        parts = (bare,) if language in EAST_ASIAN else tuple(_parts(bare))
        return cls(bare, parts, written.strip()[:1] != "?", written.strip()[-1:] == "-")


def _parts(written: str) -> Iterator[str]:
    """Initials stay in capitals: "AI" is not the Italian "ai"."""
    for word, start, end in tokens(written):
        yield written[start:end] if written[start:end].isupper() and end - start > 1 else word


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing; cells: language → its expressions as a table writes them. is_name: of a state, a place,
    a body or a people."""

    cells: dict[str, tuple[str, ...]]
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The expressions of one language.

    first: a form of the first word of each → the expression and the number of its concept; in East Asian
    languages the whole of it. light: words that say little. parts: words that make compounds.
    """

    language: str
    first: dict[str, tuple[tuple[Words, int], ...]]
    light: frozenset[str]
    parts: frozenset[str]


@lru_cache(maxsize=1)
def concepts() -> tuple[Concept, ...]:
    """All of both tables, in their order."""
    found = [concept for row in _rows("concepts.txt") if row[0] != "-" for concept in _of_row(row)]
    names: dict[str, list[list[str]]] = {}
    for row in _rows("places.txt"):
        columns = [_members(row.split("|")[0], ";"), *map(_members, row.split("|")[1:])]
        known = names.setdefault(
            columns[0][0], [list(states.forms_of(columns[0][0])), *[[] for _ in columns[1:]]]
        )
        for mine, more in zip(known, columns, strict=True):
            mine.extend(more)
    return (*found, *(_concept(columns, is_name=True) for columns in names.values()))


def _of_row(row: str) -> Iterator[Concept]:
    columns = [_members(cell) for cell in row.lstrip("=").split("|")]
    if row[0] == "=":
        for words in zip(*columns, strict=True):
            yield _concept([[word] for word in words])
    else:
        yield _concept(columns)


def _concept(columns: Sequence[Sequence[str]], *, is_name: bool = False) -> Concept:
    cells = (tuple(dict.fromkeys(cell)) for cell in columns)
    return Concept(dict(zip(LANGUAGES, cells, strict=True)), is_name)


@lru_cache(maxsize=4096)
def expressions(number: int, language: str) -> tuple[Words, ...]:
    """What a concept is called in a language."""
    return tuple(Words.of(written, language) for written in concepts()[number].cells[language])


def _members(cell: str, mark: str = ",") -> list[str]:
    return [one.strip() for one in cell.split(mark) if one.strip()]


def _rows(file: str) -> Iterator[str]:
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            yield line


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """The expressions of a language, by the words they begin with."""
    first: dict[str, dict[tuple[Words, int], None]] = {}
    parts: set[str] = set()
    for number in range(len(concepts())):
        for words in (Words.of(written, language) for written in concepts()[number].cells[language]):
            for form in forms_of(words.parts[0], language) if words.parts else ():
                first.setdefault(form, {})[words, number] = None
                if language in COMPOUNDING and len(words.parts) == 1:
                    parts.add(form)
    ordered = {
        form: tuple(sorted(found, key=lambda one: -len(one[0].written))) for form, found in first.items()
    }
    return Lexicon(language, ordered, _light(language), frozenset(parts))


def _light(language: str) -> frozenset[str]:
    row = next(row for row in _rows("concepts.txt") if row[0] == "-")
    written = _members(row.lstrip("-").split("|")[LANGUAGES.index(language)])
    if language in EAST_ASIAN:
        return frozenset(written)
    return frozenset(form for one in written for form in forms_of(fold(one), language))


def forms_of(word: str, language: str) -> frozenset[str]:
    """The forms of a folded word; of an English one its stem, of initials and East Asian words themselves."""
    if word.isupper():
        return frozenset({word})
    if language == "en":
        return frozenset({stem_of(word)})
    return forms(word, language) if language in LATIN else frozenset({word})
