"""What stands in a record between the speeches and is nobody's words: votes, times, stage directions."""

from __future__ import annotations

import re

_LONGEST_MATTER = 200  # characters, white space included
_LONGEST_HEADING = 90
# The formulas of Erskine May and of UN meeting records, and those of Congress and of earnings calls.
_PROCEEDINGS = re.compile(
    r"""(?:Question[ ](?:put|accordingly|agreed|again|negatived)\b|Division[ ]No\b
    |Debate[ ](?:adjourned|resumed)
    |(?:The[ ])?(?:House|Committee|Council|Assembly|Senate|Chamber|Commission)[ ](?:divided|adjourned|rose)\b
    |(?:The[ ])?(?:[Mm]otion|[Aa]mendment|[Bb]ill|[Cc]lause|[Rr]esolution|[Oo]rdinance|[Ss]chedule)
    s?\b[^.\n]{0,80}?
    \b(?:agreed[ ]to|read[ ](?:a|the)\b|carried|negatived|defeated|withdrawn|adopted|rejected|passed)
    |(?:The[ ])?(?:meeting|sitting|session|hearing|agenda)[ ]
    (?:was[ ])?(?:rose|adjourned|concluded|suspended|resumed|adopted|called[ ]to[ ]order)\b
    |(?:Ayes|Noes|Yeas|Nays)\b|Adjourned\b|A[ ](?:recorded[ ]|roll-call[ ])?vote[ ]was[ ](?:taken|requested)\b
    |It[ ]was[ ]so[ ]decided\b|Documents?,[ ]by[ ]leave,|Papers?[ ]laid\b
    |The[ ](?:\w+[ ])?clerk[ ](?:proceeded|read|called|reported|will[ ]report)\b
    |[^!?\n]{2,60}[ ](?:interjecting|rose)[ ]?[—–-]+\s*$
    |(?:Prepared[ ][Rr]emarks|Questions?[ -](?:and|&)[ -]Answers?(?:[ ][Ss]ession)?
    |Call[ ][Pp]articipants|Duration)[ ]?(?::|$))""",
    re.VERBOSE | re.MULTILINE,
)
_BRACKETED = re.compile(
    r"\((?:[^()\n]|\([^()\n]{1,30}\)){1,160}\)|\[[^\[\]\n]{1,160}\]|〔[^〔〕\n]{1,60}〕|（[^（）\n]{1,40}）"
)
_CLOCK = re.compile(r"(?:END )?\d{1,2}[:.]\d\d ?[AaPp]\.?[Mm]\.?")
_SMALL = frozenset("of the and for de von van der bin al in on to a an by with at".split())


def is_proceeding(flat: str, start: int, end: int) -> bool:
    """Does a paragraph tell what was done, as "Question put and agreed to" does?"""
    return _PROCEEDINGS.match(flat, start, end) is not None


def is_heading(text: str) -> bool:
    """Is this a heading as records print it: short, without a stop, in capitals or with each word capital?"""
    words = text.split()
    if not words or len(text) > _LONGEST_HEADING or text.rstrip()[-1:] in '.!?…"”’,;:—–-':
        return False
    letters = [word for word in words if any(c.isalpha() for c in word)]
    return bool(letters) and all(
        word.lstrip("“\"'([")[:1].isupper() or word in _SMALL or not word[0].isalpha() for word in letters
    )


def is_shouted(text: str) -> bool:
    """Is this a heading of more than one word in capitals alone?"""
    plain = " ".join(text.split())
    return (
        " " in plain and len(plain) <= _LONGEST_MATTER and plain.isupper() and plain[-1:] not in '.!?…"”’—–-'
    )


def is_matter(text: str) -> bool:
    """Is this paragraph no speech but a time, a rule, a stage direction or a mark of the end?"""
    if len(text) > _LONGEST_MATTER:
        return False
    plain = " ".join(text.split()).strip("* ")
    if _BRACKETED.fullmatch(plain) or (plain[:1] in "([" and plain[-1:] in ")]" and plain.upper() == plain):
        return True
    plain = plain.strip("*()[] ")
    if not any(c.isalpha() for c in plain) or _CLOCK.match(plain) is not None:
        return True
    return plain.strip(".# ").lower() in ("end", "end text", "end transcript")
