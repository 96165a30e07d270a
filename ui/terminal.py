"""Answer to text for a terminal. Pure. Nothing that a document holds can move the cursor or hide.

Control characters, bidirectional controls and the like are shown as what they are (``⟨U+001B⟩``), so
that a text can neither draw over what stands beside it nor read differently from what it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from index.documents import Card, Document, Furniture, Hit, Span
from rag.answers import Answer, LeftOut, Prose
from rag.quotes import Quote
from ui.surroundings import surroundings
from ui.wording import credit, sources_of, tally, voice, when, who

LISTED = 20  # documents named under one verdict; the rest is counted
AROUND = 3  # sentences shown on each side of a stretch
WINDOW = 900  # characters, likewise

Piece = tuple[str, str]  # a text and its style

_STYLES = {"bold": "1", "dim": "2", "number": "1;36", "quote": "30;43"}
# What a terminal obeys or hides rather than shows.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """The text with every character that does not show itself made visible; line breaks stay."""
    text = text.replace("\r\n", "\n").replace("\t", "    ")
    return UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def render(answer: Answer, *, width: int, colour: bool) -> str:
    """The answer, its numbered sources, and the documents that say nothing. ``width`` in columns."""
    sheet = Sheet(width, colour)
    if answer.searched != answer.question:
        sheet.put((f"Searched for: {answer.searched}", "dim"))
        sheet.gap()
    # The lines below the opening say what the sources say once more; here they stand right below.
    opening, _, quoted = answer.text.partition("\n\n")
    for line in (opening if quoted else answer.text).split("\n"):
        sheet.put((line, ""))
    if answer.model is not None:
        _put_prose(sheet, answer, answer.model)
    for quote in answer.quotes:
        sheet.gap()
        _put_quote(sheet, quote)
    found = tally(answer)
    _put_cards(sheet, "Mentioned, not quoted", found.mentioned, len(found.mentioned))
    _put_cards(sheet, "Silent", found.listed_silent, found.silent)
    if answer.model is not None and answer.model.left_out:
        _put_left_out(sheet, answer.model.left_out)
    return sheet.text


def render_document(document: Document, at: Span | None = None, *, width: int, colour: bool) -> str:
    """A document with its furniture marked; with ``at``, that stretch in its surroundings only."""
    sheet = Sheet(width, colour)
    sheet.put((document.title or document.id, "bold"))
    about = [when(document.date), document.id, document.url or ""]
    sheet.put((" · ".join(filter(None, about)), "dim"))
    sheet.gap()
    sheet.put(*(_text(document, colour) if at is None else _stretch(document, at, colour)))
    return sheet.text


def render_hits(hits: Sequence[Hit], *, width: int, colour: bool) -> str:
    """Ranked passages: rank, document, place, score, text."""
    sheet = Sheet(width, colour)
    for hit in hits:
        passage, document = hit.passage, hit.passage.document
        lead = f"{hit.rank}. "
        sheet.gap()
        sheet.put((document.title or document.id, "bold"), (f" · {when(document.date)}", ""), lead=lead)
        place = f"{document.id} {passage.start}:{passage.end} · score {hit.score:.3f}"
        sheet.put((place, "dim"), lead=" " * len(lead))
        sheet.put((flat(passage.text), ""), lead=" " * len(lead))
    return sheet.text or "Nothing was found."


def render_documents(cards: Sequence[Card], *, width: int, colour: bool) -> str:
    """A list of documents: date, title, and id beneath."""
    sheet = Sheet(width, colour)
    dates = max((len(_date(card)) for card in cards), default=0)
    for card in cards:
        sheet.put((card.title or card.id, "bold"), lead=f"{_date(card):<{dates}}  ")
        sheet.put((card.id, "dim"), lead=" " * (dates + 2))
    return sheet.text or "The collection is empty; add documents with: ontherecord add PATH"


def _put_prose(sheet: Sheet, answer: Answer, prose: Prose) -> None:
    sheet.gap()
    sheet.put((credit(prose), "dim"))
    if prose.note:
        sheet.put((prose.note, "bold"))
    for sentence in prose.sentences:
        cited = " ".join(f"[{number}]" for number in sentence.citations)
        sheet.put((sentence.text, ""), (f" {cited}", "number"), lead="  ✓ ")
        sheet.put((sources_of(sentence, answer), "dim"), lead="    ")


def _put_left_out(sheet: Sheet, left_out: Sequence[LeftOut]) -> None:
    sheet.gap()
    sheet.put((f"Left out, not supported: {len(left_out)}", "bold"))
    for left in left_out:
        sheet.put((flat(left.text), ""), lead="  ✗ ")
        sheet.put((left.reason, "dim"), lead="    ")


def _put_quote(sheet: Sheet, quote: Quote) -> None:
    lead = f"[{quote.number}] "
    blank = " " * len(lead)
    document = quote.document
    spoken = ", ".join(filter(None, [voice(quote), when(document.date)]))
    sheet.put((who(quote), "bold"), (f" · {spoken}", ""), lead=lead)
    # A bar rather than quotation marks: nothing is added to the words, which may bring their own.
    sheet.put((flat(quote.text), "quote"), lead=f"{blank}│ ", under=f"{blank}│ ")
    sheet.put((document.title or document.id, ""), lead=blank)
    sheet.put((f"{document.id} {quote.start}:{quote.end}", "dim"), lead=blank)


def _put_cards(sheet: Sheet, label: str, cards: Sequence[Card], total: int) -> None:
    if not total:
        return
    sheet.gap()
    sheet.put((f"{label}: {total:,}", "bold"))
    dates = max((len(_date(card)) for card in cards[:LISTED]), default=0)
    for card in cards[:LISTED]:
        sheet.put((card.title or card.id, ""), lead=f"  {_date(card):<{dates}}  ")
    left = total - min(len(cards), LISTED)
    if cards and left:
        sheet.put((f"and {left:,} more", "dim"), lead="  ")


def _text(document: Document, colour: bool) -> Iterator[Piece]:
    end = 0
    for aside in document.furniture:
        yield document.text[end : aside.start], ""
        yield _set_aside(document, aside), "dim" if colour else ""
        end = aside.end
    yield document.text[end:], ""


def _set_aside(document: Document, aside: Furniture) -> str:
    return f"⟦set aside: {aside.kind} ¦ {document.text[aside.start : aside.end]}⟧"


def _stretch(document: Document, at: Span, colour: bool) -> Iterator[Piece]:
    for number, piece in enumerate(surroundings(document, at, sentences=AROUND, window=WINDOW)):
        if piece.kind == "gap":
            yield " … " if number else "… ", "dim"
        elif piece.kind == "quote":
            yield (piece.text, "quote") if colour else (f"⟦quote ¦ {piece.text}⟧", "")
        else:
            yield piece.text, ""


def _date(card: Card) -> str:
    return plain(card.date or "undated")


def flat(text: str) -> str:
    return " ".join(text.split())


class Sheet:
    """Lines under construction. Every text put on it is made visible, wrapped and indented."""

    def __init__(self, width: int, colour: bool) -> None:
        self.colour = colour
        self._width = width
        self._lines: list[str] = []

    def put(self, *pieces: Piece, lead: str = "", under: str | None = None) -> None:
        """Paragraphs: ``lead`` stands before the first line, ``under`` (else blanks) before the others."""
        shown = [(plain(text), style) for text, style in pieces]
        text = "".join(piece for piece, _ in shown)
        ends = list(accumulate(len(piece) for piece, _ in shown))
        styles = [style for _, style in shown]
        lead = plain(lead)
        under = " " * columns(lead) if under is None else under
        # However narrow the terminal, some text fits beside the lead.
        for start, end in wrap(text, max(16, self._width - columns(lead))):
            line = "".join(self._styled(text[a:b], styles[piece]) for a, b, piece in _runs(ends, start, end))
            self._lines.append((lead + line).rstrip())
            lead = under

    def gap(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    @property
    def text(self) -> str:
        return "\n".join(self._lines).strip("\n")

    def _styled(self, text: str, style: str) -> str:
        if not (self.colour and style and text):
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _runs(ends: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The stretches of one line that lie in one piece each, and which; ``ends``: of all pieces."""
    for piece in range(bisect_right(ends, start), len(ends)):
        if start >= end:
            return
        yield start, min(ends[piece], end), piece
        start = min(ends[piece], end)


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of at most ``width`` columns starts and ends; a longer word is cut."""
    offset = 0
    for paragraph in text.split("\n"):
        start = end = used = 0
        for word in re.finditer(r"\S+", paragraph):
            size = columns(paragraph[end : word.end()])  # with the blanks before it
            if used and used + size > width:
                yield offset + start, offset + end
                start, used, size = word.start(), 0, columns(word[0])
            end, used = word.end(), used + size
            while used > width:
                cut, taken = _fit(paragraph, start, width)
                yield offset + start, offset + cut
                start, used = cut, used - taken
        yield offset + start, offset + max(start, end)
        offset += len(paragraph) + 1


def _fit(text: str, start: int, width: int) -> tuple[int, int]:
    """The end of what fits in ``width`` columns from ``start``, at least one character, and its columns."""
    end, used = start, 0
    while used + (size := columns(text[end])) <= width or end == start:
        end, used = end + 1, used + size
    return end, used


def columns(text: str) -> int:
    """How many columns a terminal gives a text: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
