"""The bodies a document names: companies, councils, unions, under their full names and their nouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.given_names import is_given
from rag.speech.names import Mention
from rag.speech.prose import Token

_OFFICERS = frozenset(
    {("chief", "executive"), ("managing", "director"), ("finance", "director"), ("executive", "officer")}
)
# What any undertaking is called for short, and what tells that a name is one's.
COMPANIES = frozenset("company firm business group startup start-up corporation".split())
_TRADES = COMPANIES | frozenset(
    """
    retailer carmaker manufacturer airline bank lender insurer supermarket chain chipmaker drugmaker automaker
    maker operator utility supplier publisher brewer builder housebuilder giant conglomerate platform studio
    label developer miner producer app brand
    """.split()
)
_FORMS = frozenset(
    "inc inc. corp corp. ltd ltd. llc plc group holdings company co co. industries ag se".split()
)
_NOUNS = (
    (words.THINGS - words.WRITINGS - {"police", "article", "story", "source", "sources"})
    | _TRADES
    | frozenset("nonprofit non-profit tank collective".split())
)
# What else a phrase can call a body whose name follows: "the mine's owner, Lune Gas, said".
_PARTS = frozenset(
    "owner owners landlord employer contractor organiser organizer sponsor predecessor".split()
)
# "United Power Workers": a union, though its name does not say so.
_UNITED = frozenset("united amalgamated allied associated federated".split())
_CROWD = 8  # bodies of one noun; past that it tells nobody apart
_LONGEST = 9  # tokens of "the grocery delivery company"
_BEFORE = frozenset({"the", "a", "an", "one"})
_STOPS = frozenset("that which who whose of for in with based once owned behind and to at from by on".split())


class Bodies:
    """The bodies of a document, by the first word of the name and by the noun that stands for them."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._by_noun: dict[str, list[str]] = {}
        self._known: set[str] = set()

    def add(self, name: Sequence[str]) -> None:
        """Records the full name of a body, so that its first word and its noun can stand for it."""
        label = " ".join(name)
        _put(self._by_word, name[0].lower(), label)
        for word in {part.lower() for part in name}:
            if word in _NOUNS:
                _put(self._by_noun, word, label)
            if word in _FORMS:
                _put(self._by_noun, "company", label)
        if name[0].lower() in _UNITED and name[-1].lower().endswith("s"):
            _put(self._by_noun, "union", label)

    def describe(self, label: str, noun: str) -> None:
        """Records what a name is the name of: "Basketly, the grocery delivery | company"."""
        _put(self._by_noun, noun, label)
        if noun in _TRADES:
            _put(self._by_noun, "company", label)
        self._known.add(label)

    def is_known(self, label: str) -> bool:
        """Does the document say what kind of body this name is of?"""
        return label in self._known

    def starting(self, word: str) -> str | None:
        """The one body whose name of several words begins with this one."""
        known = self._by_word.get(word.lower(), [])
        one = len({_bare(label) for label in known}) == 1 and word.lower() not in lexicon.DEMONYMS
        return max(known, key=len) if one else None

    def called(self, noun: str) -> list[str]:
        """The bodies that "the company", "the council" can stand for."""
        known = self._by_noun.get("company" if noun in COMPANIES else noun, [])
        named = [label for label in known if not _opens(label.lower().split(), noun)]
        return named or known


def _opens(name: Sequence[str], noun: str) -> bool:
    """Does the name begin with its noun, "University Shrugs" in a headline, not "University of Lune"?"""
    return len(name) > 1 and name[0] == noun and name[1] not in ("of", "for")


def _bare(label: str) -> str:
    """The name without what only tells its legal form: "Lune Foods Inc." is Lune Foods."""
    return " ".join(takewhile(lambda word: word.lower() not in _FORMS, label.split())) or label


def _put(index: dict[str, list[str]], word: str, label: str) -> None:
    known = index.setdefault(word, [])
    if len(known) < _CROWD and label not in known:
        known.append(label)


def can_be_body(noun: str) -> bool:
    """Can a body be called by this noun: "company", "ministry", "owner"?"""
    return noun in _NOUNS or noun in _PARTS


def described(tokens: Sequence[Token], mention: Mention) -> str:
    """The noun that a sentence gives for the body it names, before or after the name; "" if none."""
    if mention.role or mention.possessive or mention.kind not in ("name", "body", "person"):
        return ""
    if is_given(mention.name[0].lower()):
        return ""
    before = _led(tokens, mention) or (tokens[mention.first - 1].word if mention.first else "")
    if before in _NOUNS:
        return before
    if mention.kind == "body" and (noun := _apposed(tokens, mention)):
        return noun
    first = mention.last + 1
    if first + 1 >= len(tokens) or tokens[mention.last].word != "," or tokens[first].word not in _BEFORE:
        return ""
    phrase = takewhile(_goes_on, tokens[first + 1 : first + _LONGEST])
    head = next(reversed([token.word for token in phrase]), "")
    return head if head in _NOUNS else ""


def _led(tokens: Sequence[Token], mention: Mention) -> str:
    """ "The chief executive of | Lune |": what has such an officer is a company."""
    ahead = tuple(token.word.lower() for token in tokens[max(0, mention.first - 3) : mention.first])
    return "company" if mention.kind == "name" and ahead[2:] == ("of",) and ahead[:2] in _OFFICERS else ""


def _apposed(tokens: Sequence[Token], mention: Mention) -> str:
    """ "The | operator |, Lune Ferries, said": the noun that the name explains."""
    comma = mention.first - 1
    comma -= comma > 0 and tokens[comma].word == "the"
    closed = mention.last < len(tokens) and tokens[mention.last].word == ","
    if comma < 1 or tokens[comma].word != "," or not closed:
        return ""
    opening = {token.word.lower() for token in tokens[max(0, comma - _LONGEST) : comma]}
    definite = not opening.isdisjoint(("the", "its", "their", "his", "her"))
    noun = tokens[comma - 1].word
    return noun if definite and noun in _NOUNS else ""


def _goes_on(token: Token) -> bool:
    return token.quote < 0 and token.word[0].isalnum() and token.word not in _STOPS
