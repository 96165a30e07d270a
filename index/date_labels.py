"""Labels of a document's date, "Published: 3 March 2021", and what may stand beside a date in its line."""

from __future__ import annotations

import re
from typing import Literal

from index.date_forms import DateMention, mentions
from index.lines import ends_sentence

LONGEST_LINE = 200  # characters of a line that is all about a date

# What a label tells the day of: of the meeting, of its being told, of its coming into force, of a change.
Told = Literal["happened", "published", "approved", "updated"]

_PUBLISHED = """
    published posted issued sent released release\\s+date date\\s+issued publication\\s+date publish\\s+date
    (?<![^\\W\\d_]\\s)date
    for\\s+immediate\\s+release created first\\s+published
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
# What happened on the day goes before when it was told.
_MET = (
    r"meeting|hearing|interview|session|sitting|event|speech|briefing|conference|sermon|lecture|debate|visit"
)
_HAPPENED = rf"""
    delivered recorded (?:{_MET})\s+date date\s+of\s+(?:the\s+)?(?:{_MET}|delivery|adoption|signature|letter)
    date\s+(?:delivered|held|adopted|signed) (?<![\w,;:.)]\s)(?:done|given|held|dated)
    aufgenommen sitzungstag fecha\s+de\s+la\s+reunión date\s+de\s+la\s+réunion 開催日 회의\s*일시
"""
# Minutes are adopted at a later meeting: these count where nothing else does.
_APPROVED = r"""
    (?<![\w,;:.)]\s)(?:adopted|approved|signed|decided|ratified)
    beschlossen verabschiedet adoptée? aprobad[oa]
"""
LABEL = re.compile(
    rf"(?<!\bbe\s)\b(?:(?P<happened>{'|'.join(_HAPPENED.split())})|(?P<published>{'|'.join(_PUBLISHED.split())})"
    rf"|(?P<approved>{'|'.join(_APPROVED.split())})|(?P<updated>{'|'.join(_UPDATED.split())}))\b",
    re.IGNORECASE,
)
_LABELLED_YEAR = re.compile(
    rf"\W*(?:{'|'.join(_PUBLISHED.split())})\s*(?::|：|in)\s*((?:1[89]|20)\d\d)\W*", re.IGNORECASE
)
_NO_SENTENCE_END = re.compile(r"[^.!?。]{0,45}")

# What may stand beside a date without making the line about anything else.
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\d{1,2}시\s?\d{1,2}분|\d{1,2}[時时]\d{1,2}分|오전|오후|午前|午後|上午|下午"
    r"|\bT\d{2}:\d{2}\S*|[+-]\d{2}:?\d{2}\b|\b(?:noon|midnight|uhr)\b",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\(?\b(?:[ECMPA][SD]?T|GMT|UTC|BST|CES?T|KST|JST|HKT|ICT|IST|AEST|SGT|Z|local\s+time)\b\)?(?:[+-]\d+)?"
)
_WEEKDAY = re.compile(
    r"[(（]?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|[(（][月火水木金土日월화수목금토일一二三四五六][)）]",
    re.IGNORECASE,
)
_LINKING = re.compile(r"\b(?:on|at|the|am|um|vom|den|le|du|el|em|il|à|a|las|de|by|of)\b", re.IGNORECASE)
_PAGE = re.compile(r"\bpage\s+[A-Z]?\d+\b", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:no|nr|vol|volume|issue|number|num|heft|bd)\b\.?\s*\d+", re.IGNORECASE)
_AROUND = (CLOCK, ZONE, _WEEKDAY, _LINKING, _PAGE, _ISSUE)

_SMALL = r"of|the|de|la|du|del|and"
_CAPITAL = r"[A-ZÀ-Þ(][\w.'’)-]*"
PLACE = re.compile(rf"(?:{_CAPITAL}|{_SMALL})(?:,?\s+(?:{_CAPITAL}|{_SMALL}))*,?")

# "Posted by Ben on …", "As delivered, Paris, …", "Issued at Geneva on …"
_BETWEEN = re.compile(
    rf"\s*(?:by\s+(?:the\s+)?|,\s*|(?:in|at|à|en|zu|em)\s+(?:the\s+)?)(?=[A-ZÀ-Þ])(?:{PLACE.pattern})"
    r"(?:\s+(?:on|den|le|el|am))?(?:\s+the)?\s*"
)
_MOST_BETWEEN = 6  # words
_SIGNED_OFF = re.compile(r"\s+(?:by|in|under|with|to)\s+[^.;]{1,60}$")


def labelled(text: str, told: Told) -> str | None:
    """The date behind a label such as "Published", which may follow a byline."""
    if len(text) > LONGEST_LINE:
        return None
    year = _LABELLED_YEAR.fullmatch(text) if told == "published" else None
    if year:
        return year[1]
    is_sentence = ends_sentence(text) and len(text.split()) > 8
    for label in LABEL.finditer(text):
        if label[told] is None or (is_sentence and (label.start() > 0 or told == "happened")):
            continue
        for mention in mentions(text):
            if mention.start >= label.end() and _belongs(text, label, mention):
                return mention.iso
    return None


def _belongs(text: str, label: re.Match[str], mention: DateMention) -> bool:
    between = CLOCK.sub(" ", text[label.end() : mention.start])
    if not _NO_SENTENCE_END.fullmatch(between) or LABEL.search(between):
        return False
    label_end = re.search(r"(?<!\d)[:：]", between)
    if label_end:
        # "Date of birth: ..." is a label of something else.
        return not bare(between[: label_end.start()])
    named = _BETWEEN.fullmatch(between) is not None and len(between.split()) <= _MOST_BETWEEN
    if not named and re.search(r"[^\W\d_]{2,}", bare(between)):
        return False
    # "Released on 3 March 2021 by the ministry, the report ..." is a sentence that goes on.
    rest = CLOCK.sub("", ZONE.sub("", text[mention.end :]))
    if ends_sentence(rest) or "," in rest:
        return re.match(r"\s+[a-z]{2,}", rest) is None
    return re.match(r"\s+[a-z]{2,}", rest) is None or _SIGNED_OFF.match(rest) is not None


def bare(text: str) -> str:
    """What is left of a line without clock times, time zones, weekdays and linking words."""
    for pattern in _AROUND:
        text = pattern.sub(" ", text)
    return text.strip(" \t\u00a0,;:.()（）[]【】*_#>|'\"-–—")
