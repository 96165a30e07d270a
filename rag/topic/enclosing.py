"""The larger name that a name is only a part of: "South China Sea" for China, "Camp David" for David.

A larger name is known by the word that says what it names (``rag/topic/heads``), by the table of states
("Papua New Guinea" is not Guinea), or by what stands before the name ("New", "Camp", "Indo-").
A state owns its organs: "the Korean Navy", "Prime Minister of Japan", "U.S. Department of Defense"
speak of the state; a newspaper, a university, a bank, a sea or a city named after it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.topic import heads
from rag.topic.forms import matcher
from rag.topic.scenes import DASHES, LINKS, Scene, Word, scene_of, singular
from rag.topic.states import fold, shared_names, state_of, states

_AFTER = re.compile(
    r"(?:,?[^\S\n]*+\n?[^\S\n]*+|[-‐‑])[^\W\d_a-z]|[^\S\n]*+\n?[^\S\n]*+(?:&|of|for|and|de)(?!\w)"
)
_BEFORE = re.compile(
    r"(?:(?<![^\W_])[^\W\d_a-z][\w'’.&]*[,.]?|(?<!\w)(?:of|for|on|and|de|&)(?:\s+the)?|\b[a-z]+-)[\s‐‑-]*$"
)
# "native of Columbus, "; without the preposition it may be any name of a list.
_TOWN_BEFORE = re.compile(
    r"(?<!\w)(?:in|of|from|to|at|near|outside|around|for|through)\s([A-Z]\w+(?: [A-Z]\w+)?),\s{1,2}$"
)
_STANDING = heads.INSTITUTIONS | heads.PUBLICATIONS
_OWNED = heads.ORGANS | heads.GOVERNMENT | heads.TREATIES
_NAMED = _STANDING | heads.ORGANS | heads.TREATIES | (heads.TOWNS - {"city"})
_PAST_OF = _STANDING | heads.OF_HEADS | {"district"}
# Words that sentences open with; their capital is the sentence's.
_OPENERS = frozenset(
    """the a an this that these those it its he she they we you i my our your his her their in on at by
    for from to with without of as if when while since because although though but and or nor yet so
    not no after before until unless under over between among against during through about into what
    which who whose why how where there here then now today yesterday tomorrow also both all some any
    each every many most more such other another only even just still again thus hence however
    meanwhile instead like unlike is are was were be has have had do does did will would can could may
    might shall should must let dear per via new-found""".split()
)


def larger_name(text: str, start: int, end: int, forms: Sequence[str]) -> str | None:
    """The name that ``text[start:end]``, one of ``forms``, is only a part of, or None.

    forms: all written forms that are looked for; those of states tell which state is meant, and forms
    without a capital are taken for common nouns ("climate" in "Climate Envoy").
    """
    foreign = _other_state(text, start, end, forms)
    if foreign is not None:
        return foreign
    if not text[start].isupper():
        return None
    if _stands_alone(text, start, end):
        return None
    scene = scene_of(text, start, end)
    state = _is_state(text[start:end])
    common = not any(c.isupper() for form in forms for c in form)
    for found in (
        _prefixed(scene, state),
        _of(scene, state),
        _followed(scene, state, common),
        _people(scene, state),
        _office(scene) if common else None,
        _person(scene),
        _town(scene),
    ):
        if found is not None:
            return found
    return None


def _is_state(name: str) -> bool:
    folded = fold(name)
    return state_of(name) is not None or folded in _shared_folded() or folded in heads.US_STATES


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing beside the name can be part of one with it; spares most names the closer look."""
    after = _AFTER.match(text, end)
    if after or fold(text[start:end]) in heads.TREATY_PLACES:
        return False
    before = _BEFORE.search(text, max(0, start - 40), start)
    return before is None


# --- the rules -------------------------------------------------------------------------------------


def _other_state(text: str, start: int, end: int, forms: Sequence[str]) -> str | None:
    """A longer name of a state that is not asked for: "Republic of China" for China, "Northern Ireland"."""
    longer = _longer_forms(fold(text[start:end]))
    if not longer:
        return None
    asked = _asked(tuple(forms))
    first, last = max(0, start - 80), min(len(text), end + 80)
    for begins, ends in matcher(longer).spans(text, first, last):
        if begins <= start and end <= ends and ends - begins > end - start:
            state = state_of(text[begins:ends])
            if state is not None and state.names[0] not in asked:
                return " ".join(text[begins:ends].split())
    return None


@lru_cache(maxsize=512)
def _asked(forms: tuple[str, ...]) -> frozenset[str]:
    """The states that forms are forms of; for a form that several bear, all of these."""
    asked = {state.names[0] for state in map(state_of, forms) if state is not None}
    shared = shared_names()
    return frozenset(asked or {name for form in forms for name in shared.get(form, ())})


@lru_cache(maxsize=1 << 10)
def _longer_forms(name: str) -> tuple[str, ...]:
    """The forms of states in which a name, folded, stands, the longest first."""
    inner = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    found = [form for form, folded in _folded() if name in folded != name and inner.search(folded)]
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(maxsize=1)
def _folded() -> tuple[tuple[str, str], ...]:
    """The forms of all states, each with how it is compared."""
    return tuple((form, fold(form)) for state in states() for form in state.forms)


@lru_cache(maxsize=1)
def _shared_folded() -> frozenset[str]:
    return frozenset(map(fold, shared_names()))


def _prefixed(scene: Scene, state: bool) -> str | None:
    """New Mexico, Camp David, Little Italy; Indo-Pacific, Trans-Pacific Partnership."""
    if not scene.left or not scene.left[-1].capital:
        return _combining(scene) if scene.right else None
    word, joined = scene.left[-1], scene.text[scene.left[-1].end : scene.start] in DASHES
    if word.low in heads.COMBINING and not state:
        return scene.between(word.start, _run_end(scene))
    if word.low in heads.PREFIXES and not joined:
        first = scene.opening and len(scene.left) == 1
        # "New Chinese rules" opens a sentence; "New Mexico" may do so as well.
        if word.low == "new" and first and _is_adjective(scene):
            return None
        return scene.between(word.start, scene.end)
    return _combining(scene) if scene.right else None


def _combining(scene: Scene) -> str | None:
    """Asia in "Asia-Pacific"."""
    word = scene.right[0]
    if word.joined and word.capital and scene.name in heads.COMBINING:
        return scene.between(scene.start, word.end)
    return None


def _of(scene: Scene, state: bool) -> str | None:
    """University of Texas, Gulf of Mexico, Treaty of Paris, Panel on Climate Change."""
    allowed = _PAST_OF if state else _PAST_OF | _NAMED
    words = [word for word in scene.left if not word.joined]
    for at in range(len(words) - 2, max(-1, len(words) - 8), -1):
        word, link = words[at], words[at + 1]
        if link.low not in LINKS or link.low in ("the", "and", "&"):
            if not link.capital and link.low not in LINKS:
                return None
            continue
        if not word.capital:
            return None
        if word.among(allowed) and all(_within(other) for other in words[at + 2 :]):
            return scene.between(_run_start(scene, word), _run_end(scene))
    return None


def _within(word: Word) -> bool:
    return (word.capital and not word.among(heads.TITLES)) or word.low in ("the", "of")


def _followed(scene: Scene, state: bool, common: bool) -> str | None:
    """Japan Times, South China Sea, George Washington University, Hague Abduction Convention."""
    treaty = _treaty(scene) if scene.name in heads.TREATY_PLACES else None
    if treaty is not None:
        return treaty
    standing = _STANDING | heads.WATERS | heads.TOWNS if state else _NAMED
    organ = scene.name.rsplit(maxsplit=1)[-1] in heads.ORGANS
    for at, word in enumerate(_capital_run(scene, state, common)):
        if organ and word.among(heads.TREATIES):
            return None  # "Security Council Resolution": what an organ enacts is its own
        if state and word.among(_OWNED) and not _indian(scene, at, word):
            return None
        near = not scene.loud or _is_phrase(scene, word)
        if _indian(scene, at, word) or (near and word.among(standing)):
            before = scene.left[-1] if scene.left else None
            begin = _run_start(scene, before) if before and _belongs(before, scene) else scene.start
            return scene.between(begin, _run_end(scene))
        agency = common and at > 0 and word.low == "administration" and not word.joined
        if agency or (word.low == "state" and at == 0 and not state):
            return scene.between(scene.start, word.end)
    return None


def _is_phrase(scene: Scene, head: Word) -> bool:
    """Whether a headline's words up to the head can be one name: "Japan Opens a Museum" is a clause."""
    between = [word.low for word in scene.right if word.start < head.start]
    return len(between) < 3 and not any(word.endswith(("s", "ed", "ing")) for word in between)


def _treaty(scene: Scene) -> str | None:
    """ "the Paris climate agreement", "Minsk agreements": known without capitals."""
    for word in scene.right[:2]:
        if word.among(heads.TREATIES) and word.low not in ("law", "project", "plan"):
            return scene.between(scene.start, word.end)
        if word.low in LINKS or word.joined:
            return None
    return None


def _indian(scene: Scene, at: int, word: Word) -> bool:
    return at == 0 and scene.name.startswith("indian") and word.low in heads.INDIAN_COUNTRY


def _capital_run(scene: Scene, state: bool, common: bool) -> Iterator[Word]:
    """The capitalised words after the name that may belong to one name with it, links left out."""
    for at, word in enumerate(scene.right):
        following = scene.right[at + 1] if at + 1 < len(scene.right) else None
        if word.low in LINKS:
            both = word.low in ("and", "&")
            if following is None or not (following.capital or following.low in LINKS):
                return
            if both and (state or (at == 0 and not common)):
                return
            continue
        if not word.capital or word.among(heads.TITLES):
            return
        if word.joined and at == 0:
            continue
        yield word


def _run_end(scene: Scene) -> int:
    """Where the capitalised words that follow the name end."""
    end = scene.end
    for at, word in enumerate(scene.right):
        if word.low in ("of", "for", "on", "the"):
            continue
        if word.low in ("and", "&") and at + 1 < len(scene.right) and scene.right[at + 1].capital:
            if any(other.among(_NAMED) for other in scene.right[:at]):
                break
            continue
        if not word.capital or word.among(heads.TITLES):
            break
        if (
            at + 1 < len(scene.right)
            and scene.right[at + 1].joined
            and scene.right[at + 1].among(heads.TITLES)
        ):
            break  # Minsk Group | Co-Chair
        end = word.end
    return end


def _belongs(word: Word, scene: Scene) -> bool:
    if not word.capital or word.among(heads.TITLES) or word.low in _OPENERS:
        return False
    return scene.text[word.end : scene.start] not in DASHES and state_of(word.text) is None


def _run_start(scene: Scene, word: Word) -> int:
    """Where the capitalised words up to ``word`` begin."""
    begin = word.start
    for other in reversed([other for other in scene.left if other.end <= word.start]):
        if not _belongs(other, scene):
            break
        begin = other.start
    return begin


def _people(scene: Scene, state: bool) -> str | None:
    """Korean American, African Americans, Pacific Islander, American Indian."""
    before, after = scene.left[-1] if scene.left else None, scene.right[0] if scene.right else None
    if after is not None and after.low in ("american", "americans") and after.capital:
        adjective = _is_adjective(scene) or scene.name in heads.PEOPLES
        return scene.between(scene.start, after.end) if adjective else None
    if after is not None and after.low in ("islander", "islanders"):
        return scene.between(scene.start, after.end)
    if before is None or not state or not before.capital:
        return None
    american = scene.name in ("american", "americans")
    if american and (before.low in heads.PEOPLES or _adjective(before.text)):
        return scene.between(before.start, scene.end)
    tribal = scene.name == "indians" and not (before.low in _OPENERS or _common_before(before))
    if tribal or (scene.name in ("indian", "indians") and before.low in ("american", "native")):
        return scene.between(before.start, scene.end)
    return None


def _is_adjective(scene: Scene) -> bool:
    return _adjective(scene.text[scene.start : scene.end])


def _adjective(word: str) -> bool:
    state = state_of(word)
    folded = fold(word)
    if state is None:
        return folded in ("korean", "congolese", "dominican")
    return state is not None and any(fold(form) in (folded, singular(folded)) for form in state.adjectives)


def _office(scene: Scene) -> str | None:
    """Climate Envoy, Special Envoy for Climate: the topic is only the holder's field of work."""
    for word in scene.right[:4]:
        if not word.capital and word.low not in ("and", "&"):
            break
        if word.capital and word.among(heads.OFFICES):
            return scene.between(scene.start, word.end)
    if len(scene.left) > 1 and scene.left[-1].low in ("for", "of") and scene.left[-2].capital:
        office = scene.left[-2]
        if office.among(heads.OFFICES):
            return scene.between(_run_start(scene, office), scene.end)
    return None


def _person(scene: Scene) -> str | None:
    """Michael Jordan, Rep. Jordan, George Washington, Dr. Samoa; Chad Wolf."""
    before = scene.left[-1] if scene.left else None
    if before is None:
        return _first_name(scene)
    if not before.capital or scene.text[before.end : scene.start] in DASHES:
        return None
    named = scene.name in heads.ALSO_PERSONS
    titled = before.among(heads.TITLES) if named else before.among(heads.COURTESY) and _is_state(scene.name)
    silent = scene.loud or (scene.opening and len(scene.left) == 1) or before.low in _OPENERS
    if titled or (named and not silent and not _common_before(before)):
        return scene.between(before.start, scene.end)
    return None


def _first_name(scene: Scene) -> str | None:
    after = scene.right[0] if scene.right else None
    if scene.loud or scene.name not in heads.ALSO_FIRST_NAMES or after is None or after.joined:
        return None
    plain = after.capital and len(after.text) > 2 and not after.text.isupper()
    if plain and not after.among(_NAMED | heads.TITLES | heads.GOVERNMENT) and state_of(after.text) is None:
        return scene.between(scene.start, after.end)
    return None


def _common_before(word: Word) -> bool:
    """Whether a capitalised word before a place is no first name: a direction, a state, a head noun."""
    directions = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
    return (
        word.low in directions
        or word.text.isupper()
        or word.among(_NAMED | _OWNED | heads.PREFIXES)
        or state_of(word.text) is not None
        or word.low in heads.US_STATES
    )


def _town(scene: Scene) -> str | None:
    """Paris, Texas; Atlanta, Georgia."""
    following = re.compile(r",\s{1,2}([A-Z]\w+(?: [A-Z]\w+)?)(?=[,.;)\s]|$)").match(scene.text, scene.end)
    if following and not scene.text[: scene.start].rstrip().endswith((",", " and", " or")):
        for name in (following[1], following[1].split()[0]):
            if name.casefold() in heads.US_STATES and name.casefold() != "georgia":
                return scene.between(scene.start, scene.end) + ", " + name
    if scene.name == "georgia":
        before = _TOWN_BEFORE.search(scene.text, max(0, scene.start - 60), scene.start)
        if (
            before
            and state_of(before[1]) is None
            and before[1].casefold() not in heads.US_STATES | {"tbilisi"}
        ):
            return f"{before[1]}, {scene.text[scene.start : scene.end]}"
    return None
