"""How German, French, Spanish, Italian, Portuguese and Dutch news says who says what: closed tables.

Verbs: B. Pouliquen, R. Steinberger, C. Best, "Automatic Detection of Quotations in Multilingual News"
(RANLP 2007), and the lists of verbs of saying in the learner's grammars of each language.
"""

from __future__ import annotations

from functools import cache

from rag.abroad.reporting import FOREIGN

# Regular verbs by their stem, with the endings of the forms that news is written in.
_STEMS = {
    "es": (
        "afirm asegur declar explic señal indic destac subray manifest consider recalc apunt coment anunci"
        " critic reclam denunci lament alert avis confirm calific acus reiter detall precis aclar argument"
        " plante rechaz celebr zanj sentenci record valor estim puntualiz evalu calcul contest"
        " relat narr revel mencion inform"
        " ratific alab elogi alert exhort inst augur vaticin puntualiz remarc opin reproch descart enfatiz"
        " justific conden agreg recalc salud avanz adelant cuestion ironiz matiz apost aleg vaticin constat"
        " diagnostic pronostic estim apunt cifr enfatiz grit exclam brome ",
        "ó a aba aron an ado",
    ),
    "pt": (
        "afirm declar explic coment anunci critic reclam denunci lament alert avis confirm acus reiter"
        " detalh argument rejeit celebr sentenci record lembr consider relat cont revel mencion"
        " inform ressalt destac salient sublinh assegur garant justific conden acrescent apont indic avali"
        " observ estim contabiliz avalia cobr question defend ironiz critic compar exclam opin ressalv"
        " adiant assinal fris salient notici brinc desabaf lastim profetiz solicit"
        " classific contest complet",
        "ou a ava aram am ado",
    ),
    "it": (
        "dichiar afferm spieg annunci critic accus denunci lament sottoline precis confid racconti"
        " raccont ricord rilev segnal assicur comment osserv replic ribatt constat consider"
        " evidenzi puntualizz quantific"
        " rimarc esclam attacc avvert rincar invoc tuon conferm illustr inform rivel parag paragon giudic"
        " auspic rivendic contest rifiut plaud salut stigmatizz sostien bocci indic ironizz sbott"
        " ipotizz prean preannunci garant ment chios sentenzi argoment motiv stim",
        "ato a ano ava ò arono",
    ),
    "fr": (
        "déclar affirm expliqu ajout estim soulign assur indiqu précis martel regrett déplor insist rappel"
        " indign évalu chiffr calcul dénonc réclam ironis tempér gliss témoign racont lâch interrog"
        " confirm résum"
        " alarm plaid réaffirm annonc critiqu accus salu évoqu signal not relat conseill demand"
        " jug considèr considér rejet défend argu propos félicit balay répliqu cit confi justifi observ"
        " analys détaill murmur lanc compar recommand réagi conclu rétorqu redout reproch appel pointe"
        " point relev exig form avanc décrypt nuanc parl",
        "é e ent ait èrent",
    ),
    "de": (
        "sag erklär beton mein warn forder kritisier antworte schilder versicher bekräftig mahn lob ergänz"
        " erläuter bestätig klag berichte bilanzier frag melde urteil begründe erzähl verlang kündig teil"
        " räum füg begrüß dank beklag bemängel vermute prognostizier hoff befürchte fürchte argumentier"
        " erinner plädier appellier unterstreich bedauer beteuer prophezei scherz spotte witzel betone"
        " bezeichne nenn nannt rechne schätz moniert monier konstatier resümier verteidig rechtfertig"
        " präzisier stell äußer leugne dementier unterstrich wünsch glaub kontert konter schimpf",
        "te t ten en te",
    ),
    "nl": (
        "zeg benadruk verklaar stel vertel meld waarschuw vraag antwoord reageer bevestig betoog vrees hoop"
        " constateer concludeer erken klaag eis pleit verwacht schat denk begrijp vind kondig voeg noem"
        " leg lat wijs geef laat spreek roep verwijt verzeker beaam beweer bepleit verzucht grap"
        " betreur weerspreek ontken weet vermoed voorspel oordeel waardeer prijs dank belooft beloof"
        " herhaal onderstreep adviseer",
        "t de te",
    ),
}
_FORMS = {
    "es": """
    dijo dice dijeron dicen decía dicho añadió añade añadieron añadido advirtió advierte advertido sostuvo
    sostiene sostienen sostenía sostenido expuso expone concluyó concluye recuerda recuerdan reconoció
    reconoce reconocido admitió admite admiten admitido defendió defiende defendido respondió responde
    respondido pidió pide piden pedido exigió exige exigido insistió insiste insistido prometió promete
    prometido propuso propone propuesto expresó expresa expresado resumió resume repitió cree opina
    predijo predice contó cuenta contado escribió escribe apeló negó niega niegan atribuyó atribuye ofreció
    ofrece agradeció agradece sugirió sugiere temió teme aludió alude coincidió coincide garantizó garantiza
    replicó replica aplaudió aplaude apostilló asintió invitó arremetió mantuvo mantiene criticó critica
    calculó calcula abogó aboga abogaron animó informó informa describió describe definió define lamentó
    """,
    "pt": """
    disse diz disseram dizem dito explica esclareceu esclarece acrescentou garantiu garante garantem advertiu
    adverte defendeu defende pediu pede pedem exigiu exige insistiu insiste prometeu promete propôs propõe
    resumiu resume repetiu respondeu responde reconheceu reconhece admitiu admite concluiu conclui escreveu
    escreve sustentou sustenta negou nega negam atribuiu atribui ofereceu agradeceu agradece sugeriu sugere
    teme temem acredita acreditam acha acham descreveu descreve definiu define lamentou previu prevê ponderou
    contou conta contam salientou alegou alega desmentiu referiu refere entende assumiu assume apelou apela
    """,
    "it": """
    disse dice dicono diceva detto dichiarò sostiene sostengono sostenuto aggiunge aggiunto aggiunse
    risponde risposto rispose chiede chiedono chiesto ammette ammesso promette promesso propone proposto
    insiste insistito conclude concluso scrive scritto ribadisce ribadito chiarisce chiarito definisce
    definito riconosce riconosciuto difende difeso smentisce smentito ritiene ritengono teme temono crede
    suggerisce respinge respinto esclude escluso protesta prevede previsto nega negano negato avverte
    avvertito ringrazia ringraziato riferisce riferito riassume riassunto replica ribatte fa garantisce
    garantito augura esprime espresso invita invitato tagliato sbotta dato
    """,
    "fr": """
    dit disent dite disait dits répondu répond répondent poursuivi poursuit conclu conclut prévient prévenu
    reconnaît reconnu admet admis promet promis exclut exclu réplique craint craignent croit pense pensent
    écrit soutient soutenu défend défendu réagit réagi applaudit applaudi avertit averti garantit garanti
    remercie remercié suggère suggéré nie nient démenti dément décrit qualifie qualifié insurge espère
    espéré salue veut s'inquiète inquiète appelle appelé rappelle regrette souhaite souhaité prône
    attribue attribué promettent abonde assène tonne soupire mis met tenu fait considère réjouit félicite
    """,
    "de": """
    sprach spricht schrieb schreibt versprach verspricht bat bittet riet rät wies weist verwies verweist
    gab gibt ließ lässt hob hebt bestritt bestreitet widersprach widerspricht befand findet fand dachte denkt
    rief ruft räumt kündigt nannte nennt gesagt erklärt gefordert betont angekündigt mitgeteilt versprochen
    bestätigt kritisiert gewarnt geäußert hält hielt trat unterstrich unterstreicht entgegnete entgegnet
    lehnte lehnt sah sieht schlug schlägt geht ging
    """,
    "nl": """
    zei zeiden zegt zeggen gezegd vertelde vertelt stelde verklaarde verklaart waarschuwde vroeg vraagt vond
    vindt vinden dacht denkt sprak spreekt spreken schreef schrijft noemde noemt wees wijst gaf geeft liet
    laat riep roept bood benadrukte benadrukt begreep begrijpt prees verwachtte verwacht eiste eist vreesde
    vreest klaagde pleitte pleit bleef erkende voegde kondigde legde meldde meldt aangekondigd gemeld
    benadrukten bevestigde beloofde reageerde reageert rekent rekende
    """,
}
# Verbs that report only with one of these words further on: "wies … darauf hin", "liet weten".
WITH = {
    "de": {
        **dict.fromkeys(("wies", "weist"), frozenset({"hin", "zurück"})),
        **dict.fromkeys(("kündigte", "kündigt"), frozenset({"an"})),
        **dict.fromkeys(("teilte", "teilt"), frozenset({"mit"})),
        **dict.fromkeys(("räumte", "räumt"), frozenset({"ein"})),
        **dict.fromkeys(("fügte", "fügt"), frozenset({"hinzu", "an"})),
        **dict.fromkeys(("gab", "gibt"), frozenset({"bekannt", "an", "zu"})),
        **dict.fromkeys(
            ("ließ", "lässt"), frozenset({"offen", "durchblicken", "wissen", "verlauten", "mitteilen"})
        ),
        **dict.fromkeys(("hob", "hebt"), frozenset({"hervor"})),
        **dict.fromkeys(("sprach", "spricht"), frozenset({"von", "aus"})),
        **dict.fromkeys(("stellte", "stellt"), frozenset({"klar", "fest"})),
        **dict.fromkeys(("rief", "ruft"), frozenset({"auf"})),
        **dict.fromkeys(("hält", "hielt"), frozenset({"für"})),
        **dict.fromkeys(("lehnte", "lehnt"), frozenset({"ab"})),
        **dict.fromkeys(("schlug", "schlägt"), frozenset({"vor"})),
        **dict.fromkeys(("sah", "sieht"), frozenset({"als"})),
        **dict.fromkeys(("geht", "ging"), frozenset({"aus"})),
        **dict.fromkeys(("trat",), frozenset({"entgegen"})),
    },
    "nl": {
        **dict.fromkeys(("kondigde", "kondigt"), frozenset({"aan"})),
        **dict.fromkeys(("wees", "wijst"), frozenset({"op", "erop", "af"})),
        **dict.fromkeys(("gaf", "geeft"), frozenset({"aan", "toe"})),
        **dict.fromkeys(("liet", "laat"), frozenset({"weten", "doorschemeren"})),
        **dict.fromkeys(("voegde", "voegt"), frozenset({"toe"})),
        **dict.fromkeys(("legde", "legt"), frozenset({"uit"})),
        **dict.fromkeys(("riep", "roept"), frozenset({"op"})),
        **dict.fromkeys(("sprak", "spreekt", "spreken"), frozenset({"van", "over"})),
        **dict.fromkeys(("rekent", "rekende"), frozenset({"op"})),
    },
    "fr": {
        **dict.fromkeys(("mis", "met"), frozenset({"garde", "accent"})),
        **dict.fromkeys(("fait",), frozenset({"savoir", "valoir", "part", "remarquer"})),
        **dict.fromkeys(("tenu",), frozenset({"saluer", "rappeler", "souligner", "remercier", "préciser"})),
        **dict.fromkeys(("parle", "parlé"), frozenset({"de", "d'"})),
        **dict.fromkeys(("veut",), frozenset({"croire", "rassurant", "rassurante"})),
    },
    "it": {
        **dict.fromkeys(("fa",), frozenset({"sapere", "notare", "eco"})),
        **dict.fromkeys(("tagliato",), frozenset({"corto"})),
        **dict.fromkeys(("dato",), frozenset({"ragione"})),
    },
    "es": {**dict.fromkeys(("mantuvo", "mantiene"), frozenset({"que"})), "cuenta": frozenset({"que"})},
    "pt": {"conta": frozenset({"que"}), "contam": frozenset({"que"})},
}
# Forms that are participles: reports only with an auxiliary before them, or at the end of the clause.
HAVE = {
    "es": frozenset("ha han había habían haya".split()),
    "pt": frozenset("tem têm tinha tinham havia haviam".split()),
    "it": frozenset("ha hanno aveva avevano è sono era".split()),
    "fr": frozenset("a ont avait avaient est ait".split()),
    "de": frozenset("hat haben hatte hatten".split()),
    "nl": frozenset("heeft hebben had hadden".split()),
}
_PARTICIPLES = {
    "es": "ado ido cho",
    "pt": "ado ido",
    "it": "ato ito uto sto tto so",
    "fr": "é u is it",
    "de": "",
    "nl": "",
}
_NO_PARTICIPLES = frozenset(
    "disse diceva dit disait prévient écrit reconnaît conclut exclut répond soutient admet promet craint"
    " croit soutiennent avertit garantit applaudit réagit dément décrit pidió dice poursuit sostiene".split()
)

# Before the name of a source; each may be of several words.
CREDITS = {
    "es": "según|a juicio de|a juicio del|en opinión de|en opinión del|de acuerdo con|a decir de"
    "|en palabras de|en palabras del",
    "fr": "selon|d' après|à en croire|aux yeux de|aux yeux du|de l' avis de|de l' avis du|à entendre",
    "it": "secondo|stando a|stando al|stando alla|stando ai|a detta di|a detta del|a detta della"
    "|a giudizio di|a parere di",
    "pt": "segundo|conforme|de acordo com|na opinião de|na opinião do|na opinião da|nas palavras de"
    "|nas palavras do|nas palavras da|no entender de|no entender do|no entender da",
    "de": "laut|so|nach angaben von|nach angaben der|nach angaben des|nach worten von|nach worten der"
    "|nach worten des|nach ansicht von|nach ansicht der|nach ansicht des|nach einschätzung von"
    "|nach einschätzung der|nach einschätzung des|nach auffassung von|nach auffassung der"
    "|nach auffassung des|nach meinung von|nach meinung der|nach meinung des|nach darstellung von"
    "|nach darstellung der|nach darstellung des|nach aussage von|aus sicht von|aus sicht der|aus sicht des",
    "nl": "volgens|aldus|naar de mening van|in de woorden van",
}
# What opens a sentence that gives somebody's view: "Para la catedrática Inés Laguna, el problema …".
VIEWS = {"es": "para", "fr": "pour", "it": "per", "pt": "para"}
# "According to him", "in her view": whoever spoke last.
CREDITS_AGAIN = {
    "es": "según él|según ella|para él|para ella|a su juicio|en su opinión|a su entender"
    "|a su modo de ver|en sus palabras",
    "fr": "selon lui|selon elle|d' après lui|d' après elle|à son avis|à ses yeux|à l' en croire",
    "it": "secondo lui|secondo lei|a suo dire|a suo avviso|a suo giudizio|a suo parere",
    "pt": "segundo ele|segundo ela|na sua opinião|em sua opinião|a seu ver|no seu entender"
    "|de acordo com ele|de acordo com ela|para ele|para ela",
    "de": "ihm zufolge|ihr zufolge|nach seinen worten|nach ihren worten|nach seinen angaben"
    "|nach ihren angaben|nach eigenen angaben|seiner ansicht nach|ihrer ansicht nach|seiner meinung nach"
    "|ihrer meinung nach|aus seiner sicht|aus ihrer sicht|so er|so sie",
    "nl": "volgens hem|volgens haar|naar eigen zeggen|in zijn ogen|in haar ogen|naar zijn mening"
    "|naar haar mening|aldus hem",
}
# "…, according to whom": the person named right before.
CREDITS_BEFORE = {
    "es": "según el cual|según la cual|según quien",
    "fr": "selon lequel|selon laquelle|selon qui",
    "it": "secondo cui|secondo il quale|secondo la quale",
    "pt": "segundo o qual|segundo a qual|segundo quem",
    "de": "zufolge",
    "nl": "volgens wie",
}
PRONOUNS = {
    "es": {"él": "m", "ella": "f"},
    "fr": {"il": "m", "elle": "f"},
    "it": {"lui": "m", "lei": "f", "egli": "m", "ella": "f"},
    "pt": {"ele": "m", "ela": "f"},
    "de": {"er": "m", "sie": "f"},
    "nl": {"hij": "m", "ze": "f", "zij": "f"},
}
# What "did not answer" tells is no statement.
ANSWERS = frozenset("respondió responde respondeu responde rispose contestó comentó comentou".split())
DROPS_PRONOUN = frozenset({"es", "it", "pt"})
THAT = frozenset("que qu' che dass daß dat of wie".split())
# Of the German subjunctive in which reported speech goes on, the forms that nothing else looks like.
SUBJUNCTIVE = frozenset(
    """
    sei seien habe werde könne müsse dürfe solle wolle möge gebe gehe komme bleibe stehe brauche lasse mache
    nehme sehe wisse halte liege fehle bedeute laufe bringe finde zeige rechne
    """.split()
)


@cache
def verbs(language: str) -> frozenset[str]:
    """The finite forms and participles that report."""
    stems, endings = _STEMS[language]
    regular = {stem + ending for stem in stems.split() for ending in endings.split()}
    if language in ("de", "nl"):
        regular |= {
            f"ge{stem}t" for stem in stems.split() if not stem.startswith(("be", "er", "ver", "ge", "ont"))
        }
        regular |= {stem + "ete" for stem in stems.split()} | {stem + "et" for stem in stems.split()}
    return frozenset(regular | set(_FORMS[language].split()) | FOREIGN)


def is_participle(word: str, language: str) -> bool:
    """Does this form report only after "has"?"""
    if not _PARTICIPLES[language] or word in _NO_PARTICIPLES:
        return False
    return word.endswith(tuple(_PARTICIPLES[language].split()))
