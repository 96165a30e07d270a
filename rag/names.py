"""Names in running text: who is mentioned where, with which role, and who a short form stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rag import lexicon
from rag.prose import Token

_ROMAN = frozenset("II III IV VI VII VIII XI JR SR".split())
_JOINS = frozenset({"of", "for", "and", "to", "the", "&"})
_JOIN_HEADS = frozenset({"republic", "kingdom", "governments", "states", "leaders", "ministers"})
_LONGEST_NAME = 14  # tokens
_LONGEST_ROLE = 16  # tokens


class Mention(NamedTuple):
    """A name in a run of tokens, ``[first, last)`` counted in tokens of its sentence.

    name: the words of the name alone ("Hillary Clinton"), empty for a bare title.
    role: the words of the title before it, without article ("U.S. Secretary of State").
    kind: "person", "body", "place", "title" (a bare title), or "name" (one word, could be either).
    possessive: the mention ends in ’s, so it modifies what follows.
    """

    first: int
    last: int
    name: tuple[str, ...]
    role: str
    kind: str
    possessive: bool


@dataclass(slots=True)
class Person:
    """Somebody the document names, under the fullest form it gives."""

    name: tuple[str, ...]
    roles: list[str] = field(default_factory=list)
    gender: str = ""

    @property
    def surname(self) -> str:
        return surname(self.name)

    @property
    def label(self) -> str:
        """The name, and after a comma the first role that the document attaches to it."""
        name = " ".join(self.name)
        if not self.roles:
            return name
        if len(self.name) == 1 and self.roles[0][:1].isupper() and " of " not in self.roles[0]:
            return f"{self.roles[0]} {name}"
        return f"{name}, {self.roles[0]}"


def surname(name: Sequence[str]) -> str:
    """The family name, in lower case: the first word where it is written first, else the last."""
    if family_first(name):
        return name[0].lower()
    words = [word for word in name if word.lower().rstrip(".") not in {"jr", "sr", "ii", "iii", "iv"}]
    return (words or list(name))[-1].lower()


def family_first(name: Sequence[str]) -> bool:
    if len(name) not in (2, 3) or name[0].lower() not in lexicon.FAMILY_FIRST:
        return False
    given = name[1].lower()
    if len(name) == 2 and "-" in name[1]:
        return True
    return (
        given not in lexicon.GIVEN_NAMES
        and name[-1].lower() not in lexicon.FAMILY_FIRST
        and (name[0].lower() not in lexicon.GIVEN_NAMES)
        and name[0] not in ("Kim", "Lee", "Park", "Song", "Moon", "Sun", "Han", "Lin", "Shin", "Ban")
    )


def mentions(words: Sequence[Token]) -> list[Mention]:
    """All names in a sentence, from left to right."""
    found: list[Mention] = []
    index = 0
    total = len(words)
    while index < total:
        if not _capital(words, index):
            index += 1
            continue
        end = _run_end(words, index)
        mention = _parsed(words, index, end)
        if mention is not None:
            found.append(_with_lower_role(words, mention, found))
        index = max(end, index + 1)
    return found


def _capital(words: Sequence[Token], index: int) -> bool:
    word = words[index].word
    if not word[0].isupper():
        return False
    lowered = word.lower()
    if lowered in lexicon.NOT_NAMES:
        return False
    return not (lowered == "may" and index + 1 < len(words) and not words[index + 1].word[0].isupper())


def _run_end(words: Sequence[Token], start: int) -> int:
    """Where the run of capitals ends; particles and the joins of long titles are let through."""
    index = start
    joined = False
    while index < len(words) and index - start < _LONGEST_NAME:
        word = words[index].word
        capital = word[0].isupper() or (
            index > start and word[0].isalpha() and not word.islower() and not word.isupper()
        )
        if capital and (index > start or _capital(words, index)) and words[index].quote < 0:
            if word.lower() in lexicon.NOT_NAMES and word.lower() not in (
                "may",
                "march",
                "april",
                "june",
                "august",
            ):
                break
            index += 1
            if word.endswith(("'s", "'S")) or (word.endswith(".") and _stops(words, index, word)):
                break
            if index < len(words) and words[index].word == "'" and word.endswith("s"):
                break
            continue
        ahead = _after_join(words, index, start)
        if not ahead:
            break
        joined = True
        index = ahead
    while joined and index > start and words[index - 1].word.islower():
        index -= 1
    return index


def _stops(words: Sequence[Token], following: int, word: str) -> bool:
    """Does this abbreviation end the sentence as well?"""
    if following >= len(words) or word.lower() in lexicon.HONORIFICS or word.lower() in lexicon.ROLES:
        return False
    return words[following].word.lower() in lexicon.NOT_NAMES


def _after_join(words: Sequence[Token], index: int, start: int) -> int:
    """The index of the capital that a particle or a join leads to, or 0 if the run ends here."""
    word = words[index].word
    if index == start or index + 1 >= len(words) or words[index].quote >= 0:
        return 0
    following = words[index + 1]
    if word.lower() in lexicon.PARTICLES and following.word[0].isupper() and following.quote < 0:
        return index + 1
    if word not in _JOINS or not _joins(words, start, index):
        return 0
    if word in ("and", "&") and (
        _is_title(words, index + 1) or words[index + 1].word.lower() in lexicon.GIVEN_NAMES
    ):
        return 0
    if following.word == "the" and word in ("of", "for", "to") and index + 2 < len(words):
        return index + 2 if words[index + 2].word[0].isupper() else 0
    return index + 1 if following.word[0].isupper() and _capital(words, index + 1) else 0


def _is_title(words: Sequence[Token], index: int) -> bool:
    """Does a title begin here, within a word or two ("Foreign Minister", "U.S. Secretary")?"""
    ahead = [token.word.lower() for token in words[index : index + 3]]
    return any(lexicon.is_role(word) or word in lexicon.HONORIFICS for word in ahead)


def _joins(words: Sequence[Token], start: int, index: int) -> bool:
    """May the run go on over "of" and the like? Only after a title or the head of a body's name."""
    before = [token.word.lower() for token in words[start:index]]
    join = words[index].word
    if join in ("and", "&"):
        return any(word in ("of", "for") for word in before) or join == "&"
    return any(lexicon.is_role(word) or word in lexicon.BODIES or word in _JOIN_HEADS for word in before)


def _parsed(words: Sequence[Token], start: int, end: int) -> Mention | None:
    run = [token.word for token in words[start:end]]
    if not run:
        return None
    possessive = run[-1].endswith(("'s", "'S")) or (
        end < len(words) and words[end].word == "'" and run[-1].endswith("s")
    )
    if run[-1].endswith(("'s", "'S")):
        run[-1] = run[-1][:-2]
    lowered = [word.lower() for word in run]
    cut = _name_start(run, lowered)
    name, role = tuple(run[cut:]), " ".join(run[:cut])
    kind = _kind(name, role, lowered)
    if kind in ("body", "place"):
        name, role = tuple(run), ""
    if kind == "person" and not role and len(name) > 2 and lowered[0] in lexicon.DEMONYMS:
        role, name = name[0], name[1:]
    return Mention(start, end, name, role, kind, possessive)


def _name_start(run: list[str], lowered: list[str]) -> int:
    """How many words of the run are the title."""
    last = -1
    for index, word in enumerate(lowered):
        titled = lexicon.is_role(word) or word in lexicon.HONORIFICS or word.endswith("-elect")
        if titled and not (index + 1 < len(lowered) and lowered[index + 1] in lexicon.NOT_TITLES_BEFORE):
            last = index
    if last < 0:
        return _after_prefix(lowered)
    if (
        last == len(run) - 1
        and last
        and (lowered[last - 1] in lexicon.GIVEN_NAMES or lowered[last - 1] in lexicon.HONORIFICS)
    ):
        return last - 1 if lowered[last - 1] in lexicon.GIVEN_NAMES else last  # Julie Bishop, Mr Judge
    rest = last + 1
    if rest < len(run) and lowered[rest] in _JOINS:
        return _after_complement(run, lowered, rest)
    return rest


def _after_prefix(lowered: list[str]) -> int:
    """ "Weather Bureau | Ian Robertson": a given name after the name of a body begins a person's."""
    for spot in range(1, len(lowered) - 1):
        if lowered[spot] in lexicon.GIVEN_NAMES and len(lowered) - spot <= 3:
            before = lowered[:spot]
            if any(word in lexicon.BODIES or word in lexicon.DEMONYMS for word in before):
                return spot
            return spot if before[-1] not in lexicon.GIVEN_NAMES and spot == 1 else 0
    return 0


def _after_complement(run: list[str], lowered: list[str], rest: int) -> int:
    """Parts "Secretary of State | Hillary Clinton": where does the name begin after "of …"?"""
    index = rest
    while index < len(run) and (lowered[index] in _JOINS or lowered[index] in lexicon.COMPLEMENTS):
        index += 1
    for spot in range(index, len(run)):
        if lowered[spot] in lexicon.GIVEN_NAMES and lowered[spot - 1] not in ("of", "for", "and"):
            return spot
    index = max([index, *(spot + 1 for spot in range(index, len(run)) if lowered[spot] in _JOINS)])
    left = len(run) - index
    if lowered[index - 1] in _JOINS and left <= 2:
        return len(run)
    if index > rest + 1 and lowered[index - 1] in lexicon.COMPLEMENTS and left <= 3:
        return index
    # "President of France Emmanuel Macron": the last two words, if two more stand before them.
    return len(run) - 2 if left >= 3 else len(run)


def _kind(name: tuple[str, ...], role: str, lowered: list[str]) -> str:
    joined = " ".join(lowered)
    if joined in lexicon.PLACES or lowered[-1] in lexicon.DEMONYMS:
        return "place"
    if not role and any(word in _JOINS for word in lowered):
        return "body"
    if joined in lexicon.NAMED_BODIES or lowered[-1] in lexicon.BODIES:
        return "body"
    if not name:
        return "title"
    bodily = any(word in lexicon.BODIES and word not in lexicon.PLACES for word in lowered)
    if bodily and not role and lowered[0] not in lexicon.GIVEN_NAMES:
        return "body"
    last = name[-1]
    if len(lowered) == 1:
        acronym = len(last) > 1 and last.isupper() and last not in _ROMAN and "." not in last
        return "body" if acronym else "name"
    tail = " ".join(word.lower() for word in name)
    if role and tail in lexicon.PLACES:
        return "title"
    return "person" if role or len(name) <= 4 or any(word in lexicon.PARTICLES for word in name) else "body"


def _with_lower_role(words: Sequence[Token], mention: Mention, before: list[Mention]) -> Mention:
    """Takes in a role in small letters right before the name: "White House spokesman | John Doe"."""
    if mention.kind not in ("person", "name") or mention.role or mention.first == 0:
        return mention
    index = mention.first - 1
    if not _small_role(words[index].word):
        return mention
    while index > 0 and mention.first - index < _LONGEST_ROLE // 2 and _modifies(words[index - 1].word):
        index -= 1
    if before and before[-1].last == index and not before[-1].role and not before[-1].possessive:
        index = before.pop().first
    owned = index > 0 and words[index - 1].word.lower() in ("his", "her", "their", "my", "our")
    role = "" if owned else " ".join(token.word for token in words[index : mention.first])
    return mention._replace(first=index, role=role, kind="person")


def _small_role(word: str) -> bool:
    return lexicon.is_role(word) or (
        word.endswith(("man", "woman", "person", "boss")) and word.islower() and len(word) > 5
    )


def _modifies(word: str) -> bool:
    return word in lexicon.ROLE_MODIFIERS or _small_role(word) or ("-" in word and word.islower())


class Cast:
    """The persons of a document. Short forms resolve to exactly one of them or to nobody."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[Person]] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._weak: dict[str, list[Person]] = {}

    def add(self, name: Sequence[str], role: str = "", gender: str = "") -> Person:
        """Records a person, or adds to one already known under a form of the same name."""
        person = self._same(name)
        if person is None:
            person = Person(tuple(name))
            self._index(person)
        elif len(name) > len(person.name):
            person.name = tuple(name)
            self._index(person)
        title = _without_honorific(role)
        if title and title not in person.roles:
            person.roles.append(title)
        person.gender = person.gender or gender or _gender_of(person.name, role)
        return person

    def _index(self, person: Person) -> None:
        mine = self._by_surname.setdefault(person.surname, [])
        if person not in mine:
            mine.append(person)
        for word in person.name:
            others = self._by_word.setdefault(word.lower(), [])
            if person not in others:
                others.append(person)

    def _same(self, name: Sequence[str]) -> Person | None:
        for person in self._by_surname.get(surname(name), []):
            if _compatible(person.name, name):
                return person
        mine = {word.lower() for word in name}
        for person in self._by_word.get(name[0].lower(), []):
            if {word.lower() for word in person.name} == mine:
                return person
        return None

    def find(self, name: Sequence[str], role: str = "", gender: str = "") -> Person | None:
        """The one person this form of a name can stand for; None if nobody or several could."""
        if not name:
            return None
        if len(name) > 1:
            return self._same(name)
        word = name[0].lower()
        candidates = self._by_surname.get(word) or self._by_word.get(word, [])
        if len(candidates) > 1 and role:
            wanted = _content(role)
            fitting = [p for p in candidates if any(wanted & _content(known) for known in p.roles)]
            candidates = fitting or candidates
        if len(candidates) > 1 and gender:
            candidates = [p for p in candidates if p.gender == gender] or candidates
        return candidates[0] if len(candidates) == 1 else None

    def holding(self, role: str) -> list[Person]:
        """The persons one of whose roles has every content word of this one."""
        wanted = _content(role)
        if not wanted:
            return []
        return [p for p in self.persons() if any(wanted <= _content(known) for known in p.roles)]

    def persons(self) -> Iterable[Person]:
        seen: set[int] = set()
        for people in self._by_surname.values():
            for person in people:
                if id(person) not in seen:
                    seen.add(id(person))
                    yield person


def _without_honorific(role: str) -> str:
    """The role without "Mr" and the like; empty if it then has no title left."""
    kept = [word for word in role.split() if word.lower() not in lexicon.HONORIFICS]
    return (
        " ".join(kept)
        if any(lexicon.is_role(word.lower().strip(".,")) or _small_role(word) for word in kept)
        else ""
    )


def _content(role: str) -> set[str]:
    return {word.strip(".,").lower() for word in role.split()} - {
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "former",
        "",
    }


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Same family name: may the given names belong together ("Antony J." and "Antony", "J." and "John")?"""
    shorter, longer = sorted(
        ([w.lower().rstrip(".") for w in one], [w.lower().rstrip(".") for w in other]), key=len
    )
    if len(shorter) == 1 or set(shorter) <= set(longer):
        return True
    first, second = shorter[0], longer[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return first == second


def _gender_of(name: Sequence[str], role: str) -> str:
    for word in role.lower().split():
        gender = lexicon.HONORIFICS.get(word) or lexicon.GENDERED_ROLES.get(word)
        if gender:
            return gender
    return lexicon.GIVEN_NAMES.get(name[0].lower(), "") if len(name) > 1 else ""


def enlist(cast: Cast, words: Sequence[Token], names: Sequence[Mention], *, full: bool) -> None:
    """Adds the persons a sentence names to the cast, with the roles it gives them.

    full: those named by more than one word; the short forms come after all of them, so that each
    finds the person it belongs to.
    """
    for number, mention in enumerate(names):
        if mention.kind != "person" or not mention.name:
            continue
        if (len(mention.name) > 1) != full or (not full and not mention.role):
            continue
        role = mention.role
        bare = not role or role.lower() in lexicon.HONORIFICS
        if bare:
            before = names[number - 1] if number else None
            role = _role_before(words, mention, before) or _role_after(words, mention) or role
        gender = next((g for w in mention.role.lower().split() if (g := lexicon.HONORIFICS.get(w))), "")
        known = None if full else cast.find(mention.name, role, gender)
        cast.add(known.name if known is not None else mention.name, role, gender)


def _role_before(words: Sequence[Token], mention: Mention, before: Mention | None) -> str:
    """ "the minister for foreign affairs, | John Smith" """
    comma = mention.first - 1
    if comma < 1 or words[comma].word != ",":
        return ""
    if before is not None and before.last == comma and before.kind == "title" and not before.possessive:
        return " ".join(token.word for token in words[before.first : before.last])
    first = comma
    while first > 0 and comma - first < _LONGEST_ROLE and words[first - 1].word[0].isalnum():
        first -= 1
        if words[first].word.lower() in ("the", "its", "their", "his", "her"):
            return _role_text(words[first + 1 : comma])
    return ""


def _role_after(words: Sequence[Token], mention: Mention) -> str:
    """ "John Smith, | the minister for foreign affairs |, said" """
    first = mention.last + 1
    if mention.possessive or first >= len(words) or words[first - 1].word != ",":
        return ""
    last = first
    while (
        last < len(words)
        and last - first < _LONGEST_ROLE
        and words[last].word not in (",", ".", ";", "(", ")", ":", "—", "–")
    ):
        if words[last].quote >= 0 or words[last].word in (
            "who",
            "which",
            "said",
            "says",
            "told",
            "and",
            "whose",
            "to",
        ):
            break
        last += 1
    return _role_text(words[first:last])


def _role_text(tokens: Sequence[Token]) -> str:
    """The words of a role, without their article; empty if they are no role."""
    if tokens and tokens[0].word.lower() in ("the", "a", "an", "then", "now"):
        tokens = tokens[1:]
    listed = [token.word for token in tokens]
    head = [word.lower() for word in listed[:8]]
    stop = next(
        (i for i, word in enumerate(head) if word in ("of", "for", "at", "in", "with", "from", "to")),
        len(head),
    )
    named = any(lexicon.is_role(word) or _small_role(word) for word in head[:stop])
    if not named or not listed or listed[0][0].isdigit():
        return ""
    return " ".join(listed).replace(" '", "'")
