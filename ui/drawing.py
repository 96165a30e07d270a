"""A topic over time, drawn: which documents speak of it, when, and which are silent. Pure.

The drawing is SVG for an ``<img>``: it holds numbers and dates that parse, and no text of a document.
Positions are percentages and sizes pixels, so that it fits any width and its labels stay readable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from index.documents import Card
from rag.answers import Answer
from rag.verdicts import Finding
from ui.periods import Axis, axis_of, period_of
from ui.wording import count, when

Marks = Mapping[tuple[str | None, Finding], int]  # how many documents of a date have this verdict

LEVELS = 6  # marks that may stand above, or hang below, one another; more are drawn as bars
APART = 3.4  # per cent of the width between the middles of two marks side by side
UP, DOWN = 15, 10  # pixels from one level to the next, above the axis and below it
HIGH, LOW = 60, 30  # pixels of the tallest bar above the axis and below it
NAMED = 12  # dates that a description names; more are summed up
RIGHT = 98.0  # per cent: the end of the axis
UNDATED = (88.0, 99.0)  # per cent: where the undated stand, if there are any

STYLE = (
    "line,rect,path{stroke-linecap:round}text{font:12px system-ui,sans-serif;fill:#625b4f}"
    ".axis{stroke:#8d8474;stroke-width:1}.tick{stroke:#8d8474;stroke-width:1}.apart{stroke:#8d8474;"
    "stroke-dasharray:2 4}"
    "line.said{stroke:#8a2d19;stroke-width:12}line.mentioned{stroke:#b07d16;stroke-width:11}"
    "line.hollow{stroke:#fffefb;stroke-width:6}line.silent{stroke:#a89d89;stroke-width:6}"
    "rect.said{fill:#8a2d19}rect.mentioned{fill:#c99b3a}rect.silent{fill:#a89d89}"
    "@media(prefers-color-scheme:dark){text{fill:#aca391}.axis,.tick,.apart{stroke:#7c7362}"
    "line.said{stroke:#f0a183}line.mentioned{stroke:#c99b3a}line.hollow{stroke:#1e1b16}"
    "line.silent{stroke:#7c7362}rect.said{fill:#f0a183}rect.silent{fill:#7c7362}}"
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """One document: where its date begins and ends (per cent), and how far it is from the axis."""

    start: float
    end: float
    verdict: Finding
    level: int


def marks_of(answer: Answer, cards: Sequence[Card]) -> Marks:
    """``cards`` are all documents: a large collection's answer does not list the silent ones."""
    found: Counter[tuple[str | None, Finding]] = Counter()
    listed = set()
    for verdict in answer.verdicts:
        found[verdict.document.date, verdict.verdict] += 1
        listed.add(verdict.document.id)
    if answer.silent:
        found.update((card.date, "silent") for card in cards if card.id not in listed)
    return found


def is_dated(marks: Marks) -> bool:
    """Whether there is anything to draw over time."""
    return any(period_of(date) for date, _ in marks)


def draw(marks: Marks) -> str:
    """The picture. A mark for each document, as long as its date is vague; bars where they are too many."""
    dated = {key: number for key, number in marks.items() if period_of(key[0])}
    undated: Counter[Finding] = Counter()
    for key, number in marks.items():
        if key not in dated:
            undated[key[1]] += number
    right = UNDATED[0] - 4 if undated else RIGHT
    axis = axis_of([period for date, _ in dated if (period := period_of(date))])
    placed = list(_placed(dated, undated, axis, right))
    few = max((mark.level for mark in placed), default=0) < LEVELS
    if few and len(placed) == sum(marks.values()):
        up = max((mark.level + 1 for mark in placed if mark.verdict != "silent"), default=1) * UP + 4
        down = max((mark.level + 1 for mark in placed if mark.verdict == "silent"), default=0) * DOWN + 4
        body = "".join(_marked(mark, up) for mark in placed)
    else:
        up, down = HIGH + 20, LOW + 16
        body = "".join(_bars(dated, undated, axis, right, up))
    return _framed(body, axis if dated else None, bool(undated), right, up, down)


def describe(marks: Marks) -> str:
    """The picture in words, for who cannot see it."""
    shown: tuple[tuple[Finding, str], ...] = (
        ("said", "speak of it"),
        ("mentioned", "only name it"),
        ("silent", "silent"),
    )
    parts = []
    for verdict, label in shown:
        dates = {date: number for (date, found), number in marks.items() if found == verdict}
        if dates:
            parts.append(f"{label}: {_dates(dates)}")
    return f"The documents in the order of time; {'; '.join(parts)}."


def _dates(dates: Mapping[str | None, int]) -> str:
    undated = sum(number for date, number in dates.items() if not period_of(date))
    known = sorted((date, number) for date, number in dates.items() if date and period_of(date))
    if len(known) > NAMED:
        years: Counter[str] = Counter()
        for date, number in known:
            years[date[:4]] += number
        if len(years) > NAMED:
            total = sum(years.values())
            parts = [f"{count(total, 'document')} from {known[0][0][:4]} to {known[-1][0][:4]}"]
        else:
            parts = [f"{number:,} in {year}" for year, number in years.items()]
    else:
        parts = [when(date) + (f" ({number:,})" if number > 1 else "") for date, number in known]
    return ", ".join([*parts, f"{undated:,} undated"] if undated else parts)


def _placed(dated: Marks, undated: Mapping[Finding, int], axis: Axis, right: float) -> Iterator[_Mark]:
    """Each document on the lowest level that is free at its date; stops when there is no level left."""
    ends: dict[bool, list[float]] = {True: [], False: []}
    order: dict[Finding, int] = {"said": 0, "mentioned": 1, "silent": 2}
    spans = sorted(
        (period, order[verdict], verdict, number)
        for (date, verdict), number in dated.items()
        if (period := period_of(date))
    )
    for period, _, verdict, number in spans:
        start, end = (2 + axis.share(day) * (right - 2) for day in (period.first, period.last))
        taken = ends[verdict == "silent"]
        for _ in range(number):
            level = next((at for at, last in enumerate(taken) if last + APART <= start), len(taken))
            taken[level : level + 1] = [end]
            yield _Mark(start, end, verdict, level)
            if level >= LEVELS:
                return
    wide = int((UNDATED[1] - UNDATED[0]) / APART)
    places = {True: 0, False: 0}
    for verdict, number in undated.items():
        for _ in range(number):
            level, place = divmod(places[verdict == "silent"], wide)
            places[verdict == "silent"] += 1
            at = UNDATED[0] + (place + 0.5) * APART
            yield _Mark(at, at, verdict, level)
            if level >= LEVELS:
                return


def _marked(mark: _Mark, axis: int) -> str:
    silent = mark.verdict == "silent"
    y = axis + DOWN * (mark.level + 1) - 2 if silent else axis - UP * mark.level - 10
    # A line without length is not drawn everywhere, its round ends included.
    where = f'x1="{mark.start:.2f}%" x2="{mark.end + 0.01:.2f}%" y1="{y}" y2="{y}"'
    hollow = f'<line class="hollow" {where}/>' if mark.verdict == "mentioned" else ""
    return f'<line class="{mark.verdict}" {where}/>{hollow}'


def _bars(dated: Marks, undated: Mapping[Finding, int], axis: Axis, right: float, y: int) -> Iterator[str]:
    """A bar up for those that speak or name, a bar down, on its own scale, for the silent."""
    bins: list[Counter[Finding]] = [Counter() for _ in axis.bins]
    for (date, verdict), number in dated.items():
        if period := period_of(date):
            bins[axis.bin(period)][verdict] += number
    step = (right - 2) / max(len(bins), 1)
    places = [(2 + step * place, step, found) for place, found in enumerate(bins)]
    scale = bins if any(bins) else [Counter(undated)]
    tallest = max(found["said"] + found["mentioned"] for found in scale)
    deepest = max(found["silent"] for found in scale)
    if undated:  # apart from the others, and not on their scale where it is longer
        places.append((UNDATED[0] + 1, 8.0, Counter(undated)))
    named = set[float]()
    for x, width, found in places:
        spoken, apart = found["said"] + found["mentioned"], x > right
        height = min(1.0, spoken / max(tallest, 1)) * HIGH
        drop = min(1.0, found["silent"] / max(deepest, 1)) * LOW
        part = height * found["said"] / max(spoken, 1)
        yield _bar("said", x, width, y - part, part)
        yield _bar("mentioned", x, width, y - height, height - part)
        yield _bar("silent", x, width, y + 1, drop)
        for number, most, at in (
            (spoken, tallest, y - height - 5),
            (found["silent"], deepest, y + drop + 13),
        ):
            if number and (apart or (number == most and at not in named)):
                named.add(at)
                yield _label(x + width / 2, at, f"{number:,}")


def _bar(verdict: str, x: float, width: float, y: float, height: float) -> str:
    if not height:
        return ""
    return (
        f'<rect class="{verdict}" x="{x + width * 0.08:.2f}%" width="{width * 0.84:.2f}%" '
        f'y="{y:.1f}" height="{max(height, 1.5):.1f}"/>'
    )


def _framed(body: str, axis: Axis | None, undated: bool, right: float, up: int, down: int) -> str:
    height = up + down + 18
    ends = right + 1 if axis else 0.0
    lines = f'<line class="axis" x1="1%" x2="{ends}%" y1="{up}" y2="{up}"/>' if axis else ""
    ticks = "".join(
        f'<line class="tick" x1="{x:.2f}%" x2="{x:.2f}%" y1="{up - 3}" y2="{up + 3}"/>'
        + _label(x, height - 4, tick.label)
        for tick in (axis.ticks if axis else ())
        for x in (2 + tick.share * (right - 2),)
    )
    if undated:
        x = UNDATED[0] - 1
        lines += f'<line class="apart" x1="{x}%" x2="{x}%" y1="4" y2="{up + down}"/>'
        lines += f'<line class="axis" x1="{UNDATED[0]}%" x2="{UNDATED[1]}%" y1="{up}" y2="{up}"/>'
        ticks += _label(99.5, height - 4, "undated")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{height}"><style>{STYLE}</style>'
        f"{lines}{ticks}{body}</svg>"
    )


def _label(x: float, y: float, text: str) -> str:
    anchor = "start" if x < 6 else "end" if x > 94 else "middle"
    return f'<text x="{x:.2f}%" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>'
