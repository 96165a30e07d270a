"""Which things a topic names, in any language of the tables: concepts, names and words left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.words import STOP_WORDS, stem_of
from rag.abroad.asked import grammar_of
from rag.abroad.concepts import EAST_ASIAN, LANGUAGES, Lexicon, Words, concepts, forms_of, lexicon
from rag.abroad.han import simplified
from rag.abroad.inflections import COMPOUNDING, split, tokens
from rag.abroad.tongues import east_asian_of

_LONGEST = 14  # characters of an East Asian expression
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# What joins words in these languages, and is none itself.
_JOINS = {
    "ja": re.compile(r"[\u3041-\u309f]+|[・、「」『』\s]+"),
    "zh": re.compile(r"[的和与與及对對在中上等之以了向就跟同、，“”「」《》\s]+"),
    "ko": re.compile(r"[\s·,“”‘’\"']+"),
}
_KO_PARTICLE = re.compile(
    r"(?:에 대한|에서의|으로의|에서|으로|에게|까지|부터|이나|와의|과의|들의"
    r"|들|은|는|이|가|을|를|의|에|로|와|과|도|및)$"
)
_INFLECTION = re.compile(r"(?:e?s|ies|y|ing|ed|e|e[dr]s?)$")
_OTHER_WORDS = re.compile(r"[A-Za-zÀ-ɏ0-9][\w.&-]*|[ァ-ヴー]{2,}|[\u3400-\u9fff々]{2,}|[가-힣]{2,}")


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a topic. asked: its words there. concepts: the numbers of what it may be; with none
    it is looked for as it was asked. is_name: of a state, a place, a body; or it begins with a capital.
    """

    asked: str
    concepts: frozenset[int]
    is_name: bool


def things_in(topic: str, language: str, *, whole: bool = True) -> tuple[Thing, ...]:
    """What a topic in one of the languages is about, words that say little left out where others stand.

    whole: take an expression of several words, or a compound, as one thing; otherwise word by word, names
    aside. It changes nothing for a topic in East Asian letters.
    """
    east = language in EAST_ASIAN
    found = list(_east_asian(topic, language) if east else _latin(topic, language, whole=whole))
    telling = [thing for thing, light in found if not light] or [thing for thing, _ in found]
    return tuple(dict.fromkeys(telling))


def language_of(topic: str, asked_in: str, others: Iterable[str]) -> str:
    """The language a topic is in: that of its question, or one of the others that alone knows its words."""
    if _EAST.search(topic):
        own = east_asian_of(topic)
        return asked_in if asked_in in EAST_ASIAN and own != "ko" else own
    first = "en" if asked_in in EAST_ASIAN or asked_in not in LANGUAGES else asked_in
    latin = [one for one in LANGUAGES if one in others and one not in EAST_ASIAN]
    return next((one for one in (first, "en", *latin) if _is_known(topic, one)), first)


def _is_known(topic: str, language: str) -> bool:
    return any(thing.concepts for thing in things_in(topic, language))


def _latin(topic: str, language: str, *, whole: bool) -> Iterator[tuple[Thing, bool]]:
    known = lexicon(language)
    grammar = STOP_WORDS if language == "en" else grammar_of(language)
    held = tokens(topic)
    at = 0
    while at < len(held):
        word, start, end = held[at]
        raw = topic[start:end]
        longest, numbers = _longest(topic, held, at, known, grammar)
        if not whole and longest and not _thing(raw, numbers).is_name:
            longest, numbers = 1, _parted(word, raw, known)
        light = longest <= 1 and not forms_of(word, language).isdisjoint(known.light)
        if numbers:
            end = held[at + longest - 1][2]
            yield _thing(topic[start:end], numbers), light
            at += longest
            continue
        at += 1
        if word in grammar or raw.casefold() in grammar or len(word) < 2 or raw == "s":
            continue
        parts = split(word, known.parts, whole=whole) if language in COMPOUNDING and not light else None
        if parts is None:
            yield Thing(raw, frozenset(), raw[0].isupper() and language != "de"), light
        for part in parts or ():
            yield _thing(part, _alone(part, known)), False


def _thing(asked: str, numbers: frozenset[int]) -> Thing:
    return Thing(asked, numbers, all(concepts()[number].is_name for number in numbers))


def _longest(
    topic: str, held: Sequence[tuple[str, int, int]], at: int, known: Lexicon, grammar: frozenset[str]
) -> tuple[int, frozenset[int]]:
    """How many words the longest expression that begins here takes, and which concepts it may be."""
    word, start, end = held[at]
    raw = topic[start:end]
    keys = [raw.upper()] if raw.upper() in known.first and (raw.isupper() or word not in grammar) else []
    keys += [stem_of(raw)] if known.language == "en" else [word]
    longest, numbers = 0, frozenset[int]()
    for words, number in (one for key in keys for one in known.first.get(key, ())):
        length = len(words.parts)
        if length < longest or words.begins or not _goes_on(topic, held, at, words, known.language):
            continue
        if length == 1 and word in grammar and not raw.isupper():
            continue
        if known.language == "en" and not _is_form(word, words.parts[0]):
            continue
        numbers = numbers | {number} if length == longest else frozenset({number})
        longest = length
    return longest, numbers


def _goes_on(topic: str, held: Sequence[tuple[str, int, int]], at: int, words: Words, language: str) -> bool:
    rest = held[at + 1 : at + len(words.parts)]
    return len(rest) == len(words.parts) - 1 and all(
        is_one(topic[start:end], word, part, language)
        for part, (word, start, end) in zip(words.parts[1:], rest, strict=True)
    )


def _is_form(word: str, part: str) -> bool:
    """Whether an English word is a form of another; "critical", of the same root, is none of "critics"."""
    return part.isupper() or _INFLECTION.sub("", word) == _INFLECTION.sub("", part)


def is_one(raw: str, word: str, part: str, language: str) -> bool:
    """Whether a word of a text, as it stands and folded, is a form of a part of an expression."""
    if part.isupper():
        return raw == part
    if language == "en":
        return stem_of(raw) == stem_of(part)
    return word in forms_of(part, language)


def _parted(word: str, raw: str, known: Lexicon) -> frozenset[int]:
    """What a word by itself may be; nothing for a compound, which has parts."""
    if known.language in COMPOUNDING and split(word, known.parts, whole=False) is not None:
        return frozenset()
    return _alone(stem_of(raw) if known.language == "en" else word, known)


def _alone(word: str, known: Lexicon) -> frozenset[int]:
    return frozenset(number for words, number in known.first.get(word, ()) if len(words.parts) == 1)


def _east_asian(topic: str, language: str) -> Iterator[tuple[Thing, bool]]:
    known = lexicon(language)
    text = simplified(topic) if language == "zh" else topic
    at = left = 0
    while at < len(text):
        length = next(
            (
                long
                for long in range(min(_LONGEST, len(text) - at), 0, -1)
                if text[at : at + long] in known.first
            ),
            0,
        )
        if not length or (length == 1 and at > left):
            at += 1
            continue
        yield from _left(text[left:at], known)
        numbers = frozenset(number for _, number in known.first[text[at : at + length]])
        yield _thing(text[at : at + length], numbers), text[at : at + length] in known.light
        at += length
        left = at
    yield from _left(text[left:], known)


def _left(text: str, known: Lexicon) -> Iterator[tuple[Thing, bool]]:
    """The words in a stretch that the table knows nothing of."""
    for part in _JOINS[known.language].split(text):
        bare = _KO_PARTICLE.sub("", part) if known.language == "ko" else part
        for found in _OTHER_WORDS.finditer(bare):
            yield Thing(found.group(), frozenset(), False), found.group() in known.light
