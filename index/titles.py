"""The title a document is listed by: what it calls itself, or else how it begins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from index.date_forms import mentions
from index.date_lines import stands_alone
from index.documents import Furniture
from index.lines import Line, ends_sentence, is_prose, split
from index.sentences import sentences

LONGEST = 200  # characters of a title
_LONGEST_OPENING = 80  # characters of a first sentence that stands in for a title
_KEYS = ("title", "headline", "og:title")
_HEAD = 6  # lines of text at the top that may be the headline
_READ = 20_000  # characters at the top that are read for it
_SUBJECT = 4  # words of a line that says what a document is about, at least
_LETTERHEAD = 6  # words of one
_MOST_WORDS = 40  # a longer line is no headline
_NO_HEADLINE = re.compile(
    r"(?:by|von|par|por|dear)\s+\S|(?:for\s+immediate\s+release|press\s+release)\W*$", re.IGNORECASE
)
# Kinds of document, letterheads of press offices: what stands over the line with the subject.
_KIND = re.compile(
    r"(?:for\s+immediate\s+release|(?:media|press|news)\s+(?:release|statement|notice|advisory|information)"
    r"|meetings?\s+coverage|(?:presse|medien)(?:mitteilung|information|meldung|erklärung)"
    r"|communiqué(?:\s+de\s+presse)?|nota\s+de\s+prensa|comunicado(?:\s+de\s+(?:prensa|imprensa))?"
    r"|comunicato(?:\s+stampa)?|(?:official\s+)?(?:statement|transcript|minutes|readout|fact\s+sheet|report)"
    r"|(?:the\s+)?(?:white\s+house\s+)?office\s+of\s+(?:the\s+)?(?:press\s+secretary|spokesperson|communications)"
    r"|보도\s?자료|報道発表(?:資料)?|プレスリリース|新闻稿|新聞稿)\W*",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"\b(?:CITY|COUNTY|TOWN|COUNCIL|MINISTRY|DEPARTMENT|OFFICE|EMBASSY|GOVERNMENT|HOUSE|COMMISSION|COMMITTEE|AGENCY"
    r"|COURT|BANK|UNIVERSITY|PARLIAMENT|SENATE|ASSEMBLY|UNION|NATIONS|STATE|REPUBLIC|BOARD|AUTHORITY|SECRETARIAT)\b"
)
_LABELLED = re.compile(r"\w+:\s")  # "Present: …", "To: …"
_CLOCK = re.compile(r"\W*\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b\.?)?\s*[A-Z]{0,4}\W*", re.IGNORECASE)
_TURN = re.compile(r"(?:Q\b|[A-Z][A-Z .'’()-]{2,60}:)")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_OPENING_MARKS = re.compile(r"^(?:#{1,6}\s+|>\s*|[-*+•]\s+)+")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


def find(text: str, furniture: Sequence[Furniture], metadata: Mapping[str, str], fallback: str) -> str:
    """One line of plain text, at most 200 characters, never empty unless ``fallback`` is.

    metadata: lower-case keys of a front matter. fallback: the file's name, for a text that begins
    neither with a headline nor with a sentence, as the transcript of a talk does.
    """
    for key in _KEYS:
        if given := _clean(metadata.get(key, "")):
            return _shorten(given, LONGEST)
    lines = _text_lines(text, furniture)
    found = _heading(lines) or _headline(lines) or _opening(lines)
    return _shorten(found, LONGEST) if found else _shorten(_clean(fallback) or fallback.strip(), LONGEST)


def _text_lines(text: str, furniture: Sequence[Furniture]) -> list[Line]:
    front = furniture[0].end if furniture and furniture[0].kind == "front matter" else 0
    aside = {span.start for span in furniture}
    return [line for line in split(text[: front + _READ], front) if line.start not in aside]


def _heading(lines: Sequence[Line]) -> str:
    """The first Markdown heading of the top level, or one that stands above all running text."""
    above = True
    for line in lines:
        if line.heading and (above or line.text.startswith("# ")):
            return _clean(line.text)
        above = above and not is_prose(line)
    return ""


def _headline(lines: Sequence[Line]) -> str:
    """The first line that reads like a headline, above the first running text."""
    for at, line in enumerate(lines[:_HEAD]):
        text = _clean(line.text)
        if is_prose(line) or _TURN.match(text):
            return ""
        if _is_headline(line, text):
            if _is_transcript(lines[at + 1 :]):
                return ""
            return _below_letterhead(lines[at:_HEAD]) or text
    return ""


def _below_letterhead(lines: Sequence[Line]) -> str:
    """The line with the subject below the kind of document or the name of who issued it; "" if the
    first line is neither.

    A letterhead is a body's name in capitals, or one of the kinds; the subject is a longer line.
    """
    if not _is_letterhead(_clean(lines[0].text)):
        return ""
    names = [_clean(lines[0].text)]
    for line in lines[1:]:
        text = _clean(line.text)
        if is_prose(line) and not _is_subject(line, text):
            break
        if _is_headline(line, text) and not _is_letterhead(text):
            if line.words < _SUBJECT or _LABELLED.match(text):
                break
            return text
        names += [text] if _is_letterhead(text) else []
    # Without a subject the longest of the names says most: "CITY COUNCIL – REGULAR MEETING".
    return max(names, key=len)


def _is_letterhead(text: str) -> bool:
    named = text.isupper() and len(text.split()) <= _LETTERHEAD and _ISSUES.search(text) is not None
    return _KIND.fullmatch(text) is not None or named


def _is_subject(line: Line, text: str) -> bool:
    return not text.endswith((".", "!", "…")) and _is_headline(line, text)


def _is_transcript(below: Sequence[Line]) -> bool:
    """Whether a time of day and a speaker's turn follow: then the line above is the place of a talk."""
    clock = any(_CLOCK.fullmatch(line.text) for line in below[:3])
    return clock and any(_TURN.match(line.text) for line in below[:6])


def _is_headline(line: Line, text: str) -> bool:
    if not re.search(r"[^\W\d_]{2}", text) or line.words > _MOST_WORDS or _NO_HEADLINE.match(text):
        return False
    if _CLOCK.fullmatch(text) or re.fullmatch(r"\([^()]*\)", text) or text.endswith((":", ",", "，", "：")):
        return False
    dates = mentions(line.text)
    return not (dates and stands_alone(line, dates)) and not text.endswith(("。", "."))


def _opening(lines: Sequence[Line]) -> str:
    """How the first sentence begins, cut at a word bound; "" where the text begins otherwise."""
    if not lines or not (is_prose(lines[0]) or ends_sentence(lines[0].text)) or _TURN.match(lines[0].text):
        return ""
    text = _clean(lines[0].text[:2000])
    spans = sentences(text)
    first = text[spans[0].start : spans[0].end] if spans else text
    return _shorten(first, _LONGEST_OPENING)


def _clean(text: str) -> str:
    """Plain words on one line: no markup, no control or formatting characters."""
    text = _TAG.sub("", _LINK.sub(r"\1", text[:4000]))
    text = "".join(
        " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    text = _OPENING_MARKS.sub("", " ".join(text.split()))
    return re.sub(r"\*+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])", "", text).strip()


def _shorten(text: str, longest: int) -> str:
    """At most ``longest`` characters, cut at a word bound where there is one."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    if not text[longest - 1].isspace() and " " in cut[longest // 2 :]:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:–—-") + "…"
