"""Timeline to text for a terminal. Pure; a document's text is as harmless here as in ``ui.terminal``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.documents import Span
from index.words import stems, words
from rag.answers import Answer
from rag.formulas import Formula, Use
from rag.quotes import Quote
from rag.timeline import Appearance, Entry, Timeline
from rag.verdicts import Finding
from ui.by_date import by_speaker, numbered, shared_rows, stages
from ui.terminal import Piece, Sheet, columns, flat
from ui.wording import count, tally, when

MARKS: dict[Finding, str] = {"said": "●", "mentioned": "○", "silent": "·"}
MARKED = 8  # documents of one date that get a mark each; more are counted
QUOTED = 150  # characters shown of a quote, about two lines
BEFORE = 60  # of them, before the word that was asked for
NAMED = 60  # characters shown of a name


def render_timeline(answer: Answer, timeline: Timeline, *, width: int, colour: bool) -> str:
    """One line a date with a mark for every document, who said what, first use, recurring wording.

    ``width`` in columns.
    """
    sheet = Sheet(width, colour)
    _put_dates(sheet, answer, timeline)
    _put_first(sheet, answer, timeline)
    _put_formulas(sheet, timeline.formulas)
    return sheet.text


def _put_dates(sheet: Sheet, answer: Answer, timeline: Timeline) -> None:
    rows = list(shared_rows(timeline.entries))
    quotes = {quote.number: quote for quote in answer.quotes}
    asked = frozenset(stems(answer.searched))
    marks = [_marks([shown for entry in row for shown in entry.documents]) for row in rows]
    broadest = max(map(columns, marks), default=0)
    for row, mark in zip(rows, marks, strict=True):
        lead = f"{_date(row[0].date):<10}  {mark}{' ' * (broadest - columns(mark))}  "
        blank = " " * columns(lead)
        speaking = [shown for entry in row for shown in entry.documents if shown.quotes]
        if not speaking:
            sheet.put((_until(row), "dim"), lead=lead)
        for shown in speaking:
            if len(speaking) > 1:  # on a date of its own a document needs no name
                sheet.put((_clipped(shown.document.title or shown.document.id, NAMED), ""), lead=lead)
                lead = blank
            for name, said in by_speaker(shown, quotes).items():
                _put_best(sheet, name, said, asked, lead)
                lead = blank
    found = tally(answer)
    totals = (
        ("●", len(found.said), "said something"),
        ("○", len(found.mentioned), "only named it"),
        ("·", found.silent, "silent"),
    )
    sheet.gap()
    sheet.put(("   ".join(f"{mark} {number:,} {does}" for mark, number, does in totals if number), "dim"))


def _marks(documents: Sequence[Appearance]) -> str:
    counts = {mark: sum(shown.verdict == verdict for shown in documents) for verdict, mark in MARKS.items()}
    if len(documents) <= MARKED:
        return "".join(mark * number for mark, number in counts.items())
    return " ".join(f"{mark}{number}" for mark, number in counts.items() if number)


def _until(row: Sequence[Entry]) -> str:
    if len(row) > 1:
        return f"to {_date(row[-1].date)}, {count(len(row), 'date')}"
    said = sum(shown.verdict == "said" for shown in row[0].documents)
    return "speaks of it, not among the quoted" if said == 1 else ""


def _put_best(sheet: Sheet, name: str, said: Sequence[Quote], asked: frozenset[str], lead: str) -> None:
    """A speaker with the best of the quotes and the numbers of the others."""
    best = max(said, key=lambda quote: quote.score)
    others = numbered([quote.number for quote in said if quote is not best])
    also = f" · also {others}" if others else ""
    bar = " " * columns(lead) + "│ "
    sheet.put((f"[{best.number}] ", "number"), (_clipped(name, NAMED), "bold"), (also, "dim"), lead=lead)
    sheet.put((_excerpt(best, asked), "quote"), lead=bar, under=bar)


def _excerpt(quote: Quote, asked: frozenset[str]) -> str:
    """The quote from its beginning, or around the first word that was asked for, in about two lines."""
    text = flat(quote.text)
    if len(text) <= QUOTED:
        return text
    found = words(text)
    hit = next((word.start for word in found if word.stem in asked and not word.stop), 0)
    start = 0
    if hit > QUOTED - BEFORE:
        start = next((word.start for word in found if word.start >= hit - BEFORE), hit)
    end = start + QUOTED
    if end < len(text):
        end = max((word.end for word in found if start < word.end <= end), default=end)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _put_first(sheet: Sheet, answer: Answer, timeline: Timeline) -> None:
    first = timeline.first
    if first is None:
        return
    quote = next((quote for quote in answer.quotes if quote.number == first.quote), None)
    by = (quote and quote.speaker) or f"in “{first.document.title or first.document.id}”"
    number = f" [{first.quote}]" if quote else " (not among the quoted)"
    sheet.gap()
    dated = flat(f"{when(first.date)}, {by}")
    sheet.put(("First said: ", "bold"), (dated, ""), (number, "number" if quote else "dim"))
    said = [entry for entry in timeline.entries if any(shown.verdict == "said" for shown in entry.documents)]
    for entry in said:
        if entry.date and entry.date != first.date and entry.date.startswith(first.date):
            sheet.put((f"It states no more than {first.date}; {_date(entry.date)} may be earlier.", "dim"))
            break
    undated = sum(
        shown.verdict == "said" for entry in said if entry.date is None for shown in entry.documents
    )
    if undated:
        more = f"{count(undated, 'more document')} {'speaks' if undated == 1 else 'speak'} of it"
        sheet.put((f"{more}, with no date stated.", "dim"))


def _put_formulas(sheet: Sheet, formulas: Sequence[Formula]) -> None:
    if not formulas:
        return
    sheet.gap()
    sheet.put(("Wording that recurs", "bold"), (" · each compared with the one above it", "dim"))
    for formula in formulas:
        sheet.gap()
        broadest = max(len(f"[{use.quote.number}]") for use in formula.uses)
        for changed, *same in stages(formula.uses):
            lead = f"{_date(changed.quote.document.date):<10}  {f'[{changed.quote.number}]':<{broadest}} "
            blank = " " * columns(lead)
            sheet.put(*_wording(changed), lead=f"{lead}│ ", under=f"{blank}│ ")
            if changed.dropped:
                gone = " · ".join(map(flat, changed.dropped))
                sheet.put((f"without: {gone}", "dim"), lead=blank + "  ")
            if same:
                where = ", ".join(f"{_date(use.quote.document.date)} [{use.quote.number}]" for use in same)
                sheet.put((f"the same words: {where}", "dim"), lead=blank + "  ")


def _wording(use: Use) -> Iterator[Piece]:
    """The use with what is new in it between plus signs."""
    place = use.start
    for span in (*use.added, Span(use.end, use.end)):
        yield _between(use, place, span.start), "quote"
        if span.start < span.end:
            yield f"+{_between(use, span.start, span.end)}+", "bold"
        place = span.end


def _between(use: Use, start: int, end: int) -> str:
    """A stretch with every run of white space as one blank, also at its ends."""
    text = use.quote.document.text[start:end]
    inner = flat(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _date(date: str | None) -> str:
    return _clipped(date or "undated", 10)


def _clipped(text: str, length: int) -> str:
    text = flat(text)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
