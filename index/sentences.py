"""Sentence bounds with exact offsets: what is quoted is a sentence, so they decide every quote.

sentencex finds the bounds. It is given a *shadow* of the text, equally long, in which the marks
that mislead it are blanked (it never splits inside quotation marks, and splits "Korea-U.S.-Japan").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import sentencex

from index.documents import Furniture, Span

_WIDEST_WRAP = 130  # characters; a text with longer lines is not wrapped by hand
_BLANKS = 100  # between two sentences of a line, at most
_WINDOW = 10_000  # characters; a longer "sentence" is cut
_BLANK = str.maketrans(dict.fromkeys('"“”„‟«»*', " "))
_UNBREAKABLE = re.compile(r"\S{45}")  # an address; its line is as long as it, whatever the width
# These begin where a run of initials or full stops does, and take all of it: linear in its length.
_HYPHENATED_INITIALS = re.compile(r"-(?:[A-Z]\.){2,}|(?<![A-Z]\.)(?:[A-Z]\.){2,}+(?=-)")
_CLOCK = re.compile(
    r"\b[ap]\.m\.(?=\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|[A-Z][a-z]+\s+time\b))"
)
# Ordinals ("am 23. Juni", "im 19. Jahrhundert") and abbreviations (Duden; RAE) before a capital or a number.
_MONTH_ABROAD = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni?|Juli?|August|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?"
    r"|Dez(?:ember)?)"
)
_ORDINAL = re.compile(
    r"(?:\b(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Ss]eit|[Aa]b|den|dem|[Dd]er|[Dd]es|[Ii]m|beim|und|oder)\s|,\s|^|[-–/]\s?)"
    rf"\d{{1,2}}\.(?=\s+(?:{_MONTH_ABROAD}\b|Jahrhundert|Jahrtausend|Weltkrieg|Lebensjahr|Geburtstag|Jahrestag"
    r"|Legislaturperiode|Stock|Etage|Klasse|Spieltag|Runde|Auflage|Sitzung|Platz|Mal\b|Tag\b|Quartal))"
)
_ORDINAL_STOP = re.compile(r"\d\.\s")  # without one there is no ordinal, which takes longer to look for
_SHORTENED = re.compile(
    r"\b(?:Ms|Mx|Mio|Mrd|Tsd|bzw|ca|vgl|inkl|sog|Srta?|Sras?|Sres|Dña|Lic|Mme|Mlle|MM|EE)\.(?=\s+[A-ZÀ-Þ\d])"
    r"|\b(?:Nr|Abs|Art|Ziff|Bd|pág|núm|art)\.(?=\s+\d)|(?<=\bEE\. )UU\.(?=\s+[a-zà-ÿ])"
)
_ELLIPSIS = re.compile(r"(?<!\.)(?<!\.\s)\.(?:\s?\.){2,}+(?=\s*[a-z\[(])")
_WHOLE_PARENTHESIS = re.compile(r"\((?=[A-Z][^()]*[.!?]\))|(?<=[.!?])\)")
_NEW_ITEM = re.compile(r"\s*(?:[-*•·–]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||Q\s|[A-Z][A-Z .'’-]+:)")
_LIST_MARK = re.compile(r"(?:\(?[0-9a-zA-Z]{1,3}[.)]|[-*•·–#>|]+)\s*")
# The name that opens a turn of a transcript is a label, not part of what was said.
_TURN = re.compile(
    r"\s*(?:[A-Z][A-Z0-9.'’\- ]{1,60}(?:\([^()\n]{1,80}\))?:|Q:?(?=\s{1,4}[^\s])"
    r"|(?P<bold>\*\*|__)[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|the|for|and))*+"
    r"(?: \([^()\n]{1,80}\))?:(?P=bold))\s+"
)
_MARKUP = re.compile(r"\s*(?:#{1,6}\s+|>\s*|[-*•·–]\s+|\d{1,3}[.)]\s+)+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_NOT_WORDS = " \t\r\n\f\v\u00a0\u200b\u200e\u200f\u2028\u2029\u3000\ufeff*"


def sentences(text: str, furniture: Sequence[Furniture] = ()) -> list[Span]:
    """The sentences of a text in order, outside the given furniture, without space around them.

    A headline, a list item or a caption counts as a sentence. Lines wrapped by hand are joined
    where the wrapping broke them; markup that opens a line and the name that opens a turn of a
    transcript are left out.
    """
    found: list[Span] = []
    for start, end in _stretches(text, furniture):
        for block in _blocks(text, start, end):
            found.extend(_split(text, block))
    return found


def _stretches(text: str, furniture: Sequence[Furniture]) -> Iterator[tuple[int, int]]:
    at = 0
    for span in furniture:
        yield at, span.start
        at = span.end
    yield at, len(text)


def _blocks(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches that no sentence crosses: a paragraph, or a line where lines are not wrapped."""
    lines: list[Span] = []
    at = start
    for piece in text[start:end].splitlines(keepends=True):
        lines.append(Span(at, at + len(piece)))
        at += len(piece)
    if not lines:
        return
    width = _wrap_width(
        [len(line.rstrip()) for line in text[start:end].splitlines() if not _UNBREAKABLE.search(line)]
    )
    block = lines[0].start
    for line, following in pairwise(lines):
        if not _is_wrap(text[line.start : line.end], text[following.start : following.end], width):
            yield Span(block, line.end)
            block = following.start
    yield Span(block, lines[-1].end)


def _wrap_width(lengths: list[int]) -> int:
    """The width a text was wrapped at by hand, or 0 when its lines are paragraphs."""
    full = sorted(length for length in lengths if length)
    if len(full) < 2:
        return 0
    width = full[int(0.95 * (len(full) - 1))] if len(full) > 20 else full[-1]
    near = sum(length >= 0.8 * width for length in full)
    return width if 40 <= width <= _WIDEST_WRAP and near >= 0.3 * len(full) else 0


def _is_wrap(line: str, following: str, width: int) -> bool:
    """Whether a line ends only because its next word did not fit."""
    words = following.split(None, 1)
    if not width or not words or not line.strip() or _NEW_ITEM.match(following):
        return False
    length = len(line.rstrip())
    # Where white space was dropped after wrapping a line is a little short; its sentence still goes on.
    return length + 1 + len(words[0]) > width or (length >= 0.6 * width and words[0][0].islower())


def _split(text: str, block: Span) -> Iterator[Span]:
    raw = text[block.start : block.end]
    opening = _TURN.match(raw) or _MARKUP.match(raw)
    skip = opening.end() if opening else 0
    raw = raw[skip:]
    if not raw.strip(_NOT_WORDS):
        return
    offset = block.start + skip
    start = 0
    for bound in [*_bounds(raw), len(raw)]:
        piece = raw[start:bound]
        if _LIST_MARK.fullmatch(piece.strip()) and bound < len(raw):
            continue
        left = len(piece) - len(piece.lstrip(_NOT_WORDS))
        right = len(piece.rstrip(_NOT_WORDS))
        if left < right:
            yield Span(offset + start + left, offset + start + right)
        start = bound


def _bounds(raw: str) -> list[int]:
    """Offsets at which a new sentence starts, the first one's left out."""
    shadow = _shadow(raw)
    east_asian = len(_CJK.findall(raw)) > 0.1 * len(raw)
    bounds = []
    last = 0
    for end in _ends(shadow, "ja" if east_asian else "en"):
        bound = _before_opening_marks(raw, shadow, last, end)
        last = end
        if not _continues(raw, bound):
            bounds.append(bound)
    return bounds


def _ends(shadow: str, language: str) -> Iterator[int]:
    """Offsets at which a sentence ends, the last one's left out.

    sentencex takes a time that grows with the square of a run of apostrophes, so it is given a window
    at a time, each from the last end in the one before. The result is that of the whole, but that a
    quotation which never ends takes no more than a window with it.
    """
    start = 0
    while start + _WINDOW < len(shadow):
        window = shadow[start : start + _WINDOW]
        ends = _ends_in(window, language) or [window.rfind(" ") + 1 or _WINDOW]
        yield from (start + end for end in ends)
        start += ends[-1]
    yield from (start + end for end in _ends_in(shadow[start:], language))


def _ends_in(window: str, language: str) -> list[int]:
    return [int(piece["end_index"]) for piece in sentencex.get_sentence_boundaries(language, window)[:-1]]


def _shadow(raw: str) -> str:
    shadow = _HYPHENATED_INITIALS.sub(lambda m: m.group().replace(".", "x"), raw)
    shadow = _CLOCK.sub(lambda m: m.group().replace(".", "x"), shadow)
    if _ORDINAL_STOP.search(shadow):
        shadow = _ORDINAL.sub(lambda m: m.group().replace(".", "x"), shadow)
    shadow = _SHORTENED.sub(lambda m: m.group().replace(".", "x"), shadow)
    shadow = _ELLIPSIS.sub(lambda m: m.group().replace(".", "x"), shadow)
    shadow = _WHOLE_PARENTHESIS.sub(" ", shadow)
    return shadow.replace("\n", " ").translate(_BLANK)


def _before_opening_marks(raw: str, shadow: str, last: int, bound: int) -> int:
    """Give marks that were blanked, and stand directly before the next sentence, to that sentence.

    last: the bound before this one.
    """
    at = bound
    while at > last and shadow[at - 1].isspace() and not raw[at - 1].isspace():
        at -= 1
    return at if at > last and raw[at - 1].isspace() else bound


def _continues(raw: str, bound: int) -> bool:
    """Whether a sentence goes on although a quotation in it ended: “Why?” he asked; 「…！」と言った."""
    before = raw[max(0, bound - _BLANKS) : bound].rstrip()[-1:]
    after = raw[bound : bound + 1]
    if before in set('”"»’') and after.islower():
        return True
    return before in set("」』") and "\u3040" <= after <= "\u309f"
