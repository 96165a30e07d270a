"""Words of one root: a question's "abductees" finds "abducted", its "tech" finds "technology"."""

from __future__ import annotations

import re
from math import inf

from index.collection import Collection
from index.words import stem_of

_BARELY_DERIVED = re.compile(r"[ei]?")
_ALTERNATIVES = 4
_LONG = 7  # letters
_SHORTEST_STUB = 3
_NO_WORD = 3.3  # unusualness of what is no whole word of the language
# Latin roots that change: defend and defence, decide and decision, conclude, permit, receive, describe.
_ALTERNATIONS = (
    ("nd", "ns"), ("id", "is"), ("ud", "us"), ("it", "iss"), ("ceiv", "cept"), ("scrib", "script"),
)  # fmt: skip
_SHORTEST_ROOT = 5
# Endings by which English makes one word of another: abduct-ion, abduct-ee, semiconduct-or.
_DERIVED = re.compile(r"(?:e|ee|or|er|ion|ist|ism|al|able|ment|ing|ship|hood|ive|y|i)?")


def family(stem: str, written: str, collection: Collection) -> frozenset[str]:
    """The stem and those that English derives from the same root: "abduct", "abducte" (abductees).

    written: the word as it was asked, in lower case.
    """
    found = {stem}
    for ending, other in _ALTERNATIONS:
        for one, two in ((ending, other), (other, ending)):
            if stem.endswith(one) and len(stem) - len(one) >= _SHORTEST_STUB:
                found |= set(collection.vocabulary(stem.removesuffix(one) + two)[:_ALTERNATIVES])
    # The adjective of a noun in -e: tribe and tribal.
    noun, adjective = stem.endswith("e"), stem.endswith("al")
    if len(stem) >= _SHORTEST_ROOT and (noun or adjective):
        other = f"{stem[:-1]}al" if noun else f"{stem[:-2]}e"
        found |= {one for one in collection.vocabulary(other) if one == other}
    root = stem
    if len(stem) > _SHORTEST_ROOT and stem.endswith(("e", "i", "or", "er")):
        root = stem[:-1] if stem[-1] in "ei" else stem[:-2]
    if len(root) >= _SHORTEST_ROOT - 1 and root.isalpha():
        derived = _DERIVED if len(root) >= _SHORTEST_ROOT else _BARELY_DERIVED
        found |= {other for other in collection.vocabulary(root) if derived.fullmatch(other[len(root) :])}
    if len(found) > 1 or collection.rarity(stem) < inf:
        return frozenset(found)
    kin = _respelled(stem, collection) or inflected(stem, written, collection)
    return frozenset(found) | (kin or _first_part(written, collection))


def inflected(stem: str, written: str, collection: Collection) -> frozenset[str]:
    """Other endings of a word that is not English, which the stemmer knows nothing of: "Fahrpreisen"."""
    if len(stem) < _LONG or not stem.isalpha() or collection.unusualness(written) < _NO_WORD:
        return frozenset()
    ending = 2 if len(stem) < _LONG + 2 else 3
    root = stem[:-ending]
    return frozenset(word for word in collection.vocabulary(root) if len(word) <= len(root) + ending)


def _respelled(stem: str, collection: Collection) -> frozenset[str]:
    """For a word that nobody here writes: "the Senkakus" → "senkaku", "tech" → "technolog"."""
    if stem.endswith("s") and collection.rarity(stem[:-1]) < inf:
        return frozenset({stem[:-1]})
    longer = collection.vocabulary(stem) if len(stem) >= _SHORTEST_ROOT - 1 and stem.isalpha() else []
    return frozenset(longer) if len(longer) <= _ALTERNATIVES else frozenset()


def _first_part(word: str, collection: Collection) -> frozenset[str]:
    """The first part of a compound that the collection knows only by its parts: "cyber" of "cyberattack"."""
    for length in range(len(word) - 3, _SHORTEST_STUB, -1):
        first = stem_of(word[:length])
        if collection.rarity(first) < inf and collection.unusualness(word[length:]) < _NO_WORD:
            return frozenset({first})
    return frozenset()
