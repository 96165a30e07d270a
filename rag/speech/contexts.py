"""Whose quoted words are that their own sentence leaves open: by what stands before and after them."""

from __future__ import annotations

from bisect import bisect_left

from index.documents import Span
from rag.asked.phrases import personal
from rag.speech import reporting as words
from rag.speech.appositions import named_after_comma
from rag.speech.attribution import source_of_quote
from rag.speech.cast import Cast
from rag.speech.clauses import QUOTE, Sentence
from rag.speech.exchanges import UNKNOWN, Exchange
from rag.speech.indirect import reported, tagged_by
from rag.speech.prose import Token
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.streams import FEW_WORDS, STOPS, Quoted, sentence
from rag.speech.subjects import clause_subject
from rag.speech.vocatives import calls, is_called
from rag.speech.works import titled

_LINKS = frozenset("in addition,moreover,furthermore,besides,also,again,still,later,finally,then".split(","))
_LONGEST_OPENING = 50  # tokens in which the subject of a sentence is looked for
_OPENING = 3  # tokens in which the subject of a short sentence stands
_LONGEST_CHAIN = 12  # sentences


class Context:
    """What a pass over an article knows of who speaks, besides the sentence that is read.

    asked: the person asked in an interview. prompts: what is asked there, by the paragraph of the answer.
    unnamed: the subject of the last sentence, if nobody speaks.
    unknown: the paragraph with words of which the source is said, yet not known. tags: the sentences that
    are nothing but a reporting clause.
    """

    def __init__(
        self, paragraphs: list[Span], quoted: list[Quoted], sentences: list[Sentence], memory: Memory
    ) -> None:
        self.paragraphs = paragraphs
        self.quoted = quoted
        self.sentences = sentences
        self.memory = memory
        self.cast: Cast = memory.cast
        self.exchange = Exchange(memory.cast)
        self.asked: Source | None = None
        self.prompts: dict[int, Span] = {}
        self.unnamed: tuple[int, int] | None = None
        self.unknown = -2
        self.tags: set[int] = set()

    def source(self, number: int, s: Sentence, index: int) -> Source | None:
        """The source of a quotation that its own sentence leaves open."""
        one = self.quoted[s.words[index].quote]
        if one.span.resumes and s.words[index].quote > 0:
            return self.quoted[s.words[index].quote - 1].source
        found = self._opened_above(number, s, index) or self._chain(number, s.words[index].quote)
        opens = s.words[index].start == self.paragraphs[s.paragraph].start
        if found is None and (opens or s.paragraph in self.prompts):
            found = self.asked
        if found is not None:
            return found
        if not self.whole(s, one):
            return self._woven(s, one, s.low[index - 1] if index else "")
        if self.unknown == s.paragraph or self._heads(one):
            return None
        return self._by_turn(number, s, one.text)

    def is_prompt(self, s: Sentence) -> bool:
        """Is this sentence part of a question of an interview? The first one tells who is asked."""
        own = self.prompts.get(s.paragraph) or self.prompts.get(s.paragraph + 1)
        if own is None or not own.start <= s.words[0].start < own.end or s.quotes:
            return False
        asked = self.memory.only_one(s.paragraph - 1) or self.memory.protagonist
        self.asked = self.asked or asked
        return True

    def _by_turn(self, number: int, s: Sentence, said: str) -> Source | None:
        near = self.memory.focus if self.memory.focus_paragraph == s.paragraph else None
        if near is not None:
            return self._unless_called(near, s, said)
        return self._following_tag(number, s) or self._continued(s, said) or self._ahead(number, s)

    def _opened_above(self, number: int, s: Sentence, index: int) -> Source | None:
        """The source that the sentence before names, which ends in a colon."""
        before = self.sentences[number - 1] if number else None
        if before is None or index or before.words[-1].word != ":" or before.paragraph < s.paragraph - 1:
            return None
        return self._opened(before)

    def _heads(self, one: Quoted) -> bool:
        """Are the words a paragraph without a stop, as a heading in quotation marks is?"""
        alone = self.paragraphs[one.span.paragraph] == one.span.outer
        return alone and one.span.closed and one.ending.isalnum()

    def _woven(self, s: Sentence, one: Quoted, before: str) -> Source | None:
        """Words in a sentence that reports nothing, where one person has the floor in the paragraph:
        "“It was quiet,” he says. The first night drew nine people, “half of them asleep”."

        before: the word or mark before them; after a colon they are a sentence of their own.
        """
        speaking = self.exchange.speaking if self.exchange.paragraph == s.paragraph else None
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
        return source_of_quote(stand_in, len(before.words), "", self.memory) or self.subject(before)

    def whole(self, s: Sentence, one: Quoted) -> bool:
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
            self.tags.add(number + 1)
        return source

    def _continued(self, s: Sentence, said: str) -> Source | None:
        """Whoever spoke or acted last; where two talk with each other, the other one."""
        memory, exchange = self.memory, self.exchange
        above = s.paragraph - 1 - self._only_asks(s.paragraph - 1)
        if memory.focus is None or memory.focus_paragraph < above:
            named = memory.only_one(s.paragraph - 1)
            return named if named is not None and named.label in exchange.spoke else None
        other = exchange.turn(s.paragraph, said)
        if other is not None or exchange.is_unknown(memory.focus_paragraph):
            return None if other is UNKNOWN else other
        return self._unless_called(memory.focus, s, said)

    def _only_asks(self, paragraph: int) -> bool:
        """Is this paragraph nothing but a short question of the writer's, which names nobody?"""
        first = bisect_left(self.sentences, paragraph, key=lambda s: s.paragraph)
        asked = self.sentences[first : first + 2]
        one = len(asked) == 2 and asked[1].paragraph > paragraph == asked[0].paragraph
        return one and asked[0].words[-1].word == "?" and not asked[0].quotes and not asked[0].names

    def _unless_called(self, source: Source, s: Sentence, said: str) -> Source | None:
        """The source, or the other speaker where the words call this one."""
        if not is_called(source, calls(said), self.cast):
            return source
        other = self.exchange.partner(s.paragraph)
        return other if other != source else None

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

    def aside(self, s: Sentence) -> Source | None:
        """ "Her mother, | she | added, was ill": who tells what a sentence says, between commas."""
        for verb in s.verbs:
            told = s.low[verb] in words.SAYING and s.low[verb - 1] in ("he", "she")
            if told and verb > 1 and s.low[verb - 2] == "," and s.low[verb + 1 : verb + 2] == [","]:
                return self.memory.resolve(s, verb - 1, verb)
        return None

    def subject(self, s: Sentence) -> Source | None:
        """The person whom a sentence is about, as its grammatical subject."""
        last = len(s.words) - 1 if s.words[-1].word in STOPS or s.words[-1].word == ":" else len(s.words)
        span = clause_subject(s, min(last, _LONGEST_OPENING))
        self.unnamed = span
        if span is None:
            return None
        source = self.memory.resolve(s, *span, clause=True)
        focus, sex = self.memory.focus, words.PRONOUNS.get(s.low[span[0]], "")
        if source is None and sex in ("m", "f") and focus is not None and focus.gender not in ("", sex):
            self.unknown = s.paragraph  # "He bowed his head. “…”", of whom nobody has been named
        if source is not None and source.kind == "body":
            self.memory.attend_body(source, s.paragraph)
        if source is None or source.kind != "person":
            named = named_after_comma(s, span[1])
            source = self.memory.named(named) if named is not None else source
        if source is not None and source.kind == "name" and s.low[span[1] : span[1] + 1] == [","]:
            return source if s.low[span[1] + 1 : span[1] + 2] in (["asked"], ["pressed"]) else None
        return source if source is not None and source.kind == "person" else None
