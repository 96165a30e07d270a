"""Whether a stance has changed: "Have they changed their stance on it?", and what tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.collection import Collection
from rag.asked.limits import Line, subject
from rag.asked.shapes import Reading, bare
from rag.asked.wording import ABOUT, ADVERBS, AUXILIARY, SURELY_ABOUT, one_of
from rag.topic.selection import Evidence

_STANCE = one_of(
    """positions?, stances?, stand, views?, opinions?, attitudes?, line, approach, thinking, tone, language,
    wording, rhetoric, mood, minds?, tune, course, objections?, opposition, support"""
)
_QUALIFIED = rf"(?:(?:basic|official|common|joint|stated|own|original|old|overall|public) )*{_STANCE}"
_CHANGED = one_of(
    """changed?, changing, altered, alter, shift, shifted, shifting, moved?, moving, softened?, softening,
    harden, hardened, hardening, toughened, revised?, reversed?, abandon, abandoned, dropped, drop,
    reconsider, reconsidered, rethought, modified, modify, evolved?, budged?, weaken, weakened, gone back on,
    backed away from, back away from"""
)
_STILL = "(?:still )?(?:the same|unchanged|different)"
_HAVE_CHANGED = (
    re.compile(
        rf"(?:{AUXILIARY}) (?P<who>.+?) {ADVERBS}{_CHANGED} (?:(?:their|its|his|her|the|any) )?{_QUALIFIED}"
        rf" {ABOUT} (?P<topic>.+)"
    ),
    re.compile(
        rf"(?:{AUXILIARY}) (?P<who>.*?)\s?(?<![\w-]){_QUALIFIED}(?: (?:of|by|from) (?P<whose>.+?))? {ABOUT}"
        rf" (?P<topic>.+?) {ADVERBS}(?:been )?(?:{_CHANGED}|{_STILL})(?: at all| much)?"
    ),
)
# Looked for first: few questions end so, and to look for the rest takes long in a long one.
_ENDS = re.compile(rf" (?:{_CHANGED}|{_STILL})(?: at all| much)?$")
_ANYBODY = re.compile(
    r"(?:(?:the|their|there been any change in the|there any change in the|public|overall) ?)*"
)
_WHAT_CHANGED = re.compile(
    rf"what(?:'s|s|(?: (?:has|have|had))?) {ADVERBS}(?:changed|shifted|moved)"
    rf" (?:on|{SURELY_ABOUT}) (?P<topic>.+)"
)
# What tells that a stance is another, or is not.
_TELLS = re.compile(
    r"\b(?:chang|unchanged|alter|shift|revers|soften|harden|reconsider|rethink|rethought|revis|evolv|budg|abandon"
    r"|no longer|the same|as before)",
    re.IGNORECASE,
)
_OF_STANCE = re.compile(
    r"\b(?:positions?|stances?|policy|policies|views?|opinions?|attitudes?|line|approach|minds?|thinking|commitments?"
    r"|support|opposition)\b",
    re.IGNORECASE,
)


def has_changed(line: Line) -> Reading | None:
    """ "Have they changed their stance on eels?": the topic is eels, and a change is asked for.

    "What has changed on eels?" asks for all that was said of them, from which the change is to be seen.
    """
    plainly = _WHAT_CHANGED.fullmatch(line.folded)
    if plainly:
        return Reading("topic", bare(line.part(plainly.start("topic"))).shown)
    before, behind = _HAVE_CHANGED
    match = before.fullmatch(line.folded)
    if match is None and _ENDS.search(line.folded):
        match = behind.fullmatch(line.folded)
    if match is None:
        return None
    found = match.groupdict()
    who = line.part(*match.span("whose" if found.get("whose") else "who"))
    if who.folded.endswith(("'s", "s'")):
        who = who.part(0, len(who.folded) - (2 if who.folded.endswith("'s") else 1))
    speaker, event = (None, None) if _ANYBODY.fullmatch(who.folded) else subject(who)
    topic = bare(line.part(*match.span("topic"))).shown
    return Reading("topic", topic, speaker, event, sought="change")


def telling(evidence: Sequence[Evidence], collection: Collection) -> list[Evidence]:
    """Of what speaks of the topic what says that a stance has changed, or has not; all where nothing does."""
    texts = (collection.text(one.document)[one.span.start : one.span.end] for one in evidence)
    found = [
        one
        for one, text in zip(evidence, texts, strict=True)
        if _TELLS.search(text) and _OF_STANCE.search(text)
    ]
    return found or list(evidence)
