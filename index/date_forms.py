"""Dates as texts write them, in ISO 8601 and as precise as they are written; ambiguous ones never."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from index.documents import Span

# Month names by number, 1 to 12: English, French, German, Spanish, Portuguese, Italian, Dutch, Russian.
_MONTHS = """
    january jan janvier janv januar jänner enero ene janeiro gennaio januari января
    february feb février févr fevrier februar febrero fevereiro febbraio februari февраля
    march mar mars märz maerz marzo março maart марта
    april apr avril avr abril abr aprile апреля
    may mai mayo maio maggio mei мая
    june jun juin juni junio junho giugno июня
    july jul juillet juil juli julio julho luglio июля
    august aug août aout agosto ago augustus августа
    september sept sep septembre septiembre setembro settembre сентября
    october oct octobre oktober okt octubre outubro ottobre октября
    november nov novembre noviembre novembro ноября
    december dec décembre déc decembre dezember dez diciembre dic dezembro dicembre декабря
"""
MONTHS = {name: number for number, line in enumerate(_MONTHS.split("\n")[1:13], 1) for name in line.split()}
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica"
)
# First years of the Japanese eras; the first year of an era is also written 元.
_ERAS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}

_ANY_YEAR = re.compile(rf"(?:1[89]|20)\d\d|{'|'.join(_ERAS)}")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

_MONTH = r"\b(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_OTHER_MONTH = _MONTH.replace("<month>", "<other_month>")
_WEEKDAY = rf"(?:(?P<weekday>\b(?:{'|'.join(_WEEKDAYS.split())})\b)\.?,?\s{{1,3}}(?:(?:the|den|le)\s)?)?"
_CENTURY = r"(?:1[89]|20)\d\d"
_YEAR = rf"(?P<year>{_CENTURY})(?!\d|[-/]\d)"
_DAY = r"(?P<day>\d{1,2})"
_OTHER_DAY = r"(?P<other>\d{1,2})"
_AND = r"\s?(?:[-–—]|to|and|&|und|bis|et|au|y|al|e)\s?"
_ORDINAL = r"(?:st|nd|rd|th|er|re|\.|º|°|ª)?"
_OF = r"(?:day\sof\s|of\s|de\s|del\s|d')?"
# The forms in which a date is written; where two fit at one place, the one that starts first counts.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_MONTH}\s{{1,3}}{_DAY}{_ORDINAL}(?:{_AND}(?:{_OTHER_MONTH}\s)?{_OTHER_DAY}{_ORDINAL})?"
        rf"(?:,\s{{0,3}}|\s{{1,3}}){_YEAR}",
        rf"{_WEEKDAY}(?:\b{_OTHER_DAY}{_ORDINAL}(?:\s{_OTHER_MONTH})?{_AND})?\b{_DAY}{_ORDINAL}\s{{1,3}}{_OF}"
        rf"{_MONTH},?\s{{1,3}}{_OF}{_YEAR}",
        rf"(?<!\d\s){_MONTH},?\s{{1,3}}{_OF}{_YEAR}",
        rf"(?<![\d./-])(?P<year>{_CENTURY})(?P<mark>[-/.])\s?(?P<number>\d{{1,2}})(?P=mark)\s?{_DAY}(?![\d/-])",
        rf"(?<![\d./-])(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}",
        rf"(?:(?P<era>{'|'.join(_ERAS)})(?P<era_year>元|\d{{1,2}})|(?P<year>{_CENTURY}))\s?[年년]"
        rf"(?:\s?(?P<number>\d{{1,2}})\s?[月월](?:\s?{_DAY}\s?[日일])?)?",
    )
)

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
).split()
# "this nineteenth day of October, in the year of our Lord two thousand twenty-one"
_SPELLED = re.compile(
    r"\bthis\s+(?P<day>[a-z]+(?:[- ][a-z]+)?|\d{1,2}(?:st|nd|rd|th)?)\s+day\s+of\s+(?P<month>[A-Z][a-z]+),?"
    r"\s+in\s+the\s+year\s+of\s+our\s+Lord\s+(?P<year>\d{4}|(?:[a-z]+[\s-]+){1,6}?[a-z]+)(?=[,.;])"
)


@dataclass(frozen=True, slots=True, order=True)
class DateMention(Span):
    """A date at a place in a text.

    iso: "2012-09-28", "2012-09" or "2012"; a range of days is as precise as both ends agree.
    weekday: the day of the week is written with it, as news does for a date of its own.
    """

    iso: str
    weekday: bool

    @property
    def full(self) -> bool:
        return len(self.iso) == 10


def mentions(text: str) -> list[DateMention]:
    """The dates in a text, in order; "05/06/2024", which may be May or June, is none."""
    text = text.translate(_WIDE_DIGITS)
    if not _ANY_YEAR.search(text):
        return []
    found = sorted(
        ((match.start(), -match.end(), match) for form in _FORMS for match in form.finditer(text)),
        key=lambda one: one[:2],
    )
    kept: list[DateMention] = []
    position = 0
    for start, end, match in found:
        if start >= position:
            position = -end
            iso = _iso(match.groupdict())
            if iso:
                weekday = match.groupdict().get("weekday") is not None
                kept.append(DateMention(start, -end, iso, weekday))
    return kept


def spelled(text: str) -> str | None:
    """The date that a solemn document ends with in words, as proclamations do, or None."""
    for match in _SPELLED.finditer(text):
        words = match["day"].lower().replace(" ", "-")
        day = _ORDINALS.index(words) + 1 if words in _ORDINALS else int("0" + re.sub(r"\D", "", words))
        year = int(match["year"]) if match["year"].isdigit() else _number(match["year"])
        iso = _full(year, MONTHS.get(match["month"].lower(), 0), day)
        if iso:
            return iso
    return None


def _iso(parts: Mapping[str, str | None]) -> str | None:
    """The date in the named parts of a match; None for an impossible or ambiguous one."""
    if parts.get("first"):
        return _unambiguous(_int(parts, "year"), _int(parts, "first"), _int(parts, "second"))
    year = _int(parts, "year")
    if era := parts.get("era"):
        year = _ERAS[era] + (1 if parts["era_year"] == "元" else _int(parts, "era_year")) - 1
    month = _int(parts, "number") or MONTHS.get((parts.get("month") or "").lower(), 0)
    if not month:
        return f"{year:04}" if not parts.get("number") else None
    if not parts.get("day"):
        return f"{year:04}-{month:02}" if month <= 12 else None
    iso = _full(year, month, _int(parts, "day"))
    other = parts.get("other_month")
    if iso is None or not parts.get("other"):
        return iso
    return f"{year:04}" if other and MONTHS[other.lower()] != month else iso[:7]


def _int(parts: Mapping[str, str | None], name: str) -> int:
    return int(parts.get(name) or 0)


def _unambiguous(year: int, one: int, two: int) -> str | None:
    """Day and month in either order, where only one order is a date (or both are the same)."""
    found = {_full(year, one, two), _full(year, two, one)} - {None}
    return found.pop() if len(found) == 1 else None


def _full(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(words: str) -> int:
    """ "two thousand twenty-one" or "nineteen hundred and ninety-four" as a number; 0 for other words."""
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in _UNITS:
            current += _UNITS.index(word)
        elif word in _TENS:
            current += _TENS[word]
        elif word == "hundred":
            current *= 100
        elif word == "thousand":
            total, current = total + current * 1000, 0
        elif word != "and":
            return 0
    return total + current
