"""Interviews: with the name of the person asked before each answer, or before the first; or with the
questions in bold type, as headings, or alone in a type of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from index.documents import Span
from rag.speech.cast import Cast
from rag.speech.examined import asks_unnamed
from rag.speech.interviewees import introduced
from rag.speech.label_names import full_name
from rag.speech.labels import Turn, is_heading_word
from rag.speech.proceedings import is_matter

_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.'’‑-]*"
    r"(?: (?:(?:[dl]['’])?[A-ZÀ-Þ][\w.'’‑-]*|of|the|de|der|von|van|zu|du|la|le|bin|al)){0,5}) ?:(?=[ \n])"
)
_ANSWERS = 3  # that make an interview
_ASKED = 0.3  # of the paragraphs before an answer that end in a question mark, at the least
_MOST = 0.6  # of the paragraphs in the type of the questions that are such
_OWN = 0.3  # of the paragraphs of the answers in which somebody speaks of himself
_QUESTION = 600  # characters of a question
_TYPES = (
    ("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"), ("<strong>", "</strong>"), ("<b>", "</b>"),
    ("<em>", "</em>"), ("<i>", "</i>"),
)  # fmt: skip
_TAG = len("</strong>")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")


def interview(flat: str, paragraphs: Sequence[Span], cast: Callable[[], Cast]) -> list[Turn]:
    """The turns of an interview, the last of them an answer of one paragraph; empty for any other text.

    The paragraph before an answer is the interviewer's: where one of these has a label they are all
    of whom it names, otherwise of nobody named (""). cast: finds whom the text names; the person asked
    joins them.
    """
    labels = _labels(flat, paragraphs)
    # Where questions are marked as such ("Q   ") the marks tell more than what stands before an answer.
    if not labels or asks_unnamed(flat, paragraphs):
        return []
    person, answers = Counter(found["label"] for found in labels.values()).most_common(1)[0]
    theirs = [number for number, found in labels.items() if found["label"] == person]
    asked = [_before(number, flat, paragraphs) for number in theirs]
    # What stands above the first question ("Interview: …", "Photo: …") is a credit.
    others = [number for number in labels if number not in theirs and number >= (asked[0] or 0)]
    if answers < _ANSWERS or None in asked or not set(others).issubset(asked) or set(asked) & set(theirs):
        return []
    questions = [number for number in asked if number is not None]
    marked = sum(_text(flat, paragraphs[number]).endswith("?") for number in questions)
    if len(others) * 2 > answers or marked < _ASKED * answers:
        return []
    full = _full_name(person, flat)
    if full is None:
        return []
    cast().add(full)
    interviewer = labels[others[0]]["label"] if others else ""
    made = [Turn(person, labels[number].end(), number) for number in theirs]
    for number in questions:
        begin = labels[number].end() if number in labels else paragraphs[number].start
        made.append(Turn(interviewer, begin, number))
    return sorted(made, key=lambda turn: turn.paragraph)


def in_bold(text: str, flat: str, paragraphs: Sequence[Span], cast: Callable[[], Cast]) -> list[Turn]:
    """The turns of an interview whose questions are paragraphs in bold type, of which only the first
    answer, or some, are under the name of the person asked; empty for any other text.

    text: with its markup, which ``flat`` has lost. cast: as for ``interview``.
    """
    asked = [number for number, one in enumerate(paragraphs) if _is_bold(text, one)]
    marked = sum(_text(flat, paragraphs[number]).endswith("?") for number in asked)
    if len(asked) < _ANSWERS or marked < _ASKED * len(asked):
        return []
    labels = _labels(flat, paragraphs)
    theirs = {
        found["label"] for number, found in labels.items() if number - 1 in asked and number not in asked
    }
    person = theirs.pop() if len(theirs) == 1 else None
    full = _full_name(person, flat) if person else None
    if person is None or full is None:
        return []
    cast().add(full)
    interviewer = next((labels[number]["label"] for number in asked if number in labels), "")
    made = []
    for number in asked:
        if number + 1 >= len(paragraphs) or number + 1 in asked:
            continue
        for at, label in ((number, interviewer), (number + 1, person)):
            begin = labels[at].end() if at in labels else paragraphs[at].start
            made.append(Turn(label, begin, at))
    return made


def in_type(
    title: str, text: str, flat: str, paragraphs: Sequence[Span], cast: Callable[[], Cast]
) -> list[Turn]:
    """The turns of an interview without any names, whose questions stand out by their type alone: in bold
    or slanted, or as headings; empty for any other text, and where it does not tell who is asked.

    text, cast: as for ``in_bold``.
    """
    asked = _in_one_type(text, flat, paragraphs)
    if not asked or asks_unnamed(flat, paragraphs):
        return []
    first = asked[0]
    answers = [n for n in range(first, len(paragraphs)) if n not in asked]
    questions = [flat[paragraphs[n].start : paragraphs[n].end] for n in asked]
    floor = introduced(title, flat, paragraphs[:first], questions)
    own = sum(_FIRST_PERSON.search(flat, paragraphs[n].start, paragraphs[n].end) is not None for n in answers)
    if not floor.answers or not answers or own < _OWN * len(answers) or not (floor.sure or floor.told):
        return []
    cast().add(floor.answers.split())
    last = _last_answer(floor.answers, text, flat, paragraphs, asked[-1])
    return [
        Turn(floor.asks if number in asked else floor.answers, paragraphs[number].start, number)
        for number in range(first, last + 1)
    ]


def _in_one_type(text: str, flat: str, paragraphs: Sequence[Span]) -> list[int]:
    """The paragraphs, from the first question on, in the type that enough questions have; none where most
    others in it are no questions."""
    typed = [_type(text, one) for one in paragraphs]
    asks = [_text(flat, one).endswith("?") and one.end - one.start <= _QUESTION for one in paragraphs]
    kinds = Counter(kind for kind, asking in zip(typed, asks, strict=True) if kind and asking)
    if not kinds:
        return []
    kind, times = kinds.most_common(1)[0]
    first = next(n for n, one in enumerate(typed) if one == kind and asks[n])
    asked = [n for n, one in enumerate(typed) if n >= first and one == kind]
    return asked if times >= max(_ANSWERS, _MOST * len(asked)) else []


def _last_answer(person: str, text: str, flat: str, paragraphs: Sequence[Span], asked: int) -> int:
    """Where the answer to the last question ends: before a note in other type, or one on the person."""
    for number in range(asked + 2, len(paragraphs)):
        one = paragraphs[number]
        if _type(text, one) or person.rsplit(maxsplit=1)[-1] in flat[one.start : one.end]:
            return number - 1
    return len(paragraphs) - 1


def in_turn(flat: str, paragraphs: Sequence[Span], cast: Callable[[], Cast]) -> list[Turn]:
    """The turns of an interview of which the first answer alone is under the name of the person asked, and
    question and answer alternate from there, paragraph by paragraph; empty for any other text.

    cast: as for ``interview``.
    """
    labels = _labels(flat, paragraphs)
    first = next((n for n in labels if n and _text(flat, paragraphs[n - 1]).endswith("?")), None)
    full = _full_name(labels[first]["label"], flat) if first else None
    if first is None or full is None or asks_unnamed(flat, paragraphs):
        return []
    pairs = _pairs(first - 1, flat, paragraphs)
    asked = [_text(flat, paragraphs[question]) for question, _ in pairs]
    told = [_text(flat, paragraphs[answer]) for _, answer in pairs]
    marked = sum(question.endswith("?") for question in asked)
    if marked < max(_ANSWERS, len(pairs) / 2) or any(answer.endswith("?") for answer in told):
        return []
    others = {found["label"] for number, found in labels.items() if number > first}
    if sum(map(len, asked)) > sum(map(len, told)) or not others.issubset({labels[first]["label"]}):
        return []
    cast().add(full)
    interviewer = labels[first - 1]["label"] if first - 1 in labels else ""
    made = []
    for pair in pairs:
        for at, label in zip(pair, (interviewer, labels[first]["label"]), strict=True):
            made.append(Turn(label, labels[at].end() if at in labels else paragraphs[at].start, at))
    return made


def _pairs(first: int, flat: str, paragraphs: Sequence[Span]) -> list[tuple[int, int]]:
    """Questions and answers that alternate from a paragraph on, up to the last that has a question mark:
    what is written below the last answer is neither."""
    told = [
        number
        for number in range(first, len(paragraphs))
        if not is_matter(flat[paragraphs[number].start : paragraphs[number].end])
    ]
    pairs = list(zip(told[::2], told[1::2], strict=False))
    while pairs and "?" not in _text(flat, paragraphs[pairs[-1][0]]):
        pairs.pop()
    return pairs


def _type(text: str, paragraph: Span) -> str:
    """By what marks a paragraph stands out: as a heading, in bold, slanted; "" for plain ones."""
    line = text[text.rfind("\n", 0, paragraph.start) + 1 : paragraph.start].strip()
    if line and not line.strip("#"):
        return line
    before, after = text[: paragraph.start][-_TAG:], text[paragraph.end :][:_TAG]
    for opening, closing in _TYPES:
        if before.endswith(opening) and after.startswith(closing):
            return opening
    return ""


def _is_bold(text: str, paragraph: Span) -> bool:
    before, after = (
        text[max(0, paragraph.start - 2) : paragraph.start],
        text[paragraph.end : paragraph.end + 2],
    )
    return before == after and before in ("**", "__")


def _labels(flat: str, paragraphs: Sequence[Span]) -> dict[int, re.Match[str]]:
    found = {
        number: match
        for number, paragraph in enumerate(paragraphs)
        if (match := _LABEL.match(flat, paragraph.start, paragraph.end))
    }
    return {number: match for number, match in found.items() if not is_heading_word(match["label"])}


def _before(number: int, flat: str, paragraphs: Sequence[Span]) -> int | None:
    """The paragraph directly before, stage directions and the like left out."""
    for earlier in range(number - 1, -1, -1):
        if not is_matter(flat[paragraphs[earlier].start : paragraphs[earlier].end]):
            return earlier
    return None


def _text(flat: str, paragraph: Span) -> str:
    return flat[paragraph.start : paragraph.end].strip().rstrip('”"“«» ')


def _full_name(label: str, flat: str) -> list[str] | None:
    """The name behind a label, in full where the text gives it so; None if the text never names it."""
    return label.split() if " " in label else full_name(label, flat)
