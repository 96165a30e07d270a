"""The net that ``python -m eval.reader`` trains: what reads a question and sentences together."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from eval.adapted import Adapted, laid
from index.embedding_light import Array, LightEncoder
from index.words import STOP_WORDS
from rag.fact.reader import BAR, MARKS, QUESTION, WINDOW

SENTENCE = 100  # word pieces of one that are learned from
_RANK, _WIDTH = 32, 64
_RATE, _RATE_AGAIN = 1.2e-3, 6e-4  # from nothing, and from what was learned before
_AT_ONCE, _SORTED = 16, 12  # questions in a step; steps whose questions are sorted by length
_ABOUT_ANSWER = 0.85  # of the windows of a question that is answered hold the answer
_STOPS = 0.08  # chance that a window grows no further, at each sentence
_ELSEWHERE = 0.15  # of the windows are of another passage, which does not answer, where one is known
_SHORTENED = 0.08  # of the windows are without small words, as telegrams and some web pages are
_OF_WORDS = 0.25  # what it counts which words are the answer
_AT_FIRST = -1.5, -3.0  # log-odds of a sentence, and of a word


@dataclass(frozen=True, slots=True)
class Item:
    """A question on sentences that follow each other; right: those that answer, by number. answer: in which
    of them from where to where it stands, if that is known. elsewhere: sentences that come near and are known
    not to answer. unsure: sentences of which it is not known."""

    source: str
    question: str
    sentences: Sequence[str]
    right: frozenset[int]
    answer: tuple[int, int, int] | None = None
    elsewhere: Sequence[str] = ()
    unsure: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once: parts, the pieces of the question, of the bar and of sentences; right: which of
    these answer; words: which pieces of the sentences are the answer, or none where that is not known."""

    parts: Sequence[Sequence[int]]
    right: Sequence[float]
    words: Sequence[float]

    @property
    def length(self) -> int:
        return sum(map(len, self.parts))


def trained(
    items: Sequence[Item], light: LightEncoder, before: Mapping[str, Array] | None = None
) -> dict[str, Array]:
    """Learn which sentences answer a question; the arrays of ``rag.fact.reader.Reader``. before: the same, as
    learned already."""
    torch.manual_seed(0)
    net = _Reader(light)
    rate = _RATE
    if before is not None:
        net.take(before)
        rate = _RATE_AGAIN
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    steps = -(-len(items) // _AT_ONCE) + 1
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.08)
    for windows in _steps(items, light, random.Random(0)):  # noqa: S311 (nothing secret)
        optimizer.zero_grad()
        torch.autograd.backward(net.loss(windows))
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        rates.step()
    return net.exported()


def _steps(items: Sequence[Item], light: LightEncoder, chance: random.Random) -> Iterator[list[Window]]:
    """A window of each question, some at a time, those together that are about as long."""
    order = list(items)
    chance.shuffle(order)
    for first in range(0, len(order), _AT_ONCE * _SORTED):
        some = [_window(item, light, chance) for item in order[first : first + _AT_ONCE * _SORTED]]
        some.sort(key=lambda window: window.length)
        steps = [some[at : at + _AT_ONCE] for at in range(0, len(some), _AT_ONCE)]
        chance.shuffle(steps)
        yield from steps


def _window(item: Item, light: LightEncoder, chance: random.Random) -> Window:
    """The question and some sentences that follow each other, the answer among them as a rule."""
    if item.elsewhere and chance.random() < _ELSEWHERE:
        item = Item(item.source, item.question, item.elsewhere, frozenset())
    if chance.random() < _SHORTENED:
        item = replace(item, sentences=[_shortened(one) for one in item.sentences], answer=None)
    cut = cache(lambda at: _cut(item.sentences[at], light))
    asked, bar = light.cut.of([item.question, BAR])
    room = WINDOW - MARKS - len(asked[:QUESTION])
    about = item.right and chance.random() < _ABOUT_ANSWER
    many = len(item.sentences)
    first = last = chance.choice(sorted(item.right)) if about else chance.randrange(many)
    room -= len(cut(first)[0])
    while True:
        ways = [at for at in (first - 1, last + 1) if 0 <= at < many and len(cut(at)[0]) <= room]
        if not ways or chance.random() < _STOPS:
            break
        at = chance.choice(ways)
        room -= len(cut(at)[0])
        first, last = min(first, at), max(last, at)
    numbers = range(first, last + 1)
    known = item.answer is not None or not item.right
    return Window(
        [asked[:QUESTION], bar, *(cut(at)[0] for at in numbers)],
        [1.0 if at in item.right else 0.5 * (at in item.unsure) for at in numbers],
        [float(_is_answer(item, at, place)) for at in numbers for place in cut(at)[1]] if known else [],
    )


def _is_answer(item: Item, sentence: int, place: tuple[int, int]) -> bool:
    if item.answer is None or item.answer[0] != sentence:
        return False
    return place[0] < item.answer[2] and place[1] > item.answer[1]


def _shortened(text: str) -> str:
    """A sentence without its small words."""
    return " ".join(word for word in text.split() if word.lower() not in STOP_WORDS) or text


def _cut(text: str, light: LightEncoder) -> tuple[list[int], list[tuple[int, int]]]:
    """The pieces of a sentence, and where they stand in it."""
    pieces, places = light.cut.placed(text, SENTENCE + 2)
    return pieces[1:-1], places[1:-1]


class _Reader(nn.Module):
    def __init__(self, light: LightEncoder) -> None:
        super().__init__()
        self._light = light
        self._model = Adapted(light, _RANK)
        self._hidden = nn.Linear(2 * light.dimension, _WIDTH)
        self._out, self._word = nn.Linear(_WIDTH, 1), nn.Linear(light.dimension, 1)
        for layer, odds in zip((self._out, self._word), _AT_FIRST, strict=True):
            nn.init.zeros_(layer.weight)
            nn.init.constant_(layer.bias, odds)

    def loss(self, windows: Sequence[Window]) -> Tensor:
        joined = [self._light.cut.joined(window.parts) for window in windows]
        pieces, read = laid([ids for ids, _ in joined])
        states = self._model(pieces, read)
        total = torch.zeros(())
        for own, window, (ids, parts) in zip(states, windows, joined, strict=True):
            found = [own[part].mean(dim=0) for part in parts]
            sentences = torch.stack(found[2:])
            both = torch.cat([sentences, found[0].expand_as(sentences)], dim=1)
            odds = self._out(functional.gelu(self._hidden(both)))[:, 0]
            total = total + _cross_entropy(odds, window.right)
            if window.words:
                words = self._word(own[parts[2].start : len(ids) - 1])[:, 0]
                total = total + _OF_WORDS * _cross_entropy(words, window.words)
        return total / len(windows)

    def take(self, kept: Mapping[str, Array]) -> None:
        """Go on from arrays that were kept; what a larger adapter adds to theirs has no say at first."""
        with torch.no_grad():
            for name, value in self._parts().items():
                found = torch.from_numpy(kept[name].astype(np.float32))
                value[tuple(map(slice, found.shape))] = found

    def exported(self) -> dict[str, Array]:
        """The arrays as they are kept; which words are the answer is only learned beside."""
        kept: dict[str, Array] = {}
        for name, value in self._parts().items():
            kept[name] = np.ascontiguousarray(value.detach().numpy().astype(np.float16))
        return kept

    def _parts(self) -> dict[str, Tensor]:
        return {
            **self._model.arrays(),
            "hidden": self._hidden.weight.T,
            "hidden_bias": self._hidden.bias,
            "out": self._out.weight[0],
            "out_bias": self._out.bias,
        }


def _cross_entropy(odds: Tensor, wanted: Sequence[float]) -> Tensor:
    return functional.binary_cross_entropy_with_logits(odds, torch.tensor(wanted), reduction="sum")
