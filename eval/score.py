"""Asks gold questions and scores the answers: python -m eval.score DOCUMENTS GOLD [--failures].

Each measure is a share of things counted, printed as count/total; a measure of nothing is "-".
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from eval.gold import GoldQuestion, GoldQuote, read, verify
from index.collection import Collection
from index.words import stems
from rag.answers import Answer
from rag.chatbot import Chatbot
from rag.quotes import Quote

_COVERED = 0.5  # of a gold quote's characters, as in the gold format's description


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one gold question; ``failures`` says in words what is wrong with the answer."""

    gold: GoldQuestion
    answer: Answer
    counts: dict[str, tuple[int, int]]
    failures: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every measure, and with --failures what went wrong with which question."""
    parser = argparse.ArgumentParser(prog="python -m eval.score", description=__doc__)
    parser.add_argument("documents", type=Path, help="the folder of documents")
    parser.add_argument("gold", type=Path, help="gold questions, JSON lines")
    parser.add_argument("--failures", action="store_true", help="say what went wrong with which question")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection.create(Path(folder))
        collection.add([options.documents])
        outcomes = score(collection, read(options.gold))
        collection.close()
    for outcome in outcomes if options.failures else ():
        if outcome.failures:
            print(f"{outcome.gold.id}: {outcome.gold.question}", *outcome.failures, sep="\n    ")  # noqa: T201
    for name, (count, total) in measures(outcomes).items():
        print(f"{name:<16} {f'{count}/{total} = {count / total:.3f}' if total else '-'}")  # noqa: T201
    seconds = [outcome.answer.seconds for outcome in outcomes]
    print(f"{'median answer':<16} {1000 * median(seconds):.1f} ms")  # noqa: T201


def score(collection: Collection, questions: Sequence[GoldQuestion]) -> list[Outcome]:
    """Ask every question; raises GoldError for gold that does not fit the collection."""
    texts = {card.id: collection.text(number) for number, card in collection.cards.items()}
    verify(tuple(questions), texts)
    chatbot = Chatbot(collection)
    return [judge(question, chatbot.ask(question.question, question.history)) for question in questions]


def measures(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """Measure → (count, total) over all questions; each question may count in several."""
    sums: dict[str, tuple[int, int]] = {}
    for outcome in outcomes:
        for name, (count, total) in outcome.counts.items():
            known = sums.get(name, (0, 0))
            sums[name] = (known[0] + count, known[1] + total)
    return sums


def judge(gold: GoldQuestion, answer: Answer) -> Outcome:
    """Score one answer by the rules of the gold format."""
    outcome = Outcome(gold, answer, {})
    _count(outcome, "exact quotes", [(_is_exact(quote), quote.text) for quote in answer.quotes])
    if gold.kind == "absent":
        _count(outcome, "abstained", [(answer.abstained and not answer.quotes, "answered all the same")])
        return outcome
    _count(outcome, "answered", [(not answer.abstained, "abstained")])
    if gold.quotes:
        recall = [(any(_covers(q, wanted) for q in answer.quotes), wanted.text) for wanted in gold.quotes]
        precision = [(any(_covers(q, wanted) for wanted in gold.quotes), q.text) for q in answer.quotes]
        _count(outcome, "quote recall", recall)
        _count(outcome, "quote precision", precision)
    if gold.kind == "topic":
        said = {verdict.document.id for verdict in answer.verdicts if verdict.verdict == "said"}
        _count(outcome, "verdicts", [(said == set(gold.said), f"said by {sorted(said)}")])
    if gold.accept:
        text = answer.text.casefold()
        found = any(accepted.casefold() in text for accepted in gold.accept)
        _count(outcome, "facts", [(found, f"none of {gold.accept}")])
    _count(
        outcome,
        "speakers",
        [
            (_is_said_by(answer, s.quote, s.speaker, s.voice), f"{s.speaker}: {s.quote}")
            for s in gold.speakers
        ],
    )
    return outcome


def _count(outcome: Outcome, name: str, checks: Sequence[tuple[bool, str]]) -> None:
    outcome.counts[name] = (sum(right for right, _ in checks), len(checks))
    outcome.failures.extend(f"{name}: {what}" for right, what in checks if not right)


def _is_exact(quote: Quote) -> bool:
    text = quote.document.text[quote.start : quote.end]
    aside = any(span.start < quote.end and quote.start < span.end for span in quote.document.furniture)
    return bool(text.strip()) and text == quote.text and not aside


def _covers(quote: Quote, wanted: GoldQuote) -> bool:
    """Whether a quote holds a gold quote, or half of its characters, at any place where it stands."""
    if quote.document.id != wanted.document:
        return False
    start = quote.document.text.find(wanted.text)
    while start >= 0:
        overlap = min(start + len(wanted.text), quote.end) - max(start, quote.start)
        if overlap >= _COVERED * len(wanted.text):
            return True
        start = quote.document.text.find(wanted.text, start + 1)
    return False


def _is_said_by(answer: Answer, words: str, speaker: str, voice: str) -> bool:
    quote = next((quote for quote in answer.quotes if words in quote.text), None)
    if quote is None or quote.speaker is None or quote.voice != voice:
        return False
    return not set(stems(speaker)).isdisjoint(stems(quote.speaker))


if __name__ == "__main__":
    main()
