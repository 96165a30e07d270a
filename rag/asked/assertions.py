"""A claim as a topic: of "Dahl is to blame for the fire" what states or denies it is asked for, and not
everything that speaks of Dahl and the fire."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.collection import Collection
from index.documents import Document, Span
from index.words import stems
from rag.speakers import attribute, statements
from rag.topic.selection import Evidence
from rag.topic.topics import Term, Topic

_SUBORDINATE = (
    "who|whom|whose|which|that|what|when|where|why|how|whether|if|after|before|since|until|while|because|as"
    "|than"
)
_CLAIM = re.compile(
    rf"(?:(?:that|whether|if)\s)?(?P<subject>(?:(?!(?:{_SUBORDINATE})\s)\S*[^\s,;:]\s+)+?)"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|did|does|do)(?:n['’]t)?\s"
    r"(?P<predicate>.+)"
)
_FARTHEST = 2  # sentences after one that states the claim, which may do so again in fewer words


@dataclass(frozen=True, slots=True)
class Assertion:
    """The terms of who or what it is about, and those of what is claimed; never none."""

    subject: tuple[Term, ...]
    predicate: tuple[Term, ...]

    def is_in(self, own: frozenset[str]) -> bool:
        """Whether a sentence of these stems states or denies it: it holds something of both."""
        return _holds(self.subject, own) and _holds(self.predicate, own)


def claim_in(topic: Topic) -> Assertion | None:
    """The claim that a topic is, if it is one."""
    found = _CLAIM.fullmatch(topic.words)
    if found is None:
        return None
    ends = found.end("subject")
    before = tuple(term for term in topic.terms if 0 <= topic.words.find(term.words) < ends)
    after = [term for term in topic.terms if topic.words.find(term.words) >= ends]
    # What is claimed is hardly a name: "responsible for Norland's debts".
    told = tuple(term for term in after if not term.is_name) or tuple(after)
    return Assertion(before, told) if before and told else None


def names_all_of(topic: Topic, own: frozenset[str]) -> bool:
    """Whether a text of these stems names what a claim is of, troops of "American troops will come to Malta",
    and whoever and wherever is named in it; any text does, where the topic is no claim."""
    claim = claim_in(topic)
    if claim is None:
        return True
    nouns = [term for term in claim.subject if not term.is_name][-1:]
    return all(term.may_stand_in(own) for term in (*nouns, *(one for one in topic.terms if one.is_name)))


def stating(topic: Topic, evidence: Sequence[Evidence], collection: Collection) -> list[Evidence]:
    """Of what speaks of a claim what states or denies it, where anything does, and what says it again."""
    claim = claim_in(topic)
    if claim is None:
        return list(evidence)
    kept: dict[tuple[int, Span], Evidence] = {}
    for number, group in groupby(sorted(evidence, key=lambda one: one.document), lambda one: one.document):
        document = collection.load(number)
        for one in group:
            if claim.is_in(_stems(document, one.span)):
                kept[number, one.span] = one
                for span in _again(document, claim, one.span):
                    kept.setdefault((number, span), Evidence(number, span, one.score))
    return list(kept.values()) or list(evidence)


def _again(document: Document, claim: Assertion, stated: Span) -> Iterator[Span]:
    """The next sentences of the same speaker that state the claim again: "Dahl is to blame"."""
    said = statements(document)
    at = document.sentences.index(stated) + 1
    for span in document.sentences[at : at + _FARTHEST]:
        if attribute(said, span) == attribute(said, stated) and claim.is_in(_stems(document, span)):
            yield span


def _stems(document: Document, span: Span) -> frozenset[str]:
    return frozenset(stems(document.text[span.start : span.end]))


def _holds(terms: Sequence[Term], own: frozenset[str]) -> bool:
    return any(term.may_stand_in(own) for term in terms)
