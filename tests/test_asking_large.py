"""Asking a large collection: what is skipped could not have counted, and little is read."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index import generations
from index.catalog import Catalog
from index.collection import Collection
from index.documents import Span
from index.embedding import Embedder
from index.upgrade import CATALOG_FILE
from rag.chatbot import Chatbot
from rag.topic import spoken
from rag.topic.bounds import Bound, Candidates
from rag.topic.coverage import Context, cover
from rag.topic.spoken import by_words
from rag.topic.topics import Topic, topic_of, with_synonyms

TOPICS = (
    "Taiwan",
    "North Korea's missiles",
    "the South China Sea",
    "peace and stability in the region",
    "Trans-Pacific Partnership trade",
    "Japan and Korea",
    "the ministers of Japan",
    "quantum computing",
    "education",
    "the war in Ukraine",
    "talks between Japan and Korea",
    "joint military drills with Korea in the East China Sea",
)
_HALF_SPEAKS = 0.45


@pytest.fixture(scope="module")
def published(
    sample: Collection, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Collection]:
    """The sample with the postings of a large collection."""
    folder = tmp_path_factory.mktemp("published") / "collection"
    shutil.copytree(sample.folder, folder)
    catalog = Catalog(folder / CATALOG_FILE, write=True)
    generations.publish(catalog, folder, embedder.fingerprint, 0)
    catalog.close()
    collection = Collection(folder, embedder)
    assert collection.size == sample.size
    yield collection
    collection.close()


def test_postings_and_word_index_hold_the_same(sample: Collection, published: Collection) -> None:
    for stem in ("japan", "peac", "korea", "taiwan", "unheard"):
        for titles in (False, True):
            found = published.passages_with([stem], titles=titles)
            assert found.tolist() == sample.passages_with([stem], titles=titles).tolist()
        assert published.with_words([stem]) == sample.with_words([stem])
        assert published.rarity(stem) == sample.rarity(stem)
    for prefix in ("j", "ja", "t", "taiwan", "zzz", "\U0010fffe"):
        assert published.vocabulary(prefix) == sample.vocabulary(prefix)
    both = published.passages_with(["japan", "peac"])
    assert set(both) == {*sample.passages_with(["japan"]), *sample.passages_with(["peac"])}


def test_a_name_is_found_wherever_it_stands_without_reading_every_text(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "EXACT_UP_TO", 0)
    docs = tmp_path / "docs"
    docs.mkdir()
    texts = {
        "label.txt": "MS. KOWALCZYK:  The harbour will be dredged.\n\nMR. BRUN:  When will it be dredged?\n",
        "sentence.txt": "The minister thanked Kowalczyk for the new harbour.",
        "caption.md": "# Harbour\n\nThe harbour opened.\n\n![Ida Kowalczyk](ida.jpg)\n",
        "neither.txt": "The harbour was closed for a day.",
    }
    for name, text in texts.items():
        (docs / name).write_text(text, encoding="utf-8")
    collection = Collection.create(tmp_path / "collection", embedder)
    collection.add([docs])
    searched: list[tuple[str, int]] = []
    scan = Catalog.holding
    monkeypatch.setattr(
        Catalog,
        "holding",
        lambda self, word, after=0: searched.append((word, after)) or scan(self, word, after),
    )
    expected = {collection.number(name) for name in ("label.txt", "sentence.txt", "caption.md")}
    assert collection.holding("Kowalczyk") == expected
    assert all(after == len(texts) for _, after in searched), "only what came after the index is read"
    assert collection.holding("Brun") == {collection.number("label.txt")}
    assert collection.holding("Nobody") == frozenset()
    (docs / "later.txt").write_text("Ida Kowalczyk came later.", encoding="utf-8")
    (docs / "sentence.txt").unlink()
    collection.add([docs])
    found = {collection.cards[number].id for number in collection.holding("Kowalczyk")}
    assert found == {"label.txt", "caption.md", "later.txt"}
    collection.close()


@pytest.mark.parametrize("asked", TOPICS)
def test_no_sentence_speaks_more_than_its_bound(sample: Collection, asked: str) -> None:
    topic = with_synonyms(topic_of(asked, sample), sample)
    everything = {*topic.all_stems, *topic.echoes}
    for headed in (True, False):
        bound = Bound(topic, headed=headed)
        candidates = Candidates(
            topic, frozenset(everything), sample, within=None, many=10_000 if headed else 0
        )
        for number, matches in sample.matches(everything):
            text, title = sample.text(number), sample.cards[number].title
            for match in matches:
                context = Context()
                if len(topic.terms) > 1 or topic.echoes:
                    context = Context(f"{title} {text[max(0, match.span.start - 100) : match.span.start]}")
                    if headed:
                        first, last = topic.terms[0].stems, topic.terms[-1].stems
                        context = replace(context, heading=first, given=last, opening=text[:400])
                sentence = text[match.span.start : match.span.end]
                found = cover(topic, sentence, match.stems, context)
                assert max(found.share, found.named) <= bound.of(match.stems)
                assert max(found.share, found.named) <= candidates.most(match)


@pytest.mark.parametrize("many", [0, 10_000])
@pytest.mark.parametrize("asked", TOPICS)
def test_what_is_found_is_what_judging_every_sentence_finds(
    published: Collection, asked: str, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spoken, "MANY", many)
    topic = with_synonyms(topic_of(asked, published), published)
    certain, likely, named = _judged(topic, published, many)
    found = by_words(topic, published, None, asking=False)
    assert {number for number, _, _ in found.certain} == {number for number, _, _ in certain}
    # Replies and what goes on about the topic stand behind them.
    if many:
        assert found.certain[: len(certain)] == certain
    else:
        assert set(found.certain) <= set(certain)
    assert found.likely == likely
    assert found.named == named


Judged = tuple[tuple[int, Span, float], ...]


def _judged(topic: Topic, collection: Collection, many: int) -> tuple[Judged, Judged, frozenset[int]]:
    """By judging each sentence that holds any word of the topic."""
    words = topic.telling(_HALF_SPEAKS) | topic.echoes
    places = spoken.Places(collection, asking=False, headed=bool(many))
    every = [
        (number, match.span, *spoken._spoken_of(topic, match, places.of(number)))
        for number, matches in collection.matches(words)
        for match in matches
    ]
    speaks = spoken.speaks_from(topic)
    certain = tuple((number, span, share) for number, span, share, _ in every if share >= speaks)
    sure = {number for number, _, _ in certain}
    half = [(n, span, share) for n, span, share, _ in every if share >= _HALF_SPEAKS and n not in sure]
    likely = tuple(sorted(half, key=lambda one: (-one[2], one[0], one[1]))[: spoken.COMPARED])
    return certain, likely, frozenset(number for number, _, _, found in every if found.named >= speaks)


class Counting(Collection):
    """Counts the texts that are read and the sentences that are embedded."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        super().__init__(folder, embedder)
        self.texts: set[int] = set()
        self.embedded = 0

    def text(self, number: int) -> str:
        self.texts.add(number)
        return super().text(number)

    def sentence_vectors(self, texts):  # type: ignore[no-untyped-def]
        self.embedded += len(texts)
        return super().sentence_vectors(texts)


def test_a_question_reads_only_the_texts_that_may_speak(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(40):
        (docs / f"china-{number}.txt").write_text(
            f"The envoys of China met the mayor {number} times. They spoke of trams.", encoding="utf-8"
        )
        (docs / f"fish-{number}.txt").write_text(
            f"The harbour sold {number} tons of herring. Prices of fuel rose.", encoding="utf-8"
        )
    (docs / "taiwan.txt").write_text("Talks with Taiwan were about herring prices.", encoding="utf-8")
    Collection.create(tmp_path / "collection", embedder).add([docs])
    collection = Counting(tmp_path / "collection", embedder)
    answer = Chatbot(collection).ask("What did they say about Taiwan?")
    assert [quote.document.id for quote in answer.quotes] == ["taiwan.txt"]
    # "Republic of China" is a name of it as well; a text with no more than "China" is not opened.
    assert collection.texts == {collection.number("taiwan.txt")}
    assert collection.embedded == 0
    monkeypatch.setattr(spoken, "MANY", 10)  # so that headings need not be looked for
    topic = topic_of("herring in Taiwan", collection)
    collection.texts.clear()
    found = by_words(topic, collection, None, asking=False)
    assert [number for number, _, _ in found.certain] == [collection.number("taiwan.txt")]
    assert collection.texts == {collection.number("taiwan.txt")}
    collection.close()
