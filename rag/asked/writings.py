"""Kinds of writing: "the order", "the presidential message", and the documents that call themselves one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from index.documents import Card
from index.words import stems
from rag.asked.periods import Period, named
from rag.asked.wording import KIND_OF_WRITING, folded
from rag.speech.quotations import QUOTED

# What is asked for under one of these may be headed by another.
_ALIKE = (
    r"memo(?:s|randums?|randa)?",
    r"fact[ -]?sheets?",
    r"communiqu[eé]s?",
    r"(?:press |news |media |immediate )?releases?",
    r"speech(?:es)?|address(?:es)?|remarks|keynotes?|lectures?",
    r"judge?ments?|rulings?",
    r"stud(?:y|ies)",
)
# What a word that says what a text is stands before: "Report on …", "Order 14", not "Police report thefts".
_ENDS = (
    r"(?=\s*(?:$|[^\w\s'’&-]|[-–—]+\s|\d)"
    r"|\s(?:of|on|by|from|to|for|in|at|about|with|between|regarding|concerning|following|after|before|and|as"
    r"|no|number)\b)"
)
_OTHER_USE = r"(?<!in )(?<!to )"  # "in order to", "to address"
_FIRST_WORDS = 250  # characters in which a text is headed by what it is
_SHORT_LINE = 60  # characters of a heading
_SMALL = 3  # letters of words that have no capital in one
_SHARED = 6  # letters that "president" and "presidential" begin with


_OWNED = re.compile(
    r"(?:the )?(?P<owner>(?:[A-Z][\w.-]* ){0,3}?[A-Z][\w.-]*)(?:['’]s|(?<=s)['’]) (?P<what>.+)"
)
# What a text calls itself within: "Nothing in this order shall …".
_OF_ITSELF = re.compile(r"orders?|proclamations?|memo.*|decrees?|edicts?|petitions?|circulars?|injunctions?")
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document that is asked for.

    called: how one is headed. others: the stems of what else it is called ("presidential").
    usual: a text can speak of one without being it, in its first words: "A report has found …".
    of_itself: one calls itself so in its text: "this order".
    """

    called: str
    others: tuple[str, ...]
    usual: bool
    of_itself: bool = False

    def is_of(self, card: Card, text: str = "") -> bool:
        """Whether a document is of the kind by its title or file name, or by the headings of its text."""
        heads = [card.title, *_headings(text, self.called)]
        names = [re.sub(r"[\W_]+", " ", part) for part in re.sub(r"\.\w+$", "", card.id).split("/")]
        word = rf"{_OTHER_USE}(?<![\w-])(?:{self.called})"
        headed = any(re.search(word + _ENDS, one, re.IGNORECASE) for one in [*heads, *names])
        first = rf"[\d ]*(?:an? |the )?(?:{self.called})\b"
        named = headed or any(re.match(first, one, re.IGNORECASE) for one in names)
        if not named and not (self.of_itself and self._calls_itself(text)):
            return False
        held = stems(" ".join([*heads, *names]))
        return all(any(_is_alike(other, one) for one in held) for other in self.others)

    def _calls_itself(self, text: str) -> bool:
        """Does a text speak of itself as one, more than once: "this order"?"""
        own = QUOTED.sub(" ", text)
        return len(re.findall(rf"\bthis\s+(?:{self.called})\b", own, re.IGNORECASE)) >= _TWICE


def kind_of(event: str, *, by_name: bool = False) -> Kind | None:
    """The kind of document that a limit names by common words alone; None for "the Oslo statement".

    by_name: by any words, which its heading then holds: "the Harbour Trust order".
    """
    found = KIND_OF_WRITING.fullmatch(folded(event))
    if found is None:
        return None
    around = f"{event[slice(*found.span('before'))]} {event[slice(*found.span('after'))]}"
    plain = around == around.lower()
    if plain == by_name or re.search(r"\d|\bjoint\b", event, re.IGNORECASE):
        return None
    kind = found["kind"]
    called = next((alike for alike in _ALIKE if re.fullmatch(alike, kind)), "")
    of_itself = _OF_ITSELF.fullmatch(kind) is not None
    called = called or rf"{re.escape(kind.removesuffix('s'))}(?:e?s)?"
    return Kind(called, tuple(stems(around)), found["usual"] is not None, of_itself)


class Dated(NamedTuple):
    """A kind of document, and when one of it was made: "the proclamation of March 2013"."""

    kind: Kind
    period: Period

    def is_of(self, card: Card) -> bool:
        """Whether a document of the kind is of that time, by its date."""
        return self.period.holds(card.date)

    def is_for(self, card: Card, text: str) -> bool:
        """Whether one of the same year names that time: what is proclaimed for March may be signed before."""
        year = (self.period.first or "")[:4]
        time = _spaced(self.period.words).removeprefix("the ")
        return bool(year) and (card.date or "")[:4] == year and time in _spaced(text)


def dated_kind_of(event: str) -> Dated | None:
    """The kind of document with a date that a limit names; None for any other."""
    period = named(event)
    date = (
        re.search(rf"(?: (?:of|from|dated|in|for))? ?{re.escape(period.words)}", event, re.I)
        if period
        else None
    )
    if period is None or date is None:
        return None
    kind = kind_of(" ".join(f"{event[: date.start()]} {event[date.end() :]}".split()))
    return Dated(kind, period) if kind else None


def owned(event: str) -> tuple[str, str] | None:
    """Whose a document is, and which: "Bell" and "the proclamation of March", of "Bell's proclamation …"."""
    found = _OWNED.fullmatch(event)
    return (found["owner"], f"the {found['what']}") if found else None


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())


def _headings(text: str, called: str) -> list[str]:
    """The lines at the head of a text that are written as headings, or begin with what it is."""
    lines = (line.strip(" #*_") for line in text[:_FIRST_WORDS].splitlines())
    short = [line for line in lines if 0 < len(line) <= _SHORT_LINE and line[-1] not in ".,;"]
    return [line for line in short if _is_heading(line) or re.match(called, line, re.IGNORECASE)]


def _is_heading(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > _SMALL]
    return all(word[0].isupper() for word in words)


def _is_alike(asked: str, held: str) -> bool:
    return asked == held or (len(asked) >= _SHARED and asked[:_SHARED] == held[:_SHARED])
