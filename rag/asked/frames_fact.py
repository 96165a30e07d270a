"""Every other question: it asks for a fact, and its first words say of what kind."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.shapes import PASSAGES, Reading, Sought, is_negated
from rag.asked.wording import ASKING, AUXILIARY, ROLE, one_of
from rag.speech.lexicon import GENDERED_ROLES, HUMANS, is_role

_WHICH = r"(?:\w+ )?(?:which|what)(?:'s| is| was| are| were)? (?:the )?"
_PREPOSITIONS = one_of(
    """in, on, at, to, for, from, by, with, of, under, since, until, through, into, during, between, before,
    after, besides, despite, among, over, against, along with, compared to, according to, around, within,
    onto, upon, beyond, towards?, behind, inside, outside, above, below, near, via, per, throughout"""
)
_TIMES = "(?:exact )?" + one_of("year, date, day, month, time, century, decade, season, quarter") + "s?"
_PLACES = (
    one_of(
        """cit(?:y|ies), countr(?:y|ies), place, state, town, location, region, venue, continent, village,
    province, county, counties, island, street, stadium, district, harbou?r"""
    )
    + "s?"
)
# These are places where something is in them: "At which port does the ferry call?"
_SITES = one_of(
    """port, school, hospital, hotel, airport, station, prison, jail, theat(?:re|er), church, building,
    suburb, neighbou?rhood, valley, bay, hall, park"""
)
AMOUNTS = (
    one_of(
        """percentage, percent, number, share, price, cost, amount, population, rate, size, total, score,
    distance, length, height, temperature, age, speed, weight, budget, gdp, salary, turnover, revenue,
    profit, margin, proportion, ratio, fine, sum, value, attendance, capacity, death toll, toll, depth,
    width, dose, duration"""
    )
    + "s?"
)
_HOW_MANY = one_of(
    """many, much, long, old, far, tall, often, high, big, large, deep, fast, wide, heavy, late, early,
    likely, close"""
)
_CAUSES = one_of("caused, causes, made, led, prompted, motivated, triggered, drove, explains")
# "What is the name of the minister who …?"
_NAME_OF = (
    r"(?:(?:what|which)(?:'s| is| was| are| were) )?(?:the )?(?:full |exact |real )?names? of"
    r" (?:the |a |an )?"
)
# Before the noun that is asked for; "what did countries …" does not ask for countries.
_MODIFIER = rf"(?:(?!{AUXILIARY})[\w'’.-]+ )"
# Behind it: in "what general measure" and "what components raise steam temperature above …" it is none.
_NOUN_ENDS = (
    rf"(?= (?:{AUXILIARY}|of|for|in|on|at|to|from|by|per|as|between|who|[a-z]+(?:ed|s)(?![\w'])|\w+ly )|$)"
)
_SOUGHT: tuple[tuple[Sought, str], ...] = (
    ("date", rf"(?:\w+ )?when(?:'s|s)?(?![\w'])|{_WHICH}{_TIMES}(?![\w'])|how (?:soon|recently)(?![\w'])"),
    (
        "person",
        r"(?:who|whom|whose|who's|whos|\w+ whom)(?![\w'])"
        rf"|{_NAME_OF}(?:[\w'’.-]+ ){{0,6}}?{ROLE}"
        rf"|(?:which|what) {_MODIFIER}{{0,2}}?(?!general \w+ (?:{AUXILIARY})){ROLE}(?!['’])",
    ),
    (
        "place",
        rf"(?:\w+ )?where(?:'s|s)?(?![\w'])"
        rf"|(?:\w+ )?(?:which|what) {_MODIFIER}?{_PLACES}(?![\w'])(?! that )"
        rf"|(?:in|at|near|outside|from|to|into) (?:which|what) {_MODIFIER}{{0,2}}?{_SITES}(?= {AUXILIARY})"
        rf"|{_NAME_OF}(?:[\w'’.-]+ ){{0,3}}?{_PLACES}(?= (?:where|in|near|that|which|to|from) |$)",
    ),
    (
        "number",
        r"what (?:did|does|do|has|will|would) [^,]+? (?:cost|weigh|earn|fetch|sell for|get in \w+)$"
        rf"|(?:\w+ )?how {_HOW_MANY}(?![\w'])|{_WHICH}{_MODIFIER}{{0,3}}?{AMOUNTS}(?![\w']){_NOUN_ENDS}",
    ),
    (
        "reason",
        rf"(?:and )?why(?:'s)?(?![\w'])|how come|what {_CAUSES}(?![\w'])|for what reason"
        r"|what(?:'s| is| was| were| are) the (?:\w+ )?(?:reason|cause|motive|purpose|rationale"
        r"|justification)s?(?![\w'])",
    ),
    ("thing", r"name (?:an?|one|two|three|four|five|the|some|all) "),
    ("yes or no", rf"{AUXILIARY}|whether |if "),
    ("thing", rf"(?:{_PREPOSITIONS} )?(?:{ASKING})"),
)
_NOUNS = (
    rf"(?:{_TIMES}"
    r"|(?:city|country|place|state|town|person|man|woman|reason|number|percentage)(?: of)?)"
)
_LEAD = re.compile(
    rf"(?:(?:\w+ )?(?:which|what) {_NOUNS}(?![\w'])"
    rf"|name(?= an? | one | two | three | four | five | the | some | all )"
    rf"|(?:{_PREPOSITIONS} )?(?:{ASKING})(?: {_HOW_MANY}(?![\w'])| come(?![\w'])| and (?:when|where|why|how"
    rf"|who)(?![\w']))?"
    rf"|{AUXILIARY}|whether|if)(?: (?:{AUXILIARY}))? "
)
_AT_END = re.compile(r"(?<![\w'])(?:what|who|whom|where|when|why|which \w+|how (?:many|much)(?: \w+)?)$")


# A question word inside: "Compared to the old engine, how much coal did it use?", "It referred to what?".
_INSIDE = re.compile(
    r"(?<= )and what$|(?<= )(?:is|was|are|were|using|uses|used|and) which (?:\w+ )*\w+$"
    rf"|(?P<before>[\w'’]+),? (?:what|how {_HOW_MANY}|whom|whose)(?![\w'])"
    r"|(?P<end>[\w'’]+) (?:who|where|when|why)$|(?:by|with|to|from|for|of) who(?![\w'])"
    r"|(?<= )(?:of|in|by|to|at|on|from|with|for|as|under|after) which(?! (?:is|was|are|were|has|had|they|he"
    r"|she|it|the) )(?![\w'])"
    r"|, (?:who|when|where|why|which|how) "
)
_REPORTS = frozenset(
    "about on regarding concerning said say says know tell me explain show that and of".split()
)


def fact_inside(line: Line) -> Reading | None:
    """A question whose question word does not stand first."""
    text = line.folded
    if re.match(rf"(?:\w+ )?(?:{ASKING})|{AUXILIARY}", text) or PASSAGES.match(text):
        return None
    match = _INSIDE.search(text)
    if match is None or (match["before"] or "") in _REPORTS - {"of", "on"}:
        return None
    if match["before"] in ("of", "on") and text.startswith(
        ("statement", "quote", "remark", "comment", "mention")
    ):
        return None
    asking = re.search(rf"{ASKING}", text[match.start() :])
    sought = _sought(text[match.start() + asking.start() :]) if asking else None
    at_end = _AT_END.search(text)
    topic = line.part(0, at_end.start()) if at_end else line.part(0)
    return Reading("fact", topic.shown, sought=sought or "thing", negated=is_negated(text))


# "What is the name of the fund they are discussing?": nobody is asked for who speaks.
_ITS_NAME = re.compile(
    r"(?:what|which)(?:'s| is| was| are| were) the (?:full |exact |real |official )?(?:names?|titles?) of"
    r" (?!.* who )(?!(?:the |all |any )*(?:documents?|texts?|articles?|statements?|files?)(?![\w'])).+"
)


def its_name(line: Line) -> Reading | None:
    """The name of something, whatever is said of it."""
    return fact(line) if _ITS_NAME.fullmatch(line.folded) else None


def fact(line: Line) -> Reading | None:
    """Everything else that asks; the topic is the question without its question words."""
    text = line.folded
    sought = _sought(text)
    if sought is None:
        return None
    lead = re.match(_NAME_OF, text) or _LEAD.match(text)
    topic = line.part(lead.end()) if lead else line.part(0)
    return Reading("fact", topic.shown, sought=sought, negated=is_negated(text))


# "When the war ended, what did he do?" asks what he did.
_OCCASION = re.compile(
    rf"(?:when|where|while|whenever) [^,]+, (?P<asked>(?:{_PREPOSITIONS} )?(?:{ASKING}).+)"
)


# "What is the name of the lighthouse keeper who …?": a person is what this noun is for.
_NAMED = re.compile(
    rf"{_NAME_OF}(?:[\w'’.-]+ ){{0,4}}?(?P<noun>[\w'’-]+)"
    r"(?= (?:who|whom|whose|that|of|in|at|for|from|with|on) |$)"
)


def _sought(text: str) -> Sought | None:
    occasion = _OCCASION.fullmatch(text)
    asked = occasion["asked"] if occasion else text
    named = _NAMED.match(asked)
    if named and (is_role(named["noun"]) or named["noun"] in HUMANS or named["noun"] in GENDERED_ROLES):
        return "person"
    return next((kind for kind, pattern in _SOUGHT if re.match(pattern, asked)), None)
