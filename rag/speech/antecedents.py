"""Whom "he", "she", "they" and "it" mean, by what the text told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.asked.phrases import governor, opens, personal
from rag.speech import lexicon
from rag.speech import reporting as words
from rag.speech.bodies import can_be_body
from rag.speech.clauses import Sentence
from rag.speech.names import Mention
from rag.speech.source import Source

if TYPE_CHECKING:
    from rag.speech.sources import Memory

_REACH = 3  # paragraphs back in which the person that "he" means was named
_SINGLE = frozenset({"person", "name", "someone"})
_HEADED = 2  # tokens before the name of a body that a sentence begins with: "Norland's | Supreme Court |"
_ASKED = frozenset("asked told wrote pressed urged contacted approached".split())
_ACTS_ON = 5  # tokens after a pronoun in which the other person stands


def meant_by(memory: Memory, gender: str, s: Sentence, index: int) -> Source | None:
    """The most recent antecedent that agrees; None where there is none near enough to be meant."""
    if gender == "p":
        return _they(memory, s)
    if gender == "b":
        return _it(memory, s, index)
    focus, here = memory.focus, s.paragraph
    if memory.replied_to is not None and focus == memory.replied_to:
        focus = None
    fitting = _fitting(memory, gender, s, index, focus)
    spoken = focus is not None and focus.kind == "body" and memory.focus_paragraph == here
    if spoken and all(where < here for _, where in fitting):
        # A body has the floor: who was named before it does not go on, but who speaks for it can.
        return focus if s.low[index + 1 : index + 2] == ["also"] else None
    if not fitting:
        others = [word for word in s.low[:index] if personal(word) and not memory.leads_with(word)]
        return memory.lead(gender) if not others else None
    chosen, where = fitting[0]
    if not chosen.gender and _acts_on_another(s, index, gender):
        chosen, where = next(((one, at) for one, at in fitting if at < here), fitting[0])
    new = memory.introduced
    if new in [one for one, _ in fitting] and (chosen.kind == "someone" or chosen != focus):
        chosen, where = new, here
    if where < here and any(lexicon.sex_of_role(word) == gender for word in memory.acting):
        return None  # "Her husband nodded. … he said": somebody without a name is meant
    if not chosen.gender and where < here and chosen != focus:
        sure = [one for one, spot in fitting[:4] if one.gender == gender and spot >= where - 1]
        chosen = sure[0] if sure else chosen
    if chosen.person is not None and not chosen.person.gender:
        chosen.person.gender = gender
    return chosen


def _they(memory: Memory, s: Sentence) -> Source | None:
    """Several, or a body; or one whose sex the text never tells, who has just spoken."""
    focus = memory.focus if memory.focus_paragraph == s.paragraph else None
    one = focus is not None and focus == memory.spoke_last and focus == memory.only_one(s.paragraph)
    grouped = memory.group is not None and focus is not None and focus.plain in memory.group.label
    if focus is not None and one and not grouped and focus.person and not focus.gender:
        return focus
    if memory.acting and memory.group is None and not memory.with_body:
        return None  # "Another backbencher was blunter. “…,” they said"
    return memory.group or (memory.body if memory.body_paragraph >= s.paragraph - 1 else None)


def _it(memory: Memory, s: Sentence, index: int) -> Source | None:
    """What "it" means that said something: a body, or what somebody wrote, who then is meant."""
    headed = [m for m in s.names if m.first <= _HEADED and m.last < index and not m.possessive]
    first = next((m for m in headed if governor(s, 0, m.first) not in words.PREPOSITIONS), None)
    if first is not None and first.kind == "body" and s.low[index - 1] in (",", "what"):
        return memory.named(first)  # "The port authority closed the pier because of ice, | it | said"
    asked = _asked_body(s, index)
    if asked is not None:
        return memory.resolve(s, *asked)
    if memory.body_paragraph >= s.paragraph - 1:
        return memory.body
    return memory.writer if memory.writer_paragraph >= s.paragraph - 1 else None


def _asked_body(s: Sentence, index: int) -> tuple[int, int] | None:
    """ "We asked | the ministry | who had decided, and | it | told us that …"."""
    if s.low[index - 1] not in words.CONJUNCTIONS:
        return None
    for verb in s.verbs:
        known = verb + 2 < index and s.low[verb] in _ASKED and s.low[verb + 1] == "the"
        if known and can_be_body(s.low[verb + 2]):
            return verb + 1, verb + 3
    return None


def _fitting(
    memory: Memory, gender: str, s: Sentence, index: int, focus: Source | None
) -> list[tuple[Source, int]]:
    """Whom a pronoun of this sex can mean, the most likely first, each with the paragraph."""
    here = s.paragraph
    earlier = [memory.named(m) for m in s.names if m.last <= index and not m.possessive and opens(s, m.first)]
    known = [(source, here) for source in earlier if source and source.kind == "person"]
    again = s.low[index] in s.low[:index]  # "When | he | came, after Reed and Bell, | he | said"
    if not known and not again and s.low[0] in words.SUBORDINATORS and s.low[index - 1] == ",":
        fronted = [memory.named(m) for m in s.names if m.last < index and not m.possessive]
        known = [(source, here) for source in fronted if source and source.kind == "person"]
    if focus is not None and memory.focus_paragraph == here and focus.kind in _SINGLE:
        known.append((focus, here))
    if not known:  # "less cross about | Lyle's | choice of words than about what she said"
        owners = [memory.named(m) for m in s.names if m.last <= index and m.possessive]
        known = [(source, here) for source in owners if source and source.kind == "person"]
    topic = s.ends.get(index - 1) if index and s.low[index - 1] == "," else None
    aside = memory.named(topic) if topic is not None and topic.first == 0 else None
    return [
        (one, where)
        for one, where in [*known, *memory.people]
        if one.gender in ("", gender)
        and where >= here - _REACH
        and one not in (memory.replied_to, aside)  # "Reed, | he | said, talks too much"
        and (s.low[index] in words.POSSESSIVES or not memory.calls(one))  # "“Ana,” her husband said"
    ]


def _acts_on_another(s: Sentence, index: int, gender: str) -> bool:
    """ "When Reed spoke, | she | turned on him": the two are of different sexes."""
    other = {"m": "her", "f": "him"}.get(gender, "")
    fronted = s.low[0] in words.SUBORDINATORS and s.low[index - 1 : index] == [","]
    return fronted and other in s.low[index + 1 : index + _ACTS_ON]


def introduces(s: Sentence, mention: Mention) -> bool:
    """ "A baker named | Ana Reed |", "fell to the baker, | Ana Reed |, who …", "and | Reed | was asked why":
    is this somebody whom the text goes on about?"""
    before = s.low[mention.first - 1] if mention.first else ""
    after = s.low[mention.last : mention.last + 3]
    told = before == "," and after[:2] == [",", "who"]
    asked = after[after[:1] == [","] :][:2] in (["was", "asked"], ["is", "asked"])
    return told or asked or before in ("named", "called")


def most_salient_first(s: Sentence, people: list[tuple[Source, Mention]]) -> list[tuple[Source, Mention]]:
    """The persons of a sentence with the one it goes on about in front: "The defence of Bell fell to |
    Ana Reed |, who toured the studios"."""
    if not people or governor(s, 0, people[0][1].first) not in words.PREPOSITIONS:
        return people
    told = [one for one in people if introduces(s, one[1])]
    return [*told, *(one for one in people if one not in told)]
