"""The shapes of an English question: what was said about something, who said it, or a plain fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from rag.limits import Line, subject
from rag.wording import (
    ABOUT,
    ADVERBS,
    ASKING,
    AUXILIARY,
    BODY,
    DECIDING,
    DOCUMENTS,
    MEETINGS,
    NAMING,
    NEGATIONS,
    PERSON_LIKE,
    QUOTED,
    REACTING,
    ROLE,
    SAYING,
    STANCES,
    SURELY_ABOUT,
    VOICING,
)

Kind = Literal["topic", "fact", "who"]
Sought = Literal["person", "date", "place", "number", "reason", "yes or no", "thing"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one frame makes of a question; the fields are those of ``Question``."""

    kind: Kind
    topic: str = ""
    speaker: str | None = None
    event: str | None = None
    sought: Sought | None = None
    negated: bool = False


def read(line: Line) -> Reading:
    """Read a question without its opening courtesies and its limits."""
    for frame in _FRAMES:
        reading = frame(line)
        if reading is not None:
            return reading
    return Reading("topic", bare(line.part(0)).shown)


def bare(topic: Line) -> Line:
    """A topic without what only surrounds it: "the issue of abortion at all" → "abortion"."""
    topic = topic.part(0)
    match = _AROUND.fullmatch(topic.folded)
    if match:
        topic = topic.part(*match.span("topic"))
    quoted = QUOTED.fullmatch(topic.shown)
    return topic.part(1, len(topic.folded) - 1) if quoted else topic


_AROUND = re.compile(
    r"(?:(?:the )?(?:topic|subject|issue|question|matter|theme|idea|notion|concept)s? of )?(?P<topic>.+?)"
    r"(?:,? (?:at all|exactly|specifically|in particular|in detail|too|as well|if any|if anything|instead|anywhere|so far|please"
    r"|or not|and (?:when|why|how|where|who|what)(?: exactly| so| said (?:it|so|that)| did (?:they|he|she) say (?:it|so))?))*"
)


# ---------------------------------------------------------------- the topic after the verb

_FILLER = re.compile(
    rf"(?:(?:anything|something|nothing|much|more|else|a lot|a word|if anything|to say|lots|so far|ever|any|out|up|a thing"
    rf"|{ADVERBS.rstrip('*')})(?![\w'-]),?\s?)+"
)
_OBJECT_VERB = re.compile(
    r"(?:mention|discuss|rais|address|cover|bring|brought|touch|refer|allud|not(?:e|ing)|cit|contain|includ|describ|view|see|saw"
    r"|portray|characteri|interpret|treat|regard|assess|explain|highlight|emphasi|stress|underscore|underline|reiterat|reaffirm"
    r"|deal|judg|evaluat|fram|approach|justif|defend|answer|defin)"
)
_ADDRESSEE = re.compile(
    rf"(?:to|with|before|alongside|at|in|from|by|during|on (?:record|the record|tv|television|camera|air|the phone|stage|twitter|x))"
    rf" (?:[^,]+?)\s(?=(?:{SURELY_ABOUT}|on|of)\s)"
)


def _after(rest: Line, verb: str) -> tuple[Line, str | None]:
    """The topic in what follows a verb of speech, and the place when only a place follows."""
    rest = rest.part(0)
    filler = _FILLER.match(rest.folded)
    if filler:
        rest = rest.part(filler.end())
    about = re.match(rf"{ABOUT}(?![\w'-])", rest.folded)
    to_whom = _ADDRESSEE.match(rest.folded)
    if (
        to_whom
        and (not about or rest.folded.startswith(("to ", "on ")))
        and not verb.startswith(("respond", "react"))
    ):
        rest = rest.part(to_whom.end())
        about = re.match(rf"{ABOUT}(?![\w'-])", rest.folded)
    if about:
        return bare(rest.part(about.end())), None
    place = re.match(r"(?:in|at) (?P<place>(?:the )?\S.*)", rest.folded)
    if place and rest.shown[place.start("place")].isupper():
        return rest.part(0, 0), rest.part(*place.span("place")).shown
    if not _OBJECT_VERB.match(verb):
        later = re.search(rf"(?<![\w-])(?:{SURELY_ABOUT})\s", rest.folded)
        if later:
            return bare(rest.part(later.end())), None
    lead = re.match(r"(?:that|whether|if|with|how|why)(?: |$)", rest.folded)
    return bare(rest.part(lead.end()) if lead and lead.group().strip() in ("that", "with") else rest), None


def _verb(line: Line, verbs: str, form: Callable[[str], bool]) -> tuple[Line, str, Line] | None:
    """Subject, verb and the rest: the first verb of the list, in a fitting form, that has a subject."""
    for match in re.finditer(rf"(?<![\w'-])({verbs})", line.folded):
        before, verb = line.part(0, match.start()), match.group(1)
        rest = line.part(match.end())
        if not before.folded or not form(verb.split()[0]) or _is_noun(before.folded, rest.folded, verb):
            continue
        who = re.fullmatch(rf"(.*?)\s?{ADVERBS}(?:have |has |had )?{ADVERBS}", before.folded + " ")
        return before.part(0, who.end(1)) if who else before, verb, rest
    return None


def _is_noun(before: str, rest: str, verb: str) -> bool:
    """Whether a word that could be a verb is a noun here: "the State Department", "the report says"."""
    if re.search(
        r"(?:^|\s)(?:the|a|an|this|that|these|those|any|no|its|his|her|their|joint|of|\S+'s|\S+s')$", before
    ):
        return True
    return bool(re.match(rf"(?:{SAYING}|{DECIDING}|{NAMING})", rest)) or (
        verb == "state" and rest[:3] == "of "
    )


def _base(verb: str) -> bool:
    return not verb.endswith(("ed", "ing", "es", "said", "spoke", "told")) and (
        not verb.endswith("s") or verb.endswith("ss")
    )


def _participle(verb: str) -> bool:
    return not verb.endswith("s") and verb not in ("say", "speak", "tell", "think", "write")


def _finite(verb: str) -> bool:
    return not verb.endswith("ing")


def _ing(verb: str) -> bool:
    return verb.endswith("ing")


def _form(auxiliary: str) -> Callable[[str], bool]:
    if auxiliary.startswith(("ha",)):
        return _participle
    if auxiliary.startswith(("is", "are", "was", "were", "am")):
        return _ing
    return _base


def _said(who: Line, rest: Line, verb: str, frame: str) -> Reading:
    """A topic question from its subject and what follows the verb."""
    speaker, event = subject(who)
    topic, place = _after(rest, verb)
    return Reading("topic", topic.shown, speaker, event or place, None, negated(frame))


def negated(frame: str) -> bool:
    return bool(NEGATIONS.search(frame))


# ---------------------------------------------------------------- topic frames

_PASSIVE = (
    r"(?:said|stated|mentioned|discussed|written|reported|announced|agreed|decided|recorded|known|on (?:the )?record|claimed"
    r"|promised|noted|published|revealed|documented|brought up|raised|found|talked|concluded|recommended|proposed|disclosed)"
)
_WHAT_WAS_SAID = re.compile(
    rf"(?:what|how much|anything|something|everything|whatever)(?:'s|s| else)? (?:(?:is|was|are|were|has|have|had|been|being|gets|got|that)(?:n't)? )*{ADVERBS}"
    rf"(?P<verb>{_PASSIVE})(?![\w'-])(?P<rest>.*)"
)
_BY = re.compile(r"\s?(?:by|from) (?P<who>.+?)(?=$| (?:about|on|regarding|concerning) )(?P<rest>.*)")


def _what_was_said(line: Line) -> Reading | None:
    match = _WHAT_WAS_SAID.fullmatch(line.folded)
    if match is None:
        return None
    rest = line.part(match.start("rest"))
    if match["verb"] in ("found", "known", "decided", "agreed", "raised", "proposed") and not re.match(
        rf"(?:$|{ABOUT}\s|by\s)", rest.folded
    ):
        return None
    who = Line("", "")
    by = _BY.fullmatch(" " + rest.folded)
    if by:
        start, end = by.span("who")
        who, rest = rest.part(start - 1, end - 1), rest.part(by.start("rest") - 1)
    elif tail := re.search(r" (?:by|from) (?P<who>[^,]+)$", rest.folded):
        if PERSON_LIKE.fullmatch(tail["who"]):
            who, rest = rest.part(*tail.span("who")), rest.part(0, tail.start())
    return _said(who, rest, match["verb"], line.folded[: match.start("rest")])


_WHAT_DID = re.compile(
    rf"(?:what|whatever)(?: else| exactly| specifically| more| things?| all)* (?P<aux>{AUXILIARY}) (?P<rest>.+)"
)


def _what_did_they_say(line: Line) -> Reading | None:
    match = _WHAT_DID.fullmatch(line.folded)
    if match is None:
        return None
    clause = line.part(match.start("rest"))
    to_say = re.fullmatch(r"(?P<who>.+?) (?:have|has|had|got|want(?:ed)?) to say(?P<rest>.*)", clause.folded)
    make_of = re.fullmatch(r"(?P<who>.+?) (?:make|made) of (?P<rest>.+)", clause.folded)
    if to_say or make_of:
        found = to_say or make_of
        assert found is not None
        who, rest = clause.part(*found.span("who")), clause.part(found.start("rest"))
        return _said(who, rest, "say", line.folded[: match.start("rest")])
    fitting = _form(match["aux"])
    split = _verb(clause, SAYING, fitting)
    weak = _verb(clause, DECIDING, fitting)
    if weak and (not split or len(weak[0].folded) < len(split[0].folded)):
        split = (
            weak
            if re.match(
                rf"(?:{SURELY_ABOUT}|on|of|to (?:the )?(?:\w+ )?(?:about|on)|$)(?!\w)", weak[2].folded
            )
            else split
        )
    if split is None:
        return None
    frame = (
        line.folded[: match.start("rest")] + " " + clause.folded[: len(clause.folded) - len(split[2].folded)]
    )
    return _said(split[0], split[2], split[1], frame)


def _what_they_said(line: Line) -> Reading | None:
    """The order of statements: "what Clinton said about Syria", "whether they mentioned it"."""
    match = re.fullmatch(
        r"(?P<lead>what|everything|anything|all|whatever|whether|if|how|the (?:things|words))(?: else| exactly)?(?: that)? (?P<rest>.+)",
        line.folded,
    )
    if match is None or re.match(rf"(?:{AUXILIARY}|about|of|on)\s", match["rest"]):
        return None
    verbs = {"how": REACTING, "whether": NAMING, "if": NAMING}.get(match["lead"], rf"(?:{SAYING}|{DECIDING})")
    split = _verb(line.part(match.start("rest")), verbs, _finite)
    return None if split is None else _said(*split[::2], split[1], line.folded)


def _did_they_mention(line: Line) -> Reading | None:
    match = re.fullmatch(rf"(?P<aux>{AUXILIARY})(?: not)? (?P<rest>.+)", line.folded)
    if match is None:
        return None
    clause = line.part(match.start("rest"))
    frame = match.group()[: match.start("rest")]
    if match["aux"].startswith(("is", "are", "was", "were", "ha")):
        passive = _PASSIVELY.fullmatch(clause.folded)
        if passive:
            return _named(clause, passive, frame + " " + passive["frame"])
        there = _THERE.fullmatch(clause.folded)
        if there:
            return Reading(
                "topic",
                bare(clause.part(there.start("topic"))).shown,
                negated=negated(frame + there["frame"]),
            )
    give = re.fullmatch(
        rf"(?P<who>.+?) (?P<verb>{_HAVE}(?: {_WORDS})?(?: (?:to say|on record|said))?) {ABOUT} (?P<topic>.+)",
        clause.folded,
    )
    if give:
        speaker, event = subject(clause.part(*give.span("who")))
        return Reading(
            "topic",
            bare(clause.part(give.start("topic"))).shown,
            speaker,
            event,
            None,
            negated(frame + give["verb"]),
        )
    split = _verb(clause, NAMING, _form(match["aux"]))
    if split is None:
        return None
    return _said(split[0], split[2], split[1], frame + " " + clause.folded[: -len(split[2].folded) or None])


_WORDS = (
    r"(?:(?:all|any|every|some|other|the|more|a|an|of|its|many|direct|exact|latest|relevant|key|main|specific|public|further|no|few|brief|short|that|recent) )*"
    r"(?:anything|something|nothing|everything|what|statements?|remarks?|comments?|mentions?|references?|quotes?|quotations?"
    r"|evidence|passages?|excerpts?|documents?|articles?|talk|discussions?|coverage|words?|information|info|details?|news"
    r"|material|sources?|texts?|data|opinions?|views?|positions?|stances?|summary|overview|list|timeline|history|question"
    r"|questions|speech(?:es)?|testimony|debate|reactions?|responses?|announcements?|commitments?|promises|report(?:s|ing)?|debates|hints?)"
)
_HAVE = r"(?:have|has|had|got|made?|give|gave|issued?|offer|express|voice|contain|hold|provide|include|release|there)"
_THERE = re.compile(
    rf"(?P<frame>(?:there (?:been |ever )?|we |you |it )?{_WORDS}(?: of {_WORDS})?(?: (?:been|ever|that was|was|were|made|said|in there|given|written|recorded))*)"
    rf" (?:{ABOUT}) (?P<topic>.+)"
)
_RAISED = (
    r"(?:mentioned|discussed|brought up|raised|talked about|addressed|covered|referred to|spoken (?:of|about)|touched on|named"
    r"|cited|included|referenced|noted|on the (?:agenda|record|table)|a (?:topic|subject|theme)|part of the (?:discussion|talks|agenda)"
    r"|commented on|alluded to|debated|reported on|up for discussion|spoken to|in there|in it|alluded to|dealt with|described|quoted)"
)
_PASSIVELY = re.compile(
    rf"(?P<topic>.+?) (?P<frame>(?:(?:being|been|not|ever|also|at all|even|explicitly|specifically|directly|publicly|first|last|actually) )*{_RAISED})(?P<rest>(?:\s.*)?)"
)


def _named(clause: Line, match: re.Match[str], frame: str) -> Reading:
    """ "Was Burma mentioned by Clinton?": what was named and, after "by", who named it."""
    rest = clause.part(match.start("rest"))
    by = re.match(r"by (.+)", rest.folded)
    speaker, event = subject(rest.part(by.start(1))) if by else (None, None)
    place = re.match(r"(?:in|at) (.+)", rest.folded)
    event = event or (rest.part(place.start(1)).shown if place else None)
    return Reading(
        "topic", bare(clause.part(*match.span("topic"))).shown, speaker, event, None, negated(frame)
    )


_STANCE = re.compile(
    rf"(?:what|how)(?:'s|s| is| are| was| were| has been| have been| had been)(?: exactly)? (?P<who>.*?)\s?(?<![\w-]){STANCES}"
    rf"(?: (?:of|by|from) (?P<whose>.+?))? {ABOUT} (?P<topic>.+)"
)
_TAKES = re.compile(
    rf"(?:what|which) (?P<noun>{STANCES}) (?:{AUXILIARY}) (?P<who>.+?) (?:take|have|hold|express|adopt|give|offer|make|issue|taken|taking)"
    rf" {ABOUT} (?P<topic>.+)"
)
_STAND = re.compile(
    rf"(?:where|how) (?:{AUXILIARY}) (?P<who>.+?) (?:stand|standing|come down|come out|land|line up) {ABOUT} (?P<topic>.+)"
)
_NOT_WHOSE = re.compile(
    r"(?:(?:the|a|an|any|their|your|his|her|its|our|official|common|joint|general|current|stated|new|old|latest|main) ?)*"
)


def _stance(line: Line) -> Reading | None:
    """ "What is Japan's position on the islands?" and its relatives."""
    match = _STANCE.fullmatch(line.folded)
    found = match or _TAKES.fullmatch(line.folded) or _STAND.fullmatch(line.folded)
    if found is None:
        return None
    who = line.part(*found.span("who"))
    if match and match["whose"]:
        who = line.part(*match.span("whose"))
    elif _NOT_WHOSE.fullmatch(who.folded):
        who = who.part(0, 0)
    elif who.folded.endswith(("'s", "s'")):
        who = who.part(0, len(who.folded) - (2 if who.folded.endswith("'s") else 1))
    if (
        match
        and not match["whose"]
        and not who.folded
        and re.search(r"\b(?:word|line|take|claim|message|verdict|ruling)s? (?:of|for|to)\b", line.folded)
    ):
        return None
    speaker, event = subject(who)
    return Reading("topic", bare(line.part(found.start("topic"))).shown, speaker, event)


_WHICH_DOCUMENTS = re.compile(
    rf"(?:(?:in|at|during|from) )?(?P<which>which|what|how many|how often|how many times|how frequently|where|when|since when)(?P<many> times)?"
    rf"(?: (?:\d{{4}} )?(?:of (?:the|these|those|your) )?(?P<noun>(?:[\w'’-]+ ){{0,4}}?(?:{DOCUMENTS}|{MEETINGS}|documents?|sources?|files?|records?|texts?|pages?|ones?|passages?|sentences?|people)s?))?"
    rf"(?P<noun2> (?:of|by|from) [\w'’ -]+?)? (?P<clause>.+)"
)


def _which_documents(line: Line) -> Reading | None:
    """ "Which documents mention Gaza?", "When was it first mentioned?", "How often did Clinton mention it?"."""
    match = _WHICH_DOCUMENTS.fullmatch(line.folded)
    if match is None:
        return None
    often = (
        match["which"] in ("how often", "how many times", "how frequently", "where", "when", "since when")
        or match["many"]
    )
    if not match["noun"] and not often:
        return None
    clause = line.part(match.start("clause"))
    sought: Sought | None = {"when": "date", "since when": "date", "where": "place"}.get(match["which"])  # type: ignore[assignment]
    inner = _did_they_mention(clause)
    if inner is None and not often:
        split = _verb(
            Line("they " + clause.shown, "they " + clause.folded),
            rf"(?:{NAMING}|{SAYING}|{DECIDING})",
            lambda _: True,
        )
        if split and re.fullmatch(
            rf"they(?: (?:{AUXILIARY}|not|ever|also|that|been|explicitly|specifically|actually))*",
            split[0].folded,
        ):
            inner = replace(
                _said(Line("", ""), split[2], split[1], split[0].folded), negated=negated(split[0].folded)
            )
        silent = re.fullmatch(
            r"(?:(?:is|are|was|were|remain|remained|stay|stayed|keep|kept) )?(?:silent|quiet|mum|nothing) (?:on|about|regarding) (.+)",
            clause.folded,
        )
        have = re.fullmatch(
            rf"(?:(?:{AUXILIARY}) )?(?:{_HAVE}|are|is|were|was|talking|dealing)(?P<n>(?: no| nothing| anything)?)(?: {_WORDS})?(?: to say)? {ABOUT} (?P<t>.+)",
            clause.folded,
        )
        if silent:
            inner = Reading("topic", bare(clause.part(silent.start(1))).shown, negated=True)
        elif have:
            inner = Reading(
                "topic",
                bare(clause.part(have.start("t"))).shown,
                negated=negated(clause.folded[: have.start("t")]),
            )
    return inner and replace(inner, sought=sought)


def _how_did_they_react(line: Line) -> Reading | None:
    match = re.fullmatch(rf"how (?P<aux>{AUXILIARY}) (?P<rest>.+)", line.folded)
    if match is None:
        return None
    clause = line.part(match.start("rest"))
    passive = re.fullmatch(
        r"(?P<topic>.+?) (?:been )?(?P<frame>described|characteri[sz]ed|discussed|received|covered|portrayed|viewed|seen|framed|addressed|referred to|presented|treated"
        r"|talked about|spoken (?:of|about)|mentioned|assessed|regarded|reported|explained|justified)(?P<rest>(?:\s.*)?)",
        clause.folded,
    )
    if passive and match["aux"].startswith(("is", "are", "was", "were", "ha")):
        return _named(clause, passive, match["aux"])
    split = _verb(clause, REACTING, _form(match["aux"]))
    return None if split is None else _said(split[0], split[2], split[1], match["aux"])


# ---------------------------------------------------------------- who frames

_WHO = re.compile(
    rf"(?:who|which (?:of the )?(?:[\w'’.-]+ ){{0,3}}?(?:{ROLE}|{BODY})|what (?:[\w'’.-]+ ){{0,2}}?(?:{ROLE}|{BODY})|whoever|anyone who|someone who)"
    rf"(?:'s)?(?: else| first| all| of them)*(?P<aux>(?: (?:has|have|had|is|was|are|were|been|did|do|does|ever|not|who|that|hasn't|haven't|didn't|doesn't|don't))*) ?{ADVERBS}"
    rf"(?P<verb>{VOICING})(?P<rest>.*)"
)
_WHO_ELSE = re.compile(
    rf"(?:who|which \w+)(?:'s| is| was| were| are| has been| had been)? (?:the (?:first|last|only)(?: one| person| \w+)? to (?P<verb>{VOICING})|(?:quoted|cited|reported)(?: as)?(?: saying)?"
    rf"|on (?:the )?record(?: as)?(?: saying)?|credited with saying|behind the (?:words|quote|quotation|statement|phrase|claim|remark))(?P<rest>.*)"
    rf"|who (?:used|coined|uttered|made|gave|delivered|issued|spoke|wrote|has used|has made|had made) (?:the|these|those|this|a|an)?\s?(?:words?|phrase|expression|term|statement|remark|comment|claim|point|argument|promise|speech|quote|line|case|accusation|allegation|warning|call)s?(?P<rest2>.*)"
    rf"|whose (?:words?|view|opinion|position|statement|quote|quotation|claim|remark|argument|idea|line|comment|belief|phrase)s? (?:is|are|was|were)(?: it| this| these| that| the (?:words|phrase|following))*(?P<rest3>.*)"
    rf"|who (?:saw|sees|see|regards?|regarded|views?|viewed|considers?|considered|finds?|found) (?P<rest4>.+ (?:as|in) .+)"
    rf"|by whom (?:{AUXILIARY}) (?P<rest5>.+?) (?:said|mentioned|raised|brought up|discussed|stated|described|called|proposed)"
    rf"|(?P<rest6>.+) (?:said|mentioned|raised|brought up|discussed|stated|proposed|made) by whom"
)


def _who_said(line: Line) -> Reading | None:
    match = _WHO.fullmatch(line.folded)
    if match is None or _answers_a_fact(match):
        return _who_else(line)
    topic = _claim(line.part(match.start("rest")), match["verb"])
    return Reading("who", topic.shown, sought="person", negated=negated(line.folded))


def _answers_a_fact(match: re.Match[str]) -> bool:
    """Whether the verb is passive ("Who was criticized?") or has its own subject ("Who did it say …")."""
    verb = match["verb"].split()[0]
    auxiliaries = match["aux"].split()
    if {"did", "do", "does"} & set(auxiliaries):
        return "not" not in auxiliaries
    if not verb.endswith("ing") and {"is", "was", "are", "were", "been"} & set(auxiliaries):
        return verb not in ("quoted", "cited")
    return not auxiliaries and bool(re.match(r" (?:him|her|it)?self(?:$| )", match["rest"]))


def _who_else(line: Line) -> Reading | None:
    match = _WHO_ELSE.fullmatch(line.folded)
    if match is None:
        return None
    group = next(
        name for name in ("rest", "rest2", "rest3", "rest4", "rest5", "rest6") if match[name] is not None
    )
    topic = _claim(line.part(*match.span(group)), match["verb"] or "say")
    return Reading("who", topic.shown, sought="person", negated=negated(line.folded))


def _claim(rest: Line, verb: str) -> Line:
    """What was said, from the words after "who said"."""
    topic, place = _after(
        rest, "mention" if re.match(r"(?:call|describ|express|voic|thank|compar)", verb) else verb
    )
    return topic if topic.folded or not place else rest.part(0)


# ---------------------------------------------------------------- phrases without a verb, and facts

_PHRASE = re.compile(
    rf"(?:(?P<words>{_WORDS})(?: (?:that )?(?:is|was|were|are|has been|have been|been))?(?: (?:said|made|mentioned|given|written|issued|recorded|available|there))?"
    rf"(?: (?:by|from|of) (?P<who>[^,]+?))? (?:{ABOUT}|mentioning|discussing|that mentions?|(?:that|which) discuss(?:es)?) (?P<topic>.+))"
    rf"|(?:(?P<owner>.+?)(?:'s|s') (?P<stance>{STANCES}) {ABOUT} (?P<topic2>.+))"
    rf"|(?:(?P<author>{STANCES}|quotes?|speech(?:es)?|words) (?:by|from) (?P<who2>.+))"
    rf"|(?:{STANCES}|summary|overview|mentions?|references?|talk|discussion) {ABOUT} (?P<topic3>.+)"
    rf"|(?:about|on|regarding|concerning|re:?|what about|how about) (?P<topic4>.+)"
)
_NAMED = re.compile(r"(?P<who>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,2}) on (?P<topic>.+)")
_NO_NAME = re.compile(
    r".*(?:order|statement|convention|war|treaty|agreement|act|resolution|declaration|policy|plan|report|conference|commission|committee"
    r"|summit|law|bill|ban|attack|assault|tax|sanctions|protocol|book|debate|position|views?|impact|effects?|action|research|symposium|talks|limits?|charter)s?"
)


def _phrase(line: Line) -> Reading | None:
    """No verb at all: "statements by Japan on semiconductors", "Hillary Clinton on Syria"."""
    line = line.part(0)
    if re.match(rf"(?:{ASKING}|{AUXILIARY})", line.folded) and not re.match(
        r"(?:what|how) about ", line.folded
    ):
        return None
    match = _PHRASE.fullmatch(line.folded)
    if match:
        whose = next(
            (line.part(*match.span(name)) for name in ("who", "owner", "who2") if match[name]), Line("", "")
        )
        about = next(
            (line.part(*match.span(name)) for name in ("topic", "topic2", "topic3", "topic4") if match[name]),
            Line("", ""),
        )
        speaker, event = subject(whose)
        return Reading("topic", bare(about).shown, speaker, event, None, negated(match["words"] or ""))
    match = _NAMED.fullmatch(line.folded)
    if match and (line.part(*match.span("who")).shown.istitle() or PERSON_LIKE.fullmatch(match["who"])):
        if not _NO_NAME.fullmatch(match["who"]):
            return Reading(
                "topic", bare(line.part(*match.span("topic"))).shown, line.part(*match.span("who")).shown
            )
    split = _verb(line, NAMING, _finite)
    if (
        split
        and len(split[0].folded.split()) <= 5
        and not re.search(rf"(?<![\w-]){ABOUT}(?![\w-])", split[0].folded)
    ):
        return _said(split[0], split[2], split[1], line.folded[: -len(split[2].folded) or None])
    return None


_SOUGHT: tuple[tuple[Sought, str], ...] = (
    (
        "person",
        rf"(?:who|whom|whose|who's|whos)(?![\w'])|(?:which|what) (?:[\w'’.-]+ ){{0,2}}?{ROLE}|\w+ whom(?![\w'])",
    ),
    (
        "date",
        r"(?:\w+ )?when(?:'s|s)?(?![\w'])|(?:\w+ )?(?:what|which) (?:exact )?(?:year|date|day|month|time|century|decade|season|quarter)s?(?![\w'])|how (?:soon|recently)(?![\w'])",
    ),
    (
        "place",
        r"(?:\w+ )?where(?:'s|s)?(?![\w'])|(?:\w+ )?(?:what|which) (?:[\w'’.-]+ )?(?:city|country|place|state|town|location|region|venue|continent|village|province|county|island|street|stadium|cities|countries|places|states)(?![\w'])",
    ),
    (
        "number",
        r"(?:\w+ )?how (?:many|much|long|old|far|tall|often|high|big|large|deep|fast|wide|heavy|late|early|likely|strong|close)(?![\w'])"
        r"|(?:\w+ )?(?:what|which)(?:'s| is| was| are| were)? (?:the )?(?:[\w'’.-]+ ){0,3}?(?:percentage|percent|number|share|price|cost|amount|population|rate|size|total|score|distance|length|height|temperature|age|speed|weight|budget|gdp|salary|turnover|revenue|profit|margin|proportion|ratio|fine|sum|value)s?(?![\w'])",
    ),
    (
        "reason",
        r"(?:and )?why(?:'s)?(?![\w'])|how come|what(?:'s| is| was| were| are) the (?:main )?(?:reason|cause|motive|purpose|rationale|justification)s?(?![\w'])|what (?:caused|causes|made|led|prompted|motivated|triggered|drove|explains)|for what reason",
    ),
    ("yes or no", rf"{AUXILIARY}|whether|if "),
    ("thing", rf"{ASKING}"),
)
_LEAD = re.compile(
    rf"(?:(?:\w+ )?(?:who|whom|when|where|why|how|what)(?:'s|s)?(?![\w'])(?: (?:many|much|come|long|often|old)(?![\w']))?|(?:\w+ )?(?:which|what|whose)(?![\w'])(?: (?:exact )?(?:year|date|day|month|time|century|city|country|place|state|town|person|man|woman|reason|number|percentage|proportion|share|amount)(?: of)?(?![\w']))?|{AUXILIARY})(?: (?:{AUXILIARY}))?(?: (?:the reason|it true) that)? "
)


def fact(line: Line) -> Reading | None:
    """Everything else that asks; the topic is the question without its question words."""
    text = line.folded
    sought = next((kind for kind, pattern in _SOUGHT if re.match(pattern, text)), None)
    if sought is None and (
        tail := re.search(
            r"(?<![\w'])(?:what|who|whom|where|when|why|which \w+|how (?:many|much)(?: \w+)?)$", text
        )
    ):
        sought = next((kind for kind, pattern in _SOUGHT if re.match(pattern, tail.group())), "thing")
        return Reading("fact", line.part(0, tail.start()).shown, sought=sought, negated=negated(text))
    if sought is None:
        return None
    lead = _LEAD.match(text)
    topic = line.part(lead.end()) if lead else line
    return Reading("fact", topic.shown, sought=sought, negated=negated(text))


_FRAMES: tuple[Callable[[Line], Reading | None], ...] = (
    _what_was_said,
    _what_did_they_say,
    _what_they_said,
    _stance,
    _which_documents,
    _who_said,
    _did_they_mention,
    _how_did_they_react,
    _phrase,
    fact,
)
