"""Many people asking at once, timed: ``python -m ui.load ADDRESS [QUESTION ...]``."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import quantiles
from urllib.parse import urlsplit

PEOPLE = 20
ASKED = 5  # questions each, one after the other
QUESTIONS = tuple(
    f"What did they say about {topic}?"
    for topic in ("Taiwan", "Syria", "North Korea", "Burma", "fishing rights")
)


@dataclass(frozen=True, slots=True)
class Reply:
    """How one question was answered: the status, and the seconds until the whole reply had come."""

    status: int
    seconds: float


def ask_all(
    address: str, questions: Sequence[str], *, people: int = PEOPLE, asked: int = ASKED
) -> list[Reply]:
    """Everybody's replies; each person begins with another question."""

    def person(number: int) -> list[Reply]:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=120)
        replies = [_ask(connection, questions[(number + step) % len(questions)]) for step in range(asked)]
        connection.close()
        return replies

    with ThreadPoolExecutor(people) as pool:
        return [reply for replies in pool.map(person, range(people)) for reply in replies]


def _ask(connection: HTTPConnection, question: str) -> Reply:
    started = time.perf_counter()
    body = json.dumps({"question": question})
    connection.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
    reply = connection.getresponse()
    reply.read()
    return Reply(reply.status, time.perf_counter() - started)


def summary(replies: Sequence[Reply], seconds: float) -> str:
    """One line: how many replies of which status, and how long the answered ones took."""
    statuses = ", ".join(
        f"{count} × {status}" for status, count in sorted(Counter(r.status for r in replies).items())
    )
    answered = sorted(reply.seconds for reply in replies if reply.status == 200)
    cuts = quantiles(answered, n=100, method="inclusive") if len(answered) > 1 else [0.0] * 99
    return (
        f"{statuses} in {seconds:.1f} s ({len(replies) / seconds:.0f} a second); "
        f"p50 {cuts[49]:.2f} s, p95 {cuts[94]:.2f} s, longest {max(answered, default=0.0):.2f} s"
    )


def main(arguments: Sequence[str]) -> int:
    """Print the summary; 0 if every question was answered."""
    if not arguments or not arguments[0].startswith("http://"):
        sys.stderr.write("usage: python -m ui.load http://127.0.0.1:7860 [QUESTION ...]\n")
        return 2
    questions = arguments[1:] or QUESTIONS
    ask_all(arguments[0], questions, people=1, asked=len(questions))  # what is loaded at the first question
    started = time.perf_counter()
    replies = ask_all(arguments[0], questions)
    sys.stdout.write(summary(replies, time.perf_counter() - started) + "\n")
    return 0 if all(reply.status == 200 for reply in replies) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
