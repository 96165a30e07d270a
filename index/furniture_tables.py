"""The wordings of furniture_words and its neighbours, made ready to compare with a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from index.furniture_words import COMPANY, ENGLISH, SERVICES
from index.furniture_words_asia import ASIA
from index.furniture_words_europe import EUROPE

MARKDOWN_IMAGE = re.compile(r"!\[[^\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])")
MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])")

_OPENING = 2  # code points by which patterns are looked up
_OPENING_MARKS = re.compile(r"^(?:#{1,6}\s+|>\s*|[-*+•▪►»]\s+)+")
_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚`´", "'") | dict.fromkeys("()", " "))
_AROUND_COLON = re.compile(r"\s*(?!(?<=\d):\d)([:=])\s*")  # not the one in "0:00"
_EMPHASIS = re.compile(r"[*_\\]+")
_OUTER = re.compile(r"^[^\w©]+|[^\w©]+$")
_PLACEHOLDER = re.compile(r"([#…*])")
_MEANING = {"#": r"\d[\d.,:]*\s?[km만천]?", "…": r".{1,120}", "*": r".*"}


@lru_cache(maxsize=4096)  # every rule asks for the plain form of the same few lines
def plain(text: str) -> str:
    """The words as the tables hold them: lower case, no Markdown, no marks at either end."""
    if "[" in text:
        text = MARKDOWN_LINK.sub(r"\1", MARKDOWN_IMAGE.sub(" ", text))
    text = unicodedata.normalize("NFKC", text.replace("ⓒ", "©").replace("\u200b", "")).translate(_MARKS)
    text = _OUTER.sub("", _OPENING_MARKS.sub("", text)).casefold()
    text = " ".join(_EMPHASIS.sub("", text).split())
    return _AROUND_COLON.sub(r"\1 ", text).strip() if ":" in text or "=" in text else text


@cache
def exact() -> dict[str, str]:
    """Kinds of the entries without placeholders, by their plain form."""
    return {plain(entry): kind for kind, entry in _all_entries() if not _PLACEHOLDER.search(entry)}


@cache
def closed() -> frozenset[str]:
    """Plain forms of the entries that are written with a closing mark of their own ("No menu items!")."""
    return frozenset(plain(entry) for _, entry in _all_entries() if entry.endswith(("!", "?", ".")))


@cache
def company() -> dict[str, str]:
    """Kinds of the words that count in company only, by their plain form."""
    abroad = (kinds.get("company", "") for kinds in [*ASIA.values(), *EUROPE.values()])
    sections = {plain(entry): "menu" for table in (COMPANY, *abroad) for entry in _entries(table)}
    return sections | {plain(entry): "share links" for entry in _entries(SERVICES)}


def patterns(placeholder: str, key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(kind, pattern) of the entries with this as their widest placeholder that may fit a plain line.

    Those are the patterns that open like the line and those that open with anything.
    """
    by_opening = _by_opening(placeholder)
    return by_opening.get(key[:_OPENING], ()) + by_opening.get("", ())


@cache
def _by_opening(placeholder: str) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    found: dict[str, dict[str, list[str]]] = {}
    for kind, entry in _all_entries():
        widest = next((mark for mark in "*…#" if mark in entry), None)
        if widest == placeholder:
            literal = _PLACEHOLDER.split(_normal(entry))[0]
            opening = literal[:_OPENING] if len(literal) >= _OPENING else ""
            found.setdefault(opening, {}).setdefault(kind, []).append(_expression(entry))
    return {
        opening: tuple((kind, re.compile("|".join(entries))) for kind, entries in kinds.items())
        for opening, kinds in found.items()
    }


def _expression(entry: str) -> str:
    normal = _normal(entry)
    # What follows may be set off by punctuation instead of a space: "we use cookies, because ...".
    rest = r"\W.*" if normal.endswith(" *") else ""
    pieces = _PLACEHOLDER.split(normal.removesuffix(" *"))
    return "".join(_MEANING.get(piece) or re.escape(piece).replace(r"\ ", " ") for piece in pieces) + rest


def _normal(entry: str) -> str:
    """An entry with placeholders in the form of ``plain``, which would take the placeholders away."""
    text = entry.replace("ⓒ", "©").replace("…", "\0")
    text = unicodedata.normalize("NFKC", text).translate(_MARKS).casefold().replace("\0", "…")
    return _AROUND_COLON.sub(r"\1 ", " ".join(text.split())).strip()


def _all_entries() -> Iterator[tuple[str, str]]:
    for kinds in [ENGLISH, *ASIA.values(), *EUROPE.values()]:
        for kind, table in kinds.items():
            if kind != "company":
                yield from ((kind, entry) for entry in _entries(table))


def _entries(table: str) -> Iterator[str]:
    return (entry.strip() for entry in re.split(r"[|\n]", table) if entry.strip())
