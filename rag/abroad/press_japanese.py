"""Who says what in Japanese news and releases.

Verbs: the NHK handbook of newspaper Japanese on reported speech; offices: the same, and the laws on the
organisation of the ministries.
"""

from __future__ import annotations

import re

from rag.abroad.known_east import Found, Known, Line, Speaker
from rag.abroad.offices_east import parted
from rag.speech.quotations import Quotation

_MINISTRIES = (
    "経済産業|厚生労働|国土交通|農林水産|文部科学|財務|外務|防衛|環境|総務|法務"
    "|経産|厚労|国交|農水|文科|デジタル|復興"
)
_ROLE = (
    r"国務長官|国防長官|官房長官|財務長官|副大統領|大統領|副知事|首相|外相|財務相|経産相|防衛相|厚労相"
    r"|総務相|法相|農相|環境相"
    rf"|(?:{_MINISTRIES})相|副大臣|大臣|長官|報道官|次官|大使|代表取締役|代表|委員長|総裁|幹事長|知事"
    rf"|副市長|市長|議員|組合長|会頭|町長|村長"
    r"|区長|学長|院長|館長|署長|社長|副社長|専務|会長|准教授|教授|監督|選手|主席|総書記|書記長|議長|局長"
    r"|部長|課長|理事長|理事|所長|研究員"
    r"|弁護士|医師|店長|主任|室長|事務局長|事務総長|駅長|校長|園長|氏|さん"
)
_UNNAMED = (
    r"(?:担当者|幹部|関係者|広報|高官|報道担当|政府|外務省|[\u3400-\u9fff]{1,8}省"
    r"|[\u3400-\u9fff]{2,8}(?:庁|協会|連盟|委員会|会議所|漁協|労組|組合))"
)
_MARK = r"(?:（[^（）]{1,30}）)?(?:からは、?|から、?|は|が|も|によると|によれば|に)"
_NAME = r"[\u3400-\u9fff々ァ-ヴー・]{1,24}?"
PERSON = re.compile(rf"(?P<name>{_NAME})(?P<role>{_ROLE})(?P<mark>{_MARK})")
_MIXED = re.compile(
    rf"(?P<name>[\u3400-\u9fff]{{1,4}}[ァ-ヴーぁ-ん]{{2,5}})(?P<role>{_ROLE})(?P<mark>{_MARK})"
)
_OTHER = re.compile(
    rf"(?P<name>(?:[\u3400-\u9fff々ァ-ヴー・]{{1,12}}の)?{_UNNAMED})(?P<mark>(?:は|が|も|によると|によれば))"
)
_GROUP = re.compile(
    r"(?P<name>両(?:大臣|首脳|外相|者|長官|国|政府)|双方|三者|三国|三大臣|各国)(?:は|が|とも)"
)
_AGAIN = re.compile(r"(?:^|[。、\s　])(?:同氏|氏|彼|彼女|同社長|同大臣)(?:は|が|も)")
_FAMILY = re.compile(r"[\u3400-\u9fff々]{1,3}")
_INTRODUCED = re.compile(rf"(?P<name>{_NAME})(?P<role>(?:{_MINISTRIES})?大臣|長官)(?=[（は、がとにから])")
_LONGEST_FAMILY = 3  # characters
# "違約金は負担する考えも示した": what is said besides, by the same person.
_ALSO = re.compile(
    r"(?:とも(?:述べ|話|語|指摘|強調|説明|訴え)|(?:考え|見方|意向|認識|方針|見解|姿勢|期待|懸念)も(?:示"
    r"|表明|明))"
)
_CREDITED = re.compile(r"によ(?:ると|れば)")
_TAIL = re.compile(r"(?:など|といった|との|とも|と|って)")
_SPEAKS = (
    r"述べ|話し|話す|語っ|語り|語る|指摘|強調|説明|訴え|主張|明らかに|表明|答え|批判|警告|コメント|応じ"
    r"|言っ|言い|言う|発言|否定|発表"
    r"|伝え|要求|求め|反論|報告|釈明|提案|要請|見て|みる|みて|憤[っるり]|嘆[いく]|期待|歓迎|懸念|促し"
    r"|促す|呼びかけ|打ち明け|振り返|謝罪|約束"
    r"|断言|明かし|提言|評価|分析|考えを示|見方を示|認識を示|意向を示|見解を示|考えも示|期待を示|懸念を示|姿勢を示"
    r"|方針を示|意を表|謝意|言及|一致|確認|共有"
    r"|支持を得|賛同|同意|予測|見通しを示|不満|漏らし|疑問|提起|明言|にとどめ|という。|と(?:強い)?抗議"
    r"|申し入れ|理解を|感謝"
)
_REPORT = re.compile(_SPEAKS)
_BEFORE_NAME = re.compile(r"^(?:同日|同|一方|また|冒頭|なお|さらに|その後|続いて|会見で|訪日中|当時)")


def prepare(flat: str, known: Known) -> None:
    """Notes who is introduced with a ministry or a foreign name, wherever in the text."""
    for found in _INTRODUCED.finditer(flat):
        if "・" in found["name"] or len(found["name"]) > _LONGEST_FAMILY + 2:
            person(found["name"], found["role"], known)


def read(line: Line, known: Known) -> Found:
    """Who has the word in a Japanese sentence."""
    text = line.text
    lead = text[: text.index("□")] if "□" in text else text
    voice = _subject(lead if line.quotes else text, known)
    if voice is None and "□" in text:
        voice = _subject(text[text.rindex("□") + 1 :], known)
    if voice is None and line.quotes:
        near = known.paragraph >= line.paragraph - 1
        voice = known.focus if near and not re.search(r"(?:は|が)", lead[-12:]) else None
    if voice is None and _ALSO.search(text):
        voice = known.focus if known.paragraph == line.paragraph else None
    if voice is None and (_AGAIN.search(text) or not re.search(r"は|が", lead)):
        voice = known.focus if known.paragraph >= line.paragraph - 1 else None
    reports = _REPORT.search(text) is not None or _CREDITED.search(text) is not None
    return Found(voice, reports and voice is not None)


def is_speech(line: Line, quote: Quotation) -> bool:
    return _TAIL.match(line.after(quote)) is not None


def _subject(lead: str, known: Known) -> Speaker | None:
    group = _GROUP.search(lead)
    matches = [found for found in PERSON.finditer(lead) if _is_subject(found)]
    matches = matches or [found for found in _MIXED.finditer(lead) if _is_subject(found)]
    found = matches[-1] if matches else None
    other = _OTHER.search(lead)
    if group is not None and (found is None or found.start() <= group.start()):
        return Speaker(group["name"])
    if found is None:
        if other is None or other["name"].startswith(("同日",)):
            return _bare(lead, known)
        return Speaker(
            _BEFORE_NAME.sub("", other["name"]) if not other["name"].startswith("同") else other["name"]
        )
    # "神谷大臣は…提案し、ハウゲン大臣は…応じた": who closes the sentence.
    return person(found["name"], found["role"], known)


def _is_subject(found: re.Match[str]) -> bool:
    return not found["mark"].endswith("に") and found["name"] != "同"


def _bare(lead: str, known: Known) -> Speaker | None:
    """An office without a name: "知事は"."""
    found = re.search(rf"(?<![\u3400-\u9fff々ァ-ヴー])(?P<role>{_ROLE})(?:は|が|も|によると|から)", lead)
    return (known.holding(found["role"]) or Speaker(found["role"])) if found is not None else None


def person(name: str, role: str, known: Known) -> Speaker:
    """Somebody under the full form that the text has given before, or a new person."""
    name = _BEFORE_NAME.sub("", name) or name
    if role in ("大臣", "長官", "相") or role.endswith("大臣"):
        name, role = parted(name, role)
    if "・" in name and re.search(r"[\u3400-\u9fff]", name.rsplit("・", 1)[-1]):
        name, _, state = name.rpartition("・")
        role = state + role
    for one in known.people:
        if one.name == name:
            return known.meet(Speaker(name, role))
        if name and (one.name.startswith(name) or one.name.endswith(name) or f"・{name}" in one.name):
            return one
    if not name:
        return known.holding(role) or Speaker(role)
    if role.endswith(("大臣", "長官")) and len(name) > 5 and _FAMILY.fullmatch(name[:3]) and "・" not in name:
        name, role = name[:4], name[4:] + role
    return known.meet(Speaker(name, role))


def is_speaker(words: str) -> bool:
    """Do these words stand for somebody who speaks: an office, a body?"""
    return re.search(rf"(?:{_ROLE}|{_UNNAMED}|両大臣|市民|住民|議会|組合|会社)$", words) is not None
