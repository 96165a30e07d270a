"""Closed word classes that tell what a longer name is the name of: its head nouns, titles, prefixes.

"Japan Times" is a newspaper and "South China Sea" a sea because of their last word, "Bank of Japan" a
bank because of its first. Sources: the classes of entities and their head nouns in the ACE English
Annotation Guidelines for Entities (LDC, version 6.6, 2008: ORG, FAC, GPE, LOC) and in the UN
Editorial Manual's names of organs; treaty places: United Nations Treaty Collection.
All words are in lower case and singular, unless only their plural is a head.
"""

from __future__ import annotations

# An arm of the state, party or body it is named for: who speaks of it speaks of the state.
ORGANS = frozenset(
    """ministry department agency bureau office embassy consulate mission delegation secretariat
    parliament congress assembly diet court tribunal army navy marine guard force forces military
    police command fleet treasury committee commission council authority service corps constitution
    custom group panel party taskforce directorate directorates envoy board centers inspectorate""".split()
)

# The same, but of a person as well: "the Obama Administration" is about Obama.
GOVERNMENT = frozenset(
    "government administration cabinet presidency campaign house senate white legislature".split()
)

# Stands apart from the place or person in its name: who speaks of it does not speak of them.
INSTITUTIONS = frozenset(
    """university college school academy institute institution polytechnic tech museum library archive
    hospital clinic foundation association society union federation organization organisation league
    club chamber bank exchange corporation corp company inc ltd llc plc airline airlines airway airways
    railway railways railroad motors center centre church cathedral temple hotel stadium arena airport
    theater theatre room orchestra symphony philharmonic ballet opera prize award cup scholarship fellowship
    laboratory observatory cross crescent coalition trust endowment brewery brigade bar
    memorial monument tower tunnel plaza""".split()
)

PUBLICATIONS = frozenset(
    """daily times post herald journal tribune gazette chronicle news review magazine press telegraph
    observer examiner monitor globe radio television tv broadcasting today bulletin newspaper
    newspapers papers standard inquirer sun time economist handbook encyclopedia""".split()
)

# Named for a place beside it. For a state these are other things; a lesser name may be the same thing
# ("Pacific Ocean" is the Pacific).
WATERS = frozenset("sea ocean gulf bay river lake canal basin trench creek springs".split())
TOWNS = frozenset(
    """city county avenue street road boulevard township parish district square park highway bridge
    northwest""".split()
)

# An undertaking: the states in its name are its parties, other names are only what it is called.
TREATIES = frozenset(
    """agreement accord accords convention conventions protocol treaty pact declaration communique
    communiqué statute charter memorandum act law bill resolution framework partnership initiative
    program programme plan fund alliance compact forum dialogue project network pledge grant""".split()
)

# Places after which a treaty is called, so that "the Paris agreement" is one without a capital.
TREATY_PLACES = frozenset(
    """abraham algiers astana basel bonn bretton budapest cartagena cotonou dayton doha dublin geneva
    hague helsinki istanbul kampala kyoto lisbon lome maastricht marrakesh minsk montreal nagoya nice
    oslo ottawa paris ramsar rome rotterdam schengen stockholm taif tashkent vienna warsaw
    wassenaar""".split()
)

# What "of" follows in the name of a water, an island or a noble, besides the classes above.
OF_HEADS = WATERS | frozenset("isle cape voice statue star duke duchess prince princess earl".split())

# Before a name they make it the name of another place: Camp David, Fort Worth, Little Italy.
PREFIXES = frozenset(
    "new camp fort ft port cape saint st san santa lake air radio little los las el beth la".split()
)

# Before a hyphen (or a blank) they make a new name of the next word: Indo-Pacific, Trans-Atlantic.
COMBINING = frozenset(
    "trans indo asia afro euro pan inter circum sino anglo franco russo austro luso ibero greco turco".split()
)

# Peoples within the United States are "… American" without a hyphen as often as with one.
PEOPLES = frozenset("african asian native arab afro caribbean hispanic".split())

# "Indian" in the law and agencies of the United States: not of India.
INDIAN_COUNTRY = frozenset(
    """country tribe tribes tribal affairs health reservation reservations child education gaming land
    lands nation nations boarding self arts housing school schools community communities claims water
    law energy trust pueblo pueblos removal reorganization treaty treaties""".split()
)

# States and cities that are first names or surnames too.
ALSO_PERSONS = frozenset(
    "jordan georgia chad israel india kenya ireland france holland england cuba wales washington".split()
)
ALSO_FIRST_NAMES = frozenset("jordan chad georgia israel kenya".split())

TITLES = frozenset(
    """mr mrs ms miss mx dr sir madam madame dame lord lady prof professor rev reverend hon honorable
    rabbi imam pope cardinal bishop archbishop father sister brother coach congressman congresswoman
    congressmember rep representative sen senator gov governor mayor judge justice general gen lt
    lieutenant col colonel maj major capt captain sgt sergeant adm admiral officer secretary minister
    president premier chancellor king queen emperor prince princess chairman chairwoman chair
    ambassador commissioner director adviser advisor spokesman spokeswoman spokesperson envoy
    coordinator administrator attorney chief leader deputy vice prime first candidate nominee""".split()
)
# Before a surname only; the others stand before the name of a state too ("Prime Minister, Japan").
COURTESY = frozenset("mr mrs ms dr rep sen congressman congresswoman judge justice sgt capt".split())
# The titles whose "of" or "for" names a field of work: Special Envoy for Climate, Energy Secretary.
OFFICES = frozenset(
    """secretary minister envoy commissioner director adviser advisor coordinator administrator
    czar representative""".split()
)

US_STATES = frozenset(
    """alabama;alaska;arizona;arkansas;california;colorado;connecticut;delaware;florida;georgia;hawaii;
    idaho;illinois;indiana;iowa;kansas;kentucky;louisiana;maine;maryland;massachusetts;michigan;
    minnesota;mississippi;missouri;montana;nebraska;nevada;new hampshire;new jersey;new mexico;
    new york;north carolina;north dakota;ohio;oklahoma;oregon;pennsylvania;rhode island;
    south carolina;south dakota;tennessee;texas;utah;vermont;virginia;west virginia;wisconsin;
    wyoming""".replace("\n", "")
    .replace("    ", "")
    .split(";")
)
