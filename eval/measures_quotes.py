"""Measures of quotes: are they exact, are they the right ones, and who is said to be on record with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eval.cases import Case, Check, check, shared
from eval.gold import GoldQuote, GoldSpeaker
from eval.outcomes import Quoted
from index.documents import Span
from index.words import stems

_COVERED = 0.5  # of a gold quote's characters, as in the gold format's description


def exactness(case: Case) -> Iterator[Check]:
    """Quotes whose words are those of their place, character by character, none of it page furniture.

    exact quotes / quotes given. Must be 1: it is what a quote promises (docs/evaluation.md).
    """
    for quote in case.given.quotes:
        document = case.documents.get(quote.document)
        words = document.text[quote.start : quote.end] if document and quote.start >= 0 else None
        aside = document is not None and any(
            shared(piece, quote) for piece in document.furniture if piece.start < quote.end
        )
        yield check(bool(quote.text.strip()) and words == quote.text and not aside, quote.text)


def recall(case: Case) -> Iterator[Check]:
    """Gold quotes that a given quote covers / gold quotes.

    Covered: it lies inside the given quote, or half of its characters do (the gold format's rule).
    """
    for wanted in case.gold.quotes:
        yield check(any(_covers(case, quote, wanted) for quote in case.given.quotes), wanted.text)


def precision(case: Case) -> Iterator[Check]:
    """Given quotes that cover a gold quote / given quotes; undefined where none was given."""
    for quote in case.given.quotes:
        yield check(any(_covers(case, quote, wanted) for wanted in case.gold.quotes), quote.text)


def sentence_recall(case: Case) -> Iterator[Check]:
    """Gold sentences that are given / gold sentences.

    Gold sentences are those that gold quotes stand in, as the selected sentences of CLAP-NQ (Rosenthal
    et al., TACL 2025) are; a sentence is touched from half of its characters, or half of the quote's.
    """
    given, gold = _given_sentences(case), _gold_sentences(case)
    if gold:
        yield Check(float(len(gold & given)), float(len(gold)))


def sentence_precision(case: Case) -> Iterator[Check]:
    """Given sentences that are gold / given sentences; undefined where none was given."""
    given, gold = _given_sentences(case), _gold_sentences(case)
    if given:
        yield Check(float(len(gold & given)), float(len(given)))


def attribution(case: Case) -> Iterator[Check]:
    """Gold speakers named with the right voice / gold speakers; one not quoted at all is wrong."""
    yield from _attributed(case, lambda quote, gold: _names(quote, gold) and quote.voice == gold.voice)


def speakers(case: Case) -> Iterator[Check]:
    """Gold speakers named / gold speakers that are quoted; a surname or a body is enough."""
    yield from _quoted(case, _names)


def voices(case: Case) -> Iterator[Check]:
    """Quotes in the right voice / gold speakers that are quoted."""
    yield from _quoted(case, lambda quote, gold: quote.voice == gold.voice)


def _names(quote: Quoted, gold: GoldSpeaker) -> bool:
    return quote.speaker is not None and not set(stems(gold.speaker)).isdisjoint(stems(quote.speaker))


def _attributed(case: Case, is_right: Callable[[Quoted, GoldSpeaker], bool]) -> Iterator[Check]:
    for gold in case.gold.speakers:
        quote = _holding(case, gold)
        found = f"found {quote.speaker}, {quote.voice}" if quote else "not quoted"
        wanted = f"{gold.speaker}, {gold.voice}, {found}: {gold.quote}"
        yield check(quote is not None and is_right(quote, gold), wanted)


def _quoted(case: Case, is_right: Callable[[Quoted, GoldSpeaker], bool]) -> Iterator[Check]:
    """What recall has counted already is not counted again: of what is not quoted nothing is known."""
    for gold in case.gold.speakers:
        quote = _holding(case, gold)
        if quote is not None:
            yield Check(float(is_right(quote, gold)))


def _holding(case: Case, gold: GoldSpeaker) -> Quoted | None:
    """The given quote that holds a gold speaker's words, from a document of the question first."""
    named = {*case.gold.said, *(quote.document for quote in case.gold.quotes)}
    holding = [quote for quote in case.given.quotes if gold.quote in quote.text]
    return next((q for q in holding if q.document in named), holding[0] if holding and not named else None)


def _covers(case: Case, quote: Quoted, wanted: GoldQuote) -> bool:
    if quote.document != wanted.document:
        return False
    return any(shared(place, quote) >= _COVERED * len(wanted.text) for place in case.places(wanted))


def _given_sentences(case: Case) -> set[tuple[str, Span]]:
    return {
        (quote.document, span)
        for quote in case.given.quotes
        for span in _sentences(case, quote.document, Span(quote.start, quote.end))
    }


def _gold_sentences(case: Case) -> set[tuple[str, Span]]:
    given = _given_sentences(case)
    found = set()
    for wanted in case.gold.quotes:
        places = [
            [(wanted.document, span) for span in _sentences(case, wanted.document, place)]
            for place in case.places(wanted)
        ]
        # Words that stand in several places are wanted once: where they were found, if anywhere.
        found.update(max(places, key=lambda place: len(given.intersection(place)), default=[]))
    return found


def _sentences(case: Case, id_: str, at: Span) -> list[Span]:
    document = case.documents.get(id_)
    length = at.end - at.start
    return [
        span
        for span in (document.sentences if document else ())
        if span.overlaps(at) and shared(span, at) >= 0.5 * min(length, span.end - span.start)
    ]
