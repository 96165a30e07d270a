"""Who asks and who is asked in an interview that marks its turns by letters or by its type, not by names:
as the title, the introduction and the first questions tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.documents import Span
from rag.speech import lexicon
from rag.speech.given_names import is_given
from rag.speech.names import Mention, mentions
from rag.speech.prose import Token, tokens
from rag.speech.vocatives import calls

_TWO = 2
_LONGEST_HEAD = 1500  # characters of a paragraph that may introduce the person asked
_PLAIN_HEAD = 300  # of one that may do so without a word on who the person is
# What tells that somebody is asked: questions by name, that it is said, that anything is said of the person.
_CALLED, _NAMED, _TOLD = 8, 4, 2
_FIRST = 6  # questions in which the person asked is called by name
_WORD = r"[A-ZÀ-Þ](?:\.|[\w'’‑-]+)"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|von|van)){{1,3}}"
_CREDIT = re.compile(
    r"(?:\b(?:[Ii]nterview(?:ed|er)?(?: (?:was )?(?:conducted )?by)?|[Bb]y|Text|Words|Entretien|Por"
    r"|[Qq]uestions?(?: (?:asked )?by|(?= ?:))|[Aa]sking(?: the questions)?|[Pp]ropos recueillis par"
    rf"|Das (?:Interview|Gespräch) führten?)(?: ?:)? )(?P<name>{_NAME})"
)
# "Carla Penhall met her at work", "Ann Bell spoke to the harbour master": who comes before it asks.
_ASKER = re.compile(
    rf"(?P<name>{_NAME}) (?:met|meets|spoke|speaks|talked|talks|sat down|sits down|caught up|interviewed"
    r"|interviews|visited|visits|asked|asks|put)\b"
)
# What stands before the person asked.
_ASKED = re.compile(
    r"\b(?:(?:interview|conversation|Q ?& ?A|questions?(?: and answers?)?|chat|session) (?:with|to|for)"
    r"|(?:talk(?:s|ed|ing)?|sp(?:eaks?|oke|eaking)) (?:to|with)|s[ai]ts? down with|sitting down with"
    r"|catch(?:es)? up with|caught up with|questions to|met|meets?|interview(?:s|ed)|visited) "
    r"(?:the |an? |our )?(?:[\w'’-]+,? ){0,9}?$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:[Ii]nterview|[Cc]onversation|Q ?& ?A|[Qq]uestions?(?: and [Aa]nswers?)?) (?:with|to|for) "
    r"(?:the |an? )?(?P<who>[^,:|–—\n]{3,80})$"
)
# What tells of a person, right behind the name.
_DESCRIBED = re.compile(
    r",? ?\(?(?:\d{2}\b|is\b|was\b|has\b|had\b|who\b|runs\b|leads\b|heads\b|works\b|took\b|became\b|joined\b"
    r"|teaches\b|grew up\b|born\b|an? [a-z]|the [a-z]|[a-z]+ (?:of|at|for) )"
)
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:magazine|newspaper|issue|edition|vol(?:ume|\.)|no\.)", re.I)


class Floor(NamedTuple):
    """Who asks and who answers, "" where the text does not tell. sure: the text tells that this one was
    interviewed, or the questions call the one who answers by name. told: the text tells who this one is."""

    asks: str
    answers: str
    sure: bool = False
    told: bool = False


def introduced(title: str, flat: str, head: Sequence[Span], questions: Sequence[str] = ()) -> Floor:
    """By the title and what stands above the first question. questions: as they are asked, in order."""
    texts = [title, *(flat[p.start : p.end] for p in head if p.end - p.start <= _LONGEST_HEAD)]
    texts = [" ".join(text.split()) for text in texts]
    known = _persons(texts)
    asks = next((one["name"] for text in texts if (one := _CREDIT.search(text))), "")
    called = [name for asked in questions[:_FIRST] for name in calls(" ".join(asked.split()))]
    weights = {name: weight + _weight(name, called) for name, weight in known.items()}
    if not asks:
        asks = _asker(texts, weights)
    others = {
        name: one for name, one in weights.items() if (name not in asks and asks not in name) or not asks
    }
    best = max(others, key=lambda name: others[name], default="")
    if best and (others[best] > 0 or not called):
        return Floor(asks, best, others[best] >= _NAMED, others[best] >= _TOLD)
    titled = [name for name in called if len(name.split()) >= _TWO and _is_titled(name)]
    if titled:
        return Floor(asks, titled[0], sure=True)
    offices = [found["who"] for text in texts if (found := _WITH.search(text)) and _is_office(found["who"])]
    return Floor(asks, best or (offices[0] if offices else ""), sure=bool(offices) and not best)


def _persons(texts: Sequence[str]) -> dict[str, int]:
    """Who is named in full, in order, with how much tells that this one answers: more for whom the text
    says to be interviewed, less for of whom it tells anything."""
    known: dict[str, int] = {}
    for number, text in enumerate(texts):
        for one, words in _named(text):
            name = " ".join(one.name)
            before, after = text[: words[one.first].start], text[words[one.last - 1].end :]
            weight = _NAMED * bool(_ASKED.search(before.rstrip() + " "))
            weight += _TOLD * bool(_DESCRIBED.match(after))
            weight += bool(one.role or is_given(one.name[0].lower()))
            if not weight and (len(text) > _PLAIN_HEAD or (number and _DATED.search(text))):
                continue
            known[name] = max(weight, known.get(name, 0))
    return known


def _named(text: str) -> Iterator[tuple[Mention, list[Token]]]:
    words = tokens(text, Span(0, len(text)))
    for one in mentions(words):
        if one.kind == "person" and len(one.name) >= _TWO and not one.possessive:
            yield one, words


def _weight(name: str, called: Sequence[str]) -> int:
    """What it weighs that questions call somebody by a part of this name."""
    return _CALLED * any(one.split()[-1] in name.split() for one in called)


def _asker(texts: Sequence[str], weights: dict[str, int]) -> str:
    """Who is told to have met somebody else that the text names."""
    for text in texts:
        for found in _ASKER.finditer(text):
            if weights.get(found["name"], _CALLED) < _CALLED and len(weights) > 1:
                return found["name"]
    return ""


def _is_titled(name: str) -> bool:
    first = name.split(maxsplit=1)[0].lower().rstrip(".")
    return first in lexicon.HONORIFICS or lexicon.is_role(first)


def _is_office(words: str) -> bool:
    """ "head of the Space Office": who is asked where nobody is named."""
    return any(map(lexicon.is_role, re.split(r" (?:of|for|at)\b", words, maxsplit=1)[0].lower().split()))
