"""People asked for by what they are: "shopkeepers", "lorry drivers". A question for what such people think is
one for what is said, where no text calls a speaker so."""

from __future__ import annotations

import re
from itertools import islice

from index.collection import Collection
from rag.asked.wording import BODY, ROLE
from rag.speech.affiliations import OFFICERS
from rag.speech.given_names import is_given
from rag.speech.lexicon import BODIES, DEMONYMS, HUMANS, KIN, is_role
from rag.topic import states

# Offices that their holders speak in, besides those of houses: what senators said they are asked for.
_OFFICES = OFFICERS | frozenset(
    """senator congressman congresswoman mp mep msp councillor councilor alderman lawmaker legislator deputy
    delegate judge justice magistrate prosecutor envoy diplomat consul king queen prince emperor pope bishop
    archbishop cardinal imam rabbi general admiral colonel officer spokespeople candidate nominee negotiator
    mediator regulator inspector ombudsman coroner sheriff counsel lord speaker whip member backbencher
    politician frontrunner""".split()
)
_CROWDS = frozenset(
    """people folk men women children kids locals fans voters patients users families households neighbours
    neighbors professionals youths crowds""".split()
)
# What people are called by what they do or where they are from; some things are, too: "rivers".
_CALLED = re.compile(r"[a-z-]{2,}(?:[eo]rs|ists|i?ans|ants|ents|ees|ates|women|men|folk)")
_IRREGULAR = (
    ("people", "person"),
    ("women", "woman"),
    ("men", "man"),
    ("ves", "fe"),
    ("ies", "y"),
    ("s", ""),
)
_AFTER = re.compile(r" (?:of|in|on|at|from|near|around|with|along|who|whose|without|behind) .+")
_BEFORE = re.compile(
    r"(?:(?:the|some|many|most|all|other|these|those|local|ordinary|individual|nearby|small|young|old|older"
    r"|younger) )*"
)
_DEFINITE = re.compile(r"(?:the|these|those|both|two|three|four|five|six|my|your|his|her|its|our|their) ")
# Of what people think it matters less whose words tell it.
_VIEWS = re.compile(
    r"\b(?:think|thinks|thought|thinking|feel|feels|felt|feeling|make of|made of|see|views?|viewed|opinions?"
    r"|attitude)\b",
    re.IGNORECASE,
)
# What a body means to do others may tell; what it said it said itself.
_PLANS = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|want(?:s|ed|ing)?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?"
    r"|propos(?:e|es|ed|ing)|going to|doing|willing|ready)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:say|says|said|saying|told|tells?|stated?)\b", re.IGNORECASE)
_UNNAMED_BODY = re.compile(rf"(?:the )?(?:[a-z-]+ ){{0,2}}?{BODY}")
_CAMP = re.compile(r"(?:the )?(?:[A-Z][\w-]+ )*(?:[A-Z][\w-]*s|[A-Z][\w-]+ [a-z]{3,}s)")
# "What do the polls say?": no text calls a speaker so.
_FINDINGS = re.compile(
    r"(?:(?:the|any|some|recent|new|latest|other|most) )*(?:[a-z]+ )?(?:polls|polling|surveys|studies"
    r"|statistics|stats|figures|numbers|research|evidence)"
)
_MANY_WORDS = 4
_READ = 20  # documents that a word is looked for in


def is_group(asked: str, searched: str, collection: Collection) -> bool:
    """Whether a question is put to people of a kind, and not to somebody: no person, office or body.

    asked: the speaker of the question ``searched``. "The hostages" are certain ones, so that what they
    said is theirs alone; what they think may be told by others.
    """
    if searched.startswith(asked):
        asked = asked[:1].lower() + asked[1:]
    if _DEFINITE.match(asked) and not (asked.startswith("the ") and _VIEWS.search(searched)):
        return False
    named = _AFTER.sub("", asked)
    plain = _BEFORE.sub("", named, count=1)
    if named != named.lower() or states.found_in(named) or not 1 <= len(plain.split()) <= _MANY_WORDS:
        return False
    *before, head = plain.split()
    one = _singular(head)
    if not one or not _OFFICES.isdisjoint((head, one)) or re.fullmatch(BODY, head) or one in BODIES:
        return False
    if any(word in DEMONYMS or is_given(word) for word in (*before, one)):
        return False
    if _is_human(head, one) or _CALLED.fullmatch(head) is None:
        return _is_human(head, one)
    return plain != asked or _is_plural(asked, searched) or _is_noun(head, collection)


def is_unnamed(asked: str, searched: str) -> bool:
    """Whether whoever speaks may tell what is asked of nobody by name: what the polls say, or what the
    government plans."""
    return _FINDINGS.fullmatch(asked) is not None or (
        _UNNAMED_BODY.fullmatch(asked) is not None and _is_minded(searched)
    )


def is_camp(asked: str, searched: str) -> bool:
    """Whether it is asked what a state or a camp thinks or means to do, which others may tell: "How do
    Liberals feel about the toll?"."""
    named = [asked[span.start : span.end] for span in states.found_in(asked)]
    is_state = asked.removeprefix("the ") in [one.removeprefix("the ") for one in named]
    return _is_minded(searched) and (is_state or _CAMP.fullmatch(asked) is not None)


def _is_minded(searched: str) -> bool:
    """Whether a question is for what somebody thinks or means to do, and not for what he said."""
    minded = _VIEWS.search(searched) or _PLANS.search(searched)
    return minded is not None and _SAYS.search(searched) is None


def _singular(word: str) -> str:
    """The singular of a plural; "" for any other word."""
    if word.endswith(("ss", "us", "is")):
        return ""
    return next((word[: -len(end)] + one for end, one in _IRREGULAR if word.endswith(end)), "")


def _is_plural(asked: str, searched: str) -> bool:
    """Whether the verb tells that several are asked for: nobody asks "what do sanders say" of one."""
    several = rf"\b(?:do|don['’]t|have|are|were)\s+{re.escape(asked)}(?!\w)"
    return re.search(several, searched, re.IGNORECASE) is not None


def _is_human(head: str, one: str) -> bool:
    known = head in _CROWDS or is_role(one) or one in HUMANS or one in KIN
    return known or re.fullmatch(ROLE, head) is not None


def _is_noun(word: str, collection: Collection) -> bool:
    """Whether a text of the collection writes a word small: "what did sanders say" may ask for a person."""
    small = re.compile(rf"(?<![\w./@#-]){re.escape(word)}(?![\w@-])")
    held = islice(sorted(collection.holding(word)), _READ)
    return any(small.search(collection.text(number)) for number in held)
