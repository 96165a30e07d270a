"""The net that ``python -m eval.tagging`` trains: the embedding model, with adapters and two heads."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from eval.adapted import Adapted, dropped, laid, mean_of
from index.embedding_light import Array, LightEncoder
from rag.asked.tagging import KINDS, LABELS

_RATE, _RATE_OF_HEADS = 1e-3, 3e-3
_ROUNDS = 4
_BATCH = 32
_NEAR_IN_LENGTH = 20  # batches that are cut out of as many questions, laid by length
_OF_TAGS = 0.25  # what the labels of a question's words count, against its kind
_OF_FACTS = 0.5  # what a question counts of which no more is known than that it asks for a fact
_FACTS = slice(2, None)  # of KINDS


@dataclass(frozen=True, slots=True)
class Row:
    """A question as the net reads it.

    pieces: its word pieces. shares: (words, pieces), see ``rag.asked.tagging.shares``. words, whole: the
    grammar's signs. labels: of each word; None of a question that is only known to ask for a fact. kind: of
    KINDS.
    """

    pieces: Sequence[int]
    shares: Array
    words: Array
    whole: Array
    labels: Sequence[int] | None
    kind: int | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows laid side by side: (rows, ...), filled up with zeros. read, labelled: what is no filling."""

    pieces: Tensor
    read: Tensor
    shares: Tensor
    words: Tensor
    whole: Tensor
    labels: Tensor
    labelled: Tensor


def trained(rows: Sequence[Row], light: LightEncoder, *, rounds: int = _ROUNDS) -> dict[str, Array]:
    """Train on these questions; the arrays of ``tagging.safetensors``, in float16."""
    torch.manual_seed(0)
    net = _Net(light)
    groups = [
        {"params": net.adapters(), "lr": _RATE},
        {"params": net.heads(), "lr": _RATE_OF_HEADS},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = rounds * math.ceil(len(rows) / _BATCH)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [_RATE, _RATE_OF_HEADS], total_steps=steps, pct_start=0.1
    )
    shuffle = random.Random(0)  # noqa: S311 (nothing secret)
    for _ in range(rounds):
        for chosen in _batches(rows, shuffle):
            optimizer.zero_grad()
            torch.autograd.backward(net.loss(chosen))
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            rates.step()
    return net.exported()


def _batches(rows: Sequence[Row], shuffle: random.Random) -> Iterator[list[Row]]:
    """All rows once, those of about one length together, so that little is filled up."""
    order = list(range(len(rows)))
    shuffle.shuffle(order)
    together = _BATCH * _NEAR_IN_LENGTH
    batches = []
    for start in range(0, len(order), together):
        part = sorted(order[start : start + together], key=lambda at: len(rows[at].pieces))
        batches += [part[at : at + _BATCH] for at in range(0, len(part), _BATCH)]
    shuffle.shuffle(batches)
    for batch in batches:
        yield [rows[at] for at in batch]


class _Net(nn.Module):
    def __init__(self, light: LightEncoder) -> None:
        super().__init__()
        self._model = Adapted(light)
        self._tags, self._kinds = (
            nn.Linear(light.dimension, len(LABELS)),
            nn.Linear(light.dimension, len(KINDS)),
        )
        signs = 2 * (1 + len(LABELS) // 2), 2 * len(KINDS) + 3
        self._tags_grammar = nn.Parameter(torch.zeros(len(LABELS), signs[0]))
        self._kinds_grammar = nn.Parameter(torch.zeros(len(KINDS), signs[1]))
        self._transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))

    def adapters(self) -> list[nn.Parameter]:
        return list(self._model.parameters())

    def heads(self) -> list[nn.Parameter]:
        theirs = set(map(id, self.adapters()))
        return [one for one in self.parameters() if id(one) not in theirs]

    def loss(self, rows: Sequence[Row]) -> Tensor:
        """The mean negative log-likelihood of labels and kinds, as weighed above."""
        batch = _laid(rows)
        states = self._model(batch.pieces, batch.read)
        scores = self._tags(dropped(batch.shares @ states)) + batch.words @ self._tags_grammar.T
        known = torch.tensor([row.labels is not None for row in rows])
        of_tags = (self._unlikely(scores, batch) * known).sum() / known.sum().clamp(min=1)
        mean = mean_of(states, batch.read)
        kinds = (self._kinds(dropped(mean)) + batch.whole @ self._kinds_grammar.T).log_softmax(1)
        of_kinds = [
            -kinds[at, row.kind] if row.kind is not None else -_OF_FACTS * kinds[at, _FACTS].logsumexp(0)
            for at, row in enumerate(rows)
        ]
        total: Tensor = _OF_TAGS * of_tags + torch.stack(of_kinds).mean()
        return total

    def exported(self) -> dict[str, Array]:
        """The arrays as they are kept."""
        found = {"transitions": self._transitions, **self._model.arrays()}
        for name, head, grammar in (
            ("tags", self._tags, self._tags_grammar),
            ("kinds", self._kinds, self._kinds_grammar),
        ):
            found |= {f"{name}.states": head.weight, f"{name}.bias": head.bias, f"{name}.grammar": grammar}
        return {name: value.detach().numpy().astype(np.float16) for name, value in found.items()}

    def _unlikely(self, scores: Tensor, batch: Batch) -> Tensor:
        """(rows,): the negative log-likelihood of the labels under the chain."""
        labels, there = batch.labels, batch.labelled
        of_path = (scores.gather(2, labels[..., None])[..., 0] * there).sum(1)
        of_path = of_path + (self._transitions[labels[:, :-1], labels[:, 1:]] * there[:, 1:]).sum(1)
        of_all = scores[:, 0]
        for at in range(1, scores.shape[1]):
            going_on = torch.logsumexp(of_all[:, :, None] + self._transitions, 1) + scores[:, at]
            of_all = torch.where(there[:, at, None], going_on, of_all)
        return torch.logsumexp(of_all, 1) - of_path


def _laid(rows: Sequence[Row]) -> Batch:
    pieces, read = laid([row.pieces for row in rows])
    words = max(len(row.words) for row in rows)
    empty = {
        "pieces": pieces,
        "read": read,
        "shares": torch.zeros(len(rows), words, pieces.shape[1]),
        "words": torch.zeros(len(rows), words, rows[0].words.shape[1]),
        "whole": torch.from_numpy(np.stack([row.whole for row in rows])),
        "labels": torch.zeros(len(rows), words, dtype=torch.long),
        "labelled": torch.zeros(len(rows), words, dtype=torch.bool),
    }
    batch = Batch(**empty)
    for at, row in enumerate(rows):
        long, many = len(row.pieces), len(row.words)
        batch.shares[at, :many, :long] = torch.from_numpy(row.shares)
        batch.words[at, :many] = torch.from_numpy(row.words)
        batch.labels[at, :many] = torch.tensor(row.labels if row.labels is not None else [0] * many)
        batch.labelled[at, :many] = True
    return batch
