"""Gold questions: what a right answer must contain, one JSON object a line, read strictly."""

from __future__ import annotations

import json
import reprlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from rag.quotes import Voice

Kind = Literal["topic", "fact", "who", "absent"]
Item = TypeVar("Item")


class GoldError(ValueError):
    """A gold file or a gold question that cannot be used; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A stretch of ``document`` that the answer has to quote, word for word as it stands there."""

    document: str
    text: str


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """Who is on record with ``quote``, and in which voice. A surname or a body is enough."""

    quote: str
    speaker: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class GoldDate:
    """The date that ``document`` states, as precise as it states it; None where it states none."""

    document: str
    date: str | None


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question and what a right answer to it contains.

    history: earlier questions of the conversation, oldest first.
    said: for a topic, every document whose verdict must be "said"; no other document may have it.
    quotes: each must be covered by a quote of the answer.
    accept: for a fact and a who, one of these must stand in the answer's text.
    dates: the date that these documents must be shown with; the key may be left out.
    An "absent" question must be abstained from, with no quotes.
    """

    id: str
    question: str
    history: tuple[str, ...]
    kind: Kind
    said: tuple[str, ...]
    quotes: tuple[GoldQuote, ...]
    accept: tuple[str, ...]
    speakers: tuple[GoldSpeaker, ...]
    dates: tuple[GoldDate, ...] = ()


def read(path: Path) -> tuple[GoldQuestion, ...]:
    """Read a gold file, in its own order; blank lines are passed over.

    Raises GoldError for a file that cannot be read or holds no question, and for the first line
    that is not one gold question: not JSON, a key unknown or missing, a value of the wrong type.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldError(
            f"{path}: cannot be read ({error.strerror}). Name a gold file in JSON lines."
        ) from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: byte {error.start} is not UTF-8. Save the gold file as UTF-8.") from error
    first: dict[str, int] = {}
    questions: list[GoldQuestion] = []
    # Only "\n" ends a line of JSON lines; str.splitlines would also cut at U+2028 inside a string.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            question = _parse(line)
            if question.id in first:
                raise GoldError(
                    f"id {question.id!r} is that of line {first[question.id]} too. Give each its own."
                )
        except GoldError as error:
            raise GoldError(f"{path}, line {number}: {error}") from error
        first[question.id] = number
        questions.append(question)
    if not questions:
        raise GoldError(f"{path}: holds no gold question. Write one JSON object a line.")
    return tuple(questions)


def verify(questions: tuple[GoldQuestion, ...], texts: Mapping[str, str]) -> None:
    """Check gold questions against the documents they speak of; ``texts`` maps a document's id to its text.

    Raises GoldError for a document that is not in ``texts`` and for a quote that does not stand
    word for word in its document. A speaker's quote names no document: it must stand in one of
    those that the question names, or in any where it names none.
    """
    for question in questions:
        where = f"gold question {question.id!r}"
        dated = (date.document for date in question.dates)
        named = {*question.said, *(quote.document for quote in question.quotes), *dated}
        for document in sorted(named):
            if document not in texts:
                raise GoldError(
                    f"{where}: document {document!r} is not among the {len(texts)} given. "
                    "Use its path relative to the folder that was added."
                )
        for quote in question.quotes:
            if quote.text not in texts[quote.document]:
                raise GoldError(_not_verbatim(where, quote.text, repr(quote.document)))
        for speaker in question.speakers:
            if not any(speaker.quote in texts[document] for document in named or texts):
                raise GoldError(_not_verbatim(where, speaker.quote, "any document of the question"))


def _not_verbatim(where: str, quote: str, place: str) -> str:
    return f"{where}: {quote!r} does not stand word for word in {place}. Copy it from the document."


def _parse(line: str) -> GoldQuestion:
    try:
        found = json.loads(line)
    except RecursionError as error:
        raise GoldError("is nested too deeply. Write one JSON object a line.") from error
    except ValueError as error:
        raise GoldError(f"is not JSON ({error}). Write one JSON object a line.") from error
    values = _keys(found, GoldQuestion, "the question")
    return GoldQuestion(
        id=_text(values["id"], "id"),
        question=_text(values["question"], "question"),
        history=_texts(values["history"], "history"),
        kind=_one_of(values["kind"], "kind", get_args(Kind)),
        said=_texts(values["said"], "said"),
        quotes=_list(values["quotes"], "quotes", _gold_quote),
        accept=_texts(values["accept"], "accept"),
        speakers=_list(values["speakers"], "speakers", _gold_speaker),
        dates=_list(values.get("dates", []), "dates", _gold_date),
    )


def _gold_quote(value: object, name: str) -> GoldQuote:
    values = _keys(value, GoldQuote, name)
    return GoldQuote(_text(values["document"], f"{name}.document"), _text(values["text"], f"{name}.text"))


def _gold_speaker(value: object, name: str) -> GoldSpeaker:
    values = _keys(value, GoldSpeaker, name)
    return GoldSpeaker(
        quote=_text(values["quote"], f"{name}.quote"),
        speaker=_text(values["speaker"], f"{name}.speaker"),
        voice=_one_of(values["voice"], f"{name}.voice", get_args(Voice)),
    )


def _gold_date(value: object, name: str) -> GoldDate:
    values = _keys(value, GoldDate, name)
    date = values["date"]
    return GoldDate(
        _text(values["document"], f"{name}.document"), None if date is None else _text(date, f"{name}.date")
    )


def _keys(value: object, kind: type, name: str) -> dict[str, Any]:
    """``value`` as an object that has exactly the fields of the dataclass ``kind`` as keys."""
    if not isinstance(value, dict):
        raise GoldError(f"{name} is {reprlib.repr(value)}. Make it a JSON object.")
    keys = [field.name for field in fields(kind)]
    unknown = sorted(value.keys() - set(keys))
    if unknown:
        raise GoldError(f"{name} has the unknown key {unknown[0]!r}. The keys are: {', '.join(keys)}.")
    missing = [field.name for field in fields(kind) if field.default is MISSING and field.name not in value]
    if missing:
        raise GoldError(f"{name} lacks the key {missing[0]!r}. The keys are: {', '.join(keys)}.")
    return value


def _list(value: object, name: str, item: Callable[[object, str], Item]) -> tuple[Item, ...]:
    if not isinstance(value, list):
        raise GoldError(f"{name} is {reprlib.repr(value)}. Make it a JSON list.")
    return tuple(item(part, f"{name}[{place}]") for place, part in enumerate(value))


def _texts(value: object, name: str) -> tuple[str, ...]:
    return _list(value, name, _text)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise GoldError(f"{name} is {reprlib.repr(value)}. Make it a text that is not blank.")
    return value


def _one_of(value: object, name: str, choices: tuple[Any, ...]) -> Any:
    if value not in choices:
        raise GoldError(f"{name} is {reprlib.repr(value)}. Make it one of: {', '.join(choices)}.")
    return value
