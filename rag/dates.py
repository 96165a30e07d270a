"""Dates as words state them, in English and, with a year, in European languages, as ISO 8601 prefixes."""

from __future__ import annotations

import calendar
import re

from index.date_forms import MONTHS

# The first and last day, month or year of a stretch, both included.
Stretch = tuple[str | None, str | None]

_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
MONTH = rf"(?:{'|'.join(sorted(_MONTH_NUMBER, key=len, reverse=True))})(?!\w)\.?"
# Months of other languages, for dates in full; abbreviations are too often other words ("ago", "set").
_LEAST = 4  # letters, but for "mai"
_ABROAD = {
    name: number
    for name, number in MONTHS.items()
    if name not in _MONTH_NUMBER and name.isalpha() and (len(name) >= _LEAST or name == "mai") and name < "я"
}
_MONTH_ABROAD = rf"(?:{'|'.join(sorted(_ABROAD, key=len, reverse=True))})(?!\w)"
_YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})(?![\w%])(?![,.]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_PART = r"(?:early|late|mid|middle|beginning|start|end|rest|whole|all|course)"
_SEASON = r"(?:summer|winter|spring|autumn|fall)"
_NTH = r"first|second|third|fourth|last|1st|2nd|3rd|4th"

# A date, from the most to the least precise; the name of the group says how it is read.
STATED = re.compile(
    rf"""(?<![\w.,$€£])(?<!\D-)(?:the\s)?(?:
      (?P<iso>\d{{4}}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![-\w])
    | (?P<day>{MONTH}\s(?:the\s)?{_DAY},?\s(?:of\s)?{_YEAR}|{_DAY}\s(?:of\s)?{MONTH},?\s(?:of\s)?{_YEAR}
      |(?:3[01]|[12]\d|0?[1-9])(?:\.|º|er)?\s(?:de\s)?(?:{_MONTH_ABROAD}|{MONTH})\s(?:de\s)?{_YEAR})
    | (?P<figures>\d{{1,2}}(?P<mark>[./])\d{{1,2}}(?P=mark){_YEAR})
    | (?P<quarter>(?:q(?P<q>[1-4])|(?P<nth>{_NTH})\squarter)(?:\sof)?,?\s{_YEAR})
    | (?P<half>(?P<which>first|second|1st|2nd)\shalf\sof\s{_YEAR})
    | (?P<decade>(?:early\s|late\s|mid[-\s])?(?:(?:1\d|20)\d0|['’]?\d0)['’]?s)(?!\w)
    | (?P<century>\d{{1,2}}(?:st|nd|rd|th)[-\s]century)(?!\w)
    | (?P<month>(?:{_PART}(?:\sof)?[-\s])?{MONTH},?\s(?:of\s)?{_YEAR}
      |(?!mars\b){_MONTH_ABROAD}\s(?:de\s)?{_YEAR})
    | (?P<year>(?:{_PART}(?:\sof)?[-\s])?(?:{_SEASON}(?:\sof)?\s)?(?:(?:calendar\s)?year\s)?{_YEAR})
    )""",
    re.VERBOSE,
)


def stretch(match: re.Match[str]) -> Stretch | None:
    """What a match of ``STATED`` covers, or None where the figures are no date ("31.02.2013" is February)."""
    text = match.group()
    year = (re.findall(_YEAR, text) or [text[:4]])[-1]
    read = {
        "iso": _same(match["iso"]),
        "day": _same(_spelled(text, year)) if match["day"] else None,
        "figures": _same(_figures(text, year)) if match["figures"] else None,
        "quarter": _quarter(match, year) if match["quarter"] else None,
        "half": (f"{year}-01", f"{year}-06")
        if match["which"] in ("first", "1st")
        else (f"{year}-07", f"{year}-12"),
        "decade": _decade(match["decade"]) if match["decade"] else None,
        "century": _century(match["century"]) if match["century"] else None,
        "month": _same(f"{year}-{_month_in(text):02}"),
        "year": _same(year),
    }
    return next((value for kind, value in read.items() if match[kind]), None)


def preceding(date: str) -> str:
    """The day, month or year before this one, at the same precision."""
    return _moved(date, -1)


def following(date: str) -> str:
    """The day, month or year after this one, at the same precision."""
    return _moved(date, 1)


def ago(newest: str, many: int, unit: str, *, whole: bool) -> Stretch | None:
    """The year, month, week or day ``many`` units before ``newest`` (ISO 8601).

    whole: the calendar year, month or day that lies so far back; otherwise the point in time alone,
    as precise as ``newest``. None where ``newest`` is not precise enough to tell.
    """
    unit = unit.removesuffix("s")
    year, month, day = int(newest[:4]), int(newest[5:7] or 0), int(newest[8:10] or 0)
    if unit in ("year", "decade"):
        years = many * (10 if unit == "decade" else 1)
        if not whole:
            return _same(f"{year - years:04}{newest[4:10]}")
        return (f"{year - 10:04}", None) if unit == "decade" else _same(f"{year - years:04}")
    if unit in ("month", "quarter") and month:
        earlier = year * 12 + month - 1 - many * (3 if unit == "quarter" else 1)
        if unit == "quarter" and whole:
            begin = earlier // 3 * 3
            return _year_month(begin), _year_month(begin + 2)
        return _same(_year_month(earlier) + ("" if whole else newest[7:10]))
    if unit in ("week", "day") and day:
        date = newest[:10]
        for _ in range(min(many, 400) * (7 if unit == "week" else 1)):
            date = preceding(date)
        return (date, newest[:10]) if unit == "week" or not whole else _same(date)
    return None


def _same(date: str | None) -> Stretch:
    return date, date


def _year_month(months: int) -> str:
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _moved(date: str, by: int) -> str:
    year, month, day = int(date[:4]), int(date[5:7] or 0), int(date[8:10] or 0)
    if not month:
        return f"{year + by:04}"
    if not day:
        return _year_month(year * 12 + month - 1 + by)
    if 1 <= day + by <= calendar.monthrange(year, month)[1]:
        return f"{date[:8]}{day + by:02}"
    moved = _moved(date[:7], by)
    last = calendar.monthrange(int(moved[:4]), int(moved[5:7]))[1]
    return f"{moved}-{1 if by > 0 else last:02}"


def _month_in(text: str) -> int:
    known = _MONTH_NUMBER | _ABROAD
    return next((known[word] for word in re.findall(r"[^\W\d_]+", text) if word in known), 1)


def _spelled(text: str, year: str) -> str:
    day = int(re.findall(r"\d+", text.rsplit(year, 1)[0])[0])
    return _checked(int(year), _month_in(text), day)


def _figures(text: str, year: str) -> str:
    """ "31.05.2024" is a day; "05/06/2024" is read differently on either side of the Atlantic: its year."""
    first, second = (int(number) for number in re.findall(r"\d+", text)[:2])
    if "." in text or first > 12:
        return _checked(int(year), second, first)
    if second > 12 or first == second:
        return _checked(int(year), first, second)
    return year


def _checked(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"{year:04}"
    return f"{year:04}-{month:02}" + (f"-{day:02}" if 1 <= day <= calendar.monthrange(year, month)[1] else "")


def _quarter(match: re.Match[str], year: str) -> Stretch:
    nth = match["q"] or match["nth"]
    number = 4 if nth == "last" else next(n for n, words in enumerate(_QUARTERS, start=1) if nth in words)
    return f"{year}-{number * 3 - 2:02}", f"{year}-{number * 3:02}"


_QUARTERS = (("1", "first", "1st"), ("2", "second", "2nd"), ("3", "third", "3rd"), ("4", "fourth", "4th"))


def _decade(text: str) -> Stretch:
    digits = re.findall(r"\d+", text)[0]
    century = "" if len(digits) == 4 else "19" if int(digits) >= 30 else "20"
    first = int(century + digits)
    return str(first), str(first + 9)


def _century(text: str) -> Stretch | None:
    number = int(re.findall(r"\d+", text)[0])
    return (f"{number - 1:02}01", f"{number:02}00") if 10 <= number <= 22 else None
