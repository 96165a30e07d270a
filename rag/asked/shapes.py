"""What all frames of a question share: the reading, the topic after a verb, subject and verb."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from rag.asked.limits import Line, subject
from rag.asked.wording import (
    ABOUT,
    ADVERBS,
    AUXILIARY,
    DECIDING,
    NAMING,
    NEGATIONS,
    QUOTED,
    SAYING,
    SURELY_ABOUT,
    one_of,
)

Kind = Literal["topic", "fact", "who"]
Sought = Literal["person", "date", "place", "number", "reason", "yes or no", "thing", "change"]
NOWHERE = Line("", "")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one frame makes of a question; the fields are those of ``Question``.

    sure: its words leave no doubt of its shape; otherwise the shape is what is left when no frame fits.
    """

    kind: Kind
    topic: str = ""
    speaker: str | None = None
    event: str | None = None
    sought: Sought | None = None
    negated: bool = False
    sure: bool = True
    whole: str = ""
    vague: str = ""
    among: str | None = None


# "Every passage in which democracy is spoken of"
PASSAGES = re.compile(
    r"(?:(?:all|any|every|each|the|those|other|of) )*"
    r"(?:passage|part|place|section|sentence|line|statement|bit|moment|paragraph|quote|document|text|meeting)s?"
    r" (?:in which|where|when|at which|that|which) (?=\S)"
)
_AND_WHEN = (
    r"and (?:when|why|how|where|who|what)"
    r"(?: exactly| so| said (?:it|so|that)| did (?:they|he|she) say (?:it|so))?"
)
_ASIDE = one_of(
    """at all, exactly, specifically, in particular, in detail, too, as well, if any, if anything, instead,
    anywhere, so far, please, or not, respectively, publicly, precisely"""
)
_AROUND = re.compile(
    rf"(?:(?:the )?(?:(?:topic|subject|issue|question|matter|theme|idea|notion)s? of"
    rf"|(?:fuss|row|furore|uproar|outcry|controversy|flap) (?:about|over|around|surrounding))"
    rf" )?(?P<topic>.+?)(?: (?:stuff|thing))?(?:,? (?:{_ASIDE}|{_AND_WHEN}))*"
)

# Words that ask for something, however badly they are typed.
ASKS_FOR = re.compile(
    r"(?:i )?(?:need|want|give|show|get|got|find|pull|looking|wat|wot)(?![\w-])", re.IGNORECASE
)
# "what was said about the question: will households pay more": who speaks of it need not call it a question.
_ISSUE = re.compile(rf"the (?:question|issue|matter)(?::| of)? (?:whether|if|{AUXILIARY}) ")
_SELF = re.compile(r"\W*(?:(?:him|her|it)self|themselves)\W*")  # whose own words are asked for, on anything
# "the levy, not the toll": what is not meant is not looked for.
_BUT_NOT = re.compile(r"(?<=\w), (?:but |and )?not (?!only |just |least |merely )[^,]+$")
# "prisoners of war, and swapping them": what is done to them is what is meant.
DONE_TO_IT = re.compile(r"(?P<what>[^,;:]+),? and (?P<doing>[a-z]{2,}ing) (?:it|them)")


def bare(topic: Line) -> Line:
    """A topic without what only surrounds it: "the issue of abortion at all" → "abortion"."""
    topic = NOWHERE if _SELF.fullmatch(topic.folded) else topic.part(0)
    issue = _ISSUE.match(topic.folded)
    topic = topic.part(issue.end()) if issue else topic
    but_not = _BUT_NOT.search(topic.folded)
    topic = topic.part(0, but_not.start()) if but_not else topic
    match = _AROUND.fullmatch(topic.folded)
    if match:
        topic = topic.part(*match.span("topic"))
    done = DONE_TO_IT.fullmatch(topic.folded)
    if done:
        what = topic.part(*done.span("what"))
        # A capital at the head is most often that of a sentence, unless another follows it.
        is_name = " " not in what.shown or what.shown.split()[1][:1].isupper()
        shown = what.shown if is_name else what.shown[0].lower() + what.shown[1:]
        topic = Line(f"{topic.part(*done.span('doing')).shown} {shown}", f"{done['doing']} {what.folded}")
    return topic.part(1, len(topic.folded) - 1) if QUOTED.fullmatch(topic.shown) else topic


def both(who: str | None, topic: str) -> str:
    """A topic of two, whom it is about and what he does it about: where only one is spoken of, it is not."""
    return " on ".join(filter(None, (who, topic)))


def is_negated(frame: str) -> bool:
    """Whether the words around the topic deny."""
    return bool(NEGATIONS.search(frame))


# ---------------------------------------------------------------- the topic after the verb

_FILLER = re.compile(
    r"(?:"
    + one_of(
        """anything, something, nothing, much, more, else, a lot, a word, if anything, to say, lots,
        so far, ever, any, out, up, a thing, little"""
    )
    + rf"(?![\w'-]),?\s?|{ADVERBS[:-1]}(?![\w'-]))+"
)
# Verbs whose object is what was spoken of: "mention Syria", against "say … about Syria".
_WITH_OBJECT = re.compile(
    one_of(
        """mention, discuss, rais, address, cover, bring, brought, touch, refer, allud, not(?:e|ing), cit,
        contain, includ, describ, view, see, saw, portray, characteri, interpret, treat, regard, assess,
        explain, highlight, emphasi, stress, underscore, underline, reiterat, reaffirm, deal, judg,
        evaluat, fram, approach, justif, defend, answer, defin, call, express, voic, thank, compar"""
    )
)
_ADDRESSEE = re.compile(
    r"(?:(?:to|with|before|alongside|at|in|from|by|during) [^,]+?"
    r"|on (?:record|the record|tv|television|camera|air|the phone|stage|twitter|x)(?: [^,]+?)?)"
    rf"\s(?=(?:{SURELY_ABOUT}|on)\s)"
)
_ABOUT = re.compile(rf"{ABOUT}(?![\w'-])")
_LATER = re.compile(rf"(?<![\w-])(?:{SURELY_ABOUT})\s")


_CLAUSE = re.compile(r"that (?!about|in|at|on|regarding|concerning)")
# "What did they tell the committee on eels?": whom they told is not what it was about.
_TELLS = re.compile(r"(?:tell|told|warn|inform|brief|assur|remind|advis)")
_TOLD_WHOM = re.compile(
    rf"(?!that |it )(?:(?:[\w'’.&-]+ ){{1,8}}?(?={SURELY_ABOUT} )|(?:[\w'’.&-]+ ){{1,5}}?(?=on ))"
)
# "Does the accord contain language on eels?" asks for what it says of eels.
_WORDING = re.compile(
    r"(?:(?:the|an?|some|any|much|more|new|strong|clear|explicit|specific) )*(?:language|wording|text|words"
    r"|lines?|passages?|sections?|paragraphs?|sentences?|mentions?|references?|material)"
    rf" (?=(?:{SURELY_ABOUT}|on|to|of) )"
)
_CALLS = r"(?:call|label|brand|dub|describ|portray|characteri|denounc|condemn|dismiss|depict)[a-z]*"
_CALLS_IT = re.compile(rf"(?:^|.* ){_CALLS}(?: the| an?)? ?")
_CALLED = re.compile(r"(?P<what>(?:an? )?[^,]+?) (?:as )?an? [^,]+|(?P<as>[^,]+?) as (?!if |though )[^,]+")


def thing_called(topic: Line, before: str) -> Line:
    """ "He called the levy a swindle": what he called so is what he spoke of. before: the words before it."""
    called = _CALLED.fullmatch(topic.folded) if _CALLS_IT.fullmatch(before) else None
    return topic.part(*called.span("what" if called["what"] else "as")) if called else topic


def topic_after(rest: Line, verb: str) -> tuple[Line, str | None]:
    """The topic in what follows a verb of speech, and the place when only a place follows."""
    rest = rest.part(0)
    filler = _FILLER.match(rest.folded)
    if filler:
        rest = rest.part(filler.end())
    told = _TOLD_WHOM.match(rest.folded) if _TELLS.match(verb) and not _ABOUT.match(rest.folded) else None
    rest = rest.part(told.end()) if told else rest
    held = _WORDING.match(rest.folded) if verb.startswith(("contain", "includ")) else None
    rest = rest.part(held.end()) if held else rest
    to_whom = _ADDRESSEE.match(rest.folded)
    about = _ABOUT.match(rest.folded)
    place = None
    if (
        to_whom
        and (not about or rest.folded.startswith(("to ", "on ")))
        and not verb.startswith(("respon", "rea"))
    ):
        place = _place(rest.part(0, to_whom.end()))
        rest = rest.part(to_whom.end())
        about = _ABOUT.match(rest.folded)
    if about:
        rest = rest.part(about.end())
        # "What did they talk about in Oslo?"
        where = None if place else _place(rest)
        return (NOWHERE, where) if where else (bare(rest), place)
    if _place(rest):
        return NOWHERE, _place(rest)
    occasion = re.match(r"(?:after|before|during|following) (?P<name>.+)", rest.folded)
    if occasion and not _LATER.search(rest.folded):
        return NOWHERE, rest.part(occasion.start("name")).shown
    later = None if _CLAUSE.match(rest.folded) else _LATER.search(rest.folded)
    if later and not _WITH_OBJECT.match(verb):
        return bare(rest.part(later.end())), None
    lead = re.match(
        r"(?:that|with|as saying(?: that)?) |(?:this|that|the following|these words)\s?[:–—-]\s?", rest.folded
    )
    return bare(rest.part(lead.end()) if lead else rest), None


def _place(line: Line) -> str | None:
    """The place that a line names, and nothing else: "Busan" of "in Busan", but "at the G20"."""
    match = re.fullmatch(r"(?:in |(?=at ))(?P<place>(?:at )?(?:the )?(?P<name>\S.*))", line.folded)
    if match is None or not line.shown[match.start("name")].isupper():
        return None
    return line.part(*match.span("place")).shown


def said(who: Line, rest: Line, verb: str, frame: str) -> Reading:
    """A topic question from its subject, its verb and what follows; ``frame`` is all but the topic."""
    speaker, event = subject(who)
    topic, place = topic_after(rest, verb)
    topic = topic if _ABOUT.match(rest.folded) else thing_called(topic, verb)
    return Reading("topic", topic.shown, speaker, event or place, None, is_negated(frame))


# ---------------------------------------------------------------- subject and verb

_BEFORE_A_NOUN = re.compile(
    r"(?:^|\s)(?:the|a|an|this|that|these|those|any|no|its|his|her|their|joint|of|\S+'s|\S+s')$"
)
# No honest question has its verb behind so many words that might be verbs.
_VERBS_TRIED = 12
_PASSIVE = re.compile(r"(?<![\w'])(?:is|was|are|were|been|be|being)(?: (?:ever|also|not|even|never|\w+ly))?$")
# A clause has one subject: "what country is south of the united states" holds no verb of speech.
_TWO_CLAUSES = re.compile(r"(?<![\w'])(?:is|was|are|were|could|would|will|what|which) ")
_AUXILIARY_NEXT = re.compile(AUXILIARY)
_VERB_NEXT = re.compile(rf"(?:{SAYING}|{DECIDING}|{NAMING})")
_WHO = re.compile(rf"(.*?)\s?(?<![\w'-]){ADVERBS}(?:have |has |had )?(?:been )?{ADVERBS}")


def clause(line: Line, verbs: str, fits: Callable[[str], bool]) -> tuple[Line, str, Line] | None:
    """Subject, verb and the rest: the first verb of a pattern, in a form that fits, that has a subject."""
    for match in islice(re.finditer(rf"(?<![\w'-])({verbs})", line.folded), _VERBS_TRIED):
        before, verb, rest = line.part(0, match.start()), match.group(1), line.part(match.end())
        # "the Islamic State": a verb has no capital, unless everything has.
        if line.shown[match.start()].isupper() and not line.shown[match.start() + 1].isupper():
            continue
        if not before.folded or not fits(verb.split()[0]) or _is_noun(before.folded, rest.folded, verb):
            continue
        if not verb.endswith("ing") and (
            _PASSIVE.search(before.folded) or _TWO_CLAUSES.search(before.folded)
        ):
            continue
        who = _WHO.fullmatch(before.folded + " ")
        return before.part(0, who.end(1)) if who else before, verb, rest
    return None


def _is_noun(before: str, rest: str, verb: str) -> bool:
    """Whether a word that could be a verb is a noun here: "the State Department", "the report says"."""
    if _BEFORE_A_NOUN.search(before[-40:]):
        return True
    if verb == "states" and (before.endswith("united") or _AUXILIARY_NEXT.match(rest)):
        return True
    return bool(_VERB_NEXT.match(rest)) or (verb == "state" and rest.startswith("of "))


def is_base(verb: str) -> bool:
    if verb == "bring" or verb.endswith("ss"):
        return True
    return not verb.endswith(("ed", "ing", "s", "said", "spoke", "told"))


def is_participle(verb: str) -> bool:
    return not verb.endswith("s") and verb not in ("say", "speak", "tell", "think", "write")


def is_finite(verb: str) -> bool:
    return verb == "bring" or not verb.endswith("ing")


def is_progressive(verb: str) -> bool:
    return verb.endswith("ing") and verb != "bring"


def form_after(auxiliary: str) -> Callable[[str], bool]:
    """The form a verb has after an auxiliary: "did … say", "has … said", "is … saying"."""
    if auxiliary.startswith("ha"):
        return is_participle
    if auxiliary.startswith(("is", "are", "was", "were", "am")):
        return is_progressive
    return is_base
