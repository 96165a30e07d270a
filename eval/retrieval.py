"""How good a ranking is: the only import of ir-measures, which asks trec_eval itself.

R@k is the share of a query's texts among the first k; RR@10 one over the rank of the first of them;
AP the mean of the precision at each of them; nDCG@10 the gain, falling with the logarithm of the rank,
as a share of what the best order would have (Järvelin and Kekäläinen, TOIS 2002).
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.trec import Qrels, Run

MEASURES = ("nDCG@10", "RR@10", "AP", "R@1", "R@5", "R@20", "R@100")


class MissingLibrary(ValueError):
    """ir-measures is not installed."""


def measure(qrels: Qrels, run: Run, measures: Sequence[str] = MEASURES) -> dict[str, dict[str, float]]:
    """Measure → query → its value; a query of ``qrels`` that the run lacks counts as found nothing: 0.

    Queries of the run that nobody judged are left out, as in trec_eval.
    """
    try:
        import ir_measures  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise MissingLibrary(
            "retrieval is measured with ir-measures, which is not installed; "
            'try: pip install "ontherecord[eval]"'
        ) from error
    wanted = {ir_measures.parse_measure(name): name for name in measures}
    found = {name: dict.fromkeys(qrels, 0.0) for name in measures}
    judged = {query: dict(grades) for query, grades in qrels.items()}
    ranked = {query: dict(scores) for query, scores in run.items()}
    for metric in ir_measures.iter_calc(list(wanted), judged, ranked):
        found[wanted[metric.measure]][metric.query_id] = float(metric.value)
    return found
