"""What kind of thing a name is the name of: a text that has told of "the Lorne Bank gas field" goes on with
"work on Lorne Bank"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.speech.lexicon import GIVEN_NAMES
from rag.topic.heads import GOVERNMENT, INSTITUTIONS, ORGANS, TITLES, TOWNS

# What is made, found or debated under a name of its own; a town or a person gives its name to other things.
_KIND = (
    r"(?:field|cable|pipeline|interconnector|mine|quarry|reactor|plant|dam|wreck|tunnel|affair|scandal|bill|act"
    r"|project|scheme|rig|platform|terminal|farm|wind farm|reef|islet|sandbank|shoal|deposit|prospect|licence"
    r"|case|inquiry|deal|merger|treaty|accord|pact|link|line|crossing|bridge|barrage|reservoir|satellite|probe)"
)
_NAMED_KIND = re.compile(rf"(?:\s[a-z][a-z-]*){{0,2}}?\s(?P<kind>{_KIND})s?\b")
_ELSEWHERE = re.compile(r"\b(?:in|from|outside|around|of)\s$")  # "in Lorne": of a place
_OTHER = ORGANS | GOVERNMENT | INSTITUTIONS | TOWNS | {"people", "resident", "residents", "council"}
_WORD = re.compile(r"[\w'’.-]+")


def kind_after(name: str, asked: str) -> str:
    """The words that follow a name at the end of a topic and say only what kind of thing it is, or ""."""
    before, _, after = asked.partition(name)
    if before.strip().lower() not in ("", "the"):
        return ""
    found = _NAMED_KIND.fullmatch(after.rstrip(" .?!"))
    return found.group().strip() if found else ""


def is_of_one_kind(name: str, kind: str, sentences: Iterable[str]) -> bool:
    """Whether sentences that hold a name give it with this kind, and never to a place, person or body."""
    given = False
    last = kind.rsplit(" ", 1)[-1]
    for sentence in sentences:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence):
            before, after = _WORD.findall(sentence[: found.start()]), sentence[found.end() :]
            named = _NAMED_KIND.match(after)
            given = given or (named is not None and named["kind"] == last)
            if named:
                continue
            person = before and (before[-1].lower().strip(".") in TITLES or before[-1].lower() in GIVEN_NAMES)
            following = (_WORD.findall(after) or [""])[0].lower()
            if person or following in _OTHER or _ELSEWHERE.search(sentence[: found.start()]):
                return False
    return given
