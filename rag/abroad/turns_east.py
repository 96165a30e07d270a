"""Transcripts in Chinese, Japanese and Korean: who has the floor, from one label to the next.

The labels are those of the Chinese ministries' press conferences, the minutes of the Japanese Diet and of
the ministers' press conferences there, the minutes of the Korean National Assembly and of Taiwan's
Legislative Yuan, and the colon of interviews in all three.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from index.documents import Span
from rag.quotes import Statement
from rag.speech.proceedings import is_matter

_HAN = r"\u3400-\u9fff々〇"
_KANA = r"\u3040-\u30ff"
_GAP = r"[ \u3000]"
_OUTLET = rf"[{_HAN}{_KANA}A-Za-z·]{{0,12}}[《「『][^》」』\n]{{1,20}}[》」』][{_HAN}{_KANA}]{{0,8}}"
_COLON = re.compile(
    rf"{_GAP}*(?:[\[(]?\d{{1,2}}:\d\d(?::\d\d)?[\])]? ?)?(?P<label>{_OUTLET}|[{_HAN}{_KANA}·・A-Za-z]{{1,16}}"
    rf"|[가-힣]{{1,8}}(?: [가-힣]{{1,8}}){{0,3}})(?:{_GAP}?[（(][^（）()\n]{{1,30}}[）)])?{_GAP}?[：:](?!//)"
)
_BRACKET = re.compile(
    rf"{_GAP}*(?:[（(【\[<〈](?P<label>記者|记者|大臣|副大臣|長官|総理|知事|市長|会長|社長|委員長|司会|司会者|幹事社|問|答|問い|答え"
    rf"|質問|回答|质询|[{_HAN}]{{0,8}}(?:記者|大臣|長官|知事|報道官)|기자|질문|답변|장관|대변인|문|답)[）)】\]>〉])(?:{_GAP}|(?=\S))"
)
_CIRCLED = re.compile(
    rf"[○◯〇](?P<label>[{_HAN}{_KANA}]{{1,20}}(?:[（(][^（）()\n]{{1,20}}[）)][{_HAN}]{{0,8}})?)"
    r"[ \u3000]+(?=\S)"
)
_KO_OFFICE = (
    r"(?:[가-힣]{0,14}(?:위원장(?:직무대리|대리)?|소위원장|의장|부의장|장관(?:후보자)?|차관|처장|청장|총리|수석전문위원|전문위원|국장|실장"
    r"|대변인|진술인|증인|참고인|감사원장|원장|총장|시장|지사|후보자))"
)
_ASSEMBLY = re.compile(
    rf"[○◯](?P<label>{_KO_OFFICE} [가-힣]{{2,4}}|[가-힣]{{2,4}} (?:위원|의원))[ \u3000]+(?=\S)"
)
_ASKS = re.compile(
    r"(?:记者|記者|기자|问|問|問い|质询|質問|질문|문|提问|提問|聞き手|インタビュアー|事会|Q)(?:[A-Z0-9]|[一二三四])?"
)
_ANSWERS = re.compile(r"(?:答|答え|回答|답|답변|A)")
# Entries of a form and credits, no speakers.
_FORM = re.compile(
    r"(?:时间|時間|地点|地點|場所|日時|来源|來源|出席|出席者|列席|主题|主題|题目|编辑|編輯|責任編輯|责任编辑|校对|摘要|关键词|附件|附|注|备注|原标题"
    r"|标题|字体|電話|电话|联系人|日付|担当|問合せ先|連絡先|資料|参考|配信|写真|文|一|二|三|第[一二三四五六七八九十]+"
    r"|일시|장소|참석|참석자|주제|문의|담당|담당자|담당부서|배포|보도|보도시점|사진|글|자료|출처|첨부|붙임|책임자|비고|주의|참고)"
)
_LEAD = re.compile(r"(?:发布|發布|宣布|表示|介绍|介紹|说明|說明|说|說)[^。：:\n]{0,12}[：:]$")
_ROLES = (
    r"发言人|發言人|外长|部长|部長|总理|主席|主任|司长|局长|院长|会长|総理大臣|大臣|長官|知事|市長|社長|会長|報道官"
    r"|委員長|장관|대변인|의원|위원장|대표|회장|시장|지사|교수"
)
_HOLDERS = (
    re.compile(rf"(?P<role>{_KO_OFFICE}) (?P<name>[가-힣]{{2,4}})"),
    re.compile(r"(?P<name>[가-힣]{2,4}) (?P<role>위원|의원)"),
    re.compile(rf"(?P<role>[{_HAN}]*(?:{_ROLES}|議長|人))[（(](?P<name>[{_HAN}{_KANA}]{{2,12}}?)君?[）)]"),
)
# Questions of Japanese interviews, and the name that some put before an answer.
_DASH = re.compile(r"(?:[―─—]{2}|―|—(?=\S)) ?(?=\S)")
_ANSWER = re.compile(rf"(?P<label>[{_HAN}{_KANA}]{{1,8}})(?:さん|氏)?\u3000(?=\S)")
_GUEST = re.compile(rf"(?P<name>[{_HAN}]{{2,5}}|[{_KANA}・]{{2,16}})(?:さん|氏)")
_OFFICE_BEFORE = re.compile(rf"(?P<role>[{_HAN}가-힣]{{0,10}}(?:{_ROLES})){_GAP}?$")
_REACH = 24  # characters before a name in which its office stands
_REPORTERS = ("记者", "記者", "기자")
_LINE = re.compile(r"[^\s\u3000][^\n]*")
_STOPS = "。.？?！!…"
_CLOSING = "”」』\"')）]*_ \u3000"
_TURNS = 4
_SPEAKERS = 2
_OPENING = 4_000  # characters in which those who speak are introduced
_MOST = 0.6


class _Turn(NamedTuple):
    label: str
    words: int
    paragraph: int


def spoken_east(title: str, flat: str, paragraphs: Sequence[Span]) -> list[Statement]:
    """A direct statement for every paragraph of every turn; empty for any other kind of text."""
    lines = _lines(flat, paragraphs)
    asked = _dashed(flat, lines)
    if asked:
        return _statements(title, flat, lines, asked)
    for pattern in (_ASSEMBLY, _CIRCLED, _BRACKET, _COLON):
        found = [
            _Turn(match["label"], match.end(), number)
            for number, line in enumerate(lines)
            if (match := pattern.match(flat, line.start, line.end)) and not _FORM.fullmatch(match["label"])
        ]
        if _conversation(found, flat, lines):
            return _statements(title, flat, lines, _with_lead(found, flat, lines))
    return []


def _dashed(flat: str, lines: Sequence[Span]) -> list[_Turn]:
    """The turns of an interview that marks its questions by dashes; the line below each is the answer."""
    asked = {n: found for n, one in enumerate(lines) if (found := _DASH.match(flat, one.start, one.end))}
    if len(asked) < _SPEAKERS:
        return []
    made = []
    for number, found in asked.items():
        made.append(_Turn("問", found.end(), number))
        if number + 1 < len(lines) and number + 1 not in asked:
            answer = _ANSWER.match(flat, lines[number + 1].start, lines[number + 1].end)
            start = answer.end() if answer else lines[number + 1].start
            made.append(_Turn(answer["label"] if answer else "答", start, number + 1))
    return made


def _lines(flat: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The lines of the text: these languages wrap no line by hand in their transcripts."""
    return [
        Span(found.start(), found.end())
        for paragraph in paragraphs
        for found in _LINE.finditer(flat, paragraph.start, paragraph.end)
    ]


def _conversation(found: Sequence[_Turn], flat: str, lines: Sequence[Span]) -> bool:
    times = Counter(turn.label for turn in found)
    asked = sum(count for label, count in times.items() if _is_asker(label))
    returning = sum(count for label, count in times.items() if count > 1 or _is_asker(label))
    speakers = len(times) if asked else sum(count > 1 for count in times.values())
    if len(found) < _TURNS or speakers < _SPEAKERS or returning < _MOST * len(found):
        return False
    return sum(_talks(turn, flat, lines) for turn in found) >= _MOST * len(found)


def _is_asker(label: str) -> bool:
    return _ASKS.fullmatch(label) is not None or label.endswith(_REPORTERS)


def _talks(turn: _Turn, flat: str, lines: Sequence[Span]) -> bool:
    text = flat[turn.words : lines[turn.paragraph].end].strip(_CLOSING)
    if not text and turn.paragraph + 1 < len(lines):
        text = flat[lines[turn.paragraph + 1].start : lines[turn.paragraph + 1].end].strip(_CLOSING)
    return text[-1:] in _STOPS if text else False


def _with_lead(found: Sequence[_Turn], flat: str, lines: Sequence[Span]) -> list[_Turn]:
    """The turns, and what a speaker announces before the first: "首先，…发布消息：" on a line of its own."""
    made = list(found)
    for number, line in enumerate(lines[: found[0].paragraph]):
        text = flat[line.start : line.end].rstrip()
        who = next((turn.label for turn in found if turn.label in text and not _is_asker(turn.label)), None)
        if who is not None and _LEAD.search(text):
            return [_Turn(who, line.end, number), *made]
    return made


def _statements(title: str, flat: str, lines: Sequence[Span], found: Sequence[_Turn]) -> list[Statement]:
    labels = dict.fromkeys(turn.label for turn in found)
    names = {label: _named(label, title, flat, found) for label in labels}
    made = []
    for index, turn in enumerate(found):
        following = found[index + 1].paragraph if index + 1 < len(found) else len(lines)
        for number in range(turn.paragraph, following):
            start, end = lines[number].start, lines[number].end
            if number == turn.paragraph:
                start = (
                    turn.words + len(flat[turn.words : end]) - len(flat[turn.words : end].lstrip(" \u3000"))
                )
            end = start + len(flat[start:end].rstrip(" \u3000"))
            if start < end and not is_matter(flat[start:end]):
                made.append(Statement(start, end, names[turn.label], "direct"))
    return made


def _named(label: str, title: str, flat: str, found: Sequence[_Turn]) -> str | None:
    """The speaker behind a label; None for a questioner without a name or an outlet."""
    if _ASKS.fullmatch(label):
        return None
    if _ANSWERS.fullmatch(label):
        others = Counter(turn.label for turn in found if not _is_asker(turn.label) and turn.label != label)
        label = others.most_common(1)[0][0] if others else ""
    if not label or re.fullmatch(_ROLES, label):
        guest = _GUEST.search(title) if not label else None
        return _holder(label, title) or label or (guest["name"] if guest else None)
    for form in _HOLDERS:
        holder = form.fullmatch(label)
        if holder is not None:
            return f"{holder['name']}, {holder['role']}"
    return label if label.endswith(_REPORTERS) else _introduced(label, f"{title}\n{flat[:_OPENING]}")


def _introduced(label: str, text: str) -> str:
    """A name, with the office that the text puts before it anywhere."""
    at = text.find(label)
    while at >= 0:
        role = _OFFICE_BEFORE.search(text[max(0, at - _REACH) : at])
        if role is not None:
            cut = re.sub(r"^.*[年月日]|^(?:是|由|请|和|与)", "", role["role"])
            return f"{label}, {cut}" if cut and not label.endswith(cut) else label
        at = text.find(label, at + 1)
    return label


def _holder(office: str, title: str) -> str | None:
    """Who holds an office by the title: "大森国土交通大臣記者会見" for "大臣"."""
    role = office or f"(?:{_ROLES})"
    named = rf"(?P<name>[{_HAN}]{{2,4}}(?=主持|答|举行))?"
    found = re.search(rf"(?P<who>[{_HAN}{_KANA}가-힣]{{1,20}}{role}{named})", title)
    if found is None:
        return None
    return f"{found['name']}, {found['who'].removesuffix(found['name'])}" if found["name"] else found["who"]
