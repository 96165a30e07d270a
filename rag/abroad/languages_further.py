"""The shapes of questions in Italian, Portuguese and Dutch; minimal rules."""

from __future__ import annotations

from rag.asked.shapes import Sought

_IT_SU = (
    r"(?:sull'|sulla |sulle |sullo |sugli |sui |sul |su |dell'|della |delle |dello |degli |dei |del |di |d'"
    r"|(?:riguardo|in merito) (?:alla|alle|agli|all'|al|ai|a) ?|a proposito d(?:ell'|ella|elle|egli|el|ei"
    r"|i) ?)"
)
_IT_SAID = (
    r"(?:detto|dichiarato|affermato|spiegato|annunciato|risposto|sostenuto|riferito|commentato|promesso)"
)
_IT_SAYS = r"(?:dice|disse|diceva|dichiara|afferma|pensa|ne pensa|sostiene|dicono|pensano|ne pensano|dissero)"
_IT_WHAT = r"(?:che cosa|cosa|che)"
_PT_SOBRE = (
    r"(?:sobre|de|da|do|das|dos|(?:acerca|a respeito) d(?:as|os|a|o|e)"
    r"|(?:quanto|em relação) (?:aos|às|ao|à|a))"
)
_PT_SAID = (
    r"(?:disse|disseram|declarou|declararam|afirmou|afirmaram|anunciou|explicou|comentou|respondeu|pensa"
    r"|pensam"
    r"|acha|acham|diz|dizem|prometeu)"
)
_PT_WHAT = r"(?:o que é que|o que|que)"
_PT_WHO = r"(?P<s>(?:o |a |os |as )?(?!se )[\w-]+(?: [\w-]+){0,3}?)"
_NL_OVER = r"(?:over|omtrent|inzake|betreffende|met betrekking tot|van)"
_NL_SAID = (
    r"(?:gezegd|verklaard|gemeld|verteld|beweerd|aangekondigd|geantwoord|uitgelegd|benadrukt|besproken)"
)
_NL_SAYS = r"(?:zei|zeiden|zegt|zeggen|vindt|vinden|vond|verklaarde|verklaarden|denkt|denken|meldde|meldden)"
_NL_THEY = r"(?:ze|zij|men|de documenten|de teksten|de bronnen)"
_NL_SPOKEN = rf"(?:{_NL_SAID}|gesproken|gepraat|uitgelaten|uitgesproken)"
# For each language patterns of what was said and who said it; the groups are "t" for the topic, "s" for the
# speaker, "e" for the occasion.
TOPIC = {
    "it": (
        rf"{_IT_WHAT} (?:è stato|hanno|si è) {_IT_SAID} (?:durante|nel corso d(?:el|ella)|(?:in|ne)(?:lla"
        rf"|l)|all'|alla|al) ?"
        r"(?P<e>.+?) (?:su|sull|sulla|sul|sui|sugli|sulle|sullo)(?:'| )(?P<t>.+)",
        rf"{_IT_WHAT} (?:è stato|hanno|si è|viene|è) {_IT_SAID} ?{_IT_SU}(?P<t>.+)",
        rf"{_IT_WHAT} (?:si dice|si sa|dicono|pensano|ne pensano|sappiamo) (?:(?:i documenti|i testi"
        rf"|le fonti|loro) )?"
        rf"{_IT_SU}(?P<t>.+)",
        rf"{_IT_WHAT} (?:ha|hanno|aveva) {_IT_SAID} (?P<s>.+?) {_IT_SU}(?P<t>.+)",
        rf"{_IT_WHAT} {_IT_SAYS} (?P<s>(?:il |la |lo |i |gli |le |l')?[\w'-]+(?: [\w-]+)?) {_IT_SU}(?P<t>.+)",
        rf"{_IT_WHAT} (?:(?:ha|hanno|aveva) {_IT_SAID}|{_IT_SAYS}) (?P<s>.+)",
        r"(?:si è|hanno|è stato|qualcuno ha|hanno mai) (?:parlato|discusso|detto qualcosa|accennato) ?"
        rf"(?:{_IT_SU}|all'|alla |al |ai |alle |agli |a )(?P<t>.+)",
        r"(?:qualcuno ha|hanno|è stat[oa]|sono stat[ie]|si è) (?:menzionat[oaie]|citat[oaie]"
        r"|nominat[oaie]|affrontato)"
        r" (?P<t>.+)",
        r"(?:c'è|ci sono|esiste|abbiamo) (?:qualcosa|qualche informazione|informazioni|dichiarazioni"
        r"|notizie) "
        rf"{_IT_SU}(?P<t>.+)",
        r"(?:qual|quale) (?:è|era) (?:la |l')?(?:posizione|opinione|parere|linea|atteggiamento) "
        rf"(?:dell'|della |delle |dello |degli |dei |del |di )(?P<s>.+?) {_IT_SU}(?P<t>.+)",
        rf"(?:quali|in quali) (?:documenti|testi) (?:parlano|si parla|menzionano|citano"
        rf"|trattano) ?(?:{_IT_SU})?(?P<t>.+)",
    ),
    "pt": (
        rf"{_PT_WHAT} (?:foi dito|se disse|disseram) (?:na|no|nas|nos|durante [ao]s?) (?P<e>.+?) (?:sobre"
        rf"|acerca d[aeo]s?) (?P<t>.+)",
        rf"{_PT_WHAT} (?:foi|é|tem sido) (?:dito|declarado|afirmado|referido"
        rf"|anunciado) {_PT_SOBRE} (?P<t>.+)",
        rf"{_PT_WHAT} (?:disseram|dizem|se disse|se diz|se sabe|sabemos|declararam|falaram) "
        rf"(?:(?:eles|os documentos|os textos|as fontes) )?{_PT_SOBRE} (?P<t>.+)",
        rf"{_PT_WHAT} {_PT_SAID} (?P<s>.+?) {_PT_SOBRE} (?P<t>.+)",
        rf"{_PT_WHAT} {_PT_WHO} {_PT_SAID} {_PT_SOBRE} (?P<t>.+)",
        rf"{_PT_WHAT} {_PT_SAID} (?P<s>.+)",
        rf"{_PT_WHAT} {_PT_WHO} {_PT_SAID}",
        rf"(?:falaram|falou-se|alguém falou|discutiram|discutiu-se|trataram|fala-se) {_PT_SOBRE} (?P<t>.+)",
        r"(?:alguém|eles|os documentos) (?:mencionou|mencionaram|mencionam|referiu|referiram|citou"
        r"|abordou) (?P<t>.+)",
        r"(?:mencionaram|mencionou-se|foi mencionad[oa]|foram mencionad[oa]s|referiram|citaram) (?P<t>.+)",
        r"(?:há|existe|existem|têm) (?:alguma coisa|algo|alguma informação|informações|declarações"
        r"|alguma declaração) "
        rf"{_PT_SOBRE} (?P<t>.+)",
        rf"qual (?:é|era|foi) a (?:posição|opinião|postura|atitude) (?:do|da|dos|das"
        rf"|de) (?P<s>.+?) {_PT_SOBRE} (?P<t>.+)",
        rf"(?:que|quais|em que) documentos (?:mencionam|falam|tratam|referem) ?(?:{_PT_SOBRE} )?(?P<t>.+)",
    ),
    "nl": (
        rf"wat (?:is|werd|wordt) er (?:op|tijdens|bij|in) (?P<e>(?:de|het) .+?) over (?P<t>.+?) {_NL_SAID}",
        rf"wat (?:is|werd|wordt) er {_NL_SAID} (?:op|tijdens|bij|in) (?P<e>(?:de|het) .+?) over (?P<t>.+)",
        rf"wat (?:is|werd|wordt) (?:er |daar )?(?:allemaal )?{_NL_SAID} {_NL_OVER} (?P<t>.+)",
        rf"wat (?:is|werd|wordt) (?:er |daar )?{_NL_OVER} (?P<t>.+?) {_NL_SAID}",
        rf"wat {_NL_SAYS} {_NL_THEY} {_NL_OVER} (?P<t>.+)",
        rf"wat (?:hebben|heeft) {_NL_THEY} (?:{_NL_SAID} )?{_NL_OVER} (?P<t>.+?)(?: {_NL_SAID})?",
        r"wat (?:is|weten we|staat|staat er|is er) (?:er )?(?:in (?:de )?(?:documenten|teksten|stukken"
        r"|verslagen) )?"
        rf"(?:bekend )?{_NL_OVER} (?P<t>.+?)(?: bekend)?",
        rf"wat (?:heeft|hebben|had) (?P<s>.+?) {_NL_OVER} (?P<t>.+?) {_NL_SAID}",
        rf"wat (?:heeft|hebben|had) (?P<s>.+?) {_NL_SAID} {_NL_OVER} (?P<t>.+)",
        rf"wat {_NL_SAYS} (?P<s>.+?) {_NL_OVER} (?P<t>.+)",
        rf"wat (?:heeft|hebben|had) (?P<s>.+?) {_NL_SAID}",
        rf"wat {_NL_SAYS} (?P<s>.+)",
        rf"(?:is|werd|wordt|was) er (?:iets |wat )?{_NL_SPOKEN} {_NL_OVER} (?P<t>.+)",
        rf"(?:is|werd|wordt|was) er (?:iets |wat )?{_NL_OVER} (?P<t>.+?) {_NL_SPOKEN}",
        rf"(?:heeft|hebben) (?:iemand|ze|zij) (?:iets )?{_NL_SPOKEN} {_NL_OVER} (?P<t>.+)",
        rf"(?:heeft|hebben) (?:iemand|ze|zij) (?:iets )?{_NL_OVER} (?P<t>.+?) {_NL_SPOKEN}",
        r"(?:heeft|hebben|werd|werden|is) (?:iemand |ze |zij )?(?P<t>.+?) (?:genoemd|vermeld|aangehaald"
        r"|ter sprake gebracht)",
        rf"(?:is|zijn|staat) er (?:iets|informatie|uitspraken|verklaringen) {_NL_OVER} (?P<t>.+)",
        r"wat (?:is|was) (?:het standpunt|de mening|de houding|de positie|het oordeel) van (?P<s>.+?) "
        r"(?:over|ten aanzien van|inzake|op het gebied van) (?P<t>.+)",
        r"welke (?:documenten|teksten) (?:gaan over|vermelden|noemen|spreken over) (?P<t>.+)",
    ),
}
WHO = {
    "it": (
        rf"chi (?:ha parlato|hanno parlato|ha discusso|ha detto qualcosa|si è espresso|parla|parlò"
        rf"|si è pronunciato) {_IT_SU}"
        r"(?P<t>.+)",
        rf"chi (?:ha|hanno) (?:menzionato|citato|criticato|{_IT_SAID}) ?(?:che )?(?P<t>.+)",
    ),
    "pt": (
        rf"quem (?:falou|falaram|fala|comentou|se pronunciou|disse algo"
        rf"|disse alguma coisa) {_PT_SOBRE} (?P<t>.+)",
        r"quem (?:disse|afirmou|declarou|mencionou|criticou|anunciou) ?(?:que )?(?P<t>.+)",
    ),
    "nl": (
        rf"wie (?:sprak|spraken|spreekt|had het|praat|praatte) {_NL_OVER} (?P<t>.+)",
        rf"wie (?:heeft|hebben) (?:iets |zich )?{_NL_SPOKEN} {_NL_OVER} (?P<t>.+)",
        rf"wie (?:heeft|hebben) (?:iets |zich )?{_NL_OVER} (?P<t>.+?) {_NL_SPOKEN}",
        r"wie (?:zei|beweerde|verklaarde|heeft gezegd),? (?:dat )?(?P<t>.+)",
        r"wie (?:noemde|vermeldde|bekritiseerde) (?P<t>.+)",
    ),
}
SOUGHT: dict[str, tuple[tuple[Sought, str], ...]] = {
    "it": (
        ("date", r"\bquando\b|in (?:che|quale) (?:anno|data|giorno)"),
        ("person", r"\bchi\b"),
        ("place", r"\bdove\b|\bdov'"),
        ("reason", r"\bperché\b|\bcome mai\b"),
        ("number", r"\bquant[oiae]\b"),
        ("thing", r"\b(?:cosa|che|quale|quali|come|qual)\b"),
        ("yes or no", r""),
    ),
    "pt": (
        ("date", r"\bquando\b|em que (?:ano|data|dia)"),
        ("person", r"\bquem\b"),
        ("place", r"\bonde\b"),
        ("reason", r"\bpor ?que\b|\bporquê\b|\bpor quê\b"),
        ("number", r"\bquant[oa]s?\b"),
        ("thing", r"\b(?:o que|que|qual|quais|como)\b"),
        ("yes or no", r""),
    ),
    "nl": (
        ("date", r"\bwanneer\b|in welk jaar|op welke (?:dag|datum)"),
        ("person", r"\bwie\b"),
        ("place", r"\bwaar\b(?!om)"),
        ("reason", r"\bwaarom\b"),
        ("number", r"\bhoeveel\b|\bhoe (?:hoog|lang|groot|vaak|veel)\b"),
        ("thing", r"\b(?:wat|welke?|hoe)\b"),
        ("yes or no", r""),
    ),
}
OPENS = {
    "it": r"(?:cosa|che cosa|che|chi|perché|dove|dov'|quando|quant[oiae]|quale|quali|qual|come|c'è"
    r"|ci sono|si è|hanno"
    r"|qualcuno|è stat[oa]|sono stat[ie]|(?:di|a|da|in|con|su|per) (?:chi|che|quale|quali|quant[oiae])) ?",
    "pt": r"(?:o que|que|quem|onde|por ?que|porquê|quando|quant[oa]s?|qual|quais|como|há|existem?|alguém"
    r"|falaram"
    r"|falou-se|mencionaram|foi|foram|(?:de|a|em|com|por|para) (?:quem|que|qual|quant[oa]s?)) ",
    "nl": r"(?:wat|waar|wanneer|waarom|hoeveel|wie|welke?|hoe|heeft|hebben|is er|zijn er|werd|werden"
    r"|wordt|staat er"
    r"|(?:van|met|voor|op|in|aan|bij) (?:wie|welke?)) ",
}
# Words that a question must hold besides its first: "come", "is", "hoe" are not enough.
WORDS = {
    "it": r"[àèìòù]|\b(?:il|lo|gli|della|dello|dei|delle|degli|del|sul|sulla|sulle|sui|sugli|hanno|detto"
    r"|ha|sono|ci|ne|di)\b"
    r"|\b(?:dell|sull|all|nell|dall|l)'",
    "pt": r"[ãõç]|\b(?:os|as|do|da|dos|das|disse|disseram|foi|dito|um|uma|não|há|a|o|de|falaram|falou"
    r"|quem)\b",
    "nl": r"\b(?:de|het|een|er|over|van|zei|zeiden|gezegd|heeft|hebben|werd|wordt|worden|zijn|ze)\b",
}
ARTICLE = {
    "it": r"(?i)^(?:il |lo |la |i |gli |le |l['’])(?=[a-zà-ÿ])",
    "pt": r"(?i)^(?:o|a|os|as) (?=[a-zà-ÿ])",
    "nl": r"(?i)^(?:de|het|een) (?=[a-zà-ÿ])",
}
