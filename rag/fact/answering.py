"""The sentences that answer a question for a fact, or for who said something, and how likely any does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.collection import Collection
from index.documents import Document
from index.words import stems
from rag.asked.asked_for import is_by_in
from rag.asked.assertions import names_all_of
from rag.asked.publishers import is_told_by
from rag.asked.scope import Scope
from rag.fact.claims import telling
from rag.fact.deeds import is_still_to_come
from rag.fact.motions import may_tell
from rag.fact.presence import open_weights
from rag.fact.readings import Reading, read
from rag.fact.restated import told_again
from rag.questions import Question
from rag.quotes import Voice
from rag.speakers import statements, told_by
from rag.topic.selection import Evidence
from rag.topic.topics import topic_of, with_synonyms

_REPORT = "(?:say|claim|report|estimate|state|think|believe|reckon|expect)"
_ABSENT = 0.4  # probability that is left where no sentence holds what is asked for
_SURE = 0.5  # probability from which a sentence is held to say what was asked, in whatever words


def answers(question: Question, scope: Scope, collection: Collection) -> tuple[list[Evidence], float]:
    """The sentences in scope that answer a question, if any does, and the probability that one does."""
    weights = open_weights()
    question = replace(question, searched=_without_speaker(question))
    readings = _in_words_of(question.speaker, read(question, scope, collection))
    readings = [reading for reading in readings if may_tell(question, reading.text)]
    readings = telling(question, readings) if question.sought == "person" else readings
    if (
        readings
        and question.kind == "fact"
        and is_still_to_come(question.searched, weights.best(readings).text)
    ):
        return [], 0.0  # how they voted is not told where they "will vote in May"
    chosen = [
        Evidence(collection.number(reading.passage.document.id), reading.span, weights.score(reading))
        for reading in weights.chosen(question, readings)
    ]
    kept = _of_claim(question, chosen, collection)
    kept += told_again(question, kept, scope, collection)
    present = weights.presence(question, readings) if kept or not chosen else 0.0
    return kept, min(present, _ABSENT) if kept and weights.tells_none(question, readings) else present


def _without_speaker(question: Question) -> str:
    """The question without "does the agency say", which only its limit to a speaker asks."""
    if question.speaker is None:
        return question.searched
    inset = rf"\s(?:do|does|did) {re.escape(question.speaker)} {_REPORT}(?: that)?(?= \w+ \w)"
    return re.sub(inset, "", question.searched, count=1, flags=re.IGNORECASE)


def _of_claim(question: Question, chosen: list[Evidence], collection: Collection) -> list[Evidence]:
    """ "Who said that the troops would leave?": what is not sure to say it stands where troops are named."""
    doubtful = {one.document for one in chosen if one.score < _SURE} if question.kind == "who" else set()
    if not doubtful:
        return chosen
    topic = with_synonyms(topic_of(question.topic, collection), collection)
    naming = {one for one in doubtful if names_all_of(topic, frozenset(stems(collection.text(one))))}
    return [one for one in chosen if one.score >= _SURE or one.document in naming]


def _in_words_of(asked: str | None, readings: Sequence[Reading]) -> Sequence[Reading]:
    """ "According to Dahl, how many …": what others say of it is not what was asked."""
    if asked is None:
        return readings
    theirs = []
    for reading in readings:
        document = reading.passage.document
        speaker, voice = told_by(document, reading.span)
        if is_in_words_of(asked, document, speaker, voice) or (
            speaker is None and _is_sourced(asked, reading)
        ):
            theirs.append(reading)
    return theirs


def _is_sourced(asked: str, reading: Reading) -> bool:
    """ "Dahl Research: 83% of …": whether a sentence that nobody is known to say names whom is asked for."""
    names = frozenset(stems(asked))
    return bool(names) and names.issubset(stems(reading.text))


def is_in_words_of(asked: str, document: Document, speaker: str | None, voice: Voice) -> bool:
    """Whether what is said in this voice by this speaker is in the words of whom is asked for."""
    if is_by_in(asked, speaker, document):
        return True
    return is_told_by(asked, document, speaker, voice, statements(document))
