"""Sentences of news in six languages of Europe, as words, with every quotation made one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from index.documents import Span
from rag.abroad import roles as nouns
from rag.abroad import speech
from rag.speech.quotations import Quotation

QUOTE = "“"
STOPS = frozenset(".!?…")
COMMAS = frozenset({",", "–", "—", "-", "("})
_PERSON = r"(?:ils?|elles?|on)"
_ELIDED = r"(?:[dlmnstcj]|qu|dell|nell|sull|all|dall|coll|un|quest|lorsqu|jusqu|puisqu)['’](?=\w)"
# "regrette-t-elle" is two words; so is "l'agence"; "Vautrin-Lacaze" is one.
_TOKEN = re.compile(
    r"\b(?:MM?|Dra?|Profa?|Srta|Sra?|Mrs?|Ing|Dott|Avv|On|Sig|Drs|Ir|Dipl|Lic)\.(?=\s)"
    rf"|{_ELIDED}|[-‑](?:t[-‑])?{_PERSON}\b|(?:[A-Z]\.){{2,}}|\d+[-‑][^\W\d]+|\d+(?:[.,]\d+)*"
    rf"|\w+(?:[-‑](?!(?:t[-‑])?{_PERSON}\b)\w+|['’]\w+)*|[^\w\s]",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^[-‑](?:t[-‑])?(?=\w)")
_SHORTENED = frozenset(
    "dr dra prof sr sra dña st sto ste mme mlle nr bzw ca mio mrd usw ing dott avv sig mr mrs drs art pág núm"
    " etc ej eng lic dipl inh geb ggf inkl jr"
    " ene feb abr ago sept oct nov dic jan mar apr jun jul aug okt dez".split()
)
_JOINING = ("y", "e", "et", "und", "en", "o", "a")
_SHORTEST = 3  # letters of a verb
_LONGEST = 220  # words; a longer sentence is cut
_VERB_AFTER = 3  # words after a quotation in which its verb stands


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark, ``[start, end)`` in the text; quote: the number of the quotation it is, or -1."""

    start: int
    end: int
    text: str
    quote: int = -1


@dataclass
class Clause:
    """One sentence. verbs: places of the words that report."""

    language: str
    paragraph: int
    words: Sequence[Word]
    verbs: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.verbs = [spot for spot in range(len(self.words)) if self._tags(spot) or self._reports(spot)]

    @cached_property
    def low(self) -> list[str]:
        return [word.text.lower().replace("’", "'") for word in self.words]

    @cached_property
    def quotes(self) -> list[int]:
        return [spot for spot, word in enumerate(self.words) if word.quote >= 0]

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)

    def is_capital(self, spot: int) -> bool:
        return 0 <= spot < len(self.words) and self.words[spot].text[:1].isupper()

    def at(self, spot: int) -> str:
        return self.low[spot] if 0 <= spot < len(self.low) else ""

    def _reports(self, spot: int) -> bool:
        word, tongue = self.low[spot], self.language
        if word not in speech.verbs(tongue) or (
            self.is_capital(spot) and spot > 0 and not self._after_quote(spot)
        ):
            return False
        denied = word in speech.ANSWERS and self.at(spot - 1) in ("no", "não", "non")
        if denied or self._is_noun(self.at(spot - 1)):
            return False
        if speech.is_participle(word, tongue):
            near = self.low[max(0, spot - 4) : spot]
            if not any(have in near for have in speech.HAVE[tongue]):
                return False
        if tongue in ("de", "nl") and word.startswith("ge") and not self._has(spot):
            return False
        wanted = speech.WITH.get(tongue, {}).get(word)
        return wanted is None or not wanted.isdisjoint(self.low[spot + 1 :])

    def _tags(self, spot: int) -> bool:
        """Does an unlisted verb stand between quoted words and a person: "« … », | souffle | Ana Roux"?"""
        word = self.words[spot].text
        if not word.isalpha() or not word.islower() or len(word) < _SHORTEST or spot + 2 > len(self.words):
            return False
        before = spot - (self.at(spot - 1) in ("se", "s'", "si"))
        comma = before - (self.at(before - 1) == ",")
        if comma < 1 or self.words[comma - 1].quote < 0:
            return False
        following = self.at(spot + 1)
        titled = following in nouns.ARTICLES[self.language] or following in nouns.OWNING[self.language]
        grammar = word in nouns.PREPOSITIONS[self.language] or word in nouns.fillers(self.language)
        if grammar or word in nouns.ARTICLES[self.language] or word in speech.THAT:
            return False
        if nouns.is_office(word, self.language):
            return False
        return self.is_capital(spot + 1) or (titled and nouns.is_office(self.at(spot + 2), self.language))

    def _is_noun(self, before: str) -> bool:
        """Does the word before show that what follows is no verb: "la | denuncia |", "de | critique |"?"""
        tongue = self.language
        determined = before in nouns.ARTICLES[tongue] and not (tongue == "es" and before == "lo")
        determined = determined or before in nouns.SOME[tongue]
        owned = before in nouns.OWNING[tongue] and before != "ihr"
        return determined or owned or (before in nouns.PREPOSITIONS[tongue] and before not in _JOINING)

    def _after_quote(self, spot: int) -> bool:
        return self.words[spot - 1].quote >= 0

    def _has(self, spot: int) -> bool:
        """Is this participle, at the end of its clause, one of the perfect?"""
        word = self.low[spot]
        if not word.endswith(("t", "en", "d")) or word in ("gezegd", "gesagt", "gefordert", "gemeld"):
            return True
        return any(low in speech.HAVE[self.language] for low in self.low[:spot])


def clauses(
    flat: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], language: str
) -> Iterator[Clause]:
    """The sentences of a text in order."""
    held: dict[int, list[tuple[int, Quotation]]] = {}
    for at, one in enumerate(quotations):
        held.setdefault(one.paragraph, []).append((at, one))
    for number, paragraph in enumerate(paragraphs):
        words = list(_words(flat, paragraph, held.get(number, [])))
        part: list[Word] = []
        for spot, word in enumerate(words):
            part.append(word)
            if spot + 1 == len(words) or len(part) >= _LONGEST or _ends(words, spot, flat, language):
                yield Clause(language, number, part)
                part = []


def _words(flat: str, paragraph: Span, mine: Sequence[tuple[int, Quotation]]) -> Iterator[Word]:
    at = paragraph.start
    for number, one in [*mine, (-1, None)]:
        border = one.outer.start if one is not None else paragraph.end
        for found in _TOKEN.finditer(flat, at, border):
            yield Word(found.start(), found.end(), _JOINED.sub("", found[0]))
        if one is not None:
            yield Word(one.outer.start, one.outer.end, QUOTE, number)
            at = one.outer.end


def _ends(words: Sequence[Word], spot: int, flat: str, language: str) -> bool:
    word, ahead = words[spot], words[spot + 1]
    if word.quote >= 0:
        inner = flat[word.start : word.end].rstrip("\"“”„«»'’‘ )")
        if inner[-1:] not in STOPS or not (ahead.text[0].isupper() or ahead.quote >= 0):
            return False
        soon = [one.text.lower() for one in words[spot + 1 : spot + 1 + _VERB_AFTER]]
        return not any(low in speech.verbs(language) for low in soon[:1])
    if word.text not in STOPS:
        return False
    before = words[spot - 1].text if spot else ""
    if before.lower() in _SHORTENED or (len(before) == 1 and before.isupper()):
        return False
    if before.isdigit() and len(before) < 3 and language == "de" and ahead.text[0].isupper():
        return False
    return ahead.quote >= 0 or not ahead.text[0].islower()
