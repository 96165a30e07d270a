"""Follow-ups on what is held on some day: "when is it?", "where will it be held?", "who is coming?"."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.matters import matter_of
from rag.asked.sense import Question
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
_WHOM = "(?:(?! (?:at|in|during|to|when|where) )[^,])+"
_COMING = re.compile(
    r"who(?: all| else)?(?P<comes>(?:'s| is| are| was| were| will be)(?: (?:all|also|else))?"
    r" (?:going|coming|invited|there|present|attending|hosting|organi[sz]ing|opening|running|chairing"
    r"|taking part in)|(?: will| would| is going to)? (?:attend|host|organi[sz]e|open|run|chair"
    r"|take part in)(?:s|ed)?|(?: (?:all|else))?(?: (?:came|went|took part|turned up|showed up)"
    rf"|(?: was| were) sent| (?:represent(?:s|ed)|stood in for) {_WHOM}))"
    rf"(?: (?:to )?(?:it|that|there))?(?P<whose> (?:for|from|on behalf of) {_WHOM})?"
)
_JOINT = dict.fromkeys(("going", "coming", "invited"), "to")  # others at it, where it limits as well
_NO_JOINT = re.compile(r".*(?:attend|host|organi[sz]|open|runn?|chair|part in)(?:s|es|ed|e|ing)?")
_DEFINITE = re.compile(r"the (?!question: )")
_HELD = re.compile(
    r"(?P<noun>the [^,]+?)(?: (?:first|last|next|going to|supposed to|due to|to|be|being|been))*"
    r" (?:held|hosted|opened|convened|take place|taking place|took place|happen|start|begin|end)(?: .*)?"
)
# "Where did Bell meet Dahl?", and next: "Who came for Norway?"
_MET = re.compile(
    rf"(?:when|where|why|how) (?:{AUXILIARY}) (?P<who>[^,]+?) (?:meet|met|gather|convene|confer|hold"
    rf" talks|sit down)"
    r"(?: (?:with )?(?P<whom>(?!(?:in|at|on|to|for|with|again|there|next|last|first)(?![\w-]))[^,]+?))?"
    r"(?: (?:in|at|on|to|for|again|next|last|first)(?![\w-]).*)?"
)


def asked_of_occasion(line: Line, talk: Talk) -> str | None:
    """The whole question, where the last one was for what was said of such an occasion, or a fact of it."""
    last = talk.topical
    occasion = _occasion(last)
    if not occasion:
        return None
    lead = _AND.match(line.folded)
    plain = line.part(lead.end() if lead else 0)
    when, coming = _WHEN.fullmatch(plain.folded), _COMING.fullmatch(plain.folded)
    if when and last.kind != "fact":
        start, end = when.span("it")
        return f"{plain.shown[0].upper()}{plain.shown[1:start]}{occasion}{plain.shown[end:]}?"
    if coming is None:
        return None
    comes = plain.shown[slice(*coming.span("comes"))].removesuffix(" there")
    whose = plain.shown[slice(*coming.span("whose"))].strip() if coming["whose"] else ""
    joint = "" if _NO_JOINT.fullmatch(coming["comes"]) else _JOINT.get(coming["comes"].split()[-1], "at")
    return " ".join(filter(None, (f"Who{comes}", whose, joint, f"{occasion}?")))


def _occasion(last: Question) -> str:
    """What is held that the last question was about; of a fact what it calls known, or where somebody met."""
    held = _HELD.fullmatch(last.topic) if last.kind == "fact" else None
    topic = held["noun"] if held else matter_of(last) if last.kind == "fact" else last.topic
    if _OCCASION.fullmatch(topic.lower()) and (last.kind != "fact" or _DEFINITE.match(topic)):
        return topic
    asked = Line.of(last.searched).part(0)
    met = _MET.fullmatch(asked.folded) if last.kind == "fact" else None
    if met is None:
        return ""
    sides = [asked.shown[slice(*met.span(name))] for name in ("who", "whom") if met[name]]
    return f"the meeting of {' and '.join(sides)}"
