"""Two who talk with each other: whose turn it is where quoted words stand without a reporting clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.speech import lexicon
from rag.speech.cast import Cast
from rag.speech.source import Source
from rag.speech.vocatives import calls, is_called

_NEAR = 4  # paragraphs within which two speakers take turns
_TURN = 40  # words of an answer; more are a speech, which goes on
_ECHOED = 2  # words of weight that an answer takes up
_NONE = -2  # no paragraph
# Letters of a word of weight.
_WEIGHT = 4
UNKNOWN = Source("", "unknown")  # somebody whom the text tells of, without telling who
_WORD = re.compile(r"[a-z]+")
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
# What an answer opens with, or a question that follows from one.
_ANSWERS = re.compile(
    r"(?:Well|No|Yes|Yeah|Yep|Nope|Oh|Then|So|And|But|Because|Not|Of course|Exactly|Right|Never|Really"
    r"|Nonsense|Maybe|Perhaps|Sure|Fine|Thank you|Thanks)\b"
)
_REJOINS = re.compile(r"(?:Then|No|Yes)\b")


@dataclass(slots=True)
class Exchange:
    """Who spoke last in quotation marks, who before, and what the last turn asks for.

    speaking, other: the last speaker and whoever spoke before; each with its paragraph. asked: the
    paragraph whose last words were a question. answered: the one that answered, or replied to, what
    another said. passed: the one whose speaker was found by turn. called: who were called in the last turn.
    """

    cast: Cast
    speaking: Source | None = None
    paragraph: int = -1
    other: Source | None = None
    other_paragraph: int = -1
    asked: int = _NONE
    answered: int = _NONE
    passed: int = _NONE
    talking: bool = False
    said: str = ""
    called: list[str] = field(default_factory=list)
    spoke: set[str] = field(default_factory=set)

    def note(self, speaker: Source, paragraph: int, said: str, *, replies: bool) -> None:
        """Keeps that somebody said something. replies: a reporting verb tells that it answers another."""
        self.spoke.add(speaker.label)
        called = calls(said)
        answers = self.asked == paragraph - 1 or replies
        if self.speaking is not None and self.speaking != speaker:
            same = self.other == speaker
            before = self.speaking
            self.other, self.other_paragraph = before, self.paragraph
            near = self.paragraph == paragraph - 1
            meets = near and (answers or is_called(before, called, self.cast) or self._calls(speaker))
            self.talking = meets or (self.talking and same)
        again = self.speaking == speaker and self.paragraph == paragraph
        self.called = [*self.called, *called] if again else called
        self.said = f"{self.said} {said}" if again else said
        self.speaking, self.paragraph = speaker, paragraph
        self.answered = paragraph if answers else _NONE
        self.asked = paragraph if said.rstrip("'\"’”").endswith("?") else _NONE

    def is_unknown(self, focus: int) -> bool:
        """Did somebody speak last of whom it is not known who? focus: the paragraph in which anybody else
        spoke or acted last."""
        return self.speaking is UNKNOWN and self.paragraph >= focus

    def partner(self, paragraph: int) -> Source | None:
        """Whoever spoke before the last speaker, if not too far above this paragraph."""
        return self.other if self.other_paragraph >= paragraph - _NEAR else None

    def turn(self, paragraph: int, said: str) -> Source | None:
        """Whose turn a paragraph of nothing but quoted words is, if not the last speaker's."""
        other = self.partner(paragraph)
        if other is None or self.paragraph < paragraph - 1:
            return None
        called = calls(said)
        if is_called(other, called, self.cast):
            return None
        asks = said.rstrip("'\"’”").endswith("?")
        turns = (
            self.asked == paragraph - 1
            or (asks and self.answered == paragraph - 1)
            or is_called(self.speaking, called, self.cast)
            or self._calls(other)
            or (self.passed == paragraph - 1 and len(said.split()) <= _TURN)
            or self._answers(said)
        )
        if turns:
            self.passed = paragraph
        return other if turns else None

    def _calls(self, one: Source) -> bool:
        return is_called(one, self.called, self.cast)

    def _answers(self, said: str) -> bool:
        """Do these words answer the last turn: short, to "you", or taking up what was said?"""
        if len(said.split()) > _TURN or len(self.said.split()) > _TURN:
            return False
        echoed = len(_weighty(said) & _weighty(self.said)) >= _ECHOED
        if self.talking:
            return echoed or bool(_YOU.search(said)) or bool(_ANSWERS.match(said))
        if self.other_paragraph == self.paragraph - 1 and _REJOINS.match(said) and _YOU.search(said):
            return True
        return echoed and bool(_YOU.search(self.said)) and bool(_I.search(said))


def _weighty(said: str) -> set[str]:
    return {word for word in _WORD.findall(said.lower()) if len(word) >= _WEIGHT} - lexicon.NOT_NAMES
