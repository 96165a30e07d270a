"""The fact inside a quote that answers a question for a number, a date, a person or a place.

A fact is given only where the quote leaves no choice: two candidates, and the quote speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from index.documents import Span
from index.words import stems, words
from rag import aliases, states
from rag.questions import Question

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    rf"(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{4}}|(?:1[5-9]|20)\d\d(?:-\d\d-\d\d)?)\b"
)
_COUNTED = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million|billion|trillion|dozens?|hundreds|thousands|millions|billions|half"
)
_CURRENCY = r"(?:dollars?|euros?|pounds?|yen|won|cents?|USD|EUR|GBP|JPY)\b"
_NUMBER = re.compile(
    r"(?:[$€£¥₩]\s?)?\b(?:\d[\d,.]*%?(?:[–-]|\sto\s)(?:[$€£¥₩]\s?)?)?(?:\d[\d,.]*\d|\d)"
    r"(?:\s?%|\s(?:percent|per cent))?"
    rf"(?:\s(?:million|billion|trillion|thousand))?(?:\s{_CURRENCY})?"
    rf"|\b(?:{_COUNTED})(?:[ -](?:{_COUNTED}))*\b",
    re.IGNORECASE,
)
# The end of "five votes to one".
_VOTES_TO = re.compile(rf"(?:(?<=vote)|(?<=votes)) (?:to|against) (?:\d+|{_COUNTED})\b")
_REST_OF_WORD = re.compile(r"[\w-]*")
_MONEY_ASKED = re.compile(
    r"\bhow much\b.*\b(?:costs?|pay|paid|spen[dt]|worth|charge|price|earn|invest(?:ed)?|raise|money"
    r"|fund(?:ed)?)\b",
    re.IGNORECASE | re.DOTALL,
)
_MONEY = re.compile(
    rf"[$€£¥₩]\s?\d|\b\d[\d,.]*\s(?:(?:million|billion|trillion)\s)?{_CURRENCY}"
    rf"|\b(?:million|billion|trillion)\s{_CURRENCY}|\bfree of charge\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"\b(?:{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|noon|midnight"
    r"|\d{1,2}(?:st|nd|rd|th)|(?:last|next|this|later|earlier|the same|previous|following|half of)\s"
    r"(?:\w+\s)?(?:year|month|week|day|spring|summer|autumn|fall|winter|decade|century)"
    r"|\d+\s(?:years?|months?|weeks?|days?)|\d{1,2}:\d\d|\d{1,2}\s?[ap]\.?m\.?|century|1[0-9]{3}s?|20\d\ds?)\b",
    re.IGNORECASE,
)
# "Resolution 2270", "Flight 370": a name that goes on, and counts nothing.
_DESIGNATED = re.compile(r"[\w,;]\s[A-Z][a-z]+\s(?:No\.?\s)?$")
_PLACE = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?$")
_WAY = re.compile(r"\b(from|to)\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\b(?:which|what)\b[^,]{0,20}?\b(?:countr(?:y|ies)|nations?)\b", re.IGNORECASE)
# "How many students …": what is counted stands after "many"; "which resolution …": after "which".
_COUNTED_NOUN = re.compile(
    r"\bhow (?:many|much)\s+(?:(?:other|more|new|different)\s+)*([\w-]+)", re.IGNORECASE
)
_CHOSEN_NOUN = re.compile(
    r"\b(?:which|what)\s+((?:[\w.-]+\s+){0,4}?[\w-]+)\s+(?:is|was|were|are|did|does|do|has|have|had|will|would|can"
    r"|could|[a-z]+(?:ed|s)\b)",
    re.IGNORECASE,
)


def can_state(question: Question, text: str) -> bool:
    """Whether a text holds anything of the kind a question asks for: a number, a date, a name."""
    if question.kind == "who":
        return True  # the speaker is asked for, and need not stand in the words
    if question.sought == "number":
        if _MONEY_ASKED.search(question.searched):
            return bool(_MONEY.search(text))
        return bool(_numbers(question.searched, text)) and not _is_uncounted(question.searched, text)
    if question.sought == "date":
        return bool(_DATE.search(text) or _TIME.search(text))
    if question.sought in ("person", "place"):
        known = set(stems(question.searched))
        return any(not known.issuperset(stems(text[span.start : span.end])) for span in aliases.names(text))
    return True


def fact_in(question: Question, quote: str) -> str | None:
    """The words of ``quote`` that answer the question, verbatim, or None where that is not plain."""
    candidates: Iterable[str]
    if question.sought == "number":
        candidates = _numbers(question.searched, quote)
    elif question.sought == "date":
        candidates = (found.group() for found in _DATE.finditer(quote))
    elif question.sought in ("person", "place"):
        candidates = _names(question, quote)
    else:
        candidates = _designations(question.searched, quote)
    distinct = list(dict.fromkeys(candidates))
    return distinct[0] if len(distinct) == 1 else None


def _is_uncounted(question: str, text: str) -> bool:
    """Whether a text holds what is to be counted, but no number with it: "how many hostages"."""
    asked = _COUNTED_NOUN.search(question)
    noun = stems(asked[1]) if asked else []
    if not noun or noun[0] not in stems(text):
        return False
    counted = (found.end() for found in _NUMBER.finditer(text))
    return not any(noun[0] in stems(text[end : end + 40])[:3] for end in counted)


def _numbers(question: str, quote: str) -> list[str]:
    """Numbers with what they count: of the noun asked for, where the quote has it."""
    asked = _COUNTED_NOUN.search(question)
    noun = stems(asked[1]) if asked else []
    tail = stems(question[asked.start(1) :]) if asked else []
    known = set(stems(question))
    dates = [Span(*found.span()) for found in _DATE.finditer(quote)]
    plain: list[str] = []
    counting: list[str] = []
    for found in _NUMBER.finditer(quote):
        number = found.group()
        part_of_date = any(date.overlaps(Span(*found.span())) for date in dates)
        if set(stems(number)) & known or part_of_date or _DESIGNATED.search(quote[: found.start()]):
            continue
        after = words(quote[found.end() : found.end() + 60])[:4]
        others = noun and after and not after[0].stop and after[0].stem not in known
        if not others:  # "the two diplomats", where missiles are counted
            plain.append(number)
        for at, word in enumerate(after):
            if noun and word.stem == noun[0]:
                # "nations" after "Asia-Pacific", where the question goes on like this, too.
                same = list(
                    takewhile(lambda pair: pair[0].stem == pair[1], zip(after[at:], tail, strict=False))
                )
                end = found.end() + same[-1][0].end
                rest = _VOTES_TO.match(quote, end) or _REST_OF_WORD.match(quote, end)
                counting.append(quote[found.start() : rest.end() if rest else end])
                break
    return counting or plain


def _names(question: Question, quote: str) -> list[str]:
    """Names the question does not hold; for a place, those after a preposition of place."""
    known = set(stems(question.searched))
    found = []
    for span in aliases.names(quote):
        name = quote[span.start : span.end]
        own = stems(name)
        if not own or known & set(own):
            continue
        if question.sought == "place" and not _is_place(question.searched, quote, span):
            continue
        found.append(name)
    return found


def _is_place(question: str, quote: str, name: Span) -> bool:
    """Whether a name stands where a place does: after "in", or after "from" where that is asked."""
    if _COUNTRY.search(question):
        return bool(states.forms_of(quote[name.start : name.end]))
    before = quote[: name.start]
    ways = {way.lower() for way in _WAY.findall(question)}
    return bool(_PLACE.search(before) or any(re.search(rf"\b{way}\s+(?:the\s+)?$", before) for way in ways))


def _designations(question: str, quote: str) -> list[str]:
    """What is numbered or named after the noun of "which …": "Resolution 2270"."""
    asked = _CHOSEN_NOUN.search(question)
    if not asked:
        return []
    noun = asked[1].split()[-1]
    pattern = re.compile(
        rf"\b{re.escape(noun)}\s+(?:No\.\s*|number\s+)?(\d[\w./-]*\w|\d|[A-Z]\b)", re.IGNORECASE
    )
    return [found.group() for found in pattern.finditer(quote)]
