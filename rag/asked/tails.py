"""What a question says after it has asked: "…, and by whom?", "… Give me the lines.", "…, 2012 only"."""

from __future__ import annotations

import re

from index.words import STOP_WORDS
from rag.asked.limits import Line
from rag.asked.wording import (
    ASKING,
    AUXILIARY,
    DECIDING,
    DOCUMENTS,
    EVENT,
    MEETINGS,
    NAMING,
    SAYING,
    STANCES,
    SURELY_ABOUT,
    VOICING,
    one_of,
)

# Words that only ask: verbs of speech, what is spoken and where, and how exactly it is wanted.
_ASKS = re.compile(
    rf"(?:{SAYING}|{DECIDING}|{NAMING}|{VOICING}|{DOCUMENTS}s?|{MEETINGS}s?|{STANCES}|"
    + one_of(
        """exact, exactly, precisely, verbatim, quotes?, quotations?, lines?, passages?, sentences?, parts?,
    passages?, excerpts?, references?, sources?, details?, terms?, context, list, show, send, need,
    want, used?, come, came, comes, up, else, anybody, anyone, somebody, someone, everybody, everyone,
    people, whoever, names?, named, dates?, ways?, case, extent, reasons?, specifics, specifically,
    full, whole, put, worded, phrased, i'm, i'd, thing, things, kind, kinds, sort, sides?,
    governments?, ministers?, officials?, speakers?, so, true, also, ever, made, make, taken, take,
    given, stated, there's, pull, back(?:s|ed)?, support(?:s|ed)?, oppos(?:es?|ed), reject(?:s|ed)?,
    defend(?:s|ed)?, attack(?:s|ed)?, favou?r(?:s|ed)?, either, way, possible, relevant, original,
    too, anything, everything, something, nothing, wording"""
    )
    + r")(?:'s)?"
)
# "'Indispensable' - who said it?" asks something after all.
_WHOSE = re.compile(
    rf"(?:who(?: was it that| first| actually)? (?:{SAYING})(?: (?:it|that|this|so))?|whose words .+)"
)
_WHOSE_OWN = re.compile(r"(?:what|which)(?:'s| is| was| are| were) (?:his|her|their|its) ")
_ASKS_ALREADY = re.compile(rf"^(?:{ASKING}|{AUXILIARY})| (?:on|{SURELY_ABOUT}) ")
_SUBORDINATE = re.compile(r"(?:when|while|after|before|if|as|since|once|although|because)\s[^?]+$")
_WORD = re.compile(r"[\w'’-]+")
_ASKS_AGAIN = (
    rf"(?:(?:and|or|but|plus) )?(?:if so,? )?(?:{ASKING}|{AUXILIARY}|(?:by|to|in|with|for|from|of"
    rf"|under|on|over|about|against) (?:whom?|what|which)|if|give|show|list|send|tell|quote|pull|i need"
    rf"|i want|i'd|please|with|exact|any)"
)
_TAIL = re.compile(
    rf"(?:[,;:?.!…]|\s[-–—]+|\s(?=(?:and|or|but|plus) (?:if so|{ASKING}|(?:by|to|in|with|for|over|about"
    rf"|against) (?:whom|what|which))))\s*(?={_ASKS_AGAIN}\b)"
)
_NARROWER = re.compile(
    r"[,;(]\s*(?:and )?(?:especially|esp\.?|particularly|in particular|notably|above all|most of all|mainly"
    r"|e\.g\.|eg|including"
    r"|such as|for example|for instance|i\.e\.) .+"
)
_ONLY = re.compile(
    # A run of dashes is tried once, from its beginning: no word begins with one.
    r"\s?(?<![,;(–—-])[,;(–—-]+\s*(?:but )?"
    rf"(?:(?P<before>only|just|solely|limited to|restricted to|specifically)"
    rf" )?(?:(?:in|at|from|during) )?"
    rf"(?P<limit>(?:the )?(?:[\w'’][\w'’-]* ){{0,4}}?{EVENT}(?: (?:of|in|with|between) [^,]+?)?|(?:the year"
    rf" )?(?:1[89]|20)\d\d)"
    r"(?P<after> (?:only|alone|exclusively))?\)?$"
)


def asked_once(line: Line) -> Line:
    """The question up to where it only asks again; what narrows a topic down ("especially …") is left out."""
    for match in _TAIL.finditer(line.folded):
        head, tail = line.part(0, match.start()), line.part(match.end())
        if _SUBORDINATE.match(head.folded) or tail.folded in ("what", "and what"):
            continue  # "When the strike ended, what did he found?"
        if _WHOSE_OWN.match(tail.folded) and not _ASKS_ALREADY.search(head.folded):
            continue  # "Peru: what was its position?"
        if (
            head.folded
            and not asks_who_said(tail)
            and _asks_nothing_new(tail)
            and not _asks_nothing_new(head)
        ):
            line = head
            break
    narrower = _NARROWER.search(line.folded)
    return line.part(0, narrower.start()) if narrower and narrower.start() else line


def with_limit_inside(line: Line) -> Line:
    """ "Tariffs, 2012 meeting only" → "Tariffs at 2012 meeting", where limits are looked for."""
    match = _ONLY.search(line.folded)
    if match is None or not (match["before"] or match["after"]):
        return line
    limit = line.part(*match.span("limit"))
    joint = " in " if re.fullmatch(r"(?:the year )?\d{4}", limit.folded) else " at "
    return line.part(0, match.start()).join(Line(joint, joint)).join(limit)


def is_request(text: str) -> bool:
    """Whether a sentence asks for no other thing than the one before: "Give me the lines."."""
    line = Line.of(text).part(0)
    opens = re.match(
        r"(?:please )?(?:give|show|list|send|quote|i(?:'d)? (?:need|want|like)|just|exact|verbatim|with)\b",
        line.folded,
    )
    return bool(opens) and _asks_nothing_new(line)


def asks_who_said(line: Line) -> bool:
    """Whether it is the speaker of what was quoted before that is asked for."""
    return bool(_WHOSE.fullmatch(line.folded))


def _asks_nothing_new(line: Line) -> bool:
    return all(map(only_asks, words_of(line)))


def words_of(line: Line) -> list[str]:
    """The words of a line, folded, without what hangs on them."""
    return [word.strip("'’-") for word in _WORD.findall(line.folded)]


def only_asks(word: str) -> bool:
    """Whether a word says nothing of what is asked about: "said", "exact", "which"."""
    return not word or word in STOP_WORDS or bool(_ASKS.fullmatch(word))
