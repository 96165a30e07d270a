"""Questions for whether and where something is spoken of, and phrases without a verb."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.asked.frames_named import deed_named, speaker_on
from rag.asked.frames_said import named
from rag.asked.limits import Line, subject
from rag.asked.shapes import (
    NOWHERE,
    PASSAGES,
    Reading,
    Sought,
    bare,
    clause,
    form_after,
    is_finite,
    is_negated,
    said,
)
from rag.asked.wording import (
    ABOUT,
    ASKING,
    AUXILIARY,
    BODY_LIKE,
    DECIDING,
    DOCUMENTS,
    MEETINGS,
    NAMING,
    NOBODY,
    PERSON_LIKE,
    PREDICATE,
    SAYING,
    STANCES,
    SURELY_ABOUT,
    UTTERING,
    one_of,
)
from rag.topic.states import state_of

_SIGNS = (
    r"(?:signs?|hints?) of (?:(?:any|some|real|an?) )*(?:movement|progress|change|shift|give|thaw|compromise"
    r"|flexibility|softening|rethink|headway|breakthrough|dissent|unease|regret|doubt)s?"
)
_KINDS_OF_WORDS = (
    r"(?:(?:all|any|every|some|other|the|more|a|an|of|its|many|direct|exact|latest|relevant|key|main"
    r"|specific|public"
    r"|further|no|few|brief|short|that|recent) )*"
    + one_of(
        rf"""{_SIGNS}, anything,
        something, nothing, everything, what, statements?, remarks?, comments?, mentions?,
        references?, quotes?, quotations?, evidence, passages?, excerpts?, documents?, articles?, talk,
        discussions?, coverage, words?, information, info, details?, news, material, sources?, texts?,
        data, opinions?, views?, positions?, stances?, summary, overview, list, timeline, history,
        questions?, speech(?:es)?, testimony, debates?, reactions?, complaints?, objections?,
        criticisms?, warnings?, worries, arguments?, claims?, allegations?, rumou?rs?, suggestions?,
        proposals?, pledges?, responses?, announcements?,
        commitments?, promises, report(?:s|ing)?, hints?, allusions?, thoughts, concerns?, agreement,
        consensus, movement, progress"""
    )
)
_HAVE = one_of(
    """have, has, had, got, makes?, made, gives?, gave, issued?, offer, express, voice, contain, hold,
    provide, include, release, there"""
)
_THERE = re.compile(
    rf"(?P<frame>(?:there (?:been |ever )?|we |you |it )?{_KINDS_OF_WORDS}(?: of {_KINDS_OF_WORDS})?"
    rf"(?: (?:been|ever|that was|was|were|made|said|in there|given|written|recorded))*)(?: (?:by"
    rf"|from) (?P<who>[^,]+?))? (?:{ABOUT}) (?P<topic>.+)"
)
# "Is the commitment to the town firm?" asks whether it is, not for a commitment.
_NO_THERE = re.compile(r"(?:the|its) \S+")
RAISED = one_of(
    """mentioned, discussed, brought up, raised, talked about, addressed, covered, referred to,
        spoken (?:of|about|to), touched (?:on|upon), named, cited, included, referenced, noted,
        on the (?:agenda|record|table), a (?:topic|subject|theme),
        part of the (?:discussion|talks|agenda), commented on, alluded to, debated, reported on,
        up for discussion, come up, in there, in it, dealt with, described, quoted, on (?:their|the) minds"""
)
_PASSIVE = re.compile(
    r"(?P<topic>.+?) (?P<frame>(?:(?:being|been|not|ever|also|at all|even|explicitly|specifically|directly"
    r"|publicly"
    r"|first|last|actually|once|never|really|still|again) )*" + RAISED + r")(?P<rest>(?:\s.*)?)"
)
_GIVES_WORDS = re.compile(
    rf"(?P<who>.+?) (?!(?:have|has|had|got) to )(?P<verb>{_HAVE}(?: {_KINDS_OF_WORDS})?"
    rf"(?: (?:to say|on record|said))?) {ABOUT} (?P<topic>.+)"
)
_ON_RECORD = re.compile(
    r"(?P<who>.+?) (?:been )?(?:on (?:the )?record|quoted|cited|asked|questioned|interviewed)"
    r" (?:about|on|over|regarding|as saying(?: that)?|saying(?: that)?) (?P<topic>.+)"
)
_QUOTED_ON = re.compile(r" (?:quoted|interviewed) (?:on|about|over|regarding|as saying|saying) ")
# "Did she say the dividend is safe?": whatever she said of the dividend tells.
_CLAIMED = re.compile(
    r"(?P<subject>(?:(?!is|are|was|were|that|who|which)[\w'’.-]+ )*?(?!is|are|was|were)[\w'’.-]+)"
    rf" (?:is|are|was|were|will be|would be)(?:n't| not| still| now| already| very| too| fully)* {PREDICATE}"
)
_CLAIMING = re.compile(
    r"(?:claim|argu|suggest|declar|warn|emphasi|promis|pledg|vow|announc|insist|confirm|den[iy]|admi"
    r"|acknowledg|assert|affirm|contend|predict|believ|think|thought|complain|alleg)"
)
_ABOUT = re.compile(rf"{ABOUT} ")
_WHETHER = re.compile(rf"(?P<aux>{AUXILIARY})(?: not)? (?P<rest>.+)")


def did_they_mention(line: Line) -> Reading | None:
    """ "Did they discuss tariffs?", "Is Burma mentioned?", "Was there any talk of a ceasefire?"."""
    match = _WHETHER.fullmatch(line.folded)
    if match is None:
        return None
    inner = line.part(match.start("rest"))
    frame = match.group()[: match.start("rest")]
    is_passive = match["aux"].startswith(("is", "are", "was", "were", "ha"))
    is_passive = is_passive or " come up" in inner.folded
    reading = _is_mentioned(inner, frame) if is_passive else None
    gives = None if reading else _GIVES_WORDS.fullmatch(inner.folded)
    if gives:
        return _worded(inner, gives, frame + gives["verb"])
    found = None if reading else clause(inner, NAMING, form_after(match["aux"]))
    if not found and not reading:
        found = _spoken_about(inner, form_after(match["aux"]))
    if found is None:
        return reading
    who, verb, rest = found
    reading = said(who, rest, verb, frame + " " + inner.folded[: len(inner.folded) - len(rest.folded)])
    claimed = _CLAIMED.fullmatch(Line.of(reading.topic).folded)
    if claimed and not _ABOUT.match(rest.folded):
        return replace(reading, topic=reading.topic[: claimed.end("subject")])
    return reading


def _spoken_about(inner: Line, fits: Callable[[str], bool]) -> tuple[Line, str, Line] | None:
    """ "… warn about side effects", "… claim that it is over": verbs that tell of speech only so."""
    found = clause(inner, rf"(?:{SAYING}|{DECIDING})", fits)
    if found and re.match(rf"{SURELY_ABOUT} ", found[2].folded):
        return found
    return found if found and found[2].folded.startswith("that ") and _CLAIMING.match(found[1]) else None


def _is_mentioned(inner: Line, frame: str) -> Reading | None:
    """What follows "is" or "has": "Burma mentioned", "there any talk of it", "anyone on record about it"."""
    quoted = _ON_RECORD.fullmatch(inner.folded)
    if quoted and (NOBODY.fullmatch(quoted["who"]) or _QUOTED_ON.search(inner.folded)):
        return _worded(inner, quoted, frame)
    passive, there = _PASSIVE.fullmatch(inner.folded), _THERE.fullmatch(inner.folded)
    perfect = passive and not {"been", "come"}.isdisjoint(passive["frame"].split())
    if passive and (not frame.startswith("ha") or perfect):
        return named(inner, passive, frame + " " + passive["frame"])
    if there and not _NO_THERE.fullmatch(there["frame"]):
        return _worded(inner, there, frame + there["frame"])
    return _worded(inner, quoted, frame) if quoted else None


def _worded(inner: Line, match: re.Match[str], frame: str) -> Reading:
    """The topic and, where one is named, the speaker that a pattern found."""
    speaker, event = subject(inner.part(*match.span("who"))) if match["who"] else (None, None)
    return Reading(
        "topic", bare(inner.part(match.start("topic"))).shown, speaker, event, None, is_negated(frame)
    )


_UTTERED = re.compile(
    rf"(?:what|which) (?P<words>(?:\w+ )??(?:{_KINDS_OF_WORDS}|{STANCES})) (?P<aux>(?:do|does|did)(?:n't)?)"
    r" (?P<rest>.+)"
)


def words_uttered(line: Line) -> Reading | None:
    """ "What concerns did they raise about the dam?": words that somebody uttered about something."""
    match = _UTTERED.fullmatch(line.folded)
    if match is None:
        return None
    inner = line.part(match.start("rest"))
    found = clause(inner, rf"(?:{UTTERING}|{SAYING}|{DECIDING})", form_after(match["aux"]))
    if found is None or not _ABOUT.match(found[2].folded):
        return None
    return said(found[0], found[2], "say", f"{match['words']} {match['aux']}")


_HOW_OFTEN = (
    r"in what (?:context|way|connection|terms|sense)|how often|how many times|how frequently|where"
    r"|when|since when"
)
_SOURCES = (
    rf"(?:{DOCUMENTS}|{MEETINGS}|documents?|sources?|files?|records?|texts?|pages?|ones?|passages?"
    rf"|sentences?)(?:s|es)?"
)
_WHICH_DOCUMENTS = re.compile(
    rf"(?:(?P<often>{_HOW_OFTEN})|(?:(?:in|at|during|from) )?(?:which|what|how many) (?:of (?:the|these"
    rf"|those|your) )?"
    rf"(?:(?!{AUXILIARY})[\w'’-]+ ){{0,4}}?{_SOURCES}(?: (?:of|by|from) [\w'’ -]+?)?)(?: that| which)?"
    r" (?P<clause>.+)"
)
_SILENT = re.compile(
    r"(?:(?:is|are|was|were|remain(?:ed|s)?|stay(?:ed|s)?|keep|kept) )?(?:silent|quiet|mum|nothing)"
    r" (?:on|about|regarding) (?P<topic>.+)"
)
_HOLDS_WORDS = re.compile(
    rf"(?:(?:{AUXILIARY}) )?(?P<verb>(?:{_HAVE}|are|is|were|was|talking|dealing)(?: no| nothing"
    rf"| anything)?(?: {_KINDS_OF_WORDS})?)"
    rf"(?: to say)? {ABOUT} (?P<topic>.+)"
)
_ONLY_AUXILIARIES = re.compile(
    rf"they(?: (?:{AUXILIARY}|not|ever|also|that|been|explicitly|specifically|actually))*"
)


def which_documents(line: Line) -> Reading | None:
    """ "Which documents mention Gaza?", "When was it first mentioned?", "How often did he speak of it?"."""
    match = _WHICH_DOCUMENTS.fullmatch(line.folded)
    if match is None:
        return None
    inner = line.part(match.start("clause"))
    often = match["often"] or ""
    sought: Sought | None = "place" if often == "where" else "date" if "when" in often else None
    found = did_they_mention(inner)
    if found is None and not often:
        found = _documents_that(inner)
    return found and replace(found, sought=sought)


def _documents_that(inner: Line) -> Reading | None:
    """ "… mention Gaza", "… are silent on Gaza", "… have anything about Gaza"."""
    split = clause(
        Line("they " + inner.shown, "they " + inner.folded), rf"(?:{NAMING}|{SAYING}|{DECIDING})", bool
    )
    if split and _ONLY_AUXILIARIES.fullmatch(split[0].folded):
        return said(NOWHERE, split[2], split[1], inner.folded[: len(inner.folded) - len(split[2].folded)])
    silent, holds = _SILENT.fullmatch(inner.folded), _HOLDS_WORDS.fullmatch(inner.folded)
    if silent:
        return Reading("topic", bare(inner.part(silent.start("topic"))).shown, negated=True)
    if holds:
        return Reading(
            "topic", bare(inner.part(holds.start("topic"))).shown, negated=is_negated(holds["verb"])
        )
    return None


# ---------------------------------------------------------------- phrases without a verb

_PHRASE = re.compile(
    rf"(?P<words>{_KINDS_OF_WORDS})(?: (?:that )?(?:is|was|were|are|has been|have been|been))?"
    r"(?: (?:said|made|mentioned|given|written|issued|recorded|available|there))?(?: (?:by|from"
    r"|of) (?P<who>[^,]+?))?"
    rf" (?:{ABOUT}|mentioning|discussing|that mentions?|(?:that|which) discuss(?:es)?) (?P<topic>.+)"
)
_STANCE_OF = re.compile(
    rf"(?:{SURELY_ABOUT} )?(?:(?:the )?(?:gist|essence|substance) of )?(?P<who>.+?)(?:'s|s')"
    rf" (?:{STANCES}) {ABOUT} (?P<topic>.+)"
)
# "Verdict of the rowers on the weir": of what may be anybody's, his are on something.
_WHOSE_ON = re.compile(
    r"(?:(?:the|any|all|official|latest|main|overall) )*(?:verdict|position|stance|attitude|reaction|response"
    r"|answer|reply|replies|assessment|judge?ment|thinking|criticism|demand|concern|warning|conclusion"
    r"|feeling)s? (?:of|from) (?P<who>(?:(?!on |about |to )[\w'’.-]+ )+?)(?:on|about|to|over|regarding"
    r"|concerning|towards?) (?P<topic>.+)"
)
# "The warden of the fells: views on dogs"; a law has none.
_HIS_VIEWS = re.compile(
    r"(?P<who>[^,;:]+?)(?:[,:]| [-–—]+) (?:(?:any|his|her|its|their|the|some|all) )*(?:own )?"
    rf"(?:{STANCES}|remarks?|comments?|quotes?) {ABOUT} (?P<topic>.+)"
)
_WORDS_BY = re.compile(
    rf"(?:{_KINDS_OF_WORDS}|{STANCES}|quotes?|speech(?:es)?|words) (?:by|from) (?P<who>.+)"
)
# "The remarks of Minister Bell": these are somebody's, as a summary or a history is not.
_WORDS_OF = re.compile(
    r"(?:(?:all|any|every|some|the|main|key|public|latest|other) )*"
    r"(?:remarks?|comments?|statements?|words|views?|positions?|stances?|opinions?|reactions?|responses?"
    r"|complaints?|objections?|arguments?|proposals?|pledges?|promises|demands?|testimony|points?"
    r"|answers?|repl(?:y|ies)) of (?P<who>.+)"
)
_ABOUT_IT = re.compile(
    rf"(?:{STANCES}|summary|overview|mentions?|references?|talk|discussion) (?:about|on|of"
    rf"|regarding) (?P<topic>.+)"
    r"|(?:about|on|regarding|concerning|re:?|what about|how about) (?P<topic2>.+)"
)
_FULL_NAME = re.compile(r"[A-Z][\w’'-]*[a-z](?: [A-Z][\w’'.-]*)*? [A-Z][\w’'-]*[a-z]")
_OF_OR_ON = re.compile(r".*(?:views?|opinions?|complaints?|statements?|comments?) of")  # "views of Japan"
_HAS_TOPIC = re.compile(rf" (?:{SURELY_ABOUT}|on|{NAMING})(?: |$)")
_QUOTE = re.compile(r"quote (?P<who>.+?) (?:on|about|regarding) (?P<topic>.+)")
_NOT_A_PHRASE = re.compile(rf"(?!(?:what|how) about )(?!(?:on|about) )(?:\w+ )?(?:{ASKING})|(?:{AUXILIARY})")


def phrase(line: Line) -> Reading | None:
    """No verb, or a statement: "statements on semiconductors", "Hillary Clinton on Syria",
    "they mentioned it"."""
    line = line.part(0)
    lead = PASSAGES.match(line.folded)
    if lead:
        rest = line.part(lead.end())
        return _statement(rest) or _documents_that(rest)
    if _NOT_A_PHRASE.match(line.folded) or re.match(rf"(?:on|in|at|about) (?:{ASKING})", line.folded):
        return None
    whose = _words_of(line) or deed_named(line) or _views_of(line)
    if whose:
        return whose
    for pattern in (_QUOTE, _PHRASE, _STANCE_OF, _WHOSE_ON, _WORDS_BY, _ABOUT_IT):
        match = pattern.fullmatch(line.folded)
        if match:
            found = match.groupdict()
            about = next((name for name in ("topic", "topic2") if found.get(name)), None)
            speaker, event = subject(line.part(*match.span("who"))) if found.get("who") else (None, None)
            topic = bare(line.part(*match.span(about))).shown if about else ""
            return Reading("topic", topic, speaker, event, None, is_negated(found.get("words") or ""))
    return speaker_on(line) or _statement(line)


def _words_of(line: Line) -> Reading | None:
    match = _WORDS_OF.fullmatch(line.folded)
    who = line.part(*match.span("who")) if match else NOWHERE
    named = (
        _FULL_NAME.fullmatch(who.shown)
        or PERSON_LIKE.fullmatch(who.folded)
        or BODY_LIKE.fullmatch(who.folded)
        or (state_of(who.shown) and not _OF_OR_ON.match(line.folded))
    )
    if not named or _HAS_TOPIC.search(who.folded):
        return None
    speaker, event = subject(who)
    return Reading("topic", "", speaker, event) if speaker else None


def _views_of(line: Line) -> Reading | None:
    match = _HIS_VIEWS.fullmatch(line.folded)
    who = line.part(*match.span("who")) if match else NOWHERE
    office, *_ = re.split(r" (?:of|for|on|from|in) ", who.folded)
    person = office and (_FULL_NAME.fullmatch(who.shown) or PERSON_LIKE.fullmatch(office))
    if match is None or not (person or BODY_LIKE.fullmatch(who.folded)):
        return None
    return Reading("topic", bare(line.part(match.start("topic"))).shown, who.shown)


_WAS_NAMED = re.compile(
    r"(?P<topic>.+?) (?:is|was|are|were|has been|have been|had been|gets|got) (?P<frame>(?:not |ever |also "
    r"|even |being )*)"
    rf"(?:{RAISED})(?P<rest>(?:\s.*)?)"
)


def _statement(line: Line) -> Reading | None:
    passive = _WAS_NAMED.fullmatch(line.folded)
    if passive:
        return named(line, passive, passive["frame"])
    found = clause(line, NAMING, is_finite)
    if (
        found is None
        or len(found[0].folded.split()) > 5
        or re.search(rf"(?<![\w-]){ABOUT}(?![\w-])", found[0].folded)
    ):
        return None
    who, verb, rest = found
    return said(who, rest, verb, line.folded[: len(line.folded) - len(rest.folded)])
