"""Word pieces: cut word by word, they are those that the tokenizer itself cuts a text into."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.embedding import Embedder
from index.pieces import Pieces

LONGEST = 12
TEXTS = [
    "",
    "   \n\t ",
    "The minister’s office\u00a0said: “no comment”\nand left.  [SEP] Unaffable x[MASK]y \x1fÉlysée e\u0301 ΣΣ",
    "本日、外務大臣は記者会見を行い、会議は東京で開かれると述べた。",
    "harbour " * 40 + "x" * 300,
]


@pytest.fixture(scope="module")
def file(embedder: Embedder) -> Path:
    return embedder.folder / "tokenizer.json"


@pytest.fixture(scope="module")
def pieces(file: Path) -> Pieces:
    return Pieces(file)


@pytest.fixture(scope="module")
def oracle(file: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@given(
    st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("  ab'.-É\u0301会")))
)
@example("a [SEP]b [CLS] ##c")
def test_a_text_is_cut_as_the_tokenizer_cuts_it(pieces: Pieces, oracle: Tokenizer, text: str) -> None:
    assert pieces.of([text]) == [oracle.encode(text, add_special_tokens=False).ids]
    assert pieces.framed([text], 10_000) == [oracle.encode(text).ids]


@pytest.mark.parametrize(
    ("part", "other", "by_words"),
    [
        ("normalizer", {"type": "BertNormalizer", "lowercase": False}, True),
        ("normalizer", {"type": "Replace", "pattern": {"String": "e m"}, "content": "a"}, False),
        ("pre_tokenizer", {"type": "Punctuation", "behavior": "Isolated"}, False),
        ("post_processor", None, False),
    ],
)
def test_other_tokenizers_are_cut_alike(
    file: Path, tmp_path: Path, part: str, other: dict[str, object] | None, by_words: bool
) -> None:
    described = json.loads(file.read_text(encoding="utf-8"))
    if other and other["type"] == "BertNormalizer":
        other = described["normalizer"] | other
    changed = tmp_path / "tokenizer.json"
    changed.write_text(json.dumps(described | {part: other}), encoding="utf-8")
    pieces, oracle = Pieces(changed), Tokenizer.from_file(str(changed))
    assert pieces._by_words is by_words
    oracle.no_padding()
    oracle.no_truncation()
    assert pieces.of(TEXTS) == [oracle.encode(text, add_special_tokens=False).ids for text in TEXTS]
    oracle.enable_truncation(LONGEST)
    assert pieces.framed(TEXTS, LONGEST) == [oracle.encode(text).ids for text in TEXTS]
    assert max(map(len, pieces.framed(TEXTS, LONGEST))) == LONGEST
    placed = [(one.ids, one.offsets) for one in map(oracle.encode, TEXTS)]
    assert [pieces.placed(text, LONGEST) for text in TEXTS] == placed
