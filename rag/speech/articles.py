"""Statements in an article: quotations and indirect speech, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from index.documents import Span
from rag.quotes import Statement
from rag.speech import reporting as words
from rag.speech.attribution import closely_tagged, source_of_quote
from rag.speech.cast import Cast
from rag.speech.clauses import Sentence
from rag.speech.contexts import Context
from rag.speech.exchanges import UNKNOWN
from rag.speech.given_names import is_given
from rag.speech.headlines import copy_sources, name_leads
from rag.speech.indirect import goes_on, reported, stated, told_of
from rag.speech.introductions import enlist
from rag.speech.leads import lead_of
from rag.speech.localities import localities
from rag.speech.names import Mention, mentions
from rag.speech.prompts import prompts
from rag.speech.prose import Token
from rag.speech.quotations import quotations
from rag.speech.quoted_parts import attribute_parts
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.streams import FEW_WORDS, STOPS, Quoted, nicknames, quoted, sentences
from rag.speech.vocatives import calls, own_sex
from rag.speech.works import nobodys, titled

_PHRASE = 5  # a quoted phrase of fewer words that nobody is named for is the writer's choice of words
_HEAD = 5  # paragraphs, in which the writer's name can stand
_EDGES = " \n\t,.;:"
_TITLE = "title"  # stands for that of a work in its sentence


class Article:
    """One pass over the prose of a document."""

    def __init__(self, flat: str, paragraphs: list[Span], cast: Cast | None = None) -> None:
        self.flat = flat
        self.paragraphs = paragraphs
        self.quoted = [quoted(flat, span) for span in quotations(flat, paragraphs)]
        self.sentences = list(sentences(flat, paragraphs, self.quoted))
        self.cast = cast or Cast()
        for called, mention in nicknames(self.sentences, self.quoted):
            self.cast.nickname(flat[called.span.outer.start : called.span.outer.end], mention.name)
        # Names inside quotations join the cast only in full: their speakers use titles freely.
        for s in self.sentences:
            enlist(self.cast, s.words, s.names, full=True)
        for one in self.quoted:
            enlist(self.cast, one.words, _named_in(one), full=True)
        for s in self.sentences:
            enlist(self.cast, s.words, s.names, full=False)
        small = frozenset(token.word for s in self.sentences for token in s.words if token.word.islower())
        self.memory = Memory(self.cast, localities(self.sentences), small)
        self.memory.led = lead_of(self.sentences, self.cast)
        self.context = Context(paragraphs, self.quoted, self.sentences, self.memory)
        self.exchange = self.context.exchange
        self._fragments: dict[int, list[Quoted]] = {}
        for one in self.quoted:
            if one.fragment:
                self._fragments.setdefault(one.span.paragraph, []).append(one)
        self.context.prompts = prompts(flat, paragraphs, self.quoted)
        self._works: set[str] = set()  # titles met so far

    def statements(self) -> list[Statement]:
        """Direct and reported statements, sorted."""
        made: list[Statement] = []
        for number, s in enumerate(self.sentences):
            if self.context.is_prompt(s):
                continue
            indirect = self._attribute(number, s)
            theirs = [one for one in self._fragments_in(s) if one.source is not None]
            told = self._indirect(s, indirect)
            if number not in self.context.tags:
                made += less([stated(*one) for one in told], theirs, self.flat)
            if s.paragraph or s.words[-1].word in STOPS or len(self.paragraphs) == 1:  # not of a headline
                if not _is_name_line(s):
                    self._remember(s, told[-1][1] if told and not s.quotes else indirect)
            else:
                self.memory.head(s)
        for one in self.quoted:
            one.work = one.work or (one.text in self._works and not one.tagged)
        name_leads(self.sentences, self.quoted, self.memory)
        copy_sources(self.flat, self.paragraphs, self.quoted)
        made += [st for one in self.quoted if (st := self._direct(one)) is not None]
        return sorted(made)

    def reports(self) -> list[Statement]:
        """The sentences that report what one named or titled person said; nothing else."""
        made: list[Statement] = []
        for s in self.sentences:
            source = reported(s, self.memory) if not s.quotes else None
            single = source is not None and (source.kind in ("person", "someone"))
            if source is not None and single and s.low[0] != "we":
                made.append(stated(s.words, source))
            self.memory.notice(s)
        return made

    def of_persons(self) -> list[Statement]:
        """Of the statements those of the single persons, named or titled, whom the text quotes."""
        made = self.statements()
        sources = [one.source for one in self.quoted if one.source is not None and one.tagged]
        persons = {source.label for source in sources if source.kind in ("person", "someone")}
        return [one for one in made if one.speaker in persons]

    def _attribute(self, number: int, s: Sentence) -> Source | None:
        """Finds the source of every quotation in the sentence; returns that of its indirect speech."""
        last: Source | None = None
        self._set_works_apart(s)
        self.memory.paragraph = s.paragraph
        self.memory.replied_to = self.exchange.speaking if self._replies(s) else None
        for index in s.quotes:
            one = self.quoted[s.words[index].quote]
            if one.work:
                continue
            self.memory.called, self.memory.own_sex = calls(one.text), own_sex(one.text)
            source = self._resumed(s, index) or source_of_quote(s, index, one.ending, self.memory)
            one.tagged = source is not None and (not titled(one.text) or closely_tagged(s, index))
            if source is None and last is not None:
                one.tagged = one.size < FEW_WORDS and not titled(one.text)
            one.source = source or last
            last = one.source
            if last is None and _is_tagged(s, index, one):
                self.context.unknown = s.paragraph
            one.awaits = last is None and self.context.unknown == s.paragraph
        self.memory.called, self.memory.own_sex = [], ""
        spoken = [index for index in s.quotes if not self.quoted[s.words[index].quote].work]
        attribute_parts(s, self._fragments_in(s), spoken, self.memory)
        indirect = reported(s, self.memory)
        for index in s.quotes:
            one = self.quoted[s.words[index].quote]
            if one.source is None and not one.work:
                one.source = last or indirect or self.context.source(number, s, index)
                one.continues = self._continues(s, one)
                one.awaits = self.context.unknown == s.paragraph and one.source is None
        return indirect if indirect is not None or not s.quotes else None

    def _set_works_apart(self, s: Sentence) -> None:
        """Marks the quoted words of a sentence that nobody said; titles become words of the sentence."""
        for index in [*s.quotes]:
            one = self.quoted[s.words[index].quote]
            one.work = one.text in self._works or nobodys(s, index, one.text)
            if one.work and titled(one.text):
                self._works.add(one.text)
                s.quotes.remove(index)
                stands = "," if one.ending == "," else _TITLE  # "on “Salt Water,” Smith said"
                s.words[index] = s.words[index]._replace(word=stands, quote=-1)
                s.low[index] = stands

    def _fragments_in(self, s: Sentence) -> list[Quoted]:
        found = self._fragments.get(s.paragraph)
        if found is None:
            return []
        bounds = (s.words[0].start, s.words[-1].end)
        first, last = (bisect_left(found, bound, key=lambda one: one.span.start) for bound in bounds)
        return found[first:last]

    def _replies(self, s: Sentence) -> bool:
        """“…,” he replied: is this the answer to what somebody else said in the paragraph before?"""
        answers = any(s.low[verb] in words.REPLYING for verb in s.verbs)
        first = s.words[0].start == self.paragraphs[s.paragraph].start
        turn = answers and first and bool(s.quotes) and self.exchange.paragraph == s.paragraph - 1
        return turn and not any(word in ("asked", "pressed", "when") for word in s.low)

    def _continues(self, s: Sentence, one: Quoted) -> bool:
        """A few words that go on with what the same person just said, or are a turn: "…,” she said. “No.”."""
        before = self.memory.focus_paragraph == s.paragraph and one.source == self.exchange.speaking
        alone = self.paragraphs[s.paragraph] == one.span.outer
        known = one.source is not None and (before or alone)
        return known and one.ending in STOPS and self.context.whole(s, one)

    def _resumed(self, s: Sentence, index: int) -> Source | None:
        """“A. “B,” he said: where a closing mark is missing in a paragraph the speaker stays the same,
        unless somebody is named."""
        number = s.words[index].quote
        if number == 0 or not self.quoted[number].span.resumes:
            return None
        before = self.quoted[number - 1]
        if before.span.paragraph != s.paragraph or before.source is None:
            return None
        after = index + 1
        named = after in s.starts or (after + 1 in s.starts and after in s.verbs)
        return None if named else before.source

    def _remember(self, s: Sentence, indirect: Source | None) -> None:
        speaking = [self.quoted[s.words[i].quote].source for i in s.quotes]
        speaker = next((source for source in reversed(speaking) if source is not None), indirect)
        self._note_dialogue(s, speaker)
        self.memory.spoke_last = speaker
        if not words.WRITINGS.isdisjoint(s.low):
            self.memory.writer, self.memory.writer_paragraph = speaker, s.paragraph
        self.context.unnamed = None
        subject = speaker or self.context.aside(s) or self.context.subject(s)
        self.memory.notice(s)
        if subject is not None and subject.kind == "person":
            self.memory.acting = set()
        elif self.context.unnamed is not None:
            self.memory.acting |= self.memory.bare.intersection(s.low[slice(*self.context.unnamed)])
        self.memory.attend(subject, s.paragraph)

    def _note_dialogue(self, s: Sentence, speaker: Source | None) -> None:
        if not s.quotes or (speaker is None and self.context.unknown != s.paragraph):
            return
        said = " ".join(self.quoted[s.words[index].quote].text for index in s.quotes)
        replies = any(s.low[verb] in words.REPLYING for verb in s.verbs)
        self.exchange.note(speaker or UNKNOWN, s.paragraph, said, replies=replies)

    def _indirect(self, s: Sentence, source: Source | None) -> list[tuple[Sequence[Token], Source]]:
        """The stretches of the sentence, outside quotation marks, that report what somebody said."""
        if not s.quotes:
            return told_of(s, source, self.memory) if source is not None else []
        made: list[tuple[Sequence[Token], Source]] = []
        begin = 0
        for index in [*s.quotes, len(s.words)]:
            piece = s.words[begin:index]
            owner = self._owner(s, begin, index) or source
            if owner is not None and self._reports(s, begin, index):
                made.append((piece, owner))
            begin = index + 1
        return made

    def _owner(self, s: Sentence, begin: int, end: int) -> Source | None:
        for index in (end, begin - 1):
            if 0 <= index < len(s.words) and s.words[index].quote >= 0:
                source = self.quoted[s.words[index].quote].source
                if source is not None:
                    return source
        return None

    def _reports(self, s: Sentence, begin: int, end: int) -> bool:
        """Is there more in this stretch than the reporting clause?"""
        verbs = [v for v in s.verbs if begin <= v < end]
        if begin == 0 and verbs:
            said = [word for word in s.low[verbs[0] + 1 : end] if word[0].isalnum()]
            return len(said) >= 2 and said[0] not in words.PREPOSITIONS
        if begin and goes_on(s, begin, end):
            return True
        leading = any(v < begin for v in s.verbs) and not verbs
        return leading and sum(word[0].isalnum() for word in s.low[begin:end]) >= 3

    def _direct(self, one: Quoted) -> Statement | None:
        few = one.size < FEW_WORDS and not one.tagged and not one.continues
        if one.work or few or not any(char.isalnum() for char in one.text):
            return None
        if not one.tagged and titled(one.text):
            return None
        if one.source is None and one.size < _PHRASE and one.ending.isalnum():
            return None
        label = one.source.label if one.source is not None else None
        return Statement(one.span.start, one.span.end, label, "direct")


def _is_name_line(s: Sentence) -> bool:
    """Is this nothing but a name, as the writer's is below the headline?"""
    return s.paragraph < _HEAD and len(s.names) == 1 and s.names[0].last - s.names[0].first == len(s.words)


def _named_in(one: Quoted) -> list[Mention]:
    """The names in quoted words; of the title of a work only those that begin with a given name."""
    named = mentions(one.words)
    return [m for m in named if m.name and is_given(m.name[0].lower())] if titled(one.text) else named


def _is_tagged(s: Sentence, index: int, one: Quoted) -> bool:
    """Does a reporting clause follow that nothing is found by: "…,” he said", "…,” the younger one said"?"""
    if index + 2 in s.verbs and s.low[index + 1] in words.PRONOUNS:
        return True
    return index == 0 and len(s.words) > 1 and one.ending == "," and not titled(one.text)


def less(made: list[Statement], fragments: list[Quoted], flat: str) -> list[Statement]:
    """The statements less the words quoted in them; pieces of hardly a word are left out."""
    for one in fragments:
        pieces = []
        for whole in made:
            if not whole.start <= one.span.start < whole.end:
                pieces.append(whole)
                continue
            outer = one.span.outer
            for start, end in ((whole.start, outer.start), (outer.end, whole.end)):
                text = flat[start:end].strip(_EDGES)
                if len(text.split()) >= FEW_WORDS:
                    first = flat.index(text, start)
                    pieces.append(Statement(first, first + len(text), whole.speaker, whole.voice))
        made = pieces
    return made
