"""Of what a question asks when, where, why or how it is or does something: the bridge, of "When is the bridge
due to be reopened?" and "Why did the bridge close?"."""

from __future__ import annotations

import re

from rag.asked.courtesies import peeled
from rag.asked.issues import issue_of
from rag.asked.limits import Line
from rag.asked.wording import AUXILIARY, BODY_LIKE, PERSON_LIKE, PREDICATE, one_of

# Verbs in the form after "did" or "will", of which most say all by themselves what their subject does.
BARE_VERBS = one_of(
    """act, affect, agree, aim, appear, apply, arrive, ask, become, begin, belong, break, bring, build,
    burn, burst, buy, call, carry, catch, cause, change, charge, choose, claim, close, collapse, come,
    continue, cost, cover, crash, cross, cut, deal, decide, depart, die, differ, disappear, do, drift,
    drop, earn, employ, end, enter, exist, expand, expect, expire, explode, fail, fall, finish, fit,
    flood, flow, fly, form, get, give, go, grow, happen, have, help, hit, hold, hope, include,
    increase, intend, join, keep, land, last, launch, leak, leave, lie, live, look, lose, make,
    matter, mean, meet, melt, merge, miss, move, need, occur, open, operate, originate, own, pass,
    pay, plan, play, pollute, produce, promise, protect, provide, pull, pump, qualify, quit, raise,
    reach, receive, recover, reduce, refuse, reject, remain, reopen, replace, require, resign, resume,
    retire, return, rise, run, sail, save, sell, send, serve, set sail, shrink, shut, sign, sink,
    spend, split, spread, stand, start, stay, stop, strengthen, strike, succeed, suffer, support,
    take, think, try, turn, use, vanish, visit, vote, want, win, work, yield"""
)
_PAST = (
    r"(?:\w{2,}ed|begun|blown|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|found|given|grown"
    r"|held|hit|hurt|kept|known|laid|left|lost|made|meant|met|paid|put|read|rebuilt|run|said|seen|sent|set|shot"
    r"|shut|sold|spent|split|sunk|taken|told|torn|won|written)"
)
_STILL = r"(?:(?:not|really|only|still|already|now|ever|also|first|finally|again|actually) )*"
_ASKS = (
    r"(?:since )?(?:when|where|why|how(?: (?:much|long|old|far|high|big|large|deep|fast|often|many times))?)"
)
_OF_TIME = r"(?:in|on|at|by)? ?(?:what|which) (?:day|date|year|month|time|place|city|town|country)"
_DOES = r"(?:did|does|do|will|would|can|could|shall|should|may|might|must)"
_IS = r"(?:is|are|was|were|has|have|had)"
_SUBJECT = re.compile(
    rf"(?P<asks>(?:{_ASKS}|{_OF_TIME}) )?(?:"
    rf"{_DOES}(?:n't)? (?P<does>[^,]+?) {_STILL}(?:be(?:en)?|{BARE_VERBS})"
    rf"|{_IS}(?:n't)? (?P<is>[^,]+?) {_STILL}(?:(?:due |going |set |likely |supposed |expected |planned"
    rf" |scheduled |meant |bound |about )?to (?:be|have)|(?:due|going|set|likely|supposed|expected|planned"
    rf"|scheduled|meant|bound|about) to|being|been|{_PAST}|{PREDICATE})"
    r")(?![\w'-]).*"
)
_DETERMINER = re.compile(r"(?:the|an?|this|that|these|those|his|her|its|their|our) ")
# What is none, or ends with a word that goes on: "the plan to | open".
_NO_SUBJECT = re.compile(
    r"(?:it|he|she|they|you|we|i|there|this|that|these|those|one|people)"
    rf"|.* (?:to|of|the|an?|and|or|for|in|on|at|by|with|from|{AUXILIARY})"
)


def subject_of(asked: str, *, whether: bool = False) -> str | None:
    """What does something, or is something, as a question has it; None where its words do not tell.

    whether: also where it asks only whether it does so.
    """
    line = peeled(Line.of(asked))
    found = _SUBJECT.fullmatch(line.folded)
    if found is None or not (found["asks"] or whether):
        return None
    subject = line.part(*found.span("does" if found["does"] else "is"))
    if _NO_SUBJECT.fullmatch(subject.folded):
        return None
    acts = found["does"] and (PERSON_LIKE.fullmatch(subject.folded) or BODY_LIKE.fullmatch(subject.folded))
    if acts or (whether and not found["asks"] and issue_of(asked) and not found["is"]):
        return None  # what they do is spoken of: "the council's decision to sell the mill"
    named = _DETERMINER.match(subject.folded)
    return subject.shown[0].lower() + subject.shown[1:] if named else subject.shown
