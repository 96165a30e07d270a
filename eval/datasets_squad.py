"""SQuAD 1.1 and 2.0: questions on paragraphs, with their answers' places, or none that is there.

Rajpurkar et al., EMNLP 2016 and ACL 2018. Each paragraph is a text of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.datasets_base import Dataset, DatasetError, Text, file_name, is_in, lines_of, parsed, value
from eval.gold import GoldQuestion, GoldQuote
from index.sentences import sentences


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the title of its article as the file writes it ("The_ferry"), and its questions."""

    where: str
    title: str
    number: int
    context: str
    questions: tuple[Any, ...]


def read_squad(file: Path, split: str | None = None) -> Dataset:
    """The questions of all articles, or of one half of the articles ("train" or "test", see ``half_of``).

    The gold quote is the sentence in which most annotators found the answer.
    """
    texts: dict[str, Text] = {}
    gold: list[GoldQuestion] = []
    qrels: dict[str, dict[str, int]] = {}
    for paragraph in paragraphs(file):
        title = paragraph.title.replace("_", " ")
        text = Text(f"{paragraph.title}-{paragraph.number:03}", title, paragraph.context)
        if text.id in texts:
            raise DatasetError(f"{paragraph.where}: a second article is titled {paragraph.title!r}")
        texts[text.id] = text
        if not is_in(paragraph.title, split):
            continue
        for question in _questions(paragraph, text):
            gold.append(question)
            if question.kind != "absent":
                qrels[question.id] = {text.id: 1}
    _refuse_twins(file, gold)
    return Dataset(
        name=file.stem + (f" ({split})" if split else ""),
        texts=tuple(texts.values()),
        queries={question.id: question.question for question in gold if question.id in qrels},
        qrels=qrels,
        gold=tuple(gold),
    )


def paragraphs(file: Path) -> Iterator[Paragraph]:
    """Every paragraph of a SQuAD file, in its order. Raises DatasetError for a file of another form."""
    whole = parsed("\n".join(line for _, line in lines_of(file)), str(file))
    for a, article in enumerate(value(whole, "data", list, str(file))):
        title = value(article, "title", str, f"{file}, data[{a}]")
        for p, paragraph in enumerate(value(article, "paragraphs", list, f"{file}, data[{a}]")):
            where = f"{file}, data[{a}].paragraphs[{p}]"
            context = value(paragraph, "context", str, where)
            questions = value(paragraph, "qas", list, where)
            yield Paragraph(where, title, p, context, tuple(questions))


def _questions(paragraph: Paragraph, text: Text) -> Iterator[GoldQuestion]:
    spans = sentences(text.text)
    for q, record in enumerate(paragraph.questions):
        where = f"{paragraph.where}.qas[{q}]"
        asked = value(record, "question", str, where).strip()
        is_absent = bool(record.get("is_impossible", False))
        places = [] if is_absent else list(_places(record, where, text.text))
        if not is_absent and not places:
            raise DatasetError(f"{where}: has no answer, and is not marked as impossible")
        holding = Counter(
            span for start, _ in places for span in spans if span.start <= start < span.end
        ).most_common(1)
        yield GoldQuestion(
            id=value(record, "id", str, where),
            question=asked,
            history=(),
            kind="absent" if is_absent else "fact",
            said=(),
            quotes=tuple(GoldQuote(file_name(text.id), text.text[s.start : s.end]) for s, _ in holding),
            accept=tuple(dict.fromkeys(answer for _, answer in places)),
            speakers=(),
        )


def _places(record: dict[str, Any], where: str, context: str) -> Iterator[tuple[int, str]]:
    for a, answer in enumerate(value(record, "answers", list, where)):
        place = f"{where}.answers[{a}]"
        text, start = value(answer, "text", str, place), value(answer, "answer_start", int, place)
        if context[start : start + len(text)] != text:
            raise DatasetError(f"{place}: {text!r} does not stand at {start} in its paragraph")
        yield start, text


def _refuse_twins(file: Path, gold: list[GoldQuestion]) -> None:
    id_, count = Counter(question.id for question in gold).most_common(1)[0] if gold else ("", 0)
    if count > 1:
        raise DatasetError(f"{file}: {count} questions have the id {id_!r}")
