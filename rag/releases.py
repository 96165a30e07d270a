"""Press releases and press conferences: texts in which a house speaks, itself or through its officers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from index.words import stems
from rag.lexicon import BODIES

# What press offices put on their releases (PRSA; the EU's Transparency Directive for issuers of securities).
_MARK = re.compile(
    r"\b(?:regulated information|for immediate release|forward[- ]looking statements?|investor relations"
    r"|(?:media|press|investor) (?:contacts?|enquir\w+|inquir\w+)|notes? to (?:the )?editors?)\b",
    re.IGNORECASE,
)
_LEGAL = r"(?:ASA?|A/S|AB|AG|SE|S\.?A\.?|N\.?V\.?|BV|plc|PLC|Inc\.?|Ltd\.?|Limited|Corp\.?|LLC|GmbH|Oyj|SpA)"
_NEWS = (
    r"(?:today )?(?:reports?|announces?|posts?|delivers?|launches|publishes|signs|completes|agrees|appoints"
    r"|raises|lifts|wins|opens|expands|to [a-z]+)"
)
_PERIOD = r"(?:First|Second|Third|Fourth|Half|Full|Interim|Annual|Q[1-4])\b"
_HOUSE = re.compile(
    rf"(?P<name>[A-Z][\w&.’'-]*(?: (?:[A-Z&][\w&.’'-]*|of|and|the|de)){{0,5}}?(?:,? {_LEGAL})?)"
    rf"(?::| [-–—] |,? (?:{_NEWS}|{_PERIOD}))"
)
_TELLS = (
    r"\b[^.\n]{0,60}?"
    r"\b(?:announced|announces|reported|reports|posted|published|launched|signed|completed|has|is|will)\b"
)
# What central banks are called (Bank for International Settlements, list of central banks).
_CENTRAL_BANK = re.compile(
    r"\b(?:(?:central|reserve|national) bank|federal reserve|bank of [a-z]+|bundesbank|riksbank"
    r"|norges bank|banco central|banque de france|monetary authority)\b",
    re.IGNORECASE,
)
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
    if found is None or _MARK.search(flat) is None:
        return None
    name = found["name"]
    short = re.sub(rf",? {_LEGAL}$", "", name)
    for number, paragraph in enumerate(paragraphs[:_OPENING]):
        if re.match(rf"[^.\n]{{0,80}}?\b{re.escape(short)}{_TELLS}", flat[paragraph.start : paragraph.end]):
            return name, number
    return None


def speaks_for(asked: str, speaker: str, text: str) -> bool:
    """Whether a speaker is an officer of the house that was asked for, in a text of that house.

    text: a release, or the transcript of a conference, whose head names the house.
    """
    name, _, office = speaker.partition(",")
    roles = frozenset(re.split(r"[\s-]+", office.lower()))
    wanted = frozenset(stems(asked))
    if not wanted or roles.isdisjoint(_OFFICERS) or not roles.isdisjoint(_HOSTS):
        return False
    head = text[:_HEAD]
    if not (_is_body(asked) and (wanted.issubset(stems(head)) or is_central_bank(asked, head))):
        return False
    return _MARK.search(text) is not None or _has_the_floor(name, text)


def is_central_bank(asked: str, text: str) -> bool:
    """Whether the central bank is asked for, by no name, and a text names one."""
    return asked.lower().removeprefix("the ") == "central bank" and bool(_CENTRAL_BANK.search(text))


def _is_body(asked: str) -> bool:
    listed = asked.removeprefix("the ").split()
    return not BODIES.isdisjoint(word.lower() for word in listed) or (
        len(listed) > 1 and all(word[:1].isupper() for word in listed)
    )


def _has_the_floor(name: str, text: str) -> bool:
    """Whether the text prints the name as the label of a turn."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    return (
        re.search(rf"^[^\n:]{{0,60}}\b{last}\b[^\n:]{{0,60}}:[*_]*\s", text, re.MULTILINE | re.IGNORECASE)
        is not None
    )
