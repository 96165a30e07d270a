"""Verbs of reporting in other languages than English, and dialogues that dashes open.

German, French, Spanish, Italian and Portuguese: the verbs that B. Pouliquen, R. Steinberger, C. Best,
"Automatic Detection of Quotations in Multilingual News" (RANLP 2007) names for its own rules, and those
most used in news beside them; so for Dutch, the Scandinavian languages, Polish, Czech, Russian, Ukrainian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_VERBS = """
dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute estimé estime souligné souligne
assuré assure indiqué indique précisé précise répondu répond lancé lance martelé poursuivi poursuit
conclu conclut confié confie regretté regrette déploré insisté insiste rappelé rappelle
indigne raille calcule prévient prévenu plaide plaidé reconnaît reconnu admet admis tonne soupire résume
ironise inquiète réplique répliqué dénonce dénoncé réclame promet promis exclu exclut tempère glisse témoigne
mahnte lobte ergänzte erläuterte bestätigte klagte räumte
insistió recordó reconoció admitió denunció lamentó reiteró matizó
sagte sagt erklärte erklärt betonte betont meinte meint fügte warnte warnt forderte fordert kritisierte
kritisiert schrieb schreibt antwortete antwortet teilte kündigte unterstrich versicherte bekräftigte
dijo dice afirmó afirma declaró declara explicó explica añadió añade agregó agrega señaló señala
aseguró asegura manifestó manifiesta indicó destacó destaca subrayó subraya advirtió advierte sostuvo
sostenía expresó concluyó escribió apuntó comentó respondió
disse dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato sottolinea
afirmou declarou explicou acrescentou destacou
raconte raconté lâche assène insurge alarme interroge indigné réagi rétorque abonde enchaîne résumé
confirme confirmé berichtet berichtete meldete urteilt urteilte mahnt klagt lobt ergänzt erläutert
bestätigt findet räumt bilanziert fragte sagten detto raccontato racconta ribadito commentato osservato
replicato risposto concluso ricordato attacca ammette ammesso completou ressaltou comentou escreveu diz
contou disseram lamentou criticou preguntó contó zanjó apostilló sentenció reclamó denuncia pidió exigió
aseguraron dijeron zegt zei vertelt vertelde verklaarde benadrukte benadrukt stelt stelde schrijft
schreef säger sade menar förklarar berättar skriver siger sagde sier fortæller forteller powiedział
powiedziała dodał dodała stwierdził stwierdziła podkreślił podkreśliła zaznaczył zaznaczyła przyznał
przyznała mówi mówił mówiła poinformował poinformowała tłumaczy tłumaczył wyjaśnił wyjaśniła ocenił
oceniła napisał napisała zapowiedział zapowiedziała oświadczył oświadczyła apeluje odpowiedział
odpowiedziała zapytał zapytała řekl řekla uvedl uvedla dodal dodala prohlásil prohlásila сказал сказала
заявил заявила отметил отметила добавил добавила сообщил сообщила подчеркнул подчеркнула рассказал
рассказала считает говорит пояснил пояснила написал написала уточнил уточнила признал признала ответил
ответила спросил спросила сказав заявив зазначив зазначила додав додала повідомив повідомила наголосив
наголосила
"""
FOREIGN = frozenset(_VERBS.split())
# What stands before the name of a source without a verb: "„…“, so Petra Lang".
AFTER_WORDS = frozenset("so aldus selon laut según segundo secondo według".split())
_DASHES = "–—―"
# "– Nie mamy wyboru – powiedział Kowalski.", "– Det är en skandal, säger Berg.", "—No —respondió ella—."
_TAG = re.compile(rf"(?P<stop>[,.!?…]?)\s*(?:[{_DASHES}]\s*|(?<=,)\s)(?P<verb>[^\W\d_]+)(?=[\s.,:{_DASHES}])")
_AGAIN = re.compile(rf"[.,:;]?\s*[{_DASHES}][.,:;]?\s+(?=\S)")


def dashed(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph that are spoken, where a dash opens it and a reporting clause follows."""
    if flat[start] not in _DASHES or end - start < 2:
        return
    first = start + 1 + len(flat[start + 1 : end]) - len(flat[start + 1 : end].lstrip())
    while first < end:
        tag = next((t for t in _TAG.finditer(flat, first, end) if t["verb"].lower() in FOREIGN), None)
        if tag is None:
            return
        yield first, tag.start() + len(tag["stop"].replace(",", ""))
        again = _AGAIN.search(flat, tag.end("verb"), end)
        if again is None:
            return
        first = again.end()
        if not any(t["verb"].lower() in FOREIGN for t in _TAG.finditer(flat, first, end)):
            yield first, end
            return
