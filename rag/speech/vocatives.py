"""Whom quoted words call: "Then unseal it, Ms. Reed", "Well, Ana, nobody does", "Senator, it is a hole"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.asked.phrases import personal
from rag.speech import lexicon
from rag.speech.cast import Cast, content
from rag.speech.source import Source

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Madam|Madame|Lord|Lady|Judge|Justice|Senator|Governor|Minister|Mayor"
    r"|President|Professor|Officer|Captain|General|Colonel|Coach|Father|Councill?or|Congress(?:wo)?man)\.?)"
)
_CALLED = rf"(?P<called>(?:{_TITLE}\s)?[A-Z][\w’'-]*[a-z](?:\s[A-Z][\w’'-]*[a-z])?|sir|ma[’']am|madam)"
_LEADS = (
    r"(?:(?i:well|oh|no|yes|yeah|look|listen|now|but|and|so|hey|ok|okay|right|thank you|thanks|please|sorry"
    r"|come on|dear|good \w+|congratulations),?\s)"
)
# A comma after a name opens an apposition as well: "Ana, my wife, …", "Ana, Bob and Lee came".
_GOES_ON = r"(?!(?:who|whose|which|my|his|her|our|their|the|an?|and|or|of|from|\d+)\b|(?!I\b)[A-Z][\w-]+)"
_GOES_ON_WITHIN = r"(?!(?:who|whose|which|\d+)\b|(?:(?:and|or)\s)?(?!I\b)[A-Z][\w-]+)"
_OPENS = re.compile(rf"(?:^|(?<=[.?!…]\s)){_LEADS}{{0,2}}{_CALLED}(?:,\s{_GOES_ON}|[?!]\s)")
_CLOSES = re.compile(rf"(?P<before>[\w’'-]+),\s{_CALLED}(?=[.?!…]|,?$)")
# A name between commas may explain as well as call: "unseal it, Ms. Reed, or …", "my wife, Ana, came".
_WITHIN = re.compile(rf"(?P<before>\b[a-z][\w’'-]*),\s{_CALLED},\s{_GOES_ON_WITHIN}")
_ALONE = re.compile(rf"{_CALLED}[,.?!…]?$")
# Quotation marks within the quoted words, in which somebody else was called.
_NESTED = re.compile(r"‘[^‘]*?(?:[.,?!…]’|’(?=\s|$))|(?<![\w])'[^']*?[.,?!…]'|“[^“”]*”|\"[^\"]*\"")
_TOLD = frozenset("said says told asked".split())
_OWN = re.compile(r"\bI(?:['’]m| am| was)(?: still)? (?:his|her|their|the|a) (?P<kin>[a-z]+)\b")
_COURTESIES = frozenset("Mr Mrs Ms Mx Dr".split())  # of which a name follows the stop
_SEXES = {"sir": "m", "madam": "f", "ma'am": "f"}


def calls(text: str) -> list[str]:
    """The names and titles that quoted words call somebody by, as they are written there."""
    plain = _NESTED.sub(lambda found: " " * len(found[0]), text).strip()
    if alone := _ALONE.match(plain):
        return [alone["called"].replace("’", "'")]
    inside = [*_WITHIN.finditer(plain), *_CLOSES.finditer(plain)]
    found = [one for one in (*_OPENS.finditer(plain), *inside) if _addresses(one)]
    return list(dict.fromkeys(one["called"].replace("’", "'") for one in found))


def _addresses(found: re.Match[str]) -> bool:
    """ "He had a car, Ana.", not "I met my wife, Ana."; nor "I said, sir, …", which was said elsewhere."""
    before = (found.groupdict().get("before") or "").lower()
    return found["called"] not in _COURTESIES and before not in _TOLD and not (before and personal(before))


def is_called(source: Source | None, called: list[str], cast: Cast) -> bool:
    """Is this person one whom words call so? A title calls whoever bears it."""
    if source is None or source.person is None:
        return False
    return any(_means(source, name, cast) for name in called)


def _means(source: Source, name: str, cast: Cast) -> bool:
    sex = _SEXES.get(name.lower())
    if sex:
        return source.gender == sex
    titles, words = _parted(name)
    person = source.person
    if words:
        given = person is not None and not titles and person.name[0].lower() == words[0].lower()
        return given or cast.find(words, " ".join(titles)) is person
    wanted = content(" ".join(word for word in titles if word.lower() not in lexicon.HONORIFICS))
    return bool(wanted) and person is not None and any(wanted <= content(role) for role in person.roles)


def _parted(name: str) -> tuple[list[str], list[str]]:
    """The titles and the names of "Senator Reed", "Mr. Chairman", "Ana"."""
    listed: Iterator[str] = iter(name.split())
    titles: list[str] = []
    for word in listed:
        low = word.lower()
        if lexicon.is_role(low) or low in lexicon.HONORIFICS:
            titles.append(word)
        else:
            return titles, [word, *listed]
    return titles, []


def own_sex(said: str) -> str:
    """The sex that quoted words tell of whoever says them: "I'm his mother"; or an empty string."""
    found = _OWN.search(said)
    return lexicon.sex_of_role(found["kin"]) if found and found["kin"] in lexicon.KIN else ""
