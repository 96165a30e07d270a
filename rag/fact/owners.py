"""A fact of a body or a place, asked of the documents that are its own: they say "the policy rate", and it is
theirs.

"What is the policy rate of the Bank of Norland?" is read as "What is the policy rate?" in documents that the
Bank of Norland heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.collection import Collection
from index.documents import Span
from index.words import stems
from rag.asked.scope import Scope, head
from rag.questions import Question
from rag.topic import states
from rag.topic.name_forms import names_in

# "… of the Bank of Norland", "… in Port Halvar"
_BEHIND = re.compile(r",? (?:of|in|at|for|by) (?:the )?$")
_POSSESSIVE = re.compile(r"['’]s? ")


def in_own_documents(
    question: Question, scope: Scope, collection: Collection
) -> Iterator[tuple[Question, Scope]]:
    """The question without the name of a body or a place, and of the documents in scope those that it heads.

    Of a state a document says little by being headed by it: others may be spoken of there as well.
    """
    asked = question.searched
    for name in names_in(asked) if question.kind == "fact" else ():
        written = asked[name.start : name.end]
        shorter = _without(asked, name)
        own = _headed(written, scope, collection) if shorter and not states.found_in(written) else frozenset()
        if own:
            at = question.topic.find(written)
            topic = _without(question.topic, Span(at, at + len(written))) if at >= 0 else ""
            asked_there = replace(question, searched=shorter, topic=topic or question.topic)
            yield asked_there, replace(scope, numbers=own, words=f"{scope.words} {written}")


def _without(asked: str, name: Span) -> str:
    """A question, or its topic, without a name in it; empty where the name is more than whose it is."""
    before, after = asked[: name.start], asked[name.end :]
    if owned := _POSSESSIVE.match(after):
        the = "" if before.lower().endswith("the ") else "the "
        return f"{before}{the}{after[owned.end() :]}"
    if behind := _BEHIND.search(before):
        return f"{before[: behind.start()]}{after}"
    return ""


def _headed(name: str, scope: Scope, collection: Collection) -> frozenset[int]:
    """The documents in scope whose title or first words hold a name."""
    wanted = frozenset(stems(name))
    near = scope.numbers & collection.with_words(sorted(wanted)) if wanted else ()
    return frozenset(number for number in near if wanted.issubset(stems(head(number, collection))))
