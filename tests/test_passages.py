"""Chunking: passages cover every sentence and fit the window, whatever the text."""

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from index.documents import Span
from index.embedding import Embedder
from index.passages import pack
from index.sentences import sentences


def count_words(texts: Sequence[str]) -> list[int]:
    """A text has a piece for every three characters of a word."""
    return [sum(-(-len(word) // 3) for word in text.split()) for text in texts]


@given(st.text(alphabet=st.sampled_from("ab A.?!\n“”会"), max_size=400), st.integers(5, 40))
def test_passages_fit_and_cover_every_sentence(text: str, limit: int) -> None:
    spans = sentences(text)
    packed = pack(text, spans, count=count_words, limit=limit)
    assert all(count <= limit for count in count_words([text[span.start : span.end] for span in packed]))
    assert all(a.end <= b.start for a, b in itertools.pairwise(packed))
    covered = [
        any(p.start <= at < p.end for p in packed) for span in spans for at in range(span.start, span.end)
    ]
    letters = [not text[at].isspace() for span in spans for at in range(span.start, span.end)]
    assert all(inside or not letter for inside, letter in zip(covered, letters, strict=True))


def test_whole_sentences_are_packed_with_the_model_s_own_word_pieces(embedder: Embedder) -> None:
    text = " ".join(f"The minister of country number {n} denuclearised everything." for n in range(60))
    spans = sentences(text)
    packed = pack(text, spans, count=embedder.count, limit=embedder.window)
    ends = {span.end for span in spans}
    assert len(spans) == 60
    assert all(span.end in ends for span in packed)
    sizes = embedder.count([text[span.start : span.end] for span in packed])
    assert max(sizes) <= embedder.window == 254
    assert min(sizes[:-1]) > embedder.window - 20


def test_a_sentence_longer_than_the_window_is_cut_between_words(embedder: Embedder) -> None:
    text = "and so on " * 500
    packed = pack(text, [Span(0, len(text.strip()))], count=embedder.count, limit=embedder.window)
    assert len(packed) > 1
    assert all(
        text[span.start] == "a" or text[span.start : span.start + 2] in ("so", "on") for span in packed
    )
    assert max(embedder.count([text[span.start : span.end] for span in packed])) <= embedder.window
