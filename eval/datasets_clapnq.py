"""CLAP-NQ: questions of web users, a passage each, and the sentences that answer, or none.

Rosenthal et al., TACL 2025. The passages are tokenised as in Natural Questions ("day ,").
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.datasets_base import Dataset, DatasetError, Text, file_name, is_in, records_of, value
from eval.gold import GoldQuestion, GoldQuote


def read_clapnq(path: Path, split: str | None = None) -> Dataset:
    """A file of CLAP-NQ, or all that stand in a folder; "train" or "test" is one half of the questions."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise DatasetError(f"{path} holds no .jsonl file")
    seen: set[str] = set()
    texts: dict[tuple[str, str], Text] = {}
    gold: list[GoldQuestion] = []
    qrels: dict[str, dict[str, int]] = {}
    for file in files:
        for where, record in records_of(file):
            id_ = value(record, "id", str, where)
            if id_ in seen:
                raise DatasetError(f"{where}: {id_!r} is the id of an earlier line")
            seen.add(id_)
            title, sentences = passage_of(record, where)
            # Some questions share a passage.
            text = texts.setdefault((title, " ".join(sentences)), Text(id_, title, " ".join(sentences)))
            if not is_in(id_, split):
                continue
            gold.append(_question(record, where, text, sentences))
            if gold[-1].kind != "absent":
                qrels[id_] = {text.id: 1}
    return Dataset(
        name=path.stem + (f" ({split})" if split else ""),
        texts=tuple(texts.values()),
        queries={question.id: question.question for question in gold if question.id in qrels},
        qrels=qrels,
        gold=tuple(gold),
    )


def _question(record: dict[str, Any], where: str, text: Text, sentences: tuple[str, ...]) -> GoldQuestion:
    chosen = [_bare(sentences[at]) for at in selected(record, sentences, where)]
    # A few are answered though no sentence was selected.
    is_answered = bool(chosen) or any(value(o, "answer", str, where, blank=True) for o in record["output"])
    return GoldQuestion(
        id=record["id"],
        question=value(record, "input", str, where).strip(),
        history=(),
        kind="fact" if is_answered else "absent",
        said=(),
        quotes=tuple(GoldQuote(file_name(text.id), sentence) for sentence in chosen),
        accept=(),
        speakers=(),
    )


def passage_of(record: dict[str, Any], where: str) -> tuple[str, tuple[str, ...]]:
    """Title and sentences of the one passage that a question was written for."""
    passages = value(record, "passages", list, where)
    if len(passages) != 1:
        raise DatasetError(f"{where}: has {len(passages)} passages, not one")
    title = value(passages[0], "title", str, where)
    sentences = value(passages[0], "sentences", list, where)
    if not sentences or not all(isinstance(sentence, str) for sentence in sentences):
        raise DatasetError(f"{where}: the passage's sentences are not a list of texts")
    return title, tuple(sentences)


def selected(record: dict[str, Any], sentences: tuple[str, ...], where: str) -> tuple[int, ...]:
    """The numbers of the sentences that any annotator chose; none where the passage does not answer."""
    numbers = {_bare(sentence): at for at, sentence in enumerate(sentences)}
    found = set()
    for sentence in _chosen(record, where):
        if _bare(sentence) not in numbers:
            raise DatasetError(f"{where}: the selected sentence {sentence!r} is none of the passage's")
        found.add(numbers[_bare(sentence)])
    return tuple(sorted(found))


def _chosen(record: dict[str, Any], where: str) -> Iterator[str]:
    for output in value(record, "output", list, where):
        for sentence in value(output, "selected_sentences", list, where):
            if not isinstance(sentence, str):
                raise DatasetError(f"{where}: a selected sentence is no text")
            yield sentence


def _bare(text: str) -> str:
    """Selected sentences may end in a stray "&"."""
    return text.strip().rstrip("&").strip()
