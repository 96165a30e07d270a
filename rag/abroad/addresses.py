"""Speeches under titles in other languages, and letters: texts in the first person by whom they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech import lexicon
from rag.speech.label_names import parts
from rag.speech.labels import titled

_CAP = r"[A-ZÀ-Þ][\w.'’-]*"
_LINK = r"(?:de|del|della|di|da|do|dos|la|le|von|van|der|den|zu|bin|al|y|e)"
_PERSON = rf"{_CAP}(?: (?:{_CAP}|{_LINK})){{0,5}}"
# Speeches as chancelleries and ministries of these languages head them.
_KINDS = (
    r"(?:(?:Antritts|Eröffnungs|Fest|Haushalts|Neujahrs|Weihnachts)?(?:[Rr]ede|[Aa]nsprache)|Grußwort|Regierungserklärung"
    r"|Discours|Allocution|Intervention|Vœux|Discurso|Intervención|Palabras|Alocución|Mensaje|Pronunciamento"
    r"|Discorso|Intervento|Toespraak|Speech|Tal)"
)
_SPEECH = re.compile(
    rf"{_KINDS}(?: [\wÀ-ÿ]+)?? "
    r"(?:von|der|des|d['’]|de la|de l['’]|del|de|du|do|da|di|della|van|door|av|prononcé par) ?"
    rf"(?P<office>(?:[a-zà-ÿ][\w'’-]* ){{0,6}}?)(?P<who>{_PERSON})"
    r"(?:, (?P<role>[^,\n]{3,80}))?(?=[ ,.\n]|$)"
)
_FIRST_PERSON = re.compile(
    r"\b(?:[Ii]ch|[Ww]ir|[Jj]e|[Nn]ous|[Yy]o|nosotros|[Ii]o|[Nn]oi|[Ee]u|[Nn]ós|[Ii]k|[Ww]ij|[Jj]ag)\b|\b[Jj]['’]"
    r"|Sehr geehrte|Meine Damen|Mesdames|Señoras|Signore e|Senhoras|Dames en"
)
_CLOSING = re.compile(
    r"(?:Yours(?: (?:sincerely|faithfully|truly|ever|very truly))?|(?:Very )?Sincerely(?: yours)?"
    r"|(?:Best|Kind|Warm)?(?: )?[Rr]egards|Respectfully(?: (?:submitted|yours))?|With (?:best|kind|warm) \w+"
    r"|Faithfully|In solidarity|Signed|Mit freundlichen Grüßen|Hochachtungsvoll|Cordialement|Bien à vous"
    r"|(?:Je|Nous) vous prie[^\n]{0,120}|Atentamente|Cordialmente|(?:Un )?[Ss]aludos?[^\n]{0,40}"
    r"|Cordiali saluti|Distinti saluti|Atenciosamente)[,.:]?"
)
_SALUTATION = re.compile(
    r"(?:Dear|To|Sehr geehrte|Liebe|Lieber|Madame|Monsieur|Mesdames|Cher|Chère|Estimad|Querid|Egregi"
    r"|Caro|Cara|Prezad)"
    r"[^\n.]{0,120}[,:!]"
)
_SIGNATURE = re.compile(
    rf"(?:/s/ )?(?P<name>{_CAP}(?: (?:{_CAP}|{_LINK})){{1,4}})(?:, (?P<role>[^\n]{{3,80}}))?"
)
_LATE = 14  # paragraphs at the end of a letter among which it is signed
_EARLY = 10  # paragraphs at its head among which it greets
_SIGNERS = 12


def speech(heads: Sequence[str], flat: str) -> str | None:
    """Who speaks, where a head in another language calls the text somebody's speech."""
    for head in heads:
        found = _SPEECH.match(head)
        if found is None or _FIRST_PERSON.search(flat) is None:
            continue
        name, title, _ = parts(found["who"])
        office = (title or found["office"].strip(), found["role"])
        courtesy = all(word.lower() in lexicon.HONORIFICS for word in office[0].split())
        role = found["role"] if courtesy and found["role"] and titled(found["role"]) else office[0]
        if not name or not (len(name) > 1 or title or found["office"]):
            continue
        said = " ".join(name)
        return (
            f"{said}, {role}"
            if role and not all(w.lower() in lexicon.HONORIFICS for w in role.split())
            else said
        )
    return None


def letter(flat: str, paragraphs: Sequence[Span]) -> tuple[list[str], int, int] | None:
    """Who signs a letter, and its paragraphs ``[first, last)`` between greeting and signature."""
    greeted = next(
        (n for n, p in enumerate(paragraphs[:_EARLY]) if _SALUTATION.match(flat, p.start, p.end)), None
    )
    if greeted is None:
        return None
    for number in range(len(paragraphs) - 1, max(greeted, len(paragraphs) - _LATE), -1):
        paragraph = paragraphs[number]
        found = _CLOSING.match(flat, paragraph.start, paragraph.end)
        if found is None:
            continue
        below = flat[found.end() : paragraphs[-1].end]
        names = signers([line.strip(" *_") for line in below.splitlines() if line.strip(" *_")])
        if names:
            return names, greeted + 1, number
    return _unclosed(flat, paragraphs, greeted)


def _unclosed(flat: str, paragraphs: Sequence[Span], greeted: int) -> tuple[list[str], int, int] | None:
    """A letter that ends with one name and the office below it, and no word of farewell."""
    lines = [" ".join(flat[p.start : p.end].split()) for p in paragraphs]
    last = len(lines)
    while (
        last > greeted + 1
        and lines[last - 1][-1:] not in '.?!"”'
        and len(lines) - last < len(("name", "office", "house"))
    ):
        last -= 1
    names = signers(lines[last:])
    return (names, greeted + 1, last) if len(names) == 1 and ", " in names[0] else None


def signers(lines: Sequence[str]) -> list[str]:
    """The names below a letter, each with the office on the line after it."""
    names: list[str] = []
    for index, line in enumerate(lines[: _SIGNERS * 2]):
        found = _SIGNATURE.fullmatch(line)
        words = line.lower().split()
        if found is None or any(word in lexicon.BODIES or word in lexicon.PLACES for word in words):
            continue
        name, title, _ = parts(found["name"])
        if len(name) < len("ab") or titled(" ".join(name)):
            continue
        after = lines[index + 1] if index + 1 < len(lines) else ""
        role = found["role"] or (after if titled(after) and after[-1:] not in ".:" else "") or title
        names.append(f"{' '.join(name)}, {role}" if role else " ".join(name))
    return names
