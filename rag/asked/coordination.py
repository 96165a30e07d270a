"""What a topic joins: "the harbour levy and the herring quota" asks for what is said of either.

Two noun phrases are two things where each can stand alone, with the words that belong to both: "ferries of
Norland" and "trams of Norland", of "ferries and trams of Norland". What stands behind a preposition is one
thing with it ("talks with Norland and Sudland"), and so is what hangs together ("between Norland and
Sudland"), what is a name ("the Belt and Road Initiative"), and a phrase of its own (rag/asked/binomials).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from index.documents import Span
from index.words import stem_of, words
from rag.topic import states
from rag.topic.head_words import END, LIGHT, PREPOSITIONS

_JOINT = re.compile(r",?\s+(?:and|or|as well as|along with|&)\s+|\s*,\s+", re.IGNORECASE)
_WORD = re.compile(r"[a-z&]", re.IGNORECASE)
# What holds an "and" that joins no two topics.
_BETWEEN = r"\bbetween\b.*?\sand\s"
_CLOSED = re.compile(rf"{_BETWEEN}|\([^)]*\)|[“\"][^”\"]*[”\"]", re.IGNORECASE)
_OF_TWO = re.compile(rf"{_BETWEEN}\S", re.IGNORECASE)
_BOTH = re.compile(r"(?:both|either)\s+", re.IGNORECASE)
_MOST_PARTS = 4
_PREPOSITION = re.compile(rf"(?:^|\s)(?:{PREPOSITIONS})(?!\S)", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|an?|this|that|these|those|any|some|no|each|every)\s", re.IGNORECASE)
_WHOSE = re.compile(r"(?:its|their|his|her)\s+(?:own\s+)?(?=\S)", re.IGNORECASE)
_OF_NOUN = re.compile(rf"(?:the|an?)\s+(?:[a-z-]+\s+){{1,3}}(?:{PREPOSITIONS})\s")
# What a clause says is no thing: "how ferries and trams are run", "plans to build a yard and a pier".
_CLAUSE = re.compile(
    r"(?<![\w'’])(?:that|which|who|whom|whose|where|when|while|how|what|why|whether|if|because|than|not"
    r"|to\s(?!the\s|an?\s|[a-z]+s\b)[a-z]+|is|are|was|were|be|been|will|would|has|have|had|can|could|should|may|might"
    r"|must|does|do|did|[a-z]+n['’]t)(?![\w'’-])"
)
# "selling tanks", but "fishing quotas": nouns that stand before others.
_DOING = re.compile(
    r"(?!(?:banking|bombing|briefing|building|clothing|drilling|drinking|dumping|engineering|evening|farming"
    r"|fishing|flooding|funding|gambling|gaming|hearing|heating|herring|housing|hunting|king|learning|lending"
    r"|licensing|lighting|lobbying|logging|manufacturing|marketing|meeting|mining|morning|nursing|opening"
    r"|parking|planning|policing|pricing|recycling|ring|ruling|screening|sewing|shelling|shipping|shooting"
    r"|smuggling|spending|spring|string|sterling|swimming|teaching|testing|trading|trafficking|training"
    r"|voting|warning|wedding|wing|zoning)\s)[a-z]{2,}ing\s",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\s(?:after|before|during|since|following|until|amid|ahead of|prior to|in the (?:run-up to|wake of))"
    r"\s(?P<when>.+)$",
    re.IGNORECASE,
)
_POSSESSOR = re.compile(r"(?:the\s)?(?:[\w.-]+\s){0,3}?[\w.-]+(?:['’]s|s['’])(?=\s)")
_ADJECTIVE = re.compile(r"[a-z-]+(?:al|ic|ive|ous|ary|ful|ese|ish|able|ible|ian)|civil", re.IGNORECASE)
_PEOPLE = frozenset(map(stem_of, "people peoples person citizens population residents".split()))
_PLURAL = re.compile(r"\w{3,}(?<!s)s", re.IGNORECASE)

_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|or)\s+|\s*,\s*(?:and\s+|or\s+)?", re.IGNORECASE)
_JOINING = "(?:of|in|on|with|for|from|to|by|against|between)"
_PAUSE = re.compile(rf",\s(?={_JOINING}\s)", re.IGNORECASE)
_SHARED = re.compile(rf"(?:^|\s)\w+\sor\s(?!{_JOINING}\s)\w+\s\w+", re.IGNORECASE)


class Adjacent(Protocol):
    """Whether the texts write one word directly before another; apart: with small words between them."""

    def __call__(self, before: str, after: str, *, apart: bool = False) -> bool: ...


# "Norland and Sudland getting closer": what both do.
_TOGETHER = re.compile(r"[A-Z][\w'’-]+ [a-z]{2,}ing\b")


def without_time(topic: str) -> tuple[str, str]:
    """A topic without the time that all it joins is asked for, and that: "trams and tolls", "the strike", of
    "trams and tolls after the strike"."""
    joint = _JOINT.search(topic)
    time = _TIME.search(topic, joint.end()) if joint else None
    return (topic[: time.start()], time["when"]) if time else (topic, "")


def conjuncts(topic: str, names: Sequence[Span]) -> tuple[str, ...]:
    """The noun phrases that a topic joins, as they stand in it; none where it is no such list.

    names: where names stand in it; a list of nothing but names is a topic by itself.
    """
    opening = _BOTH.match(topic)
    spans = _apart(topic, opening.end() if opening else 0, names)
    if not 1 < len(spans) <= _MOST_PARTS or _CLAUSE.search(topic):
        return ()
    if not _WORD.search(topic, spans[-2].end, spans[-1].start):
        return ()  # "Lima, Peru" is one place
    found = tuple(topic[span.start : span.end] for span in spans)
    if all(_is_name(topic, span, names) for span in spans) or _TOGETHER.search(topic, spans[-1].start):
        return ()
    return found if all(any(not word.stop for word in words(one)) for one in found) else ()


def alone(found: Sequence[str], adjacent: Adjacent) -> tuple[str, ...]:
    """Each of the joined noun phrases with what belongs to all; none where one says nothing by itself.

    adjacent: tells "hostage and ceasefire deal", where the texts have a "hostage deal", from "herring and
    fuel prices".
    """
    first, *others = found
    if any(map(_WHOSE.match, others)):
        # "the strike and its causes"
        parts = [
            first,
            *(f"{one[held.end() :]} of {first}" if (held := _WHOSE.match(one)) else one for one in others),
        ]
    else:
        *before, last = _with_owner(first, others, adjacent)
        parts = _with_tail(_with_head(before, last, adjacent), last, adjacent)
    return tuple(parts) if all(map(_tells, parts)) else ()


def alternatives(topic: str) -> list[str]:
    """What a topic leaves the choice between: trams, ferries, of "trams or ferries". "Chemical or biological
    weapons" are one thing: both words stand before the same noun."""
    return [] if _SHARED.search(topic) else _distributed(topic, _OR)


def either_of(topic: str) -> list[str]:
    """The things a topic joins, each of which may be spoken of by itself: "umbrella for Seoul", "umbrella for
    Tokyo", of "umbrella for Seoul and Tokyo"; "price of coal" and "supply of coal", of "price and supply of
    coal".
    """
    return _distributed(topic, _AND)


def _distributed(topic: str, joint: re.Pattern[str]) -> list[str]:
    # "disarmament, of the isles or of Norland": each has its preposition, and the comma is none of the name.
    first, *others = joint.split(_PAUSE.sub(" ", topic))
    ends = list(END.finditer(first))
    before = first[: ends[-1].end()].rstrip() + " " if ends else ""
    again = ends[-1].group().strip() + " " if ends else ""
    parts = [first, *(before + (other.removeprefix(again) if again.strip() else other) for other in others)]
    # "price and availability of coal": of both. "Norland and the war in Sudland" are two things.
    tail = END.search(parts[-1]) if others and not ends else None
    after = parts[-1][tail.start() :] if tail and topic[:1].islower() else ""
    return [part if END.search(part) else part + after for part in parts]


def _apart(topic: str, begin: int, names: Sequence[Span]) -> list[Span]:
    """Where the things stand that a topic joins; what belongs to the one before it is left with it."""
    closed = [*names, *(Span(*found.span()) for found in _CLOSED.finditer(topic))]
    joints = [Span(*found.span()) for found in _JOINT.finditer(topic, begin)]
    joints = [one for one in joints if not any(held.overlaps(one) for held in closed)]
    ends = [*(one.start for one in joints), len(topic)]
    spans = [Span(begin, ends[0])]
    for joint, end in zip(joints, ends[1:], strict=True):
        before = spans[-1]
        if _are_two(topic[before.start : before.end], topic[joint.end : end]):
            spans.append(Span(joint.end, end))
        else:
            spans[-1] = Span(before.start, end)
    return spans


def _are_two(one: str, other: str) -> bool:
    """Whether a noun phrase is a thing by itself, and not a part of what the one before it says."""
    if _PREPOSITION.match(other):
        return False
    if _DOING.match(one) and not _is_determined(other):
        return False  # "selling tanks and lorries": both are sold
    if not _PREPOSITION.search(one) or _OF_TWO.search(one):
        return True
    # "the war in Sudland and the price of bread", but "talks with Norland and Sudland".
    if _WHOSE.match(other) or _OF_NOUN.match(other):
        return True
    if _is_determined(one):
        return _is_determined(other) and _DETERMINER.sub("", other, count=1)[:1].islower()
    return not _is_determined(other) and _PREPOSITION.search(other) is not None


def _is_name(topic: str, span: Span, names: Sequence[Span]) -> bool:
    """Whether a noun phrase is a name and an article at most."""
    telling = [word for word in words(topic[span.start : span.end]) if not word.stop]
    places = (Span(span.start + word.start, span.start + word.end) for word in telling)
    return all(any(name.overlaps(place) for name in names) for place in places)


def _is_determined(part: str) -> bool:
    return _DETERMINER.match(part) is not None


def _is_bare(part: str) -> bool:
    """Nouns without an article or a name before them, which can share what stands with the others."""
    return not _is_determined(part) and part[:1].islower()


def _with_owner(first: str, others: Sequence[str], adjacent: Adjacent) -> list[str]:
    """ "Norland's ferries" and "trams" as "Norland's ferries" and "Norland's trams"; "labour rights" and
    "standards" as "labour rights" and "labour standards", where the texts have such."""
    before, _, noun = first.partition(" ")
    owner = _POSSESSOR.match(first)
    whose = owner.group() if owner else before if noun[:1].islower() and states.forms_of(before) else ""
    if whose:
        return [first, *(f"{whose} {one}" if _is_bare(one) else one for one in others)]
    if not noun or " " in noun or not _is_bare(first):
        return [first, *others]
    return [first, *(f"{before} {one}" if one.isalpha() and adjacent(before, one) else one for one in others)]


def _with_head(before: Sequence[str], last: str, adjacent: Adjacent) -> list[str]:
    """ "civil", before "military drills", as "civil drills"."""
    tail = _PREPOSITION.search(last)
    core = last[: tail.start()] if tail else last
    head = core.rpartition(" ")[2]
    if not _is_bare(core) or head == core:
        return list(before)
    return [f"{one} {head}" if _lacks_head(one, head, adjacent) else one for one in before]


def _lacks_head(one: str, head: str, adjacent: Adjacent) -> bool:
    noun = _DETERMINER.sub("", one, count=1)
    if not noun.isalpha() or _PLURAL.fullmatch(noun):
        return False
    return _ADJECTIVE.fullmatch(noun) is not None or adjacent(noun, head)


def _with_tail(before: Sequence[str], last: str, adjacent: Adjacent) -> list[str]:
    """ "price", before "supply of coal", as "price of coal"; "fatigue", before "rest on ships", where the
    texts have "fatigue on ships"."""
    tail = _PREPOSITION.search(last)
    what = last[tail.start() :] if tail else ""
    bare = all(map(_is_bare, (*before[1:], last)))
    shared = bool(what) and (bare or _is_determined(before[0]))
    return [
        *(one + what if shared and _has_tail(one, what, adjacent, bare=bare) else one for one in before),
        last,
    ]


def _has_tail(one: str, what: str, adjacent: Adjacent, *, bare: bool) -> bool:
    noun = _DETERMINER.sub("", one, count=1)
    if _PREPOSITION.search(one) or not noun[:1].islower():
        return False
    first = next((what[word.start : word.end] for word in words(what) if not word.stop), "")
    if bare and ((" " not in noun and what.startswith(" of ")) or first[:1].isupper()):
        return True
    return adjacent(noun.rsplit(maxsplit=1)[-1], first, apart=True)


def _tells(part: str) -> bool:
    """Whether a part says what it is about, and not only "the impact", or of whom: "the people of Chile"."""
    held = [word for word in words(part) if not word.stop]
    telling = [part[word.start : word.end] for word in held if word.stem not in LIGHT | _PEOPLE]
    whose = any(word.stem in _PEOPLE for word in held) and all(one[0].isupper() for one in telling)
    return bool(telling) and not whose
