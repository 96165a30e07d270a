"""An article cut into sentences in which every quotation is one word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from index.documents import Span
from rag.abroad.reporting import FOREIGN
from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.clauses import COMMAS, QUOTE, Sentence, could_report, is_verb, passive
from rag.speech.datelines import is_byline, past_dateline
from rag.speech.names import Mention, mentions
from rag.speech.prose import Token, tokens
from rag.speech.quotations import Quotation
from rag.speech.source import Source
from rag.speech.subjects import HARD, subject_before
from rag.speech.works import nickname

_LONGEST_SENTENCE = 400  # tokens; a longer one is cut, so that hostile text costs no more than plain
_CLOSING = "'\"’”"  # marks of a quotation that ends with the one around it
_SOON = 12  # tokens after a quotation within which its reporting verb stands
_SHORTEST_PAST = 5  # letters of a past tense that its ending gives away
# "he's worried", "they'd said": the pronoun alone.
_CONTRACTED = re.compile(
    r"(?<=^he)'(?:s|d|ll)$|(?<=^she)'(?:s|d|ll)$|(?<=^it)'(?:s|d|ll)$|(?<=^they)'(?:re|d|ll|ve)$"
)
STOPS = frozenset(".!?…。！？")
FEW_WORDS = 3  # a quotation of fewer is no statement unless a reporting verb stands next to it


@dataclass(slots=True)
class Quoted:
    """A quotation met in a sentence: where it stands, what it says, and whose it is found to be.

    size: its words, counted. ending: its last character. tagged: its own sentence says whose it is.
    fragment: it is a word or two of the writer's sentence, and stays words there.
    work: it is the title of a column, a show, a book.
    awaits: "he" or "she" said it, of whom the text has named nobody yet.
    continues: it is a sentence that goes on with what the same speaker said in the paragraph.
    """

    span: Quotation
    text: str
    size: int
    ending: str
    words: list[Token] = field(default_factory=list)
    source: Source | None = None
    tagged: bool = False
    fragment: bool = False
    work: bool = False
    continues: bool = False
    awaits: bool = False


def quoted(flat: str, span: Quotation) -> Quoted:
    """The quotation with its words, yet without a source."""
    text = flat[span.start : span.end]
    size = len(text.split())
    made = Quoted(span, text, size, (text.rstrip(_CLOSING) or text)[-1:])
    made.fragment = size < FEW_WORDS and text[:1].islower() and made.ending.isalnum()
    return made


def sentences(flat: str, paragraphs: Sequence[Span], quotations: Sequence[Quoted]) -> Iterator[Sentence]:
    """All sentences in order; hands each quotation the tokens that it is made of."""
    waiting = 0
    for number, paragraph in enumerate(paragraphs):
        mine: list[int] = []
        while waiting < len(quotations) and quotations[waiting].span.paragraph == number:
            mine.append(waiting)
            waiting += 1
        if not mine and is_byline(flat, paragraph):
            continue
        prose = Span(past_dateline(flat, paragraph), paragraph.end)
        stream = _stream(tokens(flat, prose), mine, quotations)
        for part in _split(_without_nicknames(stream, quotations), quotations):
            yield sentence(part, number)


def _plain(word: str) -> str:
    """ "he's" as "he", "s'indigne" as "indigne"."""
    return word[2:] if word[1:2] == "'" and word[2:] in FOREIGN else _CONTRACTED.sub("", word)


def sentence(tokens: list[Token], paragraph: int) -> Sentence:
    """Analyses the tokens of one sentence."""
    low = [_plain(token.word.lower()) if "'" in token.word else token.word.lower() for token in tokens]
    names = mentions(tokens)
    starts = {mention.first: mention for mention in names}
    ends = {mention.last: mention for mention in names}
    inside = {index for mention in names for index in range(mention.first + 1, mention.last)}
    quotes = [index for index, token in enumerate(tokens) if token.quote >= 0]
    made = Sentence(tokens, paragraph, low, names, starts, ends, inside, quotes, [])
    made.verbs = [i for i, word in enumerate(low) if could_report(word) and is_verb(made, i)]
    unlisted = [i for i, word in enumerate(low) if word.endswith("ed") and _beside_quote(made, i)]
    made.verbs = sorted({*made.verbs, *unlisted})
    return made


def _beside_quote(s: Sentence, index: int) -> bool:
    """Does a verb that no list knows stand between a person and words in quotation marks?

    "Smith, 45, whooped, “…”", "“…,” harrumphed Smith".
    """
    word, before = s.low[index], s.low[index - 1] if index else ""
    if len(word) < _SHORTEST_PAST or not s.words[index].word.islower() or passive(s, index):
        return False
    if before == QUOTE or s.words[index - 1].quote >= 0:
        after = s.starts.get(index + 1)
        closing = after is not None and (after.last >= len(s.words) or s.low[after.last] in HARD | COMMAS)
        return after is not None and after.kind in ("person", "name") and closing
    if s.low[index + 1 : index + 2] not in ([","], [":"]) or index + 2 not in s.quotes:
        return False
    subject = subject_before(s, index)
    return subject is not None and (subject[0] in s.starts or s.low[subject[0]] in words.PRONOUNS)


def _stream(cut: list[Token], mine: list[int], quotations: Sequence[Quoted]) -> list[Token]:
    """The paragraph's tokens, each quotation made one token; scare quotes stay words."""
    stream: list[Token] = []
    queue = iter(mine)
    number = next(queue, -1)
    inside = False
    for token in cut:
        while number >= 0 and token.start >= quotations[number].span.outer.end:
            number, inside = next(queue, -1), False
        if number < 0 or token.start < quotations[number].span.outer.start:
            stream.append(token)
            continue
        span = quotations[number].span
        quotations[number].words.append(token)
        if quotations[number].fragment:
            if span.start <= token.start < span.end:
                stream.append(token)
        elif not inside:
            stream.append(Token(span.outer.start, span.outer.end, QUOTE, number))
            inside = True
    return stream


def _without_nicknames(stream: list[Token], quotations: Sequence[Quoted]) -> list[Token]:
    listed = [token.word for token in stream]
    return [
        token
        for index, token in enumerate(stream)
        if token.quote < 0 or quotations[token.quote].size > FEW_WORDS or not nickname(listed, index)
    ]


def nicknames(
    sentences: Iterable[Sentence], quotations: Sequence[Quoted]
) -> Iterator[tuple[Quoted, Mention]]:
    """Every nickname in quotation marks within a name, and that name."""
    held = [one for one in quotations if one.size <= FEW_WORDS]
    for s in sentences if held else ():
        for mention in s.names:
            start, end = s.words[mention.first].start, s.words[mention.last - 1].end
            first = bisect_left(held, start, key=lambda one: one.span.start)
            if first < len(held) and held[first].span.start < end and len(mention.name) > 1:
                yield held[first], mention


def _split(stream: list[Token], quotations: Sequence[Quoted]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for index, token in enumerate(stream):
        part.append(token)
        last = index + 1 == len(stream)
        may_stop = token.quote >= 0 or token.word[-1] in STOPS
        if last or len(part) >= _LONGEST_SENTENCE or (may_stop and _stops(stream, index, quotations)):
            yield part
            part = []


def _stops(stream: list[Token], index: int, quotations: Sequence[Quoted]) -> bool:
    """Does a sentence end after this quotation or full stop, which is not the last token?"""
    token, following = stream[index], stream[index + 1]
    if token.quote >= 0:
        return _stops_after_quote(stream, index, quotations[token.quote].ending)
    capital = following.word[0].isupper()
    if len(token.word) == 1:
        return capital or following.quote >= 0 or not following.word[0].isalpha()
    return capital and (token.word[0] == "." or following.word.lower() in lexicon.NOT_NAMES)


def _stops_after_quote(stream: list[Token], index: int, ending: str) -> bool:
    following = stream[index + 1]
    if following.quote >= 0:
        return ending in STOPS or ending == ","
    if ending not in STOPS:
        return False
    if following.word == "(" or (following.word[0].isdigit() and ending in ".。"):
        return True
    return following.word[0].isupper() and (ending in ".。" or not _reports_soon(stream, index + 1))


def _reports_soon(stream: Sequence[Token], index: int) -> bool:
    """Does a reporting verb follow within a few words and before any stop?"""
    for spot, token in enumerate(stream[index : index + _SOON], index + 1):
        if token.quote >= 0 or token.word in STOPS:
            return False
        word = token.word.lower()
        ahead = {after.word for after in stream[spot : spot + 1]}
        if word in words.REPORTING and (word not in words.IDIOMS or words.IDIOMS[word] & ahead):
            return True
    return False
