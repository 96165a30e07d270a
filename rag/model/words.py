"""The words of a sentence beside those of a quote: which correspond, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.words import words
from rag.fact.signals import irregular

_SHORTEST_ROOT = 5
_LONGEST_ENDING = 3


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Function words that carry no claim: articles, forms of "have" and "do", relative "that", and the
# possessives and reflexives that change when somebody's words are reported ("our" becomes "their").
_EMPTY = _set(
    "a an the have has had having do does did that which who whom whose our their its his her my your ours "
    "ourselves themselves itself himself herself myself also"
)
_BE = _set("be is are was were been being am 's 're")
FIRST_PERSON = _set("i we me us my our mine ours myself ourselves")
THIRD_PERSON = _set("he she they him her them his hers their theirs")
# Left out of a quote, these turn it: negations, conditions, degrees, possibilities.
TURNING = frozenset(
    "not no never neither nor none nothing nobody without against can could may might must should would "
    "ought only almost nearly hardly few less more most some any all every each either both than before "
    "after since by like many much such".split()
)
_NEGATIONS = _set("not no never neither nor none nobody nothing without cannot")
CONDITIONS = frozenset("if unless whether until although though except while".split())
NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = _set("hundred thousand million billion trillion dozen")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands.

    stem: what is compared. written: as it stands, in lower case. content: carries meaning of its own.
    name: written with a capital, or in a script that has none, so that it may be a name.
    opens: nothing stands before it in its sentence.
    """

    start: int
    end: int
    stem: str
    written: str
    content: bool
    name: bool
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """pairs: (place in the sentence, place in the quote) of words that correspond, both rising.

    new: places in the sentence of words that the quote does not hold.
    moved: places of words that it holds, but in another order.
    """

    pairs: tuple[tuple[int, int], ...]
    new: tuple[int, ...]
    moved: tuple[int, ...]


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in order."""
    found: list[Token] = []
    base = irregular()
    for word in words(text):
        written = text[word.start : word.end]
        lower = written.lower().replace("’", "'")
        before = text[: word.start].rstrip(" \"'“‘„«»「『(")
        opens = not before or before[-1] in ".!?:;。！？\n"
        cased = written.lower() != written.upper()
        function = word.stop or lower in _BE or lower in TURNING or lower in CONDITIONS
        content = not function or written.isdecimal()
        found.append(
            Token(
                word.start,
                word.end,
                str(NUMBER_WORDS.get(lower, base.get(word.stem, word.stem))),
                lower,
                content,
                name=written[0].isupper() if cased else not written[0].isdecimal(),
                opens=opens,
            )
        )
    return tuple(found)


def align(sentence: Sequence[Token], quote: Sequence[Token], places: Sequence[int]) -> Alignment:
    """The longest common run, gaps allowed, of the content words at ``places`` and those of the quote."""
    mine = [place for place in places if sentence[place].content]
    theirs = [place for place, token in enumerate(quote) if token.content]
    length = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in range(len(mine) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            length[i][j] = (
                1 + length[i + 1][j + 1]
                if same(sentence[mine[i]], quote[theirs[j]])
                else max(length[i + 1][j], length[i][j + 1])
            )
    pairs = _closest(sentence, quote, mine, theirs, length)
    matched = {place for place, _ in pairs}
    rest = [place for place in mine if place not in matched]
    held = {place for place in rest if any(same(sentence[place], token) for token in quote if token.content)}
    return Alignment(pairs, tuple(place for place in rest if place not in held), tuple(sorted(held)))


def _closest(
    sentence: Sequence[Token],
    quote: Sequence[Token],
    mine: Sequence[int],
    theirs: Sequence[int],
    length: Sequence[Sequence[int]],
) -> tuple[tuple[int, int], ...]:
    """Of the longest common runs the one that begins where its words stand closest together."""
    best: tuple[tuple[int, int], ...] = ()
    if not mine or not theirs:
        return best
    for begin in range(len(theirs)):
        if length[0][begin] < length[0][0]:
            break
        pairs, i, j = [], 0, begin
        while i < len(mine) and j < len(theirs):
            if same(sentence[mine[i]], quote[theirs[j]]):
                pairs.append((mine[i], theirs[j]))
                i, j = i + 1, j + 1
            elif length[i + 1][j] >= length[i][j + 1]:
                i += 1
            else:
                j += 1
        if pairs and (not best or pairs[-1][1] - pairs[0][1] < best[-1][1] - best[0][1]):
            best = tuple(pairs)
    return best


def same(one: Token, other: Token) -> bool:
    """The same word, or, for words that are no names, two of one root ("discovery", "discovered")."""
    if one.stem == other.stem:
        return True
    if (one.name and not one.opens) or (other.name and not other.opens):
        return False
    short, long = sorted((one.stem, other.stem), key=len)
    root = short[: max(_SHORTEST_ROOT, len(short) - _LONGEST_ENDING)]
    return len(root) >= _SHORTEST_ROOT and long.startswith(root) and len(long) <= len(root) + _LONGEST_ENDING


def negations(found: Sequence[Token]) -> int:
    """How many of them negate: two in the place of one turn the meaning again."""
    return sum(token.written in _NEGATIONS or token.written.endswith("n't") for token in found)


def function_words(found: Sequence[Token]) -> frozenset[str]:
    """The function words among them that carry a claim, forms of "be" as one, negations as "not"."""
    kept: set[str] = set()
    for token in found:
        if token.content or token.written in _EMPTY:
            continue
        if token.written.endswith("n't") or token.written == "cannot":
            kept.add("not")
        elif token.written in _BE:
            kept.add("be")
        elif token.written not in FIRST_PERSON | THIRD_PERSON:
            kept.add(token.written)
    return frozenset(kept)
