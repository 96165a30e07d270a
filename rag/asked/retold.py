"""What a house tells that others said: “Bell and Dahl stressed the need for patrols,” said the Ministry."""

from __future__ import annotations

import re

from rag.asked.wording import BODY_LIKE, VOICING, folded

_LISTED = r"(?:(?:,?\sand|,)\s(?:(?:the|[A-Z][\w.’'-]*)\s){0,4}?[A-Z][\w’'-]*){0,4}"  # named beside him
_SAID = re.compile(rf"(?=\w+ed\b|said\b|told\b|spoke\b|brought\b)(?:{VOICING})(?![\w-])")
_NAME = re.compile(r"[A-Z][\w’'-]+")


def is_retold(asked: str, speaker: str | None, text: str) -> bool:
    """Whether the words of a house tell what the person asked for said, alone or with those beside him."""
    name = asked.rsplit(maxsplit=1)[-1] if asked else ""
    if not _NAME.fullmatch(name) or not BODY_LIKE.fullmatch(folded(speaker or "")):
        return False
    theirs = re.compile(rf"(?<!\w){re.escape(name)}{_LISTED},?\s(?:(?:also|both|jointly|all)\s)?(?=[a-z])")
    return any(_SAID.match(text, found.end()) for found in theirs.finditer(text))
