"""Who says what in news and releases in German, French, Spanish, Italian, Portuguese and Dutch."""

from __future__ import annotations

from collections.abc import Iterator

from index.documents import Span
from rag.abroad import roles as nouns
from rag.abroad import speech
from rag.abroad.clauses import STOPS, Clause, clauses
from rag.abroad.introductions import enlist_all
from rag.abroad.people import People, Voice
from rag.abroad.sources import subject_of, voice_of
from rag.quotes import Statement
from rag.speech.quotations import Quotation, quotations

LANGUAGES = frozenset(speech.CREDITS)
_FEW = 4  # words; fewer in marks are speech only where the sentence says so
_CONTENT = 2  # words that a sentence must hold besides its speaker and verb
_SOON = 4  # words after a verb in which "that" stands
_BEFORE_PHRASE = frozenset(
    ": que qu' che dass dat de d' como come als van is est è é es un una um uma une avoir être war sei ist"
    " ein eine , en as o a".split()
)


class Press:
    """One pass over a text in one of these languages."""

    def __init__(self, flat: str, paragraphs: list[Span], language: str) -> None:
        self.flat = flat
        self.language = language
        self.quotations = quotations(flat, paragraphs)
        self.clauses = list(clauses(flat, paragraphs, self.quotations, language))
        self.people = People()
        for s in self.clauses:
            enlist_all(s, self.people)
        self._waiting: Voice | None = None  # whom a colon at the end of the last sentence announced

    def statements(self) -> list[Statement]:
        """Direct and reported statements, sorted."""
        made: list[Statement] = []
        for number, s in enumerate(self.clauses):
            made += self._sentence(number, s)
        return sorted(made)

    def _sentence(self, number: int, s: Clause) -> Iterator[Statement]:
        if not s.quotes and s.words[-1].text not in STOPS and s.words[-1].text != ":":
            return  # a headline, a caption
        voice, verb = voice_of(s, self.people)
        said = voice
        if s.quotes and voice is None:
            said = self._from_context(number, s)
        if said is None and not s.quotes and self._goes_on(s):
            said = self.people.again("", s.paragraph)
            verb = 0
        for spot in s.quotes:
            yield from self._direct(s, spot, said, tagged=voice is not None)
        if said is not None and verb is not None:
            yield from self._reported(s, verb, said)
        self._waiting = (said or subject_of(s, self.people)) if s.words[-1].text == ":" else None
        self.people.attend(said or subject_of(s, self.people), s.paragraph)

    def _from_context(self, number: int, s: Clause) -> Voice | None:
        """Whose words a quotation is that its own sentence does not give to anybody."""
        rest = [word for word in s.words if word.quote < 0 and word.text[0].isalnum()]
        if rest:
            return None
        if self._waiting is not None:
            return self._waiting
        known = self.people.focus
        if known is not None and self.people.focus_paragraph >= s.paragraph - 1:
            return known
        if number + 1 < len(self.clauses) and self.clauses[number + 1].paragraph == s.paragraph:
            return voice_of(self.clauses[number + 1], self.people)[0]
        return None

    # ------------------------------------------------------------ which words

    def _goes_on(self, s: Clause) -> bool:
        """Does German reported speech go on, as its subjunctive shows?"""
        if self.language != "de" or self.people.focus_paragraph < s.paragraph - 1:
            return False
        return any(low in speech.SUBJUNCTIVE for low in s.low) and "ich" not in s.low

    def _direct(self, s: Clause, spot: int, voice: Voice | None, *, tagged: bool) -> Iterator[Statement]:
        one: Quotation = self.quotations[s.words[spot].quote]
        text = self.flat[one.start : one.end]
        few = len(text.split()) < _FEW and text[-1:] not in STOPS
        alone = all(word.quote >= 0 or not word.text[0].isalnum() for word in s.words)
        if few and not (tagged and self._governed(s, spot)) and not alone:
            return
        if voice is None and len(text.split()) <= _FEW and text[-1:] not in STOPS:
            return
        if any(character.isalnum() for character in text):
            yield Statement(one.start, one.end, voice.label if voice is not None else None, "direct")

    def _governed(self, s: Clause, spot: int) -> bool:
        near = s.at(spot - 1) in _BEFORE_PHRASE or spot - 1 in s.verbs
        after = s.at(spot + 1) == "," or spot + 1 in s.verbs or spot + 2 in s.verbs or spot == 0
        return near or after

    def _reported(self, s: Clause, verb: int, voice: Voice) -> Iterator[Statement]:
        """The stretches outside quotation marks that say what somebody said."""
        if not s.quotes:
            content = [word for word in s.low if word[0].isalnum()]
            if len(content) > _CONTENT + 1:
                yield Statement(s.words[0].start, s.words[-1].end, voice.label, "reported")
            return
        first, last = s.quotes[0], s.quotes[-1]
        if verb < first and self._tells(s, verb, first):
            yield self._stretch(s, 0, first, voice)
        for again in s.verbs:
            if again > max(last, verb) and again > last and self._tells(s, again, len(s.words)):
                yield self._stretch(s, again, len(s.words), voice)
                return

    def _tells(self, s: Clause, verb: int, end: int) -> bool:
        """Is there a clause of what was said between a verb and the quotation?"""
        after = s.low[verb + 1 : end]
        that = next((spot for spot, low in enumerate(after[:_SOON]) if low in speech.THAT), None)
        if after[:1] and after[0] in nouns.ARTICLES[self.language]:
            that = None  # "criticó | los precios que …"
        content = after[that + 1 :] if that is not None else []
        if sum(low[0].isalnum() for low in content) > _CONTENT:
            return True
        labelled = end < len(s.words) and len(self.flat[s.words[end].start : s.words[end].end].split()) < _FEW
        return labelled and sum(low[0].isalnum() for low in after) > _CONTENT

    def _stretch(self, s: Clause, first: int, last: int, voice: Voice) -> Statement:
        words = s.words[first:last]
        while words and not words[-1].text[-1].isalnum() and words[-1].text != ".":
            words = words[:-1]
        return Statement(words[0].start, words[-1].end, voice.label, "reported")
