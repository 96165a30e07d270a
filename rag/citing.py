"""What a language model wrote, checked sentence by sentence against the quotes that it cites.

A sentence is shown only if each quote that it cites supports all of it, alone. It is read as a shortened
form of the quote: words may be left out where that cannot turn the meaning, and who speaks may be said
before or after; numbers, names, negations, conditions and the order of things must be the quote's own.
What these rules let through is weighed by a measure learned from data (rag/model/support). Whatever cannot be
told fails, so true sentences are left out; each is listed with the reason.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from index.words import stem_of, stems
from rag.answers import LeftOut, Sentence
from rag.fact.signals import opposites
from rag.model.marks import Unbalanced, holds_marks, quoted, stands_in
from rag.model.numbers import unstated
from rag.model.speakers import NEUTRAL, Frame, frame, misattributed
from rag.model.words import (
    CONDITIONS,
    FIRST_PERSON,
    THIRD_PERSON,
    TURNING,
    Alignment,
    Token,
    align,
    function_words,
    negations,
    tokens,
)
from rag.quotes import Quote

LONGEST = 600  # characters of a sentence; longer ones are lists or run-ons
_LEAST = 3  # content words that a sentence must have to say something
_LONGEST_LEAD = 6  # words of an adverbial that may be left out at the head of a quote's clause
_CITATION = re.compile(r"\s*\[\s*(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\s*\]")
_STOP = re.compile(r"[.;:!?—–。！？；]|,\s*(?:and|but)\s+(?=(?:we|i|they|he|she|it)\b)", re.IGNORECASE)
_PAUSE = re.compile(r"[.,;:!?—–()。！？；，、]")
_SENTENCE_STOP = re.compile(r"[.!?。！？](?=\s|$)")
_PREPOSITIONS = frozenset("on in at regarding concerning during about as with for to of".split())
# Words that say of what follows that it is not so, not yet so, or only somebody's wish or view.
_CANCELLING = frozenset(
    stem_of(word)
    for word in """deny doubt reject refuse fail dispute question pretend allege claim suspect fear hope wish
    want urge ask demand propose plan intend threaten consider expect suppose assume believe think seek try
    attempt aim call prevent stop avoid cease oppose prohibit forbid ban delay postpone cancel withdraw
    abandon lack false untrue wrong alleged reported rumour rumor possible potential likely unlikely ready
    willing able unable about supposed former would-be hypothetical almost nearly agree promise pledge vow
    request appeal encourage require need warn deter reportedly allegedly apparently perhaps maybe possibly
    probably unless barely scarcely seldom rarely partly""".split()
)


class Measure(Protocol):
    """How likely a quote supports a sentence that all rules have passed."""

    def supported(self, claim: Claim) -> bool: ...


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence beside one quote that it cites.

    text: the sentence without its citations. alignment: of the words outside ``frame`` with the quote's.
    """

    text: str
    words: tuple[Token, ...]
    quote: Quote
    said: tuple[Token, ...]
    frame: Frame
    alignment: Alignment

    @property
    def own(self) -> list[int]:
        """Places of the words outside the frame."""
        return [place for place in range(len(self.words)) if not self.frame.holds(place)]


def check(written: str, quotes: Mapping[int, Quote], measure: Measure) -> Sentence | LeftOut:
    """One sentence with its citations, as the model wrote it."""
    shown = " ".join(written.split())
    numbers, text = cited(shown)
    reason = _unfit(shown, text, numbers, quotes)
    if reason is None:
        for number in numbers:
            reason = unsupported(text, quotes[number], measure)
            if reason is not None:
                break
    return LeftOut(shown, reason) if reason is not None else Sentence(text, numbers)


def cited(sentence: str) -> tuple[tuple[int, ...], str]:
    """The numbers a sentence cites, each once, and its text without them."""
    numbers = [int(n) for group in _CITATION.findall(sentence) for n in re.findall(r"\d+", group)]
    return tuple(dict.fromkeys(numbers)), " ".join(_CITATION.sub("", sentence).split())


def unsupported(text: str, quote: Quote, measure: Measure) -> str | None:
    """Why one quote does not support a sentence, or None if it does."""
    claim = claim_of(text, quote)
    for rule in _RULES:
        reason = rule(claim)
        if reason is not None:
            return reason
    return None if measure.supported(claim) else "too little of it stands in the cited quote"


def claim_of(text: str, quote: Quote) -> Claim:
    words, said = tokens(text), tokens(quote.text)
    found = frame(text, words, quote)
    own = [place for place in range(len(words)) if not found.holds(place)]
    return Claim(text, words, quote, said, found, align(words, said, own))


def _unfit(shown: str, text: str, numbers: tuple[int, ...], quotes: Mapping[int, Quote]) -> str | None:
    if any(
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") or character == "\ufffd"
        for character in shown
    ):
        return "it holds characters that do not show"
    if len(shown) > LONGEST:
        return "it is too long to be one sentence"
    if not numbers:
        return "it cites no quote"
    unknown = next((number for number in numbers if number not in quotes), None)
    if unknown is not None:
        return f"there is no quote [{unknown}]"
    if re.search(r"[\[\]{}<>|\\]|https?:|www\.", text):
        return "it holds marks that are neither words nor citations"
    return None


def _quoted(claim: Claim) -> str | None:
    try:
        spans = quoted(claim.text)
    except Unbalanced as error:
        return str(error)
    for span in spans:
        words = claim.text[span.start : span.end]
        if not stands_in(words, claim.quote.text):
            return f"“{words}” is not word for word in the cited quote"
        if not _is_spoken(words, claim):
            return f"“{words}” are the writer’s words, not the speaker’s"
    return None


def _is_spoken(words: str, claim: Claim) -> bool:
    """Whether words in quotation marks that are given to a speaker are the speaker's own in the quote."""
    text, voice = claim.quote.text, claim.quote.voice
    if not claim.frame.last and voice != "reported":
        return True
    if not holds_marks(text):
        told = voice == "narration" and claim.quote.speaker is not None  # his own words, with nobody else's
        return told or voice in ("direct", "joint")
    try:
        return any(stands_in(words, text[span.start : span.end]) for span in quoted(text))
    except Unbalanced:
        return False


def _says_something(claim: Claim) -> str | None:
    content = [place for place in claim.own if claim.words[place].content]
    if claim.text.rstrip().endswith("?"):
        return "it asks instead of answering"
    return None if len(content) >= _LEAST else "it says too little to be checked"


def _person(claim: Claim) -> str | None:
    spans = quoted(claim.text)
    outside = [t for t in claim.words if not any(s.start <= t.start < s.end for s in spans)]
    for token in outside:
        written = claim.text[token.start : token.end]
        if (token.written in FIRST_PERSON or token.written.split("'")[0] in ("i", "we")) and written != "US":
            return f"it says “{written}” outside quotation marks, as if this program spoke"
    held = {token.written for token in claim.said}
    named = any(
        claim.words[p].content and claim.words[p].written not in NEUTRAL
        for p in range(claim.frame.first, claim.frame.last)
    )
    for token in outside:
        if (
            token.written in THIRD_PERSON
            and token.written not in held
            and not (named and token.written in ("their", "his", "her") and held & FIRST_PERSON)
        ):
            return f"it leaves open who “{token.written}” is"
    first = claim.words[0].written if claim.words else ""
    opens = claim.said[0].written if claim.said else ""
    if first in ("it", "this", "these", "those", "such", "he", "she", "they", "there") and first != opens:
        return f"it leaves open what “{first}” is"
    return None


def _speaker(claim: Claim) -> str | None:
    name = misattributed(claim.text, claim.words, claim.quote, claim.frame)
    return f"the cited quote does not give these words to “{name}”" if name is not None else None


def _numbers(claim: Claim) -> str | None:
    found = unstated(claim.text, claim.frame.places, claim.quote.text)
    return f"“{found}” is not in the cited quote" if found is not None else None


def _names(claim: Claim) -> str | None:
    held = {token.stem for token in claim.said if token.name}
    known = {token.stem for token in claim.said}
    for place in claim.own:
        token = claim.words[place]
        written = claim.text[token.start : token.end]
        shouted = len(written) > 1 and written.isupper()
        if not (token.content or shouted) or written[0].isdigit():
            continue
        if (token.name and not token.opens and token.stem not in held) or (
            token.opens and token.name and token.stem not in known
        ):
            return f"“{written}” is not in the cited quote"
    return None


def _order(claim: Claim) -> str | None:
    if not claim.alignment.moved:
        return None
    token = claim.words[claim.alignment.moved[0]]
    return f"“{token.written}” stands in another order than in the cited quote"


def _left_out(claim: Claim) -> str | None:
    """What the quote's clause holds before, between and after the words that are taken from it."""
    if not claim.alignment.pairs:
        return "nothing of it stands in the cited quote"
    taken = {place for _, place in claim.alignment.pairs}
    first, last = min(taken), max(taken)
    lead = [claim.said[place] for place in range(_clause_start(claim, first), first)]
    if not _may_lead(claim, lead, claim.said[first]):
        return f"it leaves out what the quote says before “{claim.said[first].written}”"
    for place in range(first, last):
        token = claim.said[place]
        if place not in taken and token.content and _governs(token):
            return f"it leaves out “{token.written}”"
    if last + 1 < len(claim.said):
        following = claim.said[last + 1]
        between = claim.quote.text[claim.said[last].end : following.start]
        if not (_PAUSE.search(between) or following.written == "and"):
            return f"it leaves out what the quote says after “{claim.said[last].written}”"
    return None


def _clause_start(claim: Claim, place: int) -> int:
    text = claim.quote.text
    while place > 0:
        start = claim.said[place - 1].end
        if _STOP.search(text[start : claim.said[place].start]):
            return place
        ahead = text[start : claim.said[min(place + 1, len(claim.said) - 1)].end]
        if _STOP.match(ahead.lstrip()):
            return place
        place -= 1
    return 0


def _may_lead(claim: Claim, lead: Sequence[Token], first: Token) -> bool:
    content = [token for token in lead if token.content]
    speaker = frozenset(stems(claim.quote.speaker or ""))
    if all(token.stem in speaker or token.written in NEUTRAL for token in content):
        return True
    # "On trade, all of them agree": the phrase before the comma may go.
    text = claim.quote.text
    ends = [*(token.start for token in lead[1:]), first.start]
    comma = next((at for at, end in enumerate(ends) if "," in text[lead[at].end : end]), -1)
    adverbial = 0 <= comma < _LONGEST_LEAD and lead[0].written in _PREPOSITIONS
    rest = lead[comma + 1 :]
    return adverbial and not any(map(_governs, lead)) and not any(token.content for token in rest)


def _governs(token: Token) -> bool:
    """Whether a word may be a verb, or turns what follows it."""
    if token.name and not token.opens:
        return False
    return (
        token.stem in _CANCELLING
        or token.written.endswith(("ed", "ing"))
        or token.stem != stem_of(token.written)
    )


def _function_words(claim: Claim) -> str | None:
    pairs, said = claim.alignment.pairs, claim.said
    first = _clause_start(claim, pairs[0][1])
    mine = function_words([claim.words[place] for place in claim.own])
    taken = said[first : _pause_after(claim, pairs[-1][1])]
    window = function_words(taken)
    whole = function_words(said[_sentence_start(claim, first) : _sentence_end(claim, pairs[-1][1])])
    added = sorted(mine - window)
    if added:
        return f"“{added[0]}” is not in what it takes from the cited quote"
    missing = sorted((window & TURNING | whole & CONDITIONS) - mine)
    if missing:
        return f"it leaves out “{missing[0]}”"
    if negations([claim.words[place] for place in claim.own]) != negations(taken):
        return "it says “not” more or less often than the cited quote"
    return next(filter(None, map(_gap_reason, _gaps(claim))), None)


def _gaps(claim: Claim) -> Iterator[tuple[list[Token], list[Token], Token]]:
    pairs = claim.alignment.pairs
    for (s1, q1), (s2, q2) in pairwise(pairs):
        yield list(claim.words[s1 + 1 : s2]), list(claim.said[q1 + 1 : q2]), claim.words[s2]


def _gap_reason(gap: tuple[list[Token], list[Token], Token]) -> str | None:
    """Between two words that correspond the same function words must stand; fewer where the quote has more
    words there."""
    mine, theirs, after = gap
    have, want = function_words(mine), function_words(theirs)
    dropped = any(token.content for token in theirs)
    if have == want or (
        dropped and have <= want and ("to" in have) == (bool(theirs) and theirs[-1].written == "to")
    ):
        return None
    return f"before “{after.written}” the quote reads otherwise"


def _pause_after(claim: Claim, place: int) -> int:
    while place + 1 < len(claim.said):
        if _PAUSE.search(claim.quote.text[claim.said[place].end : claim.said[place + 1].start]):
            break
        place += 1
    return place + 1


def _sentence_start(claim: Claim, place: int) -> int:
    while place > 0 and not _SENTENCE_STOP.search(
        claim.quote.text[claim.said[place - 1].end : claim.said[place].start]
    ):
        place -= 1
    return place


def _sentence_end(claim: Claim, place: int) -> int:
    while place + 1 < len(claim.said) and not _SENTENCE_STOP.search(
        claim.quote.text[claim.said[place].end : claim.said[place + 1].start]
    ):
        place += 1
    return place + 1


def _opposites(claim: Claim) -> str | None:
    held = {token.stem for token in claim.said}
    table = opposites()
    for place in claim.alignment.new:
        token = claim.words[place]
        if not held.isdisjoint(table.get(token.stem, ())):
            return f"“{token.written}” is the opposite of what the cited quote says"
    return None


# In this order, so that the reason given is the plainest one; the later ones rely on the earlier.
_RULES: tuple[Callable[[Claim], str | None], ...] = (
    _quoted,
    _says_something,
    _person,
    _numbers,
    _names,
    _speaker,
    _opposites,
    _left_out,
    _order,
    _function_words,
)
