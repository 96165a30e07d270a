"""Signals of whether a sentence answers a question: what is asked, what stands there, what is missing.

Every signal is a number that depends on the question, the sentence and its passage alone, never on
how large the collection is, so that weights learned on one collection hold for another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log1p
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.words import stem_of, words

Rarity = Callable[[str], float]  # a word as written → 0 (common) to about 3.5 (seldom)

_NEGATIONS = frozenset(
    "no not never neither nor none nobody nothing without cannot unable lack lacks lacked lacking except "
    "fail fails failed refuse refuses refused unlike".split()
)
_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last final next previous former latter "
    "latest earliest only main original new old most least fewest more less fewer largest smallest highest "
    "lowest best worst greatest biggest longest shortest oldest newest youngest".split()
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million billion trillion dozen half several percent".split()
)
_DATE_WORDS = frozenset(
    "january february march april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday today yesterday tomorrow".split()
)
_DATE = re.compile(r"1\d{3}s?|20\d{2}s?|\d{1,2}(?:st|nd|rd|th)|\d0s")
_REASON = re.compile(
    r"\b(?:because|due to|since|as a result|in order to|so that|caused|led to|reasons?|result(?:ed|ing)? "
    r"(?:in|from)|thus|therefore|owing to)\b",
    re.IGNORECASE,
)
_PLACE_BEFORE = frozenset("in at from to near of the".split())
_ASKED = re.compile(
    r"\b(who|whom|whose|when|where|why"
    r"|how (?:many|much|long|old|far|large|big|tall|high|often|fast|deep|wide)|how|which|what)\b"
)
_KIND_WORDS = {
    "when": "year years century date decade month day time",
    "amount": "number percentage percent amount population proportion distance temperature share",
    "where": "country countries city cities place state location region county town continent area",
    "who": "person people king emperor president leader man woman author actor minister secretary official",
    "why": "reason reasons cause causes purpose",
}
_KIND_OF = {word: kind for kind, line in _KIND_WORDS.items() for word in line.split()}
_SHORTEST_ROOT = 5
_LONGEST_ENDING = 3
KINDS = ("who", "when", "where", "amount", "why", "how", "what", "other")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, the passage it stands in, and the cosine of each to the question."""

    text: str
    passage: str
    cosine: float
    passage_cosine: float


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as the signals see it; the tuples run over its words."""

    stems: tuple[str, ...]
    written: tuple[str, ...]
    lower: tuple[str, ...]
    content: tuple[bool, ...]
    names: tuple[bool, ...]
    numbers: tuple[bool, ...]
    dates: tuple[bool, ...]
    known: frozenset[str]
    ranks: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks for: its kind, and its content words with weight, name and number marks."""

    reading: _Reading
    kind: str
    stems: tuple[str, ...]
    weights: npt.NDArray[np.float64]
    names: npt.NDArray[np.bool_]
    numbers: npt.NDArray[np.bool_]


def signals(question: str, candidates: Sequence[Candidate], *, rarity: Rarity) -> npt.NDArray[np.float64]:
    """The signals of each candidate: (len(candidates), len(NAMES))."""
    asked = _asked(question, rarity)
    # Many candidates share a passage.
    around = {text: _coverage(asked, _read(text).known) for text in {one.passage for one in candidates}}
    rows = [_row(asked, candidate, around[candidate.passage]) for candidate in candidates]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))


def kind_of(question: str) -> str:
    """What a question asks for: one of KINDS."""
    lower = question.lower()
    match = _ASKED.search(lower)
    if not match:
        return "other"
    word = match.group(1)
    if word in ("who", "whom", "whose"):
        return "who"
    if word.startswith("how "):
        return "amount"
    if word in ("what", "which"):
        following = re.findall(r"[a-z]+", lower[match.end() :])[:2]
        return next((_KIND_OF[one] for one in following if one in _KIND_OF), "what")
    return word


def is_informal(question: str) -> bool:
    """Typed like a search query: letters, and not one of them a capital."""
    return question == question.lower() and question != question.upper()


def says_the_opposite(claim: str, text: str) -> bool:
    """Whether a text says the opposite of a claim by a word alone, neither of them being negated: that the
    levy was imposed, of a levy that "should be lifted"."""
    asked, said = _read(claim), _read(text)
    return not (asked.negated or said.negated) and _opposed(asked, said) > 0


def _row(asked: _Asked, candidate: Candidate, around: list[float]) -> list[float]:
    sentence, passage = _read(candidate.text), _read(candidate.passage)
    return [
        candidate.cosine,
        candidate.passage_cosine,
        *_coverage(asked, sentence.known),
        *around,
        float(len(asked.stems)),
        float(asked.names.sum()),
        *_contradictions(asked.reading, sentence, passage),
        *_kind(asked, sentence, candidate.text),
        *_order(asked, sentence),
    ]


_COVERAGE = (
    "covered",
    "rarest_missing",
    "missing",
    "names_missing",
    "numbers_missing",
    "others_covered",
    "only_names",
)
_CONTRADICTIONS = ("negation", "ranks_missing", "ranks_missing_passage", "opposites", "opposites_passage")
_KIND = ("kind_found", "kind_absent", "new_names", "new_numbers", "new_dates", "reason")
_ORDER = ("pairs", "near_pairs", "turned_pairs", "turned")
NAMES = (
    "cosine",
    "passage_cosine",
    *_COVERAGE,
    *(f"{name}_passage" for name in _COVERAGE),
    "words",
    "names",
    *_CONTRADICTIONS,
    *(f"asks_{kind}" for kind in KINDS),
    *_KIND,
    *_ORDER,
)


def _coverage(asked: _Asked, known: frozenset[str]) -> list[float]:
    """How much of what is asked a text holds, and what it lacks."""
    held = np.array([stem in known or _has_kin(stem, known) for stem in asked.stems], dtype=bool)
    lacking = asked.weights * ~held
    others = ~(asked.names | asked.numbers)
    return [
        1.0 - float(lacking.sum() / asked.weights.sum()),
        float(lacking.max()),
        float((~held).sum()),
        float((asked.names & ~held).sum()),
        float((asked.numbers & ~held).sum()),
        float(held[others].mean()) if others.any() else 1.0,
        float(others.any() and asked.names.any() and not held[others].any()),
    ]


def _has_kin(stem: str, known: frozenset[str]) -> bool:
    """Whether a text holds another word of the same root: "discoveri" (discovery) and "discov"."""
    root = stem[: max(_SHORTEST_ROOT, len(stem) - _LONGEST_ENDING)]
    return len(root) >= _SHORTEST_ROOT and any(
        other.startswith(root) and len(other) <= len(root) + _LONGEST_ENDING for other in known
    )


def _contradictions(asked: _Reading, sentence: _Reading, passage: _Reading) -> list[float]:
    """Near misses: a negation, a rank or an opposite on one side only."""
    return [
        float(asked.negated and not sentence.negated),
        float(len(asked.ranks - sentence.ranks)),
        float(len(asked.ranks - passage.ranks)),
        float(_opposed(asked, sentence)),
        float(_opposed(asked, passage)),
    ]


def _opposed(asked: _Reading, text: _Reading) -> int:
    table = opposites()
    return sum(
        stem not in text.known and not text.known.isdisjoint(table[stem])
        for stem in asked.stems
        if stem in table
    )


def _kind(asked: _Asked, sentence: _Reading, text: str) -> list[float]:
    """Whether the sentence adds something of the kind that is asked for."""
    new = [stem not in asked.reading.known for stem in sentence.stems]
    names = [a and b for a, b in zip(sentence.names, new, strict=True)]
    numbers = [a and b for a, b in zip(sentence.numbers, new, strict=True)]
    dates = [a and b for a, b in zip(sentence.dates, new, strict=True)]
    reason = bool(_REASON.search(text))
    placed = any(
        is_name and at > 0 and sentence.lower[at - 1] in _PLACE_BEFORE for at, is_name in enumerate(names)
    )
    found = {"who": any(names), "when": any(dates), "where": placed, "amount": any(numbers), "why": reason}
    met = found.get(asked.kind)
    return [
        *(float(asked.kind == kind) for kind in KINDS),
        float(met is True),
        float(met is False),
        log1p(sum(names)),
        log1p(sum(numbers)),
        log1p(sum(dates)),
        float(reason),
    ]


def _order(asked: _Asked, sentence: _Reading) -> list[float]:
    """Whether words that stand together in the question stand together, and in the same order."""
    content = [stem for stem, is_content in zip(sentence.stems, sentence.content, strict=True) if is_content]
    pairs = list(pairwise(asked.stems))
    close = set(pairwise(content))
    near = close | set(zip(content, content[2:], strict=False))
    place = {stem: at for at, stem in enumerate(content)}
    order = [place[stem] for stem in asked.stems if stem in place]
    crossings = sum(a > b for i, a in enumerate(order) for b in order[i + 1 :])
    possible = len(order) * (len(order) - 1) / 2
    return [
        sum(pair in close for pair in pairs) / max(len(pairs), 1),
        sum(pair in near for pair in pairs) / max(len(pairs), 1),
        float(sum((b, a) in near for a, b in pairs)),
        crossings / max(possible, 1),
    ]


@lru_cache(maxsize=64)
def _asked(question: str, rarity: Rarity) -> _Asked:
    reading = _read(question)
    chosen = [at for at, is_content in enumerate(reading.content) if is_content] or list(
        range(len(reading.stems))
    )
    # A question without a word has nothing that could be missing.
    stems = tuple(reading.stems[at] for at in chosen) or ("",)
    weights = [0.3 + rarity(reading.written[at]) for at in chosen] or [1.0]
    return _Asked(
        reading,
        kind_of(question),
        stems,
        np.array(weights),
        np.array([reading.names[at] for at in chosen] or [False], dtype=bool),
        np.array([reading.numbers[at] for at in chosen] or [False], dtype=bool),
    )


@lru_cache(maxsize=8192)
def _read(text: str) -> _Reading:
    found = words(text)
    written = tuple(text[word.start : word.end] for word in found)
    lower = tuple(word.lower().replace("’", "'") for word in written)
    base = irregular()
    stems = tuple(base.get(word.stem, word.stem) for word in found)
    digits = [any(character.isdigit() for character in word) for word in written]
    return _Reading(
        stems=stems,
        written=written,
        lower=lower,
        content=tuple(not word.stop for word in found),
        names=tuple(
            _is_name(written, at) and not word.stop and not digits[at] for at, word in enumerate(found)
        ),
        numbers=tuple(digit or word in _NUMBER_WORDS for digit, word in zip(digits, lower, strict=True)),
        dates=tuple(word in _DATE_WORDS or bool(_DATE.fullmatch(word)) for word in lower),
        known=frozenset(stems),
        ranks=frozenset(lower) & _RANKS,
        negated=any(word in _NEGATIONS or word.endswith("n't") for word in lower),
    )


def _is_name(written: Sequence[str], at: int) -> bool:
    """Capitalised; at the start of a text only when the next word is capitalised too."""
    if not written[at][:1].isupper():
        return False
    return at > 0 or (len(written) > 1 and written[1][:1].isupper())


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[str]]:
    """A stem → the stems of words that say the opposite."""
    table: dict[str, set[str]] = {}
    base = irregular()
    for pair in _table("opposites.txt"):
        one, other = (base.get(stem, stem) for stem in pair)
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    return {stem: frozenset(others) for stem, others in table.items()}


@lru_cache(maxsize=1)
def irregular() -> dict[str, str]:
    """The stem of an irregular form → the stem of its base form."""
    return {form: base for base, *forms in _table("irregular_verbs.txt") for form in forms}


def _table(name: str) -> list[list[str]]:
    """The stems of each line of a table beside this file."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [[stem_of(word) for word in line.split()] for line in lines if line and not line.startswith("#")]
