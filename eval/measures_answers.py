"""Measures of the rest of an answer: its words, its verdicts, its dates, its silence, its time."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator

from eval.cases import Case, Check, check

_REFERENCES = re.compile(r"(?:\s*\[\d+\])+")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = frozenset(string.punctuation)
_NO_WORD = re.compile(r"[\W_]+")
# From here on scripts are written without spaces, so that no word ends where another begins.
_FIRST_EAST_ASIAN = "\u2e80"


def correct(case: Case) -> Iterator[Check]:
    """Questions answered rightly as a whole / questions.

    Absent: abstained. With accepted answers: one stands in the text. A topic: exactly the gold documents
    say something. Else: every gold quote's document is quoted.
    """
    gold, given = case.gold, case.given
    if gold.kind == "absent":
        yield check(given.abstained and not given.quotes, "")
    elif given.abstained:
        yield check(False, "")
    elif gold.accept:
        yield check(any(_holds(given.text, wanted) for wanted in gold.accept), "")
    elif gold.kind == "topic":
        yield check(given.said == set(gold.said), "")
    else:
        quoted = {quote.document for quote in given.quotes}
        yield check(quoted.issuperset(quote.document for quote in gold.quotes), "")


def accepted(case: Case) -> Iterator[Check]:
    """Answers that hold one of the accepted ones / questions that have some; case and punctuation aside."""
    found = any(_holds(case.given.text, wanted) for wanted in case.gold.accept)
    yield check(found, f"none of {', '.join(case.gold.accept)}")


def exact_match(case: Case) -> Iterator[Check]:
    """1 if the short answer is an accepted one, as SQuAD writes both; of an absent fact: if there is none.

    Rajpurkar et al., ACL 2018, and its evaluate-v2.0.py.
    """
    short = normalised(short_answer(case))
    yield Check(float(short in _wanted(case)))


def token_f1(case: Case) -> Iterator[Check]:
    """The best F1 of the short answer's words and an accepted answer's, as SQuAD counts them.

    2 · precision · recall / (precision + recall) over the multiset of words in common; where either
    has no words, 1 if both have none.
    """
    short = normalised(short_answer(case)).split()
    yield Check(max(_f1(short, wanted.split()) for wanted in _wanted(case)))


def short_answer(case: Case) -> str:
    """The fact that the answer states, or its most certain quote; nothing where it abstains."""
    given = case.given
    if given.abstained:
        return ""
    best = max(given.quotes, key=lambda quote: quote.score, default=None)
    return stated(given.text) or (best.text if best else given.text)


def stated(text: str) -> str:
    """The fact or the names that open an answer, without its references; empty where there is none."""
    first = text.split("\n", 1)[0].strip()
    return _REFERENCES.sub("", first).strip() if first.endswith("]") else ""


def normalised(text: str) -> str:
    """Lower case, without punctuation, articles and superfluous spaces: SQuAD's ``normalize_answer``."""
    bare = "".join(char for char in text.lower() if char not in _PUNCTUATION)
    return " ".join(_ARTICLES.sub(" ", bare).split())


def verdict_accuracy(case: Case) -> Iterator[Check]:
    """Documents rightly said to say something, or not to / documents of the collection."""
    documents = len(case.given.verdicts) + case.given.silent
    wrong = len(case.given.said.symmetric_difference(case.gold.said))
    if documents:
        yield Check(float(max(0, documents - wrong)), float(documents))


def verdict_sets(case: Case) -> Iterator[Check]:
    """Topics for which exactly the gold documents say something / topics."""
    missing = sorted(set(case.gold.said) - case.given.said)
    more = sorted(case.given.said - set(case.gold.said))
    wrong = [f"missing {', '.join(missing)}"] * bool(missing) + [f"too many {', '.join(more)}"] * bool(more)
    yield check(not wrong, "; ".join(wrong))


def silent_precision(case: Case) -> Iterator[Check]:
    """Documents called silent that say nothing / documents called silent."""
    listed = {ruled.document for ruled in case.given.verdicts if ruled.verdict == "silent"}
    speaking = {ruled.document for ruled in case.given.verdicts if ruled.verdict != "silent"}
    silent = len(listed) + case.given.silent
    unlisted = set(case.gold.said) - listed - speaking if case.given.silent else set()
    if silent:
        wrong = len(listed.intersection(case.gold.said)) + len(unlisted)
        yield Check(float(silent - wrong), float(silent))


def dates(case: Case) -> Iterator[Check]:
    """Documents shown with the date they state, as precise as they state it / documents gold gives one of."""
    shown = {ruled.document: ruled.date for ruled in case.given.verdicts}
    for wanted in case.gold.dates:
        is_right = wanted.document in shown and shown[wanted.document] == wanted.date
        yield check(is_right, f"{wanted.document} is of {wanted.date}, not {shown.get(wanted.document)}")


def answered(case: Case) -> Iterator[Check]:
    """Questions that the collection answers and that were not abstained from / such questions."""
    yield check(not case.given.abstained, "abstained")


def abstained(case: Case) -> Iterator[Check]:
    """Questions that the collection does not answer, abstained from without a quote / such questions."""
    yield check(case.given.abstained and not case.given.quotes, "answered all the same")


def abstained_rightly(case: Case) -> Iterator[Check]:
    """Questions abstained from that the collection does not answer / questions abstained from."""
    if case.given.abstained:
        yield Check(float(case.gold.kind == "absent"))


def confidence(case: Case) -> Iterator[Check]:
    """How likely the answer thinks itself answerable, and whether it is."""
    if case.given.answerable is not None:
        yield Check(case.given.answerable, float(case.gold.kind != "absent"))


def risk(case: Case) -> Iterator[Check]:
    """How likely the answer thinks itself answerable, and whether it is right.

    What was abstained from would have been answered wrongly, for all that is known.
    """
    if case.given.answerable is not None:
        right = not case.given.abstained and next(correct(case)).right
        yield Check(case.given.answerable, float(right))


def seconds(case: Case) -> Iterator[Check]:
    """The wall-clock time of one answer, in seconds."""
    yield Check(case.seconds)


def _wanted(case: Case) -> list[str]:
    """The accepted answers as SQuAD compares them; where there is none, the empty one is right."""
    return [wanted for wanted in map(normalised, case.gold.accept) if wanted] or [""]


def _holds(text: str, wanted: str) -> bool:
    inside, outside = (f" {_NO_WORD.sub(' ', written.casefold()).strip()} " for written in (wanted, text))
    if any(char >= _FIRST_EAST_ASIAN for char in inside):
        return inside.strip() in outside
    return inside in outside


def _f1(found: list[str], wanted: list[str]) -> float:
    if not found or not wanted:
        return float(found == wanted)
    common = sum((Counter(found) & Counter(wanted)).values())
    return 2.0 * common / (len(found) + len(wanted))
