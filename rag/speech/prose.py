"""The running text of a document: markup blanked out, paragraphs found, words cut; offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from index.documents import Document, Furniture, Span
from rag.abroad.reporting import FOREIGN

# Every pattern is linear: no nested repetition, and each repetition excludes its own first character.
_MARKUP = re.compile(
    r"""<[A-Za-z/!][^<>]*>            # HTML tag
      | !\[[^\[\]\n]*\]\([^()\n]*\)   # image
      | \]\([^()\n]*\)                # target of a link
      | \\(?=[^\w\s])                 # backslash before an escaped mark
      | ^[ \t]*(?:>[ \t]*)+           # block quotation
      | ^[ \t]*\#+(?=[ \t])           # heading
      | \*+ | (?<!\w)_+(?=\S) | _+(?!\w)
      | [\u200b\u2060\ufeff\xad]
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]*(?:\n[^\[\]\n]*)?)\]\(([^()\n]*)\)")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:(?!---)[^\n]*\n){0,200}---[ \t]*\n")
_LINE = re.compile(r"[^\n]*")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-+•·*]|\d{1,3}[.)])[ \t]")
# "2.1 The Mayor said …", in minutes
_ITEM_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?[ \t]+(?=[A-Z“\"])")
_ABBREVIATED = frozenset(
    """
    Mr Mrs Ms Dr Sen Sens Rep Reps Gov Gen Lt Col Maj Capt Sgt Cpl Adm Cmdr Prof Rev Hon Pres Supt Det Fr
    Msgr Atty Asst St Jr Sr Inc Corp Co Ltd Bros Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec vs etc
    Ph Ave Blvd Ft Mt approx est dept Dept Calif Mass Conn Pa Va Ill Fla Ga Mich Minn Wis Ore Wash Ariz
    Ala Ark Colo Del Ind Kan Ky La Md Miss Mo Mont Neb Nev Okla Tenn Tex Vt Wyo
    """.split()
)
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:-\w+)*|[A-Z]{2,5}\.[A-Z]{1,2}\b|\d+(?:[.,]\d+)+"
    r"|\w+(?:['’‑-](?:(?:[A-Za-z]\.){2,}|\w+))*\.?|\.\.+|[^\w\s]"
)
# "a-t-elle assuré", "dit-il": the subject joined to its verb by hyphens.
_INVERTED = re.compile(r"(\w+?)[-‑](?:t[-‑])?(ils?|elles?|on)", re.IGNORECASE)
_HAVE = frozenset("a ont avait avaient".split())
_LINK_REST = re.compile(r"[^\n]{0,300}?(?:\]\(|https?:|^\()")
_INITIAL = 2  # characters of an initial: the letter and its full stop
_WIDEST_WRAP = 100  # columns; a document with longer lines has not been wrapped by hand


class Token(NamedTuple):
    """A word or a mark of a paragraph, ``[start, end)`` in the document's text.

    quote: the number of the quotation that this token stands for, or -1.
    """

    start: int
    end: int
    word: str
    quote: int = -1


def flatten(document: Document) -> str:
    """The text with furniture, front matter and markup replaced by spaces; same length, same lines."""
    text = document.text
    pieces = list(_blanked(text, document.furniture))
    flat = "".join(pieces)
    flat = _FRONT_MATTER.sub(_spaces, flat)
    flat = flat.translate(
        {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2028: "\n", 0x2029: "\n", 0x0D: " ", 0x09: " "}
    )
    if "``" in flat and "''" in flat:  # marks as TeX and the Penn Treebank write them
        flat = flat.replace("``", " “").replace("''", "” ")
    flat = _LINK.sub(lambda found: f" {found[1]} {' ' * (len(found[2]) + 2)}", flat)
    return _MARKUP.sub(_spaces, flat)


def _blanked(text: str, furniture: Iterable[Furniture]) -> Iterable[str]:
    done = 0
    for piece in furniture:
        if piece.start < done:
            continue
        yield text[done : piece.start]
        yield re.sub(r"[^\n]", " ", text[piece.start : piece.end])
        done = piece.end
    yield text[done:]


def _spaces(found: re.Match[str]) -> str:
    taken = found[0]
    return "".join("\n" if c == "\n" else " " for c in taken) if "\n" in taken else " " * len(taken)


def paragraphs(flat: str, text: str) -> list[Span]:
    """Paragraphs without surrounding white space. Blank lines part them, and so does every line
    break that a hard wrap does not explain (a wrapped line has no room for the next line's word).

    flat: what ``flatten`` makes of the text; the width of a line is that of the text itself.
    """
    lines = [found.span() for found in _LINE.finditer(text) if found.end() > found.start()]
    width = _wrap_width(text, lines)
    spans: list[Span] = []
    start = end = -1
    for number, (first, last) in enumerate(lines):
        if flat[first:last].strip():
            start = first if start < 0 else start
            end = last
        elif _LINK_REST.match(text, first, last) is None and start >= 0:
            spans.append(_trimmed(flat, start, end))
            start = -1
        if start >= 0 and not (
            number + 1 < len(lines) and _goes_on(text, lines[number], lines[number + 1], width)
        ):
            spans.append(_trimmed(flat, start, end))
            start = -1
    return spans


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The column at which the text was wrapped, or 0 if it was not."""
    plain = [text[start:end] for start, end in lines]
    lengths = sorted(len(line) for line in plain if not line.isspace() and "http" not in line)
    if not lengths:
        return 0
    width = lengths[(len(lengths) * 9) // 10]
    return width if width <= _WIDEST_WRAP else 0


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    if not width or following[0] != line[1] + 1:
        return False
    ahead = text[following[0] : following[1]]
    if ahead.isspace() or _LIST_ITEM.match(ahead):
        return False
    word = len(ahead.split(None, 1)[0])
    indent = len(ahead) - len(ahead.lstrip())
    return len(text[line[0] : line[1]].rstrip()) + 1 + word + indent > width - 3


def _trimmed(flat: str, start: int, end: int) -> Span:
    """A paragraph without white space around it, and without the number of an item before it."""
    piece = flat[start:end]
    left = len(piece) - len(piece.lstrip())
    number = _ITEM_NUMBER.match(piece, left)
    return Span(start + (number.end() if number else left), start + len(piece.rstrip()))


def tokens(flat: str, span: Span) -> list[Token]:
    """The words and marks of a stretch, in order; curly apostrophes are straightened."""
    made: list[Token] = []
    for found in _TOKEN.finditer(flat, span.start, span.end):
        start, end = found.span()
        word = found[0]
        if "’" in word:
            word = word.replace("’", "'")
        stop = (
            word[-1] == "."
            and end - start > 1
            and word[0] != "."
            and word.count(".") == 1
            and _stops(word, flat, end)
        )
        if stop:
            end, word = end - 1, word[:-1]
        inverted = _inverted(start, end, word) if "-" in word or "‑" in word else None
        if inverted:
            made += inverted
        else:
            made.append(Token(start, end, word))
        if stop:
            made.append(Token(end, end + 1, "."))
    return made


def _inverted(start: int, end: int, word: str) -> list[Token]:
    """A French verb and the pronoun after it as two words; of an auxiliary only the pronoun."""
    found = _INVERTED.fullmatch(word)
    if found is None:
        return []
    if found[1].lower() in _HAVE:
        return [Token(start, end, found[2])]
    if found[1].lower() not in FOREIGN:
        return []
    return [Token(start, start + found.end(1), found[1]), Token(start + found.start(2), end, found[2])]


def _stops(word: str, flat: str, end: int) -> bool:
    """Does the full stop after this word end a sentence rather than an abbreviation or an initial?"""
    if word[:-1].rpartition("-")[2] in _ABBREVIATED:  # "D-Fla." too
        return False
    initial = len(word) == _INITIAL and word[0].isupper() and word[0] != "I"
    return not (initial and flat[end : end + 3].lstrip()[:1].isupper())
