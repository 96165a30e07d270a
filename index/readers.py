"""Files in, text and metadata out. A file that cannot be read faithfully is refused, never mended."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import charset_normalizer
import yaml

SUFFIXES = frozenset({".txt", ".md", ".markdown"})
# Three million words; a longer "document" is an archive, and one sentence of it is not evidence.
LARGEST_FILE = 32 * 1024 * 1024
_LARGEST_FRONT_MATTER = 64 * 1024
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_PLAIN_LINE = re.compile(r"^(title|date|url)[ \t]*:[ \t]*(\S.*?)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
# UTF-32 first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW_FOREIGN = 0.2  # of a text's bytes; a language in another script has more
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_HALF = re.compile("[\ud800-\udfff]")  # half a character, as an escape in YAML can spell it
_SIGN_IN_A_WORD = re.compile(r"[^\W\d_][¡¢¤¥¦¨©ª¬®¯±²³´µ¶¸¹º¼½¾¿×÷][^\W\d_]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class Unreadable(ValueError):
    """A file that is skipped. The message is the reason, to stand after the file's name."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read.

    text: the decoded file, line ends and all; only a byte order mark is left out.
    metadata: front matter with lower-case keys; values are scalars as written.
    """

    text: str
    encoding: str
    metadata: Mapping[str, str] = field(default_factory=dict)


def load(path: Path) -> bytes:
    """The bytes of a file; raises Unreadable for one that is too large or is no plain file."""
    if not path.is_file():
        raise Unreadable("it is not a plain file")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise Unreadable(f"it is {size / 2**20:.0f} MB, and the limit is {LARGEST_FILE // 2**20} MB")
    return path.read_bytes()


def parse(data: bytes) -> Source:
    """What a text or Markdown file says.

    Raises Unreadable for one that is empty, binary, or in no encoding it can be decoded from
    without loss.
    """
    if not data.strip():
        raise Unreadable("it is empty")
    text, encoding = _decode(data)
    if not text.strip():
        raise Unreadable("it is empty")
    if "\0" in text or _share_of_noise(text) > 0.02:
        raise Unreadable("it is not text")
    return Source(text, encoding, _metadata(text))


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Unreadable(f"it is damaged {encoding.upper()} (byte {error.start})") from None
    if b"\0" in data:
        raise Unreadable("it is not text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _detect(data, error)


def _detect(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    valid = sum(len(found) for found in _MULTIBYTE.findall(data))
    foreign = sum(byte >= 0x80 for byte in data) - valid
    if valid > foreign:
        raise Unreadable(f"it is damaged UTF-8 (byte {error.start} fits no character)")
    is_latin = foreign < _FEW_FOREIGN * len(data)
    if is_latin and b"\xff" in data:
        # ÿ in cp1252: next to no text has it, and many a damaged one does.
        raise Unreadable(f"it is not UTF-8 (byte {error.start}), and its encoding cannot be told")
    encoding = _latin(data) if is_latin else None
    if encoding is None:
        best = charset_normalizer.from_bytes(data).best()
        encoding = best.encoding if best else None
    if encoding is None or encoding == "ascii":
        raise Unreadable("its encoding cannot be told")
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise Unreadable("its encoding cannot be told") from None
    strange = [character for character in text if ord(character) >= 0x80]
    written = sum(unicodedata.category(c)[0] in "LP" or unicodedata.category(c) == "Sc" for c in strange)
    if written < 0.9 * len(strange):
        raise Unreadable("its encoding cannot be told")
    return text, encoding


def _latin(data: bytes) -> str | None:
    """The code page of a text that is mostly ASCII letters: Western, or else Central European.

    Detection tells these apart by the letters of a language, of which a text has too few to go by.
    Most such files are Western; a sign inside a word shows that one is not.
    """
    # Without two letters together there is no word to go by.
    if not re.search(rb"[A-Za-z]{2}", data):
        return None
    for encoding in ("cp1252", "cp1250"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _SIGN_IN_A_WORD.search(text):
            return encoding
    return None


def _share_of_noise(text: str) -> float:
    """The share of characters that no text holds: controls, unassigned ones, replacement marks."""
    noise = sum(
        count
        for character, count in Counter(text[:100_000]).items()
        if character not in "\t\n\r\f\v\x1b"
        and (character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs"))
    )
    return noise / min(len(text), 100_000)


def _metadata(text: str) -> dict[str, str]:
    """The scalars of a YAML front matter; of one that is not quite YAML, the plain lines we need."""
    found = _FRONT_MATTER.match(text[:_LARGEST_FRONT_MATTER])
    if not found:
        return {}
    try:
        # As written: no "Yes" becomes true, no date is completed, and no merge of keys can explode.
        parsed = yaml.load(found[1], Loader=yaml.BaseLoader)  # noqa: S506  # it makes strings only
    except (yaml.YAMLError, ValueError, RecursionError):
        # A colon in an unquoted title is the usual reason.
        return {key.lower(): value.strip(" \"'") for key, value in _PLAIN_LINE.findall(found[1])}
    if not isinstance(parsed, dict):
        return {}
    return {
        key.lower(): _HALF.sub("\ufffd", value)
        for key, value in parsed.items()
        if isinstance(key, str) and isinstance(value, str) and value not in _NOTHING
    }
