"""Follow-ups made whole from the questions before them: "and about Syria?", "who said that?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag import languages
from rag.courtesies import peeled
from rag.limits import Line, limited, subject
from rag.periods import Period
from rag.reading import Question, question
from rag.wording import (
    ABOUT,
    ASKING,
    AUXILIARY,
    BODY,
    BODY_LIKE,
    DOCUMENTS,
    MEETINGS,
    PERSON_LIKE,
    NAMING,
    NOBODY,
    ROLE,
    VOICING,
    forms,
)

_CONNECTIVE = re.compile(
    r"(?:(?:and|but|or|also|plus|ok|okay|so|then|now|well|same|what|how|same question|same thing|the same|again) ?(?:,|:)?\s?)*?"
    r"(?P<lead>(?:what|how) about|what of|(?:and |the )?same (?:question |thing )?(?:for|about|with)|and|but|or|also|plus|now|then|as for|ok|okay|et|und|y|e)"
    r"(?: (?:what|how) about| also| then| now| again)?(?:[,:]? )(?P<rest>.+)"
)
_INTERJECTION = re.compile(
    r"(?:(?:ok|okay|well|thanks|thank you|great|alright|right|yes|no|i see|got it|cool|hm+|sorry|interesting|good|perfect)[,.!;]?\s+"
    r"(?=(?:and|but|so|what|how|who|when|where|why|did|does|or|also)\b))*"
)
_TRAILING = re.compile(r",? (?:then|too|as well|instead|again|though|also)$")
_AGAIN = re.compile(
    rf"(?:(?:did|do|does|have|has|was|were|is|are) (?:they|he|she|it|there|anyone|anybody|we) (?:say |said |mention |there |add |have )?(?:anything|something|any|more|much)(?: (?:else|more|further))?(?: (?:said|to say|to add|mentioned|about (?:it|that|this)|on (?:it|that|this)))?"
    rf"|(?:tell me |say |show me |give me |know |i want |want )?(?:more|the rest|more details?|some more|a bit more|everything else)(?: (?:about|on) (?:it|that|this|them))?|(?:what|anything|something) (?:else|more)(?: (?:was|has been|is|did they|did he|did she) (?:said|say|mention|mentioned))?(?: (?:about|on) (?:it|that|this|them))?"
    rf"|go on|continue|keep going|elaborate|(?:please )?expand(?: on (?:it|that|this))?|more please|details|further details?|next|and\??|really|are you sure|is that (?:all|it|true|right|so)|exact (?:words|quotes?)|what exactly(?: did they say)?"
    rf"|(?:the )?(?:exact )?(?:quotes?|sources?|words|wording)|what (?:were|are) (?:the|their|his|her) (?:exact )?words|in what words|which words|any more|any others?|others|(?:can you )?repeat(?: that)?|again|say that again|how so|such as|like what|for example|for instance)"
)
_WHO_SAID = re.compile(
    rf"who(?: else| exactly| all)?(?: (?:has|have|had|was|is|else|actually|first|also))*(?: (?:{NAMING})(?: (?:about|of|on|to|for))?(?: (?:so|it|this|that|these|those|them|such a thing|that one|these words|those words))?(?: first)?)?"
)
_BY_WHOM = re.compile(
    r"(?:says who|by whom|who exactly|whose (?:words|view|opinion|statement|quote|position) (?:is|was|are|were) (?:it|that|this|those|these)|who(?:'s| is| was) (?:it|that|this|the speaker|speaking|talking)|who(?: are| were) they)"
)
_WHEN = re.compile(
    rf"(?P<wh>when|where|why|how|since when|what (?:day|date|year|time|place|city)|in (?:what|which) year|on (?:what|which) (?:day|date)|what for|how come|how (?:many|much|often))"
    rf"(?: exactly| not)?(?:'s| (?:{AUXILIARY}))?(?: (?:it|that|this|they|he|she|those|these|the meeting|so))?"
    rf"(?: (?:be|been|happen|happened|say|said|mention|mentioned|take place|held|occur|discuss|discussed|state|announce|announced|stated|talk about|speak about))?(?: (?:so|it|that|this|them))?(?: exactly| first)?"
)
_WHICH_ONES = re.compile(
    rf"(?:in )?(?:which|what) (?:one|ones|of them|of those|of these|(?:{DOCUMENTS}|{MEETINGS}|document|source|file|text|place)s?)(?: (?:is|was|are|were) (?:it|that|this|those)(?: (?:in|from|said in))?)?"
)
_OTHERS = re.compile(
    r"(?:the )?(?:others?|other (?:ones?|sides?|parties|speakers?|documents?|meetings?|ministers?|countries|people)|rest|everyone else|everybody else|anyone else|anybody else|all of them|everyone|everybody|they|them)"
)
_DID_THEY = re.compile(
    r"(?:did|does|do|has|have|had) (?P<who>.+?)(?: (?:say|said|do|comment|speak|talk|respond|react)(?: (?:so|it|that|this|about it|about that|on it|on that|too|as well))?)?"
)
_BEFORE_THAT = re.compile(
    r"(?:(?:the )?(?P<unit>year|month|day|decade) (?:before|earlier)|(?P<before>before|earlier|previously|prior)(?: (?:that|then|this|to that))?|(?P<after>(?:after|later|afterwards|since)(?: (?:that|then|this|on))?|and since)|(?:the )?(?:next|following) (?P<next>year|month|day)|(?:the |a |one )?(?P<later>year|month|day) (?:after|later))"
)

_NOW = re.compile(r"(?:now|today|currently|nowadays|these days|at present|at any time|ever|in general|overall)")

_GENERIC_NOUN = r"(?:topic|subject|issue|matter|question|point|thing|theme|problem|case|one|question|area|claim|statement)s?"
_PRONOUN = re.compile(
    rf"(?<![\w'-])(?:(?:that|this|these|those|the same|the) {_GENERIC_NOUN}|the same(?! \w)|it|this|that|these|those|them)(?=$|[\s,;?.!]*$| (?:up|in|at|during|before|after|since|on|by|from|until|to|with|when|and|or|with|again|too|as|publicly|specifically|explicitly|anywhere|ever|exactly|the) | (?:in|at|during|then|too|again|publicly|ever|there|up)$)"
)
_BEFORE_PRONOUN = re.compile(
    rf"(?<![\w'-])(?:{ABOUT}|{VOICING}|by|with|in|from|behind|without|under|like|than|bring(?:s|ing)?|brought|do|did|"
    + "|".join(
        forms(verb)
        for verb in """support oppose mean call know sign join want like see read make use pay cause cost fund run lead
        approve reject invent win host stop fix solve change end start handle accept need buy sell build write develop
        study review cancel delay pass own break hold attend discover find ban regulate define do understand think
        investigate explain trigger create enforce""".split()
    )
    + r"|saw|won|paid|ran|led|bought|sold|built|wrote|broke|banned|stopped|began)$"
)
_SUBJECT_PRONOUN = re.compile(
    rf"(?P<lead>^(?:(?:{ASKING})(?: \w+)?? )?(?:{AUXILIARY}) )(?P<it>it|that|this|these|those)(?= (?:\w+ed|held|made|done|signed|built|true|legal|new|binding|happen|take place|mean|cost|work|start|begin|end|over|important|possible|about|say|include|affect|go|pass|won|lost|written|worth|apply|called|about|for)(?! (?:that|to|true that))(?: |$))"
)
_ITS = re.compile(
    rf"(?P<lead>^(?:{ASKING}|{AUXILIARY})(?:'s)?(?: (?:{AUXILIARY}|big|many|much|large|high|old|of))* )its(?= )"
)
_HE = re.compile(
    r"(?<![\w'-])(?P<he>he|she|him|his|her|himself|herself|the same (?:person|speaker|man|woman|minister))(?![\w'-])"
)
_THERE = re.compile(
    rf"(?:at|in|during|from) (?:that|the same|this) (?:{MEETINGS}|{DOCUMENTS}|occasion)(?![\w'-])|(?<=\w )there$"
)
_THEN = re.compile(
    r"(?:in |during )?(?:that|the same) (?:year|month|day|period|time|week)$|(?:at that time|back then)$"
)


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation so far: earlier questions, made whole, oldest first, and known speakers."""

    earlier: tuple[Question, ...]
    speakers: frozenset[str] = frozenset()
    newest: str | None = None

    @property
    def last(self) -> Question:
        return self.earlier[-1]

    @property
    def topical(self) -> Question:
        """The last question with a topic, or the last one."""
        return next((one for one in reversed(self.earlier) if one.topic), self.last)

    def knows(self, name: str) -> bool:
        """Whether a name is one that somebody speaks under in this conversation or collection."""
        wanted = name.lower().removeprefix("the ").split()
        known = [one.speaker for one in self.earlier if one.speaker] + sorted(self.speakers)
        return any(
            wanted == one.lower().removeprefix("the ").split()[-len(wanted) :] for one in known if wanted
        )


def resolved(text: str, talk: Talk) -> str | None:
    """The whole question that a follow-up stands for, or None when it already stands by itself."""
    line = Line.of(text).part(0)
    line = line.part(_INTERJECTION.match(line.folded).end())  # type: ignore[union-attr]
    foreign = languages.follow_up(line, languages.read(talk.last.searched))
    if foreign:
        return substituted(talk.last, topic=foreign)
    plain, _ = peeled(line)
    for rule in (_repeated, _asked_who, _asked_when, _asked_which):
        found = rule(plain, talk)
        if found:
            return found
    connective = _CONNECTIVE.fullmatch(line.folded)
    if connective:
        rest = line.part(connective.start("rest"))
        if not _is_whole(rest, connective["lead"]):
            return _fragment(rest, talk)
    if _stands_alone_as_limit(plain, talk):
        return _fragment(plain, talk)
    trailing = _TRAILING.search(plain.folded)
    if trailing and not re.match(rf"(?:{ASKING}|{AUXILIARY})", plain.folded):
        return _fragment(plain.part(0, trailing.start()), talk)
    return _did_they(plain, talk) or _with_pronouns(plain, talk)


# ---------------------------------------------------------------- short questions about the last answer


def _repeated(line: Line, talk: Talk) -> str | None:
    return talk.last.searched if _AGAIN.fullmatch(line.folded) else None


def _asked_who(line: Line, talk: Talk) -> str | None:
    text = re.sub(r"^(?:and|but|so|or) ", "", line.folded)
    if not (_WHO_SAID.fullmatch(text) or _BY_WHOM.fullmatch(text)):
        return None
    last = talk.topical
    if last.kind == "who":
        return last.searched
    return composed(
        replace(last, kind="who", speaker=None), else_=" else" if text.startswith("who else") else ""
    )


def _asked_when(line: Line, talk: Talk) -> str | None:
    match = _WHEN.fullmatch(re.sub(r"^(?:and|but|so|or) ", "", line.folded))
    if match is None:
        return None
    last = talk.topical
    asking = {"what for": "why", "how come": "why", "since when": "since when"}.get(match["wh"], match["wh"])
    asking = re.sub(r"^(?:on |in )?(?:what|which) (?:day|date|year|time)$", "when", asking)
    asking = re.sub(r"^what (?:place|city)$", "where", asking)
    if last.kind == "fact":
        swapped = _swapped("why not" if line.folded.endswith("why not") else asking, last)
        if swapped:
            return swapped
    if asking in ("when", "where") and last.event and not re.search(r" (?:say|said|mention)", line.folded):
        return f"{asking.capitalize()} was {last.event}?"
    if asking.startswith(("how many", "how much")):
        return f"{asking.capitalize()} {last.topic}?"
    who = last.speaker or "they"
    return _asked(f"{asking.capitalize()} did {who} speak about {last.topic}", last)


_NOT = {"will": "won't", "can": "can't", "shall": "shan't"}


def _swapped(asking: str, last: Question) -> str | None:
    """The last fact question with another question word: "When did it open?" → "Where did it open?"."""
    plain = peeled(Line.of(last.searched))[0]
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
        _asked(f"Which documents mention {talk.topical.topic}", talk.topical) if talk.topical.topic else None
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
    he = _HE.search(line.folded)
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
    """Whether words are somebody's name or role and nothing more: "the minister", not "the minister agree"."""
    words = re.sub(r"^(?:the|a|an|mr|ms|mrs|dr)\.? ", "", who.folded).split()
    return (
        len(words) == 1
        or len(words) <= 4
        and (who.shown.istitle() or bool(re.search(rf"(?<![\w-])(?:{ROLE}|{BODY})$", who.folded)))
        or bool(NOBODY.fullmatch(who.folded))
    )


def _is_empty(line: Line) -> bool:
    return bool(
        re.fullmatch(
            r"what (?:did|do|does|have|has) (?:they|he|she|it) (?:say|said|state|mention)(?: exactly)?|what was said",
            line.folded,
        )
    )


def _speaker(who: Line, talk: Talk) -> str | None:
    name, _ = subject(who)
    if _HE.fullmatch(who.folded):
        return next((one.speaker for one in reversed(talk.earlier) if one.speaker), None)
    return name


# ---------------------------------------------------------------- fragments: "and about Syria in 2012?"


def _is_whole(rest: Line, lead: str) -> bool:
    """Whether what follows "and" is a question of its own."""
    if lead.endswith("about") and not re.match(rf"(?:{ASKING})", rest.folded):
        return False
    plain, _ = peeled(rest)
    return bool(re.match(rf"(?:{ASKING}|{AUXILIARY})", plain.folded)) and " " in plain.folded


def _stands_alone_as_limit(line: Line, talk: Talk) -> bool:
    """Whether a question is nothing but a limit, or but a speaker of this conversation."""
    if re.match(rf"(?:{ASKING}|{AUXILIARY})(?: |$)", line.folded):
        return False
    cut = limited(line, talk.newest)
    if not cut.line.folded and (cut.period or cut.event or cut.line.folded != line.folded):
        return True
    return (
        bool(_BEFORE_THAT.fullmatch(line.folded))
        or _OTHERS.fullmatch(line.folded) is not None
        or talk.knows(line.shown)
    )


def _fragment(rest: Line, talk: Talk) -> str:
    """The last question with the part replaced that the fragment names."""
    rest, _ = peeled(rest)
    trailing = _TRAILING.search(rest.folded)
    rest = rest.part(0, trailing.start()) if trailing else rest
    last = talk.topical if talk.topical is not talk.last and not talk.last.topic else talk.last
    other_year = re.fullmatch(r"(?:the )?(\d{4}) ones?", rest.folded)
    if other_year:
        return re.sub(r"(?<!\d)\d{4}(?!\d)", other_year.group(1), last.searched, count=1)
    if _NOW.fullmatch(rest.folded):
        return composed(replace(last, period=None))
    relative = _relative(rest, last)
    if relative:
        return substituted(last, period=relative)
    if _OTHERS.fullmatch(rest.folded):
        return composed(replace(last, speaker=None, event=None))
    cut = limited(rest, talk.newest)
    last = replace(last) if not (cut.period or cut.event) else last
    line = cut.line
    if not line.folded and cut.speaker:
        return _with_speaker(cut.speaker, last)
    if not line.folded:
        return substituted(last, period=cut.period, event=cut.event)
    changed = replace(last, period=cut.period or last.period, event=cut.event or last.event)
    by = re.match(r"(?:by|from|according to) ", line.folded)
    speaker = cut.speaker or (line.part(by.end()).shown if by else None)
    about = re.match(rf"{ABOUT} ", line.folded)
    if not about and not speaker and _is_speaker(line, last, talk):
        speaker = line.shown
    if speaker:
        return _with_speaker(speaker, changed)
    place = re.match(r"(?:in|at|during) (?:the )?(?P<name>\S.*)", line.folded)
    if place and not about:
        return substituted(last, period=cut.period, event=line.part(line.folded.index(" ")).shown)
    topic = line.part(about.end()) if about else line
    return _with_topic(topic, changed, last, about is not None)


def _with_speaker(speaker: str, changed: Question) -> str:
    if changed.kind == "fact":
        return _entity_swapped(Line.of(speaker), changed) or f"What did {speaker} say about {changed.topic}?"
    return composed(replace(changed, kind="topic", speaker=speaker))


def _with_topic(topic: Line, changed: Question, last: Question, about: bool) -> str:
    from_document = question(topic.shown)
    name = from_document.topic if from_document.kind == "topic" and from_document.topic else topic.shown
    if last.kind == "fact" and not about:
        return _entity_swapped(topic, changed) or composed(Question("", "", "topic", name))
    if last.kind == "fact":
        return composed(Question("", "", "topic", name, period=changed.period, event=changed.event))
    return substituted(changed, topic=name, before=last)


def _is_speaker(line: Line, last: Question, talk: Talk) -> bool:
    if talk.knows(line.shown):
        return True
    if PERSON_LIKE.fullmatch(line.folded) and not re.match(r"(?:a|an|any|no) ", line.folded):
        return last.kind != "fact" or last.speaker is not None
    return bool(last.speaker and BODY_LIKE.fullmatch(line.folded))


def _relative(rest: Line, last: Question) -> Period | None:
    """ "before that", "the year after": relative to the last question's period."""
    match = _BEFORE_THAT.fullmatch(rest.folded)
    if match is None or last.period is None:
        return None
    first, final = last.period.first, last.period.last
    if (match["unit"] or match["next"] or match["later"]) == "year" and first and first == final:
        year = str(int(first[:4]) + (-1 if match["unit"] else 1))
        return Period(year, year, f"in {year}")
    if (match["before"] or match["unit"]) and first:
        return Period(None, None, f"before {first}")
    return Period(None, None, f"after {final}") if final and not match["before"] else None


_CAPITAL = r"[A-Z][\w.&-]*(?:['’](?!s\b)\w+)?"
_NAME = re.compile(rf"(?:the )?{_CAPITAL}(?: (?:of |the |and )?(?=[A-Z]){_CAPITAL})*(?P<owner>['’]s?\b)?")


def _entity_swapped(fragment: Line, last: Question) -> str | None:
    """The last fact question about another name: "What is Japan's GDP?" + "South Korea's" ."""
    asked = last.searched.rstrip(" ?.!")
    counted = re.match(r"(?i)how (?:many|much) (\w+)", asked)
    if counted and fragment.shown.islower():
        return asked[: counted.start(1)] + fragment.shown + asked[counted.end(1) :] + "?"
    if not fragment.shown[:1].isupper() and not fragment.folded.startswith("the "):
        return None
    new = re.sub(r"['’]s$", "", fragment.shown)
    names = list(_NAME.finditer(asked, asked.find(" ") + 1))
    if new != fragment.shown:
        names = [name for name in names if name["owner"]] or names
    if not names:
        return None
    match = names[0]
    return asked[: match.start()] + new + (match["owner"] or "") + asked[match.end() :] + "?"


# ---------------------------------------------------------------- pronouns in a question that is otherwise whole


def _with_pronouns(line: Line, talk: Talk) -> str | None:
    shown, changed = line.shown, False
    for rule in (_there_named, _it_named, _he_named):
        new = rule(Line.of(shown), talk)
        if new is not None:
            shown, changed = new, True
    return f"{shown[0].upper()}{shown[1:]}?" if changed else None


def _there_named(line: Line, talk: Talk) -> str | None:
    event = next((one.event for one in reversed(talk.earlier) if one.event), None)
    period = next((one.period for one in reversed(talk.earlier) if one.period), None)
    match = _THERE.search(line.folded)
    if match and event:
        return line.shown[: match.start()] + _at(event) + line.shown[match.end() :]
    match = _THEN.search(line.folded)
    return (
        line.shown[: match.start()] + period.words + line.shown[match.end() :] if match and period else None
    )


def _it_named(line: Line, talk: Talk) -> str | None:
    topic = talk.topical.topic
    if not topic:
        return None
    source = re.match(rf"(?:{AUXILIARY}) (?P<it>it)(?= (?:{NAMING}))", line.folded)
    if source and (talk.last.event or talk.last.speaker):
        return (
            line.shown[: source.start("it")]
            + str(talk.last.event or talk.last.speaker)
            + line.shown[source.end("it") :]
        )
    match = _SUBJECT_PRONOUN.search(line.folded)
    if match:
        event = talk.last.event if re.search(r"(?:held|take place|happen)", line.folded) else None
        return line.shown[: match.start("it")] + (event or topic) + line.shown[match.end("it") :]
    match = _ITS.search(line.folded)
    if match:
        return (
            line.shown[: match.end("lead")]
            + topic
            + ("'" if topic.endswith("s") else "'s")
            + line.shown[match.end() :]
        )
    alone = question(line.shown, talk.newest)
    for match in _PRONOUN.finditer(line.folded):
        # "the law that banned it": a question with its own topic has its own antecedents.
        if alone.kind != "fact" and not _PRONOUN.fullmatch(alone.topic.lower()):
            continue
        if _BEFORE_PRONOUN.search(line.folded[: match.start()].rstrip()):
            return line.shown[: match.start()] + topic + line.shown[match.end() :]
    return None


def _he_named(line: Line, talk: Talk) -> str | None:
    speaker = next((one.speaker for one in reversed(talk.earlier) if one.speaker), None)
    match = _HE.search(line.folded)
    if speaker is None or match is None:
        return None
    # "What did Kerry say about his visit?" has its own antecedent.
    alone = question(line.shown, talk.newest)
    if alone.speaker and not _HE.search(alone.speaker.lower()):
        return None
    owner = match["he"] == "his" or (
        match["he"] == "her" and re.match(r" \w", line.folded[match.end() :]) is not None
    )
    return line.shown[: match.start()] + speaker + ("'s" if owner else "") + line.shown[match.end() :]


# ---------------------------------------------------------------- whole questions


def substituted(
    last: Question,
    *,
    topic: str | None = None,
    period: Period | None = None,
    event: str | None = None,
    before: Question | None = None,
) -> str:
    """The last question's own words with one part replaced, or a plain question where it cannot be found."""
    before = before or last
    changed = replace(
        last, topic=topic or last.topic, period=period or last.period, event=event or last.event
    )
    shown = before.searched.rstrip(" ?.!？。")
    ending = before.searched[len(shown) :] or ("?" if shown.isascii() else "")
    old_period, new_period = before.period, changed.period
    if topic and shown.count(before.topic) != 1 or before.event != changed.event and before.event:
        return composed(changed)
    if topic and before.topic:
        shown = shown.replace(before.topic, topic)
    if changed.event and changed.event != before.event:
        shown = f"{shown} {_at(changed.event)}"
    if new_period and new_period != old_period:
        if old_period and shown.count(old_period.words) == 1:
            shown = shown.replace(old_period.words, _when(new_period))
        else:
            shown = f"{shown} {_when(new_period)}"
    return shown + ending


def composed(parts: Question, else_: str = "") -> str:
    """A plain English question from its parts: "What did Clinton say about Syria in 2012?"."""
    if parts.kind == "who":
        about = f" about {parts.topic}" if parts.topic else ""
        return _asked(f"Who{else_} spoke{about}", parts)
    if parts.kind == "fact":
        return parts.searched
    about = f" about {parts.topic}" if parts.topic else ""
    return _asked(f"What did {parts.speaker or 'they'} say{about}", parts)


def _asked(start: str, limits: Question) -> str:
    event = f" {_at(limits.event)}" if limits.event else ""
    period = f" {_when(limits.period)}" if limits.period else ""
    return f"{start}{event}{period}?"


def _when(period: Period) -> str:
    """The words of a period with a preposition: "2016" → "in 2016"."""
    if not re.match(r"\d|the ", period.words) or re.search(r"[年년]", period.words):
        return period.words
    return f"{'on' if len(period.first or '') == 10 else 'in'} {period.words}"


def _at(event: str) -> str:
    name = event.lower()
    if re.match(r"(?:at|in|during) ", name):
        return event
    return f"at {event}" if re.search(rf"(?:{MEETINGS})s?(?: |$)", name) else f"in {event}"


def history(texts: Sequence[str], speakers: frozenset[str], newest: str | None) -> Talk:
    """Earlier questions made whole in order, so that each follow-up rests on the ones before it."""
    talk = Talk((), speakers, newest)
    for text in texts:
        whole = resolved(text, talk) if talk.earlier else None
        talk = replace(talk, earlier=(*talk.earlier, question(whole or text, newest)))
    return talk
