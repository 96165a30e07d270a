"""Descriptions: whom "the minister", "the 34-year-old", "the company", "a spokesman" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rag.asked.phrases import (
    LONGEST_LABEL,
    employed,
    head_of,
    nominal,
    opens_phrase,
    personal,
    phrase_end,
    plural,
)
from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.bodies import COMPANIES
from rag.speech.cast import content
from rag.speech.clauses import Sentence
from rag.speech.source import Source
from rag.topic.heads import PUBLICATIONS

if TYPE_CHECKING:
    from rag.speech.sources import Memory

_MUTUAL = frozenset("husband wife brother sister".split())
_CAPITALISED = frozenset({"the", "a", "an"})  # by what their labels are known for
_SHORT = 3  # words of a phrase that can stand for something named before
_REACH = 3  # paragraphs back in which "the 34-year-old" was named
_REFLEXIVE = {"himself": "m", "herself": "f"}
_DEFINITE = frozenset("the la le el il der die".split())
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_OF_OWN = words.WRITINGS | {"message", "comment", "comments", "remarks", "words", "response", "reply"}
# "The other company" is not the one named before.
_ANOTHER = frozenset("other another rival parent second third new first sister former same".split())
_MEDIA = PUBLICATIONS | frozenset(
    "reuters jazeera bbc cnn cnbc nbc abc cbs afp ap itv sky fox npr pbs pti ani".split()
)
# Nobody with another role is called by one of these.
_OFFICES = frozenset(
    """president premier chancellor governor mayor king queen prince princess emir sultan pope minister
    senator judge""".split()
)
_PARTIES = frozenset("republican democrat conservative liberal".split())
_ELECTED = frozenset(
    "representative senator governor congressman congresswoman mp mayor leader speaker whip minister".split()
)
_COURTS = {"bench": "court", "judges": "court"}
_PUBLIC = frozenset(
    """ministry department police court council government parliament senate congress commission
    committee house union university authority agency regulator watchdog inspectorate""".split()
)


def described(memory: Memory, s: Sentence, first: int, last: int, clause: bool) -> Source | None:
    """A description: "the minister", "a senior official", "the ministry"."""
    stressed = _REFLEXIVE.get(s.low[last]) if last < len(s.words) else None
    if stressed and memory.focus is not None and memory.focus.gender not in ("", stressed):
        return memory.pronoun(stressed, s, first)  # "the candidate himself"
    last = phrase_end(s, first, last)
    if s.low[last - 1] in _REFLEXIVE and last - first > 1:
        last -= 1  # "The senator herself | was calmer"
    kept = [i for i in range(first, last) if s.words[i].quote < 0]  # "the “Salt Water” singer"
    low = [s.low[i] for i in kept]
    label = " ".join(s.words[i].word for i in kept[:LONGEST_LABEL])
    label = _without_capital(memory, s, first, label.replace(" '", "'").replace(" ,", ","))
    if not nominal(low) or all(word in words.DETERMINERS for word in low):
        return Source(low[0], "someone") if low in (["another"], ["one"]) else None
    head = head_of(low)
    if plural(head):
        return _several(memory, low, label)
    if head in words.THINGS or head in lexicon.BODIES:
        return _thing(memory, low, label, s.paragraph)
    unseen = head == "voice" and low[0] in ("a", "another")  # "A voice from the hall: “…”"
    if clause and not unseen and not personal(head) and not lexicon.is_role(low[-1]):
        return None
    found = _led(memory, head, s.paragraph) or _spouse(memory, s, first, head)
    found = found or _titled(memory, low, label, s.words[first].word)
    if found is None and low[0] == "the" and personal(head) and not _is_anothers(memory, s, first, last):
        found = same_again(memory, low, s.paragraph)
    if found is None and (opens_phrase(s.words[first].word, low) or head in ("police", "people")):
        single = low[0] in ("the", "a", "an", "one", "another", "his", "her") and not head.endswith("s")
        found = Source(_in_full(memory, label, low, s.paragraph), "someone" if single else "group")
    return found


def _is_anothers(memory: Memory, s: Sentence, first: int, last: int) -> bool:
    """ "The Chief Executive", after Councillor Bell spoke: an office in capitals, of whom has another."""
    roles = memory.focus.person.roles if memory.focus is not None and memory.focus.person else []
    title = [s.words[spot].word for spot in range(first + 1, last)]
    if len(title) < _SHORT - 1 or not roles or not all(word[0].isupper() for word in title):
        return False
    return not any(title[-1].lower() in content(known) for known in roles)


def _led(memory: Memory, head: str, paragraph: int) -> Source | None:
    """Whom the lead describes, in the lead."""
    led = memory.led
    if led is None or led.paragraph != paragraph or head != led.head:
        return None
    return Source(led.person.label, "person", led.person)


def _without_capital(memory: Memory, s: Sentence, first: int, label: str) -> str:
    """ "Another neighbour", "Rain-hit farmers" at the head of a sentence: as it is written within one."""
    word = s.words[first].word
    opens = first == 0 or not s.words[first - 1].word[-1].isalnum()
    if not opens or word.isupper() or word.lower() in _CAPITALISED:
        return label
    former, _, latter = word.lower().partition("-")
    compound = (
        latter and word[len(former) + 1 :].islower() and former not in lexicon.DEMONYMS | lexicon.PLACES
    )
    many = word.endswith("s") and lexicon.is_role(word.lower().removesuffix("s"))  # "Friends of Smith"
    common = compound or many or memory.is_common(word.lower())
    return label[0].lower() + label[1:] if common else label


def _spouse(memory: Memory, s: Sentence, first: int, head: str) -> Source | None:
    """ "Her husband", after "Lance and Pauline Trott": the one other of the name.

    "His brother", of a man who is called his brother's brother: the other one.
    """
    if head not in _MUTUAL or s.low[first] not in ("his", "her"):
        return None
    owner = memory.pronoun(words.POSSESSIVES[s.low[first]], s, first)
    if owner is None or owner.person is None:
        return None
    known = memory.cast.holding(head)
    if known and (head in ("husband", "wife") or any(one.name[0] != owner.person.name[0] for one in known)):
        return None
    sex = lexicon.sex_of_role(head)
    others = [
        one
        for one in memory.cast.bearing(owner.person.surname)
        if one is not owner.person and one.gender in ("", sex)
    ]
    return Source(others[0].label, "person", others[0]) if len(others) == 1 else None


def _in_full(memory: Memory, label: str, low: Sequence[str], paragraph: int) -> str:
    """ "A spokesman", "a spokesman for the company": with the name of the body."""
    head = head_of(low)
    if not head.startswith("spokes"):
        return label
    if low[-3:-1] == ["for", "the"]:
        body = _thing(memory, low[-2:], "", paragraph).label
        return f"{label.rpartition(' the ')[0]} {body}" if body else label
    if len(low) == _SHORT and low[1] in words.THINGS:
        body = _thing(memory, ["the", low[1]], "", paragraph).label
        return f"{low[0]} {head} for {body}" if body else label
    near = memory.body if memory.body_paragraph >= paragraph else None
    focus = memory.focus
    if near is None and focus is not None and memory.focus_paragraph >= paragraph - 1:
        near = focus if focus.kind == "body" else None
    return employed(label, head, near.label) if near is not None else label


def _titled(memory: Memory, low: Sequence[str], label: str, opening: str) -> Source | None:
    """The holder of a title, by name or, where no name is given, by the title in full."""
    definite = low[0] in _DEFINITE or low[0] in ("his", "her")
    if not definite and not lexicon.is_role(low[0]) and not opening[0].isupper():
        return None
    holder = _holder(memory, low, label)
    if holder is not None or low[0] != "the":
        return holder
    title = memory.cast.title(" ".join(low[1:]))
    return Source(title, "someone") if title is not None else None


def same_again(memory: Memory, low: Sequence[str], paragraph: int) -> Source | None:
    """ "The singer", "the 34-year-old": the person in focus, described anew."""
    focus = memory.focus
    head = head_of(low)
    aged = next((word for word in low if word.endswith("-year-old")), "")
    head = aged or head  # "the 44-year-old nurse"
    plain = "-of-" in head or head.endswith("-year-old") or head in lexicon.DEMONYMS
    if plain and "of" not in low:
        return _plainly(memory, head, paragraph)
    again = focus is not None and focus.kind == "someone" and focus.label.split()[-1] == head
    if (focus is None or again) and "of" not in low:
        sex = lexicon.sex_of_role(head)
        known = memory.only_one(paragraph) or memory.only_one(paragraph - 1)
        fits = known is not None and head not in memory.unnamed and sex in ("", known.gender or sex)
        return (memory.lead(sex) if sex else memory.lead("f") or memory.lead("m")) or (
            known if fits else None
        )
    if focus is None or "of" in low or "for" in low:
        return None
    if focus.person is None:
        return focus if _only_name(memory, focus, paragraph) else None
    if focus.person.only_kin and head not in lexicon.KIN:
        others = (one for one, _ in memory.people if one.person and not one.person.only_kin)
        return next(others, None)  # "The singer" after her mother spoke
    theirs = any(head in content(known) for known in focus.person.roles)
    office = head in _OFFICES and bool(focus.person.roles) and not _related(head, focus.person.roles)
    recent = {id(source.person) for source, where in memory.people if where >= paragraph - 1}
    elsewhere = memory.focus_paragraph < paragraph or bool(memory.cast.holding(head))
    several = bool(focus.person.roles) and recent != {id(focus.person)}
    doubtful = head in memory.bare or (elsewhere and several)
    near = memory.focus_paragraph >= paragraph - 1 and not memory.calls(focus)
    return focus if near and (theirs or not (doubtful or office)) else None


def _only_name(memory: Memory, focus: Source, paragraph: int) -> bool:
    """Is this somebody of whom no more than a name is given, and whom alone the last lines name?"""
    near = {source.label for source, where in memory.people if where >= paragraph - 1}
    return focus.kind == "name" and near == {focus.label} and memory.focus_paragraph >= paragraph - 1


def _plainly(memory: Memory, head: str, paragraph: int) -> Source | None:
    """ "The 34-year-old", "the Irishman": of that age, or whoever was spoken of last."""
    if "-of-" in head:
        return _parent(memory, lexicon.sex_of_role(head.partition("-")[0]))
    age = int(head.partition("-")[0]) if head[:1].isdigit() and head.partition("-")[0].isdigit() else 0
    of_age = memory.cast.aged(age) if age else []
    if len(of_age) == 1:
        return Source(of_age[0].label, "person", of_age[0])
    focus = memory.focus if memory.focus_paragraph >= paragraph - 1 else None
    near = [one for one, where in memory.people if where >= paragraph - _REACH]
    if head in _PARTIES:
        members = [one for one in near if one.person and head in _parties(one.person.roles)]
        if members:
            return members[0]
        near = [
            one for one in near if one.person and any(_elected(role) for role in one.person.roles)
        ] or near
        focus = focus if focus in near else None
    for source in [focus, *near]:
        if source is not None and source.person is not None and source.person.age in (0, age):
            return source
    return None


def _parent(memory: Memory, sex: str) -> Source | None:
    """ "The mother-of-two": most of the time whom the article is about."""
    subject = memory.protagonist
    if subject is not None and subject.gender == sex:
        return subject
    near = next((one for one, _ in memory.people if sex and one.gender == sex), None)
    others = (one for one in (subject, memory.headlined) if one is not None and one.gender in ("", sex))
    return near or next(others, memory.focus)


def _parties(roles: Sequence[str]) -> set[str]:
    """The parties that roles name: "Democratic senator", "Democrat candidate"."""
    named = " ".join(roles).lower().replace("democratic", "democrat").split()
    return set(named).intersection(_PARTIES)


def _related(office: str, roles: Sequence[str]) -> bool:
    """May the holder of these roles be called a senator, too, for leading a senate?"""
    return any(office[:5] in role.lower() for role in roles)


def _elected(role: str) -> bool:
    return not _ELECTED.isdisjoint(content(role))


def _several(memory: Memory, low: Sequence[str], label: str) -> Source:
    """ "The ministers": those the document listed together, if their number fits."""
    if low[0] not in ("the", "both", "these", "those") and low[0] not in _NUMBERS:
        return Source(label, "group")
    count = next((_NUMBERS[word] for word in low if word in _NUMBERS), 0)
    if len(memory.together) > 1 and count in (0, len(memory.together)) and len(low) <= 4:
        names = [" ".join(person.name) for person in memory.together]
        return Source(", ".join(names[:-1]) + " and " + names[-1], "group")
    return Source(label, "group")


def _thing(memory: Memory, low: Sequence[str], label: str, paragraph: int) -> Source:
    """A body or a writing: "the ministry" is the one that is named, "the letter" its writer's."""
    head = head_of(low)
    if head in ("center", "centre") and not lexicon.DEMONYMS.isdisjoint(low):  # who plays there
        return same_again(memory, ["the", low[-2]], paragraph) or Source(label, "someone")
    based = next((spot for spot, word in enumerate(low) if word.endswith("-based")), 0)
    low = [low[0], *low[based + 1 :]]
    if len(low) <= _SHORT:
        owned = low[0] in ("the", "his", "her", "their", "its", "this")
        if head in _OF_OWN and owned and memory.focus:
            return memory.focus
        if low[0] == "the" and _ANOTHER.isdisjoint(low):
            return _named_body(memory, low, paragraph) or Source(label, "body")
    return Source(label, "body")


def _named_body(memory: Memory, low: Sequence[str], paragraph: int) -> Source | None:
    """The body that "the ministry", "the housing charity", "the company" stands for, if one is named."""
    head = head_of(low)
    known, focus = memory.body, memory.focus
    kind = {word for word in low[1:-1] if word not in lexicon.DEMONYMS}
    if known is not None and {head, *kind} <= set(known.label.lower().split()):
        return known
    unions = memory.cast.bodies.called("union")
    here = focus is not None and memory.focus_paragraph == paragraph and focus.label not in unions
    if head in COMPANIES and focus is not None and here and _trades(focus):
        return focus
    listed = memory.cast.bodies.called(_COURTS.get(head, head))
    if kind and head not in COMPANIES:  # "the interior ministry" is not the Ministry of Education
        listed = [body for body in listed if kind <= set(body.lower().split())]
    if len(listed) == 1:
        return Source(listed[0], "body")
    if known is None or memory.body_paragraph < paragraph - 1:
        return None
    spoke = known == focus and head not in _PUBLIC and not kind
    fits = (_trades(known) and known.label not in unions) if head in COMPANIES else spoke and _unlike(known)
    return known if known.label in listed or (fits and not listed) else None


def _unlike(body: Source) -> bool:
    """Does this name say nothing of what it is the name of, as initials do?"""
    named = set(body.label.lower().split())
    return named.isdisjoint(words.THINGS) and named.isdisjoint(lexicon.BODIES) and named.isdisjoint(_MEDIA)


def _trades(body: Source) -> bool:
    """Can this body be a company, rather than an arm of the state or a newspaper that was told something?"""
    if body.kind != "body" or body.label[:1].islower():
        return False
    named = set(body.label.lower().split())
    return named.isdisjoint(_PUBLIC) and named.isdisjoint(_MEDIA)


def _holder(memory: Memory, low: Sequence[str], label: str) -> Source | None:
    """The one person who holds the title, or the one in focus if several do; None if nobody does."""
    listed = [word for word in low if word not in words.DETERMINERS]
    holders = memory.cast.holding(" ".join(listed))
    if not holders:  # "the Republican governor"
        plain = memory.cast.holding(" ".join(word for word in listed if word not in lexicon.DEMONYMS))
        holders = [one for one in plain if any(one is source.person for source, _ in memory.people)]
    if not holders and " of one of " in label:  # "the head of one of the biggest unions"
        holders = memory.cast.holding(label.lower().partition(" of one of ")[0])
    if not holders and " of the " in label:
        holders = memory.cast.holding_part(" ".join(listed))
    if not holders:
        return None
    holders = [one for one in holders if not memory.calls(Source(one.label, "person", one))] or holders
    met = [one for one in holders if id(one) in memory.met]
    holders = met if len(met) == 1 else holders
    if len(holders) == 1:
        return Source(holders[0].label, "person", holders[0])
    focus = memory.focus
    if focus is not None and any(holder is focus.person for holder in holders):
        return focus
    near = (one for one, where in memory.people if where >= memory.paragraph - _REACH)
    last = next((one for one in near if any(holder is one.person for holder in holders)), None)
    if last is not None:
        return last
    return Source(label, "someone")
