"""What goes on about a topic: sentences after one that names it, which do not name it again.

Each rule asks for a sign that the same thing is still spoken of by the same person: a speaker who goes on
in his turn, words that point back ("toward that goal"), a quotation that bears out what was reported, or
a heading that says what a whole section is about. A cosine tells none of it: in a formal text the next
sentence is the nearer the more surely it is the next item of a list. Where there is no sign, the next
sentences in the same mouth may go on; that is for the judge (rag/topic/relevance) to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from index.collection import Collection
from index.documents import Document, Span
from index.words import stems
from rag.quotes import Statement
from rag.speakers import attribute, statements
from rag.topic.coverage import cover
from rag.topic.outlines import ASKS
from rag.topic.remarks import Place
from rag.topic.topics import Topic

# How a sentence follows what names the topic: in answer to a question, in the same quotation and with words
# that take it up, with another sign that it goes on about it, or in no other way than that it is next in the
# same mouth.
Tie = Literal["answers", "takes up", "goes on", "next"]
_STRENGTH: tuple[Tie, ...] = ("answers", "takes up", "goes on", "next")
CONTINUES = 0.6  # as much as the words speak of the topic that are taken up
_NAMES = 0.65  # of a topic, in a heading that names it
_FARTHEST = 2  # sentences after the one that names the topic
_FEWEST = 5  # words of a sentence that says something by itself
_ITEM = r"\n[ \t]*(?:[-*+•–]|\(?[a-z\d]{1,3}[.)])[ \t]"
_NEXT_ITEM = re.compile(_ITEM)
_BREAK = re.compile(rf"\n[ \t]*\n|{_ITEM}")
_LEAD = r"^[\s“\"„«'‘(]*(?:(?:But|And|So|Yet|Still|Also|Then|However|Thus|Well|Look|Yes|Yeah|No)[,.]?\s+)?"
# A new matter opens.
_SHIFT = re.compile(
    r"^[\s“\"„«'‘(]*(?:(?:On|As for|As to|Turning to|Regarding|Concerning|Moving on)\s|(?:Finally|Lastly"
    r"|Separately|Meanwhile|Elsewhere|In other news|Another|Other|Also|Additionally|In addition|Next|Now)"
    r"\b[\s,])"
)
# What is pointed back to: "this decision", "those orders", but not "this year".
_WHEN = (
    "year|years|week|month|morning|afternoon|evening|night|day|days|time|times|summer|winter|spring|autumn|fall"
    "|season|point|moment|century|decade|quarter|weekend|country|city|region|world|context|meeting|call|way"
)
_POINTS = re.compile(
    rf"{_LEAD}(?:This|These|Those|Such|this|these|those|such)\s(?:\w+\s)?(?!(?:{_WHEN})\b)[a-z]{{3,}}"
    rf"|\b(?:to|toward|towards|of|for|with|on|at|by|from|about|against|under|expect|support|reject|see|make"
    rf"|want|welcome|oppose)\s(?:this|that|these|those|such)\s(?!(?:{_WHEN})\b)[a-z]{{3,}}"
    rf"|{_LEAD}(?:This|That|It|this|that|it)(?:\s(?:is|was|would|will|has|means|shows|showed|comes|came)|['’]s)\b"
)
# “We want peace,” she said. “We will discuss what can be done toward that goal.”
_TAKES_UP = re.compile(
    r"^[\s]*[“\"„«](?=[^”\"»]+[”\"»]?\s*\Z).*\b(?:to|towards?|of|for|with|on|at|by|from|about|against|under|in|address|achieve"
    r"|discuss|support|take|reach|meet|pursue|solve)\s(?:this|that|these|those|such)\s(?:\w+\s)?(?:goal|aim|end|objective"
    r"|purpose|effort|step|issue|matter|question|problem|challenge|threat|cause|plan|proposal|decision|demand|request)s?"
    r"\W*\Z",
    re.DOTALL,
)
# What minutes note of a matter without saying anything of it.
_PROCEDURE = re.compile(
    r"^\W*(?:(?:first|second|third|final)\sreading|motion|carried|tabled|adjourned|approved|seconded|moved"
    r"|passed|defeated|public\shearing\sset|present|absent|staff|ayes|nays|vote|roll\scall)\b",
    re.I,
)


def continued(
    topic: Topic,
    certain: Iterable[tuple[int, Span]],
    named: Iterable[int],
    collection: Collection,
    place: Callable[[int], Place],
) -> Iterator[tuple[int, Span, Tie]]:
    """Document numbers and sentences that go on about the topic where these ``certain`` ones speak of it,
    and how they follow these; what is only next to them may go on.

    named: the documents that name it, of which a heading may do so. place: of a document.
    """
    spans: dict[int, list[Span]] = {number: [] for number in named}
    for number, span in certain:
        spans.setdefault(number, []).append(span)
    for number, known in spans.items():
        document = collection.load(number)
        ties: dict[Span, Tie] = dict.fromkeys(_below(document, topic, place(number)), "goes on")
        for span, tie in _after(document, known, place(number)):
            ties[span] = min(tie, ties.get(span, tie), key=_STRENGTH.index)
        yield from ((number, span, tie) for span, tie in ties.items() if span not in known)


def _after(document: Document, named: Iterable[Span], place: Place) -> Iterator[tuple[Span, Tie]]:
    """Sentence by sentence what goes on after each that names the topic, and how it follows up to there."""
    said = statements(document)
    order = {span: at for at, span in enumerate(document.sentences)}
    for span in named:
        at = order.get(span)
        following = document.sentences[at : at + _FARTHEST + 1] if at is not None else ()
        sign = True
        for first, second in pairwise(following):
            sign = sign and _goes_on(document, said, first, second)
            if not sign and not _stays(document, said, first, second):
                break
            if not place.is_no_statement(second):
                taken = sign and first == span and _is_taken_up(document, said, first, second)
                yield second, "takes up" if taken else "goes on" if sign else "next"


def _stays(document: Document, said: Sequence[Statement], first: Span, second: Span) -> bool:
    """Whether the same person is still speaking, or the writer in the same paragraph, and no other matter
    opens. In a text of many, or a report of what was said, the next sentence is the next item."""
    text = document.text[second.start : second.end]
    if _SHIFT.match(text) or ASKS.search(text):
        return False
    one, other = attribute(said, first), attribute(said, second)
    if one != other or other[1] not in ("direct", "narration"):
        return False
    ends = _NEXT_ITEM if other[1] == "direct" else _BREAK
    return ends.search(document.text, first.end, second.start) is None


def _goes_on(document: Document, said: Sequence[Statement], first: Span, second: Span) -> bool:
    text = document.text[second.start : second.end]
    if _BREAK.search(document.text, first.end, second.start) or _SHIFT.match(text) or ASKS.search(text):
        return False
    one, other = attribute(said, first), attribute(said, second)
    if len(_said_in(document, said, second).split()) < _FEWEST:
        return False
    points_back = bool(_POINTS.search(text))
    if one[0] != other[0]:
        return points_back and other[1] == "narration" and one[1] != "direct"
    if one[1] == other[1] == "direct" and any(s.start < first.end and second.end <= s.end for s in said):
        return True  # in one turn
    bears_out = one[1] == "reported" and other[1] == "direct" and one[0] is not None
    return bears_out or points_back


def _is_taken_up(document: Document, said: Sequence[Statement], first: Span, second: Span) -> bool:
    """Whether words quoted of the same person end on what the ones before were about: "toward that goal"."""
    one, other = attribute(said, first), attribute(said, second)
    return (
        one == other
        and other[1] == "direct"
        and bool(_TAKES_UP.match(document.text[second.start : second.end]))
    )


def _said_in(document: Document, said: Sequence[Statement], span: Span) -> str:
    """The words of a sentence that somebody is on record with, without "he said"; all where nobody is."""
    stated = " ".join(
        document.text[max(one.start, span.start) : min(one.end, span.end)]
        for one in said
        if one.overlaps(span) and one.voice == "direct"
    )
    return stated or document.text[span.start : span.end]


def _below(document: Document, topic: Topic, place: Place) -> Iterator[Span]:
    """The sentences of each section whose heading is the topic."""
    for heading, section in place.headings.sections(len(document.text)) if place.headings else ():
        text = document.text[heading.start : heading.end]
        coverage = cover(topic, text, frozenset(stems(text)))
        if coverage.share < _NAMES or coverage.lacks_names or coverage.lacks_head:
            continue
        for span in document.sentences:
            sentence = document.text[span.start : span.end]
            says = len(sentence.split()) >= _FEWEST and not _PROCEDURE.match(sentence)
            if says and section.contains(span) and not place.is_no_statement(span):
                yield span
