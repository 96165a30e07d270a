"""Who says what in Chinese news and releases, in simplified or traditional characters.

Verbs: the reporting verbs of Xinhua's house style; family names: the hundred commonest of the Ministry of
Public Security's yearly report.
"""

from __future__ import annotations

import re

from rag.abroad.han import simplified
from rag.abroad.known_east import Found, Known, Line, Speaker
from rag.speech.quotations import Quotation

_ROLE = (
    "发言人|外长|部长|副部长|总理|主席|总统|首相|国务卿|大使|代表|秘书长|市长|副市长|省长|县长|镇长|乡长|区长|村长|主任|教授|会长|院长|所长|董事长"
    "|总裁|总经理|经理|首席执行官|研究员|专家|律师|书记|议员|负责人|局长|司长|处长|厅长|署长|队长|站长|校长|馆长|医生|教师|老师|学者|居民|村民"
    "|市民|渔民|农民|店主|工人|司机|记者|分析师|经济学家|委员长|委员|检察长|法官|行长|理事长|工程师|设计师|业主|乘客|家长|学生|官员|教练"
)
_VERB = (
    "表示|指出|强调|认为|回应|补充|透露|坦言|宣布|写道|告诉|介绍|提醒|呼吁|批评|要求|建议|承认|回忆|抱怨|警告|否认|重申|质疑|解释|直言|反驳"
    "|分析|发言|证实|感叹|敦促|主张|抗议|谴责|欢迎|希望|相信|担心|预计|估计|说明|声明|通报|答复|答道|答|问道|喊道|道|说|称|谈到|提出|倡议|保证|承诺"
)
_ADVERBS = "还|也|又|则|并|再|随后|同时|进一步|最后|另外|此外|特别|明确|曾|已|都|均|便|就此|对此|亦"
_FOLLOW = (
    rf"(?:{_VERB}|{_ADVERBS}|在|于|对|就|向|当|今|昨|日前|近日|此前|接受|率|到|出席|，|,|：|:|\d"
    rf"|[（(“「]|$|上午|下午|周|星期|不|没有|没|拒绝|因)"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯"
    "邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武洪莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒"
    "阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_BODY = (
    r"(?:外交部|国防部|商务部|[\u4e00-\u9fff]{1,12}(?:部|局|委|委员会|政府|公司|集团|协会|法院"
    r"|检察院|大学|医院|使馆|银行|中心|党|办公室|署|厅|社|联盟|组织|工会))"
)
_HAN = r"[\u4e00-\u9fff]"
_NAMED = re.compile(
    rf"(?P<role>{_HAN}{{0,18}}?(?:{_ROLE}))(?P<name>[{_SURNAMES}]{_HAN}{{2}}|[{_SURNAMES}]{_HAN}"
    rf"|{_HAN}{{1,6}}(?:·{_HAN}{{1,8}})+)(?={_FOLLOW})"
)
_ALONE = re.compile(rf"(?:^|[，。：；\s])(?P<name>[{_SURNAMES}]{_HAN}{{1,2}})(?=(?:{_ADVERBS})*(?:{_VERB}))")
_OFFICE = re.compile(
    rf"(?:^|[，。：；])(?:该|这位|这名)?(?P<role>{_HAN}{{0,8}}?(?:{_ROLE}))(?=(?:{_ADVERBS})*(?:{_VERB}))"
)
_OFFICIAL = re.compile(r"(?:发言人|长|总理|主席|总统|首相|主任|书记|总裁|经理|负责人)$")
_BODIES = re.compile(rf"(?:^|[，。：；\s])(?P<name>{_BODY})(?=(?:{_ADVERBS})*(?:{_VERB}))")
_CREDIT = re.compile(
    rf"(?:^|[，。])(?:据|根据|按照)(?P<name>{_BODY}|{_HAN}{{2,10}}?)(?:介绍|称|透露|统计|消息|说法|通报"
    rf"|发布|公布|披露)"
)
_AGAIN = re.compile(
    rf"(?:^|[，。：；\s])(?:不过|但|同时|此外|对此|随后|而)?(?:他|她)(?={_HAN}{{0,10}}?(?:{_VERB})|在|对|就)"
)
_SAYS = re.compile(_VERB)
_CUE = re.compile(rf"(?:{_VERB})[^，,：:。]{{0,12}}[，,：:]?\s*[“「『\"]?$")
_TAIL = re.compile(
    rf"[，,]?\s*(?P<who>他|她|{_HAN}{{2,16}}?)(?:{_ADVERBS})*(?:在{_HAN}{{1,10}})?(?:向{_HAN}{{1,8}}"
    rf"|对{_HAN}{{1,8}})?(?:{_VERB})"
)


def prepare(flat: str, known: Known) -> None:
    """Nothing: Chinese texts introduce persons where they speak of them."""


def read(line: Line, known: Known) -> Found:
    """Who has the word in a Chinese sentence."""
    text = simplified(line.text)
    lead = text[: text.index("□") - 1] if "□" in text else text
    voice = _subject(lead, line.text, known)
    says = _SAYS.search(lead) is not None
    if voice is None and "□" in text:
        voice, tagged = _behind(text, line.text, known)
        if tagged:
            return Found(voice, False, spoken=True)
    if voice is None and _AGAIN.search(lead):
        voice = known.focus if known.paragraph >= line.paragraph - 1 else None
        return Found(voice, says and voice is not None, spoken=True)
    return Found(voice, says and voice is not None, spoken=_CUE.search(lead) is not None)


def is_speech(line: Line, quote: Quotation) -> bool:
    """By what stands before: a verb of saying; what stands behind is read with the sentence."""
    return _CUE.search(simplified(line.before(quote))) is not None


def _subject(lead: str, shown: str, known: Known) -> Speaker | None:
    """The last person, office or body before the verb. shown: the same in the characters of the text."""
    named = None
    for named in _NAMED.finditer(lead):
        name = shown[named.start("name") : named.end("name")]
        role = shown[named.start("role") : named.end("role")]
        known.meet(Speaker(name, _own(role)))
    if named is not None and _SAYS.search(lead, named.end("name")) is not None:
        return next(one for one in known.people if one.name == shown[named.start("name") : named.end("name")])
    for one in reversed(known.people):
        at = shown.find(one.name, 0, len(lead))
        if (
            at >= 0
            and (at == 0 or shown[at - 1] in "，。：；、 　")
            and _SAYS.search(lead, at + len(one.name))
        ):
            return one
    alone = _ALONE.search(lead)
    if alone is not None:
        return known.meet(Speaker(shown[alone.start("name") : alone.end("name")]))
    for pattern in (_CREDIT, _BODIES):
        found = pattern.search(lead)
        if found is not None:
            name = shown[found.start("name") : found.end("name")]
            same = next((one for one in known.people if one.name == name), None)
            return same or Speaker(name)
    office = _OFFICE.search(lead)
    if office is None:
        return None
    role = shown[office.start("role") : office.end("role")]
    return known.holding(role) or (Speaker(role) if _OFFICIAL.search(office["role"]) else None)


def _own(role: str) -> str:
    """The office without what is told of its holder: "家住北湾的退休教师" is "退休教师"."""
    return re.split(r"[的、，]", role)[-1].removeprefix("另一名").removeprefix("一名")


def _behind(text: str, shown: str, known: Known) -> tuple[Speaker | None, bool]:
    """ "“…”，方志恒说": who speaks, and whether a verb of saying follows at all."""
    at = text.rindex("□") + 2
    found = _TAIL.match(text, at)
    if found is None:
        return None, False
    if found["who"] in ("他", "她"):
        return known.focus, True
    who = shown[found.start("who") : found.end("who")]
    same = next((one for one in known.people if who.endswith(one.name)), None)
    if same is not None:
        return same, True
    named = _NAMED.search(text, found.start("who"))
    if named is not None and named.start() == found.start("who"):
        return known.meet(
            Speaker(
                shown[named.start("name") : named.end("name")],
                _own(shown[named.start("role") : named.end("role")]),
            )
        ), True
    family = len(who) in (2, 3) and text[found.start("who")] in _SURNAMES
    return (known.meet(Speaker(who)) if family else None), True


def is_speaker(words: str) -> bool:
    """Do these words stand for somebody who speaks: an office, a body?"""
    return re.search(rf"(?:{_ROLE}|{_BODY})$", simplified(words)) is not None
