"""Transcripts: who has the floor, from one ``NAME:`` to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.documents import Span
from rag import lexicon
from rag.cast import Cast
from rag.quotes import Statement

_CAPITALS = re.compile(
    r"(?P<label>(?:THE )?[A-Z][A-ZÀ-Þ.'’‑-]*,?(?: {1,2}[A-Z&][A-ZÀ-Þ.,'’‑-]*){0,9})"
    r"(?: ?[(\[][^()\[\]\n]{1,60}[)\]](?:, [A-ZÀ-Þ ,.'’-]{2,60})?)?(?: ?:|(?<=[A-Z])\.(?=  ))(?=[ \n])"
)
_MIXED = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.'’‑-]*(?: (?:[A-ZÀ-Þ][\w.'’‑-]*|of|the|for|and|de|von|van|bin|al)){0,11})"
    r"(?: ?[(\[](?P<note>[^()\[\]\n]{1,60})[)\]](?: ?[(\[][^()\[\]\n]{1,60}[)\]]){0,2})?:(?=[ \n])"
)
# Who holds the office of a label: "The Minister for Ports (Ann Example):".
_HOLDER = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|von|van|bin|al)){1,4}")
# What the record says was done, between speeches: the formulas of Erskine May and of UN meeting records.
_PROCEEDINGS = re.compile(
    r"""(?:Question[ ](?:put|accordingly|agreed|again|negatived)\b|Division[ ]No\b
    |Debate[ ](?:adjourned|resumed)
    |(?:The[ ])?(?:House|Committee|Council|Assembly|Senate|Chamber|Commission)[ ](?:divided|adjourned|rose)\b
    |(?:The[ ])?(?:[Mm]otion|[Aa]mendment|[Bb]ill|[Cc]lause|[Rr]esolution|[Oo]rdinance|[Ss]chedule)
    s?\b[^.\n]{0,80}?
    \b(?:agreed[ ]to|read[ ](?:a|the)\b|carried|negatived|defeated|withdrawn|adopted|rejected|passed)
    |(?:The[ ])?(?:meeting|sitting|session|hearing)[ ]
    (?:was[ ])?(?:rose|adjourned|concluded|suspended|resumed)\b
    |(?:Ayes|Noes|Yeas|Nays)\b|Adjourned\b|A[ ](?:recorded[ ]|roll-call[ ])?vote[ ]was[ ](?:taken|requested)\b
    |It[ ]was[ ]so[ ]decided\b
    |(?:Prepared[ ][Rr]emarks|Questions?[ -](?:and|&)[ -]Answers?(?:[ ][Ss]ession)?
    |Call[ ][Pp]articipants|Duration)[ ]?:)""",
    re.VERBOSE,
)
_BRACKETED = re.compile(r"\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\]")
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
_SMALL = frozenset("of the and for de von van der bin al".split())
_ACRONYMS = frozenset("nbc abc cia fbi cnn us uk eu un gop ceo epa irs usa usaid osha nasa nato".split())
_VOWELS = frozenset("aeiouyäöüáéíóú")
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
    number of its first paragraph. noted: seat, party, state or name stand in brackets after the label.
    """

    label: str
    words: int
    paragraph: int
    noted: bool = False

    @property
    def name(self) -> str:
        """The name in the label, or the label where it has none."""
        return " ".join(_parts(self.label)[0]) or self.label


def asks_unnamed(flat: str, paragraphs: Sequence[Span]) -> bool:
    """Whether the text marks questions, and more than one, by a letter or word in the place of a name."""
    return len(_found(flat, paragraphs, _QUESTION)) >= _TWO


def turns(flat: str, paragraphs: Sequence[Span], cast: Callable[[], Cast]) -> list[Turn]:
    """The turns of a transcript, in order; empty for any other kind of text.

    cast: finds whom the text names, which tells a speaker's label from a heading's; it takes time, and
    is asked only where the labels leave it open.
    """
    asked = [turn._replace(label="") for turn in _found(flat, paragraphs, _QUESTION)]
    questions = {turn.paragraph for turn in asked}
    for pattern in (_CAPITALS, _MIXED):
        named = [
            turn
            for turn in _found(flat, paragraphs, pattern)
            if turn.paragraph not in questions and not is_heading_word(turn.label)
        ]
        if pattern is _MIXED:
            named = _conversation([turn for turn in named if _personal(turn.label)], asked, len(paragraphs))
        everyone = {turn.paragraph: turn for turn in [*named, *asked]}
        found = [everyone[number] for number in sorted(everyone)]
        if named and _transcript(found, cast, len(paragraphs)):
            return found
    return []


def _transcript(found: Sequence[Turn], cast: Callable[[], Cast], paragraphs: int) -> bool:
    """Do these labels run through the text as turns do, rather than head a few of its parts?"""
    titled = next((turn for turn in found if _titled(turn.label)), None)
    if titled is not None and titled.paragraph < _EARLY:
        return True
    enough = max(1, paragraphs * _DENSE, len(found) / 2)
    if len(found) <= enough:
        return False
    times = Counter(turn.name for turn in found)
    return sum(_somebody(turn.label, times[turn.name], cast()) for turn in found) > enough


def _somebody(label: str, times: int, cast: Cast) -> bool:
    """Is the label a title's, a name of the cast, or one that comes back?"""
    if not label or _titled(label):
        return True
    last = label.split(",", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    if cast.find((_cased(last),)) is not None:
        return True
    station = _STATION.fullmatch(label) is not None or last.lower() in lexicon.BODIES
    return times > 1 and not station


def is_heading_word(label: str) -> bool:
    """Is this a heading's word, as "FACT" or "NOTE"?"""
    return not _titled(label) and bool(_NO_SPEAKER.intersection(label.lower().rstrip(".").split()))


def _found(flat: str, paragraphs: Sequence[Span], pattern: re.Pattern[str]) -> list[Turn]:
    made = []
    for number, paragraph in enumerate(paragraphs):
        found = pattern.match(flat, paragraph.start, paragraph.end)
        if found is not None:
            note = found.groupdict().get("note")
            label = _held(found["label"].strip(), note)
            made.append(Turn(label, found.end(), number, noted=note is not None))
    return made


def _held(label: str, note: str | None) -> str:
    """ "The Minister for Ports" and "Ann Example", in brackets, as "Ann Example, Minister for Ports"."""
    office = label.startswith("The ") or not _parts(label)[0]
    if note is None or not office or not _titled(label) or _HOLDER.fullmatch(note) is None:
        return label
    return f"{note}, {label.removeprefix('The ')}"


def _conversation(named: list[Turn], asked: list[Turn], paragraphs: int) -> list[Turn]:
    """Turns under names in small letters: enough of them, by speakers who come back, all through the text.

    asked: the turns of questioners without a name, who are one speaker more.
    """
    times = Counter(turn.name for turn in named)
    turns_ = len(named) + len(asked)
    noted = sum(turn.noted for turn in named)
    returning = sum(count for count in times.values() if count > 1)
    speakers = sum(count > 1 for count in times.values()) + (len(asked) > 1)
    if not returning or speakers < _TWO or turns_ <= _MANY:
        return []
    dense = turns_ * 5 > paragraphs * 2 or noted >= _MANY
    return named if returning * 2 > len(named) and dense else []


def _personal(label: str) -> bool:
    """Can this label be a person's name or role?"""
    label = label.split(",", maxsplit=1)[0]
    words = label.lower().split()
    if label.lower() in lexicon.PLACES or words[-1] in lexicon.BODIES or words[-1] in lexicon.DEMONYMS:
        return False
    return len(words) <= _LONGEST_LABEL and label.lower() not in lexicon.NOT_NAMES


def _titled(label: str) -> bool:
    return any(lexicon.is_role(word) or word in lexicon.HONORIFICS for word in label.lower().split())


def spoken(flat: str, paragraphs: Sequence[Span], found: Sequence[Turn], cast: Cast) -> list[Statement]:
    """A direct statement for every paragraph of every turn."""
    made: list[Statement] = []
    labels = dict.fromkeys(turn.label for turn in found)
    for label in labels:
        _introduce(label, cast)
    known = {label: speaker(label, cast) for label in labels}
    for index, turn in enumerate(found):
        following = found[index + 1].paragraph if index + 1 < len(found) else len(paragraphs)
        for number in range(turn.paragraph, following):
            start, end = paragraphs[number].start, paragraphs[number].end
            if number > turn.paragraph and _PROCEEDINGS.match(flat, start, end):
                break
            if number == turn.paragraph:
                start = turn.words + len(flat[turn.words : end]) - len(flat[turn.words : end].lstrip())
            if start < end and not is_matter(flat[start:end]):
                made.append(Statement(start, end, known[turn.label], "direct"))
    return made


def _parts(label: str) -> tuple[list[str], str, str]:
    """Name, title before it, and what follows a comma: "DR. JOHN SMITH, HOST"."""
    before, _, after = label.partition(",")
    listed = [_cased(word) for word in before.split()]
    plain = [word.lower() for word in listed]
    titles = 0
    while titles < len(plain) and _is_title(plain[titles]):
        titles += 1
    return listed[titles:], " ".join(listed[:titles]), " ".join(_cased(word) for word in after.split())


def _is_title(word: str) -> bool:
    return (
        lexicon.is_role(word) or word in lexicon.HONORIFICS or word in lexicon.ROLE_MODIFIERS or word == "the"
    )


def _introduce(label: str, cast: Cast) -> None:
    """Adds a speaker whose label has the full name, so that a shorter label can mean the same."""
    name, title, after = _parts(label)
    if len(name) in (_TWO, _TWO + 1) and name[0].lower() not in lexicon.NOT_NAMES:
        cast.add(name, after if _is_courtesy(title) else title)


def _is_courtesy(title: str) -> bool:
    """Is this no office, but "Ms" or nothing?"""
    return all(word.lower() in lexicon.HONORIFICS for word in title.split())


def speaker(label: str, cast: Cast) -> str | None:
    """The name behind a label, in full where the cast has it; None for an unnamed questioner."""
    if not label:
        return None
    name, title, after = _parts(label)
    if not name and title.startswith("the "):
        title = "T" + title[1:]
        holders = cast.holding(title)
        wanted = title.lower().split()[1:]
        exact = [p for p in holders if any(known.lower().split() == wanted for known in p.roles)]
        chosen = (exact or holders)[:1]
        return chosen[0].label if chosen else title
    person = cast.find(name, title or after) if name else None
    if person is None and len(name) > 1:
        person = cast.find(name[-1:], title)
    if person is not None:
        return person.label
    return " ".join([*title.split(), *name]) + (f", {after}" if after else "")


def _cased(word: str) -> str:
    """A word of a label in capitals as it is written elsewhere: "O'BRIEN" is O'Brien, "CBS" is CBS."""
    lowered = word.lower().strip(".,")
    if lowered in _SMALL:
        return lowered
    acronym = lowered in _ACRONYMS or not _VOWELS.intersection(lowered)
    if not word.isupper() or "." in word[:-1] or (acronym and lowered not in lexicon.HONORIFICS):
        return word
    made = "-".join(part.capitalize() for part in word.split("-"))
    if made.startswith("Mc"):
        return "Mc" + made[2:].capitalize()
    return made[:2] + made[2:].capitalize() if made[1:2] in ("'", "’") else made


def is_matter(text: str) -> bool:
    """Is this paragraph no speech but a time, a rule, a stage direction or a mark of the end?"""
    if len(text) > _LONGEST_MATTER:
        return False
    plain = " ".join(text.split())
    if _BRACKETED.fullmatch(plain) or (plain[:1] in "([" and plain[-1:] in ")]" and plain.upper() == plain):
        return True
    plain = plain.strip("*()[] ")
    if not any(c.isalpha() for c in plain) or _CLOCK.match(plain) is not None:
        return True
    return plain.strip(".# ").lower() in ("end", "end text", "end transcript")
