"""Kinds of writing: "the order", "the presidential message", and the documents that call themselves one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.documents import Card
from index.words import stems
from rag.asked.wording import KIND_OF_WRITING, folded

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


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document that is asked for.

    called: how one is headed. others: the stems of what else it is called ("presidential").
    usual: a text can speak of one without being it, in its first words: "A report has found …".
    """

    called: str
    others: tuple[str, ...]
    usual: bool

    def is_of(self, card: Card, text: str = "") -> bool:
        """Whether a document is of the kind by its title or file name, or by the headings of its text."""
        heads = [card.title, *_headings(text, self.called)]
        names = [re.sub(r"[\W_]+", " ", part) for part in re.sub(r"\.\w+$", "", card.id).split("/")]
        word = rf"{_OTHER_USE}(?<![\w-])(?:{self.called})"
        headed = any(re.search(word + _ENDS, one, re.IGNORECASE) for one in [*heads, *names])
        first = rf"[\d ]*(?:an? |the )?(?:{self.called})\b"
        if not headed and not any(re.match(first, one, re.IGNORECASE) for one in names):
            return False
        held = stems(" ".join([*heads, *names]))
        return all(any(_is_alike(other, one) for one in held) for other in self.others)


def kind_of(event: str) -> Kind | None:
    """The kind of document that a limit names by common words alone; None for "the Oslo statement"."""
    found = KIND_OF_WRITING.fullmatch(folded(event))
    if found is None:
        return None
    around = f"{event[slice(*found.span('before'))]} {event[slice(*found.span('after'))]}"
    if around != around.lower() or re.search(r"\d|\bjoint\b", event, re.IGNORECASE):
        return None
    kind = found["kind"]
    called = next((alike for alike in _ALIKE if re.fullmatch(alike, kind)), "")
    called = called or rf"{re.escape(kind.removesuffix('s'))}(?:e?s)?"
    return Kind(called, tuple(stems(around)), found["usual"] is not None)


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
