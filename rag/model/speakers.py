"""To whom a written sentence gives its words, and whether the cited quote is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.documents import Span
from index.words import stems
from rag.model.numbers import dates
from rag.model.words import FIRST_PERSON, Token, tokens
from rag.quotes import Quote
from rag.speech.reporting import REPORTING

# They report and judge nothing: "admitted" or "claimed" would be a judgement of the model's own.
NEUTRAL = frozenset(
    "say says said saying state states stated stating tells told notes noted remarks remarked "
    "according".split()
)
_BESIDE = frozenset("on in at by to of the that as and for according he she they it was".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a sentence that only says who speaks and when: "On 3 May 2012, Smith said that".

    first, last: the tokens ``[first, last)`` of the frame. places: where in it metadata stands, so that
    it need not stand in the quote.
    """

    first: int = 0
    last: int = 0
    places: tuple[Span, ...] = ()

    def holds(self, place: int) -> bool:
        return self.first <= place < self.last


def frame(sentence: str, words: Sequence[Token], quote: Quote) -> Frame:
    """The frame at the head of a sentence, else the one after its last comma, else an empty one.

    It holds nothing but the quote's speaker, the date of the quote's document, a neutral verb of
    reporting, and what joins them. Where the quote speaks as "we" or "I" the speaker's name alone may
    stand in its stead.
    """
    speaker = frozenset(stems(quote.speaker or ""))
    dated = _dated(sentence, quote)

    def fits(token: Token) -> bool:
        at_date = any(place.start <= token.start < place.end for place in dated)
        return token.written in _BESIDE | NEUTRAL or token.stem in speaker or at_date

    def reports(place: int) -> bool:  # "states", but not of "United States"
        return words[place].written in NEUTRAL and (words[place].opens or not words[place].name)

    end = next((place for place, token in enumerate(words) if not fits(token)), len(words))
    verbs = [place for place in range(end) if reports(place)]
    if verbs and words[verbs[0]].written != "according":
        return _framed(words, 0, _after(words, verbs[0] + 1, end, dated), dated, speaker)
    if verbs:
        comma = sentence.find(",", words[verbs[0]].end)
        last = next((place for place, token in enumerate(words) if token.start > comma >= 0), 0)
        return _framed(words, 0, last if last <= end else 0, dated, speaker)
    named = [place for place in range(end) if words[place].stem in speaker]
    if named and _speaks_itself(quote):
        return _framed(words, 0, named[-1] + 1, dated, speaker)
    comma = sentence.rfind(",")
    tail = [place for place, token in enumerate(words) if token.start > comma >= 0]
    if tail and all(fits(words[place]) for place in tail):
        found = _framed(words, tail[0], len(words), dated, speaker)
        if any(map(reports, tail)):
            return found
    return Frame()


def misattributed(sentence: str, words: Sequence[Token], quote: Quote, found: Frame) -> str | None:
    """The name that a sentence wrongly gives the words to, or None.

    Outside the frame somebody may only be said to have said something where the quote says so itself,
    with the same name right before or after the same verb.
    """
    if quote.voice == "joint" and found.last:
        names = {stem for stem in stems(quote.speaker or "") if _capital(stem, quote.speaker or "")}
        named = {words[place].stem for place in range(found.first, found.last)} & names
        if named and named != names:
            return " ".join(words[place].written for place in range(found.first, found.last))
    quote_pairs = set(_saying(quote.text))
    for name, verb in _saying(sentence, skipped=found):
        if (name, verb) not in quote_pairs:
            return name
    return None


def _framed(
    words: Sequence[Token], first: int, last: int, dated: Sequence[Span], speaker: frozenset[str]
) -> Frame:
    if first >= last:
        return Frame()
    places = [Span(word.start, word.end) for word in words[first:last] if word.stem in speaker]
    span = Span(words[first].start, words[last - 1].end)
    places += [date for date in dated if span.start <= date.start and date.end <= span.end]
    return Frame(first, last, tuple(places))


def _after(words: Sequence[Token], place: int, end: int, dated: Sequence[Span]) -> int:
    """Past a date and a "that" which follow the verb at once: "said on 3 May 2012 that"."""
    ahead = place
    while ahead < end and words[ahead].written in ("on", "in"):
        ahead += 1
    at = ahead
    while at < end and any(date.start <= words[at].start < date.end for date in dated):
        at += 1
    place = at if at > ahead else place
    return place + 1 if place < end and words[place].written == "that" else place


def _dated(sentence: str, quote: Quote) -> list[Span]:
    stated = dates(quote.document.date or "")
    return [
        Span(date.start, date.end) for date in dates(sentence) if any(date.within(other) for other in stated)
    ]


def _speaks_itself(quote: Quote) -> bool:
    return quote.voice in ("direct", "joint") and any(
        token.written in FIRST_PERSON for token in tokens(quote.text)
    )


def _capital(stem: str, text: str) -> bool:
    return any(token.stem == stem and token.name for token in tokens(text))


def _saying(text: str, skipped: Frame | None = None) -> list[tuple[str, str]]:
    """Each verb of reporting with the name beside it: (stem of the name, stem of the verb)."""
    found = tokens(text)
    pairs = []
    for place, token in enumerate(found):
        if token.written not in REPORTING | NEUTRAL or (skipped and skipped.holds(place)):
            continue
        beside = [near for near in (place - 1, place - 2, place + 1) if 0 <= near < len(found)]
        name = next((near for near in beside if found[near].name and found[near].content), None)
        if name is not None and not (skipped and skipped.holds(name)):
            pairs.append((found[name].stem, token.stem))
    return pairs
