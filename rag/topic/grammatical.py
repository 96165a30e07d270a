"""Words that stand in a text for its grammar alone: "based on", "according to", "in light of", "including".

They are spelled like words with a meaning of their own, so that whoever asks about military bases, an
accord or inclusion would otherwise be shown every sentence that has such a phrase. The phrases are the
marginal and complex prepositions of Quirk, Greenbaum, Leech and Svartvik, "A Comprehensive Grammar of
the English Language" (1985), 9.8 and 9.10 to 9.12.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.documents import Span

_NOUNS = (
    "behalf case event exception face favou?r front guise lieu light means name occasion place respect"
    " spite terms view virtue wake way"
)
_PHRASES = (
    r"based (?:up)?on|(?<=-)based",
    r"according(?:ly)?(?: to)?|in accord(?:ance)? with",
    r"(?<!very )(?<!more )(?<!most )(?<!is )(?<!are )(?<!was )(?<!deeply )(?<!highly )concerning(?= \w)",
    r"regarding|with regards to|as regards|regardless of",
    r"including|excluding|excepting|compared (?:to|with)|related to|(?<=-)related|relating to",
    r"respectively|respective",
    r"due to|owing to|depending (?:up)?on|pertaining to|provided(?= that)",
    r"(?:as|may|might|could|very|quite|so|all too|not always|equally) well|well(?=,)|well[ -](?=\w+ed\b)",
    r"in (?:order|addition)(?= to\b| that\b|,)|in particular|of course|in fact|in the first place|in turn"
    r"|(?:take|takes|took|taken|taking) place",
    r"as (?:far|long|well) as|so long as|as a (?:result|matter of fact)|in the course of",
    rf"(?:in|on|by|at|with|under) (?:the |a )?(?:{'|'.join(_NOUNS.split())})(?= of\b)",
    r"(?:in|with) (?:regard|relation|addition|respect|reference)(?= to\b)",
    # "it's", "they'd", "can't": what is short for words of grammar is one, but not "IT's" or "WHO's".
    r"(?!(?-i:IT|WHO)\b)(?:it|he|she|that|there|here|what|who|where|how|let)['’]s"
    r"|(?:it|he|she|that|there|who|i|you|we|they)['’](?:d|ll|ve|re|m)|[a-z]+n['’]t",
)
_PHRASE = re.compile(rf"(?<![\w’'])(?:{'|'.join(_PHRASES)})(?![\w’'-])", re.IGNORECASE)


@lru_cache(maxsize=1 << 10)
def _spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in _PHRASE.finditer(text))


def is_grammatical(text: str, word: Span) -> bool:
    """Whether a word of the text is part of such a phrase, and says nothing of what the text is about."""
    return any(span.start <= word.start and word.end <= span.end for span in _spans(text))
