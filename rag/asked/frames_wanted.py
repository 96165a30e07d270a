"""Questions for what people think, want or offer, whoever they are: "Do they want the bridge?", "What has
been suggested to save the eel?", "Who is backing the port?", "Should the school close?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked.limits import Line
from rag.asked.shapes import Reading, bare
from rag.asked.wording import ADVERBS, NOBODY, folded, one_of

# Of what a conversation named, and of those who talk, a fact is asked.
_SOMEBODY = re.compile(r"(?:you|we|i|it|he|she|this|that|these|those|them|us|there|anything|something)\b.*")
# A topic that stands at the end, and nothing else is asked: the rest is read by the words.
_ANY = "[^,;:?!]"
_PLAIN = rf"(?:(?! by ){_ANY})+"
_INTENDING = one_of("want, wants, plan, intend, propose, hope, aim, mean, expect")
# Behind a bare auxiliary, or in the present: what follows is what is thought, wanted or done.
_THINKING = one_of("think, believe, expect, reckon, suspect, fear, feel, assume, doubt")
_WANTING = one_of("want to, wish to, hope to, plan to, intend to, mean to, aim to, dare to, agree to")
_LIKING = one_of(
    """want, like, support, back, favou?r, oppose, reject, resist, defend, accept, welcome, tolerate, endorse,
    object to, dislike, hate, trust, distrust, care about, worry about, fret about, speak up for,
    stand up for, argue for, argue against, stick up for, put up with, draw, prefer, dread, regret"""
)
_VIEW = re.compile(
    rf"(?P<aux>do|does|did|would|will|could|can|don't|didn't|wouldn't|won't) (?P<who>.+?) {ADVERBS}"
    rf"(?:(?:{_THINKING})(?: that)?|{_WANTING}|{_LIKING}) (?P<topic>{_PLAIN})"
)
_LIKING_NOW = one_of(
    """wanting, supporting, backing, favou?ring, opposing, rejecting, resisting, defending, welcoming,
    objecting to, worrying about, fretting about, speaking up for, standing up for, arguing for,
    arguing against, sticking up for, campaigning for, campaigning against, pushing for,
    pushing back against, lobbying for, lobbying against, fighting, fighting for, fighting against,
    moaning about, grumbling about, grumbling at, griping about, complaining about, angry about,
    angry at, angry with, upset about, unhappy about, unhappy with, happy about, happy with, worried about,
    worried by, concerned about, keen on, against, in favou?r of, opposed to, hostile to, critical of,
    sceptical of, sceptical about, skeptical of, skeptical about, enthusiastic about, behind, uneasy about,
    nervous about, afraid of, scared of, relaxed about, fond of, cross about, furious about, furious at"""
)
_FEELS = re.compile(
    rf"(?:is|are|was|were|isn't|aren't) (?P<who>.+?) {ADVERBS}(?:{_LIKING_NOW}) (?P<topic>{_PLAIN})"
)
# "Who backs it?", "Which ministers are sceptical of it?"; who did something in the past is a fact.
_LIKES = one_of(
    """wants, likes, supports, backs, favou?rs, opposes, rejects, resists, welcomes, endorses, objects to,
    dislikes, hates, distrusts, dreads, fears, regrets, is for, are for, want, like, support, back, favou?r,
    oppose, reject, resist, dislike, hate, distrust, fear"""
)
_WHO_FEELS = re.compile(
    rf"(?:who|which [a-z-]+s)(?: (?:else|all|here|there))?"
    rf"(?:(?:'s| is| are|(?: was| were)(?! against| behind)) {ADVERBS}(?:{_LIKING_NOW})"
    rf"|(?: do| does)? {ADVERBS}{_LIKES}) (?P<topic>{_PLAIN})"
)
# "Should the school be closed?" asks about the school, "should the state stop it?" about just that.
_BE_DONE = (
    r" be (?:[a-z]+ed|taught|built|shut|sold|cut|made|held|given|taken|kept|paid|put|sent|left|let|spent"
    r"|bought|brought|set|run|told|seen|free|legal|illegal)"
)
_SHOULD = re.compile(
    r"should(?:n't)? (?!i |you |we |it |they |he |she |there )(?P<topic>"
    rf"(?:(?! be ){_ANY})+(?={_BE_DONE}$)|(?=\S+ \S)(?:(?! be | by ){_ANY})+)(?:{_BE_DONE})?"
)
_HOW_MEANT = re.compile(
    rf"(?:how|in what way|by what means) (?:do|does|did) (?P<who>.+?) {ADVERBS}(?:{_INTENDING}) to"
    rf" (?P<topic>{_PLAIN})"
)
_MEANS = one_of(
    """solutions?, ideas?, options?, measures?, steps?, proposals?, suggestions?, remed(?:y|ies), plans?,
    arguments?, excuses, demands?, conditions?, safeguards?, compromises?, fix(?:es)?, ways? out,
    answers, alternatives?, recommendations?, initiatives?, promises, commitments?, help, action"""
)
_PUT = one_of(
    """put forward, put on the table, proposed, suggested, floated, offered, discussed, recommended, raised,
    announced, aired, mooted, considered, weighed, debated, outlined, agreed, promised, pledged, brought up,
    tabled, presented, made"""
)
_BEEN = r"(?:(?:is|are|was|were|has|have|had|been|being) )+"
_FOR = one_of("to, for, on, about, against, over, to end, to stop, to help, towards?, regarding, concerning")
# "What solutions to the quarrel were put forward?", "What has been suggested to save the eel?"
_OFFERED = (
    re.compile(rf"(?:what|which) (?:\w+ )?{_MEANS} {_FOR} (?P<topic>{_PLAIN}) {_BEEN}{ADVERBS}{_PUT}"),
    re.compile(rf"(?:what|which) (?:\w+ )?{_MEANS} {_BEEN}{ADVERBS}{_PUT} {_FOR} (?P<topic>{_PLAIN})"),
    re.compile(
        rf"what(?:'s|'s been| else)? {_BEEN}{ADVERBS}(?:proposed|suggested|floated|put forward|mooted)"
        rf" (?:to|for|against|about|on) (?P<topic>{_PLAIN})"
    ),
)


# Who is for or against a thing speaks of it, and no text calls them that before each of their words.
_CAMP = re.compile(
    r"(?:(?:the|its|any|some|many) )?(?:\w+ )??(?:critics|opponents|supporters|advocates|backers|defenders"
    r"|champions|proponents|detractors|sceptics|skeptics)(?: and (?:critics|opponents|supporters))?"
    r" of (?P<topic>.+)"
)
_ITS = re.compile(r"(?:its|their|his|her) (?P<what>.+)")


def what_is_wanted(line: Line) -> Reading | None:
    """What people think, want or offer: the topic is what they are asked about."""
    for pattern in (_VIEW, _FEELS):
        match = pattern.fullmatch(line.folded)
        if match and _is_anyone(match["who"]):
            return _topic(line, match)
    meant = _HOW_MEANT.fullmatch(line.folded)
    if meant and _is_anyone(meant["who"]):
        return _topic(line, meant)
    for pattern in (*_OFFERED, _SHOULD):
        match = pattern.fullmatch(line.folded)
        if match:
            return _topic(line, match)
    return None


def who_feels(line: Line) -> Reading | None:
    """ "Who is for the tax and who is against it?": whose words favour it or do not."""
    match = _WHO_FEELS.fullmatch(line.folded)
    if match is None:
        return None
    found = _topic(line, match)
    return Reading("who", found.topic, sought="person")


def of_camp(reading: Reading) -> Reading:
    """ "What do critics of the dam say about its price?" asks about the price of the dam."""
    camp = _CAMP.fullmatch(folded(reading.speaker or ""))
    if camp is None or reading.speaker is None:
        return reading
    side = reading.speaker[camp.start("topic") :]
    its = _ITS.fullmatch(reading.topic)
    if its:
        side = f"the {its['what']} of {side}"
    elif reading.topic not in ("", "it", "that", "this", "them"):
        side = f"{reading.topic} and {side}"
    return replace(reading, topic=side, speaker=None)


def _topic(line: Line, match: re.Match[str]) -> Reading:
    return Reading("topic", bare(line.part(*match.span("topic"))).shown)


def _is_anyone(who: str) -> bool:
    return bool(NOBODY.fullmatch(who)) and not _SOMEBODY.fullmatch(who)
