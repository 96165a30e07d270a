"""Subjects of reporting verbs: where in its sentence the phrase stands that says who speaks."""

from __future__ import annotations

from collections.abc import Container

from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.clauses import COMMAS, Sentence
from rag.speech.names import Mention
from rag.speech.portraying import is_alleged, spoken_infinitive

HARD = frozenset(";:.!?…")
_NP_STOPS = frozenset(
    """
    but because that while when where which whether if although though as after before since until unless
    what how why said says who whom whose
    """.split()
)
# What ends the noun phrase after an inverted verb: "said a spokesman for the ministry | on Monday".
_NP_ENDS = frozenset(
    """
    in on after during when while as who before to that about because which where by since during adding
    noting referring speaking saying until amid following via through last next this if
    vor bei beim gegenüber nach am im auf mit à devant lors dans au aux ante tras durante en ai alla
    """.split()
)
_LONGEST_PHRASE = 15  # tokens
_LONGEST_CLAUSE = 60  # tokens
_DESCRIBED = 5  # words of what somebody is, between a comma and the name
_AGE = 2  # tokens of ", 7" before the comma that closes it
_ARTICLES = frozenset("the a an his her its their".split())
_INCLUDING = frozenset("including regarding concerning following according".split())
_SPANS = frozenset("seconds minutes moments hours days weeks months years".split())
_CLAUSE_OPENERS = words.SUBORDINATORS - words.RELATIVES - {"once"}


def subject_before(s: Sentence, verb: int) -> tuple[int, int] | None:
    """The tokens ``[first, last)`` of the subject on the verb's left, or None if there is none."""
    if spoken_infinitive(s.low, verb) and not is_alleged(s.low, verb - 2):
        return subordinate_subject(s, verb - 1, verb, _CLAUSE_OPENERS) or clause_subject(s, verb - 1)
    spot = verb - 1
    while spot >= 0 and (_slips_in(s, spot) or s.low[spot] in _SPANS or is_alleged(s.low, spot)):
        if s.low[spot] in _SPANS and s.low[spot + 1] not in ("earlier", "later", "before", "ago", "after"):
            break
        counted = s.low[spot] in _SPANS and s.low[spot - 1] in words.DETERMINERS | {"just"}
        spot -= 1 + counted
    if spot < 0 or s.low[spot] in HARD or s.words[spot].quote >= 0:
        return None
    return _hung_on(s, spot, verb) or _phrase_to(s, spot)


def _hung_on(s: Sentence, spot: int, verb: int) -> tuple[int, int] | None:
    """The subject where a pronoun, an "and" or a comma stands before the verb."""
    word = s.low[spot]
    if word in words.RELATIVES:
        return _antecedent(s, spot)
    if word == "that" and _says(s.low[spot - 1]):
        return _noun_phrase(s, spot - 1), spot  # "read from | a memorandum | that said"
    if word in words.CONJUNCTIONS or s.low[spot] == "to":
        return subordinate_subject(s, spot, verb, _CLAUSE_OPENERS) or clause_subject(s, spot)
    if word in COMMAS:
        return _before_parenthesis(s, spot)
    return (spot, spot + 1) if word in words.PRONOUNS else None  # "a baker who fought what | he | called"


def _phrase_to(s: Sentence, spot: int) -> tuple[int, int] | None:
    """The phrase that ends at a token, if that can be part of one."""
    word = s.low[spot]
    linked = word in words.RELATIVES or word in words.CONJUNCTIONS or word == "to" or word in COMMAS
    if linked:
        return None
    first = _phrase_start(s, spot)
    if first > 1 and s.words[first - 1].quote >= 0 and s.low[first - 2] == "the":
        return first - 2, spot + 1  # "the “Salt Water” singer"
    return _before_relative(s, first, spot) or (first, spot + 1)


def _antecedent(s: Sentence, spot: int) -> tuple[int, int] | None:
    """What a relative pronoun stands for: the phrase before it."""
    last = spot
    while last > 0 and s.low[last - 1] in COMMAS:
        last -= 1
    beside = s.ends.get(last)
    if beside is not None and not beside.possessive and (beside.kind == "person" or _plural(beside)):
        return beside.first, last
    if last == 0:
        return None
    held = s.ends.get(beside.first - 1) if beside is not None else None
    if held is not None and held.kind in ("person", "name") and s.low[held.last] in ("in", "of", "from"):
        return held.first, held.last  # "one from | Ana | in Leeds who asks"
    first = _phrase_start(s, last - 1)
    named = s.ends.get(first - 1)
    explains = s.low[first] in _ARTICLES and s.low[first - 1] in COMMAS
    if named is not None and explains and named.kind in ("person", "name") and not named.possessive:
        return named.first, named.last  # "| Smith |, a miner who said"
    return first, last


def _says(noun: str) -> bool:
    return noun in words.THINGS or noun in words.WRITINGS or noun in words.SPEECH_NOUNS


def _noun_phrase(s: Sentence, last: int) -> int:
    """Where the noun phrase that ends in this noun begins: at its article, or the noun itself."""
    for first in range(last - 1, max(-1, last - _DESCRIBED), -1):
        if s.low[first] in words.DETERMINERS:
            return first
    return last


def _plural(mention: Mention) -> bool:
    """ "Republicans": is the body named by its members?"""
    return mention.kind == "body" and len(mention.name) == 1 and mention.name[0].endswith("s")


def _before_relative(s: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The phrase that a relative clause without commas, which ends in ``[first, last]``, belongs to:
    "a guard | who gave no name | said", "the head of the union | that represents guards | said"."""
    if first and (s.low[first - 1] in COMMAS or s.low[first - 1] == "what"):
        return None
    for who in range(first - 2, max(0, first - _LONGEST_PHRASE), -1):
        parted = s.low[who] in HARD or s.low[who] in COMMAS or s.low[who] == "what"
        if parted or s.words[who].quote >= 0 or who in s.verbs:
            break
        if s.low[who] == "who":
            return _phrase_start(s, who - 1), who
    if first > 1 and s.low[first - 1] == "that" and s.low[first].endswith("s") and first < last:
        return _phrase_start(s, first - 2), first - 1
    return None


def subordinate_subject(s: Sentence, spot: int, verb: int, openers: Container[str]) -> tuple[int, int] | None:
    """The person who is the subject of the subordinate clause that ends in "and said", if there is one:
    "it failed when | Smith | rose and said", "she said | her boss, Smith, | rose and said"."""
    for index in range(spot - 1, max(0, clause_start(s, spot)), -1):
        if s.low[index] in HARD or s.words[index].quote >= 0:
            return None
        if s.low[index] == "which" and s.low[index - 1] in words.PREPOSITIONS:
            return phrase_after(s, index + 1)  # "a ballot on which | a voter | had crossed both and written"
        opens = s.low[index] in openers
        inner = index in s.verbs and s.low[index] in words.SAYING and s.low[verb] in words.SAYING
        if not opens and not (inner and s.low[verb] == s.low[index]):
            continue
        first = index + 1
        if (
            first in s.starts
            and s.starts[first].kind in ("person", "name")
            and not s.starts[first].possessive
        ):
            return first, s.starts[first].last
        if s.low[first] in words.PRONOUNS:
            return first, first + 1
        named = next((m for m in s.names if first < m.first < spot and m.kind == "person"), None)
        if named is not None and s.low[named.first - 1] == "," and s.low[first] in words.POSSESSIVES:
            return named.first, named.last
    return None


def _slips_in(s: Sentence, spot: int) -> bool:
    word = s.low[spot]
    if s.words[spot].quote >= 0 or spot + 1 in s.ends:
        return False
    return word in words.AUXILIARIES or word in words.ADVERBS or (word.endswith("ly") and len(word) > 4)


def _phrase_start(s: Sentence, spot: int) -> int:
    """Walks left from the last word of a noun phrase to its first."""
    if s.low[spot] in words.PRONOUNS:
        return spot
    index = spot
    while index > 0 and spot - index < _LONGEST_PHRASE:
        before = s.low[index - 1]
        if s.words[index - 1].quote >= 0 or before in HARD or before in COMMAS or before in _NP_STOPS:
            break
        if index - 1 in s.verbs and before not in words.AMBIGUOUS:
            break
        if before in words.CONJUNCTIONS and index - 1 not in s.ends:
            break
        if s.low[index] in _ARTICLES and index < spot and _noun(s, index - 1):
            break  # "a verdict | the victim's mother | called"
        index -= 1
    return index


def _noun(s: Sentence, index: int) -> bool:
    """Is this plain small word, right before an article, the noun that a clause is about to describe?"""
    word = s.low[index]
    plain = word not in words.PREPOSITIONS and word not in words.DETERMINERS and word not in words.AUXILIARIES
    return (
        plain
        and word.isalpha()
        and s.words[index].word.islower()
        and not word.endswith("ed")
        and not (word.endswith("ing") and s.low[index + 1] in words.POSSESSIVES)  # "murdering his partner"
        and word not in _INCLUDING
    )


def _before_parenthesis(s: Sentence, comma: int) -> tuple[int, int] | None:
    """ "Smith, the mayor, said": the phrase before the first comma; None if that is no parenthesis."""
    beside = _right_before(s, comma)
    if beside is not None:
        return beside.first, beside.last
    first = clause_start(s, comma)
    if first >= comma:
        return None
    spot = first
    while spot < comma and s.low[spot] not in COMMAS:
        spot += 1
    named = s.starts.get(first)
    if spot == comma and named is not None and named.last == comma and named.kind == "person":
        return first, comma  # "though her friend, | Smith |, calls it"
    if spot in (comma, first):
        return None
    inner = s.ends.get(spot)
    before = inner.first - 1 if inner is not None else -1
    relative = s.low[before] == "which" and s.low[before - 1] in words.PREPOSITIONS
    opened = relative or before in s.verbs or s.low[before] in _CLAUSE_OPENERS
    if inner is not None and first < inner.first and opened:
        return (
            inner.first,
            spot,
        )  # "the police said | Smith |, told of it, whooped", "after | Smith |, …, said"
    return first, spot


def _right_before(s: Sentence, comma: int) -> Mention | None:
    """Whoever is named right before the parenthesis or at its end, and opens no clause: "said Lee Reed, 9,
    and his sister | Ana |, 7, said", "a plan which her manager, | Bob Reed |, calls"."""
    aged = s.ends.get(comma - _AGE)
    if aged is not None and s.low[comma - 1].isdigit() and s.low[comma - _AGE] in COMMAS:
        return aged
    inner = s.ends.get(comma)
    return inner if inner is not None and _in_relative(s, inner.first - 1) else None


def _in_relative(s: Sentence, comma: int) -> bool:
    """Does a relative clause begin right before the phrase that ends in this comma?"""
    if comma < 1 or s.low[comma] not in COMMAS:
        return False
    spot = comma - 1
    while spot > 0 and s.low[spot][0].isalnum() and s.words[spot].quote < 0 and comma - spot < _DESCRIBED:
        if s.low[spot] in ("which", "that", "whom", "what"):
            return True
        spot -= 1
    return False


def clause_subject(s: Sentence, before: int) -> tuple[int, int] | None:
    """The subject that opens the clause in which token ``before`` stands: its first noun phrase."""
    first = clause_start(s, before)
    if first >= before:
        return None
    spot = first
    while spot < min(before, first + _LONGEST_PHRASE) and s.low[spot] not in COMMAS and spot not in s.verbs:
        spot += 1
    return (first, spot) if spot > first else None


def clause_start(s: Sentence, before: int) -> int:
    """Where the main clause begins: after an earlier quotation, conjunctions and opening phrases."""
    first = before
    while first > 0 and before - first < _LONGEST_CLAUSE:
        if s.words[first - 1].quote >= 0 or s.low[first - 1] in HARD:
            break
        first -= 1
    while first < before:
        word = s.low[first]
        if word in COMMAS or word in words.CONJUNCTIONS or word == "yes":
            first += 1
            continue
        if (later := _span_of_time(s, first)) > first:
            first = later
            continue
        if not _introduces(s, first):
            break
        after = s.low[first + 1] if first + 1 < len(s.low) else ""
        if word in words.ADVERBS and (first + 1 in s.starts or after in words.PRONOUNS):
            first += 1  # "then | he gave it to Ana Reed, who smiled"
            break
        comma = _end_of_opening(s, first, before)
        if comma >= before:
            break
        first = comma + 1
    return first


def _span_of_time(s: Sentence, first: int) -> int:
    """Past "Moments later", "Two days earlier", where the clause begins with it; else the same token."""
    span = first + (s.low[first] in words.DETERMINERS)
    timed = s.low[span : span + 1] and s.low[span] in _SPANS
    return span + 2 if timed and s.low[span + 1 : span + 2] in (["later"], ["earlier"], ["before"]) else first


def _end_of_opening(s: Sentence, first: int, before: int) -> int:
    """The comma behind what stands before the subject; of a clause with commas of its own the one that a
    pronoun follows: "When a guard, named as Reed, 19, spoke |, she turned on him"."""
    commas = [spot for spot in range(first + 1, before) if s.low[spot] in COMMAS]
    if s.low[first] in _CLAUSE_OPENERS:
        main = [spot for spot in commas if s.low[spot + 1 : spot + 2] in (["he"], ["she"], ["they"])]
        commas = main[:1] or commas
    return commas[0] if commas else before


def _introduces(s: Sentence, index: int) -> bool:
    """Does a phrase begin here that stands before the subject: "In Paris, …", "Asked why, …"?"""
    word = s.low[index]
    if index in s.starts or word in words.PRONOUNS:
        return False
    if word in lexicon.ROLE_MODIFIERS and word.endswith("ing"):
        return False  # "Managing partner Smith, …"
    if (
        word in words.PREPOSITIONS
        or word in words.SUBORDINATORS
        or word in words.ADVERBS
        or word.endswith("ly")
    ):
        return True
    return word.endswith("ing") or word in (
        "asked",
        "pressed",
        "told",
        "earlier",
        "later",
        "last",
        "questioned",
    )


def phrase_after(s: Sentence, first: int) -> tuple[int, int]:
    """The noun phrase that begins at a token: "said | the mayor, John Smith | on Monday"."""
    last = first
    while last < len(s.words) and last - first < _LONGEST_PHRASE:
        word = s.low[last]
        if s.words[last].quote >= 0 or word in HARD or word in COMMAS or word in _NP_ENDS:
            break
        if word in words.CONJUNCTIONS and last + 1 not in s.starts:
            break
        if last in s.verbs and last > first:
            break
        mention = s.starts.get(last)
        last = mention.last if mention is not None else last + 1
    return first, last


def according_to(s: Sentence) -> tuple[int, int] | None:
    """The source in "according to the ministry"."""
    for index, word in enumerate(s.low[:-2]):
        if word == "according" and s.low[index + 1] == "to":
            return phrase_after(s, index + 2)
        if word in ("selon", "laut", "según", "segundo", "secondo") and index + 1 < len(s.words):
            return phrase_after(s, index + 1)
    return None
