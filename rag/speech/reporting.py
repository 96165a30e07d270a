"""Closed word classes of reported speech: verbs, pronouns, the words around them.

Sources: the verbs of communication in B. Levin, *English Verb Classes and Alternations* (1993),
class 37; the reporting verbs of R. Krestel, S. Bergler, R. Witte, "Minding the Source" (LREC 2008)
and of the newsroom handbooks on verbs of attribution (J. Stovall, *Writing for the Mass Media*);
R. Quirk et al., *A Comprehensive Grammar of the English Language* (1985), chapter 14, for the
position of the reporting clause. Other languages: ``rag.abroad.reporting``.
"""

from __future__ import annotations

from rag.abroad.reporting import FOREIGN

QUOTE = "“"  # stands for a quotation among the words of its sentence

# What somebody may say *that* something is so: these report a statement even without a quotation.
_STATING = """
accept accuse acknowledge add admit advise affirm agree allege announce answer argue assert assure aver
boast caution charge claim clarify comment complain concede conclude concur confess confirm contend
counter declare demand denounce deny disclose emphasize emphasise estimate exclaim explain
express find forecast hint highlight indicate inform insist instruct joke lament maintain mention
note notify object observe opine pledge point predict proclaim promise pronounce propose protest
quip reaffirm re-affirm recall recommend recount reiterate rejoin relate remark remind repeat reply
report request respond retort reveal say signal speculate state stress submit suggest
surmise swear tell testify threaten underline underscore urge venture voice volunteer vow warn
welcome write condemn commend congratulate call evaluate discuss explore thank attribute
criticise criticize applaud deplore
"""

# Verbs that only introduce or follow words in quotation marks.
_UTTERING = """
ask beg begin bellow blast blurt brand bark beam cackle chime chuckle cite continue coo croak cry
criticize criticise decry demur describe dub echo elaborate enthuse explode fume gasp giggle
grin groan growl grumble grunt gush hail hiss howl implore interject interrupt intone inquire enquire
label laud laugh moan mumble murmur muse mutter nod offer plead post praise pray preach
press quote rail rant read reason recite rage reflect roar scoff scold scream shout shriek shrug sigh
slam smile snap snarl sneer snort sob sing sniff speak stammer summarize summarise teach term think
thunder tweet text wail whine whisper wonder worry yell cheer chant chide admonish
lambast lambaste lash philosophize rebut refute tease banter believe feel hope fear expect
know pen share reply-all retweet comment message email e-mail
order want rule decree reassure apologise apologize marvel fret crow gloat deplore lament bemoan decry deride
mock ridicule thank salute applaud thunder vent remonstrate protest scrawl type wisecrack deadpan
sympathise sympathize blame reminisce counsel venture bristle simper drawl rasp squeal shriek wheeze intone
bluster harrumph chortle snigger guffaw titter grouse gripe grizzle fulminate rage opine editorialise
editorialize hedge equivocate conjecture theorise theorize hypothesise stutter splutter
"""

_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "begin": "begins began begun beginning",
    "speak": "speaks spoke spoken speaking",
    "sing": "sings sang sung singing",
    "swear": "swears swore sworn swearing",
    "think": "thinks thought thinking",
    "read": "reads read reading",
    "find": "finds found finding",
    "know": "knows knew known knowing",
    "feel": "feels felt feeling",
    "teach": "teaches taught teaching",
    "forecast": "forecasts forecast forecasting",
    "quip": "quips quipped quipping",
    "nod": "nods nodded nodding",
    "beg": "begs begged begging",
    "grin": "grins grinned grinning",
    "slam": "slams slammed slamming",
    "snap": "snaps snapped snapping",
    "dub": "dubs dubbed dubbing",
    "sob": "sobs sobbed sobbing",
    "deadpan": "deadpans deadpanned deadpanning",
    "counsel": "counsels counselled counseled counselling counseling",
    "shrug": "shrugs shrugged shrugging",
    "demur": "demurs demurred demurring",
    "rebut": "rebuts rebutted rebutting",
    "submit": "submits submitted submitting",
    "admit": "admits admitted admitting",
    "concur": "concurs concurred concurring",
    "aver": "avers averred averring",
    "pen": "pens penned penning",
    "chat": "chats chatted chatting",
    "label": "labels labelled labeled labelling labeling",
    "signal": "signals signalled signaled signalling signaling",
    "pray": "prays prayed praying",
}
_VOWELS = "aeiou"


def _forms(verb: str) -> tuple[set[str], set[str]]:
    """The finite forms (with the past participle) and the gerund of one verb."""
    if verb in _IRREGULAR:
        words = _IRREGULAR[verb].split()
        return {w for w in words if not w.endswith("ing")}, {w for w in words if w.endswith("ing")}
    if verb.endswith("e"):
        return {verb + "s", verb + "d"}, {verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return {verb[:-1] + "ies", verb[:-1] + "ied"}, {verb + "ing"}
    hissing = verb.endswith(("s", "sh", "ch", "x", "z"))
    return {verb + ("es" if hissing else "s"), verb + "ed"}, {verb + "ing"}


def _table(*lists: str) -> tuple[frozenset[str], frozenset[str]]:
    finite: set[str] = set()
    gerunds: set[str] = set()
    for verb in " ".join(lists).split():
        forms, ing = _forms(verb)
        finite |= forms
        gerunds |= ing
    return frozenset(finite), frozenset(gerunds)


# Plural forms, which are the infinitive's too: verbs only right after a plural.
PLAIN = frozenset(
    "say argue believe insist warn contend agree acknowledge deny suggest predict allege".split()
)
MODALS = frozenset("would will could might did may can must should does".split())
# Whom a petition goes to: "asked the council to …" tells a position, "asked the crew to …" an errand.
DECIDING = frozenset(
    """council government court committee assembly parliament congress senate commission board minister
    ministers president governor mayor legislators lawmakers councillors members staff officials
    authorities ministry department agency regulator regulators city county province""".split()
)
THREATENING = frozenset("threaten threatens threatened threatening".split())
THREATS = frozenset("to that with legal action".split())
# Verbs that report only together with the word after them: "as Smith put it".
IDIOMS = {
    "put": frozenset({"it"}),
    "puts": frozenset({"it"}),
    "point": frozenset({"out", "to"}),
    "points": frozenset({"out", "to"}),
    "pointed": frozenset({"out", "to"}),
    "pointing": frozenset({"out", "to"}),
    "shot": frozenset({"back"}),
    "fired": frozenset({"back"}),
    "hit": frozenset({"back"}),
    "pushed": frozenset({"back"}),
    "went": frozenset({"on"}),
    "weighed": frozenset({"in"}),
    "jumped": frozenset({"in"}),
    "cut": frozenset({"in"}),
    "broke": frozenset({"in"}),
    "piped": frozenset({"up"}),
    "lashed": frozenset({"out"}),
    "took": frozenset({"to"}),
    "summed": frozenset({"up", "it"}),
    "sums": frozenset({"up", "it"}),
    "brushed": frozenset({"off"}),
}
STATING, STATING_ING = _table(_STATING)
STATING |= PLAIN
_uttering, _uttering_ing = _table(_UTTERING)
REPORTING = STATING | _uttering | FOREIGN | {"goes"} | frozenset(IDIOMS)
REPORTING_ING = STATING_ING | _uttering_ing

# Forms that are as often nouns: they count as verbs only right after a subject.
AMBIGUOUS = frozenset(
    """
    accounts advises answers calls charges claims comments demands estimates forecast forecasts
    hopes fears feels hints insists jokes labels laughs messages notes offers points posts promises
    protests questions quotes reads read replies report reports request requests remarks signals
    states stresses tweets texts voices warns writes shares cries shouts reasons terms thought
    thoughts press presses pledges boasts complaints finds found hails blasts slams texts emails
    cheers rails brands term called
    agreed charged expected estimated estimé dice meint lance estime reported labelled
    labeled dubbed termed described cited quoted proposed recommended hoped feared known shared
    posted read discussed discusses explored explores attributed
    orders ordered rules ruled types typed rages counsels mocks vents thanks salutes hedges gripes grouses
    """.split()
)

# Forms that are participles and nothing else: verbs only after "have".
PARTICIPLES = frozenset("forgotten known spoken sung sworn written".split())

# Verbs that give a quotation its subject's view rather than quote it word for word: "called it “…”".
# A quotation after one of them, and in the passive, belongs to whoever stands after "by".
LABELLING = frozenset(
    """
    called calls described describes labelled labeled labels dubbed dubs termed terms branded brands
    hailed hails praised praises slammed slams blasted blasts thanked thanks dismissed dismisses
    rejected rejects criticised criticises criticized criticizes
    """.split()
)

WITH_OBJECT = LABELLING | frozenset(
    "told tells accused accuses reminded reminds congratulated blamed blames mocked mocks urged urges".split()
)

LABELLING_ING = frozenset(
    """
    calling describing labelling labeling dubbing terming branding hailing praising slamming blasting
    """.split()
)
# What stands before a word or two that are quoted for what they say: "said she was “gutted”".
BEFORE_FRAGMENT = frozenset(
    """
    is was were are be been being felt feels as of that by with it to had has have more very so would will
    could can must should did do does not
    """.split()
)
COPULAS = frozenset("is was were are be been being felt feels".split())

PRONOUNS = {
    "he": "m",
    "she": "f",
    "they": "p",
    "it": "b",
    "il": "m",
    "ils": "p",
    "elles": "p",
    "elle": "f",
    "er": "m",
    "sie": "f",
    "él": "m",
    "ella": "f",
    "ele": "m",
    "ela": "f",
    "lui": "m",
    "lei": "f",
}
OBJECTS = {"him": "m", "her": "f", "them": "p"}
POSSESSIVES = {"his": "m", "her": "f", "their": "p", "its": "b"}
FIRST_PERSON = frozenset("i we".split())
RELATIVES = frozenset("who which".split())

AUXILIARIES = frozenset(
    """
    has have had is was are were be been being will would can could may might must shall should does
    did do to not n't never
    a ont avait hat habe hatte ha había han tem
    """.split()
)
PASSIVE = frozenset("is was are were be been being get gets got when once as if while".split())
ADVERBS = frozenset(
    """
    also later then again now still just even further earlier instead once often always ever too
    meanwhile nonetheless nevertheless however therefore thus yesterday today tonight tomorrow
    monday tuesday wednesday thursday friday saturday sunday first himself herself itself themselves alone
    last simply famously only both all each
    """.split()
)
PREPOSITIONS = frozenset(
    """
    about above across after against along alongside amid amidst among around as at before behind
    below beneath beside besides between beyond by concerning despite down during except for from in
    inside into like near of off on onto opposite outside over past per regarding round since than
    through throughout till to toward towards under underneath unlike until up upon via with within
    without de del du des della von vom zum zur bei per à au aux en dans sur
    """.split()
)
SUBORDINATORS = frozenset(
    """
    after although as because before even if once since so that though till unless until when
    whenever where whereas wherever whether which while who whom whose why how
    """.split()
)
CONJUNCTIONS = frozenset("and but or nor yet so then & und et y e".split())
DETERMINERS = frozenset(
    """
    the a an this that these those one two three four five six seven eight nine ten both all each
    every some many several few most other another no his her their its our my your
    le la les un une der die das ein eine el los las
    """.split()
)

# Nouns of speech: "the ministry's statement", "a message from the mayor".
SPEECH_NOUNS = frozenset(
    """
    statement letter tweet post email e-mail message memo memorandum release communique communiqué
    text note notice caption filing speech remarks comment comments response reply answer words
    question advice warning verdict motto slogan quote quotation assessment reaction conclusion
    announcement article op-ed column blog interview testimony affidavit ruling opinion
    """.split()
)
# Nouns a clause of their own, so that "the statement said" has no person as its subject.
WRITINGS = frozenset(
    """
    statement letter tweet post email e-mail message memo memorandum release communique communiqué
    note notice caption filing blog
    """.split()
)

# What a crowd says, it says together: "over chants of “…”".
CHANTS = frozenset("chant chants chanting shouts cries screams calls choruses chorus sign signs".split())

# Nouns before the title of a work: "his column, “The Levee”".
WORKS = frozenset(
    """
    column book novel memoir biography film movie documentary song single album track show program programme
    series episode play musical painting sculpture poem essay article op-ed paper magazine podcast newsletter
    blog email website game exhibition petition campaign slogan headline hashtag sign signs banner
    banners poster posters shirt shirts hat hats cap caps sticker stickers titled entitled headlined nicknamed
    reading segment anthem hit bestseller thriller sitcom drama comedy sequel report tour debut feature
    blockbuster musical opera ballet ode hymn ballad tune remix version adaptation prequel remake trilogy
    franchise
    videogame installation mural collection anthology memoirs
    """.split()
)

# Nouns for bodies and writings that speak.
THINGS = frozenset(
    """
    company firm ministry department government group agency newspaper paper report police court bank team
    club union party committee outlet study lawsuit filing document post tweet site website station network
    channel organization organisation body council charity airline university hospital school studio label
    board commission office embassy military army navy force administration campaign association league
    federation institute foundation center centre poll survey complaint indictment ruling memo letter
    trust authority bureau prosecution defence defense bench jury panel inquiry committee startup start-up
    caucus alliance coalition guild chamber consortium audit memorandum declaration affidavit petition
    lender insurer airline chain supermarket chipmaker drugmaker automaker utility operator nonprofit
    non-profit parish diocese festival brand platform app bot chatbot
    statement article story source sources magazine watchdog regulator retailer carmaker manufacturer
    """.split()
)

# What a clause that only names the speaker is made with.
SAYING = frozenset(
    """
    said says added adds explained explains told tells continued wrote writes recalled concluded warned
    noted tweeted
    """.split()
)
# These report only with a "that" or a quotation; on their own they tell what somebody did.
NEEDS_THAT = frozenset(
    """
    accepted accepts argued argues confirmed confirms added adds advised advises answered answers assured
    assures boasted boasts called calls
    charged charges clarified clarifies commented comments concurred confessed confesses congratulated
    congratulates estimated estimates evaluates finds found hinted hints indicated indicates
    informed informs instructed instructs joked jokes maintained maintains mentioned mentions
    notes objected objects observed observes proclaimed proclaims pronounced pronounces protested protests
    quipped reads recalled recalls related relates remarked remarks reminded reminds repeated repeats
    replied replies reported reports responded responds revealed reveals signaled signalled signals
    speculated speculates stated states submitted submits surmised testified testifies ventured ventures
    voiced voices volunteered volunteers writes wrote
    """.split()
)
# Verbs that report only by what follows them: a question asked, a thought put in a "that" clause, a
# stand that is taken for a reason given, a claim that is turned down.
ASKING = frozenset("asked asks wondered wonders inquired inquires enquired enquires".split())
REPLYING = frozenset(
    "replied replies answered answers responded responds retorted shot fired countered counters".split()
)
QUESTIONS = frozenset("how why whether what if who when where which".split())
THINKING = frozenset(
    "believes believed thinks thought feels felt hopes hoped fears feared expects expected".split()
)
STANDING = frozenset(
    "opposed opposes rejected rejects dismissed dismisses supported supports backed backs".split()
)
# A judgement is reported with its "as" or "among", a speech with what it was of.
JUDGING = frozenset("saw sees views viewed regards regarded counted counts considers considered".split())
SPEAKING = frozenset("spoke speaks".split())
# What makes these verbs, which else need a quotation or a "that", tell what somebody wants or is against.
SIDES = {
    **dict.fromkeys(("asked", "asks"), ("for", "about")),
    **dict.fromkeys(("inquired", "enquired"), ("about", "into")),
    **dict.fromkeys(("wanted", "wants"), ("to know",)),
    **dict.fromkeys(("called", "calls", "calling"), ("for", "on")),
    **dict.fromkeys(("argued", "argues"), ("for", "against", "in favour of", "in favor of")),
    **dict.fromkeys(("spoke", "speaks"), ("for", "against", "in favour of", "in favor of", "in support of")),
    **dict.fromkeys(("objected", "objects"), ("to",)),
    **dict.fromkeys(("protested", "protests"), ("against",)),
}
WANTING = SIDES.keys() - {"argued", "argues", "spoke", "speaks"}
TIMES = frozenset("second seconds minute minutes hour hours day days week weeks month months".split())
WISHING = frozenset(("wanted", "wants"))
REASONS = frozenset("because saying arguing".split())
CLAIMS = frozenset(
    """
    claim claims allegation allegations accusation accusations criticism criticisms charge charges
    suggestion suggestions notion assertion assertions
    """.split()
)
# What others thought, offered or showed, within what somebody says of it.
WEAK = (
    JUDGING
    | THINKING
    | WISHING
    | frozenset("offered offers knew knows pointed points found finds expressed".split())
)
BY_CONTENT = ASKING | THINKING | STANDING | JUDGING | SPEAKING | WISHING
THAT = frozenset(
    {"that", "how", "why", "whether", "what", "if", "he", "she", "it", "they", "there", "his", "her"}
)
