"""Who asked somebody to do something, to his face: "Who urged Dahl to reopen the line?" is answered by "I
hope that you will reopen the line", said to Dahl."""

from __future__ import annotations

import re

from index.collection import Collection
from index.documents import Span
from rag.asked.asked_for import is_by
from rag.asked.scope import Scope
from rag.asked.wording import NEGATIONS, forms
from rag.questions import Question
from rag.speakers import statements
from rag.topic.selection import Evidence, attributed, first_documents
from rag.topic.spoken import by_words
from rag.topic.topics import topic_of

_URGING = "|".join(
    forms(verb)
    for verb in """urge ask press encourage implore exhort request advise push invite want beseech
    petition lobby""".split()
)
_URGED = (
    re.compile(
        rf"\W*who(?: else| all)? (?:(?:has|have|had|was|were|is|are) )?(?:{_URGING}|beg(?:s|ged|ging)?"
        r"|call(?:s|ed|ing)? (?:on|upon)|appeal(?:s|ed|ing)? to|plead(?:s|ed|ing)? with|tell(?:s|ing)?|told)"
        r" (?P<whom>[^,]+?)(?<! not) to (?P<what>.+?)\W*",
        re.IGNORECASE,
    ),
    re.compile(
        r"\W*who(?: else| all)? (?:hope[sd]?|pray(?:s|ed)?|wish(?:es|ed)?)(?: that)? (?P<whom>[^,]+?)"
        r" (?:will|would|can|could) (?P<what>.+?)\W*",
        re.IGNORECASE,
    ),
)
_YOU = re.compile(r"\byou(?:['’](?:ll|d))?\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:hop(?:e|ing)|pray(?:ing)?|please|ask(?:ing)?|urg(?:e|ing)|beg(?:ging)?|implor(?:e|ing)|wish"
    r"|appeal(?:ing)?"
    r"|encourag(?:e|ing)|plead(?:ing)?|request(?:ing)?|call(?:ing)? (?:on|upon)|want you|need you|like you to"
    r"|(?:would|could|can|will) you)\b",
    re.IGNORECASE,
)


def said_to_face(question: Question, scope: Scope, collection: Collection) -> list[Evidence]:
    """The words that ask a person to do what is asked for, in a talk in which that person speaks as well."""
    urged = next(filter(None, (pattern.fullmatch(question.searched) for pattern in _URGED)), None)
    if urged is None or question.kind == "topic":
        return []
    where = scope.numbers if scope.is_limited else None
    spoken = by_words(topic_of(urged["what"], collection), collection, where, asking=True).certain
    asking = [Evidence(*one) for one in spoken if _asks(collection.text(one[0]), one[1])]
    return [
        one
        for one in attributed(first_documents(asking), collection, urged["what"])
        if one.voice == "direct" and _is_to(urged["whom"], one, collection)
    ]


def _asks(text: str, span: Span) -> bool:
    sentence = text[span.start : span.end]
    return bool(_YOU.search(sentence) and _ASKS.search(sentence) and not NEGATIONS.search(sentence))


def _is_to(whom: str, asking: Evidence, collection: Collection) -> bool:
    """Whether one who is asked for speaks in the same document, and is not who asks."""
    document = collection.load(asking.document)
    if is_by(whom, asking.speaker, document.text):
        return False
    others = {said.speaker for said in statements(document) if said.speaker != asking.speaker}
    return any(is_by(whom, other, document.text) for other in others)
