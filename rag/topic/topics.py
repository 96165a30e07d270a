"""What a question is about: the terms of its topic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise
from math import inf

from index.collection import Collection
from index.documents import Span
from index.words import Word, stem_of, words
from rag.asked.wording import AUXILIARY
from rag.dates import MONTH
from rag.speech.kinds import is_of_one_kind, kind_after
from rag.topic import states, synonyms
from rag.topic.echoes import echo_in, echo_of
from rag.topic.families import family, inflected
from rag.topic.grammatical import is_grammatical
from rag.topic.head_words import heads_of
from rag.topic.name_forms import forms_in, names_in
from rag.topic.ordinals import ORDINAL, written_forms
from rag.topic.synonyms import Expression

# In the stead of a word's rarity where the collection does not hold it, or holds it everywhere.
_RAREST, _COMMONEST = 7.0, 0.25
_LISTING = re.compile(
    r"(?:\s|,|;|/|&|\band\b|\bor\b|\bthe\b|\beither\b|\bboth\b|\bits\b|\btheir\b)*", re.IGNORECASE
)
_MONTH = re.compile(MONTH)
# A topic that is itself a question: "the question: will the port mediate the dispute".
_OPEN_QUESTION = re.compile(rf"^the question: {AUXILIARY} ")
_BETWEEN = re.compile(r"\bbetween (?:(?:both|either|the) )*$", re.IGNORECASE)
_AND = re.compile(r"(?:['’]s?)? (?:and|&) (?:the )?", re.IGNORECASE)
_NAME = 2.0
# Nouns that say little without the word before them.
_GENERAL = frozenset(
    map(
        stem_of,
        """activities actions efforts issues matters measures policies programs projects situations areas
        fields sectors systems processes operations initiatives affairs tasks purposes""".split(),
    )
)
# Verbs and nouns that say nothing of what somebody wants, or uses.
_EMPTY = frozenset(map(stem_of, "want intend hope use using".split()))
_THERE = re.compile(r"\b(?:in|at|near|around|outside|from|of)\s+(?:the\s+)?$")
# "a meeting in Paris" was in that city; "the view from Paris" is a government's, and at it one may be angry.
_INSIDE = re.compile(r"\b(?:in|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_TRUSTED_SIZE = 200  # passages
_RARE = 5.0
_NAMINGS = 40  # sentences read for the noun that follows a name


@dataclass(frozen=True, slots=True)
class Term:
    """One thing the topic names.

    words: as asked. stems: a sentence with none of them does not hold the term.
    forms: the written forms of a name ("South Korea", "ROK"); none for an ordinary word, of which
    any word with one of the stems is a form. weight: how much the term tells, greater than 0.
    echo: the last word of a longer name, by which a text takes it up again ("the islands").
    kind: for a general noun, stems of the word before it: without "cyber", activities are others.
    others: what else it is called, alone or with its neighbours ("nuclear umbrella"); a sentence with all
    telling words of one, and with its rarest, which is in ``other_stems``, may hold it.
    is_head: it says what the whole topic is a kind of: drills, of "joint military drills with Norland".
    is_side: a name between which and another something is: "the border between Norland and Sudland".
    """

    words: str
    stems: frozenset[str]
    forms: tuple[str, ...]
    weight: float
    echo: str = ""
    kind: frozenset[str] = frozenset()
    others: tuple[Expression, ...] = ()
    other_stems: frozenset[str] = frozenset()
    is_head: bool = False
    is_side: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it names somebody or something; a month has a capital, an ordinal several forms."""
        return bool(self.forms) and not (
            _MONTH.fullmatch(self.words.lower()) or ORDINAL.fullmatch(self.words)
        )

    def may_stand_in(self, stems: frozenset[str]) -> bool:
        """Whether a sentence with these words can hold the term; cheap, and never wrongly False."""
        if not self.forms:
            if not self.stems.isdisjoint(stems):
                return True
            found = not self.other_stems.isdisjoint(stems)
            return found and any(stems.issuperset(one.telling) for one in self.others)
        return any(stems.issuperset(form) for form in parts(self.forms))

    @property
    def sought(self) -> frozenset[str]:
        """Stems one of which stands in every sentence that holds the term."""
        return self.stems | self.other_stems


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
            return frozenset(stem for term in ordered for stem in term.sought)
        spare = share * self.weight
        kept = []
        for term in ordered:
            spare -= term.weight
            if spare <= 0:
                kept.append(term)
        return frozenset(stem for term in kept for stem in term.sought)

    @property
    def places(self) -> Topic:
        """Where it was, of what is asked: "Tarn" of "the meeting in Tarn"."""
        there = (
            term
            for term in self.terms
            if term.is_name and _INSIDE.search(self.words.partition(term.words)[0])
        )
        return replace(self, terms=tuple(there))

    @property
    def all_stems(self) -> frozenset[str]:
        written = (stem for term in self.terms for form in parts(term.forms) for stem in form)
        return frozenset(written).union(*(term.stems for term in self.terms))

    @property
    def sought(self) -> frozenset[str]:
        """Stems one of which stands in every sentence that holds any of it, listed synonyms among them."""
        return self.all_stems.union(*(term.other_stems for term in self.terms))

    def share_in(self, stems: frozenset[str]) -> float:
        """How much of it, by weight, words of these stems name, 0 to 1."""
        return sum(term.weight for term in self.terms if not term.sought.isdisjoint(stems)) / self.weight

    @property
    def echoes(self) -> frozenset[str]:
        return frozenset(stem_of(term.echo) for term in self.terms if term.echo)


def topic_of(asked: str, collection: Collection, *, loose: bool = False) -> Topic:
    """Find the terms of a topic, and the other forms that the collection gives their names.

    loose: take forms that may mean another state, too ("Korea" for South Korea).
    """
    asked = _OPEN_QUESTION.sub("", asked)
    names = _names(asked, collection)
    ordinals = [Span(*found.span()) for found in ORDINAL.finditer(asked)]
    ordinals = [one for one in ordinals if not any(name.overlaps(one) for name in names)]
    sides = _sides(asked, names)
    terms = [
        replace(_name_term(asked, name, collection, loose=loose), is_side=name in sides) for name in names
    ]
    terms += [_ordinal_term(asked[one.start : one.end], collection) for one in ordinals]
    kind = _kind_of(asked, names, collection)
    single = [
        word
        for word in words(asked)
        if not (word.stop or word.stem in _EMPTY or is_grammatical(asked, word) or kind.contains(word))
        and not any(taken.overlaps(word) for taken in (*names, *ordinals))
    ]
    terms += _modified(asked, single, [_word_term(asked, word, collection) for word in single])
    heads = heads_of(asked, names)
    terms = [replace(term, is_head=not term.stems.isdisjoint(heads)) for term in terms]
    distinct = tuple({term.stems: term for term in terms if term.stems}.values())
    between = asked
    for name in reversed(names):
        between = between[: name.start] + between[name.end :]
    listed = len(distinct) > 1 and all(term.forms for term in distinct) and _LISTING.fullmatch(between)
    return Topic(asked, distinct, any_of=bool(listed))


def _sides(asked: str, names: Sequence[Span]) -> tuple[Span, ...]:
    """The two names between which something is."""
    for one, other in pairwise(names):
        if _BETWEEN.search(asked[: one.start]) and _AND.fullmatch(asked, one.end, other.start):
            return one, other
    return ()


def _kind_of(asked: str, names: Sequence[Span], collection: Collection) -> Span:
    """What says no more than the name before it, as the texts go on with the name alone: the cable of "the
    Lorne cable", where nothing else is called Lorne. An empty span where there is no such thing."""
    name = asked[names[0].start : names[0].end] if len(names) == 1 else ""
    kind = kind_after(name, asked) if name and not states.forms_of(name) else ""
    if kind and not states.governed_from(name) and is_of_one_kind(name, kind, _sentences(name, collection)):
        return Span(names[0].end, len(asked))
    return Span(0, 0)


def _sentences(name: str, collection: Collection) -> Iterator[str]:
    """Sentences that hold the rarest word of a name, as many as are read for what it is."""
    sentences = (
        collection.text(match.document)[match.span.start : match.span.end]
        for _, group in collection.matches([_key_stem(name, collection)])
        for match in group
    )
    return islice(sentences, _NAMINGS)


def _names(asked: str, collection: Collection) -> list[Span]:
    return [name for name in names_in(asked) if not _is_noun(asked[name.start : name.end], collection)]


def with_synonyms(topic: Topic, collection: Collection) -> Topic:
    """The topic with what its terms that are no names are also called, by words of the collection."""
    names = [
        name for name in names_in(topic.words) if not _is_noun(topic.words[name.start : name.end], collection)
    ]
    known = [
        (stems, [one for one in others if one.telling and max(map(collection.rarity, one.telling)) < inf])
        for stems, others in synonyms.expressions_in(topic.words, names)
    ]
    terms = []
    for term in topic.terms:
        listed = [one for stems, others in known if not stems.isdisjoint(term.stems) for one in others]
        others = () if term.forms else tuple(dict.fromkeys(listed))
        rarest = frozenset(
            max(one.telling, key=lambda stem: (collection.rarity(stem), stem)) for one in others
        )
        forms = tuple(dict.fromkeys((*term.forms, *_governed(topic, term), *_on_same_land(topic, term))))
        keys = frozenset(_key_stem(form, collection) for form in forms) or term.stems
        terms.append(replace(term, forms=forms, stems=keys, others=others, other_stems=rarest))
    return replace(topic, terms=tuple(terms))


def _governed(topic: Topic, term: Term) -> tuple[str, ...]:
    """The forms of the state that a seat of government stands for in a topic that says more: "sanctions
    against Pyongyang", but not "floods in Paris"."""
    if not term.forms or len(topic.terms) == 1 or _THERE.search(topic.words.partition(term.words)[0]):
        return ()
    return states.governed_from(term.words)


def _on_same_land(topic: Topic, term: Term) -> tuple[str, ...]:
    """What is said of a state for a land, or of a land for a state, in a topic that tells what: "disarmament
    of the peninsula", but not "the peninsula"."""
    told = any(one.is_head and not one.forms for one in topic.terms)
    return states.on_same_land(term.words) if told and term.forms else ()


def _modified(asked: str, single: Sequence[Word], terms: Sequence[Term]) -> Iterator[Term]:
    """The terms of single words, those of general nouns with the word before them."""
    for at, (word, term) in enumerate(zip(single, terms, strict=True)):
        first = single[at - 1] if at else word
        kind = word.stem in _GENERAL and asked[first.end : word.start] == " "
        yield replace(term, kind=terms[at - 1].stems) if kind else term


@lru_cache(maxsize=256)
def parts(forms: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The stems of each form."""
    return tuple(frozenset(stems_in(form)) for form in forms)


def _is_noun(name: str, collection: Collection) -> bool:
    """Whether a capital makes no name: "Fahrpreisen", where the texts write "Fahrpreise", or "AI"."""
    if synonyms.other_expressions(name):
        return True
    stem = stem_of(name)
    if not name.isalpha() or collection.rarity(stem) < inf:
        return False
    return bool(inflected(stem, name.casefold(), collection))


def _name_term(asked: str, span: Span, collection: Collection, *, loose: bool) -> Term:
    name = asked[span.start : span.end]
    there = _INSIDE.search(asked[: span.start]) is not None
    forms = forms_in(name, collection, loose=loose, there=there)
    stems = frozenset(_key_stem(form, collection) for form in forms)
    # A text that lacks the name asked for speaks of something else, however common the name is here.
    weight = _NAME + _trust(collection) * min((_rarity(stem, collection) for stem in stems), default=_RAREST)
    echo = echo_of(name) if len(stems_in(name)) > 1 and not states.forms_of(name) else ""
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
    return max(stems_in(form) or [stem_of(form)], key=collection.rarity)


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


def stems_in(text: str) -> list[str]:
    return [word.stem for word in words(text) if not word.stop]
