"""Reporting verbs: which words of a sentence are verbs that report what somebody said."""

from __future__ import annotations

from dataclasses import dataclass

from rag.abroad.reporting import FOREIGN
from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.names import Mention
from rag.speech.portraying import FRAMED, INFINITIVES, in_frame, spoken_infinitive
from rag.speech.prose import Token

_DASHES = frozenset({"--", "—", "–", "-", "―"})
COMMAS = _DASHES | {",", "(", ")"}
_HANDED = frozenset("submitted posted shared read reported".split())
_WHERE = (["to"], ["on"], ["with"], ["in"], ["at"], ["online"])
_LABEL = 12  # words after a verb in which the "as" stands that what it is called follows
_CLAIM = 5  # words after a verb in which the claim it turns down is looked for
# Determiners that stand for a noun: "many said".
_COUNTED = frozenset("all both each many some others several".split())
QUOTE = words.QUOTE
_BETWEEN = frozenset("also not often seldom ever once never n't".split())  # between "be" and its participle
_HAVE = frozenset(("has", "have", "had", "having", "'ve", "'d"))
_SUBJECTS = frozenset({QUOTE, "i", "we", "and", "but"})
_ANYWHERE = words.REPORTING | words.REPORTING_ING | words.STANDING | words.JUDGING
_CAN_REPORT = _ANYWHERE | FRAMED | INFINITIVES
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


def could_report(word: str) -> bool:
    return word in _CAN_REPORT


_UNITS = frozenset(("tonne",))  # "110 euros a tonne", which reports in French
_PER = frozenset(("a", "the", "per"))


def is_verb(s: Sentence, index: int) -> bool:
    """Is this word form used as an active verb here?"""
    word = s.low[index]
    before = s.low[index - 1] if index else ""
    if index in s.inside or (index and before != QUOTE and s.words[index].word[0].isupper()):
        return False
    if (word in FOREIGN and not (word in _UNITS and before in _PER)) or _framed(s, index, before):
        return True
    idle = word in words.IDIOMS and not words.IDIOMS[word].intersection(s.low[index + 1 : index + 2])
    if idle or word not in _ANYWHERE or (word in INFINITIVES and before == "to"):
        return False
    if word in words.REPORTING_ING:
        owned = before in words.DETERMINERS and not _caught(s, index)
        return not owned and before not in ("of", "from")
    noun = before not in _COUNTED or (word in words.AMBIGUOUS and word.endswith("s"))  # "both requests"
    article = before in words.DETERMINERS and noun and not _of_writing(s, index - 1)
    if article or passive(s, index):
        return False
    return _finite(s, index, word, before)


def _framed(s: Sentence, index: int, before: str) -> bool:
    """Does a verb report here that does so only in a frame: "sold it as “…”", "rose to | say |"?"""
    if before == "to" and s.low[index] in INFINITIVES:
        return spoken_infinitive(s.low, index)
    framed = s.low[index] in FRAMED and in_frame(s.low, index)
    return framed and before not in words.DETERMINERS and not passive(s, index)


def _of_writing(s: Sentence, that: int) -> bool:
    """ "A memo | that | described it": is this "that" a pronoun for what says something?"""
    noun = s.low[that - 1] if that > 0 and s.low[that] == "that" else ""
    return noun in words.WRITINGS or noun in words.THINGS


def _caught(s: Sentence, index: int) -> bool:
    """ "The tape captures her | calling | it “…”": has this form in -ing an object?"""
    after = s.low[index + 1] if index + 1 < len(s.low) else ""
    return s.low[index - 1] == "her" and (after in words.DETERMINERS or after in (QUOTE, "him", "it", "them"))


def _owned(word: str) -> bool:
    """Is this a word that a noun with its adjectives follows?"""
    return word in ("the", "a", "an") or word.endswith("'s")


def _modal(s: Sentence, index: int) -> bool:
    """Does a modal verb stand before this infinitive?"""
    spot = index - 1
    while spot >= 0 and (s.low[spot] in words.ADVERBS or s.low[spot] in _BETWEEN or s.low[spot] == "only"):
        spot -= 1
    return spot >= 0 and s.low[spot] in words.MODALS


def _finite(s: Sentence, index: int, word: str, before: str) -> bool:
    if s.low[index + 1 : index + 2] == ["by"] or _handed_in(s, index):
        return False
    owned = before.endswith("ly") and index > 1 and _owned(s.low[index - 2])
    if owned or (word in words.STANDING and not _stands(s, index)):
        return False  # "today's newly | announced plan"
    if word in words.PARTICIPLES:
        return _perfect(s, index)  # "a note | written for the press" reports nothing
    if word in words.AMBIGUOUS or word in words.PLAIN:
        if word in words.PLAIN and _modal(s, index):
            return True  # "Smith would | say | only that …"
        return _has_subject_left(s, index)
    return before not in words.PREPOSITIONS or before in ("as", "than")


def _handed_in(s: Sentence, index: int) -> bool:
    """ "Reed argues in a report | submitted | to the court that …": no verb of the clause."""
    noun = s.low[index - 1] in words.WRITINGS | words.SPEECH_NOUNS | {"report", "paper", "brief", "video"}
    owned = index > 1 and (s.low[index - 2] in ("a", "an", "in", "new", "written"))
    return s.low[index] in _HANDED and noun and owned and s.low[index + 1 : index + 2] in _WHERE


def _stands(s: Sentence, index: int) -> bool:
    """Does a stand that is taken come with its reason, or answer what somebody said?"""
    after = s.low[index + 1 :]
    if after[:1] == ["that"] and (len(after) == 1 or not after[1][0].isalnum()):
        return True
    claim = any(word in words.CLAIMS for word in after[:_CLAIM])
    labels = "as" in after[:_LABEL] and QUOTE in after[after.index("as") : after.index("as") + 2]
    return claim or labels or any(word in words.REASONS for word in after)


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


def _perfect(s: Sentence, index: int) -> bool:
    """ "has written": does a form of "have" stand before the participle?"""
    spot = index - 1
    while spot >= 0 and s.low[spot] in words.ADVERBS | _BETWEEN:
        spot -= 1
    if spot >= 0 and s.low[spot] == "and":  # "had folded the page and | written |"
        return not _HAVE.isdisjoint(s.low[max(0, spot - _LABEL) : spot])
    return spot >= 0 and (s.low[spot] in _HAVE or s.words[spot].word.endswith(("'d", "'ve")))


def _has_subject_left(s: Sentence, index: int) -> bool:
    """Does something that can be a subject stand right before the verb?"""
    spot = index - 1
    while spot >= 0 and (_auxiliary(s.low[spot]) or s.low[spot] in words.ADVERBS):
        spot -= 1
    if spot < 0 or (s.low[index - 1] == "to" and s.low[index].endswith("s")):
        return False  # "led to | calls | for a ban"
    word = s.low[spot]
    if s.low[index] in words.PLAIN:
        return spot == index - 1 and (word.endswith("s") or word in _PLURAL_SUBJECTS)
    if word in words.PRONOUNS or word in words.RELATIVES or word in _SUBJECTS or word in COMMAS:
        return True
    mention = s.ends.get(spot + 1)
    if mention is not None:
        return not mention.possessive
    noun = word in words.WRITINGS or word in words.THINGS or _of_writing(s, spot)
    return spot < index - 1 or noun or lexicon.is_role(word) or lexicon.is_role(word.rstrip("s"))


def _auxiliary(word: str) -> bool:
    return word in words.AUXILIARIES or word.endswith("ly")
