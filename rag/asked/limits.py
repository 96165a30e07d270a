"""What a question limits itself to: a period, a meeting or document, a speaker "according to" whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain

from rag.asked import periods
from rag.asked.periods import Mention, Period
from rag.asked.wording import (
    AUXILIARY,
    BODY_LIKE,
    DOCUMENTS,
    EVENT,
    IN_WRITING,
    MEETING,
    MEETINGS,
    NAMED_WRITING,
    NAMING,
    NOBODY,
    SAYING,
    SURELY_ABOUT,
    VOICING,
    WHICHEVER,
    WRITING,
    folded,
)
from rag.dates import MONTH

_TRIM = " \t,;:.!?-–—()[]、。，？！　"
# Words that cannot stand inside the name of a meeting.
_BREAKS = (
    rf"(?:about|on|at|in|during|from|by|that|say|said|did|does|do|what|who|how|when|where|why|which|any"
    rf"|with|after|before"
    rf"|and what|{SURELY_ABOUT}|{AUXILIARY})(?![\w'-])"
)
# "his speech to Congress", but "from the meeting to the vote"
_TO = (
    r"(?<=speech |ddress |letter |emarks |timony |tement |mation |essage |.email |..memo |idence "
    r"|ission |tation )to(?= )"
)
_WORD = rf"(?:may(?=\s\d)|(?!{_BREAKS})[\w'’.&/-]+)"
# "the talks of Bell, Dahl and Ek"
_LIST = rf"(?:\s(?!{_BREAKS})[\w'’.&-]+){{1,3}},(?=(?:\s(?!{_BREAKS})[\w'’.&-]+,?){{1,6}}\sand\s)"
# "on the earnings call", but "on the summit" something is said.
_ON_CALL = (
    r"(?<!view )(?<!comment )(?<!views )on(?= (?:the|that|this|its|his|her|their|an?|last|yesterday's)"
    r" (?:[\w'’-]+ )??(?:(?:earnings|conference|investors?|analysts?|press|media|phone|results|video) call"
    r"|podcast|webinar)(?![\w'-]))"
    # "What did they ask about on the Lund call?"
    r"|(?:(?<=about )|(?<=say )|(?<=said )|(?<=asked ))on(?= the (?:[\w'’-]+ ){1,2}call(?![\w'-]))"
)
_EVENT = re.compile(
    rf"(?<![\w-])(?:at|during|in|from|after|following|throughout|within|{_ON_CALL})\s"
    rf"(?P<name>(?:{_WORD}\s){{0,8}}?{EVENT}(?:\s(?:of|in|with|between|for|held in|held at|hosted by|{_TO})"
    rf"(?:{_LIST}){{0,4}}(?:\s(?:may(?=\s\d)|(?!{_BREAKS}|{NAMING}|{SAYING})[\w'’.&-]+))+)?)"
)
# "between the hearing in May and the summit": of one and of the other.
_ONE = (
    rf"(?:{_WORD}\s){{0,8}}?{EVENT}(?:\s(?:of|in|with|for|held in|held at|hosted by)"
    rf"(?:\s(?:may(?=\s\d)|(?!and\s|to\s|{_BREAKS}|{NAMING}|{SAYING})[\w'’.&-]+))+)?"
)
_BETWEEN = re.compile(rf"(?<![\w-])(?:between|from)\s(?P<one>{_ONE})\s(?:and|to)\s(?P<other>{_ONE})")
_OF_TWO = re.compile(r"(?:difference|gap|contrast|comparison|link|relation|connection|overlap)s? $")
# "between the Oslo hearing and May 2024"
_DAY = rf"(?:the\s)?(?:(?:\d\d?\s)?{MONTH}(?:\s\d\d?)?,?\s)?(?:1[89]|20)\d\d(?!\w)(?!\s{EVENT})"
_AND_A_DATE = re.compile(
    rf"(?<![\w-])(?:between|from)\s(?:(?P<one>{_ONE})\s(?:and|to)\s(?P<date>{_DAY})"
    rf"|(?P<day>{_DAY})\s(?:and|to)\s(?P<other>{_ONE}))"
)
# "In the piece on the rivals' meeting, what …?", "What of eels is in the report on rivers?"
_SOMETHING = rf" (?:on|{SURELY_ABOUT}) (?:(?! {SURELY_ABOUT} )[^,])+"
_LEAD = rf"(?:the|this|that) (?:(?!{_BREAKS})[\w'’-]+ ){{0,3}}?"
_WRITINGS = rf"{DOCUMENTS}|piece|story|coverage|account"
_TEXT = rf"{_LEAD}(?:{_WRITINGS})s?{_SOMETHING}"
_TEXT_OR_MEETING = rf"{_LEAD}(?:{_WRITINGS}|{MEETINGS})s?{_SOMETHING}"
_ON_SOMETHING = (
    re.compile(rf"(?:in|at|during|from|going by|judging by) (?P<name>{_TEXT_OR_MEETING}), "),
    re.compile(
        rf".+ (?:on|of|{SURELY_ABOUT}) .+ (?:in|from) (?P<name>{_TEXT})$"
        rf"|.+ (?:in|from) (?P<inside>{_TEXT})(?= {SURELY_ABOUT} )"
    ),
)
# "Who will look at the Fish Convention?": it is what is looked at.
_OBJECT_OF = re.compile(
    r"(?<![\w-])(?:(?:look|aim|hint|point|glance|laugh|balk|bristle|shout|marvel|scoff|sneer|wonder)(?:s|ed|ing)?"
    r"|angry|furious|surprised|shocked|annoyed|pleased|delighted|alarmed|appalled|dismayed|disappointed) at $"
    r"|(?<![\w-])(?:(?:withdr[ae]w(?:s|n|ing)?|pull(?:s|ed|ing)? out|benefit(?:s|ed|ing)?|suffer(?:s|ed|ing)?"
    r"|differ(?:s|ed|ing)?|different|depart(?:s|ed|ing)?|excluded|barred|banned|absent) from"
    r"|(?:believe|participate|take part|took part|involved|interested) in) $"
)
_IN_WRITING = re.compile(rf"(?<![\w-])(?:in|from|within)\s(?P<name>(?:{_WORD}\s){{0,8}}?{IN_WRITING})")
_WHICHEVER = re.compile(
    r"(?<![\w-])(?:at|during|in|from|across|throughout|within|among) (?:(?:any|each|every|either|all|some"
    r"|one)(?: of)? )?"
    r"(?:(?:the|these|those|this|your|our|my|that) )?(?:(?:other|available|indexed|uploaded|whole|entire"
    r"|provided|given) )*"
    r"(?:documents?|texts|sources|files|records|collection|corpus|database|archives?|data ?set|articles"
    r"|reports|materials?"
    r"|meetings|transcripts|papers|knowledge base|library|statements|talks|files?|pages|any meeting"
    r"|either meeting)(?![\w'-])"
    r"(?! (?:of|from|by|in|with|between) )"
)
# "from one communiqué to the next": of none of them.
_ONE_TO_THE_NEXT = re.compile(
    r"(?<![\w-])(?:from|between) one (?:[\w'-]+ ){1,4}?(?:to|and) (?:the next|another)(?![\w-])"
)
_NAME = r"(?!(?:what|who|how|when|where|why|which|did|does|is|was|were|are|about) )[\w'’.&-]+"
_ACCORDING = re.compile(
    r"(?:,\s?)?(?<![\w-])(?:according to|in the (?:words|view|opinion|eyes) of|as (?:stated|told|described"
    r"|put|reported) by|(?:^|(?<=, ))(?:going|judging|to judge) (?:by|from)"
    rf"|per) (?P<name>{_NAME}(?: {_NAME})*)(?:,|$)"
)
_WITHIN = re.compile(r"(?:in|during|since|before|after|until|by|over|within|throughout) ")
_SOMEBODY = re.compile(r"[A-Z]|(?:the|his|her|its|their|our|this|that)\s")
_PARTICIPLE = re.compile(
    r"(?:\w+ed|born|built|held|made|begun|taken|given|written|won|lost|sent|shot|struck|hit|brought|sold"
    r"|bought|set|met"
    r"|known|seen|fought|broken|caught|chosen|drawn|driven|found|grown|left|paid|run|sunk|stolen|told|sworn"
    r"|began|took)$"
)
_SPOKEN = re.compile(
    r"(?:said|mentioned|discussed|raised|stated|addressed|talked|spoken|reported|recorded|noted|claimed"
    r"|announced|agreed"
    r"|covered|remarked|emphasized|stressed|commented|referenced|asked|expressed|voiced|declared|condemned"
    r"|published|changed|shifted|moved|evolved|developed|softened|hardened|differed|varied)$"
)
_WANTED = re.compile(
    r"(?<![\w-])(?:want|demand|request|expect|ask|hope|wish)(?:s|ed|ing)?(?: for| more| (?:any|some)thing)? $"
)
# "Who saw a symbol in the first meeting?": the meeting is what they spoke of.
_SEEN_IN = re.compile(r"who (?:saw|sees?|has seen|found|finds) (?:an? )?\S+(?: \S+)? in ")
_COMPLEMENT = re.compile(
    rf"\b(?:{VOICING}|{SAYING})(?: \w+){{0,2}}?(?<! about)(?<! on)(?<! of)(?<! to)(?<! for)(?<! with) that"
    r" (?!about|in|at|meeting|year|day)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """Part of a question as shown and folded, letter for letter."""

    shown: str
    folded: str

    @classmethod
    def of(cls, text: str) -> Line:
        return cls(text, folded(text))

    def part(self, start: int, end: int | None = None) -> Line:
        """The stretch from ``start`` to ``end``, trimmed of punctuation and space around it."""
        end = len(self.folded) if end is None else end
        while start < end and self.folded[start] in _TRIM:
            start += 1
        while end > start and self.folded[end - 1] in _TRIM and not self._abbreviates(start, end):
            end -= 1
        return Line(self.shown[start:end], self.folded[start:end])

    def without(self, start: int, end: int) -> Line:
        """The line with a stretch cut out of it."""
        left, right = self.part(0, start), self.part(end)
        gap = " " if left.folded and right.folded else ""
        return Line(left.shown + gap + right.shown, left.folded + gap + right.folded)

    def join(self, other: Line) -> Line:
        """Both lines, one after the other."""
        return Line(self.shown + other.shown, self.folded + other.folded)

    def _abbreviates(self, start: int, end: int) -> bool:
        """Whether the full stop at the end belongs to "the U.S." or closes a bracket opened inside."""
        tail = self.folded[start:end]
        if tail.endswith(")"):
            return "(" in tail
        return bool(re.search(r"(?:^|[\s.])\w\.$", tail) and re.search(r"\w\.\w\.$", tail))


@dataclass(frozen=True, slots=True)
class Limited:
    """A question with its limits cut out of ``line``."""

    line: Line
    period: Period | None = None
    event: str | None = None
    speaker: str | None = None
    vague: str = ""


def limited(line: Line, newest: str | None) -> Limited:
    """Cut the limits out of a question; ``newest`` is the date that "last year" is relative to."""
    each = _ONE_TO_THE_NEXT.search(line.folded)
    found = _between(_according(Limited(line.without(*each.span()) if each else line)))
    return found if found.event else _at_event(_in_period(found, newest))


# "anybody from the Treasury": its words are asked for.
_ONE_OF = re.compile(
    r"(?:any|some)(?:one|body)(?: else)? (?:from|at|in|on|of|within) (?=(?:the|his|her|its|their) )"
)


def subject(line: Line) -> tuple[str | None, str | None]:
    """Who is asked about, as (speaker, None) or, for a document or meeting, (None, event)."""
    trimmed = line.part(0)
    one_of = _ONE_OF.match(trimmed.folded)
    trimmed = trimmed.part(one_of.end()) if one_of else trimmed
    if not trimmed.folded or (NOBODY.fullmatch(trimmed.folded) and trimmed.shown != "US"):
        return None, None
    named = NAMED_WRITING.fullmatch(trimmed.shown)
    if (
        named
        or WRITING.fullmatch(trimmed.folded)
        or (MEETING.fullmatch(trimmed.folded) and not BODY_LIKE.fullmatch(trimmed.folded))
    ):
        return None, (None if WHICHEVER.fullmatch(trimmed.folded) else trimmed.shown)
    return trimmed.shown, None


_ITS_FIELD = re.compile(r" on .+")  # a committee "on Fisheries" is one


def is_body(name: str) -> bool:
    """Whether what limits a question is a body, before which something was said: "the committee"."""
    plain = _ITS_FIELD.sub("", folded(name))
    if WRITING.fullmatch(plain) or MEETING.fullmatch(plain):
        return False
    return bool(BODY_LIKE.fullmatch(plain))


def is_named_body(name: str) -> bool:
    """Whether it is one by its name: "the Harbour Committee", not "the committee"."""
    return is_body(name) and name.removeprefix("The ") != name.removeprefix("The ").lower()


_DETERMINED = re.compile(
    r"(?:the|this|that|these|those|a|an|its|his|her|their|our|your|any|each|every|all|last|some"
    r"|[\w’'-]+['’]s?) "
)
_NO_OCCASION = re.compile(
    r"(?:the |that |this )?(?:end|beginning|start|same time|order|addition|case|light|face|wake|process"
    r"|middle|name|use"
    r"|absence|presence|number|role|history|terms|field|study of|event of|trial of|record of)(?![\w'-])"
)


def _is_occasion(name: Line) -> bool:
    """Whether a phrase with a word for a meeting or document names one: not "the end of each session"."""
    if _NO_OCCASION.match(name.folded):
        return False
    named = _DETERMINED.match(name.folded) or not name.shown[0].islower()
    return bool(named) or len(name.folded.split()) <= 3


def _according(found: Limited) -> Limited:
    match = _ACCORDING.search(found.line.folded)
    if match is None or _is_rate(found.line, match):
        return found
    speaker, event = subject(found.line.part(*match.span("name")))
    return replace(found, line=found.line.without(*match.span()), speaker=speaker, event=event)


def _between(found: Limited) -> Limited:
    """Limited to both of two occasions, or to one and to a date."""
    line = found.line
    complement = _COMPLEMENT.search(line.folded)
    border = complement.end() if complement else len(line.folded)
    matches = (one.search(line.folded, 0, border) for one in (_BETWEEN, _AND_A_DATE))
    both = next(filter(None, matches), None)
    if both is None or found.event or _OF_TWO.search(line.folded, 0, both.start()):
        return found
    sides = [line.part(*both.span(name)).shown for name, words in both.groupdict().items() if words]
    return replace(found, line=line.without(*both.span()), event=" and ".join(sides))


def _is_rate(line: Line, match: re.Match[str]) -> bool:
    """Whether something is counted "per head"; "per Kerry" and "per the minister" somebody says it."""
    name = line.shown[match.start("name") :]
    return match.group().lstrip(", ").startswith("per ") and not _SOMEBODY.match(name)


def _in_period(found: Limited, newest: str | None) -> Limited:
    line = found.line
    complement = _COMPLEMENT.search(line.folded)
    border = complement.end() if complement else len(line.folded)
    topic = re.search(rf"(?<![\w-])(?:{SURELY_ABOUT}|on|of)\s", line.folded)
    opening = topic.end() if topic else len(line.folded)
    limits = [
        mention
        for mention in periods.mentions(line.folded, newest)
        if mention.start < border and not _describes(line.folded, mention, opening)
    ]
    certain = [mention for mention in limits if mention.period]
    if certain:
        # Two dates: one says when they spoke, the other belongs to what they spoke about.
        chosen = next((mention for mention in certain if mention.start < opening), certain[-1])
        limits = [mention for mention in limits if mention.period is None or mention is chosen]
    period, vague = None, ""
    for mention in reversed(limits):
        words = line.shown[mention.start : mention.end].strip(_TRIM)
        if mention.period:
            period = replace(mention.period, words=words)
        elif not periods.limits_nothing(words.lower()):
            vague = words
        line = line.without(mention.start, mention.end)
    return replace(found, line=line, period=period, vague=vague)


def _describes(text: str, mention: Mention, opening: int) -> bool:
    """Whether a date belongs to the topic: "the treaty signed in 1990", or the date is the topic itself."""
    before = text[: mention.start].rstrip().rsplit(" ", 1)[-1]
    if mention.start < opening:
        return False
    if _PARTICIPLE.search(before) and not _SPOKEN.search(before):
        return True
    # "talked about in 2013" is no talk of that year.
    within = _WITHIN.match(text, mention.start) is not None
    return not within and not text[opening : mention.start].strip() and not text[mention.end :].strip(_TRIM)


def _at_event(found: Limited) -> Limited:
    line = found.line
    complement = _COMPLEMENT.search(line.folded)
    border = complement.end() if complement else len(line.folded)
    match = _WHICHEVER.search(line.folded, 0, border)
    while match and not _is_wanted_of(line, match):
        line = line.without(*match.span())
        match = _WHICHEVER.search(line.folded, 0, border)
    if _SEEN_IN.match(line.folded):
        return replace(found, line=line)
    text = next(filter(None, (pattern.match(line.folded) for pattern in _ON_SOMETHING)), None)
    if text and text.end() <= border:
        start, end = next(text.span(name) for name, words in text.groupdict().items() if words)
        preposition = line.folded[: start - 1].rfind(" ") + 1
        return replace(found, line=line.without(preposition, end), event=line.part(start, end).shown)
    topic = re.search(rf"(?<![\w-]){SURELY_ABOUT}\s", line.folded)
    for match in chain(*(one.finditer(line.folded, 0, border) for one in (_EVENT, _IN_WRITING))):
        before = line.folded[: match.start()].rstrip().rsplit(" ", 1)[-1]
        if (
            topic
            and topic.end() <= match.start()
            and _PARTICIPLE.search(before)
            and not _SPOKEN.search(before)
        ):
            continue
        if _is_wanted_of(line, match) or _OBJECT_OF.search(line.folded[: match.start("name")]):
            continue
        name = line.part(*match.span("name"))
        if not _is_occasion(name):
            continue
        rest = line.without(*match.span())
        if WHICHEVER.fullmatch(name.folded) or NOBODY.fullmatch(name.folded):
            return replace(found, line=rest)
        return replace(found, line=rest, event=name.shown)
    return replace(found, line=line)


def _is_wanted_of(line: Line, limit: re.Match[str]) -> bool:
    """Whether what looks like a limit is what something is wanted of: "What do they want from the talks?"."""
    return limit.group().startswith("from ") and bool(_WANTED.search(line.folded[: limit.start()]))
