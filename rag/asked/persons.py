"""Whom "he" or "she" is in a conversation: whoever its questions ask for, or name as a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.documents import Span
from rag.asked.limits import Line
from rag.asked.reading import question
from rag.asked.sense import Question
from rag.asked.talk import Talk
from rag.asked.wording import AUXILIARY, BODY_LIKE, ROLE
from rag.speech.cast import gender_of
from rag.speech.given_names import is_given
from rag.speech.names import Mention, mentions
from rag.speech.prose import tokens
from rag.topic import states

HE = re.compile(
    r"(?<![\w'-])(?P<he>he|she|him|his|her|himself|herself|the same (?:person|speaker|man|woman"
    r"|minister))(?![\w'-])"
)
_SEX = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
}
# "Who told her that …?", "Who drove her home?": what owns nothing, for no noun follows.
_WHOM = re.compile(
    r"(?=$|[^\w\s]| (?:that|to|about|in|on|at|by|for|from|with|of|into|after|before|during|when|where|why|how"
    r"|what|who|which|whether|if|because|as|and|or|but|not|so|the|an?|this|these|those|any|some|no|his|its"
    rf"|their|our|my|your|it|him|them|again|then|now|too|there|personally|directly|{AUXILIARY})(?![\w'-])"
    r"|(?: (?:back|out|up|down|off|away|home))+"
    r"(?:$|[^\w\s]| (?:to|from|in|into|at|on|for|after|before|with)\s))"
)
_WHO_IS = re.compile(r"who(?:'s| is| was| exactly is| exactly was) ")
_HOLDER = re.compile(rf"the (?:[\w-]+ ){{0,2}}?(?i:{ROLE})(?: (?:of|for) (?:the )?[A-Z][\w-]*)?")
# A person that a question itself names before the pronoun: "When did the mayor lose his seat?"
_OF_ITS_OWN = re.compile(rf"(?<![\w'-])(?:the|an?|which|what|whose|any|every|each) (?:\S+ ){{0,3}}?{ROLE}")


class _Candidate(NamedTuple):
    """Somebody in an earlier question. sure: there is no doubt that the words name a person."""

    name: str
    mention: Mention | None
    sure: bool


def he_named(line: Line, talk: Talk) -> str | None:
    """The question with the person in place of the pronoun, or None where it may mean another."""
    match = HE.search(line.folded)
    if match is None:
        return None
    who = _meant(_SEX.get(match["he"], ""), talk)
    # "What did Kerry say about his visit?" has its own antecedent.
    alone = question(line.shown, talk.newest)
    whom = HE.fullmatch(alone.topic.lower())  # "How did the minister reply to him?"
    owns_speaker = alone.speaker is not None and not HE.search(alone.speaker.lower())
    if who is None or (not whom and (owns_speaker or _names_own(line, match))):
        return None
    owner = match["he"] == "his" or (match["he"] == "her" and not _WHOM.match(line.folded[match.end() :]))
    ending = ("'" if who.endswith("s") else "'s") if owner else ""
    return line.shown[: match.start()] + who + ending + line.shown[match.end() :]


def _names_own(line: Line, pronoun: re.Match[str]) -> bool:
    before = line.shown[: pronoun.start()]
    return bool(_OF_ITS_OWN.search(line.folded[: pronoun.start()])) or any(
        _fits(_SEX.get(pronoun["he"], ""), one) for one in _persons(before)
    )


def _meant(sex: str, talk: Talk) -> str | None:
    """The person last asked for or named whom a pronoun of this sex can mean; one of an uncommon name
    only where nobody else is named."""
    named = [one for earlier in reversed(talk.earlier) for one in _candidates(earlier)]
    fitting = [one for one in named if one.mention is None or _fits(sex, one.mention)]
    return next((one.name for one in sorted(fitting, key=lambda one: not one.sure)), None)


def _candidates(earlier: Question) -> Iterator[_Candidate]:
    """Whom a question can have meant, whoever was asked for first."""
    speaker = earlier.speaker
    if speaker:
        body = states.forms_of(speaker) or BODY_LIKE.fullmatch(speaker.lower())
        yield _Candidate(speaker, next(iter(_persons(speaker)), None), not body)
    asked_of = bool(_WHO_IS.match(earlier.searched.lower()))
    if asked_of and earlier.topic.startswith("the "):
        yield _Candidate(earlier.topic, None, True)
    for one in _persons(earlier.searched):
        name = " ".join([one.role, *one.name]).strip()
        if name not in (speaker or ""):
            yield _Candidate(name, one, bool(one.role) or is_given(one.name[0].lower()) or asked_of)
    holder = None if asked_of else _HOLDER.match(earlier.topic)
    if holder and earlier.kind == "fact":
        yield _Candidate(holder.group(), None, True)


def _persons(text: str) -> list[Mention]:
    words = tokens(text, Span(0, len(text)))
    return [one for one in mentions(words) if one.kind == "person"]


def _fits(sex: str, one: Mention) -> bool:
    return not sex or gender_of(one.name, one.role) in ("", sex)
