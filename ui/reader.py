"""A document to read: its whole text, furniture greyed out and named, the quote marked. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.documents import Card, Document, Span
from index.readers import LARGEST_FILE, SUFFIXES
from ui.render import dated, escape, link
from ui.wording import count

LISTED = 500  # documents on one page of the list
ADDING = (
    '<section class="adding" id="adding"><label for="files">Add documents</label> '
    f'<input type="file" id="files" multiple accept="{",".join(sorted(SUFFIXES))}">'
    f'<p class="note">Choose files, or drop them anywhere on this page: {", ".join(sorted(SUFFIXES))}, '
    f"{LARGEST_FILE // 2**20} MB each at most.</p>"
    '<progress id="progress" max="1" value="0" aria-label="Adding documents" hidden></progress>'
    '<ul id="log" aria-live="polite"></ul></section><script src="ui/documents.js" defer></script>'
)


def page(document: Document, at: Span | None = None) -> str:
    """The document as an HTML page. The ``textContent`` of its ``article`` is the document's text.

    at: the quote to mark. A stretch that the document does not have is said, and nothing is marked.
    """
    marked = at if at and 0 <= at.start < at.end <= len(document.text) else None
    title = document.title or document.id
    body = (
        f"<h1>{escape(title)}</h1>"
        f'<p class="about">{dated(document.date)} '
        f'<span class="file">{escape(document.id)}</span></p>'
        f"{_notes(document, at)}"
        f'<article class="text">{"".join(_stretches(document, marked))}</article>'
    )
    return html(title, body, "../" * (document.id.count("/") + 1))


def contents(cards: Sequence[Card], start: int = 0, *, changing: bool = False) -> str:
    """The list of documents, ``LISTED`` of them from ``start`` on; with ``changing``, to add and remove."""
    shown = cards[start : start + LISTED]
    items = "".join(
        f'<li><a href="{escape(link(card.id))}">{escape(card.title or card.id)}</a>'
        f"{dated(card.date)}"
        f'<span class="file">{escape(card.id)}</span>{_removing(card) if changing else ""}</li>'
        for card in shown
    )
    turns = [("Earlier in the list", start - LISTED)] if start > 0 else []
    turns += [("Further in the list", start + LISTED)] if start + LISTED < len(cards) else []
    links = "".join(f'<a href="documents?start={max(0, at)}">{label}</a> ' for label, at in turns)
    adding = ADDING if changing else ""
    empty = (
        ""
        if cards or changing
        else "<p>The collection is empty. Add documents: <code>ontherecord add PATH</code></p>"
    )
    return html(
        "Documents",
        f'<h1>{escape(count(len(cards), "document"))}</h1>{empty}{adding}<ul class="contents">{items}</ul>'
        f'<p class="turns">{links}</p>',
        "./",
    )


def _removing(card: Card) -> str:
    return (
        f'<button type="button" class="remove" data-id="{escape(card.id)}" '
        f'aria-label="Remove {escape(card.title or card.id)}">Remove</button>'
    )


def missing(id: str) -> str:
    """The page for a document that is not in the collection."""
    said = f"No document of the collection is called <q>{escape(id)}</q>. It may have been removed."
    return html("Not found", f"<h1>Not found</h1><p>{said}</p>", "../" * (id.count("/") + 1))


def _notes(document: Document, at: Span | None) -> str:
    notes = []
    if at is not None and not 0 <= at.start < at.end <= len(document.text):
        notes.append(
            f"This document has no characters {at.start:,} to {at.end:,}: it is {len(document.text):,} "
            "characters long. It may have been replaced since it was quoted; ask again."
        )
    elif at is not None:
        notes.append(f'<a href="#quote">The quote</a> is marked: characters {at.start:,} to {at.end:,}.')
    if number := len(document.furniture):
        stretches = "1 stretch" if number == 1 else f"{number:,} stretches"
        notes.append(f"{stretches} of page furniture set aside (grey): never searched, never quoted.")
    return "".join(f'<p class="note">{note}</p>' for note in notes)


def _stretches(document: Document, at: Span | None) -> Iterator[str]:
    """The text cut where furniture or the quote begins or ends; nothing is added to it."""
    length = len(document.text)
    cuts = {0, length}
    for span in (*document.furniture, *([at] if at else [])):
        cuts |= {min(max(span.start, 0), length), min(max(span.end, 0), length)}
    edges = sorted(cuts)
    aside = iter(document.furniture)
    piece = next(aside, None)
    opening = '<mark id="quote">'
    for start, end in pairwise(edges):
        while piece is not None and piece.end <= start:
            piece = next(aside, None)
        text = escape(document.text[start:end])
        if at is not None and at.start <= start and end <= at.end:
            yield f"{opening}{text}</mark>"
            opening = "<mark>"
        elif piece is not None and piece.start <= start:
            label = f"set aside: {piece.kind}"
            yield f'<span class="furniture" title="{escape(label)}" data-kind="{escape(label)}">{text}</span>'
        else:
            yield text


def html(title: str, body: str, root: str) -> str:
    """A page that runs nothing. ``root`` leads from its address to where the application is mounted."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · On the Record</title>"
        f'<link rel="icon" href="{root}ui/icon.svg"><link rel="stylesheet" href="{root}ui/page.css">'
        '</head><body class="reader">'
        f'<header class="masthead"><p class="name"><a href="{root}">On the Record</a></p>'
        f'<p class="held"><a href="{root}documents">All documents</a></p></header>'
        f"<main>{body}</main></body></html>"
    )
