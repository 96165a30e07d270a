"""Names of bodies that a plain run of capitals would cut short: "Shipowners' Forum", "Citizens for Peace",
"Bakery Workers Local 64"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from rag.speech import lexicon
from rag.speech.given_names import is_given
from rag.speech.prose import Token

# Whom societies are named for. The first act for nobody by their trade, so that with "for" they are a name
# even where they open a sentence; lawyers and doctors do.
_CIVIC = frozenset(
    """citizens taxpayers alumni parents mothers fathers moms dads neighbors neighbours women men veterans
    americans catholics christians jews muslims""".split()
)
_MEMBERS = _CIVIC | frozenset(
    """families friends students voters workers teachers doctors physicians nurses scientists farmers lawyers
    journalists reporters engineers artists musicians athletes residents tenants homeowners consumers patients
    survivors youth kids children businesses people republicans democrats conservatives daughters sons
    knights""".split()
)
_COMPANIONS = frozenset("friends daughters sons knights".split())  # "Friends of the Earth"
_AIMS = frozenset({"Against", "Without", "Before", "Over", "With", "For"})
_PLURALS = frozenset("women's men's children's people's".split())
# Branches that bear a number.
_NUMBERED = frozenset({"Local", "Lodge"})
_CONTINENTS = frozenset({"Europe", "Africa", "Asia", "America", "Americas"})
_CALLINGS = ("er", "or", "ist", "ian", "ant", "ent")
_LONGEST = 4  # words behind a possessive


def is_society(words: Sequence[Token], index: int) -> bool:
    """Does the name of a society begin here: "Mothers Against Arms", "the group | Doctors for Leeds"?"""
    return _joins(words, index, index + 1)


def joins_society(words: Sequence[Token], start: int, index: int) -> bool:
    """Does this word lead on within such a name that began at ``start``?"""
    return index > start and _joins(words, index - 1, index)


def _joins(words: Sequence[Token], last: int, index: int) -> bool:
    """Is the word at ``last`` a plural for people, and the next one what joins their aim to it?"""
    members, join = words[last].word.lower(), _word(words, index)
    if members not in _MEMBERS or not words[last].word[0].isupper():
        return False
    if join in _AIMS:
        return _capital(words, index + 1)
    ahead = index + 1 + (_word(words, index + 1) in ("a", "the"))
    opens = last == 0 or not words[last - 1].word[-1].isalnum()
    if join == "for":
        return _capital(words, ahead) and (members in _CIVIC or not opens)
    return join == "of" and members in _COMPANIONS and _capital(words, ahead) and not opens


def goes_on(words: Sequence[Token], start: int, index: int) -> int:
    """Where a body's name that began at ``start`` goes on past this small word or number, or 0."""
    if index == start:
        return 0
    if joins_society(words, start, index):
        return index + 1 + (_word(words, index + 1) in ("a", "the"))
    return index + 1 if is_branch(words, index) or _has_field(words, start, index) else 0


def _has_field(words: Sequence[Token], start: int, index: int) -> bool:
    """ "Organization for Security and Cooperation | in Europe": does the place belong to the name?"""
    aimed = any(token.word in ("for", "on") for token in words[start:index])
    return words[index].word == "in" and aimed and _word(words, index + 1) in _CONTINENTS


def owned_by_members(words: Sequence[Token], start: int, index: int) -> int:
    """Where the name of a body goes on behind its members: "Shipowners' | Forum", "Women's | Institute".

    start: where the name begins. index: the token after the word they are named by. 0 if the possessive
    ends the name.
    """
    members = words[index - 1].word.lower()
    ahead = index + 1 if _word(words, index) == "'" else index
    plural = ahead > index and _trade(members) and _named_by_article(words, start, index - 1)
    if members not in _PLURALS and not plural:
        return 0
    if _word(words, ahead) == "and" and _word(words, ahead + 2) == "'":  # "Nurses' | and Midwives' Council"
        ahead += 1
        return ahead if owned_by_members(words, start, ahead + 1) else 0
    owned = [token.word for token in takewhile(_is_capital, words[ahead : ahead + _LONGEST])]
    named = any(word.lower() in lexicon.BODIES or word in _NUMBERED for word in owned)
    return ahead if named else 0


def _trade(members: str) -> bool:
    """ "shipowners", "passengers", "growers": many of one calling, and no party or people."""
    one = members.removesuffix("s")
    calling = lexicon.is_role(one) or members in _CIVIC or one.endswith(_CALLINGS)
    return one != members and calling and one not in lexicon.DEMONYMS and not is_given(one)


def _named_by_article(words: Sequence[Token], start: int, last: int) -> bool:
    """Does the name begin like a body's, with "the" or words that are nobody's: not "Ann Peters' Office"?"""
    if start and words[start - 1].word.lower() == "the":
        return True
    before = [token.word.lower() for token in words[start:last]]
    return bool(before) and not any(is_given(word) or lexicon.is_role(word) for word in before)


def is_branch(words: Sequence[Token], index: int) -> bool:
    """Is this the number of a branch: "Workers Local | 64"?"""
    branch = words[index].word.isdigit() and words[index - 1].word in _NUMBERED and index > 1
    return branch and (_capital(words, index - 2) or words[index - 2].word == "'")


def named_for_members(name: Sequence[str]) -> bool:
    """Are these words the name of a society, or of a branch with its number?"""
    branch = name[-1].isdigit() and any(word.lower() in ("local", "lodge") for word in name[:-1])
    aims = any(word in _AIMS or word == "for" for word in name[1:-1])
    return branch or (aims and any(word.lower() in _MEMBERS for word in name[:-1]))


def _word(words: Sequence[Token], index: int) -> str:
    return words[index].word if index < len(words) and words[index].quote < 0 else ""


def _capital(words: Sequence[Token], index: int) -> bool:
    return _word(words, index)[:1].isupper()


def _is_capital(token: Token) -> bool:
    return token.quote < 0 and token.word[0].isupper()
