"""Documents that speak with one voice as a whole: joint texts, and one person's statement or remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.documents import Span
from rag import lexicon
from rag.cast import Cast
from rag.names import Mention, mentions
from rag.proceedings import is_matter
from rag.prose import tokens
from rag.quotes import Voice
from rag.releases import house

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
    |Vision)\b|\bLeaders['’]?[ ](?:Joint[ ])?(?:Statement|Declaration)\b|\bCommuniqu[eé]\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_JOINT = re.compile(r"(?:Remarks|Readout|Press|Fact Sheet|Background)\b", re.IGNORECASE)
_JOINT_OF = re.compile(
    r"""\b(?:Statement|Declaration|Communiqu[eé]|Text|Release|Announcement)s?[ ](?:of|by|from|between)[ ]
    (?:the[ ])?(?P<bodies>.+?)(?=[ ](?:on|following|regarding|announcing|condemning|calling|at|after
    |in[ ]support|concerning|for)\b|[ ]in[ ][A-Z]|:[ ]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINT_MEETING = re.compile(
    r"""\b(?:Meeting|Call|Talks|Summit|Visit|Dialogue|Discussion)s?[ ](?:of|[Bb]etween|with)[ ]
    (?P<bodies>.+?[ ]and[ ].+?)(?=[ ](?:on|in|at|to)\b|$)""",
    re.VERBOSE,
)
_BEFORE_JOINT = re.compile(r"^(?:The )?(?P<bodies>[^:]{2,120}?)[,:]? (?:Joint|Leaders['’])", re.IGNORECASE)
_SINGLE_TITLE = re.compile(
    r"""^(?:[^:]{0,40}:[ ])?(?:[\w-]+[ ]){0,3}?
    (?:Statement|Remarks|Address|Speech|Message|Testimony|Toast|Letter|Op-Ed|Opinion|Keynote|Lecture|Sermon
    |Homily|Eulogy|Comments)(?:,?[ ]as[ ]Prepared(?:[ ]for[ ]Delivery)?)?[ ]
    (?P<by>by|from|of)[ ](?:the[ ])?(?P<who>.+)$""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.,'’-]*){1,5}$")
_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]?")  # what others say in a letter is not its writer's "I"
_FIRST_PERSON = re.compile(r"\b(?:I|me|my)\b")
_END = re.compile(r"\W*(?:End (?:of )?text|End(?: text)?|Ends|#\s*#\s*#|-\s*30\s*-)\W*$", re.IGNORECASE)
# What press offices put below a statement, which is none of it (PRSA and CIPR guides to press releases).
_APPENDIX = re.compile(
    r"""\W*(?:Notes?[ ](?:to|for)[ ](?:the[ ])?editors?\b
    |(?:(?:Media|Press|Investor)[ -])?(?:enquir|inquir|contact|office)\w*\s*(?::|$))""",
    re.IGNORECASE | re.VERBOSE,
)
# Where the title of a statement goes on after the name: "Remarks by … Commemorating …".
TITLE_VERB = re.compile(
    r" (?=(?:Commemorating|Announcing|Celebrating|Honoring|Honouring|Marking|Recognizing|Recognising"
    r"|Following|Regarding|Welcoming|Addressing|Highlighting|Condemning|Supporting|Urging|Calling|Praising|Introducing"
    r"|Delivering|Thanking|Unveiling|Opening|Closing|Launching|Responding|Concerning|Nominating|Signing"
    r"|Receiving|Presenting|Joining|Meeting|Upon|Prior|Ahead|As|To|Of|For)\b)"
)


class Issuer(NamedTuple):
    """Who speaks in a document as a whole.

    paragraphs: the numbers of those that are the text itself, ``[first, last)``.
    is_body: it is a firm, a ministry or several bodies, within whose text single persons can be quoted.
    """

    speaker: str | None
    voice: Voice
    first: int
    last: int
    is_body: bool = False


def issuer(title: str, flat: str, paragraphs: Sequence[Span], cast: Cast) -> Issuer | None:
    """The issuer of the document, or None if it is written about people rather than by them."""
    if not paragraphs:
        return None
    title = " ".join(title[:_LONGEST_TITLE].split())
    found = _joint(title, flat, paragraphs) or _single(title, flat, paragraphs, cast)
    if found is not None and _written_about(found, flat):
        return None
    return found or _signed(flat, paragraphs) or _released(title, flat, paragraphs)


def _released(title: str, flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A press release: the house that issues it speaks, and quotes its officers."""
    found = house(title, flat, paragraphs)
    return Issuer(found[0], "direct", found[1], _last(flat, paragraphs), is_body=True) if found else None


def _written_about(found: Issuer, flat: str) -> bool:
    """Does the text tell what its supposed issuer said? Then it is an article under such a title."""
    if found.voice == "joint":
        return re.search(r"\b(?:said|stated|says) in (?:a|the|their|this) joint\b", flat) is not None
    if found.speaker is None:
        return False
    if found.is_body:
        # "Ann Smith, head of Acme, said" is in the statements of Acme themselves.
        name = rf"(?:^|[.\n”\"]\s*)(?:The )?{re.escape(found.speaker)}"
    else:
        name = rf"\b{re.escape((found.speaker.split(',')[0].split() or [found.speaker])[-1])}"
    return re.search(rf"{name},? (?:\w+ )?(?:said|says|told|added)\b", flat) is not None


def _joint(title: str, flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    for number, paragraph in enumerate(paragraphs[:_HEAD]):
        text = " ".join(flat[paragraph.start : paragraph.end][:1500].split())
        found = _RELEASED.search(text) or _RELEASED_BY_TWO.search(text)
        if found is not None:
            return Issuer(_tidy(found["bodies"]), "joint", number + 1, _last(flat, paragraphs))
        we = _WE_THE.match(text)
        if we is not None and _plural(we["bodies"]):
            speaker = _titled_bodies(title) or _tidy(we["bodies"])
            return Issuer(speaker, "joint", number, _last(flat, paragraphs))
    if _JOINT_TITLE.search(title) is None or _NOT_JOINT.match(title) is not None:
        return None
    first = next((n for n, p in enumerate(paragraphs[:_HEAD]) if not _heading(flat, p, title)), 0)
    bodies = (
        _titled_bodies(title) or _headed_bodies(flat, paragraphs) or _opening_bodies(flat, paragraphs[first])
    )
    return Issuer(bodies, "joint", first, _last(flat, paragraphs))


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


def _single(title: str, flat: str, paragraphs: Sequence[Span], cast: Cast) -> Issuer | None:
    heads = [
        title,
        *(" ".join(flat[p.start : p.end][:200].split()) for p in paragraphs[:2] if p.end - p.start < 200),
    ]
    for head in heads:
        found = _SINGLE_TITLE.match(head)
        if found is not None and re.match(r"(?:readout|fact sheet|joint)\b", head, re.IGNORECASE) is None:
            speaker, several, is_body = _named(found["who"], found["by"].lower() == "of", cast)
            if speaker is None and not several:
                continue
            voice: Voice = "joint" if several and "remarks" not in head.lower() else "direct"
            first, last = _first(flat, paragraphs, head), _last(flat, paragraphs)
            named = _as_written(speaker, flat) if speaker and is_body else speaker
            return Issuer(named, voice, first, last, is_body)
        if re.match(r"(?:America 250: )?Presidential Message\b", head):
            return Issuer("The President", "direct", _first(flat, paragraphs, head), _last(flat, paragraphs))
    return None


def _first(flat: str, paragraphs: Sequence[Span], title: str) -> int:
    return next((n for n, p in enumerate(paragraphs) if not _heading(flat, p, title)), len(paragraphs))


def _as_written(name: str, flat: str) -> str:
    """A name from a title in capitals as the text below spells it."""
    if not name.isupper():
        return name
    spelled = (found[0] for found in re.finditer(re.escape(name), flat, re.IGNORECASE))
    return next((found for found in spelled if found[0].isupper() and not found.isupper()), name)


def _named(who: str, strictly: bool, cast: Cast) -> tuple[str | None, bool, bool]:
    """The speaker that the title of a statement names, whether it names several, and whether a body."""
    who = TITLE_VERB.split(who)[0]
    words = tokens(who, Span(0, len(who)))
    names = mentions(words)
    if not names or names[0].first > 1:
        return None, False, False
    listed: list[str] = []
    for number, mention in enumerate(names):
        if number and not _goes_on(words[names[number - 1].last : mention.first]):
            break
        label = _label(mention, strictly, cast)
        if label is None:
            break
        if number and names[number - 1].kind == "title":
            listed.pop()  # "Senior Advisor and Spokesperson Ann Smith" is one person
        listed.append(label)
    if not listed:
        return None, False, False
    is_body = names[0].kind in ("body", "place")
    return (" and ".join(listed) if len(listed) > 1 else listed[0]), len(listed) > 1, is_body


def _goes_on(between: Sequence[object]) -> bool:
    return len(between) <= 2 and any(getattr(token, "word", "") in ("and", ",", "&") for token in between)


def _label(mention: Mention, strictly: bool, cast: Cast) -> str | None:
    if mention.possessive:
        return None
    if mention.kind in ("place", "name"):
        return None
    if mention.kind == "person":
        given = bool(mention.name) and mention.name[0].lower() in lexicon.GIVEN_NAMES
        if strictly and not mention.role and not given:
            return None
        person = cast.find(mention.name, mention.role)
        if person is None and (mention.role or len(mention.name) > 1):
            person = cast.add(mention.name, mention.role)
        return person.label if person is not None else " ".join(mention.name)
    if mention.kind == "title":
        return mention.role
    return None if strictly else " ".join(mention.name)


def _signed(flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A letter or an order: written in the first person and signed in capitals at its end."""
    for number in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 6), -1):
        text = flat[paragraphs[number].start : paragraphs[number].end].strip()
        if _SIGNED.fullmatch(text) is None or "WHITE HOUSE" in text or "END" in text.split():
            continue
        if not lexicon.NOT_NAMES.isdisjoint(text.lower().split()):
            continue
        written = _QUOTED.sub("", flat[paragraphs[0].start : paragraphs[number].start])
        if _FIRST_PERSON.search(written) is None:
            return None
        return Issuer(" ".join(_capitalised(word) for word in text.split()), "direct", 0, number)
    return None


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-")) if len(word) > 2 else word


def _last(flat: str, paragraphs: Sequence[Span]) -> int:
    """The number of the paragraph that marks the end of the text, or of all paragraphs."""
    for number, paragraph in enumerate(paragraphs):
        if paragraph.end - paragraph.start < 40 and _END.match(flat[paragraph.start : paragraph.end]):
            return number
        if number and _APPENDIX.match(flat, paragraph.start, paragraph.end):
            return number
    return len(paragraphs)


def _heading(flat: str, paragraph: Span, title: str) -> bool:
    """Is this paragraph the title, a place or a time rather than text?"""
    text = " ".join(flat[paragraph.start : paragraph.end].split())
    if is_matter(text) or text.lower() == title.lower():
        return True
    return len(text) < 80 and text[-1:] not in '.!?:,”"’' and not text.endswith(")")


def _tidy(bodies: str) -> str:
    return " ".join(bodies.split()).strip(" ,.").removeprefix("the ")
