"""Offices in Japanese, Korean and Chinese: where they part from a name, who holds them, whose text it is."""

from __future__ import annotations

import re

_HAN = r"\u3400-\u9fff々"
_ROLE = (
    r"副?(?:大臣|長官|大統領|首相|外相|総理|知事|市長|町長|村長|区長|社長|会長|総裁|議長|主席|大使|次官|報道官"
    r"|代表|委員長|教授|局長|部長|所長|理事長|学長|议员|議員)"
    r"|国务卿|发言人|發言人|外长|外長|部长|总理|總理|总统|總統|市长|省长|秘书长|会长|院长|所长|总裁|局长"
    r"|대통령|총리|장관|차관|대변인|대표|의원|위원장|회장|사장|교수|국장|총장|시장|지사|대사|총재"
)
_COURTESY = r"氏|さん|様|先生|女士|씨|님"
# The Japanese ministries, as they stand before "大臣" (Act on the organisation of the national government).
_MINISTRY = re.compile(
    r"(?:内閣総理|内閣官房|外務|財務|経済産業|厚生労働|国土交通|農林水産|防衛|環境|総務|法務|文部科学|デジタル"
    r"|復興|国家公安委員|[\u3400-\u9fff]{2,8}担当)$"
)
# A foreign minister's own: a Korean name of three characters and what he is minister of.
_KOREAN = re.compile(
    r"(?P<name>[朴金李崔鄭姜趙尹張林韓呉徐申権黄安宋柳洪][\u3400-\u9fff]{2})(?P<body>[\u3400-\u9fff]{2,12}(?:部|省|庁|府|院))$"
)
_ASKED = re.compile(rf"(?P<name>.*?)(?P<office>(?:{_ROLE})?)(?:{_COURTESY})?")
_BARE = re.compile(rf"(?:^|[^{_HAN}])(?P<office>[{_HAN}]{{0,8}}?(?:{_ROLE}))(?:は|が|も)")
_TEXT = (
    r"(?:談話|声明|聲明|コメント|メッセージ|所感|挨拶|演説|答弁|谈话|讲话|致辞"
    r"|성명|담화|논평|메시지|인사말|모두발언)"
)
# At the end of the title: "首相演説に批判" is a report about a speech.
_ISSUED = re.compile(
    rf"(?:^|[のに]関する|についての|[\s　「（(])"
    rf"(?P<who>[{_HAN}]{{0,12}}?(?:{_ROLE}|政府|外務省|外交部|외교부|정부))"
    rf"(?:の|的| ?명의의?)? ?{_TEXT}\s*(?:[（(][^（()）]{{0,40}}[）)])?$"
)
# A deputy's office ends in the words of his superior's; before 장관 and 차관, 부 is the ministry.
_KOREAN_DEPUTY = re.compile(r"(?:총리|대통령|지사|시장|의장|위원장|대변인|사장|총장)")
_LONGEST_STATE = 3  # characters of the name of a state before its office: 中国, 日本国
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def parted(name: str, role: str) -> tuple[str, str]:
    """ "山田太郎経済産業" and "大臣" as "山田太郎" and "経済産業大臣"; name "" where it is all office."""
    ministry = _MINISTRY.search(name)
    if ministry is not None and role.endswith("大臣"):
        return name[: ministry.start()], ministry[0] + role
    korean = _KOREAN.fullmatch(name)
    return (korean["name"], korean["body"] + role) if korean else (name, role)


def bare_office(lead: str) -> str | None:
    """The office that stands for its holder before quoted words: "大臣は、「…"."""
    found = list(_BARE.finditer(lead))
    return found[-1]["office"] if found else None


def issuing_office(title: str) -> str | None:
    """Whose statement a title says the text is: "…に関する外務大臣談話" is the foreign minister's."""
    found = _ISSUED.search(title)
    return found["who"] if found else None


def is_same_person(asked: str, speaker: str) -> bool:
    """Whether a name with a title, "山田大臣", or an office means a speaker: "山田太郎, 経済産業大臣"."""
    if not _EAST.search(asked):
        return False
    asked = asked.replace(" ", "")
    name, _, office = (part.strip().replace(" ", "") for part in speaker.partition(","))
    if len(name) > 1 and name in asked:
        return True
    found = _ASKED.fullmatch(asked)
    if found is None:
        return False
    wanted, role = found["name"], found["office"]
    fits = not role or not office or _ends_in(office, role) or role in ("大臣", "外相", "外长", "首相")
    if not wanted or not name:
        return bool(role) and _ends_in(office or name, asked)
    # "中国外交部发言人": the state is not told again in its own ministry's text.
    of_state = asked.endswith(office) and len(asked) - len(office) <= _LONGEST_STATE < len(office)
    if _ends_in(office or name, asked) or of_state:
        return True
    # A family name of one character, as in Korea and China, takes its title to be known by.
    return (
        fits
        and (name.startswith(wanted) or (len(wanted) > 1 and name.endswith(wanted)))
        and (len(wanted) > 1 or bool(role))
    )


def _ends_in(office: str, asked: str) -> bool:
    """Whether an office is the one asked for, however it is introduced, and not its deputy's."""
    before = office.removesuffix(asked)
    if not office.endswith(asked) or before.endswith("副"):
        return False
    return not (before.endswith("부") and _KOREAN_DEPUTY.match(asked))
