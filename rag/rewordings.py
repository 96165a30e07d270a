"""Sentences that speak of a topic in other words than those asked: by a listed synonym, or by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.collection import Collection
from index.documents import Span
from index.words import stems
from rag import languages
from rag.coverage import Context, cover
from rag.meaning import common, meant, open_judge
from rag.questions import Question
from rag.readings import PASSAGES_READ, sentences_of
from rag.remarks import Place
from rag.scope import Scope
from rag.selection import Evidence
from rag.spoken import COMPARED, Places
from rag.tongues import is_foreign, languages_of
from rag.topics import Topic

_NEAR = 0.5  # cosine, of a sentence that half speaks of the topic
_VERY_NEAR = 0.62  # cosine, of a sentence in other words where further documents use the words asked
_FEW_WORDS = 6  # a shorter sentence is a heading or an entry of a list


def _says_nothing(span: Span, place: Place) -> bool:
    few = len(place.text[span.start : span.end].split()) < _FEW_WORDS
    return few or place.is_no_statement(span)


def by_meaning(question: Question, topic: Topic, scope: Scope, collection: Collection) -> list[Evidence]:
    """Sentences near the topic; a name or number has no other words, so a sentence without it is left out.

    The model reads English: what it makes of a topic or a sentence in another language says nothing.
    """
    if not common(topic) or languages.read(question.searched) is not None:
        return []
    foreign = bool(languages_of(collection))
    within = scope.numbers if scope.is_limited else None
    near = []
    places = Places(collection, asking=bool(question.speaker), headed=True)
    for hit in collection.search(topic.words, PASSAGES_READ, within=within):
        number = collection.number(hit.passage.document.id)
        place = places.of(number)
        for span in sentences_of(hit.passage):
            sentence = place.text[span.start : span.end]
            if foreign and is_foreign(sentence):
                continue
            coverage = cover(topic, sentence, frozenset(stems(sentence)), Context(place.title))
            if not (coverage.lacks_names or _says_nothing(span, place)):
                near.append(Evidence(number, span, 0.0))
    return near


def confirmed(
    topic: Topic, doubtful: Sequence[Evidence], spoken: set[int], collection: Collection
) -> list[Evidence]:
    """Of sentences that hold some or nothing of the topic those that mean it."""
    distinct: dict[tuple[int, Span], Evidence] = {}
    for found in doubtful:
        distinct.setdefault((found.document, found.span), found)
    chosen = sorted(distinct.values(), key=lambda found: -found.score)
    chosen = [found for found in chosen if found.score or found.document not in spoken][:COMPARED]
    if not chosen:
        return []
    texts = [collection.text(found.document)[found.span.start : found.span.end] for found in chosen]
    cosines = collection.sentence_vectors(texts) @ collection.query_vector(topic.words)
    # Where some documents use the words, others would: only in their stead is the model asked.
    likely = [0.0] * len(texts) if spoken else meant(topic, texts, collection)
    kept = []
    for found, text, cosine, probability in zip(chosen, texts, cosines.tolist(), likely, strict=True):
        near = cosine >= (_NEAR if found.score else _VERY_NEAR)
        if near and not cover(topic, text, frozenset(stems(text))).lacks_head:
            reworded = None if found.score else ""
            kept.append(replace(found, score=max(found.score, cosine), reworded=reworded))
        elif probability >= open_judge().threshold:
            kept.append(replace(found, score=probability, reworded=""))
    return kept
