"""What a single line tells of itself: its wording, and shapes such as timecodes and file names."""

from __future__ import annotations

import re

from index.furniture_tables import MARKDOWN_IMAGE, MARKDOWN_LINK, closed, company, exact, patterns, plain
from index.lines import Line, ends_sentence

# Longer lines are prose: no notice in the tables comes near it.
LONGEST_LINE = 700
_LONGEST_EXACT = 200

_EMPTY_LINK = re.compile(r"\[\s*\]\([^()\n]*\)")

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
        (
            "player",
            r"(?:auto[\s|·,]+)?(?:(?:\d{3,4}p\b|\d{2,3} kbps)(?:\s*[|·,]?\s*[\d.]+\s*[km]b)?[\s|·,]*)+",
        ),
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
        ("credit", r"credit\s*(?:\.{2,3}|…)\s*\w.{0,80}"),
        ("credit", r"(?-i:SOURCE)\s+(?-i:[A-Z])[^.!?]{0,80}"),
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
    bare = MARKDOWN_IMAGE.sub("", text)
    if bare != text and not re.search(r"\w", _EMPTY_LINK.sub("", MARKDOWN_LINK.sub("", bare))):
        return "picture"
    return _shape(bare, line) or _links(bare, line) or _wording(bare, line) or _listing(bare)


def kind_in_company(line: Line) -> str | None:
    """The kind the line is of among neighbours of its kind ("World", "Video", "Facebook"), or None."""
    if line.heading or len(line.text) > 60:
        return None
    return company().get(plain(line.text))


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
    links = [match[1] for match in MARKDOWN_LINK.finditer(text)]
    if not links or line.heading or re.search(r"\w", MARKDOWN_LINK.sub("", text)):
        return None
    words = [len(link.split()) for link in links]
    if len(links) >= 2:
        return "menu" if sum(words) <= 4 * len(links) else None
    # In a list a link may be as long as the headline it leads to.
    if words[0] > (20 if line.item else 6) or ends_sentence(links[0]):
        return None
    return _wording(links[0], line) or ("related posts" if line.item else "link")


def _wording(text: str, line: Line) -> str | None:
    key = plain(text)
    if not key:
        return None
    if len(key) <= _LONGEST_EXACT:
        kind = _exact_kind(text, key) or _few_words_kind(text, key)
        # A list may name agencies and newspapers for what they did.
        if kind and not (kind == "credit" and line.item):
            return kind
    if text.startswith(('"', "“", "„", "«", "「")):
        return None
    return next((kind for kind, pattern in patterns("*", key) if pattern.fullmatch(key)), None)


def _exact_kind(text: str, key: str) -> str | None:
    kind = exact().get(key)
    return kind if kind and (not _is_closed(text) or _may_close(key, kind)) else None


def _few_words_kind(text: str, key: str) -> str | None:
    counted = next((kind for kind, pattern in patterns("#", key) if pattern.fullmatch(key)), None)
    if counted and (not _is_closed(text) or ":" in key or key.endswith("min")):
        return counted
    breaks_off = text.rstrip().endswith(("—", "--")) and not text.startswith(("—", "-"))
    introduces = text.rstrip("*_ ").endswith((":", "："))
    if _is_closed(text) or breaks_off or introduces:
        return None
    for kind, pattern in patterns("…", key):
        # A credit is a few names; a "related" line may be a whole headline.
        if len(key.split()) <= (14 if kind == "credit" else 22) and pattern.fullmatch(key):
            return kind
    return None


def _is_closed(text: str) -> bool:
    """Whether the line ends like a sentence; an ellipsis ("Continue reading...") does not end one."""
    return ends_sentence(text) and not text.rstrip("*_ \"'”’)]").endswith(("…", "..."))


def _may_close(key: str, kind: str) -> bool:
    """Whether furniture of these words may end like a sentence; a speaker's "Got it." is no button."""
    if key in closed():
        return True
    if kind == "related posts":
        return False
    return len(key.split()) >= 4 or kind in ("copyright", "marker") or not key.isascii()


def _listing(text: str) -> str | None:
    """One line that lists sections or services: "Home | News | World", "Home > Press > Statements"."""
    if len(text) > _LONGEST_EXACT or ends_sentence(text) or not re.search(r"\W", text.strip()):
        return None
    trail = [plain(part) for part in _TRAIL.split(text)]
    if len(trail) >= 2 and trail[0] in _HOMES:
        return "menu"
    words = [plain(word) for word in text.split()]
    if len(words) >= 2 and all(company().get(word) == "share links" for word in words):
        return "share links"
    parts = [plain(part) for part in _SEPARATORS.split(text)]
    parts = [part for part in parts if part]
    kinds = [exact().get(part) or company().get(part) for part in parts]
    known = sum(kind is not None for kind in kinds)
    if known < 2 or known < 0.6 * len(parts) or any(len(part.split()) > 4 for part in parts):
        return None
    return kinds[0] if kinds[0] and len(set(kinds)) == 1 else "menu"
