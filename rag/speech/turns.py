"""Transcripts: who has the floor, from one ``NAME:`` to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from index.documents import Span
from rag.quotes import Statement
from rag.speech import lexicon
from rag.speech.cast import Cast
from rag.speech.examined import by_letters
from rag.speech.given_names import is_given
from rag.speech.label_names import introduce, name_of, speaker
from rag.speech.labels import Turn, capitals, is_heading_word, mixed, stopped, titled
from rag.speech.proceedings import is_heading, is_matter, is_proceeding, is_shouted
from rag.speech.self_named import self_named

_LONGEST_LABEL = 6  # words
_TWO = 2  # speakers in a conversation
_STATION = re.compile(r"[A-Z]{2,3}|[WK][A-Z]{3}(?:-TV)?|MSNBC|NPR")
_INITIALS = re.compile(r"[A-Z]{2,3}")
_EARLY = 8  # paragraphs before the first turn of a transcript
_DENSE = 0.15  # share of the paragraphs that open with a label, in a transcript without titles
_MANY = 3  # turns under mixed-case names that make a transcript
_MOST = 0.6  # of the labels that are somebody's, and of the turns that are sentences
_ARTICLES = frozenset("the la el le an right rt some several".split())
_LISTS = frozenset("participants panelists panellists speakers witnesses".split())  # before all turns
_SMALL_WORD = re.compile(r"\b[a-zß-ÿ][\w'’-]*")
_STOPS = ".?!…。？！"
_CLOSING = "\"“”'’»)]*_ "
_OPENING_MARKS = frozenset('"“„«')
_GAP = 4  # characters of white space and marks between a label and what is said

Everybody = Callable[[], Cast]


def turns(title: str, flat: str, paragraphs: Sequence[Span], cast: Everybody) -> list[Turn]:
    """The turns of a transcript, in order; empty for any other kind of text.

    cast: finds whom the text names, which tells a speaker's label from a heading's; it takes time, and
    is asked only where the labels leave it open.
    """
    lettered = by_letters(title, flat, paragraphs)
    if _told(capitals(flat, paragraphs), flat):
        return []
    marked = {turn.paragraph for turn in lettered}
    loud = [turn for turn in capitals(flat, paragraphs) if _may_speak(turn, marked)]
    soft = [turn for turn in mixed(flat, paragraphs) if _may_speak(turn, marked) and _personal(turn.label)]
    found = _merged(loud, lettered)
    if loud and _transcript(found, cast, len(paragraphs)):
        return _merged(_of_the_same(soft, loud, flat), loud, lettered)
    if _conversation(soft, lettered, flat, paragraphs, cast):
        outlets = [turn for turn in mixed(flat, paragraphs) if _asks(turn, flat, paragraphs)]
        return _merged(outlets, soft, lettered)
    for style in stopped(flat, paragraphs):
        named = [turn for turn in style if _may_speak(turn, marked)]
        if _sure(named, [], cast) and _talk(named, flat, paragraphs):
            return _merged(named)
    answered = Counter(turn.label for turn in lettered if turn.label)
    return lettered if sum(answered.values()) >= _TWO else []


def _merged(*lists: Sequence[Turn]) -> list[Turn]:
    """All turns in order, of two at one place that of the later list."""
    everyone = {turn.paragraph: turn for listed in lists for turn in listed}
    found = [everyone[number] for number in sorted(everyone)]
    return found[1:] if found and found[0].label.lower() in _LISTS else found


def _told(found: Iterable[Turn], flat: str) -> bool:
    """Do most labels stand before words in quotation marks, as where an article tells an exchange?"""
    quotes = [flat[turn.words : turn.words + _GAP].lstrip()[:1] in _OPENING_MARKS for turn in found]
    return sum(quotes) * 2 > len(quotes)


def _may_speak(turn: Turn, marked: set[int]) -> bool:
    return turn.paragraph not in marked and not is_heading_word(turn.label)


def _asks(turn: Turn, flat: str, paragraphs: Sequence[Span]) -> bool:
    """Does a newsroom ask here: "The Lamp: Has a date been set?"?"""
    end = flat[turn.words : paragraphs[turn.paragraph].end].rstrip(_CLOSING)[-1:]
    return end == "?" and not is_heading_word(turn.label) and _last(turn.label) in lexicon.BODIES


def _of_the_same(soft: Sequence[Turn], loud: Sequence[Turn], flat: str) -> list[Turn]:
    """The turns in small letters of a transcript in capitals: those of its speakers, of offices, and of
    others who come back."""
    times = Counter(_last(turn.label) for turn in soft)
    small = frozenset(_SMALL_WORD.findall(flat)) if soft else frozenset()
    sure = [
        turn
        for turn in soft
        if _is_office(turn.label)
        or turn.noted
        or (times[_last(turn.label)] > 1 and not _is_word(_last(turn.label), small))
    ]
    names = {_last(turn.label) for turn in (*loud, *sure)}
    return [turn for turn in soft if turn in sure or _last(turn.label) in names]


def _is_office(label: str) -> bool:
    """Does the label begin with a title, and name nobody besides its holder?"""
    first = label.split(maxsplit=1)[0]
    return "," not in label and (titled(first) or first in ("The", "Le", "La", "El")) and titled(label)


def _transcript(found: Sequence[Turn], cast: Everybody, paragraphs: int) -> bool:
    """Do these labels run through the text as turns do, rather than head a few of its parts?"""
    first = next((turn for turn in found if titled(turn.label)), None)
    if first is not None and first.paragraph < _EARLY:
        return True
    enough = max(1, paragraphs * _DENSE, len(found) / 2)
    if len(found) <= enough:
        return False
    times = Counter(name_of(turn.label) for turn in found)
    return sum(_somebody(turn.label, times[name_of(turn.label)], cast()) for turn in found) > enough


def _somebody(label: str, times: int, cast: Cast) -> bool:
    """Is the label a title's, a name of the cast, or one that comes back?"""
    if not label or titled(label):
        return True
    if _known(label, cast):
        return True
    station = _STATION.fullmatch(label) is not None or _last(label) in lexicon.BODIES
    return times > 1 and not station


def _known(label: str, cast: Cast) -> bool:
    if _INITIALS.fullmatch(label):
        return cast.initialled(label) is not None
    last = label.split(",", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    return cast.find((last.capitalize() if last.isupper() else last,)) is not None


def _last(label: str) -> str:
    return label.split(",", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()


def _conversation(
    named: list[Turn], lettered: list[Turn], flat: str, paragraphs: Sequence[Span], cast: Everybody
) -> bool:
    """Turns under names in small letters: enough of them, by speakers who come back, all through the text.

    lettered: the turns of questioners without a name, who are one speaker more.
    """
    if not named or len(named) + len(lettered) <= _MANY or not _talk(named, flat, paragraphs):
        return False
    # A box or an appendix at the end of an article; where questions are marked, the press asks at the end.
    if not lettered and named[0].paragraph * 2 > len(paragraphs):
        return False
    if _sure(named, lettered, cast):
        return True
    times = Counter(name_of(turn.label) for turn in named)
    returning = sum(count for count in times.values() if count > 1)
    speakers = sum(count > 1 for count in times.values()) + (len(lettered) > 1)
    dense = (len(named) + len(lettered)) * 5 > len(paragraphs) * 2
    small = frozenset(_SMALL_WORD.findall(flat))
    common = sum(_is_word(turn.label, small) for turn in named)
    if speakers < _TWO or returning * 2 <= len(named) or not dense or common * 2 > len(named):
        return False
    asked = sum(flat[t.words : paragraphs[t.paragraph].end].rstrip(_CLOSING)[-1:] == "?" for t in named)
    found = _merged(named, lettered)
    if (asked + len(lettered)) * 5 < len(found) and not any(_is_name(turn.label, cast()) for turn in named):
        return False  # the steps of a recipe
    return _transcript(found, cast, len(paragraphs))


def _is_name(label: str, cast: Cast) -> bool:
    first = label.split(maxsplit=1)[0].lower()
    return titled(label) or is_given(first) or _known(label, cast)


def _sure(named: Sequence[Turn], lettered: Sequence[Turn], cast: Everybody) -> bool:
    """Do titles, seats, times and known names show that these labels are persons' who take turns?"""
    times = Counter(_last(turn.label) for turn in named)
    returning = sum(count for count in times.values() if count > 1)
    noted = sum(turn.noted for turn in named)
    several = len(times) + (len(lettered) > 1) >= _TWO
    if len(named) + len(lettered) <= _MANY or not several or not (returning or noted >= _MANY):
        return False
    shown = sum(turn.noted or titled(turn.label) for turn in named)
    if shown < _MOST * len(named):
        if returning * 2 <= len(named):
            return False  # newsrooms before what each wrote
        shown = sum(turn.noted or titled(turn.label) or _known(turn.label, cast()) for turn in named)
    return shown >= _MOST * len(named)


def _talk(named: Sequence[Turn], flat: str, paragraphs: Sequence[Span]) -> bool:
    """Do whole sentences follow these labels, not the entries of a form ("Cargo: salt")?"""
    count = 0
    for turn in named:
        text = flat[turn.words : paragraphs[turn.paragraph].end].strip(_CLOSING)
        if not text and turn.paragraph + 1 < len(paragraphs):
            following = paragraphs[turn.paragraph + 1]
            text = flat[following.start : following.end].strip(_CLOSING)
        count += text[-1:] in _STOPS or text[-1:] in "—–-"
    return count >= _MOST * len(named)


def _is_word(label: str, small: frozenset[str]) -> bool:
    """Is the label one word that the text uses as a common one ("Money: …", "the money")?"""
    low = label.lower()
    return low in small and not is_given(low)


def _personal(label: str) -> bool:
    """Can this label be a person's name or role?"""
    if titled(label):
        first = label.replace("’", "'").lower().split()[0]
        return first in _ARTICLES or first not in lexicon.NOT_NAMES
    label = label.split(",", maxsplit=1)[0]
    words = label.lower().split()
    if label.lower() in lexicon.PLACES or words[-1] in lexicon.BODIES or words[-1] in lexicon.DEMONYMS:
        return False
    return len(words) <= _LONGEST_LABEL and label.lower() not in lexicon.NOT_NAMES


def spoken(flat: str, paragraphs: Sequence[Span], found: Sequence[Turn], cast: Cast) -> list[Statement]:
    """A direct statement for every paragraph of every turn."""
    made: list[Statement] = []
    labels = dict.fromkeys(turn.label for turn in found)
    for label in labels:
        introduce(label, cast)
    known = {label: speaker(label, flat, cast) for label in labels}
    opening = {turn.paragraph for turn in found}
    met: list[str] = []
    for index, turn in enumerate(found):
        by = known[turn.label]
        if by is None:
            by = self_named(flat[turn.words : paragraphs[turn.paragraph].end], met)
            met += [by] if by else []
        following = found[index + 1].paragraph if index + 1 < len(found) else len(paragraphs)
        for number in range(turn.paragraph, following):
            start, end = paragraphs[number].start, paragraphs[number].end
            if number > turn.paragraph and is_proceeding(flat, start, end):
                break
            if number > turn.paragraph and _is_head(flat, paragraphs, number, opening):
                continue
            if number == turn.paragraph:
                start = turn.words + len(flat[turn.words : end]) - len(flat[turn.words : end].lstrip())
            if start < end and not is_matter(flat[start:end]):
                made.append(Statement(start, end, by, "direct"))
    return made


def _is_head(flat: str, paragraphs: Sequence[Span], number: int, opening: set[int]) -> bool:
    """Is this paragraph a heading in capitals, or one right above a turn?"""
    text = flat[paragraphs[number].start : paragraphs[number].end]
    above = number + 1 in opening or (number + 2 in opening and number + 1 not in opening)
    return is_shouted(text) or (above and is_heading(text))
