"""The person that a text names in answer to "who": the holder of the office asked for, or the only one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.documents import Span
from index.words import stem_of, stems
from rag.names import Mention, mentions, small_role
from rag.prose import Token, tokens

_REACH = 8  # words of an apposition: "the group's chief executive, Ann Reed", "Ann Reed, its founder"
_MARKS = frozenset(",.;:()\"'-–—")


def persons_in(question: str, text: str) -> list[str]:
    """Who may be meant, as the text writes the names, without titles; bodies where there are no persons.

    One where only one is named, or only one in the office that the question names.
    """
    words = tokens(text, Span(0, len(text)))
    known = set(stems(question))
    new = [one for one in mentions(words) if one.name and known.isdisjoint(stems(" ".join(one.name)))]
    persons = [one for one in new if one.kind == "person"]
    found = persons or [one for one in new if one.kind == "body"]
    asked = [word.strip("?.,!") for word in question.lower().split()]
    offices = {stem_of(word) for word in asked if small_role(word)}
    holding = [one for one in persons if not offices.isdisjoint(_offices(words, one))]
    by_name = {one.name[-1]: _written(words, one, text) for one in reversed(holding or found)}
    return list(reversed(by_name.values()))


def _offices(words: Sequence[Token], named: Mention) -> Iterator[str]:
    """The stems of the words that say what somebody is, before and after the name."""
    yield from stems(named.role)
    before = [token.word for token in words[max(0, named.first - _REACH - 1) : named.first]]
    after = [token.word for token in words[named.last : named.last + _REACH + 1]]
    for near in (before[::-1], after):
        if near[:1] == [","]:
            yield from map(stem_of, takewhile(lambda word: word not in _MARKS, near[1:]))


def _written(words: Sequence[Token], named: Mention, text: str) -> str:
    """A name as the text has it, without what stands before it or shows possession."""
    own = words[named.first : named.last]
    first = next(token for token in own if token.word.startswith(named.name[0]))
    last = next(token for token in reversed(own) if token.word.startswith(named.name[-1]))
    return text[first.start : last.start + len(named.name[-1])]
