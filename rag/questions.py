"""A question in, what it asks out: topic, speaker, period, meeting. Deterministic, no language model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.asked import followups
from rag.asked.courtesies import is_courtesy
from rag.asked.frames_dealt import FARES
from rag.asked.limits import Line, limited
from rag.asked.pairs import as_one
from rag.asked.periods import Period
from rag.asked.reading import by_grammar, question
from rag.asked.sense import Question
from rag.asked.shapes import Kind, Sought
from rag.asked.shorthand import refers_back, sides_named
from rag.asked.tails import is_request
from rag.asked.told_first import asked_who
from rag.asked.wording import ASKING, AUXILIARY, DECIDING, SAYING

__all__ = ["LONGEST_QUESTION", "BadQuestion", "Kind", "Period", "Question", "Sought", "understand"]

LONGEST_QUESTION = 1000
# A conversation is resolved from its start; what lies further back than this bears on nothing.
_LONGEST_HISTORY = 20
_NEXT_SENTENCE = re.compile(r"(?<=[?!])\s+|(?<=[。？！])\s*|(?<=[a-z]{4}[.])\s+(?=[A-Z])")
# "Is the pier safe, and what did the mayor say about it?": two questions on one line.
_CHAINED = re.compile(
    rf"(?P<first>{AUXILIARY} .+?|how(?:'s| {AUXILIARY}) [^,]+? {FARES})"
    r"(?:,? (?:and|but|so)|,|;| [-–—]+) (?P<second>(?:what|who|how|when|where)"
    r" (?:did|does|do|has|have|is|was|said|says|say)(?![\w']).*(?<![\w'])(?:it|that|this|them|so|say"
    r"|said)\W*)",
    re.IGNORECASE,
)
# "Is the water safe, what does the Agency advise?"
_ADVISED = re.compile(
    rf"(?P<first>{AUXILIARY} .+?)(?:,? (?:and|but|so)|,|;| [-–—]+) (?P<second>what (?:did|does|do|has|have)"
    rf" [^,]+ (?:{SAYING}|{DECIDING})\W*)",
    re.IGNORECASE,
)
# "I'm writing about Ann Bell; what has she said on bail?"
_LED_IN = re.compile(
    r"(?P<first>(?:i(?:['’]m| am)|we(?:['’]re| are)|(?:doing|writing|working|preparing|researching|profiling"
    r"|drafting)(?= )) [^?;:]+?)(?:;|:| [-–—]) "
    rf"(?P<second>(?:what|who|how|when|where|{AUXILIARY})(?![\w']) .+)",
    re.IGNORECASE,
)
# "Is the army leaving? What did the minister say about the soldiers?": the second is what is asked.
_CHECKS = re.compile(rf"(?:{AUXILIARY}|{ASKING}) [^?]+\?", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"(?<![\w'’])(?:it|its|that|this|they|their|them|those|these|there|so)(?![\w'’])", re.I
)
_WANTS = re.compile(
    r"(?:please )?(?:give|show|send|find|list|quote|i(?:'d|’d| would)? (?:need|want|like))\b", re.IGNORECASE
)


class BadQuestion(ValueError):
    """A question that cannot be asked; the message is one sentence for the person who typed it."""


def understand(
    question_: str, history: Sequence[str] = (), *, newest: str | None = None, speakers: Iterable[str] = ()
) -> Question:
    """Read a question in the light of the earlier questions of its conversation, oldest first.

    newest: ISO date of the newest document, which "last year" is relative to.
    speakers: names that the collection knows people to speak under, so that "and Kerry?" asks what
        Kerry said and not what was said about him.
    Raises BadQuestion for a question that is empty, too long or without a word.
    """
    asked = sides_named(cleaned(question_))
    newest = newest if newest and re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", newest[:10]) else None
    earlier = [text for text in map(_usable, history[-_LONGEST_HISTORY:]) if text]
    sentences = [part for part in _sentences(asked) if any(map(str.isalnum, part))]
    sentences = [part for part in sentences if not is_courtesy(part)] or sentences[-1:]
    joined = as_one(sentences[-2], sentences[-1], newest) if len(sentences) > 1 else None
    sentences = [*sentences[:-2], joined] if joined else sentences
    sentences = [part for part in sentences if not is_request(part)] or sentences[-1:]
    asks_who = asked_who(*sentences[-2:]) if len(sentences) > 1 else None
    if asks_who:
        sentences[-2:] = [asks_who]
        asked = " ".join(sentences)
    talk = followups.history([*earlier, *sentences[:-1]], frozenset(speakers), newest)
    whole = followups.resolved(sentences[-1], talk) if talk.earlier else None
    if whole is None or not any(map(str.isalnum, whole)):
        whole = joined or (sentences[-1] if _asks_by_itself(sentences, newest) else asked)
    return replace(question(whole, newest, talk.speakers), asked=question_)


def _asks_by_itself(sentences: Sequence[str], newest: str | None) -> bool:
    """Whether the last sentence is what is asked, and those before it limit nothing: "The rent! It eats half
    my pay. What is said about rent control?"."""
    *before, last = sentences
    leads_in = _WANTS.match(last) or (all(map(_CHECKS.fullmatch, before)) and not _POINTS_BACK.search(last))
    if not before or not leads_in or any(_limits(Line.of(sentence), newest) for sentence in before):
        return False
    alone = by_grammar(last, newest)
    return alone.kind == "topic" and alone.sure and not refers_back(alone.topic)


def _limits(line: Line, newest: str | None) -> bool:
    cut = limited(line, newest)
    return cut.period is not None or cut.event is not None or cut.speaker is not None


def _sentences(asked: str) -> list[str]:
    sentences = _NEXT_SENTENCE.split(asked)
    last = sentences[-1]
    chained = _CHAINED.fullmatch(last) or _ADVISED.fullmatch(last) or _LED_IN.fullmatch(last)
    return [*sentences[:-1], *chained.groups()] if chained else sentences


def cleaned(text: str) -> str:
    """The text on one line, without control and direction characters; raises BadQuestion."""
    if len(text) > LONGEST_QUESTION and len(text.strip()) > LONGEST_QUESTION:
        raise BadQuestion(
            f"The question has {len(text.strip()):,} characters;"
            f" the longest that can be asked has {LONGEST_QUESTION:,}."
        )
    kept = "".join(" " if character.isspace() else character for character in text if _shows(character))
    line = " ".join(kept.split())
    if not line:
        raise BadQuestion("The question is empty; type what you want to know.")
    if not any(character.isalnum() for character in line):
        raise BadQuestion("The question holds no words; type what you want to know.")
    return line


def _shows(character: str) -> bool:
    # A zero-width (non-)joiner spells words in Persian and the languages of India.
    return (
        character.isspace()
        or character in "\u200c\u200d"
        or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def _usable(text: str) -> str | None:
    try:
        return cleaned(text)
    except BadQuestion:
        return None
