"""An answer and its quotes in the forms that people paste and keep: plain, Markdown, BibTeX. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rag.answers import Answer
from rag.quotes import Quote
from ui.wording import count, tally, voice, when, who

_MARKDOWN = re.compile(r"[\\`*_\[\]<>#|&~$]")
_LINE_MARK = re.compile(r"^(\d*)([-+=.)])", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: "\\" + char for char in "%&#$_"},
}


def plain(quote: Quote) -> str:
    """The quote, where it stands, and apart from that who is on record with it."""
    return f"“{quote.text}”\n— {_where(quote)}\nOn record: {_who(quote)}"


def markdown(quote: Quote) -> str:
    """As ``plain``; rendered, its quote reads as the document has it, character by character."""
    quoted = "\n".join(f"> {_marked(line)}" for line in quote.text.splitlines())
    return f"{quoted}\n>\n> — {_marked(_where(quote))}  \n> On record: {_marked(_who(quote))}"


def bibtex(quote: Quote) -> str:
    """An entry for the document; its author is not known, so who is on record stands in the note."""
    document = quote.document
    key = re.sub(r"[^A-Za-z0-9]+", "-", document.id).strip("-") or "document"
    fields = {
        "title": document.title or document.id,
        "date": document.date,
        "url": document.url,
        "howpublished": f"{document.id}, characters {quote.start}–{quote.end}",
        "note": f"On record: {_who(quote)}",
        "annotation": quote.text,
    }
    lines = "".join(f"  {name} = {{{_bibtex(value)}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key}-{quote.start},\n{lines}}}\n"


FORMS: Mapping[str, Callable[[Quote], str]] = {"txt": plain, "md": markdown, "bib": bibtex}


def answer_markdown(answer: Answer) -> str:
    """The whole answer with its evidence, and every document by its verdict."""
    found = tally(answer)
    parts = [f"# {_marked(_flat(answer.question))}"]
    if answer.searched != answer.question:
        parts.append(f"Searched for: {_marked(answer.searched)}")
    # The lines below the opening quote the sources once more.
    opening = answer.text.partition("\n\n")[0] if answer.model is None else answer.text
    parts.append(_marked(opening))
    parts += [f"## [{quote.number}]\n\n{markdown(quote)}" for quote in answer.quotes]
    parts.append(f"## {count(found.total, 'document')}")
    lists = (
        ("Speak of it", found.said, len(found.said)),
        ("Only name it", found.mentioned, len(found.mentioned)),
        ("Silent", found.listed_silent, found.silent),
    )
    for label, cards, total in lists:
        if total:
            listed = "".join(
                f"\n- {_marked(_flat(f'{card.title or card.id}, {when(card.date)} ({card.id})'))}"
                for card in cards
            )
            parts.append(f"**{label}: {total:,}**\n{listed}".rstrip())
    return "\n\n".join(parts) + "\n"


def _where(quote: Quote) -> str:
    document = quote.document
    where = f"{document.title or document.id}, {when(document.date)}."
    return _flat(f"{where} {document.url or document.id}, characters {quote.start}–{quote.end}")


def _who(quote: Quote) -> str:
    words = voice(quote)
    return _flat(who(quote) + (f" ({words})" if words else ""))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _marked(text: str) -> str:
    """Text as Markdown that shows it as it is."""
    text = _LINE_MARK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\g<0>", text))
    return _INDENT.sub(lambda blanks: "".join(f"&#{ord(blank)};" for blank in blanks[0]), text)


def _bibtex(text: str) -> str:
    return "".join(_BIBTEX.get(char, char) for char in _flat(text))
