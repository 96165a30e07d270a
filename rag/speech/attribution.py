"""Whose words a quotation is: read off the sentence it stands in."""

from __future__ import annotations

from rag.abroad.reporting import AFTER_WORDS, FOREIGN
from rag.speech import reporting as words
from rag.speech.appositions import apposed_person, named_after_comma, self_named
from rag.speech.clauses import Sentence, passive, progressive
from rag.speech.given_names import is_given
from rag.speech.names import Mention
from rag.speech.own_words import owner_of_words
from rag.speech.passives import passively
from rag.speech.portraying import FRAMED
from rag.speech.source import Source
from rag.speech.sources import Memory
from rag.speech.subjects import clause_subject, phrase_after, subject_before, subordinate_subject
from rag.speech.writers import writer_of

COMMAS = frozenset({",", "--", "—", "–", "-", "―"})
ENDS = frozenset({".", "!", "?", ";", ":", "…"})
_RUNS_ON = tuple(",?!…—–-")  # how quoted words end when their reporting clause follows
LONGEST_TAG = 45  # tokens
_WITH = 6  # tokens between "with" and a participle
_WITHIN = 9  # tokens between a participle and the quotation it introduces
_ADJACENT = 6  # tokens between a verb and the quotation it introduces


def source_of_quote(s: Sentence, index: int, ending: str, memory: Memory) -> Source | None:
    """The source of the quotation at a token of its sentence; ``ending`` is its last character."""
    near = _introduced(s, index, memory, closely=True) or owner_of_words(s, index, memory)
    if near is None and index and (s.low[index - 1] == ":" or _contrasted(s, index) or _of_self(s, index)):
        near = _introduced(s, index, memory, closely=False)
    if near is not None:
        return near
    whole = index == 0 and not ending.isalnum()
    if whole or ending in _RUNS_ON or _comma_after(s, index) or _abuts(s, index):
        after = _tag_after(s, index, ending, memory)
        if after is not None:
            return after
    return passively(s, index, memory) or _introduced(s, index, memory, closely=False)


def sayer(s: Sentence, verb: int) -> int:
    """The verb of saying on which a clause with this verb of thinking or showing depends, else itself.

    "Smith | said | that the council regarded it as “…”", "told us that the minister had offered “…”"
    """
    if s.low[verb] not in words.WEAK:
        return verb
    for spot in range(verb - 1, max(-1, verb - LONGEST_TAG), -1):
        written = s.low[spot] == "which" and s.low[spot - 1] == "in"  # "a note in which she offered “…”"
        if written or s.words[spot].quote >= 0 or s.low[spot] in (";", "."):
            break
        if spot in s.verbs and s.low[spot] in words.SAYING:
            return spot
    return verb


def _contrasted(s: Sentence, index: int) -> bool:
    """Does another clause, with a subject of its own, follow: "“…,” while Jones said …"?"""
    spot = index + 2 if _comma_after(s, index) else index + 1
    return spot < len(s.words) and s.low[spot] in ("while", "whereas", "but", "although", "though")


def _of_self(s: Sentence, index: int) -> bool:
    """ "a baker who describes | herself as | “…,” wrote to us": are these words for the one who says them?"""
    return s.low[index - 1] == "as" and s.low[index - 2] in ("himself", "herself", "themselves", "itself")


def _abuts(s: Sentence, index: int) -> bool:
    """Does a bare reporting clause follow without a comma: “…” said Smith, “…” he said?"""
    after = index + 1
    mention = s.starts.get(after)
    if mention is not None:
        after = mention.last
    elif after < len(s.words) and s.low[after] in words.PRONOUNS:
        after += 1
    return after in s.verbs


def closely_tagged(s: Sentence, index: int) -> bool:
    """Does a reporting clause touch the quotation, so that even a title in it is somebody's words?"""
    if index and (s.low[index - 1] in (",", ":", "that") or index - 1 in s.verbs):
        return bool(s.verbs)
    return index + 1 < len(s.words) and (
        index + 1 in s.verbs or index + 2 in s.verbs or _comma_after(s, index)
    )


def _comma_after(s: Sentence, index: int) -> bool:
    return index + 1 < len(s.words) and s.low[index + 1] in COMMAS


def _tag_after(s: Sentence, index: int, ending: str, memory: Memory) -> Source | None:
    """The reporting clause after a quotation: "…,” Smith said" or "…,” said Smith"."""
    first = index + 1
    while first < len(s.words) and (s.low[first] in COMMAS or s.low[first] in ("as", "also", "then", "(")):
        first += 1
    if first >= len(s.words) or s.words[first].quote >= 0 or s.low[first : first + 2] == ["and", "that"]:
        return None
    stop = first
    while (
        stop < len(s.words)
        and (s.words[stop].quote < 0 or s.low[stop - 1] == "the")  # "the “Salt Water” singer said"
        and s.low[stop] not in ENDS
        and stop - first < LONGEST_TAG
    ):
        stop += 1
    credited = _credited(s, first)
    if credited is not None:
        return memory.resolve(s, *credited)
    for verb in s.verbs:
        if first <= verb < stop and (quoted := quoted_as(s, verb)) is not None:
            return memory.resolve(s, *quoted)
    tags = (v for v in s.verbs if first <= v < stop and (not s.low[v].endswith("ing") or _recorded(s, v)))
    verb = next(tags, -1)
    if verb >= 0:
        return _from_verb(s, first, verb, memory)
    if ending not in _RUNS_ON and not _comma_after(s, index):
        return None
    return _without_verb(s, first, memory)


def _credited(s: Sentence, first: int) -> tuple[int, int] | None:
    """ "“…,” according to | Smith |", "„…“, so | Petra Lang |": the phrase after a word for the source."""
    if s.low[first] in ("according", "per", "via"):
        return phrase_after(s, first + (2 if s.low[first] == "according" else 1))
    if s.low[first] not in AFTER_WORDS:
        return None
    begin, end = phrase_after(s, first + 1)
    closed = end >= len(s.words) or s.low[end] in ENDS or s.low[end] in COMMAS
    return (begin, end) if begin < end and closed else None


def _from_verb(s: Sentence, first: int, verb: int, memory: Memory) -> Source | None:
    lead = first
    while lead < verb and (
        s.low[lead] in words.ADVERBS or s.low[lead] in words.AUXILIARIES or s.low[lead].endswith("ly")
    ):
        lead += 1
    if lead == verb:
        return inverted(s, verb, memory)
    word = s.low[first]
    if (
        word in words.PREPOSITIONS
        or word in words.SUBORDINATORS
        or word in words.RELATIVES
        or word.endswith("ing")
    ):
        found = subject_before(s, verb)
        return memory.resolve(s, *found) if found is not None and found[0] > first else None
    if word in ("a", "an") and s.low[verb - 1] in words.PRONOUNS and verb - 1 > first:
        return memory.resolve(s, verb - 1, verb)  # "…,” a phrase | he | repeated
    if word in words.PRONOUNS and _recorded(s, verb):
        return memory.resolve(s, first, first + 1)  # "…,” | he | can be heard saying"
    if word in words.CONJUNCTIONS:
        first += 1
    last = next((spot for spot in range(first, verb) if s.low[spot] in COMMAS or s.low[spot] == "("), verb)
    return _person_first(s, (first, last), verb, memory)


def _person_first(s: Sentence, span: tuple[int, int], verb: int, memory: Memory) -> Source | None:
    """Resolves a subject; a person named in apposition to it goes before a body or a description."""
    named = self_named(s, span[0], verb)
    if named is not None:
        return memory.named(named)
    joined = any(word in words.CONJUNCTIONS for word in s.low[span[1] : verb])
    apposed = apposed_person(s, span[0], verb)
    if apposed is not None and not any(span[0] <= m.first < span[1] and m.kind != "title" for m in s.names):
        return memory.named(apposed)  # "the bill's sponsor, | Smith |, said"
    source = memory.resolve(s, *span, clause=joined)
    if apposed is None or (source is not None and source.kind in ("person", "name")):
        return source
    return memory.named(apposed)


def inverted(s: Sentence, verb: int, memory: Memory) -> Source | None:
    """The subject after its verb: "said the mayor, John Smith"."""
    first = verb + 1
    while (
        first < len(s.words)
        and (s.low[first] in words.ADVERBS or s.low[first].endswith("ly"))
        and first not in s.starts
    ):
        first += 1
    if first >= len(s.words) or s.words[first].quote >= 0:
        return None
    mention = s.starts.get(first)
    abroad = s.low[verb] in FOREIGN
    if abroad and mention is not None and mention.kind in ("person", "name") and not mention.possessive:
        return memory.named(mention)
    first, last = phrase_after(s, first)
    if first == last:
        again = (
            abroad and memory.focus_paragraph >= s.paragraph - 1
        )  # "– dodała.": languages with no need of "she"
        return memory.focus if again else None
    source = memory.resolve(s, first, last)
    if source is not None and source.kind in ("person", "name"):
        return source
    named = named_after_comma(s, last)
    return (memory.named(named) if named is not None else None) or source


def _without_verb(s: Sentence, first: int, memory: Memory) -> Source | None:
    """ "…,” Smith shrugged.": a person right after the quotation; or a signature after a dash."""
    mention = s.starts.get(first)
    if mention is not None and mention.kind == "person" and not mention.possessive:
        return memory.named(mention)
    if (
        mention is not None
        and mention.kind == "name"
        and not mention.possessive
        and mention.last < len(s.words)
    ):
        source = memory.named(mention)
        return source if source is not None and source.kind == "person" else None
    if s.low[first] in ("he", "she") and first + 1 < len(s.words):
        return memory.resolve(s, first, first + 1)
    return None


def _introduced(s: Sentence, index: int, memory: Memory, *, closely: bool) -> Source | None:
    """The source before a quotation: of the last reporting verb between the previous one and this."""
    begin = index
    while begin > 0 and s.words[begin - 1].quote < 0 and s.low[begin - 1] != ";":
        begin -= 1
        if index - begin > LONGEST_TAG:
            break
    if (
        closely
        and index - begin > 0
        and s.low[index - 1] not in (",", ":", "that")
        and index - 1 not in s.verbs
    ):
        return None
    written = writer_of(s, begin, index, memory)
    if written is not None:
        return written
    verb = _governing(s, begin, index)
    if verb < 0:
        return None if closely else _unverbed(s, begin, index, memory)
    worded = s.low[index - 1] == ":" and s.low[index - 2] in words.SPEECH_NOUNS  # "with the words: “…”"
    distant = index - verb > _WITHIN and "that" not in s.low[verb:index] and not worded
    if s.low[verb] in words.REPORTING_ING and distant and not progressive(s, verb):
        return None
    if closely and index - verb > _ADJACENT + (s.low[index - 1] == ":") * LONGEST_TAG:
        return None
    return source_of_verb(s, sayer(s, verb), memory)


def _governing(s: Sentence, begin: int, index: int) -> int:
    """The verb that quoted words belong to: the last one before them, or, behind "as", the last that takes
    one: "was heard | describing | people who complained as “…”"; -1 if there is none."""
    found = [verb for verb in reversed(s.verbs) if begin <= verb < index]
    if index and s.low[index - 1] == "as":
        labels = (verb for verb in found if s.low[verb] in words.LABELLING | words.LABELLING_ING)
        return next(labels, found[0] if found else -1)
    return found[0] if found else -1


def source_of_verb(s: Sentence, verb: int, memory: Memory) -> Source | None:
    """The subject of a reporting verb, for "saying" and "and said" that of the clause before."""
    gerund = s.low[verb] in words.REPORTING_ING or (s.low[verb] in FRAMED and s.low[verb].endswith("ing"))
    if gerund and not progressive(s, verb):
        return _source_of_gerund(s, verb, memory)
    if verb and s.low[verb - 1] == "," and _closes_clause(s, verb) and not _continues(s, verb):
        return inverted(s, verb, memory)
    found = subject_before(s, verb)
    source = _person_first(s, found, verb, memory) if found is not None else None
    opens = verb == 0 and verb + 1 in s.starts  # "Said Smith: “…”"
    if source is None and (opens or s.low[verb - 1] == "," or s.words[verb - 1].quote >= 0):
        return inverted(s, verb, memory)
    return source


def _source_of_gerund(s: Sentence, verb: int, memory: Memory) -> Source | None:
    quoted = quoted_as(s, verb)
    if quoted is not None:
        return memory.resolve(s, *quoted)
    if verb and s.low[verb - 1] == "for":  # "criticised Smith | for calling it “…”"
        caller = s.ends.get(verb - 1)
        return memory.named(caller) if caller is not None else None
    doer = _doer(s, verb)
    if doer is not None:
        return memory.resolve(s, *doer)
    finite = (v for v in reversed(s.verbs) if v < verb and not s.low[v].endswith("ing"))
    # Not "she hit back at those | who blamed | her, calling them “…”".
    earlier = next((v for v in finite if s.low[v - 1] not in words.RELATIVES), -1)
    if earlier >= 0:
        return source_of_verb(s, earlier, memory)
    spot = subordinate_subject(s, verb, verb, ("when", "as", "while")) or clause_subject(s, verb)
    source = memory.resolve(s, *spot, clause=True) if spot is not None else None
    sex = next((words.PRONOUNS[word] for word in s.low[verb + 1 : verb + 3] if word in ("he", "she")), "")
    if source is not None and sex and source.gender not in ("", sex):
        spot = subordinate_subject(s, verb, verb, ("after", "before", "because"))
        return memory.resolve(s, *spot) if spot is not None else None
    return source


def _doer(s: Sentence, verb: int) -> tuple[int, int] | None:
    """Whoever a participle itself names as its subject: "with | the judge | saying", "audio of | Smith |
    telling", "Smith | can be heard saying"."""
    if _recorded(s, verb):
        return subject_before(s, verb - 1)
    beside = s.ends.get(verb)
    if beside is not None and beside.kind in ("person", "name") and not beside.possessive:
        return beside.first, beside.last
    if s.low[verb - 1] in words.OBJECTS:  # "the tape captures | her | calling it “…”"
        return verb - 1, verb
    for spot in range(verb - 1, max(-1, verb - _WITH), -1):
        if s.low[spot] in COMMAS or s.low[spot] in ENDS or s.words[spot].quote >= 0:
            return None
        if s.low[spot] == "with" and spot < verb - 1:
            return spot + 1, verb
    return None


def _recorded(s: Sentence, verb: int) -> bool:
    """ "Smith can be heard | saying |" """
    return verb > 0 and s.low[verb - 1] in ("heard", "overheard", "seen", "caught", "filmed", "recorded")


def _closes_clause(s: Sentence, verb: int) -> bool:
    """ "The plan failed, said Smith.": does a name follow the verb, and nothing it could say?"""
    mention, apposed = s.starts.get(verb + 1), s.ends.get(verb - 1)
    if s.low[verb] in words.WITH_OBJECT:
        return False  # that is who was told, thanked, called something
    if apposed is not None and apposed.kind == "person" and s.low[apposed.first - 1] == ",":
        return False  # "her spokesman, Bob Reed, said Torres “has never …”"
    if mention is None or mention.possessive or mention.kind not in ("person", "name", "body"):
        return False
    if mention.last >= len(s.words) or s.words[mention.last].quote >= 0:
        return True
    following = s.low[mention.last]
    return following in ENDS or following in COMMAS or following in words.PREPOSITIONS or following == "who"


def _continues(s: Sentence, verb: int) -> bool:
    """ "Her spokesman, Smith, | said | Jones “has no plan”": does the name belong to what is said?"""
    teller, told = s.ends.get(verb - 1), s.starts.get(verb + 1)
    apposed = teller is not None and teller.first > 0 and s.low[teller.first - 1] == ","
    return apposed and told is not None and told.last < len(s.words) and s.words[told.last].quote >= 0


def quoted_as(s: Sentence, verb: int) -> tuple[int, int] | None:
    """ "The agency quoted | Smith | as saying": the one quoted, not the one who quotes."""
    if verb < 2 or s.low[verb - 1] != "as":
        return None
    for spot in range(verb - 2, max(-1, verb - 20), -1):
        if s.low[spot] in ("quoted", "cited", "quotes", "cites", "quoting", "citing", "reported"):
            return (spot + 1, verb - 1) if not passive(s, spot) and spot + 1 < verb - 1 else None
    return None


def _unverbed(s: Sentence, begin: int, index: int, memory: Memory) -> Source | None:
    """Introductions without a reporting verb: "Smith: “…”", "Smith's message: “…”"."""
    colon = s.low[index - 1] == ":"
    spoken = any(word in words.SPEECH_NOUNS for word in s.low[max(begin, index - 8) : index])
    if not colon and not (spoken and s.low[index - 1] in (",", "is", "was", "that", "of", "reads", "as")):
        return None
    beside = s.ends.get(index - 1) if colon else None
    if beside is not None and (beside.first == 0 or s.low[beside.first - 1] != "for"):
        labelled = memory.labelled(beside) if beside.first == 0 else None
        heading = beside.kind == "name" and len(beside.name) > 1 and _shouted(beside)
        if labelled is not None or beside.kind == "person" or heading:
            return labelled or (memory.named(beside) if not _shouted(beside) else None)
    span = clause_subject(s, index - 1) if colon else None
    if span is not None and span[0] >= begin:
        subject = memory.resolve(s, *span, clause=True)
        again = subject is not None and subject.kind == "body" and s.low[span[0]] == "it"
        if subject is not None and (again or subject.kind in ("person", "group", "someone")):
            return subject
    for mention in s.names:
        if mention.first < begin or mention.last > index or mention.kind == "place":
            continue
        source = memory.named(mention)
        if source is not None and (source.kind in ("person", "body") or mention.last == index - 1):
            return source
    if begin < index and s.low[begin] in words.POSSESSIVES:
        return memory.pronoun(words.POSSESSIVES[s.low[begin]], s, begin)
    return None


def _shouted(label: Mention) -> bool:
    """ "PROMISE MADE: “…”": a heading in capitals rather than a name."""
    return all(word.isupper() for word in label.name) and not is_given(label.name[0].lower())
