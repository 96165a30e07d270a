"""What a question is about, as words that stand after "about": of "Is the pier safe?" it is the pier."""

from __future__ import annotations

import re

from rag.asked.courtesies import peeled
from rag.asked.issues import issue_of
from rag.asked.limits import Line
from rag.asked.sense import Question
from rag.asked.wording import AUXILIARY, PREDICATE, folded

_PREDICATED = re.compile(rf"(?<=\w)(?: still| really| now| already)? {PREDICATE}$", re.IGNORECASE)
_BEEN = re.compile(r" been(?= )")
_ASKS_STATE = re.compile(r"(?:is|are|was|were|isn't|aren't|wasn't|weren't)(?![\w'])")
_DONE = re.compile(r" (?P<done>\w+ed|built|held|made|sold|bought|lost|won|sent|shut|cut)$")
# "the ferries running", "the summit in Norland": what was a predicate can be part of a noun.
_STAYS_NOUN = re.compile(r" (?:\w+ing|(?:in|at|on|from|near|under) (?:\w+ ){0,2}\w+)$")
_AUXILIARY = re.compile(AUXILIARY)
# "took part in the summit": what is spoken of next is the summit.
_DEFINITE = re.compile(r".*[^,] (?P<noun>the [^,]+?)(?: (?:have|has|do|does|need|cost|take|get|got))?")
# "Is there going to be a second bridge?", "Are there any plans to widen the road?"
_THERE_IS = re.compile(
    r"there(?: (?:still|really|now|already|ever|yet|(?:going|due|supposed|set|likely|bound|meant) to))*"
    r"(?: be| been)? (?:(?:an?|any|some|another|no) )?(?P<noun>.+)"
)
# "guests did the mayor invite", as "which guests …?" is read.
_WHICH = re.compile(r"(?!the |an? )(?P<noun>(?:[\w-]+ ){0,2}?[\w-]+) (?:did|does|do) .+", re.IGNORECASE)
_ASKS_WHICH = re.compile(rf"(?:which|what) (?!{AUXILIARY})\w")


def matter_of(question: Question) -> str:
    """The topic of a question; of one for a fact the last thing that it calls known ("the summit").

    Of one for yes or no a noun, or the question itself where it has none.
    """
    there = _THERE_IS.fullmatch(question.topic)
    if there:
        return f"the {there['noun']}"
    of_which = question.kind == "fact" and _ASKS_WHICH.match(folded(question.searched))
    which = _WHICH.fullmatch(question.topic) if of_which else None
    if which:
        return f"the {which['noun']}"
    if question.sought != "yes or no":
        definite = _DEFINITE.fullmatch(question.topic) if question.kind == "fact" else None
        return definite["noun"] if definite else question.topic
    return _of_yes_or_no(question)


def _of_yes_or_no(question: Question) -> str:
    period = question.period.words if question.period else ""
    issue = issue_of(question.searched.replace(f" {period}", "") if period else question.searched)
    if issue:
        return issue
    topic = question.topic
    noun = _BEEN.sub(" being", _PREDICATED.sub("", topic), count=1)
    auxiliary = _AUXILIARY.match(peeled(Line.of(question.searched)).folded)
    if noun != topic or auxiliary is None:
        return noun
    if _ASKS_STATE.match(auxiliary.group()) and (_DONE.search(topic) or _STAYS_NOUN.search(topic)):
        return _DONE.sub(r" being \g<done>", topic)
    return f"the question: {auxiliary.group()} {topic}"
