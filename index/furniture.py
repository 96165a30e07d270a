"""Page furniture: what a saved page shows around its text, to be neither retrieved nor quoted.

A line is set aside for what it says (menus, share bars, notices), for its shape (file names of
pictures, timecodes) or for where it stands (links under "Related posts", a headline said twice).
A sentence of the text is never set aside; captions, headlines and datelines are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.documents import Furniture, Span
from index.furniture_echoes import echoes
from index.furniture_shapes import kind_in_company, kind_of
from index.lines import Line, ends_sentence, is_prose, split

# Deep enough for any front matter; a "---" further down is a rule between sections.
_LONGEST_FRONT_MATTER = 64 * 1024
_FRONT_MATTER = re.compile(
    r"\A\s*(?:---[ \t]*\r?\n\s*[\w\"'-]+[ \t]*:.*?^(?:---|\.\.\.)[ \t]*\r?$"
    r"|\+\+\+[ \t]*\r?\n.*?^\+\+\+[ \t]*\r?$)",
    re.DOTALL | re.MULTILINE,
)
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]{0,20000}|/)?>")
_LONGEST_LISTED = 160  # characters; a longer line under "Related posts" is more than a headline
# Labels that are followed by a list; "Breaking News" is followed by the headline.
_LISTING_LABEL = re.compile(
    r"^\W*(?:.*\bin\s+this\s+(?:story|article)|tags?|topics|keywords|categories|태그|키워드|タグ|キーワード|标签|標籤|"
    r"schlagw[oö]rter?|schlagworte|mots[- ]clés|etiquetas|palabras\s+clave|marcadores|palavras-chave)\W*$",
    re.IGNORECASE,
)
_ENTRIES = frozenset({"menu", "notice"})
_CHROME = frozenset({"menu", "share links", "notice", "player", "comment prompt"})
# Kinds a piece of a sentence can look like; the wording of the others is unmistakable.
_PIECES = frozenset({"link", "share links", "credit", "notice", "related posts", "label", "comment prompt"})
_TIMECODE = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{1,3})*\s?[kKmM만]?")
_PAGE = re.compile(r"\d{1,4}")
_DATE_OR_BYLINE = re.compile(r"(?:by\s|von\s|par\s|por\s)|.*\b(?:19|20)\d\d\b", re.IGNORECASE)


def find(text: str) -> tuple[Furniture, ...]:
    """The furniture of a text, sorted and non-overlapping; each span holds whole lines.

    Time is linear in the length of the text.
    """
    front = _front_matter(text)
    body = front.end if front else 0
    lines = split(text, body)
    kinds = _markup(text, lines, body)
    for at, line in enumerate(lines):
        kinds[at] = kinds[at] or kind_of(line)
    _broken_sentences(lines, kinds)
    _company(lines, kinds)
    _lists(lines, kinds)
    _counts(lines, kinds)
    _page_numbers(lines, kinds)
    for at, kind in echoes(lines, kinds):
        kinds[at] = kind
    found = list(_spans(lines, kinds))
    return (front, *found) if front else tuple(found)


def _front_matter(text: str) -> Furniture | None:
    found = _FRONT_MATTER.match(text[:_LONGEST_FRONT_MATTER])
    if not found:
        return None
    raw = found.group()
    return Furniture(len(raw) - len(raw.lstrip()), len(raw.rstrip()), "front matter")


def _spans(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[Furniture]:
    """One span a line; lines of one piece of markup or one list are one span."""
    start: int | None = None
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is None:
            continue
        start = line.start if start is None else start
        joined = (
            at + 1 < len(lines) and kinds[at + 1] == kind == "markup" and lines[at + 1].block == line.block
        )
        if not joined:
            yield Furniture(start, line.end, kind)
            start = None


def _markup(text: str, lines: Sequence[Line], body: int) -> list[str | None]:
    """ "markup" for every line of nothing but HTML tags and comments, wherever they break off."""
    tags = _tags(text, body)
    kinds: list[str | None] = []
    at = 0
    for line in lines:
        while at < len(tags) and tags[at].end <= line.start:
            at += 1
        covered, position = True, line.start
        seen = at
        while seen < len(tags) and tags[seen].start < line.end:
            covered = covered and not text[position : tags[seen].start].strip()
            position = max(position, tags[seen].end)
            seen += 1
        covered = covered and seen > at and not text[position : line.end].strip()
        kinds.append("markup" if covered else None)
    return kinds


def _tags(text: str, body: int) -> list[Span]:
    """HTML comments and tags in order; a comment that is never closed is none."""
    found: list[Span] = []
    at = body
    while (opening := text.find("<!--", at)) >= 0 and (closing := text.find("-->", opening)) >= 0:
        found.append(Span(opening, closing + 3))
        at = closing + 3
    comments = iter([*found, Span(len(text), len(text))])
    comment = next(comments)
    for match in _TAG.finditer(text, body):
        while comment.end <= match.start() and comment.start < len(text):
            comment = next(comments)
        if match.start() < comment.start:
            found.append(Span(match.start(), match.end()))
    return sorted(found)


def _broken_sentences(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A piece of a sentence that was broken over lines is text, whatever words it happens to hold."""
    for at, (before, line) in enumerate(pairwise(lines), start=1):
        if kinds[at] not in _PIECES or kinds[at - 1] is not None or before.block != line.block:
            continue
        goes_on = kinds[at] == "link" or line.text[:1].islower()
        if goes_on and len(before.text) >= 40 and not ends_sentence(before.text):
            kinds[at] = None


def _company(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Words such as "World" in a run of three or more at the page's top or bottom; what menus enclose."""
    top, bottom = _prose_bounds(lines, kinds)
    run: list[int] = []
    for at in range(len(lines) + 1):
        inside = at < len(lines) and (
            kinds[at] in _CHROME or (kinds[at] is None and kind_in_company(lines[at]) is not None)
        )
        if inside:
            run.append(at)
            continue
        loose = [index for index in run if kinds[index] is None]
        sure = len(run) - len(loose)
        outside = bool(run) and (run[-1] < top or run[0] > bottom)
        if loose and (sure >= 2 or (sure >= 1 and len(run) >= 3) or (outside and len(run) >= 3)):
            for index in loose:
                kinds[index] = kind_in_company(lines[index])
        run = []
    for at in range(1, len(lines) - 1):
        outside = at < top or at > bottom
        if (
            outside
            and kinds[at] is None
            and {kinds[at - 1], kinds[at + 1]} <= _ENTRIES
            and _is_entry(lines[at])
        ):
            kinds[at] = "menu"


def _is_entry(line: Line) -> bool:
    """Whether the line may be an entry of a menu that stands on both sides of it."""
    return line.words <= 4 and not line.heading and not re.search(r"\d", line.text)


def _prose_bounds(lines: Sequence[Line], kinds: Sequence[str | None]) -> tuple[int, int]:
    """Index of the first and of the last line of running text; (len, -1) where there is none."""
    prose = [at for at, line in enumerate(lines) if kinds[at] is None and is_prose(line)]
    return (prose[0], prose[-1]) if prose else (len(lines), -1)


def _lists(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """The headlines, names and dates listed under "Related posts" or "In this story".

    At the bottom of the page everything down to the end belongs to the list; higher up only what
    stands in the heading's own block, for a subheading of the text may follow.
    """
    _, bottom = _prose_bounds(lines, kinds)
    opened: str | None = None
    heading = 0
    for at, line in enumerate(lines):
        kind = kinds[at]
        if kind == "related posts" or (kind == "label" and _LISTING_LABEL.search(line.text)):
            opened, heading = kind, at
            continue
        if kind is not None or opened is None:
            continue
        listed = len(line.text) <= _LONGEST_LISTED and not is_prose(line) and not line.heading
        # Notes without a single sentence have no bottom: there every line may be what they say.
        below = 0 <= bottom < heading
        beside = line.block == lines[heading].block and line.words >= 2 and heading > 0
        if listed and (below or beside) and not _states_date(line, opened):
            kinds[at] = opened
        else:
            opened = None


def _states_date(line: Line, opened: str) -> bool:
    """Under a label a date or byline may be the page's own; under "Related posts" it is not."""
    return opened == "label" and _DATE_OR_BYLINE.match(line.text) is not None


def _counts(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A lone timecode beside a player, a lone number beside share links, are part of them."""
    for at, line in enumerate(lines):
        beside = {kinds[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)}
        if kinds[at] is None and len(line.text) <= 9:
            if "player" in beside and _TIMECODE.fullmatch(line.text):
                kinds[at] = "player"
            elif beside & {"share links", "comment prompt"} and _COUNT.fullmatch(line.text):
                kinds[at] = "share links"


def _page_numbers(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Numbers that stand alone and count up by one, three or more of them, with text between."""
    alone = [
        at
        for at, line in enumerate(lines)
        if kinds[at] is None and _PAGE.fullmatch(line.text) and not _has_neighbour(lines, at)
    ]
    run: list[int] = []
    for at in alone:
        follows = run and int(lines[at].text) == int(lines[run[-1]].text) + 1 and at - run[-1] > 3
        run = [*run, at] if follows else [at]
        if len(run) >= 3:
            for index in run[-3:]:
                kinds[index] = "page number"
            run = run[-3:]


def _has_neighbour(lines: Sequence[Line], at: int) -> bool:
    near = lines[max(0, at - 1) : at + 2]
    return any(one.block == other.block for one, other in pairwise(near))
