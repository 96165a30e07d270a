"""Press releases and press conferences: texts in which a house speaks, itself or through its officers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from index.documents import Span
from index.words import stems
from rag.speech.given_names import is_given
from rag.speech.lexicon import BODIES
from rag.speech.names import mentions
from rag.speech.participants import heads_list, is_office, participants, parts_of
from rag.speech.prose import tokens
from rag.topic import states

# What press offices put on their releases (PRSA; the EU's Transparency Directive for issuers of securities).
MARK = re.compile(
    r"\b(?:regulated information|for immediate release|forward[- ]looking statements?|investor relations"
    r"|(?:media|press|investor) (?:contacts?|enquir\w+|inquir\w+)|notes? to (?:the )?editors?"
    r"|(?:for )?(?:more|further) information,? (?:please )?contact)\b",
    re.IGNORECASE,
)
_LEGAL = r"(?:ASA?|A/S|AB|AG|SE|S\.?A\.?|N\.?V\.?|BV|plc|PLC|Inc\.?|Ltd\.?|Limited|Corp\.?|LLC|GmbH|Oyj|SpA)"
_NEWS = (
    r"(?i:(?:today )?(?:reports?|announces?|posts?|delivers?|launches|publishes|signs|completes|agrees"
    r"|appoints|raises|lifts|wins|opens|expands|urges|calls|welcomes|condemns|warns|names|unveils|introduces|supports"
    r"|opposes|applauds|backs|joins|receives|awards|to [a-z]+))"
)
_PERIOD = r"(?:First|Second|Third|Fourth|Half|Full|Interim|Annual|Q[1-4])\b"
_HOUSE = re.compile(
    rf"(?P<name>[A-Z][\w&.’'-]*(?: (?:[A-Z&][\w&.’'-]*|of|and|the|de)){{0,5}}?(?:,? {_LEGAL})?)"
    rf"(?::| [-–—] |,? (?:{_NEWS}|{_PERIOD}))"
)
_TELLS = (
    r"\b[^.\n]{0,60}?"
    r"\b(?:announced|announces|reported|reports|posted|published|launched|signed|completed|today|has|is|will)\b"
)
# What central banks are called (Bank for International Settlements, list of central banks).
_CENTRAL_BANK = re.compile(
    r"\b(?:(?:central|reserve|national) bank|federal reserve|bank of [a-z]+|bundesbank|riksbank"
    r"|norges bank|banco central|banque de france|monetary authority)\b",
    re.IGNORECASE,
)
# Occasions on which a house speaks through its people.
_CALL = re.compile(
    r"\b(?:(?:earnings|results|conference|investors?|analysts?|quarter(?:ly)?|media) (?:conference )?call"
    r"|call transcript|(?:general|shareholders['’]?|investors?) meeting|AGM|(?:press|news|media) conference"
    r"|media briefing|results (?:presentation|webcast)|(?:investor|capital markets) day)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[\s*_#]*[A-ZÀ-Þ][^\n:]{1,80}:[*_]* +\S.*[.?!]\W*$")
_ANY_HOUSE = re.compile(r"(?:the )?(?:company|firm|management|company executives|executives|leadership)")
_OPENING = 5  # paragraphs in which the house tells its news
_HEAD = 400  # characters in which a transcript or a release names its house
_OFFICERS = frozenset(
    """governor president chair chairman chairwoman chairperson chief ceo cfo coo director minister secretary
    commissioner spokesperson spokesman spokeswoman head executive superintendent mayor manager treasurer
    """.split()
)
# Whoever leads the conversation has an office in it, and none in the house.
_HOSTS = frozenset(
    "moderator operator host analyst reporter correspondent journalist editor interviewer".split()
)


def house(title: str, flat: str, paragraphs: Sequence[Span]) -> tuple[str, int] | None:
    """Who issues a press release, and the number of the paragraph in which its text begins."""
    found = _HOUSE.match(title)
    if found is None or MARK.search(flat) is None:
        return None
    name = found["name"]
    short = re.sub(rf",? {_LEGAL}$", "", name)
    for number, paragraph in enumerate(paragraphs[:_OPENING]):
        if re.match(rf"[^.\n]{{0,80}}?\b{re.escape(short)}{_TELLS}", flat[paragraph.start : paragraph.end]):
            return name, number
    return None


def speaks_for(asked: str, speaker: str, text: str) -> bool:
    """Whether a speaker is of the house that was asked for, as its officer or by a list of those who take
    part, in a text of that house.

    text: a release, or the transcript of a conference or a call, whose head names the house.
    """
    name, _, office = speaker.partition(",")
    listed = participants(text).get(name.strip())
    wanted = frozenset(stems(asked))
    if listed is not None and listed.own is False:
        houses = (stems(part) for part in parts_of(listed.office) if not is_office(part))
        return bool(wanted) and any(wanted.issubset(house) for house in houses)
    office = f"{office}, {listed.office}" if listed else office
    own = listed is not None and listed.own is True
    if not wanted or not (own or (_is_officer(office) and not _is_elsewhere(office, wanted))):
        return False
    head = _head(text)
    if is_any_house(asked):
        return own or (listed is not None and _CALL.search(head) is not None)
    if not (wanted.issubset(stems(head)) or is_central_bank(asked, head)):
        return False
    if not (_is_body(asked) or _heads(asked, head)):
        return False
    return listed is not None or MARK.search(text) is not None or _has_the_floor(name, text)


def _is_officer(office: str) -> bool:
    roles = frozenset(re.split(r"[\s-]+", office.lower()))
    return not roles.isdisjoint(_OFFICERS) and roles.isdisjoint(_HOSTS)


def _is_elsewhere(office: str, wanted: frozenset[str]) -> bool:
    """Does an office come with the name of another house: "Managing Director, Lantern Bank"?"""
    houses = [part for part in parts_of(office) if part[:1].isupper() and not is_office(part)]
    return bool(houses) and all(wanted.isdisjoint(stems(house)) for house in houses)


def _head(text: str) -> str:
    """The first words; of a conversation those above the first turn and any list of those who take part."""
    first = text[:_HEAD].splitlines(keepends=True)
    if MARK.search(text) is not None and _CALL.search(text[:_HEAD]) is None:
        return "".join(first)
    return "".join(takewhile(lambda line: not (heads_list(line) or _LABELLED.match(line)), first))


def _heads(asked: str, head: str) -> bool:
    """Does the head of a call or of a meeting name this one word, and not as a person's?"""
    words = asked.removeprefix("the ").split()
    if _CALL.search(head) is None or not all(word[:1].isupper() for word in words) or states.forms_of(asked):
        return False
    named = [m for m in mentions(tokens(head, Span(0, len(head)))) if not {*words}.isdisjoint(m.name)]
    return all(m.kind != "person" or not (m.role or is_given(m.name[0].lower())) for m in named)


def is_any_house(asked: str) -> bool:
    """Whether those of a house are asked for without its name: "the company", "management"."""
    return _ANY_HOUSE.fullmatch(asked.lower()) is not None


def is_central_bank(asked: str, text: str) -> bool:
    """Whether the central bank is asked for, by no name, and a text names one."""
    return asked.lower().removeprefix("the ") == "central bank" and bool(_CENTRAL_BANK.search(text))


def _is_body(asked: str) -> bool:
    listed = asked.removeprefix("the ").split()
    return not BODIES.isdisjoint(word.lower() for word in listed) or (
        len(listed) > 1 and all(word[:1].isupper() for word in listed)
    )


def _has_the_floor(name: str, text: str) -> bool:
    """Whether the text prints the name as the label of a turn, or on a line of its own."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    labelled = rf"^[^\n:]{{0,60}}\b{last}\b[^\n:]{{0,60}}:[*_]*\s"
    alone = rf"^[\s*_#]*{re.escape(name)}(?:\s*(?:--|[–—|,-])[^\n]{{2,100}}(?<![.!?]))?[*_]*$"
    found = re.search(labelled, text, re.MULTILINE | re.IGNORECASE) or re.search(alone, text, re.MULTILINE)
    return found is not None
