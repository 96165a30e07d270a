"""Documents that speak with one voice as a whole: joint texts, and one person's or house's statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.documents import Span
from rag.abroad.addresses import letter, speech
from rag.quotes import Voice
from rag.speech import lexicon
from rag.speech.cast import Cast
from rag.speech.extents import first_of, last_of
from rag.speech.joint_texts import joint
from rag.speech.lectures import lecture
from rag.speech.letterheads import is_prose, letterhead
from rag.speech.names import Mention, mentions
from rag.speech.prose import Token, tokens
from rag.speech.quotations import QUOTED
from rag.speech.signatures import signed

_HEAD_LINES = 3  # paragraphs under a title that may say whose text it is
_LONGEST_TITLE = 300  # characters
_LONGEST_LINE = 200
_SINGLE_TITLE = re.compile(
    r"""^(?:[^:]{0,40}:[ ])?(?:[\w-]+[ ]){0,3}?
    (?:Statement|Remarks|Address|Speech|Message|Testimony|Toast|Letter|Op-Ed|Opinion|Keynote|Lecture|Sermon
    |Homily|Eulogy|Comments)(?:,?[ ]as[ ]Prepared(?:[ ]for[ ]Delivery)?)?[ ]
    (?P<by>by|from|of)[ ](?:the[ ])?(?P<who>.+)$""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.,'’-]*){1,5}$")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my)\b")
_GAP = r"(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(?!\n)"  # a line may end within a name, a paragraph not
_VESTED = re.compile(
    r"\b(?:authority|powers?)\s+vested\s+in\s+me\s+as\s+"
    rf"(?P<office>[A-Z][\w’'-]*(?:{_GAP}(?:of{_GAP}(?:the{_GAP})?)?(?!I\b)[A-Z][\w’'-]*){{0,6}})"
)
# "NOW, THEREFORE, I, ANN BELL, Mayor of Halle, do hereby proclaim …", as proclamations end
_PROCLAIMS = re.compile(
    rf"(?:^|[,.]\s+)I,\s+(?P<name>[A-ZÀ-Þ][\w.’'-]*(?:{_GAP}[A-ZÀ-Þ][\w.’'-]*){{1,4}}),\s+(?:the\s+)?[A-Z][^.;]{{3,160}}?,?\s+"
    r"(?:by\s+virtue\s+of|by\s+the\s+(?:authority|power)|pursuant\s+to|under\s+the\s+authority|do\s+hereby|hereby)\b",
    re.MULTILINE,
)
TITLE_VERB = re.compile(
    r" (?=(?:Commemorating|Announcing|Celebrating|Honoring|Honouring|Marking|Recognizing|Recognising"
    r"|Following|Regarding|Welcoming|Addressing|Highlighting|Condemning|Supporting|Urging|Calling|Praising|Introducing"
    r"|Delivering|Thanking|Unveiling|Opening|Closing|Launching|Responding|Concerning|Nominating|Signing"
    r"|Receiving|Presenting|Joining|Meeting|Discussing|Hosting|Visiting|Touring|Accepting|Awarding|Dedicating"
    r"|Declaring|Outlining|Departing|Arriving|Upon|Prior|Ahead|As|To|Of|For)\b"
    # "… Ann Bell Cutting the Ribbon": a participle that an article follows is no name.
    r"|[A-Z][a-z]{2,}ing (?:the|an?|his|her|its|their|our)\b)"
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
    found = (
        _of_several(title, flat, paragraphs)
        or _single(title, flat, paragraphs, cast)
        or _lectured(title, flat, paragraphs)
    )
    if found is not None and _written_about(found, flat):
        return None
    return (
        found
        or _subscribed(flat, paragraphs)
        or _signed(flat, paragraphs)
        or _proclaimed(flat, paragraphs)
        or _ordered(flat, paragraphs)
        or _addressed(title, flat, paragraphs)
        or _stated(title, flat, paragraphs)
    )


def _of_several(title: str, flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A joint text: several bodies speak as one."""
    found = joint(title, flat, paragraphs)
    return Issuer(found[0], "joint", found[1], last_of(flat, paragraphs)) if found else None


def _lectured(title: str, flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A speech of which a line of its head says who gives it."""
    found = lecture(title, flat, paragraphs)
    return Issuer(found[0], "direct", found[1], last_of(flat, paragraphs)) if found else None


def _addressed(title: str, flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A speech under a title in another language, or a letter that is signed below."""
    heads = [title, *(" ".join(flat[p.start : p.end].split()) for p in paragraphs[:_HEAD_LINES])]
    speaker = speech(heads, flat)
    if speaker is not None:
        head = next(one for one in heads if speech([one], flat) == speaker)
        return Issuer(speaker, "direct", first_of(flat, paragraphs, head), last_of(flat, paragraphs))
    signed = letter(flat, paragraphs)
    if signed is None:
        return None
    names, first, last = signed
    own = QUOTED.sub("", flat[paragraphs[first].start : paragraphs[last].start]) if first < last else ""
    if len(names) == 1:
        mine = _FIRST_PERSON.search(own) or re.search(r"\b(?:ich|je|yo|wir|nous)\b", own, re.IGNORECASE)
        return Issuer(names[0], "direct", first, last) if mine else None
    ours = re.search(r"\b(?:we|our|wir|nous|nosotros)\b", own, re.IGNORECASE)
    return Issuer(_listed(names), "joint", first, last) if ours else None


def _listed(names: Sequence[str]) -> str:
    """ "Ann Bell, Tom Birk and Olga Marsh", without their offices."""
    plain = [name.split(",")[0] for name in names]
    return " and ".join([", ".join(plain[:-1]), plain[-1]])


def _stated(title: str, flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A statement of a house in its own words, which may quote its officers."""
    found = letterhead(title, flat, paragraphs)
    return Issuer(found[0], "direct", found[1], last_of(flat, paragraphs), is_body=True) if found else None


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


def _single(title: str, flat: str, paragraphs: Sequence[Span], cast: Cast) -> Issuer | None:
    heads = [
        title,
        *(" ".join(flat[p.start : p.end].split()) for p in _over(flat, paragraphs)),
    ]
    for head in heads:
        found = _SINGLE_TITLE.match(head)
        if found is not None and re.match(r"(?:readout|fact sheet|joint)\b", head, re.IGNORECASE) is None:
            speaker, several, is_body = _named(found["who"], found["by"].lower() == "of", cast)
            if speaker is None and not several:
                continue
            voice: Voice = "joint" if several and "remarks" not in head.lower() else "direct"
            first, last = first_of(flat, paragraphs, head), last_of(flat, paragraphs)
            named = _as_written(speaker, flat) if speaker and is_body else speaker
            return Issuer(named, voice, first, last, is_body)
        if re.match(r"(?:America 250: )?Presidential Message\b", head):
            return Issuer(
                "The President", "direct", first_of(flat, paragraphs, head), last_of(flat, paragraphs)
            )
    return None


def _over(flat: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The short paragraphs that can be lines over a text: the first two, and more before any sentence."""
    told = False
    for number, paragraph in enumerate(paragraphs[: 2 * _HEAD_LINES]):
        told = told or is_prose(" ".join(flat[paragraph.start : paragraph.end].split()))
        if told and number > 1:
            return
        if paragraph.end - paragraph.start < _LONGEST_LINE:
            yield paragraph


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
        before = names[number - 1] if number else None
        if before is not None and not _goes_on(words[before.last : mention.first]):
            break
        if before is not None and _is_office_of(before, words[before.last : mention.first], mention):
            listed[-1] = cast.add(before.name, mention.role).label
            continue
        label = _label(mention, strictly, cast)
        if label is None:
            break
        if before is not None and before.kind == "title" and listed[-1:] == [before.role]:
            listed.pop()  # "Senior Advisor and Spokesperson Ann Smith" is one person
        listed.append(label)
    if not listed:
        return None, False, False
    is_body = names[0].kind in ("body", "place")
    return (" and ".join(listed) if len(listed) > 1 else listed[0]), len(listed) > 1, is_body


def _goes_on(between: Sequence[Token]) -> bool:
    return len(between) <= 2 and any(token.word in ("and", ",", "&") for token in between)


def _is_office_of(person: Mention, between: Sequence[Token], title: Mention) -> bool:
    """ "Ann Bell | , | President of the Union" is one person."""
    alone = [token.word for token in between] == [","]
    named = person.kind == "person" and (not person.role or lexicon.is_courtesy(person.role.lower()))
    return alone and named and title.kind == "title"


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


def _subscribed(flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """An open letter or a declaration of those who sign it below, as "we"."""
    found = signed(flat, paragraphs)
    if found is None:
        return None
    head = next((n for n, p in enumerate(paragraphs) if is_prose(" ".join(flat[p.start : p.end].split()))), 0)
    voice: Voice = "joint" if found.several else "direct"
    return Issuer(found.by, voice, min(head, found.paragraph), found.paragraph)


def _signed(flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A letter or an order: written in the first person and signed in capitals at its end."""
    for number in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 6), -1):
        text = flat[paragraphs[number].start : paragraphs[number].end].strip()
        if _SIGNED.fullmatch(text) is None or "WHITE HOUSE" in text or "END" in text.split():
            continue
        if not lexicon.NOT_NAMES.isdisjoint(text.lower().split()):
            continue
        written = QUOTED.sub("", flat[paragraphs[0].start : paragraphs[number].start])
        if _FIRST_PERSON.search(written) is None:
            return None
        return Issuer(" ".join(_capitalised(word) for word in text.split()), "direct", 0, number)
    return None


def _proclaimed(flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """A proclamation that gives the name of whoever makes it where it comes to what is proclaimed."""
    found = _PROCLAIMS.search(QUOTED.sub("", flat)) if "hereby" in flat or "virtue" in flat else None
    if found is None:
        return None
    name = " ".join(_capitalised(word) if word.isupper() else word for word in found["name"].split())
    return Issuer(name, "direct", 0, last_of(flat, paragraphs))


def _ordered(flat: str, paragraphs: Sequence[Span]) -> Issuer | None:
    """An order that gives the office of whoever gives it, and no name: "by the authority vested in me as
    Governor of Norland"."""
    head = QUOTED.sub("", flat[paragraphs[0].start : paragraphs[:_HEAD_LINES][-1].end])
    found = _VESTED.search(head)
    if found is None:
        return None
    return Issuer(f"The {' '.join(found['office'].split())}", "direct", 0, last_of(flat, paragraphs))


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-")) if len(word) > 2 else word
