"""Transcripts that print the name and office of whoever has the floor on a line of its own.

"Ann Bell -- Chief Executive Officer", "Lord Bell (Lab)", "Ann Bell  0:14" or only "Ann Bell", and what she
says below it: so earnings calls, panels, the House of Lords and recorders of meetings print them. A list of
such lines, one below the other, is of those who took part, and nobody's turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from index.documents import Span
from rag.speech.label_names import name_of
from rag.speech.labels import Turn, is_heading_word, titled, with_note
from rag.speech.participants import heads_list, participants

_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_LINK = r"(?:de|von|van|bin|al|of|for|the|and)"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|von|van|bin|al)){{1,4}}"
_PARTED = r"(?: +(?:--|[-–—]) *| *-- *)"
_OFFICE = r"[^\W\d_a-z][^\n.!?:]{1,100}"
_LINE = re.compile(rf"(?P<name>{_NAME})(?:{_PARTED}|, (?=[^\n]{{2,80}}{_PARTED}))(?P<office>{_OFFICE})")
_UNNAMED = re.compile(
    r"Operator|Moderator|Host|Interviewer|Audience [Mm]ember|Question(?:er)?|Speaker \d{1,2}"
    r"|(?:Unidentified|Unknown) \w+"
)
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?"
_TIMED = re.compile(rf"(?:{_TIME} +)?(?P<name>{_NAME}|{_WORD}|Speaker \d{{1,2}})(?: +{_TIME})?")
_MEMBER = re.compile(
    rf"(?P<name>{_WORD}(?:,? (?:{_WORD}|{_LINK})){{1,16}})"
    r" ?(?P<note>\([^()\n]{2,80}\)(?: ?\([^()\n]{2,40}\))?)"
)
_BARE = re.compile(rf"{_NAME}|{_UNNAMED.pattern}")
_TURNS = 4  # that make a transcript
_SPEAKERS = 2
_LONGEST = 160  # characters of a line
_STOPS = '.?!…"”’)]—–-'


def by_lines(flat: str, paragraphs: Sequence[Span]) -> tuple[list[Turn], list[Span]]:
    """The turns of a transcript, and its paragraphs without these lines, by whose numbers turns go;
    nothing for any other text."""
    # A line too short to be wrapped can still look as if the next one went on.
    lines = {n: flat[one.start : one.end].split("\n", 1)[0].rstrip() for n, one in enumerate(paragraphs)}
    lines = {number: line for number, line in lines.items() if len(line) <= _LONGEST}
    for labels in (_with_office(lines), _timed(lines), _members(lines), _bare(lines, flat, paragraphs)):
        made, matter = _turns(flat, paragraphs, labels)
        times = Counter(name_of(turn.label) for turn in made)
        returning = sum(count for name, count in times.items() if count > 1 or name in participants(flat))
        if len(made) >= _TURNS and returning * 2 >= len(made):
            return made, matter
    return [], []


def _turns(flat: str, paragraphs: Sequence[Span], labels: Mapping[int, str]) -> tuple[list[Turn], list[Span]]:
    if len(labels) < _TURNS:
        return [], []
    below = {number: _below(flat, paragraphs[number]) for number in labels}
    alone = {number for number in labels if not below[number]}
    listed = {
        n for n in alone if n + 1 in alone or (n - 1 in alone and n + 1 not in labels and _ends(n, alone))
    }
    end = _end(listed, labels, len(paragraphs))
    made: list[Turn] = []
    matter: list[Span] = []
    for number, paragraph in enumerate(paragraphs[:end]):
        first = below.get(number) or (paragraphs[number + 1] if number + 1 < end else None)
        if number in labels and number not in listed and first:
            made.append(Turn(labels[number], first.start, len(matter)))
        if number not in alone:
            matter.append(below.get(number) or paragraph)
    return made, matter


def _ends(number: int, alone: set[int]) -> bool:
    """Is this the last line of a list of those who took part, rather than the first turn?"""
    return number - 2 in alone


def _end(listed: set[int], labels: Mapping[int, str], paragraphs: int) -> int:
    """Where the list of those who took part begins that ends a transcript, or its end."""
    turns = [number for number in labels if number not in listed]
    after = [number for number in listed if turns and number > max(turns)]
    return min(after, default=paragraphs)


def _with_office(lines: Mapping[int, str]) -> dict[int, str]:
    """ "Ann Bell -- Chief Executive Officer" """
    given = {number: found for number, line in lines.items() if (found := _LINE.fullmatch(line))}
    if len(given) < _TURNS:
        return {}
    names = {found["name"] for found in given.values()}
    labels = {number: _label(found) for number, found in given.items()}
    return labels | {n: line for n, line in lines.items() if line in names or _UNNAMED.fullmatch(line)}


def _timed(lines: Mapping[int, str]) -> dict[int, str]:
    """ "Ann Bell  0:14", "[00:14] Speaker 1" """
    found = {n: _TIMED.fullmatch(line) for n, line in lines.items() if any(c.isdigit() for c in line)}
    return {n: one["name"] for n, one in found.items() if one and one[0] != one["name"]}


def _members(lines: Mapping[int, str]) -> dict[int, str]:
    """ "Lord Bell (Lab)", "The Minister for Ports (Baroness Bell) (Con)" """
    found = {number: _MEMBER.fullmatch(line) for number, line in lines.items()}
    return {n: with_note(one["name"], one["note"]) for n, one in found.items() if one and titled(one["name"])}


def _bare(lines: Mapping[int, str], flat: str, paragraphs: Sequence[Span]) -> dict[int, str]:
    """ "Ann Bell", where the same few names come back above whole sentences, or those of a list do."""
    found = {
        n: line
        for n, line in lines.items()
        if _BARE.fullmatch(line) and not is_heading_word(line) and not heads_list(line)
    }
    times = Counter(found.values())
    known = participants(flat)
    back = {n for n, line in found.items() if times[line] > 1 or line in known}
    if len({found[n] for n in back}) < _SPEAKERS or len(back) * 2 < len(found):
        return {}
    talked = [n for n in back if n not in _followed(back) and _talks(flat, paragraphs, n)]
    if len(talked) * 4 < len(back) * 3 - len(_followed(back)):
        return {}
    return found


def _followed(numbers: set[int]) -> set[int]:
    return {number for number in numbers if number + 1 in numbers}


def _talks(flat: str, paragraphs: Sequence[Span], number: int) -> bool:
    """Does a sentence stand below this line?"""
    below = _below(flat, paragraphs[number])
    if below is None and number + 1 < len(paragraphs):
        below = paragraphs[number + 1]
    return below is not None and flat[below.start : below.end].rstrip("*_ ")[-1:] in tuple(_STOPS)


def _below(flat: str, paragraph: Span) -> Span | None:
    """What stands below the first line of a paragraph."""
    first = flat.find("\n", paragraph.start, paragraph.end)
    if first < 0:
        return None
    return Span(paragraph.end - len(flat[first : paragraph.end].lstrip()), paragraph.end)


def _label(found: re.Match[str]) -> str:
    """ "Ann Bell, Analyst, Marsh Securities": name, then office."""
    return ", ".join([found["name"], *(part.strip() for part in re.split(_PARTED, found["office"]))])
