"""Closed classes of words that questions are made of: verbs of speech, roles, meetings, openers.

Sources: R. Quirk et al., *A Comprehensive Grammar of the English Language* (1985), chapters 9 to 11;
the verbs of communication in B. Levin, *English Verb Classes and Alternations* (1993), class 37.
"""

from __future__ import annotations

import re

_VOWELS = "aeiou"
_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "speak": "speak speaks spoke spoken speaking",
    "write": "write writes wrote written writing",
    "think": "think thinks thought thinking",
    "feel": "feel feels felt feeling",
    "hear": "hear hears heard hearing",
    "know": "know knows knew known knowing",
    "find": "find finds found finding",
    "make": "make makes made making",
    "hold": "hold holds held holding",
    "see": "see sees saw seen seeing",
    "refer": "refer refers referred referring",
    "admit": "admit admits admitted admitting",
    "rebut": "rebut rebuts rebutted rebutting",
    "forecast": "forecast forecasts forecasting",
    "commit": "commit commits committed committing",
    "bring up": "bring|brings|brought|bringing up",
    "touch on": "touch|touches|touched|touching (?:up)?on",
    "refer to": "refer|refers|referred|referring to",
    "allude to": "allude|alludes|alluded|alluding to",
    "point out": "point|points|pointed|pointing out",
    "speak out": "speak|speaks|spoke|spoken|speaking out",
    "set out": "set|sets|setting out",
    "lay out": "lay|lays|laid|laying out",
    "call for": "call|calls|called|calling for",
    "go into": "go|goes|went|gone|going into",
    "weigh in": "weigh|weighs|weighed|weighing in",
    "size up": "size|sizes|sized|sizing up",
    "sum up": "sum|sums|summed|summing up",
    "account for": "account|accounts|accounted|accounting for",
    "bring": "",
    "mean": "mean means meant meaning",
    "deal with": "deal|deals|dealt|dealing with",
    "understand": "understand understands understood",
    "put": "",
}


def one_of(listing: str) -> str:
    """A pattern for any of the words and phrases of a list with commas."""
    return "(?:" + "|".join(re.split(r"\s*,\s*", listing.strip())) + ")"


def forms(verb: str) -> str:
    """A pattern for every form of a verb: "say" → "say|says|said|saying"."""
    if verb in _IRREGULAR:
        if "|" in _IRREGULAR[verb]:
            stem, rest = _IRREGULAR[verb].split(" ", 1)
            return f"(?:{stem}) {rest}"
        return "|".join(_IRREGULAR[verb].split())
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e|es|ed|ing)"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}(?:es|ed|ing)?"
    return f"{verb}(?:s|ed|ing)?"


def _any(verbs: str) -> str:
    return "(?:" + "|".join(forms(verb.replace("_", " ")) for verb in verbs.split()) + r")(?![\w-])"


# Verbs that need a "what": whatever follows them, the question is what was said.
SAYING = _any(
    """say state mention discuss talk speak tell comment remark note emphasize emphasise stress highlight
    underline underscore reiterate reaffirm warn claim argue suggest declare think bring_up touch_on
    refer_to allude_to point_out speak_out weigh_in explain address write testify opine"""
)
# Verbs that are about speech only where "about", "on" or nothing at all follows.
DECIDING = _any(
    """announce promise pledge vow recommend propose report add observe reveal disclose conclude find rule
    decide agree predict forecast urge demand request ask answer respond reply express raise cover
    insist confirm deny admit acknowledge allege complain believe feel advise caution maintain learn
    show conclude commit reveal want contend affirm assert offer hear know determine"""
)
# Verbs that only tell whether something was spoken of, so that "did they …?" asks what was said.
NAMING = _any(
    """say state mention discuss talk speak comment bring_up touch_on refer_to allude_to raise address
    cover note debate deal_with reference cite weigh_in go_into speak_out write remark tell contain
    include highlight"""
)
# Verbs whose subject is a speaker.
VOICING = _any(
    """say state mention discuss talk speak tell note remark comment observe emphasize emphasise stress
    highlight underline underscore reiterate reaffirm affirm announce declare claim argue assert allege
    insist contend suggest propose recommend warn caution promise pledge vow condemn criticize criticise
    denounce decry deplore blame accuse praise applaud commend hail welcome thank congratulate urge
    demand call describe characterize characterise compare express voice raise address cite quote
    predict forecast admit acknowledge concede confirm deny dispute complain lament regret apologize
    apologise ask think believe refer respond reply answer react testify explain advocate label dub
    bring_up touch_on speak_out point_out allude vow appeal weigh_in opine object joke boast hint
    question rebut refute urge report"""
)
# Verbs of which a clause says what was said: "… say the bridge is safe".
CLAIMING = _any("say think claim warn predict expect believe promise announce estimate forecast insist")
REACTING = _any(
    """respond react view see describe address characterize characterise regard assess refer_to talk speak
    answer comment portray interpret justify defend feel explain treat judge evaluate frame approach
    think define cover size_up sum_up account_for appraise greet"""
)
STANCES = (
    r"(?:(?:official|common|joint|general|current|stated|public|own|overall|main|initial|latest"
    r"|respective) )*"
    r"(?:position|stance|stand|view|opinion|policy|attitude|line|take|thought|comment|remark|statement"
    r"|response"
    r"|reaction|approach|message|assessment|thinking|feeling|word|testimony|perspective|outlook|verdict"
    r"|ruling"
    r"|finding|conclusion|recommendation|concern|argument|claim|explanation|criticism|guidance|point|fact"
    r"|highlight|takeaway|detail|plan|answer|reply|replie|warning|demand|proposal|promise|pledge|objection"
    r"|complaint)s?"
)
# What is done with such words, in the forms after an auxiliary.
UTTERING = (
    one_of(
        """make, made, give, given, raise, raised, express, expressed, voice, voiced, offer, offered, issue,
    issued, put forward, share, shared, have, level, levelled, lodge, lodged, advance,
    advanced, present, presented, bring up, brought up, set out, lay out, laid out, submit, submitted,
    air, aired"""
    )
    + r"(?![\w'-])"
)
ABOUT = (
    r"(?:about|on|upon|of|regarding|concerning|(?<!')re|as to|as regards|with (?:regard|respect|reference) to"
    r"|in (?:regard|relation|respect|reference|response) (?:to|of)|in connection with|when it comes to"
    r"|around|towards?|over|to|in (?:defen[cs]e|favou?r|support|praise|criticism) of|(?:both"
    r" )?for(?:(?: ?/ ?| and | or )against)?"
    r"|against(?: (?:and|or) for)?|surrounding|touching on|pertaining to|relating to|related to)"
)
# The prepositions that open a topic and nothing else.
SURELY_ABOUT = (
    r"(?:about|regarding|concerning|(?<!')re|as to|as regards|with (?:regard|respect|reference) to"
    r"|in (?:regard|relation|reference|response) to|when it comes to|relating to|pertaining to)"
)
AUXILIARY = (
    r"(?:did|does|do|has|have|had|is|are|was|were|am|will|would|can|could|should|shall|may|might|must"
    r"|isn't|aren't|wasn't|weren't|didn't|doesn't|don't|hasn't|haven't|hadn't|won't|wouldn't|can't|couldn't"
    r"|shouldn't|cannot|mustn't)(?![\w'])"
)
ASKING = (
    r"(?:who|whom|whose|what|which|when|where|why|how|who's|what's|when's|where's|why's|how's|whats"
    r"|whos)(?![\w'])"
)
_ADVERBS = (
    r"(?:ever|also|actually|really|explicitly|specifically|publicly|once|still|already|then|just|even"
    r"|previously|recently|first|exactly|currently|directly|either|all|both|openly|repeatedly|officially"
    r"|collectively"
    r"|jointly|initially|originally|only|else|so far|not|never|subsequently|together|generally"
    r"|briefly"
    r"|precisely|anywhere|usually|always|last|themselves|himself|herself|now)"
)
ADVERBS = rf"(?:{_ADVERBS} )*"

# What a short claim says of its subject: "the dividend is safe".
PREDICATE = (
    r"(?:[a-z]+(?:able|ible|ful|less|ous|ive)|"
    + one_of(
        """safe, secure, dead, over, true, false, right, wrong, good, bad, legal, illegal, fair, unfair,
        ready, certain, likely, unlikely, important, urgent, necessary, high, low, strong, weak,
        dangerous, on track, at risk, under threat, finished, guaranteed, unchanged, cheap, expensive,
        sound, real, inevitable"""
    )
    + r")(?![\w-])"
)
# Subjects that name nobody: whoever speaks in the documents.
_NOBODY = (
    r"they|you|we|i|one|people|someone|somebody|anyone|anybody|everyone|everybody|nobody|no one|it|he|she"
    r"|this|that|these"
    r"|those|there|anything|something|nothing|others|the others|the rest|both|either|neither|any|each|all"
    r"|it all|them|us|the other|folks"
    r"|(?:all|any|both|each|either|most|neither|none|several|some|two|three) of (?:them|us|you|these|those)"
)
_GENERIC = (
    r"ministers|officials|leaders|speakers|participants|parties|delegates|delegations|countries|governments"
    r"|nations|sides"
    r"|people|persons|allies|partners|attendees|representatives|diplomats|authors|writers|sources|documents"
    r"|texts|files"
    r"|records?|collection|corpus|archive|database|materials?|articles|reports|statements|meetings|talks"
    r"|transcripts|papers"
    r"|letters|pages|press releases|speeches|interviews|sessions|hearings|summits|conferences"
    r"|discussions|debates"
    r"|conversations|releases|posts|studies|evidence|literature|media|members|passages|quotes|experts"
    r"|figures|briefings|remarks|administration"
)
_ONE = (
    r"speaker|participant|party|delegate|delegation|country|government|nation|side|person|one|minister"
    r"|official|leader|author|source"
)
_SOME = (
    r"any(?: of)?|each(?: of)?|every|either(?: of)?|neither(?: of)?|some(?: of)?|no|a single"
    r"|at least one(?: of)?|one of|none of"
)
_ALL = (
    r"the|these|those|your|our|their|all(?: of)?|both(?: of)?|two|three|four|five|six|seven|other|various"
    r"|different"
    r"|foreign|many|several|most(?: of)?|available|latest"
)
NOBODY = re.compile(
    rf"(?:(?:{_NOBODY})(?: here| else| there)?|(?:(?:{_ALL}|{_SOME}) )*(?:{_GENERIC})(?: of (?:them|these"
    rf"|those)| involved| there"
    rf"| present)?"
    rf"|(?:{_SOME}) (?:other )?(?:{_ONE})"
    r"|(?:any|each|every|either|neither)(?: of)?(?: the| these| those)?(?: other)? [\w-]+(?: [\w-]+)?)"
)
# "any of the meetings" limits to none of them.
WHICHEVER = re.compile(rf"(?:{_SOME}|all(?: of)?|these|those|your|our)(?: .*)?")

# Documents: as the subject of a question they limit to themselves ("What does the report say …?").
DOCUMENTS = (
    r"(?:joint statement|press release|statement|communiqu[eé]|declaration|report|speech|interview|letter"
    r"|release"
    r"|transcript|article|briefing|testimony|memo(?:randum)?|rulings?|judge?ment|opinion|paper|study|text"
    r"|document|address"
    r"|remarks|op-ed|keynote|lecture|minutes|filing|manifesto|essay|blog|post|tweet|email|note|factsheet"
    r"|fact sheet"
    r"|editorial|column|review|survey|dissent|abstract|record|notice|readout|prospectus|brief|verdict"
    r"|document)"
)
LAWS = (
    r"(?:contract|agreement|treaty|constitution|act|bill|law|resolution|convention|charter|regulation"
    r"|policy|handbook"
    r"|manual|guidelines?|terms|protocol|accord|directive|plan|strategy|budget|protocols|bylaws|code|rules"
    r"|white paper|green paper|outlook|forecast|yearbook|roadmap|blueprint|data"
    r"|encyclical|book|chapter|section|clause|warrant|indictment|website|page|leaflet|label|amendment|story)"
)
MEETINGS = (
    r"(?:news conference|press conference|earnings call|conference call|town hall|annual general meeting"
    r"|agm|round table"
    r"|roundtable|meeting|summit|conference|talks|session|hearing|debate|dialogue|forum|trial|rally|gala"
    r"|ceremony"
    r"|convention|congress|workshop|seminar|symposium|panel|gathering|assembly|council meeting|call|inquest"
    r"|inquiry"
    r"|event|dinner|luncheon|lunch|retreat|consultations|negotiations|visit|appearance|oral argument"
    r"|arguments|question time"
    r"|q&a|presser|webinar|podcast|discussion|proceedings|sitting|reading|conclave|inauguration|funeral"
    r"|deposition|cop\d\d|(?:tri|bi|quadri)lateral(?=s?(?: (?:in|at|of|on|with|between|about) |[^\w\s-]|$)))"
)
_PLURAL = r"(?:s|es)?"
# Writings as the subject of a question, and behind "in"; "after the proclamation" is a time.
_FURTHER = (
    r"(?:proclamation|message|decree|edict|announcement|newsletter|brochure|pamphlet|backgrounder|obituary"
    r"|sermon|homily|eulogy|telegram|affidavit|petition|explainer|factbox|memoranda|injunction|faqs?|piece"
    r"|write-up|trading update|dossier|profile|diar(?:y|ie)|memoir|autobiography|notebook|logbook|afterword"
    r"|foreword|preface|postscript|epilogue)"
)
# These name bodies too, "the Order of St John": writings alone, or with a word for what kind of one.
_ALSO_BODIES = (
    r"(?:order|audit|analysis|assessment|summary|presentation|bulletin|cable|dispatch|circular|advisory"
    r"|submission)"
)
_OF_DATE = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: \d{1,2},?)?|\d{4})"
)
_ALONE = (
    r"(?:(?:the|this|that|an?|its|his|her|their|[\w-]+'s?) )?(?:(?:executive|presidential|royal|court"
    r"|military|general|gag|restraining|removal|eviction|emergency|health|ministerial|administrative|interim|final"
    r"|standing|statutory|new|latest|recent|first|second|annual|internal|legal|official|short|written"
    rf"|diplomatic|leaked|{_OF_DATE}) )*{_ALSO_BODIES}s?"
    rf"(?: (?:(?:by|from|on) .+|(?:of|dated) {_OF_DATE}(?: \d{{4}})?))?"
)
# "the Harbour Trust order", of which it is the name that tells that no body is meant
NAMED_WRITING = re.compile(rf"(?:[Tt]he )?(?:[A-Z][\w.’'&-]* )+{_ALSO_BODIES}(?: on .+)?")
EVENT = rf"(?:{MEETINGS}|{DOCUMENTS}){_PLURAL}(?![\w'-])"
IN_WRITING = rf"(?:{_FURTHER}|executive order){_PLURAL}(?![\w'-])"
KIND_OF_WRITING = re.compile(
    r"(?:(?:the|this|that|an?|its|his|her|their|our|your) )?(?P<before>(?:[\w'-]+ )*?)"
    rf"(?P<kind>(?:(?P<usual>{DOCUMENTS}|(?:news|media) release)|{_FURTHER}|{_ALSO_BODIES}){_PLURAL})"
    r"(?P<after>(?: (?:of|by|from|in|with|between|to|on) .*)?)"
)
WRITING = re.compile(
    rf"(?:.* )?(?:{DOCUMENTS}|{_FURTHER}|{LAWS}){_PLURAL}(?: (?:1[89]|20)\d\d)?"
    r"(?: (?:of|by|from|in|with|between|to|on) .*)?"
    rf"|(?:.* )?(?:{DOCUMENTS}|{_FURTHER}){_PLURAL} (?:for|about|dated) .*"
    r"|(?:the )?(?:article|clause|section|chapter|page|rule|annex|paragraph|resolution|title|schedule"
    rf"|directive) [\w.()-]+(?: of .*)?|{_ALONE}"
)
MEETING = re.compile(rf"(?:.* )?{MEETINGS}{_PLURAL}(?: (?:of|in|with|between) .*)?")

# Words for people by what they are, singular or plural; and for bodies that speak.
_ROLES = (
    r"minister|secretary|president|chancellor|premier|spokes(?:man|woman|person|people)|ambassador|envoy"
    r"|senator"
    r"|congress(?:man|woman)|representative|governor|mayor|judge|justice|magistrate|attorney|lawyer"
    r"|prosecutor|counsel"
    r"|ceo|cfo|coo|cto|chief|chair(?:man|woman|person)?|director|manager|coach|captain|player|striker"
    r"|goalkeeper|professor"
    r"|scientist|researcher|doctor|physician|nurse|economist|analyst|expert|official|leader|commissioner"
    r"|general|admiral"
    r"|colonel|commander|officer|king|queen|prince|princess|emperor|pope|bishop|archbishop|cardinal|imam"
    r"|rabbi|pastor"
    r"|author|writer|editor|journalist|reporter|witness|defendant|plaintiff|victim|mp|mep|deputy|delegate"
    r"|speaker"
    r"|founder|owner|candidate|activist|critic|teacher|principal|student|farmer|engineer|astronaut|artist"
    r"|actor|actress"
    r"|singer|producer|prime minister|treasurer|auditor|inspector|superintendent|sheriff|detective"
    r"|councill?or|lord|lady"
    r"|lawmaker|politician|diplomat|negotiator|mediator|referee|umpire|driver|manager|person|man|woman|chairs"
    r"|resident|neighbou?r|parent|mother|father|survivor|investigator|advis[eo]r|aide|secretary-general"
    r"|whistleblower"
    r"|historian|biologist|physicist|astronomer|pm|vice president|congressm[ae]n|congresswomen|spokesmen"
    r"|boss|head|counterpart|rapporteur|ombudsman|coroner|curator"
)
_BODIES = (
    r"department|ministry|court|committee|government|agency|commission|company|firm|office|board|council"
    r"|bank|union|party"
    r"|embassy|administration|parliament|congress|senate|house|cabinet|army|police|university|school|team"
    r"|club|federation"
    r"|association|organi[sz]ation|country|countries|nation|state|panel|jury|tribunal|delegation|side|group"
    r"|ngo|charity"
    r"|ministries|parties|agencies|companies|bodies|body|authority|authorities|bureau|regulator|league"
    r"|opposition|coalition"
    r"|institution|speaker|outlet|newspaper|politburo|synod|church|hospital|museum|lab|laboratory|majority"
    r"|minority"
)
_TITLES = r"mr|mrs|ms|miss|dr|prof|sir|dame|sen|rep|gov|gen|col|lt|hon|rev|lord|lady|pm|messrs|st"
ROLE = rf"(?:{_ROLES})s?(?![\w-])"
BODY = rf"(?:{_BODIES})s?(?![\w-])"
PERSON_LIKE = re.compile(
    rf"(?:(?:{_TITLES})\.? .+|(?:.*[ -])?(?:{_ROLES})s?(?: (?:of|for|to|at|from) .+)?"
    rf"|(?:(?:the|prime|foreign|defen[cs]e|vice|deputy|chief|former|attorney|secretary|u\.s\.|us"
    rf"|uk|trade|finance|interior|health|labou?r|energy|justice|education|agriculture|transport|home"
    rf"|environment|culture|acting|assistant|permanent) )*(?:{_ROLES})(?: \S+){{1,4}})"
)
BODY_LIKE = re.compile(rf"(?:the |a |an )?(?:.* )?(?:{_BODIES})s?(?: (?:of|for) .+)?")

# Words that may follow a date that limits; any other word is a noun that the date describes.
AFTER_A_LIMIT = frozenset(
    """sobre acerca del sur concernant quant über zu zum zur bezüglich su sul sulla sui sulle over inzake
    gesagt gezegd dit dijo disse detto
    about above according after against all along also although among and any anyone anybody anything
    are as at because been before being between but by can could concerning did do does during else ever
    everything for from had has have he her his how i if in into is it its mention mentioned mentioning
    mentions might my never nobody not of off on only or our over please regarding said say saying says
    she should since so some someone something speak speaking speaks spoke talk talked talking talks
    than that the their them then there these they this those to too touch touching toward towards under
    until upon was we were what when where whether which while who whom whose why will with within
    without would you your thanks thank discuss discussed discusses discussing refer refers referred
    cover covers covered address addresses addressed include includes contain contains exactly
    specifically a an did didn't does doesn't was wasn't were once again alone onwards onward uber über
    sur sobre zu de del en von""".split()
) - {"of"}
NEGATIONS = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|silent|silence|omit(?:s|ted)?|lacks?"
    r"|fail(?:s|ed)? to|refus(?:e|es|ed) to|avoid(?:s|ed)?|ignor(?:e|es|ed)|leaves? out|left out|\w+n't"
    r"|dont|didnt|doesnt)(?![\w'-])"
)


def folded(text: str) -> str:
    """The text in lower case with straight apostrophes, letter for letter, quotations masked with "x".

    A quotation is somebody's words: nothing inside it can be a limit or part of the question's frame.
    """
    return QUOTED.sub(lambda match: match[0][0] + "x" * (len(match[0]) - 2) + match[0][-1], lowered(text))


def lowered(text: str) -> str:
    """The text in lower case with straight apostrophes, letter for letter."""
    lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    for curly in "’‘ʼ＇`´":
        lower = lower.replace(curly, "'")
    return lower


QUOTED = re.compile(
    r"“[^“”]+”|\"[^\"]+\"|„[^„“”]+[“”]|«[^«»]+»|「[^「」]+」|『[^『』]+』|(?<!\w)'(?=\S)[^']+(?<=\S)'(?!\w)"
)
