"""The fact inside a quote that answers a question for a number, a date, a person or a place.

A fact is given only where the quote leaves no choice: two candidates, and the quote speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from index.documents import Span
from index.words import stems, words
from rag.asked.occasions import asks_occasion, occasions_in
from rag.fact.abbreviations import asks_abbreviation, other_forms
from rag.fact.measures import COUNTED, CURRENCY, Measure, measure_in, stated_in
from rag.fact.persons import asks_name, is_somebody_in, persons_in
from rag.questions import Question
from rag.topic import aliases, states

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    rf"(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{4}}|(?:1[5-9]|20)\d\d(?:-\d\d-\d\d)?)\b"
)
_NUMBER = re.compile(
    r"(?:[$€£¥₩]\s?)?\b(?:\d[\d,.]*%?(?:[–-]|\sto\s)(?:[$€£¥₩]\s?)?)?(?:\d[\d,.]*\d|\d)"
    r"(?:\s?%|\s(?:percent|per cent))?"
    rf"(?:\s(?:million|billion|trillion|thousand|bl?n)\b|(?:bn|m|k)\b)?(?:\s{CURRENCY})?"
    rf"|\b(?:{COUNTED})(?:[ -](?:{COUNTED}))*\b",
    re.IGNORECASE,
)
# The end of "five votes to one".
_VOTES_TO = re.compile(rf"(?:(?<=vote)|(?<=votes)) (?:to|against) (?:\d+|{COUNTED})\b")
_REST_OF_WORD = re.compile(r"[\w-]*")
_TIME = re.compile(
    rf"\b(?:{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|noon|midnight"
    r"|\d{1,2}(?:st|nd|rd|th)|(?:last|next|this|later|earlier|the same|previous|following|half of)\s"
    r"(?:\w+\s)?(?:year|month|week|day|spring|summer|autumn|fall|winter|decade|century)"
    r"|\d+\s(?:years?|months?|weeks?|days?)|\d{1,2}:\d\d|\d{1,2}\s?[ap]\.?m\.?|century|1[0-9]{3}s?|20\d\ds?)\b",
    re.IGNORECASE,
)
# A month, a day of the week or an hour alone, where no fuller date stands.
_PART_OF_DATE = re.compile(
    rf"(?<=\b[Ii]n )(?:early |late |mid-)?{_MONTH}\b|(?<=\b[Bb]y ){_MONTH}\b|(?<=\bfor ){_MONTH}\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b"
)
# "11 of 18 employees", "412 of the 1,140 pipes": a part, and what it is a part of.
_PART_OF = re.compile(
    rf"\b(?:\d[\d,.]*|{COUNTED}) (?:out )?of (?:(?:the|its|their|all|his|her) )*$", re.IGNORECASE
)
# "Resolution 2270", "Flight 370": a name that goes on, and counts nothing.
_DESIGNATED = re.compile(r"[\w,;]\s[A-Z][a-z]+\s(?:No\.?\s)?$")
# "at least 40", "no more than 40", "some 40": without it, 40 would be said to be exact.
_QUALIFIER = re.compile(
    r"\b(?:(?:(?:no|not) )?(?:more|fewer|less|greater|higher|lower|later|earlier) than|(?:just |well )?over"
    r"|(?:just )?under|up to|as (?:many|much|few|little) as|at (?:the )?(?:least|most)|nearly|almost|about"
    r"|around|roughly|some|approximately|(?:an )?estimated|(?:just )?short of|close to|at the very least"
    r"|a (?:mini|maxi)mum of|only|barely) $",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?$")
_WAY = re.compile(r"\b(from|to)\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\b(?:which|what)\b[^,]{0,20}?\b(?:countr(?:y|ies)|nations?)\b", re.IGNORECASE)
_MEASURED = ("number", "date", "thing")  # what a question for a measure may read as
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
    stated = states_measure(question, text)
    return _holds(question, text) if stated is None else stated


def _holds(question: Question, text: str) -> bool:
    """Whether a text holds a number, a date, a name, an event, where one is asked for."""
    if asks_occasion(question.searched):
        return bool(occasions_in(text))
    if question.sought == "number":
        return bool(_numbers(question.searched, text)) and not _is_uncounted(question.searched, text)
    if question.sought == "date":
        return bool(_DATE.search(text) or _TIME.search(text))
    if question.sought == "person":
        named = asks_name(question.searched)
        return is_somebody_in(text, question.searched) if named else bool(persons_in(question.searched, text))
    if question.sought == "place":
        known = set(stems(question.searched))
        return any(not known.issuperset(stems(text[span.start : span.end])) for span in aliases.names(text))
    return True


def states_measure(question: Question, text: str) -> bool | None:
    """Whether a text states the measure that a question asks for; None where it asks for none."""
    measure = measure_in(question.searched) if question.sought in _MEASURED else None
    return None if measure is None else any(stated_in(measure, text))


def fact_in(question: Question, quote: str) -> str | None:
    """The words of ``quote`` that answer the question, on one line, or None where that is not plain."""
    distinct = facts_in(question, quote)
    return distinct[0] if len(distinct) == 1 else None


def facts_in(question: Question, quote: str) -> list[str]:
    """All words of ``quote`` that may answer the question, each once, on one line."""
    quote = " ".join(quote.split())
    measure = measure_in(question.searched) if question.sought in _MEASURED else None
    distinct = list(dict.fromkeys(_candidates(question, quote, measure)))
    if measure or question.sought in ("number", "date"):
        return [_qualified(one, quote) for one in distinct]
    return distinct


def _candidates(question: Question, quote: str, measure: Measure | None) -> Iterable[str]:
    if asks_occasion(question.searched):
        return occasions_in(quote)
    if asks_abbreviation(question.searched):
        return other_forms(question.searched, quote)
    if measure is not None:
        known = set(stems(question.searched))
        return (one for one in stated_in(measure, quote) if known.isdisjoint(stems(one)[:1]))
    if question.sought == "number":
        return _numbers(question.searched, quote)
    if question.sought == "date":
        dates = (_DATE.finditer(quote), _PART_OF_DATE.finditer(quote))
        return next(filter(None, ([found.group() for found in each] for each in dates)), [])
    return _named(question, quote)


def _named(question: Question, quote: str) -> list[str]:
    if question.sought == "person":
        return persons_in(question.searched, quote, question.topic)
    return _places(question, quote) if question.sought == "place" else _designations(question.searched, quote)


def _qualified(fact: str, quote: str) -> str:
    """A fact with the words before it that make it more or less than it is: "fewer than thirty walkers"."""
    start = quote.find(fact)
    before = _QUALIFIER.search(quote[: max(start, 0)])
    return quote[before.start() : start + len(fact)] if before else fact


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
        if set(stems(number)[:1]) & known or part_of_date or _DESIGNATED.search(quote[: found.start()]):
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
                part = _PART_OF.search(quote[: found.start()])
                start = part.start() if part else found.start()
                counting.append(quote[start : rest.end() if rest else end])
                break
    return counting or plain


def _places(question: Question, quote: str) -> list[str]:
    """Names that the question does not hold and that stand after a preposition of place."""
    known = set(stems(question.searched))
    found = []
    for span in aliases.names(quote):
        name = quote[span.start : span.end]
        own = stems(name)
        if own and known.isdisjoint(own) and _is_place(question.searched, quote, span):
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
