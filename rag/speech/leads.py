"""Whom a lead only describes: "A federal judge threw it out …", whom the next paragraph names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from rag.asked.phrases import head_of, personal, phrase_end
from rag.speech import lexicon
from rag.speech.cast import Cast, Person, content
from rag.speech.clauses import Sentence
from rag.speech.given_names import is_given
from rag.speech.names import Mention
from rag.speech.reporting import CONJUNCTIONS, POSSESSIVES, PRONOUNS, RELATIVES, SUBORDINATORS
from rag.speech.subjects import clause_subject

_HEAD = 6  # paragraphs, with headlines and bylines, in which the lead stands
_SHORTEST = 10  # tokens of a lead
_SHORT = 4  # tokens of a sentence that only comments on it: "Yes, really."
_NEXT = 2  # paragraphs after the lead that are read
_PARTING = SUBORDINATORS | RELATIVES | {"that"}
_ARTICLES = frozenset({"a", "an", "the"})
# Of these there are too many for a name to be theirs.
_ANYBODY = frozenset("man woman boy girl teenager person resident member witness victim".split())


@dataclass(frozen=True, slots=True)
class Lead:
    """The person whom the lead describes: its paragraph, the head of the description, and who it is."""

    paragraph: int
    head: str
    person: Person


def lead_of(sentences: Sequence[Sentence], cast: Cast) -> Lead | None:
    """Finds out whom the lead describes, and gives him the role that it tells; None if that is not clear.

    A report introduces everybody whom it names, but for the one whom its lead described.
    """
    number = next((n for n, s in enumerate(sentences) if len(s.words) >= _SHORTEST and _closed(s)), -1)
    lead = sentences[number] if number >= 0 else None
    if lead is None or lead.paragraph > _HEAD or any(map(_is_somebody, lead.names)):
        return None
    described = _description(lead)
    if described is None:
        return None
    head = head_of(lead.low[slice(*described)])
    mention = next(_named_next(sentences[number + 1 :], lead.paragraph), None)
    person = cast.find(mention.name) if mention is not None and len(mention.name) > 1 else None
    if person is None or not _can_be(person, head, lead):
        return None
    told = takewhile(lambda at: lead.low[at] not in _PARTING, range(described[0] + 1, described[1]))
    role = " ".join(lead.words[at].word for at in told)
    cast.add(person.name, role.replace(" '", "'"))
    return Lead(lead.paragraph, head, person)


def _closed(s: Sentence) -> bool:
    return s.words[-1].word[-1] in ".!?" or (s.words[-1].quote >= 0 and s.paragraph > 0)


def _is_somebody(mention: Mention) -> bool:
    """Is this surely a person's name, and not a town's of two words?"""
    return mention.kind == "person" and (bool(mention.role) or is_given(mention.name[0].lower()))


def _description(lead: Sentence) -> tuple[int, int] | None:
    """The tokens of the lead's subject, if that tells somebody's calling and no name."""
    span = clause_subject(lead, next(iter(lead.quotes), len(lead.words) - 1))
    if span is None or lead.low[span[0]] not in _ARTICLES:
        return None
    first, last = span[0], phrase_end(lead, *span)
    head = head_of(lead.low[first:last])
    called = lexicon.is_role(head) or (personal(head) and head not in _ANYBODY)
    named = any(first <= m.first < last and m.kind == "name" for m in lead.names)
    return (first, last) if called and head not in _ANYBODY and not named else None


def _named_next(following: Sequence[Sentence], paragraph: int) -> Iterator[Mention]:
    """The name that one of the next paragraphs begins with, or whose words it begins with."""
    for number, group in groupby(following, key=lambda s: s.paragraph):
        s = next((one for one in group), None)
        if number == paragraph or s is None or len(s.words) <= _SHORT:
            continue
        first = 0
        while first < len(s.words) and (s.low[first] in CONJUNCTIONS or s.words[first].quote >= 0):
            first += 1
        people = [m for m in s.names if m.kind == "person" and not m.possessive]
        tags = s.words[0].quote >= 0 and len(people) == 1
        his = s.low[:1] == ["in"] and s.low[1:2] != [] and s.low[1] in POSSESSIVES and people
        if tags or his or (people and people[0].first == first):
            yield people[0]
        return


def _can_be(person: Person, head: str, lead: Sentence) -> bool:
    """Is nothing else told of the person, and is the sex the one that the lead tells?"""
    told = {PRONOUNS[lead.low[v - 1]] for v in lead.verbs if v and lead.low[v - 1] in ("he", "she")}
    sex = lexicon.sex_of_role(head) or (next(iter(told)) if len(told) == 1 else "")
    fits = not sex or person.gender in ("", sex)
    return fits and (not person.roles or any(head in content(role) for role in person.roles))
