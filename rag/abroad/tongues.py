"""Which languages a collection is written in, and which of its passages are in which."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.words import STOP_WORDS, stem_of

Numbers = npt.NDArray[np.int64]

# Words of grammar that no English text has, and few names: three of them tell the language of a passage.
_MARKS = {
    "de": "und nicht eine einen einem einer ist sind wird werden wurde"
    " auf dem zum zur sich auch nach oder haben"
    " durch wir sie der das des",
    "fr": "une des dans avec aux cette qui que ont sont leur nous selon les est sur pour par ses mais ces",
    "es": "una para con por que sus como pero los las del fue han entre"
    " desde sobre este esta más está también",
    "it": "che della delle dei degli una per con sono anche nel nella dal alla gli dopo più questo ha dello",
    "pt": "que uma dos das para com não por mais são pela pelo foi os ao aos seu sua também já",
    "nl": "het een van voor niet met zijn door ook naar wordt deze dat bij aan worden heeft zich uit",
}
# One of these stands in nearly any text of the language; without them the others are not looked for.
_ANY = {
    "de": "und der nicht eine",
    "fr": "les des une dans",
    "es": "los las una del",
    "it": "che della sono nel",
    "pt": "uma não dos são",
    "nl": "het een niet zijn",
}
# English words of grammar that are words of grammar elsewhere too.
_SHARED = frozenset("a i in no me on as am an do so is was of he we or over had die des her all more".split())
_ENOUGH = 3  # marks
# With these characters words begin in nearly any text: what stands there is in the index as pairs of two.
_BEGIN = {"zh": "的是在不中了", "ja": "のはをにし", "ko": "이하대지한의"}
_WORD = re.compile(r"[^\W\d_]+")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_KANA, _HANGUL = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7a3]")
_SAMPLE = 2000  # characters that tell the language of a text


def languages_of(collection: Collection) -> frozenset[str]:
    """The languages, English aside, that passages of a collection are in."""
    return collection.remembered("languages", lambda: frozenset(_found(collection)))


def _found(collection: Collection) -> list[str]:
    latin = [
        language
        for language, marks in _ANY.items()
        if any(collection.rarity(stem_of(mark)) < inf for mark in marks.split())
        and len(passages_in(language, collection))
    ]
    return latin + [
        language
        for language, first in _BEGIN.items()
        if any(collection.vocabulary(character) for character in first)
    ]


def passages_in(language: str, collection: Collection) -> Numbers:
    """The passages (n,), ascending, that are in one of the languages with Latin letters."""
    return collection.remembered(("passages in", language), lambda: _passages(language, collection))


def _passages(language: str, collection: Collection) -> Numbers:
    held = [collection.passages_with([stem_of(mark)]) for mark in _MARKS[language].split()]
    numbers, counts = np.unique(np.concatenate(held), return_counts=True)
    found: Numbers = numbers[counts >= _ENOUGH]
    return found


def is_foreign(text: str) -> bool:
    """Whether a sentence is in one of these languages: it has more of their words than of English ones."""
    return tongue_of(text) != "en"


def tongue_of(text: str) -> str:
    """The language of a text; "en" also for one in none of these languages."""
    return _tongue_of(text[:_SAMPLE])


@lru_cache(maxsize=1024)
def _tongue_of(sample: str) -> str:
    if len(_EAST.findall(sample)) * 2 > len(sample):
        return east_asian_of(sample)
    held = [word.casefold() for word in _WORD.findall(sample)]
    marks = {language: sum(word in own for word in held) for language, own in _marks().items()}
    most = max(marks, key=lambda language: marks[language])
    return (
        most
        if marks[most] > 1 and marks[most] > sum(word in STOP_WORDS and word not in _SHARED for word in held)
        else "en"
    )


@lru_cache(maxsize=1)
def _marks() -> dict[str, frozenset[str]]:
    return {language: frozenset(marks.split()) for language, marks in _MARKS.items()}


def east_asian_of(text: str) -> str:
    """Whether a text in East Asian letters is Japanese, Korean or Chinese: "ja", "ko" or "zh"."""
    sample = text[:_SAMPLE]
    hangul, kana = len(_HANGUL.findall(sample)), len(_KANA.findall(sample))
    if hangul or kana:
        return "ko" if hangul > kana else "ja"
    return "zh"
