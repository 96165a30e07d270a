"""Who a sentence of news in six languages of Europe says speaks: by its verb, its credit, its colon."""

from __future__ import annotations

from rag.abroad import roles as nouns
from rag.abroad import speech
from rag.abroad.clauses import STOPS, Clause
from rag.abroad.names import runs
from rag.abroad.people import People, Voice
from rag.abroad.subjects import named

_TAG = 14  # words of a reporting clause


def voice_of(s: Clause, people: People) -> tuple[Voice | None, int | None]:
    """Who the sentence itself says speaks, and the place from which on it reports."""
    source = credited(s, people)
    if source is not None:
        return source, 0
    for verb in s.verbs:
        voice = _of_verb(s, verb, people)
        if voice is not None:
            return voice, verb
    for spot in s.quotes:
        if s.at(spot - 1) == ":":
            voice = subject_of(s, people)
            if voice is not None:
                return voice, None
    return None, None


def credited(s: Clause, people: People) -> Voice | None:
    """ "According to Smith", "in her view", "für Meyer"."""
    tongue = s.language
    text = " ".join(s.low)
    for again in speech.CREDITS_AGAIN[tongue].split("|"):
        if f" {again} " in f" {text} ":
            gender = "f" if again.split()[-1] in ("ella", "elle", "lei", "ela", "haar") else ""
            return people.again(gender, s.paragraph)
    for before in speech.CREDITS_BEFORE[tongue].split("|"):
        spot = _place(s, before)
        if spot is not None:
            run = [one for one in runs(s, 0, spot) if one.last >= spot - 1]
            if run:
                return named(s, _phrase_start(s, run[-1].first), spot, people)
    for credit in speech.CREDITS[tongue].split("|"):
        spot = _place(s, credit)
        if spot is None or (credit in ("so", "aldus") and not _tags(s, spot)):
            continue
        first = spot + len(credit.split())
        if first in s.verbs:
            return _behind(s, first, people)  # "según explicó la ministra"
        return named(s, first, min(len(s.words), first + _TAG), people)
    if s.low[0] == speech.VIEWS.get(tongue) and "," in s.low[:_TAG]:
        voice = named(s, 1, s.low.index(","), people) or named(s, 1, _TAG, people)
        return voice if voice is not None and voice.person is not None else None
    return _genitive(s, people)


def _genitive(s: Clause, people: People) -> Voice | None:
    """ "Nach Rauhs Worten"."""
    if s.language != "de":
        return None
    for spot in range(len(s.low) - 2):
        noun = s.low[spot + 2] in ("worten", "angaben", "ansicht", "meinung", "einschätzung", "aussage")
        if s.low[spot] in ("nach", "laut") and noun and s.low[spot + 1].endswith("s"):
            person = people.find((s.words[spot + 1].text[:-1],))
            return Voice(person.label, person) if person is not None else None
    return None


def _tags(s: Clause, spot: int) -> bool:
    """Does "so" or "aldus" open the clause that names the source?"""
    before = s.at(spot - 1)
    return before == "," or (spot > 0 and s.words[spot - 1].quote >= 0) or before in STOPS


def _of_verb(s: Clause, verb: int, people: People) -> Voice | None:
    """The subject of a verb: before it, behind it, or left out."""
    before = s.at(verb - 1)
    quoted = verb > 0 and s.words[verb - 1].quote >= 0
    after_comma = before == "," or (before in speech.HAVE[s.language] and s.at(verb - 2) == ",")
    if before in speech.PRONOUNS[s.language]:
        return people.again(speech.PRONOUNS[s.language][before], s.paragraph)
    aux = verb
    while aux > 0 and (
        s.low[aux - 1] in speech.HAVE[s.language] or s.low[aux - 1] in nouns.fillers(s.language)
    ):
        aux -= 1
    follows = quoted or (aux > 0 and (s.words[aux - 1].quote >= 0 or (s.low[aux - 1] == "," and after_comma)))
    closes = follows and (any(spot < verb for spot in s.quotes) or s.language in ("de", "nl") or verb > 6)
    if closes:
        voice = _behind(s, verb, people)
        sure = s.language in ("de", "nl") or any(spot < verb for spot in s.quotes)
        if voice is not None and (sure or voice.person is not None):
            return voice
    if _is_relative(s, verb):
        return None
    voice = _ahead(s, verb, people)
    if voice is None and not closes:
        voice = _behind(s, verb, people)
    if voice is None and _without(s, aux):
        voice = people.again("", s.paragraph)
    return voice


def _behind(s: Clause, verb: int, people: People) -> Voice | None:
    """ "…, sagte | der Vorsitzende, Heiner Oostendorp |"; behind it only what is surely a speaker."""
    spot = verb + 1
    while (
        spot < len(s.words)
        and s.low[spot] in nouns.fillers(s.language)
        and s.low[spot] not in speech.PRONOUNS[s.language]
    ):
        if s.low[spot] in nouns.ARTICLES[s.language]:
            break
        spot += 1
    if spot >= len(s.words) or s.words[spot].quote >= 0 or s.low[spot] in STOPS or s.low[spot] in ",:;":
        return None
    if s.low[spot] in speech.THAT:
        return None
    if s.low[spot] in nouns.PREPOSITIONS[s.language]:
        return _past_phrase(s, spot + 1, people) if any(at < verb for at in s.quotes) else None
    quoted = any(at < verb for at in s.quotes)
    voice = named(s, spot, min(len(s.words), spot + 2 * _TAG), people)
    if voice is None or quoted or voice.person is not None:
        return voice
    inverted = s.language in ("de", "nl") or s.at(verb - 1) == ","
    return voice if inverted else None


def _past_phrase(s: Clause, first: int, people: People) -> Voice | None:
    """ "…, señala en un comunicado | su coordinadora, Aitana Prim |"."""
    tongue = s.language
    for spot in range(first, min(len(s.words), first + _TAG)):
        if s.words[spot].quote >= 0 or s.low[spot] in STOPS:
            return None
        low, before = s.low[spot], s.at(spot - 1)
        opens = low in nouns.ARTICLES[tongue] or low in nouns.OWNING[tongue] or s.is_capital(spot)
        opens = opens or nouns.is_office(low, tongue)
        if opens and before not in nouns.PREPOSITIONS[tongue] and before not in nouns.ARTICLES[tongue]:
            voice = named(s, spot, min(len(s.words), spot + 2 * _TAG), people)
            if voice is not None and voice.person is not None:
                return voice
    return None


def _ahead(s: Clause, verb: int, people: People) -> Voice | None:
    """The subject before a verb: the first phrase of the clause that can be one."""
    first = 0
    for spot in range(verb - 1, -1, -1):
        if s.words[spot].quote >= 0 or s.low[spot] in (";", ":") or s.low[spot] in STOPS:
            first = spot + 1
            break
    starts = [first, *(spot + 1 for spot in range(first, verb) if s.low[spot] in (",", "–", "—"))]
    for start in starts:
        begin = _past_fillers(s, start, verb)
        if begin < verb and _can_begin(s, begin, verb, people):
            voice = named(s, begin, verb, people)
            if voice is not None:
                return voice
    return None


def _past_fillers(s: Clause, start: int, verb: int) -> int:
    while start < verb and s.low[start] in nouns.fillers(s.language):
        if s.low[start] in nouns.ARTICLES[s.language] or s.low[start] in speech.PRONOUNS[s.language]:
            break
        start += 1
    return start


def _can_begin(s: Clause, spot: int, verb: int, people: People) -> bool:
    low, tongue = s.low[spot], s.language
    if low in nouns.PREPOSITIONS[tongue]:
        return False
    known = low in nouns.ARTICLES[tongue] or low in nouns.OWNING[tongue] or low in nouns.SOME[tongue]
    if known or low in speech.PRONOUNS[tongue]:
        return True
    if not s.is_capital(spot) and not nouns.is_office(low, tongue) and not nouns.is_body(low, tongue):
        return False
    if spot == 0 and s.is_capital(0) and not s.is_capital(1):
        verbal = spot + 1 == verb or s.at(1) in (",", "(") or s.at(1) in speech.HAVE[tongue]
        verbal = verbal or s.at(1) in nouns.fillers(tongue)
        listed = nouns.is_office(low, tongue) or nouns.is_body(low, tongue)
        return verbal or listed or people.find((s.words[0].text,)) is not None
    return True


def _without(s: Clause, aux: int) -> bool:
    """Does nothing stand before the verb that could be its subject: "Añadió que …"?"""
    if s.language not in speech.DROPS_PRONOUN:
        return False
    before = [word for word in s.low[:aux] if word[0].isalpha()]
    plain = all(word in nouns.fillers(s.language) for word in before)
    short = len(before) <= 3 and s.low[0] in nouns.PREPOSITIONS[s.language]
    after = (aux > 0 and s.words[aux - 1].quote >= 0) or (
        s.at(aux - 1) == "," and aux > 1 and s.words[aux - 2].quote >= 0
    )
    return plain or short or after


def _is_relative(s: Clause, verb: int) -> bool:
    """Does the verb stand in a relative clause: "el plan | que criticó | la oposición"?"""
    pronouns = ("que", "qui", "che", "quien", "cui", "die", "wie", "dont", "où", "donde", "quem")
    for spot in range(verb - 1, max(-1, verb - 4), -1):
        if s.words[spot].quote >= 0 or s.low[spot] in STOPS:
            return False
        if s.low[spot] in pronouns and not (spot == 0 and s.language == "de"):
            return not (s.low[spot] == "die" and s.language == "de" and spot > 0 and s.low[spot - 1] != ",")
        if s.low[spot] == ",":
            return False
    return False


def subject_of(s: Clause, people: People) -> Voice | None:
    """The person a sentence is about, as far as its head shows."""
    for start in [0, *(spot + 1 for spot, low in enumerate(s.low[:_TAG]) if low == ",")]:
        begin = _past_fillers(s, start, len(s.words))
        if begin < len(s.words) and _can_begin(s, begin, len(s.words), people):
            voice = named(s, begin, min(len(s.words), begin + 2 * _TAG), people)
            if voice is not None and (voice.person is not None or s.words[-1].quote >= 0):
                return voice
            if voice is not None and s.low[begin] in nouns.ARTICLES[s.language]:
                return voice if nouns.is_body(s.at(begin + 1), s.language) else None
    for run in runs(s, 0, len(s.words)):
        before = s.at(run.first - 1)
        if before not in nouns.PREPOSITIONS[s.language] and before not in nouns.ARTICLES[s.language]:
            person = people.find(run.name)
            if person is not None:
                return Voice(person.label, person)
    return None


def _place(s: Clause, phrase: str) -> int | None:
    """Where a phrase of one or more words stands in a sentence."""
    wanted = phrase.split()
    for spot in range(len(s.low) - len(wanted) + 1):
        if s.low[spot : spot + len(wanted)] == wanted:
            return spot
    return None


def _phrase_start(s: Clause, first: int) -> int:
    """The article of the phrase that ends in a name in apposition."""
    for spot in range(first - 1, max(-1, first - 10), -1):
        if s.low[spot] in nouns.ARTICLES[s.language] and nouns.is_office(s.at(spot + 1), s.language):
            return spot
    return first
