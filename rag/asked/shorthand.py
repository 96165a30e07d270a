"""Questions as people type them: "what'd they say", "cod quotas - anything?", "Kerry on fisheries"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from rag.asked.frames_fact import AMOUNTS
from rag.asked.limits import Line
from rag.asked.shapes import bare
from rag.asked.wording import (
    ABOUT,
    ASKING,
    AUXILIARY,
    BODY,
    BODY_LIKE,
    PERSON_LIKE,
    STANCES,
    SURELY_ABOUT,
    folded,
    one_of,
)
from rag.speech.affiliations import name_alone
from rag.speech.lexicon import PLACES
from rag.topic import states

_WH = r"(?<![\w'])(?P<wh>what|who|how|where|when|why)"
_SUBJECT = r"(?:they|he|she|it|we|you|i|the|his|her|their|our|its|that|this|those|these|mr|ms|mrs|dr)\b"
_WHO_WHAT = r"who(?:'s| has| have| is| are)? (?:said|says|say|saying|wrote|thinks?|thought) what(?: exactly)?"
_KEPT = (
    r"(?:what|anything|everything|something)(?:'s| is| was| has been| do (?:we|you|they) have"
    r"| have (?:we|you) got| (?:we|you) have)?(?: there)? on (?:the )?(?:record|file|tape)(?![\w'])"
)
_WHOSE = rf"(?!{ASKING}|{AUXILIARY})(?P<whose>(?:[\w.&-]+ )*[\w.&-]+'s? )"
_WHAT = rf"(?P<what>(?:[\w-]+ ){{0,2}}?{AMOUNTS})"
# Figures that are reported by the year, so that it needs no owner to be one that is asked for.
_YEARLY = (
    r"(?P<whose>(?!(?:in|on|about|the) )(?:[\w.&-]+ ){0,2})"
    r"(?P<what>(?:(?:net|gross|total|annual) )?(?:revenues?|profits?|turnover|budget|gdp|attendance|sales"
    r"|earnings|net income))"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
# What a person types, and the same in the words that the frames know; in this order.
_SIDES = (("n", "North"), ("s", "South"), ("e", "East"), ("w", "West"))
_HAS_SIDES = "(?:Korea|Africa|Sudan|Ossetia)n?s?|China Sea|Timor|Carolina|Dakota|Virginia|Jerusalem"
_SPELLED: tuple[tuple[str, str], ...] = (
    (r"(?<![\w'])(?P<wh>what|how|where|when)d(?= )", "{wh} did"),
    (r"(?<![\w'])(?P<wh>what)'s(?= (?!.*\b(?:said|saying)\b)\w.* (?:say|think|want)(?![\w']))", "{wh} does"),
    (r"(?<![\w'])(?P<wh>what)'s(?= (?:(?!been|being|was|not)[\w.'-]+ ){1,4}said(?![\w']))", "{wh} has"),
    (r"^(?P<wh>do|did|does|is|are|was|were|has|have|had)nt(?= )", "{wh}n't"),
    (rf"{_WH}'d(?= (?:be|have)\b)", "{wh} would"),
    (r"(?<![\w'])(?P<wh>who)'d(?= (?:been|said|\w+ed)\b)", "{wh} had"),
    (rf"(?<![\w'])(?P<wh>who)'d(?= (?!{_SUBJECT}))", "{wh} would"),
    (rf"{_WH}'d(?= )", "{wh} did"),
    (rf"{_WH}'ve(?= )", "{wh} have"),
    (rf"{_WH}'re(?= )", "{wh} are"),
    (rf"{_WH}'ll(?= )", "{wh} will"),
    (r"(?<![\w'])(?P<wh>re):(?= )", "{wh}"),
    (rf"(?<![\w'])(?:{_WHO_WHAT}|{_KEPT})", "what was said"),
    (rf"^on (?:the )?record(?= {SURELY_ABOUT} )", "what was said"),
    (
        rf"^(?:(?:what(?:'s|s| is) |is there )?(?:the latest|(?:anything )?new))(?= (?:{SURELY_ABOUT}|on) )",
        "what was said",
    ),
    (rf"^{_WHOSE}{_YEAR} {_WHAT}$", "what was {whose}{what} in {year}"),
    (rf"^{_YEARLY} (?:in )?{_YEAR}$", "what was {whose}{what} in {year}"),
    (rf"^{_YEAR} {_YEARLY}$", "what was {whose}{what} in {year}"),
    (rf"^{_YEARLY.replace('(?P<what>', _YEAR + ' (?P<what>')}$", "what was {whose}{what} in {year}"),
    (rf"^{_WHOSE}{_WHAT}(?P<year>(?: in)? (?:1[89]|20)\d\d)?$", "what was {whose}{what}{year}"),
)
_TAGS = (
    r"(?:(?:is|was|are|were) there )?(?:(?:any|some|all|the|more|got|your|their) )?"
    + one_of(
        """anything, something, everything, comments?, quotes?, quotations?, statements?, remarks?, mentions?,
        thoughts, views?, reactions?, words?, references?, positions?, details?, news, info"""
    )
    + r"(?: (?:said|there|made|at all|on (?:the )?record|on (?:it|this|that|them)))*"
)
# "Ann Bell: what are her complaints?"
_WHOSE_WORDS = rf"(?:and )?(?:what|which)(?:'s| is| was| are| were) (?:his|her|their|its) (?:own )?{STANCES}"
_TAG = re.compile(rf"{_TAGS}|{_WHOSE_WORDS}")
_PARTED = re.compile(r"\s*(?:\s-+\s|\s\(|\s?[–—]\s?|[,;:…?!]\s|\.{2,}\s?)\s*")
_QUOTES_OF = re.compile(r"(?P<head>.+?) (?:quotes|quotations|soundbites|remarks|comments)")
# What stands before a comma limits or addresses, and is no topic.
_NO_HEAD = re.compile(
    rf"(?:{ASKING}|{AUXILIARY}|(?:in|at|as|after|before|during|on the|when|if|since|while|given|from|for|by"
    r"|with|according|to|under|and|but|so|or|well|ok|okay|hi|hello|hey|please|dear|thanks)(?![\w']))"
)
_NO_QUOTES_OF = re.compile(
    rf"^{_NO_HEAD.pattern}|(?<![\w'])(?:{AUXILIARY}|{SURELY_ABOUT}) "
    r"|^(?:(?:the|a|an|any|all|some|more|no|your|their|his|her|direct|exact|key|main|other|public) )+\w+$"
)
_LONGEST_HEAD = 5  # words
_PARTS_TRIED = 6
_REFERS = re.compile(r"(?:it|that|this|them|those|these|him|her)?")
_ON = re.compile(
    rf"(?P<who>[^,;:]+?)(?:'s)?(?: (?:{SURELY_ABOUT}|on|over)|:| [-–—]+)(?: {_TAGS} {ABOUT})? (?P<topic>.+)"
)
# The last words of names that are no family name: "energy" asks not for the words of "Apex Energy".
_NO_FAMILY = re.compile(
    rf"(?:{BODY}|"
    + one_of(
        """energy, power, oil, gas, water, steel, airlines?, airways, motors, foods?, health, media, news,
        press, times, post, trust, fund, foundation, institute, network, alliance, initiative, front, forces?,
        treasury, crown, services?, systems?, holdings?, partners?, capital, markets?, plc, inc, ltd, watch,
        street, nations, states, republic, kingdom, international, rights, technologies, research, security,
        affairs, defen[cs]e, life, insurance, telecom, rail, transport, works, industries, labs"""
    )
    + ")"
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A topic or a person, and the question that is asked about it: "cod quotas" and "anything".

    mark: what stands between them, a comma, a colon, a dash.
    """

    head: Line
    tail: Line
    mark: str = ""


def sides_named(text: str) -> str:
    """ "N Korea" and "s china sea" with their sides written out."""
    for letter, side in _SIDES:
        text = re.sub(rf"(?<![\w'.]){letter}\.? ({_HAS_SIDES})(?![\w-])", rf"{side} \1", text, flags=re.I)
    return text


def spelled_out(line: Line) -> Line:
    """The question with its contractions and idioms in full words."""
    for pattern, words in _SPELLED:
        match = re.search(pattern, line.folded)
        if match:
            new = words.format(**{name: line.shown[slice(*match.span(name))] for name in match.groupdict()})
            shown = line.shown[: match.start()] + new + line.shown[match.end() :]
            line = Line(shown, line.folded[: match.start()] + folded(new) + line.folded[match.end() :])
    return line


def parted(line: Line, speakers: Collection[str]) -> Iterator[Tagged]:
    """Every way to part a line into a head and what may be asked about it, or who."""
    for match in islice(_PARTED.finditer(line.folded), _PARTS_TRIED):
        head, tail = line.part(0, match.start()), line.part(match.end())
        if not head.folded or not tail.folded or _NO_HEAD.match(head.folded):
            continue
        named = is_person(tail, speakers) and not is_person(head, speakers)
        if named or re.match(rf"(?:{ASKING}|{AUXILIARY})", tail.folded) or _TAG.fullmatch(tail.folded):
            yield Tagged(about(head), tail, match.group().strip())
    quotes = _QUOTES_OF.fullmatch(line.folded)
    if quotes and not _NO_QUOTES_OF.search(line.folded) and len(quotes["head"].split()) <= _LONGEST_HEAD:
        yield Tagged(line.part(*quotes.span("head")), Line("quotes", "quotes"))


def is_tag(tail: Line) -> bool:
    """Whether words only ask what there is: "anything", "any quotes"."""
    return bool(_TAG.fullmatch(tail.folded))


def asks_whose_words(head: Line, tail: Line) -> bool:
    """Whether the words of whom the head names are asked for: "Peru: what was its position?"."""
    owned = re.fullmatch(_WHOSE_WORDS, tail.folded)
    if owned is None:
        return False
    person = re.search(r" (?:his|her) ", tail.folded) is not None
    return person or bool(states.forms_of(head.shown)) or BODY_LIKE.fullmatch(head.folded) is not None


def refers_back(topic: str) -> bool:
    """Whether a topic is left open or only points to what was named: "it"."""
    return bool(_REFERS.fullmatch(topic.lower()))


def about(head: Line) -> Line:
    """A topic without the preposition before it: "re cod quotas" → "cod quotas"."""
    match = re.match(rf"(?:{SURELY_ABOUT}|on) ", head.folded)
    return bare(head.part(match.end()) if match else head)


def speaker_on(line: Line, speakers: Collection[str]) -> tuple[Line, Line] | None:
    """A known speaker, or a government, and a topic: "kerry on fisheries", "Oslo on whaling"."""
    match = _ON.fullmatch(line.folded)
    if match is None or _NO_HEAD.match(line.folded):
        return None
    who = line.part(*match.span("who"))
    government = states.forms_of(who.shown) or states.governed_from(who.shown)
    if not (government or is_known(who.shown, speakers)):
        return None
    return who, bare(line.part(match.start("topic")))


def is_person(line: Line, speakers: Collection[str]) -> bool:
    """Whether a phrase is a known speaker and no state, which is more often what is spoken of."""
    name = name_alone(line.shown)
    return is_known(name, speakers) and states.state_of(name) is None


def is_known(name: str, speakers: Collection[str]) -> bool:
    """Whether somebody speaks under a name or its last words: "Kerry" of "John Kerry"."""
    wanted = _words(name)
    if not wanted:
        return False
    untitled = wanted[1:] if len(wanted) > 1 and PERSON_LIKE.fullmatch(" ".join(wanted)) else wanted
    for known in map(_words, speakers):
        if known == wanted:
            return True
        short = untitled if known[-len(untitled) :] == untitled else wanted
        if known[-len(short) :] == short and (len(short) > 1 or _may_be_family(short[0])):
            return True
    return False


def _may_be_family(word: str) -> bool:
    return not _NO_FAMILY.fullmatch(word) and word not in PLACES and states.state_of(word) is None


def _words(name: str) -> list[str]:
    return name.lower().removeprefix("the ").split()
