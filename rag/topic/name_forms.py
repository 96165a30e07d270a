"""The names in a question, and how a collection writes each: in full or short, as a state's, as a surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from index.collection import Collection, Match
from index.documents import Span
from index.words import stems
from rag.speech.lexicon import GIVEN_NAMES
from rag.speech.offices import OFFICES, TITLES
from rag.topic import aliases, states
from rag.topic.heads import GOVERNMENT, INSTITUTIONS, ORGANS, TREATIES
from rag.topic.synonyms import names_of

_TURNED = (ORGANS | GOVERNMENT | TREATIES | {"statement", "report", "speech", "address"}) - {"group", "house"}
_BODIES_AND_TREATIES = ORGANS | GOVERNMENT | TREATIES | INSTITUTIONS
_VERSUS = re.compile(r"\s(?:v|vs)\.?\s", re.IGNORECASE)
_SHORT_NAME = 5  # letters
_PASSAGES_READ = 40  # for a name with the initials asked for
_INTRODUCTIONS = 400  # sentences read for "Republic of Korea (ROK)"


def names_in(asked: str) -> list[Span]:
    """The names in a topic: capitalised ones, and states however they are written."""
    found = [part for name in _joined(aliases.names(asked), asked) for part in _parted(name, asked)]
    found += [span for span in states.found_in(asked) if not any(name.overlaps(span) for name in found)]
    return sorted(found)


def _joined(names: Sequence[Span], asked: str) -> list[Span]:
    """ "Belt" and "Road Initiative" as the one name that they are, and "Roe" and "Wade"."""
    found: list[Span] = []
    for name in names:
        if found and _are_one(found[-1], name, asked):
            found[-1] = Span(found[-1].start, name.end)
        else:
            found.append(name)
    return found


def _are_one(first: Span, second: Span, asked: str) -> bool:
    between = asked[first.end : second.start]
    if _VERSUS.fullmatch(between):
        return True
    one, other = asked[first.start : first.end], asked[second.start : second.end].split()
    # "the Food and Drug Administration", but "Kerry and the Drug Administration", "Chile and Congress".
    if between in (" on ", " on the "):  # "the Commission on Rural Roads"
        whose = one.lower().split()[-1] in ORGANS and not states.forms_of(asked[second.start : second.end])
        return whose and bool(re.search(r"\b(?:the|its|this) $", asked[: first.start], re.IGNORECASE))
    joined = between in (" and ", " & ") and len(other) > 1 and other[-1].lower() in _BODIES_AND_TREATIES
    return joined and asked[: first.start].lower().endswith("the ") and not states.forms_of(one)


def _parted(name: Span, asked: str) -> list[Span]:
    """ "US-Japan-Korea" names three states; "Guinea-Bissau" is one."""
    written = asked[name.start : name.end]
    parts = [Span(name.start + m.start(), name.start + m.end()) for m in re.finditer(r"[^-–]+", written)]
    several = len(parts) > 1 and not states.forms_of(written)
    if several and all(states.forms_of(asked[part.start : part.end]) for part in parts):
        return parts
    return [name]


def forms_in(name: str, collection: Collection, *, loose: bool, there: bool = False) -> tuple[str, ...]:
    """Every form under which the collection may speak of a name, the one asked for first.

    loose: take forms that may mean another state, too ("Korea" for South Korea).
    there: it is where something was, and not who governs from there.
    """
    introductions = [
        collection.text(match.document)[match.span.start : match.span.end]
        for match in islice(_holding(stems(name), collection), _INTRODUCTIONS)
    ]
    forms = dict.fromkeys([name, *states.forms_of(name), *aliases.abbreviations(name, introductions)])
    forms.update(dict.fromkeys((*_without_title(name), *names_of(name))))
    forms.update(dict.fromkeys(_of_its_state(name)))
    forms.update(dict.fromkeys((*_turned(name), *_shortened(name))))
    if _abbreviated(name) and len(forms) == 1:
        forms.update(dict.fromkeys(_spelled_out(name, collection)))
    if name.endswith("s") and len(name) > _SHORT_NAME and not states.forms_of(name):
        forms[name.removesuffix("s")] = None  # "the Senkakus"
    if not introductions and not there:
        # Nobody here writes "Pyongyang": what is asked is what they say of those who govern there.
        forms.update(dict.fromkeys(states.governed_from(name)))
    for form in list(forms):
        forms.update(dict.fromkeys(states.forms_of(form)))
    if loose:
        forms.update(dict.fromkeys(states.loose_forms_of(name)))
    return tuple(forms)


def _of_its_state(name: str) -> Iterator[str]:
    """ "UN Security Council" is "United Nations Security Council", and in its texts "Security Council".

    "American Airlines" are no "US airlines": only an organ is named by the noun and the adjective alike.
    """
    first = next(iter(states.found_in(name)), None)
    state = states.state_of(name[first.start : first.end]) if first and first.start == 0 else None
    rest = name[first.end :].strip() if first else ""
    if first is None or state is None or not rest[:1].isupper():
        return
    written = states.fold(name[: first.end])
    adjective = written in map(states.fold, state.adjectives)
    alike = state.adjectives if adjective else state.names + state.abbreviations
    organ = not (ORGANS | GOVERNMENT).isdisjoint(rest.lower().split())
    yield from (f"{form} {rest}" for form in (state.forms if organ else alike))
    if state.kind == "bodies" and " " in rest:
        yield rest


def _shortened(name: str) -> Iterator[str]:
    """ "Belt and Road" of "Belt and Road Initiative", "Chips Act" of "Chips and Science Act", "Roe" of
    "Roe v. Wade"."""
    plaintiff, *others = _VERSUS.split(name)
    if others:
        yield plaintiff
    body, on, _ = name.partition(" on ")
    if on and " " in body:  # "the Rural Roads Commission on Bridges"
        yield body
    one, joined, other = name.partition(" and ")
    if joined and " of " not in one and other.rsplit(maxsplit=1)[-1].lower() in TREATIES:
        yield name.rsplit(maxsplit=1)[0]
        yield f"{one} {other.rsplit(maxsplit=1)[-1]}"


def _turned(name: str) -> Iterator[str]:
    """ "Ministry of Trade" is "Trade Ministry", "State Department" is "Department of State"."""
    what, of, whose = name.partition(" of ")
    whose = whose.removeprefix("the ")
    if of:
        if not _TURNED.isdisjoint(what.lower().split()[-1:]) and " of " not in whose:
            yield f"{whose} {what}"
        return
    *first, last = name.split()
    if first and last.lower() in _TURNED:
        yield from (f"{last} of {the}{' '.join(first)}" for the in ("", "the "))


def _holding(own: Sequence[str], collection: Collection) -> Iterable[Match]:
    """Sentences that hold all of these words; the rarest finds them."""
    if not own:
        return []
    rarest = max(own, key=collection.rarity)
    found = (match for _, group in collection.matches([rarest]) for match in group)
    return (match for match in found if match.stems.issuperset(own))


def _without_title(name: str) -> list[str]:
    """The surname of a person, by which a text goes on: "Obama" for "President Obama"."""
    *before, last = name.split()
    titles = set(takewhile(TITLES.__contains__, (part.lower().strip(".") for part in before)))
    # "New York" and "Air France" hold words that only belong to an office: they name no person.
    is_person = not titles.isdisjoint(OFFICES) or bool(before and before[0].lower() in GIVEN_NAMES)
    return [last] if is_person and last.lower() not in TITLES else []


def _abbreviated(name: str) -> bool:
    """Whether a name is initials, or holds some: "CFP", "the CFP Board"."""
    return any(
        _letters(part).isupper() and _letters(part).isalpha() and len(part) > 1 for part in name.split()
    )


def _letters(initials: str) -> str:
    """ "HABER" of "HAB-ER"."""
    return initials.replace("-", "")


def _spelled_out(name: str, collection: Collection) -> list[str]:
    """Names with these initials in the passages nearest to them, where the collection has only those:
    "Fisheries Protection Board" for "FP Board"."""
    found: dict[str, None] = {}
    spells = re.compile(" ".join(map(_initials, name.split())))
    for hit in collection.search(name, _PASSAGES_READ):
        text = hit.passage.text
        for span in aliases.names(text):
            long = text[span.start : span.end]
            if spells.fullmatch(re.sub(r"[\s-]+", " ", long)):
                found[long] = None
    return list(found)


def _initials(word: str) -> str:
    """A pattern for a word of a name, or for the words that it is the initials of."""
    if not _abbreviated(word):
        return re.escape(word)
    return " ".join(rf"(?:[a-z]+ )*{letter}[\w.'’&]*" for letter in _letters(word))
