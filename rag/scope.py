"""What a question is limited to: documents of a period or a meeting, the words of one speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from index.collection import Collection
from index.documents import Card
from index.words import stems
from rag import states
from rag.lexicon import HONORIFICS, ROLE_MODIFIERS, ROLES
from rag.questions import Question

# Words that say what kind of occasion is meant, not which one.
_OCCASIONS = frozenset(
    stems(
        "meeting conference summit talks dialogue session news press briefing event statement speech"
        " document text report note article interview remarks address hearing debate forum visit trip"
    )
)
_INTRODUCTIONS = 20  # of one name, that are read
_HEAD = 1_500  # characters in which a document says what occasion it is about
_PERSON = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3}")
TITLES = ROLES | ROLE_MODIFIERS | frozenset(title.strip(".") for title in HONORIFICS)
_POSSESSIVE = re.compile(r"^['’]s?(?!\w)")
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
        held = frozenset(
            n
            for n in _may_be_about(question.event, numbers, collection)
            if _is_about(question.event, n, cards[n], collection)
        )
        if held:
            numbers = held
            limit += f" at {question.event}"
    return Scope(numbers, limit, undated)


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
    which = which or wanted
    head = frozenset(stems(f"{card.title} {collection.text(number)[:_HEAD]}"))
    return head.issuperset(which)


def is_by(asked: str, speaker: str | None, text: str = "") -> bool:
    """Whether the speaker of a quote is the one that was asked for: "Clinton", "Japan's minister".

    text: the document, which may give the speaker's country and office elsewhere.
    """
    if speaker is None:
        return False
    spans = states.found_in(asked)
    country = [form for span in spans for form in states.forms_of(asked[span.start : span.end])]
    rest = asked
    for span in reversed(spans):
        rest = rest[: span.start] + " " + _POSSESSIVE.sub("", rest[span.end :])
    wanted = stems(rest)
    if not wanted and not country:
        return False
    # A spokeswoman's office names somebody else; only an office is looked for in what follows the name.
    offices = not TITLES.isdisjoint(asked.lower().split())
    given = speaker if country or offices else speaker.split(",")[0]
    if _fits(wanted, country, given, given) or (not country and _is_same_person(rest, speaker)):
        return True
    return bool(country) and any(_fits(wanted, country, *around) for around in _introductions(speaker, text))


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
    found = frozenset(stems(near))
    return frozenset(stems(around)).issuperset(wanted) and (
        not country or any(found.issuperset(stems(form)) for form in country)
    )


def _introductions(speaker: str, text: str) -> Iterator[tuple[str, str]]:
    """What a document says directly around a speaker's full name, "Yoko Kamikawa of Japan", and further."""
    name = speaker.split(",", maxsplit=1)[0]
    if " " not in name:
        return
    for found in islice(re.finditer(re.escape(name), text), _INTRODUCTIONS):
        after = re.match(r"[^.;:!?]{0,60}?(?=,| and |[.;:!?])", text[found.end() : found.end() + 80])
        before = re.search(r"[^.;:!?,]{0,60}$", text[max(0, found.start() - 60) : found.start()])
        near = f"{before.group() if before else ''} {name} {after.group() if after else ''} {speaker}"
        yield near, f"{text[max(0, found.start() - 200) : found.start()]} {near}"


def is_company(speaker: str) -> bool:
    """Whether several persons are named: what they say together is no one's own word."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", speaker)
    return len(parts) > 1 and all(
        _PERSON.fullmatch(part) and ROLES.isdisjoint(part.lower().split()) for part in parts
    )


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
