"""Sentences that speak of a topic in another language than it was asked in, by the tables of
rag/abroad/concepts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.collection import Collection, Match
from index.documents import Span
from rag.abroad import languages
from rag.abroad.concepts import EAST_ASIAN, LANGUAGES
from rag.abroad.expressions import Sentence, stems_for
from rag.abroad.inflections import LATIN
from rag.abroad.named_things import Thing, language_of, things_in
from rag.abroad.tongues import east_asian_of, languages_of, passages_in
from rag.asked.scope import Scope
from rag.questions import Question
from rag.topic.remarks import Place
from rag.topic.selection import Evidence
from rag.topic.spoken import MANY, Places

_SCORE = 0.9  # probability that a sentence with the words for all of a topic speaks of it
_BEFORE = 300  # characters before a sentence in which a name may stand that it takes up
_MORE_WORDS, _MORE_CHARACTERS = 3, 4  # beside what is asked for: a heading names its topic and says nothing
_ENDS = frozenset(".!…。！;:")
_LONGEST_SHOWN = 60  # characters
_MANY_THINGS, _MOST_THINGS = 4, 7
_NEAR = (45, 14)  # characters within which the words of one expression stand; in East Asian text


@dataclass(frozen=True, slots=True)
class Translated:
    """evidence: sentences that speak of a topic in other languages; named: documents that name it."""

    evidence: tuple[Evidence, ...] = ()
    named: frozenset[int] = frozenset()


def in_other_languages(
    question: Question, scope: Scope, spoken: frozenset[int], collection: Collection
) -> Translated:
    """What the documents of other languages than the question's say, but for those of ``spoken``."""
    here = languages_of(collection)
    foreign = languages.read(question.searched)
    asked_in = foreign.language if foreign else "en"
    if not here:
        return Translated()
    language = language_of(question.topic, asked_in, here)
    where = scope.numbers - spoken
    searched = [one for one in LANGUAGES if one in here or (one == "en" and language != "en")]
    whole, parted = (things_in(question.topic, language, whole=each) for each in (True, False))
    asking = bool(question.speaker)
    found = []
    for one in searched:
        each = _in(one, whole, where, collection, asking=asking)
        if not each.evidence and parted != whole:
            each = _in(one, parted, where, collection, asking=asking, near=True)
        found.append(each)
    evidence = {(one.document, one.span): one for each in found for one in reversed(each.evidence)}
    said = frozenset(one.document for one in evidence.values())
    named = frozenset(number for each in found for number in each.named) - said
    return Translated(tuple(evidence.values()), named)


def _in(
    language: str,
    things: Sequence[Thing],
    where: frozenset[int],
    collection: Collection,
    *,
    asking: bool,
    near: bool = False,
) -> Translated:
    """What the documents of one language say of all of the things; near: they have to stand together."""
    if not any(thing.concepts for thing in things) or len(things) > _MOST_THINGS:
        return Translated()
    evidence: list[Evidence] = []
    named: set[int] = set()
    matching = [one for one in _matching(language, things, collection) if one[0] in where]
    many = len(matching) > MANY
    places = Places(collection, asking=asking, headed=not many)
    for number, matches in matching:
        place = places.of(number)
        if language in EAST_ASIAN and east_asian_of(place.text) != language:
            continue
        for match in matches:
            held = _held(things, match.span, place, language)
            if held is None or (near and _reach(held) > _NEAR[language in EAST_ASIAN]):
                continue
            named.add(number)
            if _says(match.span, held, place, language):
                evidence.append(
                    Evidence(number, match.span, _SCORE, reworded=_shown(match.span, held, place))
                )
                if many and not asking:
                    break
    return Translated(tuple(evidence), frozenset(named))


def _spare(things: Sequence[Thing]) -> int:
    """How many of the things a sentence may lack: of four or more one, as in a topic's own words."""
    return int(len(things) >= _MANY_THINGS)


def _matching(
    language: str, things: Sequence[Thing], collection: Collection
) -> list[tuple[int, Iterator[Match]]]:
    """The documents, and their sentences that can name enough of the things, by the passages that do."""
    whole = [thing for thing in things if not thing.is_name] or list(things)
    stems = [stems_for(thing, language, collection) for thing in whole]
    needed = max(1, len(whole) - _spare(things))
    if sum(map(bool, stems)) < needed:
        return []
    held = [np.unique(collection.passages_with(each)) for each in stems]
    numbers, counts = np.unique(np.concatenate(held), return_counts=True)
    passages = numbers[counts >= needed]
    if language in LATIN:
        passages = np.intersect1d(passages, passages_in(language, collection))
    elif language == "en":
        others = [passages_in(one, collection) for one in LATIN if one in languages_of(collection)]
        passages = np.setdiff1d(passages, np.concatenate([np.empty(0, np.int64), *others]))
    if not len(passages):
        return []
    rarest = sorted(range(len(stems)), key=lambda at: len(held[at]))[: len(whole) - needed + 1]
    return collection.matches(
        frozenset(stem for at in rarest for stem in stems[at]), collection.by_document(passages)
    )


def _held(things: Sequence[Thing], span: Span, place: Place, language: str) -> list[Span] | None:
    """Where a sentence names enough of the things; a name beside them may stand before it. Else None."""
    sentence = Sentence(place.text[span.start : span.end], language)
    spare = _spare(things)
    found = []
    for thing in things:
        where = sentence.find(thing)
        if where is not None:
            found.append(where)
        elif thing.is_name and _stands_before(thing, span, place, language):
            continue
        elif thing.is_name or not spare:
            return None
        else:
            spare -= 1
    return found or None


def _reach(held: Sequence[Span]) -> int:
    return max(one.end for one in held) - min(one.start for one in held)


def _stands_before(thing: Thing, span: Span, place: Place, language: str) -> bool:
    first = max(0, span.start - _BEFORE, place.text.rfind("\n\n", 0, span.start))
    before = f"{place.title} {place.text[first : span.start]}"
    return Sentence(before, language).find(thing) is not None


def _says(span: Span, held: Sequence[Span], place: Place, language: str) -> bool:
    """Whether a sentence says something of what it names."""
    text = place.text[span.start : span.end]
    others = "".join(
        character for at, character in enumerate(text) if not any(one.start <= at < one.end for one in held)
    )
    if language in EAST_ASIAN:
        more, enough = sum(map(str.isalnum, others)), _MORE_CHARACTERS
    else:
        more, enough = len(others.split()), _MORE_WORDS
    ended = text.rstrip("”\"’')] 」』»")[-1:] in _ENDS
    return (more >= enough or (more > 0 and ended)) and not place.is_no_statement(span)


def _shown(span: Span, held: Sequence[Span], place: Place) -> str:
    """The words by which a sentence names the things: all between them, or each where they stand apart."""
    text = place.text[span.start : span.end]
    ordered = sorted(held)
    first, last = ordered[0].start, max(one.end for one in ordered)
    if last - first <= _LONGEST_SHOWN:
        return text[first:last]
    return " … ".join(dict.fromkeys(text[one.start : one.end] for one in ordered))
