"""Quotations in Korean, Japanese and Chinese: a small table each of titles and verbs, and no guesses.

Verbs and titles: the National Institute of Korean Language's learner's list of quotative verbs, the
NHK handbook of newspaper Japanese, and the reporting verbs of Xinhua's house style.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from index.documents import Span
from rag.offices_east import bare_office, issuing_office, parted
from rag.quotations import Quotation, quotations
from rag.quotes import Statement

_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_END = re.compile(r"[.。！？!?\n]")
_REACH = 160  # characters before a quotation in which its subject is looked for
_TAIL = 40  # characters after it
_LONGEST = 400  # characters of a sentence
_LEAST = 4  # characters of a statement

_KO_ROLE = (
    "대통령|부통령|국무총리|부총리|총리|장관|차관|대변인|대표|의원|위원장|위원|회장|부회장|사장|교수|국장|총장|시장"
    "|지사|대사|감독|선수|원장|실장|청장|소장|비서관|보좌관|주석|특사|후보|변호사|연구원|팀장|본부장|이사장|이사|총재|의장|외교관|당국자|관계자|씨"
)
_KO_PERSON = re.compile(
    rf"(?P<name>[가-힣]{{1,5}}(?: [가-힣]{{2,5}})?) "
    rf"(?P<role>(?:[가-힣A-Z·]{{1,12}} ){{0,3}}[가-힣A-Z]{{0,12}}(?:{_KO_ROLE}))"
    r"(?:은|는|이|가|도)(?=[\s,“\"‘'])"
)
_KO_BODY = re.compile(
    r"(?P<name>[가-힣A-Z]{1,12}(?:부|처|청|원|당|위원회|협회|은행|공사|그룹|전자|측|백악관|의회|통신|신문))"
    r"(?:은|는|이|가|도)(?=[\s,“\"])"
)
_KO_AGAIN = re.compile(r"(?:^|[\s(])(?:그|그녀)(?:은|는|가|도)(?=[\s,“\"])")
_KO_TAIL = re.compile(r"\s*(?:이?라고|이?라며|이?라면서|고|며|면서|는|라는|이?란)")
_KO_OFFICE = re.compile(r"[가-힣A-Z]+(?:부|처|청|원|당|국|위|실|시|도|사|단|본|련|은행|백악관|청와대)")
_KO_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕"
)

_JA_ROLE = (
    "国務長官|国防長官|官房長官|財務長官|副大統領|大統領|副知事|首相|外相|財務相|経産相|防衛相|厚労相|総務相|法相|農相|環境相|大臣|長官|報道官"
    "|次官|大使|代表|委員長|総裁|幹事長|知事|市長|議員|組合長|会頭|町長|村長|区長|学長|院長|館長|署長|社長|会長|教授|監督|選手|主席|総書記|書記長|議長|局長|部長|理事長|所長|氏|さん"
)
_JA_PERSON = re.compile(rf"(?P<name>[\u3400-\u9fff々ァ-ヴー・]{{1,16}}?)(?P<role>{_JA_ROLE})(?:は|が|も)")
_JA_AGAIN = re.compile(r"(?:^|[。、\s])(?:同氏|氏|彼|彼女)(?:は|が|も)")
# Words reported without marks: "…が足りないと指摘した". Verbs: the same handbook on reported speech.
_JA_REPORT = re.compile(
    r"と(?:も|の(?:考え|見方|認識|見解)を)?(?:述べ|話し|語っ|語り|指摘し|強調し|説明し|訴え|主張し|明らかにし|表明し|答え|批判し|警告し"
    r"|コメントし|応じ|言っ|言い|発言し|否定し|発表し|示し|伝え|要求し|求め|反論し|報告し)(?:た|て|い|る|、|ま[しす])"
)
_JA_SENTENCE = re.compile(r"[^。\n]+。?")
_JA_TAIL = re.compile(r"(?:など)?と")

_ZH_ROLE = (
    "发言人|發言人|外长|外長|部长|部長|总理|總理|主席|总统|總統|首相|国务卿|國務卿|大使|代表|秘书长|秘書長|市长|市長|省长|主任|教授|会长|會長"
    "|院长|院長|所长|所長|董事长|总裁|總裁|首席执行官|研究员|研究員|专家|專家|律师|律師|书记|書記|议员|議員|负责人|局长|局長"
)
_ZH_VERB = "表示|指出|强调|強調|认为|認為|回应|回應|补充|補充|透露|坦言|宣布|写道|告诉|告訴|说|說|称|稱"
_ZH_PERSON = re.compile(
    rf"(?P<role>[\u3400-\u9fff]{{0,12}}?(?:{_ZH_ROLE}))(?P<name>[\u3400-\u9fff·•-]{{2,15}}?)"
    rf"(?=(?:{_ZH_VERB}|在|于|於|对|對|就|向|当|當|今|昨|日前|此前|接受|，|,|\d|[（(]))"
)
_ZH_AGAIN = re.compile(r"(?:^|[。，,\s])(?:他|她)(?:还|也|又|則|则|並|并)?")
_ZH_TAIL = re.compile(rf"[，,]?(?P<name>[\u3400-\u9fff·]{{1,10}}?)(?:还|也|又|则|則)?(?:{_ZH_VERB})")
_ZH_CUE = re.compile(rf"(?:{_ZH_VERB})[^，,：:]{{0,12}}[，,：:]?\s*$")
_TITLES = "《〈"  # marks of works, not of words spoken


class _Speaker(NamedTuple):
    name: str
    role: str

    @property
    def label(self) -> str:
        return (
            f"{self.name}, {self.role}" if self.role and self.role not in ("씨", "氏", "さん") else self.name
        )


def is_east_asian(flat: str) -> bool:
    """Are most of the letters Korean, Japanese or Chinese?"""
    sample = flat[:20_000]
    letters = sum(count for character, count in Counter(sample).items() if character.isalpha())
    return letters > 0 and len(_LETTER.findall(sample)) * 2 > letters


def east_asian(flat: str, paragraphs: list[Span], title: str = "") -> Iterator[Statement]:
    """Direct statements: those quotations that a title or a verb next to them shows to be speech.

    Japanese sentences that report speech without marks are statements as well; so is the rest of a text
    that the title calls somebody's statement.
    """
    holders = [_person(found) for found in _JA_PERSON.finditer(flat)]
    quoted = list(_direct(flat, paragraphs, holders))
    said = [*quoted, *_reported(flat, paragraphs, quoted)]
    office = issuing_office(title)
    if office is not None:
        said += _issued(flat, paragraphs[1:], said, _holder(office, holders).label)
    yield from sorted(said)


def _issued(flat: str, paragraphs: list[Span], said: list[Statement], who: str) -> Iterator[Statement]:
    """The sentences of somebody's own statement that are no other's words, and tell of no person."""
    for paragraph in paragraphs:
        for found in _JA_SENTENCE.finditer(flat, paragraph.start, paragraph.end):
            start = found.start() + len(found[0]) - len(found[0].lstrip("　 "))
            own = Span(start, found.end())
            tells = _JA_PERSON.search(found[0]) is not None or bare_office(found[0]) is not None
            if found[0][-1:] in "。." and not tells and not any(own.overlaps(one) for one in said):
                yield Statement(own.start, own.end, who, "direct")


def _person(found: re.Match[str]) -> _Speaker:
    return _Speaker(*parted(found["name"], found["role"]))


def _holder(office: str, holders: list[_Speaker]) -> _Speaker:
    """Whom the text gives this office, by name; otherwise the office itself."""
    named = (one for one in holders if len(one.name) > 1 and one.role.endswith(office))
    return next(named, _Speaker(office, ""))


def _direct(flat: str, paragraphs: list[Span], holders: list[_Speaker]) -> Iterator[Statement]:
    known: list[_Speaker] = []
    done = 0
    for quotation in quotations(flat, paragraphs):
        paragraph = paragraphs[quotation.paragraph]
        lead = _lead(flat, paragraph, quotation, done)
        tail = flat[quotation.outer.end : min(paragraph.end, quotation.outer.end + _TAIL)]
        done = quotation.outer.end
        if flat[quotation.outer.start] in _TITLES or quotation.end - quotation.start < _LEAST:
            continue
        ended = flat[quotation.end - 1] in "，,。.！!？?…"
        speaker, spoken = _speaker(lead, tail, ended, known)
        office = bare_office(lead) if speaker is None and spoken else None
        if office is not None:
            speaker = _holder(office, holders)
        if speaker is not None and speaker not in known[-1:]:
            known.append(speaker)
        if spoken:
            label = speaker.label if speaker is not None else None
            yield Statement(quotation.start, quotation.end, label, "direct")


def _reported(flat: str, paragraphs: list[Span], quoted: list[Statement]) -> Iterator[Statement]:
    """Japanese sentences in which somebody says something without quotation marks."""
    known: list[_Speaker] = []
    for paragraph in paragraphs:
        for found in _JA_SENTENCE.finditer(flat, paragraph.start, paragraph.end):
            text = found[0][:_LONGEST]
            speaker = _last_of(_JA_PERSON, text, known)
            again = _JA_AGAIN.search(text) is not None
            who = speaker or (known[-1] if again and known else None)
            if speaker is not None:
                known.append(speaker)
            said = Span(found.start() + len(text) - len(text.lstrip("　 ")), found.end())
            if who is None or _JA_REPORT.search(text) is None or any(said.overlaps(one) for one in quoted):
                continue
            yield Statement(said.start, said.end, who.label, "reported")


def _lead(flat: str, paragraph: Span, quotation: Quotation, done: int) -> str:
    """What stands before the quotation in its sentence."""
    begin = max(paragraph.start, done, quotation.outer.start - _REACH)
    lead = flat[begin : quotation.outer.start]
    ends = [found.end() for found in _SENTENCE_END.finditer(lead)]
    return lead[ends[-1] :] if ends else lead


def _speaker(lead: str, tail: str, ended: bool, known: list[_Speaker]) -> tuple[_Speaker | None, bool]:
    """The speaker, or None, and whether the quotation is speech at all.

    ended: the quoted words come to a stop or a pause, as before a reporting clause.
    """
    last = known[-1] if known else None
    if re.search(r"[가-힣]", lead + tail):
        return _korean(lead, known), _KO_TAIL.match(tail) is not None
    if re.search(r"[\u3040-\u30ff]", lead + tail):
        found = _last_of(_JA_PERSON, lead, known)
        again = _JA_AGAIN.search(lead) is not None or not lead.strip("、 　")
        return found or (last if again else None), _JA_TAIL.match(tail) is not None
    found = _last_of(_ZH_PERSON, lead, known)
    after = _ZH_TAIL.match(tail) if found is None else None
    if after is not None and (tail[0] in "，," or ended):
        same = last if after["name"] in ("他", "她") else None
        return same or next((one for one in known if one.name.endswith(after["name"])), None), True
    again = _ZH_AGAIN.search(lead) is not None
    return found or (last if again else None), found is not None or again or _ZH_CUE.search(lead) is not None


def _korean(lead: str, known: list[_Speaker]) -> _Speaker | None:
    person, body = None, None
    for found in _KO_PERSON.finditer(lead):
        person = _korean_name(found["name"], found["role"], known)
    for found in _KO_BODY.finditer(lead):
        body = _Speaker(found["name"], "")
    if person is not None or body is not None:
        return person or body
    again = _KO_AGAIN.search(lead) is not None or not lead.strip(" ,")
    return known[-1] if again and known else None


def _korean_name(name: str, role: str, known: list[_Speaker]) -> _Speaker | None:
    """A full name, or a family name with a title that belongs to somebody named before."""
    words = name.split()
    if len(words) > 1 and _KO_OFFICE.fullmatch(words[1]):
        words, role = words[:1], f"{words[1]} {role}"
    if len(words) == 2 and len(words[1]) == 3 and words[1][0] in _KO_SURNAMES and len(words[0]) != 3:
        words = words[1:]
    short = words[-1]
    if len(short) == 1 or (len(words) == 1 and any(one.name.endswith(" " + short) for one in known)):
        fitting = [one for one in known if one.name.startswith(short) or one.name.endswith(" " + short)]
        return fitting[-1] if fitting else None
    return _Speaker(" ".join(words), role)


def _last_of(pattern: re.Pattern[str], lead: str, known: list[_Speaker]) -> _Speaker | None:
    matches = [found for found in pattern.finditer(lead) if found["name"] != "同"]
    if not matches:
        return None
    name, role = (
        parted(matches[-1]["name"], matches[-1]["role"])
        if pattern is _JA_PERSON
        else matches[-1].group("name", "role")
    )
    if not name:
        return next((one for one in reversed(known) if one.role.endswith(role)), _Speaker(role, ""))
    full = next(
        (one for one in known if one.name != name and (one.name.startswith(name) or one.name.endswith(name))),
        None,
    )
    return full or _Speaker(name, role)
