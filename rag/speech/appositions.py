"""Names in apposition: "the mayor, | John Smith |, said", "the operator, | Lune Ferries |, said"."""

from __future__ import annotations

import re

from rag.asked.phrases import personal
from rag.speech import reporting as words
from rag.speech.clauses import COMMAS, QUOTE, Sentence
from rag.speech.names import Mention
from rag.speech.subjects import HARD

_DESCRIBED = 5  # words of what somebody is, between a comma and the name
_APPOSING = frozenset("the late retired which who is was called named nicknamed".split())
_NAMING = re.compile(
    r"who (?:(?:goes|went|is going) (?:only )?by (?:the )?(?:name|nickname|alias|nom de guerre)?(?: of)?"
    r"|(?:gave|gives) (?:his|her|their) (?:full |first |last )?name (?:only )?as"
    r"|(?:identified|introduced|introduces) (?:himself|herself|themselves) (?:only )?as"
    r"|calls (?:himself|herself)"
    r"|(?:asked|wanted|agreed) to be (?:identified|named|called) (?:only )?as"
    r"|is (?:only )?known (?:only )?as) ?"
)
_COMPLEMENTING = frozenset("of from for at".split())  # "Smith | of Leeds |"


def named_after_comma(s: Sentence, comma: int) -> Mention | None:
    """The person named in apposition: "the mayor, | John Smith |, …"."""
    if comma >= len(s.words) or s.low[comma] not in COMMAS:
        return None
    spot = comma + 1
    while spot < len(s.words) and _before_apposed(s.low[spot]):
        spot += 1
    spot = _past_description(s, spot)
    mention = s.starts.get(spot)
    if mention is None or mention.kind not in ("person", "name") or mention.possessive:
        return None
    following = s.low[mention.last] if mention.last < len(s.words) else "."
    closing = following in COMMAS or following in HARD or following == QUOTE or mention.last in s.verbs
    return mention if closing else None


def body_after_comma(s: Sentence, comma: int) -> Mention | None:
    """The body named in apposition: "the operator, | Lune Ferries |, …"."""
    if comma >= len(s.words) or s.low[comma] not in COMMAS:
        return None
    mention = s.starts.get(comma + 1 + (s.low[comma + 1 : comma + 2] == ["the"]))
    if mention is None or mention.kind != "body" or mention.possessive or mention.last >= len(s.words):
        return None
    return mention if s.low[mention.last] in COMMAS else None


def apposed_person(s: Sentence, first: int, last: int) -> Mention | None:
    """The person between commas in a long subject: "The union's secretary in Perth, | John Smith |, said"."""
    for spot in range(first + 1, last):
        mention = s.starts.get(spot)
        if mention is None or mention.last > last or mention.kind != "person" or mention.possessive:
            continue
        following = s.low[mention.last] if mention.last < len(s.words) else "."
        comma = spot - 1
        while comma > first and (_before_apposed(s.low[comma]) or s.low[comma].endswith("'s")):
            comma -= 1
        closed = following in COMMAS or following in _COMPLEMENTING or mention.last == last
        if s.low[comma] in COMMAS and closed:
            return mention
    return None


def self_named(s: Sentence, first: int, verb: int) -> Mention | None:
    """Whoever gives a name in a relative clause: "a rebel who goes by the name of | Orlo | said"."""
    for spot in range(first + 1, verb):
        if s.low[spot] != "who":
            continue
        named = next((m for m in s.names if spot < m.first and m.last <= verb), None)
        if named is None or named.kind not in ("person", "name") or named.possessive:
            return None
        return named if _NAMING.fullmatch(" ".join(s.low[spot : named.first])) else None
    return None


def _past_description(s: Sentence, first: int) -> int:
    """ "His neighbour, | retired dinner lady | Ana Reed, …": where the name begins."""
    last = first
    while last < len(s.words) and last - first < _DESCRIBED and s.words[last].word.isalpha():
        if not s.low[last].isalpha() or not s.words[last].word.islower() or s.low[last] in words.PREPOSITIONS:
            break
        last += 1
    named = s.starts.get(last)
    return last if named is not None and named.kind == "person" and personal(s.low[last - 1]) else first


def _before_apposed(word: str) -> bool:
    """Does this word stand between the comma and a name in apposition: "the late", "who is called"?"""
    return word in _APPOSING or word.endswith("-year-old")
