"""Names that look like persons' and are places': "beating 22 couples in Port Elder"."""

from __future__ import annotations

from collections.abc import Iterable

from rag.clauses import Sentence
from rag.given_names import is_given
from rag.phrases import governor

_WHERE = frozenset("in at near outside".split())


def localities(sentences: Iterable[Sentence]) -> frozenset[tuple[str, ...]]:
    """The names without a title or a given name that stand after words for where, and nowhere else."""
    only: dict[tuple[str, ...], bool] = {}
    for s in sentences:
        for mention in s.names:
            if mention.kind != "person" or mention.role or is_given(mention.name[0].lower()):
                continue
            where = governor(s, 0, mention.first) in _WHERE and not mention.possessive
            only[mention.name] = where and only.get(mention.name, True)
    return frozenset(name for name, where in only.items() if where)
