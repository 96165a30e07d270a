"""How a sentence introduces the persons it names: the role, the age, the relative beside a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from rag.speech import lexicon
from rag.speech.bodies import described
from rag.speech.cast import Cast, family_first, gender_of
from rag.speech.given_names import is_given, sex_of
from rag.speech.names import Mention, small_role
from rag.speech.prose import Token

_AFTER_ROLE = frozenset({"of", "for", "at", "in", "with", "from", "to", "du", "de", "des", "von"})
_LONGEST_ROLE = 16  # tokens
_ENDS_ROLE = frozenset("who which said says told and whose to".split())
_LONGEST_ALONE = 8  # tokens of ", the mahout who"
_AGES = 4  # digits that are a year, not an age


def enlist(cast: Cast, words: Sequence[Token], names: Sequence[Mention], *, full: bool) -> None:
    """Adds the persons a sentence names to the cast, with the roles it gives them.

    full: those named by more than one word; the short forms come after all of them, so that each
    finds the person it belongs to.
    """
    for number, mention in enumerate(names):
        partner = names[number + 1] if full and number + 1 < len(names) else None
        if partner is not None and _couple(words, mention, partner):
            cast.add((mention.name[0], partner.name[-1]))
        if full:
            _enlist_body(cast, words, mention)
        elif _enlist_single(cast, words, mention):
            continue
        if mention.kind != "person" or not mention.name:
            continue
        if (len(mention.name) > 1) != full or (not full and not mention.role):
            continue
        role = mention.role
        bare = not role or role.lower() in lexicon.HONORIFICS
        before = names[number - 1] if number else None
        apposed = _role_before(words, mention, before)
        if bare:
            role = apposed or _role_after(words, mention) or role
        gender = next((g for w in mention.role.lower().split() if (g := lexicon.HONORIFICS.get(w))), "")
        known = None if full else cast.find(mention.name, role, gender)
        if known is not None and gender and known.gender not in ("", gender):
            known = cast.marry(mention.name, gender) or known
        if known is not None and _beside_namesake(words, names, number):
            known = None
        person = cast.add(known.name if known is not None else mention.name, role, gender)
        if not bare and apposed and not _listed(words, mention, before):
            cast.add(person.name, apposed)  # "the panel's chairman, Senator Ana Reed": both
        cast.turn(person, _age(words, mention))


def _beside_namesake(words: Sequence[Token], names: Sequence[Mention], number: int) -> bool:
    """ "| President Reed | and First Lady Ana Reed": are two of one family name joined, both by offices?"""
    mention = names[number]
    for one, other in pairwise(names):
        between = [token.word for token in words[one.last : other.first]]
        joined = between[-1:] in (["and"], ["&"]) and len(between) <= len((",", "and"))
        if mention in (one, other) and joined and one.name[-1:] == other.name[-1:] != ():
            both = one.role and other.role and one.role != other.role
            return bool(both) and len(one.name) != len(other.name)
    return False


def _listed(words: Sequence[Token], mention: Mention, before: Mention | None) -> bool:
    """ "The President, | Leader Reed |, and Leader Bell": is this one of several, by titles alone?"""
    titled = before is not None and before.kind == "title" and before.last == mention.first - 1
    after = [token.word for token in words[mention.last : mention.last + 2]]
    return titled and (after[:1] != [","] or after[1:] == ["and"] or after[-1][0].isupper())


def _alone(words: Sequence[Token], mention: Mention) -> bool:
    """ "Murugesan, the mahout who fed it, …", "Kaylee, 7, …": is this the only name of a person?"""
    if mention.possessive or _age(words, mention):
        return not mention.possessive
    after = [token.word for token in words[mention.last : mention.last + _LONGEST_ALONE]]
    explained = after[:1] == [","] and after[1:2] in (["the"], ["a"], ["an"])
    return explained and "who" in takewhile(lambda word: word != ",", after[1:])


def _enlist_body(cast: Cast, words: Sequence[Token], mention: Mention) -> None:
    """Adds a body, what it is, or a title that is given in full."""
    if all(token.word.isupper() for token in words if len(token.word) > 1 and token.word.isalpha()):
        return  # of a headline in capitals it is not told where a name ends
    if mention.kind == "body" and len(mention.name) > 1:
        cast.bodies.add(mention.name)
    if noun := described(words, mention):
        cast.bodies.describe(" ".join(mention.name), noun)
    if mention.kind == "title" and mention.last - mention.first > 2:
        cast.add_title(mention.role)


def _enlist_single(cast: Cast, words: Sequence[Token], mention: Mention) -> bool:
    """Adds a person whom the text gives one name, if it tells that it is a person's."""
    if kin := _kin(words, mention):
        _relate(cast, mention, kin)
        return True
    if mention.kind != "name" or not _alone(words, mention) or cast.bearing(mention.name[0]):
        return False
    cast.add(mention.name)
    return True


def _relate(cast: Cast, mention: Mention, kin: str) -> None:
    """Adds a relative named by the given name alone, or what he is to the one person of it in full."""
    bearers = [one for one in cast.bearing(mention.name[0]) if one.name[0] == mention.name[0]]
    full = [one for one in bearers if len(one.name) > 1]
    if len(full) == 1:
        cast.add(full[0].name, kin, gender_of((), kin))
    elif mention.kind == "name" or not cast.bearing(mention.name[0]):
        cast.add(mention.name, kin, gender_of((), kin))


def _kin(words: Sequence[Token], mention: Mention) -> str:
    """ "Her | husband | Lee", "her | husband |, Lee": what a relative by the given name alone is; or ""."""
    if len(mention.name) != 1 or mention.role or mention.kind not in ("person", "name"):
        return ""
    if words[mention.first].word in lexicon.KIN:
        return words[mention.first].word
    closed = mention.last < len(words) and words[mention.last].word == ","  # "her son, Andriy, …"
    kin = _role_before(words, mention, None) if closed or is_given(mention.name[0].lower()) else ""
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
            if first > 1 and words[first - 1].word in ("for", "to") and small_role(words[first - 2].word):
                return _role_text(words[first - 2 : comma])  # "a | spokesman for the mayor |, Ana Reed"
            return _role_text(words[first + 1 : comma])
    return ""


def _role_after(words: Sequence[Token], mention: Mention) -> str:
    """ "John Smith, | the minister for foreign affairs |, said", "John Smith (| Minister of Labour |)" """
    first = mention.last + 1
    if mention.possessive or first >= len(words) or words[first - 1].word not in (",", "("):
        return ""
    last = first
    while (
        last < len(words)
        and last - first < _LONGEST_ROLE
        and words[last].word not in (",", ".", ";", "(", ")", ":", "—", "–")
    ):
        joined = words[last].word == "and" and words[last - 1].word == "'"  # "Nurses' and Midwives' Council"
        if words[last].quote >= 0 or (words[last].word in _ENDS_ROLE and not joined):
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
