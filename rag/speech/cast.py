"""The cast of a document: the persons it names, each under the fullest form, and their roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rag.speech import lexicon
from rag.speech.bodies import Bodies
from rag.speech.given_names import sex_of
from rag.speech.names import small_role

_CROWD = 40  # persons under one word; past that the word tells nobody apart
_TITLED = 2  # words of "M. Morel"
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_WRITTEN_OUT = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "prof": "professor",
    "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "det": "detective",
    "supt": "superintendent", "pres": "president", "adm": "admiral", "maj": "major",
    "ceo": "chief executive", "cfo": "chief financial", "pm": "prime minister", "insp": "inspector",
}  # fmt: skip
_STYLES = frozenset("majesty royal highness excellency eminence holiness".split())
# Whom a report calls "the judge"; of justice are ministers and secretaries.
_BENCH = re.compile(r"(?:(?:chief|associate|mr\.?|mrs\.?|ms\.?|lord|lady) )*(?:justice|magistrate)")
_PARTIES = frozenset("labour tory conservative liberal democratic republican green".split())
_LINK = re.compile(r"\b(?:for|to|of)\b")
# Family names that Westerners bear as given names, so that they prove no order.
_EITHER = frozenset("kim lee park song moon sun han lin shin ban jung lim le".split())


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the document names, under the fullest form it gives."""

    name: tuple[str, ...]
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    age: int = 0
    called: str = ""  # the nickname that stands in quotation marks within the name, with these

    @property
    def surname(self) -> str:
        return surname(self.name)

    @property
    def only_kin(self) -> bool:
        """Does the document know the person as somebody's relative alone?"""
        return len(self.name) == 1 and any(role.split()[-1] in lexicon.KIN for role in self.roles)

    @property
    def label(self) -> str:
        """The name, and after a comma the first role that the document attaches to it.

        A family name alone follows its title: "Secretary Clinton".
        """
        given = self.name[:1] if self.called else ()
        name = " ".join([*given, self.called, *self.name[1:]]) if given else " ".join(self.name)
        if not self.roles:
            return name
        if len(self.name) == 1 and self.roles[0][:1].isupper() and " of " not in self.roles[0]:
            return f"{self.roles[0]} {name}"
        return f"{name}, {self.roles[0]}"


def surname(name: Sequence[str]) -> str:
    """The family name, in lower case: the first word where it is written first, else the last."""
    if family_first(name):
        return name[0].lower()
    words = [word for word in name if word.lower().rstrip(".") not in _SUFFIXES]
    return (words or list(name))[-1].lower()


def family_first(name: Sequence[str]) -> bool:
    """Is the family name written first, as in Korea, China and Vietnam?"""
    if len(name) not in (2, 3) or name[0].lower() not in lexicon.FAMILY_FIRST:
        return False
    if len(name) == 2 and "-" in name[1]:
        return True
    first, *given = (word.lower() for word in name)
    western = any(word in lexicon.GIVEN_NAMES for word in given) or first in _EITHER
    return not western and given[-1] not in lexicon.FAMILY_FIRST


class Cast:
    """The persons of a document. A short form resolves to exactly one of them or to nobody.

    strict: a name without given names belongs to a full one only if their roles agree; for
    transcripts, where a speaker mentions relatives of the same name.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self._strict = strict
        self._by_surname: dict[str, list[Person]] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._by_role: dict[str, list[Person]] = {}
        self._by_age: dict[int, list[Person]] = {}
        self.bodies = Bodies()
        self._titles: dict[str, list[str]] = {}
        self._nicknames: dict[str, tuple[str, str]] = {}  # whose they are: a given name and a family name

    def nickname(self, written: str, name: Sequence[str]) -> None:
        """Records what somebody is called for short: "William “Buck” Tolliver", later "Buck Tolliver"."""
        self._nicknames[written[1:-1].strip(".,").lower()] = (name[0], surname(name))
        self.add(name).called = written

    def _in_full(self, name: Sequence[str]) -> Sequence[str]:
        """The name with the given name for the nickname it begins with."""
        given, family = self._nicknames.get(" ".join(name[:-1] or name).lower(), ("", ""))
        if not given or (len(name) > 1 and surname(name) != family):
            return name
        return (given, name[-1] if len(name) > 1 else family)

    def add(self, name: Sequence[str], role: str = "", gender: str = "") -> Person:
        """Records a person, or adds to one already known under a form of the same name."""
        name = self._in_full(name) if len(name) > 1 else name
        person = self._same(name, role)
        if person is None:
            person = Person(tuple(name))
            self._index(person)
        elif len(name) > len(person.name) or (person.name[0] == "M." and name[0] != "M."):
            person.name = tuple(name)
            self._index(person)
        self.appoint(person, without_honorific(role))
        person.gender = person.gender or gender or gender_of(person.name, role)
        return person

    def appoint(self, person: Person, office: str) -> None:
        """Records an office of somebody's, of which the text tells that it is one."""
        if office and office not in person.roles and len(person.roles) < _CROWD:
            person.roles.append(office)
            for word in content(office):
                _put(self._by_role, word, person)

    def _index(self, person: Person) -> None:
        _put(self._by_surname, person.surname, person)
        for word in person.name:
            _put(self._by_word, word.lower(), person)

    def _same(self, name: Sequence[str], role: str) -> Person | None:
        for person in self._by_surname.get(surname(name), []):
            if _compatible(person.name, name) and self._agree(person, name, role):
                return person
        bearers = self._by_surname.get(surname(name), [])
        if len(bearers) == 1 and len(name) == _TITLED and "M." in (name[0], bearers[0].name[0]):
            return bearers[0]  # "M. Morel": Monsieur, where no given name begins so
        mine = {word.lower() for word in name}
        for person in self._by_word.get(name[0].lower(), []):
            if {word.lower() for word in person.name} == mine:
                return person
        return None

    def _agree(self, person: Person, name: Sequence[str], role: str) -> bool:
        if not self._strict or (len(person.name) > 1) == (len(name) > 1):
            return True
        wanted = content(role)
        return any(wanted & content(known) for known in person.roles)

    def find(self, name: Sequence[str], role: str = "", gender: str = "") -> Person | None:
        """The one person this form of a name can stand for; None if nobody or several could."""
        if not name:
            return None
        name = self._in_full(name)
        if len(name) > 1:
            return self._same(name, role)
        candidates = self.bearing(name[0], role, gender)
        return candidates[0] if len(candidates) == 1 else None

    def bearing(self, word: str, role: str = "", gender: str = "") -> list[Person]:
        """Everybody whom a single word of a name can stand for, in the order of their first mention."""
        word = word.lower()
        candidates = self._by_surname.get(word) or self._by_word.get(word, [])
        if len(candidates) > 1 and role:
            wanted = content(role)
            candidates = [
                p for p in candidates if any(wanted & content(known) for known in p.roles)
            ] or candidates
        if len(candidates) > 1 and gender:
            candidates = [p for p in candidates if p.gender == gender] or candidates
        return candidates

    def initialled(self, letters: str) -> Person | None:
        """The one person with these initials, as interviews print them before what each says."""
        found = {
            id(p): p
            for known in self._by_surname.values()
            for p in known
            if "".join(word[0] for word in p.name) == letters
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def holding(self, role: str) -> list[Person]:
        """The persons one of whose roles has every content word of this one; empty if they are a crowd."""
        wanted = content(role)
        lists = [self._by_role.get(word, []) for word in wanted]
        if not lists or any(not found for found in lists):
            return []
        few = min(lists, key=len)
        past, head = _is_past(role), content(_before_link(role)) or wanted
        return [
            p
            for p in few
            if len(few) < _CROWD
            and any(
                wanted <= content(known)
                and not head.isdisjoint(content(_before_link(known)))
                and (past or not _is_past(known))
                for known in p.roles
            )
        ]

    def holding_part(self, role: str) -> list[Person]:
        """The persons of whose office less is told: "chairman of the Commons transport committee" is "Labour
        chairman of the committee"."""
        wanted, head = content(role), content(_before_link(role))
        near = [one for word in head for one in self._by_role.get(word, [])]
        found = {
            id(one): one
            for one in near[:_CROWD]
            for known in one.roles
            if " of " in known and not head.isdisjoint(content(_before_link(known)))
            if len(told := content(known) - lexicon.DEMONYMS - _PARTIES) > 1 and told <= wanted
        }
        return list(found.values())

    def marry(self, name: Sequence[str], gender: str) -> Person | None:
        """Gives a family name to the one relative of this sex who has none yet: "Mr Reed" after "Ana
        Reed … her husband Tom"."""
        kin = {
            id(p): p for found in self._by_word.values() for p in found if p.only_kin and p.gender == gender
        }
        if len(kin) != 1:
            return None
        person = next(iter(kin.values()))
        person.name = (person.name[0], *name)
        self._index(person)
        return person

    def aged(self, years: int) -> list[Person]:
        """The persons whom the document gives this age."""
        return self._by_age.get(years, [])

    def turn(self, person: Person, years: int) -> None:
        """Records the age of a person; 0 where none is told."""
        if years and not person.age and len(self._by_age) < _CROWD:
            person.age = years
            self._by_age.setdefault(years, []).append(person)

    def add_title(self, title: str) -> None:
        """Records a title that stands for its holder without a name."""
        for word in content(title):
            known = self._titles.setdefault(word, [])
            if len(known) < _CROWD and title not in known:
                known.append(title)

    def title(self, role: str) -> str | None:
        """The one longer title with every content word of this one."""
        wanted = content(role)
        lists = [self._titles.get(word, []) for word in wanted]
        if not lists:
            return None
        fitting = [title for title in min(lists, key=len) if wanted < content(title)]
        return fitting[0] if len(fitting) == 1 else None


def _put(index: dict[str, list[Person]], word: str, person: Person) -> None:
    known = index.setdefault(word, [])
    if len(known) < _CROWD and not any(other is person for other in known):
        known.append(person)


def without_honorific(role: str) -> str:
    """The role without "Mr" and the like; empty if it then has no title left."""
    if role.startswith(("First ", "Second ")):
        return role
    kept = [word for word in role.split() if not lexicon.is_courtesy(word.lower())]
    kept = kept[1:] if kept[:1] in (["its"], ["their"]) else kept
    if not _STYLES.isdisjoint(word.lower() for word in kept):
        kept = [word for word in kept if word.lower() not in _STYLES]
    titled = any(
        lexicon.is_role(word.lower().strip(".,")) or small_role(word) or word.lower() in lexicon.ROYAL
        for word in kept
    )
    return " ".join(kept).removeprefix("then-") if titled else ""


def content(role: str) -> set[str]:
    """The words of a role that tell it from others, in lower case and written out."""
    words = {word.strip(".,").lower() for word in role.split()}
    words = {part for word in words for part in _WRITTEN_OUT.get(word, word).split()}
    if _BENCH.fullmatch(role.lower()):
        words.add("judge")
    return words - {"the", "a", "an", "of", "for", "and", "former", "then", "mr", "mrs", "ms", ""}


def _before_link(role: str) -> str:
    """ "Spokesman | for the governor": what somebody is, not for whom."""
    return _LINK.split(role.lower(), maxsplit=1)[0]


def _is_past(role: str) -> bool:
    """Did the holder once hold this role, but no longer, or not for long?"""
    return role.lower().startswith(("former ", "ex-", "then-", "outgoing "))


def gender_of(name: Sequence[str], role: str) -> str:
    """The sex that a title or the given name gives away, "m" or "f", or an empty string."""
    for word in role.lower().split():
        gender = lexicon.HONORIFICS.get(word) or lexicon.GENDERED_ROLES.get(word)
        if gender:
            return gender
    return sex_of(name[0]) if len(name) > 1 else ""


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Same family name: may the given names belong together ("Antony J." and "Antony", "J." and "John")?"""
    short, long = sorted((_given(one), _given(other)), key=len)
    if not short or set(short) <= set(long):
        return True
    if len(short[0]) == 1 or len(long[0]) == 1:
        return short[0][0] == long[0][0]
    return short[0] == long[0]


def _given(name: Sequence[str]) -> list[str]:
    words = [word.lower().rstrip(".") for word in name]
    return [word for word in words if word != surname(name).rstrip(".") and word not in _SUFFIXES]
