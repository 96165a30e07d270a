"""Lines that are about a document's date: labelled ones, dates that stand alone, datelines, headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.date_forms import DateMention, mentions
from index.date_labels import CLOCK, LABEL, LONGEST_LINE, PLACE, ZONE, Told, bare, labelled
from index.lines import Line, ends_sentence, is_prose

_DATELINE_END = 140  # characters within which a dateline ends

_PARTS = re.compile(r"\s*(?:[|·•●/]|\s[-–—]\s|[–—]|\s{3,})\s*")
# Of the line "Tuesday, April 22, 2025, Council Chamber, 14 Wharf Street" what follows the date.
_PARTED = re.compile(r"\s*,\s*")
_ADDRESS = re.compile(rf"(?:\d+[A-Za-z]?\s)?{PLACE.pattern}")
_MOST_PLACES = 3
_AT = re.compile(r"\s+(?:at|in)\s+(?:the\s+)?[A-ZÀ-Þ]")
_BYLINE = re.compile(r"(?:by|von|par|por|di)\s+\S", re.IGNORECASE)
_AGENCY = r"(?:\([^()]{2,40}\)\s*|/[\w .]{2,30}/\s*)?"
_DATELINE = re.compile(rf"\s*{_AGENCY}[)】\]]?\s*(?:\s[-–—]{{1,3}}\s|[-–—]{{1,3}}\s|—|-{{2,3}}|讯|訊|电|電)")
# "Bergen, 8 May 2025, 07:00 CEST. The board …": place and date of a press release, and then its text.
_STOPPED = re.compile(rf"(?i:,?\s*(?:{CLOCK.pattern}))?\s*(?:{ZONE.pattern})?\s*[.:]\s+(?=[A-ZÀ-Þ])")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# Who is quoted on a day, in a motto above the text, does not date the text.
_PERSON = re.compile(
    r"\b(?:President|Secretary|Minister|Senator|Chancellor|Governor|King|Queen|Ambassador|Dr|Mr|Mrs|Ms)\b"
)
# What stands between the place and the date of a dateline: "Lyon, le 3 mai", "Bonn, den 3. Mai".
_ARTICLE = re.compile(r"(?<=,)\s+(?:le|den|am|el|il|em|li)$")
_CLOSING = ("”", '"', "»", "」")
_OPENING_WORD = re.compile(r"(?:on|in|since|by|from|until|after|before)\b", re.IGNORECASE)
_LAST_WORDS = frozenset("of on to in by from since until through and the dated before after".split())

_SPOKEN = (
    r"statements?|remarks|speech|address|interview|transcript|readout|communiqu[eé]|declaration|minutes|testimony|"
    r"letters?|memorandum|toast|lecture|sermon|homily|keynote|eulogy|message|bulletins?|newsletters?|circulars?|notices?"
)
_DOCUMENT = re.compile(
    rf"\W*(?:[a-z.]+\s+){{0,4}}(?P<kind>(?P<spoken>{_SPOKEN})|press|news|brief(?:ing)?s?|meeting|hearing|conference|"
    r"gaggle|talks|summary|reports?|workshop|seminar|webinar|panel|debate|assembly|decision|notes)\b",
    re.IGNORECASE,
)
# Kinds of documents that other languages date with no more than "vom", "du" or "del".
_ABROAD = re.compile(
    r"\W*(?:\w+\s+){0,2}(?:beschluss|protokoll|sitzung|rede|ansprache|(?:presse)?mitteilung|erklärung|schreiben|brief|"
    r"niederschrift|procès-verbal|séance|réunion|discours|allocution|communiqué|déclaration|lettre|décision|"
    r"acta|reunión|sesión|discurso|comunicado|declaración|carta|ata|reunião|sessão|declaração|"
    r"verbale|seduta|riunione|discorso|comunicato|lettera)\b.*\b(?:vom|am|du|le|del?|el|do|em|il)(?:\s+día)?$",
    re.IGNORECASE,
)
# What a line that is no sentence says of its document's day: "held in Lima on", "the sitting of".
_HELD = re.compile(
    r"\b(?:(?:held|aired|broadcast|recorded|delivered|given|preached|presented|ending|ended)"
    r"(?:\s+(?:in|at|to|before|by)(?:\s+\S+){1,9}?)?"
    r"(?:\s+on)?|(?:meetings?|minutes|sessions?|sittings?|hearings?|assembly|proceedings)\s+(?:of|on))(?:\s+the)?$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|as|that|which|who)\b", re.IGNORECASE
)
# What may follow the day of a meeting in such a line: "at 7.30 pm in the village hall".
_WHERE = re.compile(
    rf"(?i:(?:,?\s+(?:at|from)\s+(?:{CLOCK.pattern}))?(?:,?\s+(?:at|in|via|by|on)\s+\w[^.;:]{{0,90}})?\W*)"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_HEADLINES = 6  # lines at the top
_OTHER_DAY = re.compile(
    r"\b(?:next|upcoming|to\s+be|will|planned|scheduled|cancelled|postponed|invit\w+)\b|anniversary|commemorat|remembrance|in\s+memory|years?\s+(?:after|since|of)|since|attacks?\b",
    re.IGNORECASE,
)


def stated(lines: Sequence[Line], told: Told) -> str | None:
    """The date of the first line with a label of this kind and nothing else: "Published: 3 March 2021"."""
    return next(filter(None, (labelled(line.text, told) for line in lines)), None)


def alone(lines: Sequence[Line]) -> str | None:
    """The date of the first line that holds nothing else: "(March 19, 2024)"."""
    for at, line in enumerate(lines):
        found = mentions(line.text) if len(line.text) <= LONGEST_LINE else []
        if not found or LABEL.match(line.text) or _is_attributed(lines, at) or breaks_off(lines, at):
            continue
        if stands_alone(line, found):
            return found[0].iso
    return None


def year_alone(lines: Sequence[Line]) -> str | None:
    """The year on a title page, "The Eel Fishery / Report of the Board / 1987".

    Where another line is a year this is a chronology, whose years date nothing."""
    years = [at for at, line in enumerate(lines) if _YEAR.fullmatch(line.text)]
    prose = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    if len(years) == 1 and 0 < years[0] < min(prose, _HEADLINES):
        return lines[years[0]].text
    return None


def stands_alone(line: Line, found: Sequence[DateMention]) -> bool:
    """Whether the line holds one date and, at most, the time, a place or a byline with it."""
    if len({mention.iso for mention in found}) > 1 or line.words > 16:
        return False
    mention, text = found[0], line.text
    if len(mention.iso) == 4 and bare(text) != text[mention.start : mention.end]:
        return False
    before, after = _PARTS.split(text[: mention.start])[-1], _PARTS.split(text[found[-1].end :])[0]
    if (bare(after) and not _place_after(after)) or not bare(before):
        return not bare(after) or _place_after(after)
    beside = before.strip(" #*_>([（")
    if _BYLINE.match(beside) or _PERSON.search(beside):
        return _BYLINE.match(beside) is not None and len(beside.split()) <= 8
    # A place is set off from its date by a comma; without one the date belongs to a phrase.
    beside = _ARTICLE.sub("", beside)
    return beside.endswith(",") and len(beside.split()) <= 6 and PLACE.fullmatch(beside) is not None


def _place_after(text: str) -> bool:
    """Whether a place or an address, and perhaps the hour, is all that follows a date: ", 3.00 pm,
    Wellington"."""
    places = [bare(part) for part in _PARTED.split(text)]
    places = [place for place in places if place]
    return (
        (text.lstrip().startswith(",") or _AT.match(text) is not None)
        and 0 < len(places) <= _MOST_PLACES
        and all(place[:1].isupper() or place[:1].isdigit() for place in places)
        and any(place[:1].isupper() for place in places)
        and all(_ADDRESS.fullmatch(place) and len(place.split()) <= 3 for place in places)
        and not any(map(_PERSON.search, places))
    )


def breaks_off(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is the end of a sentence that was broken over lines."""
    above = lines[at - 1] if at else None
    if above is None or above.block != lines[at].block or ends_sentence(above.text):
        return False
    if above.text.split()[-1].lower() in _LAST_WORDS:
        return True
    heads = _is_line_of_heading(lines, at) and not above.text.rstrip().endswith(",")
    return above.words >= 7 and not heads


def _is_line_of_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line has the form that place and date have below a title: "Lima, 3 May 2024", "Friday, May 3,
    2024"; or it is the date and the last line of its block."""
    text = lines[at].text
    first = next(iter(mentions(text)), None)
    if first is None or not text[:1].isalnum() or text.rstrip().endswith("."):
        return False
    before = text[: first.start].rstrip()
    last = at + 1 == len(lines) or lines[at + 1].block != lines[at].block
    whole = last and not before and not text[first.end :].strip()
    return whole or (text[:1].isupper() and (before.endswith(",") or (not before and first.weekday)))


def dateline(lines: Sequence[Line]) -> str | None:
    """The date in "WASHINGTON, Jan. 18, 2013 (AFP) - ..." at the head of one of the first paragraphs."""
    prose = 0
    for line in lines:
        opening = line.text[:_DATELINE_END]
        for mention in mentions(opening)[:1]:
            place = _ARTICLE.sub("", opening[: mention.start].strip(" #*_>([（【-–—"))
            named = re.sub(r"\([^()]*\)|（[^（）]*）", "", place).strip(" ,–—-:")
            rest = opening[mention.end :]
            follows = _DATELINE.match(rest) or (named and place.endswith(",") and _STOPPED.match(rest))
            if mention.full and follows and not line.item and (not named or _is_place(named)):
                return mention.iso
        prose += is_prose(line)
        if prose > 2:
            break
    return None


def in_title(lines: Sequence[Line]) -> str | None:
    """The date in a headline that names the kind of document, "Press Briefing by ..., March 3, 2012", or says
    when it was held: "Minutes of the meeting of 3 March 2012", "Aired 3 March 2012"."""
    for line in lines[:_HEADLINES]:
        found = mentions(line.text) if len(line.text) <= LONGEST_LINE else []
        if len(found) == 1 and not _OTHER_DAY.search(line.text) and _dates_title(line, found[0]):
            return found[0].iso
    return None


def _dates_title(line: Line, mention: DateMention) -> bool:
    before, after = line.text[: mention.start].rstrip(), line.text[mention.end :]
    document = _DOCUMENT.match(line.text)
    if is_prose(line) and (document is None or bare(after) or _FINITE.search(before)):
        return False
    held = mention.full and (_HELD.search(before) or _ABROAD.match(before)) is not None
    noted = re.sub(r"\([^()]*\)\W*$", "", after)
    if bare(noted) and not (_place_after(noted) or (held and _WHERE.fullmatch(after))):
        return False
    if held or document is None or not (mention.full or document["spoken"]):
        return held
    return before.endswith((",", "-", "–", "—", ":", "(", "|", "["))


def _is_attributed(lines: Sequence[Line], at: int) -> bool:
    """Whether the line tells who said the motto above it, and when."""
    line = lines[at]
    if _PERSON.search(line.text) or line.text.lstrip("*_ ").startswith(("–", "—", "- ")):
        return True
    start = at
    while start and lines[start - 1].block == line.block and lines[start - 1].words <= 8:
        start -= 1
    named = at > start or any(mention.start > 8 for mention in mentions(line.text)[:1])
    above = lines[start - 1] if start else None
    return named and above is not None and is_prose(above) and above.text.rstrip(" *_").endswith(_CLOSING)


def _is_place(text: str) -> bool:
    if _EAST_ASIAN.search(text):
        return len(text) <= 15
    words = len(text.split()) <= 7 and not _OPENING_WORD.match(text) and not _PERSON.search(text)
    return words and PLACE.fullmatch(text) is not None
