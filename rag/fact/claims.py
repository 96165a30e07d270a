"""Which sentences can be what somebody is asked to have said: they hold the claim, tell of it by the verb
that is asked for, or were read as saying so.

The trained models have seen few such questions: what reads a sentence beside the question speaks for one, and
hardly against one that holds every word of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.words import STOP_WORDS, stem_of, stems
from rag.fact.deeds import asks_leader
from rag.fact.readings import ENTIRE, Reading
from rag.fact.signals import irregular
from rag.questions import Question

_VERB = re.compile(
    r"\W*(?:who|which [\w'’ -]{1,40}?|whoever)(?:['’][sd])?"
    r"(?: (?:else|first|once|also|has|have|had|been|was|is|ever|all|publicly|openly))* (?P<verb>[a-z]+)",
    re.IGNORECASE,
)
# Of these it is told in many ways, or in none: "I am sorry" promises, warns and tells.
_PLAIN = frozenset(
    map(
        stem_of,
        """say said tell told mention call state speak spoke talk note claim argue think thought believe add
        write wrote name describe express comment remark observe declare announce discuss refer address raise
        have be do make give use find see saw put""".split(),
    )
)
# Minutes tell of what was moved as of a motion.
_NOUNS = {stem_of("move"): stem_of("motion")}
# "Who is the chair who …?", "Which cardinal leads …?": who it is tells more than what was said.
_IS_SOMEBODY = re.compile(
    r"\W*(?:who(?:['’]s|\s+(?:is|was|are|were))\s+(?:the|an?|his|her|its)\b|which\b)", re.I
)
_WHOLE, _MOSTLY, _SOME = 0.9, 0.7, 0.4  # of what is asked for
_SAYS_SO, _PER_SHARE, _LEAST_READ = 3.0, 4.0, -1.0  # log-odds of the reader, and what the words asked for add
_MORE, _NEAR = 0.5, 400  # of what is asked for; characters
_RUN, _TELLING = 4, 2  # words of a claim in a row, and those of them that tell


def telling(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """The readings that may tell who said or did so; where some tell it by the very verb, no others."""
    said = question.kind == "who" and not _IS_SOMEBODY.match(question.searched)
    verb = _verb(question.searched)
    weighed = [_weighed(question.topic if said else "", verb, one) for one in readings]
    if said:
        weighed = [_beside(one, weighed) for one in weighed if not _leans(one, weighed)]
    if not said:
        return _leading(weighed) if asks_leader(question.searched) else weighed
    exact = [one for one in weighed if verb is not None and one.does and one.share >= _WHOLE]
    # Where the whole claim stands in one sentence, a word of it that another lacks tells them apart.
    whole = [one for one in weighed if one.own >= ENTIRE and one.told >= 0]
    likely = [one for one in weighed if _may_say(one)]
    return exact or ([one for one in likely if one.share >= _WHOLE] if whole else likely)


def _leading(readings: Sequence[Reading]) -> list[Reading]:
    """Of the sentences of a document that tells who is at the head of something, those that do."""
    telling_so = {one.passage.document.id for one in readings if one.does}
    return [one for one in readings if one.does or one.passage.document.id not in telling_so]


def _weighed(claim: str, verb: str | None, one: Reading) -> Reading:
    """A reading with what its words tell for it; claim: what was said, where that is asked."""
    held = set(map(_base, stems(one.text)))
    does = verb is not None and (verb in held or _NOUNS.get(verb) in held)
    does = does or (one.does and not claim)
    in_a_row = _run(claim, one.text)
    if in_a_row or (claim and _holds(one)) or (does and one.share >= _WHOLE):
        return replace(one, told=max(one.told, 0.0), does=does or in_a_row)
    if does and max(one.own, one.share) >= _SOME and one.own > 0:
        return replace(one, told=max(one.told, _LEAST_READ), does=True)
    return replace(one, does=does)


def _leans(one: Reading, others: Sequence[Reading]) -> bool:
    """Whether a sentence holds what is asked for only through one that stands near it and holds it: "Yes.",
    before or after "I'll say a prayer"."""
    return not one.does and any(_is_near(one, other) and other.own - one.own >= _MORE for other in others)


def _beside(one: Reading, others: Sequence[Reading]) -> Reading:
    """A reading as likely as what leans on it."""
    leaning = [
        other.told
        for other in others
        if not other.does and _is_near(one, other) and one.own - other.own >= _MORE and other.share >= _WHOLE
    ]
    return replace(one, told=max([one.told, *leaning]))


def _is_near(one: Reading, other: Reading) -> bool:
    same = one.passage.document.id == other.passage.document.id
    return same and abs(one.span.start - other.span.start) <= _NEAR


def _holds(one: Reading) -> bool:
    """Whether a sentence holds all of what is asked for, or most of it and those before it the rest."""
    return one.own >= _WHOLE or (one.own >= _MOSTLY and one.share >= _WHOLE)


def _may_say(one: Reading) -> bool:
    if _holds(one) or (one.does and one.share >= _SOME):
        return True
    read_so = one.share >= _SOME and one.told + _PER_SHARE * one.share >= _SAYS_SO
    return read_so or (one.share >= _WHOLE and one.told >= _LEAST_READ)


def _verb(question: str) -> str | None:
    """The base of the verb that says what was done in saying it, where that is a special one."""
    found = _VERB.match(question)
    verb = _base(stem_of(found["verb"])) if found and found["verb"] not in STOP_WORDS else None
    return None if verb in _PLAIN else verb


def _base(stem: str) -> str:
    return irregular().get(stem, stem)


def _run(claim: str, text: str) -> bool:
    """Whether a text holds several words of a claim in a row."""
    asked, held = stems(claim), " ".join(stems(text))
    runs = (asked[at : at + long] for long in (_RUN, _RUN + 1) for at in range(len(asked) - long + 1))
    return any(len(set(run) - _STOPS) >= _TELLING and f" {' '.join(run)} " in f" {held} " for run in runs)


_STOPS = frozenset(map(stem_of, STOP_WORDS))
