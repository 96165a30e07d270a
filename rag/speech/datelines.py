"""What stands around the prose of a news report: its dateline, and the lines that name who wrote it."""

from __future__ import annotations

import re

from index.documents import Span

_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}"
_REST = r"(?:, [A-Z][\w.'’]{0,15}(?: [\w.'’]{1,12}){0,3}){0,3}(?:, \d{4})?"  # state, date
_AGENCY = r" ?\([A-Z][^()\n]{1,30}\)"
_WIRE = r" \((?:AP|AFP|CNN|UPI|PTI|ANI|IANS|PA|AAP|ABC|CBS|NBC|BBC|Reuters|Xinhua|Yonhap|Kyodo|Bloomberg)\)"
_DASH = r"(?: ?(?:—|–|--|―) ?| - )"
_DATELINE = re.compile(
    rf"(?:{_CITY}{_REST}(?:{_AGENCY})?{_DASH}"
    rf"|[A-Z][\w.'’ -]{{1,30}}{_REST}(?:{_AGENCY}(?:{_DASH}|(?=[A-Z\"“]))|{_WIRE} )"
    rf"|\([A-Z][\w .]{{1,25}}\){_DASH})(?=[A-Z\"“‘'\d])"
)
_BYLINE = re.compile(
    r"\(?(?:[Bb]y|BY|(?:Posted|Written|Additional reporting|Reporting|Reported|Edited|Editing|Compiled) by) "
    r"[A-ZÀ-Þ][^\n\"“”]{2,200}"
)
_STOPS = (".", "!", "?", ":", ",")
_LONGEST_BYLINE = 25  # words


def past_dateline(flat: str, paragraph: Span) -> int:
    """Where the prose of a paragraph begins: after "LONDON, June 3 (Reuters) - ", if it opens so."""
    found = _DATELINE.match(flat, paragraph.start, paragraph.end)
    return found.end() if found is not None else paragraph.start


def is_byline(flat: str, paragraph: Span) -> bool:
    """Does the paragraph only say who wrote the report?"""
    text = flat[paragraph.start : paragraph.end]
    if _BYLINE.fullmatch(text) is None or len(text.split()) > _LONGEST_BYLINE:
        return False
    return text.startswith("(") or not text.endswith(_STOPS)
