"""Follow-ups on what is held on some day: "when is it?", "where will it be held?", "who is coming?"."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.talk import Talk
from rag.asked.wording import AUXILIARY, MEETINGS, NAMING

# Of it, and not of its mention, "when is it?" asks.
_OCCASION = re.compile(
    rf"(?:.* )?(?:{MEETINGS}|launch|opening|election|vote|referendum|games|festival|race|regatta|match|final"
    r"|anniversary|celebration|exercise|drill|strike|march|protest|exhibition|fair|concert|wedding|olympics"
    r"|tournament|cup|championship|mission|flight|expedition|parade|auction|tour|trip)(?:s|es)?"
    r"(?: (?:of|in|at|for|on|between|with|against) .+)?"
)
_AND = re.compile(r"(?:and|but|so|or) ")
_WHEN = re.compile(
    r"(?:when|where|how long|(?:(?:in|on|at) )?(?:what|which) (?:day|date|year|month|time|place|city|town"
    rf"|country|venue))(?: exactly)?(?:'s| {AUXILIARY}) (?P<it>it|that|this)(?! (?:\w+ )?{NAMING})(?: .+)?"
)
_COMING = re.compile(
    r"who(?: all| else)?(?P<comes>(?:'s| is| are| was| were| will be)(?: (?:all|also|else))?"
    r" (?:going|coming|invited|there|present|attending|hosting|organi[sz]ing|opening|running|chairing"
    r"|taking part in)|(?: will| would| is going to)? (?:attend|host|organi[sz]e|open|run|chair"
    r"|take part in)(?:s|ed)?)(?: (?:to )?(?:it|that|there))?"
)
_JOINT = {"there": "at", "present": "at", "going": "to", "coming": "to", "invited": "to"}


def asked_of_occasion(line: Line, talk: Talk) -> str | None:
    """The whole question, where the last one was for what was said of such an occasion."""
    last = talk.topical
    if last.kind == "fact" or not _OCCASION.fullmatch(last.topic.lower()):
        return None
    lead = _AND.match(line.folded)
    plain = line.part(lead.end() if lead else 0)
    when, coming = _WHEN.fullmatch(plain.folded), _COMING.fullmatch(plain.folded)
    if when:
        start, end = when.span("it")
        return f"{plain.shown[0].upper()}{plain.shown[1:start]}{last.topic}{plain.shown[end:]}?"
    if coming is None:
        return None
    comes = coming["comes"].removesuffix(" there")
    joint = _JOINT.get(coming["comes"].split()[-1], "")
    return " ".join(filter(None, (f"Who{comes}", joint, f"{last.topic}?")))
