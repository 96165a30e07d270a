"""Lines that say again what the text says: a headline repeated, a teaser cut from a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.lines import Line, ends_sentence, is_prose

# Every Chinese or Japanese character is a token of its own, for words are not set apart there.
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")
_TURN = re.compile(r"(?:Q\b|[A-Z][A-Z .'’()-]{2,60}:)")
_OPENING_QUOTES = '“"„«「『‘'
_TOP = 3  # lines of running text that still are the top of the page
_OPENING = 8  # tokens that must agree before a line is compared in full
_LONGEST_TEASER = 80  # tokens
_ALIKE = 16  # teasers that begin alike and are looked for; more are no teasers, and would cost time
_LONGEST_LINE = 300  # characters of a headline
_HEADLINES = 2  # lines at the top that may be the headline
_SITE_SUFFIX = re.compile(r"\s[|–—-]\s[^|–—]{1,40}$")


@dataclass(frozen=True, slots=True)
class _Teaser:
    at: int
    tokens: tuple[str, ...]
    # A pull quote repeats a sentence from anywhere; a teaser at the top, one that comes later.
    anywhere: bool


def echoes(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[tuple[int, str]]:
    """(index of the line, kind) of every line that only repeats another one's words.

    Of a repeated headline the first is kept; of a teaser and its sentence, the fuller one.
    """
    repeated = list(_repeated_headlines(lines, kinds))
    yield from ((at, "repeated headline") for at in repeated)
    taken = set(repeated)
    yield from ((at, "teaser") for at in _teasers(lines, kinds) if at not in taken)


def _repeated_headlines(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[int]:
    headlines: set[tuple[str, ...]] = set()
    text = 0
    for at, line in enumerate(lines):
        if kinds[at] is not None:
            continue
        text = _HEADLINES if is_prose(line) else text
        key = tuple(_tokens(line.text)) if len(line.text) <= _LONGEST_LINE else ()
        # Players and page titles add the site's name: "Ministers Meet in Lima | The Daily Page".
        bare = _SITE_SUFFIX.sub("", line.text[:_LONGEST_LINE])
        if key in headlines or (bare != line.text and tuple(_tokens(bare)) in headlines):
            yield at
        elif text < _HEADLINES and _is_headline(line, key) and not _in_paragraph(lines, at):
            headlines.add(key)
        text += 1


def _in_paragraph(lines: Sequence[Line], at: int) -> bool:
    return any(0 <= near < len(lines) and lines[near].block == lines[at].block for near in (at - 1, at + 1))


def _is_headline(line: Line, key: tuple[str, ...]) -> bool:
    """Four words or more (a place or a time of day is said again with reason), and no sentence."""
    if line.item or line.words > 30 or ends_sentence(line.text) or line.text.endswith(":"):
        return False
    return len(key) >= 4 and sum(len(token) for token in key if token.isalpha()) >= 8


def _teasers(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[int]:
    candidates = list(_candidates(lines, kinds))
    if not candidates:
        return
    by_opening: dict[tuple[str, ...], list[_Teaser]] = {}
    for teaser in candidates:
        waiting = by_opening.setdefault(teaser.tokens[:_OPENING], [])
        if len(waiting) < _ALIKE:
            waiting.append(teaser)
    first = {opening[0] for opening in by_opening}
    found: set[int] = set()
    for at, line in enumerate(lines):
        if kinds[at] is not None or line.words < _OPENING // 2:
            continue
        tokens = _tokens(line.text)
        for position in range(len(tokens) - _OPENING + 1):
            if tokens[position] not in first:
                continue
            for teaser in by_opening.get(tuple(tokens[position : position + _OPENING]), ()):
                if teaser.at not in found and _repeats(teaser, at, tokens, position):
                    found.add(teaser.at)
    yield from sorted(found)


def _repeats(teaser: _Teaser, at: int, tokens: Sequence[str], position: int) -> bool:
    length = len(teaser.tokens)
    later = at > teaser.at or (teaser.anywhere and at < teaser.at)
    return (
        later and len(tokens) >= length + 3 and tuple(tokens[position : position + length]) == teaser.tokens
    )


def _candidates(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[_Teaser]:
    """Pull quotes anywhere, and sentences among the first lines of the page."""
    prose = 0
    for at, line in enumerate(lines):
        if kinds[at] is not None:
            continue
        at_top = prose < _TOP and ends_sentence(line.text)
        prose += is_prose(line)
        quoted = line.text[:1] in _OPENING_QUOTES
        if len(line.text) > 700 or line.heading or line.item or not (at_top or quoted):
            continue
        tokens = tuple(_tokens(line.text))
        if (_OPENING if quoted else 10) <= len(tokens) <= _LONGEST_TEASER and not _TURN.match(line.text):
            yield _Teaser(at, tokens, anywhere=quoted)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())
