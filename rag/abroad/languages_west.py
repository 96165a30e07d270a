"""The shapes of questions in French, German and Spanish; minimal rules."""

from __future__ import annotations

from rag.asked.shapes import Sought

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
_DE_DOCUMENTS = r"(?:den |diesen |allen )?(?:dokumenten?|texten?|unterlagen|quellen|protokollen?|berichten?)"
_DE_NOTES = r"(?:aussagen?|informationen|angaben|stellungnahmen?|äußerungen)"
_FR_SUR = (
    r"(?:(?:sur|(?:à propos|au sujet) (?:des|du|de)|concernant|quant (?:à|aux?)|des|du|de) |d'"
    r"|(?:à propos|au sujet) d')"
)
_ES_SOBRE = r"(?:sobre|(?:acerca|respecto) del?|(?:con )?respecto al?|en cuanto al?|de|del)"
# For each language patterns of what was said and who said it; the groups are "t" for the topic, "s" for the
# speaker, "e" for the occasion.
TOPIC = {
    "fr": (
        r"qu'(?:a-t-on|ont-ils|est-ce qui a été) dit (?:lors (?:de la |de l'|du |des |de )|pendant |durant "
        r"|au cours (?:de la |de l'|du ))(?P<e>.+?) (?:sur|concernant"
        r"|(?:à propos|au sujet) d(?:es|u|e)) (?P<t>.+)",
        rf"qu'est-ce qui (?:a été|est) (?:dit|déclaré|rapporté|annoncé) {_FR_SUR}(?P<t>.+)",
        rf"qu'a-t-on (?:dit|déclaré|annoncé) {_FR_SUR}(?P<t>.+)",
        r"(?:que|qu'est-ce que) (?:disent|dit) (?:les|ces|le) (?:documents?|textes?|rapports?|sources?) "
        rf"{_FR_SUR}(?P<t>.+)",
        rf"que (?:sait-on|dit-on|savons-nous) {_FR_SUR}(?P<t>.+)",
        r"(?:y a-t-il|est-ce qu'il y a|a-t-on) (?:quelque chose|des informations|des déclarations"
        r"|une déclaration) "
        rf"{_FR_SUR}(?P<t>.+)",
        r"est-ce (?:que |qu')(?:quelqu'un|on|ils|elles|les documents) (?:a|ont|parlent?|mentionnent?"
        r"|évoquent?) ?"
        r"(?:parlé |mentionné |évoqué |abordé |dit quelque chose )?(?:sur |de |du |des |d')?(?P<t>.+)",
        r"quelqu'un a-t-il (?:parlé|mentionné|évoqué|abordé) ?(?:de |du |des |d')?(?P<t>.+)",
        r"a-t-on (?:parlé|discuté) (?:de |du |des |d')(?P<t>.+)",
        r"quelle (?:est|était) (?:la |l')?(?:position|opinion|avis|attitude|point de vue) "
        r"(?:de la |de l'|des |du |de |d')(?P<s>.+?)"
        r" (?:sur|concernant|à propos de|à l'égard de|quant à|face à|vis-à-vis de) (?P<t>.+)",
        r"que (?:pense|pensent|dit|disent|disait) (?P<s>(?:le |la |les |l')?[\w-]+) (?:de la |de l'|du "
        r"|des |de |d')"
        r"(?P<t>.+)",
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
        r"was (?:wurde|wird|haben sie|hat man) (?:bei|auf|während|anlässlich|im laufe) (?P<e>(?:der|dem"
        r"|des|den) .+?) "
        rf"{_DE_ABOUT}(?P<t>.+?) {_DE_SAID}",
        rf"(?:gibt|gab) es (?:(?:irgend)?(?:etwas|was)|(?:eine )?{_DE_NOTES}) {_DE_ABOUT}(?P<t>.+)",
        rf"welche {_DE_NOTES} (?:gibt|gab) es {_DE_ABOUT}(?P<t>.+)",
        r"(?:wurde|wird|hat|haben|ist|steht|findet sich) (?:da |dort |man |sie |jemand |irgendjemand )?"
        rf"(?:irgend)?(?:etwas|was) {_DE_ABOUT}(?P<t>.+?)(?: {_DE_SAID}| erwähnt| berichtet| bekannt)?",
        rf"was (?:steht|findet sich|stand|ist) (?:in {_DE_DOCUMENTS} |da |dort )?{_DE_ABOUT}(?P<t>.+?)"
        r"(?: (?:bekannt|zu lesen|zu finden|gesagt worden))?",
        r"(?:hat|haben) (?:jemand|irgendjemand|sie|einer) (?:(?:den|die|das|dem|der) )?(?P<t>.+?)"
        r" (?:erwähnt|angesprochen|thematisiert)",
        r"wie (?:steht|stehen|stand|denkt|denken) (?P<s>(?:(?:der|die|das) )?\w+(?: \w+)??) (?:zum|zur|zu"
        r"|über)"
        r" (?:(?:den|die|das|dem|der) )?(?P<t>.+)",
        r"(?:was|wie) (?:ist|war|lautet) (?:die (?:position|haltung|meinung|ansicht)|der standpunkt)"
        rf" (?:der|des|von) (?P<s>.+?) {_DE_ABOUT}(?P<t>.+)",
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
        r"qué (?:se dijo|dijeron|se ha dicho) (?:en|durante) (?P<e>(?:el|la|los|las) .+?) (?:sobre"
        r"|acerca del?) (?P<t>.+)",
        r"(?:hay|existe|tienen) (?:algo|(?:alguna )?información|(?:alguna )?declaración|declaraciones)"
        rf" {_ES_SOBRE} (?P<t>.+)",
        r"(?:alguien|alguno|ellos) (?:habló|mencionó|dijo algo|ha hablado|ha mencionado|comentó"
        r"|se refirió|menciona"
        r"|habla) ?(?:sobre|del|de|al|a|acerca del?)? (?P<t>.+)",
        rf"qué (?:se sabe|sabemos|se cuenta|consta) {_ES_SOBRE} (?P<t>.+)",
        rf"(?:cuál|qué) (?:es|fue|era) la (?:postura|posición|opinión|actitud) (?:del|de las?|de los"
        rf"|de) (?P<s>.+?)"
        rf" {_ES_SOBRE} (?P<t>.+)",
        rf"que (?:dijo|dice|opina|ha dicho|declaró|piensa) (?P<s>.+?) {_ES_SOBRE} (?P<t>.+)",
        rf"que (?:dijeron|dicen|se dijo|se dice|han dicho) {_ES_SOBRE} (?P<t>.+)",
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
WHO = {
    "fr": (
        rf"qui s'est (?:exprimé|prononcé) {_FR_SUR}(?P<t>.+)",
        r"qui (?:a|ont|avait) (?:dit|déclaré|affirmé|soutenu|parlé|mentionné|évoqué) ?(?:que |qu'|de |du "
        r"|des |d')?(?P<t>.+)",
        r"qui (?:parle|dit|mentionne|affirme) ?(?:que |qu'|de |du |des |d')?(?P<t>.+)",
    ),
    "de": (
        rf"wer (?:hat|haben) (?:sich |etwas |was )?{_DE_ABOUT}(?P<t>.+?) (?:geäußert|gesprochen|geredet"
        rf"|gesagt)",
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
SOUGHT: dict[str, tuple[tuple[Sought, str], ...]] = {
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
OPENS = {
    "fr": r"(?:(?:de|à|en|pour|dans|avec|depuis|par|sur|chez|contre) (?:quel\w*|qui|combien|quand)"
    r"|(?:que|qui|quand|où|pourquoi|combien|comment|quel(?:le)?s?|de quoi|selon)(?!\w)|qu'|est-ce|ont-|a-t-"
    r"|y a-t-il|quelqu'un) ?",
    "de": r"(?:was (?:wurde|wird|haben|hat|sagten?|sagt|sagen|ist|sind|war|meint\w*|erklärte|denkt"
    r"|geschah|steht"
    r"|findet)|wer|wen|wem|wann|wo|warum|wieso|weshalb|wie|welche[rsnm]?|haben|hat|wurden?|werden|wird"
    r"|ist|sind"
    r"|gibt es|gab es|steht"
    r"|(?:zu|an|in|auf|bei|mit|von|für|seit|ab|um|aus|nach|gegen|über|bis|durch|vor|unter)"
    r" (?:wie|welche\w*|wann|wem|wen)) ",
    "es": r"(?:¿|(?:de|a|en|para|con|desde|por|sobre|contra|hasta) (?:qué|quién|cuánt|cuál|cuándo|dónde)"
    r"|qué|quién(?:es)?|cuándo|dónde|cuánt[oa]s?|por qué|cuál(?:es)?|cómo|hay|alguien|se mencion[aó]|hablaron"
    r"|mencionaron|que (?:dijo|dijeron|dice|dicen|opina|piensa|se dijo|se dice|ha dicho|han dicho"
    r"|declaró)\b)",
}
# Words that a question must hold besides its first: "que", "was" are not enough.
WORDS = {
    "fr": r"[éèêçàùœ]|\b(?:le|la|les|de|du|des|sur|est|sont|ont|dit|ils|elle|un|une|qui|en|et)\b|qu'",
    "de": r"[äöüß]|\b(?:der|die|das|den|dem|über|zu|ist|sind|hat|haben|wurde|gesagt|sie|und|von|mit|ein|eine"
    r"|im|sagte|sagt|sagten|wer|wann|zum|zur|auf|für|vom|bei)\b",
    "es": r"[¿áéíóúñ]|\b(?:el|los|las|del|sobre|dijo|dijeron|dicen)\b",
}
# Before an office: "la préfète" is on record as "préfète".
ARTICLE = {
    "fr": r"(?i)^(?:le |la |les |l['’])(?=[a-zà-ÿ])",
    "de": r"(?i)^(?:der|die|das|den|dem) ",
    "es": r"(?i)^(?:el|la|los|las) (?=[a-zà-ÿ])",
}
