"""What a single line tells of itself: its wording, and shapes such as timecodes and file names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from index.furniture_words import COMPANY, ENGLISH, SERVICES
from index.furniture_words_asia import ASIA
from index.furniture_words_europe import EUROPE
from index.lines import Line, ends_sentence

# Longer lines are prose: no notice in the tables comes near it.
LONGEST_LINE = 700
_LONGEST_EXACT = 200
_OPENING = 2  # code points by which patterns are looked up

_MARKDOWN_IMAGE = re.compile(r"!\[[^\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])")
_EMPTY_LINK = re.compile(r"\[\s*\]\([^()\n]*\)")
_OPENING_MARKS = re.compile(r"^(?:#{1,6}\s+|>\s*|[-*+•▪►»]\s+)+")
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚`´", "'"))
_AROUND_COLON = re.compile(r"\s*([:=])\s*")
_EMPHASIS = re.compile(r"[*_\\]+")
_OUTER = re.compile(r"^[^\w©]+|[^\w©]+$")

_TIMECODE = r"-?\d{1,2}:\d{2}(?::\d{2})?"
_IMAGE_TYPE = r"(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)"
_HASH = r"(?=[\w-]*\d)(?=[\w-]*[a-zA-Z])[A-Za-z0-9_-]{16,}"
_AGENCY = r"(?:AP|AFP|EPA|Reuters|Getty|Xinhua|Yonhap|Kyodo|Bloomberg|Pool)"
_REPORTER = r"[가-힣]{2,4}\s*(?:기자|특파원)(?:\s*=)?"
_LETTER = re.compile(r"[^\W_]")
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("player", rf"[\s/|·•–—-]*{_TIMECODE}(?:[\s/|·•–—-]+{_TIMECODE})+[\s/|·•–—-]*"),
        ("player", r"0?0:00(?::00)?"),
        ("picture file name", rf"[^\s<>]{{1,200}}\.{_IMAGE_TYPE}(?:\?\S*)?"),
        ("picture file name", rf"[\w -]{{1,60}}\.{_IMAGE_TYPE}"),
        ("picture file name", r"(?:IMG|DSC[NF]?|PXL|MVI|GettyImages|AP|AFP|EPA)[_-]?\d{4,}[\w-]*"),
        ("picture file name", r"\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?"),
        ("picture file name", r"[0-9a-f]{24,}"),
        ("marker", r"[-–—\[(]\s*(?:30|0|ends?)\s*[-–—\])]"),
        ("page number", r"(?:page|seite|página|p\.)\s*\d{1,4}(?:\s*(?:of|/|von|de|sur)\s*\d{1,4})?"),
        ("page number", r"[-–—]\s*\d{1,4}\s*[-–—]"),
        ("page number", r"第?\s*\d{1,4}\s*(?:页|頁|ページ)(?:\s*/\s*共?\s*\d{1,4}\s*(?:页|頁|ページ))?"),
        ("link", r"<?(?:https?://|www\.)[^\s<>]+>?"),
        ("link", r"\[[^\]^]{1,40}\]:\s*<?\S+>?(?:\s+[\"'(].*)?"),
        ("credit", r"[\w.+-]+@[\w-]+\.[\w.-]+"),
        ("credit", rf"{_REPORTER}(?:\s+\(?[\w.+-]+@[\w.-]+\)?)?"),
        (
            "credit",
            rf"[\[［(（【]\s*[^\[\]()=]{{1,30}}\s*[=＝]\s*[^\[\]()=]{{1,20}}[\]］)）】](?:\s*{_REPORTER})?",
        ),
        ("credit", rf"\(?{_AGENCY}\s+(?:file\s+)?photo\b[^.!?]{{0,60}}\)?"),
        ("credit", rf"\([^()]{{0,60}}/{_AGENCY}(?: images)?(?: via [^()]{{1,30}})?\)"),
        ("copyright", r"(?:copyright\s*)?\(c\)\s*(?:19|20)\d\d\b.{0,160}"),
        ("copyright", r"©.*"),
        ("label", r"#[^\s#]{2,}(?:[\s,]+#[^\s#]{2,})+"),
    )
)
_NAMED_HASH = re.compile(rf"(?:{_IMAGE_TYPE}|img|image|photo|picture)\s+({_HASH})", re.IGNORECASE)
_LONE_HASH = re.compile(_HASH)
_SEPARATORS = re.compile(r"\s*(?:[|›»>→·•/]|\s-\s|\t)\s*")
_TRAIL = re.compile(r"\s*[›»>→]\s*")
_HOMES = frozenset(
    "home homepage startseite accueil inicio início ホーム トップ 홈 首页 首頁 главная".split()
)


def kind_of(line: Line) -> str | None:
    """The kind of furniture the line is by itself, or None where its words do not decide."""
    text = line.text
    if not _LETTER.search(text):
        return "marker"
    if len(text) > LONGEST_LINE:
        return None
    bare = _MARKDOWN_IMAGE.sub("", text)
    if bare != text and not re.search(r"\w", _EMPTY_LINK.sub("", _MARKDOWN_LINK.sub("", bare))):
        return "picture"
    return _shape(bare, line) or _links(bare, line) or _wording(bare, line) or _listing(bare)


def keeps_company(line: Line) -> bool:
    """Whether the line is furniture among neighbours of its kind ("World", "Video", "Facebook")."""
    return not line.heading and len(line.text) <= 60 and plain(line.text) in _company()


@cache
def _company() -> frozenset[str]:
    abroad = (kinds.get("company", "") for kinds in [*ASIA.values(), *EUROPE.values()])
    return frozenset(plain(entry) for table in (COMPANY, SERVICES, *abroad) for entry in _entries(table))


@cache
def _services() -> frozenset[str]:
    return frozenset(plain(entry) for entry in _entries(SERVICES))


@lru_cache(maxsize=4096)  # every rule asks for the plain form of the same few lines
def plain(text: str) -> str:
    """The words as the tables hold them: lower case, no Markdown, no marks at either end."""
    text = _MARKDOWN_LINK.sub(r"\1", _MARKDOWN_IMAGE.sub(" ", text))
    text = unicodedata.normalize("NFKC", text.replace("ⓒ", "©").replace("\u200b", "")).translate(_QUOTES)
    text = _OUTER.sub("", _OPENING_MARKS.sub("", text)).casefold()
    return _AROUND_COLON.sub(r"\1 ", " ".join(_EMPHASIS.sub("", text).split())).strip()


def _entries(table: str) -> Iterator[str]:
    return (entry.strip() for entry in re.split(r"[|\n]", table) if entry.strip())


def _shape(text: str, line: Line) -> str | None:
    if len(text) > _LONGEST_EXACT and not text.startswith(("http", "www", "[")):
        return None
    bare = text.strip("*_ ")
    for kind, pattern in _SHAPES:
        if pattern.fullmatch(bare) and not (kind == "credit" and line.item):
            return kind
    named = _NAMED_HASH.fullmatch(bare)
    token = named[1] if named else bare
    if _LONE_HASH.fullmatch(token) and len(re.findall(r"\d+", token)) >= (2 if named else 3):
        return "picture file name"
    return None


def _links(text: str, line: Line) -> str | None:
    """Lines that hold nothing but links: a menu, or a link whose few words are no sentence."""
    links = [match[1] for match in _MARKDOWN_LINK.finditer(text)]
    if not links or line.heading or re.search(r"\w", _MARKDOWN_LINK.sub("", text)):
        return None
    words = [len(link.split()) for link in links]
    if len(links) >= 2:
        return "menu" if sum(words) <= 4 * len(links) else None
    if line.item or words[0] > 6 or ends_sentence(links[0]):
        return None
    return _wording(links[0], line) or "link"


def _wording(text: str, line: Line) -> str | None:
    key = plain(text)
    if not key:
        return None
    closed = ends_sentence(text) and not text.rstrip("*_ \"'”’)]").endswith(("…", "..."))
    exact = _exact()
    if len(key) <= _LONGEST_EXACT:
        kind = exact.get(key)
        if kind and not (kind == "credit" and line.item) and (not closed or _may_close(text, key, kind)):
            return kind
        if text.rstrip().endswith(("—", "--")) and not text.startswith(("—", "-")):
            return None
        introduces = text.rstrip("*_ ").endswith((":", "："))
        for few_kind, pattern in _patterns("…", key):
            if (
                not closed
                and not introduces
                and not (few_kind == "credit" and line.item)
                and _fits(pattern, key, few_kind)
            ):
                return few_kind
    for any_kind, pattern in _patterns("*", key):
        if not text.startswith(('"', "“", "„", "«", "「")) and pattern.fullmatch(key):
            return any_kind
    return None


def _may_close(text: str, key: str, kind: str) -> bool:
    """Whether furniture of these words may end like a sentence; a speaker's "Got it." is no button."""
    if key in _closed_entries() and text.rstrip("*_ ").endswith(("!", "?")):
        return True
    if kind == "related posts":
        return False
    return len(key.split()) >= 4 or kind in ("copyright", "marker") or not key.isascii()


def _fits(pattern: re.Pattern[str], key: str, kind: str) -> bool:
    # A credit is a name or two; a "related" line may be a whole headline.
    return len(key.split()) <= (9 if kind == "credit" else 22) and pattern.fullmatch(key) is not None


def _listing(text: str) -> str | None:
    """One line that lists sections or services: "Home | News | World", "Home > Press > Statements"."""
    if len(text) > _LONGEST_EXACT or ends_sentence(text) or not re.search(r"\W", text.strip()):
        return None
    trail = [plain(part) for part in _TRAIL.split(text)]
    if len(trail) >= 2 and trail[0] in _HOMES:
        return "menu"
    words = [plain(word) for word in text.split()]
    if len(words) >= 2 and all(word in _services() for word in words) and "x" not in words[:1]:
        return "share links"
    parts = [plain(part) for part in _SEPARATORS.split(text)]
    parts = [part for part in parts if part]
    known = sum(part in _company() or part in _exact() for part in parts)
    if known < 2 or known < 0.6 * len(parts) or any(len(part.split()) > 4 for part in parts):
        return None
    kinds = {_exact().get(part, "share links" if part in _services() else "menu") for part in parts}
    return kinds.pop() if len(kinds) == 1 else "menu"


def _all_entries() -> Iterator[tuple[str, str]]:
    for kinds in [ENGLISH, *ASIA.values(), *EUROPE.values()]:
        for kind, table in kinds.items():
            if kind != "company":
                yield from ((kind, entry) for entry in _entries(table))


@cache
def _exact() -> dict[str, str]:
    """Entries without placeholders, by their plain form."""
    return {plain(entry): kind for kind, entry in _all_entries() if not re.search(r"[#…*]", entry)}


@cache
def _closed_entries() -> frozenset[str]:
    """Plain forms of the entries written with an exclamation or question mark of their own."""
    return frozenset(plain(entry) for _, entry in _all_entries() if entry.endswith(("!", "?")))


def _patterns(placeholder: str, key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns that may fit a line: those that open like it, and those that open with anything."""
    by_opening = _by_opening(placeholder)
    return by_opening.get(key[:_OPENING], ()) + by_opening.get("", ())


@cache
def _by_opening(placeholder: str) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Entries with ``*`` for "*", those with only ``…`` or ``#`` for "…"; one pattern a kind and opening."""
    found: dict[str, dict[str, list[str]]] = {}
    for kind, entry in _all_entries():
        if re.search(r"[#…*]", entry) and ("*" in entry) == (placeholder == "*"):
            literal = re.split(r"[#…*]", _normal(entry))[0]
            opening = literal[:_OPENING] if len(literal) >= _OPENING else ""
            found.setdefault(opening, {}).setdefault(kind, []).append(_expression(entry))
    return {
        opening: tuple((kind, re.compile("|".join(entries))) for kind, entries in kinds.items())
        for opening, kinds in found.items()
    }


def _expression(entry: str) -> str:
    meaning = {"#": r"\d[\d.,]*\s?[km만천]?", "…": r".{1,120}", "*": r".*"}
    normal = _normal(entry)
    # What follows may be set off by punctuation instead of a space: "we use cookies, because ...".
    rest = r"\W.*" if normal.endswith(" *") else ""
    pieces = re.split(r"([#…*])", normal.removesuffix(" *"))
    return "".join(meaning.get(piece) or re.escape(piece).replace(r"\ ", " ") for piece in pieces) + rest


def _normal(entry: str) -> str:
    """An entry with placeholders in the form of ``plain``, which would take the placeholders away."""
    text = entry.strip("()").replace("ⓒ", "©").replace("…", "\0")
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold().replace("\0", "…")
    return _AROUND_COLON.sub(r"\1 ", " ".join(text.split())).strip()
