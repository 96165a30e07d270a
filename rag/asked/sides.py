"""What the sides of a matter say of it: "…, depending on whom you ask", "The quarry: who likes it?"."""

from __future__ import annotations

import re

from rag.asked.limits import Line
from rag.asked.tails import asks_who_said, only_asks, words_of
from rag.asked.wording import one_of

_EACH = re.compile(
    r",? (?:depending on (?:who|whom|which side) (?:you|one) (?:ask|asks|believe|believes|listen to|hear)"
    r"|(?:according to|in the (?:words|views?|opinions?|eyes|version) of|going by) (?:each|both|either)"
    r"(?: of)?(?: [\w-]+){1,4}|(?:on|from) (?:each|both|either) sides?(?: of [\w' -]+)?"
    r"|as each (?:[\w-]+ )?(?:sees|tells|puts|has) it)$"
)
_POINTS_BACK = re.compile(
    r".*\b(?:it|them|him|her|that|this|these|those|they|either|each|anyone|anybody|everyone's?|everybody's?"
    r"|(?:each|both|either|every|the two)(?: of the)? (?:side|party|camp|country|government)s?(?:'s?)?)\b.*"
)
# What is asked of something named before: help, blame, likes and dislikes, a version of events.
_OF_ONE = re.compile(
    one_of(
        """like(?:s|d)?, want(?:s|ed)?, hate(?:s|d)?, against, behind, happy, unhappy, angry, keen, worried,
        afraid, version, events, story, account, help(?:s|ed|ing)?, looking, look, care(?:s|d)?, caring,
        protect(?:ed|ing|s)?, planned, being, done, wrong, right, fault, blame(?:d|s)?, sorry, bad, good,
        idea, pushback, trouble, worth, serious(?:ly)?, taking, seen, see, matter, problem, worry, fair,
        mind(?:s|ed)?, bother(?:s|ed)?"""
    )
)


def asked_of_each(line: Line) -> tuple[Line, bool]:
    """The question without what asks it of several who may disagree, and whether anything does."""
    match = _EACH.search(line.folded)
    return (line.part(0, match.start()), True) if match and match.start() else (line, False)


def asks_of_head(tail: Line) -> bool:
    """Whether a question only points to what was named before it, and asks what is said of that."""
    if not _POINTS_BACK.fullmatch(tail.folded) or asks_who_said(tail):
        return False
    written = (word.removesuffix("'s") for word in words_of(tail))
    return all(only_asks(word) or _OF_ONE.fullmatch(word) for word in written)
