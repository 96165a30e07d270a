"""Who says what in Korean, Japanese and Chinese: a sentence at a time, without guesses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from types import ModuleType

from index.documents import Span
from rag.abroad import press_chinese, press_japanese, press_korean
from rag.abroad.known_east import Found, Known, Line, Speaker
from rag.abroad.offices_east import bare_office, issuing_office
from rag.abroad.tongues import east_asian_of
from rag.quotes import Statement
from rag.speech.quotations import Quotation, quotations

_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_STOPS = {
    "ko": re.compile(r"[.!?](?=\s|$)|\n"),
    "ja": re.compile(r"[。！？\n]"),
    "zh": re.compile(r"[。！？\n]"),
}
_READERS: dict[str, ModuleType] = {"ko": press_korean, "ja": press_japanese, "zh": press_chinese}
_LEAST = 4  # characters of a statement
_LONGEST = 400  # characters of a sentence that are read
_BULLETS = " \t　□■○ㅇ◦▪●*-・"
_ENDS = "。！？!?."


def is_east_asian(flat: str) -> bool:
    """Are most of the letters Korean, Japanese or Chinese?"""
    sample = flat[:20_000]
    letters = sum(count for character, count in Counter(sample).items() if character.isalpha())
    return letters > 0 and len(_LETTER.findall(sample)) * 2 > letters


def east_asian(flat: str, paragraphs: list[Span], title: str = "") -> Iterator[Statement]:
    """Direct and reported statements; the rest of a text that its title calls somebody's is theirs."""
    tongue = east_asian_of(flat)
    reader, known = _READERS[tongue], Known()
    reader.prepare(flat, known)
    said: list[Statement] = []
    for line in _lines(flat, paragraphs, tongue):
        found = reader.read(line._replace(text=line.text[:_LONGEST]), known)
        made = list(_of_line(line, found, reader))
        said += made
        if found.voice is not None and (made or found.voice in known.people):
            known.focus, known.paragraph = found.voice, line.paragraph
    office = issuing_office(title)
    if office is not None:
        said += _issued(flat, paragraphs[1:], said, _holder(office, known).label)
    yield from sorted(said)


def _of_line(line: Line, found: Found, reader: ModuleType) -> Iterator[Statement]:
    who = found.voice.label if found.voice is not None else None
    direct = False
    for quote in line.quotes:
        if quote.end - quote.start < _LEAST or not (found.spoken or reader.is_speech(line, quote)):
            continue
        direct = True
        yield Statement(quote.start, quote.end, who, "direct")
    if found.reports and not direct and line.text.rstrip()[-1:] in _ENDS:
        first = line.start + len(line.text) - len(line.text.lstrip(_BULLETS))
        last = line.start + len(line.text.rstrip())
        if last - first >= _LEAST:
            yield Statement(first, last, who, "reported")


def _lines(flat: str, paragraphs: Sequence[Span], tongue: str) -> Iterator[Line]:
    """The sentences; what stands in quotation marks cuts none, unless it was announced by a colon."""
    held: dict[int, list[Quotation]] = {}
    for one in quotations(flat, list(paragraphs)):
        held.setdefault(one.paragraph, []).append(one)
    for number, paragraph in enumerate(paragraphs):
        mine = held.get(number, [])
        text = _masked(flat, paragraph, mine)
        begin = 0
        for end in sorted({*_bounds(text, mine, paragraph.start, flat, tongue), len(text)}):
            if text[begin:end].strip():
                inside = [q for q in mine if begin <= q.outer.start - paragraph.start < end]
                yield Line(text[begin:end], paragraph.start + begin, number, inside)
            begin = end


def _bounds(text: str, mine: Sequence[Quotation], offset: int, flat: str, tongue: str) -> Iterator[int]:
    yield from (stop.end() for stop in _STOPS[tongue].finditer(text))
    for one in mine:
        announced = text[: one.outer.start - offset].rstrip()[-1:] in ("：", ":")
        if announced and flat[one.start : one.end][-1:] in _ENDS:
            yield one.outer.end - offset


def _masked(flat: str, paragraph: Span, mine: Sequence[Quotation]) -> str:
    pieces, done = [], paragraph.start
    for one in mine:
        inner = one.outer.end - one.outer.start - 1 - one.closed
        pieces += [
            flat[done : one.outer.start + 1],
            "□" * inner,
            flat[one.outer.end - one.closed : one.outer.end],
        ]
        done = one.outer.end
    return "".join([*pieces, flat[done : paragraph.end]])


def _issued(flat: str, paragraphs: list[Span], said: list[Statement], who: str) -> Iterator[Statement]:
    """The sentences of somebody's own statement that are no other's words, and tell of no person."""
    for paragraph in paragraphs:
        for found in re.finditer(r"[^。\n]+。?", flat[paragraph.start : paragraph.end]):
            start = paragraph.start + found.start() + len(found[0]) - len(found[0].lstrip("　 "))
            own = Span(start, paragraph.start + found.end())
            tells = press_japanese.PERSON.search(found[0]) is not None or bare_office(found[0]) is not None
            if found[0][-1:] in "。." and not tells and not any(own.overlaps(one) for one in said):
                yield Statement(own.start, own.end, who, "direct")


def _holder(office: str, known: Known) -> Speaker:
    """Whom the text gives this office, by name; otherwise the office itself."""
    named = (one for one in known.people if len(one.name) > 1 and one.role.endswith(office))
    return next(named, Speaker(office))
