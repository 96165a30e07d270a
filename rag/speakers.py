"""Who is on record with every stretch of a document, and in which voice."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from index.documents import Document, Span
from index.sentences import sentences
from rag.abroad.east_asian import east_asian, is_east_asian
from rag.abroad.press import LANGUAGES, Press
from rag.abroad.tongues import tongue_of
from rag.abroad.turns_east import spoken_east
from rag.quotes import Statement, Voice
from rag.speech.articles import Article
from rag.speech.authors import author as author_of
from rag.speech.authors import own_report
from rag.speech.cast import Cast
from rag.speech.cited import with_cited
from rag.speech.extents import is_mark
from rag.speech.interviews import in_bold, in_turn, in_type, interview
from rag.speech.introductions import enlist
from rag.speech.issuers import TITLE_VERB, Issuer, issuer
from rag.speech.label_names import name_of
from rag.speech.members import members, told_of_members
from rag.speech.minutes import enrol, is_minutes, minuted
from rag.speech.name_lines import by_lines
from rag.speech.names import Mention, mentions
from rag.speech.own_names import in_full
from rag.speech.participants import is_office, participants, parts_of
from rag.speech.partings import parted
from rag.speech.proceedings import is_matter
from rag.speech.prose import flatten, paragraphs, tokens
from rag.speech.records import recorded
from rag.speech.turns import spoken, turns

_LEAST_SHARE = 0.25  # of a stretch that a statement must cover to speak for it
_LEAST_WHOLE = 12  # characters of a statement that speaks for the stretch it lies in
_CROWDED = 4  # words of a name in a transcript; a longer one is more likely two
_INITIAL = 2  # characters
_LONGEST_TITLE = 300  # characters
# To be raised with every change of what is found, so that notes of older rules are not believed.
_RULES = 24
_DOCUMENTS_KEPT = 1024
# By identity: a document's own hash would read all of its text. Holding the document keeps it unique.
_READ: dict[int, tuple[Document, _Heard]] = {}
_QUOTE_MARKS = "\"“”„«»'‘’ \n"


class _Heard(NamedTuple):
    """What is found in a document."""

    statements: tuple[Statement, ...]
    author: str | None


def statements(document: Document) -> tuple[Statement, ...]:
    """Every stretch that somebody is on record with: sorted, non-overlapping, within the text.

    Narration is what is left over. Where the text leaves the speaker of quoted words unclear the
    speaker is None.
    """
    return _heard(document).statements


def author(document: Document) -> str | None:
    """The writer or the house whose words the narration is; None where the text does not say."""
    return _heard(document).author


def _heard(document: Document) -> _Heard:
    known = _READ.get(id(document))
    if known is not None and known[0] is document:
        return known[1]
    if len(_READ) >= _DOCUMENTS_KEPT:
        _READ.clear()
    heard = _noted(document) or _hear(document)
    _READ[id(document)] = (document, heard)
    return heard


def note(document: Document) -> str:
    """The document's statements and author in a form that is read back from its notes."""
    heard = _hear(document)
    found = [(said.start, said.end, said.speaker, said.voice) for said in heard.statements]
    notes = {"statements": _RULES, "found": found, "author": heard.author}
    return json.dumps(notes, ensure_ascii=False)


def is_stale(notes: str) -> bool:
    """Are these notes, of which the first characters are enough, none by the rules of today?"""
    return not notes.startswith(f'{{"statements": {_RULES},')


def _noted(document: Document) -> _Heard | None:
    """What was noted when the document was added, if by the rules of today."""
    if not document.notes:
        return None
    notes = json.loads(document.notes)
    if notes.get("statements") != _RULES:
        return None
    found = tuple(Statement(start, end, speaker, voice) for start, end, speaker, voice in notes["found"])
    return _Heard(found, notes["author"])


def _hear(document: Document) -> _Heard:
    flat = flatten(document)
    spans = paragraphs(flat, document.text)
    if is_east_asian(flat):
        return _of(spoken_east(document.title, flat, spans) or east_asian(flat, spans, document.title))
    under, matter = by_lines(flat, spans)
    if under:
        told = {name_of(turn.label) for turn in under if "," in turn.label}
        return _of(with_cited(flat, spoken(flat, matter, under, _listed(flat, told))))
    everybody = cache(lambda: _cast(document.title, flat, spans))
    asked = interview(flat, spans, everybody) or in_bold(document.text, flat, spans, everybody)
    asked = asked or in_turn(flat, spans, everybody)
    asked = asked or in_type(document.title, document.text, flat, spans, everybody)
    if asked:
        return _of(with_cited(flat, spoken(flat, spans[: asked[-1].paragraph + 1], asked, everybody())))
    speeches = parted(flat, spans)
    floor = turns(document.title, flat, speeches, everybody)
    if floor:
        return _of(with_cited(flat, spoken(flat, speeches, floor, everybody())))
    return _in_prose(document.title, flat, spans)


def _of(found: Iterable[Statement], by: str | None = None) -> _Heard:
    return _Heard(tuple(found), by)


def _in_prose(title: str, flat: str, spans: list[Span]) -> _Heard:
    """Of a text that speaks with one voice, or of an article."""
    cast = Cast()
    _enlist_title(cast, title)
    whole = issuer(title, flat, spans, cast)
    if whole is not None:
        for span in spans[whole.first : whole.last] if whole.voice == "joint" else ():
            words = tokens(flat, span)
            enlist(cast, words, mentions(words), full=True)
        issued = _issued(flat, spans, whole, cast)
        return _of(issued if whole.is_body or whole.voice == "joint" else with_cited(flat, issued))
    tongue = tongue_of(flat)
    if tongue in LANGUAGES:
        return _of(Press(flat, spans, tongue).statements())
    met = is_minutes(flat, spans)
    present = Cast()
    if met:
        enrol(present, flat, spans)
    article = Article(flat, spans, present)
    made = article.statements()
    by = author_of(title, flat, spans)
    found = sorted([*made, *recorded(flat, spans, made, article.cast)])
    if met:
        found = minuted(flat, spans, found, article.cast)
    return _of(in_full((said for said in found if not own_report(said, by, flat)), flat), by)


def _cast(title: str, flat: str, spans: Sequence[Span]) -> Cast:
    """Everybody a transcript names: those in its title first, so that they are the ones titles mean."""
    cast = _listed(flat)
    _enlist_title(cast, title)
    cut = [tokens(flat, span) for span in spans]
    named = [(words, mentions(words)) for words in cut]
    for words, names in named:
        enlist(cast, words, [m for m in names if len(m.name) < _CROWDED and not _shouted(m)], full=True)
    return cast


def _listed(flat: str, but: Container[str] = ()) -> Cast:
    """The cast of a transcript as far as it lists those who take part, with their offices."""
    cast = Cast(strict=True)
    for one in participants(flat).values():
        if one.name not in but and any(map(is_office, parts_of(one.office))):
            cast.add(one.name.split(), ", ".join(parts_of(one.office)))
    return cast


def _shouted(mention: Mention) -> bool:
    """Is the name in capitals, as the labels of a transcript are?"""
    return any(len(word) > _INITIAL and word.isupper() for word in mention.name)


def _enlist_title(cast: Cast, title: str) -> None:
    title = TITLE_VERB.sub(", ", " ".join(title[:_LONGEST_TITLE].split()))
    words = tokens(title, Span(0, len(title)))
    names = [m for m in mentions(words) if m.role]
    enlist(cast, words, names, full=True)
    enlist(cast, words, names, full=False)


def _issued(flat: str, spans: Sequence[Span], whole: Issuer, cast: Cast) -> Iterator[Statement]:
    """A statement for every paragraph of a text that speaks with one voice, but for what it reports
    single persons to have said, and for the persons whom a body quotes."""
    several = whole.is_body or whole.voice == "joint"
    matter = [
        p
        for p in spans[whole.first : whole.last]
        if not is_matter(flat[p.start : p.end]) and not (several and is_mark(flat, p))
    ]
    quoted = Article(flat, matter).of_persons() if several else []
    listed = members(whole.speaker or "", flat) if whole.voice == "joint" else ()
    for span in matter:
        text = flat[span.start : span.end]
        inner = text.strip(_QUOTE_MARKS)
        if not inner:
            continue
        start = span.start + text.index(inner)
        stretch = Span(start, start + len(inner))
        theirs = [one for one in quoted if span.contains(one)]
        own = [one for one in told_of_members(flat, span, listed) if not any(map(one.overlaps, theirs))]
        theirs = sorted([*theirs, *own])
        if theirs:
            yield from _around(flat, span, theirs, whole)
        elif whole.voice == "joint":
            yield from _with_reports(flat, stretch, whole, cast)
        else:
            yield Statement(stretch.start, stretch.end, whole.speaker, whole.voice)


def _around(flat: str, span: Span, theirs: Sequence[Statement], whole: Issuer) -> Iterator[Statement]:
    """The statements of persons in a paragraph; its other sentences are the issuer's."""
    made = list(theirs)
    for sentence in sentences(flat[span.start : span.end]):
        start, end = span.start + sentence.start, span.start + sentence.end
        own = Span(start, end)
        if any(own.overlaps(one) for one in theirs) or not any(c.isalnum() for c in flat[start:end]):
            continue
        made.append(Statement(start, end, whole.speaker, whole.voice))
    yield from sorted(made)


def _with_reports(flat: str, span: Span, whole: Issuer, cast: Cast) -> Iterator[Statement]:
    done = span.start
    for report in Article(flat, [span], cast).reports():
        if report.start > done and flat[done : report.start].strip():
            yield Statement(done, _rstrip(flat, done, report.start), whole.speaker, whole.voice)
        yield report
        done = report.end + len(flat[report.end : span.end]) - len(flat[report.end : span.end].lstrip())
    if flat[done : span.end].strip():
        yield Statement(done, span.end, whole.speaker, whole.voice)


def _rstrip(flat: str, start: int, end: int) -> int:
    return start + len(flat[start:end].rstrip())


def told_by(document: Document, span: Span, asked: Sequence[Span] = ()) -> tuple[str | None, Voice]:
    """Whose words a stretch of a document is, and in which voice; its author's where nobody else's.

    asked: as of ``attribute``.
    """
    speaker, voice = attribute(statements(document), span, asked)
    return (author(document), voice) if voice == "narration" else (speaker, voice)


def attribute(
    statements: Sequence[Statement], span: Span, asked: Sequence[Span] = ()
) -> tuple[str | None, Voice]:
    """The speaker and voice of a stretch: those of the statement that covers most of it.

    A sentence with a quotation in it speaks in the voice of the quotation when that makes up a fair
    part of it or is a statement of its own; what no statement covers is narration.
    asked: where in the stretch words stand that were asked for. Whoever speaks most of these is who was
    asked for, in that voice, however short the statement is.
    """
    shares: dict[tuple[str | None, Voice], int] = defaultdict(int)
    whole: dict[tuple[str | None, Voice], int] = defaultdict(int)
    held: dict[tuple[str | None, Voice], int] = defaultdict(int)
    for statement in touching(statements, span):
        key = (statement.speaker, statement.voice)
        common = min(span.end, statement.end) - max(span.start, statement.start)
        shares[key] += common
        held[key] += sum(statement.contains(word) for word in asked)
        if span.contains(statement):
            whole[key] += common
    if not shares:
        return None, "narration"
    best = max(shares, key=lambda key: (held[key], key[1] == "direct", shares[key]))
    if held[best] * 2 >= max(len(asked), 1):
        return best
    # Of as much quoted as reported the sentence is a report: the words around both are none of theirs.
    best = max(shares, key=lambda key: (shares[key], key[1] != "direct"))
    if shares[best] >= _LEAST_SHARE * (span.end - span.start) or whole[best] >= _LEAST_WHOLE:
        return best
    return None, "narration"


def touching(statements: Sequence[Statement], span: Span) -> Iterator[Statement]:
    """The statements of which anything lies in a stretch."""
    index = max(0, bisect_right(statements, span.start, key=lambda one: one.start) - 1)
    for statement in statements[index:]:
        if statement.start >= span.end:
            break
        if statement.overlaps(span):
            yield statement
