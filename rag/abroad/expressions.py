"""Where the words for a thing stand in a sentence of a language, and by which stems it is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from index.collection import Collection
from index.documents import Span
from index.words import is_stop, stem_of
from rag.abroad.concepts import EAST_ASIAN, Words, concepts, expressions, forms_of, lexicon
from rag.abroad.han import simplified, variants
from rag.abroad.inflections import COMPOUNDING, LATIN, core, fold, is_compound, tokens
from rag.abroad.named_things import Thing, is_one

_GAP = 2  # short words that may stand between two of an expression: "réduction de la dette"
_SHORT = 4  # letters of such a word
_WINDOW = 12  # characters around an East Asian expression that may belong to a larger one
_LEAST = 3  # letters of a part by which compounds are looked for
_ANY_BEGINNING = "qqqq"  # before a word, to see how the index stems a compound that ends in it
_APOSTROPHE = re.compile(r"['’]")


@dataclass(frozen=True)
class Sentence:
    """A sentence as it stands, and as expressions are compared with it."""

    text: str
    language: str

    @cached_property
    def tokens(self) -> list[tuple[str, int, int]]:
        return tokens(self.text)

    @cached_property
    def characters(self) -> str:
        return simplified(self.text) if self.language == "zh" else self.text

    def find(self, thing: Thing) -> Span | None:
        """Where a thing is named; the longest of its expressions that stand there."""
        found = [self._literal(thing)] if not thing.concepts else []
        east = self.language in EAST_ASIAN
        for number in thing.concepts:
            evidence = [words for words in expressions(number, self.language) if words.is_evidence]
            found += [self._east(words, number) if east else self._words(words) for words in evidence]
        return max(filter(None, found), key=lambda span: span.end - span.start, default=None)

    def _words(self, words: Words) -> Span | None:
        parts = words.parts
        for at, (word, start, end) in enumerate(self.tokens):
            if words.begins:
                if word.startswith(parts[0]) and len(word) - len(parts[0]) >= _LEAST:
                    return Span(start, end)
                continue
            if is_one(self.text[start:end], word, parts[0], self.language):
                last = self._rest(at, parts)
                if last is not None:
                    return Span(start, last)
            elif len(parts) == 1 and self._is_compound(word, parts[0]):
                return Span(start, end)
        return None

    def _is_compound(self, word: str, part: str) -> bool:
        if self.language not in COMPOUNDING or part.isupper():
            return False
        return is_compound(word, part, self.language, lexicon(self.language).parts)

    def _rest(self, at: int, parts: Sequence[str]) -> int | None:
        """Where an expression ends whose first word stands at a place; None where it does not go on."""
        last = self.tokens[at][2]
        for part in parts[1:]:
            for step in range(1, _GAP + 2):
                if at + step >= len(self.tokens):
                    return None
                word, start, end = self.tokens[at + step]
                if is_one(self.text[start:end], word, part, self.language):
                    at, last = at + step, end
                    break
                if len(word) > _SHORT:
                    return None
            else:
                return None
        return last

    def _literal(self, thing: Thing) -> Span | None:
        asked = fold(thing.asked)
        if self.language in EAST_ASIAN:
            at = self.characters.find(thing.asked)
            return Span(at, at + len(thing.asked)) if at >= 0 and len(thing.asked) > 1 else None
        for word, start, end in self.tokens:
            same = word == asked or (self.language == "en" and stem_of(word) == stem_of(asked))
            if same or (len(asked) > _SHORT and self._is_compound(word, asked)):
                return Span(start, end)
        return None

    def _east(self, words: Words, number: int) -> Span | None:
        written = words.written
        at = self.characters.find(written)
        while at >= 0:
            if not self._is_part_of_another(at, at + len(written), number):
                return Span(at, at + len(written))
            at = self.characters.find(written, at + 1)
        return None

    def _is_part_of_another(self, start: int, end: int, number: int) -> bool:
        """Whether other words of the table overlap these: "国会" is no word in "中国会议", nor a name in
        a longer one: "인도" in "인도네시아"."""
        known = lexicon(self.language).first
        text = self.characters
        written = text[start:end]
        for first in range(max(0, start - _WINDOW), start + 1):
            for last in range(start + 1, min(len(text), end + _WINDOW) + 1):
                crossing = first < start < last < end
                around = first <= start and last >= end and last - first > end - start
                if not crossing and not (around and concepts()[number].is_name):
                    continue
                others = known.get(text[first:last], ())
                another = len(others) > 0 and all(other != number for _, other in others)
                if another and last - first > 1 and (crossing or written in text[first:last]):
                    return True
        return False


class Vocabulary:
    """The words of a collection in which others can stand: elided ("l'énergie") and compounds."""

    def __init__(self, collection: Collection) -> None:
        self._elided: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        for stem in collection.vocabulary(""):
            if _APOSTROPHE.search(stem):
                self._elided.setdefault(fold(_APOSTROPHE.split(stem)[-1]), []).append(stem)
            elif stem.isalpha():
                self._folded.setdefault(fold(stem), []).append(stem)
        self._all = "\n".join(["", *self._folded, ""])

    def elided(self, word: str) -> list[str]:
        return self._elided.get(word, [])

    def holding(self, part: str) -> Iterator[str]:
        """The stems that hold some letters anywhere."""
        at = self._all.find(part)
        while at >= 0:
            start, end = self._all.rfind("\n", 0, at) + 1, self._all.find("\n", at)
            yield from self._folded[self._all[start:end]]
            at = self._all.find(part, end)


def stems_for(thing: Thing, language: str, collection: Collection) -> frozenset[str]:
    """Stems one of which every passage holds that names a thing in a language."""
    found: set[str] = set()
    if not thing.concepts:
        return frozenset(_of_literal(thing.asked, language, collection))
    for number in thing.concepts:
        for words in expressions(number, language):
            if words.is_evidence and words.parts:
                found |= _of_words(words, language, collection)
    return frozenset(found)


def _of_literal(asked: str, language: str, collection: Collection) -> set[str]:
    if language in EAST_ASIAN and not asked.isascii():
        return _of_characters(asked, collection)
    return _of_part(fold(asked) if language != "en" else asked, language, collection)


def _of_words(words: Words, language: str, collection: Collection) -> set[str]:
    if language in EAST_ASIAN and not words.written.isascii():
        return _of_characters(words.written, collection)
    each = [_of_part(part, language, collection) for part in words.parts if not is_stop(part)]
    return min(each, key=len, default=set()) if all(each) else set()


def _of_characters(written: str, collection: Collection) -> set[str]:
    if len(written) == 1:
        return set(collection.vocabulary(written))
    pairs = [run[at : at + 2] for run in written.split() for at in range(len(run) - 1)]
    each = [_known(variants(pair), collection) for pair in pairs]
    rarest = max(each, key=lambda stems: min(map(collection.rarity, stems), default=inf))
    return rarest if all(each) else set()


def _of_part(part: str, language: str, collection: Collection) -> set[str]:
    if language not in LATIN:
        return _known([stem_of(part)], collection)
    words = forms_of(part, language)
    stems = {stem_of(word) for word in words} | words
    vocabulary = collection.remembered("vocabulary", lambda: Vocabulary(collection))
    found = _known(stems, collection)
    for word in stems:
        found.update(vocabulary.elided(word))
    if language in COMPOUNDING and len(part) >= _LEAST and not part.isupper():
        for end in {
            core(part, language),
            *(stem_of(_ANY_BEGINNING + word)[len(_ANY_BEGINNING) :] for word in words),
        }:
            if len(end) >= _LEAST:
                found.update(vocabulary.holding(end))
    return found


def _known(stems: Iterable[str], collection: Collection) -> set[str]:
    return {stem for stem in stems if collection.rarity(stem) < inf}
