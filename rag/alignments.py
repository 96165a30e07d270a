"""Alignments: the stretches of wording that two quotes share, word by word, a few words apart at most."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.documents import Span
from index.words import Word, words
from rag.quotes import Quote
from rag.speech.reporting import PREPOSITIONS, REPORTING, REPORTING_ING

WORDS = 120  # of a quote, from its beginning
IN_COMMON = 3.0  # content words that make a formula

_REACH = 4  # the next common word is at most this many words on: three may differ between
_DIFFERING = 0.25  # what a differing word costs; four of them undo one common content word
_DIFFERING_PAIR = 0.08  # likewise a pair of East Asian characters; one changed character makes two
_STOP_WORD = 0.25  # what a common word of a closed class is worth
_REPEATS = 3  # times one word of a quote is looked at; keeps the work small whatever is quoted
_CHAINS = 3  # stretches that two quotes may share
_MODIFIERS = 3  # differing words before a stretch that are shown as its beginning
_BETWEEN_MODIFIERS = r",?\s+|-"
_SLOT = 3  # differing words after a stretch's "of the" that are shown as its end

_TAIL = 14  # words that may follow a stretch to the end of its clause
_JOINED = 4  # of them behind "and": longer, it is another clause
_JOINING = frozenset({"and", "or", "nor", "but"})
_GOES_ON = PREPOSITIONS | _JOINING | {"unless", "if", "when", "while"}

# "The board said that", at a stretch's beginning, tells who speaks; so does what follows a closing mark.
_ATTRIBUTING = frozenset("say says said saying told tells added adds".split())
_LONGEST_SUBJECT = 4  # words
_CLOSED = re.compile(r"[,.!?…][”»\"]\s\W*")

_SAYING = REPORTING | REPORTING_ING

Pair = tuple[int, int]  # places of the same word in two quotes


@dataclass(frozen=True, slots=True)
class Line:
    """A quote in words whose offsets count into its document."""

    quote: Quote
    words: tuple[Word, ...]
    stems: frozenset[str]  # of its content words
    topic: frozenset[str]  # stems of the question

    def text(self, span: Span) -> str:
        return self.quote.document.text[span.start : span.end]

    def adjoins(self, place: int, between: str) -> bool:
        """Whether only ``between``, a pattern, stands between a word and the next one."""
        end, start = self.words[place].end, self.words[place + 1].start
        return re.fullmatch(between, self.text(Span(end, start))) is not None


@dataclass(frozen=True, slots=True)
class Part:
    """Words ``[first, last]`` of a line."""

    line: Line
    first: int
    last: int

    @property
    def words(self) -> tuple[Word, ...]:
        return self.line.words[self.first : self.last + 1]

    @property
    def document(self) -> str:
        return self.line.quote.document.id

    def overlaps(self, other: Part) -> bool:
        same = self.line.quote.number == other.line.quote.number
        return same and self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Match:
    """Two parts with the same wording; ``common`` counts its content words."""

    one: Part
    other: Part
    common: float
    score: float


def line_of(quote: Quote, topic: frozenset[str]) -> Line:
    """The first ``WORDS`` words of a quote; ``topic`` are the stems of the question."""
    found = words(quote.text)[:WORDS]
    shifted = (replace(word, start=word.start + quote.start, end=word.end + quote.start) for word in found)
    return Line(quote, tuple(shifted), frozenset(word.stem for word in found if not word.stop), topic)


def matches(one: Line, other: Line, enough: float) -> Iterator[Match]:
    """The maximal stretches with ``enough`` common content words, the best first, none overlapping."""
    if len(one.stems & other.stems) < enough:
        return
    pairs = _pairs(one.words, other.words)
    for _ in range(_CHAINS):
        chain, score = _best_chain(pairs, one.words, other.words)
        if score < 1:
            return
        chain = _uttered(chain, one, other)
        common, unasked = _common(chain, one, other)
        first, last = _ends(chain, one, other)
        # What was asked for recurs in every answer; wording is what recurs with it.
        if common >= enough and unasked >= enough - 1 and _is_phrase(chain, one, other):
            yield Match(Part(one, first[0], last[0]), Part(other, first[1], last[1]), common, score)
        pairs = [(i, j) for i, j in pairs if not first[0] <= i <= last[0] and not first[1] <= j <= last[1]]


def _pairs(one: Sequence[Word], other: Sequence[Word]) -> list[Pair]:
    """Where the same word stands in both, in order."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(other):
        if len(places[word.stem]) < _REPEATS:
            places[word.stem].append(j)
    seen: dict[str, int] = defaultdict(int)
    pairs = []
    for i, word in enumerate(one):
        seen[word.stem] += 1
        if seen[word.stem] <= _REPEATS:
            pairs += [(i, j) for j in places.get(word.stem, ())]
    return pairs


def _best_chain(
    pairs: Sequence[Pair], one: Sequence[Word], other: Sequence[Word]
) -> tuple[list[Pair], float]:
    """The best local alignment: common words in the same order with few differing ones between."""
    scores: dict[Pair, float] = {}
    before: dict[Pair, Pair | None] = {}
    behind = [[_back(line, place) for place in range(len(line))] for line in (one, other)]
    for i, j in pairs:
        best, previous = 0.0, None
        for a, cost in behind[0][i]:
            for b, further in behind[1][j]:
                if (a, b) in scores and (score := scores[a, b] - cost - further) > best:
                    best, previous = score, (a, b)
        scores[i, j] = best + _worth(one[i])
        before[i, j] = previous
    if not scores:
        return [], 0.0
    place: Pair | None = max(scores, key=lambda pair: scores[pair])
    total = scores[place] if place else 0.0
    chain = []
    while place is not None:
        chain.append(place)
        place = before[place]
    return chain[::-1], total


def _back(line: Sequence[Word], place: int) -> list[tuple[int, float]]:
    """The places before a place that are in reach, and what the words between them cost."""
    found, cost = [], 0.0
    for earlier in range(place - 1, max(-1, place - 1 - _REACH), -1):
        found.append((earlier, cost))
        cost += _DIFFERING_PAIR if _is_pair(line[earlier]) else _DIFFERING
    return found


def _uttered(chain: list[Pair], one: Line, other: Line) -> list[Pair]:
    """A chain without who says it, before or behind: "The board said that …", "…,” the mayor said"."""
    first = next((n for n, (i, _) in enumerate(chain) if one.text(one.words[i]) in _ATTRIBUTING), -1)
    if 0 <= first <= _LONGEST_SUBJECT and first + 1 < len(chain):
        chain = chain[first + 1 :]
    for n in range(1, len(chain)):
        if any(_is_closed(line, chain[n - 1][k], chain[n][k]) for k, line in enumerate((one, other))):
            return chain[:n]
    return chain


def _is_closed(line: Line, place: int, following: int) -> bool:
    """Whether a quotation ends between two words."""
    return any(
        _CLOSED.fullmatch(line.text(Span(line.words[at].end, line.words[at + 1].start)))
        for at in range(place, following)
        if line.words[at].end < line.words[at + 1].start
    )


def _ends(chain: Sequence[Pair], one: Line, other: Line) -> tuple[Pair, Pair]:
    """The first and last place of a chain, without closed classes and verbs of saying at its ends.

    "of the" at its end stays where both go on from it: what follows is where they differ.
    """
    kept = [pair for pair in chain if _counts(one, pair[0])] or chain[:1]
    first, last, tail = kept[0], kept[-1], chain[-1]
    beyond = tail[0] - last[0]
    opens = tail != last and one.text(one.words[last[0] + 1]).casefold() in PREPOSITIONS
    if opens and beyond == tail[1] - last[1] == len(chain) - 1 - chain.index(last):
        slots = _slot(one, tail[0]), _slot(other, tail[1])
        if slots[0] > tail[0] and slots[1] > tail[1]:
            return first, slots
    return first, last


def _slot(line: Line, place: int) -> int:
    """The last of the words that follow a place directly, up to a closed class or a mark."""
    last = place
    for following in range(place + 1, min(place + 1 + _SLOT, len(line.words))):
        if line.words[following].stop or not line.adjoins(following - 1, r"\s*|-"):
            break
        last = following
    return last


def _common(chain: Sequence[Pair], one: Line, other: Line) -> tuple[float, float]:
    """How many content words are common, a name that was asked for as half of one; how many are not asked."""
    worth: dict[str, float] = {}
    for i, j in chain:
        word = one.words[i]
        if _counts(one, i):
            given = word.stem in one.topic and _is_name(one, i) and _is_name(other, j)
            worth[word.stem] = _worth(word) / 2 if given else _worth(word)
    return sum(worth.values()), sum(worth[stem] for stem in worth.keys() - one.topic)


def _is_phrase(chain: Sequence[Pair], one: Line, other: Line) -> bool:
    """Whether two content words stand together in both, and they are not just a name."""
    together, telling = 0.0, False
    for place, (i, j) in enumerate(chain):
        if place and chain[place - 1] != (i - 1, j - 1):
            together, telling = 0.0, False
        if _counts(one, i):
            together += _worth(one.words[i])
            telling = telling or not (_is_name(one, i) or _is_name(other, j))
        if together >= 2 and telling:
            return True
    return False


def _counts(line: Line, place: int) -> bool:
    """Whether a word is part of what is said, and not of the saying."""
    word = line.words[place]
    # As it is written: "States" is a name, "states" is not.
    return not word.stop and line.text(word) not in _SAYING


def _is_name(line: Line, place: int) -> bool:
    text = line.text(line.words[place])
    return text[:1].isupper() or text[:1].isdigit()


def _worth(word: Word) -> float:
    """What a common word counts for; a pair of East Asian characters is about half a word."""
    if word.stop:
        return _STOP_WORD
    return 0.5 if _is_pair(word) else 1.0


def _is_pair(word: Word) -> bool:
    return word.end - word.start <= 2 and not word.stem.isascii()


def first_modifier(part: Part) -> int:
    """Where the words before a part that qualify its beginning start: "full and verifiable …"."""
    line, first = part.line, part.first
    between = _BETWEEN_MODIFIERS
    for place in range(part.first - 1, max(-1, part.first - 2 - _MODIFIERS), -1):
        joins = line.text(line.words[place]) in ("and", "or")
        if not line.adjoins(place, between):
            break
        if not joins:
            if not _counts(line, place) or _is_name(line, place):
                break
            first = place
        between = r"\s+" if joins else _BETWEEN_MODIFIERS
    return first


def last_of_clause(part: Part) -> int:
    """The last word of what is added to the end of a part: "… in the Strait *and beyond*, he said".

    The part's own last word where its clause ends there, or goes on otherwise or for long.
    """
    line = part.line
    if _is_end(line, part.last):
        return part.last
    opening = line.text(line.words[part.last + 1])
    reach = _JOINED if opening in _JOINING else _TAIL
    if opening not in _GOES_ON:
        return part.last
    places = range(part.last + 1, min(part.last + reach + 1, len(line.words)))
    return next((place for place in places if _is_end(line, place)), part.last)


def _is_end(line: Line, place: int) -> bool:
    return place + 1 == len(line.words) or not line.adjoins(place, r"\s+|-|'s\s+")
