"""Names that look like persons' and are places': "beating 22 couples in Port Elder"."""

from __future__ import annotations

from collections.abc import Iterable

from rag.asked.phrases import governor, personal
from rag.speech.clauses import Sentence
from rag.speech.given_names import is_given
from rag.speech.names import Mention

_DESCRIBED = 4  # words between such a name and a person's
_WHERE = frozenset("in at near outside".split())


def localities(sentences: Iterable[Sentence]) -> frozenset[tuple[str, ...]]:
    """The names without a title or a given name that stand after words for where, and nowhere else."""
    only: dict[tuple[str, ...], bool] = {}
    for s in sentences:
        for mention in s.names:
            if mention.kind != "person" or mention.role or is_given(mention.name[0].lower()):
                continue
            stands = governor(s, 0, mention.first) in _WHERE or _modifies(s, mention)
            where = stands and not mention.possessive
            only[mention.name] = where and only.get(mention.name, True)
    return frozenset(name for name, where in only.items() if where)


def _modifies(s: Sentence, mention: Mention) -> bool:
    """ "| Port Elder | tribal elder Ana Reed": does it belong to what somebody else is called?"""
    spot = mention.last
    while spot < len(s.words) and spot - mention.last < _DESCRIBED and s.words[spot].word.islower():
        spot += 1
    other = s.starts.get(spot)
    described = spot > mention.last and personal(s.low[spot - 1])
    return described and other is not None and other.kind == "person"
