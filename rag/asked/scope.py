"""What a question is limited to: documents of a period, of a meeting or of a kind."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from index.collection import Collection
from index.documents import Card
from index.words import stems
from rag.asked.asked_for import is_by
from rag.asked.limits import is_body, is_named_body
from rag.asked.periods import named
from rag.asked.rephrasing import at_event
from rag.asked.wording import EVENT
from rag.asked.writings import Dated, Kind, dated_kind_of, kind_of, owned
from rag.questions import Question
from rag.speakers import author, statements

# Words that say what kind of occasion is meant, not which one.
_OCCASIONS = frozenset(
    stems(
        "meeting conference summit talks dialogue session news press briefing event statement speech"
        " document text report note article interview remarks address hearing debate forum visit trip piece"
        " story coverage account"
    )
)
# Words that tell no such occasion from another: "the joint statement".
_ANY_OCCASION = _OCCASIONS | frozenset(stems("joint official final common full public written"))
_JOINT = "joint"
_MANY = 200  # documents; in a larger collection only what a document calls itself is looked at
_HEAD = 1_500  # characters in which a document says what occasion it is about
_FIRST_WORDS = 250  # characters in which it says what kind of occasion, and whose it is
# A place and nothing else; letters with a number are a meeting: "the G20", "COP26".
_PLACE = re.compile(r"(?:at |in )?(?:the )?(?P<name>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)*)")
_EVENT = re.compile(EVENT)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_IN_MONTH = re.compile(
    rf"(?:in|during) (?:(?:early|late|mid) )?(?P<month>{'|'.join(filter(None, month_name))})", re.IGNORECASE
)
_DATE = re.compile(r"[\w ,]*\b(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents a question is about: ``numbers`` of the catalog, all of them when it has no limit.

    words: the limit as it was asked, " in 2013", or nothing.
    undated: how many documents a period leaves out because they state no date.
    missing: the occasion that is asked for fits no document, and is no limit.
    told: the words of a time that no year tells ("in May") and documents do.
    """

    numbers: frozenset[int]
    words: str
    undated: int = 0
    missing: bool = False
    told: str = ""

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
    missing = False
    if question.period:
        held = frozenset(n for n in numbers if question.period.holds(cards[n].date))
        # "What was agreed in 2005?" can ask what a later document tells of that year.
        if held or question.kind != "fact":
            numbers = held
            limit = f" {question.period.phrase}"
            undated = sum(card.date is None for card in cards.values())
    if question.event:
        held = _of_occasions(question.event, numbers, collection)
        if not held and _asks_body(question):
            held = numbers & collection.with_words(stems(question.event))
        missing = not held
        if held:
            numbers = held
            limit += f" {f'of {question.event}' if is_body(question.event) else at_event(question.event)}"
    of_month = _of_month(question, numbers, collection)
    told = question.vague if of_month else ""
    limit += f" {told[0].lower()}{told[1:]}" if told else ""
    return Scope(of_month or numbers, limit, undated, missing, told)


def _of_month(question: Question, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    """The documents of a month of whatever year: "At the hearing in May, …", "What was said in May of eels?".

    "What was said of the flood in May?" may ask for the flood of May.
    """
    asked = _IN_MONTH.fullmatch(question.vague)
    first = question.searched.find(question.vague) < question.searched.find(question.topic)
    if asked is None or len(collection.cards) > _MANY or not (question.event or first):
        return frozenset()
    name = asked["month"].lower()
    month = f"-{[one.lower() for one in month_name].index(name):02}"
    return frozenset(
        n
        for n in numbers
        if (
            (collection.cards[n].date or "")[4:7] == month
            if collection.cards[n].date
            else _is_headed(name, n, collection)
        )
    )


def _is_headed(name: str, number: int, collection: Collection) -> bool:
    """Whether a document without a date that is read names a month at its head."""
    return re.search(rf"\b{name}\b", collection.text(number)[:_FIRST_WORDS], re.IGNORECASE) is not None


def _of_occasions(event: str, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    """The documents of a meeting, or of the one and the other: "the summit of May and the talks in Oslo",
    "the talks and June 2022"."""
    each = [
        _of_occasion(one, numbers, collection)
        if _EVENT.search(one.lower())
        else _of_date(one, numbers, collection)
        for one in event.split(" and ")
        if _EVENT.search(one.lower()) or _DATE.fullmatch(one)
    ]
    if len(each) > 1 and all(each):
        return frozenset().union(*each)
    return _of_occasion(event, numbers, collection)


def _of_date(date: str, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    period = named(date)
    return frozenset(n for n in numbers if period and period.holds(collection.cards[n].date))


def _of_occasion(event: str, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    """The documents of a meeting, or of the kind that is named."""
    cards = collection.cards
    theirs = owned(event)
    if theirs:
        whose = _led_by(theirs[0], _of_occasion(theirs[1], numbers, collection), collection)
        if whose:
            return whose
    dated = dated_kind_of(event)
    made = _of_dated(dated, numbers, collection) if dated else None
    if made:
        return made
    kind = kind_of(event)
    if kind is not None:
        called = collection.remembered(("of kind", kind), lambda: _of_kind(kind, collection)) & numbers
        if called or not kind.usual:
            return called
    named = kind_of(event, by_name=True)
    if named is not None:
        called = collection.remembered(("of kind", named), lambda: _of_kind(named, collection)) & numbers
        if called:
            return called
    held = frozenset(
        n for n in _may_be_about(event, numbers, collection) if _is_about(event, n, cards[n], collection)
    )
    return held or frozenset(n for n in numbers if _is_of_date(event, cards[n].date))


def _led_by(owner: str, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    """Those of these documents in which most is said by one person or house."""
    if not 0 < len(numbers) <= _MANY:
        return frozenset()
    found = set()
    for number in numbers:
        document = collection.load(number)
        speakers = Counter(said.speaker for said in statements(document) if said.speaker)
        leading = [author(document), *(one for one, _ in speakers.most_common(1))]
        if any(is_by(owner, one, document.text) for one in leading):
            found.add(number)
    return frozenset(found)


def _of_dated(dated: Dated, numbers: frozenset[int], collection: Collection) -> frozenset[int]:
    """The documents of a kind and a time; else those of its year that name that time."""
    called = (
        collection.remembered(("of kind", dated.kind), lambda: _of_kind(dated.kind, collection)) & numbers
    )
    of_it = frozenset(n for n in called if dated.is_of(collection.cards[n]))
    return of_it or frozenset(n for n in called if dated.is_for(collection.cards[n], collection.text(n)))


def _of_kind(kind: Kind, collection: Collection) -> frozenset[int]:
    cards = collection.cards
    few = len(cards) <= _MANY
    return frozenset(n for n, card in cards.items() if kind.is_of(card, collection.text(n) if few else ""))


def is_unknown(question: Question, scope: Scope) -> bool:
    """Whether a question is for what a body heard that no document names."""
    return scope.missing and _asks_body(question)


def _asks_body(question: Question) -> bool:
    """Whether it is for what anybody said before one body by its name."""
    asks = question.kind == "topic" and question.speaker is None
    return asks and question.event is not None and is_named_body(question.event)


def head(number: int, collection: Collection) -> str:
    """The title and the first words of a document, which tell what it is and whose."""
    return f"{collection.cards[number].title} {collection.text(number)[:_FIRST_WORDS]}"


def told_later(question: Question, scope: Scope, collection: Collection) -> Iterator[Scope]:
    """Where else a fact of a period may stand: documents that are headed by its year, then all, whose
    sentences then have to name the year themselves; or those without a date that tell of "this year"."""
    if question.kind != "fact" or question.period is None or question.event:
        return
    years = _YEAR.findall(question.period.words)
    cards = collection.cards
    if not years and scope.undated:
        telling = _undated_telling(question.period.words, collection)
        if telling:
            yield Scope(telling, "")
    if not years:
        return
    headed = frozenset(n for n, card in cards.items() if not {*years}.isdisjoint(_YEAR.findall(card.title)))
    if headed:
        yield Scope(headed, f" {question.period.phrase}")
    if scope.is_limited:
        yield Scope(frozenset(cards), "")


def _undated_telling(when: str, collection: Collection) -> frozenset[int]:
    """The documents without a date that speak of "this year", which is the year of each of them."""
    cards = collection.cards
    near = collection.with_words(stems(when))
    return frozenset(n for n in near if cards[n].date is None and when.lower() in collection.text(n).lower())


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
    top = f"{card.title} {collection.text(number)[:_HEAD]}" if named else head(number, collection)
    if not frozenset(stems(top)).issuperset(which or wanted):
        return False
    place = _PLACE.fullmatch(event)
    return place is None or not _OCCASIONS.isdisjoint(wanted) or _is_set_in(place["name"], card.title, top)


def _is_of_date(event: str, date: str | None) -> bool:
    """Whether an occasion that no document calls so is told by its date alone: "the May 2024 paper"."""
    years = _YEAR.findall(event)
    if not years or date is None or date[:4] not in years:
        return False
    months = [number for number, name in enumerate(month_name) if name and re.search(rf"\b{name}\b", event)]
    return not months or date[5:7] in ("", *(f"{number:02}" for number in months))


def _is_set_in(place: str, title: str, top: str) -> bool:
    """Whether a document says that it comes from a place: "met in Oslo", "OSLO, May 4", "Fish Hall, Oslo" on
    a line of its own, its title.

    "In the spirit of Oslo" it may be written anywhere.
    """
    name = re.escape(place)
    there = (
        rf"\b(?:[Ii]n|[Aa]t)\s(?:the\s)?(?:[A-Z][\w.’'-]*,?\s){{0,3}}?(?i:{name})\b|^\W*(?i:{name})\s*[,(–—-]"
        rf"|^[^.!?:;\n]{{1,60}},\s(?i:{name})\b[^.!?:;\n]{{0,30}}$"
    )
    return place.lower() in title.lower() or bool(re.search(there, top, re.MULTILINE))


def _is_joint(number: int, collection: Collection) -> bool:
    """Whether a document speaks for several, as a joint statement does without being called one."""
    if len(collection.cards) > _MANY:
        return False
    return any(said.voice == "joint" for said in statements(collection.load(number)))
