"""The failing questions of a report, side by side: what gold has, and what was given, in their documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape as html_escape

from eval.cases import Case, shared
from eval.gold import GoldQuote
from eval.outcomes import Outcome, Quoted
from index.documents import Document, Span

SHOWN = 200  # failing questions written out
_AROUND = 170  # characters shown on each side of a quote
# HTML has no place for these; a browser would drop or replace them.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def escape(text: str) -> str:
    """A text as characters only, wherever in HTML it stands."""
    return html_escape(_UNPRINTABLE.sub("\ufffd", text), quote=True)


def failing(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes that are shown: failed first, then answered wrongly, then with any other flaw."""
    wrong = [outcome for outcome in outcomes if outcome.wrong]
    return sorted(wrong, key=lambda outcome: (outcome.error is None, not _is_wrong(outcome)))


def render_case(outcome: Outcome, documents: Mapping[str, Document]) -> str:
    """One question with everything that is wrong with its answer."""
    gold = outcome.gold
    state = "error" if outcome.error is not None else "wrong" if _is_wrong(outcome) else "flawed"
    word = {"error": "failed", "wrong": "wrong", "flawed": "right, with flaws"}[state]
    earlier = "".join(f'<p class="earlier" dir="auto">{escape(question)}</p>' for question in gold.history)
    searched = outcome.given.searched if outcome.given else ""
    understood = (
        f'<p class="note">Searched: <span dir="auto">{escape(searched)}</span></p>'
        if searched and searched != gold.question
        else ""
    )
    lines = "".join(f"<li>{_flaw(line)}</li>" for line in outcome.wrong)
    case = Case.of(outcome, documents)
    return (
        f'<article class="case {state}" id="{escape("q-" + gold.id)}">{earlier}'
        f'<h3 dir="auto">{escape(gold.question)}</h3>'
        f'<p class="tags"><span class="state">{word}</span> <span>{escape(gold.kind)}</span> '
        f"<span>{escape(gold.id)}</span></p>{understood}"
        f'<ul class="flaws">{lines}</ul>'
        f'<div class="sides"><section><h4>Gold</h4>{"".join(_gold_side(case))}</section>'
        f"<section><h4>Given</h4>{''.join(_given_side(case, outcome))}</section></div></article>"
    )


def _is_wrong(outcome: Outcome) -> bool:
    return "correct" in outcome.pairs and outcome.pairs["correct"].right < 1


def _flaw(line: str) -> str:
    name, _, rest = line.partition(": ")
    return f'<b>{escape(name.replace("_", " "))}</b> <span dir="auto">{escape(rest)}</span>'


def _gold_side(case: Case) -> Iterator[str]:
    gold = case.gold
    if gold.kind == "absent":
        yield '<p class="fact">The collection does not say: abstain.</p>'
    if gold.accept:
        accepted = " or ".join(f'<q dir="auto">{escape(text)}</q>' for text in gold.accept)
        yield f'<p class="fact">Accepted: {accepted}</p>'
    if gold.kind == "topic":
        yield f'<p class="fact">Said by: {_names(sorted(gold.said))}</p>'
    for speaker in gold.speakers:
        yield (
            f'<p class="fact">On record: <b dir="auto">{escape(speaker.speaker)}</b>, {speaker.voice}: '
            f'<q dir="auto">{escape(speaker.quote)}</q></p>'
        )
    for quote in gold.quotes:
        place, found = _place(case, quote)
        yield _quote(case, quote, place, right=found, mark="quoted" if found else "not quoted")


def _given_side(case: Case, outcome: Outcome) -> Iterator[str]:
    given = outcome.given
    if given is None:
        yield f'<p class="fact">{escape(outcome.error or "")}</p>'
        return
    first = given.text.split("\n", 1)[0]
    sure = (
        "" if given.answerable is None else f' <span class="note">answerable: {given.answerable:.2f}</span>'
    )
    yield f'<p class="fact"><span dir="auto">{escape(first)}</span>{sure}</p>'
    for quote in given.quotes:
        right = any(
            shared(place, quote) >= 0.5 * len(wanted.text)
            for wanted in case.gold.quotes
            if wanted.document == quote.document
            for place in case.places(wanted)
        )
        mark = "in gold" if right else "not in gold" if case.gold.quotes or case.gold.kind == "absent" else ""
        yield _quote(case, quote, Span(quote.start, quote.end), right=right or not mark, mark=mark)


def _place(case: Case, quote: GoldQuote) -> tuple[Span | None, bool]:
    """Where a gold quote stands, and whether a given quote covers it there."""
    places = case.places(quote)
    for place in places:
        for given in case.given.quotes:
            if given.document == quote.document and shared(place, given) >= 0.5 * len(quote.text):
                return place, True
    return (places[0] if places else None), False


def _quote(case: Case, quote: GoldQuote | Quoted, at: Span | None, *, right: bool, mark: str) -> str:
    """A quote highlighted in its document; one that is not its place's words is shown as it is written."""
    document = case.documents.get(quote.document)
    if document is None or at is None or document.text[at.start : at.end] != quote.text:
        inner = f"<mark>{escape(quote.text)}</mark>"
    else:
        before, after = _before(document, at.start), _after(document, at.end)
        inner = f"{escape(before)}<mark>{escape(quote.text)}</mark>{escape(after)}"
    who = f"{quote.speaker or 'nobody named'}, {quote.voice}" if isinstance(quote, Quoted) else ""
    by = f' · <span dir="auto">{escape(who)}</span>' if who else ""
    state = "right" if right else "off"
    tag = f'<span class="mark">{mark}</span> ' if mark else ""
    return (
        f'<figure class="{state}"><blockquote dir="auto">{inner}</blockquote>'
        f'<figcaption>{tag}<span dir="auto">{escape(quote.document)}</span>{by}</figcaption></figure>'
    )


def _before(document: Document, end: int) -> str:
    """The text before a quote from a whole word on, and from the furniture before it at most."""
    edge = max((piece.end for piece in document.furniture if piece.end <= end), default=0)
    start = max(edge, end - _AROUND)
    if start > edge:
        start = document.text.find(" ", start, end) + 1 or end
    return ("… " if document.text[:start].strip() else "") + document.text[start:end]


def _after(document: Document, start: int) -> str:
    """The text after a quote, likewise."""
    edge = min((p.start for p in document.furniture if p.start >= start), default=len(document.text))
    end = min(edge, start + _AROUND)
    if end < edge:
        end = max(document.text.rfind(" ", start, end), start)
    return document.text[start:end] + (" …" if document.text[end:].strip() else "")


def _names(ids: Sequence[str]) -> str:
    return ", ".join(f'<span dir="auto">{escape(id_)}</span>' for id_ in ids) or "no document"
