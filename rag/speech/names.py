"""Names in running text: who is mentioned where, with which role, and who a short form stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rag.speech import lexicon
from rag.speech.body_names import named_for_members
from rag.speech.given_names import is_given
from rag.speech.name_runs import JOINS, begins, is_ticker, run_end
from rag.speech.prose import Token

_ROMAN = frozenset("II III IV VI VII VIII XI JR SR".split())
_FORT = ("fort", "peck")  # the words of such a name
_PLACING = frozenset("fort ft ft. mount mt mt. camp".split())
_FAMILIES = frozenset("dean judge bishop king prince pope knight baron".split())  # and titles
_LONE = 2  # words that a name keeps when "MP" and the like are taken off it
# Titles that a list of surnames opens with: "Councillors Amis, Bright and Cole".
_LISTED = frozenset(
    """councillors councilors senators representatives congressmen congresswomen deputies delegates presidents
    ministers governors mayors judges justices professors doctors generals colonels officers""".split()
)
_JOINED = ("-backed", "-based", "-owned", "-led", "-born", "-run", "-listed", "-funded", "-trained")
_LONGEST_PLAIN = 4  # words of a person's name without particles
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


def mentions(words: Sequence[Token]) -> list[Mention]:
    """All names in a sentence, from left to right."""
    found: list[Mention] = []
    end = 0
    for index in [at for at, token in enumerate(words) if token.word[0].isupper()]:
        if index < end or not begins(words, index) or is_ticker(words, index):
            continue
        end = run_end(words, index)
        mention = _parsed(words, index, end)
        if mention is not None:
            found.append(_with_lower_role(words, mention, found))
    return found


def _written(run: Sequence[Token]) -> list[str]:
    """The words of a run of capitals, without commas: "Shipowners' Forum" has two."""
    made: list[str] = []
    for token in run:
        if token.word == "'" and made:
            made[-1] += token.word
        elif token.word != ",":
            made.append(token.word)
    return made


def _parsed(words: Sequence[Token], start: int, end: int) -> Mention | None:
    run = _written(words[start:end])
    if not run:
        return None
    if start == 0 and len(run) == 1 and run[0].lower().endswith(("ing", "ly")) and _goes_on_small(words, end):
        return None
    if len(run) > 1 and run[0].endswith(_JOINED):  # "Google-backed | Lumen"
        start, run = start + 1, run[1:]
    if len(run) > _LONE and run[-1] in lexicon.POST_NOMINALS:
        run = run[:-1]
    if len(run) > 1 and run[0] == "Class" and start and words[start - 1].word[0].isdigit():
        start, run = start + 1, run[1:]  # "Sgt. 1st Class | Ann Bell"
    possessive = run[-1].endswith(("'s", "'S")) or (
        end < len(words) and words[end].word == "'" and run[-1].endswith("s")
    )
    if run[-1].endswith(("'s", "'S")):
        run[-1] = run[-1][:-2]
    lowered = [word.lower() for word in run]
    place = _leading_place(lowered)
    if place and len(run) - place > 1 and not possessive:
        start, run, lowered = start + place, run[place:], lowered[place:]
    society = named_for_members(run)
    cut = 0 if society else _name_start(run, lowered)
    name, role = tuple(run[cut:]), _singular(" ".join(run[:cut]))
    kind = "body" if society else _kind(name, role, lowered)
    if kind == "person" and not role and not is_given(lowered[0]) and _follows_human(words, end):
        kind = "body"  # "the former | Coast Wives | star"
    if kind in ("body", "place"):
        name, role = tuple(run), ""
    if kind == "person" and not role and len(name) > 2 and lowered[0] in lexicon.DEMONYMS:
        role, name = name[0], name[1:]
    return Mention(start, end, name, role, kind, possessive)


def _goes_on_small(words: Sequence[Token], index: int) -> bool:
    """Does the sentence go on in small letters, after an opening such as "Stressing that …"?"""
    return index < len(words) and words[index].word.islower()


def _leading_place(lowered: list[str]) -> int:
    """How many words at the head of the run name a place, if a given name follows them at once:
    "the ambassador to Pakistan | Abdul Salam …"."""
    for size in (3, 2, 1):
        if size < len(lowered) and " ".join(lowered[:size]) in lexicon.PLACES:
            given = is_given(lowered[size]) or len(lowered) - size > 2
            titled = any(lexicon.is_role(word) or word in lexicon.BODIES for word in lowered[size:])
            return size if given and not titled and not is_given(lowered[0]) else 0
    return 0


def _name_start(run: list[str], lowered: list[str]) -> int:
    """How many words of the run are the title."""
    last = 0 if run[0] in lexicon.RANKS and len(run) > 1 else -1
    for index, word in enumerate(lowered):
        titled = lexicon.is_role(word) or word in lexicon.HONORIFICS or word.endswith("-elect")
        titled = titled or (_singular(word) != word and any(map(is_given, lowered[index + 1 : index + 2])))
        titled = titled or (index == 0 and word in _LISTED and len(run) == _LONE)
        if word == "dean" and index == len(lowered) - 2:
            continue  # "President Dean Angell", "Dean Angell"
        if titled and not (index + 1 < len(lowered) and lowered[index + 1] in lexicon.NOT_TITLES_BEFORE):
            last = index
    if last < 0:
        return _after_prefix(lowered)
    if last == len(run) - 1 == _LONE and lowered[last] in _FAMILIES and is_given(lowered[0]):
        within = lowered[1] in lexicon.BODIES or lexicon.is_role(lowered[1])
        return 0 if not within and lowered[0] not in lexicon.PLACES else last + 1  # Ann Marrow Dean
    if (
        last == len(run) - 1
        and last
        and (is_given(lowered[last - 1]) or lowered[last - 1] in lexicon.HONORIFICS)
    ):
        return last - 1 if is_given(lowered[last - 1]) else last  # Julie Bishop, Mr Judge
    rest = last + 1
    if rest < len(run) and lowered[rest] in JOINS:
        return _after_complement(run, lowered, rest)
    return rest


def _after_prefix(lowered: list[str]) -> int:
    """ "Weather Bureau | Ian Robertson": a given name after the name of a body begins a person's."""
    for spot in range(1, len(lowered) - 1):
        if is_given(lowered[spot]) and len(lowered) - spot <= 3:
            before = lowered[:spot]
            if any(word in lexicon.BODIES or word in lexicon.DEMONYMS for word in before):
                return spot
            return (
                spot if spot == 1 and ("-" in before[0] or before[0].endswith(("ist", "man", "woman"))) else 0
            )
    return 0


def _after_complement(run: list[str], lowered: list[str], rest: int) -> int:
    """Parts "Secretary of State | Hillary Clinton": where does the name begin after "of …"?"""
    index = rest
    while index < len(run) and (lowered[index] in JOINS or lowered[index] in lexicon.COMPLEMENTS):
        index += 1
    for spot in range(index, len(run)):
        if is_given(lowered[spot]) and lowered[spot - 1] not in ("of", "for", "and"):
            return spot
    index = max([index, *(spot + 1 for spot in range(index, len(run)) if lowered[spot] in JOINS)])
    left = len(run) - index
    if lowered[index - 1] in JOINS and left <= 2:
        return len(run)
    if index > rest + 1 and lowered[index - 1] in lexicon.COMPLEMENTS and left <= 3:
        return index
    # "President of France Emmanuel Macron": the last two words, if two more stand before them.
    return len(run) - 2 if left >= 3 else len(run)


def _kind(name: tuple[str, ...], role: str, lowered: list[str]) -> str:
    joined = " ".join(lowered)
    fort = lowered[0] in _PLACING and len(lowered) == len(_FORT) and not role
    people = lowered[-1] in lexicon.DEMONYMS or lowered[-1][:-1] in lexicon.DEMONYMS
    if fort or people or joined in lexicon.PLACES:
        return "place"
    if _bodily(role, lowered, joined) or _ends_in_initials(name, role):
        return "body"
    if len(lowered) == 1 and (_people(lowered[0]) or _initials(name or (role,))):
        return "place"  # Englishmen, MPs: people of a place or a calling, not one person
    if not name or (role and " ".join(name).lower() in lexicon.PLACES):
        return "title"
    last = name[-1]
    if len(lowered) == 1:
        acronym = len(last) > 1 and last.isupper() and last not in _ROMAN and "." not in last
        return "body" if acronym else "name"
    short = len(name) <= _LONGEST_PLAIN or any(word in lexicon.PARTICLES for word in name)
    heading = not role and " ".join(name).isupper() and not is_given(lowered[0])  # "44. FLOOD DEFENCES"
    return "name" if heading else "person" if role or short else "body"


def _follows_human(words: Sequence[Token], index: int) -> bool:
    """Does a noun in small letters for one person follow, whom the capitals tell more of?"""
    word = words[index].word if index < len(words) and words[index].quote < 0 else ""
    return lexicon.is_role(word) or word in lexicon.HUMANS


def _people(word: str) -> bool:
    """ "Englishmen", "congresswomen": but not "Carmen"."""
    one = word.removesuffix("men") + "man"
    return word.endswith("men") and (small_role(one) or one in lexicon.DEMONYMS or one == "woman")


def _initials(name: tuple[str, ...]) -> bool:
    """ "MPs", "GPs": initials in the plural."""
    return name[0][-1:] == "s" and name[0][:-1].isupper() and len(name[0]) > _LONE


def _ends_in_initials(name: tuple[str, ...], role: str) -> bool:
    """ "Western Growth PAC": no person's name ends so; but a headline may be all in capitals."""
    if role or len(name) < _LONE or is_given(name[0].lower()) or name[0].isupper():
        return False
    last = name[-1]
    return len(last) > _LONE and last.isalpha() and last.isupper() and last not in _ROMAN


def _bodily(role: str, lowered: list[str], joined: str) -> bool:
    """Do the words name a body: a ministry, a firm, a newspaper?"""
    if joined in lexicon.NAMED_BODIES or lowered[-1] in lexicon.BODIES:
        return True
    if role:
        return False
    if any(word in JOINS for word in lowered):
        return True
    if lowered[-1] == "state" and " ".join(lowered[:-1]) in lexicon.PLACES:
        return True  # where one studies
    return not is_given(lowered[0]) and any(word in lexicon.BODIES for word in lowered)


def _with_lower_role(words: Sequence[Token], mention: Mention, before: list[Mention]) -> Mention:
    """Takes in a role in small letters right before the name: "White House spokesman | John Doe"."""
    if mention.kind not in ("person", "name") or mention.role or mention.first == 0:
        return mention
    index = mention.first - 1
    if not small_role(words[index].word):
        return mention
    while index > 0 and mention.first - index < _LONGEST_ROLE // 2 and _modifies(_small(words, index - 1)):
        index -= 1
    absorbed = before[-1] if before and before[-1].last == index else None
    if absorbed is not None and not absorbed.possessive and (not absorbed.role or absorbed.kind == "title"):
        index = before.pop().first
    owned = index > 0 and words[index - 1].word.lower() in ("his", "her", "their", "my", "our")
    role = "" if owned else _singular(" ".join(token.word for token in words[index : mention.first]))
    return mention._replace(first=index, role=role, kind="person")


def _singular(role: str) -> str:
    """A role that a list of its holders opens with: "the foreign ministers John Doe and Ann Roe"."""
    words = role.lower().split()
    listed = role.endswith("s") and lexicon.is_role(words[-1].removesuffix("s"))
    return role.removesuffix("s") if listed and JOINS.isdisjoint(words) else role


def small_role(word: str) -> bool:
    return lexicon.is_role(word) or (
        word.endswith(("man", "woman", "person", "boss")) and word.islower() and len(word) > 5
    )


def _small(words: Sequence[Token], index: int) -> str:
    """The word as it is written within a sentence: "| Managing | partner Ann Bell"."""
    return words[index].word if index else words[index].word.lower()


def _modifies(word: str) -> bool:
    return word in lexicon.ROLE_MODIFIERS or small_role(word) or ("-" in word and word.islower())
