"""Closed word lists that tell persons from bodies and places, and men from women.

Roles and honorifics: the titles of the Associated Press Stylebook and of S. Sekine's extended named
entity hierarchy (POSITION_VOCATION). Given names: the hundred most frequent of each sex over a
century (US Social Security Administration, "Top names over the last 100 years", public domain) with
the commonest British ones (Office for National Statistics). Family names that come first: the
commonest of Korea, China and Vietnam (national censuses). Countries: ISO 3166-1.
"""

from __future__ import annotations


def is_role(word: str) -> bool:
    """Is this lower-case word a title or an occupation, alone or in a compound ("attorney-general")?"""
    if word in ROLES:
        return True
    return "-" in word and any(part in ROLES and part not in _FAMILY for part in word.split("-"))


_FAMILY = frozenset("shah judge major marshal dean cardinal".split())  # in "Aziz-Shah" part of a name


def is_courtesy(word: str) -> bool:
    """Is this lower-case word before a name no office, as "mr" is none?"""
    return word in HONORIFICS and word not in ROYAL


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", " ").split(",") if part.strip())


HONORIFICS = {
    "mr": "m", "mr.": "m", "mister": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m",
    "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "dame": "f", "lady": "f", "queen": "f",
    "princess": "f", "baroness": "f", "dr": "", "dr.": "", "prof": "", "prof.": "", "rev": "", "rev.": "",
    "monsieur": "m", "madame": "f", "mme": "f", "herr": "m", "frau": "f", "señor": "m", "señora": "f",
    "doña": "f", "sheikh": "m", "ayatollah": "m", "saint": "", "fr.": "m", "father": "m",
    "sister": "f", "madam": "f", "hon.": "", "hon": "", "cr": "", "cllr": "", "cllr.": "", "clr": "",
    "cllrs": "", "crs": "", "messrs": "m", "messrs.": "m",
    "shri": "m", "smt": "f", "smt.": "f", "datuk": "m", "dato": "m", "tun": "m", "alhaji": "m", "hajia": "f",
    "maulana": "m", "mullah": "m", "swami": "m", "engr": "", "engr.": "", "msgr": "m", "msgr.": "m",
    "mx": "", "reverend": "", "sgr": "m",
}  # fmt: skip

# Of the honorifics those that are offices, too: "the Crown Prince" is one.
ROYAL = _words("king queen prince princess")

ROLES = _words(
    """
    pm secretary undersecretary under-secretary secretary-general minister ministers president presidents
    vice-president premier chancellor vice-chancellor governor gov gov. mayor senator sen sen. senators
    representative rep rep. congressman congresswoman lawmaker mp mep msp councillor councilor councilman
    councilwoman alderman delegate commissioner ambassador envoy consul diplomat diplomats attorney
    lawyer solicitor barrister prosecutor judge justice magistrate general gen gen. lieutenant lt lt.
    colonel col col. major maj. captain capt capt. sergeant sgt sgt. corporal admiral adm adm. commander
    cmdr. brigadier marshal officer constable detective inspector superintendent supt sheriff chief
    director deputy head chair chairman chairwoman chairperson ceo cfo coo cto president-elect founder
    co-founder cofounder owner manager executive boss spokesman spokeswoman spokesperson spokespeople
    adviser advisor aide analyst economist strategist professor lecturer researcher scientist expert
    historian physician doctor surgeon nurse psychologist psychiatrist teacher principal superintendent
    dean provost coach trainer skipper midfielder defender striker goalkeeper quarterback pitcher batsman
    bowler player forward winger driver rider actor actress singer songwriter rapper musician composer
    conductor director producer screenwriter filmmaker comedian presenter host broadcaster anchor
    journalist reporter correspondent columnist editor publisher author writer novelist poet artist
    designer photographer architect engineer farmer fisherman activist campaigner organizer organiser
    pastor priest bishop archbishop cardinal pope imam rabbi monk vicar leader leaders member
    vice speaker whip treasurer comptroller auditor ombudsman coroner firefighter paramedic pilot
    astronaut student resident witness victim survivor neighbor neighbour parent mother father brother
    sister son daughter wife husband widow uncle aunt cousin friend colleague partner veteran soldier
    assistant administrator counsel counselor coordinator co-ordinator czar tsar chef restaurateur
    businessman businesswoman entrepreneur investor banker trader broker consultant official officials
    negotiator mediator peacekeeper rebel warlord taoiseach kremlin-appointed sultan emir crown shah
    emperor empress first-lady candidate nominee opponent rival champion captain referee umpire
    fellow scholar biologist chemist physicist ecologist geologist meteorologist epidemiologist
    virologist immunologist astronomer climatologist sociologist anthropologist archaeologist
    collector convenor convener corporator sarpanch advocate commandant harbormaster harbourmaster
    publican grazier councilmember assemblyman assemblywoman assemblymember landlady landowner undersheriff
    bystander motorist commuter pensioner villager homeowner shopper playwright sculptor illustrator
    cartoonist blogger podcaster influencer youtuber cyclist sprinter gymnast midwife pharmacist dentist
    veterinarian librarian curator demographer geographer statistician zoologist botanist oceanographer
    seismologist volcanologist pathologist oncologist cardiologist pediatrician paediatrician neurologist
    therapist psychotherapist counsellor headteacher headmaster headmistress electrician plumber hairdresser
    bartender barista waitress beekeeper rancher paratrooper frontman bassist drummer guitarist vocalist
    novelist essayist columnist commentator pundit pollster lobbyist whistleblower insp insp. reverend
    guard agent broker realtor developer landlord tenant shopkeeper salesman saleswoman worker
    ministre président présidente porte-parole directeur directrice maire premier-ministre secrétaire
    bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin außenminister
    außenministerin ministerpräsident sprecher sprecherin bürgermeister minister ministerin
    préfet préfète député députée sénateur sénatrice élu élue adjoint adjointe gérant gérante
    oberbürgermeister oberbürgermeisterin bürgermeisterin geschäftsführer geschäftsführerin vorsitzender
    vorsitzende vorstand landrat landrätin staatssekretär staatssekretärin ministerpräsidentin
    presidente presidenta ministro ministra portavoz alcalde alcaldesa director directora fiscal juez
    jueza abogado abogada secretario secretaria
    """
)
# Roles whose holder's sex the word itself gives.
GENDERED_ROLES = {
    word: gender
    for gender, listed in {
        "m": "spokesman chairman congressman councilman alderman businessman fisherman salesman actor father "
        "brother son husband uncle king prince priest pope imam rabbi batsman man boy grandfather gentleman "
        "widower nephew monk",
        "f": "spokeswoman chairwoman congresswoman councilwoman businesswoman saleswoman actress mother "
        "sister daughter wife widow aunt queen princess woman girl grandmother niece lady nun presidenta "
        "ministra bundeskanzlerin kanzlerin präsidentin ministerin sprecherin",
    }.items()
    for word in listed.split()
}


def sex_of_role(word: str) -> str:
    """ "m" or "f" where a word for a person tells the sex, else an empty string."""
    return GENDERED_ROLES.get(word, "")


KIN = _words(
    "mother father sister brother son daughter wife husband widow widower fiancé fiancée partner uncle aunt"
    " niece nephew grandmother grandfather mom dad girlfriend boyfriend"
)
# Nouns for human beings that are no roles, and that no ending gives away.
HUMANS = _words(
    """
    billionaire millionaire tycoon mogul magnate native teen teenager youngster youth celebrity heroine hero
    diva model supermodel icon legend ace rookie newcomer prodigy refugee migrant inmate prisoner convict
    suspect accused deceased ex-president outsider insider maverick recluse graduate alumnus mum dad mom
    granddad grandma bride groom toddler expat virtuoso maestro guru diplomat turncoat
    star favorite favourite blonde brunette fan supporter sophomore freshman alum hopeful voice
    """
)
# Words that stand before a role and belong to it.
ROLE_MODIFIERS = _words(
    """
    former ex current then acting interim outgoing incoming newly-elected newly-appointed deputy assistant
    associate senior junior chief executive managing vice prime foreign defense defence finance health
    home interior justice trade economy education environment energy press national security general
    special principal lead head founding co- longtime veteran long-serving party opposition majority
    minority shadow parliamentary government police fire city county state federal regional local district
    club team national military army navy air force marine political legal financial medical public affairs
    relations communications policy program research campaign union trade labor labour human resources
    first lady new late star assistant top white-house retired elected under permanent technical creative
    artistic musical sports sporting medical football basketball baseball rugby cricket hockey tennis
    film television tv radio rock pop country folk opera high-ranking ranking
    """
)
COMPLEMENTS = _words(
    """
    state defense defence commerce labor labour energy agriculture education transportation treasury war
    interior finance justice health trade staff police veterans homeland housing foreign affairs security
    the operations parliament congress communications
    """
)
# The general in these is no soldier, the chief no person: the run names a body or thing.
_NOT_TITLES_BEFORE = _words(
    "electric motors assembly mills dynamics election hospital council counsel staff store atomics league"
)

BODIES = _words(
    """
    ministry department government cabinet parliament senate congress assembly house court council
    committee commission agency authority administration bureau office service services board bank
    federation association society union party league institute institution foundation center centre
    university college school academy hospital clinic company companies corporation corp corp. inc inc.
    ltd ltd. llc plc group holdings partners associates airlines airways motors industries systems
    technologies laboratories pharmaceuticals energy oil petroleum gas electric steel police army navy
    force forces guard corps command brigade staff news times post journal tribune herald gazette chronicle
    telegraph guardian observer press agency network television radio broadcasting magazine review
    pentagon kremlin treasury fed nato un eu who imf opec bbc cnn cbs nbc abc nhk itv kcna xinhua yonhap
    kyodo reuters afp tass interfax downing brussels embassy consulate mission delegation summit coalition
    alliance campaign organization organisation organizations nations fund trust club fc united city rovers
    wanderers athletic orchestra theatre theater museum gallery library church diocese vatican mosque temple
    synagogue taliban hamas hezbollah isis isil fatah brotherhood front movement republicans democrats
    conservatives tories greens liberals labour network exchange store stores hotel airport station port
    council secretariat tribunal registry directorate division unit team project initiative programme program
    act law treaty agreement accord convention protocol declaration constitution amendment charter
    conference forum festival statement talks summit resolution street meeting dialogue building tower stadium
    conference forum festival championship championships cup games olympics series tour open award awards
    prize street road avenue boulevard lane square park bridge river lake sea ocean mountain mountains
    valley island islands beach bay coast peninsula strait desert forest county province district region
    twitter facebook instagram google apple microsoft amazon youtube tiktok netflix
    management capital securities investments advisors ventures equity insurance studios pictures
    entertainment records foods solutions software semiconductor semiconductors pharma biotech therapeutics
    biosciences healthcare logistics properties realty farms mining resources minerals metals chemicals
    railways shipping cruises hotels resorts restaurants supermarkets lab labs producers manufacturers
    business growers workers teachers dwellers retailers employers caucus guild consortium ferries
    gmbh oyj asa srl fze pty pte sarl
    """
)

PLACES = _phrases(
    """
    afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, bahrain,
    bangladesh, belarus, belgium, bolivia, bosnia, botswana, brazil, britain, brunei, bulgaria, burma,
    cambodia, cameroon, canada, chad, chile, china, colombia, congo, costa rica, croatia, cuba, cyprus,
    czech republic, denmark, ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, europe, fiji,
    finland, france, gaza, georgia, germany, ghana, great britain, greece, guatemala, guinea, haiti, honduras,
    hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica,
    japan, jordan, kashmir, kazakhstan, kenya, korea, kosovo, kuwait, laos, latvia, lebanon, liberia, libya,
    lithuania, luxembourg, malaysia, mali, malta, mexico, moldova, mongolia, montenegro, morocco, mozambique,
    myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea,
    northern ireland, norway, oman, pakistan, palestine, panama, papua new guinea, paraguay, peru,
    philippines, poland, portugal, qatar, romania, russia, rwanda, samoa, saudi arabia, scotland, senegal,
    serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south korea, south sudan,
    soviet union, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
    thailand, tibet, tunisia, turkey, turkmenistan, uganda, ukraine, united arab emirates, united kingdom,
    united states, uruguay, uzbekistan, venezuela, vietnam, wales, yemen, zambia, zimbabwe, africa, asia,
    america, north america, south america, latin america, middle east, asia pacific, caribbean, u.s., u.k.,
    us, uk,
    usa, u.s.a., prc, rok, dprk, uae, u.n., alabama, alaska, arizona, arkansas, california, colorado,
    connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana,
    maine, maryland,
    massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire,
    new jersey, new mexico, new york, new york city, north carolina, north dakota, ohio, oklahoma, oregon,
    pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia,
    washington, west virginia, wisconsin, wyoming, washington d.c., los angeles, san francisco, san diego,
    chicago, boston, houston, dallas, miami, atlanta, seattle, detroit, philadelphia, las vegas, new orleans,
    london, manchester, liverpool, birmingham, edinburgh, glasgow, cardiff, belfast, dublin, paris, berlin,
    rome, madrid, barcelona, lisbon, vienna, geneva, zurich, amsterdam, the hague, copenhagen, oslo,
    stockholm, helsinki, warsaw, prague, budapest, athens, istanbul, ankara, moscow, kyiv, kiev, minsk,
    beijing, shanghai, tokyo, osaka, seoul, busan, pyongyang, taipei, manila, jakarta, bangkok, hanoi, delhi,
    new delhi, mumbai, karachi, islamabad, kabul, kandahar, tehran, baghdad, damascus, beirut, jerusalem,
    tel aviv, ramallah, west bank, cairo, tripoli, nairobi, lagos, johannesburg, cape town, sydney, melbourne,
    brisbane, perth, adelaide, canberra, queensland, new south wales, victoria, tasmania, toronto, ottawa,
    montreal, vancouver, ontario, quebec, wall street, silicon valley, capitol hill, south china sea,
    indo-pacific, camp david, rio de janeiro, buenos aires, sao paulo, mexico city, christmas, easter, covid
    """
)
NAMED_BODIES = _phrases(
    """
    white house, capitol hill, supreme court, high court, security council, united nations, downing street,
    associated press, state department, wall street journal, new york times, fox news, sky news, red cross,
    red crescent, al jazeera, al qaeda, al-qaeda, islamic jihad, hong kong, south korea, rodong sinmun,
    european union, world bank, wall street, islamic state, amnesty international, human rights watch,
    greenpeace international, scotland yard, number 10, no 10, oxford university, manchester united
    """
)
DEMONYMS = _words(
    """
    afghan albanian algerian american argentine argentinian armenian asian australian austrian azerbaijani
    bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian
    chilean chinese colombian congolese croatian cuban czech danish dutch egyptian english ethiopian european
    filipino finnish french german ghanaian greek haitian hungarian icelandic indian indonesian iranian iraqi
    irish israeli italian jamaican japanese jordanian kenyan korean kurdish kuwaiti lebanese libyan
    malaysian mexican moroccan nepalese nigerian norwegian pakistani palestinian peruvian philippine polish
    portuguese qatari romanian russian saudi scottish serbian singaporean slovak somali spanish sudanese
    swedish swiss syrian taiwanese thai tibetan tunisian turkish ukrainian venezuelan vietnamese welsh yemeni
    republican democratic democrat conservative liberal catholic protestant muslim jewish christian
    californian texan african western eastern northern southern labour
    briton englishman englishwoman scot scotsman scotswoman welshman welshwoman irishman irishwoman ulsterman
    frenchman frenchwoman dutchman dutchwoman spaniard catalan basque swede dane finn pole turk serb croat
    slovene slovak czech kurd afghan arab londoner mancunian scouser liverpudlian glaswegian geordie
    yorkshireman cornishman parisian berliner roman venetian muscovite sydneysider melburnian tasmanian
    queenslander kiwi aussie brit yank uruguayan paraguayan ecuadorian costa-rican salvadoran guatemalan
    honduran nicaraguan panamanian trinidadian bahamian barbadian cypriot maltese estonian latvian
    lithuanian georgian moldovan macedonian montenegrin slovenian kosovan ivorian senegalese cameroonian
    malian gambian liberian angolan zambian zimbabwean ugandan rwandan burundian tanzanian malawian
    mozambican namibian eritrean libyan omani emirati bahraini kazakh uzbek mongolian laotian fijian samoan
    tongan hawaiian alaskan floridian virginian
    """
)

POST_NOMINALS = _words("MP MEP MSP MLA TD QC KC CBE OBE MBE PhD MD Esq Esq. RN")
FAMILY_FIRST = _words(
    """
    kim lee park choi cho jung jeong kang yoon yun jang lim han shin seo kwon hwang ahn song moon ban roh
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin luo zheng liang xie mao deng
    jiang wen peng tsai ma nguyen tran pham vo hun
    """
)
PARTICLES = _words(
    "de da di do dos du del della der den van von la le el al bin ibn bint ben abu ul y e ter af"
)

_GIVEN = {
    "m": """
    james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony
    mark donald steven andrew paul joshua kenneth kevin brian timothy ronald george jason edward jeffrey ryan
    jacob nicholas gary eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander
    patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle
    noah ethan jeremy christian walter keith austin roger terry sean gerald carl dylan harold jordan jesse
    bryan lawrence arthur gabriel bruce logan billy joe alan juan elijah willie albert wayne randy mason
    vincent liam roy bobby caleb bradley russell lucas bill jim bob mike tom tim steve dave dan chris matt
    tony greg ken jeff nick rick ron ben sam fred ted jake josh max harry oliver charlie leo oscar louis
    simon graham neil ian stuart colin craig nigel trevor malcolm gordon boris barack vladimir sergei
    dmitry ivan mohammed muhammad ahmed ali hassan hussein ibrahim omar abdullah mahmoud khalid yasser
    carlos luis jorge miguel pedro francisco antonio manuel javier fernando diego pablo alejandro emmanuel
    pierre jean jacques nicolas françois philippe hans klaus wolfgang olaf jürgen friedrich giovanni
    giuseppe mario marco luca andrea paolo silvio matteo shinzo fumio taro yoshihide shigeru junichiro
    narendra rahul manmohan imran nawaz benyamin benjamin ariel ehud shimon yitzhak kofi nelson thabo jacob
    hugo rex newt rudy jared jake antony lloyd merrick xavier pete chuck mitch marco lindsey bernie ron rand
    """,
    "f": """
    mary patricia jennifer linda elizabeth barbara susan jessica karen sarah lisa nancy sandra betty ashley
    emily kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca sharon laura
    cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine
    debra rachel carolyn janet maria olivia heather helen catherine diane julie victoria joyce lauren kelly
    christina ruth joan virginia judith evelyn hannah andrea megan cheryl jacqueline madison teresa abigail
    sophia martha sara gloria janice kathryn ann isabella judy charlotte julia grace amber alice jean denise
    frances danielle marilyn natalie beverly diana brittany theresa kayla alexis doris lori tiffany hillary
    condoleezza angela theresa ursula christine jacinda kamala nancy jen karine jill melania ivanka meghan
    kate camilla anne fiona nicola claire gemma joanne tracy wendy jane lucy sally rosie zoe chloe sophie
    caroline alison helena ana carmen isabel lucia marta elena sofia paula rosa yoko marine ségolène simone
    brigitte nathalie annalena anke gabriele aung benazir indira sonia priyanka malala aisha fatima leila
    layla zainab mariam amina gina kristi tulsi nikki elise alexandria ilhan rashida ayanna kirsten tammy
    """,
}
GIVEN_NAMES = {name: gender for gender in ("f", "m") for name in _GIVEN[gender].split()}

# Capitalised at the head of a sentence or in the calendar: never a name by themselves.
NOT_NAMES = _words(
    """
    i a an the this that these those he she it they we you his her its their our my your who what when where
    why how which whose if in on at by for from to of with without as and but or nor yet so then than while
    during after before since until although though because despite unlike like about above across against
    aboard along amongst atop toward towards underneath versus
    among around behind below beneath beside between beyond inside into near off onto out over past per
    through throughout under up upon via within not no yes oh well now here there just also only even still
    again once twice first second third last next later earlier meanwhile however moreover furthermore
    nevertheless nonetheless therefore thus instead indeed perhaps maybe yesterday today tonight tomorrow
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mon tue
    wed thu fri sat sun all both each every some any many much more most several few other another such one
    two three four five six seven eight nine ten hundreds thousands millions dozens half asked speaking
    talking writing addressing responding referring commenting according citing quoting adding saying
    regarding concerning following including given based be is are was were been being have has had do does
    did will would can could may might must shall should let get got never always often sometimes usually
    recently finally eventually additionally lastly together overall later said says told police officials
    authorities experts critics supporters residents analysts investigators scientists researchers doctors
    lawyers prosecutors witnesses relatives people fans protesters lawmakers others reporters journalists
    crowds onlookers bystanders campaigners opponents allies aides insiders neighbors neighbours villagers
    staffers colleagues we're i'm i've it's that's
    there's he's she's they're you're don't didn't doesn't isn't can't won't let's et le la les un une il
    elle ses leur leurs der die das ein eine er sie dessen deren seine ihre unsere und sus el los las en y o
    mais mas pero aber dans pour selon nach según
    outside nearby elsewhere upstairs downstairs backstage afterward afterwards beforehand somewhere everyone
    everybody someone somebody nobody nothing everything anyone anybody neither either none whoever whatever
    except whether unless apart aside rather quite almost plus thanks sorry please hello hi hey ok okay sure
    right true false whatever back down away off ahead alongside amid amidst throughout according based
    whereas wherever whenever somehow anyway besides otherwise hence
    ask meet take consider imagine enter
    update breaking watch read video photo image advertisement exclusive related photograph getty
    """
)
# Of these the ones that begin names too, in the middle of a sentence.
ALSO_NAMES = _words("will read update watch breaking now here if just first second third")
# And the ones that end names: "Vasant More", "Nguyen An".
ALSO_SURNAMES = ALSO_NAMES | _words("more so he an do no you yet such over day many half court")
# Ranks of the British police, which only their capitals tell from words and particles.
RANKS = _words("PC WPC PCSO DC DS DI DCI DSI DSU DCS")
NOT_TITLES_BEFORE = _NOT_TITLES_BEFORE
