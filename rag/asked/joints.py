"""Whether the parts of a question that a model finds tear apart what the question joins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.documents import Span
from rag.asked.wording import ASKING, AUXILIARY
from rag.topic.name_forms import names_in

_AND = re.compile(r" and ", re.IGNORECASE)
# A noun phrase by itself: what a whole question joins can be two questions, or no things at all.
_NO_THING = rf"{ASKING}|{AUXILIARY}|to|i|we|me|my|and (?:on|at|in|by|about|from|not)|pros?|cons?"
_PLAIN = re.compile(
    rf"(?!.*(?<!\w)(?:{_NO_THING})(?!\w))"
    r"(?:[^,:;?!()–—.]|\.(?=\w)|(?<= v)\.|(?<=\b[A-Z])\.|(?<= vs)\."
    r"|,(?= (?:the |an? )?[a-z]+(?: [a-z]+)?(?:,| and )))+[\s?.!]*",
    re.IGNORECASE,
)
_JOINED = re.compile(r" (?:and|&|v|vs)\.? ", re.IGNORECASE)
# "Dahl | and Berg on herring": up to the preposition stand those whose words are asked for.
_ON = re.compile(r"(?P<more>(?: [\w.'’-]+){0,5}?) (?:on|about|regarding|over) (?P<topic>\S.*?)[\s?.!]*")

_GOES_ON = re.compile(r"(?<!\w)(?:and|or|&) (?:the |an? )?$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:the|an?) $", re.IGNORECASE)


def tears(text: str, parts: Iterable[Span]) -> bool:
    """Whether a name, or what an "and" joins, is cut: "insulin prices and the $35 | cap"."""
    found = list(parts)
    names = [name for name in names_in(text) if _JOINED.search(text, name.start, name.end)]
    if any(one.overlaps(name) and not one.contains(name) for one in found for name in names):
        return True
    joints = (Span(*joint.span()) for joint in _AND.finditer(text) if _PLAIN.fullmatch(text))
    return any(not any(one.start < at.start and at.end < one.end for one in found) for at in joints)


def mended(topic: str, speaker: str, first: str) -> tuple[str | None, str]:
    """Whose words are asked for, where anybody's are, and on what, of a topic that is torn.

    speaker, first: the words that were found for a speaker, and for a topic.
    """
    at = topic.find(speaker) if speaker else -1
    match = _ON.fullmatch(topic, at + len(speaker)) if at >= 0 else None
    if match:
        return topic[at : match.end("more")], match["topic"]
    # "anything in there on | ferries | and the hostages"
    before = topic[: max(0, topic.find(first))]
    return None, topic if _GOES_ON.search(before) else topic.removeprefix(_ARTICLE.sub("", before))
