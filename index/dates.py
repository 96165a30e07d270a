"""The date of a document: of the statement, the meeting or the article, never of what it mentions.

A date is tied to its document by its place (front matter, a line of its own, a dateline) or by the
event that the first sentences report. Everything else a text dates - laws, launches, anniversaries,
deadlines - is not the document's date, and a document that does not state its own has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index import furniture as page
from index.date_events import event_date
from index.date_forms import mentions, spelled
from index.date_labels import LONGEST_LINE
from index.date_lines import alone, breaks_off, dateline, in_title, stands_alone, stated, year_alone
from index.documents import Furniture
from index.lines import Line, is_prose, split

_KEYS = (
    "event_date date_of_event meeting_date date_of_meeting hearing_date speech_date date_delivered delivered "
    "date published published_time publication_date publish_date date_published datepublished pubdate "
    "published_at published_on article:published_time dc.date created created_at"
).split()
_LATER_KEYS = "updated last_updated modified modified_time date_modified datemodified lastmod".split()

_HEAD = 15  # lines of text at the top that may hold the date on a line of its own
_FOOT = 8  # lines of text at the bottom
_SOLEMN_END = 3000  # characters at the end in which a document is signed in words
_SIGNED = re.compile(r"\s*(?:done|signed|given|issued|adopted)\s+(?:at|in|on|this)\b", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_PARTIAL = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


def find(
    text: str,
    metadata: Mapping[str, str] | None,
    furniture: Sequence[Furniture] | None = None,
) -> str | None:
    """The document's date in ISO 8601, as precise as it is stated, or None.

    metadata: lower-case keys of a front matter. furniture: of the same text, where it was found
    before; what is set aside dates nothing. Time is linear in the length of the text.
    """
    given = _in_metadata(metadata or {}, _KEYS)
    if given:
        return given
    lines = _text_lines(text, page.find(text) if furniture is None else furniture)
    head = lines[: _head_end(lines)]
    return (
        stated(head, "happened")
        or stated(head, "published")
        or alone(head)
        or dateline(lines[:_HEAD])
        or in_title(head)
        or _at_the_foot(text, lines)
        or event_date(lines)
        or stated(head, "approved")
        or year_alone(lines)
        or stated(head, "updated")
        or _in_metadata(metadata or {}, _LATER_KEYS)
    )


def _in_metadata(metadata: Mapping[str, str], keys: Sequence[str]) -> str | None:
    for key in keys:
        value = " ".join(metadata.get(key, "")[:LONGEST_LINE].split())
        if _PARTIAL.fullmatch(value):
            return value
        compact = _COMPACT.fullmatch(value)
        found = mentions("-".join(compact.groups()) if compact else value)
        if found:
            return found[0].iso
    return None


def _text_lines(text: str, aside: Sequence[Furniture]) -> list[Line]:
    """The logical lines outside the furniture."""
    front = aside[0].end if aside and aside[0].kind == "front matter" else 0
    inside = 0
    lines = []
    for line in split(text, front):
        while inside < len(aside) and aside[inside].end <= line.start:
            inside += 1
        if inside == len(aside) or not aside[inside].overlaps(line):
            lines.append(line)
    return lines


def _head_end(lines: Sequence[Line]) -> int:
    """Where a page's head ends: below a line or two of running text (a caption, a standfirst)."""
    prose = 0
    for at, line in enumerate(lines[:_HEAD]):
        prose += is_prose(line)
        if prose > 2:
            return at
    return min(len(lines), _HEAD)


def _at_the_foot(text: str, lines: Sequence[Line]) -> str | None:
    """The date a document is signed with: on a line of its own below it, or in solemn words."""
    solemn = spelled(text[-_SOLEMN_END:])
    if solemn:
        return solemn
    dates: set[str] = set()
    first = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    for at in range(max(first + 1, len(lines) - _FOOT), len(lines)):
        line = lines[at]
        found = mentions(line.text) if len(line.text) <= LONGEST_LINE else []
        if not found or not found[0].full or breaks_off(lines, at):
            continue
        if stands_alone(line, found) or _SIGNED.match(line.text):
            dates.add(found[0].iso)
    return dates.pop() if len(dates) == 1 else None
