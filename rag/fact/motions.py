"""Motions and votes in minutes: who moved, who seconded, how the vote went, found as one matter.

What was decided stands in one sentence, who seconded and how many were for it in the next ones
(Robert's Rules of Order, on minutes; Erskine May, on divisions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from index.collection import Collection
from index.documents import Document, Span
from index.words import stems
from rag.asked.scope import Scope
from rag.questions import Question
from rag.topic.headings import headings_of
from rag.topic.selection import Evidence
from rag.topic.topics import Topic, topic_of

_VOTED = r"votes?|voted|voting|ayes?|noes?|nays?|yeas?|abstain(?:ed)?|abstentions?"
_PASSED = r"carried|carry|pass(?:ed)?|fail(?:ed)?|adopted|defeated|rejected|approved|tally|outcome|result"
_SECONDED = re.compile(r"\bsecond(?:ed|er|s)\b", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:moved|mover|(?:made|put forward|introduced) the motion)\b", re.IGNORECASE)
_VOTE_ASKED = re.compile(
    rf"\b(?:{_VOTED})\b|\bmotion\b.*\b(?:{_PASSED})\b|\b(?:{_PASSED})\b.*\bmotion\b", re.IGNORECASE
)
# What only asks, and is in no minutes' motion.
_ASKING = re.compile(
    rf"\b(?:who|whom|what|which|how|many|much|did|does|do|was|were|is|the|{_VOTED}|{_PASSED}|seconde[dr]|mover"
    r"|moved|motions?|for|against|on|of|to|in favou?r|yes|no|mps?|members?|council(?:lors?|members?)?"
    r"|people|there|by|and|final|count|decided?|agreed?)\b|['’]s\b|[?,]",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\bmoved (?:to|that|for|the|adoption|approval)\b|\b[Mm]otion (?:by|of|was made|to)\b|\bQuestion put\b"
    r"|\bA motion was\b|\bintroduced a (?:motion|resolution)\b"
    r"|\b(?:agreed|decided|voted|resolved) (?:to|that)\b"
)
_OUTCOME = re.compile(
    r"\b(?:Ayes|Noes|Nays|Yeas|In favou?r|Against|Opposed|Abstain(?:ed|ing|tions?)?)\b\s*[:\d(–-]"
    r"|\b(?:motion|amendment|resolution|ordinance|bill|vote)\b[^.]{0,40}"
    r"\b(?:carried|passed|failed|adopted|approved|defeated|lost|unanimous)|\bdivided\b|\bunanimously\b"
    r"|\b(?:voting|voted) (?:no|nay|against)\b|\bvotes? (?:to|against)\b|\b\d+\s*[-–]\s*\d+\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:vot(?:e[ds]?|ing|ers?)|backed|approv\w*|pass(?:ed|age)|reject\w*|carried(?! out)|adopt\w*|oppos\w*"
    r"|favou?r\w*|majority|elect(?:ed|ions?)|unanim\w*|abst(?:ain|ent)\w*|ballots?|turnout|decided?|decision"
    r"|dissent\w*|defeat\w*|agreed)\b|\b\d+ to \d+\b",
    re.IGNORECASE,
)
_SECONDING = re.compile(r"\bseconded\b|\bSecond(?:ed)? by\b|\bsecond by\b", re.IGNORECASE)
_LONGEST = 8  # sentences of one matter
_HEAD = 300  # characters in which a record says whose it is, and of what bill
_SPEAKS = 0.8
_MOVED_SCORE = 0.5  # of the motion, shown so that nobody takes the vote for another's
_MOST = 60  # documents with motions that are read
_SIGNS = ("motion", "move", "aye", "vote")  # stems


@dataclass(frozen=True, slots=True)
class Matter:
    """A motion and what came of it. share: how much of what is asked for it and its heading hold, 0 to 1."""

    document: int
    sentences: tuple[Span, ...]
    share: float


def on_motion(question: Question, scope: Scope, collection: Collection) -> list[Evidence]:
    """The sentences of minutes that answer a question for a motion or a vote, and, weaker, what was moved;
    none for other questions."""
    wanted = _wanted(question.searched)
    about = " ".join(_ASKING.sub(" ", question.searched).split())
    if wanted is None or question.kind == "topic" or not stems(about):
        return []
    topic = topic_of(about, collection)
    found = []
    for number in islice(sorted(_with_motions(collection) & scope.numbers), _MOST):
        document = collection.load(number)
        headings = headings_of(document.text)
        for sentences in _matters(document):
            text = document.text[sentences[0].start : sentences[-1].end]
            own = frozenset(stems(text)) | headings.above(sentences[0].start)
            around = frozenset(stems(f"{document.title} {document.text[:_HEAD]}"))
            if _share(topic, own | around) >= _SPEAKS and _share(topic, own) > 0:
                found.append(Matter(number, sentences, _share(topic, own)))
    best = max((matter.share for matter in found), default=0.0)
    chosen = [matter for matter in found if matter.share >= best]
    answers = [list(_answering(matter, wanted, collection)) for matter in chosen[:2]]
    return [one for found_ in answers if any(one.score > _MOVED_SCORE for one in found_) for one in found_]


def may_tell(question: Question, text: str) -> bool:
    """Whether a sentence can answer: one that speaks of no vote tells nothing of how a vote went, and who
    seconded a motion is told by the record of that motion alone."""
    wanted = None if question.kind == "topic" else _wanted(question.searched)
    if wanted is not _OUTCOME:
        return wanted is not _SECONDING
    return _OUTCOME.search(text) is not None or _DECIDED.search(text) is not None


def _share(topic: Topic, held: frozenset[str]) -> float:
    whole = sum(term.weight for term in topic.terms) or 1.0
    return sum(term.weight for term in topic.terms if not term.stems.isdisjoint(held)) / whole


def _wanted(question: str) -> re.Pattern[str] | None:
    if _SECONDED.search(question):
        return _SECONDING
    if _VOTE_ASKED.search(question):
        return _OUTCOME
    return _MOTION if _MOVED.search(question) else None


def _with_motions(collection: Collection) -> frozenset[int]:
    return frozenset[int]().union(*(collection.with_words([sign]) for sign in _SIGNS))


def _matters(document: Document) -> Iterator[tuple[Span, ...]]:
    """The motions of a text: each with the sentences up to its outcome."""
    spans = document.sentences
    texts = [document.text[span.start : span.end] for span in spans]
    if not any(_OUTCOME.search(text) for text in texts):
        return
    starts = [at for at, text in enumerate(texts) if _MOTION.search(text)]
    for at, following in zip(starts, [*starts[1:], len(spans)], strict=False):
        end = min(following, at + _LONGEST)
        last = max(
            (i for i in range(at, end) if _OUTCOME.search(texts[i]) or _SECONDING.search(texts[i])),
            default=-1,
        )
        if last >= 0:
            yield tuple(spans[at : last + 1])


def _answering(matter: Matter, wanted: re.Pattern[str], collection: Collection) -> Iterator[Evidence]:
    text = collection.text(matter.document)
    for span in matter.sentences:
        if wanted.search(text[span.start : span.end]):
            yield Evidence(matter.document, span, 1.0)
        elif span == matter.sentences[0]:
            yield Evidence(matter.document, span, _MOVED_SCORE)
