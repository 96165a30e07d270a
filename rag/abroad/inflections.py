"""The forms of words in German, French, Spanish, Italian, Portuguese and Dutch, and what compounds hold.

The rules are those of a learner's grammar for nouns and adjectives; they make a few forms that nobody
writes, which find nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LATIN = ("de", "fr", "es", "it", "pt", "nl")
COMPOUNDING = ("de", "nl")
# Endings that take the place of others; "" stands for the word as it is.
_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        ("", "s x"),
        ("e", "ee ees"),
        ("ais", "aise aises"),
        ("ois", "oise oises"),
        ("ain", "aine aines"),
        ("ant", "ante antes"),
        ("ent", "ente entes"),
        ("uit", "uite uites"),
        ("al", "aux ale ales"),
        ("au", "aux"),
        ("el", "elle elles"),
        ("en", "enne ennes"),
        ("er", "ere eres"),
        ("if", "ive ives"),
        ("eux", "euse euses"),
        ("eur", "euse euses rice rices"),
        ("teur", "trice trices"),
        ("c", "que ques"),
        ("s", " e es"),
        ("x", ""),
        ("aux", "al"),
    ),
    "es": (
        ("", "s es"),
        ("o", "a os as"),
        ("z", "ces"),
        ("or", "ora oras"),
        ("es", "esa esas eses "),
        ("on", "ona onas"),
        ("s", ""),
        ("os", "o a as"),
    ),
    "it": (
        ("a", "e i o"),
        ("e", "i a"),
        ("i", "o e a"),
        ("o", "i a e"),
        ("io", "i ie ia"),
        ("co", "chi che ca ci"),
        ("go", "ghi ghe ga gi"),
        ("ca", "che"),
        ("ga", "ghe"),
        ("cia", "ce"),
        ("gia", "ge"),
    ),
    "pt": (
        ("", "s es"),
        ("o", "a os as"),
        ("ao", "oes aos aes a as"),
        ("al", "ais"),
        ("el", "eis"),
        ("il", "is"),
        ("ol", "ois"),
        ("m", "ns"),
        ("or", "ora oras"),
        ("es", "esa esas eses "),
        ("s", ""),
        ("os", "o a as"),
        ("oes", "ao"),
        ("ais", "al"),
        ("eis", "el"),
        ("eu", "eia eias"),
    ),
    "nl": (
        ("", "s e en n er ers ere"),
        ("f", "ven ve"),
        ("s", "zen ze"),
        ("en", " s e"),
        ("heid", "heden"),
    ),
    "de": (
        ("", "e en n er ern es s em ens in innen se ses"),
        ("e", "er es em en"),
        ("en", "e t te ten  s es"),
    ),
}
_DOUBLED = re.compile(r"([aeou])\1([bcdfgklmnprst])$")  # Dutch "school", "scholen"
_SHORT_VOWEL = re.compile(r"(?<![aeiou])[aeiou]([bdfgklmnprst])$")  # "brug", "bruggen"
_VOWEL_SHORTENED = re.compile(r"(?<![aeiou])([aeou])([bdfgklmnprst])en$")  # "muren" of "muur"
# What a longer word may go on with and be no compound: it is derived, "Steuerung" from "Steuer".
_DERIVED = re.compile(
    r"(?:ung|lich|bar|los|haft|isch|ig|keit|heit|schaft|ler|ner|ier|iert|ieren|chen|lein|tum|te[nrsm]?|end|sam"
    r"|ing|lijk|baar|loos|achtig|schap|je|tje|isch)"
)
_LEAST_CORE, _LEAST_REST = 5, 3  # letters of a word that is found in compounds, and of what stands beside it
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text folded, each with its place; parted at apostrophes and hyphens."""
    return [(fold(found.group()), *found.span()) for found in _TOKEN.finditer(text)]


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """In small letters, without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold().replace("ß", "ss"))
    return "".join(part for part in parts if not unicodedata.combining(part))


@lru_cache(maxsize=1 << 15)
def forms(word: str, language: str) -> frozenset[str]:
    """The forms of a folded word, itself among them."""
    found = {word}
    if len(word) < _LEAST_REST:
        return frozenset(found)  # "Ei" is no part of "ein"
    for ending, others in _ENDINGS[language]:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        # An ending may only be taken away, or another put in its place, from a word that stays one.
        if ending and len(word) < len(ending) + 3:
            continue
        bare = word.removesuffix(ending) if ending else word
        found.update(bare + other for other in others.split(" "))
    if language == "nl":
        found.update(_dutch(word))
    return frozenset(found)


def _dutch(word: str) -> Iterator[str]:
    if _DOUBLED.search(word):
        yield _DOUBLED.sub(r"\1\2en", word)
    if _SHORT_VOWEL.search(word):
        yield f"{word}{word[-1]}en"
        yield f"{word}{word[-1]}e"
    if _VOWEL_SHORTENED.search(word):
        yield _VOWEL_SHORTENED.sub(r"\1\1\2", word)


def core(word: str, language: str) -> str:
    """What all compounds with a folded word have in common: "frag" of "frage"."""
    if language == "de" and len(word) > _LEAST_CORE:
        return word.removesuffix("en") if word.endswith("en") else word.removesuffix("e")
    return word


def is_compound(token: str, word: str, language: str, parts: frozenset[str]) -> bool:
    """Whether a folded word holds another as a part: "gewerbesteuer" does "steuer".

    parts: words that make compounds even with a short one ("gas" in "gaspreis").
    """
    at = token.find(core(word, language))
    if at < 0 or language not in COMPOUNDING:
        return False
    before = token[:at]
    for form in sorted(forms(word, language), key=len, reverse=True):
        if not token.startswith(form, at):
            continue
        after = token[at + len(form) :]
        if len(word) >= _LEAST_CORE:
            joined = len(after) >= _LEAST_REST and not _DERIVED.match(after)
            if (not after or joined) and (not before or len(before) >= _LEAST_REST):
                return bool(before or after)
        elif (not before and after in parts) or (not after and len(word) > _LEAST_REST and before in parts):
            return True
    return False


def split(token: str, known: frozenset[str], *, whole: bool = True) -> list[str] | None:
    """The parts of a compound, all of which are known words; None where it is none of those.

    whole: a rest that is known as it is need not be parted again.
    """
    for at in range(len(token) - _LEAST_REST, _LEAST_REST - 1, -1):
        first = next((one for one in _unlinked(token[:at]) if one in known), None)
        if first is None:
            continue
        rest = token[at:]
        more = [rest] if whole and rest in known else split(rest, known, whole=whole)
        more = [rest] if more is None and rest in known else more
        if more is not None:
            return [first, *more]
    return None


def _unlinked(part: str) -> Iterator[str]:
    """The part, and what it may be without the letters that join it to the next: "arbeit" of "arbeits"."""
    yield part
    for link in ("s", "es", "n", "en", "er", "e"):
        if part.endswith(link) and len(part) - len(link) >= _LEAST_REST:
            yield part.removesuffix(link)
    yield f"{part}e"
