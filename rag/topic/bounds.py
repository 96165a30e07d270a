"""Which sentences can speak of a topic at all, by their words alone, so that few have to be judged.

The words of every passage are indexed, its text is not. A passage whose words do not make up enough
of a topic holds no sentence that does, and most passages with one of the words are of that kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Collection as Container
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import count

import numpy as np
import numpy.typing as npt

from index.collection import Collection, Match
from rag.topic.coverage import AGAIN, TAKEN_UP
from rag.topic.topics import Term, Topic, parts

Shares = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
_AT_ONCE = 1000  # passages
Judged = tuple[float, Match]


@dataclass(frozen=True, slots=True)
class Bound:
    """The most that a sentence can speak of a topic; headed: whether the heading above it counts.

    ``Coverage.share`` and ``Coverage.named`` are never above it, not even by rounding: both add up the
    same numbers in the same order.
    """

    topic: Topic
    headed: bool

    def of(self, stems: frozenset[str]) -> float:
        """The bound of a sentence with these words."""
        stand = [term.may_stand_in(stems) for term in self.topic.terms]
        if self.topic.any_of:
            return float(any(stand))
        again = not stems.isdisjoint(self.topic.echoes)
        most = 0.0
        for term, stands in zip(self.topic.terms, stand, strict=True):
            most += (1.0 if stands else self._elsewhere(term, again=again)) * term.weight
        return most / self.topic.weight

    def of_passages(self, passages: Numbers, collection: Collection) -> tuple[Shares, Shares]:
        """For each of these passages, whose numbers ascend, how much of the topic any of its sentences can
        speak of at most, and how much it can hold."""
        stand = [_may_stand_in(term, passages, collection) for term in self.topic.terms]
        if self.topic.any_of:
            spoken = np.where(np.any(stand, axis=0), 1.0, 0.0)
            return spoken, spoken
        echoing = np.isin(passages, collection.passages_with(self.topic.echoes))
        speaks, holds, names = np.zeros((3, len(passages)))
        for term, stands in zip(self.topic.terms, stand, strict=True):
            again, before = (self._elsewhere(term, again=one) for one in (True, False))
            taken_up = np.where(echoing, again, before)
            if again and not self.headed:
                taken_up *= np.where(
                    echoing,
                    _may_stand_in_document(term, passages, collection),
                    _may_stand_before(term, passages, collection),
                )
            speaks += np.where(stands, 1.0, taken_up) * term.weight
            holds += stands * term.weight
            names += term.is_name * (stands | (taken_up > 0))
        # As in ``cover``: a sentence that lacks the names speaks of something else.
        asked = sum(term.is_name for term in self.topic.terms)
        speaks[(asked > 0) & (names <= asked / 2)] = 0.0
        return speaks / self.topic.weight, holds / self.topic.weight

    def _elsewhere(self, term: Term, *, again: bool) -> float:
        """How much of a term that a sentence does not hold it can take up from what stands before it."""
        several = len(self.topic.terms) > 1
        if again and term.echo:
            return AGAIN
        if term.forms and (several or self.topic.echoes):
            return TAKEN_UP
        return TAKEN_UP if self.headed and several else 0.0


def _may_stand_in(
    term: Term, passages: Numbers, collection: Collection, *, titles: bool = False
) -> npt.NDArray[np.bool_]:
    """``Term.may_stand_in`` for the words of each passage; titles: and of its title."""
    forms = parts(term.forms) if term.forms else tuple(one.telling for one in term.others)
    found = np.zeros(len(passages), bool)
    if not term.forms:
        found |= np.isin(passages, collection.passages_with(term.stems, titles=titles))
    held = {
        stem: np.isin(passages, collection.passages_with([stem], titles=titles))
        for stem in frozenset[str]().union(*forms)
    }
    for form in forms:
        found |= np.all([held[stem] for stem in form], axis=0) if form else True
    return found


def _may_stand_before(term: Term, passages: Numbers, collection: Collection) -> npt.NDArray[np.bool_]:
    """Whether a name can stand before a sentence: in the passage, the one before it or the title."""
    here, before = (
        _may_stand_in(term, numbers, collection, titles=True) for numbers in (passages, passages - 1)
    )
    return here | before


def _may_stand_in_document(term: Term, passages: Numbers, collection: Collection) -> npt.NDArray[np.bool_]:
    """Whether a name can stand anywhere in the document, for "the islands" to take it up."""
    some = collection.passages_with(term.stems, titles=True)
    naming = some[_may_stand_in(term, some, collection, titles=True)]
    return np.isin(collection.owners(passages), collection.owners(naming))


class Candidates:
    """The passages with one of some words, and how much of a topic they can hold at most.

    within: keeps to the documents of these numbers. many: above so many documents headings do not count.
    """

    def __init__(
        self,
        topic: Topic,
        words: frozenset[str],
        collection: Collection,
        *,
        within: Container[int] | None,
        many: int,
    ) -> None:
        self._words = words
        self._collection = collection
        passages = collection.passages_with(words)
        owners = collection.owners(passages)
        if within is not None:
            kept = np.isin(owners, np.fromiter(within, np.int64))
            passages, owners = passages[kept], owners[kept]
        self.are_many = len(np.unique(owners)) > many
        self.bound = Bound(topic, headed=not self.are_many)
        self._passages, self._owners = passages, owners
        self._speaks, self._holds = self.bound.of_passages(passages, collection)

    def most(self, match: Match) -> float:
        """How much of the topic a sentence can speak of or hold at most."""
        at = np.searchsorted(self._passages, match.passage)
        return min(self.bound.of(match.stems), max(float(self._speaks[at]), float(self._holds[at])))

    def above(self, share: float) -> list[tuple[int, Iterator[Match]]]:
        """The sentences of the passages that can hold so much of the topic, document by document."""
        passages = self._passages[np.maximum(self._speaks, self._holds) >= share]
        return self._collection.matches(self._words, self._collection.by_document(passages))

    def best(
        self,
        least: float,
        share: float,
        *,
        judge: Callable[[Match], float],
        judged: Iterable[Judged],
        doubtful: Iterable[Judged],
        but: frozenset[int],
    ) -> Iterator[Judged]:
        """The sentences that speak of ``least`` of the topic or more, but not of documents ``but``.

        Those that speak most come first, then by document and place; each is judged when no other can
        be better. judged: which have been already; doubtful: which have only a bound, below ``share``;
        besides these, all that stand in passages with a bound below ``share`` are looked at.
        """
        ties = count()
        steps: list[tuple[float, int, int, int, int, Match]] = []
        for known, sentences in enumerate((doubtful, judged)):
            for most, match in sentences:
                if match.document not in but:
                    steps.append((-most, match.document, match.span.start, next(ties), known, match))
        heapify(steps)
        unread = self._unread(least, share, but)
        passage = next(unread, None)
        while steps or passage:
            if passage and (not steps or passage[:2] <= steps[0][:2]):
                for match in passage[2]:
                    if (most := self.most(match)) >= least:
                        heappush(steps, (-most, match.document, match.span.start, next(ties), 0, match))
                passage = next(unread, None)
                continue
            most, _, _, _, known, match = heappop(steps)
            if known:
                yield -most, match
            elif (found := judge(match)) >= least:
                heappush(steps, (-found, match.document, match.span.start, next(ties), 1, match))

    def _unread(
        self, least: float, share: float, but: frozenset[int]
    ) -> Iterator[tuple[float, int, Iterator[Match]]]:
        """Passages with a bound from ``least`` to below ``share``, the highest first: less the bound, the
        document, the sentences."""
        chosen = np.flatnonzero((self._speaks >= least) & (np.maximum(self._speaks, self._holds) < share))
        chosen = chosen[~np.isin(self._owners[chosen], np.fromiter(but, np.int64))]
        order = chosen[np.lexsort((chosen, self._owners[chosen], -self._speaks[chosen]))]
        for first in range(0, len(order), _AT_ONCE):
            block = order[first : first + _AT_ONCE]
            passages = ([one] for one in self._passages[block].tolist())
            places = list(zip(self._owners[block].tolist(), passages, strict=True))
            found = self._collection.matches(self._words, places)
            for most, (owner, matches) in zip(self._speaks[block].tolist(), found, strict=True):
                yield -most, owner, matches
