"""Sentences that speak of a topic by their words, and documents that name it."""

from __future__ import annotations

from collections.abc import Collection as Container
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from index.collection import Collection, Match
from index.documents import Span
from rag.bounds import Candidates, Judged
from rag.echoes import is_taken_up, last_named
from rag.headings import headings_of
from rag.remarks import Place
from rag.replies import replies
from rag.topics import Topic, cover

# A sentence speaks of a topic when it holds most of what the topic says, or some of it and its meaning.
_SPEAKS = 0.65
_HALF_SPEAKS = 0.45
COMPARED = 64  # sentences whose meaning is looked at for one question
MANY = 300  # documents; of more, one sentence decides each
_ENDS = frozenset(".!…。！;:")
_MORE_WORDS = 3
_BEFORE = 300  # characters read before a sentence for a name it takes up


@dataclass(frozen=True, slots=True)
class Spoken:
    """certain: sentences that hold most of a topic; likely: the best of those that hold some; each with
    its document and how much it speaks of the topic. named: the documents that name it.
    """

    certain: tuple[tuple[int, Span, float], ...]
    likely: tuple[tuple[int, Span, float], ...]
    named: frozenset[int]


class Places:
    """The documents that sentences stand in, each looked at once. headed: with their headings."""

    def __init__(self, collection: Collection, *, asking: bool, headed: bool) -> None:
        self._collection = collection
        self._asking = asking
        self._headed = headed
        self._known: dict[int, Place] = {}

    def of(self, number: int) -> Place:
        if number not in self._known:
            text = self._collection.text(number)
            headings = headings_of(text) if self._headed else None
            title = self._collection.cards[number].title
            self._known[number] = Place(text, title, headings, self._asking)
        return self._known[number]


def by_words(topic: Topic, collection: Collection, within: Container[int] | None, *, asking: bool) -> Spoken:
    """The sentences of the documents of these numbers, or of all, that speak of a topic by their words."""
    words = topic.telling(_HALF_SPEAKS) | topic.echoes
    candidates = Candidates(topic, words, collection, within=within, many=MANY)
    many = candidates.are_many
    places = Places(collection, asking=asking, headed=not many)
    certain: list[Judged] = []
    likely: list[Judged] = []
    doubtful: list[Judged] = []
    named: set[int] = set()
    asked: list[tuple[int, Span]] = []
    for number, holding in candidates.above(_SPEAKS):
        matches = _able(candidates, holding, doubtful)
        for match in _plain_first(topic, places, matches) if many else matches:
            share, holds = _spoken_of(topic, match, places.of(number))
            if holds >= _SPEAKS:
                named.add(number)
                asked.append((number, match.span))
            if share >= _HALF_SPEAKS:
                (certain if share >= _SPEAKS else likely).append((share, match))
            # One sentence decides a verdict, unless it has to be a certain person's.
            if share >= _SPEAKS and many and not asking:
                break
    sure = [(match.document, match.span, share) for share, match in certain]
    known = {(number, span) for number, span, _ in sure}
    sure += [
        (*place, _SPEAKS) for place in (() if many else replies(asked, collection)) if place not in known
    ]
    best = candidates.best(
        _HALF_SPEAKS,
        _SPEAKS,
        judge=lambda match: _spoken_of(topic, match, places.of(match.document))[0],
        judged=likely,
        doubtful=doubtful,
        but=frozenset(number for number, _, _ in sure),
    )
    most_likely = [(match.document, match.span, share) for share, match in islice(best, COMPARED)]
    return Spoken(tuple(sure), tuple(most_likely), frozenset(named))


def _able(candidates: Candidates, matches: Iterable[Match], doubtful: list[Judged]) -> Iterator[Match]:
    """The sentences that can hold most of the topic; ``doubtful`` takes those that can hold some."""
    for match in matches:
        most = candidates.most(match)
        if most >= _SPEAKS:
            yield match
        elif most >= _HALF_SPEAKS:
            doubtful.append((most, match))


def _plain_first(topic: Topic, places: Places, matches: Iterable[Match]) -> Iterator[Match]:
    """The sentences that plainly speak of a term, then the others, which cost more to judge."""
    doubtful = []
    for match in matches:
        if topic.is_plain_in(places.of(match.document).text[match.span.start : match.span.end]):
            yield match
        else:
            doubtful.append(match)
    yield from doubtful


def _spoken_of(topic: Topic, match: Match, place: Place) -> tuple[float, float]:
    """How much of the topic a sentence speaks of, and how much it holds in any way."""
    text = place.text
    sentence = text[match.span.start : match.span.end]
    before, heading = "", frozenset[str]()
    if len(topic.terms) > 1 or topic.echoes:
        first = max(0, match.span.start - _BEFORE, text.rfind("\n\n", 0, match.span.start))
        again = " ".join(last_named(echo, text, match.span.start) for echo in _taken_up(topic, sentence))
        before = f"{place.title} {again} {text[first : match.span.start]}"
        heading = place.headings.above(match.span.start) if place.headings else heading
    coverage = cover(topic, sentence, match.stems, before, heading=heading)
    others = len(match.stems - topic.all_stems)
    # A heading names its topic; it takes a sentence, or more words, to say something of it.
    says = others >= _MORE_WORDS or (others > 0 and sentence.rstrip("”\"’')] ")[-1:] in _ENDS)
    says = says and not (coverage.lacks_names or place.is_no_statement(match.span))
    return (coverage.share if says else 0.0), coverage.named


def _taken_up(topic: Topic, sentence: str) -> Iterator[str]:
    return (term.echo for term in topic.terms if term.echo and is_taken_up(term.echo, sentence))
