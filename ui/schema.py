"""What the API takes and gives, as its description shows it. The forms themselves are made in ``rag``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from rag.quotes import Voice as VoiceName
from rag.verdicts import Finding

DateText = Annotated[
    str | None, Field(description="ISO 8601, as precise as the text states it; null where it states none")
]
Start = Annotated[int, Field(ge=0, description="Counted in Unicode code points of the document's text")]
End = Annotated[int, Field(ge=0, description="Exclusive")]
Id = Annotated[str, Field(description="The document's path relative to the folder that was added")]
Number = Annotated[int, Field(ge=1)]
Speaker = Annotated[str | None, Field(description="null where the text does not make it clear")]
Voice = Annotated[
    VoiceName,
    Field(description="A joint text, somebody's quoted words, indirect speech, or the writer's own words"),
]


class Given(BaseModel):
    """Nothing is given that is not described."""

    model_config = ConfigDict(extra="forbid")


class Question(BaseModel):
    """A question, and the earlier questions of the conversation, oldest first."""

    model_config = ConfigDict(extra="forbid", strict=True)
    question: str = Field(
        examples=["What did they say about trade?"],
        # Said here, and checked by the chatbot, whose sentence says what to do.
        json_schema_extra={"pattern": r"\S", "maxLength": 2000},
    )
    history: list[str] = Field([], max_length=200, examples=[["What did they say about trade?"]])


class Quote(Given):
    """Exactly ``text[start:end]`` of the document."""

    number: Number
    document: Id
    title: str
    date: DateText
    url: str | None
    start: Start
    end: End
    text: str
    speaker: Speaker
    voice: Voice
    score: float


class Verdict(Given):
    """What one document of the collection does: says something, only names it, or is silent."""

    document: Id
    title: str
    date: DateText
    verdict: Finding


class LanguageModel(Given):
    """A language model; the note says where it failed, or why nothing of it is shown."""

    name: str
    note: str | None


class Sentence(Given):
    """What a language model wrote and each of the cited quotes supports."""

    text: str
    citations: list[Number]
    check: Literal["supported"]


class LeftOut(Given):
    """What a language model wrote and the checks did not pass."""

    text: str
    reason: str


class Answer(Given):
    """The answer, as ``ontherecord ask --json`` gives it."""

    question: str
    searched: str = Field(description="The question that was searched: a follow-up made whole")
    abstained: bool = Field(description="The collection does not say; quotes is empty")
    text: str = Field(description="[n] refers to the quote with that number")
    quotes: list[Quote]
    verdicts: list[Verdict]
    model: LanguageModel | None = Field(description="The language model that wrote sentences beside text")
    sentences: list[Sentence] | None = None
    left_out: list[LeftOut] | None = None
    seconds: float
    silent: int | None = Field(
        None, description="In a very large collection: documents that are silent and not listed in verdicts"
    )


class Appearance(Given):
    """A document at its date, and the numbers of the quotes it is quoted with."""

    document: Id
    title: str
    verdict: Finding
    quotes: list[Number]


class Entry(Given):
    """The documents of one date; null for the undated."""

    date: DateText
    documents: list[Appearance]


class First(Given):
    """The earliest dated document that speaks of it."""

    date: str
    document: Id
    quote: Number | None


class Use(Given):
    """One use of a wording that recurs: what it adds to, and drops from, the use before it."""

    quote: Number
    document: Id
    date: DateText
    start: Start
    end: End
    text: str
    added: list[str]
    dropped: list[str]


class Formula(Given):
    """The uses of a wording that recurs, in the order of dates."""

    uses: list[Use]


class Timeline(Given):
    """The answer's documents in the order of dates, the undated last."""

    entries: list[Entry]
    first: First | None = Field(description="The earliest dated document that speaks of it")
    formulas: list[Formula] = Field(description="Wordings that recur, and how they changed")
    silent: int | None = None


class DatedAnswer(Answer):
    """The answer with its timeline, as ``ontherecord ask --json --timeline`` gives it."""

    timeline: Timeline


class Card(Given):
    """What a list of documents says of one."""

    document: Id
    title: str
    date: DateText
    url: str | None


class Cards(Given):
    """Documents in the order of dates, the undated last."""

    total: int = Field(description="How many the collection holds")
    documents: list[Card]


class Furniture(Given):
    """Page furniture (a menu, an advert): never searched, never quoted."""

    start: Start
    end: End
    kind: str


class Statement(Given):
    """A stretch that somebody is on record with."""

    start: Start
    end: End
    speaker: Speaker
    voice: Voice


class Document(Card):
    """A document, as ``ontherecord show --json`` gives it."""

    text: str
    furniture: list[Furniture]
    statements: list[Statement]


class Hit(Given):
    """A passage and how well it fits."""

    rank: Number
    score: float
    document: Id
    start: Start
    end: End
    text: str


class Hits(Given):
    """Ranked passages, as ``ontherecord search --json`` gives them."""

    query: str
    hits: list[Hit]


class Health(Given):
    """The collection can be read."""

    status: Literal["ok"]
    documents: int
