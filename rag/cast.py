"""The cast of a document: the persons it names, each under the fullest form, and their roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rag import lexicon
from rag.bodies import Bodies, described
from rag.given_names import is_given, sex_of
from rag.names import Mention, small_role
from rag.prose import Token

_AFTER_ROLE = frozenset({"of", "for", "at", "in", "with", "from", "to", "du", "de", "des", "von"})
_CROWD = 40  # persons under one word; past that the word tells nobody apart
_TITLED = 2  # words of "M. Morel"
_LONGEST_ROLE = 16  # tokens
_AGES = 4  # digits that are a year, not an age
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_WRITTEN_OUT = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "prof": "professor",
    "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "det": "detective",
    "supt": "superintendent", "pres": "president", "adm": "admiral", "maj": "major",
    "ceo": "chief executive", "cfo": "chief financial", "pm": "prime minister", "insp": "inspector",
}  # fmt: skip
# Family names that Westerners bear as given names, so that they prove no order.
_EITHER = frozenset("kim lee park song moon sun han lin shin ban jung lim le".split())


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the document names, under the fullest form it gives."""

    name: tuple[str, ...]
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    age: int = 0

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

    def add(self, name: Sequence[str], role: str = "", gender: str = "") -> Person:
        """Records a person, or adds to one already known under a form of the same name."""
        person = self._same(name, role)
        if person is None:
            person = Person(tuple(name))
            self._index(person)
        elif len(name) > len(person.name) or (person.name[0] == "M." and name[0] != "M."):
            person.name = tuple(name)
            self._index(person)
        title = without_honorific(role)
        if title and title not in person.roles and len(person.roles) < _CROWD:
            person.roles.append(title)
            for word in content(title):
                _put(self._by_role, word, person)
        person.gender = person.gender or gender or gender_of(person.name, role)
        return person

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

    def holding(self, role: str) -> list[Person]:
        """The persons one of whose roles has every content word of this one; empty if they are a crowd."""
        wanted = content(role)
        lists = [self._by_role.get(word, []) for word in wanted]
        if not lists or any(not found for found in lists):
            return []
        few = min(lists, key=len)
        past = _is_past(role)
        return [
            p
            for p in few
            if len(few) < _CROWD
            and any(wanted <= content(known) and (past or not _is_past(known)) for known in p.roles)
        ]

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
        """Records the age of a person."""
        if not person.age and len(self._by_age) < _CROWD:
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
    kept = [word for word in role.split() if word.lower() not in lexicon.HONORIFICS]
    titled = any(lexicon.is_role(word.lower().strip(".,")) or small_role(word) for word in kept)
    return " ".join(kept).removeprefix("then-") if titled else ""


def content(role: str) -> set[str]:
    """The words of a role that tell it from others, in lower case and written out."""
    words = {word.strip(".,").lower() for word in role.split()}
    words = {part for word in words for part in _WRITTEN_OUT.get(word, word).split()}
    return words - {"the", "a", "an", "of", "for", "and", "former", "then", "mr", "mrs", "ms", ""}


def _is_past(role: str) -> bool:
    """Did the holder once hold this role, but no longer?"""
    return role.lower().startswith(("former ", "ex-", "then-"))


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


def enlist(cast: Cast, words: Sequence[Token], names: Sequence[Mention], *, full: bool) -> None:
    """Adds the persons a sentence names to the cast, with the roles it gives them.

    full: those named by more than one word; the short forms come after all of them, so that each
    finds the person it belongs to.
    """
    for number, mention in enumerate(names):
        partner = names[number + 1] if full and number + 1 < len(names) else None
        if partner is not None and _couple(words, mention, partner):
            cast.add((mention.name[0], partner.name[-1]))
        if full and mention.kind == "body" and len(mention.name) > 1:
            cast.bodies.add(mention.name)
        if full and (noun := described(words, mention)):
            cast.bodies.describe(" ".join(mention.name), noun)
        if full and mention.kind == "title" and mention.last - mention.first > 2:
            cast.add_title(mention.role)
        if not full and (kin := _kin(words, mention)):
            if mention.kind == "name" or not cast.bearing(mention.name[0]):
                cast.add(mention.name, kin, gender_of((), kin))
            continue
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
        if known is not None and gender and known.gender not in ("", gender):
            known = cast.marry(mention.name, gender) or known
        person = cast.add(known.name if known is not None else mention.name, role, gender)
        age = _age(words, mention)
        if age:
            cast.turn(person, age)


def _kin(words: Sequence[Token], mention: Mention) -> str:
    """ "Her | husband | Lee", "her | husband |, Lee": what a relative by the given name alone is; or ""."""
    if len(mention.name) != 1 or mention.role or mention.kind not in ("person", "name"):
        return ""
    if words[mention.first].word in lexicon.KIN:
        return words[mention.first].word
    kin = _role_before(words, mention, None) if is_given(mention.name[0].lower()) else ""
    return kin if kin.split()[-1:] and kin.split()[-1] in lexicon.KIN else ""


def _age(words: Sequence[Token], mention: Mention) -> int:
    """ "John Smith, | 34 |,", "| 34-year-old | John Smith": the years, or 0."""
    after = [token.word for token in words[mention.last : mention.last + 3]]
    marked = (after[:1], after[2:]) in (([","], [","]), ([","], ["."]), (["("], [")"]))
    if marked and after[1].isdigit():
        return int(after[1]) if len(after[1]) < _AGES else 0
    before = words[mention.first - 1].word if mention.first else ""
    years, _, rest = before.partition("-")
    return int(years) if rest == "year-old" and years.isdigit() and len(years) < _AGES else 0


def _couple(words: Sequence[Token], one: Mention, other: Mention) -> bool:
    """ "Tom and Ana Reed": two of one family name, which is said once."""
    if one.kind != "name" or other.kind != "person" or other.role or len(other.name) < 2 or other.possessive:
        return False
    joined = other.first == one.last + 1 and words[one.last].word == "and"
    return joined and bool(sex_of(one.name[0])) and not family_first(other.name)


def _role_before(words: Sequence[Token], mention: Mention, before: Mention | None) -> str:
    """ "the minister for foreign affairs, | John Smith" """
    comma = mention.first - 1
    while comma > 0 and words[comma].word.endswith("-year-old"):
        comma -= 1
    if comma < 1 or words[comma].word != ",":
        return ""
    if before is not None and before.last == comma and before.kind == "title" and not before.possessive:
        return " ".join(token.word for token in words[before.first : before.last])
    first = comma
    while first > 0 and comma - first < _LONGEST_ROLE and words[first - 1].word[0].isalnum():
        first -= 1
        word = words[first].word.lower()
        owner = word.endswith(("'s", "s'")) and words[first + 1].word in lexicon.KIN
        if owner or word in ("the", "its", "their", "his", "her", "le", "la", "der", "die"):
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
    if not listed or listed[0][0].isdigit():
        return ""
    stop = next((spot for spot, word in enumerate(listed) if word.lower() in _AFTER_ROLE), len(listed))
    for spot in range(1, stop):
        ends = listed[spot] in ("and", "&") or listed[spot].endswith("ing")
        if ends and _holds(listed, spot - 1):
            stop = spot
            break
    return " ".join(listed).replace(" '", "'") if stop and _holds(listed, stop - 1) else ""


def _holds(listed: Sequence[str], spot: int) -> bool:
    """Does this word name the holder of a role? A "general meeting" has no general."""
    word = listed[spot]
    if word == "general":
        return spot > 0 and lexicon.is_role(listed[spot - 1].lower())
    return lexicon.is_role(word.lower()) or small_role(word)
