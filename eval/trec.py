"""The files every retrieval tool reads: judgements (qrels) and runs, as trec_eval defines them.

Qrels: ``query iteration text grade``; run: ``query Q0 text rank score tag``; separated by white space.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Qrels = Mapping[str, Mapping[str, int]]  # query id → text id → grade; from 1 on it bears on the query
Run = Mapping[str, Mapping[str, float]]  # query id → text id → score, the higher the better

_BEIR_HEADER = ["query-id", "corpus-id", "score"]


class TrecError(ValueError):
    """A file of judgements or a run that cannot be read or written; the message says where."""


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Judgements in TREC's form, or in BEIR's (a header, then ``query text grade``).

    Raises TrecError for a line of another form, and for a pair that is judged twice.
    """
    found: dict[str, dict[str, int]] = {}
    is_beir = False
    for number, fields in _fields(path):
        if number == 1 and fields == _BEIR_HEADER:
            is_beir = True
            continue
        where = f"{path}, line {number}"
        if len(fields) != (3 if is_beir else 4):
            form = "query-id, corpus-id, score" if is_beir else "query, iteration, text, grade"
            raise TrecError(f"{where}: has {len(fields)} fields; a line is {form}")
        query, text, grade = fields[0], fields[-2], fields[-1]
        if text in found.setdefault(query, {}):
            raise TrecError(f"{where}: {text} is judged for {query} a second time")
        try:
            found[query][text] = int(grade)
        except ValueError:
            raise TrecError(f"{where}: the grade is {grade!r}, not a whole number") from None
    if not found:
        raise TrecError(f"{path}: holds no judgement")
    return found


def read_run(path: Path) -> dict[str, dict[str, float]]:
    """A run; the ranks are those that the scores give, as in trec_eval.

    Raises TrecError for a line of another form, and for a text that is ranked twice for a query.
    """
    found: dict[str, dict[str, float]] = {}
    for number, fields in _fields(path):
        where = f"{path}, line {number}"
        if len(fields) != 6:
            raise TrecError(f"{where}: has {len(fields)} fields; a line is query, Q0, text, rank, score, tag")
        query, _, text, _, score, _ = fields
        if text in found.setdefault(query, {}):
            raise TrecError(f"{where}: {text} is ranked for {query} a second time")
        try:
            found[query][text] = float(score)
        except ValueError:
            raise TrecError(f"{where}: the score is {score!r}, not a number") from None
        if not math.isfinite(found[query][text]):
            raise TrecError(f"{where}: the score is {score}, which ranks nothing")
    if not found:
        raise TrecError(f"{path}: holds no ranked text")
    return found


def write_qrels(qrels: Qrels, path: Path) -> None:
    """Raises TrecError for an id that holds white space."""
    _write(
        path,
        ((query, "0", text, str(grade)) for query, grades in qrels.items() for text, grade in grades.items()),
    )


def write_run(run: Run, path: Path, tag: str) -> None:
    """Best first, scores in full, so that reading it back gives the same run. Raises as ``write_qrels``."""
    _write(
        path,
        (
            (query, "Q0", text, str(rank), repr(score), tag)
            for query, scores in run.items()
            for rank, (text, score) in enumerate(
                sorted(scores.items(), key=lambda item: (-item[1], item[0])), start=1
            )
        ),
    )


def _write(path: Path, rows: Iterator[Sequence[str]]) -> None:
    lines = []
    for row in rows:
        for field in row:
            if field.split() != [field]:
                raise TrecError(f"{path}: the id {field!r} holds white space, which this format cannot say")
        lines.append(" ".join(row) + "\n")
    path.write_text("".join(lines), encoding="utf-8")


def _fields(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The fields of each line that is not blank, and its number."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise TrecError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TrecError(f"{path}: byte {error.start} is not UTF-8") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if fields := line.split():
            yield number, fields
