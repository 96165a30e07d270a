"""Statements in an article: quotations and indirect speech, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from index.documents import Span
from rag import reporting as words
from rag.attribution import closely_tagged, source_of_quote
from rag.cast import Cast
from rag.clauses import QUOTE, Sentence
from rag.headlines import copy_sources, name_leads
from rag.indirect import goes_on, reported, stated, tagged_by, told_of
from rag.introductions import enlist
from rag.names import mentions
from rag.phrases import personal
from rag.prose import Token
from rag.quotations import quotations
from rag.quoted_parts import attribute_parts
from rag.quotes import Statement
from rag.source import Source
from rag.sources import Memory
from rag.streams import FEW_WORDS, STOPS, Quoted, quoted, sentence, sentences
from rag.subjects import clause_subject, named_after_comma
from rag.works import nobodys, titled

_LINKS = frozenset(
    {
        "in addition",
        "moreover",
        "furthermore",
        "besides",
        "also",
        "again",
        "still",
        "later",
        "finally",
        "then",
    }
)
_LONGEST_OPENING = 50  # tokens in which the subject of a sentence is looked for
_OPENING = 3  # tokens in which the subject of a short sentence stands
_LONGEST_CHAIN = 12  # sentences
_DIALOGUE = 4  # paragraphs within which two speakers take turns
_PHRASE = 5  # a quoted phrase of fewer words that nobody is named for is the writer's choice of words
_EDGES = " \n\t,.;:"


class Article:
    """One pass over the prose of a document."""

    def __init__(self, flat: str, paragraphs: list[Span], cast: Cast | None = None) -> None:
        self.flat = flat
        self.paragraphs = paragraphs
        self.quoted = [quoted(flat, span) for span in quotations(flat, paragraphs)]
        self.sentences = list(sentences(flat, paragraphs, self.quoted))
        self.cast = cast or Cast()
        # Names inside quotations join the cast only in full: their speakers use titles freely.
        for s in self.sentences:
            enlist(self.cast, s.words, s.names, full=True)
        for one in self.quoted:
            if not titled(one.text):
                enlist(self.cast, one.words, mentions(one.words), full=True)
        for s in self.sentences:
            enlist(self.cast, s.words, s.names, full=False)
        self.memory = Memory(self.cast)
        self._fragments: dict[int, list[Quoted]] = {}
        for one in self.quoted:
            if one.fragment:
                self._fragments.setdefault(one.span.paragraph, []).append(one)
        self._speaking: Source | None = None
        self._speaking_paragraph = -1
        self._other: Source | None = None
        self._other_paragraph = -1
        self._asked = -2  # the paragraph whose last quoted words were a question
        self._answered = -2  # the paragraph that answered, or replied to, what another said
        self._unnamed: tuple[int, int] | None = None  # the subject of the last sentence, if nobody speaks
        self._unknown = -2  # the paragraph with words of which the source is said, yet not known
        self._spoke: set[str] = set()  # labels of those quoted so far
        self._works: set[str] = set()  # titles met so far
        self._tags: set[int] = set()  # sentences that are nothing but a reporting clause

    def statements(self) -> list[Statement]:
        """Direct and reported statements, sorted."""
        made: list[Statement] = []
        for number, s in enumerate(self.sentences):
            indirect = self._attribute(number, s)
            theirs = [one for one in self._fragments_in(s) if one.source is not None]
            told = self._indirect(s, indirect)
            made += [] if number in self._tags else _around([stated(*one) for one in told], theirs, self.flat)
            if s.paragraph or s.words[-1].word in STOPS or len(self.paragraphs) == 1:  # not of a headline
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
        self.memory.paragraph = s.paragraph
        self.memory.replied_to = self._speaking if self._replies(s) else None
        for index in s.quotes:
            one = self.quoted[s.words[index].quote]
            one.work = one.text in self._works or nobodys(s, index, one.text)
            if one.work:
                if titled(one.text):
                    self._works.add(one.text)
                continue
            source = self._resumed(s, index) or source_of_quote(s, index, one.ending, self.memory)
            one.tagged = source is not None and (not titled(one.text) or closely_tagged(s, index))
            if source is None and last is not None:
                one.tagged = one.size < FEW_WORDS and not titled(one.text)
            one.source = source or last
            last = one.source
            if last is None and index + 2 in s.verbs and s.low[index + 1] in words.PRONOUNS:
                self._unknown = s.paragraph
            one.awaits = last is None and self._unknown == s.paragraph
        spoken = [index for index in s.quotes if not self.quoted[s.words[index].quote].work]
        attribute_parts(s, self._fragments_in(s), spoken, self.memory)
        indirect = reported(s, self.memory)
        for index in s.quotes:
            one = self.quoted[s.words[index].quote]
            if one.source is None and not one.work:
                one.source = last or indirect or self._from_context(number, s, index)
                one.continues = self._continues(s, one)
                one.awaits = self._unknown == s.paragraph and one.source is None
        return indirect if indirect is not None or not s.quotes else None

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
        turn = answers and bool(s.quotes) and self._speaking_paragraph == s.paragraph - 1
        return turn and not any(word in ("asked", "pressed", "when") for word in s.low)

    def _continues(self, s: Sentence, one: Quoted) -> bool:
        """ "…,” she said. “Nobody.”": a few words that go on with what the same person just said."""
        before = self.memory.focus_paragraph == s.paragraph and one.source == self._speaking
        answers = self._asked == s.paragraph - 1 and len(s.words) == 1
        known = one.source is not None and (before or answers)
        return known and one.ending in STOPS and self._whole(s, one)

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

    def _from_context(self, number: int, s: Sentence, index: int) -> Source | None:
        """The source of a quotation that its own sentence leaves open."""
        one = self.quoted[s.words[index].quote]
        if one.span.resumes and s.words[index].quote > 0:
            return self.quoted[s.words[index].quote - 1].source
        before = self.sentences[number - 1] if number else None
        if (
            before is not None
            and before.words[-1].word == ":"
            and index == 0
            and before.paragraph >= s.paragraph - 1
        ):
            opened = self._opened(before)
            if opened is not None:
                return opened
        chained = self._chain(number, s.words[index].quote)
        if chained is not None:
            return chained
        memory = self.memory
        if not self._whole(s, one):
            return self._woven(s, one, s.low[index - 1] if index else "")
        if self._unknown == s.paragraph:
            return None
        near = memory.focus if memory.focus_paragraph == s.paragraph else None
        return near or self._following_tag(number, s) or self._continued(s) or self._ahead(number, s)

    def _woven(self, s: Sentence, one: Quoted, before: str) -> Source | None:
        """Words in a sentence that reports nothing, where one person has the floor in the paragraph:
        "“It was quiet,” he says. The first night drew nine people, “half of them asleep”."

        before: the word or mark before them; after a colon they are a sentence of their own.
        """
        speaking = self._speaking if self._speaking_paragraph == s.paragraph else None
        alone = not s.verbs and not any(m.kind in ("person", "name") for m in s.names)
        alone = alone and not any(personal(word) for word in s.low[:_OPENING])  # "One diplomat was blunter"
        plain = one.size > FEW_WORDS and (one.text[0].islower() or before == ":") and not titled(one.text)
        return speaking if alone and plain and speaking == self.memory.focus else None

    def _chain(self, number: int, quote: int) -> Source | None:
        """The source given further on in a quotation of several paragraphs of which the last is closed."""
        ahead = quote + 1
        for following in self.sentences[number + 1 : number + _LONGEST_CHAIN]:
            for index in following.quotes:
                if following.words[index].quote != ahead or not self.quoted[ahead].span.resumes:
                    return None
                source = source_of_quote(following, index, self.quoted[ahead].ending, self.memory)
                if source is not None:
                    return source
                ahead += 1
        return None

    def _opened(self, before: Sentence) -> Source | None:
        """The source of a sentence that ends in a colon."""
        stand_in = sentence(
            [*before.words, Token(before.words[-1].end, before.words[-1].end, QUOTE, 0)], before.paragraph
        )
        return source_of_quote(stand_in, len(before.words), "", self.memory) or self._subject(before)

    def _whole(self, s: Sentence, one: Quoted) -> bool:
        """Do the quoted words make a sentence of their own, rather than a part of the writer's?"""
        rest = [i for i, token in enumerate(s.words) if token.quote < 0 and token.word[0].isalnum()]
        if rest and s.low[rest[0]] in words.CONJUNCTIONS:
            rest = rest[1:]
        linked = not rest or " ".join(s.low[i] for i in rest) in _LINKS
        return linked and (one.size > FEW_WORDS or one.ending in STOPS)

    def _following_tag(self, number: int, s: Sentence) -> Source | None:
        """“A.” Smith said on Friday. — a reporting clause that has nothing else to report."""
        if number + 1 >= len(self.sentences):
            return None
        following = self.sentences[number + 1]
        if following.paragraph != s.paragraph or following.quotes:
            return None
        source = tagged_by(following, self.memory)
        if source is not None:
            self._tags.add(number + 1)
        return source

    def _continued(self, s: Sentence) -> Source | None:
        """Whoever spoke or acted last; after a question in a dialogue, the other one."""
        memory = self.memory
        if memory.focus is None or memory.focus_paragraph < s.paragraph - 1:
            named = memory.only_one(s.paragraph - 1)
            return named if named is not None and named.label in self._spoke else None
        other, before = self._other, s.paragraph - 1
        asks = self.quoted[s.words[s.quotes[-1]].quote].ending == "?"
        turns = self._asked == before or (asks and self._answered == before)
        if turns and other is not None and self._other_paragraph >= s.paragraph - _DIALOGUE:
            return other
        return memory.focus

    def _ahead(self, number: int, s: Sentence) -> Source | None:
        """The source of the next attributed quotation of the same paragraph."""
        for following in self.sentences[number + 1 : number + 3]:
            if following.paragraph != s.paragraph:
                return None
            for index in following.quotes:
                ending = self.quoted[following.words[index].quote].ending
                source = source_of_quote(following, index, ending, self.memory)
                if source is not None:
                    return source
            source = reported(following, self.memory)
            if source is not None:
                return source
        return None

    def _subject(self, s: Sentence) -> Source | None:
        """The person whom a sentence is about, as its grammatical subject."""
        last = len(s.words) - 1 if s.words[-1].word in STOPS or s.words[-1].word == ":" else len(s.words)
        span = clause_subject(s, min(last, _LONGEST_OPENING))
        self._unnamed = span
        if span is None:
            return None
        source = self.memory.resolve(s, *span, clause=True)
        if source is not None and source.kind == "body":
            self.memory.attend_body(source, s.paragraph)
        if source is None or source.kind != "person":
            named = named_after_comma(s, span[1])
            source = self.memory.named(named) if named is not None else source
        return source if source is not None and source.kind == "person" else None

    def _remember(self, s: Sentence, indirect: Source | None) -> None:
        speaking = [self.quoted[s.words[i].quote].source for i in s.quotes]
        speaker = next((source for source in reversed(speaking) if source is not None), indirect)
        self._note_dialogue(s, speaker)
        if not words.WRITINGS.isdisjoint(s.low):
            self.memory.writer, self.memory.writer_paragraph = speaker, s.paragraph
        self._unnamed = None
        subject = speaker or self._subject(s)
        self.memory.notice(s)
        if subject is not None and subject.kind == "person":
            self.memory.acting = set()
        elif self._unnamed is not None:
            self.memory.acting |= self.memory.bare.intersection(s.low[slice(*self._unnamed)])
        self.memory.attend(subject, s.paragraph)

    def _note_dialogue(self, s: Sentence, speaker: Source | None) -> None:
        """Keeps who spoke before the last speaker, and whether the last words were a question."""
        if speaker is None or not s.quotes:
            return
        self._spoke.add(speaker.label)
        if self._speaking is not None and self._speaking != speaker:
            self._other, self._other_paragraph = self._speaking, self._speaking_paragraph
        self._speaking, self._speaking_paragraph = speaker, s.paragraph
        ending = self.quoted[s.words[s.quotes[-1]].quote].ending
        replies = self._asked == s.paragraph - 1 or any(s.low[verb] in words.REPLYING for verb in s.verbs)
        self._answered = s.paragraph if replies else -2
        self._asked = s.paragraph if ending == "?" else -2

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


def _around(made: list[Statement], fragments: list[Quoted], flat: str) -> list[Statement]:
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
