"""Sentences that speak of a topic in other words than those asked, or go on about it in few words of it; and
those that hold its words and speak of something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from index.collection import Collection
from index.documents import Span
from index.embedding import DEFAULT_MODEL
from index.words import stems
from rag.abroad import languages
from rag.abroad.tongues import is_foreign, languages_of
from rag.asked.scope import Scope
from rag.questions import Question
from rag.topic.coverage import Context, cover, is_only_in_names
from rag.topic.feedback import rarity
from rag.topic.nearness import Values, ask, seen
from rag.topic.outlines import outline
from rag.topic.relevance import INPUTS, Heard, inputs, least, open_judge, worded
from rag.topic.remarks import Place
from rag.topic.selection import Evidence
from rag.topic.spoken import Places, Spoken
from rag.topic.topics import Topic

_ALL = 40  # documents, each of which is looked at; of more those that come near the topic
_NEAREST = 12  # passages, whose documents come near it
# From what likelihood on a sentence is quoted that holds but the name in a topic that tells more, where its
# document says nothing of it for certain: most of these speak of something else about the same name.
_BY_NAME_ALONE = 0.8
T = TypeVar("T")
_MOST = 24  # documents that speak of it for certain, in which more is looked for


def judged(
    question: Question, topic: Topic, words: Spoken, scope: Scope, collection: Collection
) -> list[Evidence]:
    """The sentences that speak of a topic: those certain by their words that the judge does not refute, and
    those that it finds.

    The model reads English: what it makes of a topic or a sentence in another language says nothing. It was
    trained for one embedding model; in the collection of another there are the words alone.
    """
    if not topic.terms or collection.model != DEFAULT_MODEL or languages.read(question.searched) is not None:
        return _certain(words)
    asked = ask(topic.words, collection)
    places = Places(collection, asking=bool(question.speaker), headed=True)
    certain, likely = (_by_document(each) for each in (words.certain, words.likely))
    ties = _by_document((*place, tie) for place, tie in words.ties.items())
    found = {(one.document, one.span): one for one in _certain(words)}
    near = seen(_documents(topic, words, scope, collection), collection)
    documents = []
    for number, vectors in near.items():
        spans, laid_out = collection.load(number).sentences, outline(number, collection)
        own, by_words = worded(topic, laid_out), _by_place(certain[number], spans)
        half, tied = _by_place(likely[number], spans), _by_place(ties[number], spans)
        documents.append(Heard(laid_out, own, vectors, by_words, half, tied))
    foreign = bool(languages_of(collection))
    rare = collection.remembered(
        ("rarity", tuple(near)), lambda: rarity([heard.outline for heard in documents])
    )
    for number, heard, rows in zip(near, documents, inputs(topic, asked, documents, rare), strict=True):
        hearing = _Hearing(topic, heard, rows, foreign, any_certain=bool(words.certain))
        for one, is_quoted in _in_document(number, hearing, places):
            if not is_quoted:
                found.pop((number, one.span), None)
            else:
                found.setdefault((number, one.span), one)
    return list(found.values())


def _certain(words: Spoken) -> list[Evidence]:
    return [Evidence(*one, reworded=words.reworded.get(one[:2])) for one in words.certain]


def _documents(topic: Topic, words: Spoken, scope: Scope, collection: Collection) -> list[int]:
    """Those in which more is looked for than what the words tell; a name alone has no other words."""
    speaking = list(dict.fromkeys(number for number, _, _ in words.certain))[:_MOST]
    if all(term.is_name for term in topic.terms):
        return speaking
    if len(scope.numbers) <= _ALL:
        return sorted(scope.numbers)
    within = scope.numbers if scope.is_limited else None
    hits = collection.search(topic.words, _NEAREST, within=within)
    near = [collection.number(hit.passage.document.id) for hit in hits]
    return sorted({*near, *speaking})


def _by_document(spoken: Iterable[tuple[int, Span, T]]) -> dict[int, dict[Span, T]]:
    found: dict[int, dict[Span, T]] = defaultdict(dict)
    for number, span, known in spoken:
        found[number][span] = known
    return found


def _by_place(known: Mapping[Span, T], sentences: Sequence[Span]) -> dict[int, T]:
    return {at: known[span] for at, span in enumerate(sentences) if span in known}


@dataclass(frozen=True, slots=True)
class _Hearing:
    """A topic and a document that is heard on it; rows: what the judge reads of it (``inputs``). foreign:
    whether some of the collection is in another language than English. any_certain: whether some document
    speaks of it for certain."""

    topic: Topic
    heard: Heard
    rows: Values
    foreign: bool
    any_certain: bool


def _in_document(number: int, hearing: _Hearing, places: Places) -> Iterator[tuple[Evidence, bool]]:
    """The sentences that the judge finds to speak of the topic, and those that are certain, and whether they
    are quoted."""
    heard, place, judge = hearing.heard, places.of(number), open_judge()
    likely, named = judge.likely(hearing.rows), hearing.rows[:, INPUTS.index("named")]
    enough = likely >= least(heard, judge)
    spans = places.collection.load(number).sentences
    for at in sorted({*np.flatnonzero(enough).tolist(), *heard.certain}):
        # What goes on beside what names the topic is no other word for it.
        in_its_words = named[at] or heard.certain
        one = Evidence(number, spans[at], float(likely[at]), reworded=None if in_its_words else "")
        if at in heard.certain:
            yield one, bool(enough[at])
        elif not (_is_out(hearing, at, spans[at], place) or _is_vague(hearing, at, float(likely[at]))):
            yield one, True


def _is_vague(hearing: _Hearing, at: int, likely: float) -> bool:
    """Whether a sentence holds no word of a topic but its name, or not even that, in a document that says
    nothing of it for certain, where it is not likely enough; or where other documents call the thing by one
    of the names that are listed for it."""
    own = hearing.heard.outline.stems[at]
    told = [term for term in hearing.topic.terms if not term.is_name]
    if hearing.heard.certain or not told or any(term.may_stand_in(own) for term in told):
        return False
    named = len(told) < len(hearing.topic.terms)
    is_called = hearing.any_certain and all(term.others for term in told)
    return is_called or (named and likely < _BY_NAME_ALONE)


def _is_out(hearing: _Hearing, at: int, span: Span, place: Place) -> bool:
    """Whether a sentence is not to be quoted, whatever the judge finds: it says nothing, speaks of another
    name, or is in a language that the model does not read."""
    topic, text, own = hearing.topic, hearing.heard.outline.texts[at], hearing.heard.outline.stems[at]
    if (hearing.foreign and is_foreign(text)) or place.is_no_statement(span):
        return True
    if is_only_in_names(topic, text, own):
        return True
    if hearing.heard.certain:
        # The defence of schools, where that of Malta is asked for, which neither paragraph nor title names.
        paragraph = place.text[max(0, place.text.rfind("\n\n", 0, span.start)) : span.start]
        covered = cover(topic, text, own, Context(f"{place.title} {paragraph}"))
        return covered.named > 0 and covered.lacks_names
    # A name or number has no other words.
    known = own | frozenset(stems(place.title))
    exact = (term for term in topic.terms if term.forms or term.words[:1].isdigit())
    return cover(topic, text, own, Context(place.title)).lacks_names or any(
        not (term.is_name or term.may_stand_in(known)) for term in exact
    )
