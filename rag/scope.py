"""What a question is limited to: documents of a period or a meeting, the words of one speaker."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from index.collection import Collection
from index.documents import Card
from index.words import stems
from rag import states
from rag.affiliations import (
    house_of_people,
    is_affiliated,
    is_of_kind,
    is_organ,
    name_alone,
    owned_office,
    owns,
)
from rag.joint_texts import signatories
from rag.lexicon import BODIES, PARTICLES, ROLES
from rag.limits import is_body, is_named_body
from rag.offices import TITLES, asked_as, is_of, own_office, state_in_context, written_out
from rag.offices_abroad import is_same_office
from rag.offices_east import is_same_person
from rag.officials import is_official, officials_of
from rag.questions import Question
from rag.releases import is_any_house, is_central_bank, speaks_for
from rag.rephrasing import at_event
from rag.speakers import statements
from rag.writings import Kind, kind_of

# Words that say what kind of occasion is meant, not which one.
_OCCASIONS = frozenset(
    stems(
        "meeting conference summit talks dialogue session news press briefing event statement speech"
        " document text report note article interview remarks address hearing debate forum visit trip"
    )
)
_SHORT = 3  # letters of a name that may be an abbreviation in capitals
_INTRODUCTIONS = 20  # of one name, that are read
# Words that tell no such occasion from another: "the joint statement".
_ANY_OCCASION = _OCCASIONS | frozenset(stems("joint official final common full public written"))
_JOINT = "joint"
_MANY = 200  # documents; in a larger collection only what a document calls itself is looked at
_HEAD = 1_500  # characters in which a document says what occasion it is about
_FIRST_WORDS = 250  # characters in which it says what kind of occasion
# "… of Japan", "…, the Japanese minister": what follows a name and belongs to it.
_APPOSED = re.compile(r"(?:,| \(| of\b| from\b| representing\b)[^.;:!?]{0,60}?(?=,| and |[.;:!?)])")
_OFFICE_BEFORE = re.compile(
    rf"\b(?P<office>(?:{'|'.join(sorted(ROLES))})\s(?:of|for)\s[^.;:!?,]{{1,80}}),\s$", re.IGNORECASE
)
# A place and nothing else; letters with a number are a meeting: "the G20", "COP26".
_PLACE = re.compile(r"(?:at |in )?(?:the )?(?P<name>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*)")
_PERSON = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3}")
_POSSESSIVE = re.compile(r"^['’]s?(?!\w)")
_OF_PLACE = re.compile(
    r"(?:the )?(?P<office>[a-z]+(?: [a-z]+)?) of (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents a question is about: ``numbers`` of the catalog, all of them when it has no limit.

    words: the limit as it was asked, " in 2013", or nothing.
    undated: how many documents a period leaves out because they state no date.
    """

    numbers: frozenset[int]
    words: str
    undated: int = 0

    @property
    def is_limited(self) -> bool:
        return bool(self.words)


def scope_of(question: Question, collection: Collection) -> Scope:
    """The documents within the period and of the occasion that a question names.

    An occasion that fits no document is no limit: its words are part of what is asked.
    """
    cards = collection.cards
    numbers = frozenset(cards)
    limit = ""
    undated = 0
    if question.period:
        held = frozenset(n for n in numbers if question.period.holds(cards[n].date))
        # "What was agreed in 2005?" can ask what a later document tells of that year.
        if held or question.kind != "fact":
            numbers = held
            limit = f" {question.period.phrase}"
            undated = sum(card.date is None for card in cards.values())
    if question.event:
        held = _of_occasion(question.event, numbers, collection)
        if not held and _asks_body(question):
            held = numbers & collection.with_words(stems(question.event))
        if held:
            numbers = held
            limit += f" {f'of {question.event}' if is_body(question.event) else at_event(question.event)}"
    return Scope(numbers, limit, undated)


def _of_occasion(event: str, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    """The documents of a meeting, or of the kind that is named."""
    cards = collection.cards
    kind = kind_of(event)
    if kind is not None:
        called = collection.remembered(("of kind", kind), lambda: _of_kind(kind, collection)) & numbers
        if called or not kind.usual:
            return called
    held = frozenset(
        n for n in _may_be_about(event, numbers, collection) if _is_about(event, n, cards[n], collection)
    )
    return held or frozenset(n for n in numbers if _is_of_date(event, cards[n].date))


def _of_kind(kind: Kind, collection: Collection) -> frozenset[int]:
    cards = collection.cards
    few = len(cards) <= _MANY
    return frozenset(n for n, card in cards.items() if kind.is_of(card, collection.text(n) if few else ""))


def is_unknown(question: Question, scope: Scope) -> bool:
    """Whether a question is for what a body heard that no document names."""
    return _asks_body(question) and not scope.words.endswith(question.event or "")


def _asks_body(question: Question) -> bool:
    """Whether it is for what anybody said before one body by its name."""
    asks = question.kind == "topic" and question.speaker is None
    return asks and question.event is not None and is_named_body(question.event)


def told_later(question: Question, scope: Scope, collection: Collection) -> Iterator[Scope]:
    """Where else a fact of a period may stand: documents that are headed by its year, then all, whose
    sentences then have to name the year themselves."""
    years = _YEAR.findall(question.period.words) if question.period else []
    if question.kind != "fact" or not years or question.event:
        return
    cards = collection.cards
    headed = frozenset(n for n, card in cards.items() if not {*years}.isdisjoint(_YEAR.findall(card.title)))
    if question.period and headed:
        yield Scope(headed, f" {question.period.phrase}")
    if scope.is_limited:
        yield Scope(frozenset(cards), "")


def _may_be_about(event: str, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    """The documents that hold the words of an occasion anywhere; spares most the closer look."""
    which = [stem for stem in stems(event) if stem not in _OCCASIONS and not _YEAR.fullmatch(stem)]
    return numbers & collection.with_words(which) if which else numbers


def _is_about(event: str, number: int, card: Card, collection: Collection) -> bool:
    years = _YEAR.findall(event)
    if years and not (card.date and card.date[:4] in years):
        return False
    wanted = [stem for stem in stems(event) if stem not in years]
    which = [stem for stem in wanted if stem not in _OCCASIONS]
    if years and not which:
        return True  # "the 2013 text": the year says which
    named = not _ANY_OCCASION.issuperset(wanted)
    if not named and _JOINT in wanted and _is_joint(number, collection):
        return True
    head = f"{card.title} {collection.text(number)[: _HEAD if named else _FIRST_WORDS]}"
    if not frozenset(stems(head)).issuperset(which or wanted):
        return False
    place = _PLACE.fullmatch(event)
    return place is None or not _OCCASIONS.isdisjoint(wanted) or _is_set_in(place["name"], card.title, head)


def _is_of_date(event: str, date: str | None) -> bool:
    """Whether an occasion that no document calls so is told by its date alone: "the May 2024 paper"."""
    years = _YEAR.findall(event)
    if not years or date is None or date[:4] not in years:
        return False
    months = [number for number, name in enumerate(month_name) if name and re.search(rf"\b{name}\b", event)]
    return not months or date[5:7] in ("", *(f"{number:02}" for number in months))


def _is_set_in(place: str, title: str, head: str) -> bool:
    """Whether a document says that it comes from a place: "met in Oslo", "OSLO, May 4", its title.

    "In the spirit of Oslo" it may be written anywhere.
    """
    name = re.escape(place)
    there = (
        rf"\b(?:[Ii]n|[Aa]t)\s(?:the\s)?(?:[A-Z][\w.’'-]*,?\s){{0,3}}?(?i:{name})\b|^\W*(?i:{name})\s*[,(–—-]"
    )
    return place.lower() in title.lower() or bool(re.search(there, head, re.MULTILINE))


def _is_joint(number: int, collection: Collection) -> bool:
    """Whether a document speaks for several, as a joint statement does without being called one."""
    if len(collection.cards) > _MANY:
        return False
    return any(said.voice == "joint" for said in statements(collection.load(number)))


def is_by(asked: str, speaker: str | None, text: str = "") -> bool:
    """Whether the speaker of a quote is the one that was asked for: "Clinton", "Japan's minister".

    What several persons said together each of them said, and so did those who sign a joint text.
    text: the document, which may give the speaker's country and office elsewhere.
    """
    if speaker is None:
        return False
    asked = name_alone(asked)
    if is_any_house(asked) and _is_person(speaker.split(",")[0]):
        return speaks_for(asked, speaker, text)
    if _is_among(asked, speaker, text):
        return True
    # "Tokyo" may be a government, or a person called so.
    whom = asked_as(asked)
    members = [*_members(speaker), *signatories(speaker, text)]
    if any(_is_one(who, written_out(one), text) for who in whom for one in members):
        return True
    return (
        is_same_person(asked, speaker)
        or speaks_for(asked, speaker, text)
        or _is_that_body(asked, speaker, text)
        or _is_introduced_so(asked, speaker, text)
        or any(is_affiliated(one, speaker, text) for one in whom)
        or is_organ(asked, speaker, text)
        or is_same_office(asked, speaker, text)
        or _is_owned(asked, speaker, text)
    )


def _is_among(asked: str, speaker: str, text: str) -> bool:
    """Whether the speaker is one of those asked for in the plural: "U.S. officials", "Acme executives"."""
    officials, house = officials_of(asked), house_of_people(asked)
    if officials and any(is_official(officials, one, text) for one in _members(speaker)):
        return True
    return bool(house) and is_by(house, speaker, text)


def _is_owned(asked: str, speaker: str, text: str) -> bool:
    """Whether the office asked for is one of a house that the text says is its: "Acme's chief executive"."""
    owned = owned_office(asked)
    return owned is not None and owns(owned.owner, speaker, text) and is_by(owned.office, speaker, text)


def _is_that_body(asked: str, speaker: str, text: str) -> bool:
    """Whether a text names the body asked for in full and quotes it by its last words: "the Commission";
    or the body is asked for by its kind and its field: "the dockers' union" of "Dock and Warehouse Union".
    """
    last = speaker.removeprefix("the ").removeprefix("The ").lower()
    whole = asked.removeprefix("the ").lower()
    if last in BODIES and last in whole.split() and whole in " ".join(text.lower().split()):
        return True
    if is_central_bank(asked, speaker):
        return True
    return is_of_kind(whole, last)


def _is_introduced_so(asked: str, speaker: str, text: str) -> bool:
    """Whether a text calls a speaker what was asked for, next to the name: "harbour master Ann Bell"; a mayor
    or the like of a place is one of whom the text names the place."""
    name = re.escape(speaker.split(",", maxsplit=1)[0])
    called = re.sub(r"^the ", "", asked, flags=re.IGNORECASE)
    # "of Norway, Jon Birk of Spain": a name beside another is not what that is called.
    if not called[:1].islower() or " " not in name:
        return False
    office = _OF_PLACE.fullmatch(asked)
    if office and re.search(rf"(?<!\w){re.escape(office['place'])}(?!\w)", text):
        called = office["office"]
    words = r"\s".join(map(re.escape, called.split()))
    beside = (
        rf"(?<!\w){words},?\s{name}(?!\w)|(?<!\w){name},\s(?:the\s|an?\s)?(?:[\w’'-]+\s){{0,2}}{words}(?!\w)"
    )
    return re.search(beside, text, re.IGNORECASE) is not None


def is_named(asked: str, text: str) -> bool:
    """Whether a text names whom a question asks for: "Un" is somebody, "UN" is not.

    The words of an office stand in texts that do not name its holder: they name nobody.
    """
    if not TITLES.isdisjoint(written_out(asked).lower().split()):
        return False
    last = _bare(asked.rsplit(maxsplit=1)[-1])
    forms = {last, last.upper()} if len(last) > _SHORT else {last}
    if last.islower():
        forms = {last, last.title(), last.upper()}
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms)))})(?!\w)", text) is not None


def _is_one(asked: str, speaker: str, text: str) -> bool:
    spans = states.found_in(asked)
    country = [asked[span.start : span.end] for span in spans]
    rest = asked
    for span in reversed(spans):
        rest = rest[: span.start] + " " + _POSSESSIVE.sub("", rest[span.end :])
    wanted = stems(rest)
    if not wanted and not country:
        return False
    # A spokeswoman's office names somebody else; only an office is looked for in what follows the name.
    offices = not TITLES.isdisjoint(asked.lower().split()) or _is_office(asked, speaker)
    given = own_office(speaker, asked) if country or offices else speaker.split(",", maxsplit=1)[0]
    if _fits(wanted, country, given, given) or (not country and _is_same_person(rest, speaker)):
        return True
    # Whose title names a country is in no other country's office.
    if not country or states.found_in(speaker):
        return False
    around = [tuple(own_office(part, asked) for part in one) for one in _introductions(speaker, text)]
    if any(_fits(wanted, country, near, further) for near, further in around):
        return True
    state = state_in_context(speaker.split(",", maxsplit=1)[0], text)
    return bool(state) and _fits(wanted, country, state, " ".join(further for _, further in around))


def _is_office(asked: str, speaker: str) -> bool:
    """Whether what was asked for is all of an office that stands behind a name, in any language."""
    return asked.casefold() in (part.strip().casefold() for part in speaker.split(",")[1:])


def _is_same_person(asked: str, speaker: str) -> bool:
    """Whether two forms of a name can be one person's: "Joe Biden" and "President Biden"."""
    one, other = _name_of(asked), _name_of(speaker.split(",", maxsplit=1)[0])
    if not one or not other or stems(one[-1]) != stems(other[-1]):
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    given, known = one[0].casefold(), other[0].casefold()
    return given[:2] == known[:2] or given.endswith(known) or known.endswith(given)


def _name_of(written: str) -> list[str]:
    """The capitalised words of a name without titles and what comes after it ("Jr.")."""
    return [
        word
        for word in re.findall(r"[\w’'.-]+", _bare(written.strip()))
        if word[0].isupper() and word.lower().strip(".") not in TITLES and word.strip(".") not in ("Jr", "Sr")
    ]


def _fits(wanted: Sequence[str], country: Sequence[str], near: str, around: str) -> bool:
    """Whether the country stands near the name, and the office at least in the words around it."""
    return frozenset(stems(around)).issuperset(wanted) and (
        not country or any(is_of(state, near) for state in country)
    )


def _introductions(speaker: str, text: str) -> Iterator[tuple[str, str]]:
    """What a document says directly around a person's full name, "Akiko Mori of Japan", and further."""
    name = speaker.split(",", maxsplit=1)[0]
    if " " not in name or not _is_person(name):
        return
    for found in islice(re.finditer(re.escape(name), text), _INTRODUCTIONS):
        after = _APPOSED.match(text[found.end() : found.end() + 80])
        before = re.search(r"[^.;:!?,]{0,60}$", text[max(0, found.start() - 60) : found.start()])
        office = _office_before(text[max(0, found.start() - 150) : found.start()])
        office = office or (before.group() if before else "")
        near = f"{office} {name} {after.group() if after else ''} {speaker}"
        yield near, f"{text[max(0, found.start() - 200) : found.start()]} {near}"


def _office_before(text: str) -> str:
    """The office that ends in a comma before its holder: "the Minister of Trade of Norland, " Ann Bell."""
    found = _OFFICE_BEFORE.search(text)
    office = found["office"] if found else ""
    ends = [span.end for span in states.found_in(office)]
    return office if ends and ends[-1] == len(office) else ""


def _members(speaker: str) -> list[str]:
    """The persons that a speaker's label lists; the label itself where it is no such list."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", speaker)
    several = " and " in speaker and all(
        _is_person(part) and ROLES.isdisjoint(part.lower().split()) for part in parts
    )
    return parts if several else [speaker]


def _is_person(name: str) -> bool:
    words = [word for word in name.split() if word not in PARTICLES]
    return _PERSON.fullmatch(" ".join(words)) is not None


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
