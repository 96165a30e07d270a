"""Members of a joint text: what it tells that one of them alone held: "Norland and Peru voiced doubts"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents import Span
from index.sentences import sentences
from rag.quotes import Statement
from rag.speech.reporting import PLAIN, STATING

_NAME = r"(?:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of|and|the|[A-ZÀ-Þ][\w’'-]*)){0,4}?"
_LIST = re.compile(
    rf"(?:of|between|by|,) (?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME})(?=[,.;:]| (?!of |[A-Z])|$)"
)
_OF_STATE = r"(?:Republic|Kingdom|State|Commonwealth|Principality|Sultanate|Duchy)\sof\s(?:the\s)?"
_PORTFOLIO = re.compile(r"\b(?:[Mm]inisters?|[Ss]ecretar(?:y|ies)) (?:of|for) (?:the )?$")
_HEAD = 900  # characters in which a joint text says who its members are
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_SMALL = frozenset("the of and".split())
# What members of a meeting do besides stating: voice a fear, take the view, draw attention.
_HOLDING = (
    STATING
    | PLAIN
    | frozenset(
        """voiced presented shared offered expressed considered informed outlined briefed introduced reserved
        supported opposed welcomed thanked undertook declared regretted took drew gave put made held asked
        urged called spoke described cited raised backed rejected favoured favored supported dissociated
        associated proposed invited repeated questioned doubted hoped believed felt thought saw
        wished""".split()
    )
)
_BY_NOUN = {
    "took": r"(?:the|a|note|issue|exception|no)\b(?! (?:floor|chair|presidency))",
    "drew": r"(?:the )?(?:attention|a )",
    "gave": r"(?:an?|its|their|notice|assurances?|details)\b",
    "made": r"(?:clear|it clear|the point|a statement|known|an? (?:proposal|appeal|offer|reservation))\b",
    "held": r"(?:that|the view)\b",
    "put": r"(?:forward|on record)\b",
    "saw": r".+\b(?:as|in)\b",
}


def members(speaker: str, text: str) -> tuple[str, ...]:
    """The members of those who speak in a joint text, by its label or its head; () where it lists none."""
    found = _LIST.search(speaker) or _LIST.search(f"by {speaker}")
    if found is None:
        found = _LIST.search(" ".join(text[:_HEAD].split()))
    listed = [_state(part) for part in _AND.split(found["list"])] if found else []
    if found and _PORTFOLIO.search(found.string[: found.start("list")]):
        listed[0] = listed[0].rpartition(" of ")[2].removeprefix("the ")
    return tuple(one for one in listed if one and one.lower() not in _SMALL)


def _state(listed: str) -> str:
    """A member without what kind of state it is: "the Republic of Norland" is Norland in the text."""
    return re.sub(rf"^{_OF_STATE}", "", listed.strip().removeprefix("the "))


def told_of_members(flat: str, span: Span, listed: Sequence[str]) -> Iterator[Statement]:
    """The sentences of a paragraph that tell what some of the members held, and not all of them."""
    if not listed:
        return
    names = "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
    one = rf"(?:{_OF_STATE})?(?:{names})"
    who = re.compile(
        rf"\s*(?:\d+\.\s+)?(?:The\s(?:[\w-]+\s){{0,3}}?(?:Ministers?|Delegations?|Representatives?"
        rf"|Governments?)\sof\s)?(?P<who>(?:[Tt]he\s)?(?:{one})(?:,\s(?:the\s)?(?:{one}))*(?:,?\sand\s(?:the\s)?(?:{one}))?)"
        r"(?:,[^,.]{2,80},)?\s(?:(?:also|however|for (?:its|their) part|in turn|[a-z]+ly)\s){0,2}"
        r"(?P<verb>[a-z]+)(?P<rest>[^\n]*)"
    )
    for sentence in sentences(flat[span.start : span.end]):
        start, end = span.start + sentence.start, span.start + sentence.end
        found = who.match(flat, start, end)
        if found is None or not _holds(found["verb"], found["rest"].strip()):
            continue
        named = " ".join(found["who"].split()).removeprefix("The ").removeprefix("the ")
        if len(_AND.split(named)) < len(listed):
            yield Statement(start, end, named, "reported")


def _holds(verb: str, rest: str) -> bool:
    noun = _BY_NOUN.get(verb)
    return verb in _HOLDING and bool(rest) and (noun is None or re.match(noun, rest) is not None)
