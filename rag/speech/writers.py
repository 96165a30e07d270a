"""Whose words somebody else tells of: "got a card from Reed with two words on it", "mocked her claim"."""

from __future__ import annotations

from rag.speech import reporting as words
from rag.speech.clauses import Sentence
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.subjects import phrase_after, subject_before

_SENT = words.WRITINGS | frozenset("postcard card text telegram fax voicemail dm invitation".split())
_GETTING = frozenset(
    """
    got gets gotten received receives receiving opened opens found finds kept keeps had has showed shows
    produced came comes arrived arrives landed lands
    """.split()
)
_SENDING = frozenset("sent sends mailed texted emailed handed slipped left leaves".split())
_TELLING_OF = frozenset(
    """
    reminded reminds recalled recalls cited cites quoted quotes mocked mocks rejected rejects dismissed
    dismisses criticized criticised criticizes criticises attacked attacks denounced denounces ridiculed
    disputed disputes challenged challenges echoed echoes contradicted contradicts repeated repeats
    questioned questions denied denies condemned condemns
    """.split()
)
_CLAIMS = words.CLAIMS | frozenset(
    """
    comment comments remark remarks words statement argument view belief promise pledge vow insistence boast
    contention warning prediction description phrase line
    """.split()
)
_NEAR = 5  # tokens between an owner and what is claimed, or a writing and whom it is from


def writer_of(s: Sentence, begin: int, index: int, memory: Memory) -> Source | None:
    """The source of words quoted at a token whom the sentence names as their writer or their owner, where
    it also tells of another. begin: the first token of the clause."""
    if index < 1:
        return None
    if s.low[index - 1] == ":":
        return _sender(s, begin, index, memory)
    return _owner(s, begin, index, memory)


def _sender(s: Sentence, begin: int, index: int, memory: Memory) -> Source | None:
    """ "A card from | Reed | with two words on it: “…”", "| Reed | sent him a message: “…”"."""
    sent = next((i for i in range(index - 2, begin, -1) if s.low[i] in _SENDING), 0)
    if sent and not _SENT.isdisjoint(s.low[sent:index]) and not any(sent < verb < index for verb in s.verbs):
        found = subject_before(s, sent)
        return memory.resolve(s, *found) if found is not None else None
    for spot in range(index - 2, begin, -1):
        if s.low[spot : spot + 2] == ["attributed", "to"]:
            return memory.resolve(s, *phrase_after(s, spot + 2))
        if spot in s.verbs and s.low[spot] not in _GETTING:
            return None
        if s.low[spot] != "from" or _SENT.isdisjoint(s.low[max(begin, spot - _NEAR) : spot]):
            continue
        gets = not _GETTING.isdisjoint(s.low[begin:index])
        source = memory.resolve(s, *phrase_after(s, spot + 1)) if gets else None
        return source if source is not None and source.kind == "person" else None
    return None


def _owner(s: Sentence, begin: int, index: int, memory: Memory) -> Source | None:
    """ "Reed | reminded them of | his | earlier claim that “…”", "mocked | Reed's | promise that “…”"."""
    claim = next((i for i in range(index - 2, begin, -1) if s.low[i] in _CLAIMS), -1)
    told = any(s.low[verb] in _TELLING_OF for verb in s.verbs if begin <= verb < claim)
    if not told or "that" not in s.low[claim:index] or any(claim < verb < index for verb in s.verbs):
        return None
    for spot in range(claim - 1, max(begin, claim - _NEAR), -1):
        owner = s.ends.get(spot + 1)
        if owner is not None and owner.possessive:
            return memory.named(owner)
        if s.low[spot] in words.POSSESSIVES:
            return memory.pronoun(words.POSSESSIVES[s.low[spot]], s, spot)
    return None
