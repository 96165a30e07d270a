"""Lines that are about a document's date: labelled ones, dates that stand alone, datelines, headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.date_forms import DateMention, mentions
from index.lines import Line, ends_sentence, is_prose

LONGEST_LINE = 200  # characters of a line that is all about a date
_DATELINE_END = 140  # characters within which a dateline ends

_PUBLISHED = """
    published posted issued released release\\s+date date\\s+issued publication\\s+date publish\\s+date
    (?<![^\\W\\d_]\\s)date
    for\\s+immediate\\s+release created first\\s+published delivered recorded
    veröffentlicht erschienen stand datum publié parution date\\s+de\\s+publication mis\\s+en\\s+ligne
    publicado publicada publicación fecha publicação data pubblicato опубликовано дата
    입력 기사입력 등록 등록일 게시일 작성일 보도일 발행일 승인 송고
    公開日? 掲載日? 発表日? 日時 投稿日 配信 日付 発行日?
    发布时间 发布日期 發布時間 發佈時間 发表时间 日期 时间 時間 发布于
"""
_UPDATED = """
    (?:last\\s+)?(?:updated|modified|reviewed|edited|revised) (?:zuletzt\\s+)?aktualisiert mise?\\s+à\\s+jour
    modifié actualizad[oa] atualizad[oa] aggiornato обновлено 수정 최종수정 업데이트 更新日? 最終更新 修正
    更新时间 更新於
"""
_LABEL = re.compile(
    rf"\b(?:(?P<published>{'|'.join(_PUBLISHED.split())})|(?P<updated>{'|'.join(_UPDATED.split())}))\b",
    re.IGNORECASE,
)
_LABELLED_YEAR = re.compile(
    rf"\W*(?:{'|'.join(_PUBLISHED.split())})\s*(?::|：|in)\s*((?:1[89]|20)\d\d)\W*", re.IGNORECASE
)
_NO_SENTENCE_END = re.compile(r"[^.!?。]{0,45}")

# What may stand beside a date without making the line about anything else.
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\d{1,2}시\s?\d{1,2}분|\d{1,2}[時时]\d{1,2}分|오전|오후|午前|午後|上午|下午"
    r"|\bT\d{2}:\d{2}\S*|[+-]\d{2}:?\d{2}\b|\b(?:noon|midnight|uhr)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\(?\b(?:[ECMPA][SD]?T|GMT|UTC|BST|CES?T|KST|JST|HKT|ICT|IST|AEST|SGT|Z|local\s+time)\b\)?(?:[+-]\d+)?"
)
_WEEKDAY = re.compile(
    r"[(（]?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|[(（][月火水木金土日월화수목금토일一二三四五六][)）]",
    re.IGNORECASE,
)
_LINKING = re.compile(r"\b(?:on|at|the|am|um|vom|den|le|du|el|em|il|à|a|las|de|by|of)\b", re.IGNORECASE)
_PAGE = re.compile(r"\bpage\s+[A-Z]?\d+\b", re.IGNORECASE)
_AROUND = (_CLOCK, _ZONE, _WEEKDAY, _LINKING, _PAGE)

_PARTS = re.compile(r"\s*(?:[|·•●/]|\s[-–—]\s|[–—]|\s{3,})\s*")
_SMALL = r"of|the|de|la|du|del|and"
_CAPITAL = r"[A-ZÀ-Þ(][\w.'’)-]*"
_PLACE = re.compile(rf"(?:{_CAPITAL}|{_SMALL})(?:,?\s+(?:{_CAPITAL}|{_SMALL}))*,?")
# Of the line "Tuesday, April 22, 2025, Council Chamber, 14 Wharf Street" what follows the date.
_PARTED = re.compile(r"\s*,\s*")
_ADDRESS = re.compile(rf"(?:\d+[A-Za-z]?\s)?{_PLACE.pattern}")
_MOST_PLACES = 3
_AT = re.compile(r"\s+(?:at|in)\s+(?:the\s+)?[A-ZÀ-Þ]")
_BYLINE = re.compile(r"(?:by|von|par|por|di)\s+\S", re.IGNORECASE)
_AGENCY = r"(?:\([^()]{2,40}\)\s*|/[\w .]{2,30}/\s*)?"
_DATELINE = re.compile(rf"\s*{_AGENCY}[)】\]]?\s*(?:\s[-–—]{{1,3}}\s|[-–—]{{1,3}}\s|—|讯|訊|电|電)")
# "Bergen, 8 May 2025, 07:00 CEST. The board …": place and date of a press release, and then its text.
_STOPPED = re.compile(rf"(?i:,?\s*(?:{_CLOCK.pattern}))?\s*(?:{_ZONE.pattern})?\s*[.:]\s+(?=[A-ZÀ-Þ])")
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

_DOCUMENT = re.compile(
    r"\W*(?:[a-z.]+\s+){0,4}(?:statements?|remarks|press|news|brief(?:ing)?s?|speech|address|interview|"
    r"transcript|readout|communiqu[eé]|declaration|meeting|minutes|testimony|hearing|letter|memorandum|"
    r"conference|gaggle|talks|summary|toast)\b",
    re.IGNORECASE,
)
# What a line that is no sentence says of its document's day: "held in Lima on", "the sitting of".
_HELD = re.compile(
    r"\b(?:(?:held|aired|broadcast|recorded|delivered|given|ending|ended)(?:\s+(?:in|at|to|before)(?:\s+\S+){1,6}?)?"
    r"(?:\s+on)?|(?:meetings?|minutes|sessions?|sittings?|hearings?|assembly|proceedings)\s+(?:of|on))(?:\s+the)?$",
    re.IGNORECASE,
)
_HEADLINES = 6  # lines at the top
_OTHER_DAY = re.compile(
    r"\b(?:next|upcoming)\b|anniversary|commemorat|remembrance|in\s+memory|years?\s+(?:after|since|of)|since|attacks?\b",
    re.IGNORECASE,
)


def stated(lines: Sequence[Line], *, updates: bool) -> str | None:
    """The date of the first line that says nothing else: "Published: 3 March 2021", "(March 19, 2024)".

    A labelled date goes before one that stands alone. With ``updates`` only dates of a change
    ("Updated ...") are looked for.
    """
    alone: str | None = None
    for at, line in enumerate(lines):
        found = mentions(line.text) if len(line.text) <= LONGEST_LINE else []
        labelled = _labelled(line.text, found, updates=updates)
        if labelled:
            return labelled
        if not found:
            continue
        if alone or _LABEL.match(line.text) or _is_attributed(lines, at) or breaks_off(lines, at):
            continue
        if stands_alone(line, found):
            alone = found[0].iso
    return None if updates else alone


def stands_alone(line: Line, found: Sequence[DateMention]) -> bool:
    """Whether the line holds one date and, at most, the time, a place or a byline with it."""
    if len({mention.iso for mention in found}) > 1 or line.words > 16:
        return False
    mention, text = found[0], line.text
    if len(mention.iso) == 4 and _bare(text) != text[mention.start : mention.end]:
        return False
    before, after = _PARTS.split(text[: mention.start])[-1], _PARTS.split(text[found[-1].end :])[0]
    if (_bare(after) and not _place_after(after)) or not _bare(before):
        return not _bare(after) or _place_after(after)
    beside = before.strip(" #*_>([（")
    if _BYLINE.match(beside) or _PERSON.search(beside):
        return _BYLINE.match(beside) is not None and len(beside.split()) <= 8
    # A place is set off from its date by a comma; without one the date belongs to a phrase.
    beside = _ARTICLE.sub("", beside)
    return beside.endswith(",") and len(beside.split()) <= 6 and _PLACE.fullmatch(beside) is not None


def _place_after(text: str) -> bool:
    """Whether a place or an address, and perhaps the hour, is all that follows a date: ", 3.00 pm,
    Wellington"."""
    places = [_bare(part) for part in _PARTED.split(text)]
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
    heads = _is_line_of_heading(lines[at].text) and not above.text.rstrip().endswith(",")
    return above.words >= 7 and not heads


def _is_line_of_heading(text: str) -> bool:
    """Whether a line has the form that place and date have below a title: "Lima, 3 May 2024", "Friday, May 3,
    2024"."""
    first = next(iter(mentions(text)), None)
    if first is None or not text[:1].isupper() or text.rstrip().endswith("."):
        return False
    before = text[: first.start].rstrip()
    return before.endswith(",") or (not before and first.weekday)


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
        found = mentions(line.text) if len(line.text) <= LONGEST_LINE and not is_prose(line) else []
        if len(found) != 1 or not found[0].full or _OTHER_DAY.search(line.text):
            continue
        before, after = line.text[: found[0].start].rstrip(), line.text[found[0].end :]
        if _bare(after) and not _place_after(after):
            continue
        set_off = before.endswith((",", "-", "–", "—", ":", "(", "|", "["))
        if _HELD.search(before) or (set_off and not _bare(after) and _DOCUMENT.match(line.text)):
            return found[0].iso
    return None


def _labelled(text: str, found: Sequence[DateMention], *, updates: bool) -> str | None:
    """The date behind a label such as "Published", which may follow a byline."""
    if len(text) > LONGEST_LINE:
        return None
    year = None if updates else _LABELLED_YEAR.fullmatch(text)
    if year:
        return year[1]
    is_sentence = ends_sentence(text) and len(text.split()) > 8
    for label in _LABEL.finditer(text):
        if (label["updated"] is not None) != updates or (is_sentence and label.start() > 0):
            continue
        for mention in found:
            if mention.start >= label.end() and _belongs(text, label, mention):
                return mention.iso
    return None


def _belongs(text: str, label: re.Match[str], mention: DateMention) -> bool:
    between = text[label.end() : mention.start]
    if not _NO_SENTENCE_END.fullmatch(between) or _LABEL.search(between):
        return False
    label_end = re.search(r"(?<!\d)[:：]", between)
    if label_end:
        # "Date of birth: ..." is a label of something else.
        return not _bare(between[: label_end.start()])
    if re.search(r"[^\W\d_]{2,}", _bare(between)):
        return False
    # "Released on 3 March 2021 by the ministry, the report ..." is a sentence that goes on.
    return re.match(r"\s+[a-z]{2,}", _CLOCK.sub("", _ZONE.sub("", text[mention.end :]))) is None


def _bare(text: str) -> str:
    """What is left of a line without clock times, time zones, weekdays and linking words."""
    for pattern in _AROUND:
        text = pattern.sub(" ", text)
    return text.strip(" \t\u00a0,;:.()（）[]【】*_#>|'\"-–—")


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
    return words and _PLACE.fullmatch(text) is not None
