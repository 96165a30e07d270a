"""Words in quotation marks that nobody said: titles of works, and nicknames inside a name."""

from __future__ import annotations

from collections.abc import Sequence

from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.clauses import Sentence

_LIGHT = words.PREPOSITIONS | words.CONJUNCTIONS | frozenset({"the", "a", "an", "to"})
_NEAR = 8  # tokens between "book" and its title
_LONGEST_TITLE = 6  # words of weight


def titled(text: str) -> bool:
    """Are these quoted words the title of a work: every word of weight capitalised, and no stop?"""
    listed: Sequence[str] = text.split()
    heavy = [word for word in listed if word[0].isalpha() and word.lower() not in _LIGHT]
    capital = all(word[0].isupper() for word in heavy) and listed[0][0].isupper()
    return len(heavy) > 1 and capital and (text[-1].isalnum() or text[-1] in ".,")


def nobodys(s: Sentence, index: int, text: str) -> bool:
    """Are the quoted words a title, or what a crowd chants, rather than what somebody said?"""
    if index and s.low[index - 1] == "(" and s.low[index + 1 : index + 2] == [")"]:
        return len(text.split()) <= _LONGEST_TITLE  # a defined term: the Trade Act (“the Act”)
    chanted = index > 1 and s.low[index - 1] == "of" and s.low[index - 2] in words.CHANTS
    return chanted or _names_work(s, index, text)


def _names_work(s: Sentence, index: int, text: str) -> bool:
    """Are the quoted words the title of a column, a show, a book, rather than what somebody said?

    Their words of weight are capitals, and what stands before them calls for a name: "on “Meet the
    Town”", "his column, “The Levee”", "told “Town & Country”".
    """
    heavy = [word for word in text.split() if word[0].isalpha() and word.lower() not in _LIGHT]
    if not heavy or not text[0].isupper() or not all(word[0].isupper() for word in heavy):
        return False
    if index == 0 or len(heavy) > _LONGEST_TITLE:
        return False
    spot = index - 2 if s.low[index - 1] == "," and index > 1 else index - 1
    before = s.low[spot]
    book = max((i for i in range(max(0, spot - _NEAR), spot) if s.low[i] in words.WORKS), default=spot)
    apposed = spot == index - 2 and book < spot and not any(book < verb < spot for verb in s.verbs)
    if before in words.WORKS or apposed:
        return True
    owned = s.ends.get(index)
    calls = (before in words.PREPOSITIONS and before != "as") or before in words.DETERMINERS
    return spot == index - 1 and (calls or before == "told" or (owned is not None and owned.possessive))


def nickname(s: Sequence[str], index: int) -> bool:
    """Does the quotation stand inside a name: Dwayne “The Rock” Johnson?"""
    if index == 0 or index + 1 >= len(s):
        return False
    before, after = s[index - 1], s[index + 1]
    return (
        before[0].isupper()
        and after[0].isupper()
        and before.lower() not in lexicon.NOT_NAMES
        and (after.lower() not in lexicon.NOT_NAMES)
    )
