"""A written form as a pattern: how the name of something may stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.topic.states import state_of

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_BLANK = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"  # at most one line end: a name may be wrapped, not torn
_JOINT = rf"(?:{_BLANK}|[-‐‑–])"
_APOSTROPHES = "['’‘ʼ`]"
# Names that are ordinary words without their capital.
_WORDS_TOO = frozenset(
    "turkey china polish pole guinea swede chad turk scot job mobile nice reading march".split()
)
_LONG_NAME = 2  # blanks
_BRACKETED = r"(?:\s\([a-z]{2,8}\))?"  # "Harbour Insurance (HI) Trust Fund" is that fund
_MARKED = re.compile("[\u00c0-\u017f]")  # Latin letters with a mark
_WORD_START = re.compile(r".[^\W_]*", re.DOTALL)
_WORD_END = re.compile(r"[^\W\d_]{3}$")


def is_east_asian(form: str) -> bool:
    return _EAST_ASIAN.search(form) is not None


def is_abbreviation(form: str) -> bool:
    """Whether only capitals make the form what it is: "US", "U.S.", "WHO", "G20"."""
    return any(c.isupper() for c in form) and form == form.upper() and " " not in form


def compiled(forms: tuple[str, ...], text: str) -> re.Pattern[str]:
    """What finds any of the forms in a text, the first of them that fits.

    The letters with marks that a plain one stands for take most of the time of making it, so they are left
    out for a text that has none.
    """
    return _compiled(forms, _MARKED.search(text) is not None)


@lru_cache(maxsize=1 << 12)
def _compiled(forms: tuple[str, ...], marks: bool) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(form, marks) for form in forms) or r"(?!)")


@lru_cache(maxsize=1 << 12)
def _pattern(form: str, marks: bool) -> str:
    """A regular expression for the form as a whole word, without group and without flags.

    It stands for every case, apostrophe, hyphen or blank, wrapped line and plural ending, and with marks for
    every accent. Case matters for abbreviations, and the first letter's where a name is a common word
    ("turkey"). East Asian forms are matched wherever they stand, since nothing parts their words.
    """
    form = " ".join(form.split())
    if not form:
        return r"(?!)"
    if is_east_asian(form):
        return re.escape(form)
    if _INITIALS.fullmatch(form):
        # "U. S." and "U.S" too.
        body = r"\.[^\S\n]?".join(map(re.escape, form.rstrip(".").split("."))) + r"(?:\.|(?![\w.]))"
        return rf"(?<!\w)(?<!\w\.){body}(?!\w)"
    if is_abbreviation(form):
        return rf"(?<!\w){_abbreviated(form)}s?(?!\w)(?!\$)"
    letters = [_character(character, marks) for character in form]
    if form.count(" ") >= _LONG_NAME:
        letters = [_BRACKETED + letter if letter == _JOINT else letter for letter in letters]
    if form[0].isupper() and form.casefold() in _WORDS_TOO:
        return rf"(?<!\w){re.escape(form[0])}(?i:{''.join(letters[1:])}{_plural(form)})(?!\w)"
    return rf"(?i:(?<!\w){''.join(letters)}{_plural(form)}(?!\w))"


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds any of some forms in a text.

    exact and small: strings one of which begins every match, in the text as it is and in the text in
    lower case, each with the numbers of the forms that begin so. Looking for them first makes the scan
    some ten times faster than the pattern alone, and of most forms no pattern is ever made.
    """

    forms: tuple[str, ...]
    exact: Mapping[str, Sequence[int]]
    small: Mapping[str, Sequence[int]]

    def spans(self, text: str, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
        """Non-overlapping matches in order, the longest form first; those between two places, if given."""
        last = len(text) if last is None else last
        within = text[first:last]
        lower = within.lower()
        if len(lower) != len(within) or _MARKED.search(within):
            for found in compiled(self.forms, within).finditer(text, first, last):
                yield found.span()
            return
        starts = defaultdict[int, set[int]](set)
        for where, keys in ((within, self.exact), (lower, self.small)):
            for key, numbers in keys.items():
                for at in _positions(where, key):
                    starts[first + at].update(numbers)
        reached = first
        for at in sorted(starts):
            if at >= reached and (end := self._end(text, at, last, starts[at])) is not None:
                reached = end
                yield at, end

    def _end(self, text: str, at: int, last: int, numbers: Iterable[int]) -> int | None:
        for number in sorted(numbers):
            if match := _compiled(self.forms[number : number + 1], marks=False).match(text, at, last):
                return match.end()
        return None


@lru_cache(maxsize=512)
def matcher(forms: Sequence[str]) -> Matcher:
    """The matcher of a tuple of forms."""
    longest_first = tuple(sorted({form for form in forms if form.strip()}, key=lambda form: (-len(form), form)))
    exact, small = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for number, form in enumerate(longest_first):
        if _INITIALS.fullmatch(form):
            exact[form[:2]].append(number)
        elif is_abbreviation(form):
            exact[re.split(r"[-‐‑–]", form)[0]].append(number)
            exact[form.capitalize()[:4]].append(number)
        elif is_east_asian(form):
            exact[form].append(number)
        else:
            small[_WORD_START.match(_unmarked(form.strip().lower()))[0]].append(number)  # type: ignore[index]
    return Matcher(longest_first, exact, small)


def _positions(text: str, key: str) -> Iterator[int]:
    at = text.find(key)
    while at >= 0:
        yield at
        at = text.find(key, at + 1)


def _unmarked(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _abbreviated(form: str) -> str:
    body = "".join(_JOINT if c in "-‐‑–" else re.escape(c) for c in form)
    # Newspapers write the ones that are spoken as words with one capital: Nato, Asean.
    return f"(?:{body}|{form.capitalize()})" if form.isalpha() and len(form) > 3 else body


def _plural(form: str) -> str:
    state = state_of(form)
    if not _WORD_END.search(form) or (state and form in state.names):
        return ""  # "Frances" and "Chiles" are people; "the two Koreas" is the plural of no single state
    last = form[-1].casefold()
    if last == "s":
        return "(?:es)?" if form.casefold().endswith("ss") else ""
    return "(?:e?s)?" if last in "hxzo" else "s?"


def _character(character: str, marks: bool) -> str:
    if character.isspace() or character in "-‐‑–":
        return _JOINT
    if character in "'’‘ʼ`":
        return _APOSTROPHES
    if character == ".":
        return r"\.?"
    plain = unicodedata.normalize("NFKD", character)[0].casefold()
    others = _accented().get(plain)
    if others:
        return f"[{plain}{others}]" if marks else plain
    return re.escape(character)


@lru_cache(maxsize=1)
def _accented() -> dict[str, str]:
    """Latin letters with a mark, under the letter without it."""
    found: dict[str, str] = defaultdict(str)
    for code in range(0xC0, 0x180):
        decomposed = unicodedata.normalize("NFKD", chr(code))
        if len(decomposed) > 1 and decomposed[0].isascii() and decomposed[0].islower():
            found[decomposed[0]] += chr(code)
    return dict(found)
