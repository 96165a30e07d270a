"""What an abbreviation stands for, and how a name is abbreviated, where a text introduces the one beside the
other: "the Fisheries Protection Board (FPB)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from index.collection import Collection
from index.words import stems
from rag.asked.scope import Scope
from rag.questions import Question
from rag.topic import aliases
from rag.topic.selection import DOCUMENTS_HEARD, Evidence, strongest

_LETTERS = r"(?P<short>[A-Za-z0-9][\w.&/’'-]*(?: [A-Z][\w.&-]*)?)"
_KIND = r"(?:(?:the )?(?:abbreviations?|acronyms?|initials?|letters|short form|term) )?[\"“'‘]?"
_END = r"[\"”'’]?(?:\s*\((?:the|as)?[^()]*\))?[\s?.!]*"
_STANDS_FOR = (
    re.compile(
        rf"\W*(?:what|which) (?:do|does|did) {_KIND}(?:the )?{_LETTERS}[\"”'’]? stands? for{_END}", re.I
    ),
    re.compile(
        rf"\W*what(?:['’]s| is| are) {_KIND}(?:the )?{_LETTERS}[\"”'’]? (?:short|an? (?:abbreviation"
        r"|acronym))"
        rf" (?:for|of){_END}",
        re.I,
    ),
    re.compile(rf"\W*{_KIND}(?:the )?{_LETTERS}[\"”'’]? stands for what{_END}", re.I),
    re.compile(
        rf"\W*what(?:['’]s| is| was) the (?:full|long|complete|whole) (?:name|form|title) (?:of|for|behind)"
        rf" {_KIND}(?:the )?{_LETTERS}{_END}",
        re.I,
    ),
    re.compile(rf"\W*what (?:do|does|did) {_KIND}(?:the )?{_LETTERS}[\"”'’]? mean{_END}", re.I),
)
_ABBREVIATED = (
    re.compile(
        r"\W*what(?:['’]s| is| was) the (?:abbreviation|acronym|short(?:ened)? (?:form|name)|initials?)"
        r" (?:of|for|used for) (?:the )?(?P<long>[^?]+?)[\s?.!]*",
        re.I,
    ),
    re.compile(r"\W*how (?:is|are|do (?:they|you)) (?:the )?(?P<long>[^?]+?) abbreviated?[\s?.!]*", re.I),
)
_CAPITALS = 2  # letters, at the least, of an abbreviation
_LONGEST = 6  # letters of one
_READ = 400  # sentences that hold it


def asks_abbreviation(question: str) -> bool:
    """Whether a question asks what letters stand for, or by which a name is abbreviated."""
    return _asked(question) is not None


def introduced(question: Question, scope: Scope, collection: Collection) -> list[Evidence] | None:
    """The sentences that introduce an abbreviation beside its name; None where neither is asked for."""
    asked = _asked(question.searched)
    if asked is None or question.kind == "topic" or not stems(asked):
        return None
    holding = (match for _, group in collection.matches(stems(asked)[:1]) for match in group)
    inside = (match for match in holding if match.document in scope.numbers)
    found = [
        Evidence(match.document, match.span, 1.0)
        for match in islice(inside, _READ)
        if _others(asked, collection.text(match.document)[match.span.start : match.span.end])
    ]
    found = found or list(_spelled(asked, scope, collection))
    # "the ibc" may be no abbreviation at all, nor what a name has no short form of.
    return strongest(found) if found or _is_shown(asked, question.searched) else None


def other_forms(question: str, text: str) -> Sequence[str]:
    """What a text gives beside the abbreviation or the name that a question asks about; else the names whose
    initials it is."""
    asked = _asked(question)
    return (_others(asked, text) or _names_with(asked, text)) if asked else ()


def _spelled(short: str, scope: Scope, collection: Collection) -> Iterator[Evidence]:
    """Where a text that uses an abbreviation, and introduces it nowhere, first has a name with these
    initials."""
    using = collection.with_words(stems(short)[:1]) & scope.numbers if short.isupper() else frozenset()
    for number in islice(sorted(using), DOCUMENTS_HEARD):
        document = collection.load(number)
        spans = (
            span for span in document.sentences if _names_with(short, document.text[span.start : span.end])
        )
        yield from (Evidence(number, span, 1.0) for span in islice(spans, 1))


def _names_with(short: str, text: str) -> list[str]:
    letters = [letter for letter in short.lower() if letter.isalnum()]
    names = (text[span.start : span.end] for span in aliases.names(text))
    return list(dict.fromkeys(name for name in names if " " in name and _spells(name, letters)))


def _spells(name: str, letters: Sequence[str]) -> bool:
    """Whether the words of a name begin with these letters, but for one word at most before each of them."""
    words = re.findall(r"\w[\w.'’]*", name.lower())
    # Every place that the letters so far can reach: to try one way after the other takes exponential time.
    reached = {0}
    for letter in letters:
        nexts = {at + skipped for at in reached for skipped in (0, 1)}
        reached = {at + 1 for at in nexts if at < len(words) and words[at].startswith(letter)}
    return len(words) in reached


def _asked(question: str) -> str | None:
    short = next(filter(None, (pattern.fullmatch(question) for pattern in _STANDS_FOR)), None)
    letters = short["short"].strip("'’\"”") if short else ""
    if sum(letter.isupper() for letter in letters) >= _CAPITALS:
        return letters
    if question.islower() and letters.isalpha() and len(letters) <= _LONGEST:
        return letters.upper()  # typed without a capital
    long = next(filter(None, (pattern.fullmatch(question) for pattern in _ABBREVIATED)), None)
    return long["long"] if long else None


def _others(asked: str, text: str) -> list[str]:
    wanted = _comparable(asked)
    return list(dict.fromkeys(other for one, other in _both_ways(text) if _comparable(one) == wanted))


def _both_ways(text: str) -> Iterator[tuple[str, str]]:
    for long, short in aliases.pairs(text):
        yield short, long
        yield long, short


def _comparable(form: str) -> tuple[str, ...]:
    return tuple(stems(form.replace(".", "") if form.isupper() else form))


def _is_shown(asked: str, question: str) -> bool:
    """Whether a question writes what it asks about as an abbreviation, and that is all of the name."""
    return asked.isupper() and " " not in asked and asked in question
