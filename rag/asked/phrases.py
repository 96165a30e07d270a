"""Noun phrases: where one ends, what its head is, and whether that is a person, several, or a thing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.clauses import Sentence

_FINITE = frozenset(
    "met held took made gave began went came saw left got put ran won lost spoke paid sent told".split()
)
# What a clause goes on with after its subject: "The senator | has left", "The guard | then sat down".
_AUXILIARY = frozenset(
    """is was are were has had have did does do will would can could may might must should then also later now
    still never often soon again""".split()
)
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_LEADING = frozenset(
    {"and", "but", "or", "as", "then", "also", "so", "while", "though", "although", "where", "that"}
)
_OPENERS = words.CONJUNCTIONS | words.SUBORDINATORS | words.ADVERBS | frozenset({"that"})
# Words that end as nouns for persons do: "for", "her", "other".
_PLAIN = words.PREPOSITIONS | words.SUBORDINATORS | words.DETERMINERS | words.ADVERBS | words.CONJUNCTIONS
_A_WORD_MORE = 2  # tokens: an article and a noun
LONGEST_LABEL = 14  # tokens


def beside_name(s: Sentence, index: int) -> bool:
    """Does a role belong to a name: inside a mention, or in apposition to one?"""
    return index in s.inside or index in s.starts or any(spot in s.ends for spot in range(index - 3, index))


def governor(s: Sentence, first: int, spot: int) -> str:
    """The word before a name with its article and number ("the 68th Precinct"), within the phrase."""
    while spot > first and (s.low[spot - 1] in _ARTICLES or s.low[spot - 1][0].isdigit()):
        spot -= 1
        if s.low[spot][0].isdigit() and spot in s.ends:  # "West 21st Street"
            spot = s.ends[spot].first
    return s.low[spot - 1] if spot > first else ""


def opens(s: Sentence, first: int) -> bool:
    """Can the phrase at this token be a subject: at the head of the sentence or of a clause?"""
    before = s.low[first - 1] if first else ","
    return not before[0].isalnum() or "-" in before or before in _ARTICLES or before in _OPENERS


def leads(word: str) -> bool:
    """Does this word stand before a noun phrase without belonging to it?"""
    if word in words.DETERMINERS:
        return word == "that"
    return word in _LEADING or word in words.ADVERBS or not word[0].isalnum()


def head_of(low: Sequence[str]) -> str:
    """The head noun of a phrase: the last word before a preposition, a comma or a relative pronoun."""
    head = low[0]
    for word in low:
        if word in words.PREPOSITIONS or word in words.RELATIVES or word in (",", "(", "that"):
            break
        head = word
    return head


def phrase_end(s: Sentence, first: int, last: int) -> int:
    """Cuts a phrase before the first verb that its ending gives away."""
    for spot in range(first + 2, last):
        word = s.words[spot].word
        governs = word.endswith("s") and word.islower() and s.low[spot + 1 : spot + 2]
        if governs and governs[0] in words.DETERMINERS and word not in words.PREPOSITIONS and spot + 1 < last:
            return spot  # "Video of it | shows the mayor"
        if (
            word in _FINITE
            or word in _AUXILIARY
            or (word.islower() and word.endswith("ed") and len(word) > 4)
        ):
            return spot - (s.low[spot - 1] in words.RELATIVES or s.low[spot - 1] == "that")
    return last


def plural(head: str) -> bool:
    """Is this head noun a plural of persons, states or bodies?"""
    one = head.removesuffix("s")
    return head in ("leaders", "men", "women", "sides", "countries", "nations") or (
        one != head and (lexicon.is_role(one.rstrip("s")) or one in lexicon.BODIES)
    )


def opens_phrase(opening: str, low: Sequence[str]) -> bool:
    """Can a noun phrase begin like this: with an article, a capital, a title, or a plural?"""
    if low[0] in words.PREPOSITIONS or low[0] in words.SUBORDINATORS:
        return False
    if low[0] in words.DETERMINERS or lexicon.is_role(low[0]) or opening[0].isupper():
        return True
    return len(low) <= 4 and low[-1].endswith("s") and low[0] not in words.PREPOSITIONS


def nominal(low: Sequence[str]) -> bool:
    """Is this a plain noun phrase, with no clause in it?"""
    verbal = {
        "is",
        "was",
        "were",
        "are",
        "has",
        "had",
        "does",
        "did",
        "will",
        "would",
        "not",
        "be",
        "n't",
        "said",
        "says",
    }
    return len(low) <= LONGEST_LABEL and not verbal.intersection(low) and head_of(low) not in words.ADVERBS


@lru_cache(maxsize=1 << 14)
def personal(head: str) -> bool:
    """Is this a noun for a human being?"""
    if head in _PLAIN:
        return False
    if (
        lexicon.is_role(head)
        or head in lexicon.GENDERED_ROLES
        or head in lexicon.DEMONYMS
        or head.endswith("-year-old")
        or "-of-" in head
        or head in lexicon.HUMANS
    ):
        return True
    return head.endswith(
        ("man", "woman", "er", "or", "ist", "ian", "ant", "ee", "star", "artist", "boy", "girl")
    )


def employed(label: str, head: str, body: str) -> str:
    """ "A spokesman", right after the words of a body: a spokesman for it."""
    if not head.startswith("spokes") or len(label.split()) > _A_WORD_MORE:
        return label
    return f"{label} for {body[:1].lower()}{body[1:]}" if body.startswith("The ") else f"{label} for {body}"
