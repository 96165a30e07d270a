"""Who a phrase stands for: names, pronouns and titles resolved by what the document said before."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rag import lexicon
from rag import reporting as words
from rag.cast import Cast, Person, gender_of
from rag.clauses import Sentence
from rag.given_names import is_given
from rag.names import Mention
from rag.phrases import (
    LONGEST_LABEL,
    beside_name,
    employed,
    governor,
    head_of,
    leads,
    nominal,
    opens,
    opens_phrase,
    personal,
    phrase_end,
    plural,
)
from rag.subjects import named_after_comma

_REACH = 3  # paragraphs back in which the person that "he" means was named
_SINGLE = frozenset({"person", "name", "someone"})
_A_WORD_MORE = 2  # tokens: an article and a noun
_SHORT = 3  # words of a phrase that can stand for something named before
_REMEMBERED = 16  # persons; further back no pronoun reaches
_REFLEXIVE = {"himself": "m", "herself": "f"}
_DEFINITE = frozenset("the la le el il der die".split())
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_OF = frozenset({"of", "for", "at", "with", "from", "de", "del", "du", "des", "della", "do", "von", "vom"})
_OF_OWN = words.WRITINGS | {"message", "comment", "comments", "remarks", "words", "response", "reply"}


class Source(NamedTuple):
    """Whoever words are attributed to. person is set where the document names one."""

    label: str
    kind: str
    person: Person | None = None

    @property
    def gender(self) -> str:
        return self.person.gender if self.person is not None else ""


class Memory:
    """What has been mentioned so far, most recent first, and who spoke or acted last."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.focus: Source | None = None
        self.focus_paragraph = -1
        self.paragraph = -1  # that is being read
        self.replied_to: Source | None = None  # whom a pronoun in a reply cannot mean
        self._people: deque[tuple[Source, int]] = deque(maxlen=_REMEMBERED)
        self._group: Source | None = None
        self._body: Source | None = None
        self._body_paragraph = -1
        self._together: list[Person] = []
        self._named: dict[tuple[tuple[str, ...], str, str], Source | None] = {}
        self._namesakes: set[str] = set()  # family names of "Paul Grey and John Grey": either is Grey
        self._bare: set[str] = set()  # roles in the last sentence that stand without a name

    def attend(self, source: Source | None, paragraph: int) -> None:
        """Makes a source the one that a following "he" or "it" most likely means."""
        if source is None:
            return
        self.focus, self.focus_paragraph = source, paragraph
        if source.kind in ("person", "name"):
            self._people.appendleft((source, paragraph))
        if source.kind == "person":
            return
        if source.kind == "group":
            self._group = source
        else:
            self.attend_body(source, paragraph)

    def attend_body(self, source: Source, paragraph: int) -> None:
        """Makes a body the one that a following "it" means."""
        self._body, self._body_paragraph = source, paragraph

    def only_one(self, paragraph: int) -> Source | None:
        """The one person that a paragraph names, if it names but one."""
        sources = [source for source, where in self._people if where == paragraph]
        return sources[0] if len({source.label for source in sources}) == 1 else None

    def notice(self, s: Sentence) -> None:
        """Remembers whom a sentence names; those it names first are remembered best."""
        people = []
        for mention in s.names:
            source = self.named(mention)
            if source is None:
                continue
            if source.kind == "person":
                people.append((source, mention))
            elif (
                source.kind == "body"
                and not mention.possessive
                and not (mention.last < len(s.words) and self._modifies(s, mention, False))
            ):
                self.attend_body(source, s.paragraph)
        for one, other in pairwise(people):
            if one[0].person and other[0].person and s.low[one[1].last : other[1].first] == ["and"]:
                self._namesakes |= {one[0].person.surname} & {other[0].person.surname}
        self._note_together([(source, mention) for source, mention in people])
        self._bare = {w for i, w in enumerate(s.low) if personal(w) and not beside_name(s, i)}
        for source, _ in reversed(people):
            self._people.appendleft((source, s.paragraph))

    def _note_together(self, people: list[tuple[Source, Mention]]) -> None:
        """Keeps the persons that a sentence lists, whom "the ministers" may mean later."""
        listed = [source.person for source, mention in people if source.person and not mention.possessive]
        unique = list({id(person): person for person in listed}.values())
        if len(unique) > 1 and all(person.roles for person in unique):
            self._together = unique

    def named(self, mention: Mention) -> Source | None:
        """The source a mention names, in the document's fullest form; None for a place or a bare title."""
        key = (mention.name, mention.role, mention.kind)
        if key not in self._named:
            self._named[key] = self._name(mention)
        return self._namesake(mention) or self._named[key]

    def _namesake(self, mention: Mention) -> Source | None:
        """Of several persons of one family name: who has the floor, or whom the text names first.

        News writing calls only the first by the family name alone.
        """
        if len(mention.name) != 1 or mention.kind not in ("person", "name"):
            return None
        bearers = self.cast.bearing(mention.name[0], mention.role, gender_of((), mention.role))
        if len(bearers) < 2 or any(len(person.name) == 1 for person in bearers):
            return None
        focus = self.focus
        if bearers[0].surname in self._namesakes:
            return None
        spoke = focus is not None and any(focus.person is person for person in bearers)
        if focus is not None and spoke and self.focus_paragraph >= self.paragraph - 1:
            return focus
        return Source(bearers[0].label, "person", bearers[0])

    def _name(self, mention: Mention) -> Source | None:
        if mention.kind in ("person", "name"):
            person = self.cast.find(mention.name, mention.role, gender_of((), mention.role))
            if person is not None:
                return Source(person.label, "person", person)
            label = " ".join(mention.name)
            if mention.kind == "person":
                role = mention.role if mention.role[:1].isupper() else ""
                return Source(f"{role} {label}".strip(), "person")
            body = self.cast.body(mention.name[0])
            return Source(body, "body") if body is not None else Source(label, "name")
        if mention.kind in ("body", "place"):
            return Source(" ".join(mention.name), "body")
        return None

    def resolve(self, s: Sentence, first: int, last: int, *, clause: bool = False) -> Source | None:
        """The source that the noun phrase ``[first, last)`` of a sentence names or stands for.

        clause: the stretch is a whole clause, which begins with the phrase.
        """
        while first in s.inside:
            first -= 1
        while first < last and leads(s.low[first]):
            first += 1
        while last > first and not s.low[last - 1][0].isalnum():
            last -= 1
        if first >= last:
            return None
        word = s.low[first]
        if word in words.PRONOUNS and (clause or last - first <= 3):
            return self.pronoun(words.PRONOUNS[word], s, first)
        if word in words.FIRST_PERSON:
            return None
        if last - first in (_A_WORD_MORE, _SHORT) and word == "the" and s.low[last - 1] in lexicon.DEMONYMS:
            return self._same_again(s.low[first:last], s.paragraph)
        return (
            self._written(s, first, last)
            or self._listed(s, first, last)
            or self._head_name(s, first, last, clause)
            or self._described(s, first, last, clause)
        )

    def _written(self, s: Sentence, first: int, last: int) -> Source | None:
        """ "A statement from the ministry": whoever made it."""
        for spot in range(first + 1, min(last - 1, first + 6)):
            if s.low[spot] in ("from", "by") and s.low[spot - 1] in words.SPEECH_NOUNS:
                return self.resolve(s, spot + 1, last)
        return None

    def _listed(self, s: Sentence, first: int, last: int) -> Source | None:
        """ "John Smith and Ann Jones": both of them."""
        inside = [
            m
            for m in s.names
            if first <= m.first and m.last <= last and m.kind == "person" and not m.possessive
        ]
        if len(inside) != 2 or inside[0].first > first + 1:
            return None
        between = s.low[inside[0].last : inside[1].first]
        if between not in (["and"], ["&"], ["and", "his"]):
            return None
        both = [self.named(mention) for mention in inside]
        return Source(" and ".join(_bare(source) for source in both if source), "group")

    def _head_name(self, s: Sentence, first: int, last: int, clause: bool) -> Source | None:
        """The first name in the phrase that is neither a modifier nor hangs on a preposition."""
        body: Source | None = None
        # What stands behind the verb is not who acts: "The governments called | the Strait | vital and said".
        for spot in range(first, phrase_end(s, first, last) if clause else last):
            mention = s.starts.get(spot)
            if mention is None:
                continue
            before = governor(s, first, spot)
            hangs = before in words.PREPOSITIONS and before not in ("as", "like")
            if mention.kind == "title" and not mention.possessive and not hangs:
                break
            if hangs and body is None and before in _OF and mention.kind != "place":
                break
            source = None if mention.possessive or hangs else self.named(mention)
            if source is None or (mention.last < last and self._modifies(s, mention, clause)):
                continue
            if source.kind in ("person", "name"):
                return source
            body = body or source
        if body is not None:
            return body
        whole = phrase_end(s, first, last) == last  # not "the star thanks | her coach |, Bob Reed"
        named = named_after_comma(s, last) if whole else None
        return self.named(named) if named is not None else None

    def _modifies(self, s: Sentence, mention: Mention, clause: bool) -> bool:
        """Does a noun in small letters follow the name: "a Goshen police dispatcher"?"""
        if mention.role:
            return False
        word = s.low[mention.last]
        noun = word in words.THINGS or lexicon.is_role(word) or lexicon.is_role(word.rstrip("s"))
        given = len(mention.name) > 1 and is_given(mention.name[0].lower())
        if noun or clause or given:
            return noun
        plain = word in words.PREPOSITIONS or word in words.CONJUNCTIONS or word in words.ADVERBS
        verbal = (
            word in words.RELATIVES or word in words.AUXILIARIES or word.endswith("ly") or word.endswith("ed")
        )
        governs = s.low[mention.last + 1 : mention.last + 2]
        if word.endswith("s") and governs and governs[0] in words.DETERMINERS:
            return False  # "Smith favours that idea"
        return not (plain or verbal) and word[0].isalpha()

    def pronoun(self, gender: str, s: Sentence, index: int) -> Source | None:
        """The most recent antecedent that agrees; None where there is none near enough to be meant."""
        if gender == "p":
            return self._group or self._body
        if gender == "b":
            return self._body if self._body_paragraph >= s.paragraph - 1 else None
        focus, here = self.focus, s.paragraph
        if self.replied_to is not None and focus == self.replied_to:
            focus = None
        earlier = [
            self.named(m) for m in s.names if m.last <= index and not m.possessive and opens(s, m.first)
        ]
        known = [(source, here) for source in earlier if source and source.kind == "person"]
        if not known and s.low[0] in words.SUBORDINATORS and index and s.low[index - 1] == ",":
            fronted = [self.named(m) for m in s.names if m.last < index and not m.possessive]
            known = [(source, here) for source in fronted if source and source.kind == "person"]
        if focus is not None and self.focus_paragraph == here and focus.kind in _SINGLE:
            known.append((focus, here))
        known += self._people
        fitting = [
            (one, where)
            for one, where in known
            if one.gender in ("", gender) and where >= here - _REACH and one != self.replied_to
        ]
        spoken = focus is not None and focus.kind == "body" and self.focus_paragraph == here
        if spoken and all(where < here for _, where in fitting):
            # A body has the floor: who was named before it does not go on, but who speaks for it can.
            return focus if s.low[index + 1 : index + 2] == ["also"] else None
        if not fitting:
            return None
        chosen, where = fitting[0]
        if where < here and any(lexicon.sex_of_role(word) == gender for word in self._bare):
            return None  # "Her husband nodded. … he said": somebody without a name is meant
        if not chosen.gender and where < here and chosen != focus:
            sure = [one for one, spot in fitting[:4] if one.gender == gender and spot >= where - 1]
            chosen = sure[0] if sure else chosen
        if chosen.person is not None and not chosen.person.gender:
            chosen.person.gender = gender
        return chosen

    def _described(self, s: Sentence, first: int, last: int, clause: bool) -> Source | None:
        """A description: "the minister", "a senior official", "the ministry"."""
        stressed = _REFLEXIVE.get(s.low[last]) if last < len(s.words) else None
        if stressed and self.focus is not None and self.focus.gender not in ("", stressed):
            return self.pronoun(stressed, s, first)  # "the candidate himself"
        last = phrase_end(s, first, last)
        low = s.low[first:last]
        label = " ".join(token.word for token in s.words[first : min(last, first + LONGEST_LABEL)])
        label = label.replace(" '", "'").replace(" ,", ",")
        if not nominal(low) or all(word in words.DETERMINERS for word in low):
            return None
        head = head_of(low)
        if plural(head):
            return self._several(low, label)
        if head in words.THINGS or head in lexicon.BODIES:
            return self._thing(low, head, label)
        if clause and not personal(head) and not lexicon.is_role(low[-1]):
            return None
        found = self._titled(low, label, s.words[first].word)
        if found is None and low[0] == "the" and personal(head):
            found = self._same_again(low, s.paragraph)
        if found is None and (opens_phrase(s.words[first].word, low) or head in ("police", "people")):
            single = low[0] in ("the", "a", "an", "one", "another", "his", "her") and not head.endswith("s")
            found = Source(self._in_full(label, head, s.paragraph), "someone" if single else "group")
        return found

    def _in_full(self, label: str, head: str, paragraph: int) -> str:
        near = self._body if self._body_paragraph >= paragraph else None
        return employed(label, head, near.label) if near is not None else label

    def _titled(self, low: Sequence[str], label: str, opening: str) -> Source | None:
        """The holder of a title, by name or, where no name is given, by the title in full."""
        definite = low[0] in _DEFINITE or low[0] in ("his", "her")
        if not definite and not lexicon.is_role(low[0]) and not opening[0].isupper():
            return None
        holder = self._holder(low, label)
        if holder is not None or low[0] != "the":
            return holder
        title = self.cast.title(" ".join(low[1:]))
        return Source(title, "someone") if title is not None else None

    def _same_again(self, low: Sequence[str], paragraph: int) -> Source | None:
        """ "The singer", "the 34-year-old": the person in focus, described anew."""
        focus = self.focus
        if focus is None or focus.person is None or "of" in low or "for" in low:
            return None
        head = head_of(low)
        if focus.person.only_kin and head not in lexicon.KIN:
            others = (one for one, _ in self._people if one.person and not one.person.only_kin)
            return next(others, None)  # "The singer" after her mother spoke
        theirs = any(head in known.lower().split() for known in focus.person.roles)
        recent = {id(source.person) for source, where in self._people if where >= paragraph - 1}
        elsewhere = self.focus_paragraph < paragraph or bool(self.cast.holding(head))
        several = bool(focus.person.roles) and recent != {id(focus.person)}
        doubtful = head in self._bare or (elsewhere and several)
        plain = head.endswith("-year-old") or head in lexicon.DEMONYMS
        if doubtful and not theirs and not plain:
            return None
        return focus if self.focus_paragraph >= paragraph - 1 else None

    def _several(self, low: Sequence[str], label: str) -> Source:
        """ "The ministers": those the document listed together, if their number fits."""
        if low[0] not in ("the", "both", "these", "those") and low[0] not in _NUMBERS:
            return Source(label, "group")
        count = next((_NUMBERS[word] for word in low if word in _NUMBERS), 0)
        if len(self._together) > 1 and count in (0, len(self._together)) and len(low) <= 4:
            names = [" ".join(person.name) for person in self._together]
            return Source(", ".join(names[:-1]) + " and " + names[-1], "group")
        return Source(label, "group")

    def _thing(self, low: Sequence[str], head: str, label: str) -> Source:
        """A body or a writing: "the ministry" is the one named last, "the letter" its writer's."""
        if len(low) > _SHORT:
            return Source(label, "body")
        if head in _OF_OWN and low[0] in ("the", "his", "her", "their", "its", "this") and self.focus:
            return self.focus
        known = self._body
        if low[0] == "the" and known is not None and head in known.label.lower().split():
            return known
        return Source(label, "body")

    def _holder(self, low: Sequence[str], label: str) -> Source | None:
        """The one person who holds the title, or the one in focus if several do; None if nobody does."""
        listed = [word for word in low if word not in words.DETERMINERS]
        holders = self.cast.holding(" ".join(listed))
        if not holders:  # "the Republican governor"
            plain = self.cast.holding(" ".join(word for word in listed if word not in lexicon.DEMONYMS))
            holders = [one for one in plain if any(one is source.person for source, _ in self._people)]
        if not holders:
            return None
        if len(holders) == 1:
            return Source(holders[0].label, "person", holders[0])
        focus = self.focus
        if focus is not None and any(holder is focus.person for holder in holders):
            return focus
        return Source(label, "someone")


def _bare(source: Source) -> str:
    return " ".join(source.person.name) if source.person is not None else source.label
