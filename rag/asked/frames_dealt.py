"""Questions for what is on record about something that use no verb of speech: "How do they plan to deal with
it?", "What position is taken toward it?", "How are the elderly affected?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked.limits import Line, subject
from rag.asked.shapes import NOWHERE, Reading, bare, both
from rag.asked.wording import ABOUT, ADVERBS, AUXILIARY, STANCES, UTTERING, one_of

_INTENDING = one_of(
    """say, said, claim, claimed, plan, plans, planned, planning, intend, intends, intended, want, wants,
    wanted, propose, proposed, proposing, promise, promised, pledge, pledged, hope, hoped, hoping,
    aim, aimed, aiming, expect, expected, agree, agreed, decide, decided, mean, meant, suggest,
    suggested, vow, vowed, think, thought, trying, try, going, supposed"""
)
_DEALING = one_of(
    """deal(?:s|ing)? with, dealt with, handle, handled, handling, address, addressed, tackle, tackled,
    tackling, approach, approached, respond to, responded to, react to, manage, managed, treat,
    treated, cope with, go about, go after, going after, crack down on, clamp down on, fight, combat,
    counter, curb, stamp out, do about, doing about, done about, get a grip on, view, see"""
)
# These are done in words; what somebody does else may be told by others.
_IN_WORDS = re.compile(r"(?:respond|react|address|approach|view|see)")
# "How did the allies say they would deal with Iran?", "What are they doing about it?"
_DEALT = re.compile(
    rf"(?:how|what|in what way) (?:else )?(?:{AUXILIARY}) (?P<who>.+?(?<!'s)(?<!s')(?<!\bthe)) {ADVERBS}"
    rf"(?:{_INTENDING} )?(?:(?:that )?(?:they|he|she|it|we) (?:would|will|could|can|should|might"
    rf"|were going to|are going to|plan to|want to) |to )?(?P<dealing>{_DEALING}) (?P<topic>.+)"
)
_TAKEN = re.compile(
    rf"(?:what|which|what kind of|what sort of) (?:a )?(?:\w+ )?(?:{STANCES}|tone|approach|course|steps?"
    rf"|action|measures?)"
    rf" (?:(?:has|have|had|is|was|are|were|been|being|will|be) )+(?:taken|adopted|expressed|voiced|held"
    rf"|given|offered|made"
    rf"|raised|set out|laid out|stated|announced|promised|agreed|proposed|planned) (?:{ABOUT}) (?P<topic>.+)"
)
_ARE_THERE = re.compile(
    rf"what (?:kinds? of |sorts? of )?(?:(?:\w+ )?{STANCES}|(?:\w+ )?[a-z]+s)(?:,? (?:and|or|,) (?:\w+"
    rf" )?[a-z]+s?)*"
    rf" (?:is|are|was|were) (?:there|on record|out there|given|made|raised|voiced|expressed|heard)"
    rf" (?:about|on|over|regarding|concerning|as to|in connection with|with regard to|around) (?P<topic>.+)"
)
# "What is being done for the villages?", "Can anything be done about rats?", "What is there to do about it?"
_DONE = re.compile(
    rf"(?:(?:what|(?:{AUXILIARY}) (?:anything|something|enough|more|nothing))(?: else| more)?"
    rf"(?:'s| {AUXILIARY}| needs?| ought| there| to| be| been| being)* {ADVERBS}(?:done|undertaken|planned)"
    r"|what(?: else| more)?(?:'s|(?: is| was)) there to do)"
    r" (?:for|about|against|to (?:help|stop|prevent|support|end|fight|protect|keep))"
    r" (?P<topic>.+)"
)
# "What has become of the ferry that was promised?"
_BECAME = re.compile(r"what(?:'s| has| have| had| ever| will)* (?:become|became|come|came) of (?P<topic>.+)")
# How something goes: "How is the ban working out?", "How did the talks go, and what do people think?"
FARES = (
    r"(?:going|gone|go|went|working(?: out)?|work(?:ed)? out|com(?:ing|e) along|progress(?:ing|ed)?"
    r"|getting (?:on|along)|(?:shap|hold|pann?|turn)ing (?:up|out)|(?:hold|held) up|pann?(?:ed)? out"
    r"|turn(?:ed)? out|proceed(?:ing|ed)?|fare|fared)"
)
_GOES = re.compile(
    rf"how(?:'s|(?: well| badly)? (?:{AUXILIARY})) (?:(?:it|things|everything|all) {FARES} (?:with|at|in|on"
    rf"|for) (?P<with>[^,]+?)|(?P<topic>(?!(?:it|things|everything|all) )[^,]+?) (?:been )?{FARES})"
    r"(?: (?:so far|now|today|lately|these days|at the moment|overall|in practice|over time))?"
    r"(?:,? (?:and|but|so)|,|;| [-–—]+)? ?"
    rf"(?:(?:what|how) (?:{AUXILIARY}) [^,]+? (?:think|thinking|feel|feeling|say|saying|said|reckon)"
    r"(?: (?:of|about) (?:it|this|that|them))?)?"
)
# How it is taken: "How did the play go down in the village?"; a ship goes down otherwise.
_DOWN = r"(?:been )?(?:go|going|gone|went) down"
_AMONG = (
    r" (?:with|among|amongst|back home|at home|abroad|locally"
    r"|in (?:the )?(?:village|town|city|country|region|district|valley|room|hall|press|media|papers|markets?"
    r"|streets?|party|ranks|[a-z]+ community))(?![\w-]).*"
)
_GOES_DOWN = re.compile(
    rf"how (?=(?:well|badly) |.* down(?: well| badly)?{_AMONG})(?:(?:well|badly) )?(?:{AUXILIARY})"
    rf" (?P<topic>[^,]+?) {_DOWN}(?: well| badly)?(?:{_AMONG})?"
)
# A vote or a count is a fact, however it went.
_COUNTED = re.compile(r"(?:.* )?(?:votes?|voting|ballots?|motions?|counts?|scores?)(?: .*)?")
_HELPED = re.compile(
    r"what (?P<help>(?:\w+ )?(?:help|support|aid|relief|assistance|compensation|protection))"
    r" (?:is|are|was|were|will|do|does|did|has|have)"
    r" (?P<topic>.+?) (?:be |been |being )?"
    r"(?:offered|given|promised|getting|get|got|receiving|received?|granted)"
)
_AFFECTED = re.compile(
    r"how (?:badly |much |seriously |hard )?(?:is|are|was|were|will|have|has) (?P<topic>.+?)"
    r" (?:be |been |being )?(?:affected|hit|hurt|impacted|faring|doing|coping|working out"
    r"|panning out|shaping up|holding up|getting on|coming along)(?: by (?P<cause>.+))?"
)
# "What was the reaction in the village to the pylons?"
_REACTION_IN = re.compile(
    rf"what(?:'s| (?:{AUXILIARY})) (?:the )?(?:[a-z]+ )?(?:reaction|response|mood|feeling)s?"
    r" (?:in|across|among|around) [^,]+? (?:to|on|about|towards?|over) (?P<topic>.+)"
)
_COMES_UP = re.compile(
    rf"(?:how(?: often| frequently| many times)?|whether"
    rf"|{AUXILIARY}) (?:(?:{AUXILIARY}) )?"
    r"(?P<topic>.+?) (?:ever |also |at all |anywhere )*(?:comes? up|came up|crops? up|cropped up|gets?"
    r" (?:a )?mention(?:ed)?"
    r"|features?|appears?|figures?)(?: (?:anywhere|at all|ever|again|too|in (?:any|the) .+))?"
)
_STANDS_ALONE = re.compile(
    rf"(?:what|how)(?:'s| is| was| were| are)(?: exactly)? (?P<who>.+?)(?:'s|s')(?: own)? (?:{STANCES}|tone)"
    rf"|(?:what|which) (?:(?:{STANCES}) )?(?:{AUXILIARY}) (?P<who2>.+?) (?:take|hold|have|adopt)"
    rf"|(?:what|which) (?:[a-z]+ )?(?:{STANCES}) (?:{AUXILIARY}) (?P<who4>.+?) {ADVERBS}{UTTERING}(?: there)?"
    rf"|where (?:{AUXILIARY}) (?P<who3>.+?) stand"
)


def how_dealt_with(line: Line) -> Reading | None:
    """A question for what is said of a topic, without a verb of speech."""
    for pattern in (_TAKEN, _ARE_THERE, _COMES_UP, _DONE, _BECAME, _GOES_DOWN, _REACTION_IN):
        match = pattern.fullmatch(line.folded)
        if match:
            return _about(line, match)
    goes = _GOES.fullmatch(line.folded)
    if goes and not _COUNTED.fullmatch(line.folded):
        return Reading("topic", bare(line.part(*goes.span("with" if goes["with"] else "topic"))).shown)
    affected = _AFFECTED.fullmatch(line.folded)
    if affected:
        end = affected.end("cause") if affected["cause"] else affected.end("topic")
        return Reading("topic", bare(line.part(affected.start("topic"), end)).shown)
    helped = _HELPED.fullmatch(line.folded)
    if helped:
        whom = bare(line.part(*helped.span("topic"))).shown
        return Reading("topic", f"{line.part(*helped.span('help')).shown} for {whom}")
    dealt = _DEALT.fullmatch(line.folded)
    if dealt is None:
        return None
    reading = _about(line, dealt)
    told = reading.speaker and not _IN_WORDS.match(dealt["dealing"])
    return replace(reading, whole=both(reading.speaker, reading.topic)) if told else reading


def stance_alone(line: Line) -> Reading | None:
    """ "What was the mayor's position?": of what is left to the conversation."""
    match = _STANDS_ALONE.fullmatch(line.folded)
    if match is None:
        return None
    name = next(name for name, found in match.groupdict().items() if found)
    speaker, event = subject(line.part(*match.span(name)))
    return Reading("topic", "", speaker, event) if speaker or event else None


def _about(line: Line, match: re.Match[str]) -> Reading:
    who = line.part(*match.span("who")) if "who" in match.groupdict() else NOWHERE
    speaker, event = subject(who)
    return Reading("topic", bare(line.part(*match.span("topic"))).shown, speaker, event)
