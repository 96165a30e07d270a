"""Questions for a speaker: "Who said that …?", "Which minister called for …?", "Whose words are …?"."""

from __future__ import annotations

import re

from rag.asked.limits import Line, subject
from rag.asked.shapes import Reading, is_negated, topic_after
from rag.asked.wording import ADVERBS, AUXILIARY, BODY, ROLE, SURELY_ABOUT, VOICING, one_of

_AUXILIARIES = one_of(
    """has, have, had, is, was, are, were, been, being, did, do, does, ever, not, who, that, hasn't,
    haven't, didn't, doesn't, don't, hadn't, will, would, could, can, might, wasn't, isn't, weren't"""
)
_WHO = re.compile(
    rf"(?:who|which (?:of the )?(?:[\w'’.-]+ ){{0,3}}?(?:{ROLE}|{BODY})(?: (?:of|from|in) (?:the )?\w+)?"
    rf"|what (?:(?!{AUXILIARY})[\w'’.-]+ ){{0,2}}?(?:{ROLE}|{BODY})|whoever|which one"
    rf"|(?:(?:all|the|any|every|those|some|an?) )*(?:speakers?|people|persons?|those|everyone|everybody"
    rf"|anyone|anybody|someone|somebody|one|(?:[\w'’-]+ )??(?:{ROLE}|{BODY})) (?:who|that))"
    rf"(?:'s|'d)?(?: else| first| all| of them| exactly)*(?P<aux>(?: {_AUXILIARIES})*) ?{ADVERBS}"
    rf"(?P<verb>{VOICING})(?P<rest>.*)"
)
_BE = r"(?:'s| is| was| were| are| has been| have been| had been)?"
_UTTERANCE = (
    r"(?:words?|phrase|expression|term|statement|remark|comment|claim|point|argument|promise"
    r"|speech|quote|quotation|line|case|accusation|allegation|warning|call|pledge)s?"
)
# Each gives what was said as its group "claim".
_ELSE = (
    rf"(?:who|which \w+){_BE} (?:the (?:first|last|only)(?: one| person| \w+)? to (?P<verb>{VOICING})"
    r"|(?:quoted|cited|reported|recorded)(?: as)?(?: saying)?|on (?:the )?record(?: as)?(?: (?!being"
    r" )[a-z]{2,}ing)?"
    r"|credited with(?: saying)?"
    rf"|behind (?:the|this|that) {_UTTERANCE})(?P<claim>.*)",
    r"who (?:has |have |had )?(?:used|coined|uttered|made|gave|delivered|issued|spoke|came up with) (?:the"
    r"|these|those|this|a|an)?\s?"
    rf"(?:\w+ )?{_UTTERANCE}(?P<claim>.*)",
    r"whose (?:words?|view|opinion|position|statement|quote|quotation|claim|remark|argument|line|comment"
    r"|phrase)s?"
    rf" (?:is|are|was|were)(?: it| this| these| that| the {_UTTERANCE})*(?P<claim>.*)",
    r"who (?:saw|sees|see|regards?|regarded|views?|viewed|considers?|considered|finds?"
    r"|found) (?P<claim>.+ (?:as|in) .+)",
    rf"by whom (?:{AUXILIARY}) (?P<claim>.+?) (?:said|mentioned|raised|brought up|discussed|stated"
    rf"|described|called|proposed)",
    r"(?P<claim>[\"'“«„「].+[\"'”»“」])[\s–—:,.?-]*(?:who (?:said|wrote|uttered|asked)(?: (?:it|that|this"
    r"|so))?|whose words(?: (?:is|are) (?:it|these|they|that))?)",
    r"who (?:has |had |first )?(?:wrote|written|penned|asked)(?: that)?:?"
    r" (?P<claim>[\"'“«„「].+[\"'”»“」])\W*",
    r"(?P<claim>.+) (?:said|mentioned|raised|brought up|discussed|stated|proposed|made) by whom",
)


# "what the guides were saying in May about eels" is what they said: nothing else is, of what "say" wants.
_WHAT_THEY = re.compile(
    rf"what .*?(?<![\w-])(?:say|said|saying|think|thought|thinking|tell|told|telling|claim|promis|argu)[a-z]*"
    rf" (?:(?:.* )?{SURELY_ABOUT}|on|of) "
)


def who_said(line: Line) -> Reading | None:
    """The topic of a who-question is what was said."""
    match = _WHO.fullmatch(line.folded)
    if match and not _asks_a_fact(match) and not _WHAT_THEY.match(line.folded):
        return _who(line, _claim(line.part(match.start("rest")), match["verb"]))
    for pattern in _ELSE:
        match = re.fullmatch(pattern, line.folded)
        if match:
            topic = _claim(line.part(*match.span("claim")), match.groupdict().get("verb") or "say")
            return _who(line, topic) if topic.folded else None
    return None


# "Who on the board objected?", "Which of the trustees said so?", "Has anyone at the ministry backed it? Who?"
_ONE_OF = re.compile(
    r"(?:(?:who|which members?|anyone|anybody|someone|somebody|one|any)(?: else)?"
    r" (?:at|in|on|from|within|inside|among|of)|which of|(?:^|(?<=, ))(?:at|in|on|among|within)) "
    rf"(?P<group>(?:the|his|her|its|their|your|our) (?:(?!{AUXILIARY})[\w'’.&-]+ ){{0,4}}?[\w'’.&-]+)"
    r"(?=,? who|,? ?$|(?: (?:has|have|had|ever|also|even|once|first))*"
    rf" (?:{VOICING}|[a-z]{{2,}}ed|spoke|stood)(?![\w-]))"
)
_GROUP = re.compile(
    rf"(?:.* )?(?:{BODY}|(?:{ROLE})(?<=s)|members|witnesses|trustees|signatories|panellists)"
    r"(?: (?:of|for) .+)?"
)


def group_in(asked: Line) -> str | None:
    """Of whom it is one that is asked for; None for a meeting or a text, which nobody is one of."""
    match = _ONE_OF.search(asked.folded)
    group = asked.part(*match.span("group")) if match else None
    if group is None or subject(group)[1]:
        return None
    named = any(map(str.isupper, group.shown.split(" ", 1)[-1]))
    return group.shown if named or _GROUP.fullmatch(group.folded) else None


def _who(line: Line, topic: Line) -> Reading:
    """Who said this; that he said "we can't wait" denies nothing."""
    frame = line.folded.replace(topic.folded, "") if topic.folded else line.folded
    return Reading("who", topic.shown, sought="person", negated=is_negated(frame))


def _asks_a_fact(match: re.Match[str]) -> bool:
    """Whether the verb is passive ("Who was criticized?") or has its own subject ("Who did it say …")."""
    verb, auxiliaries = match["verb"].split()[0], set(match["aux"].split())
    if {"did", "do", "does"} & auxiliaries:
        return "not" not in auxiliaries
    passive = {"is", "was", "are", "were", "been", "being"} & auxiliaries
    return bool(passive) and not verb.endswith("ing")


# "Who told the panel that …?", "Who complained to the council that …?"
_TELLING = re.compile(
    r"(?:tell|told|warn|assur|remind|promis|complain|explain|admit|confess|argu|say|said|report)"
)
_ADDRESSEE = re.compile(
    r"(?:to |before )?(?!that |it |this )(?:(?:[\w'’.&-]+ ){1,5}?that (?=\S+ \S)|(?:reporters"
    r"|journalists|lawmakers"
    r"|voters|members|mps|senators|councillors|investors|staff|parents|people|us|them|him|her|the"
    r" (?:press|media"
    r"|public|[\w-]+ committee|committee|panel|court|jury|council|inquiry|crowd|audience|house|senate))"
    r" (?=(?:the|an?|it|they|he|she|there|his|her|its|their) \S+ \S))"
)
_YES_TO = re.compile(r"(?:yes|no) to ")
_FIRST = re.compile(r" (?:first|most often|repeatedly)$")


def _claim(rest: Line, verb: str) -> Line:
    """What was said, from the words after "who said"."""
    rest = rest.part(0)
    told = _ADDRESSEE.match(rest.folded) if _TELLING.match(verb) else None
    lead = told or _YES_TO.match(rest.folded)
    first = _FIRST.search(rest.folded)
    rest = rest.part(lead.end() if lead else 0, first.start() if first else None)
    topic, place = topic_after(rest, verb)
    return rest.part(0) if place and not topic.folded else topic
