"""Indirect speech: whose statement a sentence without quotation marks reports, if it reports one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rag.abroad.reporting import FOREIGN
from rag.quotes import Statement
from rag.speech import reporting as words
from rag.speech.attribution import COMMAS, ENDS, quoted_as, source_of_verb
from rag.speech.clauses import QUOTE, Sentence
from rag.speech.prose import Token
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.subjects import according_to, clause_start, subject_before

_CONDITIONS = frozenset("if whether unless until when".split())
_INVERTED = frozenset("should were had did".split())
_AMOUNTS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozen hundred
    hundreds half third quarter""".split()
)
_NEXT = 3  # words after a threat in which it is told
_SOON = 6  # words after a verb in which its "that" is looked for
_SAID = frozenset("this it so".split())
_HOWEVER = frozenset("but while whereas".split())
_VAGUE = frozenset("it they".split())
_CONTRASTS = _HOWEVER | {"and"}
_LEAST_TOLD = 4  # tokens
_STOPS = frozenset(".!?")
_SUMS = frozenset("million billion thousand m bn per percent crowns euros dollars pounds".split())
_CLOSING = 8  # tokens of a reporting clause at the end of its sentence


def reported(s: Sentence, memory: Memory) -> Source | None:
    """The source of a sentence of indirect speech, or None if nobody's speech is reported."""
    span = according_to(s)
    if span is not None:
        return memory.resolve(s, *span)
    closing = _closing_tag(s)
    if closing >= 0 and (source := source_of_verb(s, closing, memory)) is not None:
        return source
    for verb in s.verbs:
        quoted = quoted_as(s, verb)
        if quoted is not None:
            return memory.resolve(s, *quoted)
        word = s.low[verb]
        if word not in words.STATING and word not in FOREIGN and word not in words.BY_CONTENT:
            continue
        if verb and s.words[verb - 1].quote >= 0:
            continue
        leads = _leads_sentence(s, verb) and not _is_sum(s, verb)
        source = source_of_verb(s, verb, memory) if leads else None
        if source is not None and word in words.SPEAKING and source.kind == "group":
            return None  # "the two presidents spoke of bridges": with each other
        if source is not None and _has_content(s, verb):
            _learn_sex(s, verb, source)
            return source
    return None


def _is_sum(s: Sentence, verb: int) -> bool:
    """ "The | 12 million crowns | promised in May": money says nothing."""
    spot = subject_before(s, verb)
    told = s.low[spot[0] : spot[1]] if spot is not None else []
    return any(
        word[0].isdigit() and (after in _SUMS or word[-1] in "%") for word, after in pairwise([*told, ""])
    )


def _closing_tag(s: Sentence) -> int:
    """ "Two hundred have asked for the form, Smith | said |.": the verb of such a clause, or -1."""
    last = len(s.words) - 1 - (s.low[-1] in _STOPS)
    if s.quotes or not s.verbs or s.verbs[-1] != last or s.low[last] not in words.SAYING:
        return -1
    teller = s.ends.get(last)
    named = teller is not None and teller.kind in ("person", "name") and s.low[teller.first - 1] in COMMAS
    return last if named and teller is not None and teller.first > _LEAST_TOLD else -1


def told_of(s: Sentence, source: Source, memory: Memory) -> list[tuple[Sequence[Token], Source]]:
    """The stretches of a sentence of indirect speech with whose each is: the whole of it the source's, or
    from where another answers that one's: "Smith asked who would pay, | and Jones replied that …"."""
    for verb in s.verbs[1:]:
        found = subject_before(s, verb)
        first = found[0] - 1 if found is not None else 0
        if found is None or first < 1 or s.low[first] not in _CONTRASTS:
            continue
        parted = s.low[first - 1] in COMMAS
        named = s.low[found[0]] not in _VAGUE and not s.low[found[1] - 1].endswith("'s")
        says = sum(word[0].isalnum() for word in s.low[verb + 1 :]) > 1 and _has_content(s, verb)
        other = memory.resolve(s, *found) if parted or s.low[first] in _HOWEVER else None
        if named and says and other is not None and other != source:
            return [(s.words[: first - parted], source), (s.words[first + 1 :], other)]
    return [(s.words, source)]


def goes_on(s: Sentence, begin: int, end: int) -> bool:
    """Is more told, between these tokens, of what the one said who is quoted before: "called it “a raid” |
    and demanded that it stop", "said that it was “a raid” | and that it had to stop"?"""
    first = begin + (s.low[begin:end][:1] == [","])
    if first + 1 >= end or s.low[first] not in words.CONJUNCTIONS:
        return False
    return (first + 1 in s.verbs or s.low[first + 1] == "that") and end - first > _LEAST_TOLD


def stated(piece: Sequence[Token], source: Source) -> Statement:
    """The statement that such a stretch is."""
    return Statement(piece[0].start, piece[-1].end, source.label, "reported")


def _learn_sex(s: Sentence, verb: int, source: Source) -> None:
    """ "Sgt Smith said that she …": tells the sex of a person whose name does not."""
    if source.person is None or source.person.gender:
        return
    after = s.low[verb + 1 : verb + _SOON]
    if after[:1] == ["that"]:
        after = after[1:]
    elif "that" in after:
        after = after[after.index("that") + 1 :]
    if after[:1] in (["he"], ["she"]):
        source.person.gender = words.PRONOUNS[after[0]]


def _leads_sentence(s: Sentence, verb: int) -> bool:
    """Is this the verb of the main clause, or of a clause that closes the sentence?"""
    found = subject_before(s, verb)
    if _is_supposed(s, verb, found):
        return False
    if found is None:
        return True
    first = found[0]
    if _restricts(s, verb) and first > clause_start(s, verb) + 1:
        return False
    if verb >= len(s.words) - _CLOSING or first <= clause_start(s, verb) + 1:
        return True
    opened = s.low[clause_start(s, verb)] in words.PREPOSITIONS and not any(
        low in COMMAS for low in s.low[clause_start(s, verb) : first]
    )
    if opened and s.low[first] in words.PRONOUNS:
        return True  # "In a letter | he told them that …"
    return s.low[first - 1] in COMMAS or s.low[first - 1] in words.CONJUNCTIONS


def _is_supposed(s: Sentence, verb: int, subject: tuple[int, int] | None) -> bool:
    """Is the verb's clause a condition or a measure: "better than the mayor had promised", "should the mayor
    agree to it", "if Congress said no, she laughs", "asked whether he agreed with what she said"?"""
    near = s.low[max(0, verb - _SOON) : verb]
    if "than" in near and "," not in near and not _is_amount(near[near.index("than") + 1 :][:2]):
        return True
    if subject is None:
        return False
    before = s.low[max(0, subject[0] - 2) : subject[0]]
    return s.low[subject[0]] in _INVERTED or (
        bool(before)
        and (
            before[-1] in _CONDITIONS
            or (before[-1] == "what" and before[0] in words.PREPOSITIONS)
            or (before[-1] in ("as", "when") and _says_it(s, verb))
        )
    )


def _is_amount(after: Sequence[str]) -> bool:
    """ "More than | two hundred | skippers said that …": nothing is measured by what they said."""
    return any(word[0].isdigit() or word in _AMOUNTS for word in after)


def _says_it(s: Sentence, verb: int) -> bool:
    """ "As he | says | this his son looks up": what was said before, in a clause about another matter."""
    return s.low[verb - 1] in words.PRONOUNS and not _SAID.isdisjoint(s.low[verb + 1 : verb + 2])


def _restricts(s: Sentence, verb: int) -> bool:
    """ "Met guards who | complained |": is this the verb of a clause that only tells which ones?"""
    return verb > 1 and s.low[verb - 1] in words.RELATIVES and s.low[verb - 2] not in COMMAS


def _has_content(s: Sentence, verb: int) -> bool:
    """Does the verb report something: a clause after it, or, at the end of the sentence, before it?"""
    after = [word for word in s.low[verb + 1 :] if word[0].isalnum() or word == QUOTE]
    # "Smith, asked for comment, left": he was.
    asked = s.low[verb] in words.ASKING and s.low[verb - 1 : verb] == [","] and "," in s.low[verb:]
    if not asked and _takes_side(s.low[verb], after):
        return True
    known = _by_content(s.low[verb], after)
    if known is not None:
        return known
    if s.low[verb] in words.THREATENING:  # water threatens lives, a union to strike
        return not words.THREATS.isdisjoint(after[:_NEXT])
    if after and s.low[verb] in words.NEEDS_THAT and not any(word in words.THAT for word in after[:_SOON]):
        return False
    if len(after) >= 2:
        return True
    return sum(word[0].isalnum() for word in s.low[:verb]) >= 5


def _takes_side(verb: str, after: Sequence[str]) -> bool:
    """Does a preposition make a verb tell a stand: "called for a ban", "spoke against the toll"?"""
    for opening in words.SIDES.get(verb, ()):
        side = opening.split()
        if after[: len(side)] == side:
            about = after[len(side) :]
            lasts = verb not in words.WANTING and any(word in words.TIMES for word in about[:_SOON])
            return bool(about) and not lasts  # "argued for an hour"
    return False


def _by_content(verb: str, after: Sequence[str]) -> bool | None:
    """Whether a verb that can report as well as tell does report; None for any other verb."""
    if verb in words.ASKING:
        aim = next((spot for spot, word in enumerate(after[:_SOON]) if word in ("to", "for")), 0)
        petitions = after[:1] == ["that"] or not words.DECIDING.isdisjoint(after[:aim])
        return petitions or any(word in words.QUESTIONS for word in after[:_SOON])
    if verb in words.THINKING:
        return after[:1] == ["that"]
    if verb in words.SPEAKING:
        return after[:1] == ["of"] and len(after) > 2
    if verb in words.JUDGING:
        return "as" in after or "among" in after or "fact" in after
    if verb in words.WISHING or (verb in words.IDIOMS and after[:1] == ["to"]):
        return False
    return True if verb in words.STANDING else None


def tagged_by(s: Sentence, memory: Memory) -> Source | None:
    """The source of a sentence that is nothing but a reporting clause: "Smith said on Friday."."""
    if not s.verbs:
        return None
    verb = s.verbs[0]
    rest = s.low[verb + 1 :]
    if "that" in rest or any(v > verb and not s.low[v].endswith("ing") for v in s.verbs):
        return None
    adjunct = not rest or rest[0] in ENDS or rest[0] in words.PREPOSITIONS or rest[0] in words.ADVERBS
    if not adjunct and rest[0] not in ("recently", "when", "while", ",", "via", "reporters", "journalists"):
        return None
    if s.low[verb] not in words.SAYING:
        return None
    found = subject_before(s, verb)
    return memory.resolve(s, *found) if found is not None and found[1] <= 12 else None
