"""Questions of how somebody reacts, what they think, who asks for what, or with the topic put first.

For each language pairs of a kind and a pattern, tried before the plain shapes of ``rag/abroad/languages_*``;
the groups are "t" for the topic, "s" for the speaker, "e" for the occasion.
"""

from __future__ import annotations

from rag.asked.shapes import Kind

_ES_ON = (
    r"(?:sobre|acerca del?|(?:con )?respecto (?:al?|del?)|en cuanto al?|en relación (?:con|al?)|frente al?"
    r"|en torno al?)"
)
_ES_SAY = (
    r"(?:dijo|dice|ha dicho|han dicho|declaró|ha declarado|opina|opinó|opinan|piensa|piensan|comentó|afirmó"
    r"|explicó|anunció|respondió|contestó|señaló|aseguró|indicó|advirtió|manifestó|sostuvo|reveló|planteó"
    r"|prometió|dijeron|dicen|declararon|comentaron|afirmaron|se dijo|se ha dicho|se comentó)"
)
_ES_WHO = (
    r"(?:criticó|criticaron|critica|pidió|pidieron|pide|exigió|exige|reclamó|reclama|rechazó|rechaza|defendió"
    r"|defiende|apoyó|apoya|propuso|propone|denunció|denuncia|prometió|negó|niega|celebró|acusó|cuestionó"
    r"|propuso|recomendó|solicitó|ha (?:criticado|pedido|exigido|reclamado|rechazado|defendido|propuesto))"
)
_FR_ON = (
    r"(?:sur|concernant|en ce qui concerne|(?:à propos|au sujet|à l'égard|vis-à-vis) d(?:e(?= l)|es|u|e|')"
    r"|quant (?:à(?= l)|aux?|à)|face (?:à(?= l)|aux?|à))"
)
_FR_TO = r"(?:à(?= l)|aux?|à|face (?:à|aux?)|devant)"
_FR_OF = r"(?:de(?= l)|des|du|de|d')"
_FR_SAID = (
    r"(?:dit|déclaré|répondu|affirmé|expliqué|annoncé|ajouté|assuré|estimé|promis|soutenu|indiqué|révélé"
    r"|commenté)"
)
_FR_WHO = (
    r"(?:(?:a|ont) (?:critiqué|demandé|réclamé|dénoncé|défendu|soutenu|rejeté|proposé|promis|salué"
    r"|refusé|exigé"
    r"|contesté)|critique|critiquent|réclame|réclament|demande|demandent|dénonce|dénoncent|défend|défendent"
    r"|soutient|rejette|propose|promet|exige|conteste|plaide pour|s'oppose (?:à(?= l)|aux?|à))"
)
_DE_ON = r"(?:über|zum|zur|zu|bezüglich|hinsichtlich|gegenüber|wegen)"
_DE_SAID = (
    r"(?:gesagt|geäußert|erklärt|gemeint|betont|geantwortet|gefordert|behauptet|angekündigt|versprochen"
    r"|geschrieben|mitgeteilt|berichtet)"
)
_DE_SAYS = r"(?:sagte|sagten|sagt|sagen|meint|meinte|meinen|erklärte|denkt|denken|antwortete|betonte|äußerte)"
_DE_WHO = (
    r"(?:fordert|forderte|fordern|verlangt|verlangte|kritisiert|kritisierte|lehnt|lehnte|unterstützt"
    r"|befürwortet|begrüßt|begrüßte|bestreitet|verspricht|warnt vor|warnte vor|plädiert für|zweifelt an)"
)
_DE_NAME = r"(?:(?:der|die|das) )?[\w-]+(?: (?:der|des|von|für) [\w-]+)?"
_IT_ON = (
    r"(?:sull'|sull[aeo] |sugli |sui |sul |su |(?:riguardo|in merito|rispetto|quanto) (?:all[aeo] |agli |all'"
    r"|al |ai |a )|a proposito d(?:ell'|ell[aeo] |egli |el |ei |i ))"
)
_IT_OF = r"(?:dell'|dell[aeo] |degli |dei |del |di |d')"
_IT_TO = r"(?:all'|all[aeo] |agli |ai |al |a |davanti (?:al|alla|a) )"
_IT_SAY = (
    r"(?:(?:ha|hanno|aveva) (?:detto|dichiarato|affermato|spiegato|annunciato|risposto|sostenuto|riferito"
    r"|commentato|promesso)|dice|dicono|disse|dichiara|afferma|sostiene)"
)
_IT_WHAT = r"(?:che cosa|cosa|che)"
_IT_WHO = (
    r"(?:(?:ha|hanno) (?:chiesto|criticato|difeso|proposto|respinto|promesso|denunciato|annunciato|negato"
    r"|rifiutato|contestato|accusato)|chiede|chiedono|critica|criticano|difende|propone|respinge|promette"
    r"|denuncia|contesta|rifiuta)"
)
_PT_ON = (
    r"(?:sobre|(?:acerca|a respeito) d(?:as|os|a|o|e)|(?:quanto|em relação|relativamente|com respeito)"
    r" (?:aos|às|ao|à|a))"
)
_PT_SAY = (
    r"(?:disse|disseram|declarou|declararam|afirmou|afirmaram|anunciou|explicou|comentou|respondeu|pensa|acha"
    r"|diz|dizem|prometeu|falou|falaram|revelou|defendeu|garantiu)"
)
_PT_WHO = (
    r"(?:criticou|criticaram|critica|pediu|pediram|pede|exigiu|exige|defendeu|defende|propôs|propõe|rejeitou"
    r"|rejeita|negou|nega|prometeu|denunciou|denuncia|acusou|cobrou|cobra|apoiou|apoia|contesta|contestou)"
)
_NL_ON = r"(?:over|omtrent|inzake|betreffende|met betrekking tot|ten aanzien van)"
_NL_SAID = (
    r"(?:gezegd|verklaard|gemeld|verteld|beweerd|aangekondigd|geantwoord|uitgelegd|benadrukt|opgemerkt)"
)
_NL_WHO = (
    r"(?:(?:heeft|hebben|had) kritiek op|eist(?: dat)?|eiste(?: dat)?|bekritiseert|bekritiseerde|steunt"
    r"|steunde"
    r"|verwerpt|pleit voor|pleitte voor|waarschuwt voor|waarschuwde voor|wil(?: dat)?|belooft|ontkent"
    r"|vraagt om|vroeg om|is tegen|is voor)"
)
_ZH_HOW = r"(?:怎么|如何|怎样|是怎么|是如何|是怎样)"
_ZH_ANSWER = r"(?:说|讲|回应|表态|表示|评论|评价|看待|看|解释|回答|答复)"
_ZH_VIEW = r"(?:反应|回应|看法|态度|立场|评论|意见|表态|表示|解释|评价|说法|观点)"
_ZH_HAS = r"(?:有何|有什么|有哪些|是什么|作何|作出什么|做出什么|持什么|持何|持有什么|的)"
_ZH_WHO = r"(?:批评|要求|反对|支持|建议|呼吁|承诺|否认|质疑|指责|警告|主张|谴责)"
_JA_VIEW = r"(?:反応|見解|立場|コメント|意見|考え|評価|受け止め|姿勢|反論)"
_JA_ON = r"(?:について|に関して|に関し|をめぐって|に対して|を巡って)"
_JA_WHO = r"(?:批判|要求|提案|反対|賛成|支持|主張|表明|否定|約束|非難|指摘)"
_KO_ASKS = r"(?:어떤|무슨|뭐라고|어떻게|무엇을|무엇이라고|뭐라)"
_KO_VIEW = r"(?:반응|입장|의견|견해|평가|생각|설명|태도|답변)"
_KO_WHO = r"(?:비판|반대|요구|제안|지지|약속|부인|촉구|주장|우려|찬성|거부)"
_KO_ON = (
    r"(?:(?:와|과) 관련(?:해서?|하여|된)|에 대해서?|에 관해서?|에 대하여|(?:을|를) (?:두고|놓고|둘러싸고))"
)

EARLY: dict[str, tuple[tuple[Kind, str], ...]] = {
    "es": (
        (
            "topic",
            rf"qué {_ES_SAY}(?: (?P<s>(?!del? )(?!sobre ).+?))? {_ES_ON} (?P<t>.+?) (?:en|durante) "
            r"(?P<e>(?:el|la) (?:pleno|reunión|sesión|cumbre|conferencia|rueda|comparecencia|asamblea"
            r"|encuentro"
            r"|debate|entrevista|visita|acto)\b.*)",
        ),
        ("topic", rf"qu[ée] {_ES_SAY} (?P<s>(?!(?:del?|sobre|acerca|en|durante) ).+?) {_ES_ON} (?P<t>.+)"),
        ("topic", rf"(?:y )?(?:{_ES_ON}|del?) (?P<t>[^,]+), ?¿?(?:y )?qué {_ES_SAY}(?: (?P<s>.+))?"),
        (
            "topic",
            r"cómo (?:ha |han )?(?:reaccionó|reaccionaron|reacciona|reaccionado|respondió|respondieron"
            r"|respondido)"
            r" (?P<s>.+?) (?:ante|frente al?|al?) (?P<t>.+)",
        ),
        (
            "topic",
            r"(?:cuál (?:fue|es|ha sido) la|qué) (?:reacción|respuesta) (?:(?:tuvo|tuvieron|dio) |del?"
            r" )(?P<s>.+?)"
            r" (?:ante|frente al?|al?) (?P<t>.+)",
        ),
        (
            "topic",
            r"cómo (?:valora|valoró|valoran|ve|ven|juzga|juzgan|califica|calificó|recibió|recibieron|acogió)"
            r" (?P<s>(?:(?:el|la|los|las) )?[\w-]+(?: (?:del?|de la) [\w-]+)?) (?P<t>(?:el|la|los|las"
            r"|su) .+)",
        ),
        (
            "topic",
            r"qué (?:postura|posición|opinión|actitud|visión) (?:tiene|tienen|mantiene|mantienen"
            r"|defiende|adoptó"
            rf"|tuvo|sostiene) (?P<s>.+?) {_ES_ON} (?P<t>.+)",
        ),
        (
            "topic",
            r"(?:cuál|qué) (?:es|fue|era) la (?:postura|posición|opinión|actitud|visión) del? (?P<s>.+?)"
            rf" {_ES_ON} (?P<t>.+)",
        ),
        ("who", rf"quién(?:es)? {_ES_WHO} (?P<t>.+)"),
    ),
    "fr": (
        (
            "topic",
            rf"qu'est-ce qui a été (?:dit|déclaré|annoncé) {_FR_ON} ?(?P<t>.+?) (?:lors {_FR_OF}|pendant"
            rf"|durant"
            r"|au cours d(?:e(?= l)|u|es|e)) ?(?P<e>.+)",
        ),
        (
            "topic",
            rf"(?:et )?{_FR_ON} ?(?P<t>[^,]+), qu'(?:a|ont|est-ce qu'a|est-ce qu'ont) {_FR_SAID} (?P<s>.+)",
        ),
        (
            "topic",
            r"comment (?P<s>.+?) (?:a-t-(?:il|elle|on)|ont-(?:ils|elles)) (?:réagi|répondu|accueilli"
            r"|jugé|perçu"
            rf"|commenté)(?: {_FR_TO})? (?P<t>.+)",
        ),
        ("topic", rf"comment (?:a|ont) (?:réagi|répondu) (?P<s>.+?) {_FR_TO} (?P<t>.+)"),
        ("topic", rf"comment (?:réagit|réagissent|répond) (?P<s>.+?) {_FR_TO} (?P<t>.+)"),
        (
            "topic",
            rf"quelle (?:a été|est|fut|était) la (?:réaction|réponse) {_FR_OF} ?(?P<s>.+?) {_FR_TO}"
            rf" (?P<t>.+)",
        ),
        (
            "topic",
            rf"(?P<s>.+?) (?:s'est-(?:il|elle)|se sont-(?:ils|elles)) (?:exprimée?s?|prononcée?s?) {_FR_ON}"
            r" ?(?P<t>.+)",
        ),
        (
            "topic",
            rf"quelle (?:est|était) (?:la |l')?(?:position|opinion|avis|attitude|point de vue) {_FR_OF}"
            rf" ?(?P<s>.+?)"
            rf" {_FR_ON} (?P<t>.+)",
        ),
        ("who", rf"qui {_FR_WHO} (?P<t>.+)"),
    ),
    "de": (
        ("topic", rf"was (?:hat|haben|hatte) (?P<s>.+?) {_DE_ON} (?P<t>.+?) {_DE_SAID}"),
        (
            "topic",
            rf"was {_DE_SAYS} (?P<s>[^,]+), (?:als|nachdem) (?:er|sie) (?:nach|zum|zur|zu|auf|über)"
            rf" (?P<t>.+?)"
            r" (?:gefragt|angesprochen|befragt) (?:wurde|wurden)",
        ),
        ("topic", rf"was {_DE_SAYS} (?P<s>(?!sie )(?!man ).+?) {_DE_ON} (?P<t>.+)"),
        ("topic", rf"{_DE_ON} (?P<t>[^,]+), was (?:{_DE_SAYS} (?P<s>.+)|hat (?P<s2>.+?) {_DE_SAID})"),
        ("topic", r"wie (?:reagierte|reagierten|reagiert|reagieren) (?P<s>.+?) auf (?P<t>.+)"),
        ("topic", r"wie (?:hat|haben) (?P<s>.+?) auf (?P<t>.+) reagiert"),
        ("topic", rf"wie (?:hat|haben) sich (?P<s>.+?) {_DE_ON} (?P<t>.+?) geäußert"),
        (
            "topic",
            r"wie (?:beurteilt|beurteilen|beurteilte|bewertet|bewerten|bewertete|sieht|sehen|kommentiert"
            rf"|kommentierte) (?P<s>{_DE_NAME}) (?P<t>(?:den|die|das|dem|der|seine|ihre) .+)",
        ),
        (
            "topic",
            r"welche (?:haltung|position|meinung|ansicht|auffassung|einstellung) (?:hat|haben|vertritt"
            r"|vertreten)"
            rf" (?P<s>.+?) {_DE_ON} (?P<t>.+)",
        ),
        ("topic", rf"(?:hat|haben) sich (?P<s>.+?) {_DE_ON} (?P<t>.+?) (?:geäußert|ausgesprochen)"),
        ("who", rf"wer {_DE_WHO} (?P<t>.+?)(?: ab)?"),
        (
            "who",
            r"wer (?:hat|haben) (?P<t>.+?) (?:kritisiert|gefordert|verlangt|abgelehnt|unterstützt|begrüßt"
            r"|vorgeschlagen|versprochen|bestritten|verteidigt)",
        ),
    ),
    "it": (
        (
            "topic",
            rf"{_IT_WHAT} (?:è stato|hanno|si è) detto (?:{_IT_ON}|{_IT_OF})(?P<t>.+?) (?:durante|nel corso"
            r" d(?:el|ella|ell')) ?(?P<e>.+)",
        ),
        ("topic", rf"{_IT_WHAT} {_IT_SAY} (?P<s>(?!su|all|al |nel|durante|in ).+?) {_IT_ON}(?P<t>.+)"),
        ("topic", rf"{_IT_WHAT} (?:ne )?(?:pensa|pensano) (?P<s>.+?) {_IT_OF}(?P<t>.+)"),
        ("topic", rf"(?:e )?{_IT_ON}(?P<t>[^,]+), {_IT_WHAT} {_IT_SAY}(?: (?P<s>.+))?"),
        (
            "topic",
            rf"come (?:ha|hanno) (?:reagito|risposto|accolto|commentato|giudicato) (?P<s>.+?)"
            rf" {_IT_TO}(?P<t>.+)",
        ),
        (
            "topic",
            rf"qual (?:è stata|è|fu|era) la (?:reazione|risposta) {_IT_OF}(?P<s>.+?) {_IT_TO}(?P<t>.+)",
        ),
        (
            "topic",
            r"come (?:valuta|valutano|giudica|giudicano|vede|vedono|commenta|commentano)"
            r" (?P<s>(?:il |la |lo |i |gli |le |l')?[\w-]+(?: (?:del|della|dell'|di) ?[\w-]+)?)"
            r" (?P<t>(?:il |la |lo |i |gli |le |l').+)",
        ),
        (
            "topic",
            rf"(?:qual|quale) (?:è|era) (?:la |l'|il )?(?:posizione|opinione|parere|linea|atteggiamento)"
            rf" {_IT_OF}"
            rf"(?P<s>.+?) {_IT_ON}(?P<t>.+)",
        ),
        ("who", rf"chi {_IT_WHO} (?P<t>.+)"),
    ),
    "pt": (
        (
            "topic",
            rf"o que {_PT_SAY} (?P<s>(?!(?:d[aoe]s?|sobre|n[ao]s?|durante|em) ).+?) {_PT_ON} (?P<t>.+)",
        ),
        ("topic", rf"o que (?:é que )?(?P<s>(?:o|a|os|as) .+?) {_PT_SAY} {_PT_ON} (?P<t>.+)"),
        ("topic", rf"(?:e )?{_PT_ON} (?P<t>[^,]+), o que {_PT_SAY}(?: (?P<s>.+))?"),
        (
            "topic",
            r"como (?:é que )?(?:reagiu|reagiram|reage|respondeu|responderam) (?P<s>.+?)"
            r" (?:perante|diante d[oae]s?|aos|às|ao|à|a) (?P<t>.+)",
        ),
        (
            "topic",
            r"como (?:é que )?(?P<s>(?:o|a|os|as) .+?) (?:reagiu|reagiram|respondeu|responderam) (?:aos"
            r"|às|ao|à|a)"
            r" (?P<t>.+)",
        ),
        ("topic", r"qual (?:foi|é) a (?:reação|resposta) d[oae]s? (?P<s>.+?) (?:aos|às|ao|à|a) (?P<t>.+)"),
        (
            "topic",
            r"como (?:avalia|avaliam|avaliou|vê|veem|julga|encara|encaram) (?P<s>(?:[oa]s? )?[\w-]+"
            r"(?: d[aoe]s? [\w-]+)?) (?P<t>[oa]s? .+)",
        ),
        (
            "topic",
            r"qual (?:é|era|foi) a (?:posição|opinião|postura|atitude|visão) d[aoe]s? (?P<s>.+?)"
            rf" {_PT_ON} (?P<t>.+)",
        ),
        ("topic", rf"alguém (?:se pronunciou|falou|comentou|disse algo) {_PT_ON} (?P<t>.+)"),
        ("who", rf"quem {_PT_WHO} (?P<t>.+)"),
    ),
    "nl": (
        ("topic", rf"wat (?:heeft|hebben|had) (?P<s>.+?) {_NL_ON} (?P<t>.+?) {_NL_SAID}"),
        (
            "topic",
            rf"wat (?:zei|zeiden|zegt|zeggen|verklaarde|meldde) (?P<s>(?!ze )(?!men ).+?) {_NL_ON} (?P<t>.+)",
        ),
        ("topic", rf"{_NL_ON} (?P<t>[^,]+), wat (?:zei|zegt|vindt) (?P<s>.+)"),
        ("topic", r"hoe (?:reageerde|reageerden|reageert|reageren) (?P<s>.+?) op (?P<t>.+)"),
        ("topic", r"hoe (?:heeft|hebben) (?P<s>.+?) op (?P<t>.+?) gereageerd"),
        ("topic", r"wat (?:is|was) de (?:reactie|respons) van (?P<s>.+?) op (?P<t>.+)"),
        ("topic", r"hoe (?:denkt|denken|dacht|dachten) (?P<s>.+?) over (?P<t>.+)"),
        ("topic", r"hoe (?:staat|staan|stond) (?P<s>.+?) tegenover (?P<t>.+)"),
        (
            "topic",
            r"hoe (?:beoordeelt|beoordelen|ziet|zien) (?P<s>(?:(?:de|het) )?[\w-]+) (?P<t>(?:de|het) .+)",
        ),
        ("who", rf"wie {_NL_WHO} (?P<t>.+)"),
        (
            "who",
            r"wie (?:heeft|hebben) (?P<t>.+?) (?:bekritiseerd|geëist|gevraagd|voorgesteld|beloofd"
            r"|verworpen|gesteund)",
        ),
    ),
    "zh": (
        (
            "topic",
            r"(?P<s>.+?) ?(?:在|的)(?P<e>[^在，]{0,20}?(?:会|会议|峰会|论坛|采访|讲话))上[，,]?(?:就|对"
            r"|关于|谈到)"
            r"(?P<t>.+?)(?:问题|一事)?(?:说|讲|谈|表示|回应)(?:了|过)?(?:些)?(?:什么|啥|哪些).*",
        ),
        (
            "topic",
            r"(?:关于|就|在|对于|对|针对|有关|至于)(?P<t>[^，,]+?)(?:的)?(?:问题|一事|事件|方面)?(?:上"
            r"|方面)?[，,]"
            rf" ?(?P<s>.+?){_ZH_HOW}{_ZH_ANSWER}(?:的|了)?",
        ),
        (
            "topic",
            r"(?:关于|就|在|对于|对|针对|有关|至于)(?P<t>[^，,]+?)(?:的)?(?:问题|一事|事件|方面)?(?:上"
            r"|方面)?[，,]"
            rf" ?(?P<s>.+?)(?:{_ZH_HAS}{_ZH_VIEW}|(?:说|讲|表示|回应)(?:了|过)?(?:些)?(?:什么|哪些)).*",
        ),
        (
            "topic",
            rf"(?P<s>.+?)(?:对|对于|就|针对)(?P<t>.+?)(?:问题|一事)?{_ZH_HAS}{_ZH_VIEW}(?:是什么|如何|呢)?",
        ),
        (
            "topic",
            r"(?P<s>.+?)(?:对|对于|就|针对|关于|谈到)(?P<t>.+?)(?:问题|一事)(?:都|曾)?(?:说|讲|表示|回应"
            r"|谈)(?:了|过)?(?:些)?"
            r"(?:什么|啥|哪些).*",
        ),
        ("topic", rf"(?P<s>.+?){_ZH_HOW}(?:回应|看待|评价|评论|解释)(?P<t>.+)"),
        ("who", rf"(?:是)?(?:谁|哪位|哪些人|什么人){_ZH_WHO}(?:了|过)?(?P<t>.+)"),
        ("who", rf"{_ZH_WHO}(?:了|过)?(?P<t>.+?)的(?:人)?是(?:谁|哪位)"),
    ),
    "ja": (
        (
            "topic",
            r"(?P<s>[^は]+?)(?:は|が) ?(?:の)?(?P<e>[^は、]*?(?:会談|会議|会合|会見|サミット|集会|総会"
            r"|説明会|国会))(?:で|において)、?"
            rf"(?P<t>.+?){_JA_ON}(?:は)?(?:何|なに|どう|どのよう|どんな).*",
        ),
        (
            "topic",
            r"(?P<s>.+?)(?:は|が)(?P<t>.+?)(?:に|へ)(?:は)?(?:どう|どのように|どのような|どんな)(?:反応"
            r"|対応|応じ|答え|回答).*",
        ),
        (
            "topic",
            rf"(?P<t>.+?)(?:に対する|への|についての|をめぐる|に関する)(?P<s>.+?)の{_JA_VIEW}(?:は|を"
            rf"|って)?.*",
        ),
        (
            "topic",
            rf"(?P<s>.+?)の(?P<t>.+?)(?:に対する|への|についての|をめぐる|に関する){_JA_VIEW}(?:は|を"
            rf"|って)?.*",
        ),
        (
            "topic",
            rf"(?P<t>[^は]+?){_JA_ON}(?:は)?、?(?P<s>.+?)(?:は|が)(?:どう|どのよう|どんな|どういう|何).*",
        ),
        ("who", rf"(?:誰|だれ|どなた)が(?P<t>.+?)(?:を|に)(?:求め|訴え|{_JA_WHO}し).*"),
        (
            "who",
            rf"(?P<t>.+?)(?:を|に)(?:{_JA_WHO}し|求め|訴え)(?:た|ている)(?:の|人|人物)は(?:誰|だれ|どなた).*",
        ),
    ),
    "ko": (
        (
            "topic",
            rf"(?P<t>.+?)(?:와|과) 관련(?:해서?|하여)(?:는)? (?P<s>.+?)(?:은|는|이|가) {_KO_ASKS} .*",
        ),
        ("topic", rf"(?P<t>[^은는]+?){_KO_ON}(?:는)? (?P<s>.+?)(?:은|는|이|가) {_KO_ASKS} ?.*"),
        ("topic", rf"(?P<s>\S+(?: \S+)??)(?:은|는|이|가) (?P<t>.+?){_KO_ON}(?:는)? {_KO_ASKS} ?.*"),
        ("topic", rf"(?P<t>.+?)에 (?:대한|관한) (?P<s>.+?)의 {_KO_VIEW}(?:은|는|이|을)?(?: .*)?"),
        ("topic", rf"(?P<s>.+?)의 (?P<t>.+?)에 (?:대한|관한) {_KO_VIEW}(?:은|는|이|을)?(?: .*)?"),
        ("who", rf"누가 (?P<t>.+?)(?:을|를|에) {_KO_WHO}.*"),
        ("who", rf"(?P<t>.+?)(?:을|를|에) {_KO_WHO}(?:한|하는|했던) (?:사람|이|인물|쪽|곳)은 누구.*"),
    ),
}
# How such questions open, besides with a question word.
OPENS = {
    "es": rf"(?:y )?(?:{_ES_ON}|del?) [^,]+, ?¿?(?:y )?qué ",
    "fr": rf"(?:et )?{_FR_ON} ?[^,]+, qu'"
    r"|[^,]+ (?:s'est-(?:il|elle)|se sont-(?:ils|elles)) (?:exprimé|prononcé)",
    "de": rf"{_DE_ON} [^,]+, was ",
    "it": rf"(?:e )?{_IT_ON}[^,]+, {_IT_WHAT} ",
    "pt": rf"(?:e )?{_PT_ON} [^,]+, o que ",
    "nl": rf"{_NL_ON} [^,]+, wat ",
}
