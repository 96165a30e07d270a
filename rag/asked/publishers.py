"""Whose a document is as a whole: the house that publishes it, by the address it was read from, or by the
line that heads or signs it. What such a document tells is told by its house, whoever wrote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from index.documents import Card, Document
from rag.quotes import Statement, Voice
from rag.speech.affiliations import name_alone
from rag.speech.lexicon import BODIES, PLACES
from rag.topic import states

_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)
_EDGE = 400  # characters at either end of a text in which it is headed or signed
_MOST = 0.5  # of what is said in a document, by whoever it is that speaks there
# "The Bell administration" is whoever governs from the seat, under Bell.
_GOVERNMENT = re.compile(r"(?:the )?(?P<who>[A-Z][\w’'-]*?)(?:['’]s)? (?:[Aa]dministration|[Gg]overnment)")
# Who speaks for the seat of a government besides its head.
_OF_SEAT = re.compile(
    r"\b(?:president|prime minister|chancellor|press secretary|spokes\w+|chief of staff"
    r"|administration official|national security advis[eo]r)\b",
    re.IGNORECASE,
)
# How addresses say that a government publishes there, in the languages of the domains' registries.
_GOVERNMENTS = frozenset("gov govt gouv gob gub go gc".split())
_OF_STATE = re.compile(r"\s+of\s+(?:the\s)?(?P<state>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)")


def is_told_by(
    asked: str, document: Document, speaker: str | None, voice: Voice, said: Sequence[Statement]
) -> bool:
    """Whether words of a document are those of the house asked for, as it publishes the document.

    said: everything that is said in the document.
    """
    if not is_published_by(asked, document.card, document.text):
        return False
    if voice == "narration":
        return True
    if speaker is None:
        return False
    times = Counter(one.speaker for one in said if one.voice == "direct")
    leading = {one for one in times if times[one] > _MOST * times.total()}
    if speaker in leading:
        return True
    seat = bool(states.governed_from(name_alone(asked))) or _GOVERNMENT.fullmatch(asked) is not None
    if not seat or _OF_SEAT.search(speaker) is None or _is_of_another(asked, speaker, document):
        return False
    # Of whom a speech quotes one sentence, he may have held the office long ago.
    return not leading or times[speaker] > 1


def is_published_by(asked: str, card: Card, text: str) -> bool:
    """Whether a house is named as the one whose document this is."""
    government = _GOVERNMENT.fullmatch(asked)
    if government:
        who = government["who"]
        if states.forms_of(who):  # "the Danish government" may be spoken of by any other
            return False
        named = re.search(rf"(?<!\w){re.escape(who)}(?!\w)", f"{card.title} {text[:_EDGE]}")
        return named is not None and not _GOVERNMENTS.isdisjoint(_labels(card))
    name = _name(asked)
    body = not BODIES.isdisjoint(name.lower().split())
    return bool(name) and (_is_address_of(_hosts_of(name), card) or (body and _is_signed(name, text)))


def at_address_of(asked: str, cards: Mapping[int, Card]) -> frozenset[int]:
    """The documents whose address bears the name of a house: "news.acme.example"."""
    hosts = _hosts_of(_name(asked))
    if hosts is None:
        return frozenset()
    return frozenset(number for number, card in cards.items() if _is_address_of(hosts, card))


def _name(asked: str) -> str:
    """The name of the house asked for; "" where it is no name, or one of a place."""
    name = re.sub(r"^[Tt]he ", "", name_alone(asked))
    return name if name[:1].isupper() and name.lower() not in PLACES else ""


def _hosts_of(name: str) -> re.Pattern[str] | None:
    """How the host of an address may write a name: "bell", "thebell"; of several words "oldbellhouse"."""
    letters = re.sub(r"[\W_]+", "", name.lower())
    if not letters:
        return None
    return re.compile(rf"{'.*' if ' ' in name else '(?:the)?'}{re.escape(letters)}")


def _is_address_of(hosts: re.Pattern[str] | None, card: Card) -> bool:
    *names, _ = _labels(card) or [""]
    return hosts is not None and any(map(hosts.fullmatch, names))


def _labels(card: Card) -> list[str]:
    """Of an address "https://www.norland-post.example/a" the parts of the host: www, norlandpost, example."""
    host = _HOST.match(card.url or "")
    return host[1].lower().replace("-", "").split(".") if host else []


def _is_signed(name: str, text: str) -> bool:
    """Whether a line at the head or the end is nothing but the name, perhaps with a date."""
    line = rf"^[\W_]*(?:the )?{re.escape(name)}[\W_]*(?:[^\n]{{0,20}}\d{{4}}\W*)?$"
    edges = text[:_EDGE], text[-_EDGE:]
    return any(re.search(line, edge, re.IGNORECASE | re.MULTILINE) is not None for edge in edges)


def _is_of_another(asked: str, speaker: str, document: Document) -> bool:
    """Whether a text says of which state the speaker is, and it is not the one asked for."""
    own = states.governed_from(name_alone(asked))
    name = re.escape(speaker.split(",", maxsplit=1)[0].rsplit(maxsplit=1)[-1])
    for found in re.finditer(rf"{name}(?P<of>{_OF_STATE.pattern})", f"{document.title}\n{document.text}"):
        state = states.forms_of(found["state"]) or states.forms_of(found["state"].split()[0])
        if state and not {*state} & {*own}:
            return True
    return False
