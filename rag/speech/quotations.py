"""Words in quotation marks: where they begin and end, in any of the usual styles, well nested or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.documents import Span
from rag.abroad.reporting import dashed

# Within a paragraph, well nested or not: what others say in a letter or a speech is not its writer's "I".
QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]?")
_DOUBLE = re.compile('["“”„‟«»「」『』〝〞〟＂]')
_SINGLE = re.compile("['‘’‚‛]")
_OPENERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "「": "」", "『": "』", "〝": "〞〟"}
_SENTENCE_END = frozenset(".?!…。！？,;:—–-")
_SINGLE_OPENERS = frozenset("'‘")
_ENCLOSED_END = frozenset('.,?!…"”')  # before the closing mark of words with a quotation in them
_GAP = 20  # characters of white space before an opening mark at most
_BEFORE_OPENING = frozenset(" \n([{—–-/“‘'\"")
_ELISIONS = re.compile(
    r"['’‘](?:\d0s|\d\d\b|em\b|tis\b|twas\b|til\b|cause\b|n\b|round\b|bout\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """Quoted words without their marks, within one paragraph.

    outer: the same stretch with its marks.
    paragraph: the number of the paragraph.
    closed: a closing mark was found before the paragraph ended.
    resumes: it goes on where the quotation before it was left open.
    """

    outer: Span
    paragraph: int
    closed: bool = True
    resumes: bool = False


def quotations(flat: str, paragraphs: list[Span]) -> list[Quotation]:
    """All quotations, sorted, non-overlapping; nested ones belong to the outermost."""
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        spoken = [*dashed(flat, paragraph.start, paragraph.end)]
        if spoken:
            found += [Quotation(start, end, Span(start, end), number) for start, end in spoken if start < end]
            continue
        double = _doubles(flat, paragraph, number)
        found += _with_singles(flat, paragraph, number, double)
    return _resumed([one for one in found if one.closed or _is_open(flat, one, paragraphs)], paragraphs)


def _is_open(flat: str, unclosed: Quotation, paragraphs: list[Span]) -> bool:
    """Do the words go on? In single marks only where the next paragraph opens with one as well."""
    if flat[unclosed.outer.start] not in _SINGLE_OPENERS:
        return True
    following = unclosed.paragraph + 1
    return following < len(paragraphs) and flat[paragraphs[following].start] in _SINGLE_OPENERS


def _doubles(flat: str, paragraph: Span, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    opener, start, depth = "", -1, 0
    for mark in _DOUBLE.finditer(flat, paragraph.start, paragraph.end):
        at, sign = mark.start(), mark[0]
        before = flat[at - 1] if at > paragraph.start else " "
        after = flat[at + 1] if at + 1 < paragraph.end else " "
        if start < 0:
            if _opens(sign, before, after):
                opener, start, depth = sign, at, 0
            continue
        if _nests(opener, sign, before, after):
            if _ended(flat, start, at):
                found.append(_quotation(flat, start, at, number, False))
                opener, start, depth = sign, at, 0
            elif sign != '"':
                depth += 1
        elif depth:
            depth -= 1
        elif _closes(opener, sign):
            found.append(_quotation(flat, start, at + 1, number, True))
            start = -1
    if start >= 0:
        found.append(_quotation(flat, start, paragraph.end, number, False))
    return [quotation for quotation in found if quotation.end > quotation.start]


def _opens(sign: str, before: str, after: str) -> bool:
    if sign in _OPENERS:
        return True
    if sign in '"＂':
        return not after.isspace() or before.isspace()
    return before.isspace() and not after.isspace()  # ”Swedish” and »Danish« openings


def _nests(opener: str, sign: str, before: str, after: str) -> bool:
    """Is this mark, met inside a quotation, another opening one?"""
    if opener == "„" and sign == "“":
        return False
    if opener in "»”" and sign in "«”":
        return False
    if sign == '"':
        return before in _BEFORE_OPENING and before != '"' and not after.isspace() and after not in ".,;:!?"
    return sign in _OPENERS


def _closes(opener: str, sign: str) -> bool:
    expected = _OPENERS.get(opener, opener)
    if sign in expected or (opener == "»" and sign == "«"):
        return True
    # Mixed marks, as in “…": a straight mark closes any Western one and is closed by any.
    western = '"“”„‟'
    return sign in western and opener in western


def _ended(flat: str, start: int, at: int) -> bool:
    """Had the words before this opening mark come to a stop, so that a closing mark is missing?"""
    before = flat[max(start + 1, at - _GAP) : at].rstrip()
    return not before or before[-1] in _SENTENCE_END


def _quotation(flat: str, start: int, end: int, number: int, closed: bool) -> Quotation:
    inner_end = end - 1 if closed else end
    inner = flat[start + 1 : inner_end]
    first = start + 1 + len(inner) - len(inner.lstrip())
    last = start + 1 + len(inner.rstrip())
    return Quotation(
        first, max(first, last), Span(start, end if closed else max(first, last)), number, closed
    )


def _with_singles(flat: str, paragraph: Span, number: int, double: list[Quotation]) -> list[Quotation]:
    """Adds the quotations in single marks that stand outside the double ones, or around them."""
    found: list[Quotation] = []
    done = paragraph.start
    for quotation in double:
        if quotation.outer.start < done:
            continue  # within single marks
        inside, left = _singles(flat, Span(done, quotation.outer.start), number)
        found += inside
        end = _closing_after(flat, quotation.outer.end, paragraph.end, double) if left >= 0 else -1
        if end >= 0:
            found.append(_quotation(flat, left, end + 1, number, True))
            done = end + 1
        else:
            found.append(quotation)
            done = quotation.outer.end
    inside, left = _singles(flat, Span(done, paragraph.end), number)
    if left == paragraph.start or (
        left > paragraph.start and flat[left - 2] in ":,"
    ):  # the words may go on in the next paragraph
        inside.append(_quotation(flat, left, paragraph.end, number, False))
    return found + inside


def _closing_after(flat: str, start: int, stop: int, double: list[Quotation]) -> int:
    """Where the single mark closes that opened before a quotation in double marks; -1 if it does not."""
    for mark in _SINGLE.finditer(flat, start, stop):
        at = mark.start()
        before, after = flat[at - 1], flat[at + 1] if at + 1 < stop else " "
        if any(one.outer.start < at < one.outer.end for one in double) or (
            before.isalnum() and after.isalnum()
        ):
            continue
        if mark[0] == "‘" or before.isspace():
            return -1
        if before in _ENCLOSED_END and not after.isalnum():
            return at
    return -1


def _singles(flat: str, gap: Span, number: int) -> tuple[list[Quotation], int]:
    """The quotations in single marks, and where one opens that does not close (-1 if none does)."""
    found: list[Quotation] = []
    start, maybe = -1, -1
    for mark in _SINGLE.finditer(flat, gap.start, gap.end):
        at = mark.start()
        before = flat[at - 1] if at > gap.start else " "
        after = flat[at + 1] if at + 1 < gap.end else " "
        if before.isalnum() and after.isalnum():
            continue
        if before in _BEFORE_OPENING and (after.isalnum() or after in "[“(…."):
            if start >= 0 and maybe >= 0:
                found.append(_quotation(flat, start, maybe + 1, number, True))
                start = -1
            if start < 0 and not _ELISIONS.match(flat, at):
                start, maybe = at, -1
        elif start >= 0 and mark[0] != "‘" and not before.isspace():
            # Between a plural's apostrophe and a closing mark the last candidate decides.
            if before in "sS" and after.isspace():
                maybe = at
            else:
                found.append(_quotation(flat, start, at + 1, number, True))
                start, maybe = -1, -1
    if start >= 0 and maybe >= 0:
        found.append(_quotation(flat, start, maybe + 1, number, True))
        start = -1
    return [quotation for quotation in found if flat.count(" ", quotation.start, quotation.end) >= 1], start


def _resumed(found: list[Quotation], paragraphs: list[Span]) -> list[Quotation]:
    """Marks the quotations that carry on from the one before: an unclosed one, then a fresh opening
    mark, at the head of the next paragraph or right after it."""
    resumed: list[Quotation] = []
    for quotation in found:
        last = resumed[-1] if resumed else None
        if last is not None and not last.closed:
            same = quotation.paragraph == last.paragraph and quotation.outer.start - last.end < 3
            heads = quotation.outer.start == paragraphs[quotation.paragraph].start
            follows = quotation.paragraph == last.paragraph + 1
            if same or (heads and follows):
                quotation = replace(quotation, resumes=True)  # noqa: PLW2901
        resumed.append(quotation)
    return resumed
