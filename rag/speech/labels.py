"""What stands before a speech: the label of whoever has the floor, in the style of each house.

The styles are those of the official reports of Westminster and the parliaments after it, the Congressional
Record and the hearings of Congress, the Bundestag, the Assemblée nationale, the Cortes, the Camera dei
deputati, the European Parliament and the Security Council, and those of press offices, courts and podcasts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.documents import Span
from rag.speech import lexicon
from rag.speech.given_names import is_given

_CAP = r"[A-ZÀ-ÞŁŚŠŽČĆĐА-ЯЁІЇЄҐΑ-Ω][\w.'’‑-]*"
_LINK = (
    r"(?:of|the|for|and|de|von|van|der|den|bin|ibn|al|du|des|da|do|dos|del|della|di|la|le|y|e|et|zu|zur"
    r"|für|&)"
)
_NOTE = r" ?[(\[](?:[^()\[\]\n]|\([^()\n]{1,60}\)){1,120}[)\]]"
_CLOCKS = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\b\.?(?: [A-Z]{2,4}\b)?)?"
# Who holds the office of a label: "The Minister for Ports (Ann Example):".
_HOLDER = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Deputy|Senator|Hon|Shri|Smt|SHRI|SMT|SHRIMATI|DR|MR|MS)"
    r"\.? )*"
    rf"{_CAP}(?: (?:{_CAP}|{_LINK})){{0,4}}"
)
# Before a label: the number of a question, the time on the tape.
_BEFORE = rf"(?:[\[(]?{_CLOCKS}[\])]? ?[-–]? ?|Q?\d{{1,3}}\.? )?"
_NUMBERED = (
    r"(?:[Ss]peaker|SPEAKER|PERSON|Person|VOICE|Participant|Interviewee|Interviewer|Respondent|Witness|MAN"
    r"|WOMAN|Caller|CALLER|Official|Panelist|Member|Male|Female|Sprecher(?:in)?|Locuteur|Intervenant)"
)
_MEMBERS = r"(?:(?:Some|Several|An?) )?[Hh]on(?:ou?rable|\.)? [Mm]embers?"
_CAPITALS = re.compile(
    rf"{_BEFORE}(?P<label>(?:THE )?[A-Z][A-ZÀ-Þ.'’‑-]*,?(?: {{1,2}}[A-Z&][A-ZÀ-Þ.,'’‑-]*){{0,9}}"
    r"(?: #?\d{1,2})?)(?P<note> ?[(\[][^()\[\]\n]{1,60}[)\]](?:, [A-ZÀ-Þ ,.'’-]{2,60})?)?"
    r"(?: ?:|(?<=[A-Z])\.(?=  ))(?=[ \n*]|$)",
    re.MULTILINE,
)
_MIXED = re.compile(
    rf"{_BEFORE}(?P<label>{_MEMBERS}|{_NUMBERED} #?\d{{1,2}}"
    r"|(?:L[ea] |L['’])?(?:porte-parole|ministre|présidente?)"
    rf"(?:, {_CAP}(?: (?:{_CAP}|{_LINK})){{0,4}})?|{_CAP}(?:,? (?:{_CAP}|{_LINK})){{0,14}})"
    rf"(?P<note>(?:{_NOTE}){{1,3}})?(?: to the [^:\n]{{3,80}})? ?:(?=[ \n*]|$)",
    re.MULTILINE,
)
# Labels that end with a full stop: the title tells them from the first sentence of a paragraph.
_TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Hon|Prof|Gen|Lt|Col|Adm|Rep|Sen|Gov)\.?|Senator|Representative|Congress(?:wo)?man"
    r"|Chair(?:man|woman|person)?|Ranking|Member|Vice|Deputy|Assistant|Under|Acting|Secretary|Director"
    r"|Administrator|Commissioner|Governor|General|Admiral|Colonel|Major|Captain|Lieutenant|Sergeant|Rear"
    r"|Ambassador|Judge|Justice|Attorney|Sheriff|Mayor|Chief|Delegate|Professor|President|Inspector"
)
_STOPPED = re.compile(
    rf"(?P<label>(?:The )?(?:(?:PRESIDING|ACTING|VICE|DEPUTY|ASSISTANT|LEGISLATIVE|SENIOR) )*"
    r"(?:OFFICER|SPEAKER|PRESIDENT|CHAIR(?:MAN|WOMAN)?|CLERK|CHAPLAIN|Clerk|Chair(?:man|woman)?)"
    rf"(?: pro tempore)?|(?:(?:{_TITLES}) )+[A-ZÀ-Þ][\w'’-]*(?: (?:[A-ZÀ-Þ][\w'’-]*|{_LINK})){{0,3}}"
    r"(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)"
    rf"(?P<note>(?:{_NOTE}){{1,2}})?\.(?: [–—])? {{1,2}}(?=[A-Z\"“‘\[(0-9])"
)
_FRENCH = re.compile(
    rf"(?P<label>(?:M\.|MM\.|Mmes?|Mlle) (?:(?:l[ea] |l['’])[\w'’-]+(?: [\w'’-]+){{0,6}}"
    rf"|[A-ZÀ-Þ][\w'’-]*(?: (?:[A-ZÀ-Þ][\w'’-]*|{_LINK})){{0,4}})(?:, [^.\n:]{{3,120}})?)"
    rf"(?P<note>{_NOTE})?\.(?: [–—])? (?=[A-ZÀ-Þ«0-9(…])"
)
_ITALIAN = re.compile(
    r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ'’-]+){0,4}(?:, [A-ZÀ-Þ][^.\n:]{3,80})?)"
    rf"(?P<note>{_NOTE})?"
    rf"\. (?=[A-ZÀ-Þ«“\"0-9])"
)
_DASHED = re.compile(
    rf"(?P<label>{_CAP}(?: (?:{_CAP}|{_LINK})){{0,5}}(?:, [^.\n:]{{3,100}}?)?)(?P<note>(?:{_NOTE}){{1,2}})?"
    rf"(?:, [^.\n:]{{3,60}})?\.(?: {_NOTE})? [–—-] (?=\S)"
)
_SPANISH = re.compile(
    r"(?P<label>(?:El|La) (?:señora?|Sra?\.) [A-ZÀ-Þ][A-ZÀ-Þ ,.'’-]{2,90})"
    r"(?P<note> \([^()\n]{2,80}\))?: (?=\S)"
)
STYLES = (_CAPITALS, _MIXED, _STOPPED, _FRENCH, _SPANISH)
_NO_SPEAKER = frozenset(
    """
    fact facts myth hoax to from subject cc re date time note notes update warning background where when who
    what why how example question answer summary issue action result status location contact media
    sentence offense commutation grant highlights key policy purpose goal objective claim reality truth
    before after first second third finally today program sources source photo video watch read icymi
    whereas resolved section sec title part chapter article
    remarks recommendation recommendations vessel cargo timeline present apologies absent attendees
    attendance venue agenda item keywords abstract introduction conclusion
    methods results overview figure table reference
    references url email phone address tags duration
    """.split()
)
_OFFICE_OF = frozenset("of for de für to".split())
_VOWELS = frozenset("aeiouy")
_VERBS = frozenset("has have had is are was were will resolved calls demands agreed said says".split())
# Who presides or records, in the words of the houses that the lists of English titles lack.
CHAIRS = frozenset(
    """vizepräsident vizepräsidentin alterspräsident alterspräsidentin abgeordneter abgeordnete bundesminister
    bundesministerin staatsminister staatsministerin tánaiste cathaoirleach comhairle presidente présidente
    président presidenta moderator moderatorin modérateur host narrator clerk operator convener teachta
    presiding
    speaker members member court witness foreperson sprecher sprecherin vicepresidente vicepresidenta
    präsident präsidentin ministre ministro ministra""".split()
)


class Turn(NamedTuple):
    """One turn of a transcript.

    label: as printed, "" for an unnamed questioner. words: offset of its first word. paragraph: the
    number of its first paragraph. noted: seat, party, state or name stand in brackets after the label,
    or the time of the tape beside it.
    """

    label: str
    words: int
    paragraph: int
    noted: bool = False


def capitals(flat: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The labels in capitals: "MS. FINCH:", "THE COURT:", "ORLA FINCH, HOST:"."""
    return list(_labelled(flat, paragraphs, _CAPITALS))


def mixed(flat: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The labels with a colon in letters of both sizes: "Mr Farrow (East Quay) (Lab):"."""
    return sorted(
        [turn for pattern in (_SPANISH, _MIXED) for turn in _labelled(flat, paragraphs, pattern)],
        key=lambda turn: turn.paragraph,
    )


def stopped(flat: str, paragraphs: Sequence[Span]) -> Iterator[list[Turn]]:
    """The labels that end with a full stop, a list for each style that has any."""
    for pattern in (_STOPPED, _FRENCH, _DASHED, _ITALIAN):
        found = list(_labelled(flat, paragraphs, pattern))
        if found:
            yield found


def is_heading_word(label: str) -> bool:
    """Is this a heading's word, as "FACT" or "NOTE"?"""
    listed = label.lower().rstrip(".").split()
    words = set(listed)
    first = listed[0]
    office = titled(first) or first in lexicon.ROLE_MODIFIERS
    participle = first.endswith("ing") and not _VOWELS.isdisjoint(first.rpartition("-")[2][: -len("ing")])
    if len(listed) > 1 and participle and not (office or is_given(first)):  # not "Mei-Ling Berg"
        return True  # "HOLDING THE PORTS TO ACCOUNT"
    return bool(_VERBS & words) or (not titled(label) and bool(_NO_SPEAKER & words))


def titled(label: str) -> bool:
    """Has the label a title or the name of an office?"""
    words = [word.strip(",") for word in label.lower().split()]
    return any(lexicon.is_role(word) or word in lexicon.HONORIFICS or word in CHAIRS for word in words)


def _labelled(flat: str, paragraphs: Sequence[Span], pattern: re.Pattern[str]) -> Iterator[Turn]:
    for number, paragraph in enumerate(paragraphs):
        found = pattern.match(flat, paragraph.start, paragraph.end)
        if found is None:
            continue
        note = found["note"] or ""
        timed = flat[paragraph.start] in "[(0123456789"
        yield Turn(with_note(found["label"].strip(), note), found.end(), number, bool(note) or timed)


def with_note(label: str, note: str) -> str:
    """ "The Minister for Ports (Ann Example)" as "Ann Example, Minister for Ports", and "Ann Example
    (Minister for Ports)" as the same; a seat, a party or a time in brackets is left out."""
    inner = [part.strip(" ()[]") for part in re.split(r"[)\]] ?[(\[]", note)]
    office = re.sub(r"^(?:The|L[ea]|L['’]|El señor|La señora|El Sr\.|La Sra\.) ?\b", "", label)
    first, _, second = office.partition(", ")
    if second and not note and _is_office(first) and _HOLDER.fullmatch(second) and not _is_office(second):
        return f"{second}, {first}"
    is_office = titled(label) and (office != label or _is_office(label))
    for part in inner:
        if is_office and (holder := _HOLDER.fullmatch(part)):
            return f"{holder[0]}, {office}"
    if is_office:
        return label
    held = (piece.strip() for part in inner for piece in re.split("[—–]|, (?=[A-Z])", part))
    role = next((piece for piece in held if _is_office(piece)), "")
    return f"{label}, {role}" if role and "," not in label else label


def _is_office(text: str) -> bool:
    """Does this name an office and nobody: "Minister for Ports", "Leader of the Opposition"?"""
    words = text.lower().split()
    holder = next((n for n, word in enumerate(words) if titled(word)), None)
    if holder is None:
        return False
    before = all(word in lexicon.ROLE_MODIFIERS or titled(word) or word == "the" for word in words[:holder])
    after = words[holder + 1 :]
    return before and (not after or after[0] in _OFFICE_OF or all(titled(word) for word in after))
