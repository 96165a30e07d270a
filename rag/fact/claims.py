"""Which sentences can be what somebody is asked to have said: they hold the claim, tell of it by the verb that
is asked for, or were read as saying so.

The trained models have seen few such questions: what reads a sentence beside the question speaks for one, and
hardly against one that holds every word of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.words import STOP_WORDS, stem_of, stems
from rag.fact.readings import Reading
from rag.fact.signals import irregular
from rag.questions import Question

_VERB = re.compile(
    r"\W*(?:who|which [\w'’ -]{1,40}?|whoever)(?:['’][sd])?"
    r"(?: (?:else|first|once|also|has|have|had|been|was|is|ever|all|publicly|openly|repeatedly))* (?P<verb>[a-z]+)",
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
_WHOLE, _MOST, _SOME = 0.9, 0.6, 0.4  # of what is asked for
_READ_SO = 2.5  # log-odds of the reader
_RUN, _TELLING = 4, 2  # words of a claim in a row, and those of them that tell


def telling(question: Question, readings: Sequence[Reading]) -> list[Reading]:
    """The readings that may tell who said or did so; where some tell it by the very verb, no others."""
    verb = _verb(question.searched)
    kept = []
    for one in readings:
        by_verb = verb is not None and verb in map(_base, stems(one.text))
        in_a_row = _run(question.topic, one.text)
        sure = one.own >= _WHOLE or in_a_row or (by_verb and one.share >= _WHOLE)
        likely = (by_verb and one.share >= _SOME) or (one.told >= _READ_SO and one.share >= _SOME)
        if sure or likely or (one.share >= _WHOLE and one.told >= -1.0):
            told = max(one.told, 0.0) if sure else one.told
            kept.append((replace(one, told=told, does=by_verb or in_a_row), by_verb and one.share >= _WHOLE))
    if any(exactly for _, exactly in kept):
        return [one for one, _ in kept if one.does or one.own >= _WHOLE]
    return [one for one, _ in kept]


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
    return any(
        len(set(run) - _STOPS) >= _TELLING and f" {' '.join(run)} " in f" {held} " for run in runs
    )


_STOPS = frozenset(map(stem_of, STOP_WORDS))
