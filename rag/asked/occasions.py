"""On the sidelines of which event something was: what a text says it was "on the occasion of"."""

from __future__ import annotations

import re

_ASIDE = r"(?:on|at|in) the (?:sidelines?|side-lines?|margins?|fringes?|edges?|occasion) of"
_ASKS = re.compile(rf"\b{_ASIDE} (?:which|what)\b|^(?:which|what)\b.*\b{_ASIDE}\W*$", re.IGNORECASE)
_LEAD = re.compile(rf"\b{_ASIDE} (?=(?:which|what)\b)", re.IGNORECASE)
# "Which summit did they meet on the sidelines of?"
_AT_END = re.compile(
    rf"(?P<which>(?:which|what) [^,]+?) (?P<rest>(?:did|do|does|was|were|has|have|had) .+?) {_ASIDE}\W*",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b{_ASIDE}\s(?:(?:the|an?|this year['’]s|last year['’]s)\s)?(?P<event>[^,;:.!?]+?)"
    r"(?=[,;:.!?]|\s(?:held|hosted|where|which|that|when|who|as|to|and|on|this|last|next|yesterday|today|earlier)\b|$)",
    re.IGNORECASE,
)


def asks_occasion(question: str) -> bool:
    """Whether a question asks on the sidelines of what something was."""
    return _ASKS.search(question) is not None


def occasions_in(text: str) -> list[str]:
    """The events that a text says something was on the sidelines, or on the occasion, of."""
    return [found["event"] for found in _TOLD.finditer(" ".join(text.split()))]


def in_other_words(question: str) -> str:
    """Such a question in the words that documents use most; "" for any other."""
    at_end = _AT_END.fullmatch(question)
    if at_end:
        which = at_end["which"]
        return f"On the occasion of {which[0].lower()}{which[1:]} {at_end['rest']}?"
    return _LEAD.sub("On the occasion of ", question, count=1) if asks_occasion(question) else ""
