"""Runs of capitals in running text: where a name can begin, and how far it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from rag.speech import lexicon
from rag.speech.body_names import goes_on, is_branch, is_society, joins_society, owned_by_members
from rag.speech.given_names import is_given
from rag.speech.prose import Token

JOINS = frozenset({"of", "for", "and", "to", "the", "&"})
_JOIN_HEADS = frozenset({"republic", "kingdom", "governments", "states", "leaders", "ministers", "order"})
_AFTER_ORDINAL = frozenset({"Lady", "Gentleman", "Minister", "Deputy", "Vice", "Sea", "Secretary"})
_MONTH_NAMES = frozenset({"may", "march", "april", "june", "august"})  # that are names of persons too
_GIVEN_MONTHS = frozenset({"april", "june", "august"})
_DATING = frozenset("in since until by from of last next this early late mid on before after every".split())
# Nouns that open sentences, but within a run of capitals belong to a name: "Order of Police".
_NOUNS = frozenset(
    """police doctors lawyers prosecutors scientists researchers residents people fans reporters journalists
    campaigners neighbors neighbours villagers""".split()
)
# Words that end the names of companies, and begin those of other bodies: "Energy and Water Agency".
_FIELDS = frozenset("energy oil gas petroleum steel electric police".split())
_LONGEST_NAME = 14  # tokens


def begins(words: Sequence[Token], index: int) -> bool:
    """Can a name begin at this capitalised word?"""
    lowered = words[index].word.lower()
    following = words[index + 1].word if index + 1 < len(words) else ""
    if lowered in ("first", "second"):
        return following in _AFTER_ORDINAL
    if lowered in lexicon.NOT_NAMES and not (
        _within(words, index)
        or _given_month(words, index)
        or is_society(words, index)
        or (lowered in _NOUNS and following[:1].isupper() and following.lower() in lexicon.BODIES)
    ):
        return False
    if _many_people(words, index):
        return False
    return lowered != "may" or following[:1].isupper()


def _many_people(words: Sequence[Token], index: int) -> bool:
    """ "| Friends | say that …": a plural for people that only opens its sentence."""
    opens = index == 0 or words[index - 1].word in (".", ":", "!", "?")
    word, ahead = words[index].word, words[index + 1 : index + 2]
    goes_on = bool(ahead) and ahead[0].quote < 0 and ahead[0].word.islower()
    plural = word.endswith("s") and word[1:].islower() and lexicon.is_role(word.lower().removesuffix("s"))
    return opens and goes_on and plural and not is_society(words, index)


def _within(words: Sequence[Token], index: int) -> bool:
    """Is this a name although it is also a common word: "aide Will Reed", "the charity Read Easy"?"""
    word, before = words[index].word, words[index - 1] if index else None
    if before is None or before.quote >= 0 or not before.word[0].isalpha():
        return False
    ahead = words[index + 1] if index + 1 < len(words) else None
    named = ahead is not None and ahead.quote < 0 and ahead.word[0].isupper() and ahead.word[1:].islower()
    return named and word.lower() in lexicon.ALSO_NAMES and before.word.lower() not in lexicon.NOT_NAMES


def _given_month(words: Sequence[Token], index: int) -> bool:
    """ "board member | April | Bell": is this month somebody's given name?"""
    if words[index].word.lower() not in _GIVEN_MONTHS or index + 1 >= len(words):
        return False
    ahead, before = words[index + 1], words[index - 1].word.lower() if index else ""
    named = ahead.quote < 0 and ahead.word[0].isupper() and ahead.word.lower() not in lexicon.NOT_NAMES
    return named and before not in _DATING


def _ends_name(words: Sequence[Token], index: int) -> bool:
    """Is this common word a family name: "Former mayor Vasant | More | alleged"?"""
    word, before = words[index].word, words[index - 1].word
    if word.lower() not in lexicon.ALSO_SURNAMES or not before[1:].islower() or not before[0].isupper():
        return False
    ahead = words[index + 1].word if index + 1 < len(words) else "."
    return before.lower() not in lexicon.NOT_NAMES and not ahead[0].isupper()


def is_ticker(words: Sequence[Token], index: int) -> bool:
    """Is this part of the sign of a share: "(NORG.OL)", "(NYSE: TRL)"?"""
    word, before = words[index].word, words[index - 1].word if index else ""
    if not word.isupper():
        return False
    return (before == "(" and "." in word[1:-1]) or (
        before == ":" and index > 2 and words[index - 3].word == "("
    )


def run_end(words: Sequence[Token], start: int) -> int:
    """Where the run of capitals ends; particles and the joins of long titles are let through."""
    index = start
    while index < len(words) and index - start < _LONGEST_NAME:
        word = words[index].word
        if words[index].quote < 0 and (word[0].isupper() or (index > start and _mixed(word))):
            if index > start and _breaks_run(words, start, index):
                break
            index += 1
            if _closes_run(words, index, word):
                ahead = owned_by_members(words, start, index)
                if not ahead:
                    break
                index = ahead
        elif word == "," and index + 1 < len(words) and words[index + 1].word.rstrip(".") in ("Jr", "Sr"):
            index += 2
        else:
            ahead = goes_on(words, start, index) or _after_join(words, index, start)
            if not ahead:
                break
            index = ahead
    while index > start and words[index - 1].word.islower():
        index -= 1
    return index


def _breaks_run(words: Sequence[Token], start: int, index: int) -> bool:
    """Is this capitalised word no part of a name? "Le" is, before one: "Anne Le Bras"."""
    lowered = words[index].word.lower()
    if lowered not in lexicon.NOT_NAMES or lowered in _MONTH_NAMES or lowered in _NOUNS:
        return False
    if _within(words, index) or _ends_name(words, index) or joins_society(words, start, index):
        return False
    particle = lowered in lexicon.PARTICLES and index + 1 < len(words)
    return not (particle and words[index + 1].word[0].isupper() and words[index + 1].quote < 0)


def _mixed(word: str) -> bool:
    """Is this a name like "duPont", small at first and capital within?"""
    return word[0].isalpha() and not word.islower() and not word.isupper()


def _closes_run(words: Sequence[Token], following: int, word: str) -> bool:
    """Does the run end with this word: at a possessive, or at an abbreviation that ends the sentence?"""
    if word.endswith(("'s", "'S")) or (word.endswith(".") and _stops(words, following, word)):
        return True
    return word.endswith("s") and following < len(words) and words[following].word == "'"


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
    if word not in JOINS or not _joins(words, start, index):
        return 0
    if word in ("and", "&") and (_is_title(words, index + 1) or is_given(words[index + 1].word.lower())):
        return 0
    if following.word == "the" and word in ("of", "for", "to") and index + 2 < len(words):
        return index + 2 if words[index + 2].word[0].isupper() else 0
    named = begins(words, index + 1) or following.word.lower() in _NOUNS
    return index + 1 if following.word[0].isupper() and named else 0


def _is_title(words: Sequence[Token], index: int) -> bool:
    """Does a title begin here, within a word or two ("Foreign Minister", "U.S. Secretary")?"""
    ahead = [token.word.lower() for token in words[index : index + 3]]
    return any(lexicon.is_role(word) or word in lexicon.HONORIFICS for word in ahead)


def _joins(words: Sequence[Token], start: int, index: int) -> bool:
    """May the run go on over "of" and the like? Only after a title or the head of a body's name."""
    before = [token.word.lower() for token in words[start:index]]
    join = words[index].word
    if join in ("and", "&"):
        return any(word in ("of", "for") for word in before) or join == "&" or _one_body(words, start, index)
    heads = [n for n, w in enumerate(before) if lexicon.is_role(w) or w in lexicon.BODIES or w in _JOIN_HEADS]
    if not heads:
        return False
    rest = before[heads[-1] + 1 :]
    return all(
        word in JOINS or word in lexicon.COMPLEMENTS or word in lexicon.PLACES for word in rest
    ) or any(word in JOINS for word in rest)


def _one_body(words: Sequence[Token], start: int, join: int) -> bool:
    """ "National Transport | and | Safety Authority": is the first half no name of its own?"""
    before = [token.word.lower() for token in words[start:join]]
    whole = before[-1] in lexicon.BODIES and not (len(before) == 1 and before[0] in _FIELDS)
    named = is_given(before[0]) or whole or " ".join(before) in lexicon.PLACES
    after = list(
        takewhile(lambda word: word[0].isupper(), (token.word for token in words[join + 1 : join + 5]))
    )
    titled = any(lexicon.is_role(word) for word in before)
    ahead = join + 1 + len(after)
    bodily = bool(after) and (
        after[-1].lower() in lexicon.BODIES or (ahead < len(words) and is_branch(words, ahead))
    )
    return not named and not titled and bodily and len(after) > 1
