"""Questions for a fact that look like questions for somebody's words, for their verbs are of speech or of
decision: "Has the mayor made a decision on the toll?", "What did the union call the offer?"."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.shapes import Reading, Sought, is_negated
from rag.asked.wording import ADVERBS, AUXILIARY, VOICING, one_of

# What somebody decided or reached is told by anybody, and his own words need not name the matter.
_OUTCOME = (
    one_of(
        """decision, choice, determination, deal, agreement, settlement, compromise, breakthrough, headway,
        progress"""
    )
    + "s?"
)
_REACHED = one_of("made, making, reached, reaching, come to, coming to, taken, taking, struck, signed, got")
_REACH = one_of("make, reach, come to, take, strike, sign, get")
_KIND = r"(?:(?:an?|any|the|its|his|her|their|some|much|no|such|good|firm|[a-z]+al) )*"
_YET = rf"{ADVERBS}(?:yet )?"
_SETTLED = (
    rf"(?P<ask>(?:has|have|had|is|are) )[^,]+? {_YET}{_REACHED} {_KIND}{_OUTCOME}",
    rf"(?P<ask>(?:did|does|do|will) )[^,]+? {_YET}{_REACH} {_KIND}{_OUTCOME}",
    rf"(?P<ask>(?:{AUXILIARY}) ){_KIND}{_OUTCOME} {_YET}(?:been )?(?:made|reached|taken|struck|signed)",
    rf"(?P<ask>(?:{AUXILIARY}) )[^,]+? {_YET}(?:made|make) up (?:its|his|her|their) minds?",
    rf"(?P<ask>(?:{AUXILIARY}) )[^,]+? {_YET}decided? (?:on|whether|to|not to|against|if|what|when|how)",
    # What nobody is blamed or quoted for is a matter of words.
    r"(?P<ask>(?:has|have|had) )(?:anyone|anybody|someone|somebody|no one|nobody) (?:\w+ )??been "
    rf"(?!(?:{VOICING}|quoted|heard|recorded)(?![\w-]))(?:[a-z]{{2,}}ed|hurt|hit|shot|held|caught|found|sent)",
)
_NAME = r"(?:call|name|nickname|dub|label|brand)(?:e?d|led)?"
_CALLED = re.compile(
    r"(?P<ask>what(?: exactly| else)? (?:did|does|do|has|have|had|would) )(?:.+ )?(?!the |that |this |an? )"
    rf"[^\s]+ {ADVERBS}{_NAME} "
    r"(?P<whom>(?!(?:for|on|off|out|upon|about|up|in|at|as|to|by|when|after)(?![\w-])).+)"
)
_A_THING = re.compile(
    r"(?:the|his|her|its|their|our|this|that|these|those|it|him|them|itself|himself|herself|themselves|\S+'s)"
    r"(?: |$)"
)
_PRICES = (
    r"(?P<ask>(?:how|what) (?:did|has|have|do|does) )(?:[\w'’.-]+ ){0,4}?(?:stocks?|shares?|prices?|bonds?"
    r"|markets?|currency|pound|dollar|euro|yen) (?:react|respond|take|do|fare|perform)(?:ed|en)?"
)
# What will be said is on no record yet, and whom somebody talked to is no topic.
_WHEN = (
    r"(?P<ask>when will ).+",
    r"(?P<ask>when (?:is|are) )[^,]+? going to .+",
    rf"(?P<ask>when (?:did|does|do) )[^,]+? {ADVERBS}(?:talk|speak|write|meet) (?:to|up with|with)"
    r" (?!.*(?<![\w-])(?:about|on|of|regarding|concerning) ).+",
)
_FACTS: tuple[tuple[re.Pattern[str], Sought], ...] = (
    *((re.compile(rf"{pattern}(?: .+)?"), "yes or no") for pattern in _SETTLED),
    (re.compile(rf"{_PRICES}(?: .+)?"), "thing"),
    *((re.compile(pattern), "date") for pattern in _WHEN),
    (_CALLED, "thing"),
)


def settled(line: Line) -> Reading | None:
    """A fact that somebody decided, agreed, named or will tell."""
    for pattern, sought in _FACTS:
        match = pattern.fullmatch(line.folded)
        if match and (pattern is not _CALLED or _is_named(line.part(match.start("whom")))):
            topic = line.part(match.end("ask"))
            return Reading("fact", topic.shown, sought=sought, negated=is_negated(line.folded))
    return None


def _is_named(whom: Line) -> bool:
    """Whether something can be what was called a name: not "for help" of "What did they call for help?"."""
    return any(map(str.isupper, whom.shown)) or _A_THING.match(whom.folded) is not None
