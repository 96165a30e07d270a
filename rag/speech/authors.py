"""Whose words a text is told in, besides what it reports: the house that publishes it, by the line that heads
it, or the writer whose byline stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.documents import Span
from rag.quotes import Statement
from rag.speech import lexicon
from rag.speech.letterheads import RELEASE, cased, house_in, is_of_several, is_prose
from rag.speech.minutes import HEADING
from rag.speech.quotations import QUOTED
from rag.speech.releases import MARK, house

_HEAD = 14  # paragraphs in which a text says whose it is
_LONGEST = 110  # characters of a line that does
_CAP = r"[A-ZÀ-Þ][\w.'’-]*"
_NAME = rf"{_CAP}(?: (?:{_CAP}|de|del|della|di|da|dos|la|le|von|van|der|den|bin|ibn|al|y)){{1,4}}"
_BYLINE = re.compile(
    rf"(?:(?:[Ww]ords|[Tt]ext|[Ss]tory|[Rr]eport|[Aa]nalysis)(?: by|:) |[Bb]y |BY )"
    rf"(?P<names>{_NAME}(?:(?:, | and | & ){_NAME}){{0,3}}?)"
    r"(?:(?:, | \| | · | [–—-] | in | for )(?P<rest>[^.!?\n]{2,80}))?"
)
# Nobody's name: "By Our Correspondent", "By Staff Writer", "By Registered Mail".
_NOBODY = frozenset(
    """our staff a an the special air certified courier electronic express hand registered telephone
    video""".split()
)
# What houses publish besides statements.
_KIND = re.compile(
    r"\b(?:frequently asked questions|questions (?:and|&) answers|FAQs?|Q ?& ?As?"
    r"|(?:policy|working|discussion|position|briefing|white|green|research|consultation) papers?"
    r"|(?:policy|annual|interim|final|research|technical|progress|quarterly|inspection) (?:report|review)s?"
    r"|report (?:no|number)\b|briefing note|fact ?sheet|guidance|newsletter|bulletin|public notice)\b",
    re.IGNORECASE,
)
_KIND_OF = re.compile(
    r"(?:(?:[\w-]+ )?(?:Conclusions|Recommendations|Decisions?|Resolutions?|Findings|Opinion|Position"
    r"|Programme|Report|Policy|Guidelines|Response)|CONCLUSIONS|RECOMMENDATIONS|DECISION|RESOLUTION|OPINION|REPORT)"
    r" (?i:of|by|from) (?i:the )?(?P<body>[A-Z].+)"
)
# "A Lanternwatch report, May 2018": whose it is, where it also says "we".
_REPORT_OF = re.compile(
    r"An? (?:special |new |joint )?(?!(?:[A-Z][a-z]+ly|Special|New|Annual|Final|Interim) )"
    rf"(?P<body>{_CAP}(?: {_CAP}){{0,3}}?)"
    r" (?i:report|study|briefing|paper|survey|investigation|review)(?:[,:|–—(-].{0,60}| [–—|].{0,60})?"
)
# What a text calls itself by: "this paper asks how …".
_ITSELF = re.compile(
    r"(?:this|the present) (?:paper|report|study|review|briefing|page|note|guide|document|release|bulletin"
    r"|newsletter|statement|article|chapter|section|survey)",
    re.IGNORECASE,
)
# What a house calls itself, or those who lead it.
_OWN_BODIES = frozenset("company group firm board management directors".split())
_ARTICLE = re.compile(r"(?:the|our|its) ", re.IGNORECASE)


def author(title: str, flat: str, paragraphs: Sequence[Span]) -> str | None:
    """The writer or the house whose words are all that nobody else is on record with; None where the text
    does not say."""
    lines = [" ".join(title[:_LONGEST].split()), *_head(flat, paragraphs)]
    writer = next(filter(None, map(_writer, lines)), None)
    if writer is not None:
        return writer
    met = next(filter(None, map(HEADING.match, lines)), None)
    housed = list(filter(None, map(house_in, lines)))
    of = next(filter(None, map(_KIND_OF.fullmatch, lines)), None)
    of = of if of is not None and house_in(of["body"]) else _of_own(lines, flat)
    if of is not None:
        return cased(of["body"], flat)
    if met is not None:
        return next((cased(one, flat) for one in housed), met["body"])
    issued = next(filter(None, (house(line, flat, paragraphs) for line in lines)), None)
    if issued is not None:
        return issued[0]
    if not housed or not _is_own(lines, flat):
        return None
    return cased(max(housed, key=lambda one: _mentions(one, flat)), flat)


def _of_own(lines: Sequence[str], flat: str) -> re.Match[str] | None:
    """The line that says whose report it is, of a text that speaks as "we"."""
    found = next(filter(None, map(_REPORT_OF.fullmatch, lines)), None)
    return found if found is not None and is_of_several(QUOTED.sub(" ", flat)) else None


def _mentions(name: str, flat: str) -> int:
    """How often a text speaks of a house by its noun: of a parliament's committee as "the Committee"."""
    noun = re.split(r" (?:of|for|and|in|on) ", name, maxsplit=1, flags=re.IGNORECASE)[0].split()[-1]
    return len(re.findall(rf"\bthe {re.escape(noun)}\b", flat, re.IGNORECASE))


def own_report(said: Statement, by: str | None, flat: str) -> bool:
    """Is what a text reports its author's own, who is no other: "the Agency found", in its own release?"""
    if by is None or said.voice != "reported" or said.speaker is None:
        return False
    if _ITSELF.fullmatch(said.speaker):
        return True
    if house_in(by) is None:
        return False
    if re.match(r"(?:We|Our)\b", flat[said.start : said.end]) or said.speaker.lower().startswith("our "):
        return True
    first, *rest = _ARTICLE.sub("", said.speaker, count=1).lower().split()
    own = by.lower().split()
    if not rest and (first in _OWN_BODIES or _are_people(first)):
        return True
    return first in own and all(word in own or _are_people(word) for word in rest)


def _are_people(word: str) -> bool:
    """ "The Agency's officers", and no single one of them."""
    return word.endswith("s") and (lexicon.is_role(word.removesuffix("s")) or word in ("staff", "experts"))


def _head(flat: str, paragraphs: Sequence[Span]) -> Iterable[str]:
    """The lines over the first sentences of a text."""
    for paragraph in paragraphs[:_HEAD]:
        text = flat[paragraph.start : paragraph.end]
        if is_prose(" ".join(text.split())) and not HEADING.match(text):
            return
        lines = (" ".join(line.split()).strip("*_# ") for line in text.splitlines())
        yield from (line for line in lines if len(line) <= _LONGEST)


def _writer(line: str) -> str | None:
    """Whom a byline names: "By Ann Bell, Trade Correspondent"."""
    found = _BYLINE.fullmatch(line)
    if found is None or found["names"].split()[0].lower() in _NOBODY:
        return None
    return cased(found["names"], "")


def _is_own(lines: Sequence[str], flat: str) -> bool:
    """Does a house tell its own here, and not a newspaper what others do?"""
    if any(RELEASE.match(line) or _KIND.search(line) for line in lines) or MARK.search(flat):
        return True
    return is_of_several(QUOTED.sub(" ", flat))
