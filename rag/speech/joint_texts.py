"""Joint texts: the bodies that speak in them, and where they begin to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech.extents import is_head_line
from rag.speech.letterheads import capitalised, house_in
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
    (?P<bodies>(?:[A-Z]|leaders|heads|foreign[ ]ministers|ministers|governments|members)
    (?:[^.;:]|(?<=\b[MD][rs])\.|(?<=\bMrs)\.|(?<=\bH\.E)\.|(?<=\bH)\.(?=E\.)){5,500}?),[ ]
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
# A line that says no more than what kind of text this is.
_BARE = re.compile(
    r"(?:(?:Final|Ministerial|Summit) (?:Communiqu[eé]|Declaration|Statement)|(?:Joint )?Communiqu[eé])",
    re.IGNORECASE,
)
_LISTED_BEHIND = re.compile(r"(?i:joint )[\w ]{4,30}(?::| [–—-]) (?:the )?(?P<bodies>[A-Z].+ and .+)$")
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_WHOSE = re.compile(r"(?:of|by|from|between) (?:the )?[A-Z0-9]")
_MANY = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty) (?:[\w-]+ ){0,3}?"
    r"(?:organi[sz]ations|agencies|unions|groups|charities|NGOs|countries|states|governments|companies|cities"
    r"|universities|associations|bodies|members)"
)
_PERSONS = re.compile(r",? (?:and )?(?:Mr|Mrs|Ms|Dr|H\.E)\.? (?=[A-Z])")
_NOT_JOINT = re.compile(r"(?:Remarks|Readout|Press|Fact Sheet|Background)\b", re.IGNORECASE)
_JOINT_OF = re.compile(
    r"""\b(?:Statement|Declaration|Communiqu[eé]|Text|Release|Announcement)s?[ ](?:of|by|from|between)[ ]
    (?:the[ ])?(?P<bodies>.+?)(?=[ ](?:on|following|regarding|announcing|condemning|calling|at|after
    |in[ ]support|concerning|(?<!ministers[ ])(?<!secretaries[ ])(?<!minister[ ])for)\b
    |[ ]in[ ][A-Z]|:[ ]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
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
            speaker = _titled_bodies(_joint_title(title, flat, paragraphs)) or _tidy(
                _PERSONS.split(we["bodies"])[0]
            )
            return speaker, number
    joined = _joint_title(title, flat, paragraphs)
    if not joined or _NOT_JOINT.match(joined) is not None:
        return None
    heads = (joined, title)
    first = next(
        (
            n
            for n, p in enumerate(paragraphs[:_HEAD])
            if not any(is_head_line(flat, p, head) for head in heads)
        ),
        0,
    )
    bodies = (
        _titled_bodies(joined)
        or _headed_bodies(flat, paragraphs)
        or _listed_bodies(flat, paragraphs[first])
        or _opening_bodies(flat, paragraphs[first])
    )
    return bodies, first


def _joint_title(title: str, flat: str, paragraphs: Sequence[Span]) -> str:
    """The title or the line by it that calls the text joint, with the line below where that goes on with
    whose it is: "Joint Statement", "of the Ministers of …"; "" where none does."""
    head = [flat[paragraph.start : paragraph.end] for paragraph in paragraphs[: _HEAD_LINES + 1]]
    by_line = [" ".join(line.split()) for text in head for line in text.splitlines()]
    for lines in (by_line, [" ".join(text.split()) for text in head]):
        found = title if _JOINT_TITLE.search(title) else next(filter(_is_joint_line, lines[:_HEAD_LINES]), "")
        after = lines[lines.index(found) + 1 :] if found in lines else []
        if after and _WHOSE.match(after[0]) and _is_line(after[0]):
            return f"{found} {after[0]}"
    return found


def _is_joint_line(line: str) -> bool:
    joint_by_name = line[:6].lower() == "joint " and _JOINT_TITLE.match(line) is not None
    return _is_line(line) and (joint_by_name or _BARE.fullmatch(line) is not None)


def _is_line(text: str) -> bool:
    """Can this be a line of the head, and no sentence?"""
    return len(text) <= _LONGEST_TITLE and text[-1:] not in ".;:"


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
    listed = _LISTED_BEHIND.match(title)
    if listed is not None and all(map(house_in, _AND.split(listed["bodies"]))):
        return _tidy(listed["bodies"])
    found = _JOINT_OF.search(title) or _JOINT_MEETING.search(title)
    if found is None:
        found = _BEFORE_JOINT.match(title)
    if found is None or not (any(c.isupper() for c in found["bodies"]) or _MANY.match(found["bodies"])):
        return None
    return _tidy(found["bodies"])


def _headed_bodies(flat: str, paragraphs: Sequence[Span]) -> str | None:
    """The bodies that a line at the head names: "Meeting of the Foreign Ministers of A and B"."""
    for paragraph in paragraphs[:_HEAD_LINES]:
        text = " ".join(flat[paragraph.start : paragraph.end].split())
        found = _JOINT_MEETING.search(text) if _is_line(text) else None
        if found is not None and found["bodies"].removeprefix("the ")[:1].isupper():
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
