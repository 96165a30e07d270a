"""Transcripts: who has the floor, from one ``NAME:`` to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from index.documents import Span
from rag import lexicon
from rag.cast import Cast
from rag.quotes import Statement

_CAPITALS = re.compile(
    r"(?P<label>(?:THE )?[A-Z][A-ZÀ-Þ.'’‑-]*(?: [A-Z&][A-ZÀ-Þ.,'’‑-]*){0,7})"
    r"(?: ?[(\[][^()\[\]\n]{1,60}[)\]])?(?: ?:|(?<=[A-Z])\.(?=  ))(?=[ \n])"
)
_MIXED = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.'’‑-]*(?: (?:[A-ZÀ-Þ][\w.'’‑-]*|of|the|de|von|van|bin|al)){0,6})"
    r"(?: ?[(\[][^()\[\]\n]{1,60}[)\]])?:(?=[ \n])"
)
_QUESTION = re.compile(r"(?P<label>Q(?:UESTION|uestion)?|REPORTER|Reporter)(?: ?[:.](?=[ \n])|(?=  )|(?=\n))")
_NO_SPEAKER = frozenset(
    """
    fact facts myth hoax to from subject cc re date time note notes update warning background where when who
    what why how example question answer summary issue action result status location contact media
    sentence offense commutation grant highlights key policy purpose goal objective claim reality truth
    before after first second third finally today program sources source photo video watch read icymi
    whereas resolved section sec title part chapter article
    """.split()
)
_CLOCK = re.compile(r"(?:END )?\d{1,2}[:.]\d\d ?[AaPp]\.?[Mm]\.?")
_LONGEST_MATTER = 200  # characters, white space included
_LONGEST_LABEL = 6  # words
_TWO = 2  # speakers in a conversation
_STATION = re.compile(r"[A-Z]{2,3}|[WK][A-Z]{3}(?:-TV)?|MSNBC|NPR")
_EARLY = 8  # paragraphs before the first turn of a transcript
_DENSE = 0.15  # share of the paragraphs that open with a label, in a transcript without titles
_MANY = 3  # turns under mixed-case names that make a transcript


class Turn(NamedTuple):
    """One turn of a transcript.

    label: as printed, "" for an unnamed questioner. words: offset of its first word. paragraph: the
    number of its first paragraph.
    """

    label: str
    words: int
    paragraph: int


def turns(flat: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The turns of a transcript, in order; empty for any other kind of text."""
    capital, mixed = _found(flat, paragraphs, _CAPITALS), _found(flat, paragraphs, _MIXED)
    asked = [turn._replace(label="") for turn in _found(flat, paragraphs, _QUESTION)]
    for spoken in (capital, mixed):
        named = _genuine(spoken, len(paragraphs), mixed_case=spoken is mixed)
        everyone = {turn.paragraph: turn for turn in [*named, *asked]}
        if named and (len(everyone) > 1 or _titled(named[0].label)):
            return [everyone[number] for number in sorted(everyone)]
    return []


def held(found: Sequence[Turn], cast: Cast, paragraphs: int) -> list[Turn]:
    """The turns whose label is somebody's: a title, a name of the cast, or one that comes back.

    None are left where they are too thin a thread: an article that quotes a bit of an interview.
    """
    times = Counter(turn.label for turn in found)
    kept = [turn for turn in found if _somebody(turn.label, times[turn.label], cast)]
    titled = any(_titled(turn.label) for turn in kept)
    early = bool(kept) and titled and kept[0].paragraph < _EARLY
    return kept if early or len(kept) > paragraphs * _DENSE else []


def _somebody(label: str, times: int, cast: Cast) -> bool:
    if not label or _titled(label):
        return True
    last = label.rsplit(maxsplit=1)[-1]
    if cast.find((_cased(last),)) is not None:
        return True
    station = _STATION.fullmatch(label) is not None or last.lower() in lexicon.BODIES
    return times > 1 and not station


def _found(flat: str, paragraphs: Sequence[Span], pattern: re.Pattern[str]) -> list[Turn]:
    made = []
    for number, paragraph in enumerate(paragraphs):
        found = pattern.match(flat, paragraph.start, paragraph.end)
        if found is not None:
            made.append(Turn(found["label"].strip(), found.end(), number))
    return made


def _genuine(spoken: list[Turn], paragraphs: int, *, mixed_case: bool) -> list[Turn]:
    """Those whose label is a speaker's, not a heading's; none if they are too few to make a transcript."""
    named = [turn for turn in spoken if not _NO_SPEAKER.intersection(turn.label.lower().rstrip(".").split())]
    times = Counter(turn.label for turn in named)
    if mixed_case:
        return _conversation([turn for turn in named if _personal(turn.label)], paragraphs)
    return [turn for turn in named if times[turn.label] > 1 or _titled(turn.label) or len(named) > _MANY]


def _conversation(named: list[Turn], paragraphs: int) -> list[Turn]:
    """Turns under names in small letters: enough of them, by speakers who come back, all through the text."""
    times = Counter(turn.label for turn in named)
    returning = sum(count for count in times.values() if count > 1)
    if sum(count > 1 for count in times.values()) < _TWO or len(named) <= _MANY:
        return []
    return named if returning * 2 > len(named) and len(named) * 5 > paragraphs * 2 else []


def _personal(label: str) -> bool:
    """Can this label be a person's name or role?"""
    words = label.lower().split()
    if label.lower() in lexicon.PLACES or words[-1] in lexicon.BODIES or words[-1] in lexicon.DEMONYMS:
        return False
    return len(words) <= _LONGEST_LABEL and label.lower() not in lexicon.NOT_NAMES


def _titled(label: str) -> bool:
    return any(lexicon.is_role(word) or word in lexicon.HONORIFICS for word in label.lower().split())


def spoken(flat: str, paragraphs: Sequence[Span], found: Sequence[Turn], cast: Cast) -> list[Statement]:
    """A direct statement for every paragraph of every turn."""
    made: list[Statement] = []
    known: dict[str, str | None] = {}
    for index, turn in enumerate(found):
        if turn.label not in known:
            known[turn.label] = speaker(turn.label, cast)
        following = found[index + 1].paragraph if index + 1 < len(found) else len(paragraphs)
        for number in range(turn.paragraph, following):
            start, end = paragraphs[number].start, paragraphs[number].end
            if number == turn.paragraph:
                start = turn.words + len(flat[turn.words : end]) - len(flat[turn.words : end].lstrip())
            if start < end and not is_matter(flat[start:end]):
                made.append(Statement(start, end, known[turn.label], "direct"))
    return made


def speaker(label: str, cast: Cast) -> str | None:
    """The name behind a label, in full where the cast has it; None for an unnamed questioner."""
    if not label:
        return None
    listed = [_cased(word) for word in label.split()]
    plain = [word.lower() for word in listed]
    if plain[0] == "the":
        holders = cast.holding(" ".join(plain[1:]))
        exact = [p for p in holders if any(known.lower().split() == plain[1:] for known in p.roles)]
        chosen = (exact or holders)[:1]
        return chosen[0].label if chosen else " ".join(listed)
    titles = 0
    while titles < len(plain) and (
        lexicon.is_role(plain[titles])
        or plain[titles] in lexicon.HONORIFICS
        or plain[titles] in lexicon.ROLE_MODIFIERS
    ):
        titles += 1
    name, role = listed[titles:], " ".join(listed[:titles])
    person = cast.find(name, role) if name else None
    if person is None and len(name) > 1:
        person = cast.find(name[-1:], role)
    return person.label if person is not None else " ".join(listed)


def _cased(word: str) -> str:
    if not word.isupper() or (
        len(word) < 4
        and word.lower() not in lexicon.HONORIFICS
        and not word.endswith(".")
        and word.lower() not in ("the", "tai", "jha", "von", "van", "der", "lee", "kim", "of", "and")
    ):
        return word
    if word.lower() in ("von", "van", "der", "of", "and", "de"):
        return word.lower()
    made = "-".join(part.capitalize() for part in word.split("-"))
    if made.startswith("Mc") and len(made) > 2:
        made = "Mc" + made[2:].capitalize()
    if made[1:2] in ("'", "’"):
        made = made[:2] + made[2:].capitalize()
    return made


def is_matter(text: str) -> bool:
    """Is this paragraph no speech but a time, a rule or a mark of the end?"""
    if len(text) > _LONGEST_MATTER:
        return False
    plain = " ".join(text.split()).strip("*()[] ")
    if not any(c.isalpha() for c in plain) or _CLOCK.match(plain) is not None:
        return True
    return plain.strip(".# ").lower() in ("end", "end text", "end transcript")
