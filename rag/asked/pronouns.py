"""Pronouns of a question named from the conversation: "What did she say about it there?"."""

from __future__ import annotations

import re

from rag.asked.followups_held import occasion_of
from rag.asked.issues import thing_of
from rag.asked.limits import Line
from rag.asked.matters import matter_of
from rag.asked.persons import he_named
from rag.asked.reading import question
from rag.asked.rephrasing import at_event
from rag.asked.sense import Question
from rag.asked.subjects import BARE_VERBS, subject_of
from rag.asked.talk import Talk
from rag.asked.wording import ABOUT, ASKING, AUXILIARY, DOCUMENTS, MEETINGS, NAMING, VOICING, forms
from rag.topic import states

_GENERIC_NOUN = (
    r"(?:topic|subject|issue|matter|question|point|thing|theme|problem|case|one|question|area"
    r"|claim|statement)s?"
)
_PRONOUN = re.compile(
    rf"(?<![\w'-])(?:(?:that|this|these|those|the same) {_GENERIC_NOUN}|the same(?! \w)|it|this|that|these"
    rf"|those|them)(?=$|[\s,;?.!]*$| (?:up|in|at|during|before|after|since|on|by|from|until|to|with|when"
    rf"|and|or|with|again|too|as|publicly|specifically|explicitly|anywhere|ever|exactly|the|an?) | (?:in|at"
    rf"|during|then|too|again|publicly|ever|there|up)$)"
)
_BEFORE_PRONOUN = re.compile(
    rf"(?<![\w'-])(?:{ABOUT}|{VOICING}|by|with|in|from|behind|without|under|like|than|bring(?:s|ing)?"
    rf"|brought|do|did|"
    + "|".join(
        forms(verb)
        for verb in """support oppose mean call know sign join want like see read make use pay cause cost
        fund run lead
        approve reject invent win host stop fix solve change end start handle accept need buy sell build
        write develop
        study review cancel delay pass own break hold attend discover find ban regulate define do
        understand think
        investigate explain trigger create enforce""".split()
    )
    + r"|saw|won|paid|ran|led|bought|sold|built|wrote|broke|banned|stopped|began)$"
)
_SUBJECT_PRONOUN = re.compile(
    rf"(?P<lead>^(?:(?:(?:(?:by|with|in|on|at|for|to|from) )?(?:{ASKING})(?: \w+){{0,2}}? )?(?:{AUXILIARY})"
    r"|(?:when|where|why|how|what)'s) )"
    r"(?P<it>it|that|this|these|those)"
    r"(?= (?:(?:to|be|being|been|going to|due to|set to|supposed to|planned to|still|now) )*(?:\w+ed"
    rf"|held|made|done|signed|built|true|legal|new|binding|take place|over"
    rf"|important|possible|about|say|won|lost|written|worth|called"
    rf"|for|be(?:en)?|{BARE_VERBS})(?! (?:that|to|true that))(?: |$))"
)
_ITS = re.compile(
    rf"(?P<lead>^(?:{ASKING}|{AUXILIARY})(?:'s)?(?: (?:{AUXILIARY}|big|many|much|large|high|old"
    rf"|of))* )(?P<its>its)(?= )"
)
# "Will the lease be renewed?", and next "What is said of its terms and its length?"
_OWNED = re.compile(r"(?:its|their) (?P<what>\w+.*)")
_OWNED_AGAIN = re.compile(r"(?P<joint> (?:and|or)) (?:its|their)(?= )")
_PREPOSITION = re.compile(r" (?:on|in|at|for|to|from|with|by|about|against|of|over) ")
# "What does it say about exams?": it is the document or the body of the last question.
_SOURCE = re.compile(rf"(?:what )?(?:did|does|do|will|can|would) (?P<it>it)(?= (?:{NAMING}))")
_THERE = re.compile(
    rf"(?:at|in|during|from) (?:that|the same|this) (?:{MEETINGS}|{DOCUMENTS}|occasion)(?![\w'-])"
    rf"|(?<=\w )there$"
)
_IN_PLACE = re.compile(r"(?<![\w-])in (?P<place>(?:the )?[A-Z][\w.’'-]*(?: (?:of |the )?[A-Z][\w.’'-]*)*)$")
_THEN = re.compile(
    r"(?:in |during )?(?:that|the same) (?:year|month|day|period|time|week)$|(?:at that time|back then)$"
)


def with_pronouns(line: Line, talk: Talk) -> str | None:
    shown, changed = line.shown, False
    for rule in (there_named, _it_named, _owner_named, he_named):
        new = rule(Line.of(shown), talk)
        if new is not None:
            shown, changed = new, True
    return f"{shown[0].upper()}{shown[1:]}?" if changed else None


def there_named(line: Line, talk: Talk) -> str | None:
    """ "What was agreed there?": at the meeting, or in the place, that was asked about."""
    event = next((one.event for one in reversed(talk.earlier) if one.event), None)
    period = next((one.period for one in reversed(talk.earlier) if one.period), None)
    match = _THERE.search(line.folded)
    if match and event:
        return line.shown[: match.start()] + at_event(event) + line.shown[match.end() :]
    held = occasion_of(talk.topical) if match else ""
    if match and held:
        return f"{line.shown[: match.start()]}at {held}{line.shown[match.end() :]}"
    place = _place_of(talk.topical.topic) if match and match.group() == "there" else ""
    if match and place:
        return f"{line.shown[: match.start()]}in {place}{line.shown[match.end() :]}"
    match = _THEN.search(line.folded)
    return (
        line.shown[: match.start()] + period.words + line.shown[match.end() :] if match and period else None
    )


def _place_of(topic: str) -> str:
    """The place that a topic is, or that its last words name: "nuclear tests in Norland"."""
    found = _IN_PLACE.search(topic)
    return found["place"] if found else topic if states.forms_of(topic) else ""


def _it_named(line: Line, talk: Talk) -> str | None:
    topic = _thing(talk.topical, fact=False)
    source = _SOURCE.match(line.folded)
    if not topic or source:
        who = talk.last.event or talk.last.speaker
        return _swap(line, source.span("it"), who) if source and who else None
    match = _SUBJECT_PRONOUN.search(line.folded)
    if match:
        event = talk.last.event if re.search(r"(?:held|take place|happen)", line.folded) else None
        return _swap(line, match.span("it"), event or _thing(talk.topical, fact=True))
    match = _ITS.search(line.folded)
    if match:
        return _swap(line, match.span("its"), topic + ("'" if topic.endswith("s") else "'s"))
    alone = question(line.shown, talk.newest)
    for match in _PRONOUN.finditer(line.folded):
        # "the law that banned it": a question with its own topic has its own antecedents.
        # "Who called it the cornerstone?": the pronoun is what its topic begins with.
        own = alone.topic.lower()
        begins = alone.kind == "who" and own.startswith(f"{match.group()} ")
        if alone.kind != "fact" and not _PRONOUN.fullmatch(own) and not begins:
            continue
        if _BEFORE_PRONOUN.search(line.folded[: match.start()].rstrip()):
            return _swap(line, match.span(), _thing(talk.topical, fact=alone.kind == "fact"))
    return None


def _owner_named(line: Line, talk: Talk) -> str | None:
    """ "Everything on its terms": on those of what was asked about, as far as nobody else is named."""
    alone = question(line.shown, talk.newest)
    owned = _OWNED.fullmatch(alone.topic.lower())
    owner = thing_of(talk.topical.searched) or matter_of(talk.topical)
    if owned is None or alone.speaker or not owner or ":" in owner or line.shown.count(alone.topic) != 1:
        return None
    what = _OWNED_AGAIN.sub(r"\g<joint>", alone.topic[owned.start("what") :])
    named = f"{owner}'s {what}" if _PREPOSITION.search(what) else f"the {what} of {owner}"
    if re.match(r"(?:on|about) ", line.folded):  # "Everything on its terms", peeled
        return f"what did they say about {named}"
    return line.shown.replace(alone.topic, named)


def _thing(last: Question, *, fact: bool) -> str:
    """What "it" is after a question, or after a statement that it was asked with.

    fact: it is asked when "it" was built, and not what is said of it, which may be all of the question.
    """
    subject = subject_of(last.searched, whether=fact) if last.kind == "fact" else None
    if subject:
        return subject
    matter = matter_of(last)
    told = last.topic == last.searched.rstrip(" .!")
    return (thing_of(last.searched) if told or (fact and ":" in matter) else None) or matter


def _swap(line: Line, where: tuple[int, int], words: str) -> str:
    return line.shown[: where[0]] + words + line.shown[where[1] :]
