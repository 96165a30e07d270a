"""Reporting clauses: in one sentence, which verb reports whose words, and where its subject stands."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from rag import lexicon
from rag import reporting as words
from rag.names import Mention, mentions
from rag.prose import Token

_HARD = frozenset(";:.!?…")
_DASHES = frozenset({"--", "—", "–", "-", "―"})
_COMMAS = _DASHES | {",", "(", ")"}
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
_CLAIM = 5  # words after a verb in which the claim it turns down is looked for
_LONGEST_PHRASE = 15  # tokens
_LONGEST_CLAUSE = 60  # tokens
# Determiners that stand for a noun: "many said".
_COUNTED = frozenset("all both each many some others several".split())
QUOTE = "“"
_CLAUSE_OPENERS = words.SUBORDINATORS - words.RELATIVES - {"once"}
# "he's worried", "they'd said": the pronoun alone.
_CONTRACTED = re.compile(
    r"(?<=^he)'(?:s|d|ll)$|(?<=^she)'(?:s|d|ll)$|(?<=^it)'(?:s|d|ll)$|(?<=^they)'(?:re|d|ll|ve)$"
)
_SHORTEST_PAST = 5  # letters of a past tense that its ending gives away
_BETWEEN = frozenset("also not often once never n't".split())  # between "be" and its participle
_SUBJECTS = frozenset({QUOTE, "i", "we", "and", "but"})
_PLURAL_SUBJECTS = frozenset({"they", "who", "people", "police", "and", ",", "some", "many", "others"})


@dataclass(slots=True)
class Sentence:
    """The words of one sentence; each quotation is one token.

    low: the words in lower case. names: the mentions in it. starts: a mention by its first token.
    ends: a mention by the token after its last. inside: the tokens of mentions, but for their first.
    quotes: indices of quotations. verbs: indices of reporting verbs, finite or in -ing.
    """

    words: list[Token]
    paragraph: int
    low: list[str]
    names: list[Mention]
    starts: dict[int, Mention]
    ends: dict[int, Mention]
    inside: set[int]
    quotes: list[int]
    verbs: list[int]


def sentence(tokens: list[Token], paragraph: int) -> Sentence:
    """Analyses the tokens of one sentence."""
    low = [_CONTRACTED.sub("", token.word.lower()) for token in tokens]
    names = mentions(tokens)
    starts = {mention.first: mention for mention in names}
    ends = {mention.last: mention for mention in names}
    inside = {index for mention in names for index in range(mention.first + 1, mention.last)}
    quotes = [index for index, token in enumerate(tokens) if token.quote >= 0]
    made = Sentence(tokens, paragraph, low, names, starts, ends, inside, quotes, [])
    made.verbs = [
        i
        for i, word in enumerate(low)
        if (_could_report(word) and is_verb(made, i)) or (word.endswith("ed") and _beside_quote(made, i))
    ]
    return made


def _beside_quote(s: Sentence, index: int) -> bool:
    """Does a verb that no list knows stand between a person and words in quotation marks?

    "Smith, 45, whooped, “…”", "“…,” harrumphed Smith".
    """
    word, before = s.low[index], s.low[index - 1] if index else ""
    if len(word) < _SHORTEST_PAST or not s.words[index].word.islower() or passive(s, index):
        return False
    if before == QUOTE or s.words[index - 1].quote >= 0:
        after = s.starts.get(index + 1)
        closing = after is not None and (after.last >= len(s.words) or s.low[after.last] in _HARD | _COMMAS)
        return after is not None and after.kind in ("person", "name") and closing
    if s.low[index + 1 : index + 2] not in ([","], [":"]) or index + 2 not in s.quotes:
        return False
    subject = subject_before(s, index)
    return subject is not None and (subject[0] in s.starts or s.low[subject[0]] in words.PRONOUNS)


def _could_report(word: str) -> bool:
    return (
        word in words.REPORTING
        or word in words.REPORTING_ING
        or word in words.STANDING
        or word in words.JUDGING
    )


def is_verb(s: Sentence, index: int) -> bool:
    """Is this word form used as an active verb here?"""
    word = s.low[index]
    before = s.low[index - 1] if index else ""
    if index in s.inside or (index and before != QUOTE and s.words[index].word[0].isupper()):
        return False
    if word in words.FOREIGN:
        return True
    if word in words.IDIOMS and not words.IDIOMS[word].intersection(s.low[index + 1 : index + 2]):
        return False
    if word in words.REPORTING_ING:
        return before not in words.DETERMINERS and before not in ("of", "from")
    if (before in words.DETERMINERS and before not in _COUNTED) or passive(s, index):
        return False
    return _finite(s, index, word, before)


def _finite(s: Sentence, index: int, word: str, before: str) -> bool:
    if s.low[index + 1 : index + 2] == ["by"]:
        return False
    if word in words.STANDING and not _stands(s, index):
        return False
    if word in words.AMBIGUOUS or word in words.PLAIN:
        return _has_subject_left(s, index)
    return before not in words.PREPOSITIONS or before in ("as", "than")


def _stands(s: Sentence, index: int) -> bool:
    """Does a stand that is taken come with its reason, or answer what somebody said?"""
    after = s.low[index + 1 :]
    if after[:1] == ["that"] and (len(after) == 1 or not after[1][0].isalnum()):
        return True
    claim = any(word in words.CLAIMS for word in after[:_CLAIM])
    return claim or any(word in words.REASONS for word in after)


def passive(s: Sentence, index: int) -> bool:
    """Is the form a participle after "be", so that its subject is the hearer or the thing said?"""
    spot = index - 1
    while spot >= 0 and (s.low[spot] in _BETWEEN or s.low[spot].endswith("ly")):
        spot -= 1
    before = s.low[spot] if spot >= 0 else ""
    if s.low[index] in ("said", "says", "say") and before in ("when", "once", "as", "if", "while"):
        return False
    return before in words.PASSIVE


def progressive(s: Sentence, index: int) -> bool:
    """ "was telling": does a form of "be" stand before the form in -ing?"""
    spot = index - 1
    while spot >= 0 and (s.low[spot] in _BETWEEN or s.low[spot].endswith("ly")):
        spot -= 1
    return spot >= 0 and s.low[spot] in ("is", "was", "were", "are", "been", "'s", "'re")


def _has_subject_left(s: Sentence, index: int) -> bool:
    """Does something that can be a subject stand right before the verb?"""
    spot = index - 1
    while spot >= 0 and (_auxiliary(s.low[spot]) or s.low[spot] in words.ADVERBS):
        spot -= 1
    if spot < 0:
        return False
    word = s.low[spot]
    if s.low[index] in words.PLAIN:
        return spot == index - 1 and (word.endswith("s") or word in _PLURAL_SUBJECTS)
    if word in words.PRONOUNS or word in words.RELATIVES or word in _SUBJECTS or word in _COMMAS:
        return True
    mention = s.ends.get(spot + 1)
    if mention is not None:
        return not mention.possessive
    noun = word in words.WRITINGS or word in words.THINGS
    return spot < index - 1 or noun or lexicon.is_role(word) or lexicon.is_role(word.rstrip("s"))


def _auxiliary(word: str) -> bool:
    return word in words.AUXILIARIES or word.endswith("ly")


def subject_before(s: Sentence, verb: int) -> tuple[int, int] | None:
    """The tokens ``[first, last)`` of the subject on the verb's left, or None if there is none."""
    spot = verb - 1
    while spot >= 0 and _slips_in(s, spot):
        spot -= 1
    if spot < 0 or s.low[spot] in _HARD or s.words[spot].quote >= 0:
        return None
    word = s.low[spot]
    if word in words.RELATIVES:
        last = spot
        while last > 0 and s.low[last - 1] in _COMMAS:
            last -= 1
        return (_phrase_start(s, last - 1), last) if last > 0 else None
    if word in words.CONJUNCTIONS or s.low[spot] == "to":
        return subordinate_subject(s, spot, verb, _CLAUSE_OPENERS) or clause_subject(s, spot)
    if word in _COMMAS:
        return _before_parenthesis(s, spot)
    return _phrase_start(s, spot), spot + 1


def subordinate_subject(s: Sentence, spot: int, verb: int, openers: Container[str]) -> tuple[int, int] | None:
    """The person who is the subject of the subordinate clause that ends in "and said", if there is one:
    "it failed when | Smith | rose and said", "she said | her boss, Smith, | rose and said"."""
    for index in range(spot - 1, max(0, clause_start(s, spot)), -1):
        if s.low[index] in _HARD or s.words[index].quote >= 0:
            return None
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
        if s.words[index - 1].quote >= 0 or before in _HARD or before in _COMMAS or before in _NP_STOPS:
            break
        if index - 1 in s.verbs and before not in words.AMBIGUOUS:
            break
        if before in words.CONJUNCTIONS and index - 1 not in s.ends:
            break
        index -= 1
    return index


def _before_parenthesis(s: Sentence, comma: int) -> tuple[int, int] | None:
    """ "Smith, the mayor, said": the phrase before the first comma; None if that is no parenthesis."""
    first = clause_start(s, comma)
    if first >= comma:
        return None
    spot = first
    while spot < comma and s.low[spot] not in _COMMAS:
        spot += 1
    if spot in (comma, first):
        return None
    inner = s.ends.get(spot)
    if inner is not None and first < inner.first and inner.first - 1 in s.verbs:
        return inner.first, spot  # "the police said | Smith |, told of it, whooped"
    return first, spot


def clause_subject(s: Sentence, before: int) -> tuple[int, int] | None:
    """The subject that opens the clause in which token ``before`` stands: its first noun phrase."""
    first = clause_start(s, before)
    if first >= before:
        return None
    spot = first
    while spot < min(before, first + _LONGEST_PHRASE) and s.low[spot] not in _COMMAS and spot not in s.verbs:
        spot += 1
    return (first, spot) if spot > first else None


def clause_start(s: Sentence, before: int) -> int:
    """Where the main clause begins: after an earlier quotation, conjunctions and opening phrases."""
    first = before
    while first > 0 and before - first < _LONGEST_CLAUSE:
        if s.words[first - 1].quote >= 0 or s.low[first - 1] in _HARD:
            break
        first -= 1
    while first < before:
        word = s.low[first]
        if word in _COMMAS or word in words.CONJUNCTIONS or word == "yes":
            first += 1
            continue
        if not _introduces(s, first):
            break
        comma = first + 1
        while comma < before and s.low[comma] not in _COMMAS:
            comma += 1
        if comma >= before:
            break
        first = comma + 1
    return first


def _introduces(s: Sentence, index: int) -> bool:
    """Does a phrase begin here that stands before the subject: "In Paris, …", "Asked why, …"?"""
    word = s.low[index]
    if index in s.starts or word in words.PRONOUNS:
        return False
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
        if s.words[last].quote >= 0 or word in _HARD or word in _COMMAS or word in _NP_ENDS:
            break
        if word in words.CONJUNCTIONS and last + 1 not in s.starts:
            break
        if last in s.verbs and last > first:
            break
        mention = s.starts.get(last)
        last = mention.last if mention is not None else last + 1
    return first, last


def named_after_comma(s: Sentence, comma: int) -> Mention | None:
    """The person named in apposition: "the mayor, | John Smith |, …"."""
    if comma >= len(s.words) or s.low[comma] not in _COMMAS:
        return None
    spot = comma + 1
    while spot < len(s.words) and _before_apposed(s.low[spot]):
        spot += 1
    mention = s.starts.get(spot)
    if mention is None or mention.kind not in ("person", "name") or mention.possessive:
        return None
    following = s.low[mention.last] if mention.last < len(s.words) else "."
    closing = following in _COMMAS or following in _HARD or following == QUOTE or mention.last in s.verbs
    return mention if closing else None


def apposed_person(s: Sentence, first: int, last: int) -> Mention | None:
    """The person between commas in a long subject: "The union's secretary in Perth, | John Smith |, said"."""
    for spot in range(first + 1, last):
        mention = s.starts.get(spot)
        if mention is None or mention.last > last or mention.kind != "person" or mention.possessive:
            continue
        following = s.low[mention.last] if mention.last < len(s.words) else "."
        comma = spot - 1
        while comma > first and _before_apposed(s.low[comma]):
            comma -= 1
        if s.low[comma] in _COMMAS and (following in _COMMAS or mention.last == last):
            return mention
    return None


def _before_apposed(word: str) -> bool:
    """Does this word stand between the comma and a name in apposition: "the late", "68-year-old"?"""
    return word in ("the", "late", "retired") or word.endswith("-year-old")


def according_to(s: Sentence) -> tuple[int, int] | None:
    """The source in "according to the ministry"."""
    for index, word in enumerate(s.low[:-2]):
        if word == "according" and s.low[index + 1] == "to":
            return phrase_after(s, index + 2)
        if word in ("selon", "laut", "según", "segundo", "secondo") and index + 1 < len(s.words):
            return phrase_after(s, index + 1)
    return None
