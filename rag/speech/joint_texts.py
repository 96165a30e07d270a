"""Joint texts: the bodies that speak in them, and where they begin to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech.extents import is_head_line
from rag.speech.letterheads import capitalised
from rag.speech.names import mentions
from rag.speech.prose import tokens

_TWO = 2  # more countries than two in an opening may be there for another reason
_HEAD = 8  # paragraphs at the head of a document in which it says who speaks
_HEAD_LINES = 3  # paragraphs under a title that may say whose text it is
_LONGEST_TITLE = 300  # characters
_PLURAL = (
    r"(?:Governments|Leaders|Presidents|(?:Prime |Foreign |Defen[cs]e )?Ministers|Heads|Members|Secretaries"
    r"|Parties|Participants|Delegations|(?:Co-)?Chairs)"
)
_STOP = (
    r"(?=,?[ ](?:on[ ]the[ ]occasion|following|after|at[ ]the|in[ ]connection|during|regarding|concerning"
    r"|upon|today|on[ ](?!behalf)|in[ ][A-Z])|[.:;]|$)"
)
_RELEASED = re.compile(
    rf"""\b(?:following|text|below)\b[^.\n]{{0,100}}?
    \b(?:released|issued|adopted|agreed|delivered|signed)\b[^.\n]{{0,60}}?
    \bby[ ](?:the[ ])?(?P<bodies>{_PLURAL}\b[^.;:]{{3,400}}?){_STOP}""",
    re.VERBOSE,
)
_RELEASED_BY_TWO = re.compile(
    rf"""\b(?:following|text|below)\b[^.\n]{{0,60}}?
    \bjoint[ ](?:statement|declaration|text|communiqu[eé])\b[^.\n]{{0,80}}?
    \b(?:released|issued|adopted|made|delivered)[ ]by[ ](?:the[ ])?
    (?P<bodies>[A-Z][^.;:]{{3,300}}?[ ]and[ ][^.;:]{{3,300}}?){_STOP}""",
    re.VERBOSE,
)
_WE_THE = re.compile(
    r"""(?:\(?\d{1,3}[.)]\s*)?["“”'‘]?\s*We,[ ](?:the[ ])?
    (?P<bodies>(?:[A-Z]|leaders|heads|foreign[ ]ministers|ministers|governments|members)[^.;:]{5,400}?),[ ]
    (?=(?!the\b|and\b)[a-z]+\b(?![ ]of\b|[ ]for\b|[ ]and\b))""",
    re.VERBOSE,
)
_WE = re.compile(r"(?<![\w,] )\bWe,\s")
_AND_THE = re.compile(r",? and the |, the ")
_OPENING = 4_000  # characters in which a joint text says who speaks
_JOINT_TITLE = re.compile(
    r"""\bJoint\b[^:]{0,40}?\b(?:Statement|Declaration|Communiqu[eé]|Readout|Text|Press[ ]Release|Announcement
    |Vision)\b|\b(?:Statement|Declaration|Conclusions|Resolution)[ ](?:of|by)[ ](?:the[ ])?(?:[\w-]+[ ]){0,4}?
    (?:Ministers|Leaders|Presidents|Heads|Governments|Secretaries|Governors)[ ]of\b
    |\bLeaders['’]?[ ](?:Joint[ ])?(?:Statement|Declaration)\b|\bCommuniqu[eé]\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_JOINT = re.compile(r"(?:Remarks|Readout|Press|Fact Sheet|Background)\b", re.IGNORECASE)
_JOINT_OF = re.compile(
    r"""\b(?:Statement|Declaration|Communiqu[eé]|Text|Release|Announcement)s?[ ](?:of|by|from|between)[ ]
    (?:the[ ])?(?P<bodies>.+?)(?=[ ](?:on|following|regarding|announcing|condemning|calling|at|after
    |in[ ]support|concerning|(?<!ministers[ ])(?<!secretaries[ ])(?<!minister[ ])for)\b
    |[ ]in[ ][A-Z]|:[ ]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINT_ALONE = re.compile(
    r"\W*(?:Joint )?(?:Statement|Declaration|Communiqu[eé]|Text|Announcement)\W*", re.IGNORECASE
)
_OF_WHOM = re.compile(r"(?:of|by|from|between) (?:the )?[A-Z].*[^.:;]$")
_UNFINISHED = re.compile(r"(?P<last>,|\b(?:and|of|the|for))\s*\n[ \t]*")  # a line that ends within a list
_STATE = r"(?:the )?[A-Z][\w'’.-]*(?: (?:of|and|the|[A-Z][\w'’.-]*)){0,3}?"
_LIST = re.compile(rf"(?:The )?(?P<bodies>{_STATE}(?:, {_STATE})*,? and {_STATE})(?= [a-z])")
_JOINT_MEETING = re.compile(
    r"""\b(?:Meeting|Call|Talks|Summit|Visit|Dialogue|Discussion)s?[ ](?:of|[Bb]etween|with)[ ]
    (?P<bodies>.+?[ ]and[ ].+?)(?=[ ](?:on|in|at|to)\b|$)""",
    re.VERBOSE,
)
_BEFORE_JOINT = re.compile(r"^(?:The )?(?P<bodies>[^:]{2,120}?)[,:]? (?:Joint|Leaders['’])", re.IGNORECASE)


def joint(title: str, flat: str, paragraphs: Sequence[Span]) -> tuple[str | None, int] | None:
    """The bodies that speak in a joint text, as far as it names them, and the number of its first
    paragraph; None for any other text."""
    for number, paragraph in enumerate(paragraphs[:_HEAD]):
        text = " ".join(flat[paragraph.start : paragraph.end][:1500].split())
        found = _RELEASED.search(text) or _RELEASED_BY_TWO.search(text)
        if found is not None:
            return _tidy(found["bodies"]), number + 1
        we = _WE_THE.match(text)
        if we is not None and _plural(we["bodies"]):
            speaker = _titled_bodies(title) or _tidy(we["bodies"])
            return speaker, number
    title = f"{title} {_goes_on(title, flat, paragraphs)}".strip()
    if _JOINT_TITLE.search(title) is None:
        title = _second_title(flat, paragraphs)
    if not title or _NOT_JOINT.match(title) is not None:
        return None
    first = next((n for n, p in enumerate(paragraphs[:_HEAD]) if not is_head_line(flat, p, title)), 0)
    bodies = (
        _titled_bodies(title)
        or _headed_bodies(flat, paragraphs)
        or _listed_bodies(flat, paragraphs[first])
        or _opening_bodies(flat, paragraphs[first])
    )
    return bodies, first


def _goes_on(title: str, flat: str, paragraphs: Sequence[Span]) -> str:
    """The line in which a title goes on that only calls a text joint: "of the Ministers of A and B"."""
    if not _JOINT_ALONE.fullmatch(title):
        return ""
    head = flat[paragraphs[0].start : paragraphs[:_HEAD_LINES][-1].end]
    lines = _UNFINISHED.sub(r"\g<last> ", head).splitlines()
    found = (" ".join(line.split()) for line in lines)
    return next((line for line in found if _OF_WHOM.match(line) and len(line) <= _LONGEST_TITLE), "")


def _second_title(flat: str, paragraphs: Sequence[Span]) -> str:
    """The line under a title that calls the text joint: "TANSY DECLARATION", "Joint Statement of …"."""
    for paragraph in paragraphs[:_HEAD_LINES]:
        line = " ".join(flat[paragraph.start : paragraph.end].split())
        ends = len(line) > _LONGEST_TITLE or line[-1:] in ".;:"
        if line.startswith("Joint ") and _JOINT_TITLE.match(line) and not ends:
            return line
    return ""


def signatories(speaker: str, text: str) -> list[str]:
    """The offices whose holders speak in a joint text: "We, the Minister of A and the Envoy of B, met".

    None where the speaker is a single one, who is quoted within that text.
    """
    if not _plural(speaker):
        return []
    for opening in _WE.finditer(text[:_OPENING]):
        found = _WE_THE.match(" ".join(text[opening.start() : opening.start() + 1500].split()))
        if found is not None and _plural(found["bodies"]):
            return [_tidy(one) for one in _AND_THE.split(found["bodies"])]
    return []


def _plural(bodies: str) -> bool:
    return " and " in bodies or re.search(_PLURAL, bodies, re.IGNORECASE) is not None


def _titled_bodies(title: str) -> str | None:
    """The bodies that the title of a joint text names."""
    found = _JOINT_OF.search(title) or _JOINT_MEETING.search(title)
    if found is None:
        found = _BEFORE_JOINT.match(title)
    if found is None or not any(c.isupper() for c in found["bodies"]):
        return None
    return _tidy(found["bodies"])


def _headed_bodies(flat: str, paragraphs: Sequence[Span]) -> str | None:
    """The bodies that a line at the head names: "Meeting of the Foreign Ministers of A and B"."""
    for paragraph in paragraphs[:_HEAD_LINES]:
        text = " ".join(flat[paragraph.start : paragraph.end].split())
        found = (
            _JOINT_MEETING.search(text) if len(text) <= _LONGEST_TITLE and text[-1:] not in ".;:" else None
        )
        if found is not None and found["bodies"][:1].isupper():
            return _tidy(found["bodies"])
    return None


def _listed_bodies(flat: str, paragraph: Span) -> str | None:
    """The bodies that open the first sentence as its subject: "Norland, Skerry, and Zambara have kept …"."""
    found = _LIST.match(" ".join(flat[paragraph.start : paragraph.end].split()))
    if found is None:
        return None
    bodies = _tidy(found["bodies"])
    own = re.search(r"\b[Tt]he (?:two |three |four |five |participating )?governments\b", flat)
    article = "the " if found[0].startswith("The ") else ""
    return f"Governments of {article}{bodies}" if own and "overnment" not in bodies else bodies


def _opening_bodies(flat: str, paragraph: Span) -> str | None:
    """The countries that the first sentence lists: "The United States and Japan …"."""
    opening = Span(paragraph.start, min(paragraph.end, paragraph.start + 400))
    listed: list[str] = []
    for mention in mentions(tokens(flat, opening)):
        label = " ".join(mention.name)
        state = mention.kind == "place" or label.startswith(
            ("Kingdom", "Republic", "European Union", "United")
        )
        if state and not mention.possessive and not any(label in one or one in label for one in listed):
            listed.append(label)
    return " and ".join(listed) if len(listed) == _TWO else None


def _tidy(bodies: str) -> str:
    plain = " ".join(bodies.split()).strip(" ,.").removeprefix("the ").removeprefix("THE ")
    return capitalised(plain) if plain.isupper() else plain
