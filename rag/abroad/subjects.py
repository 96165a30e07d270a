"""Whom a phrase of news in six languages of Europe names, as the subject of a verb of saying."""

from __future__ import annotations

from rag.abroad import roles as nouns
from rag.abroad import speech
from rag.abroad.clauses import COMMAS, Clause
from rag.abroad.names import Run, after_complement, runs
from rag.abroad.people import People, Person, Voice
from rag.abroad.phrases import apposed, head_of, phrase_end, role_end, words_of

_LONGEST_NAME = 7  # words


def named(s: Clause, first: int, last: int, people: People) -> Voice | None:
    """Whom the phrase ``[first, …)`` names, as the subject of a verb of saying; it ends by ``last``."""
    while first < last and (s.low[first] in nouns.fillers(s.language) and not _begins(s, first)):
        first += 1
    while first < last and s.words[first].text in (",", "("):
        first += 1
    if first >= last or s.words[first].quote >= 0:
        return None
    word, tongue = s.low[first], s.language
    if word in speech.PRONOUNS[tongue]:
        return people.again(speech.PRONOUNS[tongue][word], s.paragraph)
    return None if tongue == "de" and word in nouns.OBLIQUE else _of_phrase(s, first, last, people)


def _of_phrase(s: Clause, first: int, last: int, people: People) -> Voice | None:
    word, tongue = s.low[first], s.language
    definite = word in nouns.ARTICLES[tongue] or word in nouns.OWNING[tongue]
    some = word in nouns.SOME[tongue]
    head = first + (definite or some)
    gender = nouns.ARTICLES[tongue].get(word, "")
    stop = phrase_end(s, head, last)
    run = _in_position(s, head, stop, last)
    noun = head_of(s, head, stop)
    if run is not None and not some:
        return _by_name(s, run, (first, head, noun), gender, people)
    if noun is None or nouns.is_writing(s.low[noun], tongue):
        return None
    low = s.low[noun]
    if some:
        return Voice(words_of(s, first, stop)) if nouns.may_be_person(low, tongue) or gender == "p" else None
    if gender == "p" or nouns.is_body(low, tongue):
        return Voice(words_of(s, head, stop))
    return _by_title(s, noun, stop, gender if definite else "", people)


def _begins(s: Clause, spot: int) -> bool:
    low = s.low[spot]
    return low in nouns.ARTICLES[s.language] or low in speech.PRONOUNS[s.language]


def _by_title(s: Clause, noun: int, stop: int, gender: str, people: People) -> Voice | None:
    """ "The minister": whoever holds the office; "the biologist": whoever has the floor."""
    low = s.low[noun]
    if s.language != "de" and s.is_capital(noun) and not nouns.is_office(low, s.language):
        return None
    if not nouns.may_be_person(low, s.language):
        return None
    holder = people.holding(low)
    if holder is not None:
        return Voice(holder.label, holder)
    focus = people.again("", s.paragraph)
    if focus is not None and focus.person is not None and (not gender or focus.gender in ("", gender)):
        return focus
    return Voice(words_of(s, noun, stop))


def _by_name(
    s: Clause, run: Run, phrase: tuple[int, int, int | None], gender: str, people: People
) -> Voice | None:
    first, head, noun = phrase
    tongue = s.language
    low = [word.lower() for word in run.name]
    bodily = any(nouns.is_body(word, tongue) for word in low) or run.name[-1] in ("AG", "GmbH", "BV", "SA")
    if noun is not None and noun < run.first and nouns.is_body(s.low[noun], tongue):
        between = s.low[noun + 1 : run.first]
        if not any(word in nouns.PREPOSITIONS[tongue] or word in COMMAS for word in between):
            return Voice(words_of(s, noun, run.last))
    titled = noun is not None and noun < run.first and not nouns.is_body(s.low[noun], tongue)
    if not titled and (bodily or (head > first and head == run.first)):
        return (
            Voice(words_of(s, run.first, phrase_end(s, run.first, len(s.words))))
            if head > first or bodily
            else None
        )
    known = people.find(run.name)
    if run.is_full or known is not None:
        name = known.name if known is not None and not run.is_full else run.name
        role = words_of(s, noun, role_end(s, noun, run.first)) if titled and noun is not None else ""
        person = people.enlist(
            name, role or apposed(s, run.last), s.low[noun] if titled and noun is not None else ""
        )
        learn(s, person, run.last, gender if titled else "")
        return Voice(person.label, person)
    label = " ".join(run.name)
    return Voice(f"{label}, {words_of(s, noun, run.first)}" if titled and noun is not None else label)


def learn(s: Clause, person: Person, after: int, gender: str) -> None:
    person.gender = person.gender or (gender if gender in ("m", "f") else "")
    beside = apposed(s, after)
    if beside:
        person.heads |= {word for word in beside.lower().split() if nouns.is_office(word, s.language)}


def _in_position(s: Clause, first: int, stop: int, last: int) -> Run | None:
    """The name a phrase holds that is no complement: "la ministra de Minería, | Bernarda Lillo |"."""
    found = list(runs(s, first, stop))
    for run in found:
        before = s.at(run.first - 1) if run.first > first else ""
        if before and (before in nouns.PREPOSITIONS[s.language] or before in nouns.ARTICLES[s.language]):
            inner = after_complement(s, first, run)
            if inner is not None:
                return inner
            continue
        if s.language == "de" and run.first == first and not run.is_full and _is_noun(s, first):
            continue
        return run
    if stop < last and s.at(stop) == "," and head_of(s, first, stop) is not None:
        after = next(runs(s, stop + 1, min(last, stop + 2 + _LONGEST_NAME)), None)
        begin = stop + 1
        while nouns.is_honorific(s.at(begin)) or s.at(begin) == ".":
            begin += 1
        if after is not None and after.first <= begin + 1 and after.is_full:
            ahead = s.at(after.last)
            if after.first == begin and (
                ahead in ("", ",", "(", ".", ":")
                or after.last in s.verbs
                or s.words[after.last].quote >= 0
                or ahead in speech.HAVE[s.language]
                or ahead in nouns.PREPOSITIONS[s.language]
                or ahead in nouns.fillers(s.language)
                or after.last == last
            ):
                return after
    return None


def _is_noun(s: Clause, spot: int) -> bool:
    """Is a German word behind an article, or a known noun, rather than a name?"""
    low = s.low[spot]
    behind = s.at(spot - 1) in nouns.ARTICLES["de"] or s.at(spot - 1) in nouns.SOME["de"]
    return behind or nouns.is_body(low, "de") or nouns.is_office(low, "de")
