"""What a body is called in full in a text that is headed with its name, and goes on with "the Agency"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rag.quotes import Statement
from rag.speech.letterheads import cased
from rag.speech.lexicon import BODIES, is_role

_LONGEST = 8  # words of a name
# "BUS DRIVERS BEAT COMPANY", "UNION BEATS BUS COMPANY": a headline has its verb; a name joins its plurals.
_MAY_TELL = re.compile(r"[^\W\d_]+S (?!(?:AND|OF|FOR|&) )")


def in_full(found: Iterable[Statement], flat: str) -> Iterator[Statement]:
    """The statements, of a body by its full name where the first line of the text is that, in capitals."""
    line = next(filter(None, (line.strip(" #*_\t") for line in flat.splitlines())), "")
    words = line.lower().split()
    headed = 1 < len(words) <= _LONGEST and line.isupper() and words[-1] in BODIES
    if not headed or any(map(is_role, words)) or _MAY_TELL.search(line):
        yield from found
        return
    for said in found:
        alone = (said.speaker or "").lower() == words[-1]
        yield replace(said, speaker=cased(line, flat)) if alone else said
