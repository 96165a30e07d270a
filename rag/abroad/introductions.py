"""Persons whom news in six languages of Europe introduces: in full, with the office beside the name."""

from __future__ import annotations

from rag.abroad import roles as nouns
from rag.abroad.clauses import COMMAS, STOPS, Clause
from rag.abroad.names import after_complement, is_any_given, runs
from rag.abroad.people import People
from rag.abroad.phrases import apposed, role_end, words_of
from rag.abroad.subjects import learn

_LONGEST_ROLE = 9  # words


def enlist_all(s: Clause, people: People) -> None:
    """Records whoever a sentence names in full with an office beside the name, or with a known given name."""
    for found in runs(s, 0, len(s.words)):
        run = after_complement(s, max(0, found.first - _LONGEST_ROLE), found) or found
        if run is not found and s.at(found.first - 1) not in nouns.PREPOSITIONS[s.language]:
            run = found
        if not run.is_full:
            continue
        if any(nouns.is_body(word.lower(), s.language) for word in run.name):
            continue
        noun = _office_before(s, run.first)
        beside = apposed(s, run.last)
        if noun is not None:
            role = words_of(s, noun, role_end(s, noun, run.first))
            gender = nouns.ARTICLES[s.language].get(s.at(noun - 1), "")
            person = people.enlist(run.name, role, s.low[noun], gender if gender in ("m", "f") else "")
            learn(s, person, run.last, "")
        elif beside:
            learn(s, people.enlist(run.name, beside), run.last, "")
        elif is_any_given(run.name[0]):
            before = s.at(run.first - 1)
            if before not in nouns.ARTICLES[s.language]:
                people.enlist(run.name)


def _office_before(s: Clause, first: int) -> int | None:
    """The office noun that leads up to a name: "la | presidenta | de la comunidad, Elvira Cutipa"."""
    spot = first - 1
    while spot >= 0 and (nouns.is_honorific(s.low[spot]) or s.low[spot] == "."):
        spot -= 1
    comma = s.at(spot) == "," or (spot == first - 1 and s.is_capital(spot))
    spot -= s.at(spot) == ","
    for back in range(spot, max(-1, spot - _LONGEST_ROLE), -1):
        low = s.low[back]
        if s.words[back].quote >= 0 or low in STOPS or low in COMMAS or back in s.verbs:
            return None
        if nouns.is_office(low, s.language):
            between = s.low[back + 1 : spot + 1]
            plain = not any(
                word in nouns.ARTICLES[s.language] or word in nouns.PREPOSITIONS[s.language]
                for word in between
            )
            if not comma and not plain:
                return None
            return _first_of(s, back)
    return None


def _first_of(s: Clause, office: int) -> int:
    """Where a title of several nouns begins: "ministra portavoz"."""
    while (
        nouns.is_office(s.at(office - 1), s.language) and s.at(office - 1) not in nouns.ARTICLES[s.language]
    ):
        office -= 1
    return office
