"""Who says what in Korean news and releases.

Verbs: the National Institute of Korean Language's learner's list of quotative verbs; offices: the Government
Organization Act and the style book of Yonhap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.abroad.known_east import Found, Known, Line, Speaker
from rag.speech.quotations import Quotation

_ROLE = (
    "대통령|부통령|국무총리|부총리|총리|장관|차관|대변인|대표이사|대표|의원|위원장|위원|회장|부회장|사장|교수|국장|총장|시장|군수"
    "|구청장|지사|대사|감독|선수|원장|실장|청장|소장|비서관|보좌관|주석|특사|후보|변호사|연구원|팀장|본부장|이사장|이사|총재|의장|외교관"
    "|과장|부장|처장|센터장|관장|서장|단장|대장|선장|점장|지부장|조합장|협회장|학장|기자|박사|애널리스트|전문가|검사|판사|서기관|사무관|사무총장|사무국장|간사|이장|씨"
)
_UNNAMED = "관계자|당국자|고위관계자|담당자|소식통|주민|시민"
_BODY = (
    r"정부|당국|노조|노동조합|경찰|검찰|대통령실|시의회|의회|업계|협회|연맹|단체|백악관|국회|법원|여당"
    r"|야당|조합|공사|그룹"
    r"|[가-힣A-Z]{2,14}(?:부|처|청|원|당|시|도|군)|시"
    r"|[가-힣A-Z]{1,14}(?:위원회|협회|은행|공사|그룹|전자|측|통신|신문|연구소|연구원|노조|조선|대학교"
    r"|연합|재단|센터|건설부|당국)"
)
# Common nouns that end as names of bodies do.
_NO_BODY = re.compile(
    r".*(?:일부|전부|내부|외부|간부|여부|대부|세부|공부|요청|신청|근처|출처|대처|지원|회원|직원|공원"
    r"|자원|인원|해당|담당|배당|다시|역시|당시|즉시"
    r"|도시|표시|전시|감시|정도|제도|속도|온도|태도|시도|유도|보도|한도|의도|밀도|용도|구도|지도|강도"
    r"|별도|연도)"
)
_PARTICLE = r"(?:은|는|이|가|도|께서는|께서)(?=[\s,“\"‘'□]|$)"
_PERSON = re.compile(
    rf"(?P<words>(?:[가-힣A-Za-z·]+ ){{0,5}}[가-힣A-Za-z·]*?(?:{_ROLE}"
    rf"|{_UNNAMED}))(?:\([^()]{{1,40}}\))?(?P<p>{_PARTICLE})"
)
_AFTER_ROLE = re.compile(
    rf"(?P<role>(?:[가-힣A-Za-z·]+ )?[가-힣A-Za-z·]*(?:{_ROLE})) (?P<name>[가-힣]{{3}})(?P<p>{_PARTICLE})"
)
_BODIES = re.compile(
    rf"(?:^|[\s,])(?P<name>(?:{_BODY}))(?:\((?P<role>[가-힣]{{1,10}})"
    rf" (?P<person>[가-힣]{{2,4}})\))?(?P<p>{_PARTICLE})"
)
_CREDIT = re.compile(r"(?:^|[\s,])(?P<name>(?:[가-힣A-Za-z·]+ ){0,3}[가-힣A-Za-z·]+?)(?:에|의 말에) 따르면")
_HEADED = re.compile(r"(?P<body>[가-힣]{2,14})\((?P<role>[가-힣]{2,6}) (?P<name>[가-힣]{2,4})\)")
_AGAIN = re.compile(r"(?:^|[\s(,])(?:그|그녀|그들)(?:은|는|가|도)(?=[\s,“\"□])")
_ORGANISED = re.compile(
    r"[가-힣A-Za-z·]+(?:부|처|청|원|당|국|위|실|시|도|사|단|본|련|대|은행|백악관|청와대|협회|노조|조선"
    r"|그룹|전자|연구소|학회|센터|대학교|대학|의회)"
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕"
)
_STATES = frozenset("미국 일본 중국 러시아 영국 독일 프랑스 한국 북한 캐나다 호주 인도".split())
_SAYS = (
    r"말|밝[혔히]|설명|강조|주장|지적|반박|덧붙|우려|비판|전[했하망]|답[했하변]|약속|분석|진단|촉구|요구"
    r"|당부|평가|해명|호소|발표"
    r"|언급|경고|제안|[했하]|못 박|토로|반문|역설|단언|일축|예상|내다|판단|선을 그|시사|호언|질타|성토"
    r"|요청|공언|귀띔|전언|피력|재차|거듭"
)
_QUOTED = re.compile(rf"(?:다|라|자|냐|까|요|죠|함|것)고(?:도|는)? (?:[^\s,]+ ){{0,4}}?(?:{_SAYS})")
_STANCE = re.compile(
    r"(?:입장|방침|계획|예정|전망|생각|설명|판단|주장|지적|분석|목표|의견)(?:이다|이었다|임)|목표로"
    r" (?:하|삼)|(?:애도|유감|우려|감사|환영|사의|기대|의지|뜻|입장|견해|방침)"
    r"[을를](?: \S+)? ?(?:표하|표했|표명|나타|밝[혔히]|드러|전[했하]|내비)|것(?:으로|이라고) (?:\S+"
    r" )?(?:내다|전망|예상|분석|평가|판단|추정|봤|보고)"
    r"|기로 (?:하였|했|결정)|(?:약속|요청|요구|촉구|제안|당부|시사|발표|비판|강조|지적|우려|반대|환영"
    r"|해명|경고)(?:하였|했)다"
)
_TAIL = re.compile(r"\s*(?:이?라고|이?라며|이?라면서|이?라는|고|며|면서|는|라는|이?란)")
_BULLET = re.compile(r"\s*[□■○ㅇ◦▪●*\-]\s*")
_RELEASE = re.compile(r"보도\s?(?:참고)?자료|보도설명자료")
_ISSUER = re.compile(
    r"(?:^|[\s*|])(?P<name>[가-힣]{2,14}(?:부|처|청|위원회|공사|원|시|도|실))(?=[\s*|(]|$)", re.MULTILINE
)


def prepare(flat: str, known: Known) -> None:
    """Notes whom the text introduces in brackets: "공급망안정부(장관 한도윤)"; and who issues a release."""
    for found in _HEADED.finditer(flat):
        known.meet(Speaker(found["name"], f"{found['body']} {found['role']}"))
    head = flat[:600]
    if _RELEASE.search(head):
        issuer = _ISSUER.search(head)
        known.house = Speaker(issuer["name"]) if issuer is not None else None


def read(line: Line, known: Known) -> Found:
    """Who has the word in a Korean sentence."""
    bullet = _BULLET.match(line.text)
    text = line.text[bullet.end() :] if bullet else line.text
    lead = text[: text.index("□")] if "□" in text else text
    voice = _subject(lead, known)
    if voice is None and "□" in text:
        voice = _subject(text[text.rindex("□") + 1 :], known)
    credit = _CREDIT.search(text) if voice is None else None
    if credit is not None:
        voice = _credited(credit["name"], known)
    says = _QUOTED.search(text) is not None or credit is not None
    stands = _STANCE.search(text) is not None
    if voice is None and (_AGAIN.search(lead) or says or line.quotes):
        near = known.paragraph >= line.paragraph - (2 if bullet else 1)
        voice = known.focus if near else None
    if known.house is not None and bullet and voice is None:
        return Found(known.house, True)
    own = bullet is not None and known.house is not None and voice in (known.house, Speaker("정부"))
    reports = says or (stands and voice is not None) or own
    return Found(voice, reports)


def is_speech(line: Line, quote: Quotation) -> bool:
    return _TAIL.match(line.after(quote)) is not None


def _credited(words: str, known: Known) -> Speaker | None:
    role = re.search(rf"(?:{_ROLE}|{_UNNAMED})$", words)
    if role is not None:
        return _of_words(words.split(), known)
    last = words.rsplit(maxsplit=1)[-1]
    return Speaker(last) if re.fullmatch(_BODY, last) else None


def _subject(lead: str, known: Known) -> Speaker | None:
    """The topic of a sentence, or else its subject, that can speak; the last one before quoted words."""
    found: list[tuple[bool, int, Speaker]] = []
    for match in _PERSON.finditer(lead):
        speaker = _of_words(match["words"].split(), known)
        if speaker is not None:
            found.append((match["p"] not in ("이", "가"), match.end(), speaker))
    found += [
        (match["p"] not in ("이", "가"), match.end(), known.meet(Speaker(match["name"], match["role"])))
        for match in _AFTER_ROLE.finditer(lead)
        if match["name"][0] in _SURNAMES
    ]
    for match in _BODIES.finditer(lead):
        if _NO_BODY.fullmatch(match["name"]) or match["p"] == "도":
            continue
        found.append((match["p"] not in ("이", "가"), match.end(), Speaker(match["name"])))
    if not found:
        return None
    topical, _, speaker = max(found, key=lambda one: one[:2])
    return speaker if topical or len(lead) < 80 else None


def _of_words(words: Sequence[str], known: Known) -> Speaker | None:
    """The person of "노유진 환경부 물환경정책과장", "한 장관", "조선노조 윤덕호 위원장", "시 관계자"."""
    last = len(words) - 1
    if re.search(rf"(?:{_UNNAMED})$", words[last]):
        owner = (
            words[last - 1 :]
            if last and not words[last - 1].endswith(("은", "는", "에", "서", "대해"))
            else words[last:]
        )
        return Speaker(" ".join(owner))
    named = [at for at in range(last) if _is_name(words[at])]
    near = [at for at in named if at >= last - 3]
    if near:
        at = next((spot for spot in reversed(near) if not _ORGANISED.fullmatch(words[spot])), near[-1])
        return known.meet(Speaker(words[at], " ".join(words[at + 1 :])))
    if last and len(words[last - 1]) == 1 and words[last - 1] in _SURNAMES:
        return _by_family(words[last - 1], words[last], known) or known.holding(words[last])
    return _foreigner(words, known) if last else known.holding(words[last])


def _is_name(word: str) -> bool:
    return len(word) == 3 and word[0] in _SURNAMES and not word.endswith(("은", "는", "의", "에", "을", "를"))


def _by_family(family: str, role: str, known: Known) -> Speaker | None:
    fitting = [one for one in known.people if one.name.startswith(family)]
    exact = [one for one in fitting if one.role.endswith(role)]
    chosen = exact or fitting
    return known.focus if known.focus in chosen else chosen[-1] if chosen else None


def _foreigner(words: Sequence[str], known: Known) -> Speaker | None:
    """ "폴 그레이 미국 대통령", "야마세조선의 다나카 겐지 대표", "그레이 대통령"."""
    first = max(
        (at + 1 for at in range(len(words) - 1) if re.search(r"(?:의|한|는|에|인|된)$", words[at])), default=0
    )
    rest = list(words[first:-1])
    role = words[-1:]
    while rest and (rest[-1] in _STATES or _ORGANISED.fullmatch(rest[-1])):
        role = [rest.pop(), *role]
    if not rest:
        return known.holding(words[-1])
    name = " ".join(rest[-2:])
    same = next((one for one in known.people if one.name.endswith(rest[-1])), None)
    return same or known.meet(Speaker(name, " ".join(role)))


def is_speaker(words: str) -> bool:
    """Do these words stand for somebody who speaks: an office, a body?"""
    return re.search(rf"(?:{_ROLE}|{_UNNAMED}|{_BODY})$", words) is not None and not _NO_BODY.fullmatch(words)
