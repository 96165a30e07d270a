"""What a text says a person is, beside the name: the office held, the body spoken for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from index.words import stems
from rag.asked.wording import BODY, one_of
from rag.speech.beside import Beside, beside
from rag.speech.houses import is_house, is_person
from rag.speech.lexicon import BODIES, HONORIFICS, is_role
from rag.speech.offices import TITLES, own_office, written_out
from rag.topic import states

_PERSON = re.compile(
    r"(?P<name>[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|(?:de|van|von|al|bin|la|del)(?= )))*)"
    r"(?:,| \(| (?:of|from|for|representing|at)) .+"
)
# What bodies that speak are called; "Ada Lane" lives in none.
_SPEAKS = re.compile(
    rf"(?<![\w-])(?:{BODY}|"
    + one_of(
        """assembly, institutes?, society, alliance, trust, fund, foundation, campaign, cent(?:re|er),
        network, chamber, academy, clinic, brigade, guard, secretariat, movement, treasury, services?, plc,
        ltd, inc, corporation, corp, group, bench, force, guild, consortium, syndicate, forum, cooperative,
        co-operative, front, collective, directorate, inspectorate, ombudsman, observatory, greens"""
    )
    + r")(?![\w-])"
)
# Who speaks for a body, in its name.
OFFICERS = frozenset(
    """governor president chair chairman chairwoman chairperson chief ceo cfo coo cto director minister
    secretary secretary-general commissioner spokesperson spokesman spokeswoman head executive
    superintendent mayor manager treasurer leader captain commander delegate representative ambassador
    convener convenor founder boss official principal rector moderator premier chancellor
    lawyer attorney solicitor barrister counsel""".split()
)
# Officers that bodies have and persons have not: "spokesman for Ann Bell" does not speak as she does.
_OF_BODIES = OFFICERS - frozenset(
    """spokesperson spokesman spokeswoman secretary manager representative lawyer attorney solicitor
    barrister counsel""".split()
)
# Whoever leads the conversation has an office in it, and none in the house.
HOSTS = frozenset("operator host analyst reporter correspondent journalist editor interviewer".split())
_BEFORE_OF = re.compile(r"\b(?:of|to|for|with|by|from)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex|then|shadow|past|late)\b", re.IGNORECASE)
_GOVERNMENT = re.compile(r"(?:.*\b)?(?:government|cabinet)", re.IGNORECASE)
_GOVERNS = re.compile(
    r"\b(?:(?:prime|vice|foreign|[a-z]+) minister|minister|premier|chancellor|government spokes\w+)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:the )?(?P<owner>[^,]+?)['’]s? (?P<office>[^,'’]+)"
    r"|(?:the )?(?P<held>[^,]+?) (?:of|at|for) (?P<house>[^,]+)"
)
_PEOPLE = (
    r"(?:(?:senior |top )?(?:executives|officials|managers|directors|representatives|spokespeople|bosses"
    r"|leaders|leadership|management|staff))"
)
_PEOPLE_OF = re.compile(
    rf"(?:the )?(?:(?P<before>[A-Z][^,]*?)(?:['’]s?)? {_PEOPLE}"
    rf"|{_PEOPLE} (?:of|at|from) (?:the )?(?P<after>[A-Z][^,]*))"
)
_ANY_HOUSE = frozenset(
    "company firm bank group ministry department agency council union club airline court commission".split()
)
# Offices that are held in a house, and not of a field: a minister is "of Labour".
_OF_HOUSES = frozenset("boss executive chief head director chairman chairwoman chair owner founder".split())
_NO_ADJECTIVES = frozenset("of for to with by from at in on who that whose the a an his her its".split())
_SENTENCES = frozenset(("is", "apposed", "whose"))  # how an office is told beside a name, in more words
_MOST_BEFORE = 2  # words before an office that belong to it
_ROOT = 4  # letters that two words of one root share: "dockers", "dock"
_NEAR = 300  # characters of the sentence before
_HEAD = 400  # characters in which a text names its house
_ORGANS = frozenset("board council committee executive presidium directorate leadership management".split())


class Owned(NamedTuple):
    """An office, and the house whose it is."""

    owner: str
    office: str


def name_alone(asked: str) -> str:
    """A person's name without what is said of it: "Ann Bell of the Pilots' Union" is "Ann Bell"."""
    found = _PERSON.fullmatch(asked.strip().removeprefix("the "))
    if found is None or states.found_in(found["name"]):
        return asked
    words = [word.lower().strip(".") for word in found["name"].split()]
    courtesy = [word for word in words if word in HONORIFICS or f"{word}." in HONORIFICS]
    own = [word for word in words if word not in TITLES and word not in courtesy]
    named = len(own) > 1 or (own and len(own) < len(words))
    return found["name"] if named and not _is_body(found["name"]) else asked


def is_affiliated(asked: str, speaker: str, text: str) -> bool:
    """Whether a speaker holds the office asked for, or speaks for the body asked for, by the label or by
    what the text says beside the name."""
    whole = _plain(asked)
    name, _, office = speaker.partition(",")
    if not whole or (" " not in name.strip() and not office):
        return False
    if _GOVERNMENT.fullmatch(whole) and _governs(asked, office):
        return True
    if _is_body(asked) or is_house(asked, text):
        proper = asked.removeprefix("the ")[:1].isupper()
        return (
            _leads(whole, office)
            or any(_is_for(whole, one, proper=proper) for one in beside(name, text))
            or (proper and _is_its(asked.removeprefix("the "), name, text))
        )
    if any(is_role(word) for word in re.split(r"[\s-]+", whole)):
        return any(_holds(whole, one) for one in beside(name, text))
    if is_person(asked, text):
        return False
    near = list(beside(name, text))
    return (
        any(one.how == "brackets" and whole in map(_plain, one.words.split(", ")) for one in near)
        or _leads(whole, office, _OF_BODIES)
        or any(_is_officers(whole, _plain(one.words), _OF_BODIES) for one in near if one.how in _SENTENCES)
    )


def _is_its(house: str, name: str, text: str) -> bool:
    """Whether a text that has just named a house calls somebody its officer: "The league was furious. Its
    director, Ann Bell, said …"."""
    written = r"\s+".join(map(re.escape, name.split()))
    its = rf"\bIts\s(?:[a-z-]+\s){{0,2}}?(?P<office>[a-z-]+),\s{written}(?!\w)"
    for found in re.finditer(its, text) if name.strip() else ():
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if found["office"] in OFFICERS and re.search(
            rf"(?<!\w){re.escape(house)}(?!\w)[^.!?]*[.!?]\s+$", before
        ):
            return True
    return False


def is_organ(asked: str, speaker: str, text: str) -> bool:
    """Whether an organ is asked for of a body in whose own text it is named: "the Board of the Bank"."""
    whole, house = _plain(asked), _plain(speaker)
    organ = re.sub(rf"^{re.escape(house)}'s |(?: of| at) (?:the )?{re.escape(house)}$", "", whole)
    words = organ.split()
    if "," in speaker or not words or words[-1] not in _ORGANS or not _is_body(speaker):
        return False
    return house != whole and re.search(rf"\b{re.escape(organ)}\b", _plain(text)) is not None


def is_of_kind(asked: str, words: str) -> bool:
    """Whether a body is asked for by its kind and its field: "the dockers' union" of "Dock and Warehouse
    Union"."""
    *field, kind = re.findall(r"[\w-]+", _plain(asked).replace("'s", "")) or [""]
    known = re.findall(r"[\w-]+", _plain(words))
    return (
        kind in BODIES
        and kind in known
        and bool(field)
        and all(any(word[:_ROOT] == one[:_ROOT] for one in known if len(one) >= _ROOT) for word in field)
    )


@lru_cache(maxsize=256)  # asked of every speaker
def house_of_people(asked: str) -> str:
    """The house whose people are asked for: "Acme executives", "the management of Acme"; or ""."""
    found = _PEOPLE_OF.fullmatch(asked)
    house = (found["before"] or found["after"]) if found else ""
    return "" if states.forms_of(house) or states.governed_from(house) else house


def owned_office(asked: str) -> Owned | None:
    """An office that is asked for with whose it is: "the company's CFO", "the boss of Acme"."""
    found = _OWNED.fullmatch(asked)
    if found is None:
        return None
    owner, office = (found["owner"] or found["house"]), (found["office"] or found["held"])
    words = re.split(r"[\s-]+", written_out(office).lower())
    if TITLES.isdisjoint(words) or states.found_in(owner) or states.governed_from(owner):
        return None
    if found["house"] and not (_is_body(owner) or (owner[:1].isupper() and not _OF_HOUSES.isdisjoint(words))):
        return None  # "the Minister of Labour" is none of a house's
    return Owned(owner, office)


def owns(owner: str, speaker: str, text: str) -> bool:
    """Whether a house is whose officer a speaker is: by the label, by what stands beside the name, or by the
    head of the text; "the company" is any."""
    whole = _plain(owner)
    if whole in _ANY_HOUSE:
        return True
    name, _, office = speaker.partition(",")
    wanted = frozenset(stems(whole))
    near = [office, *(one.words for one in beside(name, text))]
    return any(frozenset(stems(one)).issuperset(wanted) for one in [*near, text[:_HEAD]])


def _is_for(body: str, one: Beside, *, proper: bool) -> bool:
    """Whether words beside a name make its bearer one who speaks for a body. proper: it bears a name."""
    words = _plain(one.words)
    if _FORMER.search(words):
        return False
    if one.how == "before":
        found = re.search(rf"\b{re.escape(body)}(?:'s)? (?P<role>[a-z-]+(?: [a-z-]+){{0,2}}) ?$", words)
        return found is not None and _is_officer(found["role"])
    if one.how == "apposition":
        own = re.match(rf"(?:(?:of|from) )?(?:the )?{re.escape(body)}$", words) is not None
        return own or _leads(body, words)
    if one.how in _SENTENCES:
        return _is_officers(body, words, OFFICERS)
    if " " not in body:
        named = rf"(?:[a-z-]+ ){{0,3}}?{re.escape(body)}(?![\w-])" if proper else rf".*\b{re.escape(body)}$"
        return re.match(named, words) is not None
    if one.how == "brackets":
        own = frozenset(stems(words)).issuperset(stems(body))
    else:
        own = re.match(rf"{re.escape(body)}(?![\w-])", words) is not None
    return own or is_of_kind(body, words)


def _is_officers(body: str, words: str, officers: frozenset[str]) -> bool:
    """Whether a phrase is about an officer of a body: "the Acme finance director", not "the man who sued
    Acme's boss"."""
    before = re.split(r"[\s-]+", re.sub(rf"^(?:the|an?|its) |{re.escape(body)}(?:'s)? ", "", words))
    first = next((spot for spot, word in enumerate(before) if word in officers), len(before))
    near = first <= _MOST_BEFORE and _NO_ADJECTIVES.isdisjoint(before[:first])
    return near and _leads(body, words, officers)


def _holds(office: str, one: Beside) -> bool:
    """Whether words beside a name are the office."""
    words = _plain(own_office(one.words, office))
    if one.how not in ("brackets", "apposition") or _FORMER.search(words):
        return False
    if not frozenset(stems(words)).issuperset(stems(office)):
        return False
    heads = [word for word in re.findall(r"[\w-]+", office) if is_role(word)]
    role = min((words.find(head) for head in heads if head in words), default=0)
    return _BEFORE_OF.search(words[:role]) is None


def _leads(body: str, office: str, officers: frozenset[str] = OFFICERS) -> bool:
    """Whether an office is one of a body: "head of the Pilots' Union", "union spokesman"."""
    words = _plain(office)
    inside = re.search(rf"(?<![\w-]){re.escape(body)}(?![\w-])", words)
    return inside is not None and _is_officer(words.replace(body, " "), officers)


def _is_officer(words: str, officers: frozenset[str] = OFFICERS) -> bool:
    roles = frozenset(re.split(r"[\s-]+", words)) | frozenset(words.split())
    return not roles.isdisjoint(officers) and roles.isdisjoint(HOSTS) and not _FORMER.search(words)


def _governs(asked: str, office: str) -> bool:
    """Whether an office is one of the government asked for."""
    if _GOVERNS.search(office) is None or _FORMER.search(office):
        return False
    of = [asked[span.start : span.end] for span in states.found_in(asked)]
    named = [office[span.start : span.end] for span in states.found_in(office)]
    return all(any(states.forms_of(one) == states.forms_of(other) for other in named) for one in of)


def _is_body(asked: str) -> bool:
    short = asked.removeprefix("the ")
    initials = short.isupper() and short.isalpha() and len(short) > 1
    return initials or _SPEAKS.search(_plain(asked)) is not None


def _plain(words: str) -> str:
    """Words in lower case as names are compared: one kind of apostrophe, no article before them."""
    return " ".join(words.lower().translate({ord("’"): "'"}).split()).removeprefix("the ")
