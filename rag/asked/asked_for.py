"""Whether the speaker of a quote is the one that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from index.documents import Document
from index.words import stems
from rag.abroad.offices import is_same_office
from rag.abroad.offices_east import is_same_person
from rag.asked.officials import is_official, officials_of
from rag.speech.affiliations import (
    house_of_people,
    is_affiliated,
    is_of_kind,
    is_organ,
    name_alone,
    owned_office,
    owns,
)
from rag.speech.joint_texts import signatories
from rag.speech.lexicon import BODIES, PARTICLES, ROLES, is_role
from rag.speech.offices import TITLES, asked_as, is_of, own_office, state_in_context, written_out
from rag.speech.releases import is_any_house, is_central_bank, speaks_for
from rag.topic import states

_HEAD = 400  # characters in which a text says which place it is about
_SHORT = 3  # letters of a name that may be an abbreviation in capitals
_INTRODUCTIONS = 20  # of one name, that are read
# "… of Japan", "…, the Japanese minister": what follows a name and belongs to it.
_APPOSED = re.compile(r"(?:,| \(| of\b| from\b| representing\b)[^.;:!?]{0,60}?(?=,| and |[.;:!?)])")
_OFFICE_BEFORE = re.compile(
    rf"\b(?P<office>(?:{'|'.join(sorted(ROLES))})\s(?:of|for)\s[^.;:!?,]{{1,80}}),\s$", re.IGNORECASE
)
# "the Norlandic Prime Minister, " Ann Bell
_STATED_BEFORE = re.compile(
    rf"\b(?P<office>[A-Z][\w.-]*\s(?:[A-Z][\w.-]*\s)?(?:[\w-]+\s)?(?i:{'|'.join(sorted(ROLES))})),\s$"
)
# Those who have a title, of one place or of any: "the councillors", "councillors of Halden".
_TITLED = re.compile(
    r"(?:(?:the|all|some|several|other) )*(?:(?P<place>[A-Z][\w-]*(?: [A-Z][\w-]*)*)(?:['’]s?)? )?"
    r"(?P<title>[a-z-]+)s(?: (?:of|from|in) (?P<of>[A-Z][\w-]*(?: [A-Z][\w-]*)*))?"
)
_PERSON = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3}")
_POSSESSIVE = re.compile(r"^['’]s?(?!\w)")
_TITLE = rf"(?:{'|'.join(sorted(re.escape(title.strip('.')) for title in TITLES))})"
# "President Bell, | President Dahl of Norland": the next of a list
_NEXT_PERSON = re.compile(rf",\s(?:and\s)?(?:(?i:{_TITLE})\.?\s)+[A-Z]")
_OF_PLACE = re.compile(
    r"(?:the )?(?P<office>[a-z]+(?: [a-z]+)?) of (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)


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


def is_by_in(asked: str, speaker: str | None, document: Document) -> bool:
    """Whether it is by what a document says; of whose state only the title may tell: "President Dahl of
    Norland"."""
    if is_by(asked, speaker, document.text):
        return True
    return bool(states.found_in(asked)) and is_by(asked, speaker, document.title)


def _is_among(asked: str, speaker: str, text: str) -> bool:
    """Whether the speaker is one of those asked for in the plural: "U.S. officials", "Acme executives", "the
    Halden councillors"."""
    officials, house = officials_of(asked), house_of_people(asked)
    if officials and any(is_official(officials, one, text) for one in _members(speaker)):
        return True
    if house:
        return is_by(house, speaker, text)
    return officials is None and _has_title(asked, speaker, text)


def _has_title(asked: str, speaker: str, text: str) -> bool:
    """Whether a speaker has the title that several are asked for by, in a text headed by their place."""
    titled = _TITLED.fullmatch(asked)
    if titled is None or not is_role(titled["title"]):
        return False
    place = titled["place"] or titled["of"] or ""
    there = place.casefold() in text[:_HEAD].casefold()
    return there and titled["title"] in re.findall(r"[\w-]+", speaker.lower())


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
    name = r"\s+".join(map(re.escape, speaker.split(",", maxsplit=1)[0].split()))
    called = re.sub(r"^the ", "", asked, flags=re.IGNORECASE)
    # "of Norway, Jon Birk of Spain": a name beside another is not what that is called.
    if not called[:1].islower() or r"\s" not in name:
        return False
    office = _OF_PLACE.fullmatch(asked)
    if office and re.search(rf"(?<!\w){re.escape(office['place'])}(?!\w)", text, re.IGNORECASE):
        called = office["office"]
    words = r"\s".join(map(re.escape, called.split()))
    beside = (
        rf"(?<!\w){words},?\s(?:{_TITLE}\.?\s)?{name}(?!\w)"
        rf"|(?<!\w){name}(?:,\s|\s\()(?:the\s|an?\s)?(?:[\w’'-]+\s){{0,2}}{words}(?!\w)"
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
    written = r"\s+".join(map(re.escape, name.split()))
    for found in islice(re.finditer(written, text), _INTRODUCTIONS):
        following = text[found.end() : found.end() + 80]
        after = None if _NEXT_PERSON.match(following) else _APPOSED.match(following)
        before = re.search(r"[^.;:!?,]{0,60}$", text[max(0, found.start() - 60) : found.start()])
        office = _office_before(text[max(0, found.start() - 150) : found.start()])
        office = office or (before.group() if before else "")
        near = f"{office} {name} {after.group() if after else ''} {speaker}"
        yield near, f"{text[max(0, found.start() - 200) : found.start()]} {near}"


def _office_before(text: str) -> str:
    """The office that ends in a comma before its holder: "the Minister of Trade of Norland, " Ann Bell, "the
    Norlandic prime minister, "."""
    found = _OFFICE_BEFORE.search(text)
    office = found["office"] if found else ""
    ends = [span.end for span in states.found_in(office)]
    if ends and ends[-1] == len(office):
        return office
    stated = _STATED_BEFORE.search(text)
    return stated["office"] if stated and states.found_in(stated["office"]) else ""


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
