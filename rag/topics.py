"""What a question is about: the terms of its topic, and how far a sentence speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from math import inf

from index.collection import Collection
from index.documents import Span
from index.words import Word, stem_of, words
from rag import aliases, states, synonyms
from rag.dates import MONTH
from rag.echoes import echo_in, is_taken_up
from rag.families import family, inflected
from rag.grammatical import is_grammatical
from rag.name_forms import forms_in, names_in
from rag.ordinals import ORDINAL, written_forms
from rag.wording import AUXILIARY

# In the stead of a word's rarity where the collection does not hold it, or holds it everywhere.
_RAREST, _COMMONEST = 7.0, 0.25
# Before and after a name that stands alone: small words and marks, but not "of" ("Bank of Japan").
_PLAIN_BEFORE = re.compile(
    r"(?:[a-z]{2,}(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bfrom)\s(?:the\s)?|[,;(]\s(?:the\s)?|^(?:The\s)?)$"
)
_PLAIN_AFTER = re.compile(
    r"[.,;)](?:\s|$)|\s(?:is|are|was|were|has|have|had|will|would|to|in|on|as|that|who|which|with|by|at)\b"
)
_LISTING = re.compile(r"(?:\s|,|;|/|&|\band\b|\bor\b|\bthe\b|\beither\b|\bboth\b)*", re.IGNORECASE)
_MONTH = re.compile(MONTH)
# A topic that is itself a question: "the question: will the port mediate the dispute".
_OPEN_QUESTION = re.compile(rf"^the question: {AUXILIARY} ")
# How much a sentence speaks of what stands before it, and of what it takes up by its last word.
TAKEN_UP, AGAIN = 0.5, 0.8
_NAME = 2.0
# Nouns that say little without the word before them.
_GENERAL = frozenset(
    map(
        stem_of,
        """activities actions efforts issues matters measures policies programs projects situations areas
        fields sectors systems processes operations initiatives affairs tasks purposes""".split(),
    )
)
_TRUSTED_SIZE = 200  # passages
_RARE = 5.0
_NAMINGS = 40  # sentences read for the noun that follows a name
_ROLES = (
    r"(?:vice|deputy|first|1st|prime|foreign|defen[cs]e|trade|finance|interior|state|former|permanent|chief)"
)
_OFFICES = (
    r"(?:ministers?|secretar(?:y|ies)|presidents?|ambassadors?|officials?|chancellors?|governors?|envoys?"
    r"|premiers?|delegates?|delegations?|representatives?|counterparts?|spokes(?:man|woman|person))"
)
_OFFICE_AFTER = re.compile(rf"(?:['’]s)?\s+(?:{_ROLES}\s+){{0,3}}{_OFFICES}\b", re.IGNORECASE)
_OFFICE_BEFORE = re.compile(
    rf"\b{_OFFICES}(?:\s+(?:of|for)(?:\s+\w+){{1,3}})?\s+(?:of|from)\s+(?:the\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing the topic names.

    words: as asked. stems: a sentence with none of them does not hold the term.
    forms: the written forms of a name ("South Korea", "ROK"); none for an ordinary word, of which
    any word with one of the stems is a form. weight: how much the term tells, greater than 0.
    echo: the last word of a longer name, by which a text takes it up again ("the islands").
    kind: for a general noun, stems of the word before it: without "cyber", activities are others.
    """

    words: str
    stems: frozenset[str]
    forms: tuple[str, ...]
    weight: float
    echo: str = ""
    kind: frozenset[str] = frozenset()

    @property
    def is_name(self) -> bool:
        """Whether it names somebody or something; a month has a capital, an ordinal several forms."""
        return bool(self.forms) and not (
            _MONTH.fullmatch(self.words.lower()) or ORDINAL.fullmatch(self.words)
        )

    def may_stand_in(self, stems: frozenset[str]) -> bool:
        """Whether a sentence with these words can hold the term; cheap, and never wrongly False."""
        if not self.forms:
            return not self.stems.isdisjoint(stems)
        return any(stems.issuperset(form) for form in parts(self.forms))


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of a topic and its terms, in the order asked.

    any_of: a list of names ("Iran and Syria"): to speak of one of them is to speak of the topic.
    """

    words: str
    terms: tuple[Term, ...]
    any_of: bool = False

    @property
    def weight(self) -> float:
        """Of all terms together; 1 where there are none."""
        return sum(term.weight for term in self.terms) or 1.0

    def telling(self, share: float) -> frozenset[str]:
        """Stems one of which stands in every sentence that speaks of ``share`` of the topic or more.

        The commonest terms are left out as long as all of them together weigh less than that.
        """
        ordered = sorted(self.terms, key=lambda term: term.weight)
        if self.any_of:
            return frozenset(stem for term in ordered for stem in term.stems)
        spare = share * self.weight
        kept = []
        for term in ordered:
            spare -= term.weight
            if spare <= 0:
                kept.append(term)
        return frozenset(stem for term in kept for stem in term.stems)

    def is_plain_in(self, text: str) -> bool:
        """Whether a sentence speaks of a term beyond doubt; cheap, and often wrongly False."""
        return any(_is_plain(term, text) for term in self.terms)

    @property
    def all_stems(self) -> frozenset[str]:
        written = (stem for term in self.terms for form in parts(term.forms) for stem in form)
        return frozenset(written).union(*(term.stems for term in self.terms))

    @property
    def echoes(self) -> frozenset[str]:
        return frozenset(stem_of(term.echo) for term in self.terms if term.echo)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a sentence speaks of a topic.

    share: the weight of the terms it speaks of in that of all, 0 to 1. named: the share of those it
    holds in any way, be it as part of another name ("South China Sea") or of an office ("Japan’s
    foreign minister"). lacks_names: there are names in the topic, and it has no more than half of them.
    """

    share: float
    named: float
    lacks_names: bool


def topic_of(asked: str, collection: Collection, *, loose: bool = False) -> Topic:
    """Find the terms of a topic, and the other forms that the collection gives their names.

    loose: take forms that may mean another state, too ("Korea" for South Korea).
    """
    asked = _OPEN_QUESTION.sub("", asked)
    names = [name for name in names_in(asked) if not _is_noun(asked[name.start : name.end], collection)]
    ordinals = [Span(*found.span()) for found in ORDINAL.finditer(asked)]
    ordinals = [one for one in ordinals if not any(name.overlaps(one) for name in names)]
    terms = [_name_term(asked[name.start : name.end], collection, loose=loose) for name in names]
    terms += [_ordinal_term(asked[one.start : one.end], collection) for one in ordinals]
    single = [
        word
        for word in words(asked)
        if not (word.stop or is_grammatical(asked, word))
        and not any(taken.overlaps(word) for taken in (*names, *ordinals))
    ]
    terms += _modified(asked, single, [_word_term(asked, word, collection) for word in single])
    distinct = tuple({term.stems: term for term in terms if term.stems}.values())
    between = asked
    for name in reversed(names):
        between = between[: name.start] + between[name.end :]
    listed = len(distinct) > 1 and all(term.forms for term in distinct) and _LISTING.fullmatch(between)
    return Topic(asked, distinct, any_of=bool(listed))


def _modified(asked: str, single: Sequence[Word], terms: Sequence[Term]) -> Iterator[Term]:
    """The terms of single words, those of general nouns with the word before them."""
    for at, (word, term) in enumerate(zip(single, terms, strict=True)):
        first = single[at - 1] if at else word
        kind = word.stem in _GENERAL and asked[first.end : word.start] == " "
        yield replace(term, kind=terms[at - 1].stems) if kind else term


def cover(
    topic: Topic,
    text: str,
    stems: frozenset[str],
    before: str = "",
    kept: frozenset[str] = frozenset(),
    heading: frozenset[str] = frozenset(),
) -> Coverage:
    """How far the sentence ``text``, whose words are ``stems``, speaks of a topic.

    before: what stands directly before it; a name given there need not be said again.
    kept: words that count as said, as they chose the document.
    heading: the words of the heading above; what it names is half said below it.
    """
    spoken = False
    share = named = names = 0.0
    for term in topic.terms:
        strength = 1.0 if term.stems & kept else _strength(topic, term, text, stems)
        if strength is None:
            taken_up = _taken_up(term, text, before) or TAKEN_UP * (not term.stems.isdisjoint(heading))
            share += taken_up * term.weight
            names += term.is_name and taken_up > 0
            continue
        named += term.weight
        other = term.kind and term.kind.isdisjoint(stems) and term.kind.isdisjoint(_stems(before))
        share += (0.5 if other else 1.0) * strength * term.weight
        spoken = spoken or strength > 0.5
        names += term.is_name
    if topic.any_of:
        return Coverage(float(spoken), float(named > 0), lacks_names=False)
    asked = sum(term.is_name for term in topic.terms)
    lacks_names = asked > 0 and names <= asked / 2
    return Coverage(share / topic.weight, named / topic.weight, lacks_names)


def _taken_up(term: Term, text: str, before: str) -> float:
    """How much a sentence speaks of a name that it does not hold, but that stands before it."""
    again = bool(term.echo) and is_taken_up(term.echo, text)
    if not before or not (term.forms or again):
        return 0.0
    if term.forms:
        given = bool(aliases.occurrences(term.forms, before))
    else:
        given = not term.stems.isdisjoint(_stems(before))
    return (AGAIN if again else TAKEN_UP) * given


def _strength(topic: Topic, term: Term, text: str, stems: frozenset[str]) -> float | None:
    """How much of a term a sentence speaks of, 0 to 1; None when it does not hold it."""
    if not term.may_stand_in(stems):
        return None
    if _is_plain(term, text):
        return 1.0
    forms = term.forms or tuple(
        {
            text[word.start : word.end].lower()
            for word in words(text)
            if word.stem in term.stems and not is_grammatical(text, word)
        }
    )
    found = [
        occurrence
        for occurrence in (aliases.occurrences(forms, text) if forms else [])
        if not _is_of_another_state(occurrence, term)
    ]
    if not found:
        return None
    return max(_weight_of(occurrence, topic, term, text) for occurrence in found)


@lru_cache(maxsize=256)
def parts(forms: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The stems of each form."""
    return tuple(frozenset(_stems(form)) for form in forms)


@lru_cache(maxsize=256)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    written = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.’'-])(?:{written})(?:['’]s)?(?![\w’'-])" if forms else r"(?!)")


def _is_plain(term: Term, text: str) -> bool:
    if term.forms:
        return any(_stands_alone(text, found) for found in _pattern(term.forms).finditer(text))
    # A word without a capital is part of no name.
    return any(
        stem_of(found.group()) in term.stems and not is_grammatical(text, Span(*found.span()))
        for found in _small(term.stems).finditer(text)
    )


@lru_cache(maxsize=256)
def _small(stems: frozenset[str]) -> re.Pattern[str]:
    """Words in small letters that begin like these stems, and stand in no address."""
    beginnings = "|".join(
        sorted(re.escape(stem[: max(2, len(stem) - 1)]) for stem in stems if stem.isalpha())
    )
    return re.compile(rf"(?<![\w@/.-])(?:{beginnings})[a-z]*(?![\w@/.-])" if beginnings else r"(?!)")


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a name is plainly no part of a larger one or of an office: no rule need be asked."""
    return bool(
        _PLAIN_BEFORE.search(text, max(0, found.start() - 40), found.start())
        and _PLAIN_AFTER.match(text, found.end())
        and not found.group().endswith(("'s", "’s"))
    )


def _is_of_another_state(occurrence: aliases.Occurrence, term: Term) -> bool:
    """The "Republic of China" in "People's Republic of China" is not even a mention of the former."""
    if not occurrence.inside:
        return False
    other = states.forms_of(occurrence.inside)
    return bool(other) and set(other).isdisjoint(term.forms)


def _weight_of(occurrence: aliases.Occurrence, topic: Topic, term: Term, text: str) -> float:
    if occurrence.inside:
        # "the Hague convention" is asked for, "Hague Abduction Convention" is what it is called.
        whole = frozenset(_stems(occurrence.inside))
        asked = frozenset(stem for other in topic.terms for stem in other.stems)
        meant = len(topic.terms) > 1 and (
            whole <= asked or not any(whole.isdisjoint(other.stems) for other in topic.terms)
        )
        return 1.0 if meant else 0.0
    if term.forms and (
        _OFFICE_AFTER.match(text, occurrence.end) or _OFFICE_BEFORE.search(text[: occurrence.start])
    ):
        return 0.4
    return 1.0


def _is_noun(name: str, collection: Collection) -> bool:
    """Whether a capital makes no name: "Fahrpreisen", where the texts write "Fahrpreise", or "AI"."""
    if synonyms.other_expressions(name):
        return True
    stem = stem_of(name)
    if not name.isalpha() or collection.rarity(stem) < inf:
        return False
    return bool(inflected(stem, name.casefold(), collection))


def _name_term(name: str, collection: Collection, *, loose: bool) -> Term:
    forms = forms_in(name, collection, loose=loose)
    stems = frozenset(_key_stem(form, collection) for form in forms)
    # A text that lacks the name asked for speaks of something else, however common the name is here.
    weight = _NAME + _trust(collection) * min((_rarity(stem, collection) for stem in stems), default=_RAREST)
    last = name.rsplit(maxsplit=1)[-1]
    echo = last if len(_stems(name)) > 1 and not states.forms_of(name) and last.isalpha() else ""
    echo = echo or ("" if states.forms_of(name) else _echo(stems, collection))
    return Term(name, stems, forms, weight, echo)


def _echo(named: frozenset[str], collection: Collection, *, exact: bool = False) -> str:
    """By which noun the collection takes a name up again that it gives with one."""
    sentences = (
        collection.text(match.document)[match.span.start : match.span.end]
        for stem in named
        for _, group in collection.matches([stem])
        for match in group
    )
    return echo_in(named, islice(sentences, _NAMINGS), exact=exact)


def _key_stem(form: str, collection: Collection) -> str:
    """The stem by which sentences with this form are found: its rarest word."""
    return max(_stems(form) or [stem_of(form)], key=collection.rarity)


def _word_term(asked: str, word: Word, collection: Collection) -> Term:
    kin = family(word.stem, asked[word.start : word.end].casefold(), collection)
    written = asked[word.start : word.end]
    weight = _trust(collection) * min(_rarity(stem, collection) for stem in kin)
    if written[0].isdigit():
        weight += _NAME  # a number is as telling as a name
    weight += _COMMONEST + collection.unusualness(written)
    rare = collection.size < _TRUSTED_SIZE or all(collection.rarity(stem) > _RARE for stem in kin)
    return Term(written, kin, (), weight, _echo(kin, collection, exact=True) if rare else "")


def _ordinal_term(written: str, collection: Collection) -> Term:
    """ "the 30th anniversary": in figures an ordinal is no one word of an index."""
    forms = written_forms(written)
    stems = frozenset(_key_stem(form, collection) for form in forms)
    weight = _NAME + _COMMONEST + _trust(collection) * min(_rarity(stem, collection) for stem in stems)
    return Term(written, stems, forms, weight)


def _trust(collection: Collection) -> float:
    """How much is made of rarity: it tells little where there is little text, 0 to 1.

    How common a word is in the language always tells something.
    """
    return collection.size / (collection.size + _TRUSTED_SIZE)


def _rarity(stem: str, collection: Collection) -> float:
    return max(_COMMONEST, min(collection.rarity(stem), _RAREST))


def _stems(text: str) -> list[str]:
    return [word.stem for word in words(text) if not word.stop]


def names_missing(topic: Topic, text: str, kept: frozenset[str] = frozenset()) -> bool:
    """Whether a whole text lacks one of the topic's names, in all of its forms."""
    return any(
        term.forms and not term.stems & kept and not _pattern(term.forms).search(text) for term in topic.terms
    )
