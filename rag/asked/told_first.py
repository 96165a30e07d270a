"""What is told before it is asked who said it: "A minister apologised for the delay. Which one was it?"."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.wording import ASKING, AUXILIARY, BODY, ROLE, SAYING, VOICING

_WHO = re.compile(
    r"(?:and |but )?(?:who|which one|which of them|which)(?: exactly)?(?: (?:was|is) (?:it|that|this"
    r"|he|she))?"
)
_WHO_SAID_SO = re.compile(
    rf"(?:and |but )?who(?: first| actually)? (?:{SAYING}) (?:so|that|this|it) (?P<limit>(?:at|in"
    rf"|during|before|after)\s.+)"
)
_HEARSAY = (
    r"(?:(?:i(?:'m| am) told|i (?:hear|heard|read|think|believe|gather|know|remember)|apparently|supposedly)"
    r"(?: that)?,? )?"
)
_SOMEBODY = re.compile(
    rf"{_HEARSAY}(?:some(?:body|one)|(?:an?|some|one of the) (?P<role>[\w'’-]+(?: [\w'’-]+){{0,3}}?))"
    rf"(?: (?:at|from|in|on|of|with) [^,]+?)?(?: (?:once|even|also))*"
    rf" (?P<did>(?:(?:has|had) (?:once |even |also )?)?(?:{VOICING})(?<!ing)(?: .+)?)"
)
_QUESTION = re.compile(rf"(?:{ASKING}|{AUXILIARY})")


def asked_who(told: str, asked: str) -> str | None:
    """The two as one question: "Which minister apologised for the delay?"; None where they are none."""
    before, line = Line.of(told).part(0), Line.of(asked).part(0)
    somebody = _SOMEBODY.fullmatch(before.folded) if _WHO.fullmatch(line.folded) else None
    if somebody:
        did = before.shown[slice(*somebody.span("did"))]
        role = before.shown[slice(*somebody.span("role"))] if somebody["role"] else ""
        named = re.search(rf"(?<![\w-])(?:{ROLE}|{BODY})$", role.lower())
        return f"Which {role} {did}?" if named else f"Who {did}?"
    said = _WHO_SAID_SO.fullmatch(line.folded)
    if said is None or _QUESTION.match(before.folded):
        return None
    return f"Who said “{before.shown}” {line.shown[said.start('limit') :]}?"
