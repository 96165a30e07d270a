"""What a question for yes or no discusses, as a noun: "the dear flour that ruins bakers", of "Is it the dear
flour that ruins bakers?"."""

from __future__ import annotations

import re

from rag.asked.courtesies import peeled
from rag.asked.limits import Line
from rag.asked.wording import ASKING, AUXILIARY, PREDICATE, one_of

_STATE = r"(?:is|are|was|were|isn't|aren't|wasn't|weren't)"
_PREPOSITIONS = (
    r"beyond|after|before|in|on|at|by|for|to|from|with|until|since|because|if|when|again|out|up|down|off|over"
    r"|under|through|against|about"
)
_STILL = r"(?:(?:not|really|only|mainly|mostly|just|still|already|now|perhaps|indeed|ever|even) )*"
# "Is it true that …?" asks whether, as "Is it likely that …?" does.
_CLEFT = re.compile(
    rf"{_STATE} it {_STILL}(?P<what>(?!(?:true|right|correct|so|{PREDICATE}) (?:that|to) )[^,]+?"
    r" (?:that|who|which) .+)"
)
_TO_DO = re.compile(
    rf"{_STATE} it {_STILL}{PREDICATE}(?: for [^,]+?)? to "
    r"(?P<do>(?!not )[a-z]+(?: (?:and|or) (?!not(?![\w'-]))[a-z]+)*)"
    r"(?: or not(?=\W*$))?"
)
_DOING = re.compile(
    rf"{_STATE} {_STILL}(?P<what>(?!(?:there|it|he|she|they|we|you|i|this|that|these|those|nobody|no one"
    r"|any\w*|some\w*|every\w*)(?![\w']))[^,]+? \w{2,}ing(?: \S.*)?)"
)
_IS_SO = re.compile(rf" {PREDICATE}$")
_NOUNS = {
    "decide": "decision",
    "vote": "vote",
    "agree": "agreement",
    "refuse": "refusal",
    "propose": "proposal",
    "plan": "plan",
    "promise": "promise",
    "intend": "intention",
    "attempt": "attempt",
    "offer": "offer",
    "threaten": "threat",
}
_DECIDED = re.compile(
    rf"(?:did|does|do|has|have|had) (?P<who>[^,]+?) (?:ever |really |also |now |already )*"
    rf"(?P<verb>{one_of(', '.join(_NOUNS))})(?:s|d|ed|ned)? (?P<what>to .+)"
)
# Of which something is asked or told, up to what is said of it: "Will the lease | be renewed?".
_SUBJECT = re.compile(
    rf"(?:{AUXILIARY}) (?P<who>[^,]+?) {_STILL}(?:(?:be|been|being|going to|likely to|due to)(?![\w'-]).*"
    rf"|{PREDICATE}|\w{{2,}}(?:ed|ing)(?: (?:{_PREPOSITIONS})(?![\w'-]).*)?)"
    r"|(?P<told>(?:the|an?|this|that|these|those|his|her|their|our|[a-z]+s) (?:[\w'’-]+ ){0,4}?)"
    rf"{AUXILIARY} .+"
)
_OBJECT = re.compile(rf"(?:{AUXILIARY}) .*[^,] (?P<who>the [^,]+)")
# "The summit adopted a code for ferries.": what was adopted.
_TOLD_OBJECT = re.compile(
    r"[^,;:?]+? (?:has |have |had )?(?:[a-z]{2,}ed|made|drew up|set up|put out|brought out|wrote|took)"
    r" (?P<who>(?:an?|the|its|his|her|their|new|two|three|another) [^,;:?]+)"
)
_DETERMINED = re.compile(r"(?:the|an?|this|that|these|those|his|her|its|their|our|my|your) ")
_ASKS = re.compile(rf"(?:{ASKING}|{AUXILIARY})")
_NO_NOUN = re.compile(r"(?:it|they|he|she|you|we|i|there|this|that|these|those)(?: .*)?")


def issue_of(asked: str) -> str | None:
    """What a question discusses; None where it has no such noun, or asks for no more than a fact."""
    line = peeled(Line.of(asked))
    cleft, to_do = _CLEFT.fullmatch(line.folded), _TO_DO.match(line.folded)
    if cleft:
        return line.shown[cleft.start("what") :]
    if to_do:
        done = (word if word in ("and", "or") else _gerund(word) for word in to_do["do"].split())
        return " ".join(done) + line.shown[to_do.end() :]
    decided = _DECIDED.fullmatch(line.folded)
    if decided and not _NO_NOUN.fullmatch(decided["who"]):
        who = line.shown[slice(*decided.span("who"))]
        return f"{_owner(who)} {_NOUNS[decided['verb']]} {line.shown[decided.start('what') :]}"
    doing = _DOING.fullmatch(line.folded)
    return line.shown[doing.start("what") :] if doing and not _IS_SO.search(line.folded) else None


def thing_of(asked: str) -> str | None:
    """What "it" is after a question for yes or no, or after a statement: the lease, of "Will the lease be
    renewed?"; the bill, of "Did parliament adopt the bill?"."""
    line = peeled(Line.of(asked))
    found = _SUBJECT.fullmatch(line.folded) or _OBJECT.fullmatch(line.folded)
    found = found or (None if _ASKS.match(line.folded) else _TOLD_OBJECT.fullmatch(line.folded))
    if found is None:
        return None
    told = found.groupdict().get("told")
    thing = line.part(*found.span("told" if told else "who"))
    if _NO_NOUN.fullmatch(thing.folded):
        return None
    # The capital of an article that opens a sentence is the sentence's; one of a name is its own.
    return thing.shown[0].lower() + thing.shown[1:] if _DETERMINED.match(thing.folded) else thing.shown


def _owner(who: str) -> str:
    return f"{who}'" if who.endswith("s") else f"{who}'s"


def _gerund(verb: str) -> str:
    """ "swim" → "swimming", "bathe" → "bathing"."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if len(verb) > 2 and verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    short = re.fullmatch(r"(?:[^aeiou]*)[aeiou][^aeiouwxy]", verb)
    return f"{verb}{verb[-1]}ing" if short else f"{verb}ing"
