"""Who a phrase stands for: names, pronouns and titles resolved by what the document said before."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

from rag.asked.phrases import beside_name, governor, head_of, leads, personal, phrase_end
from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.antecedents import introduces, meant_by, most_salient_first
from rag.speech.appositions import body_after_comma, named_after_comma
from rag.speech.bodies import can_be_body
from rag.speech.cast import Cast, Person, gender_of
from rag.speech.clauses import Sentence
from rag.speech.epithets import described, same_again
from rag.speech.given_names import is_given
from rag.speech.leads import Lead
from rag.speech.names import Mention
from rag.speech.source import Source
from rag.speech.vocatives import is_called

_A_WORD_MORE = 2  # tokens: an article and a noun
_SHORT = 3  # words of a phrase that can stand for something named before
_OPENING = 8  # paragraphs, with headlines and bylines, in which the headline is fresh
_SUBJECT = 4  # tokens at the head of a sentence in which its subject ends
_NEW = frozenset({"a", "an", "one", "another", "some", "two"})
_REMEMBERED = 16  # persons; further back no pronoun reaches
_OF = frozenset({"of", "for", "at", "with", "from", "de", "del", "du", "des", "della", "do", "von", "vom"})


class Memory:
    """What has been mentioned so far, most recent first, and who spoke or acted last."""

    def __init__(
        self,
        cast: Cast,
        places: frozenset[tuple[str, ...]] = frozenset(),
        small: frozenset[str] = frozenset(),
    ) -> None:
        self.cast = cast
        self._small = small  # words that the text writes without a capital
        self._places = places  # names that are no person's
        self.focus: Source | None = None
        self.focus_paragraph = -1
        self.paragraph = -1  # that is being read
        self.replied_to: Source | None = None  # whom a pronoun in a reply cannot mean
        self.called: list[str] = []  # by the quoted words that are read
        self.own_sex = ""  # of whoever says them, where they tell it: "I'm his mother"
        self.people: deque[tuple[Source, int]] = deque(maxlen=_REMEMBERED)
        self.group: Source | None = None
        self.body: Source | None = None
        self.body_paragraph = -2
        self.protagonist: Source | None = None  # whom the text names first
        self.headlined: Source | None = None  # the one person whom the headline names
        self.led: Lead | None = None  # whom the lead describes
        self.writer: Source | None = None  # of the statement, the letter that was quoted last
        self.writer_paragraph = -2
        self.together: list[Person] = []
        self._named: dict[tuple[tuple[str, ...], str, str], Source | None] = {}
        self._familiar: set[int] = set()  # the persons called by their given names
        self._namesakes: set[str] = set()  # family names of "Paul Grey and John Grey": either is Grey
        self.introduced: Source | None = None  # by the last sentence: "a baker named | Ana Reed |"
        self.spoke_last: Source | None = None  # whoever the last sentence quotes or reports
        self.met: set[int] = set()  # the persons named so far
        self.with_body = False  # does the last sentence name a body?
        self.unnamed: set[str] = set()  # roles of somebody who is new and has no name: "a neighbour"
        self.bare: set[str] = set()  # roles in the last sentence that stand without a name
        self.acting: set[str] = set()  # those of them that a clause begins with

    def attend(self, source: Source | None, paragraph: int) -> None:
        """Makes a source the one that a following "he" or "it" most likely means."""
        if source is None:
            return
        self.focus, self.focus_paragraph = source, paragraph
        if source.kind in ("person", "name"):
            self.people.appendleft((source, paragraph))
        if source.kind == "person":
            return
        if source.kind == "group":
            self.group = source
        else:
            self.attend_body(source, paragraph)

    def attend_body(self, source: Source, paragraph: int) -> None:
        """Makes a body the one that a following "it" means."""
        self.body, self.body_paragraph = source, paragraph
        self.with_body = True

    def only_one(self, paragraph: int) -> Source | None:
        """The one person that a paragraph names, if it names but one."""
        sources = [source for source, where in self.people if where == paragraph]
        return sources[0] if len({source.label for source in sources}) == 1 else None

    def notice(self, s: Sentence) -> None:
        """Remembers whom a sentence names; those it names first are remembered best."""
        people = []
        self.with_body = False
        for mention in s.names:
            source = self.named(mention)
            people += [(one, mention) for one in self._family(mention)]
            if source is None or mention.name in self._places:
                continue
            if source.kind == "person":
                people.append((source, mention))
                self._note_familiar(source, mention)
            elif (
                source.kind == "body"
                and not mention.possessive
                and not (mention.kind == "place" and governor(s, 0, mention.first) in words.PREPOSITIONS)
                and not (mention.last < len(s.words) and self._modifies(s, mention, False))
            ):
                self.attend_body(source, s.paragraph)
        for one, other in pairwise(people):
            if one[0].person and other[0].person and s.low[one[1].last : other[1].first] == ["and"]:
                self._namesakes |= {one[0].person.surname} & {other[0].person.surname}
        self._note_together([(source, mention) for source, mention in people])
        self.bare = {w for i, w in enumerate(s.low) if personal(w) and not beside_name(s, i)}
        self.unnamed |= {w for i, w in enumerate(s.low) if w in self.bare and _is_new(s, i)}
        if self.protagonist is None and people:
            self.protagonist = people[0][0]
        self.met.update(id(source.person) for source, _ in people)
        self.introduced = next((one for one, mention in people if introduces(s, mention)), None)
        self.acting = {s.low[i] for i in range(min(len(s.low), _SUBJECT)) if s.low[i] in self.bare}
        for source, _ in reversed(most_salient_first(s, people)):
            self.people.appendleft((source, s.paragraph))

    def head(self, s: Sentence) -> None:
        """Remembers whom the headline is about, for a lead that begins with "She" or "The singer"."""
        told = [m for m in s.names if m.name not in self._places]
        named = {id(one.person): one for m in told if (one := self.named(m)) and one.person}
        self.headlined = next(iter(named.values())) if len(named) == 1 else None

    def lead(self, gender: str) -> Source | None:
        """The person whom the headline names, if the first paragraphs have named nobody else of this sex."""
        led = self.led
        if led is not None and led.paragraph == self.paragraph and led.person.gender in ("", gender):
            return Source(led.person.label, "person", led.person)
        known = self.headlined
        others = any(one.gender in ("", gender) and one != known for one, _ in self.people)
        fits = known is not None and known.gender in ("", gender) and not others
        return known if fits and self.paragraph <= _OPENING else None

    def leads_with(self, head: str) -> bool:
        """Does this noun describe, in the lead that is read, the person whom the lead means?"""
        return self.led is not None and (self.led.paragraph, self.led.head) == (self.paragraph, head)

    def _note_familiar(self, source: Source, mention: Mention) -> None:
        """Keeps who is called by the given name: not whom the family name alone means."""
        person = source.person
        if person is not None and len(person.name) > 1 and mention.name == person.name[:1]:
            self._familiar.add(id(person))

    def _family(self, mention: Mention) -> list[Source]:
        """ "The Reeds": those of this family name whom the text names."""
        if len(mention.name) != 1 or not mention.name[0].endswith("s") or mention.possessive:
            return []
        bearers = self.cast.bearing(mention.name[0].removesuffix("s"))
        return [Source(one.label, "person", one) for one in bearers] if len(bearers) > 1 else []

    def _note_together(self, people: list[tuple[Source, Mention]]) -> None:
        """Keeps the persons that a sentence lists, whom "the ministers" may mean later."""
        listed = [source.person for source, mention in people if source.person and not mention.possessive]
        unique = list({id(person): person for person in listed}.values())
        if len(unique) > 1 and all(person.roles for person in unique):
            self.together = unique

    def named(self, mention: Mention) -> Source | None:
        """The source a mention names, in the document's fullest form; None for a place or a bare title."""
        key = (mention.name, mention.role, mention.kind)
        if key not in self._named:
            self._named[key] = self._name(mention)
        return self._namesake(mention) or self._named[key]

    def labelled(self, mention: Mention) -> Source | None:
        """Whom a name in capitals before a colon means, as an article prints an exchange: "REED: “…”"."""
        person = self.cast.find(mention.name) if " ".join(mention.name).isupper() else None
        known = person is not None and not " ".join(person.name).isupper()  # by more than headings
        return Source(person.label, "person", person) if person is not None and known else None

    def is_common(self, word: str) -> bool:
        """Is this word, in lower case, none that only names are written with?"""
        return word in lexicon.NOT_NAMES or word in self._small or word.removesuffix("s") in self._small

    def _namesake(self, mention: Mention) -> Source | None:
        """Of several persons of one family name: who has the floor, or whom the text names first.

        News writing calls only the first by the family name alone.
        """
        if len(mention.name) != 1 or mention.kind not in ("person", "name"):
            return None
        bearers = self.cast.bearing(mention.name[0], mention.role, gender_of((), mention.role))
        if len(bearers) < 2 or any(len(person.name) == 1 for person in bearers):
            return None
        told = [one for one in bearers if self.own_sex and one.gender == self.own_sex]
        if len(told) == 1:
            return Source(told[0].label, "person", told[0])
        focus = self.focus
        if bearers[0].surname in self._namesakes:
            return None
        spoke = focus is not None and any(
            focus.person is person and (id(person) not in self._familiar or person is bearers[0])
            for person in bearers
        )
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
            body = self.cast.bodies.starting(mention.name[0])
            known = body or (label if self.cast.bodies.is_known(label) else None)
            if known is None and label.endswith("s") and self.is_common(label.lower()):
                return Source(label.lower(), "group")  # "Friends say …"
            return Source(known, "body") if known is not None else Source(label, "name")
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
        if word in words.OBJECTS and last - first == 1:
            return self.pronoun(words.OBJECTS[word], s, first)
        # "After | the Lotte Maren I | told them": a king has no article.
        if word in words.FIRST_PERSON or (
            word in words.DETERMINERS and s.low[last - 1] in words.FIRST_PERSON
        ):
            return None
        if last - first in (_A_WORD_MORE, _SHORT) and word == "the" and s.low[last - 1] in lexicon.DEMONYMS:
            return same_again(self, s.low[first:last], s.paragraph)
        return (
            self._written(s, first, last)
            or self._listed(s, first, last)
            or self._head_name(s, first, last, clause)
            or described(self, s, first, last, clause)
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
        return Source(" and ".join(source.plain for source in both if source), "group")

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
        if named is None and whole and can_be_body(head_of(s.low[first:last])):
            named = body_after_comma(s, last)
        return self.named(named) if named is not None else None

    def _modifies(self, s: Sentence, mention: Mention, clause: bool) -> bool:
        """Does a noun in small letters follow the name: "a Goshen police dispatcher"?"""
        if mention.role:
            return False
        word = s.low[mention.last]
        role = lexicon.is_role(word) or lexicon.is_role(word.rstrip("s")) or word in lexicon.HUMANS
        noun = word in words.THINGS or role
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
        return meant_by(self, gender, s, index)

    def calls(self, one: Source) -> bool:
        """Do the quoted words that are read call somebody by this one's name or title?"""
        return bool(self.called) and is_called(one, self.called, self.cast)


def _is_new(s: Sentence, index: int) -> bool:
    """ "A young | neighbour |": does the article tell that nobody has been named so?"""
    return not _NEW.isdisjoint(s.low[max(0, index - _SUBJECT) : index])
