"""How far a sentence speaks of a topic: which of its terms it holds, and in what words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.documents import Span
from index.words import stem_of, words
from rag.topic import aliases, states
from rag.topic.echoes import is_taken_up
from rag.topic.grammatical import is_grammatical
from rag.topic.ordinals import ORDINAL
from rag.topic.topics import Term, Topic, stems_in

# How much a sentence with a listed synonym speaks of a term: as often as it means it.
SYNONYM = 0.9
# Before and after a name that stands alone: small words and marks, but not "of" ("Bank of Japan").
_PLAIN_BEFORE = re.compile(
    r"(?:[a-z]{2,}(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bfrom)\s(?:the\s)?|[,;(]\s(?:the\s)?|^(?:The\s)?)$"
)
_PLAIN_AFTER = re.compile(
    r"[.,;)](?:\s|$)|\s(?:is|are|was|were|has|have|had|will|would|to|in|on|as|that|who|which|with|by|at)\b"
)
# How much a sentence speaks of what stands before it, and of what it takes up by its last word.
# OPENING is for the names that a document opens with.
TAKEN_UP, AGAIN, OPENING = 0.5, 0.8, 0.3
# By which a text goes on about two that it named: "the border between them", but not "the three countries".
_OF_BOTH = re.compile(
    r"(?!.*\b(?:three|four|trilateral|multilateral)\b)"
    r".*\b(?:they|them|their|both|two|each other|either|bilateral|mutual|we|us|our)\b",
    re.IGNORECASE | re.DOTALL,
)
# "human rights conditions in Norland": who speaks of human rights in Norland speaks of it.
_ALL_BUT_HEAD = 0.75
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
class Coverage:
    """How far a sentence speaks of a topic.

    share: the weight of the terms it speaks of in that of all, 0 to 1. named: the share of those it
    holds in any way, be it as part of another name ("South China Sea") or of an office ("Japan’s
    foreign minister"). lacks_names: there are names in the topic, and it has no more than half of them.
    lacks_head: it has none of the words that say what the topic is a kind of, nor nearly all else.
    reworded: the listed synonym that it has in the stead of a word asked for.
    """

    share: float
    named: float
    lacks_names: bool
    lacks_head: bool = False
    reworded: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence need not say again.

    before: what stands directly before it, and the title; a name there is half said.
    heading: the words of the heading above, which half say what they name.
    given: words of the title and of the sentences before. They half say a term, but never a topic's head.
    opening: the first words of the document; what they name is said less, and no head either.
    """

    before: str = ""
    heading: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    opening: str = ""


_ALONE = Context()


def cover(
    topic: Topic,
    text: str,
    stems: frozenset[str],
    context: Context = _ALONE,
    kept: frozenset[str] = frozenset(),
) -> Coverage:
    """How far the sentence ``text``, whose words are ``stems``, speaks of a topic.

    kept: words that count as said, as they chose the document.
    """
    spoken = heads = plain = False
    share = named = 0.0
    held, known = list[Term](), list[Term]()
    reworded: str | None = None
    for term in topic.terms:
        strength = 1.0 if term.stems & kept else _strength(topic, term, text, stems)
        if strength is None and (other := _in_other_words(term, text, stems)):
            strength, reworded = SYNONYM, max(reworded or "", other, key=len)
        if strength is None:
            taken_up, is_above = _elsewhere(term, text, context)
            share += taken_up * term.weight
            known += [term] if taken_up > 0 else []
            heads = heads or (term.is_head and is_above)
            continue
        named += term.weight
        other_kind = (
            term.kind and term.kind.isdisjoint(stems) and term.kind.isdisjoint(stems_in(context.before))
        )
        share += (0.5 if other_kind else 1.0) * strength * term.weight
        spoken = spoken or strength > 0.5
        held.append(term)
        heads = heads or (term.is_head and strength > 0.5)
        plain = plain or (not term.is_name and strength > 0.5)
    heads = heads or (plain and share >= _ALL_BUT_HEAD * topic.weight)
    if topic.any_of:
        return Coverage(float(spoken), float(named > 0), lacks_names=False)
    return Coverage(
        share / topic.weight,
        named / topic.weight,
        lacks_names=_lacks_names(topic, text, held, known),
        lacks_head=not heads and any(term.is_head for term in topic.terms),
        reworded=reworded,
    )


def _lacks_names(topic: Topic, text: str, held: Sequence[Term], known: Sequence[Term]) -> bool:
    """As of ``Coverage``; known: the terms that a sentence takes up from elsewhere."""
    sides = [term for term in topic.terms if term.is_side]
    if sides and not (any(term in held for term in sides) or _OF_BOTH.match(text)):
        return True
    asked = sum(term.is_name for term in topic.terms)
    names = sum(term.is_name for term in (*held, *known))
    return any(term not in held and term not in known for term in sides) or (asked > 0 and names <= asked / 2)


def is_only_in_names(topic: Topic, text: str, stems: frozenset[str]) -> bool:
    """Whether a sentence holds a topic's words or their listed synonyms, and these only as parts of larger
    names: "Hague Abduction Convention", where abductions are asked for."""
    own = cover(topic, text, stems)
    if own.share > 0:
        return False
    return own.named > 0 or any(
        _is_in_name(words, text)
        for term in topic.terms
        for one in term.others
        if stems.issuperset(one.telling) and (words := one.found_in(text))
    )


def _in_other_words(term: Term, text: str, stems: frozenset[str]) -> str | None:
    """The longest listed synonym of a term that a sentence holds, and not only within a larger name:
    "abduction" in "Hague Abduction Convention"."""
    if term.other_stems.isdisjoint(stems):
        return None
    found = [one.found_in(text) for one in term.others if stems.issuperset(one.telling)]
    outside = [words for words in found if words and not _is_in_name(words, text)]
    return max(outside, key=len, default=None)


def _is_in_name(words: str, sentence: str) -> bool:
    places = aliases.occurrences((words,), sentence)
    return bool(places) and all(place.inside for place in places)


def _elsewhere(term: Term, text: str, context: Context) -> tuple[float, bool]:
    """How much a sentence speaks of a term that it does not hold, and whether as surely as if it did: "the
    islands", or what stands below a heading that names it."""
    taken_up = _taken_up(term, text, context.before)
    above = not term.sought.isdisjoint(context.heading)
    if taken_up or above:
        return taken_up or TAKEN_UP, above or taken_up == AGAIN
    if not term.sought.isdisjoint(context.given):
        return TAKEN_UP, False
    opened = term.forms and aliases.occurrences(term.forms, context.opening)
    return (OPENING if opened else 0.0), False


def _taken_up(term: Term, text: str, before: str) -> float:
    """How much a sentence speaks of a name that it does not hold, but that stands before it."""
    again = bool(term.echo) and is_taken_up(term.echo, text)
    if not before or not (term.forms or again):
        return 0.0
    if term.forms:
        given = bool(aliases.occurrences(term.forms, before))
    else:
        given = not term.stems.isdisjoint(stems_in(before))
    return (AGAIN if again else TAKEN_UP) * given


def _strength(topic: Topic, term: Term, text: str, stems: frozenset[str]) -> float | None:
    """How much of a term a sentence speaks of, 0 to 1; None when it does not hold it."""
    if not term.may_stand_in(stems):
        return None
    if _is_plain(term, text):
        return 1.0
    forms = term.forms or tuple(
        sorted(
            {
                text[word.start : word.end].lower()
                for word in words(text)
                if word.stem in term.stems and not is_grammatical(text, word)
            }
        )
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
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    # "the Second Amendment" holds "second".
    written = "|".join(
        f"(?i:{one})" if ORDINAL.fullmatch(one) else re.escape(one).replace(r"\ ", r"\s+")
        for one in sorted(forms, key=len, reverse=True)
    )
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
        whole = frozenset(stems_in(occurrence.inside))
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


def names_missing(topic: Topic, text: str, kept: frozenset[str] = frozenset()) -> bool:
    """Whether a whole text lacks one of the topic's names, in all of its forms."""
    return any(
        term.forms
        and not term.stems & kept
        and not _pattern(term.forms).search(text)
        and not _shares_family_name(term.forms, text)
        for term in topic.terms
    )


def _shares_family_name(forms: Sequence[str], text: str) -> bool:
    """Whether a text names somebody with another of the family: "Ann and Tom Birk" is also Ann Birk."""
    for given, _, family in (form.partition(" ") for form in forms):
        if family[:1].isupper() and re.search(rf"\b{re.escape(given)} and \w+ {re.escape(family)}\b", text):
            return True
    return False


def is_plain_in(topic: Topic, text: str) -> bool:
    """Whether a sentence speaks of a term beyond doubt; cheap, and often wrongly False."""
    return any(_is_plain(term, text) for term in topic.terms)
