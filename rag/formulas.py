"""Formulas: wording that recurs in different documents, side by side, with what came in and what fell out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from index.documents import Span
from index.words import Word, stems
from rag.alignments import IN_COMMON, Line, Match, Part, first_modifier, last_of_clause, line_of, matches
from rag.quotes import Quote

QUOTES = 24  # compared with each other
FORMULAS = 6  # reported, the longest first

_JOINING = 2.0  # content words that a further document must share with a formula of two others
_ALIKE = 0.6  # of the common words, likewise
_BESIDE = 12  # words beside a part that are looked at
_SHORTEST = 3  # words of a further document's part: two only name a thing
_NEIGHBOUR = 0.02  # what the same word before or behind adds, so that of two the one in its place is taken
_LITTLE = 0.3  # what a word of a closed class is worth beside a content word


@dataclass(frozen=True, slots=True)
class Use:
    """One document's use of a formula: ``[start, end)`` of its text.

    added: stretches of the document that the previous use, in the order of dates, does not have.
    dropped: stretches of the previous use that this one does not have.
    """

    quote: Quote
    start: int
    end: int
    added: tuple[Span, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.quote.document.text[self.start : self.end]

    @property
    def added_texts(self) -> tuple[str, ...]:
        return tuple(self.quote.document.text[span.start : span.end] for span in self.added)


@dataclass(frozen=True, slots=True)
class Formula:
    """The uses of recurring wording in the order of dates, undated ones last; one a document, two or more."""

    uses: tuple[Use, ...]

    @property
    def changed(self) -> bool:
        return any(use.added or use.dropped for use in self.uses)


def formulas_in(quotes: Sequence[Quote], searched: str = "") -> tuple[Formula, ...]:
    """Wording of at least three content words that recurs in at least two documents, the most used first.

    searched: the question; a name it asks about is bound to recur and counts for less.
    Of more than ``QUOTES`` quotes the best are compared, of a longer quote its first ``WORDS`` words.
    """
    best = sorted(quotes, key=lambda quote: -quote.score)[:QUOTES]
    topic = frozenset(stems(searched))
    lines = [line_of(quote, topic) for quote in sorted(best, key=_by_date)]
    seeds = [
        match
        for one, other in combinations(lines, 2)
        if one.quote.document.id != other.quote.document.id
        for match in matches(one, other, IN_COMMON)
    ]
    seeds.sort(key=lambda match: (-match.score, _by_date(match.one.line.quote)))
    groups: list[list[Part]] = []
    for match in seeds:
        if len(groups) == FORMULAS:
            break
        if any(_covers(group, match) for group in groups):
            continue
        group = _group(match, lines)
        if not any(_repeats(earlier, group) for earlier in groups):
            groups.append(group)
    groups.sort(key=lambda group: -len(group))
    found: list[Formula] = []
    for group in groups:
        formula = _formula(group)
        if not any(_contains(larger, formula) for larger in found):
            found.append(formula)
    return tuple(found)


def _by_date(quote: Quote) -> tuple[bool, str, int]:
    return quote.document.date is None, quote.document.date or "", quote.number


def _covers(group: Sequence[Part], match: Match) -> bool:
    """Whether a formula that is already reported has one of these parts, and the other's document too."""
    documents = {part.document for part in group}
    return any(
        known.document in documents and any(part.overlaps(shared) for part in group)
        for shared, known in ((match.one, match.other), (match.other, match.one))
    )


def _repeats(earlier: Sequence[Part], group: Sequence[Part]) -> bool:
    """Whether a formula only adds one use to three or more that stand beside each other already."""
    shared = sum(any(part.overlaps(known) for known in earlier) for part in group)
    return shared >= 3 and len(group) - shared <= 1


def _contains(larger: Formula, formula: Formula) -> bool:
    """Whether all of a formula can be read in a larger one."""
    return all(
        any(
            known.quote.number == use.quote.number and known.start <= use.start and use.end <= known.end
            for known in larger.uses
        )
        for use in formula.uses
    )


def _group(seed: Match, lines: Sequence[Line]) -> list[Part]:
    """The seed's two parts and the closest part of every further document, in the order of dates."""
    found = {seed.one.document: (seed.score, seed.one), seed.other.document: (seed.score, seed.other)}
    enough = max(_JOINING, _ALIKE * seed.common)
    for line in lines:
        document = line.quote.document.id
        if document in (seed.one.document, seed.other.document):
            continue
        for known in (seed.one, seed.other):
            wide = replace(known, first=first_modifier(known))
            for match in matches(replace(known.line, words=wide.words), line, enough):
                is_named = match.other.last - match.other.first + 1 < _SHORTEST
                if not is_named and (document not in found or match.score > found[document][0]):
                    found[document] = match.score, match.other
    return sorted((part for _, part in found.values()), key=lambda part: _by_date(part.line.quote))


def _formula(parts: Sequence[Part]) -> Formula:
    """The parts as uses, each compared with the one before it."""
    parts = [replace(part, last=last_of_clause(part)) for part in _with_modifiers(parts)]
    uses = [_use(parts[0])]
    for previous, part in pairwise(parts):
        gone, new = _differences(previous, part)
        uses.append(replace(_use(part), added=new, dropped=tuple(previous.line.text(span) for span in gone)))
    return Formula(tuple(uses))


def _use(part: Part) -> Use:
    return Use(part.line.quote, part.words[0].start, part.words[-1].end)


def _differences(one: Part, other: Part) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What only the one has, and what only the other has, as stretches of their documents."""
    pairs = _in_both(one, other)
    gone = _runs(one, {i for i, _ in pairs})
    new = _runs(other, {j for _, j in pairs})
    return _changes(one, gone, other, new), _changes(other, new, one, gone)


def _changes(part: Part, runs: Sequence[Span], other: Part, others: Sequence[Span]) -> tuple[Span, ...]:
    """The runs but for an "and" that only has another place in a longer row, and for words that the other
    has too, a little outside its part."""
    there = {word for run in others for word in other.line.text(run).casefold().split()}
    beside = [
        [word.stem for word in words]
        for words in (
            other.line.words[max(0, other.first - _BESIDE) : other.first],
            other.line.words[other.last + 1 : other.last + 1 + _BESIDE],
        )
    ]
    found = []
    for run in runs:
        stems = [word.stem for word in part.words if run.start <= word.start and word.end <= run.end]
        moved = part.line.text(run).casefold() in ("and", "or") and part.line.text(run).casefold() in there
        if not moved and not any(_holds(words, stems) for words in beside):
            found.append(run)
    return tuple(found)


def _holds(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether the run stands somewhere among the words; one that is part of a word does not."""
    size = len(run)
    return size > 0 and any(words[at : at + size] == run for at in range(len(words) - size + 1))


def _in_both(one: Part, other: Part) -> list[tuple[int, int]]:
    """The places of the words that both parts have in the same order, as many content words as can be."""
    ours, theirs = one.words, other.words
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if ours[i].stem == theirs[j].stem:
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + _kept(ours, i, theirs, j))
    pairs, i, j = [], 0, 0
    while i < len(ours) and j < len(theirs):
        if best[i][j] > max(best[i + 1][j], best[i][j + 1]):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _kept(ours: Sequence[Word], i: int, theirs: Sequence[Word], j: int) -> float:
    """What it is worth to take a word of both as the same: more where its neighbours are the same too."""
    before = i > 0 and j > 0 and ours[i - 1].stem == theirs[j - 1].stem
    after = i + 1 < len(ours) and j + 1 < len(theirs) and ours[i + 1].stem == theirs[j + 1].stem
    return (_LITTLE if ours[i].stop else 1) + _NEIGHBOUR * (before + after)


def _runs(part: Part, kept: set[int]) -> tuple[Span, ...]:
    """Neighbouring words that are not kept, as one stretch; what a kept word covers stays outside."""
    runs: list[Span] = []
    open_run = False
    end_of_kept = part.words[0].start
    for place, word in enumerate(part.words):
        if place in kept:
            if open_run and word.start < runs[-1].end:  # overlapping East Asian pairs
                runs[-1] = Span(runs[-1].start, word.start)
            end_of_kept, open_run = word.end, False
        elif open_run:
            runs[-1] = Span(runs[-1].start, word.end)
        elif max(word.start, end_of_kept) < word.end:
            runs.append(Span(max(word.start, end_of_kept), word.end))
            open_run = True
    return tuple(run for run in runs if run.start < run.end)


def _with_modifiers(parts: Sequence[Part]) -> list[Part]:
    """The parts with the words that qualify their beginning, where at least two have such words.

    "complete denuclearization of …" beside "verifiable denuclearization of …" differs in what matters.
    """
    firsts = [first_modifier(part) for part in parts]
    if sum(first < part.first for part, first in zip(parts, firsts, strict=True)) < 2:
        return list(parts)
    return [replace(part, first=first) for part, first in zip(parts, firsts, strict=True)]
