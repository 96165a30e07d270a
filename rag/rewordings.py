"""Sentences that speak of a topic in other words than those asked, or go on about it in few words of it; and
those that hold its words and speak of something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from index.collection import Collection
from index.documents import Span
from index.embedding import DEFAULT_MODEL
from index.words import stems
from rag import languages
from rag.coverage import Context, Coverage, cover
from rag.nearness import Asked, ask, nearness
from rag.questions import Question
from rag.relevance import Heard, closest, inputs, open_judge
from rag.remarks import Place
from rag.scope import Scope
from rag.selection import Evidence
from rag.spoken import Places, Spoken
from rag.tongues import is_foreign, languages_of
from rag.topics import Topic

_ALL = 40  # documents, each of which is looked at; of more those that come near the topic
_NEAREST = 12  # passages, whose documents come near it
_MOST = 24  # documents that speak of it for certain, in which more is looked for
_CLOSELY = 12  # sentences of a document
# "One electric car" for "the cost of electricity": of 45 sentences judged so low, two spoke of the topic.
_REFUTED = 0.1


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
    scores = nearness(asked, _documents(topic, words, scope, collection), collection)
    places = Places(collection, asking=bool(question.speaker), headed=True)
    certain, likely = (_by_document(each) for each in (words.certain, words.likely))
    found = {(one.document, one.span): one for one in _certain(words)}
    for number, own in scores.items():
        document = collection.load(number)
        texts = [document.text[span.start : span.end] for span in document.sentences]
        each = (
            {at: by[number][s] for at, s in enumerate(document.sentences) if s in by[number]}
            for by in (certain, likely)
        )
        heard = Heard(texts, own, *each)
        for one in _in_document(number, _Hearing(topic, asked, heard, bool(words.certain)), places):
            if (number, one.span) not in found:
                found[number, one.span] = one
            elif one.score < _REFUTED:
                del found[number, one.span]
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


def _by_document(spoken: Iterable[tuple[int, Span, float]]) -> dict[int, dict[Span, float]]:
    found: dict[int, dict[Span, float]] = defaultdict(dict)
    for number, span, share in spoken:
        found[number][span] = share
    return found


def _is_of_another_name(topic: Topic, text: str, span: Span, place: Place) -> bool:
    """Whether a sentence speaks of the defence of schools where that of Malta is asked for, which neither its
    paragraph nor its title names."""
    paragraph = place.text[max(0, place.text.rfind("\n\n", 0, span.start)) : span.start]
    own = cover(topic, text, frozenset(stems(text)), Context(f"{place.title} {paragraph}"))
    return own.named > 0 and own.lacks_names


def _is_of_another(topic: Topic, text: str, title: str) -> bool:
    """Whether a sentence lacks a name or number asked for, which has no other words."""
    own = frozenset(stems(text))
    known = own | frozenset(stems(title))
    exact = (term for term in topic.terms if term.forms or term.words[:1].isdigit())
    return cover(topic, text, own, Context(title)).lacks_names or any(
        not (term.is_name or term.may_stand_in(known)) for term in exact
    )


@dataclass(frozen=True, slots=True)
class _Hearing:
    """A topic and a document that is heard on it; any_certain: as of ``inputs``."""

    topic: Topic
    asked: Asked
    heard: Heard
    any_certain: bool


def _in_document(number: int, hearing: _Hearing, places: Places) -> Iterator[Evidence]:
    """What the judge holds of the sentences that are certain, and the others that it finds to speak of it."""
    heard, place, judge = hearing.heard, places.of(number), open_judge()
    spans = places.collection.load(number).sentences
    foreign = bool(languages_of(places.collection))

    @cache
    def covered(at: int) -> Coverage:
        return cover(hearing.topic, heard.texts[at], frozenset(stems(heard.texts[at])))

    chosen = [
        at
        for at in closest(hearing.asked, heard, _CLOSELY)
        if not (foreign and is_foreign(heard.texts[at]))
        and (at in heard.certain or not place.is_no_statement(spans[at]))
        and not (
            _is_of_another_name(hearing.topic, heard.texts[at], spans[at], place)
            if heard.certain
            else _is_of_another(hearing.topic, heard.texts[at], place.title)
        )
    ]
    if not chosen:
        return
    rows = inputs(hearing.topic, hearing.asked, heard, chosen, covered, any_certain=hearing.any_certain)
    likely = judge.likely(rows)
    enough = judge.beside if heard.certain else judge.alone
    for at, probability in zip(chosen, likely.tolist(), strict=True):
        if at in heard.certain or probability >= enough:
            # What goes on beside what names the topic is no other word for it.
            in_its_words = covered(at).named or heard.certain
            yield Evidence(number, spans[at], probability, reworded=None if in_its_words else "")
