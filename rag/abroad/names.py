"""Names of several words in news of six languages of Europe: where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from rag.abroad import roles as nouns
from rag.abroad import speech
from rag.abroad.clauses import STOPS, Clause
from rag.speech.given_names import is_given

_LONGEST_NAME = 7  # words
_FULL = 2  # words of a full name at least


class Run(NamedTuple):
    """Capitalised words ``[first, last)`` that can be a name."""

    first: int
    last: int
    name: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        return sum(word.lower() not in nouns.PARTICLES for word in self.name) >= _FULL


def runs(s: Clause, first: int, last: int) -> Iterator[Run]:
    """The runs of capitalised words in ``[first, last)``, without titles before and behind them."""
    spot = first
    while spot < last:
        if not _names(s, spot):
            spot += 1
            continue
        end = spot + 1
        while end < last and end - spot < _LONGEST_NAME:
            if _names(s, end):
                end += 1
                continue
            ahead = end
            while ahead < last and s.low[ahead] in nouns.PARTICLES and ahead - end < 2:
                ahead += 1
            if ahead == end or ahead >= last or not _names(s, ahead) or _is_of(s, end):
                break
            end = ahead + 1
        start = spot
        while start < end and (nouns.is_honorific(s.low[start]) or _is_title(s, start, end)):
            start += 1
        if start < end:
            yield Run(start, end, tuple(word.text for word in s.words[start:end]))
        spot = end


def _is_title(s: Clause, spot: int, end: int) -> bool:
    """Is this an office before a name, or alone behind its article? "Fischer" alone is somebody's name."""
    if not nouns.is_office(s.low[spot], s.language):
        return False
    before = s.at(spot - 1)
    tongue = s.language
    determined = (
        before in nouns.ARTICLES[tongue] or before in nouns.OWNING[tongue] or before in nouns.SOME[tongue]
    )
    described = before[:1].isalpha() and before.islower() and s.at(spot - 2) in nouns.ARTICLES[tongue]
    return spot + 1 < end or determined or described or not s.is_capital(spot)


def _is_of(s: Clause, end: int) -> bool:
    """Does the particle belong to no name: "Marloes | van | energiebedrijf"; "Minister … van Water"?"""
    return nouns.is_office(s.low[end - 1], s.language) or nouns.is_body(s.low[end - 1], s.language)


def _names(s: Clause, spot: int) -> bool:
    word = s.words[spot]
    if word.quote >= 0 or not word.text[0].isupper() or word.text[-1] in "'’":
        return False
    low, tongue = s.low[spot], s.language
    if spot == 0 or s.words[spot - 1].quote >= 0 or s.words[spot - 1].text in STOPS:
        known = (
            low in nouns.fillers(tongue) or low in nouns.PREPOSITIONS[tongue] or low in nouns.ARTICLES[tongue]
        )
        if (
            known
            or low in nouns.SOME[tongue]
            or low in nouns.OWNING[tongue]
            or low in speech.PRONOUNS[tongue]
        ):
            return False
        if low in speech.HAVE[tongue] or low in nouns.THEY:
            return False
        if low in speech.verbs(tongue) and not s.is_capital(spot + 1):
            return False
        if any(credit.split()[0] == low for credit in speech.CREDITS[tongue].split("|")):
            return False
    return not (
        nouns.is_honorific(low) and spot + 1 < len(s.words) and not s.words[spot + 1].text[0].isalpha()
    )


def after_complement(s: Clause, first: int, run: Run) -> Run | None:
    """ "ministra de Sanidad | Mónica García": the name that follows a complement without a comma."""
    if len(run.name) <= _FULL or not any(
        nouns.is_office(low, s.language) for low in s.low[first : run.first]
    ):
        return None
    for skip in range(1, len(run.name) - 1):
        if is_any_given(run.name[skip]):
            return Run(run.first + skip, run.last, run.name[skip:])
    plain = len(run.name) == _FULL + 1 and not any(word in nouns.PARTICLES for word in run.name)
    return Run(run.first + 1, run.last, run.name[1:]) if plain else None


def is_any_given(word: str) -> bool:
    """Is this a given name, with its accents or without?"""
    plain = "".join(c for c in normalize("NFD", word.lower()) if not combining(c))
    return is_given(word.lower()) or is_given(plain)
