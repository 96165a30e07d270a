"""Nouns for persons, bodies and writings, and words of grammar, in six languages of Europe: closed tables.

Offices: the gender-fair lists of titles of the Federal Chancellery (Berne), the Académie française's
feminine forms, and the style books of EFE, ANSA and Lusa.
"""

from __future__ import annotations

from functools import cache

_OFFICES = {
    "es": """
    presidente presidenta vicepresidente vicepresidenta ministro ministra viceministro viceministra alcalde
    alcaldesa vicealcalde concejal concejala edil regidor regidora gobernador gobernadora consejero consejera
    portavoz secretario secretaria subsecretario subsecretaria director directora gerente jefe jefa fiscal
    juez jueza magistrado magistrada diputado diputada senador senadora delegado delegada subdelegado
    subdelegada embajador embajadora canciller rector rectora decano decana catedrático catedrática profesor
    profesora coordinador coordinadora responsable dirigente líder titular presidencia comisario comisaria
    intendente prefecto vocero vocera comandante general coronel capitán capitana sargento inspector
    inspectora abogado abogada representante candidato candidata rey reina príncipe princesa papa obispo
    arzobispo cardenal administrador administradora tesorero tesorera patrón mandatario mandataria
    investigador investigadora ingeniero ingeniera economista médico médica doctor doctora analista
    sindicalista empresario empresaria vecino vecina dueño dueña propietario propietaria fundador fundadora
    entrenador entrenadora autor autora científico científica experto experta geólogo geóloga biólogo bióloga
    """,
    "fr": """
    président présidente vice-président vice-présidente ministre premier première maire maires préfet préfète
    sous-préfet sous-préfète secrétaire directeur directrice député députée sénateur sénatrice conseiller
    conseillère porte-parole délégué déléguée adjoint adjointe chef cheffe procureur procureure juge
    ambassadeur ambassadrice recteur rectrice doyen doyenne professeur professeure responsable dirigeant
    dirigeante patron patronne gouverneur gouverneure commissaire commandant capitaine colonel général
    générale avocat avocate représentant représentante candidat candidate roi reine prince princesse pape
    évêque archevêque cardinal élu élue géographe biologiste économiste chercheur chercheuse ingénieur
    ingénieure médecin docteur docteure habitant habitante propriétaire fondateur fondatrice gérant gérante
    syndicaliste agriculteur agricultrice militant militante spécialiste expert experte coordinateur
    coordinatrice trésorier trésorière chancelier chancelière entraîneur entraîneuse auteur autrice
    scientifique géologue historien historienne sociologue présidence rapporteur rapporteure
    """,
    "it": """
    presidente vicepresidente ministro ministra viceministro viceministra sottosegretario sottosegretaria
    sindaco sindaca vicesindaco vicesindaca assessore assessora consigliere consigliera governatore
    governatrice portavoce segretario segretaria direttore direttrice amministratore amministratrice capo
    capogruppo procuratore procuratrice giudice magistrato magistrata deputato deputata senatore senatrice
    delegato delegata ambasciatore ambasciatrice rettore rettrice professore professoressa docente
    coordinatore coordinatrice responsabile dirigente leader premier prefetto prefetta questore commissario
    commissaria comandante generale colonnello capitano ispettore ispettrice avvocato avvocata
    rappresentante candidato candidata re regina papa vescovo arcivescovo cardinale sovrintendente
    soprintendente numero manager sindacalista imprenditore imprenditrice ricercatore ricercatrice ingegnere
    economista medico dottore dottoressa geologo geologa biologo biologa esperto esperta fondatore fondatrice
    titolare preside primo cittadino cittadina allenatore allenatrice autore autrice cancelliere cancelliera
    """,
    "pt": """
    presidente presidenta vice-presidente ministro ministra primeiro-ministro primeira-ministra prefeito
    prefeita vice-prefeito vice-prefeita vereador vereadora governador governadora porta-voz secretário
    secretária subsecretário subsecretária diretor diretora director directora gerente chefe procurador
    procuradora juiz juíza deputado deputada senador senadora delegado delegada embaixador embaixadora reitor
    reitora professor professora coordenador coordenadora responsável dirigente líder titular comissário
    comissária comandante general coronel capitão capitã inspetor inspetora advogado advogada representante
    candidato candidata rei rainha papa bispo arcebispo cardeal administrador administradora autarca
    parlamentar gestor
    gestora governante pesquisador pesquisadora investigador investigadora engenheiro engenheira economista
    médico médica doutor doutora geólogo geóloga biólogo bióloga especialista sindicalista empresário
    empresária morador moradora trabalhador trabalhadora fundador fundadora bastonário bastonária chanceler
    treinador treinadora autor autora cientista tesoureiro tesoureira
    """,
    "de": """
    könig königin prinz prinzessin papst bischof bischöfin erzbischof kardinal richter richterin arzt ärztin
    anwalt anwältin chef chefin general oberst hauptmann graf gräfin deichgräfin pfarrer pfarrerin bauer
    bäuerin ingenieur ingenieurin präses dekan dekanin rektor rektorin kapitän kapitänin
    """,
    "nl": """
    koning koningin prins prinses paus bisschop kardinaal minister premier staatssecretaris burgemeester
    wethouder gedeputeerde kamerlid raadslid senator ambassadeur directeur voorzitter bestuurder chef hoofd
    woordvoerder woordvoerster secretaris penningmeester rector decaan hoogleraar professor docent
    onderzoeker wetenschapper ecoloog bioloog econoom arts huisarts ingenieur officier rechter advocaat
    commissaris generaal kolonel kapitein inspecteur dijkgraaf regiomanager manager oprichter eigenaar
    eigenaresse boer boerin visser bewoner bewoonster inwoner coördinator vertegenwoordiger lijsttrekker
    kandidaat leider trainer coach schrijver schrijfster deskundige expert analist
    """,
}
# Germans make titles by joining nouns: the last part tells.
_GERMAN_ENDS = (
    "minister ministerin ministers präsident präsidentin präsidenten sprecher sprecherin sprechers leiter"
    " leiterin leiters chef chefin chefs"
    " vorsitzender vorsitzende vorsitzenden meister meisterin meisters rat rätin direktor direktorin"
    " direktors führer führerin kanzler kanzlerin sekretär sekretärin professor professorin"
    " forscher forscherin"
    " anwalt anwältin experte expertin beauftragter beauftragte beauftragten referent referentin"
    " geschäftsführer geschäftsführerin botschafter botschafterin abgeordneter abgeordnete kommissar"
    " kommissarin inspektor inspektorin fährmann obmann obfrau fachmann fachfrau feuerwehrmann ombudsmann"
    " ombudsfrau wissenschaftler wissenschaftlerin händler händlerin"
    " vorstand vorständin ärztin arzt dezernent dezernentin intendant intendantin gouverneur gouverneurin"
    " kandidat kandidatin ökonom ökonomin analyst analystin biologe biologin geologe geologin historiker"
    " historikerin politiker politikerin richter richterin senator senatorin landwirt landwirtin wirt wirtin"
    " unternehmer unternehmerin manager managerin rektor rektorin schützer schützerin fischer fischerin"
    " anwohner anwohnerin lehrer lehrerin leitung bauer bäuerin gräfin"
).split()
_DUTCH_ENDS = (
    "minister voorzitter directeur leider meester chef manager bestuurder woordvoerder secretaris onderzoeker"
    " hoogleraar deskundige expert coördinator wethouder lid"
).split()
_BODIES = {
    "es": """
    gobierno ministerio ayuntamiento empresa compañía sindicato partido asociación organización oposición
    comisión consejo diputación junta federación agencia instituto universidad hospital banco tribunal
    fiscalía policía iglesia gremio comunidad club plataforma colectivo grupo entidad institución autoridad
    cámara congreso senado parlamento ejército administración consistorio delegación embajada cancillería
    fundación observatorio cooperativa patronal defensoría procuraduría superintendencia secretaría
    presidencia dirección ong consorcio fuentes firma aerolínea naviera minera constructora guardia
    """,
    "fr": """
    gouvernement ministère mairie entreprise compagnie société syndicat parti association organisation
    opposition commission conseil fédération agence institut université hôpital banque tribunal parquet
    police église collectif groupe autorité assemblée sénat parlement armée administration préfecture
    ambassade fondation observatoire coopérative direction ong élysée matignon confédération comité cour
    chambre département région ville commune état union intersyndicale majorité firme office bureau
    """,
    "it": """
    governo ministero comune azienda società sindacato partito associazione organizzazione opposizione
    commissione consiglio federazione agenzia istituto università ospedale banca tribunale procura polizia
    chiesa gruppo ente autorità camera senato parlamento esercito amministrazione ambasciata fondazione
    osservatorio cooperativa direzione regione provincia comitato giunta maggioranza confederazione impresa
    compagnia ditta farnesina quirinale unione corte
    """,
    "pt": """
    governo ministério prefeitura câmara empresa companhia sindicato partido associação organização oposição
    comissão conselho federação agência instituto universidade hospital banco tribunal polícia igreja grupo
    entidade autoridade senado parlamento exército administração embaixada fundação observatório cooperativa
    direção ong secretaria confederação autarquia mineradora fábrica marca operadora união corte fontes
    """,
    "de": """
    regierung bundesregierung landesregierung ministerium verband verein partei amt gesellschaft gruppe werk
    werke kasse gewerkschaft stiftung zentrum agentur bank firma konzern unternehmen behörde polizei kirche
    stadt gemeinde landkreis kreis land bund stadtwerke opposition koalition fraktion kommission parlament
    bundestag bundesrat landtag stadtrat gemeinderat kreistag armee bundeswehr botschaft klinik universität
    hochschule institut gericht staatsanwaltschaft organisation initiative bündnis union kammer
    bezirksregierung personalrat betriebsrat aufsichtsrat freistaat verwaltung rathaus feuerwehr
    """,
    "nl": """
    regering kabinet ministerie gemeente provincie bedrijf vereniging partij vakbond bond organisatie
    oppositie commissie raad federatie agentschap instituut universiteit ziekenhuis bank rechtbank politie
    kerk groep kamer senaat parlement leger bestuur ambassade stichting waterschap coöperatie directie
    college vervoerder dorpsraad maatschappij concern energiebedrijf rijk unie hof dienst om
    """,
}
_GERMAN_BODIES = (
    "bund verband verein partei amt ministerium gesellschaft gruppe werk werke kasse gewerkschaft stiftung"
    " zentrum agentur bank rat behörde organisation initiative kammer institut union allianz bündnis"
    " regierung fraktion konzern betrieb verwaltung polizei klinik vereinigung"
).split()
_DUTCH_BODIES = (
    "bedrijf vereniging partij bond organisatie raad instituut maatschappij bank stichting groep dienst lab"
).split()
# What is written says nothing of itself: "according to the report".
_WRITINGS = {
    "es": "informe estudio encuesta datos cifras texto documento ley proyecto sentencia investigación sondeo",
    "fr": "rapport étude sondage données chiffres texte document loi projet enquête moi nous",
    "it": "rapporto studio sondaggio dati cifre testo documento legge progetto indagine",
    "pt": "relatório estudo pesquisa dados números texto documento lei projeto sondagem levantamento",
    "de": "bericht studie umfrage daten zahlen text dokument gesetz entwurf gutachten plan statistik",
    "nl": "rapport onderzoek enquête cijfers gegevens tekst document wet plan peiling plannen",
}
ARTICLES = {
    "es": {"el": "m", "la": "f", "los": "p", "las": "p"},
    "fr": {"le": "m", "la": "f", "l'": "", "les": "p"},
    "it": {"il": "m", "lo": "m", "la": "f", "l'": "", "i": "p", "gli": "p", "le": "p"},
    "pt": {"o": "m", "a": "f", "os": "p", "as": "p"},
    "de": {"der": "m", "die": "f", "das": ""},
    "nl": {"de": "", "het": ""},
}
SOME = {
    "es": frozenset("un una unos unas algunos algunas varios varias otro otra".split()),
    "fr": frozenset("un une des plusieurs certains certaines".split()),
    "it": frozenset("un un' uno una alcuni alcune".split()),
    "pt": frozenset("um uma uns umas alguns algumas vários várias outro outra".split()),
    "de": frozenset("ein eine einige mehrere viele ein".split()),
    "nl": frozenset("een enkele veel".split()),
}
OWNING = {
    "es": frozenset("su sus este esta dicho dicha".split()),
    "fr": frozenset("son sa ses leur ce cet cette".split()),
    "it": frozenset("suo sua suoi loro questo questa".split()),
    "pt": frozenset("seu sua seus este esta esse essa".split()),
    "de": frozenset("sein seine ihr ihre dessen deren dieser diese".split()),
    "nl": frozenset("zijn haar hun diens deze".split()),
}
# German articles that no subject has.
OBLIQUE = frozenset("den dem des einen einem einer eines keinen keinem seinen seinem ihren ihrem".split())
# At the head of a sentence these are no names.
THEY = frozenset(
    "ellos ellas eles elas ils elles loro essi sie wir ich ihr nosotros nós nous noi wij we je tu yo eu io on"
    " nadie ninguém nessuno personne niemand alguien alguém qualcuno todo todos tudo tutti alle tous"
    " quien quem chi wer wie cuando quando quand wenn als si se if lo hay há es war waren era eran zo nu nun"
    " da hier hoy eso isso ciò cela ça das dies dit dat così así".split()
)
PREPOSITIONS = {
    "es": frozenset("a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por"
                    " sin sobre tras y e o u ni".split()),
    "fr": frozenset("à au aux avec chez contre dans de d' du des depuis devant durant en entre hors lors"
                    " malgré par parmi pendant pour sans selon sous sur vers et ou après avant".split()),
    "it": frozenset("a al allo alla all' ai agli alle con col da dal dallo dalla dall' dai dagli dalle di d'"
                    " del dello della dell' dei degli delle in nel nello nella nell' nei negli nelle per su"
                    " sul sullo sulla sull' sui sugli sulle tra fra e ed o dopo durante".split()),
    "pt": frozenset("à ao aos às com contra de do da dos das desde durante em no na nos nas entre para"
                    " pela pelo pelas pelos por sem sob sobre até após e ou".split()),
    "de": frozenset("am an auf aus bei beim bis durch für gegen gegenüber hinter im in ins mit nach neben"
                    " ohne seit trotz über um unter vom von vor während wegen zu zum zur zwischen und oder"
                    " des dem den".split()),
    "nl": frozenset("aan achter bij binnen boven door in langs met na naar naast om onder op over per sinds"
                    " te tegen tijdens tot tussen uit van vanaf volgens voor zonder en of".split()),
}  # fmt: skip
PARTICLES = frozenset(
    "de del de-la la las los y e i da do dos das di della von van der den zu le el al ben ter ten".split()
)
_FILLERS = {
    "es": "también además asimismo ya no sí hoy ayer luego después entonces se le les lo nos"
    " me así pero y aun aún todavía incluso finalmente igualmente tampoco posteriormente anteayer mañana"
    " nunca siempre solo sólo ahora eso él ella ante",
    "fr": "aussi ainsi également ne pas n' se s' y hier aujourd'hui jeudi lundi mardi mercredi vendredi"
    " samedi dimanche puis ensuite enfin toutefois cependant mais et déjà y encore alors"
    " lui leur nous notamment donc même l' ailleurs tout",
    "it": "anche inoltre poi già non si ieri oggi quindi infine tuttavia però ma e invece ancora così gli le"
    " ci lo ne pure infatti inoltre dunque proprio mai sempre l'",
    "pt": "também ainda já não se ontem hoje depois então porém mas e contudo entretanto assim lhe lhes nos"
    " me ele ela mesmo nunca sempre finalmente aliás",
    "de": "auch zudem außerdem ferner sich nicht gestern heute montag dienstag mittwoch donnerstag freitag"
    " samstag sonntag dann schließlich jedoch aber und noch bereits weiter daraufhin hingegen dagegen"
    " hierzu dazu es ihm ihr indes nun wie so allerdings unterdessen gleichzeitig",
    "nl": "ook verder niet zich gisteren vandaag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " dan daarna maar en nog al echter toen er hierop zo hem daarbij wel daarnaast",
}
_HONORIFICS = frozenset(
    "dr dra prof sr sra srta don doña dña d m mm mme mlle monsieur madame signor signora dott dottssa on avv"
    " ing herr frau mr mrs ir drs dhr mevr mevrouw meneer dom dona senhor senhora engº eng lic"
    " ir h.c dipl".split()
)
_SPANISH_ENDS = ("or", "ora", "ista", "ólogo", "óloga", "ario", "aria", "ante", "ejal")
_PEOPLE_ENDS = {
    "es": (*_SPANISH_ENDS, "ero", "era", "ente"),
    "pt": (*_SPANISH_ENDS, "eiro", "eira", "ente", "ário", "ária"),
    "it": ("ore", "rice", "ista", "ologo", "ologa", "iere", "iera", "ante", "ente", "ario", "aria"),
    "fr": ("eur", "euse", "rice", "ien", "ienne", "iste", "logue", "ier", "ière", "ant", "ante", "graphe"),
    "de": (),
    "nl": ("er", "ster", "aar", "ist", "loog", "ent", "eur", "euse"),
}


@cache
def offices(language: str) -> frozenset[str]:
    return frozenset(_OFFICES[language].split())


@cache
def fillers(language: str) -> frozenset[str]:
    """Words that may stand between a subject and its verb, or before both."""
    return frozenset(_FILLERS[language].split())


def is_honorific(word: str) -> bool:
    return word.strip(".").lower() in _HONORIFICS


@cache
def is_office(word: str, language: str) -> bool:
    """Is this lower-case noun a title, an office or a calling?"""
    if word in offices(language):
        return True
    last = word.rsplit("-", 1)[-1]
    if language == "de":
        return last.endswith(tuple(_GERMAN_ENDS)) and not is_body(word, language)
    if language == "nl":
        return last.endswith(tuple(_DUTCH_ENDS)) and not is_body(word, language)
    return "-" in word and word.split("-", 1)[0] in offices(language)


@cache
def is_body(word: str, language: str) -> bool:
    """Is this lower-case noun one for a body that can speak?"""
    listed = frozenset(_BODIES[language].split())
    if word in listed or word.removesuffix("s") in listed or word.removesuffix("es") in listed:
        return True
    if language == "de":
        return word.endswith(tuple(_GERMAN_BODIES)) and not word.endswith(("landrat", "staatsrat"))
    return language == "nl" and word.endswith(tuple(_DUTCH_BODIES))


@cache
def is_writing(word: str, language: str) -> bool:
    """Is this lower-case noun one for a text or figures?"""
    listed = frozenset(_WRITINGS[language].split())
    return word in listed or (language == "de" and word.endswith(tuple(listed)))


@cache
def may_be_person(word: str, language: str) -> bool:
    """Could this lower-case noun, the subject of a verb of saying, mean a human being?"""
    if is_office(word, language) or word.endswith(("-jährige", "-jähriger", "-jarige")):
        return True
    return not is_body(word, language) and word.endswith(_PEOPLE_ENDS[language]) and len(word) > 4


def is_speaker(noun: str, language: str) -> bool:
    """Does a lower-case noun, in the singular or plural, stand for somebody who speaks: "comerciantes"?"""
    forms = [noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("en")]
    forms += [noun[:-1] + vowel for vowel in "eoa" if noun.endswith(("i", "e"))]
    return any(may_be_person(form, language) or is_body(form, language) for form in forms if form)
