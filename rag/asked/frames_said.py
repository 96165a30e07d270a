"""Questions for what was said: "What did Clinton say about Syria?", "What is Japan's position on it?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked.limits import Line, subject
from rag.asked.shapes import (
    NOWHERE,
    Reading,
    bare,
    clause,
    form_after,
    is_finite,
    is_negated,
    said,
)
from rag.asked.wording import (
    ABOUT,
    ADVERBS,
    AUXILIARY,
    BODY_LIKE,
    CLAIMING,
    DECIDING,
    NAMING,
    NOBODY,
    PERSON_LIKE,
    REACTING,
    SAYING,
    STANCES,
    SURELY_ABOUT,
    one_of,
)

_TOLD = one_of(
    """said, stated, mentioned, discussed, written, reported, announced, agreed, decided, recorded, known,
    on (?:the )?record, claimed, promised, noted, published, revealed, documented, brought up, raised,
    found, talked, concluded, recommended, proposed, disclosed, spoken, expressed, asked, argued, given,
    made, heard, presented, offered, provided"""
)
_WHAT_WAS_SAID = re.compile(
    r"(?:what|how much|anything|something|everything|whatever)(?:'s|s| else| exactly| evidence| testimony"
    r"| information| arguments?"
    r"| statements?| comments?| details| promises| commitments| concerns)? "
    rf"(?:(?:is|was|are|were|has|have|had|been|being|gets|got|that)(?:n't)? )*{ADVERBS}"
    rf"(?P<verb>{_TOLD})(?![\w'-])(?P<rest>.*)"
)
_BY = re.compile(r"\s?(?:by|from) (?P<who>.+?)(?=$| (?:about|on|regarding|concerning) )(?P<rest>.*)")
_BY_AT_END = re.compile(r" (?:by|from) (?P<who>[^,]+)$")
# Nobody is quoted as "a parent", but somebody may be as "a spokesman".
_ANYBODY = re.compile(r"an? (?!(?:\w+ )*(?:spokes\w+|official)\b)")
# Said of more than speech: a question for what was said only with "about", "by" or nothing after it.
_MORE_THAN_SPEECH = frozenset(
    """found known decided agreed raised proposed asked published expressed given made heard presented
    offered provided""".split()
)


def what_was_said(line: Line) -> Reading | None:
    """ "What was said about Syria?"."""
    match = _WHAT_WAS_SAID.fullmatch(line.folded)
    if match is None:
        return None
    rest = line.part(match.start("rest"))
    if match["verb"] in _MORE_THAN_SPEECH and not re.match(rf"(?:$|(?:{SURELY_ABOUT}|on|by)\s)", rest.folded):
        return None
    who, frame, whole = NOWHERE, line.folded[: match.start("rest")], ""
    by, at_end = _BY.fullmatch(rest.folded), _BY_AT_END.search(rest.folded)
    if by:
        who, rest = rest.part(*by.span("who")), rest.part(by.start("rest"))
    elif at_end and is_speaker(at_end["who"]):
        # "… about mistakes by the minister": they may be his.
        whole = said(NOWHERE, rest, match["verb"], frame).topic
        who, rest = rest.part(*at_end.span("who")), rest.part(0, at_end.start())
    return replace(said(who, rest, match["verb"], frame), whole=whole)


def is_speaker(who: str) -> bool:
    """Whether what stands behind "by" is who spoke; in "abduction by a parent" it is who did something."""
    return PERSON_LIKE.fullmatch(who) is not None and _ANYBODY.match(who) is None


_WHAT_DID = re.compile(
    r"(?:what|whatever)(?: (?:else|exactly|specifically|more|things?|all|precisely))*"
    rf" (?P<aux>{AUXILIARY}) (?P<rest>.+)"
)
_TO_SAY = re.compile(r"(?P<who>.+?) (?:(?:have|has|had|got|want(?:ed)?) to say|(?:make|made) of)(?P<rest>.*)")
_MATERIAL = re.compile(r"(?:is|are|was|were) .+ made of")  # "What is the shield made of?"
_OPENS_A_TOPIC = re.compile(rf"(?:(?:{SURELY_ABOUT}|on|to (?:the )?(?:\w+ )?(?:about|on))(?!\w)|$)")
_ANSWERS = re.compile(r"(?:answer|respond|repl(?:y|ied|ies)|object|react)")


def what_did_they_say(line: Line) -> Reading | None:
    """ "What did Clinton say about Syria?", "What does Japan want to say on whaling?"."""
    match = _WHAT_DID.fullmatch(line.folded)
    if match is None:
        return None
    inner = line.part(match.start("rest"))
    to_say = _TO_SAY.fullmatch(inner.folded)
    if to_say and not _MATERIAL.match(line.part(match.start("aux")).folded):
        who, rest = inner.part(*to_say.span("who")), inner.part(to_say.start("rest"))
        return said(who, rest, "say", line.folded[: match.start("rest")])
    fits = form_after(match["aux"])
    found, weak = clause(inner, SAYING, fits), clause(inner, DECIDING, fits)
    first = not found or (weak and len(weak[0].folded) < len(found[0].folded))
    answers = weak and _ANSWERS.match(weak[1]) and weak[2].folded.startswith("to ")
    if weak and first and (answers or _OPENS_A_TOPIC.match(weak[2].folded)):
        found = weak
    if found is None:
        return None
    who, verb, rest = found
    return said(who, rest, verb, line.folded[: len(line.folded) - len(rest.folded)])


_LEAD = re.compile(
    r"(?P<lead>what|everything|anything|all|whatever|whether|if|how|the (?:things|words)"
    r"|(?:(?:the|any|all|every) )*(?:passages?|parts?|places?|sections?|sentences?|quotes?|statements?"
    r"|bits?|moments?|documents?|speech(?:es)?|meetings?)"
    r" (?:where|in which|when|at which|of what))(?: else| exactly)?"
    r"(?: that)? (?P<rest>.+)"
)
_INVERTED = re.compile(rf"(?:{AUXILIARY}|about|of|on)\s")
# "What effect does the law have?": with do-support the noun is what is asked for, and no subject.
_DO_SUPPORT = re.compile(r"(?:(?!that |which |who )[\w'’%-]+ ){1,4}(?:do|does|did|don't|doesn't|didn't) ")


def what_they_said(line: Line) -> Reading | None:
    """The order of statements: "what Clinton said about Syria", "whether they mentioned it"."""
    match = _LEAD.fullmatch(line.folded)
    if match is None or _INVERTED.match(match["rest"]):
        return None
    if _DO_SUPPORT.match(match["rest"]):
        return None
    embedded = match["lead"] not in ("what", "how")
    verbs = {"how": REACTING, "whether": NAMING, "if": NAMING}.get(match["lead"], rf"(?:{SAYING}|{DECIDING})")
    found = clause(line.part(match.start("rest")), verbs, is_finite)
    if found is None:
        return None
    who, verb, rest = found
    if not (embedded or _names_somebody(who, verb) or _OPENS_A_TOPIC.match(rest.folded)):
        return None
    return said(who, rest, verb, line.folded[: len(line.folded) - len(rest.folded)])


def _names_somebody(who: Line, verb: str) -> bool:
    """Whether a subject is one: "Clinton", "the court", but not the rest of "what theory best explains …",
    nor "park" in "what park covers …", unless it is a verb that only somebody is the subject of."""
    words = who.folded.split()
    if len(words) > 6 or words[0] in _AMOUNT:
        return False
    if who.shown[0].isupper() or _DETERMINER.match(who.folded):
        return True
    speaks = re.fullmatch(CLAIMING, verb) or PERSON_LIKE.fullmatch(who.folded) or NOBODY.fullmatch(who.folded)
    return len(words) == 1 and bool(speaks)


_AMOUNT = frozenset("many much long old far often high big large soon kind kinds type types".split())
_DETERMINER = re.compile(r"(?:the|a|an|his|her|their|its|our|this|that|these|those|any|each|every|\S+'s?) ")
_STANCE = re.compile(
    rf"(?:what|how)(?:'s|s| is| are| was| were| has been| have been"
    rf"| had been)(?: exactly)? (?!(?:changed|different|new|shifted) in )(?P<who>.*?)\s?(?<![\w-]){STANCES}"
    rf"(?: (?:of|by|from) (?P<whose>.+?))? {ABOUT} (?P<topic>.+)"
)
_TAKES = re.compile(
    rf"(?:what|which) (?:{STANCES}|language|words|terms|tone) (?:{AUXILIARY}) (?P<who>.+?) (?:take|use|used"
    rf"|have|hold|express|adopt|give|offer|make"
    rf"|issue|taken|taking) {ABOUT} (?P<topic>.+)"
)
_STANDS = re.compile(
    rf"(?:where|how) (?:{AUXILIARY}) (?P<who>.+?) (?:stand|standing|come down|come out|land"
    rf"|line up) {ABOUT} (?P<topic>.+)"
)
_CHANGES = re.compile(
    rf"(?:how (?:much )?(?:{AUXILIARY})"
    rf"|what(?:'s)? (?:(?:{AUXILIARY}) )?(?:changed|shifted|is different|is new) in)"
    rf" (?P<who>.*?)\s?(?<![\w-])(?:{STANCES}|wording|language|tone|rhetoric)"
    rf"(?: (?:of|by|from) (?P<whose>.+?))? {ABOUT} (?P<topic>.+?)"
    r"(?: (?:changed?|evolved?|shift(?:ed)?|moved?|develop(?:ed)?|differ(?:ed)?|var(?:y|ied)"
    r"|(?:been )?(?:worded|phrased|put|formulated|expressed|couched)))?(?: (?:over|between|since|after) .+)?"
)
_HAS_TOPIC = re.compile(rf" (?:{SURELY_ABOUT}|on|to|towards?) ")
_OWNED = re.compile(r"(?:their|your|his|her|our)(?: |$)")
_NOT_WHOSE = re.compile(
    r"(?:(?:the|a|an|another|similar|any|their|your|his|her|its|our|official|common|joint|general|current"
    r"|stated|new|old"
    r"|latest|main)"
    r"(?:\s|$))*"
)
# "What is the word for bread?" asks for a fact, unless somebody's words are asked for.
_NO_STANCE = re.compile(
    r"\b(?:word|line|take|claim|message|verdict|ruling|policy|finding)s? (?:of|for|to|against)\b"
)

# "Apex's revenue guidance": the guidance is nobody's words.
_NOBODYS = re.compile(
    r"'s (?:revenue|profit|earnings|sales|margin|dividend|capex|growth|cash flow|production|full-year"
    r"|annual|quarterly)$"
)


# "What are the objections of the union?": whose they are, and not what they are of.
_OF_WHOM = re.compile(
    r"(?:what|which)(?:'s| is| was| were| are)(?: exactly)? (?:the )?(?:[a-z]+ )?"
    r"(?:position|stance|view|opinion|attitude|objection|complaint|demand|concern|argument|remark|comment"
    r"|reaction|response|answer|proposal|repl)(?:s|ies|y)? (?:of|by|from) (?P<who>[^,]+)"
)


def stance(line: Line) -> Reading | None:
    """ "What is Japan's position on the islands?" and its relatives."""
    whose = _OF_WHOM.fullmatch(line.folded)
    named = whose and (PERSON_LIKE.fullmatch(whose["who"]) or BODY_LIKE.fullmatch(whose["who"]))
    if whose and named and not _HAS_TOPIC.search(whose["who"]):
        return Reading("topic", "", *subject(line.part(*whose.span("who"))))
    match = _STANCE.fullmatch(line.folded) or _CHANGES.fullmatch(line.folded)
    found = match or _TAKES.fullmatch(line.folded) or _STANDS.fullmatch(line.folded)
    if found is None:
        return None
    who = line.part(*found.span("who"))
    if re.match(
        r"(?:the )?(?:\w+ )?(?:name|purpose|effect|result|number|title|role|goal|aim"
        r"|cause)s? of ",
        who.folded,
    ):
        return None
    if _NOBODYS.search(who.folded):
        return None
    if match and match["whose"]:
        who = line.part(*match.span("whose"))
    elif _NOT_WHOSE.fullmatch(who.folded):
        if match and not _OWNED.match(who.folded) and _NO_STANCE.search(line.folded):
            return None
        who = NOWHERE
    elif who.folded.endswith(("'s", "s'")):
        who = who.part(0, len(who.folded) - (2 if who.folded.endswith("'s") else 1))
    speaker, event = subject(who)
    return Reading("topic", bare(line.part(*found.span("topic"))).shown, speaker, event)


_HOW = re.compile(rf"how (?P<aux>{AUXILIARY}) (?P<rest>.+)")
_TREATED = re.compile(
    r"(?P<topic>.+?) (?:been )?"
    + one_of(
        """described, characteri[sz]ed, discussed, received, covered, portrayed, viewed, seen, framed,
        addressed, referred to, presented, treated, talked about, spoken (?:of|about), mentioned,
        assessed, regarded, reported, explained, justified"""
    )
    + r"(?P<rest>(?:\s.*)?)"
)


def how_did_they_react(line: Line) -> Reading | None:
    """ "How did the ministers respond to the test?", "How was the budget described?"."""
    match = _HOW.fullmatch(line.folded)
    if match is None:
        return None
    inner = line.part(match.start("rest"))
    treated = _TREATED.fullmatch(inner.folded)
    if treated and match["aux"].startswith(("is", "are", "was", "were", "ha")):
        return named(inner, treated, match["aux"])
    found = clause(inner, REACTING, form_after(match["aux"]))
    return None if found is None else said(found[0], found[2], found[1], match["aux"])


# "How was it received in the first week?": that is no occasion.
_TIME = re.compile(
    r"(?:in|after|before|during|following) (?:the|its|their|his|her) (?:very )?(?:first|last|early|final|next"
    r"|opening|closing|following) (?:few )?(?:hours?|days?|weeks?|months?|years?|half)(?![\w-])"
)


def named(inner: Line, match: re.Match[str], frame: str) -> Reading:
    """ "Was Burma mentioned by Clinton?": what was named and, after "by", who named it."""
    rest = inner.part(match.start("rest"))
    by = re.match(r"by ", rest.folded)
    speaker, event = subject(rest.part(by.end())) if by else (None, None)
    place = re.match(r"(?:in|at(?! all\b)|after|before|during|following) ", rest.folded)
    vague = rest.shown if _TIME.match(rest.folded) else ""
    event = event or (rest.part(place.end()).shown if place and not vague else None)
    topic = bare(inner.part(*match.span("topic")))
    return Reading("topic", topic.shown, speaker, event, None, is_negated(frame), vague=vague)
