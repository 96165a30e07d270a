"""Speeches and lectures whose head says who gives them: "Dr Ann Bell, President of the Pilots' Union"
on a line of its own, "Remarks by …", "delivered by …", and below it the first person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech import lexicon
from rag.speech.given_names import is_given
from rag.speech.label_names import parts
from rag.speech.labels import titled
from rag.speech.proceedings import is_matter
from rag.speech.quotations import QUOTED

_HEAD = 10  # paragraphs in which the head of a speech ends
_LONGEST = 160  # characters of one of its lines
_PROSE = 12  # words
_OFTEN = 3  # times that a speaker says "I", "me" or "my", and once in so many words
_PER_WORDS = 250
_CAP = r"[A-ZÀ-Þ][\w.'’-]*"
_LINK = r"(?:de|del|della|di|da|do|dos|la|le|von|van|der|den|zu|bin|ibn|al|y|e)"
_STYLE = (
    r"(?:(?:The )?(?:Rt\.? |Right |Most |Very )*(?:Hon(?:ou?rable)?\.?|Rev(?:erend)?\.?)"
    r"|(?:His|Her)(?: (?:Excellency|Majesty|Eminence|Holiness|Royal|Highness|Grace|Honou?r))+|H\.?E\.?) "
)
_LETTERS = r"(?:,? (?:[A-Z][A-Za-z]?[A-Z]{1,3}|Jr\.?|Sr\.?)(?![\w.]))*"
_WHO = (
    rf"(?:{_STYLE})?(?P<name>{_CAP}(?: (?:{_CAP}|{_LINK})){{1,6}}?){_LETTERS}"
    r"(?:(?:, | [–—-] | ?\()(?P<role>[^\n]{3,140}?)\)?)?"
)
_NAMED = re.compile(_WHO)
# What is spoken to an audience, as the heads of speeches call it.
_KIND = (
    r"(?:speech|address|remarks|lecture|keynote|talk|sermon|homily|eulogy|oration|toast|commencement"
    r"|testimony|statement to the house)"
)
_CALLED = re.compile(
    rf"\b{_KIND}\b|\b(?:check against|prepared for|as) (?:delivery|delivered)\b", re.IGNORECASE
)
_GIVEN = re.compile(
    rf"(?:[^\n]{{0,80}}?\b(?i:{_KIND})\b[^\n]{{0,60}}?,? (?:(?:as )?(?:delivered|given) )?(?:by|from)"
    r"|(?:(?:As|Speech|To be) )?(?i:delivered|given|presented|spoken) by|(?i:speaker|lecturer|preacher):)"
    rf" (?:the )?{_WHO}(?:,? (?:at|on|in|to|before|for) [^\n]+)?"
)
# Who else the head of a speech can name.
_OTHERS = re.compile(r"(?:introduced|chaired|hosted|moderated|presided|translated|edited)\b", re.IGNORECASE)
_BYLINE = re.compile(r"(?:story |words |report )?by\s", re.IGNORECASE)
_NOT_SPEECHES = re.compile(
    r"\b(?:minutes|agenda|transcript|interview|participants|attendees|present|summary record|hearing|debate"
    r"|panel|proceedings|report of|readout|fact sheet|joint)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:Ladies and gentlemen|(?:Mr|Madame?|Mister)\.? (?:Chair|President|Speaker|Secretary|Vice|Chancellor)"
    r"|(?:Your )?(?:Excellenc|Majest|Highness|Grace)\w*|Distinguished|Honou?red|Fellow|(?:My )?(?:[Dd]ear )?"
    r"(?:[Ff]riends|[Cc]olleagues|[Gg]uests|[Ss]tudents|[Gg]raduates)|Dear |Principal|Chancellor|Members of"
    r"|Good (?:morning|afternoon|evening|day)|Thank you)\b"
)
_I = re.compile(r"\b(?:I|me|my|My)\b")
_DATED = re.compile(r",? (?:on |at |in )?(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")


def lecture(title: str, flat: str, paragraphs: Sequence[Span]) -> tuple[str, int] | None:
    """Who gives a speech by the lines of its head, with the office, and the number of its first paragraph."""
    texts = [" ".join(flat[one.start : one.end].split()) for one in paragraphs[: _HEAD + 1]]
    first = next((number for number, text in enumerate(texts) if _is_speech(text)), 0)
    lines = [
        " ".join(line.split()).strip("*_# ")
        for one in paragraphs[:first]
        for line in flat[one.start : one.end].splitlines()
    ]
    lines = [line for line in lines if line and len(line) <= _LONGEST]
    head = " | ".join([title, *lines])
    if not lines or _NOT_SPEECHES.search(head) or any(map(_BYLINE.match, lines)):
        return None
    if not (_CALLED.search(head) or _GREETING.match(texts[first])) or not _is_mine(flat, paragraphs[first:]):
        return None
    named = dict.fromkeys(filter(None, _speakers(lines)))
    return (next(iter(named)), first) if len(named) == 1 else None


def _is_speech(text: str) -> bool:
    """Is this paragraph the text rather than a line of its head: a greeting, or whole sentences?"""
    if _GREETING.match(text) and text[-1:] in ".,:;!–—-":
        return True
    return text[-1:] in '.!?:”"…' and len(text.split()) >= _PROSE and not is_matter(text)


def _is_mine(flat: str, paragraphs: Sequence[Span]) -> bool:
    """Does a text speak in the first person singular, all through?"""
    own = QUOTED.sub(" ", flat[paragraphs[0].start : paragraphs[-1].end])
    said = len(_I.findall(own))
    return said >= _OFTEN and said * _PER_WORDS >= len(own.split())


def _speakers(lines: Sequence[str]) -> list[str]:
    """Whom the lines of a head name: as whose the speech is, else on a line of their own with an office on it
    or below, else alone."""
    given = [found for line in lines if (found := _GIVEN.fullmatch(line))]
    if given:
        return [_label(found["name"], found["role"] or "") for found in given]
    alone = [
        (found, below)
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
        if not (_OTHERS.match(line) or _CALLED.search(line)) and (found := _NAMED.fullmatch(line))
    ]
    held = [_label(found["name"], found["role"] or below) for found, below in alone if _holds(found, below)]
    return held or [
        found["name"]
        for found, _ in alone
        if not found["role"] and is_given(found["name"].split()[0].lower())
    ]


def _holds(found: re.Match[str], below: str) -> bool:
    """Has the name an office or a title, before it, after it or on the line below?"""
    _, title, _ = parts(found["name"])
    return _is_office(found["role"] or below) or titled(title)


def _label(written: str, role: str) -> str:
    """A name with the office; "" where it is a place's or a body's."""
    name, title, _ = parts(written)
    if len(name) < len("ab") or any(w.lower() in lexicon.BODIES or w.lower() in lexicon.PLACES for w in name):
        return ""
    office = _DATED.split(role)[0] if _is_office(role) else ""
    if not office and not all(lexicon.is_courtesy(word.lower()) for word in title.split()):
        office = title
    return f"{' '.join(name)}, {office}" if office else " ".join(name)


def _is_office(words: str) -> bool:
    """Do these words begin with an office: "President of the Pilots' Union"?"""
    before = re.split(r" (?:of|for|at|in|to)\b|,", words, maxsplit=1)[0].lower().replace("the ", "").split()
    return bool(before) and any(lexicon.is_role(word) or lexicon.is_role(word.rstrip("s")) for word in before)
