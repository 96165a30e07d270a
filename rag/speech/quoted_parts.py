"""Words quoted as part of the writer's sentence: "called the plan “pure folly”", and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from rag.speech import reporting as words
from rag.speech.attribution import COMMAS, ENDS, LONGEST_TAG, sayer, source_of_verb
from rag.speech.clauses import Sentence
from rag.speech.own_words import owner_of_words
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.streams import Quoted

_NEAR = 10  # tokens between a verb and the words


def attribute_parts(s: Sentence, parts: Sequence[Quoted], spoken: list[int], memory: Memory) -> None:
    """Finds the source of every quoted word or two of a sentence.

    spoken: the quotations of the sentence that are somebody's words.
    """
    before: tuple[int, Source] | None = None  # the last part that is somebody's
    for one in parts:
        spot = next((i for i, token in enumerate(s.words) if token.start >= one.span.start), 0)
        last = spot + one.size
        one.source = _source(s, (spot, last), spoken, memory)
        if one.source is None and before is not None and _coordinated(s, before[0], spot):
            one.source = before[1]
        one.tagged = one.source is not None
        before = (last, one.source) if one.source is not None else before


def _source(s: Sentence, part: tuple[int, int], spoken: list[int], memory: Memory) -> Source | None:
    """The source of a quoted word or two that are part of the sentence: "called the plan “pure folly”".

    part: its tokens ``[first, last)``. spoken: the quotations of the sentence that are somebody's words.
    None where they may be the writer's own: "said the “no show” list was long".
    """
    index, last = part
    owner = owner_of_words(s, index, memory) if last - index == 1 else None
    if owner is not None:
        return owner
    spot = index - 1
    while spot > 0 and s.low[spot] in words.ADVERBS:
        spot -= 1
    before = s.low[spot] if index else ""
    reach = LONGEST_TAG if before in words.COPULAS else _NEAR
    verb = next((v for v in reversed(s.verbs) if index - reach <= v < index), -1)
    if verb < 0 or any(verb < quote < index for quote in spoken):
        return None
    claimed = last - index > 1 and "that" in s.low[verb:index] and before not in words.DETERMINERS
    judged = claimed or s.low[verb] in words.LABELLING or s.low[verb] in words.LABELLING_ING
    if judged or spot == verb or before in words.BEFORE_FRAGMENT:
        return source_of_verb(s, sayer(s, verb), memory)
    owned = before in words.POSSESSIVES and s.low[verb] in words.SAYING
    whole = (
        last >= len(s.words)
        or s.low[last] in COMMAS
        or s.low[last] in ENDS
        or s.low[last] in words.CONJUNCTIONS
    )
    return source_of_verb(s, verb, memory) if owned and whole else None


def _coordinated(s: Sentence, begin: int, index: int) -> bool:
    """Are quoted words joined to those that end at ``begin``: "“safe” in May but “shut” in June"?"""
    spot = index - 1 - (s.low[index - 1] in ("a", "an"))
    joined = spot >= begin and s.low[spot] in words.CONJUNCTIONS
    return joined and not any(begin <= verb < index for verb in s.verbs)
