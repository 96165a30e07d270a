"""Whose words they are where no verb tells: "in the deputy's words, “…”", "his use of the word “…”"."""

from __future__ import annotations

from rag.speech import reporting as words
from rag.speech.clauses import COMMAS, Sentence
from rag.speech.prose import Token
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.streams import sentence
from rag.speech.subjects import clause_subject, phrase_after, subject_before

# "in her telling", "by his own admission"
_WORDING = frozenset(
    """words word phrase telling account admission estimation description reckoning formulation phrasing
    recollection retelling""".split()
)
_TERMS = frozenset("word words term terms phrase expression".split())
_USING = frozenset("used uses using".split())
_LONGEST = 8  # tokens of "by the deputy mayor's own account"
_NEAR = 4  # tokens between "used" and the term
_DASHES = frozenset({"—", "–", "--"})


def owner_of_words(s: Sentence, index: int, memory: Memory) -> Source | None:
    """The source of quoted words at a token, by what stands beside them and is no verb of speech."""
    before = index - 1 - (index > 1 and s.low[index - 1] in COMMAS)
    if before >= 0 and s.low[before] in _WORDING:
        found = _worded(s, before, memory)
        if found is not None:
            return found
    after = index + 2 if s.low[index + 1 : index + 2] == [","] else index + 1
    if s.low[after : after + 4] == ["in", "the", "words", "of"]:
        return memory.resolve(s, *phrase_after(s, after + 4))
    if s.low[after : after + 1] in (["in"], ["by"]):
        noun = next((i for i in range(after, min(after + _LONGEST, len(s.words))) if s.low[i] in _WORDING), 0)
        closed = noun and (noun + 1 >= len(s.words) or not s.low[noun + 1][0].isalnum())
        found = _worded(s, noun, memory) if closed else None
        if found is not None:
            return found
    return _user(s, index, memory) or _reasoner(s, index, memory)


def _worded(s: Sentence, noun: int, memory: Memory) -> Source | None:
    """ "in | the deputy's | words": whoever owns them."""
    first = next((i for i in range(noun - 1, max(-1, noun - _LONGEST), -1) if s.low[i] in ("in", "by")), noun)
    return _owner(s, first + 1, noun, memory)


def _owner(s: Sentence, first: int, last: int, memory: Memory) -> Source | None:
    """The source that a possessive ``[first, last)`` names: "his", "Smith's", "the deputy's own"."""
    last -= s.low[last - 1] == "own"
    if last - first == 1 and s.low[first] in words.POSSESSIVES:
        return memory.pronoun(words.POSSESSIVES[s.low[first]], s, first)
    if last <= first:
        return None
    beside = s.ends.get(last)
    if beside is not None and beside.possessive:
        return memory.named(beside)
    end = s.words[last - 1]
    if not end.word.endswith(("'s", "s'")):
        return None
    plain = Token(end.start, end.end, end.word.removesuffix("'s"))
    return memory.resolve(sentence([*s.words[first : last - 1], plain], s.paragraph), 0, last - first)


def _user(s: Sentence, index: int, memory: Memory) -> Source | None:
    """ "Smith | used | the word “…”", "| his | repeated use of the word “…”"."""
    if index < 1 or s.low[index - 1] not in _TERMS:
        return None
    for spot in range(index - 1, max(0, index - 1 - _NEAR), -1):
        if s.low[spot] in _USING:
            found = subject_before(s, spot)
            return memory.resolve(s, *found, clause=True) if found is not None else None
        if s.low[spot] == "use" and s.low[spot + 1 : spot + 2] == ["of"]:
            first = spot - 1 - (s.low[spot - 1] in ("repeated", "frequent", "constant", "own"))
            return _owner(s, first, first + 1, memory)
    return None


def _reasoner(s: Sentence, index: int, memory: Memory) -> Source | None:
    """ "Smith is for the bridge — “it saves an hour” —", "She quit because “nobody listened”": the subject,
    where the clause is about a person and reports nothing."""
    if index < 1 or (s.low[index - 1] not in _DASHES and s.low[index - 1] != "because"):
        return None
    span = clause_subject(s, index - 1)
    if span is None or any(verb < index for verb in s.verbs):
        return None
    source = memory.resolve(s, *span, clause=True)
    return source if source is not None and source.kind in ("person", "someone") else None
