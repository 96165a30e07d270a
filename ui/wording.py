"""The plain words for what a machine writes as codes: dates, voices, counts. Shared by page and terminal."""

from __future__ import annotations

from dataclasses import dataclass

from index.documents import Card
from rag.answers import Answer, Prose, Sentence
from rag.quotes import Quote, Voice

VOICES: dict[Voice, str] = {
    "joint": "joint statement",
    "direct": "in their own words",
    "reported": "reported",
    "narration": "the writer’s words",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def when(date: str | None) -> str:
    """``2012-09-28`` as "28 September 2012", as precise as it is stated; anything else unchanged."""
    if not date:
        return "no date stated"
    year, *rest = date.split("-")
    if not all(part.isdecimal() for part in rest) or len(rest) > 2:
        return date
    if not rest:
        return year
    if not 1 <= int(rest[0]) <= 12:
        return date
    month = MONTHS[int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"


def who(quote: Quote) -> str:
    """The speaker, or a plain word where the text names none."""
    unnamed = {"joint": "Joint statement", "narration": "The writer’s words"}
    return quote.speaker or unnamed.get(quote.voice, "Speaker not stated")


def voice(quote: Quote) -> str:
    """The voice in plain words; empty where ``who`` has said it already."""
    if quote.speaker or quote.voice in ("direct", "reported"):
        return VOICES[quote.voice]
    return "who issued it is not stated" if quote.voice == "joint" else ""


def sentence(text: str) -> str:
    """An error's message with a capital and a full stop, as it stands alone here."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def credit(prose: Prose) -> str:
    """Who wrote the prose above the quotes, and what became of it."""
    if prose.sentences:
        return f"Written by {prose.name}; each sentence was checked against the quote it cites"
    return f"Nothing written by {prose.name} is shown"


def sources_of(sentence: Sentence, answer: Answer) -> str:
    """Whose words bear a sentence out, and of when: "Jane Smith, 3 May 2012"."""
    cited = [quote for quote in answer.quotes if quote.number in sentence.citations]
    return "; ".join(
        dict.fromkeys(f"{who(quote).split(',')[0]}, {when(quote.document.date)}" for quote in cited)
    )


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@dataclass(frozen=True, slots=True)
class Tally:
    """How the documents of the collection divide over an answer. ``silent`` counts unlisted ones too."""

    said: tuple[Card, ...]
    mentioned: tuple[Card, ...]
    listed_silent: tuple[Card, ...]
    silent: int

    @property
    def total(self) -> int:
        return len(self.said) + len(self.mentioned) + self.silent

    @property
    def line(self) -> str:
        """How many documents are quoted."""
        if not self.total:
            return "The collection is empty"
        return f"{len(self.said) or 'None'} of {count(self.total, 'document')} quoted"


def tally(answer: Answer) -> Tally:
    """Divide the documents by their verdict; a large collection's unlisted silent ones are counted."""
    found: dict[str, list[Card]] = {"said": [], "mentioned": [], "silent": []}
    for verdict in answer.verdicts:
        found[verdict.verdict].append(verdict.document)
    silent = len(found["silent"]) if answer.silent is None else max(answer.silent, len(found["silent"]))
    return Tally(tuple(found["said"]), tuple(found["mentioned"]), tuple(found["silent"]), silent)
