"""What in the collection answers a question: sentences with a score, and documents that only name it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from index.collection import Collection
from index.documents import Document
from index.words import stems
from rag.abroad.east_asian import is_east_asian
from rag.abroad.presence import read_abroad
from rag.abroad.translations import in_other_languages
from rag.asked import changes
from rag.asked.asked_for import is_by_in, is_named
from rag.asked.assertions import stating
from rag.asked.binomials import adjacent_in, is_one
from rag.asked.coordination import alone, alternatives, conjuncts, either_of, without_time
from rag.asked.groups import is_group, is_unnamed
from rag.asked.publishers import at_address_of, is_told_by
from rag.asked.retold import is_retold
from rag.asked.scope import Scope, is_unknown, told_later
from rag.asked.wording import BODY_LIKE, folded
from rag.fact.abbreviations import introduced
from rag.fact.answering import answers, is_in_words_of
from rag.fact.motions import on_motion
from rag.fact.owners import in_own_documents
from rag.fact.presence import PRESENT
from rag.fact.rejoinders import asks_reply, rejoinders
from rag.fact.urging import said_to_face
from rag.fact.verbatim import claimed_in, word_for_word
from rag.questions import Question
from rag.quotes import Statement
from rag.speakers import author, statements, told_by
from rag.speech.affiliations import name_alone
from rag.speech.offices import asked_as
from rag.topic import states
from rag.topic.name_forms import names_in
from rag.topic.rewordings import judged
from rag.topic.selection import (
    DOCUMENTS_HEARD,
    QUOTES_A_DOCUMENT,
    Evidence,
    attributed,
    first_documents,
    spread,
    strongest,
    words_of,
)
from rag.topic.spoken import heard_of

_LATER = 0.001  # how much less a speaker's next words count; enough for an order


@dataclass(frozen=True, slots=True)
class Findings:
    """evidence: the strongest sentences, by document and place. said: all documents that speak of it.
    mentioned: those that name it and no more. partial: there were more documents than could be heard
    for the speaker asked for, so that ``said`` may lack some. topic: what was looked for, where that is
    less than what was asked: either of two things, as nothing speaks of both. speaker: the same of
    whom: either of two persons. presence: the probability that a fact asked for is there at all; None
    for a topic, which needs a sentence that speaks of it. anyone: nobody speaks under what was asked for
    as a speaker ("shopkeepers"), or among whom ("the trustees"), and the words are those of whoever speaks.
    unquoted: whose words were asked for at first, and are not there.
    """

    evidence: tuple[Evidence, ...]
    said: frozenset[int]
    mentioned: frozenset[int] = frozenset()
    partial: bool = False
    topic: str = ""
    speaker: str = ""
    presence: float | None = None
    anyone: bool = False
    unquoted: str = ""

    @property
    def answerable(self) -> float:
        """How likely the question is to be answered: of a topic, as its strongest sentence speaks of it."""
        if self.presence is not None:
            return self.presence
        return min(1.0, max((found.score for found in self.evidence), default=0.0))


_DISCUSSED = re.compile(r"\b(?:discuss|explor)(?:ed|es|e)?\b", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|or)\s+|\s*,\s*(?:and\s+|or\s+)?", re.IGNORECASE)
_MOST_PARTS = 4
_MOST_JOINT = 3  # whose joint words are as much each one's own
_FIELD = re.compile(r"\b(?:of|for)\b.* and ", re.IGNORECASE)  # "the Ministry of Health and Welfare" is one


def find(question: Question, scope: Scope, collection: Collection) -> Findings:
    """What the documents in scope hold that answers the question."""
    found = _find(question, scope, collection)
    if not found.evidence and question.topic and _asks_anyone(question, collection):
        anyone = _find(replace(question, speaker=None), scope, collection)
        return replace(anyone, anyone=True) if anyone.evidence else found
    several = question.kind == "topic" and not found.evidence and not _FIELD.search(question.speaker or "")
    parts = _AND.split(question.speaker or "") if several else []
    if not 1 < len(parts) <= _MOST_PARTS or not all(stems(part) for part in parts):
        return found
    each = [_find(replace(question, speaker=part), scope, collection) for part in parts]
    either = _together(each)
    return replace(either, speaker=_either(parts)) if either.evidence else found


def _asks_anyone(question: Question, collection: Collection) -> bool:
    """Whether the speaker asked for may be nobody that speaks in these documents."""
    asked = question.speaker or ""
    unnamed = not question.whole and is_unnamed(asked, question.searched)
    groups = (is_group(part, question.searched, collection) for part in _AND.split(asked))
    if question.kind != "topic" or not (unnamed or all(groups)):
        return False
    everywhere = Scope(frozenset(collection.cards), "")
    return not by_speaker(question, everywhere, collection).evidence


def _find(question: Question, scope: Scope, collection: Collection) -> Findings:
    if is_unknown(question, scope):
        return Findings((), frozenset())
    if question.kind == "topic" and question.topic:
        return _on_each(question, scope, collection) or _on_either(question, scope, collection)
    if question.kind == "topic" and question.speaker:
        return by_speaker(question, scope, collection)
    if question.kind == "topic" and scope.is_limited:
        return on_occasion(scope, collection)
    if question.kind == "topic" and question.event:
        return Findings((), frozenset())  # no document is of that occasion
    return on_fact(question, scope, collection)


def by_speaker(question: Question, scope: Scope, collection: Collection) -> Findings:
    """What a speaker is on record with in scope, whatever it is about."""
    asked = question.speaker or ""
    where = scope.numbers if scope.is_limited else None
    return collection.remembered(
        ("by speaker", asked, where), lambda: _by_speaker(asked, scope.numbers, collection)
    )


def _calling(asked: str, collection: Collection) -> frozenset[int]:
    """The documents that a speaker can be named in: the name that opens a turn is in no sentence."""
    asked = name_alone(asked)
    called = [asked, *asked_as(asked), *states.governed_from(asked), *states.forms_of(asked)]
    last = {form.split()[-1].removesuffix("'s").removesuffix("’s") for form in called}
    return at_address_of(asked, collection.cards).union(*map(collection.holding, last))


def _by_speaker(asked: str, numbers: frozenset[int], collection: Collection) -> Findings:
    named = _calling(asked, collection) & numbers
    evidence: list[Evidence] = []
    for number in sorted(named)[:DOCUMENTS_HEARD]:
        document = collection.load(number)
        said = statements(document)
        theirs = {
            one
            for one in {s.speaker for s in said}
            if is_by_in(asked, one, document) or (one and is_told_by(asked, document, one, "direct", said))
        }
        if is_by_in(asked, author(document), document):
            theirs.add(author(document))
        evidence += _first_heard(number, document, _own(theirs, said))
    known = frozenset(number for number in named if is_named(asked, collection.text(number)))
    return replace(_of(evidence, evidence, known), partial=len(named) > DOCUMENTS_HEARD)


def _own(theirs: set[str | None], said: Sequence[Statement]) -> set[str | None]:
    """Without those who speak for many, where one of these many is on record alone."""
    many = {
        one.speaker
        for one in said
        if one.voice == "joint" and len(_AND.split(one.speaker or "")) > _MOST_JOINT
    }
    return theirs - many or theirs


def _first_heard(number: int, document: Document, theirs: Set[str | None]) -> list[Evidence]:
    """Of what these speakers are on record with, no more than can be quoted."""
    if not theirs:
        return []
    kept: list[Evidence] = []
    heard: Counter[str | None] = Counter()
    for one in _heard(number, document):
        # What two discussed neither of them is on record with.
        together = " and " in (one.speaker or "") and one.voice == "reported"
        if together and _DISCUSSED.search(document.text[one.span.start : one.span.end]):
            continue
        if one.speaker in theirs:
            heard[one.speaker] += 1
            kept.append(one)
            if min(heard[speaker] for speaker in theirs) >= QUOTES_A_DOCUMENT:
                break
    return kept


def on_occasion(scope: Scope, collection: Collection) -> Findings:
    """What anybody is on record with in scope, whatever it is about: "What was said at the summit?".

    Everybody is heard once before anybody is heard twice.
    """
    evidence: list[Evidence] = []
    for number in sorted(scope.numbers)[:DOCUMENTS_HEARD]:
        heard = _heard(number, collection.load(number))
        evidence += (one for one in heard if one.voice != "narration")
    return replace(_of(evidence, evidence), partial=len(scope.numbers) > DOCUMENTS_HEARD)


def _heard(number: int, document: Document) -> Iterator[Evidence]:
    """Everything that anybody is on record with in a document; what comes later of each weighs less."""
    heard: Counter[str] = Counter()
    for sentence in document.sentences if statements(document) or author(document) else ():
        speaker, voice = told_by(document, sentence)
        if speaker:
            heard[speaker] += 1
            yield Evidence(number, sentence, 1.0 - min(_LATER * heard[speaker], 0.1), speaker, voice)


def on_fact(question: Question, scope: Scope, collection: Collection) -> Findings:
    """The sentences that answer a question for a fact or for who said something; of those asked among where
    one of them is known to have said it."""
    if question.among is None:
        return _on_fact(question, scope, collection)
    theirs = _on_fact(replace(question, speaker=question.among), scope, collection)
    anyone = theirs if theirs.evidence else _on_fact(question, scope, collection)
    return replace(anyone, anyone=anyone is not theirs and bool(anyone.evidence))


def _on_fact(question: Question, scope: Scope, collection: Collection) -> Findings:
    said = word_for_word(question, scope, collection)
    if said:
        return replace(_of(attributed(said, collection, question.topic, voiced=True), said), presence=1.0)
    voted = on_motion(question, scope, collection)
    if voted:
        return replace(_of(attributed(voted, collection, question.searched), voted), presence=1.0)
    stands_for = introduced(question, scope, collection)
    if stands_for is not None:
        shown = attributed(stands_for, collection, question.searched, voiced=True)
        return replace(_of(shown, stands_for), presence=float(bool(stands_for)))
    abroad = read_abroad(question, scope, collection)
    answering, present = abroad or ([], 0.0)
    # The model reads English: it can help with a language in the same letters, and only guess in others.
    readable = abroad is None or not is_east_asian(question.searched)
    if present < PRESENT and readable:
        answering, here = answers(question, scope, collection)
        present = max(present, here)
    for asked, there in _otherwise(question, scope, collection) if present < PRESENT and readable else ():
        found, likely = answers(asked, there, collection)
        if likely >= PRESENT:
            answering, present = found, likely
            break
    if present < PRESENT:
        told = said_to_face(question, scope, collection) or _claimed(question, scope, collection)
        return replace(_of(told, told), presence=1.0 if told else present)
    shown = attributed(strongest(answering), collection, question.searched, voiced=True)
    return replace(_of(shown, answering), presence=present)


def _otherwise(question: Question, scope: Scope, collection: Collection) -> Iterator[tuple[Question, Scope]]:
    """Where else a fact may stand, and as what it is asked for there."""
    yield from ((question, later) for later in told_later(question, scope, collection))
    yield from in_own_documents(question, scope, collection)


def _claimed(question: Question, scope: Scope, collection: Collection) -> list[Evidence]:
    """What makes the claim of a who-question in its own words, whoever does."""
    made = attributed(claimed_in(question, scope, collection), collection, question.topic, voiced=True)
    return [
        one
        for one in made
        if question.speaker is None
        or is_in_words_of(question.speaker, collection.load(one.document), one.speaker, one.voice)
    ]


def on_topic(question: Question, scope: Scope, collection: Collection) -> Findings:
    """Every sentence in scope that speaks of the question's topic, by words or by meaning."""
    if asks_reply(question):
        replies = rejoinders(question, _heard_of_both(question, scope, collection), collection)
        if replies:
            return _of(replies, replies)
    where = scope.numbers if scope.is_limited else None
    # What somebody asked is something he said; of a topic a question says nothing.
    topic, words = heard_of(question.topic, collection, where, asking=bool(question.speaker))
    evidence = stating(topic, judged(question, topic, words, scope, collection), collection)
    spoken = {found.document for found in evidence}
    known = frozenset(found.document for found in evidence)
    abroad = in_other_languages(question, scope, known, collection)
    evidence += abroad.evidence
    named = words.named | abroad.named
    has_changed = question.sought == "change"
    if not question.speaker:
        evidence = changes.telling(evidence, collection) if has_changed else evidence
        shown = strongest(spread(evidence, collection))
        return _of(attributed(shown, collection, question.topic), evidence, named)
    if len({found.document for found in evidence}) > DOCUMENTS_HEARD:
        calling = _calling(question.speaker, collection)
        evidence = [found for found in evidence if found.document in calling]
    first = first_documents(evidence)
    by = [
        found
        for found in attributed(first, collection, question.topic)
        if is_in_words_of(question.speaker, collection.load(found.document), found.speaker, found.voice)
        or is_retold(question.speaker, found.speaker, words_of(found, collection))
    ]
    by = _alone(question.speaker, changes.telling(by, collection) if has_changed else by)
    spoken |= {found.document for found in abroad.evidence}
    return replace(_of(by, by, named | spoken), partial=len(first) < len(evidence))


def _alone(asked: str, by: list[Evidence]) -> list[Evidence]:
    """Without what bodies declare together, where the person asked for is on record alone beside it."""
    if states.found_in(asked) or BODY_LIKE.fullmatch(folded(asked)):
        return by
    own = {found.document for found in by if found.voice != "joint"}
    return [
        found
        for found in by
        if found.document not in own
        or found.voice != "joint"
        or not BODY_LIKE.fullmatch(folded(found.speaker or ""))
    ]


def _heard_of_both(question: Question, scope: Scope, collection: Collection) -> list[int]:
    """The documents that a speaker and whom the topic names can both be named in."""
    both = _calling(question.speaker or "", collection) & _calling(question.topic, collection) & scope.numbers
    return sorted(both)[:DOCUMENTS_HEARD]


def _on_each(question: Question, scope: Scope, collection: Collection) -> Findings | None:
    """What speaks of the levy, or of the quota, where "the levy and the quota" are asked for; None where the
    topic is one thing, or nothing speaks of it."""
    topic, when = without_time(question.topic)
    joined = conjuncts(topic, names_in(topic))
    if not joined or is_one(joined, collection):
        return None
    parts = alone(joined, adjacent_in(collection))
    time = question.topic[len(topic) :]
    if when:
        # When it was said a document tells once, and not in every sentence.
        telling = scope.numbers & collection.with_words(stems(when))
        scope = replace(scope, numbers=telling, words=f"{scope.words}{time}")
    if not parts or not scope.numbers:
        return None
    found = _on_parts(parts, question, scope, collection)
    return replace(found, topic=f"{_either(joined)}{time}") if found.evidence else None


def _on_either(question: Question, scope: Scope, collection: Collection) -> Findings:
    """What speaks of trams, or of ferries, or of both: where the one or the other is asked for, or nothing
    speaks of both."""
    whole = on_topic(question, scope, collection)
    parts = alternatives(question.topic) if whole.evidence else either_of(question.topic)
    if not 1 < len(parts) <= _MOST_PARTS or not all(stems(part) for part in parts):
        return whole
    found = _on_parts(parts, question, scope, collection, whole)
    return found if found.evidence else whole


def _on_parts(
    parts: Sequence[str], question: Question, scope: Scope, collection: Collection, *whole: Findings
) -> Findings:
    each = [on_topic(replace(question, topic=part), scope, collection) for part in parts]
    return replace(_together([*whole, *each]), topic=_either(parts))


def _either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _together(each: Sequence[Findings]) -> Findings:
    said = frozenset(number for found in each for number in found.said)
    named = frozenset(number for found in each for number in found.mentioned) - said
    weakest_first = sorted((one for found in each for one in found.evidence), key=lambda one: one.score)
    distinct = {(one.document, one.span): one for one in weakest_first}
    shown = tuple(strongest(list(distinct.values())))
    return Findings(shown, said, named, partial=any(found.partial for found in each))


def _of(shown: Iterable[Evidence], evidence: Iterable[Evidence], named: Iterable[int] = ()) -> Findings:
    said = frozenset(found.document for found in evidence)
    return Findings(tuple(strongest(list(shown))), said, frozenset(named) - said)
