"""Which sentences answer a question for a fact in another language than English, and whether any does."""

from __future__ import annotations

import re
from math import exp

from index.collection import Collection
from rag.abroad import languages
from rag.abroad.asked import LANGUAGES, PRICE, sought
from rag.asked.scope import Scope
from rag.fact.readings import (
    ASKS,
    PASSAGES_READ,
    SENTENCES_BEFORE,
    is_headline,
    sentences_of,
    with_sentences_before,
)
from rag.questions import Question
from rag.speakers import attribute, statements
from rag.topic.selection import Evidence

# How much of a question its answer holds, in the sentence and, half as much, with those before it. From
# this sum on it counts: fitted on Chinese questions and texts (XQuAD), where one in a hundred questions
# that the collection does not answer gets an answer; as for English.
_WINDOW, _ENOUGH, _STEEP = 0.5, 0.82, 10.0
_NEARLY = 3.0  # power that sets the best sentence apart from the next
_CLOSE_TO_BEST = 0.6  # of the best sentence's score: what else answers
_FEW_WORDS = 6  # a heading or an entry of a list is worth a quote only where nothing is better
_MONTHS = (
    r"jan(?:uar|vier)|f[eé]b(?:ruar|rero)|février|märz|mars|marzo|april|avril|abril|mai|mayo|ju[nl]io?|juin"
    r"|juillet|august|août|agosto|sept(?:ember|embre|iembre)|o[ck]t(?:ober|obre|ubre)|nov(?:ember|embre|iembre)"
    r"|de[zc](?:ember|iembre)|décembre|enero|frühjahr|frühling|sommer|herbst|winter|printemps|été|automne"
    r"|hiver|primavera|verano|otoño|invierno|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_DATE = re.compile(
    r"(?<!\d)(?:1\d|20)\d\d(?!\d)|\d{1,4} ?[年月日년월일]|世[纪紀]|年代|세기|[今昨明去来來]年"
    rf"|\b(?:{_MONTHS})\b|\d{{1,2}}[:h]\d\d",
    re.IGNORECASE,
)
_DIGITS = "一二三四五六七八九十百千万萬億亿兆两兩"
_COUNTED = (
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|hälfte|drittel"
    r"|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|cent|mille|moitié|tiers"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|cien|mil|mitad|tercio"
)
_NUMBER = re.compile(
    rf"\d|[{_DIGITS[1:]}][\u4e00-\u9fff]|[{_DIGITS}]{{2}}|一[个個人名位次种種]|[한두세네] ?[가-힣]"
    rf"|\b(?:{_COUNTED})\b",
    re.IGNORECASE,
)
# "何トン", "多少磅": what is counted, which the answer has behind its number.
_MEASURE = re.compile(
    r"(?:多少|几|何(?=[ァ-ヴー]|[人個個回本台社頭件枚])|いくつの|몇)\s*(?P<unit>[ァ-ヴー]+|[\u4e00-\u9fff]|[가-힣])"
)

_MONEY = re.compile(
    r"[$€£¥₩]|[円元원]|ドル|ユーロ|달러|유로"
    r"|\b(?:euros?|dollars?|dólares|pfund|livres|francs?|franken|pesos|yens?|usd|eur)\b",
    re.IGNORECASE,
)


def read_abroad(
    question: Question, scope: Scope, collection: Collection
) -> tuple[list[Evidence], float] | None:
    """Sentences that answer, if any does, and the probability that one does; None for English."""
    foreign = languages.read(question.searched)
    if foreign is None or foreign.language not in LANGUAGES:
        return None
    asked = sought(question.searched, foreign.language, collection.rarity)
    found = []
    highest = 0.0
    within = scope.numbers if scope.is_limited else None
    for hit in collection.search(question.searched, PASSAGES_READ, fusion="lexical", within=within):
        document = hit.passage.document
        for span in sentences_of(hit.passage) if asked.pieces else ():
            text = document.text[span.start : span.end]
            if is_headline(text, document.title) or (question.kind != "who" and ASKS.search(text)):
                continue
            said = question.sought == "person" and attribute(statements(document), span)[0] is not None
            if not (said or _can_state(question, text)):
                continue
            own, titled = asked.share(text), asked.share(f"{document.title}\n{text}")
            # What the title names the text need not say again.
            before = with_sentences_before(document, span, SENTENCES_BEFORE)
            own, share = 0.5 * (own + titled), asked.share(f"{document.title}\n{before}")
            held = (own + _WINDOW * share) / (1 + _WINDOW)
            highest = max(highest, own + _WINDOW * share)
            found.append((Evidence(collection.number(document.id), span, held**_NEARLY), len(text.split())))
    best = max((one.score for one, _ in found), default=0.0)
    close = [
        one for one, long in found if one.score >= (_CLOSE_TO_BEST if long >= _FEW_WORDS else 1.0) * best
    ]
    return close, 1 / (1 + exp(-_STEEP * (highest - _ENOUGH)))


def _can_state(question: Question, text: str) -> bool:
    """Whether a text holds a number or a date, where one is asked for."""
    if question.kind == "who":
        return True
    wanted = {"date": _DATE, "number": _NUMBER}.get(question.sought or "")
    if wanted is _NUMBER:
        text = _DATE.sub(" ", text)
        wanted = _MONEY if PRICE.search(question.searched) else wanted
    measure = _MEASURE.search(question.searched) if question.sought == "number" else None
    if measure is not None:
        wanted = re.compile(rf"[\d{_DIGITS}]\s?[^\d。，、,]{{0,5}}{re.escape(measure['unit'])}")
    return wanted is None or wanted.search(text) is not None
