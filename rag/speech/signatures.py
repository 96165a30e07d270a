"""Who signs a text below it, where its head names nobody: "For the Government of Norland: Ann Bell",
"Signed by", "Signatories"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.documents import Span
from rag.abroad.addresses import signers
from rag.speech.letterheads import WE
from rag.speech.quotations import QUOTED

_LATE = 40  # paragraphs at the end of a text among which it is signed
_MOST = 6  # signers who are all named
_LONGEST = 100  # characters of a line
_SEVERAL = 2
_FOR = re.compile(
    r"\W*(?:[Ss]igned )?(?:For|On behalf of|For and on behalf of) (?:[Tt]he )?"
    # What press offices put below a release signs nothing.
    r"(?!(?i:(?:[\w-]+ ){0,3}?(?:information|details|questions|interviews?|enquir\w+|inquir\w+"
    r"|contacts?|bookings|tickets|release|use)(?= ?(?:[:,]|$|(?:please|contact|call|visit|about|on)\b))))"
    r"(?P<body>[A-ZÀ-Þ][^:,\n]{2,80}?)(?::[^\n]{0,100}|,[^\n]{0,100})?$"
)
_HEAD = 10  # paragraphs at the head of a letter
_LETTER = re.compile(
    r"\W*(?:(?i:(?:an )?open letter)\b|(?:Dear|To the|Honou?rable|Esteemed) [^.?!]{2,60}[,:]?$)"
)
_MARK = re.compile(
    r"\W*(?:(?:[Cc]o-?)?[Ss]ign(?:ed|atories|atory organi[sz]ations|ers)|SIGNED|SIGNATORIES|[Tt]he under"
    r"signed|[Ee]ndorsed)(?: (?:by|on behalf of)\b[^:\n]{0,60})?\s*[:,]?\s*$"
)
_GOVERNMENT = re.compile(r"Government of (?:the )?")
_PARTIES = re.compile(r"\b[Tt]he (?:Parties|Signatories|Participants)\b|\bEach Party\b")


class Signed(NamedTuple):
    """Who signs a text, and the number of the paragraph in which the signatures begin.

    several: more than one does.
    """

    by: str
    paragraph: int
    several: bool


def signed(flat: str, paragraphs: Sequence[Span]) -> Signed | None:
    """The signatures below a text that speaks as "we" or of "the Parties"; None where nothing marks them."""
    first = signed_from(flat, paragraphs)
    if not 0 < first < len(paragraphs):
        return None
    own = QUOTED.sub(" ", flat[paragraphs[0].start : paragraphs[first].start])
    if WE.search(own) is None and _PARTIES.search(own) is None:
        return None
    lines = [line for paragraph in paragraphs[first:] for line in _lines(flat, paragraph)]
    bodies = [found["body"] for line in lines if (found := _FOR.match(line))]
    names = bodies or signers(lines[1:]) or [line for line in lines[1:] if _is_name(line)]
    names = list(dict.fromkeys(names))
    return Signed(_listed(names), first, len(names) >= _SEVERAL) if names else None


def signed_from(flat: str, paragraphs: Sequence[Span]) -> int:
    """The number of the paragraph in which the signatures below a text begin, or of all paragraphs."""
    late = max(1, len(paragraphs) - _LATE)
    texts = {
        n: " ".join(flat[paragraphs[n].start : paragraphs[n].end].split())
        for n in range(late, len(paragraphs))
    }
    marked = next((n for n, text in texts.items() if _MARK.match(text)), None)
    if marked is not None and all(_is_line(text) for n, text in texts.items() if n > marked):
        return marked
    held = [n for n in texts for line in _lines(flat, paragraphs[n]) if _FOR.match(line)]
    if len(held) >= _SEVERAL and all(_is_line(text) for n, text in texts.items() if n > held[0]):
        return held[0]
    # A letter of one house, below which are those who sign for it.
    alone = len(held) == 1 and len(paragraphs) - held[0] <= _MOST and _is_letter(flat, paragraphs)
    if alone and all(_is_line(text) for n, text in texts.items() if n > held[0]):
        return held[0]
    return len(paragraphs)


def _is_letter(flat: str, paragraphs: Sequence[Span]) -> bool:
    """Does the head call it an open letter, or does a salutation open it?"""
    head = [flat[p.start : p.end].strip() for p in paragraphs[:_HEAD]]
    return any(_LETTER.match(text) for text in head)


def _lines(flat: str, paragraph: Span) -> list[str]:
    """Those of a paragraph, which short lines can make up that were taken for one that is wrapped."""
    lines = (line.strip(" *_•-") for line in flat[paragraph.start : paragraph.end].splitlines())
    return [line for line in lines if line]


def _is_line(text: str) -> bool:
    return len(text) <= _LONGEST * 2 and text[-1:] not in ".?!"


def _is_name(line: str) -> bool:
    """The name of a body on a line of its own."""
    return line[:1].isupper() and len(line) <= _LONGEST and line[-1:] not in ".:?!"


def _listed(names: Sequence[str]) -> str:
    """ "Ann Bell, Tom Birk and Olga Marsh", "Governments of Norland and Skerry": without their offices."""
    plain = [name.split(",")[0] for name in names]
    head = ""
    if len(plain) > 1 and all(map(_GOVERNMENT.match, plain)):
        head, plain = "Governments of ", [_GOVERNMENT.sub("", name, count=1) for name in plain]
    if len(plain) > _MOST:
        plain = [*plain[: _MOST - 1], f"{len(plain) - _MOST + 1} others"]
    return head + (" and ".join([", ".join(plain[:-1]), plain[-1]]) if len(plain) > 1 else plain[0])
