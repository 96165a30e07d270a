"""Word pieces: cut word by word, they are those that the tokenizer itself cuts a text into."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.documents import Span
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
    ("longest", "found"),
    [(100, ["they met in ob ##an .", "“ they agreed .", "”", ""]), (8, ["they met in ob", "", "", ""])],
)
def test_parts_are_where_their_pieces_are(
    pieces: Pieces, oracle: Tokenizer, longest: int, found: list[str]
) -> None:
    """Also next to each other, and with text before, between and after them; what is cut off is nowhere."""
    text = "# a They met in Oban.  “They agreed.” ―\n\n"
    parts = [Span(4, 21), Span(23, 36), Span(36, 37), Span(40, 41)]
    ids, slices = pieces.parted(text, parts, longest)
    assert ids == pieces.framed([text], longest)[0]
    names = [oracle.id_to_token(number) for number in ids]
    assert [" ".join(names[part]) for part in slices] == found
    assert pieces.parted(text, [], longest) == (ids, [])


@given(st.lists(st.text(alphabet=st.sampled_from("ab'.É\u0301会\n")), max_size=8), st.integers(3, 20))
def test_a_text_with_parts_is_cut_as_without(pieces: Pieces, words: list[str], longest: int) -> None:
    text = " ".join(words)
    starts = [len(" ".join(words[:number])) + (number > 0) for number in range(len(words))]
    parts = [Span(start, start + len(word)) for start, word in zip(starts, words, strict=True)]
    ids, slices = pieces.parted(text, parts[::2], longest)
    assert ids == pieces.framed([text], longest)[0]
    assert [ids[part] for part in slices] == [
        pieces.of([word])[0][: max(0, len(ids) - 1 - part.start)]
        for word, part in zip(words[::2], slices, strict=True)
    ]


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
    assert pieces.by_words is by_words
    oracle.no_padding()
    oracle.no_truncation()
    assert pieces.of(TEXTS) == [oracle.encode(text, add_special_tokens=False).ids for text in TEXTS]
    oracle.enable_truncation(LONGEST)
    assert pieces.framed(TEXTS, LONGEST) == [oracle.encode(text).ids for text in TEXTS]
    assert max(map(len, pieces.framed(TEXTS, LONGEST))) == LONGEST
    placed = [(one.ids, one.offsets) for one in map(oracle.encode, TEXTS)]
    assert [pieces.placed(text, LONGEST) for text in TEXTS] == placed
