"""The person that a text names in answer to "who": the holder of the office asked for, or the only one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.documents import Span
from index.words import stem_of, stems
from rag.speech.names import Mention, mentions, small_role
from rag.speech.prose import Token, tokens
from rag.topic import aliases, states

_REACH = 8  # words of an apposition: "the group's chief executive, Ann Reed", "Ann Reed, its founder"
_MARKS = frozenset(",.;:()\"'-–—")
_OF_PLACES = frozenset("in at of from near to into the".split())
_PLURAL = re.compile(r"\w+[^\W_s]s")
# Of what somebody is an officer: "the mayor of Tarn", "Tarn's mayor".
_OF = re.compile(
    r"\bof (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)|\b([A-Z][\w-]*(?: [A-Z][\w-]*)*)(?=['’]s? )"
)
# "Ann Bell of Norland", "Ann Bell (Norland)", "Ann Bell, the Norland minister".
_APPOSED = re.compile(
    r"(?:,? (?:of|from|representing)\b|, (?=(?:the|an?|its|their|his|her|then) |[A-Z])| \()[^.;:!?]{0,60}?"
    r"(?=[,;)]| and | with |$)"
)


# "What is the name of the keeper who …?" is answered by a name alone, "Who …?" by any description.
_BY_NAME = re.compile(
    r"^\W*(?:and |so )?(?:(?:what|which)(?:['’]s| is| was| are| were) (?:the )?(?:\w+ )?|(?:the )?)"
    r"names? of ",
    re.I,
)


def asks_name(question: str) -> bool:
    """Whether nothing but a person's name answers a question for a person."""
    return _BY_NAME.match(question) is not None


def is_somebody_in(text: str, question: str) -> bool:
    """Whether a text names a person whom the question does not name."""
    known = set(stems(question))
    words = tokens(text, Span(0, len(text)))
    new = [one for one in mentions(words) if one.name and known.isdisjoint(stems(" ".join(one.name)))]
    return any(one.kind == "person" or (one.kind == "name" and _may_be_family(words, one)) for one in new)


def _may_be_family(words: Sequence[Token], one: Mention) -> bool:
    """Whether a name of one word can be a person's, as neither is in "the Spirit of Tarn"."""
    around = (*words[max(0, one.first - 1) : one.first], *words[one.last : one.last + 1])
    return _OF_PLACES.isdisjoint(token.word.lower() for token in around)


def persons_in(question: str, text: str, asked_for: str = "") -> list[str]:
    """Who may be meant, as the text writes the names, without titles; bodies where there are no persons.

    One where only one is named, or only one in the office that the question names, or of several in it only
    one whose office is of the state or place in asked_for, the question without its limits.
    """
    words = tokens(text, Span(0, len(text)))
    known = set(stems(question))
    new = [one for one in mentions(words) if one.name and known.isdisjoint(stems(" ".join(one.name)))]
    persons = [one for one in new if one.kind == "person"]
    found = persons or [one for one in new if one.kind == "body"]
    asked = [word.strip("?.,!") for word in question.lower().split()]
    offices = {stem_of(word) for word in asked if small_role(word)}
    holding = [one for one in persons if not offices.isdisjoint(_offices(words, one))]
    several = any(_PLURAL.fullmatch(token.word) for token in words if stem_of(token.word) in offices)
    # "Ministers Ann Bell (Norland) and Jon Birk (Sudland)" are in one office.
    among = persons if several and holding else holding
    holding = _of_whom(asked_for, among, words, text) or holding if len(among) > 1 else holding
    by_name = {one.name[-1]: _written(words, one, text) for one in reversed(holding or found)}
    return list(reversed(by_name.values()))


def _of_whom(asked_for: str, holding: Sequence[Mention], words: Sequence[Token], text: str) -> list[Mention]:
    """Of the holders of one office those of the state or place asked for, where the text says so."""
    named = [asked_for[span.start : span.end] for span in states.found_in(asked_for)]
    named = named or [whole or owner for whole, owner in _OF.findall(asked_for)]
    forms = [(name, *states.forms_of(name), *states.loose_forms_of(name)) for name in named]
    return [
        one
        for one in holding
        if forms and all(aliases.occurrences(each, _around(one, holding, words, text)) for each in forms)
    ]


def _around(one: Mention, holding: Sequence[Mention], words: Sequence[Token], text: str) -> str:
    """What stands between the holder before, with what is apposed to it, and a name; and what is to that."""
    before = [_end(other, words, text) for other in holding if other.last <= one.first]
    return text[max(before, default=0) : _end(one, words, text)].rpartition(";")[2]


def _end(one: Mention, words: Sequence[Token], text: str) -> int:
    last = words[one.last - 1]
    end = last.start + len(last.word)
    apposed = _APPOSED.match(text, end)
    return apposed.end() if apposed else end


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
