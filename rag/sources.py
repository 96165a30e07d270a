"""Who a phrase stands for: names, pronouns and titles resolved by what the document said before."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from rag import lexicon
from rag import reporting as words
from rag.clauses import Sentence, named_after_comma
from rag.names import Cast, Mention, Person

_REMEMBERED = 8  # persons; further back no pronoun reaches
_LONGEST_LABEL = 14  # tokens
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_OF_OWN = words.WRITINGS | {"message", "comment", "comments", "remarks", "words", "response", "reply"}
_LEADING = frozenset(
    {"and", "but", "or", "as", "then", "also", "so", "while", "though", "although", "where", "that"}
)


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
        self._people: deque[tuple[Source, int]] = deque(maxlen=_REMEMBERED)
        self._group: Source | None = None
        self._body: Source | None = None
        self._together: list[Person] = []

    def attend(self, source: Source | None, paragraph: int) -> None:
        """Makes a source the one that a following "he" or "it" most likely means."""
        if source is None:
            return
        self.focus, self.focus_paragraph = source, paragraph
        if source.kind == "person":
            self._people.appendleft((source, paragraph))
        elif source.kind == "group":
            self._group = source
        else:
            self._body = source

    def notice(self, s: Sentence) -> None:
        """Remembers whom a sentence names; those it names first are remembered best."""
        people = []
        for mention in s.names:
            source = self.named(mention)
            if source is None:
                continue
            if source.kind == "person":
                people.append((source, mention))
            elif source.kind == "body" and not mention.possessive:
                self._body = source
        self._note_together([(source, mention) for source, mention in people])
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
        if mention.kind in ("person", "name"):
            person = self.cast.find(mention.name, mention.role, gender_of(mention.role))
            if person is not None:
                return Source(person.label, "person", person)
            label = " ".join(mention.name)
            if mention.kind == "person":
                role = mention.role if mention.role[:1].isupper() else ""
                return Source(f"{role} {label}".strip(), "person")
            return Source(label, "name")
        if mention.kind in ("body", "place"):
            return Source(" ".join(mention.name), "body")
        return None

    def resolve(self, s: Sentence, first: int, last: int) -> Source | None:
        """The source that the noun phrase ``[first, last)`` of a sentence names or stands for."""
        while first < last and _leads(s.low[first]):
            first += 1
        while last > first and not s.low[last - 1][0].isalnum():
            last -= 1
        if first >= last:
            return None
        word = s.low[first]
        if word in words.PRONOUNS and last - first <= 3:
            return self.pronoun(words.PRONOUNS[word], s, first)
        if word in words.FIRST_PERSON:
            return None
        listed = self._listed(s, first, last)
        if listed is not None:
            return listed
        named = self._head_name(s, first, last)
        return named if named is not None else self._described(s, first, last)

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

    def _head_name(self, s: Sentence, first: int, last: int) -> Source | None:
        """The first name in the phrase that is neither a modifier nor hangs on a preposition."""
        body: Source | None = None
        for mention in s.names:
            if mention.last <= first or mention.first >= last:
                continue
            before = s.low[mention.first - 1] if mention.first > first else ""
            if mention.possessive or (before in words.PREPOSITIONS and before not in ("as", "like")):
                if (
                    mention.kind in ("person", "body", "name")
                    and body is None
                    and before in ("of", "for", "at", "with", "from")
                ):
                    break
                continue
            source = self.named(mention)
            if source is None:
                if mention.kind == "title":
                    break
                continue
            if mention.last < last and self._modifies(s, mention):
                continue
            if source.kind in ("person", "name"):
                return source
            body = body or source
        if body is not None:
            return body
        named = named_after_comma(s, last)
        return self.named(named) if named is not None else None

    def _modifies(self, s: Sentence, mention: Mention) -> bool:
        """Does a noun in small letters follow the name: "a Goshen police dispatcher"?"""
        if mention.role:
            return False
        word = s.low[mention.last]
        plain = word in words.PREPOSITIONS or word in words.CONJUNCTIONS or word in words.ADVERBS
        return not (
            plain
            or word in words.RELATIVES
            or word.endswith("ly")
            or word in words.AUXILIARIES
            or not word[0].isalpha()
        )

    def pronoun(self, gender: str, s: Sentence, index: int) -> Source | None:
        """The most recent antecedent that agrees; None where there is none."""
        if gender == "p":
            return self._group or self._body
        if gender == "b":
            return self._body
        focus = self.focus
        if (
            focus is not None
            and self.focus_paragraph == s.paragraph
            and focus.kind in ("person", "name", "someone")
        ):
            known = [(focus, s.paragraph), *self._people]
        else:
            known = list(self._people)
        earlier = [
            self.named(m) for m in s.names if m.last <= index and not m.possessive and m.kind != "place"
        ]
        candidates = [source for source in earlier if source and source.kind in ("person", "name")]
        known = [(source, s.paragraph) for source in candidates] + known
        fitting = [(source, where) for source, where in known if source.gender in ("", gender)]
        if not fitting:
            return None
        chosen, where = fitting[0]
        if not chosen.gender and where < s.paragraph:
            sure = [source for source, spot in fitting[:4] if source.gender == gender and spot >= where - 1]
            chosen = sure[0] if sure else chosen
        if chosen.person is not None and not chosen.person.gender:
            chosen.person.gender = gender
        return chosen

    def _described(self, s: Sentence, first: int, last: int) -> Source | None:
        """A description: "the minister", "a senior official", "the ministry"."""
        low = s.low[first:last]
        label = " ".join(token.word for token in s.words[first : min(last, first + _LONGEST_LABEL)])
        label = label.replace(" '", "'").replace(" ,", ",")
        definite = low[0] in ("the", "both", "this", "that", "his", "her", "their") or low[0] in _NUMBERS
        head = _head(low)
        plural = (
            head.endswith("s")
            and lexicon.is_role(head.rstrip("s"))
            or head in ("leaders", "men", "women", "sides")
        )
        if plural:
            return self._several(low, label) if definite else Source(label, "group")
        if head in words.THINGS or head in lexicon.BODIES:
            return self._thing(low, head, label)
        if low[0] == "the" or lexicon.is_role(low[0]) or s.words[first].word[0].isupper():
            holder = self._holder(low, label)
            if holder is not None:
                return holder
        if not _nominal(low):
            return None
        if low[0] in ("a", "an", "one", "another"):
            return Source(label, "someone")
        if low[0] == "the" and _personal(head) and self.focus is not None and self.focus.kind == "person":
            if self.focus_paragraph >= s.paragraph - 1 and "of" not in low and "for" not in low:
                return self.focus
        return Source(label, "someone")

    def _several(self, low: Sequence[str], label: str) -> Source:
        """ "The ministers": those the document listed together, if their number fits."""
        count = next((_NUMBERS[word] for word in low if word in _NUMBERS), 0)
        if len(self._together) > 1 and count in (0, len(self._together)) and len(low) <= 4:
            names = [" ".join(person.name) for person in self._together]
            return Source(", ".join(names[:-1]) + " and " + names[-1], "group")
        return Source(label, "group")

    def _thing(self, low: Sequence[str], head: str, label: str) -> Source:
        if head in _OF_OWN and low[0] in ("the", "his", "her", "their", "its", "this") and len(low) <= 3:
            if self.focus is not None:
                return self.focus
        if (
            low[0] == "the"
            and self._body is not None
            and len(low) <= 3
            and head in self._body.label.lower().split()
        ):
            return self._body
        return Source(label, "body")

    def _holder(self, low: Sequence[str], label: str) -> Source | None:
        """The one person who holds the title; the most recent of several; None if nobody does."""
        role = " ".join(word for word in low if word not in words.DETERMINERS)
        holders = self.cast.holding(role)
        if not holders and not any(lexicon.is_role(word) for word in low):
            return None
        recent = [source for source, _ in self._people if source.person in holders]
        if len(holders) == 1:
            return Source(holders[0].label, "person", holders[0])
        if recent:
            return recent[0]
        return Source(label, "someone") if holders else None


def _bare(source: Source) -> str:
    return " ".join(source.person.name) if source.person is not None else source.label


def _leads(word: str) -> bool:
    """Does this word stand before a noun phrase without belonging to it?"""
    if word in words.DETERMINERS:
        return word == "that"
    return word in _LEADING or word in words.ADVERBS or not word[0].isalnum()


def gender_of(role: str) -> str:
    """The sex that a title gives away ("Mrs", "spokesman"), or an empty string."""
    for word in role.lower().split():
        gender = lexicon.HONORIFICS.get(word) or lexicon.GENDERED_ROLES.get(word)
        if gender:
            return gender
    return ""


def _head(low: Sequence[str]) -> str:
    """The head noun of a phrase: the last word before a preposition, a comma or a relative pronoun."""
    head = low[0]
    for word in low:
        if word in words.PREPOSITIONS or word in words.RELATIVES or word in (",", "(", "that"):
            break
        head = word
    return head


def _nominal(low: Sequence[str]) -> bool:
    """Is this a plain noun phrase, with no clause in it?"""
    verbal = {
        "is",
        "was",
        "were",
        "are",
        "has",
        "had",
        "does",
        "did",
        "will",
        "would",
        "not",
        "be",
        "n't",
        "said",
        "says",
    }
    return len(low) <= _LONGEST_LABEL and not verbal.intersection(low) and _head(low) not in words.ADVERBS


def _personal(head: str) -> bool:
    """Is this a noun for a human being?"""
    if lexicon.is_role(head) or head in lexicon.DEMONYMS or head.endswith("-year-old"):
        return True
    return head.endswith(
        ("man", "woman", "er", "or", "ist", "ian", "ant", "ee", "star", "artist", "boy", "girl")
    )
