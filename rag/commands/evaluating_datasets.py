"""Evaluating on public data sets, and ways of ranking against each other: eval --dataset, --compare."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rag.commands.common import Refused, chosen_embedder, complain, progress_bar

if TYPE_CHECKING:
    from eval.datasets_base import Dataset
    from eval.gold import GoldQuestion
    from eval.trec import Qrels, Run
    from index.collection import Collection
    from index.fusion import Fusion

    Asked = AbstractContextManager[tuple[Collection, Sequence[GoldQuestion]]]

FORMATS = ("beir", "clapnq", "squad", "squad2", "trec")


def add_options(added: argparse.ArgumentParser) -> None:
    """Add what ``eval`` takes for data sets and rankings."""
    group = added.add_argument_group("data sets and rankings")
    group.add_argument(
        "--dataset",
        choices=FORMATS,
        help="GOLD is a data set in this format: a BEIR folder; a SQuAD file; a file or folder of CLAP-NQ; "
        "or, for trec, judgements (qrels) and the runs to score by them",
    )
    group.add_argument("--split", help="a part of it: of BEIR a file in qrels/; else a half, train or test")
    group.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep the collection made of it here, and use it again"
    )
    group.add_argument(
        "--compare",
        metavar="fusion=A,B",
        help="compare ways of ranking: any of weighted (what searches use), rrf, dense, lexical",
    )
    group.add_argument("--trec-run", type=Path, metavar="FILE", help="write the ranking as a TREC run")
    group.add_argument("--trec-qrels", type=Path, metavar="FILE", help="write the judgements as TREC qrels")


def is_ranking(options: argparse.Namespace) -> bool:
    """Whether rankings are to be measured, and not answers."""
    return options.dataset in ("beir", "trec") or any((options.compare, options.trec_run, options.trec_qrels))


def check(options: argparse.Namespace) -> None:
    """Raises Refused for options that make no sense together."""
    if options.dataset is None:
        for name in ("split", "keep"):
            if getattr(options, name) is not None:
                raise Refused(f"--{name} is for a --dataset")
    elif not options.gold:
        raise Refused(f"--dataset {options.dataset} needs the data set's PATH")
    elif options.dataset != "trec" and len(options.gold) > 1:
        raise Refused(f"--dataset {options.dataset} takes one PATH, not {len(options.gold)}")
    elif options.documents is not None:
        raise Refused("a data set brings its own documents: leave out --documents")
    if options.dataset == "trec":
        if len(options.gold) < 2:
            raise Refused("--dataset trec takes judgements and at least one run: QRELS RUN [RUN ...]")
        if options.compare:
            raise Refused("runs are compared as they are: leave out --compare")
    elif options.split not in (None, "train", "test") and options.dataset != "beir":
        raise Refused(f"--split is train or test, not {options.split!r}")
    for path in (options.trec_run, options.trec_qrels):
        if path is not None and not path.absolute().parent.is_dir():
            raise Refused(f"there is no folder {path.parent} to write {path.name} to")
    _fusions(options)


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[tuple[Collection, Dataset]]:
    """The data set of ``--dataset``, and a collection filled with its texts."""
    from eval.datasets import READERS, fill
    from rag.speakers import note

    dataset = READERS[options.dataset](Path(options.gold[0]), options.split)
    dataset = dataset.limited(options.limit, options.seed)
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        progress = stack.enter_context(progress_bar("Reading", " texts"))
        # Who speaks is of no use to a ranking, and takes time to find out.
        noted = None if is_ranking(options) and not options.keep else note
        collection, report = fill(dataset, folder, chosen_embedder(options), progress=progress, note=noted)
        stack.callback(collection.close)
        for skipped in report.skipped[:3]:
            complain(f"skipped {skipped.path}: {skipped.reason}")
        if len(report.skipped) > 3:
            complain(f"skipped {len(report.skipped) - 3} more")
        yield collection, dataset


def rank(options: argparse.Namespace, asked: Callable[[], Asked]) -> int:
    """Measure rankings: of runs, of a data set's queries, or of gold questions (``asked`` gives them)."""
    if options.dataset == "trec":
        _rank_files(options)
    elif options.dataset:
        from eval.datasets_base import text_id

        with opened(options) as (collection, dataset):
            _rank(options, collection, (dataset.queries, dataset.qrels), dataset.name, text_id)
    else:
        from eval.compare import judgements_of

        name = ", ".join(Path(path).name for path in options.gold) or "the sample"
        with asked() as (collection, questions):
            _rank(options, collection, judgements_of(questions), name)
    return 0


def _rank_files(options: argparse.Namespace) -> None:
    from eval.trec import read_qrels, read_run

    qrels = read_qrels(Path(options.gold[0]))
    runs = {Path(name).name: read_run(Path(name)) for name in options.gold[1:]}
    if len(runs) < len(options.gold) - 1:
        raise Refused("two of the runs have the same file name")
    if not any(qrels.keys() & run.keys() for run in runs.values()):
        raise Refused(f"no run ranks anything for a query of {options.gold[0]}")
    _print(options, runs, qrels, Path(options.gold[0]).name)


def _rank(
    options: argparse.Namespace,
    collection: Collection,
    judged: tuple[Mapping[str, str], Qrels],
    name: str,
    id_of: Callable[[str], str] = str,
) -> None:
    from eval.compare import runs_of
    from eval.trec import write_qrels, write_run

    queries, qrels = judged
    if not qrels:
        raise Refused(f"{name} has no question with a document to find")
    with progress_bar("Searching", " queries", total=len(queries)) as progress:
        runs = runs_of(collection, queries, _fusions(options), id_of=id_of, progress=progress)
    if options.trec_qrels:
        write_qrels(qrels, options.trec_qrels)
    for fusion, run in runs.items() if options.trec_run else ():
        file = options.trec_run
        if len(runs) > 1:
            file = file.with_name(f"{file.stem}-{fusion}{file.suffix}")
        write_run(run, file, f"ontherecord-{fusion}")
    _print(options, runs, qrels, f"{name}, {len(collection.cards)} documents")


def _print(options: argparse.Namespace, runs: Mapping[str, Run], qrels: Qrels, name: str) -> None:
    from eval.compare import compare, render_comparison
    from ui.terminal import plain

    rows = compare(runs, qrels, seed=options.seed)
    title = f"{name}: {len(qrels)} {'query' if len(qrels) == 1 else 'queries'}. Mean [95 % interval]"
    if len(runs) > 1:
        title += f", difference to {next(iter(runs))}, p adjusted for all comparisons (Holm)"
    print(plain(render_comparison(rows, title=title)))


def _fusions(options: argparse.Namespace) -> list[Fusion]:
    from eval.compare import FUSIONS

    if options.compare is None:
        return [FUSIONS[0]]
    name, _, values = options.compare.partition("=")
    chosen = [value for value in values.split(",") if value]
    if name != "fusion" or not chosen or len(set(chosen)) < len(chosen):
        raise Refused(f"--compare takes fusion=A,B with different values, not {options.compare!r}")
    for value in chosen:
        if value not in FUSIONS:
            raise Refused(f"there is no fusion {value!r}; there are: {', '.join(FUSIONS)}")
    return [fusion for value in chosen for fusion in FUSIONS if fusion == value]
