"""Questions of two sentences, of which the second only asks what is said of the first: "Who should pay for
the pier? I need everything on that.", "Do trams pay? Who says so, and with what figures?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked.limits import Line
from rag.asked.matters import matter_of
from rag.asked.reading import question
from rag.asked.rephrasing import composed
from rag.asked.tails import only_asks, words_of
from rag.asked.wording import ASKING, AUXILIARY

_ALL = frozenset("everything everybody everyone all anything anybody anyone whatever any".split())
_CLAIMS = re.compile(
    r"who (?:says|said|claims|claimed|argues|argued|thinks|thought|believes|maintains)"
    r"(?: so| that| it| this)?"
)
_GROUNDS = re.compile(
    r"[\s,;]*(?:and )?(?:(?:with|on|from|by|for|in) (?:what|which)|why|what) ?[\w-]*[\s?.!]*"
)
_ASKS = re.compile(rf"(?:and |so |but )?(?:{ASKING}|{AUXILIARY})")
_WHO_SHOULD = re.compile(
    r"who(?: else)? (?:should|ought to|must|has to|would|could|can|will|shall|is to|are to) .+"
)


def as_one(first: str, second: str, newest: str | None) -> str | None:
    """The one question that both sentences ask; None where the second asks for another thing."""
    line = Line.of(second).part(0)
    if not _ASKS.match(Line.of(first).part(0).folded) or not (_wants_all(line) or _wants_grounds(line)):
        return None
    asked = question(first, newest)
    if asked.kind == "topic" and asked.sure:
        return None
    discussed = Line.of(first).part(0)
    should = _WHO_SHOULD.fullmatch(discussed.folded)
    about = discussed.shown[0].lower() + discussed.shown[1:] if should else matter_of(asked)
    period = None if should else asked.period
    return composed(replace(asked, kind="topic", sought=None, topic=about, period=period))


def _wants_all(line: Line) -> bool:
    """ "Give me everything that was said on that.": whatever there is, and no other thing."""
    words = words_of(line)
    return not _ALL.isdisjoint(words) and not _ASKS.match(line.folded) and all(map(only_asks, words))


def _wants_grounds(line: Line) -> bool:
    """ "Who says so, and with what figures?": not only who."""
    claims = _CLAIMS.match(line.folded)
    return claims is not None and _GROUNDS.fullmatch(line.folded, claims.end()) is not None
