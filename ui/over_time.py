"""An answer in the order of dates, as a page of its own: who spoke, who was silent, changed wording. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from index.documents import Span
from rag.answers import Answer
from rag.formulas import Formula, Use
from rag.quotes import Quote
from rag.timeline import Appearance, Entry, Timeline
from ui.by_date import shared_rows, stages
from ui.reader import html
from ui.render import dated, escape, link, verbatim
from ui.wording import count, voice, when, who

ROOT = "../"  # from the page's address to where the application is mounted


def page(answer: Answer, timeline: Timeline, picture: str) -> str:
    """``picture`` is the one that the panel shows (``ui.render.figure``)."""
    quotes = {quote.number: quote for quote in answer.quotes}
    dates = "".join(_row(row, quotes) for row in shared_rows(timeline.entries))
    more = (
        f'<li class="row"><p class="when">Not listed</p><p class="quiet">'
        f"{count(timeline.silent, 'more document')} silent</p></li>"
        if timeline.silent
        else ""
    )
    body = (
        f'<p class="note">Over time</p><h1>{escape(answer.searched)}</h1>'
        f'<p class="lead">{escape(answer.text.strip().partition(chr(10))[0])}</p>'
        f"{picture}{_first(answer, timeline)}"
        f'<h2>By date</h2><ol class="dates">{dates}{more}</ol>{_wording(timeline.formulas)}'
    )
    return html(f"{answer.searched} over time", body, ROOT)


def forgotten() -> str:
    """The page for an answer that is no longer kept."""
    said = (
        "This answer is no longer kept: the server keeps the last few hundred, and none when it is "
        f'started anew. <a href="{ROOT}">Ask the question again.</a>'
    )
    return html("Not kept any more", f"<h1>Not kept any more</h1><p>{said}</p>", ROOT)


def _row(row: list[Entry], quotes: dict[int, Quote]) -> str:
    documents = [shown for entry in row for shown in entry.documents]
    first, last = row[0].date, row[-1].date
    label = when(first) if first == last else f"{when(first)} to {when(last)}"
    speaking = "".join(_document(shown, quotes) for shown in documents if shown.verdict != "silent")
    silent = [shown for shown in documents if shown.verdict == "silent"]
    quiet = f'<p class="quiet">{_silent(silent)}</p>' if silent else ""
    return f'<li class="row"><p class="when">{escape(label)}</p><div>{speaking}{quiet}</div></li>'


def _silent(documents: list[Appearance]) -> str:
    if len(documents) > 3:
        return f"{count(len(documents), 'document')} silent"
    return "Silent: " + "; ".join(_titled(shown) for shown in documents)


def _titled(shown: Appearance) -> str:
    card = shown.document
    return f'<a href="{ROOT}{escape(link(card.id))}">{escape(card.title or card.id)}</a>'


def _document(shown: Appearance, quotes: dict[int, Quote]) -> str:
    if not shown.quotes:
        says = "names it, and says nothing" if shown.verdict == "mentioned" else "speaks of it"
        return f'<p class="quiet">{_titled(shown)} {says}</p>'
    said = "".join(_quote(quotes[number]) for number in shown.quotes)
    return f'<p class="title">{_titled(shown)}</p><ul>{said}</ul>'


def _quote(quote: Quote) -> str:
    words = voice(quote)
    at = Span(quote.start, quote.end)
    return (
        f'<li><a class="number" href="{ROOT}{escape(link(quote.document.id, at))}">{quote.number}</a>'
        f"<p><strong>{escape(who(quote))}</strong>{f' · {escape(words)}' if words else ''}</p>"
        f"<blockquote>{verbatim(quote.text)}</blockquote></li>"
    )


def _first(answer: Answer, timeline: Timeline) -> str:
    first = timeline.first
    if first is None:
        return ""
    quote = next((quote for quote in answer.quotes if quote.number == first.quote), None)
    by = f"{who(quote)} [{quote.number}]" if quote else first.document.title or first.document.id
    return f'<p class="lead"><strong>First said:</strong> {escape(when(first.date))}, {escape(by)}</p>'


def _wording(formulas: tuple[Formula, ...]) -> str:
    if not formulas:
        return ""
    shown = "".join(f'<ol class="formula">{"".join(_uses(formula))}</ol>' for formula in formulas)
    return (
        '<h2>Wording that recurs</h2><p class="note">Each use is compared with the one above it: '
        "<ins>new words are underlined</ins>, words that fell out are named below.</p>" + shown
    )


def _uses(formula: Formula) -> Iterator[str]:
    for use, *same in stages(formula.uses):
        at = Span(use.start, use.end)
        gone = " · ".join(f"<del>{escape(text)}</del>" for text in use.dropped)
        again = ", ".join(f"{escape(when(one.quote.document.date))} [{one.quote.number}]" for one in same)
        yield (
            f'<li>{dated(use.quote.document.date)} <a class="number" '
            f'href="{ROOT}{escape(link(use.quote.document.id, at))}">{use.quote.number}</a>'
            f"<blockquote>{''.join(_changed(use))}</blockquote>"
            + (f'<p class="quiet">Without: {gone}</p>' if gone else "")
            + (f'<p class="quiet">The same words: {again}</p>' if again else "")
            + "</li>"
        )


def _changed(use: Use) -> Iterator[str]:
    text, place = use.quote.document.text, use.start
    for span in use.added:
        yield escape(text[place : span.start])
        yield f"<ins>{escape(text[span.start : span.end])}</ins>"
        place = span.end
    yield escape(text[place : use.end])
