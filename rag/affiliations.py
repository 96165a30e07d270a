"""What a text says a person is, beside the name: the office held, the body spoken for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from index.words import stems
from rag import states
from rag.lexicon import BODIES, HONORIFICS, is_role
from rag.offices import TITLES, own_office, written_out
from rag.wording import BODY, one_of

_READ = 20  # places where a name stands that are read
_REACH = 120  # characters beside it
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
    convener convenor founder boss official principal rector moderator premier chancellor""".split()
)
# Officers that bodies have and persons have not: "spokesman for Ann Bell" does not speak as she does.
_OF_BODIES = OFFICERS - {"spokesperson", "spokesman", "spokeswoman", "secretary", "manager", "representative"}
# Whoever leads the conversation has an office in it, and none in the house.
HOSTS = frozenset("operator host analyst reporter correspondent journalist editor interviewer".split())
_LEADS = (
    r"(?:chairs|leads|heads|runs|represents|presides over|speaks for|directs|commands|chaired|led|headed)"
)
_NO_APPOSITION = re.compile(
    r"(?:who|whom|whose|which|when|where|in|on|at|to|with|after|before|as|and|or|but|by|a friend|\w+ing)\b",
    re.IGNORECASE,
)
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
_ANY_HOUSE = frozenset(
    "company firm bank group ministry department agency council union club airline court commission".split()
)
# Offices that are held in a house, and not of a field: a minister is "of Labour".
_OF_HOUSES = frozenset("boss executive chief head director chairman chairwoman chair owner founder".split())
_ROOT = 4  # letters that two words of one root share: "dockers", "dock"
_HEAD = 400  # characters in which a text names its house
_ORGANS = frozenset("board council committee executive presidium directorate leadership management".split())


class Beside(NamedTuple):
    """What stands beside a name: words, and how they do."""

    words: str
    how: str  # "brackets", "apposition", "leads", "of" or "before"


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
    if _is_body(asked):
        return _leads(whole, office) or any(_is_for(whole, one) for one in beside(name, text))
    if any(is_role(word) for word in re.split(r"[\s-]+", whole)):
        return any(_holds(whole, one) for one in beside(name, text))
    named = any(
        one.how == "brackets" and whole in map(_plain, one.words.split(", ")) for one in beside(name, text)
    )
    return named or _leads(whole, office, _OF_BODIES)


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


def beside(name: str, text: str) -> Iterator[Beside]:
    """What a text says directly beside a name, whatever its capitals: "Ms. Ann BELL (Pilots' Union)"."""
    words = name.split()
    if len(words) < len("ab"):
        return
    written = r"\s+".join(map(re.escape, words))
    for found in islice(re.finditer(rf"(?<!\w){written}(?!\w)", text, re.IGNORECASE), _READ):
        after = text[found.end() : found.end() + _REACH]
        for how, pattern in _AFTER.items():
            match = pattern.match(after)
            if match and not (how == "apposition" and _NO_APPOSITION.match(match["words"])):
                yield Beside(match["words"], how)
        before = re.search(r"[^.;:!?,\n]{2,}$", text[max(0, found.start() - _REACH) : found.start()])
        if before:
            yield Beside(before.group(), "before")


_AFTER = {
    "brackets": re.compile(r"\s*\((?P<words>[^()\n]{2,100})\)"),
    "apposition": re.compile(r",\s(?P<words>[^.;:!?\n,]{2,100})(?=[,.;:!?\n])"),
    "leads": re.compile(rf",?\s(?:who\s)?{_LEADS}\s(?P<words>[^.;:!?\n,]{{2,100}})"),
    "of": re.compile(r",?\s(?:of|from|for|representing)\s(?P<words>[^.;:!?\n]{2,100})"),
}


def _is_for(body: str, one: Beside) -> bool:
    """Whether words beside a name make its bearer one who speaks for a body."""
    words = _plain(one.words)
    if _FORMER.search(words):
        return False
    if " " not in body and one.how in ("brackets", "of", "leads"):
        return re.search(rf"\b{re.escape(body)}$", words) is not None
    if one.how == "brackets":
        return frozenset(stems(words)).issuperset(stems(body)) or is_of_kind(body, words)
    if one.how in ("of", "leads"):
        return re.match(rf"{re.escape(body)}(?![\w-])", words) is not None or is_of_kind(body, words)
    if one.how == "apposition":
        own = re.match(rf"(?:(?:of|from) )?(?:the )?{re.escape(body)}$", words) is not None
        return own or _leads(body, words)
    found = re.search(rf"\b{re.escape(body)}(?:'s)? (?P<role>[a-z-]+(?: [a-z-]+){{0,2}}) ?$", words)
    return found is not None and _is_officer(found["role"])


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
