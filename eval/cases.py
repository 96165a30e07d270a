"""What a measure looks at: a gold question, the answer that was given, and the documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from eval.gold import GoldQuestion, GoldQuote
from eval.outcomes import Given, Outcome, Quoted
from index.documents import Document, Span

NOTHING = Given("", "", (), (), abstained=False)


class Check(NamedTuple):
    """How much is right, of how much; ``wrong`` tells a reader what is not, or is empty."""

    right: float
    total: float = 1.0
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One question to judge. ``documents`` maps an id to its document."""

    gold: GoldQuestion
    given: Given
    seconds: float
    documents: Mapping[str, Document]

    @classmethod
    def of(cls, outcome: Outcome, documents: Mapping[str, Document]) -> Case:
        """An outcome to judge; of one that failed, as if nothing had been given."""
        return cls(outcome.gold, outcome.given or NOTHING, outcome.seconds, documents)

    def places(self, quote: GoldQuote) -> list[Span]:
        """Everywhere in its document that a gold quote stands."""
        document = self.documents.get(quote.document)
        found = []
        start = document.text.find(quote.text) if document else -1
        while document and start >= 0:
            found.append(Span(start, start + len(quote.text)))
            start = document.text.find(quote.text, start + 1)
        return found


def check(right: bool, wrong: str) -> Check:
    """A check that is passed or not."""
    return Check(float(right), 1.0, "" if right else wrong)


def shared(first: Span | Quoted, second: Span | Quoted) -> int:
    """The characters that two stretches of one document have in common."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))
