"""The shapes of questions in nine languages other than English; minimal rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.abroad import languages_east as east
from rag.abroad import languages_further as further
from rag.abroad import languages_west as west
from rag.abroad import reactions
from rag.abroad.han import simplified
from rag.asked.limits import Line
from rag.asked.shapes import Kind, Reading

_HAN = r"\u3400-\u9fff"
_KANA = r"\u3040-\u30ff"
_HANGUL = r"\uac00-\ud7af\u1100-\u11ff"
_TOPIC = east.TOPIC | west.TOPIC | further.TOPIC
_WHO = east.WHO | west.WHO | further.WHO
_SOUGHT = east.SOUGHT | west.SOUGHT | further.SOUGHT
_OPENS = west.OPENS | further.OPENS
_WORDS = west.WORDS | further.WORDS
_ARTICLE = west.ARTICLE | further.ARTICLE
LATIN = frozenset(_OPENS)
_THEME = re.compile(r"(?i)^(?:thema|(?:sujet|thème) d[eu]|tema d(?:el|e|o)|onderwerp) (?=\w)")
_NOBODY = re.compile(
    r"(?:sie|man|ils|elles|on|ellos|ellas|jemand|loro|eles|elas|ze|zij|men|i documenti|os documentos"
    r"|de documenten|les documents|die dokumente|los documentos"
    r"|彼ら|彼らは|みんな|그들|他们|他們|大家|各方)?"
)
_TEXT = re.compile(
    r"(?:der |die |das |le |la |l'|el )?(?:gesetz|bericht|vertrag|text|dokument|studie|loi|rapport|texte"
    r"|traité|document|étude|ley|informe|tratado|documento|texto|estudio)(?: .+)?"
)
# Before an office: "la préfète" is on record as "préfète".


@dataclass(frozen=True, slots=True)
class Foreign:
    """A question in one of these languages; ``line`` is what limits are cut from."""

    language: str
    line: Line

    def reading(self, line: Line) -> Reading:
        """What the question asks, once its limits are cut out."""
        line = line.part(0)
        folded = simplified(line.folded) if self.language == "zh" else line.folded
        for kind, pattern in reactions.EARLY.get(self.language, ()):
            match = re.fullmatch(pattern, folded)
            if match and not _is_text(match):
                return self._found(kind, line, match)
        shapes: tuple[tuple[Kind, dict[str, tuple[str, ...]]], ...] = (("who", _WHO), ("topic", _TOPIC))
        for kind, patterns in shapes:
            for pattern in patterns.get(self.language, ()):
                match = re.fullmatch(pattern, line.folded)
                if match and not _is_text(match):
                    return self._found(kind, line, match)
        sought = next(
            (kind for kind, pattern in _SOUGHT.get(self.language, ()) if re.search(pattern, line.folded)),
            None,
        )
        return Reading("fact", line.shown, sought=sought)

    def _found(self, kind: Kind, line: Line, match: re.Match[str]) -> Reading:
        about = match.span("t") if match.groupdict().get("t") else (0, 0)
        topic = line.part(*about).shown.strip('¿“”"「」『』')
        if self.language in _ARTICLE:
            topic = _THEME.sub("", re.sub(_ARTICLE[self.language], "", topic))
        if kind == "who":
            return Reading("who", topic, sought="person")
        names = [line.part(*match.span(name)).shown for name in ("s", "s2") if match.groupdict().get(name)]
        speaker = next((name for name in names if not _NOBODY.fullmatch(name.lower())), None)
        if speaker and self.language in _ARTICLE:
            speaker = re.sub(_ARTICLE[self.language], "", speaker)
        event = line.part(*match.span("e")).shown if match.groupdict().get("e") else None
        if event and self.language in _ARTICLE:
            event = re.sub(_ARTICLE[self.language], "", event)
        return Reading("topic", topic, speaker, event)


def _is_text(match: re.Match[str]) -> bool:
    """Whether a text alone is asked for what it says: "Was sagt das Gesetz?" asks for a fact."""
    found = match.groupdict()
    return bool(found.get("s")) and not found.get("t") and bool(_TEXT.fullmatch(found["s"]))


def read(text: str) -> Foreign | None:
    """The language of a question, None for English and whatever looks like it."""
    line = Line.of(text).part(0)
    letters = [character for character in line.folded if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    ends = re.search(f"[{_KANA}{_HANGUL}]$", line.folded)  # "Ana Ruiz 氏は何と述べましたか"
    if letters and (latin * 2 <= len(letters) or ends):
        return Foreign(_east_asian(line.folded), _unpunctuated(line))
    opened = [
        language
        for language, opens in _OPENS.items()
        if re.match(opens, line.folded) or re.match(reactions.OPENS[language], line.folded)
    ]
    language = max(opened, key=lambda one: _words_of(one, line.folded), default="")
    if language and _words_of(language, line.folded):
        return Foreign(language, Line(line.shown.lstrip("¿ "), line.folded.lstrip("¿ ")))
    if _OTHER.match(line.folded):
        return Foreign("", line)
    return None


# Question words of more languages, none of them an English word: such a question is a fact question.
_OTHER = re.compile(
    r"(?:vad|vem|varför|hvad|hvem|hvorfor|co|kto|kiedy|gdzie|dlaczego|ne zaman|kim|neden|apa|siapa|kapan"
    r"|mengapa|ai|bao nhiêu) "
)


def _words_of(language: str, text: str) -> int:
    """How many words and letters of a language a question holds."""
    return len(re.findall(_WORDS[language], text))


def _east_asian(text: str) -> str:
    if re.search(f"[{_HANGUL}]", text):
        return "ko"
    if re.search(f"[{_KANA}]", text):
        return "ja"
    return "zh" if re.search(f"[{_HAN}]", text) else ""


def _unpunctuated(line: Line) -> Line:
    trimmed = line.shown.strip("？?。！! 　")
    begin = line.shown.index(trimmed) if trimmed else 0
    return line.part(begin, begin + len(trimmed))
