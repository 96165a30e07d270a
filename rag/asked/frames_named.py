"""Phrases without a verb that name a speaker and a topic, or what somebody does: "Ann Bell on the pier",
"Bell and Cho on the reef", "the mayor's plan to cut fares"."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.shapes import Reading, bare
from rag.asked.wording import PERSON_LIKE, one_of
from rag.speech.lexicon import PARTICLES

_NAMED = re.compile(r"(?P<who>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,2}) on (?P<topic>.+)")
_NO_NAME = re.compile(
    r".*"
    + one_of(
        """order, statement, convention, war, treaty, agreement, act, resolution, declaration, policy,
        plan, report, conference, commission, committee, summit, law, bill, ban, attack, assault, tax,
        sanctions, protocol, book, debate, position, views?, impact, effects?, action, research,
        symposium, talks, limits?, charter, dependence"""
    )
    + "s?"
)
_PARTICLE = "|".join(sorted(PARTICLES))
_CAPITAL = rf"[A-Z][\w'’.-]*(?: (?:(?:{_PARTICLE}) )*[A-Z][\w'’.-]*){{0,3}}"
_TOGETHER = re.compile(rf"(?P<who>{_CAPITAL}(?:, {_CAPITAL})*,? (?:and|&) {_CAPITAL}) on (?P<topic>.+)")
_REQUEST = re.compile(
    r"(?:compare|contrast|check|list|explain|search|summari[sz]e|quote|show|find|get|give|need|want|pull|say|tell"
    r"|fetch|read) "
)
# What such a noun is "to", is done: "plans to cut fares"; but "the promise to the islanders".
_DEEDS = (
    one_of(
        """plan, proposal, promise, pledge, vow, offer, threat, bid, attempt, effort, move, decision,
        agreement, plea, refusal, failure, push, drive, campaign, ambition, intention, desire, wish,
        willingness, readiness, resolve, right, duty, order, request, call"""
    )
    + "s?"
)
_NO_PREPOSITION = r"(?!(?:about|on|of|from|by|to|for|in|at|with|over|regarding)(?![\w-]))[\w'’.&-]+"
_DEED = re.compile(
    rf"(?:{_NO_PREPOSITION} ){{0,5}}?(?<![\w-]){_DEEDS}(?: (?:of|by)(?: {_NO_PREPOSITION}){{1,4}}?)?"
    r" (?:not )?to (?!(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|all|any|some|what|whom"
    r"|which)(?![\w-]))(?P<verb>[a-z-]+)(?: [^,;:?]+)?"
)


def deed_named(line: Line) -> Reading | None:
    """ "The mayor's plan to cut fares": whoever speaks of it."""
    match = _DEED.fullmatch(line.folded)
    is_deed = match and line.shown[match.start("verb")].islower()  # "pledges to Norland" have no verb
    return Reading("topic", bare(line).shown) if is_deed else None


def speaker_on(line: Line) -> Reading | None:
    """ "Ann Bell on the pier": her words, unless what is named is no speaker ("War and Peace on stage")."""
    match = _TOGETHER.fullmatch(line.shown) or _NAMED.fullmatch(line.folded)
    if match is None:
        return None
    alone = match.re is _NAMED and line.part(*match.span("who"))
    if alone and not (alone.shown.istitle() or PERSON_LIKE.fullmatch(alone.folded)):
        return None
    asks = _REQUEST.match(line.folded)
    who = line.part(asks.end() if asks else match.start("who"), match.end("who"))
    if _NO_NAME.fullmatch(who.folded):
        return None
    topic = bare(line.part(match.start("topic"))).shown
    return Reading("topic", topic, who.shown, whole=bare(line).shown)
