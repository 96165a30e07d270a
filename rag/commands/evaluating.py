"""Evaluating: eval, how good the answers to gold questions are, and whether they got worse."""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rag.commands import evaluating_datasets as datasets
from rag.commands.common import (
    AddCommand,
    Refused,
    chosen_embedder,
    open_collection,
    print_written,
    progress_bar,
)

if TYPE_CHECKING:
    from eval.gate import Judgement
    from eval.gold import GoldQuestion
    from eval.outcomes import Outcome, Report
    from index.collection import Collection


def describe(command: AddCommand) -> None:
    """Add ``eval``."""
    added = command("eval", _eval, "how good the answers to gold questions are, and whether they got worse")
    added.usage = (
        'ontherecord eval [options] [GOLD ...]\n       ontherecord eval new "QUESTION"\n'
        "       ontherecord eval feedback FILE"
    )
    added.add_argument(
        "gold",
        nargs="*",
        metavar="GOLD",
        help="gold questions, JSON lines (default: the sample's); or: new QUESTION, to draft a line of "
        "gold from the present answer; or: feedback FILE, to draft gold from the page's votes",
    )
    added.add_argument(
        "--history", action="append", default=[], metavar="QUESTION", help="with new: an earlier question"
    )
    added.add_argument("--documents", type=Path, metavar="FOLDER", help="evaluate on these, not a collection")
    gate = added.add_argument_group("the gate (exit code 1 when it is missed)")
    gate.add_argument(
        "--min",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="what a measure must reach, such as quote_recall=0.95; may be repeated",
    )
    gate.add_argument("--baseline", type=Path, metavar="FILE", help="an earlier run that must not be better")
    gate.add_argument("--write-baseline", type=Path, metavar="FILE", help="keep this run as a baseline")
    out = added.add_argument_group("reports")
    for kind, what in (
        ("json", "everything, for programs"),
        ("junit", "JUnit XML, a test case a question"),
        ("markdown", "for a pull request"),
        ("html", "one page with plots and every failing question"),
    ):
        out.add_argument(f"--{kind}", type=Path, metavar="FILE", help=f"write a report: {what}")
    out.add_argument("--failures", action="store_true", help="say what went wrong with which question")
    added.add_argument("--limit", type=int, metavar="N", help="ask N questions only, drawn at random")
    added.add_argument("--seed", type=int, default=0, metavar="N", help="of every draw (default: 0)")
    added.add_argument(
        "--jobs", type=int, metavar="N", help="processes (default: one; a core each from 300 questions)"
    )
    datasets.add_options(added)


def _eval(options: argparse.Namespace) -> int:
    if options.gold[:1] == ["new"]:
        return _new(options)
    if options.gold[:1] == ["feedback"]:
        return _feedback(options)
    from eval import gate
    from eval.baseline import read_baseline, write_baseline

    _check(options)
    if datasets.is_ranking(options):
        return datasets.rank(options, partial(_asked, options))
    least = gate.minimums(options.min)
    baseline = read_baseline(options.baseline) if options.baseline else None
    with _asked(options) as (collection, questions):
        report = _report(options, collection, questions)
        judgement = gate.judge(
            report, least=least, baseline=baseline, partial=options.limit is not None, seed=options.seed
        )
        _write(options, report, judgement, collection)
    if options.write_baseline:
        write_baseline(report, options.write_baseline)
    from eval.report_table import render_table
    from ui.terminal import plain

    print(plain(render_table(report, judgement, failures=options.failures)))
    return 0 if judgement.passed else 1


def _new(options: argparse.Namespace) -> int:
    """A line of gold from today's answer."""
    from eval.drafts import draft, written
    from rag.chatbot import Chatbot

    if len(options.gold) != 2:
        raise Refused('give one question: ontherecord eval new "What did they say about …?"')
    with _collection(options) as collection:
        answer = Chatbot(collection).ask(options.gold[1], options.history)
        print_written(written(draft(answer.to_json(), options.history)))
    print("Correct this line, then add it to a file of gold.", file=sys.stderr)
    return 0


def _feedback(options: argparse.Namespace) -> int:
    """A line of gold for every answer that readers voted on."""
    from eval.drafts import drafts_of, read_votes

    if len(options.gold) != 2:
        raise Refused("give one file of votes: ontherecord eval feedback feedback.jsonl")
    wrong = 0
    for line, is_right in drafts_of(read_votes(Path(options.gold[1]))):
        print_written(line)
        wrong += not is_right
    if wrong:
        verb = "was" if wrong == 1 else "were"
        print(f"{wrong} {verb} voted wrong: correct the lines of kind “?”.", file=sys.stderr)
    return 0


def _check(options: argparse.Namespace) -> None:
    for name in ("limit", "jobs"):
        value = getattr(options, name)
        if value is not None and value < 1:
            raise Refused(f"--{name} must be at least 1, not {value}")
    datasets.check(options)
    if options.documents is not None and not options.documents.exists():
        raise Refused(f"there is no file or folder {options.documents}")
    for path in (options.json, options.junit, options.markdown, options.html, options.write_baseline):
        if path is not None and not path.absolute().parent.is_dir():
            raise Refused(f"there is no folder {path.parent} to write {path.name} to")


@contextmanager
def _collection(options: argparse.Namespace) -> Iterator[Collection]:
    """The collection to evaluate on: of ``--documents`` a temporary one, and so of the sample."""
    if options.documents is None and options.gold:
        yield open_collection(options)
        return
    import tempfile

    from index.collection import Collection
    from rag.speakers import note

    with tempfile.TemporaryDirectory() as folder:
        collection = Collection.create(Path(folder), chosen_embedder(options))
        try:
            with progress_bar("Reading", " files") as bar:
                collection.add([options.documents or _sample()], bar, note)
            yield collection
        finally:
            collection.close()


@contextmanager
def _asked(options: argparse.Namespace) -> Iterator[tuple[Collection, Sequence[GoldQuestion]]]:
    """The collection to evaluate on, and the gold questions to put to it."""
    if options.dataset:
        with datasets.opened(options) as (collection, dataset):
            yield collection, dataset.gold
        return
    with _collection(options) as collection:
        yield collection, _questions([Path(name) for name in options.gold] or [_sample() / "gold.jsonl"])


def _sample() -> Path:
    import eval.sample

    return Path(next(iter(eval.sample.__path__)))


def _report(options: argparse.Namespace, collection: Collection, questions: Sequence[GoldQuestion]) -> Report:
    from eval.report import report_of

    if options.limit is not None and options.limit < len(questions):
        drawn = sorted(random.Random(options.seed).sample(range(len(questions)), options.limit))  # noqa: S311
        questions = [questions[at] for at in drawn]
    about: dict[str, str | int] = {
        "gold": ", ".join(options.gold) or "the sample",
        "documents": len(collection.cards),
    }
    return report_of(_outcomes(options, collection, questions), about=about, seed=options.seed)


def _questions(paths: Sequence[Path]) -> list[GoldQuestion]:
    from eval.gold import GoldError, read

    found: dict[str, GoldQuestion] = {}
    for path in paths:
        for question in read(path):
            if question.id in found:
                raise GoldError(f"{path}: id {question.id!r} is in an earlier file too. Give each its own.")
            found[question.id] = question
    return list(found.values())


def _outcomes(
    options: argparse.Namespace, collection: Collection, questions: Sequence[GoldQuestion]
) -> Sequence[Outcome]:
    from eval.run import WORTH_A_PROCESS, run

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    jobs = options.jobs or (cores if len(questions) >= WORTH_A_PROCESS else 1)
    with progress_bar("Asking", " questions", total=len(questions)) as bar:
        done = 0

        def progress(more: int) -> None:
            nonlocal done
            done += more
            bar(done, len(questions))

        # Another model than the collection's own is open in this process only.
        return run(collection, questions, jobs=1 if options.embedding else jobs, progress=progress)


def _write(options: argparse.Namespace, report: Report, judgement: Judgement, collection: Collection) -> None:
    from eval.report_html import render_html
    from eval.report_json import render_json
    from eval.report_junit import render_junit
    from eval.report_markdown import render_markdown
    from eval.run import Library

    if options.json:
        _save(options.json, render_json(report, judgement))
    if options.junit:
        _save(options.junit, render_junit(report, judgement))
    if options.markdown:
        _save(options.markdown, render_markdown(report, judgement))
    if options.html:
        _save(options.html, render_html(report, judgement, Library(collection)))


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="replace")  # a hostile text may hold lone surrogates
