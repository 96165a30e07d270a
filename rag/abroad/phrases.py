"""Noun phrases in six languages of Europe: where they end, what their head is, how they read."""

from __future__ import annotations

from rag.abroad import roles as nouns
from rag.abroad import speech
from rag.abroad.clauses import STOPS, Clause

_LONGEST_ROLE = 9  # words


def phrase_end(s: Clause, first: int, last: int) -> int:
    """Where the noun phrase that begins here ends: before a comma, a verb or a relative clause."""
    spot = first
    while spot < last:
        word = s.words[spot]
        if word.quote >= 0 or word.text in STOPS or word.text in ",;:()–—":
            break
        if spot > first and (
            spot in s.verbs or s.low[spot] in speech.THAT or s.low[spot] in speech.HAVE[s.language]
        ):
            break
        spot += 1
    return spot


def head_of(s: Clause, first: int, stop: int) -> int | None:
    """The noun of a phrase: behind adjectives, before what depends on it."""
    nouns_found = []
    for spot in range(first, stop):
        low = s.low[spot]
        if low in nouns.PREPOSITIONS[s.language]:
            break
        if low in nouns.ARTICLES[s.language] and spot > first:
            break
        nouns_found.append(spot)
    if not nouns_found:
        return None
    for spot in nouns_found:
        if nouns.is_office(s.low[spot], s.language) or nouns.is_body(s.low[spot], s.language):
            return spot
    if s.language == "de":
        return next((spot for spot in nouns_found if s.is_capital(spot)), None)
    if s.language == "nl":
        return nouns_found[-1]
    return nouns_found[0]


def role_end(s: Clause, noun: int, end: int) -> int:
    while (
        (end > noun and s.words[end - 1].text in (",", "("))
        or nouns.is_honorific(s.low[end - 1])
        or s.low[end - 1] == "."
    ):
        end -= 1
    return end


def apposed(s: Clause, spot: int) -> str:
    """The office behind a name: "Ana Ruiz, | alcaldesa de Lorca |, dijo"."""
    if s.at(spot) not in (",", "("):
        return ""
    first = spot + 1
    while s.at(first) in nouns.ARTICLES[s.language]:
        first += 1
    if not nouns.is_office(s.at(first), s.language):
        return ""
    last = first
    while last < len(s.words) and last - first < _LONGEST_ROLE:
        if s.words[last].quote >= 0 or s.words[last].text in STOPS or s.words[last].text in ",()":
            break
        last += 1
    return words_of(s, first, last)


def words_of(s: Clause, first: int, last: int) -> str:
    """The words of a stretch as the text has them, on one line."""
    pieces: list[str] = []
    for spot in range(first, last):
        word = s.words[spot]
        glued = pieces and s.words[spot - 1].end == word.start
        text = word.text if spot or s.language == "de" or s.is_capital(1) else s.low[spot]
        pieces.append(text if glued or not pieces else f" {text}")
    return "".join(pieces).strip(" ,(")
