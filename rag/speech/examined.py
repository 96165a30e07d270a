"""Questions and answers that a letter or a word marks: in courts, in interviews, before the press."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents import Span
from rag.speech import lexicon
from rag.speech.interviewees import Floor, introduced
from rag.speech.labels import Turn

_TWO = 2
_NOTE = r"(?P<note> ?[(\[][^()\[\]\n]{1,80}[)\]])?"
_ASKED = re.compile(
    r"(?P<label>Q(?:UESTION(?:ER)?|uestion(?:er)?)?|REPORTER|Reporter|JOURNALIST|Journalist(?:in|e)?|INTERVIEWER"
    rf"|Interviewer|Frage|Pregunta|Periodista|Repórter|Pergunta|Domanda|Vraag|Fråga|Вопрос|Питання|Корреспондент|Журналист|P){_NOTE}"
    r"(?: ?[:.](?=[ \n*]|$)| [—–-](?= )|(?=  )|(?=\n)|(?<=Q)(?= [A-Z“\"(—–]))",
)
_ANSWERED = re.compile(
    r"(?P<label>A(?:NSWER|nswer)?|THE WITNESS|R|Respuesta|Réponse|Antwort|Risposta|Resposta|Ответ|Відповідь)"
    r"(?: ?[:.](?=[ \n*]|$)| [—–-](?= )|(?=  ))"
)
_NAME = (
    r"(?:(?:MR|MS|MRS|DR|SIR|DAME|Mr|Ms|Mrs|Dr|Sir|Dame|THE)\.? )?"
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}"
)
_EXAMINER = re.compile(
    r"\W*(?:[\w-]+ )?(?:BY|Questions (?:from|by)|(?:[Cc]ross-|[Rr]e-)?[Ee]xamin(?:ed|ation) by) "
    rf"(?P<name>{_NAME})(?: ?:)?\s*$"
)
_SWORN = re.compile(
    rf"\W*(?P<name>{_NAME})(?:,| \()"
    r"[^\n]{0,80}\b(?:sworn|affirmed|witness|recalled|called|continued)\b[^\n]{0,80}$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|von|van|bin|al)){0,3}")
MARKS = (_ASKED, _ANSWERED, _EXAMINER, _SWORN)


def asks_unnamed(flat: str, paragraphs: Sequence[Span]) -> bool:
    """Whether the text marks questions, and more than one, by a letter or word in the place of a name."""
    return sum(_ASKED.match(flat, p.start, p.end) is not None for p in paragraphs) >= _TWO


def by_letters(title: str, flat: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The questions and answers that a letter or word marks, under the names of those who ask and
    answer where the text tells them, and under "" otherwise."""
    asked = _matches(flat, paragraphs, _ASKED)
    answered = _matches(flat, paragraphs, _ANSWERED) if len(asked) >= _TWO else {}
    if not any(found["label"] == "R" for found in answered.values()):
        asked = {number: found for number, found in asked.items() if found["label"] != "P"}
    if not asked:
        return []
    floor = Floor("", "")
    if answered:
        questions = [flat[found.end() : paragraphs[number].end] for number, found in asked.items()]
        floor = introduced(title, flat, paragraphs[: min(asked)], questions)
    made = []
    for number, paragraph in enumerate(paragraphs):
        if number in asked:
            made.append(Turn(_asker(asked[number]["note"]) or floor.asks, asked[number].end(), number))
        elif number in answered:
            made.append(Turn(floor.answers, answered[number].end(), number))
        elif (examiner := _EXAMINER.match(flat, paragraph.start, paragraph.end)) is not None:
            floor = floor._replace(asks=examiner["name"])
        elif (witness := _SWORN.match(flat, paragraph.start, paragraph.end)) is not None:
            floor = floor._replace(answers=witness["name"])
    return made


def _matches(flat: str, paragraphs: Sequence[Span], pattern: re.Pattern[str]) -> dict[int, re.Match[str]]:
    found = {number: pattern.match(flat, one.start, one.end) for number, one in enumerate(paragraphs)}
    return {number: match for number, match in found.items() if match is not None}


def _asker(note: str | None) -> str:
    """Who asks, by the brackets after the mark: "Ann Bell, Radio North", "Reporter, The Lamp", or ""."""
    inner = (note or "").strip(" ()[]")
    name, _, outlet = inner.partition(", ")
    person = _PERSON.fullmatch(name) is not None and _is_person(name)
    if person:
        return f"{name}, {outlet}" if outlet else name
    return f"Reporter, {inner}" if inner[:1].isupper() else ""


def _is_person(name: str) -> bool:
    words = name.lower().split()
    return not (
        words[0] in lexicon.NOT_NAMES
        or name.lower() in lexicon.PLACES
        or any(word in lexicon.BODIES for word in words)
        or name.isupper()
    )
