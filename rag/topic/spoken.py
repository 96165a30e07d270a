"""Sentences that speak of a topic by their words, and documents that name it."""

from __future__ import annotations

import re
from collections.abc import Collection as Container
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from index.collection import Collection, Match
from index.documents import Span
from index.words import stems
from rag.topic.bounds import Candidates, Judged
from rag.topic.continuations import CONTINUES, Tie, continued
from rag.topic.coverage import Context, Coverage, cover, is_plain_in
from rag.topic.echoes import is_taken_up, last_named
from rag.topic.headings import headings_of
from rag.topic.remarks import Place
from rag.topic.replies import replies
from rag.topic.topics import Topic, topic_of, with_synonyms

# A sentence speaks of a topic when it holds most of what the topic says, or some of it and its meaning.
_SPEAKS = 0.65
_HALF_SPEAKS = 0.45
COMPARED = 64  # sentences whose meaning is looked at for one question
MANY = 300  # documents; of more, one sentence decides each
_ENDS = frozenset(".!…。！;:")
_MORE_WORDS = 3
_BEFORE = 300  # characters read before a sentence for a name it takes up
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+(?=\S)")
# Of a topic of so many terms less is enough, its head among it: the more words, the more ways to say it.
_MANY_TERMS, _OF_MANY = 4, 0.5
_GIVEN = 2  # sentences before, whose words need not be said again
_ENOUGH = 12  # documents that use the words asked: that is what the thing is called in this collection


@dataclass(frozen=True, slots=True)
class Spoken:
    """certain: sentences that hold most of a topic; likely: the best of those that hold some; each with
    its document and how much it speaks of the topic. named: the documents that name it. reworded: in
    which listed synonym a certain sentence speaks of it, where it is in one. ties: of sentences that do not
    speak of it by their own words, how they follow one that does; some of them are certain.
    """

    certain: tuple[tuple[int, Span, float], ...]
    likely: tuple[tuple[int, Span, float], ...]
    named: frozenset[int]
    reworded: Mapping[tuple[int, Span], str]
    ties: Mapping[tuple[int, Span], Tie]


class Places:
    """The documents that sentences stand in, each looked at once. headed: with their headings."""

    def __init__(self, collection: Collection, *, asking: bool, headed: bool) -> None:
        self.collection = collection
        self._asking = asking
        self._headed = headed
        self._known: dict[int, Place] = {}

    def of(self, number: int) -> Place:
        if number not in self._known:
            text = self.collection.text(number)
            headings = headings_of(text) if self._headed else None
            title = self.collection.cards[number].title
            self._known[number] = Place(text, title, headings, self._asking)
        return self._known[number]


def by_words(topic: Topic, collection: Collection, within: Container[int] | None, *, asking: bool) -> Spoken:
    """The sentences of the documents of these numbers, or of all, that speak of a topic by their words."""
    speaks = speaks_from(topic)
    words = topic.telling(_HALF_SPEAKS) | topic.echoes
    candidates = Candidates(topic, words, collection, within=within, many=MANY)
    many = candidates.are_many
    places = Places(collection, asking=asking, headed=not many)
    certain: list[Judged] = []
    likely: list[Judged] = []
    doubtful: list[Judged] = []
    named: set[int] = set()
    asked: list[tuple[int, Span]] = []
    reworded: dict[tuple[int, Span], str] = {}
    for number, holding in candidates.above(speaks):
        matches = _able(candidates, holding, doubtful, speaks)
        for match in _plain_first(topic, places, matches) if many else matches:
            share, coverage = _spoken_of(topic, match, places.of(number))
            holds = coverage.named
            if coverage.reworded:
                reworded[number, match.span] = coverage.reworded
            if holds >= speaks:
                named.add(number)
                if not coverage.lacks_head:
                    asked.append((number, match.span))
            if share >= _HALF_SPEAKS:
                (certain if share >= speaks else likely).append((share, match))
            # One sentence decides a verdict, unless it has to be a certain person's.
            if share >= speaks and many and not asking:
                break
    sure = [(match.document, match.span, share) for share, match in certain]
    further, ties = ([], {}) if many else _going_on(topic, sure, asked, named, places)
    sure += further
    best = candidates.best(
        _HALF_SPEAKS,
        speaks,
        judge=lambda match: _spoken_of(topic, match, places.of(match.document))[0],
        judged=likely,
        doubtful=doubtful,
        but=frozenset(number for number, _, _ in sure),
    )
    most_likely = [(match.document, match.span, share) for share, match in islice(best, COMPARED)]
    return Spoken(tuple(sure), tuple(most_likely), frozenset(named), reworded, ties)


def _going_on(
    topic: Topic,
    sure: Sequence[tuple[int, Span, float]],
    asked: Iterable[tuple[int, Span]],
    named: Iterable[int],
    places: Places,
) -> tuple[list[tuple[int, Span, float]], dict[tuple[int, Span], Tie]]:
    """What is told to be said of the topic without naming it, in answer to a question or after what names it;
    and how each sentence follows, also of those that only may be said of it."""
    known = {(number, span) for number, span, _ in sure}
    found: list[tuple[int, Span, float]] = []
    ties: dict[tuple[int, Span], Tie] = {}
    for number, span, told in replies(asked, places.collection):
        if (number, span) in known:
            continue
        ties[number, span] = "answers"
        if told:
            known.add((number, span))
            found.append((number, span, _SPEAKS))
    for number, span, tie in continued(topic, known, named, places.collection, places.of):
        ties.setdefault((number, span), tie)
        if tie != "next":
            found.append((number, span, CONTINUES))
    return found, ties


def speaks_from(topic: Topic) -> float:
    """How much of a topic a sentence has to hold to speak of it for certain."""
    return _OF_MANY if len(topic.terms) >= _MANY_TERMS else _SPEAKS


def _able(
    candidates: Candidates, matches: Iterable[Match], doubtful: list[Judged], speaks: float
) -> Iterator[Match]:
    """The sentences that can hold most of the topic; ``doubtful`` takes those that can hold some."""
    for match in matches:
        most = candidates.most(match)
        if most >= speaks:
            yield match
        elif most >= _HALF_SPEAKS:
            doubtful.append((most, match))


def _plain_first(topic: Topic, places: Places, matches: Iterable[Match]) -> Iterator[Match]:
    """The sentences that plainly speak of a term, then the others, which cost more to judge."""
    doubtful = []
    for match in matches:
        if is_plain_in(topic, places.of(match.document).text[match.span.start : match.span.end]):
            yield match
        else:
            doubtful.append(match)
    yield from doubtful


def _spoken_of(topic: Topic, match: Match, place: Place) -> tuple[float, Coverage]:
    """How much of the topic a sentence speaks of, and what it holds of it."""
    text = place.text
    sentence = text[match.span.start : match.span.end]
    context = Context()
    if len(topic.terms) > 1 or topic.echoes:
        first = max(0, match.span.start - _BEFORE, text.rfind("\n\n", 0, match.span.start))
        again = " ".join(last_named(echo, text, match.span.start) for echo in _taken_up(topic, sentence))
        context = Context(f"{place.title} {again} {text[first : match.span.start]}")
        if place.headings:
            last = _SENTENCE_END.split(text[first : match.span.start].rstrip())[-_GIVEN:]
            context = replace(
                context,
                heading=place.headings.above(match.span.start),
                given=frozenset(stems(" ".join([place.title, *last]))),
                opening=place.opening,
            )
    coverage = cover(topic, sentence, match.stems, context)
    others = len(match.stems - topic.all_stems)
    # A heading names its topic; it takes a sentence, or more words, to say something of it.
    says = others >= _MORE_WORDS or (others > 0 and sentence.rstrip("”\"’')] ")[-1:] in _ENDS)
    says = says and not (coverage.lacks_names or coverage.lacks_head or place.is_no_statement(match.span))
    return (coverage.share if says else 0.0), coverage


def _taken_up(topic: Topic, sentence: str) -> Iterator[str]:
    return (term.echo for term in topic.terms if term.echo and is_taken_up(term.echo, sentence))


def heard_of(
    asked: str, collection: Collection, within: frozenset[int] | None = None, *, asking: bool = False
) -> tuple[Topic, Spoken]:
    """The topic that is asked for, and what speaks of it by its words, or by listed synonyms."""
    topic = topic_of(asked, collection)
    words = _by_words(topic, collection, within, asking=asking)
    if len({number for number, _, _ in words.certain}) > _ENOUGH:
        return topic, words
    topic = with_synonyms(topic, collection)
    return topic, _by_words(topic, collection, within, asking=asking)


def _by_words(topic: Topic, collection: Collection, within: frozenset[int] | None, *, asking: bool) -> Spoken:
    return collection.remembered(
        ("by words", topic, within, asking), lambda: by_words(topic, collection, within, asking=asking)
    )
