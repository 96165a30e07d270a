"""Answer to markup for the page. Pure. Every text that is not ours is escaped here, by ``escape``.

The markup goes through Gradio's Markdown and its sanitiser, which keep ``id``, ``class``, ``title``,
``href``, ``tabindex`` and ``role`` and drop ``aria-*`` and ``data-*``. It must be one line that begins
with a block element: then Markdown takes all of it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote as percent

from index.documents import Card, Span
from rag.answers import Answer, Prose
from rag.progress import Draft, Found, Stage
from rag.quotes import Quote
from ui.drawing import Marks, describe, is_dated
from ui.surroundings import surroundings
from ui.wording import Tally, count, credit, sentence, sources_of, tally, voice, when, who

LISTED = 200  # documents written out under one verdict; the rest is counted

_REFERENCE = re.compile(r"\[(\d{1,4})\]")
_SPECIAL = re.compile(r"[^\w \x7f-\x9f]|_")
_PARAGRAPH = re.compile(r"((?<!\s)\s*\n[^\S\n]*\n\s*)")


def escape(text: str) -> str:
    """A text as characters only: no HTML, no Markdown, no template language can read anything into it.

    All but letters, digits and spaces become numeric references, which were measured to come back
    unchanged from ``textContent``. C1 controls stay raw, as HTML reads their references as Windows-1252.
    NUL and lone surrogates cannot be in HTML and become U+FFFD.
    """
    return _SPECIAL.sub(_reference, text)


def _reference(found: re.Match[str]) -> str:
    char = found[0]
    return "\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else f"&#{ord(char)};"


def welcome() -> str:
    """The empty conversation."""
    return (
        '<div class="welcome"><h2>Ask what they said.</h2><p>You get the words themselves, with who said '
        "them and when, or a plain “not on the record”. Ask about a topic, a speaker, or a date.</p></div>"
    )


def pending(stages: Sequence[Stage] = (), seconds: int = 0) -> str:
    """The message while an answer is made: how far it is; a wait that can be felt is counted."""
    doing = "Looking through the documents …"
    drafts = [stage.answer for stage in stages if isinstance(stage, Draft)]
    if drafts:
        return drafted(drafts[-1])
    for stage in stages:
        if isinstance(stage, Found):
            doing = (
                f"{count(stage.said, 'document')} {'speaks' if stage.said == 1 else 'speak'} of it. Writing …"
            )
    waited = f" {count(seconds, 'second')}" if seconds else ""
    return f'<div class="pending">{doing}{waited}</div>'


def drafted(answer: Answer) -> str:
    """The quotes of an answer to which a language model is still adding, and what it has added."""
    turn = 0  # nothing leads to its sources yet
    return answered(answer, turn).removesuffix("</div>") + '<p class="pending">Writing …</p></div>'


def stopped() -> str:
    """The message where an answer was to be, had it not been stopped."""
    return '<div class="problem"><p><strong>Stopped.</strong></p><p>Ask again, or something else.</p></div>'


def asked(question: str) -> str:
    """The reader's question, as a message of the conversation."""
    return f'<h2 class="asked">{escape(question)}</h2>'


def answered(answer: Answer, turn: int, name: str = "") -> str:
    """The answer as a message; ``[n]`` leads to source n of this turn, a last line to all of them.

    name: the answer's on the shelf, where its readers may say whether it is right.
    """
    unled = {quote.number: True for quote in answer.quotes}
    paragraphs = [
        f"<p>{_referenced(paragraph, unled, turn)}</p>"
        for paragraph in filter(str.strip, answer.text.split("\n"))
    ]
    if answer.model is not None:
        paragraphs.insert(1, _prose(answer, answer.model, unled, turn))
    state = " abstained" if answer.abstained else ""
    return (
        f'<div class="reply{state}" id="answer-{turn}" tabindex="-1">'
        f'{_searched(answer)}{"".join(paragraphs)}<p class="open-sources">'
        f'<a href="#sources-{turn}">{_shown(answer)}</a>{_judging(name)}</p></div>'
    )


def _judging(name: str) -> str:
    if not name:
        return ""
    return (
        '<span class="judging">Is this right? '
        f'<button type="button" class="judge" id="right-{name}">Yes</button> '
        f'<button type="button" class="judge" id="wrong-{name}">No</button></span>'
    )


def problem(said: str, advice: str = "") -> str:
    """An error as a message: what happened and what to do, never dressed as an answer."""
    more = f"<p>{escape(advice)}</p>" if advice else ""
    return f'<div class="problem"><p><strong>{escape(sentence(said))}</strong></p>{more}</div>'


def sources(answer: Answer, turn: int, name: str = "", marks: Marks | None = None) -> str:
    """The evidence of one turn: the verdict over all documents, then the numbered quotes.

    name: the answer's on the shelf, for its picture and what can be taken away; marks: of its documents.
    """
    found = tally(answer)
    head = f'<h2 class="asked-for" tabindex="-1">Sources for “{escape(answer.searched)}”</h2>'
    referred = {int(number) for number in _REFERENCE.findall(answer.text)}
    cards = "".join(_source(quote, turn, quote.number in referred, name) for quote in answer.quotes)
    body = f'<ol class="quotes">{cards}</ol>' if cards else _nothing(answer, found)
    picture = figure(name, marks) if name and marks and answer.quotes else ""
    taken = _taken(name, over_time=bool(cards)) if name and found.total else ""
    return (
        f'<section class="sources" id="sources-{turn}">{head}{_verdict(answer, found)}'
        f"{picture}{taken}{body}</section>"
    )


def figure(name: str, marks: Marks, root: str = "") -> str:
    """The topic over time, as a picture with its description; empty where no document is dated."""
    if not is_dated(marks):
        return ""
    return (
        f'<p class="picture"><img class="over-time" src="{root}answers/{name}/over-time.svg" '
        f'alt="{escape(describe(marks))}"></p>'
    )


def _taken(name: str, *, over_time: bool) -> str:
    """What an answer can be followed to, and taken away as."""
    over = f'<a href="answers/{name}">Over time, and changed wording</a>' if over_time else ""
    return (
        f'<p class="taken">{over}'
        f'<span>Download: <a href="answers/{name}/answer.md">Markdown</a> '
        f'<a href="answers/{name}/answer.json">JSON</a></span></p>'
    )


def panel(sections: Sequence[str]) -> str:
    """The panel beside the conversation: the sources of every turn. The style sheet shows the last one,
    or the one whose answer was chosen."""
    return f'<div class="evidence">{"".join(sections)}</div>'


def unasked(documents: int) -> str:
    """The panel before the first question."""
    if not documents:
        return (
            '<div class="evidence"><div class="nothing"><h2>The collection is empty</h2>'
            "<p>Add the documents you want to ask, then load this page again:</p>"
            "<p><code>ontherecord add PATH</code></p></div></div>"
        )
    return (
        '<div class="evidence"><div class="nothing"><h2>The quoted sources appear here</h2>'
        "<p>Every number in an answer leads to the words themselves: who said them, when, in which "
        "document, and what stands around them.</p>"
        "<p>Nothing is paraphrased, and what the collection does not say is not answered.</p></div></div>"
    )


def masthead(cards: Sequence[Card]) -> str:
    """The head of the page: the name, and what the collection holds."""
    years = sorted(card.date[:4] for card in cards if card.date)
    span = (
        f", {years[0]}–{years[-1]}" if years and years[0] != years[-1] else f", {years[0]}" if years else ""
    )
    held = count(len(cards), "document") + span if cards else "no documents yet"
    return (
        '<header class="masthead"><h1>On the Record</h1>'
        '<p class="promise">The words they said, who said them, and when.</p>'
        f'<p class="held"><a href="documents">{escape(held)}</a></p></header>'
    )


def link(id: str, at: Span | None = None) -> str:
    """The address of a document's page, at a stretch of it if one is given; safe in an attribute."""
    address = "documents/" + percent(id, safe="/")
    return address if at is None else f"{address}?at={at.start}-{at.end}#quote"


def verbatim(text: str) -> str:
    """A stretch of a document: its ``textContent`` is ``text``; paragraph breaks are shown as such."""
    parts = _PARAGRAPH.split(text)
    return "".join(
        f'<span class="break">{escape(part)}</span>' if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def dated(date: str | None) -> str:
    """A date in words; one that the document does not state looks different from one it does."""
    return f'<span class="date{"" if date else " undated"}">{escape(when(date))}</span>'


def _searched(answer: Answer) -> str:
    if answer.searched == answer.question:
        return ""
    return f'<p class="searched">Searched for: <q>{escape(answer.searched)}</q></p>'


def _prose(answer: Answer, prose: Prose, unled: dict[int, bool], turn: int) -> str:
    """What a language model wrote: each sentence with who bears it out, and beneath what was left out."""
    note = f'<p class="note">{escape(prose.note)}</p>' if prose.note else ""
    checked = '<span class="checked" title="Checked against the quote it cites">&#10003; checked</span>'
    shown = "".join(
        f"<li>{escape(sentence.text)} "
        + _referenced("".join(f"[{number}]" for number in sentence.citations), unled, turn)
        + f'<span class="borne-out">{escape(sources_of(sentence, answer))} {checked}</span></li>'
        for sentence in prose.sentences
    )
    left = "".join(
        f'<li>{escape(left.text)} <span class="reason">{escape(left.reason)}</span></li>'
        for left in prose.left_out
    )
    left_out = (
        f'<details class="left-out"><summary>Left out, not supported: {len(prose.left_out)}</summary>'
        f"<ul>{left}</ul></details>"
        if left
        else ""
    )
    written = f'<ul class="sentences">{shown}</ul>' if shown else ""
    by = f'<p class="credit">{escape(credit(prose))}</p>'
    return f'<div class="prose-written">{note}{written}{by}{left_out}</div>'


def _shown(answer: Answer) -> str:
    if not answer.quotes:
        return "What was looked through"
    documents = len({quote.document.id for quote in answer.quotes})
    return f"{count(len(answer.quotes), 'quote')} from {count(documents, 'document')}"


def _referenced(text: str, unled: dict[int, bool], turn: int) -> str:
    """Plain text with its ``[n]`` as links. The first of each number, while ``unled``, is led back to."""
    out, end = [], 0
    for match in _REFERENCE.finditer(text):
        number = int(match[1])
        if number not in unled:
            continue
        id = f' id="cite-{turn}-{number}"' if unled[number] else ""
        unled[number] = False
        out.append(escape(text[end : match.start()]))
        out.append(
            f'<a class="cite"{id} href="#source-{turn}-{number}" title="Source {number}">'
            f'<span class="bracket">&#91;</span>{number}<span class="bracket">&#93;</span></a>'
        )
        end = match.end()
    return "".join([*out, escape(text[end:])])


def _headline(answer: Answer, found: Tally) -> str:
    """The answer's own first line where it is a verdict; a count where it quotes at once."""
    first = answer.text.strip().split("\n")[0]
    if not first or _REFERENCE.search(first):
        return found.line
    return first


def _verdict(answer: Answer, found: Tally) -> str:
    if not found.total:
        return ""
    lists = (
        _documents("Quoted here", "said", found.said, len(found.said))
        + _documents("Mentioned, not quoted", "mentioned", found.mentioned, len(found.mentioned))
        + _documents("Silent", "silent", found.listed_silent, found.silent)
    )
    return (
        f'<details class="verdict"><summary><span class="line">{escape(_headline(answer, found))}</span>'
        f'<span class="rest">{_legend(found)}<span class="open-list">Which ones</span></span></summary>'
        f"{lists}</details>"
    )


def _legend(found: Tally) -> str:
    """How many documents speak, name, and keep silent, with the marks that the picture has for them."""
    parts = (
        ("said", len(found.said), "speaks of it" if len(found.said) == 1 else "speak of it"),
        ("mentioned", len(found.mentioned), "only names it" if len(found.mentioned) == 1 else "only name it"),
        ("silent", found.silent, "silent"),
    )
    return "".join(
        f'<span class="key {kind}">{number:,} {does}</span>' for kind, number, does in parts if number
    )


def _documents(label: str, kind: str, cards: tuple[Card, ...], total: int) -> str:
    if not total:
        return ""
    items = "".join(
        f'<li><a href="{escape(link(card.id))}">{escape(card.title or card.id)}</a> '
        f"<span>{escape(when(card.date))}</span></li>"
        for card in cards[:LISTED]
    )
    left = total - min(len(cards), LISTED)
    more = f'<li class="more">and {left:,} more</li>' if left and items else ""
    return f'<h3 class="{kind}">{label} <span>{total:,}</span></h3><ul>{items}{more}</ul>'


def _source(quote: Quote, turn: int, referred: bool, name: str) -> str:
    document, at = quote.document, Span(quote.start, quote.end)
    back = f"cite-{turn}-{quote.number}" if referred else f"answer-{turn}"
    words = voice(quote)
    return (
        f'<li class="source" id="source-{turn}-{quote.number}" tabindex="-1">'
        f'<a class="number" href="#{back}" title="Back to the answer">{quote.number}</a>'
        f'<p class="who"><strong>{escape(who(quote))}</strong>'
        + (f'<span class="voice {quote.voice}">{escape(words)}</span>' if words else "")
        + f"{dated(document.date)}</p>"
        f"<blockquote>{_surrounded(quote)}</blockquote>"
        f'<p class="where"><cite>{escape(document.title or document.id)}</cite></p>'
        f'<p class="links"><span class="file">{escape(document.id)}</span>'
        f'<span class="does">{_copying(quote, name)}'
        f'<a href="{escape(link(document.id, at))}">Open in the document</a></span></p></li>'
    )


def _copying(quote: Quote, name: str) -> str:
    """Buttons that copy the quote with its citation in each form; page.js fetches it by the button's id."""
    if not name:
        return ""
    forms = {"txt": "Copy with citation", "md": "as Markdown", "bib": "as BibTeX"}
    return "".join(
        f'<button type="button" class="copy" id="copy-{name}-{quote.number}.{form}"'
        f' title="Copy quote {quote.number} with its citation{"" if form == "txt" else f", {label}"}">'
        f"{label}</button>"
        for form, label in forms.items()
    )


def _surrounded(quote: Quote) -> str:
    shown = {"context": '<span class="around">{}</span>', "quote": "<mark>{}</mark>"}
    return "".join(
        '<span class="gap"> … </span>'
        if piece.kind == "gap"
        else shown[piece.kind].format(verbatim(piece.text))
        for piece in surroundings(quote.document, Span(quote.start, quote.end))
    )


def _nothing(answer: Answer, found: Tally) -> str:
    """The panel of an answer without quotes: what was looked through, and what to try."""
    if not found.total:
        return (
            '<div class="nothing"><p>There is nothing to look through yet. Add documents with '
            "<code>ontherecord add PATH</code> and ask again.</p></div>"
        )
    named = " The documents that only name it are listed above." if found.mentioned else ""
    return (
        f'<div class="nothing"><h3>{"Not on the record" if answer.abstained else "No quotes"}</h3>'
        f"<p>No source is shown, because none answers this.{named}</p>"
        "<p>You could name the topic by another word, spell out an abbreviation, or leave out a date or a "
        "speaker.</p></div>"
    )
