"""Numbers and dates of a sentence, and whether a quote states the same: equal or not, nothing in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.documents import Span
from rag.model.words import NUMBER_WORDS, SCALES, Token, tokens

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + "|Sept"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1\d{3}|20\d{2})"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?\b",
        rf"\b{_DAY}(?: of)? (?P<month>{_MONTH})\b\.?(?:,? {_YEAR}\b)?",
        rf"\b(?P<month>{_MONTH})\b\.? {_DAY}\b(?:,? {_YEAR}\b)?",
        rf"\b(?P<month>{_MONTH})\b\.?,? {_YEAR}\b",
        rf"\b{_YEAR}\b(?![.,]?\d|-\d)",
    )
)
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth half halves double "
    "doubled twice thrice triple tripled quarter quarters both dozens hundreds thousands millions billions "
    "trillions couple pair single several last next previous former latter final".split()
)
_PERCENT = re.compile(r"\s?(?:%|％|percent\b|per cent\b|pct\b)(?!\s+points?)", re.IGNORECASE)
_SIGNS = frozenset("$€£¥₩₹₽¢+-−–~≈<>≤≥±")
_NEAR = 3  # content words after a number among which the counted thing is looked for


@dataclass(frozen=True, slots=True)
class Date(Span):
    """A date as precise as it is written."""

    year: int | None
    month: int | None
    day: int | None

    def within(self, other: Date) -> bool:
        """Whether the other states it, as precisely or more so."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        return all(one in (None, two) for one, two in zip(mine, theirs, strict=True))


@dataclass(frozen=True, slots=True)
class Amount(Span):
    """A number as it is written: its parts ("3 million" has two), sign, unit, and what is counted."""

    parts: tuple[float | str, ...]
    unit: str
    counted: tuple[str, ...]


def dates(text: str) -> list[Date]:
    """All dates, from left to right; a lone year counts as one."""
    found: list[Date] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if any(date.start < match.end() and match.start() < date.end for date in found):
                continue
            parts = match.groupdict()
            month = parts.get("month")
            found.append(
                Date(
                    match.start(),
                    match.end(),
                    int(parts["year"]) if parts.get("year") else None,
                    _month(month) if month else None,
                    int(parts["day"]) if parts.get("day") else None,
                )
            )
    return sorted(found, key=lambda date: date.start)


def unstated(sentence: str, places: Sequence[Span], quote: str) -> str | None:
    """The first number or date of a sentence, outside ``places``, that the quote does not state.

    A number is stated where the same one stands, written in words or digits, with the same sign and
    unit, and counting the same thing; a date where the quote has it, as precisely or more so.
    """
    stated = dates(quote)
    for date in dates(sentence):
        if not _inside(date, places) and not any(date.within(other) for other in stated):
            return sentence[date.start : date.end]
    known = list(_amounts(quote))
    for amount in _amounts(sentence):
        if not _inside(amount, places) and not any(_equal(amount, other) for other in known):
            return sentence[amount.start : amount.end]
    held = {token.written for token in tokens(quote)}
    for token in tokens(sentence):
        if token.written in _ORDINALS and token.written not in held and not _inside(token, places):
            return sentence[token.start : token.end]
    return None


def _inside(found: Span | Token, places: Sequence[Span]) -> bool:
    return any(place.start <= found.start and found.end <= place.end for place in places)


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(written[:3].lower()))


def _amounts(text: str) -> Iterator[Amount]:
    """The numbers of a text, dates left out, neighbouring parts as one."""
    taken = dates(text)
    found = tokens(text)
    at = 0
    while at < len(found):
        if not _is_number(found[at]) or _inside(found[at], taken):
            at += 1
            continue
        first = at
        while (
            at + 1 < len(found)
            and _is_number(found[at + 1])
            and not _inside(found[at + 1], taken)
            and not text[found[at].end : found[at + 1].start].strip(" -–/:")
        ):
            at += 1
        at += 1
        start, end = found[first].start, found[at - 1].end
        percent = _PERCENT.match(text, end)
        sign = "".join(character for character in text[max(0, start - 2) : start] if character in _SIGNS)
        after = [token.stem for token in found[at:] if token.content]
        yield Amount(
            start,
            end,
            tuple(_value(token.written) for token in found[first:at]),
            sign + ("%" if percent else "") + (text[end : end + 1] if text[end : end + 1] in "°$€£¥" else ""),
            () if percent else tuple(after[:_NEAR]),
        )


def _is_number(token: Token) -> bool:
    return token.written[0].isdigit() or token.written in NUMBER_WORDS or token.written in SCALES


def _value(written: str) -> float | str:
    if written in NUMBER_WORDS:
        return float(NUMBER_WORDS[written])
    try:
        return float(re.sub(r",(?=\d{3}\b)", "", written))
    except ValueError:
        return written  # a scale, or a number that this cannot read: equal to itself only


def _equal(mine: Amount, other: Amount) -> bool:
    if (mine.parts, mine.unit) != (other.parts, other.unit):
        return False
    return not mine.counted or mine.counted[0] in other.counted
