"""Other written forms of a name, where a name occurs, and which names a text holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.documents import Span
from index.words import STOP_WORDS, stems
from rag.topic.enclosing import larger_name
from rag.topic.forms import is_abbreviation, is_east_asian, matcher
from rag.topic.heads import INSTITUTIONS, ORGANS
from rag.topic.states import fold, forms_of

# --- abbreviations ---------------------------------------------------------------------------------

_OPEN, _CLOSE = "(（", ")）"
_PARENTHESIS = re.compile(r"[(（]([^()（）\n]{1,200}(?:\n[^()（）\n]{1,160})?)[)）]")
_OR = re.compile(
    r",\s+(?:or|also known as|known as|abbreviated(?: as)?|called)(?: the)?\s+"
    r"[\"“']?([A-Z][\w&.-]{1,9})[\"”']?(?=[,.;)])"
)
_NAMED_PART = re.compile(
    r"((?:[A-Z][\w&’'.-]*,?\s+(?:(?:of|and|&|for|the)\s+)?){1,7}[A-Z][\w&.-]*)\s*"
    r"[(](?:the\s)?[\"“‘']?([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)[\"”’']?[)]"
)
_QUOTES = " \t\n\"'“”‘’«»„*_[]"
_CLAUSE = re.compile(r"[.;:!?]\s|[,;()（）\"“”]|\n\s*\n|\s[–—-]\s")
_POSSESSIVE = re.compile(r"['’]s?$")
_HEREAFTER = re.compile(
    r"^(?:the|or|also|hereinafter|hereafter|henceforth|aka|a\.k\.a\.)[,:]?\s+", re.IGNORECASE
)


def abbreviations(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Other forms of ``name`` that the texts introduce beside it, the most frequent first.

    "Trans-Pacific Partnership (TPP)", "TPP (Trans-Pacific Partnership)" and "the Coastal Research
    Fellows Program, or CRFP," give the one for the other. A pair counts when the letters of the short
    form are found in the long one by the algorithm of A. Schwartz and M. Hearst, "A Simple Algorithm
    for Identifying Abbreviation Definitions in Biomedical Text" (PSB 2003); when both are forms of one
    state; or, between scripts, when the parenthesis follows the name itself.
    """
    wanted = _comparable(name)
    counts: Counter[str] = Counter()
    for text in texts:
        for long, short, before in _introductions(text):
            if _comparable(short) == wanted:
                counts[long] += 1
            elif _comparable(long) == wanted or _ends_with(before, wanted, long):
                counts[short] += 1
            elif name.startswith(f"{long} "):  # "Rural Roads Fund (RRF) Commission"
                rest = name.removeprefix(long)
                counts.update((f"{long} ({short}){rest}", f"{short}{rest}"))
        for long, short in _called(text):
            if _comparable(short) == wanted or long == name or long.startswith(f"{name} "):
                counts.update((long, short))
        if is_east_asian(name):
            counts.update(_beside(name, text))
    merged: dict[object, str] = {}
    for form, _ in counts.most_common():
        merged.setdefault(_comparable(form), form)
    merged.pop(wanted, None)
    return tuple(merged.values())


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """(long form, short form) for every abbreviation that the text introduces."""
    for long, short, _ in _introductions(text):
        yield long, short


def _introductions(text: str) -> Iterator[tuple[str, str, str]]:
    """(long form, short form, the words that the long form ends)."""
    for match in _PARENTHESIS.finditer(text):
        inner = _HEREAFTER.sub("", re.split(r"[;,]", match[1])[0].strip(_QUOTES)).strip(_QUOTES)
        before = _clause(text, match.start())
        if _is_short(inner):
            yield from _pair(inner, before)
        word = _POSSESSIVE.sub("", before.split()[-1].strip(_QUOTES)) if before else ""
        if _is_short(word) and len(inner.split()) > 1:
            yield from _pair(word, inner, whole=True)
    for match in _OR.finditer(text):
        if _is_short(match[1]):
            yield from _pair(match[1].rstrip("."), _clause(text, match.start()))


def _called(text: str) -> Iterator[tuple[str, str]]:
    """(name, the part of it by which the text goes on): "Halden Marsh Partners LLP (Halden)", but not what is
    said of many: "(the Company)"."""
    for match in _NAMED_PART.finditer(text):
        long, short = (" ".join(part.split()) for part in match.groups())
        parts = short.split()
        if set(parts) < set(re.split(r"[\s,]+", long)) and parts[-1].lower() not in INSTITUTIONS | ORGANS:
            yield long, short


def _pair(short: str, before: str, *, whole: bool = False) -> Iterator[tuple[str, str, str]]:
    long = best_long_form(short, before)
    if long is not None and (not whole or len(long) == len(before)):
        yield _tidy(long), short, before
        return
    for count in range(min(6, len(before.split())), 0, -1):  # "North Korea's (DPRK)": no initials to compare
        name = _tidy(" ".join(before.split()[-count:]))
        if short in forms_of(name):
            yield name, short, before
            return


def _ends_with(before: str, wanted: object, long: str) -> bool:
    """Whether the asked name stands before the abbreviation and ends in the long form.

    "Department of Housing and Urban Development (HUD)" spells only its last words.
    """
    spelled = _comparable(long)
    if not isinstance(wanted, tuple) or not isinstance(spelled, tuple):
        return False
    return wanted[-len(spelled) :] == spelled and tuple(stems(before))[-len(wanted) :] == wanted


def _clause(text: str, end: int) -> str:
    """The words before ``end`` that may hold the long form: no further back than a mark or 15 words."""
    window = text[max(0, end - 200) : end]
    marks = [match.end() for match in _CLAUSE.finditer(window.rstrip())]
    return " ".join(window[marks[-1] if marks else 0 :].split()[-15:]).rstrip(_QUOTES)


def _is_short(form: str) -> bool:
    """Schwartz & Hearst's conditions: two words, ten characters, a letter, an alphanumeric start.

    Beyond them a capital is asked for, which rules out remarks such as "(see below)".
    """
    return (
        2 <= len(form) <= 10
        and len(form.split()) <= 2
        and form[0].isalnum()
        and form[-1] not in ":;"
        and sum(c.isupper() for c in form) >= 2
    )


def best_long_form(short: str, before: str) -> str | None:
    """The shortest ending of ``before`` that spells ``short``; None where there is none.

    Read from right to left, every letter or digit of the short form must be found in order, the first
    one at the start of a word, in at most min(n + 5, 2 n) words.
    """
    letters = [c for c in short if c.isalnum()]
    words = before.split()[-min(len(letters) + 5, 2 * len(letters)) :]
    candidate = " ".join(words)
    at = len(candidate) - 1
    for number, letter in reversed(list(enumerate(letters))):
        while at >= 0 and not _spells(candidate, at, letter, first=number == 0):
            at -= 1
        if at < 0:
            return None
        at -= 1
    begin = candidate.rfind(" ", 0, at + 2) + 1
    earlier = candidate[:begin].split()
    # "Office of Science and Technology Policy (OSTP)": the shortest ending would begin with "of".
    if earlier and candidate[begin].islower() and earlier[-1][0] == letters[0]:
        begin -= len(earlier[-1]) + 1
    found = candidate[begin:]
    # A long form is longer than its short form and does not hold it.
    if len(found) <= len(short) or re.search(rf"(?<!\w){re.escape(short)}(?!\w)", found):
        return None
    if " " not in found and "-" not in found and len(letters) > 2 and short.isupper():
        return None  # ours, not theirs: ASCA is hardly "Association"
    return found


def _spells(candidate: str, at: int, letter: str, *, first: bool) -> bool:
    if candidate[at].casefold() != letter.casefold():
        return False
    return not first or at == 0 or not candidate[at - 1].isalnum()


def _beside(name: str, text: str) -> Iterator[str]:
    """What stands in a parenthesis right behind the name, or right before one that holds it."""
    for match in _PARENTHESIS.finditer(text):
        inner, before = match[1].strip(_QUOTES), text[max(0, match.start() - 80) : match.start()].rstrip()
        if before.endswith(name) and _is_short(inner):
            yield inner
        word = re.search(r"[A-Z][\w&.-]{1,9}$", before)
        if inner == name and word and _is_short(word.group()):
            yield word.group()


def _tidy(name: str) -> str:
    return _POSSESSIVE.sub("", name.strip(_QUOTES + ",")).strip(_QUOTES)


def _comparable(form: str) -> object:
    """What two spellings of one name share: "Pacific Island Forum’s" and "the Pacific Islands Forum"."""
    if is_abbreviation(form) or form.isupper():
        return form.replace(".", "")
    return tuple(stems(form)) or fold(form)


# --- occurrences -----------------------------------------------------------------------------------

# The address of a page, a mailbox or a file: no words of a text.
_ADDRESS = re.compile(
    r"://|\bwww\.|\w@\w|\w\.(?:com|org|net|gov|html?|php|pdf|jpe?g|png|gif|webp)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class Occurrence(Span):
    """Where a name stands in a text, possessive ending left out.

    inside: the larger name that it is only a part of ("South China Sea" for China), or None.
    """

    inside: str | None = None


def occurrences(forms: Sequence[str], text: str) -> list[Occurrence]:
    """Where any of the forms stands in the text as a whole word, in order and non-overlapping.

    The longest form wins. Case does not matter except for abbreviations (US, WHO) and names that are
    words as well (Turkey). Addresses of pages and files are not words of a text.
    """
    return list(_occurrences(tuple(forms), text)) if forms else []


@lru_cache(maxsize=4096)  # a question looks at a sentence three times
def _occurrences(forms: tuple[str, ...], text: str) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(start, end, larger_name(text, start, end, forms))
        for start, end in matcher(forms).spans(text)
        if not _in_address(text, start, end) and not _shouted(text, start, end)
    )


def _in_address(text: str, start: int, end: int) -> bool:
    low, high = max(0, start - 200), end + 80
    before = re.split(r"[\s<>()\[\]\"]", text[low:start])[-1]
    after = re.split(r"[\s<>()\[\]\"]", text[end:high], maxsplit=1)[0]
    return _ADDRESS.search(before + text[start:end] + after) is not None


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation that is a word as well stands among words in capitals: "TELL US NOW"."""
    form = text[start:end]
    if form.casefold() not in STOP_WORDS or not form.isupper():
        return False
    before = re.search(r"([^\W\d_]+)\W{1,2}$", text[max(0, start - 40) : start])
    after = re.match(r"\W{1,2}([^\W\d_]+)", text[end : end + 40])
    beside = [match[1] for match in (before, after) if match]
    return bool(beside) and all(word.isupper() for word in beside)


# --- names -----------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z]\.|(?:St|Mt|Ft|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov)\.|[^\W_]+(?:['’.&-][^\W_]+)*"
)
_PARTICLES = frozenset("of the de la le du da do dos van von der den bin al el for and & y di".split())
_SENTENCE_START = re.compile(r"(?:^|[.!?…:][\"”’)\]]*\s+|\n\s*\n)[\W_]*$")
_ADVERBS = frozenset(
    """today yesterday tomorrow now then however meanwhile moreover furthermore finally additionally first
    second third last next later earlier recently thank thanks good yes well okay please let regarding
    according asked given despite together tonight""".split()
)


def names(text: str) -> list[Span]:
    """The capitalised names of a text, each as long as it goes: "Ministry of Foreign Affairs of Japan".

    A function word that opens a sentence is not one; neither is a single word there that the text also
    writes without a capital.
    """
    found: list[Span] = []
    run: list[re.Match[str]] = []
    small = {match.group() for match in _TOKEN.finditer(text) if match.group()[0].islower()}
    for match in _TOKEN.finditer(text):
        word = match.group()
        if run and not _continues(text, run, match):
            _close(text, run, small, found)
            run = []
        if word[0].isupper() or (run and word.casefold() in _PARTICLES):
            run.append(match)
        else:
            _close(text, run, small, found)
            run = []
    _close(text, run, small, found)
    return found


def _continues(text: str, run: Sequence[re.Match[str]], match: re.Match[str]) -> bool:
    before = run[-1]
    # "and" parts two names, except in the field of an institution: Ministry of Health and Welfare.
    if before.group() in ("and", "&") and not any(m.group().casefold() in ORGANS | INSTITUTIONS for m in run):
        return False
    if before.group() == "the" and len(run) > 1 and run[-2].group() == "and":
        return False
    gap = text[before.end() : match.start()]
    return re.fullmatch(r"[^\S\n]*\n?[^\S\n]*|[-–]", gap) is not None and not before.group().endswith(
        ("'s", "’s")
    )


def _close(text: str, run: list[re.Match[str]], small: set[str], found: list[Span]) -> None:
    """Adds the run without function words at its start and particles at its end."""
    while run and run[-1].group()[0].islower():
        run = run[:-1]
    while run and _is_opener(text, run, small):
        run = run[1:]
        while run and run[0].group()[0].islower():
            run = run[1:]
    if run:
        end = run[-1].end()
        last = run[-1].group()
        found.append(Span(run[0].start(), end - 2 if last.endswith(("'s", "’s")) else end))


def _is_opener(text: str, run: list[re.Match[str]], small: set[str]) -> bool:
    word = run[0].group()
    low = word.casefold()
    if low == "i" or low.startswith(("i'", "i’")):
        return True
    if word.isupper() and len(word) > 1 and low not in small:
        return False
    if low in STOP_WORDS or low in _ADVERBS:
        return True
    opens = _SENTENCE_START.search(text, max(0, run[0].start() - 12), run[0].start()) is not None
    return len(run) == 1 and low in small and (opens or run[0].start() == 0)
