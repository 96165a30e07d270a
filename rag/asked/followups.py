"""Follow-ups made whole from the questions before them: "and about Syria?", "who said that?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.abroad import followups as followups_abroad
from rag.abroad import languages
from rag.asked.courtesies import peeled
from rag.asked.followups_held import asked_of_occasion
from rag.asked.fragments import fragment, is_only_a_limit
from rag.asked.limits import Line, is_body, subject
from rag.asked.matters import matter_of
from rag.asked.persons import HE
from rag.asked.pronouns import with_pronouns
from rag.asked.reading import question
from rag.asked.rephrasing import asked, composed, substituted
from rag.asked.sense import Question
from rag.asked.talk import Talk
from rag.asked.wording import ASKING, AUXILIARY, BODY, DOCUMENTS, MEETINGS, NAMING, NOBODY, ROLE

_CONNECTIVE = re.compile(
    r"(?:(?:and|but|or|also|plus|ok|okay|so|then|now|well|same|what|how|same question|same thing|the same"
    r"|again)(?: ?[,:])?\s?)*?"
    r"(?P<lead>(?:what|how) about|what of|(?:and |the )?same (?:question |thing )?(?:for|about|with)|and"
    r"|but|or|also|plus|now|then|as for|ok|okay|et|und|y|e)"
    r"(?: (?:what|how) about| also| then| now| again)?(?:[,:]? )(?P<rest>.+)"
)
_INTERJECTION = re.compile(
    r"(?:(?:ok|okay|well|thanks|thank you|great|alright|right|yes|no|i see|got it|cool|hm+|sorry"
    r"|interesting|good|perfect)[,.!;]?\s+"
    r"(?=(?:and|but|so|what|how|who|when|where|why|did|does|or|also)\b))*"
)
_TRAILING = re.compile(r",? (?:then|too|as well|instead|again|though|also)$")
_AGAIN = re.compile(
    r"(?:(?:did|do|does|have|has|was|were|is|are) (?:they|he|she|it|there|anyone|anybody|we) (?:say |said "
    r"|mention |there |add |have )?(?:anything|something|any|more|much)(?: (?:else|more"
    r"|further))?(?: (?:said|to say|to add|mentioned|about (?:it|that|this)|on (?:it|that|this)))?"
    r"|(?:tell me |say |show me |give me |know |i want |want )?(?:more|the rest|more details?|some more"
    r"|a bit more|everything else)(?: (?:about|on) (?:it|that|this|them))?|(?:what|anything"
    r"|something) (?:else|more)(?: (?:was|has been|is|did they|did he|did she) (?:said|say|mention"
    r"|mentioned))?(?: (?:about|on) (?:it|that|this|them))?"
    r"|go on|continue|keep going|elaborate|(?:please )?expand(?: on (?:it|that|this))?|more please|details"
    r"|further details?|next|and\??|really|are you sure|is that (?:all|it|true|right|so)|exact (?:words"
    r"|quotes?)|what exactly(?: did they say)?"
    r"|(?:the )?(?:exact )?(?:quotes?|sources?|words|wording)|what (?:were|are) (?:the|their|his"
    r"|her) (?:exact )?words|in what words|which words|any more|any others?|others"
    r"|anything|any (?:comments?|quotes?|statements?|remarks?|thoughts|mentions?)"
    r"|(?:can you )?repeat(?: that)?|again|say that again|how so|such as|like what|for example|for instance)"
)
_WHO_SAID = re.compile(
    rf"who(?: else| exactly| all)?(?: (?:has|have|had|was|is|else|actually|first"
    rf"|also))*(?: (?:{NAMING})(?: (?:about|of|on|to|for))?(?: (?:so|it|this|that|these|those|them"
    rf"|such a thing|that one|these words|those words))?(?: first)?)?"
)
_BY_WHOM = re.compile(
    r"(?:says who|by whom|who exactly|whose (?:words|view|opinion|statement|quote|position) (?:is|was|are"
    r"|were) (?:it|that|this|those|these)|who(?:'s| is| was) (?:it|that|this|the speaker|speaking|talking)"
    r"|who(?: are| were) they)"
)
_OF_TIME_OR_PLACE = r"(?P<noun>day|date|year|month|time|place|city|town|country|venue)"
_WHEN = re.compile(
    rf"(?P<wh>when|where|why|how|since when|(?:(?:in|on|at) )?(?:what|which) {_OF_TIME_OR_PLACE}"
    rf"|what for|how come|how (?:many|much|often))"
    rf"(?: exactly| not)?(?:'s| (?:{AUXILIARY}))?(?: (?:it|that|this|they|he|she|those|these|the meeting"
    rf"|so))?"
    rf"(?: (?:be|been|happen|happened|say|said|mention|mentioned|take place|held|occur|discuss|discussed"
    rf"|state|announce|announced|stated|talk about|speak about))?(?: (?:so|it|that|this|them))?(?: exactly"
    rf"| first)?(?: (?:in|on|at))?"
)
_OF_IT = re.compile(r" (?:it|that|this|they|those|these) \w")
_NAMED_FIRST = re.compile(rf"(?:and|but|so) (?P<who>[^,]{{1,40}}), (?P<rest>(?:{ASKING}|{AUXILIARY}) .+)")
# "When was the shed built?", and next: "By whom?"
_DONE = re.compile(
    r"(?:when|where|why|how) (?P<done>(?:was|were|is|are) .+ed\b.*|(?:was|were) .+)", re.IGNORECASE
)
# "Was it said that the shed is old?", and next: "Who said that?"
_CLAIMED = re.compile(
    r"(?:(?:was|is) it|(?:did|has|have) (?:they|anyone|anybody|someone|somebody|he|she)) (?:ever |also )?"
    r"(?:said|say|claim|claimed|state|stated|argued?|suggest(?:ed)?) that (?P<claim>[^?]+)",
    re.IGNORECASE,
)
# "Was that in 2013?", "is that from the Rio meeting?"
_CHECKED = re.compile(
    r"(?:was|is|were|are) (?:that|it|this|those|these|they)(?: all| only| said| also| still)*"
    r" (?P<limit>from (?P<year>\d{4})|(?:in|at|from|during|before|after|since) .+)"
)
# "How many homes are let?", and next "And how many was it in 2019?"
_COUNTED = re.compile(
    rf"how (?:many|much|high|large|big|long)(?: of (?:it|them))? {AUXILIARY}"
    r" (?:it|that|this|they|there|those)(?: be| been)?"
    r" (?P<limit>(?:in|before|after|since|at|during|by|until) .+)"
)
_WHICH_ONES = re.compile(
    rf"(?:in )?(?:which|what) (?:one|ones|of them|of those|of these|(?:{DOCUMENTS}|{MEETINGS}|document"
    rf"|source|file|text|place)s?)(?: (?:is|was|are|were) (?:it|that|this|those)(?: (?:in|from|said in))?)?"
)
_DID_THEY = re.compile(
    r"(?:did|does|do|has|have|had) (?P<who>.+?)(?: (?:say|said|do|comment|speak|talk|respond"
    r"|react)(?: (?:so|it|that|this|about it|about that|on it|on that|too|as well))?)?"
)


def resolved(text: str, talk: Talk) -> str | None:
    """The whole question that a follow-up stands for, or None when it already stands by itself."""
    line = Line.of(text).part(0)
    interjection = _INTERJECTION.match(line.folded)
    line = line.part(interjection.end() if interjection else 0)
    whole = _named_first(line) or _abroad(line, talk)
    if whole:
        return whole
    plain = peeled(line)
    for rule in (_repeated, _asked_who, asked_of_occasion, _asked_when, _asked_how_much, _asked_which):
        found = rule(plain, talk)
        if found:
            return found
    connective = _CONNECTIVE.fullmatch(line.folded)
    if connective:
        rest = line.part(connective.start("rest"))
        if not _is_whole(rest, connective["lead"]):
            # "What about '?" names nothing.
            return fragment(rest, talk) if any(map(str.isalnum, rest.folded)) else None
    checked = _CHECKED.fullmatch(plain.folded) if talk.last.kind != "fact" else None
    counted = _COUNTED.fullmatch(plain.folded) if talk.last.sought == "number" else None
    checked = checked or counted
    limit = plain.part(checked.start("limit")) if checked else plain
    if checked and checked.groupdict().get("year"):
        limit = Line.of(f"in {checked['year']}")
    if checked or is_only_a_limit(plain, talk):
        return fragment(limit, talk)
    trailing = _TRAILING.search(plain.folded)
    if trailing and not re.match(rf"(?:{ASKING}|{AUXILIARY})", plain.folded):
        return fragment(plain.part(0, trailing.start()), talk)
    return _did_they(plain, talk) or with_pronouns(plain, talk)


def _named_first(line: Line) -> str | None:
    """ "And Cho, what did he say about the strike?" needs no earlier question."""
    named = _NAMED_FIRST.fullmatch(line.folded)
    rest = line.part(*named.span("rest")) if named else None
    he = HE.search(rest.folded) if rest else None
    if named is None or rest is None or he is None or he["he"] not in ("he", "she"):
        return None
    return f"{rest.shown[: he.start()]}{line.shown[slice(*named.span('who'))]}{rest.shown[he.end() :]}"


def _abroad(line: Line, talk: Talk) -> str | None:
    last = talk.last
    before = languages.read(last.searched)
    topic = followups_abroad.new_topic(line, before)
    if topic is None:
        return followups_abroad.with_speaker(line, last.speaker)
    named = last.speaker is not None and last.searched.count(last.speaker) == 1
    if named and last.speaker is not None and followups_abroad.is_new_speaker(topic, before):
        return last.searched.replace(last.speaker, topic)
    return substituted(last, topic=topic)


def history(texts: Sequence[str], speakers: frozenset[str], newest: str | None) -> Talk:
    """Earlier questions made whole in order, so that each follow-up rests on the ones before it."""
    talk = Talk((), speakers, newest)
    for text in texts:
        whole = resolved(text, talk) if talk.earlier else None
        talk = replace(talk, earlier=(*talk.earlier, question(whole or text, newest, speakers)))
    return talk


def _is_whole(rest: Line, lead: str) -> bool:
    """Whether what follows "and" is a question of its own."""
    if lead.endswith("about") and not re.match(rf"(?:{ASKING})", rest.folded):
        return False
    plain = peeled(rest)
    return bool(re.match(rf"(?:{ASKING}|{AUXILIARY})", plain.folded)) and " " in plain.folded


def _repeated(line: Line, talk: Talk) -> str | None:
    return talk.last.searched if _AGAIN.fullmatch(line.folded) else None


def _asked_who(line: Line, talk: Talk) -> str | None:
    text = re.sub(r"^(?:and|but|so|or) ", "", line.folded)
    if not (_WHO_SAID.fullmatch(text) or _BY_WHOM.fullmatch(text)):
        return None
    last = talk.topical
    if last.kind == "who":
        return last.searched
    if claimed := _CLAIMED.match(last.searched):
        return f"Who said that {claimed['claim'].strip()}?"
    done = _DONE.match(last.searched) if last.kind == "fact" and text.startswith("by ") else None
    if done:
        return f"By whom {last.searched[done.start('done') :]}"
    if last.kind == "fact" and re.match(ASKING, last.searched.lower()):
        return f"Who said {last.searched[0].lower()}{last.searched[1:]}"
    return composed(
        replace(last, kind="who", speaker=None), else_=" else" if text.startswith("who else") else ""
    )


def _asked_when(line: Line, talk: Talk) -> str | None:
    match = _WHEN.fullmatch(re.sub(r"^(?:and|but|so|or) ", "", line.folded))
    last = talk.topical
    there = last.topic.startswith("there ")
    # "Is there a plan to …?", and next "When was it announced?", asks when the plan was.
    if match is None or (there and _OF_IT.search(match.group())):
        return None
    asking = {"what for": "why", "how come": "why", "since when": "since when"}.get(match["wh"], match["wh"])
    if match["noun"]:
        asking = "when" if match["noun"] in ("day", "date", "year", "month", "time") else "where"
    says = re.search(r" (?:say|said|mention)", line.folded) is not None
    if last.kind == "fact" and not says:
        swapped = _swapped("why not" if line.folded.endswith("why not") else asking, last)
        if swapped:
            return swapped
        if asking in ("when", "where") and matter_of(last).startswith("the "):
            return f"{asking.capitalize()} was {matter_of(last)}?"
    dated = last.event if last.event and not is_body(last.event) else None
    if asking in ("when", "where") and dated and not says:
        return f"{asking.capitalize()} was {dated}?"
    if asking.startswith(("how many", "how much")):
        return f"{asking.capitalize()} {matter_of(last).removeprefix('the ') if there else last.topic}?"
    who = last.speaker or "they"
    about = matter_of(last) if last.kind == "fact" else last.topic
    return asked(f"{asking.capitalize()} did {who} speak about {about}", last)


_HOW_MUCH = re.compile(r"(?:and |but |so )?(?P<how>(?:by|for|to|at|in) (?:how|what|which)(?: [a-z]+){1,2})")


def _asked_how_much(line: Line, talk: Talk) -> str | None:
    """ "Will the toll rise?", and next "By how much?"."""
    last = talk.topical
    asked_how = _HOW_MUCH.fullmatch(line.folded)
    plain = peeled(Line.of(last.searched))
    if asked_how is None or last.kind != "fact" or re.match(AUXILIARY, plain.folded) is None:
        return None
    return f"{asked_how['how'].capitalize()} {plain.shown[0].lower()}{plain.shown[1:].rstrip(' ?.!')}?"


_NOT = {"will": "won't", "can": "can't", "shall": "shan't"}


def _swapped(asking: str, last: Question) -> str | None:
    """The last fact question with another question word: "When did it open?" → "Where did it open?"."""
    plain = peeled(Line.of(last.searched))
    auxiliary = re.match(AUXILIARY, plain.folded)
    if asking == "why not" and auxiliary:
        denied = _NOT.get(auxiliary.group(), f"{auxiliary.group()}n't")
        return f"Why {denied}{plain.shown[auxiliary.end() :]}?"
    match = re.match(rf"(?:when|where|why|how)(?= {AUXILIARY})", plain.folded)
    if match:
        return asking.capitalize() + plain.shown[match.end() :] + "?"
    if asking in ("when", "where", "why", "how") and auxiliary:
        return f"{asking.capitalize()} {plain.shown[0].lower()}{plain.shown[1:]}?"
    return None


def _asked_which(line: Line, talk: Talk) -> str | None:
    if not _WHICH_ONES.fullmatch(re.sub(r"^(?:and|but|so|or) ", "", line.folded)):
        return None
    return (
        asked(f"Which documents mention {talk.topical.topic}", talk.topical) if talk.topical.topic else None
    )


def _did_they(line: Line, talk: Talk) -> str | None:
    """ "Did Clinton?", "What did Clinton say?": another speaker, the topic kept."""
    last = talk.topical
    match = _DID_THEY.fullmatch(line.folded)
    if match and last.kind != "fact" and _is_name(line.part(*match.span("who"))):
        who = line.part(*match.span("who"))
        return composed(
            replace(last, kind="topic", speaker=_speaker(who, talk) or last.speaker, event=last.event)
        )
    alone = question(line.shown, talk.newest)
    if (
        alone.kind == "fact"
        or alone.topic
        or not last.topic
        or (alone.event and alone.speaker)
        or not (alone.speaker or alone.period or alone.event or alone.kind == "who" or _is_empty(line))
    ):
        return None
    if alone.kind == "who":
        return composed(
            replace(
                last,
                kind="who",
                speaker=None,
                period=alone.period or last.period,
                event=alone.event or last.event,
            )
        )
    he = HE.search(line.folded)
    return composed(
        replace(
            last,
            kind="topic",
            speaker=alone.speaker
            or (last.speaker if he or not re.search(r"\bthey\b", line.folded) else None),
            period=alone.period or last.period,
            event=alone.event or last.event,
        )
    )


def _is_name(who: Line) -> bool:
    """Whether words are somebody's name or role and nothing more: "the minister",
    not "the minister agree"."""
    words = re.sub(r"^(?:the|a|an|mr|ms|mrs|dr)\.? ", "", who.folded).split()
    return (
        len(words) == 1
        or (
            len(words) <= 4
            and (who.shown.istitle() or bool(re.search(rf"(?<![\w-])(?:{ROLE}|{BODY})$", who.folded)))
        )
        or bool(NOBODY.fullmatch(who.folded))
    )


def _is_empty(line: Line) -> bool:
    return bool(
        re.fullmatch(
            r"what (?:did|do|does|have|has) (?:they|he|she|it) (?:say|said|state|mention)(?: exactly)?"
            r"|what was said|who said what",
            line.folded,
        )
    )


def _speaker(who: Line, talk: Talk) -> str | None:
    name, _ = subject(who)
    if HE.fullmatch(who.folded):
        return next((one.speaker for one in reversed(talk.earlier) if one.speaker), None)
    return name
