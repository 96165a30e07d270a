"""The shapes of questions in Chinese, Japanese, Korean, French, German and Spanish; minimal rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.limits import Line
from rag.shapes import Reading, Sought

_HAN = r"\u3400-\u9fff"
_KANA = r"\u3040-\u30ff"
_HANGUL = r"\uac00-\ud7af\u1100-\u11ff"

_FR_SAID = (
    r"(?:dit|déclaré|répondu|affirmé|expliqué|annoncé|ajouté|répliqué|assuré|estimé|promis|soutenu|indiqué)"
)
# The topic, or to whom it was said: "à la presse".
_FR_ABOUT = (
    r"(?: (?:sur|à propos d(?:e|u|es)|au sujet d(?:e|u|es)|concernant|quant (?:à|aux?)) (?P<t>.+)"
    r"| (?:à|aux?) .+)?"
)
_DE_SAID = (
    r"(?:gesagt|geäußert|erklärt|gemeint|betont|geantwortet|gefordert|behauptet"
    r"|angekündigt|versprochen|geschrieben)"
)
_DE_ABOUT = r"(?:über|zu|zum|zur|bezüglich|von) (?:(?:den|die|das|dem|der) )?"
# For each language patterns of what was said and who said it; the group "t" is the topic, "s" the speaker.
_TOPIC = {
    "zh": (
        r"(?:关于|關於|对于|對於|有关|有關|就)(?P<t>.+?)(?:的(?:问题|問題|事|议题)?)?[，,、]?(?:他们|他們|大家|文件|各方|会议|會議)(?:都|曾"
        r"|又)?(?:说|說|讲|講|谈|談|表示|提到|提)(?:了|过|過)?(?:些)?(?:什么|什麼|啥|哪些).*",
        r"(?:关于|關於|对于|對於|有关|有關|就)(?P<t>.+?)(?:的(?:问题|問題|事|议题)?)?[，,、]?(?:他们|他們|大家|文件|各方|(?P<s>.+?))?(?:都|曾"
        r"|又)?(?:说|說|讲|講|谈|談|表示|提到|提)(?:了|过|過)?(?:些|了些)?(?:什么|什麼|啥|哪些).*",
        r"(?:他们|他們|大家|文件|各方|(?P<s>.+?))?(?:对|對|就|谈到|談到|关于|關於)(?P<t>.+?)(?:都|有)?(?:怎么|怎麼|如何)?(?:说|說|讲|講|谈|談"
        r"|表示|看|表态|评论)(?:了|过|過)?(?:些)?(?:什么|什麼|啥|的)?",
        r"(?:他们|他們|(?P<s>.+?))?(?:有没有|有沒有|是否|有无)(?:谈到|提到|提及|讨论|說到|说到|談到|討論|涉及)(?:过|過|了)?(?P<t>.+)",
        r"(?:哪些|哪份|哪个|哪篇)(?:文件|文档|文章|会议|報告|报告)(?:谈到|提到|提及|讨论|談到|討論)(?:了|过|過)?(?P<t>.+)",
        r"(?:他们|他們|(?P<s>.+?))?(?:提到|谈到|提及|讨论|談到|討論)(?:过|過|了)?(?P<t>.+?)(?:了)?(?:吗|嗎|没有|沒有)",
        r"(?P<s>.+?)(?:都|曾|又|还|還)?(?:说|說|讲|講|表示|回答|回应|回應)(?:了|过|過)?(?:些|了些)?(?:什么|什麼|啥|哪些).*",
    ),
    "ja": (
        r"(?:(?P<s>.+?)(?:は|が))?(?P<t>.+?)(?:について|に関して|に関し|のことを|に対して|をめぐって)(?:は|の)?(?:、)?(?:(?P<s2>.+?)(?:は"
        r"|が))?(?:何|なに|どう|どのよう|どんな|誰か).*(?:言|話|述べ|語|触れ|発言|議論|コメント|見解|主張).*",
        r"(?:(?P<s>.+?)(?:は|が))?(?P<t>.+?)(?:について|に関して|のこと)(?:は|の)?(?:、)?(?:発言|言及|議論|話).*",
        r"(?:(?P<s>.+?)(?:は|が))?(?P<t>.+?)(?:に|が|は)(?:言及|触れ|話題).*",
        r"(?P<t>.+?)(?:について|に関して|に関する発言|に関する声明)(?:教えて.*|は)?",
        r"(?P<s>.+?)(?: ?(?:氏|さん))?(?:は|が)(?:何|なん)(?:を|と|て)?(?:言|話|述べ"
        r"|語|発言|コメント|答え|主張|説明).*",
    ),
    "ko": (
        r"(?:(?:그들은|그들이|누가|(?P<s>\S+?)(?:은|는|이|가)) )?(?P<t>.+?)(?:에 대해서?|에 관해서?|에 대하여"
        r"|에 관하여)(?:는)? ?(?:(?:그들은|그들이|(?P<s2>\S+?)(?:은|는|이|가)) )?"
        r"(?:뭐라고|무엇을|무슨|어떻게|뭐라|어떤|뭘).*",
        r"(?:(?:그들은|그들이|(?P<s>\S+?)(?:은|는|이|가)) )?"
        r"(?P<t>.+?)(?:에 대한|에 관한|에 대해|을|를|이|가|도) ?(?:발언|언급|논의|이야기|말|성명|입장).*",
        r"(?P<t>.+?)(?:에 대해서?|에 관해서?|에 관한|에 대한)(?: 알려.*)?",
        r"(?P<s>.+?)(?:은|는|이|가|께서는?) (?:뭐라고|무엇을|무엇이라고|무슨 말을|뭐라)"
        r" ?(?:말|언급|답|발언|주장|이야기|했|하).*",
    ),
    "fr": (
        r"qu'(?:ont-ils|a-t-on|est-ce qu(?:'ils|'on|'elles)? ?(?:ont|a)?|en) ?(?:dit|déclaré|disent"
        r"|dit-on) (?:sur|de|du|des|d'|à propos de|à propos du|au sujet de|au sujet du|concernant"
        r"|quant à) ?(?P<t>.+)",
        r"(?:que|qu'est-ce que|qu'|quoi) ?(?:dit|disent|pense|déclare|a dit|ont dit|a déclaré|disait"
        r"|a-t-il dit|a-t-elle dit) ?(?P<s>.*?) ?(?:sur|à propos de|à propos du|au sujet de|au sujet du"
        r"|concernant|quant à) (?P<t>.+)",
        r"(?:qu'a dit|qu'ont dit|qu'a déclaré|qu'ont déclaré|qu'est-ce qu'a dit) (?P<s>.+?) (?:sur"
        r"|à propos de|à propos du|au sujet de|au sujet du|concernant|de) (?P<t>.+)",
        rf"(?:qu'|qu'est-ce qu')(?:a|ont|avait) {_FR_SAID} (?P<s>.+?){_FR_ABOUT}",
        rf"qu'est-ce (?:que |qu')(?P<s>.+?) (?:a|ont|avait) {_FR_SAID}{_FR_ABOUT}",
        r"que (?:dit|disent|disait|pense|pensent|déclare|répond|affirme) (?P<s>.+)",
        r"(?:ont-ils|a-t-on|est-ce qu'ils ont|ont-elles) (?:parlé|mentionné|évoqué|discuté|abordé) ?(?:de"
        r"|du|des|d')? ?(?P<t>.+)",
        r"(?:quels|quelles) (?:documents?|textes?|déclarations?) (?:mentionnent|parlent|évoquent"
        r"|traitent) ?(?:de|du|des|d')? ?(?P<t>.+)",
    ),
    "de": (
        r"was (?:wurde|wird|haben sie|hat man|sagten sie|sagen sie|sagt man|sagen die dokumente) ?(?:über"
        r"|zu|zum|zur|bezüglich|hinsichtlich) (?:den|die|das|dem|der )?(?P<t>.+?)(?: (?:gesagt|geäußert"
        r"|erklärt|berichtet|besprochen))?",
        r"was (?:hat|haben|sagte|sagten|sagt|sagen|meint|meinte|erklärte|denkt|antwortete|betonte) (?P<s>.+?)"
        rf" {_DE_ABOUT}(?P<t>.+?)(?: {_DE_SAID})?",
        rf"was (?:hat|haben|hatte) (?P<s>.+?) {_DE_SAID}",
        r"was (?:sagte|sagten|sagt|sagen|meint|meinte|antwortete|betonte|behauptete) (?P<s>.+)",
        rf"wie (?:äußert|äußerte|äußerten) sich (?P<s>.+?) {_DE_ABOUT}(?P<t>.+)",
        r"(?:haben|hat|wurde|wurden|wird) (?:sie |man |jemand )?(?:über )?(?P<t>.+?) (?:erwähnt|gesprochen"
        r"|besprochen|diskutiert|angesprochen|thematisiert|geredet)",
        r"(?:welche|in welchen) (?:dokumente|texte|berichte|dokumenten) (?:erwähnen|nennen|behandeln"
        r"|sprechen über) (?P<t>.+)",
    ),
    "es": (
        r"¿?qué (?:dijeron|se dijo|dicen|se ha dicho|han dicho|se dice|declararon|comentaron|opinan"
        r"|piensan) (?:ellos |los documentos )?(?:sobre|de|del|acerca de|acerca del|respecto a|respecto al"
        r"|respecto de|en cuanto a|con respecto a) (?P<t>.+)",
        r"¿?qué (?:dijo|dice|ha dicho|declaró|opina|opinó|piensa|comentó|dijeron|dicen"
        r"|opinan) (?P<s>.+?) (?:sobre|acerca de|acerca del|respecto a|respecto al|respecto de|en cuanto a"
        r"|de) (?P<t>.+)",
        r"¿?qué (?:dijo|dice|ha dicho|declaró|ha declarado|comentó|dijeron|dicen|han dicho|respondió|contestó"
        r"|afirmó|explicó|anunció|opina|opinó)(?! (?:de|sobre)\b) (?P<s>.+?)(?: (?:sobre|acerca del?"
        r"|respecto (?:al?|de)|en cuanto al?) (?P<t>.+))?",
        r"¿?(?:hablaron|se habló|mencionaron|se mencionó|mencionan|discutieron|se menciona|han mencionado"
        r"|trataron) ?(?:sobre|de|del|a|acerca de)? (?P<t>.+)",
        r"¿?(?:qué|cuáles|en qué) documentos (?:mencionan|hablan|tratan|citan) ?(?:de|del|sobre"
        r"|a)? ?(?P<t>.+)",
    ),
}
_WHO = {
    "zh": (
        r"(?:是)?(?:谁|誰|哪位|哪个人)(?:说|說|提到|谈到|談到|表示|讲|講|谈论|認為|认为|呼吁)(?:了|过|過)?(?P<t>.*)",
        r"(?P<t>.+?)(?:是|这句话是)?(?:谁|誰)(?:说|說|讲|講)的",
    ),
    "ja": (
        r"(?:誰|だれ|どなた)が(?P<t>.+?)(?:と|に|を|について|のことを)(?:言|話|述べ|語|触れ|発言|言及|主張).*",
        r"(?P<t>.+?)(?:と|に|を|について)(?:言|話|述べ|語|触れ|発言|言及)\w*(?:の|人)は(?:誰|だれ).*",
    ),
    "ko": (r"(?:누가|누구가) (?P<t>.+?)(?:고|라고|다고|에 대해서?|을|를) ?(?:말|언급|발언|이야기|주장).*",),
    "fr": (
        r"qui (?:a|ont|avait) (?:dit|déclaré|affirmé|soutenu|parlé|mentionné|évoqué) ?(?:que |qu'|de |du "
        r"|des |d')?(?P<t>.+)",
        r"qui (?:parle|dit|mentionne|affirme) ?(?:que |qu'|de |du |des |d')?(?P<t>.+)",
    ),
    "de": (
        r"wer (?:hat |haben )?(?:gesagt|behauptet|erklärt|betont),? ?(?:dass )?(?P<t>.+)",
        r"wer (?:sagte|behauptete|erklärte|betonte), ?(?:dass )?(?P<t>.+)",
        r"wer (?:sprach|spricht|redete|sagte|erwähnte|hat) (?:über |dass |von )?(?P<t>.+?)(?: (?:erwähnt"
        r"|gesprochen|angesprochen|gesagt))?",
    ),
    "es": (
        r"¿?quién(?:es)? (?:dijo|dijeron|habló|hablaron|mencionó|mencionaron|afirmó|declaró|ha dicho"
        r"|ha hablado) ?(?:que |de |del |sobre |acerca de )?(?P<t>.+)",
    ),
}
_SOUGHT: dict[str, tuple[tuple[Sought, str], ...]] = {
    "zh": (
        ("date", r"什么时候|什麼時候|何时|何時|哪年|哪一年|几月|哪天"),
        ("person", r"谁|誰"),
        ("place", r"哪里|哪裡|哪儿|何地|在哪"),
        ("reason", r"为什么|為什麼|为何|為何"),
        ("number", r"多少|几个|幾個|多大|多长"),
        ("yes or no", r"吗|嗎|是否|有没有|有沒有"),
        ("thing", r"什么|什麼|哪|如何|怎"),
    ),
    "ja": (
        ("date", r"いつ|何年|何月|何日"),
        ("person", r"誰|だれ|どなた"),
        ("place", r"どこ"),
        ("reason", r"なぜ|どうして|何故"),
        (
            "number",
            r"いくつ|いくら|どのくらい|どれくらい|何(?:[ァ-ヴー]+|[%％]|[かカヶ]国|[人個回本台件枚頭社軒隻名歳倍割円点票])",
        ),
        ("thing", r"何|どの|どう|どんな"),
        ("yes or no", r"か$"),
    ),
    "ko": (
        ("date", r"언제|몇 년|몇 월"),
        ("person", r"누가|누구"),
        ("place", r"어디"),
        ("reason", r"왜"),
        ("number", r"얼마|몇|얼마나"),
        ("thing", r"무엇|뭐|무슨|어떤|어떻게"),
        ("yes or no", r"(?:나요|습니까|는가|니까|까요)$"),
    ),
    "fr": (
        ("date", r"\bquand\b|quelle (?:date|année)"),
        ("person", r"\bqui\b"),
        ("place", r"\boù\b"),
        ("reason", r"\bpourquoi\b"),
        ("number", r"\bcombien\b"),
        ("thing", r"\b(?:que|quoi|quels?|quelles?|comment)\b|qu'"),
        ("yes or no", r"est-ce|-(?:t-)?(?:il|elle|ils|elles|on)\b"),
    ),
    "de": (
        ("date", r"\bwann\b|welche[mns]? (?:jahr|datum|tag)"),
        ("person", r"\b(?:wer|wem|wen|wessen)\b"),
        ("place", r"\bwo(?:her|hin)?\b"),
        ("reason", r"\b(?:warum|wieso|weshalb)\b"),
        ("number", r"\bwie ?(?:viele?|hoch|lange|groß|oft)\b"),
        ("thing", r"\b(?:was|welche[rsnm]?|wie)\b"),
        ("yes or no", r""),
    ),
    "es": (
        ("date", r"cuándo|qué (?:año|fecha)"),
        ("person", r"quién"),
        ("place", r"dónde"),
        ("reason", r"por qué"),
        ("number", r"cuánt"),
        ("thing", r"qué|cuál|cómo"),
        ("yes or no", r""),
    ),
}
_OPENS = {
    "fr": r"(?:(?:de|à|en|pour|dans|avec|depuis|par|sur|chez|contre) (?:quel\w*|qui|combien|quand)"
    r"|que|qu'|qui|quand|où|pourquoi|combien|comment|quel(?:le)?s?|est-ce|ont-|a-t-|de quoi|selon) ?",
    "de": r"(?:was (?:wurde|wird|haben|hat|sagten?|sagt|sagen|ist|sind|war|meint\w*|erklärte|denkt|geschah)"
    r"|wer|wen|wem|wann|wo|warum|wieso|weshalb|wie|welche[rsnm]?|haben|hat|wurden?|werden|wird|ist|sind"
    r"|(?:zu|an|in|auf|bei|mit|von|für|seit|ab|um|aus|nach|gegen|über|bis|durch|vor|unter)"
    r" (?:wie|welche\w*|wann|wem|wen)) ",
    "es": r"(?:¿|(?:de|a|en|para|con|desde|por|sobre|contra|hasta) (?:qué|quién|cuánt|cuál|cuándo|dónde)"
    r"|qué|quién(?:es)?|cuándo|dónde|cuánt[oa]s?|por qué|cuál(?:es)?|cómo)",
}
_NOBODY = re.compile(
    r"(?:sie|man|ils|elles|on|ellos|ellas|les documents|die dokumente|los documentos"
    r"|彼ら|彼らは|みんな|그들|他们|他們|大家|各方)?"
)
_TEXT = re.compile(
    r"(?:der |die |das |le |la |l'|el )?(?:gesetz|bericht|vertrag|text|dokument|studie|loi|rapport|texte"
    r"|traité|document|étude|ley|informe|tratado|documento|texto|estudio)(?: .+)?"
)
# Before an office: "la préfète" is on record as "préfète".
_ARTICLE = {
    "fr": r"(?i)^(?:le |la |les |l['’])(?=[a-zà-ÿ])",
    "de": r"(?i)^(?:der|die|das) ",
    "es": r"(?i)^(?:el|la|los|las) (?=[a-zà-ÿ])",
}


@dataclass(frozen=True, slots=True)
class Foreign:
    """A question in one of these languages; ``line`` is what limits are cut from."""

    language: str
    line: Line

    def reading(self, line: Line) -> Reading:
        """What the question asks, once its limits are cut out."""
        line = line.part(0)
        for kind, patterns in (("who", _WHO), ("topic", _TOPIC)):
            for pattern in patterns.get(self.language, ()):
                match = re.fullmatch(pattern, line.folded)
                if match and not _is_text(match):
                    return self._found("who" if kind == "who" else "topic", line, match)
        sought = next(
            (kind for kind, pattern in _SOUGHT.get(self.language, ()) if re.search(pattern, line.folded)),
            None,
        )
        return Reading("fact", line.shown, sought=sought)

    def _found(self, kind: str, line: Line, match: re.Match[str]) -> Reading:
        about = match.span("t") if match.groupdict().get("t") else (0, 0)
        topic = line.part(*about).shown.strip('¿“”"「」『』')
        if kind == "who":
            return Reading("who", topic, sought="person")
        names = [line.part(*match.span(name)).shown for name in ("s", "s2") if match.groupdict().get(name)]
        speaker = next((name for name in names if not _NOBODY.fullmatch(name.lower())), None)
        if speaker and self.language in _ARTICLE:
            speaker = re.sub(_ARTICLE[self.language], "", speaker)
        return Reading("topic", topic, speaker)


def _is_text(match: re.Match[str]) -> bool:
    """Whether a text alone is asked for what it says: "Was sagt das Gesetz?" asks for a fact."""
    found = match.groupdict()
    return bool(found.get("s")) and not found.get("t") and bool(_TEXT.fullmatch(found["s"]))


def read(text: str) -> Foreign | None:
    """The language of a question, None for English and whatever looks like it."""
    line = Line.of(text).part(0)
    letters = [character for character in line.folded if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    ends = re.search(f"[{_KANA}{_HANGUL}]$", line.folded)  # "Ana Ruiz 氏は何と述べましたか"
    if letters and (latin * 2 <= len(letters) or ends):
        return Foreign(_east_asian(line.folded), _unpunctuated(line))
    for language, opens in _OPENS.items():
        if re.match(opens, line.folded) and _is(language, line.folded):
            return Foreign(language, Line(line.shown.lstrip("¿ "), line.folded.lstrip("¿ ")))
    if _OTHER.match(line.folded):
        return Foreign("", line)
    return None


# Question words of more languages, none of them an English word: such a question is a fact question.
_OTHER = re.compile(
    r"(?:cosa|che cosa|chi|perché|dove|quando|quanti|quem|onde|o que|por que|quantos|wat|waar|wanneer"
    r"|waarom|hoeveel|wie (?:zei|heeft)"
    r"|vad|vem|varför|hvad|hvem|hvorfor|co|kto|kiedy|gdzie|dlaczego|ne zaman|kim|neden|apa|siapa|kapan"
    r"|mengapa|ai|bao nhiêu) "
)
# Words that a French, German or Spanish question must hold besides its first: "que", "was" are not enough.
_WORDS = {
    "fr": r"[éèêçàùœ]|\b(?:le|la|les|de|du|des|sur|est|sont|ont|dit|ils|elle|un|une|qui|en|et)\b|qu'",
    "de": r"[äöüß]|\b(?:der|die|das|den|dem|über|zu|ist|sind|hat|haben|wurde|gesagt|sie|und|von|mit|ein|eine"
    r"|im|sagte|sagt|sagten|wer|wann|zum|zur|auf|für|vom|bei)\b",
    "es": r"[¿áéíóúñ]",
}


def _is(language: str, text: str) -> bool:
    return bool(re.search(_WORDS[language], text))


def _east_asian(text: str) -> str:
    if re.search(f"[{_HANGUL}]", text):
        return "ko"
    if re.search(f"[{_KANA}]", text):
        return "ja"
    return "zh" if re.search(f"[{_HAN}]", text) else ""


def _unpunctuated(line: Line) -> Line:
    trimmed = line.shown.strip("？?。！! 　")
    begin = line.shown.index(trimmed) if trimmed else 0
    return line.part(begin, begin + len(trimmed))
