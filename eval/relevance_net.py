"""The nets that ``python -m eval.relevance`` trains: how near sentences come to topics, what that tells."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from eval.adapted import Adapted, dropped, laid, mean_of
from index.embedding import Vectors
from index.embedding_light import Array, LightEncoder
from rag.topic.nearness import Values
from rag.topic.relevance import DILATIONS, standardised

_RATE, _RATE_OF_JUDGE = 1e-3, 3e-3
_ROUNDS, _ROUNDS_OF_JUDGE = 2, 8
_TOPICS, _PAGES = 24, 48  # at once
_STRANGERS = 200  # sentences of other documents that a topic is set against, besides those of its own
_OF_OWN, _OF_STRANGERS = 1 / 30, 2.0  # what each of its own counts, and the mean of the others
_LONGEST = 64  # word pieces of a topic
_BACKGROUND = 1000  # sentences
_HIDDEN = 64
_LEAST = 1e-6
Labels = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Documents and what is known of them: sentences, (n, dimension) in their context; topics with, for each
    of these sentences, 1 where it speaks of the topic, 0 where it does not, -1 where that is not known."""

    sentences: Vectors
    topics: Sequence[tuple[str, Labels]]


def trained_nearness(lessons: Sequence[Lesson], light: LightEncoder) -> dict[str, Array]:
    """Learn nearness; the arrays of ``rag.topic.nearness.Model``, those of the background as int8."""
    torch.manual_seed(0)
    net = _Nearness(light)
    rows = [(lesson, topic, labels) for lesson in lessons for topic, labels in lesson.topics]
    optimizer = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=0.01)
    steps = _ROUNDS * -(-len(rows) // _TOPICS)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps, pct_start=0.1)
    everything = torch.from_numpy(np.concatenate([lesson.sentences for lesson in lessons]))
    shuffle = random.Random(0)  # noqa: S311 (nothing secret)
    for _ in range(_ROUNDS):
        shuffle.shuffle(rows)
        for first in range(0, len(rows), _TOPICS):
            strangers = everything[torch.randint(len(everything), (_STRANGERS,))]
            optimizer.zero_grad()
            torch.autograd.backward(net.loss(rows[first : first + _TOPICS], strangers))
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            rates.step()
    chosen = torch.randperm(len(everything))[:_BACKGROUND]
    return net.exported(everything[chosen])


class _Nearness(nn.Module):
    def __init__(self, light: LightEncoder) -> None:
        super().__init__()
        self._light = light
        self._model = Adapted(light)
        self._topic = _identity(light.dimension)
        self._sentence = _identity(light.dimension)
        self._of_topic = nn.Parameter(torch.zeros(light.dimension))
        self._of_sentence = nn.Parameter(torch.zeros(light.dimension))
        self._scale = nn.Parameter(torch.tensor([10.0]))
        self._bias = nn.Parameter(torch.tensor([-6.0]))

    def loss(self, rows: Sequence[tuple[Lesson, str, Labels]], strangers: Tensor) -> Tensor:
        pieces, read = laid(self._light.cut.framed([topic for _, topic, _ in rows], _LONGEST))
        states = mean_of(self._model(pieces, read), read)
        topics = functional.normalize(self._topic(states), dim=-1)
        bias = functional.normalize(states, dim=-1) @ self._of_topic + self._bias
        others = self._seen(strangers)
        losses = []
        for at, (lesson, _, labels) in enumerate(rows):
            direction = self._scale * topics[at] + self._of_sentence
            own = self._seen(torch.from_numpy(lesson.sentences)) @ direction + bias[at]
            wanted = torch.from_numpy(labels.astype(np.float32))
            known = wanted >= 0
            losses.append(
                _OF_OWN
                * functional.binary_cross_entropy_with_logits(own[known], wanted[known], reduction="sum")
                + _OF_STRANGERS * functional.softplus(others @ direction + bias[at]).mean()
            )
        return torch.stack(losses).mean()

    def _seen(self, sentences: Tensor) -> Tensor:
        return functional.normalize(self._sentence(sentences), dim=-1)

    def exported(self, background: Tensor) -> dict[str, Array]:
        """The arrays as they are kept."""
        found = {
            **self._model.arrays(),
            "topic.weight": self._topic.weight,
            "topic.bias": self._topic.bias,
            "sentence.weight": self._sentence.weight,
            "sentence.bias": self._sentence.bias,
            "of_topic": self._of_topic,
            "of_sentence": self._of_sentence,
            "scale": self._scale,
            "bias": self._bias,
        }
        arrays = {name: value.detach().numpy().astype(np.float16) for name, value in found.items()}
        seen = self._seen(background).detach().numpy()
        widest = np.abs(seen).max(axis=1, keepdims=True)
        return {**arrays, "background": np.rint(seen / widest * 127).astype(np.int8)}


def _identity(dimension: int) -> nn.Linear:
    layer = nn.Linear(dimension, dimension)
    nn.init.eye_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


@dataclass(frozen=True, slots=True)
class Read:
    """A document as the judge reads it for a topic: rows (sentences, inputs); labels (sentences,) as those of
    a Lesson."""

    rows: Values
    labels: Labels


def trained_judge(pages: Sequence[Read]) -> dict[str, Array]:
    """Learn which sentences speak of a topic; the arrays of ``rag.topic.relevance.Judge``."""
    torch.manual_seed(0)
    every = np.concatenate([page.rows for page in pages])
    mean, deviation = every.mean(axis=0), every.std(axis=0) + _LEAST
    net = _Judge(len(mean))
    optimizer = torch.optim.AdamW(net.parameters(), lr=_RATE_OF_JUDGE, weight_decay=0.01)
    steps = _ROUNDS_OF_JUDGE * -(-len(pages) // _PAGES)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE_OF_JUDGE, total_steps=steps)
    shuffle = random.Random(0)  # noqa: S311 (nothing secret)
    for _ in range(_ROUNDS_OF_JUDGE):
        for chosen in _of_like_length(pages, shuffle):
            optimizer.zero_grad()
            torch.autograd.backward(net.loss(chosen, mean, deviation))
            optimizer.step()
            rates.step()
    return {"mean": mean.astype(np.float32), "deviation": deviation.astype(np.float32), **net.exported()}


def _of_like_length(pages: Sequence[Read], shuffle: random.Random) -> Iterator[list[Read]]:
    """All pages, some at a time, those together that are about as long."""
    order = sorted(pages, key=lambda page: len(page.labels) * shuffle.uniform(0.8, 1.25))
    batches = [order[first : first + _PAGES] for first in range(0, len(order), _PAGES)]
    shuffle.shuffle(batches)
    yield from batches


class _Judge(nn.Module):
    def __init__(self, inputs: int) -> None:
        super().__init__()
        self._first = nn.Linear(inputs, _HIDDEN)
        self._layers = nn.ModuleList(
            nn.Conv1d(_HIDDEN, _HIDDEN, 3, padding=apart, dilation=apart) for apart in DILATIONS
        )
        self._out = nn.Linear(_HIDDEN, 1)

    def loss(self, pages: Sequence[Read], mean: Values, deviation: Values) -> Tensor:
        longest = max(len(page.labels) for page in pages)
        rows = np.zeros((len(pages), longest, len(mean)), np.float32)
        wanted = np.full((len(pages), longest), -1.0, np.float32)
        there = np.zeros((len(pages), longest, 1), np.float32)
        for at, page in enumerate(pages):
            many = len(page.labels)
            rows[at, :many] = standardised(page.rows, mean, deviation)
            wanted[at, :many], there[at, :many] = page.labels, 1
        found = self._odds(torch.from_numpy(rows), torch.from_numpy(there))
        known = wanted >= 0
        return functional.binary_cross_entropy_with_logits(found[known], torch.from_numpy(wanted)[known])

    def _odds(self, rows: Tensor, there: Tensor) -> Tensor:
        """(pages, sentences, inputs) → (pages, sentences); what is past a page's end counts as nothing."""
        states = functional.relu(self._first(rows)) * there
        for layer in self._layers:
            heard: Tensor = layer(states.transpose(1, 2))
            states = states + dropped(functional.relu(heard.transpose(1, 2))) * there
        odds: Tensor = self._out(states)[..., 0]
        return odds

    def exported(self) -> dict[str, Array]:
        """The arrays as they are kept; of a convolution the weights of the sentences one below the other."""
        found: dict[str, Tensor] = {"first": self._first.weight.T, "first_bias": self._first.bias}
        for at, (name, value) in enumerate(self._layers.named_parameters()):
            is_bias = name.endswith("bias")
            weights = value if is_bias else value.permute(2, 1, 0).reshape(-1, _HIDDEN)
            found[f"layer{at // 2}{'_bias' * is_bias}"] = weights
        found |= {"out": self._out.weight[0], "out_bias": self._out.bias}
        return {
            name: value.detach().numpy().astype(np.float32).copy(order="C") for name, value in found.items()
        }
