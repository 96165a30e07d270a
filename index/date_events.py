"""The date of the event that a document reports in its first sentences or under its picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.date_forms import DateMention, mentions
from index.lines import Line, is_prose
from index.sentences import sentences

_TOP = 12  # lines of text within which the event is told
_PARAGRAPHS = 3  # of running text among them
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_LONGEST = 1500  # characters of a paragraph that are read


def _words(table: str) -> re.Pattern[str]:
    """A pattern of whole words and phrases, one an entry of the table; "_" stands for a space."""
    return re.compile(rf"\b(?:{'|'.join(table.split())})\b".replace("_", r"\s+"), re.IGNORECASE)


# What people do on the day that a document is about. A law is "enacted" and a person "born" on days
# that documents mention; they "meet" on the day that a document reports.
_EVENT = _words("""
    met meets spoke speaks held holds hosted hosts convened gathered hailed attended visited arrived welcomed
    participated took_part took_place discussed delivered addressed told said says joined co-hosted co-chaired
    chaired signed_into_law conferred consulted exchanged travell?ed received presided briefed testified
    traf(?:en)? sprach(?:en)? fand(?:en)? besuchten? empfing erklärten? sagten? unterzeichneten?
    a_rencontré ont_rencontré s['’]est_[a-zé]+ se_sont_[a-zé]+ a_déclaré ont_déclaré a_reçu a_participé
    se_reuni(?:ó|eron) dijo dijeron celebr(?:ó|aron) visitó recibió particip(?:ó|aron)
    se_reuni(?:u|ram) disse encontrou-se encontraram-se participou
""")
# Issuing a text counts only for the text at hand: "the following statement was released".
_ISSUED = re.compile(
    r"\b(?:following|this)\b[^.]{0,80}\b(?:released|issued|adopted|published|made|delivered|approved)\b",
    re.IGNORECASE,
)
# Captions tell the past in the present tense.
_CAPTION = re.compile(
    r"(?<!\bto )\b(?:poses?|holds?|speaks?|attends?|shakes?|shaking|meets?|arrives?|walks?|looks?|gestures?|"
    r"delivers?|addresses|greets?|talks?|listens?|participates?|sits?|stands?|smiles?|waves?|answers?|takes?|"
    r"gives?|is\s+seen|are\s+seen|pictured|appears?|shown|welcomes?|signs?|hosts?|leaves?|departs?|"
    r"testif(?:y|ies)|reacts?|points?|chats?|joins?|swears?)\b"
)
_CAPTION_END = re.compile(
    r"(?:,?\s+(?:in|at|aboard|outside|near)\s[^.]{1,80})?\W*"
    r"(?:\([^()]{0,80}\)\W*|(?:photo|credit|ap|afp|reuters)\b.{0,60})?",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(
    r"^\W*(?:file\b|archiv|foto\s+de\s+archivo|資料|자료\s*사진|资料)|\b(?:file|archive)\s+(?:photo|picture|image)\b",
    re.IGNORECASE,
)
# Words of a clause that is about another time than its sentence.
_OTHER_TIME = _words(r"""
    had since after before following anniversary until till will would shall should may scheduled expected
    plans? planned upcoming originally previously earlier prior between beginning starting effective dated
    which whose who that when where while last first expires? expiring ago born died killed
    que dass daß qu['’]\w+ werde würden? sollen? sollte
    as_amended inaugural pursuant established founded enacted declared deadline no_later by_executive wird
    werden sera será nach seit depuis desde
""")
_FUTURE = _words(
    "will would shall is_to are_to looks?_forward plans? scheduled expected wird werden sera será "
    "anniversary since before"
)
# Before a date, these make it the date of something named: "the May 3, 2018 accord", "since May 3".
_NOT_ITS_OWN = re.compile(
    r"\b(?:the|an?|this|its|his|her|their|our|of|dated|since|until|by|from|before|after|through|to|than|and|"
    r"or|that|beginning|ending|effective|expiring|between|de|vom|seit|bis|du|del)\s*$",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?:^|[\s,;(“\"])(?:on|am|le|el|em|il|dia)\s*$|(?:today|yesterday|tonight),?\s*(?:on\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*$|\s*[.,;:)\]—–”\"]|\s+(?:in|at|to|for|with|and|on|during|as|by|about|under|amid|against|near|aboard|"
    r"outside|inside|[a-z]+ing|local|he|she|they|we|traf|trafen|fand|sprach|a|ont|se)\b",
)
_NAMED = re.compile(
    r"\s*,?\s*(?:[A-Z][a-z]+\s){0,3}(?:agreement|statement|declaration|resolution|law|act|treaty|attacks?|order|"
    r"communiqué|talks)\b"
)
# Between what was done and its day nothing else is done: "met to discuss the accord reached on May 3".
_INFINITIVE = re.compile(r"\bto\s+(?!the\b|an?\b|his\b|her\b|their\b|its\b)[a-z]+\b")
_OTHER_DEED = re.compile(rf"{_INFINITIVE.pattern}|\b(?!united\b)[a-z]{{3,}}ed\b|\b(?:made|held)\b")
_MODIFIER = re.compile(
    r"(?<!\bwas)(?<!\bwere)\s(?:held|hosted|chaired|delivered)\s+(?:in|at|on|by|between)\b[^,]*$"
)
_FIRST_PERSON = re.compile(
    r"^\W*(?:On|In)\b[^,]*,\s*(?:\d{4},\s*)?I\b|\bI\s+(?:signed|issued|declared|met|said|spoke)\b"
)
_TODAY = re.compile(
    r"\b(?<!of )(?:today(?!['’]s)|tonight|this\s+(?:morning|afternoon|evening)|heute|aujourd['’]hui|hoy|hoje)"
    r"\b|오늘|今日|本日|今天",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|until|through|by|expir\w*|before|no\s+later|scheduled|upcoming|ending|ends?|to|plans?|"
    r"deadline|term|from|beginning|effective|starting|in|next|for)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_EAST_ASIAN_PAST = re.compile(r"(?:た|다|了)[。.]?[」”\"]?$|。$")


def event_date(lines: Sequence[Line]) -> str | None:
    """The date of the event told at the top of a text, or None where nothing ties a date to it.

    lines: the text without its furniture. A date is not taken when the text tells of later days,
    for then it tells how its story began.
    """
    read = 0
    for line in lines[:_TOP]:
        if _ARCHIVE.search(line.text[:_LONGEST]):
            continue
        for sentence in _sentences(line):
            for mention in mentions(sentence):
                if _tells_event(sentence, mention, opening=read == 0):
                    # A story that starts with an older event has no date that stands out.
                    return None if _goes_on(lines, mention) else mention.iso
        read += is_prose(line)
        if read >= _PARAGRAPHS:
            break
    return None


def _sentences(line: Line) -> Iterator[str]:
    text = _LINK.sub(r"\1", line.text[:_LONGEST])
    found = mentions(text)
    start = 0
    for span in sentences(text) if found else ():
        # "Am 31. Mai" is no end of a sentence, nor is "on Fri. May 31".
        if not any(mention.start < span.end < mention.end for mention in found):
            yield text[start : span.end].strip()
            start = span.end


def _tells_event(sentence: str, mention: DateMention, *, opening: bool) -> bool:
    before, after = sentence[: mention.start], sentence[mention.end :]
    if not mention.full or _FIRST_PERSON.search(sentence):
        return False
    if re.search(r"[年년]", sentence[mention.start : mention.end]):
        return opening and len(before) <= 4 and _EAST_ASIAN_PAST.search(sentence) is not None
    if not _AFTER.match(after) or _NAMED.match(after):
        return False
    return _is_caption(before, after, mention) or _is_report(before, after, mention, opening=opening)


def _is_report(before: str, after: str, mention: DateMention, *, opening: bool) -> bool:
    """Whether the date is when the sentence's own event happened: "They met in Lima on May 31, 2024"."""
    if not (_ON.search(before) or (mention.weekday and not _NOT_ITS_OWN.search(before))):
        return False
    if len(before.split()) <= 2:
        verb = _EVENT.search(after[:200])
        clause = after[: verb.start()] if verb else ""
        return opening and verb is not None and not (_OTHER_TIME.search(clause) or _OTHER_DEED.search(clause))
    if _OTHER_TIME.search(before):
        return False
    verbs = list(_EVENT.finditer(before))
    if not verbs or _MODIFIER.search(before) or _OTHER_DEED.search(before[verbs[-1].end() :]):
        return _ISSUED.search(before) is not None
    return True


def _is_caption(before: str, after: str, mention: DateMention) -> bool:
    """Whether this is a picture's caption: in the present tense, with place and date at its end."""
    set_off = mention.weekday or re.search(r"(?:,|\bon)\s*$", before) is not None
    if not set_off or not _CAPTION_END.fullmatch(after) or _NOT_ITS_OWN.search(before):
        return False
    verbs = list(_CAPTION.finditer(before))
    return bool(verbs) and not (_FUTURE.search(before) or _INFINITIVE.search(before[verbs[-1].end() :]))


def _goes_on(lines: Sequence[Line], mention: DateMention) -> bool:
    """Whether the text is written later than the date: it speaks of today, or of later days as past."""
    top = lines[:_TOP]
    if not mention.weekday and any(_TODAY.search(line.text[:_LONGEST]) for line in top):
        return not any(_says_today(line.text[:_LONGEST], mention) for line in top)
    return any(
        other.full
        and other.iso > mention.iso
        and not _AHEAD.search(line.text[max(0, other.start - 80) : other.start])
        for line in lines
        for other in mentions(line.text)
    )


def _says_today(text: str, mention: DateMention) -> bool:
    return any(
        other.iso == mention.iso and _TODAY.search(text[max(0, other.start - 12) : other.end + 12])
        for other in mentions(text)
    )
