"""Ordinal numbers as texts write them: "30th" and "thirtieth"."""

from __future__ import annotations

import re

_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split()
_SPELLED = dict(enumerate(_WORDS, 1)) | {10 * ten: word for ten, word in enumerate(_TENS, 2)}
_NUMBERS = {word: number for number, word in _SPELLED.items()}
_IN_FIGURES = r"\d{1,3}(?:st|nd|rd|th)"
ORDINAL = re.compile(rf"(?<![\w-])(?:{_IN_FIGURES}|{'|'.join(_NUMBERS)})(?![\w-])", re.IGNORECASE)


def written_forms(ordinal: str) -> tuple[str, ...]:
    """Every way to write an ordinal that ``ORDINAL`` finds, the one asked for first."""
    asked = ordinal.lower()
    number = _NUMBERS.get(asked) or int(re.sub(r"\D", "", asked))
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    spelled = _SPELLED.get(number)
    return tuple(dict.fromkeys(form for form in (asked, f"{number}{ending}", spelled) if form))
