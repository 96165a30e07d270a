"""Transcripts that print the name and office of whoever has the floor on a line of its own.

"Ann Bell -- Chief Executive Officer", and what she says below it: so earnings calls and hearings are
published. A list of such lines, one below the other, is of those who took part, and nobody's turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.documents import Span
from rag.turns import Turn

_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|von|van|bin|al)){1,4}"
_PARTED = r"(?: +(?:--|[-–—]) *| *-- *)"
_OFFICE = r"[^\W\d_a-z][^\n.!?:]{1,100}"
_LINE = re.compile(rf"(?P<name>{_NAME}){_PARTED}(?P<office>{_OFFICE})")
_UNNAMED = re.compile(r"Operator|Moderator|(?:Unidentified|Unknown) \w+")
_TURNS = 4  # that make a transcript
_LONGEST = 160  # characters of a line


def by_lines(flat: str, paragraphs: Sequence[Span]) -> tuple[list[Turn], list[Span]]:
    """The turns of a transcript, and its paragraphs without these lines, by whose numbers turns go;
    nothing for any other text."""
    # A line too short to be wrapped can still look as if the next one went on.
    lines = {n: flat[one.start : one.end].split("\n", 1)[0].rstrip() for n, one in enumerate(paragraphs)}
    lines = {number: line for number, line in lines.items() if len(line) <= _LONGEST}
    given = {number: found for number, line in lines.items() if (found := _LINE.fullmatch(line))}
    if len(given) < _TURNS:
        return [], []
    names = {found["name"] for found in given.values()}
    labels = {number: _label(found) for number, found in given.items()}
    labels |= {n: line for n, line in lines.items() if line in names or _UNNAMED.fullmatch(line)}
    below = {number: _below(flat, paragraphs[number]) for number in labels}
    alone = {number for number in labels if not below[number]}
    end = min((number for number in alone if number + 1 in alone), default=len(paragraphs))
    made: list[Turn] = []
    matter: list[Span] = []
    for number, paragraph in enumerate(paragraphs[:end]):
        first = below.get(number) or (paragraphs[number + 1] if number + 1 < end else None)
        if number in labels and first:
            made.append(Turn(labels[number], first.start, len(matter)))
        if number not in alone:
            matter.append(below.get(number) or paragraph)
    returning = sum(count for count in Counter(turn.name for turn in made).values() if count > 1)
    return (made, matter) if len(made) >= _TURNS and returning * 2 >= len(made) else ([], [])


def _below(flat: str, paragraph: Span) -> Span | None:
    """What stands below the first line of a paragraph."""
    first = flat.find("\n", paragraph.start, paragraph.end)
    if first < 0:
        return None
    return Span(paragraph.end - len(flat[first : paragraph.end].lstrip()), paragraph.end)


def _label(found: re.Match[str]) -> str:
    """ "Ann Bell, Analyst, Marsh Securities": name, then office."""
    return ", ".join([found["name"], *(part.strip() for part in re.split(_PARTED, found["office"]))])
