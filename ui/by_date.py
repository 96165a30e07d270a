"""A timeline arranged for reading: dates that share a line, a speaker's quotes, uses of the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rag.formulas import Use
from rag.quotes import Quote
from rag.timeline import Appearance, Entry
from ui.wording import who

QUIET = 3  # dates in a row without a quote that get a line each; more share one


def shared_rows(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Dates that share a line: one each, or a longer stretch of them that nothing is quoted from."""

    def quiet(entry: Entry) -> bool:
        return entry.date is not None and not any(shown.quotes for shown in entry.documents)

    for is_quiet, stretch in groupby(entries, quiet):
        row = list(stretch)
        if is_quiet and len(row) > QUIET:
            yield row
        else:
            yield from ([entry] for entry in row)


def by_speaker(shown: Appearance, quotes: Mapping[int, Quote]) -> dict[str, list[Quote]]:
    found: dict[str, list[Quote]] = {}
    for number in shown.quotes:
        found.setdefault(who(quotes[number]), []).append(quotes[number])
    return found


def numbered(numbers: Sequence[int]) -> str:
    """``[5]–[9] [11]``."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return " ".join(
        f"[{run[0]}]–[{run[-1]}]" if len(run) > 2 else " ".join(f"[{number}]" for number in run)
        for run in found
    )


def stages(uses: Sequence[Use]) -> list[list[Use]]:
    """The uses, those that repeat the words of the one before together with it."""
    found: list[list[Use]] = []
    for use in uses:
        if found and not use.added and _same(found[-1][-1], use):
            found[-1].append(use)
        else:
            found.append([use])
    return found


def _same(one: Use, other: Use) -> bool:
    return one.text.casefold().split() == other.text.casefold().split()
