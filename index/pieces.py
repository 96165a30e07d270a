"""Word pieces: what a text is cut into before a model embeds it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents import Span

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

_WORDS_KEPT = 1 << 16
_LONGEST_KEPT = 24  # characters; where words are not set apart, a "word" is a whole sentence
_AROUND = 2  # the pieces that open and close a text of BERT's


class Pieces:
    """The tokenizer of a model.

    BERT's cuts each word without a look at its neighbours, so a word is cut once and remembered: a passage,
    which is counted before it is embedded, takes a fraction of the time.
    """

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer  # noqa: PLC0415 (not always needed)

        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._around = self._tokenizer.encode("").ids
        self.by_words = len(self._around) == _AROUND and _cuts_words(self._tokenizer)
        self._of_word = lru_cache(_WORDS_KEPT)(self._cut)

    def number(self, piece: str) -> int | None:
        """The number of a piece in the vocabulary; None if it is not there."""
        found: int | None = self._tokenizer.token_to_id(piece)
        return found

    def of(self, texts: Sequence[str]) -> list[list[int]]:
        """The pieces of each text by number, the model's special ones left out."""
        if self.by_words:
            return [self._joined(text.split(" ")) for text in texts]
        return [cut.ids for cut in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]

    def framed(self, texts: Sequence[str], longest: int) -> list[list[int]]:
        """The same with the special ones, at most ``longest`` in all; the rest of a text is cut off."""
        if self.by_words:
            opening, closing = self._around
            return [[opening, *pieces[: longest - _AROUND], closing] for pieces in self.of(texts)]
        cut = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [self._framed(one, longest).ids for one in cut]

    def parted(self, text: str, parts: Sequence[Span], longest: int) -> tuple[list[int], list[slice]]:
        """The framed pieces of one text, and where among them those of its parts are.

        parts: in order, not overlapping, none of which cuts a word in two. Only for a tokenizer that cuts
        words (``by_words``). What is cut off of the text is in no slice.
        """
        opening, closing = self._around
        bounds = [0, *(bound for part in parts for bound in (part.start, part.end)), len(text)]
        stretches = self.of([text[start:end] for start, end in pairwise(bounds)])
        pieces = [piece for stretch in stretches for piece in stretch][: longest - _AROUND]
        ends = [1 + min(end, len(pieces)) for end in accumulate(map(len, stretches))]
        return [opening, *pieces, closing], [
            slice(*each) for each in zip(ends[::2], ends[1::2], strict=False)
        ]

    def joined(self, parts: Sequence[Sequence[int]]) -> tuple[list[int], list[slice]]:
        """The framed pieces of a text put together of parts, and where among them those of each part are.

        Only for a tokenizer that cuts words (``by_words``).
        """
        opening, closing = self._around
        ends = [1, *(1 + end for end in accumulate(map(len, parts)))]
        pieces = [piece for part in parts for piece in part]
        return [opening, *pieces, closing], [slice(*each) for each in pairwise(ends)]

    def placed(self, text: str, longest: int) -> tuple[list[int], list[tuple[int, int]]]:
        """The same of one text, and where each piece stands in it; a special one starts where it ends."""
        framed = self._framed(self._tokenizer.encode(text, add_special_tokens=False), longest)
        return framed.ids, framed.offsets

    def _framed(self, cut: Encoding, longest: int) -> Encoding:
        cut.truncate(longest - self._tokenizer.num_special_tokens_to_add(is_pair=False))
        return self._tokenizer.post_process(cut)

    def _joined(self, words: Sequence[str]) -> list[int]:
        found: list[int] = []
        for word in words:
            found += self._of_word(word) if len(word) <= _LONGEST_KEPT else self._cut(word)
        return found

    def _cut(self, word: str) -> list[int]:
        found: list[int] = self._tokenizer.encode(word, add_special_tokens=False).ids
        return found


def _cuts_words(tokenizer: Tokenizer) -> bool:
    """Whether nothing that it cuts reaches across a space."""
    from tokenizers.models import WordPiece  # noqa: PLC0415
    from tokenizers.normalizers import BertNormalizer  # noqa: PLC0415
    from tokenizers.pre_tokenizers import BertPreTokenizer  # noqa: PLC0415

    kinds = ((tokenizer.model, WordPiece), (tokenizer.normalizer, BertNormalizer))
    plain = all(
        isinstance(part, kind) for part, kind in (*kinds, (tokenizer.pre_tokenizer, BertPreTokenizer))
    )
    added = tokenizer.get_added_tokens_decoder().values()
    return plain and not any(" " in token.content for token in added)
