"""What a question asks to have been done, and whether a sentence tells of it: that it was done, or that it is
still to be."""

from __future__ import annotations

import re
from functools import lru_cache

from index.words import STOP_WORDS, stem_of
from rag.fact.persons import is_somebody_in
from rag.fact.signals import irregular

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DID = re.compile(r"\bdid(?:n['’]t)?\b", re.IGNORECASE)
# "to be closed", "would be closed"; "did they plan to close": what was done is the planning.
_TO_COME = re.compile(
    r"\b(?:will|would|shall|should|could|can|may|might|must|to)\b|['’](?:ll|d)\b", re.IGNORECASE
)
_ASKS_DONE = re.compile(r"\b(?:did|was|were|has|have|had)\b", re.IGNORECASE)
# Of these it is told that something was done in many ways, and they tell little.
_LIGHT = frozenset(
    map(
        stem_of, "say said tell told be have do did get got make made give take go come put ask speak".split()
    )
)
# Before a verb: what it tells of is still to be done, or is only wished for.
_YET = re.compile(
    r"(?:\b(?:will|would|shall|may|might|whether to|(?:is|are|was|were|due|expected|scheduled|set|ready"
    r"|about|going|plan(?:s|ned|ning)?|hop(?:e[sd]?|ing)|want(?:s|ed|ing)?|wish(?:es|ed)?|intend(?:s|ed|ing)?"
    r"|promis(?:e[sd]?|ing)|aim(?:s|ed|ing)?|appl(?:y|ies|ied)|applications?|bids?|requests?|requested"
    r"|threaten(?:s|ed)?|prepar(?:e[sd]?|ing)|seek(?:s|ing)?|sought) to)|['’]ll)"
    r"\s+(?:not\s+|then\s+|also\s+|soon\s+|be\s+|have to\s+)*\Z",
    re.IGNORECASE,
)

# Who is at the head of something is told by an office as by a verb: "its chief executive, Ann Bell".
_ASKS_LEADER = re.compile(
    r"\bwho(?:['’](?:s|ll)|\s(?:is|was|will(?: be)?))?\s(?:(?:currently|now|the)\s)*"
    r"(?:(?:boss|head|leader|chief)\s(?:of|at)\b|in charge of\b"
    r"|(?:runs?|ran|running|heads?|headed|heading|leads?|led|leading|chairs?|chaired|chairing)\b"
    r"(?!\s(?:for|by|to)\b))",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"\b(?:led|run|headed|chaired) by\b")
# "President Bell" is of a state, and is named for anything; "the union's president, Ann Bell" leads it.
_LEADER = re.compile(
    r"\b(?:chief|director|president|heads?|leader|leads|chairs?|chair(?:man|woman|person)"
    r"|boss|runs|governor|commissioner|superintendent|principal|manager|in charge of)\b"
    r"|\b(?:Chief|Director|President|Head|Leader|Chair(?:man|woman|person)?|Governor|Manager) (?:of|at)\b"
    r"|\b(?:CEO|Chief Executive)\b"
)


def asks_leader(question: str) -> bool:
    """Whether it is asked who is at the head of something: who runs, heads, leads or chairs it."""
    return _ASKS_LEADER.search(question) is not None


def is_told_of(question: str, sentence: str) -> bool:
    """Whether a sentence holds as a verb what a question asks to have been done: "brought", where it is asked
    what somebody did bring; or names somebody and an office, where it is asked who leads."""
    if asks_leader(question) and _names_leader(question, sentence):
        return True
    wanted = _deeds(question)
    return any(_base(word) in wanted for word in _WORD.findall(sentence) if _is_past(word))


def _names_leader(question: str, sentence: str) -> bool:
    if _LED_BY.search(sentence):
        return True
    return _LEADER.search(sentence) is not None and is_somebody_in(sentence, question)


def is_still_to_come(question: str, sentence: str) -> bool:
    """Whether a sentence tells of what is asked to have been done only that it is to be: how they voted is
    not told by "they would vote on 3 May"."""
    if not _ASKS_DONE.search(question) or _TO_COME.search(question):
        return False
    wanted = _deeds(question)
    told = [found for found in _WORD.finditer(sentence) if _base(found.group()) in wanted]
    yet = [found for found in told if _YET.search(sentence, 0, found.start())]
    return bool(yet) and not any(_is_past(found.group()) for found in told if found not in yet)


@lru_cache(maxsize=256)
def _deeds(question: str) -> frozenset[str]:
    """The stems of the verbs that may say what was done: after "did" any word may be one."""
    did = _DID.search(question)
    words = _WORD.findall(question[did.end() :] if did else question)
    chosen = (word for word in words[0 if did else 1 :] if word.islower() and word not in STOP_WORDS)
    verbs = {_base(word) for word in chosen if (did and not _is_past(word)) or (not did and _is_past(word))}
    return frozenset(verbs - _LIGHT)


def _is_past(word: str) -> bool:
    return word.lower().endswith("ed") or stem_of(word) in irregular()


def _base(word: str) -> str:
    stem = stem_of(word)
    return irregular().get(stem, stem)
