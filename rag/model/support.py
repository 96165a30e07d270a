"""How likely a quote supports a sentence: a logistic regression on a few readable signals.

Trained by ``eval/support.py`` on claims with the sentences that support or contradict them, and kept in
``support.json``. It comes after the rules of ``rag.citing``, and judges what they cannot: words that the
quote does not hold.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rag.citing import Claim, unsupported
from rag.evidence import Regression, probability, regression
from rag.fact.signals import opposites
from rag.model.words import function_words
from rag.quotes import Quote

Values = npt.NDArray[np.float64]
Vectors = npt.NDArray[np.float32]
MODEL_FILE = Path(__file__).parent / "support.json"
INPUTS = (
    "missing",  # of the sentence's content words, weighted by how unusual they are, the share not in order
    "new",  # logarithm of the number of content words that the quote does not hold
    "rarest_new",  # unusualness of the most unusual of them
    "moved",  # share of content words that the quote holds in another order
    "longest_run",  # share of the content words that follow one another in the quote as well
    "gaps",  # content words of the quote left out between those taken, for each one taken
    "negated",  # a negation on one side only
    "opposed",  # words whose opposite the quote holds
    "cosine",  # of the meanings of sentence and quote
)
SPEAKS_FOR = frozenset({"longest_run", "cosine"})  # all others can only speak against
_SHIFT = 0.3  # so that no word weighs nothing


@dataclass(frozen=True, slots=True)
class Support:
    """unusualness: of a word; embed: texts → rows of unit length. threshold: the operating point."""

    model: Regression
    threshold: float
    unusualness: Callable[[str], float]
    embed: Callable[[Sequence[str]], Vectors]

    def supported(self, claim: Claim) -> bool:
        return self.probability(claim) >= self.threshold

    def probability(self, claim: Claim) -> float:
        one, other = self.embed([claim.text, claim.quote.text])
        row = signals(claim, self.unusualness, float(one @ other))
        return float(probability(self.model.log_odds(row[None]))[0])

    def unsupported(self, text: str, quote: Quote) -> str | None:
        """Rules and measure together: why a quote does not support a sentence, or None if it does."""
        return unsupported(text, quote, self)


def open_support(
    unusualness: Callable[[str], float],
    embed: Callable[[Sequence[str]], Vectors],
    file: Path = MODEL_FILE,
) -> Support:
    """Raises ModelMismatch when the file was made for other signals."""
    model, threshold = _read(file)
    return Support(model, threshold, unusualness, embed)


def signals(claim: Claim, unusualness: Callable[[str], float], cosine: float) -> Values:
    """What the measure reads: (len(INPUTS),)."""
    content = [place for place in claim.own if claim.words[place].content]
    weights = {place: _SHIFT + unusualness(claim.words[place].written) for place in content}
    pairs, new = claim.alignment.pairs, claim.alignment.new
    taken = sum(weights[place] for place, _ in pairs)
    mine = function_words([claim.words[place] for place in claim.own])
    window = function_words(claim.said)
    spread = pairs[-1][1] - pairs[0][1] + 1 if pairs else 0
    inner = sum(t.content for t in claim.said[pairs[0][1] : pairs[-1][1] + 1]) if spread else 0
    held = {token.stem for token in claim.said}
    table = opposites()
    return np.array(
        [
            1 - taken / max(sum(weights.values()), 1e-9),
            log1p(len(new)),
            max((weights[place] for place in new), default=0.0),
            len(claim.alignment.moved) / max(len(content), 1),
            _longest_run(claim, content) / max(len(content), 1),
            (inner - len(pairs)) / max(len(pairs), 1),
            float(("not" in mine or "no" in mine) != ("not" in window or "no" in window)),
            sum(not held.isdisjoint(table.get(claim.words[place].stem, ())) for place in new),
            cosine,
        ]
    )


def _longest_run(claim: Claim, content: Sequence[int]) -> int:
    """Content words that follow one another both in the sentence and in the quote."""
    order = {place: at for at, place in enumerate(content)}
    theirs = {
        place: at for at, place in enumerate(place for place, token in enumerate(claim.said) if token.content)
    }
    best = run = 0
    before: tuple[int, int] | None = None
    for place, there in claim.alignment.pairs:
        at = (order[place], theirs[there])
        run = run + 1 if before is not None and at == (before[0] + 1, before[1] + 1) else 1
        best, before = max(best, run), at
    return best


@lru_cache(maxsize=4)
def _read(file: Path) -> tuple[Regression, float]:
    read = json.loads(file.read_text(encoding="utf-8"))
    model = regression(read["support"], INPUTS, file=file.name, made_by="eval.support")
    return model, float(read["threshold"])
