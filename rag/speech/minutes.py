"""Minutes of meetings: after "Ms Field reported that …" what follows in the same item is what she told, until
something is decided or somebody else takes the floor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents import Span
from index.sentences import sentences
from rag.quotes import Statement
from rag.speech import lexicon
from rag.speech.cast import Cast

_HEAD = 10  # paragraphs in which a text says that it is the minutes of a meeting
# What heads minutes, and of whose meeting they are.
HEADING = re.compile(
    r"(?:\W*(?:\w[\w-]* )?\b(?i:minutes|notes|record|proceedings|report (?:of|on) (?:the|a))\b"
    r"[^.\n]{0,40}?\b(?i:meeting|session|sitting)\b"
    r"|[^.\n]{0,60}\b(?i:(?:meeting|session) (?:minutes|notes|record)|minutes)(?=$|[\n,;:]| [–—-]))"
    r"(?:[^.\n]{0,30}? of (?:the )?(?P<body>[A-Z][\w'’-]*(?: (?:of|for|and|[A-Z][\w'’-]*)){0,6}?)"
    r"(?=$|[,;(]| (?:held|on|at|in)\b))?"
)
_OF_BODY = re.compile(r"\W*(?i:minutes) of [^.\n]{3,80}(?=\n|$)")  # "Minutes of the Harbour Board"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Alderman|Judge|Rev)\.?"
_CAP = r"[A-ZÀ-Þ][\w.'’-]*"
_OFFICE = rf"{_CAP}(?: (?:of|for|and|the|{_CAP})){{0,5}}"
# "Director of Parks (Ms R. Keel)" in the list of those present: elsewhere the name comes first.
_OFFICER = re.compile(rf"(?P<office>{_OFFICE}) \((?P<name>{_TITLE} (?:{_CAP} ){{0,3}}{_CAP})\)")
# "Ruth Keel (Director of Parks)", "Captain Ruth Keel (Harbour Master)" there.
_HOLDER = re.compile(rf"(?P<name>(?:{_CAP} ){{1,4}})\((?P<office>{_OFFICE})\)")
_PRESENT = re.compile(
    r"\W*(?i:(?:members |officers |also )?(?:present|in attendance|attending|attendance|attendees|apologies"
    r"|chair))\b[^.\n]{0,40}:"
)
_NAME = rf"(?!(?:The|This|That|These|A|An|He|She|They|It) )(?:{_TITLE} )?(?:{_CAP} ){{0,3}}?{_CAP}"
_OPENS = re.compile(
    rf"(?:(?P<name>{_NAME})|[Tt]he (?P<office>{_OFFICE}))"
    r"(?:,(?! and )[^,.]{2,80},| of (?:the )?[A-Z][^,.]{2,40}?| \([^()]{2,60}\))?"
    r" (?:(?:also|then|further|[a-z]+ly) )?(?P<verb>[a-z]+)\b"
)
_PRONOUN = re.compile(r"(?:He|She|They)\b(?: (?:also|then|further|[a-z]+ly))? (?P<verb>[a-z]+)")
# How somebody takes the floor where no words of his are told.
_TAKING_THE_FLOOR = re.compile(
    r"(?:presented|introduced|outlined|summarised|summarized|updated|briefed|explained|described|gave|spoke|reported"
    r"|opposed|supported|welcomed|asked|proposed|suggested|reminded|informed|advised|thanked|raised"
    r"|thought|considered|felt|believed|feared|hoped|doubted|regretted|undertook|promised)\b"
)
_WORRIED = re.compile(
    r"(?:was|were|felt) (?:not )?(?:worried|concerned|unhappy|disappointed|pleased|surprised|of the view)"
)
_DEEDS = frozenset(
    """took left joined arrived withdrew voted abstained rose sat entered presided resumed chaired closed
    opened seconded signed was were has had""".split()
)
_BEING = frozenset("was were had".split())
_NO_WORDS = _DEEDS - _BEING | {"and"}  # whoever left, and of two speakers the first
# "On the fuel, …", "In reply to a question, …": what may stand before the one who takes the floor.
_ADVERBIAL = re.compile(
    r"(?:On|In|As (?:to|for|regards)|Regarding|Concerning|Turning to|Asked|Answering|Replying|Responding|With"
    r"|Following|After)\b[^,.;]{2,70}, (?=(?:[Tt]he )?[A-Z])"
)
_NUMBER = re.compile(r"\A\s*(?:\(?(?:\d+(?:\.\d+)*|[a-z])[.)]?\s+)?(?:[A-Z][\w’' -]{2,40}: (?=[A-Z]))?")
# What the meeting does, which nobody in it tells.
_PASSED = (
    r"(?:agreed|noted|approved|adopted|carried|resolved|deferred|received|put|taken|rejected|lost|withdrawn"
    r"|recorded|tabled|elected|closed|adjourned|read|decided|opened)"
)
_BODY = r"(?:[Mm]eeting|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Gg]overnors|[Tt]rustees)"
_DONE = re.compile(
    r"(?:No (?:decision|action|questions)|(?i:resolved|agreed|noted|action|decided|carried|vote)|Moved"
    r"|Proposed|Seconded|Ayes|In favou?r|It was|There (?:was|were) (?:no|\d|general|unanimous)"
    r"|A (?:vote|show of hands)|Members|(?:The|This|That|These) (?:[\w'’-]+ ){0,5}?"
    rf"(?:(?:was|were|be) (?:[a-z]+ly |then |so |duly )?{_PASSED}|closed|adjourned|rose"
    rf"|{_BODY} (?:agreed|resolved|noted|approved|decided|considered|discussed|adopted)))\b"
)


def is_minutes(flat: str, paragraphs: Sequence[Span]) -> bool:
    """Do the first lines say so?"""
    return any(one.match(flat, p.start, p.end) for p in paragraphs[:_HEAD] for one in (HEADING, _OF_BODY))


def enrol(cast: Cast, flat: str, paragraphs: Sequence[Span]) -> None:
    """Adds those who attend under an office that comes before the name."""
    for paragraph in paragraphs[: 2 * _HEAD]:
        if _PRESENT.match(flat, paragraph.start, paragraph.end):
            for one in _OFFICER.finditer(flat, paragraph.start, paragraph.end):
                cast.add(_bare(one["name"]), one["office"].removeprefix("The "))
            for one in _HOLDER.finditer(flat, paragraph.start, paragraph.end):
                name = _untitled(one["name"].split())
                if len(name) > 1 and _acts(one["office"], flat):
                    cast.appoint(cast.add(name), one["office"])


def _untitled(words: Sequence[str]) -> tuple[str, ...]:
    """A name without the titles before it: "Captain Joris Veldt"."""
    words = list(words)
    while words and (words[0].lower().rstrip(".") in lexicon.HONORIFICS or lexicon.is_role(words[0].lower())):
        words.pop(0)
    return tuple(words)


def _acts(office: str, flat: str) -> bool:
    """Does the text tell of what "the Harbour Master" did, so that this is no seat and no party?"""
    return re.search(rf"\b[Tt]he {re.escape(office)} (?:said|told|[a-z]+ed)\b", flat) is not None


def minuted(flat: str, paragraphs: Sequence[Span], made: Sequence[Statement], cast: Cast) -> list[Statement]:
    """What minutes tell of each one's words: with what was found already, some of it under another name.

    made: that, sorted.
    """
    found = [one for paragraph in paragraphs for one in _told(flat, paragraph, made, cast)]
    kept = [one for one in made if not any(one.overlaps(new) for new in found)]
    return sorted([*found, *kept])


def _told(flat: str, paragraph: Span, made: Sequence[Statement], cast: Cast) -> Iterator[Statement]:
    if _PRESENT.match(flat, paragraph.start, paragraph.end):
        return
    speaker: str | None = None
    telling = False
    for sentence in sentences(flat[paragraph.start : paragraph.end]):
        span = Span(paragraph.start + sentence.start, paragraph.start + sentence.end)
        text = flat[span.start : span.end]
        unnumbered = _NUMBER.sub("", text, count=1)
        start, body = len(text) - len(unnumbered), _ADVERBIAL.sub("", " ".join(unnumbered.split()))
        if not any(map(str.isalpha, body)):
            continue
        said = [one for one in made if one.overlaps(span)]
        opening, pronoun = _OPENS.match(body), _PRONOUN.match(body)
        named = _named(opening, cast) if opening else None
        takes = opening is not None and (bool(said) or _takes_the_floor(body, opening))
        if _DONE.match(body):
            speaker, telling = None, False
        elif opening and opening["verb"] in _NO_WORDS and (named or " " in (opening["name"] or "")):
            # What another says in it is that other's, and nobody goes on telling what was told before.
            heard = {one.speaker for one in said}
            alone = named if not heard and opening["verb"] != "and" else None
            speaker, telling = heard.pop() if len(heard) == 1 else alone, bool(said)
        elif opening and named and (takes or opening["office"] or re.match(_TITLE, body)):
            speaker, telling = named, takes
            if takes:
                yield from _by(speaker, Span(span.start + start, span.end), body, said)
        elif pronoun and speaker:
            telling = bool(said) or (telling and pronoun["verb"] not in _NO_WORDS)
            if telling:
                yield from _by(speaker, Span(span.start + start, span.end), body, said)
        elif said and telling and speaker and not any(_takes_part(one, cast) for one in said):
            continue  # "The maker has agreed to mend it", as somebody tells who goes on
        elif said:
            speaker = speaker if all(one.speaker == speaker for one in said) else None
            telling = telling and speaker is not None
        elif telling and speaker:
            yield Statement(span.start, span.end, speaker, "reported")


def _takes_part(one: Statement, cast: Cast) -> bool:
    """Are these the words of a person whom the minutes name?"""
    return one.speaker is not None and cast.find(one.speaker.split(",")[0].split()) is not None


def _by(speaker: str, span: Span, body: str, said: Sequence[Statement]) -> Iterator[Statement]:
    """A sentence as its subject's, up to where another speaks; of words in quotation marks those found."""
    others = [
        one for one in said if _is_named(one, body) and one.speaker != speaker and one.start > span.start
    ]
    if len(said) == len(others) or (len(said) == 1 and said[0].voice != "direct"):
        end = min((one.start for one in others), default=span.end)
        yield Statement(span.start, end, speaker, "reported")
        yield from others
        return
    for one in said:
        yield Statement(one.start, one.end, one.speaker if _is_named(one, body) else speaker, one.voice)


def _is_named(one: Statement, body: str) -> bool:
    """Does the sentence name whose statement this is found to be?"""
    return one.speaker is not None and one.speaker.split(",")[0].split()[-1] in body


def _takes_the_floor(body: str, opening: re.Match[str]) -> bool:
    verb = body[opening.start("verb") :]
    return _TAKING_THE_FLOOR.match(verb) is not None or _WORRIED.match(verb) is not None


def _named(opening: re.Match[str], cast: Cast) -> str | None:
    """Whom a sentence has for its subject: the person of this name, or who holds the office."""
    if opening["office"]:
        held = cast.holding(opening["office"].lower())
        if len(held) == 1:
            return held[0].label
        return opening["office"] if lexicon.is_role(opening["office"].split()[0].lower()) else None
    name = _bare(opening["name"])
    known = cast.find(name) or cast.find(name[-1:])
    titled = len(name) < len(opening["name"].split())
    return known.label if known else opening["name"] if titled else None


def _bare(name: str) -> tuple[str, ...]:
    """A name without the courtesy before it."""
    return tuple(re.sub(rf"^{_TITLE} ", "", name).split())
