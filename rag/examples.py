"""Example questions made from a collection: about names that some of its documents speak of, not all."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from itertools import islice

from index.collection import Collection
from index.words import stems
from rag.speech.lexicon import ROLES
from rag.topic import aliases, states

_DOCUMENTS_READ = 100
_CHARACTERS_READ = 20_000
_CALENDAR = frozenset({*calendar.month_name, *calendar.month_abbr, *calendar.day_name})
_LONGEST_NAME = 3  # words


def names_worth_asking(collection: Collection, count: int) -> list[str]:
    """Names that stand in several documents but not in most, the most telling first."""
    places: dict[str, set[int]] = defaultdict(set)
    uses: Counter[str] = Counter()
    read = list(islice(collection.cards, _DOCUMENTS_READ))
    for number in read:
        document = collection.load(number)
        for sentence in document.sentences:
            if sentence.end > _CHARACTERS_READ:
                break
            text = document.text[sentence.start : sentence.end]
            for span in aliases.names(text):
                # A sentence begins with a capital whatever its first word is.
                name = _usual(text[span.start : span.end])
                if name in _CALENDAR or name.split()[0].lower() in ROLES:
                    continue
                if text[: span.start].endswith(" the ") and not states.forms_of(name):
                    name = f"the {name}"
                if span.start and len(name.split()) <= _LONGEST_NAME + 1 and len(name) > 3:
                    places[name].add(number)
                    uses[name] += 1
    most = max(2, len(read) // 2)
    telling = [name for name, found in places.items() if len(found) <= most]
    # Of a state somebody will want to know; many other names are of the place of a meeting.
    telling.sort(key=lambda name: (not states.forms_of(name), -len(places[name]), -uses[name], name))
    return _distinct(telling, count)


def _usual(name: str) -> str:
    """A state by its usual name, whichever form the text has."""
    forms = states.forms_of(name)
    if not forms:
        return name
    takes_article = forms[0].startswith("United ") or forms[0].endswith(("nes", "lands", "ves"))
    return f"the {forms[0]}" if takes_article else forms[0]


def _distinct(names: list[str], count: int) -> list[str]:
    """Names that share no word with one before: not both "Taiwan" and "Taiwan Strait"."""
    chosen: list[str] = []
    taken: set[str] = set()
    for name in names:
        own = set(stems(name))
        if own and not own & taken:
            chosen.append(name)
            taken |= own
        if len(chosen) == count:
            break
    return chosen
