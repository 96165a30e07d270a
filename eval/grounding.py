"""What a language model writes over gold questions, and what of it is shown: ``python -m eval.grounding``.

Asks every question of pairs of documents and gold, in rounds of rising temperature, and writes a line a
sentence: shown or left out, why, and the words of the quotes it cites. What is shown is then held against
rules of this module's own, which share no code with the product's checks: every citation is a quote of the
answer; every number and every word with a capital stands in a cited quote, its speaker or its date; every
string in double quotation marks stands in a cited quote; no negation on one side only; and four of five
words stand in a cited quote. The exit code is 1 if a shown sentence breaks one.

``--scribbler`` asks no model but a program that cites faithfully and misquotes: of each quote it writes the
words as they are, and then with a number, a name, the polarity, the speaker, the citation or the order
wrong, so that all but the first must be left out. What of it is shown is counted for each kind.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.gold import GoldQuestion, read
from index.collection import Collection
from rag.answers import Answer, Sentence
from rag.chatbot import Chatbot
from rag.model.endpoint import Endpoint
from rag.models import Message, Model
from rag.speakers import note

_LEAST_SHARED = 0.8  # of the words
_WARMER = 0.4  # in temperature, each round
_NOT = re.compile(r"\b(?:not|no|never|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=\w )[A-Z][a-z]{3,}")
_QUOTED = re.compile(r"[\"“”„«「]([^\"“”„«»「」]+)[\"“”»」]")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.grounding", description=__doc__)
    parser.add_argument("--set", nargs=2, type=Path, action="append", metavar=("DOCUMENTS", "GOLD"))
    parser.add_argument("--model-url")
    parser.add_argument("--scribbler", action="store_true", help="misquote instead of asking a model")
    parser.add_argument("--model")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--longest", type=int, default=160, help="tokens an answer")
    parser.add_argument("--output", type=Path, required=True, help="JSON lines, a sentence each; added to")
    options = parser.parse_args(arguments)
    sets = options.set or [(Path("eval/sample"), Path("eval/sample/gold.jsonl"))]
    with options.output.open("a", encoding="utf-8") as out:
        for turn in range(options.rounds):
            model: Model = (
                Scribbler()
                if options.scribbler
                else Endpoint(
                    options.model_url or parser.error("--model-url or --scribbler is needed"),
                    options.model,
                    longest=options.longest,
                    temperature=_WARMER * turn,
                )
            )
            for documents, gold in sets:
                for line in _asked(documents, read(gold), model):
                    out.write(json.dumps({"round": turn, **line}, ensure_ascii=False) + "\n")
                    out.flush()
    return _told([json.loads(line) for line in options.output.read_text(encoding="utf-8").splitlines()])


class Scribbler:
    """Writes each quote that it is shown as it is, and then wrong in each way that can be made up."""

    name, room = "scribbler", 100_000

    def count(self, text: str) -> int:
        return len(text) // 4

    def write(self, chat: Sequence[Message]) -> Iterator[str]:
        quotes = re.findall(r"^(.+) \[(\d+)\]$", chat[1].text, re.MULTILINE)
        names = [name for words, _ in quotes for name in _NAME.findall(words)]
        for at, (words, number) in enumerate(quotes):
            for text in _misquoted(words.rstrip("."), names, quotes[at - 1][0].rstrip(".")):
                yield f"{text} [{number}].\n"
            yield f"{words.rstrip('.')} [{int(number) % len(quotes) + 1 if len(quotes) > 1 else 99}].\n"


def _misquoted(words: str, names: Sequence[str], other: str) -> Iterator[str]:
    yield words
    if re.search(r"\d", words):
        yield re.sub(r"\d+", lambda found: str(int(found[0]) + 1), words, count=1)
    mine = _NAME.findall(words)
    strange = [name for name in names if name not in words]
    if mine and strange:
        yield words.replace(mine[-1], strange[0], 1)
    if len(set(mine)) > 1:
        first, last = mine[0], next(name for name in reversed(mine) if name != mine[0])
        yield re.sub(f"{first}|{last}", lambda found: last if found[0] == first else first, words)
    yield re.sub(r"\b(is|are|was|were|will|would|has|have|had|can|could)\b", r"\1 not", words, count=1) + (
        "" if re.search(r"\b(?:is|are|was|were|will|would|has|have|had|can|could)\b", words) else " not"
    )
    yield f"Maria Mustermann said that {words}"
    if other != words:
        mine, theirs = words.split(), other.split()
        yield " ".join([*mine[: len(mine) // 2], *theirs[len(theirs) // 2 :]])  # stitched
    yield re.sub(r"\b(?:not|never|no)\b ", "", words, count=1) + ", which was a lie"


def _asked(documents: Path, questions: Sequence[GoldQuestion], model: Model) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection.create(Path(folder))
        collection.add([documents], note=note)
        chatbot = Chatbot(collection, model)
        for question in questions:
            answer = chatbot.ask(question.question, question.history)
            yield from _lines(answer)
        collection.close()


def _lines(answer: Answer) -> Iterator[dict[str, Any]]:
    prose = answer.model
    if prose is None:
        return
    about = {"question": answer.searched}
    if prose.note and not (prose.sentences or prose.left_out):
        yield {**about, "shown": None, "text": "", "reason": prose.note}
    quotes = {quote.number: quote for quote in answer.quotes}
    for sentence in prose.sentences:
        cited = [
            f"{quotes[n].speaker} ({quotes[n].document.date}): {quotes[n].text}" for n in sentence.citations
        ]
        yield {
            **about,
            "shown": True,
            "text": sentence.text,
            "cited": cited,
            "wrong": wrong(sentence, answer),
        }
    for left in prose.left_out:
        yield {**about, "shown": False, "text": left.text, "reason": left.reason}


def wrong(sentence: Sentence, answer: Answer) -> str | None:
    """What is wrong with a shown sentence by the rules of this module, or None."""
    quotes = {quote.number: quote for quote in answer.quotes}
    if not sentence.citations or not set(sentence.citations) <= set(quotes):
        return "a citation that is none"
    for number in sentence.citations:
        quote = quotes[number]
        around = " ".join(
            filter(None, [quote.text, quote.speaker, quote.document.date, _written(quote.document.date)])
        )
        reason = _against(sentence.text, quote.text, around.casefold())
        if reason:
            return f"[{number}] {reason}"
    return None


def _against(text: str, quote: str, around: str) -> str | None:
    text, quote, around = (one.replace("’", "'") for one in (text, quote, around))
    for word in re.findall(r"\d[\d.,]*\d|\d|\b[A-Z][\w’'.-]*\w", text[:1].lower() + text[1:]):
        if word.casefold() not in around:
            return f"does not hold {word}"
    flat = " ".join(quote.split()).casefold()
    for words in _QUOTED.findall(text):
        if " ".join(words.split()).casefold() not in flat:
            return f"does not say “{words}”"
    if bool(_NOT.search(text)) and not _NOT.search(quote):
        return "has no negation"
    found = re.findall(r"\w+", text.casefold())
    known = set(re.findall(r"\w+", around)) | {
        "said",
        "says",
        "that",
        "the",
        "their",
        "according",
        "to",
        "on",
    }
    shared = sum(word in known for word in found)
    return None if shared >= _LEAST_SHARED * len(found) else f"shares {shared} of {len(found)} words"


def _written(date: str | None) -> str:
    months = "january february march april may june july august september october november december".split()
    parts = (date or "").split("-")
    return " ".join([*(str(int(part)) for part in parts if part.isdecimal())]) + (
        f" {months[int(parts[1]) - 1]}" if len(parts) > 1 and parts[1].isdecimal() else ""
    )


def _told(lines: Sequence[dict[str, Any]]) -> int:
    say = sys.stdout.write
    shown = [line for line in lines if line["shown"]]
    left = [line for line in lines if line["shown"] is False]
    bad = [line for line in shown if line["wrong"]]
    say(f"{len(shown) + len(left)} sentences generated, {len(shown)} shown, {len(left)} left out; ")
    say(f"{sum(line['shown'] is None for line in lines)} answers without a sentence\n")
    for reason, count in Counter(_kind(line["reason"]) for line in left).most_common():
        say(f"{count:5} {reason}\n")
    say(f"shown and unsupported by the rules of this module: {len(bad)} of {len(shown)}\n")
    for line in bad:
        say(f"  {line['text']} | {line['wrong']}\n")
    return 1 if bad else 0


def _kind(reason: str) -> str:
    return re.sub(r"\[\d+\]", "[n]", re.sub(r"“[^”]*”", "“…”", reason))


if __name__ == "__main__":
    sys.exit(main())
