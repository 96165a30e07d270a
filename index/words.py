"""Words of a text as search compares them: case-folded, stemmed, East Asian text in pairs of characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from index.documents import Span

_EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"  # U.S., D.P.R.K.
    rf"|[{_EAST_ASIAN}]+"
    rf"|\d+(?:[.,]\d+)*"
    rf"|[^\W_{_EAST_ASIAN}]+(?:['’][^\W\d_{_EAST_ASIAN}]+)*"
)
_IS_EAST_ASIAN = re.compile(f"[{_EAST_ASIAN}]")
_SENTENCE = 2000  # characters of a text that is worth remembering
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
# British and American spelling are one word; a false pair ("devise", "devize") costs nothing.
_SPELLINGS = (
    (re.compile(r"(?<=\w{4})is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})our(s|ed|ing|able|ite|ites|al|hood|hoods|ly)?$"), r"or\1"),
    (re.compile(r"(?<=\w{3})tre(s|d)?$"), r"ter\1"),
    (re.compile(r"(?<=defen|offen|licen|reten)ce(s)?$"), r"se\1"),
    (re.compile(r"(?<=gram)me(s)?$"), r"\1"),
)
_STEMMER = snowballstemmer.stemmer("english")

# The closed classes of English (articles, pronouns, prepositions, conjunctions, auxiliaries) and the
# words questions are made of; they say nothing about what a text is about.
STOP_WORDS = frozenset(
    """a about above after again against all also am an and any are aren't as at be because been before
    being below between both but by can cannot could did didn't do does doesn't doing don't down during
    each else ever few for from further get give given had has have having he her here hers herself him
    himself his how however i if in into is isn't it its itself just let like many may me might more most
    much must my myself no nor not of off on once one only or other ought our ours ourselves out over own
    per please same shall she should since so some such than that the their theirs them themselves then
    there these they this those though through to too under until unto up upon us very was wasn't we were
    weren't what when where whether which while who whom whose why will with within without would yes yet
    you your yours yourself""".split()
)


@dataclass(frozen=True, slots=True)
class Word(Span):
    """A word and where it stands. ``stem`` is the form that is compared; ``stop`` marks closed classes."""

    stem: str
    stop: bool = False


def words(text: str) -> list[Word]:
    """The words of a text in order. East Asian runs give overlapping pairs of characters."""
    return list(_remembered(text) if len(text) <= _SENTENCE else _found(text))


@lru_cache(maxsize=4096)  # a question looks at a sentence three times
def _remembered(text: str) -> tuple[Word, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Word]:
    for match in _TOKEN.finditer(text):
        start, token = match.start(), match.group()
        if _is_east_asian(token):
            yield from (Word(start + i, start + i + len(pair), pair) for i, pair in enumerate(_pairs(token)))
            continue
        stem = stem_of(token)
        if stem:
            yield Word(start, match.end(), stem, is_stop(token))


def stems(text: str) -> list[str]:
    """The stems of a text in order, closed classes left out: those of ``words``, for a third of the time."""
    found: list[str] = []
    for token in _TOKEN.findall(text):
        found += _pairs(token) if _is_east_asian(token) else _indexed(token)
    return found


@lru_cache(maxsize=1 << 17)
def _indexed(token: str) -> tuple[str, ...]:
    """The stem of a token that is no East Asian run; nothing for a stop word."""
    stem = stem_of(token)
    return (stem,) if stem and not is_stop(token) else ()


@lru_cache(maxsize=1 << 17)
def stem_of(word: str) -> str:
    """The form under which a word is indexed: "Japan’s" → "japan", "U.S." and "US" → "u.s."."""
    if word == "US" or re.fullmatch(r"(?:[A-Za-z]\.){2,}", word):
        return word.lower() if "." in word else "u.s."
    folded = unicodedata.normalize("NFKC", _POSSESSIVE.sub("", word)).casefold()
    bare = _without_marks(folded)
    if not bare.isascii():
        return folded
    for spelling, other in _SPELLINGS:
        bare = spelling.sub(other, bare)
    return str(_STEMMER.stemWord(bare))


@lru_cache(maxsize=1 << 14)
def is_stop(word: str) -> bool:
    return word != "US" and word.lower().replace("’", "'") in STOP_WORDS


def _without_marks(word: str) -> str:
    """Latin letters without their accents, so that "Erdogan" finds "Erdoğan"."""
    parts = unicodedata.normalize("NFKD", word)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare if bare.isascii() else word


def _is_east_asian(token: str) -> bool:
    return not token.isascii() and _IS_EAST_ASIAN.match(token) is not None


def _pairs(run: str) -> list[str]:
    """Overlapping pairs of characters; a single character stands for itself."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
