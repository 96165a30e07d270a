"""Follow-ups in nine languages other than English: "und zur Bahn?", "¿Y los sindicatos?"."""

from __future__ import annotations

import re

from rag.abroad.languages import Foreign, read
from rag.abroad.press_chinese import is_speaker as is_chinese_speaker
from rag.abroad.press_japanese import is_speaker as is_japanese_speaker
from rag.abroad.press_korean import is_speaker as is_korean_speaker
from rag.abroad.roles import is_speaker
from rag.asked.limits import Line

_TOPIC = {
    "zh": r"(?:那|那么|那麼)?(?:关于|關於)?(?P<t>.+?)(?:呢|怎么样|怎麼樣)",
    "ja": r"(?:では|じゃあ|それでは)?、?(?P<t>.+?)(?:については?|に関しては?|は)(?:どう.*)?",
    "ko": r"(?:그럼|그러면|그리고)? ?(?P<t>.+?)(?:에 대해서?는?|에 관해서?는?|은|는)(?:요)?",
    "fr": r"(?:et|ou) (?:(?:sur|à propos d(?:e|u|es)|au sujet d(?:e|u|es)|concernant|quant (?:à|aux?)"
    r"|pour) )?(?P<t>.+)",
    "de": r"(?:und|oder) (?:(?:über|zu|zum|zur|bezüglich|hinsichtlich|von|vom|was ist mit)"
    r" (?:(?:den|die|das|dem|der) )?)?(?P<t>.+)",
    "es": r"(?:y|e|o) (?:(?:sobre|del?|acerca del?|respecto al?|en cuanto al?|qué hay del?"
    r"|qué pasa con) )?(?P<t>.+)",
    "it": r"(?:e|o|ed) (?:(?:sull'|sull[aeo] |sugli |sui |sul |su |per quanto riguarda "
    r"|riguardo (?:all[ae] |agli |all'"
    r"|al |ai |a )|dell'|dell[aeo] |degli |dei |del ))?(?P<t>.+)",
    "pt": r"(?:e|ou) (?:(?:sobre|quanto (?:aos?|às?|a)|em relação (?:aos?|às?|a)|acerca d[aoe]s?"
    r"|d[aoe]s?) )?(?P<t>.+)",
    "nl": r"(?:en|of) (?:(?:over|wat betreft|hoe zit het met|met betrekking tot) )?(?P<t>.+)",
}
_ARTICLES = re.compile(
    r"(?:el|la|los|las|le|les|der|die|das|den|il|lo|i|gli|o|a|os|as|de|het) |l['’]|(?:他|她|그|彼)"
)
_EAST = {"zh": is_chinese_speaker, "ja": is_japanese_speaker, "ko": is_korean_speaker}
_AND = re.compile(r"(?:und|aber|et|mais|y|pero|では、?|それでは、?|那么?，?|그럼|그리고) ?")
# "He" or "she" who says something, and what stands in the pronoun's place; "sie sagten" are several.
_DE_SAYS = r"sagte|sagt|hat|hatte|meinte|meint|erklärte|betonte|antwortete|forderte|versprach|schrieb"
_FR_SAYS = r"dit|déclaré|répondu|affirmé|expliqué|annoncé|ajouté|assuré|promis|indiqué|pensé"
_ES_SAYS = r"dijo|dice|ha dicho|declaró|comentó|respondió|afirmó|explicó|anunció|opinó"
_PRONOUN = {
    "de": ((rf"\b(?P<verb>{_DE_SAYS}) (?:er|sie)\b", r"\g<verb> {who}"),),
    "fr": (
        (rf"\bqu'a-t-(?:il|elle) (?P<verb>{_FR_SAYS})\b", r"qu'a \g<verb> {who}"),
        (r"\bque (?P<verb>dit|pense|répond)-(?:t-)?(?:il|elle)\b", r"que \g<verb> {who}"),
        (rf"\bqu'est-ce qu'(?:il|elle) a (?P<verb>{_FR_SAYS})\b", r"qu'a \g<verb> {who}"),
    ),
    "es": (
        (
            rf"\bqué (?P<verb>{_ES_SAYS})(?: (?:él|ella))?(?= (?:sobre|acerca|respecto|en cuanto)|$)",
            r"qué \g<verb> {who}",
        ),
    ),
    "ja": ((r"^(?:彼|彼女|同氏|氏)(?=は|が)", "{who}"),),
    "zh": ((r"(?:他|她)(?!们|們)", "{who}"),),
    "ko": ((r"^(?:그|그녀)(?=는|가|은|이)", "{who}"),),
}


def new_topic(line: Line, last: Foreign | None) -> str | None:
    """The new topic that a fragment names after a question in one of these languages."""
    if last is None or last.language not in _TOPIC:
        return None
    line = Line(line.shown.lstrip("¿ "), line.folded.lstrip("¿ "))
    match = re.fullmatch(_TOPIC[last.language], line.folded)
    if match is None or _asks(line.part(*match.span("t"))):
        return None
    return line.part(*match.span("t")).shown


def is_new_speaker(topic: str, last: Foreign | None) -> bool:
    """Whether the thing that a fragment names is somebody who speaks: "¿Y los comerciantes?"."""
    if last is None:
        return False
    if last.language in _EAST:
        return _EAST[last.language](topic)
    words = _ARTICLES.sub("", topic.lower(), count=1).split()
    return bool(words) and is_speaker(words[0], last.language)


def with_speaker(line: Line, who: str | None) -> str | None:
    """The question with the speaker named whom "he" or "she" stands for, and without its "and"."""
    line = Line(line.shown.lstrip("¿ "), line.folded.lstrip("¿ "))
    opening = _AND.match(line.folded)
    rest = line.part(opening.end()) if opening and _asks(line.part(opening.end())) else line
    foreign = read(rest.shown)
    if foreign is None:
        return None
    for pattern, named in _PRONOUN.get(foreign.language, ()):
        found = re.search(pattern, rest.folded) if who else None
        if found is not None:
            middle = found.expand(named.format(who=who))
            return _opened(f"{rest.shown[: found.start()]}{middle}{rest.shown[found.end() :]}?")
    return _opened(f"{rest.shown}?") if rest is not line else None


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _asks(line: Line) -> bool:
    """Whether the words are a question of their own in one of these languages."""
    foreign = read(line.shown)
    # Any words in another script are read as of their language; those of ours open with a question word.
    return foreign is not None and (
        foreign.language in ("de", "fr", "es", "it", "pt", "nl")
        or foreign.reading(foreign.line).kind in ("topic", "who")
    )
