"""What is measured: an age, a duration, a sum of money, a temperature …; asked for, and stated in a text.

"How hot did it get?" asks for degrees, and a sentence with any other number does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

COUNTED = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million|billion|trillion|dozens?|hundreds|thousands|millions|billions|half"
)
# The units of the money of states, as ISO 4217 names them, and four of its codes.
CURRENCY = (
    r"(?:dollars?|euros?|pounds?|yen|won|yuan|renminbi|cents?|pence|francs?|rupees?|rupiahs?|pesos?|crowns?"
    r"|kron(?:a|e|er|or)|k[čr]|koruna?s?|zloty?s?|złoty(?:ch)?|forints?|le[ui]|leva?|r(?:o)?ubles?|hryvnias?|liras?"
    r"|shekels?|dinars?|dirhams?|riyals?|rials?|shillings?|rands?|nairas?|cedis?|birr|takas?|baht|ringgits?|dong"
    r"|tenge|soles|reais|bolivars?|guilders?|florins?|marks?|USD|EUR|GBP|JPY)\b"
)
_SIGN = r"[$€£¥₩]\s?"
_LARGE = r"(?:\s?(?:million|billion|trillion|thousand|hundred|bl?n|m|k)\b)?"
_NUMBER = (
    rf"(?:\d[\d,.]*\d|\d|\b(?:{COUNTED})(?:[ -](?:and )?(?:{COUNTED}))*\b)(?:\s(?:million|billion|thousand))?"
)
_RANGE = rf"{_NUMBER}(?:(?:\s?[-–]\s?|\s(?:to|or|and a)\s){_NUMBER})?"
_OR_ONE = rf"(?:{_RANGE}|\ban?|\bseveral|\ba few)"
_OF_TIME = r"(?:year|month|week|day|hour|minute|second|decade|centur(?:y|ie)|night|season)s?\b"
_TIME = (
    rf"{_OR_ONE}[ -](?:(?:more|full|whole|long|consecutive|straight|and a half) )?{_OF_TIME}"
    rf"(?: and {_RANGE} {_OF_TIME})?"
)
_WAY = (
    rf"{_OR_ONE}[ -](?:(?:square|nautical|light) )?(?:miles?|met(?:re|er)s?|kilomet(?:re|er)s?|km|feet|foot"
    r"|ft|yards?|inch(?:es)?|cm|centimet(?:re|er)s?|stor(?:e?y|eys|ies)|floors?|blocks?|light[ -]years?"
    r"|years)\b"
    r"|\b\d[\d,.]*(?:km|m|cm|ft)\b"
)
_AGE = (
    r"(?<=, )(?P<fact>\d{1,3})(?=[,.;)])|(?<=\w \()(?P<fact_in>\d{1,3})(?=\))|\baged (?P<fact_aged>"
    + _NUMBER
    + r")"
    rf"|\b(?P<fact_old>{_NUMBER}(?=[ -]years?[ -]old)|{_NUMBER}[ -](?:day|week|month)s?(?=[ -]old))"
    rf"|\b(?:was|turned|turns) (?P<fact_was>{_NUMBER})(?=[,.;]|$)"
)
_WHAT = r"\b(?:what|which)(?:['’]s| is| was| are| were)?(?: the| his| her| their| its)?(?: \w+)?"
_COSTING = (
    r"(?:costs?|costing|pay|paying|paid|spen[dt]|spending|worth|charged?|prices?|earn|earned|earning|invest"
    r"|invested|raised?|money|fund|funds|funding|funded|owes?|owed|fined|lose|lost|saved?|budget|bills?|fees?"
    r"|insured?|insurance|compensat(?:ed|ion)|pledged?|donat(?:ed?|ions?)|aid|granted|subsid(?:y|ies|i[sz]ed?)|debt"
    r"|revenues?|profits?|loans?|tax(?:es)?|rent|refund(?:ed)?|bonus(?:es)?|rewards?)"
)
_OFTEN = (
    rf"\b(?:every|each) (?:(?:{_NUMBER}|other|second|third|few|several) )?(?:{_OF_TIME}|(?:morning|evening"
    r"|afternoon|spring|summer|autumn|winter|quarter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b)"
    rf"|(?:once|twice|thrice|{_RANGE} (?:times|occasions))(?: (?:an?|per|each|every) {_OF_TIME})?"
    rf"|{_RANGE} (?:an?|per) {_OF_TIME}|\b(?:hourly|daily|weekly|fortnightly|monthly|quarterly|yearly"
    r"|annually|twice-yearly|twice-weekly|biannually|biennially)\b|\bnever\b"
)
_CLOCK = (
    rf"\b\d{{1,2}}[.:]\d\d(?:\s?[ap]\.?m\b\.?)?(?!\d)|\b{_NUMBER}\s?[ap]\.?m\b\.?"
    rf"|\b{_NUMBER} o['’]clock\b|\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset)\b"
    rf"|\b(?:half|quarter|{_NUMBER}(?: minutes?)?) (?:past|to|after|before) {_NUMBER}\b"
    r"|\b\d{4} (?:hours|GMT)\b"
)
_FORCE = (
    rf"{_RANGE}[ -]?(?:(?:kilo|mega|giga)?(?:tons?|tonnes?|watts?|volts?|newtons?)|kt|[kMG]W|bhp|hp"
    rf"|horsepower|knots?|mph|km/h|kph|pounds of thrust)\b|\bmagnitude(?: of)? {_NUMBER}"
    rf"|{_NUMBER}[ -]magnitude|\b(?:category|force|level) {_NUMBER}"
)
# What has a length in metres, and none in days.
_THINGS = (
    r"(?:bridges?|roads?|tunnels?|pipes?|pipelines?|rivers?|walls?|borders?|fences?|tracks?|ships?|vessels?|boats?"
    r"|beach(?:es)?|coasts?|coastlines?|streets?|canals?|trails?|runways?|piers?|dams?|cables?|trenche?s?|corridors?)"
)
_CHANGE = (
    r"(?:rais(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|increas(?:e[sd]?|ing)|gr[eo]wn?|fall(?:en|s)?|fell|drop(?:s|ped)?"
    r"|cut(?:s|ting)?|reduc(?:e[sd]?|ing)|lower(?:s|ed)?|declin(?:e[sd]?|ing)|shr[aiu]nk|expand(?:s|ed)?|exceed(?:s|ed)?"
    r"|chang(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|surg(?:e[sd]?|ing)|climb(?:s|ed)?|slash(?:es|ed)?|boost(?:s|ed)?)"
)
_BY_HOW_MUCH = (
    rf"{_SIGN}{_RANGE}{_LARGE}|{_RANGE}{_LARGE}(?:\s?%|\s(?:percent|per cent|percentage points?|points?"
    rf"|degrees?|times|\w+)\b)?|\b(?:doubled|tripled|trebled|quadrupled|halved|twofold|threefold"
    r"|tenfold|a (?:third|quarter|fifth|half))\b"
)
_LASTING = r"(?:sentence|term|stay|contract|ban|delay|strike|wait|war|shutdown)"


@dataclass(frozen=True, slots=True)
class Measure:
    """asked: what in a question asks for it. stated: how a text states it; the group "fact", where there
    is one, is the number without the words around it."""

    asked: re.Pattern[str]
    stated: re.Pattern[str]


def _measure(asked: str, stated: str) -> Measure:
    return Measure(re.compile(asked, re.IGNORECASE), re.compile(stated, re.IGNORECASE))


# The first that is asked for counts.
MEASURES = (
    _measure(rf"\bby how (?:much|many)\b(?=.*\b{_CHANGE}\b)", _BY_HOW_MUCH),
    _measure(r"\bhow (?:often|frequently|regularly|many times)\b", _OFTEN),
    _measure(
        r"(?<!for )(?<!how )\b(?:what|which)(?: exact| precise)? (?:time|hour)\b"
        r"(?! (?:period|frame|limit|span|of|zone))",
        _CLOCK,
    ),
    _measure(rf"\bhow (?:powerful|strong)\b|{_WHAT} (?:magnitude|explosive (?:force|yield|power))\b", _FORCE),
    _measure(rf"\bhow old\b|{_WHAT} ages?\b|\b(?:at|of) what age\b|^ages?\b", _AGE),
    _measure(
        rf"\bhow fast\b|{_WHAT} (?:\w+ )?speed\b",
        rf"{_RANGE}\s?(?:mph|km/h|kph|kmh|knots?|(?:miles|kilomet(?:re|er)s) (?:an|per) hour)\b",
    ),
    _measure(
        rf"\bhow (?:hot|cold|warm)\b|\bhow much\b.*\b(?:warm|cool|heat)(?:er|ed)?\b"
        rf"|{_WHAT} (?:\w+ )?temperatures?\b",
        rf"(?:minus\s|-)?{_RANGE}[ -]?(?:degrees?\b|°)(?:\s?(?:celsius|fahrenheit|[CF])\b)?",
    ),
    _measure(rf"\bhow (?:far|tall|deep|wide|high up)\b|{_WHAT} (?:distance|height|depth|width)\b", _WAY),
    _measure(
        r"\bhow (?:long|wide|high|deep) (?:is|was|are|were|will) (?:the|this|that|its|their)\b[^,?]*"
        rf"\b{_THINGS}\b(?: be)?\??$",
        _WAY,
    ),
    _measure(r"\bhow long (?:is|was|are|were) (?!(?:it|he|she|they)\b)(?!.*ing\b)", rf"{_TIME}|{_WAY}"),
    _measure(
        r"\b(?:how|for how|just how) long\b|\bhow (?:soon|quickly)\b|\bhow much (?:time|longer)\b"
        rf"|\b(?:duration|length) of (?:the |his |her |their |its )?(?:\w+ )?{_LASTING}\b",
        _TIME,
    ),
    _measure(
        rf"\bhow many per ?cent\b|{_WHAT} (?:percent(?:age)?|per cent|proportion|share|fraction)\b",
        rf"{_RANGE}\s?(?:%|percent\b|per cent\b)|\b{_NUMBER} (?:in|out of) (?:every )?{_NUMBER}\b"
        r"|\b(?:a |one |two |three )?(?:half|thirds?|quarters?|fifths?|tenth)\b",
    ),
    _measure(r"\b(?:what|which) year\b", r"\b(?:1[5-9]|20)\d\d\b|\b(?:last|this|next) year\b"),
    _measure(
        rf"\bfor how much\b|\bhow much\b.*\b{_COSTING}\b"
        r"|\bwhat (?:did|does|do|will|would|has|have) .+ cost\b"
        r"|^\W*what (?:did|does|do|will|would|has|have|is|are) [^,]+? (?:invest(?:ed|ing)?|pay(?:ing)?"
        r"|paid|spen[dt]|spending|charged?|charging|donated?|owed?)"
        r"(?: (?:in|for|to|on|a|per|each|every) [^,]+)?\W*$"
        rf"|{_WHAT} (?:cost|price|salary|budget|fee|fine|bail|wage)\b",
        rf"{_SIGN}{_RANGE}{_LARGE}|{_RANGE}{_LARGE}\s{CURRENCY}|\bfree of charge\b",
    ),
)


def measure_in(question: str) -> Measure | None:
    """What a question asks to be told of a thing, where that is measured; None for a plain number."""
    return next((one for one in MEASURES if one.asked.search(question)), None)


def stated_in(measure: Measure, text: str) -> Iterator[str]:
    """What a text states of a measure, in its own words: "38 years", "$4.2 billion"; of an age the number."""
    for found in measure.stated.finditer(text):
        named = next((part for part in found.groupdict().values() if part), None)
        yield (named or found.group()).strip()
