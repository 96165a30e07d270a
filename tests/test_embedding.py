"""The embedding model: numpy and torch agree, and what a question needs loads no torch."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from index import embedding_torch
from index.collection import Collection
from index.documents import Span
from index.embedding import Embedder
from index.embedding_light import LightEncoder
from index.embedding_torch import TorchEncoder

TEXTS = [
    "What did they say about Taiwan?",
    "",
    "a",
    "   \n\t ",
    "The minister's office, he said, “would not comment” — on 3.5 % of it… \U0001f1ef\U0001f1f5 \x00 ﬁn",
    "本日、外務大臣は記者会見を行い、会議は東京で開かれると述べた。",
    "Министр заявил, что переговоры продолжатся. وقال الوزير إن المحادثات ستستمر.",
    "supercalifragilisticexpialidocious" * 40,
    "The three governments agreed to hold further talks on trade and security. " * 60,
    *(f"Sentence number {n} of a text about harbours, trams and forests." for n in range(40)),
]

QUESTIONS = ["Who spoke of trade?", "What about the islands?", "a tram line", "When was the nuclear test?"]


@pytest.fixture(scope="module")
def folder(embedder: Embedder) -> Path:
    return embedder.folder


@pytest.fixture(scope="module")
def oracle(folder: Path) -> SentenceTransformer:
    return SentenceTransformer(str(folder), local_files_only=True, device="cpu")


def cosines(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    unit = [vectors / np.linalg.norm(vectors, axis=1, keepdims=True) for vectors in (one, other)]
    return (unit[0] * unit[1]).sum(axis=1)


def test_numpy_agrees_with_sentence_transformers(embedder: Embedder, oracle: SentenceTransformer) -> None:
    found = embedder.encode(TEXTS, fast=False)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1)
    assert cosines(found, oracle.encode(TEXTS)).min() >= 0.99999


def test_torch_agrees_with_sentence_transformers(
    embedder: Embedder, oracle: SentenceTransformer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In bfloat16, which rounds, and in float32, which a processor without it falls back to."""
    assert embedder._light is not None
    expected = oracle.encode(TEXTS)
    found = []
    assert cosines(TorchEncoder(embedder._light).encode(TEXTS, found.append), expected).min() > 0.998
    assert sum(found) == len(TEXTS)
    monkeypatch.setattr(embedding_torch, "computes_bfloat16", lambda: False)
    assert cosines(TorchEncoder(embedder._light).encode(TEXTS), expected).min() >= 0.99999


def test_texts_of_every_length_agree_whatever_stands_beside_them(
    embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Attention looks beyond the end of a text, at what is hidden from it: alone, among its like, among others."""
    light = embedder._light
    assert light is not None
    texts = ["harbour " * count for count in (0, 1, 28, 29, 30, 31, 62, 63, 64, 200, 253, 254, 255, 400)]
    assert {len(ids) % 32 for ids in light.pieces(texts)} >= {0, 1, 31}
    assert max(map(len, light.pieces(texts))) == light.longest
    expected = embedder.encode(texts, fast=False)
    for exact, least in ((False, 0.998), (True, 0.99999)):
        if exact:
            monkeypatch.setattr(embedding_torch, "computes_bfloat16", lambda: False)
        encoder = TorchEncoder(light)
        assert cosines(encoder.encode(texts * 3), np.concatenate([expected] * 3)).min() > least
        for text, vector in zip(texts, expected, strict=True):
            assert cosines(encoder.encode([text]), vector[None]).min() > least


def test_next_to_nothing_is_computed_but_word_pieces(
    embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    light = embedder._light
    assert light is not None
    encoder = TorchEncoder(light)
    rows = []
    normalised = encoder._normalised
    monkeypatch.setattr(
        encoder, "_normalised", lambda states, name: (rows.append(len(states)), normalised(states, name))[1]
    )
    texts = [f"{'harbour ' * (n % 200)} number {n}" for n in range(200)]
    encoder.encode(texts)
    assert sum(rows) / (2 * light.layers + 1) < 1.06 * sum(map(len, light.pieces(texts)))


def test_rankings_of_fast_and_exact_vectors_agree(embedder: Embedder, sample: Collection) -> None:
    passages = [hit.passage.text for hit in sample.search("talks", 1000, fusion="dense")]
    assert embedder._light is not None
    fast = TorchEncoder(embedder._light).encode(passages)
    fast /= np.linalg.norm(fast, axis=1, keepdims=True)
    exact = embedder.encode(passages, fast=False)
    for question in QUESTIONS:
        asked = embedder.encode([question], fast=False)[0]
        assert np.abs(fast @ asked - exact @ asked).max() < 0.01
        best = np.argsort(-(exact @ asked))[:3]
        assert (fast @ asked)[best].min() >= np.sort(fast @ asked)[-3:].min() - 0.01


def test_any_model_gives_the_same_vectors(embedder: Embedder, oracle: SentenceTransformer) -> None:
    expected = oracle.encode(TEXTS)
    assert cosines(embedder._any.encode(TEXTS, fast=False), expected).min() >= 0.99999
    assert cosines(embedder._any.encode(TEXTS, fast=True), expected).min() > 0.997


PARTED = [
    ("They met in Oslo. Herring was spoken of.  They also agreed to this.", [(0, 17), (18, 40), (42, 67)]),
    ("", []),
    ("The envoys left.", []),
    ("   Quotas   ", [(3, 9), (10, 11)]),
    ("a " * 300 + "They left.", [(0, 599), (600, 610)]),
    *((f"The boats were {n}. " + "It was a harbour. " * n, [(0, 17)]) for n in range(0, 60, 2)),
]


@pytest.mark.parametrize("fast", [False, True])
def test_parts_are_the_means_of_their_pieces_in_the_whole(fast: bool) -> None:
    """By the states of single words, which are found another way; and the whole is as without parts."""
    embedder = Embedder()
    texts = [text for text, _ in PARTED]
    if fast:
        assert embedder._torch is not None
    done: list[int] = []
    found, within = embedder.embed(
        texts, [[Span(*part) for part in parts] for _, parts in PARTED], done.append
    )
    assert sum(done) == len(texts)
    assert np.allclose(found, embedder.encode(texts, fast=fast), atol=1e-6)
    least = 0.99 if fast else 0.99999
    for (text, parts), rows in zip(PARTED, within, strict=True):
        assert (rows.shape, rows.dtype) == ((len(parts), embedder.dimension), np.float32)
        places, states = embedder.states(text, {})
        for (start, end), row in zip(parts, rows, strict=True):
            own = [start <= place.start < place.end <= end for place in places]
            mean = states[own].mean(axis=0) if any(own) else np.zeros(embedder.dimension)
            assert np.linalg.norm(row) == pytest.approx(float(any(own)))
            assert row @ mean >= least * np.linalg.norm(mean)


def test_a_model_that_gives_no_parts_gives_vectors(embedder: Embedder) -> None:
    """One that sentence-transformers runs; and one on an accelerator, as soon as there is much to do."""
    other = Embedder()
    other.__dict__["_light"] = None
    assert not other.gives_parts(["Oslo."])
    vectors, parts = other.embed(["Oslo."], [[Span(0, 5)]])
    assert cosines(vectors, embedder.encode(["Oslo."])).min() > 0.997
    assert [own.shape for own in parts] == [(0, embedder.dimension)]
    accelerated = Embedder()
    accelerated.__dict__["_torch"] = None
    assert not accelerated.gives_parts(["Oslo."])


def test_an_adapted_vector_is_of_the_adapted_states(embedder: Embedder) -> None:
    text, width = "Who met in Oslo?", embedder.dimension
    drawn = np.random.default_rng(0).standard_normal((2, 4, width)).astype(np.float32) / 5
    adapter = {"encoder.layer.5.output.dense": (np.tile(drawn[0], 4), drawn[1].T)}
    found = embedder.adapted_vector(text, adapter)
    assert found.shape == (width,)
    assert np.allclose(found, embedder.states(text, adapter)[1].mean(axis=0), atol=1e-5)
    assert not np.allclose(found, embedder.adapted_vector(text, {}), atol=1e-2)
    assert cosines(embedder.adapted_vector(text, {})[None], embedder.encode([text])).min() > 0.99999


def test_nothing_is_embedded_as_nothing(embedder: Embedder) -> None:
    assert embedder._torch is not None
    assert embedder._torch.encode([]).shape == embedder._light.encode([]).shape == (0, embedder.dimension)
    assert [len(made) for made in embedder.embed([], [])] == [0, 0]


def test_pooling_of_the_first_token_agrees(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "model"
    shutil.copytree(folder, other)
    pooling = other / "1_Pooling" / "config.json"
    config = json.loads(pooling.read_text())
    config |= {"pooling_mode_mean_tokens": False, "pooling_mode_cls_token": True}
    pooling.write_text(json.dumps(config))
    light = LightEncoder.open(other)
    assert light is not None
    expected = SentenceTransformer(str(other), local_files_only=True, device="cpu").encode(TEXTS)
    assert cosines(light.encode(TEXTS), expected).min() >= 0.99999
    adapted = np.stack([light.vector(text, {}) for text in TEXTS])
    assert cosines(adapted, expected).min() >= 0.99999


def test_a_model_has_the_same_measures_in_numpy_and_in_sentence_transformers(embedder: Embedder) -> None:
    assert embedder._light is not None
    assert embedder._light.longest == embedder._any.longest
    assert embedder._light.dimension == embedder._any.dimension == embedder.dimension


@pytest.mark.parametrize(
    ("file", "key", "value"),
    [
        ("config.json", "model_type", "roberta"),
        ("config.json", "hidden_act", "relu"),
        ("config.json", "position_embedding_type", "relative_key"),
        ("config.json", "torch_dtype", "bfloat16"),
        ("sentence_bert_config.json", "do_lower_case", True),
        ("sentence_bert_config.json", "max_seq_length", None),
        ("1_Pooling/config.json", "pooling_mode_max_tokens", True),
        ("config_sentence_transformers.json", "default_prompt_name", "query"),
    ],
)
def test_any_other_model_is_left_to_torch(
    folder: Path, tmp_path: Path, file: str, key: str, value: object
) -> None:
    other = tmp_path / "model"
    other.mkdir()
    for part in folder.iterdir():
        if part.is_file() and part.suffix != ".json":
            (other / part.name).symlink_to(part)
        elif part.is_dir():
            shutil.copytree(part, other / part.name)
        else:
            shutil.copy(part, other)
    assert LightEncoder.open(other) is not None
    config = json.loads((other / file).read_text())
    (other / file).write_text(json.dumps(config | {key: value}))
    assert LightEncoder.open(other) is None


def test_a_question_loads_no_torch(sample: Collection) -> None:
    """A question of fact, for which sentences are compared by meaning, in a process of its own."""
    code = (
        "import sys; from pathlib import Path; from index.collection import Collection; "
        "from rag.chatbot import Chatbot; "
        "collection = Collection(Path(sys.argv[1])); "
        "Chatbot(collection).ask('Which islands did they speak of?'); "
        "assert collection._query_vectors; "
        "print([name for name in ('torch', 'transformers', 'scipy', 'gradio') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sample.folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
