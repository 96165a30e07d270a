"""Periods of time as a question names them: "in 2013", "before 2015", "last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.asked.wording import AFTER_A_LIMIT, AUXILIARY
from rag.dates import MONTH, STATED, Stretch, ago, following, preceding, stretch

# What stands before a date says how it limits; the kinds are the keys of ``_limits``.
_BEFORE_A_DATE = {
    "between": r"(?:anywhere )?between",
    "before": r"before|prior to|earlier than|preceding|pre-|ahead of|leading up to|vor|avant|antes de",
    "until": r"until|till|up (?:un)?til|up to|through|no later than|not later than|as late as|to"
    r"|bis|jusqu'en|hasta",
    "by": r"by",
    "after": r"after|later than|following|post-|nach|après|después de",
    "since": r"(?:ever )?since|as of|(?:starting|beginning)(?: in| from| with| on)?|from|seit|ab"
    r"|depuis|desde",
    "in": r"(?:back |dated |dating |some ?time |anywhere |as early as )?"
    r"(?:in|during|throughout|within|over|across|on|from|dated)(?: the year| the month of| the course of)?"
    r"|en(?: el año)?|im jahre?|am|vom|den|le|du|el(?: día)?|del|il|op|em|in data|no dia",
}
_LEADS = {kind: re.compile(rf"(?<![\w-])(?:{words})\s?$") for kind, words in _BEFORE_A_DATE.items()}
_AND = re.compile(r"\s?(?:-|–|—|to|until|till|through|thru|and|or)\s?(?:in )?")
_TO_NOW = re.compile(
    r"\s?(?:-|–|—|to|up to|until|till|through|and)\s?(?:now|date|today|the present|this day)(?![\w-])"
)
_SHORT = re.compile(r"[-–—/](\d\d)(?![\d%\w])")
_ONWARD = re.compile(r"\s(?:onwards?|forwards?|on(?=$|[?.!,;]))")

_COUNT = (
    r"\d{1,3}|(?:a )?(?:couple of|few)|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
)
_UNIT = r"years?|months?|weeks?|days?|decades?|quarters?"
_SELDOM = r"(?:before|since|until|by|after|in|during|over|within|for|from|throughout|at|as of)"
_RELATIVE = re.compile(
    rf"""(?<![\w-])(?:(?P<lead>{_SELDOM})\s)?(?:the\s)?(?:
      (?:last|past|previous|preceding)\s(?:(?P<many>{_COUNT})\s)?(?P<last>{_UNIT})
    | (?:this|current|present)\s(?P<this>year|month|week|quarter|decade)
    | (?P<ago>{_COUNT})\s(?P<unit>{_UNIT})\s(?:ago|back|earlier)
    | (?P<recent>recent\s(?:years|months|weeks|days|times)|recently|lately)
    | (?P<vague>yesterday|today|tonight|tomorrow|next\s(?:{_UNIT})
      |(?:earlier|later)\s(?:this|that)\s(?:{_UNIT})|(?:that(?:\ssame)?|(?:the\s)?same)\s(?:year|month|week|day|evening|morning|afternoon|night))
    )\b(?!['’]s\b)""",
    re.VERBOSE,
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
# A month, a season or a weekday without a year limits to nothing certain, but is no part of the topic
# either; nor is "over the years".
_VAGUE = re.compile(
    rf"""(?<![\w-])(?:(?:in|during|since|before|until|by|after)\s(?:(?:early|late|mid)[-\s]|last\s|this\s)?{MONTH}
    | (?:over|in|during|since|before|until|by|after|from)\s(?:last|this|next|that)\s{_SEASON}
    | (?:last|next)\s{_SEASON} | this\s(?:summer|autumn|winter|(?:spring|fall)(?=[?.!\s]*$))
    | (?:over|during|since)\s(?:the\s)?(?:{_SEASON}|weekend)
    | (?:over|through|throughout|across|down|in\sall)\s(?:all\s)?(?:the|these|those)
      \s(?:(?:past|last|intervening)\s)?(?:years|decades|months|weeks|days)
    | over\s(?:the\scourse\sof\s)?time | these\sdays | nowadays
    |
    on\s(?:the\s)?(?:{MONTH}\s\d\d?(?:st|nd|rd|th)?|\d\d?(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}|\d\d?(?:st|nd|rd|th))
    | (?:on|last|this)\s(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?!\w)(?!,?\s\d)""",
    re.VERBOSE,
)
_OF_ALL_TIMES = re.compile(
    r"(?:over|during|through|throughout|across|down|in all) (?:all )?(?:the|these|those)"
    r" (?:(?:past|last|intervening) )?(?:years|decades|months|weeks|days)|over (?:the course of )?time"
    r"|these days|nowadays|now|so far|to date|up to now|until now|ever|at any (?:time|point|stage)|yet|always"
)
_EAST_ASIAN = re.compile(
    r"""(?:在|于|從|从|自)?(?P<y>1\d{3}|20\d{2})\s?[年년]度?(?:\s?(?P<m>\d{1,2})\s?[月월](?:\s?(?P<d>\d{1,2})\s?[日일])?)?
    \s?(?:(?P<before>以前|之前|より前|前|이전)|(?P<until>まで|까지)|(?P<after>之后|之後|より後|이후)
    |(?P<since>以来|以來|以后|以後|以降|から|起|부터))?
    (?:에는|には|では|期间|期間|의|の|に|は|에)?""",
    re.VERBOSE,
)
# "by 2030" is a target, not a limit, once it lies beyond the newest document; a year this much
# further off is spoken of rather than spoken in, whatever stands before it.
_FAR = 5
_SOURCES = re.compile(
    r"(?:statements?|documents?|texts?|speech(?:es)?|reports?|articles?|letters?|quotes?|remarks|comments"
    r"|anything|something"
    r"|everything|those|ones?|meetings?|minutes|hearings?|interviews?|papers?|rulings?) $"
)
_NEXT_WORD = re.compile(r"\s*([\w'’]+)")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both ends included, each as precise as it was asked.

    first, last: ISO 8601 prefixes ("2013", "2013-01", "2013-01-18") or None for an open end.
    words: as asked, "in 2013".
    """

    first: str | None
    last: str | None
    words: str

    @property
    def phrase(self) -> str:
        """The words with a preposition: "2016" → "in 2016"."""
        if not re.match(rf"\d|the |{MONTH}", self.words.lower()) or re.search(r"[年년]", self.words):
            return self.words
        return f"{'on' if len(self.first or '') == 10 else 'in'} {self.words}"

    def holds(self, date: str | None) -> bool:
        """Whether a document's date certainly lies in the period; an undated document never does.

        "in 2013" holds "2013-01-18", but "in January 2013" does not hold "2013", which may be later.
        """
        if not date:
            return False
        late_enough = self.first is None or _day(date, "-01-01") >= _day(self.first, "-01-01")
        return late_enough and (self.last is None or _day(date, "-12-31") <= _day(self.last, "-12-31"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a period. ``period`` is None where the words limit to nothing certain."""

    start: int
    end: int
    period: Period | None


def mentions(text: str, newest: str | None = None) -> list[Mention]:
    """Every phrase of a lower-case text that limits it in time, in order, none overlapping.

    newest: ISO date of the newest document, which "last year" and the like are relative to.
    A date that is part of a name limits nothing: "the 2012 election", "in 2013 budget terms".
    """
    found: list[Mention] = []
    for mention in sorted(_all(text, newest), key=lambda mention: (mention.start, -mention.end)):
        if (not found or mention.start >= found[-1].end) and not _names_something(text, mention.end):
            found.append(mention)
    return found


def limits_nothing(words: str) -> bool:
    """Whether words of time leave none out: "over the years", "so far"."""
    return _OF_ALL_TIMES.fullmatch(words) is not None


def named(text: str) -> Period | None:
    """The period that the first date in a phrase names, such as 2013 in "the 2013 news conference"."""
    match = STATED.search(text.lower())
    dated = match and stretch(match)
    return Period(*dated, match.group()) if match and dated else None


def _day(date: str, rest: str) -> str:
    """A date of any precision as a day: its first ("-01-01") or its last ("-12-31", which sorts last)."""
    return date[:10] + rest[len(date) - 4 :] if len(date) < 10 else date[:10]


def _names_something(text: str, end: int) -> bool:
    """Whether a noun follows, so that the date only describes it."""
    following_word = _NEXT_WORD.match(text, end)
    if following_word is None or following_word.group(1) in AFTER_A_LIMIT:
        return False
    return not re.match(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", following_word.group(1))


def _all(text: str, newest: str | None) -> Iterator[Mention]:
    yield from _absolute(text, newest)
    for match in _RELATIVE.finditer(text):
        yield Mention(match.start(), match.end(), _relative(match, newest))
    for match in _VAGUE.finditer(text):
        yield Mention(match.start(), match.end(), None)
    for match in _EAST_ASIAN.finditer(text):
        dated = "-".join(part.zfill(2) for part in match.group("y", "m", "d") if part)
        kind = next((kind for kind in ("before", "until", "after", "since") if match[kind]), "in")
        yield Mention(*match.span(), Period(*_limits(kind, (dated, dated)), match.group()))


def _absolute(text: str, newest: str | None) -> Iterator[Mention]:
    dates = [
        (match.start(), match.end(), dated) for match in STATED.finditer(text) if (dated := stretch(match))
    ]
    taken = 0
    for place, (start, end, dated) in enumerate(dates):
        if start < taken:
            continue
        whole, until = dated, end
        short = _SHORT.match(text, end) if re.fullmatch(r"\d{4}", text[start:end]) else None
        if place + 1 < len(dates) and _AND.fullmatch(text, end, dates[place + 1][0]):
            whole, until = (dated[0], dates[place + 1][2][1]), dates[place + 1][1]
        elif short:
            whole, until = (dated[0], text[start : start + 2] + short.group(1)), short.end()
        kind, begin = _lead(text, start)
        if until != end and kind in ("since", "between", "in", ""):
            kind = "in"
        if kind == "since" and text[begin:start].strip() == "from" and _is_source(text, begin):
            kind = "in"
        to_now = _TO_NOW.match(text, until)
        if to_now and kind in ("since", "in", "between", ""):
            kind, until = "since", to_now.end()
        onward = _ONWARD.match(text, until) if kind in ("since", "in") else None
        if onward:
            kind, until = "since", onward.end()
        taken = until
        if kind and not _is_aim(kind, whole, newest):
            yield Mention(begin, until, Period(*_limits(kind, whole), text[begin:until]))


def _lead(text: str, start: int) -> tuple[str, int]:
    """How the date that begins at ``start`` limits, and where the words that say so begin."""
    before = text[max(0, start - 30) : start]
    best = ("", start)
    for kind, lead in _LEADS.items():
        match = lead.search(before)
        if match and start - len(before) + match.start() < best[1]:
            best = (kind, start - len(before) + match.start())
    if best[0] or not before.strip():
        return best if best[0] else ("in" if _stands_alone(text, start) else "", start)
    return ("in", start) if re.search(r"[,(;:]\s?$", before) else best


def _stands_alone(text: str, start: int) -> bool:
    match = STATED.match(text, start)
    return bool(match and not text[match.end() :].strip(" ?.!") and not text[:start].strip())


def _is_source(text: str, begin: int) -> bool:
    """Whether "from 2013" says where something comes from ("statements from 2013") and not since when."""
    return not re.search(rf"(?<![\w'])(?:{AUXILIARY})", text) or bool(_SOURCES.search(text[:begin]))


def _is_aim(kind: str, dated: Stretch, newest: str | None) -> bool:
    if newest is None or not dated[1]:
        return False
    beyond = int((dated[0] or dated[1])[:4]) - int(newest[:4])
    return beyond > (0 if kind in ("by", "until", "before") else _FAR)


def _limits(kind: str, dated: Stretch) -> Stretch:
    first, last = dated
    return {
        "before": (None, first and preceding(first)),
        "until": (None, last),
        "by": (None, last),
        "after": (last and following(last), None),
        "since": (first, None),
    }.get(kind, dated)


def _relative(match: re.Match[str], newest: str | None) -> Period | None:
    """The period of "last year" and the like; open at its end where that is the newest document."""
    if newest is None or match["vague"]:
        return None
    many = match["many"]
    if match["last"] and not many and not match["last"].endswith("s") and "past" not in match.group():
        dated = ago(newest, 1, match["last"], whole=True)
    elif match["last"]:
        first = ago(newest, _count(many), match["last"], whole=False)
        dated = first and (first[0], None)
    elif match["this"]:
        dated = ago(newest, 0, match["this"], whole=True)
    elif match["ago"]:
        dated = ago(newest, _count(match["ago"]), match["unit"], whole=True)
    else:
        unit = "years" if "years" in match["recent"] else "months"
        first = ago(newest, 5 if unit == "years" else 12, unit, whole=False)
        dated = first and (first[0], None)
    if dated is None:
        return None
    lead = match["lead"] or "in"
    kind = (
        lead if lead in ("before", "since", "until", "by", "after") else "since" if lead == "from" else "in"
    )
    return Period(*_limits(kind, dated), match.group())


def _count(words: str | None) -> int:
    """The number that "five", "a couple of" or "12" stands for; "a few" counts as three."""
    if words is None:
        return 1
    if words.isdecimal():
        return int(words)
    numbers = "one two three four five six seven eight nine ten eleven twelve".split()
    if words in numbers:
        return numbers.index(words) + 1
    return {"twenty": 20, "a": 1, "an": 1}.get(words, 2 if "couple" in words else 3)
